use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::*;
use crate::clock::Wall;
use crate::evening::tears::{TearMark, Tears};
use crate::journal::cries::{OneCry, Origin, all, by_evening, cries_in};
use crate::journal::entry::{CheckIn, Cry, Day, Evening};
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn known_days_of(journal: &Journal, today: NaiveDate) -> Vec<NaiveDate> {
    Facts::of(journal).known_days(today).to_vec()
}

fn empty() -> Journal {
    Journal::new(DeviceId("here".into()))
}

fn mark(minute: i64) -> TearMark {
    let start = Wall::parse_from_rfc3339("2026-11-22T20:40:00+01:00").expect("a date");
    TearMark { item: 0, film_secs: None, at: start + TimeDelta::minutes(minute) }
}

fn add_evening(journal: &mut Journal, on: &str, minutes: &[i64], tears: Option<Tears>) -> Uuid {
    let mut evening: Evening = journal.create(day(on), None);
    evening.marks = minutes.iter().map(|minute| mark(*minute)).collect();
    evening.tears = tears;
    let id = evening.id;
    journal.put(evening);
    id
}

fn add_cry(journal: &mut Journal, on: &str, evening: Option<Uuid>, tears: Option<Tears>) {
    let mut cry: Cry = journal.create(day(on), None);
    cry.evening = evening;
    cry.tears = tears;
    journal.put(cry);
}

fn add_day(journal: &mut Journal, on: &str, change: impl Fn(&mut Day)) {
    let mut record: Day = journal.create(day(on), None);
    change(&mut record);
    journal.put(record);
}

fn cries(minutes: &[i64], tears: Option<Tears>, remembered: usize) -> usize {
    let mut journal = empty();
    let id = add_evening(&mut journal, "2026-11-22", minutes, tears);
    cries_in(journal.evenings.get(id).expect("just put there"), remembered)
}

#[test]
fn presses_within_ten_minutes_are_one_cry_of_the_evening() {
    assert_eq!(cries(&[10, 12, 60], None, 0), 2);
}

#[test]
fn an_answer_without_presses_is_one_cry_from_a_few_tears_on() {
    let answers = [None, Some(Tears::None), Some(Tears::WelledUp), Some(Tears::Few), Some(Tears::Sobbed)];
    assert_eq!(answers.map(|tears| cries(&[], tears, 0)), [0, 0, 0, 1, 1]);
}

#[test]
fn presses_win_over_an_answer_of_none() {
    assert_eq!(cries(&[10, 60], Some(Tears::None), 0), 2);
    assert_eq!(cries(&[10], Some(Tears::WelledUp), 0), 1);
}

#[test]
fn remembered_tears_add_to_presses_but_not_to_an_answer_about_the_same_tears() {
    assert_eq!(cries(&[10], Some(Tears::Wept), 1), 2);
    assert_eq!(cries(&[], Some(Tears::Wept), 1), 1);
    assert_eq!(cries(&[], Some(Tears::Wept), 2), 2);
    assert_eq!(cries(&[], Some(Tears::None), 1), 1);
}

#[test]
fn remembered_tears_count_in_their_evening_on_its_day() {
    let mut journal = empty();
    let id = add_evening(&mut journal, "2026-11-22", &[10], None);
    add_cry(&mut journal, "2026-11-23", Some(id), None);
    add_cry(&mut journal, "2026-11-23", Some(id), Some(Tears::WelledUp));
    let one = OneCry { day: day("2026-11-22"), origin: Origin::Evening(id) };
    assert_eq!(all(&journal), [one, one]);
    assert_eq!(by_evening(&journal).get(&id), Some(&2));
}

#[test]
fn outside_an_evening_the_record_is_the_fact_unless_it_says_there_were_none() {
    let mut journal = empty();
    for tears in [None, Some(Tears::None), Some(Tears::WelledUp), Some(Tears::Few)] {
        add_cry(&mut journal, "2026-11-22", None, tears);
    }
    assert_eq!(all(&journal).len(), 2);
    assert!(all(&journal).iter().all(|cry| !cry.origin.is_evening()));
}

#[test]
fn what_belongs_to_a_deleted_evening_goes_and_comes_back_with_it() {
    let mut journal = empty();
    let id = add_evening(&mut journal, "2026-11-20", &[10], None);
    add_cry(&mut journal, "2026-11-20", Some(id), None);
    let evening = journal.delete::<Evening>(id).expect("it was there");
    assert_eq!(all(&journal), []);
    assert_eq!(known_days_of(&journal, day("2026-11-22")).len(), 0);
    journal.put(evening);
    assert_eq!(all(&journal).len(), 2);
}

#[test]
fn tears_of_an_evening_whose_file_has_not_arrived_are_not_lost() {
    let mut journal = empty();
    let elsewhere = Uuid::from_u128(7);
    add_cry(&mut journal, "2026-11-20", Some(elsewhere), None);
    assert_eq!(all(&journal), [OneCry { day: day("2026-11-20"), origin: Origin::Evening(elsewhere) }]);
}

#[test]
fn an_empty_journal_has_no_weeks() {
    let series = per_week(&Facts::of(&empty()), Span::Everything, day("2026-11-22"));
    assert_eq!((series.buckets.len(), series.summary), (0, CryingSummary::default()));
}

#[test]
fn a_week_nobody_wrote_in_is_there_and_is_not_zero() {
    let mut journal = empty();
    add_evening(&mut journal, "2026-11-04", &[10], None);
    add_day(&mut journal, "2026-11-18", |day| day.nothing = true);
    add_cry(&mut journal, "2026-11-22", None, None);
    add_cry(&mut journal, "2026-11-22", None, None);
    let series = per_week(&Facts::of(&journal), Span::Everything, day("2026-11-24"));
    let rows: Vec<_> =
        series.buckets.iter().map(|b| (b.start.to_string(), b.in_evenings, b.outside, b.known_days, b.days)).collect();
    let row = |start: &str, in_evenings, outside, known, days| (start.to_owned(), in_evenings, outside, known, days);
    assert_eq!(
        rows,
        [
            row("2026-11-02", 1, 0, 1, 7),
            row("2026-11-09", 0, 0, 0, 7),
            row("2026-11-16", 0, 2, 2, 7),
            row("2026-11-23", 0, 0, 0, 2),
        ]
    );
    let summary = series.summary;
    assert_eq!((summary.total, summary.in_evenings, summary.outside), (3, 1, 2));
    assert_eq!((summary.buckets, summary.known_buckets, summary.buckets_with_any), (4, 2, 2));
    assert_eq!((summary.known_days, summary.days), (3, 23));
    assert_eq!(summary.most.map(|bucket| bucket.start), Some(day("2026-11-16")));
    assert!(!series.buckets[1].is_known());
}

#[test]
fn weeks_start_on_monday() {
    let mut journal = empty();
    add_cry(&mut journal, "2026-11-22", None, None);
    add_cry(&mut journal, "2026-11-23", None, None);
    let series = per_week(&Facts::of(&journal), Span::Everything, day("2026-11-23"));
    assert_eq!(series.buckets.iter().map(Bucket::total).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn months_follow_the_calendar_across_the_year() {
    let mut journal = empty();
    add_cry(&mut journal, "2025-11-30", None, None);
    add_cry(&mut journal, "2026-02-28", None, None);
    let series = per_month(&Facts::of(&journal), Span::Everything, day("2026-02-28"));
    let starts: Vec<_> = series.buckets.iter().map(|b| (b.start.to_string(), b.days, b.total())).collect();
    let row = |start: &str, days, total| (start.to_owned(), days, total);
    assert_eq!(
        starts,
        [row("2025-11-01", 30, 1), row("2025-12-01", 31, 0), row("2026-01-01", 31, 0), row("2026-02-01", 28, 1)]
    );
}

#[test]
fn a_span_shows_whole_weeks_and_nothing_after_today() {
    let mut journal = empty();
    for on in ["2026-01-10", "2026-10-19", "2026-10-23", "2026-11-23"] {
        add_cry(&mut journal, on, None, None);
    }
    let series = per_week(&Facts::of(&journal), Span::Month, day("2026-11-22"));
    assert_eq!(series.buckets[0].start, day("2026-10-19"), "the week the span begins in is whole");
    assert_eq!(series.summary.total, 2);
    assert_eq!(series.buckets.last().map(|bucket| bucket.end), Some(day("2026-11-22")));
}

#[test]
fn a_paused_day_is_not_known_unless_something_was_written_down() {
    let mut journal = empty();
    add_day(&mut journal, "2026-11-01", |day| day.opened = true);
    add_day(&mut journal, "2026-11-02", |day| (day.opened, day.paused) = (true, true));
    add_day(&mut journal, "2026-11-03", |day| (day.nothing, day.paused) = (true, true));
    add_day(&mut journal, "2026-11-04", |day| day.paused = true);
    let check_in: CheckIn = journal.create(day("2026-11-04"), None);
    journal.put(check_in);
    let known: Vec<_> = known_days_of(&journal, day("2026-11-22")).into_iter().map(|day| day.to_string()).collect();
    assert_eq!(known, ["2026-11-01", "2026-11-03", "2026-11-04"]);
}

proptest::proptest! {
    #[test]
    fn no_cry_and_no_known_day_is_lost_or_counted_twice(days in proptest::collection::vec(0_i64..900, 1..60)) {
        let today = day("2026-11-22");
        let mut journal = empty();
        for back in &days {
            let on = (today - TimeDelta::days(*back)).to_string();
            add_cry(&mut journal, &on, None, None);
        }
        let distinct: BTreeSet<_> = days.iter().collect();
        for step in [Step::Week, Step::Month] {
            let series = series(&Facts::of(&journal), step, Span::Everything, today);
            proptest::prop_assert_eq!(usize::try_from(series.summary.total), Ok(days.len()));
            proptest::prop_assert_eq!(usize::try_from(series.summary.known_days), Ok(distinct.len()));
            for bucket in &series.buckets {
                proptest::prop_assert!(bucket.known_days <= bucket.days && bucket.days <= 31);
                proptest::prop_assert_eq!(step.start_of(bucket.end), bucket.start);
            }
        }
    }
}
