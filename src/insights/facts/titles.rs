//! The titles evenings speak of, each once, so that ten years of evenings need not compare names.

use std::collections::HashMap;

use crate::evening::plan::Item;
use crate::shelf::history::{Key, key_of_item};

/// A title, as evenings call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// What it goes by.
    pub key: Key,
    /// Its name, as it was written.
    pub name: String,
}

/// Titles, each at a place of its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Titles {
    all: Vec<Title>,
    /// Their places, by name and, where they have one, by their id on the shelf.
    places: HashMap<String, Vec<(Option<String>, usize)>>,
}

impl Titles {
    pub(super) fn all(&self) -> &[Title] {
        &self.all
    }

    /// The place of the title an item names.
    pub(super) fn of(&mut self, item: &Item) -> usize {
        self.place(&item.name, item.title_id.as_deref(), || key_of_item(item))
    }

    /// Takes in the titles of another list. Says for each place there which one it is here.
    pub(super) fn take_in(&mut self, other: Self) -> Vec<usize> {
        let place = |title: Title| {
            let id = if let Key::Id(id) = &title.key { Some(id.as_str()) } else { None };
            self.place(&title.name, id, || title.key.clone())
        };
        other.all.into_iter().map(place).collect()
    }

    fn place(&mut self, name: &str, id: Option<&str>, key: impl FnOnce() -> Key) -> usize {
        let known = self.places.get(name).and_then(|known| known.iter().find(|(of, _)| of.as_deref() == id));
        if let Some((_, place)) = known {
            return *place;
        }
        let place = self.all.len();
        self.all.push(Title { key: key(), name: name.to_owned() });
        self.places.entry(name.to_owned()).or_default().push((id.map(str::to_owned), place));
        place
    }
}
