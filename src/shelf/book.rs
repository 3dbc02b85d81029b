//! The shelf and what each title did so far, worked out once for each change of the journal.

use crate::journal::log::Journal;
use crate::shelf::choose::Candidate;
use crate::shelf::collection::{Collection, Entry, TitleRef};
use crate::shelf::history::{Histories, History};
use crate::shelf::title::Title;

/// The shelf and what each title did so far.
#[derive(Clone, Debug, Default)]
pub struct Book {
    of: Option<(u64, bool)>,
    /// Everything on the shelf.
    pub shelf: Collection,
    histories: Histories,
}

impl Book {
    /// Works it out again where something changed. `revision` grows with each change of the journal.
    pub fn refresh(&mut self, catalogue: &[Title], journal: &Journal, with_catalogue: bool, revision: u64) {
        let of = (revision, with_catalogue);
        if self.of != Some(of) {
            self.shelf = Collection::of(catalogue, journal, with_catalogue);
            self.histories = Histories::of(journal);
            self.of = Some(of);
        }
    }

    /// What it was worked out of: another one after each change.
    #[must_use]
    pub fn revision(&self) -> Option<(u64, bool)> {
        self.of
    }

    /// A title.
    #[must_use]
    pub fn entry(&self, key: TitleRef) -> Option<&Entry> {
        self.shelf.get(key)
    }

    /// What a title did so far.
    #[must_use]
    pub fn history(&self, entry: &Entry) -> Option<History> {
        self.histories.get(&entry.title.id, &entry.title.name)
    }

    /// Whether it was seen, in an evening or because the person says so.
    #[must_use]
    pub fn is_seen(&self, entry: &Entry) -> bool {
        entry.seen || self.history(entry).is_some_and(|history| history.times > 0)
    }

    /// What may be proposed, and the titles these are.
    #[must_use]
    pub fn candidates(&self) -> (Vec<Candidate<'_>>, Vec<&Entry>) {
        let entries: Vec<&Entry> = self.shelf.entries().iter().filter(|entry| !entry.hidden).collect();
        let candidates = entries.iter().map(|entry| Candidate {
            title: &entry.title,
            history: self.history(entry),
            wanted: entry.wanted,
            seen: entry.seen,
        });
        (candidates.collect(), entries)
    }
}
