//! Keeping what the person says about a title.

use uuid::Uuid;

use crate::app::model::{HalfTitle, Model, Notice, NoticeKind};
use crate::clock::Now;
use crate::journal::entry::Shelved;
use crate::journal::trash::Records;

use super::{Effect, delete, put};

/// Holds a title while it is being filled in: a new one, and one that is changed.
pub(super) fn hold(model: &mut Model, half: HalfTitle) {
    model.half_titles.retain(|other| other.of.is_some() != half.of.is_some());
    model.half_titles.push(half);
}

/// Keeps what the person says about a title. Where two computers each began a record about the same one, what the other
/// says is in this one by now, and there is only one from then on; the other lies in the trash.
pub(super) fn keep(model: &mut Model, title: Shelved, now: Now, effects: &mut Vec<Effect>) {
    let is_new_and_own = title.over.is_none() && model.journal.titles.get(title.id).is_none();
    let note = title.note.clone().unwrap_or_default();
    let is_in_it = |other: &Shelved| other.note.as_deref().is_none_or(|said| note.contains(said.trim()));
    let is_other = |other: &&Shelved| other.over.is_some() && other.over == title.over && other.id != title.id;
    let others: Vec<Uuid> =
        model.journal.titles.iter().filter(is_other).filter(|other| is_in_it(other)).map(|other| other.id).collect();
    put(model, title, effects);
    let gone: Vec<Shelved> = others.into_iter().filter_map(|id| model.journal.delete(id)).collect();
    if !gone.is_empty() {
        let today = model.today(now);
        delete::to_trash(model, Records { titles: gone, ..Records::default() }, today, NoticeKind::Chosen);
        effects.insert(0, Effect::SaveTrash);
    }
    if is_new_and_own {
        model.notice = Some(Notice { kind: NoticeKind::TitleKept, undo: None });
    }
}
