//! Finding things in the journal: everything that stands alone, newest first, and what is said in it.
//!
//! What belongs to an evening is found with the evening: its check-ins, its tears, what was written after it.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use memchr::memmem::Finder;
use uuid::Uuid;

use crate::clock::Wall;
use crate::journal::cries;
use crate::journal::entry::{CheckIn, Cry, Evening, Reflection};
use crate::journal::log::Journal;
use crate::shelf::search::fold_into;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// An evening, with all that hangs on it.
    Evening,
    /// A check-in outside an evening.
    CheckIn,
    /// Tears outside an evening.
    Tears,
    /// A reflection or a letter outside an evening.
    Words,
    /// A small joy.
    Joy,
}

impl EntryKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Evening, Self::CheckIn, Self::Tears, Self::Words, Self::Joy];
}

/// How it was, in thirds of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Third {
    /// 0 to 33.
    Low,
    /// 34 to 66.
    Middle,
    /// 67 to 100.
    High,
}

impl Third {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    fn of(pleasant: u8) -> Self {
        match pleasant {
            0..=33 => Self::Low,
            34..=66 => Self::Middle,
            _ => Self::High,
        }
    }
}

/// What is looked for. Nothing in it finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, or beginnings of words, that all have to be there.
    pub query: String,
    /// Only with tears.
    pub tears: bool,
    /// Only with something the person wrote.
    pub noted: bool,
    /// Only of this kind.
    pub kind: Option<EntryKind>,
    /// Only where a check-in says it was like this.
    pub mood: Option<Third>,
}

impl Filter {
    /// Whether it finds everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty() && !self.is_narrow()
    }

    /// Whether anything but words narrows it down.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        let Self { query: _, tears, noted, kind, mood } = self;
        *tears || *noted || kind.is_some() || mood.is_some()
    }
}

/// One thing in the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// The record.
    pub id: Uuid,
    /// Its day.
    pub day: NaiveDate,
    /// Its time, where it is known.
    pub at: Option<Wall>,
    tears: bool,
    noted: bool,
    /// The thirds its check-ins lie in.
    moods: [bool; 3],
    /// Where its words are.
    words: (usize, usize),
}

/// Everything in the journal, newest first, and its words as they are compared.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    words: String,
}

/// How words that come with the program, by the names they are kept under, read in the person's language.
pub type Spoken = HashMap<&'static str, String>;

fn said<'a>(spoken: &'a Spoken, word: &'a str) -> &'a str {
    spoken.get(word).map_or(word, String::as_str)
}

/// What hangs on an evening.
#[derive(Default)]
struct Hanging<'a> {
    check_ins: Vec<&'a CheckIn>,
    cries: Vec<&'a Cry>,
    reflections: Vec<&'a Reflection>,
}

impl Index {
    /// Of a whole journal, with its words as they are kept.
    #[must_use]
    pub fn of(journal: &Journal) -> Self {
        Self::said_as(journal, &Spoken::new())
    }

    /// Of a whole journal, with the words that come with the program as the person reads them.
    #[must_use]
    pub fn said_as(journal: &Journal, spoken: &Spoken) -> Self {
        let mut index = Self::default();
        let mut hanging: HashMap<Uuid, Hanging<'_>> = HashMap::with_capacity(journal.evenings.len());
        let is_there = |evening: Option<Uuid>| evening.filter(|id| journal.evenings.get(*id).is_some());
        for check_in in journal.check_ins.iter() {
            match is_there(check_in.evening) {
                Some(evening) => hanging.entry(evening).or_default().check_ins.push(check_in),
                None => index.add_check_in(check_in, spoken),
            }
        }
        for cry in journal.cries.iter() {
            match is_there(cry.evening) {
                Some(evening) => hanging.entry(evening).or_default().cries.push(cry),
                None => index.add_cry(cry),
            }
        }
        for reflection in journal.reflections.iter() {
            match is_there(reflection.evening) {
                Some(evening) => hanging.entry(evening).or_default().reflections.push(reflection),
                None => {
                    index.add_words(EntryKind::Words, (reflection.id, reflection.day, reflection.at), &reflection.text);
                }
            }
        }
        for joy in journal.joys.iter() {
            index.add_words(EntryKind::Joy, (joy.id, joy.day, joy.at), &joy.text);
        }
        let nothing = Hanging::default();
        for evening in journal.evenings.iter() {
            index.add_evening(evening, hanging.get(&evening.id).unwrap_or(&nothing), spoken);
        }
        index.entries.sort_unstable_by_key(|entry| Reverse((entry.day, entry.at, entry.id)));
        index
    }

    /// Everything, newest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The places of the entries that are looked for, newest first.
    #[must_use]
    pub fn find(&self, filter: &Filter) -> Vec<usize> {
        let mut folded = String::new();
        fold_into(&mut folded, &filter.query);
        let words: Vec<String> = folded.split_whitespace().map(|word| format!(" {word}")).collect();
        let finders: Vec<Finder<'_>> = words.iter().map(Finder::new).collect();
        let fits = |entry: &Entry| {
            (!filter.tears || entry.tears)
                && (!filter.noted || entry.noted)
                && filter.kind.is_none_or(|kind| entry.kind == kind)
                && filter.mood.is_none_or(|third| entry.moods[third as usize])
        };
        let has_words = |entry: &Entry| {
            let words = self.words.as_bytes().get(entry.words.0..entry.words.1).unwrap_or_default();
            finders.iter().all(|finder| finder.find(words).is_some())
        };
        let found = self.entries.iter().enumerate().filter(|(_, entry)| fits(entry) && has_words(entry));
        found.map(|(place, _)| place).collect()
    }

    fn add_evening(&mut self, evening: &Evening, hanging: &Hanging<'_>, spoken: &Spoken) {
        let remembered = hanging.cries.iter().filter(|cry| cries::counts(cry)).count();
        let intention = &evening.plan.intention;
        let wrote = |text: &str| !text.trim().is_empty();
        let noted = wrote(intention)
            || hanging.cries.iter().any(|cry| wrote(&cry.note))
            || hanging.reflections.iter().any(|one| wrote(&one.text));
        let from = self.words.len();
        for item in &evening.plan.items {
            fold_into(&mut self.words, &item.name);
        }
        for word in evening.plan.aftercare.iter().chain(&evening.plan.room) {
            fold_into(&mut self.words, said(spoken, word));
        }
        fold_into(&mut self.words, intention);
        evening.guests.iter().for_each(|guest| fold_into(&mut self.words, &guest.name));
        hanging
            .check_ins
            .iter()
            .flat_map(|one| &one.words)
            .for_each(|word| fold_into(&mut self.words, said(spoken, word)));
        hanging.cries.iter().for_each(|cry| fold_into(&mut self.words, &cry.note));
        hanging.reflections.iter().for_each(|one| fold_into(&mut self.words, &one.text));
        self.entries.push(Entry {
            kind: EntryKind::Evening,
            id: evening.id,
            day: evening.day,
            at: evening.began.or(evening.at),
            tears: cries::cries_in(evening, remembered) > 0,
            noted,
            moods: moods(hanging.check_ins.iter().copied()),
            words: (from, self.words.len()),
        });
    }

    fn add_check_in(&mut self, check_in: &CheckIn, spoken: &Spoken) {
        let from = self.words.len();
        check_in.words.iter().for_each(|word| fold_into(&mut self.words, said(spoken, word)));
        self.entries.push(Entry {
            kind: EntryKind::CheckIn,
            id: check_in.id,
            day: check_in.day,
            at: check_in.at,
            tears: false,
            noted: false,
            moods: moods([check_in]),
            words: (from, self.words.len()),
        });
    }

    fn add_cry(&mut self, cry: &Cry) {
        let tears = cries::counts(cry);
        self.add_words(EntryKind::Tears, (cry.id, cry.day, cry.at), &cry.note);
        if let Some(entry) = self.entries.last_mut() {
            entry.tears = tears;
        }
    }

    fn add_words(&mut self, kind: EntryKind, (id, day, at): (Uuid, NaiveDate, Option<Wall>), text: &str) {
        let from = self.words.len();
        fold_into(&mut self.words, text);
        let noted = !text.trim().is_empty();
        let words = (from, self.words.len());
        self.entries.push(Entry { kind, id, day, at, tears: false, noted, moods: [false; 3], words });
    }
}

/// The thirds that check-ins lie in.
fn moods<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>) -> [bool; 3] {
    let mut moods = [false; 3];
    for pleasant in check_ins.into_iter().filter_map(|check_in| check_in.pleasant) {
        moods[Third::of(pleasant) as usize] = true;
    }
    moods
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evening::plan::Item;
    use crate::evening::tears::Tears;
    use crate::journal::record::DeviceId;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, n).expect("a day")
    }

    /// An evening with Amélie on the 3rd, tears on a train on the 5th, and a check-in on the 7th.
    fn journal() -> Journal {
        let mut journal = Journal::new(DeviceId("here".into()));
        let mut evening: Evening = journal.create(day(3), None);
        evening.plan.items = vec![Item { name: "Amélie".into(), ..Item::default() }];
        evening.tears = Some(Tears::None);
        let id = evening.id;
        journal.put(evening);
        let reflection =
            Reflection { evening: Some(id), text: "The garden gnome travels.".into(), ..journal.create(day(3), None) };
        journal.put(reflection);
        let within = CheckIn {
            evening: Some(id),
            pleasant: Some(80),
            words: vec!["tender".into()],
            ..journal.create(day(3), None)
        };
        journal.put(within);
        let cry = Cry { note: "On the train, by the window".into(), ..journal.create(day(5), None) };
        journal.put(cry);
        let check_in = CheckIn { pleasant: Some(20), words: vec!["tired".into()], ..journal.create(day(7), None) };
        journal.put(check_in);
        journal
    }

    fn found(filter: &Filter) -> Vec<EntryKind> {
        let index = Index::of(&journal());
        index.find(filter).into_iter().map(|place| index.entries()[place].kind).collect()
    }

    fn query(query: &str) -> Filter {
        Filter { query: query.into(), ..Filter::default() }
    }

    #[test]
    fn everything_is_there_newest_first_and_an_evening_is_one_entry() {
        assert_eq!(found(&Filter::default()), [EntryKind::CheckIn, EntryKind::Tears, EntryKind::Evening]);
    }

    #[test]
    fn beginnings_of_words_are_found_in_whatever_order_and_without_marks() {
        assert_eq!(found(&query("amelie")), [EntryKind::Evening]);
        assert_eq!(found(&query("trav GAR")), [EntryKind::Evening], "in what was written after it");
        assert_eq!(found(&query("tender amel")), [EntryKind::Evening], "words of a check-in and a name together");
        assert_eq!(found(&query("train")), [EntryKind::Tears]);
        assert_eq!(found(&query("rain")), [], "the middle of a word is no beginning");
        assert_eq!(found(&query("amelie train")), [], "all have to be there");
    }

    #[test]
    fn filters_narrow_what_is_found() {
        let only = |change: fn(&mut Filter)| {
            let mut filter = Filter::default();
            change(&mut filter);
            assert!(!filter.is_empty());
            found(&filter)
        };
        assert_eq!(only(|filter| filter.tears = true), [EntryKind::Tears], "an evening without tears is not one with");
        assert_eq!(only(|filter| filter.noted = true), [EntryKind::Tears, EntryKind::Evening]);
        assert_eq!(only(|filter| filter.kind = Some(EntryKind::CheckIn)), [EntryKind::CheckIn]);
        assert_eq!(only(|filter| filter.mood = Some(Third::High)), [EntryKind::Evening]);
        assert_eq!(only(|filter| filter.mood = Some(Third::Low)), [EntryKind::CheckIn]);
        assert_eq!(only(|filter| filter.mood = Some(Third::Middle)), []);
    }

    #[test]
    fn what_was_deleted_is_not_found() {
        let mut journal = journal();
        let id = journal.cries.iter().next().expect("one").id;
        journal.delete::<Cry>(id);
        assert_eq!(Index::of(&journal).find(&query("train")), Vec::<usize>::new());
    }
}
