//! A month to choose a day from, by mouse, arrows or screen reader.

use std::fmt::Debug;
use std::hash::Hash;

use chrono::{Datelike, Days, NaiveDate};
use egui::{Align2, Color32, CornerRadius, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::journal::day::Month;
use crate::ui::cx::Cx;
use crate::ui::focus::{self, Takes};
use crate::ui::fonts;
use crate::ui::theme::size;

use super::button::{place, pressed_or_hovered};
use super::layout::paint_ground;
use super::ring::paint_ring;
use super::stepper::stepper;

/// How large a day is.
const DAY: egui::Vec2 = vec2(88.0, 62.0);

/// Between two days.
const GAP: f32 = 8.0;

/// What a month shows of its days.
pub struct PickerDays<'a> {
    /// The one that is chosen.
    pub chosen: Option<NaiveDate>,
    /// Today.
    pub today: NaiveDate,
    /// How many evenings are kept for a day.
    pub kept: &'a dyn Fn(NaiveDate) -> usize,
    /// The first and the last day that can be chosen.
    pub range: (NaiveDate, NaiveDate),
}

/// A month of days, and steps to the months beside it. Says which day was pressed.
pub fn day_picker(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: impl Hash + Debug + Copy,
    month: &mut Month,
    days: &PickerDays<'_>,
) -> Option<NaiveDate> {
    let width = 7.0 * DAY.x + 6.0 * GAP;
    let shown = cx.month_and_year(month.first_day());
    let steps = stepper(ui, cx, (key, "month"), &cx.t("calendar-month"), &shown, width);
    let (first, last) = (Month::of(days.range.0), Month::of(days.range.1));
    for _ in 0..steps.unsigned_abs() {
        let next = if steps > 0 { month.after() } else { month.before() };
        *month = if (first..=last).contains(&next) { next } else { *month };
    }
    let start = month.first_day();
    let lead = u64::from(start.weekday().num_days_from_monday());
    let monday = start.checked_sub_days(Days::new(lead)).unwrap_or(start);
    let mut pressed = None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        ui.horizontal(|ui| {
            for day in 1..=7_u32 {
                let words = cx.tw("weekday-short", &[("n", day.into())]);
                let (rect, _) = ui.allocate_exact_size(vec2(DAY.x, 34.0), egui::Sense::hover());
                let ink = cx.theme.soft;
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, words, fonts::body(size::SMALL), ink);
            }
        });
        for week in 0..6_u64 {
            let of_week = |day: u64| monday.checked_add_days(Days::new(7 * week + day));
            if of_week(0).is_none_or(|day| Month::of(day) > *month) {
                break;
            }
            ui.horizontal(|ui| {
                for day in (0..7).filter_map(of_week) {
                    if Month::of(day) == *month {
                        if day_ui(ui, cx, (key, day), day, days) {
                            pressed = Some(day);
                        }
                    } else {
                        ui.allocate_exact_size(DAY, egui::Sense::hover());
                    }
                }
            });
        }
    });
    pressed
}

fn day_ui(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, day: NaiveDate, days: &PickerDays<'_>) -> bool {
    let theme = cx.theme;
    let (from, to) = days.range;
    let (is_open, is_chosen) = ((from..=to).contains(&day), days.chosen == Some(day));
    let kept = (days.kept)(day);
    let (rect, response) = place(ui, key, DAY);
    let name = if kept > 0 {
        cx.tw("calendar-day-marked", &[("n", kept.into()), ("day", cx.day(day).into())])
    } else {
        cx.day(day)
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, is_open, is_chosen, &name));
    let ground = if is_chosen { theme.rain } else { theme.card };
    let ink = match (is_chosen, is_open) {
        (true, _) => theme.on_rain,
        (false, true) => theme.text,
        (false, false) => theme.faint,
    };
    if is_open || is_chosen {
        let fill = if is_open { pressed_or_hovered(theme, ground, &response) } else { ground };
        paint_ground(ui, theme, rect, 16, fill);
    }
    if day == days.today {
        let line = Stroke::new(2.0, if is_chosen { theme.on_rain } else { theme.soft });
        ui.painter().rect_stroke(rect.shrink(3.0), CornerRadius::same(13), line, StrokeKind::Inside);
    }
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, day.day().to_string(), fonts::body(28.0), ink);
    if kept > 0 {
        paint_drop(ui, rect.center_bottom() - vec2(0.0, 11.0), if is_chosen { theme.on_rain } else { theme.accent });
    }
    if is_open {
        focus::register(ui, &response, Takes::default());
        if response.has_focus() {
            paint_ring(ui, theme, rect, 16);
        }
    }
    is_open && response.clicked()
}

/// A small mark under a day for which something is kept.
fn paint_drop(ui: &Ui, at: egui::Pos2, ink: Color32) {
    ui.painter().circle_filled(at, 4.5, ink);
}
