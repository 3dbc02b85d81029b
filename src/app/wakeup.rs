//! When the screen has to be drawn again although nobody pressed anything. Still screens ask for nothing.

use std::time::Duration;

use crate::breathing::{LONGER_OUT, phase_at};
use crate::clock::Now;
use crate::evening::later;
use crate::evening::run::{Run, Stage};
use crate::journal::entry::BreakKind;

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
        return running_film(model, now);
    }
    match &model.run {
        Some(run) if run.stage == Stage::Watching => watching(model, run, now),
        Some(Run { stage: Stage::Break, pause: Some(pause), .. }) if pause.kind == BreakKind::Breathe => {
            breathing(model, pause.kind_began, now)
        }
        Some(run) if run.stage == Stage::Aftercare && !model.checks_in_during_aftercare() => later_offer(model, now),
        Some(_) => Wakeup::Never,
        // What is said to fit is reckoned from now.
        None if matches!(model.nav.page(), Some(Page::Choose | Page::Title(_))) => {
            earlier(Wakeup::Never, start_moves(model, now))
        }
        None if model.nav.page().is_some() => Wakeup::Never,
        None => match (model.nav.room, model.breathing_since) {
            (Room::Breathe, Some(since)) => breathing(model, since.mono, now),
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

fn breathing(model: &Model, since: Duration, now: Now) -> Wakeup {
    if model.settings.reduced_motion {
        Wakeup::After(phase_at(&LONGER_OUT, now.mono.saturating_sub(since)).until_count_changes)
    } else {
        Wakeup::Animating(ONE_PICTURE)
    }
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
