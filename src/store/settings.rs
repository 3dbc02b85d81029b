//! What the person chose, for one computer.

use std::collections::BTreeSet;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::breathing::Look;
use crate::breathing::pattern::DEFAULT;
use crate::evening::plan::Place;
use crate::journal::day::DAY_STARTS_HOUR;
use crate::shelf::title::Note;
use crate::sound::Bed;

/// What the person chose, for one computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own, and a field of the file")]
pub struct Settings {
    /// The theme's id.
    pub theme: String,
    /// The size of text, in percent, 80 to 200.
    pub text_percent: u32,
    /// Nothing moves that need not.
    pub reduced_motion: bool,
    /// The person said whether things move; until then it is as the desktop has it.
    pub motion_chosen: bool,
    /// The hour at which a day starts, 0 to 12. Records that exist keep their day.
    pub day_starts_hour: u32,
    /// When to be in bed, for new evenings.
    pub bedtime: Option<NaiveTime>,
    /// Where the film plays, for new evenings.
    pub place: Option<Place>,
    /// What follows the film, for new evenings.
    pub aftercare: Vec<String>,
    /// Start on the whole screen.
    pub fullscreen: bool,
    /// What a title that is proposed must not have in it.
    pub skip: BTreeSet<Note>,
    /// The titles that come with the program stand on the shelf.
    pub catalogue: bool,
    /// The desktop says that a kept evening comes up.
    pub notify: bool,
    /// The way to breathe, by its id; never one with a hold.
    pub pattern: String,
    /// How the breath is drawn.
    pub look: Look,
    /// Black behind the breath.
    pub true_black: bool,
    /// For how long the room breathes, in minutes, 1 to 60; `None`: until the person stops.
    pub breathe_min: Option<u32>,
    /// A soft sound for in and another for out.
    pub cues: bool,
    /// What is heard in breaks, if anything.
    pub bed: Option<Bed>,
    /// How loud, 0 to 100.
    pub volume: u8,
    /// The language of the words, by its id (ISO 639-1); `None`: as the computer has it.
    pub language: Option<String>,
    /// A clock of twelve hours; `None`: as the computer has it.
    pub twelve_hours: Option<bool>,
    /// Tracking rests: no check-in is asked for, and no chart is shown.
    pub paused: bool,
    /// Somebody of the person's own to talk to: a name.
    pub contact_name: String,
    /// How to reach them, as the person wrote it.
    pub contact_number: String,
    /// The country whose lines are shown: two capital letters (ISO 3166-1).
    pub country: Option<String>,
    /// Cards of the guide that are not offered any more, by their ids.
    pub put_away: BTreeSet<String>,
    /// The first start is over.
    pub welcomed: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: "dusk".into(),
            text_percent: 100,
            reduced_motion: false,
            motion_chosen: false,
            day_starts_hour: DAY_STARTS_HOUR,
            bedtime: None,
            place: None,
            aftercare: Vec::new(),
            fullscreen: false,
            skip: BTreeSet::new(),
            catalogue: true,
            notify: false,
            pattern: DEFAULT.into(),
            look: Look::default(),
            true_black: false,
            breathe_min: None,
            cues: false,
            bed: None,
            volume: 50,
            language: None,
            twelve_hours: None,
            paused: false,
            contact_name: String::new(),
            contact_number: String::new(),
            country: None,
            put_away: BTreeSet::new(),
            welcomed: false,
        }
    }
}

impl Settings {
    /// Brings values into range and names those that were not.
    pub fn tidy(&mut self) -> Vec<&'static str> {
        let mut wrong = Vec::new();
        if !(80..=200).contains(&self.text_percent) {
            self.text_percent = self.text_percent.clamp(80, 200);
            wrong.push("text_percent");
        }
        if self.day_starts_hour > 12 {
            self.day_starts_hour = 12;
            wrong.push("day_starts_hour");
        }
        if self.volume > 100 {
            self.volume = 100;
            wrong.push("volume");
        }
        if self.breathe_min.is_some_and(|minutes| !(1..=60).contains(&minutes)) {
            self.breathe_min = None;
            wrong.push("breathe_min");
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_out_of_range_are_brought_into_it_and_named() {
        let mut settings = Settings {
            text_percent: 900,
            day_starts_hour: 99,
            volume: 200,
            breathe_min: Some(0),
            ..Settings::default()
        };
        assert_eq!(settings.tidy(), ["text_percent", "day_starts_hour", "volume", "breathe_min"]);
        assert_eq!((settings.text_percent, settings.day_starts_hour, settings.volume), (200, 12, 100));
        assert!(settings.tidy().is_empty());
        assert!(Settings::default().tidy().is_empty());
    }
}
