//! Things that are chosen or not: chips, and rows with a box.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Align2, Color32, CornerRadius, Pos2, Role, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::cx::Cx;
use crate::ui::focus::Takes;
use crate::ui::fonts;
use crate::ui::theme::size;

use super::button::{place, pressed_or_hovered};
use super::layout::paint_ground;
use super::ring::focus_ring;

/// A word that fits or does not. What is chosen has another ground and a mark, so that colour is not alone in saying
/// it. Says whether it was pressed.
pub fn chip(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str, chosen: bool) -> bool {
    named_chip(ui, cx, key, words, words, chosen)
}

/// A chip, one of several that say the same: a screen reader says what it is about as well.
pub fn chip_about(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str, about: &str, chosen: bool) -> bool {
    named_chip(ui, cx, key, words, &named_about(words, about), chosen)
}

fn named_about(words: &str, about: &str) -> String {
    format!("{about} {words}")
}

fn named_chip(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str, name: &str, chosen: bool) -> bool {
    let theme = cx.theme;
    let ink = if chosen { theme.on_rain } else { theme.text };
    let galley = ui.painter().layout(words.to_owned(), fonts::body(27.0), ink, ui.available_width().max(120.0) - 76.0);
    let mark = if chosen { 34.0 } else { 0.0 };
    let (rect, response) = place(ui, key, galley.size() + vec2(56.0 + mark, 22.0));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, chosen, name));

    let fill = if chosen { theme.rain } else { theme.raised };
    paint_ground(ui, theme, rect, 32, pressed_or_hovered(theme, fill, &response));
    if chosen {
        paint_tick(ui, pos2(rect.left() + 38.0, rect.center().y), 11.0, ink);
    }
    let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), rect.shrink2(vec2(28.0, 0.0))).min;
    ui.painter().galley(at + vec2(mark, 0.0), galley, ink);
    focus_ring(ui, theme, &response, 32, Takes::default());
    response.clicked()
}

/// A wrapped line of chips. `chosen` says which are; gives back the one that was pressed.
pub fn choice_chips<T: Copy + Debug + Hash>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    choices: impl IntoIterator<Item = (T, String)>,
    chosen: impl Fn(T) -> bool,
) -> Option<T> {
    choice_chips_about(ui, cx, key, None, choices, chosen)
}

/// The same, one of several such lines on a page: a screen reader says what each is about as well.
pub fn choice_chips_about<T: Copy + Debug + Hash>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    about: Option<&str>,
    choices: impl IntoIterator<Item = (T, String)>,
    chosen: impl Fn(T) -> bool,
) -> Option<T> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 14.0);
        for (choice, words) in choices {
            let name = about.map_or_else(|| words.clone(), |about| named_about(&words, about));
            if named_chip(ui, cx, (key, choice), &words, &name, chosen(choice)) {
                pressed = Some(choice);
            }
        }
    });
    pressed
}

/// A row with a box in front of it. Says whether it was pressed.
pub fn check_row(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str, checked: bool) -> bool {
    let theme = cx.theme;
    let width = ui.available_width();
    let galley = ui.painter().layout(words.to_owned(), fonts::body(size::BODY), theme.text, width - 64.0);
    let (rect, response) = place(ui, key, vec2(width, (galley.size().y + 8.0).max(48.0)));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, checked, words));

    let centre = pos2(rect.left() + 24.0, rect.center().y);
    let mark = egui::Rect::from_center_size(centre, vec2(28.0, 28.0));
    let line = if response.hovered() { theme.text } else { theme.soft };
    ui.painter().rect_stroke(mark, CornerRadius::same(6), Stroke::new(2.5, line), StrokeKind::Inside);
    if checked {
        paint_tick(ui, centre, 9.0, theme.text);
    }
    let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(at + vec2(56.0, 0.0), galley, theme.text);
    focus_ring(ui, theme, &response, 14, Takes::default());
    response.clicked()
}

/// A tick of this half-width, drawn because no bundled face has one.
pub(super) fn paint_tick(ui: &Ui, centre: Pos2, half: f32, ink: Color32) {
    let points = vec![
        centre + vec2(-half, 0.05 * half),
        centre + vec2(-0.3 * half, 0.7 * half),
        centre + vec2(half, -0.75 * half),
    ];
    ui.painter().add(Shape::line(points, Stroke::new((half * 0.32).max(3.0), ink)));
}
