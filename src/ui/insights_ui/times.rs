//! When tears come: the hours, the days of the week, and how long evenings are.

use crate::insights::facts::Facts;
use crate::insights::times::{Times, times};
use crate::text::key;
use crate::ui::chart::{Bar, Bars, Tick};
use crate::ui::cx::Cx;
use crate::ui::table_ui::{Row, Table};

use super::shown::Key;

/// When tears come.
#[derive(Debug)]
pub(in crate::ui) struct TimesShown {
    /// What it shows.
    pub times: Times,
    /// A bar for each hour.
    pub hours: Bars,
    /// A bar for each day of the week.
    pub weekdays: Bars,
    /// How many cries there are.
    pub under: String,
    /// What is to be seen, in one sentence.
    pub summary: String,
    /// How long evenings are.
    pub lengths: Option<String>,
}

impl TimesShown {
    pub(super) fn new(Key { span, today, .. }: Key, cx: &Cx<'_>, facts: &Facts) -> Self {
        let times = times(facts, span, today);
        let bar = |filled: u32, known: bool| Bar { filled, outlined: 0, known };
        let hours = times.hours.iter().map(|count| bar(*count, true)).collect();
        let known = times.known_weekdays;
        let weekdays = times.weekdays.iter().zip(known).map(|(count, known)| bar(*count, known > 0)).collect();
        let every =
            |step: u32| (0..24).step_by(step as usize).map(|hour| Tick { x: f64::from(hour), words: clock(cx, hour) });
        let days = (0_u32..7).map(|day| Tick { x: f64::from(day), words: weekday(cx, day) });
        let short = (0_u32..7).map(|day| Tick { x: f64::from(day), words: short_weekday(cx, day) });
        Self {
            hours: Bars::new(hours, [2, 3, 6, 12].map(|step| every(step).collect()).to_vec()),
            weekdays: Bars::new(weekdays, vec![days.collect(), short.collect()]),
            under: under(cx, &times),
            summary: summary(cx, &times),
            lengths: lengths(cx, &times),
            times,
        }
    }

    /// One hour in words.
    pub fn about_hour(&self, cx: &Cx<'_>, index: usize) -> String {
        let hour = u32::try_from(index).unwrap_or(0);
        let count = self.times.hours.get(index).copied().unwrap_or(0);
        let values =
            [("from", clock(cx, hour).into()), ("until", clock(cx, (hour + 1) % 24).into()), ("n", count.into())];
        cx.tw("times-hour", &values)
    }

    /// One day of the week in words.
    pub fn about_weekday(&self, cx: &Cx<'_>, index: usize) -> String {
        let (count, known) = (self.times.weekdays.get(index).copied(), self.times.known_weekdays.get(index).copied());
        let day = weekday(cx, u32::try_from(index).unwrap_or(0));
        let values = [("day", day.into()), ("n", count.unwrap_or(0).into()), ("known", known.unwrap_or(0).into())];
        cx.tw("times-weekday", &values)
    }

    /// The same as a table: the days of the week, then the hours in which there were any.
    pub fn table(&self, cx: &Cx<'_>, page: usize) -> Table {
        let days =
            (0..7).map(|index| (weekday(cx, small(index)), self.times.weekdays[index], self.about_weekday(cx, index)));
        let hours = (0..24).filter(|hour| self.times.hours[*hour] > 0);
        let hours =
            hours.map(|index| (hour_range(cx, small(index)), self.times.hours[index], self.about_hour(cx, index)));
        let all: Vec<(String, u32, String)> = days.chain(hours).collect();
        let row = |(name, count, sentence): &(String, u32, String)| Row {
            cells: vec![name.clone(), count.to_string()],
            sentence: sentence.replace('\n', ": "),
        };
        let heads = vec![cx.t("times-head-when"), cx.t("times-head-tears")];
        Table::of(cx, self.under.clone(), heads, page, |skip, take| {
            (all.iter().skip(skip).take(take).map(row).collect(), all.len())
        })
    }
}

fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(0)
}

fn clock(cx: &Cx<'_>, hour: u32) -> String {
    cx.time(chrono::NaiveTime::from_hms_opt(hour % 24, 0, 0).unwrap_or_default())
}

fn hour_range(cx: &Cx<'_>, hour: u32) -> String {
    cx.tw("times-range", &[("from", clock(cx, hour).into()), ("until", clock(cx, hour + 1).into())])
}

/// The name of a day of the week, from Monday, 0, on.
fn weekday(cx: &Cx<'_>, day: u32) -> String {
    cx.tw("weekday", &[("n", (day + 1).into())])
}

fn short_weekday(cx: &Cx<'_>, day: u32) -> String {
    cx.tw("weekday-short", &[("n", (day + 1).into())])
}

/// Of fewer times it is not said when they come most often.
const LEAST_TIMES: u32 = 5;

fn under(cx: &Cx<'_>, times: &Times) -> String {
    if times.n == 0 {
        return cx.t("times-none");
    }
    cx.tw("times-under", &[("n", times.n.into()), ("timed", times.timed.into())])
}

fn summary(cx: &Cx<'_>, times: &Times) -> String {
    if times.n == 0 {
        return cx.t("times-none");
    }
    let by_day = most_of(&times.weekdays).filter(|_| times.n >= LEAST_TIMES).map(|(day, n)| {
        let words = [("day", weekday(cx, small(day)).into()), ("n", n.into())];
        cx.tw("times-summary-day", &words)
    });
    let by_hour = times.peak().filter(|_| times.timed >= LEAST_TIMES).map(|(from, n)| {
        [
            ("from", clock(cx, from).into()),
            ("until", clock(cx, from + 3).into()),
            ("n", n.into()),
            ("timed", times.timed.into()),
        ]
    });
    match (by_hour, by_day) {
        (None, None) => cx.t("times-summary-few"),
        (None, Some(day)) => cx.tw("times-summary-days", &[("day", day.into())]),
        (Some(hours), None) => cx.tw("times-summary-hours", &hours),
        (Some(hours), Some(day)) => {
            let values: Vec<_> = hours.into_iter().chain([("day", day.into())]).collect();
            cx.tw("times-summary", &values)
        }
    }
}

/// The one with the most, and how many; `None` where two have as many.
fn most_of(counts: &[u32]) -> Option<(usize, u32)> {
    let most = *counts.iter().max()?;
    let mut with_most = counts.iter().enumerate().filter(|(_, count)| **count == most);
    let (index, count) = with_most.next()?;
    with_most.next().is_none().then_some((index, *count))
}

fn lengths(cx: &Cx<'_>, times: &Times) -> Option<String> {
    let lengths = times.lengths?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of an evening")]
    let middle = lengths.median_min.round() as u32;
    let values = [
        ("n", lengths.n.into()),
        ("shortest", cx.length(lengths.shortest_min).into()),
        ("middle", cx.length(middle).into()),
        ("longest", cx.length(lengths.longest_min).into()),
    ];
    Some(cx.tw(if lengths.n == 1 { key("times-length-one") } else { key("times-lengths") }, &values))
}
