//! Titles of the shelf that fit what is being typed, so that a few letters are enough.

use egui::{Ui, vec2};

use crate::evening::plan::Item;
use crate::journal::touched::Followed;
use crate::shelf::collection::{Collection, Entry};
use crate::shelf::take::items_of;
use crate::shelf::title::Title;

use super::cx::Cx;
use super::widgets::chip;
use super::words::shortened;

/// So many are offered at once.
const MOST: usize = 4;

/// With fewer letters than this, nearly everything would fit.
const LEAST_LETTERS: usize = 2;

/// The shelf that is looked through.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    of: Option<(Followed, bool)>,
    shelf: Collection,
}

impl Suggestions {
    fn refresh(&mut self, cx: &Cx<'_>) {
        let with_catalogue = cx.model.settings.catalogue;
        // What is typed changes an evening, but not the shelf.
        let of = Some((cx.model.journal.titles.touched().now(), with_catalogue));
        if self.of != of {
            self.shelf = Collection::of(&cx.model.catalogue, &cx.model.journal, with_catalogue);
            self.of = of;
        }
    }

    fn fitting(&self, typed: &str) -> impl Iterator<Item = &Entry> {
        let enough = typed.trim().chars().count() >= LEAST_LETTERS;
        let found = if enough { self.shelf.find(typed) } else { Vec::new() };
        let fitting = found.into_iter().filter_map(|place| self.shelf.entries().get(place));
        fitting.filter(|entry| !entry.hidden).take(MOST)
    }
}

/// Offers what the name that is being typed may become. Says whether one was taken.
pub fn suggestions_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut Suggestions, item: &mut Item) -> bool {
    if item.title_id.is_some() || item.name.trim().is_empty() {
        return false;
    }
    view.refresh(cx);
    let mut taken = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
        for entry in view.fitting(&item.name) {
            if chip(ui, cx, ("suggested", item.key, entry.key), &name_words(cx, &entry.title), false) {
                taken = items_of(&entry.title, None, 1).into_iter().next();
            }
        }
    });
    let Some(taken) = taken else { return false };
    let (season, episode) = (item.season.or(taken.season), item.episode.or(taken.episode));
    *item = Item { key: item.key, season, episode, ..taken };
    true
}

/// With its year, where that is known: several films share a name.
fn name_words(cx: &Cx<'_>, title: &Title) -> String {
    let name = shortened(&title.name, 60);
    match title.year {
        Some(year) => cx.tw("suggested-title", &[("name", name.into()), ("year", year.to_string().into())]),
        None => name,
    }
}
