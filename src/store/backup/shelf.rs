//! Where backups lie: manifests side by side, and contents in a folder beside them.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::store::backup::{Backup, manifest};
use crate::store::disk::{DirEntry, Disk};
use crate::store::problem::{Problem, ProblemKind};
use crate::store::save::{Hash, SaveError, is_leftover, save};
use crate::store::state::STATE_TAG;
use crate::store::walk::is_litter;

const BACKUPS_DIR: &str = "backups";
const OBJECTS_DIR: &str = "objects";
/// Twelve digits are more than anybody will make, and leave room for one more.
const MAX_DIGITS: usize = 12;

/// The folder of all backups.
pub(super) struct Shelf<'a> {
    pub disk: &'a dyn Disk,
    pub dir: PathBuf,
    pub objects: PathBuf,
}

/// What the manifests say.
#[derive(Default)]
pub(super) struct Manifests {
    /// Those that can be used, the oldest first.
    pub backups: Vec<Backup>,
    pub problems: Vec<Problem>,
    /// The greatest number of any, damaged or not.
    pub greatest: u64,
    pub leftovers: Vec<PathBuf>,
}

/// The contents that are there.
#[derive(Default)]
pub(super) struct Objects {
    pub hashes: BTreeSet<Hash>,
    /// What else lies among them.
    pub strangers: Vec<DirEntry>,
    pub leftovers: Vec<PathBuf>,
}

impl<'a> Shelf<'a> {
    pub(super) fn new(disk: &'a dyn Disk, state_dir: &Path) -> Self {
        let dir = state_dir.join(BACKUPS_DIR);
        Self { disk, objects: dir.join(OBJECTS_DIR), dir }
    }

    pub(super) fn manifest(&self, number: u64) -> PathBuf {
        self.dir.join(name_of(number))
    }

    /// Without an extension, so that `sha256sum *` shows at a glance which one is damaged.
    pub(super) fn object(&self, hash: Hash) -> PathBuf {
        self.objects.join(hash.hex(64))
    }

    /// Looks at all manifests. Where there is no folder there are none.
    pub(super) fn manifests(&self) -> io::Result<Manifests> {
        let mut found = Manifests::default();
        let mut numbers = Vec::new();
        for entry in list_or_nothing(self.disk, &self.dir)? {
            match number_in(&entry.name).filter(|_| !entry.is_dir) {
                Some(number) => numbers.push(number),
                None if is_leftover(&entry.name, None) => found.leftovers.push(self.dir.join(&entry.name)),
                None if is_litter(&entry.name) || entry.name == OBJECTS_DIR && entry.is_dir => {}
                None => found.tell(&entry.name, ProblemKind::UnknownFile),
            }
        }
        numbers.sort_unstable();
        found.greatest = numbers.last().copied().unwrap_or(0);
        for number in numbers {
            match self.disk.read(&self.manifest(number)) {
                Ok(bytes) => {
                    let read = manifest::read(&bytes, number);
                    found.backups.extend(read.value);
                    read.problems.into_iter().for_each(|kind| found.tell(&name_of(number), kind));
                }
                Err(error) => {
                    found.tell(&name_of(number), ProblemKind::CannotRead { reason: error.to_string() });
                }
            }
        }
        Ok(found)
    }

    /// Looks at the names of all contents.
    pub(super) fn objects(&self) -> io::Result<Objects> {
        let mut found = Objects::default();
        for entry in list_or_nothing(self.disk, &self.objects)? {
            match manifest::parse_hash(&entry.name).filter(|_| !entry.is_dir) {
                Some(hash) => {
                    found.hashes.insert(hash);
                }
                None if is_leftover(&entry.name, None) => found.leftovers.push(self.objects.join(&entry.name)),
                None if is_litter(&entry.name) => {}
                None => found.strangers.push(entry),
            }
        }
        Ok(found)
    }

    /// Makes sure that the copy of this content is there and right.
    pub(super) fn put(&self, hash: Hash, content: &[u8]) -> Result<(), SaveError> {
        let path = self.object(hash);
        if !self.disk.read(&path).is_ok_and(|kept| kept == content) {
            save(self.disk, &path, STATE_TAG, content, None)?;
        }
        Ok(())
    }

    /// Writes a manifest and returns the backup as it will be read from it.
    pub(super) fn save(&self, backup: &Backup) -> Result<Backup, SaveError> {
        let (text, backup) = manifest::text(backup)?;
        if number_in(&name_of(backup.number)).is_none() {
            return Err(SaveError::Other("there is no number left for a backup".into()));
        }
        save(self.disk, &self.manifest(backup.number), STATE_TAG, text.as_bytes(), None)?;
        Ok(backup)
    }
}

impl Manifests {
    fn tell(&mut self, name: &str, kind: ProblemKind) {
        self.problems.push(Problem { file: format!("{BACKUPS_DIR}/{name}"), kind });
    }
}

fn name_of(number: u64) -> String {
    format!("{number:06}.ron")
}

/// Only the one way of writing it, so that no two names have the same number.
fn number_in(name: &str) -> Option<u64> {
    let digits = name.strip_suffix(".ron").filter(|digits| digits.len() <= MAX_DIGITS)?;
    digits.parse().ok().filter(|number| name_of(*number) == name)
}

fn list_or_nothing(disk: &dyn Disk, dir: &Path) -> io::Result<Vec<DirEntry>> {
    match disk.list(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        listed => listed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_name_stands_for_a_number() {
        assert_eq!(number_in("000123.ron"), Some(123));
        assert_eq!(number_in("1234567.ron"), Some(1_234_567));
        assert_eq!(number_in("999999999999.ron"), Some(999_999_999_999));
        for name in ["123.ron", "0001234.ron", "+00123.ron", "000123.RON", "000123", "000123 (1).ron", ".ron"] {
            assert_eq!(number_in(name), None, "{name}");
        }
        assert_eq!(number_in("18446744073709551615.ron"), None, "there is always a next number");
    }
}
