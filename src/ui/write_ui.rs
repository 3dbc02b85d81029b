//! Something to keep in one's own words, or a letter to nobody, which can be burnt.

use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::journal::entry::{LETTER, Reflection};
use crate::journal::record::{Record, Rev};
use crate::text::key;

use super::cx::Cx;
use super::theme::size;
use super::widgets::{Look, button, centred_column, paragraph, text_area, title};

/// What is being written.
#[derive(Clone, Debug, Default)]
pub struct WriteView {
    of: Option<(Option<Uuid>, bool)>,
    /// The record, from the first letter on: what is half written survives a crash.
    id: Option<Uuid>,
    text: String,
}

/// The page on which something new is written.
pub fn write_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut WriteView, evening: Option<Uuid>, letter: bool) {
    if view.of != Some((evening, letter)) {
        *view = WriteView { of: Some((evening, letter)), ..WriteView::default() };
    }
    let (mut keep, mut burn) = (false, false);
    centred_column(ui, 1260.0, |ui| {
        let name = cx.t(if letter { "letter-title" } else { "write-title" });
        title(ui, cx, &name);
        paragraph(ui, cx, &cx.t(if letter { "letter-line" } else { "write-line" }));
        let hint = cx.t(if letter { "letter-hint" } else { "reflection-hint" });
        if text_area(ui, cx, ("write", letter), &name, &mut view.text, &hint, 9).changed {
            keep_ui_text(cx, view, evening, letter);
        }
        ui.add_space(14.0);
        (keep, burn) = end_ui(ui, cx, letter);
    });
    match view.id {
        Some(id) if burn && letter => {
            cx.ask(Command::Open(Page::Burn(id)));
            return;
        }
        Some(id) if burn => cx.ask(Command::Delete(id)),
        _ => {}
    }
    if keep || burn {
        cx.ask(Command::Back);
        *view = WriteView::default();
    }
}

/// Keeps the text as it reads now.
fn keep_ui_text(cx: &mut Cx<'_>, view: &mut WriteView, evening: Option<Uuid>, letter: bool) {
    let journal = &cx.model.journal;
    let id = *view.id.get_or_insert_with(Uuid::new_v4);
    let known = journal.reflections.get(id).cloned();
    let reflection = known.unwrap_or_else(|| {
        let day = evening.and_then(|id| journal.evenings.get(id)).map(|evening| evening.day);
        let at = if evening.is_none() { Some(cx.now.wall) } else { None };
        let nobody_yet = Rev(0, journal.device.clone());
        let new = Reflection::new(id, nobody_yet, day.unwrap_or_else(|| cx.model.today(cx.now)), at);
        Reflection { evening, prompt: if letter { LETTER.to_owned() } else { String::new() }, ..new }
    });
    cx.ask(Command::KeepReflection(Box::new(Reflection { text: view.text.clone(), ..reflection })));
}

/// Whether it is kept, and whether it is to be gone. What cannot come back is asked once more, on a page of its own.
pub(super) fn end_ui(ui: &mut Ui, cx: &Cx<'_>, letter: bool) -> (bool, bool) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        let keep = button(ui, cx, "write-keep", &cx.t("write-keep"), Look::Amber);
        let gone = if letter { key("letter-burn") } else { key("edit-drop") };
        (keep, button(ui, cx, "write-drop", &cx.t(gone), Look::Quiet))
    })
    .inner
}
