//! Erasing for good: nothing of a record is left but its id, in no file that this computer can reach.
//!
//! That takes many files, so what is being erased is remembered in `erasing.ron` until all of it is done; the next start
//! goes on where a crash ended it. Files of other computers are cleaned as well: should such a computer write at the
//! same moment, a synchronising program keeps both forms, and the ids that are left keep the erased one from coming back.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::store::backup;
use crate::store::disk::Disk;
use crate::store::files::{COPIES_DIR, JOURNAL_DIR, LIBRARY_DIR, PLANS_DIR, TRASH_DIR};
use crate::store::folder::UNSAVED_DIR;
use crate::store::read::{self, Document, VERSION};
use crate::store::repair::DAMAGED_DIR;
use crate::store::save::{Hash, SaveError, Seen, TEMP_PREFIX, save};
use crate::store::state::STATE_TAG;
use crate::store::syntax;
use crate::store::text::pretty;
use crate::store::vault::Vault;

const ERASING_FORMAT: &str = "sunshower/erasing";
const ERASING: &str = "erasing.ron";

#[derive(Serialize, Deserialize)]
struct ErasingFile {
    format: String,
    version: u32,
    ids: BTreeSet<Uuid>,
}

impl Document for ErasingFile {
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// What was being erased when the program ended.
pub(crate) fn unfinished(disk: &dyn Disk, state_dir: &Path) -> BTreeSet<Uuid> {
    match disk.read(&state_dir.join(ERASING)) {
        Ok(bytes) => {
            let read = read::document::<ErasingFile>(&bytes, ERASING_FORMAT);
            read.value.map(|file| file.ids).unwrap_or_default()
        }
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::warn!("whether anything is still to be erased is not known: {error}");
            }
            BTreeSet::new()
        }
    }
}

/// Remembers what is being erased.
pub(crate) fn begin(disk: &dyn Disk, state_dir: &Path, ids: &BTreeSet<Uuid>) -> Result<(), SaveError> {
    let ids = unfinished(disk, state_dir).union(ids).copied().collect();
    let text = pretty(&ErasingFile { format: ERASING_FORMAT.into(), version: VERSION, ids });
    save(disk, &state_dir.join(ERASING), STATE_TAG, text.as_bytes(), None).map(|_| ())
}

/// Takes the records out of every file there is, and forgets that it was to be done.
pub(crate) fn clean(disk: &dyn Disk, vault: &Vault, ids: &BTreeSet<Uuid>) -> Result<(), SaveError> {
    let (dir, state_dir) = (vault.dir(), vault.state_dir());
    let cleaner = Cleaner { disk, names: ids.iter().map(Uuid::to_string).collect() };
    for sub in [JOURNAL_DIR, PLANS_DIR, LIBRARY_DIR, TRASH_DIR, COPIES_DIR] {
        cleaner.folder(&dir.join(sub), &vault.device().0, &mut |path, hash| {
            if let Ok(inside) = path.strip_prefix(dir) {
                vault.memory().files.insert(inside.to_string_lossy().replace('\\', "/"), hash);
            }
        })?;
    }
    cleaner.machine(state_dir)?;
    backup::erase(disk, state_dir, &|text| cleaner.cleaned(text))?;
    match disk.remove(&state_dir.join(ERASING)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(disk.sync_dir(state_dir)?),
    }
}

/// Where the next record begins: at `id:` and a quotation mark, which has a backslash before it in somebody's words.
fn next_id(text: &str, from: usize) -> Option<usize> {
    let starts = text[from..].match_indices("id:").map(|(at, _)| from + at);
    starts.into_iter().find(|at| {
        let is_whole = text[..*at].ends_with([' ', '(']);
        is_whole && text[at + "id:".len()..].trim_start().starts_with('"')
    })
}

struct Cleaner<'a> {
    disk: &'a dyn Disk,
    names: BTreeSet<String>,
}

impl Cleaner<'_> {
    /// The text without the records; `None` where they are not in it.
    fn cleaned(&self, text: &str) -> Option<String> {
        if !self.names.iter().any(|name| text.contains(name.as_str())) {
            return None;
        }
        let cut = syntax::without_items(text, &|id| self.names.contains(id));
        let without = self.cut_bluntly(cut.as_deref().unwrap_or(text));
        (without != text).then_some(without)
    }

    /// In a damaged file it cannot be told where a record ends; what stands from its id to the next id goes.
    fn cut_bluntly(&self, text: &str) -> String {
        let mut left = text.to_owned();
        for name in &self.names {
            let mut from = 0;
            while let Some(at) = left[from..].find(name.as_str()).map(|at| from + at) {
                let before = left[..at].trim_end_matches(['"', ' ']);
                let is_id = before.ends_with("id:") && !before.ends_with("_id:");
                if is_id {
                    let rest = at + name.len();
                    let (start, end) = (before.len() - "id:".len(), next_id(&left, rest).unwrap_or(left.len()));
                    left.replace_range(start..end, "");
                    from = start;
                } else {
                    from = at + name.len();
                }
            }
        }
        left
    }

    /// Cleans the files of a folder and of the folders in it.
    fn folder(&self, dir: &Path, whose: &str, changed: &mut dyn FnMut(&Path, Hash)) -> Result<(), SaveError> {
        let entries = match self.disk.list(dir) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        for entry in entries.iter().filter(|entry| !entry.is_mangled && !entry.name.starts_with('.')) {
            let path = dir.join(&entry.name);
            if entry.is_dir {
                if dir.ends_with(JOURNAL_DIR) {
                    self.folder(&path, whose, changed)?;
                }
                continue;
            }
            let bytes = self.disk.read(&path)?;
            let text = String::from_utf8_lossy(&bytes);
            if let Some(without) = self.cleaned(&text) {
                let mut seen = Seen::content(Hash::of(&bytes));
                let hash = save(self.disk, &path, whose, without.as_bytes(), Some(&mut seen))?;
                changed(&path, hash);
            }
        }
        Ok(())
    }

    /// Drafts that could not be taken up, what could not be saved, and what an interrupted save left of either.
    fn machine(&self, state_dir: &Path) -> Result<(), SaveError> {
        for dir in [state_dir.join(UNSAVED_DIR), state_dir.join(DAMAGED_DIR), state_dir.to_owned()] {
            let entries = match self.disk.list(&dir) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                entries => entries?,
            };
            for entry in entries.iter().filter(|entry| entry.name.starts_with(TEMP_PREFIX)) {
                self.disk.remove(&dir.join(&entry.name))?;
            }
        }
        self.folder(&state_dir.join(UNSAVED_DIR), STATE_TAG, &mut |_, _| {})?;
        self.folder(&state_dir.join(DAMAGED_DIR), STATE_TAG, &mut |_, _| {})?;
        for entry in self.disk.list(state_dir)? {
            let path = state_dir.join(&entry.name);
            let is_draft = ["draft", "tonight"].iter().any(|stem| entry.name.starts_with(stem));
            if is_draft && !entry.is_dir {
                let bytes = self.disk.read(&path)?;
                let text = String::from_utf8_lossy(&bytes);
                if self.names.iter().any(|name| text.contains(name.as_str())) {
                    self.disk.remove(&path)?;
                }
            }
        }
        // That it was to be done may be forgotten only when it is done for good.
        Ok(self.disk.sync_dir(state_dir)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::RealDisk;

    #[test]
    fn a_record_is_cut_out_of_a_damaged_file_and_the_others_stay() {
        let id = "5febb067-8d02-43cb-ad24-a59b1af3535b".to_owned();
        let cleaner = Cleaner { disk: &RealDisk, names: BTreeSet::from([id.clone()]) };
        let whole = format!(
            "(\n  cries: [\n    (\n      id: \"{id}\",\n      note: \"canary\",\n    ),\n    (\n      id: \"0\",\n      \
             note: \"stays\",\n      evening: Some(\"{id}\"),\n    ),\n  ],\n)\n"
        );
        for end in (0..=whole.len()).rev() {
            let Some(text) = whole.get(..end) else { continue };
            let left = cleaner.cleaned(text).unwrap_or_else(|| text.to_owned());
            let is_named = text.contains(&format!("\"{id}"));
            assert!(!is_named || !left.contains("canary"), "cut at {end}: {left}");
            assert_eq!(left.contains("\"stays\""), text.contains("\"stays\""), "cut at {end}: {left}");
            assert_eq!(cleaner.cleaned(&left), None, "once is enough");
        }
    }
}
