//! Breathing, at any time.

use egui::{Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;

use super::break_ui::drifted;
use super::breath_choices_ui::breath_choices_ui;
use super::breath_ui::{breath_itself_ui, breath_ui};
use super::cx::Cx;
use super::talk_ui::talk_button_ui;
use super::widgets::{Look, button, centred_column, paragraph, soft, title, unseen_title};

/// On a screen narrower than this, in points, the line below the breath would run into the button.
const NARROW: f32 = 1500.0;

/// On a screen lower than this there is room for the breath alone.
const LOW: f32 = 600.0;

/// The room of the button and the space above it.
const BUTTON: f32 = 110.0;

/// The breath over the whole screen, once it has begun.
pub fn breathing_room_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let rect = drifted(cx, rect);
    unseen_title(ui, &cx.t("breathe-title"));
    if let Some(pace) = &cx.model.pace {
        let room = |foot: f32| Rect::from_min_max(rect.min, rect.max - vec2(0.0, foot));
        match pace.phase(cx.now.mono) {
            Some(phase) if rect.height() < LOW => breath_itself_ui(ui, cx, &phase, room(BUTTON)),
            _ => breath_ui(ui, cx, pace, room(if rect.width() < NARROW { BUTTON } else { 56.0 })),
        }
    }
    let foot = Rect::from_min_max(pos2(rect.right() - 500.0, rect.bottom() - 120.0), rect.max);
    let layout = Layout::bottom_up(egui::Align::Max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(foot).layout(layout));
    if button(&mut child, cx, "breathe-stop", &cx.t("breathe-stop"), Look::Primary) {
        cx.ask(Command::Breathe(false));
    }
    let aside = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 90.0), pos2(rect.left() + 460.0, rect.bottom()));
    let layout = Layout::bottom_up(egui::Align::Min);
    talk_button_ui(&mut ui.new_child(UiBuilder::new().max_rect(aside).layout(layout)), cx);
}

/// The room: a door to the breath, and how it is to be.
pub fn breathe_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("breathe-title"));
        match &cx.model.pace_ended {
            Some(pace) => paragraph(ui, cx, &cx.tw("breathe-ended", &[("n", pace.breaths.unwrap_or(0).into())])),
            None => paragraph(ui, cx, &cx.t("breathe-about")),
        }
        soft(ui, cx, &cx.t("breathe-care"));
        ui.add_space(16.0);
        let words = cx.t(if cx.model.pace_ended.is_some() { "breathe-again" } else { "breathe-start" });
        if button(ui, cx, "breathe-start", &words, Look::Primary) {
            cx.ask(Command::Breathe(true));
        }
        breath_choices_ui(ui, cx, false);
    });
}
