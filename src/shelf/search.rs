//! Looking for a title while its name is typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::shelf::title::Title;

/// What is looked through: names, names where they come from, themes and years, as they are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index(Vec<Entry>);

#[derive(Clone, Debug, PartialEq)]
struct Entry {
    /// The name, with a space before each word.
    name: String,
    /// The name where it comes from.
    original: String,
    /// Everything else.
    rest: String,
}

impl Index {
    /// Of these titles.
    #[must_use]
    pub fn of<'a>(titles: impl IntoIterator<Item = &'a Title>) -> Self {
        let entry = |title: &Title| {
            let year = title.year.map(|year| year.to_string()).unwrap_or_default();
            let original = folded(title.original.as_deref().unwrap_or_default());
            Entry { name: folded(&title.name), original, rest: folded(&[&*year, &title.themes.join(" ")].join(" ")) }
        };
        Self(titles.into_iter().map(entry).collect())
    }

    /// The places of the titles that hold every word of `query`, or its beginning: those first whose name begins with
    /// it, then those with such words in their names, then the rest, each in the order they came in. All of them where
    /// nothing is asked for.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<usize> {
        self.ranked(query, |entry, word| {
            [&entry.name, &entry.original, &entry.rest].into_iter().any(|text| text.contains(word))
        })
    }

    /// Those of them that are called so: themes and years do not count.
    #[must_use]
    pub fn find_named(&self, query: &str) -> Vec<usize> {
        self.ranked(query, |entry, word| entry.name.contains(word) || entry.original.contains(word))
    }

    fn ranked(&self, query: &str, holds: impl Fn(&Entry, &str) -> bool) -> Vec<usize> {
        let whole = folded(query);
        let words: Vec<String> = whole.split_whitespace().map(|word| format!(" {word}")).collect();
        let rank = |entry: &Entry| {
            if !words.iter().all(|word| holds(entry, word)) {
                return None;
            }
            Some(match () {
                () if entry.name.starts_with(&whole) => 0_u8,
                () if words.iter().all(|word| entry.name.contains(word)) => 1,
                () => 2,
            })
        };
        let mut found: Vec<(u8, usize)> =
            self.0.iter().enumerate().filter_map(|(index, entry)| Some((rank(entry)?, index))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, index)| index).collect()
    }
}

/// Small letters without marks, and a space before each word: what somebody types who cannot find the é.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    fold_into(&mut folded, text);
    folded
}

/// The same, behind what is there already.
pub(crate) fn fold_into(folded: &mut String, text: &str) {
    for word in
        text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c) && c != '\'').filter(|w| !w.is_empty())
    {
        folded.push(' ');
        if word.is_ascii() {
            // Nearly all words, and many times as fast.
            folded.extend(word.chars().filter(|c| *c != '\'').map(|c| c.to_ascii_lowercase()));
            continue;
        }
        let plain = word.nfd().filter(|c| !is_combining_mark(*c) && *c != '\'');
        folded.extend(plain.flat_map(char::to_lowercase));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(names: &[&str]) -> Vec<Title> {
        names.iter().map(|name| Title { name: (*name).into(), ..Title::default() }).collect()
    }

    fn found(all: &[Title], query: &str) -> Vec<String> {
        Index::of(all).find(query).into_iter().map(|index| all[index].name.clone()).collect()
    }

    #[test]
    fn beginnings_of_words_are_enough_and_names_that_begin_so_come_first() {
        let mut all = titles(&["A Walk to Remember", "Wall-E", "The Long Walk", "My Girl"]);
        all[3].themes = vec!["a walk by the river".into()];
        assert_eq!(found(&all, "wal"), ["Wall-E", "A Walk to Remember", "The Long Walk", "My Girl"]);
        assert_eq!(found(&all, "walk re"), ["A Walk to Remember"]);
        assert_eq!(found(&all, "alk"), Vec::<String>::new(), "the middle of a word is no beginning");
        assert_eq!(found(&all, " "), ["A Walk to Remember", "Wall-E", "The Long Walk", "My Girl"]);
    }

    #[test]
    fn marks_and_capitals_need_not_be_typed() {
        let mut all = titles(&["Amélie", "Kiki's Delivery Service", "Babam ve Oğlum", "A Silent Voice"]);
        all[3].original = Some("Koe no katachi".into());
        all[3].year = Some(2016);
        for (query, name) in [
            ("AMELIE", "Amélie"),
            ("amélie", "Amélie"),
            ("kikis del", "Kiki's Delivery Service"),
            ("oglum", "Babam ve Oğlum"),
            ("katachi", "A Silent Voice"),
            ("voice 2016", "A Silent Voice"),
        ] {
            assert_eq!(found(&all, query), [name], "{query}");
        }
        let named = |query: &str| Index::of(&all).find_named(query);
        assert_eq!((named("katachi"), named("sil voi")), (vec![3], vec![3]));
        assert_eq!((named("2016"), named("voice 2016")), (vec![], vec![]), "a year is no name");
    }
}
