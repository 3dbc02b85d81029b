//! The room of care: somebody to talk to first, then the guide, the four signs, and how to reach for support.

use egui::Ui;

use crate::app::command::Command;
use crate::app::nav::{Over, Page};

use super::cx::Cx;
use super::widgets::{Size, label, row_button, soft, title};

/// The room of care.
pub fn care_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    title(ui, cx, &cx.t("care-title"));
    label(ui, cx, &cx.t("care-house-line"), Size::Body);
    ui.add_space(10.0);
    let rows = [
        (cx.t("talk-title"), cx.t("care-talk-line"), Command::Lay(Over::Talk)),
        (cx.t("care-guide"), cx.t("care-guide-line"), Command::Open(Page::Guide)),
        (cx.t("care-check"), cx.t("care-check-line"), Command::Open(Page::SelfCheck)),
        (cx.t("care-reach"), cx.t("care-reach-line"), Command::Open(Page::Reach)),
    ];
    for (words, about, command) in rows {
        if row_button(ui, cx, ("care", &words), &words, &about) {
            cx.ask(command);
        }
    }
    ui.add_space(10.0);
    soft(ui, cx, &cx.t("care-not-medical"));
}
