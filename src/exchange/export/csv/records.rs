//! Records other than evenings, one row for each.

use std::fmt::Debug;

use crate::evening::plan::Item;
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Joy, OwnPattern, Plan, Reflection, Shelved};
use crate::journal::log::Journal;
use crate::shelf::title::Season;

use super::Sheet;
use super::cell::{Cells, or_empty};
use super::evenings::{PLAN_HEADS, plan};

const CRY_HEADS: [&str; 8] = ["tears", "kinds", "company", "reason", "minutes", "item", "film_secs", "note"];

const PLAN_FIRST_HEADS: [&str; 9] = [
    "when",
    "weekly",
    "item_keys",
    "item_names",
    "item_title_ids",
    "item_kinds",
    "item_seasons",
    "item_episodes",
    "item_runtimes_min",
];

const TITLE_HEADS: [&str; 17] = [
    "over",
    "name",
    "original",
    "year",
    "form",
    "runtime_min",
    "kinds",
    "themes",
    "notes_added",
    "notes_removed",
    "seasons",
    "found_at",
    "link",
    "note",
    "wanted",
    "seen",
    "hidden",
];

/// Tears outside evenings, or remembered after them.
pub(super) fn tears(journal: &Journal) -> Sheet {
    Sheet::of("tears.csv", &CRY_HEADS, journal.cries.iter(), |cry: &Cry, cells| {
        cells
            .name(cry.tears)
            .names(&cry.kinds)
            .name(cry.company)
            .name(cry.reason)
            .maybe(cry.minutes)
            .maybe(cry.item)
            .maybe(cry.film_secs)
            .text(&cry.note)
            .source(cry.source.as_deref())
    })
}

/// Check-ins.
pub(super) fn check_ins(journal: &Journal) -> Sheet {
    let heads = ["moment", "pleasant", "stirred", "words"];
    Sheet::of("check_ins.csv", &heads, journal.check_ins.iter(), |check_in: &CheckIn, cells| {
        cells
            .name(Some(check_in.moment))
            .maybe(check_in.pleasant)
            .maybe(check_in.stirred)
            .texts(check_in.words.iter().map(String::as_str))
            .source(check_in.source.as_deref())
    })
}

/// Reflections.
pub(super) fn reflections(journal: &Journal) -> Sheet {
    Sheet::of("reflections.csv", &["prompt", "text"], journal.reflections.iter(), |reflection: &Reflection, cells| {
        cells.text(&reflection.prompt).text(&reflection.text).source(reflection.source.as_deref())
    })
}

/// Small joys.
pub(super) fn joys(journal: &Journal) -> Sheet {
    Sheet::of("joys.csv", &["text", "happened"], journal.joys.iter(), |joy: &Joy, cells| {
        cells.text(&joy.text).maybe(joy.happened).source(joy.source.as_deref())
    })
}

/// Breathing outside breaks.
pub(super) fn breathing(journal: &Journal) -> Sheet {
    Sheet::of("breathing.csv", &["pattern", "secs"], journal.breaths.iter(), |breath: &Breath, cells| {
        cells.text(&breath.pattern).value(breath.secs).source(breath.source.as_deref())
    })
}

/// Days as such.
pub(super) fn days(journal: &Journal) -> Sheet {
    Sheet::of("days.csv", &["opened", "nothing", "paused"], journal.days.iter(), |day: &Day, cells| {
        cells.value(day.opened).value(day.nothing).value(day.paused).source(day.source.as_deref())
    })
}

/// Evenings kept for later.
pub(super) fn plans(journal: &Journal) -> Sheet {
    let heads = [&PLAN_FIRST_HEADS[..], &PLAN_HEADS[..]].concat();
    Sheet::of("plans.csv", &heads, journal.open_plans(), |kept: &Plan, cells| {
        let cells = cells.maybe(kept.when.map(|when| when.format("%Y-%m-%dT%H:%M:%S"))).value(kept.weekly);
        plan(items(cells, &kept.plan.items), &kept.plan).source(kept.source.as_deref())
    })
}

/// What is to be watched: lists in the same order, with nothing where something is not known.
fn items(cells: Cells, items: &[Item]) -> Cells {
    cells
        .list(items.iter().map(|item| item.key.to_string()))
        .texts(items.iter().map(|item| item.name.as_str()))
        .texts(items.iter().map(|item| item.title_id.as_deref().unwrap_or_default()))
        .list(items.iter().map(|item| format!("{:?}", item.kind)))
        .list(items.iter().map(|item| or_empty(item.season)))
        .list(items.iter().map(|item| or_empty(item.episode)))
        .list(items.iter().map(|item| or_empty(item.runtime_min)))
}

/// The person's own titles, and what they say about others.
pub(super) fn titles(journal: &Journal) -> Sheet {
    Sheet::of("titles.csv", &TITLE_HEADS, journal.titles.iter(), |title: &Shelved, cells| {
        let cells = cells
            .maybe_text(title.over.as_deref())
            .maybe_text(title.name.as_deref())
            .maybe_text(title.original.as_deref())
            .maybe(title.year)
            .name(title.form)
            .maybe(title.runtime_min);
        let cells = said(cells, title.kinds.as_deref(), name_of);
        let cells = match title.themes.as_deref() {
            Some([]) => cells.value(NONE),
            themes => cells.texts(themes.unwrap_or_default().iter().map(String::as_str)),
        };
        let cells = cells.names(&title.notes_added).names(&title.notes_removed);
        let season = |one: &Season| format!("season {} episodes {}", one.season, one.episodes);
        said(cells, title.seasons.as_deref(), season)
            .maybe_text(title.found_at.as_deref())
            .maybe_text(title.link.as_deref())
            .maybe_text(title.note.as_deref())
            .maybe(title.wanted)
            .maybe(title.seen)
            .maybe(title.hidden)
            .source(title.source.as_deref())
    })
}

/// A list that the person emptied.
const NONE: &str = "None";

/// A list that the person may have left as the catalogue has it, which is not the same as having emptied it.
fn said<T>(cells: Cells, list: Option<&[T]>, words: impl Fn(&T) -> String) -> Cells {
    match list {
        Some([]) => cells.value(NONE),
        list => cells.list(list.unwrap_or_default().iter().map(words)),
    }
}

fn name_of(choice: &impl Debug) -> String {
    format!("{choice:?}")
}

/// The person's own ways to breathe.
pub(super) fn patterns(journal: &Journal) -> Sheet {
    let heads = ["name", "in_ms", "top_up_ms", "hold_ms", "out_ms", "rest_ms"];
    Sheet::of("patterns.csv", &heads, journal.patterns.iter(), |own: &OwnPattern, cells| {
        let timing = own.timing;
        cells
            .text(&own.name)
            .value(timing.in_ms)
            .value(timing.top_up_ms)
            .value(timing.hold_ms)
            .value(timing.out_ms)
            .value(timing.rest_ms)
            .source(own.source.as_deref())
    })
}
