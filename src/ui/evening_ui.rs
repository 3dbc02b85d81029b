//! The evening while it happens: each stage has its page.

use egui::{Rect, Ui};

use crate::app::command::Command;
use crate::app::nav::Over;
use crate::care::guide::Occasion;
use crate::evening::run::{Run, Stage, Step};

use super::aftercare_ui::aftercare_ui;
use super::break_ui::{BreakView, break_choices_ui, break_ui};
use super::check_in_ui::{Left, check_in_ui, last_for, moment_of_stage, now_head};
use super::cx::Cx;
use super::guide_ui::{corner_offer_ui, has_corner, offer_ui};
use super::menu_ui::menu_ui;
use super::tears_ui::{TearsView, tears_ui};
use super::watching_ui::watching_ui;
use super::widgets::{chip, page, soft};

/// What is half typed during an evening.
#[derive(Clone, Debug, Default)]
pub struct EveningView {
    at: Option<(uuid::Uuid, Stage)>,
    own_word: String,
    tears: TearsView,
    rest: BreakView,
}

/// Soft music while settling in, or afterwards. Gives back what was asked for.
pub(super) fn music_chip(ui: &mut Ui, cx: &Cx<'_>) -> Option<Command> {
    let on = cx.model.music;
    let is_pressed = chip(ui, cx, "music", &cx.t("music"), on);
    if on && cx.model.outside.sound_fails {
        soft(ui, cx, &cx.t("sound-fails"));
    }
    is_pressed.then_some(Command::Music(!on))
}

/// The page of the stage the evening is at.
pub fn evening_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut EveningView, run: &Run, rect: Rect) {
    let at = Some((run.evening.id, run.stage));
    if view.at != at {
        *view = EveningView { at, ..EveningView::default() };
    }
    match run.stage {
        Stage::Watching if cx.model.menu_open => page(ui, "menu", rect, |ui| menu_ui(ui, cx, run)),
        Stage::Watching => watching_ui(ui, cx, run, rect),
        Stage::Break if cx.model.menu_open => page(ui, "choices", rect, |ui| break_choices_ui(ui, cx)),
        Stage::Break => {
            if let Some(pause) = &run.pause {
                break_ui(ui, cx, &mut view.rest, run, pause, rect);
            }
        }
        Stage::Before | Stage::After => page(ui, "check-in", rect, |ui| {
            let moment = moment_of_stage(run.stage);
            let mut feeling = run.feeling.clone();
            let last = last_for(cx, moment, Some(run.evening.id));
            let mut music = None;
            let beside = |ui: &mut Ui, cx: &Cx<'_>| music = music_chip(ui, cx);
            let left =
                check_in_ui(ui, cx, &now_head(cx, moment), last.as_ref(), &mut feeling, &mut view.own_word, beside);
            cx.commands.extend(music);
            if feeling != run.feeling {
                cx.ask(Command::Step(Step::Feel(feeling)));
            }
            match left {
                Some(Left::Keep) => cx.ask(Command::Step(Step::KeepCheckIn)),
                Some(Left::Skip) => cx.ask(Command::Step(Step::SkipCheckIn)),
                Some(Left::Talk) => cx.ask(Command::Lay(Over::Talk)),
                None => {}
            }
            if !has_corner(rect) {
                offer_ui(ui, cx, if run.stage == Stage::Before { Occasion::Before } else { Occasion::After });
            }
        }),
        Stage::Tears => page(ui, "tears", rect, |ui| {
            tears_ui(ui, cx, &mut view.tears, run);
            if cx.model.music {
                // Where it plays it can be stopped.
                let music = music_chip(ui, cx);
                cx.commands.extend(music);
            }
        }),
        Stage::Aftercare => page(ui, "aftercare", rect, |ui| aftercare_ui(ui, cx, run)),
    }
    // After the page, so that the question is read before it.
    match run.stage {
        Stage::Before if has_corner(rect) => corner_offer_ui(ui, cx, Occasion::Before, rect),
        Stage::After if has_corner(rect) => corner_offer_ui(ui, cx, Occasion::After, rect),
        _ => {}
    }
}
