//! What this computer remembers of a folder from last time: how much was there. Records are never taken out of a journal,
//! only marked as deleted or erased; so less than last time means that something is missing.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::store::disk::Disk;
use crate::store::load::Contents;
use crate::store::read::{self, Document, VERSION};
use crate::store::save::{SaveError, save};
use crate::store::state::STATE_TAG;
use crate::store::text::pretty;

const MEMORY_FORMAT: &str = "sunshower/memory";
const MEMORY: &str = "memory.ron";

/// How much there was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Remembered {
    /// Records of which anything was known.
    pub records: usize,
    /// The files that held them, by their paths within the folder.
    pub files: BTreeSet<String>,
}

#[derive(Serialize, Deserialize)]
struct MemoryFile {
    format: String,
    version: u32,
    records: usize,
    files: BTreeSet<String>,
}

impl Document for MemoryFile {
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// What was there last time and is not now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vanished {
    /// How many records.
    pub records: usize,
    /// Files that are gone, by their paths within the folder.
    pub files: Vec<String>,
}

/// What is remembered; nothing, where nothing is or where it cannot be read: it only ever helps.
pub(crate) fn recall(disk: &dyn Disk, state_dir: &Path) -> Option<Remembered> {
    let bytes = match disk.read(&state_dir.join(MEMORY)) {
        Ok(bytes) => bytes,
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::warn!("how much there was is not known: {error}");
            }
            return None;
        }
    };
    let file = read::document::<MemoryFile>(&bytes, MEMORY_FORMAT).value?;
    Some(Remembered { records: file.records, files: file.files })
}

/// Remembers how much there is.
pub(crate) fn remember(disk: &dyn Disk, state_dir: &Path, what: &Remembered) -> Result<(), SaveError> {
    let Remembered { records, files } = what.clone();
    let text = pretty(&MemoryFile { format: MEMORY_FORMAT.into(), version: VERSION, records, files });
    save(disk, &state_dir.join(MEMORY), STATE_TAG, text.as_bytes(), None).map(|_| ())
}

/// What was there last time and is not now. What lies in a file that cannot be read is told elsewhere and not counted.
pub(crate) fn vanished(before: &Remembered, contents: &Contents) -> Option<Vanished> {
    let unreadable: Vec<&str> = contents.not_whole().collect();
    let is_told = |file: &str| unreadable.iter().any(|told| file == *told || file.starts_with(&format!("{told}/")));
    let gone = |file: &&String| !contents.record_files.contains(*file) && !is_told(file);
    let files: Vec<String> = before.files.iter().filter(gone).cloned().collect();
    let fewer = before.records.saturating_sub(contents.journal.known_records());
    let records = if unreadable.is_empty() { fewer } else { 0 };
    (records > 0 || !files.is_empty()).then_some(Vanished { records, files })
}
