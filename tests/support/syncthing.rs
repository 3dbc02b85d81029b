//! Two real Syncthing processes that keep one folder the same in two places, over the loopback and nothing else.

#![allow(dead_code, reason = "each test file uses its own part of it")]
#![allow(clippy::disallowed_methods, reason = "real processes are started, and watched from outside")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::outside::{Helper, PATIENCE, files_below, is_installed, say, wait_for};

/// What Syncthing is asked with; nobody else can reach it.
const KEY: &str = "a-key-for-tests";
/// How long a question to Syncthing may take.
const ANSWER: Duration = Duration::from_secs(20);
/// How long two may take to find each other: an attempt that fails costs them up to twenty seconds.
const CONNECTING: Duration = Duration::from_mins(1);
/// What is in the name of a file of which two versions met.
const CONFLICT: &str = ".sync-conflict-";

/// Two folders that become the same, and the processes that see to it. These end when it is dropped.
pub struct Pair {
    sides: [Side; 2],
}

/// One process and its folder.
struct Side {
    folder: PathBuf,
    gui_port: u16,
    log: PathBuf,
    _process: Helper,
    _home: TempDir,
}

/// What a process is started with.
struct Plan {
    home: TempDir,
    id: String,
    port: u16,
    gui_port: u16,
}

impl Pair {
    /// Starts to keep these folders the same, creating them; `None`, with a word about it, where there is no Syncthing.
    pub fn of(folders: [&Path; 2]) -> Option<Self> {
        if !is_installed("syncthing") {
            say("skipped: needs syncthing");
            return None;
        }
        // All are taken before any is given back, so that no two are the same.
        let taken = [(); 4].map(|()| TcpListener::bind("127.0.0.1:0").expect("a free port"));
        let [a, a_gui, b, b_gui] = taken.each_ref().map(|taken| taken.local_addr().expect("bound").port());
        let plans = [Plan::new(a, a_gui), Plan::new(b, b_gui)];
        drop(taken);
        // Only one looks for the other: when both do, at the same moment, it takes them twenty seconds.
        plans[0].write_config(folders[0], &plans, true);
        plans[1].write_config(folders[1], &plans, false);
        let [here, there] = plans;
        let pair = Self { sides: [here.start(folders[0]), there.start(folders[1])] };
        for side in &pair.sides {
            assert!(wait_for(PATIENCE, || side.ask("GET", "system/ping")).is_some(), "{}", side.told());
        }
        pair.wait_until_connected();
        Some(pair)
    }

    /// Waits until the two know of each other.
    pub fn wait_until_connected(&self) {
        for side in &self.sides {
            let is_connected = || side.answers("system/connections", r#""connected":true"#);
            assert!(wait_for(CONNECTING, || is_connected().then_some(())).is_some(), "no connection\n{}", side.told());
        }
    }

    /// Cuts the connection.
    pub fn pause(&self) {
        for side in &self.sides {
            side.ask("POST", "system/pause").expect("it is cut");
            let is_cut = || !side.answers("system/connections", r#""connected":true"#);
            assert!(wait_for(PATIENCE, || is_cut().then_some(())).is_some(), "{}", side.told());
        }
    }

    /// Makes the connection again.
    pub fn resume(&self) {
        for side in &self.sides {
            side.ask("POST", "system/resume").expect("it is made");
        }
        self.wait_until_connected();
    }

    /// Makes both look for changes now. Returns once both have looked.
    pub fn scan(&self) {
        for side in &self.sides {
            // A side that is busy with what it gets looks a little later.
            let _ = side.ask("POST", "db/scan?folder=vault");
        }
    }

    /// Waits until both folders hold the same and nothing is on its way any more.
    pub fn wait_until_same(&self, patience: Duration) {
        let mut was = None;
        let same = wait_for(patience, || {
            self.scan();
            let [here, there] = self.sides.each_ref().map(|side| files(&side.folder));
            let rests = self.sides.iter().all(Side::rests);
            // Twice in a row, because what one side has just got it may be about to tell.
            let is_same = here == there && rests && was.as_ref() == Some(&here);
            was = (here == there && rests).then_some(here);
            is_same.then_some(())
        });
        if same.is_none() {
            let [here, there] = self.sides.each_ref().map(|side| files(&side.folder).into_keys().collect::<Vec<_>>());
            panic!("not the same: {here:#?}\n{there:#?}\n{}\n{}", self.sides[0].told(), self.sides[1].told());
        }
    }

    /// The names of files of which two versions met, on either side.
    pub fn conflict_files(&self) -> Vec<PathBuf> {
        let all = self.sides.iter().flat_map(|side| files_below(&side.folder));
        all.filter(|path| path.to_string_lossy().contains(CONFLICT)).collect()
    }
}

/// What a folder holds that is to be the same everywhere: all but hidden files.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let inside = |path: &PathBuf| path.strip_prefix(folder).expect("inside").to_owned();
    let is_hidden = |path: &Path| path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    let paths = files_below(folder).into_iter().filter(|path| !is_hidden(&inside(path)));
    // What is gone by the time it is read is no longer there.
    paths.filter_map(|path| Some((inside(&path), fs::read(&path).ok()?))).collect()
}

impl Plan {
    fn new(port: u16, gui_port: u16) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let out = syncthing("generate").arg(home_of(&home)).output().expect("it starts");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let config = fs::read_to_string(home.path().join("config.xml")).expect("generated");
        let id = between(&config, "<device id=\"", "\"").expect("its name").to_owned();
        Self { home, id, port, gui_port }
    }

    /// Only this folder, only the two of them, and nothing that looks for others.
    fn write_config(&self, folder: &Path, both: &[Self; 2], looks_for_the_other: bool) {
        let path = self.home.path().join("config.xml");
        let generated = fs::read_to_string(&path).expect("generated");
        let version = between(&generated, "<configuration version=\"", "\"").expect("a version");
        let (folder, port, gui_port) = (folder.display(), self.port, self.gui_port);
        let member = |side: &Self| format!("<device id=\"{}\"/>", side.id);
        let device = |side: &Self| {
            let (id, port) = (&side.id, side.port);
            let address = if looks_for_the_other { format!("tcp://127.0.0.1:{port}") } else { "dynamic".into() };
            format!("<device id=\"{id}\" name=\"{port}\"><address>{address}</address></device>")
        };
        let members = both.each_ref().map(member).concat();
        let devices = both.each_ref().map(device).concat();
        let config = format!(
            r#"<configuration version="{version}">
<folder id="vault" label="vault" path="{folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true"
    fsWatcherDelayS="1">{members}<maxConflicts>-1</maxConflicts></folder>
{devices}
<gui enabled="true" tls="false"><address>127.0.0.1:{gui_port}</address><apikey>{KEY}</apikey></gui>
<options>
<listenAddress>tcp://127.0.0.1:{port}</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled>
<globalAnnounceServer>https://127.0.0.1:1/</globalAnnounceServer>
<localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled>
<natEnabled>false</natEnabled>
<stunServer>127.0.0.1:1</stunServer>
<crashReportingEnabled>false</crashReportingEnabled>
<urAccepted>-1</urAccepted>
<autoUpgradeIntervalH>0</autoUpgradeIntervalH>
<startBrowser>false</startBrowser>
<reconnectionIntervalS>1</reconnectionIntervalS>
</options>
</configuration>
"#
        );
        fs::write(path, config).expect("written");
    }

    fn start(self, folder: &Path) -> Side {
        fs::create_dir_all(folder.join(".stfolder")).expect("a folder");
        let log = self.home.path().join("log.txt");
        let out = fs::File::create(&log).expect("a log");
        let mut command = syncthing("serve");
        command.arg(home_of(&self.home)).arg("--no-browser").stdout(out).stderr(Stdio::null());
        let process = command.spawn().map(Helper).expect("it starts");
        Side { folder: folder.to_owned(), gui_port: self.gui_port, log, _process: process, _home: self.home }
    }
}

impl Side {
    /// Asks it something and gives back what it says, without spaces.
    fn ask(&self, method: &str, what: &str) -> Option<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.gui_port)).ok()?;
        stream.set_read_timeout(Some(ANSWER)).ok()?;
        // In the older form of the protocol an answer ends with the connection.
        let request = format!("{method} /rest/{what} HTTP/1.0\r\nHost: 127.0.0.1\r\nX-API-Key: {KEY}\r\n\r\n");
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let is_fine = head.split(' ').nth(1) == Some("200");
        is_fine.then(|| body.split_whitespace().collect())
    }

    fn answers(&self, what: &str, words: &str) -> bool {
        self.ask("GET", what).is_some_and(|answer| answer.contains(words))
    }

    /// Whether it knows of nothing that is still to be done.
    fn rests(&self) -> bool {
        let status = self.ask("GET", "db/status?folder=vault").unwrap_or_default();
        status.contains(r#""state":"idle""#) && status.contains(r#""needTotalItems":0"#)
    }

    /// The end of its log.
    fn told(&self) -> String {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<_> = log.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

impl Drop for Side {
    fn drop(&mut self) {
        // It is killed in a moment; this is for processes of its own, should it have any.
        let _ = self.ask("POST", "system/shutdown");
    }
}

/// One process, gone when the test is, even where that is killed.
fn syncthing(verb: &str) -> Command {
    let mut command = if is_installed("setpriv") {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "syncthing"]);
        command
    } else {
        Command::new("syncthing")
    };
    // The first keeps it from being two, of which one starts the other again.
    for name in ["STMONITORED", "STNORESTART", "STNOUPGRADE", "STNODEFAULTFOLDER"] {
        command.env(name, "1");
    }
    command.arg(verb).stdin(Stdio::null());
    command
}

fn home_of(home: &TempDir) -> String {
    format!("--home={}", home.path().display())
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}
