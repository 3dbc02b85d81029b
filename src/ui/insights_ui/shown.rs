//! What the charts show, computed once for each journal, day and choice.

use std::iter::successors;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::insights::crying::{self, Bucket, CryingSeries, Step};
use crate::insights::mood::{self, MoodSeries, POINTS_FOR_A_LINE, days_since_epoch};
use crate::insights::span::Span;
use crate::ui::chart::{Bar, Bars, Dots, Foot, Tick};
use crate::ui::cx::Cx;
use crate::ui::words::key;

/// More weeks than this are too thin to be told apart.
const MOST_WEEKS: usize = 106;

/// A chart of mood is not shorter than this, so that the first dots do not lie days apart.
const LEAST_DAYS: u64 = 6;

/// What all of it was computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Key {
    pub(super) revision: u64,
    pub(super) span: Span,
    pub(super) step: Step,
    pub(super) today: NaiveDate,
}

/// What both charts show.
#[derive(Debug)]
pub(in crate::ui) struct Shown {
    /// What it was computed from.
    pub key: Key,
    /// There is nothing in the journal that a chart could show.
    pub is_empty: bool,
    /// The chart of mood.
    pub mood: MoodShown,
    /// The chart of tears.
    pub tears: TearsShown,
}

impl Shown {
    pub(super) fn new(key: Key, cx: &Cx<'_>) -> Self {
        let journal = &cx.model.journal;
        let is_empty = journal.evenings.is_empty() && journal.check_ins.is_empty() && journal.cries.is_empty();
        Self { key, is_empty, mood: MoodShown::new(key, cx), tears: TearsShown::new(key, cx) }
    }
}

/// The chart of mood.
#[derive(Debug)]
pub(in crate::ui) struct MoodShown {
    /// What it shows.
    pub series: MoodSeries,
    /// The same, ready to be drawn.
    pub dots: Dots,
    /// How many check-ins there are.
    pub under: String,
    /// What is to be seen, in one sentence.
    pub summary: String,
}

impl MoodShown {
    fn new(Key { span, today, .. }: Key, cx: &Cx<'_>) -> Self {
        let series = mood::series(&cx.model.journal, span, today);
        let earliest = cx.model.journal.check_ins.iter().map(|check_in| check_in.day).min().unwrap_or(today);
        let least = today.checked_sub_days(Days::new(LEAST_DAYS)).unwrap_or(today);
        let from = span.first_day(today).unwrap_or(NaiveDate::MIN).max(earliest).min(least);
        let foot = Foot {
            from: days_since_epoch(from),
            until: days_since_epoch(today) + 1.0,
            labels: labels(cx, [from, today], Step::Week, days_since_epoch),
        };
        let points = series.points.iter().map(|point| [point.x, f64::from(point.pleasant)]);
        let pieces = series.line.iter().map(|piece| piece.iter().map(|place| [place.x, place.y]).collect());
        let dots = Dots::new(points, pieces, foot);
        Self { under: under_mood(cx, &series), summary: mood_summary(cx, &series), dots, series }
    }
}

fn under_mood(cx: &Cx<'_>, series: &MoodSeries) -> String {
    let n = series.summary.map_or(0, |summary| summary.n);
    let values = [("n", n.into())];
    match series.line.is_empty() {
        _ if n == 0 => cx.t("mood-none"),
        true if n < POINTS_FOR_A_LINE => cx.tw("mood-dots-only", &values),
        true => cx.tw("mood-far-apart", &values),
        false => cx.tw("mood-with-line", &values),
    }
}

fn mood_summary(cx: &Cx<'_>, series: &MoodSeries) -> String {
    let Some(summary) = series.summary else { return cx.t("mood-none") };
    let years = summary.first.year() != cx.now.wall.year();
    let mut values = vec![
        ("n", summary.n.into()),
        ("first", date_with(cx, summary.first, years).into()),
        ("last", date_with(cx, summary.last, years).into()),
        ("lowest", summary.lowest.into()),
        ("highest", summary.highest.into()),
        ("median", rounded(summary.median).into()),
    ];
    let end = |place: Option<f64>| place.map(rounded).unwrap_or_default();
    let places = || series.line.iter().flatten().map(|place| place.y);
    values.push(("begins", end(places().next()).into()));
    values.push(("ends", end(places().next_back()).into()));
    match (summary.n, series.line.is_empty()) {
        (1, _) => cx.tw("mood-summary-one", &values),
        (_, true) if summary.first == summary.last => cx.tw("mood-summary-one-day", &values),
        (_, true) => cx.tw("mood-summary-dots", &values),
        (_, false) => cx.tw("mood-summary-line", &values),
    }
}

/// A height without what lies after the point.
pub(in crate::ui) fn rounded(height: f64) -> String {
    format!("{height:.0}")
}

/// A day without its weekday, and with its year where it is another than this one.
pub(in crate::ui) fn date(cx: &Cx<'_>, day: NaiveDate) -> String {
    date_with(cx, day, day.year() != cx.now.wall.year())
}

fn date_with(cx: &Cx<'_>, day: NaiveDate, year: bool) -> String {
    let values = [("day", day.day().into()), ("month", cx.month(day).into()), ("year", day.year().to_string().into())];
    if year { cx.tw("insights-date-of-another-year", &values) } else { cx.tw("insights-date", &values) }
}

/// The chart of tears.
#[derive(Debug)]
pub(in crate::ui) struct TearsShown {
    /// What it shows.
    pub series: CryingSeries,
    /// The same, ready to be drawn.
    pub bars: Bars,
    /// Months stand where weeks would be too many.
    pub months_only: bool,
    /// How many cries there are.
    pub under: String,
    /// What is to be seen, in one sentence.
    pub summary: String,
    /// How the chart is to be read.
    pub caption: Option<String>,
}

impl TearsShown {
    fn new(Key { span, step, today, .. }: Key, cx: &Cx<'_>) -> Self {
        let weeks = crying::series(&cx.model.journal, Step::Week, span, today);
        let months_only = weeks.buckets.len() > MOST_WEEKS;
        let by_week = step == Step::Week && !months_only;
        let series = if by_week { weeks } else { crying::series(&cx.model.journal, Step::Month, span, today) };
        let bar =
            |bucket: &Bucket| Bar { filled: bucket.in_evenings, outlined: bucket.outside, known: bucket.is_known() };
        let ends = [series.buckets.first().map_or(today, |bucket| bucket.start), today];
        let place = |day: NaiveDate| {
            let index = series.buckets.iter().rposition(|bucket| bucket.start <= day).unwrap_or(0);
            f64::from(u32::try_from(index).unwrap_or(u32::MAX))
        };
        let bars = Bars::new(series.buckets.iter().map(bar).collect(), labels(cx, ends, series.step, place));
        Self {
            bars,
            months_only,
            under: under_tears(cx, &series),
            summary: tears_summary(cx, &series),
            caption: caption(cx, &series, months_only),
            series,
        }
    }

    /// One bar in words: the first where something is known of it, else the second.
    pub fn about(&self, cx: &Cx<'_>, bucket: &Bucket, [known, gap]: [&str; 2]) -> String {
        let values = [
            ("when", Unit(self.series.step).name(cx, bucket).into()),
            ("inside", bucket.in_evenings.into()),
            ("outside", bucket.outside.into()),
            ("known", bucket.known_days.into()),
            ("days", bucket.days.into()),
        ];
        cx.tw(if bucket.is_known() { known } else { gap }, &values)
    }
}

/// What a bar stands for.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Unit(pub Step);

impl Unit {
    /// What one week or month is called.
    fn name(self, cx: &Cx<'_>, bucket: &Bucket) -> String {
        match self.0 {
            Step::Week => cx.tw("crying-chart-week-from", &[("day", date(cx, bucket.start).into())]),
            Step::Month => cx.month_and_year(bucket.start),
        }
    }

    /// When one week or month was.
    fn when(self, cx: &Cx<'_>, bucket: &Bucket) -> String {
        match self.0 {
            Step::Week => cx.tw("crying-chart-in-week-from", &[("day", date(cx, bucket.start).into())]),
            Step::Month => cx.tw("crying-chart-in-month", &[("month", cx.month_and_year(bucket.start).into())]),
        }
    }

    fn of(self, week: &'static str, month: &'static str) -> &'static str {
        if self.0 == Step::Week { week } else { month }
    }
}

fn under_tears(cx: &Cx<'_>, series: &CryingSeries) -> String {
    let summary = series.summary;
    let values = [("inside", summary.in_evenings.into()), ("outside", summary.outside.into())];
    match (summary.in_evenings, summary.outside) {
        _ if series.buckets.is_empty() => cx.t("crying-chart-nothing-known"),
        (0, 0) => cx.t("crying-chart-none"),
        (_, 0) => cx.tw("crying-chart-inside", &values),
        (0, _) => cx.tw("crying-chart-outside", &values),
        _ => cx.tw("crying-chart-both", &values),
    }
}

fn tears_summary(cx: &Cx<'_>, series: &CryingSeries) -> String {
    let summary = series.summary;
    let unit = Unit(series.step);
    let count = unit.of(key("crying-chart-weeks"), key("crying-chart-months"));
    let values = [
        ("n", summary.total.into()),
        ("time", cx.tw(count, &[("n", summary.buckets.into())]).into()),
        ("most", summary.most.map_or(0, |most| most.total()).into()),
        ("when", summary.most.map(|most| unit.when(cx, &most)).unwrap_or_default().into()),
        ("known", summary.known_days.into()),
        ("days", summary.days.into()),
    ];
    match summary.total {
        0 => cx.tw("crying-chart-summary-none", &values),
        1 => cx.tw("crying-chart-summary-one", &values),
        _ if summary.most.is_some_and(|most| most.total() == 1) => cx.tw("crying-chart-summary-once-each", &values),
        _ => cx.tw("crying-chart-summary", &values),
    }
}

/// How to read what is not a bar, where there is any such thing.
fn caption(cx: &Cx<'_>, series: &CryingSeries, months_only: bool) -> Option<String> {
    let summary = series.summary;
    if summary.total == 0 {
        return None;
    }
    let unit = Unit(series.step);
    let gaps = summary.known_buckets < summary.buckets;
    let zeros = summary.buckets_with_any < summary.known_buckets;
    let lines = [
        zeros.then(|| unit.of(key("crying-chart-zero-week"), key("crying-chart-zero-month"))),
        gaps.then(|| unit.of(key("crying-chart-gap-week"), key("crying-chart-gap-month"))),
        months_only.then(|| key("crying-chart-months-only")),
    ];
    let lines: Vec<_> = lines.into_iter().flatten().map(|line| cx.t(line)).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// Ways to label a time under a chart, from the finest to the coarsest. Nothing is labelled finer than by `step`.
fn labels(cx: &Cx<'_>, [from, until]: [NaiveDate; 2], step: Step, place: impl Fn(NaiveDate) -> f64) -> Vec<Vec<Tick>> {
    let days = (until - from).num_days();
    let tick = |day: NaiveDate, words: String| Tick { x: place(day), words };
    let mut ways = Vec::new();
    if days <= 45 && step == Step::Week {
        let every: Vec<_> = successors(Some(from), NaiveDate::succ_opt).take_while(|day| *day <= until).collect();
        let mondays: Vec<_> = every.iter().copied().filter(|day| day.weekday() == Weekday::Mon).collect();
        let mut way = |days: &[NaiveDate]| {
            ways.push(days.iter().map(|day| tick(*day, day_and_short_month(cx, *day))).collect::<Vec<_>>());
        };
        if days <= 20 {
            for stride in 1..=4 {
                way(&every.iter().copied().step_by(stride).collect::<Vec<_>>());
            }
        }
        way(&mondays);
        way(&mondays.iter().copied().step_by(2).collect::<Vec<_>>());
        return ways;
    }
    let first = crate::journal::day::Month::of(from).first_day();
    let starts = || successors(Some(first), |month| month.checked_add_months(Months::new(1)));
    let within = || starts().skip_while(|month| *month < from).take_while(|month| *month <= until);
    for stride in [1, 2, 3, 6] {
        if days <= 366 * i64::from(stride) * 2 {
            let months = within().filter(|month| month.month0().is_multiple_of(stride));
            let words = |month: NaiveDate| match month.month() {
                1 if days > 400 => month.year().to_string(),
                _ => cx.tw("insights-short-month", &[("n", month.month().into())]),
            };
            ways.push(months.map(|month| tick(month, words(month))).collect());
        }
    }
    for stride in [1, 2, 5, 10, 20, 50] {
        let years = within().filter(|month| month.month() == 1 && month.year() % stride == 0);
        ways.push(years.map(|year| tick(year, year.year().to_string())).collect());
    }
    ways
}

fn day_and_short_month(cx: &Cx<'_>, day: NaiveDate) -> String {
    let month = cx.tw("insights-short-month", &[("n", day.month().into())]);
    cx.tw("insights-short-date", &[("day", day.day().into()), ("month", month.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::clock::Now;
    use crate::journal::record::DeviceId;
    use crate::ui::insights_ui::InsightsView;
    use crate::ui::text::Text;
    use crate::ui::theme::Themes;

    fn with_cx<R>(years: Option<u32>, look: impl FnOnce(&Cx<'_>) -> R) -> R {
        let wall = "2026-11-22T20:30:00+01:00".parse().expect("a time");
        let now = Now { wall, mono: std::time::Duration::ZERO };
        let mut model = Model::new(String::new(), true);
        if let Some(years) = years {
            let device = DeviceId("abcdef".to_owned());
            model.journal = crate::demo::journal(years, false, model.today(now), wall, device);
        }
        let text = Text::english().expect("whole");
        let themes = Themes::bundled().expect("whole");
        let mut commands = Vec::new();
        look(&Cx { model: &model, text: &text, theme: themes.get("dusk"), now, commands: &mut commands })
    }

    fn shown(cx: &Cx<'_>, span: Span, step: Step) -> Shown {
        Shown::new(Key { revision: 0, span, step, today: cx.model.today(cx.now) }, cx)
    }

    #[test]
    fn an_empty_journal_has_nothing_to_show() {
        with_cx(None, |cx| {
            let shown = shown(cx, Span::Everything, Step::Week);
            assert!(shown.is_empty && shown.mood.series.points.is_empty() && shown.tears.series.buckets.is_empty());
        });
    }

    #[test]
    fn every_time_has_labels_in_order() {
        with_cx(Some(1), |cx| {
            let today = cx.model.today(cx.now);
            for days in (0..100).chain([400, 800, 2_000, 10_000, 40_000]) {
                let from = today - chrono::TimeDelta::days(days);
                let ways = labels(cx, [from, today], Step::Week, days_since_epoch);
                assert!(ways.iter().any(|way| !way.is_empty()), "{days} days");
                for tick in ways.iter().flat_map(|way| way.windows(2)) {
                    assert!(tick[0].x < tick[1].x, "{days} days: {tick:?}");
                }
            }
        });
    }

    #[test]
    fn weeks_that_would_be_too_thin_are_months() {
        with_cx(Some(4), |cx| {
            let everything = shown(cx, Span::Everything, Step::Week).tears;
            assert!(everything.months_only && everything.series.step == Step::Month);
            let year = shown(cx, Span::Year, Step::Week).tears;
            assert!(!year.months_only && year.series.step == Step::Week);
        });
    }

    #[test]
    fn nothing_is_computed_twice() {
        with_cx(Some(1), |cx| {
            let mut view = InsightsView::default();
            let place = |view: &mut InsightsView| view.shown(cx).mood.series.points.as_ptr();
            assert_eq!(place(&mut view), place(&mut view));
        });
    }
}
