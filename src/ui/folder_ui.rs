//! While the folder is being opened, and when it cannot be.

use egui::Ui;

use crate::app::command::Command;
use crate::app::model::Folder;
use crate::app::wakeup::OPENS_QUIETLY;
use crate::store::OpenError;

use super::cx::Cx;
use super::widgets::{Look, button, centred_column, paragraph, soft, title};

/// The page instead of a journal.
pub fn folder_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if let Folder::Opening(since) = cx.model.folder
        && cx.now.mono < since + OPENS_QUIETLY
    {
        return;
    }
    ui.add_space(180.0);
    centred_column(ui, 1180.0, |ui| {
        let Folder::Closed(error) = &cx.model.folder else {
            title(ui, cx, &cx.t("app-name"));
            soft(ui, cx, &cx.t("folder-opening"));
            return;
        };
        let heading = match error {
            OpenError::NotFound => "closed-title-not-found",
            OpenError::InUse => "closed-title-in-use",
            _ => "closed-title",
        };
        title(ui, cx, &cx.t(super::words::key(heading)));
        paragraph(ui, cx, &cx.text.closed(error, &cx.model.data_dir));
        soft(ui, cx, &cx.t("closed-nothing-changed"));
        ui.add_space(16.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 26.0;
            if button(ui, cx, "open-again", &cx.t("open-again"), Look::Primary) {
                cx.ask(Command::OpenAgain);
            }
            if button(ui, cx, "leave", &cx.t("quit-leave"), Look::Plain) {
                cx.ask(Command::QuitNow);
            }
        });
    });
}
