//! A journal with everything in it.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]
#![allow(dead_code, reason = "each test file uses its own part of it")]

use chrono::{NaiveDate, NaiveTime};
use sunshower::breathing::Timing;
use sunshower::clock::Wall;
use sunshower::evening::check_in::{Feeling, Moment};
use sunshower::evening::plan::{BreakMark, Breaks, EveningPlan, Item, ItemKind, Place};
use sunshower::evening::tears::{Chip, Company, Feel, Reason, TearKind, TearMark, Tears};
use sunshower::journal::entry::{
    BreakKind, BreakTaken, Breath, CheckIn, Cry, Day, Evening, Guest, Helped, Joy, OwnPattern, Plan, Reflection,
    Shelved, Watched,
};
use sunshower::journal::log::Journal;
use sunshower::journal::record::{DeviceId, Source};
use sunshower::shelf::title::{Form, Note, Season, Tone};
use uuid::Uuid;

/// A time as it is written.
pub fn wall(text: &str) -> Wall {
    Wall::parse_from_rfc3339(text).expect("a time")
}

/// A day as it is written.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// One record of each kind with every field filled in.
pub fn full(words: &str) -> Journal {
    let mut journal = Journal::new(DeviceId("laptop".into()));
    let at = wall("2026-11-22T20:53:09+01:00");
    let day = day("2026-11-22");
    let plan = EveningPlan {
        items: vec![Item {
            key: 3,
            title_id: Some("title".into()),
            name: words.into(),
            kind: ItemKind::Episode,
            season: Some(1),
            episode: Some(2),
            runtime_min: Some(45),
        }],
        room: vec!["candle".into()],
        breaks: Breaks::AtMarks(vec![BreakMark { item: 3, film_min: 20 }]),
        aftercare: vec!["tea".into()],
        bedtime: NaiveTime::from_hms_opt(0, 30, 0),
        place: Some(Place::Elsewhere),
        intention: words.into(),
    };
    let mut evening: Evening = journal.create(day, Some(at));
    evening.source = Some(Box::new(Source {
        kind: "csv".into(),
        key: "7".into(),
        batch: Uuid::from_u128(9),
        original: words.into(),
    }));
    evening.plan = plan.clone();
    evening.began = Some(at);
    evening.watched = vec![Watched { item: 3, film_secs: 2700, to_the_end: true }];
    evening.breaks = vec![BreakTaken {
        at,
        item: 3,
        film_secs: Some(60),
        kinds: vec![BreakKind::Walk],
        minutes: 5,
        breathed_secs: 120,
        helped: Some(Helped::Same),
    }];
    evening.marks = vec![TearMark { item: 3, film_secs: Some(61), at }];
    evening.film_ended_at = Some(at);
    evening.closed = Some(at);
    evening.tears = Some(Tears::Wept);
    evening.kinds = vec![TearKind::Moved];
    evening.feel = Some(Feel::Lighter);
    evening.chips = vec![Chip::HeldBack];
    let feeling = Feeling { pleasant: Some(10), stirred: Some(20), words: vec![words.into()] };
    evening.guests = vec![Guest { name: words.into(), tears: Some(Tears::Few), feeling: Some(feeling) }];
    let id = evening.id;
    journal.put(evening);
    let mut check_in: CheckIn = journal.create(day, Some(at));
    (check_in.evening, check_in.moment) = (Some(id), Moment::Before);
    (check_in.pleasant, check_in.stirred, check_in.words) = (Some(0), Some(100), vec![words.into()]);
    journal.put(check_in);
    let mut cry: Cry = journal.create(day, None);
    (cry.tears, cry.kinds, cry.company) = (Some(Tears::Sobbed), vec![TearKind::Sad], Some(Company::InTherapy));
    (cry.reason, cry.minutes, cry.item) = (Some(Reason::Harmony), Some(4), Some(3));
    (cry.film_secs, cry.note) = (Some(5), words.into());
    journal.put(cry);
    let mut reflection: Reflection = journal.create(day, None);
    (reflection.prompt, reflection.text) = ("what-helped".into(), words.into());
    journal.put(reflection);
    let mut joy: Joy = journal.create(day, None);
    (joy.text, joy.happened) = (words.into(), Some(false));
    journal.put(joy);
    let mut breath: Breath = journal.create(day, None);
    (breath.pattern, breath.secs) = ("easy".into(), 120);
    journal.put(breath);
    let mut as_such: Day = journal.create(day, None);
    (as_such.opened, as_such.nothing, as_such.paused) = (true, true, true);
    journal.put(as_such);
    let mut kept: Plan = journal.create(day, None);
    (kept.when, kept.plan) = (Some(day.and_hms_opt(20, 0, 0).expect("a time")), plan);
    journal.put(kept);
    let mut shelved: Shelved = journal.create(day, Some(at));
    (shelved.over, shelved.name, shelved.original) = (Some("coco-2017".into()), Some(words.into()), Some(words.into()));
    (shelved.year, shelved.form, shelved.runtime_min) = (Some(2017), Some(Form::Series), Some(105));
    (shelved.kinds, shelved.themes) = (Some(vec![Tone::HappyTears]), Some(vec![words.into()]));
    (shelved.notes_added, shelved.notes_removed) = (vec![Note::Grief], vec![Note::War]);
    shelved.seasons = Some(vec![Season { season: 1, episodes: 8 }]);
    (shelved.found_at, shelved.note) = (Some(words.into()), Some(words.into()));
    shelved.link = Some("https://example.org/coco".into());
    (shelved.wanted, shelved.seen, shelved.hidden) = (Some(true), Some(false), Some(false));
    journal.put(shelved);
    let mut own: OwnPattern = journal.create(day, Some(at));
    own.name = words.into();
    own.timing = Timing { in_ms: 4_000, top_up_ms: 1_000, hold_ms: 2_000, out_ms: 6_000, rest_ms: 3_000 };
    journal.put(own);
    journal
}
