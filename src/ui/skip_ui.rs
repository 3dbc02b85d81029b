//! What the person does not want to meet. Set once; what is proposed then leaves it out.

use egui::Ui;

use crate::app::command::Command;
use crate::shelf::title::Note;

use super::cx::Cx;
use super::widgets::{Look, button, centred_column, choice_chips, paragraph, title};

/// The page on which that is said.
pub fn skip_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut settings = cx.model.settings.clone();
    centred_column(ui, 1440.0, |ui| {
        title(ui, cx, &cx.t("skip-title"));
        paragraph(ui, cx, &cx.t("skip-line"));
        let notes = Note::ALL.map(|note| (note, cx.content_note(note)));
        if let Some(note) = choice_chips(ui, cx, "skip", notes, |note| settings.skip.contains(&note))
            && !settings.skip.remove(&note)
        {
            settings.skip.insert(note);
        }
        ui.add_space(20.0);
        if button(ui, cx, "done", &cx.t("done"), Look::Amber) {
            cx.ask(Command::Back);
        }
    });
    if settings != cx.model.settings {
        cx.ask(Command::SetSettings(Box::new(settings)));
    }
}
