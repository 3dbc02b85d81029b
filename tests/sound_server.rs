//! The real program and a real sound server: what it plays in a break is recorded from a sink nobody hears, and measured.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/screen.rs"]
mod screen;
mod support;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use screen::{Helper, Home, PATIENCE, Screen, is_installed, let_pass, say, wait_for};
use sunshower::app::command;
use sunshower::clock::{ManualClock, Wall};
use sunshower::sound::{Bed, RATE_HZ};
use sunshower::store::RealDisk;
use support::world::{EVENING, World};

/// Bytes a second of the recording: two channels of 32 bits.
const BYTES_PER_SEC: usize = RATE_HZ as usize * 8;

/// A sound server with a sink that nobody hears, and a recording of it.
struct Server {
    dir: tempfile::TempDir,
    _daemon: Helper,
    _recorder: Helper,
}

impl Server {
    /// `None`, with a word about it, where the machine cannot.
    fn open() -> Option<Self> {
        if !["pulseaudio", "parec"].into_iter().all(is_installed) {
            say("skipped: needs pulseaudio and parec");
            return None;
        }
        let dir = tempfile::tempdir().expect("a temporary folder");
        let socket = dir.path().join("native");
        let quiet = |command: &mut Command| {
            command.env("HOME", dir.path()).env("XDG_RUNTIME_DIR", dir.path()).stdin(Stdio::null());
            command.stderr(Stdio::null());
        };
        let mut command = Command::new("pulseaudio");
        quiet(&mut command);
        let native = format!("--load=module-native-protocol-unix socket={} auth-anonymous=1", socket.display());
        command.args(["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]);
        command.args(["--load=module-null-sink sink_name=nobody rate=48000 channels=2", &native]);
        let daemon = command.stdout(Stdio::null()).spawn().map(Helper).expect("a sound server");
        let is_there = wait_for(PATIENCE, || socket.exists().then_some(()));
        assert!(is_there.is_some(), "the sound server comes up");
        let mut command = Command::new("parec");
        quiet(&mut command);
        let out = File::create(dir.path().join("heard.raw")).expect("a file");
        command.env("PULSE_SERVER", format!("unix:{}", socket.display()));
        command.args(["--raw", "-d", "nobody.monitor", "--format=float32le", "--rate=48000", "--channels=2"]);
        let recorder = command.arg("--latency-msec=20").stdout(out).spawn().map(Helper).expect("a recorder");
        let server = Self { dir, _daemon: daemon, _recorder: recorder };
        wait_for(PATIENCE, || (server.so_far() > BYTES_PER_SEC / 4).then_some(())).expect("silence is recorded");
        Some(server)
    }

    fn address(&self) -> String {
        format!("unix:{}", self.dir.path().join("native").display())
    }

    fn file(&self) -> PathBuf {
        self.dir.path().join("heard.raw")
    }

    /// How many bytes were recorded so far.
    fn so_far(&self) -> usize {
        fs::metadata(self.file()).map_or(0, |file| usize::try_from(file.len()).unwrap_or(usize::MAX))
    }
}

/// What was recorded, of both channels together, in pieces of 50 ms: the level of each in dBFS.
fn levels(recording: &Path) -> Vec<f64> {
    let bytes = fs::read(recording).expect("a recording");
    let sample = |bytes: &[u8]| f64::from(f32::from_le_bytes(bytes.try_into().expect("four bytes")));
    let pieces = bytes.chunks_exact(BYTES_PER_SEC / 20);
    let level = |piece: &[u8]| {
        let squares: Vec<f64> = piece.chunks_exact(4).map(|bytes| sample(bytes).powi(2)).collect();
        let mean = squares.iter().sum::<f64>() / f64::from(u32::try_from(squares.len()).expect("few"));
        10.0 * mean.max(1e-12).log10()
    };
    pieces.map(level).collect()
}

fn piece(bytes: usize) -> usize {
    bytes / (BYTES_PER_SEC / 20)
}

/// A journal in which rain is chosen, as loud as it gets.
fn with_rain(home: &Home) {
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    let mut world = World::open_with(home.places(), Arc::new(RealDisk), clock, egui::Vec2::new(1280.0, 800.0));
    let mut settings = world.app().model.settings.clone();
    (settings.bed, settings.volume) = (Some(Bed::Rain), 100);
    world.ask(command::Command::SetSettings(Box::new(settings)));
}

/// To the page that waits for the film, by keys.
fn to_the_film(window: &screen::Window<'_>, home: &Home) {
    window.wait_until_shown();
    window.press(&["Return"]);
    home.wait_for_draft("stage: Before");
    window.press(&["Down"; 14]);
    window.press(&["Right", "Return"]);
    home.wait_for_draft("stage: Watching");
}

#[test]
fn rain_fades_in_with_the_break_and_is_gone_at_once_when_it_is_left() {
    let (Some(screen), Some(server)) = (Screen::open(), Server::open()) else { return };
    let home = Home::new();
    with_rain(&home);
    let window = screen.start_among(&home, &[], &[("PULSE_SERVER", &server.address())]);
    to_the_film(&window, &home);

    let threads = window.thread_names();
    let taken = server.so_far();
    window.press_at_once(&["Down"]);
    home.wait_for_draft("stage: Break");
    let_pass(Duration::from_secs(5));
    // Once to stop the pacing, once to leave.
    window.press_at_once(&["BackSpace"]);
    home.wait_for_draft("kind: Sit");
    let_pass(Duration::from_secs(2));
    window.press_at_once(&["BackSpace"]);
    home.wait_for_draft("stage: Watching");
    let left = server.so_far();
    let_pass(Duration::from_secs(2));

    let levels = levels(&server.file());
    let (taken, left) = (piece(taken), piece(left));
    let loudest = |pieces: &[f64]| pieces.iter().copied().fold(f64::MIN, f64::max);
    assert!(loudest(&levels[..taken]) < -90.0, "silence before the break");
    let begins = levels.iter().position(|level| *level > -90.0).expect("it is heard");
    let mean = |pieces: &[f64]| pieces.iter().sum::<f64>() / f64::from(u32::try_from(pieces.len()).expect("few"));
    let full = mean(&levels[begins + 50..left - 10]);
    say(&format!("the break: {full:.1} dBFS, heard {} ms after the press", (begins - taken) * 50));
    assert!((-34.0..=-27.0).contains(&full), "quiet, under whatever else there is: {full:.1} dBFS");
    let early = mean(&levels[begins..begins + 6]);
    assert!(early < full - 6.0, "it fades in: {early:.1} dBFS at first, then {full:.1}");
    let ends = levels.iter().rposition(|level| *level > -90.0).expect("it is heard");
    let after = (ends + 1).saturating_sub(left) * 50;
    say(&format!("after the break: heard for {after} ms more"));
    assert!(after <= 400, "gone at once: {after} ms");
    let back = wait_for(PATIENCE, || (window.thread_names().len() <= threads.len()).then_some(()));
    assert!(back.is_some(), "the connection is closed: {threads:?} were there, now {:?}", window.thread_names());
}

#[test]
fn without_a_sound_server_the_break_goes_on_in_silence() {
    let Some(screen) = Screen::open() else { return };
    let home = Home::new();
    with_rain(&home);
    let nowhere = tempfile::tempdir().expect("a temporary folder");
    let nowhere = nowhere.path().to_str().expect("a path");
    let around = [("PULSE_SERVER", ""), ("PULSE_RUNTIME_PATH", nowhere), ("XDG_RUNTIME_DIR", nowhere)];
    let window = screen.start_among(&home, &[], &around);
    to_the_film(&window, &home);
    window.press_at_once(&["Down"]);
    home.wait_for_draft("stage: Break");
    window.wait_for_line("no sound: ");
    window.press_at_once(&["BackSpace"]);
    home.wait_for_draft("kind: Sit");
    assert!(window.is_running());
}
