//! What one evening says.

use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use uuid::Uuid;

use crate::clock::Wall;
use crate::evening::check_in::Moment;
use crate::evening::tears::{Tears, cry_starts};
use crate::journal::cries::{self, Origin};
use crate::journal::entry::{BreakKind, CheckIn, Cry, Evening, Helped};
use crate::shelf::history::{self, Key, Look};

use super::TearFacts;

/// A check-in counts as twenty minutes after the film when it was made so many minutes after it.
pub const PLUS20_MIN: RangeInclusive<i64> = 15..=40;

/// A check-in counts as ninety minutes after the film when it was made so many minutes after it.
pub const PLUS90_MIN: RangeInclusive<i64> = 75..=150;

/// What one evening says.
#[derive(Clone, Debug, PartialEq)]
pub struct EveningFacts {
    /// The evening.
    pub id: Uuid,
    /// The day it was lived on.
    pub day: NaiveDate,
    /// When it began, by the clock on the wall.
    pub began: Option<NaiveDateTime>,
    /// How long it was, from its beginning to when it was closed, in minutes, where that is believable.
    pub minutes: Option<u32>,
    /// Whether there were tears. `None`: not answered and none marked, so it is in neither group of a comparison.
    pub tears: Option<bool>,
    /// How pleasant it was before, right after, and twenty and ninety minutes after the film, 0 to 100.
    pub pleasant: [Option<u8>; 4],
    /// What was watched.
    pub items: Vec<ItemFacts>,
    /// The breaks.
    pub breaks: Vec<BreakFacts>,
    /// How many cries there were.
    cries: usize,
}

/// What one evening says of one title.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemFacts {
    /// What the title goes by.
    pub key: Key,
    /// Its name, as it was called that evening.
    pub name: String,
    /// What it did that evening.
    pub look: Look,
}

/// What one break says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakFacts {
    /// What was done in it.
    pub kinds: Vec<BreakKind>,
    /// Seconds of it that were spent breathing.
    pub breathed_secs: u32,
    /// How it was afterwards.
    pub helped: Option<Helped>,
}

impl EveningFacts {
    /// Of an evening, and of the check-ins and the tears that hang on it.
    pub(super) fn of(evening: &Evening, check_ins: &[&CheckIn], tears: &[&Cry]) -> Self {
        let counting: Vec<&Cry> = tears.iter().copied().filter(|cry| cries::counts(cry)).collect();
        let cries = cries::cries_in(evening, counting.len());
        let pleasant = pleasant(evening, check_ins);
        let remembered: Vec<_> = counting.iter().map(|cry| (cry.item, cry.film_secs)).collect();
        let around = (pleasant[0], pleasant[1]);
        let items = history::of_evening(evening, Some(&around), &remembered).into_iter();
        let break_facts = |taken: &crate::journal::entry::BreakTaken| BreakFacts {
            kinds: taken.kinds.clone(),
            breathed_secs: taken.breathed_secs,
            helped: taken.helped,
        };
        Self {
            id: evening.id,
            day: evening.day,
            began: evening.began.as_ref().map(Wall::naive_local),
            minutes: minutes(evening),
            tears: if cries > 0 { Some(true) } else { evening.tears.map(Tears::is_cry) },
            pleasant,
            items: items.map(|(key, name, look)| ItemFacts { key, name, look }).collect(),
            breaks: evening.breaks.iter().map(break_facts).collect(),
            cries,
        }
    }

    /// Its cries, with the time of those that were marked when they came.
    pub(super) fn cries(&self, evening: &Evening) -> impl Iterator<Item = TearFacts> {
        let starts = cry_starts(&evening.marks);
        let origin = Origin::Evening(self.id);
        let day = self.day;
        (0..self.cries).map(move |n| TearFacts { day, at: starts.get(n).map(Wall::naive_local), origin })
    }

    /// Its place in the order of time.
    pub(super) fn place(&self) -> (NaiveDate, Option<NaiveDateTime>, Uuid) {
        (self.day, self.began, self.id)
    }

    /// How much pleasanter it was at one of the later moments (1 right after the film, 2 twenty and 3 ninety minutes
    /// after it) than before, -100 to 100; `None` where one of the two was not said.
    #[must_use]
    pub fn change(&self, later: usize) -> Option<f64> {
        let after = *self.pleasant.get(later)?;
        Some(f64::from(after?) - f64::from(self.pleasant[0]?))
    }
}

/// How long it was. One that was only closed much later is not believed.
fn minutes(evening: &Evening) -> Option<u32> {
    const LONGEST_HOURS: i64 = 12;
    let minutes = (evening.closed? - evening.began?).num_minutes();
    u32::try_from(minutes).ok().filter(|_| (1..=LONGEST_HOURS * 60).contains(&minutes))
}

/// How pleasant it was at the four moments. Of several check-ins of one moment the last one counts.
fn pleasant(evening: &Evening, check_ins: &[&CheckIn]) -> [Option<u8>; 4] {
    let mut found: [Option<(Option<Wall>, u8)>; 4] = [None; 4];
    for check_in in check_ins {
        let place = match check_in.moment {
            Moment::Before => 0,
            Moment::After => 1,
            Moment::Plus20 if is_within(evening, check_in, &PLUS20_MIN) => 2,
            Moment::Plus90 if is_within(evening, check_in, &PLUS90_MIN) => 3,
            _ => continue,
        };
        let Some(pleasant) = check_in.pleasant else { continue };
        if found[place].is_none_or(|(at, _)| at <= check_in.at) {
            found[place] = Some((check_in.at, pleasant.min(100)));
        }
    }
    found.map(|one| one.map(|(_, pleasant)| pleasant))
}

/// Whether a check-in was made so many minutes after the film. Where that is not known, its own word is taken.
fn is_within(evening: &Evening, check_in: &CheckIn, minutes: &RangeInclusive<i64>) -> bool {
    let since = evening.film_ended_at.zip(check_in.at).map(|(ended, at): (Wall, Wall)| at - ended);
    since.is_none_or(|since: TimeDelta| minutes.contains(&since.num_minutes()))
}
