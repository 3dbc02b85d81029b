//! The day lived, which for most people does not end at midnight.

use std::fmt;
use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::clock::Wall;

/// When a day starts, unless the person says otherwise.
pub const DAY_STARTS_HOUR: u32 = 4;

/// The day `at` is lived on: hours before `day_starts_hour` (0 to 12) still belong to the day before.
///
/// Asked once, when a record is made; the answer is stored and never computed again.
#[must_use]
pub fn lived_day(at: Wall, day_starts_hour: u32) -> NaiveDate {
    lived_day_of(at.naive_local(), day_starts_hour)
}

/// The same of a time by the clock on the wall, wherever that is.
#[must_use]
pub fn lived_day_of(local: NaiveDateTime, day_starts_hour: u32) -> NaiveDate {
    local.checked_sub_signed(TimeDelta::hours(i64::from(day_starts_hour.min(12)))).unwrap_or(local).date()
}

/// The moment a time of day stands for on a lived day: a time before the day's start is tomorrow's.
#[must_use]
pub fn moment_of(day: NaiveDate, time: NaiveTime, day_starts_hour: u32) -> NaiveDateTime {
    let starts = NaiveTime::from_hms_opt(day_starts_hour.min(12), 0, 0).unwrap_or(NaiveTime::MIN);
    let date = if time < starts { day.checked_add_days(Days::new(1)).unwrap_or(day) } else { day };
    date.and_time(time)
}

/// A month of the calendar, which is what one file of the journal holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month a day lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// Its days, up to the first of the month after.
    #[must_use]
    pub fn days(self) -> Range<NaiveDate> {
        self.first_day()..self.after().first_day()
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.first_day().checked_sub_days(Days::new(1)).unwrap_or_default())
    }

    /// The month after.
    #[must_use]
    pub fn after(self) -> Self {
        Self::of(self.first_day().checked_add_days(Days::new(31)).unwrap_or_default())
    }

    /// Reads `2026-11`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let day = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok()?;
        (Self::of(day).to_string() == text).then(|| Self::of(day))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn half_past_midnight_belongs_to_the_evening_before() {
        let at = |text| Wall::parse_from_rfc3339(text).expect("a date");
        assert_eq!(lived_day(at("2026-12-01T00:30:00+01:00"), 4), day("2026-11-30"));
        assert_eq!(lived_day(at("2026-12-01T03:59:59+01:00"), 4), day("2026-11-30"));
        assert_eq!(lived_day(at("2026-12-01T04:00:00+01:00"), 4), day("2026-12-01"));
        assert_eq!(lived_day(at("2026-12-01T00:30:00+01:00"), 0), day("2026-12-01"));
        assert_eq!(lived_day(at("2026-12-01T00:30:00-09:00"), 4), day("2026-11-30"), "the place's own clock counts");
    }

    #[test]
    fn a_bedtime_after_midnight_is_tomorrow() {
        let time = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time");
        assert_eq!(moment_of(day("2026-11-22"), time(23, 30), 4), day("2026-11-22").and_time(time(23, 30)));
        assert_eq!(moment_of(day("2026-11-22"), time(0, 30), 4), day("2026-11-23").and_time(time(0, 30)));
    }

    #[test]
    fn months_name_files_and_follow_each_other() {
        let november = Month::of(day("2026-11-22"));
        assert_eq!(november.to_string(), "2026-11");
        assert_eq!(november.after().after().to_string(), "2027-01");
        assert_eq!(november.before().to_string(), "2026-10");
        assert_eq!(Month::parse("2026-11"), Some(november));
        for text in ["2026-13", "2026-1", "26-01", "2026-11.ron", "", "abcd-ef"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
    }
}
