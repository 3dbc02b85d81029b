//! The one recipe by which a file is replaced.
//!
//! Temporary file in the same folder, write, sync, read back and compare, look whether the target is still what was
//! last seen, rename over it, sync the folder. Only then is it saved. Every step is there because leaving it out lost
//! data on some file system: without the first sync a power cut leaves an empty file, without the last one btrfs and
//! xfs forget the newest save, and only reading back notices a write that said "done" and was not.

use std::fmt;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::store::disk::Disk;

/// What a file's content is known by: its SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The first twelve hexadecimal digits, as the log shows them.
    #[must_use]
    pub fn short(&self) -> String {
        self.hex(12)
    }

    /// The first `digits` hexadecimal digits, at most 64.
    #[must_use]
    pub fn hex(&self, digits: usize) -> String {
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
        self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).take(digits).collect()
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({})", self.short())
    }
}

/// Why something was not saved. What was on the disk before is still there, unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// No room left, or none left for this person.
    #[error("the disk is full")]
    DiskFull,
    /// The disk, or this opening of the folder, can only be read.
    #[error("the folder can only be read")]
    ReadOnly,
    /// Not allowed.
    #[error("writing there is not allowed")]
    NoPermission,
    /// The folder is gone: a drive that was unplugged, a share that is not connected.
    #[error("the folder is gone")]
    Missing,
    /// Somebody else changed the file. `Vault::reload` takes their changes in; then save again.
    #[error("the file was changed by something else")]
    ChangedOnDisk,
    /// The disk gave back something else than was written.
    #[error("what was written could not be read back")]
    ReadBack,
    /// Anything else, in the operating system's words.
    #[error("{0}")]
    Other(String),
}

impl From<&io::Error> for SaveError {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

/// What a file held when it was last looked at; `None` where there was no file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// What was last read or written.
    pub last: Option<Hash>,
    /// What a save meant to put there, where it failed so late that it may have done so all the same.
    pub maybe: Option<Hash>,
}

impl Seen {
    /// A file with this content was seen.
    #[must_use]
    pub fn content(hash: Hash) -> Self {
        Self { last: Some(hash), maybe: None }
    }

    fn allows(&self, found: Option<Hash>) -> bool {
        found == self.last || (found.is_some() && found == self.maybe)
    }
}

/// Temporary files begin with this; the rest of the name tells whose they are.
pub(crate) const TEMP_PREFIX: &str = ".save-";
/// And end with this.
pub(crate) const TEMP_SUFFIX: &str = ".tmp";

/// Whether a name is that of a temporary file left by `whose`, or by anybody where that is `None`.
pub(crate) fn is_leftover(name: &str, whose: Option<&str>) -> bool {
    let Some(rest) = name.strip_prefix(TEMP_PREFIX).and_then(|rest| rest.strip_suffix(TEMP_SUFFIX)) else {
        return false;
    };
    whose.is_none_or(|whose| rest.split_once('-').is_some_and(|(tag, _)| tag == whose))
}

/// Replaces `target` by `bytes` and returns once that would survive a power cut. `whose` goes into the name of the
/// temporary file, so that a leftover of a crash can be told from one that somebody else is still writing.
///
/// With `seen`, the target is left alone where it is not what was seen, and `seen` is kept true whatever happens.
///
/// # Errors
/// Says why nothing was saved. Only where the very last step failed may the new content be there all the same.
pub fn save(
    disk: &dyn Disk,
    target: &Path,
    whose: &str,
    bytes: &[u8],
    mut seen: Option<&mut Seen>,
) -> Result<Hash, SaveError> {
    let dir = target.parent().ok_or(SaveError::Missing)?;
    let hash = Hash::of(bytes);
    let temp = dir.join(format!("{TEMP_PREFIX}{whose}-{:016x}{TEMP_SUFFIX}", fastrand::u64(..)));
    let prepared = prepare(disk, &temp, bytes).and_then(|()| {
        if let Some(seen) = seen.as_deref_mut() {
            let found = hash_of(disk, target)?;
            if !seen.allows(found) {
                return Err(SaveError::ChangedOnDisk);
            }
            *seen = Seen { last: found, maybe: Some(hash) };
        }
        disk.rename(&temp, target).map_err(SaveError::from)
    });
    if let Err(error) = prepared {
        // The reason of the save is what matters; a leftover is removed at the next start as well.
        let _ = disk.remove(&temp);
        return Err(error);
    }
    if let Some(seen) = seen {
        *seen = Seen::content(hash);
    }
    disk.sync_dir(dir)?;
    Ok(hash)
}

/// Writes the temporary file and makes sure of it.
fn prepare(disk: &dyn Disk, temp: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let mut file = disk.create_new(temp)?;
    file.write_all(bytes)?;
    // Not tried again on failure: after a failed sync the system forgets that the pages were never written.
    file.sync_all()?;
    drop(file);
    if disk.read(temp)? == bytes { Ok(()) } else { Err(SaveError::ReadBack) }
}

fn hash_of(disk: &dyn Disk, path: &Path) -> Result<Option<Hash>, SaveError> {
    match disk.read(path) {
        Ok(bytes) => Ok(Some(Hash::of(&bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_errors_are_told_in_the_persons_terms() {
        let of = |kind: io::ErrorKind| SaveError::from(io::Error::from(kind));
        assert_eq!(of(io::ErrorKind::StorageFull), SaveError::DiskFull);
        assert_eq!(of(io::ErrorKind::QuotaExceeded), SaveError::DiskFull);
        assert_eq!(of(io::ErrorKind::ReadOnlyFilesystem), SaveError::ReadOnly);
        assert_eq!(of(io::ErrorKind::PermissionDenied), SaveError::NoPermission);
        assert_eq!(of(io::ErrorKind::NotFound), SaveError::Missing);
    }

    #[test]
    fn a_leftover_is_known_by_whose_it_is() {
        assert!(is_leftover(".save-abc-0123.tmp", Some("abc")));
        assert!(!is_leftover(".save-abcd-0123.tmp", Some("abc")));
        assert!(is_leftover(".save-abcd-0123.tmp", None));
        assert!(!is_leftover("save-abc-0123.tmp", None));
        assert!(!is_leftover(".save-abc-0123.ron", None));
    }

    #[test]
    fn a_hash_is_shown_by_its_first_twelve_digits() {
        assert_eq!(Hash::of(b"").short(), "e3b0c44298fc");
        assert_eq!(Hash::of(b"").hex(64).len(), 64);
    }
}
