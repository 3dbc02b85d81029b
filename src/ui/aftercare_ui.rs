//! What follows the film: water, what was chosen, a few words, and one small joy to plan.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::care::guide::Occasion;
use crate::evening::check_in::Moment;
use crate::evening::later;
use crate::evening::run::{Run, Step};

use super::cx::Cx;
use super::evening_ui::music_chip;
use super::guide_ui::beside_ui;
use super::theme::size;
use super::tonight_ui::later_offer_ui;
use super::widgets::{
    Look, Size, button, card, centred_column, heading, label, section, soft, text_area, text_line, title,
};

/// The page that brings the evening down gently.
pub fn aftercare_ui(ui: &mut Ui, cx: &mut Cx<'_>, run: &Run) {
    centred_column(ui, 1260.0, |ui| {
        title(ui, cx, &cx.t("aftercare-title"));
        later_offer_ui(ui, cx);
        card(ui, cx.theme, |ui| {
            label(ui, cx, &cx.t("aftercare-water"), Size::Body);
            label(ui, cx, &cx.t("aftercare-face"), Size::Body);
            let care = &run.evening.plan.aftercare;
            if !care.is_empty() {
                label(ui, cx, &cx.tw("aftercare-chosen", &[("care", cx.known_words(care).into())]), Size::Body);
            }
            if run.evening.plan.room.iter().any(|word| word == "candle") {
                soft(ui, cx, &cx.t("aftercare-candle"));
            }
        });
        let music = music_chip(ui, cx);
        cx.commands.extend(music);
        ui.add_space(8.0);
        heading(ui, cx, &cx.t("aftercare-prompt"));
        let mut reflection = run.reflection.clone();
        let name = cx.t("aftercare-prompt");
        if text_area(ui, cx, "reflection", &name, &mut reflection, &cx.t("aftercare-prompt-hint"), 3).changed {
            cx.ask(Command::Step(Step::Reflect(reflection)));
        }
        section(ui, cx, &cx.t("aftercare-joy"));
        let mut joy = run.joy.clone();
        let width = ui.available_width();
        let name = cx.t("aftercare-joy");
        if text_line(ui, cx, "joy", &name, &mut joy, &cx.t("aftercare-joy-hint"), width).changed {
            cx.ask(Command::Step(Step::PlanJoy(joy)));
        }
        ui.add_space(8.0);
        if let Some(line) = later_line(cx, run) {
            soft(ui, cx, &line);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            if button(ui, cx, "close", &cx.t("aftercare-close"), Look::Primary) {
                cx.ask(Command::Step(Step::Close));
            }
            beside_ui(ui, cx, Occasion::Aftercare);
        });
    });
}

/// When the check-ins of tonight will be there, for whoever is still up.
fn later_line(cx: &Cx<'_>, run: &Run) -> Option<String> {
    let hour = cx.model.settings.day_starts_hour;
    let open = |moment| {
        let (from, until) = later::window(&run.evening, moment, hour)?;
        (cx.now.wall <= until).then(|| cx.time(from.time()))
    };
    match (open(Moment::Plus20), open(Moment::Plus90)) {
        (Some(first), Some(second)) => {
            Some(cx.tw("aftercare-later-both", &[("first", first.into()), ("second", second.into())]))
        }
        (None, Some(second)) => Some(cx.tw("aftercare-later-one", &[("second", second.into())])),
        _ => None,
    }
}
