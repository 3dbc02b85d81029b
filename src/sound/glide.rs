//! A value on its way to another.

/// Goes from where it is to where it is sent, and comes to rest there. Never jumps, never overshoots.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glide {
    from: f32,
    to: f32,
    push: f32,
    at: u32,
    over: u32,
}

impl Glide {
    /// At rest at `value`.
    pub(super) fn resting_at(value: f32) -> Self {
        Self { from: value, to: value, push: 0.0, at: 1, over: 1 }
    }

    /// Sends it to `to`, there in `over` frames. To be sent again to where it is going already, no faster, changes
    /// nothing: whoever asks on every frame of a window would hold it back for ever.
    ///
    /// If it is under way in that direction it keeps its speed; a volume that is dragged follows the hand.
    pub(super) fn send(&mut self, to: f32, over: u32) {
        let left = self.over - self.at;
        if to.to_bits() == self.to.to_bits() && left <= over {
            return;
        }
        let (from, way) = (self.value(), to - self.value());
        let speed = self.slope() * frames(over) / frames(self.over);
        // Three times the way is the most a cubic can be pushed without going past its end (Fritsch and Carlson,
        // SIAM J. Numer. Anal. 17, 238, 1980).
        let push = if speed * way > 0.0 { speed.abs().min(3.0 * way.abs()).copysign(way) } else { 0.0 };
        *self = Self { from, to, push, at: 0, over: over.max(1) };
    }

    /// Where it is.
    pub(super) fn value(&self) -> f32 {
        if self.at >= self.over {
            return self.to;
        }
        // The cubic of Hermite, in factors: near its end a sum of powers would lose the digits that a root then shows.
        let (gone, left) = self.gone_and_left();
        let start = left * left * (self.from * (1.0 + 2.0 * gone) + self.push * gone);
        start + self.to * gone * gone * (1.0 + 2.0 * left)
    }

    /// Where it is, one frame on.
    pub(super) fn next(&mut self) -> f32 {
        self.at = (self.at + 1).min(self.over);
        self.value()
    }

    /// Whether it has arrived.
    pub(super) fn rests(&self) -> bool {
        self.at >= self.over
    }

    /// Whether it is at rest at zero.
    pub(super) fn rests_at_zero(&self) -> bool {
        self.rests() && self.to == 0.0
    }

    fn slope(&self) -> f32 {
        let (gone, left) = self.gone_and_left();
        6.0 * gone * left * (self.to - self.from) + self.push * left * (1.0 - 3.0 * gone)
    }

    fn gone_and_left(&self) -> (f32, f32) {
        (frames(self.at) / frames(self.over), frames(self.over - self.at) / frames(self.over))
    }
}

#[expect(clippy::cast_precision_loss, reason = "glides are shorter than the five minutes that an f32 counts exactly")]
fn frames(count: u32) -> f32 {
    count as f32
}
