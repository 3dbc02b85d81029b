//! Two computers with the same journal, kept the same by two real Syncthing processes while both write at once. Nothing
//! either of them wrote is lost, and no file ever has two versions, because every file has one writer.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "real processes are watched from outside, and given time")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/outside.rs"]
mod outside;
#[path = "support/store_home.rs"]
mod store_home;
#[path = "support/syncthing.rs"]
mod syncthing;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use fastrand::Rng;
use outside::{PATIENCE, let_pass, say, seed, wait_for};
use store_home::{Home, NOVEMBER, day};
use sunshower::journal::entry::Cry;
use sunshower::journal::log::Journal;
use sunshower::journal::record::DeviceId;
use sunshower::journal::sheet::Sheet;
use sunshower::store::folder::MARKER;
use sunshower::store::{Job, Opened, RealDisk, SaveError, Writer, sheet_text};
use syncthing::Pair;
use uuid::Uuid;

/// How many records each of the two makes.
const EACH: usize = 150;
/// How long it takes until both folders are the same, on a machine that is busy with other things.
const UNTIL_SAME: Duration = Duration::from_mins(1);

/// Two computers that exchange a folder. Nothing was written yet.
fn two_computers() -> Option<(Pair, [Home; 2])> {
    let homes = [Home::new(), Home::new()];
    let pair = Pair::of(homes.each_ref().map(|home| &*home.places.data_dir))?;
    Some((pair, homes))
}

/// The first of two makes the journal; the second opens it when it has come over.
fn the_same_journal_on(pair: &Pair, homes: &[Home; 2], rng: &mut Rng) -> [Computer; 2] {
    let mut here = Computer::at("here", &homes[0], rng.fork());
    here.make("the first of all".into());
    here.save();
    let has_come = || homes[1].places.data_dir.join(MARKER).exists().then_some(());
    assert!(wait_for(PATIENCE, has_come).is_some(), "the folder did not come over");
    pair.wait_until_same(UNTIL_SAME);
    let there = Computer::at("there", &homes[1], rng.fork());
    assert_eq!(here.opened.vault.id(), there.opened.vault.id(), "the same journal");
    assert_ne!(here.device(), there.device(), "two computers");
    [here, there]
}

/// One of two computers, with the program open on it.
struct Computer {
    name: &'static str,
    rng: Rng,
    opened: Opened,
    writer: Writer,
    /// Every version it ever made.
    made: Vec<Cry>,
    of_others: usize,
    deletions: usize,
}

impl Computer {
    fn at(name: &'static str, home: &Home, rng: Rng) -> Self {
        let opened = home.open();
        assert_eq!(opened.problems, []);
        let writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
        Self { name, rng, opened, writer, made: Vec::new(), of_others: 0, deletions: 0 }
    }

    fn device(&self) -> DeviceId {
        self.opened.vault.device()
    }

    fn make(&mut self, words: String) -> Uuid {
        let cry: Cry = self.opened.journal.create(day("2026-11-22"), None);
        let id = cry.id;
        self.put(cry, words);
        id
    }

    fn put(&mut self, mut cry: Cry, words: String) {
        let id = cry.id;
        cry.note = words;
        self.opened.journal.put(cry);
        self.remember(id);
    }

    fn edit(&mut self, id: Uuid, words: String) {
        let cry = self.opened.journal.cries.get(id).expect("it is there").clone();
        self.put(cry, words);
    }

    fn delete(&mut self, id: Uuid) {
        self.opened.journal.delete::<Cry>(id).expect("it is there");
        self.deletions += 1;
        self.remember(id);
    }

    fn remember(&mut self, id: Uuid) {
        let version = version_of(&self.opened.journal, id).expect("it was put");
        self.made.push(version.clone());
    }

    fn save(&mut self) {
        let job = Job::Records(Sheet::Month(NOVEMBER), sheet_text(&self.opened.journal, Sheet::Month(NOVEMBER)));
        match self.writer.run_now(job).result {
            Ok(_) => {}
            Err(SaveError::ChangedOnDisk) => panic!("{}: somebody else wrote into this computer's file", self.name),
            Err(error) => panic!("{}: {error}", self.name),
        }
    }

    /// Takes in what the other one wrote.
    fn reload(&mut self) {
        let reloaded = self.opened.vault.reload(&RealDisk, &mut self.opened.journal).expect("it is there");
        assert_eq!(reloaded.problems, [], "{}", self.name);
    }

    /// One of the records that are there, made by this computer or by another.
    fn any(&mut self, is_own: bool) -> Option<Uuid> {
        let of_this = |cry: &&Cry| cry.note.starts_with(&format!("{} ", self.name)) == is_own;
        let ids: Vec<_> = self.opened.journal.cries.iter().filter(of_this).map(|cry| cry.id).collect();
        self.rng.choice(ids)
    }

    /// Makes its records, now and then changing its mind about one, and saves after each step.
    fn live(&mut self) {
        for n in 0..EACH {
            let_pass(Duration::from_millis(self.rng.u64(10..80)));
            self.make(format!("{} {n}", self.name));
            self.save();
            match self.rng.u32(0..10) {
                0..4 => self.change_one(true, n),
                4..7 => {
                    self.reload();
                    self.change_one(false, n);
                }
                _ => {}
            }
        }
    }

    fn change_one(&mut self, is_own: bool, n: usize) {
        let Some(id) = self.any(is_own) else { return };
        self.of_others += usize::from(!is_own);
        if self.rng.u32(0..4) == 0 {
            self.delete(id);
        } else {
            let was = self.opened.journal.cries.get(id).expect("it is there").note.clone();
            // It still begins with the name of who made it.
            let by = format!("{was}, {} {n}", self.name);
            self.edit(id, by);
        }
        self.save();
    }
}

/// A record, deleted or not.
fn version_of(journal: &Journal, id: Uuid) -> Option<&Cry> {
    journal.cries.with_tombstones().find(|cry| cry.id == id)
}

/// What the journal has to be: every version that either of them ever made, merged without any files in between.
fn all_that_was_made(computers: &[Computer; 2]) -> Journal {
    let mut journal = Journal::new(computers[0].device());
    computers.iter().flat_map(|computer| &computer.made).for_each(|cry| journal.merge(cry.clone()));
    journal
}

/// Of records that only one of them ever changed, the last thing that was done to each, whatever the rules of merging.
fn last_words(computers: &[Computer; 2]) -> Vec<Cry> {
    let mut by_id: BTreeMap<Uuid, Vec<&Cry>> = BTreeMap::new();
    for cry in computers.iter().flat_map(|computer| &computer.made) {
        by_id.entry(cry.id).or_default().push(cry);
    }
    by_id.retain(|_, versions| versions.iter().all(|version| version.rev.1 == versions[0].rev.1));
    by_id.into_values().filter_map(|versions| versions.last().copied().cloned()).collect()
}

/// Closes the program on both, and opens it again.
fn opened_again(computers: [Computer; 2], homes: &[Home; 2]) -> [Opened; 2] {
    drop(computers);
    let opened = homes.each_ref().map(Home::open);
    for opened in &opened {
        assert_eq!(opened.problems, []);
    }
    opened
}

#[test]
fn two_computers_that_write_at_once_for_a_while_both_end_up_with_all_that_either_wrote() {
    let Some((pair, homes)) = two_computers() else { return };
    let began = Instant::now();
    let mut computers = the_same_journal_on(&pair, &homes, &mut Rng::with_seed(seed()));
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        // Without it the two would hear of each other once a second only.
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                pair.scan();
                let_pass(Duration::from_millis(50));
            }
        });
        let [here, there] = &mut computers;
        let living = [scope.spawn(|| here.live()), scope.spawn(|| there.live())];
        let ended = living.map(thread::ScopedJoinHandle::join);
        is_over.store(true, Ordering::Relaxed);
        for ended in ended {
            ended.unwrap_or_else(|why| std::panic::resume_unwind(why));
        }
    });
    let wrote_for = began.elapsed();
    let all_written = Instant::now();
    pair.wait_until_same(UNTIL_SAME);
    let same_after = all_written.elapsed();
    assert_eq!(pair.conflict_files(), [] as [PathBuf; 0]);

    let (expected, last_words) = (all_that_was_made(&computers), last_words(&computers));
    let count = expected.cries.with_tombstones().count();
    assert_eq!(count, 2 * EACH + 1, "and the first of all");
    let (of_others, deletions) =
        computers.iter().fold((0, 0), |sum, computer| (sum.0 + computer.of_others, sum.1 + computer.deletions));
    assert!(of_others > EACH / 10 && deletions > 0, "they hardly met: {of_others}, {deletions}");
    let changes = computers.iter().map(|computer| computer.made.len()).sum::<usize>();
    let [here, there] = opened_again(computers, &homes);
    for (name, opened) in [("here", &here), ("there", &there)] {
        for cry in expected.cries.with_tombstones() {
            assert_eq!(version_of(&opened.journal, cry.id), Some(cry), "{name}");
        }
        for cry in &last_words {
            assert_eq!(version_of(&opened.journal, cry.id), Some(cry), "{name}");
        }
        assert!(opened.journal.cries == expected.cries, "{name}: the same, and nothing more");
    }
    let live = here.journal.cries.len();
    say(&format!(
        "{} of {} found on both sides ({live} live, {} deleted), after {changes} changes in {:.1} s, {of_others} of \
         them to what the other had made; 0 conflict files; the same after {:.1} s",
        2 * EACH,
        2 * EACH,
        count - live,
        wrote_for.as_secs_f64(),
        same_after.as_secs_f64(),
    ));
}

#[test]
fn a_record_changed_on_both_computers_while_they_were_apart_is_the_same_on_both_afterwards() {
    let Some((pair, homes)) = two_computers() else { return };
    let mut computers = the_same_journal_on(&pair, &homes, &mut Rng::with_seed(seed()));
    let [here, there] = &mut computers;
    let both_edit = here.make("as it was".into());
    let one_deletes = here.make("as it was".into());
    here.save();
    pair.wait_until_same(UNTIL_SAME);
    there.reload();

    pair.pause();
    here.edit(both_edit, "as it is here".into());
    here.edit(one_deletes, "as it is here".into());
    here.save();
    there.edit(both_edit, "as it is there".into());
    there.delete(one_deletes);
    there.save();
    // Apart, each sees its own.
    assert_eq!(here.opened.journal.cries.get(both_edit).map(|cry| &*cry.note), Some("as it is here"));
    assert_eq!(there.opened.journal.cries.get(both_edit).map(|cry| &*cry.note), Some("as it is there"));
    pair.resume();
    pair.wait_until_same(UNTIL_SAME);
    assert_eq!(pair.conflict_files(), [] as [PathBuf; 0]);

    let expected = all_that_was_made(&computers);
    for computer in &mut computers {
        computer.reload();
        assert_eq!(computer.opened.journal.cries, expected.cries, "{}: while it is open", computer.name);
    }
    let [here, there] = opened_again(computers, &homes);
    for opened in [&here, &there] {
        assert_eq!(opened.journal.cries, expected.cries);
    }
    the_version_that_did_not_win(&here, &there, both_edit, one_deletes);
    say("the same record changed on both sides: the same on both afterwards, 0 conflict files");
}

/// What is left, on both computers, of the version that did not win.
fn the_version_that_did_not_win(here: &Opened, there: &Opened, both_edit: Uuid, one_deletes: Uuid) {
    for opened in [here, there] {
        let words = |id| version_of(&opened.journal, id).map(|cry| (cry.deleted, &*cry.note));
        assert!(matches!(words(both_edit), Some((false, "as it is here" | "as it is there"))));
        assert!(matches!(words(one_deletes), Some((true, "") | (false, "as it is here"))));
    }
}
