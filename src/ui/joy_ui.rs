//! A small joy that was planned, and whether it happened.

use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::model::Model;
use crate::clock::Now;
use crate::journal::entry::Joy;

use super::cry_ui::{one_of, question};
use super::cx::Cx;
use super::journal_ui::{gone_ui, happened_words};
use super::theme::size;
use super::versions_ui::versions_line_ui;
use super::widgets::{Look, Size, button, card, centred_column, label, soft, text_area, title};
use super::words::shortened;

/// It is asked after so many days, and not any more after so many.
const ASKED_AFTER_DAYS: i64 = 3;
const ASKED_UNTIL_DAYS: i64 = 21;

/// The text as it is being typed.
#[derive(Clone, Debug, Default)]
pub struct JoyView {
    id: Option<Uuid>,
    text: String,
    kept: String,
}

/// The page of one small joy.
pub fn joy_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut JoyView, id: Uuid) {
    let model = cx.model;
    let Some(known) = model.journal.joys.get(id) else {
        gone_ui(ui, cx);
        return;
    };
    if view.id != Some(id) || view.kept != known.text {
        *view = JoyView { id: Some(id), text: known.text.clone(), kept: known.text.clone() };
    }
    let mut joy = known.clone();
    let (mut done, mut delete) = (false, false);
    centred_column(ui, 1260.0, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            title(ui, cx, &cx.t("joy-title"));
            soft(ui, cx, &cx.day(known.day));
        });
        versions_line_ui(ui, cx, &model.journal.joys, id);
        let (name, hint) = (cx.t("joy-title"), cx.t("aftercare-joy-hint"));
        if text_area(ui, cx, ("joy", id), &name, &mut view.text, &hint, 2).changed {
            joy.text.clone_from(&view.text);
        }
        question(ui, cx, &cx.t("joy-question"));
        let answers = [true, false].map(|happened| (happened, happened_words(cx, Some(happened))));
        one_of(ui, cx, "joy-happened", answers, &mut joy.happened);
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            done = button(ui, cx, "joy-done", &cx.t("done"), Look::Amber);
            delete = button(ui, cx, "joy-delete", &cx.t("joy-delete"), Look::Quiet);
        });
    });
    if delete {
        cx.ask(Command::Delete(id));
    } else if joy != *known {
        cx.ask(Command::KeepJoy(Box::new(joy)));
    }
    if done {
        cx.ask(Command::Back);
    }
    if done || delete {
        *view = JoyView::default();
    }
}

/// The small joy that may be asked about: the oldest one of the last weeks that nobody has said anything of.
#[must_use]
pub(super) fn to_ask(model: &Model, now: Now) -> Option<&Joy> {
    let today = model.today(now);
    let is_due = |joy: &&Joy| {
        let days = (today - joy.day).num_days();
        joy.happened.is_none() && !joy.text.trim().is_empty() && (ASKED_AFTER_DAYS..=ASKED_UNTIL_DAYS).contains(&days)
    };
    model.journal.joys.iter().filter(is_due).min_by_key(|joy| (joy.day, joy.id))
}

/// One quiet line about it. Whatever is answered, it is not asked again.
pub(super) fn ask_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(joy) = to_ask(cx.model, cx.now) else { return };
    let mut answer = None;
    card(ui, cx.theme, |ui| {
        label(ui, cx, &cx.tw("joy-asked", &[("text", shortened(&joy.text, 70).into())]), Size::Body);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            for happened in [true, false] {
                if button(ui, cx, ("joy-asked", happened), &happened_words(cx, Some(happened)), Look::Small) {
                    answer = Some(happened);
                }
            }
        });
    });
    if let Some(happened) = answer {
        cx.ask(Command::KeepJoy(Box::new(Joy { happened: Some(happened), ..joy.clone() })));
    }
}
