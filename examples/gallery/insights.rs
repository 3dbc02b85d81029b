//! The charts and the journal, at few and at many entries.

use egui::Key;
use sunshower::app::command::Command;
use sunshower::app::nav::{Chart, Page, Room};
use sunshower::clock::Wall;
use sunshower::demo;
use sunshower::evening::check_in::Moment;
use sunshower::evening::tears::Tears;
use sunshower::journal::entry::{CheckIn, Evening};
use sunshower::journal::log::Journal;
use sunshower::journal::record::DeviceId;

use super::World;

type Screen = (&'static str, bool, fn(&mut World));

pub const SCREENS: &[Screen] = &[
    ("chart-mood", true, |world| on(world, Chart::Mood)),
    ("chart-tears", true, |world| {
        on(world, Chart::Tears);
        world.choose("More than usual?");
    }),
    ("chart-others", true, |world| {
        on(world, Chart::Tears);
        world.choose("per month");
        world.choose("What do others report?");
        world.choose("Faint lines in the chart");
    }),
    ("chart-around", true, |world| {
        everything(world);
        on(world, Chart::Around);
        world.press_all(&[Key::ArrowDown, Key::ArrowLeft, Key::ArrowLeft]);
    }),
    ("chart-moves", true, |world| {
        everything(world);
        on(world, Chart::Moves);
    }),
    ("chart-times", true, |world| on(world, Chart::Times)),
    ("chart-pauses", true, |world| on(world, Chart::Pauses)),
    ("chart-year", true, |world| {
        on(world, Chart::Year);
        world.press_all(&[Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft]);
    }),
    ("chart-table", true, |world| {
        world.ask(Command::Enter(Room::Insights));
        world.ask(Command::Open(Page::Table(Chart::Around)));
    }),
    ("few-0", false, |world| few(world, 0)),
    ("few-1", false, |world| few(world, 1)),
    ("few-5", false, |world| few(world, 5)),
    ("few-6", false, |world| few(world, 6)),
    ("few-40", false, |world| few(world, 40)),
    ("few-around-1", false, |world| around(world, 1)),
    ("few-around-5", false, |world| around(world, 5)),
    ("few-around-6", false, |world| around(world, 6)),
    ("few-around-40", false, |world| around(world, 40)),
    ("dense", true, |world| {
        let now: Wall = "2026-11-22T20:30:00+01:00".parse().expect("a time");
        world.app_mut().model.journal = demo::journal(10, true, now.date_naive(), now, DeviceId("here".into()));
        world.app_mut().model.revision += 1;
        everything(world);
    }),
    ("paused", true, |world| {
        let mut settings = world.app().model.settings.clone();
        settings.paused = true;
        world.ask(Command::SetSettings(Box::new(settings)));
        world.ask(Command::Enter(Room::Insights));
    }),
    ("take-along", true, |world| world.ask(Command::Open(Page::TakeAlong))),
    ("journal-search", true, |world| {
        world.ask(Command::Enter(Room::Journal));
        world.tab_to("Search");
        world.write_anew("ri");
    }),
    ("journal-letter", true, |world| {
        world.ask(Command::Open(Page::Write { evening: None, letter: true }));
    }),
    ("journal-added", true, |world| {
        world.ask(Command::Enter(Room::Journal));
        world.ask(Command::NewEvening);
    }),
    ("journal-around", true, |world| {
        let evenings = world.app().model.journal.evenings.iter();
        let id = evenings.max_by_key(|evening| evening.began).map(|evening| evening.id).expect("the demo has some");
        world.ask(Command::Open(Page::EveningAround(id)));
    }),
];

fn on(world: &mut World, chart: Chart) {
    world.ask(Command::Enter(Room::Insights));
    world.ask(Command::Open(Page::Chart(chart)));
}

fn everything(world: &mut World) {
    world.ask(Command::Enter(Room::Insights));
    world.choose("everything");
}

/// So many evenings with all four check-ins.
fn evenings(journal: &mut Journal, n: u32) {
    for index in 0..n {
        let day =
            "2026-11-20".parse::<chrono::NaiveDate>().expect("a day") - chrono::TimeDelta::days(2 * i64::from(index));
        let evening: Evening = journal.create(day, None);
        let id = evening.id;
        let tears = if index % 3 == 2 { Tears::None } else { Tears::Wept };
        journal.put(Evening { tears: Some(tears), ..evening });
        let moments = [(Moment::Before, 40), (Moment::After, 32), (Moment::Plus20, 44), (Moment::Plus90, 55)];
        for (moment, height) in moments {
            let pleasant = u8::try_from((height + 7 * index) % 90).expect("small");
            let check_in = CheckIn { evening: Some(id), moment, pleasant: Some(pleasant), ..journal.create(day, None) };
            journal.put(check_in);
        }
    }
}

fn few(world: &mut World, n: u32) {
    evenings(&mut world.app_mut().model.journal, n);
    world.app_mut().model.revision += 1;
    world.ask(Command::Enter(Room::Insights));
}

fn around(world: &mut World, n: u32) {
    few(world, n);
    world.ask(Command::Open(Page::Chart(Chart::Around)));
}
