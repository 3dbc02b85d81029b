//! A break: breathe, stretch, walk, sip, or just sit. Nothing ends it but the person.

use egui::{Align, Align2, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::breathing::look::drift;
use crate::evening::pause::{Pause, Then};
use crate::evening::run::{Run, Step};
use crate::evening::stretch::Stretch;
use crate::journal::entry::{BreakKind, Helped};

use super::breath_choices_ui::breath_choices_ui;
use super::breath_ui::breath_ui;
use super::cx::Cx;
use super::figure::{paint_figure, paint_glass};
use super::fonts;
use super::theme::size;
use super::watching_ui::text;
use super::widgets::{Look, Size, button, centred_column, centred_text, chip, heading, label, paragraph, soft, title};
use super::words::key;

/// What is shown in a break, on this computer alone.
#[derive(Clone, Debug, Default)]
pub struct BreakView {
    /// Which of the stretches.
    stretch: usize,
}

/// How far the middle of the screen wanders, so that nothing burns in, in points.
const WANDERS: (f32, f32) = (22.0, 14.0);

/// The same part of the screen, where it has wandered to by now. With reduced motion it stays.
pub(super) fn drifted(cx: &Cx<'_>, rect: Rect) -> Rect {
    if cx.model.settings.reduced_motion {
        return rect;
    }
    let (across, up) = drift(cx.now.mono);
    rect.translate(vec2(across * WANDERS.0, up * WANDERS.1))
}

/// The break screen.
pub fn break_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut BreakView, run: &Run, pause: &Pause, rect: Rect) {
    let rect = drifted(cx, rect);
    match (pause.kind, &cx.model.pace) {
        (BreakKind::Breathe, Some(pace)) => breath_ui(ui, cx, pace, rect),
        (BreakKind::Breathe | BreakKind::Sit, _) => sit_ui(ui, cx, rect),
        (BreakKind::Stretch, _) => stretch_ui(ui, cx, view, rect),
        (BreakKind::Walk, _) => walk_ui(ui, cx, rect),
        (BreakKind::Sip, _) => sip_ui(ui, cx, rect),
    }
    let waits = cx.t(match pause.then {
        Then::After => "break-evening-waits",
        Then::FilmWaits if run.next().is_some() => "break-next-waits",
        Then::FilmGoesOn | Then::FilmWaits => "break-film-waits",
    });
    let foot = pos2(rect.center().x, rect.bottom() - 42.0);
    text(ui, foot, Align2::CENTER_CENTER, &waits, fonts::body(size::SMALL), cx.theme.faint);

    let third = rect.width() / 3.0;
    let left = Rect::from_min_max(rect.min, pos2(rect.left() + third, rect.bottom()));
    let layout = Layout::bottom_up(Align::Min);
    kinds_ui(&mut ui.new_child(UiBuilder::new().max_rect(left).layout(layout)), cx, pause);
    let right = Rect::from_min_max(pos2(rect.right() - third, rect.top()), rect.max);
    let layout = Layout::bottom_up(Align::Max);
    leave_ui(&mut ui.new_child(UiBuilder::new().max_rect(right).layout(layout)), cx, pause);
}

/// What can be done: one below the other, so that each is one press away.
fn kinds_ui(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Pause) {
    ui.spacing_mut().item_spacing = vec2(12.0, 12.0);
    for kind in BreakKind::ALL.into_iter().rev() {
        if chip(ui, cx, ("break-kind", kind), &cx.break_kind(kind), pause.kind == kind) {
            cx.ask(Command::Step(Step::DoInBreak(kind)));
        }
    }
}

/// The way back, and above it what may be said or changed and need not be.
fn leave_ui(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Pause) {
    ui.spacing_mut().item_spacing = vec2(12.0, 20.0);
    let back = cx.t(if pause.then == Then::FilmGoesOn { "break-back" } else { "break-on" });
    if button(ui, cx, "end-break", &back, Look::Primary) {
        cx.ask(Command::Step(Step::EndBreak));
    }
    ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
        for helped in Helped::ALL.into_iter().rev() {
            if chip(ui, cx, ("helped", helped), &cx.helped(helped), pause.helped == Some(helped)) {
                cx.ask(Command::Step(Step::BreakHelped(helped)));
            }
        }
    });
    if button(ui, cx, "break-choices", &cx.t("break-choices"), Look::Quiet) {
        cx.ask(Command::Menu(true));
    }
}

/// How to breathe, chosen in a break.
pub fn break_choices_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("break-choices"));
        if button(ui, cx, "choices-done", &cx.t("done"), Look::Primary) {
            cx.ask(Command::Menu(false));
        }
        breath_choices_ui(ui, cx, true);
    });
}

/// The part of the screen above everything that can be pressed.
fn above(rect: Rect, share: f32) -> Rect {
    let top = rect.top() + rect.height() * share;
    Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), rect.bottom() - 180.0))
}

fn sit_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(above(rect, 0.30)));
    child.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 22.0;
        if let Some(pace) = &cx.model.pace_ended {
            let words = cx.tw("break-pace-ended", &[("n", pace.breaths.unwrap_or(0).into())]);
            centred_text(ui, cx, &words, Size::Body);
        }
        title(ui, cx, &cx.t("sit-title"));
        centred_text(ui, cx, &cx.t("sit-line"), Size::Body);
    });
}

fn sip_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let side = (rect.height() * 0.34).min(340.0);
    let square = Rect::from_center_size(pos2(rect.center().x, rect.top() + rect.height() * 0.24), vec2(side, side));
    paint_glass(ui, cx.theme, square);
    let mut child = ui.new_child(UiBuilder::new().max_rect(above(rect, 0.45)));
    child.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 22.0;
        title(ui, cx, &cx.t("sip-title"));
        centred_text(ui, cx, &cx.t("sip-line"), Size::Body);
    });
}

const WALK: [&str; 3] = [key("walk-room"), key("walk-water"), key("walk-window")];

fn walk_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(above(rect, 0.16)));
    centred_column(&mut child, 980.0, |ui| {
        ui.spacing_mut().item_spacing.y = 22.0;
        title(ui, cx, &cx.t("walk-title"));
        for line in WALK {
            label(ui, cx, &cx.t(line), Size::Body);
        }
        paragraph(ui, cx, &cx.t("walk-back"));
        soft(ui, cx, &cx.t("break-only-what-is-kind"));
    });
}

/// One stretch at a time, as large as there is room, and another on a press.
fn stretch_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut BreakView, rect: Rect) {
    let stretches: &[Stretch] = &cx.model.stretches;
    let Some(stretch) = stretches.get(view.stretch % stretches.len().max(1)) else { return };
    let side = (rect.height() * 0.50).min(rect.width() / 3.0);
    let square = Rect::from_center_size(pos2(rect.center().x, rect.top() + side / 2.0 - 0.05 * side), vec2(side, side));
    paint_figure(ui, cx.theme, stretch, square);
    let below = Rect::from_min_max(
        pos2(rect.left() + rect.width() * 0.17, rect.top() + side),
        pos2(rect.right() - rect.width() * 0.17, rect.bottom() - 70.0),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(below));
    child.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 16.0;
        let (name, how) = cx.stretch(&stretch.id);
        heading(ui, cx, &name);
        centred_text(ui, cx, &how, Size::Body);
        centred_text(ui, cx, &cx.t("break-only-what-is-kind"), Size::Small);
        if button(ui, cx, "next-stretch", &cx.t("stretch-next"), Look::Plain) {
            view.stretch = (view.stretch + 1) % stretches.len();
        }
    });
}
