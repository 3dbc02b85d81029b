//! A page to take along, for oneself or for somebody who helps: what goes in, and where it is then.

use chrono::NaiveDate;
use egui::Ui;

use crate::app::command::Command;
use crate::exchange::export::Period;
use crate::exchange::export::html::Parts;
use crate::exchange::export::written::{Form, Wanted};
use crate::insights::span::Span;
use crate::text::key;

use super::cry_ui::question;
use super::cx::Cx;
use super::theme::size;
use super::widgets::{
    Look, Size, button, card, centred_column, check_row, choice_chips, label, paragraph, soft, title,
};

/// What is chosen.
#[derive(Clone, Debug)]
pub struct TakeAlongView {
    span: Span,
    parts: Parts,
    /// Where it is was shown already.
    told: bool,
}

impl Default for TakeAlongView {
    fn default() -> Self {
        Self { span: Span::Year, parts: Parts::default(), told: false }
    }
}

/// The page on which it is chosen what goes in.
pub fn take_along_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut TakeAlongView) {
    let mut form = None;
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("take-along-title"));
        paragraph(ui, cx, &cx.t("take-along-line"));
        question(ui, cx, &cx.t("take-along-time"));
        let words = |span| match span {
            Span::Month => key("insights-month"),
            Span::ThreeMonths => key("insights-three-months"),
            Span::Year => key("insights-year"),
            Span::Everything => key("insights-everything"),
        };
        let span = view.span;
        let choices = Span::ALL.map(|span| (span, cx.t(words(span))));
        if let Some(chosen) = choice_chips(ui, cx, "take-along-span", choices, |one| one == span) {
            view.span = chosen;
        }
        question(ui, cx, &cx.t("take-along-parts"));
        parts_ui(ui, cx, &mut view.parts);
        soft(ui, cx, &cx.t("take-along-tables-line"));
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 26.0;
            // The focus starts at the top, so that the page does too.
            if button(ui, cx, "save-page", &cx.t("take-along-save"), Look::Amber) {
                form = Some(Form::Page(view.parts));
            }
            if button(ui, cx, "save-tables", &cx.t("take-along-tables"), Look::Plain) {
                form = Some(Form::Tables);
            }
        });
        saved_ui(ui, cx);
        let is_there = cx.model.taken_along.is_some();
        if is_there && !view.told {
            ui.scroll_to_cursor(Some(egui::Align::BOTTOM));
        }
        view.told = is_there;
    });
    if let Some(form) = form {
        let period = period(view.span, cx.model.today(cx.now));
        cx.ask(Command::TakeAlong(Box::new(Wanted { form, period })));
    }
}

fn period(span: Span, today: NaiveDate) -> Period {
    Period { from: span.first_day(today), until: Some(today) }
}

fn parts_ui(ui: &mut Ui, cx: &Cx<'_>, parts: &mut Parts) {
    let rows: [(&'static str, &mut bool); 7] = [
        (key("mood-title"), &mut parts.mood),
        (key("crying-chart-title"), &mut parts.tears),
        (key("around-title"), &mut parts.around),
        (key("moves-title"), &mut parts.moves),
        (key("pauses-title"), &mut parts.breaks),
        (key("export-evenings"), &mut parts.evenings),
        (key("take-along-notes"), &mut parts.notes),
    ];
    for (words, part) in rows {
        if check_row(ui, cx, ("take-along", words), &cx.t(words), *part) {
            *part = !*part;
        }
    }
}

/// Where it is, once it is there. It holds what nobody else was told, so it is said that it is not locked away.
fn saved_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(taken) = &cx.model.taken_along else { return };
    ui.add_space(size::GAP);
    match taken {
        Ok(path) => {
            let words = cx.tw("take-along-saved", &[("path", path.clone().into())]);
            card(ui, cx.theme, |ui| {
                label(ui, cx, &words, Size::Body);
                soft(ui, cx, &cx.t("take-along-careful"));
                if button(ui, cx, "open-page", &cx.t("take-along-open"), Look::Small) {
                    cx.ask(Command::OpenTakenAlong);
                }
            });
        }
        Err(error) => {
            let words = cx.tw("take-along-failed", &[("reason", cx.text.not_saved(error).into())]);
            card(ui, cx.theme, |ui| label(ui, cx, &words, Size::Body));
        }
    }
}
