//! A process that saves as fast as it can is killed with SIGKILL at many random moments. After each time the folder is
//! whole, and everything that was acknowledged is in it: every file as it was called saved or as it was being saved
//! since, and every record in the version that was called saved or a later one.
//!
//! Half of the kills come at any time; the other half just after the process has said that it is about to save, where
//! there is most to lose. A folder lives through several kills before a new one is begun, which is killed in its first
//! saves as well.
//!
//! `SUNSHOWER_KILLS` sets how many there are, `SUNSHOWER_SEED` repeats a run as nearly as real processes can.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/child.rs"]
mod child;
#[path = "support/outside.rs"]
mod outside;
#[path = "support/promises.rs"]
mod promises;
#[path = "support/store_home.rs"]
mod store_home;

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use child::{sent_to, tell, tell_the_log, told};
use chrono::NaiveDate;
use fastrand::Rng;
use outside::{Helper, PATIENCE, number_from, say, seed, this_program_again};
use promises::{Promises, is_a_begin, temporary_files};
use store_home::Home;
use sunshower::journal::day::Month;
use sunshower::journal::entry::{Cry, Plan, Shelved};
use sunshower::journal::log::{Journal, Kind};
use sunshower::journal::sheet::Sheet;
use sunshower::store::{FileKey, Hash, Job, Opened, RealDisk, Saver, Settings, check, open, settings_text, sheet_text};
use uuid::Uuid;

/// No process lives longer than this after it began to save, in milliseconds.
const LONGEST_LIFE_MS: u64 = 60;
/// So often one folder is killed in.
const KILLS_IN_ONE_FOLDER: u64 = 25;
/// With more records than this none are added, so that a save stays short.
const MANY: usize = 60;

#[test]
fn a_process_killed_at_three_hundred_random_moments_of_saving_loses_nothing_that_was_called_saved() {
    let kills = number_from("SUNSHOWER_KILLS", 300);
    let mut rng = Rng::with_seed(seed());
    let mut figures = Figures::default();
    let mut story = Story::new();
    let began = Instant::now();
    for kill in 0..kills {
        if kill.is_multiple_of(KILLS_IN_ONE_FOLDER) {
            story = Story::new();
        }
        let lines = story.live_and_die(&mut rng, kill);
        story.look_at_what_is_left(&lines, &mut figures);
    }
    let Figures { in_a_save, landed, saved, done, records, left_behind } = figures;
    say(&format!(
        "{kills} kills, {in_a_save} of them in a save (after {landed} of those the new file was there); {saved} \
         acknowledged saves, {done} of them told to who asked; {records} times an acknowledged record was looked for; \
         {left_behind} temporary files left behind and cleared; lost 0, corrupt 0; {} s",
        began.elapsed().as_secs()
    ));
    if kills >= 50 {
        assert!(in_a_save > kills / 4 && landed > 0 && left_behind > 0, "the kills came where they matter");
    }
}

#[derive(Default)]
struct Figures {
    in_a_save: u64,
    landed: u64,
    saved: u64,
    done: u64,
    records: u64,
    left_behind: usize,
}

/// A version of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Version {
    rev: u64,
    /// What it says; `gone` where it was deleted.
    words: String,
}

/// What is known of a record.
#[derive(Default)]
struct Known {
    /// Every version that was ever put.
    versions: Vec<Version>,
    /// The newest that was called saved.
    saved_rev: Option<u64>,
}

/// Everything that has to hold from one kill to the next.
struct Story {
    home: Home,
    promises: Promises,
    records: BTreeMap<Uuid, Known>,
}

impl Story {
    fn new() -> Self {
        Self { home: Home::new(), promises: Promises::default(), records: BTreeMap::new() }
    }

    /// Starts a process that saves and ends it in the middle. Gives back what it told.
    fn live_and_die(&self, rng: &mut Rng, kill: u64) -> Vec<String> {
        let mut command = this_program_again(the_process_that_saves_until_it_is_killed);
        child::send_to(&mut command, &self.home.places);
        command.env("SUNSHOWER_SEED", rng.u64(..).to_string()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut process = command.spawn().map(Helper).expect("it starts");
        let out = BufReader::new(process.0.stdout.take().expect("piped"));
        let (told_to, telling) = mpsc::channel();
        let reader = thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if let Some(words) = told(&line) {
                    told_to.send(words.to_owned()).unwrap_or_default();
                }
            }
        });
        let mut lines = Vec::new();
        let mut hear_until = |wanted: &dyn Fn(&str) -> bool| {
            while let Ok(line) = telling.recv_timeout(PATIENCE) {
                lines.push(line);
                if lines.last().is_some_and(|line| wanted(line)) {
                    return;
                }
            }
            panic!("it came to an end of itself, after:\n{}", lines.join("\n"));
        };
        hear_until(&|line| line == "began");
        if kill.is_multiple_of(2) {
            thread::sleep(Duration::from_micros(rng.u64(0..LONGEST_LIFE_MS * 1000)));
        } else {
            for _ in 0..rng.u32(1..12) {
                hear_until(&is_a_begin);
            }
            thread::sleep(Duration::from_micros(rng.u64(0..1500)));
        }
        drop(process);
        reader.join().expect("all was heard");
        lines.extend(telling.try_iter());
        lines
    }

    /// Everything that has to hold once the process is dead.
    fn look_at_what_is_left(&mut self, lines: &[String], figures: &mut Figures) {
        let told = || lines.join("\n");
        let trouble = lines.iter().find(|line| line.starts_with("WARN") || line.starts_with("failed"));
        assert_eq!(trouble, None, "{}", told());
        let report = check(&RealDisk, &self.home.places);
        assert!(report.is_fine(), "{report:?}\n{}", told());
        figures.left_behind += temporary_files(&self.home.places);
        let opened = open(&RealDisk, &self.home.places).expect("it opens");
        assert_eq!(opened.problems, [], "{}", told());
        assert_eq!(temporary_files(&self.home.places), 0, "{}", told());
        figures.saved += self.promises.hear(lines);
        let kept = self.promises.hold(&opened).unwrap_or_else(|why| panic!("{why}\n{}", told()));
        figures.in_a_save += u64::from(kept.was_saving);
        figures.landed += u64::from(kept.has_landed);
        let draft = fs::read_to_string(opened.vault.path_of(FileKey::Draft)).ok();
        assert_eq!(opened.draft, draft, "{}", told());
        self.hold_records_to_the_outcomes(lines, &opened, figures, &told);
    }

    /// Every record is there, in the version that was called saved or a later one, and says what was put into it.
    fn hold_records_to_the_outcomes(
        &mut self,
        lines: &[String],
        opened: &Opened,
        figures: &mut Figures,
        told: &dyn Fn() -> String,
    ) {
        let mut put: Vec<(Uuid, u64, String)> = Vec::new();
        // The same text may be asked for twice, with another one between.
        let mut asked: BTreeMap<_, VecDeque<usize>> = BTreeMap::new();
        for line in lines {
            let words: Vec<&str> = line.splitn(5, ' ').collect();
            match words[..] {
                ["put", id, rev, path, words] => {
                    let (id, rev) = (id.parse().expect("an id"), rev.parse().expect("a number"));
                    self.records.entry(id).or_default().versions.push(Version { rev, words: words.to_owned() });
                    put.push((id, rev, path.to_owned()));
                }
                ["asked", path, hash] => {
                    asked.entry((path, hash)).or_default().push_back(put.len());
                }
                ["done", path, hash] => {
                    figures.done += 1;
                    let known = asked.get_mut(&(path, hash)).and_then(VecDeque::pop_front).expect("it was asked for");
                    for (id, rev, _) in put[..known].iter().filter(|(.., in_file)| in_file == path) {
                        let record = self.records.get_mut(id).expect("it was put");
                        record.saved_rev = record.saved_rev.max(Some(*rev));
                    }
                }
                _ => {}
            }
        }
        let mut found = found_in::<Cry>(&opened.journal, |cry| cry.note.clone());
        found.extend(found_in::<Plan>(&opened.journal, |plan| plan.plan.intention.clone()));
        found.extend(found_in::<Shelved>(&opened.journal, |title| title.note.clone().unwrap_or_default()));
        for id in found.keys() {
            assert!(self.records.contains_key(id), "nobody ever put {id}\n{}", told());
        }
        self.records.retain(|id, known| {
            let here = found.get(id);
            figures.records += u64::from(known.saved_rev.is_some());
            assert!(here.map(|here| here.rev) >= known.saved_rev, "{id}: {here:?}, {:?}\n{}", known.saved_rev, told());
            assert!(here.is_none_or(|here| known.versions.contains(here)), "{id}: {here:?}\n{}", told());
            // What came to be is what counts from here on; a version that was lost unsaved may be given again.
            known.versions = here.cloned().into_iter().collect();
            known.saved_rev = here.map(|here| here.rev);
            here.is_some()
        });
    }
}

fn found_in<R: Kind>(journal: &Journal, words: impl Fn(&R) -> String) -> BTreeMap<Uuid, Version> {
    let version = |record: &R| {
        let words = if record.deleted() { "gone".into() } else { words(record) };
        Version { rev: record.rev().0, words }
    };
    R::table(journal).with_tombstones().map(|record| (record.id(), version(record))).collect()
}

#[test]
#[ignore = "the process that is killed: the test above starts it"]
fn the_process_that_saves_until_it_is_killed() {
    let Some(places) = sent_to() else { return };
    let rng = Rng::with_seed(number_from("SUNSHOWER_SEED", 0));
    let opened = open(&RealDisk, &places).expect("it opens");
    tell_the_log();
    let waiting = thread::current();
    let wake = Box::new(move || waiting.unpark());
    let saver = Saver::start(opened.vault.clone(), Arc::new(RealDisk), wake);
    let mut life = Life { rng, opened, saver, steps: 0 };
    tell("began");
    loop {
        life.step();
        life.hear_what_became_of_it();
    }
}

/// Someone who changes things as fast as they are saved.
struct Life {
    rng: Rng,
    opened: Opened,
    saver: Saver,
    steps: u64,
}

impl Life {
    fn step(&mut self) {
        self.steps += 1;
        match self.rng.u32(0..20) {
            0..9 => self.edit_a_month(),
            9..12 => self.move_to_another_month(),
            12..14 => self.edit_a_plan(),
            14 => self.edit_a_title(),
            15 => {
                let aftercare = vec![self.new_words()];
                self.ask(Job::Settings(settings_text(&Settings { aftercare, ..Settings::default() })));
            }
            16 => self.ask(Job::Draft(None)),
            _ => {
                let words = self.new_words();
                self.ask(Job::Draft(Some(words)));
            }
        }
    }

    /// Words nobody ever wrote.
    fn new_words(&mut self) -> String {
        format!("words {} {:016x}", self.steps, self.rng.u64(..))
    }

    fn day_of(&mut self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, self.rng.u32(9..12), self.rng.u32(1..31)).expect("a day")
    }

    fn one_cry(&mut self) -> Option<Cry> {
        let cries: Vec<_> = self.opened.journal.cries.iter().collect();
        self.rng.choice(cries).cloned()
    }

    fn edit_a_month(&mut self) {
        let cry = match self.one_cry() {
            Some(cry) if self.opened.journal.cries.len() >= MANY || self.rng.u32(0..3) > 0 => cry,
            _ => {
                let day = self.day_of();
                self.opened.journal.create(day, None)
            }
        };
        let month = Month::of(cry.day);
        if self.rng.u32(0..12) == 0 && self.opened.journal.delete::<Cry>(cry.id).is_some() {
            self.tell_put::<Cry>(cry.id, FileKey::Records(Sheet::Month(month)), "gone");
        } else {
            self.put_cry(cry);
        }
        self.ask_for_month(month);
    }

    fn move_to_another_month(&mut self) {
        let Some(mut cry) = self.one_cry() else { return };
        let before = Month::of(cry.day);
        cry.day = self.day_of();
        let month = Month::of(cry.day);
        self.put_cry(cry);
        self.ask_for_month(month);
        if month != before {
            self.ask_for_month(before);
        }
    }

    fn edit_a_plan(&mut self) {
        let plans: Vec<_> = self.opened.journal.plans.iter().collect();
        let many = plans.len() >= 10;
        let mut plan: Plan = match self.rng.choice(plans).cloned() {
            Some(plan) if many || self.rng.bool() => plan,
            _ => {
                let day = self.day_of();
                self.opened.journal.create(day, None)
            }
        };
        let (id, words) = (plan.id, self.new_words());
        plan.plan.intention.clone_from(&words);
        self.opened.journal.put(plan);
        self.tell_put::<Plan>(id, FileKey::Records(Sheet::Plans), &words);
        self.ask(Job::Records(Sheet::Plans, sheet_text(&self.opened.journal, Sheet::Plans)));
    }

    fn edit_a_title(&mut self) {
        let titles: Vec<_> = self.opened.journal.titles.iter().collect();
        let many = titles.len() >= 10;
        let mut title: Shelved = match self.rng.choice(titles).cloned() {
            Some(title) if many || self.rng.bool() => title,
            _ => {
                let day = self.day_of();
                self.opened.journal.create(day, None)
            }
        };
        let (id, words) = (title.id, self.new_words());
        title.note = Some(words.clone());
        self.opened.journal.put(title);
        self.tell_put::<Shelved>(id, FileKey::Records(Sheet::Library), &words);
        self.ask(Job::Records(Sheet::Library, sheet_text(&self.opened.journal, Sheet::Library)));
    }

    fn put_cry(&mut self, mut cry: Cry) {
        let (id, file, words) = (cry.id, FileKey::Records(Sheet::Month(Month::of(cry.day))), self.new_words());
        cry.note.clone_from(&words);
        self.opened.journal.put(cry);
        self.tell_put::<Cry>(id, file, &words);
    }

    fn tell_put<R: Kind>(&self, id: Uuid, file: FileKey, words: &str) {
        let record = R::table(&self.opened.journal).with_tombstones().find(|record| record.id() == id);
        let rev = record.expect("it was put").rev().0;
        tell(&format!("put {id} {rev} {} {words}", self.opened.vault.path_in_folder(file)));
    }

    fn ask_for_month(&self, month: Month) {
        self.ask(Job::Records(Sheet::Month(month), sheet_text(&self.opened.journal, Sheet::Month(month))));
    }

    fn ask(&self, job: Job) {
        let text = match &job {
            Job::Records(_, text) | Job::Settings(text) | Job::Draft(Some(text)) => text,
            _ => "",
        };
        let hash = Hash::of(text.as_bytes()).short();
        tell(&format!("asked {} {hash}", self.opened.vault.path_in_folder(job.file())));
        self.saver.save(job);
    }

    /// Acknowledges what is done. Sometimes waits until all is, so that saves do not only ever replace each other.
    fn hear_what_became_of_it(&mut self) {
        let wait = self.rng.bool();
        loop {
            for outcome in self.saver.poll() {
                match outcome.result {
                    Ok(saved) => tell(&format!("done {} {}", saved.path, saved.hash.short())),
                    Err(error) => tell(&format!("failed {:?}: {error}", outcome.file)),
                }
            }
            if !wait || !self.saver.pending() {
                break;
            }
            thread::park_timeout(Duration::from_millis(1));
        }
    }
}
