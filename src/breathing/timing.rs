//! How long the parts of a breath are, and which of that makes sense.

use std::ops::RangeInclusive;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::phase::PhaseKind;

/// Milliseconds that breathing in may take, and breathing out.
pub const BREATH_MS: RangeInclusive<u32> = 1_500..=15_000;

/// Milliseconds that a hold may take, where there is one.
pub const HOLD_MS: RangeInclusive<u32> = 500..=10_000;

/// Milliseconds that a second, short in-breath may take, where there is one.
pub const TOP_UP_MS: RangeInclusive<u32> = 500..=3_000;

/// The shortest breath in milliseconds. Twelve a minute is breathing at rest; faster is no exercise to calm down with.
pub const LEAST_CYCLE_MS: u32 = 5_000;

/// Whoever holds their breath longer than this, in milliseconds, stops after `LONG_HOLD_BREATHS`.
const LONG_HOLD_MS: u32 = 5_000;

/// Breaths with a long hold that are enough for once: what is taught for 4-7-8.
const LONG_HOLD_BREATHS: u32 = 4;

/// How long the parts of a breath are, in milliseconds. Zero: there is no such part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Timing {
    /// Breathing in.
    pub in_ms: u32,
    /// A second, short in-breath on top, as in a sigh.
    #[serde(skip_serializing_if = "is_none")]
    pub top_up_ms: u32,
    /// Holding, full.
    #[serde(skip_serializing_if = "is_none")]
    pub hold_ms: u32,
    /// Breathing out.
    pub out_ms: u32,
    /// Holding, empty.
    #[serde(skip_serializing_if = "is_none")]
    pub rest_ms: u32,
}

/// Why a timing is not one to breathe by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Nonsense {
    /// Breathing in or out is too short or too long.
    #[error("a breath in or out takes 1.5 to 15 seconds")]
    Breath,
    /// A hold is too short to be noticed, or too long.
    #[error("a hold takes half a second to 10 seconds, or there is none")]
    Hold,
    /// The second in-breath is too short or too long.
    #[error("a second in-breath takes half a second to 3 seconds, or there is none")]
    TopUp,
    /// Faster than breathing at rest.
    #[error("a whole breath takes at least 5 seconds")]
    TooFast,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls it in")]
fn is_none(ms: &u32) -> bool {
    *ms == 0
}

impl Timing {
    /// In and out, without holding.
    #[must_use]
    pub const fn of(in_ms: u32, out_ms: u32) -> Self {
        Self { in_ms, top_up_ms: 0, hold_ms: 0, out_ms, rest_ms: 0 }
    }

    /// Its parts in order, those of no length too.
    #[must_use]
    pub fn parts(&self) -> [(PhaseKind, Duration); 5] {
        [
            (PhaseKind::In, self.in_ms),
            (PhaseKind::TopUp, self.top_up_ms),
            (PhaseKind::Hold, self.hold_ms),
            (PhaseKind::Out, self.out_ms),
            (PhaseKind::Rest, self.rest_ms),
        ]
        .map(|(kind, ms)| (kind, Duration::from_millis(u64::from(ms))))
    }

    /// The length of one breath; never nothing.
    #[must_use]
    pub fn cycle(&self) -> Duration {
        self.parts().iter().map(|(_, length)| *length).sum::<Duration>().max(Duration::from_millis(1))
    }

    /// How long `breaths` of them take, to the end of the last out-breath.
    #[must_use]
    pub fn lasts(&self, breaths: u32) -> Duration {
        let rest = Duration::from_millis(u64::from(self.rest_ms));
        self.cycle().saturating_mul(breaths).saturating_sub(rest)
    }

    /// How many breaths come nearest to `length`, at least one.
    #[must_use]
    pub fn breaths_in(&self, length: Duration) -> u32 {
        let cycle = self.cycle();
        let breaths = (length + cycle / 2).as_nanos() / cycle.as_nanos();
        u32::try_from(breaths).unwrap_or(u32::MAX).max(1)
    }

    /// Whether the breath is held somewhere in it.
    #[must_use]
    pub fn has_holds(&self) -> bool {
        self.hold_ms > 0 || self.rest_ms > 0
    }

    /// After how many breaths it is enough for once, where the holds are long.
    #[must_use]
    pub fn stops_after(&self) -> Option<u32> {
        (self.hold_ms.max(self.rest_ms) > LONG_HOLD_MS).then_some(LONG_HOLD_BREATHS)
    }

    /// The nearest timing that is one to breathe by.
    #[must_use]
    pub fn nearest(self) -> Self {
        let breath = |ms: u32| ms.clamp(*BREATH_MS.start(), *BREATH_MS.end());
        let pause =
            |ms: u32, range: RangeInclusive<u32>| if ms == 0 { 0 } else { ms.clamp(*range.start(), *range.end()) };
        let mut near = Self {
            in_ms: breath(self.in_ms),
            top_up_ms: pause(self.top_up_ms, TOP_UP_MS),
            hold_ms: pause(self.hold_ms, HOLD_MS),
            out_ms: breath(self.out_ms),
            rest_ms: pause(self.rest_ms, HOLD_MS),
        };
        let cycle_ms = near.in_ms + near.top_up_ms + near.hold_ms + near.out_ms + near.rest_ms;
        // What is missing goes to the out-breath: that never makes it less calm.
        near.out_ms += LEAST_CYCLE_MS.saturating_sub(cycle_ms);
        near
    }

    /// Itself, if it is one to breathe by.
    ///
    /// # Errors
    /// Says what makes no sense.
    pub fn checked(self) -> Result<Self, Nonsense> {
        let may_be = |ms: u32, range: RangeInclusive<u32>| ms == 0 || range.contains(&ms);
        if !BREATH_MS.contains(&self.in_ms) || !BREATH_MS.contains(&self.out_ms) {
            Err(Nonsense::Breath)
        } else if !may_be(self.top_up_ms, TOP_UP_MS) {
            Err(Nonsense::TopUp)
        } else if !may_be(self.hold_ms, HOLD_MS) || !may_be(self.rest_ms, HOLD_MS) {
            Err(Nonsense::Hold)
        } else if self.cycle() < Duration::from_millis(u64::from(LEAST_CYCLE_MS)) {
            Err(Nonsense::TooFast)
        } else {
            Ok(self)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_can_breathe_is_refused_and_said_why() {
        let sigh = Timing { top_up_ms: 1_000, ..Timing::of(2_500, 6_500) };
        let held = Timing { hold_ms: 7_000, ..Timing::of(4_000, 8_000) };
        for good in [Timing::of(4_000, 6_000), Timing::of(2_000, 3_000), Timing::of(15_000, 15_000), sigh, held] {
            assert_eq!((good.checked(), good.nearest()), (Ok(good), good));
        }
        for (timing, why) in [
            (Timing::default(), Nonsense::Breath),
            (Timing::of(0, 6_000), Nonsense::Breath),
            (Timing::of(1_000, 6_000), Nonsense::Breath),
            (Timing::of(4_000, u32::MAX), Nonsense::Breath),
            (Timing::of(1_500, 1_500), Nonsense::TooFast),
            (Timing { hold_ms: 60_000, ..Timing::of(4_000, 6_000) }, Nonsense::Hold),
            (Timing { rest_ms: 100, ..Timing::of(4_000, 6_000) }, Nonsense::Hold),
            (Timing { top_up_ms: 9_000, ..Timing::of(4_000, 6_000) }, Nonsense::TopUp),
        ] {
            assert_eq!(timing.checked(), Err(why), "{timing:?}");
            assert!(timing.nearest().checked().is_ok(), "{timing:?}");
        }
    }

    #[test]
    fn long_holds_stop_by_themselves_and_everything_ends_on_an_out_breath() {
        assert_eq!(held(7_000).stops_after(), Some(4));
        assert_eq!(held(4_000).stops_after(), None);
        let boxed = Timing { rest_ms: 4_000, ..held(4_000) };
        assert_eq!(boxed.lasts(2), Duration::from_secs(18 + 14));
    }

    fn held(hold_ms: u32) -> Timing {
        Timing { hold_ms, ..Timing::of(4_000, 6_000) }
    }
}
