//! A message bus of its own for one test.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::screen::{Helper, is_installed, say};

/// A bus of its own.
pub struct Bus {
    pub address: String,
    _daemon: Helper,
}

impl Bus {
    /// `None`, with a word about it, where the machine cannot.
    pub fn open() -> Option<Self> {
        if !is_installed("dbus-daemon") {
            say("skipped: needs dbus-daemon");
            return None;
        }
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--print-address", "--nofork", "--nopidfile"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map(Helper)
            .expect("a bus");
        let mut address = String::new();
        let out = daemon.0.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut address).expect("its address");
        Some(Self { address: address.trim().to_owned(), _daemon: daemon })
    }
}
