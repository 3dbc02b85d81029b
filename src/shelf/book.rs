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
    /// Of each title, in the order of the shelf.
    histories: Vec<Option<History>>,
}

impl Book {
    /// Works it out again where something changed. `revision` grows with each change of the journal.
    pub fn refresh(&mut self, catalogue: &[Title], journal: &Journal, with_catalogue: bool, revision: u64) {
        let of = (revision, with_catalogue);
        if self.of != Some(of) {
            self.shelf = Collection::of(catalogue, journal, with_catalogue);
            let histories = Histories::of(journal);
            let history_of = |entry: &Entry| histories.get(&entry.title.id, &entry.title.name);
            self.histories = self.shelf.entries().iter().map(history_of).collect();
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
        *self.histories.get(self.shelf.place(entry.key)?)?
    }

    /// Whether it was seen, in an evening or because the person says so.
    #[must_use]
    pub fn is_seen(&self, entry: &Entry) -> bool {
        entry.seen || self.history(entry).is_some_and(|history| history.times > 0)
    }

    /// What may be proposed, and the titles these are.
    #[must_use]
    pub fn candidates(&self) -> (Vec<Candidate<'_>>, Vec<&Entry>) {
        let all = self.shelf.entries().iter().zip(&self.histories).filter(|(entry, _)| !entry.hidden);
        all.map(|(entry, history)| {
            let candidate =
                Candidate { title: &entry.title, history: *history, wanted: entry.wanted, seen: entry.seen };
            (candidate, entry)
        })
        .unzip()
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::journal::entry::Shelved;
    use crate::journal::record::DeviceId;
    use crate::shelf::catalogue::bundled;
    use crate::shelf::choose::{Question, Reason, surprise};

    /// A title of the catalogue, and what is said of it.
    type Said<'a> = (&'a str, fn(&mut Shelved));

    fn book(said: &[Said<'_>]) -> Book {
        let mut journal = Journal::new(DeviceId("here".into()));
        for (slug, say) in said {
            let mut record: Shelved = journal.create(NaiveDate::default(), None);
            record.over = Some((*slug).to_owned());
            say(&mut record);
            journal.put(record);
        }
        let mut book = Book::default();
        book.refresh(&bundled().expect("whole"), &journal, true, 1);
        book
    }

    #[test]
    fn what_was_taken_off_the_shelf_is_proposed_no_more() {
        let book = book(&[("coco-2017", |said| said.hidden = Some(true))]);
        let (candidates, entries) = book.candidates();
        assert_eq!((candidates.len(), entries.len()), (92, 92));
        assert!(entries.iter().all(|entry| entry.title.id != "coco-2017"));
    }

    #[test]
    fn what_the_person_has_seen_is_never_called_new_and_what_they_want_comes_first() {
        let seen = |said: &mut Shelved| said.seen = Some(true);
        let all: Vec<_> = bundled().expect("whole").into_iter().map(|title| title.id).collect();
        let mut said: Vec<Said<'_>> = all.iter().map(|id| (id.as_str(), seen as fn(&mut Shelved))).collect();
        assert!(surprises(&book(&said)).is_empty(), "nobody knows when, and nothing else speaks for them");
        said.retain(|(id, _)| *id != "coco-2017");
        said.push(("coco-2017", |said| said.wanted = Some(true)));
        assert_eq!(surprises(&book(&said)), [("coco-2017".to_owned(), Reason::Wanted)]);
    }

    fn surprises(book: &Book) -> Vec<(String, Reason)> {
        let (candidates, entries) = book.candidates();
        let chosen = surprise(&candidates, &Question::default(), NaiveDate::default(), 3);
        chosen.into_iter().map(|(index, reason)| (entries[index].title.id.clone(), reason)).collect()
    }
}
