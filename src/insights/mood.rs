//! How pleasant it was over time: a dot per check-in, and a line once there are enough of them.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use uuid::Uuid;

use crate::evening::check_in::Moment;
use crate::insights::facts::{Facts, List};
use crate::insights::span::{Span, within};
use crate::journal::entry::CheckIn;
use crate::median::median_of_percents;

/// The lists of facts it is made of.
pub const USES: &[List] = &[List::Points];

/// After so many days a day weighs half as much in the line.
pub const HALF_LIFE_DAYS: f64 = 7.0;

/// The line is broken where no check-in was made for more than this many days.
pub const GAP_DAYS: f64 = 3.0 * HALF_LIFE_DAYS;

/// Fewer dots than this have no line.
pub const POINTS_FOR_A_LINE: u32 = 10;

/// 1970-01-01, counted as chrono counts days.
const EPOCH_DAYS_FROM_CE: i32 = 719_163;

const SECONDS_PER_DAY: f64 = 86_400.0;

/// One check-in that says how pleasant it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MoodPoint {
    /// Days since 1970-01-01 by the clock on the wall, the time of day as a fraction. Noon of the day where no time is
    /// known.
    pub x: f64,
    /// How pleasant, 0 to 100.
    pub pleasant: u8,
    /// When it belongs to.
    pub moment: Moment,
    /// The day it was lived on.
    pub day: NaiveDate,
    /// The check-in it is.
    pub check_in: Uuid,
    /// The evening it belongs to.
    pub evening: Option<Uuid>,
}

/// A place on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePoint {
    /// Days since 1970-01-01; the line stands at noon of each day.
    pub x: f64,
    /// How pleasant, 0 to 100.
    pub y: f64,
}

/// One day. Also a row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MoodDay {
    /// The day lived.
    pub day: NaiveDate,
    /// Its noon, in days since 1970-01-01: where the line stands.
    pub x: f64,
    /// How many check-ins say how pleasant it was.
    pub n: u32,
    /// Their mean, 0 to 100.
    pub mean: f64,
    /// The lowest, 0 to 100.
    pub lowest: u8,
    /// The highest, 0 to 100.
    pub highest: u8,
    /// Where the line stands, 0 to 100; `None` where there is no line.
    pub smoothed: Option<f64>,
}

/// What one sentence about the mood needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MoodSummary {
    /// How many check-ins are shown, at least 1: the chart's n.
    pub n: u32,
    /// On how many days they were made.
    pub days: u32,
    /// The first of those days.
    pub first: NaiveDate,
    /// The last of them.
    pub last: NaiveDate,
    /// The middle one by height, 0 to 100.
    pub median: f64,
    /// The lowest, 0 to 100.
    pub lowest: u8,
    /// The highest, 0 to 100.
    pub highest: u8,
}

/// How pleasant it was over time.
#[derive(Clone, Debug, PartialEq)]
pub struct MoodSeries {
    /// Where the dots lie among [`Facts::points`]; ten years of them are not copied after each check-in.
    pub points: Range<usize>,
    /// The pieces of the line, by time; empty with fewer than [`POINTS_FOR_A_LINE`] dots. Each has at least two places:
    /// a day that stands alone between two gaps has its dots.
    pub line: Vec<Vec<LinePoint>>,
    /// The rows of the table, by day.
    pub days: Vec<MoodDay>,
    /// What one sentence needs; `None` where there is no dot.
    pub summary: Option<MoodSummary>,
}

/// The mood over a span. The line weighs in what lies before the span, so that a day looks the same in every span.
///
/// Check-ins that are words alone have no height and are left out, as are those after today and those of deleted
/// evenings.
#[must_use]
pub fn series(facts: &Facts, span: Span, today: NaiveDate) -> MoodSeries {
    let until_today = within(facts.points(), |point| point.day, None, today);
    let first = span.first_day(today);
    let mut days = daily(until_today);
    smooth(&mut days);
    let points = within(until_today, |point| point.day, first, today);
    days.drain(..days.partition_point(|day| first.is_some_and(|first| day.day < first)));

    let summary = summary(points, &days);
    // All before the span come first.
    let points = until_today.len() - points.len()..until_today.len();
    if summary.is_none_or(|summary| summary.n < POINTS_FOR_A_LINE) {
        for day in &mut days {
            day.smoothed = None;
        }
    }
    let line = line_through(&days);
    MoodSeries { points, line, days, summary }
}

/// Smooths values that are unevenly spaced in time: each weighs half as much after `half_life` units of time.
///
/// `values` are pairs of time and value, by time; the result has one value for each. The first stays as it is.
#[must_use]
pub fn ewma(values: &[(f64, f64)], half_life: f64) -> Vec<f64> {
    let mut smoothed: Vec<f64> = Vec::with_capacity(values.len());
    let mut last: Option<(f64, f64)> = None;
    // Nearly always the next day is the next one with a value, so the weight is the same as before.
    let (mut gap, mut weight) = (0.0, 0.0);
    for &(time, value) in values {
        let z = match last {
            None => value,
            Some((then, z)) => {
                let since = (time - then).max(0.0);
                if since.total_cmp(&gap).is_ne() {
                    (gap, weight) = (since, 1.0 - (-since / half_life).exp2());
                }
                z + weight * (value - z)
            }
        };
        smoothed.push(z);
        last = Some((time, z));
    }
    smoothed
}

/// Days from 1970-01-01 to the start of a day.
#[must_use]
pub fn days_since_epoch(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce() - EPOCH_DAYS_FROM_CE)
}

/// The day a place on the time axis lies in, for writing dates under a chart; `None` where no calendar reaches.
#[must_use]
pub fn day_at(x: f64) -> Option<NaiveDate> {
    let whole = x.floor();
    if !(-100_000_000.0..100_000_000.0).contains(&whole) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number far within the range of i32")]
    NaiveDate::from_num_days_from_ce_opt(whole as i32 + EPOCH_DAYS_FROM_CE)
}

/// The dot of a check-in, where it says how pleasant it was.
pub(super) fn point_of(check_in: &CheckIn) -> Option<MoodPoint> {
    let CheckIn { day, at, moment, evening, .. } = *check_in;
    let x = match at {
        Some(at) => {
            let at = at.naive_local();
            days_since_epoch(at.date()) + fraction_of_day(at.time())
        }
        None => noon_of(day),
    };
    Some(MoodPoint { x, pleasant: check_in.pleasant?.min(100), moment, day, check_in: check_in.id, evening })
}

fn fraction_of_day(time: NaiveTime) -> f64 {
    f64::from(time.num_seconds_from_midnight()) / SECONDS_PER_DAY
}

fn noon_of(day: NaiveDate) -> f64 {
    days_since_epoch(day) + 0.5
}

/// The days of the points, which are in order. A day's mean keeps the line from following the dip within an evening.
fn daily(points: &[MoodPoint]) -> Vec<MoodDay> {
    let mut days: Vec<MoodDay> = Vec::with_capacity(points.len() / 2);
    for point in points {
        let height = point.pleasant;
        // Until all of a day are known, its mean is their sum.
        match days.last_mut().filter(|day| day.day == point.day) {
            Some(day) => {
                day.n += 1;
                day.mean += f64::from(height);
                (day.lowest, day.highest) = (day.lowest.min(height), day.highest.max(height));
            }
            None => days.push(MoodDay {
                day: point.day,
                x: noon_of(point.day),
                n: 1,
                mean: f64::from(height),
                lowest: height,
                highest: height,
                smoothed: None,
            }),
        }
    }
    for day in &mut days {
        day.mean /= f64::from(day.n);
    }
    days
}

/// Puts every day on the line, which begins anew after each gap.
fn smooth(days: &mut [MoodDay]) {
    for piece in days.chunk_by_mut(|a, b| !is_gap(a, b)) {
        let means: Vec<_> = piece.iter().map(|day| (day.x, day.mean)).collect();
        for (day, smoothed) in piece.iter_mut().zip(ewma(&means, HALF_LIFE_DAYS)) {
            day.smoothed = Some(smoothed);
        }
    }
}

fn is_gap(before: &MoodDay, after: &MoodDay) -> bool {
    after.x - before.x > GAP_DAYS
}

fn line_through(days: &[MoodDay]) -> Vec<Vec<LinePoint>> {
    let place = |day: &MoodDay| day.smoothed.map(|y| LinePoint { x: day.x, y });
    let pieces = days.chunk_by(|a, b| !is_gap(a, b)).map(|piece| piece.iter().filter_map(place).collect());
    pieces.filter(|piece: &Vec<_>| piece.len() > 1).collect()
}

fn summary(points: &[MoodPoint], days: &[MoodDay]) -> Option<MoodSummary> {
    Some(MoodSummary {
        n: count(points.len()),
        days: count(days.len()),
        first: days.first()?.day,
        last: days.last()?.day,
        median: median_of_percents(points.iter().map(|point| point.pleasant))?,
        lowest: days.iter().map(|day| day.lowest).min()?,
        highest: days.iter().map(|day| day.highest).max()?,
    })
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
