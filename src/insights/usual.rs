//! What is usual for one person, and how the last four weeks stand to it.

use chrono::{Days, NaiveDate};

use crate::insights::crying::Step;
use crate::insights::facts::{Facts, List};
use crate::insights::rate::{Counts, LEAST_CRIES, LEAST_WEEKS, spread, usual_range};
use crate::insights::span::within;

/// The lists of facts it is made of.
pub const USES: &[List] = &[List::Tears, List::KnownDays];

/// What counts as lately.
pub const LATELY_DAYS: u64 = 28;

/// What it is held against: the twelve weeks before that.
pub const BEFORE_DAYS: u64 = 84;

/// Of so many of the last days something has to be known. With only a few, each single cry would weigh like many, and
/// people open the program on the days they cry: a handful of such days would look like a hard month.
pub const LEAST_DAYS_LATELY: u32 = 14;

/// What is usual is told from the year before today.
const USUAL_DAYS: u64 = 365;

/// The mean length of a month.
const MONTH_DAYS: f64 = 365.25 / 12.0;

/// How the last four weeks stand to the twelve before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lately {
    /// The cries of the last four weeks and of the twelve before, each with how many days of that time are known.
    pub counts: Counts,
    /// How many cries would be usual on as many days as are known of the last four weeks (`counts.lately_days`, which
    /// may be fewer than 28), so that `counts.lately` can be held against it.
    pub usual: f64,
    /// Whether the difference is greater than what chance and the person's own ups and downs bring.
    pub stands_out: bool,
}

/// How the last four weeks stand to the twelve before. Days of which nothing is known count on neither side.
///
/// `None` where too little is known to say: where something is known of fewer than fourteen days lately, or of fewer
/// than eight weeks before, or where there were fewer than five cries in those.
#[must_use]
pub fn lately(facts: &Facts, today: NaiveDate) -> Option<Lately> {
    let begins = today.checked_sub_days(Days::new(LATELY_DAYS - 1))?;
    let before_begins = begins.checked_sub_days(Days::new(BEFORE_DAYS))?;
    let (mut known, mut weeks) = ([0_u32; 2], [None::<u32>; (BEFORE_DAYS / 7) as usize]);
    let week_of = |day: NaiveDate| usize::try_from((day - before_begins).num_days() / 7).ok();
    for &day in within(facts.known_days(today), |day| *day, Some(before_begins), today) {
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
    for cry in within(facts.tears(), |cry| cry.day, Some(before_begins), today) {
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
    if !enough || known[0] < LEAST_DAYS_LATELY {
        return None;
    }
    let counts = Counts { lately, lately_days: known[0], before, before_days: known[1] };
    // Where there were none lately there is no interval of this kind; an exact one says how rare that is.
    let [low, high] = counts.likely(spread(&weeks), 0.95).unwrap_or_else(|| counts.exact_limits(0.95));
    Some(Lately { counts, usual: counts.usual(), stands_out: low > 1.0 || high < 1.0 })
}

/// Between how many cries a week or a month of this person usually lies, told from the last year before the week or
/// month that is not over. `None` where something is known of fewer than eight weeks, or of fewer than five cries.
#[must_use]
pub fn range(facts: &Facts, step: Step, today: NaiveDate) -> Option<[u32; 2]> {
    let until = step.start_of(today);
    let from = until.checked_sub_days(Days::new(USUAL_DAYS))?;
    let last = until.pred_opt()?;
    let days = within(facts.known_days(today), |day| *day, Some(from), last);
    let known = u32::try_from(days.len()).ok()?;
    let mut weeks: Vec<NaiveDate> = days.iter().map(|day| Step::Week.start_of(*day)).collect();
    weeks.dedup();
    let cries = u32::try_from(within(facts.tears(), |cry| cry.day, Some(from), last).len()).ok()?;
    if u32::try_from(weeks.len()).is_ok_and(|weeks| weeks < LEAST_WEEKS) || cries < LEAST_CRIES {
        return None;
    }
    let in_days = match step {
        Step::Week => 7.0,
        Step::Month => MONTH_DAYS,
    };
    usual_range(cries, known, in_days)
}

#[cfg(test)]
mod tests;
