//! A whole evening by four arrows, Enter and Backspace, and the files it leaves.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

mod support;

use egui::Key;
use egui_kittest::kittest::Queryable;
use sunshower::app::command::Command;
use sunshower::app::nav::{Over, Room};
use sunshower::evening::run::Step;
use sunshower::store::Settings;
use support::world::{Home, World, go, not_now};

#[test]
#[expect(clippy::too_many_lines, reason = "one evening is one story")]
fn an_evening_from_begin_to_good_night_with_a_remote() {
    let home = Home::new();
    let mut world = World::open(&home);
    assert_eq!(world.focused(), "Begin the evening");
    assert!(home.files().is_empty(), "looking in leaves nothing behind");

    // The room, from where one sits down.
    go(&mut world, Key::ArrowUp, "Starts now");
    go(&mut world, Key::ArrowUp, "settle in, 20:30 to 20:40");
    go(&mut world, Key::ArrowRight, "film · length not known, from 20:40");
    world.press(Key::Enter);
    assert!(world.shows("What to watch"), "every stretch can be changed");
    world.press(Key::Backspace);
    go(&mut world, Key::ArrowUp, "Choose");
    go(&mut world, Key::ArrowRight, "Name it");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowUp, "Length");
    go(&mut world, Key::ArrowRight, "+5");
    world.press_all(&[Key::Enter, Key::Enter]);
    assert!(world.shows("Length"));
    world.press(Key::Backspace);
    assert_eq!(world.focused(), "Name it", "back where one was");
    go(&mut world, Key::ArrowRight, "Phone away");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Begin the evening");
    world.press(Key::Enter);

    // Before the film: the first press wakes a slider, each further one moves it by five.
    assert_eq!(world.focused(), "How pleasant, not set");
    world.press_all(&[Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft]);
    go(&mut world, Key::ArrowDown, "How stirred up, not set");
    world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
    world.press(Key::ArrowDown);
    go(&mut world, Key::ArrowLeft, "moved");
    go(&mut world, Key::ArrowRight, "tender");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Keep this");
    world.press(Key::Enter);

    // The film.
    assert_eq!(world.focused(), "The film is running");
    world.press(Key::Enter);
    world.wait_min(39);
    assert!(world.shows("minute 39"));
    assert_eq!(world.focused(), "Tears");
    world.press(Key::Enter);
    world.wait_min(12);
    world.press(Key::Enter);
    world.press(Key::Backspace);
    assert_eq!(world.focused(), "Undo the tears at minute 51", "undo is two presses away");
    world.press(Key::Enter);
    assert!(world.shows("minute 51"));

    // A break, which nothing ends but the person.
    world.press(Key::ArrowDown);
    assert_eq!(world.focused(), "Back to the film");
    world.wait_min(7);
    go(&mut world, Key::ArrowLeft, "Just sit");
    go(&mut world, Key::ArrowUp, "Walk");
    world.press(Key::Enter);
    assert!(world.shows("Once through the rooms"));
    assert_eq!(world.focused(), "Walk", "OK once too often does not lead back into the film");
    go(&mut world, Key::ArrowRight, "Easier");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Back to the film");
    world.press(Key::Enter);
    assert!(world.shows("minute 51"), "the film waited");

    // After the film.
    world.wait_min(44);
    go(&mut world, Key::ArrowRight, "The film is over");
    world.press(Key::Enter);
    assert_eq!(world.focused(), "How pleasant, not set");
    not_now(&mut world);
    go(&mut world, Key::ArrowUp, "None tonight");
    go(&mut world, Key::ArrowRight, "A few");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Heavier");
    go(&mut world, Key::ArrowLeft, "Lighter");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Go on");
    world.press(Key::Enter);
    assert_eq!(world.focused(), "The evening is over");
    world.press(Key::Enter);
    assert_eq!(world.focused(), "Tonight");
    assert!(world.shows("Be kind to yourself") && !world.shows("Begin the evening"), "{:?}", world.labels());

    // Twenty minutes later there is one quiet line; it is answered, and gone.
    world.wait_min(20);
    assert!(world.shows("The film ended about twenty minutes ago"));
    go(&mut world, Key::ArrowRight, "Check in");
    world.press(Key::Enter);
    world.press(Key::ArrowRight);
    go(&mut world, Key::ArrowDown, "Keep this");
    world.press(Key::Enter);
    assert!(!world.shows("The film ended about twenty minutes ago"));
    world.press_all(&[Key::Enter, Key::Enter]);
    assert!(world.shows("Be kind to yourself"), "OK pressed twice begins nothing: {:?}", world.labels());

    let month = home.month();
    for pressed in [
        r"runtime_min: Some(95)",
        r#""phone""#,
        r"moment: Before",
        r"pleasant: Some(40)",
        r"stirred: Some(55)",
        r#""tender""#,
        r"film_secs: Some(2340)",
        r"Walk",
        r"minutes: 7",
        r"helped: Some(Easier)",
        r"tears: Some(Few)",
        r"feel: Some(Lighter)",
        r#"film_ended_at: Some("2026-11-22T22:12:00+01:00")"#,
        r#"closed: Some("2026-11-22T22:12:00+01:00")"#,
        r"moment: Plus20",
        r"to_the_end: true",
    ] {
        assert!(month.contains(pressed), "{pressed} is not in\n{month}");
    }
    assert_eq!(
        month.matches("Some(3060)").count(),
        1,
        "the break at minute 51 is there, the tears that were a slip are not"
    );
    assert_eq!(month.matches("moment: ").count(), 2, "what was skipped is not a record");
    assert!(!home.files().iter().any(|(path, _)| path.contains("tmp")), "no litter");
}

#[test]
fn everything_can_be_skipped_with_enter_and_not_answered_stays_empty() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.press(Key::Enter);
    not_now(&mut world);
    go(&mut world, Key::ArrowRight, "The film is over");
    world.press(Key::Enter);
    not_now(&mut world);
    world.press_all(&[Key::Enter, Key::Enter]);
    assert_eq!(world.focused(), "Tonight", "OK once too often does not begin the next one");
    let month = home.month();
    assert!(!month.contains("tears:") && !month.contains("moment:"), "{month}");
    assert!(month.contains("closed: Some("));
}

#[test]
fn back_leads_out_of_every_stage_and_quitting_asks_while_something_runs() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.press(Key::Enter);
    world.press(Key::Escape);
    assert_eq!(world.focused(), "Begin the evening", "an evening that has not begun is left without a trace");
    assert!(world.app().model.run.is_none());

    world.press(Key::Enter);
    not_now(&mut world);
    world.press(Key::Enter);
    world.wait_min(5);
    world.press(Key::ArrowDown);
    world.press(Key::Backspace);
    assert_eq!(world.focused(), "Back to the film", "the pacing stops first");
    world.press(Key::Backspace);
    assert_eq!(world.focused(), "Tears", "out of the break, back at the film");
    world.press(Key::Backspace);
    go(&mut world, Key::ArrowDown, "Leave Sunshower");
    world.press(Key::Enter);
    assert_eq!(world.focused(), "Stay");
    world.press(Key::Backspace);
    assert!(world.app().model.run.is_some());
}

#[test]
fn a_later_check_in_is_there_while_the_last_page_is_left_open() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.press(Key::Enter);
    not_now(&mut world);
    go(&mut world, Key::ArrowRight, "The film is over");
    world.press(Key::Enter);
    not_now(&mut world);
    world.press(Key::Enter);
    assert_eq!(world.focused(), "The evening is over");
    world.wait_min(20);
    go(&mut world, Key::ArrowUp, "Check in");
    world.press_all(&[Key::Enter, Key::ArrowRight]);
    go(&mut world, Key::ArrowDown, "Keep this");
    world.press(Key::Enter);
    assert!(world.shows("Gently now"), "back where one was");
    assert!(home.month().contains("moment: Plus20"));
    assert!(!world.shows("The film ended about twenty minutes ago"));
}

#[test]
fn the_page_after_an_evening_stays_until_one_goes_on_and_is_gone_the_next_day() {
    let over = |home: &Home| {
        let mut world = World::open(home);
        world.ask(Command::Begin);
        world.ask(Command::Step(Step::SkipCheckIn));
        for step in [Step::StartFilm, Step::ItemOver, Step::SkipCheckIn, Step::AnswersDone, Step::Close] {
            world.ask(Command::Step(step));
        }
        assert!(world.shows("Be kind to yourself"), "{:?}", world.labels());
        world
    };
    let home = Home::new();
    let mut world = over(&home);
    world.ask(Command::Lay(Over::Talk));
    world.press(Key::Escape);
    world.ask(Command::Enter(Room::Shelf));
    world.press(Key::Escape);
    assert!(world.shows("Be kind to yourself"), "also after one talked, and looked elsewhere");
    world.choose("Plan another evening");
    assert!(world.shows("Begin the evening") && !world.shows("Be kind to yourself"));

    let home = Home::new();
    let mut world = over(&home);
    world.wait_min(20 * 60);
    assert!(world.shows("Begin the evening"), "the next day is another one: {:?}", world.labels());
}

#[test]
fn who_talks_or_takes_something_back_during_an_evening_stays_where_they_were() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Begin);
    go(&mut world, Key::ArrowDown, "Keep this");
    go(&mut world, Key::ArrowRight, "Someone to talk to");
    world.press(Key::Enter);
    world.press(Key::Escape);
    assert_eq!(world.focused(), "Someone to talk to", "and not on a slider, which OK would set");
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    for minute in [3, 9] {
        world.wait_min(minute);
        world.ask(Command::Step(Step::MarkTears));
    }
    world.ask(Command::Step(Step::ItemOver));
    world.ask(Command::Step(Step::SkipCheckIn));
    world.tab_to("Remove minute 12");
    world.press(Key::Enter);
    assert_ne!(world.focused(), "Go on", "OK once more must not leave the page");
    assert!(world.shows("How were the tears?") && world.shows("Remove minute 3"));
}

#[test]
fn with_large_text_a_page_after_the_film_begins_at_its_top() {
    let home = Home::new();
    let mut world = World::open(&home);
    let settings = Settings { text_percent: 200, ..world.app().model.settings.clone() };
    world.ask(Command::SetSettings(Box::new(settings)));
    world.ask(Command::Begin);
    for step in [Step::SkipCheckIn, Step::StartFilm, Step::ItemOver, Step::SkipCheckIn] {
        world.ask(Command::Step(step));
    }
    assert_eq!(world.focused(), "None tonight", "the first thing to answer, below the heading");
    let heading = world.harness.get_by_label("How were the tears?").rect();
    assert!(world.harness.ctx.content_rect().contains_rect(heading), "{heading:?}");
}
