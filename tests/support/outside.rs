//! What it takes to watch real processes from outside: patience, numbers from the environment, a word said where
//! something is missing, and helpers that end with whoever started them.

#![allow(dead_code, reason = "each test file uses its own part of it")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often something outside is looked at again.
const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// A machine may be busy, but not this busy.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A number from the environment.
pub fn number_from(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// What chance is made of: `SUNSHOWER_SEED`, or a new one, which is said.
pub fn seed() -> u64 {
    let seed = number_from("SUNSHOWER_SEED", fastrand::u64(..));
    say(&format!("seed {seed}: SUNSHOWER_SEED={seed} repeats it"));
    seed
}

/// A line that is seen also when the test passes.
pub fn say(words: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{words}");
}

/// Looks again and again until there is an answer, at most for `patience`.
pub fn wait_for<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let began = Instant::now();
    loop {
        if let Some(seen) = look() {
            return Some(seen);
        }
        if began.elapsed() >= patience {
            return None;
        }
        thread::sleep(LOOK_AGAIN);
    }
}

/// Does nothing, for what can only be shown by nothing happening.
pub fn let_pass(time: Duration) {
    thread::sleep(time);
}

/// Whether a program can be started by this name.
pub fn is_installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|dir| dir.join(program).is_file())
}

/// A process that ends with whoever started it.
pub struct Helper(pub Child);

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// This test program once more, as a process of its own that runs this test and nothing else.
pub fn this_program_again<T: Fn()>(_test: T) -> Command {
    // The name by which the test harness knows it: without that of the program.
    let name = std::any::type_name::<T>().split_once("::").expect("a path").1;
    let mut command = Command::new(std::env::current_exe().expect("a path"));
    command.args(["--exact", name, "--include-ignored", "--nocapture", "--test-threads=1"]).stdin(Stdio::null());
    command
}

/// All files below a folder.
pub fn files_below(dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut dirs = vec![dir.to_owned()];
    while let Some(dir) = dirs.pop() {
        for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                dirs.push(entry.path());
            } else {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    files
}
