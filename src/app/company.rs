//! What the world outside is to do beside the screen: sound, and a screen that stays awake. Two pure questions about the
//! model; `App::logic` asks them again and again and passes the answers on.

use std::time::Duration;

use crate::clock::Now;
use crate::evening::run::Stage;
use crate::sound::{Bed, Heard, Scene};

use super::model::Model;

/// How long after the last press the screen is kept awake, and something plays. Whoever fell asleep may sleep.
pub const KEEPS_AWAKE: Duration = Duration::from_hours(1);

/// What is to be heard, if anything. Nothing where the window cannot be seen, or nobody may be there.
#[must_use]
pub fn heard(model: &Model, is_hidden: bool, now: Now) -> Option<Heard> {
    let settings = &model.settings;
    if is_hidden || is_covered(model) || !may_be_there(model, now) {
        return None;
    }
    if rests(model) {
        let cues = model.pace.clone().filter(|_| settings.cues);
        let scene = Scene { bed: settings.bed, volume: settings.volume };
        (scene.bed.is_some() || cues.is_some()).then_some(Heard { scene, cues })
    } else if music_can_play(model) && model.music {
        let bed = Some(settings.bed.unwrap_or(Bed::Pad));
        Some(Heard { scene: Scene { bed, volume: settings.volume }, cues: None })
    } else {
        None
    }
}

/// Whether the steps are on in which soft music can be asked for: settling in, and what follows the film.
#[must_use]
pub fn music_can_play(model: &Model) -> bool {
    let steps = [Stage::Before, Stage::After, Stage::Tears, Stage::Aftercare];
    model.run.as_ref().is_some_and(|run| steps.contains(&run.stage))
}

/// Whether the screen is to stay awake: while a break or a guided step really runs, and somebody is there.
#[must_use]
pub fn keeps_awake(model: &Model, is_hidden: bool, now: Now) -> bool {
    let is_there = may_be_there(model, now);
    let runs = rests(model) || (music_can_play(model) && model.music);
    runs && is_there && !is_hidden && !is_covered(model)
}

/// Whether a question stands over everything.
fn is_covered(model: &Model) -> bool {
    model.asks_to_quit || model.found.is_some() || model.waits_for_folder()
}

/// Whether somebody may be there: they pressed something within the hour, and the computer has not slept since.
fn may_be_there(model: &Model, now: Now) -> bool {
    !model.has_slept && now.mono.saturating_sub(model.last_input) < KEEPS_AWAKE
}

/// Whether a break is on, or the room of breathing breathes.
#[must_use]
pub fn rests(model: &Model) -> bool {
    let in_break = model.run.as_ref().is_some_and(|run| run.stage == Stage::Break);
    in_break || (model.run.is_none() && model.breathing_since.is_some())
}
