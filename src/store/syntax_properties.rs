use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use ron::value::RawValue;

use super::parser::{Parser, document, value};
use super::*;

/// A value of any form. What a newer program added is told by its name: it begins with `x`.
#[derive(Clone, Debug)]
enum Any {
    Plain(String),
    Some(Box<Any>),
    Struct(&'static str, Vec<(String, Any)>),
    Tuple(&'static str, Vec<Any>),
    List(Vec<Any>),
    Map(Vec<(String, Any)>),
}

fn plain() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "1",
        "-2.5e3",
        "0x1F",
        "'a'",
        "'\\''",
        "None",
        "true",
        "Unit",
        "inf",
        "r#\"a\"]\"#",
        "b\"\\xff\"",
        "r#a.b",
        "1..2",
    ]);
    prop_oneof![fixed.prop_map(str::to_owned), any::<String>().prop_map(|text| quoted(&text))]
}

/// A string as it is written. Zero bytes are escaped, as they are in every file.
fn quoted(text: &str) -> String {
    ron::to_string(text).expect("a string")
}

fn any_value() -> impl Strategy<Value = Any> {
    let names = prop::sample::select(vec!["a", "b", "c", "id", "key", "x1", "x2"]);
    let fields = move |inner| {
        vec((names.clone(), inner), 0..6).prop_map(|mut fields: Vec<(&str, Any)>| {
            fields.sort_by_key(|(name, _)| *name);
            fields.dedup_by_key(|(name, _)| *name);
            fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Vec<_>>()
        })
    };
    plain().prop_map(Any::Plain).prop_recursive(5, 60, 6, move |inner| {
        let name = || prop::sample::select(vec!["", "", "N", "Rain"]);
        let keyed = fields(inner.clone())
            .prop_map(|fields| fields.into_iter().map(|(name, value)| (quoted(&name), value)).collect());
        prop_oneof![
            inner.clone().prop_map(|value| Any::Some(Box::new(value))),
            (name(), fields(inner.clone())).prop_map(|(name, fields)| Any::Struct(name, fields)),
            (name(), fields(inner.clone())).prop_map(|(name, fields)| Any::Struct(name, fields)),
            (name(), vec(inner.clone(), 0..4)).prop_map(|(name, items)| Any::Tuple(name, items)),
            vec(inner, 0..5).prop_map(Any::List),
            keyed.prop_map(Any::Map),
        ]
    })
}

/// Writes a value with this between its tokens, in turn.
struct Hand<'a> {
    between: &'a [&'a str],
    out: String,
    turn: usize,
}

impl Hand<'_> {
    fn put(&mut self, token: &str) {
        self.turn += 1;
        let between = self.between[self.turn % self.between.len()];
        write!(self.out, "{between}{token}").expect("text");
    }

    fn value(&mut self, value: &Any) {
        match value {
            Any::Plain(text) => self.put(text),
            Any::Some(value) => self.series("Some(", std::slice::from_ref(&**value), ")"),
            Any::Tuple(name, items) => self.series(&format!("{name}("), items, ")"),
            Any::List(items) => self.series("[", items, "]"),
            Any::Struct(name, fields) => self.pairs(&format!("{name}("), fields, ")"),
            Any::Map(entries) => self.pairs("{", entries, "}"),
        }
    }

    fn series(&mut self, open: &str, items: &[Any], close: &str) {
        self.put(open);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.put(",");
            }
            self.value(item);
        }
        self.put(close);
    }

    fn pairs(&mut self, open: &str, pairs: &[(String, Any)], close: &str) {
        self.put(open);
        for (name, value) in pairs {
            self.put(name);
            self.put(":");
            self.value(value);
            self.put(",");
        }
        self.put(close);
    }
}

const COMMENTED: [&str; 5] = ["", " ", "/* ( */", "\n  ", "// \"[\n"];

fn written(value: &Any, between: &[&str]) -> String {
    let mut hand = Hand { between, out: String::new(), turn: 0 };
    hand.value(value);
    hand.out
}

/// What a program makes of a value of which it does not know all.
fn known(value: &Any) -> Any {
    let fields = |fields: &[(String, Any)]| {
        fields
            .iter()
            .filter(|(name, _)| !name.trim_start_matches('"').starts_with('x'))
            .map(|(name, value)| (name.clone(), known(value)))
            .collect()
    };
    match value {
        Any::Plain(text) => Any::Plain(text.clone()),
        Any::Some(value) => Any::Some(Box::new(known(value))),
        Any::Tuple(name, items) => Any::Tuple(name, items.iter().map(known).collect()),
        Any::List(items) => Any::List(items.iter().map(known).collect()),
        Any::Struct(name, of) => Any::Struct(name, fields(of)),
        Any::Map(of) => Any::Map(fields(of)),
    }
}

/// The value with other plain values in some places, and without some fields and items.
fn changed(value: &Any, choices: &mut impl Iterator<Item = u8>) -> Any {
    let choice = choices.next().unwrap_or(255);
    let mut items = |items: &[Any]| {
        let mut items: Vec<_> = items.iter().map(|item| changed(item, choices)).collect();
        match choice {
            0..10 => items.reverse(),
            10..20 => items.truncate(1),
            20..30 => items.push(Any::Plain("7".into())),
            _ => {}
        }
        items
    };
    match value {
        Any::Plain(_) if choice < 60 => Any::Plain(choice.to_string()),
        Any::Plain(text) => Any::Plain(text.clone()),
        Any::Some(_) if choice < 20 => Any::Plain("None".into()),
        Any::Some(value) => Any::Some(Box::new(changed(value, choices))),
        Any::Tuple(name, of) => Any::Tuple(name, of.iter().map(|item| changed(item, choices)).collect()),
        Any::List(of) => Any::List(items(of)),
        Any::Struct(..) | Any::Map(_) => {
            let mut fields = |fields: &[(String, Any)]| {
                let mut fields: Vec<_> =
                    fields.iter().map(|(name, value)| (name.clone(), changed(value, choices))).collect();
                if choice < 40 && !fields.is_empty() {
                    fields.remove(usize::from(choice) % fields.len());
                }
                fields
            };
            match value {
                Any::Struct(name, of) => Any::Struct(name, fields(of)),
                Any::Map(of) => Any::Map(fields(of)),
                _ => unreachable!("one of the two"),
            }
        }
    }
}

/// The tokens of what a program knows of a text.
fn known_tokens(node: &Node<'_>) -> String {
    let fields = |fields: &[Field<'_>]| {
        let mut known = String::new();
        for field in fields.iter().filter(|field| !field.label().trim_start_matches('"').starts_with('x')) {
            let value = known_tokens(&field.value);
            // What is not known here may stand in a struct of which there is nothing else to say.
            if !value.ends_with("()") {
                write!(known, "{}:{value},", field.label()).expect("text");
            }
        }
        known
    };
    let items = |items: &[Node<'_>]| items.iter().map(|item| known_tokens(item) + ",").collect::<String>();
    match &node.kind {
        Kind::Plain => node.text.to_owned(),
        Kind::Struct(of) => format!("{}({})", node.name, fields(of)),
        Kind::Map(of) => format!("{{{}}}", fields(of)),
        Kind::Tuple(of) => format!("{}({})", node.name, items(of)),
        Kind::List(of) => format!("[{}]", items(of)),
    }
}

/// Whether the parts of a value stand in it one after the other, with nothing between them but signs and trivia.
fn tiles(text: &str, node: &Node<'_>) {
    assert_eq!(&text[node.start..node.end()], node.text);
    let mut parts: Vec<&Node<'_>> = Vec::new();
    match &node.kind {
        Kind::Plain => return,
        Kind::Struct(fields) | Kind::Map(fields) => {
            for field in fields {
                assert_eq!(&text[field.key.start..field.value.end()], field.text);
                parts.extend([&field.key, &field.value]);
            }
        }
        Kind::Tuple(items) | Kind::List(items) => parts.extend(items),
    }
    let mut at = node.inside;
    assert!(at > node.start && text[..at].ends_with(['(', '[', '{']));
    for part in parts {
        assert!(part.start >= at, "in order");
        only_signs(&text[at..part.start]);
        tiles(text, part);
        at = part.end();
    }
    only_signs(&text[at..node.end()]);
}

fn only_signs(text: &str) {
    let mut parser = Parser::new(text);
    parser.trivia().expect("trivia");
    while [",", ":", ")", "]", "}"].iter().any(|sign| parser.eat(sign)) {
        parser.trivia().expect("trivia");
    }
    assert_eq!(parser.rest(), "");
}

proptest! {
    #[test]
    fn the_parts_of_a_value_make_up_its_text(of in any_value()) {
        for between in [&[""][..], &[" "], &COMMENTED, &["\n"]] {
            let text = written(&of, between);
            let node = value(&text).expect(&text);
            tiles(&text, &node);
            prop_assert!(RawValue::from_ron(&text).is_ok(), "{}", text);
            prop_assert_eq!(keep_unknown(&text, &written(&known(&of), &[" "]), &written(&known(&of), &[""])), Some(text.clone()));
            prop_assert_eq!(without_items(&text, &|_| false), Some(text));
        }
    }

    #[test]
    fn what_is_kept_reads_as_what_was_written(of in any_value(), choices in vec(any::<u8>(), 0..40)) {
        let knew = known(&of);
        let now = changed(&knew, &mut choices.into_iter());
        let (old, knew, new) = (written(&of, &COMMENTED), written(&knew, &[" "]), written(&now, &["\n", " "]));
        let kept = keep_unknown(&old, &knew, &new).expect("three good texts");
        prop_assert!(RawValue::from_ron(&kept).is_ok(), "{}", kept);
        let (kept_node, new_node) = (value(&kept).expect("good"), value(&new).expect("good"));
        prop_assert_eq!(known_tokens(&kept_node), known_tokens(&new_node), "{}\n{}\n{}", old, knew, new);
        prop_assert_eq!(keep_unknown(&kept, &new, &new), Some(kept.clone()));
    }

    #[test]
    fn nothing_makes_it_panic(text in any::<String>(), signs in "[\\[\\](){}:,\"'/*#!rb0x\\\\ \nSa1._+-]{0,60}") {
        for text in [&text, &signs, &format!("(a: [\n  {signs}, (b: \"{text}\"),\n")] {
            let _ = (document(text).is_some(), fields(text), items(text), whole_items(text));
            let _ = without_items(text, &|_| true);
            let _ = keep_unknown(text, "(a: 1)", text);
            let _ = with_fields(text, &[("z".into(), "1".into())]);
        }
    }

    #[test]
    fn what_ron_reads_is_read(text in "[\\[\\](){}:,\"'/*#rb0x\\\\ \nSa1._+-]{0,12}") {
        if !text.contains("..") && RawValue::from_ron(&text).is_ok() {
            prop_assert!(value(&text).is_some());
        }
    }

    #[test]
    fn half_of_a_document_is_no_document_but_its_whole_items_are_found(
        of in vec(any_value(), 1..5), at in any::<prop::sample::Index>(), garbage in any::<Option<char>>(),
    ) {
        let list: Vec<_> = of.iter().map(|of| written(&Any::Struct("", vec![("v".into(), of.clone())]), &[" "])).collect();
        let text = format!("(\n  version: 1,\n  list: [\n   {},\n  ],\n)\n", list.join(",\n   "));
        prop_assert_eq!(whole_items(&text), vec![("list".to_owned(), list.iter().map(|item| item.trim().to_owned()).collect::<Vec<_>>())]);
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        prop_assert!(document(&text[..at]).is_none() || text[at..].trim().is_empty());
        let found = whole_items(&text[..at]);
        for item in found.iter().flat_map(|(_, items)| items) {
            prop_assert!(list.iter().any(|whole| whole.trim() == item), "{}", item);
        }
        let damaged = format!("{}{}{}", &text[..at], garbage.map_or_else(|| "\0".to_owned(), |sign| sign.to_string()), &text[at..]);
        for item in whole_items(&damaged).iter().flat_map(|(_, items)| items) {
            prop_assert!(value(item).is_some());
        }
    }
}
