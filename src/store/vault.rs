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

use crate::journal::day::Month;
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, Plan, Reflection};
use crate::journal::log::{Journal, Kind};
use crate::journal::record::DeviceId;
use crate::store::disk::{Disk, Held};
use crate::store::folder::{MARKER, OpenError, Writable};
use crate::store::load::{self, Contents, JOURNAL_DIR, PLANS_DIR, SETTINGS_DIR};
use crate::store::problem::Problem;
use crate::store::save::{Hash, Seen};
use crate::store::settings::Settings;
use crate::store::state::{self, Names};

/// Names one file this computer writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKey {
    /// The records of a month.
    Month(Month),
    /// Evenings kept for later.
    Plans,
    /// Settings.
    Settings,
    /// The running evening, in the machine's state folder.
    Draft,
}

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
    /// Months with changes that are in memory only: save these again.
    pub months: BTreeSet<Month>,
    /// The same for plans.
    pub plans: bool,
}

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

    /// A file's path within the folder, with `/` between its parts, as the log shows it.
    #[must_use]
    pub fn path_in_folder(&self, file: FileKey) -> String {
        let device = self.device();
        match file {
            FileKey::Month(month) => format!("{JOURNAL_DIR}/{device}/{month}.ron"),
            FileKey::Plans => format!("{PLANS_DIR}/{device}.ron"),
            FileKey::Settings => format!("{SETTINGS_DIR}/{device}.ron"),
            FileKey::Draft => "draft.ron".to_owned(),
        }
    }

    /// Where a file is.
    #[must_use]
    pub fn path_of(&self, file: FileKey) -> PathBuf {
        let dir = if file == FileKey::Draft { &self.0.state_dir } else { &self.0.dir };
        dir.join(self.path_in_folder(file))
    }

    /// Moves the draft aside as `draft-damaged-N.ron`, because another one needs its place.
    ///
    /// # Errors
    /// As the operating system says; then the draft is where it was.
    pub fn set_draft_aside(&self, disk: &dyn Disk) -> io::Result<()> {
        state::set_aside(disk, &self.0.state_dir, "draft")
    }

    /// Says that the draft's text makes no sense here, or is a newer program's. It stays where it is until another
    /// evening needs the place; then it is moved to `draft-damaged-N.ron` first.
    pub fn keep_draft_aside(&self) {
        self.memory().draft_in_the_way = true;
    }

    /// Reads the folder again, after something else changed a file in it, and merges it with what is in memory: of
    /// two versions of a record the greater one stays, and of two forms of the same version the one in the folder.
    ///
    /// `journal.device` changes where a file of this computer can no longer be read (see the module's documentation).
    ///
    /// # Errors
    /// [`OpenError::NotFound`] where the folder, or its marker, is gone; `journal` is as it was then.
    pub fn reload(&self, disk: &dyn Disk, journal: &mut Journal) -> Result<Reloaded, OpenError> {
        let mut memory = self.memory();
        if memory.marker.is_some() {
            match disk.read(&self.0.dir.join(MARKER)) {
                Ok(bytes) if memory.marker == Some(Hash::of(&bytes)) => {}
                Ok(_) => return Err(OpenError::MarkerChanged),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(OpenError::NotFound),
                Err(error) => return Err(OpenError::Unreadable { reason: error.to_string() }),
            }
        }
        let mut contents = load::load(disk, &self.0.dir, &memory.names.device);
        let mut unsaved = Unsaved::default();
        let known = journal.clone();
        unsaved.find(&known, &contents.journal);
        *journal = std::mem::replace(&mut contents.journal, Journal::new(memory.names.device.clone()));
        each_kind(&known, journal);
        if contents.is_frozen(&memory.names.device) {
            memory.names.take_a_new_one();
            memory.names_kept = false;
            memory.seen = BTreeMap::new();
            journal.device = memory.names.device.clone();
            unsaved.sign_again(&known, journal);
        } else {
            memory.seen = seen(&contents);
        }
        let settings = settings_of(&memory.names, &contents);
        Ok(Reloaded { problems: contents.problems, settings, months: unsaved.months, plans: unsaved.plans })
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

/// Merges all of `from` into `into`.
fn each_kind(from: &Journal, into: &mut Journal) {
    fn one<R: Kind>(from: &Journal, into: &mut Journal) {
        R::table(from).with_tombstones().for_each(|record| into.merge(record.clone()));
    }
    one::<Evening>(from, into);
    one::<CheckIn>(from, into);
    one::<Cry>(from, into);
    one::<Reflection>(from, into);
    one::<Joy>(from, into);
    one::<Breath>(from, into);
    one::<Day>(from, into);
    one::<Plan>(from, into);
}

/// This computer's records that are in memory and not in the folder.
#[derive(Default)]
struct Unsaved {
    ids: BTreeSet<Uuid>,
    months: BTreeSet<Month>,
    plans: bool,
}

impl Unsaved {
    fn find(&mut self, memory: &Journal, disk: &Journal) {
        fn days<R: Kind>(memory: &Journal, disk: &Journal, ids: &mut BTreeSet<Uuid>) -> BTreeSet<Month> {
            let there: BTreeMap<_, _> =
                R::table(disk).with_tombstones().map(|record| (record.id(), record.rev())).collect();
            R::table(memory)
                .with_tombstones()
                .filter(|record| record.rev().1 == memory.device)
                .filter(|record| there.get(&record.id()).is_none_or(|rev| *rev < record.rev()))
                .inspect(|record| {
                    ids.insert(record.id());
                })
                .map(|record| Month::of(record.day()))
                .collect()
        }
        self.months.extend(days::<Evening>(memory, disk, &mut self.ids));
        self.months.extend(days::<CheckIn>(memory, disk, &mut self.ids));
        self.months.extend(days::<Cry>(memory, disk, &mut self.ids));
        self.months.extend(days::<Reflection>(memory, disk, &mut self.ids));
        self.months.extend(days::<Joy>(memory, disk, &mut self.ids));
        self.months.extend(days::<Breath>(memory, disk, &mut self.ids));
        self.months.extend(days::<Day>(memory, disk, &mut self.ids));
        self.plans = !days::<Plan>(memory, disk, &mut self.ids).is_empty();
    }

    /// Makes them records of the new name, so that they are written under it.
    fn sign_again(&self, known: &Journal, journal: &mut Journal) {
        fn one<R: Kind>(ids: &BTreeSet<Uuid>, known: &Journal, journal: &mut Journal) {
            let records = R::table(known).with_tombstones().filter(|record| ids.contains(&record.id()));
            records.for_each(|record| journal.put(record.clone()));
        }
        one::<Evening>(&self.ids, known, journal);
        one::<CheckIn>(&self.ids, known, journal);
        one::<Cry>(&self.ids, known, journal);
        one::<Reflection>(&self.ids, known, journal);
        one::<Joy>(&self.ids, known, journal);
        one::<Breath>(&self.ids, known, journal);
        one::<Day>(&self.ids, known, journal);
        one::<Plan>(&self.ids, known, journal);
    }
}
