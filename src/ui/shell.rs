//! Which page is on the screen, and what is around it.

use std::hash::{DefaultHasher, Hash, Hasher};

use egui::{Id, Rect, Ui, UiBuilder, pos2, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::company::rests;
use crate::app::model::{HalfCheckIn, Model};
use crate::app::nav::{Over, Page, Room};
use crate::care::guide::Occasion;
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::later::offer;
use crate::evening::run::Stage;
use crate::shelf::book::Book;

use super::backups_ui::{BackupsView, backup_ui, backups_ui};
use super::breathe_ui::{breathe_ui, breathing_room_ui};
use super::burn_ui::burn_ui;
use super::calendar_ui::{CalendarView, calendar_ui};
use super::care_ui::care_ui;
use super::check_in_ui::{Left, check_in_ui, last_for, now_head, then_head};
use super::choose_ui::{ChooseView, choose_ui};
use super::cry_ui::{CryView, cry_ui};
use super::cx::Cx;
use super::erase_ui::erase_ui;
use super::evening_edit_ui::{EveningEditView, evening_around_ui, evening_items_ui};
use super::evening_page_ui::{EveningPageView, evening_page_ui};
use super::evening_ui::{EveningView, evening_ui};
use super::focus::Focus;
use super::folder_ui::folder_ui;
use super::found_ui::found_ui;
use super::guide_ui::{card_page_ui, guide_ui, offer_ui};
use super::insights_ui::{InsightsView, chart_page_ui, insights_ui};
use super::journal_ui::{JournalView, journal_ui};
use super::joy_ui::{JoyView, joy_ui};
use super::pattern_ui::{PatternView, pattern_ui};
use super::plan_ui::{PlanView, is_plan_page, plan_page_ui};
use super::plays_ui::plays_ui;
use super::quit_ui::quit_ui;
use super::rail_ui::{RAIL_WIDTH, rail_ui};
use super::reach_ui::reach_ui;
use super::reflection_ui::{ReflectionView, reflection_ui};
use super::scale::CANVAS_HEIGHT;
use super::self_check_ui::{SelfCheckView, self_check_ui};
use super::settings_ui::settings_ui;
use super::shelf_ui::{ShelfView, shelf_ui};
use super::skip_ui::skip_ui;
use super::status_ui::{notice_ui, status_ui, trouble_ui};
use super::table_ui::table_ui;
use super::take_along_ui::{TakeAlongView, take_along_ui};
use super::talk_ui::{TalkView, contact_ui, country_ui, talk_link_ui, talk_ui};
use super::theme::{Theme, Themes, size};
use super::title_edit_ui::{EditView, title_edit_ui};
use super::title_ui::{TitleView, title_ui};
use super::tonight_ui::tonight_ui;
use super::trash_ui::{TrashView, trash_ui};
use super::versions_ui::{VersionsView, versions_line_ui, versions_ui};
use super::welcome_ui::welcome_ui;
use super::widgets::{page, paint_sky};
use super::write_ui::{WriteView, write_ui};

/// What is half typed, half chosen or scrolled, on all pages.
#[derive(Default)]
pub struct Views {
    plan: PlanView,
    evening: EveningView,
    journal: JournalView,
    evening_page: EveningPageView,
    cry: CryView,
    evening_edit: EveningEditView,
    reflection: ReflectionView,
    write: WriteView,
    joy: JoyView,
    insights: InsightsView,
    take_along: TakeAlongView,
    trash: TrashView,
    backups: BackupsView,
    versions: VersionsView,
    /// The shelf, for all pages that read it.
    book: Book,
    shelf: ShelfView,
    choose: ChooseView,
    title: TitleView,
    edit: EditView,
    calendar: CalendarView,
    pattern: PatternView,
    talk: TalkView,
    self_check: SelfCheckView,
}

impl Views {
    /// What was half filled in on a page is not there on the next one of its kind.
    fn forget_others(&mut self, shown: Option<Page>) {
        if !shown.is_some_and(is_plan_page) {
            self.plan = PlanView::default();
        }
        if shown != Some(Page::SelfCheck) {
            // What was answered is nobody's business, also not ours.
            self.self_check = SelfCheckView::default();
        }
        if !matches!(shown, Some(Page::EditPattern(_))) {
            self.pattern = PatternView::default();
        }
        if shown.is_none() {
            self.calendar = CalendarView::default();
        }
        if !matches!(shown, Some(Page::Write { .. } | Page::Burn(_))) {
            self.write = WriteView::default();
        }
        if !matches!(shown, Some(Page::Reflection(_) | Page::Burn(_))) {
            // Nothing is left of what was burnt.
            self.reflection = ReflectionView::default();
        }
        if !matches!(shown, Some(Page::EveningItems(_) | Page::EveningAround(_))) {
            self.evening_edit = EveningEditView::default();
        }
    }
}

/// The theme that fits the moment: night while the film runs, dark in its breaks, else the person's choice.
#[must_use]
pub fn theme_for<'a>(themes: &'a Themes, model: &Model) -> &'a Theme {
    let watching = model.run.as_ref().is_some_and(|run| run.stage == Stage::Watching);
    let asked = model.asks_to_quit || model.found.is_some();
    let in_break = model.run.as_ref().is_some_and(|run| run.stage == Stage::Break);
    let chosen = themes.get(&model.settings.theme);
    if asked || model.settings.theme == "contrast" {
        chosen
    } else if watching {
        themes.night()
    } else if rests(model) && model.settings.true_black {
        themes.black()
    } else if in_break && !chosen.dark {
        // From a dark film into daylight would hurt.
        themes.dusk()
    } else {
        chosen
    }
}

/// Draws the screen.
pub fn shell(ui: &mut Ui, cx: &mut Cx<'_>, views: &mut Views) {
    let whole = ui.max_rect();
    paint_sky(ui, cx.theme, whole);
    let key = screen_key(cx.model);
    let above = usize::from(cx.model.asks_to_quit) + cx.model.over.len();
    // What lies over an evening has a depth, and its own pages have none.
    let has_depth = cx.model.run.is_none() || above > 0;
    let depth = has_depth.then(|| cx.model.nav.depth() + above);
    ui.ctx().with_plugin(|focus: &mut Focus| focus.page(key, depth));
    // Larger text leaves fewer points of screen, and the margins stay the same part of it; above and below, what is said
    // about saving keeps its room.
    let share = (whole.height() / CANVAS_HEIGHT).clamp(0.5, 1.0);
    let margin = vec2(size::MARGIN_X * share, size::MARGIN_Y * share.max(0.85));
    let rect = Rect::from_min_max(whole.min + margin, (whole.max - margin).max(whole.min + vec2(200.0, 120.0)));
    if cx.model.nav.page().is_none() {
        views.forget_others(None);
    }
    if cx.model.over.is_empty() {
        views.talk = TalkView::default();
    }
    if cx.model.asks_to_quit {
        page(ui, "quit", rect, |ui| quit_ui(ui, cx));
    } else if let Some(over) = cx.model.over.last().copied() {
        page(ui, "over", rect, |ui| match over {
            Over::Talk => talk_ui(ui, cx, &mut views.talk),
            Over::Contact => contact_ui(ui, cx),
            Over::Country => country_ui(ui, cx, &mut views.talk),
            Over::Card(card) => {
                card_page_ui(ui, cx, card);
                talk_link_ui(ui, cx);
            }
        });
        // What was pressed here says here what came of it.
        notice_ui(ui, cx, rect);
        status_ui(ui, cx, rect);
    } else if cx.model.waits_for_folder() {
        page(ui, "folder", rect, |ui| folder_ui(ui, cx));
    } else if let Some(screen) = cx.model.welcome {
        page(ui, "welcome", rect, |ui| {
            welcome_ui(ui, cx, screen);
            talk_link_ui(ui, cx);
        });
    } else if let Some(draft) = &cx.model.found {
        page(ui, "found", rect, |ui| {
            found_ui(ui, cx, draft);
            talk_link_ui(ui, cx);
        });
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
        breathing_room_ui(ui, cx, rect);
        return;
    }
    let rail = Rect::from_min_max(rect.min, pos2(rect.left() + RAIL_WIDTH, rect.bottom()));
    rail_ui(ui, cx, rail);
    let left = (rail.right() + 46.0).min(rect.right() - 200.0);
    let content = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    let room = cx.model.nav.room;
    if room == Room::Shelf {
        views.book.refresh(&cx.model.catalogue, &cx.model.journal, cx.model.settings.catalogue, cx.model.revision);
    }
    // The page after an evening begins at its beginning, wherever that of tonight was left.
    let is_over = room == Room::Tonight && cx.model.is_over(cx.now);
    let name = if is_over { "over".to_owned() } else { format!("{room:?}") };
    let above = trouble_above_ui(ui, cx, content);
    let content = above.unwrap_or(content);
    if room != Room::Journal {
        views.journal.forget_search();
    }
    page(ui, &name, content, |ui| {
        if above.is_none() {
            trouble_inside_ui(ui, cx, content);
        }
        match room {
            Room::Tonight => tonight_ui(ui, cx),
            Room::Shelf => shelf_ui(ui, cx, &views.book, &mut views.shelf),
            Room::Breathe => breathe_ui(ui, cx),
            Room::Journal => journal_ui(ui, cx, &mut views.journal),
            Room::Insights => insights_ui(ui, cx, &mut views.insights),
            Room::Care => care_ui(ui, cx),
            Room::Settings => settings_ui(ui, cx),
        }
    });
}

/// The least height of a page above which there is room for what is wrong.
const LOW_SCREEN: f32 = 640.0;

/// The share of the screen that what is wrong may take away from the page.
const MOST_SHARE: f32 = 0.6;

fn trouble_is_tall() -> Id {
    Id::unique(("sunshower", "trouble-is-tall"))
}

/// What is wrong stays in sight above the page, wherever the focus is. Says what is left for the page; nothing on a
/// screen so low, or with so much that is wrong, that the page has to take it along.
fn trouble_above_ui(ui: &mut Ui, cx: &mut Cx<'_>, content: Rect) -> Option<Rect> {
    let is_tall: bool = ui.data(|data| data.get_temp(trouble_is_tall())).unwrap_or_default();
    if content.height() < LOW_SCREEN || is_tall {
        return None;
    }
    let mut above = ui.new_child(UiBuilder::new().max_rect(content).id_salt("trouble"));
    above.spacing_mut().item_spacing = vec2(size::GAP, size::GAP);
    trouble_ui(&mut above, cx);
    let height = above.min_rect().height();
    if height > content.height() * MOST_SHARE {
        ui.data_mut(|data| data.insert_temp(trouble_is_tall(), true));
        ui.ctx().request_discard("what is wrong goes into the page");
    }
    let top = if height > 0.0 { content.top() + height + size::GAP } else { content.top() };
    Some(Rect::from_min_max(pos2(content.left(), top), content.max))
}

/// What is wrong, as the first thing of the page.
fn trouble_inside_ui(ui: &mut Ui, cx: &mut Cx<'_>, content: Rect) {
    let top = ui.cursor().top();
    trouble_ui(ui, cx);
    if ui.cursor().top() - top < content.height() * MOST_SHARE {
        ui.data_mut(|data| data.insert_temp(trouble_is_tall(), false));
    }
}

fn page_ui(ui: &mut Ui, cx: &mut Cx<'_>, views: &mut Views, shown: Page, rect: Rect) {
    views.forget_others(Some(shown));
    if matches!(shown, Page::Choose | Page::Title(_) | Page::EditTitle(_) | Page::Plays(_)) {
        views.book.refresh(&cx.model.catalogue, &cx.model.journal, cx.model.settings.catalogue, cx.model.revision);
    }
    let name = format!("{shown:?}");
    page(ui, &name, rect, |ui| {
        shown_ui(ui, cx, views, shown);
        if !matches!(shown, Page::CheckIn { .. } | Page::SelfCheck | Page::Reach) {
            // These have a button for it.
            talk_link_ui(ui, cx);
        }
    });
}

fn shown_ui(ui: &mut Ui, cx: &mut Cx<'_>, views: &mut Views, shown: Page) {
    match shown {
        Page::CheckIn { id, evening, moment } => {
            check_in_page_ui(ui, cx, (id, evening, moment));
        }
        Page::Cry(id) => cry_ui(ui, cx, &mut views.cry, id),
        Page::Evening(id) => evening_page_ui(ui, cx, &mut views.evening_page, id),
        Page::EveningItems(id) => evening_items_ui(ui, cx, &mut views.evening_edit, id),
        Page::EveningAround(id) => evening_around_ui(ui, cx, &mut views.evening_edit, id),
        Page::Reflection(id) => reflection_ui(ui, cx, &mut views.reflection, id),
        Page::Write { evening, letter } => write_ui(ui, cx, &mut views.write, evening, letter),
        Page::Joy(id) => joy_ui(ui, cx, &mut views.joy, id),
        Page::Chart(chart) => chart_page_ui(ui, cx, &mut views.insights, chart),
        Page::Table(chart) => table_ui(ui, cx, &mut views.insights, chart),
        Page::TakeAlong => take_along_ui(ui, cx, &mut views.take_along),
        Page::Trash => trash_ui(ui, cx, &mut views.trash),
        Page::Erase(bundle) => erase_ui(ui, cx, bundle),
        Page::Burn(id) => burn_ui(ui, cx, id),
        Page::Backups => backups_ui(ui, cx, &mut views.backups),
        Page::Backup(number) => backup_ui(ui, cx, number),
        Page::Versions(id) => versions_ui(ui, cx, &mut views.versions, id),
        Page::Choose => {
            choose_ui(ui, cx, &views.book, &mut views.choose);
            offer_ui(ui, cx, Occasion::Choosing);
        }
        Page::Skip => skip_ui(ui, cx),
        Page::Title(key) => title_ui(ui, cx, &views.book, &mut views.title, key),
        Page::EditTitle(key) => title_edit_ui(ui, cx, &views.book, &mut views.edit, key),
        Page::Plays(key) => plays_ui(ui, cx, &views.book, key),
        Page::Calendar => calendar_ui(ui, cx, &mut views.calendar),
        Page::EditPattern(id) => pattern_ui(ui, cx, &mut views.pattern, id),
        Page::Guide => guide_ui(ui, cx),
        Page::SelfCheck => self_check_ui(ui, cx, &mut views.self_check),
        Page::Reach => reach_ui(ui, cx),
        shown => {
            debug_assert!(is_plan_page(shown), "every page is drawn");
            plan_page_ui(ui, cx, &mut views.plan, shown);
        }
    }
}

/// What is asked: how it is now, or how it was, of a check-in that was kept and of one that is remembered later.
fn check_in_head(cx: &Cx<'_>, id: Option<Uuid>, evening: Option<Uuid>, moment: Moment) -> [String; 2] {
    let journal = &cx.model.journal;
    if let Some(known) = id.and_then(|id| journal.check_ins.get(id)) {
        return then_head(cx, moment, known.day, known.at);
    }
    let offered = offer(journal, cx.now.wall, cx.model.settings.day_starts_hour);
    let is_offered = offered.is_some_and(|offer| (Some(offer.evening), offer.moment) == (evening, moment));
    match evening.and_then(|id| journal.evenings.get(id)).filter(|_| !is_offered) {
        Some(evening) => then_head(cx, moment, evening.day, None),
        None => now_head(cx, moment),
    }
}

/// A check-in that was left half filled in is there when the person comes back to it on the same day.
fn check_in_page_ui(ui: &mut Ui, cx: &mut Cx<'_>, (id, evening, moment): (Option<Uuid>, Option<Uuid>, Moment)) {
    let day = cx.model.today(cx.now);
    let known = id.and_then(|id| cx.model.journal.check_ins.get(id)).map(Feeling::from).unwrap_or_default();
    let is_it = |half: &&HalfCheckIn| (half.id, half.evening, half.moment, half.day) == (id, evening, moment, day);
    let begun = cx.model.half_check_in.as_ref().filter(is_it);
    let begun = begun.map(|half| (half.feeling.clone(), half.own.clone()));
    let (mut feeling, mut own) = begun.unwrap_or_else(|| (known.clone(), String::new()));
    let before = (feeling.clone(), own.clone());
    let last = if id.is_some() { None } else { last_for(cx, moment, evening) };
    let head = check_in_head(cx, id, evening, moment);
    match check_in_ui(ui, cx, &head, last.as_ref(), &mut feeling, &mut own, |_, _| {}) {
        Some(Left::Keep) => {
            cx.ask(Command::KeepCheckIn { id, evening, moment, feeling });
            cx.ask(Command::HoldCheckIn(None));
        }
        Some(Left::Skip) => {
            cx.ask(Command::HoldCheckIn(None));
            cx.ask(Command::Back);
        }
        Some(Left::Talk) => cx.ask(Command::Lay(Over::Talk)),
        None if before != (feeling.clone(), own.clone()) => {
            let is_nothing = feeling == known && own.is_empty();
            let half = HalfCheckIn { id, evening, moment, day, feeling, own };
            cx.ask(Command::HoldCheckIn(if is_nothing { None } else { Some(Box::new(half)) }));
        }
        None => {}
    }
    if let Some(id) = id {
        versions_line_ui(ui, cx, &cx.model.journal.check_ins, id);
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
    (model.asks_to_quit, &model.over, model.welcome).hash(&mut hasher);
    std::mem::discriminant(&model.folder).hash(&mut hasher);
    model.found.is_some().hash(&mut hasher);
    model.nav.key().hash(&mut hasher);
    match &model.run {
        // What is done in a break is no page of its own: OK pressed twice on "Sip" must not lead out of the break.
        Some(run) => (run.evening.id, run.stage, model.menu_open, run.item, run.film.is_running()).hash(&mut hasher),
        None => model.breathing_since.is_some().hash(&mut hasher),
    }
    hasher.finish()
}
