//! What was recorded of an evening, changed afterwards: what was watched, and what was around it.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::clock::Wall;
use crate::evening::plan::{AFTERCARE, Place, ROOM};
use crate::journal::entry::Evening;
use crate::journal::log::Journal;
use crate::text::key;

use super::cry_ui::{one_of, question};
use super::cx::Cx;
use super::items_ui::{ItemsView, items_ui};
use super::journal_ui::gone_ui;
use super::theme::size;
use super::widgets::{Look, button, centred_column, check_row, chip, soft, stepper, text_line, title};

/// A step of the times, in minutes.
const STEP_MIN: i64 = 5;

/// What is half typed.
#[derive(Clone, Debug, Default)]
pub struct EveningEditView {
    id: Option<Uuid>,
    items: ItemsView,
    intention: String,
}

impl EveningEditView {
    fn take_up(&mut self, evening: &Evening) {
        if self.id != Some(evening.id) {
            let intention = evening.plan.intention.clone();
            *self = Self { id: Some(evening.id), intention, ..Self::default() };
        }
    }
}

/// What was watched: names, lengths, kinds, more of them or fewer.
pub fn evening_items_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut EveningEditView, id: Uuid) {
    page_ui(ui, cx, view, id, key("evening-items-title"), |ui, cx, view, evening| {
        let before = evening.plan.items.len();
        items_ui(ui, cx, &mut view.items, &mut evening.plan);
        if evening.plan.items.len() > before {
            keep_keys_apart(&cx.model.journal, evening);
        }
    });
}

/// What is added does not get the key of something that was removed: its marks and breaks would be its own.
fn keep_keys_apart(journal: &Journal, evening: &mut Evening) {
    let Some(known) = journal.evenings.get(evening.id) else { return };
    let remembered = journal.cries.iter().filter(|cry| cry.evening == Some(known.id)).filter_map(|cry| cry.item);
    let used: BTreeSet<u32> = known.keys_in_use().into_iter().chain(remembered).collect();
    for item in &mut evening.plan.items {
        if known.plan.item(item.key).is_none() && used.contains(&item.key) {
            item.key = used.last().map_or(0, |key| key.saturating_add(1));
        }
    }
}

/// The day, the times, where it was, the room, the aftercare and the intention.
pub fn evening_around_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut EveningEditView, id: Uuid) {
    page_ui(ui, cx, view, id, key("evening-around-title"), around_ui);
}

fn page_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &mut EveningEditView,
    id: Uuid,
    words: &'static str,
    content: impl FnOnce(&mut Ui, &mut Cx<'_>, &mut EveningEditView, &mut Evening),
) {
    let Some(known) = cx.model.journal.evenings.get(id) else {
        gone_ui(ui, cx);
        return;
    };
    view.take_up(known);
    let mut evening = known.clone();
    let mut done = false;
    centred_column(ui, 1260.0, |ui| {
        title(ui, cx, &cx.t(words));
        content(ui, cx, view, &mut evening);
        ui.add_space(14.0);
        done = button(ui, cx, "evening-edit-done", &cx.t("done"), Look::Amber);
    });
    if evening != *known {
        cx.ask(Command::KeepEvening(Box::new(evening)));
    }
    if done {
        cx.ask(Command::Back);
    }
}

fn around_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut EveningEditView, evening: &mut Evening) {
    times_ui(ui, cx, evening);
    question(ui, cx, &cx.t("place-question"));
    let places = [Place::AnotherScreen, Place::ThisScreen, Place::Elsewhere];
    one_of(ui, cx, "around-place", places.map(|place| (place, cx.place(Some(place)))), &mut evening.plan.place);
    question(ui, cx, &cx.t("tonight-intention"));
    let (name, hint, width) = (cx.t("tonight-intention"), cx.t("intention-hint"), ui.available_width());
    if text_line(ui, cx, ("around-intention", evening.id), &name, &mut view.intention, &hint, width).changed {
        evening.plan.intention.clone_from(&view.intention);
    }
    question(ui, cx, &cx.t("tonight-room"));
    for word in ROOM {
        if check_row(
            ui,
            cx,
            ("around-room", word),
            &cx.known_word(word),
            evening.plan.room.iter().any(|one| one == word),
        ) {
            toggle(&mut evening.plan.room, word);
        }
    }
    question(ui, cx, &cx.t("evening-around-care"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 14.0);
        for word in AFTERCARE {
            let chosen = evening.plan.aftercare.iter().any(|one| one == word);
            if chip(ui, cx, ("around-care", word), &cx.known_word(word), chosen) {
                toggle(&mut evening.plan.aftercare, word);
            }
        }
    });
}

fn toggle(words: &mut Vec<String>, word: &str) {
    match words.iter().position(|one| one == word) {
        Some(index) => {
            words.remove(index);
        }
        None => words.push(word.to_owned()),
    }
}

/// An evening that was kept company has its day and its times; one that was added by hand has a day to choose.
fn times_ui(ui: &mut Ui, cx: &Cx<'_>, evening: &mut Evening) {
    if evening.began.is_none() {
        let steps = stepper(ui, cx, "evening-day", &cx.t("evening-day"), &cx.day(evening.day), 760.0);
        let latest = cx.model.today(cx.now).max(evening.day);
        let moved = evening.day.checked_add_signed(TimeDelta::days(i64::from(steps)));
        evening.day = moved.unwrap_or(evening.day).min(latest);
        return;
    }
    let ends = [evening.began, evening.film_ended_at];
    time_ui(ui, cx, "evening-began", &cx.t("evening-began"), &mut evening.began, [None, ends[1]]);
    time_ui(ui, cx, "evening-film-ended", &cx.t("evening-film-ended"), &mut evening.film_ended_at, [ends[0], None]);
    soft(ui, cx, &cx.t("evening-times-line"));
    ui.add_space(size::GAP / 2.0);
}

/// A time, moved by five minutes between the earliest and the latest one. Only a press changes it, also where it does
/// not lie between them.
fn time_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    salt: &str,
    name: &str,
    at: &mut Option<Wall>,
    [earliest, latest]: [Option<Wall>; 2],
) {
    let Some(known) = *at else { return };
    let shown = format!("{name}: {}", cx.time(known.time()));
    let steps = stepper(ui, cx, salt, name, &shown, 760.0);
    let moved = known.checked_add_signed(TimeDelta::minutes(STEP_MIN * i64::from(steps))).unwrap_or(known);
    let is_between = earliest.is_none_or(|earliest| earliest <= moved) && latest.is_none_or(|latest| moved <= latest);
    if steps != 0 && is_between {
        *at = Some(moved);
    }
}
