//! The one place that changes the model.

mod backups;
pub(super) mod breath;
mod delete;
mod effect;
mod evenings;
pub(super) mod plans;
mod titles;
mod versions;

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use crate::clock::{Now, Wall};
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::later;
use crate::evening::resume::{Draft, Question};
use crate::evening::run::{Keep, Run, Stage, Step};
use crate::journal::entry::{BreakKind, CheckIn, Cry, Day, Evening, Joy, Plan, Reflection};
use crate::journal::log::Kind;
use crate::journal::sheet::Sheet;
use crate::journal::trash::Records;
use crate::shelf::players::checked;

pub use effect::{Effect, in_safe_order};

use super::command::{Command, TakeUp};
use super::model::{Folder, Model, Notice, NoticeKind, Tonight};
use super::nav::{Page, Room};

/// Does what the person asked for.
#[expect(clippy::too_many_lines, reason = "one arm for each thing that can be asked for")]
pub fn apply(model: &mut Model, command: Command, now: Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    // What can be undone stays until something else can, or an evening begins.
    let undoable = model.notice.as_ref().is_some_and(|notice| notice.undo.is_some());
    let presses_on = matches!(command, Command::Step(_) | Command::Undo | Command::SetPlan(_));
    if matches!(command, Command::Begin) || !(undoable || presses_on) {
        model.notice = None;
    }
    match command {
        Command::Enter(room) => {
            if room != model.nav.room {
                model.over_on = None;
            }
            plans::move_weekly_on(model, now, &mut effects);
            enter(model, room, now, &mut effects);
        }
        Command::Open(page) => {
            if page == Page::TakeAlong {
                // Where an earlier one lies is no news.
                model.taken_along = None;
            }
            model.nav.open(page);
        }
        Command::Lay(over) => {
            model.asks_to_quit = false;
            // What lies there already comes to the top again, so that Back leads out in a few presses from wherever one is.
            let below = model.over.iter().position(|other| *other == over).unwrap_or(model.over.len());
            model.over.truncate(below);
            model.over.push(over);
        }
        Command::Welcome(screen) => model.welcome = Some(screen),
        Command::EndWelcome(fullscreen) => end_welcome(model, fullscreen, &mut effects),
        Command::Back => back(model, now, &mut effects),
        Command::SetPlan(plan) => {
            model.tonight.plan = plan;
            plans::keep_open(model, &mut effects);
        }
        Command::SetWhen(when) => {
            model.tonight.when = when;
            plans::keep_open(model, &mut effects);
        }
        Command::Begin => begin(model, now, &mut effects),
        Command::KeepPlan => plans::keep(model, now, &mut effects),
        Command::HoldCheckIn(half) => model.half_check_in = half.map(|half| *half),
        Command::HoldTitle(half) => titles::hold(model, *half),
        Command::LetTitleGo(of) => model.half_titles.retain(|half| half.of != of),
        Command::NewPlan => {
            model.over_on = None;
            model.tonight = Tonight { plan: model.usual_plan(), ..Tonight::default() };
        }
        Command::TakePlan(id) => {
            model.over_on = None;
            plans::take(model, id);
        }
        Command::Step(step) => take_step(model, step, now, &mut effects),
        Command::Abandon => abandon(model, now, &mut effects),
        Command::Menu(open) => breath::menu(model, open, now),
        Command::TakeUp(answer) => take_up(model, answer, now, &mut effects),
        Command::KeepCheckIn { id, evening, moment, feeling } => {
            keep_check_in(model, id, evening, moment, feeling, now, &mut effects);
            model.nav.back();
        }
        Command::NewCry { evening } => new_cry(model, evening, now, &mut effects),
        Command::KeepCry(cry) => {
            let was = model.journal.cries.get(cry.id).map(|cry| Sheet::of_month(cry.day));
            put(model, *cry, &mut effects);
            // Moved to another month it leaves the old file too, once it is safe in the new one.
            effects.extend(was.map(Effect::Save).filter(|effect| !effects.contains(effect)));
        }
        Command::KeepEvening(evening) => evenings::keep(model, *evening, &mut effects),
        Command::NewEvening => evenings::add(model, now, &mut effects),
        Command::NothingToday => evenings::nothing_today(model, now, &mut effects),
        Command::Burn(id) => delete::burn(model, id, &mut effects),
        Command::KeepReflection(reflection) => put(model, *reflection, &mut effects),
        Command::KeepJoy(joy) => put(model, *joy, &mut effects),
        Command::KeepTitle(title) => titles::keep(model, *title, now, &mut effects),
        Command::OpenAddress(address) => match checked(&address) {
            Ok(address) => effects.push(Effect::OpenAddress(address.to_owned())),
            Err(_) => model.notice = Some(Notice { kind: NoticeKind::NotOpened { address }, undo: None }),
        },
        Command::CopyList(list) => {
            effects.push(Effect::CopyList(list));
            model.notice = Some(Notice { kind: NoticeKind::ListCopied(list), undo: None });
        }
        Command::CopyPlan(id) => plans::copy(model, id, now, &mut effects),
        Command::SetWeekly(weekly) => plans::set_weekly(model, weekly, &mut effects),
        Command::Delete(id) => delete::delete(model, id, now, &mut effects),
        Command::Undo => delete::undo(model, &mut effects),
        Command::BringBack(bundle) => delete::bring_back(model, bundle, &mut effects),
        Command::Erase(bundle) => delete::erase(model, bundle, &mut effects),
        Command::ChooseVersion { id, rev } => versions::choose(model, id, &rev, now, &mut effects),
        Command::LookForBackups => backups::look(model, &mut effects),
        Command::LookIntoBackup(number) => backups::look_into(model, number, &mut effects),
        Command::Restore(number) => backups::restore(model, number, &mut effects),
        Command::AcceptVanished => effects.push(Effect::AcceptVanished),
        Command::CopyElsewhere => effects.push(Effect::CopyElsewhere),
        Command::SetSettings(settings) => {
            let begins_to_rest = settings.paused && !model.settings.paused;
            model.settings = *settings;
            effects.push(Effect::SaveSettings);
            if begins_to_rest {
                evenings::rest_today(model, now, &mut effects);
            }
        }
        Command::Breathe(on) => breath::breathe(model, on, now, &mut effects),
        Command::ChoosePattern(id) => breath::choose_pattern(model, id, now, &mut effects),
        Command::KeepPattern(pattern) => breath::keep_pattern(model, *pattern, now, &mut effects),
        Command::Music(on) => model.music = on,
        Command::TakeAlong(wanted) => {
            model.taken_along = None;
            effects.push(Effect::TakeAlong(wanted));
        }
        Command::OpenTakenAlong => {
            // Our own file, in the program the person reads such files with.
            effects.extend(model.taken_along.clone().and_then(Result::ok).map(Effect::OpenAddress));
        }
        Command::ToggleFullscreen => effects.push(Effect::ToggleFullscreen),
        Command::SaveAgain => effects.push(Effect::SaveAgain),
        Command::OpenAgain => effects.push(Effect::OpenAgain),
        Command::Quit => {
            breath::breathe(model, false, now, &mut effects);
            let nothing_open = model.run.is_none() && model.saving.failed.is_none();
            if nothing_open {
                effects.push(Effect::Quit);
            }
            model.asks_to_quit = !nothing_open;
        }
        Command::QuitNow => {
            breath::breathe(model, false, now, &mut effects);
            if model.run.is_some() {
                effects.push(Effect::SaveDraft);
            }
            effects.push(Effect::QuitAnyway);
        }
    }
    if effects.iter().any(Effect::saves) {
        note_day(model, now, &mut effects);
    }
    in_safe_order(&mut effects);
    effects
}

/// Notes that the program was opened on this day. The note is written with whatever is saved next, and at once where
/// there already is a folder.
pub fn note_day(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let today = model.today(now);
    let is_not_written = matches!(model.folder, Folder::ReadOnly(_) | Folder::Vanished(_) | Folder::Closed(_));
    if is_not_written || model.noted_day == Some(today) {
        return;
    }
    model.noted_day = Some(today);
    if model.journal.days.iter().any(|day| day.day == today && day.opened) {
        return;
    }
    let mut day: Day = model.journal.create(today, Some(now.wall));
    day.opened = true;
    day.paused = model.settings.paused;
    put(model, day, effects);
}

/// Keeps a record as it is now. Whoever changes the one that is shown of several versions has chosen it; the others go
/// to the trash.
fn put<R: Kind>(model: &mut Model, record: R, effects: &mut Vec<Effect>) {
    let (id, day) = (record.id(), record.day());
    let table = R::table(&model.journal);
    let is_shown = table.get(id).is_some_and(|shown| shown.rev() == record.rev());
    let others = table.other_versions(id).filter(|other| is_shown && !record.knows(other.rev()));
    let others: Vec<R> = others.cloned().collect();
    if others.is_empty() {
        model.journal.amend(record);
    } else {
        let mut records = Records::default();
        delete::aside(&mut records, others);
        delete::to_trash(model, records, day, NoticeKind::Chosen);
        effects.push(Effect::SaveTrash);
        model.journal.put(record);
    }
    model.revision += 1;
    ask_to_save::<R>(day, effects);
}

/// Keeps the evening that runs. What another computer says about it meanwhile stays beside it.
fn put_run(model: &mut Model, evening: Evening, effects: &mut Vec<Effect>) {
    let day = evening.day;
    model.journal.amend(evening);
    changed(model, day, effects);
}

fn changed(model: &mut Model, day: NaiveDate, effects: &mut Vec<Effect>) {
    model.revision += 1;
    ask_to_save::<Evening>(day, effects);
}

/// Asks for the file to be saved in which a record of this kind and day stands.
fn ask_to_save<R: Kind>(day: NaiveDate, effects: &mut Vec<Effect>) {
    let effect = Effect::Save(R::sheet(day));
    if !effects.contains(&effect) {
        effects.push(effect);
    }
}

fn enter(model: &mut Model, room: Room, now: Now, effects: &mut Vec<Effect>) {
    if room != Room::Breathe {
        breath::leave(model, now, effects);
    }
    model.nav.enter(room);
}

/// One level back, wherever we are. During an evening each stage knows its own way.
fn back(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    if model.asks_to_quit {
        model.asks_to_quit = false;
    } else if model.over.pop().is_some() {
    } else if let Some(screen) = model.welcome.filter(|_| !model.waits_for_folder()) {
        model.welcome = screen.before().or(Some(screen));
        model.asks_to_quit = screen.before().is_none();
    } else if model.waits_for_folder() {
        effects.push(Effect::Quit);
    } else if model.found.is_some() {
        model.asks_to_quit = true;
    } else if model.checks_in_during_aftercare() {
        model.nav.back();
    } else if let Some(run) = &model.run {
        match run.stage {
            Stage::Before => abandon(model, now, effects),
            Stage::Watching => model.menu_open = !model.menu_open,
            Stage::Break if model.menu_open => model.menu_open = false,
            // The first press stops the pacing at once; the break goes on until the person ends it.
            Stage::Break if model.pace.is_some() => take_step(model, Step::DoInBreak(BreakKind::Sit), now, effects),
            Stage::Break => take_step(model, Step::EndBreak, now, effects),
            Stage::After => take_step(model, Step::NotOver, now, effects),
            Stage::Tears => take_step(model, Step::BackToAfter, now, effects),
            Stage::Aftercare => take_step(model, Step::BackToAnswers, now, effects),
        }
    } else if model.breathing_since.is_some() {
        breath::breathe(model, false, now, effects);
    } else {
        if matches!(model.nav.page(), Some(Page::Backup(_))) {
            // Bringing one back makes another.
            effects.push(Effect::LookForBackups);
        }
        let room = model.nav.room;
        if !model.nav.back() {
            model.asks_to_quit = true;
        }
        if room == Room::Breathe && model.nav.room != room {
            breath::leave(model, now, effects);
        }
    }
}

/// The first start is over, and does not come again.
fn end_welcome(model: &mut Model, fullscreen: Option<bool>, effects: &mut Vec<Effect>) {
    model.welcome = None;
    model.settings.welcomed = true;
    model.settings.fullscreen = fullscreen.unwrap_or(model.settings.fullscreen);
    effects.push(Effect::SaveSettings);
    effects.extend(fullscreen.map(Effect::Fullscreen));
}

fn begin(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
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

fn take_step(model: &mut Model, step: Step, now: Now, effects: &mut Vec<Effect>) {
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

fn abandon(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
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

fn take_up(model: &mut Model, answer: TakeUp, now: Now, effects: &mut Vec<Effect>) {
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

/// One check-in for each moment of an evening: going back and answering again changes the first answer.
fn keep_check_in(
    model: &mut Model,
    id: Option<Uuid>,
    evening: Option<Uuid>,
    moment: Moment,
    feeling: Feeling,
    now: Now,
    effects: &mut Vec<Effect>,
) {
    if feeling.is_empty() {
        return;
    }
    let same = |known: &&CheckIn| match id {
        Some(id) => known.id == id,
        None => evening.is_some() && known.evening == evening && known.moment == moment,
    };
    let known = model.journal.check_ins.iter().find(same).cloned();
    let mut check_in = known.unwrap_or_else(|| {
        let day = evening.and_then(|id| model.journal.evenings.get(id)).map(|evening| evening.day);
        let day = day.unwrap_or_else(|| model.today(now));
        let at = Some(now.wall).filter(|_| is_at_its_time(model, evening, moment, now));
        CheckIn { evening, moment, ..model.journal.create(day, at) }
    });
    check_in.pleasant = feeling.pleasant;
    check_in.stirred = feeling.stirred;
    check_in.words = feeling.words;
    put(model, check_in, effects);
}

/// Whether a check-in that is made now is made at its moment. Of one that is remembered later only the moment is known,
/// and no time.
fn is_at_its_time(model: &Model, evening: Option<Uuid>, moment: Moment, now: Now) -> bool {
    let Some(evening) = evening.and_then(|id| model.journal.evenings.get(id)) else { return true };
    match later::window(evening, moment, model.settings.day_starts_hour) {
        Some((from, until)) => (from..=until).contains(&now.wall),
        None => moment == Moment::Free || evening.closed.is_none() && evening.began.is_some(),
    }
}

fn new_cry(model: &mut Model, evening: Option<Uuid>, now: Now, effects: &mut Vec<Effect>) {
    let day = evening.and_then(|id| model.journal.evenings.get(id)).map(|evening| evening.day);
    let day = day.unwrap_or_else(|| model.today(now));
    let at = if evening.is_some() { None } else { Some(now.wall) };
    let cry = Cry { evening, ..model.journal.create(day, at) };
    model.nav.open(Page::Cry(cry.id));
    put(model, cry, effects);
}
