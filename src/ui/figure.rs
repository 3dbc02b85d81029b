//! A line figure, drawn.

use egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::evening::stretch::{At, Part, Stretch, smooth};

use super::theme::{Theme, mix};

/// How wide the strokes are, as shares of the square.
const LIMB: f32 = 0.055;
const THIN: f32 = 0.018;

/// How long the two strokes of an arrow's head are.
const ARROW: f32 = 0.042;

/// Draws a figure into a square.
pub fn paint_figure(ui: &Ui, theme: &Theme, stretch: &Stretch, square: Rect) {
    let side = square.width();
    let at = |(x, y): At| pos2(square.left() + x * side, square.top() + y * side);
    let (body, thing) = (mix(theme.soft, theme.text, 0.5), mix(theme.sky[1], theme.soft, 0.45));
    for part in &stretch.parts {
        match part {
            Part::Head { at: middle, radius } => {
                ui.painter().circle_filled(at(*middle), radius * side, body);
            }
            Part::Limb(places) => line(ui, smooth(places, 6).into_iter().map(at).collect(), LIMB * side, body),
            Part::Prop(places) => line(ui, places.iter().copied().map(at).collect(), THIN * side, thing),
            Part::Way(places) => {
                let way: Vec<Pos2> = smooth(places, 6).into_iter().map(at).collect();
                arrow_head(ui, &way, side, theme.accent);
                line(ui, way, THIN * side, theme.accent);
            }
        }
    }
}

/// A stroke with round ends and round corners.
fn line(ui: &Ui, points: Vec<Pos2>, width: f32, ink: Color32) {
    for point in &points {
        ui.painter().circle_filled(*point, width / 2.0, ink);
    }
    ui.painter().add(Shape::line(points, Stroke::new(width, ink)));
}

fn arrow_head(ui: &Ui, way: &[Pos2], side: f32, ink: Color32) {
    const HALF_ANGLE: f32 = 0.66;
    let Some((end, before)) = way.last().zip(way.iter().rev().nth(2)) else { return };
    let back = (*before - *end).normalized() * ARROW * side;
    for angle in [HALF_ANGLE, -HALF_ANGLE] {
        line(ui, vec![*end, *end + turned(back, angle)], THIN * side, ink);
    }
}

fn turned(vector: Vec2, angle: f32) -> Vec2 {
    let (sin, cos) = angle.sin_cos();
    vec2(vector.x * cos - vector.y * sin, vector.x * sin + vector.y * cos)
}

/// A glass of water, in a square.
pub fn paint_glass(ui: &Ui, theme: &Theme, square: Rect) {
    let side = square.width();
    let at = |x: f32, y: f32| pos2(square.left() + x * side, square.top() + y * side);
    let water = mix(theme.sky[1], theme.rain, 0.6);
    let surface = vec![at(0.315, 0.42), at(0.685, 0.42), at(0.65, 0.88), at(0.35, 0.88)];
    ui.painter().add(Shape::convex_polygon(surface, water, Stroke::NONE));
    line(ui, vec![at(0.315, 0.42), at(0.685, 0.42)], THIN * side, theme.rain);
    let glass = vec![at(0.28, 0.12), at(0.345, 0.90), at(0.655, 0.90), at(0.72, 0.12)];
    line(ui, glass, 0.028 * side, mix(theme.soft, theme.text, 0.5));
}
