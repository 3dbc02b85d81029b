//! Breathing, at any time.

use egui::{Layout, Rect, Ui, UiBuilder, pos2};

use crate::app::command::Command;

use super::breathing_ui::breathing_ui;
use super::cx::Cx;
use super::widgets::{Look, button, centred_column, paragraph, soft, title};

/// The room: a door to the breath, and once it was opened the breath over the whole screen.
pub fn breathe_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    if let Some(since) = cx.model.breathing_since {
        breathing_ui(ui, cx, cx.now.mono.saturating_sub(since.mono), rect);
        let foot = Rect::from_min_max(pos2(rect.right() - 500.0, rect.bottom() - 120.0), rect.max);
        let layout = Layout::bottom_up(egui::Align::Max);
        let mut child = ui.new_child(UiBuilder::new().max_rect(foot).layout(layout));
        if button(&mut child, cx, "breathe-stop", &cx.t("breathe-stop"), Look::Primary) {
            cx.ask(Command::Breathe(false));
        }
        return;
    }
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("breathe-title"));
        paragraph(ui, cx, &cx.t("breathe-about"));
        soft(ui, cx, &cx.t("breathe-care"));
        ui.add_space(16.0);
        if button(ui, cx, "breathe-start", &cx.t("breathe-start"), Look::Primary) {
            cx.ask(Command::Breathe(true));
        }
    });
}
