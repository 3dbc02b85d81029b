//! What stands on the shelf: the catalogue with what the person says laid over it, and their own titles.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::clock::Wall;
use crate::journal::entry::Shelved;
use crate::journal::log::Journal;
use crate::journal::record::{Record, Rev};
use crate::shelf::search::{Index, folded};
use crate::shelf::title::Title;

/// Names a title for as long as the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TitleRef {
    /// The person's own, by its record.
    Own(Uuid),
    /// One of the catalogue, by its place in it.
    Catalogue(usize),
}

/// A title on the shelf, as the person has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Names it.
    pub key: TitleRef,
    /// The facts, with the person's own in place of the catalogue's.
    pub title: Title,
    /// The record that holds what the person says about it, if they said anything.
    pub record: Option<Uuid>,
    /// Where it is to be found.
    pub found_at: String,
    /// Where it plays. Not checked: what is typed is kept, and only https is ever opened.
    pub link: String,
    /// The person's own words about it.
    pub note: String,
    /// They want to see it.
    pub wanted: bool,
    /// They say that they have seen it.
    pub seen: bool,
    /// They took it off the shelf.
    pub hidden: bool,
}

impl Entry {
    /// Whether the person put it there themselves.
    #[must_use]
    pub fn is_own(&self) -> bool {
        matches!(self.key, TitleRef::Own(_))
    }

    /// The record to change where the person says something about it: the one there is, or a new one.
    #[must_use]
    pub fn record(&self, journal: &Journal, today: NaiveDate, at: Wall) -> Shelved {
        let known = self.record.and_then(|id| journal.titles.get(id)).cloned();
        known.unwrap_or_else(|| {
            let mut new = Shelved::new(Uuid::new_v4(), Rev(0, journal.device.clone()), today, Some(at));
            new.over = Some(self.title.id.clone()).filter(|_| !self.is_own());
            new
        })
    }
}

/// Everything on the shelf, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    entries: Vec<Entry>,
    index: Index,
    by_key: BTreeMap<TitleRef, usize>,
    /// By the name as it is compared.
    by_name: BTreeMap<String, Vec<usize>>,
}

impl Collection {
    /// Of the catalogue and what the person says. Without the catalogue, those of its titles stay about which the person
    /// said something.
    #[must_use]
    pub fn of(catalogue: &[Title], journal: &Journal, with_catalogue: bool) -> Self {
        let mut over: BTreeMap<&str, Vec<&Shelved>> = BTreeMap::new();
        let mut entries = Vec::new();
        let places: BTreeMap<&str, usize> =
            catalogue.iter().enumerate().map(|(place, title)| (title.id.as_str(), place)).collect();
        for record in journal.titles.iter() {
            match record.over.as_deref().filter(|slug| places.contains_key(slug)) {
                Some(slug) => over.entry(slug).or_default().push(record),
                // The person's own, or about one that this catalogue does not have any more.
                None => entries.push(own(record)),
            }
        }
        for (place, title) in catalogue.iter().enumerate() {
            let said = over.remove(title.id.as_str()).unwrap_or_default();
            if with_catalogue || !said.is_empty() {
                entries.push(laid_over(TitleRef::Catalogue(place), title, said));
            }
        }
        entries.sort_by_cached_key(|entry| (folded(&entry.title.name), entry.title.year, entry.key));
        let index = Index::of(entries.iter().map(|entry| &entry.title));
        let by_key = entries.iter().enumerate().map(|(place, entry)| (entry.key, place)).collect();
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            by_name.entry(folded(&entry.title.name)).or_default().push(place);
        }
        Self { entries, index, by_key, by_name }
    }

    /// All of them, also those that were taken off the shelf.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The one of this name.
    #[must_use]
    pub fn get(&self, key: TitleRef) -> Option<&Entry> {
        self.entries.get(*self.by_key.get(&key)?)
    }

    /// The places of those that answer what was typed, as [`Index::find`] has them.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<usize> {
        self.index.find(query)
    }

    /// Another one of the same name and, where both are known, the same year.
    #[must_use]
    pub fn double_of(&self, name: &str, year: Option<i32>, but: Option<TitleRef>) -> Option<&Entry> {
        let name = folded(name);
        let same_year = |other: Option<i32>| year.zip(other).is_none_or(|(one, other)| one == other);
        let places = self.by_name.get(&name).filter(|_| !name.is_empty())?;
        let mut doubles = places.iter().filter_map(|place| self.entries.get(*place));
        doubles.find(|entry| Some(entry.key) != but && same_year(entry.title.year))
    }
}

fn own(record: &Shelved) -> Entry {
    let title = Title {
        id: record.over.clone().unwrap_or_else(|| record.id.to_string()),
        name: record.over.clone().unwrap_or_default(),
        ..Title::default()
    };
    laid_over(TitleRef::Own(record.id), &title, vec![record])
}

/// The title with what these records say in place of its own. Two computers may each have begun a record about the same
/// title: the newer one counts, and of words both are kept.
fn laid_over(key: TitleRef, title: &Title, mut said: Vec<&Shelved>) -> Entry {
    fn lay<T: Clone>(fact: &mut T, said: Option<&T>) {
        if let Some(said) = said {
            fact.clone_from(said);
        }
    }
    said.sort_by(|a, b| a.rev.cmp(&b.rev));
    let mut entry = Entry {
        key,
        title: title.clone(),
        record: said.last().map(|record| record.id),
        found_at: String::new(),
        link: String::new(),
        note: String::new(),
        wanted: false,
        seen: false,
        hidden: false,
    };
    for record in said {
        let facts = &mut entry.title;
        lay(&mut facts.name, record.name.as_ref());
        lay(&mut facts.form, record.form.as_ref());
        lay(&mut facts.kinds, record.kinds.as_ref());
        lay(&mut facts.themes, record.themes.as_ref());
        lay(&mut facts.notes, record.notes.as_ref());
        lay(&mut facts.seasons, record.seasons.as_ref());
        facts.original = record.original.clone().or(facts.original.take());
        facts.year = record.year.or(facts.year);
        facts.runtime_min = record.runtime_min.or(facts.runtime_min);
        lay(&mut entry.found_at, record.found_at.as_ref());
        lay(&mut entry.link, record.link.as_ref());
        if let Some(note) = record.note.as_ref().filter(|note| **note != entry.note) {
            let before = std::mem::take(&mut entry.note);
            let holds_both = before.trim().is_empty() || note.contains(before.trim());
            entry.note = if holds_both { note.clone() } else { format!("{}\n\n{note}", before.trim_end()) };
        }
        lay(&mut entry.wanted, record.wanted.as_ref());
        lay(&mut entry.seen, record.seen.as_ref());
        lay(&mut entry.hidden, record.hidden.as_ref());
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::record::DeviceId;
    use crate::shelf::catalogue::bundled;

    fn journal(name: &str) -> Journal {
        Journal::new(DeviceId(name.into()))
    }

    fn about(journal: &mut Journal, slug: &str, say: impl FnOnce(&mut Shelved)) -> Shelved {
        let mut record: Shelved = journal.create("2026-11-22".parse().expect("a day"), None);
        record.over = Some(slug.into());
        say(&mut record);
        journal.put(record.clone());
        journal.titles.get(record.id).expect("put").clone()
    }

    fn entry<'a>(collection: &'a Collection, id: &str) -> &'a Entry {
        collection.entries().iter().find(|entry| entry.title.id == id).expect(id)
    }

    #[test]
    fn what_a_person_says_lies_over_the_catalogue_and_neither_changes_the_other() {
        let catalogue = bundled().expect("whole");
        let mut here = journal("here");
        about(&mut here, "bambi-1942", |said| {
            said.runtime_min = Some(69);
            said.note = Some("with grandmother".into());
            said.wanted = Some(true);
        });
        let shelf = Collection::of(&catalogue, &here, true);
        assert_eq!(shelf.entries().len(), catalogue.len());
        let bambi = entry(&shelf, "bambi-1942");
        assert_eq!((bambi.title.runtime_min, bambi.note.as_str(), bambi.wanted), (Some(69), "with grandmother", true));
        assert_eq!(bambi.title.year, Some(1942), "what was not said is the catalogue's");

        let mut newer = catalogue.clone();
        let at = newer.iter().position(|title| title.id == "bambi-1942").expect("there");
        (newer[at].runtime_min, newer[at].year) = (Some(72), Some(1943));
        let again = Collection::of(&newer, &here, true);
        let bambi = entry(&again, "bambi-1942");
        assert_eq!((bambi.title.runtime_min, bambi.title.year), (Some(69), Some(1943)));
        assert_eq!(catalogue, bundled().expect("whole"));
    }

    #[test]
    fn without_the_catalogue_only_what_the_person_spoke_of_stays() {
        let catalogue = bundled().expect("whole");
        let mut here = journal("here");
        about(&mut here, "bambi-1942", |said| said.seen = Some(true));
        about(&mut here, "gone-from-the-catalogue-1999", |said| said.note = Some("ours".into()));
        let shelf = Collection::of(&catalogue, &here, false);
        let names: Vec<&str> = shelf.entries().iter().map(|entry| entry.title.name.as_str()).collect();
        assert_eq!(names, ["Bambi", "gone-from-the-catalogue-1999"], "nothing that was said is lost");
    }

    #[test]
    fn two_computers_that_spoke_of_one_title_are_both_heard() {
        let catalogue = bundled().expect("whole");
        let (mut here, mut there) = (journal("here"), journal("there"));
        let first = about(&mut here, "bambi-1942", |said| {
            (said.note, said.wanted) = (Some("cried at the meadow".into()), Some(true));
        });
        there.merge(first);
        about(&mut there, "bambi-1942", |said| {
            (said.note, said.wanted) = (Some("not with children".into()), Some(false));
        });
        let shelf = Collection::of(&catalogue, &there, true);
        let bambi = entry(&shelf, "bambi-1942");
        assert_eq!(bambi.note, "cried at the meadow\n\nnot with children");
        assert!(!bambi.wanted, "the newer one counts");
        let mut said = bambi.record(&there, "2026-11-23".parse().expect("a day"), Wall::default());
        said.note = Some(bambi.note.clone());
        there.put(said);
        let again = Collection::of(&catalogue, &there, true);
        assert_eq!(entry(&again, "bambi-1942").note, bambi.note, "and said once");
    }

    #[test]
    fn a_title_that_is_there_already_is_noticed_whatever_its_letters() {
        let catalogue = bundled().expect("whole");
        let shelf = Collection::of(&catalogue, &journal("here"), true);
        let double = |name, year| shelf.double_of(name, year, None).map(|entry| entry.title.id.as_str());
        assert_eq!(double("  BAMBI ", None), Some("bambi-1942"));
        assert_eq!(double("Bambi", Some(1942)), Some("bambi-1942"));
        assert_eq!(double("Bambi", Some(2020)), None, "another film of the same name");
        assert_eq!(double("", None), None);
        let bambi = entry(&shelf, "bambi-1942").key;
        assert_eq!(shelf.double_of("Bambi", None, Some(bambi)), None, "not of itself");
    }
}
