//! A light that rises and grows, sinks and shrinks.

use egui::{Color32, Pos2, Ui, vec2};

use crate::ui::theme::mix;

use super::{INSIDE, Scene, paint};

/// Draws it, and gives back the colour of the words on it and where their middle is.
pub(super) fn paint(ui: &Ui, scene: &Scene<'_>) -> (Color32, Pos2) {
    let theme = scene.theme;
    let whole = INSIDE * scene.fit;
    let centre = scene.centre - vec2(0.0, whole * 0.55 * scene.drawn.height);
    let radius = whole * scene.drawn.radius;
    let glow = |share: f32| mix(theme.sky[1], scene.colour, share);
    let fading = |share: f32| glow(share).gamma_multiply(share / 0.55);
    paint::rings(
        ui,
        centre,
        glow(0.55),
        &[
            (0.40 * radius, fading(0.49)),
            (0.65 * radius, fading(0.32)),
            (0.85 * radius, fading(0.13)),
            (radius, Color32::TRANSPARENT),
        ],
    );
    (theme.text, scene.centre)
}
