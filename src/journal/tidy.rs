//! Values that cannot be, brought into range in memory, so that nothing that draws or counts has to fear them.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::clock::Wall;
use crate::evening::plan::{Breaks, EveningPlan, Item, MAX_RUNTIME_MIN};
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, OwnPattern, Plan, Reflection, Shelved};
use crate::journal::record::Rev;
use crate::shelf::title::{MAX_EPISODES, Season, YEARS as YEARS_OF_TITLES};

/// Years in which a life is logged. Beyond them sums with dates begin to overflow.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
/// More versions than this no record ever had.
const MAX_REV: u64 = 1 << 53;
/// Keys tell the items of one evening apart; one more than the greatest must still be a number.
pub(crate) const MAX_KEY: u32 = 1_000_000;

/// A record whose values can be brought into range.
pub trait Tidy {
    /// Brings values into range and names those that were not.
    fn tidy(&mut self) -> Vec<&'static str>;
}

/// Whether a day can be drawn on a calendar.
#[must_use]
pub fn is_day(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

/// Notes fields that were changed.
struct Pen(Vec<&'static str>);

impl Pen {
    fn most(&mut self, value: &mut u32, most: u32, what: &'static str) {
        if *value > most {
            *value = most;
            self.0.push(what);
        }
    }

    fn maybe(&mut self, value: &mut Option<u32>, most: u32, what: &'static str) {
        if let Some(value) = value {
            self.most(value, most, what);
        }
    }

    fn percent(&mut self, value: &mut Option<u8>, what: &'static str) {
        if value.is_some_and(|value| value > 100) {
            *value = Some(100);
            self.0.push(what);
        }
    }

    fn after(&mut self, after: &mut Vec<Rev>) {
        if after.iter().any(|rev| rev.0 > MAX_REV) {
            after.retain(|rev| rev.0 <= MAX_REV);
            self.0.push("after");
        }
    }

    /// Begins with the fields that all records share.
    fn of(rev: &mut Rev, after: &mut Vec<Rev>, day: &mut NaiveDate, at: &mut Option<Wall>) -> Self {
        let mut pen = Self(Vec::new());
        pen.rev(rev);
        pen.day(day);
        pen.after(after);
        pen.maybe_wall(at, "at");
        pen
    }

    fn rev(&mut self, rev: &mut Rev) {
        if rev.0 > MAX_REV {
            // Nothing could ever be greater; the next change has to win.
            rev.0 = 0;
            self.0.push("rev");
        }
    }

    fn wall(&mut self, at: &mut Wall, day: NaiveDate, what: &'static str) {
        if !is_day(at.date_naive()) {
            *at = day.and_time(NaiveTime::MIN).and_utc().fixed_offset();
            self.0.push(what);
        }
    }

    fn maybe_wall(&mut self, at: &mut Option<Wall>, what: &'static str) {
        if at.is_some_and(|at| !is_day(at.date_naive())) {
            *at = None;
            self.0.push(what);
        }
    }

    fn day(&mut self, day: &mut NaiveDate) {
        if !is_day(*day) {
            *day = day.with_year(day.year().clamp(*YEARS.start(), *YEARS.end())).unwrap_or_default();
            self.0.push("day");
        }
    }

    /// Two items with one key could not be told apart, and going on to the next would never get past them.
    fn keys(&mut self, items: &mut [Item]) {
        let all: BTreeSet<u32> = items.iter().map(|item| item.key).collect();
        let mut free = (0..).filter(|key| !all.contains(key));
        let mut known = BTreeSet::new();
        for item in items {
            if !known.insert(item.key) {
                item.key = free.next().unwrap_or_default();
                self.0.push("key");
            }
        }
    }

    fn plan(&mut self, plan: &mut EveningPlan) {
        for item in &mut plan.items {
            self.most(&mut item.key, MAX_KEY, "key");
            self.maybe(&mut item.season, MAX_EPISODES, "season");
            self.maybe(&mut item.episode, MAX_EPISODES, "episode");
            self.maybe(&mut item.runtime_min, MAX_RUNTIME_MIN, "runtime_min");
            if item.runtime_min == Some(0) {
                item.runtime_min = None;
                self.0.push("runtime_min");
            }
        }
        self.keys(&mut plan.items);
        match &mut plan.breaks {
            Breaks::None | Breaks::BetweenItems => {}
            Breaks::Every(minutes) => {
                let kept = (*minutes).clamp(10, 240);
                if kept != *minutes {
                    *minutes = kept;
                    self.0.push("breaks");
                }
            }
            Breaks::AtMarks(marks) => {
                for mark in marks {
                    self.most(&mut mark.item, MAX_KEY, "item");
                    self.most(&mut mark.film_min, MAX_RUNTIME_MIN, "film_min");
                }
            }
        }
    }
}

const MAX_SECS: u32 = MAX_RUNTIME_MIN * 60;

impl Tidy for Evening {
    fn tidy(&mut self) -> Vec<&'static str> {
        let mut pen = Pen::of(&mut self.rev, &mut self.after, &mut self.day, &mut self.at);
        pen.maybe_wall(&mut self.began, "began");
        pen.maybe_wall(&mut self.film_ended_at, "film_ended_at");
        pen.maybe_wall(&mut self.closed, "closed");
        pen.plan(&mut self.plan);
        for watched in &mut self.watched {
            pen.most(&mut watched.item, MAX_KEY, "item");
            pen.most(&mut watched.film_secs, MAX_SECS, "film_secs");
        }
        for taken in &mut self.breaks {
            pen.wall(&mut taken.at, self.day, "breaks.at");
            pen.most(&mut taken.item, MAX_KEY, "item");
            pen.maybe(&mut taken.film_secs, MAX_SECS, "film_secs");
            pen.most(&mut taken.minutes, MAX_RUNTIME_MIN, "minutes");
            pen.most(&mut taken.breathed_secs, MAX_SECS, "breathed_secs");
        }
        for mark in &mut self.marks {
            pen.wall(&mut mark.at, self.day, "marks.at");
            pen.most(&mut mark.item, MAX_KEY, "item");
            pen.maybe(&mut mark.film_secs, MAX_SECS, "film_secs");
        }
        for feeling in self.guests.iter_mut().filter_map(|guest| guest.feeling.as_mut()) {
            pen.percent(&mut feeling.pleasant, "pleasant");
            pen.percent(&mut feeling.stirred, "stirred");
        }
        pen.0
    }
}

impl Tidy for CheckIn {
    fn tidy(&mut self) -> Vec<&'static str> {
        let mut pen = Pen::of(&mut self.rev, &mut self.after, &mut self.day, &mut self.at);
        pen.percent(&mut self.pleasant, "pleasant");
        pen.percent(&mut self.stirred, "stirred");
        pen.0
    }
}

impl Tidy for Cry {
    fn tidy(&mut self) -> Vec<&'static str> {
        let mut pen = Pen::of(&mut self.rev, &mut self.after, &mut self.day, &mut self.at);
        pen.maybe(&mut self.minutes, MAX_RUNTIME_MIN, "minutes");
        pen.maybe(&mut self.item, MAX_KEY, "item");
        pen.maybe(&mut self.film_secs, MAX_SECS, "film_secs");
        pen.0
    }
}

impl Tidy for Breath {
    fn tidy(&mut self) -> Vec<&'static str> {
        let mut pen = Pen::of(&mut self.rev, &mut self.after, &mut self.day, &mut self.at);
        pen.most(&mut self.secs, MAX_SECS, "secs");
        pen.0
    }
}

impl Tidy for Plan {
    fn tidy(&mut self) -> Vec<&'static str> {
        let mut pen = Pen::of(&mut self.rev, &mut self.after, &mut self.day, &mut self.at);
        if self.when.is_some_and(|when| !is_day(when.date())) {
            self.when = None;
            pen.0.push("when");
        }
        pen.plan(&mut self.plan);
        pen.0
    }
}

impl Tidy for Shelved {
    fn tidy(&mut self) -> Vec<&'static str> {
        let mut pen = Pen::of(&mut self.rev, &mut self.after, &mut self.day, &mut self.at);
        pen.maybe(&mut self.runtime_min, MAX_RUNTIME_MIN, "runtime_min");
        if self.runtime_min == Some(0) {
            self.runtime_min = None;
            pen.0.push("runtime_min");
        }
        if self.year.is_some_and(|year| !YEARS_OF_TITLES.contains(&year)) {
            self.year = None;
            pen.0.push("year");
        }
        if let Some(seasons) = &mut self.seasons {
            let many = seasons.len();
            seasons.retain(Season::is_possible);
            if seasons.len() < many {
                pen.0.push("seasons");
            }
        }
        pen.0
    }
}

impl Tidy for OwnPattern {
    fn tidy(&mut self) -> Vec<&'static str> {
        let mut pen = Pen::of(&mut self.rev, &mut self.after, &mut self.day, &mut self.at);
        // What was deleted has no timing, and gets none.
        if !self.deleted && self.timing.checked().is_err() {
            self.timing = self.timing.nearest();
            pen.0.push("timing");
        }
        pen.0
    }
}

macro_rules! only_the_common_fields {
    ($($kind:ident),*) => {
        $(impl Tidy for $kind {
            fn tidy(&mut self) -> Vec<&'static str> {
                Pen::of(&mut self.rev, &mut self.after, &mut self.day, &mut self.at).0
            }
        })*
    };
}
only_the_common_fields!(Reflection, Joy, Day);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::log::Journal;
    use crate::journal::record::DeviceId;

    #[test]
    fn impossible_values_are_brought_into_range_and_named() {
        let mut journal = Journal::new(DeviceId("here".into()));
        let day: NaiveDate = "2026-11-22".parse().expect("a day");
        let mut evening: Evening = journal.create(day, None);
        for runtime_min in [Some(0), Some(6000), Some(90), None] {
            evening.plan.items.push(Item { key: u32::MAX, runtime_min, ..Item::default() });
        }
        evening.plan.breaks = Breaks::Every(0);
        evening.began = Some(chrono::DateTime::<chrono::Utc>::MAX_UTC.fixed_offset());
        evening.rev.0 = u64::MAX;
        let wrong = evening.tidy();
        for what in ["rev", "began", "key", "runtime_min", "breaks"] {
            assert!(wrong.contains(&what), "{what} in {wrong:?}");
        }
        assert_eq!(evening.plan.items[0].runtime_min, None);
        assert_eq!(evening.plan.items[1].runtime_min, Some(MAX_RUNTIME_MIN));
        assert_eq!(evening.plan.breaks, Breaks::Every(10));
        assert!(evening.plan.next_key() > 0);
        assert!(evening.tidy().is_empty(), "once is enough");
    }

    #[test]
    fn a_day_no_calendar_can_show_is_moved_to_the_edge() {
        let mut journal = Journal::new(DeviceId("here".into()));
        let mut plan: Plan = journal.create(NaiveDate::MAX, None);
        assert_eq!(plan.tidy(), ["day"]);
        assert!(is_day(plan.day));
    }
}
