//! Everything that is remembered, in memory.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::clock::Wall;
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, OwnPattern, Plan, Reflection, Shelved};
use crate::journal::newer::Newer;
use crate::journal::record::{DeviceId, Record, Rev};
use crate::journal::sheet::Sheet;
pub use crate::journal::table::Table;
use crate::journal::tidy::Tidy;
use crate::journal::trash::{Bundle, Records};

/// A kind of record, and where the journal keeps it.
pub trait Kind: Record + Tidy + Serialize + DeserializeOwned {
    /// The name of its list in the files.
    const NAME: &'static str;
    /// Its table.
    fn table(journal: &Journal) -> &Table<Self>;
    /// Its table, to change.
    fn table_mut(journal: &mut Journal) -> &mut Table<Self>;
    /// Its list among records of every kind, to change.
    fn list_mut(records: &mut Records) -> &mut Vec<Self>;
    /// The sheet on which a record of that day stands.
    fn sheet(day: NaiveDate) -> Sheet;
}

macro_rules! kinds {
    ($($kind:ident in $field:ident on $sheet:expr,)*) => {
        $(impl Kind for $kind {
            const NAME: &'static str = stringify!($field);
            fn table(journal: &Journal) -> &Table<Self> {
                &journal.$field
            }
            fn table_mut(journal: &mut Journal) -> &mut Table<Self> {
                &mut journal.$field
            }
            fn list_mut(records: &mut Records) -> &mut Vec<Self> {
                &mut records.$field
            }
            fn sheet(day: NaiveDate) -> Sheet {
                $sheet(day)
            }
        })*
    };
}

kinds! {
    Evening in evenings on Sheet::of_month,
    CheckIn in check_ins on Sheet::of_month,
    Cry in cries on Sheet::of_month,
    Reflection in reflections on Sheet::of_month,
    Joy in joys on Sheet::of_month,
    Breath in breaths on Sheet::of_month,
    Day in days on Sheet::of_month,
    Plan in plans on |_| Sheet::Plans,
    Shelved in titles on |_| Sheet::Library,
    OwnPattern in patterns on |_| Sheet::Library,
}

/// Something that is done with each kind of record.
pub trait KindVisitor {
    /// Does it with one kind.
    fn visit<R: Kind>(&mut self);
}

/// Does something with each kind of record.
pub fn visit_kinds(visitor: &mut impl KindVisitor) {
    visitor.visit::<Evening>();
    visitor.visit::<CheckIn>();
    visitor.visit::<Cry>();
    visitor.visit::<Reflection>();
    visitor.visit::<Joy>();
    visitor.visit::<Breath>();
    visitor.visit::<Day>();
    visitor.visit::<Plan>();
    visitor.visit::<Shelved>();
    visitor.visit::<OwnPattern>();
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
    /// The person's own titles, and what they say about others.
    pub titles: Table<Shelved>,
    /// The person's own ways to breathe.
    pub patterns: Table<OwnPattern>,
    /// What this computer deleted and can bring back.
    pub trash: Vec<Bundle>,
    /// What other computers deleted and this one can bring back.
    pub trash_elsewhere: BTreeMap<DeviceId, Vec<Bundle>>,
    /// What a newer version of the program wrote.
    pub newer: Newer,
    /// Versions made by other computers that this one keeps in its own files, because they were found nowhere else.
    adopted: BTreeSet<(Uuid, Rev)>,
    /// Records that were erased for good, here or on another computer. Nothing else is left of them.
    erased: BTreeSet<Uuid>,
    greatest_rev: u64,
}

impl Journal {
    /// Whether the person has not said anything yet; that the program was opened on a day is nothing they said.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.evenings.is_empty()
            && self.check_ins.is_empty()
            && self.cries.is_empty()
            && self.reflections.is_empty()
            && self.joys.is_empty()
            && self.plans.is_empty()
            && self.titles.is_empty()
            && self.patterns.is_empty()
            && self.breaths.is_empty()
    }

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
            titles: Table::default(),
            patterns: Table::default(),
            trash: Vec::new(),
            trash_elsewhere: BTreeMap::new(),
            newer: Newer::default(),
            adopted: BTreeSet::new(),
            erased: BTreeSet::new(),
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

    /// Takes in what was read from a file. What was erased for good stays so.
    pub fn merge<R: Kind>(&mut self, record: R) {
        self.greatest_rev = self.greatest_rev.max(record.rev().0);
        if !self.erased.contains(&record.id()) {
            R::table_mut(self).merge(record);
        }
    }

    /// Keeps a record as it is now, as its newest version, made from all that are known. Of several versions it is the
    /// only one from then on.
    pub fn put<R: Kind>(&mut self, mut record: R) {
        self.sign(&mut record);
    }

    /// Keeps a record as it was changed here. It was made from the version it carries, and from all that this computer
    /// wrote; what another computer wrote meanwhile, and was not looked at, stays beside it. Where there are several
    /// versions to choose from already, one has to be chosen first: the numbers of one computer's versions say which is
    /// the later one, and cannot say that two of them stand side by side.
    pub fn amend<R: Kind>(&mut self, mut record: R) {
        let mut after = self.known_of(&record);
        if R::table(self).versions_of(record.id()).next().is_some() {
            let base: Vec<&Rev> = std::iter::once(record.rev()).chain(record.after()).collect();
            after.retain(|known| known.1 == self.device || base.iter().any(|rev| rev.1 == known.1));
            for known in after.iter_mut().filter(|known| known.1 != self.device) {
                let seen = base.iter().filter(|rev| rev.1 == known.1).map(|rev| rev.0).max();
                known.0 = seen.unwrap_or(known.0);
            }
        }
        record.set_rev(self.next_rev(), after);
        self.merge(record);
    }

    /// Keeps a version that is there already as this computer's own, tombstone or not.
    pub fn sign<R: Kind>(&mut self, record: &mut R) {
        let (rev, after) = (self.next_rev(), self.known_of(record));
        record.set_rev(rev, after);
        self.merge(record.clone());
    }

    /// Deletes a record, leaving its tombstone, and hands back what it was.
    pub fn delete<R: Kind>(&mut self, id: Uuid) -> Option<R> {
        let record = R::table(self).get(id)?.clone();
        let after = self.known_of(&record);
        let mut tombstone = record.tombstone(record.rev().clone());
        tombstone.set_rev(self.next_rev(), after);
        self.merge(tombstone);
        Some(record)
    }

    /// The newest version by each computer, this one among them, that is known of a record.
    fn known_of<R: Kind>(&self, record: &R) -> Vec<Rev> {
        let mut newest: BTreeMap<&DeviceId, u64> = BTreeMap::new();
        let versions = R::table(self).versions_of(record.id());
        for Rev(n, device) in versions.flat_map(|version| std::iter::once(version.rev()).chain(version.after())) {
            let known = newest.entry(device).or_default();
            *known = (*known).max(*n);
        }
        newest.into_iter().map(|(device, n)| Rev(n, device.clone())).collect()
    }

    /// Keeps a version by another computer in this one's own files.
    pub fn adopt(&mut self, id: Uuid, rev: Rev) {
        if rev.1 != self.device {
            self.adopted.insert((id, rev));
        }
    }

    /// Whether a version stands in this computer's own files.
    #[must_use]
    pub fn is_own(&self, record: &impl Record) -> bool {
        record.rev().1 == self.device
            || (!self.adopted.is_empty() && self.adopted.contains(&(record.id(), record.rev().clone())))
    }

    /// Forgets records for good. Nothing but their ids is left, so that they do not come back from elsewhere.
    pub fn erase(&mut self, ids: impl IntoIterator<Item = Uuid>) {
        struct Remove<'a>(&'a mut Journal, Uuid);
        impl KindVisitor for Remove<'_> {
            fn visit<R: Kind>(&mut self) {
                R::table_mut(self.0).remove(self.1);
            }
        }
        for id in ids {
            visit_kinds(&mut Remove(self, id));
            self.newer.forget(id);
            self.erased.insert(id);
        }
        let erased = &self.erased;
        for bundles in self.trash_elsewhere.values_mut().chain([&mut self.trash]) {
            for bundle in &mut *bundles {
                bundle.records.forget(|id| erased.contains(&id));
            }
            bundles.retain(|bundle| !bundle.records.is_empty());
        }
    }

    /// The records that were erased for good.
    #[must_use]
    pub fn erased(&self) -> &BTreeSet<Uuid> {
        &self.erased
    }

    /// Whether there is a record with this id that was not deleted.
    #[must_use]
    pub fn has(&self, id: Uuid) -> bool {
        struct Has<'a>(&'a Journal, Uuid, bool);
        impl KindVisitor for Has<'_> {
            fn visit<R: Kind>(&mut self) {
                self.2 |= R::table(self.0).get(self.1).is_some();
            }
        }
        let mut has = Has(self, id, false);
        visit_kinds(&mut has);
        has.2
    }

    /// How many records are known of, with what is left of deleted and erased ones. It never becomes less.
    #[must_use]
    pub fn known_records(&self) -> usize {
        struct Count<'a>(&'a Journal, usize);
        impl KindVisitor for Count<'_> {
            fn visit<R: Kind>(&mut self) {
                self.1 += R::table(self.0).with_tombstones().count();
            }
        }
        let mut count = Count(self, self.erased.len());
        visit_kinds(&mut count);
        count.1
    }

    /// How many records there are of which several versions wait for a choice.
    #[must_use]
    pub fn in_two_versions(&self) -> usize {
        struct Count<'a>(&'a Journal, usize);
        impl KindVisitor for Count<'_> {
            fn visit<R: Kind>(&mut self) {
                self.1 += R::table(self.0).in_several_versions().count();
            }
        }
        let mut count = Count(self, 0);
        visit_kinds(&mut count);
        count.1
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
