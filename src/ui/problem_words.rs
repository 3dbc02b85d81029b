//! What is wrong with a file, in a sentence: what happened, what was kept, what to do.

use crate::app::model::NotDone;
use crate::store::restore::Preview;
use crate::store::{Count, OpenError, Problem, ProblemKind, Report, SaveError, Vanished};
use crate::text::Text;
use crate::text::key;

impl Text {
    /// Why something was not saved, as the end of a sentence.
    #[must_use]
    pub fn not_saved(&self, error: &SaveError) -> String {
        match error {
            SaveError::DiskFull => self.get("reason-disk-full"),
            SaveError::ReadOnly => self.get("reason-read-only"),
            SaveError::NoPermission => self.get("reason-no-permission"),
            SaveError::Missing => self.get("reason-missing"),
            SaveError::ChangedOnDisk => self.get("reason-changed"),
            SaveError::ReadBack => self.get("reason-read-back"),
            SaveError::Other(words) => self.with("reason-in-words", &[("words", words.clone().into())]),
        }
    }

    /// Why something was not read, or a backup not brought back, as the end of a sentence.
    #[must_use]
    pub fn not_done(&self, why: &NotDone) -> String {
        match why {
            NotDone::NotSaved(error) => self.not_saved(error),
            NotDone::NotRead(words) => self.with("reason-not-read", &[("words", words.clone().into())]),
            NotDone::Unread(file) => self.with("reason-unread", &[("file", file.clone().into())]),
            NotDone::Gone => self.get("reason-backup-gone"),
        }
    }

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
            ProblemKind::WrongMonth { day } => self.with("problem-wrong-month", &[file, ("day", day.clone().into())]),
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
        if let Some(version) = report.newer {
            lines.push(self.with("read-only-newer", &[("version", version.to_string().into())]));
        }
        if let Some(vanished) = &report.vanished {
            lines.extend(self.vanished(vanished));
            lines.push(self.get("check-vanished"));
        }
        if report.in_two_versions > 0 {
            lines.push(self.with("check-two-versions", &[("n", report.in_two_versions.into())]));
        }
        lines.extend(report.copies.iter().map(|file| self.with("check-copy", &[("file", file.clone().into())])));
        lines.extend(report.problems.iter().map(|problem| self.problem(problem)));
        lines
    }

    /// How much is missing, and in which files it was.
    #[must_use]
    pub fn vanished(&self, vanished: &Vanished) -> Vec<String> {
        const NAMED: usize = 3;
        let files = &vanished.files;
        let named = files.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let more = files.len().saturating_sub(NAMED);
        let records = (vanished.records > 0).then(|| self.with("vanished-records", &[("n", vanished.records.into())]));
        let files = match (files.len(), more) {
            (0, _) => None,
            (n, 0) => Some(self.with("vanished-files", &[("n", n.into()), ("files", named.into())])),
            _ => Some(self.with("vanished-files-and-more", &[("n", more.into()), ("files", named.into())])),
        };
        records.into_iter().chain(files).collect()
    }

    /// What bringing a backup back would do, one line for each kind of thing.
    #[must_use]
    pub fn preview(&self, preview: &Preview) -> Vec<String> {
        let mut lines = Vec::new();
        // Nobody made the notes of days by hand.
        for (name, n) in preview.come_back.iter().filter(|(name, _)| **name != "days") {
            lines.push(self.with(kind_key(name), &[("n", (*n).into())]));
        }
        for (key, n) in [
            ("preview-change-back", preview.change_back),
            ("preview-stay", preview.stay),
            ("preview-erased", preview.erased),
        ] {
            if n > 0 {
                lines.push(self.with(key, &[("n", n.into())]));
            }
        }
        if preview.is_nothing() {
            lines.push(self.get("preview-nothing"));
        }
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
            OpenError::Unreadable { reason } => {
                self.with("closed-unreadable", &[folder, ("reason", reason.clone().into())])
            }
        }
    }
}

/// The words for how many records of a kind would come back, by the name of the kind's list.
fn kind_key(list: &str) -> &'static str {
    match list {
        "evenings" => key("preview-evenings"),
        "check_ins" => key("preview-check-ins"),
        "cries" => key("preview-cries"),
        "reflections" => key("preview-reflections"),
        "joys" => key("preview-joys"),
        "breaths" => key("preview-breaths"),
        "titles" => key("preview-titles"),
        "patterns" => key("preview-patterns"),
        _ => key("preview-plans"),
    }
}
