//! Every word a person sees, in Fluent, so that plurals and further languages need no rewrite.

pub(crate) mod insights;
pub mod locale;

use std::borrow::Cow;

use chrono::{NaiveTime, Timelike};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use locale::{Language, Locale};

/// Marks a key of `assets/text`, so that a test finds every one that is used.
pub(crate) const fn key(key: &'static str) -> &'static str {
    key
}

const ENGLISH: &str = include_str!("../assets/text/en.ftl");
const MONTH_FIRST: &str = include_str!("../assets/text/en-month-first.ftl");
const GERMAN: &str = include_str!("../assets/text/de.ftl");

/// The words of one language.
pub struct Text {
    bundle: FluentBundle<FluentResource>,
    locale: Locale,
}

/// Why the bundled words cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the bundled text is not whole: {0}")]
pub struct TextError(String);

fn all<E: ToString>(errors: &[E]) -> TextError {
    TextError(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}

impl Text {
    /// Reads the bundled English, with a clock of 24 hours.
    ///
    /// # Errors
    /// Where it is not whole; a test sees to it that it is.
    pub fn english() -> Result<Self, TextError> {
        Self::of(Locale::default())
    }

    /// Reads the bundled words of a language, with the formats that go with it.
    ///
    /// # Errors
    /// Where they are not whole; a test sees to it that they are.
    pub fn of(locale: Locale) -> Result<Self, TextError> {
        match locale.language {
            Language::English if locale.formats.month_first => Self::from_sources(locale, &[ENGLISH, MONTH_FIRST]),
            Language::English => Self::from_sources(locale, &[ENGLISH]),
            Language::German => Self::from_sources(locale, &[GERMAN]),
        }
    }

    /// The same words, each as `transform` writes it: for trying out languages that are longer, or have other letters.
    #[must_use]
    pub fn transformed(mut self, transform: fn(&str) -> Cow<'_, str>) -> Self {
        self.bundle.set_transform(Some(transform));
        self
    }

    /// Later words take the place of earlier ones.
    fn from_sources(locale: Locale, sources: &[&str]) -> Result<Self, TextError> {
        let language = locale.language.id().parse().map_err(|error| TextError(format!("{error:?}")))?;
        let mut bundle = FluentBundle::new(vec![language]);
        // The marks that isolate directions are drawn as boxes by fonts that lack them.
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned()).map_err(|(_, errors)| all(&errors))?;
            bundle.add_resource_overriding(resource);
        }
        Ok(Self { bundle, locale })
    }

    /// The language, and how times and dates are written.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A time of day, to the minute.
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        let minute = format!("{:02}", time.minute());
        if !self.locale.formats.twelve_hours {
            let hour = format!("{:02}", time.hour());
            return self.with("time-of-day", &[("hour", hour.into()), ("minute", minute.into())]);
        }
        let (is_pm, hour) = time.hour12();
        let half = if is_pm { "pm" } else { "am" };
        let values = [("hour", hour.to_string().into()), ("minute", minute.into()), ("half", half.into())];
        self.with("time-of-half-day", &values)
    }

    /// A number with at most one digit after its mark, and none where that is a nought.
    #[must_use]
    pub fn decimal(&self, number: f64) -> String {
        let digits = format!("{number:.1}");
        match digits.split_once('.') {
            Some((whole, "0")) => whole.to_owned(),
            Some((whole, part)) => {
                self.with("decimal", &[("whole", whole.to_owned().into()), ("part", part.to_owned().into())])
            }
            None => digits,
        }
    }

    /// The words for `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The words for `key`, with what stands in them.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(key, Some(&args))
    }

    /// Whether there are words for `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            // A test compares all keys; this is for the person, who can still guess.
            tracing::error!(key, "no words for this");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, args, &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "words not complete");
        }
        words.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::locale::Formats;
    use super::*;

    #[test]
    fn every_language_has_every_clock_and_every_order_of_day_and_month() {
        let time = NaiveTime::from_hms_opt(0, 5, 0).expect("a time");
        let (weekday, month) = ("Sunday", "November");
        for language in Language::ALL {
            for (twelve_hours, month_first) in [(false, false), (false, true), (true, false), (true, true)] {
                let locale = Locale { language, formats: Formats { twelve_hours, month_first } };
                let text = Text::of(locale).expect("whole");
                let values = [("weekday", weekday.into()), ("day", 22.into()), ("month", month.into())];
                let day = text.with("day-of-this-year", &values);
                let wanted = match (language, month_first) {
                    (Language::English, true) => "Sunday, November 22",
                    (Language::English, false) => "Sunday 22 November",
                    (Language::German, _) => "Sunday, 22. November",
                };
                assert_eq!(day, wanted, "{locale:?}");
                let wanted = match (language, twelve_hours) {
                    (_, false) => "00:05",
                    (Language::English, true) => "12:05 am",
                    (Language::German, true) => "12:05 AM",
                };
                assert_eq!(text.time(time), wanted, "{locale:?}");
            }
        }
    }
}
