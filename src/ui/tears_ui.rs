//! How the tears were. Everything is optional, and none is a full and good result.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::care::guide::Occasion;
use crate::evening::run::{Run, Step};
use crate::evening::tears::{Chip, Feel, TearKind, Tears};

use super::cry_ui::later;
use super::cx::Cx;
use super::guide_ui::beside_ui;
use super::theme::size;
use super::widgets::{Look, button, centred_column, choice_chips, section, soft, stepper, title};

/// What is half chosen.
#[derive(Clone, Debug, Default)]
pub struct TearsView {
    adding: Option<Adding>,
}

#[derive(Clone, Copy, Debug)]
struct Adding {
    item: u32,
    film_min: Option<u32>,
}

/// The questions after the film.
pub fn tears_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut TearsView, run: &Run) {
    let evening = &run.evening;
    centred_column(ui, 1260.0, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            title(ui, cx, &cx.t("tears-title"));
            let has_marks = !evening.marks.is_empty();
            soft(ui, cx, &cx.t(if has_marks { "tears-line-marked" } else { "tears-line" }));
        });
        ui.add_space(6.0);
        let all = Tears::ALL.map(|tears| (tears, cx.tears(tears)));
        if let Some(tears) = choice_chips(ui, cx, "tears", all, |tears| evening.tears == Some(tears)) {
            cx.ask(Command::Step(Step::AnswerTears(tears)));
        }
        let some = evening.tears.is_some_and(|tears| tears != Tears::None) || !evening.marks.is_empty();
        if some {
            section(ui, cx, &cx.t("tears-kinds"));
            let all = TearKind::ALL.map(|kind| (kind, cx.tear_kind(kind)));
            if let Some(kind) = choice_chips(ui, cx, "kinds", all, |kind| evening.kinds.contains(&kind)) {
                cx.ask(Command::Step(Step::ToggleKind(kind)));
            }
        }
        section(ui, cx, &cx.t("feel-question"));
        let all = Feel::ALL.map(|feel| (feel, cx.feel(feel)));
        if let Some(feel) = choice_chips(ui, cx, "feel", all, |feel| evening.feel == Some(feel)) {
            cx.ask(Command::Step(Step::AnswerFeel(feel)));
        }
        section(ui, cx, &cx.t("chips-question"));
        let all = Chip::ALL.map(|chip| (chip, cx.chip(chip)));
        if let Some(chip) = choice_chips(ui, cx, "chips", all, |chip| evening.chips.contains(&chip)) {
            cx.ask(Command::Step(Step::ToggleChip(chip)));
        }
        marks_ui(ui, cx, view, run);
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            if button(ui, cx, "answers-done", &cx.t("tears-done"), Look::Primary) {
                cx.ask(Command::Step(Step::AnswersDone));
            }
            beside_ui(ui, cx, Occasion::Tears);
        });
    });
}

/// The marks of the film, and a way to add what was not marked then.
fn marks_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut TearsView, run: &Run) {
    let remembered = cx.model.journal.cries.iter().filter(|cry| cry.evening == Some(run.evening.id)).count();
    section(ui, cx, &cx.tw("tears-marks", &[("n", (run.evening.marks.len() + remembered).into())]));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 12.0);
        let mut removes = Removes::default();
        for (index, mark) in run.evening.marks.iter().enumerate() {
            let words = removes.words(cx, mark.film_secs);
            if button(ui, cx, ("mark", index), &words, Look::Quiet) {
                cx.ask(Command::Step(Step::RemoveTears(index)));
            }
        }
        remembered_ui(ui, cx, run, &mut removes);
        if view.adding.is_none() && button(ui, cx, "add-tears", &cx.t("tears-add"), Look::Quiet) {
            view.adding = Some(Adding { item: run.item, film_min: None });
        }
    });
    let Some(adding) = &mut view.adding else { return };
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 12.0);
        let items = &run.evening.plan.items;
        if items.len() > 1 {
            let at = items.iter().position(|item| item.key == adding.item).unwrap_or(0);
            let steps = stepper(ui, cx, "add-item", &cx.t("tears-in-item"), &cx.item_name(&items[at]), 460.0);
            let at = i64::try_from(at).unwrap_or(0) + i64::from(steps);
            adding.item = items[usize::try_from(at).unwrap_or(0).min(items.len() - 1)].key;
        }
        let shown = match adding.film_min {
            Some(minute) => cx.tw("watching-minute", &[("minute", minute.into())]),
            None => cx.t("tears-no-minute"),
        };
        let steps = stepper(ui, cx, "add-minute", &cx.t("tears-minute"), &shown, 420.0);
        let runtime = run.evening.plan.item(adding.item).and_then(|item| item.runtime_min);
        adding.film_min = later(adding.film_min, steps, runtime);
        if button(ui, cx, "add-now", &cx.t("tears-add-now"), Look::Plain) {
            cx.ask(Command::Step(Step::AddTears { item: adding.item, film_min: adding.film_min }));
            done = true;
        }
    });
    if done {
        view.adding = None;
    }
}

/// What the buttons that take something back say: of several in one minute, each is told from those before it.
#[derive(Default)]
struct Removes {
    said: Vec<Option<u32>>,
}

impl Removes {
    fn words(&mut self, cx: &Cx<'_>, film_secs: Option<u32>) -> String {
        let minute = film_secs.map(|secs| secs / 60);
        self.said.push(minute);
        let n = self.said.iter().filter(|said| **said == minute).count();
        match (minute, n) {
            (Some(minute), 1) => cx.tw("tears-remove-at", &[("minute", minute.into())]),
            (Some(minute), n) => cx.tw("tears-remove-more-at", &[("minute", minute.into()), ("n", n.into())]),
            (None, 1) => cx.t("tears-remove"),
            (None, n) => cx.tw("tears-remove-more", &[("n", n.into())]),
        }
    }
}

/// What was added already, and can be taken back.
fn remembered_ui(ui: &mut Ui, cx: &mut Cx<'_>, run: &Run, removes: &mut Removes) {
    let journal = &cx.model.journal;
    let remembered = journal.cries.iter().filter(|cry| cry.evening == Some(run.evening.id));
    for (id, film_secs) in remembered.map(|cry| (cry.id, cry.film_secs)).collect::<Vec<_>>() {
        let words = removes.words(cx, film_secs);
        if button(ui, cx, ("remembered", id), &words, Look::Quiet) {
            cx.ask(Command::Delete(id));
        }
    }
}
