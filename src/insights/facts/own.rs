//! Records that may hang on an evening.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::journal::entry::{Breath, CheckIn, Cry, Joy, Reflection};
use crate::journal::log::Journal;

/// A record that hangs on an evening.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hanging {
    pub(super) evening: Uuid,
    pub(super) record: Uuid,
}

/// A record that may hang on an evening.
#[derive(Clone, Copy)]
pub(super) enum Own<'a> {
    CheckIn(&'a CheckIn),
    Cry(&'a Cry),
    Reflection(&'a Reflection),
    Joy(&'a Joy),
    Breath(&'a Breath),
}

impl<'a> Own<'a> {
    /// The record with this id, whatever kind it is.
    pub(super) fn get(journal: &'a Journal, id: Uuid) -> Option<Self> {
        let check_in = journal.check_ins.get(id).map(Self::CheckIn);
        check_in
            .or_else(|| journal.cries.get(id).map(Self::Cry))
            .or_else(|| journal.reflections.get(id).map(Self::Reflection))
            .or_else(|| journal.joys.get(id).map(Self::Joy))
            .or_else(|| journal.breaths.get(id).map(Self::Breath))
    }

    /// How many there are at most.
    pub(super) fn most(journal: &Journal) -> usize {
        let Journal { check_ins, cries, reflections, joys, breaths, .. } = journal;
        check_ins.known() + cries.known() + reflections.known() + joys.known() + breaths.known()
    }

    /// One of so many equal parts of all of them.
    pub(super) fn part(journal: &'a Journal, part: usize, parts: usize) -> impl Iterator<Item = Self> {
        let check_ins = journal.check_ins.iter_part(part, parts).map(Self::CheckIn);
        let cries = journal.cries.iter_part(part, parts).map(Self::Cry);
        let reflections = journal.reflections.iter_part(part, parts).map(Self::Reflection);
        let joys = journal.joys.iter_part(part, parts).map(Self::Joy);
        let breaths = journal.breaths.iter_part(part, parts).map(Self::Breath);
        check_ins.chain(cries).chain(reflections).chain(joys).chain(breaths)
    }

    pub(super) fn id(self) -> Uuid {
        match self {
            Self::CheckIn(one) => one.id,
            Self::Cry(one) => one.id,
            Self::Reflection(one) => one.id,
            Self::Joy(one) => one.id,
            Self::Breath(one) => one.id,
        }
    }

    pub(super) fn day(self) -> NaiveDate {
        match self {
            Self::CheckIn(one) => one.day,
            Self::Cry(one) => one.day,
            Self::Reflection(one) => one.day,
            Self::Joy(one) => one.day,
            Self::Breath(one) => one.day,
        }
    }

    /// What it hangs on.
    pub(super) fn hanging(self) -> Option<Hanging> {
        let evening = match self {
            Self::CheckIn(one) => one.evening,
            Self::Cry(one) => one.evening,
            Self::Reflection(one) => one.evening,
            Self::Joy(one) => one.evening,
            Self::Breath(one) => one.evening,
        };
        evening.map(|evening| Hanging { evening, record: self.id() })
    }
}
