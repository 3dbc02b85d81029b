//! Breathing to a pattern, while it lasts.

use std::time::Duration;

use super::pattern::Pattern;
use super::phase::{Phase, PhaseKind, phase_at};

/// Breathing to a pattern, while it lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// The pattern.
    pub pattern: Pattern,
    /// When it began, on the monotonic clock.
    pub began: Duration,
    /// After how many breaths it is over by itself; `None`: not before the person says so.
    pub breaths: Option<u32>,
}

impl Pace {
    /// Begins to breathe to `pattern` at `began`, for about `length` or until the person stops. A pattern with a stop
    /// of its own keeps it.
    #[must_use]
    pub fn new(pattern: Pattern, length: Option<Duration>, began: Duration) -> Self {
        let wanted = length.map(|length| pattern.timing.breaths_in(length));
        let breaths = [wanted, pattern.timing.stops_after()].into_iter().flatten().min();
        Self { pattern, began, breaths }
    }

    /// How long it is until it is over by itself, from its beginning on. Always on an out-breath.
    #[must_use]
    pub fn lasts(&self) -> Option<Duration> {
        self.breaths.map(|breaths| self.pattern.timing.lasts(breaths))
    }

    /// When it is over by itself, on the monotonic clock.
    #[must_use]
    pub fn ends(&self) -> Option<Duration> {
        self.lasts().map(|length| self.began.saturating_add(length))
    }

    /// The first phase that begins at `from` or later, on the monotonic clock, and when; `None` once it is over.
    #[must_use]
    pub fn next_change(&self, from: Duration) -> Option<(Duration, PhaseKind)> {
        let cycle = self.pattern.timing.cycle();
        let into = from.saturating_sub(self.began);
        let breaths = u32::try_from(into.as_nanos() / cycle.as_nanos()).ok()?;
        for breath in [breaths, breaths.saturating_add(1)] {
            let mut at = self.began.saturating_add(cycle.saturating_mul(breath));
            for (kind, length) in self.pattern.timing.parts() {
                if !length.is_zero() && at >= from {
                    return Some((at, kind)).filter(|_| self.ends().is_none_or(|end| at < end));
                }
                at = at.saturating_add(length);
            }
        }
        None
    }

    /// Where in the breath one is; `None` once it is over.
    #[must_use]
    pub fn phase(&self, mono: Duration) -> Option<Phase> {
        let is_over = self.ends().is_some_and(|end| mono >= end);
        (!is_over).then(|| phase_at(&self.pattern.timing, mono.saturating_sub(self.began)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breathing::timing::Timing;

    const BEGAN: Duration = Duration::from_secs(100);

    fn pace(timing: Timing, length: Option<Duration>) -> Pace {
        Pace::new(Pattern { timing, ..Pattern::default() }, length, BEGAN)
    }

    #[test]
    fn without_a_length_only_the_person_ends_it() {
        let pace = pace(Timing::of(4_000, 6_000), None);
        assert_eq!(pace.ends(), None);
        assert!(pace.phase(BEGAN + Duration::from_hours(10)).is_some());
    }

    #[test]
    fn it_ends_with_the_last_out_breath() {
        let boxed = Timing { hold_ms: 4_000, rest_ms: 4_000, ..Timing::of(4_000, 4_000) };
        for timing in [boxed, Timing::of(5_500, 5_500), Timing { top_up_ms: 1_000, ..Timing::of(2_500, 6_500) }] {
            let pace = pace(timing, Some(Duration::from_mins(1)));
            let end = pace.ends().expect("a length was asked for");
            assert_eq!(pace.phase(end), None);
            let last = pace.phase(end.saturating_sub(Duration::from_millis(1))).expect("not over yet");
            assert_eq!((last.kind, last.count), (PhaseKind::Out, 1));
            assert!(last.fullness < 0.001);
        }
    }

    #[test]
    fn four_breaths_with_a_long_hold_are_enough_however_long_one_asked_for() {
        let timing = Timing { hold_ms: 7_000, ..Timing::of(4_000, 8_000) };
        for length in [None, Some(Duration::from_mins(10))] {
            assert_eq!(pace(timing, length).lasts(), Some(Duration::from_secs(76)));
        }
    }
}
