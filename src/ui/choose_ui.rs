//! Choosing for tonight: by what is wished for, and by the time there is.

use chrono::{Datelike, NaiveDateTime};
use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::evening::plan::{EveningPlan, Item};
use crate::evening::timeline::fit;
use crate::shelf::book::Book;
use crate::shelf::choose::{Choice, Question, Reason, Wish, choose, in_order, surprise};
use crate::shelf::collection::{Entry, TitleRef};
use crate::shelf::take::{is_in_time, items_of, most_min, with_items};
use crate::text::key;

use super::cx::Cx;
use super::theme::size;
use super::widgets::{
    Look, button, centred_column, check_row, choice_chips, list_row, offer_button, paragraph, soft, title,
};

/// How many titles are shown at first, and with each further asking: a screen full.
const SHOWN: usize = 8;

/// What is asked, and what was found.
#[derive(Clone, Debug)]
pub struct ChooseView {
    asked: Asked,
    /// Also what ends after bedtime.
    with_late: bool,
    round: u64,
    /// The surprises of earlier rounds: the next ones are others.
    had: Vec<TitleRef>,
    most: usize,
    shows_left_out: bool,
    found: Option<Found>,
}

impl Default for ChooseView {
    fn default() -> Self {
        Self {
            asked: Asked::Wish(Wish::Gentle),
            with_late: false,
            round: 0,
            had: Vec::new(),
            most: SHOWN,
            shows_left_out: false,
            found: None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Asked {
    Wish(Wish),
    Surprise,
}

/// What was found, worked out once for each question.
#[derive(Clone, Debug)]
struct Found {
    of: (Option<(u64, bool)>, Asked, Question, u64, chrono::NaiveDate),
    titles: Vec<(TitleRef, Option<Reason>)>,
    choice: Choice,
}

impl ChooseView {
    fn refresh(&mut self, cx: &Cx<'_>, book: &Book) {
        let model = cx.model;
        let (today, asked) = (model.today(cx.now), self.asked);
        let question = Question {
            wish: match asked {
                Asked::Wish(wish) => Some(wish),
                Asked::Surprise => None,
            },
            skip: model.settings.skip.clone(),
            fits_min: if self.with_late { None } else { time_left(cx) },
        };
        let of = (book.revision(), asked, question.clone(), self.round, today);
        if self.found.as_ref().is_some_and(|found| found.of == of) {
            return;
        }
        let (candidates, entries) = book.candidates();
        let seed = u64::try_from(today.num_days_from_ce()).unwrap_or_default() * 1000 + self.round;
        let choice = choose(&candidates, &question);
        let titles = match asked {
            Asked::Surprise => {
                let all = candidates.iter().zip(&entries).filter(|(_, entry)| !self.had.contains(&entry.key));
                let (others, keys): (Vec<_>, Vec<_>) = all.map(|(candidate, entry)| (*candidate, entry.key)).unzip();
                let chosen = surprise(&others, &question, today, seed);
                chosen.into_iter().map(|(index, reason)| (keys[index], Some(reason))).collect()
            }
            Asked::Wish(_) => {
                let found = in_order(&candidates, choice.found.clone(), today, seed);
                found.into_iter().map(|index| (entries[index].key, None)).collect()
            }
        };
        self.found = Some(Found { of, titles, choice });
    }
}

/// The most minutes of film that still fit before bed, where there is a bedtime.
fn time_left(cx: &Cx<'_>) -> Option<u32> {
    most_min(&cx.model.tonight.plan, cx.model.starts(cx.now), cx.model.bedtime(cx.now))
}

/// The page on which something is chosen for tonight.
pub fn choose_ui(ui: &mut Ui, cx: &mut Cx<'_>, book: &Book, view: &mut ChooseView) {
    centred_column(ui, 1440.0, |ui| {
        title(ui, cx, &choose_words(cx));
        asked_ui(ui, cx, view);
        view.refresh(cx, book);
        let Some(found) = &view.found else { return };
        let mut more = false;
        if found.titles.is_empty() {
            let nothing = if view.asked == Asked::Wish(Wish::Works) && found.choice.left_out.is_empty() {
                key("choose-none-works")
            } else {
                key("choose-none")
            };
            paragraph(ui, cx, &cx.t(nothing));
        }
        let entries = found.titles.iter().filter_map(|(key, reason)| Some((book.entry(*key)?, *reason)));
        let pressed = if view.asked == Asked::Surprise {
            surprises_ui(ui, cx, book, &entries.collect::<Vec<_>>())
        } else {
            list_ui(ui, cx, book, &entries.take(view.most).map(|(entry, _)| entry).collect::<Vec<_>>())
        };
        if let Some(pressed) = pressed {
            cx.ask(Command::Open(Page::Title(pressed)));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
            if view.asked == Asked::Surprise {
                more = button(ui, cx, "others", &cx.t("choose-others"), Look::Plain);
            } else if found.titles.len() > view.most {
                more = button(ui, cx, "more", &cx.t("choose-more"), Look::Plain);
            }
        });
        left_out_ui(ui, cx, &found.choice, &mut view.shows_left_out);
        if more && view.asked == Asked::Surprise {
            view.round += 1;
            // Where there are no others, those of before come again.
            if found.titles.is_empty() {
                view.had.clear();
            }
            view.had.extend(found.titles.iter().map(|(key, _)| *key));
        } else if more {
            view.most += SHOWN;
        }
    });
}

/// For which evening something is chosen: the one that is open may be kept for another day.
pub(super) fn choose_words(cx: &Cx<'_>) -> String {
    match cx.model.tonight.when {
        Some(when) => cx.tw("choose-title-then", &[("day", cx.day(when.date()).into())]),
        None => cx.t("choose-title"),
    }
}

fn asked_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut ChooseView) {
    let wishes = Wish::ALL.map(|wish| (Asked::Wish(wish), cx.wish(wish)));
    let all = [(Asked::Surprise, cx.t("wish-surprise"))].into_iter().chain(wishes);
    let asked = view.asked;
    if let Some(pressed) = choice_chips(ui, cx, "wish", all, |one| one == asked) {
        (view.asked, view.most, view.shows_left_out) = (pressed, SHOWN, false);
    }
    if let Some(bedtime) = cx.model.bedtime(cx.now) {
        let words = cx.tw("choose-fits", &[("bed", cx.time(bedtime.time()).into())]);
        if check_row(ui, cx, "fits", &words, !view.with_late) {
            view.with_late = !view.with_late;
        }
    }
}

/// A title as it would be tonight.
pub(super) struct When {
    /// How long, when it ends, and whether that is in time.
    pub words: String,
    /// Whether it is; `None` where there is no bedtime, or the length is not known.
    pub fits: Option<bool>,
}

/// What it would be tonight: how long, when it ends, and whether that is in time.
pub(super) fn when(
    cx: &Cx<'_>,
    plan: &EveningPlan,
    items: &[Item],
    starts: NaiveDateTime,
    bedtime: Option<NaiveDateTime>,
) -> When {
    let plan = with_items(plan, items.to_vec());
    let planned = fit(&plan, starts, bedtime);
    let (Some(length), Some(ends)) = (plan.runtime_min(), planned.film_ends) else {
        return When { words: cx.t("length-unknown"), fits: None };
    };
    let bed = bedtime.map(|at| cx.time(at.time())).unwrap_or_default();
    let values = [("length", cx.length(length).into()), ("ends", cx.time(ends.time()).into()), ("bed", bed.into())];
    let fits = bedtime.map(|_| is_in_time(&planned, starts));
    let words = match fits {
        None => key("choose-open"),
        Some(true) => key("choose-ends"),
        Some(false) => key("choose-ends-late"),
    };
    When { words: cx.tw(words, &values), fits }
}

fn when_of(cx: &Cx<'_>, book: &Book, entry: &Entry) -> When {
    let last = book.history(entry).and_then(|history| history.last_episode);
    let items = items_of(&entry.title, last, 1);
    when(cx, &cx.model.tonight.plan, &items, cx.model.starts(cx.now), cx.model.bedtime(cx.now))
}

fn list_ui(ui: &mut Ui, cx: &Cx<'_>, book: &Book, entries: &[&Entry]) -> Option<TitleRef> {
    let mut pressed = None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for entry in entries {
            let moved = cx.moved(book.history(entry).as_ref());
            let wanted = entry.wanted.then(|| cx.t("title-want"));
            let When { words, fits } = when_of(cx, book, entry);
            let right = [Some(words), moved.or(wanted)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            if list_row(ui, cx, ("choose", entry.key), &cx.title_name(entry), &right, fits, None).clicked() {
                pressed = Some(entry.key);
            }
        }
    });
    pressed
}

fn surprises_ui(ui: &mut Ui, cx: &Cx<'_>, book: &Book, entries: &[(&Entry, Option<Reason>)]) -> Option<TitleRef> {
    let mut pressed = None;
    let bed = cx.model.bedtime(cx.now).map(|at| cx.time(at.time())).unwrap_or_default();
    for (entry, reason) in entries {
        let reason = reason.map(|reason| cx.surprise_reason(reason, &bed)).unwrap_or_default();
        let When { words, fits } = when_of(cx, book, entry);
        if offer_button(ui, cx, ("surprise", entry.key), &cx.title_name(entry), &reason, (&words, fits)) {
            pressed = Some(entry.key);
        }
    }
    pressed
}

/// How many were left out; why, on request.
fn left_out_ui(ui: &mut Ui, cx: &Cx<'_>, choice: &Choice, shows: &mut bool) {
    let n: usize = choice.left_out.values().sum();
    if n == 0 {
        return;
    }
    ui.add_space(size::GAP);
    let pressed = button(ui, cx, "left-out", &cx.tw("choose-left-out", &[("n", n.into())]), Look::Quiet);
    *shows ^= pressed;
    if *shows {
        for (why, n) in &choice.left_out {
            soft(ui, cx, &cx.left_out(*why, *n));
        }
        if pressed {
            // They open below what was pressed, which may be the foot of the screen.
            ui.scroll_to_cursor(Some(egui::Align::BOTTOM));
        }
    }
}
