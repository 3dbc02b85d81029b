//! Makes every single call by which a program reaches its files go wrong, one in each run, and has each run judged.
//! Nothing in the program knows of it: strace answers in the system's place.

#![allow(dead_code, reason = "each test file uses its own part of it")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::outside::{is_installed, say};

/// The calls that go wrong, by each of the names they have on one machine or another.
const CALLS: [&str; 11] = [
    "openat",
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
];
/// These only read; there is one way in which they go wrong.
const READING_CALLS: [&str; 2] = ["read", "getdents64"];
const ERRORS: [&str; 5] = ["ENOSPC", "EIO", "EROFS", "EACCES", "EDQUOT"];

/// A program that is to be swept, and what has to hold after each of its runs.
pub trait Story {
    /// Makes the folders of a run, always the same.
    fn prepare(&mut self);
    /// Calls go wrong only where they have to do with something in here.
    fn root(&self) -> &Path;
    /// The program, with its arguments and environment. Calls are counted by thread, and where one that works on files
    /// is not the first, its calls must not have the same numbers as those by which the first loads the program.
    fn command(&self) -> Command;
    /// Looks at what is left, now that nothing goes wrong any more. Panics where it is not what it has to be.
    fn judge(&mut self, run: &Run);
}

/// How one call goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Nothing happens but the error.
    Error(&'static str),
    /// Nothing happens, and it says that this many bytes were written.
    Lie(usize),
    /// The process is killed in it.
    Kill,
}

/// One call, and how it goes wrong: its `nth` of this name in a thread, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Injection {
    pub call: &'static str,
    pub nth: usize,
    pub how: How,
}

impl fmt::Display for Injection {
    /// As strace takes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { call, nth, how } = self;
        match how {
            How::Error(error) => write!(f, "inject={call}:error={error}:when={nth}"),
            How::Lie(bytes) => write!(f, "inject={call}:retval={bytes}:when={nth}"),
            How::Kill => write!(f, "inject={call}:signal=KILL:when={nth}"),
        }
    }
}

/// What one run did.
#[derive(Debug)]
pub struct Run {
    /// What went wrong; `None` where nothing did.
    pub injection: Option<Injection>,
    pub status: ExitStatus,
    pub out: String,
    pub err: String,
    /// All its calls, as strace tells them.
    pub calls: Vec<String>,
}

impl Run {
    /// Whether it was killed as it was meant to be.
    pub fn was_killed(&self) -> bool {
        self.injection.is_some_and(|injection| injection.how == How::Kill)
    }

    /// The calls that went wrong, with what they were about.
    pub fn hits(&self) -> Vec<&str> {
        let is_hit = |line: &&str| match self.injection {
            Some(injection) if injection.how == How::Kill => {
                call_in(line) == Some(injection.call) && line.ends_with("= ?")
            }
            _ => line.ends_with("(INJECTED)"),
        };
        self.calls.iter().map(String::as_str).filter(is_hit).collect()
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let injection = self.injection.map_or_else(|| "nothing".to_owned(), |injection| injection.to_string());
        writeln!(f, "{injection}: {:#?}, {}", self.hits(), self.status)?;
        write!(f, "{}\n{}", self.out, self.err)
    }
}

/// How it went.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// How many calls went wrong.
    pub injections: usize,
    /// How many calls there are to go wrong, by name.
    pub calls: BTreeMap<&'static str, usize>,
    pub took: Duration,
}

/// Sweeps a program; `None`, with a word about it, where the machine allows no tracing.
pub fn sweep(story: &mut impl Story) -> Option<Figures> {
    if !can_trace() {
        say("skipped: needs strace, and the right to trace");
        return None;
    }
    let began = Instant::now();
    let mut figures = Figures::default();
    let undisturbed = run(story, None);
    let all = injections(&undisturbed.calls, story.root());
    story.judge(&undisturbed);
    assert!(!all.is_empty(), "it never came near its files:\n{undisturbed}");
    for injection in &all {
        let run = run(story, Some(*injection));
        let root = story.root().display().to_string();
        assert!(matches!(run.hits()[..], [hit] if hit.contains(&root)), "that alone was to go wrong: {run}");
        story.judge(&run);
        figures.injections += 1;
    }
    let calls: BTreeSet<_> = all.iter().map(|injection| (injection.call, injection.nth)).collect();
    for (call, _) in calls {
        *figures.calls.entry(call).or_default() += 1;
    }
    figures.took = began.elapsed();
    Some(figures)
}

fn can_trace() -> bool {
    let works = || {
        let mut command = Command::new("strace");
        command.args(["-f", "--seccomp-bpf", "-e", "trace=openat", "-o", "/dev/null", "true"]);
        command.stdin(Stdio::null()).output().is_ok_and(|out| out.status.success())
    };
    is_installed("strace") && works()
}

fn run(story: &mut impl Story, injection: Option<Injection>) -> Run {
    story.prepare();
    let command = story.command();
    let log = tempfile::NamedTempFile::new().expect("a temporary file");
    let known = CALLS.iter().chain(&READING_CALLS).map(|call| format!("?{call}")).collect::<Vec<_>>().join(",");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-y", "-s", "0", "-e", "signal=none"]);
    if injection.is_none_or(|injection| injection.how != How::Kill) {
        // Stops only at the calls that are asked for, which is faster; signals cannot be given so.
        strace.arg("--seccomp-bpf");
    }
    strace.arg("-e").arg(format!("trace={known}")).arg("-o").arg(log.path());
    if let Some(injection) = injection {
        strace.arg("-e").arg(injection.to_string());
    }
    strace.arg(command.get_program()).args(command.get_args()).stdin(Stdio::null());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    let out = strace.output().expect("it starts");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let calls = text(fs::read(log.path()).expect("it was traced")).lines().map(str::to_owned).collect();
    Run { injection, status: out.status, out: text(out.stdout), err: text(out.stderr), calls }
}

/// Everything that can go wrong with the calls that have to do with `root`.
fn injections(calls: &[String], root: &Path) -> BTreeSet<Injection> {
    let root = root.display().to_string();
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut all = BTreeSet::new();
    for line in calls {
        let (Some(call), Some((thread, _))) = (call_in(line), line.split_once(' ')) else { continue };
        // Each thread has its own count.
        let nth = counts.entry((thread.to_owned(), call)).or_default();
        *nth += 1;
        if !line.contains(&root) {
            continue;
        }
        let nth = *nth;
        if READING_CALLS.contains(&call) {
            all.extend([How::Error("EIO"), How::Kill].map(|how| Injection { call, nth, how }));
            continue;
        }
        all.extend(ERRORS.map(|error| Injection { call, nth, how: How::Error(error) }));
        all.insert(Injection { call, nth, how: How::Kill });
        let written = line.rsplit_once("= ").and_then(|(_, result)| result.parse().ok());
        if let (true, Some(bytes)) = (call == "write", written) {
            // Short of all but one, and of all of them.
            all.extend([1, bytes].map(|bytes| Injection { call, nth, how: How::Lie(bytes) }));
        }
    }
    all
}

/// The name of the call that begins in this line: `1234 openat(AT_FDCWD, …`.
fn call_in(line: &str) -> Option<&'static str> {
    let (_, rest) = line.split_once(' ')?;
    let (name, _) = rest.trim_start().split_once('(')?;
    CALLS.into_iter().chain(READING_CALLS).find(|call| *call == name)
}
