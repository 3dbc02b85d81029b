//! One title: what it is, what it did so far, and what can be done with it.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::nav::{Page, Room};
use crate::journal::entry::Shelved;
use crate::shelf::book::Book;
use crate::shelf::collection::{Entry, TitleRef};
use crate::shelf::series::next_episode;
use crate::shelf::take::{MOST_EPISODES, items_of, with_items};
use crate::shelf::title::Form;

use super::choose_ui::when;
use super::cx::Cx;
use super::focus::Focus;
use super::theme::size;
use super::versions_ui::versions_line_ui;
use super::widgets::{
    Look, Size, button, card, centred_column, chip, heading, marked_line, paragraph, reading, section, soft, stepper,
    title,
};

/// What is unfolded, and how many episodes are meant.
#[derive(Clone, Copy, Debug, Default)]
pub struct TitleView {
    of: Option<TitleRef>,
    shows_notes: bool,
    episodes: u32,
}

/// The page of one title.
pub fn title_ui(ui: &mut Ui, cx: &mut Cx<'_>, book: &Book, view: &mut TitleView, key: TitleRef) {
    if view.of != Some(key) {
        *view = TitleView { of: Some(key), shows_notes: false, episodes: 1 };
    }
    centred_column(ui, 1360.0, |ui| {
        let Some(entry) = book.entry(key) else {
            paragraph(ui, cx, &cx.t("title-gone"));
            if button(ui, cx, "back", &cx.t("done"), Look::Primary) {
                cx.ask(Command::Back);
            }
            return;
        };
        top_ui(ui, cx, entry);
        for record in &entry.records {
            versions_line_ui(ui, cx, &cx.model.journal.titles, *record);
        }
        card(ui, cx.theme, |ui| take_ui(ui, cx, book, view, entry));
        card(ui, cx.theme, |ui| about_ui(ui, cx, book, view, entry));
        if !entry.note.trim().is_empty() {
            card(ui, cx.theme, |ui| {
                section(ui, cx, &cx.t("title-note"));
                reading(ui, cx, "title-note", &entry.note, Size::Body);
            });
        }
        end_ui(ui, cx, entry);
    });
}

fn top_ui(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        title(ui, cx, &cx.title_name(entry));
        soft(ui, cx, &cx.title_facts(entry));
        if let Some(original) = &entry.title.original {
            soft(ui, cx, &cx.tw("title-original", &[("name", original.clone().into())]));
        }
    });
}

/// Watching it tonight, and what then becomes of the evening.
fn take_ui(ui: &mut Ui, cx: &mut Cx<'_>, book: &Book, view: &mut TitleView, entry: &Entry) {
    let last = book.history(entry).and_then(|history| history.last_episode);
    let is_series = entry.title.form == Form::Series;
    if is_series {
        let next = next_episode(&entry.title.seasons, last);
        let words = match next {
            Some((season, episode)) => {
                cx.tw("title-next-episode", &[("season", season.into()), ("episode", episode.into())])
            }
            None => cx.t("title-all-seen"),
        };
        heading(ui, cx, &words);
        let shown = cx.tw("title-episodes-n", &[("n", view.episodes.into())]);
        let steps = stepper(ui, cx, "title-episodes", &cx.t("title-episodes"), &shown, 760.0);
        view.episodes = view.episodes.saturating_add_signed(steps).clamp(1, MOST_EPISODES);
    }
    let items = items_of(&entry.title, last, view.episodes);
    let (starts, bedtime) = (cx.model.starts(cx.now), cx.model.bedtime(cx.now));
    let plan = &cx.model.tonight.plan;
    let when = when(cx, plan, &items, starts, bedtime);
    ui.horizontal_wrapped(|ui| marked_line(ui, cx, when.fits, &when.words));
    let words = match cx.model.tonight.when {
        // The evening that is open is another one, and it is that one which changes.
        Some(when) => cx.tw("title-for-then", &[("day", cx.day(when.date()).into())]),
        None if is_series => cx.tw("title-tonight-episodes", &[("n", items.len().into())]),
        None if is_read(entry) => cx.t("title-tonight-take"),
        None => cx.t("title-tonight"),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        if button(ui, cx, "watch", &words, Look::Primary) {
            // On the page of tonight the next thing is to begin.
            ui.ctx().with_plugin(|focus: &mut Focus| focus.start_anew());
            cx.ask(Command::SetPlan(with_items(plan, items)));
            cx.ask(Command::Enter(Room::Tonight));
        }
        // Nobody else is asked about a letter.
        let has_a_place = !is_read(entry) || !entry.link.trim().is_empty();
        if has_a_place && button(ui, cx, "plays", &cx.t("title-open"), Look::Small) {
            cx.ask(Command::Open(Page::Plays(entry.key)));
        }
    });
}

/// Whether it is something that no service plays.
fn is_read(entry: &Entry) -> bool {
    matches!(entry.title.form, Form::Letter | Form::Chapter | Form::Other)
}

fn about_ui(ui: &mut Ui, cx: &mut Cx<'_>, book: &Book, view: &mut TitleView, entry: &Entry) {
    for line in cx.title_history(book.history(entry).as_ref()) {
        paragraph(ui, cx, &line);
    }
    let facts = &entry.title;
    if !facts.themes.is_empty() {
        soft(ui, cx, &cx.tw("title-themes", &[("themes", facts.themes.join(", ").into())]));
    }
    if !entry.found_at.trim().is_empty() {
        soft(ui, cx, &cx.tw("title-found-at", &[("where", entry.found_at.clone().into())]));
    }
    if facts.doubtful {
        soft(ui, cx, &cx.t("title-doubtful"));
    }
    let words = cx.t(if view.shows_notes { "title-notes-hide" } else { "title-notes-show" });
    if button(ui, cx, "notes", &words, Look::Small) {
        view.shows_notes = !view.shows_notes;
    }
    if view.shows_notes {
        paragraph(ui, cx, &cx.content_notes(&facts.notes));
        if !facts.remark.trim().is_empty() {
            soft(ui, cx, &cx.tw("title-remark", &[("remark", facts.remark.clone().into())]));
        }
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
        for (id, words, is_on, set) in [
            ("want", cx.t("title-want"), entry.wanted, (|said, on| said.wanted = Some(on)) as fn(&mut Shelved, bool)),
            ("seen", cx.t("title-seen"), entry.seen, |said, on| said.seen = Some(on)),
        ] {
            if chip(ui, cx, ("title", id), &words, is_on) {
                say(cx, entry, |said| set(said, !is_on));
            }
        }
    });
}

fn end_ui(ui: &mut Ui, cx: &mut Cx<'_>, entry: &Entry) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
        if button(ui, cx, "change", &cx.t("title-change"), Look::Plain) {
            cx.ask(Command::Open(Page::EditTitle(Some(entry.key))));
        }
        if entry.is_own() {
            if button(ui, cx, "delete", &cx.t("title-delete"), Look::Quiet) {
                cx.commands.extend(entry.records.iter().map(|id| Command::Delete(*id)));
            }
            return;
        }
        let words = cx.t(if entry.hidden { "title-unhide" } else { "title-hide" });
        if button(ui, cx, "hide", &words, Look::Quiet) {
            say(cx, entry, |said| said.hidden = Some(!entry.hidden));
        }
        if !entry.records.is_empty() && button(ui, cx, "reset", &cx.t("title-reset"), Look::Quiet) {
            cx.commands.extend(entry.records.iter().map(|id| Command::Delete(*id)));
        }
    });
}

/// Keeps what the person says about a title.
fn say(cx: &mut Cx<'_>, entry: &Entry, change: impl FnOnce(&mut Shelved)) {
    let mut said = entry.record(&cx.model.journal, cx.model.today(cx.now), cx.now.wall);
    change(&mut said);
    cx.ask(Command::KeepTitle(Box::new(said)));
}
