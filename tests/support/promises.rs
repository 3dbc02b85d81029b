//! What the log promises about files, and whether a folder keeps it: every file holds what was last called saved, or
//! what was being saved since.

#![allow(dead_code, reason = "each test file uses its own part of it")]
#![allow(clippy::disallowed_methods, reason = "a folder is looked at from outside")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sunshower::store::{FileKey, Hash, Opened, Places};

use crate::outside::files_below;

/// What is promised about each file, by its path as the log names it.
#[derive(Clone, Debug, Default)]
pub struct Promises(BTreeMap<String, Promise>);

/// Content is known by the beginning of its hash; no file is like an empty one.
#[derive(Clone, Debug)]
struct Promise {
    saved: String,
    /// Begun since then, and not said to be done.
    under_way: Vec<String>,
}

impl Promise {
    fn kept(saved: String) -> Self {
        Self { saved, under_way: Vec::new() }
    }
}

/// What was found, where every promise was kept.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// A save was under way at the end.
    pub was_saving: bool,
    /// What it was about to save is there.
    pub has_landed: bool,
}

impl Promises {
    /// That everything stays as it is.
    pub fn of_what_is_there(opened: &Opened) -> Self {
        let dir = opened.vault.dir();
        let name = |path: &Path| path.strip_prefix(dir).expect("inside").to_string_lossy().into_owned();
        let files = files_below(dir).into_iter().map(|path| (name(&path), Promise::kept(hash_of(&path))));
        let draft = opened.vault.path_of(FileKey::Draft);
        Self(files.chain([("draft.ron".to_owned(), Promise::kept(hash_of(&draft)))]).collect())
    }

    /// Takes in what the log of a program says. Gives back how many saves it acknowledged.
    pub fn hear<'a>(&mut self, lines: impl IntoIterator<Item = &'a String>) -> u64 {
        let mut acknowledged = 0;
        for line in lines {
            let words: Vec<&str> = line.split(' ').collect();
            let [level, verb, path, ..] = words[..] else { continue };
            let hash = words.get(3).map_or_else(nothing, |hash| (*hash).to_owned());
            match (level, verb) {
                ("DEBUG", "saving" | "removing") => {
                    let promise = self.0.entry(path.to_owned()).or_insert_with(|| Promise::kept(nothing()));
                    promise.under_way.push(hash);
                }
                ("INFO", "saved" | "removed") => {
                    self.0.insert(path.to_owned(), Promise::kept(hash));
                    acknowledged += 1;
                }
                _ => {}
            }
        }
        acknowledged
    }

    /// Looks whether they were kept. What is found is promised from then on.
    ///
    /// # Errors
    /// Tells which was not.
    pub fn hold(&mut self, opened: &Opened) -> Result<Kept, String> {
        let mut kept = Kept { was_saving: false, has_landed: false };
        for (path, promise) in &mut self.0 {
            let dir = if path == "draft.ron" { opened.vault.state_dir() } else { opened.vault.dir() };
            let found = hash_of(&dir.join(path));
            let Promise { saved, under_way } = &*promise;
            if found != *saved && !under_way.contains(&found) {
                return Err(format!("{path} holds {found}; {saved} was called saved, {under_way:?} was under way"));
            }
            kept.was_saving |= !under_way.is_empty();
            kept.has_landed |= found != *saved;
            *promise = Promise::kept(found);
        }
        Ok(kept)
    }
}

/// Whether the log says here that a save begins.
pub fn is_a_begin(line: &str) -> bool {
    line.starts_with("DEBUG saving ") || line.starts_with("DEBUG removing ")
}

/// How many files of saves that were not finished there are.
pub fn temporary_files(places: &Places) -> usize {
    let dirs = [&places.data_dir, &places.state_root];
    let files = dirs.into_iter().flat_map(|dir| files_below(dir));
    files.filter(|path| path.extension().is_some_and(|end| end == "tmp")).count()
}

fn nothing() -> String {
    Hash::of(b"").short()
}

fn hash_of(path: &Path) -> String {
    Hash::of(&fs::read(path).unwrap_or_default()).short()
}
