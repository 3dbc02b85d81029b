//! A way to breathe of one's own, with the breath beside it as it will be.

use std::ops::RangeInclusive;
use std::time::Duration;

use egui::{Rect, Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::breathing::{BREATH_MS, HOLD_MS, TOP_UP_MS, Timing, phase_at};
use crate::journal::entry::OwnPattern;
use crate::journal::record::{Record, Rev};
use crate::text::key;

use super::breath_ui::breath_itself_ui;
use super::cry_ui::question;
use super::cx::Cx;
use super::theme::size;
use super::versions_ui::versions_line_ui;
use super::widgets::{Look, button, centred_column, link, marked_line, soft, stepper, text_line, title};

/// A step of the steppers.
const STEP_MS: u32 = 500;

/// A name is no longer than this, so that it has room above a breath.
const NAME_CHARS: usize = 40;

/// How large the breath beside them is.
const PREVIEW: f32 = 400.0;

/// A way to breathe while it is being made.
#[derive(Clone, Debug, Default)]
pub struct PatternView {
    half: Option<Half>,
}

#[derive(Clone, Debug)]
struct Half {
    of: Option<Uuid>,
    pattern: OwnPattern,
    /// It was to be kept as it is, and cannot be.
    refused: bool,
}

/// The page on which it is made; without an id, a new one.
pub fn pattern_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut PatternView, id: Option<Uuid>) {
    let mut half = view.half.take().filter(|half| half.of == id).unwrap_or_else(|| begin(cx, id));
    let mut is_left = false;
    centred_column(ui, 1360.0, |ui| {
        title(ui, cx, &cx.t(if id.is_some() { "pattern-edit" } else { "pattern-new" }));
        question(ui, cx, &cx.t("pattern-name"));
        let hint = cx.t("pattern-name-hint");
        text_line(ui, cx, "pattern-name", &cx.t("pattern-name"), &mut half.pattern.name, &hint, 760.0);
        if let Some((end, _)) = half.pattern.name.char_indices().nth(NAME_CHARS) {
            half.pattern.name.truncate(end);
        }
        ui.add_space(8.0);
        let top = ui.cursor().min;
        let wide = ui.available_width() > 620.0 + PREVIEW;
        steppers_ui(ui, cx, &mut half.pattern.timing);
        let timing = half.pattern.timing;
        let room = if wide {
            Rect::from_min_size(top + vec2(ui.available_width() - PREVIEW, 0.0), vec2(PREVIEW, PREVIEW))
        } else {
            ui.allocate_space(vec2(ui.available_width().min(PREVIEW), PREVIEW)).1
        };
        match timing.checked() {
            Ok(timing) => breath_itself_ui(ui, cx, &phase_at(&timing, cx.now.mono), room),
            Err(why) => why_not_ui(ui, cx, &cx.nonsense(why)),
        }
        if let Some(note) = cx.pattern_note(&timing) {
            soft(ui, cx, &note);
        }
        is_left = end_ui(ui, cx, &mut half);
        if let Some(id) = id {
            versions_line_ui(ui, cx, &cx.model.journal.patterns, id);
            if link(ui, cx, "delete-pattern", &cx.t("pattern-delete")) {
                cx.ask(Command::Delete(id));
                is_left = true;
            }
        }
    });
    view.half = Some(half).filter(|_| !is_left);
}

fn begin(cx: &Cx<'_>, id: Option<Uuid>) -> Half {
    let known = id.and_then(|id| cx.model.journal.patterns.get(id)).cloned();
    let pattern = known.unwrap_or_else(|| {
        let nobody_yet = Rev(0, cx.model.journal.device.clone());
        let mut new = OwnPattern::new(Uuid::new_v4(), nobody_yet, cx.model.today(cx.now), Some(cx.now.wall));
        new.timing = cx.model.pattern_now().timing;
        new
    });
    Half { of: id, pattern, refused: false }
}

fn steppers_ui(ui: &mut Ui, cx: &Cx<'_>, timing: &mut Timing) {
    let parts: [(&str, &'static str, &mut u32, RangeInclusive<u32>); 5] = [
        ("in", key("pattern-in"), &mut timing.in_ms, BREATH_MS),
        ("top-up", key("pattern-top-up"), &mut timing.top_up_ms, 0..=*TOP_UP_MS.end()),
        ("hold", key("pattern-hold"), &mut timing.hold_ms, 0..=*HOLD_MS.end()),
        ("out", key("pattern-out"), &mut timing.out_ms, BREATH_MS),
        ("rest", key("pattern-rest"), &mut timing.rest_ms, 0..=*HOLD_MS.end()),
    ];
    for (name, words, value_ms, range) in parts {
        let length = Duration::from_millis(u64::from(*value_ms)).as_secs_f64();
        let words = cx.t(words);
        let value = if *value_ms == 0 {
            cx.t("pattern-part-none")
        } else {
            cx.tw("pattern-part-secs", &[("secs", cx.text.decimal(length).into())])
        };
        let steps = stepper(ui, cx, ("pattern", name), &words, &format!("{words}: {value}"), 760.0);
        let by_ms = i64::from(steps) * i64::from(STEP_MS);
        if steps != 0 {
            let moved = u32::try_from((i64::from(*value_ms) + by_ms).max(0)).unwrap_or(u32::MAX);
            *value_ms = moved.clamp(*range.start(), *range.end());
        }
    }
}

/// Why it cannot be kept.
fn why_not_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    ui.horizontal(|ui| marked_line(ui, cx, Some(false), words));
}

/// Says whether the page is left.
fn end_ui(ui: &mut Ui, cx: &mut Cx<'_>, half: &mut Half) -> bool {
    let has_name = !half.pattern.name.trim().is_empty();
    let may_be_kept = has_name && half.pattern.timing.checked().is_ok();
    half.refused &= !may_be_kept;
    // Said where it was pressed; of the timing it is said beside it, all along.
    if half.refused && !has_name {
        why_not_ui(ui, cx, &cx.t("pattern-no-name"));
    } else if half.refused {
        why_not_ui(ui, cx, &cx.t("pattern-not-kept"));
    }
    ui.add_space(14.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        let keep = button(ui, cx, "keep-pattern", &cx.t("pattern-keep"), Look::Amber);
        let drop = button(ui, cx, "drop-pattern", &cx.t("edit-drop"), Look::Quiet);
        if keep && !may_be_kept {
            half.refused = true;
            return false;
        }
        if keep || drop {
            cx.ask(Command::Back);
        }
        if keep {
            cx.ask(Command::KeepPattern(Box::new(half.pattern.clone())));
        }
        keep || drop
    })
    .inner
}
