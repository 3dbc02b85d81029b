//! How is it now? Two sliders and a few words, in ten seconds.

use chrono::NaiveDate;
use egui::{Ui, vec2};

use crate::clock::Wall;
use crate::evening::check_in::{Feeling, Moment, WORDS};
use crate::evening::run::Stage;
use crate::text::key;

use super::cx::Cx;
use super::plan_ui::{add_own_word, own_word_ui};
use super::talk_ui::talk_pressed;
use super::widgets::{
    Look, Track, button, centred_column, centred_soft, choice_chips, feeling_slider, section, soft, title,
};

/// Where the faint lines stand: `(pleasant, stirred)`, and what they are.
pub struct Last {
    pleasant: Option<u8>,
    stirred: Option<u8>,
    words: &'static str,
}

/// What a check-in page was left with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Keep it.
    Keep,
    /// Not now.
    Skip,
    /// For somebody to talk to: it is there again afterwards.
    Talk,
}

/// The words that offer a later check-in.
pub(crate) fn offer_key(moment: Moment) -> &'static str {
    match moment {
        Moment::Plus20 => key("offer-plus20"),
        Moment::Plus90 => key("offer-plus90"),
        _ => key("offer-morning"),
    }
}

/// The check-in itself, changing `feeling`. Says how it was left.
pub fn check_in_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    head: &[String; 2],
    last: Option<&Last>,
    feeling: &mut Feeling,
    own: &mut String,
    beside: impl FnOnce(&mut Ui, &Cx<'_>),
) -> Option<Left> {
    let theme = cx.theme;
    centred_column(ui, 1260.0, |ui| {
        ui.vertical_centered(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let [question, about] = head;
            title(ui, cx, question);
            // Beside it a corner stays free.
            centred_soft(ui, cx, about, 820.0);
        });
        ui.add_space(22.0);
        let (pleasant, stirred) = last.map_or((None, None), |last| (last.pleasant, last.stirred));
        let unset = cx.t("slider-unset");
        let track = Track {
            name: &cx.t("pleasant-name"),
            low: &cx.t("pleasant-low"),
            high: &cx.t("pleasant-high"),
            colours: [theme.slate, theme.rain, theme.accent],
            unset: &unset,
            first: true,
        };
        if let Some(moved) = feeling_slider(ui, cx, "pleasant", &track, feeling.pleasant, pleasant) {
            feeling.pleasant = Some(moved);
        }
        if let Some(last) = last.filter(|_| pleasant.is_some() || stirred.is_some()) {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| soft(ui, cx, &cx.t(last.words)));
        }
        let track = Track {
            name: &cx.t("stirred-name"),
            low: &cx.t("stirred-low"),
            high: &cx.t("stirred-high"),
            colours: [theme.slate, theme.lilac, theme.clay],
            unset: &unset,
            first: false,
        };
        if let Some(moved) = feeling_slider(ui, cx, "stirred", &track, feeling.stirred, stirred) {
            feeling.stirred = Some(moved);
        }
        ui.add_space(10.0);
        words_ui(ui, cx, feeling, own);
        ui.add_space(12.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, 26.0);
            let keep = button(ui, cx, "keep", &cx.t("check-in-keep"), Look::Amber);
            let skip = button(ui, cx, "not-now", &cx.t("check-in-skip"), Look::Plain);
            beside(ui, cx);
            // Beside them, so that they are what all arrows down lead to.
            let talk = talk_pressed(ui, cx);
            if keep {
                // A word that was typed and not added was meant.
                add_own_word(own, &mut feeling.words);
                Some(Left::Keep)
            } else if skip {
                Some(Left::Skip)
            } else if talk {
                Some(Left::Talk)
            } else {
                None
            }
        })
        .inner
    })
}

fn words_ui(ui: &mut Ui, cx: &Cx<'_>, feeling: &mut Feeling, own: &mut String) {
    section(ui, cx, &cx.t("check-in-words"));
    let own_words = feeling.words.iter().filter(|word| !WORDS.contains(&word.as_str())).cloned();
    let words: Vec<String> = WORDS.iter().map(|word| (*word).to_owned()).chain(own_words).collect();
    let shown = words.iter().enumerate().map(|(index, word)| (index, cx.known_word(word)));
    let pressed = choice_chips(ui, cx, "word", shown, |index| feeling.words.contains(&words[index]));
    if let Some(word) = pressed.and_then(|index| words.get(index)) {
        match feeling.words.iter().position(|known| known == word) {
            Some(index) => {
                feeling.words.remove(index);
            }
            None => feeling.words.push(word.clone()),
        }
    }
    own_word_ui(ui, cx, "own-word", &cx.t("check-in-own"), own, &mut feeling.words);
}

/// What is asked now, and a line about it.
pub(super) fn now_head(cx: &Cx<'_>, moment: Moment) -> [String; 2] {
    [cx.t("check-in-title"), cx.t(about(moment))]
}

/// What is asked of another time, and which: nobody takes it for now.
pub(super) fn then_head(cx: &Cx<'_>, moment: Moment, day: NaiveDate, at: Option<Wall>) -> [String; 2] {
    let when = at.map_or_else(|| cx.day(day), |at| cx.day_and_time(at.naive_local()));
    let about = cx.tw("check-in-then-line", &[("when", when.into()), ("moment", cx.moment(moment).into())]);
    [cx.t("check-in-then"), about]
}

fn about(moment: Moment) -> &'static str {
    match moment {
        Moment::Before => key("check-in-before"),
        Moment::After => key("check-in-after"),
        Moment::Plus20 => key("check-in-plus20"),
        Moment::Plus90 => key("check-in-plus90"),
        Moment::Morning => key("check-in-morning"),
        Moment::Free => key("check-in-free"),
    }
}

/// Where the faint lines stand: before the film at the last check-in of any kind, later at this evening's "before".
#[must_use]
pub fn last_for(cx: &Cx<'_>, moment: Moment, evening: Option<uuid::Uuid>) -> Option<Last> {
    let journal = &cx.model.journal;
    let before =
        evening.and_then(|evening| journal.check_ins_of(evening).find(|check_in| check_in.moment == Moment::Before));
    let (check_in, words) = match moment {
        Moment::Before | Moment::Free => (journal.last_check_in()?, key("last-time")),
        _ => (before?, key("before-the-film")),
    };
    Some(Last { pleasant: check_in.pleasant, stirred: check_in.stirred, words })
}

/// The moment of the check-in that a stage of the evening asks for.
#[must_use]
pub fn moment_of_stage(stage: Stage) -> Moment {
    if stage == Stage::Before { Moment::Before } else { Moment::After }
}
