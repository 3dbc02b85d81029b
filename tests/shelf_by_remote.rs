//! The shelf by four arrows and Enter: choosing for tonight, planning ahead, and a series over an evening.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

mod support;

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use egui::Key;
use sunshower::evening::plan::Breaks;
use sunshower::evening::run::Stage;
use support::world::{Home, World, go, not_now};

/// The name on the row that has the focus.
fn name_of_row(world: &World) -> String {
    world.focused().split(", ").next().unwrap_or_default().to_owned()
}

#[test]
fn someone_tired_has_tonight_chosen_and_fitted_in_a_few_presses() {
    let home = Home::new();
    let mut world = World::open(&home);
    let mut presses = 0;
    let mut walk = |world: &mut World, towards: Key, name: &str| {
        for _ in 0..25 {
            if world.focused().contains(name) {
                return;
            }
            presses += 1;
            world.press(towards);
        }
        panic!("{name} was not reached; at {}", world.focused());
    };
    walk(&mut world, Key::ArrowUp, "Choose");
    world.press(Key::Enter);
    assert!(world.shows("Choose for tonight") && world.shows("Fits before 23:30"));
    walk(&mut world, Key::ArrowRight, "Let it all out");
    world.press(Key::Enter);
    walk(&mut world, Key::ArrowDown, "Fits before 23:30");
    walk(&mut world, Key::ArrowDown, "fits: ends ");
    let chosen = name_of_row(&world);
    assert!(world.focused().contains("fits: ends "), "in words: {}", world.focused());
    world.press(Key::Enter);
    assert_eq!(world.focused(), "Watch this tonight", "one press more");
    world.press(Key::Enter);
    assert!(world.shows(&chosen) && world.shows("fits"));
    assert_eq!(world.app().model.tonight.plan.items.len(), 1);
    assert_eq!(world.focused(), "Begin the evening");
    world.press(Key::Enter);
    assert!(presses <= 20, "{presses} presses");
    let run = world.app().model.run.as_ref().expect("it runs");
    let title = run.evening.plan.items[0].title_id.clone().expect("from the shelf");
    assert!(world.app().model.catalogue.iter().any(|known| known.id == title && known.name == chosen));
}

#[test]
fn an_evening_is_planned_for_next_friday_and_it_says_so_when_its_time_comes() {
    let home = Home::new();
    let mut world = World::open(&home);
    go(&mut world, Key::ArrowRight, "Keep it for later");
    world.press(Key::Enter);
    assert!(world.shows("When"));
    go(&mut world, Key::ArrowDown, "Sunday 29 November");
    go(&mut world, Key::ArrowLeft, "Friday 27 November");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Keep it for then");
    world.press(Key::Enter);
    let when = world.app().model.journal.open_plans().next().expect("kept").when.expect("for a time");
    assert_eq!((when.weekday(), when.to_string().as_str()), (Weekday::Fri, "2026-11-27 20:30:00"));

    // Monday comes and nothing is said. On Friday it is, an hour before, and quietly.
    let mut world = world.reopened_after(&home, 24 * 60);
    assert!(!world.shows("Kept for 20:30"));
    world = world.reopened_after(&home, 4 * 24 * 60 - 30);
    assert!(world.shows("Kept for 20:30"), "{:?}", world.labels());
    world.wait_min(31);
    assert!(world.shows("It is time for"));
    go(&mut world, Key::ArrowUp, "Take it up");
    world.press(Key::Enter);
    assert!(!world.shows("It is time for"), "what is taken up need not be said");
}

#[test]
fn two_evenings_at_one_time_are_told_and_both_may_stay() {
    let home = Home::new();
    let mut world = World::open(&home);
    for _ in 0..2 {
        go(&mut world, Key::ArrowRight, "Keep it for later");
        world.press(Key::Enter);
        let collides = world.shows("At that time another evening is kept");
        assert_eq!(collides, world.app().model.journal.open_plans().count() == 1);
        go(&mut world, Key::ArrowDown, "Keep it for then");
        world.press(Key::Enter);
    }
    assert_eq!(world.app().model.journal.open_plans().count(), 2);
}

#[test]
fn a_weekly_evening_keeps_the_next_one_when_it_begins_and_a_copy_is_one_of_its_own() {
    let home = Home::new();
    let mut world = World::open(&home);
    go(&mut world, Key::ArrowRight, "Keep it for later");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Keep it for then");
    world.press(Key::Enter);
    let id = world.app().model.journal.open_plans().next().expect("kept").id;
    world.ask(sunshower::app::command::Command::TakePlan(id));
    world.choose("Starts Monday 23 November, 20:30");
    go(&mut world, Key::ArrowDown, "Every week");
    world.press(Key::Enter);
    assert!(world.app().model.journal.plans.get(id).expect("there").weekly);
    go(&mut world, Key::ArrowDown, "Copy to another day");
    world.press(Key::Enter);
    let copy = world.app().model.tonight.id.expect("the copy is taken up");
    assert!(copy != id && world.shows("Copied."));
    assert!(!world.app().model.journal.plans.get(copy).expect("kept").weekly, "a copy is for once");

    // Begun by mistake, left, and begun again.
    for _ in 0..2 {
        world.ask(sunshower::app::command::Command::TakePlan(id));
        world.ask(sunshower::app::command::Command::Begin);
        world.ask(sunshower::app::command::Command::Back);
    }
    world.ask(sunshower::app::command::Command::TakePlan(id));
    world.ask(sunshower::app::command::Command::Begin);
    let kept: BTreeSet<String> =
        world.app().model.journal.open_plans().filter_map(|plan| plan.when).map(|when| when.to_string()).collect();
    assert_eq!(kept, BTreeSet::from(["2026-11-23 20:30:00".into(), "2026-11-30 20:30:00".into()]));
}

#[test]
fn a_series_is_added_and_two_episodes_are_watched_with_a_break() {
    let home = Home::new();
    let mut world = World::open(&home);
    go(&mut world, Key::ArrowLeft, "Tonight");
    go(&mut world, Key::ArrowDown, "Shelf");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowRight, "Choose for tonight");
    go(&mut world, Key::ArrowRight, "Add a title");
    world.press(Key::Enter);
    assert_eq!(world.focused(), "Name");
    world.paste("Small Hours");
    go(&mut world, Key::ArrowDown, "Film");
    go(&mut world, Key::ArrowRight, "Series");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Length of an episode");
    world.paste("24");
    go(&mut world, Key::ArrowDown, "Keep it");
    world.press(Key::Enter);
    assert!(world.shows("It is on the shelf.") && world.shows("Next: season 1, episode 1"));

    go(&mut world, Key::ArrowUp, "Episodes tonight");
    world.press(Key::ArrowRight);
    go(&mut world, Key::ArrowDown, "Watch 2 episodes tonight");
    world.press(Key::Enter);
    let plan = world.app().model.tonight.plan.clone();
    assert_eq!(plan.breaks, Breaks::BetweenItems);
    assert_eq!(plan.items.iter().map(|item| item.episode).collect::<Vec<_>>(), [Some(1), Some(2)]);
    assert_eq!(world.focused(), "Begin the evening");
    world.press(Key::Enter);
    not_now(&mut world);
    assert_eq!(world.focused(), "The film is running");
    world.press(Key::Enter);
    world.wait_min(25);
    assert_eq!(world.app().model.run.as_ref().map(|run| run.stage), Some(Stage::Watching));
    assert!(world.shows("Small Hours"), "{:?}", world.labels());
    go(&mut world, Key::ArrowRight, "This one is over");
    world.press(Key::Enter);
    assert_eq!(world.app().model.run.as_ref().map(|run| run.stage), Some(Stage::Break), "a break between the two");
    world.wait_min(5);
    go(&mut world, Key::ArrowRight, "Go on");
    world.press(Key::Enter);
    world.wait_min(24);
    go(&mut world, Key::ArrowRight, "The film is over");
    world.press(Key::Enter);
    not_now(&mut world);
    go(&mut world, Key::ArrowDown, "Go on");
    world.press(Key::Enter);
    world.press(Key::Enter);
    assert!(world.app().model.run.is_none());

    // The next time the third one is proposed. The evening that is over leaves the focus beside the page.
    go(&mut world, Key::ArrowDown, "Shelf");
    world.press(Key::Enter);
    world.tab_to("Search the shelf");
    world.paste("small");
    go(&mut world, Key::ArrowDown, "Everything");
    go(&mut world, Key::ArrowRight, "Added by me");
    world.press(Key::Enter);
    go(&mut world, Key::ArrowDown, "Small Hours, Series · 24 min · Seen");
    world.press(Key::Enter);
    assert!(world.shows("Next: season 1, episode 3"));
}
