//! The one place that changes the model.

mod backups;
pub(super) mod breath;
mod delete;
mod effect;
mod evenings;
pub(super) mod plans;
mod run;
mod titles;
mod versions;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::clock::Now;
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::later;
use crate::evening::run::{Stage, Step};
use crate::journal::entry::{BreakKind, CheckIn, Cry, Day, Evening};
use crate::journal::log::Kind;
use crate::journal::sheet::Sheet;
use crate::journal::trash::Records;
use crate::shelf::players::checked;

pub use effect::{Effect, in_safe_order};
use run::{abandon, begin, take_step, take_up};
pub use run::{resume, slept};

use super::command::Command;
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
    let after_evening = model.over_on.map(|_| model.tonight.clone());
    match command {
        Command::Enter(room) => {
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
        Command::TakePlan(id) => plans::take(model, id),
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
    if after_evening.is_some_and(|tonight| tonight != model.tonight) {
        // There is something to plan again.
        model.over_on = None;
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
