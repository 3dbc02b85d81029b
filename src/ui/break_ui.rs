//! A break: breathe, stretch, walk, sip, or just sit. Nothing ends it but the person.

use egui::{Align, Align2, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::breathing::Pace;
use crate::breathing::look::drift;
use crate::care::guide::Occasion;
use crate::evening::pause::{Pause, Then};
use crate::evening::run::{Run, Step};
use crate::evening::stretch::Stretch;
use crate::journal::entry::{BreakKind, Helped};
use crate::text::key;

use super::breath_choices_ui::breath_choices_ui;
use super::breath_ui::{breath_itself_ui, breath_ui};
use super::cx::Cx;
use super::figure::{paint_figure, paint_glass};
use super::fonts;
use super::guide_ui::offer_ui;
use super::talk_ui::{talk_button_ui, talk_link_ui};
use super::theme::size;
use super::watching_ui::text;
use super::widgets::{
    Look, Size, button, centred_column, centred_row, centred_text, chip, heading, page, soft, title, unseen_title,
};

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
    if cx.model.is_still() {
        return rect;
    }
    let (across, up) = drift(cx.now.mono);
    rect.translate(vec2(across * WANDERS.0, up * WANDERS.1))
}

/// A screen narrower or lower than this, in points, has no room for everything at once.
const ROOMY: (f32, f32) = (1500.0, 760.0);

/// The break screen.
pub fn break_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut BreakView, run: &Run, pause: &Pause, rect: Rect) {
    let rect = drifted(cx, rect);
    if pace_of(cx, pause).is_some() || pause.kind == BreakKind::Stretch {
        // What is drawn largest is the breath, or the stretch.
        unseen_title(ui, &cx.break_kind(pause.kind));
    }
    if rect.width() < ROOMY.0 || rect.height() < ROOMY.1 {
        page(ui, "break", rect, |ui| narrow_ui(ui, cx, view, run, pause, rect));
        return;
    }
    if let Some(pace) = pace_of(cx, pause) {
        breath_ui(ui, cx, pace, Rect::from_min_max(rect.min, rect.max - vec2(0.0, 56.0)));
    } else {
        let share = if pause.kind == BreakKind::Sit { 0.30 } else { 0.0 };
        let top = rect.top() + rect.height() * share;
        let inside = rect.width() * 0.21;
        let middle = Rect::from_min_max(pos2(rect.left() + inside, top), pos2(rect.right() - inside, rect.bottom()));
        quiet_ui(&mut ui.new_child(UiBuilder::new().max_rect(middle)), cx, view, pause.kind, rect.height());
    }
    let foot = pos2(rect.center().x, rect.bottom() - 42.0);
    text(ui, foot, Align2::CENTER_CENTER, &waits(cx, run, pause), fonts::body(size::SMALL), cx.theme.faint);

    let left = Rect::from_min_max(rect.min, pos2(rect.left() + rect.width() * 0.25, rect.bottom()));
    let layout = Layout::bottom_up(Align::Min);
    kinds_ui(&mut ui.new_child(UiBuilder::new().max_rect(left).layout(layout)), cx, pause);
    let mut above = ui.new_child(UiBuilder::new().max_rect(left));
    missing_ui(&mut above, cx, run);
    offer_ui(&mut above, cx, Occasion::Break);
    let right = Rect::from_min_max(pos2(rect.right() - rect.width() * 0.40, rect.top()), rect.max);
    let layout = Layout::bottom_up(Align::Max);
    leave_ui(&mut ui.new_child(UiBuilder::new().max_rect(right).layout(layout)), cx, pause);
}

/// The pace, while the break breathes to one.
fn pace_of<'a>(cx: &Cx<'a>, pause: &Pause) -> Option<&'a Pace> {
    cx.model.pace.as_ref().filter(|_| pause.kind == BreakKind::Breathe)
}

/// What waits meanwhile.
fn waits(cx: &Cx<'_>, run: &Run, pause: &Pause) -> String {
    cx.t(match pause.then {
        Then::After => "break-evening-waits",
        Then::FilmWaits if run.next().is_some() => "break-next-waits",
        Then::FilmGoesOn | Then::FilmWaits => "break-film-waits",
    })
}

/// Everything one below the other: first what is being done, the way back and what else can be done, then the rest.
fn narrow_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut BreakView, run: &Run, pause: &Pause, rect: Rect) {
    /// Room for the way back, and for a row of chips under it.
    const WAY_BACK: f32 = 220.0;
    const TALLEST: f32 = 840.0;
    const CHIP_GAP: f32 = 14.0;
    if let Some(pace) = pace_of(cx, pause) {
        let tall = (rect.height() - WAY_BACK).clamp(200.0, TALLEST);
        let (_, room) = ui.allocate_space(vec2(ui.available_width(), tall));
        if let Some(phase) = pace.phase(cx.now.mono) {
            breath_itself_ui(ui, cx, &phase, room);
        }
    } else {
        quiet_ui(ui, cx, view, pause.kind, rect.height());
    }
    ui.vertical_centered(|ui| end_ui(ui, cx, pause));
    centred_row(ui, "break-kinds", CHIP_GAP, |ui| {
        for kind in BreakKind::ALL {
            kind_ui(ui, cx, pause, kind);
        }
    });
    centred_text(ui, cx, &waits(cx, run, pause), Size::Small);
    missing_ui(ui, cx, run);
    if let Some(pace) = pace_of(cx, pause) {
        centred_text(ui, cx, &cx.pattern_line(&pace.pattern), Size::Small);
        centred_text(ui, cx, &cx.t("breathe-easy"), Size::Small);
    }
    centred_text(ui, cx, &cx.t("break-helped"), Size::Small);
    centred_row(ui, "break-helped", CHIP_GAP, |ui| {
        for helped in Helped::ALL {
            helped_ui(ui, cx, pause, helped);
        }
    });
    ui.vertical_centered(|ui| choices_ui(ui, cx));
    offer_ui(ui, cx, Occasion::Break);
    talk_link_ui(ui, cx);
}

/// What can be done: one below the other, so that each is one press away.
fn kinds_ui(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Pause) {
    ui.spacing_mut().item_spacing = vec2(12.0, 12.0);
    for kind in BreakKind::ALL.into_iter().rev() {
        kind_ui(ui, cx, pause, kind);
    }
}

fn kind_ui(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Pause, kind: BreakKind) {
    if chip(ui, cx, ("break-kind", kind), &cx.break_kind(kind), pause.kind == kind) {
        cx.ask(Command::Step(Step::DoInBreak(kind)));
    }
}

fn helped_ui(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Pause, helped: Helped) {
    if chip(ui, cx, ("helped", helped), &cx.helped(helped), pause.helped == Some(helped)) {
        cx.ask(Command::Step(Step::BreakHelped(helped)));
    }
}

/// What the break has to do without. That the screen may go dark is said in the first break of an evening.
fn missing_ui(ui: &mut Ui, cx: &Cx<'_>, run: &Run) {
    let settings = &cx.model.settings;
    if cx.model.outside.sound_fails && (settings.bed.is_some() || settings.cues) {
        soft(ui, cx, &cx.t("sound-fails"));
    }
    if cx.model.outside.awake_fails && run.evening.breaks.is_empty() {
        soft(ui, cx, &cx.t("awake-fails"));
    }
}

/// The way back, and above it what may be said or changed and need not be.
fn leave_ui(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Pause) {
    ui.spacing_mut().item_spacing = vec2(12.0, 20.0);
    end_ui(ui, cx, pause);
    ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
        for helped in Helped::ALL.into_iter().rev() {
            helped_ui(ui, cx, pause, helped);
        }
    });
    soft(ui, cx, &cx.t("break-helped"));
    choices_ui(ui, cx);
    talk_button_ui(ui, cx);
}

fn end_ui(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Pause) {
    // Where there are several stretches, OK leads from one to the next.
    let look = if pause.kind == BreakKind::Stretch { Look::Amber } else { Look::Primary };
    let back = cx.t(if pause.then == Then::FilmGoesOn { "break-back" } else { "break-on" });
    if button(ui, cx, "end-break", &back, look) {
        cx.ask(Command::Step(Step::EndBreak));
    }
}

fn choices_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
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
        soft(ui, cx, &cx.t("breathe-care"));
        breath_choices_ui(ui, cx, true);
    });
}

/// What is done without a pace, on a screen so many points high.
fn quiet_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut BreakView, kind: BreakKind, height: f32) {
    ui.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 18.0;
        match kind {
            BreakKind::Breathe | BreakKind::Sit => sit_ui(ui, cx),
            BreakKind::Stretch => stretch_ui(ui, cx, view, height),
            BreakKind::Walk => walk_ui(ui, cx, height),
            BreakKind::Sip => sip_ui(ui, cx, height),
        }
    });
}

fn sit_ui(ui: &mut Ui, cx: &Cx<'_>) {
    if let Some(pace) = &cx.model.pace_ended {
        let words = cx.tw("break-pace-ended", &[("n", pace.breaths.unwrap_or(0).into())]);
        centred_text(ui, cx, &words, Size::Body);
    }
    title(ui, cx, &cx.t("sit-title"));
    centred_text(ui, cx, &cx.t("sit-line"), Size::Body);
}

fn sip_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let side = (height * 0.34).min(340.0);
    ui.add_space(height * 0.05);
    let (_, square) = ui.allocate_space(vec2(side, side));
    paint_glass(ui, cx.theme, square);
    title(ui, cx, &cx.t("sip-title"));
    centred_text(ui, cx, &cx.t("sip-line"), Size::Body);
}

const WALK: [&str; 3] = [key("walk-room"), key("walk-water"), key("walk-window")];

fn walk_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    ui.add_space(height * 0.14);
    title(ui, cx, &cx.t("walk-title"));
    for line in WALK {
        centred_text(ui, cx, &cx.t(line), Size::Body);
    }
    centred_text(ui, cx, &cx.t("walk-back"), Size::Body);
    centred_text(ui, cx, &cx.t("break-only-what-is-kind"), Size::Small);
}

/// One stretch at a time, as large as there is room, and another on a press.
fn stretch_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut BreakView, height: f32) {
    let stretches: &[Stretch] = &cx.model.stretches;
    let Some(stretch) = stretches.get(view.stretch % stretches.len().max(1)) else { return };
    let side = (height * 0.48).min(ui.available_width() * 0.6).min(520.0);
    let (_, square) = ui.allocate_space(vec2(side, side));
    paint_figure(ui, cx.theme, stretch, square);
    let (name, how) = cx.stretch(&stretch.id);
    heading(ui, cx, &name);
    centred_text(ui, cx, &how, Size::Body);
    centred_text(ui, cx, &cx.t("break-only-what-is-kind"), Size::Small);
    if button(ui, cx, "next-stretch", &cx.t("stretch-next"), Look::PlainFirst) {
        view.stretch = (view.stretch + 1) % stretches.len();
    }
}
