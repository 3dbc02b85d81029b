//! Bars, each of a filled part and an outlined one.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::epaint::{CircleShape, RectShape};
use egui::{Color32, CornerRadius, Galley, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotTransform};

use crate::ui::focus::Takes;
use crate::ui::theme::{Theme, mix};

use super::{
    AT_THE_EDGE, BETWEEN_WORDS, EDGE_ROW, FOOT_ROW, Foot, Frame, Reading, Tick, edge_words, paint_foot, paint_label,
    plot,
};

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
    band: Option<[f64; 2]>,
    marks: Vec<Level>,
}

/// A faint line across a chart, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// How high it lies.
    pub height: f64,
    /// What is written on it.
    pub words: String,
}

impl Bars {
    /// Bars, and the words under them.
    #[must_use]
    pub fn new(bars: Vec<Bar>, labels: Vec<Vec<Tick>>) -> Self {
        let highest = bars.iter().map(|bar| bar.filled + bar.outlined).max().unwrap_or(0).max(2);
        let last = f64::from(u32::try_from(bars.len().saturating_sub(1)).unwrap_or(u32::MAX));
        let foot = Foot { from: -0.5, until: last + 0.5, labels };
        Self { row: bars, levels: Vec::new(), top: 0.0, foot, band: None, marks: Vec::new() }.up_to(f64::from(highest))
    }

    /// With a soft band behind the bars, from and to these heights.
    #[must_use]
    pub fn with_band(mut self, band: Option<[u32; 2]>) -> Self {
        self.band = band.map(|band| band.map(f64::from));
        let high = self.band.map_or(0.0, |[_, high]| high);
        self.up_to(high)
    }

    /// With faint lines across them.
    #[must_use]
    pub fn with_marks(mut self, marks: Vec<Level>) -> Self {
        let high = marks.iter().map(|mark| mark.height).fold(0.0, f64::max);
        self.marks = marks;
        self.up_to(high)
    }

    /// With room for this height, and numbers for what there is room for.
    fn up_to(mut self, high: f64) -> Self {
        self.top = self.top.max(high);
        self.levels = levels(self.top);
        self
    }
}

/// Where the faint lines of counts up to `highest` lie: at whole numbers, the baseline among them, four at most.
fn levels(highest: f64) -> Vec<f64> {
    let tens = std::iter::successors(Some(1.0), |ten| Some(ten * 10.0));
    let mut steps = tens.flat_map(|ten| [1.0, 2.0, 5.0].map(|by| by * ten));
    let step = steps.find(|step| highest < 4.0 * step).unwrap_or(highest);
    (0..4).map(|level| f64::from(level) * step).take_while(|level| *level <= highest).collect()
}

/// Draws bars. Says which was pressed.
pub fn bars(ui: &mut Ui, theme: &Theme, bars: &Bars, mut reading: Reading<'_>) -> Option<usize> {
    let frame = Frame::new(ui, &mut reading, bars.row.len());
    let whole = frame.whole;
    let numbers: Vec<_> = bars.levels.iter().skip(1).map(|level| edge_words(ui, theme, &level.to_string())).collect();
    let gutter = numbers.iter().map(|number| number.size().x).fold(0.0, f32::max) + BETWEEN_WORDS;
    let mut marks: Vec<(f64, Arc<Galley>)> =
        bars.marks.iter().map(|mark| (mark.height, edge_words(ui, theme, &mark.words))).collect();
    marks.sort_by(|one, other| other.0.total_cmp(&one.0));
    let beside = marks.iter().map(|(_, words)| words.size().x + BETWEEN_WORDS).fold(0.0, f32::max);
    let rect = Rect::from_min_max(pos2(whole.left() + gutter, whole.top()), whole.max - vec2(beside, FOOT_ROW));
    let ranges = [bars.foot.from..=bars.foot.until, -0.04 * bars.top..=1.07 * bars.top];
    let ink = Ink {
        filled: theme.tear,
        outlined: theme.tear,
        unknown: theme.faint,
        band: mix(theme.card, theme.rain, 0.14),
        cursor: theme.text,
    };
    let (band, cursor) = (bars.band, frame.at);
    let transform = plot(ui, theme, reading.key, rect, ranges, &bars.levels, |plot| {
        plot.add(BarItem { base: PlotItemBase::new("bars".to_owned()), bars: &bars.row, ink, band, cursor });
    });
    for (number, level) in numbers.into_iter().zip(bars.levels.iter().skip(1)) {
        let y = transform.position_from_point_y(*level) - number.size().y / 2.0;
        let x = rect.left() - BETWEEN_WORDS - number.size().x;
        ui.painter().galley(pos2(x, y), number, theme.soft);
    }
    let marks = marks.into_iter().map(|(height, words)| (transform.position_from_point_y(height), words)).collect();
    paint_marks(ui, theme, marks, rect);
    paint_foot(ui, theme, &bars.foot, &transform, whole.bottom() - EDGE_ROW);

    let half = transform.position_from_point_x(0.5) - transform.position_from_point_x(0.0);
    let top_of = |index: usize| {
        let bar = bars.row.get(index)?;
        let x = f64::from(u32::try_from(index).ok()?);
        Some(transform.position_from_point(&PlotPoint::new(x, bar.filled + bar.outlined)))
    };
    let near = |pointer: Pos2| {
        let at = |index: &usize| top_of(*index).is_some_and(|top| (top.x - pointer.x).abs() <= half);
        (0..bars.row.len()).find(at)
    };
    let touch = frame.touched(ui, &mut reading, near);
    if let Some((index, top)) = touch.hovered.and_then(|index| Some((index, top_of(index)?))) {
        paint_label(ui, theme, whole, top, [half.min(30.0) + 8.0, AT_THE_EDGE], (reading.about)(index));
    }
    frame.end(ui, theme, &reading, Takes::SIDEWAYS);
    touch.pressed
}

/// Dashed lines across the bars, with their words beside them where nothing else is drawn.
fn paint_marks(ui: &Ui, theme: &Theme, marks: Vec<(f32, Arc<Galley>)>, rect: Rect) {
    let mut below = f32::NEG_INFINITY;
    for (y, words) in marks {
        let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
        ui.painter().extend(Shape::dashed_line(&ends, Stroke::new(1.5, theme.soft), 5.0, 9.0));
        // Two that lie close together are not written over each other.
        let top = (y - words.size().y / 2.0).max(below);
        below = top + words.size().y;
        ui.painter().galley(pos2(rect.right() + BETWEEN_WORDS, top), words, theme.soft);
    }
}

#[derive(Clone, Copy)]
struct Ink {
    filled: Color32,
    outlined: Color32,
    unknown: Color32,
    band: Color32,
    cursor: Color32,
}

/// Bars with soft corners.
struct BarItem<'a> {
    base: PlotItemBase,
    bars: &'a [Bar],
    ink: Ink,
    band: Option<[f64; 2]>,
    cursor: Option<usize>,
}

impl PlotItem for BarItem<'_> {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        if let Some([low, high]) = self.band {
            let across = transform.frame().x_range();
            // A band from a count to the same one is a line otherwise.
            let up =
                transform.position_from_point_y(high + 0.25)..=transform.position_from_point_y((low - 0.25).max(0.0));
            let band = Rect::from_x_y_ranges(across, up);
            shapes.push(RectShape::filled(band, CornerRadius::same(6), self.ink.band).into());
        }
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
            if self.cursor == usize::try_from(x).ok() {
                let whole = Rect::from_x_y_ranges(foot.x - width / 2.0..=foot.x + width / 2.0, top.y..=foot.y);
                let stroke = Stroke::new(3.0, self.ink.cursor);
                shapes.push(RectShape::stroke(whole.expand(4.0), corner, stroke, StrokeKind::Outside).into());
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
        assert_eq!(levels(2.0), [0.0, 1.0, 2.0]);
        assert_eq!(levels(4.0), [0.0, 2.0, 4.0]);
        assert_eq!(levels(9.0), [0.0, 5.0]);
        assert_eq!(levels(33.0), [0.0, 10.0, 20.0, 30.0]);
        for highest in 2..5_000 {
            let highest = f64::from(highest);
            let levels = levels(highest);
            let step = levels[1];
            assert!(levels[0].abs() < 0.1 && levels.len() <= 4, "{highest}: {levels:?}");
            assert!(levels[levels.len() - 1] + step > highest, "{highest}: {levels:?}");
        }
        assert!(levels(f64::from(u32::MAX)).len() <= 4);
    }
}
