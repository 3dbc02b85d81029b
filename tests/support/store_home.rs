//! A person's folder and a machine's own, on a real disk, for the length of a test.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use sunshower::journal::day::Month;
use sunshower::journal::entry::Cry;
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::store::{
    FileKey, Job, OpenError, Opened, Places, ProblemKind, RealDisk, SaveError, Writer, open, settings_text, sheet_text,
};
use tempfile::TempDir;

/// The month of all these stories.
pub const NOVEMBER: Month = Month { year: 2026, month: 11 };

/// A computer's disk with a person's folder and the machine's own.
pub struct Home {
    _dir: TempDir,
    pub places: Places,
}

impl Home {
    /// Nothing was ever there.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let places = Places::new(dir.path().join("person/Sunshower"), dir.path().join("machine/sunshower"));
        fs::create_dir(dir.path().join("person")).expect("created");
        Self { _dir: dir, places }
    }

    /// One cry in November, plans and settings were saved.
    pub fn with_a_journal() -> Self {
        let home = Self::new();
        let mut opened = home.open();
        note(&mut opened.journal, "kept before");
        save_all(&opened);
        home
    }

    pub fn open(&self) -> Opened {
        open(&RealDisk, &self.places).expect("it opens")
    }

    pub fn refusal(&self) -> OpenError {
        open(&RealDisk, &self.places).map(|_| ()).expect_err("it does not open")
    }

    pub fn month_file(&self) -> PathBuf {
        self.open().vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)))
    }

    /// Every file of the person.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut dirs = vec![self.places.data_dir.clone()];
        while let Some(dir) = dirs.pop() {
            for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    dirs.push(entry.path());
                } else {
                    files.insert(entry.path(), fs::read(entry.path()).expect("readable"));
                }
            }
        }
        files
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn note(journal: &mut Journal, note: &str) {
    let mut cry: Cry = journal.create(day("2026-11-22"), None);
    cry.note = note.into();
    journal.put(cry);
}

pub fn notes(journal: &Journal) -> Vec<&str> {
    let mut notes: Vec<_> = journal.cries.iter().map(|cry| cry.note.as_str()).collect();
    notes.sort_unstable();
    notes
}

pub fn save(opened: &Opened, job: Job) -> Result<(), SaveError> {
    Writer::new(opened.vault.clone(), Arc::new(RealDisk)).run_now(job).result.map(|_| ())
}

pub fn save_month(opened: &Opened) -> Result<(), SaveError> {
    save(opened, Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER))))
}

pub fn save_all(opened: &Opened) {
    save_month(opened).expect("saved");
    save(opened, Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans))).expect("saved");
    save(opened, Job::Settings(settings_text(&opened.settings))).expect("saved");
}

pub fn kinds(opened: &Opened) -> Vec<ProblemKind> {
    opened.problems.iter().map(|problem| problem.kind.clone()).collect()
}
