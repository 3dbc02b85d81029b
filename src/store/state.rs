//! What this computer remembers about folders, outside of them: that they exist, and the name it writes under.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::journal::record::DeviceId;
use crate::store::disk::Disk;
use crate::store::problem::{Problem, ProblemKind};
use crate::store::read::{self, Document, VERSION};
use crate::store::save::{SaveError, save};
use crate::store::text::pretty;

const FOLDER_FORMAT: &str = "sunshower/folder";
const DEVICE_FORMAT: &str = "sunshower/device";
/// Whose temporary files those of the state folder are.
pub(crate) const STATE_TAG: &str = "state";

/// Remembers that a journal was seen in a folder, so that a drive that is not plugged in is not taken for a first run.
#[derive(Serialize, Deserialize)]
struct FolderFile {
    format: String,
    version: u32,
    path: String,
    vault: Uuid,
}

impl Document for FolderFile {
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

#[derive(Serialize, Deserialize)]
struct DeviceFile {
    format: String,
    version: u32,
    device: DeviceId,
    before: Vec<DeviceId>,
}

impl Document for DeviceFile {
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// The name this computer writes under, and those it wrote under before.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub device: DeviceId,
    pub before: Vec<DeviceId>,
}

impl Names {
    pub(crate) fn new() -> Self {
        Self { device: DeviceId::random(), before: Vec::new() }
    }

    /// Takes a new name. The files under the old one are only read from then on.
    pub(crate) fn take_a_new_one(&mut self) {
        self.before.push(std::mem::replace(&mut self.device, DeviceId::random()));
    }
}

/// Where folders are remembered, one file for each path.
pub(crate) const FOLDERS_DIR: &str = "folders";

fn folder_path(state_root: &Path, key: &str) -> PathBuf {
    state_root.join(FOLDERS_DIR).join(format!("{key}.ron"))
}

/// The machine's own folder for the journal `id` in the folder that `keys` stand for.
pub(crate) fn dir_of(state_root: &Path, id: Uuid, keys: &[String]) -> PathBuf {
    state_root.join(format!("{id}-{}", keys.first().map_or("", String::as_str)))
}

/// The journal that was seen under one of these keys, where that can still be read.
pub(crate) fn remembered(disk: &dyn Disk, state_root: &Path, keys: &[String]) -> Option<Uuid> {
    let read = |key: &String| disk.read(&folder_path(state_root, key)).ok();
    let vault = |bytes: Vec<u8>| read::document::<FolderFile>(&bytes, FOLDER_FORMAT).value.map(|file| file.vault);
    keys.iter().filter_map(read).find_map(vault)
}

/// Whether a journal was seen under one of these keys. A memory that cannot be read counts as one.
pub(crate) fn was_seen(disk: &dyn Disk, state_root: &Path, keys: &[String]) -> io::Result<bool> {
    for key in keys {
        match disk.read(&folder_path(state_root, key)) {
            Ok(_) => return Ok(true),
            Err(error) if is_absent(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(false)
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Remembers that the journal `vault` is in the folder that `keys` stand for.
pub(crate) fn remember(
    disk: &dyn Disk,
    state_root: &Path,
    keys: &[String],
    path: &Path,
    vault: Uuid,
) -> Result<(), SaveError> {
    let file =
        FolderFile { format: FOLDER_FORMAT.into(), version: VERSION, path: path.to_string_lossy().into_owned(), vault };
    let text = pretty(&file);
    for key in keys {
        let path = folder_path(state_root, key);
        if !disk.read(&path).is_ok_and(|known| known == text.as_bytes()) {
            ensure_all(disk, &state_root.join(FOLDERS_DIR))?;
            save(disk, &path, key, text.as_bytes(), None)?;
        }
    }
    Ok(())
}

/// The names this computer has in a folder; `None` where it never wrote there. A file that was read and makes no
/// sense is a problem to tell, and costs no more than the name.
pub(crate) fn names(disk: &dyn Disk, state_dir: &Path) -> io::Result<Result<Option<Names>, Problem>> {
    let bytes = match disk.read(&state_dir.join("device.ron")) {
        Ok(bytes) => bytes,
        Err(error) if is_absent(&error) => return Ok(Ok(None)),
        Err(error) => return Err(error),
    };
    let mut read = read::document::<DeviceFile>(&bytes, DEVICE_FORMAT);
    let names = read.value.map(|file| Names { device: file.device, before: file.before });
    Ok(match names.filter(|names| names.device.is_valid()) {
        Some(names) => Ok(Some(names)),
        None => Err(Problem {
            file: "device.ron".into(),
            kind: read.problems.pop().unwrap_or(ProblemKind::BadValue { what: "device".into() }),
        }),
    })
}

/// Remembers the names.
pub(crate) fn save_names(disk: &dyn Disk, state_dir: &Path, names: &Names) -> Result<(), SaveError> {
    let Names { device, before } = names.clone();
    let text = pretty(&DeviceFile { format: DEVICE_FORMAT.into(), version: VERSION, device, before });
    save(disk, &state_dir.join("device.ron"), STATE_TAG, text.as_bytes(), None).map(|_| ())
}

/// Creates a folder and those above it. They may be gone again after a power cut.
pub(crate) fn create_all(disk: &dyn Disk, dir: &Path) -> io::Result<()> {
    let mut missing = Vec::new();
    for dir in dir.ancestors() {
        match disk.list(dir) {
            Ok(_) => break,
            Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push(dir),
            // Not ours to look into; whether it can be written to shows in a moment.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => break,
            Err(error) => return Err(error),
        }
    }
    missing.into_iter().rev().try_for_each(|dir| create(disk, dir))
}

/// Creates a folder and those above it, and makes sure that their names stay. All of them every time: any may be there
/// since an attempt that never got as far as making sure of it.
pub(crate) fn ensure_all(disk: &dyn Disk, dir: &Path) -> Result<(), SaveError> {
    create_all(disk, dir)?;
    dir.ancestors().skip(1).try_for_each(|above| match disk.sync_dir(above) {
        // Some folders may be passed through but not opened, and one that is read-only has no new names.
        Err(error) if is_closed(&error) => Ok(()),
        synced => Ok(synced?),
    })
}

/// Creates a folder where there is none, and makes sure that its name stays.
pub(crate) fn ensure_dir(disk: &dyn Disk, dir: &Path) -> Result<(), SaveError> {
    create(disk, dir)?;
    dir.parent().map_or(Ok(()), |parent| disk.sync_dir(parent).map_err(SaveError::from))
}

fn create(disk: &dyn Disk, dir: &Path) -> io::Result<()> {
    match disk.create_dir(dir) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn is_closed(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// Moves a file of the state folder aside under a name that says so, and never over another one.
pub(crate) fn set_aside(disk: &dyn Disk, state_dir: &Path, stem: &str) -> io::Result<()> {
    let names: Vec<String> = disk.list(state_dir)?.into_iter().map(|entry| entry.name).collect();
    let free = (1..=u32::MAX).map(|n| format!("{stem}-damaged-{n}.ron")).find(|name| !names.contains(name));
    disk.rename(&state_dir.join(format!("{stem}.ron")), &state_dir.join(free.unwrap_or_default()))?;
    disk.sync_dir(state_dir)
}
