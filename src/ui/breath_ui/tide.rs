//! Water that rises and falls behind a round window.

use egui::{Color32, Mesh, Pos2, Shape, Ui, pos2};

use super::{INSIDE, Scene, ground, paint};

/// How many columns the water is drawn of.
const COLUMNS: u16 = 64;

/// How much colour its top line has, the water below it, and its depth.
pub(super) const WATER: [f32; 3] = [0.54, 0.42, 0.30];

/// Draws it, and gives back the colour of the words on it and where their middle is.
pub(super) fn paint(ui: &Ui, scene: &Scene<'_>) -> (Color32, Pos2) {
    let theme = scene.theme;
    let radius = INSIDE * scene.fit * scene.drawn.radius;
    let air = ground(theme, scene.colour, 0.10);
    paint::disc(ui, scene.centre, radius, air, air);
    water(ui, scene, radius);
    (theme.text, scene.centre)
}

/// The water: deeper below, with a line of light along its top that bulges with the stream.
fn water(ui: &Ui, scene: &Scene<'_>, radius: f32) {
    let theme = scene.theme;
    let [line, top, deep] = WATER.map(|share| ground(theme, scene.colour, share));
    let level = scene.centre.y - radius * scene.drawn.height;
    // Towards the flow: higher in the middle while it rises, lower while it falls.
    let bulge = 0.05 * radius * scene.phase.airflow;
    let mut mesh = Mesh::default();
    let mut last = None;
    for column in 0..=COLUMNS {
        let across = 2.0 * f32::from(column) / f32::from(COLUMNS) - 1.0;
        let x = scene.centre.x + radius * across;
        let half = radius * (1.0 - across * across).max(0.0).sqrt();
        let (ceiling, floor) = (scene.centre.y - half, scene.centre.y + half);
        let surface = (level - bulge * (1.0 - across * across)).clamp(ceiling, floor);
        let under = (surface + 5.0 * scene.fit).min(floor);
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
        for (y, colour) in [(surface, line), (under, line), (under, top), (floor, deep)] {
            mesh.colored_vertex(pos2(x, y), colour);
        }
        if let Some(before) = last.replace(first) {
            for row in [0, 2] {
                mesh.add_triangle(before + row, first + row, before + row + 1);
                mesh.add_triangle(first + row, first + row + 1, before + row + 1);
            }
        }
    }
    ui.painter().add(Shape::mesh(mesh));
}
