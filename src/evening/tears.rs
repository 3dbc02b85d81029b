//! Tears, told in the person's own terms.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::clock::Wall;
use crate::journal::record::is_default;

/// How much there was. Not answered is an `Option`'s `None`, which is not [`Tears::None`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tears {
    /// None tonight: a full and good result. Written as `NoTears`, because RON would have to escape `None`.
    #[serde(rename = "NoTears")]
    None,
    /// Eyes filled. Kept, but not counted as a cry.
    WelledUp,
    /// A few.
    Few,
    /// Wept.
    Wept,
    /// Sobbed.
    Sobbed,
}

impl Tears {
    /// All, from none to most.
    pub const ALL: [Self; 5] = [Self::None, Self::WelledUp, Self::Few, Self::Wept, Self::Sobbed];

    /// Whether this counts as a cry.
    #[must_use]
    pub fn is_cry(self) -> bool {
        self >= Self::Few
    }
}

/// What the tears were made of. Several can be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TearKind {
    /// Sad.
    Sad,
    /// Moved.
    Moved,
    /// Joyful.
    Joyful,
    /// Relieved.
    Relieved,
    /// Angry.
    Angry,
    /// Mixed.
    Mixed,
}

impl TearKind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Sad, Self::Moved, Self::Joyful, Self::Relieved, Self::Angry, Self::Mixed];
}

/// How it feels compared with before. None of the three is better than the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Feel {
    /// Lighter.
    Lighter,
    /// The same.
    Same,
    /// Heavier.
    Heavier,
}

impl Feel {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Lighter, Self::Same, Self::Heavier];
}

/// What else was true of the evening (Bylsma, Vingerhoets and Rottenberg 2008 name these four).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Chip {
    /// Someone was there.
    WithSomeone,
    /// I held back.
    HeldBack,
    /// I felt embarrassed.
    Embarrassed,
    /// Something makes more sense now.
    MakesSense,
}

impl Chip {
    /// All four.
    pub const ALL: [Self; 4] = [Self::WithSomeone, Self::HeldBack, Self::Embarrassed, Self::MakesSense];
}

/// One press of "Tears".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TearMark {
    /// The key of the item that was playing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: u32,
    /// Seconds into that item, where they are known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub film_secs: Option<u32>,
    /// When it was pressed.
    pub at: Wall,
}

/// Presses closer together than this, in minutes, are one cry.
pub const ONE_CRY_MIN: i64 = 10;

/// How many cries the presses make: a press within ten minutes of the one before it belongs to the same cry.
#[must_use]
pub fn cries_among(marks: &[TearMark]) -> usize {
    cry_starts(marks).len()
}

/// When the cries began that the presses make, in order.
#[must_use]
pub fn cry_starts(marks: &[TearMark]) -> Vec<Wall> {
    let mut times: Vec<Wall> = marks.iter().map(|mark| mark.at).collect();
    times.sort_unstable();
    let mut before = None;
    times.retain(|at| before.replace(*at).is_none_or(|before| *at - before > TimeDelta::minutes(ONE_CRY_MIN)));
    times
}

/// Where, or with whom, tears outside an evening came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Company {
    /// Alone.
    Alone,
    /// With someone.
    WithSomeone,
    /// In therapy.
    InTherapy,
    /// Elsewhere.
    Elsewhere,
}

impl Company {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Alone, Self::WithSomeone, Self::InTherapy, Self::Elsewhere];
}

/// What tears outside an evening were about (the five of Barthelmäs and others 2022, and "other").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// Loneliness.
    Loneliness,
    /// Feeling powerless.
    Powerlessness,
    /// Too much at once.
    Overload,
    /// Harmony, closeness, beauty.
    Harmony,
    /// Something watched, read or heard.
    Media,
    /// Something else.
    Other,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Loneliness, Self::Powerlessness, Self::Overload, Self::Harmony, Self::Media, Self::Other];
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(minute: i64) -> TearMark {
        let start = Wall::parse_from_rfc3339("2026-11-22T20:40:00+01:00").expect("a date");
        TearMark { item: 0, film_secs: None, at: start + TimeDelta::minutes(minute) }
    }

    #[test]
    fn presses_within_ten_minutes_are_one_cry() {
        assert_eq!(cries_among(&[]), 0);
        assert_eq!(cries_among(&[mark(3)]), 1);
        assert_eq!(cries_among(&[mark(3), mark(4), mark(14)]), 1);
        assert_eq!(cries_among(&[mark(3), mark(14)]), 2);
        assert_eq!(cries_among(&[mark(50), mark(3), mark(4)]), 2, "order does not matter");
    }

    #[test]
    fn welling_up_is_not_a_cry() {
        assert_eq!(Tears::ALL.map(Tears::is_cry), [false, false, true, true, true]);
    }
}
