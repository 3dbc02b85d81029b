//! The gentlest filter there is, 6 dB an octave.

use super::RATE;

/// A low-pass of the first order. What it takes away is the matching high-pass.
#[derive(Clone, Copy, Debug)]
pub(super) struct OnePole {
    share: f32,
    state: f32,
}

impl OnePole {
    /// At rest, with its corner (3 dB down) at `corner_hz`, above 0.
    pub(super) fn new(corner_hz: f32) -> Self {
        Self { share: 1.0 - (-std::f32::consts::TAU * corner_hz / RATE).exp(), state: 0.0 }
    }

    /// What is left of `input` below the corner. Never louder than the loudest input.
    pub(super) fn low(&mut self, input: f32) -> f32 {
        self.state += self.share * (input - self.state);
        self.state
    }

    /// What is left of `input` above the corner.
    pub(super) fn high(&mut self, input: f32) -> f32 {
        input - self.low(input)
    }

    /// How much of the way to its input it goes in one frame, 0 to 1.
    pub(super) fn share(self) -> f32 {
        self.share
    }
}
