//! What insights say, on the screen and on a page to take along alike.

use chrono::NaiveDate;

use crate::insights::around::{AroundSeries, Group};
use crate::insights::estimate::Estimate;
use crate::insights::mood::{MoodSeries, POINTS_FOR_A_LINE};
use crate::insights::pauses::Pauses;
use crate::insights::relief::{LEAST_EVENINGS, Later, Relief, Verdict};

use super::{Text, key};

/// A height without what lies after the point.
pub(crate) fn rounded(height: f64) -> String {
    format!("{height:.0}")
}

/// A whole number with its sign.
pub(crate) fn signed(value: f64) -> String {
    let whole = value.round();
    match whole {
        whole if whole > 0.0 => format!("+{whole:.0}"),
        whole if whole < 0.0 => format!("−{:.0}", -whole),
        _ => "0".to_owned(),
    }
}

/// Whole minutes, rounded.
pub(crate) fn minutes(secs: u64) -> u32 {
    u32::try_from(secs.saturating_add(30) / 60).unwrap_or(u32::MAX)
}

/// How many check-ins there are.
pub(crate) fn mood_under(text: &Text, series: &MoodSeries) -> String {
    let n = series.summary.map_or(0, |summary| summary.n);
    let values = [("n", n.into())];
    match series.line.is_empty() {
        _ if n == 0 => text.get("mood-none"),
        true if n < POINTS_FOR_A_LINE => text.with("mood-dots-only", &values),
        true => text.with("mood-far-apart", &values),
        false => text.with("mood-with-line", &values),
    }
}

/// What is to be seen of the mood, in one sentence, with days as `date` writes them.
pub(crate) fn mood_summary(text: &Text, series: &MoodSeries, date: impl Fn(NaiveDate) -> String) -> String {
    let Some(summary) = series.summary else { return text.get("mood-none") };
    let end = |place: Option<f64>| place.map(rounded).unwrap_or_default();
    let places = || series.line.iter().flatten().map(|place| place.y);
    let values = [
        ("n", summary.n.into()),
        ("first", date(summary.first).into()),
        ("last", date(summary.last).into()),
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

/// What a moment around an evening is called: before, right after, 20 minutes later, 90 minutes later.
pub(crate) fn moment_word(text: &Text, moment: usize) -> String {
    let words = [key("around-before"), key("around-after"), key("around-plus20"), key("around-plus90")];
    words.get(moment).map_or_else(String::new, |words| text.get(words))
}

/// How it was at one moment.
pub(crate) fn moment_value(text: &Text, moment: usize, height: String) -> String {
    text.with("around-value", &[("moment", moment_word(text, moment).into()), ("height", height.into())])
}

/// How many evenings there are.
pub(crate) fn around_under(text: &Text, series: &AroundSeries) -> String {
    if series.evenings.is_empty() {
        return text.get("around-none");
    }
    let values = [("with", series.with.n.into()), ("without", series.without.n.into())];
    match series.unanswered {
        0 => text.with("around-under", &values),
        n => text.with("around-under-unanswered", &[&values[..], &[("n", n.into())]].concat()),
    }
}

/// Where the middle evening of each group stood. Of fewer than six there are dots, and no middle one.
pub(crate) fn around_summary(text: &Text, series: &AroundSeries) -> String {
    let groups = [(&series.with, key("around-summary-with")), (&series.without, key("around-summary-without"))];
    let sentence = |(group, words): (&Group, &'static str)| {
        let known = group.median.iter().enumerate();
        let enough =
            known.filter_map(|(moment, value)| (*value).filter(|(_, n)| *n >= LEAST_EVENINGS).map(|v| (moment, v.0)));
        let moments: Vec<_> = enough.map(|(moment, middle)| moment_value(text, moment, rounded(middle))).collect();
        (!moments.is_empty()).then(|| text.with(words, &[("moments", moments.join(", ").into())]))
    };
    let sentences: Vec<_> = groups.into_iter().filter_map(sentence).collect();
    match (sentences.is_empty(), series.evenings.is_empty()) {
        (false, _) => sentences.join(" "),
        (true, false) => text.get("around-summary-few"),
        (true, true) => text.get("around-none"),
    }
}

/// How much was breathed, and how it was after breaks.
pub(crate) fn pauses_summary(text: &Text, pauses: &Pauses) -> String {
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

/// "Does it help me?" Nothing is said of fewer than six evenings, and never what caused what. The line `after_lower` is for
/// the person at that moment, and not for a page that others may read.
pub(crate) fn answer(text: &Text, relief: &Relief, after_lower: Option<&'static str>) -> Vec<String> {
    let n = relief.with.n();
    let later = text.get(match relief.later {
        Later::After => key("relief-after"),
        Later::Plus20 => key("relief-plus20"),
        Later::Plus90 => key("relief-plus90"),
    });
    let numbers = |estimate: &Estimate| {
        let [low, high] = estimate.likely();
        [
            ("n", n.into()),
            ("later", later.clone().into()),
            ("mean", signed(estimate.mean).into()),
            ("low", signed(low).into()),
            ("high", signed(high).into()),
        ]
    };
    let mut said = match (relief.verdict, &relief.with.estimate) {
        (Verdict::TooFew, _) | (_, None) => {
            return vec![text.with("relief-too-few", &[("n", n.into()), ("least", LEAST_EVENINGS.into())])];
        }
        (Verdict::Brighter, Some(estimate)) => {
            vec![text.with("relief-brighter", &numbers(estimate)), text.get("relief-low-start")]
        }
        (Verdict::Lower, Some(estimate)) => {
            let lower = text.with("relief-lower", &numbers(estimate));
            std::iter::once(lower).chain(after_lower.map(|line| text.get(line))).collect()
        }
        (Verdict::NoPattern, Some(estimate)) => {
            vec![text.get("relief-no-pattern"), text.with("relief-numbers", &numbers(estimate))]
        }
    };
    if let (Some(estimate), true) = (&relief.without.estimate, relief.without.n() >= LEAST_EVENINGS) {
        let values = [("n", relief.without.n().into()), ("mean", signed(estimate.mean).into())];
        said.push(text.with("relief-without", &values));
    }
    if let Some(apart) = relief.apart {
        let [low, high] = apart.likely;
        said.push(text.with("relief-apart", &[("low", signed(low).into()), ("high", signed(high).into())]));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn numbers_carry_their_sign() {
        assert_eq!([4.6, -4.6, 0.2, -0.2].map(signed), ["+5", "−5", "0", "0"]);
    }
}
