//! What the person said to the breaks they had planned. A break without a plan is always one press away.

use serde::{Deserialize, Serialize};

use crate::evening::plan::{BreakMark, EveningPlan};
use crate::evening::timeline;
use crate::journal::entry::BreakTaken;

/// How long a planned break is offered for, in film minutes.
const OFFERED_MIN: u32 = 5;

/// How much later "in ten minutes" is, in film minutes.
pub const LATER_MIN: u32 = 10;

/// A break that would come this close to the end of its item comes at the end, in minutes.
const CLOSE_TO_THE_END_MIN: u32 = 5;

/// A planned break was taken already if there was one as little as this before it, in seconds.
const TAKEN_BEFORE_SECS: u32 = 180;

/// What the person says to a planned break, other than to take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// In ten minutes of the film.
    Later,
    /// When this part of the film is over.
    AtTheEnd,
    /// No planned breaks any more tonight.
    NotTonight,
}

/// What the person said to the breaks they had planned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offers {
    /// Planned breaks that were put off, or passed over by one that was.
    #[serde(default)]
    put_off: Vec<BreakMark>,
    /// A break that was put off until then.
    #[serde(default)]
    later: Option<BreakMark>,
    /// The key of the item after which there is to be one.
    #[serde(default)]
    at_the_end_of: Option<u32>,
    /// No planned breaks any more.
    #[serde(default)]
    none: bool,
}

impl Offers {
    /// The next break of this item that lies ahead of the film's minute, or is being offered.
    #[must_use]
    pub fn next(&self, plan: &EveningPlan, taken: &[BreakTaken], item: u32, minute: u32) -> Option<BreakMark> {
        self.to_come(plan, taken, item)
            .filter(|mark| minute < mark.film_min.saturating_add(OFFERED_MIN))
            .min_by_key(|mark| mark.film_min)
    }

    /// How many breaks lie ahead before the end of this item.
    #[must_use]
    pub fn ahead(&self, plan: &EveningPlan, taken: &[BreakTaken], item: u32, minute: u32) -> u32 {
        let marks = self.to_come(plan, taken, item).filter(|mark| mark.film_min > minute).count();
        u32::try_from(marks).unwrap_or(0)
    }

    /// The breaks of this item that are wanted, and that no other one came so close to that it stood for them.
    fn to_come(&self, plan: &EveningPlan, taken: &[BreakTaken], item: u32) -> impl Iterator<Item = BreakMark> {
        let since = move |mark: &BreakMark| {
            let reached = mark.film_min.saturating_mul(60).saturating_sub(TAKEN_BEFORE_SECS);
            taken.iter().any(|one| one.item == mark.item && one.film_secs.is_some_and(|secs| secs >= reached))
        };
        self.wanted(plan).filter(move |mark| mark.item == item && !since(mark))
    }

    /// The break at the end of this item has begun, or is not wanted: there is no second one.
    pub fn came_to_the_end_of(&mut self, item: u32) {
        if self.is_at_the_end_of(item) {
            self.at_the_end_of = None;
        }
    }

    /// Whether there is to be a break when this item is over.
    #[must_use]
    pub fn is_at_the_end_of(&self, item: u32) -> bool {
        self.at_the_end_of == Some(item)
    }

    /// Whether planned breaks are wanted at all tonight.
    #[must_use]
    pub fn are_wanted(&self) -> bool {
        !self.none
    }

    /// The person answered to the break that is offered for `mark`, at the film's minute.
    pub fn answer(&mut self, answer: Answer, mark: BreakMark, minute: u32, plan: &EveningPlan) {
        match answer {
            Answer::NotTonight => *self = Self { none: true, ..Self::default() },
            Answer::AtTheEnd => self.at_the_end(mark, plan),
            Answer::Later => {
                let later = BreakMark { item: mark.item, film_min: minute.saturating_add(LATER_MIN) };
                let runtime_min = plan.item(mark.item).and_then(|item| item.runtime_min);
                if runtime_min.is_some_and(|end| later.film_min.saturating_add(CLOSE_TO_THE_END_MIN) > end) {
                    self.at_the_end(mark, plan);
                } else {
                    self.put_off_until(later.film_min, mark, plan);
                    self.later = Some(later);
                }
            }
        }
    }

    /// Moves what lies before the film's end to it: one break is enough.
    fn at_the_end(&mut self, mark: BreakMark, plan: &EveningPlan) {
        self.put_off_until(u32::MAX, mark, plan);
        self.later = None;
        self.at_the_end_of = Some(mark.item);
    }

    /// What was planned up to then is not offered any more.
    fn put_off_until(&mut self, film_min: u32, mark: BreakMark, plan: &EveningPlan) {
        let passed = timeline::planned_breaks(plan).into_iter().filter(|planned| {
            planned.item == mark.item && planned.film_min >= mark.film_min && planned.film_min <= film_min
        });
        let passed: Vec<BreakMark> = passed.filter(|planned| !self.put_off.contains(planned)).collect();
        self.put_off.extend(passed);
    }

    /// All breaks that are planned and were not left out, with the one that was moved.
    pub fn wanted(&self, plan: &EveningPlan) -> impl Iterator<Item = BreakMark> {
        let planned = if self.none { Vec::new() } else { timeline::planned_breaks(plan) };
        planned.into_iter().filter(|mark| !self.put_off.contains(mark)).chain(self.later)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evening::plan::{Breaks, Item};

    fn plan(breaks: Breaks) -> EveningPlan {
        let item = Item { runtime_min: Some(93), ..Item::default() };
        EveningPlan { items: vec![item], breaks, ..EveningPlan::default() }
    }

    fn next_at(offers: &Offers, plan: &EveningPlan, minute: u32) -> Option<u32> {
        offers.next(plan, &[], 0, minute).map(|mark| mark.film_min)
    }

    #[test]
    fn a_break_in_ten_minutes_comes_in_ten_minutes_and_the_later_ones_stay() {
        let plan = plan(Breaks::Every(30));
        let mut offers = Offers::default();
        let mark = offers.next(&plan, &[], 0, 31).expect("offered");
        offers.answer(Answer::Later, mark, 31, &plan);
        assert_eq!((next_at(&offers, &plan, 32), next_at(&offers, &plan, 43)), (Some(41), Some(41)));
        assert_eq!(next_at(&offers, &plan, 50), Some(60));
        let again = offers.next(&plan, &[], 0, 41).expect("offered");
        offers.answer(Answer::Later, again, 42, &plan);
        assert_eq!(next_at(&offers, &plan, 43), Some(52), "as often as one likes");
    }

    #[test]
    fn at_the_end_there_is_one_break_and_none_before() {
        let plan = plan(Breaks::Every(30));
        let mut offers = Offers::default();
        let mark = offers.next(&plan, &[], 0, 30).expect("offered");
        offers.answer(Answer::AtTheEnd, mark, 30, &plan);
        assert_eq!(next_at(&offers, &plan, 31), None);
        assert!(offers.is_at_the_end_of(0) && !offers.is_at_the_end_of(1));
        assert_eq!(offers.ahead(&plan, &[], 0, 31), 0, "it is after the film, and the film ends no later");
        offers.came_to_the_end_of(0);
        assert!(!offers.is_at_the_end_of(0), "once is enough");
    }

    #[test]
    fn ten_minutes_before_the_credits_is_the_end() {
        let plan = plan(Breaks::AtMarks(vec![BreakMark { item: 0, film_min: 80 }]));
        let mut offers = Offers::default();
        let mark = offers.next(&plan, &[], 0, 80).expect("offered");
        offers.answer(Answer::Later, mark, 82, &plan);
        assert!(offers.is_at_the_end_of(0));
        assert_eq!(next_at(&offers, &plan, 83), None);
    }

    #[test]
    fn not_tonight_is_none_for_the_rest_of_the_evening() {
        let plan = plan(Breaks::Every(30));
        let mut offers = Offers::default();
        let mark = offers.next(&plan, &[], 0, 30).expect("offered");
        offers.answer(Answer::NotTonight, mark, 30, &plan);
        assert!((0..93).all(|minute| next_at(&offers, &plan, minute).is_none()));
        assert!(!offers.are_wanted());
    }
}
