//! Something that was written to look back.

use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::journal::entry::{LETTER, Reflection};

use super::cx::Cx;
use super::journal_ui::gone_ui;
use super::theme::size;
use super::versions_ui::versions_line_ui;
use super::widgets::{Look, button, centred_column, paragraph, soft, text_area, title};
use super::write_ui::end_ui;

/// The text as it is being typed.
#[derive(Clone, Debug, Default)]
pub struct ReflectionView {
    id: Option<Uuid>,
    text: String,
    /// The text as it was kept when it was last looked at: somebody else may change it meanwhile.
    kept: String,
}

/// The page on which a reflection is read and changed.
pub fn reflection_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut ReflectionView, id: Uuid) {
    let model = cx.model;
    let Some(known) = model.journal.reflections.get(id) else {
        gone_ui(ui, cx);
        return;
    };
    if view.id != Some(id) || view.kept != known.text {
        *view = ReflectionView { id: Some(id), text: known.text.clone(), kept: known.text.clone() };
    }
    let letter = known.prompt == LETTER;
    let (mut changed, mut done, mut delete) = (false, false, false);
    centred_column(ui, 1260.0, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            title(ui, cx, &cx.t(if letter { "letter-title" } else { "reflection-title" }));
            soft(ui, cx, &cx.day(known.day));
        });
        versions_line_ui(ui, cx, &model.journal.reflections, id);
        let mut name = cx.t("reflection-name");
        if known.prompt == "aftercare-prompt" {
            name = cx.t("aftercare-prompt");
            paragraph(ui, cx, &name);
        }
        let hint = cx.t("reflection-hint");
        changed = text_area(ui, cx, ("reflection", id), &name, &mut view.text, &hint, 8).changed;
        ui.add_space(14.0);
        if letter {
            (done, delete) = end_ui(ui, cx, true);
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            done = button(ui, cx, "reflection-done", &cx.t("done"), Look::Primary);
            delete = button(ui, cx, "reflection-delete", &cx.t("reflection-delete"), Look::Quiet);
        });
    });
    if delete && letter {
        cx.ask(Command::Open(Page::Burn(id)));
        return;
    }
    if delete {
        cx.ask(Command::Delete(id));
    } else if changed && view.text != known.text {
        cx.ask(Command::KeepReflection(Box::new(Reflection { text: view.text.clone(), ..known.clone() })));
    }
    if done {
        cx.ask(Command::Back);
    }
    if done || delete {
        *view = ReflectionView::default();
    }
}
