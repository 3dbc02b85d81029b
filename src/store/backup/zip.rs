//! A whole journal in one file that any computer can open, and back.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError as Fault;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::store::backup::selection::{belongs, is_inside};
use crate::store::backup::snapshot::Snapshot;
use crate::store::folder::MARKER;

/// Why a ZIP was not read or written. Nothing of it was used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    /// It is not a ZIP, or it is damaged.
    #[error("the ZIP cannot be read: {reason}")]
    Broken {
        /// What the reader says, in English.
        reason: String,
    },
    /// A file in it would land outside of the folder it is unpacked into.
    #[error("the ZIP leads out of its folder: {name}")]
    LeadsOut {
        /// The name it has in the ZIP.
        name: String,
    },
    /// It holds a link to some other place.
    #[error("the ZIP holds a link: {name}")]
    Link {
        /// The name it has in the ZIP.
        name: String,
    },
    /// It holds two files of one name, and nobody knows which one is meant.
    #[error("the ZIP holds two files of one name")]
    Twice,
    /// It asks for a password.
    #[error("the ZIP is locked with a password")]
    Locked,
    /// It holds more files than any journal has.
    #[error("the ZIP holds too many files")]
    TooMany,
    /// It holds more than any journal does.
    #[error("the ZIP holds too much")]
    TooMuch,
    /// There is no journal in it.
    #[error("there is no {MARKER} in the ZIP")]
    NoJournal,
    /// There are several journals in it.
    #[error("there are several journals in the ZIP")]
    ManyJournals,
}

impl From<Fault> for ZipError {
    fn from(fault: Fault) -> Self {
        Self::Broken { reason: fault.to_string() }
    }
}

impl From<std::io::Error> for ZipError {
    fn from(error: std::io::Error) -> Self {
        Self::Broken { reason: error.to_string() }
    }
}

struct Limits {
    entries: usize,
    bytes: u64,
}

/// Far beyond ten years of evenings, and not beyond what a small computer can hold in memory.
const LIMITS: Limits = Limits { entries: 100_000, bytes: 512 << 20 };

/// A ZIP of everything in a snapshot. The same files always give the same ZIP.
///
/// # Errors
/// Only where the ZIP cannot be put together at all.
pub fn write_zip(snapshot: &Snapshot) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).unix_permissions(0o600);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in snapshot.files() {
        zip.start_file(path, options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Reads a ZIP of a journal, whether its files are at its top or in a folder, as when somebody packed the folder by
/// hand. Of other things in it, nothing is taken.
///
/// # Errors
/// Says why nothing of it can be used.
pub fn read_zip(bytes: &[u8]) -> Result<Snapshot, ZipError> {
    read_limited(bytes, &LIMITS)
}

fn read_limited(bytes: &[u8], limits: &Limits) -> Result<Snapshot, ZipError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes))?;
    if zip.len() > limits.entries {
        return Err(ZipError::TooMany);
    }
    if zip.has_duplicate_names() {
        return Err(ZipError::Twice);
    }
    let names = names(&zip)?;
    let top = top(&names)?;
    let mut snapshot = Snapshot::default();
    let mut left = limits.bytes;
    for (index, name) in names {
        let Some(path) = name.strip_prefix(&top).filter(|path| belongs(path)) else { continue };
        if snapshot.is_taken(path) {
            return Err(ZipError::Twice);
        }
        // What the ZIP says about lengths is not believed.
        let mut content = Vec::new();
        let mut file = zip.by_index(index)?;
        file.by_ref().take(left.saturating_add(1)).read_to_end(&mut content)?;
        left = left.checked_sub(content.len() as u64).ok_or(ZipError::TooMuch)?;
        snapshot.insert(path.to_owned(), content);
    }
    Ok(snapshot)
}

/// The files in it, by their place and path. Some programs write `\` for `/`.
fn names(zip: &ZipArchive<Cursor<&[u8]>>) -> Result<Vec<(usize, String)>, ZipError> {
    let mut names = Vec::new();
    for index in 0..zip.len() {
        let entry = zip.by_index_data(index)?;
        let name = entry.name()?.replace('\\', "/");
        if !is_inside(name.strip_suffix('/').unwrap_or(&name)) {
            return Err(ZipError::LeadsOut { name });
        }
        if entry.is_symlink() {
            return Err(ZipError::Link { name });
        }
        if entry.encrypted() {
            return Err(ZipError::Locked);
        }
        if !name.ends_with('/') {
            names.push((index, name));
        }
    }
    Ok(names)
}

/// The folder in the ZIP in which the journal is, with a `/` at its end; empty where it is at the top.
fn top(names: &[(usize, String)]) -> Result<String, ZipError> {
    let tops = names.iter().filter_map(|(_, name)| name.strip_suffix(MARKER));
    let mut tops: Vec<&str> = tops.filter(|top| top.is_empty() || top.ends_with('/')).collect();
    let depth = |top: &str| top.matches('/').count();
    let least = tops.iter().map(|top| depth(top)).min().ok_or(ZipError::NoJournal)?;
    tops.retain(|top| depth(top) == least);
    match tops[..] {
        [top] => Ok(top.to_owned()),
        _ => Err(ZipError::ManyJournals),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ZIP with these files.
    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            zip.start_file(*name, SimpleFileOptions::default()).expect("started");
            zip.write_all(content).expect("written");
        }
        zip.finish().expect("a ZIP").into_inner()
    }

    #[test]
    fn a_bomb_is_noticed_while_it_is_unpacked() {
        let bomb = zip(&[(MARKER, b"()"), ("journal/a/2026-11.ron", &vec![b' '; 1_000_000])]);
        assert!(bomb.len() < 10_000, "{} bytes", bomb.len());
        let read = |bytes| read_limited(&bomb, &Limits { entries: 2, bytes }).map(|snapshot| snapshot.len());
        assert_eq!(read(1_000_002), Ok(2));
        assert_eq!(read(1_000_001), Err(ZipError::TooMuch));
        assert_eq!(read(1), Err(ZipError::TooMuch));

        // A header that claims less changes nothing about it.
        let claimed = 1_000_000_u32.to_le_bytes();
        let mut liar = bomb.clone();
        while let Some(at) = liar.windows(4).position(|window| window == claimed) {
            liar[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
        let lied = read_limited(&liar, &Limits { entries: 2, bytes: 1000 });
        assert!(matches!(lied, Err(ZipError::TooMuch | ZipError::Broken { .. })), "{lied:?}");
    }

    #[test]
    fn more_files_than_any_journal_has_are_not_even_looked_at() {
        let many = zip(&[(MARKER, b"()"), ("a", b""), ("b", b"")]);
        let read = |entries| read_limited(&many, &Limits { entries, bytes: 100 }).map(|snapshot| snapshot.len());
        assert_eq!(read(3), Ok(1));
        assert_eq!(read(2), Err(ZipError::TooMany));
    }
}
