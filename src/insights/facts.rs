//! What insights are made of: the few facts of each record, in order of time, which follow the journal change by change.
//!
//! A *unit* is an evening with all that hangs on it, or a record that stands alone. When a record changes, the facts of
//! its unit are made anew and all others stay as they are, so that one more check-in costs the same after ten years as
//! after one. What belongs to a deleted evening is in none of the lists.

mod evening;
mod lists;
mod own;
mod tell;
mod titles;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::insights::mood::MoodPoint;
use crate::journal::cries::Origin;
use crate::journal::log::Journal;
use crate::journal::touched::Followed;

use lists::{Lists, append};
use own::{Hanging, Own};
use tell::{Desk, Evenings, gather, tell, tell_alone, tell_day, tell_part};

pub use evening::{BreakFacts, EveningFacts, ItemFacts};
pub use titles::Title;

/// One cry, as counted by [`cries`](crate::journal::cries).
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
    /// What hangs on evenings, in no order.
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
        Self::in_parts(journal, parts_for(journal))
    }

    /// Follows what changed in the journal since the last time.
    pub fn follow(&mut self, journal: &Journal) {
        match self.followed.and_then(|followed| touched(journal, &followed)) {
            None => *self = Self::of(journal),
            Some(touched) if touched.is_empty() => {}
            Some(touched) if touched.len() > MANY_CHANGES => *self = Self::of(journal),
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

    /// Looks through the whole journal, in so many parts at the same time.
    fn in_parts(journal: &Journal, parts: usize) -> Self {
        let evenings = Evenings::of(journal);
        let found = in_parts(parts, |part| gather(journal, &evenings, part, parts));
        let told = in_parts(parts, |part| tell_part(journal, &evenings, &found, part, parts));
        let (mut hanging, mut elsewhere, mut lists) = (Vec::new(), Vec::new(), Lists::default());
        for told in told {
            lists.append(told);
        }
        for mut found in found {
            append(&mut hanging, &mut found.hanging);
            elsewhere.append(&mut found.elsewhere);
            lists.append(found.alone);
        }
        elsewhere.sort_by_key(|(evening, _): &(Uuid, Own<'_>)| *evening);
        for own in elsewhere.chunk_by(|(one, _), (next, _)| one == next) {
            if let Some((evening, _)) = own.first() {
                tell(journal, *evening, None, own.iter().map(|(_, own)| *own), &mut lists, &mut Desk::default());
            }
        }
        lists.sort();
        Self {
            followed: Some(followed(journal)),
            hanging,
            known_days: lists.known_days(),
            lists,
            states: std::array::from_fn(|_| fastrand::u64(..)),
        }
    }

    fn renew(&mut self, journal: &Journal, touched: &BTreeSet<Uuid>) {
        self.followed = Some(followed(journal));
        let mut units = BTreeSet::new();
        for &id in touched {
            // The evening it hung on, and the one it hangs on now.
            let before =
                self.hanging.iter().position(|on| on.record == id).map(|place| self.hanging.swap_remove(place));
            let now = Own::get(journal, id).and_then(Own::hanging);
            self.hanging.extend(now);
            units.extend(before.into_iter().chain(now).map(|on| on.evening));
            // As it stood alone, or stands alone now, or is an evening itself.
            units.insert(id);
        }
        // Nothing hangs on what hangs itself. There are hardly ever more than two others, and a list of two is searched
        // faster than a tree of two.
        let (evenings, others): (Vec<Uuid>, Vec<Uuid>) =
            units.iter().partition(|unit| Own::get(journal, **unit).is_none());
        let mut own_of: Vec<(Uuid, Vec<Own<'_>>)> = evenings.into_iter().map(|evening| (evening, Vec::new())).collect();
        if !own_of.is_empty() {
            for on in &self.hanging {
                if let Some((_, own)) = own_of.iter_mut().find(|(evening, _)| *evening == on.evening) {
                    own.extend(Own::get(journal, on.record));
                }
            }
        }
        let mut fresh = Lists::default();
        for (unit, own) in own_of {
            let evening = journal.evenings.get(unit);
            if evening.is_some() || !own.is_empty() {
                tell(journal, unit, evening, own, &mut fresh, &mut Desk::default());
            } else if let Some(day) = journal.days.get(unit) {
                tell_day(day, &mut fresh);
            }
        }
        for own in others.into_iter().filter_map(|unit| Own::get(journal, unit)) {
            if own.hanging().is_none() {
                tell_alone(own, &mut fresh);
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

/// In so many parts, and on so many cores, a journal is looked through from its beginning: small ones in one.
fn parts_for(journal: &Journal) -> usize {
    const CHECK_INS_A_PART: usize = 2_000;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    cores.min(journal.check_ins.known() / CHECK_INS_A_PART).max(1)
}

/// Does something in parts at the same time, and hands back the results in order.
fn in_parts<T: Send>(parts: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = (1..parts).map(|part| scope.spawn(move || work(part))).collect();
        let mut done = vec![work(0)];
        for other in others {
            match other.join() {
                Ok(one) => done.push(one),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    })
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

#[cfg(test)]
mod tests;
