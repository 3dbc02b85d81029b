//! What insights are made of: the few facts of each record, in order of time, which follow the journal change by change.
//!
//! A *unit* is an evening with all that hangs on it, or a record that stands alone. When a record changes, the facts of
//! its unit are made anew and all others stay as they are, so that one more check-in costs the same after ten years as
//! after one. What belongs to a deleted evening is in none of the lists.

mod evening;

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::clock::Wall;
use crate::insights::mood::{self, MoodPoint};
use crate::journal::cries::{self, Origin};
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, Reflection};
use crate::journal::log::{Journal, Kind};
use crate::journal::record::Record;
use crate::journal::touched::Followed;

pub use evening::{BreakFacts, EveningFacts, ItemFacts};

/// One cry, as counted by [`cries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TearFacts {
    /// The day it was lived on.
    pub day: NaiveDate,
    /// When it began, by the clock on the wall, where that is known.
    pub at: Option<NaiveDateTime>,
    /// Where it is known from.
    pub origin: Origin,
}

/// Breathing outside a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BreathFacts {
    /// The day it was on.
    pub day: NaiveDate,
    /// The record.
    pub id: Uuid,
    /// How long, in seconds.
    pub secs: u32,
    /// The evening it hangs on, or the record itself.
    unit: Uuid,
}

/// A day something is known of, and the unit it is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    day: NaiveDate,
    unit: Uuid,
}

/// The facts of a whole journal.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    followed: Option<[Followed; 7]>,
    /// The evenings of the records that hang on one, and the records that hang on each.
    evening_of: HashMap<Uuid, Uuid>,
    hanging: HashMap<Uuid, BTreeSet<Uuid>>,
    lists: Lists,
}

/// All lists, each in order of time.
#[derive(Clone, Debug, Default, PartialEq)]
struct Lists {
    points: Vec<MoodPoint>,
    evenings: Vec<EveningFacts>,
    tears: Vec<TearFacts>,
    breaths: Vec<BreathFacts>,
    known: Vec<Known>,
}

impl Facts {
    /// The facts of a journal.
    #[must_use]
    pub fn of(journal: &Journal) -> Self {
        let mut facts = Self::default();
        facts.begin(journal);
        facts
    }

    /// Follows what changed in the journal since the last time.
    pub fn follow(&mut self, journal: &Journal) {
        match self.followed.and_then(|followed| touched(journal, &followed)) {
            None => self.begin(journal),
            Some(touched) if touched.is_empty() => {}
            Some(touched) => self.renew(journal, &touched),
        }
    }

    /// Check-ins that say how pleasant it was, by time.
    #[must_use]
    pub fn points(&self) -> &[MoodPoint] {
        &self.lists.points
    }

    /// Evenings, by time.
    #[must_use]
    pub fn evenings(&self) -> &[EveningFacts] {
        &self.lists.evenings
    }

    /// Cries, by day.
    #[must_use]
    pub fn tears(&self) -> &[TearFacts] {
        &self.lists.tears
    }

    /// Breathing outside breaks, by day.
    #[must_use]
    pub fn breaths(&self) -> &[BreathFacts] {
        &self.lists.breaths
    }

    /// The days up to and including today of which something is known, in order.
    ///
    /// Any record makes its day known, and so does having opened the program or having said that there was nothing to
    /// log. A paused day is not known unless one of those other things was written down on it.
    pub fn known_days(&self, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let days = self.lists.known.chunk_by(|one, next| one.day == next.day).filter_map(|chunk| chunk.first());
        days.map(|known| known.day).take_while(move |day| *day <= today)
    }

    fn begin(&mut self, journal: &Journal) {
        *self = Self { followed: Some(followed(journal)), ..Self::default() };
        self.hang::<CheckIn>(journal);
        self.hang::<Cry>(journal);
        self.hang::<Reflection>(journal);
        self.hang::<Joy>(journal);
        self.hang::<Breath>(journal);
        let lists = &mut self.lists;
        for evening in journal.evenings.iter() {
            tell(journal, evening.id, self.hanging.get(&evening.id), lists);
        }
        // Of some only what hangs on them is there, because their file has not arrived yet.
        let without = self.hanging.iter().filter(|(evening, _)| journal.evenings.get(**evening).is_none());
        without.for_each(|(evening, hanging)| tell(journal, *evening, Some(hanging), lists));
        stand_alone(journal, lists);
        lists.sort();
    }

    /// Notes which records of a kind hang on an evening.
    fn hang<R: Kind>(&mut self, journal: &Journal) {
        for record in R::table(journal).iter() {
            if let Some(evening) = record.evening() {
                self.evening_of.insert(record.id(), evening);
                self.hanging.entry(evening).or_default().insert(record.id());
            }
        }
    }

    fn renew(&mut self, journal: &Journal, touched: &BTreeSet<Uuid>) {
        self.followed = Some(followed(journal));
        let mut units = BTreeSet::new();
        for id in touched {
            // The evening it hung on, and the one it hangs on now.
            units.insert(self.evening_of.get(id).copied().unwrap_or(*id));
            if let Some(evening) = self.evening_of.remove(id)
                && let Some(hanging) = self.hanging.get_mut(&evening)
            {
                hanging.remove(id);
                if hanging.is_empty() {
                    self.hanging.remove(&evening);
                }
            }
            if let Some(evening) = evening_of(journal, *id) {
                units.insert(evening);
                self.evening_of.insert(*id, evening);
                self.hanging.entry(evening).or_default().insert(*id);
            } else {
                units.insert(*id);
            }
        }
        self.lists.forget(&units);
        let mut fresh = Lists::default();
        for unit in units {
            if !self.evening_of.contains_key(&unit) {
                tell(journal, unit, self.hanging.get(&unit), &mut fresh);
            }
        }
        self.lists.take_in(fresh);
    }
}

/// The tables that are followed.
fn followed(journal: &Journal) -> [Followed; 7] {
    [
        journal.evenings.touched().now(),
        journal.check_ins.touched().now(),
        journal.cries.touched().now(),
        journal.reflections.touched().now(),
        journal.joys.touched().now(),
        journal.breaths.touched().now(),
        journal.days.touched().now(),
    ]
}

/// The records that changed since then; `None` where that is not known any more.
fn touched(journal: &Journal, followed: &[Followed; 7]) -> Option<BTreeSet<Uuid>> {
    let [evenings, check_ins, cries, reflections, joys, breaths, days] = *followed;
    let lists = [
        journal.evenings.touched().since(evenings)?,
        journal.check_ins.touched().since(check_ins)?,
        journal.cries.touched().since(cries)?,
        journal.reflections.touched().since(reflections)?,
        journal.joys.touched().since(joys)?,
        journal.breaths.touched().since(breaths)?,
        journal.days.touched().since(days)?,
    ];
    Some(lists.into_iter().flatten().copied().collect())
}

/// The evening a record hangs on, whatever kind it is.
fn evening_of(journal: &Journal, id: Uuid) -> Option<Uuid> {
    fn of<R: Kind>(journal: &Journal, id: Uuid) -> Option<Uuid> {
        R::table(journal).get(id)?.evening()
    }
    let ways = [of::<CheckIn>, of::<Cry>, of::<Reflection>, of::<Joy>, of::<Breath>];
    ways.into_iter().find_map(|way| way(journal, id))
}

/// Tells the facts of one unit.
fn tell(journal: &Journal, unit: Uuid, hanging: Option<&BTreeSet<Uuid>>, lists: &mut Lists) {
    let evening = journal.evenings.get(unit);
    let is_deleted = evening.is_none() && journal.evenings.versions_of(unit).next().is_some();
    if let Some(hanging) = hanging.filter(|_| !is_deleted) {
        let check_ins: Vec<&CheckIn> = hanging.iter().filter_map(|id| journal.check_ins.get(*id)).collect();
        let tears: Vec<&Cry> = hanging.iter().filter_map(|id| journal.cries.get(*id)).collect();
        tell_evening(evening, &check_ins, &tears, lists);
        lists.known.extend(check_ins.iter().map(|one| Known { day: one.day, unit }));
        lists.known.extend(tears.iter().map(|one| Known { day: one.day, unit }));
        let reflections = hanging.iter().filter_map(|id| journal.reflections.get(*id)).map(Record::day);
        let joys = hanging.iter().filter_map(|id| journal.joys.get(*id)).map(Record::day);
        lists.known.extend(reflections.chain(joys).map(|day| Known { day, unit }));
        for breath in hanging.iter().filter_map(|id| journal.breaths.get(*id)) {
            tell_breath(breath, unit, lists);
        }
    } else if let Some(evening) = evening {
        tell_evening(Some(evening), &[], &[], lists);
    }
    if let Some(evening) = evening {
        lists.known.push(Known { day: evening.day, unit });
    }
    if hanging.is_none() && evening.is_none() {
        tell_alone(journal, unit, lists);
    }
}

/// An evening, or what hangs on one whose file has not arrived yet.
fn tell_evening(evening: Option<&Evening>, check_ins: &[&CheckIn], tears: &[&Cry], lists: &mut Lists) {
    lists.points.extend(check_ins.iter().filter_map(|check_in| mood::point_of(check_in)));
    match evening {
        Some(evening) => {
            let facts = EveningFacts::of(evening, check_ins, tears);
            lists.tears.extend(facts.cries(evening));
            lists.evenings.push(facts);
        }
        None => lists.tears.extend(tears.iter().filter(|cry| cries::counts(cry)).filter_map(|cry| {
            let origin = Origin::Evening(cry.evening?);
            Some(TearFacts { day: cry.day, at: None, origin })
        })),
    }
}

/// A record that hangs on no evening.
fn tell_alone(journal: &Journal, id: Uuid, lists: &mut Lists) {
    if let Some(check_in) = journal.check_ins.get(id) {
        tell_check_in(check_in, lists);
    } else if let Some(cry) = journal.cries.get(id) {
        tell_cry(cry, lists);
    } else if let Some(breath) = journal.breaths.get(id) {
        tell_breath(breath, id, lists);
    } else if let Some(day) = journal.days.get(id) {
        tell_day(day, lists);
    } else if let Some(day) = journal.reflections.get(id).map(|one| one.day).or(journal.joys.get(id).map(|one| one.day))
    {
        lists.known.push(Known { day, unit: id });
    }
}

/// All records that hang on no evening.
fn stand_alone(journal: &Journal, lists: &mut Lists) {
    fn alone<'a, R: Kind + 'a>(journal: &'a Journal) -> impl Iterator<Item = &'a R> {
        R::table(journal).iter().filter(|record| record.evening().is_none())
    }
    alone(journal).for_each(|check_in| tell_check_in(check_in, lists));
    alone(journal).for_each(|cry| tell_cry(cry, lists));
    alone(journal).for_each(|breath: &Breath| tell_breath(breath, breath.id, lists));
    lists.known.extend(alone(journal).map(|one: &Reflection| Known { day: one.day, unit: one.id }));
    lists.known.extend(alone(journal).map(|one: &Joy| Known { day: one.day, unit: one.id }));
    journal.days.iter().for_each(|day| tell_day(day, lists));
}

fn tell_check_in(check_in: &CheckIn, lists: &mut Lists) {
    lists.points.extend(mood::point_of(check_in));
    lists.known.push(Known { day: check_in.day, unit: check_in.id });
}

fn tell_cry(cry: &Cry, lists: &mut Lists) {
    if cries::counts(cry) {
        let at = cry.at.as_ref().map(Wall::naive_local);
        lists.tears.push(TearFacts { day: cry.day, at, origin: Origin::Outside(cry.id) });
    }
    lists.known.push(Known { day: cry.day, unit: cry.id });
}

fn tell_breath(breath: &Breath, unit: Uuid, lists: &mut Lists) {
    lists.breaths.push(BreathFacts { day: breath.day, id: breath.id, secs: breath.secs, unit });
    lists.known.push(Known { day: breath.day, unit });
}

fn tell_day(day: &Day, lists: &mut Lists) {
    if day.nothing || (day.opened && !day.paused) {
        lists.known.push(Known { day: day.day, unit: day.id });
    }
}

impl Lists {
    fn sort(&mut self) {
        self.points.sort_unstable_by(MoodPoint::by_time);
        self.evenings.sort_unstable_by_key(EveningFacts::place);
        self.tears.sort_unstable();
        self.breaths.sort_unstable();
        self.known.sort_unstable();
    }

    /// Takes out all that is known from these units.
    fn forget(&mut self, units: &BTreeSet<Uuid>) {
        // There are hardly ever more than two, and a list of two is searched faster than a tree of two.
        let units: Vec<Uuid> = units.iter().copied().collect();
        let is_kept = |unit: Uuid| !units.contains(&unit);
        self.points.retain(|point| is_kept(point.evening.unwrap_or(point.check_in)));
        self.evenings.retain(|evening| is_kept(evening.id));
        self.tears.retain(|tears| match tears.origin {
            Origin::Evening(id) | Origin::Outside(id) => is_kept(id),
        });
        self.breaths.retain(|breath| is_kept(breath.unit));
        self.known.retain(|known| is_kept(known.unit));
    }

    /// Puts each fact in its place. Nearly always that is the end.
    fn take_in(&mut self, fresh: Self) {
        fn put<T>(list: &mut Vec<T>, fresh: Vec<T>, comes_before: impl Fn(&T, &T) -> bool) {
            for one in fresh {
                let place = list.partition_point(|other| comes_before(other, &one));
                list.insert(place, one);
            }
        }
        put(&mut self.points, fresh.points, |a, b| a.by_time(b).is_lt());
        put(&mut self.evenings, fresh.evenings, |a, b| a.place() < b.place());
        put(&mut self.tears, fresh.tears, |a, b| a < b);
        put(&mut self.breaths, fresh.breaths, |a, b| a < b);
        put(&mut self.known, fresh.known, |a, b| a < b);
    }
}

#[cfg(test)]
mod tests;
