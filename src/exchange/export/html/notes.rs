//! The person's own words, where they want them on the page.

use chrono::NaiveDate;
use maud::{Markup, html};
use uuid::Uuid;

use crate::clock::Wall;
use crate::journal::entry::LETTER;
use crate::journal::log::Journal;
use crate::text::Text;

use super::Seen;
use super::words::long_date;

/// Something the person wrote.
pub(super) struct Note {
    /// The day it belongs to.
    pub(super) day: NaiveDate,
    /// When it was written, where that is known.
    pub(super) at: Option<Wall>,
    /// The evening it belongs to.
    pub(super) evening: Option<Uuid>,
    /// What it is.
    what: String,
    /// What they wrote.
    words: String,
}

/// All of them, by time.
pub(super) fn notes(journal: &Journal, text: &Text) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut put = |day: NaiveDate, at: Option<Wall>, evening: Option<Uuid>, what: String, words: &str| {
        if !words.trim().is_empty() {
            notes.push(Note { day, at, evening, what, words: words.trim().to_owned() });
        }
    };
    for evening in journal.evenings.iter() {
        // What an evening is for stands before whatever was written in it.
        put(evening.day, None, Some(evening.id), text.get("evening-page-intention"), &evening.plan.intention);
    }
    for one in journal.reflections.iter() {
        let what = match one.prompt.as_str() {
            "aftercare-prompt" => text.get("aftercare-prompt"),
            LETTER => text.get("letter-title"),
            _ => text.get("reflection-title"),
        };
        put(one.day, one.at, one.evening, what, &one.text);
    }
    for one in journal.cries.iter() {
        put(one.day, one.at, one.evening, text.get("cry-title"), &one.note);
    }
    for one in journal.joys.iter() {
        put(one.day, one.at, one.evening, text.get("evening-page-joy"), &one.text);
    }
    notes.sort_by_key(|note| (note.day, note.at));
    notes
}

/// One of them.
pub(super) fn said(note: &Note) -> Markup {
    html! { p { (note.what) ": " span class="own" dir="auto" { (note.words) } } }
}

/// Those that stand below no evening of the page, by day.
pub(super) fn by_day(seen: Seen<'_>, notes: &[Note], has_evenings: bool) -> Markup {
    let is_shown =
        |note: &Note| has_evenings && note.evening.is_some_and(|evening| seen.journal.evenings.get(evening).is_some());
    let left: Vec<&Note> = notes.iter().filter(|note| !is_shown(note)).collect();
    html! {
        @if !left.is_empty() {
            section class="long" {
                h2 { (seen.text.get("export-own-words")) }
                @for of_day in left.chunk_by(|one, next| one.day == next.day) {
                    @if let Some(first) = of_day.first() { h3 { (long_date(seen.text, first.day)) } }
                    @for note in of_day { (said(note)) }
                }
            }
        }
    }
}
