//! Reads everything and reports. Needs nothing to itself, changes nothing, and works while the app runs.

use crate::journal::cries::cries_in;
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;
use crate::store::disk::Disk;
use crate::store::folder::{MARKER, OpenError, Places, look};
use crate::store::load;
use crate::store::problem::{Problem, ProblemKind};

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
            tears: cries_in(journal),
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

    /// One line for each kind of record, then one for each problem: what happened, what was kept, what to do.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let Count { evenings, check_ins, tears, planned } = self.counts;
        let mut lines = vec![
            format!("evenings {evenings}"),
            format!("check-ins {check_ins}"),
            format!("tears {tears}"),
            format!("planned {planned}"),
        ];
        lines.extend(self.refused.as_ref().map(refusal));
        lines.extend(self.problems.iter().map(|problem| format!("{}: {}", problem.file, sentence(&problem.kind))));
        lines
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

fn refusal(error: &OpenError) -> String {
    match error {
        OpenError::NotFound => {
            "The folder is missing or empty, but a journal was here before. If it is on a drive or a \
                                share, connect that. Nothing was created."
                .into()
        }
        OpenError::NotAFolder => "This is a file, not a folder. Nothing was changed; choose a folder.".into(),
        OpenError::NotOurs => "The folder holds other things and no journal. Nothing was changed; choose an empty \
                               folder."
            .into(),
        OpenError::MarkerMissing => {
            format!("{MARKER} is missing. Everything else was left as it is; put the file back from a copy.")
        }
        OpenError::MarkerDamaged { problem } => {
            format!("{MARKER}: {}", sentence(problem))
        }
        OpenError::MarkerChanged => {
            "Another journal lies in this place now. Nothing was changed; start Sunshower again to open it.".into()
        }
        OpenError::InUse => "The journal is open in another window. Nothing was changed; use that one.".into(),
        OpenError::NewerVault { version } => format!(
            "The journal was made by a newer Sunshower (form {version}). Nothing was changed; open it with that one."
        ),
        OpenError::Unreadable { reason } => {
            format!("The folder cannot be read ({reason}). Nothing was changed; try again when it can.")
        }
    }
}

fn sentence(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Empty => "is empty. It was left as it is; replace it by a copy if you have one.".into(),
        ProblemKind::CutShort { line } => format!(
            "breaks off in line {line}. What can be read of it is not used and the file was left as it is; replace it by \
             a copy, or mend its end by hand."
        ),
        ProblemKind::NotRon { line, column, what } => format!(
            "cannot be read at line {line}, column {column} ({what}). It was left as it is; mend that place by hand or \
             replace the file by a copy."
        ),
        ProblemKind::NulBytes => {
            "is filled with zero bytes, as after a crash. It was left as it is; replace it by a copy if you have one."
                .into()
        }
        ProblemKind::NotText => "is not text. It was left as it is; replace it by a copy if you have one.".into(),
        ProblemKind::WrongFormat { found } => {
            format!(
                "says it is \"{found}\", which does not belong here. It was left as it is; move it where it belongs."
            )
        }
        ProblemKind::NewerVersion { version } => format!(
            "was written by a newer Sunshower (form {version}). Nothing of it is used here and it was left as it is; \
             open the journal with that one."
        ),
        ProblemKind::NewerParts { what } => format!(
            "has a part that is not known here ({what}), probably from a newer Sunshower. Everything else is used and \
             the file was left as it is; there is nothing to do."
        ),
        ProblemKind::CannotRead { reason } => {
            format!("cannot be read ({reason}). It was left as it is; try again when it can.")
        }
        ProblemKind::BadRecord { line, what } => format!(
            "has a record at line {line} that is not understood ({what}). All others are used and the file was left as \
             it is; mend that record by hand, or open the journal with a newer Sunshower."
        ),
        ProblemKind::DuplicateId { id } => format!(
            "has two records with the id {id}. The newer one is used and the file was left as it is; remove one of them \
             or give it another id."
        ),
        ProblemKind::WrongMonth { day } => format!(
            "has a record of {day}, which is another month. It is used and the file was left as it is; move it to the \
             file of its month."
        ),
        ProblemKind::WrongDevice { device } => format!(
            "has a record of another computer ({device}). It is used and the file was left as it is; move it to that \
             computer's folder."
        ),
        ProblemKind::BadValue { what } => format!(
            "has a value that cannot be ({what}). The nearest possible one is used and the file was left as it is; \
             correct it by hand."
        ),
        ProblemKind::UnknownFile => {
            "is not a file of this journal, perhaps a copy made by a synchronising program. It \
                                     is not used and was left as it is; move it elsewhere if you do not need it."
                .into()
        }
    }
}
