//! What counts as a cry. The one rule that charts, history and the count on the command line share.
//!
//! Presses of "Tears" within ten minutes of each other are one cry. An evening answered with tears but without a
//! press is one cry. Tears logged outside an evening, or remembered after one, are one cry each. Eyes that only filled
//! are kept, but not counted. Guests' tears are never counted.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::evening::tears::{Tears, cries_among};
use crate::journal::entry::{Cry, Evening};
use crate::journal::log::Journal;

/// Where a cry is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// It came in the evening with this id, or was remembered after it.
    Evening(Uuid),
    /// It came outside an evening; the id is the record's own.
    Outside(Uuid),
}

impl Origin {
    /// Whether it came in an evening.
    #[must_use]
    pub fn is_evening(self) -> bool {
        matches!(self, Self::Evening(_))
    }
}

/// One cry: what charts and counts are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OneCry {
    /// The day it was lived on.
    pub day: NaiveDate,
    /// Where it is known from.
    pub origin: Origin,
}

/// Whether a record of tears counts as a cry. One that does not say how much counts: the fact is the record.
/// "None" and "welled up" are kept but do not count.
#[must_use]
pub fn counts(cry: &Cry) -> bool {
    cry.tears.is_none_or(Tears::is_cry)
}

/// How many cries an evening holds, given how many records that [`counts`] were added to it afterwards.
///
/// Presses count whatever was answered; remembered tears come on top of them. Without presses the remembered tears
/// count, and an answer of a few tears or more is one cry where nothing was remembered: it speaks of the same tears.
#[must_use]
pub fn cries_in(evening: &Evening, remembered: usize) -> usize {
    cries_with(evening, cries_among(&evening.marks), remembered)
}

/// The same where it is known already how many cries the presses make.
pub(crate) fn cries_with(evening: &Evening, pressed: usize, remembered: usize) -> usize {
    let answered = usize::from(evening.tears.is_some_and(Tears::is_cry));
    if pressed == 0 { remembered.max(answered) } else { pressed + remembered }
}

/// How many cries each evening holds that was not deleted, evenings without tears among them.
#[must_use]
pub fn by_evening(journal: &Journal) -> BTreeMap<Uuid, usize> {
    let mut remembered: BTreeMap<Uuid, usize> = BTreeMap::new();
    for evening in journal.cries.iter().filter(|cry| counts(cry)).filter_map(|cry| cry.evening) {
        *remembered.entry(evening).or_default() += 1;
    }
    let cries = |evening: &Evening| cries_in(evening, remembered.get(&evening.id).copied().unwrap_or(0));
    journal.evenings.iter().map(|evening| (evening.id, cries(evening))).collect()
}

/// All cries, by day.
///
/// Tears remembered after an evening that is not known here, because its file has not arrived yet, count on their own
/// day as tears in an evening. Those of a deleted evening do not count.
#[must_use]
pub fn all(journal: &Journal) -> Vec<OneCry> {
    let by_evening = by_evening(journal);
    let deleted = journal.deleted_evenings();
    let mut cries = Vec::new();
    for evening in journal.evenings.iter() {
        let cry = OneCry { day: evening.day, origin: Origin::Evening(evening.id) };
        let count = by_evening.get(&evening.id).copied().unwrap_or(0);
        cries.extend(std::iter::repeat_n(cry, count));
    }
    for cry in journal.cries.iter().filter(|cry| counts(cry)) {
        match cry.evening {
            None => cries.push(OneCry { day: cry.day, origin: Origin::Outside(cry.id) }),
            Some(evening) if by_evening.contains_key(&evening) || deleted.contains(&evening) => {}
            Some(evening) => cries.push(OneCry { day: cry.day, origin: Origin::Evening(evening) }),
        }
    }
    cries.sort_unstable();
    cries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Wall;
    use crate::evening::tears::TearMark;
    use crate::journal::record::DeviceId;
    use chrono::TimeDelta;

    fn journal() -> Journal {
        Journal::new(DeviceId("here".into()))
    }

    fn evening(journal: &mut Journal, tears: Option<Tears>, presses: &[i64]) -> Uuid {
        let start = Wall::parse_from_rfc3339("2026-11-22T20:40:00+01:00").expect("a date");
        let mut evening: Evening = journal.create("2026-11-22".parse().expect("a day"), Some(start));
        evening.tears = tears;
        let mark = |minute: &i64| TearMark { item: 0, film_secs: None, at: start + TimeDelta::minutes(*minute) };
        evening.marks = presses.iter().map(mark).collect();
        journal.put(evening.clone());
        evening.id
    }

    fn cry(journal: &mut Journal, tears: Option<Tears>, evening: Option<Uuid>) {
        let mut cry: Cry = journal.create("2026-11-23".parse().expect("a day"), None);
        (cry.tears, cry.evening) = (tears, evening);
        journal.put(cry);
    }

    #[test]
    fn cries_are_counted_and_presses_are_not() {
        let mut journal = journal();
        evening(&mut journal, Some(Tears::Wept), &[3, 4, 9]);
        assert_eq!(all(&journal).len(), 1, "three presses close together");
        evening(&mut journal, None, &[3, 30]);
        assert_eq!(all(&journal).len(), 3, "two far apart, not answered");
        evening(&mut journal, Some(Tears::Sobbed), &[]);
        assert_eq!(all(&journal).len(), 4, "answered without a press");
    }

    #[test]
    fn evenings_without_tears_and_filled_eyes_are_not_cries() {
        let mut journal = journal();
        for tears in [None, Some(Tears::None), Some(Tears::WelledUp)] {
            evening(&mut journal, tears, &[]);
        }
        cry(&mut journal, Some(Tears::WelledUp), None);
        assert_eq!(all(&journal).len(), 0);
    }

    #[test]
    fn a_cry_described_afterwards_is_not_counted_twice() {
        let mut journal = journal();
        let id = evening(&mut journal, Some(Tears::Few), &[]);
        cry(&mut journal, None, Some(id));
        assert_eq!(all(&journal).len(), 1);
        assert_eq!(all(&journal)[0].day.to_string(), "2026-11-22", "on the evening's day");
        cry(&mut journal, None, None);
        cry(&mut journal, None, Some(Uuid::nil()));
        assert_eq!(all(&journal).len(), 3, "one outside, one of an evening that is gone");
    }

    #[test]
    fn what_was_deleted_is_not_counted() {
        let mut journal = journal();
        let id = evening(&mut journal, Some(Tears::Wept), &[3]);
        journal.delete::<Evening>(id);
        assert_eq!(all(&journal).len(), 0);
    }
}
