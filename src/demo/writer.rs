//! What everything is written with: chance that is none, ids, versions and times.

use chrono::{Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;
use uuid::Uuid;

use super::LAST_EVENING_DAYS_AGO;
use crate::clock::Wall;
use crate::journal::log::{Journal, Kind};
use crate::journal::record::{DeviceId, Rev};

/// Any number does; with this one the charts look like a life.
const SEED: u64 = 1_220_703_125;

/// Writes a journal, always the same way.
pub(super) struct Writer {
    /// What was written so far.
    pub journal: Journal,
    /// The first day.
    pub first: NaiveDate,
    /// The day after the last one that is written about.
    pub today: NaiveDate,
    rng: Rng,
    offset: FixedOffset,
    revs: u64,
    moods: Vec<i32>,
}

impl Writer {
    pub fn new(first: NaiveDate, today: NaiveDate, offset: FixedOffset, device: DeviceId) -> Self {
        let mut rng = Rng::with_seed(SEED);
        let moods = moods(&mut rng, first, today);
        Self { journal: Journal::new(device), first, today, rng, offset, revs: 0, moods }
    }

    /// A new record.
    pub fn create<R: Kind>(&mut self, day: NaiveDate, at: Option<Wall>) -> R {
        self.revs += 1;
        let id = uuid::Builder::from_random_bytes(self.rng.u128(..).to_le_bytes()).into_uuid();
        R::new(id, Rev(self.revs, self.journal.device.clone()), day, at)
    }

    /// Keeps a record and hands back its id.
    pub fn keep<R: Kind>(&mut self, record: R) -> Uuid {
        let id = record.id();
        self.journal.merge(record);
        id
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }

    /// `value` in so many of a hundred cases.
    pub fn maybe<T>(&mut self, percent: u32, value: T) -> Option<T> {
        self.chance(percent).then_some(value)
    }

    /// A number from `low` to `high`, both possible.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        self.rng.i32(low..=high)
    }

    /// A number from `low` to `high`, both possible.
    pub fn count(&mut self, low: u32, high: u32) -> u32 {
        self.rng.u32(low..=high)
    }

    /// One of several, of which there must be one.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.rng.usize(..from.len())]
    }

    /// Some of several, in their order: each in so many of a hundred cases.
    pub fn some<T: Copy>(&mut self, from: &[T], percent: u32) -> Vec<T> {
        from.iter().copied().filter(|_| self.chance(percent)).collect()
    }

    /// Any day that is written about.
    pub fn any_day(&mut self) -> NaiveDate {
        let days = (self.today - self.first).num_days();
        self.first + TimeDelta::days(self.rng.i64(0..days))
    }

    /// All days that are written about.
    pub fn days_so_far(&self) -> Vec<NaiveDate> {
        let today = self.today;
        self.first.iter_days().take_while(|day| *day < today).collect()
    }

    /// The day of the last evening.
    pub fn last_evening(&self) -> NaiveDate {
        self.today - TimeDelta::days(LAST_EVENING_DAYS_AGO)
    }

    /// A moment on a day, from `low` to `high` minutes after its midnight.
    pub fn time(&mut self, day: NaiveDate, low: i32, high: i32) -> Wall {
        let minute = self.between(low, high);
        let second = self.between(0, 59);
        let local = day.and_time(NaiveTime::MIN) + TimeDelta::seconds(i64::from(minute) * 60 + i64::from(second));
        Wall::from_naive_utc_and_offset(local - self.offset, self.offset)
    }

    /// From `low` to `high` minutes after a moment.
    pub fn later(&mut self, than: Wall, low: i32, high: i32) -> Wall {
        than + TimeDelta::seconds(i64::from(self.between(low * 60, high * 60)))
    }

    /// How a day is, apart from any evening: about 20 to 85.
    pub fn mood(&self, day: NaiveDate) -> i32 {
        let n = usize::try_from((day - self.first).num_days()).unwrap_or_default();
        self.moods.get(n).copied().unwrap_or(54)
    }
}

/// How the days are: brighter in summer, in slow waves, and each day much like the one before it.
///
/// Whole numbers only, because they come out the same on every computer.
fn moods(rng: &mut Rng, first: NaiveDate, today: NaiveDate) -> Vec<i32> {
    let mut drift = 0;
    let days = first.iter_days().take_while(|day| *day <= today);
    days.zip(0..)
        .map(|(day, n)| {
            drift = drift * 7 / 8 + rng.i32(-6..=6);
            let since_midwinter = i32::try_from(day.ordinal0()).unwrap_or_default() - 15;
            54 + wave(since_midwinter, 365, 9) + wave(n, 171, 6) + wave(n, 1_100, 4) + drift
        })
        .collect()
}

/// Goes up and down in straight lines between `-height` and `height`, lowest at 0.
fn wave(x: i32, period: i32, height: i32) -> i32 {
    let phase = x.rem_euclid(period);
    let from_lowest = phase.min(period - phase);
    from_lowest * 4 * height / period - height
}
