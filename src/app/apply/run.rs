//! The evening that runs: how it begins, goes on, is taken up again, and ends.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::app::command::TakeUp;
use crate::app::model::{Model, Tonight};
use crate::app::nav::Room;
use crate::clock::{Now, Wall};
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::resume::{Draft, Question};
use crate::evening::run::{Keep, Run, Stage, Step};
use crate::journal::entry::{CheckIn, Cry, Evening, Joy, Plan, Reflection};

use super::{Effect, breath, changed, keep_check_in, plans, put, put_run};

pub(super) fn begin(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let today = model.today(now);
    let mut evening: Evening = model.journal.create(today, Some(now.wall));
    plans::keep_next_week(model, now, effects);
    let tonight = std::mem::take(&mut model.tonight);
    if let Some(id) = tonight.id {
        evening.id = id;
    }
    remember_choices(model, &tonight, effects);
    evening.plan = tonight.plan;
    let mut run = Run::begin(evening, now);
    if model.settings.paused {
        run.take(Step::SkipCheckIn, now);
    }
    put(model, run.evening.clone(), effects);
    model.run = Some(run);
    model.over_on = None;
    model.menu_open = false;
    // No page of before lies under the evening.
    model.nav.enter(Room::Tonight);
    effects.push(Effect::SaveDraft);
}

/// What is likely to be the same next time.
fn remember_choices(model: &mut Model, tonight: &Tonight, effects: &mut Vec<Effect>) {
    let plan = &tonight.plan;
    let mut settings = model.settings.clone();
    settings.bedtime = plan.bedtime.or(settings.bedtime);
    settings.place = plan.place.or(settings.place);
    settings.aftercare.clone_from(&plan.aftercare);
    if settings != model.settings {
        model.settings = settings;
        effects.push(Effect::SaveSettings);
    }
}

pub(super) fn take_step(model: &mut Model, step: Step, now: Now, effects: &mut Vec<Effect>) {
    let Some(run) = &mut model.run else { return };
    let before = (run.stage, run.evening.tears, run.evening.feel, run.evening.kinds.len(), run.evening.chips.len());
    // Tears are marked in the dark: the menu closes on anything but nudging, so that several nudges are easy.
    if !matches!(step, Step::Nudge(_) | Step::PauseFilm | Step::StartFilm) {
        model.menu_open = false;
    }
    let goes_back = matches!(step, Step::BackToAfter);
    let paced = breath::wants_pace(&step);
    let mut kept = run.take(step, now);
    if model.settings.paused && matches!(run.stage, Stage::Before | Stage::After) {
        // No check-in is asked for while tracking rests: on the way back, what lies before it is the film.
        kept = kept.or(run.take(if goes_back { Step::NotOver } else { Step::SkipCheckIn }, now));
    }
    if goes_back && run.feeling.is_empty() {
        // What was answered is there again, to be changed and not to be said anew.
        let answered = model.journal.check_ins_of(run.evening.id).find(|check_in| check_in.moment == Moment::After);
        run.feeling = answered.map(Feeling::from).unwrap_or_default();
    }
    let after = (run.stage, run.evening.tears, run.evening.feel, run.evening.kinds.len(), run.evening.chips.len());
    let evening = run.evening.clone();
    let closed = evening.closed.is_some();
    breath::follow_break(model, paced, now);
    effects.push(if closed { Effect::DropDraft } else { Effect::SaveDraft });
    if before != after || closed {
        put_run(model, evening.clone(), effects);
    }
    match kept {
        Some(Keep::CheckIn(moment, feeling)) => {
            keep_check_in(model, None, Some(evening.id), moment, feeling, now, effects);
        }
        Some(Keep::Tears { item, film_min }) => {
            let film_secs = film_min.map(|minute| minute.saturating_mul(60));
            let cry = Cry {
                evening: Some(evening.id),
                item: Some(item),
                film_secs,
                ..model.journal.create(evening.day, None)
            };
            put(model, cry, effects);
        }
        Some(Keep::Words { reflection, joy }) => keep_words(model, &evening, reflection, joy, now, effects),
        None => {}
    }
    if closed {
        model.run = None;
        model.music = false;
        model.nav.enter(Room::Tonight);
        model.tonight = Tonight { plan: model.usual_plan(), ..Tonight::default() };
        model.over_on = Some(model.today(now));
    }
}

fn keep_words(
    model: &mut Model,
    evening: &Evening,
    reflection: Option<String>,
    joy: Option<String>,
    now: Now,
    effects: &mut Vec<Effect>,
) {
    if let Some(text) = reflection {
        let mut record: Reflection = model.journal.create(evening.day, Some(now.wall));
        record.evening = Some(evening.id);
        record.prompt = "aftercare-prompt".into();
        record.text = text;
        put(model, record, effects);
    }
    if let Some(text) = joy {
        let mut record: Joy = model.journal.create(evening.day, Some(now.wall));
        record.evening = Some(evening.id);
        record.text = text;
        put(model, record, effects);
    }
}

pub(super) fn abandon(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let Some(run) = model.run.take_if(|run| run.is_untouched(now)) else { return };
    model.music = false;
    let evening = &run.evening;
    // An evening that never was is not kept in the trash either.
    let check_ins: Vec<Uuid> = model.journal.check_ins_of(evening.id).map(|check_in| check_in.id).collect();
    for id in check_ins {
        model.journal.delete::<CheckIn>(id);
    }
    model.journal.delete::<Evening>(evening.id);
    changed(model, evening.day, effects);
    let kept = model.journal.plans.get(evening.id);
    let when = kept.and_then(|plan| plan.when);
    let base = kept.map(Plan::base);
    model.tonight = Tonight { id: kept.map(|plan| plan.id), when, plan: evening.plan.clone(), base };
    effects.push(Effect::DropDraft);
}

pub(super) fn take_up(model: &mut Model, answer: TakeUp, now: Now, effects: &mut Vec<Effect>) {
    let Some(draft) = model.found.take() else { return };
    if answer == TakeUp::DidNotHappen {
        model.run = Some(draft.resume_stopped(now));
        abandon(model, now, effects);
        model.tonight = Tonight { plan: model.usual_plan(), ..Tonight::default() };
        return;
    }
    let run = match (answer, draft.question(now)) {
        (TakeUp::WentOn, _) => draft.resume_went_on(now),
        (TakeUp::EndedThen, Some(Question::EndedAbout { ended })) => draft.resume_ended(ended, now),
        (TakeUp::EndedWhenLastSeen, _) => draft.resume_ended(draft.saved_at(), now),
        _ => draft.resume_stopped(now),
    };
    resume(model, run, draft.saved_at(), now, effects);
}

/// Goes on with an evening that was found, last seen at `saved_at`.
pub fn resume(model: &mut Model, mut run: Run, saved_at: Wall, now: Now, effects: &mut Vec<Effect>) {
    put_run(model, run.evening.clone(), effects);
    if run.stage == Stage::Tears && !run.feeling.is_empty() {
        let (evening, feeling) = (Some(run.evening.id), std::mem::take(&mut run.feeling));
        let then = Now { wall: saved_at, ..now };
        keep_check_in(model, None, evening, Moment::After, feeling, then, effects);
    }
    model.run = Some(run);
    model.menu_open = false;
    breath::follow_break(model, true, now);
    effects.push(Effect::SaveDraft);
}

/// The computer slept for `slept`. While the film ran it is like after a crash: the person is asked what the film did.
pub fn slept(model: &mut Model, slept: TimeDelta, now: Now, effects: &mut Vec<Effect>) {
    breath::slept(model, now, effects);
    if let Some(run) = model.run.take_if(|run| run.film.is_running()) {
        model.found = Some(Draft::of(&run, Now { wall: now.wall - slept, mono: now.mono }));
    }
}
