//! When tears come: by the hour and by the day of the week; and how long evenings are.

use chrono::{Datelike, NaiveDate, Timelike};

use crate::insights::facts::{Facts, List};
use crate::insights::span::{Span, within};
use crate::median::median;

/// The lists of facts it is made of.
pub const USES: &[List] = &[List::Evenings, List::Tears, List::KnownDays];

/// When tears come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Times {
    /// Cries that began in each hour of the day by the clock on the wall, where the time is known.
    pub hours: [u32; 24],
    /// Cries on each day of the week, from Monday on. The day is the day lived, which ends after midnight.
    pub weekdays: [u32; 7],
    /// How many of each day of the week something is known of.
    pub known_weekdays: [u32; 7],
    /// Cries of which the time is known.
    pub timed: u32,
    /// All cries.
    pub n: u32,
    /// How long evenings were: the shortest, the middle one and the longest in minutes, and how many say so.
    pub lengths: Option<Lengths>,
}

/// How long evenings were.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lengths {
    /// How many evenings say it, at least 1.
    pub n: u32,
    /// The shortest, in minutes.
    pub shortest_min: u32,
    /// The middle one, in minutes.
    pub median_min: f64,
    /// The longest, in minutes.
    pub longest_min: u32,
}

impl Times {
    /// The three hours in a row, around midnight too, that hold the most cries, the earliest of equals: the hour it
    /// begins with, and how many. `None` where no time is known.
    #[must_use]
    pub fn peak(&self) -> Option<(u32, u32)> {
        let count = |from: usize| (0..3).map(|n| self.hours[(from + n) % 24]).sum::<u32>();
        let best = (0..24).max_by_key(|from| (count(*from), std::cmp::Reverse(*from)))?;
        Some((u32::try_from(best).ok()?, count(best))).filter(|(_, count)| *count > 0)
    }
}

/// The times of a span.
#[must_use]
pub fn times(facts: &Facts, span: Span, today: NaiveDate) -> Times {
    let mut times = Times::default();
    let weekday = |day: NaiveDate| day.weekday().num_days_from_monday() as usize;
    let first = span.first_day(today);
    for cry in within(facts.tears(), |cry| cry.day, first, today) {
        times.n += 1;
        times.weekdays[weekday(cry.day)] += 1;
        if let Some(at) = cry.at {
            times.timed += 1;
            times.hours[at.hour() as usize % 24] += 1;
        }
    }
    for day in within(facts.known_days(today), |day| *day, first, today) {
        times.known_weekdays[weekday(*day)] += 1;
    }
    let shown = within(facts.evenings(), |evening| evening.day, first, today);
    let lengths: Vec<u32> = shown.iter().filter_map(|evening| evening.minutes).collect();
    times.lengths = lengths_of(&lengths);
    times
}

fn lengths_of(minutes: &[u32]) -> Option<Lengths> {
    let mut values: Vec<f64> = minutes.iter().copied().map(f64::from).collect();
    Some(Lengths {
        n: u32::try_from(minutes.len()).unwrap_or(u32::MAX),
        shortest_min: *minutes.iter().min()?,
        median_min: median(&mut values)?,
        longest_min: *minutes.iter().max()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_may_lie_around_midnight() {
        let mut times = Times::default();
        assert_eq!(times.peak(), None);
        (times.hours[23], times.hours[0], times.hours[20]) = (2, 2, 3);
        assert_eq!(times.peak(), Some((22, 4)), "from ten in the evening to one in the night");
        times.hours[20] = 4;
        assert_eq!(times.peak(), Some((18, 4)), "the earliest of equals");
    }
}
