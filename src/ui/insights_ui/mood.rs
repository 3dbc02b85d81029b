//! Mood over time.

use chrono::{Datelike, Days, NaiveDate};

use crate::app::nav::Page;
use crate::insights::crying::Step;
use crate::insights::facts::Facts;
use crate::insights::mood::{self, MoodDay, MoodPoint, MoodSeries, days_since_epoch};
use crate::text::insights::{mood_summary, mood_under, rounded};
use crate::text::key;
use crate::ui::chart::{Dot, Dots, Foot};
use crate::ui::cx::Cx;
use crate::ui::table_ui::{Row, Table};

use super::shown::{Key, date_with, labels};

/// A chart of mood is not shorter than this, so that the first dots do not lie days apart.
const LEAST_DAYS: u64 = 6;

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
    pub(super) fn new(Key { span, today, .. }: Key, cx: &Cx<'_>, facts: &Facts) -> Self {
        let series = mood::series(facts, span, today);
        let earliest = cx.model.journal.check_ins.iter().map(|check_in| check_in.day).min().unwrap_or(today);
        let least = today.checked_sub_days(Days::new(LEAST_DAYS)).unwrap_or(today);
        let from = span.first_day(today).unwrap_or(NaiveDate::MIN).max(earliest).min(least);
        let foot = Foot {
            from: days_since_epoch(from),
            until: days_since_epoch(today) + 1.0,
            labels: labels(cx, [from, today], Step::Week, days_since_epoch),
        };
        let points = facts.points().get(series.points.clone()).unwrap_or_default().iter().map(|point| Dot {
            x: point.x,
            y: f64::from(point.pleasant),
            of_evening: point.evening.is_some(),
        });
        let pieces = series.line.iter().map(|piece| piece.iter().map(|place| [place.x, place.y]).collect());
        let dots = Dots::new(points, pieces, foot);
        let other_year = series.summary.is_some_and(|summary| summary.first.year() != cx.now.wall.year());
        let summary = mood_summary(cx.text, &series, |day| date_with(cx, day, other_year));
        Self { under: mood_under(cx.text, &series), summary, dots, series }
    }

    /// One dot in words.
    pub fn about(&self, cx: &Cx<'_>, facts: &Facts, index: usize) -> String {
        let Some(point) = self.point(facts, index) else { return String::new() };
        let at = cx.model.journal.check_ins.get(point.check_in).and_then(|check_in| check_in.at);
        let when = at.map_or_else(|| cx.day(point.day), |at| cx.day_and_time(at.naive_local()));
        cx.tw("mood-dot", &[("when", when.into()), ("height", point.pleasant.into())])
    }

    /// What is behind a dot: its evening, or the check-in itself.
    pub fn page(&self, facts: &Facts, index: usize) -> Option<Page> {
        let point = self.point(facts, index)?;
        let check_in = Page::CheckIn { id: Some(point.check_in), evening: None, moment: point.moment };
        Some(point.evening.map_or(check_in, Page::Evening))
    }

    fn point<'a>(&self, facts: &'a Facts, index: usize) -> Option<&'a MoodPoint> {
        facts.points().get(self.series.points.clone())?.get(index)
    }

    /// The days as a table, newest first.
    pub fn table(&self, cx: &Cx<'_>, page: usize) -> Table {
        let has_line = !self.series.line.is_empty();
        let heads = [
            Some(cx.t("table-day")),
            Some(cx.t("table-check-ins")),
            Some(cx.t("table-mean")),
            Some(cx.t("table-lowest")),
            Some(cx.t("table-highest")),
            has_line.then(|| cx.t("table-line")),
        ];
        let (days, points) = (&self.series.days, self.series.points.len());
        let under = cx.tw("table-mood-under", &[("n", points.into()), ("days", days.len().into())]);
        Table::of(cx, under, heads.into_iter().flatten().collect(), page, |skip, take| {
            let rows = days.iter().rev().skip(skip).take(take).map(|day| mood_row(cx, day, has_line));
            (rows.collect(), days.len())
        })
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
