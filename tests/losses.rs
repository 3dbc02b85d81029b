//! The ways in which other programs that keep people's words have lost them, each as a test or as a sentence that says
//! why it cannot happen here.
//!
//! - **A read error taken for a first run, and then written over.** Tested below for damaged files, in `store_faults.rs`
//!   for every operation that fails while reading, in `store_strace.rs` for every system call.
//! - **A file torn by a kill, a power cut or a full disk.** No file is ever written in place. `store_crash.rs` and
//!   `store_crash_paths.rs` cut the power after every operation, `store_killed.rs` and `killed.rs` kill the process,
//!   `store_full.rs` fills the disk.
//! - **"Saved" shown, and nothing durable.** The order of operations is tested below.
//! - **Saved only at the end, or after a while.** Tested below: what is said is on the disk without leaving.
//! - **A stale copy in memory written over a newer file.** Each computer has files of its own, and a save looks whether
//!   its file is still what was last seen: `store_running.rs`, `store_versions.rs`, `store_syncthing.rs`.
//! - **A backup torn together with the file.** Backups are written by the same recipe, and their content is named by its
//!   hash: `backup_crash.rs`.
//! - **An update that loses or hides data.** `fixtures.rs` opens what every version wrote. Nothing is ever filtered out
//!   of the journal without the filter standing on the screen.
//! - **Days that shift with zones and clocks.** The day is stored and never computed again: `dates.rs`.
//! - **A read-only or missing disk ignored in silence.** `store_full.rs` and `folder_on_screen.rs`.
//! - **A way out of an editor that loses the text.** Tested below.
//! - **A lock on the screen that is taken for a lock on the files.** There is none, and tested below is that no word on
//!   the screen promises one.
//! - **An older program that drops what a newer one wrote.** `store_folder.rs` and `store_newer.rs`.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/mod.rs"]
mod support;

#[path = "support/sim_disk.rs"]
mod sim_disk;

use std::sync::Arc;

use chrono::NaiveDate;
use egui::Key;
use sim_disk::SimDisk;
use sunshower::app::command::Command;
use sunshower::app::nav::{Page, Room};
use sunshower::evening::check_in::Moment;
use sunshower::journal::day::Month;
use sunshower::journal::entry::Cry;
use sunshower::journal::sheet::Sheet;
use sunshower::store::{Job, Places, Writer, open, sheet_text};
use support::world::{Home, World};

#[test]
fn a_journal_that_cannot_be_read_is_never_taken_for_a_first_run_and_written_over() {
    for damage in ["", "\0\0\0\0", "()", "(format: \"sunshower/journal\", version: 1, evenings: [", "{}", "\u{feff}"] {
        let home = Home::new();
        let mut world = World::open(&home);
        world.ask(Command::NewCry { evening: None });
        world.settle();
        drop(world);
        let (path, _) = home.files().into_iter().find(|(path, _)| path.starts_with("journal/")).expect("a month");
        let path = home.data_dir().join(path);
        std::fs::write(&path, damage).expect("written");
        let mut world = World::open(&home);
        world.ask(Command::NewCry { evening: None });
        world.settle();
        drop(world);
        assert_eq!(std::fs::read_to_string(&path).expect("still there"), damage, "not a byte was changed");
        let months = home.files().into_iter().filter(|(path, _)| path.starts_with("journal/")).count();
        assert_eq!(months, 2, "and what is new is beside it");
    }
}

#[test]
fn saved_is_said_after_the_last_sync_and_not_before() {
    let disk = SimDisk::default();
    let mut opened = open(&disk, &Places::new("/person/Sunshower".into(), "/machine".into())).expect("an empty disk");
    let day: NaiveDate = "2026-11-22".parse().expect("a day");
    let cry: Cry = opened.journal.create(day, None);
    opened.journal.put(cry);
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(disk.clone()));
    let month = Month::of(day);
    writer
        .run_now(Job::Records(Sheet::Month(month), sheet_text(&opened.journal, Sheet::Month(month))))
        .result
        .expect("saved");
    let ops = disk.ops();
    let steps: Vec<_> = ops.iter().rev().take(5).rev().map(|op| op.what).collect();
    // The content is made sure of, read back, held against what was last seen, put in place, and its name made sure of.
    assert_eq!(steps, ["sync", "read", "read", "rename", "sync_dir"], "{ops:#?}");
}

#[test]
fn what_is_said_is_on_the_disk_without_leaving() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::NewCry { evening: None });
    world.settle();
    let Some(Page::Cry(id)) = world.app().model.nav.page() else { panic!("the page of the tears is open") };
    let mut cry = world.app().model.journal.cries.get(id).expect("it is there").clone();
    for words in ["o", "on", "on the train"] {
        cry.note = words.into();
        world.ask(Command::KeepCry(Box::new(cry.clone())));
        world.settle();
        assert!(home.month().contains(&format!("note: \"{words}\"")), "{words}: {}", home.month());
    }
    // No destructor runs, as with a power cut.
    std::mem::forget(world);
}

#[test]
fn an_evening_that_was_being_planned_is_there_again_after_a_crash() {
    let home = Home::new();
    let mut world = World::open(&home);
    let mut plan = world.app().model.tonight.plan.clone();
    plan.intention = "let it rain".into();
    world.ask(Command::SetPlan(plan));
    world.settle();
    let mut world = world.reopened_after(&home, 10);
    assert_eq!(world.app().model.tonight.plan.intention, "let it rain");
    world.ask(Command::Begin);
    world.settle();
    let world = world.reopened_after(&home, 1);
    assert_ne!(world.app().model.tonight.plan.intention, "let it rain", "it has begun");
}

#[test]
fn leaving_a_check_in_half_filled_in_does_not_lose_it() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Open(Page::CheckIn { id: None, evening: None, moment: Moment::Free }));
    world.settle();
    world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
    assert!(!world.shows("How pleasant, not set"), "{:?}", world.labels());
    let before = world.value_of("How pleasant");
    world.ask(Command::Back);
    world.settle();
    world.ask(Command::Enter(Room::Journal));
    world.settle();
    world.ask(Command::Open(Page::CheckIn { id: None, evening: None, moment: Moment::Free }));
    world.settle();
    assert!(!world.shows("How pleasant, not set"), "{:?}", world.labels());
    assert_eq!(world.value_of("How pleasant"), before);
}

#[test]
fn no_word_on_the_screen_promises_that_the_files_are_locked() {
    let words = include_str!("../assets/text/en.ftl").to_lowercase();
    for promise in ["password", "passcode", " pin ", "encrypt", "locked", "secure", "protected"] {
        assert!(!words.contains(promise), "{promise}");
    }
}
