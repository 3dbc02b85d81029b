//! Several computers with the same journal, each with a folder of its own, kept the same by copying files as a
//! synchronising program does.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use sunshower::journal::day::Month;
use sunshower::journal::log::Journal;
use sunshower::journal::record::DeviceId;
use sunshower::journal::sheet::Sheet;
use sunshower::store::{
    FileKey, Job, Opened, Places, RealDisk, SaveError, Writer, erased_text, open, settings_text, sheet_text, trash_text,
};
use tempfile::TempDir;

/// The months of these stories.
pub const OCTOBER: Month = Month { year: 2026, month: 10 };
pub const NOVEMBER: Month = Month { year: 2026, month: 11 };
pub const DECEMBER: Month = Month { year: 2026, month: 12 };
pub const MONTHS: [Month; 3] = [OCTOBER, NOVEMBER, DECEMBER];

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A computer: its copy of the person's folder, and its own.
pub struct Computer {
    root: TempDir,
    pub places: Places,
}

impl Computer {
    fn bare() -> Self {
        let root = tempfile::tempdir().expect("a temporary folder");
        let places = Places::new(root.path().join("Sunshower"), root.path().join("machine"));
        Self { root, places }
    }

    /// One with a folder in which only the settings were saved.
    pub fn new() -> Self {
        let computer = Self::bare();
        computer.save_settings();
        computer
    }

    /// Another one with the same folder, and a name of its own.
    pub fn beside(other: &Self) -> Self {
        let computer = Self::bare();
        for (name, bytes) in other.files() {
            computer.put_file(&name, &bytes);
        }
        computer.save_settings();
        computer
    }

    /// Another one with the same folder to which the state of the first was copied: it goes by the same name.
    pub fn copied_from(other: &Self) -> Self {
        let computer = Self::beside(other);
        let (own, there) = (computer.open().vault.clone(), other.open().vault.clone());
        fs::copy(there.state_dir().join("device.ron"), own.state_dir().join("device.ron")).expect("copied");
        fs::remove_file(own.path_of(FileKey::Settings)).expect("removed");
        drop((own, there));
        assert_eq!(computer.device(), other.device());
        computer
    }

    fn save_settings(&self) {
        let opened = self.open();
        save(&opened, Job::Settings(settings_text(&opened.settings))).expect("saved");
    }

    pub fn open(&self) -> Opened {
        open(&RealDisk, &self.places).expect("it opens")
    }

    pub fn device(&self) -> DeviceId {
        self.open().vault.device()
    }

    /// Opens the journal as the app does, changes it, and saves it.
    pub fn change<T>(&self, how: impl FnOnce(&mut Journal) -> T) -> T {
        let mut opened = self.open();
        put_in_order(&mut opened).expect("put in order");
        let result = how(&mut opened.journal);
        save_all(&opened).expect("saved");
        result
    }

    /// The journal after opening it as the app does.
    pub fn journal(&self) -> Journal {
        self.change(|journal| journal.clone())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.places.data_dir.join(name)
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("readable")
    }

    pub fn put_file(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("inside")).expect("created");
        fs::write(path, bytes).expect("written");
    }

    /// Every file of the person, by its path within the folder.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut dirs = vec![self.places.data_dir.clone()];
        while let Some(dir) = dirs.pop() {
            for entry in fs::read_dir(dir).expect("a folder").flatten() {
                if entry.path().is_dir() {
                    dirs.push(entry.path());
                } else {
                    let path = entry.path();
                    let name = path.strip_prefix(&self.places.data_dir).expect("inside");
                    let name = name.to_string_lossy().replace('\\', "/");
                    files.insert(name, fs::read(&path).expect("readable"));
                }
            }
        }
        files
    }

    /// Every file of this computer that holds these words: the person's, and what is kept beside them.
    pub fn holding(&self, words: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut dirs = vec![self.places.data_dir.clone(), self.places.state_root.clone()];
        while let Some(dir) = dirs.pop() {
            for entry in fs::read_dir(dir).expect("a folder").flatten() {
                if entry.path().is_dir() {
                    dirs.push(entry.path());
                } else if String::from_utf8_lossy(&fs::read(entry.path()).expect("readable")).contains(words) {
                    found.push(entry.path());
                }
            }
        }
        found
    }

    /// The copies that were put aside.
    pub fn put_aside(&self) -> Vec<Vec<u8>> {
        self.files().into_iter().filter(|(name, _)| name.starts_with("trash/copies/")).map(|(_, bytes)| bytes).collect()
    }
}

/// The name of one of this computer's files within the folder.
pub fn name_of(opened: &Opened, file: FileKey) -> String {
    opened.vault.path_in_folder(file)
}

pub fn save(opened: &Opened, job: Job) -> Result<(), SaveError> {
    Writer::new(opened.vault.clone(), Arc::new(RealDisk)).run_now(job).result.map(|_| ())
}

/// What a file of records reads with this journal.
pub fn text(journal: &Journal, file: FileKey) -> String {
    match file {
        FileKey::Records(sheet) => sheet_text(journal, sheet),
        FileKey::Trash => trash_text(journal),
        FileKey::Erased => erased_text(journal.erased()),
        other => panic!("{other:?} holds no records"),
    }
}

/// The job that saves a file as it is now.
pub fn job(opened: &Opened, file: FileKey) -> Job {
    match file {
        FileKey::Settings => return Job::Settings(settings_text(&opened.settings)),
        FileKey::Erased => {
            return Job::Erased { ids: BTreeSet::new(), text: text(&opened.journal, file) };
        }
        _ => {}
    }
    let text = text(&opened.journal, file);
    match file {
        FileKey::Records(sheet) => Job::Records(sheet, text),
        _ => Job::Trash(text),
    }
}

/// Saves what opening found to be saved, and puts the copies aside.
pub fn put_in_order(opened: &mut Opened) -> Result<(), SaveError> {
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    for file in std::mem::take(&mut opened.to_save) {
        writer.run_now(job(opened, file)).result?;
    }
    let copies = std::mem::take(&mut opened.copies);
    writer.run_now(Job::PutAside(copies, day("2026-12-24"))).result.map(|_| ())
}

/// The files that hold records, and what was erased.
pub fn record_files() -> impl Iterator<Item = FileKey> {
    MONTHS.map(|month| FileKey::Records(Sheet::Month(month))).into_iter().chain([
        FileKey::Records(Sheet::Plans),
        FileKey::Records(Sheet::Library),
        FileKey::Trash,
        FileKey::Erased,
    ])
}

/// Saves everything that does not read in the folder as it does in memory.
pub fn save_all(opened: &Opened) -> Result<(), SaveError> {
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    let nothing = Journal::new(opened.vault.device());
    for file in record_files() {
        let now = text(&opened.journal, file);
        let there = fs::read_to_string(opened.vault.path_of(file)).ok();
        let is_nothing = there.is_none() && now == text(&nothing, file);
        if !is_nothing && there != Some(now) {
            writer.run_now(job(opened, file)).result?;
        }
    }
    Ok(())
}

/// Two folders that a synchronising program keeps the same.
#[derive(Default)]
pub struct Synced {
    /// What both held last time.
    base: BTreeMap<String, Vec<u8>>,
    conflicts: usize,
}

impl Synced {
    /// As Syncthing does: what one side changed or removed since last time goes to the other; of what both changed, one
    /// keeps the name and the other becomes a copy beside it; what one changed and the other removed stays.
    pub fn sync(&mut self, one: &Computer, other: &Computer, one_wins: bool) {
        let (first, second) = if one_wins { (one, other) } else { (other, one) };
        let (a, b) = (first.files(), second.files());
        let names: BTreeSet<_> = a.keys().chain(b.keys()).chain(self.base.keys()).cloned().collect();
        for name in names.into_iter().filter(|name| !name.starts_with('.')) {
            let (a, b, base) = (a.get(&name), b.get(&name), self.base.get(&name));
            let stays = match (a, b) {
                _ if a == b => continue,
                _ if b == base => a,
                _ if a == base => b,
                (Some(a), Some(b)) => {
                    self.conflicts += 1;
                    let copy = format!(".sync-conflict-20261122-{:06}-NXPKH7W.ron", self.conflicts);
                    let copy = name.replace(".ron", &copy);
                    first.put_file(&copy, b);
                    second.put_file(&copy, b);
                    Some(a)
                }
                (a, b) => a.or(b),
            };
            for computer in [first, second] {
                match stays {
                    Some(bytes) => computer.put_file(&name, bytes),
                    None if computer.path(&name).exists() => remove(&computer.path(&name)),
                    None => {}
                }
            }
        }
        self.base = first.files();
    }

    /// How often both sides had changed a file.
    pub fn conflicts(&self) -> usize {
        self.conflicts
    }
}

fn remove(path: &Path) {
    fs::remove_file(path).expect("removed");
}
