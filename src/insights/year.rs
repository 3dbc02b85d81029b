//! A year, day by day: how it was, and whether there were tears.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::insights::facts::{Facts, List};
use crate::insights::span::within;

/// The lists of facts it is made of.
pub const USES: &[List] = &[List::Points, List::Evenings, List::Tears, List::KnownDays];

/// One day. Also a row of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearDay {
    /// The mean of how pleasant it was, 0 to 100; `None` where nobody said.
    pub pleasant: Option<f64>,
    /// How many check-ins say so.
    pub check_ins: u32,
    /// How many cries there were.
    pub cries: u32,
    /// How many evenings there were.
    pub evenings: u32,
    /// Whether anything at all is known of it. If not, it is not a day without tears.
    pub known: bool,
}

/// A year of the calendar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// The days of which anything is known, by their dates.
    pub days: BTreeMap<NaiveDate, YearDay>,
    /// All cries.
    pub cries: u32,
    /// How many days had any.
    pub days_with_tears: u32,
    /// How many days somebody said how it was on.
    pub days_with_mood: u32,
}

/// The days of a year of the calendar, up to today.
#[must_use]
pub fn year(facts: &Facts, year: i32, today: NaiveDate) -> Year {
    let mut days: BTreeMap<NaiveDate, YearDay> = BTreeMap::new();
    let first = NaiveDate::from_yo_opt(year, 1);
    let last = NaiveDate::from_ymd_opt(year, 12, 31).map_or(today, |last| last.min(today));
    for day in within(facts.known_days(today), |day| *day, first, last) {
        days.entry(*day).or_default().known = true;
    }
    for point in within(facts.points(), |point| point.day, first, last) {
        let day = days.entry(point.day).or_default();
        let sum = day.pleasant.unwrap_or(0.0) * f64::from(day.check_ins) + f64::from(point.pleasant);
        day.check_ins += 1;
        day.pleasant = Some(sum / f64::from(day.check_ins));
    }
    for cry in within(facts.tears(), |cry| cry.day, first, last) {
        days.entry(cry.day).or_default().cries += 1;
    }
    for evening in within(facts.evenings(), |evening| evening.day, first, last) {
        days.entry(evening.day).or_default().evenings += 1;
    }
    let count =
        |what: fn(&YearDay) -> bool| u32::try_from(days.values().filter(|day| what(day)).count()).unwrap_or(u32::MAX);
    Year {
        year,
        cries: days.values().map(|day| day.cries).sum(),
        days_with_tears: count(|day| day.cries > 0),
        days_with_mood: count(|day| day.pleasant.is_some()),
        days,
    }
}

/// The years that hold anything, and the one today lies in.
#[must_use]
pub fn years(facts: &Facts, today: NaiveDate) -> std::ops::RangeInclusive<i32> {
    let first = facts.known_days(today).first().copied().unwrap_or(today);
    first.year()..=today.year()
}

#[cfg(test)]
mod tests;
