//! The records of one kind, with every version of them that no other version knows of.
//!
//! Two computers may change the same record while neither hears of the other. Each version says which versions it was
//! made from ([`Record::after`]); one that another knows of is over and done with, and those that are left stand side by
//! side until the person decides. So merging is the union of versions less those that are known by another: in whatever
//! order and however often files are read, the same versions are left, and no clock has a say.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Range, RangeBounds};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::journal::record::{Record, Rev};
use crate::journal::touched::Touched;

/// The records of one kind, and what is left of deleted ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<R> {
    /// Boxed, because the tree keeps room for records that are not there yet.
    by_id: BTreeMap<Uuid, Box<R>>,
    /// Versions beside the one that is shown, greatest first. Hardly any record ever has one.
    beside: BTreeMap<Uuid, Vec<R>>,
    /// The days of all versions, so that a month is found without looking at ten years.
    by_day: BTreeSet<(NaiveDate, Uuid)>,
    /// What changed last, so that what is worked out from the table can follow it.
    touched: Touched,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self { by_id: BTreeMap::new(), beside: BTreeMap::new(), by_day: BTreeSet::new(), touched: Touched::default() }
    }
}

impl<R: Record> Table<R> {
    /// The record with this id, unless it was deleted.
    #[must_use]
    pub fn get(&self, id: Uuid) -> Option<&R> {
        self.by_id.get(&id).map(Box::as_ref).filter(|record| !record.deleted())
    }

    /// All that were not deleted, in no order that means anything.
    pub fn iter(&self) -> impl Iterator<Item = &R> {
        self.with_tombstones().filter(|record| !record.deleted())
    }

    /// Those of them with ids in this range.
    pub fn iter_in(&self, ids: impl RangeBounds<Uuid>) -> impl Iterator<Item = &R> {
        self.by_id.range(ids).map(|(_, record)| record.as_ref()).filter(|record| !record.deleted())
    }

    /// How many are known of, with what is left of deleted ones.
    #[must_use]
    pub fn known(&self) -> usize {
        self.by_id.len()
    }

    /// All, and what is left of deleted ones.
    pub fn with_tombstones(&self) -> impl Iterator<Item = &R> {
        self.by_id.values().map(Box::as_ref)
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
        let shown = self.by_id.get(&id).map(Box::as_ref);
        shown.into_iter().chain(self.beside.get(&id).into_iter().flatten())
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
        let Some(shown) = self.by_id.get(&id).map(Box::as_ref) else {
            self.by_day.insert((record.day(), id));
            self.by_id.insert(id, Box::new(record));
            return;
        };
        if !self.beside.contains_key(&id) {
            // Nearly always one of the two knows of the other.
            if is_over(shown, &record) {
                if shown.day() != record.day() {
                    self.by_day.remove(&(shown.day(), id));
                    self.by_day.insert((record.day(), id));
                }
                self.by_id.insert(id, Box::new(record));
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
        self.by_id.extend(versions.into_iter().map(|shown| (id, Box::new(shown))));
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
        self.by_id.remove(&id);
        self.beside.remove(&id);
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
