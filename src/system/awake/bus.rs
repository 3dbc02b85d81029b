//! Asking a Linux desktop to stay awake, over D-Bus: its screen saver, else the portal, else the login manager.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, Value};

use super::Awake;

/// Who asks, and why, as the desktop may show it. It says nothing of what is kept.
const WHO: &str = "Sunshower";
const WHY: &str = "A break";

/// How long a desktop may take to answer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(3);

/// Asks a Linux desktop, in a thread of its own that is there from the first asking on.
#[derive(Default)]
pub struct BusAwake {
    asks: Option<Sender<bool>>,
    failed: Arc<AtomicBool>,
}

impl Awake for BusAwake {
    fn keep(&mut self, awake: bool) {
        if self.asks.is_none() && awake {
            let (asks, asked) = channel();
            let failed = Arc::clone(&self.failed);
            match std::thread::Builder::new().name("awake".into()).spawn(move || serve(&asked, &failed)) {
                Ok(_) => self.asks = Some(asks),
                Err(error) => {
                    tracing::warn!("the screen is not kept awake: {error}");
                    self.failed.store(true, Ordering::Relaxed);
                }
            }
        }
        if let Some(asks) = &self.asks
            && asks.send(awake).is_err()
        {
            self.asks = None;
        }
    }

    fn has_failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }
}

fn serve(asked: &Receiver<bool>, failed: &AtomicBool) {
    let mut held: Option<Hold> = None;
    while let Ok(mut awake) = asked.recv() {
        // Of what was asked while the desktop took its time, only the last counts.
        while let Ok(later) = asked.try_recv() {
            awake = later;
        }
        if !awake {
            held = None;
        } else if held.is_none() {
            held = Hold::take();
            failed.store(held.is_none(), Ordering::Relaxed);
        }
    }
}

/// The screen is kept awake for as long as this is there.
enum Hold {
    ScreenSaver(Connection, u32),
    Portal(Connection, OwnedObjectPath),
    /// The login manager watches a pipe: it lets go when this end is closed.
    Login {
        _pipe: OwnedFd,
    },
}

impl Hold {
    /// Asks one after another; whatever is missing on this desktop fails quickly.
    fn take() -> Option<Self> {
        let ways = [("screen saver", screen_saver as fn() -> zbus::Result<Self>), ("portal", portal), ("login", login)];
        for (name, ask) in ways {
            match ask() {
                Ok(hold) => return Some(hold),
                Err(error) => tracing::debug!("not kept awake by the {name}: {error}"),
            }
        }
        // No fault of this program, and nothing is lost: many a computer has nobody to ask. The break says so in a line.
        tracing::info!("the screen is not kept awake: neither screen saver, portal nor login manager would");
        None
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let released = match self {
            Self::ScreenSaver(connection, cookie) => {
                connection.call_method(Some(SAVER), SAVER_PATH, Some(SAVER), "UnInhibit", &(*cookie)).map(|_| ())
            }
            Self::Portal(connection, request) => connection
                .call_method(Some(PORTAL), request.as_str(), Some("org.freedesktop.portal.Request"), "Close", &())
                .map(|_| ()),
            Self::Login { .. } => Ok(()),
        };
        if let Err(error) = released {
            // The connection ends now, and with it what was held.
            tracing::debug!("was not let go of in words: {error}");
        }
    }
}

const SAVER: &str = "org.freedesktop.ScreenSaver";
const SAVER_PATH: &str = "/org/freedesktop/ScreenSaver";
const PORTAL: &str = "org.freedesktop.portal.Desktop";

/// Idle Inhibition Service Draft of freedesktop.org, `Inhibit`.
fn screen_saver() -> zbus::Result<Hold> {
    let connection = Builder::session()?.method_timeout(ANSWERS_WITHIN).build()?;
    let reply = connection.call_method(Some(SAVER), SAVER_PATH, Some(SAVER), "Inhibit", &(WHO, WHY))?;
    let cookie: u32 = reply.body().deserialize()?;
    Ok(Hold::ScreenSaver(connection, cookie))
}

/// XDG Desktop Portal, `org.freedesktop.portal.Inhibit`.
fn portal() -> zbus::Result<Hold> {
    const NOT_IDLE: u32 = 8;
    let connection = Builder::session()?.method_timeout(ANSWERS_WITHIN).build()?;
    let options: HashMap<&str, Value<'_>> = HashMap::from([("reason", Value::from(WHY))]);
    let path = "/org/freedesktop/portal/desktop";
    let interface = Some("org.freedesktop.portal.Inhibit");
    let reply = connection.call_method(Some(PORTAL), path, interface, "Inhibit", &("", NOT_IDLE, options))?;
    let request: OwnedObjectPath = reply.body().deserialize()?;
    Ok(Hold::Portal(connection, request))
}

/// systemd's login manager, `org.freedesktop.login1.Manager.Inhibit`.
fn login() -> zbus::Result<Hold> {
    const LOGIN: &str = "org.freedesktop.login1";
    let connection = Builder::system()?.method_timeout(ANSWERS_WITHIN).build()?;
    let asked = ("idle", WHO, WHY, "block");
    let interface = Some("org.freedesktop.login1.Manager");
    let reply = connection.call_method(Some(LOGIN), "/org/freedesktop/login1", interface, "Inhibit", &asked)?;
    Ok(Hold::Login { _pipe: reply.body().deserialize()? })
}
