//! Soft sound for the breaks: rain, brown noise, a slow pad, and two cues for breathing in and out. Pure: samples
//! come out of a seed and of what was asked, so no file is played, nothing loops, and a test hears what a person hears.
//!
//! Everything is stereo at [`RATE_HZ`]. [`Mixer`] is the way in; the rest is what it is made of.

#![expect(clippy::should_implement_trait, reason = "`next` never ends here, so an `Option` would be noise of its own")]

use std::time::Duration;

pub mod bed;
pub mod cue;
pub mod heard;
pub mod mixer;
pub mod noise;
pub mod pad;
pub mod player;
pub mod rain;

mod bell;
mod drift;
mod droplet;
mod glide;
mod limiter;
mod note;
mod one_pole;
mod phasor;
mod voice;

#[cfg(test)]
mod tests;

pub use bed::{Bed, Source};
pub use cue::{Cue, CueKind};
pub use heard::Heard;
pub use mixer::{Mixer, Scene};
pub use player::Player;

/// Frames a second. What plays the sound has to run at this rate, or to resample.
pub const RATE_HZ: u32 = 48_000;

/// How long sound takes to come, to go, and to change.
pub const FADE: Duration = Duration::from_millis(1_500);

/// How long sound takes to go when the break was left: as short as it can be without a click.
pub const DECLICK: Duration = Duration::from_millis(30);

#[expect(clippy::cast_precision_loss, reason = "48 000 is exact in an f32")]
const RATE: f32 = RATE_HZ as f32;

/// How many frames last for `length`; for lengths of at most a day.
#[expect(clippy::cast_possible_truncation, reason = "a day has 86 400 000 milliseconds, an u32 holds 50 times that")]
const fn frames_in(length: Duration) -> u32 {
    (length.as_millis() as u32).saturating_mul(RATE_HZ / 1_000)
}

/// How many frames last for `secs` seconds; below zero counts as zero.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast from a float saturates")]
fn frames_in_secs(secs: f32) -> u32 {
    (secs * RATE) as u32
}

/// From 0 to 1 as `through` goes from 0 to 1, at rest at both ends.
fn eased(through: f32) -> f32 {
    let through = through.clamp(0.0, 1.0);
    through * through * (3.0 - 2.0 * through)
}
