//! The records of one kind, with every version of them that no other version knows of.
//!
//! Two computers may change the same record while neither hears of the other. Each version says which versions it was
//! made from ([`Record::after`]); one that another knows of is over and done with, and those that are left stand side by
//! side until the person decides. So merging is the union of versions less those that are known by another: in whatever
//! order and however often files are read, the same versions are left, and no clock has a say.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::journal::record::{Record, Rev};
use crate::journal::touched::Touched;

/// The records of one kind, and what is left of deleted ones.
#[derive(Clone, Debug)]
pub struct Table<R> {
    /// One beside the other, nearly as they came, so that whoever looks at all of them reads memory from its beginning to
    /// its end.
    records: Vec<R>,
    /// Their places.
    by_id: BTreeMap<Uuid, usize>,
    /// Versions beside the one that is shown, greatest first. Hardly any record ever has one.
    beside: BTreeMap<Uuid, Vec<R>>,
    /// The days of all versions, so that a month is found without looking at ten years.
    by_day: BTreeSet<(NaiveDate, Uuid)>,
    /// What changed last, so that what is worked out from the table can follow it.
    touched: Touched,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self {
            records: Vec::new(),
            by_id: BTreeMap::new(),
            beside: BTreeMap::new(),
            by_day: BTreeSet::new(),
            touched: Touched::default(),
        }
    }
}

/// The same records are the same table, in whatever order they came.
impl<R: Record> PartialEq for Table<R> {
    fn eq(&self, other: &Self) -> bool {
        self.with_tombstones().eq(other.with_tombstones()) && self.beside == other.beside
    }
}

impl<R: Record> Table<R> {
    /// The record with this id, unless it was deleted.
    #[must_use]
    pub fn get(&self, id: Uuid) -> Option<&R> {
        self.shown(id).filter(|record| !record.deleted())
    }

    /// All that were not deleted, in no order that means anything, but always in the same.
    pub fn iter(&self) -> impl Iterator<Item = &R> {
        self.with_tombstones().filter(|record| !record.deleted())
    }

    /// One of so many equal parts of them, in the order they lie in, which is read fastest. It is nearly the one they came
    /// in, and means nothing.
    pub fn iter_part(&self, part: usize, parts: usize) -> impl Iterator<Item = &R> {
        let begins = |part: usize| self.records.len() * part / parts.max(1);
        let records = self.records.get(begins(part)..begins(part + 1)).unwrap_or_default();
        records.iter().filter(|record| !record.deleted())
    }

    /// How many are known of, with what is left of deleted ones.
    #[must_use]
    pub fn known(&self) -> usize {
        self.records.len()
    }

    /// All, and what is left of deleted ones.
    pub fn with_tombstones(&self) -> impl Iterator<Item = &R> {
        self.by_id.values().filter_map(|place| self.records.get(*place))
    }

    /// All versions of all records: those that are shown, and those beside them.
    pub fn versions(&self) -> impl Iterator<Item = &R> {
        self.with_tombstones().chain(self.beside.values().flatten())
    }

    /// All versions of records of these days.
    pub fn versions_in(&self, days: Range<NaiveDate>) -> impl Iterator<Item = &R> {
        let ids = self.by_day.range((days.start, Uuid::nil())..(days.end, Uuid::nil()));
        ids.flat_map(|(day, id)| self.versions_of(*id).filter(move |version| version.day() == *day))
    }

    /// All versions of one record, the one that is shown first.
    pub fn versions_of(&self, id: Uuid) -> impl Iterator<Item = &R> {
        self.shown(id).into_iter().chain(self.beside.get(&id).into_iter().flatten())
    }

    /// Whether this very version is among those that are left.
    #[must_use]
    pub fn has(&self, id: Uuid, rev: &Rev) -> bool {
        self.versions_of(id).any(|version| version.rev() == rev)
    }

    /// Versions of a record that was not deleted which say something else than the one that is shown.
    pub fn other_versions(&self, id: Uuid) -> impl Iterator<Item = &R> {
        let shown = self.get(id);
        let others = self.beside.get(&id).into_iter().flatten();
        others.filter(move |other| !other.deleted() && shown.is_some_and(|shown| !says_the_same(shown, other)))
    }

    /// The records of which there are several versions to choose from.
    pub fn in_several_versions(&self) -> impl Iterator<Item = &R> {
        self.beside.keys().filter(|id| self.other_versions(**id).next().is_some()).filter_map(|id| self.get(*id))
    }

    /// How many there are that were not deleted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// What changed last.
    #[must_use]
    pub fn touched(&self) -> &Touched {
        &self.touched
    }

    /// Takes a version of a record in.
    pub fn merge(&mut self, record: R) {
        let id = record.id();
        self.touched.touch(id);
        let Some(shown) = self.shown(id) else {
            self.by_day.insert((record.day(), id));
            self.show(record);
            return;
        };
        if !self.beside.contains_key(&id) {
            // Nearly always one of the two knows of the other.
            if is_over(shown, &record) {
                if shown.day() != record.day() {
                    self.by_day.remove(&(shown.day(), id));
                    self.by_day.insert((record.day(), id));
                }
                self.show(record);
                return;
            }
            if is_over(&record, shown) || *shown == record {
                return;
            }
        }
        let mut versions: Vec<R> = self.versions_of(id).cloned().collect();
        if versions.contains(&record) || versions.iter().any(|version| is_over(&record, version)) {
            return;
        }
        for version in &versions {
            self.by_day.remove(&(version.day(), id));
        }
        versions.retain(|version| !is_over(version, &record));
        versions.push(record);
        self.by_day.extend(versions.iter().map(|version| (version.day(), id)));
        versions.sort_by(|a, b| in_order(b, a));
        let beside = versions.split_off(1);
        for shown in versions {
            self.show(shown);
        }
        if beside.is_empty() {
            self.beside.remove(&id);
        } else {
            self.beside.insert(id, beside);
        }
    }

    /// Removes a record and all that is left of it.
    pub(super) fn remove(&mut self, id: Uuid) {
        self.touched.touch(id);
        let days: Vec<_> = self.versions_of(id).map(Record::day).collect();
        for day in days {
            self.by_day.remove(&(day, id));
        }
        self.beside.remove(&id);
        if let Some(place) = self.by_id.remove(&id) {
            self.records.swap_remove(place);
            // The last one took its place.
            if let Some(moved) = self.records.get(place) {
                self.by_id.insert(moved.id(), place);
            }
        }
    }

    fn shown(&self, id: Uuid) -> Option<&R> {
        self.records.get(*self.by_id.get(&id)?)
    }

    /// Puts a version in the place of the one that is shown, or at the end where there is none.
    fn show(&mut self, record: R) {
        let place = *self.by_id.entry(record.id()).or_insert(self.records.len());
        match self.records.get_mut(place) {
            Some(shown) => *shown = record,
            None => self.records.push(record),
        }
    }
}

/// Whether `newer` was made knowing `older`.
fn is_over<R: Record>(older: &R, newer: &R) -> bool {
    newer.knows(older.rev()) && !older.knows(newer.rev())
}

/// Which of two versions that know nothing of each other is shown: one that was not deleted, then the one with the
/// greater number. The words themselves decide only between two that carry the same number, as when a computer's state
/// was copied to another one.
fn in_order<R: Record>(a: &R, b: &R) -> Ordering {
    let live = b.deleted().cmp(&a.deleted());
    live.then_with(|| a.rev().cmp(b.rev())).then_with(|| format!("{a:?}").cmp(&format!("{b:?}")))
}

/// Whether two versions differ in nothing but their numbers.
pub fn says_the_same<R: Record>(a: &R, b: &R) -> bool {
    let mut b = b.clone();
    b.set_rev(a.rev().clone(), a.after().to_vec());
    *a == b
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::journal::entry::Cry;
    use crate::journal::log::Journal;
    use crate::journal::record::DeviceId;

    fn some() -> Vec<Cry> {
        let mut journal = Journal::new(DeviceId("here".into()));
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        (0..20).map(|minutes| Cry { minutes: Some(minutes), ..journal.create(day, None) }).collect()
    }

    fn table(records: impl IntoIterator<Item = Cry>) -> Table<Cry> {
        let mut table = Table::default();
        records.into_iter().for_each(|record| table.merge(record));
        table
    }

    #[test]
    fn the_same_records_are_the_same_table_in_whatever_order_they_came() {
        let some = some();
        assert_eq!(table(some.clone()), table(some.iter().rev().cloned()));
        assert_ne!(table(some.clone()), table(some.iter().skip(1).cloned()));
    }

    #[test]
    fn each_is_found_once_in_one_of_the_parts() {
        let some = some();
        let table = table(some.clone());
        for parts in 1..25 {
            let found = (0..parts).flat_map(|part| table.iter_part(part, parts)).map(|cry| cry.id);
            assert_eq!(found.collect::<Vec<_>>(), some.iter().map(|cry| cry.id).collect::<Vec<_>>(), "{parts} parts");
        }
    }

    #[test]
    fn what_is_removed_takes_nothing_else_along() {
        let some = some();
        let mut table = table(some.clone());
        let mut left: BTreeSet<Uuid> = some.iter().map(|cry| cry.id).collect();
        for cry in some.iter().step_by(3).chain(some.last()) {
            table.remove(cry.id);
            left.remove(&cry.id);
            assert_eq!(table.iter().map(|cry| cry.id).collect::<BTreeSet<_>>(), left);
            assert!(left.iter().all(|id| table.get(*id).is_some_and(|cry| cry.id == *id)));
            assert!(table.get(cry.id).is_none());
        }
        assert_eq!(table, self::table(some.into_iter().filter(|cry| left.contains(&cry.id))));
    }
}
