//! Tears outside an evening, or remembered after one. Everything but the fact is optional.

use chrono::TimeDelta;
use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::evening::plan::Item;
use crate::evening::tears::{Company, Reason, TearKind, Tears};
use crate::journal::entry::{Cry, Evening};

use super::cx::Cx;
use super::journal_ui::gone_ui;
use super::theme::size;
use super::versions_ui::versions_line_ui;
use super::widgets::{Look, button, centred_column, chip, choice_chips, section, soft, stepper, text_area, title};

/// How long it can have been, in minutes.
const MINUTES: [u32; 12] = [1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60, 90];

/// The last minute that can be chosen in a film whose length is not known.
const LAST_MINUTE: u32 = 600;

/// The note as it is being typed.
#[derive(Clone, Debug, Default)]
pub struct CryView {
    id: Option<Uuid>,
    note: String,
    /// The note as it was kept when it was last looked at: somebody else may change it meanwhile.
    kept: String,
}

/// What the page was left with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Done,
    Slip,
}

/// The page on which tears are described.
pub fn cry_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut CryView, id: Uuid) {
    let model = cx.model;
    let Some(known) = model.journal.cries.get(id) else {
        gone_ui(ui, cx);
        return;
    };
    if view.id != Some(id) || view.kept != known.note {
        *view = CryView { id: Some(id), note: known.note.clone(), kept: known.note.clone() };
    }
    let mut cry = known.clone();
    let evening = known.evening.and_then(|id| model.journal.evenings.get(id));
    let left = centred_column(ui, 1260.0, |ui| {
        top_ui(ui, cx, &cry);
        versions_line_ui(ui, cx, &model.journal.cries, id);
        circumstances_ui(ui, cx, &mut cry);
        match evening {
            Some(evening) => film_ui(ui, cx, evening, &mut cry),
            None => day_ui(ui, cx, &mut cry),
        }
        question(ui, cx, &cx.t("cry-note"));
        let (name, hint) = (cx.t("cry-note"), cx.t("cry-note-hint"));
        if text_area(ui, cx, ("cry-note", id), &name, &mut view.note, &hint, 3).changed {
            cry.note.clone_from(&view.note);
        }
        end_ui(ui, cx)
    });
    if left == Some(Left::Slip) {
        cx.ask(Command::Delete(id));
    } else if cry != *known {
        cx.ask(Command::KeepCry(Box::new(cry)));
    }
    if left == Some(Left::Done) {
        cx.ask(Command::Back);
    }
    if left.is_some() {
        *view = CryView::default();
    }
}

fn top_ui(ui: &mut Ui, cx: &Cx<'_>, cry: &Cry) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        title(ui, cx, &cx.t("cry-title"));
        soft(ui, cx, &cx.tw("cry-line", &[("day", cx.day(cry.day).into())]));
    });
}

fn circumstances_ui(ui: &mut Ui, cx: &Cx<'_>, cry: &mut Cry) {
    question(ui, cx, &cx.t("cry-how-much"));
    let all = Tears::ALL.into_iter().filter(|tears| *tears != Tears::None);
    one_of(ui, cx, "cry-tears", all.map(|tears| (tears, cx.tears(tears))), &mut cry.tears);
    question(ui, cx, &cx.t("cry-kinds"));
    some_of(ui, cx, "cry-kinds", TearKind::ALL.map(|kind| (kind, cx.tear_kind(kind))), &mut cry.kinds);
    question(ui, cx, &cx.t("cry-company"));
    one_of(ui, cx, "cry-company", Company::ALL.map(|company| (company, cx.company(company))), &mut cry.company);
    question(ui, cx, &cx.t("cry-reason"));
    one_of(ui, cx, "cry-reason", Reason::ALL.map(|reason| (reason, cx.reason(reason))), &mut cry.reason);
    question(ui, cx, &cx.t("cry-how-long"));
    let shown = cry.minutes.map_or_else(|| cx.t("cry-not-said"), |minutes| cx.length(minutes));
    let steps = stepper(ui, cx, "cry-minutes", &cx.t("cry-how-long"), &shown, 560.0);
    cry.minutes = longer(cry.minutes, steps);
}

/// The day, for tears that belong to no evening. On another day the time they were logged at says nothing.
fn day_ui(ui: &mut Ui, cx: &Cx<'_>, cry: &mut Cry) {
    question(ui, cx, &cx.t("cry-day"));
    let steps = stepper(ui, cx, "cry-day", &cx.t("cry-day"), &cx.day(cry.day), 760.0);
    let latest = cx.model.today(cx.now).max(cry.day);
    let day = cry.day.checked_add_signed(TimeDelta::days(i64::from(steps))).unwrap_or(cry.day).min(latest);
    if day != cry.day {
        cry.day = day;
        cry.at = None;
    }
}

/// Where in the film, for tears that belong to an evening.
fn film_ui(ui: &mut Ui, cx: &Cx<'_>, evening: &Evening, cry: &mut Cry) {
    let items = &evening.plan.items;
    if items.len() > 1 {
        item_ui(ui, cx, items, cry);
    }
    question(ui, cx, &cx.t("cry-in-film"));
    let runtime =
        items.iter().find(|item| Some(item.key) == cry.item).or(items.first()).and_then(|item| item.runtime_min);
    let known = cry.film_secs.map(|secs| secs / 60);
    let mut minute = known;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP, size::GAP);
        let shown = minute_words(cx, cry.film_secs);
        minute = later(known, stepper(ui, cx, "cry-minute", &cx.t("cry-minute"), &shown, 480.0), runtime);
        if chip(ui, cx, "cry-no-minute", &cx.t("cry-no-minute-choice"), known.is_none()) {
            minute = if known.is_some() { None } else { later(None, 1, runtime) };
        }
    });
    if minute != known {
        cry.film_secs = minute.map(|minute| minute.saturating_mul(60));
        if minute.is_some() && cry.item.is_none() {
            cry.item = items.first().map(|item| item.key);
        }
    }
}

/// Which of several items; before the first there is "not said".
fn item_ui(ui: &mut Ui, cx: &Cx<'_>, items: &[Item], cry: &mut Cry) {
    question(ui, cx, &cx.t("cry-item"));
    let at = items.iter().position(|item| Some(item.key) == cry.item);
    let shown = at.map_or_else(|| cx.t("cry-not-said"), |at| cx.item_name(&items[at]));
    let steps = stepper(ui, cx, "cry-item", &cx.t("cry-item"), &shown, 760.0);
    if steps == 0 {
        return;
    }
    let from = at.map_or(-1, |at| i64::try_from(at).unwrap_or(0));
    let to = usize::try_from(from + i64::from(steps)).ok().map(|at| at.min(items.len() - 1));
    cry.item = to.map(|at| items[at].key);
    if to != at {
        let longest = to.and_then(|at| items[at].runtime_min).map(|minutes| minutes.saturating_mul(60));
        cry.film_secs = cry.film_secs.filter(|secs| to.is_some() && longest.is_none_or(|longest| *secs <= longest));
    }
}

/// The minute of the film, in words.
pub(crate) fn minute_words(cx: &Cx<'_>, film_secs: Option<u32>) -> String {
    match film_secs {
        Some(secs) => cx.tw("cry-at-minute", &[("minute", (secs / 60).into())]),
        None => cx.t("cry-no-minute"),
    }
}

fn end_ui(ui: &mut Ui, cx: &Cx<'_>) -> Option<Left> {
    ui.add_space(14.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        // The focus starts at the top, so that the page does too.
        let done = button(ui, cx, "cry-done", &cx.t("done"), Look::Amber);
        let slip = button(ui, cx, "cry-slip", &cx.t("cry-slip"), Look::Quiet);
        if done {
            Some(Left::Done)
        } else if slip {
            Some(Left::Slip)
        } else {
            None
        }
    })
    .inner
}

/// What the answers under it are to, a little apart from what is above.
pub(crate) fn question(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    ui.add_space(8.0);
    section(ui, cx, words);
}

/// A question with one answer; the same answer again takes it back.
pub(crate) fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    all: impl IntoIterator<Item = (T, String)>,
    answer: &mut Option<T>,
) {
    let (values, words): (Vec<T>, Vec<String>) = all.into_iter().unzip();
    let pressed = choice_chips(ui, cx, key, words.into_iter().enumerate(), |at| *answer == Some(values[at]));
    take_one(answer, pressed.map(|at| values[at]));
}

/// Takes an answer that was pressed; the same one again takes it back.
pub(crate) fn take_one<T: Copy + PartialEq>(answer: &mut Option<T>, pressed: Option<T>) {
    if pressed.is_some() {
        *answer = pressed.filter(|_| *answer != pressed);
    }
}

/// A question with several answers; each again takes itself back.
pub(crate) fn some_of<T: Copy + Ord>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    all: impl IntoIterator<Item = (T, String)>,
    answers: &mut Vec<T>,
) {
    let (values, words): (Vec<T>, Vec<String>) = all.into_iter().unzip();
    let pressed = choice_chips(ui, cx, key, words.into_iter().enumerate(), |at| answers.contains(&values[at]));
    take_some(answers, pressed.map(|at| values[at]));
}

/// Takes one of several answers; each again takes itself back.
pub(crate) fn take_some<T: Copy + Ord>(answers: &mut Vec<T>, pressed: Option<T>) {
    let Some(value) = pressed else { return };
    if answers.contains(&value) {
        answers.retain(|answer| *answer != value);
    } else {
        answers.push(value);
        answers.sort_unstable();
    }
}

/// How long, by so many steps; before the first there is "not said".
fn longer(minutes: Option<u32>, steps: i32) -> Option<u32> {
    let mut minutes = minutes;
    for _ in 0..steps.unsigned_abs() {
        minutes = if steps > 0 {
            MINUTES.into_iter().find(|next| minutes.is_none_or(|now| *next > now)).or(minutes)
        } else {
            MINUTES.into_iter().rev().find(|next| minutes.is_some_and(|now| *next < now))
        };
    }
    minutes
}

/// A minute of the film, by so many minutes. An open one begins in the middle; before the first it is open again.
pub(super) fn later(minute: Option<u32>, steps: i32, runtime: Option<u32>) -> Option<u32> {
    let Some(minute) = minute else {
        return (steps > 0).then(|| runtime.map_or(45, |runtime| runtime / 2));
    };
    let last = runtime.unwrap_or(LAST_MINUTE).max(minute);
    u32::try_from(i64::from(minute) + i64::from(steps)).ok().map(|minute| minute.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_goes_through_its_steps_and_can_be_left_open_again() {
        assert_eq!(longer(None, 1), Some(1));
        assert_eq!(longer(Some(1), -1), None);
        assert_eq!(longer(None, -1), None);
        assert_eq!(longer(Some(5), 2), Some(10));
        assert_eq!(longer(Some(90), 1), Some(90));
        assert_eq!((longer(Some(12), 1), longer(Some(12), -1)), (Some(15), Some(10)), "imported");
        assert_eq!((longer(Some(200), 1), longer(Some(200), -1)), (Some(200), Some(90)));
        assert_eq!(longer(Some(12), 0), Some(12));
    }

    #[test]
    fn a_minute_begins_in_the_middle_and_ends_with_the_film() {
        assert_eq!(later(None, 1, Some(93)), Some(46));
        assert_eq!(later(None, 1, None), Some(45));
        assert_eq!(later(None, -1, Some(93)), None);
        assert_eq!(later(Some(92), 5, Some(93)), Some(93));
        assert_eq!(later(Some(0), -1, Some(93)), None);
        assert_eq!(later(Some(120), 0, Some(93)), Some(120), "what is kept is not changed by looking at it");
    }
}
