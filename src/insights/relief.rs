//! "Does it help me?": how pleasant it was later on evenings with tears, as far as that can be told.
//!
//! Most people begin an evening when they are low, and would feel somewhat better ninety minutes later without it. So the
//! estimate is sceptical, evenings without tears stand beside those with, and it is never said what caused what.

use chrono::NaiveDate;

use crate::insights::estimate::{Apart, Estimate};
use crate::insights::facts::{Facts, List};
use crate::insights::span::{Span, within};

/// The lists of facts it is made of.
pub const USES: &[List] = &[List::Evenings];

/// With fewer evenings there are dots and no estimate.
pub const LEAST_EVENINGS: u32 = 6;

/// The smallest change worth naming, on the scale of 0 to 100.
pub const WORTH_NAMING: f64 = 5.0;

/// How sure it has to be before it is said.
pub const SURE: f64 = 0.8;

/// Which of the later moments is held against the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Later {
    /// Right after the film.
    After,
    /// Twenty minutes after it.
    Plus20,
    /// Ninety minutes after it: what the answer is about.
    #[default]
    Plus90,
}

impl Later {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::After, Self::Plus20, Self::Plus90];

    fn place(self) -> usize {
        match self {
            Self::After => 1,
            Self::Plus20 => 2,
            Self::Plus90 => 3,
        }
    }
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// There are too few evenings to say anything.
    TooFew,
    /// It was usually pleasanter later on.
    Brighter,
    /// It was usually less pleasant later on.
    Lower,
    /// No clear pattern, which is an answer too.
    NoPattern,
}

/// What the evenings of one group say.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// How much pleasanter it was later, on each evening where both were said, by time: -100 to 100.
    pub changes: Vec<f64>,
    /// What they say of the average one; `None` without evenings.
    pub estimate: Option<Estimate>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Relief {
    /// Which moment it is about.
    pub later: Later,
    /// Evenings with tears.
    pub with: Changes,
    /// Evenings without tears.
    pub without: Changes,
    /// What can be said of the evenings with tears.
    pub verdict: Verdict,
    /// How far the two groups lie apart, where both have at least [`LEAST_EVENINGS`].
    pub apart: Option<Apart>,
}

impl Changes {
    /// How many evenings say both.
    #[must_use]
    pub fn n(&self) -> u32 {
        u32::try_from(self.changes.len()).unwrap_or(u32::MAX)
    }
}

/// What the evenings of a span say.
#[must_use]
pub fn relief(facts: &Facts, later: Later, span: Span, today: NaiveDate) -> Relief {
    let changes = |tears: bool| {
        let shown = within(facts.evenings(), |evening| evening.day, span.first_day(today), today);
        let group = shown.iter().filter(|one| one.tears == Some(tears));
        let changes: Vec<f64> = group.filter_map(|evening| evening.change(later.place())).collect();
        let estimate = Estimate::of(&changes);
        Changes { changes, estimate }
    };
    let (with, without) = (changes(true), changes(false));
    let enough = |changes: &Changes| changes.n() >= LEAST_EVENINGS;
    let apart = if enough(&with) && enough(&without) { Apart::of(&with.changes, &without.changes) } else { None };
    Relief { later, verdict: verdict(&with), with, without, apart }
}

fn verdict(with: &Changes) -> Verdict {
    match with.estimate.filter(|_| with.n() >= LEAST_EVENINGS) {
        None => Verdict::TooFew,
        Some(estimate) if estimate.chance_above(WORTH_NAMING) >= SURE => Verdict::Brighter,
        Some(estimate) if estimate.chance_below(-WORTH_NAMING) >= SURE => Verdict::Lower,
        Some(_) => Verdict::NoPattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(changes: &[f64]) -> Verdict {
        verdict(&Changes { changes: changes.to_vec(), estimate: Estimate::of(changes) })
    }

    #[test]
    fn the_reference_evenings_show_no_clear_pattern_yet() {
        assert_eq!(said(&[5.0, 12.0, -3.0, 8.0, 15.0, 0.0, 7.0, 4.0]), Verdict::NoPattern);
    }

    #[test]
    fn five_evenings_are_too_few_however_clear_they_are() {
        assert_eq!(said(&[]), Verdict::TooFew);
        assert_eq!(said(&[60.0; 5]), Verdict::TooFew);
        assert_eq!(said(&[60.0; 6]), Verdict::Brighter);
        assert_eq!(said(&[-60.0; 6]), Verdict::Lower);
        assert_eq!(said(&[0.0; 60]), Verdict::NoPattern, "no change is no pattern, however sure it is");
    }

    proptest::proptest! {
        #[test]
        fn mirrored_evenings_have_the_mirrored_answer(changes in proptest::collection::vec(-100.0..100.0_f64, 0..30)) {
            let mirrored: Vec<f64> = changes.iter().map(|change| -change).collect();
            let expected = match said(&changes) {
                Verdict::Brighter => Verdict::Lower,
                Verdict::Lower => Verdict::Brighter,
                other => other,
            };
            proptest::prop_assert_eq!(said(&mirrored), expected);
        }
    }
}
