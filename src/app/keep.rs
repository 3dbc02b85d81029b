//! Between the model and the store: opens the folder, and saves what changed in the background.

mod errand;
mod lists;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use chrono::NaiveDate;
use egui::Context;
use uuid::Uuid;

use crate::clock::Now;
use crate::evening::resume::{Draft, DraftError};
use crate::journal::entry::Day;
use crate::journal::trash;
use crate::store::backup::Why;
use crate::store::restore::bring_back_missing;
use crate::store::{
    Aside, Disk, FileKey, Job, OpenError, Opened, Places, Reloaded, SaveError, Saver, Vault, Writable, erased_text,
    open, settings_text, sheet_text, trash_text,
};

use self::errand::Errands;
use self::lists::bundled_list;
use super::apply::{Effect, in_safe_order, note_day, plans, resume};
use super::model::{DraftTrouble, Folder, Model, Tonight};
use super::nav::Welcome;
use super::tonight::Half;
use super::wakeup::TRIES_AGAIN_AFTER;

type OpenResult = Result<Opened, OpenError>;

/// Opens the folder, and saves what changed.
pub(super) struct Keeper {
    disk: Arc<dyn Disk>,
    places: Places,
    /// A person who has no journal yet is told first what this is.
    welcomes: bool,
    on_open: Box<dyn FnMut(&Path)>,
    opening: Option<Receiver<OpenResult>>,
    vault: Option<Vault>,
    saver: Option<Saver>,
    unsaved: BTreeSet<FileKey>,
    /// How much there is is to be remembered, once all of it is saved.
    to_remember: bool,
    tried_at: Duration,
    /// The day on which a backup was last asked for.
    backed_up_on: Option<NaiveDate>,
    /// The file with the note of the first day ever, which is written with the first thing said.
    first_note: Option<FileKey>,
    /// What the folder still needs, and a draft that waits: the person is being asked about something missing.
    waiting: Option<Waiting>,
    /// What is being filled in, as it was last kept.
    half: Half,
    errands: Errands,
    /// A journal arrived in a folder that was opened empty, and is being opened. What was said before goes into it.
    is_arriving: bool,
    /// The window, to draw again when something is done.
    ctx: Option<Context>,
}

/// What follows once a folder may be written to.
struct Waiting {
    draft: Option<String>,
    to_save: BTreeSet<FileKey>,
    copies: Vec<Aside>,
    first_time: bool,
}

impl Keeper {
    pub(super) fn new(disk: Arc<dyn Disk>, places: Places, welcomes: bool, on_open: Box<dyn FnMut(&Path)>) -> Self {
        Self {
            disk,
            places,
            welcomes,
            on_open,
            opening: None,
            vault: None,
            saver: None,
            unsaved: BTreeSet::new(),
            to_remember: false,
            tried_at: Duration::ZERO,
            backed_up_on: None,
            first_note: None,
            waiting: None,
            half: Half::default(),
            errands: Errands::default(),
            is_arriving: false,
            ctx: None,
        }
    }

    /// Begins to open the folder.
    pub(super) fn open(&mut self, ctx: &Context, in_background: bool) {
        // A folder is locked as long as it is open, also against ourselves.
        self.saver = None;
        self.vault = None;
        self.ctx = Some(ctx.clone());
        let (send, receive) = channel();
        self.opening = Some(receive);
        let (disk, places, ctx) = (Arc::clone(&self.disk), self.places.clone(), ctx.clone());
        let work = move || {
            // Whoever asked may be gone; then nobody needs the answer.
            let _ = send.send(open(&*disk, &places));
            ctx.request_repaint();
        };
        if in_background {
            let spawned = std::thread::Builder::new().name("opener".into()).spawn(work);
            if let Err(error) = spawned {
                tracing::error!("the folder could not be opened in the background: {error}");
            }
        } else {
            work();
        }
    }

    /// Takes in the opened folder, once it is. Says what is to be done then.
    pub(super) fn take_in_opened(&mut self, ctx: &Context, model: &mut Model, now: Now) -> Option<Vec<Effect>> {
        let opened = match self.opening.as_ref()?.try_recv() {
            Ok(opened) => opened,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => {
                Err(OpenError::Unreadable { reason: "the folder was not read to its end".into() })
            }
        };
        self.opening = None;
        match opened {
            Ok(opened) => Some(self.begin(ctx, model, opened, now)),
            Err(error) => {
                tracing::warn!("the folder was not opened: {error}");
                model.folder = Folder::Closed(error);
                Some(Vec::new())
            }
        }
    }

    fn begin(&mut self, ctx: &Context, model: &mut Model, opened: Opened, now: Now) -> Vec<Effect> {
        (self.on_open)(opened.vault.state_dir());
        model.folder = match (opened.writable, opened.vanished) {
            (Writable::No(why), _) => Folder::ReadOnly(why),
            (Writable::Yes, Some(vanished)) => Folder::Vanished(vanished),
            (Writable::Yes, None) => Folder::Open,
        };
        let before = std::mem::replace(&mut model.journal, opened.journal);
        model.settings = opened.settings;
        lists::take_in(model, &opened.lists);
        let is_new = !model.settings.welcomed && model.journal.says_nothing();
        model.welcome = Some(Welcome::WhatItIs).filter(|_| self.welcomes && is_new);
        model.problems = opened.problems;
        model.erasing = opened.erasing;
        model.saving.is_beside = model.keeps_beside();
        model.revision += 1;
        let usual = Tonight { plan: model.usual_plan(), ..Tonight::default() };
        let planned = opened.tonight.as_deref().and_then(Half::parse);
        if opened.tonight.is_some() && planned.is_none() {
            // A newer program's, perhaps; it is not thrown away.
            if let Err(error) = opened.vault.set_tonight_aside(&*self.disk) {
                tracing::warn!("the evening that was being planned stays where it is: {error}");
            }
        }
        // Of a kept evening that is gone, only what it was to hold is left.
        let is_known = |id: &Uuid| model.journal.plans.get(*id).is_some();
        if !self.is_arriving {
            let Half { tonight, check_in, titles } = planned.unwrap_or(Half { tonight: usual, ..Half::default() });
            model.half_titles = titles;
            model.tonight = Tonight { id: tonight.id.filter(is_known), ..tonight };
            // How it was on another day is not how it is now.
            let today = model.today(now);
            model.half_check_in = check_in.filter(|half| half.day == today);
            self.half = half_of(model);
        }
        let wake = ctx.clone();
        let saver =
            Saver::start(opened.vault.clone(), Arc::clone(&self.disk), Box::new(move || wake.request_repaint()));
        self.saver = Some(saver);
        self.vault = Some(opened.vault);
        let (mut to_save, copies, first_time) = (opened.to_save, opened.copies, opened.first_time);
        self.unsaved.clear();
        if std::mem::take(&mut self.is_arriving) {
            to_save.append(&mut bring_back_missing(&mut model.journal, &before).0);
            if !before.trash.is_empty() {
                model.journal.trash.extend(before.trash);
                to_save.insert(FileKey::Trash);
            }
        }
        self.waiting = Some(Waiting { draft: opened.draft, to_save, copies, first_time });
        let mut effects = if matches!(model.folder, Folder::Vanished(_)) { Vec::new() } else { self.go_on(model, now) };
        if model.run.is_some() && !effects.contains(&Effect::SaveDraft) {
            // It ran before the folder was open.
            effects.push(Effect::SaveDraft);
        }
        effects
    }

    /// Begins to write into a folder that was opened.
    fn go_on(&mut self, model: &mut Model, now: Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        let (Some(waiting), Some(vault)) = (self.waiting.take(), self.vault.clone()) else { return effects };
        if let Some(text) = waiting.draft {
            Self::take_up_draft(model, &vault, &text, now, &mut effects);
        }
        note_day(model, now, &mut effects);
        if !model.is_read_only() {
            plans::move_weekly_on(model, now, &mut effects);
        }
        if waiting.first_time && model.run.is_none() {
            // Looking in leaves nothing behind: the note of the day is written with the first thing said.
            effects.clear();
            self.first_note = model.journal.days.iter().map(|day| FileKey::of::<Day>(day.day)).next();
        }
        if *vault.writable() == Writable::Yes && !waiting.first_time {
            self.put_in_order(model, waiting.to_save, waiting.copies, now, &mut effects);
        }
        in_safe_order(&mut effects);
        effects
    }

    /// The person said that nothing is missing.
    pub(super) fn accept_vanished(&mut self, model: &mut Model, now: Now) -> Vec<Effect> {
        model.folder = Folder::Open;
        let effects = self.go_on(model, now);
        if let Some(saver) = &self.saver {
            saver.save(Job::RememberAnew(model.journal.known_records()));
        }
        effects
    }

    /// What a crash, another computer or the days that went by have left to do.
    fn put_in_order(
        &mut self,
        model: &mut Model,
        mut to_save: BTreeSet<FileKey>,
        copies: Vec<Aside>,
        now: Now,
        effects: &mut Vec<Effect>,
    ) {
        let today = model.today(now);
        if let (Some(saver), false) = (&self.saver, copies.is_empty()) {
            saver.save(Job::Backup { made: now.wall, why: Why::BeforeMerge });
        }
        let opened = model.journal.days.iter().filter(|day| day.opened).map(|day| day.day);
        let expired = trash::expired(&model.journal.trash, today, opened);
        if !expired.is_empty() {
            model.journal.trash.retain(|bundle| !expired.contains(&bundle.id));
            to_save.insert(FileKey::Trash);
        }
        if !model.erasing.is_empty() {
            to_save.insert(FileKey::Erased);
            effects.push(Effect::Clean);
        }
        for file in to_save {
            self.save_file(model, file, now);
        }
        if let Some(saver) = &self.saver {
            if !copies.is_empty() {
                saver.save(Job::PutAside(copies, today));
            }
            let opened = model.journal.days.iter().filter(|day| day.opened).map(|day| day.day);
            if let Some(sure) = trash::sure_day(today, opened) {
                saver.save(Job::Expire(sure));
            }
        }
        self.to_remember = true;
    }

    /// Remembers how much there is, to notice next time if something is missing. Not before all of it is saved: a crash in
    /// between would have something missed that never was in the folder.
    fn remember_what_is_saved(&mut self, model: &Model) {
        if let (Some(saver), Folder::Open, true) = (&self.saver, &model.folder, self.to_remember) {
            self.to_remember = false;
            saver.save(Job::Remember(model.journal.known_records()));
        }
    }

    fn take_up_draft(model: &mut Model, vault: &Vault, text: &str, now: Now, effects: &mut Vec<Effect>) {
        let draft = match Draft::parse(text) {
            Ok(draft) => draft,
            Err(error) => {
                // What the parser says may hold the person's words, so it is not logged.
                tracing::warn!("the interrupted evening could not be taken up");
                vault.keep_draft_aside();
                let newer = error == DraftError::Newer;
                model.draft_trouble = Some(if newer { DraftTrouble::Newer } else { DraftTrouble::Damaged });
                return;
            }
        };
        let id = draft.evening().id;
        let journal = &model.journal;
        let closed = journal.evenings.get(id).is_some_and(|evening| evening.closed.is_some());
        // What another computer deleted while it ran here was changed here in the meantime, and stays.
        let deleted_here = journal.evenings.versions_of(id).any(|version| version.deleted && journal.is_own(version));
        let is_gone = deleted_here || journal.erased().contains(&id);
        if closed || draft.evening().closed.is_some() || is_gone {
            effects.push(Effect::DropDraft);
        } else if draft.question(now).is_some() {
            model.found = Some(draft);
        } else {
            resume(model, draft.resume_stopped(now), draft.saved_at(), now, effects);
        }
    }

    /// Saves in the background.
    pub(super) fn save(&mut self, model: &mut Model, effect: &Effect, now: Now) {
        if matches!(effect, Effect::SaveAgain) {
            for file in self.unsaved.clone() {
                self.save_file(model, file, now);
            }
            return;
        }
        let file = match effect {
            Effect::Save(sheet) => FileKey::Records(*sheet),
            Effect::SaveSettings => FileKey::Settings,
            Effect::CopyList(list) => FileKey::List(*list),
            Effect::SaveTrash => FileKey::Trash,
            Effect::SaveErased => FileKey::Erased,
            Effect::Clean => FileKey::Erasing,
            Effect::SaveDraft | Effect::DropDraft => FileKey::Draft,
            _ => return,
        };
        // What could not be saved before may go through now.
        for other in self.unsaved.clone() {
            if other != file {
                self.save_file(model, other, now);
            }
        }
        self.save_file(model, file, now);
    }

    /// A drive may be back, a disk may have room again: what could not be saved is tried again without being asked.
    pub(super) fn try_again_in_a_while(&mut self, model: &mut Model, now: Now) {
        if model.saving.failed.is_none() || model.saving.under_way {
            self.tried_at = now.mono;
        } else if now.mono.saturating_sub(self.tried_at) >= TRIES_AGAIN_AFTER {
            self.tried_at = now.mono;
            self.save(model, &Effect::SaveAgain, now);
        }
    }

    fn save_file(&mut self, model: &mut Model, file: FileKey, now: Now) {
        let Some(saver) = &self.saver else { return };
        if matches!(model.folder, Folder::Vanished(_)) {
            // Not before the person has said that nothing is missing.
            return;
        }
        let today = now.wall.date_naive();
        if file != FileKey::Draft && self.backed_up_on != Some(today) && !model.is_read_only() {
            self.backed_up_on = Some(today);
            saver.save(Job::Backup { made: now.wall, why: Why::FirstOfDay });
        }
        if file.holds_records()
            && let Some(note) = self.first_note.take().filter(|note| *note != file)
        {
            self.save_file(model, note, now);
        }
        let Some(saver) = &self.saver else { return };
        let Some(job) = Self::job_of(model, file, now) else { return };
        model.saving.under_way = true;
        saver.save(job);
        self.to_remember |= file.holds_records();
    }

    /// What there is to save about a file.
    fn job_of(model: &mut Model, file: FileKey, now: Now) -> Option<Job> {
        Some(match file {
            FileKey::Records(sheet) => Job::Records(sheet, sheet_text(&model.journal, sheet)),
            FileKey::List(list) => Job::List(list, bundled_list(list).to_owned()),
            FileKey::Settings => Job::Settings(settings_text(&model.settings)),
            FileKey::Trash => Job::Trash(trash_text(&model.journal)),
            FileKey::Erased => Job::Erased { ids: model.erasing.clone(), text: erased_text(model.journal.erased()) },
            FileKey::Erasing => Job::Clean(model.erasing.clone()),
            FileKey::Memory | FileKey::Backups | FileKey::Copies => return None,
            FileKey::Tonight => Job::Tonight(text_of_tonight(model)),
            FileKey::Draft => match draft_of(model, now).map(|draft| draft.to_text()) {
                None => Job::Draft(None),
                Some(Ok(text)) => Job::Draft(Some(text)),
                Some(Err(error)) => {
                    model.saving.failed = Some(SaveError::Other(error.to_string()));
                    return None;
                }
            },
        })
    }

    /// Takes in what became of the saves.
    pub(super) fn take_in_outcomes(&mut self, model: &mut Model, now: Now) {
        let Some(saver) = &self.saver else { return };
        // Asked first, so that what became of every save is among the outcomes.
        let was_idle = !saver.pending();
        let outcomes = saver.poll();
        for outcome in outcomes {
            if self.is_arriving {
                // These were about a folder that is being opened anew; all of it is saved there.
                break;
            }
            match outcome.result {
                Ok(_) if outcome.file == FileKey::Backups => {
                    model.saving.no_backup = None;
                    if outcome.why == Some(Why::BeforeRestore) {
                        self.restore_after_backup(model, Ok(()), now);
                    }
                }
                Err(error) if outcome.file == FileKey::Backups => {
                    tracing::warn!("no backup: {error}");
                    if outcome.why == Some(Why::BeforeRestore) {
                        self.restore_after_backup(model, Err(&error), now);
                    }
                    model.saving.no_backup = Some(error).filter(|_| !model.is_read_only());
                }
                Ok(_) if outcome.file.can_wait() => {}
                Err(error) if outcome.file.can_wait() => tracing::warn!("left for next time: {error}"),
                Ok(_) => {
                    self.unsaved.remove(&outcome.file);
                    self.errands.saves_done += 1;
                    if outcome.file == FileKey::Erasing {
                        model.erasing.clear();
                    }
                    model.saving.saved_at = Some(now.wall);
                }
                Err(SaveError::ChangedOnDisk) => self.merge_and_save_again(model, outcome.file, now),
                // That nothing is kept there is said already, and no retry helps.
                Err(SaveError::ReadOnly) if model.is_read_only() => model.saving.is_beside = model.keeps_beside(),
                Err(_) if model.is_read_only() => model.saving.is_beside = false,
                Err(error) => {
                    tracing::warn!("not saved: {error}");
                    self.unsaved.insert(outcome.file);
                    model.saving.failed = Some(error);
                }
            }
        }
        if self.unsaved.is_empty() {
            model.saving.failed = None;
        }
        model.saving.under_way = self.saver.as_ref().is_some_and(Saver::pending);
        if was_idle && self.unsaved.is_empty() {
            self.remember_what_is_saved(model);
        }
    }

    /// Opens the folder again, with what was said since it was opened and could not be saved there.
    pub(super) fn open_with_what_was_said(&mut self, ctx: &Context) {
        self.is_arriving = true;
        self.open(ctx, true);
    }

    /// The folder was empty, and now a journal has come to it from another computer: it is opened like any other, and
    /// what was said meanwhile goes into it.
    fn open_what_arrived(&mut self, model: &mut Model, now: Now) {
        let Some(ctx) = self.ctx.clone() else { return };
        self.is_arriving = true;
        model.folder = Folder::Opening(now.mono);
        self.open(&ctx, true);
    }

    /// Somebody else wrote into the folder: what they wrote is taken in, then ours is saved beside it.
    fn merge_and_save_again(&mut self, model: &mut Model, file: FileKey, now: Now) {
        let Some(vault) = &self.vault else { return };
        if vault.has_arrived(&*self.disk) {
            self.open_what_arrived(model, now);
            return;
        }
        match vault.reload(&*self.disk, &mut model.journal) {
            Ok(reloaded) => {
                let mut reloaded = reloaded;
                if let Some(settings) = reloaded.settings.take().filter(|_| file != FileKey::Settings) {
                    model.settings = settings;
                }
                reloaded.files.insert(file);
                self.go_on_with(model, reloaded, now);
            }
            Err(error) => {
                tracing::warn!("the folder could not be read again: {error}");
                self.unsaved.insert(file);
                model.saving.failed = Some(SaveError::ChangedOnDisk);
            }
        }
    }

    /// What was in the folder is in the model now: what follows from that is saved.
    fn go_on_with(&mut self, model: &mut Model, reloaded: Reloaded, now: Now) {
        model.problems = reloaded.problems;
        model.revision += 1;
        if model.is_read_only() {
            return;
        }
        model.erasing.extend(reloaded.erasing);
        let mut effects = Vec::new();
        self.put_in_order(model, reloaded.files, reloaded.copies, now, &mut effects);
        for effect in &effects {
            self.save(model, effect, now);
        }
    }

    /// Keeps what is being filled in as it reads now.
    pub(super) fn keep_tonight(&mut self, model: &Model) {
        let Some(saver) = &self.saver else { return };
        let held = &self.half;
        let is_news =
            (&model.tonight, &model.half_check_in, &model.half_titles) != (&held.tonight, &held.check_in, &held.titles);
        let is_kept = !model.is_read_only() || model.keeps_beside();
        if !is_news || !is_kept || matches!(model.folder, Folder::Vanished(_)) {
            return;
        }
        self.half = half_of(model);
        saver.save(Job::Tonight(text_of_tonight(model)));
    }

    /// Waits until everything is saved, at most for `timeout`. Says whether it is.
    pub(super) fn flush(&self, timeout: Duration) -> bool {
        !self.is_arriving && self.saver.as_ref().is_none_or(|saver| saver.flush(timeout))
    }
}

fn half_of(model: &Model) -> Half {
    Half { tonight: model.tonight.clone(), check_in: model.half_check_in.clone(), titles: model.half_titles.clone() }
}

/// What is being filled in, where there is anything in it.
fn text_of_tonight(model: &Model) -> Option<String> {
    let is_usual = model.tonight == Tonight { plan: model.usual_plan(), ..Tonight::default() };
    let holds_none = model.half_check_in.is_none() && model.half_titles.is_empty();
    let is_nothing = (is_usual || model.tonight == Tonight::default()) && holds_none;
    if is_nothing { None } else { half_of(model).to_text() }
}

/// The running evening, or the one that is being asked about.
fn draft_of(model: &Model, now: Now) -> Option<Draft> {
    model.run.as_ref().map(|run| Draft::of(run, now)).or_else(|| model.found.clone())
}
