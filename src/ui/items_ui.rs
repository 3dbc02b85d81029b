//! What to watch: names and lengths, by hand.

use egui::{Ui, vec2};

use crate::app::model::Model;
use crate::evening::plan::{EveningPlan, Item, ItemKind, LengthError, MAX_RUNTIME_MIN, parse_length};
use crate::text::key;

use super::cx::Cx;
use super::suggest_ui::{Suggestions, suggestions_ui};
use super::widgets::{Look, button, card, chip, paragraph, return_to, section, soft, text_line};

/// What is half typed.
#[derive(Clone, Debug, Default)]
pub struct ItemsView {
    /// The length of each item as it is being typed, and the length it stands for.
    lengths: Vec<(u32, String, Option<u32>)>,
    suggestions: Suggestions,
    /// The key of an item that was added just now, whose name is to be typed.
    added: Option<u32>,
}

/// The list of what to watch.
pub fn items_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut ItemsView, plan: &mut EveningPlan) {
    paragraph(ui, cx, &cx.t("items-line"));
    let mut remove = None;
    let several = plan.items.len() > 1;
    for (index, item) in plan.items.iter_mut().enumerate() {
        card(ui, cx.theme, |ui| {
            if item_ui(ui, cx, view, index, item, several) {
                remove = Some(index);
            }
        });
    }
    if let Some(index) = remove {
        plan.items.remove(index);
    }
    ui.horizontal_wrapped(|ui| {
        if plan.items.len() < 40 && button(ui, cx, "add-item", &cx.t("items-add"), Look::Plain) {
            let last = plan.items.last().cloned().unwrap_or_default();
            let key = plan.next_key();
            let episode = last.episode.map(|episode| episode.saturating_add(1));
            let follows = last.kind == ItemKind::Episode;
            let name = if follows { last.name } else { String::new() };
            let runtime_min = last.runtime_min.filter(|_| follows);
            let title_id = last.title_id.filter(|_| follows);
            plan.items.push(Item { key, title_id, name, kind: last.kind, season: last.season, episode, runtime_min });
            view.added = Some(key);
        }
    });
    recent_ui(ui, cx, plan);
}

/// One thing to watch. Says whether it is to be removed.
fn item_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut ItemsView, index: usize, item: &mut Item, several: bool) -> bool {
    let mut remove = false;
    section(ui, cx, &cx.tw("items-number", &[("n", (index + 1).into())]));
    let width = ui.available_width();
    let (name, hint) = (cx.t("items-name"), cx.t("items-name-hint"));
    let written = text_line(ui, cx, ("item-name", item.key), &name, &mut item.name, &hint, width);
    if view.added == Some(item.key) {
        view.added = None;
        return_to(ui, &written, &item.name);
    }
    if written.changed {
        // By another name it is another title.
        item.title_id = None;
    }
    suggestions_ui(ui, cx, &mut view.suggestions, item, &written);
    let refused = ui
        .horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
            let refused = length_ui(ui, cx, view, item);
            for (kind, words) in [
                (ItemKind::Film, key("item-film")),
                (ItemKind::Episode, key("item-episode")),
                (ItemKind::Short, key("item-short")),
            ] {
                if chip(ui, cx, ("item-kind", item.key, words), &cx.t(words), item.kind == kind) {
                    item.kind = kind;
                }
            }
            if several && button(ui, cx, ("item-remove", item.key), &cx.t("remove"), Look::Quiet) {
                remove = true;
            }
            refused
        })
        .inner;
    if let Some(error) = refused {
        soft(ui, cx, &length_error_words(cx, error));
    }
    remove
}

/// Why a length was not taken.
pub(super) fn length_error_words(cx: &Cx<'_>, error: LengthError) -> String {
    cx.t(match error {
        LengthError::NotALength => key("length-not-understood"),
        LengthError::TooShort => key("length-too-short"),
        LengthError::TooLong => key("length-too-long"),
    })
}

/// The length, typed or moved by five minutes. What cannot be a length is said and leaves the last good one.
fn length_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut ItemsView, item: &mut Item) -> Option<LengthError> {
    let known = view.lengths.iter().position(|(key, ..)| *key == item.key);
    let at = known.unwrap_or_else(|| {
        view.lengths.push((item.key, written(cx, item.runtime_min), item.runtime_min));
        view.lengths.len() - 1
    });
    let (_, text, stands_for) = &mut view.lengths[at];
    if *stands_for != item.runtime_min {
        *text = written(cx, item.runtime_min);
        *stands_for = item.runtime_min;
    }
    let mut by = 0_i64;
    let name = cx.t("items-length");
    if text_line(ui, cx, ("item-length", item.key), &name, text, &cx.t("items-length-hint"), 176.0).changed
        && let Ok(length) = parse_length(text)
    {
        item.runtime_min = length;
        *stands_for = length;
    }
    for (step, words) in
        [(-5, key("length-5-less")), (-1, key("length-1-less")), (1, key("length-1-more")), (5, key("length-5-more"))]
    {
        if button(ui, cx, ("length-step", item.key, step), &cx.t(words), Look::Small) {
            by = step;
        }
    }
    if by != 0 {
        // The first press on an open length starts where most films are.
        let from = item.runtime_min.map_or(90 - by, i64::from);
        let moved = u32::try_from(from + by).unwrap_or(1).clamp(1, MAX_RUNTIME_MIN);
        item.runtime_min = Some(moved);
        *stands_for = item.runtime_min;
        *text = written(cx, item.runtime_min);
    }
    parse_length(text).err()
}

fn written(cx: &Cx<'_>, minutes: Option<u32>) -> String {
    minutes.map(|minutes| cx.length(minutes)).unwrap_or_default()
}

/// What was watched lately, so that a remote without letters can name something too.
fn recent_ui(ui: &mut Ui, cx: &Cx<'_>, plan: &mut EveningPlan) {
    let recent = recent(cx.model);
    if recent.is_empty() {
        return;
    }
    ui.add_space(10.0);
    section(ui, cx, &cx.t("items-recent"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
        for (index, known) in recent.into_iter().enumerate() {
            let here = plan.items.iter().any(|item| item.name == known.name);
            if chip(ui, cx, ("recent", index), &cx.item_name(&known), here) && !here {
                let key = plan.next_key();
                match plan.items.last_mut() {
                    Some(item) if item.name.trim().is_empty() => *item = Item { key: item.key, ..known },
                    _ => plan.items.push(Item { key, ..known }),
                }
            }
        }
    });
}

/// The last six names, newest first.
fn recent(model: &Model) -> Vec<Item> {
    let mut evenings: Vec<_> = model.journal.evenings.iter().collect();
    evenings.sort_by_key(|evening| std::cmp::Reverse(evening.began));
    let mut items: Vec<Item> = Vec::new();
    for item in evenings.into_iter().take(60).flat_map(|evening| &evening.plan.items) {
        if !item.name.trim().is_empty() && !items.iter().any(|known| known.name == item.name) {
            items.push(item.clone());
        }
        if items.len() == 6 {
            break;
        }
    }
    items
}
