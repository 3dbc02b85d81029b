//! What the app asks of the world outside: addresses, notes, sound, a screen that stays awake.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::NaiveDateTime;
use egui::Context;
use uuid::Uuid;

use crate::clock::Now;
use crate::sound::Heard;
use crate::system::Desktop;
use crate::system::sound::Ends;
use crate::text::Text;

use super::company::{heard, keeps_awake, rests};
use super::model::{Model, Notice, NoticeKind};
use super::nav::Room;
use super::reminder;

/// How often it is looked whether the window can still be seen, while something plays or the screen is kept awake.
const LOOKS_AGAIN: Duration = Duration::from_secs(1);

/// The world outside, and what it was last asked for.
pub(super) struct Outside {
    desktop: Desktop,
    /// The kept evenings of which a note was shown, with their times.
    noted: BTreeSet<(Uuid, NaiveDateTime)>,
    heard: Option<Heard>,
    rested: bool,
    awake: bool,
}

impl Outside {
    pub(super) fn new(desktop: Desktop) -> Self {
        Self { desktop, noted: BTreeSet::new(), heard: None, rested: false, awake: false }
    }

    /// Hands an address to the browser.
    pub(super) fn open(&mut self, model: &mut Model, address: String) {
        let kind = match self.desktop.opener.open(&address) {
            Ok(()) => NoticeKind::Opened,
            Err(why) => {
                // What it was about is the person's own.
                tracing::warn!("no browser was opened: {}", why.replace(&address, "the address"));
                NoticeKind::NotOpened { address }
            }
        };
        model.notice = Some(Notice { kind, undo: None });
    }

    /// A kept evening whose time comes is said by the desktop too, where the person chose that and is not looking here.
    pub(super) fn remind(&mut self, ctx: &Context, model: &mut Model, text: &Text, now: Now) {
        if !model.settings.notify {
            return;
        }
        let is_here = ctx.input(|input| input.focused && input.viewport().minimized != Some(true));
        let due = reminder::due(model, now).filter(|_| model.run.is_none());
        if let Some(due) = due.and_then(|plan| Some((plan.id, plan.when?)))
            && self.noted.insert(due)
            && !is_here
        {
            self.desktop.notifier.notify(&text.get("notify-title"), &text.get("notify-body"));
        }
        model.outside.notes_fail |= self.desktop.notifier.has_failed();
    }

    /// Sound and a screen that stays awake, as the present moment wants them.
    /// `is_seen`: something was drawn since this was last asked. Not every desktop says that a window is hidden; but where
    /// it is, nothing is drawn.
    pub(super) fn keep_company(&mut self, ctx: &Context, model: &mut Model, is_seen: bool, now: Now) {
        let is_hidden = !is_seen
            || ctx.input(|input| {
                let viewport = input.viewport();
                viewport.minimized == Some(true) || viewport.occluded == Some(true)
            });
        let (heard, rests) = (heard(model, is_hidden, now), rests(model));
        if heard != self.heard {
            let was_left = is_hidden || (self.rested && !rests && model.pace_ended.is_none());
            self.desktop.sound.play(heard.as_ref(), if was_left { Ends::AtOnce } else { Ends::Gently });
            self.heard = heard;
        }
        self.rested = rests;
        let awake = keeps_awake(model, is_hidden, now);
        if awake != self.awake {
            self.desktop.awake.keep(awake);
            self.awake = awake;
        }
        // Whether there is sound is known soon, and a window that is hidden without a word is noticed by looking.
        let is_focused = ctx.input(|input| input.focused);
        if self.heard.is_some() || (self.awake && !is_focused) {
            ctx.request_repaint_after(LOOKS_AGAIN);
        }
        model.outside.sound_fails = self.desktop.sound.has_failed();
        model.outside.awake_fails = self.desktop.awake.has_failed();
        if may_move(model) {
            model.outside.wants_stillness = self.desktop.stillness.is_wanted();
        }
    }

    /// Nothing is heard and nothing is kept awake any more.
    pub(super) fn leave(&mut self) {
        self.desktop.sound.play(None, Ends::AtOnce);
        self.desktop.awake.keep(false);
    }
}

/// Whether something on the screen may move soon, or it is said whether it does.
fn may_move(model: &Model) -> bool {
    model.run.is_some() || matches!(model.nav.room, Room::Breathe | Room::Settings)
}
