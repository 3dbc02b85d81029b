//! Breaks and breathing: how many minutes were breathed, and how it was after a break.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::insights::crying::Step;
use crate::insights::facts::{Facts, List};
use crate::insights::span::{Span, within};
use crate::journal::entry::{BreakKind, Helped};

/// The lists of facts it is made of.
pub const USES: &[List] = &[List::Breaks, List::Breaths, List::KnownDays];

/// How it was after breaks of one kind. Also a row of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HelpedCounts {
    /// How many there were.
    pub breaks: u32,
    /// After how many it was easier.
    pub easier: u32,
    /// After how many it was the same.
    pub same: u32,
    /// After how many it was harder.
    pub harder: u32,
}

impl HelpedCounts {
    /// After how many it was said.
    #[must_use]
    pub fn answered(&self) -> u32 {
        self.easier + self.same + self.harder
    }

    fn add(&mut self, helped: Option<Helped>) {
        self.breaks += 1;
        match helped {
            Some(Helped::Easier) => self.easier += 1,
            Some(Helped::Same) => self.same += 1,
            Some(Helped::Harder) => self.harder += 1,
            None => {}
        }
    }
}

/// The breathing of one week or month. Also a row of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Breathed {
    /// Seconds in breaks.
    pub in_breaks_secs: u64,
    /// Seconds outside them.
    pub outside_secs: u64,
    /// Whether anything at all is known of it. If not, it is shown as a gap and not as zero.
    pub known: bool,
}

/// Breaks and breathing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pauses {
    /// The breathing of each week or month, by its first day, from the first to the last with any. None is left out.
    pub breathed: Vec<(NaiveDate, Breathed)>,
    /// All of it together.
    pub all: Breathed,
    /// How it was after breaks, by what was done in them. One break may be of several kinds.
    pub by_kind: Vec<(BreakKind, HelpedCounts)>,
    /// How it was after all breaks.
    pub breaks: HelpedCounts,
    /// How many times there was breathing outside breaks.
    pub times_outside: u32,
}

/// The breaks and the breathing of a span. The week or month it begins in is whole, so that it can be compared with the
/// others, and what is counted is what its bars show.
#[must_use]
pub fn pauses(facts: &Facts, step: Step, span: Span, today: NaiveDate) -> Pauses {
    let mut pauses = Pauses::default();
    let mut by_step: BTreeMap<NaiveDate, Breathed> = BTreeMap::new();
    let mut by_kind = [HelpedCounts::default(); BreakKind::ALL.len()];
    let first = span.first_day(today).map(|day| step.start_of(day));
    for taken in within(facts.breaks(), |taken| taken.day, first, today) {
        pauses.breaks.add(taken.helped);
        for (_, counts) in taken.kinds.iter().zip(&mut by_kind).filter(|(is_it, _)| **is_it) {
            counts.add(taken.helped);
        }
        if taken.breathed_secs > 0 {
            let secs = u64::from(taken.breathed_secs);
            by_step.entry(step.start_of(taken.day)).or_default().in_breaks_secs += secs;
            pauses.all.in_breaks_secs += secs;
        }
    }
    for breath in within(facts.breaths(), |breath| breath.day, first, today) {
        by_step.entry(step.start_of(breath.day)).or_default().outside_secs += u64::from(breath.secs);
        pauses.all.outside_secs += u64::from(breath.secs);
        pauses.times_outside += 1;
    }
    pauses.by_kind = BreakKind::ALL.into_iter().zip(by_kind).filter(|(_, counts)| counts.breaks > 0).collect();
    let known = within(facts.known_days(today), |day| *day, first, today);
    pauses.all.known = !known.is_empty();
    pauses.breathed = without_gaps(&by_step, step, known);
    pauses
}

/// Every week or month from the first to the last, and whether anything is known of it.
fn without_gaps(
    by_step: &BTreeMap<NaiveDate, Breathed>,
    step: Step,
    known_days: &[NaiveDate],
) -> Vec<(NaiveDate, Breathed)> {
    let (Some((first, _)), Some((last, _))) = (by_step.first_key_value(), by_step.last_key_value()) else {
        return Vec::new();
    };
    let starts = std::iter::successors(Some(*first), |start| step.after(*start)).take_while(|start| start <= last);
    let is_known = |start: NaiveDate| {
        let next = known_days.partition_point(|day| *day < start);
        known_days.get(next).is_some_and(|day| step.start_of(*day) == start)
    };
    let breathed = |start: NaiveDate| {
        let breathed = by_step.get(&start).copied().unwrap_or_default();
        Breathed { known: is_known(start), ..breathed }
    };
    starts.map(|start| (start, breathed(start))).collect()
}

#[cfg(test)]
mod tests;
