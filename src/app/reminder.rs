//! Kept evenings whose time has come, or comes soon. They are said quietly, and only on the page of tonight.

use std::time::Duration;

use chrono::TimeDelta;

use crate::clock::Now;
use crate::journal::entry::Plan;

use super::model::Model;

/// So long before its time a kept evening is said.
pub const SOON: TimeDelta = TimeDelta::minutes(60);

/// And so long after it.
pub const STILL: TimeDelta = TimeDelta::hours(3);

/// The kept evening that is due: of several, the one whose time is the nearest to come, or came last.
#[must_use]
pub fn due(model: &Model, now: Now) -> Option<&Plan> {
    let local = now.wall.naive_local();
    let is_due = |plan: &&Plan| plan.when.is_some_and(|when| when - SOON <= local && local <= when + STILL);
    model.journal.open_plans().filter(is_due).max_by_key(|plan| (plan.when, plan.id))
}

/// How long until the line about a kept evening has to be another one.
#[must_use]
pub fn next_change(model: &Model, now: Now) -> Option<Duration> {
    let local = now.wall.naive_local();
    let edges = model.journal.open_plans().filter_map(|plan| plan.when);
    let edges = edges.flat_map(|when| [when - SOON, when, when + STILL]).filter(|edge| *edge > local);
    edges.min().and_then(|edge| (edge - local).to_std().ok())
}
