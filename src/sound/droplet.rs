//! One drop on the roof.

use fastrand::Rng;

use super::{RATE, drift::within, eased, phasor::Phasor};

/// How long a drop takes to be heard, in seconds: long enough that it taps and does not tick.
const ATTACK_SECS: f32 = 0.002;
/// How far a drop has died away when it is over: 80 dB.
const OVER: f32 = 1e-4;

/// A soft tap: a sine that dies away.
#[derive(Clone, Copy, Debug)]
pub(super) struct Droplet {
    tone: Phasor,
    rise: f32,
    strength: f32,
    decay: f32,
    pan: [f32; 2],
}

impl Droplet {
    /// A drop from somewhere. Most fall far away.
    pub(super) fn new(rng: &mut Rng) -> Self {
        // Evenly in pitch, not in Hz: else most of them would be high.
        let hz = 1_200.0 * (4_500.0_f32 / 1_200.0).powf(rng.f32());
        let decay_secs = within(&(0.004..0.012), rng);
        let angle = within(&(0.15..0.85), rng) * std::f32::consts::FRAC_PI_2;
        Self {
            tone: Phasor::new(hz, 0.0),
            rise: 0.0,
            strength: within(&(0.25..1.0), rng).powi(2),
            decay: (-1.0 / (decay_secs * RATE)).exp(),
            pan: [angle.cos(), angle.sin()],
        }
    }

    /// The next frame, within ±1.
    pub(super) fn next(&mut self) -> [f32; 2] {
        self.rise = (self.rise + 1.0 / (ATTACK_SECS * RATE)).min(1.0);
        self.strength *= self.decay;
        let [_, sine] = self.tone.next();
        self.pan.map(|side| sine * eased(self.rise) * self.strength * side)
    }

    /// Whether it has died away.
    pub(super) fn is_over(&self) -> bool {
        self.strength < OVER
    }
}
