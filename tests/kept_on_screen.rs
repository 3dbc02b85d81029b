//! Deleted, brought back, erased for good, missing, in two versions: by arrows, Enter and Back alone, with the files to
//! prove it.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Vec2};
use sunshower::app::apply::{Effect, apply};
use sunshower::app::command::Command;
use sunshower::app::model::Folder;
use sunshower::app::nav::Room;
use sunshower::clock::{Clock, ManualClock, Wall};
use sunshower::evening::plan::{EveningPlan, Item};
use sunshower::evening::run::Step;
use sunshower::journal::entry::{Cry, Reflection};
use sunshower::store::backup::read_zip;
use sunshower::store::repair::{RepairError, repair};
use sunshower::store::restore::journal_of;
use sunshower::store::{Disk, OpenError, Places, RealDisk, check};
use support::world::{EVENING, Home, World, bytes, go};

const NEXT_DAY: &str = "2026-11-23T20:30:00+01:00";
const TWO_DAYS_LATER: &str = "2026-11-24T20:30:00+01:00";

/// Words that stand nowhere else.
const CANARY: &str = "zephyr-4711";

/// Walks down to this, or else up to it.
fn walk(world: &mut World, name: &str) {
    let mut seen = Vec::new();
    for towards in [Key::ArrowDown, Key::ArrowUp] {
        for _ in 0..60 {
            let before = world.focused();
            if before == name {
                return;
            }
            world.press(towards);
            if world.focused() == before {
                break;
            }
            seen.push(before);
        }
    }
    assert_eq!(world.focused(), name, "not reached up or down; on the way: {seen:?}");
}

fn press_on(world: &mut World, name: &str) {
    walk(world, name);
    world.press(Key::Enter);
}

/// Into a room, over the rail.
fn to_room(world: &mut World, room: &str) {
    for _ in 0..6 {
        world.press(Key::ArrowLeft);
    }
    walk(world, room);
    world.press_all(&[Key::Enter, Key::ArrowRight]);
}

/// Ends like a crash and is opened again a minute later. Whoever still reads the folder keeps it for that long.
fn reopened(world: World, home: &Home) -> World {
    let mut world = world.reopened_after(home, 1);
    for _ in 0..1_000 {
        if world.app().model.folder != Folder::Closed(OpenError::InUse) {
            break;
        }
        world = world.reopened_after(home, 0);
    }
    world
}

/// What is focused, walking down, until it begins like this.
fn walk_to_row(world: &mut World, begins: &str) -> String {
    for towards in [Key::ArrowDown, Key::ArrowUp] {
        for _ in 0..60 {
            let before = world.focused();
            if before.starts_with(begins) {
                return before;
            }
            world.press(towards);
            if world.focused() == before {
                break;
            }
        }
    }
    panic!("{begins:?} is in no row: {:#?}", world.labels());
}

fn assert_shows(world: &World, words: &str) {
    assert!(world.shows(words), "{words:?} is not on the screen: {:#?}", world.labels());
}

/// Draws until these words are there.
fn wait_for(world: &mut World, words: &str) {
    for _ in 0..200_000 {
        world.harness.step();
        if world.shows(words) {
            world.settle();
            return;
        }
        std::thread::yield_now();
    }
    assert_shows(world, words);
}

/// An evening with a reflection and a small joy, as short as can be.
fn evening(world: &mut World, name: &str, reflection: &str) {
    let item = Item { name: name.into(), runtime_min: Some(93), ..Item::default() };
    world.ask(Command::SetPlan(EveningPlan { items: vec![item], ..EveningPlan::default() }));
    world.ask(Command::Begin);
    for step in [Step::SkipCheckIn, Step::StartFilm, Step::MarkTears, Step::ItemOver, Step::SkipCheckIn] {
        world.ask(Command::Step(step));
    }
    world.ask(Command::Step(Step::AnswersDone));
    world.ask(Command::Step(Step::Reflect(reflection.into())));
    world.ask(Command::Step(Step::PlanJoy("ring Ana".into())));
    world.ask(Command::Step(Step::Close));
}

/// Tears outside an evening, with a note.
fn tears(world: &mut World, note: &str) {
    world.ask(Command::NewCry { evening: None });
    let cry = world.app().model.journal.cries.iter().find(|cry| cry.note.is_empty()).expect("begun").clone();
    world.ask(Command::KeepCry(Box::new(Cry { note: note.into(), ..cry })));
    world.ask(Command::Back);
}

/// The files of the journal and of this computer that hold these words.
fn holding(home: &Home, words: &str) -> Vec<PathBuf> {
    let places = home.places();
    let files = bytes(&places.data_dir).into_iter().chain(bytes(&places.state_root));
    let holds = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    files.filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

fn to_trash(world: &mut World, lies_there: &str) {
    to_room(world, "Settings");
    press_on(world, lies_there);
    assert_shows(world, "What you delete");
}

#[test]
fn a_reflection_is_deleted_and_back_at_once() {
    let home = Home::new();
    let mut world = World::open(&home);
    evening(&mut world, "Paper Boats", "Further than yesterday.");
    to_room(&mut world, "Journal");
    let row = walk_to_row(&mut world, "Paper Boats");
    press_on(&mut world, &row);
    press_on(&mut world, "Reflection: Further than yesterday., open");
    walk(&mut world, "Done");
    go(&mut world, Key::ArrowRight, "Delete this reflection");
    world.press(Key::Enter);
    assert_shows(&world, "Deleted.");
    assert!(!world.shows("Further than yesterday."));
    assert!(!home.month().contains("Further than"), "{}", home.month());
    press_on(&mut world, "Undo");
    assert_shows(&world, "Further than yesterday.");
    assert!(home.month().contains("Further than yesterday."));
    world.press(Key::Escape);
    to_room(&mut world, "Settings");
    walk(&mut world, "Trash, empty");
}

#[test]
fn an_evening_comes_back_from_the_trash_the_next_day_with_all_that_hung_on_it() {
    let home = Home::new();
    let mut world = World::open(&home);
    evening(&mut world, "Paper Boats", "Further than yesterday.");
    to_room(&mut world, "Journal");
    let row = walk_to_row(&mut world, "Paper Boats");
    press_on(&mut world, &row);
    walk(&mut world, "Done");
    go(&mut world, Key::ArrowRight, "Delete this evening");
    world.press(Key::Enter);
    assert!(!home.month().contains("Paper Boats"));
    drop(world);

    let mut world = World::open_at(&home, NEXT_DAY);
    to_trash(&mut world, "Trash, one thing");
    assert_shows(&world, "Paper Boats, 22 November");
    assert_shows(&world, "and 2 more that belonged to it · deleted 22 November, stays until 22 December");
    assert_eq!(world.focused(), "Bring back: Paper Boats, 22 November");
    world.press(Key::Enter);
    assert_shows(&world, "It is back.");
    assert_shows(&world, "Nothing lies here.");
    world.press(Key::Escape);
    to_room(&mut world, "Journal");
    let row = walk_to_row(&mut world, "Paper Boats");
    press_on(&mut world, &row);
    assert_eq!(world.value_of("Film minute of moment 1").as_deref(), Some("minute 0"));
    for there in ["Further than yesterday.", "ring Ana"] {
        assert_shows(&world, there);
    }
    let report = check(&RealDisk, &home.places());
    assert!(report.is_fine() && report.counts.evenings == 1, "{report:?}");
}

#[test]
fn what_is_erased_for_good_is_in_no_file_any_more_but_for_its_name() {
    let home = Home::new();
    let mut world = World::open(&home);
    evening(&mut world, CANARY, CANARY);
    tears(&mut world, "This stays.");
    let id = world.app().model.journal.evenings.iter().next().expect("one").id;
    drop(world);
    // The first thing that is saved on the next day makes a backup, with all of it in it.
    let mut world = World::open_at(&home, NEXT_DAY);
    to_room(&mut world, "Journal");
    let row = walk_to_row(&mut world, CANARY);
    press_on(&mut world, &row);
    walk(&mut world, "Done");
    go(&mut world, Key::ArrowRight, "Delete this evening");
    world.press(Key::Enter);
    assert!(holding(&home, CANARY).len() > 1, "in the trash and in a backup");
    to_trash(&mut world, "Trash, one thing");
    go(&mut world, Key::ArrowRight, &format!("Erase for good: {CANARY}, 22 November"));
    world.press(Key::Enter);
    assert_shows(&world, "Erase for good?");
    assert_shows(&world, "Nothing of it stays in the journal, in drafts, in the trash or in the backups");
    assert_shows(&world, "Copies made outside Sunshower are out of its reach");
    assert_eq!(world.focused(), "Keep it", "a press too many erases nothing");
    world.press(Key::Enter);
    assert_shows(&world, CANARY);

    go(&mut world, Key::ArrowRight, &format!("Erase for good: {CANARY}, 22 November"));
    world.press(Key::Enter);
    go(&mut world, Key::ArrowRight, "Erase for good");
    world.press(Key::Enter);
    assert_shows(&world, "Nothing lies here.");
    assert_shows(&world, "Erased for good.");
    assert!(!world.shows(CANARY));
    assert_eq!(holding(&home, CANARY), Vec::<PathBuf>::new());
    assert!(!holding(&home, &id.to_string()).is_empty(), "so that other computers erase it too");
    assert!(!holding(&home, "This stays.").is_empty());
    drop(world);
    let mut world = World::open_at(&home, TWO_DAYS_LATER);
    assert!(world.app().model.problems.is_empty(), "{:?}", world.app().model.problems);
    assert_eq!(holding(&home, CANARY), Vec::<PathBuf>::new());
    to_room(&mut world, "Journal");
    walk_to_row(&mut world, "Tears · This stays.");
    let report = check(&RealDisk, &home.places());
    assert!(report.is_fine(), "{report:?}");
}

#[test]
fn the_trash_is_emptied_for_good_at_once() {
    let home = Home::new();
    let mut world = World::open(&home);
    for n in 0..8 {
        tears(&mut world, &format!("{CANARY} {n}"));
    }
    let ids: Vec<_> = world.app().model.journal.cries.iter().map(|cry| cry.id).collect();
    for id in ids {
        world.ask(Command::Delete(id));
    }
    to_trash(&mut world, "Trash, 8 things");
    assert_shows(&world, "Page 1 of 2");
    walk(&mut world, "Erase everything in the trash for good");
    go(&mut world, Key::ArrowLeft, "Earlier");
    world.press(Key::Enter);
    assert_shows(&world, "Page 2 of 2");
    assert_eq!(world.focused(), "Later", "there is nothing earlier, and this lies beside it");
    go(&mut world, Key::ArrowRight, "Erase everything in the trash for good");
    world.press(Key::Enter);
    assert_shows(&world, "All 8 things in the trash");
    assert_shows(&world, "and 4 more");
    go(&mut world, Key::ArrowRight, "Erase for good");
    world.press(Key::Enter);
    assert_shows(&world, "Nothing lies here.");
    assert_eq!(holding(&home, CANARY), Vec::<PathBuf>::new());
}

#[test]
fn a_backup_is_looked_into_and_brought_back_and_what_was_made_since_stays() {
    let home = Home::new();
    let mut world = World::open(&home);
    evening(&mut world, "Paper Boats", "Further than yesterday.");
    drop(world);
    let mut world = World::open_at(&home, NEXT_DAY);
    let id = world.app().model.journal.evenings.iter().next().expect("one").id;
    world.ask(Command::Delete(id));
    tears(&mut world, "Made since.");
    to_room(&mut world, "Settings");
    walk(&mut world, "Trash, one thing");
    go(&mut world, Key::ArrowRight, "Backups");
    world.press(Key::Enter);
    wait_for(&mut world, "before the first change of the day");
    world.press(Key::ArrowUp);
    walk_to_row(&mut world, "Monday 23 November, 20:30, before the first change of the day");
    world.press(Key::Enter);
    wait_for(&mut world, "One evening comes back.");
    assert_shows(&world, "One reflection comes back.");
    assert_shows(&world, "A backup of today is made first.");
    assert_eq!(world.focused(), "Back", "a press too many brings nothing back");
    go(&mut world, Key::ArrowLeft, "Bring this back");
    world.press(Key::Enter);
    wait_for(&mut world, "It is back.");
    world.press(Key::Escape);
    wait_for(&mut world, "before an older one was brought back");
    world.press(Key::Escape);
    to_room(&mut world, "Journal");
    walk_to_row(&mut world, "Paper Boats");
    walk_to_row(&mut world, "Tears · Made since.");
    let world = reopened(world, &home);
    let journal = &world.app().model.journal;
    assert_eq!((journal.evenings.len(), journal.cries.len(), journal.reflections.len()), (1, 1, 1));
    let report = check(&RealDisk, &home.places());
    assert!(report.is_fine(), "{report:?}");
}

/// A journal with an evening in October and one in November, a backup of which has both, and October's file.
fn two_months(home: &Home) -> PathBuf {
    let mut world = World::open_at(home, "2026-10-20T20:30:00+02:00");
    evening(&mut world, "Autumn", "");
    drop(world);
    let mut world = World::open(home);
    evening(&mut world, "Paper Boats", "");
    drop(world);
    let files = bytes(&home.data_dir());
    files.into_iter().map(|(path, _)| path).find(|path| path.ends_with("2026-10.ron")).expect("October")
}

#[test]
fn a_month_that_vanished_is_asked_about_before_anything_is_written() {
    let home = Home::new();
    let october = two_months(&home);
    let whole = fs::read(&october).unwrap();
    fs::remove_file(&october).unwrap();
    let (before, state) = (bytes(&home.data_dir()), bytes(&home.places().state_root));
    let mut world = World::open_at(&home, NEXT_DAY);
    assert_shows(&world, "Some of your journal is missing");
    assert_shows(&world, "records were there last time and are not there now.");
    assert_shows(&world, "2026-10.ron");
    assert_shows(&world, "Nothing is written before you answer.");
    assert_eq!(world.focused(), "Look again");
    world.press_all(&[Key::ArrowRight, Key::ArrowRight, Key::F11, Key::ArrowLeft, Key::ArrowLeft]);
    world.wait_min(2);
    assert_eq!(bytes(&home.data_dir()), before, "not a byte");
    assert_eq!(bytes(&home.places().state_root), state, "nor beside it");

    // Looked at again while it is still missing, and then when it is back.
    world.press(Key::Enter);
    wait_for(&mut world, "Some of your journal is missing");
    assert_eq!(bytes(&home.data_dir()), before);
    fs::write(&october, &whole).unwrap();
    walk(&mut world, "Look again");
    world.press(Key::Enter);
    wait_for(&mut world, "Begin the evening");
    assert_eq!(world.app().model.folder, Folder::Open);
    assert_eq!(world.app().model.journal.evenings.len(), 2);
}

#[test]
fn back_leaves_the_question_about_what_is_missing_and_it_is_asked_again() {
    let home = Home::new();
    let october = two_months(&home);
    fs::remove_file(&october).unwrap();
    let before = bytes(&home.data_dir());
    let mut world = World::open_at(&home, NEXT_DAY);
    world.press(Key::Escape);
    assert!(!world.shows("Leave Sunshower?"), "nothing is asked twice");
    let now = world.clock.now();
    assert_eq!(apply(&mut world.app_mut().model, Command::Back, now), [Effect::Quit]);
    drop(world);
    assert_eq!(bytes(&home.data_dir()), before);
    let world = World::open_at(&home, TWO_DAYS_LATER);
    assert_shows(&world, "Some of your journal is missing");
}

#[test]
fn what_is_missing_and_meant_to_be_is_not_asked_about_again() {
    let home = Home::new();
    let october = two_months(&home);
    fs::remove_file(&october).unwrap();
    let mut world = World::open_at(&home, NEXT_DAY);
    go(&mut world, Key::ArrowRight, "It is right as it is");
    world.press(Key::Enter);
    assert_shows(&world, "Begin the evening");
    tears(&mut world, "It goes on.");
    assert!(!world.shows("Not saved"));
    drop(world);
    let world = World::open_at(&home, TWO_DAYS_LATER);
    assert!(!world.shows("missing"), "{:?}", world.labels());
    assert_eq!((world.app().model.journal.evenings.len(), world.app().model.journal.cries.len()), (1, 1));
}

#[test]
fn what_is_missing_comes_back_from_a_backup() {
    let home = Home::new();
    let october = two_months(&home);
    // The backup of this day has both months.
    let mut world = World::open_at(&home, NEXT_DAY);
    tears(&mut world, "A day later.");
    drop(world);
    fs::remove_file(&october).unwrap();
    let mut world = World::open_at(&home, TWO_DAYS_LATER);
    assert_shows(&world, "Some of your journal is missing");
    go(&mut world, Key::ArrowRight, "Bring back a backup");
    world.press(Key::Enter);
    wait_for(&mut world, "Monday 23 November, 20:30, before the first change of the day");
    world.press(Key::Escape);
    assert_shows(&world, "Some of your journal is missing");
    assert_eq!(world.focused(), "Bring back a backup", "Back leads here");
    world.press(Key::Enter);
    wait_for(&mut world, "Monday 23 November, 20:30, before the first change of the day");
    world.press(Key::ArrowUp);
    walk_to_row(&mut world, "Monday 23 November");
    world.press(Key::Enter);
    wait_for(&mut world, "One evening comes back.");
    go(&mut world, Key::ArrowLeft, "Bring this back");
    world.press(Key::Enter);
    wait_for(&mut world, "It is back.");
    world.press_all(&[Key::Escape, Key::Escape]);
    assert_shows(&world, "Begin the evening");
    let world = reopened(world, &home);
    assert_eq!(world.app().model.folder, Folder::Open);
    assert_eq!((world.app().model.journal.evenings.len(), world.app().model.journal.cries.len()), (2, 1));
}

#[test]
fn a_journal_that_is_gone_is_laid_back_from_a_backup() {
    let home = Home::new();
    two_months(&home);
    let mut world = World::open_at(&home, NEXT_DAY);
    tears(&mut world, "A day later.");
    drop(world);
    fs::remove_dir_all(home.data_dir()).unwrap();
    let mut world = World::open_at(&home, TWO_DAYS_LATER);
    assert_shows(&world, "Your journal is not there right now");
    go(&mut world, Key::ArrowRight, "Bring back a backup");
    world.press(Key::Enter);
    wait_for(&mut world, "Monday 23 November, 20:30, before the first change of the day");
    world.press(Key::ArrowUp);
    walk_to_row(&mut world, "Monday 23 November");
    world.press(Key::Enter);
    assert_shows(
        &world,
        "files of 23 November are laid back where the journal was. Nothing that is there is overwritten.",
    );
    assert!(!home.data_dir().exists(), "nothing was done yet");
    go(&mut world, Key::ArrowLeft, "Bring this back");
    world.press(Key::Enter);
    wait_for(&mut world, "2 records were there last time and are not there now.");
    go(&mut world, Key::ArrowRight, "It is right as it is");
    world.press(Key::Enter);
    assert_shows(&world, "Begin the evening");
    assert_eq!(world.app().model.journal.evenings.len(), 2);
    drop(world);
    let report = check(&RealDisk, &home.places());
    assert!(report.is_fine() && report.counts.evenings == 2, "{report:?}");
}

/// A journal of two computers that changed the same reflection while neither heard of the other. On the other one it
/// says "Said there.".
fn two_computers(home: &Home) -> World {
    let mut world = World::open(home);
    evening(&mut world, "Paper Boats", "Said first.");
    drop(world);
    // What the folder was when they parted.
    let other = Home::new();
    copy(&home.data_dir(), &other.data_dir());
    let say = |world: &mut World, text: &str| {
        let reflection = world.app().model.journal.reflections.iter().next().expect("one").clone();
        world.ask(Command::KeepReflection(Box::new(Reflection { text: text.into(), ..reflection })));
    };
    let mut there = World::open_at(&other, NEXT_DAY);
    say(&mut there, "Said there.");
    drop(there);
    let mut here = World::open_at(home, NEXT_DAY);
    say(&mut here, "Said here.");
    drop(here);
    copy(&other.data_dir(), &home.data_dir());
    World::open_at(home, TWO_DAYS_LATER)
}

/// Copies what is not there yet.
fn copy(from: &Path, to: &Path) {
    for (path, content) in bytes(from) {
        let target = to.join(path.strip_prefix(from).expect("inside"));
        if !target.exists() {
            fs::create_dir_all(target.parent().expect("a folder")).unwrap();
            fs::write(target, content).unwrap();
        }
    }
}

fn reflections(world: &World) -> Vec<String> {
    world.app().model.journal.reflections.iter().map(|one| one.text.clone()).collect()
}

#[test]
fn two_versions_are_shown_and_one_is_chosen() {
    for (chosen, text) in [("From this computer", "Said here."), ("From another computer", "Said there.")] {
        let home = Home::new();
        let mut world = two_computers(&home);
        assert_shows(&world, "One thing has two versions");
        to_room(&mut world, "Journal");
        let row = walk_to_row(&mut world, "Paper Boats");
        press_on(&mut world, &row);
        let row = walk_to_row(&mut world, "Reflection: Said");
        assert!(row.ends_with("open · two versions"), "not by colour alone: {row}");
        world.press(Key::Enter);
        walk(&mut world, "Two versions of this, from two computers");
        world.press(Key::Enter);
        for words in ["Said here.", "Said there.", "From this computer", "From another computer"] {
            assert_shows(&world, words);
        }
        let keep = format!("Keep this one: {chosen}");
        assert_eq!(world.focused(), "Decide later", "two presses in a row put nothing away");
        world.press(Key::ArrowUp);
        for towards in [Key::ArrowLeft, Key::ArrowRight] {
            if world.focused() != keep {
                world.press(towards);
            }
        }
        assert_eq!(world.focused(), keep);
        world.press(Key::Enter);
        assert_shows(&world, "Kept. There is one version now.");
        assert_eq!(reflections(&world), [text]);
        let mut world = reopened(world, &home);
        assert!(!world.shows("two versions"), "{:?}", world.labels());
        assert_eq!(reflections(&world), [text]);
        to_room(&mut world, "Journal");
        let row = walk_to_row(&mut world, "Paper Boats");
        press_on(&mut world, &row);
        walk(&mut world, &format!("Reflection: {text}, open"));
    }
}

#[test]
fn both_texts_are_kept_under_each_other_and_tonight_leads_to_them() {
    let home = Home::new();
    let mut world = two_computers(&home);
    press_on(&mut world, "One thing has two versions");
    world.press(Key::ArrowLeft);
    assert_eq!(world.focused(), "Keep both texts", "the focus does not begin on what puts one away");
    world.press(Key::Enter);
    assert!(!world.shows("two versions"), "{:?}", world.labels());
    let kept = reflections(&world);
    assert_eq!(kept.len(), 1);
    let mut texts: Vec<_> = kept[0].split("\n\n").collect();
    texts.sort_unstable();
    assert_eq!(texts, ["Said here.", "Said there."]);
    assert!(!holding(&home, "\\n\\n").is_empty() || !holding(&home, "\n\n").is_empty());
    let world = reopened(world, &home);
    assert_eq!(reflections(&world), kept);
}

#[test]
fn what_another_computer_changes_meanwhile_is_not_overwritten_by_a_page_that_is_open() {
    let home = Home::new();
    let mut world = World::open(&home);
    evening(&mut world, "Paper Boats", "Said first.");
    to_room(&mut world, "Journal");
    let row = walk_to_row(&mut world, "Paper Boats");
    press_on(&mut world, &row);
    press_on(&mut world, "Reflection: Said first., open");
    let model = &mut world.app_mut().model;
    let reflection = model.journal.reflections.iter().next().expect("one").clone();
    model.journal.put(Reflection { text: "Said elsewhere.".into(), ..reflection });
    model.revision += 1;
    world.settle();
    assert_eq!(world.value_of("How far have you come?").as_deref(), Some("Said elsewhere."));
    walk(&mut world, "How far have you come?");
    world.press(Key::End);
    world.paste(" And here.");
    let kept = reflections(&world).remove(0);
    assert!(kept.contains("Said elsewhere.") && kept.contains("And here."), "{kept}");
}

#[test]
fn what_a_newer_version_wrote_is_said_calmly() {
    let home = Home::new();
    let october = two_months(&home);
    let text = fs::read_to_string(&october).unwrap();
    let newer = text.replacen("began: Some(", "weather: \"rain\",\n      began: Some(", 1);
    assert_ne!(newer, text);
    fs::write(&october, &newer).unwrap();
    let mut world = World::open_at(&home, NEXT_DAY);
    assert_shows(&world, "In one file a newer Sunshower wrote parts that are not known here.");
    assert_shows(&world, "They are kept as they are, and everything else is shown.");
    assert!(!world.shows("needs a look") && !world.shows("may be in a backup"));
    assert_eq!(world.focused(), "Begin the evening");
    tears(&mut world, "It goes on.");
    assert!(!world.shows("Not saved"));
    assert!(fs::read_to_string(&october).unwrap().contains("weather: \"rain\""));
}

#[test]
fn a_damaged_file_leads_to_the_backups() {
    let home = Home::new();
    let october = two_months(&home);
    fs::write(&october, "").unwrap();
    let mut world = World::open_at(&home, NEXT_DAY);
    assert_shows(&world, "One file needs a look.");
    assert_shows(&world, "What was in it before may be in a backup.");
    press_on(&mut world, "Backups");
    wait_for(&mut world, "before the first change of the day");
    world.press(Key::Escape);
    assert_eq!(world.focused(), "Backups", "back where one was");
}

#[test]
fn a_copy_is_put_elsewhere_where_saving_does_not_work() {
    let home = Home::new();
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    let mut places = Places::new(home.data_dir(), home.places().state_root);
    let copies = home.data_dir().with_extension("copies");
    fs::create_dir(&copies).unwrap();
    places.copy_dirs = vec![home.data_dir().with_extension("not there"), copies.clone()];
    let mut world = World::open_with(places, Arc::new(RealDisk), clock, Vec2::new(1280.0, 720.0));
    tears(&mut world, "Kept before.");
    fs::rename(home.data_dir(), home.data_dir().with_extension("unplugged")).unwrap();
    tears(&mut world, "Not saved yet.");
    assert_shows(&world, "Not saved: the folder is gone.");
    walk(&mut world, "Try again");
    world.press(Key::ArrowRight);
    assert_eq!(world.focused(), "Put a copy elsewhere");
    world.press(Key::Enter);
    wait_for(&mut world, "A copy of everything is in ");
    assert_shows(&world, "Everything you said is still here");
    let zip = fs::read_dir(&copies).unwrap().next().expect("one file").unwrap().path();
    let (copy, problems) = journal_of(&read_zip(&fs::read(zip).unwrap()).expect("a ZIP of a journal"));
    assert_eq!(problems, []);
    let mut notes: Vec<_> = copy.cries.iter().map(|cry| cry.note.as_str()).collect();
    notes.sort_unstable();
    assert_eq!(notes, ["Kept before.", "Not saved yet."], "what was in the folder that is gone is in it, too");
}

#[test]
fn a_journal_that_arrives_after_it_was_opened_empty_takes_in_what_was_said_meanwhile() {
    let (there, here) = (Home::new(), Home::new());
    let mut world = World::open(&there);
    tears(&mut world, "Said there.");
    drop(world);
    let mut world = World::open(&here);
    copy(&there.data_dir(), &here.data_dir());
    world.ask(Command::NewCry { evening: None });
    wait_for(&mut world, "In your own words");
    let cry = world.app().model.journal.cries.iter().find(|cry| cry.note.is_empty()).expect("still there").clone();
    world.ask(Command::KeepCry(Box::new(Cry { note: "Said here.".into(), ..cry })));
    world.ask(Command::Enter(Room::Journal));
    for words in ["Said there.", "Said here."] {
        assert_shows(&world, words);
    }
    let world = reopened(world, &here);
    let mut notes: Vec<_> = world.app().model.journal.cries.iter().map(|cry| cry.note.as_str()).collect();
    notes.sort_unstable();
    assert_eq!(notes, ["Said here.", "Said there."]);
    assert!(check(&RealDisk, &here.places()).is_fine());
}

#[test]
fn what_is_deleted_while_the_clock_stands_at_1970_is_still_in_the_trash_when_it_is_right_again() {
    let home = Home::new();
    let mut world = World::open(&home);
    tears(&mut world, CANARY);
    drop(world);
    let mut world = World::open_at(&home, "1970-01-01T00:02:00+00:00");
    let id = world.app().model.journal.cries.iter().next().expect("one").id;
    world.ask(Command::Delete(id));
    drop(world);
    for day in [NEXT_DAY, TWO_DAYS_LATER] {
        let world = World::open_at(&home, day);
        assert_eq!(world.app().model.journal.trash.len(), 1, "{day}");
    }
}

#[test]
fn what_is_missing_is_told_by_a_check_and_a_repair_does_not_write_over_the_question() {
    let home = Home::new();
    let october = two_months(&home);
    fs::remove_file(&october).unwrap();
    for _ in 0..2 {
        let report = check(&RealDisk, &home.places());
        assert!(!report.is_fine() && report.vanished.is_some(), "{report:?}");
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let made = Wall::parse_from_rfc3339(NEXT_DAY).unwrap();
        assert!(matches!(repair(&disk, &home.places(), made), Err(RepairError::Vanished(_))));
    }
    let world = World::open_at(&home, NEXT_DAY);
    assert_shows(&world, "Some of your journal is missing");
}

#[test]
fn an_evening_that_runs_here_does_not_swallow_what_was_said_about_it_there() {
    let (here, there) = (Home::new(), Home::new());
    let mut world = World::open(&here);
    world.ask(Command::Begin);
    world.ask(Command::Step(Step::SkipCheckIn));
    copy(&here.data_dir(), &there.data_dir());
    let id = world.app().model.run.as_ref().expect("it runs").evening.id;

    // The laptop adds a line to what is a record by now.
    let mut laptop = World::open(&there);
    let mut evening = laptop.app().model.journal.evenings.get(id).expect("it is there").clone();
    evening.plan.intention = "Said on the laptop".into();
    laptop.ask(Command::KeepEvening(Box::new(evening)));
    drop(laptop);
    copy(&there.data_dir(), &here.data_dir());
    world.clock.advance(Duration::from_mins(1));
    world.ask(Command::Step(Step::StartFilm));
    world.ask(Command::Step(Step::ItemOver));
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::AnswersDone));
    world.ask(Command::Step(Step::Close));
    let world = reopened(world, &here);
    let journal = &world.app().model.journal;
    let intentions: Vec<_> = journal.evenings.versions_of(id).map(|evening| evening.plan.intention.as_str()).collect();
    assert!(intentions.contains(&"Said on the laptop"), "{intentions:?}");
    assert!(journal.evenings.versions_of(id).any(|evening| evening.closed.is_some()), "and how it ended");
}

/// The texts that lie in the trash.
fn in_trash(world: &World) -> Vec<String> {
    let bundles = world.app().model.journal.trash.iter();
    bundles.flat_map(|bundle| &bundle.records.reflections).map(|reflection| reflection.text.clone()).collect()
}

#[test]
fn whichever_way_two_versions_become_one_the_other_lies_in_the_trash_and_comes_back() {
    for way in ["chosen", "changed", "deleted"] {
        let home = Home::new();
        let mut world = two_computers(&home);
        let journal = &world.app().model.journal;
        let shown = journal.reflections.in_several_versions().next().expect("one").clone();
        let other = journal.reflections.other_versions(shown.id).next().expect("two").text.clone();
        match way {
            "chosen" => world.ask(Command::ChooseVersion { id: shown.id, rev: shown.rev.clone() }),
            "changed" => {
                let text = format!("{} and on", shown.text);
                world.ask(Command::KeepReflection(Box::new(Reflection { text, ..shown.clone() })));
            }
            _ => world.ask(Command::Delete(shown.id)),
        }
        assert!(in_trash(&world).contains(&other), "{way}: {:?}", in_trash(&world));
        world.ask(Command::Undo);
        let mut world = reopened(world, &home);
        world.ask(Command::Enter(Room::Journal));
        let texts: Vec<_> = world.app().model.journal.reflections.iter().map(|one| one.text.clone()).collect();
        assert!(texts.contains(&other) && texts.iter().any(|text| text.starts_with(&shown.text)), "{way}: {texts:?}");
        assert_eq!(world.app().model.journal.in_two_versions(), 0, "{way}");
        assert_eq!(in_trash(&world), Vec::<String>::new(), "{way}");
    }
}
