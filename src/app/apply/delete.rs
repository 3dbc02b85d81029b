//! Deleting, and bringing back.

use uuid::Uuid;

use crate::app::model::{Deleted, Model, Notice, NoticeKind};

use super::{Effect, changed, put};

/// Deletes a record, and what hangs on it.
pub(super) fn delete(model: &mut Model, id: Uuid, effects: &mut Vec<Effect>) {
    let mut undo = Vec::new();
    let journal = &model.journal;
    if journal.evenings.get(id).is_some() {
        let hangs_on_it = |evening: Option<Uuid>| evening == Some(id);
        let check_ins: Vec<_> = journal.check_ins.iter().filter(|r| hangs_on_it(r.evening)).map(|r| r.id).collect();
        let cries: Vec<_> = journal.cries.iter().filter(|r| hangs_on_it(r.evening)).map(|r| r.id).collect();
        let reflections: Vec<_> = journal.reflections.iter().filter(|r| hangs_on_it(r.evening)).map(|r| r.id).collect();
        let joys: Vec<_> = journal.joys.iter().filter(|r| hangs_on_it(r.evening)).map(|r| r.id).collect();
        // The plan it came from goes with it, or it would be kept for later again.
        let plan = journal.plans.get(id).map(|plan| plan.id);
        let all = [id].into_iter().chain(check_ins).chain(cries).chain(reflections).chain(joys).chain(plan);
        for id in all {
            undo.extend(delete_one(model, id, effects));
        }
    } else {
        undo.extend(delete_one(model, id, effects));
    }
    model.nav.leave_pages_of(id);
    if model.tonight.id == Some(id) {
        model.tonight.id = None;
    }
    if !undo.is_empty() {
        model.notice = Some(Notice { kind: NoticeKind::Deleted, undo });
    }
}

fn delete_one(model: &mut Model, id: Uuid, effects: &mut Vec<Effect>) -> Option<Deleted> {
    let journal = &mut model.journal;
    let deleted = (journal.delete(id).map(|record| Deleted::Evening(Box::new(record))))
        .or_else(|| journal.delete(id).map(Deleted::CheckIn))
        .or_else(|| journal.delete(id).map(Deleted::Cry))
        .or_else(|| journal.delete(id).map(Deleted::Reflection))
        .or_else(|| journal.delete(id).map(Deleted::Joy))
        .or_else(|| journal.delete(id).map(|record| Deleted::Plan(Box::new(record))))?;
    match &deleted {
        Deleted::Evening(record) => changed(model, record.day, effects),
        Deleted::CheckIn(record) => changed(model, record.day, effects),
        Deleted::Cry(record) => changed(model, record.day, effects),
        Deleted::Reflection(record) => changed(model, record.day, effects),
        Deleted::Joy(record) => changed(model, record.day, effects),
        Deleted::Plan(_) => {
            model.revision += 1;
            effects.push(Effect::SavePlans);
        }
    }
    Some(deleted)
}

/// Brings back what was deleted last.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(notice) = model.notice.take() else { return };
    for record in notice.undo {
        match record {
            Deleted::Evening(record) => put(model, *record, effects),
            Deleted::CheckIn(record) => put(model, record, effects),
            Deleted::Cry(record) => put(model, record, effects),
            Deleted::Reflection(record) => put(model, record, effects),
            Deleted::Joy(record) => put(model, record, effects),
            Deleted::Plan(record) => {
                model.journal.put(*record);
                model.revision += 1;
                effects.push(Effect::SavePlans);
            }
        }
    }
}
