//! Dates, numbers and the names of choices, in words.

use chrono::{Datelike, NaiveDate};

use crate::evening::plan::EveningPlan;
use crate::evening::tears::{Feel, Tears};
use crate::insights::mood::{MoodSeries, POINTS_FOR_A_LINE};
use crate::insights::pauses::Pauses;
use crate::journal::entry::BreakKind;
use crate::ui::text::Text;
use crate::ui::words::key;

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

/// A height without what lies after the point.
pub(super) fn rounded(height: f64) -> String {
    format!("{height:.0}")
}

/// A whole number with its sign.
pub(super) fn signed(value: f64) -> String {
    let whole = value.round();
    match whole {
        whole if whole > 0.0 => format!("+{whole:.0}"),
        whole if whole < 0.0 => format!("−{:.0}", -whole),
        _ => "0".to_owned(),
    }
}

/// Whole minutes, rounded.
pub(super) fn minutes(secs: u64) -> u32 {
    u32::try_from(secs.saturating_add(30) / 60).unwrap_or(u32::MAX)
}

/// What an evening is called.
pub(super) fn evening_name(text: &Text, plan: &EveningPlan) -> String {
    let title = plan.title();
    if title.is_empty() { text.get("evening-unnamed") } else { title }
}

/// How the tears were: as answered, or else that they were marked. Neither is not "none".
pub(super) fn tears_word(text: &Text, answered: Option<Tears>, marked: Option<bool>) -> String {
    text.get(match (answered, marked) {
        (Some(Tears::None), _) => key("tears-none"),
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

/// How many check-ins there are.
pub(super) fn mood_under(text: &Text, series: &MoodSeries) -> String {
    let n = series.summary.map_or(0, |summary| summary.n);
    let values = [("n", n.into())];
    match series.line.is_empty() {
        _ if n == 0 => text.get("mood-none"),
        true if n < POINTS_FOR_A_LINE => text.with("mood-dots-only", &values),
        true => text.with("mood-far-apart", &values),
        false => text.with("mood-with-line", &values),
    }
}

/// What is to be seen of the mood, in one sentence.
pub(super) fn mood_summary(text: &Text, series: &MoodSeries) -> String {
    let Some(summary) = series.summary else { return text.get("mood-none") };
    let end = |place: Option<f64>| place.map(rounded).unwrap_or_default();
    let places = || series.line.iter().flatten().map(|place| place.y);
    let values = [
        ("n", summary.n.into()),
        ("first", date(text, summary.first).into()),
        ("last", date(text, summary.last).into()),
        ("lowest", summary.lowest.into()),
        ("highest", summary.highest.into()),
        ("median", rounded(summary.median).into()),
        ("begins", end(places().next()).into()),
        ("ends", end(places().next_back()).into()),
    ];
    match (summary.n, series.line.is_empty()) {
        (1, _) => text.with("mood-summary-one", &values),
        (_, true) if summary.first == summary.last => text.with("mood-summary-one-day", &values),
        (_, true) => text.with("mood-summary-dots", &values),
        (_, false) => text.with("mood-summary-line", &values),
    }
}

/// How much was breathed, and how it was after breaks.
pub(super) fn pauses_summary(text: &Text, pauses: &Pauses) -> String {
    let breaks = pauses.breaks;
    if pauses.breathed.is_empty() && breaks.breaks == 0 {
        return text.get("pauses-none");
    }
    let values = [
        ("inside", minutes(pauses.all.in_breaks_secs).into()),
        ("outside", minutes(pauses.all.outside_secs).into()),
        ("answered", breaks.answered().into()),
        ("easier", breaks.easier.into()),
        ("same", breaks.same.into()),
        ("harder", breaks.harder.into()),
    ];
    let breathed = text.with("pauses-summary", &values);
    if breaks.answered() == 0 {
        breathed
    } else {
        format!("{breathed} {}", text.with("pauses-summary-helped", &values))
    }
}
