//! Sound. It plays what the program makes itself, through the computer's own sound server, and nothing else.

#[cfg(any(windows, target_os = "macos"))]
mod device;
#[cfg(target_os = "linux")]
mod server;
#[cfg(any(target_os = "linux", windows, target_os = "macos"))]
mod session;

use std::sync::Arc;

use crate::clock::Clock;
use crate::sound::Heard;

/// How sound comes to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// It fades away.
    Gently,
    /// What it belonged to was left: it is gone as soon as it can be without a click.
    AtOnce,
}

/// Plays sound.
pub trait Sound {
    /// Plays this from now on; without anything, comes to its end. Never waits.
    fn play(&mut self, heard: Option<&Heard>, ends: Ends);

    /// Whether there is nothing to play with, as far as is known since the last time something was to be heard.
    fn has_failed(&self) -> bool;
}

/// Plays nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSound;

impl Sound for NoSound {
    fn play(&mut self, _heard: Option<&Heard>, _ends: Ends) {}

    fn has_failed(&self) -> bool {
        false
    }
}

/// What plays sound on this computer. Nothing is opened before there is something to play.
#[must_use]
pub fn of_this_computer(clock: Arc<dyn Clock>) -> Box<dyn Sound> {
    #[cfg(target_os = "linux")]
    let sound = session::Sessions::new(clock, server::play);
    #[cfg(any(windows, target_os = "macos"))]
    let sound = session::Sessions::new(clock, device::play);
    #[cfg(not(any(target_os = "linux", windows, target_os = "macos")))]
    let sound = {
        drop(clock);
        NoSound
    };
    Box::new(sound)
}
