//! A value that goes up and down: left and right by arrows, or a press on either end.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Align2, Color32, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::cx::Cx;
use crate::ui::focus::{self, Takes};
use crate::ui::fonts;
use crate::ui::theme::size;

use super::assisted;
use super::button::{place, pressed_or_hovered};
use super::layout::paint_ground;
use super::ring::focus_ring;

const END: f32 = 76.0;

/// Shows `value` and gives back by how many steps it was moved. `name` is what a screen reader calls it.
pub fn stepper(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, name: &str, value: &str, width: f32) -> i32 {
    let theme = cx.theme;
    let (rect, response) = place(ui, key, vec2(width.min(ui.available_width()), 76.0));
    response.widget_info(|| WidgetInfo {
        label: Some(name.to_owned()),
        current_text_value: Some(value.to_owned()),
        ..WidgetInfo::new(Role::SpinButton)
    });
    assisted::can_step(ui, response.id);
    if cfg!(target_os = "linux") {
        // There, what assists the person is told the numbers of a value, but not its words.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(value));
    }
    let (left, right) = rect.split_left_right_at_x(rect.center().x);
    let less = end(ui, &response, left.with_max_x(rect.left() + END), &cx.tw("stepper-back", &[("name", name.into())]));
    let more = end(ui, &response, right.with_min_x(rect.right() - END), &cx.tw("stepper-on", &[("name", name.into())]));
    let mut steps = focus::sideways(ui, &response).presses + assisted::steps(ui, response.id);
    steps += i32::from(more.clicked()) - i32::from(less.clicked());
    let fill = pressed_or_hovered(theme, theme.raised, &response.clone().union(less).union(more));
    paint_ground(ui, theme, rect, size::CONTROL_CORNER, fill);
    let ink = theme.text;
    paint_arrow(ui, pos2(rect.left() + END / 2.0, rect.center().y), -1.0, theme.soft);
    paint_arrow(ui, pos2(rect.right() - END / 2.0, rect.center().y), 1.0, theme.soft);
    let galley = ui.painter().layout(value.to_owned(), fonts::body(size::BODY), ink, rect.width() - 2.0 * END);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(at, galley, ink);
    focus_ring(ui, theme, &response, size::CONTROL_CORNER, Takes::SIDEWAYS);
    steps
}

/// One end of it, for a pointer and for what presses by name; the focus is on the whole.
fn end(ui: &Ui, whole: &Response, rect: Rect, name: &str) -> Response {
    let response = ui.interact(rect, whole.id.with(name), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response
}

fn paint_arrow(ui: &Ui, centre: Pos2, towards: f32, ink: Color32) {
    let points = vec![
        centre + vec2(-5.0 * towards, -11.0),
        centre + vec2(6.0 * towards, 0.0),
        centre + vec2(-5.0 * towards, 11.0),
    ];
    ui.painter().add(Shape::line(points, Stroke::new(4.0, ink)));
}
