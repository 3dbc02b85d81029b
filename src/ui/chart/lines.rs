//! Lines around an evening: one thin line for each, and a thick one through the middle of a group.

use egui::{Color32, Pos2, Stroke, Ui};
use egui_plot::{Line as PlotLine, LineStyle, MarkerShape, PlotPoint, PlotPoints, Points};

use crate::ui::focus::Takes;
use crate::ui::theme::{Theme, mix};

use super::{AT_THE_EDGE, EDGE_ROW, Foot, Frame, NEAR, Reading, Tick, paint_ends, paint_foot, paint_label, plot};

/// More thin lines than this hide each other.
const MOST_LINES: usize = 200;

/// One evening, or the middle of several. Heights are 0 to 100.
#[derive(Debug, Default)]
pub struct Line {
    /// The moments that are known, as `[moment, height]`, in order.
    places: Vec<PlotPoint>,
    /// Dashed, for evenings without tears.
    dashed: bool,
}

impl Line {
    /// The moments that are known, as `[moment, height]`, in order.
    #[must_use]
    pub fn new(places: impl IntoIterator<Item = [f64; 2]>, dashed: bool) -> Self {
        Self { places: places.into_iter().map(PlotPoint::from).collect(), dashed }
    }
}

/// Lines, made ready to be drawn.
#[derive(Debug, Default)]
pub struct Lines {
    thin: Vec<Line>,
    thick: Vec<Line>,
    dots_only: bool,
    foot: Foot,
}

impl Lines {
    /// Thin lines in order of time, and thick ones. Of a few evenings there are dots and no lines.
    #[must_use]
    pub fn new(thin: Vec<Line>, thick: Vec<Line>, dots_only: bool, moments: Vec<Tick>) -> Self {
        let last = moments.last().map_or(1.0, |tick| tick.x);
        let foot = Foot { from: -0.12, until: last + 0.12, labels: vec![moments] };
        Self { thin, thick, dots_only, foot }
    }

    /// Whether the oldest ones are not drawn.
    #[must_use]
    pub fn leaves_some_out(&self) -> bool {
        self.thin.len() > MOST_LINES
    }
}

/// Draws the lines. `ends` is written at the upper and the lower edge. Says which was pressed.
pub fn lines(ui: &mut Ui, theme: &Theme, lines: &Lines, ends: [&str; 2], mut reading: Reading<'_>) -> Option<usize> {
    let frame = Frame::new(ui, &mut reading, lines.thin.len());
    let whole = frame.whole;
    let rect = paint_ends(ui, theme, whole, ends);
    let across = lines.foot.from..=lines.foot.until;
    let drawn = lines.thin.len().saturating_sub(MOST_LINES)..lines.thin.len();
    let faint = if drawn.len() > 40 { 0.35 } else { 0.7 };
    let (with, without) = (theme.rain.gamma_multiply(faint), mix(theme.card, theme.text, 0.5).gamma_multiply(faint));
    let ink_of = |line: &Line, with: Color32, without: Color32| if line.dashed { without } else { with };
    let transform = plot(ui, theme, reading.key, rect, [across, -3.0..=103.0], &[0.0, 50.0, 100.0], |plot| {
        for (index, line) in lines.thin.iter().enumerate().skip(drawn.start) {
            let ink = ink_of(line, with, without);
            if lines.dots_only {
                let shape = if line.dashed { MarkerShape::Diamond } else { MarkerShape::Circle };
                let points = Points::new("dots", PlotPoints::Borrowed(&line.places));
                plot.points(points.shape(shape).filled(!line.dashed).radius(8.0).color(ink));
            } else {
                plot.line(styled(line, "evening", index, 2.0, ink));
            }
        }
        let grounds = [(9.0, theme.card, theme.card), (5.0, theme.accent, theme.text)];
        for (pass, (width, with, without)) in grounds.into_iter().enumerate() {
            for (index, line) in lines.thick.iter().enumerate() {
                plot.line(styled(line, "middle", index + 10 * pass, width, ink_of(line, with, without)));
            }
        }
    });
    paint_foot(ui, theme, &lines.foot, &transform, whole.bottom() - EDGE_ROW);

    let near = |pointer: Pos2| {
        let places = drawn.clone().flat_map(|index| lines.thin[index].places.iter().map(move |place| (index, place)));
        let away = places.map(|(index, place)| (index, transform.position_from_point(place).distance(pointer)));
        let nearest = away.filter(|(_, away)| *away <= NEAR).min_by(|(_, one), (_, other)| one.total_cmp(other));
        nearest.map(|(index, _)| index)
    };
    let touch = frame.touched(ui, &mut reading, near);
    if let Some((index, line)) = touch.shown.and_then(|index| Some((index, lines.thin.get(index)?))) {
        let places: Vec<Pos2> = line.places.iter().map(|place| transform.position_from_point(place)).collect();
        ui.painter().line(places.clone(), Stroke::new(4.0, theme.text));
        for at in &places {
            ui.painter().circle(*at, 9.0, theme.rain, Stroke::new(3.0, theme.text));
        }
        // By its last point, where there is most room to the left.
        if let Some(last) = places.last().filter(|_| touch.hovered.is_some()) {
            paint_label(ui, theme, whole, *last, [24.0, AT_THE_EDGE], (reading.about)(index));
        }
    }
    frame.end(ui, theme, &reading, Takes::SIDEWAYS);
    touch.pressed
}

fn styled<'a>(line: &'a Line, name: &str, index: usize, width: f32, ink: Color32) -> PlotLine<'a> {
    let style = if line.dashed { LineStyle::Dashed { length: 12.0 } } else { LineStyle::Solid };
    PlotLine::new(name, PlotPoints::Borrowed(&line.places)).id((name, index)).width(width).color(ink).style(style)
}
