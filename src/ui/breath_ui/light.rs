//! A light that rises and grows, sinks and shrinks.

use egui::{Color32, Pos2, Ui, vec2};

use super::{INSIDE, Scene, ground, paint};

/// How much colour it has where it is brightest.
pub(super) const HEART: f32 = 0.42;

/// Draws it, and gives back the colour of the words on it and where their middle is.
pub(super) fn paint(ui: &Ui, scene: &Scene<'_>) -> (Color32, Pos2) {
    let theme = scene.theme;
    let whole = INSIDE * scene.fit;
    let centre = scene.centre - vec2(0.0, whole * 0.55 * scene.drawn.height);
    let radius = whole * scene.drawn.radius;
    let heart = ground(theme, scene.colour, HEART);
    // Brightest in the middle, and so soft towards the edge that no ring of it can be made out.
    let rings = [0.2_f32, 0.35, 0.5, 0.65, 0.8, 0.9, 1.0].map(|share| {
        let left = (1.0 - share * share).powi(2);
        (share * radius, heart.gamma_multiply(left))
    });
    paint::rings(ui, centre, heart, &rings);
    (theme.text, scene.centre)
}
