//! Kept evenings whose time has come, or comes soon. They are said quietly, and only on the page of tonight.

use std::time::Duration;

use chrono::{NaiveDateTime, TimeDelta};

use crate::clock::Now;
use crate::journal::entry::Plan;

use super::model::Model;

/// So long before its time a kept evening is said: enough to finish what one is at, and to make the room ready.
pub const SOON: TimeDelta = TimeDelta::minutes(60);

/// And so long after it: later than that nothing of its length would fit any more.
pub const STILL: TimeDelta = TimeDelta::hours(3);

/// The kept evening that is due: of several, the next one to come, or else the one that came last.
#[must_use]
pub fn due(model: &Model, now: Now) -> Option<&Plan> {
    let local = now.wall.naive_local();
    let is_due = |plan: &&Plan| plan.when.is_some_and(|when| when - SOON <= local && local <= when + STILL);
    let all = || model.journal.open_plans().filter(is_due);
    let to_come = all().filter(|plan| plan.when >= Some(local)).min_by_key(|plan| (plan.when, plan.id));
    to_come.or_else(|| all().max_by_key(|plan| (plan.when, plan.id)))
}

/// A computer may sleep, and the clock may change: no wait is longer than this.
const LONGEST_WAIT: Duration = Duration::from_mins(10);

/// How long until the line about a kept evening may have to be another one, at most ten minutes where one is near.
#[must_use]
pub fn next_change(model: &Model, now: Now) -> Option<Duration> {
    let local = now.wall.naive_local();
    let edges = model.journal.open_plans().filter_map(|plan| plan.when);
    let edges = edges.flat_map(|when| [when - SOON, when, when + STILL]).filter(|edge| *edge > local);
    let is_near = |edge: &NaiveDateTime| *edge - local < TimeDelta::days(1);
    edges.filter(is_near).min().and_then(|edge| (edge - local).to_std().ok()).map(|wait| wait.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Wall;

    fn at(time: &str) -> Now {
        let wall = Wall::parse_from_rfc3339(&format!("2026-11-22T{time}:00+01:00")).expect("a time");
        Now { wall, mono: Duration::from_secs(1) }
    }

    #[test]
    fn of_two_evenings_the_next_to_come_is_said_and_then_the_one_that_came_last() {
        let mut model = Model::new(String::new(), false);
        for time in ["20:30", "21:20"] {
            let when = format!("2026-11-22T{time}:00").parse().ok();
            let plan = Plan { when, ..model.journal.create("2026-11-20".parse().expect("a day"), None) };
            model.journal.put(plan);
        }
        let said = |time| due(&model, at(time)).and_then(|plan| plan.when).map(|when| when.format("%H:%M").to_string());
        assert_eq!(said("19:29"), None);
        for (time, expected) in [("19:30", "20:30"), ("20:25", "20:30"), ("20:31", "21:20"), ("22:00", "21:20")] {
            assert_eq!(said(time).as_deref(), Some(expected), "{time}");
        }
        assert_eq!(said("23:40").as_deref(), Some("21:20"));
        assert_eq!(said("23:59").as_deref(), Some("21:20"));
    }

    #[test]
    fn nothing_is_waited_for_where_nothing_is_kept_and_never_for_long() {
        let mut model = Model::new(String::new(), false);
        assert_eq!(next_change(&model, at("12:00")), None);
        let when = "2026-11-22T20:30:00".parse().ok();
        let plan = Plan { when, ..model.journal.create("2026-11-20".parse().expect("a day"), None) };
        model.journal.put(plan);
        assert_eq!(next_change(&model, at("12:00")), Some(LONGEST_WAIT));
        assert_eq!(next_change(&model, at("19:29")), Some(Duration::from_mins(1)));
    }
}
