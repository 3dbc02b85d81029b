//! Insights: how it was over time, in two charts.

mod shown;

use egui::{Id, Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::app::nav::{Chart, Page};
use crate::insights::crying::Step;
use crate::insights::span::Span;

use super::chart;
use super::cx::Cx;
use super::table_ui::TablePage;
use super::theme::size;
use super::widgets::{card, choice_chips, heading, link, side_by_side, soft, title};
use super::words::key;

pub(super) use shown::{MoodShown, Shown, TearsShown, date, rounded};

/// Between a heading and the line under it.
const UNDER: f32 = 2.0;

/// What is looked at, and what was computed for it.
#[derive(Debug)]
pub struct InsightsView {
    span: Span,
    step: Step,
    shown: Option<Shown>,
    pub(super) table: TablePage,
}

impl Default for InsightsView {
    fn default() -> Self {
        Self { span: Span::default(), step: Step::Week, shown: None, table: TablePage::default() }
    }
}

impl InsightsView {
    /// What is computed from the journal, again only where the journal, the day or a choice changed.
    pub(super) fn shown(&mut self, cx: &Cx<'_>) -> &Shown {
        let key =
            shown::Key { revision: cx.model.revision, span: self.span, step: self.step, today: cx.model.today(cx.now) };
        let shown = self.shown.take().filter(|shown| shown.key == key);
        self.shown.insert(shown.unwrap_or_else(|| Shown::new(key, cx)))
    }
}

/// The room of charts.
pub fn insights_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut InsightsView) {
    view.table = TablePage::default();
    let span = view.span;
    let shown = view.shown(cx);
    if shown.is_empty {
        title(ui, cx, &cx.t("insights-title"));
        card(ui, cx.theme, |ui| soft(ui, cx, &cx.t("insights-empty")));
        return;
    }
    let new_span =
        head_ui(ui, "insights", |ui| title(ui, cx, &cx.t("insights-title")), |ui| span_chips_ui(ui, cx, span));
    let (mut mood_table, mut tears_table, mut new_step) = (false, false, None);
    side_by_side(
        ui,
        cx.theme,
        "insights",
        0.5,
        |ui| mood_table = mood_card_ui(ui, cx, &shown.mood),
        |ui| (tears_table, new_step) = tears_card_ui(ui, cx, &shown.tears),
    );
    if mood_table {
        cx.ask(Command::Open(Page::Table(Chart::Mood)));
    }
    if tears_table {
        cx.ask(Command::Open(Page::Table(Chart::Tears)));
    }
    if new_span.is_some() || new_step.is_some() {
        view.span = new_span.unwrap_or(view.span);
        view.step = new_step.unwrap_or(view.step);
        ui.ctx().request_repaint();
    }
}

fn span_chips_ui(ui: &mut Ui, cx: &Cx<'_>, chosen: Span) -> Option<Span> {
    let words = |span| match span {
        Span::Month => key("insights-month"),
        Span::ThreeMonths => key("insights-three-months"),
        Span::Year => key("insights-year"),
        Span::Everything => key("insights-everything"),
    };
    let choices = Span::ALL.map(|span| (span, cx.t(words(span))));
    choice_chips(ui, cx, "span", choices, |span| span == chosen).filter(|span| *span != chosen)
}

/// Says whether the table was asked for.
fn mood_card_ui(ui: &mut Ui, cx: &Cx<'_>, mood: &MoodShown) -> bool {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = UNDER;
        head_ui(ui, "mood", |ui| heading(ui, cx, &cx.t("mood-title")), |_| ());
        soft(ui, cx, &mood.under);
    });
    if mood.series.points.is_empty() {
        return false;
    }
    let about = |index: usize| {
        let Some(point) = mood.series.points.get(index) else { return String::new() };
        let when = point.at.map_or_else(|| cx.day(point.day), |at| cx.day_and_time(at.naive_local()));
        cx.tw("mood-dot", &[("when", when.into()), ("height", point.pleasant.into())])
    };
    let ends = [cx.t("pleasant-high"), cx.t("pleasant-low")];
    chart::mood_chart(ui, cx.theme, "mood", &mood.dots, [&ends[0], &ends[1]], &mood.summary, about);
    level_ui(ui, ["mood", "tears"], |ui| soft(ui, cx, &mood.summary));
    // The last thing on the card, so that the arrows lead to the end of it.
    link(ui, cx, "mood-table", &cx.t("mood-as-table"))
}

/// Says whether the table was asked for, and what the bars are to stand for.
fn tears_card_ui(ui: &mut Ui, cx: &Cx<'_>, tears: &TearsShown) -> (bool, Option<Step>) {
    let chosen = tears.series.step;
    let step_chips_ui = |ui: &mut Ui| {
        if tears.months_only {
            return None;
        }
        let choices = [(Step::Week, cx.t("crying-chart-per-week")), (Step::Month, cx.t("crying-chart-per-month"))];
        choice_chips(ui, cx, "step", choices, |step| step == chosen).filter(|step| *step != chosen)
    };
    let head = if tears.months_only { "tears-months" } else { "tears" };
    let step = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = UNDER;
        let step = head_ui(ui, head, |ui| heading(ui, cx, &cx.t("crying-chart-title")), step_chips_ui);
        soft(ui, cx, &tears.under);
        step
    });
    let step = step.inner;
    if tears.series.buckets.is_empty() {
        return (false, step);
    }
    if tears.series.summary.total > 0 {
        let words = [key("crying-chart-bar"), key("crying-chart-gap")];
        let about = |index: usize| {
            tears.series.buckets.get(index).map_or_else(String::new, |bucket| tears.about(cx, bucket, words))
        };
        chart::bars(ui, cx.theme, "tears", &tears.bars, &tears.summary, about);
    }
    level_ui(ui, ["tears", "mood"], |ui| {
        soft(ui, cx, &tears.summary);
        if let Some(caption) = &tears.caption {
            soft(ui, cx, caption);
        }
    });
    (link(ui, cx, "tears-table", &cx.t("crying-chart-as-table")), step)
}

/// Text that takes as much room as the other card's, so that what follows lies straight beside each other.
fn level_ui(ui: &mut Ui, [own, other]: [&str; 2], content: impl FnOnce(&mut Ui)) {
    let id = |key: &str| Id::unique(("sunshower", "level", key));
    let room = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = size::GAP / 2.0;
        content(ui);
    });
    let height = room.response.rect.height();
    let (known, others): (Option<f32>, Option<f32>) =
        ui.data(|data| (data.get_temp(id(own)), data.get_temp(id(other))));
    if known.is_none_or(|known| (known - height).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id(own), height));
        ui.ctx().request_discard("texts of one height");
    }
    ui.add_space((others.unwrap_or(0.0) - height).max(0.0));
}

/// A heading with choices at the right end of its line, or under it where there is no room.
fn head_ui<R>(ui: &mut Ui, key: &str, words: impl FnOnce(&mut Ui), choices: impl FnOnce(&mut Ui) -> R) -> R {
    const LINE: f32 = 64.0;
    const UNKNOWN: f32 = 10_000.0;
    let id = Id::unique(("sunshower", "head", key));
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let whole = Rect::from_min_size(ui.next_widget_position(), vec2(ui.available_width(), f32::INFINITY));
    let (words_rect, ()) = part_ui(ui, whole, "words", words);
    let from = words_rect.right() + size::CARD_GAP;
    // The first time nothing is in the way, so that the choices show how wide they are in one line.
    let width = known.unwrap_or(UNKNOWN);
    let beside = whole.right() - from >= width || known.is_none();
    // A chip may be as wide as its words by a hair too little.
    let left = if beside { (whole.right() - width - 2.0).max(from) } else { whole.left() };
    let line = words_rect.height().max(LINE);
    let top = if beside { whole.top() + (line - LINE) / 2.0 } else { words_rect.bottom() + size::GAP };
    let right = if known.is_none() { left + UNKNOWN } else { whole.right() + 2.0 };
    let room = Rect::from_min_max(pos2(left, top), pos2(right, f32::INFINITY));
    let (choices_rect, pressed) = part_ui(ui, room, "choices", choices);
    if known.is_none() {
        ui.data_mut(|data| data.insert_temp(id, choices_rect.width()));
        ui.ctx().request_discard("choices at the right end");
    }
    let bottom = choices_rect.bottom().max(whole.top() + line);
    ui.advance_cursor_after_rect(Rect::from_min_max(whole.min, pos2(whole.right(), bottom)));
    pressed
}

fn part_ui<R>(ui: &mut Ui, room: Rect, salt: &str, content: impl FnOnce(&mut Ui) -> R) -> (Rect, R) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt(salt));
    let inner = content(&mut child);
    (child.min_rect(), inner)
}
