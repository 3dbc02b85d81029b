//! Which files of the person's folder a backup holds: all that this program, in any version, put there, and whatever
//! lies among it. Not what others hide there, and not a film that somebody dropped beside the journal.

use std::io;
use std::path::Path;

use crate::store::disk::Disk;
use crate::store::walk::is_litter;

/// Folders that are copied with everything in them.
const FOLDERS: [&str; 6] = ["journal", "plans", "settings", "library", "trash", "erased"];
/// Beside them: the marker, what explains it, keys, and copies of these that synchronising programs made.
const EXTENSIONS: [&str; 3] = ["ron", "txt", "age"];
/// A link that leads back up would go on for ever.
const MAX_DEPTH: usize = 12;

/// What was found in a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The files, sorted, with `/` between the parts.
    pub paths: Vec<String>,
    /// Folders that could not be looked into, and names that cannot be told to another computer.
    pub left_out: Vec<String>,
}

/// Finds the files to copy. Fails only where the folder itself cannot be looked into.
pub(super) fn walk(disk: &dyn Disk, data_dir: &Path) -> io::Result<Found> {
    let mut found = Found::default();
    let mut folders = Vec::new();
    for entry in disk.list(data_dir)? {
        if entry.is_dir && FOLDERS.contains(&&*entry.name) {
            folders.push(entry.name);
        } else if !entry.is_dir && belongs(&entry.name) {
            found.take(entry.name, entry.is_mangled);
        }
    }
    while let Some(folder) = folders.pop() {
        let depth = folder.split('/').count();
        let entries = match disk.list(&data_dir.join(&folder)) {
            Ok(entries) if depth <= MAX_DEPTH => entries,
            _ => {
                found.left_out.push(folder);
                continue;
            }
        };
        for entry in entries.into_iter().filter(|entry| !is_litter(&entry.name)) {
            let path = format!("{folder}/{}", entry.name);
            if entry.is_dir && !entry.is_mangled {
                folders.push(path);
            } else {
                found.take(path, entry.is_mangled);
            }
        }
    }
    found.paths.sort();
    Ok(found)
}

impl Found {
    fn take(&mut self, path: String, is_mangled: bool) {
        if is_mangled || !is_inside(&path) { self.left_out.push(path) } else { self.paths.push(path) }
    }
}

/// Whether a path is one of a file that is copied.
pub(super) fn belongs(path: &str) -> bool {
    if path.split('/').any(is_litter) {
        return false;
    }
    match path.split_once('/') {
        Some((folder, _)) => FOLDERS.contains(&folder),
        None => path
            .rsplit_once('.')
            .is_some_and(|(_, extension)| EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension))),
    }
}

/// Whether a path with `/` between its parts stays inside the folder it is put into, on every system.
pub(super) fn is_inside(path: &str) -> bool {
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    let is_part = |part: &str| !["", ".", ".."].contains(&part) && !part.contains(['\\', '\0']);
    !has_drive && path.split('/').all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_anywhere_else_is_not_inside() {
        for path in ["a", "journal/abc/2026-11.ron", "journal/abc/2026-11 (10:30).ron", "journal/…/a..b", "..."] {
            assert!(is_inside(path), "{path}");
        }
        for path in ["", "/a", "a/", "a//b", "..", "a/../b", "./a", "C:/a", "c:a", "\\a", "a\\b", "a\0b"] {
            assert!(!is_inside(path), "{path:?}");
        }
    }

    #[test]
    fn what_is_ours_belongs_and_what_others_leave_there_does_not() {
        for path in [
            "sunshower-vault.ron",
            "sunshower-vault.sync-conflict-20261122-142434-NXPKH7W.ron",
            "README.txt",
            "readme.TXT",
            "key.age",
            "journal/abc/2026-11.ron",
            "journal/abc/2026-11 (conflicted copy).ron",
            "journal/abc/notes in Word.docx",
            "trash/abc/2026-11.ron",
            "library/covers/deep/down.png",
        ] {
            assert!(belongs(path), "{path}");
        }
        for path in [
            ".stignore",
            ".save-marker-0123.tmp",
            "journal/abc/.save-abc-0123.tmp",
            "journal/.stversions/abc/2026-11.ron",
            ".stfolder/journal/a.ron",
            "journal/abc/Thumbs.db",
            "desktop.ini",
            "film.mkv",
            "films/film.mkv",
            "__MACOSX/journal/._a.ron",
            "journal",
        ] {
            assert!(!belongs(path), "{path}");
        }
    }
}
