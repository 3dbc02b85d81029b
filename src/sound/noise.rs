//! Noise with a colour, from a seed.

use std::f32::consts::TAU;

use fastrand::Rng;

use super::{RATE, one_pole::OnePole};

const POLES: usize = 12;

/// Pink noise: the same power in every octave, 3 dB less an octave up. RMS 1.
///
/// Derived, not tabulated: a ladder of one-pole low-passes an octave apart, fed by the same white noise, each weighed
/// by one over the root of its corner. That is a sum for the integral over all corners, which gives one over the root
/// of jω. (1/f noise seen as many relaxation times at once is A. van der Ziel's, Physica 16, 359, 1950.)
#[derive(Clone, Debug)]
pub struct Pink {
    rng: Rng,
    ladder: [(OnePole, f32); POLES],
}

impl Pink {
    /// Pink noise that `seed` alone decides.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut corner = 10.0_f32;
        let mut ladder = [(); POLES].map(|()| {
            let rung = (OnePole::new(corner), corner.sqrt().recip());
            corner *= 2.0;
            rung
        });
        // The rungs hear the same noise, so their sum's variance is that of every pair. White noise that is even
        // from -1 to 1 has a third.
        let mut variance = 0.0;
        for (one, weight) in &ladder {
            for (other, other_weight) in &ladder {
                let kept = (1.0 - one.share()) * (1.0 - other.share());
                variance += weight * other_weight * one.share() * other.share() / (1.0 - kept) / 3.0;
            }
        }
        for (_, weight) in &mut ladder {
            *weight /= variance.sqrt();
        }
        Self { rng: Rng::with_seed(seed), ladder }
    }

    /// The next sample.
    pub fn next(&mut self) -> f32 {
        let white = white(&mut self.rng);
        self.ladder.iter_mut().map(|(pole, weight)| pole.low(white) * *weight).sum()
    }
}

/// Brown noise: 6 dB less an octave up, like a far waterfall. RMS 1.
///
/// White noise, summed up (the walk of a Brownian particle), with a leak below [`Brown::LEAK_HZ`] so that it stays
/// around zero.
#[derive(Clone, Debug)]
pub struct Brown {
    rng: Rng,
    kept: f32,
    gain: f32,
    state: f32,
}

impl Brown {
    /// Below this the spectrum is flat, in Hz: lower than a loudspeaker goes.
    pub const LEAK_HZ: f32 = 12.0;

    /// Brown noise that `seed` alone decides.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let kept = (-TAU * Self::LEAK_HZ / RATE).exp();
        Self { rng: Rng::with_seed(seed), kept, gain: (3.0 * (1.0 - kept * kept)).sqrt(), state: 0.0 }
    }

    /// The next sample.
    pub fn next(&mut self) -> f32 {
        self.state = self.kept * self.state + self.gain * white(&mut self.rng);
        self.state
    }
}

/// White noise, evenly from -1 to 1.
fn white(rng: &mut Rng) -> f32 {
    rng.f32() * 2.0 - 1.0
}
