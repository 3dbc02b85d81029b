//! Which page is on the screen, and what is around it.

use std::hash::{DefaultHasher, Hash, Hasher};

use egui::{Rect, Ui, pos2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::model::{Folder, Model};
use crate::app::nav::{Page, Room};
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::run::Stage;

use super::breathe_ui::breathe_ui;
use super::check_in_ui::{Left, check_in_ui, last_for};
use super::cry_ui::{CryView, cry_ui};
use super::cx::Cx;
use super::evening_page_ui::{EveningPageView, evening_page_ui};
use super::evening_ui::{EveningView, evening_ui};
use super::focus::Focus;
use super::folder_ui::folder_ui;
use super::found_ui::found_ui;
use super::insights_ui::{InsightsView, insights_ui};
use super::journal_ui::{JournalView, journal_ui};
use super::plan_ui::{PlanView, is_plan_page, plan_page_ui};
use super::quit_ui::quit_ui;
use super::rail_ui::{RAIL_WIDTH, rail_ui};
use super::reflection_ui::{ReflectionView, reflection_ui};
use super::settings_ui::settings_ui;
use super::status_ui::{notice_ui, status_ui, trouble_ui};
use super::table_ui::table_ui;
use super::theme::{Theme, Themes, size};
use super::tonight_ui::tonight_ui;
use super::widgets::{page, paint_sky};

/// What is half typed, half chosen or scrolled, on all pages.
#[derive(Default)]
pub struct Views {
    plan: PlanView,
    evening: EveningView,
    check_in: CheckInView,
    journal: JournalView,
    evening_page: EveningPageView,
    cry: CryView,
    reflection: ReflectionView,
    insights: InsightsView,
}

impl Views {
    /// What was half filled in on a page is not there on the next one of its kind.
    fn forget_others(&mut self, shown: Page) {
        if !is_plan_page(shown) {
            self.plan = PlanView::default();
        }
        if self.check_in.page.is_some_and(|page| page != shown) {
            self.check_in = CheckInView::default();
        }
    }
}

/// A check-in that is being filled in outside an evening's stages.
#[derive(Default)]
struct CheckInView {
    page: Option<Page>,
    feeling: Feeling,
    own: String,
}

/// The theme that fits the moment: night while the film runs, else the person's choice.
#[must_use]
pub fn theme_for<'a>(themes: &'a Themes, model: &Model) -> &'a Theme {
    let watching = model.run.as_ref().is_some_and(|run| run.stage == Stage::Watching);
    let asked = model.asks_to_quit || model.found.is_some();
    if watching && !asked && model.settings.theme != "contrast" {
        themes.night()
    } else {
        themes.get(&model.settings.theme)
    }
}

/// Draws the screen.
pub fn shell(ui: &mut Ui, cx: &mut Cx<'_>, views: &mut Views) {
    let whole = ui.max_rect();
    paint_sky(ui, cx.theme, whole);
    let key = screen_key(cx.model);
    let depth = cx.model.run.is_none().then(|| cx.model.nav.depth() + usize::from(cx.model.asks_to_quit));
    ui.ctx().with_plugin(|focus: &mut Focus| focus.page(key, depth));
    let rect = Rect::from_min_max(
        whole.min + egui::vec2(size::MARGIN_X, size::MARGIN_Y),
        (whole.max - egui::vec2(size::MARGIN_X, size::MARGIN_Y)).max(whole.min + egui::vec2(200.0, 120.0)),
    );
    if cx.model.nav.page().is_none() {
        views.plan = PlanView::default();
        views.check_in = CheckInView::default();
    }
    if cx.model.asks_to_quit {
        page(ui, "quit", rect, |ui| quit_ui(ui, cx));
    } else if matches!(cx.model.folder, Folder::Opening(_) | Folder::Closed(_)) {
        page(ui, "folder", rect, |ui| folder_ui(ui, cx));
    } else if let Some(draft) = &cx.model.found {
        page(ui, "found", rect, |ui| found_ui(ui, cx, draft));
    } else if let Some(run) = cx.model.run.as_ref().filter(|_| !cx.model.checks_in_during_aftercare()) {
        evening_ui(ui, cx, &mut views.evening, run, rect);
        status_ui(ui, cx, rect);
    } else if let Some(shown) = cx.model.nav.page() {
        page_ui(ui, cx, views, shown, rect);
        notice_ui(ui, cx, rect);
        status_ui(ui, cx, rect);
    } else {
        room_ui(ui, cx, views, rect);
        notice_ui(ui, cx, rect);
    }
}

fn room_ui(ui: &mut Ui, cx: &mut Cx<'_>, views: &mut Views, rect: Rect) {
    if cx.model.nav.room == Room::Breathe && cx.model.breathing_since.is_some() {
        breathe_ui(ui, cx, rect);
        return;
    }
    let rail = Rect::from_min_max(rect.min, pos2(rect.left() + RAIL_WIDTH, rect.bottom()));
    rail_ui(ui, cx, rail);
    let left = (rail.right() + 46.0).min(rect.right() - 200.0);
    let content = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    let room = cx.model.nav.room;
    let name = format!("{room:?}");
    page(ui, &name, content, |ui| {
        trouble_ui(ui, cx);
        match room {
            Room::Tonight => tonight_ui(ui, cx),
            Room::Breathe => breathe_ui(ui, cx, content),
            Room::Journal => journal_ui(ui, cx, &mut views.journal),
            Room::Insights => insights_ui(ui, cx, &mut views.insights),
            Room::Settings => settings_ui(ui, cx),
        }
    });
}

fn page_ui(ui: &mut Ui, cx: &mut Cx<'_>, views: &mut Views, shown: Page, rect: Rect) {
    views.forget_others(shown);
    let name = format!("{shown:?}");
    page(ui, &name, rect, |ui| match shown {
        Page::CheckIn { id, evening, moment } => {
            check_in_page_ui(ui, cx, &mut views.check_in, (id, evening, moment), shown);
        }
        Page::Cry(id) => cry_ui(ui, cx, &mut views.cry, id),
        Page::Evening(id) => evening_page_ui(ui, cx, &mut views.evening_page, id),
        Page::Reflection(id) => reflection_ui(ui, cx, &mut views.reflection, id),
        Page::Table(chart) => table_ui(ui, cx, &mut views.insights, chart),
        shown => {
            debug_assert!(is_plan_page(shown), "every page is drawn");
            plan_page_ui(ui, cx, &mut views.plan, shown);
        }
    });
}

fn check_in_page_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &mut CheckInView,
    (id, evening, moment): (Option<Uuid>, Option<Uuid>, Moment),
    shown: Page,
) {
    if view.page != Some(shown) {
        let known = id.and_then(|id| cx.model.journal.check_ins.get(id));
        let feeling = known.map(Feeling::from).unwrap_or_default();
        *view = CheckInView { page: Some(shown), feeling, own: String::new() };
    }
    let last = if id.is_some() { None } else { last_for(cx, moment, evening) };
    match check_in_ui(ui, cx, moment, last.as_ref(), &mut view.feeling, &mut view.own) {
        Some(Left::Keep) => {
            let feeling = std::mem::take(&mut view.feeling);
            view.page = None;
            cx.ask(Command::KeepCheckIn { id, evening, moment, feeling });
        }
        Some(Left::Skip) => {
            view.page = None;
            cx.ask(Command::Back);
        }
        None => {}
    }
    if let Some(id) = id
        && super::widgets::link(ui, cx, "delete-check-in", &cx.t("check-in-delete"))
    {
        cx.ask(Command::Delete(id));
    }
}

/// Tells screens apart, so that the focus is where it was when the person comes back to one.
fn screen_key(model: &Model) -> u64 {
    let mut hasher = DefaultHasher::new();
    model.asks_to_quit.hash(&mut hasher);
    std::mem::discriminant(&model.folder).hash(&mut hasher);
    model.found.is_some().hash(&mut hasher);
    model.nav.key().hash(&mut hasher);
    match &model.run {
        Some(run) => (run.evening.id, run.stage, model.menu_open, run.item, run.film.is_running()).hash(&mut hasher),
        None => model.breathing_since.is_some().hash(&mut hasher),
    }
    hasher.finish()
}
