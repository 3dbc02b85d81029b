//! The lists of facts, and how they follow a change.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::insights::mood::MoodPoint;
use crate::journal::cries::Origin;
use crate::journal::entry::Breath;

use super::titles::Titles;
use super::{BreakFacts, BreathFacts, EveningFacts, ItemFacts, Known, TearFacts};

/// All lists, each in order of time.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    pub(super) points: Vec<MoodPoint>,
    pub(super) evenings: Vec<EveningFacts>,
    pub(super) items: Vec<ItemFacts>,
    pub(super) breaks: Vec<BreakFacts>,
    pub(super) tears: Vec<TearFacts>,
    pub(super) breaths: Vec<BreathFacts>,
    pub(super) known: Vec<Known>,
    /// The titles that items speak of.
    pub(super) titles: Titles,
}

impl Lists {
    /// With room for so many evenings and check-ins, so that what is gathered need not move.
    pub(super) fn with_room(evenings: usize, check_ins: usize) -> Self {
        Self {
            points: Vec::with_capacity(check_ins),
            evenings: Vec::with_capacity(evenings),
            items: Vec::with_capacity(evenings),
            known: Vec::with_capacity(evenings + check_ins),
            ..Self::default()
        }
    }

    /// Something is known of a day from a unit. Once is enough; what comes twice in a row is left out at once.
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

    /// Puts all in order, each known day of a unit once. They nearly are, which these sorts make use of.
    pub(super) fn sort(&mut self) {
        self.points.sort_by(Fact::in_order);
        self.evenings.sort_by(Fact::in_order);
        self.items.sort_by(Fact::in_order);
        self.breaks.sort_by(Fact::in_order);
        self.tears.sort_by(Fact::in_order);
        self.breaths.sort_by(Fact::in_order);
        self.known.sort_by(Fact::in_order);
        self.known.dedup();
    }

    /// Puts another one's facts behind its own.
    pub(super) fn append(&mut self, mut other: Self) {
        other.speak_of(&mut self.titles);
        append(&mut self.items, &mut other.items);
        append(&mut self.breaks, &mut other.breaks);
        append(&mut self.points, &mut other.points);
        append(&mut self.evenings, &mut other.evenings);
        append(&mut self.tears, &mut other.tears);
        append(&mut self.breaths, &mut other.breaths);
        append(&mut self.known, &mut other.known);
    }

    /// Names titles by their places in that list.
    fn speak_of(&mut self, titles: &mut Titles) {
        let places = titles.take_in(std::mem::take(&mut self.titles));
        for item in &mut self.items {
            item.title = places.get(item.title).copied().unwrap_or_default();
        }
    }

    /// Puts what is known from these units now in the place of what was known from them. Says of each of the lists but
    /// the last whether it is another one.
    pub(super) fn exchange(&mut self, units: &BTreeSet<Uuid>, mut fresh: Self) -> [bool; 6] {
        fresh.speak_of(&mut self.titles);
        fresh.sort();
        // There are hardly ever more than two, and a list of two is searched faster than a tree of two.
        let units: Vec<Uuid> = units.iter().copied().collect();
        // All that is known from a unit lies on its days, so the rest need not be looked at.
        let days = || self.known.iter().filter(|one| units.contains(&one.unit)).map(|one| one.day);
        let days = days().min().unwrap_or_default()..=days().max().unwrap_or_default();
        let is_new = [
            exchange(&mut self.points, fresh.points, &units, &days),
            exchange(&mut self.evenings, fresh.evenings, &units, &days),
            exchange(&mut self.items, fresh.items, &units, &days),
            exchange(&mut self.breaks, fresh.breaks, &units, &days),
            exchange(&mut self.tears, fresh.tears, &units, &days),
            exchange(&mut self.breaths, fresh.breaths, &units, &days),
        ];
        exchange(&mut self.known, fresh.known, &units, &days);
        is_new
    }
}

/// Puts one list behind another. Nothing is moved where there is nothing to put it behind.
pub(super) fn append<T>(list: &mut Vec<T>, other: &mut Vec<T>) {
    if list.is_empty() {
        std::mem::swap(list, other);
    } else {
        list.append(other);
    }
}

/// Takes out what is known from these units, which lies on these days, and puts each new one in its place. Says whether
/// that made any difference. Both lists are in order.
fn exchange<T: Fact>(list: &mut Vec<T>, fresh: Vec<T>, units: &[Uuid], days: &RangeInclusive<NaiveDate>) -> bool {
    let from = list.partition_point(|one| one.day() < *days.start());
    let until = list.partition_point(|one| one.day() <= *days.end());
    let replaced: Vec<T> = list.extract_if(from..until, |one| units.contains(&one.unit())).collect();
    let is_new = replaced != fresh;
    for one in fresh {
        let place = list.partition_point(|other| other.in_order(&one).is_le());
        list.insert(place, one);
    }
    is_new
}

/// What one list is made of.
trait Fact: PartialEq {
    /// Its day, by which its list is in order first of all.
    fn day(&self) -> NaiveDate;
    /// The unit it is known from.
    fn unit(&self) -> Uuid;
    /// The order of its list.
    fn in_order(&self, other: &Self) -> Ordering;
}

macro_rules! facts {
    ($($fact:ident: $one:ident, $day:expr, $unit:expr, $place:expr;)*) => {
        $(impl Fact for $fact {
            fn day(&self) -> NaiveDate {
                let $one = self;
                $day
            }
            fn unit(&self) -> Uuid {
                let $one = self;
                $unit
            }
            fn in_order(&self, other: &Self) -> Ordering {
                let place = |$one: &Self| $place;
                place(self).cmp(&place(other))
            }
        })*
    };
}

facts! {
    EveningFacts: one, one.day, one.id, (one.day, one.began, one.id);
    ItemFacts: one, one.look.day, one.evening, (one.look.day, one.began, one.evening);
    BreakFacts: one, one.day, one.evening, (one.day, one.evening);
    TearFacts: one, one.day, unit_of(one.origin), *one;
    BreathFacts: one, one.day, one.unit, *one;
    Known: one, one.day, one.unit, *one;
}

impl Fact for MoodPoint {
    fn day(&self) -> NaiveDate {
        self.day
    }

    fn unit(&self) -> Uuid {
        self.evening.unwrap_or(self.check_in)
    }

    /// By day, then by time.
    fn in_order(&self, other: &Self) -> Ordering {
        let by_time = || self.x.total_cmp(&other.x).then_with(|| self.check_in.cmp(&other.check_in));
        self.day.cmp(&other.day).then_with(by_time)
    }
}

fn unit_of(origin: Origin) -> Uuid {
    match origin {
        Origin::Evening(id) | Origin::Outside(id) => id,
    }
}
