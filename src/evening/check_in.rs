//! How it is right now, in two sliders and a few words.
//!
//! The two sliders follow the Affective Slider of Betella and Verschure (2016, `PLoS` ONE 11(2):e0148037, CC BY),
//! drawn our own way.

use serde::{Deserialize, Serialize};

/// When a check-in belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Moment {
    /// Before the film.
    Before,
    /// Right after it.
    After,
    /// Twenty minutes after it.
    Plus20,
    /// Ninety minutes after it.
    Plus90,
    /// The next morning.
    Morning,
    /// Any other time.
    #[default]
    Free,
}

/// Words that may fit, pleasant and calm ones first. Kept as these; shown in the person's language.
pub const WORDS: [&str; 16] = [
    "moved",
    "sad",
    "peaceful",
    "tender",
    "lonely",
    "worn-out",
    "grateful",
    "relieved",
    "hopeful",
    "cheerful",
    "empty",
    "anxious",
    "angry",
    "overwhelmed",
    "tired",
    "nothing-much",
];

/// How far one press of an arrow moves a slider, on its scale of 0 to 100.
pub const STEP: u8 = 5;

/// A check-in while it is being filled in. Both sliders start unset.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Feeling {
    /// From 0, unpleasant, to 100, pleasant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pleasant: Option<u8>,
    /// From 0, calm, to 100, stirred up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stirred: Option<u8>,
    /// Words of [`WORDS`], or the person's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
}

impl Feeling {
    /// Nothing was said, so there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Where a slider goes when it is nudged by `delta`. An unset one wakes up at `last`, or in the middle.
#[must_use]
pub fn nudged(value: Option<u8>, last: Option<u8>, delta: i16) -> u8 {
    match value {
        None => last.unwrap_or(50).min(100),
        Some(value) => u8::try_from((i16::from(value) + delta).clamp(0, 100)).unwrap_or(50),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_press_wakes_a_slider_where_it_stood_last() {
        assert_eq!(nudged(None, None, 5), 50);
        assert_eq!(nudged(None, Some(35), -5), 35);
        assert_eq!(nudged(Some(35), None, -5), 30);
        assert_eq!(nudged(Some(2), None, -5), 0);
        assert_eq!(nudged(Some(98), None, 5), 100);
    }
}
