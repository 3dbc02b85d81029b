//! Times, lengths and the names of things, in words.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::app::model::ListTrouble;
use crate::evening::check_in::Moment;
use crate::evening::plan::{Breaks, EveningPlan, Item, Place};
use crate::evening::tears::{Chip, Company, Feel, Reason, TearKind, Tears};
use crate::journal::entry::{BreakKind, Helped};
use crate::journal::search::Spoken;
use crate::text::key;

use super::cx::Cx;

/// The words that come with the program: the names they are kept under, and how they read.
const KNOWN: [(&str, &str); 28] = [
    ("lights", key("room-lights")),
    ("candle", key("room-candle")),
    ("music", key("room-music")),
    ("blanket", key("room-blanket")),
    ("tissues", key("room-tissues")),
    ("water", key("room-water")),
    ("phone", key("room-phone")),
    ("bath", key("care-bath")),
    ("stretch", key("care-stretch")),
    ("book", key("care-book")),
    ("tea", key("care-tea")),
    ("bed", key("care-bed")),
    ("moved", key("word-moved")),
    ("sad", key("word-sad")),
    ("peaceful", key("word-peaceful")),
    ("tender", key("word-tender")),
    ("lonely", key("word-lonely")),
    ("worn-out", key("word-worn-out")),
    ("grateful", key("word-grateful")),
    ("relieved", key("word-relieved")),
    ("hopeful", key("word-hopeful")),
    ("cheerful", key("word-cheerful")),
    ("empty", key("word-empty")),
    ("anxious", key("word-anxious")),
    ("angry", key("word-angry")),
    ("overwhelmed", key("word-overwhelmed")),
    ("tired", key("word-tired")),
    ("nothing-much", key("word-nothing-much")),
];

impl Cx<'_> {
    /// A time of day.
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        self.text.time(time)
    }

    /// A full hour, 0 to 24.
    #[must_use]
    pub fn hour(&self, hour: u8) -> String {
        match NaiveTime::from_hms_opt(u32::from(hour), 0, 0) {
            Some(time) => self.time(time),
            // The end of a day, for which twelve hours have no number.
            None if self.text.locale().formats.twelve_hours => self.t("time-midnight"),
            None => format!("{hour}:00"),
        }
    }

    /// A day with its weekday, and the year where it is another than this one.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> String {
        let values = [
            ("weekday", self.tw("weekday", &[("n", day.weekday().number_from_monday().into())]).into()),
            ("day", day.day().into()),
            ("month", self.month(day).into()),
            ("year", day.year().to_string().into()),
        ];
        let same_year = day.year() == self.now.wall.year();
        if same_year { self.tw("day-of-this-year", &values) } else { self.tw("day-of-another-year", &values) }
    }

    /// The name of a month.
    #[must_use]
    pub fn month(&self, day: NaiveDate) -> String {
        self.tw("month", &[("n", day.month().into())])
    }

    /// The name of a month and its year.
    #[must_use]
    pub fn month_and_year(&self, day: NaiveDate) -> String {
        self.tw("month-and-year", &[("month", self.month(day).into()), ("year", day.year().to_string().into())])
    }

    /// A day and a time.
    #[must_use]
    pub fn day_and_time(&self, at: NaiveDateTime) -> String {
        self.tw("day-and-time", &[("day", self.day(at.date()).into()), ("time", self.time(at.time()).into())])
    }

    /// A length in hours and minutes.
    #[must_use]
    pub fn length(&self, minutes: u32) -> String {
        let values = [("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())];
        match (minutes / 60, minutes % 60) {
            (0, _) => self.tw("length-minutes", &values),
            (_, 0) => self.tw("length-hours", &values),
            _ => self.tw("length-hours-minutes", &values),
        }
    }

    /// What an item is called.
    #[must_use]
    pub fn item_name(&self, item: &Item) -> String {
        let name = item.name.trim();
        if name.is_empty() { self.t("item-unnamed") } else { shortened(name, 60) }
    }

    /// What an evening is called.
    #[must_use]
    pub fn evening_name(&self, plan: &EveningPlan) -> String {
        let title = plan.title();
        if title.is_empty() { self.t("evening-unnamed") } else { shortened(&title, 70) }
    }

    /// When the film rests, in a few words.
    #[must_use]
    pub fn breaks(&self, breaks: &Breaks) -> String {
        match breaks {
            Breaks::None => self.t("breaks-none"),
            Breaks::BetweenItems => self.t("breaks-between"),
            Breaks::Every(minutes) => self.tw("breaks-every", &[("minutes", (*minutes).into())]),
            Breaks::AtMarks(marks) => self.tw("breaks-at-marks", &[("n", marks.len().into())]),
        }
    }

    /// What is ready in the room, what follows the film, or a word of a check-in: known words in the person's
    /// language, their own as they wrote them.
    #[must_use]
    pub fn known_word(&self, word: &str) -> String {
        match KNOWN.iter().find(|(id, _)| *id == word) {
            Some((_, words)) => self.t(words),
            None => shortened(word, 40),
        }
    }

    /// Why a list of the person's own cannot be used.
    #[must_use]
    pub(super) fn list_trouble(&self, why: &ListTrouble) -> String {
        match why {
            ListTrouble::Line(line) => self.tw("list-trouble-line", &[("n", (*line).into())]),
            ListTrouble::Odd(words) => words.clone(),
        }
    }

    /// How all words that come with the program read.
    #[must_use]
    pub(super) fn spoken_words(&self) -> Spoken {
        KNOWN.into_iter().map(|(id, words)| (id, self.t(words))).collect()
    }

    /// A list of known or own words.
    #[must_use]
    pub fn known_words(&self, words: &[String]) -> String {
        words.iter().map(|word| self.known_word(word)).collect::<Vec<_>>().join(", ")
    }

    /// Where the film plays.
    #[must_use]
    pub fn place(&self, place: Option<Place>) -> String {
        self.t(match place {
            None => key("place-unasked"),
            Some(Place::ThisScreen) => key("place-this"),
            Some(Place::AnotherScreen) => key("place-another"),
            Some(Place::Elsewhere) => key("place-elsewhere"),
        })
    }

    /// How the tears were.
    #[must_use]
    pub fn tears(&self, tears: Tears) -> String {
        self.t(match tears {
            Tears::None => key("tears-none"),
            Tears::WelledUp => key("tears-welled-up"),
            Tears::Few => key("tears-few"),
            Tears::Wept => key("tears-wept"),
            Tears::Sobbed => key("tears-sobbed"),
        })
    }

    /// The same of an evening that is over.
    #[must_use]
    pub fn tears_then(&self, tears: Tears) -> String {
        if tears == Tears::None { self.t("tears-none-then") } else { self.tears(tears) }
    }

    /// What the tears were made of.
    #[must_use]
    pub fn tear_kind(&self, kind: TearKind) -> String {
        self.t(match kind {
            TearKind::Sad => key("kind-sad"),
            TearKind::Moved => key("kind-moved"),
            TearKind::Joyful => key("kind-joyful"),
            TearKind::Relieved => key("kind-relieved"),
            TearKind::Angry => key("kind-angry"),
            TearKind::Mixed => key("kind-mixed"),
        })
    }

    /// How it feels compared with before.
    #[must_use]
    pub fn feel(&self, feel: Feel) -> String {
        self.t(match feel {
            Feel::Lighter => key("feel-lighter"),
            Feel::Same => key("feel-same"),
            Feel::Heavier => key("feel-heavier"),
        })
    }

    /// What else was true.
    #[must_use]
    pub fn chip(&self, chip: Chip) -> String {
        self.t(match chip {
            Chip::WithSomeone => key("chip-with-someone"),
            Chip::HeldBack => key("chip-held-back"),
            Chip::Embarrassed => key("chip-embarrassed"),
            Chip::MakesSense => key("chip-makes-sense"),
        })
    }

    /// Where, or with whom.
    #[must_use]
    pub fn company(&self, company: Company) -> String {
        self.t(match company {
            Company::Alone => key("company-alone"),
            Company::WithSomeone => key("company-with-someone"),
            Company::InTherapy => key("company-therapy"),
            Company::Elsewhere => key("company-elsewhere"),
        })
    }

    /// What it was about.
    #[must_use]
    pub fn reason(&self, reason: Reason) -> String {
        self.t(match reason {
            Reason::Loneliness => key("reason-loneliness"),
            Reason::Powerlessness => key("reason-powerlessness"),
            Reason::Overload => key("reason-overload"),
            Reason::Harmony => key("reason-harmony"),
            Reason::Media => key("reason-media"),
            Reason::Other => key("reason-other"),
        })
    }

    /// What is done in a break.
    #[must_use]
    pub fn break_kind(&self, kind: BreakKind) -> String {
        self.t(match kind {
            BreakKind::Breathe => key("break-breathe"),
            BreakKind::Stretch => key("break-stretch"),
            BreakKind::Walk => key("break-walk"),
            BreakKind::Sip => key("break-sip"),
            BreakKind::Sit => key("break-sit"),
        })
    }

    /// How it was after a break.
    #[must_use]
    pub fn helped(&self, helped: Helped) -> String {
        self.t(match helped {
            Helped::Easier => key("helped-easier"),
            Helped::Same => key("helped-same"),
            Helped::Harder => key("helped-harder"),
        })
    }

    /// When a check-in belongs to.
    #[must_use]
    pub fn moment(&self, moment: Moment) -> String {
        self.t(match moment {
            Moment::Before => key("moment-before"),
            Moment::After => key("moment-after"),
            Moment::Plus20 => key("moment-plus20"),
            Moment::Plus90 => key("moment-plus90"),
            Moment::Morning => key("moment-morning"),
            Moment::Free => key("moment-free"),
        })
    }
}

/// A text on one line, cut after `most` characters where it is longer. For headings and lists; what is kept is never cut.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match one_line.char_indices().nth(most) {
        None => one_line,
        Some((end, _)) => format!("{}…", one_line[..end].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(shortened("short", 10), "short");
        assert_eq!(shortened("one\n two", 10), "one two");
        assert_eq!(shortened("שלום עולם", 4), "שלום…");
        assert_eq!(shortened(&"🌧".repeat(100), 3), "🌧🌧🌧…");
    }
}
