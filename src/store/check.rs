//! Reads everything and reports. Needs nothing to itself, changes nothing, and works while the app runs.

use crate::journal::cries;
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;
use crate::store::disk::Disk;
use crate::store::folder::{OpenError, Places, look};
use crate::store::load;
use crate::store::memory::{self, Vanished};
use crate::store::problem::Problem;
use crate::store::state;

/// How much there is of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Evenings that began.
    pub evenings: usize,
    /// Check-ins.
    pub check_ins: usize,
    /// Cries, never presses.
    pub tears: usize,
    /// Evenings kept for later.
    pub planned: usize,
}

impl Count {
    /// Of what is in a journal.
    #[must_use]
    pub fn of(journal: &Journal) -> Self {
        Self {
            evenings: journal.evenings.len(),
            check_ins: journal.check_ins.len(),
            tears: cries::all(journal).len(),
            planned: journal.open_plans().count(),
        }
    }
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How much there is of what.
    pub counts: Count,
    /// What is wrong with single files.
    pub problems: Vec<Problem>,
    /// Copies made by synchronising programs. Opening the journal takes them in.
    pub copies: Vec<String>,
    /// Records of which there are two versions to choose from.
    pub in_two_versions: usize,
    /// The version of the newer program that made the folder.
    pub newer: Option<u32>,
    /// What was there when it was last open on this computer, and is not now.
    pub vanished: Option<Vanished>,
    /// Why nothing could be read at all.
    pub refused: Option<OpenError>,
}

impl Report {
    /// Whether there is nothing to worry about.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        let is_all_there = self.refused.is_none() && self.newer.is_none() && self.vanished.is_none();
        is_all_there && self.problems.iter().all(|problem| problem.kind.is_note())
    }
}

/// Reads the whole folder and reports. A folder where nothing was saved yet is fine.
#[must_use]
pub fn check(disk: &dyn Disk, places: &Places) -> Report {
    let look = match look(disk, places) {
        Ok(look) => look,
        Err(error) => return Report { refused: Some(error), ..Report::default() },
    };
    let Some((marker, _)) = &look.marker else { return Report::default() };
    // Nobody writes under this name; it only keeps the hashes of own files from being made.
    let contents = load::load(disk, &look.dir, &DeviceId(String::new()), None);
    let state_dir = state::dir_of(&places.state_root, marker.id, &look.keys);
    let before = memory::recall(disk, &state_dir);
    Report {
        vanished: before.and_then(|before| memory::vanished(&before, &contents)),
        counts: Count::of(&contents.journal),
        problems: contents.problems,
        copies: contents.copies.into_iter().map(|copy| copy.shown).collect(),
        in_two_versions: contents.journal.in_two_versions(),
        newer: look.newer,
        refused: None,
    }
}
