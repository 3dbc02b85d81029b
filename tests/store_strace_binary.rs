//! The real program brings a ZIP back from the command line, and every call by which it reaches its files goes wrong once,
//! in every way in which it can. That takes it through a backup, three months, plans, an absorbed copy and what is
//! remembered. What was there before is always there afterwards; what it says is back is back; and it can be tried again.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/outside.rs"]
mod outside;
#[path = "support/strace.rs"]
mod strace;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use outside::{files_below, say};
use strace::{Run, Story, sweep};
use sunshower::journal::day::Month;
use sunshower::journal::entry::{Cry, Plan};
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::store::backup::{of_folder, write_zip};
use sunshower::store::{Job, Opened, Places, RealDisk, Writer, open, sheet_text};
use tempfile::TempDir;

const BEFORE: [&str; 3] = ["in November", "in October", "made since"];
const AFTER: [&str; 5] = ["changed since: no", "deleted since", "in November", "in October", "made since"];

struct Restoring {
    dir: TempDir,
    zip: TempDir,
    places: Places,
    before: BTreeMap<PathBuf, Vec<u8>>,
    done: usize,
    refused: usize,
    killed: usize,
}

fn months() -> [Month; 3] {
    [10, 11, 12].map(|month| Month { year: 2026, month })
}

fn note(journal: &mut Journal, on: &str, note: &str) -> Cry {
    let mut cry: Cry = journal.create(on.parse().expect("a day"), None);
    cry.note = note.into();
    journal.put(cry.clone());
    cry
}

fn save(opened: &Opened) {
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    for month in months() {
        writer
            .run_now(Job::Records(Sheet::Month(month), sheet_text(&opened.journal, Sheet::Month(month))))
            .result
            .expect("saved");
    }
    writer.run_now(Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans))).result.expect("saved");
    writer.run_now(Job::Remember(opened.journal.known_records())).result.expect("remembered");
}

fn notes(journal: &Journal) -> BTreeSet<&str> {
    journal.cries.iter().map(|cry| cry.note.as_str()).collect()
}

impl Restoring {
    fn new() -> Self {
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a temporary folder");
        let zip = tempfile::tempdir().expect("a temporary folder");
        let places = Places::new(dir.path().join("person/Sunshower"), dir.path().join("machine/sunshower"));
        fs::create_dir(dir.path().join("person")).expect("created");
        let mut opened = open(&RealDisk, &places).expect("an empty disk");
        note(&mut opened.journal, "2026-10-03", "in October");
        note(&mut opened.journal, "2026-11-03", "in November");
        let deleted = note(&mut opened.journal, "2026-11-04", "deleted since");
        let changed = note(&mut opened.journal, "2026-12-05", "changed since: no");
        let plan: Plan = opened.journal.create("2026-12-24".parse().expect("a day"), None);
        opened.journal.put(plan.clone());
        save(&opened);
        let (files, _) = of_folder(&RealDisk, &places.data_dir).expect("it can be read");
        fs::write(zip.path().join("then.zip"), write_zip(&files).expect("packed")).expect("written");
        opened.journal.delete::<Cry>(deleted.id);
        opened.journal.delete::<Plan>(plan.id);
        opened.journal.put(Cry { note: "changed since: yes".into(), ..changed });
        note(&mut opened.journal, "2026-12-06", "made since");
        save(&opened);
        drop(opened);
        let files = files_below(dir.path()).into_iter();
        let inside = |path: &Path| path.strip_prefix(dir.path()).expect("inside").to_owned();
        let before = files.map(|path| (inside(&path), fs::read(&path).expect("readable"))).collect();
        Self { dir, zip, places, before, done: 0, refused: 0, killed: 0 }
    }
}

impl Story for Restoring {
    fn prepare(&mut self) {
        for name in ["person", "machine"] {
            fs::remove_dir_all(self.dir.path().join(name)).expect("removed");
        }
        for (path, bytes) in &self.before {
            let path = self.dir.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("created");
            fs::write(path, bytes).expect("written");
        }
    }

    fn root(&self) -> &Path {
        self.dir.path()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sunshower"));
        command.arg("--data-dir").arg(&self.places.data_dir).arg("restore").arg(self.zip.path().join("then.zip"));
        command.arg("--yes").env("HOME", self.dir.path()).env("XDG_STATE_HOME", self.dir.path().join("machine"));
        command
    }

    fn judge(&mut self, run: &Run) {
        let is_said = run.out.contains("It is back.");
        if run.was_killed() {
            self.killed += 1;
        } else if run.status.success() {
            assert!(is_said, "nothing was said: {run}");
            self.done += 1;
        } else {
            assert!(!is_said && !run.out.trim().is_empty(), "it says why not: {run}");
            self.refused += 1;
        }
        {
            let opened = open(&RealDisk, &self.places).unwrap_or_else(|error| panic!("{error}: {run}"));
            assert_eq!((&opened.problems[..], &opened.vanished), (&[][..], &None), "{run}");
            let notes = notes(&opened.journal);
            assert!(BEFORE.iter().all(|note| notes.contains(note)), "{notes:?}: {run}");
            assert!(!is_said || AFTER.iter().all(|note| notes.contains(note)), "{notes:?}: {run}");
            assert!(!is_said || opened.journal.plans.len() == 1, "{run}");
        }
        let again = self.command().output().expect("it starts");
        assert!(again.status.success(), "a second attempt: {again:?}: {run}");
        let opened = open(&RealDisk, &self.places).unwrap_or_else(|error| panic!("{error}: {run}"));
        assert_eq!(notes(&opened.journal), BTreeSet::from(AFTER), "after a second attempt: {run}");
        assert_eq!(opened.journal.plans.len(), 1, "{run}");
        let left = files_below(self.dir.path()).into_iter().find(|path| path.to_string_lossy().contains(".save-"));
        assert_eq!(left, None, "{run}");
    }
}

#[test]
fn the_program_that_brings_a_journal_back_survives_every_call_that_goes_wrong() {
    let mut story = Restoring::new();
    let Some(figures) = sweep(&mut story) else { return };
    say(&format!(
        "{} injections into the real program: it did what it said {} times, said why not {} times, was killed {} times; \
         0 silent losses; {} s",
        figures.injections,
        story.done,
        story.refused,
        story.killed,
        figures.took.as_secs()
    ));
    assert!(figures.injections > 300, "{figures:?}");
}
