//! The shelf, in its states.

use sunshower::app::command::Command;
use sunshower::app::nav::Page;
use sunshower::clock::Clock;
use sunshower::journal::entry::Shelved;
use sunshower::journal::record::{Record, Rev};
use sunshower::shelf::collection::TitleRef;
use sunshower::shelf::title::{Form, Season, Tone};
use uuid::Uuid;

use super::super::support::world::World;

/// The place of a title in the catalogue.
pub fn place_of(world: &World, id: &str) -> TitleRef {
    let catalogue = &world.app().model.catalogue;
    TitleRef::Catalogue(catalogue.iter().position(|title| title.id == id).expect("in the catalogue"))
}

pub fn open(world: &mut World, id: &str) {
    let place = place_of(world, id);
    world.ask(Command::Open(Page::Title(place)));
}

fn new(world: &World) -> Shelved {
    let (today, now) = ("2026-11-22".parse().expect("a day"), world.clock.now());
    Shelved::new(Uuid::new_v4(), Rev(0, world.app().model.journal.device.clone()), today, Some(now.wall))
}

fn keep(world: &mut World, title: Shelved) {
    let key = TitleRef::Own(title.id);
    world.ask(Command::KeepTitle(Box::new(title)));
    world.ask(Command::Open(Page::Title(key)));
}

pub fn open_series(world: &mut World) {
    let mut series = new(world);
    (series.name, series.form) = (Some("Small Hours".into()), Some(Form::Series));
    series.runtime_min = Some(24);
    series.seasons = Some(vec![Season { season: 1, episodes: 8 }, Season { season: 2, episodes: 6 }]);
    series.kinds = Some(vec![Tone::HeartWarming]);
    keep(world, series);
}

pub fn open_own(world: &mut World) {
    let mut letter = new(world);
    (letter.name, letter.form) = (Some("Letters from grandmother".into()), Some(Form::Letter));
    letter.runtime_min = Some(20);
    letter.kinds = Some(vec![Tone::TenderSad, Tone::HappyTears]);
    letter.found_at = Some("the blue box under the bed".into());
    letter.note = Some("One at a time. The one about the garden last.".into());
    letter.wanted = Some(true);
    keep(world, letter);
}
