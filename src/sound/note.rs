//! One note of the pad.

use fastrand::Rng;

use super::{drift::Drift, drift::within, glide::Glide, phasor::Phasor};

/// How much of one side is heard on the other.
const SPILL: f32 = 0.2;
/// The octave and the twelfth above, beside the note: warm, and heard where a small loudspeaker leaves out the note.
const OCTAVE: f32 = 0.24;
const TWELFTH: f32 = 0.07;

/// A note: on either side a sine with two overtones, a hair apart in pitch, breathing slowly.
#[derive(Clone, Debug)]
pub(super) struct Note {
    sides: [Phasor; 2],
    breath: Drift,
    power: Glide,
}

impl Note {
    /// A note at `hz` that sounds, or waits.
    pub(super) fn new(hz: f32, sounds: bool, rng: &mut Rng) -> Self {
        // Apart by so many Hz, not by so many cents: the beat is slow for every note, and no two beat together.
        let apart = within(&(0.04..0.14), rng);
        Self {
            sides: [Phasor::new(hz - apart, rng.f32()), Phasor::new(hz + apart, rng.f32())],
            breath: Drift::new(0.6..1.0, 5.0..13.0, rng.fork()),
            power: Glide::resting_at(if sounds { 1.0 } else { 0.0 }),
        }
    }

    /// Lets it come or go within `over` frames, by equal power.
    pub(super) fn fade(&mut self, sounds: bool, over: u32) {
        self.power.send(if sounds { 1.0 } else { 0.0 }, over);
    }

    /// The next frame.
    pub(super) fn next(&mut self) -> [f32; 2] {
        if self.power.rests_at_zero() {
            return [0.0; 2];
        }
        let gain = self.power.next().max(0.0).sqrt() * self.breath.next();
        let [left, right] = self.sides.each_mut().map(|side| {
            let [cos, sin] = side.next();
            // The sines of twice and three times the angle.
            gain * (sin + OCTAVE * 2.0 * sin * cos + TWELFTH * sin * (3.0 - 4.0 * sin * sin))
        });
        [left + SPILL * right, right + SPILL * left]
    }
}
