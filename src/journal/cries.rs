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

/// Whether a logged cry counts as one. Saying how much is optional: without it, the fact is what counts.
#[must_use]
pub fn is_cry(cry: &Cry) -> bool {
    cry.tears.is_none_or(Tears::is_cry)
}

/// The cries of an evening as it stands alone; tears remembered later are records of their own.
#[must_use]
pub fn cries_of(evening: &Evening) -> usize {
    with_remembered(evening, 0)
}

/// An answer without a press is one cry, unless that cry was described afterwards: then it is not counted twice.
fn with_remembered(evening: &Evening, remembered: usize) -> usize {
    match cries_among(&evening.marks) + remembered {
        0 => usize::from(evening.tears.is_some_and(Tears::is_cry)),
        cries => cries,
    }
}

/// All cries, by the day they were lived on. Days without one are not in it.
#[must_use]
pub fn cries_by_day(journal: &Journal) -> BTreeMap<NaiveDate, usize> {
    let mut days = BTreeMap::new();
    let mut remembered: BTreeMap<Uuid, usize> = BTreeMap::new();
    for cry in journal.cries.iter().filter(|cry| is_cry(cry)) {
        match cry.evening.filter(|id| journal.evenings.get(*id).is_some()) {
            Some(evening) => *remembered.entry(evening).or_default() += 1,
            None => *days.entry(cry.day).or_default() += 1,
        }
    }
    for evening in journal.evenings.iter() {
        let cries = with_remembered(evening, remembered.get(&evening.id).copied().unwrap_or_default());
        if cries > 0 {
            *days.entry(evening.day).or_default() += cries;
        }
    }
    days
}

/// How many cries there are in all.
#[must_use]
pub fn cries_in(journal: &Journal) -> usize {
    cries_by_day(journal).values().sum()
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
        assert_eq!(cries_in(&journal), 1, "three presses close together");
        evening(&mut journal, None, &[3, 30]);
        assert_eq!(cries_in(&journal), 3, "two far apart, not answered");
        evening(&mut journal, Some(Tears::Sobbed), &[]);
        assert_eq!(cries_in(&journal), 4, "answered without a press");
    }

    #[test]
    fn evenings_without_tears_and_filled_eyes_are_not_cries() {
        let mut journal = journal();
        for tears in [None, Some(Tears::None), Some(Tears::WelledUp)] {
            evening(&mut journal, tears, &[]);
        }
        cry(&mut journal, Some(Tears::WelledUp), None);
        assert_eq!(cries_in(&journal), 0);
    }

    #[test]
    fn a_cry_described_afterwards_is_not_counted_twice() {
        let mut journal = journal();
        let id = evening(&mut journal, Some(Tears::Few), &[]);
        cry(&mut journal, None, Some(id));
        assert_eq!(cries_in(&journal), 1);
        assert_eq!(cries_by_day(&journal).into_keys().map(|day| day.to_string()).collect::<Vec<_>>(), ["2026-11-22"]);
        cry(&mut journal, None, None);
        cry(&mut journal, None, Some(Uuid::nil()));
        assert_eq!(cries_in(&journal), 3, "one outside, one of an evening that is gone");
    }

    #[test]
    fn what_was_deleted_is_not_counted() {
        let mut journal = journal();
        let id = evening(&mut journal, Some(Tears::Wept), &[3]);
        journal.delete::<Evening>(id);
        assert_eq!(cries_in(&journal), 0);
    }
}
