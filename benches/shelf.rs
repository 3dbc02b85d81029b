//! What a keystroke costs on a shelf of 5,000 titles.
#![allow(clippy::expect_used, reason = "a benchmark says what it expects")]

#[path = "../tests/support/mod.rs"]
mod support;

use chrono::NaiveDate;
use divan::Bencher;
use sunshower::app::command::Command;
use sunshower::app::nav::Room;
use sunshower::journal::entry::Shelved;
use sunshower::journal::log::Journal;
use sunshower::journal::record::DeviceId;
use sunshower::shelf::book::Book;
use sunshower::shelf::catalogue::bundled;
use sunshower::shelf::choose::{Candidate, Question, Wish, choose, in_order, surprise};
use sunshower::shelf::collection::Collection;
use sunshower::shelf::search::Index;
use sunshower::shelf::title::Title;
use support::world::{Home, World};

const TITLES: usize = 5_000;

fn main() {
    divan::main();
}

/// The catalogue, over and over.
fn shelf() -> Vec<Title> {
    let known = bundled().expect("whole");
    let again = |n: usize| {
        let title = &known[n % known.len()];
        Title { id: format!("{}-{n}", title.id), name: format!("{} {n}", title.name), ..title.clone() }
    };
    (0..TITLES).map(again).collect()
}

fn question() -> Question {
    Question { wish: Some(Wish::Gentle), fits_min: Some(120), ..Question::default() }
}

#[divan::bench(args = ["w", "wo", "a walk", "nothing that there is"])]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let index = Index::of(&shelf());
    bencher.bench_local(|| index.find(query));
}

/// After each change of the journal, not at a keystroke.
#[divan::bench]
fn shelving(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    let journal = Journal::new(DeviceId("here".into()));
    bencher.bench_local(|| Collection::of(&shelf, &journal, true));
}

/// A whole picture of the room, with as many titles of the person's own.
#[divan::bench(args = [100, 1_000, 5_000])]
fn page(bencher: Bencher<'_, '_>, titles: u32) {
    let home = Home::new();
    let mut world = World::open(&home);
    for n in 0..titles {
        let journal = &mut world.app_mut().model.journal;
        let mut title: Shelved = journal.create("2026-11-22".parse().expect("a day"), None);
        title.name = Some(format!("Title {n:04}"));
        journal.put(title);
    }
    world.app_mut().model.revision += 1;
    world.ask(Command::Enter(Room::Shelf));
    bencher.bench_local(|| world.harness.step());
}

#[divan::bench]
fn choosing(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    let all: Vec<_> =
        shelf.iter().map(|title| Candidate { title, history: None, wanted: false, seen: false }).collect();
    bencher.bench_local(|| choose(&all, &question()));
}

/// As the page does it, with two years behind it.
#[divan::bench]
fn choosing_on_the_page(bencher: Bencher<'_, '_>) {
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-22T20:30:00+01:00").expect("a time");
    let today = at.date_naive();
    let journal = sunshower::demo::journal(2, false, today, at, DeviceId("here".into()));
    let mut book = Book::default();
    book.refresh(&shelf(), &journal, true, 1);
    bencher.bench_local(|| {
        let (candidates, entries) = book.candidates();
        let choice = choose(&candidates, &question());
        in_order(&candidates, choice.found, today, 7).len() + entries.len()
    });
}

#[divan::bench]
fn surprising(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    let all: Vec<_> =
        shelf.iter().map(|title| Candidate { title, history: None, wanted: false, seen: false }).collect();
    let today: NaiveDate = "2026-11-22".parse().expect("a day");
    bencher.bench_local(|| surprise(&all, &question(), today, 7));
}
