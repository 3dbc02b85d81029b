//! Keeping evenings for later, changing them, and taking them up.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::app::model::{Model, Notice, NoticeKind, Tonight};
use crate::app::nav::{Page, Room};
use crate::clock::Now;
use crate::journal::entry::Plan;
use crate::journal::record::Record;
use crate::journal::sheet::Sheet;

use super::Effect;

pub(super) fn keep(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let Some(when) = model.tonight.when else {
        model.tonight.when = Some(model.next_half_past_eight(now));
        model.nav.open(Page::Start);
        return;
    };
    let tonight = std::mem::take(&mut model.tonight);
    let known = tonight.id.and_then(|id| model.journal.plans.get(id)).cloned();
    let mut plan: Plan = known.unwrap_or_else(|| {
        let today = model.today(now);
        model.journal.create(today, Some(now.wall))
    });
    plan.when = Some(when);
    plan.plan = tonight.plan;
    if let Some((rev, after)) = tonight.base {
        plan.set_rev(rev, after);
    }
    model.journal.amend(plan);
    model.revision += 1;
    effects.push(Effect::Save(Sheet::Plans));
    model.tonight = Tonight { plan: model.usual_plan(), ..Tonight::default() };
    model.nav.enter(Room::Tonight);
    model.notice = Some(Notice { kind: NoticeKind::PlanKept, undo: None });
}

/// A kept plan that is open is kept as it reads now.
pub(super) fn keep_open(model: &mut Model, effects: &mut Vec<Effect>) {
    let tonight = &model.tonight;
    let Some((id, known)) = tonight.id.and_then(|id| Some((id, model.journal.plans.get(id)?))) else { return };
    let mut plan = Plan { when: tonight.when.or(known.when), plan: tonight.plan.clone(), ..known.clone() };
    if plan != *known {
        if let Some((rev, after)) = tonight.base.clone() {
            plan.set_rev(rev, after);
        }
        model.journal.amend(plan);
        model.tonight.base = model.journal.plans.get(id).map(Plan::base);
        model.revision += 1;
        effects.push(Effect::Save(Sheet::Plans));
    }
}

pub(super) fn take(model: &mut Model, id: Uuid) {
    if let Some(plan) = model.journal.plans.get(id) {
        let base = Some(plan.base());
        model.tonight = Tonight { id: Some(id), when: plan.when, plan: plan.plan.clone(), base };
    }
}

/// Keeps a copy of a kept evening, for the same time, and takes the copy up so that its day can be chosen.
pub(super) fn copy(model: &mut Model, id: Uuid, now: Now, effects: &mut Vec<Effect>) {
    let Some(known) = model.journal.plans.get(id).cloned() else { return };
    let today = model.today(now);
    let copy = Plan { when: known.when, plan: known.plan, ..model.journal.create(today, Some(now.wall)) };
    let copied = copy.id;
    model.journal.put(copy);
    model.revision += 1;
    effects.push(Effect::Save(Sheet::Plans));
    take(model, copied);
    model.notice = Some(Notice { kind: NoticeKind::PlanCopied, undo: None });
}

/// The kept evening that is open comes again every week, or does not.
pub(super) fn set_weekly(model: &mut Model, weekly: bool, effects: &mut Vec<Effect>) {
    let Some(known) = model.tonight.id.and_then(|id| model.journal.plans.get(id)).cloned() else { return };
    let id = known.id;
    if known.weekly != weekly {
        let mut plan = Plan { weekly, ..known };
        if let Some((rev, after)) = model.tonight.base.clone() {
            plan.set_rev(rev, after);
        }
        model.journal.amend(plan);
        model.tonight.base = model.journal.plans.get(id).map(Plan::base);
        model.revision += 1;
        effects.push(Effect::Save(Sheet::Plans));
    }
}

/// An evening that comes every week begins: the next one is kept for the first of its weekdays that is still to come.
pub(super) fn keep_next_week(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let Some(known) = model.tonight.id.and_then(|id| model.journal.plans.get(id)).cloned() else { return };
    let Some(when) = known.when.filter(|_| known.weekly) else { return };
    let today = model.today(now);
    let mut next = when + TimeDelta::weeks(1);
    while next.date() <= today {
        next += TimeDelta::weeks(1);
    }
    let plan = Plan { when: Some(next), plan: known.plan, weekly: true, ..model.journal.create(today, Some(now.wall)) };
    model.journal.put(plan);
    model.revision += 1;
    effects.push(Effect::Save(Sheet::Plans));
}
