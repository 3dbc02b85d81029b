//! Two soft tones that say when to breathe in and when to breathe out, for who has closed their eyes.

use std::f32::consts::TAU;

use super::{RATE, RATE_HZ, eased};

/// What a cue asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// To breathe in: it rises, G4 to A4.
    In,
    /// To breathe out: it falls, E4 to D4.
    Out,
}

/// How long a cue lasts, in frames: nine tenths of a second.
const LENGTH: u32 = RATE_HZ / 10 * 9;
const LENGTH_SECS: f32 = 0.9;
/// How long it takes to come, in seconds: a felt hammer, nobody is startled.
const ATTACK_SECS: f32 = 0.06;
/// How long the very end takes, in seconds, so that what is left of the tone is not cut.
const END_SECS: f32 = 0.2;
/// How long its pitch takes to change, in seconds.
const BEND_SECS: f32 = 0.5;
/// How long the tone and its fifth take to die to a third (1/e), in seconds; the fifth goes first, as in a bell.
const DECAY_SECS: f32 = 0.26;
const FIFTH_DECAY_SECS: f32 = 0.16;
/// How loud the fifth is beside the tone.
const FIFTH: f32 = 0.35;
/// Amplitude before the envelope; the peak comes out at about -22 dBFS.
const LEVEL: f32 = 0.08;

/// One cue, from its beginning to its end.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    kind: CueKind,
    at: u32,
    phase: f32,
}

impl Cue {
    /// One that begins with the next sample.
    #[must_use]
    pub fn new(kind: CueKind) -> Self {
        Self { kind, at: 0, phase: 0.0 }
    }

    /// The next sample, the same for both sides; zero once it is over.
    pub fn next(&mut self) -> f32 {
        if self.is_over() {
            return 0.0;
        }
        self.at += 1;
        let secs = self.secs();
        let (from, to) = match self.kind {
            CueKind::In => (392.0, 440.0),
            CueKind::Out => (330.0, 294.0),
        };
        let hz = from + (to - from) * eased(secs / BEND_SECS);
        // Two turns, since the fifth makes three while the tone makes two: it wraps where both are at their beginning.
        self.phase = (self.phase + hz / RATE) % 2.0;
        let tone = (TAU * self.phase).sin() * (-secs / DECAY_SECS).exp();
        let fifth = (TAU * 1.5 * self.phase).sin() * (-secs / FIFTH_DECAY_SECS).exp();
        let envelope = eased(secs / ATTACK_SECS) * eased((LENGTH_SECS - secs) / END_SECS);
        LEVEL * envelope * (tone + FIFTH * fifth)
    }

    /// Whether any of it has sounded.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.at > 0
    }

    /// Whether it has sounded to its end.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.at >= LENGTH
    }

    #[expect(clippy::cast_precision_loss, reason = "a cue has fewer frames than an f32 counts exactly")]
    fn secs(&self) -> f32 {
        self.at as f32 / RATE
    }
}
