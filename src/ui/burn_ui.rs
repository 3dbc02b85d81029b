//! Whether a letter is to be burnt: asked once, plainly.

use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;

use super::cx::Cx;
use super::journal_ui::gone_ui;
use super::theme::size;
use super::widgets::{Look, Size, button, card, centred_column, label, reading, title};
use super::words::shortened;

/// Characters of the letter that are shown, to know which one it is.
const SHOWN_CHARS: usize = 160;

/// The question whether to burn a letter.
pub fn burn_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: Uuid) {
    let Some(letter) = cx.model.journal.reflections.get(id) else {
        gone_ui(ui, cx);
        return;
    };
    centred_column(ui, 1260.0, |ui| {
        title(ui, cx, &cx.t("letter-burn-title"));
        card(ui, cx.theme, |ui| reading(ui, cx, "letter", &shortened(&letter.text, SHOWN_CHARS), Size::Body));
        label(ui, cx, &cx.t("letter-burn-question"), Size::Body);
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            if button(ui, cx, "letter-burn-not", &cx.t("letter-burn-not"), Look::Primary) {
                cx.ask(Command::Back);
            }
            if button(ui, cx, "letter-burn-now", &cx.t("letter-burn-now"), Look::Plain) {
                cx.ask(Command::Burn(id));
            }
        });
    });
}
