//! A year in pixels: a row for each month, a square for each day.

use egui::epaint::RectShape;
use egui::{Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::ui::focus::Takes;
use crate::ui::theme::{Theme, mix};
use crate::ui::watching_ui::paint_drop;

use super::{EDGE_ROW, Frame, Reading, edge_words, paint_label};

const DAYS: usize = 31;
const MONTHS: usize = 12;

/// One day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pixel {
    /// How pleasant it was, 0 to 1: so high is it filled.
    pub filled: Option<f32>,
    /// There were tears: a drop.
    pub tears: bool,
    /// Something is known of it.
    pub known: bool,
}

/// A year, made ready to be drawn: every month has 31 places, of which some are no days.
#[derive(Debug, Default)]
pub struct Pixels {
    /// The places, month by month; `None` is no day, or one that has not come yet.
    places: Vec<Option<Pixel>>,
    months: Vec<String>,
    /// The places that are days, in order.
    days: Vec<usize>,
}

impl Pixels {
    /// The days of a year as (month from 0, day from 0, pixel) in order, and the names of its months.
    #[must_use]
    pub fn new(days: impl IntoIterator<Item = (usize, usize, Pixel)>, months: Vec<String>) -> Self {
        let mut pixels = Self { places: vec![None; MONTHS * DAYS], months, days: Vec::new() };
        for (month, day, pixel) in days {
            let place = month * DAYS + day;
            if let Some(free) = pixels.places.get_mut(place) {
                *free = Some(pixel);
                pixels.days.push(place);
            }
        }
        pixels
    }
}

/// Draws the year. The points are its days, in order. Says which was pressed.
pub fn pixels(ui: &mut Ui, theme: &Theme, pixels: &Pixels, mut reading: Reading<'_>) -> Option<usize> {
    let frame = Frame::new(ui, &mut reading, pixels.days.len());
    let whole = frame.whole;
    let names: Vec<_> = pixels.months.iter().map(|name| edge_words(ui, theme, name)).collect();
    let gutter = names.iter().map(|name| name.size().x).fold(0.0, f32::max) + 18.0;
    let grid = Rect::from_min_max(whole.min + vec2(gutter, EDGE_ROW), whole.max);
    let pitch = vec2(grid.width() / 31.0, grid.height() / 12.0);
    let cell = |place: usize| {
        let (month, day) = (small(place / DAYS), small(place % DAYS));
        let min = pos2(grid.left() + day * pitch.x, grid.top() + month * pitch.y);
        Rect::from_min_size(min, pitch).shrink2(vec2((0.12 * pitch.x).min(4.0), (0.12 * pitch.y).min(4.0)))
    };
    for (month, name) in names.into_iter().enumerate() {
        let middle = cell(month * DAYS).center().y - name.size().y / 2.0;
        ui.painter().galley(pos2(whole.left(), middle), name, theme.soft);
    }
    for day in [0, 4, 9, 14, 19, 24, 29] {
        let words = edge_words(ui, theme, &(day + 1).to_string());
        let at = pos2(cell(day).center().x - words.size().x / 2.0, whole.top() - 4.0);
        ui.painter().galley(at, words, theme.soft);
    }
    for (place, pixel) in pixels.places.iter().enumerate().filter_map(|(place, pixel)| Some((place, (*pixel)?))) {
        paint_day(ui, theme, cell(place), pixel);
    }
    let near = |pointer: Pos2| {
        let is_at = |place: &usize| cell(*place).expand(3.0).contains(pointer);
        pixels.days.iter().position(is_at)
    };
    let touch = frame.touched(ui, &mut reading, near);
    if let Some((index, place)) = touch.shown.and_then(|index| Some((index, *pixels.days.get(index)?))) {
        let rect = cell(place);
        let stroke = Stroke::new(3.0, theme.text);
        // The month above it stays in sight.
        let away = [rect.width() / 2.0 + 14.0, 2.0 * rect.height()];
        ui.painter().rect_stroke(rect.expand(3.0), CornerRadius::same(6), stroke, StrokeKind::Outside);
        if touch.hovered.is_some() {
            paint_label(ui, theme, whole, rect.center(), away, (reading.about)(index));
        }
    }
    frame.end(ui, theme, &reading, Takes::SIDEWAYS);
    touch.pressed
}

/// A day of which something is known has an edge, one of which nothing is known is a point. How it was is told by how
/// high it is filled, tears by a drop, so that neither takes colour to be seen.
fn paint_day(ui: &Ui, theme: &Theme, rect: Rect, pixel: Pixel) {
    let corner = CornerRadius::same(4);
    if !pixel.known && pixel.filled.is_none() && !pixel.tears {
        ui.painter().circle_filled(rect.center(), 2.0, theme.line);
        return;
    }
    let edge = Stroke::new(1.0, mix(theme.card, theme.text, 0.35));
    ui.painter().add(RectShape::stroke(rect, corner, edge, StrokeKind::Inside));
    if let Some(share) = pixel.filled {
        let share = share.clamp(0.0, 1.0);
        let top = egui::lerp((rect.bottom() - 3.0)..=rect.top(), share);
        let ink: Color32 = mix(mix(theme.card, theme.rain, 0.55), theme.accent, share);
        let filled = Rect::from_min_max(pos2(rect.left(), top), rect.max).shrink(1.0);
        ui.painter().add(Shape::rect_filled(filled, CornerRadius::same(3), ink));
    }
    if pixel.tears {
        let radius = (0.2 * rect.height()).min(0.26 * rect.width());
        let centre = rect.center() + vec2(0.0, 0.5 * radius);
        // A ground sets it off from whatever is under it.
        ui.painter().circle_filled(centre, 1.5 * radius, theme.card);
        paint_drop(ui, theme, centre, radius);
    }
}

fn small(n: usize) -> f32 {
    f32::from(u16::try_from(n).unwrap_or(u16::MAX))
}
