//! A still screen asks for nothing, and one that changes by itself asks for exactly its next change.
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

use egui::{Key, Vec2};
use sunshower::app::command::Command;
use sunshower::app::company::KEEPS_AWAKE;
use sunshower::app::launch::write_demo;
use sunshower::app::nav::{Chart, Over, Page, Room};
use sunshower::care::guide::Card;
use sunshower::clock::{Clock, ManualClock, Wall};
use sunshower::evening::check_in::{Feeling, Moment};
use sunshower::evening::plan::{BreakMark, Breaks, EveningPlan, Item, Place};
use sunshower::evening::run::Step;
use sunshower::evening::tears::Tears;
use sunshower::journal::entry::BreakKind;
use sunshower::shelf::collection::TitleRef;
use sunshower::store::{Disk, RealDisk};
use support::world::{EVENING, Home, World};

const NEVER: Duration = Duration::MAX;
const SEC: Duration = Duration::from_secs(1);
/// A change at a time of day is drawn a moment after it has come.
const MOMENT: Duration = Duration::from_millis(20);

/// A journal of a year.
fn full(home: &Home) -> World {
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    write_demo(&disk, &home.places(), 1, false, &*clock).expect("an empty folder");
    World::open_with(home.places(), disk, clock, Vec2::new(1920.0, 1080.0))
}

/// Nothing is drawn again before somebody does something, and everything that is shown has its words.
fn assert_still(world: &mut World, screen: &str) {
    assert_eq!(world.rest(), NEVER, "{screen} is not still");
    // Word from the disk may still come in, and is drawn twice.
    let restless = (0..20).filter(|_| {
        world.harness.step();
        world.repaint_delay() != NEVER
    });
    let restless = restless.count();
    assert!(restless <= 4, "{screen} does not stay still: {restless} of 20");
    assert_whole(world, screen);
    assert!(!world.focused().is_empty(), "{screen}: nothing is focused");
}

/// Every word is there, with everything that stands in it.
fn assert_whole(world: &World, screen: &str) {
    let labels = world.labels();
    assert!(!labels.is_empty(), "{screen} is empty");
    for label in labels {
        assert!(!label.contains("{$") && !label.contains("{ $"), "{screen}: {label:?} lacks something");
        let is_key =
            label.contains('-') && label.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit());
        assert!(!is_key, "{screen}: there are no words for {label:?}");
    }
}

fn go_to(world: &mut World, room: Room, page: Option<Page>, screen: &str) {
    world.ask(Command::Enter(room));
    if let Some(page) = page {
        world.ask(Command::Open(page));
    }
    assert_still(world, screen);
}

fn episodes() -> EveningPlan {
    let item = |key: u32| Item { key, name: format!("Part {key}"), runtime_min: Some(24), ..Item::default() };
    EveningPlan {
        items: (0..3).map(item).collect(),
        breaks: Breaks::BetweenItems,
        place: Some(Place::AnotherScreen),
        ..EveningPlan::default()
    }
}

fn film() -> EveningPlan {
    EveningPlan {
        items: vec![Item { name: "Paper Boats".into(), runtime_min: Some(93), ..Item::default() }],
        room: vec!["candle".into()],
        aftercare: vec!["tea".into()],
        breaks: Breaks::AtMarks(vec![BreakMark { item: 0, film_min: 47 }]),
        intention: "To let the week go".into(),
        ..EveningPlan::default()
    }
}

/// With the film waiting to be started.
fn to_film(world: &mut World) {
    world.ask(Command::SetPlan(film()));
    world.ask(Command::Begin);
    world.ask(Command::Step(Step::SkipCheckIn));
}

fn watch(world: &mut World) {
    to_film(world);
    world.ask(Command::Step(Step::StartFilm));
}

fn without_motion(world: &mut World) {
    let mut settings = world.app().model.settings.clone();
    settings.reduced_motion = true;
    world.ask(Command::SetSettings(Box::new(settings)));
}

#[test]
fn the_rooms_and_their_pages_are_still() {
    let home = Home::new();
    let mut world = full(&home);
    let journal = &world.app().model.journal;
    let evening = journal.evenings.iter().max_by_key(|evening| evening.began).expect("the demo has some").id;
    let reflection = journal.reflections.iter().map(|one| one.id).min().expect("the demo has some");
    let check_in = journal.check_ins.iter().filter(|one| one.evening.is_none()).map(|one| one.id).min();
    let check_in = check_in.expect("the demo has some");

    for (room, page, screen) in [
        (Room::Journal, None, "the journal"),
        (Room::Journal, Some(Page::Evening(evening)), "an evening of the past"),
        (Room::Journal, Some(Page::Reflection(reflection)), "a reflection"),
        (Room::Journal, Some(Page::CheckIn { id: None, evening: None, moment: Moment::Free }), "a check-in"),
        (
            Room::Journal,
            Some(Page::CheckIn { id: Some(check_in), evening: None, moment: Moment::Free }),
            "a check-in of the past",
        ),
        (Room::Insights, None, "the charts"),
        (Room::Insights, Some(Page::Table(Chart::Mood)), "the table of moods"),
        (Room::Insights, Some(Page::Table(Chart::Tears)), "the table of tears"),
        (Room::Shelf, None, "the shelf"),
        (Room::Shelf, Some(Page::EditTitle(None)), "adding a title"),
        (Room::Shelf, Some(Page::EditTitle(Some(TitleRef::Catalogue(0)))), "changing a title"),
        (Room::Shelf, Some(Page::Plays(TitleRef::Catalogue(0))), "where it plays"),
        (Room::Shelf, Some(Page::Skip), "what is skipped"),
        (Room::Tonight, Some(Page::Calendar), "the calendar"),
        (Room::Settings, None, "the settings"),
        (Room::Breathe, None, "the door to the breath"),
        (Room::Care, None, "care"),
        (Room::Care, Some(Page::Guide), "the guide"),
        (Room::Care, Some(Page::SelfCheck), "the four signs"),
        (Room::Care, Some(Page::Reach), "reaching for support"),
    ] {
        go_to(&mut world, room, page, screen);
    }
    for over in [Over::Card(Card::Tears), Over::Talk, Over::Contact, Over::Talk, Over::Country] {
        world.ask(Command::Lay(over));
        assert_still(&mut world, &format!("{over:?}"));
    }
    assert_eq!(world.app().model.over, [Over::Card(Card::Tears), Over::Talk, Over::Country], "each lies there once");
    for _ in 0..3 {
        world.press(Key::Escape);
    }
    world.ask(Command::Enter(Room::Journal));
    world.ask(Command::NewCry { evening: None });
    assert_still(&mut world, "logging tears");
    world.tab_to("In your own words");
    assert_still(&mut world, "a field that is being written in");
    world.write_anew("on the train");
    assert_still(&mut world, "a field that was written in");
    world.ask(Command::NewCry { evening: Some(evening) });
    assert_still(&mut world, "tears remembered from an evening");
    world.ask(Command::Enter(Room::Journal));
    world.ask(Command::Delete(evening));
    assert!(world.shows("Deleted."));
    assert_still(&mut world, "the line with Undo");
}

#[test]
fn empty_rooms_are_still() {
    let home = Home::new();
    let mut world = World::open(&home);
    for room in [Room::Journal, Room::Insights, Room::Settings, Room::Breathe] {
        go_to(&mut world, room, None, &format!("{room:?}, empty"));
    }
}

#[test]
fn the_pages_of_a_plan_are_still() {
    let home = Home::new();
    let mut world = full(&home);
    for (plan, several) in [(film(), false), (episodes(), true)] {
        world.ask(Command::SetPlan(plan));
        for page in
            [Page::Items, Page::Start, Page::Breaks, Page::Aftercare, Page::Bedtime, Page::Place, Page::Intention]
        {
            go_to(&mut world, Room::Tonight, Some(page), &format!("{page:?}, several: {several}"));
        }
    }
    world.ask(Command::Enter(Room::Tonight));
    world.ask(Command::Open(Page::Items));
    world.tab_to("Name");
    assert_still(&mut world, "a name that is being written");
    world.ask(Command::Enter(Room::Tonight));
    let later = world.clock.now().wall.naive_local() + chrono::TimeDelta::days(1);
    world.ask(Command::SetWhen(Some(later)));
    world.ask(Command::Open(Page::Start));
    assert_still(&mut world, "a day and a time");
}

#[test]
fn the_stages_of_an_evening_are_still() {
    let home = Home::new();
    let mut world = full(&home);
    world.ask(Command::SetPlan(film()));
    world.ask(Command::Begin);
    assert_still(&mut world, "before the film");
    world.press(Key::ArrowRight);
    assert_still(&mut world, "a slider that was moved");
    world.ask(Command::Step(Step::SkipCheckIn));
    // It dims once, ten seconds after the last press, and rests.
    assert_eq!(world.rest(), 10 * SEC, "dimming");
    world.clock.advance(10 * SEC);
    assert_still(&mut world, "a film that waits to be started");
    world.ask(Command::Step(Step::StartFilm));
    world.wait_min(20);
    world.ask(Command::Step(Step::PauseFilm));
    world.clock.advance(30 * SEC);
    assert_still(&mut world, "a film that stands");
    world.ask(Command::Menu(true));
    assert_still(&mut world, "the menu of a film that stands");
    world.ask(Command::Menu(false));
    world.ask(Command::Step(Step::StartFilm));
    world.ask(Command::Step(Step::TakeBreak));
    for kind in [BreakKind::Stretch, BreakKind::Walk, BreakKind::Sip, BreakKind::Sit] {
        world.ask(Command::Step(Step::DoInBreak(kind)));
        let now = world.clock.now().mono;
        world.app_mut().model.last_input = now;
        assert_eq!(world.rest(), KEEPS_AWAKE, "{kind:?}: drawn once more, when the screen need not stay awake");
        world.clock.advance(KEEPS_AWAKE);
        assert_still(&mut world, &format!("{kind:?}"));
    }
    world.ask(Command::Step(Step::EndBreak));
    world.ask(Command::Step(Step::ItemOver));
    assert_still(&mut world, "right after the film");
    world.ask(Command::Step(Step::Feel(Feeling { pleasant: Some(40), ..Feeling::default() })));
    world.ask(Command::Step(Step::KeepCheckIn));
    assert_still(&mut world, "how the tears were");
    world.ask(Command::Step(Step::AnswerTears(Tears::Few)));
    assert_still(&mut world, "how the tears were, answered");
    world.ask(Command::Step(Step::AnswersDone));
    // The last page waits for nothing but the first later check-in, a quarter of an hour after the film.
    let until_it_opens = Duration::from_mins(15) + Duration::from_millis(20);
    assert_eq!(world.rest(), until_it_opens, "aftercare");
    world.tab_to("How far have you come?");
    world.write_anew("Further than I thought.");
    assert_eq!(world.rest(), until_it_opens, "a reflection that is being written");
}

#[test]
fn questions_are_still() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Back);
    assert!(world.shows("Leave Sunshower?"));
    assert_still(&mut world, "whether to leave");
    world.ask(Command::Back);
    to_film(&mut world);
    world.ask(Command::Quit);
    assert_still(&mut world, "whether to leave an evening");
    world.ask(Command::Back);
    world.ask(Command::Step(Step::StartFilm));
    world.wait_min(5);
    let mut world = world.reopened_after(&home, 12);
    assert!(world.shows("An evening was interrupted"));
    // It names the minute the film would be at, and nothing else moves.
    assert_eq!(world.rest(), Duration::from_mins(1), "an evening that was found");
    world.wait_min(1);
    assert!(world.shows("The film went on: minute 18"), "{:?}", world.labels());
    let mut world = world.reopened_after(&home, 60 * 9);
    assert!(world.shows("It ended about"));
    assert_still(&mut world, "an evening of long ago");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "somebody else puts a file there")]
fn a_folder_that_cannot_be_opened_is_a_still_page() {
    let home = Home::new();
    std::fs::write(home.data_dir(), "a file").unwrap();
    let mut world = World::open(&home);
    assert!(world.shows("Your journal could not be opened"));
    assert_still(&mut world, "a folder that is a file");
    let other = Home::new();
    let _first = World::open(&other);
    let mut second = World::open(&other);
    assert!(second.shows("Sunshower is open already"));
    assert_still(&mut second, "a folder that is open already");
}

#[test]
fn a_running_film_asks_for_dimming_and_then_for_each_minute_once() {
    let home = Home::new();
    let mut world = World::open(&home);
    watch(&mut world);
    assert_eq!(world.rest(), 10 * SEC, "first it dims");
    world.clock.advance(10 * SEC);
    assert_eq!(world.rest(), 50 * SEC, "then the minute changes");
    assert_whole(&world, "a running film");
    for minute in 1..=12 {
        let wait = world.rest();
        assert_eq!(wait, if minute == 1 { 50 * SEC } else { 60 * SEC });
        world.clock.advance(wait.saturating_sub(SEC));
        assert_eq!(world.rest(), SEC, "not before its time");
        assert!(world.shows(&format!("minute {}", minute - 1)));
        world.clock.advance(SEC);
        // What is saved each minute is saved by now, so that this one picture is all there is to draw.
        world.harness.step();
        world.app_mut().finish_saving();
        assert_eq!(world.rest(), 60 * SEC);
        assert!(world.shows(&format!("minute {minute}")), "one wake for minute {minute}");
    }
    world.press(Key::ArrowLeft);
    assert_eq!(world.rest(), 10 * SEC, "a press makes it bright for a while");
    world.ask(Command::Menu(true));
    assert_eq!(world.rest(), 60 * SEC, "the menu does not dim, and shows the minute");
    world.clock.advance(5 * SEC);
    world.ask(Command::Quit);
    assert_eq!(world.rest(), 55 * SEC, "a running film is kept each minute, whatever is asked");
}

#[test]
fn a_film_that_was_nudged_asks_for_its_own_minute() {
    let home = Home::new();
    let mut world = World::open(&home);
    watch(&mut world);
    world.clock.advance(15 * SEC);
    world.ask(Command::Step(Step::Nudge(30)));
    assert_eq!(world.rest(), 15 * SEC);
    world.clock.advance(15 * SEC);
    assert_eq!(world.rest(), 60 * SEC);
    assert!(world.shows("minute 1"));
}

#[test]
fn tonight_asks_only_for_when_its_start_moves() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.clock.advance(SEC);
    assert_eq!(world.rest(), 299 * SEC + MOMENT);
    assert_whole(&world, "tonight");
    assert!(world.shows("settle in, 20:35"));
    world.clock.advance(299 * SEC + MOMENT);
    assert_eq!(world.rest(), 300 * SEC);
    assert!(world.shows("settle in, 20:40"));
    let tomorrow = world.clock.now().wall.naive_local() + chrono::TimeDelta::days(1);
    world.ask(Command::SetWhen(Some(tomorrow)));
    assert_still(&mut world, "an evening of tomorrow");
}

#[test]
fn what_is_said_to_fit_is_reckoned_again_when_the_start_moves() {
    let home = Home::new();
    let mut world = World::open(&home);
    for page in [Page::Choose, Page::Title(TitleRef::Catalogue(0))] {
        world.ask(Command::Open(page));
        world.clock.advance(SEC);
        let rest = world.rest();
        assert!(rest <= 300 * SEC + MOMENT, "{page:?}: {rest:?}");
        let before = world.labels();
        world.clock.advance(rest);
        world.rest();
        assert_ne!(world.labels(), before, "{page:?}: it would end later");
    }
}

#[test]
fn a_kept_evening_wakes_no_page_unless_a_note_by_the_desktop_is_wanted() {
    let home = Home::new();
    let mut world = full(&home);
    go_to(&mut world, Room::Journal, None, "the journal");
    let mut settings = world.app().model.settings.clone();
    settings.notify = true;
    world.ask(Command::SetSettings(Box::new(settings)));
    let soon = world.clock.now().wall.naive_local() + chrono::TimeDelta::minutes(70);
    world.ask(Command::SetWhen(Some(soon)));
    world.ask(Command::KeepPlan);
    world.ask(Command::Enter(Room::Journal));
    assert_eq!(world.rest(), 600 * SEC + MOMENT, "an hour before its time it is due");
    assert!(world.notes.borrow().is_empty());
    world.harness.input_mut().focused = false;
    world.clock.advance(600 * SEC + MOMENT);
    world.rest();
    let notes = world.notes.borrow().clone();
    assert_eq!(notes, ["Sunshower: Something is kept for this evening."], "and says nothing of what it is");
    world.clock.advance(600 * SEC);
    world.rest();
    assert_eq!(world.notes.borrow().len(), 1, "once");
}

#[test]
fn tonight_asks_for_when_a_later_check_in_opens_and_closes() {
    let home = Home::new();
    let mut world = World::open(&home);
    watch(&mut world);
    world.wait_min(93);
    for step in [Step::ItemOver, Step::SkipCheckIn, Step::AnswersDone, Step::Close] {
        world.ask(Command::Step(step));
    }
    // The plan of another day does not move, so only the check-ins are waited for.
    let tomorrow = world.clock.now().wall.naive_local() + chrono::TimeDelta::days(1);
    world.ask(Command::SetWhen(Some(tomorrow)));
    assert!(!world.shows("How is it now?"));
    assert_eq!(world.rest(), 15 * 60 * SEC + MOMENT, "twenty minutes after, give or take");
    world.clock.advance(15 * 60 * SEC + MOMENT);
    assert_eq!(world.rest(), 25 * 60 * SEC + SEC, "until it is not offered any more");
    assert!(world.shows("The film ended about twenty minutes ago"));
    world.clock.advance(25 * 60 * SEC + SEC);
    assert_eq!(world.rest(), (35 * 60 - 1) * SEC, "until the next one");
    assert!(!world.shows("How is it now?"), "a missed one stays empty");
}

#[test]
fn a_breath_asks_for_thirty_pictures_a_second_while_it_is_seen_and_only_then() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Enter(Room::Breathe));
    assert_still(&mut world, "the door to the breath");
    world.ask(Command::Breathe(true));
    assert_eq!(world.rest(), Duration::from_millis(33));
    assert_whole(&world, "the breath");
    world.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default().minimized = Some(true);
    assert_eq!(world.rest(), NEVER, "nobody sees it");
    world.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default().minimized = None;
    assert_eq!(world.rest(), Duration::from_millis(33));
    world.ask(Command::Breathe(false));
    assert_still(&mut world, "after the breath");

    watch(&mut world);
    world.ask(Command::Step(Step::TakeBreak));
    assert_eq!(world.rest(), Duration::from_millis(33));
    assert_whole(&world, "a break");
    world.ask(Command::Quit);
    assert_still(&mut world, "the question over a breath");
}

#[test]
fn without_motion_a_breath_asks_for_each_count() {
    let home = Home::new();
    let mut world = World::open(&home);
    without_motion(&mut world);
    world.ask(Command::Enter(Room::Breathe));
    world.ask(Command::Breathe(true));
    for count in ["4", "3", "2", "1", "6", "5"] {
        assert!(world.labels().iter().any(|label| label == count), "{count}");
        world.clock.advance(Duration::from_millis(250));
        assert_eq!(world.rest(), Duration::from_millis(750));
        world.clock.advance(Duration::from_millis(750));
        assert_eq!(world.rest(), SEC);
    }
}
