//! What was: kept, found again, changed, deleted and brought back, by keys, with the files to prove it.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

mod support;

use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Vec2, ViewportCommand, ViewportId};
use sunshower::app::command::Command;
use sunshower::app::launch::write_demo;
use sunshower::app::nav::Room;
use sunshower::clock::{Clock, ManualClock, Wall};
use sunshower::evening::plan::{EveningPlan, Item};
use sunshower::evening::run::Step;
use sunshower::journal::entry::Evening;
use sunshower::store::{Disk, RealDisk, check};
use support::world::{EVENING, Home, World, go};

fn to_room(world: &mut World, room: &str) {
    world.choose(room);
}

/// Opens a check-in, wakes the first slider and moves it by so many steps more, and keeps it.
fn check_in(world: &mut World, steps: usize) {
    world.choose("Check in now");
    world.tab_to("How pleasant, not set");
    world.press_all(&vec![Key::ArrowRight; steps + 1]);
    world.choose("Keep this");
}

/// Nothing is wrong in the folder. Says how much there is of what.
fn assert_fine(home: &Home) -> sunshower::store::Count {
    let report = check(&RealDisk, &home.places());
    assert!(report.is_fine(), "{report:?}");
    report.counts
}

/// An evening with everything in it, closed at 22:20, and the journal open.
fn after_an_evening(home: &Home) -> World {
    let mut world = World::open(home);
    let plan = EveningPlan {
        items: vec![Item { name: "Paper Boats".into(), runtime_min: Some(93), ..Item::default() }],
        ..EveningPlan::default()
    };
    world.ask(Command::SetPlan(plan));
    world.ask(Command::Begin);
    world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
    world.choose("tender");
    world.choose("Keep this");
    world.ask(Command::Step(Step::StartFilm));
    world.wait_min(39);
    world.ask(Command::Step(Step::MarkTears));
    world.wait_min(54);
    world.ask(Command::Step(Step::ItemOver));
    world.press_all(&[Key::ArrowLeft, Key::ArrowLeft]);
    world.choose("Keep this");
    world.choose("A few");
    world.choose("Go on");
    world.tab_to("How far have you come?");
    world.write_anew("Further than yesterday.");
    world.tab_to("One small joy for the days ahead: people, nature, something new");
    world.write_anew("ring Ana");
    world.choose("The evening is over");
    to_room(&mut world, "Journal");
    world
}

/// Opens the evening's page from the journal.
fn open_evening(world: &mut World) {
    world.choose("Paper Boats, 20:30 · A few");
    assert!(world.shows("How it was"));
}

fn the_evening(world: &World) -> Evening {
    world.app().model.journal.evenings.iter().next().expect("one").clone()
}

#[test]
fn how_it_is_now_is_kept_from_the_journal_by_arrows_alone() {
    let home = Home::new();
    let mut world = World::open(&home);
    go(&mut world, Key::ArrowLeft, "Tonight");
    go(&mut world, Key::ArrowDown, "Journal");
    world.press(Key::Enter);
    assert!(world.shows("Nothing here yet."));
    world.press(Key::ArrowRight);
    go(&mut world, Key::ArrowUp, "Check in now");
    world.press(Key::Enter);
    assert!(world.shows("Any time is a good time to look."));
    world.press_all(&[Key::ArrowRight, Key::ArrowRight, Key::ArrowRight]);
    world.press(Key::ArrowDown);
    assert_eq!(world.focused(), "How stirred up, not set");
    world.press(Key::Enter);
    world.press(Key::ArrowDown);
    go(&mut world, Key::ArrowRight, "peaceful");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Keep this");
    world.press(Key::Enter);
    assert!(world.shows("Check-in: peaceful"));
    assert!(world.shows("Sunday 22 November"));
    assert_eq!(world.focused(), "Check in now", "back where one was");

    let month = home.month();
    for kept in ["pleasant: Some(60)", "stirred: Some(50)", "\"peaceful\"", "at: Some(\"2026-11-22T20:30:00+01:00\")"] {
        assert!(month.contains(kept), "{kept} is not in\n{month}");
    }
    assert!(!month.contains("evening: Some("), "it belongs to no evening");
    assert_eq!(assert_fine(&home).check_ins, 1);
}

#[test]
fn a_check_in_without_an_answer_is_no_record() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_room(&mut world, "Journal");
    world.choose("Check in now");
    world.choose("Keep this");
    assert!(world.shows("Nothing here yet."));
    world.choose("Check in now");
    world.tab_to("How pleasant, not set");
    world.press(Key::ArrowRight);
    world.choose("Not now");
    assert!(world.shows("Nothing here yet."));
    world.choose("Check in now");
    world.tab_to("How pleasant, not set");
    assert_eq!(assert_fine(&home).check_ins, 0);
}

#[test]
fn a_page_that_is_opened_anew_begins_at_its_beginning() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_room(&mut world, "Journal");
    for left_by in ["Keep this", "Not now"] {
        world.choose("Check in now");
        assert_eq!(world.focused(), "How pleasant, not set");
        world.press(Key::ArrowRight);
        world.choose(left_by);
        assert_eq!(world.focused(), "Check in now", "back where one was");
    }
    world.choose("Check in now");
    assert_eq!(world.focused(), "How pleasant, not set", "so that arrows answer at once, whatever it was left by");
}

#[test]
fn a_check_in_that_was_left_by_back_is_there_for_the_day_and_starts_unset_the_next() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_room(&mut world, "Journal");
    world.choose("Check in now");
    world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
    world.tab_to("A word of your own");
    world.write_anew("a bit");
    world.press(Key::Escape);
    world.choose("Check in now");
    assert_eq!(world.value_of("A word of your own").as_deref(), Some("a bit"), "a wrong key loses nothing");
    let mut world = world.reopened_after(&home, 1);
    to_room(&mut world, "Journal");
    world.choose("Check in now");
    assert_eq!(world.value_of("A word of your own").as_deref(), Some("a bit"), "nor does a crash");
    world.press(Key::Escape);
    world.clock.advance(Duration::from_hours(24));
    world.settle();
    world.choose("Check in now");
    assert!(world.shows("How pleasant, not set"), "{:?}", world.labels());
    assert_eq!(world.value_of("A word of your own").unwrap_or_default(), "");
}

/// From the present evening's film to its tears.
fn to_tears(world: &mut World) {
    while world.app().model.run.as_ref().expect("it runs").next().is_some() {
        world.ask(Command::Step(Step::ItemOver));
    }
    world.ask(Command::Step(Step::ItemOver));
    world.ask(Command::Step(Step::SkipCheckIn));
}

#[test]
fn what_was_half_chosen_in_one_evening_is_not_half_chosen_in_the_next() {
    let home = Home::new();
    let mut world = World::open(&home);
    let part = |key: u32| Item { key, name: format!("Part {key}"), runtime_min: Some(24), ..Item::default() };
    world.ask(Command::SetPlan(EveningPlan { items: (0..3).map(part).collect(), ..EveningPlan::default() }));
    world.ask(Command::Begin);
    world.tab_to("A word of your own");
    world.write_anew("a bit");
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    to_tears(&mut world);
    world.choose("Add tears I did not mark");
    world.tab_to("Film minute");
    world.press(Key::ArrowRight);
    world.ask(Command::Step(Step::AnswersDone));
    world.ask(Command::Step(Step::Close));
    world.clock.advance(Duration::from_hours(24));
    world.settle();

    world.ask(Command::Begin);
    assert_eq!(world.value_of("A word of your own").unwrap_or_default(), "");
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    to_tears(&mut world);
    assert!(!world.shows("Film minute"), "nobody asked to add tears here: {:?}", world.labels());
    world.choose("Add tears I did not mark");
    world.choose("Add");
    let model = &world.app().model;
    let marks = model.run.as_ref().expect("it runs").evening.marks.iter().map(|mark| Some(mark.item));
    let items: Vec<_> = marks.chain(model.journal.cries.iter().map(|cry| cry.item)).collect();
    assert_eq!(items, [Some(0)], "in something that was watched");
}

#[test]
fn a_new_plan_begins_with_nothing_typed() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.choose("Name it");
    world.tab_to("Length");
    world.write_anew("long");
    world.choose("Done");
    world.ask(Command::SetWhen(Some(world.clock.now().wall.naive_local() + chrono::TimeDelta::days(1))));
    world.ask(Command::KeepPlan);
    world.choose("Name it");
    assert_eq!(world.value_of("Length").unwrap_or_default(), "");
    assert!(!world.shows("That is not a length yet."));
}

#[test]
fn a_check_in_is_changed_deleted_and_brought_back() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_room(&mut world, "Journal");
    world.choose("Check in now");
    world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
    world.choose("Keep this");
    world.choose("Check-in, 20:30");
    world.press(Key::Tab);
    world.tab_to("How pleasant");
    world.press(Key::ArrowRight);
    world.choose("Keep this");
    assert!(home.month().contains("pleasant: Some(60)"), "{}", home.month());
    assert_eq!(assert_fine(&home).check_ins, 1, "changed, not kept twice");

    world.choose("Check-in, 20:30");
    world.choose("Delete this check-in");
    assert!(world.shows("Deleted.") && world.shows("Nothing here yet."));
    assert!(home.month().contains("deleted: true") && !home.month().contains("pleasant"), "{}", home.month());
    assert_eq!(assert_fine(&home).check_ins, 0);
    world.choose("Undo");
    assert!(world.shows("Check-in, 20:30") && !world.shows("Deleted."));
    assert!(home.month().contains("pleasant: Some(60)"), "{}", home.month());
    assert_eq!(assert_fine(&home).check_ins, 1);
}

#[test]
fn tears_outside_an_evening_are_logged_with_what_one_likes_to_say_and_moved_to_yesterday() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_room(&mut world, "Journal");
    world.choose("Log tears");
    assert!(world.shows("Logged for Sunday 22 November."));
    assert_eq!(assert_fine(&home).tears, 1, "the fact alone is kept at once");
    for answer in ["Wept", "Moved", "Relieved", "With someone", "Closeness, beauty"] {
        world.choose(answer);
    }
    world.choose("Relieved");
    world.tab_to("How long");
    world.press_all(&[Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight]);
    assert_eq!(world.value_of("How long").as_deref(), Some("5 min"));
    world.tab_to("In your own words");
    world.write_anew("The neighbours sang.");
    world.tab_to("The day");
    world.press(Key::ArrowLeft);
    assert_eq!(world.value_of("The day").as_deref(), Some("Saturday 21 November"));
    world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
    assert_eq!(world.value_of("The day").as_deref(), Some("Sunday 22 November"), "not into the future");
    world.press(Key::ArrowLeft);
    world.choose("Done");
    assert!(world.shows("Saturday 21 November"));
    assert!(world.shows("Tears · Wept · The neighbours sang., no time"));

    let month = home.month();
    for kept in [
        "day: \"2026-11-21\"",
        "tears: Some(Wept)",
        "Moved",
        "company: Some(WithSomeone)",
        "reason: Some(Harmony)",
        "minutes: Some(5)",
        "note: \"The neighbours sang.\"",
    ] {
        assert!(month.contains(kept), "{kept} is not in\n{month}");
    }
    assert!(!month.contains("Relieved"), "taken back by the same press");
    assert_eq!(assert_fine(&home).tears, 1);
}

#[test]
fn tears_moved_into_another_month_are_in_its_file_alone() {
    let home = Home::new();
    let mut world = World::open_at(&home, "2026-12-01T20:30:00+01:00");
    to_room(&mut world, "Journal");
    world.choose("Log tears");
    world.tab_to("The day");
    world.press(Key::ArrowLeft);
    world.choose("Done");
    let holding: Vec<_> = home.files().into_iter().filter(|(_, text)| text.contains("cries: [\n")).collect();
    assert_eq!(holding.len(), 1, "{holding:?}");
    assert!(holding[0].0.ends_with("2026-11.ron"));
    assert_eq!(assert_fine(&home).tears, 1);
    let world = world.reopened_after(&home, 1);
    assert_eq!(world.app().model.journal.cries.len(), 1);
}

#[test]
fn a_slip_is_taken_back() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_room(&mut world, "Journal");
    world.choose("Log tears");
    world.choose("It was a slip");
    assert!(world.shows("Deleted.") && world.shows("Nothing here yet."));
    assert_eq!(assert_fine(&home).tears, 0);
    world.choose("Undo");
    assert_eq!(assert_fine(&home).tears, 1);
}

#[test]
fn an_evening_of_the_past_is_opened_and_its_answers_change() {
    let home = Home::new();
    let mut world = after_an_evening(&home);
    open_evening(&mut world);
    assert!(world.shows("20:30 to 22:03"));
    assert_eq!(world.value_of("Film minute of moment 1").as_deref(), Some("minute 39"));
    world.choose("Wept");
    world.choose("Lighter");
    world.choose("Someone was with me");
    let evening = the_evening(&world);
    assert_eq!(
        format!("{:?} {:?} {:?}", evening.tears, evening.feel, evening.chips),
        "Some(Wept) Some(Lighter) [WithSomeone]"
    );
    world.choose("Wept");
    assert_eq!(the_evening(&world).tears, None, "the same answer again takes it back");
    world.choose("Paper Boats, 1 h 33 · rename");
    world.write_anew("Paper Boats, at last");
    world.press(Key::Enter);
    world.choose("Remove: Moment 1");
    assert!(world.shows("minute 39, removed"));
    world.choose("Put it back: Moment 1");
    world.choose("Done");
    assert!(world.shows("Paper Boats, at last"));
    let month = home.month();
    for kept in ["name: \"Paper Boats, at last\"", "feel: Some(Lighter)", "film_secs: Some(2340)"] {
        assert!(month.contains(kept), "{kept} is not in\n{month}");
    }
    assert!(!month.contains("tears: Some("));
    assert_fine(&home);
}

#[test]
fn what_was_written_is_read_and_written_on() {
    let home = Home::new();
    let mut world = after_an_evening(&home);
    open_evening(&mut world);
    assert!(world.shows("ring Ana"));
    world.choose("Reflection: Further than yesterday., open");
    assert_eq!(world.value_of("How far have you come?").as_deref(), Some("Further than yesterday."));
    world.tab_to("How far have you come?");
    world.write_anew("Further than last week.");
    world.choose("Done");
    assert!(world.shows("Reflection: Further than last week."));
    assert!(home.month().contains("Further than last week."));
    assert_fine(&home);
}

#[test]
fn tears_remembered_later_go_to_their_minute_and_do_not_make_two_cries_of_one_evening() {
    let home = Home::new();
    let mut world = after_an_evening(&home);
    let before = assert_fine(&home).tears;
    open_evening(&mut world);
    world.choose("Add tears I remember");
    world.tab_to("Film minute");
    world.press(Key::ArrowRight);
    assert_eq!(world.value_of("Film minute").as_deref(), Some("minute 46"), "begins in the middle");
    world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
    world.choose("Done");
    assert!(world.shows("Tears, minute 48"));
    let month = home.month();
    assert!(month.contains("film_secs: Some(2880)"), "{month}");
    let evening = the_evening(&world).id;
    let cries: Vec<_> = world.app().model.journal.cries.iter().collect();
    assert_eq!((cries.len(), cries[0].evening, cries[0].item), (1, Some(evening), Some(0)));
    assert_eq!(cries[0].day.to_string(), "2026-11-22");
    assert!(assert_fine(&home).tears >= before);
}

#[test]
fn an_evening_is_deleted_with_all_that_hangs_on_it_and_undo_brings_everything_back() {
    let home = Home::new();
    let mut world = after_an_evening(&home);
    open_evening(&mut world);
    world.choose("Add tears I remember");
    world.choose("Done");
    let counts = assert_fine(&home);
    let told = |world: &World| {
        let journal = &world.app().model.journal;
        let evening = journal.evenings.iter().next().map(|evening| Evening {
            rev: sunshower::journal::record::Rev(0, evening.rev.1.clone()),
            after: Vec::new(),
            ..evening.clone()
        });
        let sizes = [journal.check_ins.len(), journal.cries.len(), journal.reflections.len(), journal.joys.len()];
        (evening, sizes)
    };
    let before = told(&world);
    assert_eq!(before.1, [2, 1, 1, 1]);

    world.choose("Delete this evening");
    assert!(world.shows("Deleted."));
    assert!(!world.shows("Paper Boats"));
    assert_eq!(told(&world), (None, [0; 4]));
    let month = home.month();
    for gone in ["Paper Boats", "Further than", "ring Ana", "tender", "film_secs"] {
        assert!(!month.contains(gone), "{gone} is still in\n{month}");
    }
    assert_eq!(assert_fine(&home).evenings, 0);

    world.choose("Undo");
    assert_eq!(told(&world), before);
    assert_eq!(assert_fine(&home), counts);
    let world = world.reopened_after(&home, 1);
    assert_eq!(told(&world), before, "and so it is after the next start");
}

#[test]
fn what_was_deleted_stays_deleted_after_the_next_start() {
    let home = Home::new();
    let mut world = after_an_evening(&home);
    open_evening(&mut world);
    world.choose("Delete this evening");
    let mut world = world.reopened_after(&home, 1);
    assert_eq!(world.app().model.journal.evenings.len(), 0);
    to_room(&mut world, "Journal");
    assert!(!world.shows("Undo") && world.shows("Nothing here yet."));
}

#[test]
fn an_evening_is_kept_for_a_day_and_time_opened_changed_deleted_brought_back_and_begun() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.choose("Name it");
    world.tab_to("Name");
    world.write_anew("Paper Boats");
    world.choose("Done");
    world.choose("Keep it for later");
    assert!(world.shows("At another time"), "it asks when");
    world.choose("At another time");
    let when = world.app().model.tonight.when.map(|when| when.to_string());
    assert_eq!(when.as_deref(), Some("2026-11-23 20:30:00"), "half past eight has come already");
    world.choose("Wednesday 25 November");
    world.tab_to("Time");
    world.press(Key::ArrowLeft);
    assert_eq!(world.value_of("Time").as_deref(), Some("20:15"));
    world.choose("Done");
    world.choose("Keep it for later");
    assert!(world.shows("Kept for later."));
    let row = "Paper Boats, Wednesday 25 November, 20:15";
    assert!(world.shows(row));
    assert!(world.shows("Something moving"), "and there is a new plan to make");
    let plans = || home.files().into_iter().find(|(path, _)| path.starts_with("plans/")).expect("a file of plans").1;
    assert!(plans().contains("when: Some(\"2026-11-25T20:15:00\")"), "{}", plans());
    assert_eq!(assert_fine(&home).planned, 1);
    let id = world.app().model.journal.open_plans().next().expect("one").id;

    let mut world = world.reopened_after(&home, 10);
    world.choose(row);
    assert!(world.shows("An evening to come"));
    world.choose("Intention");
    world.tab_to("Intention");
    world.write_anew("To let the week go");
    world.choose("Done");
    world.choose("Keep it for later");
    assert!(plans().contains("To let the week go"), "{}", plans());
    assert_eq!(assert_fine(&home).planned, 1, "changed, not kept twice");

    world.choose(row);
    world.choose("Delete this plan");
    assert!(!world.shows(row));
    assert_eq!(assert_fine(&home).planned, 0);
    world.choose("Undo");
    assert!(world.shows(row));
    assert!(plans().contains("To let the week go"));

    // Three days later it is begun, and is an evening with the same name for ever.
    let mut world = world.reopened_after(&home, 3 * 24 * 60);
    assert!(world.shows(&format!("{row}, past")));
    world.choose(&format!("{row}, past"));
    world.choose("Begin the evening");
    world.choose("Not now");
    let run = world.app().model.run.as_ref().expect("it runs");
    assert_eq!((run.evening.id, run.evening.plan.intention.as_str()), (id, "To let the week go"));
    assert_eq!(run.evening.day.to_string(), "2026-11-25");
    for step in [Step::StartFilm, Step::ItemOver, Step::SkipCheckIn, Step::AnswersDone, Step::Close] {
        world.ask(Command::Step(step));
    }
    assert!(!world.shows("Kept for later") && !world.shows(row));
    let counts = assert_fine(&home);
    assert_eq!((counts.planned, counts.evenings), (0, 1));
    let world = world.reopened_after(&home, 1);
    assert!(!world.shows(row));
}

#[test]
fn an_evening_of_a_plan_that_was_left_at_once_leaves_the_plan() {
    let home = Home::new();
    let mut world = World::open(&home);
    let later = world.clock.now().wall.naive_local() + chrono::TimeDelta::days(2);
    world.ask(Command::SetWhen(Some(later)));
    world.ask(Command::KeepPlan);
    let id = world.app().model.journal.open_plans().next().expect("one").id;
    world.ask(Command::TakePlan(id));
    world.choose("Begin the evening");
    assert_eq!(world.app().model.journal.open_plans().count(), 0);
    world.press(Key::Escape);
    let open: Vec<_> = world.app().model.journal.open_plans().map(|plan| plan.id).collect();
    assert_eq!(open, [id]);
    assert_eq!(world.app().model.journal.plans.get(id).expect("kept").when, Some(later));
    let counts = assert_fine(&home);
    assert_eq!((counts.planned, counts.evenings), (1, 0));
}

#[test]
fn half_past_midnight_belongs_to_the_evening_before() {
    let home = Home::new();
    let mut world = World::open_at(&home, "2026-11-23T00:30:00+01:00");
    assert!(world.shows("Sunday 22 November"));
    to_room(&mut world, "Journal");
    check_in(&mut world, 0);
    assert!(world.shows("Sunday 22 November") && !world.shows("Monday"));
    let month = home.month();
    assert!(month.contains("day: \"2026-11-22\"") && month.contains("2026-11-23T00:30:00+01:00"), "{month}");
    assert!(!month.contains("day: \"2026-11-23\""), "{month}");

    // At four a new day begins.
    world.clock.advance(Duration::from_mins(3 * 60 + 29));
    world.settle();
    check_in(&mut world, 0);
    assert!(!world.shows("Monday 23 November"), "03:59");
    world.wait_min(1);
    check_in(&mut world, 0);
    assert!(world.shows("Monday 23 November"), "04:00, {:?}", world.labels());

    // Moving the hour changes what comes, not what is kept.
    to_room(&mut world, "Settings");
    world.tab_to("When a day starts");
    world.press(Key::ArrowRight);
    assert_eq!(world.value_of("When a day starts").as_deref(), Some("A day starts at 05:00"));
    to_room(&mut world, "Journal");
    check_in(&mut world, 0);
    let days: Vec<String> = {
        let mut check_ins: Vec<_> = world.app().model.journal.check_ins.iter().collect();
        check_ins.sort_by_key(|check_in| (check_in.at, check_in.rev.0));
        check_ins.iter().map(|check_in| check_in.day.to_string()).collect()
    };
    assert_eq!(days, ["2026-11-22", "2026-11-22", "2026-11-23", "2026-11-22"]);
    assert_fine(&home);
}

#[test]
fn the_charts_say_how_many_there_are_and_the_tables_have_the_same_numbers() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_room(&mut world, "Journal");
    // Two with a height, and one without, which no chart of heights can show.
    for presses in [3_usize, 5] {
        world.choose("Check in now");
        world.tab_to("How pleasant, not set");
        world.press(Key::Home);
        world.press_all(&vec![Key::ArrowRight; presses]);
        world.choose("Keep this");
        world.wait_min(10);
    }
    world.choose("Check in now");
    world.choose("tired");
    world.choose("Keep this");
    world.choose("Log tears");
    world.choose("Done");
    world.choose("Log tears");
    world.tab_to("The day");
    world.press(Key::ArrowLeft);
    world.choose("Done");

    to_room(&mut world, "Insights");
    assert!(world.shows("2 check-ins, dots only until there are ten"));
    let summary = "2 check-ins on 22 November lie between 15 and 25, where 0 is unpleasant and 100 is pleasant.";
    assert!(world.shows(summary), "{:?}", world.labels());
    assert!(world.shows("2 outside evenings (outlined)"));
    let sentences: Vec<_> = world.labels().into_iter().filter(|label| label.starts_with("Tears came")).collect();
    assert!(
        !sentences.is_empty()
            && sentences.iter().all(|sentence| sentence.starts_with("Tears came 2 times in one week"))
    );
    world.choose("Look closer at mood");
    world.choose("As a table");
    assert!(world.shows("2 check-ins on one day"));
    assert!(world.shows("22 November: 2 check-ins between 15 and 25, average 20"), "{:?}", world.labels());
    world.press(Key::Backspace);
    assert_eq!(world.focused(), "As a table", "back where one was");
    world.press(Key::Backspace);
    world.choose("Look closer at tears");
    world.choose("As a table");
    assert!(world.shows("0 in evenings, 2 outside"), "{:?}", world.labels());
}

#[test]
fn the_charts_of_a_year_agree_with_the_journal() {
    let home = Home::new();
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    write_demo(&disk, &home.places(), 1, false, &*clock).expect("an empty folder");
    let mut world = World::open_with(home.places(), disk, clock, Vec2::new(1920.0, 1080.0));
    world.ask(Command::Enter(Room::Insights));
    world.choose("everything");
    let heights = world.app().model.journal.check_ins.iter().filter(|one| one.pleasant.is_some()).count();
    assert!(world.shows(&format!("{heights} check-ins, a 7-day line through them")), "{:?}", world.labels());
    assert!(world.labels().iter().any(|label| label.starts_with(&format!("{heights} check-ins from"))));
    let tears = assert_fine(&home).tears;
    assert!(
        world.labels().iter().any(|label| label.starts_with(&format!("Tears came {tears} times in"))),
        "the same tears as anywhere else: {tears}"
    );
    world.choose("Look closer at mood");
    world.choose("As a table");
    assert!(world.shows(&format!("{heights} check-ins on")));
    world.choose("Earlier");
    assert!(world.shows("Page 2 of"));
}

#[test]
fn f11_asks_for_the_whole_screen_until_it_is_and_leads_out_again() {
    let home = Home::new();
    let mut world = World::open(&home);
    let is = |world: &mut World, fullscreen| {
        world.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().fullscreen = Some(fullscreen);
    };
    let asks = |world: &mut World| {
        world.harness.step();
        let commands = &world.harness.output().viewport_output[&ViewportId::ROOT].commands;
        commands.iter().find_map(|command| if let ViewportCommand::Fullscreen(on) = command { Some(*on) } else { None })
    };
    is(&mut world, false);
    world.press(Key::F11);
    for _ in 0..3 {
        assert_eq!(asks(&mut world), Some(true), "asked for until it is there");
    }
    is(&mut world, true);
    world.harness.run_steps(2);
    assert_eq!(asks(&mut world), None);
    world.press(Key::F11);
    assert_eq!(asks(&mut world), Some(false));
    is(&mut world, false);
    world.harness.run_steps(2);
    assert_eq!(asks(&mut world), None);
    to_room(&mut world, "Settings");
    world.choose("Whole screen on or off");
    assert_eq!(asks(&mut world), Some(true));
    assert!(home.files().is_empty(), "looking in leaves nothing behind");
}
