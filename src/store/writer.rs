//! Saves one thing at a time, and keeps the promises that take more than one file.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::journal::sheet::Sheet;
use crate::store::disk::Disk;
use crate::store::erase;
use crate::store::files::FileKey;
use crate::store::folder::{MARKER, MARKER_TAG, ReadOnlyWhy, UNSAVED_DIR, Writable};
use crate::store::job::{Job, Outcome, SavedFile};
use crate::store::load::reads_back;
use crate::store::read::{self, SETTINGS_FORMAT, SettingsFile};
use crate::store::save::{Hash, SaveError, Seen, save};
use crate::store::state::{self, STATE_TAG};
use crate::store::syntax;
use crate::store::text::{pretty, settings_text};
use crate::store::vault::Vault;

/// Says to a person who finds the folder what it is.
const README: &str = include_str!("readme.txt");
/// Keeps Syncthing from copying files that are still being written.
const STIGNORE: &str = "(?d).save-*.tmp\n";

/// Saves one thing at a time.
pub struct Writer {
    pub(crate) vault: Vault,
    pub(crate) disk: Arc<dyn Disk>,
    /// Marker, name and memory of the folder are in place.
    is_established: bool,
    /// Folders whose names were made sure of since the start.
    sure_dirs: BTreeSet<PathBuf>,
    /// Files of records whose newest content could not be saved.
    unsaved: BTreeMap<FileKey, SaveError>,
    /// Files of records that wait for those: a record may have moved from one file to the other, and must be in its new
    /// one before it leaves the old.
    held_back: BTreeMap<FileKey, SaveError>,
    /// Something could be kept in neither place. What was asked for after it may not be kept alone.
    is_lost_track: bool,
}

impl Writer {
    /// Writes to this folder.
    #[must_use]
    pub fn new(vault: Vault, disk: Arc<dyn Disk>) -> Self {
        Self {
            vault,
            disk,
            is_established: false,
            sure_dirs: BTreeSet::new(),
            unsaved: BTreeMap::new(),
            held_back: BTreeMap::new(),
            is_lost_track: false,
        }
    }

    /// The folder.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Does a job and says what became of it.
    ///
    /// While a file of records is unsaved, no other one is saved, no draft is removed, no copy put aside and nothing
    /// cleaned: each may be the only place where something still is. The outcome is the other file's error then, and the
    /// app asks again after that file was saved.
    #[expect(clippy::needless_pass_by_value, reason = "a job is done once: whoever has it done gives it away")]
    pub fn run_now(&mut self, job: Job) -> Outcome {
        let file = job.file();
        let in_the_way = self.unsaved.iter().find(|(other, _)| **other != file).map(|(_, error)| error.clone());
        let is_last = matches!(job, Job::Draft(None) | Job::PutAside(..) | Job::Clean(_));
        let result = match (self.vault.writable(), in_the_way) {
            (Writable::No(ReadOnlyWhy::Disk | ReadOnlyWhy::Permission), _) => Err(self.keep_beside(&job)),
            (Writable::No(_), _) => Err(SaveError::ReadOnly),
            (Writable::Yes, Some(error)) if is_last => Err(error),
            (Writable::Yes, Some(error)) if file.holds_records() => {
                self.held_back.insert(file, error.clone());
                self.rescue(&job);
                return Outcome { file, why: None, result: Err(error) };
            }
            (Writable::Yes, None) => match self.held_back.values().next().filter(|_| is_last) {
                Some(error) => Err(error.clone()),
                None => self.run(&job),
            },
            (Writable::Yes, Some(_)) => self.run(&job),
        };
        if let Err(error) = &result {
            // What is kept beside a folder that can only be read was told where it was kept.
            if *error != SaveError::ReadOnly {
                tracing::warn!("not saved {}: {error}", self.vault.path_in_folder(file));
            }
            if (file.holds_records() || file == FileKey::Erased) && *self.vault.writable() == Writable::Yes {
                self.unsaved.insert(file, error.clone());
                if *error != SaveError::ChangedOnDisk {
                    self.rescue(&job);
                }
            }
        } else {
            let was_waiting = self.held_back.remove(&file).is_some();
            if self.unsaved.remove(&file).is_some() || was_waiting {
                self.forget_rescued(file);
            }
            if self.unsaved.is_empty() && self.held_back.is_empty() {
                self.is_lost_track = false;
            }
        }
        Outcome { file, why: job.why(), result }
    }

    /// Where the folder can only be read, this computer's own may still take what the person says until it can be saved.
    /// Only then is it said that the folder can only be read, and nothing worse.
    fn keep_beside(&mut self, job: &Job) -> SaveError {
        let state_dir = self.vault.state_dir().to_owned();
        let kept = state::ensure_all(&*self.disk, &state_dir).and_then(|()| match job {
            // Until all of it is in the folder, a draft is not given up.
            Job::Draft(Some(text)) => {
                self.make_way_for_a_draft()?;
                self.state_file(job.file(), Some(text)).map(|_| ())
            }
            Job::Tonight(text) => self.state_file(job.file(), text.as_deref()).map(|_| ()),
            Job::Records(..) | Job::Trash(_) => {
                self.rescue(job);
                if self.is_lost_track { Err(SaveError::Missing) } else { Ok(()) }
            }
            _ => Ok(()),
        });
        kept.err().unwrap_or(SaveError::ReadOnly)
    }

    fn run(&mut self, job: &Job) -> Result<SavedFile, SaveError> {
        self.establish()?;
        let file = job.file();
        match job {
            Job::Draft(text) => {
                self.make_way_for_a_draft()?;
                self.state_file(file, text.as_deref())
            }
            Job::Tonight(text) => self.state_file(file, text.as_deref()),
            Job::Records(_, text) => self.own_file(file, text),
            Job::Settings(text) => {
                let known = |old: &str| {
                    let read = read::document::<SettingsFile>(old.as_bytes(), SETTINGS_FORMAT);
                    read.value.map(|file| settings_text(&file.settings))
                };
                let text = self.with_newer_parts(file, text, known);
                self.own_file(file, &text)
            }
            Job::Trash(text) => {
                let known = |old: &str| read::trash(old.as_bytes()).value.map(|file| pretty(&file));
                let text = self.with_newer_parts(file, text, known);
                self.own_file(file, &text)
            }
            Job::Erased { ids, text } => {
                erase::begin(&*self.disk, self.vault.state_dir(), ids)?;
                self.own_file(file, text)
            }
            Job::List(list, text) => {
                self.check_marker()?;
                let bytes = self.put_where_there_is_none(list.file(), text)?;
                let saved = SavedFile { path: list.file().to_owned(), hash: Hash::of(&bytes) };
                tracing::info!("saved {} {}", saved.path, saved.hash.short());
                Ok(saved)
            }
            chore => self.chore(chore),
        }
    }

    fn own_file(&mut self, file: FileKey, text: &str) -> Result<SavedFile, SaveError> {
        self.check_marker()?;
        let (path, target, device) = (self.vault.path_in_folder(file), self.vault.path_of(file), self.vault.device());
        if !reads_back(text, file) {
            // A fault in this program. It would not be read at the next start, and what is on the disk is better.
            return Err(SaveError::Other("the text could not be read back".into()));
        }
        let dir = self.vault.dir().to_owned();
        for above in Path::new(&path).ancestors().skip(1).collect::<Vec<_>>().iter().rev().skip(1) {
            self.ensure_dir(dir.join(above))?;
        }
        let mut seen = self.vault.memory().seen.get(&file).copied().unwrap_or_default();
        let hash = Hash::of(text.as_bytes());
        tracing::debug!("saving {path} {}", hash.short());
        let saved = save(&*self.disk, &target, &device.0, text.as_bytes(), Some(&mut seen));
        let mut memory = self.vault.memory();
        memory.seen.insert(file, seen);
        let hash = saved?;
        memory.files.insert(path.clone(), hash);
        if file.holds_records() {
            memory.record_files.insert(path.clone());
        }
        tracing::info!("saved {path} {}", hash.short());
        Ok(SavedFile { path, hash })
    }

    /// The text with what a newer program wrote among it. `known` is what this one makes of a text.
    fn with_newer_parts(&self, file: FileKey, text: &str, known: impl Fn(&str) -> Option<String>) -> String {
        let kept = self.vault.memory().newer_texts.get(&file).cloned();
        let kept = kept.and_then(|old| syntax::keep_unknown(&old, &known(&old)?, text));
        kept.map_or_else(|| text.to_owned(), |kept| format!("{}\n", kept.trim_end()))
    }

    /// What cannot be saved in the folder is kept in the machine's own, until it can be: the two may lie on different
    /// disks.
    fn rescue(&mut self, job: &Job) {
        let (Job::Records(_, text) | Job::Trash(text)) = job else { return };
        let Some(path) = self.rescue_path(job.file()).filter(|_| !self.is_lost_track) else { return };
        let dir = self.vault.state_dir().join(UNSAVED_DIR);
        let rescued = state::ensure_dir(&*self.disk, &dir)
            .and_then(|()| save(&*self.disk, &path, STATE_TAG, text.as_bytes(), None));
        match rescued {
            Ok(hash) => tracing::info!("kept aside {} {}", job.file().path(&self.vault.device()), hash.short()),
            Err(error) => {
                tracing::warn!("not kept aside either: {error}");
                self.is_lost_track = true;
            }
        }
    }

    fn forget_rescued(&self, file: FileKey) {
        let Some(path) = self.rescue_path(file) else { return };
        match self.disk.remove(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!("what was kept aside is still there: {error}");
            }
            _ => {}
        }
    }

    fn rescue_path(&self, file: FileKey) -> Option<PathBuf> {
        let name = match file {
            FileKey::Records(Sheet::Month(month)) => format!("{month}.ron"),
            FileKey::Records(Sheet::Plans) => "plans.ron".to_owned(),
            FileKey::Records(Sheet::Library) => "library.ron".to_owned(),
            FileKey::Trash => "trash.ron".to_owned(),
            _ => return None,
        };
        Some(self.vault.state_dir().join(UNSAVED_DIR).join(name))
    }

    fn make_way_for_a_draft(&self) -> Result<(), SaveError> {
        if self.vault.memory().draft_in_the_way {
            match self.vault.set_draft_aside(&*self.disk) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => self.vault.memory().draft_in_the_way = false,
            }
        }
        Ok(())
    }

    /// A file of the machine's own, or none.
    fn state_file(&self, file: FileKey, text: Option<&str>) -> Result<SavedFile, SaveError> {
        let (path, target) = (self.vault.path_in_folder(file), self.vault.path_of(file));
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
                let text = vault.marker_text();
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
        if let Err(error) = self.put_where_there_is_none(name, text) {
            tracing::warn!("could not write {name}: {error}");
        }
    }

    /// Hands back what the file holds then.
    fn put_where_there_is_none(&self, name: &str, text: &str) -> Result<Vec<u8>, SaveError> {
        let path = self.vault.dir().join(name);
        match self.disk.read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                save(&*self.disk, &path, MARKER_TAG, text.as_bytes(), Some(&mut Seen::default()))?;
                Ok(text.as_bytes().to_vec())
            }
            there => Ok(there?),
        }
    }

    /// A drive that was pulled leaves an empty folder where it was, and another drive may be in its place.
    pub(crate) fn check_marker(&self) -> Result<(), SaveError> {
        let marker = self.vault.memory().marker;
        match self.disk.read(&self.vault.dir().join(MARKER)) {
            Ok(bytes) if Some(Hash::of(&bytes)) == marker => Ok(()),
            Ok(_) => Err(SaveError::Missing),
            Err(error) => Err(error.into()),
        }
    }

    pub(crate) fn ensure_dir(&mut self, dir: PathBuf) -> Result<(), SaveError> {
        if !self.sure_dirs.contains(&dir) {
            state::ensure_dir(&*self.disk, &dir)?;
            self.sure_dirs.insert(dir);
        }
        Ok(())
    }
}
