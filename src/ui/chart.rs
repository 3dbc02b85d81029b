//! Charts. `egui_plot` is known in this file alone, so that it can be exchanged.
//!
//! A chart is a picture: it shows more where the mouse is, but it is no stop for the focus, and nothing in it can be
//! dragged or zoomed. What it shows is also said in a sentence and listed in a table.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::epaint::{CircleShape, RectShape};
use egui::{
    Color32, CornerRadius, Galley, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};
use egui_plot::{
    GridMark, Line, Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotPoints, PlotTransform,
    PlotUi, Points,
};

use super::fonts;
use super::theme::{Theme, mix, size};

/// How high a chart is, with all that is written around it.
pub const HEIGHT: f32 = 380.0;

/// Words along the edges; the only ones that are smaller than [`size::SMALL`].
const EDGE_WORDS: f32 = 22.0;
const EDGE_ROW: f32 = 30.0;
const FOOT_ROW: f32 = 40.0;
const BETWEEN_WORDS: f32 = 14.0;
/// How near the mouse has to come to a dot.
const NEAR: f32 = 26.0;
/// More dots than this cover each other, and more places on a line than this are less than a pixel apart.
const MANY: usize = 1_500;

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

/// Dots with a line through them, made ready to be drawn. Heights are 0 to 100.
#[derive(Debug, Default)]
pub struct Dots {
    places: Vec<PlotPoint>,
    pieces: Vec<Vec<PlotPoint>>,
    foot: Foot,
}

impl Dots {
    /// Dots, and the pieces of the line, as `[x, y]`. No value may be `NaN`.
    #[must_use]
    pub fn new(
        dots: impl IntoIterator<Item = [f64; 2]>,
        pieces: impl IntoIterator<Item = Vec<[f64; 2]>>,
        foot: Foot,
    ) -> Self {
        let points = |piece: Vec<[f64; 2]>| piece.into_iter().map(PlotPoint::from).collect();
        Self {
            places: dots.into_iter().map(PlotPoint::from).collect(),
            pieces: pieces.into_iter().map(points).collect(),
            foot,
        }
    }

    /// Many dots are drawn smaller, and so many that they cover each other let each other through.
    fn look(&self, theme: &Theme) -> (f32, Color32) {
        let colour = mix(theme.card, theme.rain, 0.8);
        match self.places.len() {
            0..=150 => (7.0, colour),
            151..=MANY => (5.0, colour),
            _ => (3.0, theme.rain.gamma_multiply(0.4)),
        }
    }
}

/// One bar: a filled part, and an outlined one on top of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// How high the filled part is.
    pub filled: u32,
    /// How high the outlined part is.
    pub outlined: u32,
    /// Whether anything is known; if not, there is a dot in place of the bar.
    pub known: bool,
}

/// Bars, made ready to be drawn; the first one stands at 0, the next at 1.
#[derive(Debug, Default)]
pub struct Bars {
    row: Vec<Bar>,
    levels: Vec<f64>,
    top: f64,
    foot: Foot,
}

impl Bars {
    /// Bars, and the words under them.
    #[must_use]
    pub fn new(bars: Vec<Bar>, labels: Vec<Vec<Tick>>) -> Self {
        let highest = bars.iter().map(|bar| bar.filled + bar.outlined).max().unwrap_or(0).max(2);
        let last = f64::from(u32::try_from(bars.len().saturating_sub(1)).unwrap_or(u32::MAX));
        let foot = Foot { from: -0.5, until: last + 0.5, labels };
        Self { row: bars, levels: levels(highest), top: f64::from(highest), foot }
    }
}

/// Where the faint lines of counts up to `highest` lie: at whole numbers, the baseline among them, four at most.
fn levels(highest: u32) -> Vec<f64> {
    let tens = std::iter::successors(Some(1_u32), |ten| ten.checked_mul(10));
    let mut steps = tens.flat_map(|ten| [1, 2, 5].into_iter().filter_map(move |by| ten.checked_mul(by)));
    let step = steps.find(|step| highest / step <= 3).unwrap_or(highest.max(1));
    (0..=highest / step).map(|level| f64::from(level * step)).collect()
}

/// Draws dots and the line through them. `ends` is written at the upper and the lower edge, `summary` is what a screen
/// reader calls the chart, and `about` says what is written beside the dot the mouse is at.
pub fn mood_chart(
    ui: &mut Ui,
    theme: &Theme,
    key: &str,
    dots: &Dots,
    ends: [&str; 2],
    summary: &str,
    about: impl Fn(usize) -> String,
) {
    let whole = figure(ui, summary);
    let rows = [whole.top() + EDGE_ROW, whole.bottom() - FOOT_ROW - EDGE_ROW];
    let rect = Rect::from_x_y_ranges(whole.x_range(), rows[0]..=rows[1]);
    for (words, y) in ends.into_iter().zip([whole.top(), rows[1]]) {
        let galley = edge_words(ui, theme, words);
        ui.painter().galley(pos2(whole.left(), y), galley, theme.faint);
    }
    let margin = (dots.foot.until - dots.foot.from) * 0.015;
    let across = dots.foot.from - margin..=dots.foot.until + margin;
    let (radius, colour) = dots.look(theme);
    let (response, transform) = plot(ui, theme, key, rect, [across, -3.0..=103.0], &[0.0, 50.0, 100.0], |plot| {
        plot.points(Points::new("dots", PlotPoints::Borrowed(&dots.places)).radius(radius).color(colour));
        // A ground of the card's colour sets the line off from the dots.
        for (width, ink) in [(8.0, theme.card), (4.5, theme.accent)] {
            for (index, piece) in dots.pieces.iter().enumerate() {
                let line = Line::new("line", PlotPoints::Borrowed(piece)).id((index, ink));
                plot.line(line.width(width).color(ink).allow_band(piece.len() > MANY));
            }
        }
    });
    paint_foot(ui, theme, &dots.foot, &transform, whole.bottom() - EDGE_ROW);

    let Some(pointer) = response.hover_pos() else { return };
    let places = dots.places.iter().map(|dot| transform.position_from_point(dot)).enumerate();
    let near = places.filter(|(_, at)| at.distance(pointer) <= NEAR);
    let nearest = near.min_by(|(_, one), (_, other)| one.distance_sq(pointer).total_cmp(&other.distance_sq(pointer)));
    if let Some((index, at)) = nearest {
        ui.painter().circle(at, radius + 2.0, theme.rain, Stroke::new(3.0, theme.text));
        paint_label(ui, theme, whole, at, 20.0, about(index));
    }
}

/// Draws bars. `summary` is what a screen reader calls the chart, and `about` says what is written beside the bar the
/// mouse is at.
pub fn bars(ui: &mut Ui, theme: &Theme, key: &str, bars: &Bars, summary: &str, about: impl Fn(usize) -> String) {
    let whole = figure(ui, summary);
    let numbers: Vec<_> = bars.levels.iter().skip(1).map(|level| edge_words(ui, theme, &level.to_string())).collect();
    let gutter = numbers.iter().map(|number| number.size().x).fold(0.0, f32::max) + BETWEEN_WORDS;
    let rect = Rect::from_min_max(pos2(whole.left() + gutter, whole.top()), whole.max - vec2(0.0, FOOT_ROW));
    let ranges = [bars.foot.from..=bars.foot.until, -0.04 * bars.top..=1.07 * bars.top];
    let ink = Ink { filled: theme.tear, outlined: theme.tear, unknown: theme.faint };
    let (response, transform) = plot(ui, theme, key, rect, ranges, &bars.levels, |plot| {
        plot.add(BarItem { base: PlotItemBase::new("bars".to_owned()), bars: &bars.row, ink });
    });
    for (number, level) in numbers.into_iter().zip(bars.levels.iter().skip(1)) {
        let y = transform.position_from_point_y(*level) - number.size().y / 2.0;
        let x = rect.left() - BETWEEN_WORDS - number.size().x;
        ui.painter().galley(pos2(x, y), number, theme.faint);
    }
    paint_foot(ui, theme, &bars.foot, &transform, whole.bottom() - EDGE_ROW);

    let Some(pointer) = response.hover_pos() else { return };
    let half = transform.position_from_point_x(0.5) - transform.position_from_point_x(0.0);
    let tops = (0_u32..)
        .zip(&bars.row)
        .map(|(index, bar)| transform.position_from_point(&PlotPoint::new(index, bar.filled + bar.outlined)));
    if let Some((index, at)) = tops.enumerate().find(|(_, at)| (at.x - pointer.x).abs() <= half) {
        paint_label(ui, theme, whole, at, half.min(30.0) + 8.0, about(index));
    }
}

/// Makes room for a chart, which a screen reader finds as a figure.
fn figure(ui: &mut Ui, summary: &str) -> Rect {
    let (whole, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, summary));
    whole
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
) -> (Response, PlotTransform) {
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
    (shown.response, shown.transform)
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
    ui.painter().layout_no_wrap(words.to_owned(), fonts::body(EDGE_WORDS), theme.faint)
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
            ui.painter().galley(pos2(left, top), galley, theme.faint);
        }
    }
}

/// Words beside `at`, `away` from it, on the side where they have room.
fn paint_label(ui: &Ui, theme: &Theme, whole: Rect, at: Pos2, away: f32, words: String) {
    const PADDING: Vec2 = vec2(18.0, 12.0);
    let room = (whole.width() - 2.0 * PADDING.x).max(80.0);
    let galley = ui.painter().layout(words, fonts::body(size::SMALL), theme.text, room);
    let needed = galley.size() + 2.0 * PADDING;
    let right = at.x + away;
    let left = if right + needed.x <= whole.right() { right } else { (at.x - away - needed.x).max(whole.left()) };
    let top = (at.y - needed.y / 2.0).min(whole.bottom() - needed.y).max(whole.top());
    let rect = Rect::from_min_size(pos2(left, top), needed);
    ui.painter().rect(rect, CornerRadius::same(14), theme.raised, Stroke::new(1.5, theme.line), StrokeKind::Inside);
    ui.painter().galley(rect.min + PADDING, galley, theme.text);
}

#[derive(Clone, Copy)]
struct Ink {
    filled: Color32,
    outlined: Color32,
    unknown: Color32,
}

/// Bars with soft corners.
struct BarItem<'a> {
    base: PlotItemBase,
    bars: &'a [Bar],
    ink: Ink,
}

impl PlotItem for BarItem<'_> {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let at = |x: u32, y: u32| transform.position_from_point(&PlotPoint::new(x, y));
        let pitch = at(1, 0).x - at(0, 0).x;
        let width = (0.62 * pitch).clamp(1.0, 46.0);
        let corner = CornerRadius::from((width / 4.0).min(8.0));
        let stroke = Stroke::new((0.2 * width).clamp(1.0, 3.5), self.ink.outlined);
        for (x, bar) in (0_u32..).zip(self.bars) {
            let part = |from: Pos2, to: Pos2, gap: f32| {
                let top = to.y.min(from.y - gap - 2.0 * stroke.width - 1.0);
                Rect::from_x_y_ranges(from.x - width / 2.0..=from.x + width / 2.0, top..=from.y - gap)
            };
            let (foot, middle, top) = (at(x, 0), at(x, bar.filled), at(x, bar.filled + bar.outlined));
            if bar.filled > 0 {
                shapes.push(RectShape::filled(part(foot, middle, 0.0), corner, self.ink.filled).into());
            }
            if bar.outlined > 0 {
                let gap = if bar.filled > 0 { (0.1 * width).clamp(1.0, 4.0) } else { 0.0 };
                let rect = part(middle, top, gap);
                shapes.push(RectShape::stroke(rect, corner, stroke, StrokeKind::Inside).into());
            }
            if !bar.known {
                shapes.push(CircleShape::filled(foot, (0.2 * pitch).clamp(1.5, 5.0), self.ink.unknown).into());
            }
        }
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.ink.filled
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faint_lines_lie_at_few_whole_numbers() {
        assert_eq!(levels(2), [0.0, 1.0, 2.0]);
        assert_eq!(levels(4), [0.0, 2.0, 4.0]);
        assert_eq!(levels(9), [0.0, 5.0]);
        assert_eq!(levels(33), [0.0, 10.0, 20.0, 30.0]);
        for highest in 0..5_000 {
            let levels = levels(highest);
            assert!(levels.len() <= 4 && levels[0].abs() < 0.1, "{highest}: {levels:?}");
        }
        assert!(levels(u32::MAX).len() <= 4);
    }
}
