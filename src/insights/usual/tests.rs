use chrono::TimeDelta;

use super::*;
use crate::journal::entry::{Cry, Day};
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;

/// A Sunday, so that the running week began six days before.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

/// So many days ago.
fn ago(days: i64) -> NaiveDate {
    today() - TimeDelta::days(days)
}

/// A journal in which the program was opened on these days, and there were tears on those; both in days before today.
fn journal(opened: impl IntoIterator<Item = i64>, cries: impl IntoIterator<Item = i64>) -> Journal {
    let mut journal = Journal::new(DeviceId("here".into()));
    for days in opened {
        let day = Day { opened: true, ..journal.create(ago(days), None) };
        journal.put(day);
    }
    for days in cries {
        add_cry(&mut journal, days);
    }
    journal
}

fn add_cry(journal: &mut Journal, days_ago: i64) {
    let cry: Cry = journal.create(ago(days_ago), None);
    journal.put(cry);
}

fn lately_of(journal: &Journal) -> Option<Lately> {
    lately(&Facts::of(journal), today())
}

fn range_of(journal: &Journal, step: Step) -> Option<[u32; 2]> {
    range(&Facts::of(journal), step, today())
}

fn assert_close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn lately_is_twenty_eight_days_with_today_and_before_is_the_eighty_four_days_before_them() {
    let journal = journal(0..=120, [-1, 27, 28, 40, 50, 60, 111, 112]);
    let found = lately_of(&journal).expect("enough is known");
    assert_eq!(
        found.counts,
        Counts { lately: 1, lately_days: 28, before: 5, before_days: 84 },
        "tomorrow and the day before all this are in neither"
    );
}

#[test]
fn with_seven_known_weeks_before_nothing_is_said_and_with_eight_it_is() {
    let known_weeks = |weeks: i64| journal((0..28).chain((0..weeks).map(|week| 111 - 7 * week)), [111; 5]);
    assert_eq!(lately_of(&known_weeks(7)), None);
    let found = lately_of(&known_weeks(8)).expect("enough is known");
    assert_eq!((found.counts.before, found.counts.before_days), (5, 8), "only known days count");
}

#[test]
fn a_few_known_days_lately_are_too_few_to_speak_of_four_weeks() {
    let known_lately = |days: i64| journal((0..days).chain(28..112), [0, 1, 2, 30, 40, 50, 60, 70]);
    assert_eq!(lately_of(&known_lately(3)), None, "three days with tears are not a hard month");
    assert_eq!(lately_of(&known_lately(13)), None);
    let found = lately_of(&known_lately(14)).expect("enough is known");
    assert_eq!((found.counts.lately, found.counts.lately_days), (3, 14));
}

#[test]
fn what_is_usual_is_told_for_as_many_days_as_are_known_lately() {
    for (known, usual) in [(28, 2.0), (14, 1.0)] {
        let found = lately_of(&journal((0..known).chain(28..112), [30, 40, 50, 60, 70, 80]));
        assert_close(found.expect("enough is known").usual, usual);
    }
}

#[test]
fn with_four_cries_before_nothing_is_said_and_with_five_it_is() {
    assert_eq!(lately_of(&journal(0..112, [0, 30, 40, 50, 60])), None);
    let found = lately_of(&journal(0..112, [0, 30, 40, 50, 60, 70])).expect("enough is known");
    assert_eq!(found.counts.before, 5);
}

#[test]
fn one_cry_a_week_goes_on_as_before_and_one_a_day_stands_out() {
    let once_a_week = || (0..12).map(|week| 30 + 7 * week);
    let as_before = lately_of(&journal(0..112, once_a_week().chain([2, 9, 16, 23]))).expect("enough is known");
    assert!(!as_before.stands_out);
    assert_close(as_before.usual, f64::from(as_before.counts.lately));
    let every_day = lately_of(&journal(0..112, once_a_week().chain(0..28))).expect("enough is known");
    assert!(every_day.stands_out);
}

#[test]
fn no_tears_lately_stand_out_only_after_many() {
    let stands_out = |cries: i64| {
        let found = lately_of(&journal(0..112, (0..cries).map(|n| 28 + 2 * n))).expect("enough is known");
        assert_eq!(found.counts.lately, 0);
        found.stands_out
    };
    assert!(!stands_out(5), "four weeks without any are common then");
    assert!(stands_out(30));
}

#[test]
fn a_week_or_month_that_is_not_over_says_nothing_about_what_is_usual() {
    for step in [Step::Week, Step::Month] {
        let mut journal = journal(0..=90, [30, 35, 40, 45, 50]);
        let usual = range_of(&journal, step);
        assert!(usual.is_some());
        for days in 0..=(today() - step.start_of(today())).num_days() {
            add_cry(&mut journal, days);
            add_cry(&mut journal, days);
        }
        assert_eq!(range_of(&journal, step), usual, "{step:?}");
    }
}

#[test]
fn days_nobody_wrote_in_are_not_days_without_tears() {
    let cries = || (1..=8).map(|week| 7 * week);
    let only_with_tears = range_of(&journal([], cries()), Step::Week);
    assert!(only_with_tears.is_some());
    assert_eq!(only_with_tears, usual_range(8, 8, 7.0));
    let with_quiet_days = range_of(&journal(7..=62, cries()), Step::Week);
    assert_eq!(with_quiet_days, usual_range(8, 56, 7.0));
    assert_ne!(only_with_tears, with_quiet_days);
}

#[test]
fn a_usual_month_is_told_from_the_same_days_as_a_usual_week_but_is_longer() {
    // All of these lie before this month and after the weeks that are looked at begin.
    let journal = journal(22..=105, [30, 40, 50, 60, 70, 80]);
    assert_eq!(range_of(&journal, Step::Week), usual_range(6, 84, 7.0));
    assert_eq!(range_of(&journal, Step::Month), usual_range(6, 84, 365.25 / 12.0));
}

#[test]
fn seven_known_weeks_or_four_cries_tell_nothing_of_what_is_usual() {
    assert_eq!(range_of(&journal([], (1..=7).map(|week| 7 * week)), Step::Week), None);
    assert!(range_of(&journal([], (1..=8).map(|week| 7 * week)), Step::Week).is_some());
    assert_eq!(range_of(&journal(7..=90, [10, 20, 30, 40]), Step::Week), None);
    assert!(range_of(&journal(7..=90, [10, 20, 30, 40, 50]), Step::Week).is_some());
}

#[test]
fn what_is_usual_is_told_from_one_year() {
    // The running week began six days ago, and the year before it 365 days before that.
    assert_eq!(range_of(&journal(7..=400, [50, 100, 150, 200, 372]), Step::Week), None);
    assert!(range_of(&journal(7..=400, [50, 100, 150, 200, 371]), Step::Week).is_some());
}
