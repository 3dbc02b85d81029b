//! How a breath looks: shapes that follow the fullness of the lungs, and their slow way across the screen.

use std::f64::consts::TAU;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::phase::Phase;

/// One of three ways to draw a breath.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Look {
    /// A circle that grows and shrinks.
    #[default]
    Circle,
    /// Water that rises and falls behind a round window.
    Tide,
    /// A light that rises and grows, sinks and shrinks.
    Light,
}

/// A look at one moment. All lengths are shares of the radius there is room for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    /// The radius of what breathes, 0 to 1.
    pub radius: f32,
    /// How high it stands: -1 the lowest, 1 the highest.
    pub height: f32,
}

impl Look {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Circle, Self::Tide, Self::Light];

    /// How it looks at this moment.
    #[must_use]
    pub fn at(self, phase: &Phase) -> Drawn {
        let full = phase.fullness;
        match self {
            Self::Circle => Drawn { radius: 0.68 + 0.32 * full, height: 0.0 },
            Self::Tide => Drawn { radius: 1.0, height: -0.72 + 1.44 * full },
            Self::Light => Drawn { radius: 0.62 + 0.34 * full, height: -0.40 + 0.80 * full },
        }
    }
}

/// Where the middle of it stands after `elapsed`, as shares of how far it may go, each -1 to 1. It wanders so slowly
/// that nobody sees it move, and comes back to where it was only after hours, so that nothing burns in.
#[must_use]
pub fn drift(elapsed: Duration) -> (f32, f32) {
    /// Minutes of one way there and back. Without a common measure, so that the way does not close.
    const ACROSS_MIN: f64 = 11.0;
    const UP_MIN: f64 = 6.797;
    let minutes = elapsed.as_secs_f64() / 60.0;
    #[expect(clippy::cast_possible_truncation, reason = "from -1 to 1")]
    let (across, up) = ((TAU * minutes / ACROSS_MIN).sin() as f32, (TAU * minutes / UP_MIN).sin() as f32);
    (across, up)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::breathing::bundled;
    use crate::breathing::phase::phase_at;

    proptest! {
        /// Across every edge of a phase, and whatever was dropped before: only the moment counts.
        #[test]
        fn nothing_jumps_in_any_look(pattern in 0_usize..6, millis in 0_u64..3_600_000) {
            let timing = bundled::patterns().expect("whole")[pattern].timing;
            let at = |look: Look, ms: u64| look.at(&phase_at(&timing, Duration::from_millis(ms)));
            for look in Look::ALL {
                let (here, next) = (at(look, millis), at(look, millis + 33));
                prop_assert!((here.radius - next.radius).abs() < 0.03, "{:?}", look);
                prop_assert!((here.height - next.height).abs() < 0.10, "{:?}", look);
                let steps: Vec<f32> = (0..3).map(|ms| at(look, millis + ms).height).collect();
                prop_assert!(((steps[2] - steps[1]) - (steps[1] - steps[0])).abs() < 0.001, "{:?}", look);
            }
        }

        #[test]
        fn it_wanders_slower_than_anybody_sees(secs in 0.0..36_000.0_f64) {
            let (here, next) = (drift(Duration::from_secs_f64(secs)), drift(Duration::from_secs_f64(secs + 1.0)));
            prop_assert!((here.0 - next.0).abs() < 0.02 && (here.1 - next.1).abs() < 0.02);
            prop_assert!(here.0.abs() <= 1.0 && here.1.abs() <= 1.0);
        }
    }

    #[test]
    fn in_ten_minutes_it_has_been_nearly_everywhere_it_may_go() {
        let way: Vec<_> = (0..600).map(|secs| drift(Duration::from_secs(secs))).collect();
        for value in [|at: &(f32, f32)| at.0, |at: &(f32, f32)| at.1] {
            let (least, most) = way.iter().map(value).fold((0.0_f32, 0.0_f32), |(a, b), v| (a.min(v), b.max(v)));
            assert!(least < -0.9 && most > 0.9);
        }
    }
}
