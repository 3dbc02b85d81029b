//! Finds what a folder holds, by the names of its files.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use crate::journal::day::Month;
use crate::journal::record::DeviceId;
use crate::journal::sheet::Sheet;
use crate::journal::tidy::is_day;
use crate::store::disk::{DirEntry, Disk};
use crate::store::files::{
    COPIES_DIR, ERASED_DIR, FileKey, JOURNAL_DIR, LIBRARY_DIR, PLANS_DIR, SETTINGS_DIR, TRASH_DIR,
};
use crate::store::problem::{Problem, ProblemKind};

/// A file that is one of ours by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The path within the folder, with `/` between its parts.
    pub path: String,
    pub key: FileKey,
    pub device: DeviceId,
    /// A synchronising program made it beside the file it is a copy of.
    pub is_copy: bool,
}

/// Finds all files of `dir`. What is there and is not ours, and what cannot be looked into, is told.
pub(crate) fn find(disk: &dyn Disk, dir: &Path, problems: &mut BTreeSet<Problem>) -> Vec<Found> {
    let mut walk = Walk { disk, dir, problems, found: Vec::new() };
    for folder in walk.list(JOURNAL_DIR) {
        let path = format!("{JOURNAL_DIR}/{}", folder.name);
        let device = DeviceId(folder.name);
        if !folder.is_dir || folder.is_mangled || !device.is_valid() {
            walk.stranger(path);
            continue;
        }
        for entry in walk.list(&path) {
            let month = |stem: &str| Month::parse(stem).filter(|month| is_day(month.first_day()));
            let named = named(&entry, |stem| month(stem).map(|month| FileKey::Records(Sheet::Month(month))), 7);
            walk.take(&path, &entry, named.map(|(key, is_copy)| (key, device.clone(), is_copy)));
        }
    }
    for (sub, key) in [
        (PLANS_DIR, FileKey::Records(Sheet::Plans)),
        (LIBRARY_DIR, FileKey::Records(Sheet::Library)),
        (SETTINGS_DIR, FileKey::Settings),
        (TRASH_DIR, FileKey::Trash),
        (ERASED_DIR, FileKey::Erased),
    ] {
        for entry in walk.list(sub) {
            if entry.is_dir && format!("{sub}/{}", entry.name) == COPIES_DIR {
                continue;
            }
            let length = entry.name.bytes().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit()).count();
            let device = |stem: &str| Some(DeviceId(stem.to_owned())).filter(DeviceId::is_valid);
            let named = named(&entry, device, length);
            walk.take(sub, &entry, named.map(|(device, is_copy)| (key, device, is_copy)));
        }
    }
    walk.found
}

/// What a file is by the first `length` bytes of its name, and whether it is a copy: `2026-11.ron` is a month;
/// `2026-11.sync-conflict-20261122-142434-NXPKH7W.ron`, `2026-11 (conflicted copy 2026-11-22).ron`, `2026-11 (1).ron`
/// and `2026-11-LIVINGROOM.ron` are copies of it.
fn named<T>(entry: &DirEntry, of: impl Fn(&str) -> Option<T>, length: usize) -> Option<(T, bool)> {
    let stem = entry.name.strip_suffix(".ron").filter(|_| !entry.is_mangled)?;
    let (stem, rest) = stem.split_at_checked(length)?;
    let is_copy = match rest.chars().next() {
        None => false,
        Some(next) if " .(_~-".contains(next) => true,
        Some(_) => return None,
    };
    of(stem).map(|what| (what, is_copy))
}

struct Walk<'a> {
    disk: &'a dyn Disk,
    dir: &'a Path,
    problems: &'a mut BTreeSet<Problem>,
    found: Vec<Found>,
}

impl Walk<'_> {
    fn take(&mut self, sub: &str, entry: &DirEntry, what: Option<(FileKey, DeviceId, bool)>) {
        let path = format!("{sub}/{}", entry.name);
        match what {
            Some((key, device, is_copy)) => self.found.push(Found { path, key, device, is_copy }),
            None => self.stranger(path),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_what_synchronising_programs_call_them() {
        let month = |name: &str| {
            let entry = DirEntry { name: name.into(), is_dir: false, is_mangled: false };
            named(&entry, Month::parse, 7).map(|(month, is_copy)| (month.month, is_copy))
        };
        assert_eq!(month("2026-11.ron"), Some((11, false)));
        for copy in [
            "2026-11.sync-conflict-20261122-142434-NXPKH7W.ron",
            "2026-11 (conflicted copy 2026-11-22).ron",
            "2026-11 (Anna's conflicted copy 2026-11-22).ron",
            "2026-11 (conflicted copy 2026-11-22 142434).ron",
            "2026-11 (1).ron",
            "2026-11 2.ron",
            "2026-11-LIVINGROOM.ron",
            "2026-11_conf(1).ron",
        ] {
            assert_eq!(month(copy), Some((11, true)), "{copy}");
        }
        for other in ["2026-11.ron.bak", "2026-111.ron", "2026-13.ron", "2026-1.ron", "notes.ron", "ü026-11.ron", ""] {
            assert_eq!(month(other), None, "{other}");
        }
    }
}
