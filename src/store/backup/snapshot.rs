//! A backup as if it were a folder.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::store::backup::Backup;
use crate::store::backup::selection::walk;
use crate::store::backup::shelf::Shelf;
use crate::store::disk::{DirEntry, Disk, Held, NewFile};
use crate::store::problem::{Problem, ProblemKind};
use crate::store::save::Hash;

/// What a folder held at one time, in memory. It can be read like a disk on which that folder is at
/// [`Snapshot::ROOT`], and not be written to.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Snapshot {
    files: BTreeMap<String, Vec<u8>>,
}

impl Snapshot {
    /// Where the folder seems to be.
    pub const ROOT: &'static str = "/sunshower-snapshot";

    /// All files, with `/` between the parts of their paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, content)| (&**path, &**content))
    }

    /// What a file held.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Leaves out all files but one.
    pub(crate) fn keep_only(&mut self, path: &str) {
        self.files.retain(|known, _| known == path);
    }

    pub(crate) fn insert(&mut self, path: String, content: Vec<u8>) {
        self.files.insert(path, content);
    }

    /// Whether this path cannot be added: it is there, or would have to be a file and a folder at once.
    pub(super) fn is_taken(&self, path: &str) -> bool {
        let mut above = path.match_indices('/').map(|(end, _)| &path[..end]);
        self.is_dir(path) || self.files.contains_key(path) || above.any(|folder| self.files.contains_key(folder))
    }

    fn is_dir(&self, path: &str) -> bool {
        path.is_empty() || self.inside(path).next().is_some()
    }

    /// What lies in a folder, at any depth, with the paths from there.
    fn inside(&self, folder: &str) -> impl Iterator<Item = &str> {
        let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        self.files.range(start.clone()..).map_while(move |(path, _)| path.strip_prefix(&*start))
    }
}

/// Says how much there is and not what: this may end up in a log.
impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot").field("files", &self.files.len()).finish_non_exhaustive()
    }
}

/// The path within the folder. What comes before it is not looked at, because an absolute path begins with a drive on
/// some systems.
fn path_in_folder(path: &Path) -> io::Result<String> {
    let root = Path::new(Snapshot::ROOT).file_name();
    let mut parts = path.components().skip_while(|part| Some(part.as_os_str()) != root);
    parts.next().ok_or(io::ErrorKind::NotFound)?;
    let mut names = Vec::new();
    for part in parts {
        match part {
            Component::Normal(name) => names.push(name.to_str().ok_or(io::ErrorKind::NotFound)?),
            Component::CurDir => {}
            _ => return Err(io::ErrorKind::NotFound.into()),
        }
    }
    Ok(names.join("/"))
}

fn read_only<T>() -> io::Result<T> {
    Err(io::ErrorKind::ReadOnlyFilesystem.into())
}

impl Disk for Snapshot {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let path = path_in_folder(path)?;
        match self.files.get(&path) {
            Some(content) => Ok(content.clone()),
            None if self.is_dir(&path) => Err(io::ErrorKind::IsADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<DirEntry>> {
        let dir = path_in_folder(dir)?;
        if self.files.contains_key(&dir) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        if !self.is_dir(&dir) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let names: BTreeMap<&str, bool> = self
            .inside(&dir)
            .map(|rest| rest.split_once('/').map_or((rest, false), |(folder, _)| (folder, true)))
            .collect();
        let entry = |(name, is_dir): (&str, bool)| DirEntry { name: name.to_owned(), is_dir, is_mangled: false };
        Ok(names.into_iter().map(entry).collect())
    }

    fn create_dir(&self, _: &Path) -> io::Result<()> {
        read_only()
    }

    fn create_new(&self, _: &Path) -> io::Result<Box<dyn NewFile>> {
        read_only()
    }

    fn rename(&self, _: &Path, _: &Path) -> io::Result<()> {
        read_only()
    }

    fn sync_dir(&self, _: &Path) -> io::Result<()> {
        read_only()
    }

    fn remove(&self, _: &Path) -> io::Result<()> {
        read_only()
    }

    fn lock(&self, _: &Path) -> io::Result<Option<Box<dyn Held>>> {
        read_only()
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }
}

/// Reads a backup. What is missing or damaged in it is left out and told.
#[must_use]
pub fn snapshot(disk: &dyn Disk, state_dir: &Path, backup: &Backup) -> (Snapshot, Vec<Problem>) {
    let shelf = Shelf::new(disk, state_dir);
    let mut snapshot = Snapshot::default();
    let mut problems = Vec::new();
    for file in &backup.files {
        let reason = match disk.read(&shelf.object(file.hash)) {
            Ok(content) if Hash::of(&content) == file.hash => {
                snapshot.insert(file.path.clone(), content);
                continue;
            }
            Ok(_) => "its copy is damaged".to_owned(),
            Err(error) => error.to_string(),
        };
        problems.push(Problem { file: file.path.clone(), kind: ProblemKind::CannotRead { reason } });
    }
    (snapshot, problems)
}

/// Reads the person's folder as it is now, all that a backup would hold. What cannot be read is left out and told.
///
/// # Errors
/// Where the folder itself cannot be looked into.
pub fn of_folder(disk: &dyn Disk, data_dir: &Path) -> io::Result<(Snapshot, Vec<Problem>)> {
    let found = walk(disk, data_dir)?;
    let cannot_read = |file, reason| Problem { file, kind: ProblemKind::CannotRead { reason } };
    let left_out = found.left_out.into_iter();
    let mut problems: Vec<_> = left_out.map(|file| cannot_read(file, "it could not be looked into".into())).collect();
    let mut snapshot = Snapshot::default();
    for path in found.paths {
        match disk.read(&data_dir.join(&path)) {
            Ok(content) => snapshot.insert(path, content),
            Err(error) => problems.push(cannot_read(path, error.to_string())),
        }
    }
    Ok((snapshot, problems))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot() -> Snapshot {
        let mut snapshot = Snapshot::default();
        for path in ["sunshower-vault.ron", "journal/b/2026-11.ron", "journal/a/2026-10.ron", "journal-notes.txt"] {
            snapshot.insert(path.into(), path.as_bytes().to_owned());
        }
        snapshot
    }

    fn names(snapshot: &Snapshot, dir: &str) -> Result<Vec<String>, io::ErrorKind> {
        let dir = Path::new(Snapshot::ROOT).join(dir);
        let mark = |entry: DirEntry| if entry.is_dir { entry.name + "/" } else { entry.name };
        let listed = snapshot.list(&dir).map_err(|error| error.kind())?;
        Ok(listed.into_iter().map(mark).collect())
    }

    #[test]
    fn it_is_listed_and_read_like_a_folder() {
        let snapshot = snapshot();
        let root = ["journal/", "journal-notes.txt", "sunshower-vault.ron"].map(String::from);
        assert_eq!(names(&snapshot, ""), Ok(root.to_vec()));
        assert_eq!(names(&snapshot, "journal"), Ok(vec!["a/".into(), "b/".into()]));
        assert_eq!(names(&snapshot, "journal/a"), Ok(vec!["2026-10.ron".into()]));
        assert_eq!(names(&snapshot, "journal/a/2026-10.ron"), Err(io::ErrorKind::NotADirectory));
        assert_eq!(names(&snapshot, "plans"), Err(io::ErrorKind::NotFound));
        assert_eq!(names(&snapshot, "journ"), Err(io::ErrorKind::NotFound));
        assert_eq!(names(&Snapshot::default(), ""), Ok(Vec::new()));

        let read = |path: &str| snapshot.read(Path::new(path)).map_err(|error| error.kind());
        assert_eq!(read("/sunshower-snapshot/journal/a/2026-10.ron"), Ok(b"journal/a/2026-10.ron".to_vec()));
        assert_eq!(read("/sunshower-snapshot/journal"), Err(io::ErrorKind::IsADirectory));
        assert_eq!(read("/sunshower-snapshot/journal/c"), Err(io::ErrorKind::NotFound));
        assert_eq!(read("/sunshower-snapshot/../sunshower-vault.ron"), Err(io::ErrorKind::NotFound));
        assert_eq!(read("/sunshower-vault.ron"), Err(io::ErrorKind::NotFound));
    }

    #[test]
    fn nothing_can_be_written_to_it() {
        let (snapshot, path) = (snapshot(), Path::new(Snapshot::ROOT).join("journal"));
        let kind = |result: io::Result<()>| result.map_err(|error| error.kind());
        for result in [
            snapshot.create_dir(&path),
            snapshot.create_new(&path).map(|_| ()),
            snapshot.rename(&path, &path),
            snapshot.sync_dir(&path),
            snapshot.remove(&path),
            snapshot.lock(&path).map(|_| ()),
        ] {
            assert_eq!(kind(result), Err(io::ErrorKind::ReadOnlyFilesystem));
        }
    }

    #[test]
    fn a_name_is_a_file_or_a_folder_and_never_both() {
        let snapshot = snapshot();
        for path in ["journal", "journal/a", "journal/a/2026-10.ron", "journal/a/2026-10.ron/x"] {
            assert!(snapshot.is_taken(path), "{path}");
        }
        for path in ["journal/a/2026-1", "journal/c", "plans/a.ron", "journal-notes"] {
            assert!(!snapshot.is_taken(path), "{path}");
        }
    }

    #[test]
    fn a_log_never_shows_what_it_holds() {
        assert_eq!(format!("{:?}", snapshot()), "Snapshot { files: 4, .. }");
    }
}
