//! Whatever several computers did, in whatever order and however often they hear of it, all of them come to the same
//! journal, and nothing is lost on the way.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/computers.rs"]
mod computers;

use std::collections::{BTreeMap, BTreeSet};

use computers::{Computer, day, record_files, text};
use proptest::prelude::*;
use sunshower::journal::entry::{Joy, Plan};
use sunshower::journal::log::{Journal, Kind};
use sunshower::journal::record::DeviceId;
use sunshower::store::{Opened, RealDisk, check};
use uuid::Uuid;

const COMPUTERS: usize = 3;
const RECORDS: usize = 3;

/// What one computer does.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Writes a record that was not there, or writes it anew; brings it back where it was deleted.
    Write {
        who: usize,
        record: usize,
    },
    Delete {
        who: usize,
        record: usize,
    },
    /// Hears of everything that another one knows.
    Hear {
        who: usize,
        from: usize,
    },
}

fn any_step() -> impl Strategy<Value = Step> {
    let (who, record) = (0..COMPUTERS, 0..RECORDS);
    prop_oneof![
        4 => (who.clone(), record.clone()).prop_map(|(who, record)| Step::Write { who, record }),
        1 => (who.clone(), record).prop_map(|(who, record)| Step::Delete { who, record }),
        3 => (who.clone(), who).prop_map(|(who, from)| Step::Hear { who, from }),
    ]
}

fn id_of(record: usize) -> Uuid {
    Uuid::from_u128(record as u128 + 1)
}

/// A kind of record with words in it.
trait Worded: Kind {
    fn say(&mut self, words: &str);
}

impl Worded for Joy {
    fn say(&mut self, words: &str) {
        self.text = words.into();
        self.deleted = false;
    }
}

impl Worded for Plan {
    fn say(&mut self, words: &str) {
        self.plan.intention = words.into();
        self.deleted = false;
    }
}

/// What really happened, told apart from what the versions say of it: each version that was ever made, and which of
/// them whoever made it had in front of them, or had once.
struct Truth<R> {
    versions: Vec<R>,
    known_by: Vec<BTreeSet<usize>>,
    before: Vec<BTreeSet<usize>>,
}

impl<R: Worded> Truth<R> {
    fn new() -> Self {
        Self { versions: Vec::new(), known_by: vec![BTreeSet::new(); COMPUTERS], before: Vec::new() }
    }

    fn made(&mut self, who: usize, journal: &Journal, id: Uuid) {
        let version = R::table(journal).versions_of(id).next().expect("just made").clone();
        let known = &mut self.known_by[who];
        self.before.push(known.iter().copied().filter(|n| self.versions[*n].id() == id).collect());
        known.insert(self.versions.len());
        self.versions.push(version);
    }

    /// The versions among these that no other of them was made from.
    fn left<'a>(&'a self, known: impl IntoIterator<Item = &'a usize> + Clone) -> Vec<R> {
        let over: BTreeSet<usize> = known.clone().into_iter().flat_map(|n| &self.before[*n]).copied().collect();
        let left = known.into_iter().filter(|n| !over.contains(n)).map(|n| self.versions[*n].clone());
        sorted(left)
    }

    /// Takes a step on one kind of record.
    fn step(&mut self, step: Step, number: usize, journals: &mut [Journal]) {
        match step {
            Step::Write { who, record } => {
                let (journal, id) = (&mut journals[who], id_of(record));
                let known = R::table(journal).versions_of(id).next().cloned();
                let day = day(["2026-11-22", "2026-10-31", "2026-11-30"][record % 3]);
                let mut record = known.unwrap_or_else(|| {
                    let made: R = journal.create(day, None);
                    R::new(id, made.rev().clone(), day, None)
                });
                record.say(&format!("step {number}"));
                journal.put(record);
                self.made(who, journal, id);
            }
            Step::Delete { who, record } => {
                if journals[who].delete::<R>(id_of(record)).is_some() {
                    self.made(who, &journals[who], id_of(record));
                }
            }
            Step::Hear { who, from } => {
                let heard: Vec<R> = R::table(&journals[from]).versions().cloned().collect();
                for version in heard {
                    journals[who].merge(version);
                }
                let heard = self.known_by[from].clone();
                self.known_by[who].extend(heard);
            }
        }
    }
}

fn sorted<R: Worded>(versions: impl IntoIterator<Item = R>) -> Vec<R> {
    let mut versions: Vec<R> = versions.into_iter().collect();
    // Versions have no order of their own.
    versions.sort_by_key(|version| (version.id(), format!("{version:?}")));
    versions
}

fn all<R: Worded>(journal: &Journal) -> Vec<R> {
    sorted(R::table(journal).versions().cloned())
}

fn journals() -> Vec<Journal> {
    ["anna", "bert", "cleo"].map(|name| Journal::new(DeviceId(name.into()))).into()
}

fn history<R: Worded>(steps: &[Step]) -> (Truth<R>, Vec<Journal>) {
    let (mut truth, mut journals) = (Truth::new(), journals());
    for (number, step) in steps.iter().enumerate() {
        truth.step(*step, number, &mut journals);
    }
    (truth, journals)
}

/// A journal that read these versions in this order.
fn reader<R: Kind>(versions: impl IntoIterator<Item = R>) -> Journal {
    let mut journal = Journal::new(DeviceId("reader".into()));
    for version in versions {
        journal.merge(version);
    }
    journal
}

fn shuffled<T: Clone>(all: &[T], rng: &mut fastrand::Rng) -> Vec<T> {
    let mut all = all.to_vec();
    rng.shuffle(&mut all);
    all
}

/// Two journals hold the same versions, and show the same one of each.
fn same<R: Worded>(one: &Journal, other: &Journal) -> bool {
    R::table(one) == R::table(other)
}

fn laws<R: Worded>(steps: &[Step], seed: u64) -> Result<(), TestCaseError> {
    let mut rng = fastrand::Rng::with_seed(seed);
    let (truth, mut journals) = history::<R>(steps);
    let everything: Vec<usize> = (0..truth.versions.len()).collect();
    let left = truth.left(&everything);
    let first = reader(truth.versions.clone());
    prop_assert_eq!(all::<R>(&first), left.clone(), "what nobody wrote over is there, and nothing else");
    for (who, journal) in journals.iter().enumerate() {
        prop_assert_eq!(all::<R>(journal), truth.left(&truth.known_by[who]), "what computer {} knows", who);
    }

    // In any order, any number of times.
    let twice = [&truth.versions[..], &truth.versions[..]].concat();
    let mut again = reader(shuffled(&twice, &mut rng));
    prop_assert!(same::<R>(&first, &again), "the order does not matter");
    let before = again.clone();
    for version in shuffled(&left, &mut rng) {
        again.merge(version);
    }
    prop_assert_eq!(&before, &again, "what is known changes nothing");

    // In any grouping.
    let mut groups: Vec<Journal> = (0..4).map(|_| reader::<R>([])).collect();
    for version in &twice {
        groups[rng.usize(0..4)].merge(version.clone());
    }
    while let Some(group) = groups.pop() {
        match rng.choice(0..groups.len().max(1)).and_then(|n| groups.get_mut(n)) {
            Some(into) => {
                for version in shuffled(&all::<R>(&group), &mut rng) {
                    into.merge(version);
                }
            }
            None => prop_assert!(same::<R>(&first, &group), "the grouping does not matter"),
        }
    }

    // Which one is shown: one that was not deleted before one that was, then the greatest.
    for id in (0..RECORDS).map(id_of) {
        let versions: Vec<&R> = left.iter().filter(|version| version.id() == id).collect();
        let shown = versions.iter().max_by_key(|version| (!version.deleted(), version.rev().clone()));
        prop_assert_eq!(R::table(&first).versions_of(id).next(), shown.copied());
        prop_assert_eq!(R::table(&first).get(id), shown.copied().filter(|version| !version.deleted()));
    }

    // What was erased for good is gone, whenever it was heard of.
    let gone = id_of(rng.usize(0..RECORDS));
    let mut early = reader::<R>([]);
    early.erase([gone]);
    for version in shuffled(&twice, &mut rng) {
        early.merge(version);
    }
    let mut late = first.clone();
    late.erase([gone]);
    prop_assert!(same::<R>(&early, &late));
    prop_assert!(R::table(&late).versions_of(gone).next().is_none() && !late.has(gone));
    for version in &left {
        late.merge(version.clone());
    }
    prop_assert!(same::<R>(&early, &late), "it does not come back");

    // Everybody hears of everything, and one of them writes.
    for journal in &mut journals {
        for version in &left {
            journal.merge(version.clone());
        }
        prop_assert!(same::<R>(journal, &first));
    }
    let chooser = rng.usize(0..COMPUTERS);
    for id in (0..RECORDS).map(id_of) {
        let Some(mut chosen) = R::table(&first).get(id).cloned() else { continue };
        chosen.say("chosen");
        journals[chooser].put(chosen);
        let versions: Vec<R> = R::table(&journals[chooser]).versions_of(id).cloned().collect();
        prop_assert_eq!(versions.len(), 1, "only the chosen one is left");
        for journal in &mut journals {
            journal.merge(versions[0].clone());
            prop_assert_eq!(R::table(journal).versions_of(id).collect::<Vec<_>>(), versions.iter().collect::<Vec<_>>());
        }
    }
    Ok(())
}

/// Three computers with a folder each, between which whole files are carried.
struct Folders {
    computers: Vec<Computer>,
    opened: Vec<Opened>,
    /// How often each file in each folder was written when it was carried there.
    carried: Vec<BTreeMap<String, usize>>,
    writes: usize,
}

impl Folders {
    fn new() -> Self {
        let first = Computer::new();
        let mut computers = vec![first];
        for _ in 1..COMPUTERS {
            computers.push(Computer::beside(&computers[0]));
        }
        let opened = computers.iter().map(Computer::open).collect();
        Self { computers, opened, carried: vec![BTreeMap::new(); COMPUTERS], writes: 0 }
    }

    fn save(&mut self, who: usize) {
        for file in record_files() {
            let name = computers::name_of(&self.opened[who], file);
            self.writes += 1;
            self.computers[who].put_file(&name, text(&self.opened[who].journal, file).as_bytes());
            self.carried[who].insert(name, self.writes);
        }
    }

    /// Carries every file that is newer there, and reads the folder again.
    fn hear(&mut self, who: usize, from: usize) {
        for (name, write) in self.carried[from].clone() {
            if self.carried[who].get(&name).is_none_or(|known| *known < write) {
                let bytes = std::fs::read(self.computers[from].path(&name)).expect("readable");
                self.computers[who].put_file(&name, &bytes);
                self.carried[who].insert(name, write);
            }
        }
        let Opened { vault, journal, .. } = &mut self.opened[who];
        let reloaded = vault.reload(&RealDisk, journal).expect("it is still there");
        assert_eq!((reloaded.problems, reloaded.copies), (Vec::new(), Vec::new()));
        assert!(reloaded.files.is_empty(), "everything was saved: {:?}", reloaded.files);
    }
}

fn laws_of_files(steps: &[Step]) -> Result<(), TestCaseError> {
    let mut folders = Folders::new();
    let mut truth = Truth::<Joy>::new();
    let mut journals: Vec<Journal> = folders.opened.iter().map(|opened| opened.journal.clone()).collect();
    for (number, step) in steps.iter().enumerate() {
        truth.step(*step, number, &mut journals);
        match *step {
            Step::Write { who, .. } | Step::Delete { who, .. } => {
                folders.opened[who].journal = journals[who].clone();
                folders.save(who);
            }
            Step::Hear { who, from } if who != from => {
                folders.hear(who, from);
                prop_assert!(same::<Joy>(&folders.opened[who].journal, &journals[who]), "files say what memory says");
            }
            Step::Hear { .. } => {}
        }
    }
    for who in 0..COMPUTERS {
        for from in (0..COMPUTERS).filter(|from| *from != who) {
            folders.hear(who, from);
        }
    }
    let everything: Vec<usize> = (0..truth.versions.len()).collect();
    let Folders { computers, opened, .. } = folders;
    drop(opened);
    let first = reader(truth.left(&everything));
    for computer in &computers {
        let opened = computer.open();
        prop_assert!(same::<Joy>(&opened.journal, &first), "nothing is lost on the way through files");
        prop_assert!(opened.problems.is_empty() && opened.to_save.is_empty() && opened.copies.is_empty());
        let report = check(&RealDisk, &computer.places);
        prop_assert_eq!(report.in_two_versions, first.in_two_versions());
    }
    Ok(())
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(512))]
    #[test]
    fn merging_heeds_neither_order_nor_number_nor_grouping_and_loses_nothing(
        steps in proptest::collection::vec(any_step(), 0..28), seed in any::<u64>(),
    ) {
        laws::<Joy>(&steps, seed)?;
        laws::<Plan>(&steps, seed)?;
    }
}

proptest! {
    #![proptest_config(config(48))]
    #[test]
    fn what_goes_through_files_is_what_was_merged(steps in proptest::collection::vec(any_step(), 0..20)) {
        laws_of_files(&steps)?;
    }
}
