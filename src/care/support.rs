//! People to talk to: the person's own contact, a line of the chosen country, and the directory of such lines.
//!
//! Guidance for places where people in distress look for help asks for two or three signposts at a time and for regular
//! checks of every number (Samaritans, supporting user wellbeing). So there are never more than three here, and each
//! number says when it was last checked.

use chrono::{Months, NaiveDate, NaiveTime, Timelike};
use serde::Deserialize;

use crate::list_file::{self, FileError, ListFile};

/// The bundled list.
pub const BUNDLED: &str = include_str!("../../assets/support.ron");

/// Where lines of all countries are listed.
pub const DIRECTORY: &str = "https://findahelpline.com";

/// How long a check of a number is trusted, in months.
const TRUSTED_MONTHS: u32 = 12;

#[derive(Deserialize)]
struct SupportFile {
    format: String,
    version: u32,
    lines: Vec<Line>,
}

impl ListFile for SupportFile {
    const FORMAT: &'static str = "sunshower/support";
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// When somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Hours {
    /// By day and by night.
    Always,
    /// Every day between these hours; through midnight, where it begins later than it ends.
    Daily {
        /// The first hour, 0 to 23, by the clocks of that country.
        from: u8,
        /// The hour at which it ends, 1 to 24.
        until: u8,
    },
}

/// A line one can ring or write to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Line {
    /// The country it is for: two capital letters (ISO 3166-1).
    pub country: String,
    /// What it calls itself.
    pub service: String,
    /// Its numbers, as they are dialled in that country.
    pub numbers: Vec<String>,
    /// The number for text messages, where there is one.
    pub text: Option<String>,
    /// When somebody answers.
    pub hours: Hours,
    /// Whether ringing costs nothing, where that is known.
    pub free: Option<bool>,
    /// The languages it is known to speak (ISO 639-1).
    pub languages: Vec<String>,
    /// It speaks more languages than those.
    pub more_languages: bool,
    /// Where its number was found: a web address.
    pub source: String,
    /// The day on which the number was last confirmed.
    pub checked: NaiveDate,
}

/// Why a list cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinesError {
    /// It cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// Something in it cannot be: which line, and what.
    #[error("{service}: {what}")]
    Odd {
        /// What the line calls itself.
        service: String,
        /// What is wrong with it.
        what: &'static str,
    },
}

/// The lines that come with the program.
///
/// # Errors
/// Where the bundled file makes no sense; a test makes sure that it does.
pub fn bundled() -> Result<Vec<Line>, LinesError> {
    parse(BUNDLED)
}

/// Reads a list of lines, the bundled one or a person's own.
///
/// # Errors
/// Says what makes no sense. No number that cannot be dialled gets through, and no line without a source.
pub fn parse(text: &str) -> Result<Vec<Line>, LinesError> {
    let file: SupportFile = list_file::read(text)?;
    for line in &file.lines {
        if let Some(what) = line.oddity() {
            return Err(LinesError::Odd { service: line.service.clone(), what });
        }
    }
    Ok(file.lines)
}

/// Whether these are digits one can dial, with spaces or hyphens between them; from abroad they begin with a plus.
fn is_dialable(number: &str) -> bool {
    let digits = number.strip_prefix('+').unwrap_or(number);
    digits.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '-')
        && digits.chars().any(|c| c.is_ascii_digit())
        && digits == digits.trim()
}

impl Line {
    fn oddity(&self) -> Option<&'static str> {
        let is_code = |code: &str, of: fn(&char) -> bool| code.len() == 2 && code.chars().all(|c| of(&c));
        let hours = match self.hours {
            Hours::Always => true,
            Hours::Daily { from, until } => from != until && from < 24 && (1..=24).contains(&until),
        };
        let checks = [
            (is_code(&self.country, char::is_ascii_uppercase), "the country is no code of two capital letters"),
            (!self.service.trim().is_empty(), "it has no name"),
            (!self.numbers.is_empty() || self.text.is_some(), "it has no number"),
            (self.numbers.iter().chain(&self.text).all(|number| is_dialable(number)), "a number cannot be dialled"),
            (hours, "its hours cannot be"),
            (!self.languages.is_empty(), "it speaks no language"),
            (
                self.languages.iter().all(|code| is_code(code, char::is_ascii_lowercase)),
                "a language is no code of two small letters",
            ),
            (["https://", "http://"].iter().any(|start| self.source.starts_with(start)), "it has no source"),
        ];
        checks.iter().find(|(holds, _)| !holds).map(|(_, what)| *what)
    }

    /// Whether somebody answers at this time of day there.
    #[must_use]
    pub fn answers_at(&self, time: NaiveTime) -> bool {
        let Hours::Daily { from, until } = self.hours else { return true };
        let hour = time.hour();
        let (from, until) = (u32::from(from), u32::from(until));
        if from < until { (from..until).contains(&hour) } else { hour >= from || hour < until }
    }

    /// Whether its number was last checked longer ago than a check is trusted.
    #[must_use]
    pub fn is_old(&self, today: NaiveDate) -> bool {
        self.checked.checked_add_months(Months::new(TRUSTED_MONTHS)).is_none_or(|until| until < today)
    }
}

/// Somebody the person named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact<'a> {
    /// Their name.
    pub name: &'a str,
    /// How to reach them; anything the person wrote.
    pub number: &'a str,
}

/// Somebody to talk to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signpost<'a> {
    /// The person's own contact.
    Own(Contact<'a>),
    /// A line.
    Line {
        /// Which.
        line: &'a Line,
        /// How many the chosen country has: the others come one at a time in its place.
        of: usize,
    },
    /// The directory of lines everywhere, and the local emergency number.
    World,
}

/// Whom to show: the person's own contact, one line of their country, and the world; never more. `turn` says which of
/// several lines of a country.
#[must_use]
pub fn signposts<'a>(
    own: Option<Contact<'a>>,
    lines: &'a [Line],
    country: Option<&str>,
    turn: usize,
) -> Vec<Signpost<'a>> {
    let own = own.filter(|own| !(own.name.trim().is_empty() && own.number.trim().is_empty()));
    let there: Vec<&Line> = lines.iter().filter(|line| Some(line.country.as_str()) == country).collect();
    let line = there.get(turn % there.len().max(1)).map(|line| Signpost::Line { line, of: there.len() });
    own.map(Signpost::Own).into_iter().chain(line).chain([Signpost::World]).collect()
}

/// The countries that have a line, each once, in the order of the list.
#[must_use]
pub fn countries(lines: &[Line]) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for line in lines {
        if !found.contains(&line.country.as_str()) {
            found.push(&line.country);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn every_bundled_line_is_whole() {
        let lines = bundled().expect("whole");
        assert!(lines.len() >= 18, "{}", lines.len());
        for line in &lines {
            assert!(line.country.chars().all(|c| c.is_ascii_uppercase()), "{}", line.service);
            assert!(line.checked > day("2018-01-01") && line.checked < day("2027-01-01"), "{}", line.service);
            assert!(!line.source.contains("..."), "{}: a whole address", line.service);
            let digits = |number: &String| number.chars().filter(char::is_ascii_digit).count();
            assert!(line.numbers.iter().chain(&line.text).all(|number| (2..=12).contains(&digits(number))));
        }
        for country in ["US", "GB", "IE", "DE", "AT", "CH", "JP"] {
            assert!(countries(&lines).contains(&country), "{country}");
        }
    }

    #[test]
    fn a_line_that_is_closed_at_this_hour_says_so_also_through_midnight() {
        let mut line = bundled().expect("whole").remove(0);
        let at = |line: &Line, hour| line.answers_at(NaiveTime::from_hms_opt(hour, 30, 0).expect("a time"));
        line.hours = Hours::Daily { from: 8, until: 22 };
        assert_eq!([7, 8, 21, 22].map(|hour| at(&line, hour)), [false, true, true, false]);
        line.hours = Hours::Daily { from: 20, until: 6 };
        assert_eq!([19, 20, 0, 5, 6].map(|hour| at(&line, hour)), [false, true, true, true, false]);
        line.hours = Hours::Daily { from: 16, until: 24 };
        assert!(at(&line, 23) && !at(&line, 0));
        line.hours = Hours::Always;
        assert!((0..24).all(|hour| at(&line, hour)));
    }

    #[test]
    fn a_check_is_trusted_for_twelve_months() {
        let mut line = bundled().expect("whole").remove(0);
        line.checked = day("2025-11-23");
        assert!(!line.is_old(day("2026-11-22")) && !line.is_old(day("2026-11-23")));
        assert!(line.is_old(day("2026-11-24")));
        line.checked = day("2024-02-29");
        assert!(!line.is_old(day("2025-02-28")) && line.is_old(day("2025-03-01")));
    }

    #[test]
    fn there_are_never_more_than_three_and_the_persons_own_comes_first() {
        let lines = bundled().expect("whole");
        let own = Contact { name: "Ana", number: "0151" };
        let nobody = Contact { name: " ", number: "" };
        for country in countries(&lines).into_iter().map(Some).chain([None, Some("XX")]) {
            for turn in 0..5 {
                let shown = signposts(Some(own), &lines, country, turn);
                assert!(shown.len() <= 3 && shown[0] == Signpost::Own(own), "{shown:?}");
                assert_eq!(shown.last(), Some(&Signpost::World));
                assert_eq!(signposts(Some(nobody), &lines, country, turn), shown[1..]);
            }
        }
    }

    #[test]
    fn several_lines_of_a_country_come_one_at_a_time() {
        let lines = bundled().expect("whole");
        let shown: Vec<_> = (0..3).map(|turn| signposts(None, &lines, Some("JP"), turn)[0]).collect();
        assert!(matches!(shown[0], Signpost::Line { of: 2, .. }) && shown[0] != shown[1] && shown[0] == shown[2]);
    }

    #[test]
    fn a_list_with_something_odd_in_it_is_not_used() {
        let list = |numbers: &str, source: &str, hours: &str| {
            format!(
                "(format: \"sunshower/support\", version: 1, lines: [(country: \"DE\", service: \"A line\", numbers: \
                 [{numbers}], text: None, hours: {hours}, free: None, languages: [\"de\"], more_languages: false, \
                 source: \"{source}\", checked: \"2026-06-02\")])"
            )
        };
        let good = "https://example.org";
        for (number, hours) in [("\"0800 111-0\"", "Always"), ("\"+49 30 1110\"", "Daily(from: 20, until: 6)")] {
            assert!(parse(&list(number, good, hours)).is_ok(), "{number}, {hours}");
        }
        assert!(parse(&list("\"112\"", good, "Always").replace("DE", "de")).is_err(), "nobody would find it");
        for (numbers, source, hours) in [
            ("\"44+116123\"", good, "Always"),
            ("\"+ 44\"", good, "Always"),
            ("\"+\"", good, "Always"),
            ("\"\"", good, "Always"),
            ("\" 112\"", good, "Always"),
            ("\"ring us\"", good, "Always"),
            ("", good, "Always"),
            ("\"112\"", "", "Always"),
            ("\"112\"", "a friend", "Always"),
            ("\"112\"", good, "Daily(from: 20, until: 25)"),
            ("\"112\"", good, "Daily(from: 10, until: 10)"),
            ("\"112\"", good, "Daily(from: 24, until: 6)"),
        ] {
            let read = parse(&list(numbers, source, hours));
            assert!(matches!(read, Err(LinesError::Odd { .. })), "{numbers} {source} {hours}: {read:?}");
        }
        assert!(matches!(parse("nonsense"), Err(LinesError::File(_))));
    }
}
