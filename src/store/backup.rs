//! Backups of the person's folder, on this computer and outside of that folder.
//!
//! They are content-addressed: what a file held lies once under `objects/`, named by its SHA-256, and a small manifest
//! for each backup says which file held what. So a backup copies only what changed since the one before. The order in
//! which things are written and removed is what keeps them whole: contents before the manifest that names them,
//! manifests gone before the contents that only they named, and folders synced in between.
//!
//! A backup is known by its number and never by its date, because clocks are sometimes wrong.

mod erase;
mod manifest;
mod selection;
mod shelf;
mod snapshot;
mod thin;
mod zip;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use chrono::{NaiveDate, Timelike};
use serde::{Deserialize, Serialize};

use crate::clock::Wall;
use crate::store::disk::Disk;
use crate::store::problem::Problem;
use crate::store::save::{Hash, SaveError};
use crate::store::state;

use self::shelf::{Manifests, Shelf};

pub use self::erase::{Erased, erase};
pub use self::snapshot::{Snapshot, of_folder, snapshot};
pub use self::thin::thin;
pub use self::zip::{ZipError, read_zip, write_zip};

/// What a backup was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Something was about to be saved for the first time on a day.
    FirstOfDay,
    /// An older backup was about to take the folder's place.
    BeforeRestore,
    /// Files were about to be mended.
    BeforeRepair,
    /// Copies from another computer were about to be taken in.
    BeforeMerge,
    /// Files were about to be brought into a newer form.
    BeforeMigration,
    /// The person asked for one.
    ByHand,
    /// A newer version's reason, as it stands in the file.
    Other(String),
}

/// One backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Which one. Greater is newer, and no number is ever used twice.
    pub number: u64,
    /// When it was made, as far as the clock was right.
    pub made: Wall,
    /// What it was made for.
    pub why: Why,
    /// What the folder held, in the order of the paths.
    pub files: Vec<BackedUp>,
    /// What could not be read at the time, and so is not in it.
    pub left_out: Vec<String>,
}

/// One file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackedUp {
    /// Its path within the folder, with `/` between its parts.
    pub path: String,
    /// What it held, which is also the name of the copy.
    #[serde(rename = "sha256", with = "manifest::hex")]
    pub hash: Hash,
    /// How much it held.
    pub bytes: u64,
}

/// All backups, the oldest first, and what is wrong with those that cannot be used.
///
/// # Errors
/// Where the backups cannot be looked at. That there are none yet is not an error.
pub fn list(disk: &dyn Disk, state_dir: &Path) -> io::Result<(Vec<Backup>, Vec<Problem>)> {
    let Manifests { backups, problems, .. } = Shelf::new(disk, state_dir).manifests()?;
    Ok((backups, problems))
}

/// Copies what the person's folder holds and is not copied yet, and makes older backups fewer (see [`thin()`]). Returns
/// `None` where nothing changed since the last one.
///
/// `known` says what files held when they were last read, by their path with `/`. Such a file is not read again where
/// its copy exists, so that a backup costs the same with ten years behind it; one that somebody else changed since is
/// then kept as it was. All others are read, and their copies are compared with them and mended. An empty `known`
/// makes the most careful backup, and is right before anything that changes files.
///
/// # Errors
/// [`SaveError::Missing`] where the person's folder is not there, and whatever kept the copies from being written. The
/// backups that were there before are still there then. A single file that cannot be read is no error; the backup
/// says that it is left out.
pub fn make(
    disk: &dyn Disk,
    data_dir: &Path,
    state_dir: &Path,
    made: Wall,
    why: Why,
    known: &BTreeMap<String, Hash>,
) -> Result<Option<Backup>, SaveError> {
    let found = selection::walk(disk, data_dir)?;
    if found.paths.is_empty() {
        return Ok(None);
    }
    let shelf = Shelf::new(disk, state_dir);
    // This also makes sure of what an attempt that was interrupted wrote.
    state::ensure_all(disk, state_dir)?;
    state::ensure_dir(disk, &shelf.dir)?;
    state::ensure_dir(disk, &shelf.objects)?;
    let Manifests { mut backups, problems, greatest, leftovers } = shelf.manifests()?;
    let mut objects = shelf.objects()?;
    for path in leftovers.iter().chain(&objects.leftovers) {
        if let Err(error) = disk.remove(path) {
            tracing::warn!("could not remove a temporary file: {error}");
        }
    }

    let sizes: BTreeMap<Hash, u64> =
        backups.iter().flat_map(|backup| &backup.files).map(|file| (file.hash, file.bytes)).collect();
    let copied = copy(&shelf, data_dir, found, &mut objects.hashes, known, &sizes)?;
    // A copy that was there already may have come from an attempt that never got as far as making sure of its name.
    disk.sync_dir(&shelf.objects)?;
    if backups.last().is_some_and(|last| last.files == copied.files && last.left_out == copied.left_out) {
        return Ok(None);
    }

    let made = made.with_nanosecond(0).unwrap_or(made);
    let backup = Backup { number: greatest + 1, made, why, files: copied.files, left_out: copied.left_out };
    let backup = shelf.save(&backup)?;
    tracing::info!("backup {} has {} files, {} of them new", backup.number, backup.files.len(), copied.new);
    backups.push(backup.clone());
    if let Err(error) = make_fewer(&shelf, &backups, &objects.hashes, made.date_naive(), problems.is_empty()) {
        // The new one is safe; too many old ones cost only room, and the next backup tries again.
        tracing::warn!("could not remove old backups: {error}");
    }
    Ok(Some(backup))
}

struct Copied {
    files: Vec<BackedUp>,
    left_out: Vec<String>,
    new: usize,
}

fn copy(
    shelf: &Shelf<'_>,
    data_dir: &Path,
    found: selection::Found,
    objects: &mut BTreeSet<Hash>,
    known: &BTreeMap<String, Hash>,
    sizes: &BTreeMap<Hash, u64>,
) -> Result<Copied, SaveError> {
    let mut copied = Copied { files: Vec::new(), left_out: found.left_out, new: 0 };
    let mut first_error = None;
    for path in found.paths {
        let unchanged = known.get(&path).filter(|hash| objects.contains(hash));
        if let Some((&hash, &bytes)) = unchanged.and_then(|hash| Some((hash, sizes.get(hash)?))) {
            copied.files.push(BackedUp { path, hash, bytes });
            continue;
        }
        match shelf.disk.read(&data_dir.join(&path)) {
            Ok(content) => {
                let hash = Hash::of(&content);
                shelf.put(hash, &content)?;
                copied.new += usize::from(objects.insert(hash));
                copied.files.push(BackedUp { path, hash, bytes: content.len() as u64 });
            }
            Err(error) => {
                tracing::warn!("not backed up {path}: {error}");
                first_error.get_or_insert(error);
                copied.left_out.push(path);
            }
        }
    }
    copied.left_out.sort();
    match first_error {
        // Not one file could be read: the drive is gone, and a backup of nothing is none.
        Some(error) if copied.files.is_empty() => Err(error.into()),
        _ => Ok(copied),
    }
}

/// Removes the backups that need not be kept, and then the contents that no backup names. Where any manifest was not
/// understood, nobody knows what it names, and all contents stay.
fn make_fewer(
    shelf: &Shelf<'_>,
    backups: &[Backup],
    objects: &BTreeSet<Hash>,
    today: NaiveDate,
    all_are_understood: bool,
) -> io::Result<()> {
    let dates: Vec<_> = backups.iter().map(|backup| (backup.number, backup.made.date_naive())).collect();
    let dropped = thin(&dates, today);
    for number in &dropped {
        shelf.disk.remove(&shelf.manifest(*number))?;
    }
    if !dropped.is_empty() {
        // Only when a manifest is gone for good may what it names go.
        shelf.disk.sync_dir(&shelf.dir)?;
    }
    if !all_are_understood {
        return Ok(());
    }
    let kept = backups.iter().filter(|backup| !dropped.contains(&backup.number));
    let needed: BTreeSet<Hash> = kept.flat_map(|backup| &backup.files).map(|file| file.hash).collect();
    let mut is_changed = false;
    for hash in objects.difference(&needed) {
        shelf.disk.remove(&shelf.object(*hash))?;
        is_changed = true;
    }
    if is_changed { shelf.disk.sync_dir(&shelf.objects) } else { Ok(()) }
}
