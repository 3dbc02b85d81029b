//! Checking in with oneself: four questions, and what can be said to the answers. Nothing is kept unless asked.

use egui::{Rect, Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::nav::Over;
use crate::care::self_check::{Answer, Answers, Reply, Sign};
use crate::journal::entry::Reflection;
use crate::journal::record::{Record, Rev};
use crate::text::key;

use super::cry_ui::question;
use super::cx::Cx;
use super::talk_ui::done_ui;
use super::theme::size;
use super::widgets::{Look, Size, button, card, centred_column, chip_about, label, live, paragraph, soft, title};

/// What was answered, until the page is left.
#[derive(Clone, Debug, Default)]
pub struct SelfCheckView {
    answers: Answers,
    /// The answers as they were put into the journal, and under which name.
    kept: Option<(Uuid, Answers)>,
}

fn question_of(sign: Sign) -> &'static str {
    match sign {
        Sign::Timing => key("self-timing"),
        Sign::Relationships => key("self-relationships"),
        Sign::Cause => key("self-cause"),
        Sign::Duration => key("self-duration"),
    }
}

fn name_of(sign: Sign) -> &'static str {
    match sign {
        Sign::Timing => key("self-sign-timing"),
        Sign::Relationships => key("self-sign-relationships"),
        Sign::Cause => key("self-sign-cause"),
        Sign::Duration => key("self-sign-duration"),
    }
}

fn words_of(answer: Answer) -> &'static str {
    match answer {
        Answer::NotReally => key("self-not-really"),
        Answer::Sometimes => key("self-sometimes"),
        Answer::Often => key("self-often"),
        Answer::RatherNot => key("self-rather-not"),
    }
}

/// The page with the four questions.
pub fn self_check_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut SelfCheckView) {
    centred_column(ui, 1440.0, |ui| {
        title(ui, cx, &cx.t("self-title"));
        paragraph(ui, cx, &cx.t("self-line"));
        ui.spacing_mut().item_spacing.y = 12.0;
        let mut answered = None;
        for sign in Sign::ALL {
            question(ui, cx, &cx.t(question_of(sign)));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(14.0, 14.0);
                for answer in Answer::ALL {
                    let (words, about) = (cx.t(words_of(answer)), cx.t(question_of(sign)));
                    let chosen = view.answers.get(sign) == Some(answer);
                    if chip_about(ui, cx, ("sign", sign, answer), &words, &about, chosen) {
                        view.answers.set(sign, answer);
                        answered = Some(ui.min_rect().top());
                    }
                }
            });
        }
        ui.add_space(8.0);
        let said = ui.cursor().top();
        said_ui(ui, cx, &view.answers.outcome());
        label(ui, cx, &cx.t("self-safety"), Size::Body);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            if button(ui, cx, "self-talk", &cx.t("talk-title"), Look::Plain) {
                cx.ask(Command::Lay(Over::Talk));
            }
            let is_kept = view.kept.as_ref().is_some_and(|(_, kept)| *kept == view.answers);
            let can_keep = !cx.model.is_read_only() || cx.model.keeps_beside();
            let may_keep = view.answers.answered().next().is_some() && !is_kept && can_keep;
            if may_keep && button(ui, cx, "self-keep", &cx.t("self-keep"), Look::Quiet) {
                let id = view.kept.as_ref().map_or_else(Uuid::new_v4, |(id, _)| *id);
                keep(cx, id, &view.answers);
                view.kept = Some((id, view.answers.clone()));
            }
            if is_kept {
                live(ui, |ui| soft(ui, cx, &cx.t("self-kept")));
            }
            done_ui(ui, cx);
        });
        if let Some(top) = answered {
            show_said(ui, top, said);
        }
    });
}

/// What is said to an answer, and whom one can turn to in any case, comes into sight with it where there is room for all.
fn show_said(ui: &Ui, answered: f32, said: f32) {
    const RING: f32 = 24.0;
    let whole = ui.min_rect();
    if whole.bottom() - answered + 2.0 * RING < ui.clip_rect().height() {
        ui.scroll_to_rect(Rect::from_x_y_ranges(whole.x_range(), said..=whole.bottom() + RING), None);
    }
}

/// What is said to it: no result, no colour, no sum.
fn said_ui(ui: &mut Ui, cx: &Cx<'_>, reply: &Reply) {
    let mut lines = Vec::new();
    match reply {
        Reply::Nothing => return,
        Reply::NothingStandsOut => lines.push(cx.t("self-nothing-stands-out")),
        Reply::ComeAndGo => lines.push(cx.t("self-come-and-go")),
        Reply::Marked { signs, tell_a_doctor } => {
            let names: Vec<String> = signs.iter().map(|sign| cx.t(name_of(*sign))).collect();
            lines.push(cx.tw("self-marked", &[("signs", names.join(", ").into())]));
            if *tell_a_doctor {
                lines.push(cx.t("self-doctor"));
            }
        }
    }
    card(ui, cx.theme, |ui| {
        for line in lines {
            live(ui, |ui| paragraph(ui, cx, &line));
        }
    });
}

/// Puts the questions and what was answered into the journal, as something the person wrote.
fn keep(cx: &mut Cx<'_>, id: Uuid, answers: &Answers) {
    let line = |(sign, answer)| {
        let values = [("question", cx.t(question_of(sign)).into()), ("answer", cx.t(words_of(answer)).into())];
        cx.tw("self-note-line", &values)
    };
    let text: Vec<String> = answers.answered().map(line).collect();
    let nobody_yet = Rev(0, cx.model.journal.device.clone());
    let known = cx.model.journal.reflections.get(id).cloned();
    let reflection =
        known.unwrap_or_else(|| Reflection::new(id, nobody_yet, cx.model.today(cx.now), Some(cx.now.wall)));
    cx.ask(Command::KeepReflection(Box::new(Reflection { text: text.join("\n"), ..reflection })));
}
