//! Whether to leave, asked only where something runs or is not saved, or by mistake.

use egui::Ui;

use crate::app::command::Command;
use crate::text::key;

use super::cx::Cx;
use super::talk_ui::talk_button_ui;
use super::widgets::{Look, button, centred_column, paragraph, title};

/// Asks whether to leave.
pub fn quit_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.add_space(220.0);
    centred_column(ui, 1000.0, |ui| {
        title(ui, cx, &cx.t("quit-title"));
        let is_kept = !cx.model.is_read_only() || cx.model.saving.is_beside;
        if cx.model.run.is_some() {
            let kept = if is_kept { key("quit-evening-runs") } else { key("quit-evening-not-kept") };
            paragraph(ui, cx, &cx.t(kept));
        }
        if cx.model.saving.failed.is_some() {
            paragraph(ui, cx, &cx.t("quit-not-saved"));
        }
        ui.add_space(16.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 26.0;
            if button(ui, cx, "stay", &cx.t("quit-stay"), Look::Primary) {
                cx.ask(Command::Back);
            }
            if button(ui, cx, "leave", &cx.t("quit-leave"), Look::Plain) {
                cx.ask(Command::QuitNow);
            }
            talk_button_ui(ui, cx);
        });
    });
}
