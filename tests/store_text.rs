//! What the files look like, and that what is written is what is read.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/full.rs"]
mod full;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime};
use full::{day, full, wall};
use proptest::prelude::*;
use sunshower::clock::Wall;
use sunshower::evening::check_in::Moment;
use sunshower::evening::plan::{BreakMark, Breaks, Item};
use sunshower::evening::tears::{TearMark, Tears};
use sunshower::journal::day::Month;
use sunshower::journal::entry::{CheckIn, Cry, Evening};
use sunshower::journal::log::Journal;
use sunshower::journal::record::{DeviceId, Rev};
use sunshower::journal::sheet::Sheet;
use sunshower::store::{FileKey, Job, Places, RealDisk, Settings, Writer, open, settings_text, sheet_text};
use uuid::Uuid;

const NOVEMBER: Month = Month { year: 2026, month: 11 };

/// A journal with one check-in, the same every time.
fn small() -> Journal {
    let mut journal = Journal::new(DeviceId("laptop".into()));
    journal.merge(CheckIn {
        id: Uuid::from_u128(1),
        rev: Rev(3, DeviceId("laptop".into())),
        after: Vec::new(),
        day: day("2026-11-22"),
        at: Some(wall("2026-11-22T20:53:09+01:00")),
        evening: Some(Uuid::from_u128(2)),
        source: None,
        deleted: false,
        moment: Moment::Plus20,
        pleasant: Some(70),
        stirred: None,
        words: vec!["moved".into(), "a \"quoted\" word".into()],
    });
    journal
}

#[test]
fn the_form_of_a_month_is_fixed() {
    let expected = r#"(
  format: "sunshower/journal",
  version: 1,
  evenings: [],
  check_ins: [
    (
      id: "00000000-0000-0000-0000-000000000001",
      rev: (3, "laptop"),
      day: "2026-11-22",
      at: Some("2026-11-22T20:53:09+01:00"),
      evening: Some("00000000-0000-0000-0000-000000000002"),
      moment: Plus20,
      pleasant: Some(70),
      words: [
        "moved",
        "a \"quoted\" word",
      ],
    ),
  ],
  cries: [],
  reflections: [],
  joys: [],
  breaths: [],
  days: [],
)
"#;
    assert_eq!(sheet_text(&small(), Sheet::Month(NOVEMBER)), expected);
}

#[test]
fn the_form_of_plans_and_settings_is_fixed() {
    assert_eq!(
        sheet_text(&small(), Sheet::Plans),
        "(\n  format: \"sunshower/plans\",\n  version: 1,\n  plans: [],\n)\n"
    );
    let settings = Settings { bedtime: NaiveTime::from_hms_opt(23, 30, 0), ..Settings::default() };
    let expected = r#"(
  format: "sunshower/settings",
  version: 1,
  settings: (
    theme: "dusk",
    text_percent: 100,
    reduced_motion: false,
    motion_chosen: false,
    day_starts_hour: 4,
    bedtime: Some("23:30:00"),
    place: None,
    aftercare: [],
    fullscreen: false,
    skip: [],
    catalogue: true,
    notify: false,
    pattern: "longer-out",
    look: Circle,
    true_black: false,
    breathe_min: None,
    cues: false,
    bed: None,
    volume: 50,
    language: None,
    twelve_hours: None,
    paused: false,
    contact_name: "",
    contact_number: "",
    country: None,
    put_away: [],
    welcomed: false,
  ),
)
"#;
    assert_eq!(settings_text(&settings), expected);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of all there are")]
fn every_field_has_the_name_it_was_given_for_good() {
    let journal = full("words of the person");
    let sheets = [Sheet::Month(NOVEMBER), Sheet::Plans, Sheet::Library];
    let text = sheets.map(|sheet| sheet_text(&journal, sheet)).concat();
    for name in [
        "format",
        "version",
        "evenings",
        "check_ins",
        "cries",
        "reflections",
        "joys",
        "breaths",
        "days",
        "plans",
        "id",
        "rev",
        "day",
        "at",
        "evening",
        "source",
        "kind",
        "key",
        "batch",
        "original",
        "plan",
        "items",
        "title_id",
        "name",
        "season",
        "episode",
        "runtime_min",
        "room",
        "breaks",
        "aftercare",
        "bedtime",
        "place",
        "intention",
        "began",
        "watched",
        "item",
        "film_secs",
        "to_the_end",
        "kinds",
        "minutes",
        "helped",
        "marks",
        "film_ended_at",
        "closed",
        "tears",
        "feel",
        "chips",
        "guests",
        "feeling",
        "moment",
        "pleasant",
        "stirred",
        "words",
        "company",
        "reason",
        "note",
        "prompt",
        "text",
        "happened",
        "pattern",
        "secs",
        "opened",
        "nothing",
        "paused",
        "when",
        "film_min",
        "titles",
        "patterns",
        "timing",
        "in_ms",
        "top_up_ms",
        "hold_ms",
        "out_ms",
        "rest_ms",
        "breathed_secs",
        "over",
        "year",
        "form",
        "themes",
        "notes_added",
        "notes_removed",
        "seasons",
        "episodes",
        "found_at",
        "link",
        "wanted",
        "seen",
        "hidden",
    ] {
        assert!(text.contains(&format!("{name}: ")), "{name}");
    }
    let mut journal = journal;
    let id = journal.cries.iter().next().expect("a cry").id;
    journal.delete::<Cry>(id);
    let text = sheet_text(&journal, Sheet::Month(NOVEMBER));
    let cries = text.split("cries: [").nth(1).and_then(|rest| rest.split("\n  ],").next()).expect("cries");
    let fields: Vec<_> = cries.lines().filter_map(|line| line.trim().split_once(": ")).map(|(name, _)| name).collect();
    assert_eq!(fields, ["id", "rev", "after", "day", "deleted"], "what is left of what was deleted");
}

/// Saves a journal in a folder of its own and reads it back.
fn there_and_back(journal: &Journal) -> Journal {
    let dir = tempfile::tempdir().expect("a folder");
    let places = Places::new(dir.path().join("folder"), dir.path().join("state"));
    let opened = open(&RealDisk, &places).expect("it opens");
    // The folder decides the name, so the records are made its own.
    let device = opened.vault.device();
    let mine = |text: String| text.replace("\"laptop\"", &format!("\"{device}\""));
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    for _ in 0..2 {
        let month = mine(sheet_text(journal, Sheet::Month(NOVEMBER)));
        writer.run_now(Job::Records(Sheet::Month(NOVEMBER), month)).result.expect("saved");
        for sheet in [Sheet::Plans, Sheet::Library] {
            writer.run_now(Job::Records(sheet, mine(sheet_text(journal, sheet)))).result.expect("saved");
        }
    }
    let path = opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)));
    drop((writer, opened));
    let again = open(&RealDisk, &places).expect("it opens");
    assert_eq!(again.problems, []);
    let bytes = std::fs::read(path).expect("read");
    assert_eq!(
        sheet_text(&again.journal, Sheet::Month(NOVEMBER)).as_bytes(),
        bytes,
        "an unchanged save is the same, byte for byte"
    );
    again.journal
}

#[test]
fn a_person_may_write_whatever_they_like_and_gets_it_back() {
    let long = "all work and no play ".repeat(500);
    for words in [
        "",
        &long,
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{202e}backwards\u{202c} \u{645}\u{631}\u{62d}\u{628}\u{627}",
        "\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{1f327}\u{fe0f} e\u{301}",
        "quotes \" and ' and \\ and /* */ // #",
        "lines\nand\r\nmore\tlines\u{2028}",
        "\0\u{1}\u{7f}\u{feff}\u{fffd}",
        "Some(\"ron\"), )]}",
    ] {
        let back = there_and_back(&full(words));
        assert_eq!(back.cries.iter().next().expect("a cry").note, words);
        assert_eq!(back.reflections.iter().next().expect("a reflection").text, words);
        assert_eq!(back.evenings.iter().next().expect("an evening").plan.items[0].name, words);
        assert_eq!(back.titles.iter().next().expect("a title").note.as_deref(), Some(words));
    }
}

#[test]
fn people_who_edit_by_hand_may_leave_out_some() {
    let dir = tempfile::tempdir().expect("a folder");
    let places = Places::new(dir.path().join("folder"), dir.path().join("state"));
    let mut opened = open(&RealDisk, &places).expect("it opens");
    opened.journal.put(CheckIn { rev: Rev(0, opened.journal.device.clone()), ..small_check_in() });
    let text = sheet_text(&opened.journal, Sheet::Month(NOVEMBER));
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    writer.run_now(Job::Records(Sheet::Month(NOVEMBER), text.clone())).result.expect("saved");
    let path = opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)));
    drop((writer, opened));
    std::fs::write(path, text.replace("Some(70)", "70")).expect("written");
    let again = open(&RealDisk, &places).expect("it opens");
    assert_eq!(again.problems, []);
    assert_eq!(again.journal.check_ins.iter().next().expect("one").pleasant, Some(70));
}

fn small_check_in() -> CheckIn {
    small().check_ins.iter().next().expect("one").clone()
}

prop_compose! {
    fn any_wall()(secs in 1_700_000_000_i64..1_900_000_000, nanos in prop_oneof![Just(0_u32), 0..1_000_000_000_u32],
                  offset in -14 * 60..14 * 60_i32) -> Wall {
        let zone = chrono::FixedOffset::east_opt(offset * 60).expect("an offset");
        DateTime::from_timestamp(secs, nanos).expect("a time").with_timezone(&zone)
    }
}

prop_compose! {
    fn any_journal()(
        words in ".{0,60}", day in 1_u32..=30, at in proptest::option::of(any_wall()),
        pleasant in proptest::option::of(0_u8..=100), stirred in proptest::option::of(0_u8..=100),
        runtime_min in proptest::option::of(1_u32..=1440), film_secs in proptest::option::of(0_u32..86_400),
        tears in proptest::option::of(proptest::sample::select(&Tears::ALL[..])),
        breaks in prop_oneof![
            Just(Breaks::None), Just(Breaks::BetweenItems), (10_u32..=240).prop_map(Breaks::Every),
            proptest::collection::vec((0_u32..9, 0_u32..500), 0..3).prop_map(|marks| {
                Breaks::AtMarks(marks.into_iter().map(|(item, film_min)| BreakMark { item, film_min }).collect())
            }),
        ],
        marks in proptest::collection::vec(any_wall(), 0..4), deleted in any::<bool>(),
    ) -> Journal {
        let mut journal = full(&words);
        let day = NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        let mut evening: Evening = journal.create(day, at);
        evening.plan.items = vec![Item { key: 0, name: words.clone(), runtime_min, ..Item::default() }];
        evening.plan.breaks = breaks;
        (evening.tears, evening.began) = (tears, at);
        evening.marks = marks.into_iter().map(|at| TearMark { item: 0, film_secs, at }).collect();
        let id = evening.id;
        journal.put(evening);
        if deleted {
            journal.delete::<Evening>(id);
        }
        let mut check_in: CheckIn = journal.create(day, at);
        (check_in.pleasant, check_in.stirred, check_in.words) = (pleasant, stirred, vec![words]);
        journal.put(check_in);
        journal
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_kept_is_what_is_read(journal in any_journal()) {
        let back = there_and_back(&journal);
        let text = |journal: &Journal| {
            let month = sheet_text(journal, Sheet::Month(NOVEMBER)) + &sheet_text(journal, Sheet::Plans);
            month.replace(&format!("\"{}\"", journal.device), "\"laptop\"")
        };
        prop_assert_eq!(text(&back), text(&journal));
        prop_assert_eq!(back.evenings.len(), journal.evenings.len());
        for evening in journal.evenings.iter() {
            let found = back.evenings.get(evening.id).cloned().map(|found| Evening { rev: evening.rev.clone(), ..found });
            prop_assert_eq!(found.as_ref(), Some(evening));
        }
    }
}
