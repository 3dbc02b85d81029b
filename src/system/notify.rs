//! A note by the desktop. It says nothing of what is kept: notes lie on lock screens and on televisions.

use std::sync::{Arc, Mutex, PoisonError};

/// Shows notes outside the window.
pub trait Notifier {
    /// Asks the desktop to show a note, and does not wait for it.
    fn notify(&mut self, title: &str, body: &str);

    /// Whether a note could not be shown since this was last asked.
    fn has_failed(&mut self) -> bool;
}

/// Shows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoNotifier;

impl Notifier for NoNotifier {
    fn notify(&mut self, _title: &str, _body: &str) {}

    fn has_failed(&mut self) -> bool {
        false
    }
}

/// The desktop's own notes: `org.freedesktop.Notifications` on the session bus. Elsewhere than on such a desktop every
/// note fails, which is said.
#[derive(Clone, Debug, Default)]
pub struct DesktopNotifier {
    failed: Arc<Mutex<bool>>,
}

impl Notifier for DesktopNotifier {
    fn notify(&mut self, title: &str, body: &str) {
        let failed = Arc::clone(&self.failed);
        let (title, body) = (title.to_owned(), body.to_owned());
        let work = move || {
            if let Err(error) = show(&title, &body) {
                tracing::warn!("no note by the desktop: {error}");
                *failed.lock().unwrap_or_else(PoisonError::into_inner) = true;
            }
        };
        if let Err(error) = std::thread::Builder::new().name("notifier".into()).spawn(work) {
            tracing::warn!("no note by the desktop: {error}");
            *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = true;
        }
    }

    fn has_failed(&mut self) -> bool {
        std::mem::take(&mut *self.failed.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Desktop Notifications Specification 1.3, `Notify`.
#[cfg(target_os = "linux")]
fn show(title: &str, body: &str) -> Result<(), String> {
    use std::collections::HashMap;

    use zbus::zvariant::Value;

    const NAME: &str = "org.freedesktop.Notifications";
    let connection = zbus::blocking::Connection::session().map_err(|error| error.to_string())?;
    let (replaces, icon, actions) = (0_u32, "sunshower", Vec::<&str>::new());
    let hints: HashMap<&str, Value<'_>> = HashMap::new();
    let usual_time = -1_i32;
    let note = ("Sunshower", replaces, icon, title, body, actions, hints, usual_time);
    connection
        .call_method(Some(NAME), "/org/freedesktop/Notifications", Some(NAME), "Notify", &note)
        .map(|_| ())
        .map_err(|error| error.to_string())
}

#[cfg(not(target_os = "linux"))]
fn show(_title: &str, _body: &str) -> Result<(), String> {
    Err("this desktop cannot be asked".to_owned())
}
