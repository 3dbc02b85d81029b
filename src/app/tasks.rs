//! What the command line does without a window: checking, mending, backing up, restoring.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fluent_bundle::FluentValue;

use crate::app::model::NotDone;
use crate::clock::{Clock, SystemClock};
use crate::exchange::export::written::{Wanted, write};
use crate::journal::day::{DAY_STARTS_HOUR, lived_day};
use crate::store::backup::{self, Backup, Snapshot, Why};
use crate::store::repair::{RepairError, repair};
use crate::store::restore::{self, bring_back, can_lay_back, journal_of, lay_back, preview};
use crate::store::save::{Seen, save};
use crate::store::{Disk, Job, Opened, Places, ReadOnlyWhy, RealDisk, SaveError, Writable, Writer, check, open};
use crate::text::Text;

/// All is well.
const FINE: u8 = 0;
/// Something needs a look, or was not done.
const NOT_FINE: u8 = 1;

/// What a task is done with.
pub(super) struct Tasks<'a> {
    /// The words.
    pub text: &'a Text,
    /// The folder.
    pub places: Places,
}

impl Tasks<'_> {
    /// Reads everything, and says what is in it and what is wrong with it; with `mend`, does first what loses nothing.
    pub(super) fn check(&self, mend: bool) -> u8 {
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        if mend && !self.mend(&disk) {
            return NOT_FINE;
        }
        let report = check(&*disk, &self.places);
        for line in self.text.report(&report, &self.folder()) {
            say(&line);
        }
        if report.is_fine() { FINE } else { NOT_FINE }
    }

    fn mend(&self, disk: &Arc<dyn Disk>) -> bool {
        let repaired = match repair(disk, &self.places, SystemClock::default().now().wall) {
            Ok(repaired) => repaired,
            Err(RepairError::Closed(error)) => {
                say(&self.text.closed(&error, &self.folder()));
                return false;
            }
            Err(RepairError::Newer(version)) => {
                self.say("read-only-newer", &[("version", version.to_string().into())]);
                return false;
            }
            Err(RepairError::Vanished(vanished)) => {
                self.text.vanished(&vanished).iter().for_each(|line| say(line));
                self.say("check-vanished", &[]);
                return false;
            }
            Err(RepairError::Disk(error)) => return self.not_mended(&error),
            Err(RepairError::ReadOnly) => return self.not_mended(&SaveError::ReadOnly),
        };
        let mut is_nothing = true;
        for (key, n) in [
            ("repair-laid-back", repaired.laid_back),
            ("repair-records", repaired.records),
            ("repair-copies", repaired.copies),
        ] {
            if n > 0 {
                is_nothing = false;
                self.say(key, &[("n", n.into())]);
            }
        }
        for file in &repaired.damaged {
            is_nothing = false;
            let kept_in = repaired.kept_in.display().to_string();
            self.say("repair-damaged", &[("file", file.clone().into()), ("folder", kept_in.into())]);
        }
        if is_nothing {
            self.say("repair-nothing", &[]);
        }
        true
    }

    fn not_mended(&self, error: &SaveError) -> bool {
        self.say("repair-failed", &[("reason", self.text.not_saved(error).into())]);
        false
    }

    /// Puts the whole folder into a ZIP.
    pub(super) fn backup(&self, zip: &Path) -> u8 {
        let report = check(&RealDisk, &self.places);
        if let Some(error) = &report.refused {
            say(&self.text.closed(error, &self.folder()));
            return NOT_FINE;
        }
        if zip.exists() {
            self.say("backup-exists", &[("file", zip.display().to_string().into())]);
            return NOT_FINE;
        }
        let written =
            backup::of_folder(&RealDisk, &self.places.data_dir).map_err(NotDone::from).and_then(|(files, problems)| {
                let bytes = backup::write_zip(&files).map_err(|error| SaveError::Other(error.to_string()))?;
                let target = std::path::absolute(zip)?;
                save(&RealDisk, &target, "zip", &bytes, Some(&mut Seen::default()))?;
                Ok((files.len(), problems))
            });
        match written {
            Ok((files, problems)) => {
                self.say("backup-written", &[("n", files.into()), ("file", zip.display().to_string().into())]);
                for problem in &problems {
                    say(&self.text.problem(problem));
                }
                if problems.is_empty() { FINE } else { NOT_FINE }
            }
            Err(why) => {
                self.say("backup-failed", &[("reason", self.text.not_done(&why).into())]);
                NOT_FINE
            }
        }
    }

    /// Makes a page or tables of the whole folder. It is only read, so a window may be open meanwhile.
    pub(super) fn export(&self, wanted: &Wanted, target: &Path) -> u8 {
        let report = check(&RealDisk, &self.places);
        if let Some(error) = &report.refused {
            say(&self.text.closed(error, &self.folder()));
            return NOT_FINE;
        }
        let today = lived_day(SystemClock::default().now().wall, DAY_STARTS_HOUR);
        if wanted.period.is_backwards(today) {
            self.say("export-backwards", &[]);
            return NOT_FINE;
        }
        if target.exists() {
            self.say("backup-exists", &[("file", target.display().to_string().into())]);
            return NOT_FINE;
        }
        let written = backup::of_folder(&RealDisk, &self.places.data_dir).map_err(NotDone::from).and_then(
            |(files, mut problems)| {
                let (journal, unread) = journal_of(&files);
                problems.extend(unread);
                write(&RealDisk, &journal, self.text, wanted, today, target)?;
                Ok(problems)
            },
        );
        match written {
            Ok(problems) => {
                self.say("export-written", &[("file", target.display().to_string().into())]);
                for problem in &problems {
                    say(&self.text.problem(problem));
                }
                if problems.is_empty() { FINE } else { NOT_FINE }
            }
            Err(why) => {
                self.say("export-failed", &[("reason", self.text.not_done(&why).into())]);
                NOT_FINE
            }
        }
    }

    /// Lists backups; or says what one of them, or a ZIP, would bring back; or, with `yes`, brings it back.
    pub(super) fn restore(&self, from: Option<&str>, yes: bool) -> u8 {
        let found = match restore::backups(&RealDisk, &self.places) {
            Ok(found) => found,
            Err(error) => return self.failed(&NotDone::from(error)),
        };
        let all = found.as_ref().map(|found| &found.all[..]).unwrap_or_default();
        let Some(from) = from else {
            self.list(all);
            found.iter().flat_map(|found| &found.problems).for_each(|problem| say(&self.text.problem(problem)));
            return FINE;
        };
        let number = from.parse::<u64>().ok().filter(|_| !PathBuf::from(from).exists());
        let snapshot = match number {
            Some(number) => {
                let backup = all.iter().find(|backup| backup.number == number);
                let (Some(found), Some(backup)) = (&found, backup) else {
                    self.say("restore-no-such", &[("n", number.to_string().into())]);
                    return NOT_FINE;
                };
                let (snapshot, problems) = backup::snapshot(&RealDisk, &found.state_dir, backup);
                for problem in &problems {
                    say(&self.text.problem(problem));
                }
                snapshot
            }
            None => match read_zip(Path::new(from)) {
                Ok(snapshot) => snapshot,
                Err(reason) => {
                    self.say("restore-no-zip", &[("file", from.to_owned().into()), ("reason", reason.into())]);
                    return NOT_FINE;
                }
            },
        };
        match open(&RealDisk, &self.places) {
            Ok(opened) if opened.first_time => {
                drop(opened);
                self.lay_back(&snapshot, yes)
            }
            Err(error) if can_lay_back(&error) => self.lay_back(&snapshot, yes),
            Err(error) => {
                say(&self.text.closed(&error, &self.folder()));
                NOT_FINE
            }
            Ok(opened) => self.bring_back(opened, &snapshot, yes),
        }
    }

    fn list(&self, all: &[Backup]) {
        if all.is_empty() {
            self.say("restore-none", &[]);
        }
        for backup in all {
            self.say(
                "restore-line",
                &[
                    ("n", backup.number.to_string().into()),
                    ("when", backup.made.format("%Y-%m-%d %H:%M").to_string().into()),
                    ("files", backup.files.len().into()),
                ],
            );
        }
    }

    fn lay_back(&self, snapshot: &Snapshot, yes: bool) -> u8 {
        if !yes {
            self.say("restore-would-lay-back", &[("n", snapshot.len().into()), ("folder", self.folder().into())]);
            self.say("restore-say-yes", &[]);
            return FINE;
        }
        match lay_back(&RealDisk, &self.places, snapshot) {
            Ok(files) => {
                self.say("restore-laid-back", &[("n", files.into()), ("folder", self.folder().into())]);
                FINE
            }
            Err(error) => self.failed(&error.into()),
        }
    }

    fn bring_back(&self, mut opened: Opened, snapshot: &Snapshot, yes: bool) -> u8 {
        let (then, problems) = journal_of(snapshot);
        problems.iter().filter(|problem| !problem.kind.is_note()).for_each(|problem| say(&self.text.problem(problem)));
        let preview = preview(&opened.journal, &then);
        self.text.preview(&preview).iter().for_each(|line| say(line));
        if let Writable::No(ReadOnlyWhy::Newer { version }) = opened.writable {
            self.say("read-only-newer", &[("version", version.to_string().into())]);
            return NOT_FINE;
        }
        if opened.writable != Writable::Yes {
            return self.failed(&SaveError::ReadOnly.into());
        }
        if let Some(unread) = opened.problems.iter().find(|problem| problem.kind.may_pass()) {
            // What is there now would be taken for missing.
            self.say("restore-failed", &[("reason", self.text.problem(unread).into())]);
            return NOT_FINE;
        }
        if preview.is_nothing() {
            return FINE;
        }
        if !yes {
            self.say("restore-say-yes", &[]);
            return FINE;
        }
        let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
        let made = SystemClock::default().now().wall;
        if let Err(error) = writer.run_now(Job::Backup { made, why: Why::BeforeRestore }).result {
            return self.failed(&error.into());
        }
        let mut files = bring_back(&mut opened.journal, &then);
        files.append(&mut opened.to_save);
        let Opened { journal, erasing, copies, .. } = opened;
        if let Err(error) = writer.put_in_order(&journal, files, &erasing, copies, made.date_naive()) {
            return self.failed(&error.into());
        }
        self.say("restore-done", &[]);
        FINE
    }

    fn failed(&self, why: &NotDone) -> u8 {
        self.say("restore-failed", &[("reason", self.text.not_done(why).into())]);
        NOT_FINE
    }

    fn folder(&self) -> String {
        self.places.data_dir.display().to_string()
    }

    fn say(&self, key: &str, values: &[(&'static str, FluentValue<'_>)]) {
        say(&self.text.with(key, values));
    }
}

fn say(line: &str) {
    // Where nobody reads, there is nobody to tell.
    let _ = writeln!(io::stdout().lock(), "{line}");
}

fn read_zip(path: &Path) -> Result<Snapshot, String> {
    let bytes = RealDisk.read(path).map_err(|error| error.to_string())?;
    backup::read_zip(&bytes).map_err(|error| error.to_string())
}
