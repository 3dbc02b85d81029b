//! Evenings that are cut off, closed over or run past midnight: nothing that was said is lost, and what only the person
//! can know is asked.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

mod support;

use std::time::Duration;

use chrono::TimeDelta;
use egui::Key;
use sunshower::app::command::Command;
use sunshower::clock::Clock;
use sunshower::evening::plan::{EveningPlan, Item};
use sunshower::evening::run::{Stage, Step};
use sunshower::evening::tears::Tears;
use sunshower::journal::entry::BreakKind;
use sunshower::store::{RealDisk, check};
use support::world::{EVENING, Home, World};

const MIN: Duration = Duration::from_mins(1);

/// Away for so long, in minutes: hardly at all, for a while, over night.
const AWAY: [i64; 3] = [1, 120, 540];

fn film() -> EveningPlan {
    EveningPlan {
        items: vec![Item { name: "Paper Boats".into(), runtime_min: Some(93), ..Item::default() }],
        ..EveningPlan::default()
    }
}

fn begun(home: &Home) -> World {
    let mut world = World::open(home);
    world.ask(Command::SetPlan(film()));
    world.ask(Command::Begin);
    world
}

/// At minute 39, with tears at minutes 20 and 33.
fn watching(home: &Home) -> World {
    let mut world = begun(home);
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    for minutes in [20, 13] {
        world.wait_min(minutes);
        world.ask(Command::Step(Step::MarkTears));
    }
    world.wait_min(6);
    world
}

fn film_over(home: &Home) -> World {
    let mut world = watching(home);
    world.wait_min(54);
    world.ask(Command::Step(Step::ItemOver));
    world
}

fn minute(world: &World) -> u32 {
    world.app().model.run.as_ref().expect("an evening runs").film.minute(world.clock.now().mono)
}

fn stage(world: &World) -> Stage {
    world.app().model.run.as_ref().expect("an evening runs").stage
}

fn film_runs(world: &World) -> bool {
    world.app().model.run.as_ref().expect("an evening runs").film.is_running()
}

/// The film seconds of the marks.
fn marks(world: &World) -> Vec<Option<u32>> {
    let run = world.app().model.run.as_ref().expect("an evening runs");
    run.evening.marks.iter().map(|mark| mark.film_secs).collect()
}

const BOTH: [Option<u32>; 2] = [Some(20 * 60), Some(33 * 60)];

fn assert_whole(home: &Home) {
    let report = check(&RealDisk, &home.places());
    assert!(report.is_fine(), "{report:?}");
    assert_eq!(report.counts.evenings, 1);
}

/// Ends the evening from wherever it is by the buttons that lead on, and finds it in the files.
fn to_the_end(world: &mut World, home: &Home) {
    for _ in 0..8 {
        let Some(run) = &world.app().model.run else { break };
        let on = match run.stage {
            Stage::Before | Stage::After => Step::SkipCheckIn,
            Stage::Watching => Step::ItemOver,
            Stage::Break => Step::EndBreak,
            Stage::Tears => Step::AnswersDone,
            Stage::Aftercare => Step::Close,
        };
        world.ask(Command::Step(on));
    }
    assert!(world.app().model.run.is_none(), "the evening ends");
    assert_whole(home);
    assert!(home.month().contains("closed: Some("));
}

#[test]
fn a_check_in_before_the_film_is_still_half_set() {
    for away in [0, 1, 120] {
        let home = Home::new();
        let mut world = begun(&home);
        world.press_all(&[Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft]);
        world.tab_to("tender");
        world.press(Key::Enter);
        let mut world = world.reopened_after(&home, away);
        assert_eq!(stage(&world), Stage::Before, "after {away} minutes");
        let feeling = &world.app().model.run.as_ref().unwrap().feeling;
        assert_eq!(
            (feeling.pleasant, feeling.stirred, feeling.words.as_slice()),
            (Some(40), None, &["tender".into()][..])
        );
        assert_eq!(world.focused(), "How pleasant");
        world.choose("Keep this");
        assert!(home.month().contains("pleasant: Some(40)"));
        to_the_end(&mut world, &home);
    }
}

#[test]
fn a_film_cut_off_for_a_moment_or_a_while_is_asked_about_and_stopped_is_where_it_was() {
    for away in [1, 120] {
        let home = Home::new();
        let world = watching(&home);
        let mut world = world.reopened_after(&home, away);
        assert!(world.shows("An evening was interrupted"));
        assert!(world.shows("Everything until then is here, with 2 marks for tears."));
        assert_eq!(world.focused(), "The film stopped: minute 39", "after {away} minutes");
        world.press(Key::Enter);
        assert_eq!((stage(&world), minute(&world), film_runs(&world)), (Stage::Watching, 39, false));
        assert_eq!(marks(&world), BOTH);
        assert!(world.shows("minute 39") && world.shows("paused"));
        assert_eq!(world.focused(), "The film goes on");
        world.press(Key::Enter);
        world.wait_min(2);
        assert_eq!(minute(&world), 41);
        to_the_end(&mut world, &home);
        assert!(home.month().contains("film_secs: Some(1980)"), "the marks are in the file");
    }
}

#[test]
fn a_film_that_went_on_is_as_far_as_it_would_be_but_not_past_its_end() {
    for (away, on) in [(1, 40), (20, 59), (120, 93)] {
        let home = Home::new();
        let world = watching(&home);
        let mut world = world.reopened_after(&home, away);
        world.choose(&format!("The film went on: minute {on}"));
        assert_eq!((stage(&world), minute(&world), film_runs(&world)), (Stage::Watching, on, true));
        assert_eq!(marks(&world), BOTH, "after {away} minutes");
        to_the_end(&mut world, &home);
    }
}

#[test]
fn a_film_of_last_night_is_asked_when_it_ended() {
    for (answer, ended) in [
        ("It ended about 22:03", Some("2026-11-22T22:03:00+01:00")),
        ("It ended at 21:09, when it was last seen", Some("2026-11-22T21:09:00+01:00")),
        ("It is still going on", None),
    ] {
        let home = Home::new();
        let world = watching(&home);
        let mut world = world.reopened_after(&home, 540);
        assert_eq!(world.focused(), "It ended about 22:03");
        world.choose(answer);
        assert_eq!(marks(&world), BOTH, "{answer}");
        match ended {
            Some(ended) => {
                assert_eq!(stage(&world), Stage::Tears, "how it was right after cannot be told any more");
                let evening = &world.app().model.run.as_ref().unwrap().evening;
                assert_eq!(evening.film_ended_at.unwrap().to_rfc3339(), ended);
                world.choose("A few");
            }
            None => assert_eq!((stage(&world), minute(&world)), (Stage::Watching, 93)),
        }
        to_the_end(&mut world, &home);
    }
}

#[test]
fn a_question_can_wait_for_another_start() {
    let home = Home::new();
    let world = watching(&home).reopened_after(&home, 10);
    assert!(world.shows("The film stopped: minute 39"));
    let mut world = world.reopened_after(&home, 10);
    assert!(world.shows("The film stopped: minute 39"));
    assert!(world.shows("The film went on: minute 59"));
    world.press(Key::Escape);
    assert!(world.shows("Leave Sunshower?"));
    world.press(Key::Escape);
    world.press(Key::F11);
    assert_eq!(world.focused(), "The film stopped: minute 39");
    world.press(Key::Enter);
    assert_eq!((minute(&world), marks(&world).as_slice()), (39, &BOTH[..]));
}

#[test]
fn the_menu_and_a_film_that_stands_ask_nothing() {
    for (menu, away) in [(true, 1), (false, 1), (true, 120), (false, 120)] {
        let home = Home::new();
        let mut world = watching(&home);
        world.ask(Command::Step(Step::PauseFilm));
        world.ask(Command::Menu(menu));
        let mut world = world.reopened_after(&home, away);
        assert_eq!((stage(&world), minute(&world), film_runs(&world)), (Stage::Watching, 39, false));
        assert_eq!(marks(&world), BOTH);
        to_the_end(&mut world, &home);
    }
}

#[test]
fn an_open_menu_over_a_running_film_is_asked_about_like_the_film() {
    let home = Home::new();
    let mut world = watching(&home);
    world.press(Key::Backspace);
    assert!(world.shows("The film clock runs."));
    let mut world = world.reopened_after(&home, 2);
    assert_eq!(world.focused(), "The film stopped: minute 39");
    world.press(Key::Enter);
    assert!(!world.app().model.menu_open);
    assert_eq!(marks(&world), BOTH);
}

#[test]
fn a_film_not_yet_started_waits() {
    for away in [1, 120] {
        let home = Home::new();
        let mut world = begun(&home);
        world.ask(Command::Step(Step::SkipCheckIn));
        let mut world = world.reopened_after(&home, away);
        assert_eq!(world.focused(), "The film is running");
        to_the_end(&mut world, &home);
    }
}

#[test]
fn a_break_goes_on_at_the_same_minute_and_asks_nothing() {
    for kind in BreakKind::ALL {
        for away in [1, 120] {
            let home = Home::new();
            let mut world = watching(&home);
            world.press(Key::ArrowDown);
            world.ask(Command::Step(Step::DoInBreak(kind)));
            world.wait_min(3);
            let mut world = world.reopened_after(&home, away);
            assert_eq!((stage(&world), minute(&world)), (Stage::Break, 39), "{kind:?} after {away} minutes");
            assert_eq!(marks(&world), BOTH);
            world.choose("Back to the film");
            world.wait_min(1);
            assert_eq!((minute(&world), film_runs(&world)), (40, true));
            to_the_end(&mut world, &home);
        }
    }
}

#[test]
fn a_break_of_last_night_is_asked_when_the_film_ended() {
    let home = Home::new();
    let mut world = watching(&home);
    world.press(Key::ArrowDown);
    let mut world = world.reopened_after(&home, 540);
    assert!(world.shows("An evening was interrupted"));
    world.choose("It is still going on");
    assert_eq!(marks(&world), BOTH);
    to_the_end(&mut world, &home);
}

#[test]
fn what_comes_after_the_film_goes_on_where_it_was_at_any_time() {
    for away in AWAY {
        let home = Home::new();
        let mut world = film_over(&home);
        world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
        let mut world = world.reopened_after(&home, away);
        if away < 4 * 60 {
            assert_eq!(stage(&world), Stage::After, "after {away} minutes");
            assert_eq!(world.app().model.run.as_ref().unwrap().feeling.pleasant, Some(55));
            world.choose("Keep this");
        }
        // Hours later nobody is asked how it was right then; what was half said of it is kept.
        assert_eq!(stage(&world), Stage::Tears, "after {away} minutes");
        assert!(home.month().contains("pleasant: Some(55)"), "{}", home.month());

        world.choose("A few");
        world.choose("Lighter");
        let mut world = world.reopened_after(&home, away);
        assert_eq!(stage(&world), Stage::Tears);
        assert_eq!(world.app().model.run.as_ref().unwrap().evening.tears, Some(Tears::Few));
        world.choose("Go on");

        world.tab_to("How far have you come?");
        world.write_anew("Further than");
        world.tab_to("One small joy for the days ahead: people, nature, something new");
        world.write_anew("ring A");
        let mut world = world.reopened_after(&home, away);
        assert_eq!(stage(&world), Stage::Aftercare);
        assert_eq!(world.value_of("How far have you come?").as_deref(), Some("Further than"));
        world.tab_to("How far have you come?");
        world.write_anew("Further than yesterday.");
        assert_eq!(marks(&world), BOTH);
        to_the_end(&mut world, &home);
        let month = home.month();
        assert!(month.contains("Further than yesterday.") && month.contains("ring A"), "{month}");
        let world = world.reopened_after(&home, 1);
        assert!(world.app().model.run.is_none() && world.app().model.found.is_none(), "it is over for good");
    }
}

#[test]
fn a_closed_lid_while_the_film_runs_is_asked_about() {
    for (answer, on, runs) in [("The film stopped: minute 39", 39, false), ("The film went on: minute 59", 59, true)] {
        let home = Home::new();
        let mut world = watching(&home);
        world.clock.sleep(20 * MIN);
        world.settle();
        assert!(world.shows("The film stopped: minute 39") && world.shows("The film went on: minute 59"));
        world.choose(answer);
        assert_eq!((minute(&world), film_runs(&world), marks(&world).as_slice()), (on, runs, &BOTH[..]));
        let mut world = world.reopened_after(&home, 0);
        assert_eq!((minute(&world), marks(&world).as_slice()), (on, &BOTH[..]), "and it is kept");
        to_the_end(&mut world, &home);
    }
}

#[test]
fn a_crash_over_the_question_of_a_closed_lid_loses_nothing() {
    let home = Home::new();
    let mut world = watching(&home);
    world.clock.sleep(20 * MIN);
    world.settle();
    world.press(Key::F11);
    let mut world = world.reopened_after(&home, 5);
    assert!(world.shows("The film went on: minute 64"));
    world.choose("The film stopped: minute 39");
    assert_eq!(marks(&world), BOTH);
}

#[test]
fn a_closed_lid_over_anything_but_a_running_film_asks_nothing() {
    type Prepare = fn(&mut World);
    let cases: [(&str, Prepare); 4] = [
        ("paused", |world| world.ask(Command::Step(Step::PauseFilm))),
        ("break", |world| world.ask(Command::Step(Step::TakeBreak))),
        ("after", |world| world.ask(Command::Step(Step::ItemOver))),
        ("tears", |world| {
            world.ask(Command::Step(Step::ItemOver));
            world.ask(Command::Step(Step::SkipCheckIn));
        }),
    ];
    for (name, prepare) in cases {
        let home = Home::new();
        let mut world = watching(&home);
        prepare(&mut world);
        let before = stage(&world);
        world.clock.sleep(20 * MIN);
        world.settle();
        assert!(world.app().model.found.is_none(), "{name}");
        assert_eq!((stage(&world), minute(&world), marks(&world).as_slice()), (before, 39, &BOTH[..]), "{name}");
    }
}

#[test]
fn a_blink_of_sleep_asks_nothing() {
    let home = Home::new();
    let mut world = watching(&home);
    world.clock.sleep(Duration::from_secs(5));
    world.settle();
    assert!(world.app().model.found.is_none());
    assert_eq!(minute(&world), 39);
}

#[test]
fn an_evening_over_midnight_and_over_the_end_of_a_month_stays_on_its_day() {
    let home = Home::new();
    let mut world = World::open_at(&home, "2026-11-30T23:10:00+01:00");
    world.ask(Command::SetPlan(film()));
    world.ask(Command::Begin);
    world.press(Key::ArrowRight);
    world.choose("Keep this");
    world.ask(Command::Step(Step::StartFilm));
    world.wait_min(80);
    world.ask(Command::Step(Step::MarkTears));
    let mut world = world.reopened_after(&home, 3);
    world.press(Key::Enter);
    world.ask(Command::Step(Step::ItemOver));
    world.press(Key::ArrowRight);
    world.choose("Keep this");
    world.choose("Wept");
    world.choose("Go on");
    world.tab_to("How far have you come?");
    world.write_anew("It is December.");
    world.choose("The evening is over");
    world.wait_min(20);
    world.choose("Check in");
    world.press(Key::ArrowLeft);
    world.choose("Keep this");

    let months: Vec<_> = home.files().into_iter().filter(|(path, _)| path.starts_with("journal/")).collect();
    assert_eq!(months.len(), 1, "one file: {:?}", months.iter().map(|(path, _)| path).collect::<Vec<_>>());
    assert!(months[0].0.ends_with("/2026-11.ron"));
    let month = &months[0].1;
    assert!(!month.contains("day: \"2026-12"), "{month}");
    assert!(month.contains("at: \"2026-12-01T00:30:00+01:00\""), "what happened after midnight says so");
    assert_eq!(month.matches("moment: ").count(), 3);
    assert!(check(&RealDisk, &home.places()).is_fine());
    let journal = &world.app().model.journal;
    assert!(journal.check_ins.iter().all(|check_in| check_in.day.to_string() == "2026-11-30"));

    // In the morning it is December, and the evening is still one of November.
    world.clock.advance(8 * 60 * MIN);
    world.settle();
    world.ask(Command::Enter(sunshower::app::nav::Room::Journal));
    assert!(world.shows("Paper Boats"));
    assert!(world.shows("Monday 30 November"));
}

#[test]
fn every_minute_of_a_running_film_is_kept_without_a_press() {
    let home = Home::new();
    let mut world = begun(&home);
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    for _ in 0..7 {
        let wait = world.rest();
        world.clock.advance(wait);
        world.settle();
    }
    let told = minute(&world);
    assert!(told >= 5);
    let wall = world.clock.now().wall;
    drop(world);
    let later = (wall + TimeDelta::minutes(30)).to_rfc3339();
    let world = World::open_at(&home, &later);
    assert!(world.shows(&format!("The film stopped: minute {told}")));
    assert!(EVENING < later.as_str());
}
