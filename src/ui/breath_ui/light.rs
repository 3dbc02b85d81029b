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
    let glow = |share: f32| ground(theme, scene.colour, share);
    let fading = |share: f32| glow(share).gamma_multiply(share / HEART);
    paint::rings(
        ui,
        centre,
        glow(HEART),
        &[
            (0.40 * radius, fading(0.49)),
            (0.65 * radius, fading(0.32)),
            (0.85 * radius, fading(0.13)),
            (radius, Color32::TRANSPARENT),
        ],
    );
    (theme.text, scene.centre)
}
