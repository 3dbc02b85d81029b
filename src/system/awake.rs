//! A screen that stays awake while a break runs. Whoever holds it lets go of it when they end, however they end: the
//! desktop notices that the connection is gone.

#[cfg(target_os = "linux")]
mod bus;
#[cfg(any(windows, target_os = "macos"))]
mod power;

/// Keeps the screen awake.
pub trait Awake {
    /// Keeps the screen awake from now on, or no longer. Never waits.
    fn keep(&mut self, awake: bool);

    /// Whether the desktop could not be asked, as far as is known since it was last asked to.
    fn has_failed(&self) -> bool;
}

/// Keeps nothing awake.
#[derive(Clone, Copy, Debug, Default)]
pub struct NotAwake;

impl Awake for NotAwake {
    fn keep(&mut self, _awake: bool) {}

    fn has_failed(&self) -> bool {
        false
    }
}

/// What keeps the screen of this computer awake. Nothing is asked before it is needed.
#[must_use]
pub fn of_this_computer() -> Box<dyn Awake> {
    #[cfg(target_os = "linux")]
    let awake = bus::BusAwake::default();
    #[cfg(any(windows, target_os = "macos"))]
    let awake = power::PowerAwake::default();
    #[cfg(not(any(target_os = "linux", windows, target_os = "macos")))]
    let awake = NotAwake;
    Box::new(awake)
}
