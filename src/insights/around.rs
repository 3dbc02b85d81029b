//! How pleasant it was around evenings: before, right after, twenty and ninety minutes after the film.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::insights::facts::{EveningFacts, Facts, List};
use crate::insights::span::{Span, within};
use crate::median::median_of_percents;

/// The lists of facts it is made of.
pub const USES: &[List] = &[List::Evenings];

/// The moments of an evening at which it is asked how it is.
pub const MOMENTS: usize = 4;

/// One evening. Also a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// The evening.
    pub evening: Uuid,
    /// Its day.
    pub day: NaiveDate,
    /// Whether there were tears; `None` where that is not known.
    pub tears: Option<bool>,
    /// How pleasant it was at each of the four moments, 0 to 100.
    pub pleasant: [Option<u8>; MOMENTS],
}

impl Around {
    fn of(evening: &EveningFacts) -> Self {
        Self { evening: evening.id, day: evening.day, tears: evening.tears, pleasant: evening.pleasant }
    }
}

/// A group of evenings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// How many of its evenings are shown.
    pub n: u32,
    /// The middle value of each moment, 0 to 100, and how many evenings say it.
    pub median: [Option<(f64, u32)>; MOMENTS],
}

/// How pleasant it was around evenings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AroundSeries {
    /// The evenings of which at least two moments are known, by time.
    pub evenings: Vec<Around>,
    /// Those with tears.
    pub with: Group,
    /// Those without.
    pub without: Group,
    /// How many are in neither group, because nobody said whether there were tears.
    pub unanswered: u32,
}

/// The evenings of a span. One of which fewer than two moments are known has no line and is left out.
#[must_use]
pub fn series(facts: &Facts, span: Span, today: NaiveDate) -> AroundSeries {
    let shown = within(facts.evenings(), |evening| evening.day, span.first_day(today), today);
    let has_line = |around: &Around| around.pleasant.iter().flatten().count() >= 2;
    let evenings: Vec<Around> = shown.iter().map(Around::of).filter(has_line).collect();
    let group = |tears: bool| group(evenings.iter().filter(|around| around.tears == Some(tears)));
    let unanswered = evenings.iter().filter(|around| around.tears.is_none()).count();
    AroundSeries {
        with: group(true),
        without: group(false),
        unanswered: u32::try_from(unanswered).unwrap_or(u32::MAX),
        evenings,
    }
}

fn group<'a>(evenings: impl Iterator<Item = &'a Around>) -> Group {
    let heights: Vec<[Option<u8>; MOMENTS]> = evenings.map(|around| around.pleasant).collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let middle = |moment: usize| {
        let values = || heights.iter().filter_map(|heights| heights[moment]);
        Some((median_of_percents(values())?, count(values().count())))
    };
    Group { n: count(heights.len()), median: [0, 1, 2, 3].map(middle) }
}
