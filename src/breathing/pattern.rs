//! One way to breathe.

use super::timing::Timing;

/// The id of the pattern that is there where nothing else was chosen.
pub const DEFAULT: &str = "longer-out";

/// One way to breathe.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Its name in the files: a word of ours, or the id of the person's own.
    pub id: String,
    /// What the person calls it; `None` where it is one of ours, whose names are in the texts.
    pub name: Option<String>,
    /// How long its parts are.
    pub timing: Timing,
}

impl Default for Pattern {
    /// Four seconds in, six out: the longer out-breath (rationale: Van Diest and others 2014,
    /// doi 10.1007/s10484-014-9253-x), six breaths a minute, without holding.
    fn default() -> Self {
        Self { id: DEFAULT.into(), name: None, timing: Timing::of(4_000, 6_000) }
    }
}

impl Pattern {
    /// Whether the app may choose it by itself: never one in which the breath is held.
    #[must_use]
    pub fn may_be_offered(&self) -> bool {
        !self.timing.has_holds()
    }
}
