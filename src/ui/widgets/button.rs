//! Buttons.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Align2, Color32, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::ui::cx::Cx;
use crate::ui::focus::{self, Takes};
use crate::ui::theme::{mix, size};
use crate::ui::words::shortened;
use crate::ui::{fonts, theme::Theme};

use super::layout::paint_ground;
use super::ring::{focus_ring, paint_ring};

/// How much a button wants to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The one thing to press; also where the focus starts. One a screen.
    Primary,
    /// The one thing to press, where the focus starts elsewhere.
    Amber,
    /// Something else one may do.
    Plain,
    /// Something one may do, where the focus starts all the same.
    PlainFirst,
    /// The same inside a card.
    Small,
    /// The same, where the focus starts all the same.
    SmallFirst,
    /// Something for now and then.
    Quiet,
    /// The same at the foot of every page, where the focus never comes by itself.
    Aside,
}

impl Look {
    /// The same where there is little room: the one thing to press is no larger than the others there.
    #[must_use]
    pub fn smaller(self) -> Self {
        match self {
            Self::Primary | Self::PlainFirst | Self::SmallFirst => Self::SmallFirst,
            Self::Amber | Self::Plain | Self::Small => Self::Small,
            Self::Quiet | Self::Aside => self,
        }
    }

    /// How large its words are, and how much is around them, in points.
    fn measures(self) -> (f32, Vec2) {
        match self {
            Self::Quiet | Self::Aside => (size::SMALL, vec2(14.0, 13.0)),
            Self::Small | Self::SmallFirst => (28.0, vec2(34.0, 17.0)),
            Self::Primary | Self::Amber | Self::Plain | Self::PlainFirst => (size::BODY, vec2(44.0, 22.0)),
        }
    }
}

/// How large a button with these words is, where it has the room, in points.
#[must_use]
pub fn button_size(ui: &Ui, words: &str, look: Look) -> Vec2 {
    let (text, padding) = look.measures();
    let galley = ui.painter().layout_no_wrap(words.to_owned(), fonts::bold(text), Color32::PLACEHOLDER);
    galley.size() + 2.0 * padding
}

/// A button as wide as its words. `key` names it on its page. Says whether it was pressed.
pub fn button(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str, look: Look) -> bool {
    button_sized(ui, cx, key, words, look, Vec2::ZERO)
}

/// A button as wide as its words, one of several that say the same: a screen reader says what it is about as well.
pub fn button_about(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str, about: &str, look: Look) -> bool {
    named(ui, cx, key, words, &format!("{words}: {about}"), look, Vec2::ZERO)
}

/// A button of at least this size.
pub fn button_sized(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str, look: Look, least: Vec2) -> bool {
    named(ui, cx, key, words, words, look, least)
}

fn named(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str, name: &str, look: Look, least: Vec2) -> bool {
    let theme = cx.theme;
    let (text, padding) = look.measures();
    let widest = ui.available_width().max(120.0) - 2.0 * padding.x;
    let galley = ui.painter().layout(words.to_owned(), fonts::bold(text), Color32::PLACEHOLDER, widest);
    let (rect, response) = place(ui, key, (galley.size() + 2.0 * padding).max(least));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));

    let (fill, ink) = match look {
        Look::Primary | Look::Amber => (theme.accent, theme.on_accent),
        Look::Plain | Look::PlainFirst | Look::Small | Look::SmallFirst => (theme.raised, theme.text),
        Look::Quiet | Look::Aside => (Color32::TRANSPARENT, theme.soft),
    };
    let fill = pressed_or_hovered(theme, fill, &response);
    if matches!(look, Look::Quiet | Look::Aside) {
        ui.painter().rect_filled(rect, CornerRadius::same(size::CONTROL_CORNER), fill);
    } else {
        paint_ground(ui, theme, rect, size::CONTROL_CORNER, fill);
    }
    let align = if matches!(look, Look::Quiet | Look::Aside) { Align2::LEFT_CENTER } else { Align2::CENTER_CENTER };
    let at = align.align_size_within_rect(galley.size(), rect.shrink2(padding)).min;
    ui.painter().galley(at, galley, ink);
    ring(ui, theme, &response, look);
    response.clicked()
}

/// A line of words that can be pressed, without a ground of its own.
pub fn link(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str) -> bool {
    button(ui, cx, key, words, Look::Quiet)
}

/// The same with no more than so many letters; a screen reader says all of them.
pub fn short_link(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str, most_chars: usize) -> bool {
    named(ui, cx, key, &shortened(words, most_chars), words, Look::Quiet, Vec2::ZERO)
}

/// The same over the whole width, so that the arrows lead to it from all that stands above it.
pub fn wide_link(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, words: &str) -> bool {
    let width = ui.available_width();
    button_sized(ui, cx, key, words, Look::Quiet, vec2(width, 0.0))
}

/// How much of a row the softer text may take; where it is longer, it stands below the other one.
const MOST_BESIDE: f32 = 0.6;

/// A row over the whole width: a text on the left, a softer one on the right. For lists of things to open.
pub fn row_button(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug, left: &str, right: &str) -> bool {
    let theme = cx.theme;
    let width = ui.available_width();
    let padding = vec2(26.0, 16.0);
    let whole = width - 2.0 * padding.x;
    let end = ui.painter().layout(right.to_owned(), fonts::body(size::SMALL), theme.soft, whole);
    let is_beside = end.size().x < MOST_BESIDE * whole;
    let room = if is_beside { whole - end.size().x - 24.0 } else { whole };
    let start = ui.painter().layout(left.to_owned(), fonts::body(size::BODY), theme.text, room);
    let tall = if is_beside { start.size().y.max(end.size().y) } else { start.size().y + end.size().y + 4.0 };
    let height = (tall + 2.0 * padding.y).max(66.0);
    let (rect, response) = place(ui, key, vec2(width, height));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken_row(&[left, right])));

    let fill = pressed_or_hovered(theme, theme.card, &response);
    paint_ground(ui, theme, rect, size::CONTROL_CORNER, fill);
    let inner = rect.shrink2(padding);
    let (from, to) =
        if is_beside { (Align2::LEFT_CENTER, Align2::RIGHT_CENTER) } else { (Align2::LEFT_TOP, Align2::LEFT_BOTTOM) };
    let start_at = from.align_size_within_rect(start.size(), inner).min;
    let end_at = to.align_size_within_rect(end.size(), inner).min;
    ui.painter().galley(start_at, start, theme.text);
    ui.painter().galley(end_at, end, theme.soft);
    focus_ring(ui, theme, &response, size::CONTROL_CORNER, Takes::default());
    response.clicked()
}

/// What a screen reader says of a row: what there is of it.
pub(super) fn spoken_row(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// Makes room for a control and watches it.
pub(crate) fn place(ui: &mut Ui, key: impl Hash + Debug, wanted: Vec2) -> (Rect, Response) {
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let response = ui.interact(rect, Id::unique(("sunshower", key)), Sense::click());
    (rect, response.on_hover_cursor(CursorIcon::PointingHand))
}

pub(crate) fn pressed_or_hovered(theme: &Theme, fill: Color32, response: &Response) -> Color32 {
    if response.is_pointer_button_down_on() {
        mix(fill, theme.text, 0.20)
    } else if response.hovered() {
        mix(fill, theme.text, 0.08)
    } else {
        fill
    }
}

fn ring(ui: &Ui, theme: &Theme, response: &Response, look: Look) {
    match look {
        Look::Primary | Look::PlainFirst | Look::SmallFirst => focus::register_first(ui, response, Takes::default()),
        Look::Aside => focus::register_aside(ui, response),
        _ => focus::register(ui, response, Takes::default()),
    }
    if response.has_focus() {
        paint_ring(ui, theme, response.rect, size::CONTROL_CORNER);
    }
}
