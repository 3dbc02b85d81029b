use std::collections::BTreeMap;
use std::time::Duration;

use uuid::Uuid;

use super::*;
use crate::evening::check_in::Moment;
use crate::evening::plan::{AFTERCARE, ItemKind, MAX_RUNTIME_MIN, ROOM};
use crate::evening::tears::Tears;
use crate::insights::{crying, facts::Facts, mood, span::Span};
use crate::journal::cries;
use crate::journal::entry::{CheckIn, Evening};
use crate::journal::log::Table;
use crate::journal::record::Record;

const NOW: &str = "2026-11-22T18:00:00+01:00";

fn now() -> Wall {
    Wall::parse_from_rfc3339(NOW).expect("a date")
}

fn make(years: u32, dense: bool) -> Journal {
    journal(years, dense, now().date_naive(), now(), DeviceId("demo".into()))
}

fn all_kinds(journal: &Journal, mut look: impl FnMut(&dyn Common)) {
    journal.evenings.iter().for_each(|record| look(record));
    journal.check_ins.iter().for_each(|record| look(record));
    journal.cries.iter().for_each(|record| look(record));
    journal.reflections.iter().for_each(|record| look(record));
    journal.joys.iter().for_each(|record| look(record));
    journal.breaths.iter().for_each(|record| look(record));
    journal.days.iter().for_each(|record| look(record));
}

/// What all records have, without their kind.
trait Common {
    fn common(&self) -> (Uuid, u64, NaiveDate, Option<Wall>, Option<Uuid>);
}

impl<R: Record> Common for R {
    fn common(&self) -> (Uuid, u64, NaiveDate, Option<Wall>, Option<Uuid>) {
        (self.id(), self.rev().0, self.day(), self.at(), self.evening())
    }
}

fn check_in_of(journal: &Journal) -> BTreeMap<(Uuid, Moment), &CheckIn> {
    let key = |check_in: &CheckIn| check_in.evening.map(|evening| (evening, check_in.moment));
    journal.check_ins.iter().filter_map(|check_in| Some((key(check_in)?, check_in))).collect()
}

/// Shares of evenings, in percent, that changed by at least 5, by less, and by at most -5, from before to `moment`.
fn changes(journal: &Journal, moment: Moment) -> [usize; 3] {
    let check_ins = check_in_of(journal);
    let pleasant = |id, moment| check_ins.get(&(id, moment)).and_then(|check_in| check_in.pleasant).map(i32::from);
    let change = |evening: &Evening| Some(pleasant(evening.id, moment)? - pleasant(evening.id, Moment::Before)?);
    let changes: Vec<_> = journal.evenings.iter().filter_map(change).collect();
    let share = |fits: fn(i32) -> bool| changes.iter().filter(|change| fits(**change)).count() * 100 / changes.len();
    [share(|change| change >= 5), share(|change| change.abs() < 5), share(|change| change <= -5)]
}

#[test]
fn the_same_arguments_give_the_same_journal_and_others_another() {
    assert_eq!(make(2, false), make(2, false));
    assert_eq!(make(1, true), make(1, true));
    assert_ne!(make(2, false), make(1, false));
}

#[test]
fn a_dense_journal_has_exactly_the_numbers_it_names() {
    for years in [1, 2, 10] {
        let journal = make(years, true);
        let expected = [DENSE_EVENINGS_PER_YEAR, DENSE_CHECK_INS_PER_YEAR, DENSE_CRIES_PER_YEAR].map(|n| n * years);
        let found = [journal.evenings.len(), journal.check_ins.len(), cries::all(&journal).len()];
        assert_eq!(found.map(|n| u32::try_from(n).expect("small")), expected);
    }
}

#[test]
fn ten_dense_years_are_made_and_looked_at_in_a_moment() {
    let made = fastest(|| make(10, true));
    assert!(made < Duration::from_secs(1), "making them took {made:?}");
    let journal = make(10, true);
    let today = now().date_naive();
    let looked = fastest(|| {
        let crying = crying::per_week(&Facts::of(&journal), Span::Everything, today);
        (crying, mood::series(&Facts::of(&journal), Span::Everything, today))
    });
    assert!(looked < Duration::from_millis(500), "looking at them took {looked:?}");
}

/// The fastest of three runs, because the computer may be busy with something else.
#[expect(clippy::disallowed_methods, reason = "a test that measures needs a clock that goes")]
fn fastest<T>(run: impl Fn() -> T) -> Duration {
    let timed = || {
        let start = std::time::Instant::now();
        std::hint::black_box(run());
        start.elapsed()
    };
    (0..3).map(|_| timed()).min().unwrap_or_default()
}

#[test]
fn there_are_about_two_evenings_a_week_with_gaps_of_weeks() {
    let journal = make(2, false);
    assert!((170..240).contains(&journal.evenings.len()), "{} evenings", journal.evenings.len());
    let mut days: Vec<_> = journal.evenings.iter().map(|evening| evening.day).collect();
    days.sort_unstable();
    let longest = days.windows(2).map(|pair| (pair[1] - pair[0]).num_days()).max();
    assert!(longest >= Some(14), "the longest gap is {longest:?} days");
    assert_eq!(days.last(), Some(&(now().date_naive() - TimeDelta::days(3))));
}

#[test]
fn not_every_evening_is_with_tears_or_answered_or_better() {
    let journal = make(2, false);
    let cries = cries::by_evening(&journal);
    let count = |fits: &dyn Fn(&Evening) -> bool| journal.evenings.iter().filter(|evening| fits(evening)).count();
    assert!(count(&|evening| evening.tears == Some(Tears::None)) > 20);
    assert!(count(&|evening| evening.tears == Some(Tears::WelledUp)) > 5);
    assert!(count(&|evening| evening.tears.is_none() && evening.marks.is_empty()) > 5);
    assert!(count(&|evening| evening.tears.is_none() && !evening.marks.is_empty()) > 3);
    assert!(count(&|evening| cries[&evening.id] > 1) > 10);
    assert!(count(&|evening| evening.tears.is_some_and(Tears::is_cry) && evening.marks.is_empty()) > 5);
    assert!(count(&|evening| evening.feel.is_none()) > 5);
    assert!(count(&|evening| !evening.guests.is_empty()) > 5);
    assert!(count(&|evening| !evening.breaks.is_empty()) > 20);
    assert!(count(&|evening| evening.watched.iter().any(|item| !item.to_the_end)) > 3);
    let has_kind = |evening: &Evening, kind| evening.plan.items.iter().any(|item| item.kind == kind);
    assert!(count(&|evening| has_kind(evening, ItemKind::Short)) > 3);
    assert!(count(&|evening| has_kind(evening, ItemKind::Episode) && evening.plan.items.len() > 1) > 10);
    assert!(count(&|evening| evening.plan.items.iter().any(|item| item.runtime_min.is_none())) > 3);
}

#[test]
fn ninety_minutes_later_half_are_brighter_a_third_the_same_and_the_rest_heavier() {
    let [better, same, heavier] = changes(&make(10, false), Moment::Plus90);
    assert!((44..=56).contains(&better), "{better} % better");
    assert!((27..=40).contains(&same), "{same} % the same");
    assert!((11..=23).contains(&heavier), "{heavier} % heavier");
    let [higher, _, lower] = changes(&make(10, false), Moment::After);
    assert!(lower > 2 * higher, "right after, {lower} % are lower and {higher} % higher");
}

#[test]
fn check_ins_are_skipped_and_sometimes_words_alone() {
    let journal = make(2, false);
    let check_ins = check_in_of(&journal);
    for moment in [Moment::Before, Moment::After, Moment::Plus20, Moment::Plus90, Moment::Morning] {
        let done = journal.evenings.iter().filter(|evening| check_ins.contains_key(&(evening.id, moment))).count();
        assert!(done > 20 && done < journal.evenings.len(), "{moment:?}: {done}");
    }
    assert!(journal.check_ins.iter().any(|check_in| check_in.moment == Moment::Free && !check_in.words.is_empty()));
    assert!(journal.check_ins.iter().any(|check_in| check_in.pleasant.is_none()));
    for check_in in journal.check_ins.iter() {
        assert!(check_in.pleasant.is_some() || !check_in.words.is_empty(), "a skipped check-in is not a record");
        assert_eq!(check_in.evening.is_none(), check_in.moment == Moment::Free);
    }
}

#[test]
fn the_last_evening_has_something_to_see() {
    for (years, dense) in [(1, false), (2, false), (10, true)] {
        let journal = make(years, dense);
        let last = journal.evenings.iter().max_by_key(|evening| evening.day).expect("there are evenings");
        assert!(!last.marks.is_empty());
    }
}

#[test]
fn joys_happened_or_not_or_were_not_asked_about_yet() {
    let journal = make(2, false);
    for happened in [Some(true), Some(false), None] {
        assert!(journal.joys.iter().any(|joy| joy.happened == happened), "{happened:?}");
    }
    assert!(journal.reflections.iter().all(|reflection| !reflection.text.is_empty()));
}

#[test]
fn some_days_were_opened_some_held_nothing_some_were_paused_and_of_many_nothing_is_known() {
    let journal = make(2, false);
    let count = |fits: fn(&crate::journal::entry::Day) -> bool| journal.days.iter().filter(|day| fits(day)).count();
    assert!(count(|day| day.opened) > 200);
    assert!(count(|day| day.nothing) > 20);
    assert!(count(|day| day.paused) > 10);
    let unknown = 732 - Facts::of(&journal).known_days(now().date_naive()).len();
    assert!(unknown > 60, "of {unknown} days nothing is known");
    let distinct: BTreeSet<_> = journal.days.iter().map(|day| day.day).collect();
    assert_eq!(distinct.len(), journal.days.len(), "a day has one record");
}

#[test]
fn nothing_lies_in_the_future_but_plans() {
    // One minute into today is the earliest that anybody can look at it.
    for (years, dense, now) in [(2, false, NOW), (1, true, NOW), (2, false, "2026-11-22T00:01:00-09:30")] {
        let now = Wall::parse_from_rfc3339(now).expect("a date");
        let journal = journal(years, dense, now.date_naive(), now, DeviceId("demo".into()));
        all_kinds(&journal, |record| {
            let (id, _, day, at, _) = record.common();
            assert!(day < now.date_naive(), "{id}");
            assert!(at.is_none_or(|at| at < now && at.offset() == now.offset()), "{id}");
        });
        for evening in journal.evenings.iter() {
            assert!(evening.closed.is_some_and(|closed| closed < now));
        }
    }
}

#[test]
fn every_value_is_one_a_person_could_have_given() {
    for journal in [make(10, false), make(2, true)] {
        for check_in in journal.check_ins.iter() {
            assert!(check_in.pleasant.is_none_or(|value| value <= 100));
            assert!(check_in.stirred.is_none_or(|value| value <= 100));
        }
        for cry in journal.cries.iter() {
            assert!(cry.minutes.is_none_or(|minutes| (1..=24 * 60).contains(&minutes)));
        }
        for evening in journal.evenings.iter() {
            assert_an_evening_is_whole(evening);
        }
    }
}

fn assert_an_evening_is_whole(evening: &Evening) {
    let plan = &evening.plan;
    assert!(!plan.items.is_empty());
    assert!(plan.items.iter().all(|item| item.runtime_min.is_none_or(|min| (1..=MAX_RUNTIME_MIN).contains(&min))));
    assert!(plan.room.iter().all(|word| ROOM.contains(&word.as_str())));
    assert!(plan.aftercare.iter().all(|word| AFTERCARE.contains(&word.as_str())));
    let (began, ended) = (evening.began.expect("it began"), evening.film_ended_at.expect("it ended"));
    assert!(began < ended && ended < evening.closed.expect("it was closed"));
    assert_eq!(began.date_naive(), evening.day);
    assert_eq!(evening.watched.len(), plan.items.len());
    for mark in &evening.marks {
        let watched = evening.watched.iter().find(|watched| watched.item == mark.item).expect("an item of the evening");
        assert!(mark.film_secs.is_some_and(|secs| secs < watched.film_secs));
        assert!(began < mark.at && mark.at < ended);
    }
    for rest in &evening.breaks {
        assert!(plan.item(rest.item).is_some() && began < rest.at && rest.at < ended && rest.minutes > 0);
    }
}

#[test]
fn what_belongs_to_an_evening_has_its_day_and_comes_in_its_time() {
    let journal = make(2, false);
    all_kinds(&journal, |record| {
        let (id, _, day, _, evening) = record.common();
        let of = evening.map(|evening| journal.evenings.get(evening).expect("a known evening").day);
        assert!(of.is_none_or(|of| of == day), "{id}");
    });
    for ((id, moment), check_in) in check_in_of(&journal) {
        let evening = journal.evenings.get(id).expect("a known evening");
        let (began, ended) = (evening.began.expect("it began"), evening.film_ended_at.expect("it ended"));
        let at = check_in.at.expect("a time");
        let minutes = |from: Wall| (at - from).num_minutes();
        match moment {
            Moment::Before => assert!((0..=5).contains(&minutes(began))),
            Moment::After => assert_eq!(at, ended),
            Moment::Plus20 => assert!((15..=40).contains(&minutes(ended))),
            Moment::Plus90 => assert!((75..=150).contains(&minutes(ended))),
            Moment::Morning => {
                assert_eq!(at.date_naive(), evening.day + TimeDelta::days(1));
                assert!(at.time() < chrono::NaiveTime::from_hms_opt(12, 0, 0).expect("noon"));
            }
            Moment::Free => panic!("a free check-in belongs to no evening"),
        }
    }
}

#[test]
fn ids_and_versions_are_each_used_once() {
    let journal = make(1, true);
    let (mut ids, mut revs, mut n) = (BTreeSet::new(), BTreeSet::new(), 0);
    all_kinds(&journal, |record| {
        let (id, rev, ..) = record.common();
        ids.insert(id);
        revs.insert(rev);
        n += 1;
    });
    assert_eq!((ids.len(), revs.len()), (n, n));
}

#[test]
fn three_evenings_are_still_to_come() {
    for days in 0..7 {
        let now = now() + TimeDelta::days(days);
        let journal = journal(1, false, now.date_naive(), now, DeviceId("demo".into()));
        let mut when: Vec<_> = journal.open_plans().filter_map(|plan| plan.when).collect();
        when.sort_unstable();
        let today = now.date_naive();
        assert_eq!(when.len(), 3);
        assert_eq!(when[0], (today + TimeDelta::days(1)).and_hms_opt(20, 30, 0).expect("a time"));
        assert!(when[1].weekday() == Weekday::Fri && when[1] > when[0]);
        assert!((when[1].date() - today).num_days() <= 8);
        assert_eq!(when[2].date(), today + TimeDelta::days(21));
        assert!(journal.plans.iter().all(|plan| !plan.plan.items.is_empty()));
    }
}

#[test]
fn the_mood_chart_looks_alive() {
    let journal = make(2, false);
    let series = mood::series(&Facts::of(&journal), Span::Everything, now().date_naive());
    let places = series.line.iter().flatten().map(|place| place.y);
    let (lowest, highest) = places.fold((100.0_f64, 0.0_f64), |(low, high), y| (low.min(y), high.max(y)));
    assert!(highest - lowest > 20.0, "the line goes from {lowest} to {highest}");
    assert!(series.line.len() > 1, "a gap breaks it");
}

#[test]
fn years_that_cannot_be_are_brought_into_range() {
    assert_eq!(make(0, false), make(1, false));
}

#[test]
fn tears_outside_evenings_say_much_or_nothing() {
    let cries = make(2, false).cries;
    let any = |fits: fn(&crate::journal::entry::Cry) -> bool| Table::iter(&cries).any(fits);
    assert!(any(|cry| cry.evening.is_some()), "some were remembered after an evening");
    assert!(any(|cry| !cries::counts(cry)), "some only welled up");
    assert!(any(|cry| cry.at.is_none()), "of some only the day is known");
    assert!(any(|cry| !cry.note.is_empty()) && any(|cry| cry.note.is_empty()));
    assert!(any(|cry| cry.reason.is_some()) && any(|cry| cry.reason.is_none() && cry.company.is_none()));
}
