//! The real program and a private bus: in a break the screen is kept awake by whoever is there to do so, and by nobody
//! afterwards, also when the program is killed.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/bus.rs"]
mod bus;
#[path = "support/screen.rs"]
mod screen;

use std::collections::{BTreeMap, HashMap};
use std::io::{PipeReader, Read, pipe};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bus::Bus;
use screen::{Home, PATIENCE, Screen, Window, let_pass, say, wait_for};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::message::Header;
use zbus::zvariant::{ObjectPath, OwnedFd, OwnedObjectPath, OwnedValue};

/// The name of what is held by a pipe.
const PIPE: &str = "pipe";

/// Who keeps the screen awake: the cookie or the path, and the sender. Shared by everything that pretends to be a desktop.
#[derive(Clone, Default)]
struct Held(Arc<Mutex<BTreeMap<String, (String, String)>>>);

impl Held {
    fn all(&self) -> MutexGuard<'_, BTreeMap<String, (String, String)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, name: String, sender: &Header<'_>, why: &str) {
        let sender = sender.sender().map(ToString::to_string).unwrap_or_default();
        self.all().insert(name, (sender, why.to_owned()));
    }

    /// As real desktops do: whoever is gone from the bus holds nothing any more.
    fn let_go_of_the_gone(&self, bus: &Bus) {
        let (held, watcher) = (self.clone(), Builder::address(bus.address.as_str()).unwrap().build().unwrap());
        let names = DBusProxy::new(&watcher).unwrap().receive_name_owner_changed().unwrap();
        std::thread::spawn(move || {
            for change in names {
                let Ok(change) = change.args() else { continue };
                if change.new_owner.is_none() {
                    // What a pipe stands for is held by the pipe alone.
                    held.all().retain(|name, (sender, _)| name == PIPE || *sender != change.name.as_str());
                }
            }
            drop(watcher);
        });
    }

    fn wait_until(&self, many: usize, when: &str) {
        let is_so = wait_for(PATIENCE, || (self.all().len() == many).then_some(()));
        assert!(is_so.is_some(), "{when}: {:?}", self.all());
    }
}

struct ScreenSaver(Held);

#[zbus::interface(name = "org.freedesktop.ScreenSaver")]
impl ScreenSaver {
    #[expect(clippy::needless_pass_by_value, reason = "the form the bus calls it in")]
    fn inhibit(&self, #[zbus(header)] header: Header<'_>, who: String, why: String) -> u32 {
        assert_eq!(who, "Sunshower");
        self.0.take("7".into(), &header, &why);
        7
    }

    fn un_inhibit(&self, cookie: u32) {
        self.0.all().remove(&cookie.to_string());
    }
}

struct Portal(Held);

#[zbus::interface(name = "org.freedesktop.portal.Inhibit")]
impl Portal {
    #[expect(clippy::needless_pass_by_value, reason = "the form the bus calls it in")]
    fn inhibit(
        &self,
        #[zbus(header)] header: Header<'_>,
        window: String,
        flags: u32,
        options: HashMap<String, OwnedValue>,
    ) -> OwnedObjectPath {
        assert_eq!((window.as_str(), flags), ("", 8));
        let why: String = options["reason"].clone().try_into().expect("a reason");
        self.0.take("request".into(), &header, &why);
        ObjectPath::from_static_str_unchecked("/org/freedesktop/portal/desktop/request").into()
    }
}

struct Request(Held);

#[zbus::interface(name = "org.freedesktop.portal.Request")]
impl Request {
    fn close(&self) {
        self.0.all().remove("request");
    }
}

struct Login(Held);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Login {
    #[expect(clippy::needless_pass_by_value, reason = "the form the bus calls it in")]
    fn inhibit(
        &self,
        #[zbus(header)] header: Header<'_>,
        what: String,
        who: String,
        why: String,
        how: String,
    ) -> OwnedFd {
        assert_eq!((what.as_str(), who.as_str(), how.as_str()), ("idle", "Sunshower", "block"));
        let (reader, writer) = pipe().expect("a pipe");
        self.0.take(PIPE.into(), &header, &why);
        let held = self.0.clone();
        std::thread::spawn(move || watch(reader, &held));
        std::os::fd::OwnedFd::from(writer).into()
    }
}

/// As the login manager does: held for as long as the other end of the pipe is open.
fn watch(mut reader: PipeReader, held: &Held) {
    let _ = reader.read(&mut [0]);
    held.all().remove(PIPE);
}

/// A desktop that can be asked in these ways.
fn desktop(bus: &Bus, ways: &str, held: &Held) -> Connection {
    let mut builder = Builder::address(bus.address.as_str()).unwrap();
    if ways.contains("screen saver") {
        let saver = ScreenSaver(held.clone());
        builder = builder.name("org.freedesktop.ScreenSaver").unwrap();
        builder = builder.serve_at("/org/freedesktop/ScreenSaver", saver).unwrap();
    }
    if ways.contains("portal") {
        let (portal, request) = (Portal(held.clone()), Request(held.clone()));
        builder = builder.name("org.freedesktop.portal.Desktop").unwrap();
        builder = builder.serve_at("/org/freedesktop/portal/desktop", portal).unwrap();
        builder = builder.serve_at("/org/freedesktop/portal/desktop/request", request).unwrap();
    }
    if ways.contains("login manager") {
        builder = builder.name("org.freedesktop.login1").unwrap();
        builder = builder.serve_at("/org/freedesktop/login1", Login(held.clone())).unwrap();
    }
    builder.build().expect("a desktop")
}

fn start<'a>(screen: &'a Screen, home: &Home, bus: &Bus) -> Window<'a> {
    let around = [("DBUS_SESSION_BUS_ADDRESS", &*bus.address), ("DBUS_SYSTEM_BUS_ADDRESS", &*bus.address)];
    screen.start_among(home, &[], &around)
}

fn to_the_film(window: &Window<'_>, home: &Home) {
    window.wait_until_shown();
    window.press(&["Return"]);
    home.wait_for_draft("stage: Before");
    window.press(&["Down"; 14]);
    window.press(&["Right", "Return"]);
    home.wait_for_draft("stage: Watching");
}

#[test]
fn the_screen_is_kept_awake_in_a_break_and_let_go_of_after_it_in_words_or_by_being_killed() {
    let Some(screen) = Screen::open() else { return };
    for way in ["screen saver", "portal", "login manager", "screen saver and portal"] {
        let Some(bus) = Bus::open() else { return };
        let held = Held::default();
        held.let_go_of_the_gone(&bus);
        let _desktop = desktop(&bus, way, &held);
        let home = Home::new();
        let window = start(&screen, &home, &bus);
        to_the_film(&window, &home);
        assert!(held.all().is_empty(), "{way}: nothing is held while the film runs");
        window.press_at_once(&["Down"]);
        held.wait_until(1, &format!("{way}: held in the break"));
        assert!(held.all().values().all(|(_, why)| why == "A break"), "{way}: nothing of what is kept is said");
        window.press_at_once(&["BackSpace"]);
        home.wait_for_draft("kind: Sit");
        assert_eq!(held.all().len(), 1, "{way}: the break goes on");
        window.press_at_once(&["BackSpace"]);
        held.wait_until(0, &format!("{way}: let go of after the break"));

        window.press_at_once(&["Down"]);
        held.wait_until(1, &format!("{way}: held in the next break"));
        window.kill();
        held.wait_until(0, &format!("{way}: nothing remains held after a kill"));
        say(&format!("{way}: held, let go of, held, killed, nothing held"));
    }
}

#[test]
fn where_nobody_can_be_asked_the_break_goes_on() {
    let (Some(screen), Some(bus)) = (Screen::open(), Bus::open()) else { return };
    let home = Home::new();
    let window = start(&screen, &home, &bus);
    to_the_film(&window, &home);
    window.press_at_once(&["Down"]);
    window.wait_for_line("the screen is not kept awake");
    window.press_at_once(&["BackSpace", "BackSpace"]);
    home.wait_for_draft("stage: Watching");
    let_pass(Duration::from_millis(100));
    assert!(window.is_running());
}
