//! A title is put on the shelf, or changed. What cannot be is said, and the last good value stays.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::evening::plan::parse_length;
use crate::journal::entry::Shelved;
use crate::journal::record::Record;
use crate::shelf::collection::{Collection, Entry, TitleRef};
use crate::shelf::players::checked;
use crate::shelf::title::{Form, MAX_EPISODES, Note, Season, Title, Tone, parse_year};

use super::book::Book;
use super::cry_ui::question;
use super::cx::Cx;
use super::items_ui::length_error_words;
use super::plan_ui::{add_own_word, own_word_ui};
use super::theme::size;
use super::widgets::{
    Look, button, centred_column, check_row, choice_chips, soft, stepper, text_area, text_line, title,
};

/// A title while it is being filled in.
#[derive(Clone, Debug, Default)]
pub struct EditView {
    is_begun: bool,
    /// The title that is changed; `None` for a new one.
    of: Option<TitleRef>,
    /// The title as it reads now.
    entry: Option<Entry>,
    length: String,
    year: String,
    theme: String,
    shows_notes: bool,
    asks_for_name: bool,
}

impl EditView {
    fn begin(&mut self, cx: &Cx<'_>, book: &Book, key: Option<TitleRef>) {
        let entry = key.and_then(|key| book.entry(key)).cloned().unwrap_or_else(empty);
        *self = Self {
            is_begun: true,
            of: key,
            length: entry.title.runtime_min.map(|minutes| cx.length(minutes)).unwrap_or_default(),
            year: entry.title.year.map(|year| year.to_string()).unwrap_or_default(),
            shows_notes: false,
            theme: String::new(),
            asks_for_name: false,
            entry: Some(entry),
        };
    }
}

/// A title of which nothing is known yet.
fn empty() -> Entry {
    Entry {
        key: TitleRef::Own(uuid::Uuid::nil()),
        title: Title::default(),
        record: None,
        found_at: String::new(),
        link: String::new(),
        note: String::new(),
        wanted: false,
        seen: false,
        hidden: false,
    }
}

/// The page on which a title is filled in; without a key, a new one.
pub fn title_edit_ui(ui: &mut Ui, cx: &mut Cx<'_>, book: &Book, view: &mut EditView, key: Option<TitleRef>) {
    if !view.is_begun || view.of != key {
        view.begin(cx, book, key);
    }
    let Some(mut entry) = view.entry.take() else { return };
    let kept = centred_column(ui, 1260.0, |ui| {
        title(ui, cx, &cx.t(if key.is_some() { "edit-title" } else { "add-title" }));
        name_ui(ui, cx, &book.shelf, view, &mut entry);
        facts_ui(ui, cx, view, &mut entry.title);
        kinds_ui(ui, cx, view, &mut entry.title);
        own_ui(ui, cx, &mut entry);
        ui.add_space(14.0);
        button(ui, cx, "keep-title", &cx.t("edit-keep"), Look::Amber)
    });
    if !kept {
        view.entry = Some(entry);
        return;
    }
    add_own_word(&mut view.theme, &mut entry.title.themes);
    if entry.title.name.trim().is_empty() {
        view.asks_for_name = true;
        view.entry = Some(entry);
        return;
    }
    let said = said_of(cx, book, key, &entry);
    cx.ask(Command::Back);
    if key.is_none() {
        cx.ask(Command::Open(Page::Title(TitleRef::Own(said.id()))));
    }
    // Last, so that what it says of itself stays on the screen.
    cx.ask(Command::KeepTitle(Box::new(said)));
    *view = EditView::default();
}

/// The record that says so. Of a title of the catalogue it says only what is otherwise there.
fn said_of(cx: &Cx<'_>, book: &Book, key: Option<TitleRef>, now: &Entry) -> Shelved {
    fn news<T: Clone + PartialEq>(said: &mut Option<T>, before: &T, now: &T) {
        if before != now {
            *said = Some(now.clone());
        }
    }
    let before = key.and_then(|key| book.entry(key)).cloned().unwrap_or_else(empty);
    let mut said = before.record(&cx.model.journal, cx.model.today(cx.now), cx.now.wall);
    let (was, is) = (&before.title, &now.title);
    news(&mut said.name, &was.name, &is.name.trim().to_owned());
    news(&mut said.form, &was.form, &is.form);
    news(&mut said.kinds, &was.kinds, &is.kinds);
    news(&mut said.themes, &was.themes, &is.themes);
    news(&mut said.notes, &was.notes, &is.notes);
    news(&mut said.seasons, &was.seasons, &is.seasons);
    news(&mut said.found_at, &before.found_at, &now.found_at);
    news(&mut said.link, &before.link, &now.link);
    news(&mut said.note, &before.note, &now.note);
    if was.year != is.year {
        said.year = is.year;
    }
    if was.runtime_min != is.runtime_min {
        said.runtime_min = is.runtime_min;
    }
    said
}

fn name_ui(ui: &mut Ui, cx: &mut Cx<'_>, shelf: &Collection, view: &mut EditView, entry: &mut Entry) {
    question(ui, cx, &cx.t("edit-name"));
    let width = ui.available_width() - 48.0;
    text_line(ui, cx, "edit-name", &cx.t("edit-name"), &mut entry.title.name, &cx.t("edit-name-hint"), width);
    let is_named = !entry.title.name.trim().is_empty();
    if view.asks_for_name && !is_named {
        soft(ui, cx, &cx.t("edit-no-name"));
    }
    if let Some(double) = shelf.double_of(&entry.title.name, entry.title.year, view.of).filter(|_| is_named) {
        soft(ui, cx, &cx.tw("edit-double", &[("name", cx.title_name(double).into())]));
        if button(ui, cx, "show-double", &cx.t("edit-show-double"), Look::Small) {
            cx.ask(Command::Open(Page::Title(double.key)));
        }
    }
}

fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut EditView, facts: &mut Title) {
    question(ui, cx, &cx.t("edit-form"));
    let forms = Form::ALL.map(|form| (form, cx.form(form)));
    if let Some(form) = choice_chips(ui, cx, "edit-form", forms, |form| form == facts.form) {
        facts.form = form;
    }
    let is_series = facts.form == Form::Series;
    let length = cx.t(if is_series { "edit-length-episode" } else { "edit-length" });
    question(ui, cx, &length);
    if text_line(ui, cx, "edit-length", &length, &mut view.length, &cx.t("items-length-hint"), 320.0).changed
        && let Ok(minutes) = parse_length(&view.length)
    {
        facts.runtime_min = minutes;
    }
    if let Err(error) = parse_length(&view.length) {
        soft(ui, cx, &length_error_words(cx, error));
    }
    question(ui, cx, &cx.t("edit-year"));
    if text_line(ui, cx, "edit-year", &cx.t("edit-year"), &mut view.year, &cx.t("edit-year-hint"), 320.0).changed
        && let Ok(year) = parse_year(&view.year)
    {
        facts.year = year;
    }
    if parse_year(&view.year).is_err() {
        soft(ui, cx, &cx.t("edit-year-odd"));
    }
    if is_series {
        seasons_ui(ui, cx, &mut facts.seasons);
    }
}

fn seasons_ui(ui: &mut Ui, cx: &Cx<'_>, seasons: &mut Vec<Season>) {
    question(ui, cx, &cx.t("edit-seasons"));
    let mut remove = None;
    for (index, one) in seasons.iter_mut().enumerate() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
            let name = cx.tw("edit-season", &[("season", one.season.into())]);
            let shown = cx.tw("edit-season-episodes", &[("n", one.episodes.into())]);
            let shown = format!("{name}: {shown}");
            let steps = stepper(ui, cx, ("season", index), &name, &shown, 620.0);
            one.episodes = one.episodes.saturating_add_signed(steps).clamp(1, MAX_EPISODES);
            if button(ui, cx, ("season-remove", index), &cx.t("remove"), Look::Quiet) {
                remove = Some(index);
            }
        });
    }
    if let Some(index) = remove {
        seasons.remove(index);
    }
    if seasons.len() < 60 && button(ui, cx, "season-add", &cx.t("edit-season-add"), Look::Small) {
        let season = seasons.iter().map(|one| one.season).max().unwrap_or(0) + 1;
        let episodes = seasons.last().map_or(8, |one| one.episodes);
        seasons.push(Season { season: season.min(MAX_EPISODES), episodes });
    }
}

fn kinds_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut EditView, facts: &mut Title) {
    question(ui, cx, &cx.t("edit-kinds"));
    let tones = Tone::ALL.map(|tone| (tone, cx.tone(tone)));
    if let Some(tone) = choice_chips(ui, cx, "edit-tones", tones, |tone| facts.kinds.contains(&tone)) {
        toggle(&mut facts.kinds, tone);
    }
    question(ui, cx, &cx.t("edit-themes"));
    let mut gone = None;
    for (index, theme) in facts.themes.iter().enumerate() {
        if check_row(ui, cx, ("theme", index), theme, true) {
            gone = Some(index);
        }
    }
    if let Some(index) = gone {
        facts.themes.remove(index);
    }
    own_word_ui(ui, cx, "edit-theme", &cx.t("edit-themes-hint"), &mut view.theme, &mut facts.themes);
    question(ui, cx, &cx.t("edit-notes"));
    if view.shows_notes || !facts.notes.is_empty() {
        let notes = Note::ALL.map(|note| (note, cx.content_note(note)));
        if let Some(note) = choice_chips(ui, cx, "edit-notes", notes, |note| facts.notes.contains(&note)) {
            toggle(&mut facts.notes, note);
            view.shows_notes = true;
        }
    } else if button(ui, cx, "edit-notes", &cx.t("edit-notes-more"), Look::Small) {
        view.shows_notes = true;
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, one: T) {
    match list.iter().position(|known| *known == one) {
        Some(index) => {
            list.remove(index);
        }
        None => list.push(one),
    }
}

/// What only the person knows.
fn own_ui(ui: &mut Ui, cx: &Cx<'_>, entry: &mut Entry) {
    ui.add_space(size::GAP);
    let width = ui.available_width() - 48.0;
    question(ui, cx, &cx.t("edit-found-at"));
    let (name, hint) = (cx.t("edit-found-at"), cx.t("edit-found-at-hint"));
    text_line(ui, cx, "edit-found-at", &name, &mut entry.found_at, &hint, width);
    question(ui, cx, &cx.t("edit-link"));
    text_line(ui, cx, "edit-link", &cx.t("edit-link"), &mut entry.link, &cx.t("edit-link-hint"), width);
    if !entry.link.trim().is_empty() && checked(&entry.link).is_err() {
        soft(ui, cx, &cx.t("edit-link-odd"));
    }
    question(ui, cx, &cx.t("edit-note"));
    text_area(ui, cx, "edit-note", &cx.t("edit-note"), &mut entry.note, &cx.t("edit-note-hint"), 3);
}
