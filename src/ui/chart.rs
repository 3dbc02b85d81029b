//! Charts: dots with a line, bars, lines around an evening, and a year in pixels. Drawn with `egui_plot` in the colours of
//! the theme, without axes that could be dragged or zoomed. What a chart shows is also said in a sentence and listed in a
//! table.
//!
//! A chart that is handed a [`Cursor`] can be focused: left and right lead from point to point, what is there is written
//! beside it and read by a screen reader, and OK presses it.

mod bars;
mod dots;
mod lines;
mod pixels;

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{
    CornerRadius, Galley, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};
use egui_plot::{GridMark, Plot, PlotTransform, PlotUi};

use super::focus::{self, Takes};
use super::fonts;
use super::theme::{Theme, size};
use super::widgets::paint_ring;

pub use bars::{Bar, Bars, Level, bars};
pub use dots::{Dot, Dots, dots};
pub use lines::{Line, Lines, lines};
pub use pixels::{Pixel, Pixels, pixels};

/// How high a chart is, with all that is written around it, where nothing else is said.
pub const HEIGHT: f32 = 380.0;

/// Words along the edges; the only ones that are smaller than [`size::SMALL`].
const EDGE_WORDS: f32 = 24.0;
const EDGE_ROW: f32 = 32.0;
const FOOT_ROW: f32 = 42.0;
const BETWEEN_WORDS: f32 = 14.0;
/// How near the mouse has to come to a dot.
const NEAR: f32 = 26.0;
/// Words about a point stand this far above it: along the upper edge of the chart.
const AT_THE_EDGE: f32 = f32::INFINITY;
/// More dots than this cover each other, and more places on a line than this are less than a pixel apart.
const MANY: usize = 1_500;
/// So many points a press with Shift goes at once.
const STRIDE: i32 = 10;

/// A word along the foot of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub x: f64,
    /// What it says.
    pub words: String,
}

/// The foot of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Foot {
    /// Where the chart begins.
    pub from: f64,
    /// Where it ends; later than it begins.
    pub until: f64,
    /// Ways to label it, from the finest to the coarsest. The first whose words all have room is drawn.
    pub labels: Vec<Vec<Tick>>,
}

/// Where the cursor of a chart stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The point it is at, if it was moved yet.
    pub at: Option<usize>,
}

/// What a chart is called, and how it is read.
pub struct Reading<'a> {
    /// Tells charts on a page apart.
    pub key: &'a str,
    /// What a screen reader calls it.
    pub summary: &'a str,
    /// What is written beside a point, or below the chart, line by line.
    pub about: &'a dyn Fn(usize) -> String,
    /// The cursor, where the chart can be focused.
    pub cursor: Option<&'a mut Cursor>,
    /// How high the chart is.
    pub height: f32,
    /// The page begins here.
    pub is_first: bool,
}

fn id_of(key: &str) -> Id {
    Id::unique(("sunshower", "chart", key))
}

/// The point the cursor of a chart stands at, while the arrows lead along it.
#[must_use]
pub fn point_read(ui: &Ui, key: &str, cursor: Cursor) -> Option<usize> {
    cursor.at.filter(|_| ui.memory(|memory| memory.has_focus(id_of(key))))
}

/// The room of a chart, and what is done with it.
struct Frame {
    whole: Rect,
    response: Response,
    /// The point the cursor stands at.
    at: Option<usize>,
    focusable: bool,
}

impl Frame {
    /// Makes room for a chart of so many points and moves its cursor by what was pressed; by rows of `row` points where
    /// up and down lead through it too.
    fn new(ui: &mut Ui, reading: &mut Reading<'_>, points: usize) -> Self {
        let room = vec2(ui.available_width(), reading.height);
        let (whole, _) = ui.allocate_exact_size(room, Sense::hover());
        let focusable = reading.cursor.is_some();
        let sense = if focusable { Sense::click() } else { Sense::hover() };
        let response = ui.interact(whole, id_of(reading.key), sense);
        let mut at = None;
        if let Some(cursor) = reading.cursor.as_deref_mut() {
            let sideways = focus::sideways(ui, &response);
            cursor.at = moved(cursor.at, sideways.presses * if sideways.fine { STRIDE } else { 1 }, points);
            at = cursor.at.filter(|_| response.has_focus());
        }
        let (summary, value) = (reading.summary, at.map(|at| (reading.about)(at).replace('\n', ", ")));
        response.widget_info(|| WidgetInfo {
            label: Some(summary.to_owned()),
            current_text_value: value.clone(),
            ..WidgetInfo::new(if focusable { Role::SpinButton } else { Role::Figure })
        });
        Self { whole, response, at, focusable }
    }

    /// The point the mouse is at or the cursor stands at, and whether it was pressed: `near` finds the point at a place.
    fn touched(&self, ui: &Ui, reading: &mut Reading<'_>, near: impl FnOnce(Pos2) -> Option<usize>) -> Touch {
        // The plot lies above it and only listens, so that this is not what egui calls hovered.
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| self.response.contains_pointer());
        let hovered = pointer.and_then(near);
        let by_mouse = self.response.interact_pointer_pos().is_some();
        if let (Some(cursor), Some(hovered), true) = (reading.cursor.as_deref_mut(), hovered, self.response.clicked()) {
            cursor.at = Some(hovered);
        }
        let pressed = if by_mouse { hovered } else { self.at };
        Touch { shown: hovered.or(self.at), hovered, pressed: pressed.filter(|_| self.response.clicked()) }
    }

    /// The ring, and the way to the chart with the arrows.
    fn end(&self, ui: &Ui, theme: &Theme, reading: &Reading<'_>, takes: Takes) {
        if !self.focusable {
            return;
        }
        if reading.is_first {
            focus::register_first(ui, &self.response, takes);
        } else {
            focus::register(ui, &self.response, takes);
        }
        if self.response.has_focus() {
            paint_ring(ui, theme, self.whole.expand2(vec2(8.0, 2.0)), 10);
        }
    }
}

/// What is done with a chart.
struct Touch {
    /// The point that stands out.
    shown: Option<usize>,
    /// The point the mouse is at, whose words stand beside it. Those of the cursor stand below the chart, where they cover
    /// nothing.
    hovered: Option<usize>,
    /// The point that was pressed.
    pressed: Option<usize>,
}

/// Where a cursor goes. The first press finds the latest point.
fn moved(at: Option<usize>, presses: i32, points: usize) -> Option<usize> {
    let last = points.checked_sub(1)?;
    match at {
        None => (presses != 0).then_some(last),
        Some(at) => {
            let by = isize::try_from(presses).unwrap_or(0);
            Some(at.min(last).saturating_add_signed(by).min(last))
        }
    }
}

/// The plot itself, deaf to everything but the mouse above it. `ranges` are those of x and y, `levels` are where faint
/// lines cross it.
fn plot<'a>(
    ui: &mut Ui,
    theme: &Theme,
    key: &str,
    rect: Rect,
    ranges: [RangeInclusive<f64>; 2],
    levels: &'a [f64],
    build: impl FnOnce(&mut PlotUi<'a>) + 'a,
) -> PlotTransform {
    let [across, up] = ranges;
    let whole = up.end() - up.start();
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("chart", key)));
    let shown = Plot::new(key)
        .width(rect.width())
        .height(rect.height())
        .sense(Sense::hover())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_background(false)
        .show_axes(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .show_grid([false, true])
        .grid_color(theme.line)
        .grid_fade(0.0)
        .y_grid_spacer(move |_| levels.iter().map(|level| GridMark { value: *level, step_size: whole }).collect())
        .show(&mut child, |plot| {
            plot.set_plot_bounds_x(across);
            plot.set_plot_bounds_y(up);
            build(plot);
        });
    shown.transform
}

/// A word along the foot, laid out.
struct Placed {
    left: f32,
    galley: Arc<Galley>,
}

impl Placed {
    fn right(&self) -> f32 {
        self.left + self.galley.size().x
    }
}

fn edge_words(ui: &Ui, theme: &Theme, words: &str) -> Arc<Galley> {
    ui.painter().layout_no_wrap(words.to_owned(), fonts::body(EDGE_WORDS), theme.soft)
}

/// Writes what the upper and the lower edge mean, and says where between them the chart lies.
fn paint_ends(ui: &Ui, theme: &Theme, whole: Rect, ends: [&str; 2]) -> Rect {
    let rows = [whole.top() + EDGE_ROW, whole.bottom() - FOOT_ROW - EDGE_ROW];
    for (words, y) in ends.into_iter().zip([whole.top(), rows[1]]) {
        let galley = edge_words(ui, theme, words);
        ui.painter().galley(pos2(whole.left(), y), galley, theme.soft);
    }
    Rect::from_x_y_ranges(whole.x_range(), rows[0]..=rows[1])
}

fn paint_foot(ui: &Ui, theme: &Theme, foot: &Foot, transform: &PlotTransform, top: f32) {
    let frame = *transform.frame();
    let place = |tick: &Tick| {
        let x = transform.position_from_point_x(tick.x);
        let galley = edge_words(ui, theme, &tick.words);
        let furthest = (frame.right() - galley.size().x).max(frame.left());
        let left = (x - galley.size().x / 2.0).clamp(frame.left(), furthest);
        Placed { left, galley }
    };
    let has_room =
        |placed: &[Placed]| placed.windows(2).all(|pair| matches!(pair, [a, b] if b.left - a.right() >= BETWEEN_WORDS));
    let ways = foot.labels.iter().map(|ticks| ticks.iter().map(place).collect::<Vec<_>>());
    let mut drawn = Vec::new();
    for way in ways {
        drawn = way;
        if has_room(&drawn) {
            break;
        }
    }
    let mut taken = f32::NEG_INFINITY;
    for Placed { left, galley } in drawn {
        if left >= taken {
            taken = left + galley.size().x + BETWEEN_WORDS;
            ui.painter().galley(pos2(left, top), galley, theme.soft);
        }
    }
}

/// Words about what is at `at`: so far `above` it, or along the upper edge, where they cover less of what is beside it;
/// aside where they would come nearer than `away`.
fn paint_label(ui: &Ui, theme: &Theme, whole: Rect, at: Pos2, [away, above]: [f32; 2], words: String) {
    const PADDING: Vec2 = vec2(18.0, 12.0);
    let room = (whole.width() - 2.0 * PADDING.x).max(80.0);
    let galley = ui.painter().layout(words, fonts::body(size::SMALL), theme.text, room);
    let needed = galley.size() + 2.0 * PADDING;
    let is_clear = whole.top() + needed.y + away <= at.y;
    let (right, left) = (at.x + away, at.x - away - needed.x);
    let left = match is_clear {
        true => (at.x - needed.x / 2.0).min(whole.right() - needed.x),
        false if right + needed.x <= whole.right() => right,
        false => left,
    };
    let top = (at.y - above - needed.y).max(whole.top());
    let rect = Rect::from_min_size(pos2(left.max(whole.left()), top), needed);
    ui.painter().rect(rect, CornerRadius::same(14), theme.raised, Stroke::new(1.5, theme.line), StrokeKind::Inside);
    ui.painter().galley(rect.min + PADDING, galley, theme.text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_begins_at_the_latest_point_and_stays_among_them() {
        assert_eq!(moved(None, 1, 0), None);
        assert_eq!(moved(None, 0, 5), None);
        assert_eq!(moved(None, -1, 5), Some(4));
        assert_eq!(moved(Some(4), 1, 5), Some(4));
        assert_eq!(moved(Some(4), -10, 5), Some(0));
        assert_eq!(moved(Some(9), 0, 5), Some(4), "there were more a moment ago");
    }
}
