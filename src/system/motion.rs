//! Whether the desktop is set to as little motion as possible.

/// Says whether things on the screen are to stay still.
pub trait Stillness {
    /// Whether the desktop asks for it; `false` while it has not answered, and where it says nothing. It is asked at the
    /// first time, in the background.
    fn is_wanted(&mut self) -> bool;
}

/// Wants nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoStillness;

impl Stillness for NoStillness {
    fn is_wanted(&mut self) -> bool {
        false
    }
}

/// Of this computer.
#[must_use]
pub fn of_this_computer() -> Box<dyn Stillness> {
    #[cfg(target_os = "linux")]
    return Box::<portal::Portal>::default();
    #[cfg(not(target_os = "linux"))]
    return Box::new(NoStillness);
}

#[cfg(target_os = "linux")]
mod portal {
    //! XDG Desktop Portal, `org.freedesktop.portal.Settings.ReadOne`.

    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use zbus::blocking::Connection;
    use zbus::blocking::connection::Builder;
    use zbus::zvariant::{OwnedValue, Value};

    use super::Stillness;

    /// How long a desktop may take to answer.
    const ANSWERS_WITHIN: Duration = Duration::from_secs(3);

    /// What the portal said, once it was asked.
    #[derive(Default)]
    pub(super) struct Portal(Option<Arc<AtomicBool>>);

    impl Portal {
        fn ask() -> Arc<AtomicBool> {
            let wanted = Arc::new(AtomicBool::new(false));
            let answer = Arc::clone(&wanted);
            let asks = std::thread::Builder::new().name("motion".into());
            let asked = asks.spawn(move || match wants_stillness() {
                Ok(wants) => {
                    tracing::debug!("the desktop asks for stillness: {wants}");
                    answer.store(wants, Ordering::Relaxed);
                }
                // Most desktops without a portal; things move unless the person says otherwise here.
                Err(error) => tracing::debug!("nobody said whether things are to stay still: {error}"),
            });
            if let Err(error) = asked {
                tracing::warn!("nobody was asked whether things are to stay still: {error}");
            }
            wanted
        }
    }

    impl Stillness for Portal {
        fn is_wanted(&mut self) -> bool {
            // Not before something could move: a connection to the bus takes memory.
            self.0.get_or_insert_with(Self::ask).load(Ordering::Relaxed)
        }
    }

    /// The setting of all desktops, else the older one of GNOME.
    fn wants_stillness() -> zbus::Result<bool> {
        let connection = Builder::session()?.method_timeout(ANSWERS_WITHIN).build()?;
        if let Ok(value) = read(&connection, "org.freedesktop.appearance", "reduced-motion") {
            // 0: no preference; 1: reduced.
            return Ok(u32::try_from(value).is_ok_and(|value| value == 1));
        }
        let value = read(&connection, "org.gnome.desktop.interface", "enable-animations")?;
        Ok(bool::try_from(value).is_ok_and(|moves| !moves))
    }

    fn read(connection: &Connection, namespace: &str, name: &str) -> zbus::Result<OwnedValue> {
        let (place, path) = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop");
        let interface = Some("org.freedesktop.portal.Settings");
        let ask = |method| connection.call_method(Some(place), path, interface, method, &(namespace, name));
        if let Ok(reply) = ask("ReadOne") {
            return reply.body().deserialize();
        }
        // Before version 2 of it there was only `Read`, which wraps what it gives once more.
        let wrapped: OwnedValue = ask("Read")?.body().deserialize()?;
        match &*wrapped {
            Value::Value(value) => Ok(value.try_to_owned()?),
            _ => Ok(wrapped),
        }
    }
}
