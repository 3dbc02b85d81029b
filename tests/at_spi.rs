//! A real assistive client: over the bus that screen readers use, an evening is begun, both sliders are set, tears are
//! marked and the evening is finished, by names and roles alone.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/bus.rs"]
mod bus;
#[path = "support/screen.rs"]
mod screen;

use std::path::Path;
use std::process::{Command, Stdio};

use bus::Bus;
use screen::{Helper, Home, Screen, say};

/// Where distributions put what starts the accessibility bus.
const LAUNCHERS: [&str; 3] =
    ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher"];

/// The distribution's own Python comes first: its packages are not found by others.
const PYTHONS: [&str; 2] = ["/usr/bin/python3", "python3"];

fn has_at_spi(python: &str) -> bool {
    let mut command = Command::new(python);
    let out = command.args(["-c", "import pyatspi"]).stdin(Stdio::null()).output();
    out.is_ok_and(|out| out.status.success())
}

#[test]
fn an_evening_by_an_assistive_client() {
    let launcher = LAUNCHERS.into_iter().find(|path| Path::new(path).exists());
    let python = PYTHONS.into_iter().find(|python| has_at_spi(python));
    let (Some(launcher), Some(python)) = (launcher, python) else {
        say("skipped: needs at-spi2-core and python3-pyatspi");
        return;
    };
    let Some(bus) = Bus::open() else { return };
    let Some(screen) = Screen::open() else { return };
    let around = [("DBUS_SESSION_BUS_ADDRESS", bus.address.as_str()), ("DISPLAY", screen.display())];
    let _accessibility = Command::new(launcher)
        .args(["--launch-immediately", "--a11y=1", "--screen-reader=1"])
        .envs(around)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map(Helper)
        .expect("the accessibility bus");
    let home = Home::new();
    let window = screen.start_among(&home, &[], &around);
    window.wait_until_shown();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/at_spi.py");
    let mut client = Command::new(python);
    let out = client.arg(script).arg(home.data_dir()).envs(around).stdin(Stdio::null()).output().expect("python");
    let said = String::from_utf8_lossy(&out.stdout);
    say(&said);
    assert!(out.status.success(), "{said}\n{}", String::from_utf8_lossy(&out.stderr));
    assert!(window.is_running());
}
