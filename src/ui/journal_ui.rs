//! The journal: what was kept, day by day, found again by its words.

use std::ops::Range;

use chrono::NaiveDate;
use egui::{Rect, Ui, UiBuilder, pos2, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::clock::Wall;
use crate::evening::check_in::Moment;
use crate::journal::entry::{CheckIn, Cry, Evening, LETTER};
use crate::journal::search::{Entry, EntryKind, Filter, Index, Third};
use crate::text::key;

use super::cx::Cx;
use super::theme::size;
use super::version_words::mark_of;
use super::widgets::{
    Look, button, chip, choice_chips, heading, list_row, list_row_height, paragraph, soft, text_line, title,
};
use super::words::shortened;

/// Characters of a person's own text that a row shows.
const ROW_CHARS: usize = 80;

/// Rows beyond each edge of the screen that are drawn, so that an arrow finds the next one.
const ROWS_BEYOND: usize = 4;

/// How much of the width is for the words looked for; the rest is for the press that narrows the list down.
const SEARCH_SHARE: f32 = 0.75;

/// Between two rows.
const ROW_GAP: f32 = 8.0;

/// How high the heading of a day is, with the room above it.
const DAY_HEIGHT: f32 = 84.0;

/// What is looked for, and what was found.
#[derive(Debug, Default)]
pub struct JournalView {
    filter: Filter,
    /// Whether the rarer things to begin are there.
    more: bool,
    /// Whether what narrows the list down is there.
    narrow: bool,
    /// The index, and the state of the journal it was made of.
    index: Option<(u64, Index)>,
    shown: Option<Shown>,
    at: Option<At>,
}

/// The row the focus was on last.
#[derive(Clone, Copy, Debug)]
struct At {
    /// Its place among the rows.
    place: usize,
    /// What it is of.
    of: Uuid,
    /// It took the place of one that is gone, and gets the focus.
    takes_over: bool,
}

/// The rows, worked out once for each question.
#[derive(Debug)]
struct Shown {
    revision: u64,
    filter: Filter,
    rows: Vec<Row>,
    /// How many things were found.
    n: usize,
    height: f32,
    /// How high each row of an entry is.
    row_height: f32,
}

/// A row, and how far below the first one it is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    top: f32,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    Day(NaiveDate),
    /// An entry, by its place in the index.
    Entry(usize),
}

impl JournalView {
    /// Whoever comes back another time looks for something else.
    pub(super) fn forget_search(&mut self) {
        (self.filter, self.more, self.narrow) = (Filter::default(), false, false);
    }

    fn refresh(&mut self, cx: &Cx<'_>, row_height: f32) -> Option<(&Index, &Shown, &mut Option<At>)> {
        let revision = cx.model.revision;
        if self.index.as_ref().is_none_or(|(of, _)| *of != revision) {
            self.index = Some((revision, Index::said_as(&cx.model.journal, &cx.spoken_words())));
        }
        let (_, index) = self.index.as_ref()?;
        let is_fresh = |shown: &Shown| {
            #[expect(clippy::float_cmp, reason = "one of two heights")]
            let is_as_high = shown.row_height == row_height;
            is_as_high && shown.revision == revision && shown.filter == self.filter
        };
        if !self.shown.as_ref().is_some_and(is_fresh) {
            let shown = Shown::of(index, revision, &self.filter, row_height);
            let was_changed = self.shown.as_ref().is_some_and(|before| before.revision != revision);
            self.at = self.at.and_then(|at| shown.nearest(index, at)).filter(|at| was_changed || !at.takes_over);
            self.shown = Some(shown);
        }
        Some((index, self.shown.as_ref()?, &mut self.at))
    }
}

impl Shown {
    fn of(index: &Index, revision: u64, filter: &Filter, row_height: f32) -> Self {
        let found = index.find(filter);
        let mut rows = Vec::with_capacity(found.len() + found.len() / 2);
        let (mut top, mut present) = (0.0, None);
        for place in &found {
            let Some(entry) = index.entries().get(*place) else { continue };
            if present != Some(entry.day) {
                present = Some(entry.day);
                rows.push(Row { top, what: What::Day(entry.day) });
                top += DAY_HEIGHT;
            }
            rows.push(Row { top, what: What::Entry(*place) });
            top += row_height + ROW_GAP;
        }
        Self { revision, filter: filter.clone(), rows, n: found.len(), height: top, row_height }
    }

    /// The places of the rows between two heights, and of a few beyond.
    fn between(&self, from: f32, until: f32) -> Range<usize> {
        let first = self.rows.partition_point(|row| row.top < from).saturating_sub(1 + ROWS_BEYOND);
        first..(self.rows.partition_point(|row| row.top < until) + ROWS_BEYOND).min(self.rows.len())
    }

    /// The first row, for the focus to go to.
    fn first(&self, index: &Index) -> Option<At> {
        (0..self.rows.len()).find_map(|place| self.at(index, place, true))
    }

    fn at(&self, index: &Index, place: usize, takes_over: bool) -> Option<At> {
        match self.rows.get(place)?.what {
            What::Day(_) => None,
            What::Entry(entry) => Some(At { place, of: index.entries().get(entry)?.id, takes_over }),
        }
    }

    /// Where a row is now, or, where it is gone, the row nearest to where it was.
    fn nearest(&self, index: &Index, at: At) -> Option<At> {
        let row = |place: usize, takes_over: bool| self.at(index, place, takes_over);
        let itself = (0..self.rows.len()).filter_map(|place| row(place, false)).find(|row| row.of == at.of);
        let after = || (at.place..self.rows.len()).find_map(|place| row(place, true));
        let before = || (0..at.place.min(self.rows.len())).rev().find_map(|place| row(place, true));
        itself.or_else(after).or_else(before)
    }
}

/// The room where everything that was kept is found again.
pub fn journal_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut JournalView) {
    title(ui, cx, &cx.t("journal-title"));
    begin_ui(ui, cx, &mut view.more);
    let row_height = list_row_height(ui.available_width());
    let is_empty = view.refresh(cx, row_height).is_none_or(|(index, ..)| index.entries().is_empty());
    if is_empty {
        ui.add_space(size::GAP);
        paragraph(ui, cx, &cx.t("journal-empty"));
        return;
    }
    search_ui(ui, cx, view);
    let Some((index, shown, at)) = view.refresh(cx, row_height) else { return };
    if shown.n == 0 {
        ui.add_space(size::GAP);
        paragraph(ui, cx, &cx.t("journal-nothing-found"));
        if button(ui, cx, "clear", &cx.t("journal-clear"), Look::Plain) {
            view.filter = Filter::default();
            // What was pressed is gone; what it brought takes the focus.
            if let Some((index, shown, at)) = view.refresh(cx, row_height) {
                *at = shown.first(index);
            }
            ui.ctx().request_repaint();
        }
        return;
    }
    soft(ui, cx, &cx.tw("journal-count", &[("n", shown.n.into())]));
    if let Some(page) = rows_ui(ui, cx, index, shown, at) {
        cx.ask(Command::Open(page));
    }
}

/// What can be kept at any time; the rarer things are one press further, so that the list begins high on the screen.
fn begin_ui(ui: &mut Ui, cx: &mut Cx<'_>, more: &mut bool) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(20.0, size::GAP);
        if button(ui, cx, "check-in-now", &cx.t("journal-check-in-now"), Look::Primary) {
            cx.ask(Command::Open(Page::CheckIn { id: None, evening: None, moment: Moment::Free }));
        }
        if button(ui, cx, "log-tears", &cx.t("journal-log-tears"), Look::Plain) {
            cx.ask(Command::NewCry { evening: None });
        }
        if button(ui, cx, "write", &cx.t("journal-write"), Look::Plain) {
            cx.ask(Command::Open(Page::Write { evening: None, letter: false }));
        }
        if chip(ui, cx, "more", &cx.t("journal-more"), *more) {
            *more = !*more;
        }
    });
    if *more {
        rarer_ui(ui, cx);
    }
}

fn rarer_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, size::GAP);
        if button(ui, cx, "letter", &cx.t("journal-letter"), Look::Small) {
            cx.ask(Command::Open(Page::Write { evening: None, letter: true }));
        }
        let today = cx.model.today(cx.now);
        let noted = cx.model.journal.days.iter().any(|day| day.day == today && day.nothing);
        if !noted && button(ui, cx, "nothing-today", &cx.t("journal-nothing-today"), Look::Small) {
            cx.ask(Command::NothingToday);
        }
        if button(ui, cx, "add-evening", &cx.t("journal-add-evening"), Look::Small) {
            cx.ask(Command::NewEvening);
        }
    });
}

/// What is looked for.
fn search_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut JournalView) {
    let (name, hint) = (cx.t("journal-search"), cx.t("journal-search-hint"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(24.0, 14.0);
        let width = (ui.available_width() - 48.0) * SEARCH_SHARE;
        text_line(ui, cx, "journal-search", &name, &mut view.filter.query, &hint, width);
        // What narrows the list down is never out of sight.
        let narrow = view.narrow || view.filter.is_narrow();
        if chip(ui, cx, "narrow", &cx.t("journal-narrow"), narrow) {
            view.narrow = !narrow;
            if narrow {
                view.filter = Filter { query: std::mem::take(&mut view.filter.query), ..Filter::default() };
            }
        }
    });
    if view.narrow || view.filter.is_narrow() {
        filter_ui(ui, cx, &mut view.filter);
    }
}

fn filter_ui(ui: &mut Ui, cx: &Cx<'_>, filter: &mut Filter) {
    let kinds = [None].into_iter().chain(EntryKind::ALL.map(Some));
    let kinds = kinds.map(|kind| (kind, cx.t(kind.map_or(key("journal-all"), kind_words))));
    let present = filter.kind;
    if let Some(kind) = choice_chips(ui, cx, "journal-kind", kinds, |kind| kind == present) {
        filter.kind = kind;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 14.0);
        if chip(ui, cx, "journal-tears", &cx.t("journal-with-tears"), filter.tears) {
            filter.tears = !filter.tears;
        }
        if chip(ui, cx, "journal-noted", &cx.t("journal-with-note"), filter.noted) {
            filter.noted = !filter.noted;
        }
        for third in Third::ALL {
            let words = match third {
                Third::Low => key("journal-mood-low"),
                Third::Middle => key("journal-mood-middle"),
                Third::High => key("journal-mood-high"),
            };
            if chip(ui, cx, ("journal-mood", third), &cx.t(words), filter.mood == Some(third)) {
                filter.mood = Some(third).filter(|third| filter.mood != Some(*third));
            }
        }
    });
}

fn kind_words(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Evening => key("journal-evenings"),
        EntryKind::CheckIn => key("journal-check-ins"),
        EntryKind::Tears => key("journal-outside"),
        EntryKind::Words => key("journal-words"),
        EntryKind::Joy => key("journal-joys"),
    }
}

/// The rows that can be seen, and a few beyond: the list costs the same with a hundred things and with a hundred
/// thousand. The row with the focus is drawn wherever it is, so that scrolling does not lose it, and where it is gone the
/// focus goes to the one that took its place. Says which page was asked for.
fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, index: &Index, shown: &Shown, at: &mut Option<At>) -> Option<Page> {
    let top = ui.next_widget_position();
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, shown.height), egui::Sense::hover());
    let seen = ui.clip_rect();
    let mut pressed = None;
    let window = shown.between(seen.top() - top.y, seen.bottom() - top.y);
    let elsewhere = at.map(|at| at.place).filter(|place| !window.contains(place));
    for place_in_rows in window.chain(elsewhere) {
        let Some(row) = shown.rows.get(place_in_rows) else { continue };
        let place = |tall: f32, lead: f32| {
            let min = pos2(rect.left(), top.y + row.top + lead);
            Rect::from_min_size(min, vec2(width, tall))
        };
        match row.what {
            What::Day(day) => {
                const LEAD: f32 = 24.0;
                let room = place(DAY_HEIGHT - LEAD, LEAD);
                let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt(("day", day)));
                heading(&mut child, cx, &cx.day(day));
            }
            What::Entry(place_in_index) => {
                let Some(entry) = index.entries().get(place_in_index) else { continue };
                let room = place(shown.row_height, 0.0);
                let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt(("row", entry.id)));
                let Some((left, right, page)) = row_of(cx, entry) else { continue };
                let row =
                    list_row(&mut child, cx, ("journal", entry.id), &left, &right, None, Some(&cx.day(entry.day)));
                if row.clicked() {
                    pressed = Some(page);
                }
                if row.has_focus() {
                    *at = Some(At { place: place_in_rows, of: entry.id, takes_over: false });
                } else if at.is_some_and(|at| at.takes_over && at.of == entry.id) {
                    row.request_focus();
                }
            }
        }
    }
    pressed
}

/// What a row says, and what it opens.
fn row_of(cx: &Cx<'_>, entry: &Entry) -> Option<(String, String, Page)> {
    let journal = &cx.model.journal;
    let id = entry.id;
    Some(match entry.kind {
        EntryKind::Evening => {
            let (left, right) = evening_words(cx, journal.evenings.get(id)?);
            (left, with_mark(right, mark_of(cx, &journal.evenings, id)), Page::Evening(id))
        }
        EntryKind::CheckIn => {
            let one = journal.check_ins.get(id)?;
            let page = Page::CheckIn { id: Some(id), evening: one.evening, moment: one.moment };
            (check_in_words(cx, one), timed(cx, one.at, mark_of(cx, &journal.check_ins, id)), page)
        }
        EntryKind::Tears => {
            let cry = journal.cries.get(id)?;
            (cry_words(cx, cry), timed(cx, cry.at, mark_of(cx, &journal.cries, id)), Page::Cry(id))
        }
        EntryKind::Words => {
            let one = journal.reflections.get(id)?;
            let words = written_words(cx, &one.prompt, &one.text);
            (words, timed(cx, one.at, mark_of(cx, &journal.reflections, id)), Page::Reflection(id))
        }
        EntryKind::Joy => {
            let joy = journal.joys.get(id)?;
            let words = cx.tw("journal-joy", &[("text", shortened(&joy.text, ROW_CHARS).into())]);
            let mark = mark_of(cx, &journal.joys, id);
            (words, with_mark(happened_words(cx, joy.happened), mark), Page::Joy(id))
        }
    })
}

fn timed(cx: &Cx<'_>, at: Option<Wall>, mark: Option<String>) -> String {
    with_mark(time_of(cx, at), mark)
}

/// Whether a small joy happened.
pub(super) fn happened_words(cx: &Cx<'_>, happened: Option<bool>) -> String {
    cx.t(match happened {
        None => key("joy-planned"),
        Some(true) => key("joy-happened"),
        Some(false) => key("joy-not-yet"),
    })
}

/// Something written, on one line: a letter is called one.
pub(crate) fn written_words(cx: &Cx<'_>, prompt: &str, text: &str) -> String {
    if prompt == LETTER {
        let text = shortened(text, ROW_CHARS);
        cx.tw("journal-letter-row", &[("text", text.into())])
    } else {
        reflection_words(cx, text)
    }
}

fn evening_words(cx: &Cx<'_>, evening: &Evening) -> (String, String) {
    let unanswered = if evening.marks.is_empty() { key("journal-not-answered") } else { key("journal-marked") };
    let tears = evening.tears.map_or_else(|| cx.t(unanswered), |tears| cx.tears_then(tears));
    let began = evening.began.or(evening.at).map(|at| cx.time(at.time()));
    let parts = [began, Some(tears), evening.feel.map(|feel| cx.feel(feel))];
    (cx.evening_name(&evening.plan), parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// Words at the right end of a row, with what marks it.
pub(crate) fn with_mark(words: String, mark: Option<String>) -> String {
    [Some(words), mark].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn time_of(cx: &Cx<'_>, at: Option<Wall>) -> String {
    at.map_or_else(|| cx.t("journal-no-time"), |at| cx.time(at.time()))
}

/// A check-in on one line: its moment, and the words that fitted.
pub(crate) fn check_in_words(cx: &Cx<'_>, check_in: &CheckIn) -> String {
    let moment = cx.moment(check_in.moment);
    if check_in.words.is_empty() {
        return moment;
    }
    let words = shortened(&cx.known_words(&check_in.words), ROW_CHARS);
    cx.tw("journal-check-in", &[("moment", moment.into()), ("words", words.into())])
}

/// Tears on one line: how much, and the beginning of the note.
pub(crate) fn cry_words(cx: &Cx<'_>, cry: &Cry) -> String {
    let note = shortened(&cry.note, ROW_CHARS);
    let parts = [Some(cx.t("journal-tears")), cry.tears.map(|tears| cx.tears(tears)), Some(note)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A reflection on one line.
pub(crate) fn reflection_words(cx: &Cx<'_>, text: &str) -> String {
    let text = shortened(text, ROW_CHARS);
    if text.is_empty() {
        cx.t("journal-reflection-empty")
    } else {
        cx.tw("journal-reflection", &[("text", text.into())])
    }
}

/// What a page shows whose record is no longer there: the way back.
pub(crate) fn gone_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if button(ui, cx, "back", &cx.t("journal-back"), Look::Primary) {
        cx.ask(Command::Back);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::log::Journal;
    use crate::journal::record::DeviceId;

    fn shown(days: &[u32]) -> (Index, Shown) {
        let mut journal = Journal::new(DeviceId("here".into()));
        for day in days {
            let day = NaiveDate::from_ymd_opt(2026, 11, *day).expect("a day");
            let check_in: CheckIn = journal.create(day, None);
            journal.put(check_in);
        }
        let index = Index::of(&journal);
        let shown = Shown::of(&index, 0, &Filter::default(), 72.0);
        (index, shown)
    }

    #[test]
    fn each_day_has_one_heading_and_rows_do_not_overlap() {
        let (_, shown) = shown(&[3, 5, 5, 5, 9]);
        let days: Vec<String> = shown
            .rows
            .iter()
            .filter_map(|row| if let What::Day(day) = row.what { Some(day.to_string()) } else { None })
            .collect();
        assert_eq!(days, ["2026-11-09", "2026-11-05", "2026-11-03"]);
        assert_eq!((shown.rows.len(), shown.n), (8, 5));
        for pair in shown.rows.windows(2) {
            assert!(pair[1].top - pair[0].top >= shown.row_height);
        }
    }

    #[test]
    fn where_a_row_is_gone_the_next_one_takes_its_place() {
        let (index, shown) = shown(&[3, 5, 5, 5, 9]);
        let last = shown.rows.len() - 1;
        let of = |place: usize| match shown.rows[place].what {
            What::Entry(entry) => index.entries()[entry].id,
            What::Day(day) => panic!("a heading: {day}"),
        };
        let still = shown.nearest(&index, At { place: 1, of: of(4), takes_over: false }).expect("a row");
        assert_eq!((still.place, still.takes_over), (4, false), "it only moved");
        let gone = |place| shown.nearest(&index, At { place, of: Uuid::nil(), takes_over: false }).expect("a row");
        assert_eq!((gone(2).place, gone(2).of, gone(2).takes_over), (3, of(3), true), "not the heading");
        assert_eq!(gone(last + 1).of, of(last), "the last one, where there is none after it");
    }

    #[test]
    fn only_what_can_be_seen_is_drawn() {
        let (_, shown) = shown(&[7; 200]);
        let drawn = shown.between(8_000.0, 8_800.0);
        assert!(drawn.len() < 30, "{}", drawn.len());
        assert!(shown.rows[drawn.start].top < 8_000.0 && shown.rows[drawn.end - 1].top > 8_800.0);
        assert_eq!(shown.between(-900.0, -100.0).len(), ROWS_BEYOND.min(shown.rows.len()));
        assert!(shown.between(1e6, 2e6).len() <= 2 * ROWS_BEYOND + 1);
    }
}
