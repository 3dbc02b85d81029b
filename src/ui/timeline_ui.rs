//! The evening drawn over the clock. Each stretch can be pressed and changed.

use chrono::TimeDelta;
use egui::{Align2, Color32, CornerRadius, CursorIcon, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::nav::Page;
use crate::evening::timeline::{Segment, SegmentKind, Timeline};

use super::cx::Cx;
use super::focus::Takes;
use super::fonts;
use super::theme::size;
use super::widgets::{focus_ring, pressed_or_hovered};

const HEIGHT: f32 = 92.0;
const NARROWEST: f32 = 64.0;

/// Draws the timeline; gives back the page that changes the stretch that was pressed.
pub fn timeline_ui(ui: &mut Ui, cx: &Cx<'_>, timeline: &Timeline) -> Option<Page> {
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT + 44.0), Sense::hover());
    let bar = Rect::from_min_size(whole.min, vec2(whole.width(), HEIGHT));
    let widths = widths(&timeline.segments, bar.width());
    let mut pressed = None;
    let mut left = bar.left();
    let mut label_ends = f32::NEG_INFINITY;
    let count = timeline.segments.len();
    for (index, (segment, width)) in timeline.segments.iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(pos2(left, bar.top()), vec2(width, HEIGHT));
        left += width;
        let corner = |here: bool| if here { size::CONTROL_CORNER } else { 0 };
        let corners = CornerRadius {
            nw: corner(index == 0),
            sw: corner(index == 0),
            ne: corner(index + 1 == count),
            se: corner(index + 1 == count),
        };
        if segment_ui(ui, cx, index, segment, rect, corners) {
            pressed = Some(page_of(segment.kind));
        }
        let time = cx.time(segment.starts.time());
        let galley = ui.painter().layout_no_wrap(time, fonts::body(size::SMALL), cx.theme.soft);
        // A time that would run into the one before it is left out; the next has room again.
        if rect.left() > label_ends && rect.left() + galley.size().x <= whole.right() + 1.0 {
            label_ends = rect.left() + galley.size().x + 14.0;
            ui.painter().galley(pos2(rect.left(), bar.bottom() + 12.0), galley, cx.theme.soft);
        }
    }
    pressed
}

fn segment_ui(ui: &mut Ui, cx: &Cx<'_>, index: usize, segment: &Segment, rect: Rect, corners: CornerRadius) -> bool {
    let theme = cx.theme;
    let response = ui.interact(rect, Id::unique(("sunshower", "segment", index)), Sense::click());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let name = name_of(cx, segment);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(cx, segment, &name)));
    let (fill, ink) = colours(cx, segment.kind);
    ui.painter().rect_filled(rect, corners, pressed_or_hovered(theme, fill, &response));
    let short = match segment.kind {
        SegmentKind::Film(_) => cx.t("segment-film"),
        _ => name.clone(),
    };
    for words in [name, short, "…".to_owned()] {
        let galley = ui.painter().layout_no_wrap(words, fonts::bold(size::SMALL), ink);
        if galley.size().x <= rect.width() - 10.0 {
            let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
            ui.painter().galley(at, galley, ink);
            break;
        }
    }
    focus_ring(ui, theme, &response, 6, Takes::default());
    response.clicked()
}

fn colours(cx: &Cx<'_>, kind: SegmentKind) -> (Color32, Color32) {
    let theme = cx.theme;
    match kind {
        SegmentKind::Settle => (theme.lilac, theme.on_accent),
        SegmentKind::Film(_) => (theme.rain, theme.on_rain),
        SegmentKind::Break(_) => (theme.sage, theme.on_accent),
        SegmentKind::Aftercare => (theme.accent, theme.on_accent),
        SegmentKind::Quiet => (theme.slate, theme.text),
    }
}

fn name_of(cx: &Cx<'_>, segment: &Segment) -> String {
    match (segment.kind, segment.minutes) {
        (SegmentKind::Settle, _) => cx.t("segment-settle"),
        (SegmentKind::Film(_), Some(minutes)) => cx.tw("segment-film-minutes", &[("minutes", minutes.into())]),
        (SegmentKind::Film(_), None) => cx.t("segment-film-unknown"),
        (SegmentKind::Break(_), _) => cx.t("segment-break"),
        (SegmentKind::Aftercare, _) => cx.t("segment-aftercare"),
        (SegmentKind::Quiet, _) => cx.t("segment-quiet"),
    }
}

/// What a screen reader says: what it is for, and from when until when.
fn spoken(cx: &Cx<'_>, segment: &Segment, name: &str) -> String {
    let from = cx.time(segment.starts.time());
    match segment.minutes {
        Some(minutes) => {
            let until = segment.starts + TimeDelta::minutes(i64::from(minutes));
            let values = [("name", name.into()), ("from", from.into()), ("until", cx.time(until.time()).into())];
            cx.tw("segment-spoken", &values)
        }
        None => cx.tw("segment-spoken-open", &[("name", name.into()), ("from", from.into())]),
    }
}

fn page_of(kind: SegmentKind) -> Page {
    match kind {
        SegmentKind::Settle => Page::Start,
        SegmentKind::Film(_) => Page::Items,
        SegmentKind::Break(_) => Page::Breaks,
        SegmentKind::Aftercare => Page::Aftercare,
        SegmentKind::Quiet => Page::Bedtime,
    }
}

/// In proportion to their minutes, but none too narrow to press. What is not known takes what is left.
fn widths(segments: &[Segment], whole: f32) -> Vec<f32> {
    const UNKNOWN_MIN: f32 = 150.0;
    let minutes = |segment: &Segment| {
        segment.minutes.map_or(UNKNOWN_MIN, |minutes| f32::from(u16::try_from(minutes).unwrap_or(u16::MAX)))
    };
    let total: f32 = segments.iter().map(minutes).sum::<f32>().max(1.0);
    let least = NARROWEST.min(whole / f32::from(u16::try_from(segments.len().max(1)).unwrap_or(1)));
    let wanted: Vec<f32> = segments.iter().map(|segment| (whole * minutes(segment) / total).max(least)).collect();
    let over = wanted.iter().sum::<f32>() - whole;
    let spare: f32 = wanted.iter().map(|width| width - least).sum::<f32>().max(1.0);
    wanted.iter().map(|width| width - over * (width - least) / spare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_fill_the_bar_and_each_can_be_pressed() {
        let starts = chrono::NaiveDateTime::default();
        let segment = |minutes| Segment { kind: SegmentKind::Settle, starts, minutes };
        let segments: Vec<_> = [Some(1), Some(600), None, Some(5), Some(20)].into_iter().map(segment).collect();
        let widths = widths(&segments, 1300.0);
        assert!((widths.iter().sum::<f32>() - 1300.0).abs() < 0.5);
        assert!(widths.iter().all(|width| *width >= NARROWEST - 0.1));
    }
}
