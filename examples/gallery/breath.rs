//! The breaks, and the room of breathing.

use std::time::Duration;

use sunshower::app::command::Command;
use sunshower::app::nav::{Page, Room};
use sunshower::breathing::{Look, Timing};
use sunshower::evening::offers::Answer;
use sunshower::evening::run::Step;
use sunshower::journal::entry::{BreakKind, OwnPattern};
use sunshower::journal::record::{Record, Rev};
use sunshower::sound::Bed;
use sunshower::store::Settings;
use uuid::Uuid;

use super::super::support::world::World;
use super::Screen;
use super::watch;

/// The screens, as in the list of all.
pub const SCREENS: &[Screen] = &[
    ("break-offered", true, |world| {
        watch(world);
        world.wait_min(9);
        for _ in 0..3 {
            world.clock.advance(Duration::from_secs(1));
            world.settle();
        }
    }),
    ("break-breathe", true, |world| rest(world, |_| {}, 68_000)),
    ("break-breathe-in", true, |world| rest(world, |_| {}, 62_000)),
    ("break-tide", true, |world| rest(world, |settings| settings.look = Look::Tide, 62_500)),
    ("break-light", true, |world| rest(world, |settings| settings.look = Look::Light, 62_500)),
    ("break-black", true, |world| rest(world, |settings| settings.true_black = true, 68_000)),
    ("break-still", true, |world| rest(world, |settings| settings.reduced_motion = true, 68_000)),
    ("break-stretch", true, |world| do_in_break(world, BreakKind::Stretch)),
    ("break-walk", true, |world| do_in_break(world, BreakKind::Walk)),
    ("break-sip", true, |world| do_in_break(world, BreakKind::Sip)),
    ("break-sit", true, |world| {
        do_in_break(world, BreakKind::Sit);
        world.ask(Command::Step(Step::BreakHelped(sunshower::journal::entry::Helped::Easier)));
    }),
    ("break-stopped", true, |world| {
        rest(world, |_| {}, 1_000);
        world.ask(Command::ChoosePattern("four-seven-eight".into()));
        world.clock.advance(Duration::from_secs(80));
        world.settle();
    }),
    ("break-choices", true, |world| {
        rest(world, |settings| settings.bed = Some(Bed::Rain), 68_000);
        world.ask(Command::Menu(true));
    }),
    ("break-at-the-end", true, |world| {
        watch(world);
        world.wait_min(9);
        world.ask(Command::Step(Step::AnswerOffer(Answer::AtTheEnd)));
        world.wait_min(50);
        world.ask(Command::Step(Step::ItemOver));
        world.ask(Command::Step(Step::DoInBreak(BreakKind::Sip)));
    }),
    ("breathe", false, |world| world.ask(Command::Enter(Room::Breathe))),
    ("breathe-held", false, |world| {
        world.ask(Command::Enter(Room::Breathe));
        world.ask(Command::ChoosePattern("box".into()));
    }),
    ("breathe-running", false, |world| {
        world.ask(Command::Enter(Room::Breathe));
        world.ask(Command::Breathe(true));
        world.clock.advance(Duration::from_secs(73));
        world.settle();
    }),
    ("breathe-own", false, |world| {
        world.ask(Command::Enter(Room::Breathe));
        let device = world.app().model.journal.device.clone();
        let day = "2026-11-22".parse().expect("a day");
        let mut own = OwnPattern::new(Uuid::new_v4(), Rev(0, device), day, None);
        (own.name, own.timing) = ("before sleep".into(), Timing::of(4_500, 7_500));
        let id = own.id;
        world.ask(Command::KeepPattern(Box::new(own)));
        world.ask(Command::Open(Page::EditPattern(Some(id))));
        world.clock.advance(Duration::from_secs(8));
        world.settle();
    }),
];

/// A break in which one breathes, so many milliseconds after its beginning.
fn rest(world: &mut World, change: impl FnOnce(&mut Settings), millis: u64) {
    let mut settings = world.app().model.settings.clone();
    change(&mut settings);
    world.ask(Command::SetSettings(Box::new(settings)));
    watch(world);
    world.ask(Command::Step(Step::TakeBreak));
    world.clock.advance(Duration::from_millis(millis));
    world.settle();
}

fn do_in_break(world: &mut World, kind: BreakKind) {
    rest(world, |_| {}, 40_000);
    world.ask(Command::Step(Step::DoInBreak(kind)));
}
