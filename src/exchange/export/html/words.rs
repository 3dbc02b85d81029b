//! Dates, numbers and the names of choices, in words.

use chrono::{Datelike, NaiveDate};

use crate::evening::plan::EveningPlan;
use crate::evening::tears::{Feel, Tears};
use crate::journal::entry::BreakKind;
use crate::text::Text;
use crate::text::key;

/// A day, always with its year: nobody knows when the page is read.
pub(super) fn date(text: &Text, day: NaiveDate) -> String {
    let month = text.with("month", &[("n", day.month().into())]);
    let values = [("day", day.day().into()), ("month", month.into()), ("year", day.year().to_string().into())];
    text.with("insights-date-of-another-year", &values)
}

/// A day with its weekday.
pub(super) fn long_date(text: &Text, day: NaiveDate) -> String {
    let weekday = text.with("weekday", &[("n", day.weekday().number_from_monday().into())]);
    let month = text.with("month", &[("n", day.month().into())]);
    let values = [
        ("weekday", weekday.into()),
        ("day", day.day().into()),
        ("month", month.into()),
        ("year", day.year().to_string().into()),
    ];
    text.with("day-of-another-year", &values)
}

/// A month and its year.
pub(super) fn month(text: &Text, day: NaiveDate) -> String {
    let month = text.with("month", &[("n", day.month().into())]);
    text.with("month-and-year", &[("month", month.into()), ("year", day.year().to_string().into())])
}

/// What an evening is called.
pub(super) fn evening_name(text: &Text, plan: &EveningPlan) -> String {
    let title = plan.title();
    if title.is_empty() { text.get("evening-unnamed") } else { title }
}

/// How the tears were: as answered, or else that they were marked. Neither is not "none".
pub(super) fn tears_word(text: &Text, answered: Option<Tears>, marked: Option<bool>) -> String {
    text.get(match (answered, marked) {
        (Some(Tears::None), _) => key("tears-none-then"),
        (Some(Tears::WelledUp), _) => key("tears-welled-up"),
        (Some(Tears::Few), _) => key("tears-few"),
        (Some(Tears::Wept), _) => key("tears-wept"),
        (Some(Tears::Sobbed), _) => key("tears-sobbed"),
        (None, Some(true)) => key("around-with"),
        (None, _) => key("around-not-said"),
    })
}

/// How it felt compared with before.
pub(super) fn feel_word(text: &Text, feel: Option<Feel>) -> String {
    text.get(match feel {
        Some(Feel::Lighter) => key("feel-lighter"),
        Some(Feel::Same) => key("feel-same"),
        Some(Feel::Heavier) => key("feel-heavier"),
        None => key("around-not-said"),
    })
}

/// What is done in a break.
pub(super) fn break_word(text: &Text, kind: BreakKind) -> String {
    text.get(match kind {
        BreakKind::Breathe => key("break-breathe"),
        BreakKind::Stretch => key("break-stretch"),
        BreakKind::Walk => key("break-walk"),
        BreakKind::Sip => key("break-sip"),
        BreakKind::Sit => key("break-sit"),
    })
}
