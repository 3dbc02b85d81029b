//! What has to happen outside the model, and in which order.

use crate::exchange::export::written::Wanted;
use crate::journal::sheet::Sheet;
use crate::store::OwnList;

/// What has to happen outside the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Save a sheet of records.
    Save(Sheet),
    /// Save what was deleted.
    SaveTrash,
    /// Save what was erased for good.
    SaveErased,
    /// Take what was erased for good out of every other file.
    Clean,
    /// Look for backups.
    LookForBackups,
    /// Look into a backup.
    LookIntoBackup(u64),
    /// Bring a backup back, after making one of today.
    Restore(u64),
    /// What is missing is meant to be so: go on.
    AcceptVanished,
    /// Put a copy of everything where there is room.
    CopyElsewhere,
    /// Make something of the journal to take along.
    TakeAlong(Box<Wanted>),
    /// Save the settings.
    SaveSettings,
    /// Put a list that comes with the program into the folder.
    CopyList(OwnList),
    /// Save the running evening.
    SaveDraft,
    /// Forget the saved running evening.
    DropDraft,
    /// Into or out of the whole screen.
    ToggleFullscreen,
    /// The whole screen, or a window.
    Fullscreen(bool),
    /// Save again what could not be saved.
    SaveAgain,
    /// Open the folder again.
    OpenAgain,
    /// Hand an address to the browser. It is https, and the person pressed for it.
    OpenAddress(String),
    /// Leave, if everything can be saved.
    Quit,
    /// Leave.
    QuitAnyway,
}

impl Effect {
    /// Whether it changes files of the folder.
    pub(super) fn saves(&self) -> bool {
        !matches!(
            self,
            Self::LookForBackups
                | Self::LookIntoBackup(_)
                | Self::Restore(_)
                | Self::AcceptVanished
                | Self::CopyElsewhere
                | Self::TakeAlong(_)
                | Self::OpenAddress(_)
                | Self::OpenAgain
        )
    }
}

/// The draft comes after what was in it, and leaving last of all: wherever the plug is pulled, nothing is nowhere. What
/// was erased is known as such before anything else is done about it, and looked for everywhere only afterwards.
pub fn in_safe_order(effects: &mut [Effect]) {
    effects.sort_by_key(|effect| match effect {
        Effect::SaveErased => 0,
        Effect::SaveDraft | Effect::DropDraft => 2,
        Effect::Clean => 3,
        Effect::Quit | Effect::QuitAnyway => 4,
        _ => 1,
    });
}
