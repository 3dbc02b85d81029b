//! Choosing between several versions of one record.

use uuid::Uuid;

use crate::app::model::{Model, Notice, NoticeKind};
use crate::clock::Now;
use crate::journal::log::{Kind, KindVisitor, visit_kinds};
use crate::journal::record::{Record, Rev};
use crate::journal::table::says_the_same;
use crate::journal::trash::Records;

use super::delete::{aside, to_trash};
use super::{Effect, ask_to_save};

/// Of several versions of a record, keeps one; from then on there is no other. Those that were not chosen lie in the
/// trash.
pub(super) fn choose(model: &mut Model, id: Uuid, rev: &Rev, now: Now, effects: &mut Vec<Effect>) {
    struct Choose<'a> {
        model: &'a mut Model,
        id: Uuid,
        rev: &'a Rev,
        effects: &'a mut Vec<Effect>,
        others: Records,
        done: bool,
    }
    impl KindVisitor for Choose<'_> {
        fn visit<R: Kind>(&mut self) {
            let is_it = |version: &&R| version.rev() == self.rev && !version.deleted();
            let chosen = R::table(&self.model.journal).versions_of(self.id).find(is_it).cloned();
            let Some(chosen) = chosen else { return };
            let others = R::table(&self.model.journal).versions_of(self.id);
            let others = others.filter(|other| !other.deleted() && !says_the_same(*other, &chosen)).cloned().collect();
            aside(&mut self.others, others);
            let shown = R::table(&self.model.journal).get(self.id).map(Record::day);
            let day = chosen.day();
            self.model.journal.put(chosen);
            self.model.revision += 1;
            // It may leave another month.
            for day in [day].into_iter().chain(shown) {
                ask_to_save::<R>(day, self.effects);
            }
            self.done = true;
        }
    }
    let mut after = Vec::new();
    let mut choose = Choose { model, id, rev, effects: &mut after, others: Records::default(), done: false };
    visit_kinds(&mut choose);
    if choose.done {
        let others = choose.others;
        model.nav.leave_pages_of(id);
        model.notice = Some(Notice { kind: NoticeKind::Chosen, undo: None });
        if !others.is_empty() {
            // In the trash first, and then out of the months.
            effects.push(Effect::SaveTrash);
            let today = model.today(now);
            to_trash(model, others, today, NoticeKind::Chosen);
        }
    }
    effects.append(&mut after);
}
