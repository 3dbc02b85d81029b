//! The same app in German, and back: the words, the clock, and what is found by what one reads.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

mod support;

use sunshower::app::command::Command;
use sunshower::app::nav::{Page, Room};
use sunshower::evening::check_in::{Feeling, Moment};
use sunshower::store::Settings;
use support::world::{Home, World};

fn set(world: &mut World, change: impl FnOnce(&mut Settings)) {
    let mut settings = world.app().model.settings.clone();
    change(&mut settings);
    world.ask(Command::SetSettings(Box::new(settings)));
    world.settle();
}

#[test]
fn the_language_changes_at_once_and_is_remembered() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Enter(Room::Settings));
    world.choose("Language Deutsch");
    assert!(world.shows("Einstellungen") && !world.shows("Settings"), "{:?}", world.labels());
    world.ask(Command::Enter(Room::Tonight));
    assert!(world.shows("Den Abend beginnen") && !world.shows("Begin the evening"), "{:?}", world.labels());
    let again = world.reopened_after(&home, 5);
    assert!(again.shows("Einstellungen"));
}

#[test]
fn charts_and_lists_that_were_worked_out_before_are_said_anew() {
    let home = Home::new();
    let mut world = World::open(&home);
    let feeling = Feeling { pleasant: Some(40), stirred: None, words: vec!["sad".into()] };
    world.ask(Command::KeepCheckIn { id: None, evening: None, moment: Moment::Free, feeling });
    world.ask(Command::Enter(Room::Insights));
    assert!(world.shows("One check-in"), "{:?}", world.labels());
    set(&mut world, |settings| settings.language = Some("de".into()));
    assert!(world.shows("Eine Momentaufnahme") && !world.shows("One check-in"), "{:?}", world.labels());
}

#[test]
fn what_one_reads_is_what_one_can_search_for() {
    let home = Home::new();
    let mut world = World::open(&home);
    let feeling = Feeling { pleasant: Some(40), stirred: None, words: vec!["sad".into()] };
    world.ask(Command::KeepCheckIn { id: None, evening: None, moment: Moment::Free, feeling });
    set(&mut world, |settings| settings.language = Some("de".into()));
    world.ask(Command::Enter(Room::Journal));
    world.tab_to("Suchen");
    world.paste("traurig");
    assert!(world.labels().iter().any(|label| label.contains("traurig") && label.contains("Momentaufnahme")));
}

#[test]
fn the_clock_may_begin_anew_at_noon() {
    let home = Home::new();
    let mut world = World::open(&home);
    assert!(world.shows("20:30"), "{:?}", world.labels());
    set(&mut world, |settings| settings.twelve_hours = Some(true));
    assert!(world.shows("8:30 pm") && !world.shows("20:30"), "{:?}", world.labels());
    world.ask(Command::Open(Page::Start));
    world.choose("At another time");
    assert_eq!(world.value_of("Time").as_deref(), Some("8:30 pm"), "{:?}", world.labels());
}
