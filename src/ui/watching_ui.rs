//! While the film runs: near black, one minute, and what is always one press away.

use chrono::Timelike;
use egui::text::LayoutJob;
use egui::{
    Align, Align2, CornerRadius, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use crate::app::command::Command;
use crate::app::wakeup::DIMS_AFTER;
use crate::evening::offers::{Answer, LATER_MIN};
use crate::evening::run::{Run, Step};
use crate::text::key;

use super::cx::Cx;
use super::focus::{Direction, Focus};
use super::fonts;
use super::theme::{Theme, size};
use super::widgets::{Look, button, button_size, make_live};

mod places;
use places::Places;

/// How far it steps back once nobody has pressed anything for a while.
const DIMMED: f32 = 0.55;

/// How far while a planned break is offered.
const DIMMED_ASKING: f32 = 0.85;

/// The screen beside the film.
pub fn watching_ui(ui: &mut Ui, cx: &mut Cx<'_>, run: &Run, rect: Rect) {
    // Down is a break, wherever the focus is.
    let arrows = ui.ctx().with_plugin(|focus: &mut Focus| {
        focus.page_takes_vertical(true);
        focus.take_arrows()
    });
    if arrows.unwrap_or_default().contains(&Direction::Down) {
        cx.ask(Command::Step(Step::TakeBreak));
    }
    if cx.now.mono.saturating_sub(cx.model.last_input) >= DIMS_AFTER {
        // What asks something stays readable.
        ui.set_opacity(if run.offered_break(cx.now).is_some() { DIMMED_ASKING } else { DIMMED });
    }
    let presses = presses(cx, run);
    let looks: Vec<Look> = presses.iter().map(|(_, _, look, _)| *look).collect();
    let size_of = |index: usize, look: Look| button_size(ui, &presses[index].1, look);
    let places = Places::of(&looks, size_of, run.offered_break(cx.now).is_some(), rect);
    head_ui(ui, cx, run, rect);
    minute_ui(ui, cx, run, &places);
    if let Some(y) = places.line {
        line_ui(ui, cx, run, rect, y, places.words);
    } else {
        offer_line_ui(ui, cx, places.words, rect.width());
    }
    buttons_ui(ui, cx, presses, &places);
    hint_ui(ui, cx, run, rect, &places);
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, run: &Run, rect: Rect) {
    let name = run.current().map(|item| cx.item_name(item)).unwrap_or_default();
    let count = run.evening.plan.items.len();
    let name = if count > 1 {
        let values = [("name", name.into()), ("n", (run.index() + 1).into()), ("count", count.into())];
        cx.tw("watching-item-of", &values)
    } else {
        name
    };
    text(ui, rect.left_top(), Align2::LEFT_TOP, &name, fonts::body(size::SMALL), cx.theme.soft);
    if let Some(ends) = run.item_ends(cx.now) {
        let now = cx.time(cx.now.wall.time());
        let ends = cx.time(ends.time().with_second(0).unwrap_or(ends.time()));
        let words = cx.tw("watching-ends", &[("now", now.into()), ("ends", ends.into())]);
        text(ui, rect.right_top(), Align2::RIGHT_TOP, &words, fonts::body(size::SMALL), cx.theme.soft);
    }
}

fn minute_ui(ui: &mut Ui, cx: &Cx<'_>, run: &Run, places: &Places) {
    let (centre, theme) = (places.minute, cx.theme);
    if run.waits_for_film(cx.now) {
        let title = cx.t(if run.index() == 0 { "watching-ready" } else { "watching-ready-next" });
        text_heading(ui, centre, Align2::CENTER_CENTER, &title, fonts::display(64.0), theme.text);
        let under = centre + vec2(0.0, 76.0);
        text(ui, under, Align2::CENTER_CENTER, &cx.t("watching-ready-line"), fonts::body(size::BODY), theme.soft);
        return;
    }
    let minute = cx.tw("watching-minute", &[("minute", run.film.minute(cx.now.mono).into())]);
    text_heading(ui, centre, Align2::CENTER_CENTER, &minute, fonts::body(places.spacing.minute), theme.text);
    let state = if run.film.is_running() { cx.t("watching-by-hand") } else { cx.t("watching-paused") };
    let below = centre + vec2(0.0, places.spacing.minute_to_state);
    text(ui, below, Align2::CENTER_CENTER, &state, fonts::body(size::SMALL), theme.soft);
}

/// The film as a line: how far it is, the drops, and where breaks are planned.
fn line_ui(ui: &mut Ui, cx: &Cx<'_>, run: &Run, rect: Rect, y: f32, below: Pos2) {
    let theme = cx.theme;
    let bar = Rect::from_min_max(pos2(rect.left() + 84.0, y), pos2(rect.right() - 84.0, y + 12.0));
    let film_secs = run.film.secs(cx.now.mono);
    let Some(item) = run.current() else { return };
    // Without a length the line grows with the film: an hour at first, then always a little more than there is.
    let whole_secs = item.runtime_min.map_or_else(|| film_secs.max(3000) / 5 * 6, |minutes| minutes.saturating_mul(60));
    let x_of = |secs: u32| {
        let share = f64::from(secs) / f64::from(whole_secs.max(1));
        #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
        let share = share.clamp(0.0, 1.0) as f32;
        egui::lerp(bar.x_range(), share)
    };
    let painter = ui.painter();
    painter.rect_filled(bar, CornerRadius::same(6), theme.line);
    let done = Rect::from_min_max(bar.min, pos2(x_of(film_secs).max(bar.left() + 12.0), bar.max.y));
    if film_secs > 0 {
        painter.rect_filled(done, CornerRadius::same(6), theme.rain);
    }
    for mark in run.evening.marks.iter().filter(|mark| mark.item == run.item) {
        if let Some(secs) = mark.film_secs {
            paint_drop(ui, theme, pos2(x_of(secs), bar.top() - 20.0), 12.0);
        }
    }
    for mark in run.offers.wanted(&run.evening.plan).filter(|mark| mark.item == run.item) {
        let x = x_of(mark.film_min.saturating_mul(60));
        painter.line_segment([pos2(x, bar.top() - 18.0), pos2(x, bar.bottom() + 18.0)], Stroke::new(4.0, theme.sage));
    }
    if run.offered_break(cx.now).is_some() {
        offer_line_ui(ui, cx, below, rect.width());
    } else if let Some(next) = run.next_break(cx.now) {
        let minutes = next.film_min.saturating_sub(run.film.minute(cx.now.mono));
        let words = cx.tw("watching-break-in", &[("n", minutes.into())]);
        let room = 130.0_f32.min(bar.width() / 2.0);
        let x = x_of(next.film_min.saturating_mul(60)).clamp(bar.left() + room, bar.right() - room);
        text(ui, pos2(x, below.y), Align2::CENTER_CENTER, &words, fonts::body(size::SMALL), theme.soft);
    }
}

/// That a break is offered: said by itself, too.
fn offer_line_ui(ui: &mut Ui, cx: &Cx<'_>, centre: Pos2, width: f32) {
    let words = cx.t("watching-break-now");
    let simple = LayoutJob::simple(words.clone(), fonts::body(size::SMALL), cx.theme.text, width);
    let galley = ui.painter().layout_job(LayoutJob { halign: Align::Center, ..simple });
    let rect = Rect::from_center_size(centre, galley.size());
    ui.painter().galley(rect.center_top(), galley, cx.theme.text);
    let offer = ui.interact(rect, egui::Id::unique(("sunshower", "break-offer")), Sense::hover());
    offer.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    make_live(ui, &offer);
}

/// What can be pressed, in order: the key of the button, its words, how it looks where there is room, and what it does.
type Press = (&'static str, String, Look, Step);

fn presses(cx: &Cx<'_>, run: &Run) -> Vec<Press> {
    let mut row: Vec<Press> = Vec::with_capacity(5);
    if run.waits_for_film(cx.now) {
        row.push(("start", cx.t("watching-start"), Look::Primary, Step::StartFilm));
    } else if !run.film.is_running() {
        row.push(("go-on", cx.t("watching-go-on"), Look::Primary, Step::StartFilm));
        row.push(("tears", cx.t("watching-tears"), Look::Plain, Step::MarkTears));
    } else {
        row.push(("tears", cx.t("watching-tears"), Look::Primary, Step::MarkTears));
    }
    if run.offered_break(cx.now).is_some() {
        // One quiet line; the end of the film can wait, and stands behind Back.
        row.push(("break", cx.t("watching-break-take"), Look::Plain, Step::TakeBreak));
        let later = cx.tw("watching-break-later", &[("n", LATER_MIN.into())]);
        row.push(("later", later, Look::Plain, Step::AnswerOffer(Answer::Later)));
        row.push(("at-the-end", cx.t("watching-break-at-end"), Look::Plain, Step::AnswerOffer(Answer::AtTheEnd)));
        row.push(("not-tonight", cx.t("watching-break-not"), Look::Plain, Step::AnswerOffer(Answer::NotTonight)));
    } else {
        let over = if run.next().is_none() { "watching-over" } else { "watching-next" };
        row.push(("break", cx.t("watching-break"), Look::Plain, Step::TakeBreak));
        row.push(("over", cx.t(key(over)), Look::Plain, Step::ItemOver));
    }
    row
}

fn buttons_ui(ui: &mut Ui, cx: &mut Cx<'_>, presses: Vec<Press>, places: &Places) {
    for ((name, words, _, step), (look, rect)) in presses.into_iter().zip(&places.buttons) {
        let mut place = ui.new_child(UiBuilder::new().max_rect(*rect).id_salt(name));
        if button(&mut place, cx, ("watching", name), &words, *look) {
            cx.ask(Command::Step(step));
        }
    }
}

/// What the keys do, or as much of it as there is room for.
fn hint_ui(ui: &mut Ui, cx: &Cx<'_>, run: &Run, rect: Rect, places: &Places) {
    let whole = if run.waits_for_film(cx.now) {
        key("watching-hint-start")
    } else if run.film.is_running() {
        key("watching-hint")
    } else {
        key("watching-hint-paused")
    };
    let hints = [whole, key("watching-hint-short"), key("watching-hint-shortest")].map(|hint| cx.t(hint));
    let width = |words: &String| {
        let galley = ui.painter().layout_no_wrap(words.clone(), fonts::body(size::SMALL), cx.theme.faint);
        galley.size().x
    };
    if let Some(words) = hints.into_iter().find(|words| width(words) <= places.hint_width) {
        text(ui, rect.right_bottom(), Align2::RIGHT_BOTTOM, &words, fonts::body(size::SMALL), cx.theme.faint);
    }
}

/// A drop standing on its point's lower end.
pub(crate) fn paint_drop(ui: &Ui, theme: &Theme, centre: Pos2, radius: f32) {
    let tip = centre - vec2(0.0, 2.1 * radius);
    let mut outline = vec![tip];
    for step in 0_u8..=24 {
        let angle = std::f32::consts::PI * (-0.15 + 1.3 * f32::from(step) / 24.0);
        outline.push(centre + radius * vec2(angle.cos(), angle.sin()));
    }
    ui.painter().add(Shape::convex_polygon(outline, theme.tear, Stroke::NONE));
}

/// A line of text at a place, which a screen reader reads too.
pub(crate) fn text(ui: &mut Ui, at: Pos2, align: Align2, words: &str, font: egui::FontId, ink: egui::Color32) -> Rect {
    spoken(ui, at, align, words, font, ink, Role::Label).rect
}

/// The same as the heading of a screen.
pub(crate) fn text_heading(ui: &mut Ui, at: Pos2, align: Align2, words: &str, font: egui::FontId, ink: egui::Color32) {
    let response = spoken(ui, at, align, words, font, ink, Role::Heading);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(1));
}

fn spoken(
    ui: &mut Ui,
    at: Pos2,
    align: Align2,
    words: &str,
    font: egui::FontId,
    ink: egui::Color32,
    role: Role,
) -> Response {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
    let rect = align.anchor_size(at, galley.size());
    ui.painter().galley(rect.min, galley, ink);
    let response = ui.interact(rect, egui::Id::unique(("sunshower", "text", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
    response
}
