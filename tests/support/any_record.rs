//! Records of every kind with anything in them that can be: every variant, every field left out or filled in.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says what it expects")]

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use sunshower::breathing::Timing;
use sunshower::breathing::timing::{BREATH_MS, HOLD_MS, TOP_UP_MS};
use sunshower::clock::Wall;
use sunshower::evening::check_in::{Feeling, Moment};
use sunshower::evening::plan::{BreakMark, Breaks, EveningPlan, Item, ItemKind, Place};
use sunshower::evening::tears::{Chip, Company, Feel, Reason, TearKind, TearMark, Tears};
use sunshower::journal::entry::{
    BreakKind, BreakTaken, Breath, CheckIn, Cry, Day, Evening, Guest, Helped, Joy, OwnPattern, Plan, Reflection,
    Shelved, Watched,
};
use sunshower::journal::log::Kind;
use sunshower::journal::record::{DeviceId, Rev, Source};
use sunshower::shelf::title::{Form, MAX_EPISODES, Note, Season, Tone};
use uuid::Uuid;

const MOMENTS: [Moment; 6] =
    [Moment::Before, Moment::After, Moment::Plus20, Moment::Plus90, Moment::Morning, Moment::Free];

/// What a person may write: nothing, a few words, RON, control characters, other scripts.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        3 => ".{0,16}",
        2 => "[ -~\n\r\t]{0,24}",
        1 => select(vec!["None", "Some(1)", "\"", "\\", "r#\"\"#", "// no", "/*", ")]},", "\0\u{7f}\u{feff}", "1"])
            .prop_map(str::to_owned),
    ]
}

fn list() -> impl Strategy<Value = Vec<String>> {
    vec(words(), 0..3)
}

fn any_id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

/// Times of any place, to the nanosecond.
pub fn any_wall() -> impl Strategy<Value = Wall> {
    let nanos =
        prop_oneof![3 => Just(0_u32), 2 => 0..1_000_000_000_u32, 1 => (0..1_000_u32).prop_map(|n| n * 1_000_000)];
    let secs = prop_oneof![-2_000_000_000_i64..7_000_000_000, 1_700_000_000_i64..1_900_000_000];
    (secs, nanos, -14 * 60..=14 * 60_i32).prop_map(|(secs, nanos, offset)| {
        let zone = FixedOffset::east_opt(offset * 60).expect("an offset");
        DateTime::from_timestamp(secs, nanos).expect("a time").with_timezone(&zone)
    })
}

fn any_time() -> impl Strategy<Value = NaiveTime> {
    (0..86_400_u32, prop_oneof![Just(0_u32), 0..1_000_000_000_u32])
        .prop_map(|(secs, nanos)| NaiveTime::from_num_seconds_from_midnight_opt(secs, nanos).expect("a time"))
}

/// Days of three months.
pub fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..92_i64).prop_map(|n| NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day") + TimeDelta::days(n))
}

fn any_moment_of_day() -> impl Strategy<Value = NaiveDateTime> {
    (any_day(), any_time()).prop_map(|(day, time)| day.and_time(time))
}

fn any_source() -> impl Strategy<Value = Option<Box<Source>>> {
    let source = (words(), words(), any_id(), words());
    of(source.prop_map(|(kind, key, batch, original)| Box::new(Source { kind, key, batch, original })))
}

fn any_tears() -> impl Strategy<Value = Option<Tears>> {
    of(select(&Tears::ALL[..]))
}

fn any_kinds() -> impl Strategy<Value = Vec<TearKind>> {
    vec(select(&TearKind::ALL[..]), 0..3)
}

fn any_percent() -> impl Strategy<Value = Option<u8>> {
    of(0..=100_u8)
}

fn any_feeling() -> impl Strategy<Value = Feeling> {
    (any_percent(), any_percent(), list()).prop_map(|(pleasant, stirred, words)| Feeling { pleasant, stirred, words })
}

prop_compose! {
    fn any_item()(
        key in 0..=1_000_000_u32, title_id in of(words()), name in words(),
        kind in select(vec![ItemKind::Film, ItemKind::Episode, ItemKind::Short]),
        season in of(0..=MAX_EPISODES), episode in of(0..=MAX_EPISODES), runtime_min in of(1..=1440_u32),
    ) -> Item {
        Item { key, title_id, name, kind, season, episode, runtime_min }
    }
}

fn any_breaks() -> impl Strategy<Value = Breaks> {
    let mark = (0..=1_000_000_u32, 0..=1440_u32).prop_map(|(item, film_min)| BreakMark { item, film_min });
    prop_oneof![
        Just(Breaks::None),
        Just(Breaks::BetweenItems),
        (10..=240_u32).prop_map(Breaks::Every),
        vec(mark, 0..3).prop_map(Breaks::AtMarks),
    ]
}

prop_compose! {
    fn any_plan_of_an_evening()(
        items in vec(any_item(), 0..3), room in list(), breaks in any_breaks(), aftercare in list(),
        bedtime in of(any_time()), intention in words(),
        place in of(select(vec![Place::ThisScreen, Place::AnotherScreen, Place::Elsewhere])),
    ) -> EveningPlan {
        EveningPlan { items, room, breaks, aftercare, bedtime, place, intention }
    }
}

prop_compose! {
    fn any_break()(
        at in any_wall(), item in 0..9_u32, film_secs in of(0..=86_400_u32),
        kinds in vec(select(&BreakKind::ALL[..]), 0..3), minutes in 0..=1440_u32,
        breathed_secs in 0..=86_400_u32,
        helped in of(select(&Helped::ALL[..])),
    ) -> BreakTaken {
        BreakTaken { at, item, film_secs, kinds, minutes, breathed_secs, helped }
    }
}

prop_compose! {
    fn any_mark()(item in 0..9_u32, film_secs in of(0..=86_400_u32), at in any_wall()) -> TearMark {
        TearMark { item, film_secs, at }
    }
}

prop_compose! {
    fn any_guest()(name in words(), tears in any_tears(), feeling in of(any_feeling())) -> Guest {
        Guest { name, tears, feeling }
    }
}

prop_compose! {
    fn any_watched()(item in 0..9_u32, film_secs in 0..=86_400_u32, to_the_end in any::<bool>()) -> Watched {
        Watched { item, film_secs, to_the_end }
    }
}

/// What every record has in common.
fn any_common<R: Kind>() -> impl Strategy<Value = (R, Option<Uuid>, Option<Box<Source>>)> {
    (any_id(), any_day(), of(any_wall()), of(any_id()), any_source()).prop_map(|(id, day, at, evening, source)| {
        (R::new(id, Rev(0, DeviceId("nobody".into())), day, at), evening, source)
    })
}

macro_rules! filled {
    ($name:ident, $kind:ident, { $($field:ident in $strategy:expr),* $(,)? }) => {
        pub fn $name() -> impl Strategy<Value = $kind> {
            (any_common::<$kind>(), ($($strategy,)*)).prop_map(|((record, evening, source), ($($field,)*))| {
                $kind { evening, source, $($field,)* ..record }
            })
        }
    };
}

filled!(any_evening, Evening, {
    plan in any_plan_of_an_evening(),
    began in of(any_wall()),
    watched in vec(any_watched(), 0..3),
    breaks in vec(any_break(), 0..3),
    marks in vec(any_mark(), 0..3),
    film_ended_at in of(any_wall()),
    closed in of(any_wall()),
    tears in any_tears(),
    kinds in any_kinds(),
    feel in of(select(&Feel::ALL[..])),
    chips in vec(select(&Chip::ALL[..]), 0..3),
    guests in vec(any_guest(), 0..2),
});
filled!(any_check_in, CheckIn, {
    moment in select(&MOMENTS[..]),
    pleasant in any_percent(),
    stirred in any_percent(),
    words in list(),
});
filled!(any_cry, Cry, {
    tears in any_tears(),
    kinds in any_kinds(),
    company in of(select(&Company::ALL[..])),
    reason in of(select(&Reason::ALL[..])),
    minutes in of(0..=1440_u32),
    item in of(0..=1_000_000_u32),
    film_secs in of(0..=86_400_u32),
    note in words(),
});
filled!(any_reflection, Reflection, { prompt in words(), text in words() });
filled!(any_joy, Joy, { text in words(), happened in of(any::<bool>()) });
filled!(any_breath, Breath, { pattern in words(), secs in 0..=86_400_u32 });
filled!(any_day_as_such, Day, { opened in any::<bool>(), nothing in any::<bool>(), paused in any::<bool>() });
filled!(any_plan, Plan, { when in of(any_moment_of_day()), plan in any_plan_of_an_evening() });

prop_compose! {
    fn any_season()(season in 1..=MAX_EPISODES, episodes in 1..=MAX_EPISODES) -> Season {
        Season { season, episodes }
    }
}

const FORMS: [Form; 4] = [Form::Film, Form::Series, Form::Letter, Form::Other];

// In two steps, because there are more fields than a tuple of strategies takes.
filled!(any_facts, Shelved, {
    over in of(words()),
    name in of(words()),
    original in of(words()),
    year in of(1880..=2100_i32),
    form in of(select(&FORMS[..])),
    runtime_min in of(1..=1440_u32),
    kinds in of(vec(select(&Tone::ALL[..]), 0..3)),
    themes in of(list()),
    notes_added in vec(select(&Note::ALL[..]), 0..4),
    notes_removed in vec(select(&Note::ALL[..]), 0..2),
    seasons in of(vec(any_season(), 0..3)),
});

prop_compose! {
    pub fn any_timing()(
        in_ms in BREATH_MS, top_up_ms in prop_oneof![Just(0), TOP_UP_MS], hold_ms in prop_oneof![Just(0), HOLD_MS],
        out_ms in 3_500..=15_000_u32, rest_ms in prop_oneof![Just(0), HOLD_MS],
    ) -> Timing {
        Timing { in_ms, top_up_ms, hold_ms, out_ms, rest_ms }
    }
}

filled!(any_own_pattern, OwnPattern, { name in words(), timing in any_timing() });

prop_compose! {
    pub fn any_shelved()(
        facts in any_facts(), found_at in of(words()), link in of(words()), note in of(words()),
        wanted in of(any::<bool>()), seen in of(any::<bool>()), hidden in of(any::<bool>()),
    ) -> Shelved {
        Shelved { found_at, link, note, wanted, seen, hidden, ..facts }
    }
}
