//! A circle that grows and shrinks.

use egui::{Color32, Pos2, Ui};

use crate::ui::theme::mix;

use super::{INSIDE, Scene, capped, paint};

/// Draws it, and gives back the colour of the words on it and where their middle is.
pub(super) fn paint(ui: &Ui, scene: &Scene<'_>) -> (Color32, Pos2) {
    let theme = scene.theme;
    let heart = capped(theme, mix(scene.colour, theme.text, 0.16));
    let edge = capped(theme, mix(scene.colour, theme.sky[1], 0.22));
    paint::disc(ui, scene.centre, INSIDE * scene.fit * scene.drawn.radius, heart, edge);
    (theme.on_rain, scene.centre)
}
