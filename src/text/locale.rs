//! Which language, and how times and dates are written.

use std::fmt;

/// A language there are words in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Names it for ever, in the settings (ISO 639-1).
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What it calls itself: whoever cannot read the others finds it by this.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a tag such as `de_AT.UTF-8` or `de-CH`.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let (language, _) = parts(tag);
        Self::ALL.into_iter().find(|one| one.id() == language)
    }
}

/// How times of day and dates are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Formats {
    /// The clock begins anew at noon: 8:30 pm.
    pub twelve_hours: bool,
    /// The month comes before the day.
    pub month_first: bool,
}

/// Places where English is written with a clock of twelve hours (Unicode CLDR 46, `timeData`, preferred `h`).
const TWELVE_HOURS: &[&str] = &["US", "CA", "AU", "NZ", "IN", "PH", "SG", "MY", "PK", "HK", "PR", "GU", "VI"];

/// Places where English is written with the month first (Unicode CLDR 46, `en`, `en-CA` and `en-PH`).
const MONTH_FIRST: &[&str] = &["US", "CA", "PH", "PR", "GU", "VI"];

impl Formats {
    /// The formats of a tag such as `en_US.UTF-8`.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let (language, region) = parts(tag);
        let is_of = |places: &[&str]| language == "en" && places.contains(&region.as_str());
        Self { twelve_hours: is_of(TWELVE_HOURS), month_first: is_of(MONTH_FIRST) }
    }
}

/// A language, and how times and dates are written in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Locale {
    /// The language.
    pub language: Language,
    /// How times and dates are written.
    pub formats: Formats,
}

/// What the computer says about languages: in which of them it speaks, the best first, and how it writes times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SystemTags {
    /// The tags of the languages.
    pub languages: Vec<String>,
    /// The tag of the formats.
    pub formats: String,
}

impl SystemTags {
    /// The language and the formats to use: those the person chose, else those of the computer, else English with a
    /// clock of 24 hours.
    #[must_use]
    pub fn locale(&self, language: Option<&str>, twelve_hours: Option<bool>) -> Locale {
        let chosen = language.and_then(Language::of_tag);
        let theirs = || self.languages.iter().find_map(|tag| Language::of_tag(tag));
        let mut formats = Formats::of_tag(&self.formats);
        formats.twelve_hours = twelve_hours.unwrap_or(formats.twelve_hours);
        Locale { language: chosen.or_else(theirs).unwrap_or_default(), formats }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// The language in small letters and the region in capitals, as far as a tag names them.
fn parts(tag: &str) -> (String, String) {
    let plain = tag.split(['.', '@']).next().unwrap_or_default();
    let mut parts = plain.split(['_', '-']);
    let language = parts.next().unwrap_or_default().to_lowercase();
    let region = parts.find(|part| part.len() == 2).unwrap_or_default().to_uppercase();
    (language, region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language_however_it_is_written() {
        for tag in ["de", "de_DE.UTF-8", "de-AT", "DE_ch@euro", "de-Latn-DE"] {
            assert_eq!(Language::of_tag(tag), Some(Language::German), "{tag}");
        }
        for tag in ["fr_FR", "C", "POSIX", "", "den"] {
            assert_eq!(Language::of_tag(tag), None, "{tag}");
        }
    }

    #[test]
    fn the_computer_says_which_language_and_which_clock_until_the_person_does() {
        let says = |languages: &[&str], formats: &str| SystemTags {
            languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
            formats: formats.to_owned(),
        };
        let locale = says(&["fr_FR", "de_DE", "en_US"], "de_DE").locale(None, None);
        assert_eq!(
            (locale.language, locale.formats),
            (Language::German, Formats::default()),
            "the first that is known"
        );
        let american = says(&["en_US.UTF-8"], "en_US.UTF-8");
        assert_eq!(american.locale(None, None).formats, Formats { twelve_hours: true, month_first: true });
        assert!(!american.locale(None, Some(false)).formats.twelve_hours);
        assert_eq!(american.locale(Some("de"), None).language, Language::German);
        assert_eq!(american.locale(Some("xx"), None).language, Language::English, "of a newer version, perhaps");
        let mixed = says(&["en_US.UTF-8"], "de_DE.UTF-8").locale(None, None);
        assert_eq!(mixed, Locale::default(), "English words with the usual clock of where one lives");
        assert_eq!(says(&[], "").locale(None, None), Locale::default());
    }
}
