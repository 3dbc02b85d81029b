//! Breathing at a steady pace: patterns, where in one a person is after so many seconds, and how it looks. Pure.

pub mod bundled;
pub mod look;
pub mod pace;
pub mod pattern;
pub mod phase;
pub mod timing;

pub use look::Look;
pub use pace::Pace;
pub use pattern::Pattern;
pub use phase::{Phase, PhaseKind, phase_at};
pub use timing::{BREATH_MS, HOLD_MS, Nonsense, TOP_UP_MS, Timing};
