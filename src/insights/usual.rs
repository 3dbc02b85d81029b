//! What is usual for one person, and how the last four weeks stand to it.

use chrono::{Days, NaiveDate};

use crate::insights::crying::Step;
use crate::insights::facts::Facts;
use crate::insights::rate::{Counts, LEAST_CRIES, LEAST_WEEKS, spread, usual_range};

/// What counts as lately.
pub const LATELY_DAYS: u64 = 28;

/// What it is held against: the twelve weeks before that.
pub const BEFORE_DAYS: u64 = 84;

/// What is usual is told from the year before today.
const USUAL_DAYS: u64 = 365;

/// The mean length of a month.
const MONTH_DAYS: f64 = 365.25 / 12.0;

/// How the last four weeks stand to the twelve before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lately {
    /// The counts, by days of which something is known.
    pub counts: Counts,
    /// How many there would usually be in four weeks.
    pub usual: f64,
    /// Whether the difference is greater than what chance and the person's own ups and downs bring.
    pub stands_out: bool,
}

/// How the last four weeks stand to the twelve before; `None` where too little is known to say. Days of which nothing
/// is known count on neither side.
#[must_use]
pub fn lately(facts: &Facts, today: NaiveDate) -> Option<Lately> {
    let begins = today.checked_sub_days(Days::new(LATELY_DAYS - 1))?;
    let before_begins = begins.checked_sub_days(Days::new(BEFORE_DAYS))?;
    let (mut known, mut weeks) = ([0_u32; 2], [None::<u32>; (BEFORE_DAYS / 7) as usize]);
    let week_of = |day: NaiveDate| usize::try_from((day - before_begins).num_days() / 7).ok();
    for day in facts.known_days(today).skip_while(|day| *day < before_begins) {
        if day >= begins {
            known[0] += 1;
        } else {
            known[1] += 1;
            if let Some(week) = week_of(day).and_then(|week| weeks.get_mut(week)) {
                week.get_or_insert(0);
            }
        }
    }
    let (mut lately, mut before) = (0, 0);
    for cry in facts.tears().iter().filter(|cry| (before_begins..=today).contains(&cry.day)) {
        if cry.day >= begins {
            lately += 1;
        } else {
            before += 1;
            if let Some(Some(week)) = week_of(cry.day).and_then(|week| weeks.get_mut(week)) {
                *week += 1;
            }
        }
    }
    let weeks: Vec<u32> = weeks.into_iter().flatten().collect();
    let enough = u32::try_from(weeks.len()).is_ok_and(|weeks| weeks >= LEAST_WEEKS) && before >= LEAST_CRIES;
    if !enough || known[0] == 0 {
        return None;
    }
    let counts = Counts { lately, lately_days: known[0], before, before_days: known[1] };
    // Where there were none lately there is no interval of this kind; an exact one says how rare that is.
    let [low, high] = counts.likely(spread(&weeks), 0.95).unwrap_or_else(|| counts.exact_limits(0.95));
    let usual = f64::from(before) / f64::from(known[1]) * f64::from(u32::try_from(LATELY_DAYS).unwrap_or(0));
    Some(Lately { counts, usual, stands_out: low > 1.0 || high < 1.0 })
}

/// Between how many cries a week or a month of this person usually lies, told from the last year before the week or
/// month that is not over. `None` where something is known of fewer than eight weeks, or of fewer than five cries.
#[must_use]
pub fn range(facts: &Facts, step: Step, today: NaiveDate) -> Option<[u32; 2]> {
    let until = step.start_of(today);
    let from = until.checked_sub_days(Days::new(USUAL_DAYS))?;
    let days = || facts.known_days(today).filter(|day| (from..until).contains(day));
    let known = u32::try_from(days().count()).ok()?;
    let mut weeks: Vec<NaiveDate> = days().map(|day| Step::Week.start_of(day)).collect();
    weeks.dedup();
    let cries = facts.tears().iter().filter(|cry| (from..until).contains(&cry.day)).count();
    let cries = u32::try_from(cries).ok()?;
    if u32::try_from(weeks.len()).is_ok_and(|weeks| weeks < LEAST_WEEKS) || cries < LEAST_CRIES {
        return None;
    }
    let in_days = match step {
        Step::Week => 7.0,
        Step::Month => MONTH_DAYS,
    };
    usual_range(cries, known, in_days)
}
