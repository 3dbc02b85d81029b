use proptest::prelude::*;

use super::*;
use crate::breathing::bundled;
use crate::breathing::pattern::Pattern;
use crate::breathing::timing::{BREATH_MS, HOLD_MS, TOP_UP_MS};

use PhaseKind::{Hold, In, Out, Rest, TopUp};

/// What has to be breathed in each second of one breath.
fn told(timing: &Timing, seconds: u32) -> Vec<(PhaseKind, u32)> {
    (0..seconds)
        .map(|second| phase_at(timing, Duration::from_secs(u64::from(second))))
        .map(|phase| (phase.kind, phase.count))
        .collect()
}

#[test]
fn four_in_and_six_out_counting_down() {
    let longer_out = Timing::of(4_000, 6_000);
    let expected = [(In, 4), (In, 3), (In, 2), (In, 1), (Out, 6), (Out, 5), (Out, 4), (Out, 3), (Out, 2), (Out, 1)];
    assert_eq!(told(&longer_out, 10), expected);
    let after = |secs: f64| phase_at(&longer_out, Duration::from_secs_f64(secs));
    assert!(after(0.0).fullness < 0.001 && after(4.0).fullness > 0.999);
    assert!((after(7.0).through - 0.5).abs() < 1e-6);
    assert_eq!(after(68.0).breaths, 6);
    assert_eq!(after(0.25).until_count_changes, Duration::from_millis(750));
}

#[test]
fn a_box_holds_full_and_empty() {
    let boxed = Timing { in_ms: 4_000, hold_ms: 4_000, out_ms: 4_000, rest_ms: 4_000, top_up_ms: 0 };
    let kinds: Vec<_> = told(&boxed, 16).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [[In; 4], [Hold; 4], [Out; 4], [Rest; 4]].concat());
    assert!((phase_at(&boxed, Duration::from_secs(6)).fullness - 1.0).abs() < 1e-6);
    assert!(phase_at(&boxed, Duration::from_secs(14)).fullness.abs() < 1e-6);
}

#[test]
fn the_second_in_breath_of_a_sigh_fills_what_the_first_left() {
    let sigh = Timing { top_up_ms: 1_000, ..Timing::of(2_500, 6_500) };
    let after = |ms| phase_at(&sigh, Duration::from_millis(ms));
    assert_eq!((after(2_499).kind, after(2_500).kind, after(3_500).kind), (In, TopUp, Out));
    assert!((after(2_500).fullness - 2.5 / 3.5).abs() < 1e-3);
    assert!(after(3_499).fullness > 0.999);
}

#[test]
fn half_a_second_is_no_beat_of_its_own() {
    let coherent = Timing::of(5_500, 5_500);
    let counts: Vec<u32> = (0..11).map(|half| phase_at(&coherent, Duration::from_millis(500 * half)).count).collect();
    assert_eq!(counts, [5, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
}

/// Any timing that may be breathed by.
fn any_timing() -> impl Strategy<Value = Timing> {
    let maybe = |range: std::ops::RangeInclusive<u32>| prop_oneof![Just(0), range];
    (BREATH_MS, maybe(TOP_UP_MS), maybe(HOLD_MS), BREATH_MS, maybe(HOLD_MS))
        .prop_map(|(in_ms, top_up_ms, hold_ms, out_ms, rest_ms)| Timing { in_ms, top_up_ms, hold_ms, out_ms, rest_ms })
        .prop_filter("one to breathe by", |timing| timing.checked().is_ok())
}

fn any_pattern() -> impl Strategy<Value = Timing> {
    let bundled: Vec<Pattern> = bundled::patterns().expect("whole");
    prop_oneof![(0..bundled.len()).prop_map(move |index| bundled[index].timing), any_timing()]
}

/// The greatest speed of the eased fullness: half of pi in one phase, and the shortest phase is half a second.
const FASTEST_PER_SEC: f32 = PI / 2.0 / 0.5;

proptest! {
    #[test]
    fn it_stays_in_range(timing in any_pattern(), secs in 0.0..36_000.0_f64) {
        let phase = phase_at(&timing, Duration::from_secs_f64(secs));
        prop_assert!((0.0..=1.0).contains(&phase.fullness) && (0.0..=1.0).contains(&phase.through));
        prop_assert!((-1.0..=1.0).contains(&phase.airflow));
        prop_assert!((1..=phase.beats).contains(&phase.count) && phase.beats <= 15);
        prop_assert!(phase.until_count_changes <= Duration::from_secs(2));
    }

    #[test]
    fn it_repeats(timing in any_pattern(), millis in 0_u64..36_000_000) {
        let here = phase_at(&timing, Duration::from_millis(millis));
        let next = phase_at(&timing, Duration::from_millis(millis) + timing.cycle());
        prop_assert_eq!((here.kind, here.count, here.breaths + 1), (next.kind, next.count, next.breaths));
        prop_assert!((here.fullness - next.fullness).abs() < 1e-4);
    }

    /// Neither the place nor the speed jumps, across any edge of a phase.
    #[test]
    fn it_never_jumps(timing in any_pattern(), secs in 0.0..3_600.0_f64) {
        const STEP: f64 = 0.001;
        let at = |secs: f64| phase_at(&timing, Duration::from_secs_f64(secs)).fullness;
        let (before, here, after) = (at(secs), at(secs + STEP), at(secs + 2.0 * STEP));
        prop_assert!((here - before).abs() <= FASTEST_PER_SEC * 0.001 + 1e-4);
        let speeds = ((here - before) * 1000.0, (after - here) * 1000.0);
        prop_assert!((speeds.0 - speeds.1).abs() < 0.25, "{:?} a second", speeds);
        let flow = |secs: f64| phase_at(&timing, Duration::from_secs_f64(secs)).airflow;
        prop_assert!((flow(secs) - flow(secs + STEP)).abs() < 0.02);
    }

    /// The time spent in each phase is its length, and all of them together are the breath.
    #[test]
    fn the_phases_sum_to_the_cycle(timing in any_pattern()) {
        let cycle_ms = u64::try_from(timing.cycle().as_millis()).expect("short");
        let spent = |kind| (0..cycle_ms).filter(|ms| phase_at(&timing, Duration::from_millis(*ms)).kind == kind).count();
        let expected = [timing.in_ms, timing.top_up_ms, timing.hold_ms, timing.out_ms, timing.rest_ms];
        let found = [In, TopUp, Hold, Out, Rest].map(|kind| u32::try_from(spent(kind)).expect("short"));
        prop_assert_eq!(found, expected);
        prop_assert_eq!(u64::from(found.iter().sum::<u32>()), cycle_ms);
    }

    /// What is drawn depends on the clock alone: pictures that were dropped change nothing, an hour later either.
    #[test]
    fn after_an_hour_it_is_where_it_should_be(timing in any_pattern(), millis in 3_590_000_u64..3_610_000) {
        let cycle_ms = u64::try_from(timing.cycle().as_millis()).expect("short");
        let late = phase_at(&timing, Duration::from_millis(millis));
        let early = phase_at(&timing, Duration::from_millis(millis % cycle_ms));
        prop_assert_eq!((late.kind, late.count), (early.kind, early.count));
        prop_assert!((late.fullness - early.fullness).abs() < 1e-4);
    }
}
