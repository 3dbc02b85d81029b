//! Everything that is remembered, in memory.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::clock::Wall;
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, Plan, Reflection};
use crate::journal::record::{DeviceId, Record, Rev};

/// The records of one kind, and what is left of deleted ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<R> {
    /// Boxed, because the tree keeps room for records that are not there yet.
    by_id: BTreeMap<Uuid, Box<R>>,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self { by_id: BTreeMap::new() }
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

    /// All, and what is left of deleted ones.
    pub fn with_tombstones(&self) -> impl Iterator<Item = &R> {
        self.by_id.values().map(Box::as_ref)
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

    /// Takes a version of a record in; of two versions the greater one stays, in whatever order they come.
    pub fn merge(&mut self, record: R) {
        match self.by_id.get(&record.id()) {
            Some(known) if known.rev() >= record.rev() => {}
            _ => {
                self.by_id.insert(record.id(), Box::new(record));
            }
        }
    }
}

/// A kind of record, and where the journal keeps it.
pub trait Kind: Record {
    /// Its table.
    fn table(journal: &Journal) -> &Table<Self>;
    /// Its table, to change.
    fn table_mut(journal: &mut Journal) -> &mut Table<Self>;
}

macro_rules! kinds {
    ($($kind:ident in $field:ident,)*) => {
        $(impl Kind for $kind {
            fn table(journal: &Journal) -> &Table<Self> {
                &journal.$field
            }
            fn table_mut(journal: &mut Journal) -> &mut Table<Self> {
                &mut journal.$field
            }
        })*
    };
}

kinds! {
    Evening in evenings,
    CheckIn in check_ins,
    Cry in cries,
    Reflection in reflections,
    Joy in joys,
    Breath in breaths,
    Day in days,
    Plan in plans,
}

/// Everything that is remembered.
#[derive(Clone, Debug, PartialEq)]
pub struct Journal {
    /// Who writes here.
    pub device: DeviceId,
    /// Evenings, begun or over.
    pub evenings: Table<Evening>,
    /// Check-ins.
    pub check_ins: Table<CheckIn>,
    /// Tears outside evenings, or remembered after them.
    pub cries: Table<Cry>,
    /// Reflections.
    pub reflections: Table<Reflection>,
    /// Small joys.
    pub joys: Table<Joy>,
    /// Breathing outside breaks.
    pub breaths: Table<Breath>,
    /// Days as such.
    pub days: Table<Day>,
    /// Evenings kept for later.
    pub plans: Table<Plan>,
    greatest_rev: u64,
}

impl Journal {
    /// An empty journal, written by `device`.
    #[must_use]
    pub fn new(device: DeviceId) -> Self {
        Self {
            device,
            evenings: Table::default(),
            check_ins: Table::default(),
            cries: Table::default(),
            reflections: Table::default(),
            joys: Table::default(),
            breaths: Table::default(),
            days: Table::default(),
            plans: Table::default(),
            greatest_rev: 0,
        }
    }

    /// The next version number, greater than any seen.
    fn next_rev(&mut self) -> Rev {
        self.greatest_rev = self.greatest_rev.saturating_add(1);
        Rev(self.greatest_rev, self.device.clone())
    }

    /// A new record, not yet in the journal.
    pub fn create<R: Kind>(&mut self, day: NaiveDate, at: Option<Wall>) -> R {
        let rev = self.next_rev();
        R::new(Uuid::new_v4(), rev, day, at)
    }

    /// Takes in what was read from a file.
    pub fn merge<R: Kind>(&mut self, record: R) {
        self.greatest_rev = self.greatest_rev.max(record.rev().0);
        R::table_mut(self).merge(record);
    }

    /// Keeps a record as it is now, as its newest version.
    pub fn put<R: Kind>(&mut self, mut record: R) {
        record.set_rev(self.next_rev());
        R::table_mut(self).merge(record);
    }

    /// Deletes a record, leaving its tombstone, and hands back what it was.
    pub fn delete<R: Kind>(&mut self, id: Uuid) -> Option<R> {
        let record = R::table(self).get(id)?.clone();
        let tombstone = record.tombstone(self.next_rev());
        R::table_mut(self).merge(tombstone);
        Some(record)
    }

    /// Plans that have not begun: where a plan and an evening share an id, the evening wins.
    pub fn open_plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.iter().filter(|plan| self.evenings.get(plan.id).is_none())
    }

    /// The evenings that were deleted. What belongs to one is left out of counts with it.
    #[must_use]
    pub fn deleted_evenings(&self) -> BTreeSet<Uuid> {
        self.evenings.with_tombstones().filter(|evening| evening.deleted).map(|evening| evening.id).collect()
    }

    /// The check-ins of one evening.
    pub fn check_ins_of(&self, evening: Uuid) -> impl Iterator<Item = &CheckIn> {
        self.check_ins.iter().filter(move |check_in| check_in.evening == Some(evening))
    }

    /// The check-in before this moment that shows where the sliders stood last.
    #[must_use]
    pub fn last_check_in(&self) -> Option<&CheckIn> {
        self.check_ins.iter().max_by_key(|check_in| (check_in.at, check_in.day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal(name: &str) -> Journal {
        Journal::new(DeviceId(name.into()))
    }

    #[test]
    fn the_greater_version_wins_in_whatever_order_they_are_read() {
        let mut here = journal("here");
        let mut joy: Joy = here.create(NaiveDate::default(), None);
        joy.text = "walk".into();
        here.put(joy.clone());
        let first = here.joys.get(joy.id).expect("kept").clone();
        joy.text = "walk by the river".into();
        here.put(joy.clone());
        let second = here.joys.get(joy.id).expect("kept").clone();

        for order in [[&first, &second], [&second, &first]] {
            let mut there = journal("there");
            for version in order {
                there.merge(version.clone());
            }
            assert_eq!(there.joys.get(joy.id), Some(&second));
            assert_eq!(there.next_rev().0, second.rev.0 + 1, "the next version is greater than any seen");
        }
    }

    #[test]
    fn a_deleted_record_leaves_only_its_name_version_and_day_and_can_come_back() {
        let mut here = journal("here");
        let mut cry: Cry = here.create("2026-11-22".parse().expect("a day"), None);
        cry.note = "on the train".into();
        here.put(cry.clone());
        let was = here.delete::<Cry>(cry.id).expect("it was there");
        assert_eq!(here.cries.len(), 0);
        let left: Vec<_> = here.cries.with_tombstones().collect();
        assert_eq!((left[0].id, left[0].day, left[0].note.as_str()), (cry.id, cry.day, ""));
        here.put(was);
        assert_eq!(here.cries.get(cry.id).map(|cry| cry.note.as_str()), Some("on the train"));
    }
}
