//! The page to take along and the tables beside it, as the command line writes them, and as a real browser meets them.

#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/computers.rs"]
mod computers;
#[path = "support/outside.rs"]
mod outside;

use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use computers::{Computer, day};
use outside::{Helper, is_installed, say, wait_for};
use sunshower::evening::plan::Item;
use sunshower::journal::entry::{Cry, Evening, Reflection};

/// How long a browser may take to start, draw a page and end.
const BROWSER_PATIENCE: Duration = Duration::from_secs(90);

/// Words that would be something else if they did not stay words, and would be noticed by who listens on `port`.
fn words_with_teeth(port: u16) -> String {
    format!(
        "=cmd()|'/C calc'!A0 \"quoted\" 'single' </p></style></title><script>document.title='taken'</script>\
         <img src=\"http://127.0.0.1:{port}/img\"><link rel=stylesheet href=http://127.0.0.1:{port}/css>"
    )
}

/// A folder with an evening, a reflection and tears, all in these words.
fn kept(words: &str) -> Computer {
    let computer = Computer::new();
    computer.change(|journal| {
        let mut evening: Evening = journal.create(day("2026-11-20"), None);
        evening.plan.items.push(Item { name: words.into(), ..Item::default() });
        evening.plan.intention = words.into();
        let mut reflection: Reflection = journal.create(day("2026-11-20"), None);
        (reflection.evening, reflection.text) = (Some(evening.id), words.into());
        let mut cry: Cry = journal.create(day("2026-11-18"), None);
        cry.note = words.into();
        journal.put(evening);
        journal.put(reflection);
        journal.put(cry);
    });
    computer
}

fn export(computer: &Computer, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sunshower"));
    command.env("XDG_STATE_HOME", computer.path("..").join("state")).stdin(Stdio::null());
    command.env("LC_ALL", "C.UTF-8").env_remove("LANGUAGE");
    command.arg("--data-dir").arg(&computer.places.data_dir).arg("export").args(arguments);
    command.output().expect("the program starts")
}

/// What it said.
fn words_of(out: &Output) -> String {
    String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr)
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What a browser made of a page: its tree as text, the page on paper, and whether anybody was asked for anything.
struct Seen {
    tree: String,
    paper: Vec<u8>,
    was_asked: bool,
}

/// Somebody on this machine who answers no question, but counts them.
struct Listener {
    port: u16,
    questions: Arc<AtomicUsize>,
}

impl Listener {
    fn open() -> Self {
        let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = socket.local_addr().expect("an address").port();
        let questions = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&questions);
        // Each is hung up on at once, so that the browser does not wait for an answer. Ends with the test.
        thread::spawn(move || {
            for _question in socket.incoming() {
                counted.fetch_add(1, Ordering::SeqCst);
            }
        });
        Self { port, questions }
    }
}

/// Opens a page in a browser of its own, beside a listener who takes note of every question.
fn in_a_browser(page: &Path, listener: &Listener, dir: &Path) -> Seen {
    let before = listener.questions.load(Ordering::SeqCst);
    let paper = dir.join("paper.pdf");
    let browse = |out: &str| {
        let mut command = Command::new("chromium");
        command.env("HOME", dir).env("XDG_CONFIG_HOME", dir).env("XDG_CACHE_HOME", dir).env_remove("DISPLAY");
        command.args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]);
        command.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
        command.args(["--no-pdf-header-footer", "--virtual-time-budget=5000"]);
        command.arg(format!("--user-data-dir={}", dir.join("profile").display()));
        command.arg(out).arg(format!("file://{}", page.display()));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut browser = command.spawn().map(Helper).expect("the browser starts");
        let mut pipe = browser.0.stdout.take().expect("a pipe");
        let reader = thread::spawn(move || {
            let mut text = String::new();
            pipe.read_to_string(&mut text).map(|_| text)
        });
        let ended = wait_for(BROWSER_PATIENCE, || browser.0.try_wait().expect("it can be asked"));
        assert!(ended.expect("the browser ends").success());
        reader.join().expect("it was read").expect("as text")
    };
    let tree = browse("--dump-dom");
    browse(&format!("--print-to-pdf={}", paper.display()));
    let was_asked = listener.questions.load(Ordering::SeqCst) > before;
    Seen { tree, paper: fs::read(paper).expect("printed"), was_asked }
}

#[test]
fn the_page_in_a_real_browser_asks_nobody_and_words_stay_words() {
    if !is_installed("chromium") {
        say("skipped: needs chromium");
        return;
    }
    let listener = Listener::open();
    let teeth = words_with_teeth(listener.port);
    let dir = tempfile::tempdir().expect("a folder");

    // First a page that does ask, so that nobody asking is known to mean something.
    let asking = dir.path().join("asking.html");
    fs::write(&asking, format!("<!doctype html><title>x</title>{teeth}")).expect("written");
    let seen = in_a_browser(&asking, &listener, dir.path());
    assert!(seen.was_asked && seen.tree.contains("<title>taken</title>"), "the browser can ask:\n{}", seen.tree);

    let computer = kept(&teeth);
    let page = dir.path().join("page.html");
    let out = export(&computer, &["html", &page.display().to_string(), "--notes"]);
    assert!(out.status.success(), "{}", words_of(&out));
    let seen = in_a_browser(&page, &listener, dir.path());
    assert!(!seen.was_asked, "the page asked for something");
    for made in ["<script", "<img", "<link", "<title>taken"] {
        assert!(!seen.tree.contains(made), "{made} was made of a person's words:\n{}", seen.tree);
    }
    assert_eq!(seen.tree.matches("&lt;script&gt;document.title='taken'&lt;/script&gt;").count(), 4, "{}", seen.tree);
    assert!(seen.paper.starts_with(b"%PDF") && seen.paper.len() > 4096, "{} bytes of paper", seen.paper.len());
}

#[test]
fn the_page_is_written_once_and_leaves_notes_out_unless_asked() {
    let computer = kept("the river");
    let dir = tempfile::tempdir().expect("a folder");
    let page = dir.path().join("page.html");
    let name = page.display().to_string();
    assert!(export(&computer, &["html", &name]).status.success());
    let without = text_of(&page);
    assert_eq!(without.matches("the river").count(), 1, "the title alone");

    let again = export(&computer, &["html", &name, "--notes"]);
    assert!(!again.status.success() && words_of(&again).contains("there"), "{}", words_of(&again));
    assert_eq!(text_of(&page), without);
    let aside = dir.path().join("with-notes.html");
    assert!(export(&computer, &["html", &aside.display().to_string(), "--notes"]).status.success());
    assert_eq!(text_of(&aside).matches("the river").count(), 4);
}

#[test]
fn the_days_that_are_asked_for_are_the_days_that_are_written() {
    let computer = kept("the river");
    let dir = tempfile::tempdir().expect("a folder");
    let tables = dir.path().join("tables");
    let out = export(&computer, &["csv", &tables.display().to_string(), "--from", "2026-11-19"]);
    assert!(out.status.success(), "{}", words_of(&out));
    assert!(text_of(&tables.join("evenings.csv")).contains("2026-11-20"));
    assert!(!text_of(&tables.join("tears.csv")).contains("2026-11-18"));

    let not_yet = export(&computer, &["csv", &tables.display().to_string(), "--from", "2999-01-01"]);
    assert!(!not_yet.status.success() && words_of(&not_yet).contains("before the first"), "{}", words_of(&not_yet));
    let nonsense = export(&computer, &["csv", &tables.display().to_string(), "--from", "yesterday"]);
    assert!(!nonsense.status.success() && words_of(&nonsense).contains("yesterday"));
    let backwards = export(&computer, &["csv", "elsewhere", "--from", "2026-11-20", "--to", "2026-11-01"]);
    assert!(
        !backwards.status.success() && words_of(&backwards).contains("before the first"),
        "{}",
        words_of(&backwards)
    );
}
