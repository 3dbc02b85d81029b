//! Looking for backups, into one, and bringing it back.

use crate::app::model::{Backups, Folder, Model};
use crate::app::nav::{Page, Room};

use super::Effect;

pub(super) fn look(model: &mut Model, effects: &mut Vec<Effect>) {
    model.backups = Backups { under_way: model.backups.under_way, ..Backups::default() };
    effects.push(Effect::LookForBackups);
}

pub(super) fn look_into(model: &mut Model, number: u64, effects: &mut Vec<Effect>) {
    (model.backups.preview, model.backups.done) = (None, None);
    model.nav.open(Page::Backup(number));
    effects.push(Effect::LookIntoBackup(number));
}

pub(super) fn restore(model: &mut Model, number: u64, effects: &mut Vec<Effect>) {
    model.backups.under_way = Some(number);
    if matches!(model.folder, Folder::Closed(_)) {
        // What becomes of it is told where the person came from, and then the journal opens.
        model.nav.enter(Room::Tonight);
    }
    effects.push(Effect::Restore(number));
}
