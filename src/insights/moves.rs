//! What moves me: which titles, and which kinds of title, came with tears.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::insights::facts::Facts;
use crate::insights::span::Span;
use crate::shelf::history::{History, Key, Look, history};
use crate::shelf::title::Tone;

/// What one title did. Also a row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// What the title goes by.
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
    /// What they did so far, evening by evening.
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

/// What the evenings of a span say. `tones_of` knows of what kinds a title of the shelf is.
#[must_use]
pub fn moves(facts: &Facts, tones_of: impl Fn(&str) -> Vec<Tone>, span: Span, today: NaiveDate) -> Moves {
    let mut looks: HashMap<&Key, (&str, Vec<&Look>)> = HashMap::new();
    let mut n = 0;
    for evening in facts.evenings().iter().filter(|evening| span.holds(evening.day, today)) {
        n += u32::from(evening.items.iter().any(|item| item.look.tears.is_some()));
        for item in &evening.items {
            let entry = looks.entry(&item.key).or_default();
            entry.0 = &item.name;
            entry.1.push(&item.look);
        }
    }
    let mut by_tone: HashMap<Tone, Vec<&Look>> = HashMap::new();
    let mut titles = Vec::with_capacity(looks.len());
    for (key, (name, looks)) in looks {
        if let Key::Id(id) = key {
            for tone in tones_of(id) {
                by_tone.entry(tone).or_default().extend(&looks);
            }
        }
        titles.push(Moved { key: key.clone(), name: name.to_owned(), history: history(&looks) });
    }
    titles.retain(|title| title.history.known > 0);
    titles.sort_by(|a, b| in_order(&a.history, &b.history).then_with(|| a.name.cmp(&b.name)).then(a.key.cmp(&b.key)));
    let mut kinds = Vec::with_capacity(by_tone.len());
    for (tone, mut looks) in by_tone {
        looks.sort_by_key(|look| look.day);
        kinds.push(MovedByKind { tone, history: history(&looks) });
    }
    kinds.retain(|kind| kind.history.known > 0);
    kinds.sort_by(|a, b| in_order(&a.history, &b.history).then(a.tone.cmp(&b.tone)));
    Moves { titles, kinds, n }
}

fn in_order(a: &History, b: &History) -> std::cmp::Ordering {
    // Of equally many, the one that was watched less often without tears.
    b.moved.cmp(&a.moved).then(a.known.cmp(&b.known)).then(b.last.cmp(&a.last))
}
