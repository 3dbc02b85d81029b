//! What stands on the shelf: the catalogue with what the person says laid over it, and their own titles.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::clock::Wall;
use crate::journal::entry::Shelved;
use crate::journal::log::Journal;
use crate::journal::record::{Record, Rev};
use crate::shelf::search::{Index, folded};
use crate::shelf::title::{Note, Title};

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
    /// The records that hold what the person says about it, the newest last. As a rule there is one; two computers may
    /// each have begun one.
    pub records: Vec<Uuid>,
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
    /// A title of which the person said nothing yet.
    #[must_use]
    pub fn new(key: TitleRef, title: Title) -> Self {
        Self {
            key,
            title,
            records: Vec::new(),
            found_at: String::new(),
            link: String::new(),
            note: String::new(),
            wanted: false,
            seen: false,
            hidden: false,
        }
    }

    /// Whether the person put it there themselves.
    #[must_use]
    pub fn is_own(&self) -> bool {
        matches!(self.key, TitleRef::Own(_))
    }

    /// The title as it reads with this record in place of what was said of it.
    #[must_use]
    pub fn with(&self, said: &Shelved) -> Self {
        let notes = said.notes_added.iter().copied().collect();
        Self { records: self.records.clone(), ..laid_over(self.key, &self.title, vec![said], &notes) }
    }

    /// The record to change where the person says something about it: the newest there is, with what the others say as
    /// well, or a new one.
    #[must_use]
    pub fn record(&self, journal: &Journal, today: NaiveDate, at: Wall) -> Shelved {
        let said: Vec<&Shelved> = self.records.iter().filter_map(|id| journal.titles.get(*id)).collect();
        if let Some(all) = together(&said) {
            return all;
        }
        let mut new = Shelved::new(Uuid::new_v4(), Rev(0, journal.device.clone()), today, Some(at));
        new.over = Some(self.title.id.clone()).filter(|_| !self.is_own());
        new
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
        let notes_of = |record: &Shelved| -> BTreeSet<Note> {
            // Of several versions only one is shown. What any of them warns of is warned of.
            let versions = journal.titles.versions_of(record.id).filter(|version| !version.deleted);
            versions.flat_map(|version| &version.notes_added).copied().collect()
        };
        for record in journal.titles.iter() {
            match record.over.as_deref().filter(|slug| places.contains_key(slug)) {
                Some(slug) => over.entry(slug).or_default().push(record),
                // The person's own, or about one that this catalogue does not have any more.
                None => entries.push(own(record, &notes_of(record))),
            }
        }
        for (place, title) in catalogue.iter().enumerate() {
            let said = over.remove(title.id.as_str()).unwrap_or_default();
            if with_catalogue || !said.is_empty() {
                let notes = said.iter().flat_map(|record| notes_of(record)).collect();
                entries.push(laid_over(TitleRef::Catalogue(place), title, said, &notes));
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
        self.entries.get(self.place(key)?)
    }

    /// Its place among [`Self::entries`].
    #[must_use]
    pub fn place(&self, key: TitleRef) -> Option<usize> {
        self.by_key.get(&key).copied()
    }

    /// The places of those that answer what was typed, as [`Index::find`] has them.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<usize> {
        self.index.find(query)
    }

    /// The places of those that are called so, as [`Index::find_named`] has them.
    #[must_use]
    pub fn find_named(&self, query: &str) -> Vec<usize> {
        self.index.find_named(query)
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

fn own(record: &Shelved, notes: &BTreeSet<Note>) -> Entry {
    let title = Title {
        id: record.over.clone().unwrap_or_else(|| record.id.to_string()),
        name: record.over.clone().unwrap_or_default(),
        ..Title::default()
    };
    laid_over(TitleRef::Own(record.id), &title, vec![record], notes)
}

/// The title with what these records say in place of its own. `added` is all that any of them warns of: a warning is
/// never lost because another computer, or a newer catalogue, knows of another one.
fn laid_over(key: TitleRef, title: &Title, mut said: Vec<&Shelved>, added: &BTreeSet<Note>) -> Entry {
    said.sort_by(|a, b| a.rev.cmp(&b.rev));
    let mut entry = Entry::new(key, title.clone());
    entry.records = said.iter().map(|record| record.id).collect();
    let Some(said) = together(&said) else { return entry };
    let facts = &mut entry.title;
    facts.name = said.name.unwrap_or(std::mem::take(&mut facts.name));
    facts.original = said.original.or(facts.original.take());
    facts.year = said.year.or(facts.year);
    facts.form = said.form.unwrap_or(facts.form);
    facts.runtime_min = said.runtime_min.or(facts.runtime_min);
    facts.kinds = said.kinds.unwrap_or(std::mem::take(&mut facts.kinds));
    facts.themes = said.themes.unwrap_or(std::mem::take(&mut facts.themes));
    facts.seasons = said.seasons.unwrap_or(std::mem::take(&mut facts.seasons));
    facts.notes.retain(|note| !said.notes_removed.contains(note) || added.contains(note));
    let more = added.iter().filter(|note| !title.notes.contains(note));
    facts.notes.extend(more);
    entry.found_at = said.found_at.unwrap_or_default();
    entry.link = said.link.unwrap_or_default();
    entry.note = said.note.unwrap_or_default();
    entry.wanted = said.wanted.unwrap_or_default();
    entry.seen = said.seen.unwrap_or_default();
    entry.hidden = said.hidden.unwrap_or_default();
    entry
}

/// What several records say about one title, as one: the newest counts, of notes all are kept, and of warnings too.
/// `None` of none.
fn together(said: &[&Shelved]) -> Option<Shelved> {
    let (newest, older) = said.split_last()?;
    let mut all = (*newest).clone();
    for one in older.iter().rev() {
        let one = (*one).clone();
        all.name = all.name.or(one.name);
        all.original = all.original.or(one.original);
        all.year = all.year.or(one.year);
        all.form = all.form.or(one.form);
        all.runtime_min = all.runtime_min.or(one.runtime_min);
        all.kinds = all.kinds.or(one.kinds);
        all.themes = all.themes.or(one.themes);
        all.seasons = all.seasons.or(one.seasons);
        all.found_at = all.found_at.or(one.found_at);
        all.link = all.link.or(one.link);
        all.wanted = all.wanted.or(one.wanted);
        all.seen = all.seen.or(one.seen);
        all.hidden = all.hidden.or(one.hidden);
        all.notes_added.extend(one.notes_added);
        all.note = match (one.note, all.note) {
            (Some(before), Some(after)) if !before.trim().is_empty() && !after.contains(before.trim()) => {
                Some(format!("{}\n\n{after}", before.trim_end()))
            }
            (before, after) => after.or(before),
        };
    }
    all.notes_added.sort_unstable();
    all.notes_added.dedup();
    Some(all)
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
        let said = bambi.record(&there, "2026-11-23".parse().expect("a day"), Wall::default());
        assert_eq!(said.note.as_ref(), Some(&bambi.note), "whoever changes it has both");
        there.put(said);
        let again = Collection::of(&catalogue, &there, true);
        assert_eq!(entry(&again, "bambi-1942").note, bambi.note, "and said once");
    }

    #[test]
    fn a_warning_is_never_lost_to_another_record_another_version_or_a_newer_catalogue() {
        let mut catalogue = bundled().expect("whole");
        let (mut here, mut there) = (journal("here"), journal("there"));
        let first = about(&mut here, "bambi-1942", |said| said.notes_added = vec![Note::Suicide]);
        there.merge(first.clone());
        about(&mut there, "bambi-1942", |said| said.notes_added = vec![Note::Cancer]);
        let shelf = Collection::of(&catalogue, &there, true);
        let notes = &entry(&shelf, "bambi-1942").title.notes;
        assert!(notes.contains(&Note::Suicide) && notes.contains(&Note::Cancer), "{notes:?}");
        assert!(!entry(&shelf, "bambi-1942").title.may_be_proposed());

        // Two versions of one record, of which the one that is shown does not say it.
        let (mut one, mut other) = (journal("one"), journal("other"));
        for _ in 0..3 {
            one.put(first.clone());
        }
        other.put(Shelved { notes_added: vec![], note: Some("fine".into()), ..first.clone() });
        for version in one.titles.versions_of(first.id).cloned().collect::<Vec<_>>() {
            other.merge(version);
        }
        assert_eq!(other.titles.versions_of(first.id).count(), 2);
        let shelf = Collection::of(&catalogue, &other, true);
        assert!(!entry(&shelf, "bambi-1942").title.may_be_proposed());

        // What the person says does not hide what the catalogue learns.
        let mut here = journal("here");
        about(&mut here, "coco-2017", |said| said.notes_added = vec![Note::Grief]);
        let at = catalogue.iter().position(|title| title.id == "coco-2017").expect("there");
        catalogue[at].notes.push(Note::SelfHarm);
        let shelf = Collection::of(&catalogue, &here, true);
        assert!(!entry(&shelf, "coco-2017").title.may_be_proposed());
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
