//! Insights and the journal with four arrows, OK and Back: charts are read point by point, what is asked is answered, the
//! past is found, changed and taken along.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

mod support;

use std::sync::Arc;

use egui::{Key, Vec2};
use sunshower::app::command::Command;
use sunshower::app::launch::write_demo;
use sunshower::app::nav::{Chart, Page, Room};
use sunshower::clock::{ManualClock, Wall};
use sunshower::evening::check_in::Moment;
use sunshower::insights::facts::Facts;
use sunshower::journal::entry::{CheckIn, Cry, Evening, Joy};
use sunshower::store::{Disk, RealDisk};
use support::world::{Home, World, go};

const EVENING: &str = "2026-11-22T20:30:00+01:00";

/// A journal of a year.
fn a_year(home: &Home) -> World {
    a_year_of(home, false)
}

fn a_year_of(home: &Home, dense: bool) -> World {
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    write_demo(&disk, &home.places(), 1, dense, &*clock).expect("an empty folder");
    let mut places = home.places();
    places.copy_dirs.extend(home.data_dir().parent().map(std::path::Path::to_path_buf));
    World::open_with(places, disk, clock, Vec2::new(1920.0, 1080.0))
}

fn on_chart(world: &mut World, chart: Chart) {
    world.ask(Command::Enter(Room::Insights));
    world.ask(Command::Open(Page::Chart(chart)));
}

/// Begins one of the rarer things of the journal.
fn begin(world: &mut World, name: &str) {
    world.ask(Command::Enter(Room::Journal));
    world.choose("More");
    world.choose(name);
}

/// What is said of the point the cursor is at.
fn read(world: &World) -> String {
    let focused = world.focused();
    world.value_of(&focused).unwrap_or_default()
}

#[test]
fn the_cursor_walks_from_dot_to_dot_and_ok_opens_the_evening_behind_one() {
    let home = Home::new();
    let mut world = a_year(&home);
    on_chart(&mut world, Chart::Mood);
    assert_eq!(read(&world), "", "nothing is chosen yet");
    world.press(Key::ArrowLeft);
    let last = read(&world);
    assert!(last.contains("of 100"), "{last:?}");
    world.press(Key::ArrowLeft);
    assert_ne!(read(&world), last);
    world.press(Key::ArrowRight);
    assert_eq!(read(&world), last);
    for _ in 0..40 {
        let was = world.app().model.nav.page();
        world.press(Key::Enter);
        if matches!(world.app().model.nav.page(), Some(Page::Evening(_))) {
            world.press(Key::Backspace);
            assert_eq!(world.app().model.nav.page(), was);
            return;
        }
        if world.app().model.nav.page() != was {
            world.press(Key::Backspace);
        }
        world.press(Key::ArrowLeft);
    }
    panic!("no dot had an evening behind it");
}

#[test]
fn every_chart_says_its_n_a_sentence_and_has_a_table_behind_it() {
    let home = Home::new();
    let mut world = a_year(&home);
    world.ask(Command::Enter(Room::Insights));
    world.choose("everything");
    for chart in Chart::ALL {
        world.ask(Command::Enter(Room::Insights));
        world.ask(Command::Open(Page::Chart(chart)));
        let (n, sentence) = match chart {
            Chart::Mood => ("check-ins, a 7-day line", "lie between"),
            Chart::Tears => ("in evenings", "Tears came"),
            Chart::Around => ("with tears,", "The middle of your evenings"),
            Chart::Moves => ("evenings that say", "with tears most often"),
            Chart::Times => ("the hour is known of", "most often"),
            Chart::Pauses => ("min of breathing", "min in breaks and"),
            Chart::Year => ("something is known of", "how it was, and"),
        };
        assert!(world.shows(n) && world.shows(sentence), "{chart:?}: {:?}", world.labels());
        assert!(!world.focused().is_empty(), "{chart:?}: nothing is focused");
        world.choose("As a table");
        assert!(world.shows("as a table"), "{chart:?}: {:?}", world.labels());
        let with_numbers = |label: &&String| label.chars().any(|c| c.is_ascii_digit());
        let rows = world.labels().iter().filter(with_numbers).count();
        assert!(rows >= 5, "{chart:?} has an empty table: {:?}", world.labels());
        world.press(Key::Backspace);
        assert_eq!(world.app().model.nav.page(), Some(Page::Chart(chart)));
    }
}

#[test]
fn whether_it_is_more_than_usual_and_what_others_report_is_only_said_when_asked() {
    let home = Home::new();
    let mut world = a_year_of(&home, true);
    on_chart(&mut world, Chart::Tears);
    assert!(!world.shows("of the last 4 weeks") && !world.shows("31 countries"));
    world.choose("More than usual?");
    assert!(world.shows("of the 12 weeks before it was about"), "{:?}", world.labels());
    assert!(world.shows("ps and downs"), "that ups and downs are common is said with it");
    world.choose("More than usual?");
    assert!(!world.shows("of the last 4 weeks"));
    world.choose("What do others report?");
    assert!(world.shows("There is no right amount.") && world.shows("Vingerhoets and Becht 2002"));
    assert!(!world.shows("Women and men apart"), "not before there are lines");
    world.choose("Faint lines in the chart");
    assert!(world.shows("Women and men apart"));
}

#[test]
fn under_six_evenings_there_is_no_answer_and_no_line() {
    let home = Home::new();
    let mut world = World::open(&home);
    let today = "2026-11-22".parse().expect("a day");
    let journal = &mut world.app_mut().model.journal;
    for _ in 0..3 {
        let evening: Evening = journal.create(today, None);
        let id = evening.id;
        journal.put(Evening { tears: Some(sunshower::evening::tears::Tears::Wept), ..evening });
        for (moment, pleasant) in [(Moment::Before, 30), (Moment::Plus90, 80)] {
            let check_in =
                CheckIn { evening: Some(id), moment, pleasant: Some(pleasant), ..journal.create(today, None) };
            journal.put(check_in);
        }
    }
    world.app_mut().model.revision += 1;
    on_chart(&mut world, Chart::Around);
    assert!(world.shows("3 of 6 evenings with tears"), "{:?}", world.labels());
    assert!(!world.shows("brighter"));
}

#[test]
fn paused_tracking_asks_for_nothing_hides_the_charts_and_is_one_press_away() {
    let home = Home::new();
    let mut world = a_year(&home);
    world.ask(Command::Enter(Room::Settings));
    world.choose("Pause tracking");
    world.ask(Command::Enter(Room::Insights));
    assert!(world.shows("Tracking is paused") && !world.shows("check-ins"));

    world.ask(Command::Enter(Room::Tonight));
    world.ask(Command::Begin);
    assert!(world.shows("Whenever you are ready"), "no check-in before: {:?}", world.labels());
    world.ask(Command::Step(sunshower::evening::run::Step::StartFilm));
    world.wait_min(10);
    world.ask(Command::Step(sunshower::evening::run::Step::ItemOver));
    assert!(!world.shows("How is it now?"), "and none after: {:?}", world.labels());
    world.press(Key::Backspace);
    assert!(world.shows("minute 10"), "Back leads to the film, and not into a circle: {:?}", world.labels());
    world.ask(Command::Step(sunshower::evening::run::Step::ItemOver));
    world.ask(Command::Step(sunshower::evening::run::Step::AnswersDone));
    world.ask(Command::Step(sunshower::evening::run::Step::Close));
    let before = world.app().model.journal.check_ins.len();

    world.ask(Command::Enter(Room::Insights));
    world.choose("Go on tracking");
    assert!(world.shows("Look closer at mood"));
    assert_eq!(world.app().model.journal.check_ins.len(), before, "nothing was deleted");
}

#[test]
fn a_table_is_of_what_was_chosen_beside_its_chart() {
    let home = Home::new();
    let mut world = a_year(&home);
    on_chart(&mut world, Chart::Year);
    world.choose("As a table");
    assert!(world.shows("2026:"), "{:?}", world.labels());
    world.press(Key::Backspace);
    world.tab_to("Year");
    world.press(Key::ArrowLeft);
    world.choose("As a table");
    assert!(world.shows("2025:") && !world.shows("2026:"), "{:?}", world.labels());
}

#[test]
fn what_is_remembered_the_next_morning_belongs_to_its_moment_and_not_to_the_morning() {
    let home = Home::new();
    let mut world = World::open(&home);
    let now: Wall = EVENING.parse().expect("a time");
    let journal = &mut world.app_mut().model.journal;
    let mut evening: Evening = journal.create(now.date_naive(), Some(now));
    (evening.began, evening.film_ended_at) = (Some(now), Some(now + chrono::TimeDelta::hours(2)));
    evening.closed = evening.film_ended_at;
    let id = evening.id;
    journal.put(evening);
    world.app_mut().model.revision += 1;
    world.wait_min(12 * 60);
    world.ask(Command::Open(Page::CheckIn { id: None, evening: Some(id), moment: Moment::Plus90 }));
    world.tab_to("How pleasant, not set");
    world.press(Key::ArrowRight);
    world.choose("Keep this");
    let journal = &world.app().model.journal;
    assert_eq!(journal.check_ins.iter().next().expect("kept").at, None);
    assert!(Facts::of(journal).evenings()[0].pleasant[3].is_some(), "it counts as ninety minutes later");
}

#[test]
fn deleting_far_down_in_the_list_leaves_the_person_there() {
    let home = Home::new();
    let mut world = World::open(&home);
    let journal = &mut world.app_mut().model.journal;
    for n in 0..200_i64 {
        let day = "2026-11-20".parse::<chrono::NaiveDate>().expect("a day") - chrono::TimeDelta::days(n);
        let check_in = CheckIn { words: vec![format!("word-{n}.")], ..journal.create(day, None) };
        journal.put(check_in);
    }
    world.app_mut().model.revision += 1;
    world.ask(Command::Enter(Room::Journal));
    go(&mut world, Key::ArrowDown, "Search");
    for _ in 0..60 {
        world.press(Key::ArrowDown);
    }
    let here = world.focused();
    world.press(Key::Enter);
    world.choose("Delete this check-in");
    let after = world.focused();
    assert!(after.contains("word-") && after != here, "{here} and then {after}");
    let n = |words: &str| -> i64 {
        let rest = words.split("word-").nth(1).expect("a row");
        rest.split('.').next().expect("a number").parse().expect("a number")
    };
    assert_eq!(n(&after), n(&here) + 1, "the one after it");
}

#[test]
fn something_is_found_by_the_beginning_of_a_word_and_filters_narrow_it() {
    let home = Home::new();
    let mut world = World::open(&home);
    let journal = &mut world.app_mut().model.journal;
    for n in 1..=60_u32 {
        let day = "2026-09-01".parse::<chrono::NaiveDate>().expect("a day") + chrono::TimeDelta::days(i64::from(n));
        let check_in = CheckIn { words: vec!["tired".into()], ..journal.create(day, None) };
        journal.put(check_in);
    }
    let cry = Cry { note: "On the train home".into(), ..journal.create("2026-10-03".parse().expect("a day"), None) };
    journal.put(cry);
    world.app_mut().model.revision += 1;
    world.ask(Command::Enter(Room::Journal));
    assert!(world.shows("61 things, newest first"));
    world.tab_to("Search");
    world.write_anew("tra ho");
    assert!(world.shows("One thing, newest first") && world.shows("On the train home"), "{:?}", world.labels());
    world.write_anew("nothing like this");
    assert!(world.shows("Nothing like this is in the journal."));
    world.choose("Show everything");
    world.choose("Narrow down");
    world.choose("With tears");
    assert!(world.shows("One thing, newest first"));
}

#[test]
fn the_list_goes_on_for_as_long_as_there_is_something() {
    let home = Home::new();
    let mut world = World::open(&home);
    let journal = &mut world.app_mut().model.journal;
    for n in 0..400_i64 {
        let day = "2026-11-20".parse::<chrono::NaiveDate>().expect("a day") - chrono::TimeDelta::days(n);
        let check_in = CheckIn { words: vec![format!("word-{n}")], ..journal.create(day, None) };
        journal.put(check_in);
    }
    world.app_mut().model.revision += 1;
    world.ask(Command::Enter(Room::Journal));
    assert!(world.labels().len() < 120, "only what can be seen is drawn");
    go(&mut world, Key::ArrowDown, "Search");
    for _ in 0..100 {
        world.press(Key::ArrowDown);
    }
    let focused = world.focused();
    let n: i64 =
        focused.split("word-").nth(1).and_then(|rest| rest.split(',').next()).expect("a row").parse().expect("n");
    assert!(n > 80, "a hundred presses lead far down: {focused}");
}

#[test]
fn an_evening_elsewhere_is_added_on_its_day_with_what_hangs_on_it() {
    let home = Home::new();
    let mut world = World::open(&home);
    begin(&mut world, "Add an evening");
    world.choose("Change what was watched");
    world.tab_to("Name");
    world.write_anew("Departures");
    world.choose("Done");
    world.choose("Wept");
    world.choose("Lighter");
    world.choose("Change the day and the rest");
    world.tab_to("The day");
    world.press_all(&[Key::ArrowLeft, Key::ArrowLeft]);
    world.choose("Done");
    world.choose("Before the film");
    world.tab_to("How pleasant, not set");
    world.press(Key::ArrowRight);
    world.choose("Keep this");
    world.choose("Change the day and the rest");
    world.tab_to("The day");
    world.press(Key::ArrowLeft);
    world.choose("Done");

    let model = &world.app().model;
    let evening = model.journal.evenings.iter().next().expect("added");
    assert_eq!((evening.day.to_string().as_str(), evening.plan.title().as_str()), ("2026-11-19", "Departures"));
    let check_in = model.journal.check_ins.iter().next().expect("remembered");
    assert_eq!((check_in.day, check_in.at), (evening.day, None), "on the evening's day, at no known time");
    world.ask(Command::Enter(Room::Journal));
    assert!(world.shows("Departures"));
}

#[test]
fn a_few_letters_are_enough_to_name_what_was_watched_elsewhere() {
    let home = Home::new();
    let mut world = World::open(&home);
    begin(&mut world, "Add an evening");
    world.press(Key::Enter);
    world.paste("depar");
    go(&mut world, Key::ArrowDown, "Departures (2008): from the shelf");
    world.press(Key::Enter);
    assert!(world.focused().starts_with("Departures"), "on its row: {}", world.focused());
    let evening = world.app().model.journal.evenings.iter().next().expect("added").clone();
    let item = &evening.plan.items[0];
    assert_eq!(item.name, "Departures");
    assert!(item.title_id.is_some() && item.runtime_min.is_some(), "{item:?}");
    assert!(world.shows("Departures") && !world.shows("length not known"), "{:?}", world.labels());
}

#[test]
fn back_from_a_room_leads_to_tonight_and_not_to_the_name_of_the_room_that_was_left() {
    let home = Home::new();
    let mut world = a_year(&home);
    go(&mut world, Key::ArrowLeft, "Tonight");
    go(&mut world, Key::ArrowDown, "Insights");
    world.press(Key::Enter);
    assert!(world.shows("Look closer at mood"), "{:?}", world.labels());
    assert_eq!(world.focused(), "Insights", "the person is among the rooms still");
    world.press(Key::Backspace);
    assert_eq!(world.app().model.nav.room, Room::Tonight);
    assert_eq!(world.focused(), "Begin the evening");
}

#[test]
fn right_from_the_rooms_leads_to_where_the_page_begins_or_was_left() {
    let home = Home::new();
    let mut world = a_year(&home);
    world.ask(Command::Enter(Room::Journal));
    go(&mut world, Key::ArrowLeft, "Journal");
    world.press(Key::ArrowRight);
    assert_eq!(world.focused(), "Check in now");
    world.press(Key::ArrowRight);
    world.press(Key::ArrowDown);
    assert_eq!(world.focused(), "Search");
    go(&mut world, Key::ArrowLeft, "Journal");
    world.press(Key::ArrowRight);
    assert_eq!(world.focused(), "Search", "where it was left");
}

#[test]
fn right_at_the_end_of_a_row_leads_nowhere_far_away() {
    let home = Home::new();
    let mut world = World::open(&home);
    begin(&mut world, "Add an evening");
    world.tab_to("Sobbed");
    world.press(Key::ArrowRight);
    assert_eq!(world.focused(), "Sobbed");
}

#[test]
fn a_check_in_that_was_kept_is_asked_about_as_of_its_time() {
    let home = Home::new();
    let mut world = World::open(&home);
    let journal = &mut world.app_mut().model.journal;
    let at = Wall::parse_from_rfc3339("2026-11-18T22:58:00+01:00").expect("a date");
    let check_in = CheckIn { pleasant: Some(40), ..journal.create(at.date_naive(), Some(at)) };
    let id = check_in.id;
    journal.put(check_in);
    world.app_mut().model.revision += 1;
    world.ask(Command::Open(Page::CheckIn { id: Some(id), evening: None, moment: Moment::Free }));
    assert!(world.shows("How was it?") && world.shows("18 November"), "{:?}", world.labels());
    assert!(!world.shows("How is it now?"));
    world.ask(Command::Back);
    world.ask(Command::Open(Page::CheckIn { id: None, evening: None, moment: Moment::Free }));
    assert!(world.shows("How is it now?"), "{:?}", world.labels());
}

#[test]
fn down_from_the_choice_of_the_bars_leads_to_a_closer_look_at_them() {
    let home = Home::new();
    let mut world = a_year(&home);
    world.ask(Command::Enter(Room::Insights));
    world.tab_to("per month");
    world.press(Key::ArrowDown);
    assert_eq!(world.focused(), "Look closer at tears");
}

#[test]
fn after_everything_is_shown_again_the_focus_is_on_the_first_of_it() {
    let home = Home::new();
    let mut world = a_year(&home);
    for (room, search) in [(Room::Journal, "Search"), (Room::Shelf, "Search the shelf")] {
        world.ask(Command::Enter(room));
        world.tab_to(search);
        // The first row of the list is where an arrow leads from above it.
        let has_number = |label: &str| label.chars().next().is_some_and(|letter| letter.is_ascii_digit());
        let count = |label: &String| has_number(label) && (label.contains("newest first") || label.contains("titles"));
        let labels = world.labels();
        let after = labels.iter().position(count).expect("how many there are");
        world.paste("zzzz");
        world.choose("Show everything");
        world.settle();
        let focused = world.focused();
        let place = world.labels().iter().position(|label| *label == focused);
        assert!(place.is_some_and(|place| place > after && place < after + 4), "{focused}: {labels:?}");
    }
}

#[test]
fn a_letter_is_kept_or_burnt_and_then_nothing_of_it_is_left() {
    let home = Home::new();
    let mut world = World::open(&home);
    begin(&mut world, "A letter to nobody");
    world.tab_to("A letter to nobody");
    world.write_anew("Dear river, zanzibar.");
    world.choose("Keep it");
    world.settle();
    let holds =
        |home: &Home| home.everything().iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("zanzibar"));
    assert!(world.shows("Letter: Dear river") && holds(&home));

    go(&mut world, Key::ArrowDown, "Letter: Dear river, zanzibar., 20:30");
    world.press(Key::Enter);
    world.choose("Burn it");
    assert!(world.shows("It cannot come back."), "asked once more");
    world.choose("Yes, burn it");
    world.settle();
    assert!(world.shows("It is gone."));
    assert!(!world.shows("zanzibar") && world.app().model.journal.trash.is_empty());
    assert!(!holds(&home), "not in the journal, not in the trash, not in a backup");
}

#[test]
fn a_letter_can_be_burnt_while_it_is_written_and_not_by_pressing_ok_twice() {
    let home = Home::new();
    let mut world = World::open(&home);
    begin(&mut world, "A letter to nobody");
    world.tab_to("A letter to nobody");
    world.write_anew("Dear river, zanzibar.");
    world.choose("Burn it");
    assert!(world.shows("It cannot come back."));
    assert_eq!(world.focused(), "Not now");
    world.press(Key::Enter);
    assert_eq!(world.value_of("A letter to nobody").as_deref(), Some("Dear river, zanzibar."));
    world.choose("Burn it");
    world.press(Key::Backspace);
    assert_eq!(world.value_of("A letter to nobody").as_deref(), Some("Dear river, zanzibar."), "Back burns nothing");
    world.choose("Burn it");
    world.choose("Yes, burn it");
    world.settle();
    assert_eq!((world.app().model.nav.page(), world.app().model.nav.room), (None, Room::Journal));
    assert!(!world.shows("zanzibar"), "{:?}", world.labels());
    let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("zanzibar");
    assert!(!home.everything().iter().any(|(_, bytes)| holds(bytes)));
}

#[test]
fn what_the_shelf_offers_is_called_so_invents_no_episode_and_leaves_the_focus_where_it_is_typed() {
    let home = Home::new();
    let mut world = World::open(&home);
    begin(&mut world, "Add an evening");
    world.choose("Change what was watched");
    world.choose("Add another");
    let names = |world: &World| {
        let evening = world.app().model.journal.evenings.iter().next().expect("added").clone();
        evening.plan.items.into_iter().map(|item| item.name).collect::<Vec<_>>()
    };
    assert_eq!(world.focused(), "Name", "what was added is named next");
    world.write_anew("teacher");
    assert!(!world.shows("from the shelf"), "a theme is no name: {:?}", world.labels());
    world.write_anew("okuribito");
    go(&mut world, Key::ArrowDown, "Departures (2008): from the shelf");
    world.press(Key::Enter);
    assert_eq!(world.focused(), "Name");
    assert_eq!(names(&world), ["", "Departures"]);
    world.paste(" twice");
    assert_eq!(names(&world), ["", "Departures twice"], "the focus is in the field");
    world.write_anew("ted la");
    go(&mut world, Key::ArrowDown, "Ted Lasso (2020): from the shelf");
    world.press(Key::Enter);
    let evening = world.app().model.journal.evenings.iter().next().expect("added").clone();
    let item = &evening.plan.items[1];
    assert_eq!((item.name.as_str(), item.season, item.episode), ("Ted Lasso", None, None));
    assert!(item.title_id.is_some());
}

#[test]
fn a_small_joy_is_asked_about_once() {
    let home = Home::new();
    let mut world = World::open(&home);
    let journal = &mut world.app_mut().model.journal;
    let joy = Joy { text: "A walk by the river".into(), ..journal.create("2026-11-17".parse().expect("a day"), None) };
    journal.put(joy);
    world.app_mut().model.revision += 1;
    world.settle();
    assert!(world.shows("Did it happen?") && world.shows("A walk by the river"), "{:?}", world.labels());
    world.choose("It happened");
    assert!(!world.shows("Did it happen?"));
    assert_ne!(world.focused(), "Begin the evening", "OK pressed once more begins nothing");
    assert_eq!(world.app().model.journal.joys.iter().next().expect("kept").happened, Some(true));
}

#[test]
fn a_page_is_taken_along_without_notes_until_they_are_asked_for() {
    let home = Home::new();
    let mut world = a_year(&home);
    world.ask(Command::Open(Page::TakeAlong));
    world.choose("Save the page");
    for _ in 0..200_000 {
        world.harness.step();
        if world.app().model.taken_along.is_some() {
            break;
        }
        std::thread::yield_now();
    }
    world.settle();
    assert!(world.shows("It is saved as"), "{:?}", world.labels());
    let path = world.app().model.taken_along.clone().expect("made").expect("written");
    let page = String::from_utf8(RealDisk.read(path.as_ref()).expect("there")).expect("text");
    assert!(page.contains("not a clinical measurement") && page.contains("<svg"));
    assert!(!page.contains("In my own words"));
    world.choose("Open it");
    assert_eq!(world.opened.borrow().last(), Some(&path));
}
