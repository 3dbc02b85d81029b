//! Reads everything a folder holds, and says what could not be read.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use uuid::Uuid;

use crate::journal::day::Month;
use crate::journal::log::{Journal, Kind};
use crate::journal::record::{DeviceId, Record, Rev};
use crate::journal::sheet::Sheet;
use crate::journal::trash::{Bundle, ForEachKind, Records};
use crate::store::disk::Disk;
use crate::store::files::{ERASED_DIR, FileKey, JOURNAL_DIR, LIBRARY_DIR, PLANS_DIR, SETTINGS_DIR, TRASH_DIR};
use crate::store::problem::{Problem, ProblemKind};
use crate::store::read::{self, ERASED_FORMAT, ErasedFile, NewerText, Read, SETTINGS_FORMAT, SettingsFile, TrashFile};
use crate::store::save::Hash;
use crate::store::settings::Settings;
use crate::store::walk::{self, Found};

/// Below this many files one thread reads them all; above, several do.
const MANY_FILES: usize = 24;

/// Everything a folder holds.
pub(crate) struct Contents {
    pub journal: Journal,
    pub settings: BTreeMap<DeviceId, Settings>,
    pub problems: Vec<Problem>,
    /// What the files of the journal's own computer held.
    pub own_files: BTreeMap<FileKey, Hash>,
    /// What each file held, by its path within the folder.
    pub files: BTreeMap<String, Hash>,
    /// The files that hold records, by their paths within the folder.
    pub record_files: BTreeSet<String>,
    /// This computer's files as they read where a newer program wrote parts of them. Sheets of records are not among
    /// them: what is not known of those is kept by record.
    pub newer_texts: BTreeMap<FileKey, String>,
    /// Copies that a synchronising program or a failed save left. What was in them is in the journal.
    pub copies: Vec<Aside>,
    /// Versions of records that were found in nothing but copies.
    pub only_in_copies: Vec<OnlyInCopy>,
    /// Files of which nothing could be used. Written over, all of it would be lost.
    pub unused: BTreeSet<String>,
    /// What was deleted, found in nothing but copies. It is in the journal's trash as well.
    pub only_in_trash_copies: Vec<Bundle>,
    /// What was erased for good and is not gone from everywhere: met in some file, or not known to this computer's own.
    pub erasing: BTreeSet<Uuid>,
    /// This computer's files that do not read as they should: what was erased is still in them, or what was in a copy
    /// is not.
    pub to_save: BTreeSet<FileKey>,
}

/// A version of a record that was found in nothing but a copy.
pub(crate) struct OnlyInCopy {
    id: Uuid,
    rev: Rev,
    file: FileKey,
    /// This program made the copy.
    is_ours: bool,
}

/// A file that is to be put aside once what was in it is safe elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aside {
    /// Where it is.
    pub path: PathBuf,
    /// How it is called to the person.
    pub shown: String,
    /// It lies in the machine's own folder, and is of no use any more.
    pub is_ours: bool,
}

impl Contents {
    /// Whether a file of this computer must not be written again. Where a folder could not even be listed, nobody
    /// knows what is in it.
    pub(crate) fn is_frozen(&self, device: &DeviceId) -> bool {
        let months = format!("{JOURNAL_DIR}/{device}/");
        let files = [JOURNAL_DIR.to_owned(), format!("{JOURNAL_DIR}/{device}")];
        let others = [PLANS_DIR, LIBRARY_DIR, SETTINGS_DIR, TRASH_DIR, ERASED_DIR];
        self.not_whole().any(|file| {
            file.starts_with(&months)
                || files.iter().any(|own| own == file)
                || others.iter().any(|dir| file == *dir || file == format!("{dir}/{device}.ron"))
        })
    }

    /// The files, or folders, of which nobody knows all that is in them.
    pub(crate) fn not_whole(&self) -> impl Iterator<Item = &str> {
        let problems = self.problems.iter().filter(|problem| problem.kind.freezes());
        problems.map(|problem| problem.file.as_str()).chain(self.unused.iter().map(String::as_str))
    }

    /// Whether somebody else writes under this computer's name: its state was copied to another machine.
    pub(crate) fn is_doubled(&self, device: &DeviceId) -> bool {
        self.only_in_copies.iter().any(|only| only.rev.1 == *device && !only.is_ours)
    }

    /// What was in copies only stands in this computer's files from the next save on.
    pub(crate) fn adopt(&mut self) {
        for OnlyInCopy { id, rev, file, .. } in std::mem::take(&mut self.only_in_copies) {
            self.journal.adopt(id, rev);
            self.to_save.insert(file);
        }
    }
}

/// Reads all of `dir` into a journal that `device` will write, and what failed saves left in `rescued`.
pub(crate) fn load(disk: &dyn Disk, dir: &Path, device: &DeviceId, rescued: Option<&Path>) -> Contents {
    let mut problems = BTreeSet::new();
    let found = walk::find(disk, dir, &mut problems);
    let mut taking = Taking {
        device,
        problems,
        erased_here: BTreeSet::new(),
        contents: Contents {
            journal: Journal::new(device.clone()),
            settings: BTreeMap::new(),
            problems: Vec::new(),
            own_files: BTreeMap::new(),
            files: BTreeMap::new(),
            record_files: BTreeSet::new(),
            newer_texts: BTreeMap::new(),
            copies: Vec::new(),
            only_in_copies: Vec::new(),
            unused: BTreeSet::new(),
            only_in_trash_copies: Vec::new(),
            erasing: BTreeSet::new(),
            to_save: BTreeSet::new(),
        },
    };
    // What was erased has to be known before anything else is taken in, and copies come after what they are copies of.
    let (copies, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|file| file.is_copy);
    let (erased, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|file| file.key == FileKey::Erased);
    for files in [erased, found] {
        each_read(disk, dir, &files, |file, body| taking.file(file, body));
    }
    for file in &copies {
        let body = read_one(disk, &dir.join(&file.path), file);
        taking.copy(file, body, &dir.join(&file.path), false);
    }
    if let Some(rescued) = rescued {
        taking.rescued(disk, rescued);
    }
    let mut contents = taking.contents;
    // A copy of the trash may hold what was erased.
    let erased = contents.journal.erased().clone();
    contents.journal.erase([]);
    contents.erasing.extend(erased.difference(&taking.erased_here));
    contents.problems = taking.problems.into_iter().collect();
    contents
}

/// Reads files one after the other, or several at once where there are many: this runs beside the first picture, and
/// ten years should not take longer than that. No more is held at a time than is being worked on.
fn each_read(disk: &dyn Disk, dir: &Path, files: &[Found], mut take: impl FnMut(&Found, Body)) {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(4);
    if files.len() < MANY_FILES || threads == 1 {
        for file in files {
            take(file, read_one(disk, &dir.join(&file.path), file));
        }
        return;
    }
    let next = AtomicUsize::new(0);
    let (send, receive) = sync_channel(threads);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if send.send((file, read_one(disk, &dir.join(&file.path), file))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        while let Ok((file, body)) = receive.recv() {
            take(file, body);
        }
    });
}

enum Content {
    Records(Read<Records>),
    Settings(Read<SettingsFile>),
    Trash(Read<TrashFile>),
    Erased(Read<ErasedFile>),
    Unreadable(String),
    Gone,
}

impl Content {
    /// Whether it cannot be written again without a loss.
    fn is_unused(&self) -> bool {
        match self {
            Self::Records(read) => read.value.is_none(),
            Self::Settings(read) => read.value.is_none(),
            Self::Trash(read) => {
                let can_be_written = |trash: &TrashFile| read.problems.is_empty() || trash.has_a_place_for_more();
                !read.value.as_ref().is_some_and(can_be_written)
            }
            // What is not known of it would be gone with the next save.
            Self::Erased(read) => read.value.is_none() || !read.problems.is_empty(),
            Self::Unreadable(_) => true,
            Self::Gone => false,
        }
    }
}

struct Body {
    content: Content,
    hash: Option<Hash>,
    /// The whole text, where a newer program wrote parts of a file that is not kept by record.
    newer_text: Option<String>,
}

fn read_one(disk: &dyn Disk, path: &Path, file: &Found) -> Body {
    let gone = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    // A synchronising program may be putting another one in its place this very moment.
    let read = disk.read(path).or_else(|error| if gone(&error) { disk.read(path) } else { Err(error) });
    let bytes = match read {
        Ok(bytes) => bytes,
        // It is not there any more. What is missing for longer is noticed by its absence.
        Err(error) if gone(&error) => return Body { content: Content::Gone, hash: None, newer_text: None },
        Err(error) => return Body { content: Content::Unreadable(error.to_string()), hash: None, newer_text: None },
    };
    let content = match file.key {
        FileKey::Records(sheet) => Content::Records(read::sheet(&bytes, sheet)),
        FileKey::Trash => Content::Trash(read::trash(&bytes)),
        FileKey::Erased => Content::Erased(read::document(&bytes, ERASED_FORMAT)),
        _ => Content::Settings(read::document(&bytes, SETTINGS_FORMAT)),
    };
    let is_newer =
        |problems: &[ProblemKind]| problems.iter().any(|kind| matches!(kind, ProblemKind::NewerParts { .. }));
    let newer = match &content {
        Content::Records(_) | Content::Unreadable(_) | Content::Gone => false,
        Content::Settings(read) => is_newer(&read.problems),
        Content::Trash(read) => is_newer(&read.problems),
        Content::Erased(read) => is_newer(&read.problems),
    };
    let newer_text = newer.then(|| String::from_utf8_lossy(&bytes).into_owned());
    Body { content, hash: Some(Hash::of(&bytes)), newer_text }
}

/// Takes files in, one after the other.
struct Taking<'a> {
    device: &'a DeviceId,
    problems: BTreeSet<Problem>,
    contents: Contents,
    /// What this computer's own file says was erased.
    erased_here: BTreeSet<Uuid>,
}

impl Taking<'_> {
    fn tell(&mut self, file: &Found, kinds: impl IntoIterator<Item = ProblemKind>) {
        self.problems.extend(kinds.into_iter().map(|kind| Problem { file: file.path.clone(), kind }));
    }

    fn file(&mut self, file: &Found, body: Body) {
        let is_own = file.device == *self.device;
        if let Some(hash) = body.hash {
            self.contents.files.insert(file.path.clone(), hash);
            if file.key.holds_records() {
                self.contents.record_files.insert(file.path.clone());
            }
            if is_own {
                self.contents.own_files.insert(file.key, hash);
            }
        }
        if let (true, Some(text)) = (is_own, body.newer_text) {
            self.contents.newer_texts.insert(file.key, text);
        }
        if body.content.is_unused() {
            self.contents.unused.insert(file.path.clone());
        }
        match body.content {
            Content::Records(read) => self.records(file, read),
            Content::Settings(read) => {
                if let Some(mut document) = read.value {
                    let wrong = document.settings.tidy();
                    self.tell(file, wrong.into_iter().map(|what| ProblemKind::BadValue { what: what.into() }));
                    self.contents.settings.insert(file.device.clone(), document.settings);
                }
                self.tell(file, read.problems);
            }
            Content::Trash(read) => {
                self.keep_newer_records(read.newer.records);
                if let Some(document) = read.value {
                    self.trash(file, document);
                }
                self.tell(file, read.problems);
            }
            Content::Erased(read) => {
                let ids: BTreeSet<Uuid> = read.value.into_iter().flat_map(|document| document.ids).collect();
                if is_own {
                    self.erased_here.clone_from(&ids);
                }
                self.contents.journal.erase(ids);
                self.tell(file, read.problems);
            }
            Content::Unreadable(reason) => self.tell(file, [ProblemKind::CannotRead { reason }]),
            Content::Gone => {}
        }
    }

    fn trash(&mut self, file: &Found, mut document: TrashFile) {
        let wrong: Vec<_> = document.bundles.iter_mut().flat_map(|bundle| bundle.records.tidy()).collect();
        self.tell(file, wrong.into_iter().map(|what| ProblemKind::BadValue { what: what.into() }));
        let journal = &mut self.contents.journal;
        let all = document.bundles.len();
        let erasing = &mut self.contents.erasing;
        for bundle in &mut document.bundles {
            erasing.extend(bundle.records.ids().into_iter().filter(|id| journal.erased().contains(id)));
            bundle.records.forget(|id| journal.erased().contains(&id));
        }
        document.bundles.retain(|bundle| !bundle.records.is_empty());
        if file.device == *self.device {
            if document.bundles.len() < all {
                self.contents.to_save.insert(file.key);
            }
            journal.trash = document.bundles;
        } else if !document.bundles.is_empty() {
            journal.trash_elsewhere.insert(file.device.clone(), document.bundles);
        }
    }

    fn records(&mut self, file: &Found, read: Read<Records>) {
        let is_own = file.device == *self.device;
        self.tell(file, read.problems);
        self.keep_newer(file, read.newer, is_own);
        let Some(records) = read.value else { return };
        let mut one = OneFile {
            file,
            is_own,
            journal: &mut self.contents.journal,
            problems: Vec::new(),
            erased: BTreeSet::new(),
        };
        records.each(&mut one);
        let OneFile { problems, erased, .. } = one;
        self.tell(file, problems);
        let has_erased = !erased.is_empty();
        self.contents.erasing.extend(erased);
        if has_erased && is_own {
            self.contents.to_save.insert(file.key);
        }
    }

    fn keep_newer(&mut self, file: &Found, newer: NewerText, is_own: bool) {
        self.keep_newer_records(newer.records);
        if let (true, FileKey::Records(sheet)) = (is_own, file.key) {
            self.contents.journal.newer.keep_sheet(sheet, newer.unknown);
        }
    }

    fn keep_newer_records(&mut self, records: Vec<(Uuid, Rev, String)>) {
        for (id, rev, text) in records {
            self.contents.journal.newer.keep_record(id, rev, &text);
        }
    }

    /// Takes in a copy. Only one that was read in full may be put aside later.
    fn copy(&mut self, file: &Found, body: Body, path: &Path, is_ours: bool) {
        let shown = file.path.clone();
        let aside = Aside { path: path.to_owned(), shown, is_ours };
        if let Some(hash) = body.hash.filter(|_| !is_ours) {
            self.contents.files.insert(file.path.clone(), hash);
        }
        match body.content {
            Content::Records(read) => {
                let whole = read.newer.unknown.is_empty() && !read.problems.iter().any(ProblemKind::freezes);
                let Some(records) = read.value.filter(|_| whole) else {
                    self.tell(file, [ProblemKind::UnknownFile]);
                    return;
                };
                self.keep_newer(file, NewerText { records: read.newer.records, ..NewerText::default() }, false);
                let mut one = OneCopy { contents: &mut self.contents, is_ours };
                records.each(&mut one);
            }
            // One computer's choices: those in the file itself are the newer ones.
            Content::Settings(Read { value: Some(_), .. }) => {}
            Content::Erased(Read { value: Some(document), .. }) => {
                if !document.ids.is_subset(self.contents.journal.erased()) {
                    self.contents.to_save.insert(FileKey::Erased);
                }
                self.contents.journal.erase(document.ids);
            }
            Content::Trash(Read { value: Some(document), newer, .. }) => {
                self.keep_newer_records(newer.records);
                let journal = &mut self.contents.journal;
                for mut bundle in document.bundles {
                    bundle.records.tidy();
                    let erased = bundle.records.ids().into_iter().filter(|id| journal.erased().contains(id));
                    self.contents.erasing.extend(erased);
                    let mut known = journal.trash_elsewhere.values().flatten().chain(&journal.trash);
                    if known.all(|known| known.id != bundle.id) {
                        self.contents.only_in_trash_copies.push(bundle.clone());
                        journal.trash.push(bundle);
                        self.contents.to_save.insert(FileKey::Trash);
                    }
                }
            }
            Content::Gone => return,
            _ => {
                self.tell(file, [ProblemKind::UnknownFile]);
                return;
            }
        }
        self.contents.copies.push(aside);
    }

    /// What could not be saved in the folder was kept in the machine's own.
    fn rescued(&mut self, disk: &dyn Disk, dir: &Path) {
        for entry in disk.list(dir).unwrap_or_default() {
            let stem = entry.name.strip_suffix(".ron").unwrap_or_default();
            let key = match (stem, Month::parse(stem)) {
                ("plans", _) => FileKey::Records(Sheet::Plans),
                ("library", _) => FileKey::Records(Sheet::Library),
                ("trash", _) => FileKey::Trash,
                (_, Some(month)) => FileKey::Records(Sheet::Month(month)),
                _ => continue,
            };
            let path = dir.join(&entry.name);
            let file = Found { path: entry.name, key, device: self.device.clone(), is_copy: true };
            let body = read_one(disk, &path, &file);
            self.copy(&file, body, &path, true);
        }
    }
}

/// The records of one file.
struct OneFile<'a> {
    file: &'a Found,
    is_own: bool,
    journal: &'a mut Journal,
    problems: Vec<ProblemKind>,
    /// Erased for good, and still in it.
    erased: BTreeSet<Uuid>,
}

impl ForEachKind for OneFile<'_> {
    fn one<R: Kind>(&mut self, records: &[R]) {
        self.problems.extend(faults(records, self.file.key));
        for record in records {
            // A copy is as large as what is in it; what the parser made has room for more, for every list of every
            // record of ten years.
            let record = record.clone();
            if self.journal.erased().contains(&record.id()) {
                self.erased.insert(record.id());
            }
            if self.is_own {
                self.journal.adopt(record.id(), record.rev().clone());
            }
            self.journal.merge(record);
        }
    }
}

/// The records of one copy.
struct OneCopy<'a> {
    contents: &'a mut Contents,
    is_ours: bool,
}

impl ForEachKind for OneCopy<'_> {
    fn one<R: Kind>(&mut self, records: &[R]) {
        for record in records {
            let record = record.clone();
            let journal = &mut self.contents.journal;
            let is_known = R::table(journal).versions_of(record.id()).any(|version| *version == record);
            let (id, rev, day) = (record.id(), record.rev().clone(), record.day());
            if journal.erased().contains(&id) {
                self.contents.erasing.insert(id);
                continue;
            }
            journal.merge(record);
            if !is_known && R::table(journal).has(id, &rev) {
                let file = FileKey::of::<R>(day);
                self.contents.only_in_copies.push(OnlyInCopy { id, rev, file, is_ours: self.is_ours });
            }
        }
    }
}

/// What would be lost if these records were written back to the file they came from.
fn faults<R: Record>(records: &[R], key: FileKey) -> Vec<ProblemKind> {
    let FileKey::Records(Sheet::Month(month)) = key else { return Vec::new() };
    let elsewhere = records.iter().filter(|record| Month::of(record.day()) != month);
    elsewhere.map(|record| ProblemKind::WrongMonth { day: record.day().to_string() }).collect()
}

/// Whether this text would be read back in full from a file of that name.
pub(crate) fn reads_back(text: &str, key: FileKey) -> bool {
    struct Faults(FileKey, bool);
    impl ForEachKind for Faults {
        fn one<R: Kind>(&mut self, records: &[R]) {
            self.1 |= !faults(records, self.0).is_empty();
        }
    }
    fn whole<T>(read: &Read<T>) -> bool {
        read.value.is_some() && !read.problems.iter().any(ProblemKind::freezes)
    }
    let bytes = text.as_bytes();
    let of_lists = |read: Read<Records>| {
        let mut found = Faults(key, !whole(&read));
        read.value.unwrap_or_default().each(&mut found);
        !found.1
    };
    match key {
        FileKey::Records(sheet) => of_lists(read::sheet(bytes, sheet)),
        FileKey::Settings => whole(&read::document::<SettingsFile>(bytes, SETTINGS_FORMAT)),
        FileKey::Trash => whole(&read::trash(bytes)),
        FileKey::Erased => whole(&read::document::<ErasedFile>(bytes, ERASED_FORMAT)),
        _ => true,
    }
}
