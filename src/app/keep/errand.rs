//! What takes a while and is done beside the window: looking into backups, bringing them back, looking for what other
//! computers wrote, putting a copy of everything elsewhere.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use egui::Context;

use crate::app::apply::in_safe_order;
use crate::app::model::{Folder, Model, NotDone};
use crate::clock::Now;
use crate::exchange::export::written::{Wanted, write_into};
use crate::journal::log::Journal;
use crate::store::backup::{Backup, Why, snapshot};
use crate::store::restore::{self, bring_back, journal_of, lay_back, preview};
use crate::store::vault::Again;
use crate::store::{Job, OpenError, SaveError};
use crate::text::Text;
use crate::text::locale::Locale;

use super::Keeper;

/// No more often than this is the folder looked at for what other computers wrote.
const LOOKS_AGAIN_AFTER: Duration = Duration::from_secs(30);

/// What came of an errand.
enum Errand {
    Backups(Result<Vec<Backup>, NotDone>),
    LookedInto(u64, Result<(Box<Journal>, usize), NotDone>),
    LaidBack(Result<usize, NotDone>),
    CopiedTo(Result<PathBuf, SaveError>),
    TakenAlong(Result<PathBuf, SaveError>),
    Again { result: Box<Result<Again, OpenError>>, saves_done: u64 },
}

/// The errands that are under way.
pub(super) struct Errands {
    send: Sender<Errand>,
    receive: Receiver<Errand>,
    /// The backup that was looked into last.
    looked_into: Option<(u64, Box<Journal>)>,
    /// The backup to bring back once today's is made.
    restoring: Option<u64>,
    looked_again_at: Option<Duration>,
    is_looking: bool,
    /// Grows with each save, so that what was read before one is not taken for what is there after it.
    pub saves_done: u64,
}

impl Default for Errands {
    fn default() -> Self {
        let (send, receive) = channel();
        Self {
            send,
            receive,
            looked_into: None,
            restoring: None,
            looked_again_at: None,
            is_looking: false,
            saves_done: 0,
        }
    }
}

impl Errands {
    fn run(&self, ctx: &Context, work: impl FnOnce() -> Errand + Send + 'static) {
        let (send, ctx) = (self.send.clone(), ctx.clone());
        let spawned = std::thread::Builder::new().name("errand".into()).spawn(move || {
            // Where the window is gone, nobody needs the answer.
            let _ = send.send(work());
            ctx.request_repaint();
        });
        if let Err(error) = spawned {
            tracing::error!("could not work beside the window: {error}");
        }
    }
}

impl Keeper {
    /// Looks for backups.
    pub(in crate::app) fn look_for_backups(&self, ctx: &Context) {
        let (disk, places) = (Arc::clone(&self.disk), self.places.clone());
        self.errands.run(ctx, move || {
            let found = restore::backups(&*disk, &places).map_err(NotDone::from);
            Errand::Backups(found.map(|found| found.map(|found| found.all).unwrap_or_default()))
        });
    }

    /// Looks into a backup.
    pub(in crate::app) fn look_into_backup(&mut self, ctx: &Context, number: u64) {
        self.errands.looked_into = None;
        let (disk, places) = (Arc::clone(&self.disk), self.places.clone());
        self.errands.run(ctx, move || {
            let look = || {
                let found = restore::backups(&*disk, &places)?.ok_or(NotDone::Gone)?;
                let backup = found.all.iter().find(|backup| backup.number == number).ok_or(NotDone::Gone)?;
                let (files, problems) = snapshot(&*disk, &found.state_dir, backup);
                for problem in &problems {
                    tracing::warn!("backup {number}: {problem:?}");
                }
                let (then, more) = journal_of(&files);
                let unreadable = problems.len() + more.iter().filter(|problem| problem.kind.freezes()).count();
                Ok((Box::new(then), unreadable))
            };
            Errand::LookedInto(number, look())
        });
    }

    /// Brings a backup back: into an open journal after a backup of today; or, where there is no journal, as it was.
    pub(in crate::app) fn restore(&mut self, ctx: &Context, model: &mut Model, number: u64, now: Now) {
        model.backups.done = None;
        if let Some(unread) = model.problems.iter().find(|problem| problem.kind.may_pass()) {
            // What is there now would be taken for missing.
            model.backups.under_way = None;
            model.backups.done = Some(Err(NotDone::Unread(unread.file.clone())));
            return;
        }
        if let (Some(saver), Folder::Open | Folder::Vanished(_)) = (&self.saver, &model.folder) {
            self.errands.restoring = Some(number);
            saver.save(Job::Backup { made: now.wall, why: Why::BeforeRestore });
            return;
        }
        let (disk, places) = (Arc::clone(&self.disk), self.places.clone());
        self.errands.run(ctx, move || {
            let lay = || {
                let found = restore::backups(&*disk, &places)?;
                let backup = found.as_ref().and_then(|found| found.all.iter().find(|backup| backup.number == number));
                let (Some(found), Some(backup)) = (&found, backup) else { return Err(NotDone::Gone) };
                Ok(lay_back(&*disk, &places, &snapshot(&*disk, &found.state_dir, backup).0)?)
            };
            Errand::LaidBack(lay())
        });
    }

    /// Goes on with bringing a backup back, once the one of today is made.
    pub(super) fn restore_after_backup(&mut self, model: &mut Model, made: Result<(), &SaveError>, now: Now) {
        let Some(number) = self.errands.restoring.take() else { return };
        model.backups.under_way = None;
        let then = self.errands.looked_into.take().filter(|(looked_into, _)| *looked_into == number);
        model.backups.done = Some(match (made, then) {
            (Err(error), _) => Err(error.clone().into()),
            (Ok(()), None) => Err(NotDone::Gone),
            (Ok(()), Some((_, then))) => {
                if matches!(model.folder, Folder::Vanished(_)) {
                    model.folder = Folder::Open;
                }
                let files = bring_back(&mut model.journal, &then);
                model.revision += 1;
                model.backups.preview = Some(preview(&model.journal, &then));
                let mut effects = if self.waiting.is_some() { self.go_on(model, now) } else { Vec::new() };
                in_safe_order(&mut effects);
                for file in files {
                    self.save_file(model, file, now);
                }
                for effect in &effects {
                    self.save(model, effect, now);
                }
                Ok(())
            }
        });
    }

    /// Puts a copy of everything, with what could not be saved, where there is room.
    pub(in crate::app) fn copy_elsewhere(&self, ctx: &Context, model: &mut Model, now: Now) {
        let Some(vault) = self.vault.clone() else { return };
        model.saving.copied_to = None;
        let (disk, journal, into) = (Arc::clone(&self.disk), model.journal.clone(), self.places.copy_dirs.clone());
        self.errands.run(ctx, move || {
            let name = format!("Sunshower-{}.zip", now.wall.format("%Y-%m-%d-%H%M%S"));
            Errand::CopiedTo(restore::copy_elsewhere(&*disk, &vault, &journal, &into, &name))
        });
    }

    /// Makes something of the journal to take along, where the person keeps their documents.
    pub(in crate::app) fn take_along(&self, ctx: &Context, model: &Model, locale: Locale, wanted: Wanted, now: Now) {
        let (disk, journal, folders) = (Arc::clone(&self.disk), model.journal.clone(), self.places.copy_dirs.clone());
        let today = model.today(now);
        self.errands.run(ctx, move || {
            let stamp = now.wall.format("%Y-%m-%d-%H%M%S").to_string();
            let text = Text::of(locale).map_err(|error| SaveError::Other(error.to_string()));
            Errand::TakenAlong(
                text.and_then(|text| write_into(&*disk, &journal, &text, &wanted, today, &folders, &stamp)),
            )
        });
    }

    /// Looks whether other computers wrote into the folder.
    pub(in crate::app) fn look_again(&mut self, ctx: &Context, model: &Model, now: Now) {
        let (Some(vault), Folder::Open | Folder::ReadOnly(_)) = (self.vault.clone(), &model.folder) else { return };
        let since = self.errands.looked_again_at.map(|at| now.mono.saturating_sub(at));
        if self.errands.is_looking || since.is_some_and(|since| since < LOOKS_AGAIN_AFTER) {
            return;
        }
        // The folder was read a moment ago when it was opened.
        if self.errands.looked_again_at.replace(now.mono).is_none() && self.errands.saves_done == 0 {
            return;
        }
        self.errands.is_looking = true;
        let (disk, saves_done) = (Arc::clone(&self.disk), self.errands.saves_done);
        self.errands.run(ctx, move || Errand::Again { result: Box::new(vault.read_again(&*disk)), saves_done });
    }

    /// Takes in what came of errands.
    pub(in crate::app) fn take_in_errands(&mut self, ctx: &Context, model: &mut Model, now: Now) {
        while let Ok(errand) = self.errands.receive.try_recv() {
            match errand {
                Errand::Backups(Ok(all)) => model.backups.all = Some(all),
                Errand::Backups(Err(error)) => {
                    model.backups.all = Some(Vec::new());
                    model.backups.done = Some(Err(error));
                }
                Errand::LookedInto(number, Ok((then, unreadable))) => {
                    model.backups.unreadable = unreadable;
                    model.backups.preview = Some(preview(&model.journal, &then));
                    self.errands.looked_into = Some((number, then));
                }
                Errand::LookedInto(_, Err(error)) => model.backups.done = Some(Err(error)),
                Errand::LaidBack(Ok(files)) => {
                    tracing::info!("{files} files came back");
                    model.backups.under_way = None;
                    model.folder = Folder::Opening(now.mono);
                    self.open(ctx, true);
                }
                Errand::LaidBack(Err(error)) => {
                    model.backups.under_way = None;
                    model.backups.done = Some(Err(error));
                }
                Errand::CopiedTo(result) => {
                    model.saving.copied_to = Some(result.map(|path| path.display().to_string()));
                }
                Errand::TakenAlong(result) => {
                    model.taken_along = Some(result.map(|path| path.display().to_string()));
                }
                Errand::Again { result, saves_done } => self.take_in_again(model, *result, saves_done, now),
            }
        }
    }

    fn take_in_again(&mut self, model: &mut Model, result: Result<Again, OpenError>, saves_done: u64, now: Now) {
        self.errands.is_looking = false;
        let (Some(vault), Ok(again)) = (self.vault.clone(), result) else { return };
        let is_saving = model.saving.under_way || saves_done != self.errands.saves_done;
        if is_saving || !vault.is_news(&again) {
            return;
        }
        let reloaded = vault.take_in(again, &mut model.journal);
        self.go_on_with(model, reloaded, now);
    }
}
