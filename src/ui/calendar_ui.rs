//! The evenings that are kept, day by day.

use chrono::{Days, NaiveDate};
use egui::Ui;

use crate::app::command::Command;
use crate::app::model::half_past_eight;
use crate::app::nav::{Page, Room};
use crate::journal::day::{Month, lived_day_of, moment_of};
use crate::journal::entry::Plan;

use super::cx::Cx;
use super::focus::Focus;
use super::journal_ui::with_mark;
use super::version_words::mark_of;
use super::widgets::{Look, PickerDays, button, centred_column, day_picker, heading, row_button, soft, title};

/// How far ahead an evening can be kept, in days.
pub(super) const MOST_DAYS_AHEAD: u64 = 366;

/// The month and the day that are shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct CalendarView {
    month: Option<Month>,
    day: Option<NaiveDate>,
}

/// The day an evening is kept for, as it is lived: after midnight it is still the day before.
fn day_of(cx: &Cx<'_>, plan: &Plan) -> Option<NaiveDate> {
    plan.when.map(|when| lived_day_of(when, cx.model.settings.day_starts_hour))
}

/// How many evenings are kept for a day.
pub(super) fn kept_for(cx: &Cx<'_>, day: NaiveDate) -> usize {
    cx.model.journal.open_plans().filter(|plan| day_of(cx, plan) == Some(day)).count()
}

/// The page of kept evenings.
pub fn calendar_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut CalendarView) {
    let today = cx.model.today(cx.now);
    let next = cx.model.journal.open_plans().filter_map(|plan| day_of(cx, plan)).filter(|day| *day >= today);
    let first_kept = next.min().unwrap_or(today);
    let day = view.day.unwrap_or(first_kept);
    let mut month = view.month.unwrap_or(Month::of(day));
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("calendar-title"));
        let oldest = cx.model.journal.open_plans().filter_map(|plan| day_of(cx, plan)).min().unwrap_or(today);
        let last = today.checked_add_days(Days::new(MOST_DAYS_AHEAD)).unwrap_or(today);
        let days =
            PickerDays { chosen: Some(day), today, kept: &|day| kept_for(cx, day), range: (oldest.min(today), last) };
        if let Some(pressed) = day_picker(ui, cx, "calendar", &mut month, &days) {
            view.day = Some(pressed);
        }
        day_ui(ui, cx, day, today);
    });
    view.month = Some(month);
}

fn day_ui(ui: &mut Ui, cx: &mut Cx<'_>, day: NaiveDate, today: NaiveDate) {
    let mut kept: Vec<&Plan> = cx.model.journal.open_plans().filter(|plan| day_of(cx, plan) == Some(day)).collect();
    kept.sort_by_key(|plan| (plan.when, plan.id));
    ui.add_space(10.0);
    heading(ui, cx, &cx.day(day));
    if kept.is_empty() {
        soft(ui, cx, &cx.tw("calendar-nothing", &[("day", cx.day(day).into())]));
    }
    for plan in kept {
        if row_button(ui, cx, ("calendar-plan", plan.id), &cx.evening_name(&plan.plan), &kept_words(cx, plan)) {
            ui.ctx().with_plugin(|focus: &mut Focus| focus.start_anew());
            cx.ask(Command::TakePlan(plan.id));
            cx.ask(Command::Enter(Room::Tonight));
        }
    }
    if day < today {
        soft(ui, cx, &cx.t("calendar-past"));
    } else if button(ui, cx, "calendar-new", &cx.t("calendar-plan"), Look::Plain) {
        ui.ctx().with_plugin(|focus: &mut Focus| focus.start_anew());
        if cx.model.tonight.id.is_some() {
            cx.ask(Command::NewPlan);
        }
        // What is typed already, and not kept yet, is what is planned for that day.
        cx.ask(Command::SetWhen(Some(moment_of(day, half_past_eight(), cx.model.settings.day_starts_hour))));
        cx.ask(Command::Enter(Room::Tonight));
        cx.ask(Command::Open(Page::Start));
    }
}

/// When a kept evening is, whether that has passed, and whether it comes every week.
pub(super) fn kept_words(cx: &Cx<'_>, plan: &Plan) -> String {
    let when = plan.when.map(|when| cx.day_and_time(when)).unwrap_or_default();
    let past = plan.when.is_some_and(|when| when < cx.now.wall.naive_local());
    let when = if past { cx.tw("kept-past", &[("when", when.into())]) } else { when };
    let weekly = plan.weekly.then(|| cx.t("kept-weekly"));
    with_mark(with_mark(when, weekly), mark_of(cx, &cx.model.journal.plans, plan.id))
}
