//! Titles of the shelf that are called like what is being typed, so that a few letters are enough.

use egui::{Ui, vec2};

use crate::evening::plan::{Item, ItemKind};
use crate::journal::touched::Followed;
use crate::shelf::collection::{Collection, Entry};
use crate::shelf::take::items_of;
use crate::shelf::title::Title;

use super::cx::Cx;
use super::widgets::{Look, Written, button_about, return_to};
use super::words::shortened;

/// So many are offered at once.
const MOST: usize = 4;

/// With fewer letters than this, nearly everything would fit.
const LEAST_LETTERS: usize = 2;

/// What is offered, and the shelf it is found on.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    of: Option<(Followed, bool)>,
    shelf: Collection,
    /// The key of the item whose name is being typed, and the places of what is called so.
    offered: Option<(u32, Vec<usize>)>,
}

impl Suggestions {
    /// Finds what is called like the name that was just typed, and nothing by itself.
    fn follow(&mut self, cx: &Cx<'_>, item: &Item, written: &Written) {
        if written.submitted {
            self.offered = None;
        } else if written.changed {
            let with_catalogue = cx.model.settings.catalogue;
            // What is typed changes an evening, but not the shelf.
            let of = Some((cx.model.journal.titles.touched().now(), with_catalogue));
            if self.of != of {
                self.shelf = Collection::of(&cx.model.catalogue, &cx.model.journal, with_catalogue);
                self.of = of;
            }
            let enough = item.name.trim().chars().count() >= LEAST_LETTERS;
            let found = if enough { self.shelf.find_named(&item.name) } else { Vec::new() };
            self.offered = Some((item.key, found));
        }
    }

    fn offered(&self, key: u32) -> impl Iterator<Item = &Entry> {
        let found = self.offered.iter().filter(move |(of, _)| *of == key).flat_map(|(_, found)| found);
        let entries = found.filter_map(|place| self.shelf.entries().get(*place));
        entries.filter(|entry| !entry.hidden).take(MOST)
    }
}

/// Offers what the name that is being typed may become. Says whether one was taken; the focus goes back to the field then.
pub fn suggestions_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut Suggestions, item: &mut Item, written: &Written) -> bool {
    view.follow(cx, item, written);
    if view.offered(item.key).next().is_none() {
        return false;
    }
    let mut taken = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
        for entry in view.offered(item.key) {
            let (name, about) = (name_words(cx, &entry.title), cx.t("suggested-about"));
            if button_about(ui, cx, ("suggested", item.key, entry.key), &name, &about, Look::Small) {
                taken = items_of(&entry.title, None, 1).into_iter().next();
            }
        }
    });
    let Some(taken) = taken else { return false };
    // Which episode it was is not known from the name, and what was said by hand is not forgotten.
    let episode = |number: Option<u32>| number.filter(|_| taken.kind == ItemKind::Episode);
    *item = Item {
        key: item.key,
        season: episode(item.season),
        episode: episode(item.episode),
        runtime_min: taken.runtime_min.or(item.runtime_min),
        ..taken
    };
    view.offered = None;
    return_to(ui, written, &item.name);
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
