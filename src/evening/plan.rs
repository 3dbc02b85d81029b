//! What an evening is meant to hold.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::journal::record::is_default;

/// The longest length that is believed, in minutes: a day and a night.
pub const MAX_RUNTIME_MIN: u32 = 24 * 60;

/// What an evening is meant to hold, and, copied into the evening, what it was meant to hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EveningPlan {
    /// What will be watched, in order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub items: Vec<Item>,
    /// What is ready in the room: words of [`ROOM`], or the person's own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub room: Vec<String>,
    /// When the film rests.
    #[serde(default, skip_serializing_if = "is_default")]
    pub breaks: Breaks,
    /// What follows the film: words of [`AFTERCARE`], or the person's own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub aftercare: Vec<String>,
    /// When to be in bed. A time before the day's start belongs to the next morning.
    #[serde(default, skip_serializing_if = "is_default")]
    pub bedtime: Option<NaiveTime>,
    /// Where the film plays.
    #[serde(default, skip_serializing_if = "is_default")]
    pub place: Option<Place>,
    /// A line the person wrote for the evening.
    #[serde(default, skip_serializing_if = "is_default")]
    pub intention: String,
}

impl EveningPlan {
    /// The length of everything, in minutes, or `None` where one length is not known or there is nothing to watch.
    #[must_use]
    pub fn runtime_min(&self) -> Option<u32> {
        if self.items.is_empty() {
            return None;
        }
        self.items.iter().try_fold(0_u32, |sum, item| sum.checked_add(item.runtime_min?))
    }

    /// A key that no item has yet.
    #[must_use]
    pub fn next_key(&self) -> u32 {
        self.items.iter().map(|item| item.key + 1).max().unwrap_or(0)
    }

    /// The item with this key.
    #[must_use]
    pub fn item(&self, key: u32) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// The names of everything that will be watched, for a heading; empty where none has one.
    #[must_use]
    pub fn title(&self) -> String {
        let mut names: Vec<_> =
            self.items.iter().map(|item| item.name.trim()).filter(|name| !name.is_empty()).collect();
        // Several episodes of one series are called by its name once.
        names.dedup();
        names.join(", ")
    }
}

/// One thing to watch: a film, an episode, a short. A copy, so that later changes to a title leave it alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Tells the items of one evening apart.
    pub key: u32,
    /// The title on the shelf this was taken from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title_id: Option<String>,
    /// As the person wrote it. May be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// Film, episode or something shorter.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: ItemKind,
    /// The season, for episodes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub season: Option<u32>,
    /// The episode, for episodes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub episode: Option<u32>,
    /// In minutes, 1 to [`MAX_RUNTIME_MIN`]; `None` where it is not known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub runtime_min: Option<u32>,
}

/// What sort of thing an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ItemKind {
    /// A film.
    #[default]
    Film,
    /// One episode of a series.
    Episode,
    /// A short, a clip, anything brief.
    Short,
}

/// When the film rests.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Breaks {
    /// Never, unless asked for. Written as `NoBreaks`, because RON would have to escape `None`.
    #[default]
    #[serde(rename = "NoBreaks")]
    None,
    /// Between one item and the next.
    BetweenItems,
    /// Every so many minutes of film, 10 to 240.
    Every(u32),
    /// At chosen minutes.
    AtMarks(Vec<BreakMark>),
}

/// A minute of one item at which to rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BreakMark {
    /// The item's key.
    pub item: u32,
    /// Minutes into that item.
    pub film_min: u32,
}

/// Where the film plays, which decides whose keys go where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Place {
    /// On the screen Sunshower is on: the player has the keys.
    ThisScreen,
    /// On another screen in the room.
    AnotherScreen,
    /// Somewhere else: a cinema, a friend's.
    Elsewhere,
}

/// What can be made ready in the room. Kept as these words; shown in the person's language.
pub const ROOM: [&str; 7] = ["lights", "candle", "music", "blanket", "tissues", "water", "phone"];

/// What can follow the film. Kept as these words; shown in the person's language.
pub const AFTERCARE: [&str; 5] = ["bath", "stretch", "book", "tea", "bed"];

/// Why a length was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LengthError {
    /// It is not a length in any form that is understood.
    #[error("not a length")]
    NotALength,
    /// Zero, or less.
    #[error("a length is at least one minute")]
    TooShort,
    /// More than [`MAX_RUNTIME_MIN`].
    #[error("longer than a day")]
    TooLong,
}

/// Reads a length as people write it: `93`, `93 min`, `1:33`, `1 h 33`, `1h33m`, `2 h`.
///
/// Empty text is a length that is not known.
///
/// # Errors
/// Says why the text is not a length from 1 minute to [`MAX_RUNTIME_MIN`].
pub fn parse_length(text: &str) -> Result<Option<u32>, LengthError> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Ok(None);
    }
    let (negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.as_str()),
    };
    let (hours, minutes) = if let Some((hours, rest)) = text.split_once(':') {
        (whole(hours)?, whole(rest)?)
    } else if let Some((hours, rest)) = text.split_once('h') {
        let rest = rest.trim_start_matches(|c: char| c.is_alphabetic() || c == '.').trim();
        (whole(hours)?, if rest.is_empty() { 0 } else { minutes(rest)? })
    } else {
        (0, minutes(text)?)
    };
    let total = hours.saturating_mul(60).saturating_add(minutes);
    match u32::try_from(total) {
        Ok(0) => Err(LengthError::TooShort),
        _ if negative => Err(LengthError::TooShort),
        Ok(total) if total <= MAX_RUNTIME_MIN => Ok(Some(total)),
        _ => Err(LengthError::TooLong),
    }
}

fn minutes(text: &str) -> Result<u64, LengthError> {
    whole(text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == '\''))
}

fn whole(text: &str) -> Result<u64, LengthError> {
    let text = text.trim();
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit()) {
        return Err(LengthError::NotALength);
    }
    // More digits than a number holds are still a length, only far too long.
    Ok(text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_people_write_them() {
        for text in ["93", " 93 ", "93 min", "93m", "93'", "1:33", "1h33", "1 h 33", "1 h 33 min", "1 H 33 MIN"] {
            assert_eq!(parse_length(text), Ok(Some(93)), "{text}");
        }
        assert_eq!(parse_length("2 h"), Ok(Some(120)));
        assert_eq!(parse_length("1 hour 5"), Ok(Some(65)));
        assert_eq!(parse_length(""), Ok(None));
        assert_eq!(parse_length("  "), Ok(None));
    }

    #[test]
    fn lengths_that_cannot_be_are_refused_with_the_reason() {
        for text in ["0", "0:00", "-5", "\u{2212}20", "-1:30"] {
            assert_eq!(parse_length(text), Err(LengthError::TooShort), "{text}");
        }
        for text in ["100 h", "100:00", "1441", "99999999999999999999999"] {
            assert_eq!(parse_length(text), Err(LengthError::TooLong), "{text}");
        }
        for text in ["long", "1.5", "٣", "h", "1:xx", "\u{1f480}"] {
            assert_eq!(parse_length(text), Err(LengthError::NotALength), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_at_all_upsets_it(text in ".{0,40}") {
            if let Ok(Some(minutes)) = parse_length(&text) {
                assert!((1..=MAX_RUNTIME_MIN).contains(&minutes));
            }
        }
    }
}
