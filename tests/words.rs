//! Every word a person sees is in one file, is used there and nowhere else, and can be drawn with the bundled faces.
#![allow(clippy::disallowed_methods, reason = "a test reads the sources from the disk")]
#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use egui::epaint::text::{Fonts, TextOptions};
use sunshower::text::Text;
use sunshower::ui::fonts;

const ENGLISH: &str = include_str!("../assets/text/en.ftl");
const MONTH_FIRST: &str = include_str!("../assets/text/en-month-first.ftl");
const GERMAN: &str = include_str!("../assets/text/de.ftl");

/// What views put between and around the words: times, lists, what was shortened.
const PUT_IN: &str = "0123456789:,·…/-.% ";

/// The English messages, each with its lines.
fn messages() -> BTreeMap<&'static str, Vec<&'static str>> {
    messages_of(ENGLISH)
}

fn messages_of(source: &'static str) -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut messages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut present = None;
    for line in source.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (key, value) = line.split_once(" =").expect("a message has a value");
            assert!(messages.insert(key, vec![value]).is_none(), "{key} is there twice");
            present = Some(key);
        } else if line.starts_with('#') || line.is_empty() {
            present = None;
        } else if let Some(lines) = present.and_then(|key| messages.get_mut(key)) {
            lines.push(line);
        }
    }
    messages
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Sign(char),
}

use Token::{Sign, Word};

/// A source as tokens, without comments and without the tests at its end.
fn tokens(source: &str) -> Vec<Token> {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        if c == '/' && next == '/' {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if c == '"' {
            let mut text = String::new();
            at += 1;
            while at < chars.len() && chars[at] != '"' {
                if chars[at] == '\\' {
                    at += 1;
                }
                text.push(chars[at]);
                at += 1;
            }
            at += 1;
            tokens.push(Token::Text(text));
        } else if c == '\'' {
            // A letter, or the name of a lifetime.
            if next == '\\' {
                at += 3;
                while chars[at] != '\'' {
                    at += 1;
                }
                at += 1;
            } else {
                at += if chars.get(at + 2) == Some(&'\'') { 3 } else { 1 };
            }
        } else if c.is_alphanumeric() || c == '_' {
            let from = at;
            while at < chars.len() && (chars[at].is_alphanumeric() || chars[at] == '_') {
                at += 1;
            }
            let word: String = chars[from..at].iter().collect();
            let is_raw = matches!(chars.get(at..), Some(['"', ..] | ['#', '"', ..])) && matches!(&*word, "r" | "br");
            assert!(!is_raw, "raw strings are not understood here");
            tokens.push(Word(word));
        } else {
            if !c.is_whitespace() {
                tokens.push(Sign(c));
            }
            at += 1;
        }
    }
    tokens
}

fn sources() -> Vec<(PathBuf, Vec<Token>)> {
    let mut found = Vec::new();
    let mut dirs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(dir) = dirs.pop() {
        for entry in fs::read_dir(dir).expect("readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                dirs.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && path.file_stem().is_none_or(|stem| stem != "tests")
            {
                let source = fs::read_to_string(&path).expect("text");
                found.push((path, tokens(&source)));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// What lies between a bracket and the one that closes it; up to the first comma where only the first argument is
/// asked for.
fn argument(tokens: &[Token], open: usize, only_first: bool) -> &[Token] {
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        match token {
            Sign('(' | '[' | '{') => depth += 1,
            Sign(')' | ']' | '}') => depth -= 1,
            Sign(',') if only_first && depth == 1 => return &tokens[open + 1..index],
            _ => {}
        }
        if depth == 0 {
            return &tokens[open + 1..index];
        }
    }
    &tokens[open + 1..]
}

/// The literals among these that are values: not the ones that something is compared with.
fn values(span: &[Token]) -> Vec<String> {
    let sign =
        |at: Option<usize>| at.and_then(|at| span.get(at)).and_then(|t| if let Sign(c) = t { Some(*c) } else { None });
    let mut values = Vec::new();
    for (at, token) in span.iter().enumerate() {
        let Token::Text(text) = token else { continue };
        let before = (sign(at.checked_sub(2)), sign(at.checked_sub(1)));
        let after = (sign(Some(at + 1)), sign(Some(at + 2)));
        let compared = matches!(before, (Some('=' | '!'), Some('=')));
        let pattern = after == (Some('='), Some('>')) || after.0 == Some('|') || before.1 == Some('|');
        if !compared && !pattern {
            values.push(text.clone());
        }
    }
    values
}

/// The literals a variable may stand for: those of the nearest `let` above with its name.
fn values_of_variable(tokens: &[Token], name: &str, used_at: usize) -> Vec<String> {
    let is_let = |at: usize| tokens[at] == Word("let".into()) && tokens.get(at + 1) == Some(&Word(name.into()));
    let Some(from) = (0..used_at).rev().find(|at| is_let(*at)) else { return Vec::new() };
    let mut depth = 0;
    let until = (from..used_at).find(|at| {
        match &tokens[*at] {
            Sign('(' | '[' | '{') => depth += 1,
            Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        depth == 0 && tokens[*at] == Sign(';')
    });
    let span = &tokens[from..until.unwrap_or(used_at)];
    // Calls have their own arguments, which are looked at where they stand.
    let calls = span.windows(2).any(|pair| matches!(pair, [Word(_), Sign('(')]));
    if calls { Vec::new() } else { values(span) }
}

/// The keys that a source asks for.
fn asked_for(tokens: &[Token]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for open in 2..tokens.len() {
        let (Sign('('), Word(name)) = (&tokens[open], &tokens[open - 1]) else { continue };
        let method = tokens[open - 2] == Sign('.');
        let of_text = method && open >= 3 && matches!(&tokens[open - 3], Word(of) if of == "text" || of == "self");
        let only_first = match name.as_str() {
            "t" if method => false,
            "tw" if method => true,
            "with" | "get" if of_text => true,
            "key" if !method && tokens[open - 2] != Word("fn".into()) => false,
            _ => continue,
        };
        let span = argument(tokens, open, only_first);
        if let [Word(variable)] = span {
            keys.extend(values_of_variable(tokens, variable, open));
        } else {
            keys.extend(values(span));
        }
    }
    keys
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let messages = messages();
    let text = Text::english().expect("whole");
    let mut asked = BTreeSet::new();
    let mut missing = Vec::new();
    for (path, tokens) in sources() {
        for key in asked_for(&tokens) {
            if !messages.contains_key(key.as_str()) || !text.has(&key) {
                missing.push(format!("{}: {key}", path.display()));
            }
            asked.insert(key);
        }
    }
    assert!(missing.is_empty(), "no words for\n{}", missing.join("\n"));
    assert!(asked.len() > 300, "the sources were understood: {}", asked.len());
    for known in ["watching-over", "watching-next", "closed-title-in-use", "crying-chart-zero-month", "problem-empty"] {
        assert!(asked.contains(known), "{known} is found where it is chosen");
    }
}

#[test]
fn every_key_that_exists_is_used() {
    let (mut asked, mut literals) = (BTreeSet::new(), BTreeSet::new());
    for (_, tokens) in sources() {
        asked.extend(asked_for(&tokens));
        literals.extend(
            tokens.into_iter().filter_map(|token| if let Token::Text(text) = token { Some(text) } else { None }),
        );
    }
    // A word without a hyphen may well be the name of something else, so that one has to be asked for.
    let is_used = |key: &str| asked.contains(key) || (key.contains('-') && literals.contains(key));
    let unused: Vec<_> = messages().into_keys().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "nobody asks for\n{}", unused.join("\n"));
}

#[test]
fn no_words_hide_in_the_views() {
    // What only a person who mends the program reads.
    let aside = ["expect", "request_discard", "debug_assert", "error", "warn", "attribute", "map_err"];
    let mut hidden = Vec::new();
    for (path, tokens) in sources() {
        if !path.components().any(|part| part.as_os_str() == "ui") {
            continue;
        }
        let mut around: Vec<String> = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                Sign('(' | '[' | '{') => {
                    let before: Vec<_> = tokens[..at].iter().rev().take(2).collect();
                    around.push(match before.as_slice() {
                        [Word(name), ..] | [Sign('!'), Word(name)] => name.clone(),
                        [Sign('#'), ..] => "attribute".to_owned(),
                        _ => String::new(),
                    });
                }
                Sign(')' | ']' | '}') => {
                    around.pop();
                }
                Token::Text(text) => {
                    let is_word = |word: &&str| !word.starts_with('{') && word.chars().any(char::is_alphabetic);
                    let is_words = text.split(' ').filter(is_word).count() > 1;
                    if is_words && !around.iter().any(|name| aside.contains(&name.as_str())) {
                        hidden.push(format!("{}: {text:?}", path.display()));
                    }
                }
                Word(_) | Sign(_) => {}
            }
        }
    }
    assert!(hidden.is_empty(), "these belong into the text:\n{}", hidden.join("\n"));
}

#[test]
fn every_letter_is_in_every_bundled_face() {
    let mut faces = Fonts::new(TextOptions::default(), fonts::definitions());
    let mut missing = BTreeMap::new();
    for (key, lines) in messages().into_iter().chain(messages_of(GERMAN)) {
        for letter in lines.concat().chars().chain(PUT_IN.chars()) {
            for font in [fonts::body(30.0), fonts::bold(30.0), fonts::display(30.0)] {
                if !faces.has_glyph(&font, letter) {
                    missing.entry(letter).or_insert(key);
                }
            }
        }
    }
    assert!(missing.is_empty(), "no glyph for {missing:?}");
    assert!(!faces.has_glyph(&fonts::body(30.0), 'ש'), "only the bundled faces are asked");
}

#[test]
fn the_words_are_plain_and_ask_for_nothing() {
    let text = Text::english().expect("whole");
    for (key, lines) in messages() {
        let value = lines.concat();
        assert!(!value.contains('!'), "{key} shouts");
        let words: BTreeSet<String> =
            value.to_lowercase().split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
        for word in ["should", "must", "normal", "streak", "goal", "failed"] {
            assert!(!words.contains(word), "{key} says {word:?}");
        }
        for line in lines {
            assert_eq!(line, line.trim_end(), "{key} ends in a space");
        }
        assert_eq!(text.get(key), text.get(key).trim(), "{key} has space around it");
        assert!(!text.get(key).is_empty(), "{key} is empty");
    }
}

/// Words that belong to claims the literature does not carry, or to a judgement nobody here may make.
const NOT_OURS: &[&str] = &[
    "abnormal",
    "boost",
    "boosts",
    "cortisol",
    "cure",
    "cures",
    "depressed",
    "depression",
    "detox",
    "disorder",
    "endorphin",
    "endorphins",
    "excessive",
    "guarantee",
    "guaranteed",
    "heal",
    "healing",
    "heals",
    "immune",
    "immunity",
    "instant",
    "instantly",
    "oxytocin",
    "proven",
    "score",
    "symptom",
    "symptoms",
    "toxin",
    "toxins",
];

#[test]
fn nothing_claims_what_is_not_shown() {
    for (key, lines) in messages() {
        let value = lines.concat().to_lowercase();
        let words: BTreeSet<&str> = value.split(|c: char| !c.is_alphabetic()).collect();
        for word in NOT_OURS {
            assert!(!words.contains(word), "{key} says {word:?}");
        }
        for phrase in ["wash out", "washes out", "releases", "as effective", "relieves", "treats"] {
            assert!(!value.contains(phrase), "{key} says {phrase:?}");
        }
        // A word that may only stand where it is denied.
        assert!(!value.contains("diagnos") || value.contains("not a diagnosis"), "{key} speaks of a diagnosis");
    }
}

/// The syllables of an English word, by its groups of vowels; near enough for a text of fifty words.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let letters: Vec<char> = word.chars().collect();
    let groups =
        (0..letters.len()).filter(|at| is_vowel(letters[*at]) && (*at == 0 || !is_vowel(letters[at - 1]))).count();
    let silent = word.len() > 2 && word.ends_with('e') && !word.ends_with("le");
    groups.saturating_sub(usize::from(silent)).max(1)
}

/// Flesch's reading ease: 60 and more is plain English, 80 and more easy.
fn reading_ease(text: &str) -> f64 {
    let sentences = text.matches(['.', '?', ';', ':']).count().max(1);
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|word| !word.is_empty()).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = |n: usize| f64::from(u32::try_from(n).expect("a short text"));
    206.835 - 1.015 * count(words.len()) / count(sentences) - 84.6 * count(syllables) / count(words.len())
}

#[test]
fn each_card_is_short_and_plain() {
    let text = Text::english().expect("whole");
    for card in sunshower::care::guide::Card::ALL {
        let words = text.get(&format!("card-{}-text", card.id()));
        let count = words.split_whitespace().count();
        let ease = reading_ease(&words);
        println!("{:14} {count} words, reading ease {ease:.0}", card.id());
        assert!(count <= 60, "{} has {count} words", card.id());
        assert!(ease >= 60.0, "{} is hard to read: {ease:.0}", card.id());
    }
}

#[test]
fn every_country_and_language_of_the_lines_to_ring_has_a_name() {
    let text = Text::english().expect("whole");
    for line in sunshower::care::support::bundled().expect("whole") {
        let country = format!("country-{}", line.country.to_lowercase());
        assert!(text.has(&country), "{}: {country}", line.service);
        for tongue in &line.languages {
            assert!(text.has(&format!("tongue-{tongue}")), "{}: {tongue}", line.service);
        }
    }
}

/// The variables that a message uses.
fn variables(lines: &[&str]) -> BTreeSet<String> {
    let text = lines.join("\n");
    let after = text.split('$').skip(1);
    after.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()).collect()
}

#[test]
fn german_says_everything_that_english_does_and_puts_in_the_same() {
    let (english, german) = (messages(), messages_of(GERMAN));
    let keys = |of: &BTreeMap<&'static str, Vec<&'static str>>| of.keys().copied().collect::<BTreeSet<_>>();
    let missing: Vec<_> = keys(&english).difference(&keys(&german)).copied().collect();
    let extra: Vec<_> = keys(&german).difference(&keys(&english)).copied().collect();
    assert!(missing.is_empty() && extra.is_empty(), "missing {missing:?}, too many {extra:?}");
    for (key, lines) in &english {
        assert_eq!(variables(lines), variables(&german[key]), "{key}");
    }
    for (key, lines) in messages_of(MONTH_FIRST) {
        assert_eq!(variables(&english[key]), variables(&lines), "{key}");
    }
}

#[test]
fn german_is_plain_and_asks_for_nothing() {
    for (key, lines) in messages_of(GERMAN) {
        let value = lines.concat();
        assert!(!value.contains('!') && !value.contains('"'), "{key}: {value}");
        let words: BTreeSet<String> =
            value.to_lowercase().split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
        let not_ours = [
            "soll",
            "sollen",
            "sollte",
            "solltest",
            "sollst",
            "muss",
            "müssen",
            "musst",
            "normal",
            "abnormal",
            "unnormal",
            "depression",
            "depressiv",
            "störung",
            "symptom",
            "symptome",
            "heilt",
            "heilen",
            "heilung",
            "entgiftet",
            "entgiftung",
            "giftstoffe",
            "immunsystem",
            "endorphine",
            "cortisol",
            "oxytocin",
            "serotonin",
            "bewiesen",
            "übermäßig",
            "punktzahl",
        ];
        for word in not_ours {
            assert!(!words.contains(word), "{key} says {word:?}");
        }
        for line in lines {
            assert_eq!(line, line.trim_end(), "{key} ends in a space");
        }
    }
}
