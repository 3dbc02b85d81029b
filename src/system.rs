//! The world outside, behind small traits: each has what really does it, and something that does nothing. Where it is
//! missing the app says so once, and goes on.

pub mod awake;
pub mod locale;
pub mod motion;
pub mod notify;
pub mod opener;
pub mod sound;

use std::sync::Arc;

use crate::clock::Clock;

use awake::{Awake, NotAwake};
use motion::{NoStillness, Stillness};
use notify::{DesktopNotifier, NoNotifier, Notifier};
use opener::{DesktopOpener, NoOpener, Opener};
use sound::{NoSound, Sound};

/// Everything outside that the app asks something of.
pub struct Desktop {
    /// What opens addresses.
    pub opener: Box<dyn Opener>,
    /// What shows notes outside the window.
    pub notifier: Box<dyn Notifier>,
    /// What plays sound.
    pub sound: Box<dyn Sound>,
    /// What keeps the screen awake.
    pub awake: Box<dyn Awake>,
    /// What says whether things are to stay still.
    pub stillness: Box<dyn Stillness>,
}

impl Desktop {
    /// Of this computer. Nothing is connected or opened before it is needed.
    #[must_use]
    pub fn of_this_computer(clock: &Arc<dyn Clock>) -> Self {
        Self {
            opener: Box::new(DesktopOpener),
            notifier: Box::new(DesktopNotifier::default()),
            sound: sound::of_this_computer(Arc::clone(clock)),
            awake: awake::of_this_computer(),
            stillness: motion::of_this_computer(),
        }
    }

    /// Of a computer on which nothing can be asked.
    #[must_use]
    pub fn none() -> Self {
        Self {
            opener: Box::new(NoOpener),
            notifier: Box::new(NoNotifier),
            sound: Box::new(NoSound),
            awake: Box::new(NotAwake),
            stillness: Box::new(NoStillness),
        }
    }
}
