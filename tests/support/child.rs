//! A test that runs as a process of its own, so that it can be killed or lied to: where it is to work, and how it
//! tells what it does.

#![allow(dead_code, reason = "each test file uses its own part of it")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use std::fmt::{Debug, Write as _};
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Command;

use sunshower::store::Places;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

const DATA_DIR: &str = "SUNSHOWER_TEST_DATA_DIR";
const STATE_ROOT: &str = "SUNSHOWER_TEST_STATE_ROOT";
/// Tells what is told from what the test harness prints on the same line.
const SIGN: &str = "@@ ";

/// Sends it to these places.
pub fn send_to(command: &mut Command, places: &Places) {
    command.env(DATA_DIR, &places.data_dir).env(STATE_ROOT, &places.state_root);
}

/// Where it was sent; `None` where nobody sent it anywhere, so that it has nothing to do.
pub fn sent_to() -> Option<Places> {
    let place = |name| std::env::var_os(name).map(PathBuf::from);
    Some(Places::new(place(DATA_DIR)?, place(STATE_ROOT)?))
}

/// Makes calls that mean nothing. Where the calls of each thread are counted, those that follow have numbers by then that
/// the thread that loaded the program never reaches.
pub fn count_to_a_hundred() {
    for _ in 0..100 {
        let mut null = OpenOptions::new().read(true).write(true).open("/dev/null").expect("it is there");
        let _ = (null.write(&[0]), null.read(&mut [0]));
    }
}

/// Tells one line. It is out when this returns, whatever happens to the process then.
pub fn tell(words: &str) {
    let mut out = std::io::stdout().lock();
    // Where nobody listens any more, nobody is told.
    let _ = out.write_all(format!("{SIGN}{words}\n").as_bytes()).and_then(|()| out.flush());
}

/// What was told in a line of a process's output.
pub fn told(line: &str) -> Option<&str> {
    line.split_once(SIGN).map(|(_, words)| words)
}

/// Tells everything the program logs, the moment it does.
pub fn tell_the_log() {
    tracing::subscriber::set_global_default(Teller).expect("nobody listens yet");
}

struct Teller;

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, _: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {value:?}");
    }
}

impl Subscriber for Teller {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        about.target().starts_with("sunshower")
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        let mut line = Line(event.metadata().level().to_string());
        event.record(&mut line);
        tell(&line.0);
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}
