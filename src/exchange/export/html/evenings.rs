//! Evening by evening.

use maud::{Markup, html};

use crate::insights::facts::EveningFacts;

use super::Seen;
use super::notes::{Note, said};
use super::words::{evening_name, feel_word, long_date, tears_word};

/// How many columns the table has.
const COLUMNS: u32 = 6;

/// A row for each evening, and below it what was written about it.
pub(super) fn evenings(seen: Seen<'_>, notes: &[Note]) -> Markup {
    let text = seen.text;
    let all: Vec<&EveningFacts> = seen.facts.evenings().iter().filter(|evening| evening.day <= seen.until).collect();
    html! {
        section class="long" {
            h2 { (text.get("export-evenings")) }
            p { (text.with("export-evenings-under", &[("n", all.len().into())])) }
            @if !all.is_empty() {
                p { (text.get("export-not-said")) " " (text.get("export-scale")) }
                table {
                    thead {
                        tr {
                            th { (text.get("table-day")) }
                            th { (text.get("pauses-head-what")) }
                            th { (text.get("around-head-tears")) }
                            th { (text.get("export-head-feel")) }
                            th class="number" { (text.get("around-before")) }
                            th class="number" { (text.get("around-plus90")) }
                        }
                    }
                    tbody { @for evening in &all { (rows(seen, evening, notes)) } }
                }
            }
        }
    }
}

fn rows(seen: Seen<'_>, facts: &EveningFacts, notes: &[Note]) -> Markup {
    let text = seen.text;
    let Some(evening) = seen.journal.evenings.get(facts.id) else { return html! {} };
    let [before, .., later] = facts.pleasant;
    let height = |value: Option<u8>| value.map_or_else(|| text.get("around-not-said"), |value| value.to_string());
    let own: Vec<&Note> = notes.iter().filter(|note| note.evening == Some(facts.id)).collect();
    html! {
        tr class=[(!own.is_empty()).then_some("has-words")] {
            td { (long_date(text, evening.day)) }
            td dir="auto" { (evening_name(text, &evening.plan)) }
            td { (tears_word(text, evening.tears, facts.tears)) }
            td { (feel_word(text, evening.feel)) }
            td class="number" { (height(before)) }
            td class="number" { (height(later)) }
        }
        @if !own.is_empty() {
            tr class="words" { td colspan=(COLUMNS) { @for note in &own { (said(note)) } } }
        }
    }
}
