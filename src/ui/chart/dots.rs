//! Dots over time, and a line through them.

use egui::{Color32, Pos2, Stroke, Ui};
use egui_plot::{Line, MarkerShape, PlotPoint, PlotPoints, Points};

use crate::ui::focus::Takes;
use crate::ui::theme::{Theme, mix};

use super::{AT_THE_EDGE, EDGE_ROW, Foot, Frame, MANY, NEAR, Reading, paint_ends, paint_foot, paint_label, plot};

/// A dot. Those of evenings are told apart by their shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Where, along the foot.
    pub x: f64,
    /// How high, 0 to 100.
    pub y: f64,
    /// It belongs to an evening.
    pub of_evening: bool,
}

/// Dots with a line through them, made ready to be drawn. Heights are 0 to 100.
#[derive(Debug, Default)]
pub struct Dots {
    places: Vec<PlotPoint>,
    /// The same, those of evenings and the others apart.
    apart: [Vec<PlotPoint>; 2],
    pieces: Vec<Vec<PlotPoint>>,
    foot: Foot,
}

impl Dots {
    /// Dots, and the pieces of the line as `[x, y]`. No value may be `NaN`.
    #[must_use]
    pub fn new(
        dots: impl IntoIterator<Item = Dot>,
        pieces: impl IntoIterator<Item = Vec<[f64; 2]>>,
        foot: Foot,
    ) -> Self {
        let points = |piece: Vec<[f64; 2]>| piece.into_iter().map(PlotPoint::from).collect();
        let (mut places, mut apart) = (Vec::new(), [Vec::new(), Vec::new()]);
        for Dot { x, y, of_evening } in dots {
            places.push(PlotPoint::new(x, y));
            apart[usize::from(of_evening)].push(PlotPoint::new(x, y));
        }
        Self { places, apart, pieces: pieces.into_iter().map(points).collect(), foot }
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

/// Draws dots and the line through them. `ends` is written at the upper and the lower edge. Says which was pressed.
pub fn dots(ui: &mut Ui, theme: &Theme, dots: &Dots, ends: [&str; 2], mut reading: Reading<'_>) -> Option<usize> {
    let frame = Frame::new(ui, &mut reading, dots.places.len());
    let whole = frame.whole;
    let rect = paint_ends(ui, theme, whole, ends);
    let margin = (dots.foot.until - dots.foot.from) * 0.015;
    let across = dots.foot.from - margin..=dots.foot.until + margin;
    let (radius, colour) = dots.look(theme);
    let transform = plot(ui, theme, reading.key, rect, [across, -3.0..=103.0], &[0.0, 50.0, 100.0], |plot| {
        let shapes = [(MarkerShape::Circle, 1.0), (MarkerShape::Diamond, 1.25)];
        for (places, (shape, by)) in dots.apart.iter().zip(shapes) {
            let points = Points::new("dots", PlotPoints::Borrowed(places));
            plot.points(points.shape(shape).radius(radius * by).color(colour));
        }
        // A ground of the card's colour sets the line off from the dots.
        for (width, ink) in [(8.0, theme.card), (4.5, theme.accent)] {
            for (index, piece) in dots.pieces.iter().enumerate() {
                let line = Line::new("line", PlotPoints::Borrowed(piece)).id((index, ink));
                plot.line(line.width(width).color(ink).allow_band(piece.len() > MANY));
            }
        }
    });
    paint_foot(ui, theme, &dots.foot, &transform, whole.bottom() - EDGE_ROW);

    let near = |pointer: Pos2| {
        let places = dots.places.iter().map(|dot| transform.position_from_point(dot)).enumerate();
        let near = places.map(|(index, at)| (index, at.distance(pointer))).filter(|(_, away)| *away <= NEAR);
        near.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(index, _)| index)
    };
    let touch = frame.touched(ui, &mut reading, near);
    if let Some((index, dot)) = touch.shown.and_then(|index| Some((index, dots.places.get(index)?))) {
        let at = transform.position_from_point(dot);
        ui.painter().circle(at, radius + 3.0, theme.rain, Stroke::new(3.0, theme.text));
        if touch.hovered.is_some() {
            paint_label(ui, theme, whole, at, [20.0, AT_THE_EDGE], (reading.about)(index));
        }
    }
    frame.end(ui, theme, &reading, Takes::SIDEWAYS);
    touch.pressed
}
