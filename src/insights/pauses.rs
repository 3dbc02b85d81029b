//! Breaks and breathing: how many minutes were breathed, and how it was after a break.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::insights::crying::Step;
use crate::insights::facts::Facts;
use crate::insights::span::Span;
use crate::journal::entry::{BreakKind, Helped};

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
}

/// Breaks and breathing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pauses {
    /// The breathing of each week or month, by its first day, from the first to the last with any. None is left out.
    pub breathed: Vec<(NaiveDate, Breathed)>,
    /// All of it.
    pub all: Breathed,
    /// How it was after breaks, by what was done in them. One break may be of several kinds.
    pub by_kind: Vec<(BreakKind, HelpedCounts)>,
    /// How it was after all breaks.
    pub breaks: HelpedCounts,
    /// How many times there was breathing outside breaks.
    pub times_outside: u32,
}

/// The breaks and the breathing of a span.
#[must_use]
pub fn pauses(facts: &Facts, step: Step, span: Span, today: NaiveDate) -> Pauses {
    let mut pauses = Pauses::default();
    let mut by_step: BTreeMap<NaiveDate, Breathed> = BTreeMap::new();
    let mut by_kind = [HelpedCounts::default(); BreakKind::ALL.len()];
    for evening in facts.evenings().iter().filter(|evening| span.holds(evening.day, today)) {
        for taken in &evening.breaks {
            pauses.breaks.add(taken.helped);
            for (kind, counts) in BreakKind::ALL.iter().zip(&mut by_kind) {
                if taken.kinds.contains(kind) {
                    counts.add(taken.helped);
                }
            }
            if taken.breathed_secs > 0 {
                let secs = u64::from(taken.breathed_secs);
                by_step.entry(step.start_of(evening.day)).or_default().in_breaks_secs += secs;
                pauses.all.in_breaks_secs += secs;
            }
        }
    }
    for breath in facts.breaths().iter().filter(|breath| span.holds(breath.day, today)) {
        by_step.entry(step.start_of(breath.day)).or_default().outside_secs += u64::from(breath.secs);
        pauses.all.outside_secs += u64::from(breath.secs);
        pauses.times_outside += 1;
    }
    pauses.by_kind = BreakKind::ALL.into_iter().zip(by_kind).filter(|(_, counts)| counts.breaks > 0).collect();
    pauses.breathed = without_gaps(&by_step, step);
    pauses
}

/// Every week or month from the first to the last.
fn without_gaps(by_step: &BTreeMap<NaiveDate, Breathed>, step: Step) -> Vec<(NaiveDate, Breathed)> {
    let (Some((first, _)), Some((last, _))) = (by_step.first_key_value(), by_step.last_key_value()) else {
        return Vec::new();
    };
    let starts = std::iter::successors(Some(*first), |start| step.after(*start)).take_while(|start| start <= last);
    starts.map(|start| (start, by_step.get(&start).copied().unwrap_or_default())).collect()
}
