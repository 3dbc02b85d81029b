//! The journal, or a part of it, in forms that need no Sunshower: tables for a spreadsheet, and a page to take along.

pub mod csv;
pub mod html;
pub mod written;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::journal::log::{Journal, Kind, KindVisitor, visit_kinds};

/// A time, from one day to another, both of them in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Its first day; `None`: from the first record on.
    pub from: Option<NaiveDate>,
    /// Its last day; `None`: to the last record.
    pub until: Option<NaiveDate>,
}

impl Period {
    /// Whether it ends, today at the latest where nothing else is said, before it begins.
    #[must_use]
    pub fn is_backwards(&self, today: NaiveDate) -> bool {
        self.from.is_some_and(|from| self.until.unwrap_or(today) < from)
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// What a journal holds of a period, as a journal of its own. What hangs on an evening follows the evening's
/// day, all else its own; what has no time, as plans and titles, is all there.
///
/// Deleted records are not in it, and neither is what hung on a deleted evening: it went with that evening, and without
/// its tombstone it would look as if the evening had not arrived yet.
#[must_use]
pub fn within(journal: &Journal, period: &Period) -> Journal {
    struct Take<'a> {
        from: &'a Journal,
        period: &'a Period,
        gone: BTreeSet<Uuid>,
        into: Journal,
    }
    impl KindVisitor for Take<'_> {
        fn visit<R: Kind>(&mut self) {
            for record in R::table(self.from).iter() {
                // What hangs on an evening is where the evening is.
                let evening = record.evening().and_then(|id| self.from.evenings.get(id));
                let day = evening.map_or(record.day(), |evening| evening.day);
                let is_asked_for = R::sheet(record.day()).month().is_none() || self.period.holds(day);
                if is_asked_for && record.evening().is_none_or(|evening| !self.gone.contains(&evening)) {
                    self.into.merge(record.clone());
                }
            }
        }
    }
    let into = Journal::new(journal.device.clone());
    let mut take = Take { from: journal, period, gone: journal.deleted_evenings(), into };
    visit_kinds(&mut take);
    take.into
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::entry::{CheckIn, Evening, Plan, Reflection};
    use crate::journal::record::DeviceId;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_period_holds_its_first_and_its_last_day() {
        let november = Period { from: Some(day("2026-11-01")), until: Some(day("2026-11-30")) };
        for (text, is_in) in [("2026-10-31", false), ("2026-11-01", true), ("2026-11-30", true), ("2026-12-01", false)]
        {
            assert_eq!(november.holds(day(text)), is_in, "{text}");
            assert!(Period::default().holds(day(text)));
        }
    }

    #[test]
    fn what_lies_outside_and_what_was_deleted_stays_behind() {
        let mut journal = Journal::new(DeviceId("here".into()));
        let outside: Evening = journal.create(day("2026-10-31"), None);
        let inside: Evening = journal.create(day("2026-11-01"), None);
        let deleted: Evening = journal.create(day("2026-11-02"), None);
        let plan: Plan = journal.create(day("2026-01-01"), None);
        let mut hanging: CheckIn = journal.create(day("2026-11-02"), None);
        hanging.evening = Some(deleted.id);
        let reflection: Reflection = journal.create(day("2026-11-03"), None);
        for evening in [&outside, &inside, &deleted] {
            journal.put(evening.clone());
        }
        journal.put(plan);
        journal.put(hanging);
        journal.put(reflection.clone());
        journal.delete::<Evening>(deleted.id);

        let november = within(&journal, &Period { from: Some(day("2026-11-01")), until: None });
        assert_eq!(november.evenings.iter().map(|evening| evening.id).collect::<Vec<_>>(), [inside.id]);
        assert!(november.check_ins.is_empty(), "it went with its evening");
        assert_eq!((november.plans.len(), november.reflections.len()), (1, 1));
        assert_eq!(november.reflections.get(reflection.id), journal.reflections.get(reflection.id));
    }
}
