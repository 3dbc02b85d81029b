//! A title is put on the shelf, or changed. What cannot be is said, and the last good value stays.

use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::model::HalfTitle;
use crate::app::nav::Page;
use crate::evening::plan::parse_length;
use crate::journal::entry::Shelved;
use crate::shelf::book::Book;
use crate::shelf::collection::{Collection, Entry, TitleRef};
use crate::shelf::players::checked;
use crate::shelf::title::{Form, MAX_EPISODES, Note, Season, Title, Tone, parse_year};

use super::cry_ui::question;
use super::cx::Cx;
use super::items_ui::length_error_words;
use super::plan_ui::{add_own_word, own_word_ui};
use super::theme::size;
use super::widgets::{
    Look, button, centred_column, check_row, choice_chips, soft, stepper, text_area, text_line, title,
};

/// Titles that are being filled in: a new one, and one that is changed. What is half typed is still there when the person
/// comes back to it, also after a crash.
#[derive(Clone, Debug, Default)]
pub struct EditView {
    new: Option<Half>,
    changed: Option<Half>,
}

/// A title while it is being filled in.
#[derive(Clone, Debug)]
struct Half {
    of: Option<TitleRef>,
    /// The record that is changed, as it was when this was begun: what another computer says meanwhile stands beside it.
    base: Shelved,
    /// The title as it read then.
    was: Entry,
    /// The title as it reads now.
    now: Entry,
    length: String,
    year: String,
    theme: String,
    shows_notes: bool,
    asks_for_name: bool,
}

impl Half {
    /// As it was left, or from the title as it is.
    fn begin(cx: &Cx<'_>, book: &Book, of: Option<TitleRef>) -> Self {
        let entry = of.and_then(|key| book.entry(key)).cloned().unwrap_or_else(empty);
        let id = of.map(|_| entry.title.id.clone());
        if let Some(held) = cx.model.half_titles.iter().find(|held| held.of == id) {
            let held = held.clone();
            return Self {
                of,
                now: entry.with(&held.said),
                was: entry.with(&held.base),
                base: held.base,
                length: held.length,
                year: held.year,
                theme: held.theme,
                shows_notes: false,
                asks_for_name: false,
            };
        }
        Self {
            of,
            base: entry.record(&cx.model.journal, cx.model.today(cx.now), cx.now.wall),
            length: entry.title.runtime_min.map(|minutes| cx.length(minutes)).unwrap_or_default(),
            year: entry.title.year.map(|year| year.to_string()).unwrap_or_default(),
            theme: String::new(),
            shows_notes: false,
            asks_for_name: false,
            was: entry.clone(),
            now: entry,
        }
    }

    /// The id of the title that is changed.
    fn id(&self) -> Option<String> {
        self.of.map(|_| self.was.title.id.clone())
    }

    /// As it is held, so that it is there after a crash.
    fn held(&self) -> HalfTitle {
        HalfTitle {
            of: self.id(),
            base: self.base.clone(),
            said: self.clone().said(),
            length: self.length.clone(),
            year: self.year.clone(),
            theme: self.theme.clone(),
        }
    }

    /// The record that says so. Of a title of the catalogue it says only what is otherwise there.
    fn said(self) -> Shelved {
        fn news<T: PartialEq>(said: &mut Option<T>, before: &T, now: T) {
            if *before != now {
                *said = Some(now);
            }
        }
        let (mut said, was, now) = (self.base, self.was.title, self.now.title);
        for note in now.notes.iter().filter(|note| !was.notes.contains(note)) {
            said.notes_removed.retain(|removed| removed != note);
            said.notes_added.push(*note);
        }
        for note in was.notes.iter().filter(|note| !now.notes.contains(note)) {
            said.notes_added.retain(|added| added != note);
            said.notes_removed.push(*note);
        }
        news(&mut said.name, &was.name, now.name.trim().to_owned());
        news(&mut said.form, &was.form, now.form);
        news(&mut said.kinds, &was.kinds, now.kinds);
        news(&mut said.themes, &was.themes, now.themes);
        news(&mut said.seasons, &was.seasons, now.seasons);
        news(&mut said.found_at, &self.was.found_at, self.now.found_at);
        news(&mut said.link, &self.was.link, self.now.link);
        news(&mut said.note, &self.was.note, self.now.note);
        if was.year != now.year {
            said.year = now.year;
        }
        if was.runtime_min != now.runtime_min {
            said.runtime_min = now.runtime_min;
        }
        said
    }
}

/// A title of which nothing is known yet.
fn empty() -> Entry {
    Entry::new(TitleRef::Own(Uuid::nil()), Title::default())
}

/// How the page is left.
enum Left {
    Keep,
    Drop,
}

/// The page on which a title is filled in; without a key, a new one.
pub fn title_edit_ui(ui: &mut Ui, cx: &mut Cx<'_>, book: &Book, view: &mut EditView, key: Option<TitleRef>) {
    let slot = if key.is_some() { &mut view.changed } else { &mut view.new };
    let mut half = slot.take().filter(|half| half.of == key).unwrap_or_else(|| Half::begin(cx, book, key));
    let before = half.held();
    let left = centred_column(ui, 1260.0, |ui| {
        title(ui, cx, &cx.t(if key.is_some() { "edit-title" } else { "add-title" }));
        name_ui(ui, cx, &book.shelf, &mut half);
        facts_ui(ui, cx, &mut half);
        kinds_ui(ui, cx, &mut half);
        own_ui(ui, cx, &mut half.now);
        end_ui(ui, cx)
    });
    match left {
        None => {
            let held = half.held();
            if held != before {
                cx.ask(Command::HoldTitle(Box::new(held)));
            }
            *slot = Some(half);
        }
        Some(Left::Drop) => {
            cx.ask(Command::LetTitleGo(half.id()));
            cx.ask(Command::Back);
        }
        Some(Left::Keep) => {
            add_own_word(&mut half.theme, &mut half.now.title.themes);
            if half.now.title.name.trim().is_empty() {
                half.asks_for_name = true;
                *slot = Some(half);
                return;
            }
            cx.ask(Command::LetTitleGo(half.id()));
            let said = half.said();
            cx.ask(Command::Back);
            if key.is_none() {
                cx.ask(Command::Open(Page::Title(TitleRef::Own(said.id))));
            }
            // Last, so that what it says of itself stays on the screen.
            cx.ask(Command::KeepTitle(Box::new(said)));
        }
    }
}

fn end_ui(ui: &mut Ui, cx: &Cx<'_>) -> Option<Left> {
    ui.add_space(14.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        let keep = button(ui, cx, "keep-title", &cx.t("edit-keep"), Look::Amber);
        let drop = button(ui, cx, "drop-title", &cx.t("edit-drop"), Look::Quiet);
        if keep {
            Some(Left::Keep)
        } else if drop {
            Some(Left::Drop)
        } else {
            None
        }
    })
    .inner
}

fn name_ui(ui: &mut Ui, cx: &mut Cx<'_>, shelf: &Collection, half: &mut Half) {
    let facts = &mut half.now.title;
    question(ui, cx, &cx.t("edit-name"));
    let width = ui.available_width() - 48.0;
    text_line(ui, cx, "edit-name", &cx.t("edit-name"), &mut facts.name, &cx.t("edit-name-hint"), width);
    let is_named = !facts.name.trim().is_empty();
    if half.asks_for_name && !is_named {
        soft(ui, cx, &cx.t("edit-no-name"));
    }
    if let Some(double) = shelf.double_of(&facts.name, facts.year, half.of).filter(|_| is_named) {
        soft(ui, cx, &cx.tw("edit-double", &[("name", cx.title_name(double).into())]));
        if button(ui, cx, "show-double", &cx.t("edit-show-double"), Look::Small) {
            cx.ask(Command::Open(Page::Title(double.key)));
        }
    }
}

fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, half: &mut Half) {
    let is_of_the_catalogue = matches!(half.of, Some(TitleRef::Catalogue(_)));
    let facts = &mut half.now.title;
    question(ui, cx, &cx.t("edit-form"));
    let forms = Form::ALL.map(|form| (form, cx.form(form)));
    if let Some(form) = choice_chips(ui, cx, "edit-form", forms, |form| form == facts.form) {
        facts.form = form;
    }
    let is_series = facts.form == Form::Series;
    let length = cx.t(if is_series { "edit-length-episode" } else { "edit-length" });
    question(ui, cx, &length);
    if text_line(ui, cx, "edit-length", &length, &mut half.length, &cx.t("items-length-hint"), 440.0).changed {
        // What cannot be a length leaves the one that was there, not the digits on the way to it.
        facts.runtime_min = parse_length(&half.length).unwrap_or(half.was.title.runtime_min);
    }
    if let Err(error) = parse_length(&half.length) {
        soft(ui, cx, &length_error_words(cx, error));
    }
    question(ui, cx, &cx.t("edit-year"));
    if text_line(ui, cx, "edit-year", &cx.t("edit-year"), &mut half.year, &cx.t("edit-year-hint"), 440.0).changed {
        facts.year = parse_year(&half.year).unwrap_or(half.was.title.year);
    }
    if parse_year(&half.year).is_err() {
        soft(ui, cx, &cx.t("edit-year-odd"));
    }
    if is_of_the_catalogue && (half.length.trim().is_empty() || half.year.trim().is_empty()) {
        soft(ui, cx, &cx.t("edit-empty-means"));
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

fn kinds_ui(ui: &mut Ui, cx: &Cx<'_>, half: &mut Half) {
    let facts = &mut half.now.title;
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
    own_word_ui(ui, cx, "edit-theme", &cx.t("edit-themes-hint"), &mut half.theme, &mut facts.themes);
    question(ui, cx, &cx.t("edit-notes"));
    if half.shows_notes || !facts.notes.is_empty() {
        let notes = Note::ALL.map(|note| (note, cx.content_note(note)));
        if let Some(note) = choice_chips(ui, cx, "edit-notes", notes, |note| facts.notes.contains(&note)) {
            toggle(&mut facts.notes, note);
            half.shows_notes = true;
        }
    } else if button(ui, cx, "edit-notes", &cx.t("edit-notes-more"), Look::Small) {
        half.shows_notes = true;
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
