//! A slider without ticks or numbers, which starts unset.

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, Id, Key, Mesh, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo,
};
use egui::{pos2, vec2};

use crate::evening::check_in::{STEP, nudged};
use crate::ui::cx::Cx;
use crate::ui::focus::{self, Sideways, Takes};
use crate::ui::fonts;
use crate::ui::theme::{mix, size};

use super::assisted;

/// What a slider says at its ends and above its middle, and its colours from left to right.
pub struct Track<'a> {
    /// What it asks.
    pub name: &'a str,
    /// At its left end.
    pub low: &'a str,
    /// At its right end.
    pub high: &'a str,
    /// From left to right.
    pub colours: [Color32; 3],
    /// What a screen reader says while it is unset.
    pub unset: &'a str,
    /// Whether the focus starts here.
    pub first: bool,
}

/// A slider from 0 to 100. `last` is where a faint line stands. Gives back the new value where it was moved.
pub fn feeling_slider(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    track: &Track<'_>,
    value: Option<u8>,
    last: Option<u8>,
) -> Option<u8> {
    const KNOB: f32 = 29.0;
    let theme = cx.theme;
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), 112.0), Sense::hover());
    let words = Rect::from_min_size(whole.min, vec2(whole.width(), 40.0));
    let painter = ui.painter();
    painter.text(words.left_center(), Align2::LEFT_CENTER, track.low, fonts::body(size::SMALL), theme.soft);
    painter.text(words.right_center(), Align2::RIGHT_CENTER, track.high, fonts::body(size::SMALL), theme.soft);
    painter.text(words.center(), Align2::CENTER_CENTER, track.name, fonts::bold(size::SMALL), theme.text);

    let groove = Rect::from_min_size(pos2(whole.left(), words.bottom() + 26.0), vec2(whole.width(), 22.0));
    let id = Id::unique(("sunshower", key));
    let response = ui.interact(groove.expand2(vec2(KNOB, 24.0)), id, Sense::click_and_drag());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let x_of = |value: u8| egui::lerp(groove.x_range(), f32::from(value) / 100.0);

    let mut moved = None;
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
        response.request_focus();
        let share = ((pointer.x - groove.left()) / groove.width()).clamp(0.0, 1.0);
        moved = Some(percent(share));
    }
    if response.has_focus() {
        moved = moved.or_else(|| moved_by_keys(ui, focus::sideways(ui, &response), value, last));
    }
    moved = moved.or_else(|| moved_by_others(ui, id, value, last));
    let value = moved.or(value);
    response.widget_info(|| match value {
        Some(value) => WidgetInfo::slider(true, f64::from(value), track.name),
        None => WidgetInfo::labeled(Role::Slider, true, format!("{}, {}", track.name, track.unset)),
    });

    assisted::can_step(ui, id);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value_step(f64::from(STEP));
        // Without a number nothing but keys could move it; that it is unset is part of its name until then.
        node.set_numeric_value(f64::from(value.or(last).unwrap_or(50)));
        node.add_action(egui::accesskit::Action::SetValue);
    });

    paint_groove(ui, groove, track.colours);
    let centre = pos2(x_of(value.unwrap_or(last.unwrap_or(50))), groove.center().y);
    let focused = response.has_focus();
    if value.is_some() {
        let fill = if focused { theme.text } else { mix(theme.sky[1], theme.text, 0.9) };
        ui.painter().circle_filled(centre, KNOB, fill);
    } else {
        // Unset: an empty place for it, so that nothing is suggested.
        ui.painter().circle_filled(centre, KNOB, mix(theme.sky[1], theme.card, 0.7));
        ui.painter().circle_stroke(centre, KNOB - 1.5, Stroke::new(3.0, theme.faint));
    }
    if let Some(last) = last {
        let mark = Rect::from_center_size(pos2(x_of(last), groove.center().y), vec2(5.0, 46.0));
        ui.painter().rect_filled(mark, CornerRadius::same(2), mix(theme.sky[1], theme.text, 0.6));
    }
    if focused {
        ui.painter().circle_stroke(centre, KNOB + 8.0, Stroke::new(5.0, theme.focus));
    }
    let takes = Takes::SIDEWAYS;
    if track.first {
        focus::register_first(ui, &response, takes);
    } else {
        focus::register(ui, &response, takes);
    }
    moved
}

/// Arrows move by five, with Shift by one; Home and End go to the ends.
fn moved_by_keys(ui: &Ui, sideways: Sideways, value: Option<u8>, last: Option<u8>) -> Option<u8> {
    let step = if sideways.fine { 1 } else { i16::from(STEP) };
    let by = i16::try_from(sideways.presses).unwrap_or(0).saturating_mul(step);
    ui.input(|input| {
        if by != 0 {
            Some(nudged(value, last, by))
        } else if input.key_pressed(Key::Home) {
            Some(0)
        } else if input.key_pressed(Key::End) {
            Some(100)
        } else if value.is_none() && (input.key_pressed(Key::Enter) || input.key_pressed(Key::Space)) {
            Some(nudged(None, last, 0))
        } else {
            None
        }
    })
}

/// What assists the person moves it by the same steps, or to a number.
fn moved_by_others(ui: &Ui, id: Id, value: Option<u8>, last: Option<u8>) -> Option<u8> {
    let steps = i16::try_from(assisted::steps(ui, id)).unwrap_or(0);
    if steps != 0 {
        return Some(nudged(value, last, steps.saturating_mul(i16::from(STEP))));
    }
    #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
    assisted::number(ui, id).map(|number| percent((number / 100.0) as f32))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 0 to 1 is 0 to 100 percent")]
fn percent(share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}

/// A rounded bar that goes from one colour over another to a third.
fn paint_groove(ui: &Ui, groove: Rect, colours: [Color32; 3]) {
    let round = groove.height() / 2.0;
    let painter = ui.painter();
    painter.circle_filled(groove.left_center() + vec2(round, 0.0), round, colours[0]);
    painter.circle_filled(groove.right_center() - vec2(round, 0.0), round, colours[2]);
    let body = groove.shrink2(vec2(round, 0.0));
    let mut mesh = Mesh::default();
    for (index, (share, colour)) in [(0.0, colours[0]), (0.5, colours[1]), (1.0, colours[2])].into_iter().enumerate() {
        let x = egui::lerp(body.x_range(), share);
        mesh.colored_vertex(pos2(x, body.top()), colour);
        mesh.colored_vertex(pos2(x, body.bottom()), colour);
        if index > 0 {
            let last = u32::try_from(index * 2).unwrap_or(0);
            mesh.add_triangle(last - 2, last - 1, last);
            mesh.add_triangle(last - 1, last, last + 1);
        }
    }
    painter.add(Shape::mesh(mesh));
}
