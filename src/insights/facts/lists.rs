//! The lists of facts, and how they follow a change.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::insights::mood::MoodPoint;
use crate::journal::cries::Origin;
use crate::journal::entry::Breath;

use super::{BreathFacts, EveningFacts, Known, TearFacts};

/// All lists, each in order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lists {
    pub(super) points: Vec<MoodPoint>,
    pub(super) evenings: Vec<EveningFacts>,
    pub(super) tears: Vec<TearFacts>,
    pub(super) breaths: Vec<BreathFacts>,
    pub(super) known: Vec<Known>,
}

impl Lists {
    /// Something is known of a day from a unit. Once is enough.
    pub(super) fn know(&mut self, day: NaiveDate, unit: Uuid) {
        let known = Known { day, unit };
        if self.known.last() != Some(&known) {
            self.known.push(known);
        }
    }

    pub(super) fn breathe(&mut self, breath: &Breath, unit: Uuid) {
        self.breaths.push(BreathFacts { day: breath.day, id: breath.id, secs: breath.secs, unit });
    }

    /// The days something is known of, each once, in order.
    pub(super) fn known_days(&self) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = self.known.iter().map(|known| known.day).collect();
        days.dedup();
        days
    }

    /// Puts all in order. They nearly are, which these sorts make use of.
    pub(super) fn sort(&mut self) {
        self.points.sort_by(MoodPoint::in_order);
        self.evenings.sort_by_key(EveningFacts::place);
        self.tears.sort();
        self.breaths.sort();
        self.known.sort();
    }

    pub(super) fn append(&mut self, mut other: Self) {
        self.points.append(&mut other.points);
        self.evenings.append(&mut other.evenings);
        self.tears.append(&mut other.tears);
        self.breaths.append(&mut other.breaths);
        self.known.append(&mut other.known);
    }

    /// Puts what is known from these units now in the place of what was known from them. Says of each of the first four
    /// lists whether it is another one.
    pub(super) fn exchange(&mut self, units: &BTreeSet<Uuid>, mut fresh: Self) -> [bool; 4] {
        fresh.sort();
        // There are hardly ever more than two, and a list of two is searched faster than a tree of two.
        let units: Vec<Uuid> = units.iter().copied().collect();
        let is_theirs = |unit: Uuid| units.contains(&unit);
        let unit_of_tears = |tears: &TearFacts| match tears.origin {
            Origin::Evening(id) | Origin::Outside(id) => id,
        };
        exchange(&mut self.known, fresh.known, |one| is_theirs(one.unit), Ord::cmp);
        [
            exchange(
                &mut self.points,
                fresh.points,
                |point| is_theirs(point.evening.unwrap_or(point.check_in)),
                MoodPoint::in_order,
            ),
            exchange(&mut self.evenings, fresh.evenings, |one| is_theirs(one.id), |a, b| a.place().cmp(&b.place())),
            exchange(&mut self.tears, fresh.tears, |one| is_theirs(unit_of_tears(one)), Ord::cmp),
            exchange(&mut self.breaths, fresh.breaths, |one| is_theirs(one.unit), Ord::cmp),
        ]
    }
}

/// Takes out what is replaced, and puts each new one in its place, which nearly always is the end. Says whether that made
/// any difference. Both lists are in order.
fn exchange<T: PartialEq>(
    list: &mut Vec<T>,
    fresh: Vec<T>,
    is_replaced: impl Fn(&T) -> bool,
    in_order: impl Fn(&T, &T) -> Ordering,
) -> bool {
    let replaced: Vec<T> = list.extract_if(.., |one| is_replaced(one)).collect();
    let is_new = replaced != fresh;
    for one in fresh {
        let place = list.partition_point(|other| in_order(other, &one).is_lt());
        list.insert(place, one);
    }
    is_new
}
