//! What is wrong with a file, in a sentence: what happened, what was kept, what to do.

use crate::store::{Count, OpenError, Problem, ProblemKind, Report};

use super::text::Text;

impl Text {
    /// What is wrong with a file.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> String {
        let file = ("file", problem.file.clone().into());
        match &problem.kind {
            ProblemKind::Empty => self.with("problem-empty", &[file]),
            ProblemKind::CutShort { line } => self.with("problem-cut-short", &[file, ("line", (*line).into())]),
            ProblemKind::NotRon { line, column, what } => {
                let place = [("line", (*line).into()), ("column", (*column).into()), ("what", what.clone().into())];
                self.with("problem-not-ron", &[&[file][..], &place].concat())
            }
            ProblemKind::NulBytes => self.with("problem-nul-bytes", &[file]),
            ProblemKind::NotText => self.with("problem-not-text", &[file]),
            ProblemKind::WrongFormat { found } => {
                self.with("problem-wrong-format", &[file, ("found", found.clone().into())])
            }
            ProblemKind::NewerVersion { version } => {
                self.with("problem-newer-version", &[file, ("version", version.to_string().into())])
            }
            ProblemKind::NewerParts { what } => {
                self.with("problem-newer-parts", &[file, ("what", what.clone().into())])
            }
            ProblemKind::CannotRead { reason } => {
                self.with("problem-cannot-read", &[file, ("reason", reason.clone().into())])
            }
            ProblemKind::BadRecord { line, what } => {
                self.with("problem-bad-record", &[file, ("line", (*line).into()), ("what", what.clone().into())])
            }
            ProblemKind::DuplicateId { id } => self.with("problem-duplicate", &[file, ("id", id.clone().into())]),
            ProblemKind::WrongMonth { day } => self.with("problem-wrong-month", &[file, ("day", day.clone().into())]),
            ProblemKind::WrongDevice { device } => {
                self.with("problem-wrong-device", &[file, ("device", device.clone().into())])
            }
            ProblemKind::BadValue { what } => self.with("problem-bad-value", &[file, ("what", what.clone().into())]),
            ProblemKind::UnknownFile => self.with("problem-unknown-file", &[file]),
        }
    }

    /// What a check found: one line for each kind of record, then one for each problem; or why nothing could be read.
    #[must_use]
    pub fn report(&self, report: &Report, folder: &str) -> Vec<String> {
        if let Some(error) = &report.refused {
            return vec![self.closed(error, folder)];
        }
        let Count { evenings, check_ins, tears, planned } = report.counts;
        let number = |n: usize| [("n", n.to_string().into())];
        let mut lines = vec![
            self.with("check-evenings", &number(evenings)),
            self.with("check-check-ins", &number(check_ins)),
            self.with("check-tears", &number(tears)),
            self.with("check-planned", &number(planned)),
        ];
        lines.extend(report.problems.iter().map(|problem| self.problem(problem)));
        lines
    }

    /// Why the folder could not be opened.
    #[must_use]
    pub fn closed(&self, error: &OpenError, folder: &str) -> String {
        let folder = ("folder", folder.to_owned().into());
        match error {
            OpenError::NotFound => self.with("closed-not-found", &[folder]),
            OpenError::NotAFolder => self.with("closed-not-a-folder", &[folder]),
            OpenError::NotOurs => self.with("closed-not-ours", &[folder]),
            OpenError::MarkerMissing => self.with("closed-marker-missing", &[folder]),
            OpenError::MarkerDamaged { .. } => self.with("closed-marker-damaged", &[folder]),
            OpenError::MarkerChanged => self.with("closed-marker-changed", &[folder]),
            OpenError::InUse => self.with("closed-in-use", &[folder]),
            OpenError::NewerVault { .. } => self.with("closed-newer", &[folder]),
            OpenError::Unreadable { reason } => {
                self.with("closed-unreadable", &[folder, ("reason", reason.clone().into())])
            }
        }
    }
}
