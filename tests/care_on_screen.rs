//! Care on the screen: somebody to talk to is two presses away wherever one is, cards come at their moment and stay away
//! for good, and the four signs keep nothing that was not to be kept.

#![allow(clippy::disallowed_methods, reason = "a person's own editor changes a list on the real disk")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

mod support;

use std::fs;
use std::sync::Arc;

use egui::{Key, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use sunshower::app::command::Command;
use sunshower::app::launch::write_demo;
use sunshower::app::nav::{Chart, Over, Page, Room, Welcome};
use sunshower::app::{App, Setup};
use sunshower::care::guide::Card;
use sunshower::care::support as lines;
use sunshower::clock::{ManualClock, Wall};
use sunshower::evening::check_in::Moment;
use sunshower::evening::run::{Stage, Step};
use sunshower::shelf::collection::TitleRef;
use sunshower::store::{Disk, RealDisk, Settings};
use support::world::{EVENING, Home, World};

const TALK: &str = "Someone to talk to";

/// Opens a row whose name begins like this.
fn open_row(world: &mut World, words: &str) {
    let name = world.labels().into_iter().find(|label| label.starts_with(words));
    world.choose(&name.unwrap_or_else(|| panic!("no {words}: {:?}", world.labels())));
}

/// An empty journal, where letters may be drawn that only a system's fonts have.
fn with_any_letter(home: &Home) -> World {
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    World::open_drawn(home.places(), Arc::new(RealDisk), clock, Vec2::new(1920.0, 1080.0), true)
}

fn full(home: &Home) -> World {
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    write_demo(&disk, &home.places(), 1, false, &*clock).expect("an empty folder");
    World::open_with(home.places(), disk, clock, Vec2::new(1280.0, 720.0))
}

fn set(world: &mut World, change: impl FnOnce(&mut Settings)) {
    let mut settings = world.app().model.settings.clone();
    change(&mut settings);
    world.ask(Command::SetSettings(Box::new(settings)));
}

/// Goes to where somebody to talk to is shown, from wherever one is, and says with how many presses that do something.
fn presses_to_talk(world: &mut World, at: &str) -> usize {
    let below = world.app().model.over.clone();
    let mut presses = 0;
    while world.app().model.over.last() != Some(&Over::Talk) {
        assert!(presses < 2, "{at}: not there after two presses; {:?}", world.labels());
        presses += 1;
        if world.shows(TALK) {
            open_row(world, TALK);
        } else if world.shows("Care") {
            world.harness.get_by_label("Care").click();
            world.settle();
        } else {
            world.press(Key::Escape);
        }
    }
    world.press(Key::Escape);
    assert_eq!(world.app().model.over, below, "{at}: Back leads to where one was");
    presses
}

fn some<T>(id: Option<T>) -> T {
    id.expect("the made-up journal has some")
}

#[test]
fn somebody_to_talk_to_is_at_most_two_presses_away_from_every_room_and_page() {
    let home = Home::new();
    let mut world = full(&home);
    for room in Room::ALL {
        world.ask(Command::Enter(room));
        presses_to_talk(&mut world, &format!("{room:?}"));
    }
    world.ask(Command::Delete(some(world.app().model.journal.reflections.iter().map(|one| one.id).min())));
    let journal = &world.app().model.journal;
    let evening = some(journal.evenings.iter().map(|one| one.id).min());
    let check_in = some(journal.check_ins.iter().map(|one| one.id).min());
    let bundle = some(journal.trash.first().map(|bundle| bundle.id));
    let title = TitleRef::Catalogue(0);
    let pages = [
        Page::Items,
        Page::Start,
        Page::Breaks,
        Page::Aftercare,
        Page::Bedtime,
        Page::Place,
        Page::Intention,
        Page::CheckIn { id: None, evening: None, moment: Moment::Free },
        Page::CheckIn { id: Some(check_in), evening: None, moment: Moment::Free },
        Page::Cry(some(journal.cries.iter().map(|one| one.id).min())),
        Page::Evening(evening),
        Page::EveningItems(evening),
        Page::EveningAround(evening),
        Page::Reflection(some(journal.reflections.iter().map(|one| one.id).min())),
        Page::Write { evening: None, letter: false },
        Page::Write { evening: None, letter: true },
        Page::Joy(some(journal.joys.iter().map(|one| one.id).min())),
        Page::TakeAlong,
        Page::Trash,
        Page::Erase(Some(bundle)),
        Page::Erase(None),
        Page::Backups,
        Page::Backup(1),
        Page::Versions(evening),
        Page::Choose,
        Page::Skip,
        Page::Title(title),
        Page::EditTitle(None),
        Page::EditTitle(Some(title)),
        Page::Plays(title),
        Page::Calendar,
        Page::EditPattern(None),
        Page::Guide,
        Page::SelfCheck,
        Page::Reach,
    ];
    let charts = Chart::ALL.into_iter().flat_map(|chart| [Page::Chart(chart), Page::Table(chart)]);
    for page in pages.into_iter().chain(charts) {
        world.ask(Command::Enter(Room::Tonight));
        world.ask(Command::Open(page));
        let presses = presses_to_talk(&mut world, &format!("{page:?}"));
        assert_eq!(presses, 1, "{page:?} has a way of its own");
        assert_eq!(world.app().model.nav.page(), Some(page));
    }
    for card in Card::ALL {
        world.ask(Command::Lay(Over::Card(card)));
        presses_to_talk(&mut world, card.id());
    }
}

#[test]
fn somebody_to_talk_to_is_at_most_two_presses_away_at_every_moment_of_an_evening() {
    let home = Home::new();
    let mut world = full(&home);
    world.ask(Command::Breathe(true));
    presses_to_talk(&mut world, "breathing");
    world.ask(Command::Breathe(false));
    world.ask(Command::Begin);
    presses_to_talk(&mut world, "before");
    world.ask(Command::Step(Step::SkipCheckIn));
    presses_to_talk(&mut world, "ready");
    world.ask(Command::Menu(false));
    world.ask(Command::Step(Step::StartFilm));
    world.wait_min(12);
    presses_to_talk(&mut world, "watching");
    world.ask(Command::Menu(false));
    world.ask(Command::Quit);
    presses_to_talk(&mut world, "asked whether to leave");
    let run = world.app().model.run.as_ref().expect("the evening goes on");
    assert!(run.film.is_running() && run.stage == Stage::Watching && run.evening.marks.is_empty());
    world.ask(Command::Step(Step::TakeBreak));
    presses_to_talk(&mut world, "break");
    world.ask(Command::Menu(true));
    presses_to_talk(&mut world, "how to breathe, in a break");
    world.ask(Command::Menu(false));
    world.ask(Command::Step(Step::EndBreak));
    world.ask(Command::Step(Step::ItemOver));
    presses_to_talk(&mut world, "after");
    world.ask(Command::Step(Step::SkipCheckIn));
    presses_to_talk(&mut world, "tears");
    world.ask(Command::Step(Step::AnswersDone));
    presses_to_talk(&mut world, "aftercare");
    world.ask(Command::Step(Step::Close));
    world.ask(Command::Begin);
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    world.clock.sleep(std::time::Duration::from_mins(30));
    world.settle();
    assert!(world.app().model.found.is_some(), "an evening is asked about");
    presses_to_talk(&mut world, "found");
}

#[test]
fn while_one_talks_the_film_clock_goes_on_and_back_leads_to_the_film() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Begin);
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    world.wait_min(20);
    world.press(Key::Escape);
    world.choose(TALK);
    world.press(Key::ArrowDown);
    world.wait_min(7);
    assert!(world.app().model.run.as_ref().is_some_and(|run| run.stage == Stage::Watching), "Down is no break here");
    world.press(Key::Escape);
    world.choose("Go on");
    assert!(world.shows("minute 27"), "{:?}", world.labels());
}

#[test]
fn the_own_contact_comes_first_and_there_are_never_more_than_three() {
    let home = Home::new();
    let mut world = with_any_letter(&home);
    world.ask(Command::Lay(Over::Talk));
    world.choose("Name somebody");
    assert_eq!(world.focused(), "Name", "who types at once types the name");
    world.paste("Ana, also at night");
    world.tab_to("How to reach them");
    world.paste("0151 234 567");
    world.choose("Done");
    let headings = |world: &World| {
        let nodes = world.harness.root().children_recursive();
        let headings = nodes.filter(|node| node.accesskit_node().role() == egui::Role::Heading);
        headings.filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>()
    };
    for country in lines::countries(&lines::bundled().expect("whole")) {
        set(&mut world, |settings| settings.country = Some(country.to_owned()));
        let headings = headings(&world);
        assert_eq!(headings.len(), 4, "the page, and three signposts: {headings:?}");
        assert_eq!((headings[0].as_str(), headings[1].as_str()), (TALK, "Your own contact"));
        assert!(world.shows("Last checked"), "{country}");
    }
    assert!(world.shows("Ana, also at night") && world.shows("0151 234 567"));
    let again = world.reopened_after(&home, 5);
    assert_eq!(again.app().model.settings.contact_name, "Ana, also at night");
}

#[test]
fn a_country_is_chosen_once_and_an_old_check_is_said() {
    let home = Home::new();
    let mut world = with_any_letter(&home);
    world.ask(Command::Lay(Over::Talk));
    world.choose("Choose your country");
    world.choose("Japan");
    assert_eq!(world.app().model.over, [Over::Talk], "back where the line stands");
    assert!(world.shows("0120-279-338"));
    world.choose("Another line");
    assert!(world.shows("0120-783-556") && !world.shows("0120-279-338"), "one at a time");
    let double_check = "please double-check";
    assert!(!world.shows(double_check), "checked in June");
    set(&mut world, |settings| settings.country = Some("LI".into()));
    assert!(world.shows(double_check));
    world.choose("Open it in the browser");
    assert_eq!(*world.opened.borrow(), [lines::DIRECTORY]);
}

#[test]
fn the_persons_own_list_wins_and_one_that_is_odd_is_said() {
    let home = Home::new();
    let mut world = World::open(&home);
    set(&mut world, |settings| settings.country = Some("DE".into()));
    world.ask(Command::Lay(Over::Talk));
    world.choose("Change this list");
    let own = home.data_dir().join("support.ron");
    let text = fs::read_to_string(&own).expect("it lies in the folder");
    assert_eq!(text, lines::BUNDLED);
    fs::write(&own, text.replace("TelefonSeelsorge", "Tante Erna")).expect("changed by hand");
    let mut world = world.reopened_after(&home, 5);
    world.ask(Command::Lay(Over::Talk));
    assert!(world.shows("Tante Erna"));
    fs::write(&own, text.replace("0800 111 0 111", "ring me")).expect("changed by hand");
    let mut world = world.reopened_after(&home, 5);
    world.ask(Command::Lay(Over::Talk));
    assert!(world.shows("TelefonSeelsorge: a number cannot be dialled") && world.shows("0800 111 0 111"));
}

#[test]
fn a_card_comes_as_one_line_at_its_moment_and_stays_away_for_good_once_it_was_put_away() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Begin);
    world.choose("A thought, if you like: Letting it come, or not");
    assert!(world.shows("Tears may come or stay away."));
    world.choose("Do not offer this one again");
    world.choose("Done");
    assert!(!world.shows("Letting it come") && world.shows("Something to drink"), "the next one, if you like");
    world.ask(Command::Abandon);
    let mut world = world.reopened_after(&home, 60 * 24);
    world.ask(Command::Begin);
    assert!(!world.shows("Letting it come"), "also the next day");
    set(&mut world, |settings| settings.put_away = Card::ALL.iter().map(|card| card.id().to_owned()).collect());
    assert!(!world.shows("A thought"), "nothing is pressed upon anybody");
    world.ask(Command::Abandon);
    world.ask(Command::Enter(Room::Care));
    open_row(&mut world, "The guide");
    open_row(&mut world, "Letting it come, or not");
    assert!(world.shows("stays in the guide"));
    world.choose("Offer it again");
    assert!(!world.app().model.settings.put_away.contains("letting-come"));
    assert_eq!(world.app().model.settings.put_away.len(), Card::ALL.len() - 1);
}

const OFTEN_UNCAUSED: &str = "Does it often come with no reason you can name, or not match what you feel? often";

#[test]
fn what_is_answered_to_the_four_signs_is_nowhere_unless_it_is_asked_for() {
    let home = Home::new();
    let mut world = World::open(&home);
    // There is a folder, so that something could be written.
    world.ask(Command::Enter(Room::Care));
    set(&mut world, |settings| settings.country = Some("DE".into()));
    let before = home.everything();
    open_row(&mut world, "Check in with myself");
    assert!(world.shows("contact a person now"), "in any case");
    world.choose(OFTEN_UNCAUSED);
    assert!(world.shows("You marked “often”: no reason you can name.") && world.shows("a doctor would like to know"));
    let in_case = world.harness.get_by_label_contains("contact a person now").rect();
    assert!(world.harness.ctx.content_rect().contains_rect(in_case), "in sight together with it: {in_case:?}");
    for word in ["score", "result", "disorder", "normal", "%"] {
        assert!(!world.labels().iter().any(|label| label.to_lowercase().contains(word)), "{word}");
    }
    world.press(Key::Escape);
    assert_eq!(home.everything(), before, "nothing was written");
    open_row(&mut world, "Check in with myself");
    assert!(!world.shows("You marked"), "nothing of it is left, also not here");
    world.choose(OFTEN_UNCAUSED);
    world.choose("Keep this in the journal");
    assert!(world.shows("It is in the journal"));
    let kept: Vec<String> = world.app().model.journal.reflections.iter().map(|one| one.text.clone()).collect();
    assert_eq!(kept, ["Does it often come with no reason you can name, or not match what you feel? often"]);
}

#[test]
fn no_all_clear_is_given_for_what_was_not_said() {
    const QUESTIONS: [&str; 4] = [
        "Lately, does crying get in the way of ordinary days?",
        "Has it been hard on people close to you, or made you keep away from them?",
        "Does it often come with no reason you can name, or not match what you feel?",
        "Does it go on for a long time without any ease afterwards, or on most days for two weeks or more?",
    ];
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Open(Page::SelfCheck));
    let is_clear = |world: &World| world.shows("Nothing here stands out");
    for question in &QUESTIONS[..3] {
        world.choose(&format!("{question} not really"));
        assert!(!is_clear(&world), "there is another question: {question}");
    }
    world.choose(&format!("{} rather not say", QUESTIONS[3]));
    assert!(!is_clear(&world) && world.shows("Tears come and go"));
    world.choose(&format!("{} sometimes", QUESTIONS[3]));
    assert!(!is_clear(&world) && world.shows("Tears come and go"));
    world.choose(&format!("{} not really", QUESTIONS[3]));
    assert!(is_clear(&world));
    assert!(world.shows("contact a person now"), "in any case");
}

/// An app as it starts for somebody who has just got it.
fn first_start(home: &Home) -> World {
    let mut world = World::open(home);
    let clock: Arc<dyn sunshower::clock::Clock> = Arc::clone(&world.clock) as Arc<dyn sunshower::clock::Clock>;
    let setup = Setup {
        clock,
        disk: Arc::new(RealDisk),
        places: home.places(),
        demo: false,
        fullscreen: false,
        welcomes: true,
        system: sunshower::text::locale::SystemTags::default(),
        in_background: false,
        desktop: world.desktop(),
        on_open: Box::new(|_| {}),
    };
    let ctx = world.harness.ctx.clone();
    // The one before lets go of the folder first.
    *world.harness.state_mut() = None;
    *world.harness.state_mut() = Some(App::new(&ctx, setup).expect("whole"));
    world.settle();
    world
}

#[test]
fn the_first_start_is_three_screens_and_does_not_come_again() {
    let home = Home::new();
    let mut world = first_start(&home);
    assert!(world.shows("having a good cry, on purpose") && world.shows("no one reads what you write here"));
    assert_eq!(home.files(), [], "nothing was written before anything was said");
    world.press(Key::Enter);
    assert!(world.shows("What you tell it stays here") && world.shows(&home.data_dir().display().to_string()));
    world.press(Key::Escape);
    assert_eq!(world.app().model.welcome, Some(Welcome::WhatItIs), "Back leads back");
    world.press_all(&[Key::Enter, Key::Enter]);
    world.choose("On a desk: a window");
    assert!(world.shows("Begin the evening"));
    drop(world);
    assert!(!first_start(&home).shows("having a good cry"), "once is enough");
}

#[test]
fn the_first_start_can_be_skipped_at_once() {
    for screens in 0..3 {
        let home = Home::new();
        let mut world = first_start(&home);
        for _ in 0..screens {
            world.press(Key::Enter);
        }
        world.choose("Skip all this");
        assert!(world.shows("Begin the evening") && !world.app().model.settings.fullscreen);
        assert!(world.app().model.settings.welcomed);
    }
}

#[test]
fn somebody_who_sits_before_a_television_gets_the_whole_screen() {
    let home = Home::new();
    let mut world = first_start(&home);
    world.press_all(&[Key::Enter, Key::Enter, Key::Enter]);
    assert!(world.app().model.settings.fullscreen && world.app().model.welcome.is_none());
}
