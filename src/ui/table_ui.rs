//! A chart as a table: the same numbers, to be read one by one.

use egui::{Id, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::command::Command;
use crate::app::nav::Chart;
use crate::text::key;

use super::cx::Cx;
use super::focus::Takes;
use super::fonts;
use super::insights_ui::{InsightsView, Key};
use super::theme::size;
use super::widgets::{Look, button, card, focus_ring, soft, title};

/// How many rows are shown at once.
const ROWS: usize = 20;

/// Between two cells there is at least this.
const BETWEEN_CELLS: f32 = 28.0;

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
    choices: Key,
}

/// The rows of one page.
#[derive(Debug)]
pub(super) struct Table {
    under: String,
    heads: Vec<String>,
    rows: Vec<Row>,
    pages: usize,
    place: Option<String>,
}

/// One row: as cells, and as a sentence.
#[derive(Debug)]
pub(super) struct Row {
    /// One for each head.
    pub cells: Vec<String>,
    /// What a screen reader says, and what stands where there is no room for cells.
    pub sentence: String,
}

impl Table {
    /// What is said of each row.
    #[cfg(test)]
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|row| row.sentence.as_str())
    }

    /// A page of a table: `rows` is asked for those from one on, so many of them, and says how many there are in all.
    pub fn of(
        cx: &Cx<'_>,
        under: String,
        heads: Vec<String>,
        page: usize,
        rows: impl FnOnce(usize, usize) -> (Vec<Row>, usize),
    ) -> Self {
        let (rows, all) = rows(page * ROWS, ROWS);
        let pages = all.div_ceil(ROWS);
        Self { under, heads, rows, place: place_words(cx, page, pages), pages }
    }
}

/// The page with a chart's table, newest first.
pub fn table_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut InsightsView, chart: Chart) {
    let choices = view.shown(cx).key;
    let known = view.table.shown.take();
    if known.as_ref().is_some_and(|(of, _)| of.chart != chart || of.choices != choices) {
        view.table.page = 0;
    }
    let source = Source { chart, page: view.table.page, choices };
    let known = known.filter(|(of, _)| *of == source).map(|(_, table)| table);
    let table = known.unwrap_or_else(|| {
        let shown = view.shown(cx);
        match chart {
            Chart::Mood => shown.mood.table(cx, source.page),
            Chart::Tears => shown.tears.table(cx, source.page),
            Chart::Around => shown.around.table(cx, source.page),
            Chart::Moves => shown.moves.table(cx, source.page),
            Chart::Times => shown.times.table(cx, source.page),
            Chart::Pauses => shown.pauses.table(cx, source.page),
            Chart::Year => shown.year.table(cx, source.page),
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
            Chart::Around => key("around-table-title"),
            Chart::Moves => key("moves-table-title"),
            Chart::Times => key("times-table-title"),
            Chart::Pauses => key("pauses-table-title"),
            Chart::Year => key("year-table-title"),
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
    let columns = columns(ui, table);
    if let Some(columns) = &columns {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 50.0), Sense::hover());
        paint_cells(ui, rect, columns, &table.heads, cx.theme.soft);
    }
    let narrow = columns.is_none();
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
        match &columns {
            Some(columns) => paint_cells(ui, rect, columns, &row.cells, cx.theme.text),
            None => ui.painter().galley(rect.min + vec2(0.0, 9.0), galley, cx.theme.text),
        }
        focus_ring(ui, cx.theme, &response, 6, Takes::default());
    }
}

/// How wide each column is, with what is left over shared among them; `None` where the words of a row do not fit beside
/// each other, so that it has to be a sentence.
fn columns(ui: &Ui, table: &Table) -> Option<Vec<f32>> {
    let width_of = |words: &String| cell(ui, words, egui::Color32::PLACEHOLDER).size().x;
    let mut widths: Vec<f32> = table.heads.iter().map(width_of).collect();
    for row in &table.rows {
        for (width, words) in widths.iter_mut().zip(&row.cells) {
            *width = width.max(width_of(words));
        }
    }
    let n = f32::from(u8::try_from(widths.len()).ok()?);
    let spare = ui.available_width() - widths.iter().sum::<f32>();
    (spare >= BETWEEN_CELLS * (n - 1.0)).then(|| widths.into_iter().map(|width| width + spare / n).collect())
}

fn cell(ui: &Ui, words: &str, ink: egui::Color32) -> std::sync::Arc<egui::Galley> {
    ui.painter().layout_no_wrap(words.to_owned(), fonts::body(size::SMALL), ink)
}

/// The first cell begins at the left; the others stand under each other at their right ends.
fn paint_cells(ui: &Ui, rect: egui::Rect, columns: &[f32], cells: &[String], ink: egui::Color32) {
    let mut right = rect.left();
    for (index, (words, width)) in cells.iter().zip(columns).enumerate() {
        right += width;
        let galley = cell(ui, words, ink);
        let left = if index == 0 { rect.left() } else { right - galley.size().x };
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
    }
}

fn place_words(cx: &Cx<'_>, page: usize, pages: usize) -> Option<String> {
    (pages > 1).then(|| cx.tw("table-place", &[("page", (page + 1).into()), ("pages", pages.into())]))
}
