//! Where everything stands beside the film. What is pressed has one row where there is room for it, and else as many as it
//! takes at the foot; the rest has what is left above them.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, pos2};

use crate::ui::widgets::Look;

/// On a screen lower than this, in points, all is closer together, and what is pressed has the room of the hint.
const LOW: f32 = 600.0;

/// The room of the name of the film and the time above everything.
const HEAD: f32 = 44.0;

/// The room of the hint at the foot.
const HINT: f32 = 54.0;

/// From the middle of a line of words to what stands below it; and of two lines.
const BELOW_WORDS: f32 = 34.0;
const BELOW_TWO_LINES: f32 = 50.0;

/// How far things are apart, in points.
pub struct Spacing {
    /// How tall the minute is.
    pub minute: f32,
    /// From its middle to that of the words below it.
    pub minute_to_state: f32,
    /// From its middle to the line, which has the drops above it.
    minute_to_line: f32,
    /// From the line to the middle of the words below it.
    line_to_words: f32,
    /// Between things to press.
    gap: f32,
}

const ROOMY: Spacing =
    Spacing { minute: 124.0, minute_to_state: 98.0, minute_to_line: 176.0, line_to_words: 66.0, gap: 28.0 };

const CLOSE: Spacing =
    Spacing { minute: 72.0, minute_to_state: 62.0, minute_to_line: 134.0, line_to_words: 52.0, gap: 16.0 };

/// Where everything stands.
pub struct Places {
    /// How far things are apart.
    pub spacing: &'static Spacing,
    /// How each thing to press looks, and where it is.
    pub buttons: Vec<(Look, Rect)>,
    /// How much room there is for a hint in the lower right corner, in points.
    pub hint_width: f32,
    /// The middle of the minute.
    pub minute: Pos2,
    /// The top of the line, unless what is offered has its room.
    pub line: Option<f32>,
    /// The middle of the words below the line.
    pub words: Pos2,
}

impl Places {
    /// `looks` are those of what there is to press where there is room, `size_of` says how large each would be with
    /// another one.
    pub fn of(looks: &[Look], size_of: impl Fn(usize, Look) -> Vec2, is_offered: bool, rect: Rect) -> Self {
        let is_low = rect.height() < LOW;
        let spacing = if is_low { &CLOSE } else { &ROOMY };
        let looks: Vec<Look> = looks.iter().map(|look| if is_low { look.smaller() } else { *look }).collect();
        let sizes: Vec<Vec2> = looks.iter().enumerate().map(|(index, look)| size_of(index, *look)).collect();
        let rows = rows(&sizes, spacing.gap, rect.width());
        let row_height = sizes.iter().map(|size| size.y).fold(0.0, f32::max);
        let count = f32::from(u8::try_from(rows.len()).unwrap_or(u8::MAX));
        let tall = count * row_height + (count - 1.0) * CLOSE.gap;

        let is_roomy = !is_low && rows.len() == 1;
        // Beside the last of several rows there may be room for a short one.
        let has_foot = !is_low || rows.len() == 1;
        let foot = rect.bottom() - if has_foot { HINT } else { 0.0 };
        let top = if is_roomy { rect.top() + rect.height() * 0.785 } else { foot - tall };
        let takes_line = is_low && rows.len() > 1 && is_offered;
        let usual = rect.top() + rect.height() * 0.61;
        // As far down as what stands below it leaves it.
        let line = usual.min(top - BELOW_WORDS - spacing.line_to_words);
        let words = if takes_line { top - BELOW_TWO_LINES } else { line + spacing.line_to_words };
        let above = if takes_line { words - BELOW_WORDS } else { line };
        let minute = above - if takes_line { spacing.minute_to_state + BELOW_WORDS } else { spacing.minute_to_line };
        let minute = minute.min(rect.top() + rect.height() * 0.36).max(rect.top() + HEAD + 0.6 * spacing.minute);

        let mut buttons = Vec::with_capacity(looks.len());
        let mut y = top;
        let mut last_width = 0.0;
        for row in rows {
            let width = row_width(&sizes[row.clone()], spacing.gap);
            let mut x = rect.center().x - width / 2.0;
            for index in row {
                let at = pos2(x, y + (row_height - sizes[index].y) / 2.0);
                buttons.push((looks[index], Rect::from_min_size(at, sizes[index])));
                x += sizes[index].x + spacing.gap;
            }
            y += row_height + CLOSE.gap;
            last_width = width;
        }
        Self {
            spacing,
            buttons,
            hint_width: if has_foot { rect.width() } else { (rect.width() - last_width) / 2.0 - spacing.gap },
            minute: pos2(rect.center().x, minute),
            line: Some(line).filter(|_| !takes_line),
            words: pos2(rect.center().x, words),
        }
    }
}

fn row_width(sizes: &[Vec2], gap: f32) -> f32 {
    sizes.iter().map(|size| size.x + gap).sum::<f32>() - gap
}

/// Which things stand together in a row, where as many as have room do.
fn rows(sizes: &[Vec2], gap: f32, width: f32) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::new();
    for index in 0..sizes.len() {
        match rows.last_mut() {
            Some(row) if row_width(&sizes[row.start..=index], gap) <= width => row.end = index + 1,
            _ => rows.push(index..index + 1),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use egui::vec2;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_lies_on_anything_on_a_screen_of_any_size(
            widths in proptest::collection::vec(120.0_f32..420.0, 3..6),
            (width, height) in (820.0_f32..1800.0, 430.0_f32..980.0),
            is_offered in any::<bool>(),
        ) {
            let rect = Rect::from_min_size(pos2(48.0, 46.0), vec2(width, height));
            let looks: Vec<Look> = std::iter::once(Look::Primary).chain(widths[1..].iter().map(|_| Look::Plain)).collect();
            let size = |index: usize, look: Look| {
                if look == look.smaller() { vec2(widths[index] * 0.85, 68.0) } else { vec2(widths[index], 84.0) }
            };
            let places = Places::of(&looks, size, is_offered, rect);
            for (index, (_, one)) in places.buttons.iter().enumerate() {
                prop_assert!(rect.expand(0.1).contains_rect(*one), "{one:?} leaves {rect:?}");
                prop_assert!(places.buttons[index + 1..].iter().all(|(_, other)| !one.intersects(*other)));
            }
            let first = places.buttons[0].1.top();
            prop_assert!(places.words.y + 17.0 <= first, "words at {:?} above {first}", places.words);
            if let Some(line) = places.line {
                prop_assert!(line + 12.0 <= places.words.y - 17.0);
            }
        }
    }

    #[test]
    fn what_has_no_room_in_a_row_stands_in_the_next_one() {
        let sizes = [vec2(100.0, 10.0), vec2(100.0, 10.0), vec2(300.0, 10.0)];
        assert_eq!(rows(&sizes, 20.0, 540.0).len(), 1);
        assert_eq!(rows(&sizes, 20.0, 539.0), [0..2, 2..3]);
        assert_eq!(rows(&sizes, 20.0, 50.0), [0..1, 1..2, 2..3], "also where nothing has");
    }
}
