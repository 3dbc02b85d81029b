//! The names of the files a folder holds.

use chrono::NaiveDate;

use crate::journal::log::Kind;
use crate::journal::record::DeviceId;
use crate::journal::sheet::Sheet;

/// Where months are kept.
pub(crate) const JOURNAL_DIR: &str = "journal";
/// Where plans are kept.
pub(crate) const PLANS_DIR: &str = "plans";
/// Where the person's own titles are kept.
pub(crate) const LIBRARY_DIR: &str = "library";
/// Where settings are kept.
pub(crate) const SETTINGS_DIR: &str = "settings";
/// Where what was deleted is kept.
pub(crate) const TRASH_DIR: &str = "trash";
/// Where copies made by synchronising programs go, once what was in them is safe.
pub(crate) const COPIES_DIR: &str = "trash/copies";
/// Where the ids of what was erased for good are kept.
pub(crate) const ERASED_DIR: &str = "erased";

/// Names one file this computer writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKey {
    /// A sheet of records.
    Records(Sheet),
    /// Settings.
    Settings,
    /// What was deleted and can be brought back.
    Trash,
    /// The ids of what was erased for good.
    Erased,
    /// The running evening, in the machine's state folder.
    Draft,
    /// The evening that is being planned, in the machine's state folder.
    Tonight,
    /// What is being erased for good, in the machine's state folder.
    Erasing,
    /// How much there is, in the machine's state folder.
    Memory,
    /// All backups, in the machine's state folder.
    Backups,
    /// Copies that synchronising programs made.
    Copies,
    /// A list of the person's own: a copy of one that comes with the program, for them to change.
    List(OwnList),
}

/// A list that comes with the program, and that the person may have a copy of in the folder, which is used instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnList {
    /// Places where titles play.
    Players,
    /// Lines one can ring.
    Support,
}

impl OwnList {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Players, Self::Support];

    /// Its name in the folder.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Players => "players.ron",
            Self::Support => "support.ron",
        }
    }
}

impl FileKey {
    /// The file in which a record of this kind and day stands.
    #[must_use]
    pub fn of<R: Kind>(day: NaiveDate) -> Self {
        Self::Records(R::sheet(day))
    }

    /// The path within the folder, with `/` between its parts; of what is the machine's own, within the state folder.
    #[must_use]
    pub fn path(self, device: &DeviceId) -> String {
        match self {
            Self::Records(Sheet::Month(month)) => format!("{JOURNAL_DIR}/{device}/{month}.ron"),
            Self::Records(Sheet::Plans) => format!("{PLANS_DIR}/{device}.ron"),
            Self::Records(Sheet::Library) => format!("{LIBRARY_DIR}/{device}.ron"),
            Self::Settings => format!("{SETTINGS_DIR}/{device}.ron"),
            Self::Trash => format!("{TRASH_DIR}/{device}.ron"),
            Self::Erased => format!("{ERASED_DIR}/{device}.ron"),
            Self::Draft => "draft.ron".to_owned(),
            Self::Tonight => "tonight.ron".to_owned(),
            Self::Erasing => "erasing.ron".to_owned(),
            Self::Memory => "memory.ron".to_owned(),
            Self::Backups => "backups".to_owned(),
            Self::Copies => COPIES_DIR.to_owned(),
            Self::List(list) => list.file().to_owned(),
        }
    }

    /// Whether it lies in the machine's state folder.
    #[must_use]
    pub fn is_of_the_machine(self) -> bool {
        matches!(self, Self::Draft | Self::Tonight | Self::Erasing | Self::Memory | Self::Backups)
    }

    /// Whether what the person said would be lost with it.
    #[must_use]
    pub fn holds_records(self) -> bool {
        matches!(self, Self::Records(_) | Self::Trash)
    }
}
