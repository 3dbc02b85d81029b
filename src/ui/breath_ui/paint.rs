//! The shapes that breaths are drawn of.

use egui::{Color32, Mesh, Pos2, Shape, Stroke, Ui, Vec2, vec2};

use crate::ui::theme::mix;

use super::{RING, Scene};

/// How many pieces a circle is drawn of.
const SLICES: u16 = 96;

/// How wide the soft edge of a shape is, in points.
const SOFT: f32 = 1.5;

fn around(share: f32) -> Vec2 {
    let angle = std::f32::consts::TAU * share;
    vec2(angle.sin(), -angle.cos())
}

/// A disc that goes from one colour in its heart over to another at its edge, which is soft.
pub(super) fn disc(ui: &Ui, centre: Pos2, radius: f32, heart: Color32, edge: Color32) {
    rings(ui, centre, heart, &[(radius, edge), (radius + SOFT, Color32::TRANSPARENT)]);
}

/// Rings around a centre, each a colour at a radius, going over into each other.
pub(super) fn rings(ui: &Ui, centre: Pos2, heart: Color32, rings: &[(f32, Color32)]) {
    let mut mesh = Mesh::default();
    mesh.colored_vertex(centre, heart);
    for slice in 0..SLICES {
        let out = around(f32::from(slice) / f32::from(SLICES));
        for (radius, colour) in rings {
            mesh.colored_vertex(centre + *radius * out, *colour);
        }
    }
    let (slices, many) = (u32::from(SLICES), u32::try_from(rings.len()).unwrap_or(1));
    for slice in 0..slices {
        let (here, next) = (1 + many * slice, 1 + many * ((slice + 1) % slices));
        mesh.add_triangle(0, here, next);
        for ring in 0..many - 1 {
            mesh.add_triangle(here + ring, here + ring + 1, next + ring);
            mesh.add_triangle(here + ring + 1, next + ring + 1, next + ring);
        }
    }
    ui.painter().add(Shape::mesh(mesh));
}

/// The ring: it fills while the breath goes in, stays, and empties while it goes out, so that it never jumps.
pub(super) fn ring(ui: &Ui, scene: &Scene<'_>) {
    let theme = scene.theme;
    let radius = RING * scene.fit;
    let width = (8.0 * scene.fit).max(4.0);
    ui.painter().circle_stroke(
        scene.centre,
        radius,
        Stroke::new((3.0 * scene.fit).max(2.0), mix(theme.sky[1], theme.rain, 0.28)),
    );
    arc(ui, scene.centre, radius, scene.phase.fullness, Stroke::new(width, theme.accent));
}

/// An arc from the top, clockwise, over `share` of the circle.
fn arc(ui: &Ui, centre: Pos2, radius: f32, share: f32, stroke: Stroke) {
    const STEPS: u16 = 120;
    let point = |step: u16| centre + radius * around(share * f32::from(step) / f32::from(STEPS));
    let points: Vec<Pos2> = (0..=STEPS).map(point).collect();
    for end in [points.first(), points.last()].into_iter().flatten() {
        ui.painter().circle_filled(*end, stroke.width / 2.0, stroke.color);
    }
    ui.painter().add(Shape::line(points, stroke));
}
