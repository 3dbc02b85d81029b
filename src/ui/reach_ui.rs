//! Reaching for support: whom to ask, and a first sentence to say.

use egui::Ui;

use crate::app::command::Command;
use crate::app::nav::{Over, Page};
use crate::text::key;

use super::cx::Cx;
use super::talk_ui::done_ui;
use super::widgets::{Look, Size, button, card, centred_column, heading, paragraph, reading, soft, title};

/// Whom to ask, what to know, and a first sentence.
const WAYS: [[&str; 3]; 4] = [
    [key("reach-trusted"), key("reach-trusted-text"), key("reach-trusted-say")],
    [key("reach-doctor"), key("reach-doctor-text"), key("reach-doctor-say")],
    [key("reach-therapist"), key("reach-therapist-text"), key("reach-therapist-say")],
    [key("reach-group"), key("reach-group-text"), key("reach-group-say")],
];

/// The page on reaching for support.
pub fn reach_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("reach-title"));
        reading(ui, cx, "reach-line", &cx.t("reach-line"), Size::Body);
        if button(ui, cx, "reach-talk", &cx.t("talk-title"), Look::PlainFirst) {
            cx.ask(Command::Lay(Over::Talk));
        }
        for [name, text, say] in WAYS {
            card(ui, cx.theme, |ui| {
                heading(ui, cx, &cx.t(name));
                // The arrows stop here, so that all of it can be scrolled to and read.
                reading(ui, cx, ("reach", name), &cx.t(text), Size::Body);
                paragraph(ui, cx, &cx.t(say));
            });
        }
        card(ui, cx.theme, |ui| {
            heading(ui, cx, &cx.t("reach-page"));
            soft(ui, cx, &cx.t("reach-page-line"));
            if button(ui, cx, "reach-page", &cx.t("take-along-title"), Look::Small) {
                cx.ask(Command::Open(Page::TakeAlong));
            }
        });
        done_ui(ui, cx);
    });
}
