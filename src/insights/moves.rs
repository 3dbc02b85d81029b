//! What moves me: which titles, and which kinds of title, came with tears.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::insights::facts::{Facts, List};
use crate::insights::span::{Span, within};
use crate::shelf::history::{Gathered, History, Key, Look};
use crate::shelf::title::Tone;

/// The lists of facts it is made of.
pub const USES: &[List] = &[List::Items];

/// What one title did. Also a row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// What the title goes by: its id wherever it is known to be on the shelf, also where it was only named.
    pub key: Key,
    /// Its name, as it was called last.
    pub name: String,
    /// What it did so far.
    pub history: History,
}

/// What titles of one kind did. Also a row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MovedByKind {
    /// The kind.
    pub tone: Tone,
    /// What they did so far. An evening with several of them counts once.
    pub history: History,
}

/// What moves me.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moves {
    /// Titles of which it is known whether there were tears: those with the most tears first, then by share, then the
    /// latest.
    pub titles: Vec<Moved>,
    /// Kinds of title, in the same order. A title may be of several.
    pub kinds: Vec<MovedByKind>,
    /// How many evenings say something: the n of both.
    pub n: u32,
}

/// What the evenings of a span say. `id_of` knows which title of the shelf goes by a name, if any does; it is given the
/// name as [`key_of`](crate::shelf::history::key_of) has it. `tones_of` knows of what kinds a title of the shelf is.
#[must_use]
pub fn moves(
    facts: &Facts,
    id_of: impl Fn(&str) -> Option<String>,
    tones_of: impl Fn(&str) -> Vec<Tone>,
    span: Span,
    today: NaiveDate,
) -> Moves {
    let mut rows = Rows::default();
    let mut row_of: Vec<Option<usize>> = vec![None; facts.titles().len()];
    let mut by_tone = Tone::ALL.map(|_| Looks::default());
    let mut n = 0;
    let items = within(facts.items(), |item| item.look.day, span.first_day(today), today);
    for (evening, items) in items.chunk_by(|one, next| one.evening == next.evening).enumerate() {
        n += u32::from(items.iter().any(|item| item.look.tears.is_some()));
        for item in items {
            let (Some(title), Some(place)) = (facts.titles().get(item.title), row_of.get_mut(item.title)) else {
                continue;
            };
            let place = *place.get_or_insert_with(|| rows.place(&title.key, &id_of, &tones_of));
            let row = &mut rows.all[place];
            row.name = &title.name;
            row.looks.add(evening, &item.look);
            for tone in &row.tones {
                by_tone[*tone as usize].add(evening, &item.look);
            }
        }
    }
    let moved = |row: Row<'_>| Moved { history: row.looks.history(), key: row.key, name: row.name.to_owned() };
    let mut titles: Vec<Moved> = rows.all.into_iter().map(moved).filter(|title| title.history.known > 0).collect();
    titles.sort_by(|a, b| in_order(&a.history, &b.history).then_with(|| a.name.cmp(&b.name)).then(a.key.cmp(&b.key)));
    let moved = |(tone, looks): (Tone, Looks)| MovedByKind { tone, history: looks.history() };
    let mut kinds: Vec<MovedByKind> =
        Tone::ALL.into_iter().zip(by_tone).map(moved).filter(|kind| kind.history.known > 0).collect();
    kinds.sort_by(|a, b| in_order(&a.history, &b.history).then(a.tone.cmp(&b.tone)));
    Moves { titles, kinds, n }
}

/// What is gathered of each title. Where it lies is looked up by what an evening calls it, so that no title is resolved
/// in every evening anew.
#[derive(Default)]
struct Rows<'a> {
    all: Vec<Row<'a>>,
    by_id: HashMap<Cow<'a, str>, usize>,
    by_name: HashMap<&'a str, usize>,
}

struct Row<'a> {
    key: Key,
    name: &'a str,
    tones: Vec<Tone>,
    looks: Looks,
}

impl<'a> Rows<'a> {
    /// The place of the row of a title, which may be a new one.
    fn place(
        &mut self,
        key: &'a Key,
        id_of: impl Fn(&str) -> Option<String>,
        tones_of: impl Fn(&str) -> Vec<Tone>,
    ) -> usize {
        let name = match key {
            Key::Id(id) => return self.place_of_id(Cow::Borrowed(id), tones_of),
            Key::Name(name) => name.as_str(),
        };
        if let Some(place) = self.by_name.get(name) {
            return *place;
        }
        let place = match id_of(name) {
            Some(id) => self.place_of_id(Cow::Owned(id), tones_of),
            None => self.add(key.clone(), Vec::new()),
        };
        self.by_name.insert(name, place);
        place
    }

    fn place_of_id(&mut self, id: Cow<'a, str>, tones_of: impl Fn(&str) -> Vec<Tone>) -> usize {
        if let Some(place) = self.by_id.get(&id) {
            return *place;
        }
        let place = self.add(Key::Id(id.clone().into_owned()), tones_of(&id));
        self.by_id.insert(id, place);
        place
    }

    fn add(&mut self, key: Key, tones: Vec<Tone>) -> usize {
        self.all.push(Row { key, name: "", tones, looks: Looks::default() });
        self.all.len() - 1
    }
}

/// What evenings say of a title, or of a kind of title, in order. Tears and relief are the evening's, so two sad films in a
/// row are one sad evening and not two.
#[derive(Default)]
struct Looks {
    gathered: Gathered,
    /// The latest evening, which may say something once more, by its number: two evenings may lie on one day.
    latest: Option<(usize, Look)>,
}

impl Looks {
    fn add(&mut self, evening: usize, look: &Look) {
        match &mut self.latest {
            Some((of, latest)) if *of == evening => latest.join(look),
            latest => {
                if let Some((_, before)) = latest.replace((evening, *look)) {
                    self.gathered.add(&before);
                }
            }
        }
    }

    fn history(mut self) -> History {
        if let Some((_, latest)) = self.latest {
            self.gathered.add(&latest);
        }
        self.gathered.history()
    }
}

fn in_order(a: &History, b: &History) -> std::cmp::Ordering {
    // Of equally many, the one that was watched less often without tears.
    b.moved.cmp(&a.moved).then(a.known.cmp(&b.known)).then(b.last.cmp(&a.last))
}

#[cfg(test)]
mod tests;
