//! A screen of its own, with the real program in a real window on it, driven by keys and watched from outside.
//!
//! Nothing in the program knows that it is watched: what it saves is read from its log and its files, and that it has
//! come to rest is read from what the system says about its threads.

#![allow(dead_code, reason = "each test file uses its own part of it")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "outside.rs"]
mod outside;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub use outside::{Helper, is_installed};
#[allow(unused_imports, reason = "each test file uses its own part of it")]
pub use outside::{PATIENCE, let_pass, number_from, say, wait_for};
use sunshower::store::Places;

/// The program under test: another build of it where `SUNSHOWER_BIN` names one.
pub fn program() -> PathBuf {
    std::env::var_os("SUNSHOWER_BIN").map_or_else(|| env!("CARGO_BIN_EXE_sunshower").into(), PathBuf::from)
}

/// A folder of its own for the journal, the state and the home of a person.
pub struct Home {
    dir: PathBuf,
    _goes_with_us: Option<tempfile::TempDir>,
}

impl Home {
    /// An empty one, gone after the test.
    pub fn new() -> Self {
        let dir = tempfile::Builder::new().prefix("sunshower-test-").tempdir().expect("a temporary folder");
        furnish(dir.path());
        Self { dir: dir.path().to_owned(), _goes_with_us: Some(dir) }
    }

    /// An empty one, to be looked at afterwards where `SUNSHOWER_KEEP_IN` names it.
    pub fn to_be_kept() -> Self {
        let Some(dir) = std::env::var_os("SUNSHOWER_KEEP_IN").map(PathBuf::from) else { return Self::new() };
        furnish(&dir);
        Self { dir, _goes_with_us: None }
    }

    /// Where the journal is.
    pub fn data_dir(&self) -> PathBuf {
        self.dir.join("journal")
    }

    /// Where the program keeps the journal, and what this computer keeps beside it.
    pub fn places(&self) -> Places {
        Places::new(self.data_dir(), self.dir.join("state/sunshower"))
    }

    /// The running evening as it is on the disk.
    pub fn draft(&self) -> Option<String> {
        let folders = fs::read_dir(self.places().state_root).ok()?;
        folders.flatten().find_map(|folder| fs::read_to_string(folder.path().join("draft.ron")).ok())
    }

    /// Waits until the running evening on the disk says this.
    pub fn wait_for_draft(&self, words: &str) -> String {
        let found = wait_for(PATIENCE, || self.draft().filter(|text| text.contains(words)));
        found.unwrap_or_else(|| panic!("{words:?} is not in the draft:\n{}", self.draft().unwrap_or_default()))
    }

    /// All files of the journal, by their path within it, with what they hold.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.data_dir(), &self.data_dir(), &mut files);
        files
    }

    /// The records of all months, as text.
    pub fn months(&self) -> String {
        let months = self.files().into_iter().filter(|(path, _)| path.starts_with("journal/"));
        months.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect()
    }

    /// What `sunshower check` says about the journal, and the code it ends with.
    pub fn check(&self) -> (String, Option<i32>) {
        let mut command = self.command(&program());
        let out = command.arg("check").output().expect("the program starts");
        (String::from_utf8_lossy(&out.stdout).into_owned(), out.status.code())
    }

    /// The program, for this person.
    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        let others = std::env::var_os("PATH").unwrap_or_default();
        let paths = [self.dir.join("bin")].into_iter().chain(std::env::split_paths(&others));
        command
            .env("PATH", std::env::join_paths(paths).expect("paths without colons"))
            .env("HOME", self.dir.join("home"))
            .env("XDG_STATE_HOME", self.dir.join("state"))
            // Whatever the machine speaks, these stories are told in English.
            .env("LC_ALL", "C.UTF-8")
            .env_remove("LANGUAGE")
            .env_remove("XDG_DATA_HOME")
            .env_remove("XDG_CONFIG_HOME")
            .arg("--data-dir")
            .arg(self.data_dir())
            .stdin(Stdio::null());
        command
    }
}

/// A home, and a browser that opens nothing: keys pressed at random may ask for one.
fn furnish(dir: &Path) {
    use std::os::unix::fs::PermissionsExt;
    for name in ["home", "bin"] {
        fs::create_dir_all(dir.join(name)).expect("a folder");
    }
    let browser = dir.join("bin/xdg-open");
    fs::write(&browser, "#!/bin/sh\nexit 0\n").expect("a browser");
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).expect("that can be started");
}

fn collect(root: &Path, dir: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).expect("readable"));
        }
    }
}

/// A screen nobody sees, with a window manager.
pub struct Screen {
    display: String,
    _manager: Helper,
    _server: Helper,
    _home: tempfile::TempDir,
}

impl Screen {
    /// Opens one; `None`, with a word about it, where the machine cannot.
    pub fn open() -> Option<Self> {
        if !["Xvfb", "openbox", "xdotool"].into_iter().all(is_installed) {
            say("skipped: needs Xvfb, openbox and xdotool");
            return None;
        }
        let home = tempfile::tempdir().expect("a temporary folder");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map(Helper)
            .expect("a screen");
        let mut number = String::new();
        let out = server.0.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut number).expect("the number of the screen");
        let display = format!(":{}", number.trim());
        let manager = Command::new("openbox")
            .arg("--sm-disable")
            .env("DISPLAY", &display)
            .env("HOME", home.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map(Helper)
            .expect("a window manager");
        let screen = Self { display, _manager: manager, _server: server, _home: home };
        wait_for(PATIENCE, || screen.xdotool(&["get_num_desktops"])).expect("the window manager is ready");
        Some(screen)
    }

    /// Starts the program on it, for this person, with `-v`. The window may not be there yet.
    pub fn start(&self, home: &Home, arguments: &[&str]) -> Window<'_> {
        self.start_among(home, arguments, &[])
    }

    /// The same, with these variables around it.
    pub fn start_among(&self, home: &Home, arguments: &[&str], around: &[(&str, &str)]) -> Window<'_> {
        let mut command = home.command(&program());
        command
            .args(["-v"])
            .args(arguments)
            .env("DISPLAY", &self.display)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .envs(around.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let pid = child.id();
        let errors = child.stderr.take().expect("piped");
        let inner = Arc::new(Inner { child: Mutex::new(child), said: Mutex::default() });
        let reader = thread::spawn({
            let inner = Arc::clone(&inner);
            move || BufReader::new(errors).lines().map_while(Result::ok).for_each(|line| inner.heard(line))
        });
        Window { screen: self, pid, inner, reader: Some(reader) }
    }

    /// Its name.
    pub fn display(&self) -> &str {
        &self.display
    }

    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let mut command = Command::new("xdotool");
        let out = command.args(arguments).env("DISPLAY", &self.display).stdin(Stdio::null()).output().ok()?;
        out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
    }
}

/// The program in its window.
pub struct Window<'a> {
    screen: &'a Screen,
    pid: u32,
    inner: Arc<Inner>,
    reader: Option<JoinHandle<()>>,
}

struct Inner {
    child: Mutex<Child>,
    said: Mutex<Said>,
}

#[derive(Default)]
struct Said {
    lines: Vec<String>,
    /// Kill the program so long after it said for the so manieth time that it is about to save.
    kill_in_save: Option<(usize, Duration)>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Inner {
    fn heard(&self, line: String) {
        let kill_after = {
            let mut said = locked(&self.said);
            let is_save = line.contains("DEBUG saving ") || line.contains("DEBUG removing ");
            said.lines.push(line);
            match &mut said.kill_in_save {
                Some((left, after)) if is_save => {
                    *left = left.saturating_sub(1);
                    (*left == 0).then_some(*after)
                }
                _ => None,
            }
        };
        if let Some(after) = kill_after {
            thread::sleep(after);
            let _ = locked(&self.child).kill();
        }
    }
}

impl Window<'_> {
    /// What the program said so far.
    pub fn lines(&self) -> Vec<String> {
        locked(&self.inner.said).lines.clone()
    }

    /// Waits until the program has said a line with this in it.
    pub fn wait_for_line(&self, words: &str) -> String {
        let found = wait_for(PATIENCE, || self.lines().into_iter().find(|line| line.contains(words)));
        found.unwrap_or_else(|| panic!("the program never said {words:?}, but:\n{}", self.lines().join("\n")))
    }

    /// Waits until its window is on the screen and has the keys, and until it has come to rest.
    pub fn wait_until_shown(&self) {
        let is_shown = wait_for(PATIENCE, || self.is_shown().then_some(())).is_some();
        assert!(is_shown, "no window; the program said:\n{}", self.lines().join("\n"));
        self.settle(PATIENCE);
    }

    /// Waits until its window is there; `false` where something else came first.
    pub fn is_shown_before(&self, other: &dyn Fn() -> bool) -> bool {
        let shown = wait_for(PATIENCE, || match (other(), self.is_shown()) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        });
        shown.unwrap_or_else(|| panic!("no window; the program said:\n{}", self.lines().join("\n")))
    }

    /// Whether its window is on the screen and has the keys.
    fn is_shown(&self) -> bool {
        let pid = self.pid.to_string();
        let find = ["search", "--all", "--onlyvisible", "--pid", &pid, "--name", "^Sunshower$"];
        let windows = self.screen.xdotool(&find).unwrap_or_default();
        let focused = self.screen.xdotool(&["getwindowfocus"]);
        windows.lines().next().is_some_and(|window| focused.as_deref() == Some(window))
    }

    /// Presses keys one after the other, each when the last has had its effect.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.press_at_once(&[key]);
            self.settle(Duration::from_secs(2));
        }
    }

    /// Presses keys as fast as they come.
    pub fn press_at_once(&self, keys: &[&str]) {
        let mut arguments = vec!["key", "--delay", "4"];
        arguments.extend(keys);
        // A window that was just killed takes no keys, which is as it should be.
        let _ = self.screen.xdotool(&arguments);
    }

    /// Types text.
    pub fn type_text(&self, text: &str) {
        let _ = self.screen.xdotool(&["type", "--delay", "40", text]);
        self.settle(Duration::from_secs(2));
    }

    /// Waits until the program has nothing more to do, at most for `patience`: something may be moving.
    pub fn settle(&self, patience: Duration) {
        let mut still = 0;
        let mut last = None;
        wait_for(patience, || {
            let now = self.threads();
            let rests = now.as_ref().is_some_and(|(_, running)| !running) && now == last;
            still = if rests { still + 1 } else { 0 };
            last = now;
            (last.is_none() || still >= 3).then_some(())
        });
    }

    /// The time its threads have run in nanoseconds, and whether one runs or waits for its turn right now.
    fn threads(&self) -> Option<(u64, bool)> {
        let (mut ran, mut is_running) = (0, false);
        for thread in fs::read_dir(format!("/proc/{}/task", self.pid)).ok()?.flatten() {
            let read = |name: &str| fs::read_to_string(thread.path().join(name)).unwrap_or_default();
            ran += read("schedstat").split(' ').next().and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
            is_running |= after_name(&read("stat")).first().is_some_and(|state| state == "R" || state == "D");
        }
        Some((ran, is_running))
    }

    /// The names of its threads, without those of the bus, which come and go.
    pub fn thread_names(&self) -> Vec<String> {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.pid)).expect("it runs").flatten();
        let names = tasks.filter_map(|task| fs::read_to_string(task.path().join("comm")).ok());
        names
            .filter(|name| !["blocking-", "awake", "async-io", "zbus"].iter().any(|other| name.starts_with(other)))
            .collect()
    }

    /// The time the whole program has run, in nanoseconds, as the scheduler counts it.
    pub fn nanoseconds(&self) -> u64 {
        self.threads().expect("it runs").0
    }

    /// The processor ticks its threads have used, in the program and in the system for it.
    ///
    /// Without those of the pool the accessibility bus runs on: one thread of it looks up twice a second for some
    /// thirty microseconds, in any window of this toolkit, and when the tick falls just there it is charged a whole
    /// one. What it really costs is in [`Self::nanoseconds`].
    pub fn ticks(&self) -> u64 {
        let threads = fs::read_dir(format!("/proc/{}/task", self.pid)).expect("it runs").flatten();
        let stats = threads.filter_map(|thread| fs::read_to_string(thread.path().join("stat")).ok());
        let ours = stats.filter(|stat| !stat.contains("(blocking-"));
        // Fields 14 and 15; the name is the second, and what is left begins with the third.
        let ticks = |stat: String| -> u64 {
            after_name(&stat)[11..13].iter().map(|field| field.parse::<u64>().expect("a number")).sum()
        };
        ours.map(ticks).sum()
    }

    /// Kills it the moment it is asked to.
    pub fn kill(&self) {
        let _ = locked(&self.inner.child).kill();
    }

    /// Kills it `after` it has said for the `nth` time that it is about to save.
    pub fn kill_in_save(&self, nth: usize, after: Duration) {
        locked(&self.inner.said).kill_in_save = Some((nth, after));
    }

    /// Whether it is still there.
    pub fn is_running(&self) -> bool {
        matches!(locked(&self.inner.child).try_wait(), Ok(None))
    }

    /// Waits until it has ended, and says how and with which last words.
    pub fn wait_until_gone(mut self) -> (ExitStatus, Vec<String>) {
        let ended = wait_for(PATIENCE, || locked(&self.inner.child).try_wait().expect("it can be waited for"));
        let ended = ended.unwrap_or_else(|| panic!("it does not end; it said:\n{}", self.lines().join("\n")));
        if let Some(reader) = self.reader.take() {
            reader.join().expect("all was heard");
        }
        (ended, self.lines())
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        self.kill();
        let _ = locked(&self.inner.child).wait();
    }
}

/// What `/proc/PID/stat` says after the name of the program, which may hold anything.
fn after_name(stat: &str) -> Vec<String> {
    let rest = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    rest.split_whitespace().map(str::to_owned).collect()
}
