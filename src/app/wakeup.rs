//! When the screen has to be drawn again although nobody pressed anything. Still screens ask for nothing.

use std::time::Duration;

use crate::clock::Now;
use crate::evening::later;
use crate::evening::run::{Run, Stage};

use super::company::{KEEPS_AWAKE, keeps_awake};
use super::model::{Folder, Model, next_five_minutes};
use super::nav::{Page, Room};
use super::reminder;

/// How long after the last press the watching screen steps back.
pub const DIMS_AFTER: Duration = Duration::from_secs(10);

/// How long opening the folder may take before the screen says so: most are open before it could be read.
pub const OPENS_QUIETLY: Duration = Duration::from_millis(600);

/// How long after a failed save it is tried again without being asked.
pub const TRIES_AGAIN_AFTER: Duration = Duration::from_secs(20);

/// About thirty pictures a second: plenty for a breath of ten seconds.
const ONE_PICTURE: Duration = Duration::from_millis(33);

/// How long after the last press a breath that is only looked at goes on.
const PREVIEWS_FOR: Duration = Duration::from_mins(5);

const HALF_A_SECOND_MS: u32 = 500;

/// When the screen has to be drawn again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wakeup {
    /// Not before somebody does something.
    Never,
    /// After this much time on the app's clock.
    After(Duration),
    /// All the time, while something moves: after this much real time.
    Animating(Duration),
}

/// When the screen has to be drawn again.
#[must_use]
pub fn next_wakeup(model: &Model, now: Now) -> Wakeup {
    let next = match (next_change(model, now), model.settings.notify) {
        (Wakeup::Animating(time), _) => Wakeup::Animating(time),
        (next, false) => next,
        (next, true) => earlier(next, reminder::next_change(model, now).map(|wait| wait + A_MOMENT_MORE)),
    };
    let next = earlier(next, falls_asleep(model, now).filter(|_| keeps_awake(model, false, now)));
    match (&model.saving.failed, next) {
        (None, _) | (_, Wakeup::Animating(_)) => next,
        (Some(_), Wakeup::Never) => Wakeup::After(TRIES_AGAIN_AFTER),
        (Some(_), Wakeup::After(time)) => Wakeup::After(time.min(TRIES_AGAIN_AFTER)),
    }
}

fn earlier(next: Wakeup, other: Option<Duration>) -> Wakeup {
    match (next, other) {
        (Wakeup::After(time), Some(other)) => Wakeup::After(time.min(other)),
        (Wakeup::Never, Some(other)) => Wakeup::After(other),
        (next, _) => next,
    }
}

fn next_change(model: &Model, now: Now) -> Wakeup {
    if let Folder::Opening(since) = model.folder {
        let quiet = (since + OPENS_QUIETLY).checked_sub(now.mono).filter(|left| !left.is_zero());
        return quiet.map_or(Wakeup::Never, Wakeup::After);
    }
    if model.asks_to_quit || model.found.is_some() || matches!(model.folder, Folder::Closed(_) | Folder::Vanished(_)) {
        let asked = model.found.as_ref().and_then(|found| found.until_question_changes(now));
        return earlier(running_film(model, now), asked);
    }
    match &model.run {
        Some(run) if run.stage == Stage::Watching => watching(model, run, now),
        Some(Run { stage: Stage::Break, .. }) => paced(model, model.menu_open || !model.over.is_empty(), now),
        Some(run) if run.stage == Stage::Aftercare && !model.checks_in_during_aftercare() => later_offer(model, now),
        Some(_) => Wakeup::Never,
        // What is said to fit is reckoned from now.
        None if matches!(model.nav.page(), Some(Page::Choose | Page::Title(_))) => {
            earlier(Wakeup::Never, start_moves(model, now))
        }
        None if !model.over.is_empty() => paced(model, true, now),
        None if matches!(model.nav.page(), Some(Page::EditPattern(_))) => preview(model, now),
        None if model.nav.page().is_some() => Wakeup::Never,
        None => match (model.nav.room, model.breathing_since) {
            (Room::Breathe, Some(_)) => paced(model, false, now),
            (Room::Tonight, _) => tonight(model, now),
            _ => Wakeup::Never,
        },
    }
}

fn watching(model: &Model, run: &Run, now: Now) -> Wakeup {
    let minute = run.film.until_next_minute(now.mono);
    let dims = model.last_input.saturating_add(DIMS_AFTER).checked_sub(now.mono).filter(|left| !left.is_zero());
    let dims = if model.menu_open { None } else { dims };
    [minute, dims].into_iter().flatten().min().map_or(Wakeup::Never, Wakeup::After)
}

/// A running film is drafted every minute, whatever the screen shows.
fn running_film(model: &Model, now: Now) -> Wakeup {
    let minute = model.run.as_ref().and_then(|run| run.film.until_next_minute(now.mono));
    minute.map_or(Wakeup::Never, Wakeup::After)
}

/// While a pace is on, and until it ends by itself.
fn paced(model: &Model, is_covered: bool, now: Now) -> Wakeup {
    let Some((pace, phase)) = model.pace.as_ref().and_then(|pace| Some((pace, pace.phase(now.mono)?))) else {
        return Wakeup::Never;
    };
    let ends = pace.ends().map(|end| end.saturating_sub(now.mono));
    if is_covered {
        ends.map_or(Wakeup::Never, Wakeup::After)
    } else if model.is_still() {
        earlier(Wakeup::After(phase.until_count_changes), ends)
    } else {
        Wakeup::Animating(ONE_PICTURE)
    }
}

/// A breath beside the way to breathe that is being made, for as long as somebody is likely to look.
fn preview(model: &Model, now: Now) -> Wakeup {
    if now.mono.saturating_sub(model.last_input) >= PREVIEWS_FOR {
        Wakeup::Never
    } else if model.is_still() {
        // Counts change on half seconds.
        let into = now.mono.subsec_millis() % HALF_A_SECOND_MS;
        Wakeup::After(Duration::from_millis(u64::from(HALF_A_SECOND_MS - into)))
    } else {
        Wakeup::Animating(ONE_PICTURE)
    }
}

/// When nobody was there for so long that the screen need not be kept awake any more.
fn falls_asleep(model: &Model, now: Now) -> Option<Duration> {
    model.last_input.saturating_add(KEEPS_AWAKE).checked_sub(now.mono).filter(|left| !left.is_zero())
}

/// The planned start moves on while it is "now", and a later check-in may come into its time.
fn tonight(model: &Model, now: Now) -> Wakeup {
    let reminds = reminder::next_change(model, now).map(|wait| wait + A_MOMENT_MORE);
    earlier(earlier(later_offer(model, now), start_moves(model, now)), reminds)
}

/// How long the planned start stays as it is, while it is "now".
fn start_moves(model: &Model, now: Now) -> Option<Duration> {
    let wait = model.tonight.when.is_none().then(|| next_five_minutes(now) - now.wall.naive_local())?;
    wait.to_std().ok().map(|wait| wait + A_MOMENT_MORE)
}

/// So that the change has come when the screen is drawn.
const A_MOMENT_MORE: Duration = Duration::from_millis(20);

/// When a later check-in comes into its time, or goes out of it.
fn later_offer(model: &Model, now: Now) -> Wakeup {
    let change = later::next_change(&model.journal, now.wall, model.settings.day_starts_hour);
    let wait = change.and_then(|at| (at - now.wall).to_std().ok());
    wait.map_or(Wakeup::Never, |wait| Wakeup::After(wait + A_MOMENT_MORE))
}
