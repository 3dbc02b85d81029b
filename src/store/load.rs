//! Reads everything a folder holds, and says what could not be read.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use crate::journal::day::Month;
use crate::journal::log::{Journal, Kind};
use crate::journal::record::DeviceId;
use crate::store::disk::{DirEntry, Disk};
use crate::store::problem::{Problem, ProblemKind};
use crate::store::read::{self, MonthFile, PlansFile, Read, SETTINGS_FORMAT, SettingsFile};
use crate::store::save::Hash;
use crate::store::settings::Settings;
use crate::store::tidy::{Tidy, is_day};
use crate::store::vault::FileKey;

/// Where months are kept.
pub(crate) const JOURNAL_DIR: &str = "journal";
/// Where plans are kept.
pub(crate) const PLANS_DIR: &str = "plans";
/// Where settings are kept.
pub(crate) const SETTINGS_DIR: &str = "settings";

/// Everything a folder holds.
pub(crate) struct Contents {
    pub journal: Journal,
    pub settings: BTreeMap<DeviceId, Settings>,
    pub problems: Vec<Problem>,
    /// What the files of the journal's own computer held.
    pub own_files: BTreeMap<FileKey, Hash>,
}

impl Contents {
    /// Whether a file of this computer must not be written again. Where a folder could not even be listed, nobody
    /// knows what is in it.
    pub(crate) fn is_frozen(&self, device: &DeviceId) -> bool {
        let months = format!("{JOURNAL_DIR}/{device}/");
        let files = [
            JOURNAL_DIR.to_owned(),
            PLANS_DIR.to_owned(),
            SETTINGS_DIR.to_owned(),
            format!("{JOURNAL_DIR}/{device}"),
            format!("{PLANS_DIR}/{device}.ron"),
            format!("{SETTINGS_DIR}/{device}.ron"),
        ];
        self.problems
            .iter()
            .filter(|problem| problem.kind.freezes())
            .any(|problem| problem.file.starts_with(&months) || files.contains(&problem.file))
    }
}

/// Reads all of `dir` into a journal that `device` will write.
pub(crate) fn load(disk: &dyn Disk, dir: &Path, device: &DeviceId) -> Contents {
    let mut walk = Walk { disk, dir, problems: BTreeSet::new() };
    let found = walk.find();
    let mut into = Contents {
        journal: Journal::new(device.clone()),
        settings: BTreeMap::new(),
        problems: Vec::new(),
        own_files: BTreeMap::new(),
    };
    // One file after the other: this runs beside the first picture, and what is read is held only once.
    for file in &found {
        let body = read_one(disk, &dir.join(&file.path), file, device);
        if let (true, Some(hash)) = (file.device == *device, body.hash) {
            into.own_files.insert(file.key, hash);
        }
        let mut taking = Taking { file, journal: &mut into.journal, problems: Vec::new() };
        let problems = match body.content {
            Content::Month(read) => {
                if let Some(month) = read.value {
                    taking.month(*month);
                }
                read.problems
            }
            Content::Plans(read) => {
                if let Some(plans) = read.value {
                    taking.all(plans.plans);
                }
                read.problems
            }
            Content::Settings(read) => {
                if let Some(mut file) = read.value {
                    let wrong = file.settings.tidy();
                    taking.problems.extend(wrong.into_iter().map(|what| ProblemKind::BadValue { what: what.into() }));
                    into.settings.insert(found_device(taking.file), file.settings);
                }
                read.problems
            }
            Content::Unreadable(reason) => vec![ProblemKind::CannotRead { reason }],
        };
        let kinds = problems.into_iter().chain(taking.problems);
        walk.problems.extend(kinds.map(|kind| Problem { file: file.path.clone(), kind }));
    }
    into.problems = walk.problems.into_iter().collect();
    into
}

fn found_device(file: &Found) -> DeviceId {
    file.device.clone()
}

/// A file that is one of ours by its name.
struct Found {
    path: String,
    key: FileKey,
    device: DeviceId,
}

struct Walk<'a> {
    disk: &'a dyn Disk,
    dir: &'a Path,
    problems: BTreeSet<Problem>,
}

impl Walk<'_> {
    fn find(&mut self) -> Vec<Found> {
        let mut found = Vec::new();
        for folder in self.list(JOURNAL_DIR) {
            let path = format!("{JOURNAL_DIR}/{}", folder.name);
            let device = DeviceId(folder.name);
            if !folder.is_dir || folder.is_mangled || !device.is_valid() {
                self.stranger(path);
                continue;
            }
            for entry in self.list(&path) {
                let path = format!("{path}/{}", entry.name);
                let month = entry.name.strip_suffix(".ron").and_then(Month::parse);
                match month.filter(|month| is_day(month.first_day()) && !entry.is_mangled) {
                    Some(month) => found.push(Found { path, key: FileKey::Month(month), device: device.clone() }),
                    None => self.stranger(path),
                }
            }
        }
        for (dir, key) in [(PLANS_DIR, FileKey::Plans), (SETTINGS_DIR, FileKey::Settings)] {
            for entry in self.list(dir) {
                let path = format!("{dir}/{}", entry.name);
                let device = entry.name.strip_suffix(".ron").map(|name| DeviceId(name.to_owned()));
                match device.filter(|device| device.is_valid() && !entry.is_mangled) {
                    Some(device) => found.push(Found { path, key, device }),
                    None => self.stranger(path),
                }
            }
        }
        found
    }

    /// Hidden names belong to somebody else, and so do the two that Windows leaves everywhere.
    fn list(&mut self, path: &str) -> Vec<DirEntry> {
        match self.disk.list(&self.dir.join(path)) {
            Ok(mut entries) => {
                entries.retain(|entry| !is_litter(&entry.name));
                entries
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => {
                let kind = ProblemKind::CannotRead { reason: error.to_string() };
                self.problems.insert(Problem { file: path.to_owned(), kind });
                Vec::new()
            }
        }
    }

    fn stranger(&mut self, file: String) {
        self.problems.insert(Problem { file, kind: ProblemKind::UnknownFile });
    }
}

/// Files that file managers and synchronising programs leave in any folder.
pub(crate) fn is_litter(name: &str) -> bool {
    name.starts_with('.') || ["desktop.ini", "Thumbs.db", "lost+found"].contains(&name)
}

enum Content {
    Month(Read<Box<MonthFile>>),
    Plans(Read<PlansFile>),
    Settings(Read<SettingsFile>),
    Unreadable(String),
}

struct Body {
    content: Content,
    hash: Option<Hash>,
}

fn read_one(disk: &dyn Disk, path: &Path, file: &Found, own: &DeviceId) -> Body {
    let bytes = match disk.read(path) {
        Ok(bytes) => bytes,
        Err(error) => return Body { content: Content::Unreadable(error.to_string()), hash: None },
    };
    let content = match file.key {
        FileKey::Month(_) => {
            let Read { value, problems } = read::month(&bytes);
            Content::Month(Read { value: value.map(Box::new), problems })
        }
        FileKey::Plans => Content::Plans(read::plans(&bytes)),
        FileKey::Settings | FileKey::Draft => Content::Settings(read::document(&bytes, SETTINGS_FORMAT)),
    };
    Body { content, hash: (file.device == *own).then(|| Hash::of(&bytes)) }
}

/// Takes the records of one file in, looking at each.
struct Taking<'a> {
    file: &'a Found,
    journal: &'a mut Journal,
    problems: Vec<ProblemKind>,
}

impl Taking<'_> {
    fn month(&mut self, file: MonthFile) {
        self.all(file.evenings);
        self.all(file.check_ins);
        self.all(file.cries);
        self.all(file.reflections);
        self.all(file.joys);
        self.all(file.breaths);
        self.all(file.days);
    }

    fn all<R: Kind + Tidy>(&mut self, records: Vec<R>) {
        self.problems.extend(faults(&records, &self.file.device, self.file.key));
        for mut record in records {
            let wrong = record.tidy();
            self.problems.extend(wrong.into_iter().map(|what| ProblemKind::BadValue { what: what.into() }));
            // A copy is as large as what is in it; what the parser made has room for more, for every list of every
            // record of ten years.
            self.journal.merge(record.clone());
        }
    }
}

/// What would be lost or changed if these records were written back to the file they came from.
fn faults<R: Kind>(records: &[R], device: &DeviceId, key: FileKey) -> Vec<ProblemKind> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for record in records {
        if !ids.insert(record.id()) {
            faults.push(ProblemKind::DuplicateId { id: record.id().to_string() });
        }
        if record.rev().1 != *device {
            faults.push(ProblemKind::WrongDevice { device: record.rev().1.to_string() });
        }
        if matches!(key, FileKey::Month(month) if Month::of(record.day()) != month) {
            faults.push(ProblemKind::WrongMonth { day: record.day().to_string() });
        }
    }
    faults
}

/// Whether this text, in this computer's file of that name, would be read back without a problem.
pub(crate) fn reads_back(text: &str, key: FileKey, device: &DeviceId) -> bool {
    let clean = |problems: &[ProblemKind]| problems.is_empty();
    match key {
        FileKey::Month(_) => {
            let read = read::month(text.as_bytes());
            clean(&read.problems)
                && read.value.is_some_and(|file| {
                    [
                        faults(&file.evenings, device, key),
                        faults(&file.check_ins, device, key),
                        faults(&file.cries, device, key),
                        faults(&file.reflections, device, key),
                        faults(&file.joys, device, key),
                        faults(&file.breaths, device, key),
                        faults(&file.days, device, key),
                    ]
                    .iter()
                    .all(|faults| clean(faults))
                })
        }
        FileKey::Plans => {
            let read = read::plans(text.as_bytes());
            clean(&read.problems) && read.value.is_some_and(|file| clean(&faults(&file.plans, device, key)))
        }
        FileKey::Settings => clean(&read::document::<SettingsFile>(text.as_bytes(), SETTINGS_FORMAT).problems),
        FileKey::Draft => true,
    }
}
