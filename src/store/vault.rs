//! A folder that was opened.
//!
//! Why a computer may take a new name: the files that carry its name have one writer, itself. If it can no longer read
//! one of them in full (it is damaged, or a newer program wrote into it), it must not write that file again, or what
//! it could not read would be gone. Refusing to save would lose the evening instead. So it takes a new name, leaves
//! everything under the old one alone, and goes on writing beside it. Records are merged by their version on reading,
//! so changes to old records win over the old file, and a mended old file is simply read again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use crate::journal::log::{Journal, Kind, KindVisitor, visit_kinds};
use crate::journal::record::DeviceId;
use crate::store::disk::{Disk, Held};
pub use crate::store::files::FileKey;
use crate::store::folder::{MARKER, MarkerFile, OpenError, Writable};
use crate::store::load::{self, Aside, Contents};
use crate::store::problem::Problem;
use crate::store::read::{VAULT_FORMAT, VERSION};
use crate::store::save::{Hash, Seen};
use crate::store::settings::Settings;
use crate::store::state::{self, Names};
use crate::store::text::pretty;

/// A folder that was opened. Clones stand for the same folder, and the lock is held until the last of them is gone.
#[derive(Clone)]
pub struct Vault(Arc<Inner>);

pub(crate) struct Inner {
    pub dir: PathBuf,
    pub id: Uuid,
    pub name: String,
    pub state_root: PathBuf,
    pub state_dir: PathBuf,
    /// What the folder's path is remembered under.
    pub keys: Vec<String>,
    pub writable: Writable,
    /// Held for as long as anything knows this folder.
    pub _lock: Option<Box<dyn Held>>,
    pub memory: Mutex<Memory>,
}

/// What changes while the folder is open.
pub(crate) struct Memory {
    pub names: Names,
    /// The names are in the state folder.
    pub names_kept: bool,
    /// What the marker held; `None` before there is one.
    pub marker: Option<Hash>,
    pub marker_seen: Seen,
    pub seen: BTreeMap<FileKey, Seen>,
    /// This computer's files as they read where a newer program wrote parts of them.
    pub newer_texts: BTreeMap<FileKey, String>,
    /// The files that hold records.
    pub record_files: BTreeSet<String>,
    /// What each file of the folder held when it was last read or written.
    pub files: BTreeMap<String, Hash>,
    /// A draft that could not be read is still where the next one would go.
    pub draft_in_the_way: bool,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("id", &self.0.id).field("dir", &self.0.dir).finish_non_exhaustive()
    }
}

/// What changed when a folder was read again.
#[derive(Debug)]
pub struct Reloaded {
    /// Everything that is wrong in it now.
    pub problems: Vec<Problem>,
    /// This computer's settings, where they could be read.
    pub settings: Option<Settings>,
    /// Files with changes that are in memory only: save these again.
    pub files: BTreeSet<FileKey>,
    /// Copies whose content is in memory now: put them aside once everything is saved.
    pub copies: Vec<Aside>,
    /// What was erased for good and is not gone from everywhere yet.
    pub erasing: BTreeSet<Uuid>,
}

/// A folder that was read again.
pub struct Again(Contents);

impl Vault {
    pub(crate) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// The folder, under its one real name.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.0.dir
    }

    /// Names the journal for ever.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.0.id
    }

    /// What the person calls it; may be empty.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The machine's own folder for this journal: draft, log, name.
    #[must_use]
    pub fn state_dir(&self) -> &Path {
        &self.0.state_dir
    }

    /// Whether anything can be saved here.
    #[must_use]
    pub fn writable(&self) -> &Writable {
        &self.0.writable
    }

    /// The name this computer writes under. The journal's own `device` is the same.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.memory().names.device.clone()
    }

    /// Files that were taken out of the folder on purpose are not missed next time.
    pub(crate) fn forget_files(&self, files: &[String]) {
        let mut memory = self.memory();
        for file in files {
            memory.record_files.remove(file);
            memory.files.remove(file);
        }
    }

    /// All names this computer writes or wrote under.
    #[must_use]
    pub(crate) fn names(&self) -> Vec<DeviceId> {
        let memory = self.memory();
        std::iter::once(&memory.names.device).chain(&memory.names.before).cloned().collect()
    }

    /// A file's path within the folder, with `/` between its parts, as the log shows it.
    #[must_use]
    pub fn path_in_folder(&self, file: FileKey) -> String {
        file.path(&self.device())
    }

    /// What says that a folder is this journal.
    pub(crate) fn marker_text(&self) -> String {
        pretty(&MarkerFile { format: VAULT_FORMAT.into(), version: VERSION, id: self.0.id, name: self.0.name.clone() })
    }

    /// Where a file is.
    #[must_use]
    pub fn path_of(&self, file: FileKey) -> PathBuf {
        let dir = if file.is_of_the_machine() { &self.0.state_dir } else { &self.0.dir };
        dir.join(self.path_in_folder(file))
    }

    /// Moves the draft aside as `draft-damaged-N.ron`, because another one needs its place.
    ///
    /// # Errors
    /// As the operating system says; then the draft is where it was.
    pub fn set_draft_aside(&self, disk: &dyn Disk) -> io::Result<()> {
        state::set_aside(disk, &self.0.state_dir, "draft")
    }

    /// Moves the evening that was being planned aside, because it makes no sense here.
    ///
    /// # Errors
    /// As the operating system says; then it is where it was.
    pub fn set_tonight_aside(&self, disk: &dyn Disk) -> io::Result<()> {
        state::set_aside(disk, &self.0.state_dir, "tonight")
    }

    /// Says that the draft's text makes no sense here, or is a newer program's. It stays where it is until another
    /// evening needs the place; then it is moved to `draft-damaged-N.ron` first.
    pub fn keep_draft_aside(&self) {
        self.memory().draft_in_the_way = true;
    }

    /// Whether the folder was opened as a new one, and a journal has arrived in it since.
    #[must_use]
    pub fn has_arrived(&self, disk: &dyn Disk) -> bool {
        self.memory().marker.is_none() && disk.read(&self.0.dir.join(MARKER)).is_ok()
    }

    /// Reads the folder again, after something else changed a file in it, and merges it with what is in memory: of
    /// two forms of the same version the one in the folder stays.
    ///
    /// `journal.device` changes where a file of this computer can no longer be read (see the module's documentation),
    /// and where somebody else writes under its name.
    ///
    /// # Errors
    /// [`OpenError::NotFound`] where the folder, or its marker, is gone; `journal` is as it was then.
    pub fn reload(&self, disk: &dyn Disk, journal: &mut Journal) -> Result<Reloaded, OpenError> {
        let contents = self.read_again(disk)?;
        Ok(self.take_in(contents, journal))
    }

    /// Reads the folder again. Takes as long as reading takes; see [`Vault::take_in`].
    ///
    /// # Errors
    /// As for [`Vault::reload`].
    pub fn read_again(&self, disk: &dyn Disk) -> Result<Again, OpenError> {
        let (marker, device) = {
            let memory = self.memory();
            (memory.marker, memory.names.device.clone())
        };
        if marker.is_some() {
            match disk.read(&self.0.dir.join(MARKER)) {
                Ok(bytes) if marker == Some(Hash::of(&bytes)) => {}
                Ok(_) => return Err(OpenError::MarkerChanged),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(OpenError::NotFound),
                Err(error) => return Err(OpenError::Unreadable { reason: error.to_string() }),
            }
        }
        Ok(Again(load::load(disk, &self.0.dir, &device, None)))
    }

    /// Whether what was read differs from what was last read or written.
    #[must_use]
    pub fn is_news(&self, again: &Again) -> bool {
        let known = &self.memory().files;
        again.0.files != *known
    }

    /// Merges what was read again with what is in memory.
    pub fn take_in(&self, again: Again, journal: &mut Journal) -> Reloaded {
        let mut contents = again.0;
        let mut memory = self.memory();
        let mut known = std::mem::replace(journal, Journal::new(memory.names.device.clone()));
        let mut unsaved = Unsaved {
            memory: &known,
            disk: &contents.journal,
            files: BTreeSet::new(),
            ids: BTreeSet::new(),
            is_doubled: false,
        };
        visit_kinds(&mut unsaved);
        let Unsaved { mut files, ids, mut is_doubled, .. } = unsaved;
        is_doubled |= contents.is_doubled(&memory.names.device);
        let mut trash = std::mem::take(&mut known.trash);
        for bundle in std::mem::take(&mut contents.only_in_trash_copies) {
            if trash.iter().all(|known| known.id != bundle.id) {
                trash.push(bundle);
            }
        }
        if contents.journal.trash != trash {
            files.insert(FileKey::Trash);
        }
        if !known.erased().is_subset(contents.journal.erased()) {
            files.insert(FileKey::Erased);
        }
        *journal = std::mem::replace(&mut contents.journal, Journal::new(memory.names.device.clone()));
        journal.trash = trash;
        journal.erase(known.erased().iter().copied());
        let read = std::mem::replace(&mut journal.newer, std::mem::take(&mut known.newer));
        journal.newer.merge(read);
        visit_kinds(&mut Merge { from: &known, into: journal });
        memory.files.clone_from(&contents.files);
        memory.record_files.clone_from(&contents.record_files);
        if contents.is_frozen(&memory.names.device) || is_doubled {
            memory.names.take_a_new_one();
            memory.names_kept = false;
            memory.seen = BTreeMap::new();
            memory.newer_texts = BTreeMap::new();
            journal.device = memory.names.device.clone();
            visit_kinds(&mut SignAgain { ids: &ids, journal });
        } else {
            memory.seen = seen(&contents);
            memory.newer_texts = std::mem::take(&mut contents.newer_texts);
        }
        std::mem::swap(&mut contents.journal, journal);
        contents.adopt();
        std::mem::swap(&mut contents.journal, journal);
        files.append(&mut contents.to_save);
        let settings = settings_of(&memory.names, &contents);
        let erasing = std::mem::take(&mut contents.erasing);
        Reloaded { problems: contents.problems, settings, files, copies: contents.copies, erasing }
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }

    pub(crate) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the files of this computer held when they were read.
pub(crate) fn seen(contents: &Contents) -> BTreeMap<FileKey, Seen> {
    contents.own_files.iter().map(|(key, hash)| (*key, Seen::content(*hash))).collect()
}

/// This computer's settings, under whatever name it last wrote them; or the only ones there are, for a computer that
/// is new to the folder.
pub(crate) fn settings_of(names: &Names, contents: &Contents) -> Option<Settings> {
    let mut own = std::iter::once(&names.device).chain(names.before.iter().rev());
    let only = || if contents.settings.len() == 1 { contents.settings.values().next() } else { None };
    own.find_map(|device| contents.settings.get(device)).or_else(only).cloned()
}

/// Merges all of `from` into `into`, less what is there under the same number.
struct Merge<'a> {
    from: &'a Journal,
    into: &'a mut Journal,
}

impl KindVisitor for Merge<'_> {
    fn visit<R: Kind>(&mut self) {
        for record in R::table(self.from).versions() {
            if !R::table(self.into).has(record.id(), record.rev()) {
                self.into.merge(record.clone());
            }
            if self.from.is_own(record) {
                self.into.adopt(record.id(), record.rev().clone());
            }
        }
    }
}

/// Finds this computer's records that are in memory and not in the folder.
struct Unsaved<'a> {
    memory: &'a Journal,
    disk: &'a Journal,
    ids: BTreeSet<Uuid>,
    files: BTreeSet<FileKey>,
    /// The folder holds versions under this computer's name which it never wrote.
    is_doubled: bool,
}

impl KindVisitor for Unsaved<'_> {
    fn visit<R: Kind>(&mut self) {
        let (memory, disk) = (R::table(self.memory), R::table(self.disk));
        for record in memory.versions().filter(|record| self.memory.is_own(*record)) {
            if !disk.versions_of(record.id()).any(|version| version.knows(record.rev())) {
                self.ids.insert(record.id());
                self.files.insert(FileKey::of::<R>(record.day()));
            }
        }
        let own = |record: &&R| record.rev().1 == self.memory.device;
        self.is_doubled |= disk.versions().filter(own).any(|record| {
            // What came back from a backup by hand is older than what is known here.
            !memory.versions_of(record.id()).any(|version| version.knows(record.rev()))
        });
    }
}

/// Makes records ones of the new name, so that they are written under it.
struct SignAgain<'a> {
    ids: &'a BTreeSet<Uuid>,
    journal: &'a mut Journal,
}

impl KindVisitor for SignAgain<'_> {
    fn visit<R: Kind>(&mut self) {
        let versions = |id: &Uuid| R::table(self.journal).versions_of(*id).cloned().collect::<Vec<_>>();
        let records: Vec<R> = self.ids.iter().flat_map(versions).collect();
        for mut record in records {
            if R::table(self.journal).versions_of(record.id()).count() == 1 {
                self.journal.sign(&mut record);
            } else {
                // Which of several versions is right is not decided by a change of name.
                self.journal.adopt(record.id(), record.rev().clone());
            }
        }
    }
}
