//! What a keystroke costs on a shelf of 5,000 titles.
#![allow(clippy::expect_used, reason = "a benchmark says what it expects")]

use chrono::NaiveDate;
use divan::Bencher;
use sunshower::shelf::catalogue::bundled;
use sunshower::shelf::choose::{Candidate, Question, Wish, choose, surprise};
use sunshower::shelf::search::Index;
use sunshower::shelf::title::Title;

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

#[divan::bench]
fn choosing(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    let all: Vec<_> = shelf.iter().map(|title| Candidate { title, history: None, wanted: false }).collect();
    bencher.bench_local(|| choose(&all, &question()));
}

#[divan::bench]
fn surprising(bencher: Bencher<'_, '_>) {
    let shelf = shelf();
    let all: Vec<_> = shelf.iter().map(|title| Candidate { title, history: None, wanted: false }).collect();
    let today: NaiveDate = "2026-11-22".parse().expect("a day");
    bencher.bench_local(|| surprise(&all, &question(), today, 7));
}
