//! Deleting, bringing back, and erasing for good.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::app::model::{Model, Notice, NoticeKind, Tonight};
use crate::clock::Now;
use crate::journal::entry::Reflection;
use crate::journal::log::{Journal, Kind, KindVisitor, visit_kinds};
use crate::journal::record::Record;
use crate::journal::trash::{Bundle, ForEachKind, Records};

use super::{Effect, ask_to_save};

/// Deletes a record, and what hangs on it. All of it lies in the trash together.
pub(super) fn delete(model: &mut Model, id: Uuid, now: Now, effects: &mut Vec<Effect>) {
    let journal = &mut model.journal;
    let hanging: BTreeSet<Uuid> =
        if journal.evenings.get(id).is_some() { hangs_on(journal, id) } else { BTreeSet::new() };
    let mut records = Records::default();
    for id in hanging.into_iter().chain([id]) {
        // The plan an evening came from goes with it, or it would be kept for later again.
        visit_kinds(&mut Take { journal, id, records: &mut records });
    }
    model.nav.leave_pages_of(id);
    if model.tonight.id == Some(id) {
        model.tonight = Tonight { plan: model.usual_plan(), ..Tonight::default() };
    }
    if records.is_empty() {
        return;
    }
    let today = model.today(now);
    // In the trash first: wherever the plug is pulled, it is in one place or the other.
    effects.push(Effect::SaveTrash);
    changed(model, &records, effects);
    to_trash(model, records, today, NoticeKind::Deleted);
}

/// Puts records into the trash, and says so with a way back. A clock that stands at 1970 must not make them thirty days
/// old tomorrow.
pub(super) fn to_trash(model: &mut Model, records: Records, today: NaiveDate, kind: NoticeKind) {
    let newest = model.journal.days.iter().filter(|day| day.opened).map(|day| day.day).max();
    let on = newest.map_or(today, |newest| newest.max(today));
    let bundle = Bundle { id: Uuid::new_v4(), on, records };
    model.notice = Some(Notice { kind, undo: Some(bundle.id) });
    model.journal.trash.push(bundle);
}

/// Deletes a record of whatever kind. The versions of it that are not shown go beside the one that is.
struct Take<'a> {
    journal: &'a mut Journal,
    id: Uuid,
    records: &'a mut Records,
}

impl KindVisitor for Take<'_> {
    fn visit<R: Kind>(&mut self) {
        let others = R::table(self.journal).other_versions(self.id).cloned().collect();
        aside::<R>(self.records, others);
        R::list_mut(self.records).extend(self.journal.delete::<R>(self.id));
    }
}

/// Puts versions of a record among others, each under a name of its own: brought back, it is a record beside the first.
pub(super) fn aside<R: Kind>(records: &mut Records, versions: Vec<R>) {
    for mut version in versions {
        version.set_id(Uuid::new_v4());
        R::list_mut(records).push(version);
    }
}

/// What was said about an evening.
fn hangs_on(journal: &Journal, evening: Uuid) -> BTreeSet<Uuid> {
    struct Hanging<'a>(&'a Journal, Uuid, BTreeSet<Uuid>);
    impl KindVisitor for Hanging<'_> {
        fn visit<R: Kind>(&mut self) {
            let of_it = R::table(self.0).iter().filter(|record| record.evening() == Some(self.1));
            self.2.extend(of_it.map(Record::id));
        }
    }
    let mut hanging = Hanging(journal, evening, BTreeSet::new());
    visit_kinds(&mut hanging);
    hanging.2
}

/// Asks for the files of these records to be saved.
fn changed(model: &mut Model, records: &Records, effects: &mut Vec<Effect>) {
    struct Files<'a>(&'a mut Vec<Effect>);
    impl ForEachKind for Files<'_> {
        fn one<R: Kind>(&mut self, records: &[R]) {
            for record in records {
                ask_to_save::<R>(record.day(), self.0);
            }
        }
    }
    records.each(&mut Files(effects));
    model.revision += 1;
}

/// Brings back what was deleted last.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(bundle) = model.notice.take().and_then(|notice| notice.undo) else { return };
    bring_back(model, bundle, effects);
    model.notice = None;
}

/// Brings back what lies in the trash, also in that of another computer.
pub(super) fn bring_back(model: &mut Model, bundle: Uuid, effects: &mut Vec<Effect>) {
    let Some(found) = find(&model.journal, bundle).cloned() else { return };
    model.journal.bring_back(&found.records);
    changed(model, &found.records, effects);
    if model.journal.trash.iter().any(|own| own.id == bundle) {
        model.journal.trash.retain(|own| own.id != bundle);
        effects.push(Effect::SaveTrash);
    }
    model.notice = Some(Notice { kind: NoticeKind::BroughtBack, undo: None });
}

fn find(journal: &Journal, bundle: Uuid) -> Option<&Bundle> {
    let mut all = journal.trash.iter().chain(journal.trash_elsewhere.values().flatten());
    all.find(|known| known.id == bundle)
}

/// Burns a letter: it is erased for good at once, and never lies in the trash. A version of it that was put there when
/// another one was chosen goes with it.
pub(super) fn burn(model: &mut Model, id: Uuid, effects: &mut Vec<Effect>) {
    let Some(letter) = model.journal.reflections.get(id).cloned() else { return };
    let bundles = model.journal.trash.iter().chain(model.journal.trash_elsewhere.values().flatten());
    let is_version = |other: &&Reflection| {
        other.prompt == letter.prompt && other.at.is_some() && (other.day, other.at) == (letter.day, letter.at)
    };
    let versions = bundles.flat_map(|bundle| &bundle.records.reflections).filter(is_version).map(|other| other.id);
    let ids: BTreeSet<Uuid> = versions.chain([id]).collect();
    model.journal.erase(ids.iter().copied());
    model.erasing.extend(ids);
    effects.extend([Effect::SaveErased, Effect::SaveTrash]);
    ask_to_save::<Reflection>(letter.day, effects);
    effects.push(Effect::Clean);
    model.revision += 1;
    model.nav.leave_pages_of(id);
    model.nav.leave_letter();
    model.notice = Some(Notice { kind: NoticeKind::Burnt, undo: None });
}

/// Erases for good what lies in the trash. Nothing is left of it but ids.
pub(super) fn erase(model: &mut Model, bundle: Option<Uuid>, effects: &mut Vec<Effect>) {
    let journal = &model.journal;
    let is_meant = |known: &&Bundle| bundle.is_none_or(|bundle| bundle == known.id);
    let all = journal.trash.iter().chain(journal.trash_elsewhere.values().flatten());
    let records: Vec<Records> = all.filter(is_meant).map(|bundle| bundle.records.clone()).collect();
    // What is there again was brought back, and is not in the trash any more.
    let ids: BTreeSet<Uuid> = records.iter().flat_map(Records::ids).filter(|id| !journal.has(*id)).collect();
    if ids.is_empty() {
        return;
    }
    model.journal.erase(ids.iter().copied());
    model.erasing.extend(ids);
    effects.extend([Effect::SaveErased, Effect::SaveTrash]);
    for records in &records {
        changed(model, records, effects);
    }
    effects.push(Effect::Clean);
    model.nav.leave_erase_page();
    model.notice = Some(Notice { kind: NoticeKind::Erased, undo: None });
}
