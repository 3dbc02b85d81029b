//! A value that wanders.

use std::ops::Range;

use fastrand::Rng;

use super::{frames_in_secs, glide::Glide};

/// Wanders between two values, slowly and without a period: unlike an LFO, it cannot be waited for.
#[derive(Clone, Debug)]
pub(super) struct Drift {
    glide: Glide,
    values: Range<f32>,
    secs: Range<f32>,
    rng: Rng,
}

impl Drift {
    /// Within `values`, turning after `secs` seconds each time.
    pub(super) fn new(values: Range<f32>, secs: Range<f32>, mut rng: Rng) -> Self {
        let start = within(&values, &mut rng);
        Self { glide: Glide::resting_at(start), values, secs, rng }
    }

    /// Where it is, one frame on.
    pub(super) fn next(&mut self) -> f32 {
        if self.glide.rests() {
            let over = frames_in_secs(within(&self.secs, &mut self.rng));
            self.glide.send(within(&self.values, &mut self.rng), over);
        }
        self.glide.next()
    }
}

/// Evenly from `range`.
pub(super) fn within(range: &Range<f32>, rng: &mut Rng) -> f32 {
    range.start + rng.f32() * (range.end - range.start)
}
