//! An evening that was interrupted: what to do with it.

use egui::{Ui, vec2};

use crate::app::command::{Command, TakeUp};
use crate::evening::resume::{Draft, Question};

use super::cx::Cx;
use super::widgets::{Look, button_sized, centred_column, paragraph, soft, title};

/// Asks what happened to the film, with both minutes in sight.
pub fn found_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &Draft) {
    ui.add_space(120.0);
    centred_column(ui, 1000.0, |ui| {
        title(ui, cx, &cx.t("found-title"));
        let name = cx.evening_name(&draft.evening().plan);
        let seen = cx.day_and_time(draft.saved_at().naive_local());
        paragraph(ui, cx, &cx.tw("found-line", &[("name", name.into()), ("seen", seen.into())]));
        soft(ui, cx, &cx.tw("found-kept", &[("n", draft.evening().marks.len().into())]));
        ui.add_space(20.0);
        if draft.is_before_the_film() && draft.question(cx.now).is_some() {
            entry(ui, cx, &cx.t("found-did-not-happen"), Look::Primary, TakeUp::DidNotHappen);
            entry(ui, cx, &cx.t("found-still-on"), Look::Plain, TakeUp::WentOn);
            return;
        }
        match draft.question(cx.now) {
            Some(Question::StoppedOrWentOn { stopped_min, went_on_min }) => {
                let stopped = cx.tw("found-stopped", &[("minute", stopped_min.into())]);
                let went_on = cx.tw("found-went-on", &[("minute", went_on_min.into())]);
                entry(ui, cx, &stopped, Look::Primary, TakeUp::Stopped);
                entry(ui, cx, &went_on, Look::Plain, TakeUp::WentOn);
            }
            Some(Question::EndedAbout { ended }) => {
                let about = cx.time(ended.time());
                let seen = cx.time(draft.saved_at().time());
                entry(ui, cx, &cx.tw("found-ended", &[("time", about.into())]), Look::Primary, TakeUp::EndedThen);
                entry(
                    ui,
                    cx,
                    &cx.tw("found-ended-seen", &[("time", seen.into())]),
                    Look::Plain,
                    TakeUp::EndedWhenLastSeen,
                );
                entry(ui, cx, &cx.t("found-still-on"), Look::Plain, TakeUp::WentOn);
            }
            None => entry(ui, cx, &cx.t("found-go-on"), Look::Primary, TakeUp::Stopped),
        }
    });
}

fn entry(ui: &mut Ui, cx: &mut Cx<'_>, words: &str, look: Look, answer: TakeUp) {
    let wide = vec2(ui.available_width().min(760.0), 0.0);
    if button_sized(ui, cx, ("found", answer), words, look, wide) {
        cx.ask(Command::TakeUp(answer));
    }
}
