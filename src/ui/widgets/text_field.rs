//! Fields to write in. Arrows lead out of them where the caret can go no further, so that nobody is trapped.

use std::fmt::Debug;
use std::hash::Hash;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Color32, CornerRadius, EventFilter, Frame, Id, Key, Margin, Role, Stroke, TextEdit, Ui, WidgetInfo};

use crate::ui::cx::Cx;
use crate::ui::focus::{self, Takes};
use crate::ui::fonts;
use crate::ui::theme::size;

use super::ring::paint_ring;

/// The room at either side of what is written.
const SIDE: i8 = 24;

/// More than anybody writes; a paste beyond it is cut here rather than slowing every picture.
const MOST_CHARS: usize = 100_000;

/// What happened to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text is another than before.
    pub changed: bool,
    /// Enter was pressed in a single line.
    pub submitted: bool,
    /// The field, for the focus to come back to.
    pub id: Id,
}

/// One line to write in. `name` is what a screen reader calls it.
pub fn text_line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: impl Hash + Debug,
    name: &str,
    text: &mut String,
    hint: &str,
    width: f32,
) -> Written {
    field(ui, cx, Id::unique(("sunshower", key)), name, text, hint, width, None)
}

/// Goes back to a field whose text was put there by something else, behind its last letter.
pub fn return_to(ui: &Ui, field: &Written, text: &str) {
    ui.memory_mut(|memory| memory.request_focus(field.id));
    if let Some(mut state) = TextEditState::load(ui.ctx(), field.id) {
        let end = CCursor::end_of_str(text);
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        state.store(ui.ctx(), field.id);
    }
}

/// Several lines to write in.
pub fn text_area(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: impl Hash + Debug,
    name: &str,
    text: &mut String,
    hint: &str,
    rows: usize,
) -> Written {
    let width = ui.available_width();
    field(ui, cx, Id::unique(("sunshower", key)), name, text, hint, width, Some(rows))
}

/// Whether a hint has room in a field of one line; half of it would be no hint.
fn fits(ui: &Ui, hint: &str, width: f32) -> bool {
    let galley = ui.painter().layout_no_wrap(hint.to_owned(), fonts::body(size::BODY), Color32::PLACEHOLDER);
    galley.size().x <= width.min(ui.available_width()) - 2.0 * f32::from(SIDE)
}

#[expect(clippy::too_many_arguments, reason = "the two functions above are what is called")]
fn field(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: Id,
    name: &str,
    text: &mut String,
    hint: &str,
    width: f32,
    rows: Option<usize>,
) -> Written {
    let theme = cx.theme;
    let edit = if rows.is_some() { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
    let keys = EventFilter { horizontal_arrows: true, vertical_arrows: rows.is_some(), tab: false, escape: false };
    let ground = Frame::new()
        .fill(theme.raised)
        .corner_radius(CornerRadius::same(16))
        .stroke(Stroke::new(2.0, theme.line))
        .inner_margin(Margin::symmetric(SIDE, 16));
    let hint = if rows.is_some() || fits(ui, hint, width) { hint } else { name };
    let hint = egui::RichText::new(hint).font(fonts::body(size::BODY)).color(theme.faint);
    let output = edit
        .id(id)
        .font(fonts::body(size::BODY))
        .text_color(theme.text)
        .hint_text(hint)
        .desired_width(width)
        .desired_rows(rows.unwrap_or(1))
        .char_limit(MOST_CHARS)
        .frame(ground)
        .event_filter(keys)
        .show(ui);
    let response = output.response.response;
    let changed = response.changed();
    let submitted = rows.is_none() && response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if submitted {
        // egui lets go of the focus here; it stays where the person is.
        response.request_focus();
    }
    let value = text.clone();
    response.widget_info(|| WidgetInfo {
        label: Some(name.to_owned()),
        current_text_value: Some(value.clone()),
        ..WidgetInfo::new(if rows.is_some() { Role::MultilineTextInput } else { Role::TextInput })
    });
    // Arrows move the caret, but lead out where it can go no further.
    let caret = output.cursor_range.map(|range| range.primary.index.0);
    let length = text.chars().count();
    let row = output.cursor_range.map(|range| output.galley.layout_from_cursor(range.primary).row);
    let last_row = output.galley.rows.len().saturating_sub(1);
    let takes = Takes {
        left: caret.is_some_and(|caret| caret > 0),
        right: caret.is_some_and(|caret| caret < length),
        up: rows.is_some() && row.is_some_and(|row| row > 0),
        down: rows.is_some() && row.is_some_and(|row| row < last_row),
        // In an empty field there is nothing to delete: Backspace leads back, as everywhere.
        typing: !text.is_empty(),
    };
    focus::register(ui, &response, takes);
    if response.has_focus() {
        paint_ring(ui, theme, response.rect, 16);
    }
    Written { changed, submitted, id: response.id }
}
