//! Choosing between several versions of one record.

use uuid::Uuid;

use crate::app::model::{Model, Notice, NoticeKind};
use crate::clock::Now;
use crate::journal::day::Month;
use crate::journal::entry::Plan;
use crate::journal::log::{Kind, KindVisitor, visit_kinds};
use crate::journal::record::Rev;
use crate::journal::table::says_the_same;
use crate::journal::trash::{Bundle, Records};

use super::delete::{aside, trash_day};
use super::{Effect, changed};

/// Of several versions of a record, keeps one; from then on there is no other. Those that were not chosen lie in the trash.
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
            let shown = R::table(&self.model.journal).get(self.id).map(|shown| Month::of(shown.day()));
            if R::NAME == Plan::NAME {
                self.model.journal.put(chosen);
                self.model.revision += 1;
                self.effects.push(Effect::SavePlans);
            } else {
                let day = chosen.day();
                self.model.journal.put(chosen);
                changed(self.model, day, self.effects);
                let other = shown.map(Effect::SaveMonth);
                let other: Vec<_> = other.into_iter().filter(|effect| !self.effects.contains(effect)).collect();
                self.effects.extend(other);
            }
            self.done = true;
        }
    }
    let mut after = Vec::new();
    let mut choose = Choose { model, id, rev, effects: &mut after, others: Records::default(), done: false };
    visit_kinds(&mut choose);
    if choose.done {
        let others = choose.others;
        let undo = (!others.is_empty()).then(|| {
            let bundle = Bundle { id: Uuid::new_v4(), on: trash_day(model, model.today(now)), records: others };
            let id = bundle.id;
            model.journal.trash.push(bundle);
            // In the trash first, and then out of the months.
            effects.push(Effect::SaveTrash);
            id
        });
        model.nav.leave_pages_of(id);
        model.notice = Some(Notice { kind: NoticeKind::Chosen, undo });
    }
    effects.append(&mut after);
}
