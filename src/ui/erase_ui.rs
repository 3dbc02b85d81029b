//! Whether something is to be erased for good: asked once, plainly.

use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;

use super::cx::Cx;
use super::journal_ui::gone_ui;
use super::theme::size;
use super::trash_ui::{Lying, lying};
use super::widgets::{Look, Size, button, card, centred_column, reading, soft, title};

/// How many things are named before the rest is only counted.
const NAMED: usize = 4;

/// The question whether to erase for good what lies in the trash under this name, or all of it.
pub fn erase_ui(ui: &mut Ui, cx: &mut Cx<'_>, bundle: Option<Uuid>) {
    let goes: Vec<Lying> = lying(cx).into_iter().filter(|one| bundle.is_none_or(|id| one.id == id)).collect();
    if goes.is_empty() {
        gone_ui(ui, cx);
        return;
    }
    centred_column(ui, 1260.0, |ui| {
        title(ui, cx, &cx.t("erase-title"));
        card(ui, cx.theme, |ui| goes_ui(ui, cx, bundle.is_none(), &goes));
        reading(ui, cx, "erase-line", &cx.t("erase-line"), Size::Body);
        reading(ui, cx, "erase-out-of-reach", &cx.t("erase-out-of-reach"), Size::Small);
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            if button(ui, cx, "erase-keep", &cx.t("erase-keep"), Look::Primary) {
                cx.ask(Command::Back);
            }
            if button(ui, cx, "erase-now", &cx.t("trash-erase"), Look::Plain) {
                cx.ask(Command::Erase(bundle));
            }
        });
    });
}

fn goes_ui(ui: &mut Ui, cx: &Cx<'_>, all: bool, goes: &[Lying]) {
    ui.spacing_mut().item_spacing.y = 8.0;
    if all {
        soft(ui, cx, &cx.tw("erase-all", &[("n", goes.len().into())]));
    }
    for one in goes.iter().take(NAMED) {
        reading(ui, cx, ("goes", one.id), &one.what, Size::Body);
        if !all {
            soft(ui, cx, &one.about);
        }
    }
    if goes.len() > NAMED {
        soft(ui, cx, &cx.tw("erase-and-more", &[("n", (goes.len() - NAMED).into())]));
    }
}
