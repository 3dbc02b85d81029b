//! A break: breathe, stretch or walk. Nothing ends it but the person.

use egui::{Align2, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::evening::run::{Pause, Run, Step};
use crate::journal::entry::{BreakKind, Helped};

use super::breathing_ui::breathing_ui;
use super::cx::Cx;
use super::fonts;
use super::theme::size;
use super::watching_ui::text;
use super::widgets::{Look, Size, button, centred_column, chip, label, soft, title};
use super::words::key;

/// The break screen.
pub fn break_ui(ui: &mut Ui, cx: &mut Cx<'_>, run: &Run, pause: &Pause, rect: Rect) {
    let theme = cx.theme;
    match pause.kind {
        BreakKind::Breathe => breathing_ui(ui, cx, cx.now.mono.saturating_sub(pause.kind_began), rect),
        BreakKind::Stretch => lines_ui(ui, cx, rect, key("stretch-title"), &STRETCHES),
        BreakKind::Walk => lines_ui(ui, cx, rect, key("walk-title"), &WALK),
    }
    let waits = cx.t(if run.next().is_some() && !pause.film_goes_on { "break-next-waits" } else { "break-film-waits" });
    let foot = pos2(rect.center().x, rect.bottom() - 38.0);
    text(ui, foot, Align2::CENTER_CENTER, &waits, fonts::body(size::SMALL), theme.faint);

    let third = rect.width() / 3.0;
    let left = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 140.0), pos2(rect.left() + third, rect.bottom()));
    kinds_ui(&mut ui.new_child(UiBuilder::new().max_rect(left)), cx, pause);
    let right = Rect::from_min_max(pos2(rect.right() - third, rect.bottom() - 90.0), rect.max);
    let mut right = ui.new_child(UiBuilder::new().max_rect(right).layout(Layout::right_to_left(egui::Align::Max)));
    let back = cx.t(if pause.film_goes_on { "break-back" } else { "break-on" });
    if button(&mut right, cx, "end-break", &back, Look::Primary) {
        cx.ask(Command::Step(Step::EndBreak));
    }
}

/// What can be done, and how it is: both are there, neither is asked.
fn kinds_ui(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Pause) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 12.0);
        for helped in Helped::ALL {
            if chip(ui, cx, ("helped", helped), &cx.helped(helped), pause.helped == Some(helped)) {
                cx.ask(Command::Step(Step::BreakHelped(helped)));
            }
        }
    });
    ui.add_space(18.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 16.0);
        for kind in BreakKind::ALL {
            if chip(ui, cx, ("break-kind", kind), &cx.break_kind(kind), pause.kind == kind) {
                cx.ask(Command::Step(Step::DoInBreak(kind)));
            }
        }
    });
}

const STRETCHES: [&str; 4] = [key("stretch-shoulders"), key("stretch-neck"), key("stretch-arms"), key("stretch-hands")];
const WALK: [&str; 3] = [key("walk-room"), key("walk-water"), key("walk-window")];

/// Quiet text, with nothing that moves.
fn lines_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, heading: &'static str, lines: &[&'static str]) {
    let top = rect.top() + rect.height() * 0.16;
    let area = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), rect.bottom() - 220.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(area));
    centred_column(&mut child, 980.0, |ui| {
        ui.spacing_mut().item_spacing.y = 22.0;
        title(ui, cx, &cx.t(heading));
        for line in lines {
            label(ui, cx, &cx.t(line), Size::Body);
        }
        soft(ui, cx, &cx.t("break-only-what-is-kind"));
    });
}
