//! Where a title can be opened. Nothing is opened but on a press here.

use egui::Ui;

use crate::app::command::Command;
use crate::shelf::book::Book;
use crate::shelf::collection::TitleRef;
use crate::shelf::players::checked;
use crate::shelf::title::Form;
use crate::store::OwnList;

use super::cx::Cx;
use super::widgets::{Look, button, centred_column, paragraph, row_button, soft, title};

/// The page with the places.
pub fn plays_ui(ui: &mut Ui, cx: &mut Cx<'_>, book: &Book, key: TitleRef) {
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("plays-title"));
        let Some(entry) = book.entry(key) else {
            paragraph(ui, cx, &cx.t("title-gone"));
            return;
        };
        paragraph(ui, cx, &cx.t("plays-line"));
        let mut chosen = None;
        let link = entry.link.trim();
        match checked(link) {
            Ok(address) => {
                if row_button(ui, cx, "own", &cx.t("plays-own"), &super::words::shortened(address, 60)) {
                    chosen = Some(address.to_owned());
                }
            }
            Err(_) if link.is_empty() => {}
            Err(_) => soft(ui, cx, &cx.tw("plays-own-odd", &[("link", link.to_owned().into())])),
        }
        let is_private = entry.title.form == Form::Letter;
        let players = cx.model.players.iter().filter(|_| !is_private);
        for (index, player) in players.enumerate() {
            let words = cx.tw("plays-search", &[("name", player.name.clone().into())]);
            if row_button(ui, cx, ("player", index), &words, "") {
                chosen = Some(player.page_for(&entry.title.name));
            }
        }
        if let Some(why) = &cx.model.outside.players_trouble {
            soft(ui, cx, &cx.tw("plays-list-odd", &[("why", cx.list_trouble(why).into())]));
        }
        ui.add_space(20.0);
        ui.horizontal_wrapped(|ui| {
            if button(ui, cx, "done", &cx.t("done"), Look::Plain) {
                cx.ask(Command::Back);
            }
            if !cx.model.is_read_only() && button(ui, cx, "copy-list", &cx.t("plays-change-list"), Look::Quiet) {
                cx.ask(Command::CopyList(OwnList::Players));
            }
        });
        if let Some(address) = chosen {
            cx.ask(Command::OpenAddress(address));
        }
    });
}
