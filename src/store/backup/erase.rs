//! Cutting something out of all backups, for good.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use crate::store::backup::Backup;
use crate::store::backup::shelf::{Manifests, Objects, Shelf};
use crate::store::disk::Disk;
use crate::store::problem::{Problem, ProblemKind};
use crate::store::save::{Hash, SaveError, save};
use crate::store::state::STATE_TAG;

/// What came of erasing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// How many contents were changed.
    pub changed: usize,
}

/// Goes over all contents of all backups. `clean` is given a text and returns what is left of it where something had to
/// be cut, and `None` where nothing had to be. What it returns must need no further cutting.
///
/// The new contents are written first, then the manifests are turned to them, and only then the old ones are removed:
/// whenever it is interrupted, every backup is whole, and the next call finishes the work. Copies that are damaged are
/// cleaned where they are, and stay damaged.
///
/// # Errors
/// Says what kept it from being finished. Something of what had to go may then still be there.
pub fn erase(disk: &dyn Disk, state_dir: &Path, clean: &dyn Fn(&str) -> Option<String>) -> Result<Erased, SaveError> {
    let shelf = Shelf::new(disk, state_dir);
    let Manifests { backups, problems, leftovers, .. } = shelf.manifests()?;
    if let Some(reason) = problems.iter().find_map(cannot_read) {
        // It may be readable next time, and would name contents that are gone by then.
        return Err(SaveError::Other(reason));
    }
    let objects = shelf.objects()?;
    for path in leftovers.iter().chain(&objects.leftovers) {
        // These hold what was being copied when it was interrupted.
        disk.remove(path)?;
    }
    let mut work = Work { shelf: &shelf, clean, turned: BTreeMap::new(), changed: 0 };
    work.contents(&objects)?;
    // Also where nothing is left to change: what an interrupted call did may not be safe yet.
    sync(disk, &shelf.objects)?;
    let needed = work.manifests(backups)?;
    sync(disk, &shelf.dir)?;
    for old in work.turned.keys().filter(|old| !needed.contains(old)) {
        disk.remove(&shelf.object(*old))?;
    }
    sync(disk, &shelf.objects)?;
    Ok(Erased { changed: work.changed })
}

fn cannot_read(problem: &Problem) -> Option<String> {
    match &problem.kind {
        ProblemKind::CannotRead { reason } => Some(reason.clone()),
        _ => None,
    }
}

/// Where there never was a backup there is nothing to sync.
fn sync(disk: &dyn Disk, dir: &Path) -> Result<(), SaveError> {
    match disk.sync_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        synced => Ok(synced?),
    }
}

struct Work<'a> {
    shelf: &'a Shelf<'a>,
    clean: &'a dyn Fn(&str) -> Option<String>,
    /// What each content became, and how long that is.
    turned: BTreeMap<Hash, (Hash, u64)>,
    changed: usize,
}

impl Work<'_> {
    fn contents(&mut self, objects: &Objects) -> Result<(), SaveError> {
        for hash in &objects.hashes {
            self.content(&hash.hex(64))?;
        }
        for stranger in &objects.strangers {
            self.content(&stranger.name)?;
        }
        Ok(())
    }

    fn content(&mut self, name: &str) -> Result<(), SaveError> {
        let path = self.shelf.objects.join(name);
        // What cannot be read now may be readable next time, and then it must not be forgotten.
        let mut bytes = self.shelf.disk.read(&path)?;
        if str::from_utf8(&bytes).is_err() {
            // Once more: what was only read badly must not be written back so.
            bytes = self.shelf.disk.read(&path)?;
        }
        // Damage in one place of a file must not keep the words in another.
        let text = String::from_utf8_lossy(&bytes);
        let Some(new) = (self.clean)(&text).filter(|new| *new != text) else { return Ok(()) };
        self.changed += 1;
        let (old_hash, new_hash) = (Hash::of(&bytes), Hash::of(new.as_bytes()));
        if name == old_hash.hex(64) {
            self.shelf.put(new_hash, new.as_bytes())?;
            self.turned.insert(old_hash, (new_hash, new.len() as u64));
        } else {
            save(self.shelf.disk, &path, STATE_TAG, new.as_bytes(), None)?;
        }
        Ok(())
    }

    /// Turns the manifests to the new contents, and says what they name now.
    fn manifests(&self, backups: Vec<Backup>) -> Result<BTreeSet<Hash>, SaveError> {
        let mut needed = BTreeSet::new();
        for mut backup in backups {
            let mut is_changed = false;
            for file in &mut backup.files {
                if let Some((hash, bytes)) = self.turned.get(&file.hash) {
                    (file.hash, file.bytes, is_changed) = (*hash, *bytes, true);
                }
                needed.insert(file.hash);
            }
            if is_changed {
                self.shelf.save(&backup)?;
            }
        }
        Ok(needed)
    }
}
