//! What a save and a start cost, with no history, one year and ten years behind them.
#![allow(clippy::expect_used, clippy::disallowed_methods, reason = "a benchmark says what it expects, on a real disk")]

use std::sync::Arc;

use divan::Bencher;
use sunshower::clock::Wall;
use sunshower::demo;
use sunshower::journal::day::Month;
use sunshower::journal::entry::Cry;
use sunshower::journal::sheet::Sheet;
use sunshower::store::backup::Why;
use sunshower::store::{Job, Opened, Places, RealDisk, Writer, open, sheet_text};
use tempfile::TempDir;

const DECEMBER: Month = Month { year: 2026, month: 12 };

fn main() {
    divan::main();
}

/// A journal of so many full years that ends in November 2026, on a real disk.
struct Home {
    _dir: TempDir,
    places: Places,
}

fn now() -> Wall {
    Wall::parse_from_rfc3339("2026-11-22T20:30:00+01:00").expect("a time")
}

impl Home {
    fn with(years: u32) -> Self {
        Self::with_evenings(years, true)
    }

    /// Two evenings a week, or one every day.
    fn with_evenings(years: u32, dense: bool) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let places = Places::new(dir.path().join("journal"), dir.path().join("state"));
        let opened = open(&RealDisk, &places).expect("an empty folder");
        let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
        if years > 0 {
            let journal = demo::journal(years, dense, now().date_naive(), now(), opened.vault.device());
            let mut month = Month::of(now().date_naive());
            for _ in 0..=12 * years + 1 {
                writer
                    .run_now(Job::Records(Sheet::Month(month), sheet_text(&journal, Sheet::Month(month))))
                    .result
                    .expect("saved");
                month = month.before();
            }
        }
        drop(writer);
        Self { _dir: dir, places }
    }

    fn open(&self) -> Opened {
        open(&RealDisk, &self.places).expect("it opens")
    }
}

/// A press of "Tears" in a month that has nothing else in it: from the record to a file that would survive a power cut.
#[divan::bench(args = [0, 1, 10], sample_count = 60)]
fn save(bencher: Bencher, years: u32) {
    let home = Home::with(years);
    let mut opened = home.open();
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    let mut cry: Cry = opened.journal.create(DECEMBER.first_day(), Some(now()));
    bencher.bench_local(|| {
        cry.minutes = Some(cry.minutes.map_or(1, |minutes| minutes % 60 + 1));
        opened.journal.put(cry.clone());
        let text = sheet_text(&opened.journal, Sheet::Month(DECEMBER));
        writer.run_now(Job::Records(Sheet::Month(DECEMBER), text)).result.expect("saved")
    });
}

/// The text alone, which is made on the thread that draws.
#[divan::bench(args = [0, 1, 10], sample_count = 60)]
fn text_of_a_month(bencher: Bencher, years: u32) {
    let home = Home::with(years);
    let mut opened = home.open();
    let cry: Cry = opened.journal.create(DECEMBER.first_day(), Some(now()));
    opened.journal.put(cry);
    bencher.bench_local(|| sheet_text(&opened.journal, Sheet::Month(DECEMBER)));
}

/// Opening the folder: reading and merging all of it. Ten dense years are 11 MB in 121 files.
#[divan::bench(args = [0, 1, 10], sample_count = 20)]
fn load(bencher: Bencher, years: u32) {
    let home = Home::with(years);
    bencher.bench_local(|| home.open());
}

/// As above, with about two evenings a week.
#[divan::bench(args = [1, 10], sample_count = 20)]
fn load_usual(bencher: Bencher, years: u32) {
    let home = Home::with_evenings(years, false);
    bencher.bench_local(|| home.open());
}

/// The first save of a day comes after a backup of what changed since the one before.
#[divan::bench(args = [0, 1, 10], sample_count = 20)]
fn backup_of_a_day(bencher: Bencher, years: u32) {
    let home = Home::with(years);
    let mut opened = home.open();
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    writer.run_now(Job::Backup { made: now(), why: Why::FirstOfDay }).result.expect("backed up");
    let mut days = 0;
    let cry: Cry = opened.journal.create(DECEMBER.first_day(), Some(now()));
    bencher.bench_local(|| {
        days += 1;
        opened.journal.put(cry.clone());
        writer
            .run_now(Job::Records(Sheet::Month(DECEMBER), sheet_text(&opened.journal, Sheet::Month(DECEMBER))))
            .result
            .expect("saved");
        let made = now() + chrono::TimeDelta::days(days);
        writer.run_now(Job::Backup { made, why: Why::FirstOfDay }).result.expect("backed up")
    });
}
