//! The thick ring around what is focused.

use egui::{CornerRadius, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::focus::{self, Takes};
use crate::ui::theme::Theme;

const GAP: f32 = 5.0;
const WIDTH: f32 = 5.0;

/// Draws the ring if the control has the focus, and makes the control reachable.
pub fn focus_ring(ui: &Ui, theme: &Theme, response: &Response, corner: u8, takes: Takes) {
    focus::register(ui, response, takes);
    if response.has_focus() {
        paint_ring(ui, theme, response.rect, corner);
    }
}

/// Draws the ring.
pub fn paint_ring(ui: &Ui, theme: &Theme, rect: Rect, corner: u8) {
    let corner = CornerRadius::same(corner.saturating_add(8));
    ui.painter().rect_stroke(rect.expand(GAP), corner, Stroke::new(WIDTH, theme.focus), StrokeKind::Outside);
}
