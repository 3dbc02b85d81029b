//! The shelf: everything there is to watch or to read, found as it is typed.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::shelf::book::Book;
use crate::shelf::collection::{Entry, TitleRef};
use crate::shelf::title::Tone;
use crate::text::key;

use super::choose_ui::choose_words;
use super::cx::Cx;
use super::theme::size;
use super::widgets::{Look, button, choice_chips, list_row, list_row_height, paragraph, soft, text_line, title};

/// Rows beyond each edge of the screen that are drawn, so that an arrow finds the next one.
const ROWS_BEYOND: usize = 4;

/// Between two rows.
const ROW_GAP: f32 = 8.0;

/// Which titles are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Part {
    #[default]
    All,
    Wanted,
    Seen,
    Own,
    Hidden,
}

impl Part {
    const ALL: [Self; 5] = [Self::All, Self::Wanted, Self::Seen, Self::Own, Self::Hidden];

    fn words(self) -> &'static str {
        match self {
            Self::All => key("shelf-all"),
            Self::Wanted => key("shelf-wanted"),
            Self::Seen => key("shelf-seen"),
            Self::Own => key("shelf-own"),
            Self::Hidden => key("shelf-hidden"),
        }
    }

    fn nothing(self) -> &'static str {
        match self {
            Self::All => key("shelf-nothing"),
            Self::Wanted => key("shelf-nothing-wanted"),
            Self::Seen => key("shelf-nothing-seen"),
            Self::Own => key("shelf-nothing-own"),
            Self::Hidden => key("shelf-nothing-hidden"),
        }
    }

    fn holds(self, book: &Book, entry: &Entry) -> bool {
        match self {
            Self::Hidden => entry.hidden,
            _ if entry.hidden => false,
            Self::All => true,
            Self::Wanted => entry.wanted,
            Self::Seen => book.is_seen(entry),
            Self::Own => entry.is_own(),
        }
    }
}

/// What is looked for, and what was found.
#[derive(Clone, Debug, Default)]
pub struct ShelfView {
    query: String,
    part: Part,
    tone: Option<Tone>,
    shown: Option<Shown>,
    at: Option<At>,
}

/// The row the focus was on last.
#[derive(Clone, Copy, Debug)]
struct At {
    /// Its place among the rows.
    place: usize,
    of: TitleRef,
    /// It is new, and gets the focus.
    takes_over: bool,
}

/// What was found, worked out once for each question.
#[derive(Clone, Debug)]
struct Shown {
    of: (Option<(u64, bool)>, String, Part, Option<Tone>),
    found: Vec<usize>,
}

impl ShelfView {
    fn refresh(&mut self, book: &Book) -> (&[usize], &mut Option<At>) {
        let of = (book.revision(), self.query.clone(), self.part, self.tone);
        if self.shown.as_ref().is_none_or(|shown| shown.of != of) {
            let found = found(book, &self.query, self.part, self.tone);
            self.at = self.at.and_then(|at| Some(At { place: place_of(book, &found, at.of)?, ..at }));
            self.shown = Some(Shown { of, found });
        }
        (self.shown.as_ref().map_or(&[], |shown| &shown.found), &mut self.at)
    }
}

fn place_of(book: &Book, found: &[usize], of: TitleRef) -> Option<usize> {
    let place = book.shelf.place(of)?;
    found.iter().position(|one| *one == place)
}

fn found(book: &Book, query: &str, part: Part, tone: Option<Tone>) -> Vec<usize> {
    let entries = book.shelf.entries();
    let fits = |entry: &Entry| part.holds(book, entry) && tone.is_none_or(|tone| entry.title.kinds.contains(&tone));
    book.shelf.find(query).into_iter().filter(|index| fits(&entries[*index])).collect()
}

/// The room of the shelf.
pub fn shelf_ui(ui: &mut Ui, cx: &mut Cx<'_>, book: &Book, view: &mut ShelfView) {
    title(ui, cx, &cx.t("shelf-title"));
    begin_ui(ui, cx);
    let width = ui.available_width();
    let (name, hint) = (cx.t("shelf-search"), cx.t("shelf-search-hint"));
    text_line(ui, cx, "shelf-search", &name, &mut view.query, &hint, width - 48.0);
    let parts = Part::ALL.map(|part| (part, cx.t(part.words())));
    let part = view.part;
    if let Some(pressed) = choice_chips(ui, cx, "shelf-part", parts, |one| one == part) {
        view.part = pressed;
    }
    let tones = Tone::ALL.map(|tone| (tone, cx.tone(tone)));
    let tone = view.tone;
    if let Some(pressed) = choice_chips(ui, cx, "shelf-tone", tones, |one| tone == Some(one)) {
        view.tone = Some(pressed).filter(|pressed| tone != Some(*pressed));
    }
    let is_asked = !view.query.trim().is_empty() || view.tone.is_some();
    let part = view.part;
    let (found, at) = view.refresh(book);
    if found.is_empty() {
        ui.add_space(size::GAP);
        paragraph(ui, cx, &cx.t(if is_asked { key("shelf-nothing-found") } else { part.nothing() }));
        let is_narrowed = is_asked || part != Part::All;
        if is_narrowed && button(ui, cx, "clear", &cx.t("shelf-clear"), Look::Plain) {
            *view = ShelfView::default();
            // What was pressed is gone; what it brought takes the focus.
            let (found, at) = view.refresh(book);
            let first = found.first().and_then(|index| book.shelf.entries().get(*index));
            *at = first.map(|entry| At { place: 0, of: entry.key, takes_over: true });
            ui.ctx().request_repaint();
        }
        return;
    }
    soft(ui, cx, &cx.tw("shelf-count", &[("n", found.len().into())]));
    if let Some(pressed) = rows_ui(ui, cx, book, found, at) {
        cx.ask(Command::Open(Page::Title(pressed)));
    }
}

fn begin_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        if button(ui, cx, "choose", &choose_words(cx), Look::Primary) {
            cx.ask(Command::Open(Page::Choose));
        }
        if button(ui, cx, "add-title", &cx.t("shelf-add"), Look::Plain) {
            cx.ask(Command::Open(Page::EditTitle(None)));
        }
        let skipped = cx.model.settings.skip.len();
        if button(ui, cx, "skip", &cx.tw("shelf-skip", &[("n", skipped.into())]), Look::Plain) {
            cx.ask(Command::Open(Page::Skip));
        }
    });
}

/// The rows that can be seen, and a few beyond: a shelf of thousands costs no more than a small one. The row with the focus
/// is drawn wherever it is, so that scrolling does not lose it.
fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, book: &Book, found: &[usize], at: &mut Option<At>) -> Option<TitleRef> {
    let top = ui.next_widget_position();
    let width = ui.available_width();
    let row_height = list_row_height(width);
    let step = row_height + ROW_GAP;
    #[expect(clippy::cast_precision_loss, reason = "rows of a list")]
    let height = found.len() as f32 * step;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), egui::Sense::hover());
    let seen = ui.clip_rect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a list, and none before 0")]
    let row_at = |y: f32| ((y - top.y) / step).max(0.0) as usize;
    let first = row_at(seen.top()).saturating_sub(ROWS_BEYOND);
    let last = (row_at(seen.bottom()) + 1 + ROWS_BEYOND).min(found.len());
    let mut pressed = None;
    let window = first..last;
    let elsewhere = at.map(|at| at.place).filter(|place| !window.contains(place));
    for place_in_rows in window.chain(elsewhere) {
        let Some(entry) = found.get(place_in_rows).and_then(|index| book.shelf.entries().get(*index)) else { continue };
        #[expect(clippy::cast_precision_loss, reason = "rows of a list")]
        let y = top.y + place_in_rows as f32 * step;
        let place = Rect::from_min_size(pos2(rect.left(), y), vec2(width, row_height));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("row", place_in_rows)));
        let (name, words) = (cx.title_name(entry), row_words(cx, book, entry));
        let row = list_row(&mut child, cx, ("title", entry.key), &name, &words, None, None);
        if row.clicked() {
            pressed = Some(entry.key);
        }
        if row.has_focus() {
            *at = Some(At { place: place_in_rows, of: entry.key, takes_over: false });
        } else if at.is_some_and(|at| at.takes_over && at.of == entry.key) {
            row.request_focus();
        }
    }
    pressed
}

fn row_words(cx: &Cx<'_>, book: &Book, entry: &Entry) -> String {
    let moved = cx.moved(book.history(entry).as_ref());
    let wanted = entry.wanted.then(|| cx.t("title-want"));
    let seen = (moved.is_none() && book.is_seen(entry)).then(|| cx.t("title-seen"));
    [Some(cx.title_facts(entry)), moved, wanted, seen].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
