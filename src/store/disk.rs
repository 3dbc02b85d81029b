//! The only place that touches files.

#![allow(clippy::disallowed_methods, reason = "this is the place that touches the disk")]

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the store asks of a disk. Behind a trait so that tests can fail or crash any single operation.
///
/// All errors are the operating system's.
#[expect(clippy::missing_errors_doc, reason = "every one of these fails as the operating system says, and only so")]
pub trait Disk: Send + Sync {
    /// Reads a whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// What a folder holds, sorted by name.
    fn list(&self, dir: &Path) -> io::Result<Vec<DirEntry>>;
    /// Creates a folder, one level only.
    fn create_dir(&self, dir: &Path) -> io::Result<()>;
    /// Creates a file that only its owner can read. Fails where there is one already.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// Gives a file another name, replacing what had that name, all at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Returns once the names in a folder would survive a power cut.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Takes the lock that this file stands for, creating the file. `None`: somebody else holds it. The lock is given
    /// back when the value is dropped, and by the operating system when the process ends in any other way.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>>;
    /// The one name of a path that exists: absolute, without links.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;
}

/// A file that is being written for the first time.
#[expect(clippy::missing_errors_doc, reason = "every one of these fails as the operating system says, and only so")]
pub trait NewFile {
    /// Appends all of `bytes`.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Returns once the content would survive a power cut.
    fn sync_all(&mut self) -> io::Result<()>;
}

/// A lock that is held until this is dropped.
pub trait Held: Send + Sync {}

/// One name in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DirEntry {
    /// The name; where it is not UTF-8, something like it.
    pub name: String,
    /// It is a folder, or a link to one.
    pub is_dir: bool,
    /// The name is not UTF-8, so `name` does not lead to it.
    pub is_mangled: bool,
}

/// The computer's own disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        // Reading a pipe that somebody named like a month would wait for ever.
        let about = std::fs::metadata(path)?;
        if about.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !about.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
        }
        std::fs::read(path)
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<DirEntry>> {
        let mut entries = Vec::new();
        for entry in std::fs::read_dir(dir)? {
            let entry = entry?;
            let is_dir = std::fs::metadata(entry.path()).is_ok_and(|about| about.is_dir());
            let (name, is_mangled) = match entry.file_name().into_string() {
                Ok(name) => (name, false),
                Err(name) => (name.to_string_lossy().into_owned(), true),
            };
            entries.push(DirEntry { name, is_dir, is_mangled });
        }
        entries.sort();
        Ok(entries)
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        #[cfg_attr(not(unix), expect(unused_mut, reason = "only there is something to set"))]
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(dir)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Box::new(RealFile(options.open(path)?)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        #[cfg(windows)]
        for wait_ms in [10, 20, 40, 80, 160, 320] {
            // Virus scanners and indexers hold fresh files for a moment; Windows then refuses to replace them.
            match std::fs::rename(from, to) {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                    std::thread::sleep(std::time::Duration::from_millis(wait_ms));
                }
                done => return done,
            }
        }
        std::fs::rename(from, to)
    }

    #[cfg(unix)]
    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        match File::open(dir)?.sync_all() {
            // Some network and FUSE file systems have no such thing as syncing a folder; there is nothing to wait for.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            done => done,
        }
    }

    #[cfg(not(unix))]
    fn sync_dir(&self, _dir: &Path) -> io::Result<()> {
        // Windows offers no way to sync a folder; NTFS journals the rename.
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(RealLock { _file: file }))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        std::fs::canonicalize(path)
    }
}

struct RealFile(File);

impl NewFile for RealFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync_all(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}

/// The lock belongs to the open file.
struct RealLock {
    _file: File,
}

impl Held for RealLock {}
