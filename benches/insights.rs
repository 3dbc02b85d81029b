//! What insights and searching cost with ten dense years behind them: 3,650 evenings, 15,000 check-ins, 4,000 tears.
#![allow(clippy::expect_used, reason = "a benchmark says what it expects")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;

use chrono::NaiveDate;
use divan::Bencher;
use sunshower::app::command::Command;
use sunshower::app::nav::{Chart, Page, Room};
use sunshower::clock::Wall;
use sunshower::demo;
use sunshower::insights::crying::Step;
use sunshower::insights::facts::Facts;
use sunshower::insights::moves::moves;
use sunshower::insights::pauses::pauses;
use sunshower::insights::relief::{Later, relief};
use sunshower::insights::span::Span;
use sunshower::insights::times::times;
use sunshower::insights::year::year;
use sunshower::insights::{around, crying, mood, usual};
use sunshower::journal::entry::CheckIn;
use sunshower::journal::log::Journal;
use sunshower::journal::record::DeviceId;
use sunshower::journal::search::{Filter, Index};
use support::world::{Home, World};

fn main() {
    divan::main();
}

fn now() -> Wall {
    "2026-11-22T20:30:00+01:00".parse().expect("a time")
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn ten_years() -> Journal {
    demo::journal(10, true, today(), now(), DeviceId("here".into()))
}

fn every_insight(facts: &Facts) {
    let (span, today) = (Span::Everything, today());
    black_box(mood::series(facts, span, today));
    black_box(crying::per_month(facts, span, today));
    black_box(usual::range(facts, Step::Month, today));
    black_box(usual::lately(facts, today));
    black_box(around::series(facts, span, today));
    black_box(relief(facts, Later::Plus90, span, today));
    black_box(moves(facts, |_| Vec::new(), span, today));
    black_box(times(facts, span, today));
    black_box(pauses(facts, Step::Month, span, today));
    black_box(year(facts, 2026, today));
}

#[divan::bench]
fn every_insight_from_nothing(bencher: Bencher<'_, '_>) {
    let journal = ten_years();
    bencher.bench_local(|| every_insight(&Facts::of(&journal)));
}

#[divan::bench]
fn facts_from_nothing(bencher: Bencher<'_, '_>) {
    let journal = ten_years();
    bencher.bench_local(|| Facts::of(&journal));
}

/// One more check-in, and everything is true again.
#[divan::bench]
fn every_insight_after_one_more_check_in(bencher: Bencher<'_, '_>) {
    let mut journal = ten_years();
    let mut facts = Facts::of(&journal);
    bencher.bench_local(|| {
        let check_in = CheckIn { pleasant: Some(40), ..journal.create(today(), Some(now())) };
        journal.put(check_in);
        facts.follow(&journal);
        every_insight(&facts);
    });
}

#[divan::bench]
fn following_one_more_check_in(bencher: Bencher<'_, '_>) {
    let mut journal = ten_years();
    let mut facts = Facts::of(&journal);
    bencher.bench_local(|| {
        let check_in = CheckIn { pleasant: Some(40), ..journal.create(today(), Some(now())) };
        journal.put(check_in);
        facts.follow(&journal);
    });
}

/// A keystroke over ten years.
#[divan::bench(args = ["w", "wo", "a walk", "the river home", "nothing that there is"])]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let index = Index::of(&ten_years());
    let filter = Filter { query: query.into(), ..Filter::default() };
    bencher.bench_local(|| index.find(&filter));
}

/// After each change of the journal, not at a keystroke.
#[divan::bench]
fn indexing(bencher: Bencher<'_, '_>) {
    let journal = ten_years();
    bencher.bench_local(|| Index::of(&journal));
}

fn in_room(journal: Journal, room: Room) -> (Home, World) {
    let home = Home::new();
    let mut world = World::open(&home);
    world.app_mut().model.journal = journal;
    world.app_mut().model.revision += 1;
    world.ask(Command::Enter(room));
    (home, world)
}

/// A picture of a chart's page, without tessellation.
#[divan::bench(args = [Chart::Mood, Chart::Tears, Chart::Around, Chart::Moves, Chart::Times, Chart::Pauses, Chart::Year])]
fn chart_page(bencher: Bencher<'_, '_>, chart: Chart) {
    let (_home, mut world) = in_room(ten_years(), Room::Insights);
    world.ask(Command::Open(Page::Chart(chart)));
    bencher.bench_local(|| world.harness.step());
}

/// A picture of the list, with so many things in it.
#[divan::bench(args = [100, 10_000, 100_000])]
fn journal_list(bencher: Bencher<'_, '_>, n: u32) {
    let mut journal = Journal::new(DeviceId("here".into()));
    for index in 0..n {
        let day = today() - chrono::TimeDelta::days(i64::from(index / 4));
        let check_in = CheckIn { pleasant: Some(50), ..journal.create(day, Some(now())) };
        journal.put(check_in);
    }
    let (_home, mut world) = in_room(journal, Room::Journal);
    bencher.bench_local(|| world.harness.step());
}
