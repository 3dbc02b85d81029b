//! Insights: how it was over time. Two charts, and the way to all others.

mod around;
mod mood;
mod moves;
mod page;
mod pauses;
mod shown;
mod tears;
mod times;
mod year;

use chrono::Datelike;
use egui::{Id, Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::app::nav::{Chart, Page};
use crate::insights::crying::Step;
use crate::insights::facts::Facts;
use crate::insights::relief::Later;
use crate::insights::span::Span;
use crate::store::Settings;
use crate::text::key;

use super::chart::{self, Cursor, Reading};
use super::cx::Cx;
use super::table_ui::TablePage;
use super::theme::size;
use super::widgets::{Look, button, card, choice_chips, heading, row_button, side_by_side, soft, title, wide_link};

use mood::MoodShown;
use shown::{Others, Shown};
use tears::TearsShown;

pub use page::chart_page_ui;
pub(super) use shown::{Key, date};

/// Between a heading and the line under it.
const UNDER: f32 = 2.0;

/// What is looked at, and what was computed for it.
#[derive(Debug)]
pub struct InsightsView {
    span: Span,
    step: Step,
    later: Later,
    /// `None`: the present one.
    year: Option<i32>,
    others: Others,
    asks_usual: bool,
    asks_others: bool,
    /// An answer was asked for and is to be brought into sight.
    brings: bool,
    cursors: [Cursor; 2],
    /// The chart the cursors are on.
    chart: Option<Chart>,
    facts: Facts,
    shown: Option<Shown>,
    pub(super) table: TablePage,
}

impl Default for InsightsView {
    fn default() -> Self {
        Self {
            span: Span::default(),
            step: Step::Week,
            later: Later::default(),
            year: None,
            others: Others::default(),
            asks_usual: false,
            asks_others: false,
            brings: false,
            cursors: Default::default(),
            chart: None,
            facts: Facts::default(),
            shown: None,
            table: TablePage::default(),
        }
    }
}

impl InsightsView {
    /// What is computed from the journal, again only where the journal, the day or a choice changed.
    pub(super) fn shown(&mut self, cx: &Cx<'_>) -> &Shown {
        self.shown_of(cx).0
    }

    /// The same, with the facts it was made of.
    fn shown_of(&mut self, cx: &Cx<'_>) -> (&Shown, &Facts) {
        let today = cx.model.today(cx.now);
        let key = Key {
            revision: cx.model.revision,
            words: cx.model.words,
            span: self.span,
            step: self.step,
            later: self.later,
            year: self.year.unwrap_or(today.year()),
            others: self.others,
            today,
        };
        let before = self.shown.take();
        let shown = match before {
            Some(shown) if shown.key == key => shown,
            before => {
                self.facts.follow(&cx.model.journal);
                Shown::new(key, cx, &self.facts, before.as_ref())
            }
        };
        (self.shown.insert(shown), &self.facts)
    }
}

/// The room of charts.
pub fn insights_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut InsightsView) {
    view.table = TablePage::default();
    view.chart = None;
    if cx.model.settings.paused {
        title(ui, cx, &cx.t("insights-title"));
        paused_ui(ui, cx);
        take_along_ui(ui, cx);
        return;
    }
    let span = view.span;
    let (shown, facts) = view.shown_of(cx);
    if shown.is_empty {
        title(ui, cx, &cx.t("insights-title"));
        card(ui, cx.theme, |ui| soft(ui, cx, &cx.t("insights-empty")));
        return;
    }
    let new_span =
        head_ui(ui, "insights", |ui| title(ui, cx, &cx.t("insights-title")), |ui| span_chips_ui(ui, cx, span));
    let (mut mood_page, mut tears_page, mut new_step) = (false, false, None);
    side_by_side(
        ui,
        cx.theme,
        "insights",
        0.5,
        |ui| mood_page = mood_card_ui(ui, cx, &shown.mood, facts),
        |ui| (tears_page, new_step) = tears_card_ui(ui, cx, &shown.tears),
    );
    let pages = [(mood_page, Chart::Mood), (tears_page, Chart::Tears)];
    let mut asked = pages.into_iter().find(|(asked, _)| *asked).map(|(_, chart)| chart);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        for chart in Chart::ALL.into_iter().skip(pages.len()) {
            // What most people come for goes by its question.
            let words = if chart == Chart::Around { key("relief-row") } else { page::title_of(chart) };
            let words = cx.t(words);
            if row_button(ui, cx, ("chart", chart), &words, page::under_of(shown, chart)) {
                asked = Some(chart);
            }
        }
    });
    take_along_ui(ui, cx);
    if let Some(chart) = asked {
        cx.ask(Command::Open(Page::Chart(chart)));
    }
    if new_span.is_some() || new_step.is_some() {
        view.span = new_span.unwrap_or(view.span);
        view.step = new_step.unwrap_or(view.step);
        ui.ctx().request_repaint();
    }
}

/// The way to the page to take along, which is there while tracking rests, too.
fn take_along_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if button(ui, cx, "take-along", &cx.t("take-along-title"), Look::Plain) {
        cx.ask(Command::Open(Page::TakeAlong));
    }
}

/// Tracking rests: nothing is shown, and it is one press to have it back.
fn paused_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    card(ui, cx.theme, |ui| soft(ui, cx, &cx.t("insights-paused")));
    if button(ui, cx, "go-on-tracking", &cx.t("insights-go-on"), Look::PlainFirst) {
        let settings = Settings { paused: false, ..cx.model.settings.clone() };
        cx.ask(Command::SetSettings(Box::new(settings)));
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

fn step_chips_ui(ui: &mut Ui, cx: &Cx<'_>, chosen: Step) -> Option<Step> {
    let choices = [(Step::Week, cx.t("crying-chart-per-week")), (Step::Month, cx.t("crying-chart-per-month"))];
    choice_chips(ui, cx, "step", choices, |step| step == chosen).filter(|step| *step != chosen)
}

/// Says whether its page was asked for.
fn mood_card_ui(ui: &mut Ui, cx: &Cx<'_>, mood: &MoodShown, facts: &Facts) -> bool {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = UNDER;
        head_ui(ui, "mood", |ui| heading(ui, cx, &cx.t("mood-title")), |_| ());
        soft(ui, cx, &mood.under);
    });
    if mood.series.points.is_empty() {
        return false;
    }
    let ends = [cx.t("pleasant-high"), cx.t("pleasant-low")];
    let about = |index| mood.about(cx, facts, index);
    chart::dots(ui, cx.theme, &mood.dots, [&ends[0], &ends[1]], in_card("mood", &mood.summary, &about));
    level_ui(ui, ["mood", "tears"], |ui| soft(ui, cx, &mood.summary));
    // The last thing on the card, so that the arrows lead to the end of it.
    wide_link(ui, cx, "mood-page", &cx.t("mood-closer"))
}

/// A chart on a card is only looked at; on its page it is read point by point.
fn in_card<'a>(key: &'a str, summary: &'a str, about: &'a dyn Fn(usize) -> String) -> Reading<'a> {
    Reading { key, summary, about, cursor: None, height: chart::HEIGHT, is_first: false }
}

/// Says whether its page was asked for, and what the bars are to stand for.
fn tears_card_ui(ui: &mut Ui, cx: &Cx<'_>, tears: &TearsShown) -> (bool, Option<Step>) {
    let chips_ui = |ui: &mut Ui| if tears.months_only { None } else { step_chips_ui(ui, cx, tears.series.step) };
    let head = if tears.months_only { "tears-months" } else { "tears" };
    let step = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = UNDER;
        let step = head_ui(ui, head, |ui| heading(ui, cx, &cx.t("crying-chart-title")), chips_ui);
        soft(ui, cx, &tears.under);
        step
    });
    let step = step.inner;
    if tears.series.buckets.is_empty() {
        return (false, step);
    }
    if tears.series.summary.total > 0 {
        let about = |index| tears.about_bar(cx, index);
        chart::bars(ui, cx.theme, &tears.bars, in_card("tears", &tears.summary, &about));
    }
    level_ui(ui, ["tears", "mood"], |ui| {
        soft(ui, cx, &tears.summary);
        if let Some(caption) = &tears.caption {
            soft(ui, cx, caption);
        }
    });
    (wide_link(ui, cx, "tears-page", &cx.t("tears-closer")), step)
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

#[cfg(test)]
mod tests;
