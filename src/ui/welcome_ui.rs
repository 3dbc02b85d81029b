//! The first start: three calm screens at most. Each can be left at once.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::nav::Welcome;
use crate::store::Settings;
use crate::text::locale::Language;

use super::cx::Cx;
use super::theme::size;
use super::widgets::{Look, button, centred_column, choice_chips, paragraph, soft, title};

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
        if screen == Welcome::WhatItIs {
            language_ui(ui, cx);
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

/// Whoever cannot read this finds their language by its own name.
fn language_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let shown = cx.text.locale().language;
    let choices = Language::ALL.map(|language| (language, language.own_name().to_owned()));
    let chosen = choice_chips(ui, cx, "welcome-language", choices, |language| language == shown);
    if let Some(language) = chosen.filter(|language| *language != shown) {
        let settings = Settings { language: Some(language.id().to_owned()), ..cx.model.settings.clone() };
        cx.ask(Command::SetSettings(Box::new(settings)));
    }
}
