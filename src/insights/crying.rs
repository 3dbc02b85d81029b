//! How often there were tears, in evenings and outside them.
//!
//! Counted are cries, never presses: see [`cries`](crate::journal::cries). A day nobody wrote anything about is not a day
//! without tears, so every bucket says how many of its days something is known of.

use chrono::{Days, NaiveDate, TimeDelta, Weekday};

use crate::insights::facts::{Facts, List};
use crate::insights::span::{Span, within};
use crate::journal::day::Month;

/// The lists of facts it is made of.
pub const USES: &[List] = &[List::Tears, List::KnownDays];

/// What one bar of the chart stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A week, from Monday on.
    Week,
    /// A month of the calendar.
    Month,
}

impl Step {
    /// The first day of the week or month a day lies in.
    #[must_use]
    pub fn start_of(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Week => day.week(Weekday::Mon).checked_first_day().unwrap_or(day),
            Self::Month => Month::of(day).first_day(),
        }
    }

    /// The first day of the next one; `None` at the end of the calendar.
    pub(super) fn after(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Week => start.checked_add_days(Days::new(7)),
            Self::Month => Some(Month::of(start).after().first_day()).filter(|next| *next > start),
        }
    }
}

/// The tears of one week or month. Also a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day, or today where it is not over yet.
    pub end: NaiveDate,
    /// Cries in evenings.
    pub in_evenings: u32,
    /// Cries outside them.
    pub outside: u32,
    /// Of how many days something is known, 0 to 31. With 0, nothing is known: that is not zero.
    pub known_days: u32,
    /// How many days it has, up to today: 1 to 31.
    pub days: u32,
}

impl Bucket {
    /// Cries in evenings and outside them.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.in_evenings + self.outside
    }

    /// Whether anything is known of it. If not, it is shown as a gap and not as zero.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.known_days > 0
    }
}

/// What one sentence about a series needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CryingSummary {
    /// All cries that are shown: the chart's n.
    pub total: u32,
    /// Those in evenings.
    pub in_evenings: u32,
    /// Those outside them.
    pub outside: u32,
    /// How many weeks or months are shown.
    pub buckets: u32,
    /// How many of them anything is known of.
    pub known_buckets: u32,
    /// How many hold at least one cry.
    pub buckets_with_any: u32,
    /// Of how many days something is known.
    pub known_days: u32,
    /// How many days are shown.
    pub days: u32,
    /// The one with the most cries, the latest of equals; `None` where there are no cries.
    pub most: Option<Bucket>,
}

/// Tears per week or per month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CryingSeries {
    /// What one bucket stands for.
    pub step: Step,
    /// From the first to the one today lies in, none left out. Empty where nothing is known at all.
    pub buckets: Vec<Bucket>,
    /// What one sentence needs.
    pub summary: CryingSummary,
}

/// Tears per week. See [`series`].
#[must_use]
pub fn per_week(facts: &Facts, span: Span, today: NaiveDate) -> CryingSeries {
    series(facts, Step::Week, span, today)
}

/// Tears per month. See [`series`].
#[must_use]
pub fn per_month(facts: &Facts, span: Span, today: NaiveDate) -> CryingSeries {
    series(facts, Step::Month, span, today)
}

/// Tears per week or month, from the first day anything is known of, or from where the span begins if that is later.
///
/// The first bucket is whole even where the span begins in the middle of it, so that it can be compared with the
/// others; only the last one may be shorter, because it is not over. Days after today are left out.
#[must_use]
pub fn series(facts: &Facts, step: Step, span: Span, today: NaiveDate) -> CryingSeries {
    let known = facts.known_days(today);
    let mut buckets = match known.first() {
        None => Vec::new(),
        Some(&first) => empty_buckets(step, span.first_day(today).map_or(first, |day| day.max(first)), today),
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    for bucket in &mut buckets {
        bucket.known_days = count(within(known, |day| *day, Some(bucket.start), bucket.end).len());
        let cries = within(facts.tears(), |cry| cry.day, Some(bucket.start), bucket.end);
        bucket.in_evenings = count(cries.iter().filter(|cry| cry.origin.is_evening()).count());
        bucket.outside = count(cries.len()) - bucket.in_evenings;
    }
    let summary = summary(&buckets);
    CryingSeries { step, buckets, summary }
}

fn empty_buckets(step: Step, first: NaiveDate, today: NaiveDate) -> Vec<Bucket> {
    let starts = std::iter::successors(Some(step.start_of(first)), |start| step.after(*start));
    let bucket = |start: NaiveDate| {
        let end = step.after(start).map_or(today, |next| today.min(next - TimeDelta::days(1)));
        let days = u32::try_from((end - start).num_days() + 1).unwrap_or(0);
        Bucket { start, end, in_evenings: 0, outside: 0, known_days: 0, days }
    };
    starts.take_while(|start| *start <= today).map(bucket).collect()
}

fn summary(buckets: &[Bucket]) -> CryingSummary {
    let mut summary = CryingSummary::default();
    for bucket in buckets {
        summary.total += bucket.total();
        summary.in_evenings += bucket.in_evenings;
        summary.outside += bucket.outside;
        summary.buckets += 1;
        summary.known_buckets += u32::from(bucket.is_known());
        summary.buckets_with_any += u32::from(bucket.total() > 0);
        summary.known_days += bucket.known_days;
        summary.days += bucket.days;
    }
    summary.most = buckets.iter().copied().filter(|bucket| bucket.total() > 0).max_by_key(Bucket::total);
    summary
}

#[cfg(test)]
mod tests;
