//! Tears per week or month, with what is usual.

use chrono::NaiveDate;

use crate::insights::crying::{self, Bucket, CryingSeries, Step};
use crate::insights::facts::Facts;
use crate::insights::reported::{DIARIES_1980S, MONTH_DAYS, Reported, STUDENTS};
use crate::insights::usual::{self, Lately};
use crate::text::key;
use crate::ui::chart::{Bar, Bars, Level};
use crate::ui::cx::Cx;
use crate::ui::table_ui::{Row, Table};

use super::shown::{Key, Others, date, labels};

/// More weeks than this are too thin to be told apart.
const MOST_WEEKS: usize = 106;

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
    /// How the last four weeks stand to those before.
    pub lately: Option<Lately>,
}

impl TearsShown {
    pub(super) fn new(Key { span, step, today, others, .. }: Key, cx: &Cx<'_>, facts: &Facts) -> Self {
        let weeks = crying::series(facts, Step::Week, span, today);
        let months_only = weeks.buckets.len() > MOST_WEEKS;
        let by_week = step == Step::Week && !months_only;
        let series = if by_week { weeks } else { crying::series(facts, Step::Month, span, today) };
        let bar =
            |bucket: &Bucket| Bar { filled: bucket.in_evenings, outlined: bucket.outside, known: bucket.is_known() };
        let ends = [series.buckets.first().map_or(today, |bucket| bucket.start), today];
        let place = |day: NaiveDate| {
            let index = series.buckets.iter().rposition(|bucket| bucket.start <= day).unwrap_or(0);
            f64::from(u32::try_from(index).unwrap_or(u32::MAX))
        };
        let bars = Bars::new(series.buckets.iter().map(bar).collect(), labels(cx, ends, series.step, place));
        let usual = usual::range(facts, series.step, today);
        Self {
            bars: bars.with_band(usual).with_marks(marks(cx, others, series.step)),
            months_only,
            under: under_tears(cx, &series),
            summary: tears_summary(cx, &series),
            caption: caption(cx, &series, months_only, usual),
            lately: usual::lately(facts, today),
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

impl TearsShown {
    /// One bar in words, beside it.
    pub fn about_bar(&self, cx: &Cx<'_>, index: usize) -> String {
        let words = [key("crying-chart-bar"), key("crying-chart-gap")];
        self.series.buckets.get(index).map_or_else(String::new, |bucket| self.about(cx, bucket, words))
    }

    /// Whether the last four weeks are more than usual, in one sentence with its numbers. Never said without being
    /// asked, and never without saying that ups and downs are common.
    pub fn lately_words(&self, cx: &Cx<'_>) -> String {
        let Some(lately) = self.lately else { return cx.t("usual-unknown") };
        #[expect(clippy::cast_possible_truncation, reason = "a handful of cries")]
        let usual = lately.usual.round() as i64;
        let values =
            [("n", lately.counts.lately.into()), ("days", lately.counts.lately_days.into()), ("usual", usual.into())];
        let counts = cx.tw("usual-counts", &values);
        let line = match lately.counts.ratio() {
            _ if !lately.stands_out => key("usual-within"),
            ratio if ratio > 1.0 => key("usual-more"),
            _ => key("usual-fewer"),
        };
        format!("{counts} {}", cx.t(line))
    }

    /// The weeks or months as a table, newest first.
    pub fn table(&self, cx: &Cx<'_>, page: usize) -> Table {
        let buckets = &self.series.buckets;
        let first = if self.series.step == Step::Week { cx.t("table-week") } else { cx.t("table-month") };
        let (inside, outside) = (self.series.summary.in_evenings, self.series.summary.outside);
        let under = cx.tw("table-crying-under", &[("inside", inside.into()), ("outside", outside.into())]);
        let heads = vec![first, cx.t("table-inside"), cx.t("table-outside"), cx.t("table-known")];
        Table::of(cx, under, heads, page, |skip, take| {
            (buckets.iter().rev().skip(skip).take(take).map(|bucket| self.row(cx, bucket)).collect(), buckets.len())
        })
    }

    fn row(&self, cx: &Cx<'_>, bucket: &Bucket) -> Row {
        let days = [("known", bucket.known_days.into()), ("days", bucket.days.into())];
        let counts = if bucket.is_known() {
            [bucket.in_evenings.to_string(), bucket.outside.to_string()]
        } else {
            [cx.t("table-not-known"), cx.t("table-not-known")]
        };
        let [inside, outside] = counts;
        let name = match self.series.step {
            Step::Week => date(cx, bucket.start),
            Step::Month => cx.month_and_year(bucket.start),
        };
        Row {
            cells: vec![name, inside, outside, cx.tw("table-known-days", &days)],
            sentence: self.about(cx, bucket, [key("table-crying-row"), key("table-crying-row-gap")]),
        }
    }
}

/// What two surveys report, where the person wants to see it: the two means of each, told apart only where that was
/// opened.
fn marks(cx: &Cx<'_>, others: Others, step: Step) -> Vec<Level> {
    if !others.lines {
        return Vec::new();
    }
    let times = match step {
        Step::Week => 7.0 / MONTH_DAYS,
        Step::Month => 1.0,
    };
    let surveys = [(DIARIES_1980S, key("others-diaries")), (STUDENTS, key("others-students"))];
    let level = |height: f64, words: String| Level { height: height * times, words };
    let of_one = |(reported, survey): (Reported, &'static str)| {
        let name = cx.t(survey);
        let split = |words: &'static str| cx.tw(words, &[("survey", name.clone().into())]);
        if others.by_gender {
            [level(reported.women, split(key("others-women"))), level(reported.men, split(key("others-men")))]
        } else {
            [level(reported.women, split(key("others-upper"))), level(reported.men, split(key("others-lower")))]
        }
    };
    surveys.into_iter().flat_map(of_one).collect()
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
fn caption(cx: &Cx<'_>, series: &CryingSeries, months_only: bool, usual: Option<[u32; 2]>) -> Option<String> {
    let summary = series.summary;
    let unit = Unit(series.step);
    let gaps = summary.known_buckets < summary.buckets;
    let zeros = summary.buckets_with_any < summary.known_buckets;
    let lines = [
        zeros.then(|| unit.of(key("crying-chart-zero-week"), key("crying-chart-zero-month"))),
        gaps.then(|| unit.of(key("crying-chart-gap-week"), key("crying-chart-gap-month"))),
        months_only.then(|| key("crying-chart-months-only")),
    ];
    let band = usual.map(|[low, high]| {
        let words = unit.of(key("crying-chart-band-week"), key("crying-chart-band-month"));
        cx.tw(words, &[("low", low.into()), ("high", high.into())])
    });
    let lines: Vec<_> = band.into_iter().chain(lines.into_iter().flatten().map(|line| cx.t(line))).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}
