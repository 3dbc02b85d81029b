//! The real program in a real window, with keys only: an evening from nothing to a saved record, what it costs at rest,
//! and folders that cannot be written to.
//!
//! `SUNSHOWER_BIN` names another build of the program to try, `SUNSHOWER_IDLE_SECS` another time to be idle for, and
//! `SUNSHOWER_KEEP_IN` an empty folder for the evening, to look at afterwards.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/screen.rs"]
mod screen;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use screen::{Home, PATIENCE, Screen, Window, let_pass, number_from, say, wait_for};
use sunshower::app::launch::write_demo;
use sunshower::clock::{ManualClock, Wall};
use sunshower::store::RealDisk;

/// Whatever is focused: down to the last row and to its left end, where "Keep this" is.
const TO_KEEP: [&str; 15] = with_last("Left");
/// And to its right end, where "Not now" is.
const TO_SKIP: [&str; 15] = with_last("Right");

const fn with_last(last: &'static str) -> [&'static str; 15] {
    let mut keys = ["Down"; 15];
    keys[14] = last;
    keys
}

/// At rest on Tonight this minute is far from the next five, when the start on the screen moves on.
const STARTING_AT: [&str; 2] = ["--starting-at", "2026-11-22T20:30:20"];

/// Begins an evening on the page that waits for the film.
fn begin(window: &Window<'_>, home: &Home) {
    window.wait_until_shown();
    window.press(&["Return"]);
    home.wait_for_draft("stage: Before");
    window.press(&TO_SKIP);
    window.press(&["Return"]);
    home.wait_for_draft("stage: Watching");
}

/// Leaves Tonight by keys, and says with which code.
fn leave(window: Window<'_>) -> Option<i32> {
    window.press(&["Escape", "Right", "Return"]);
    let (ended, said) = window.wait_until_gone();
    assert!(!said.iter().any(|line| line.contains("panicked") || line.contains("ERROR")), "{said:#?}");
    ended.code()
}

#[test]
fn smoke_an_evening_by_keys_from_an_empty_folder_to_a_saved_record() {
    let Some(screen) = Screen::open() else { return };
    let home = Home::to_be_kept();
    let window = screen.start(&home, &["--speed", "60"]);
    window.wait_until_shown();
    assert!(home.files().is_empty(), "looking in leaves nothing behind");
    window.press(&["Return"]);
    home.wait_for_draft("stage: Before");
    window.press(&["Right", "Right", "Down", "Left"]);
    home.wait_for_draft("pleasant: Some(");
    window.press(&TO_KEEP);
    window.press(&["Return"]);
    home.wait_for_draft("stage: Watching");

    window.press(&["Return"]);
    home.wait_for_draft("film_runs: true");
    window.press(&["Return"]);
    home.wait_for_draft("film_secs: Some(");
    window.press(&["Down"]);
    home.wait_for_draft("stage: Break");
    window.press_at_once(&["Return"]);
    home.wait_for_draft("stage: Watching");
    window.press(&["Right", "Right", "Right", "Return"]);
    home.wait_for_draft("stage: After");

    window.press(&TO_SKIP);
    window.press(&["Return"]);
    home.wait_for_draft("stage: Tears");
    window.press(&["Up"; 9]);
    window.press(&["Right", "Return"]);
    home.wait_for_draft("tears: Some(");
    window.press(&["Down"; 14]);
    window.press(&["Return"]);
    home.wait_for_draft("stage: Aftercare");
    window.press(&["Up"]);
    window.type_text("ring Ana on Sunday");
    home.wait_for_draft("ring Ana on Sunday");
    window.press(&["Down", "Return"]);
    window.wait_for_line("removed draft.ron");
    let closed = wait_for(PATIENCE, || home.months().contains("closed: Some(").then_some(()));
    assert!(closed.is_some(), "{}", home.months());

    assert_eq!(leave(window), Some(0));
    let months = home.months();
    for pressed in ["moment: Before", "pleasant: Some(", "minutes: ", "tears: Some(", "ring Ana on Sunday"] {
        assert!(months.contains(pressed), "{pressed} is not in\n{months}");
    }
    let (report, code) = home.check();
    assert_eq!(code, Some(0), "{report}");
    assert!(report.starts_with("evenings 1\ncheck-ins 1\n"), "{report}");
}

/// Watches a still window for half a minute and sees that it does nothing at all.
fn assert_idle(window: &Window<'_>, where_it_rests: &str) {
    let secs = number_from("SUNSHOWER_IDLE_SECS", 30);
    window.settle(PATIENCE);
    let (ticks, nanoseconds) = (window.ticks(), window.nanoseconds());
    let_pass(Duration::from_secs(secs));
    let (ticks, nanoseconds) = (window.ticks() - ticks, window.nanoseconds() - nanoseconds);
    say(&format!("idle on {where_it_rests}: {ticks} ticks, {nanoseconds} ns in {secs} s"));
    assert_eq!(ticks, 0, "{where_it_rests} is still, and costs {nanoseconds} ns in {secs} s");
    // The whole program, every thread of it: less than a third of a thousandth of one processor.
    let most = secs * 333_000;
    assert!(nanoseconds < most, "{where_it_rests} is still, and costs {nanoseconds} ns in {secs} s");
}

#[test]
fn tonight_at_rest_uses_no_processor_time() {
    let Some(screen) = Screen::open() else { return };
    let home = Home::new();
    let window = screen.start(&home, &STARTING_AT);
    window.wait_until_shown();
    assert_idle(&window, "Tonight");
    assert_eq!(leave(window), Some(0));
}

#[test]
fn the_dimmed_screen_beside_a_film_that_stands_uses_no_processor_time() {
    let Some(screen) = Screen::open() else { return };
    let home = Home::new();
    let window = screen.start(&home, &["--speed", "20"]);
    begin(&window, &home);
    window.press(&["Return"]);
    home.wait_for_draft("film_runs: true");
    window.press(&["Escape", "Down", "Return"]);
    home.wait_for_draft("film_runs: false");
    window.press(&["Escape"]);
    // Ten seconds on the program's clock, which runs twenty times as fast: by then it has dimmed.
    let_pass(Duration::from_secs(1));
    assert_idle(&window, "the film that stands");
}

#[test]
fn a_second_window_on_the_same_journal_says_so_and_writes_nothing() {
    let Some(screen) = Screen::open() else { return };
    let home = Home::new();
    let first = screen.start(&home, &[]);
    begin(&first, &home);
    first.settle(PATIENCE);
    let (files, draft) = (home.files(), home.draft());

    let second = screen.start(&home, &[]);
    second.wait_until_shown();
    second.wait_for_line("the folder is open in another window");
    second.press(&["Return", "Down", "Return"]);
    assert!(second.is_running());
    second.press(&["Escape"]);
    let (ended, said) = second.wait_until_gone();
    assert_eq!(ended.code(), Some(0), "{said:#?}");
    assert!(!said.iter().any(|line| line.contains("saving ") || line.contains("saved ")), "{said:#?}");
    assert_eq!((home.files(), home.draft()), (files, draft), "nothing was written");

    // And the first goes on as if nothing had been.
    assert!(first.is_running());
}

/// Something mounted, for as long as a test needs it.
struct Mounted(PathBuf);

impl Mounted {
    /// `None`, with a word about it, where that is not allowed.
    fn new(arguments: &[&str], at: &Path) -> Option<Self> {
        fs::create_dir_all(at).expect("a folder to mount on");
        if mount(arguments, at) {
            return Some(Self(at.to_owned()));
        }
        say("skipped: needs to be allowed to mount");
        None
    }

    fn again(&self, options: &str) {
        assert!(mount(&["-o", options], &self.0), "mounted once, it can be mounted again with {options}");
    }

    /// No room is left from here on.
    fn fill_up(&self) {
        let out = Command::new("df").args(["--block-size=1024", "--output=used"]).arg(&self.0).output().expect("df");
        let used = String::from_utf8_lossy(&out.stdout).lines().last().unwrap_or_default().trim().to_owned();
        self.again(&format!("remount,size={used}k"));
    }
}

fn mount(arguments: &[&str], at: &Path) -> bool {
    let status = Command::new("mount").args(arguments).arg(at).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

#[test]
fn a_journal_on_a_read_only_disk_opens_and_stays_as_it_is() {
    let Some(screen) = Screen::open() else { return };
    let home = Home::new();
    let data_dir = home.data_dir();
    let Some(mounted) = Mounted::new(&["-t", "tmpfs", "-o", "size=8m", "tmpfs"], &data_dir) else { return };
    let clock = ManualClock::new(Wall::parse_from_rfc3339("2026-11-22T20:30:00+01:00").expect("a date"));
    let disk: Arc<dyn sunshower::store::Disk> = Arc::new(RealDisk);
    write_demo(&disk, &home.places(), 1, false, &clock).expect("a journal");
    mounted.again("remount,ro");
    let files = home.files();

    let window = screen.start(&home, &STARTING_AT);
    window.wait_until_shown();
    window.press(&["Return"]);
    window.wait_for_line("INFO saved draft.ron");
    window.press(&["Right", "Right"]);
    window.press(&TO_KEEP);
    window.press(&["Return", "Return", "Return"]);
    assert!(window.is_running(), "{:#?}", window.lines());
    // Out of the film: what Back offers, its last line, and then that one means it.
    window.press(&["Escape"]);
    window.press(&["Down"; 9]);
    window.press(&["Return", "Right", "Return"]);
    let (ended, said) = window.wait_until_gone();
    assert_eq!(ended.code(), Some(0), "{said:#?}");
    assert!(!said.iter().any(|line| line.contains("panicked")), "{said:#?}");
    let in_folder = ["INFO saved journal", "INFO saved plans", "INFO saved settings"];
    assert!(!said.iter().any(|line| in_folder.iter().any(|words| line.contains(words))), "{said:#?}");
    assert_eq!(home.files(), files, "nothing was changed");
    let (report, code) = home.check();
    assert_eq!(code, Some(0), "{report}");
}

#[test]
fn on_a_full_disk_nothing_is_called_saved_and_it_is_saved_once_there_is_room() {
    let Some(screen) = Screen::open() else { return };
    let home = Home::new();
    let data_dir = home.data_dir();
    let Some(mounted) = Mounted::new(&["-t", "tmpfs", "-o", "size=64k", "tmpfs"], &data_dir) else { return };
    let window = screen.start(&home, &[]);
    window.wait_until_shown();
    window.press(&["Return"]);
    home.wait_for_draft("stage: Before");
    window.settle(PATIENCE);
    let before = home.files();

    mounted.fill_up();
    window.press(&["Right", "Right"]);
    window.press(&TO_KEEP);
    window.press(&["Return"]);
    window.wait_for_line("not saved journal/");
    assert_eq!(home.files(), before, "what was saved is untouched, and there is no litter");

    mounted.again("remount,size=1m");
    window.press(&["Return"]);
    home.wait_for_draft("film_runs: true");
    let kept = wait_for(PATIENCE, || home.months().contains("pleasant: Some(").then_some(()));
    assert!(kept.is_some(), "{:#?}", window.lines());
    let (report, code) = home.check();
    assert_eq!((code, report.lines().nth(1)), (Some(0), Some("check-ins 1")), "{report}");
}

#[test]
fn a_first_evening_without_any_room_is_saved_once_there_is_some() {
    let Some(screen) = Screen::open() else { return };
    let home = Home::new();
    let data_dir = home.data_dir();
    let Some(mounted) = Mounted::new(&["-t", "tmpfs", "-o", "size=8k", "tmpfs"], &data_dir) else { return };
    let window = screen.start(&home, &[]);
    window.wait_until_shown();
    window.press(&["Return"]);
    window.wait_for_line("not saved journal/");
    window.press(&["Right", "Right"]);
    assert!(window.is_running(), "{:#?}", window.lines());

    mounted.again("remount,size=1m");
    window.press(&["Right"]);
    window.wait_for_line("INFO saved journal/");
    home.wait_for_draft("pleasant: Some(");
    let (report, code) = home.check();
    assert_eq!((code, report.lines().next()), (Some(0), Some("evenings 1")), "{report}");
}

#[test]
fn an_evening_that_ends_on_a_full_disk_keeps_its_draft_until_it_is_saved() {
    let Some(screen) = Screen::open() else { return };
    let home = Home::new();
    let data_dir = home.data_dir();
    let Some(mounted) = Mounted::new(&["-t", "tmpfs", "-o", "size=64k", "tmpfs"], &data_dir) else { return };
    let window = screen.start(&home, &[]);
    begin(&window, &home);
    window.press(&["Right", "Right", "Right", "Return"]);
    home.wait_for_draft("stage: After");
    window.press(&TO_SKIP);
    window.press(&["Return"]);
    home.wait_for_draft("stage: Tears");
    window.press(&["Return"]);
    home.wait_for_draft("stage: Aftercare");
    window.press(&["Up"]);
    window.type_text("ring Ana on Sunday");
    home.wait_for_draft("ring Ana on Sunday");
    window.press(&["Down"]);
    window.settle(PATIENCE);

    mounted.fill_up();
    window.press(&["Return"]);
    window.wait_for_line("not saved journal/");
    window.settle(PATIENCE);
    assert!(!home.months().contains("closed: Some("));
    let draft = home.draft().unwrap_or_default();
    assert!(draft.contains("ring Ana on Sunday"), "it is nowhere else yet; the program said {:#?}", window.lines());
    // The power goes, and the next start has it all.
    window.kill();
    let _ = window.wait_until_gone();
    mounted.again("remount,size=1m");
    let window = screen.start(&home, &[]);
    window.wait_until_shown();
    // What could not be saved was kept aside as it was, so there is nothing to go on with.
    window.wait_for_line("removed draft.ron");
    assert!(home.months().contains("ring Ana on Sunday") && home.months().contains("closed: Some("));
}
