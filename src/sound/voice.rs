//! A bed in the mixer.

use super::{
    bed::{Bed, Source},
    glide::Glide,
};

/// A bed that comes and goes. It is kept in power, not in amplitude: beds have nothing in common, so their powers add,
/// and while one goes and another comes at the same volume the sum stays the same.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    source: Source,
    power: Glide,
}

impl Voice {
    /// `bed`, silent.
    pub(super) fn new(bed: Bed, seed: u64) -> Self {
        Self { source: Source::new(bed, seed), power: Glide::resting_at(0.0) }
    }

    /// What it plays.
    pub(super) fn bed(&self) -> Bed {
        self.source.bed()
    }

    /// Lets it become as loud as `gain`, 0 to 1, within `over` frames.
    pub(super) fn fade(&mut self, gain: f32, over: u32) {
        self.power.send(gain * gain, over);
    }

    /// Whether nothing of it is heard, nor will be.
    pub(super) fn is_silent(&self) -> bool {
        self.power.rests_at_zero()
    }

    /// The next frame. A silent voice stands still, and goes on from there: no break hears the rain of the last.
    pub(super) fn next(&mut self) -> [f32; 2] {
        if self.is_silent() {
            return [0.0; 2];
        }
        let gain = self.power.next().max(0.0).sqrt();
        self.source.next().map(|side| gain * side)
    }
}
