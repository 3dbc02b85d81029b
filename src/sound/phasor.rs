//! A sine without calling one.

use std::f64::consts::TAU;

use super::RATE_HZ;

/// A point that turns on the unit circle. It has no phase that could run over, so nothing wraps; in an f64 its radius
/// strays by less than a millionth in ten hours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phasor {
    at: [f64; 2],
    turn: [f64; 2],
}

impl Phasor {
    /// Turning `hz` times a second, from `phase`, in turns.
    pub(super) fn new(hz: f32, phase: f32) -> Self {
        let turn = f64::from(hz) / f64::from(RATE_HZ) * TAU;
        let phase = f64::from(phase) * TAU;
        Self { at: [phase.cos(), phase.sin()], turn: [turn.cos(), turn.sin()] }
    }

    /// Cosine and sine, one frame on.
    #[expect(clippy::cast_possible_truncation, reason = "a sample needs no more digits than an f32 has")]
    pub(super) fn next(&mut self) -> [f32; 2] {
        let ([cos, sin], [turn_cos, turn_sin]) = (self.at, self.turn);
        self.at = [cos * turn_cos - sin * turn_sin, cos * turn_sin + sin * turn_cos];
        [self.at[0] as f32, self.at[1] as f32]
    }
}
