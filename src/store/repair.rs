//! Mending a folder, doing only what loses nothing: after a backup of everything as it is, what can still be read of
//! damaged files is saved anew, and the damaged files themselves are kept in the machine's own folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::clock::Wall;
use crate::journal::log::{Journal, Kind, KindVisitor, visit_kinds};
use crate::journal::sheet::Sheet;
use crate::journal::tidy::is_day;
use crate::store::backup::{self, Why};
use crate::store::disk::Disk;
use crate::store::files::{FileKey, JOURNAL_DIR, LIBRARY_DIR, PLANS_DIR};
use crate::store::folder::{OpenError, Opened, Places, ReadOnlyWhy, Writable, open};
use crate::store::job::Job;
use crate::store::memory::Vanished;
use crate::store::problem::{Problem, ProblemKind};
use crate::store::read::typed;
use crate::store::restore::{self, bring_back_missing, can_lay_back, lay_back};
use crate::store::save::{Hash, SaveError, save};
use crate::store::state::{self, STATE_TAG};
use crate::store::writer::Writer;
use crate::store::{read, syntax};

/// Where damaged files are kept, in the machine's own folder.
pub(crate) const DAMAGED_DIR: &str = "damaged";

/// What was done, and what is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repaired {
    /// Records of damaged files that could still be read, or were in a backup, and are saved anew.
    pub records: usize,
    /// Damaged files that were moved to [`Repaired::kept_in`].
    pub damaged: Vec<String>,
    /// Where damaged files are kept.
    pub kept_in: PathBuf,
    /// Copies made by synchronising programs whose content is in the journal now.
    pub copies: usize,
    /// Files that were missing with the marker and came from a backup.
    pub laid_back: usize,
}

/// Why nothing was mended.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RepairError {
    /// The folder cannot be opened.
    #[error(transparent)]
    Closed(#[from] OpenError),
    /// The folder can only be read.
    #[error("the folder can only be read")]
    ReadOnly,
    /// A newer program made the folder.
    #[error("a newer Sunshower made this journal (version {0})")]
    Newer(u32),
    /// Something is missing that was there before. Whether that is right is for the person to say.
    #[error("something that was there last time is missing")]
    Vanished(Vanished),
    /// A backup or a save failed.
    #[error(transparent)]
    Disk(#[from] SaveError),
}

/// Mends what can be mended without losing anything.
///
/// # Errors
/// Says why nothing, or not everything, was mended. It can be done again.
pub fn repair(disk: &Arc<dyn Disk>, places: &Places, made: Wall) -> Result<Repaired, RepairError> {
    let mut repaired = Repaired::default();
    let opened = match open(&**disk, places) {
        Err(error) if can_lay_back(&error) && error != OpenError::NotFound => {
            repaired.laid_back = marker_from_backup(&**disk, places)?.ok_or(error)?;
            open(&**disk, places)?
        }
        opened => opened?,
    };
    match opened.writable {
        Writable::Yes => {}
        Writable::No(ReadOnlyWhy::Newer { version }) => return Err(RepairError::Newer(version)),
        Writable::No(_) => return Err(RepairError::ReadOnly),
    }
    if let Some(vanished) = opened.vanished {
        return Err(RepairError::Vanished(vanished));
    }
    if !opened.first_time {
        mend(disk, opened, made, &mut repaired)?;
    }
    Ok(repaired)
}

/// Where the marker is missing or damaged, the one of the newest backup is as good.
fn marker_from_backup(disk: &dyn Disk, places: &Places) -> Result<Option<usize>, SaveError> {
    let Some(found) = restore::backups(disk, places)? else { return Ok(None) };
    let Some(newest) = found.all.last() else { return Ok(None) };
    let (mut snapshot, _) = backup::snapshot(disk, &found.state_dir, newest);
    snapshot.keep_only(crate::store::folder::MARKER);
    lay_back(disk, places, &snapshot).map(Some)
}

fn mend(disk: &Arc<dyn Disk>, mut opened: Opened, made: Wall, repaired: &mut Repaired) -> Result<(), RepairError> {
    let vault = opened.vault.clone();
    let (dir, state_dir) = (vault.dir().to_owned(), vault.state_dir().to_owned());
    let damaged: Vec<Problem> =
        opened.problems.iter().filter(|problem| can_be_mended(problem, &vault)).cloned().collect();
    let is_nothing = damaged.is_empty() && opened.copies.is_empty() && opened.to_save.is_empty();
    if is_nothing && opened.erasing.is_empty() {
        return Ok(());
    }
    state::ensure_all(&**disk, &state_dir)?;
    restore::backup_first(&**disk, &dir, &state_dir, made, Why::BeforeRepair)?;
    let mut files = std::mem::take(&mut opened.to_save);
    for problem in &damaged {
        let bytes = disk.read(&dir.join(&problem.file)).map_err(SaveError::from)?;
        let (text, then) = (String::from_utf8_lossy(&bytes), in_backups(&**disk, &state_dir, &problem.file)?);
        let mut salvage = Salvage {
            lists: syntax::whole_items(&text),
            journal: &mut opened.journal,
            files: BTreeSet::new(),
            records: 0,
        };
        visit_kinds(&mut salvage);
        repaired.records += salvage.records;
        files.append(&mut salvage.files);
        if let Some(then) = then {
            let (mut more, records) = bring_back_missing(&mut opened.journal, &then);
            repaired.records += records;
            files.append(&mut more);
        }
    }
    let mut writer = Writer::new(vault.clone(), Arc::clone(disk));
    repaired.copies = opened.copies.len();
    writer.put_in_order(&opened.journal, files, &opened.erasing, opened.copies, made.date_naive())?;
    repaired.kept_in = state_dir.join(DAMAGED_DIR);
    // They are gone from the folder on purpose, and not missing.
    repaired.damaged = damaged.into_iter().map(|problem| problem.file).collect();
    vault.forget_files(&repaired.damaged);
    writer.run_now(Job::RememberAnew(opened.journal.known_records())).result?;
    for file in &repaired.damaged {
        keep_aside(&**disk, &dir.join(file), &repaired.kept_in, file)?;
    }
    Ok(())
}

/// Files under a name of this computer which are damaged for good. Those of others are mended where they are written.
fn can_be_mended(problem: &Problem, vault: &crate::store::Vault) -> bool {
    let is_own = vault.names().iter().any(|name| {
        let others = [PLANS_DIR, LIBRARY_DIR].map(|dir| format!("{dir}/{name}.ron"));
        problem.file.starts_with(&format!("{JOURNAL_DIR}/{name}/")) || others.contains(&problem.file)
    });
    let is_damaged = matches!(
        problem.kind,
        ProblemKind::Empty
            | ProblemKind::CutShort { .. }
            | ProblemKind::NotRon { .. }
            | ProblemKind::NulBytes
            | ProblemKind::NotText
            | ProblemKind::WrongMonth { .. }
    );
    is_own && is_damaged
}

/// What the newest backup in which this file can be read has of it.
fn in_backups(disk: &dyn Disk, state_dir: &Path, file: &str) -> Result<Option<Journal>, SaveError> {
    // A disk that fails once is asked once more; a copy that is damaged stays so, and an older one may serve.
    let (mut all, problems) = backup::list(disk, state_dir)?;
    if !problems.is_empty() {
        all = backup::list(disk, state_dir)?.0;
    }
    for mut one in all.into_iter().rev() {
        one.files.retain(|held| held.path == file);
        let (mut snapshot, problems) = backup::snapshot(disk, state_dir, &one);
        if !problems.is_empty() {
            snapshot = backup::snapshot(disk, state_dir, &one).0;
        }
        let Some(bytes) = snapshot.get(file) else { continue };
        let read = match file.split('/').next() {
            Some(PLANS_DIR) => read::sheet(bytes, Sheet::Plans),
            Some(LIBRARY_DIR) => read::sheet(bytes, Sheet::Library),
            _ => read::month(bytes),
        };
        if read.value.is_some() && !read.problems.iter().any(ProblemKind::freezes) {
            return Ok(Some(restore::journal_of(&snapshot).0));
        }
    }
    Ok(None)
}

/// Copies a damaged file into the machine's own folder, and only then removes it.
fn keep_aside(disk: &dyn Disk, path: &Path, kept_in: &Path, shown: &str) -> Result<(), SaveError> {
    let bytes = disk.read(path)?;
    state::ensure_dir(disk, kept_in)?;
    let name = format!("{}-{}", Hash::of(&bytes).short(), shown.replace('/', "-"));
    save(disk, &kept_in.join(name), STATE_TAG, &bytes, None)?;
    disk.remove(path)?;
    path.parent().map_or(Ok(()), |dir| disk.sync_dir(dir).map_err(SaveError::from))
}

/// Takes the records of a damaged file that are still whole.
struct Salvage<'a> {
    lists: Vec<(String, Vec<String>)>,
    journal: &'a mut Journal,
    files: BTreeSet<FileKey>,
    records: usize,
}

impl KindVisitor for Salvage<'_> {
    fn visit<R: Kind>(&mut self) {
        let items = self.lists.iter().filter(|(name, _)| name == R::NAME).flat_map(|(_, items)| items);
        for item in items {
            let Ok((mut record, ignored)) = typed::<R>(item) else { continue };
            record.tidy();
            if !is_day(record.day()) || self.journal.erased().contains(&record.id()) {
                continue;
            }
            let (id, rev, day) = (record.id(), record.rev().clone(), record.day());
            if !ignored.is_empty() {
                self.journal.newer.keep_record(id, rev.clone(), item);
            }
            self.journal.merge(record);
            if R::table(self.journal).has(id, &rev) {
                self.journal.adopt(id, rev);
                self.records += 1;
                self.files.insert(FileKey::of::<R>(day));
            }
        }
    }
}
