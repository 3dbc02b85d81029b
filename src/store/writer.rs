//! Saves one thing at a time, and keeps the promises that take more than one file.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::journal::day::Month;
use crate::store::disk::Disk;
use crate::store::folder::{MARKER, MARKER_TAG, MarkerFile, Writable};
use crate::store::load::{JOURNAL_DIR, PLANS_DIR, SETTINGS_DIR, reads_back};
use crate::store::read::{VAULT_FORMAT, VERSION};
use crate::store::save::{Hash, SaveError, Seen, save};
use crate::store::state::{self, STATE_TAG};
use crate::store::text::pretty;
use crate::store::vault::{FileKey, Vault};

/// Says to a person who finds the folder what it is.
const README: &str = include_str!("readme.txt");
/// Keeps Syncthing from copying files that are still being written.
const STIGNORE: &str = "(?d).save-*.tmp\n";

/// Something to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// The text of a month, from `month_text`.
    Month(Month, String),
    /// The text of the plans, from `plans_text`.
    Plans(String),
    /// The text of the settings, from `settings_text`.
    Settings(String),
    /// The text of the running evening, which the store does not look into; `None` when it is no longer needed.
    Draft(Option<String>),
}

impl Job {
    /// The file it is about.
    #[must_use]
    pub fn file(&self) -> FileKey {
        match self {
            Self::Month(month, _) => FileKey::Month(*month),
            Self::Plans(_) => FileKey::Plans,
            Self::Settings(_) => FileKey::Settings,
            Self::Draft(_) => FileKey::Draft,
        }
    }
}

/// What became of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The file it was about.
    pub file: FileKey,
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

/// Saves one thing at a time.
pub struct Writer {
    vault: Vault,
    disk: Arc<dyn Disk>,
    /// Marker, name and memory of the folder are in place.
    is_established: bool,
    /// Folders whose names were made sure of since the start.
    sure_dirs: BTreeSet<PathBuf>,
    /// Months and plans whose newest content is not on the disk.
    unsaved: BTreeMap<FileKey, SaveError>,
}

impl Writer {
    /// Writes to this folder.
    #[must_use]
    pub fn new(vault: Vault, disk: Arc<dyn Disk>) -> Self {
        Self { vault, disk, is_established: false, sure_dirs: BTreeSet::new(), unsaved: BTreeMap::new() }
    }

    /// The folder.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Does a job and says what became of it.
    ///
    /// A draft is not removed while a month or the plans are unsaved: it may be the only place where the evening still is.
    /// The outcome is the other file's error then, and the app asks again after that file was saved.
    pub fn run_now(&mut self, job: Job) -> Outcome {
        let file = job.file();
        let result = match (self.vault.writable(), &job, self.unsaved.values().next()) {
            (Writable::No(_), ..) => Err(SaveError::ReadOnly),
            (Writable::Yes, Job::Draft(None), Some(error)) => Err(error.clone()),
            _ => self.run(job),
        };
        match &result {
            Err(error) => {
                tracing::warn!("not saved {}: {error}", self.vault.path_in_folder(file));
                if matches!(file, FileKey::Month(_) | FileKey::Plans) && *self.vault.writable() == Writable::Yes {
                    self.unsaved.insert(file, error.clone());
                }
            }
            Ok(_) => {
                self.unsaved.remove(&file);
            }
        }
        Outcome { file, result }
    }

    fn run(&mut self, job: Job) -> Result<SavedFile, SaveError> {
        self.establish()?;
        let file = job.file();
        match job {
            Job::Draft(text) => self.draft(text),
            Job::Month(_, text) | Job::Plans(text) | Job::Settings(text) => self.record_file(file, &text),
        }
    }

    fn record_file(&mut self, file: FileKey, text: &str) -> Result<SavedFile, SaveError> {
        self.check_marker()?;
        let (path, target, device) = (self.vault.path_in_folder(file), self.vault.path_of(file), self.vault.device());
        if !reads_back(text, file, &device) {
            // Made for a name this computer no longer writes under, or a fault in this program. Either way it would
            // not be read at the next start, and what is on the disk is better.
            return Err(SaveError::Other("the text could not be read back".into()));
        }
        let dir = self.vault.dir().to_owned();
        match file {
            FileKey::Month(_) => {
                self.ensure_dir(dir.join(JOURNAL_DIR))?;
                self.ensure_dir(dir.join(JOURNAL_DIR).join(&device.0))?;
            }
            FileKey::Plans => self.ensure_dir(dir.join(PLANS_DIR))?,
            FileKey::Settings | FileKey::Draft => self.ensure_dir(dir.join(SETTINGS_DIR))?,
        }
        let mut seen = self.vault.memory().seen.get(&file).copied().unwrap_or_default();
        let hash = Hash::of(text.as_bytes());
        tracing::debug!("saving {path} {}", hash.short());
        let saved = save(&*self.disk, &target, &device.0, text.as_bytes(), Some(&mut seen));
        self.vault.memory().seen.insert(file, seen);
        let hash = saved?;
        tracing::info!("saved {path} {}", hash.short());
        Ok(SavedFile { path, hash })
    }

    fn draft(&mut self, text: Option<String>) -> Result<SavedFile, SaveError> {
        let (path, target) = (self.vault.path_in_folder(FileKey::Draft), self.vault.path_of(FileKey::Draft));
        if self.vault.memory().draft_in_the_way {
            match self.vault.set_draft_aside(&*self.disk) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => self.vault.memory().draft_in_the_way = false,
            }
        }
        if let Some(text) = text {
            tracing::debug!("saving {path} {}", Hash::of(text.as_bytes()).short());
            let hash = save(&*self.disk, &target, STATE_TAG, text.as_bytes(), None)?;
            tracing::info!("saved {path} {}", hash.short());
            return Ok(SavedFile { path, hash });
        }
        tracing::debug!("removing {path}");
        match self.disk.remove(&target) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => self.disk.sync_dir(self.vault.state_dir())?,
        }
        tracing::info!("removed {path}");
        Ok(SavedFile { path, hash: Hash::of(b"") })
    }

    /// Before the first save: the marker, then the name this computer writes under, then the memory that the folder
    /// was seen. In this order a crash between any two leaves a folder that opens.
    fn establish(&mut self) -> Result<(), SaveError> {
        let (vault, disk) = (self.vault.clone(), Arc::clone(&self.disk));
        let inner = vault.inner();
        if !self.is_established {
            let is_new = vault.memory().marker.is_none();
            if is_new {
                state::ensure_all(&*disk, &inner.dir)?;
                let text = pretty(&MarkerFile {
                    format: VAULT_FORMAT.into(),
                    version: VERSION,
                    id: inner.id,
                    name: inner.name.clone(),
                });
                let mut seen = vault.memory().marker_seen;
                let saved = save(&*disk, &inner.dir.join(MARKER), MARKER_TAG, text.as_bytes(), Some(&mut seen));
                vault.memory().marker_seen = seen;
                vault.memory().marker = Some(saved?);
            } else {
                self.check_marker()?;
            }
            state::ensure_all(&*disk, &inner.state_dir)?;
            self.keep_names()?;
            if let Err(error) = state::remember(&*disk, &inner.state_root, &inner.keys, &inner.dir, inner.id) {
                tracing::warn!("could not remember the folder: {error}");
                if is_new {
                    return Err(error);
                }
            }
            self.explain("README.txt", README);
            self.explain(".stignore", STIGNORE);
            self.is_established = true;
        }
        self.keep_names()
    }

    /// A name has to be kept before anything is written under it, or the next start would not know its own files.
    fn keep_names(&self) -> Result<(), SaveError> {
        let names = self.vault.memory().names.clone();
        if !self.vault.memory().names_kept {
            state::save_names(&*self.disk, self.vault.state_dir(), &names)?;
            self.vault.memory().names_kept = true;
        }
        Ok(())
    }

    /// Writes a file that explains the folder where there is none. The records do not depend on it.
    fn explain(&self, name: &str, text: &str) {
        let path = self.vault.dir().join(name);
        if let Err(error) = self.disk.read(&path)
            && error.kind() == io::ErrorKind::NotFound
            && let Err(error) = save(&*self.disk, &path, MARKER_TAG, text.as_bytes(), Some(&mut Seen::default()))
        {
            tracing::warn!("could not write {name}: {error}");
        }
    }

    /// A drive that was pulled leaves an empty folder where it was, and another drive may be in its place.
    fn check_marker(&self) -> Result<(), SaveError> {
        let marker = self.vault.memory().marker;
        match self.disk.read(&self.vault.dir().join(MARKER)) {
            Ok(bytes) if Some(Hash::of(&bytes)) == marker => Ok(()),
            Ok(_) => Err(SaveError::Missing),
            Err(error) => Err(error.into()),
        }
    }

    fn ensure_dir(&mut self, dir: PathBuf) -> Result<(), SaveError> {
        if !self.sure_dirs.contains(&dir) {
            state::ensure_dir(&*self.disk, &dir)?;
            self.sure_dirs.insert(dir);
        }
        Ok(())
    }
}
