use std::time::Duration;

use proptest::prelude::*;

use super::*;
use crate::clock::{Clock, ManualClock};
use crate::evening::plan::{Breaks, EveningPlan};
use crate::journal::record::{DeviceId, Record, Rev};

const MIN: Duration = Duration::from_mins(1);

fn evening(runtimes: &[u32], breaks: Breaks) -> Evening {
    let day = "2026-11-22".parse().expect("a day");
    let mut evening = Evening::new(uuid::Uuid::nil(), Rev(1, DeviceId("here".into())), day, None);
    let items = (0..).zip(runtimes).map(|(key, min)| Item { key, runtime_min: Some(*min), ..Item::default() });
    evening.plan = EveningPlan { items: items.collect(), breaks, ..EveningPlan::default() };
    evening
}

fn clock() -> ManualClock {
    ManualClock::new(Wall::parse_from_rfc3339("2026-11-22T20:30:00+01:00").expect("a date"))
}

#[test]
fn tears_carry_the_minute_of_the_film_and_a_break_holds_the_film() {
    let clock = clock();
    let mut run = Run::begin(evening(&[93], Breaks::None), clock.now());
    run.take(Step::SkipCheckIn, clock.now());
    run.take(Step::StartFilm, clock.now());
    clock.advance(39 * MIN);
    run.take(Step::MarkTears, clock.now());
    run.take(Step::TakeBreak, clock.now());
    clock.advance(7 * MIN);
    assert_eq!(run.film.minute(clock.now().mono), 39, "the film waits");
    run.take(Step::DoInBreak(BreakKind::Walk), clock.now());
    run.take(Step::BreakHelped(Helped::Easier), clock.now());
    run.take(Step::EndBreak, clock.now());
    clock.advance(MIN);
    assert_eq!(run.film.minute(clock.now().mono), 40, "and goes on where it stopped");
    assert_eq!(run.evening.marks[0].film_secs, Some(39 * 60));
    let taken = &run.evening.breaks[0];
    assert_eq!((taken.minutes, taken.film_secs, taken.helped), (7, Some(39 * 60), Some(Helped::Easier)));
    assert_eq!(taken.kinds, [BreakKind::Breathe, BreakKind::Walk]);
}

#[test]
fn a_film_that_was_not_over_goes_on_at_its_minute() {
    let clock = clock();
    let mut run = Run::begin(evening(&[93], Breaks::None), clock.now());
    run.take(Step::SkipCheckIn, clock.now());
    run.take(Step::StartFilm, clock.now());
    clock.advance(50 * MIN);
    run.take(Step::ItemOver, clock.now());
    assert_eq!((run.stage, run.evening.film_ended_at), (Stage::After, Some(clock.now().wall)));
    run.take(Step::NotOver, clock.now());
    assert_eq!((run.stage, run.film.minute(clock.now().mono)), (Stage::Watching, 50));
    assert_eq!((run.evening.film_ended_at, run.evening.watched.len()), (None, 0));
}

#[test]
fn three_episodes_rest_in_between_and_each_has_its_own_minutes() {
    let clock = clock();
    let mut run = Run::begin(evening(&[24, 24, 24], Breaks::BetweenItems), clock.now());
    run.take(Step::SkipCheckIn, clock.now());
    for item in 0..3 {
        run.take(Step::StartFilm, clock.now());
        clock.advance(20 * MIN);
        run.take(Step::MarkTears, clock.now());
        clock.advance(4 * MIN);
        run.take(Step::ItemOver, clock.now());
        if item < 2 {
            assert_eq!(run.stage, Stage::Break);
            run.take(Step::EndBreak, clock.now());
            assert!(run.waits_for_film(clock.now()), "the next episode waits for a press");
        }
    }
    assert_eq!(run.stage, Stage::After);
    let marks: Vec<_> = run.evening.marks.iter().map(|mark| (mark.item, mark.film_secs)).collect();
    assert_eq!(marks, [(0, Some(1200)), (1, Some(1200)), (2, Some(1200))]);
    assert_eq!(run.evening.watched.iter().filter(|watched| watched.to_the_end).count(), 3);
}

#[test]
fn a_planned_break_is_offered_for_a_while_and_not_again_once_taken_or_put_off() {
    let clock = clock();
    let plan = Breaks::AtMarks(vec![BreakMark { item: 0, film_min: 20 }, BreakMark { item: 0, film_min: 40 }]);
    let mut run = Run::begin(evening(&[93], plan), clock.now());
    run.take(Step::SkipCheckIn, clock.now());
    run.take(Step::StartFilm, clock.now());
    assert_eq!(run.next_break(clock.now()).map(|mark| mark.film_min), Some(20));
    assert_eq!(run.offered_break(clock.now()), None);
    clock.advance(20 * MIN);
    assert_eq!(run.offered_break(clock.now()).map(|mark| mark.film_min), Some(20));
    run.take(Step::AnswerOffer(Answer::Later), clock.now());
    assert_eq!(run.offered_break(clock.now()), None);
    clock.advance(10 * MIN);
    assert_eq!(run.offered_break(clock.now()).map(|mark| mark.film_min), Some(30), "ten minutes later");
    clock.advance(11 * MIN);
    assert_eq!(run.offered_break(clock.now()).map(|mark| mark.film_min), Some(40));
    run.take(Step::TakeBreak, clock.now());
    run.take(Step::EndBreak, clock.now());
    assert_eq!(run.next_break(clock.now()), None);
}

#[test]
fn tears_added_afterwards_are_records_of_their_own_with_a_minute_or_none() {
    let clock = clock();
    let mut run = Run::begin(evening(&[93], Breaks::None), clock.now());
    for film_min in [None, Some(71)] {
        let kept = run.take(Step::AddTears { item: 0, film_min }, clock.now());
        assert_eq!(kept, Some(Keep::Tears { item: 0, film_min }));
    }
    assert!(run.evening.marks.is_empty(), "a mark is a press");
}

#[test]
fn a_break_between_episodes_belongs_to_the_one_that_ended() {
    let clock = clock();
    let mut run = Run::begin(evening(&[24, 24], Breaks::BetweenItems), clock.now());
    for step in [Step::SkipCheckIn, Step::StartFilm] {
        run.take(step, clock.now());
    }
    clock.advance(90 * MIN);
    run.take(Step::ItemOver, clock.now());
    run.take(Step::DoInBreak(BreakKind::Walk), clock.now());
    clock.advance(4 * MIN);
    run.take(Step::EndBreak, clock.now());
    let taken = &run.evening.breaks[0];
    assert_eq!((taken.item, taken.film_secs), (0, Some(24 * 60)), "a clock left running is not a longer film");
    assert_eq!(taken.kinds, [BreakKind::Walk], "what was only on the way was not done");
}

#[test]
fn without_tears_there_is_nothing_they_could_be_made_of() {
    let clock = clock();
    let mut run = Run::begin(evening(&[93], Breaks::None), clock.now());
    for step in [Step::AnswerTears(Tears::Few), Step::ToggleKind(TearKind::Sad), Step::AnswerTears(Tears::None)] {
        run.take(step, clock.now());
    }
    assert_eq!((run.evening.tears, run.evening.kinds.len()), (Some(Tears::None), 0));
}

#[test]
fn the_whole_evening_can_be_skipped_through() {
    let clock = clock();
    let mut run = Run::begin(evening(&[], Breaks::None), clock.now());
    for step in [Step::SkipCheckIn, Step::ItemOver, Step::SkipCheckIn, Step::AnswersDone] {
        assert_eq!(run.take(step, clock.now()), None);
    }
    let kept = run.take(Step::Close, clock.now());
    assert_eq!(kept, Some(Keep::Words { reflection: None, joy: None }));
    assert_eq!(run.evening.tears, None, "not answered is not none");
    assert_eq!(run.evening.closed, Some(clock.now().wall));
}

#[test]
fn a_break_put_off_to_the_end_comes_between_the_film_and_the_check_in() {
    let clock = clock();
    let mut run = Run::begin(evening(&[93], Breaks::Every(30)), clock.now());
    run.take(Step::SkipCheckIn, clock.now());
    run.take(Step::StartFilm, clock.now());
    clock.advance(30 * MIN);
    run.take(Step::AnswerOffer(Answer::AtTheEnd), clock.now());
    clock.advance(60 * MIN);
    assert_eq!(run.offered_break(clock.now()), None, "none of the others either");
    clock.advance(3 * MIN);
    let over = clock.now().wall;
    run.take(Step::ItemOver, clock.now());
    assert_eq!((run.stage, run.evening.film_ended_at), (Stage::Break, Some(over)));
    clock.advance(6 * MIN);
    run.take(Step::EndBreak, clock.now());
    assert_eq!(
        (run.stage, run.evening.film_ended_at),
        (Stage::After, Some(over)),
        "twenty minutes count from the film"
    );
    assert_eq!((run.evening.breaks.len(), run.evening.watched[0].to_the_end), (1, true));
}

#[test]
fn the_seconds_of_breathing_are_kept_and_what_was_only_passed_through_is_not() {
    let clock = clock();
    let mut run = Run::begin(evening(&[93], Breaks::None), clock.now());
    run.take(Step::SkipCheckIn, clock.now());
    run.take(Step::StartFilm, clock.now());
    clock.advance(30 * MIN);
    run.take(Step::TakeBreak, clock.now());
    clock.advance(2 * MIN);
    run.take(Step::DoInBreak(BreakKind::Sip), clock.now());
    clock.advance(MIN);
    run.take(Step::DoInBreak(BreakKind::Breathe), clock.now());
    clock.advance(MIN);
    run.take(Step::EndBreak, clock.now());
    run.take(Step::TakeBreak, clock.now());
    clock.advance(Duration::from_secs(5));
    run.take(Step::DoInBreak(BreakKind::Walk), clock.now());
    clock.advance(3 * MIN);
    run.take(Step::EndBreak, clock.now());
    let [first, second] = &run.evening.breaks[..] else { panic!("two breaks") };
    assert_eq!((first.minutes, first.breathed_secs), (4, 180));
    assert_eq!((&second.kinds[..], second.breathed_secs), (&[BreakKind::Walk][..], 0));
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::KeepCheckIn),
        Just(Step::SkipCheckIn),
        Just(Step::StartFilm),
        Just(Step::PauseFilm),
        any::<i64>().prop_map(Step::Nudge),
        Just(Step::MarkTears),
        Just(Step::UndoTears),
        (0_u32..4, proptest::option::of(0_u32..u32::MAX))
            .prop_map(|(item, film_min)| Step::AddTears { item, film_min }),
        (0_usize..9).prop_map(Step::RemoveTears),
        Just(Step::TakeBreak),
        Just(Step::DoInBreak(BreakKind::Stretch)),
        Just(Step::EndBreak),
        Just(Step::DoInBreak(BreakKind::Sit)),
        proptest::sample::select(&[Answer::Later, Answer::AtTheEnd, Answer::NotTonight][..])
            .prop_map(Step::AnswerOffer),
        Just(Step::ItemOver),
        Just(Step::LeaveFilm),
        Just(Step::NotOver),
        Just(Step::AnswerTears(Tears::Few)),
        Just(Step::AnswersDone),
        Just(Step::BackToAnswers),
        Just(Step::BackToAfter),
    ]
}

proptest! {
    #[test]
    fn no_order_of_presses_loses_the_thread(steps in proptest::collection::vec((any_step(), 0_u64..4000), 0..60)) {
        let clock = clock();
        let mut run = Run::begin(evening(&[24, 93], Breaks::BetweenItems), clock.now());
        for (step, secs) in steps {
            run.take(step, clock.now());
            clock.advance(Duration::from_secs(secs));
            prop_assert_eq!(run.pause.is_some(), run.stage == Stage::Break);
            let after = matches!(run.stage, Stage::After | Stage::Tears | Stage::Aftercare);
            let rests_at_the_end = run.pause.as_ref().is_some_and(|pause| pause.then == Then::After);
            prop_assert_eq!(run.evening.film_ended_at.is_some(), after || rests_at_the_end);
            prop_assert!(!(run.film.is_running() && run.stage != Stage::Watching));
            prop_assert!(run.current().is_some());
            let mut items: Vec<_> = run.evening.watched.iter().map(|watched| watched.item).collect();
            items.dedup();
            prop_assert_eq!(items.len(), run.evening.watched.len());
        }
    }
}
