//! The shelf on the screen: what is added, changed, skipped and opened, and what cannot be.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

mod support;

use std::sync::Arc;

use egui::{Key, Vec2};
use sunshower::app::command::Command;
use sunshower::app::nav::{Page, Room};
use sunshower::clock::{Clock, ManualClock, Wall};
use sunshower::journal::entry::Shelved;
use sunshower::journal::log::Journal;
use sunshower::journal::record::{DeviceId, Record, Rev};
use sunshower::shelf::choose::Wish;
use sunshower::shelf::collection::TitleRef;
use sunshower::shelf::title::Note;
use sunshower::store::{RealDisk, check};
use support::world::{EVENING, Home, World};
use uuid::Uuid;

fn to_shelf(world: &mut World) {
    world.ask(Command::Enter(Room::Shelf));
}

/// Adds a title of this name, and leaves the page of adding it.
fn add(world: &mut World, name: &str) {
    world.ask(Command::Open(Page::EditTitle(None)));
    assert_eq!(world.focused(), "Name");
    world.paste(name);
    world.choose("Keep it");
}

fn open_title(world: &mut World, id: &str) -> TitleRef {
    let place = world.app().model.catalogue.iter().position(|title| title.id == id).expect("in the catalogue");
    world.ask(Command::Open(Page::Title(TitleRef::Catalogue(place))));
    TitleRef::Catalogue(place)
}

fn own(world: &World) -> Vec<Shelved> {
    world.app().model.journal.titles.iter().cloned().collect()
}

fn assert_fine(home: &Home) {
    let report = check(&RealDisk, &home.places());
    assert!(report.is_fine(), "{:?}", report.problems);
}

#[test]
fn what_a_person_adds_is_there_next_time_can_be_changed_deleted_and_brought_back() {
    let home = Home::new();
    let mut world = World::open(&home);
    add(&mut world, "Letters from grandmother");
    assert!(world.shows("It is on the shelf."));
    let mut world = world.reopened_after(&home, 5);
    to_shelf(&mut world);
    world.choose("Added by me");
    world.choose("Letters from grandmother, length not known");
    world.choose("Want to see");
    world.choose("Change");
    world.tab_to("Your note");
    world.paste("one at a time");
    world.choose("Letter");
    world.choose("Keep it");
    assert!(world.shows("one at a time") && world.shows("Letter"));
    let kept = own(&world);
    assert_eq!((kept.len(), kept[0].wanted, kept[0].note.as_deref()), (1, Some(true), Some("one at a time")));
    assert_fine(&home);

    world.choose("Delete");
    assert!(own(&world).is_empty() && world.shows("Deleted."));
    world.choose("Undo");
    assert_eq!(own(&world)[0].note.as_deref(), Some("one at a time"));
    world.ask(Command::Delete(own(&world)[0].id));
    world.ask(Command::Open(Page::Trash));
    assert!(world.shows("Title: Letters from grandmother"));
    assert_fine(&home);
}

#[test]
fn what_is_said_of_a_title_of_the_catalogue_says_only_what_is_otherwise_and_can_be_taken_back() {
    let home = Home::new();
    let mut world = World::open(&home);
    let place = open_title(&mut world, "coco-2017");
    world.ask(Command::Open(Page::EditTitle(Some(place))));
    world.tab_to("Length");
    world.write_anew("1:40");
    world.choose("Keep it");
    assert!(world.shows("1 h 40"));
    let said = own(&world).remove(0);
    assert_eq!(
        (said.over.as_deref(), said.runtime_min, &said.name, said.year),
        (Some("coco-2017"), Some(100), &None, None)
    );
    let file = home.files().into_iter().find(|(path, _)| path.starts_with("library/")).expect("a file of titles").1;
    assert!(file.contains("coco-2017") && !file.contains("kinds"), "{file}");

    world.choose("As the catalogue has it");
    assert!(world.shows("1 h 45") && own(&world).is_empty());
    world.choose("Take it off the shelf");
    to_shelf(&mut world);
    world.tab_to("Search the shelf");
    world.paste("coco");
    assert!(world.shows("Nothing on the shelf answers that."));
    world.choose("Off the shelf");
    world.choose("Coco, 2017 · 1 h 45 · heartwarming, happy tears");
    world.choose("Put it back on the shelf");
    assert_eq!(own(&world)[0].hidden, Some(false));
    assert_fine(&home);
}

#[test]
fn what_another_computer_says_while_a_title_is_being_changed_stands_beside_it() {
    let home = Home::new();
    let mut world = World::open(&home);
    add(&mut world, "Paper Boats");
    let kept = own(&world).remove(0);
    world.choose("Change");
    let mut there = Journal::new(DeviceId("there".into()));
    there.merge(kept.clone());
    there.put(Shelved { note: Some("said elsewhere".into()), ..kept.clone() });
    let said = there.titles.get(kept.id).expect("put").clone();
    let model = &mut world.app_mut().model;
    model.journal.merge(said);
    model.revision += 1;
    world.settle();
    world.tab_to("Your note");
    world.paste("said here");
    world.choose("Keep it");
    let versions = world.app().model.journal.titles.versions_of(kept.id);
    let mut notes: Vec<_> = versions.filter_map(|version| version.note.clone()).collect();
    notes.sort_unstable();
    assert_eq!(notes, ["said elsewhere", "said here"]);
    assert!(world.shows("two versions") || world.shows("versions"), "{:?}", world.labels());
}

#[test]
fn what_is_half_typed_about_a_title_is_there_when_one_comes_back() {
    let home = Home::new();
    let mut world = World::open(&home);
    to_shelf(&mut world);
    world.choose("Add a title");
    world.paste("Bambi");
    world.choose("Show that one");
    world.choose("Change");
    world.press(Key::Escape);
    world.press(Key::Escape);
    assert_eq!(world.value_of("Name").as_deref(), Some("Bambi"));
    world.press(Key::Escape);
    world.choose("Add a title");
    assert_eq!(world.value_of("Name").as_deref(), Some("Bambi"));
    world.tab_to("Your note");
    world.paste("a long note");
    let mut world = world.reopened_after(&home, 3);
    to_shelf(&mut world);
    world.choose("Add a title");
    assert_eq!(world.value_of("Name").as_deref(), Some("Bambi"));
    assert_eq!(world.value_of("Your note").as_deref(), Some("a long note"), "after a power cut, too");
    assert!(own(&world).is_empty(), "and nothing is kept yet");
    world.choose("Drop it");
    world.choose("Add a title");
    assert_eq!(world.value_of("Name").as_deref(), Some(""));
}

#[test]
fn what_cannot_be_gets_a_sentence_and_nothing_is_lost() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Open(Page::EditTitle(None)));
    world.choose("Keep it");
    assert!(world.shows("A name is all it needs."));
    world.tab_to("Name");
    world.paste("Bambi");
    assert!(world.shows("“Bambi” is on the shelf already."));
    for (length, sentence) in [
        ("0", "A length is at least one minute"),
        ("10000", "That is longer than a whole day"),
        ("long", "That is not a length yet"),
    ] {
        world.tab_to("Length");
        world.write_anew(length);
        assert!(world.shows(sentence), "{length}");
    }
    world.tab_to("Length");
    world.write_anew("70");
    for year in ["3024", "19", "soon", "-5"] {
        world.tab_to("Year");
        world.write_anew(year);
        assert!(world.shows("A year has four digits"), "{year}");
    }
    world.tab_to("Link");
    world.write_anew("http://example.org/bambi");
    assert!(world.shows("Only addresses that begin with https:// are opened."));
    world.choose("Keep it");
    let kept = own(&world).remove(0);
    assert_eq!((kept.runtime_min, kept.year), (Some(70), None));
    assert_eq!(kept.link.as_deref(), Some("http://example.org/bambi"), "kept as it was written");
    world.choose("Open where it plays");
    assert!(world.shows("Your link does not begin with https://") && !world.shows("Your link,"));
    assert!(world.opened.borrow().is_empty());
    assert_fine(&home);
}

#[test]
fn any_text_is_the_name_and_the_note_of_a_title() {
    let home = Home::new();
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    let size = Vec2::new(1920.0, 1080.0);
    let mut world = World::open_drawn(home.places(), Arc::new(RealDisk), clock, size, true);
    let long: String = "All the rain there is. ".chars().cycle().take(10_000).collect();
    for text in [long.as_str(), "שלום 🌧️ e\u{301}", "a\u{1}b\0c", "{q} % & # \"quoted\"", "Some(\"ron\"), )]}"]
    {
        add(&mut world, text);
        world.choose("Open where it plays");
        world.ask(Command::Back);
        world.choose("Change");
        world.tab_to("Your note");
        world.paste(text);
        world.choose("Keep it");
        to_shelf(&mut world);
        world.ask(Command::Open(Page::Choose));
    }
    assert_eq!(own(&world).len(), 5);
    assert_fine(&home);
}

#[test]
fn an_address_is_opened_on_a_press_and_only_https() {
    let home = Home::new();
    let mut world = World::open(&home);
    let place = open_title(&mut world, "coco-2017");
    world.choose("Open where it plays");
    assert!(world.opened.borrow().is_empty(), "looking opens nothing");
    world.choose("Look for it on YouTube");
    assert_eq!(*world.opened.borrow(), ["https://www.youtube.com/results?search_query=Coco"]);
    assert!(world.shows("Opened in your browser."));
    for address in ["http://example.org", "file:///etc/passwd", "javascript:alert(1)", "https://nowhere"] {
        world.ask(Command::OpenAddress(address.into()));
        assert!(world.shows("It could not be opened"), "{address}");
    }
    assert_eq!(world.opened.borrow().len(), 1);

    world.ask(Command::Open(Page::EditTitle(Some(place))));
    world.tab_to("Link");
    world.paste("https://example.org/ours");
    world.choose("Keep it");
    world.choose("Your link, https://example.org/ours");
    assert_eq!(world.opened.borrow().last().map(String::as_str), Some("https://example.org/ours"));
}

#[test]
fn a_list_of_places_edited_into_nonsense_is_told_and_the_usual_one_is_there() {
    let home = Home::new();
    let mut world = World::open(&home);
    let place = open_title(&mut world, "coco-2017");
    world.choose("Open where it plays");
    world.choose("Change this list");
    drop(world.reopened_after(&home, 1));
    let own_list = home.data_dir().join("players.ron");
    let text = std::fs::read_to_string(&own_list).expect("it lies in the folder");
    for (edited, shown) in [
        (text.replace("\"YouTube\"", "\"Our library\""), "Look for it on Our library"),
        (text.replace("https://www.youtube.com", "http://www.youtube.com"), "is no https address"),
        ("(\nnonsense".to_owned(), "players.ron: line 2"),
        (text.replace("sunshower/players", "poem"), "it is poem, version 1"),
    ] {
        std::fs::write(&own_list, &edited).expect("edited by hand");
        let mut world = World::open(&home);
        world.ask(Command::Open(Page::Plays(place)));
        assert!(world.shows(shown), "{shown}: {:?}", world.labels());
        assert!(world.shows("JustWatch"));
        drop(world);
        assert_eq!(std::fs::read_to_string(&own_list).expect("there"), edited, "it is never written over");
    }
}

#[test]
fn what_is_skipped_is_left_out_and_the_screen_says_how_many_and_why() {
    let home = Home::new();
    let mut world = World::open(&home);
    world.ask(Command::Open(Page::Skip));
    world.choose("a pet dies");
    world.choose("Done");
    assert!(world.app().model.settings.skip.contains(&Note::PetDeath));
    let mut world = world.reopened_after(&home, 1);
    world.ask(Command::Open(Page::Choose));
    world.choose("Let it all out");
    let left_out = world.labels().into_iter().find(|label| label.contains("were left out")).expect("it says how many");
    assert!(!world.shows("with something you skip"), "why is not said unasked");
    world.choose(&left_out);
    assert!(world.shows("with something you skip: a pet dies") && world.shows("These are never suggested"));
    assert!(!world.shows("Hachi"));
    for _ in 0..12 {
        if !world.labels().contains(&"Show more".to_owned()) {
            break;
        }
        world.choose("Show more");
    }
    let model = &world.app().model;
    let never =
        model.catalogue.iter().filter(|title| title.notes.contains(&Note::PetDeath) || !title.may_be_proposed());
    for title in never {
        assert!(!world.labels().iter().any(|label| label.starts_with(&format!("{}, ", title.name))), "{}", title.name);
    }
    // By name everything is found.
    to_shelf(&mut world);
    world.tab_to("Search the shelf");
    world.paste("hachi");
    assert!(world.labels().iter().any(|label| label.starts_with("Hachi")));
}

#[test]
fn without_the_catalogue_the_shelf_holds_what_the_person_put_there() {
    let home = Home::new();
    let mut world = World::open(&home);
    add(&mut world, "Paper Boats");
    let mut settings = world.app().model.settings.clone();
    settings.catalogue = false;
    world.ask(Command::SetSettings(Box::new(settings)));
    to_shelf(&mut world);
    assert!(world.shows("One title") && world.shows("Paper Boats"));
    for wish in Wish::ALL {
        world.ask(Command::Open(Page::Choose));
        world.choose(match wish {
            Wish::Gentle => "Gentle",
            Wish::LetItOut => "Let it all out",
            Wish::HappyTears => "Happy tears",
            Wish::Comedy => "A comedy that lifts",
            Wish::Short => "Under 30 minutes",
            Wish::Works => "Something I know works",
        });
        assert!(world.shows("Paper Boats") == (wish == Wish::Gentle), "{wish:?}");
        world.ask(Command::Back);
    }
}

#[test]
fn a_shelf_of_thousands_draws_no_more_than_a_small_one() {
    let rows = |world: &World| world.labels().iter().filter(|label| label.starts_with("Title ")).count();
    let mut drawn = Vec::new();
    for many in [100_u32, 5_000] {
        let home = Home::new();
        let mut world = World::open(&home);
        let now = world.clock.now().wall;
        for n in 0..many {
            let journal = &mut world.app_mut().model.journal;
            let rev = Rev(0, journal.device.clone());
            let mut title = Shelved::new(Uuid::from_u128(u128::from(n)), rev, now.date_naive(), Some(now));
            title.name = Some(format!("Title {n:04}"));
            journal.put(title);
        }
        world.app_mut().model.revision += 1;
        to_shelf(&mut world);
        world.choose("Added by me");
        drawn.push(rows(&world));
        // Arrows go down through all of it, row by row, and the screen follows.
        for _ in 0..40 {
            world.press(Key::ArrowDown);
        }
        let at: u32 = world.focused()[6..10].parse().expect("on a row");
        assert!((30..=40).contains(&at), "{}", world.focused());
        assert!(rows(&world) <= drawn[0] + 12);
    }
    assert_eq!(drawn[0], drawn[1]);
    assert!(drawn[0] < 30, "{drawn:?}");
}
