//! The first start: three calm screens at most. Each can be left at once.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::nav::Welcome;

use super::cx::Cx;
use super::theme::size;
use super::widgets::{Look, button, centred_column, paragraph, soft, title};

/// One of the screens.
pub fn welcome_ui(ui: &mut Ui, cx: &mut Cx<'_>, screen: Welcome) {
    centred_column(ui, 1180.0, |ui| {
        ui.spacing_mut().item_spacing.y = 26.0;
        match screen {
            Welcome::WhatItIs => {
                title(ui, cx, &cx.t("welcome-title"));
                paragraph(ui, cx, &cx.t("welcome-what"));
                paragraph(ui, cx, &cx.t("welcome-what-not"));
                soft(ui, cx, &cx.t("care-not-medical"));
            }
            Welcome::YourData => {
                title(ui, cx, &cx.t("welcome-data-title"));
                paragraph(ui, cx, &cx.t("welcome-data"));
                soft(ui, cx, &cx.tw("welcome-where", &[("folder", cx.model.data_dir.clone().into())]));
            }
            Welcome::WhichScreen => {
                title(ui, cx, &cx.t("welcome-screen-title"));
                soft(ui, cx, &cx.t("welcome-screen-line"));
            }
        }
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            if let Some(next) = screen.next() {
                if button(ui, cx, "welcome-next", &cx.t("welcome-next"), Look::Primary) {
                    cx.ask(Command::Welcome(next));
                }
            } else {
                if button(ui, cx, "welcome-tv", &cx.t("welcome-tv"), Look::PlainFirst) {
                    cx.ask(Command::EndWelcome(Some(true)));
                }
                if button(ui, cx, "welcome-desk", &cx.t("welcome-desk"), Look::Plain) {
                    cx.ask(Command::EndWelcome(Some(false)));
                }
            }
            if button(ui, cx, "welcome-skip", &cx.t("welcome-skip"), Look::Quiet) {
                cx.ask(Command::EndWelcome(None));
            }
        });
    });
}
