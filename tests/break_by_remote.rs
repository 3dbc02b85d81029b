//! Breaks by four arrows, Enter and Backspace: offered, moved, taken, left; and breathing in its own room.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

mod support;

use std::time::Duration;

use egui::{Key, ViewportId};
use sunshower::app::command::Command;
use sunshower::app::nav::Room;
use sunshower::evening::plan::{Breaks, EveningPlan, Item};
use sunshower::evening::run::{Stage, Step};
use sunshower::journal::entry::{BreakKind, Helped};
use sunshower::sound::Bed;
use sunshower::store::Settings;
use sunshower::system::sound::Ends;
use support::world::{Home, World, go};

/// A film of 93 minutes, with a break planned every half hour, that has begun.
fn watch(world: &mut World) {
    let items = vec![Item { name: "Paper Boats".into(), runtime_min: Some(93), ..Item::default() }];
    world.ask(Command::SetPlan(EveningPlan { items, breaks: Breaks::Every(30), ..EveningPlan::default() }));
    world.ask(Command::Begin);
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
}

fn settings(world: &mut World, change: impl FnOnce(&mut Settings)) {
    let mut settings = world.app().model.settings.clone();
    change(&mut settings);
    world.ask(Command::SetSettings(Box::new(settings)));
}

fn stage(world: &World) -> Option<Stage> {
    world.app().model.run.as_ref().map(|run| run.stage)
}

fn wait_secs(world: &mut World, secs: u64) {
    world.clock.advance(Duration::from_secs(secs));
    world.settle();
}

/// Into a break after so many minutes of film.
fn to_a_break_after_min(world: &mut World, minutes: u64) {
    watch(world);
    world.wait_min(minutes);
    world.press(Key::ArrowDown);
}

/// To the last minute of a film whose break was moved to its end.
fn to_the_end_of_a_film_with_a_break_put_off(world: &mut World) {
    watch(world);
    world.wait_min(30);
    go(world, Key::ArrowRight, "At the end");
    world.press(Key::Enter);
    world.wait_min(63);
}

#[test]
fn a_planned_break_is_one_quiet_line_and_can_be_moved_or_left_out() {
    let home = Home::new();
    let mut world = World::open(&home);
    watch(&mut world);
    world.wait_min(29);
    assert!(!world.shows("Break now"));
    world.wait_min(1);
    assert_eq!(world.focused(), "Tears", "OK still marks tears");
    go(&mut world, Key::ArrowRight, "In 10 minutes");
    world.press(Key::Enter);
    assert!(!world.shows("Break now"));
    world.wait_min(9);
    assert!(!world.shows("Break now"));
    world.wait_min(1);
    assert!(world.shows("Break now"), "ten minutes later it is there again");
    go(&mut world, Key::ArrowRight, "Break now");
    world.press(Key::Enter);
    assert_eq!(stage(&world), Some(Stage::Break));
    world.press_all(&[Key::Backspace, Key::Backspace]);
    world.wait_min(20);
    assert!(world.shows("Break now"), "the next planned one");
    go(&mut world, Key::ArrowRight, "Not tonight");
    world.press(Key::Enter);
    for _ in 0..32 {
        world.wait_min(1);
        assert!(!world.shows("Break now"));
    }
}

#[test]
fn a_break_moved_to_the_end_comes_before_the_check_in() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_the_end_of_a_film_with_a_break_put_off(&mut world);
    go(&mut world, Key::ArrowRight, "The film is over");
    world.press(Key::Enter);
    assert!(world.shows("The film is over. Stay as long as you like."));
    world.wait_min(5);
    assert_eq!(world.focused(), "Go on");
    world.press(Key::Enter);
    assert_eq!(stage(&world), Some(Stage::After));
}

#[test]
fn back_stops_the_pacing_at_once_and_only_the_person_ends_the_break() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_a_break_after_min(&mut world, 12);
    assert!(world.shows("Breathe in"), "one press, and there is the breath");
    wait_secs(&mut world, 5);
    assert!(world.shows("Breathe out"));
    world.press(Key::ArrowLeft);
    assert!(world.shows("Breathe out"), "arrows only move the focus");
    world.press(Key::Backspace);
    assert!(!world.shows("Breathe out") && world.shows("Nothing to do"), "the pacing is gone, the break is not");
    world.wait_min(180);
    assert_eq!(stage(&world), Some(Stage::Break), "nothing ends it but the person");
    world.press(Key::Backspace);
    assert!(world.shows("minute 12"), "the film waited");
}

#[test]
fn everything_that_can_be_done_is_there_and_what_helped_is_kept() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_a_break_after_min(&mut world, 12);
    go(&mut world, Key::ArrowLeft, "Just sit");
    go(&mut world, Key::ArrowUp, "Stretch");
    world.press(Key::Enter);
    assert!(world.shows("Let your shoulders fall"));
    world.tab_to("Another one");
    for _ in 0..8 {
        world.press(Key::Enter);
    }
    assert!(world.shows("Let your shoulders fall"), "eight of them, then the first again");
    wait_secs(&mut world, 40);
    world.tab_to("Sip");
    world.press_all(&[Key::Enter, Key::Enter]);
    assert!(world.shows("A few sips"), "OK once too often does not lead out of the break");
    assert_eq!(world.focused(), "Sip");
    wait_secs(&mut world, 40);
    world.choose("Walk");
    assert!(world.shows("The way back to the film stays here"));
    wait_secs(&mut world, 40);
    world.choose("Easier");
    world.tab_to("Back to the film");
    world.press(Key::Enter);
    let run = world.app().model.run.as_ref().expect("the film goes on");
    let taken = &run.evening.breaks[0];
    assert_eq!(taken.kinds, [BreakKind::Stretch, BreakKind::Sip, BreakKind::Walk]);
    assert_eq!((taken.helped, taken.minutes, taken.breathed_secs), (Some(Helped::Easier), 2, 0));
}

#[test]
fn four_breaths_of_four_seven_eight_are_enough_and_it_is_not_chosen_again_by_itself() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_a_break_after_min(&mut world, 12);
    world.choose("Breath and sound");
    world.choose("Four, seven, eight");
    assert!(world.shows("4 breaths are enough") && world.shows("For this time only"));
    world.choose("Done");
    wait_secs(&mut world, 5);
    assert!(world.shows("Hold"));
    wait_secs(&mut world, 70);
    assert!(world.shows("Breathe out"), "still the fourth breath");
    wait_secs(&mut world, 1);
    assert!(world.shows("That was 4 breaths, and enough of this one for now."));
    assert_eq!(stage(&world), Some(Stage::Break), "the break stays open, unpaced");
    wait_secs(&mut world, 300);
    world.press(Key::Backspace);
    let run = world.app().model.run.as_ref().expect("the film goes on");
    let breathed = run.evening.breaks[0].breathed_secs;
    assert_eq!(breathed, 76, "what came after was sitting, not breathing");
    world.wait_min(2);
    world.press(Key::ArrowDown);
    assert!(world.shows("Longer out-breath"), "a hold is never chosen by the app");
}

#[test]
fn a_way_of_ones_own_is_made_with_the_remote_and_nonsense_is_refused() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Enter(Room::Breathe));
    world.choose("Make your own");
    world.choose("Keep it");
    assert!(world.shows("A name is missing"));
    world.tab_to("Name");
    world.write_anew("before sleep");
    world.tab_to("In");
    for _ in 0..6 {
        world.press(Key::ArrowLeft);
    }
    assert_eq!(world.value_of("In").as_deref(), Some("In: 1.5 s"), "no further than makes sense");
    world.tab_to("Out");
    for _ in 0..20 {
        world.press(Key::ArrowLeft);
    }
    assert_eq!(world.value_of("Out").as_deref(), Some("Out: 1.5 s"));
    assert!(world.shows("A whole breath takes at least 5 seconds."));
    world.choose("Keep it");
    assert!(world.shows("A way of your own") && world.shows("It cannot be kept like this yet"));
    assert_eq!(world.app().model.journal.patterns.iter().count(), 0);
    world.tab_to("In");
    world.press(Key::ArrowRight);
    world.tab_to("Out");
    for _ in 0..9 {
        world.press(Key::ArrowRight);
    }
    assert!(world.shows("Breathe in") || world.shows("Breathe out"), "the breath beside it as it will be");
    world.choose("Keep it");
    assert!(world.shows("2 in, 6 out") && world.shows("before sleep"));

    let mut world = world.reopened_after(&home, 1);
    to_a_break_after_min(&mut world, 5);
    assert!(world.shows("before sleep · 2 in, 6 out"), "and breaks breathe this way");
    world.press_all(&[Key::Backspace, Key::Backspace]);
    world.ask(Command::Step(Step::LeaveFilm));
    let id = world.app().model.journal.patterns.iter().next().expect("kept").id;
    world.ask(Command::Delete(id));
    assert_eq!(world.app().model.pattern_now().id, "longer-out");
    world.ask(Command::Undo);
    assert_eq!(world.app().model.pattern_now().name.as_deref(), Some("before sleep"));
}

#[test]
fn a_minute_in_the_room_ends_on_an_out_breath_and_is_kept() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Enter(Room::Breathe));
    world.choose("1 min");
    settings(&mut world, |settings| settings.bed = Some(Bed::Rain));
    world.tab_to("Begin");
    world.press(Key::Enter);
    wait_secs(&mut world, 59);
    assert!(world.shows("Breathe out"));
    wait_secs(&mut world, 61);
    assert!(world.shows("That was 6 breaths."));
    assert_eq!(world.heard.borrow().last(), Some(&(None, Ends::Gently)), "nobody left");
    let kept = world.app().model.journal.breaths.iter().next().expect("kept");
    assert_eq!((kept.secs, kept.pattern.as_str()), (60, "longer-out"), "not the minute after");
    assert_eq!(world.focused(), "Once more");
}

#[test]
fn the_way_out_of_a_break_is_not_kept_as_sitting() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_a_break_after_min(&mut world, 12);
    world.wait_min(5);
    world.press_all(&[Key::Backspace, Key::Backspace]);
    world.press(Key::ArrowDown);
    world.wait_min(5);
    world.ask(Command::Step(Step::DoInBreak(BreakKind::Sit)));
    world.wait_min(1);
    world.ask(Command::Step(Step::DoInBreak(BreakKind::Breathe)));
    wait_secs(&mut world, 10);
    world.ask(Command::Step(Step::DoInBreak(BreakKind::Walk)));
    world.wait_min(1);
    world.press(Key::Backspace);
    let breaks = &world.app().model.run.as_ref().expect("the film goes on").evening.breaks;
    assert_eq!((&breaks[0].kinds[..], breaks[0].breathed_secs), (&[BreakKind::Breathe][..], 300));
    let all = [BreakKind::Breathe, BreakKind::Sit, BreakKind::Walk];
    assert_eq!((&breaks[1].kinds[..], breaks[1].breathed_secs), (&all[..], 310), "five minutes are not lost");
}

#[test]
fn a_way_with_a_hold_is_for_one_time_also_in_the_room() {
    let home = Home::new();
    let mut world = World::open(&home);
    let now = |world: &World| world.app().model.pattern_now().id;
    world.ask(Command::Enter(Room::Breathe));
    world.choose("Box");
    assert!(world.shows("For this time only") && now(&world) == "box");
    world.ask(Command::Breathe(true));
    wait_secs(&mut world, 40);
    world.ask(Command::Breathe(false));
    assert_eq!(world.app().model.journal.breaths.iter().next().expect("kept").pattern, "box");
    assert_eq!(now(&world), "longer-out", "once is once");
    world.choose("Box");
    world.press(Key::Backspace);
    world.ask(Command::Enter(Room::Breathe));
    assert_eq!(now(&world), "longer-out", "whoever left and comes back did not ask for it");
}

#[test]
fn the_breath_beside_a_new_way_moves_until_nobody_looks() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Enter(Room::Breathe));
    world.choose("Make your own");
    assert!(world.rest() <= Duration::from_millis(40), "it moves");
    settings(&mut world, |settings| settings.reduced_motion = true);
    assert!(world.rest() <= Duration::from_millis(500));
    world.wait_min(6);
    assert!(world.rest() > Duration::from_hours(1), "a page that was left open is still");
}

#[test]
fn a_break_after_the_film_is_not_taken_up_the_day_after() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_the_end_of_a_film_with_a_break_put_off(&mut world);
    world.ask(Command::Step(Step::ItemOver));
    world.wait_min(2);
    world.ask(Command::Step(Step::BreakHelped(Helped::Easier)));
    let world = world.reopened_after(&home, 20 * 60);
    assert_eq!(stage(&world), Some(Stage::Tears), "how the tears were can still be said; how it is now is another day");
    let run = world.app().model.run.as_ref().expect("found");
    assert_eq!((run.evening.breaks.len(), run.evening.breaks[0].minutes, run.pause.is_some()), (1, 2, false));
    assert!(world.app().model.pace.is_none());
}

#[test]
fn after_a_night_with_the_lid_closed_nothing_plays_before_somebody_presses() {
    let home = Home::new();
    let mut world = World::open(&home);
    settings(&mut world, |settings| settings.bed = Some(Bed::Rain));
    watch(&mut world);
    world.press(Key::ArrowDown);
    wait_secs(&mut world, 60);
    world.clock.sleep(Duration::from_hours(9));
    world.settle();
    assert_eq!(world.heard.borrow().last(), Some(&(None, Ends::Gently)));
    assert!(!world.awake.get() && world.shows("Nothing to do"), "and nothing is paced");
    world.press(Key::ArrowUp);
    assert!(world.heard.borrow().last().is_some_and(|(heard, _)| heard.is_some()) && world.awake.get());
}

#[test]
fn silence_by_default_and_what_was_chosen_ends_with_the_break() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_a_break_after_min(&mut world, 5);
    assert!(world.heard.borrow().is_empty(), "off until somebody wants it");
    settings(&mut world, |settings| (settings.bed, settings.cues) = (Some(Bed::Rain), true));
    let last = |world: &World| world.heard.borrow().last().cloned().expect("asked");
    let heard = last(&world).0.expect("rain");
    assert_eq!((heard.scene.bed, heard.cues.is_some()), (Some(Bed::Rain), true));
    world.press(Key::Backspace);
    let heard = last(&world).0.expect("still rain");
    assert_eq!((heard.scene.bed, heard.cues), (Some(Bed::Rain), None), "no cues without a pace");
    world.press(Key::Backspace);
    assert_eq!(last(&world), (None, Ends::AtOnce), "the film is not to be rained on");
    let asked = world.heard.borrow().len();
    world.wait_min(10);
    assert_eq!(world.heard.borrow().len(), asked, "and it is asked for nothing more");
}

#[test]
fn a_window_nobody_sees_is_silent_and_keeps_nothing_awake() {
    let home = Home::new();
    let mut world = World::open(&home);
    settings(&mut world, |settings| settings.bed = Some(Bed::Pad));
    watch(&mut world);
    world.press(Key::ArrowDown);
    assert!(world.awake.get());
    let minimize = |world: &mut World, hidden: bool| {
        let viewport = world.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.minimized = Some(hidden);
        world.settle();
    };
    minimize(&mut world, true);
    assert_eq!(world.heard.borrow().last(), Some(&(None, Ends::AtOnce)));
    assert!(!world.awake.get());
    minimize(&mut world, false);
    assert!(world.heard.borrow().last().is_some_and(|(heard, _)| heard.is_some()) && world.awake.get());
}

#[test]
fn soft_music_is_there_before_and_after_and_fades_into_the_film() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Begin);
    world.choose("Soft music");
    let heard = world.heard.borrow().last().and_then(|(heard, _)| heard.clone()).expect("music");
    assert_eq!(heard.scene.bed, Some(Bed::Pad));
    assert!(world.awake.get(), "a guided step runs");
    world.ask(Command::Step(Step::SkipCheckIn));
    assert_eq!(world.heard.borrow().last(), Some(&(None, Ends::Gently)));
    assert!(!world.awake.get());
    for step in [Step::StartFilm, Step::LeaveFilm, Step::SkipCheckIn, Step::AnswersDone] {
        world.ask(Command::Step(step));
    }
    assert!(world.shows("Soft music") && world.heard.borrow().last().is_some_and(|(heard, _)| heard.is_none()));
    world.choose("Soft music");
    world.ask(Command::Back);
    assert!(world.shows("Soft music"), "where it plays it can be stopped");
    world.ask(Command::Step(Step::AnswersDone));
    world.ask(Command::Step(Step::Close));
    world.ask(Command::Begin);
    assert!(!world.app().model.music, "the next evening begins in silence");
}

#[test]
fn the_screen_stays_awake_for_a_break_and_no_longer_than_somebody_may_be_there() {
    let home = Home::new();
    let mut world = World::open(&home);
    watch(&mut world);
    world.wait_min(5);
    assert!(!world.awake.get(), "while the film runs its player sees to that");
    world.press(Key::ArrowDown);
    assert!(world.awake.get());
    world.ask(Command::Step(Step::DoInBreak(BreakKind::Walk)));
    assert!(world.awake.get(), "nobody comes back to a dark screen");
    world.press(Key::Backspace);
    assert!(!world.awake.get());
    world.press(Key::ArrowDown);
    world.ask(Command::Step(Step::DoInBreak(BreakKind::Sit)));
    assert!(world.rest() <= Duration::from_hours(1), "the app wakes up by itself to let go");
    world.wait_min(61);
    assert!(!world.awake.get(), "whoever fell asleep may sleep");
    assert_eq!(stage(&world), Some(Stage::Break));
}

#[test]
fn a_crash_in_the_break_breathes_on_in_the_same_break() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_a_break_after_min(&mut world, 12);
    wait_secs(&mut world, 90);
    let mut world = world.reopened_after(&home, 3);
    assert!(world.shows("Breathe in") && world.shows("breath 1"));
    wait_secs(&mut world, 30);
    world.press_all(&[Key::Backspace, Key::Backspace]);
    let taken = &world.app().model.run.as_ref().expect("the film goes on").evening.breaks[0];
    assert_eq!(taken.breathed_secs, 120, "it was kept each minute, and the last half of one too");
}

#[test]
fn what_does_not_move_costs_nothing() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_a_break_after_min(&mut world, 5);
    assert!(world.rest() <= Duration::from_millis(40), "the breath is drawn all the time");
    for kind in [BreakKind::Stretch, BreakKind::Walk, BreakKind::Sip, BreakKind::Sit] {
        world.ask(Command::Step(Step::DoInBreak(kind)));
        assert!(world.rest() > Duration::from_mins(50), "{kind:?}");
    }
    settings(&mut world, |settings| settings.reduced_motion = true);
    world.ask(Command::Step(Step::DoInBreak(BreakKind::Breathe)));
    let pause = world.rest();
    assert!(pause > Duration::from_millis(500) && pause <= Duration::from_secs(1), "a picture for each count");
}
