//! Bringing a backup back.
//!
//! Where there is a journal, records come back one by one: what is missing or was deleted since is there again, what was
//! changed since reads as it did then, and what was made since stays. All of that are new versions, so that other
//! computers follow and nothing has to be overwritten. Where there is no journal, the files are laid back byte for byte.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use crate::clock::Wall;
use crate::journal::log::{Journal, Kind, KindVisitor, visit_kinds};
use crate::journal::record::DeviceId;
use crate::journal::sheet::Sheet;
use crate::journal::table::says_the_same;
use crate::store::backup::{self, Backup, Snapshot, Why};
use crate::store::disk::Disk;
use crate::store::files::FileKey;
use crate::store::folder::{MARKER, MARKER_TAG, MarkerFile, OpenError, Places, lock, resolve};
use crate::store::load;
use crate::store::problem::Problem;
use crate::store::read::{self, VAULT_FORMAT};
use crate::store::save::{Hash, SaveError, Seen, save};
use crate::store::state;
use crate::store::text::{erased_text, sheet_text, trash_text};
use crate::store::vault::Vault;

/// What bringing a backup back would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Records that are missing or were deleted since, by the name of their list.
    pub come_back: BTreeMap<&'static str, usize>,
    /// Records that were changed since.
    pub change_back: usize,
    /// Records that were made since. They stay.
    pub stay: usize,
    /// Records that read the same.
    pub same: usize,
    /// Records that were erased for good. They do not come back.
    pub erased: usize,
}

impl Preview {
    /// Whether everything reads as it did then.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.come_back.is_empty() && self.change_back == 0
    }
}

/// The journal as a backup has it.
#[must_use]
pub fn journal_of(snapshot: &Snapshot) -> (Journal, Vec<Problem>) {
    // Nobody writes under this name.
    let contents = load::load(snapshot, Path::new(Snapshot::ROOT), &DeviceId(String::new()), None);
    (contents.journal, contents.problems)
}

/// What bringing `then` back would do to `journal`.
#[must_use]
pub fn preview(journal: &Journal, then: &Journal) -> Preview {
    let mut compare = Compare { journal, then, preview: Preview::default() };
    visit_kinds(&mut compare);
    compare.preview
}

/// Brings `then` back, and says which files have to be saved.
pub fn bring_back(journal: &mut Journal, then: &Journal) -> BTreeSet<FileKey> {
    let mut back = Back { journal, then, files: BTreeSet::new() };
    visit_kinds(&mut back);
    let files = back.files;
    journal.newer.merge_records(&then.newer);
    files
}

/// Brings back what is missing from `journal` and in `then`, and nothing else. What was deleted stays deleted. Says which
/// files have to be saved, and how many records came back.
pub fn bring_back_missing(journal: &mut Journal, then: &Journal) -> (BTreeSet<FileKey>, usize) {
    struct Missing<'a>(&'a mut Journal, &'a Journal, BTreeSet<FileKey>, usize);
    impl KindVisitor for Missing<'_> {
        fn visit<R: Kind>(&mut self) {
            for old in R::table(self.1).versions() {
                if R::table(self.0).versions_of(old.id()).any(|now| now.knows(old.rev())) {
                    continue;
                }
                self.0.merge(old.clone());
                if R::table(self.0).has(old.id(), old.rev()) {
                    self.0.adopt(old.id(), old.rev().clone());
                    self.2.insert(FileKey::of::<R>(old.day()));
                    self.3 += 1;
                }
            }
        }
    }
    let mut missing = Missing(journal, then, BTreeSet::new(), 0);
    visit_kinds(&mut missing);
    let (files, records) = (missing.2, missing.3);
    journal.newer.merge_records(&then.newer);
    (files, records)
}

enum Fate {
    Missing,
    Changed,
    Same,
    Erased,
}

fn fate<R: Kind>(journal: &Journal, old: &R) -> Fate {
    if journal.erased().contains(&old.id()) {
        return Fate::Erased;
    }
    match R::table(journal).get(old.id()) {
        None => Fate::Missing,
        Some(now) if says_the_same(now, old) => Fate::Same,
        Some(_) => Fate::Changed,
    }
}

struct Compare<'a> {
    journal: &'a Journal,
    then: &'a Journal,
    preview: Preview,
}

impl KindVisitor for Compare<'_> {
    fn visit<R: Kind>(&mut self) {
        let preview = &mut self.preview;
        for old in R::table(self.then).iter() {
            match fate(self.journal, old) {
                Fate::Missing => *preview.come_back.entry(R::NAME).or_default() += 1,
                Fate::Changed => preview.change_back += 1,
                Fate::Same => preview.same += 1,
                Fate::Erased => preview.erased += 1,
            }
        }
        preview.stay += R::table(self.journal).iter().filter(|now| R::table(self.then).get(now.id()).is_none()).count();
    }
}

struct Back<'a> {
    journal: &'a mut Journal,
    then: &'a Journal,
    files: BTreeSet<FileKey>,
}

impl KindVisitor for Back<'_> {
    fn visit<R: Kind>(&mut self) {
        for old in R::table(self.then).iter() {
            if !matches!(fate(self.journal, old), Fate::Missing | Fate::Changed) {
                continue;
            }
            // A record that lies in another month by now leaves it.
            self.files.extend(R::table(self.journal).versions_of(old.id()).map(|now| FileKey::of::<R>(now.day())));
            self.files.insert(FileKey::of::<R>(old.day()));
            self.journal.merge(old.clone());
            self.journal.put(old.clone());
        }
    }
}

/// A folder's backups, also where the folder itself is not there.
#[derive(Debug)]
pub struct Backups {
    /// Where this computer keeps them.
    pub state_dir: PathBuf,
    /// All of them, the oldest first.
    pub all: Vec<Backup>,
    /// What is wrong with those that cannot be used.
    pub problems: Vec<Problem>,
}

/// Finds the backups of a folder. There are none where none was ever made.
///
/// # Errors
/// Where they cannot be looked at.
pub fn backups(disk: &dyn Disk, places: &Places) -> io::Result<Option<Backups>> {
    let (dir, keys) = resolve(disk, &places.data_dir)?;
    let marker = disk.read(&dir.join(MARKER)).ok();
    let marker = marker.and_then(|bytes| read::document::<MarkerFile>(&bytes, VAULT_FORMAT).value);
    let id = match marker {
        Some(marker) => Some(marker.id),
        None => state::remembered(disk, &places.state_root, &keys),
    };
    let Some(id) = id else { return Ok(None) };
    let state_dir = state::dir_of(&places.state_root, id, &keys);
    let (all, problems) = backup::list(disk, &state_dir)?;
    Ok(Some(Backups { state_dir, all, problems }))
}

/// Lays the files of a backup where no journal is: what is missing is written, what is there is left alone. A marker
/// that cannot be read is kept beside, as `sunshower-vault-damaged-….ron`. Says how many files were written.
///
/// # Errors
/// Says why it could not be done. It can be done again.
pub fn lay_back(disk: &dyn Disk, places: &Places, snapshot: &Snapshot) -> Result<usize, SaveError> {
    let (dir, keys) = resolve(disk, &places.data_dir)?;
    let marker = snapshot.get(MARKER).ok_or_else(|| SaveError::Other("the backup holds no journal".into()))?;
    let id = read::document::<MarkerFile>(marker, VAULT_FORMAT).value.map(|marker| marker.id);
    let id = id.ok_or_else(|| SaveError::Other("the backup's marker cannot be read".into()))?;
    let _lock = lock(disk, &places.state_root, &keys)
        .map_err(SaveError::Other)?
        .ok_or_else(|| SaveError::Other("the folder is open in another window".into()))?;
    state::ensure_all(disk, &dir)?;
    // Other computers may know versions by this one that are newer than those that come back. So that no number is
    // ever given twice, this computer goes on under a new name.
    let state_dir = state::dir_of(&places.state_root, id, &keys);
    state::ensure_all(disk, &state_dir)?;
    if let Ok(Some(mut names)) = state::names(disk, &state_dir)? {
        names.take_a_new_one();
        state::save_names(disk, &state_dir, &names)?;
    }
    let mut written = 0;
    // The marker last: until it is there, this is not a journal.
    let is_marker = |path: &str| path == MARKER;
    let mut files: Vec<_> = snapshot.files().collect();
    files.sort_by_key(|(path, _)| is_marker(path));
    for (path, bytes) in files {
        let target = dir.join(path);
        let there = match disk.read(&target) {
            Ok(there) => Some(there),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        let mut seen = Seen::default();
        if let Some(there) = there {
            if !is_marker(path) || read::document::<MarkerFile>(&there, VAULT_FORMAT).value.is_some() {
                continue;
            }
            let aside = dir.join(format!("sunshower-vault-damaged-{}.ron", Hash::of(&there).short()));
            save(disk, &aside, MARKER_TAG, &there, None)?;
            seen = Seen::content(Hash::of(&there));
        }
        if let Some(above) = target.parent() {
            state::ensure_all(disk, above)?;
        }
        save(disk, &target, MARKER_TAG, bytes, Some(&mut seen))?;
        written += 1;
    }
    Ok(written)
}

/// Whether a folder that was not opened for this reason can be brought back whole.
#[must_use]
pub fn can_lay_back(error: &OpenError) -> bool {
    matches!(error, OpenError::NotFound | OpenError::MarkerMissing | OpenError::MarkerDamaged { .. })
}

/// Puts a copy of everything in a ZIP, in the first of these folders where there is room, and says where it is. What the
/// folder does not hold, because it is gone or something could not be saved, comes from `journal`.
///
/// # Errors
/// Where there is no such place, what the last one said.
pub fn copy_elsewhere(
    disk: &dyn Disk,
    vault: &Vault,
    journal: &Journal,
    into: &[PathBuf],
    name: &str,
) -> Result<PathBuf, SaveError> {
    let mut files = match backup::of_folder(disk, vault.dir()) {
        Ok((files, problems)) if problems.is_empty() && files.get(MARKER).is_some() => files,
        _ => Snapshot::default(),
    };
    files.insert(MARKER.into(), vault.marker_text().into_bytes());
    for (file, text) in in_memory(journal) {
        files.insert(file.path(&DeviceId(COPY_DEVICE.into())), text.into_bytes());
    }
    let bytes = backup::write_zip(&files).map_err(|error| SaveError::Other(error.to_string()))?;
    let mut last = SaveError::Missing;
    for dir in into {
        let path = dir.join(name);
        match save(disk, &path, MARKER_TAG, &bytes, Some(&mut Seen::default())) {
            Ok(_) => return Ok(path),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// The name under which a copy holds what was in memory. Who reads it merges it with the files of the computers.
const COPY_DEVICE: &str = "c0c0c0c0";

/// All that is in memory, whoever wrote it, as one computer's files.
fn in_memory(journal: &Journal) -> Vec<(FileKey, String)> {
    struct Adopt<'a>(&'a Journal, &'a mut Journal, BTreeSet<Sheet>);
    impl KindVisitor for Adopt<'_> {
        fn visit<R: Kind>(&mut self) {
            for record in R::table(self.0).versions() {
                self.1.adopt(record.id(), record.rev().clone());
                self.2.insert(R::sheet(record.day()));
            }
        }
    }
    let mut all = journal.clone();
    all.device = DeviceId(COPY_DEVICE.into());
    let mut adopt = Adopt(journal, &mut all, BTreeSet::from([Sheet::Plans]));
    visit_kinds(&mut adopt);
    let sheets = adopt.2;
    all.trash.extend(journal.trash_elsewhere.values().flatten().cloned());
    let texts = sheets.into_iter().map(|sheet| (FileKey::Records(sheet), sheet_text(&all, sheet)));
    let others = [(FileKey::Trash, trash_text(&all)), (FileKey::Erased, erased_text(all.erased()))];
    texts.chain(others).collect()
}

/// A backup of a folder that is there, before anything risky is done with it.
///
/// # Errors
/// As the disk says.
pub fn backup_first(disk: &dyn Disk, dir: &Path, state_dir: &Path, made: Wall, why: Why) -> Result<(), SaveError> {
    backup::make(disk, dir, state_dir, made, why, &BTreeMap::new()).map(|_| ())
}
