//! The room of care, what lies over an evening, and the first start.

use sunshower::app::command::Command;
use sunshower::app::nav::{Over, Page, Room, Welcome};
use sunshower::care::guide::Card;

use super::super::support::world::World;
use super::{Screen, watch};

pub const SCREENS: &[Screen] = &[
    ("care", true, |world| world.ask(Command::Enter(Room::Care))),
    ("care-guide", true, |world| open(world, Page::Guide)),
    ("care-card", true, |world| world.ask(Command::Lay(Over::Card(Card::Better)))),
    ("care-check", true, |world| open(world, Page::SelfCheck)),
    ("care-check-said", true, |world| {
        open(world, Page::SelfCheck);
        world.choose("Does it often come with no reason you can name, or not match what you feel? often");
        world.choose("Lately, does crying get in the way of ordinary days? often");
    }),
    ("care-reach", true, |world| open(world, Page::Reach)),
    ("care-talk-none", true, |world| world.ask(Command::Lay(Over::Talk))),
    ("care-talk", true, |world| talk(world)),
    ("care-talk-countries", true, |world| {
        talk(world);
        world.ask(Command::Lay(Over::Country));
    }),
    ("care-talk-contact", true, |world| {
        talk(world);
        world.ask(Command::Lay(Over::Contact));
    }),
    ("care-talk-film", true, |world| {
        watch(world);
        talk(world);
    }),
    ("welcome-1", false, |world| welcome(world, Welcome::WhatItIs)),
    ("welcome-2", false, |world| welcome(world, Welcome::YourData)),
    ("welcome-3", false, |world| welcome(world, Welcome::WhichScreen)),
];

fn open(world: &mut World, page: Page) {
    world.ask(Command::Enter(Room::Care));
    world.ask(Command::Open(page));
}

fn talk(world: &mut World) {
    let mut settings = world.app().model.settings.clone();
    settings.contact_name = "Ana".into();
    settings.contact_number = "0151 234 567".into();
    settings.country = Some("AT".into());
    world.ask(Command::SetSettings(Box::new(settings)));
    world.ask(Command::Lay(Over::Talk));
}

fn welcome(world: &mut World, screen: Welcome) {
    world.ask(Command::Welcome(screen));
    // The folder of this picture has another name each time.
    world.app_mut().model.data_dir = "/home/ana/.local/share/sunshower".into();
    world.settle();
}
