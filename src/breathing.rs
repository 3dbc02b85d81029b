//! Breathing at a steady pace: a pattern, and where in it one is after so many seconds. Pure.

use std::time::Duration;

/// What the breath does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseKind {
    /// In.
    In,
    /// Out.
    Out,
}

/// One breath, over and over.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Its name in the files.
    pub id: &'static str,
    /// Its phases, in order, each with its length.
    pub phases: &'static [(PhaseKind, Duration)],
}

/// Four seconds in, six out: the longer out-breath (rationale: Van Diest and others 2014,
/// doi 10.1007/s10484-014-9253-x), six breaths a minute, without holding.
pub const LONGER_OUT: Pattern = Pattern {
    id: "longer-out",
    phases: &[(PhaseKind::In, Duration::from_secs(4)), (PhaseKind::Out, Duration::from_secs(6))],
};

/// Where in a breath one is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Phase {
    /// In or out.
    pub kind: PhaseKind,
    /// How far through this phase, 0 to 1.
    pub through: f32,
    /// Whole seconds that are left of this phase, counting down to 1.
    pub count: u32,
    /// How full the lungs are, 0 to 1. Eased, so that it comes to rest at both ends.
    pub fullness: f32,
    /// Breaths finished so far.
    pub breaths: u32,
    /// How long until the count changes.
    pub until_count_changes: Duration,
}

impl Pattern {
    /// The length of one breath.
    #[must_use]
    pub fn cycle(&self) -> Duration {
        self.phases.iter().map(|(_, length)| *length).sum()
    }
}

/// Where one is in `pattern` after `elapsed`. Depends on nothing else, so frames may be dropped without drifting.
#[must_use]
pub fn phase_at(pattern: &Pattern, elapsed: Duration) -> Phase {
    let cycle = pattern.cycle().max(Duration::from_millis(1));
    let breaths = u32::try_from(elapsed.as_nanos() / cycle.as_nanos()).unwrap_or(u32::MAX);
    let mut into = elapsed.saturating_sub(cycle.saturating_mul(breaths));
    let mut current = (PhaseKind::Out, cycle);
    for (kind, length) in pattern.phases {
        current = (*kind, *length);
        if into < *length {
            break;
        }
        into -= *length;
    }
    let (kind, length) = current;
    let through = (into.as_secs_f32() / length.as_secs_f32().max(f32::EPSILON)).clamp(0.0, 1.0);
    let eased = 0.5 - 0.5 * (std::f32::consts::PI * through).cos();
    let left = length.saturating_sub(into);
    let count = u32::try_from(left.as_nanos().div_ceil(1_000_000_000)).unwrap_or(u32::MAX).max(1);
    let until_count_changes = left.saturating_sub(Duration::from_secs(u64::from(count - 1)));
    Phase {
        kind,
        through,
        count,
        fullness: if kind == PhaseKind::In { eased } else { 1.0 - eased },
        breaths,
        until_count_changes: until_count_changes.max(Duration::from_millis(1)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn after(secs: f64) -> Phase {
        phase_at(&LONGER_OUT, Duration::from_secs_f64(secs))
    }

    #[test]
    fn four_in_and_six_out_counting_down() {
        let told: Vec<_> =
            (0..10).map(|second| (after(f64::from(second)).kind, after(f64::from(second)).count)).collect();
        use PhaseKind::{In, Out};
        assert_eq!(
            told,
            [(In, 4), (In, 3), (In, 2), (In, 1), (Out, 6), (Out, 5), (Out, 4), (Out, 3), (Out, 2), (Out, 1),]
        );
        assert!(after(0.0).fullness < 0.001);
        assert!(after(4.0).fullness > 0.999);
        assert!((after(7.0).through - 0.5).abs() < 1e-6, "the ring is half full three seconds into breathing out");
        assert_eq!(after(68.0).breaths, 6);
        assert_eq!(after(0.25).until_count_changes, Duration::from_millis(750));
    }

    proptest! {
        #[test]
        fn it_repeats_and_never_jumps(secs in 0.0..36_000.0_f64) {
            let (here, next) = (after(secs), after(secs + 10.0));
            prop_assert_eq!(here.kind, next.kind);
            prop_assert!((here.fullness - next.fullness).abs() < 1e-3);
            prop_assert!((0.0..=1.0).contains(&here.fullness) && (0.0..=1.0).contains(&here.through));
            prop_assert!((here.fullness - after(secs + 0.033).fullness).abs() < 0.03, "no step that can be seen");
            prop_assert!((1..=6).contains(&here.count));
        }
    }
}
