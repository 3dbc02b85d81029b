//! Evenings, and what happened in them.

use crate::evening::plan::{Breaks, EveningPlan, Item};
use crate::journal::entry::{BreakTaken, Evening, Guest, Watched};
use crate::journal::log::Journal;

use super::Sheet;
use super::cell::{Cells, or_empty};

/// The columns of what an evening was meant to hold, without what was to be watched.
pub(super) const PLAN_HEADS: [&str; 8] = [
    "intention",
    "room",
    "aftercare",
    "bedtime",
    "place",
    "planned_breaks",
    "planned_break_every_min",
    "planned_break_marks",
];

const EVENING_HEADS: [&str; 12] = [
    "began",
    "film_ended_at",
    "closed",
    "tears",
    "kinds",
    "feel",
    "chips",
    "guest_names",
    "guest_tears",
    "guest_pleasant",
    "guest_stirred",
    "guest_words",
];

const FILM_HEADS: [&str; 9] =
    ["item", "name", "title_id", "kind", "season", "episode", "runtime_min", "watched_secs", "to_the_end"];

const BREAK_HEADS: [&str; 7] = ["at", "item", "film_secs", "kinds", "minutes", "breathed_secs", "helped"];

/// A row for each evening.
pub(super) fn evenings(journal: &Journal) -> Sheet {
    let heads = [&EVENING_HEADS[..], &PLAN_HEADS[..]].concat();
    Sheet::of("evenings.csv", &heads, journal.evenings.iter(), |evening: &Evening, cells| {
        let cells = cells
            .time(evening.began)
            .time(evening.film_ended_at)
            .time(evening.closed)
            .name(evening.tears)
            .names(&evening.kinds)
            .name(evening.feel)
            .names(&evening.chips);
        plan(guests(cells, &evening.guests), &evening.plan).source(evening.source.as_deref())
    })
}

/// Who was there: lists in the same order, with nothing where somebody did not say.
fn guests(cells: Cells, guests: &[Guest]) -> Cells {
    let feelings = || guests.iter().map(|guest| guest.feeling.as_ref());
    let words: Vec<String> = feelings().map(|one| one.map(|one| one.words.join(", ")).unwrap_or_default()).collect();
    cells
        .texts(guests.iter().map(|guest| guest.name.as_str()))
        .list(guests.iter().map(|guest| guest.tears.map(|tears| format!("{tears:?}")).unwrap_or_default()))
        .list(feelings().map(|feeling| or_empty(feeling.and_then(|feeling| feeling.pleasant))))
        .list(feelings().map(|feeling| or_empty(feeling.and_then(|feeling| feeling.stirred))))
        .texts(words.iter().map(String::as_str))
}

/// What an evening was meant to hold, without what was to be watched.
pub(super) fn plan(cells: Cells, plan: &EveningPlan) -> Cells {
    let (breaks, every_min) = match &plan.breaks {
        Breaks::None => ("None", None),
        Breaks::BetweenItems => ("BetweenItems", None),
        Breaks::Every(minutes) => ("Every", Some(*minutes)),
        Breaks::AtMarks(_) => ("AtMarks", None),
    };
    let marks = if let Breaks::AtMarks(marks) = &plan.breaks { marks.as_slice() } else { &[] };
    cells
        .text(&plan.intention)
        .texts(plan.room.iter().map(String::as_str))
        .texts(plan.aftercare.iter().map(String::as_str))
        .maybe(plan.bedtime.map(|bedtime| bedtime.format("%H:%M:%S")))
        .name(plan.place)
        .value(breaks)
        .maybe(every_min)
        .list(marks.iter().map(|mark| format!("item {} minute {}", mark.item, mark.film_min)))
}

/// A row for each thing that was to be watched, and for whatever else was.
pub(super) fn films(journal: &Journal) -> Sheet {
    Sheet::of_parts("films.csv", &FILM_HEADS, journal, |evening| {
        let watched = |key: u32| evening.watched.iter().find(|watched| watched.item == key);
        let planned = evening.plan.items.iter().map(|item| film(item.key, Some(item), watched(item.key)));
        let others = evening.watched.iter().filter(|watched| evening.plan.item(watched.item).is_none());
        planned.chain(others.map(|watched| film(watched.item, None, Some(watched)))).collect()
    })
}

fn film(key: u32, item: Option<&Item>, watched: Option<&Watched>) -> Cells {
    Cells::default()
        .value(key)
        .maybe_text(item.map(|item| item.name.as_str()))
        .maybe_text(item.and_then(|item| item.title_id.as_deref()))
        .name(item.map(|item| item.kind))
        .maybe(item.and_then(|item| item.season))
        .maybe(item.and_then(|item| item.episode))
        .maybe(item.and_then(|item| item.runtime_min))
        .maybe(watched.map(|watched| watched.film_secs))
        .maybe(watched.map(|watched| watched.to_the_end))
}

/// A row for each break that was taken.
pub(super) fn breaks(journal: &Journal) -> Sheet {
    let cells = |taken: &BreakTaken| {
        Cells::default()
            .time(Some(taken.at))
            .value(taken.item)
            .maybe(taken.film_secs)
            .names(&taken.kinds)
            .value(taken.minutes)
            .value(taken.breathed_secs)
            .name(taken.helped)
    };
    Sheet::of_parts("breaks.csv", &BREAK_HEADS, journal, |evening| evening.breaks.iter().map(cells).collect())
}

/// A row for each press of "Tears".
pub(super) fn tear_marks(journal: &Journal) -> Sheet {
    Sheet::of_parts("tear_marks.csv", &["at", "item", "film_secs"], journal, |evening| {
        let marks = evening.marks.iter();
        marks.map(|mark| Cells::default().time(Some(mark.at)).value(mark.item).maybe(mark.film_secs)).collect()
    })
}
