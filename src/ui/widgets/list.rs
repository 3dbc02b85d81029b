//! Rows of long lists, offers, and the mark that says whether something fits.

use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, Galley, Pos2, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::cx::Cx;
use crate::ui::focus::Takes;
use crate::ui::fonts;
use crate::ui::theme::size;

use super::button::{place, pressed_or_hovered, spoken_row};
use super::chip::paint_tick;
use super::layout::{paint_ground, soft};
use super::ring::focus_ring;

/// How high a row of a long list is where it is this wide: all rows alike. Where there is no room for two things beside
/// each other, one stands below the other, in a few lines.
#[must_use]
pub fn list_row_height(width: f32) -> f32 {
    if is_narrow(width) { 176.0 } else { 72.0 }
}

fn is_narrow(width: f32) -> bool {
    const NARROW: f32 = 900.0;
    width < NARROW
}

/// How wide the mark is that says whether something fits.
const MARK: f32 = 34.0;

/// A row of a long list, always of one height: a name on the left, what there is to say on the right, with a mark before
/// it where `fits` is said. What is too long is cut on the screen, and whole for a screen reader, which also says what it
/// stands `under`.
pub fn list_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: impl Hash + Debug,
    left: &str,
    right: &str,
    fits: Option<bool>,
    under: Option<&str>,
) -> Response {
    let theme = cx.theme;
    let width = ui.available_width();
    let padding = 26.0;
    let mark = if fits.is_some() { MARK } else { 0.0 };
    let whole = width - 2.0 * padding;
    let room = whole - 24.0 - mark;
    let (start, end) = if is_narrow(width) {
        let start = few_lines(ui, left, size::BODY, theme.text, whole, 2);
        (start, few_lines(ui, right, size::SMALL, theme.soft, whole - mark, 3))
    } else {
        let start = one_line(ui, left, size::BODY, theme.text, room * 0.62);
        let end = one_line(ui, right, size::SMALL, theme.soft, (room - start.size().x).max(room * 0.38));
        (start, end)
    };
    let (rect, response) = place(ui, key, vec2(width, list_row_height(width)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken_row(&[left, right])));
    if let Some(under) = under {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(under));
    }
    let fill = pressed_or_hovered(theme, theme.card, &response);
    paint_ground(ui, theme, rect, size::CONTROL_CORNER, fill);
    let inner = rect.shrink2(vec2(padding, 0.0));
    let (start_at, end_at) = if is_narrow(width) {
        let top = rect.center().y - (start.size().y + 4.0 + end.size().y) / 2.0;
        (pos2(inner.left(), top), pos2(inner.left() + mark, top + start.size().y + 4.0))
    } else {
        let start_at = Align2::LEFT_CENTER.align_size_within_rect(start.size(), inner).min;
        (start_at, Align2::RIGHT_CENTER.align_size_within_rect(end.size(), inner).min)
    };
    paint_mark(ui, cx, fits, pos2(end_at.x - MARK / 2.0 - 2.0, end_at.y + end.size().y / 2.0));
    ui.painter().galley(start_at, start, theme.text);
    ui.painter().galley(end_at, end, theme.soft);
    focus_ring(ui, theme, &response, size::CONTROL_CORNER, Takes::default());
    response
}

/// One of a few things that are offered: its name, why, and when it would be over. All of it can be pressed.
pub fn offer_button(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: impl Hash + Debug,
    name: &str,
    why: &str,
    (when, fits): (&str, Option<bool>),
) -> bool {
    let theme = cx.theme;
    let width = ui.available_width();
    let padding = vec2(38.0, 22.0);
    let room = width - 2.0 * padding.x;
    let mut job = LayoutJob::simple_singleline(name.to_owned(), fonts::display(size::CARD_TITLE), theme.text);
    job.wrap = TextWrapping::truncate_at_width(room);
    let name_line = ui.painter().layout_job(job);
    let why_line = one_line(ui, why, size::BODY, theme.text, room);
    let when_line = one_line(ui, when, size::SMALL, theme.soft, room - MARK);
    let lines = [&name_line, &why_line, &when_line].map(|line| if line.is_empty() { 0.0 } else { line.size().y });
    let height = lines.iter().sum::<f32>() + 2.0 * padding.y + 12.0;
    let (rect, response) = place(ui, key, vec2(width, height));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken_row(&[name, why, when])));
    let fill = pressed_or_hovered(theme, theme.card, &response);
    paint_ground(ui, theme, rect, size::CARD_CORNER, fill);
    let mut at = rect.min + padding;
    ui.painter().galley(at, name_line, theme.text);
    at.y += lines[0] + 6.0;
    ui.painter().galley(at, why_line, theme.text);
    at.y += lines[1] + 6.0;
    paint_mark(ui, cx, fits, at + vec2(12.0, lines[2] / 2.0));
    let indent = if fits.is_some() { MARK } else { 0.0 };
    ui.painter().galley(at + vec2(indent, 0.0), when_line, theme.soft);
    focus_ring(ui, theme, &response, size::CARD_CORNER, Takes::default());
    response.clicked()
}

/// A soft line with a mark of its own shape before it, where it is known whether something fits. Goes on in the line in
/// which it is put.
pub fn marked_line(ui: &mut Ui, cx: &Cx<'_>, fits: Option<bool>, words: &str) {
    let room = vec2(if fits.is_some() { 30.0 } else { 0.0 }, 32.0);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    paint_mark(ui, cx, fits, rect.center());
    soft(ui, cx, words);
}

/// A tick for what fits, a triangle for what does not: told apart without their colours.
fn paint_mark(ui: &Ui, cx: &Cx<'_>, fits: Option<bool>, centre: Pos2) {
    match fits {
        Some(true) => paint_tick(ui, centre, 10.0, cx.theme.sage),
        Some(false) => {
            let corners = [vec2(0.0, -11.0), vec2(12.0, 10.0), vec2(-12.0, 10.0)].map(|by| centre + by);
            ui.painter().add(Shape::closed_line(corners.to_vec(), Stroke::new(3.0, cx.theme.clay)));
        }
        None => {}
    }
}

fn few_lines(ui: &Ui, words: &str, points: f32, ink: Color32, most: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::simple(words.to_owned(), fonts::body(points), ink, most);
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}

fn one_line(ui: &Ui, words: &str, points: f32, ink: Color32, most: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), fonts::body(points), ink);
    job.wrap = TextWrapping::truncate_at_width(most);
    ui.painter().layout_job(job)
}
