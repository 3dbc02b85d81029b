//! Between the model and the store: opens the folder, and saves what changed in the background.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use egui::Context;

use crate::clock::Now;
use crate::evening::resume::{Draft, DraftError};
use crate::store::{
    Disk, FileKey, Job, OpenError, Opened, Places, SaveError, Saver, Vault, Writable, month_text, open, plans_text,
    settings_text,
};

use super::apply::{Effect, in_safe_order, note_day, resume};
use super::model::{DraftTrouble, Folder, Model, Tonight};
use super::wakeup::TRIES_AGAIN_AFTER;

type OpenResult = Result<Opened, OpenError>;

/// Opens the folder, and saves what changed.
pub(super) struct Keeper {
    disk: Arc<dyn Disk>,
    places: Places,
    on_open: Box<dyn FnMut(&Path)>,
    opening: Option<Receiver<OpenResult>>,
    vault: Option<Vault>,
    saver: Option<Saver>,
    unsaved: BTreeSet<FileKey>,
    tried_at: Duration,
}

impl Keeper {
    pub(super) fn new(disk: Arc<dyn Disk>, places: Places, on_open: Box<dyn FnMut(&Path)>) -> Self {
        Self {
            disk,
            places,
            on_open,
            opening: None,
            vault: None,
            saver: None,
            unsaved: BTreeSet::new(),
            tried_at: Duration::ZERO,
        }
    }

    /// Begins to open the folder.
    pub(super) fn open(&mut self, ctx: &Context, in_background: bool) {
        // A folder is locked as long as it is open, also against ourselves.
        self.saver = None;
        self.vault = None;
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
        model.folder = match opened.writable {
            Writable::Yes => Folder::Open,
            Writable::No(why) => Folder::ReadOnly(why),
        };
        model.journal = opened.journal;
        model.settings = opened.settings;
        model.problems = opened.problems;
        model.revision += 1;
        model.tonight = Tonight { plan: model.usual_plan(), ..Tonight::default() };
        let wake = ctx.clone();
        let saver =
            Saver::start(opened.vault.clone(), Arc::clone(&self.disk), Box::new(move || wake.request_repaint()));
        self.saver = Some(saver);
        let mut effects = Vec::new();
        if let Some(text) = opened.draft {
            Self::take_up_draft(model, &opened.vault, &text, now, &mut effects);
        }
        self.vault = Some(opened.vault);
        note_day(model, now, &mut effects);
        if opened.first_time && model.run.is_none() {
            // Looking in leaves nothing behind: the note of the day is written with the first thing said.
            effects.clear();
        }
        in_safe_order(&mut effects);
        effects
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
        let closed = model.journal.evenings.get(id).is_some_and(|evening| evening.closed.is_some());
        if closed || draft.evening().closed.is_some() || model.journal.deleted_evenings().contains(&id) {
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
            Effect::SaveMonth(month) => FileKey::Month(*month),
            Effect::SavePlans => FileKey::Plans,
            Effect::SaveSettings => FileKey::Settings,
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

    fn save_file(&self, model: &mut Model, file: FileKey, now: Now) {
        let Some(saver) = &self.saver else { return };
        let job = match file {
            FileKey::Month(month) => Job::Month(month, month_text(&model.journal, month)),
            FileKey::Plans => Job::Plans(plans_text(&model.journal)),
            FileKey::Settings => Job::Settings(settings_text(&model.settings)),
            FileKey::Draft => match draft_of(model, now).map(|draft| draft.to_text()) {
                None => Job::Draft(None),
                Some(Ok(text)) => Job::Draft(Some(text)),
                Some(Err(error)) => {
                    model.saving.failed = Some(SaveError::Other(error.to_string()));
                    return;
                }
            },
        };
        model.saving.under_way = true;
        saver.save(job);
    }

    /// Takes in what became of the saves.
    pub(super) fn take_in_outcomes(&mut self, model: &mut Model, now: Now) {
        let Some(saver) = &self.saver else { return };
        let outcomes = saver.poll();
        for outcome in outcomes {
            match outcome.result {
                Ok(_) => {
                    self.unsaved.remove(&outcome.file);
                    model.saving.saved_at = Some(now.wall);
                }
                Err(SaveError::ChangedOnDisk) => self.merge_and_save_again(model, outcome.file, now),
                // That nothing is kept there is said already, and no retry helps.
                Err(_) if model.is_read_only() => {}
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
    }

    /// Somebody else wrote into the folder: what they wrote is taken in, then ours is saved beside it.
    fn merge_and_save_again(&mut self, model: &mut Model, file: FileKey, now: Now) {
        let Some(vault) = &self.vault else { return };
        match vault.reload(&*self.disk, &mut model.journal) {
            Ok(reloaded) => {
                model.problems = reloaded.problems;
                model.revision += 1;
                if let Some(settings) = reloaded.settings.filter(|_| file != FileKey::Settings) {
                    model.settings = settings;
                }
                let months = reloaded.months.into_iter().map(FileKey::Month);
                let plans = reloaded.plans.then_some(FileKey::Plans);
                let files: BTreeSet<FileKey> = months.chain(plans).chain([file]).collect();
                for file in files {
                    self.save_file(model, file, now);
                }
            }
            Err(error) => {
                tracing::warn!("the folder could not be read again: {error}");
                self.unsaved.insert(file);
                model.saving.failed = Some(SaveError::ChangedOnDisk);
            }
        }
    }

    /// Waits until everything is saved, at most for `timeout`. Says whether it is.
    pub(super) fn flush(&self, timeout: Duration) -> bool {
        self.saver.as_ref().is_none_or(|saver| saver.flush(timeout))
    }
}

/// The running evening, or the one that is being asked about.
fn draft_of(model: &Model, now: Now) -> Option<Draft> {
    model.run.as_ref().map(|run| Draft::of(run, now)).or_else(|| model.found.clone())
}
