//! Text and numbers nobody expects: they get a sentence or are kept as they are, and nothing ever panics.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

mod support;

use std::sync::Arc;

use egui::{Event, Key, Vec2};
use sunshower::app::command::Command;
use sunshower::app::nav::{Page, Room};
use sunshower::clock::{ManualClock, Wall};
use sunshower::evening::check_in::Moment;
use sunshower::evening::run::{Stage, Step};
use sunshower::store::{RealDisk, check};
use support::world::{EVENING, Home, World};

/// A world that may draw letters which only a system's fonts have.
fn open(home: &Home) -> World {
    open_at(home, EVENING)
}

fn open_at(home: &Home, at: &str) -> World {
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(at).expect("a date")));
    World::open_drawn(home.places(), Arc::new(RealDisk), clock, Vec2::new(1920.0, 1080.0), true)
}

fn long() -> String {
    "All the rain there is. ".chars().cycle().take(10_000).collect()
}

/// What people type, paste, and have in their clipboards, each with a name.
fn texts() -> Vec<(&'static str, String)> {
    vec![
        ("long", long()),
        ("one long word", "a".repeat(10_000)),
        ("Hebrew", "שלום, עולם טוב (93)".into()),
        ("Arabic", "مرحبا بالعالم، مساء الخير".into()),
        ("both ways", "Paper שלום Boats \u{202e}olleh\u{202c} \u{200f}end".into()),
        ("emoji", "🌧️🌦️ 👩‍👩‍👧‍👦 🏳️‍🌈 e\u{301}\u{301}\u{301} 🇵🇹".into()),
        ("zero bytes", "before\0after".into()),
        ("control characters", "a\u{1}b\u{1b}[31mc\u{7f}d\u{85}e\u{feff}f".into()),
        ("quotes and brackets", r#"("\"#.to_owned() + r##"\u{41}\" r#"x"# //no )"##),
        ("only spaces", "   ".into()),
        ("surprising spaces", "\u{a0}\u{2003}thin\u{200b}ner\u{2028}line".into()),
    ]
}

/// Whether a file of the folder holds this very text in one of its strings.
fn is_kept(home: &Home, text: &str) -> bool {
    let written = ron::to_string(text).expect("a string");
    home.files().iter().any(|(_, content)| content.contains(&written))
}

fn assert_fine(home: &Home) {
    let report = check(&RealDisk, &home.places());
    assert!(report.is_fine(), "{report:?}");
}

/// Goes to a field, pastes, and checks that it holds what was pasted.
fn paste_into(world: &mut World, field: &str, text: &str) {
    world.tab_to(field);
    world.write_anew("");
    world.paste(text);
    assert_eq!(world.value_of(field).as_deref(), Some(text), "{field} holds what was pasted");
}

#[test]
fn any_text_goes_through_a_whole_evening_byte_for_byte() {
    for (name, text) in texts() {
        let home = Home::new();
        let mut world = open(&home);
        let shown = text.trim();
        world.choose("Name it");
        paste_into(&mut world, "Name", &text);
        world.choose("Done");
        world.choose("Intention");
        paste_into(&mut world, "Intention", &text);
        world.choose("Done");
        world.ask(Command::Open(Page::Aftercare));
        paste_into(&mut world, "Something of your own", &text);
        world.press(Key::Enter);
        world.ask(Command::Back);
        world.choose("Begin the evening");
        paste_into(&mut world, "A word of your own", &text);
        world.press(Key::Enter);
        assert_eq!(world.value_of("A word of your own").unwrap_or_default().trim(), "", "{name}: it was taken");
        world.choose("Keep this");
        world.ask(Command::Step(Step::StartFilm));
        world.wait_min(3);
        world.ask(Command::Menu(true));
        world.ask(Command::Menu(false));
        for step in [Step::ItemOver, Step::SkipCheckIn, Step::AnswersDone] {
            world.ask(Command::Step(step));
        }
        paste_into(&mut world, "How far have you come?", &text);
        paste_into(&mut world, "One small joy for the days ahead: people, nature, something new", &text);
        world.choose("The evening is over");
        assert_fine(&home);

        let journal = &world.app().model.journal;
        let evening = journal.evenings.iter().next().expect("one");
        assert_eq!(evening.plan.items[0].name, text, "{name}");
        assert_eq!(evening.plan.intention, text, "{name}");
        if !shown.is_empty() {
            assert_eq!(evening.plan.aftercare, [shown], "{name}");
            assert_eq!(journal.check_ins.iter().next().expect("one").words, [shown], "{name}");
            assert_eq!(journal.reflections.iter().next().expect("one").text, text, "{name}");
            assert_eq!(journal.joys.iter().next().expect("one").text, text, "{name}");
            assert!(is_kept(&home, &text), "{name} is in the files, byte for byte");
        }
        let id = evening.id;

        // Everywhere it is told of, it can be drawn; and after the next start it is the same.
        drop(world);
        let mut world = open(&home);
        for room in Room::ALL {
            world.ask(Command::Enter(room));
        }
        world.ask(Command::Enter(Room::Journal));
        world.ask(Command::Open(Page::Evening(id)));
        let evening = world.app().model.journal.evenings.get(id).expect("read again");
        assert_eq!((&evening.plan.items[0].name, &evening.plan.intention), (&text, &text), "{name}");
    }
}

#[test]
fn any_text_is_a_note_about_tears_with_its_lines() {
    let mut texts = texts();
    texts.push(("lines", "one\n\ntwo\n  three\n".into()));
    texts.push(("lines of Windows", "one\r\ntwo\r\n".into()));
    let home = Home::new();
    let mut world = open(&home);
    for (name, text) in &texts {
        world.ask(Command::Enter(Room::Journal));
        world.ask(Command::NewCry { evening: None });
        paste_into(&mut world, "In your own words", text);
        world.choose("Done");
        assert!(is_kept(&home, text), "{name}");
    }
    assert_fine(&home);
    drop(world);
    let world = open(&home);
    for (name, text) in &texts {
        assert!(world.app().model.journal.cries.iter().any(|cry| cry.note == *text), "{name}");
    }
}

#[test]
fn lines_pasted_into_one_line_become_one_line() {
    let home = Home::new();
    let mut world = open(&home);
    world.choose("Name it");
    world.tab_to("Name");
    world.paste("Paper\nBoats\r\nin the rain");
    let name = world.value_of("Name").expect("a field");
    assert!(!name.contains('\n') && name.starts_with("Paper Boats"), "{name:?}");
    assert_eq!(world.focused(), "Name");
}

#[test]
fn a_screen_of_any_size_can_draw_any_text() {
    for size in [Vec2::new(640.0, 400.0), Vec2::new(1280.0, 720.0), Vec2::new(3840.0, 2160.0)] {
        let home = Home::new();
        let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
        let mut world = World::open_drawn(home.places(), Arc::new(RealDisk), clock, size, true);
        for (_, text) in texts() {
            let mut plan = world.app().model.tonight.plan.clone();
            plan.items[0].name.clone_from(&text);
            plan.intention.clone_from(&text);
            plan.aftercare = vec![text.clone()];
            plan.room = vec![text];
            world.ask(Command::SetPlan(plan));
            for page in [Page::Items, Page::Aftercare, Page::Intention, Page::Breaks] {
                world.ask(Command::Open(page));
                world.ask(Command::Back);
            }
        }
    }
}

#[test]
fn a_length_that_cannot_be_gets_a_sentence_and_the_last_good_one_stays() {
    let home = Home::new();
    let mut world = open(&home);
    world.choose("Name it");
    world.tab_to("Length");
    world.write_anew("1:33");
    let runtime = |world: &World| world.app().model.tonight.plan.items[0].runtime_min;
    assert_eq!(runtime(&world), Some(93));
    let kept = "The last one is kept.";
    assert!(!world.shows(kept));
    for (typed, sentence) in [
        ("0", "A length is at least one minute."),
        ("-5", "A length is at least one minute."),
        ("100 h", "That is longer than a whole day."),
        ("99999999999999999999", "That is longer than a whole day."),
        ("long", "That is not a length yet. It can look like 93, 1:33 or 1 h 33."),
        ("שעה", "That is not a length yet."),
        ("🌧️", "That is not a length yet."),
        ("\0", "That is not a length yet."),
    ] {
        world.write_anew(typed);
        assert!(world.shows(sentence) && world.shows(kept), "{typed:?}: {:?}", world.labels());
        assert_eq!(runtime(&world), Some(93), "{typed:?}");
        assert_eq!(world.value_of("Length").as_deref(), Some(typed), "what is being typed is left alone");
    }
    world.write_anew(&long());
    assert!(world.shows(kept));
    world.write_anew("100 h");
    world.choose("Done");
    assert!(world.shows("1 h 33"), "the last good one");
    world.choose("Name it");
    world.tab_to("Length");
    world.write_anew("");
    assert_eq!(runtime(&world), None, "empty is not known, and that is fine");
    assert!(!world.shows(kept));
    world.write_anew("-5");
    world.choose("Done");
    world.choose("Begin the evening");
    assert_eq!(world.app().model.run.as_ref().expect("it begins all the same").evening.plan.items[0].runtime_min, None);
    assert_fine(&home);
}

#[test]
fn a_bedtime_before_now_gets_a_sentence_and_the_evening_begins_all_the_same() {
    let home = Home::new();
    let mut world = open_at(&home, "2026-11-22T23:41:00+01:00");
    assert!(world.shows("it begins after 23:30"), "{:?}", world.labels());
    world.choose("Name it");
    world.tab_to("Length");
    world.write_anew("93");
    world.choose("Done");
    assert!(world.shows("it begins after 23:30"));
    world.choose("Begin the evening");
    world.choose("Not now");
    for step in [Step::StartFilm, Step::ItemOver, Step::SkipCheckIn, Step::AnswersDone, Step::Close] {
        world.ask(Command::Step(step));
    }
    assert!(home.month().contains("bedtime: Some(\"23:30:00\")") && home.month().contains("closed: Some("));
    assert_fine(&home);
}

#[test]
fn a_start_that_has_passed_gets_a_sentence_and_is_kept() {
    let home = Home::new();
    let mut world = open(&home);
    let earlier = world.app().model.starts(sunshower::clock::Clock::now(&*world.clock)) - chrono::TimeDelta::hours(3);
    world.ask(Command::SetWhen(Some(earlier)));
    world.ask(Command::Open(Page::Start));
    assert!(world.shows("This time has passed. You can begin anyway."));
    world.ask(Command::Back);
    world.choose("Keep it for later");
    assert!(world.shows(", past"));
    assert_fine(&home);
}

#[test]
fn an_evening_longer_than_the_night_says_so_and_begins() {
    let home = Home::new();
    let mut world = open(&home);
    let mut plan = world.app().model.tonight.plan.clone();
    plan.items[0].runtime_min = Some(24 * 60);
    for _ in 0..39 {
        let key = plan.next_key();
        plan.items.push(sunshower::evening::plan::Item { key, ..plan.items[0].clone() });
    }
    world.ask(Command::SetPlan(plan));
    assert!(world.shows("does not fit: it goes"), "{:?}", world.labels());
    for page in [Page::Items, Page::Breaks] {
        world.ask(Command::Open(page));
        world.ask(Command::Back);
    }
    world.choose("Begin the evening");
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    world.wait_min(60 * 30);
    assert!(world.shows("minute 1440"), "a day and a night is as far as it goes");
    assert_fine(&home);
}

const KEYS: [Key; 16] = [
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowDown,
    Key::ArrowRight,
    Key::Enter,
    Key::Enter,
    Key::Enter,
    Key::Space,
    Key::Backspace,
    Key::Tab,
    Key::Escape,
    Key::Home,
    Key::End,
    Key::F11,
];

/// Presses anything at all, for as long as a patient cat would.
fn cat(seed: u64) {
    let home = Home::new();
    let mut world = open(&home);
    let mut random = fastrand::Rng::with_seed(seed);
    let mut pressed = Vec::new();
    for _ in 0..300 {
        let what = match random.u8(..100) {
            0..=9 => {
                let letter = random.choice(['a', 'h', '9', '-', ':', ' ', 'ש', '🌧', '"']).expect("some");
                world.harness.event(Event::Text(letter.to_string()));
                world.settle();
                format!("{letter:?}")
            }
            10..=13 => {
                world.clock.advance(std::time::Duration::from_secs(random.u64(1..1500)));
                world.settle();
                "waits".to_owned()
            }
            14 => {
                world.clock.sleep(std::time::Duration::from_secs(random.u64(1..8000)));
                world.settle();
                "sleeps".to_owned()
            }
            15 => {
                drop(world);
                let at = open_again_at(&home, &mut random);
                world = at;
                "crashes".to_owned()
            }
            16 => {
                world.harness.key_press_modifiers(egui::Modifiers::SHIFT, Key::Tab);
                world.settle();
                "Shift+Tab".to_owned()
            }
            _ => {
                let key = random.choice(KEYS).expect("some");
                world.press(key);
                format!("{key:?}")
            }
        };
        pressed.push(what);
        let tail = &pressed[pressed.len().saturating_sub(12)..];
        assert!(!world.focused().is_empty(), "seed {seed}: nothing is focused after {tail:?}: {:?}", world.labels());
        let report = check(&RealDisk, &home.places());
        assert!(report.is_fine(), "seed {seed} after {tail:?}: {report:?}");
    }
    let running = usize::from(world.app().model.run.is_some());
    assert!(running <= 1);
    assert!(world.app_mut().finish_saving(), "seed {seed}: everything is saved");
    let told = sunshower::store::Count::of(&world.app().model.journal);
    let kept = check(&RealDisk, &home.places());
    assert_eq!(kept.counts, told, "seed {seed}: what is told is what is kept");
}

fn open_again_at(home: &Home, random: &mut fastrand::Rng) -> World {
    let days = random.u32(22..29);
    open_at(home, &format!("2026-11-{days}T{:02}:{:02}:00+01:00", random.u32(..24), random.u32(..60)))
}

#[test]
fn a_cat_on_the_keyboard_breaks_nothing() {
    for seed in 1..=4 {
        cat(seed);
    }
}

#[test]
fn another_cat_on_the_keyboard_breaks_nothing() {
    for seed in 11..=14 {
        cat(seed);
    }
}

#[test]
fn a_cat_on_every_page_of_an_evening_breaks_nothing() {
    type Prepare = fn(&mut World);
    let stages: [(&str, Prepare); 8] = [
        ("items", |world| world.ask(Command::Open(Page::Items))),
        ("breaks", |world| world.ask(Command::Open(Page::Breaks))),
        ("check-in", |world| {
            world.ask(Command::Open(Page::CheckIn { id: None, evening: None, moment: Moment::Free }));
        }),
        ("cry", |world| world.ask(Command::NewCry { evening: None })),
        ("watching", |world| to_stage(world, Stage::Watching)),
        ("break", |world| to_stage(world, Stage::Break)),
        ("tears", |world| to_stage(world, Stage::Tears)),
        ("aftercare", |world| to_stage(world, Stage::Aftercare)),
    ];
    for (seed, (name, prepare)) in stages.into_iter().enumerate() {
        let home = Home::new();
        let mut world = open(&home);
        prepare(&mut world);
        let mut random = fastrand::Rng::with_seed(u64::try_from(seed).expect("few"));
        for _ in 0..60 {
            world.press(random.choice(KEYS).expect("some"));
            assert!(!world.focused().is_empty(), "{name}: nothing is focused: {:?}", world.labels());
        }
        assert_fine(&home);
    }
}

fn to_stage(world: &mut World, stage: Stage) {
    world.ask(Command::Begin);
    for step in [Step::SkipCheckIn, Step::StartFilm, Step::TakeBreak] {
        if world.app().model.run.as_ref().is_some_and(|run| run.stage == stage && stage != Stage::Watching) {
            return;
        }
        world.ask(Command::Step(step));
    }
    if stage == Stage::Break {
        return;
    }
    world.ask(Command::Step(Step::EndBreak));
    for step in [Step::ItemOver, Step::SkipCheckIn, Step::AnswersDone] {
        if world.app().model.run.as_ref().is_some_and(|run| run.stage == stage) {
            return;
        }
        world.ask(Command::Step(step));
    }
}
