//! Words that are longer than the screen, or on a screen that is small: the arrows stop at them, so that all are read.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Id, Role, Sense, Ui, WidgetInfo};

use crate::ui::cx::Cx;
use crate::ui::focus;
use crate::ui::fonts;

use super::layout::Size;
use super::ring::paint_ring;

/// Words that fit on any screen beside what can be pressed.
const SHORT_CHARS: usize = 600;

/// A screen lower than this shows only a few lines at once.
const LOW_SCREEN: f32 = 640.0;

/// Whether so little is seen at once that words are read step by step.
#[must_use]
pub fn reads_in_steps(ui: &Ui) -> bool {
    ui.clip_rect().height() < LOW_SCREEN
}

/// Running text of any length. `key` names it on its page.
pub fn reading(ui: &mut Ui, cx: &Cx<'_>, key: impl Hash + Debug + Copy, words: &str, text_size: Size) {
    let is_low = reads_in_steps(ui);
    let pieces = pieces(words);
    let stops = is_low || pieces.len() > 1;
    let ink = if text_size == Size::Small { cx.theme.soft } else { cx.theme.text };
    for (index, piece) in pieces.into_iter().enumerate() {
        let galley = ui.painter().layout(piece.to_owned(), fonts::body(text_size.points()), ink, ui.available_width());
        let (rect, seen) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, ink);
        if !stops {
            seen.widget_info(|| WidgetInfo::labeled(Role::Label, true, piece));
            continue;
        }
        let response = ui.interact(rect, Id::unique(("sunshower", key, index)), Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, piece));
        if is_low {
            focus::register_words(ui, &response);
        } else {
            focus::register(ui, &response, focus::Takes::default());
        }
        if response.has_focus() {
            paint_ring(ui, cx.theme, rect, 6);
        }
    }
}

/// Paragraph by paragraph, and long ones between two words.
fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = words.trim_end();
    while let Some((cut, _)) = rest.char_indices().nth(SHORT_CHARS) {
        let head = &rest[..cut];
        let at = head.rfind("\n\n").or_else(|| head.rfind('\n')).or_else(|| head.rfind(' ')).filter(|at| *at > 0);
        let (piece, after) = rest.split_at(at.unwrap_or(cut));
        pieces.push(piece.trim_end());
        rest = after.trim_start();
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_read_piece_by_piece_and_no_word_is_lost() {
        assert_eq!(pieces("short"), ["short"]);
        assert_eq!(pieces(""), [""]);
        let first = "word ".repeat(90);
        let long = format!("{first}\n\n{}", "שלום ".repeat(400));
        let found = pieces(&long);
        assert!(found.len() > 3 && found[0] == first.trim_end());
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&found.join(" ")), words(&long));
        assert!(found.iter().all(|piece| piece.chars().count() <= SHORT_CHARS));
        assert_eq!(pieces(&"x".repeat(1500)).len(), 3, "also without any space");
    }
}
