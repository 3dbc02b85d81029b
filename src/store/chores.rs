//! What is done with files beside saving them: backups, putting copies aside, remembering, cleaning.

use std::collections::BTreeSet;
use std::io;

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use crate::journal::log::Journal;
use crate::journal::trash::KEPT_DAYS;
use crate::store::backup::{self, Why};
use crate::store::erase;
use crate::store::files::{COPIES_DIR, FileKey, TRASH_DIR};
use crate::store::job::{Job, SavedFile};
use crate::store::load::Aside;
use crate::store::memory::{self, Remembered};
use crate::store::save::{Hash, SaveError, save};
use crate::store::text::{erased_text, sheet_text, trash_text};
use crate::store::writer::Writer;

impl Writer {
    /// Saves these files as `journal` has them, what was erased first; then finishes erasing, and puts copies aside.
    ///
    /// # Errors
    /// At the first file that could not be saved. It can be done again.
    pub fn put_in_order(
        &mut self,
        journal: &Journal,
        mut files: BTreeSet<FileKey>,
        erasing: &BTreeSet<Uuid>,
        copies: Vec<Aside>,
        on: NaiveDate,
    ) -> Result<(), SaveError> {
        if !erasing.is_empty() || files.remove(&FileKey::Erased) {
            let text = erased_text(journal.erased());
            self.run_now(Job::Erased { ids: erasing.clone(), text }).result?;
        }
        for file in files {
            let job = match file {
                FileKey::Records(sheet) => Job::Records(sheet, sheet_text(journal, sheet)),
                FileKey::Trash => Job::Trash(trash_text(journal)),
                _ => continue,
            };
            self.run_now(job).result?;
        }
        if !erasing.is_empty() {
            self.run_now(Job::Clean(erasing.clone())).result?;
        }
        if !copies.is_empty() {
            self.run_now(Job::PutAside(copies, on)).result?;
        }
        self.run_now(Job::Remember(journal.known_records())).result?;
        Ok(())
    }

    /// Does a job that is about no single file of records. What it saved is told by its hash where there is one.
    pub(crate) fn chore(&mut self, job: &Job) -> Result<SavedFile, SaveError> {
        self.check_marker()?;
        let path = self.vault.path_in_folder(job.file());
        match job {
            Job::Backup { made, why } => self.backup(*made, why)?,
            Job::Remember(records) | Job::RememberAnew(records) => {
                let files = self.vault.memory().record_files.clone();
                let mut what = Remembered { records: *records, files };
                let known = memory::recall(&*self.disk, self.vault.state_dir());
                if let (Some(known), Job::Remember(_)) = (&known, job) {
                    what.records = what.records.max(known.records);
                    what.files.extend(known.files.iter().cloned());
                }
                if known.as_ref() != Some(&what) {
                    memory::remember(&*self.disk, self.vault.state_dir(), &what)?;
                }
            }
            Job::PutAside(copies, on) => copies.iter().try_for_each(|copy| self.put_aside(copy, *on))?,
            Job::Expire(today) => self.expire(*today)?,
            Job::Clean(ids) => {
                erase::clean(&*self.disk, &self.vault, ids)?;
                tracing::info!("erased {} records for good", ids.len());
            }
            _ => tracing::error!("{path} is no chore"),
        }
        Ok(SavedFile { path, hash: Hash::of(b"") })
    }

    fn backup(&mut self, made: crate::clock::Wall, why: &Why) -> Result<(), SaveError> {
        let (dir, state_dir) = (self.vault.dir(), self.vault.state_dir());
        let known = match why {
            // The most careful one is right before anything that changes files.
            Why::FirstOfDay => self.vault.memory().files.clone(),
            _ => std::collections::BTreeMap::new(),
        };
        backup::make(&*self.disk, dir, state_dir, made, why.clone(), &known).map(|_| ())
    }

    /// Its content is in the journal and saved, so it may go; but for a while it can still be looked into.
    fn put_aside(&mut self, copy: &Aside, on: NaiveDate) -> Result<(), SaveError> {
        if !copy.is_ours {
            let bytes = match self.disk.read(&copy.path) {
                Ok(bytes) => bytes,
                // Another computer was quicker.
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
                Err(error) => return Err(error.into()),
            };
            let hash = Hash::of(&bytes);
            if self.vault.memory().files.get(&copy.shown).is_some_and(|read| *read != hash) {
                // It is another one than was read.
                return Err(SaveError::ChangedOnDisk);
            }
            let dir = self.vault.dir().to_owned();
            self.ensure_dir(dir.join(TRASH_DIR))?;
            self.ensure_dir(dir.join(COPIES_DIR))?;
            let name = copy.shown.replace('/', "-");
            let target = dir.join(COPIES_DIR).join(format!("{on}-{}-{name}", hash.short()));
            save(&*self.disk, &target, &self.vault.device().0, &bytes, None)?;
        }
        match self.disk.remove(&copy.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        self.vault.memory().files.remove(&copy.shown);
        tracing::info!("put aside {}", copy.shown);
        Ok(())
    }

    /// Copies are kept as long as what was deleted.
    fn expire(&self, today: NaiveDate) -> Result<(), SaveError> {
        let dir = self.vault.dir().join(COPIES_DIR);
        let kept_from = today.checked_sub_days(Days::new(KEPT_DAYS.unsigned_abs())).unwrap_or(today);
        let entries = match self.disk.list(&dir) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        for entry in entries {
            let on = entry.name.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
            if on.is_some_and(|on| on < kept_from) && !entry.is_mangled && !entry.is_dir {
                self.disk.remove(&dir.join(&entry.name))?;
            }
        }
        Ok(())
    }
}

impl FileKey {
    /// Whether it is a chore that can wait until the program is opened again, and about which nobody need be told.
    #[must_use]
    pub fn can_wait(self) -> bool {
        matches!(self, Self::Memory | Self::Copies)
    }
}
