//! What insights are made of: the few facts of each record, in order of time, which follow the journal change by change.
//!
//! A *unit* is an evening with all that hangs on it, or a record that stands alone. When a record changes, the facts of
//! its unit are made anew and all others stay as they are, so that one more check-in costs the same after ten years as
//! after one. What belongs to a deleted evening is in none of the lists.

mod evening;
mod lists;
mod titles;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::clock::Wall;
use crate::insights::mood::{self, MoodPoint};
use crate::journal::cries::{self, Origin};
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, Reflection};
use crate::journal::log::Journal;
use crate::journal::touched::Followed;

use lists::Lists;

pub use evening::{BreakFacts, EveningFacts, ItemFacts};
pub use titles::Title;

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

/// A record that hangs on an evening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Hanging {
    evening: Uuid,
    record: Uuid,
}

/// A record that may hang on an evening.
#[derive(Clone, Copy)]
enum Own<'a> {
    CheckIn(&'a CheckIn),
    Cry(&'a Cry),
    Reflection(&'a Reflection),
    Joy(&'a Joy),
    Breath(&'a Breath),
}

impl<'a> Own<'a> {
    /// The record with this id, whatever kind it is.
    fn get(journal: &'a Journal, id: Uuid) -> Option<Self> {
        let check_in = journal.check_ins.get(id).map(Self::CheckIn);
        check_in
            .or_else(|| journal.cries.get(id).map(Self::Cry))
            .or_else(|| journal.reflections.get(id).map(Self::Reflection))
            .or_else(|| journal.joys.get(id).map(Self::Joy))
            .or_else(|| journal.breaths.get(id).map(Self::Breath))
    }

    /// All there are.
    fn all(journal: &'a Journal) -> impl Iterator<Item = Self> {
        let check_ins = journal.check_ins.iter().map(Self::CheckIn);
        let cries = journal.cries.iter().map(Self::Cry);
        let reflections = journal.reflections.iter().map(Self::Reflection);
        let joys = journal.joys.iter().map(Self::Joy);
        check_ins.chain(cries).chain(reflections).chain(joys).chain(journal.breaths.iter().map(Self::Breath))
    }

    fn id(self) -> Uuid {
        match self {
            Self::CheckIn(one) => one.id,
            Self::Cry(one) => one.id,
            Self::Reflection(one) => one.id,
            Self::Joy(one) => one.id,
            Self::Breath(one) => one.id,
        }
    }

    fn day(self) -> NaiveDate {
        match self {
            Self::CheckIn(one) => one.day,
            Self::Cry(one) => one.day,
            Self::Reflection(one) => one.day,
            Self::Joy(one) => one.day,
            Self::Breath(one) => one.day,
        }
    }

    /// What it hangs on.
    fn hanging(self) -> Option<Hanging> {
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
    /// By evening, then by record.
    hanging: Vec<Hanging>,
    lists: Lists,
    /// The days of what is known, each once, in order.
    known_days: Vec<NaiveDate>,
    states: States,
}

/// A list of facts, by what is worked out from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// [`Facts::points`].
    Points,
    /// [`Facts::evenings`].
    Evenings,
    /// [`Facts::items`].
    Items,
    /// [`Facts::breaks`].
    Breaks,
    /// [`Facts::tears`].
    Tears,
    /// [`Facts::breaths`].
    Breaths,
    /// [`Facts::known_days`].
    KnownDays,
}

/// A number for each list, in their order, which is another one whenever the list is.
pub type States = [u64; 7];

/// After more changes than this, beginning anew costs less than following each.
const MANY_CHANGES: usize = 32;

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
            Some(touched) if touched.len() > MANY_CHANGES => self.begin(journal),
            Some(touched) => self.renew(journal, &touched),
        }
    }

    /// Check-ins that say how pleasant it was, by day, then by time.
    #[must_use]
    pub fn points(&self) -> &[MoodPoint] {
        &self.lists.points
    }

    /// In what state these lists are, and none of the others. What was worked out from them holds until it is another.
    #[must_use]
    pub fn state(&self, lists: &[List]) -> States {
        let mut state = States::default();
        for list in lists {
            state[*list as usize] = self.states[*list as usize];
        }
        state
    }

    /// Evenings, by time.
    #[must_use]
    pub fn evenings(&self) -> &[EveningFacts] {
        &self.lists.evenings
    }

    /// What evenings say of titles, by time.
    #[must_use]
    pub fn items(&self) -> &[ItemFacts] {
        &self.lists.items
    }

    /// The titles [`items`](Self::items) speak of.
    #[must_use]
    pub fn titles(&self) -> &[Title] {
        self.lists.titles.all()
    }

    /// Breaks, by day.
    #[must_use]
    pub fn breaks(&self) -> &[BreakFacts] {
        &self.lists.breaks
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
    #[must_use]
    pub fn known_days(&self, today: NaiveDate) -> &[NaiveDate] {
        let until = self.known_days.partition_point(|day| *day <= today);
        self.known_days.get(..until).unwrap_or_default()
    }

    fn begin(&mut self, journal: &Journal) {
        let mut lists = Lists::default();
        let mut hanging: Vec<(Hanging, Own<'_>)> = Vec::new();
        Own::all(journal).for_each(|own| match own.hanging() {
            Some(on) => hanging.push((on, own)),
            None => tell_alone(own, &mut lists),
        });
        journal.days.iter().for_each(|day| tell_day(day, &mut lists));
        hanging.sort_unstable_by_key(|(on, _)| *on);
        lists.points.reserve(hanging.len());
        // Evenings are told in order of time, because lists that are nearly in order are put in order soon.
        let mut evenings: Vec<&Evening> = journal.evenings.iter().collect();
        evenings.sort_by_key(|evening| (evening.day, evening.id));
        let told = tell_all(journal, &evenings, &hanging, &mut lists);
        // Of some only what hangs on them is there, because their file has not arrived yet.
        if told < hanging.len() {
            for own in hanging.chunk_by(|one, next| one.0.evening == next.0.evening) {
                let evening = own.first().map(|(on, _)| on.evening);
                if let Some(evening) = evening.filter(|id| journal.evenings.get(*id).is_none()) {
                    tell(journal, evening, None, own, &mut lists);
                }
            }
        }
        lists.sort();
        *self = Self {
            followed: Some(followed(journal)),
            hanging: hanging.into_iter().map(|(on, _)| on).collect(),
            known_days: lists.known_days(),
            lists,
            states: std::array::from_fn(|_| fastrand::u64(..)),
        };
    }

    fn renew(&mut self, journal: &Journal, touched: &BTreeSet<Uuid>) {
        self.followed = Some(followed(journal));
        let mut units = BTreeSet::new();
        for id in touched {
            // The evening it hung on, and the one it hangs on now.
            let before = self.hanging.iter().position(|on| on.record == *id).map(|place| self.hanging.remove(place));
            let now = Own::get(journal, *id).and_then(Own::hanging);
            if let Some(now) = now {
                let place = self.hanging.partition_point(|on| *on < now);
                self.hanging.insert(place, now);
            }
            units.extend(before.into_iter().chain(now).map(|on| on.evening));
            // As it stood alone, or stands alone now, or is an evening itself.
            units.insert(*id);
        }
        let mut fresh = Lists::default();
        for &unit in &units {
            let from = self.hanging.partition_point(|on| on.evening < unit);
            let hanging = self.hanging.iter().skip(from).take_while(|on| on.evening == unit);
            let own: Vec<_> = hanging.filter_map(|on| Some((*on, Own::get(journal, on.record)?))).collect();
            let evening = journal.evenings.get(unit);
            if evening.is_some() || !own.is_empty() {
                tell(journal, unit, evening, &own, &mut fresh);
            } else if let Some(alone) = Own::get(journal, unit).filter(|own| own.hanging().is_none()) {
                tell_alone(alone, &mut fresh);
            } else if let Some(day) = journal.days.get(unit) {
                tell_day(day, &mut fresh);
            }
        }
        let is_new = self.lists.exchange(&units, fresh);
        let known_days = self.lists.known_days();
        let is_new = is_new.into_iter().chain([known_days != self.known_days]);
        self.known_days = known_days;
        for (state, is_new) in self.states.iter_mut().zip(is_new) {
            *state = state.wrapping_add(u64::from(is_new));
        }
    }
}

/// So many evenings are worth a thread of their own.
const EVENINGS_A_THREAD: usize = 500;

/// Tells the facts of these evenings, which are in order, on all cores where there are many. Says how many of the records
/// that hang on an evening were among them.
fn tell_all(journal: &Journal, evenings: &[&Evening], hanging: &[(Hanging, Own<'_>)], lists: &mut Lists) -> usize {
    let tell_these = |evenings: &[&Evening], lists: &mut Lists| {
        evenings.iter().fold(0, |told, evening| {
            let own = own_of(hanging, evening.id);
            tell(journal, evening.id, Some(evening), own, lists);
            told + own.len()
        })
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = cores.min(evenings.len() / EVENINGS_A_THREAD).max(1);
    let (own, others) = evenings.split_at(evenings.len() / threads);
    std::thread::scope(|scope| {
        let tell_these = &tell_these;
        let others: Vec<_> = others
            .chunks(own.len().max(1))
            .map(|evenings| {
                scope.spawn(move || {
                    let mut lists = Lists::default();
                    (tell_these(evenings, &mut lists), lists)
                })
            })
            .collect();
        let mut told = tell_these(own, lists);
        for other in others {
            match other.join() {
                Ok((more, facts)) => {
                    told += more;
                    lists.append(facts);
                }
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        told
    })
}

/// What hangs on one evening.
fn own_of<'a, 'b>(hanging: &'b [(Hanging, Own<'a>)], evening: Uuid) -> &'b [(Hanging, Own<'a>)] {
    let from = hanging.partition_point(|(on, _)| on.evening < evening);
    let rest = hanging.get(from..).unwrap_or_default();
    let len = rest.iter().take_while(|(on, _)| on.evening == evening).count();
    rest.get(..len).unwrap_or_default()
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

/// Tells the facts of an evening and of what hangs on it, or of what hangs on one that is not there.
fn tell(journal: &Journal, unit: Uuid, evening: Option<&Evening>, own: &[(Hanging, Own<'_>)], lists: &mut Lists) {
    let is_deleted = evening.is_none() && journal.evenings.versions_of(unit).next().is_some();
    if is_deleted {
        return;
    }
    let (mut check_ins, mut tears) = (Vec::with_capacity(own.len()), Vec::new());
    for (_, own) in own {
        match own {
            Own::CheckIn(check_in) => check_ins.push(*check_in),
            Own::Cry(cry) => tears.push(*cry),
            Own::Breath(breath) => lists.breathe(breath, unit),
            Own::Reflection(_) | Own::Joy(_) => {}
        }
        lists.know(own.day(), unit);
    }
    check_ins.sort_by_key(|check_in| (check_in.day, check_in.at));
    tell_evening(evening, &check_ins, &tears, lists);
    if let Some(evening) = evening {
        lists.know(evening.day, unit);
    }
}

/// An evening, or what hangs on one whose file has not arrived yet.
fn tell_evening(evening: Option<&Evening>, check_ins: &[&CheckIn], tears: &[&Cry], lists: &mut Lists) {
    lists.points.extend(check_ins.iter().filter_map(|check_in| mood::point_of(check_in)));
    match evening {
        Some(evening) => {
            let facts = EveningFacts::of(evening, check_ins, tears);
            facts.items(evening, tears, &mut lists.titles, &mut lists.items);
            lists.breaks.extend(facts.breaks(evening));
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
fn tell_alone(own: Own<'_>, lists: &mut Lists) {
    match own {
        Own::CheckIn(check_in) => lists.points.extend(mood::point_of(check_in)),
        Own::Cry(cry) if cries::counts(cry) => {
            let at = cry.at.as_ref().map(Wall::naive_local);
            lists.tears.push(TearFacts { day: cry.day, at, origin: Origin::Outside(cry.id) });
        }
        Own::Breath(breath) => lists.breathe(breath, breath.id),
        Own::Cry(_) | Own::Reflection(_) | Own::Joy(_) => {}
    }
    lists.know(own.day(), own.id());
}

fn tell_day(day: &Day, lists: &mut Lists) {
    if day.nothing || (day.opened && !day.paused) {
        lists.know(day.day, day.id);
    }
}

#[cfg(test)]
mod tests;
