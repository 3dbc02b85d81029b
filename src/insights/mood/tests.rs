use chrono::TimeDelta;

use super::*;
use crate::clock::Wall;
use crate::journal::entry::Evening;
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;

const TIMES: [f64; 7] = [0.0, 1.0, 2.0, 4.0, 7.0, 8.0, 10.0];
const VALUES: [f64; 7] = [50.0, 60.0, 40.0, 70.0, 55.0, 65.0, 45.0];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn empty() -> Journal {
    Journal::new(DeviceId("here".into()))
}

fn add(journal: &mut Journal, day: NaiveDate, pleasant: Option<u8>) -> CheckIn {
    let mut check_in: CheckIn = journal.create(day, None);
    check_in.pleasant = pleasant;
    journal.put(check_in.clone());
    check_in
}

fn days_in_a_row(journal: &mut Journal, first: &str, count: i64) {
    for n in 0..count {
        add(journal, day(first) + TimeDelta::days(n), Some(50));
    }
}

fn pairs(values: &[f64]) -> Vec<(f64, f64)> {
    TIMES.into_iter().zip(values.iter().copied()).collect()
}

fn assert_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
    }
}

#[test]
fn the_line_agrees_with_the_reference_numbers() {
    assert_close(
        &ewma(&pairs(&VALUES), 3.0),
        &[50.0, 52.062_995, 49.574_405, 57.132_682, 56.066_341, 57.909_350, 53.132_381],
    );
    assert_close(
        &ewma(&pairs(&VALUES), 7.0),
        &[50.0, 50.942_763, 49.911_120, 53.520_381, 53.900_647, 54.947_054, 53.159_920],
    );
}

proptest::proptest! {
    #[test]
    fn lifting_every_value_lifts_the_line_as_much(by in -100.0..100.0_f64, half_life in 0.5..30.0_f64) {
        let lifted = VALUES.map(|value| value + by);
        let expected: Vec<_> = ewma(&pairs(&VALUES), half_life).into_iter().map(|z| z + by).collect();
        assert_close(&ewma(&pairs(&lifted), half_life), &expected);
    }

    #[test]
    fn what_never_changes_stays_a_level_line(value in 0.0..100.0_f64, half_life in 0.5..30.0_f64) {
        assert_close(&ewma(&pairs(&[value; 7]), half_life), &[value; 7]);
    }

    #[test]
    fn the_line_stays_between_the_lowest_and_the_highest(
        values in proptest::collection::vec(0_u8..=100, 1..60),
        step in 0_i64..40,
    ) {
        let mut journal = empty();
        for (n, value) in (0..).zip(&values) {
            add(&mut journal, day("2020-01-01") + TimeDelta::days(n * step), Some(*value));
        }
        let series = series(&Facts::of(&journal), Span::Everything, day("2030-01-01"));
        let (lowest, highest) = (values.iter().min().expect("one"), values.iter().max().expect("one"));
        for place in series.line.iter().flatten() {
            assert!((f64::from(*lowest) - 1e-9..=f64::from(*highest) + 1e-9).contains(&place.y));
        }
    }
}

#[test]
fn nothing_said_is_no_chart() {
    let mut journal = empty();
    add(&mut journal, day("2026-11-20"), None);
    let series = series(&Facts::of(&journal), Span::Everything, day("2026-11-22"));
    assert_eq!((series.points.len(), series.line.len(), series.summary), (0, 0, None));
}

#[test]
fn a_line_needs_ten_dots() {
    let mut journal = empty();
    days_in_a_row(&mut journal, "2026-11-01", 9);
    let nine = series(&Facts::of(&journal), Span::Everything, day("2026-11-22"));
    assert!(nine.line.is_empty() && nine.days.iter().all(|day| day.smoothed.is_none()));
    add(&mut journal, day("2026-11-10"), Some(50));
    let ten = series(&Facts::of(&journal), Span::Everything, day("2026-11-22"));
    assert_eq!(ten.line.iter().map(Vec::len).collect::<Vec<_>>(), [10]);
}

#[test]
fn three_weeks_without_a_check_in_are_bridged_and_a_day_more_is_a_gap() {
    for (days, pieces) in [(21, vec![7, 7]), (22, vec![7, 7])] {
        let mut journal = empty();
        days_in_a_row(&mut journal, "2026-09-01", 7);
        days_in_a_row(&mut journal, &(day("2026-09-07") + TimeDelta::days(days)).to_string(), 7);
        let line = series(&Facts::of(&journal), Span::Everything, day("2026-11-22")).line;
        let found: Vec<_> = line.iter().map(Vec::len).collect();
        assert_eq!(found, if days > 21 { pieces } else { vec![14] });
    }
}

#[test]
fn after_a_gap_the_line_begins_anew() {
    let mut journal = empty();
    days_in_a_row(&mut journal, "2026-09-01", 9);
    add(&mut journal, day("2026-11-01"), Some(90));
    add(&mut journal, day("2026-11-02"), Some(90));
    let line = series(&Facts::of(&journal), Span::Everything, day("2026-11-22")).line;
    assert_close(&[line[1][0].y, line[1][1].y], &[90.0, 90.0]);
}

#[test]
fn several_check_ins_of_a_day_are_several_dots_and_one_place_on_the_line() {
    let mut journal = empty();
    for pleasant in [30, 20, 70] {
        add(&mut journal, day("2026-11-20"), Some(pleasant));
    }
    let series = series(&Facts::of(&journal), Span::Everything, day("2026-11-22"));
    assert_eq!(series.points.len(), 3);
    let [row] = series.days[..] else { panic!("one day is one row") };
    assert_eq!((row.n, row.lowest, row.highest), (3, 20, 70));
    assert_close(&[row.mean], &[40.0]);
}

#[test]
fn a_span_shows_its_days_and_the_same_line_as_everything() {
    let mut journal = empty();
    for n in 0..60 {
        add(&mut journal, day("2026-09-24") + TimeDelta::days(n), Some(u8::try_from(n).expect("small")));
    }
    let today = day("2026-11-22");
    let (month, all) =
        (series(&Facts::of(&journal), Span::Month, today), series(&Facts::of(&journal), Span::Everything, today));
    assert_eq!(month.summary.map(|summary| summary.first), Some(day("2026-10-23")));
    assert_eq!((month.points, all.points), (29..60, 0..60));
    assert_eq!(month.line[0].last(), all.line[0].last());
    assert_eq!(month.line[0], all.line[0][29..]);
}

#[test]
fn dots_stand_at_their_hour_by_the_clock_of_the_place() {
    let mut journal = empty();
    let mut check_in = add(&mut journal, day("1970-01-02"), Some(50));
    let first_of = |journal: &Journal| Facts::of(journal).points()[0].x;
    assert_close(&[first_of(&journal)], &[1.5]);
    check_in.at = Some(Wall::parse_from_rfc3339("1970-01-03T00:30:00+05:00").expect("a date"));
    journal.put(check_in);
    let series = series(&Facts::of(&journal), Span::Everything, day("2026-11-22"));
    assert_close(&[first_of(&journal)], &[2.0 + 0.5 / 24.0]);
    assert_eq!(series.days[0].day, day("1970-01-02"), "half past midnight still belongs to the day before");
}

#[test]
fn dates_come_back_from_the_axis() {
    for text in ["1969-12-31", "1970-01-01", "2026-11-22", "2400-02-29"] {
        assert_eq!(day_at(days_since_epoch(day(text)) + 0.99), Some(day(text)));
    }
    assert_eq!([f64::NAN, f64::INFINITY, 1e300, -9.9e7].map(day_at), [None; 4]);
}

#[test]
fn the_summary_says_how_many_from_when_to_when_and_how_high() {
    let mut journal = empty();
    for (on, pleasant) in [("2026-11-03", 20), ("2026-11-10", 60), ("2026-11-10", 50), ("2026-11-20", 95)] {
        add(&mut journal, day(on), Some(pleasant));
    }
    add(&mut journal, day("2026-11-23"), Some(0));
    let summary = series(&Facts::of(&journal), Span::Everything, day("2026-11-22")).summary.expect("there are dots");
    assert_eq!((summary.n, summary.days, summary.first, summary.last), (4, 3, day("2026-11-03"), day("2026-11-20")));
    assert_eq!((summary.lowest, summary.highest), (20, 95), "tomorrow is not looked at");
    assert_close(&[summary.median], &[55.0]);
}

#[test]
fn the_check_ins_of_a_deleted_evening_are_left_out() {
    let mut journal = empty();
    let evening: Evening = journal.create(day("2026-11-20"), None);
    let id = evening.id;
    journal.put(evening);
    let mut check_in = add(&mut journal, day("2026-11-20"), Some(50));
    check_in.evening = Some(id);
    journal.put(check_in);
    assert_eq!(series(&Facts::of(&journal), Span::Everything, day("2026-11-22")).points.len(), 1);
    journal.delete::<Evening>(id);
    assert_eq!(series(&Facts::of(&journal), Span::Everything, day("2026-11-22")).points.len(), 0);
}
