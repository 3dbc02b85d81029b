//! One chart with what it says in words: the chart large, its points under a cursor, the table one press away.

use egui::Ui;

use crate::app::command::Command;
use crate::app::nav::{Chart, Page};
use crate::insights::crying::Step;
use crate::insights::facts::Facts;
use crate::insights::relief::Later;
use crate::insights::year::years;
use crate::text::key;
use crate::ui::chart::{self, Cursor, Reading};
use crate::ui::cry_ui::question;
use crate::ui::cx::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::{Look, Size, button, card, check_row, choice_chips, label, link, soft, stepper, title};

use super::shown::Shown;
use super::{InsightsView, head_ui, span_chips_ui, step_chips_ui};

/// How much of the screen's height a chart takes.
const SHARE: f32 = 0.5;
const LEAST_HEIGHT: f32 = 300.0;
const MOST_HEIGHT: f32 = 620.0;

/// What was pressed on the page, to be done once nothing is borrowed any more.
#[derive(Default)]
struct Pressed {
    page: Option<Page>,
    step: Option<Step>,
    later: Option<Later>,
}

/// The page of one chart.
pub fn chart_page_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut InsightsView, chart: Chart) {
    let (span, screen) = (view.span, ui.clip_rect().height());
    let height = (screen * SHARE).clamp(LEAST_HEIGHT, MOST_HEIGHT);
    if view.chart != Some(chart) {
        (view.chart, view.cursors) = (Some(chart), Default::default());
        // What was asked the last time is not said again unasked.
        (view.asks_usual, view.asks_others) = (false, false);
    }
    let mut cursors = std::mem::take(&mut view.cursors);
    let (shown, facts) = view.shown_of(cx);
    let (mut new_span, mut new_year) = (None, 0);
    let words = cx.t(title_of(chart));
    if chart == Chart::Year {
        title(ui, cx, &words);
    } else {
        new_span = head_ui(ui, "chart-page", |ui| title(ui, cx, &words), |ui| span_chips_ui(ui, cx, span));
    }
    let mut pressed = Pressed::default();
    card(ui, cx.theme, |ui| figure_ui(ui, cx, (shown, facts), chart, &mut cursors, height, &mut pressed));
    for sentence in sentences(cx, shown, chart) {
        label(ui, cx, &sentence, Size::Body);
    }
    pressed.later = later_ui(ui, cx, shown, chart);
    if chart == Chart::Year {
        let name = shown.key.year.to_string();
        new_year = stepper(ui, cx, "year", &cx.t("year-name"), &name, 420.0);
    }
    view.cursors = cursors;
    if chart == Chart::Tears {
        asked_ui(ui, cx, view);
        if std::mem::take(&mut view.brings) {
            // What was asked is answered where it can be seen.
            ui.scroll_to_cursor(Some(egui::Align::BOTTOM));
        }
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 26.0;
        if link(ui, cx, "chart-table", &cx.t("chart-as-table")) {
            cx.ask(Command::Open(Page::Table(chart)));
        }
        if button(ui, cx, "chart-done", &cx.t("done"), Look::Quiet) {
            cx.ask(Command::Back);
        }
    });
    if let Some(page) = pressed.page {
        cx.ask(Command::Open(page));
    }
    if new_year != 0 {
        let years = years(&view.facts, cx.model.today(cx.now));
        let year = view.year.unwrap_or(*years.end()).saturating_add(new_year);
        view.year = Some(year.clamp(*years.start(), *years.end()));
    }
    view.span = new_span.unwrap_or(view.span);
    view.step = pressed.step.unwrap_or(view.step);
    view.later = pressed.later.unwrap_or(view.later);
    if new_span.is_some() || pressed.step.is_some() || pressed.later.is_some() || new_year != 0 {
        // Points of another time are other points.
        view.cursors = Default::default();
        ui.ctx().request_repaint();
    }
}

/// What a chart is called.
pub(super) fn title_of(chart: Chart) -> &'static str {
    match chart {
        Chart::Mood => key("mood-title"),
        Chart::Tears => key("crying-chart-title"),
        Chart::Around => key("around-title"),
        Chart::Moves => key("moves-title"),
        Chart::Times => key("times-title"),
        Chart::Pauses => key("pauses-title"),
        Chart::Year => key("year-title"),
    }
}

/// How much a chart is made of: its n.
pub(super) fn under_of(shown: &Shown, chart: Chart) -> &str {
    match chart {
        Chart::Mood => &shown.mood.under,
        Chart::Tears => &shown.tears.under,
        Chart::Around => &shown.around.under,
        Chart::Moves => &shown.moves.under,
        Chart::Times => &shown.times.under,
        Chart::Pauses => &shown.pauses.under,
        Chart::Year => &shown.year.under,
    }
}

/// What a chart says in one sentence.
pub(super) fn summary_of(shown: &Shown, chart: Chart) -> &str {
    match chart {
        Chart::Mood => &shown.mood.summary,
        Chart::Tears => &shown.tears.summary,
        Chart::Around => &shown.around.summary,
        Chart::Moves => &shown.moves.summary,
        Chart::Times => &shown.times.summary,
        Chart::Pauses => &shown.pauses.summary,
        Chart::Year => &shown.year.summary,
    }
}

/// What is said under a chart, sentence by sentence.
fn sentences(cx: &Cx<'_>, shown: &Shown, chart: Chart) -> Vec<String> {
    let mut said = vec![summary_of(shown, chart).to_owned()];
    match chart {
        Chart::Tears => said.extend(shown.tears.caption.clone()),
        Chart::Times => said.extend(shown.times.lengths.clone()),
        Chart::Around if shown.around.lines.leaves_some_out() => said.push(cx.t("around-latest")),
        Chart::Year => said.push(cx.t("year-caption")),
        Chart::Mood if !shown.mood.series.points.is_empty() => {
            said[0] = format!("{} {}", said[0], cx.t("mood-caption"));
        }
        _ => {}
    }
    // Where there is nothing, the line under the heading has said so.
    said.dedup();
    said.retain(|sentence| sentence != under_of(shown, chart));
    said
}

fn figure_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (shown, facts): (&Shown, &Facts),
    chart: Chart,
    cursors: &mut [Cursor; 2],
    height: f32,
    pressed: &mut Pressed,
) {
    let [first, second] = cursors;
    let summary = summary_of(shown, chart);
    let reading =
        |key, about, cursor, height| Reading { key, summary, about, cursor: Some(cursor), height, is_first: true };
    let ends = [cx.t("pleasant-high"), cx.t("pleasant-low")];
    let ends = [&*ends[0], &*ends[1]];
    soft(ui, cx, under_of(shown, chart));
    match chart {
        Chart::Mood => {
            if shown.mood.series.points.is_empty() {
                return;
            }
            let about = |index| shown.mood.about(cx, facts, index);
            let at = chart::dots(ui, cx.theme, &shown.mood.dots, ends, reading("mood-page", &about, first, height));
            pressed.page = at.and_then(|index| shown.mood.page(facts, index));
            read_ui(ui, cx, "mood-page", &about, *first, true);
        }
        Chart::Tears => {
            if !shown.tears.months_only {
                pressed.step = step_chips_ui(ui, cx, shown.tears.series.step);
            }
            if shown.tears.series.buckets.is_empty() {
                return;
            }
            let about = |index| shown.tears.about_bar(cx, index);
            chart::bars(ui, cx.theme, &shown.tears.bars, reading("tears-page", &about, first, height));
            read_ui(ui, cx, "tears-page", &about, *first, false);
        }
        Chart::Around => {
            if shown.around.series.evenings.is_empty() {
                return;
            }
            let about = |index| shown.around.about(cx, index);
            let at =
                chart::lines(ui, cx.theme, &shown.around.lines, ends, reading("around-page", &about, first, height));
            pressed.page = at.and_then(|index| shown.around.page(index));
            read_ui(ui, cx, "around-page", &about, *first, true);
        }
        Chart::Moves => {
            pressed.page = shown.moves.rows_ui(ui, cx);
        }
        Chart::Times => {
            if shown.times.times.n == 0 {
                return;
            }
            let (by_day, by_hour) = (cx.t("times-by-day"), cx.t("times-by-hour"));
            let (by_day, by_hour) = (format!("{by_day} {summary}"), format!("{by_hour} {summary}"));
            let about = |index| shown.times.about_weekday(cx, index);
            let days = Reading { summary: &by_day, ..reading("times-days", &about, first, height * 0.6) };
            chart::bars(ui, cx.theme, &shown.times.weekdays, days);
            read_ui(ui, cx, "times-days", &about, *first, false);
            let about = |index| shown.times.about_hour(cx, index);
            let (key, height) = ("times-hours", height * 0.6);
            let hours =
                Reading { key, summary: &by_hour, about: &about, cursor: Some(second), height, is_first: false };
            chart::bars(ui, cx.theme, &shown.times.hours, hours);
            read_ui(ui, cx, "times-hours", &about, *second, false);
        }
        Chart::Pauses => {
            if !shown.pauses.pauses.breathed.is_empty() {
                let about = |index| shown.pauses.about(cx, index);
                chart::bars(ui, cx.theme, &shown.pauses.bars, reading("pauses-page", &about, first, height * 0.8));
                read_ui(ui, cx, "pauses-page", &about, *first, false);
            }
            shown.pauses.helped_ui(ui, cx);
        }
        Chart::Year => {
            let about = |index| shown.year.about(cx, index);
            let at =
                chart::pixels(ui, cx.theme, &shown.year.pixels, reading("year-page", &about, first, height * 1.15));
            pressed.page = at.and_then(|index| shown.year.page(index));
            read_ui(ui, cx, "year-page", &about, *first, true);
        }
    }
}

/// What the cursor stands at, below the chart, where it covers nothing; before it was moved, how it is moved.
fn read_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &str, about: &dyn Fn(usize) -> String, cursor: Cursor, opens: bool) {
    match chart::point_read(ui, chart, cursor) {
        Some(at) => label(ui, cx, &about(at).replace('\n', " · "), Size::Small),
        None => soft(ui, cx, &cx.t(if opens { key("chart-keys") } else { key("chart-keys-read") })),
    }
}

/// "Does it help me?", and which of the later moments it is asked of.
fn later_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown, chart: Chart) -> Option<Later> {
    if chart != Chart::Around || shown.around.series.evenings.is_empty() {
        return None;
    }
    question(ui, cx, &cx.t("relief-question"));
    for sentence in &shown.around.answer {
        label(ui, cx, sentence, Size::Body);
    }
    let present = shown.key.later;
    let words = |later| match later {
        Later::After => key("relief-choice-after"),
        Later::Plus20 => key("relief-choice-plus20"),
        Later::Plus90 => key("relief-choice-plus90"),
    };
    let choices = Later::ALL.map(|later| (later, cx.t(words(later))));
    choice_chips(ui, cx, "later", choices, |later| later == present).filter(|later| *later != present)
}

/// What is only said of tears when it is asked for.
fn asked_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut InsightsView) {
    let mut opened = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        if button(ui, cx, "usual", &cx.t("usual-question"), Look::Small) {
            view.asks_usual = !view.asks_usual;
            opened = view.asks_usual;
        }
        if button(ui, cx, "others", &cx.t("others-question"), Look::Small) {
            view.asks_others = !view.asks_others;
            opened = view.asks_others;
        }
    });
    view.brings |= opened;
    if view.asks_usual {
        let words = view.shown(cx).tears.lately_words(cx);
        label(ui, cx, &words, Size::Body);
    }
    if !view.asks_others {
        return;
    }
    label(ui, cx, &cx.t("others-said"), Size::Body);
    soft(ui, cx, &cx.t("others-sources"));
    ui.add_space(size::GAP / 2.0);
    let mut others = view.others;
    if check_row(ui, cx, "others-lines", &cx.t("others-lines"), others.lines) {
        others.lines = !others.lines;
    }
    if others.lines && check_row(ui, cx, "others-by-gender", &cx.t("others-by-gender"), others.by_gender) {
        others.by_gender = !others.by_gender;
    }
    if others != view.others {
        view.others = others;
        ui.ctx().request_repaint();
    }
}
