//! While the folder is being opened, when it cannot be, and when something in it is missing.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::model::Folder;
use crate::app::wakeup::OPENS_QUIETLY;
use crate::store::restore::can_lay_back;
use crate::store::{OpenError, Vanished};
use crate::text::key;

use super::backups_ui::open_backups;
use super::cx::Cx;
use super::talk_ui::talk_button_ui;
use super::theme::size;
use super::widgets::{Look, Size, button, centred_column, reading, soft, title};

/// The page instead of a journal.
pub fn folder_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let model = cx.model;
    if let Folder::Opening(since) = model.folder
        && cx.now.mono < since + OPENS_QUIETLY
    {
        return;
    }
    // In the upper middle, where the screen is high enough for that.
    ui.add_space((ui.clip_rect().height() - 620.0).clamp(0.0, 180.0));
    centred_column(ui, 1320.0, |ui| match &model.folder {
        Folder::Closed(error) => closed_ui(ui, cx, error),
        Folder::Vanished(vanished) => vanished_ui(ui, cx, vanished),
        Folder::Opening(_) | Folder::Open | Folder::ReadOnly(_) => {
            title(ui, cx, &cx.t("app-name"));
            soft(ui, cx, &cx.t("folder-opening"));
        }
    });
}

fn closed_ui(ui: &mut Ui, cx: &mut Cx<'_>, error: &OpenError) {
    let model = cx.model;
    title(
        ui,
        cx,
        &cx.t(match error {
            OpenError::NotFound => key("closed-title-not-found"),
            OpenError::InUse => key("closed-title-in-use"),
            _ => key("closed-title"),
        }),
    );
    if model.backups.under_way.is_some() {
        soft(ui, cx, &cx.t("backup-under-way"));
        return;
    }
    if let Some(Err(why)) = &model.backups.done {
        let words = cx.tw("backup-not-done", &[("reason", cx.text.not_done(why).into())]);
        reading(ui, cx, "closed-not-done", &words, Size::Body);
    }
    reading(ui, cx, "closed", &cx.text.closed(error, &model.data_dir), Size::Body);
    if model.backups.done.is_none() {
        reading(ui, cx, "closed-nothing-changed", &cx.t("closed-nothing-changed"), Size::Small);
    }
    buttons_ui(ui, |ui| {
        if button(ui, cx, "open-again", &cx.t("open-again"), Look::Primary) {
            cx.ask(Command::OpenAgain);
        }
        if can_lay_back(error) && button(ui, cx, "to-backups", &cx.t("folder-backup"), Look::Plain) {
            open_backups(cx);
        }
        leave_ui(ui, cx);
    });
}

fn vanished_ui(ui: &mut Ui, cx: &mut Cx<'_>, vanished: &Vanished) {
    title(ui, cx, &cx.t("vanished-title"));
    for (index, words) in cx.text.vanished(vanished).iter().enumerate() {
        reading(ui, cx, ("vanished", index), words, Size::Body);
    }
    reading(ui, cx, "vanished-nothing-written", &cx.t("vanished-nothing-written"), Size::Small);
    buttons_ui(ui, |ui| {
        if button(ui, cx, "look-again", &cx.t("vanished-look-again"), Look::Primary) {
            cx.ask(Command::OpenAgain);
        }
        if button(ui, cx, "to-backups", &cx.t("folder-backup"), Look::Plain) {
            open_backups(cx);
        }
        if button(ui, cx, "accept", &cx.t("vanished-accept"), Look::Plain) {
            cx.ask(Command::AcceptVanished);
        }
        leave_ui(ui, cx);
    });
}

fn buttons_ui(ui: &mut Ui, buttons: impl FnOnce(&mut Ui)) {
    ui.add_space(16.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        buttons(ui);
    });
}

fn leave_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if button(ui, cx, "leave", &cx.t("quit-leave"), Look::Plain) {
        cx.ask(Command::QuitNow);
    }
    talk_button_ui(ui, cx);
}
