//! Keeping evenings for later, changing them, and taking them up.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use uuid::Uuid;

use crate::app::model::{Model, Notice, NoticeKind, Tonight};
use crate::app::nav::{Page, Room};
use crate::clock::Now;
use crate::evening::plan::{EveningPlan, ItemKind};
use crate::journal::entry::Plan;
use crate::journal::record::{Record, Rev};
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
    amend(model, plan, tonight.base, effects);
    model.tonight = Tonight { plan: model.usual_plan(), ..Tonight::default() };
    model.nav.enter(Room::Tonight);
    model.notice = Some(Notice { kind: NoticeKind::PlanKept, undo: None });
}

/// A kept plan that is open is kept as it reads now.
pub(super) fn keep_open(model: &mut Model, effects: &mut Vec<Effect>) {
    let tonight = &model.tonight;
    let Some((id, known)) = tonight.id.and_then(|id| Some((id, model.journal.plans.get(id)?))) else { return };
    let plan = Plan { when: tonight.when.or(known.when), plan: tonight.plan.clone(), ..known.clone() };
    if plan != *known {
        amend(model, plan, model.tonight.base.clone(), effects);
        model.tonight.base = model.journal.plans.get(id).map(Plan::base);
    }
}

/// Keeps a plan as it was changed, from what it was made from.
fn amend(model: &mut Model, mut plan: Plan, base: Option<(Rev, Vec<Rev>)>, effects: &mut Vec<Effect>) {
    if let Some((rev, after)) = base {
        plan.set_rev(rev, after);
    }
    model.journal.amend(plan);
    changed(model, effects);
}

fn changed(model: &mut Model, effects: &mut Vec<Effect>) {
    model.revision += 1;
    let save = Effect::Save(Sheet::Plans);
    if !effects.contains(&save) {
        effects.push(save);
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
    changed(model, effects);
    take(model, copied);
    model.notice = Some(Notice { kind: NoticeKind::PlanCopied, undo: None });
}

/// The kept evening that is open comes again every week, or does not.
pub(super) fn set_weekly(model: &mut Model, weekly: bool, effects: &mut Vec<Effect>) {
    let Some(known) = model.tonight.id.and_then(|id| model.journal.plans.get(id)).cloned() else { return };
    let id = known.id;
    if known.weekly != weekly {
        amend(model, Plan { weekly, ..known }, model.tonight.base.clone(), effects);
        model.tonight.base = model.journal.plans.get(id).map(Plan::base);
    }
}

/// An evening that comes every week begins: the next one is kept, unless it is already.
pub(super) fn keep_next_week(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let Some(known) = model.tonight.id.and_then(|id| model.journal.plans.get(id)).cloned() else { return };
    let Some(when) = known.when.filter(|_| known.weekly) else { return };
    let today = model.today(now);
    let next = next_of_weekly(when, now.wall.naive_local(), today);
    if model.journal.open_plans().any(|other| other.id != known.id && other.weekly && other.when == Some(next)) {
        // Begun before, by mistake, or on another computer.
        return;
    }
    let plan = plan_again(known.plan);
    let plan = Plan { when: Some(next), plan, weekly: true, ..model.journal.create(today, Some(now.wall)) };
    model.journal.put(plan);
    changed(model, effects);
}

/// An evening that comes every week and was not begun moves on to the next of its days that is still to come, once its
/// own day is over.
pub fn move_weekly_on(model: &mut Model, now: Now, effects: &mut Vec<Effect>) {
    let today = model.today(now);
    let is_over = |plan: &&Plan| plan.weekly && plan.when.is_some_and(|when| when.date() + TimeDelta::days(1) < today);
    let over: Vec<Plan> =
        model.journal.open_plans().filter(is_over).filter(|plan| model.tonight.id != Some(plan.id)).cloned().collect();
    for mut plan in over {
        plan.when = plan.when.map(|when| next_of_weekly(when, now.wall.naive_local(), today));
        amend(model, plan, None, effects);
    }
}

/// The first time after `when`, by whole weeks, that is still to come and not on the day that is being lived.
fn next_of_weekly(when: NaiveDateTime, local: NaiveDateTime, today: NaiveDate) -> NaiveDateTime {
    let mut next = when + TimeDelta::weeks(1);
    while next <= local || next.date() <= today {
        next += TimeDelta::weeks(1);
    }
    next
}

/// What an evening is to hold when it comes again. Which episodes that are is not known yet.
fn plan_again(mut plan: EveningPlan) -> EveningPlan {
    let is_series = plan.items.iter().any(|item| item.kind == ItemKind::Episode);
    if is_series {
        plan.items.truncate(1);
        for item in &mut plan.items {
            (item.season, item.episode) = (None, None);
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekly_evening_comes_again_on_its_own_weekday_and_never_on_the_day_that_is_lived() {
        let at = |text: &str| text.parse::<NaiveDateTime>().expect("a time");
        let next = |when, local, today: &str| next_of_weekly(at(when), at(local), today.parse().expect("a day"));
        let friday = "2026-11-20T20:30:00";
        assert_eq!(next(friday, "2026-11-20T20:31:00", "2026-11-20"), at("2026-11-27T20:30:00"));
        assert_eq!(next(friday, "2026-11-28T10:00:00", "2026-11-28"), at("2026-12-04T20:30:00"), "one was left out");
        let past_midnight = "2026-11-21T00:30:00";
        assert_eq!(next(past_midnight, "2026-11-28T00:40:00", "2026-11-27"), at("2026-12-05T00:30:00"));
    }
}
