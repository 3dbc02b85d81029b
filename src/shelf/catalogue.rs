//! The starter catalogue that comes with the program: plain facts, which a person's own edits lie over and never change.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::evening::plan::MAX_RUNTIME_MIN;
use crate::list_file::{self, FileError, ListFile};
use crate::shelf::title::{Form, Season, Title, YEARS};

/// The bundled catalogue.
const BUNDLED: &str = include_str!("../../assets/catalogue.ron");

#[derive(Deserialize)]
struct CatalogueFile {
    format: String,
    version: u32,
    titles: Vec<Title>,
}

impl ListFile for CatalogueFile {
    const FORMAT: &'static str = "sunshower/catalogue";
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// Why a catalogue cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// It cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// One title makes no sense.
    #[error("{id}: {what}")]
    Title {
        /// Which.
        id: String,
        /// What is wrong with it.
        what: &'static str,
    },
}

/// The catalogue that comes with the program.
///
/// # Errors
/// Where the bundled file makes no sense; a test makes sure that it does.
pub fn bundled() -> Result<Vec<Title>, CatalogueError> {
    parse(BUNDLED)
}

/// Reads a catalogue.
///
/// # Errors
/// Says which title makes no sense, or in which line the text does not.
pub fn parse(text: &str) -> Result<Vec<Title>, CatalogueError> {
    let file: CatalogueFile = list_file::read(text)?;
    let mut known = BTreeSet::new();
    for title in &file.titles {
        let wrong = fault(title).or_else(|| (!known.insert(title.id.as_str())).then_some("it is there twice"));
        if let Some(what) = wrong {
            return Err(CatalogueError::Title { id: title.id.clone(), what });
        }
    }
    Ok(file.titles)
}

/// What is wrong with a title of the catalogue.
fn fault(title: &Title) -> Option<&'static str> {
    let is_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if title.id.is_empty() || !title.id.chars().all(is_slug) {
        return Some("its id is no slug");
    }
    if title.name.trim().is_empty() {
        return Some("it has no name");
    }
    if title.runtime_min.is_some_and(|runtime| runtime == 0 || runtime > MAX_RUNTIME_MIN) {
        return Some("its length makes no sense");
    }
    if title.year.is_some_and(|year| !YEARS.contains(&year)) {
        return Some("its year makes no sense");
    }
    if title.kinds.is_empty() {
        return Some("it is of no kind");
    }
    if !title.seasons.iter().all(Season::is_possible) || (!title.seasons.is_empty() && title.form != Form::Series) {
        return Some("its seasons make no sense");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shelf::title::{Note, Tone};

    #[test]
    fn the_bundled_catalogue_is_whole() {
        let titles = bundled().expect("whole");
        assert_eq!(titles.len(), 93);
        assert_eq!(titles.iter().filter(|title| title.form == Form::Series).count(), 11);
        assert!(titles.iter().all(|title| title.runtime_min.is_some() && !title.runtime_source.is_empty()));
        let unchecked = titles.iter().filter(|title| title.runtime_source == "not checked");
        assert!(unchecked.clone().count() >= 7 && unchecked.clone().all(|title| title.doubtful), "and marked");
        for tone in Tone::ALL {
            assert!(titles.iter().any(|title| title.kinds.contains(&tone)), "{tone:?}");
        }
    }

    #[test]
    fn comedies_with_suicide_in_them_are_known_as_such() {
        let titles = bundled().expect("whole");
        for id in ["groundhog-day-1993", "the-full-monty-1997", "little-miss-sunshine-2006", "3-idiots-2009"] {
            let title = titles.iter().find(|title| title.id == id).expect(id);
            assert!(title.notes.contains(&Note::Suicide) && !title.may_be_proposed(), "{id}");
        }
    }

    #[test]
    fn nonsense_is_told_by_line_or_by_title() {
        let one = |title: &str| format!("(format: \"sunshower/catalogue\", version: 1, titles: [{title}])");
        let of = |text: &str| parse(text).expect_err("nonsense").to_string();
        assert!(of("(\nnonsense").starts_with("line 2"));
        assert_eq!(of("(format: \"poem\", version: 3, titles: [])"), "it is poem, version 3");
        for (title, what) in [
            ("(id: \"a b\", name: \"x\", kinds: [Romance])", "a b: its id is no slug"),
            ("(id: \"a\", name: \" \", kinds: [Romance])", "a: it has no name"),
            ("(id: \"a\", name: \"x\")", "a: it is of no kind"),
            ("(id: \"a\", name: \"x\", kinds: [Romance], runtime_min: Some(0))", "a: its length makes no sense"),
            ("(id: \"a\", name: \"x\", kinds: [Romance], runtime_min: Some(10000))", "a: its length makes no sense"),
            ("(id: \"a\", name: \"x\", kinds: [Romance], year: Some(3024))", "a: its year makes no sense"),
            (
                "(id: \"a\", name: \"x\", kinds: [Romance]), (id: \"a\", name: \"y\", kinds: [Romance])",
                "a: it is there twice",
            ),
        ] {
            assert_eq!(of(&one(title)), what);
        }
    }
}
