//! Breathing to a pace: in its room, and in breaks.

use std::time::Duration;

use crate::app::model::{Model, Notice, NoticeKind};
use crate::breathing::Pace;
use crate::clock::Now;
use crate::evening::run::{Run, Stage, Step};
use crate::journal::entry::{BreakKind, Breath, OwnPattern};

use super::{Effect, put, take_step};

/// Breathing outside an evening is kept from this many seconds on.
const WORTH_KEEPING_SECS: u64 = 30;

/// Breathing outside an evening begins, or ends because the person says so.
pub(super) fn breathe(model: &mut Model, on: bool, now: Now, effects: &mut Vec<Effect>) {
    model.pace_ended = None;
    if on {
        let length = model.settings.breathe_min.map(|minutes| Duration::from_mins(u64::from(minutes)));
        model.breathing_since = Some(now);
        model.pace = Some(Pace::new(model.pattern_now(), length, now.mono));
    } else {
        end_room(model, now, effects);
    }
}

/// The person leaves the room: nothing of what was there is there the next time.
pub(super) fn leave(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    breathe(model, false, now, effects);
    model.pattern_once = None;
}

/// What was breathed in the room is kept.
fn end_room(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let Some(since) = model.breathing_since.take() else { return };
    let pattern = model.pace.take().map_or_else(|| model.pattern_now(), |pace| pace.pattern);
    model.pattern_once = None;
    let secs = now.mono.saturating_sub(since.mono).as_secs();
    if secs >= WORTH_KEEPING_SECS {
        let day = model.today(since);
        let mut breath: Breath = model.journal.create(day, Some(since.wall));
        breath.pattern = pattern.id;
        breath.secs = u32::try_from(secs).unwrap_or(u32::MAX);
        put(model, breath, effects);
    }
}

/// Whether a step is one after which the break breathes anew, also where it did already.
pub(super) fn wants_pace(step: &Step) -> bool {
    matches!(step, Step::TakeBreak | Step::DoInBreak(BreakKind::Breathe))
}

/// The pace follows the break: it is there while the break breathes, and gone at once when it does not.
pub(super) fn follow_break(model: &mut Model, anew: bool, now: Now) {
    model.pace_ended = None;
    if breaks_to_breathe(model.run.as_ref()) {
        if anew || model.pace.is_none() {
            model.pace = Some(Pace::new(model.pattern_now(), None, now.mono));
        }
    } else if model.run.is_some() {
        model.pace = None;
        if model.run.as_ref().is_some_and(|run| run.stage != Stage::Break) {
            model.pattern_once = None;
        }
    }
    if model
        .run
        .as_ref()
        .is_none_or(|run| !matches!(run.stage, Stage::Before | Stage::After | Stage::Tears | Stage::Aftercare))
    {
        model.music = false;
    }
}

/// Shows or hides what can be chosen. Whoever comes back to the breath does not come into the middle of one; only a
/// pace that ends after a few breaths goes on, because nobody is to breathe more of it than is good.
pub(super) fn menu(model: &mut Model, open: bool, now: Now) {
    model.menu_open = open;
    if let Some(pace) = model.pace.as_mut().filter(|pace| pace.breaths.is_none()) {
        pace.began = now.mono;
    }
}

fn breaks_to_breathe(run: Option<&Run>) -> bool {
    run.and_then(|run| run.pause.as_ref()).is_some_and(|pause| pause.kind == BreakKind::Breathe)
}

/// Breathes in this way. One with a hold is for this time only, so that it is never chosen again by the app itself.
pub(super) fn choose_pattern(model: &mut Model, id: String, now: Now, effects: &mut Vec<Effect>) {
    let Some(pattern) = model.pattern(&id) else { return };
    if pattern.may_be_offered() {
        model.pattern_once = None;
        if model.settings.pattern != id {
            model.settings.pattern = id;
            effects.push(Effect::SaveSettings);
        }
    } else {
        model.pattern_once = Some(id);
    }
    model.pace_ended = None;
    if breaks_to_breathe(model.run.as_ref()) {
        model.pace = Some(Pace::new(pattern, None, now.mono));
    }
}

/// Keeps a way to breathe that is one to breathe by, and breathes in it from now on.
pub(super) fn keep_pattern(model: &mut Model, pattern: OwnPattern, now: Now, effects: &mut Vec<Effect>) {
    if pattern.timing.checked().is_err() || pattern.name.trim().is_empty() {
        return;
    }
    let id = pattern.id.to_string();
    put(model, pattern, effects);
    choose_pattern(model, id, now, effects);
    model.notice = Some(Notice { kind: NoticeKind::PatternKept, undo: None });
}

/// The computer slept: nobody breathed meanwhile, and nobody may be there. The pace is over; a break stays open.
pub(super) fn slept(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    model.has_slept = true;
    if model.run.is_none() {
        breathe(model, false, now, effects);
    } else if model.pace.is_some() {
        take_step(model, Step::DoInBreak(BreakKind::Sit), now, effects);
    }
}

/// A pace that has come to its end stops; what it was part of stays open. Says whether it did.
pub fn end_pace(model: &mut Model, now: Now, effects: &mut Vec<Effect>) -> bool {
    let Some(end) = model.pace.as_ref().and_then(Pace::ends).filter(|end| now.mono >= *end) else { return false };
    // The break was breathed until then, however late this is noticed.
    let late = now.mono.saturating_sub(end);
    let then = Now { mono: end, wall: now.wall - late };
    let pace = model.pace.clone();
    if let Some(run) = model.run.as_mut().filter(|run| run.stage == Stage::Break) {
        run.take(Step::DoInBreak(BreakKind::Sit), then);
        model.pace = None;
        model.pattern_once = None;
        effects.push(Effect::SaveDraft);
    } else {
        end_room(model, then, effects);
    }
    model.pace_ended = pace;
    true
}
