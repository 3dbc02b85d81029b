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
use sunshower::evening::tears::Tears;
use sunshower::insights::crying::Step;
use sunshower::insights::facts::{Facts, List};
use sunshower::insights::moves::{self, moves};
use sunshower::insights::pauses::{self, pauses};
use sunshower::insights::relief::{self, Later, relief};
use sunshower::insights::span::Span;
use sunshower::insights::times::{self, times};
use sunshower::insights::year::{self, year};
use sunshower::insights::{around, crying, mood, usual};
use sunshower::journal::entry::{CheckIn, Cry, Evening};
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

/// An insight: its name, the lists it is made of, and how.
type Insight = (&'static str, &'static [List], fn(&Facts));

const SPAN: Span = Span::Everything;

const INSIGHTS: &[Insight] = &[
    ("mood", mood::USES, |facts| drop(black_box(mood::series(facts, SPAN, today())))),
    ("tears", crying::USES, |facts| drop(black_box(crying::per_month(facts, SPAN, today())))),
    ("usual range", usual::USES, |facts| _ = black_box(usual::range(facts, Step::Month, today()))),
    ("more than usual", usual::USES, |facts| _ = black_box(usual::lately(facts, today()))),
    ("around", around::USES, |facts| drop(black_box(around::series(facts, SPAN, today())))),
    ("relief", relief::USES, |facts| drop(black_box(relief(facts, Later::Plus90, SPAN, today())))),
    ("moves", moves::USES, |facts| drop(black_box(moves(facts, |_| None, |_| Vec::new(), SPAN, today())))),
    ("times", times::USES, |facts| _ = black_box(times(facts, SPAN, today()))),
    ("pauses", pauses::USES, |facts| drop(black_box(pauses(facts, Step::Month, SPAN, today())))),
    ("year", year::USES, |facts| drop(black_box(year(facts, 2026, today())))),
];

fn every_insight(facts: &Facts) {
    for (.., insight) in INSIGHTS {
        insight(facts);
    }
}

#[divan::bench(args = INSIGHTS.iter().map(|(name, ..)| *name))]
fn one_insight(bencher: Bencher<'_, '_>, name: &str) {
    let facts = Facts::of(&ten_years());
    let (.., insight) = INSIGHTS.iter().find(|(of, ..)| *of == name).expect("an insight");
    bencher.bench_local(|| insight(&facts));
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

/// One more of each, and everything is true again: what is made of a list that changed is made anew.
#[divan::bench(args = ["a check-in", "a check-in of an evening", "tears", "an evening"])]
fn every_insight_after_one_more(bencher: Bencher<'_, '_>, what: &str) {
    let mut journal = ten_years();
    let evening = journal.evenings.iter().map(|evening| evening.id).next().expect("an evening");
    let mut facts = Facts::of(&journal);
    let states = |facts: &Facts| INSIGHTS.iter().map(|(_, uses, _)| facts.state(uses)).collect::<Vec<_>>();
    let mut known = states(&facts);
    bencher.bench_local(|| {
        match what {
            "tears" => {
                let cry: Cry = journal.create(today(), Some(now()));
                journal.put(cry);
            }
            "an evening" => {
                let evening = Evening { tears: Some(Tears::Wept), ..journal.create(today(), Some(now())) };
                journal.put(evening);
            }
            of => {
                let evening = (of == "a check-in of an evening").then_some(evening);
                let check_in = CheckIn { evening, pleasant: Some(40), ..journal.create(today(), Some(now())) };
                journal.put(check_in);
            }
        }
        facts.follow(&journal);
        for ((_, uses, insight), known) in INSIGHTS.iter().zip(&mut known) {
            let state = facts.state(uses);
            if std::mem::replace(known, state) != state {
                insight(&facts);
            }
        }
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
    world.choose("everything");
    world.ask(Command::Open(Page::Chart(chart)));
    bencher.bench_local(|| world.harness.step());
}

/// The same with more than anybody will ever keep: 100,000 entries.
#[divan::bench(args = [Chart::Mood, Chart::Tears, Chart::Around, Chart::Moves, Chart::Times, Chart::Pauses, Chart::Year])]
fn chart_page_of_100_000(bencher: Bencher<'_, '_>, chart: Chart) {
    let journal = demo::journal(52, true, today(), now(), DeviceId("here".into()));
    let n = journal.evenings.iter().count() + journal.check_ins.iter().count() + journal.cries.iter().count();
    assert!(n >= 100_000, "{n}");
    let (_home, mut world) = in_room(journal, Room::Insights);
    world.choose("everything");
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
