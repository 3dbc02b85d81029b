//! Where in a breath one is.

use std::f32::consts::PI;
use std::time::Duration;

use super::timing::Timing;

/// What the breath does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhaseKind {
    /// In.
    In,
    /// A little more in, on top.
    TopUp,
    /// Nothing, full.
    Hold,
    /// Out.
    Out,
    /// Nothing, empty.
    Rest,
}

/// Where in a breath one is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Phase {
    /// What the breath does.
    pub kind: PhaseKind,
    /// How far through this phase, 0 to 1.
    pub through: f32,
    /// The beats that are left of this phase, counting down to 1: a second each, but the first of a phase that is not
    /// whole seconds long is longer.
    pub count: u32,
    /// The beats of this phase: what `count` begins at.
    pub beats: u32,
    /// How full the lungs are, 0 to 1. Eased, so that it comes to rest at both ends of a phase.
    pub fullness: f32,
    /// How strongly the air moves: 1 in the middle of breathing in, -1 in the middle of breathing out, 0 where it rests.
    pub airflow: f32,
    /// Breaths finished so far.
    pub breaths: u32,
    /// How long until the count changes.
    pub until_count_changes: Duration,
}

/// Where one is in `timing` after `elapsed`. Depends on nothing else, so pictures may be dropped without drifting.
#[must_use]
pub fn phase_at(timing: &Timing, elapsed: Duration) -> Phase {
    let cycle = timing.cycle();
    let breaths = u32::try_from(elapsed.as_nanos() / cycle.as_nanos()).unwrap_or(u32::MAX);
    let mut into = elapsed.saturating_sub(cycle.saturating_mul(breaths));
    let mut current = (PhaseKind::Out, cycle);
    for (kind, length) in timing.parts() {
        if length.is_zero() {
            continue;
        }
        current = (kind, length);
        if into < length {
            break;
        }
        into -= length;
    }
    let (kind, length) = current;
    let through = (into.as_secs_f32() / length.as_secs_f32().max(f32::EPSILON)).clamp(0.0, 1.0);
    let eased = 0.5 - 0.5 * (PI * through).cos();
    let flow = (PI * through).sin();
    // What the first of two in-breaths fills.
    let first = share(timing.in_ms, timing.in_ms.saturating_add(timing.top_up_ms));
    let (fullness, airflow) = match kind {
        PhaseKind::In => (first * eased, flow),
        PhaseKind::TopUp => (first + (1.0 - first) * eased, flow),
        PhaseKind::Hold => (1.0, 0.0),
        PhaseKind::Out => (1.0 - eased, -flow),
        PhaseKind::Rest => (0.0, 0.0),
    };
    let left = length.saturating_sub(into);
    let beats = u32::try_from(length.as_secs()).unwrap_or(u32::MAX).max(1);
    let count = u32::try_from(left.as_nanos().div_ceil(1_000_000_000)).unwrap_or(u32::MAX).clamp(1, beats);
    let until_count_changes = left.saturating_sub(Duration::from_secs(u64::from(count - 1)));
    Phase {
        kind,
        through,
        count,
        beats,
        fullness,
        airflow,
        breaths,
        until_count_changes: until_count_changes.max(Duration::from_millis(1)),
    }
}

fn share(part: u32, whole: u32) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
    let share = (f64::from(part) / f64::from(whole.max(1))) as f32;
    share
}

#[cfg(test)]
mod tests;
