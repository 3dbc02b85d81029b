//! What moves me: titles and kinds of title, and how often there were tears.

use std::collections::HashMap;

use egui::{Ui, pos2, vec2};

use crate::app::nav::Page;
use crate::insights::facts::Facts;
use crate::insights::moves::{Moved, Moves, moves};
use crate::shelf::collection::TitleRef;
use crate::shelf::history::{History, Key as TitleKey, ids_by_name, key_of};
use crate::text::insights::signed;
use crate::text::key;
use crate::ui::cx::Cx;
use crate::ui::table_ui::{Row, Table};
use crate::ui::theme::size;
use crate::ui::widgets::{row_button, section, soft};
use crate::ui::words::shortened;

use super::shown::Key;

/// So many titles are shown; the table has all.
const MOST_TITLES: usize = 8;

/// What moves me.
#[derive(Debug)]
pub(in crate::ui) struct MovesShown {
    /// What it shows.
    pub moves: Moves,
    /// Of how many evenings it tells.
    pub under: String,
    /// What is to be seen, in one sentence.
    pub summary: String,
}

impl MovesShown {
    pub(super) fn new(Key { span, today, .. }: Key, cx: &Cx<'_>, facts: &Facts) -> Self {
        let tones_of = |id: &str| {
            let known = cx.model.catalogue.iter().find(|title| title.id == id);
            let own = || cx.model.journal.titles.get(id.parse().ok()?)?.kinds.clone();
            known.map(|title| title.kinds.clone()).or_else(own).unwrap_or_default()
        };
        let catalogue = cx.model.catalogue.iter().map(|title| (key_of(&title.name), title.id.clone()));
        let ids: HashMap<String, String> = catalogue.chain(ids_by_name(&cx.model.journal)).collect();
        let moves = moves(facts, |name| ids.get(name).cloned(), tones_of, span, today);
        let under = if moves.n == 0 { cx.t("moves-none") } else { cx.tw("moves-under", &[("n", moves.n.into())]) };
        let summary = summary(cx, &moves);
        Self { moves, under, summary }
    }

    /// The titles and the kinds, a row for each. Says which page was asked for.
    pub fn rows_ui(&self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Page> {
        let mut asked = None;
        ui.spacing_mut().item_spacing.y = 10.0;
        for (index, title) in self.moves.titles.iter().take(MOST_TITLES).enumerate() {
            let words = shortened(&name(cx, title), 46);
            let history = history_words(cx, &title.history);
            let Some(page) = page_of(cx, title) else {
                // What is not on the shelf has no page to open.
                soft(ui, cx, &cx.tw("moves-row", &[("title", words.into()), ("history", history.into())]));
                continue;
            };
            if row_button(ui, cx, ("moves", index), &words, &history) {
                asked = Some(page);
            }
        }
        if let Some(left) = self.moves.titles.len().checked_sub(MOST_TITLES + 1) {
            soft(ui, cx, &cx.tw("moves-more", &[("n", (left + 1).into())]));
        }
        if !self.moves.kinds.is_empty() {
            ui.add_space(size::GAP);
            section(ui, cx, &cx.t("moves-kinds"));
        }
        for kind in &self.moves.kinds {
            kind_ui(ui, cx, &cx.tone(kind.tone), &kind.history);
        }
        asked
    }

    /// The same as a table.
    pub fn table(&self, cx: &Cx<'_>, page: usize) -> Table {
        let heads =
            [key("moves-head-title"), key("moves-head-tears"), key("moves-head-minute"), key("moves-head-change")];
        let titles = self.moves.titles.iter().map(|title| (name(cx, title), title.history));
        let kinds = self
            .moves
            .kinds
            .iter()
            .map(|kind| (cx.tw("moves-kind", &[("kind", cx.tone(kind.tone).into())]), kind.history));
        let all: Vec<(String, History)> = titles.chain(kinds).collect();
        let row = |(name, history): &(String, History)| {
            let counts = counts(cx, history);
            let minute = history.typical_min.map(|minute| minute.to_string()).unwrap_or_default();
            let change = history.change.map(signed).unwrap_or_default();
            let words = [("title", name.clone().into()), ("history", history_words(cx, history).into())];
            Row { cells: vec![shortened(name, 40), counts, minute, change], sentence: cx.tw("moves-row", &words) }
        };
        Table::of(cx, self.under.clone(), heads.map(|head| cx.t(head)).to_vec(), page, |skip, take| {
            (all.iter().skip(skip).take(take).map(row).collect(), all.len())
        })
    }
}

fn name(cx: &Cx<'_>, title: &Moved) -> String {
    let named = match &title.key {
        TitleKey::Id(id) => cx.model.catalogue.iter().find(|known| known.id == *id).map(|known| known.name.clone()),
        TitleKey::Name(_) => None,
    };
    named.unwrap_or_else(|| title.name.trim().to_owned())
}

/// The page of a title that is on the shelf.
fn page_of(cx: &Cx<'_>, title: &Moved) -> Option<Page> {
    let TitleKey::Id(id) = &title.key else { return None };
    let known = cx.model.catalogue.iter().position(|known| known.id == *id).map(TitleRef::Catalogue);
    let own = || id.parse().ok().filter(|id| cx.model.journal.titles.get(*id).is_some()).map(TitleRef::Own);
    known.or_else(own).map(Page::Title)
}

/// Which title came with tears most often; of one evening, and of titles that came with as many, something plainer.
fn summary(cx: &Cx<'_>, moves: &Moves) -> String {
    let n = [("n", moves.n.into())];
    let Some(first) = moves.titles.first().filter(|title| title.history.moved > 0) else {
        return if moves.n == 0 { cx.t("moves-none") } else { cx.tw("moves-summary-none", &n) };
    };
    let History { moved, known, .. } = first.history;
    if moves.n == 1 {
        return cx.tw("moves-summary-one", &[("title", name(cx, first).into())]);
    }
    let equals =
        moves.titles.iter().filter(|title| title.history.moved == moved && title.history.known == known).count();
    if equals > 1 {
        return cx.tw("moves-summary-tie", &[("n", equals.into()), ("moved", moved.into())]);
    }
    cx.tw("moves-summary", &[("title", name(cx, first).into()), ("moved", moved.into()), ("known", known.into())])
}

fn counts(cx: &Cx<'_>, history: &History) -> String {
    cx.tw("moves-counts", &[("moved", history.moved.into()), ("known", history.known.into())])
}

/// How often, at which minute, and how it was afterwards.
fn history_words(cx: &Cx<'_>, history: &History) -> String {
    let minute = history.typical_min.map(|minute| cx.tw("moves-minute", &[("minute", minute.into())]));
    let change = history.change.map(|change| cx.tw("moves-change", &[("change", signed(change).into())]));
    let counts = cx.tw("moves-tears", &[("counts", counts(cx, history).into())]);
    [Some(counts), minute, change].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A kind of title, with a bar as long as the share of evenings with tears.
fn kind_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str, history: &History) {
    const BAR: f32 = 260.0;
    const TALL: f32 = 10.0;
    let side = history_words(cx, history);
    ui.horizontal(|ui| {
        let share = f64::from(history.moved) / f64::from(history.known.max(1));
        let (rect, _) = ui.allocate_exact_size(vec2(BAR, 34.0), egui::Sense::hover());
        let track = egui::Rect::from_center_size(rect.center(), vec2(BAR, TALL));
        ui.painter().rect_filled(track, 5.0, cx.theme.line);
        #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
        let end = egui::lerp(track.x_range(), share as f32);
        let done = egui::Rect::from_min_max(track.min, pos2(end, track.max.y));
        ui.painter().rect_filled(done, 5.0, cx.theme.tear);
        ui.add_space(14.0);
        soft(ui, cx, &cx.tw("moves-row", &[("title", words.to_owned().into()), ("history", side.into())]));
    });
}
