//! The pages on which one part of the plan is changed.

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::evening::plan::{AFTERCARE, BreakMark, Breaks, EveningPlan, Place};
use crate::evening::timeline::collision;
use crate::journal::day::{Month, lived_day_of, moment_of};
use crate::text::key;

use super::calendar_ui::{MOST_DAYS_AHEAD, kept_for};
use super::cx::Cx;
use super::items_ui::{ItemsView, items_ui};
use super::widgets::{
    Look, PickerDays, button, centred_column, check_row, chip, day_picker, paragraph, soft, stepper, text_area,
    text_line, title,
};

/// What is half typed on these pages.
#[derive(Clone, Debug, Default)]
pub struct PlanView {
    items: ItemsView,
    own_care: String,
    /// The month of which the days are shown.
    month: Option<Month>,
}

/// The page that changes one part of the plan.
pub fn plan_page_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut PlanView, page: Page) {
    let mut plan = cx.model.tonight.plan.clone();
    centred_column(ui, 1180.0, |ui| {
        let heading = match page {
            Page::Items => key("items-title"),
            Page::Start => key("start-title"),
            Page::Breaks => key("breaks-title"),
            Page::Aftercare => key("aftercare-plan-title"),
            Page::Bedtime => key("bedtime-title"),
            Page::Place => key("place-title"),
            _ => key("intention-title"),
        };
        title(ui, cx, &cx.t(heading));
        match page {
            Page::Items => items_ui(ui, cx, &mut view.items, &mut plan),
            Page::Start => start_ui(ui, cx, view),
            Page::Breaks => breaks_ui(ui, cx, &mut plan),
            Page::Aftercare => aftercare_ui(ui, cx, &mut view.own_care, &mut plan),
            Page::Bedtime => bedtime_ui(ui, cx, &mut plan),
            Page::Place => place_ui(ui, cx, &mut plan),
            _ => intention_ui(ui, cx, &mut plan),
        }
        ui.add_space(20.0);
        let keeps = page == Page::Start && cx.model.tonight.when.is_some() && cx.model.tonight.id.is_none();
        if keeps && button(ui, cx, "keep-then", &cx.t("start-keep"), Look::Amber) {
            cx.ask(Command::KeepPlan);
        }
        // Where the first control is a field to write in, the focus begins here: a remote has no letters.
        let look = match page {
            Page::Items | Page::Intention => Look::Primary,
            _ if keeps => Look::Plain,
            _ => Look::Amber,
        };
        if button(ui, cx, "done", &cx.t("done"), look) {
            if page == Page::Aftercare {
                add_own_word(&mut view.own_care, &mut plan.aftercare);
            }
            cx.ask(Command::Back);
        }
    });
    if plan != cx.model.tonight.plan {
        cx.ask(Command::SetPlan(plan));
    }
}

/// Now, or a day and a time. A time before the day's start belongs to the night of the day that is shown.
fn start_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut PlanView) {
    let hour = cx.model.settings.day_starts_hour;
    let today = cx.model.today(cx.now);
    let when = cx.model.tonight.when;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
        if chip(ui, cx, "now", &cx.t("start-now-choice"), when.is_none()) && when.is_some() {
            cx.ask(Command::SetWhen(None));
        }
        if chip(ui, cx, "at", &cx.t("start-at-choice"), when.is_some()) && when.is_none() {
            cx.ask(Command::SetWhen(Some(cx.model.next_half_past_eight(cx.now))));
        }
    });
    let Some(when) = when else { return };
    ui.add_space(10.0);
    let lived = lived_day_of(when, hour);
    let last = today.checked_add_days(Days::new(MOST_DAYS_AHEAD)).unwrap_or(today);
    let days = PickerDays { chosen: Some(lived), today, kept: &|day| kept_for(cx, day), range: (today, last) };
    let quarters = stepper(ui, cx, "start-time", &cx.t("start-time"), &cx.time(when.time()), 664.0);
    let month = view.month.get_or_insert(Month::of(lived));
    let day = day_picker(ui, cx, "start-day", month, &days);
    if day.is_some() || quarters != 0 {
        let moved = day.map_or(when, |day| moment_of(day, when.time(), hour));
        let moved = moved + TimeDelta::minutes(15 * i64::from(quarters));
        let earliest = moment_of(today, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default(), hour);
        let latest = moment_of(last, NaiveTime::from_hms_opt(23, 45, 0).unwrap_or_default(), hour);
        cx.ask(Command::SetWhen(Some(moved.clamp(earliest, latest))));
    }
    if when < cx.now.wall.naive_local() {
        soft(ui, cx, &cx.t("start-past"));
    }
    collision_ui(ui, cx, when);
    kept_plan_ui(ui, cx);
}

/// Another evening that is kept for the same hours is said; both may stay.
fn collision_ui(ui: &mut Ui, cx: &Cx<'_>, when: NaiveDateTime) {
    let tonight = &cx.model.tonight;
    let others = cx.model.journal.open_plans().filter(|plan| Some(plan.id) != tonight.id);
    let Some((other, from, until)) = collision(&tonight.plan, when, others) else { return };
    let values = [
        ("name", cx.evening_name(&other.plan).into()),
        ("from", cx.time(from.time()).into()),
        ("until", cx.time(until.time()).into()),
    ];
    soft(ui, cx, &cx.tw("start-collides", &values));
}

/// What can be done with an evening that is kept already.
fn kept_plan_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let kept = cx.model.tonight.id.and_then(|id| cx.model.journal.plans.get(id));
    let Some((id, weekly)) = kept.map(|plan| (plan.id, plan.weekly)) else { return };
    if check_row(ui, cx, "weekly", &cx.t("start-weekly"), weekly) {
        cx.ask(Command::SetWeekly(!weekly));
    }
    if weekly {
        soft(ui, cx, &cx.t("start-weekly-line"));
    }
    if button(ui, cx, "copy-plan", &cx.t("start-copy"), Look::Small) {
        cx.ask(Command::CopyPlan(id));
    }
}

fn breaks_ui(ui: &mut Ui, cx: &mut Cx<'_>, plan: &mut EveningPlan) {
    paragraph(ui, cx, &cx.t("breaks-any-time"));
    let kinds = [
        (key("breaks-none"), Breaks::None),
        (key("breaks-between"), Breaks::BetweenItems),
        (key("breaks-every-some"), Breaks::Every(45)),
        (key("breaks-at-some"), Breaks::AtMarks(Vec::new())),
    ];
    ui.horizontal_wrapped(|ui| {
        for (words, kind) in kinds {
            let same = std::mem::discriminant(&kind) == std::mem::discriminant(&plan.breaks);
            if chip(ui, cx, ("breaks", words), &cx.t(words), same) && !same {
                plan.breaks = match kind {
                    Breaks::AtMarks(_) => Breaks::AtMarks(halfway(plan).into_iter().collect()),
                    kind => kind,
                };
            }
        }
    });
    ui.add_space(10.0);
    match &mut plan.breaks {
        Breaks::None | Breaks::BetweenItems => {}
        Breaks::Every(minutes) => {
            let shown = cx.length(*minutes);
            let steps = stepper(ui, cx, "every", &cx.t("breaks-every-name"), &shown, 760.0);
            *minutes = u32::try_from(i64::from(*minutes) + 5 * i64::from(steps)).unwrap_or(10).clamp(10, 240);
        }
        Breaks::AtMarks(marks) => {
            let items: Vec<_> =
                plan.items.iter().map(|item| (item.key, cx.item_name(item), item.runtime_min)).collect();
            marks_ui(ui, cx, marks, &items);
        }
    }
}

fn halfway(plan: &EveningPlan) -> Option<BreakMark> {
    let item = plan.items.first()?;
    Some(BreakMark { item: item.key, film_min: item.runtime_min.map_or(45, |minutes| minutes / 2).max(1) })
}

fn marks_ui(ui: &mut Ui, cx: &Cx<'_>, marks: &mut Vec<BreakMark>, items: &[(u32, String, Option<u32>)]) {
    let mut remove = None;
    for (index, mark) in marks.iter_mut().enumerate() {
        ui.horizontal_wrapped(|ui| {
            let at = items.iter().position(|(key, ..)| *key == mark.item).unwrap_or(0);
            if items.len() > 1 {
                let name = items.get(at).map(|(_, name, _)| name.clone()).unwrap_or_default();
                let steps = stepper(ui, cx, ("mark-item", index), &cx.t("breaks-in-item"), &name, 520.0);
                let at = i64::try_from(at).unwrap_or(0) + i64::from(steps);
                let at = usize::try_from(at).unwrap_or(0).min(items.len() - 1);
                mark.item = items[at].0;
            }
            let shown = cx.tw("breaks-at-minute", &[("minute", mark.film_min.into())]);
            let steps = stepper(ui, cx, ("mark-minute", index), &cx.t("breaks-mark-name"), &shown, 420.0);
            let last = items.get(at).and_then(|(_, _, runtime)| *runtime).map_or(600, |runtime| runtime.max(2) - 1);
            let minute = i64::from(mark.film_min) + i64::from(steps);
            mark.film_min = u32::try_from(minute).unwrap_or(1).clamp(1, last);
            if button(ui, cx, ("mark-remove", index), &cx.t("remove"), Look::Quiet) {
                remove = Some(index);
            }
        });
    }
    if let Some(index) = remove {
        marks.remove(index);
    }
    if marks.len() < 12 && button(ui, cx, "mark-add", &cx.t("breaks-add-mark"), Look::Plain) {
        let item = items.first().map_or(0, |(key, ..)| *key);
        let after = marks.iter().filter(|mark| mark.item == item).map(|mark| mark.film_min).max().unwrap_or(15);
        marks.push(BreakMark { item, film_min: after + 30 });
    }
}

fn aftercare_ui(ui: &mut Ui, cx: &Cx<'_>, own: &mut String, plan: &mut EveningPlan) {
    paragraph(ui, cx, &cx.t("aftercare-plan-line"));
    let mut pressed = None;
    for word in AFTERCARE {
        let chosen = plan.aftercare.iter().any(|known| known == word);
        if check_row(ui, cx, ("care", word), &cx.known_word(word), chosen) {
            pressed = Some(word.to_owned());
        }
    }
    for (index, word) in plan.aftercare.iter().enumerate() {
        let own_word = !AFTERCARE.contains(&word.as_str());
        if own_word && check_row(ui, cx, ("own-care", index), &cx.known_word(word), true) {
            pressed = Some(word.clone());
        }
    }
    if let Some(word) = pressed {
        match plan.aftercare.iter().position(|known| *known == word) {
            Some(index) => {
                plan.aftercare.remove(index);
            }
            None => plan.aftercare.push(word),
        }
    }
    own_word_ui(ui, cx, "own-care", &cx.t("aftercare-own"), own, &mut plan.aftercare);
}

/// A line for a word of one's own, and a button that adds it to a list.
pub fn own_word_ui(ui: &mut Ui, cx: &Cx<'_>, id: &str, hint: &str, own: &mut String, list: &mut Vec<String>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
        let entered = text_line(ui, cx, (id, "line"), hint, own, hint, 620.0).submitted;
        let added = button(ui, cx, (id, "add"), &cx.t("add"), Look::Small);
        if entered || added {
            add_own_word(own, list);
        }
    });
}

/// Adds the word that was typed, if there is one.
pub fn add_own_word(own: &mut String, list: &mut Vec<String>) {
    let word = own.trim();
    if !word.is_empty() && !list.iter().any(|known| known == word) {
        list.push(word.to_owned());
    }
    own.clear();
}

fn bedtime_ui(ui: &mut Ui, cx: &Cx<'_>, plan: &mut EveningPlan) {
    paragraph(ui, cx, &cx.t("bedtime-line"));
    if chip(ui, cx, "no-bedtime", &cx.t("bedtime-none-choice"), plan.bedtime.is_none()) {
        plan.bedtime = match plan.bedtime {
            Some(_) => None,
            None => NaiveTime::from_hms_opt(23, 30, 0),
        };
    }
    let Some(bedtime) = plan.bedtime else { return };
    let steps = stepper(ui, cx, "bedtime", &cx.t("bedtime-name"), &cx.time(bedtime), 760.0);
    plan.bedtime = Some(moved_by_quarters(bedtime, steps));
}

/// By so many quarters of an hour, around midnight too.
#[must_use]
pub fn moved_by_quarters(time: NaiveTime, steps: i32) -> NaiveTime {
    let quarters = i64::from(time.num_seconds_from_midnight() / 900) + i64::from(steps);
    let seconds = u32::try_from(quarters.rem_euclid(96) * 900).unwrap_or(0);
    if steps == 0 { time } else { NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(time) }
}

fn place_ui(ui: &mut Ui, cx: &mut Cx<'_>, plan: &mut EveningPlan) {
    paragraph(ui, cx, &cx.t("place-line"));
    for place in [Place::AnotherScreen, Place::ThisScreen, Place::Elsewhere] {
        let about = cx.t(match place {
            Place::ThisScreen => key("place-this-about"),
            Place::AnotherScreen => key("place-another-about"),
            Place::Elsewhere => key("place-elsewhere-about"),
        });
        if check_row(ui, cx, ("place", place), &cx.place(Some(place)), plan.place == Some(place)) {
            plan.place = Some(place);
        }
        ui.indent(("place-about", place), |ui| soft(ui, cx, &about));
    }
}

fn intention_ui(ui: &mut Ui, cx: &Cx<'_>, plan: &mut EveningPlan) {
    paragraph(ui, cx, &cx.t("intention-line"));
    text_area(ui, cx, "intention", &cx.t("intention-name"), &mut plan.intention, &cx.t("intention-hint"), 3);
}

/// Whether a page belongs to the plan.
#[must_use]
pub fn is_plan_page(page: Page) -> bool {
    matches!(
        page,
        Page::Items | Page::Start | Page::Breaks | Page::Aftercare | Page::Bedtime | Page::Place | Page::Intention
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bedtime_goes_around_midnight_in_quarters() {
        let time = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time");
        assert_eq!(moved_by_quarters(time(23, 45), 1), time(0, 0));
        assert_eq!(moved_by_quarters(time(0, 0), -1), time(23, 45));
        assert_eq!(moved_by_quarters(time(22, 50), 1), time(23, 0));
        assert_eq!(moved_by_quarters(time(22, 50), 0), time(22, 50));
    }
}
