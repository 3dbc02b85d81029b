//! A cue in the mixer.

use super::{
    cue::{Cue, CueKind},
    glide::Glide,
};

/// A cue that waits for its frame, then sounds, and can be taken back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bell {
    cue: Cue,
    wait: usize,
    gain: Glide,
}

impl Bell {
    /// Rings after `wait` frames.
    pub(super) fn new(kind: CueKind, wait: usize) -> Self {
        Self { cue: Cue::new(kind), wait, gain: Glide::resting_at(1.0) }
    }

    /// Lets it go within `over` frames; one that still waits will not ring.
    pub(super) fn hush(&mut self, over: u32) {
        if self.waits() {
            self.gain = Glide::resting_at(0.0);
        }
        self.gain.send(0.0, over);
    }

    /// Whether nothing of it has been heard yet.
    pub(super) fn waits(&self) -> bool {
        !self.cue.has_begun()
    }

    /// Whether it will not be heard again.
    pub(super) fn is_over(&self) -> bool {
        self.cue.is_over() || self.gain.rests_at_zero()
    }

    /// The next sample.
    pub(super) fn next(&mut self) -> f32 {
        if self.wait > 0 {
            self.wait -= 1;
            return 0.0;
        }
        self.gain.next() * self.cue.next()
    }
}
