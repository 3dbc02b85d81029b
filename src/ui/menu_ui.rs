//! What Back offers during the film.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::nav::Over;
use crate::evening::run::{Run, Step};

use super::cx::Cx;
use super::theme::size;
use super::widgets::{Look, button_sized, centred_column, soft, title};

/// What Back offers during the film. Undo comes first right after a press, so that it is two presses away.
pub fn menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, run: &Run) {
    centred_column(ui, 760.0, |ui| {
        ui.spacing_mut().item_spacing.y = 14.0;
        let minute = cx.tw("watching-minute", &[("minute", run.film.minute(cx.now.mono).into())]);
        title(ui, cx, &minute);
        soft(ui, cx, &cx.t(if run.film.is_running() { "menu-running" } else { "menu-standing" }));
        ui.add_space(8.0);
        let fresh = run.has_fresh_tears(cx.now);
        // Where the clock stands, this only leads back to the screen on which it does.
        let go_on = cx.t(if run.film.is_running() { "menu-go-on" } else { "menu-back" });
        let first = |here: bool| if here { Look::PlainFirst } else { Look::Plain };
        entry(ui, cx, "go-on", &go_on, first(!fresh), Command::Menu(false));
        if let Some(mark) = run.evening.marks.last() {
            let words = match mark.film_secs {
                Some(secs) => cx.tw("menu-undo-at", &[("minute", (secs / 60).into())]),
                None => cx.t("menu-undo"),
            };
            entry(ui, cx, "undo", &words, first(fresh), Command::Step(Step::UndoTears));
        }
        let (words, step) = if run.film.is_running() {
            (cx.t("menu-pause"), Step::PauseFilm)
        } else {
            (cx.t("menu-start"), Step::StartFilm)
        };
        entry(ui, cx, "pause", &words, Look::Plain, Command::Step(step));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::GAP;
            let half = vec2((ui.available_width() - size::GAP) / 2.0, 0.0);
            if button_sized(ui, cx, "back-30", &cx.t("menu-back-30"), Look::Plain, half) {
                cx.ask(Command::Step(Step::Nudge(-30)));
            }
            if button_sized(ui, cx, "on-30", &cx.t("menu-on-30"), Look::Plain, half) {
                cx.ask(Command::Step(Step::Nudge(30)));
            }
        });
        if run.offered_break(cx.now).is_some() {
            let over = cx.t(if run.next().is_none() { "watching-over" } else { "watching-next" });
            entry(ui, cx, "over", &over, Look::Plain, Command::Step(Step::ItemOver));
        }
        if run.waits_for_film(cx.now) && !run.evening.watched.is_empty() {
            entry(ui, cx, "not-over", &cx.t("menu-not-over"), Look::Plain, Command::Step(Step::NotOver));
        }
        if run.is_untouched(cx.now) {
            entry(ui, cx, "abandon", &cx.t("menu-abandon"), Look::Plain, Command::Abandon);
        }
        entry(ui, cx, "talk", &cx.t("talk-title"), Look::Plain, Command::Lay(Over::Talk));
        entry(ui, cx, "enough", &cx.t("menu-enough"), Look::Plain, Command::Step(Step::LeaveFilm));
        entry(ui, cx, "leave", &cx.t("menu-leave"), Look::Plain, Command::Quit);
    });
}

fn entry(ui: &mut Ui, cx: &mut Cx<'_>, key: &str, words: &str, look: Look, command: Command) {
    let wide = vec2(ui.available_width(), 0.0);
    if button_sized(ui, cx, ("menu", key), words, look, wide) {
        cx.ask(command);
    }
}
