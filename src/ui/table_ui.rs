//! A chart as a table: the same numbers, to be read one by one.

use egui::{Id, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::command::Command;
use crate::app::nav::Chart;
use crate::insights::crying::{Bucket, Step};
use crate::insights::mood::MoodDay;

use super::cx::Cx;
use super::focus::Takes;
use super::fonts;
use super::insights_ui::{InsightsView, MoodShown, TearsShown, date, rounded};
use super::theme::size;
use super::widgets::{Look, button, card, focus_ring, soft, title};
use super::words::key;

/// How many rows are shown at once.
const ROWS: usize = 20;

/// Narrower than this, a row is a sentence.
const NARROW: f32 = 820.0;

/// Narrower than this, the buttons stand above the rows.
const WIDE: f32 = 1_200.0;

/// Which rows are shown, and their words.
#[derive(Debug, Default)]
pub(super) struct TablePage {
    page: usize,
    shown: Option<(Source, Table)>,
}

/// What the words were made from.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Source {
    chart: Chart,
    page: usize,
    revision: u64,
    today: chrono::NaiveDate,
}

/// The rows of one page.
#[derive(Debug)]
struct Table {
    under: String,
    heads: Vec<String>,
    rows: Vec<Row>,
    pages: usize,
    place: Option<String>,
}

/// One row: as cells, and as a sentence.
#[derive(Debug)]
struct Row {
    cells: Vec<String>,
    sentence: String,
}

/// The page with a chart's table, newest first.
pub fn table_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut InsightsView, chart: Chart) {
    let source = Source { chart, page: view.table.page, revision: cx.model.revision, today: cx.model.today(cx.now) };
    let known = view.table.shown.take().filter(|(of, _)| *of == source).map(|(_, table)| table);
    let table = known.unwrap_or_else(|| {
        let shown = view.shown(cx);
        match chart {
            Chart::Mood => mood_table(cx, &shown.mood, source.page),
            Chart::Tears => tears_table(cx, &shown.tears, source.page),
        }
    });
    let to_page = if ui.available_width() < WIDE {
        head_ui(ui, cx, chart, &table);
        let pressed = ui.horizontal_wrapped(|ui| buttons_ui(ui, cx, source.page, &table)).inner;
        rows_ui(ui, cx, &table);
        pressed
    } else {
        beside_ui(ui, cx, source, &table)
    };
    let is_past_the_end = table.rows.is_empty() && source.page > 0;
    if let Some(page) = to_page.or(is_past_the_end.then_some(0)) {
        view.table.page = page;
        ui.ctx().request_repaint();
    }
    view.table.shown = Some((source, table));
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, chart: Chart, table: &Table) {
    title(
        ui,
        cx,
        &cx.t(match chart {
            Chart::Mood => key("table-mood-title"),
            Chart::Tears => key("table-crying-title"),
        }),
    );
    soft(ui, cx, &table.under);
}

/// The buttons stand beside everything else, so that they are one press away from each row.
fn beside_ui(ui: &mut Ui, cx: &mut Cx<'_>, source: Source, table: &Table) -> Option<usize> {
    const BUTTONS: f32 = 280.0;
    /// Buttons as high as the title, with room for the ring above them.
    const TITLE_LEAD: f32 = 14.0;
    let rows = ui.available_width() - BUTTONS - size::CARD_GAP;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = size::CARD_GAP;
        ui.vertical(|ui| {
            ui.set_width(rows);
            head_ui(ui, cx, source.chart, table);
            rows_ui(ui, cx, table);
        });
        ui.vertical(|ui| {
            ui.add_space(TITLE_LEAD);
            buttons_ui(ui, cx, source.page, table)
        })
        .inner
    })
    .inner
}

/// Says which page was asked for. The focus starts where reading goes on.
fn buttons_ui(ui: &mut Ui, cx: &mut Cx<'_>, page: usize, table: &Table) -> Option<usize> {
    let mut to_page = None;
    let (has_earlier, has_later) = (page + 1 < table.pages, page > 0);
    if has_earlier && button(ui, cx, "table-earlier", &cx.t("table-earlier"), Look::PlainFirst) {
        to_page = Some(page + 1);
    }
    let look = if has_earlier { Look::Plain } else { Look::PlainFirst };
    if has_later && button(ui, cx, "table-later", &cx.t("table-later"), look) {
        to_page = Some(page - 1);
    }
    let look = if has_earlier || has_later { Look::Plain } else { Look::PlainFirst };
    if button(ui, cx, "table-done", &cx.t("table-done"), look) {
        cx.ask(Command::Back);
    }
    if let Some(place) = &table.place {
        soft(ui, cx, place);
    }
    to_page
}

fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, table: &Table) {
    if !table.rows.is_empty() {
        card(ui, cx.theme, |ui| card_ui(ui, cx, table));
    }
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, table: &Table) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let narrow = ui.available_width() < NARROW;
    if !narrow {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 50.0), Sense::hover());
        paint_cells(ui, rect, &table.heads, cx.theme.soft);
    }
    for (index, row) in table.rows.iter().enumerate() {
        let width = ui.available_width();
        let words = if narrow { row.sentence.clone() } else { String::new() };
        let galley = ui.painter().layout(words, fonts::body(size::SMALL), cx.theme.text, width);
        let height = if narrow { galley.size().y + 18.0 } else { 50.0 };
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, cx.theme.line));
        // A stop, so that the arrows lead through the whole table; there is nothing to press.
        let id = Id::unique(("sunshower", "table-row", index));
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &row.sentence));
        if narrow {
            ui.painter().galley(rect.min + vec2(0.0, 9.0), galley, cx.theme.text);
        } else {
            paint_cells(ui, rect, &row.cells, cx.theme.text);
        }
        focus_ring(ui, cx.theme, &response, 6, Takes::default());
    }
}

/// The first cell takes twice the room of the others, which stand under each other at their right ends.
fn paint_cells(ui: &Ui, rect: egui::Rect, cells: &[String], ink: egui::Color32) {
    let parts = f32::from(u8::try_from(cells.len() + 1).unwrap_or(u8::MAX));
    let mut right = rect.left() + rect.width() / parts;
    for (index, cell) in cells.iter().enumerate() {
        right += rect.width() / parts;
        let galley = ui.painter().layout_no_wrap(cell.clone(), fonts::body(size::SMALL), ink);
        let left = if index == 0 { rect.left() } else { right - galley.size().x };
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
    }
}

/// The part of `rows` on a page, newest first, and how many pages there are.
fn page_of<T>(rows: &[T], page: usize) -> (impl Iterator<Item = &T>, usize) {
    (rows.iter().rev().skip(page * ROWS).take(ROWS), rows.len().div_ceil(ROWS))
}

fn place_words(cx: &Cx<'_>, page: usize, pages: usize) -> Option<String> {
    (pages > 1).then(|| cx.tw("table-place", &[("page", (page + 1).into()), ("pages", pages.into())]))
}

fn mood_table(cx: &Cx<'_>, mood: &MoodShown, page: usize) -> Table {
    let (days, pages) = page_of(&mood.series.days, page);
    let has_line = !mood.series.line.is_empty();
    let heads = [
        Some(cx.t("table-day")),
        Some(cx.t("table-check-ins")),
        Some(cx.t("table-mean")),
        Some(cx.t("table-lowest")),
        Some(cx.t("table-highest")),
        has_line.then(|| cx.t("table-line")),
    ];
    Table {
        under: cx
            .tw("table-mood-under", &[("n", mood.series.points.len().into()), ("days", mood.series.days.len().into())]),
        heads: heads.into_iter().flatten().collect(),
        rows: days.map(|day| mood_row(cx, day, has_line)).collect(),
        place: place_words(cx, page, pages),
        pages,
    }
}

fn mood_row(cx: &Cx<'_>, day: &MoodDay, has_line: bool) -> Row {
    let line = day.smoothed.map(rounded);
    let values = [
        ("day", cx.day(day.day).into()),
        ("n", day.n.into()),
        ("mean", rounded(day.mean).into()),
        ("lowest", day.lowest.into()),
        ("highest", day.highest.into()),
        ("line", line.clone().unwrap_or_default().into()),
    ];
    let known = match (day.n, has_line && line.is_some()) {
        (1, false) => key("table-mood-row-one"),
        (1, true) => key("table-mood-row-one-line"),
        (_, false) => key("table-mood-row"),
        (_, true) => key("table-mood-row-line"),
    };
    let mut cells =
        vec![cx.day(day.day), day.n.to_string(), rounded(day.mean), day.lowest.to_string(), day.highest.to_string()];
    cells.extend(has_line.then(|| line.unwrap_or_default()));
    Row { cells, sentence: cx.tw(known, &values) }
}

fn tears_table(cx: &Cx<'_>, tears: &TearsShown, page: usize) -> Table {
    let (buckets, pages) = page_of(&tears.series.buckets, page);
    let first = if tears.series.step == Step::Week { cx.t("table-week") } else { cx.t("table-month") };
    let (inside, outside) = (tears.series.summary.in_evenings, tears.series.summary.outside);
    Table {
        under: cx.tw("table-crying-under", &[("inside", inside.into()), ("outside", outside.into())]),
        heads: vec![first, cx.t("table-inside"), cx.t("table-outside"), cx.t("table-known")],
        rows: buckets.map(|bucket| tears_row(cx, tears, bucket)).collect(),
        place: place_words(cx, page, pages),
        pages,
    }
}

fn tears_row(cx: &Cx<'_>, tears: &TearsShown, bucket: &Bucket) -> Row {
    let days = [("known", bucket.known_days.into()), ("days", bucket.days.into())];
    let counts = if bucket.is_known() {
        [bucket.in_evenings.to_string(), bucket.outside.to_string()]
    } else {
        [cx.t("table-not-known"), cx.t("table-not-known")]
    };
    let [inside, outside] = counts;
    let name = match tears.series.step {
        Step::Week => date(cx, bucket.start),
        Step::Month => cx.month_and_year(bucket.start),
    };
    Row {
        cells: vec![name, inside, outside, cx.tw("table-known-days", &days)],
        sentence: tears.about(cx, bucket, [key("table-crying-row"), key("table-crying-row-gap")]),
    }
}
