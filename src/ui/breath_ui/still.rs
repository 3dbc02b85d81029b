//! The same timing without anything that grows or moves from its place.

use egui::{Align2, CornerRadius, Pos2, Rect, Ui, vec2};

use crate::breathing::{Phase, PhaseKind};
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::mix;
use crate::ui::watching_ui::text;

use super::word;

/// Word, count, and a bar that fills while the breath goes in and empties while it goes out.
pub(super) fn still_ui(ui: &mut Ui, cx: &Cx<'_>, phase: &Phase, centre: Pos2, fit: f32) {
    let theme = cx.theme;
    let size = fit.max(0.45);
    let word_at = centre - vec2(0.0, 136.0 * size);
    text(ui, word_at, Align2::CENTER_CENTER, &word(cx, phase.kind), fonts::display(96.0 * size), theme.text);
    text(ui, centre, Align2::CENTER_CENTER, &phase.count.to_string(), fonts::body(110.0 * size), theme.text);
    let bar = Rect::from_center_size(centre + vec2(0.0, 150.0 * size), vec2(720.0, 26.0) * size);
    let round = CornerRadius::same(13);
    ui.painter().rect_filled(bar, round, mix(theme.sky[1], theme.rain, 0.25));
    let filled = Rect::from_min_size(bar.min, vec2(bar.width() * filled_share(phase), bar.height()));
    ui.painter().rect_filled(filled, round, theme.accent);
}

/// It moves a step with each count, so that nothing has to be drawn in between.
fn filled_share(phase: &Phase) -> f32 {
    let part = |count: u32| f32::from(u16::try_from(count).unwrap_or(0));
    let (beats, count) = (part(phase.beats), part(phase.count));
    match phase.kind {
        PhaseKind::In => (beats - count + 1.0) / beats,
        PhaseKind::TopUp | PhaseKind::Hold => 1.0,
        PhaseKind::Out => (count - 1.0) / beats,
        PhaseKind::Rest => 0.0,
    }
}
