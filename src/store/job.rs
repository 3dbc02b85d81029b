//! What is asked of the disk, and what became of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::clock::Wall;
use crate::journal::sheet::Sheet;
use crate::store::backup::Why;
use crate::store::files::{FileKey, OwnList};
use crate::store::load::Aside;
use crate::store::save::{Hash, SaveError};

/// Something to save, or to do with files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// The text of a sheet of records, from `sheet_text`.
    Records(Sheet, String),
    /// The text of the settings, from `settings_text`.
    Settings(String),
    /// The text of what was deleted, from `trash_text`.
    Trash(String),
    /// The text of what was erased for good, from `erased_text`. Nothing of these may be left once [`Job::Clean`] is
    /// done; that it began is remembered.
    Erased {
        /// What is being erased.
        ids: BTreeSet<Uuid>,
        /// All that ever was.
        text: String,
    },
    /// Takes out of every file what was erased for good: those of other computers, drafts, copies, backups.
    Clean(BTreeSet<Uuid>),
    /// The text of the running evening, which the store does not look into; `None` when it is no longer needed.
    Draft(Option<String>),
    /// The text of the evening that is being planned; `None` when there is nothing in it.
    Tonight(Option<String>),
    /// A backup of the folder as it is, where anything changed since the last one.
    Backup {
        /// When it is made.
        made: Wall,
        /// Why it is made.
        why: Why,
    },
    /// How many records there are, so that it is noticed if some of them are missing next time. Never less than was
    /// known before.
    Remember(usize),
    /// The same, where the person said that it is right as it is.
    RememberAnew(usize),
    /// Moves copies whose content is saved into the trash.
    PutAside(Vec<Aside>, NaiveDate),
    /// Puts a list into the folder, for the person to change. One that is there stays.
    List(OwnList, String),
    /// Removes from the trash copies that were put there before that day.
    Expire(NaiveDate),
}

impl Job {
    /// The text it is to save, if it is to save one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Records(_, text) | Self::Settings(text) | Self::Trash(text) | Self::Erased { text, .. } => Some(text),
            Self::Draft(text) | Self::Tonight(text) => text.as_deref(),
            _ => None,
        }
    }

    /// Why a backup is made; `None` for any other job.
    #[must_use]
    pub fn why(&self) -> Option<Why> {
        match self {
            Self::Backup { why, .. } => Some(why.clone()),
            _ => None,
        }
    }

    /// The file it is about.
    #[must_use]
    pub fn file(&self) -> FileKey {
        match self {
            Self::Records(sheet, _) => FileKey::Records(*sheet),
            Self::Settings(_) => FileKey::Settings,
            Self::Trash(_) => FileKey::Trash,
            Self::Erased { .. } => FileKey::Erased,
            Self::Clean(_) => FileKey::Erasing,
            Self::Draft(_) => FileKey::Draft,
            Self::Tonight(_) => FileKey::Tonight,
            Self::Backup { .. } => FileKey::Backups,
            Self::Remember(_) | Self::RememberAnew(_) => FileKey::Memory,
            Self::PutAside(..) | Self::Expire(_) => FileKey::Copies,
            Self::List(list, _) => FileKey::List(*list),
        }
    }
}

/// What became of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The file it was about.
    pub file: FileKey,
    /// Of a backup, why it was made.
    pub why: Option<Why>,
    /// Saved for good, or why not.
    pub result: Result<SavedFile, SaveError>,
}

/// A file that would survive a power cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFile {
    /// Its path within the folder, with `/` between its parts.
    pub path: String,
    /// What it holds; of nothing, where the draft was removed.
    pub hash: Hash,
}
