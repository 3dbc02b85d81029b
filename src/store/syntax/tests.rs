use ron::extensions::Extensions;
use ron::value::RawValue;

use super::parser::{document, value};
use super::*;
use crate::evening::plan::{Breaks, EveningPlan, Item};
use crate::journal::entry::{Evening, Watched};
use crate::store::text::pretty;

/// An evening as a program of another year wrote it, and a person commented it.
pub(super) const NEWER: &str = r#"(
      // the one with the rain
      id: "6d0c2f39-1111-4222-8333-444455556666",
      rev: (3, "laptop"),
      day: "2026-11-22",
      at: "2026-11-22T20:53:09+01:00", /* by hand */
      weather: Rain(mm: 3.50, since: Some("noon")),
      plan: (
        items: [
          (key: 0, name: "One film", runtime_min: Some(118), mood_of_it: [Blue, Grey(0x1F)]),
          (key: 1, name: "Another", stills: {"00:10": r#lights.off, 'b': b"\xff"}), // a map
        ],
        room: ["candle", r"tea"],
        breaks: AtMarks([(item: 0, film_min: 59, why: "half")]),
        light: (warm: true, /* lumen */ level: -0x2A),
      ),
      watched: [(item: 0, film_secs: 60, stalls: 2), (item: 1, film_secs: 5, stalls: 9)],
      guests: [(name: "Kim", brought: ["cake",],)],
    )"#;

/// What this program makes of a record.
fn read(text: &str) -> Evening {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).expect(text)
}

/// The text of a record after an edit, and that it is the edited record and good RON.
fn edited(old: &str, edit: impl Fn(&mut Evening)) -> String {
    let mut record = read(old);
    let known = pretty(&record);
    edit(&mut record);
    let text = keep_unknown(old, &known, &pretty(&record)).expect("three good texts");
    assert_eq!(read(&text), record, "{text}");
    assert_eq!(RawValue::from_ron(&text).map(RawValue::get_ron), Ok(&*text));
    let again = pretty(&read(&text));
    assert_eq!(keep_unknown(&text, &again, &again).as_deref(), Some(&*text));
    text
}

fn assert_all_in(text: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(text.contains(piece), "{piece} is not in {text}");
    }
}

/// Everything in [`NEWER`] that this program does not know.
const UNKNOWN: [&str; 7] = [
    "weather: Rain(mm: 3.50, since: Some(\"noon\"))",
    "mood_of_it: [Blue, Grey(0x1F)]",
    "stills: {\"00:10\": r#lights.off, 'b': b\"\\xff\"}",
    "why: \"half\"",
    "light: (warm: true, /* lumen */ level: -0x2A)",
    "stalls: 2",
    "brought: [\"cake\",]",
];

#[test]
fn a_record_that_was_not_edited_comes_back_to_the_byte() {
    assert_eq!(edited(NEWER, |_| {}), NEWER);
    let commented = format!("// before\n{NEWER} /* after */");
    assert_eq!(edited(&commented, |_| {}), commented);
}

#[test]
fn what_is_not_known_survives_an_edit_anywhere_in_the_record() {
    let all = |text: &str| assert_all_in(text, &UNKNOWN);
    all(&edited(NEWER, |evening| evening.rev.0 = 4));
    all(&edited(NEWER, |evening| evening.plan.intention = "let it rain".into()));
    all(&edited(NEWER, |evening| evening.plan.items[0].name = "Another name".into()));
    all(&edited(NEWER, |evening| evening.plan.items.push(Item { key: 7, ..Item::default() })));
    all(&edited(NEWER, |evening| evening.plan.items.reverse()));
    all(&edited(NEWER, |evening| evening.plan.room.clear()));
    all(&edited(NEWER, |evening| evening.guests[0].name = "Kim and Jo".into()));
    all(&edited(NEWER, |evening| evening.watched[0].film_secs = 61));
    all(&edited(NEWER, |evening| {
        if let Breaks::AtMarks(marks) = &mut evening.plan.breaks {
            marks[0].film_min = 60;
        }
    }));
    let text = edited(NEWER, |evening| evening.rev.0 = 4);
    assert_all_in(&text, &["at: \"2026-11-22T20:53:09+01:00\"", "room: [\"candle\", r\"tea\"]", "// a map"]);
}

#[test]
fn what_is_not_known_of_an_item_goes_where_the_item_goes() {
    let second = edited(NEWER, |evening| drop(evening.plan.items.remove(0)));
    assert!(second.contains("stills:") && !second.contains("mood_of_it:"), "{second}");
    let replaced = edited(NEWER, |evening| evening.plan.items[0] = Item { key: 5, ..Item::default() });
    assert!(replaced.contains("stills:") && !replaced.contains("mood_of_it:"), "{replaced}");
    // The running evening takes an item out, changes it and puts it last.
    let watched = edited(NEWER, |evening| {
        let first = evening.watched.remove(0);
        evening.watched.push(Watched { film_secs: 75, ..first });
        evening.watched.push(Watched { item: 2, ..Watched::default() });
    });
    let list = fields(&watched).and_then(|fields| fields.into_iter().find(|field| field.0 == "watched"));
    let list = items(list.expect("a list").1).expect("items");
    assert!(list[0].contains("item: 1") && list[0].contains("stalls: 9"), "{list:?}");
    assert!(list[1].contains("film_secs: 75") && list[1].contains("stalls: 2"), "{list:?}");
    assert!(!list[2].contains("stalls"), "{list:?}");
}

#[test]
fn clearing_all_that_is_known_of_a_struct_clears_no_more_than_that() {
    let text = edited(NEWER, |evening| evening.plan = EveningPlan::default());
    assert_all_in(&text, &["plan: (light: (warm: true, /* lumen */ level: -0x2A))"]);
    assert!(!text.contains("mood_of_it"), "{text}");
    let old = "(id: \"6d0c2f39-1111-4222-8333-444455556666\", rev: (1, \"a\"), day: \"2026-11-22\", plan: (light: 1))";
    let text = edited(old, |evening| evening.plan.intention = "x".into());
    assert_all_in(&text, &["light: 1", "intention: \"x\""]);
}

#[track_caller]
fn keeps(old: &str, known: &str, new: &str, expected: &str) {
    let kept = keep_unknown(old, known, new).expect("three good texts");
    assert_eq!(kept, expected);
    assert!(RawValue::from_ron(&kept).is_ok(), "{kept}");
}

#[test]
fn fields_are_kept_cleared_and_changed_as_their_kind_asks() {
    keeps("(a: 1, x: 2)", "(a: 1)", "(a: 3)", "(a: 3, x: 2)");
    keeps("(a: 1, x: 2)", "(a: 1)", "()", "(x: 2)");
    keeps("(a: 1, b: 0,)", "(a: 1)", "(a: 1, b: 5)", "(a: 1, b: 5)");
    keeps("(x: 2)", "()", "(a: 3)", "(a: 3, x: 2)");
    keeps("Some((x: 2))", "Some(())", "None", "None");
    keeps("R(a: 1, x: 2)", "R(a: 1)", "S(a: 1)", "S(a: 1)");
    keeps("R(1, (a: 1, x: 2))", "R(1, (a: 1))", "R(2, (a: 1))", "R(2, (a: 1, x: 2))");
    keeps("Named(a: 1, x: 2)", "(a: 1)", "(a: 2)", "(a: 2, x: 2)");
    keeps("(r#a: 1, r#x-y: 2)", "(a: 1)", "(a: 2)", "(a: 2, r#x-y: 2)");
    keeps("{\"a\": 1, 'x': 2}", "{\"a\": 1}", "{\"\\u{61}\": 3}", "{\"\\u{61}\": 3, 'x': 2}");
    keeps("(\n  a: 1,\n  x: 2,\n)", "(a: 1)", "(\n  a: 2,\n)", "(\n  a: 2,\n  x: 2,\n)");
}

#[test]
fn a_some_that_was_left_out_by_hand_hides_nothing() {
    keeps("(a: (b: 1, x: 2))", "(a: Some((b: 1)))", "(a: Some((b: 3)))", "(a: Some((b: 3, x: 2)))");
    keeps("(a: (b: 1, x: 2), c: 1)", "(a: Some((b: 1)), c: 1)", "(a: Some((b: 1)), c: 2)", "(a: (b: 1, x: 2), c: 2)");
    keeps("(a: 1)", "(a: Some(1))", "(a: None)", "(a: None)");
    keeps("(a: (b: 1, x: 2))", "(a: Some((b: 1)))", "()", "()");
}

#[test]
fn items_that_this_program_passed_over_are_kept() {
    keeps("[Fine, Newer(1), Moved]", "[Fine, Moved]", "[Moved]", "[Moved, Newer(1)]");
    keeps("(a: [Newer])", "()", "(a: [Moved])", "(a: [Moved, Newer])");
    keeps("(a: [Moved, Newer])", "(a: [Moved])", "()", "(a: [Newer])");
    keeps("[(id: 1, x: 1), (id: 2, x: 2)]", "[(id: 2)]", "[(id: 2, a: 1)]", "[(id: 2, a: 1, x: 2), (id: 1, x: 1)]");
}

#[test]
fn comments_around_a_record_stay_with_it() {
    keeps("// mine\n(a: 1) // too\n", "(a: 1)", "(a: 2)\n", "// mine\n(a: 2) // too\n");
}

#[test]
fn what_is_not_ron_is_not_touched() {
    for broken in
        ["", "(", "(a: 1", "(a: )", "(a 1)", "[1 2]", "(a: 1))", "\"", "'ab'", "/*", "(a: 1..2.x)", "1x", "\0"]
    {
        assert_eq!(keep_unknown(broken, "(a: 1)", "(a: 2)"), None, "{broken}");
        assert_eq!(keep_unknown("(a: 1)", broken, "(a: 2)"), None, "{broken}");
        assert_eq!(keep_unknown("(a: 1)", "(a: 1)", broken), None, "{broken}");
        assert!(fields(broken).is_none() && items(broken).is_none() && with_fields(broken, &[]).is_none());
        assert!(without_items(broken, &|_| true).is_none());
    }
}

#[test]
fn every_form_of_value_is_one_value() {
    for text in [
        "1",
        "-1",
        "+1",
        "0x1F",
        "0b1u8",
        "0o7",
        "1_000",
        "1.",
        ".5",
        "-.5e-3",
        "1e+5",
        "2.5f32",
        "-inf",
        "+NaN",
        "inf",
        "NaNf64",
        "1..2",
        "..=3",
        "..",
        "1..",
        "255u8",
        "-128i8",
        "true",
        "None",
        "Some(1)",
        "()",
        "Unit",
        "Unit()",
        "N(1)",
        "N (a: 1)",
        "r#None",
        "r#a.b-c+d",
        "r",
        "b",
        "br",
        "r_x(1)",
        "\"\"",
        r#""\"\\\u{1F327}\x41""#,
        "\"a\\\n   b\"",
        "r\"a\\\"",
        "r#\"a\"b\"#",
        "b\"\\xff\"",
        "br##\"a\"#\"##",
        "'a'",
        "'\\''",
        "'''",
        "'\"'",
        "'\\u{61}'",
        "b'a'",
        "[]",
        "[1,]",
        "[[],[1,2]]",
        "{}",
        "{1:2,\"a\":(),}",
        "(1,)",
        "((1))",
        "(a:1,)",
        "(/*)*/a/**/:/*/* */*/1//]\n,)",
        "(r#type: 1)",
        "(a: \"(\", b: ')', c: r\"]\")",
        "é",
        "(名: 1)",
    ] {
        assert_eq!(value(text).map(|node| node.text), Some(text));
        assert!(ron::from_str::<&RawValue>(text).is_ok() || text.contains(".."), "{text}");
        let list = format!("[{text}, /* , */ {text}\n]");
        assert_eq!(items(&list), Some(vec![text, text]), "{list}");
    }
}

#[test]
fn a_document_may_begin_with_a_mark_attributes_and_comments() {
    let text = "\u{feff}// mine\n#![enable(implicit_some, unwrap_newtypes)]\n# ! [type = \"a]\"] /* */ Doc(a: [1], b: \"(\",) // end";
    assert_eq!(fields(text), Some(vec![("a", "[1]"), ("b", "\"(\"")]));
    let more = [("b".to_owned(), "7".to_owned()), ("c".to_owned(), "[ 1 ] // last".to_owned())];
    let expected = text.replace(",) // end", ", c: [ 1 ] // last\n,) // end");
    assert_eq!(with_fields(text, &more), Some(expected.clone()));
    assert!(ron::from_str::<serde::de::IgnoredAny>(expected.trim_start_matches('\u{feff}')).is_ok(), "{expected}");
    assert_eq!(with_fields("()", &more), Some("(b: 7, c: [ 1 ] // last\n)".into()));
    assert_eq!(with_fields("(\n  a: 1,\n)\n", &more[..1]), Some("(\n  a: 1,\n  b: 7,\n)\n".into()));
    assert_eq!(with_fields("()", &[("a b".to_owned(), "1".to_owned())]), None);
    assert_eq!(with_fields("()", &[("a".to_owned(), "1, b: 2".to_owned())]), None);
    assert_eq!(fields("()"), Some(vec![]));
    assert_eq!(fields("[1]"), None);
    assert_eq!(items("(1)"), None);
}

#[test]
fn what_is_nested_too_deep_is_refused_and_exhausts_nothing() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(items(&nested(parser::MAX_DEPTH)).is_some());
    assert!(items(&nested(parser::MAX_DEPTH + 1)).is_none());
    for open in
        ["[", "(", "{", "(a:", "{1:", "N(", "Some(", "/*", "[\n", "(a:[\n    (", "\"", "'", "r#\"", "#![", "[/*\n"]
    {
        let text = open.repeat(1_000_000 / open.len());
        assert!(document(&text).is_none(), "{open}");
        let text = open.repeat(100_000 / open.len());
        whole_items(&text);
        whole_items(&format!("(\n  a: [\n    {text}"));
        whole_items(&format!("(a: [{text}"));
    }
}

/// A month with lists in the form in which this program writes them.
fn month(notes: &[&str]) -> String {
    let cries = notes.iter().map(|id| {
        format!("    (\n      id: \"{id}\",\n      marks: [\n        (\n          item: 1,\n        ),\n      ],\n      note: \"n {id}\",\n    ),\n")
    });
    let cries: String = cries.collect();
    format!(
        "(\n  format: \"sunshower/journal\",\n  version: 1,\n  evenings: [],\n  cries: [\n{cries}  ],\n  joys: [\n    (id: \"j\"),\n  ],\n)\n"
    )
}

#[test]
fn records_are_cut_with_their_lines_and_nothing_else_changes() {
    let text = month(&["a", "b", "c"]);
    assert_eq!(without_items(&text, &|_| false), Some(text.clone()));
    for (gone, left) in [("a", ["b", "c"]), ("b", ["a", "c"]), ("c", ["a", "b"])] {
        assert_eq!(without_items(&text, &|id| id == gone), Some(month(&left)));
    }
    assert_eq!(without_items(&text, &|id| id != "j"), Some(month(&[])));
    let cut = |text: &str, expected: &str| {
        assert_eq!(without_items(text, &|id| id.starts_with('x')).as_deref(), Some(expected));
        assert!(RawValue::from_ron(expected).is_ok(), "{expected}");
    };
    cut("(a: [(id: \"x\"), (id: \"b\")])", "(a: [(id: \"b\")])");
    cut("(a: [(id: \"a\"), (id: \"x\")])", "(a: [(id: \"a\"), ])");
    cut("(a: [(id: \"x\"), (id: \"x2\") , (id: \"x3\")])", "(a: [])");
    cut("(a: [\n  (id: \"x\") // sad\n  , // dark\n  (id: \"b\") // light\n])", "(a: [\n  (id: \"b\") // light\n])");
    cut("(a: [\n  (id: \"b\"),\n  (id: \"x\") // sad\n])", "(a: [\n  (id: \"b\"),\n])");
    cut("(a: [\r\n  (id: \"x\"),\r\n  (id: \"b\"),\r\n])", "(a: [\r\n  (id: \"b\"),\r\n])");
    cut("(a: [ /*\n*/ (id: \"x\"), /*\n*/ ])", "(a: [ /*\n*/ /*\n*/ ])");
    cut("(a: [E(id: r#\"x\"#, b: 1), E(id: \"\\u{78}\"),])", "(a: [])");
    // Deep inside what is not known, too; but what only names it stays.
    cut(
        "(a: [(id: \"a\", older: Some([(id: \"x\")])), {\"k\": [(id: \"x\")]}])",
        "(a: [(id: \"a\", older: Some([])), {\"k\": []}])",
    );
    let names =
        "(id: \"x\", a: [\"x\", (evening: Some(\"x\")), (evening: \"x\", id: 1)], b: (id: \"x\"), c: ((id: \"x\"), 1))";
    cut(names, names);
}

fn cries(text: &str) -> Vec<String> {
    let lists = whole_items(text);
    let cries = lists.into_iter().find(|(name, _)| name == "cries").map_or(vec![], |(_, items)| items);
    cries.iter().map(|item| fields(item).expect("whole")[0].1.trim_matches('"').to_owned()).collect()
}

#[test]
fn a_document_cut_short_gives_every_record_that_is_whole() {
    let text = month(&["a", "b", "c"]);
    assert_eq!(whole_items(&text).iter().map(|(name, _)| &**name).collect::<Vec<_>>(), ["evenings", "cries", "joys"]);
    assert_eq!(cries(&text), ["a", "b", "c"]);
    for end in 0..text.len() {
        let whole = ["a", "b", "c"].into_iter().filter(|id| {
            text.find(&format!("note: \"n {id}\"")).is_some_and(|note| end >= note + "note: \"n a\",\n    )".len())
        });
        assert_eq!(cries(&text[..end]), whole.collect::<Vec<_>>(), "{end}");
    }
}

#[test]
fn damage_in_one_record_costs_no_other() {
    let text = month(&["a", "b", "c"]);
    let start = text.find("    (\n      id: \"b\"").expect("b");
    let end = text.find("    (\n      id: \"c\"").expect("c");
    for garbage in [
        "\0",
        "\0\0\0\0",
        "\u{fffd}\u{1}",
        "\"",
        ")",
        "]",
        "[[[",
        "/*",
        "}",
        "\n\n(",
        "((a: \"",
        "),",
        "],",
        "\u{fffd}),",
    ] {
        for at in start + 5..end - 6 {
            let damaged = format!("{}{garbage}{}", &text[..at], &text[at + garbage.len().min(end - 6 - at)..]);
            let found = cries(&damaged);
            assert!(found.contains(&"a".to_owned()) && found.contains(&"c".to_owned()), "{found:?} {damaged}");
            let lists = whole_items(&damaged);
            assert_eq!(lists.last().map(|list| list.1.len()), Some(1), "{damaged}");
            // What is found of the damaged one is not the beginning of it.
            let half =
                lists.iter().flat_map(|list| &list.1).find(|item| item.contains("\"b\"") && !item.contains("note"));
            assert_eq!(half, None, "{damaged}");
        }
    }
}

#[test]
fn damage_between_and_before_records_is_passed_over() {
    let text = month(&["a", "b", "c"]);
    assert_eq!(cries(&text.replacen("cries: [\n", "cries: [\n\0\0\0\0\0\n", 1)), ["a", "b", "c"]);
    assert_eq!(cries(&text.replacen("    (\n      id: \"a\"", "\0\0\0\0", 1)), ["b", "c"]);
    assert_eq!(cries(&text.replacen("\n    ),\n", "\n    )\0\0\0\0\n", 1)), ["a", "b", "c"]);
    assert_eq!(cries(&text.replacen("version", "\0\0\0", 1)), ["a", "b", "c"]);
    assert_eq!(cries(&text.replacen("(\n  format", "\0\0\0", 1)), ["a", "b", "c"]);
    assert_eq!(cries(&format!("garbage\n\0{text}")), ["a", "b", "c"]);
    // The end of the list is gone, too.
    let start = text.find("      note: \"n c\"").expect("c");
    let end = text.find("  joys").expect("joys");
    let damaged = format!("{}\0\0\0\n{}", &text[..start], &text[end..]);
    assert_eq!((cries(&damaged), whole_items(&damaged).len()), (vec!["a".to_owned(), "b".to_owned()], 3));
    // A list in one line.
    let line = "(cries: [(id: \"a\"), (id: \"b\", n: [\0, (id: 1)]), (id: \"c\")], joys: [(id: \"j\")])";
    assert_eq!((cries(line), whole_items(line).len()), (vec!["a".to_owned(), "c".to_owned()], 2));
}

#[test]
fn nothing_comes_of_nothing() {
    for text in ["", " ", "\0\0\0", "()", "[", "{\"a\": 1}", "garbage", "(a", "(a:", "(a: [", "\u{feff}"] {
        assert!(whole_items(text).iter().all(|(_, items)| items.is_empty()), "{text}");
    }
}
