//! Evenings of the past: added by hand, and changed afterwards.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::app::model::{Model, Notice, NoticeKind};
use crate::app::nav::Page;
use crate::clock::Now;
use crate::evening::plan::{EveningPlan, Item, Place};
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, Reflection, Watched};
use crate::journal::log::Kind;
use crate::journal::sheet::Sheet;

use super::{Effect, ask_to_save, put};

/// Adds an evening that was not planned here, and opens it. It was today and elsewhere, until the person says otherwise.
pub(super) fn add(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let plan = EveningPlan { items: vec![Item::default()], place: Some(Place::Elsewhere), ..EveningPlan::default() };
    let mut evening: Evening = model.journal.create(model.today(now), None);
    evening.plan = plan;
    evening.closed = Some(now.wall);
    let id = evening.id;
    keep(model, evening, effects);
    model.nav.open(Page::Evening(id));
}

/// Keeps an evening as it reads now. What is added to it afterwards was watched, and what hangs on it moves with its day.
pub(super) fn keep(model: &mut Model, mut evening: Evening, effects: &mut Vec<Effect>) {
    let known = model.journal.evenings.get(evening.id);
    let was = known.map(|known| known.day);
    let was_there = |key: u32| known.is_some_and(|known| known.plan.item(key).is_some());
    let is_new = |item: &&Item| !was_there(item.key) && evening.watched.iter().all(|watched| watched.item != item.key);
    let watched = |item: &Item| Watched { item: item.key, film_secs: 0, to_the_end: true };
    let new: Vec<Watched> = evening.plan.items.iter().filter(is_new).map(watched).collect();
    evening.watched.retain(|watched| evening.plan.item(watched.item).is_some());
    evening.watched.extend(new);
    let (id, day) = (evening.id, evening.day);
    put(model, evening, effects);
    let Some(was) = was.filter(|was| *was != day) else { return };
    // Each moves to its new file first and leaves the old one then.
    ask_for(Effect::Save(Sheet::of_month(was)), effects);
    move_hanging::<CheckIn>(model, id, [was, day], effects, |record, day| record.day = day);
    move_hanging::<Cry>(model, id, [was, day], effects, |record, day| record.day = day);
    move_hanging::<Reflection>(model, id, [was, day], effects, |record, day| record.day = day);
    move_hanging::<Joy>(model, id, [was, day], effects, |record, day| record.day = day);
    move_hanging::<Breath>(model, id, [was, day], effects, |record, day| record.day = day);
}

fn ask_for(effect: Effect, effects: &mut Vec<Effect>) {
    if !effects.contains(&effect) {
        effects.push(effect);
    }
}

/// What hangs on an evening and was on its day is on its new day.
fn move_hanging<R: Kind>(
    model: &mut Model,
    evening: Uuid,
    [was, day]: [NaiveDate; 2],
    effects: &mut Vec<Effect>,
    set: fn(&mut R, NaiveDate),
) {
    let hangs = |record: &&R| record.evening() == Some(evening) && record.day() == was;
    let hanging: Vec<R> = R::table(&model.journal).iter().filter(hangs).cloned().collect();
    for mut record in hanging {
        set(&mut record, day);
        put(model, record, effects);
    }
}

/// Tracking rests from now on: what was not written down today is not known.
pub(super) fn rest_today(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let today = model.today(now);
    let Some(day) = model.journal.days.iter().find(|day| day.day == today && !day.paused).cloned() else { return };
    put(model, Day { paused: true, ..day }, effects);
}

/// There is nothing to note of today: that is known of it now, which is more than a day nobody wrote on.
pub(super) fn nothing_today(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let today = model.today(now);
    let known = model.journal.days.iter().find(|day| day.day == today).cloned();
    let day = known.unwrap_or_else(|| model.journal.create(today, Some(now.wall)));
    put(model, Day { nothing: true, ..day }, effects);
    ask_to_save::<Day>(today, effects);
    model.notice = Some(Notice { kind: NoticeKind::NothingToday, undo: None });
}
