//! As little motion as possible: as the desktop is set, until the person says otherwise.

#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

mod support;

#[cfg(target_os = "linux")]
#[path = "support/bus.rs"]
mod bus;
#[cfg(target_os = "linux")]
#[path = "support/screen.rs"]
mod screen;

use std::time::Duration;

use sunshower::app::command::Command;
use sunshower::app::nav::Room;
use support::world::{Home, World};

#[test]
fn what_the_desktop_is_set_to_holds_until_the_person_says_otherwise() {
    let home = Home::new();
    let mut world = World::open(&home);
    let pictures = |world: &mut World| {
        world.ask(Command::Enter(Room::Breathe));
        world.ask(Command::Breathe(true));
        world.clock.advance(Duration::from_millis(250));
        let delay = world.rest();
        world.ask(Command::Breathe(false));
        delay
    };
    assert!(pictures(&mut world) < Duration::from_millis(100), "a breath moves");
    world.still.set(true);
    assert!(pictures(&mut world) > Duration::from_millis(100), "only its count changes");
    world.ask(Command::Enter(Room::Settings));
    assert!(world.shows("As this desktop is set."), "{:?}", world.labels());
    world.choose("Nothing moves, also while breathing");
    assert!(pictures(&mut world) < Duration::from_millis(100), "the person has said otherwise");
    let again = world.reopened_after(&home, 5);
    again.still.set(true);
    let mut again = again;
    assert!(pictures(&mut again) < Duration::from_millis(100), "and it is remembered");
}

#[cfg(target_os = "linux")]
mod on_a_bus {
    use std::collections::HashMap;

    use zbus::blocking::connection::Builder;
    use zbus::fdo;
    use zbus::zvariant::{OwnedValue, Value};

    use super::bus::Bus;
    use super::screen::{Home, Screen, Window};

    /// It is asked once an evening begins.
    fn begin(window: &Window<'_>) {
        window.wait_until_shown();
        window.press(&["Return"]);
    }

    /// A portal that knows these settings.
    struct Settings(HashMap<(&'static str, &'static str), OwnedValue>);

    #[zbus::interface(name = "org.freedesktop.portal.Settings")]
    impl Settings {
        #[expect(clippy::needless_pass_by_value, reason = "the form the bus calls it in")]
        fn read_one(&self, namespace: String, key: String) -> fdo::Result<OwnedValue> {
            let found = self.0.iter().find(|((space, name), _)| (*space, *name) == (&*namespace, &*key));
            let value = found.and_then(|(_, value)| value.try_clone().ok());
            value.ok_or_else(|| fdo::Error::Failed("no such setting".into()))
        }
    }

    /// One of before it had `ReadOne`.
    struct OldSettings;

    #[zbus::interface(name = "org.freedesktop.portal.Settings")]
    impl OldSettings {
        #[expect(clippy::unused_self, reason = "the form the bus calls it in")]
        fn read(&self, namespace: &str, key: &str) -> fdo::Result<OwnedValue> {
            assert_eq!((namespace, key), ("org.freedesktop.appearance", "reduced-motion"));
            let wrapped = Value::Value(Box::new(Value::U32(1)));
            wrapped.try_into().map_err(|_| fdo::Error::Failed("cannot be".into()))
        }
    }

    #[test]
    fn an_older_portal_is_understood_as_well() {
        let (Some(screen), Some(bus)) = (Screen::open(), Bus::open()) else { return };
        let _desktop = Builder::address(bus.address.as_str())
            .and_then(|builder| builder.name("org.freedesktop.portal.Desktop"))
            .and_then(|builder| builder.serve_at("/org/freedesktop/portal/desktop", OldSettings))
            .and_then(Builder::build)
            .expect("a portal");
        let home = Home::new();
        let window = screen.start_among(&home, &[], &[("DBUS_SESSION_BUS_ADDRESS", &*bus.address)]);
        begin(&window);
        window.wait_for_line("the desktop asks for stillness: true");
    }

    #[test]
    fn the_portal_is_asked_in_both_of_its_ways() {
        let Some(screen) = Screen::open() else { return };
        let (all, gnome) = ("org.freedesktop.appearance", "org.gnome.desktop.interface");
        let ways = [
            (vec![((all, "reduced-motion"), OwnedValue::from(1_u32))], "the desktop asks for stillness: true"),
            (vec![((all, "reduced-motion"), OwnedValue::from(0_u32))], "the desktop asks for stillness: false"),
            (vec![((gnome, "enable-animations"), OwnedValue::from(false))], "the desktop asks for stillness: true"),
            (vec![((gnome, "enable-animations"), OwnedValue::from(true))], "the desktop asks for stillness: false"),
            (vec![], "nobody said whether things are to stay still"),
        ];
        for (known, said) in ways {
            let Some(bus) = Bus::open() else { return };
            let portal = Settings(known.into_iter().collect());
            let _desktop = Builder::address(bus.address.as_str())
                .and_then(|builder| builder.name("org.freedesktop.portal.Desktop"))
                .and_then(|builder| builder.serve_at("/org/freedesktop/portal/desktop", portal))
                .and_then(Builder::build)
                .expect("a portal");
            let home = Home::new();
            let window = screen.start_among(&home, &[], &[("DBUS_SESSION_BUS_ADDRESS", &*bus.address)]);
            begin(&window);
            window.wait_for_line(said);
        }
    }
}
