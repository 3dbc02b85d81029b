//! A page to take along, for oneself or for a therapist: one HTML file that needs nothing else and asks nobody
//! anything.
//!
//! It says what was said and counts it. It never says what that means: no diagnosis, no comparison with others, no
//! advice. What is not known is called that, and never counted as zero.

mod around;
mod draw;
mod evenings;
mod notes;
mod parts;
mod words;

use chrono::NaiveDate;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::exchange::export::{Period, within};
use crate::insights::facts::Facts;
use crate::journal::log::Journal;
use crate::text::Text;

use self::words::date;

/// How it looks, on the screen and on A4 or US Letter.
const STYLE: &str = include_str!("html/style.css");

/// Nothing is fetched, nothing runs, and nothing is sent, whatever somebody's words may hold.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// What is to be on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The time it is about. Days after today are never on it.
    pub period: Period,
    /// Which parts it has.
    pub parts: Parts,
    /// What it is called; empty: a plain name.
    pub title: String,
}

/// Which parts the page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "seven parts, each on its own")]
pub struct Parts {
    /// How pleasant it was, over time.
    pub mood: bool,
    /// Tears, month by month.
    pub tears: bool,
    /// Before, right after, and later.
    pub around: bool,
    /// What was watched, and what it did.
    pub moves: bool,
    /// Breaks and breathing.
    pub breaks: bool,
    /// Evening by evening.
    pub evenings: bool,
    /// The person's own words. Off unless asked for: a page is easily handed on.
    pub notes: bool,
}

impl Default for Parts {
    fn default() -> Self {
        Self { mood: true, tears: true, around: true, moves: true, breaks: true, evenings: true, notes: false }
    }
}

/// What the parts are made from.
#[derive(Clone, Copy)]
struct Seen<'a> {
    /// What lies in the period, and nothing else.
    journal: &'a Journal,
    facts: &'a Facts,
    text: &'a Text,
    /// The first day that was asked for, if one was.
    from: Option<NaiveDate>,
    /// The last day: never after today.
    until: NaiveDate,
}

impl Seen<'_> {
    /// Of how many days something is known, and how many there are; `None` where nobody can say where to begin.
    fn known_days(&self) -> Option<[u32; 2]> {
        let known = self.facts.known_days(self.until);
        let first = self.from.or(known.first().copied())?;
        let days = u32::try_from((self.until - first).num_days() + 1).unwrap_or(0);
        Some([u32::try_from(known.len()).unwrap_or(u32::MAX), days])
    }
}

/// The page, as it stands on the day `today`.
#[must_use]
pub fn page(journal: &Journal, text: &Text, options: &Options, today: NaiveDate) -> String {
    let until = options.period.until.map_or(today, |until| until.min(today));
    let from = options.period.from;
    let journal = within(journal, &Period { from, until: Some(until) });
    let facts = Facts::of(&journal);
    let seen = Seen { journal: &journal, facts: &facts, text, from, until };
    let title = options.title.trim();
    let title = if title.is_empty() { text.get("export-title") } else { title.to_owned() };
    let period = match from {
        Some(from) => {
            text.with("export-from-until", &[("from", date(text, from).into()), ("until", date(text, until).into())])
        }
        None => text.with("export-until", &[("until", date(text, until).into())]),
    };
    let markup = html! {
        (DOCTYPE)
        html lang=(seen.text.locale().language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 dir="auto" { (title) }
                    p { (period) }
                    p class="honest" { (text.get("export-honest")) }
                    @if let Some([known, days]) = seen.known_days() {
                        p { (text.with("export-known", &[("known", known.into()), ("days", days.into())])) }
                    }
                }
                main { (main_part(seen, options.parts)) }
                footer {
                    p class="honest" { (text.get("export-honest")) }
                    p { (text.with("export-made", &[("day", date(text, today).into())])) }
                }
            }
        }
    };
    markup.into_string()
}

fn main_part(seen: Seen<'_>, chosen: Parts) -> Markup {
    if seen.facts.known_days(seen.until).is_empty() {
        return html! { p { (seen.text.get("export-nothing")) } };
    }
    let notes = if chosen.notes { notes::notes(seen.journal, seen.text) } else { Vec::new() };
    html! {
        @if chosen.mood { (parts::mood(seen)) }
        @if chosen.tears { (parts::tears(seen)) }
        @if chosen.around { (around::around(seen)) }
        @if chosen.moves { (parts::moves_me(seen)) }
        @if chosen.breaks { (parts::breaks(seen)) }
        @if chosen.evenings { (evenings::evenings(seen, &notes)) }
        @if chosen.notes { (notes::by_day(seen, &notes, chosen.evenings)) }
    }
}

#[cfg(test)]
mod tests;
