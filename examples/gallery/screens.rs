//! Every screen there is, empty and full: for the pictures, and for tests that look at all of them.

#![allow(dead_code, reason = "the pictures and the tests use different parts of it")]

#[path = "breath.rs"]
mod breath;
#[path = "care.rs"]
mod care;
#[path = "insights.rs"]
mod insights;
#[path = "kept.rs"]
mod kept;
#[path = "shelf.rs"]
mod shelf;

use chrono::NaiveTime;
use egui::Vec2;
use std::sync::Arc;
use std::time::Duration;
use sunshower::app::command::Command;
use sunshower::app::launch::write_demo;
use sunshower::app::model::Folder;
use sunshower::app::nav::{Chart, Page, Room};
use sunshower::clock::{Clock, ManualClock, Wall};
use sunshower::evening::check_in::{Feeling, Moment};
use sunshower::evening::plan::{BreakMark, Breaks, EveningPlan, Item, Place};
use sunshower::evening::run::Step;
use sunshower::evening::tears::{Feel, TearKind, Tears};
use sunshower::shelf::title::Note;
use sunshower::store::{Disk, OpenError, Problem, ProblemKind, RealDisk};

use super::support::world::{EVENING, Home, World};

/// A screen: its name, whether the journal is full, and how to get there.
pub type Screen = (&'static str, bool, fn(&mut World));

const MAIN: &[Screen] = &[
    ("tonight-empty", false, |_| {}),
    ("tonight", true, |world| plan(world)),
    ("tonight-too-long", true, |world| {
        let mut long = film_plan();
        long.items[0].runtime_min = Some(210);
        world.ask(Command::SetPlan(long));
    }),
    ("tonight-several", true, |world| world.ask(Command::SetPlan(episodes_plan()))),
    ("tonight-later", true, |world| {
        let id = world.app().model.journal.open_plans().map(|plan| plan.id).min().expect("the demo keeps some");
        world.ask(Command::TakePlan(id));
    }),
    ("plan-items", true, |world| open_plan(world, Page::Items)),
    ("plan-start", true, |world| {
        let when = world.app().model.journal.open_plans().filter_map(|plan| plan.when).min();
        world.ask(Command::SetWhen(when));
        open_plan(world, Page::Start);
    }),
    ("plan-breaks", true, |world| open_plan(world, Page::Breaks)),
    ("plan-aftercare", true, |world| open_plan(world, Page::Aftercare)),
    ("plan-bedtime", true, |world| open_plan(world, Page::Bedtime)),
    ("plan-place", true, |world| open_plan(world, Page::Place)),
    ("plan-intention", true, |world| open_plan(world, Page::Intention)),
    ("plan-start-collides", true, |world| {
        let first = world.app().model.journal.open_plans().min_by_key(|plan| plan.when).expect("the demo keeps some");
        let (id, when) = (first.id, first.when);
        world.ask(Command::CopyPlan(id));
        world.ask(Command::SetWhen(when));
        world.ask(Command::SetWeekly(true));
        world.ask(Command::Open(Page::Start));
    }),
    ("shelf", true, |world| world.ask(Command::Enter(Room::Shelf))),
    ("shelf-empty", false, |world| world.ask(Command::Enter(Room::Shelf))),
    ("shelf-search", true, |world| {
        world.ask(Command::Enter(Room::Shelf));
        world.tab_to("Search the shelf");
        world.paste("won");
    }),
    ("shelf-title", true, |world| shelf::open(world, "coco-2017")),
    ("shelf-title-notes", true, |world| {
        shelf::open(world, "hachi-a-dogs-tale-2009");
        world.choose("What is in it");
    }),
    ("shelf-title-series", true, |world| shelf::open_series(world)),
    ("shelf-title-own", true, |world| shelf::open_own(world)),
    ("shelf-change", true, |world| {
        shelf::open(world, "coco-2017");
        world.ask(Command::Open(Page::EditTitle(Some(shelf::place_of(world, "coco-2017")))));
    }),
    ("shelf-add", false, |world| world.ask(Command::Open(Page::EditTitle(None)))),
    ("shelf-plays", true, |world| world.ask(Command::Open(Page::Plays(shelf::place_of(world, "coco-2017"))))),
    ("choose", true, |world| world.ask(Command::Open(Page::Choose))),
    ("choose-surprise", true, |world| {
        world.ask(Command::Open(Page::Choose));
        world.choose("Surprise me, gently");
    }),
    ("skip", true, |world| {
        let mut settings = world.app().model.settings.clone();
        settings.skip = [Note::PetDeath, Note::Cancer].into();
        world.ask(Command::SetSettings(Box::new(settings)));
        world.ask(Command::Open(Page::Skip));
    }),
    ("calendar", true, |world| world.ask(Command::Open(Page::Calendar))),
    ("evening-before", true, |world| begin(world)),
    ("evening-ready", true, |world| to_film(world)),
    ("evening-watching", true, |world| watch(world)),
    ("evening-dimmed", true, |world| {
        watch(world);
        world.clock.advance(Duration::from_secs(30));
        world.settle();
    }),
    ("evening-menu", true, |world| {
        watch(world);
        world.ask(Command::Step(Step::MarkTears));
        world.ask(Command::Menu(true));
    }),
    ("evening-after", true, |world| {
        over(world);
        let words = vec!["moved".to_owned(), "tender".to_owned(), "a bit dizzy".to_owned()];
        world.ask(Command::Step(Step::Feel(Feeling { pleasant: Some(40), stirred: Some(63), words })));
    }),
    ("evening-tears", true, |world| tears(world)),
    ("evening-aftercare", true, |world| {
        tears(world);
        world.ask(Command::Step(Step::AnswersDone));
    }),
    ("evening-over", true, |world| {
        tears(world);
        world.ask(Command::Step(Step::AnswersDone));
        world.ask(Command::Step(Step::Close));
    }),
    ("evening-later", true, |world| {
        tears(world);
        world.ask(Command::Step(Step::AnswersDone));
        world.ask(Command::Step(Step::Close));
        world.clock.advance(Duration::from_mins(20));
        world.settle();
    }),
    ("found", true, |world| {
        watch(world);
        world.clock.sleep(Duration::from_mins(12));
        world.settle();
    }),
    ("folder-not-found", false, |world| {
        world.app_mut().model.folder = Folder::Closed(OpenError::NotFound);
        world.settle();
    }),
    ("folder-problems", true, |world| {
        let problem = |file: &str, kind| Problem { file: file.to_owned(), kind };
        world.app_mut().model.problems = vec![
            problem("journal/8f2c1a90/2026-10.ron", ProblemKind::CutShort { line: 214 }),
            problem("journal/8f2c1a90/2026-09.ron", ProblemKind::NewerVersion { version: 2 }),
        ];
        world.settle();
    }),
    ("quit", true, |world| {
        watch(world);
        world.ask(Command::Quit);
    }),
    ("check-in", true, |world| {
        world.ask(Command::Open(Page::CheckIn { id: None, evening: None, moment: Moment::Free }));
    }),
    ("journal-empty", false, |world| world.ask(Command::Enter(Room::Journal))),
    ("journal", true, |world| world.ask(Command::Enter(Room::Journal))),
    ("journal-evening", true, |world| {
        world.ask(Command::Enter(Room::Journal));
        let evenings = world.app().model.journal.evenings.iter();
        let id = evenings.max_by_key(|evening| evening.began).map(|evening| evening.id).expect("the demo has some");
        world.ask(Command::Open(Page::Evening(id)));
    }),
    ("journal-cry", true, |world| {
        world.ask(Command::Enter(Room::Journal));
        world.ask(Command::NewCry { evening: None });
    }),
    ("journal-deleted", true, |world| {
        world.ask(Command::Enter(Room::Journal));
        let evenings = world.app().model.journal.evenings.iter();
        let id = evenings.max_by_key(|evening| evening.began).map(|evening| evening.id).expect("the demo has some");
        world.ask(Command::Delete(id));
    }),
    ("insights-empty", false, |world| world.ask(Command::Enter(Room::Insights))),
    ("insights", true, |world| world.ask(Command::Enter(Room::Insights))),
    ("insights-table-mood", true, |world| table(world, Chart::Mood)),
    ("insights-table-tears", true, |world| table(world, Chart::Tears)),
    ("settings", true, |world| world.ask(Command::Enter(Room::Settings))),
];

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Screen> {
    MAIN.iter().chain(breath::SCREENS).chain(insights::SCREENS).chain(kept::SCREENS).chain(care::SCREENS)
}

/// An app in a window of this size, with an empty journal or a full one.
pub fn open(home: &Home, full: bool, size: Vec2) -> World {
    let (disk, clock) = journal(home, full);
    World::open_with(home.places(), disk, clock, size)
}

/// The journal alone.
pub fn journal(home: &Home, full: bool) -> (Arc<dyn Disk>, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    if full {
        write_demo(&disk, &home.places(), 2, false, &*clock).expect("an empty folder");
    }
    (disk, clock)
}

fn film_plan() -> EveningPlan {
    EveningPlan {
        items: vec![Item { name: "Hachi: A Dog's Tale".into(), runtime_min: Some(93), ..Item::default() }],
        room: ["lights", "blanket", "tissues"].map(str::to_owned).to_vec(),
        breaks: Breaks::AtMarks(vec![BreakMark { item: 0, film_min: 47 }]),
        aftercare: ["bath", "tea"].map(str::to_owned).to_vec(),
        bedtime: NaiveTime::from_hms_opt(23, 30, 0),
        place: Some(Place::AnotherScreen),
        intention: "To let the week go".into(),
    }
}

fn episodes_plan() -> EveningPlan {
    let items = (0..3).map(|key| Item {
        key,
        name: format!("Midnight Diner, part {}", key + 1),
        runtime_min: Some(24),
        ..Item::default()
    });
    EveningPlan { items: items.collect(), breaks: Breaks::BetweenItems, ..film_plan() }
}

fn plan(world: &mut World) {
    world.ask(Command::SetPlan(film_plan()));
}

fn open_plan(world: &mut World, page: Page) {
    plan(world);
    world.ask(Command::Open(page));
}

fn begin(world: &mut World) {
    plan(world);
    world.ask(Command::Begin);
}

fn to_film(world: &mut World) {
    begin(world);
    let words = vec!["tired".to_owned()];
    world.ask(Command::Step(Step::Feel(Feeling { pleasant: Some(52), stirred: Some(47), words })));
    world.ask(Command::Step(Step::KeepCheckIn));
}

fn watch(world: &mut World) {
    to_film(world);
    world.ask(Command::Step(Step::StartFilm));
    for minutes in [20, 13] {
        world.wait_min(minutes);
        world.ask(Command::Step(Step::MarkTears));
    }
    world.wait_min(6);
    let now = world.clock.now().mono;
    world.app_mut().model.last_input = now;
    world.settle();
}

fn over(world: &mut World) {
    watch(world);
    world.wait_min(54);
    world.ask(Command::Step(Step::ItemOver));
}

fn tears(world: &mut World) {
    over(world);
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::AnswerTears(Tears::Few)));
    world.ask(Command::Step(Step::ToggleKind(TearKind::Moved)));
    world.ask(Command::Step(Step::AnswerFeel(Feel::Lighter)));
}

fn table(world: &mut World, chart: Chart) {
    world.ask(Command::Enter(Room::Insights));
    world.ask(Command::Open(Page::Table(chart)));
}
