//! The breath drawn: circle, word, count and ring; or, without motion, word, count and a bar.

use std::time::Duration;

use egui::{Align2, Color32, CornerRadius, Mesh, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::breathing::{LONGER_OUT, Phase, PhaseKind, phase_at};

use super::cx::Cx;
use super::fonts;
use super::theme::{mix, size};
use super::watching_ui::text;
use super::words::key;

const CIRCLE: f32 = 295.0;
const RING: f32 = 374.0;

/// Draws where in the breath one is, in the upper part of `rect`.
pub fn breathing_ui(ui: &mut Ui, cx: &Cx<'_>, elapsed: Duration, rect: Rect) {
    let phase = phase_at(&LONGER_OUT, elapsed);
    text(ui, rect.center_top(), Align2::CENTER_TOP, &cx.t("breathe-pattern"), fonts::body(size::SMALL), cx.theme.soft);
    let room = (rect.height() - 290.0).min(rect.width());
    let fit = (room / (2.0 * RING)).min(1.0);
    let centre = pos2(rect.center().x, rect.top() + 66.0 + RING * fit);
    if cx.model.settings.reduced_motion {
        still_ui(ui, cx, &phase, centre);
    } else {
        circle_ui(ui, cx, &phase, centre, fit);
    }
    let secs = elapsed.as_secs();
    let time = format!("{}:{:02}", secs / 60, secs % 60);
    let line = cx.tw("breathe-line", &[("n", (phase.breaths + 1).into()), ("time", time.into())]);
    let below = pos2(rect.center().x, rect.bottom() - 78.0);
    text(ui, below, Align2::CENTER_CENTER, &line, fonts::body(size::SMALL), cx.theme.soft);
}

fn word(cx: &Cx<'_>, phase: &Phase) -> String {
    cx.t(match phase.kind {
        PhaseKind::In => key("breathe-in"),
        PhaseKind::Out => key("breathe-out"),
    })
}

fn circle_ui(ui: &mut Ui, cx: &Cx<'_>, phase: &Phase, centre: Pos2, fit: f32) {
    let theme = cx.theme;
    let ring = RING * fit;
    ui.painter().circle_stroke(centre, ring, Stroke::new(3.0, mix(theme.sky[1], theme.rain, 0.28)));
    let radius = CIRCLE * fit * (0.68 + 0.32 * phase.fullness);
    let heart = mix(theme.rain, theme.text, 0.22);
    let edge = mix(theme.rain, theme.sky[1], 0.22);
    paint_disc(ui, centre, radius, heart, edge);
    paint_arc(ui, centre, ring, phase.through, theme.accent);
    let words = word(cx, phase);
    let ink = theme.on_rain;
    let word_at = centre - vec2(0.0, 24.0);
    text(ui, word_at, Align2::CENTER_CENTER, &words, fonts::display(66.0 * fit.max(0.7)), ink);
    let count_at = centre + vec2(0.0, 58.0);
    text(ui, count_at, Align2::CENTER_CENTER, &phase.count.to_string(), fonts::body(60.0 * fit.max(0.7)), ink);
}

/// The same timing without anything that grows or moves from its place.
fn still_ui(ui: &mut Ui, cx: &Cx<'_>, phase: &Phase, centre: Pos2) {
    let theme = cx.theme;
    let word_at = centre - vec2(0.0, 120.0);
    text(ui, word_at, Align2::CENTER_CENTER, &word(cx, phase), fonts::display(96.0), theme.text);
    text(ui, centre, Align2::CENTER_CENTER, &phase.count.to_string(), fonts::body(110.0), theme.text);
    let bar = Rect::from_center_size(centre + vec2(0.0, 150.0), vec2(720.0, 26.0));
    ui.painter().rect_filled(bar, CornerRadius::same(13), mix(theme.sky[1], theme.rain, 0.25));
    // It fills a step with each count, so that nothing has to be drawn in between.
    let length =
        LONGER_OUT.phases.iter().find(|(kind, _)| *kind == phase.kind).map_or(1, |(_, length)| length.as_secs());
    let steps = f32::from(u16::try_from(length.max(1)).unwrap_or(1));
    let left = f32::from(u16::try_from(phase.count).unwrap_or(0));
    let share = ((steps - left + 1.0) / steps).clamp(0.0, 1.0);
    let filled = Rect::from_min_size(bar.min, vec2(bar.width() * share, bar.height()));
    ui.painter().rect_filled(filled, CornerRadius::same(13), theme.accent);
}

/// A disc lighter in its heart than at its edge, which is soft.
fn paint_disc(ui: &Ui, centre: Pos2, radius: f32, heart: Color32, edge: Color32) {
    const SLICES: u16 = 96;
    let mut mesh = Mesh::default();
    mesh.colored_vertex(centre, heart);
    for slice in 0..SLICES {
        let angle = std::f32::consts::TAU * f32::from(slice) / f32::from(SLICES);
        let out = vec2(angle.cos(), angle.sin());
        mesh.colored_vertex(centre + radius * out, edge);
        mesh.colored_vertex(centre + (radius + 1.5) * out, Color32::TRANSPARENT);
    }
    let slices = u32::from(SLICES);
    for slice in 0..slices {
        let (here, next) = (1 + 2 * slice, 1 + 2 * ((slice + 1) % slices));
        mesh.add_triangle(0, here, next);
        mesh.add_triangle(here, here + 1, next);
        mesh.add_triangle(here + 1, next + 1, next);
    }
    ui.painter().add(Shape::mesh(mesh));
}

/// An arc from the top, clockwise, over `share` of the circle.
fn paint_arc(ui: &Ui, centre: Pos2, radius: f32, share: f32, ink: Color32) {
    const WIDTH: f32 = 8.0;
    let steps: u16 = 120;
    let points: Vec<Pos2> = (0..=steps)
        .map(|step| {
            let angle = std::f32::consts::TAU * (share * f32::from(step) / f32::from(steps) - 0.25);
            centre + radius * vec2(angle.cos(), angle.sin())
        })
        .collect();
    for end in [points.first(), points.last()].into_iter().flatten() {
        ui.painter().circle_filled(*end, WIDTH / 2.0, ink);
    }
    ui.painter().add(Shape::line(points, Stroke::new(WIDTH, ink)));
}
