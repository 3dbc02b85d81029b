//! Opening a folder, or saying why not. Opening creates and changes nothing in the person's folder; what is there
//! afterwards was there before, less this program's own temporary files.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::journal::log::Journal;
use crate::store::disk::{DirEntry, Disk, Held};
use crate::store::erase;
use crate::store::files::{
    COPIES_DIR, ERASED_DIR, FileKey, JOURNAL_DIR, LIBRARY_DIR, OwnList, PLANS_DIR, SETTINGS_DIR, TRASH_DIR,
};
use crate::store::load::{self, Aside};
use crate::store::memory::{self, Vanished};
use crate::store::problem::{Problem, ProblemKind};
use crate::store::read::{self, Document, VAULT_FORMAT};
use crate::store::repair::DAMAGED_DIR;
use crate::store::save::{Hash, Seen, TEMP_PREFIX, TEMP_SUFFIX, is_leftover};
use crate::store::settings::Settings;
use crate::store::state::{self, Names};
use crate::store::vault::{Inner, Memory, Vault, seen, settings_of};
use crate::store::walk::is_litter;

/// The file that makes a folder a journal. Its absence means "not plugged in?", never "first run".
pub const MARKER: &str = "sunshower-vault.ron";
/// Where texts that could not be saved wait, in the machine's state folder.
pub(crate) const UNSAVED_DIR: &str = "unsaved";
/// Whose temporary files those beside the marker are.
pub(crate) const MARKER_TAG: &str = "marker";

#[derive(Serialize, Deserialize)]
pub(crate) struct MarkerFile {
    pub format: String,
    pub version: u32,
    pub id: Uuid,
    #[serde(default)]
    pub name: String,
}

impl Document for MarkerFile {
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// Where things are on this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The person's folder.
    pub data_dir: PathBuf,
    /// Where this computer remembers things about folders.
    pub state_root: PathBuf,
    /// Where a copy of everything may be put when the folder takes nothing, the best place first.
    pub copy_dirs: Vec<PathBuf>,
}

impl Places {
    /// These places.
    #[must_use]
    pub fn new(data_dir: PathBuf, state_root: PathBuf) -> Self {
        Self { data_dir, state_root, copy_dirs: Vec::new() }
    }
}

/// A folder that was opened, and what was in it.
#[derive(Debug)]
pub struct Opened {
    /// The folder; it is locked as long as this or a clone of it lives.
    pub vault: Vault,
    /// All records that could be read.
    pub journal: Journal,
    /// This computer's settings, or the default ones.
    pub settings: Settings,
    /// What is wrong with single files. None of them will be overwritten.
    pub problems: Vec<Problem>,
    /// Whether anything can be saved.
    pub writable: Writable,
    /// The text of the draft that was left by an evening that did not end.
    pub draft: Option<String>,
    /// The text of an evening that was being planned.
    pub tonight: Option<String>,
    /// The texts of the lists of the person's own.
    pub lists: BTreeMap<OwnList, String>,
    /// There is nothing yet, and nothing was ever seen here. The folder appears with the first save.
    pub first_time: bool,
    /// What was there last time and is not now. Nothing should be saved before the person has been asked.
    pub vanished: Option<Vanished>,
    /// Files that have to be saved because they do not hold what they should.
    pub to_save: BTreeSet<FileKey>,
    /// Copies whose content is in the journal: put them aside once `to_save` is saved.
    pub copies: Vec<Aside>,
    /// What was being erased for good when the program ended, or is not gone from everywhere yet.
    pub erasing: BTreeSet<Uuid>,
}

/// Whether anything can be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writable {
    /// It can.
    Yes,
    /// It can only be read.
    No(ReadOnlyWhy),
}

/// Why a folder can only be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnlyWhy {
    /// The disk allows no writing.
    Disk,
    /// This person may not write there.
    Permission,
    /// A newer program made the folder. What can be read of it is shown.
    Newer {
        /// The version it says it has.
        version: u32,
    },
    /// It could not be made sure that nobody else writes, because the state folder could not be used.
    NoLock {
        /// In the system's words.
        reason: String,
    },
}

/// Why a folder was not opened. Nothing was created and nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// A journal was here before; now the folder is missing or empty, as when a drive is not plugged in.
    #[error("the folder was here before and is not there now")]
    NotFound,
    /// It is a file.
    #[error("this is not a folder")]
    NotAFolder,
    /// There are other things in it, and no journal.
    #[error("the folder holds other things and no journal")]
    NotOurs,
    /// A journal was here before, and its other files may be, but the marker is gone.
    #[error("the journal's {MARKER} is missing")]
    MarkerMissing,
    /// The marker cannot be understood.
    #[error("the journal's {MARKER} is damaged")]
    MarkerDamaged {
        /// What is wrong with it.
        problem: ProblemKind,
    },
    /// Another journal lies where this one was.
    #[error("another journal is in its place")]
    MarkerChanged,
    /// The program is open with this folder already.
    #[error("the folder is open in another window")]
    InUse,
    /// The system did not let it be read.
    #[error("the folder cannot be read: {reason}")]
    Unreadable {
        /// In the system's words.
        reason: String,
    },
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        Self::Unreadable { reason: error.to_string() }
    }
}

/// A folder as it looks from outside.
pub(crate) struct Look {
    pub dir: PathBuf,
    pub keys: Vec<String>,
    /// `None`: there is nothing yet.
    pub marker: Option<(MarkerFile, Hash)>,
    /// The version of the newer program that made the folder.
    pub newer: Option<u32>,
    pub exists: bool,
}

/// The folder's real name, and what both that and the given one are remembered under: a link that leads to a drive has
/// another real name while the drive is not plugged in.
pub(crate) fn resolve(disk: &dyn Disk, data_dir: &Path) -> io::Result<(PathBuf, Vec<String>)> {
    let given = std::path::absolute(data_dir)?;
    let mut rest = Vec::new();
    let mut above = given.clone();
    let real = loop {
        match disk.canonical(&above) {
            Ok(real) => break rest.iter().rev().fold(real, |path: PathBuf, part| path.join(part)),
            Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Err(error);
            }
            Err(_) => match (above.file_name().map(ToOwned::to_owned), above.pop()) {
                (Some(part), true) => rest.push(part),
                _ => break given.clone(),
            },
        }
    };
    let key = |path: &Path| Hash::of(path.as_os_str().as_encoded_bytes()).hex(16);
    let mut keys = vec![key(&real), key(&given)];
    keys.dedup();
    Ok((real, keys))
}

/// Whether a name may be in a folder that counts as empty.
fn is_nothing(entry: &DirEntry) -> bool {
    is_leftover(&entry.name, None)
        || [".stfolder", ".stignore", ".stversions", ".DS_Store"].contains(&&*entry.name)
        || { is_litter(&entry.name) && !entry.name.starts_with('.') }
}

/// Looks at a folder from outside: what it is, without reading any records.
pub(crate) fn look(disk: &dyn Disk, places: &Places) -> Result<Look, OpenError> {
    let (dir, keys) = resolve(disk, &places.data_dir)?;
    look_at(disk, places, dir, keys)
}

fn look_at(disk: &dyn Disk, places: &Places, dir: PathBuf, keys: Vec<String>) -> Result<Look, OpenError> {
    let entries = match disk.list(&dir) {
        Ok(entries) => Some(entries),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(OpenError::NotAFolder),
        Err(error) => return Err(error.into()),
    };
    let exists = entries.is_some();
    let entries = entries.unwrap_or_default();
    if !entries.iter().any(|entry| entry.name == MARKER) {
        let seen = state::was_seen(disk, &places.state_root, &keys)?;
        return match (entries.iter().all(is_nothing), seen) {
            (true, false) => Ok(Look { dir, keys, marker: None, newer: None, exists }),
            (true, true) => Err(OpenError::NotFound),
            (false, false) => Err(OpenError::NotOurs),
            (false, true) => Err(OpenError::MarkerMissing),
        };
    }
    let bytes = disk.read(&dir.join(MARKER))?;
    let mut read = read::document::<MarkerFile>(&bytes, VAULT_FORMAT);
    match (read.value, read.problems.pop()) {
        (Some(marker), _) => Ok(Look { dir, keys, marker: Some((marker, Hash::of(&bytes))), newer: None, exists }),
        (None, Some(ProblemKind::NewerVersion { version })) => {
            // Its id may be said in another way by then; nothing is ever written under this one.
            let marker = MarkerFile { format: VAULT_FORMAT.into(), version, id: Uuid::nil(), name: String::new() };
            Ok(Look { dir, keys, marker: Some((marker, Hash::of(&bytes))), newer: Some(version), exists })
        }
        (None, problem) => Err(OpenError::MarkerDamaged { problem: problem.unwrap_or(ProblemKind::Empty) }),
    }
}

/// Opens a folder and reads everything in it.
///
/// # Errors
/// Says why it was not opened. A folder that could not be read is never taken for a new one.
pub fn open(disk: &dyn Disk, places: &Places) -> Result<Opened, OpenError> {
    let (dir, keys) = resolve(disk, &places.data_dir)?;
    let (lock, no_lock) = match lock(disk, &places.state_root, &keys) {
        Ok(Some(lock)) => (Some(lock), None),
        Ok(None) => return Err(OpenError::InUse),
        Err(reason) => (None, Some(reason)),
    };
    let Look { dir, keys, marker, newer, exists } = look_at(disk, places, dir, keys)?;
    let first_time = marker.is_none();
    let (id, name, marker_hash) = match marker {
        Some((marker, hash)) => (marker.id, marker.name, Some(hash)),
        None => (Uuid::new_v4(), String::new(), None),
    };
    let state_dir = state::dir_of(&places.state_root, id, &keys);
    let locked = lock.is_some();

    let mut problems = Vec::new();
    let (mut names, mut names_kept) = match state::names(disk, &state_dir)? {
        Ok(Some(names)) => (names, true),
        Ok(None) => (Names::new(), false),
        Err(problem) => {
            problems.push(problem);
            if locked {
                state::set_aside(disk, &state_dir, "device")?;
            }
            (Names::new(), false)
        }
    };
    let mut contents = load::load(disk, &dir, &names.device, Some(&state_dir.join(UNSAVED_DIR)));
    let vanished = memory::recall(disk, &state_dir).and_then(|before| memory::vanished(&before, &contents));
    if contents.is_frozen(&names.device) || contents.is_doubled(&names.device) {
        names.take_a_new_one();
        names_kept = false;
        contents.own_files = BTreeMap::new();
        contents.newer_texts = BTreeMap::new();
        contents.journal.device = names.device.clone();
    }
    contents.adopt();
    let settings = settings_of(&names, &contents).unwrap_or_default();
    let (draft, draft_in_the_way) = read_draft(disk, &state_dir, locked).unwrap_or_else(|(problem, in_the_way)| {
        problems.push(problem);
        (None, in_the_way)
    });
    let mut erasing = erase::unfinished(disk, &state_dir);
    contents.journal.erase(erasing.iter().copied());
    erasing.append(&mut contents.erasing);
    let tonight = read_tonight(disk, &state_dir, &names);
    let writable = match (newer, no_lock) {
        (Some(version), _) => Writable::No(ReadOnlyWhy::Newer { version }),
        (None, Some(reason)) => Writable::No(ReadOnlyWhy::NoLock { reason }),
        (None, None) if exists => probe(disk, &dir),
        (None, None) => Writable::Yes,
    };
    if writable == Writable::Yes {
        remove_leftovers(disk, places, (&dir, &state_dir), &names, &keys);
    }
    // Only a drive that is missing next time would make use of it.
    if locked
        && !first_time
        && newer.is_none()
        && let Err(error) = state::remember(disk, &places.state_root, &keys, &dir, id)
    {
        tracing::warn!("could not remember the folder: {error}");
    }
    let memory = Memory {
        seen: seen(&contents),
        newer_texts: std::mem::take(&mut contents.newer_texts),
        files: std::mem::take(&mut contents.files),
        record_files: std::mem::take(&mut contents.record_files),
        names,
        names_kept,
        marker: marker_hash,
        marker_seen: Seen { last: marker_hash, maybe: None },
        draft_in_the_way,
    };
    problems.append(&mut contents.problems);
    let state_root = places.state_root.clone();
    let inner = Inner {
        dir,
        id,
        name,
        state_root,
        state_dir,
        keys,
        writable: writable.clone(),
        _lock: lock,
        memory: Mutex::new(memory),
    };
    Ok(Opened {
        vault: Vault::new(inner),
        journal: contents.journal,
        settings,
        problems,
        writable,
        draft,
        tonight,
        lists: read_lists(disk, &places.data_dir),
        first_time,
        vanished,
        to_save: contents.to_save,
        copies: contents.copies,
        erasing,
    })
}

/// The lists of the person's own that there are.
fn read_lists(disk: &dyn Disk, dir: &Path) -> BTreeMap<OwnList, String> {
    OwnList::ALL.into_iter().filter_map(|list| Some((list, read_list(disk, dir, list)?))).collect()
}

fn read_list(disk: &dyn Disk, dir: &Path, list: OwnList) -> Option<String> {
    match disk.read(&dir.join(list.file())) {
        Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            tracing::warn!("{} could not be read: {error}", list.file());
            None
        }
    }
}

/// The evening being planned, as text. What is no text is put aside.
fn read_tonight(disk: &dyn Disk, state_dir: &Path, names: &Names) -> Option<String> {
    let bytes = match disk.read(&state_dir.join(FileKey::Tonight.path(&names.device))) {
        Ok(bytes) => bytes,
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::warn!("the evening that was being planned cannot be read: {error}");
            }
            return None;
        }
    };
    if let Ok(text) = read::text_of(&bytes) {
        return Some(text.to_owned());
    }
    if let Err(error) = state::set_aside(disk, state_dir, "tonight") {
        tracing::warn!("the evening that was being planned makes no sense, and stays where it is: {error}");
    }
    None
}

/// Keyed by the folder's path, so that it works before there is anything in the folder; a file of its own that is never
/// rewritten, because the system locks the file and not its name.
pub(crate) fn lock(disk: &dyn Disk, state_root: &Path, keys: &[String]) -> Result<Option<Box<dyn Held>>, String> {
    let dir = state_root.join("locks");
    state::create_all(disk, &dir).map_err(|error| error.to_string())?;
    let key = keys.first().map_or("", String::as_str);
    disk.lock(&dir.join(format!("{key}.lock"))).map_err(|error| error.to_string())
}

/// Whether a file can be created here. Anything but a plain "no" is left for the save to tell.
fn probe(disk: &dyn Disk, dir: &Path) -> Writable {
    let path = dir.join(format!("{TEMP_PREFIX}{MARKER_TAG}-{:016x}{TEMP_SUFFIX}", fastrand::u64(..)));
    match disk.create_new(&path).map(drop) {
        Err(error) if error.kind() == io::ErrorKind::ReadOnlyFilesystem => Writable::No(ReadOnlyWhy::Disk),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Writable::No(ReadOnlyWhy::Permission),
        created => {
            if created.is_ok() && disk.remove(&path).is_err() {
                tracing::warn!("could not remove a temporary file");
            }
            Writable::Yes
        }
    }
}

/// Removes what saves of this computer left behind when they were interrupted. Those of others may still be going on.
fn remove_leftovers(
    disk: &dyn Disk,
    places: &Places,
    (dir, state_dir): (&Path, &Path),
    names: &Names,
    keys: &[String],
) {
    let folders = places.state_root.join(state::FOLDERS_DIR);
    for key in keys {
        remove_leftovers_in(disk, &folders, Some(key));
    }
    remove_leftovers_in(disk, dir, Some(MARKER_TAG));
    // Backups see to their own.
    for dir in [state_dir.to_owned(), state_dir.join(UNSAVED_DIR), state_dir.join(DAMAGED_DIR)] {
        remove_leftovers_in(disk, &dir, None);
    }
    for device in std::iter::once(&names.device).chain(&names.before) {
        let months = format!("{JOURNAL_DIR}/{device}");
        for sub in [&months, PLANS_DIR, LIBRARY_DIR, SETTINGS_DIR, TRASH_DIR, COPIES_DIR, ERASED_DIR] {
            remove_leftovers_in(disk, &dir.join(sub), Some(&device.0));
            remove_leftovers_in(disk, &dir.join(sub), Some(MARKER_TAG));
        }
    }
}

fn remove_leftovers_in(disk: &dyn Disk, dir: &Path, whose: Option<&str>) {
    let entries = disk.list(dir).unwrap_or_default();
    for entry in entries.iter().filter(|entry| is_leftover(&entry.name, whose)) {
        if let Err(error) = disk.remove(&dir.join(&entry.name)) {
            tracing::warn!("could not remove a temporary file: {error}");
        }
    }
}

/// The draft's text, and whether something is in the way of the next one: one that is damaged is moved aside, where that
/// can be done.
fn read_draft(disk: &dyn Disk, state_dir: &Path, locked: bool) -> Result<(Option<String>, bool), (Problem, bool)> {
    let kind = match disk.read(&state_dir.join("draft.ron")) {
        Ok(bytes) => match read::text_of(&bytes) {
            Ok(text) => return Ok((Some(text.to_owned()), false)),
            Err(kind) => kind,
        },
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok((None, false));
        }
        Err(error) => ProblemKind::CannotRead { reason: error.to_string() },
    };
    // What the system did not let be read may be readable next time; it is moved only when its place is needed.
    let is_damaged = !matches!(kind, ProblemKind::CannotRead { .. });
    let moved = locked && is_damaged && state::set_aside(disk, state_dir, "draft").is_ok();
    Err((Problem { file: "draft.ron".into(), kind }, !moved))
}
