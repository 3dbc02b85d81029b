//! What one evening says.

use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use uuid::Uuid;

use crate::clock::Wall;
use crate::evening::check_in::Moment;
use crate::evening::later::{PLUS20_MIN, PLUS90_MIN};
use crate::evening::tears::{Tears, cry_starts};
use crate::journal::cries::{self, Origin};
use crate::journal::entry::{BreakKind, CheckIn, Cry, Evening, Helped};
use crate::shelf::history::{self, Look};

use super::TearFacts;
use super::titles::Titles;

/// What one evening says.
#[derive(Clone, Copy, Debug, PartialEq)]
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
}

/// What one evening says of one title.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemFacts {
    /// The evening.
    pub evening: Uuid,
    /// When the evening began.
    pub(super) began: Option<NaiveDateTime>,
    /// Which of [`Facts::titles`](super::Facts::titles) it is.
    pub title: usize,
    /// What it did that evening.
    pub look: Look,
}

/// What one break says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakFacts {
    /// The evening.
    pub evening: Uuid,
    /// The evening's day.
    pub day: NaiveDate,
    /// What was done in it: for each of [`BreakKind::ALL`], whether it was.
    pub kinds: [bool; BreakKind::ALL.len()],
    /// Seconds of it that were spent breathing.
    pub breathed_secs: u32,
    /// How it was afterwards.
    pub helped: Option<Helped>,
}

impl EveningFacts {
    /// Of an evening, of the check-ins that hang on it, and of how many cries there were.
    pub(super) fn of(evening: &Evening, check_ins: &[&CheckIn], cries: usize) -> Self {
        Self {
            id: evening.id,
            day: evening.day,
            began: evening.began.as_ref().map(Wall::naive_local),
            minutes: minutes(evening),
            tears: if cries > 0 { Some(true) } else { evening.tears.map(Tears::is_cry) },
            pleasant: pleasant(evening, check_ins),
        }
    }

    /// What was watched in it.
    pub(super) fn items(&self, evening: &Evening, tears: &[&Cry], titles: &mut Titles, into: &mut Vec<ItemFacts>) {
        let remembered: Vec<_> = counting(tears).map(|cry| (cry.item, cry.film_secs)).collect();
        let around = (self.pleasant[0], self.pleasant[1]);
        let item = |(item, look)| ItemFacts { evening: self.id, began: self.began, title: titles.of(item), look };
        into.extend(history::of_evening(evening, Some(&around), &remembered).into_iter().map(item));
    }

    /// Its breaks.
    pub(super) fn breaks(&self, evening: &Evening) -> impl Iterator<Item = BreakFacts> {
        let (id, day) = (self.id, self.day);
        evening.breaks.iter().map(move |taken| BreakFacts {
            evening: id,
            day,
            kinds: BreakKind::ALL.map(|kind| taken.kinds.contains(&kind)),
            breathed_secs: taken.breathed_secs,
            helped: taken.helped,
        })
    }

    /// How much pleasanter it was at one of the later moments (1 right after the film, 2 twenty and 3 ninety minutes
    /// after it) than before, -100 to 100; `None` where one of the two was not said.
    #[must_use]
    pub fn change(&self, later: usize) -> Option<f64> {
        let after = *self.pleasant.get(later)?;
        Some(f64::from(after?) - f64::from(self.pleasant[0]?))
    }
}

/// The cries of an evening, with the time of those that were marked when they came.
pub(super) fn cries_of<'a>(evening: &'a Evening, tears: &[&Cry]) -> impl ExactSizeIterator<Item = TearFacts> + use<'a> {
    let starts = cry_starts(&evening.marks);
    let cries = cries::cries_with(evening, starts.len(), counting(tears).count());
    let (day, origin) = (evening.day, Origin::Evening(evening.id));
    (0..cries).map(move |n| TearFacts { day, at: starts.get(n).map(Wall::naive_local), origin })
}

/// The tears that count as cries.
fn counting<'a>(tears: &[&'a Cry]) -> impl Iterator<Item = &'a Cry> {
    tears.iter().copied().filter(|cry| cries::counts(cry))
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
