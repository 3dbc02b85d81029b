//! The trash: what was deleted, and the ways back and out for good.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use egui::{CornerRadius, Frame, Id, Margin, Role, Sense, Ui, WidgetInfo, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::journal::log::Journal;
use crate::journal::trash::{Bundle, KEPT_DAYS, Records};
use crate::text::key;

use super::cx::Cx;
use super::focus::Takes;
use super::insights_ui::date;
use super::journal_ui::check_in_words;
use super::theme::size;
use super::widgets::{Look, Size, button, button_about, centred_column, focus_ring, label, paragraph, soft, title};
use super::words::shortened;

/// How many bundles are shown at once.
const ROWS: usize = 6;

/// Narrower than this, the buttons stand under the words.
const NARROW: f32 = 900.0;

/// Which part of the trash is shown, and its words.
#[derive(Clone, Debug, Default)]
pub struct TrashView {
    page: usize,
    shown: Option<(u64, NaiveDate, Vec<Lying>)>,
}

/// What was deleted with one press, in words.
#[derive(Clone, Debug)]
pub(super) struct Lying {
    /// Its name in the trash.
    pub id: Uuid,
    /// What it is.
    pub what: String,
    /// What else belonged to it, when it was deleted, and until when it stays.
    pub about: String,
}

/// What was deleted and lies there still, newest first; `true` where another computer deleted it. What is there again
/// was brought back.
fn bundles(journal: &Journal) -> Vec<(&Bundle, bool)> {
    let own = journal.trash.iter().map(|bundle| (bundle, false));
    let elsewhere = journal.trash_elsewhere.values().flatten().map(|bundle| (bundle, true));
    let lies_there = |bundle: &Bundle| bundle.records.ids().into_iter().any(|id| !journal.has(id));
    let mut all: Vec<_> = own.chain(elsewhere).filter(|(bundle, _)| lies_there(bundle)).collect();
    all.reverse();
    all.sort_by_key(|(bundle, _)| Reverse(bundle.on));
    all
}

/// How many things lie in the trash.
pub(super) fn how_many(journal: &Journal) -> usize {
    bundles(journal).len()
}

/// Everything that lies in the trash, newest first.
pub(super) fn lying(cx: &Cx<'_>) -> Vec<Lying> {
    let journal = &cx.model.journal;
    let words = |(bundle, elsewhere): (&Bundle, bool)| {
        let mut records = bundle.records.clone();
        records.forget(|id| journal.has(id));
        let others = records.ids().into_iter().collect::<BTreeSet<_>>().len().saturating_sub(1);
        let until = bundle.on.checked_add_signed(TimeDelta::days(KEPT_DAYS)).unwrap_or(bundle.on);
        let values = [("day", date(cx, bundle.on).into()), ("until", date(cx, until).into())];
        let when = if elsewhere { cx.tw("trash-when-elsewhere", &values) } else { cx.tw("trash-when", &values) };
        let more = (others > 0).then(|| cx.tw("trash-more", &[("n", others.into())]));
        let about = more.into_iter().chain([when]).collect::<Vec<_>>().join(" · ");
        Lying { id: bundle.id, what: what_words(cx, &records), about }
    };
    bundles(journal).into_iter().map(words).collect()
}

/// What they are, by the most important record among them.
pub(super) fn what_words(cx: &Cx<'_>, records: &Records) -> String {
    let day = |day: NaiveDate| ("day", date(cx, day).into());
    let text = |text: &str| ("text", shortened(text, 60).into());
    if let Some(evening) = records.evenings.first() {
        cx.tw("trash-evening", &[("name", cx.evening_name(&evening.plan).into()), day(evening.day)])
    } else if let Some(plan) = records.plans.first() {
        cx.tw("trash-plan", &[("name", cx.evening_name(&plan.plan).into())])
    } else if let Some(title) = records.titles.first() {
        let name = title.name.clone().or_else(|| {
            let slug = title.over.as_deref()?;
            cx.model.catalogue.iter().find(|known| known.id == slug).map(|known| known.name.clone())
        });
        let name = name.or_else(|| title.over.clone()).unwrap_or_default();
        let words = if title.over.is_none() { key("trash-title-of") } else { key("trash-title-edits") };
        cx.tw(words, &[("name", name.into())])
    } else if let Some(cry) = records.cries.first() {
        let is_silent = cry.note.trim().is_empty();
        let values = [day(cry.day), text(&cry.note)];
        if is_silent { cx.tw("trash-tears", &values) } else { cx.tw("trash-tears-note", &values) }
    } else if let Some(one) = records.check_ins.first() {
        cx.tw("trash-check-in", &[("what", check_in_words(cx, one).into()), day(one.day)])
    } else if let Some(one) = records.reflections.first() {
        let is_empty = one.text.trim().is_empty();
        if is_empty {
            cx.tw("trash-reflection-empty", &[day(one.day)])
        } else {
            cx.tw("trash-reflection", &[text(&one.text)])
        }
    } else if let Some(joy) = records.joys.first() {
        cx.tw("trash-joy", &[text(&joy.text)])
    } else if let Some(pattern) = records.patterns.first() {
        cx.tw("trash-pattern", &[text(&pattern.name)])
    } else if let Some(breath) = records.breaths.first() {
        cx.tw("trash-breath", &[day(breath.day)])
    } else {
        cx.tw("trash-day", &[day(records.days.first().map(|note| note.day).unwrap_or_default())])
    }
}

/// The page with everything that was deleted.
pub fn trash_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut TrashView) {
    let (revision, today) = (cx.model.revision, cx.model.today(cx.now));
    let known = view.shown.take().filter(|(of, on, _)| (*of, *on) == (revision, today));
    let (.., lying) = known.unwrap_or_else(|| (revision, today, lying(cx)));
    let pages = lying.len().div_ceil(ROWS);
    view.page = view.page.min(pages.saturating_sub(1));
    centred_column(ui, 1440.0, |ui| {
        title(ui, cx, &cx.t("trash-title"));
        if lying.is_empty() {
            paragraph(ui, cx, &cx.tw("trash-empty", &[("days", KEPT_DAYS.into())]));
        } else {
            soft(ui, cx, &cx.tw("trash-line", &[("days", KEPT_DAYS.into())]));
        }
        for bundle in lying.iter().skip(view.page * ROWS).take(ROWS) {
            bundle_ui(ui, cx, bundle);
        }
        if cx.model.is_read_only() && !lying.is_empty() {
            soft(ui, cx, &cx.t("trash-read-only"));
        }
        end_ui(ui, cx, view, lying.len());
    });
    view.shown = Some((revision, today, lying));
}

fn bundle_ui(ui: &mut Ui, cx: &mut Cx<'_>, bundle: &Lying) {
    const BUTTONS: f32 = 520.0;
    let ground = Frame::new()
        .fill(cx.theme.card)
        .stroke(cx.theme.edge_stroke())
        .corner_radius(CornerRadius::same(size::CONTROL_CORNER))
        .inner_margin(Margin::symmetric(30, 18));
    let shown = ground.show(ui, |ui| {
        let width = ui.available_width();
        ui.set_width(width);
        let words = |ui: &mut Ui, cx: &Cx<'_>| {
            ui.spacing_mut().item_spacing.y = 6.0;
            label(ui, cx, &bundle.what, Size::Body);
            soft(ui, cx, &bundle.about);
        };
        if width < NARROW {
            words(ui, cx);
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| buttons_ui(ui, cx, bundle));
            return;
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::GAP;
            ui.vertical(|ui| {
                ui.set_width(width - BUTTONS);
                words(ui, cx);
            });
            buttons_ui(ui, cx, bundle);
        });
    });
    if cx.model.is_read_only() {
        // There is nothing to press, but the arrows lead through all of them.
        let id = Id::unique(("sunshower", "lying", bundle.id));
        let response = ui.interact(shown.response.rect, id, Sense::focusable_noninteractive());
        response
            .widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{}, {}", bundle.what, bundle.about)));
        focus_ring(ui, cx.theme, &response, size::CONTROL_CORNER, Takes::default());
    }
}

fn buttons_ui(ui: &mut Ui, cx: &mut Cx<'_>, bundle: &Lying) {
    ui.spacing_mut().item_spacing = vec2(size::GAP, size::GAP);
    // Where nothing is kept, neither would be true.
    if cx.model.is_read_only() {
        return;
    }
    if button_about(ui, cx, ("bring-back", bundle.id), &cx.t("trash-bring-back"), &bundle.what, Look::Small) {
        cx.ask(Command::BringBack(bundle.id));
    }
    if button_about(ui, cx, ("erase", bundle.id), &cx.t("trash-erase"), &bundle.what, Look::Small) {
        cx.ask(Command::Open(Page::Erase(Some(bundle.id))));
    }
}

fn end_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut TrashView, count: usize) {
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        pages_ui(ui, cx, &mut view.page, count.div_ceil(ROWS));
        if button(ui, cx, "trash-done", &cx.t("done"), Look::Plain) {
            cx.ask(Command::Back);
        }
        let may_erase = count > 0 && !cx.model.is_read_only();
        if may_erase && button(ui, cx, "erase-all", &cx.t("trash-erase-all"), Look::Quiet) {
            cx.ask(Command::Open(Page::Erase(None)));
        }
    });
}

/// The ways through a list that is longer than the screen, newest first, and which part of it is shown.
pub(super) fn pages_ui(ui: &mut Ui, cx: &Cx<'_>, page: &mut usize, pages: usize) {
    if pages < 2 {
        return;
    }
    let mut to = *page;
    if *page + 1 < pages && button(ui, cx, "list-earlier", &cx.t("table-earlier"), Look::Plain) {
        to = *page + 1;
    }
    if *page > 0 && button(ui, cx, "list-later", &cx.t("table-later"), Look::Plain) {
        to = *page - 1;
    }
    ui.vertical(|ui| {
        ui.add_space(24.0);
        soft(ui, cx, &cx.tw("table-place", &[("page", (*page + 1).into()), ("pages", pages.into())]));
    });
    if to != *page {
        *page = to;
        ui.ctx().request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::entry::{CheckIn, Evening};
    use crate::journal::record::DeviceId;

    #[test]
    fn what_is_there_again_lies_in_the_trash_no_more() {
        let mut journal = Journal::new(DeviceId("here".into()));
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let evening: Evening = journal.create(day("2026-11-20"), None);
        let check_in: CheckIn = journal.create(day("2026-11-20"), None);
        journal.put(evening.clone());
        let records = |evening: Option<&Evening>| Records {
            evenings: evening.into_iter().cloned().collect(),
            check_ins: vec![check_in.clone()],
            ..Records::default()
        };
        let bundle = |on: &str, records| Bundle { id: Uuid::new_v4(), on: day(on), records };
        let old = bundle("2026-11-20", records(Some(&evening)));
        let live = bundle("2026-11-21", Records { evenings: vec![evening.clone()], ..Records::default() });
        let new = bundle("2026-11-22", records(None));
        journal.trash = vec![old.clone(), live, new.clone()];
        let elsewhere = bundle("2026-11-21", records(None));
        journal.trash_elsewhere.insert(DeviceId("there".into()), vec![elsewhere.clone()]);
        let found: Vec<_> = bundles(&journal).into_iter().map(|(bundle, other)| (bundle.id, other)).collect();
        assert_eq!(found, [(new.id, false), (elsewhere.id, true), (old.id, false)], "newest first");
        journal.put(check_in);
        assert_eq!(how_many(&journal), 0);
    }
}
