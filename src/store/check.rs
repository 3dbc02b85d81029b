//! Reads everything and reports. Needs nothing to itself, changes nothing, and works while the app runs.

use crate::journal::cries;
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;
use crate::store::disk::Disk;
use crate::store::folder::{OpenError, Places, look};
use crate::store::load;
use crate::store::problem::Problem;

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
    /// Why nothing could be read at all.
    pub refused: Option<OpenError>,
}

impl Report {
    /// Whether there is nothing to worry about.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        self.problems.is_empty() && self.refused.is_none()
    }
}

/// Reads the whole folder and reports. A folder where nothing was saved yet is fine.
#[must_use]
pub fn check(disk: &dyn Disk, places: &Places) -> Report {
    let look = match look(disk, places) {
        Ok(look) => look,
        Err(error) => return Report { refused: Some(error), ..Report::default() },
    };
    if look.marker.is_none() {
        return Report::default();
    }
    // Nobody writes under this name; it only keeps the hashes of own files from being made.
    let contents = load::load(disk, &look.dir, &DeviceId(String::new()));
    Report { counts: Count::of(&contents.journal), problems: contents.problems, refused: None }
}
