use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::cell::{FORMULA, is_unseen};
use super::*;
use crate::clock::Wall;
use crate::evening::plan::Item;
use crate::evening::tears::{TearMark, Tears};
use crate::journal::entry::{CheckIn, Cry, Guest, Joy, Reflection, Watched};
use crate::journal::record::DeviceId;

fn journal() -> Journal {
    Journal::new(DeviceId("here".into()))
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn at(text: &str) -> Wall {
    Wall::parse_from_rfc3339(text).expect("a time")
}

type Row = BTreeMap<String, String>;

fn read(bytes: &[u8]) -> Vec<Row> {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).expect("the mark");
    let mut reader = csv::Reader::from_reader(text);
    let heads = reader.headers().expect("heads").clone();
    let row = |record: Result<csv::StringRecord, csv::Error>| -> Row {
        let record = record.expect("as many cells as heads");
        heads.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

fn rows_in(journal: &Journal, period: &Period, name: &str) -> Vec<Row> {
    let files = files(journal, period).expect("written");
    read(&files.iter().find(|file| file.name == name).expect("there").bytes)
}

fn rows(journal: &Journal, name: &str) -> Vec<Row> {
    rows_in(journal, &Period::default(), name)
}

fn with_reflection(text: &str) -> Journal {
    let mut journal = journal();
    let mut reflection: Reflection = journal.create(day("2026-11-22"), None);
    reflection.text = text.to_owned();
    journal.put(reflection);
    journal
}

#[test]
fn what_begins_like_a_formula_stays_text() {
    let narrow = ["=cmd()|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "|x", "%x"];
    let unseen = [" \u{feff}\u{200b}=1", "\t", "\r=", "\n1", "＝1", " ＠x"];
    for text in narrow.into_iter().chain(unseen) {
        assert_eq!(as_text(text), format!("'{text}"));
        assert_eq!(rows(&with_reflection(text), "reflections.csv")[0]["text"], format!("'{text}"));
    }
    assert_eq!(as_text("x;=1+1; y; @z"), "x;'=1+1; y;' @z", "also where semicolons separate cells");
    for text in ["", "a=b", "a; b", "Up", "'twas", " a", "1 - 2", "שלום", "\"=1\""] {
        assert_eq!(as_text(text), text);
    }
}

#[test]
fn names_of_films_and_people_stay_text_too() {
    let mut journal = journal();
    let mut evening: Evening = journal.create(day("2026-11-22"), None);
    evening.plan.items.push(Item { name: "=cmd()".into(), title_id: Some("+1".into()), ..Item::default() });
    evening.plan.room = vec!["candle".into(), "@home".into()];
    evening.guests.push(Guest { name: "-Ana".into(), ..Guest::default() });
    journal.put(evening);
    let film = &rows(&journal, "films.csv")[0];
    assert_eq!((film["name"].as_str(), film["title_id"].as_str()), ("'=cmd()", "'+1"));
    let evening = &rows(&journal, "evenings.csv")[0];
    assert_eq!((evening["room"].as_str(), evening["guest_names"].as_str()), ("candle; '@home", "'-Ana"));
}

#[test]
fn quotes_commas_and_line_breaks_survive() {
    let text = "She said: \"no, wait\",\r\nand then\n\n😭; פתאום\tnothing,\"";
    let journal = with_reflection(text);
    let rows = rows(&journal, "reflections.csv");
    assert_eq!((rows.len(), rows[0]["text"].as_str()), (1, text));
    let file = &files(&journal, &Period::default()).expect("written")[6];
    assert_eq!(file.name, "reflections.csv");
    assert!(file.bytes.ends_with(b"\r\n"));
}

#[test]
fn tears_that_were_not_answered_are_an_empty_cell_and_no_tears_are_not() {
    let mut journal = journal();
    for (n, tears) in [(1, None), (2, Some(Tears::None)), (3, Some(Tears::Wept))] {
        let mut evening: Evening = journal.create(day(&format!("2026-11-0{n}")), None);
        evening.tears = tears;
        journal.put(evening);
        let mut cry: Cry = journal.create(day(&format!("2026-11-0{n}")), None);
        cry.tears = tears;
        journal.put(cry);
    }
    for name in ["evenings.csv", "tears.csv"] {
        let tears: Vec<String> = rows(&journal, name).iter().map(|row| row["tears"].clone()).collect();
        assert_eq!(tears, ["", "None", "Wept"], "{name}");
    }
}

#[test]
fn nothing_said_is_not_zero() {
    let mut journal = journal();
    let mut said: CheckIn = journal.create(day("2026-11-01"), None);
    said.pleasant = Some(0);
    journal.put(said);
    let mut joy: Joy = journal.create(day("2026-11-01"), None);
    joy.text = "a walk".into();
    journal.put(joy);
    let check_in = &rows(&journal, "check_ins.csv")[0];
    assert_eq!((check_in["pleasant"].as_str(), check_in["stirred"].as_str()), ("0", ""));
    assert_eq!(rows(&journal, "joys.csv")[0]["happened"], "");
}

#[test]
fn an_evening_is_told_with_its_films_and_its_marks() {
    let mut journal = journal();
    let mut evening: Evening = journal.create(day("2026-11-22"), Some(at("2026-11-22T20:00:00+01:00")));
    evening.began = Some(at("2026-11-22T20:40:00+01:00"));
    evening.plan.items.push(Item { key: 4, name: "Up".into(), runtime_min: Some(96), ..Item::default() });
    evening.watched.push(Watched { item: 4, film_secs: 5760, to_the_end: true });
    evening.watched.push(Watched { item: 9, film_secs: 60, to_the_end: false });
    evening.marks.push(TearMark { item: 4, film_secs: Some(700), at: at("2026-11-22T20:52:00+01:00") });
    let id = evening.id.to_string();
    journal.put(evening);
    assert_eq!(rows(&journal, "evenings.csv")[0]["began"], "2026-11-22T20:40:00+01:00");
    let films = rows(&journal, "films.csv");
    assert_eq!((films[0]["name"].as_str(), films[0]["watched_secs"].as_str()), ("Up", "5760"));
    assert_eq!((films[1]["name"].as_str(), films[1]["item"].as_str()), ("", "9"), "watched and not planned");
    let mark = &rows(&journal, "tear_marks.csv")[0];
    assert_eq!((&mark["evening_id"], mark["film_secs"].as_str()), (&id, "700"));
}

#[test]
fn every_kind_has_its_file_also_where_there_is_nothing() {
    let files = files(&journal(), &Period::default()).expect("written");
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    assert_eq!(
        names,
        [
            "evenings.csv",
            "films.csv",
            "breaks.csv",
            "tear_marks.csv",
            "tears.csv",
            "check_ins.csv",
            "reflections.csv",
            "joys.csv",
            "breathing.csv",
            "days.csv",
            "plans.csv",
            "titles.csv",
            "patterns.csv",
        ]
    );
    for file in files {
        assert!(read(&file.bytes).is_empty(), "{}", file.name);
        let text = String::from_utf8(file.bytes).expect("text");
        assert_eq!(text.matches("\r\n").count(), 1, "only heads: {text}");
        assert!(text.starts_with("\u{feff}id,") || text.starts_with("\u{feff}evening_id,"), "{text}");
    }
}

#[test]
fn a_year_is_told_in_order_and_only_as_far_as_it_was_asked_for() {
    let now = at("2026-11-22T18:00:00+01:00");
    let journal = crate::demo::journal(1, false, now.date_naive(), now, DeviceId("demo".into()));
    let counts = [
        ("evenings.csv", journal.evenings.len()),
        ("check_ins.csv", journal.check_ins.len()),
        ("tears.csv", journal.cries.len()),
        ("reflections.csv", journal.reflections.len()),
        ("joys.csv", journal.joys.len()),
        ("breathing.csv", journal.breaths.len()),
        ("days.csv", journal.days.len()),
        ("films.csv", journal.evenings.iter().map(|evening| evening.plan.items.len()).sum()),
        ("breaks.csv", journal.evenings.iter().map(|evening| evening.breaks.len()).sum()),
        ("tear_marks.csv", journal.evenings.iter().map(|evening| evening.marks.len()).sum()),
        ("plans.csv", journal.open_plans().count()),
    ];
    for (name, count) in counts {
        let rows = rows(&journal, name);
        assert_eq!(rows.len(), count, "{name}");
        assert!(rows.is_sorted_by_key(|row| row["day"].clone()), "{name}");
    }

    let october = Period { from: Some(day("2026-10-01")), until: Some(day("2026-10-31")) };
    for name in ["evenings.csv", "films.csv", "breaks.csv", "tear_marks.csv", "check_ins.csv", "days.csv"] {
        for row in rows_in(&journal, &october, name) {
            assert!(row["day"].starts_with("2026-10-"), "{name}: {row:?}");
        }
    }
    assert_eq!(rows_in(&journal, &october, "plans.csv").len(), journal.open_plans().count());
}

#[test]
fn what_was_deleted_is_left_out() {
    let mut journal = with_reflection("here");
    let id = journal.reflections.iter().next().expect("one").id;
    journal.delete::<Reflection>(id);
    assert!(rows(&journal, "reflections.csv").is_empty());
}

fn any_text() -> impl Strategy<Value = String> {
    let odd =
        vec!['=', '+', '-', '@', '|', '%', '\t', '\r', '\n', ' ', '"', ',', ';', '\'', '\0', '＝', '\u{feff}', 'a'];
    let letter = prop_oneof![3 => proptest::sample::select(odd), 1 => any::<char>()];
    proptest::collection::vec(letter, 0..12).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #[test]
    fn no_text_becomes_a_formula_and_none_is_lost(text in any_text()) {
        stays_text(&text);
    }
}

/// A wide equals sign is one to some spreadsheets, and a semicolon begins another cell to others.
#[test]
fn a_wide_sign_after_a_semicolon_stays_text() {
    stays_text(";＝");
}

fn stays_text(text: &str) {
    let rows = rows(&with_reflection(text), "reflections.csv");
    let cell = &rows[0]["text"];
    assert_eq!(cell.replace('\'', ""), text.replace('\'', ""));
    assert!(!cell.starts_with(FORMULA) && !cell.starts_with(['\t', '\r', '\n']));
    // Also where it is a semicolon that begins another cell.
    for part in cell.split(';') {
        assert!(!part.trim_start_matches(is_unseen).starts_with(FORMULA), "{cell}");
    }
    let marked = format!("'{text}");
    assert!(text.contains(';') || *cell == text || *cell == marked);
}
