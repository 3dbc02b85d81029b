//! What was deleted and can still be brought back.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, OwnPattern, Plan, Reflection, Shelved};
use crate::journal::log::{Journal, Kind, KindVisitor, visit_kinds};
use crate::journal::record::{Record, is_default};
use crate::journal::tidy::Tidy;

/// So long, in days, what was deleted can be brought back.
pub const KEPT_DAYS: i64 = 30;

/// What was deleted with one press: a record, and what hung on it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    /// Names it.
    pub id: Uuid,
    /// The day it was deleted.
    pub on: NaiveDate,
    /// What it holds.
    pub records: Records,
}

/// Records of every kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Records {
    /// Evenings.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evenings: Vec<Evening>,
    /// Check-ins.
    #[serde(default, skip_serializing_if = "is_default")]
    pub check_ins: Vec<CheckIn>,
    /// Tears.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cries: Vec<Cry>,
    /// Reflections.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reflections: Vec<Reflection>,
    /// Small joys.
    #[serde(default, skip_serializing_if = "is_default")]
    pub joys: Vec<Joy>,
    /// Breathing outside breaks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub breaths: Vec<Breath>,
    /// Days as such.
    #[serde(default, skip_serializing_if = "is_default")]
    pub days: Vec<Day>,
    /// Evenings kept for later.
    #[serde(default, skip_serializing_if = "is_default")]
    pub plans: Vec<Plan>,
    /// The person's own titles, and what they say about others.
    #[serde(default, skip_serializing_if = "is_default")]
    pub titles: Vec<Shelved>,
    /// The person's own ways to breathe.
    #[serde(default, skip_serializing_if = "is_default")]
    pub patterns: Vec<OwnPattern>,
}

/// Something that is done with records of whatever kind.
pub trait ForEachKind {
    /// Does it with one kind.
    fn one<R: Kind>(&mut self, records: &[R]);
}

impl Records {
    /// Does something with the records of each kind.
    pub fn each(&self, what: &mut impl ForEachKind) {
        what.one(&self.evenings);
        what.one(&self.check_ins);
        what.one(&self.cries);
        what.one(&self.reflections);
        what.one(&self.joys);
        what.one(&self.breaths);
        what.one(&self.days);
        what.one(&self.plans);
        what.one(&self.titles);
        what.one(&self.patterns);
    }

    /// Brings values into range and names those that were not.
    pub fn tidy(&mut self) -> Vec<&'static str> {
        struct Each<'a>(&'a mut Records, Vec<&'static str>);
        impl KindVisitor for Each<'_> {
            fn visit<R: Kind>(&mut self) {
                self.1.extend(R::list_mut(self.0).iter_mut().flat_map(Tidy::tidy));
            }
        }
        let mut each = Each(self, Vec::new());
        visit_kinds(&mut each);
        each.1
    }

    /// The ids of all of them.
    #[must_use]
    pub fn ids(&self) -> Vec<Uuid> {
        struct Ids(Vec<Uuid>);
        impl ForEachKind for Ids {
            fn one<R: Kind>(&mut self, records: &[R]) {
                self.0.extend(records.iter().map(Record::id));
            }
        }
        let mut ids = Ids(Vec::new());
        self.each(&mut ids);
        ids.0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Drops those that were erased for good.
    pub fn forget(&mut self, is_gone: impl Fn(Uuid) -> bool) {
        struct Each<'a, F>(&'a mut Records, F);
        impl<F: Fn(Uuid) -> bool> KindVisitor for Each<'_, F> {
            fn visit<R: Kind>(&mut self) {
                R::list_mut(self.0).retain(|record| !(self.1)(record.id()));
            }
        }
        visit_kinds(&mut Each(self, is_gone));
    }
}

/// The day that it is at least, however wrong the clock is this evening: none where there was only one yet. `opened` are
/// the days on which the program was opened, in no order.
#[must_use]
pub fn sure_day(today: NaiveDate, opened: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
    opened.filter(|day| *day != today).max().map(|day| day.min(today))
}

/// The bundles that are kept no longer. Deleting for good is left to two different days: a clock that is wrong for one
/// evening must not empty the trash. `opened` are the days on which the program was opened, in no order.
#[must_use]
pub fn expired(bundles: &[Bundle], today: NaiveDate, opened: impl Iterator<Item = NaiveDate>) -> Vec<Uuid> {
    let Some(sure) = sure_day(today, opened) else { return Vec::new() };
    let is_over = |bundle: &&Bundle| sure - bundle.on > TimeDelta::days(KEPT_DAYS);
    bundles.iter().filter(is_over).map(|bundle| bundle.id).collect()
}

impl Journal {
    /// Brings back what lies in a bundle, as newest versions. What was erased for good does not come back.
    pub fn bring_back(&mut self, records: &Records) {
        struct Put<'a>(&'a mut Journal);
        impl ForEachKind for Put<'_> {
            fn one<R: Kind>(&mut self, records: &[R]) {
                for record in records {
                    self.0.put(record.clone());
                }
            }
        }
        records.each(&mut Put(self));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn bundle(on: &str) -> Bundle {
        Bundle { id: Uuid::new_v4(), on: day(on), records: Records::default() }
    }

    #[test]
    fn the_trash_keeps_for_thirty_days() {
        let bundles = [bundle("2026-10-01"), bundle("2026-10-23"), bundle("2026-11-20")];
        let opened = ["2026-10-01", "2026-11-22", "2026-11-23"].map(day);
        assert_eq!(expired(&bundles, day("2026-11-23"), opened.into_iter()), [bundles[0].id]);
        assert!(expired(&bundles, day("2026-10-31"), [day("2026-10-01")].into_iter()).is_empty());
    }

    #[test]
    fn a_clock_that_is_wrong_for_one_evening_empties_nothing() {
        let bundles = [bundle("2026-11-20")];
        let opened = || ["2026-11-21", "2099-01-01"].map(day).into_iter();
        assert!(expired(&bundles, day("2099-01-01"), opened()).is_empty());
        assert!(expired(&bundles, day("1970-01-01"), opened()).is_empty(), "nor does a clock that is behind");
        assert_eq!(expired(&bundles, day("2099-01-02"), opened()), [bundles[0].id], "two days agree");
    }
}
