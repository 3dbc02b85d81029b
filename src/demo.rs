//! A made-up journal, for looking around without a past of one's own, and for measuring speed.
//!
//! Nobody's real evenings are in it. Everything follows from the arguments: the same ones give the same journal, down
//! to its ids. Nothing in it lies in the future but the kept evenings.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use crate::clock::Wall;
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;

mod between;
mod evening;
mod film;
mod words;
mod writer;

use writer::Writer;

/// How many days before today the last evening was.
pub const LAST_EVENING_DAYS_AGO: i64 = 3;

/// How many evenings a year of a dense journal holds.
pub const DENSE_EVENINGS_PER_YEAR: u32 = 365;

/// How many check-ins a year of a dense journal holds, those of evenings among them.
pub const DENSE_CHECK_INS_PER_YEAR: u32 = 1_500;

/// How many cries a year of a dense journal holds, in evenings and outside them together, as
/// [`cries::all`](crate::journal::cries::all) counts them. Some more records of tears are kept that do not count.
pub const DENSE_CRIES_PER_YEAR: u32 = 400;

/// More years than this, and fewer than one, are not made up.
pub const MAX_YEARS: u32 = 100;

/// Makes up a journal of the last `years` years (1 to [`MAX_YEARS`]), as it could stand at `now`, on the day `today`.
///
/// Without `dense` it has about two evenings a week, with gaps of weeks; with it, one evening every day and exactly
/// the numbers of check-ins and cries named above. All times have the offset from UTC that `now` has.
#[must_use]
pub fn journal(years: u32, dense: bool, today: NaiveDate, now: Wall, device: DeviceId) -> Journal {
    let years = years.clamp(1, MAX_YEARS);
    // So early that an evening every day ends on the day the last evening is to be.
    let first = today - TimeDelta::days(365 * i64::from(years) + LAST_EVENING_DAYS_AGO - 1);
    let mut writer = Writer::new(first, today, *now.offset(), device);
    if dense {
        write_dense(&mut writer, years);
    } else {
        write_usual(&mut writer);
    }
    between::write_plans(&mut writer);
    writer.journal
}

/// One evening every day, and as much besides as makes the numbers exact.
fn write_dense(writer: &mut Writer, years: u32) {
    let last = writer.last_evening();
    let evenings = i64::from(years * DENSE_EVENINGS_PER_YEAR);
    let days: BTreeSet<_> = (0..evenings).map(|n| last - TimeDelta::days(n)).collect();
    let in_evenings: usize = days.iter().map(|day| evening::write(writer, *day)).sum();
    let missing = |wanted: u32, found: usize| wanted.saturating_sub(u32::try_from(found).unwrap_or(u32::MAX));

    let calendar = Calendar { evenings: days, silent: BTreeSet::new(), paused: BTreeSet::new() };
    for _ in 0..missing(years * DENSE_CRIES_PER_YEAR, in_evenings) {
        let day = writer.any_day();
        between::write_cry(writer, day, calendar.evenings.contains(&day), true);
    }
    for _ in 0..years * 5 {
        let day = writer.any_day();
        between::write_cry(writer, day, calendar.evenings.contains(&day), false);
    }
    for _ in 0..missing(years * DENSE_CHECK_INS_PER_YEAR, writer.journal.check_ins.len()) {
        let day = writer.any_day();
        between::write_check_in(writer, day, calendar.evenings.contains(&day));
    }
    for _ in 0..years * 20 {
        let day = writer.any_day();
        between::write_breath(writer, day);
    }
    between::write_days(writer, &calendar, 100);
}

/// About two evenings a week, most of them towards its end, and weeks of nothing now and then.
fn write_usual(writer: &mut Writer) {
    let calendar = usual_calendar(writer);
    for day in writer.days_so_far() {
        if calendar.evenings.contains(&day) {
            evening::write(writer, day);
        }
        if !calendar.silent.contains(&day) {
            between::write_ordinary_day(writer, day, calendar.evenings.contains(&day));
        }
    }
    between::write_days(writer, &calendar, 40);
}

/// Which days are known for what.
struct Calendar {
    /// Days with an evening.
    evenings: BTreeSet<NaiveDate>,
    /// Days on which nothing was written down.
    silent: BTreeSet<NaiveDate>,
    /// Silent days that were marked as paused.
    paused: BTreeSet<NaiveDate>,
}

fn usual_calendar(writer: &mut Writer) -> Calendar {
    let mut calendar = Calendar { evenings: BTreeSet::new(), silent: BTreeSet::new(), paused: BTreeSet::new() };
    let last = writer.last_evening();
    let mut silent_days = 0;
    let mut is_pause = false;
    for day in writer.days_so_far() {
        if silent_days == 0 && writer.chance(1) {
            silent_days = writer.between(12, 26);
            is_pause = !is_pause;
        }
        // The last two weeks are never silent, so that there is something to look at.
        if silent_days > 0 && day < last - TimeDelta::days(14) {
            silent_days -= 1;
            calendar.silent.insert(day);
            if is_pause {
                calendar.paused.insert(day);
            }
            continue;
        }
        silent_days = 0;
        let likely = if matches!(day.weekday(), Weekday::Fri | Weekday::Sat | Weekday::Sun) { 50 } else { 26 };
        if day == last || (day < last && writer.chance(likely)) {
            calendar.evenings.insert(day);
        }
    }
    calendar
}

#[cfg(test)]
mod tests;
