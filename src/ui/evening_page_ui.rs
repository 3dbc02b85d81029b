//! One evening of the past: what was watched, how it was, and everything that hangs on it.

use chrono::TimeDelta;
use egui::{Align2, Color32, CornerRadius, Rect, Role, Ui, WidgetInfo, pos2, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::model::Model;
use crate::app::nav::Page;
use crate::evening::check_in::Moment;
use crate::evening::plan::EveningPlan;
use crate::evening::tears::{Chip, Feel, TearKind, TearMark, Tears};
use crate::journal::entry::{BreakKind, BreakTaken, CheckIn, Cry, Evening, Helped, Joy, Reflection};
use crate::journal::log::{Journal, Kind};
use crate::text::key;

use super::cry_ui::{minute_words, one_of, question, some_of, take_one, take_some};
use super::cx::Cx;
use super::focus::Takes;
use super::fonts;
use super::journal_ui::{check_in_words, cry_words, gone_ui, happened_words, with_mark, written_words};
use super::suggest_ui::{Suggestions, suggestions_ui};
use super::theme::{mix, size};
use super::version_words::mark_of;
use super::versions_ui::versions_line_ui;
use super::widgets::{
    Look, Size, button, button_about, card, centred_column, choice_chips, choice_chips_about, focus_ring, heading,
    label, paint_ground, paragraph, place, pressed_or_hovered, row_button, section, soft, stepper, text_line, title,
};
use super::words::shortened;

/// A break is not believed to be longer than this, in minutes.
const MOST_BREAK_MIN: u32 = 24 * 60;

/// What is half done on the page, and what was looked up for it.
#[derive(Clone, Debug, Default)]
pub struct EveningPageView {
    id: Option<Uuid>,
    /// The key of the item whose name is being typed, and the name.
    renaming: Option<(u32, String)>,
    suggestions: Suggestions,
    /// Marks that were removed a moment ago and can be put back.
    removed: Vec<TearMark>,
    /// Breaks that were removed a moment ago and can be put back.
    removed_breaks: Vec<BreakTaken>,
    related: Option<Related>,
}

/// The records that hang on the evening, looked up once for each change of the journal.
#[derive(Clone, Debug)]
struct Related {
    revision: u64,
    check_ins: Vec<CheckIn>,
    cries: Vec<Cry>,
    reflections: Vec<Reflection>,
    joys: Vec<Joy>,
}

impl EveningPageView {
    fn take_up(&mut self, model: &Model, id: Uuid) {
        if self.id != Some(id) {
            *self = Self { id: Some(id), ..Self::default() };
        }
        if self.related.as_ref().is_none_or(|related| related.revision != model.revision) {
            self.related = Some(Related::of(&model.journal, id, model.revision));
        }
    }
}

impl Related {
    fn of(journal: &Journal, id: Uuid, revision: u64) -> Self {
        let mut check_ins = belonging::<CheckIn>(journal, id);
        check_ins.sort_by_key(|check_in| check_in.moment);
        let (cries, reflections, joys) = (belonging(journal, id), belonging(journal, id), belonging(journal, id));
        Self { revision, check_ins, cries, reflections, joys }
    }
}

fn belonging<R: Kind>(journal: &Journal, id: Uuid) -> Vec<R> {
    let mut records: Vec<R> = R::table(journal).iter().filter(|one| one.evening() == Some(id)).cloned().collect();
    records.sort_by_key(|one| (one.at(), one.id()));
    records
}

/// The page of one evening.
pub fn evening_page_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut EveningPageView, id: Uuid) {
    let model = cx.model;
    let Some(known) = model.journal.evenings.get(id) else {
        gone_ui(ui, cx);
        return;
    };
    view.take_up(model, id);
    let EveningPageView { renaming, suggestions, removed, removed_breaks, related, .. } = view;
    let Some(related) = related else { return };
    let mut evening = known.clone();
    let (done, delete) = centred_column(ui, 1260.0, |ui| {
        top_ui(ui, cx, known);
        versions_line_ui(ui, cx, &model.journal.evenings, id);
        items_ui(ui, cx, renaming, suggestions, &mut evening);
        if changes_ui(ui, cx, known) {
            // There, names are typed as well.
            *renaming = None;
        }
        group(ui, cx, &cx.t("evening-page-how"));
        card(ui, cx.theme, |ui| answers_ui(ui, cx, &mut evening));
        group(ui, cx, &cx.t("evening-page-marks"));
        card(ui, cx.theme, |ui| marks_ui(ui, cx, removed, &mut evening));
        remembered_ui(ui, cx, known, &related.cries);
        check_ins_ui(ui, cx, id, &related.check_ins);
        breaks_ui(ui, cx, removed_breaks, &mut evening);
        words_ui(ui, cx, id, related);
        end_ui(ui, cx)
    });
    if delete {
        cx.ask(Command::Delete(id));
    } else if evening != *known {
        cx.ask(Command::KeepEvening(Box::new(evening)));
    }
    if done {
        cx.ask(Command::Back);
    }
    if done || delete {
        *view = EveningPageView::default();
    }
}

/// The heading of a part of the page.
fn group(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    ui.add_space(size::GAP);
    heading(ui, cx, words);
}

fn top_ui(ui: &mut Ui, cx: &Cx<'_>, evening: &Evening) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        title(ui, cx, &cx.evening_name(&evening.plan));
        let place = evening.plan.place.map(|place| cx.place(Some(place)));
        let parts = [Some(cx.day(evening.day)), times(cx, evening), place];
        soft(ui, cx, &parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    });
    ui.add_space(6.0);
}

/// From when until when. Where it was only closed much later, it was over with the film.
pub(super) fn times(cx: &Cx<'_>, evening: &Evening) -> Option<String> {
    const AFTERCARE_HOURS: i64 = 4;
    let from = cx.time(evening.began?.time());
    let film_ended = evening.film_ended_at;
    let late = |closed| film_ended.is_some_and(|ended| closed - ended > TimeDelta::hours(AFTERCARE_HOURS));
    let until = evening.closed.filter(|closed| !late(*closed)).or(film_ended);
    Some(match until {
        Some(until) => cx.tw("evening-page-times", &[("from", from.into()), ("until", cx.time(until.time()).into())]),
        None => cx.tw("evening-page-from", &[("from", from.into())]),
    })
}

/// What was watched. Pressing a name lets it be typed anew.
fn items_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    renaming: &mut Option<(u32, String)>,
    suggestions: &mut Suggestions,
    evening: &mut Evening,
) {
    let id = evening.id;
    for item in &mut evening.plan.items {
        // The row and the field share a key, so that the focus stays where it is.
        let key = ("evening-item", id, item.key);
        let length = item.runtime_min.map_or_else(|| cx.t("evening-page-length-unknown"), |minutes| cx.length(minutes));
        match renaming {
            Some((renamed, name)) if *renamed == item.key => {
                let width = ui.available_width();
                let (label, hint) = (cx.t("evening-page-name"), cx.t("evening-page-name-hint"));
                let written = text_line(ui, cx, key, &label, name, &hint, width);
                if written.changed {
                    item.name.clone_from(name);
                    // By another name it is another title.
                    item.title_id = None;
                }
                if suggestions_ui(ui, cx, suggestions, item, &written) || written.submitted {
                    *renaming = None;
                }
            }
            _ => {
                let side = cx.tw("evening-page-item", &[("length", length.into())]);
                if row_button(ui, cx, key, &cx.item_name(item), &side) {
                    *renaming = Some((item.key, item.name.clone()));
                }
            }
        }
    }
    if !evening.plan.intention.is_empty() {
        card(ui, cx.theme, |ui| {
            section(ui, cx, &cx.t("evening-page-intention"));
            paragraph(ui, cx, &evening.plan.intention);
        });
    }
}

/// The ways to the pages on which the rest of it is changed. Says whether what was watched is to be changed.
fn changes_ui(ui: &mut Ui, cx: &mut Cx<'_>, evening: &Evening) -> bool {
    let id = evening.id;
    let mut leaves = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        if button(ui, cx, "evening-items", &cx.t("evening-page-change-items"), Look::Small) {
            cx.ask(Command::Open(Page::EveningItems(id)));
            leaves = true;
        }
        // One that was added by hand may have been on any day.
        let is_added = evening.began.is_none();
        let rest = if is_added { key("evening-page-change-day") } else { key("evening-page-change-around") };
        if button(ui, cx, "evening-around", &cx.t(rest), Look::Small) {
            cx.ask(Command::Open(Page::EveningAround(id)));
        }
    });
    leaves
}

fn answers_ui(ui: &mut Ui, cx: &Cx<'_>, evening: &mut Evening) {
    section(ui, cx, &cx.t("evening-page-tears"));
    one_of(ui, cx, "evening-tears", Tears::ALL.map(|tears| (tears, cx.tears_then(tears))), &mut evening.tears);
    if evening.tears == Some(Tears::WelledUp) {
        soft(ui, cx, &cx.t("evening-page-welled"));
    }
    let some = evening.tears.is_some_and(|tears| tears != Tears::None) || !evening.marks.is_empty();
    if some || !evening.kinds.is_empty() {
        question(ui, cx, &cx.t("evening-page-kinds"));
        some_of(ui, cx, "evening-kinds", TearKind::ALL.map(|kind| (kind, cx.tear_kind(kind))), &mut evening.kinds);
    }
    question(ui, cx, &cx.t("evening-page-feel"));
    one_of(ui, cx, "evening-feel", Feel::ALL.map(|feel| (feel, cx.feel(feel))), &mut evening.feel);
    question(ui, cx, &cx.t("evening-page-chips"));
    some_of(ui, cx, "evening-chips", Chip::ALL.map(|chip| (chip, cx.chip(chip))), &mut evening.chips);
}

/// The marks of the film. One that is removed stays in its place until the page is left, to be put back.
fn marks_ui(ui: &mut Ui, cx: &Cx<'_>, removed: &mut Vec<TearMark>, evening: &mut Evening) {
    let mut rows: Vec<(TearMark, bool)> = evening.marks.iter().map(|mark| (mark.clone(), true)).collect();
    rows.extend(removed.iter().map(|mark| (mark.clone(), false)));
    rows.sort_by_key(|(mark, _)| mark.at);
    if rows.is_empty() {
        soft(ui, cx, &cx.t("evening-page-no-marks"));
    }
    let (mut pressed, mut moved) = (None, None);
    for (index, (mark, kept)) in rows.iter().enumerate() {
        let nth = index + 1;
        // The button stands below: beside it, the arrows that lead there would change the minute.
        ui.vertical(|ui| {
            let words = mark_words(cx, &evening.plan, Some(mark.item), mark.film_secs);
            if *kept {
                // The minute can be put right; by how much was pressed it moves.
                let name = cx.tw("evening-page-mark-minute", &[("n", nth.into())]);
                let minute = stepper(ui, cx, ("mark-minute", index), &name, &words, 620.0);
                if minute != 0 {
                    moved = Some((mark.clone(), minute));
                }
            } else {
                soft(ui, cx, &cx.tw("evening-page-removed", &[("mark", words.into())]));
            }
            let press = if *kept { cx.t("remove") } else { cx.t("evening-page-put-back") };
            let about = cx.tw("evening-page-mark", &[("n", nth.into())]);
            if button_about(ui, cx, ("mark", index), &press, &about, Look::Quiet) {
                pressed = Some(index);
            }
        });
    }
    if let Some((mark, minutes)) = moved
        && let Some(known) = evening.marks.iter_mut().find(|known| **known == mark)
    {
        // Left of the first minute is "not known".
        let secs = known.film_secs.map_or(-60, i64::from) + 60 * i64::from(minutes);
        known.film_secs = u32::try_from(secs).ok();
    }
    if let Some(index) = pressed {
        let (mark, kept) = rows.swap_remove(index);
        if kept {
            move_between(&mut evening.marks, removed, mark);
        } else {
            move_between(removed, &mut evening.marks, mark);
        }
    }
}

fn move_between(from: &mut Vec<TearMark>, to: &mut Vec<TearMark>, mark: TearMark) {
    if let Some(index) = from.iter().position(|known| *known == mark) {
        from.remove(index);
        to.push(mark);
        to.sort_by_key(|mark| mark.at);
    }
}

/// Where in the film, with the item's name where there are several.
pub(super) fn mark_words(cx: &Cx<'_>, plan: &EveningPlan, item: Option<u32>, film_secs: Option<u32>) -> String {
    let minute = minute_words(cx, film_secs);
    match item.and_then(|key| plan.item(key)).filter(|_| plan.items.len() > 1) {
        Some(item) => {
            let name = shortened(&cx.item_name(item), 40);
            let values = [("name", name.into()), ("minute", minute.into())];
            cx.tw("evening-page-mark-in", &values)
        }
        None => minute,
    }
}

/// Tears that were described afterwards, and a way to add some.
fn remembered_ui(ui: &mut Ui, cx: &mut Cx<'_>, evening: &Evening, cries: &[Cry]) {
    for cry in cries {
        let place = mark_words(cx, &evening.plan, cry.item, cry.film_secs);
        let side = with_mark(place, mark_of(cx, &cx.model.journal.cries, cry.id));
        if row_button(ui, cx, ("cry", cry.id), &cry_words(cx, cry), &side) {
            cx.ask(Command::Open(Page::Cry(cry.id)));
        }
    }
    if button(ui, cx, "add-tears", &cx.t("evening-page-add-tears"), Look::Plain) {
        cx.ask(Command::NewCry { evening: Some(evening.id) });
    }
}

fn check_ins_ui(ui: &mut Ui, cx: &mut Cx<'_>, evening: Uuid, check_ins: &[CheckIn]) {
    group(ui, cx, &cx.t("evening-page-check-ins"));
    for check_in in check_ins {
        if check_in_row(ui, cx, check_in) {
            let (id, evening, moment) = (Some(check_in.id), check_in.evening, check_in.moment);
            cx.ask(Command::Open(Page::CheckIn { id, evening, moment }));
        }
    }
    add_check_in_ui(ui, cx, evening, check_ins);
}

/// Check-ins that were not made can be remembered.
fn add_check_in_ui(ui: &mut Ui, cx: &mut Cx<'_>, evening: Uuid, check_ins: &[CheckIn]) {
    const MOMENTS: [Moment; 5] = [Moment::Before, Moment::After, Moment::Plus20, Moment::Plus90, Moment::Morning];
    let is_missing = |moment: &Moment| !check_ins.iter().any(|known| known.moment == *moment);
    let missing: Vec<Moment> = MOMENTS.into_iter().filter(is_missing).collect();
    if missing.is_empty() {
        return;
    }
    section(ui, cx, &cx.t("evening-page-add-check-in"));
    let choices = missing.into_iter().map(|moment| (moment, cx.moment(moment)));
    let choices: Vec<_> = choices.collect();
    if let Some(moment) = choice_chips(ui, cx, "add-check-in", choices, |_| false) {
        cx.ask(Command::Open(Page::CheckIn { id: None, evening: Some(evening), moment }));
    }
}

/// A check-in to open: its words, and quietly where the two sliders stood.
fn check_in_row(ui: &mut Ui, cx: &Cx<'_>, check_in: &CheckIn) -> bool {
    const PADDING: egui::Vec2 = vec2(26.0, 18.0);
    const LINE: f32 = 38.0;
    const SIDE: f32 = 440.0;
    let theme = cx.theme;
    let words = check_in_words(cx, check_in);
    let pleasant = check_in.pleasant.map(|value| (value, cx.t("pleasant-name"), theme.rain));
    let stirred = check_in.stirred.map(|value| (value, cx.t("stirred-name"), theme.clay));
    let tracks: Vec<_> = [pleasant, stirred].into_iter().flatten().collect();

    let width = ui.available_width();
    let side = if tracks.is_empty() { 0.0 } else { SIDE };
    let room = (width - 2.0 * PADDING.x - side).max(80.0);
    let galley = ui.painter().layout(words.clone(), fonts::body(size::BODY), theme.text, room);
    let height = galley.size().y.max(LINE * if tracks.len() > 1 { 2.0 } else { 1.0 }) + 2.0 * PADDING.y;
    let (rect, response) = place(ui, ("check-in", check_in.id), vec2(width, height.max(66.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(cx, check_in, &words)));

    let fill = pressed_or_hovered(theme, theme.card, &response);
    paint_ground(ui, theme, rect, size::CONTROL_CORNER, fill);
    let inner = rect.shrink2(PADDING);
    let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), inner).min;
    ui.painter().galley(at, galley, theme.text);
    let mut centre = inner.center().y - if tracks.len() > 1 { LINE / 2.0 } else { 0.0 };
    for (value, name, colour) in tracks {
        paint_track(ui, cx, pos2(inner.right(), centre), value, &name, colour);
        centre += LINE;
    }
    focus_ring(ui, theme, &response, size::CONTROL_CORNER, Takes::default());
    response.clicked()
}

/// A name and a thin line with a dot on it, ending at `end`.
fn paint_track(ui: &Ui, cx: &Cx<'_>, end: egui::Pos2, value: u8, name: &str, colour: Color32) {
    const WIDTH: f32 = 190.0;
    const DOT: f32 = 9.0;
    let line = Rect::from_min_max(pos2(end.x - WIDTH, end.y - 3.0), pos2(end.x, end.y + 3.0));
    let painter = ui.painter();
    painter.rect_filled(line, CornerRadius::same(3), mix(cx.theme.line, cx.theme.text, 0.15));
    let x = egui::lerp((line.left() + DOT)..=(line.right() - DOT), f32::from(value.min(100)) / 100.0);
    painter.circle_filled(pos2(x, end.y), DOT, colour);
    let at = pos2(line.left() - 20.0, end.y);
    painter.text(at, Align2::RIGHT_CENTER, name, fonts::body(size::SMALL), cx.theme.soft);
}

/// What a screen reader says of a check-in.
fn spoken(cx: &Cx<'_>, check_in: &CheckIn, words: &str) -> String {
    let pleasant = check_in.pleasant.map(|n| cx.tw("evening-page-pleasant", &[("n", n.into())]));
    let stirred = check_in.stirred.map(|n| cx.tw("evening-page-stirred", &[("n", n.into())]));
    [Some(words.to_owned()), pleasant, stirred].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The breaks. One that is removed stays in its place until the page is left, to be put back.
fn breaks_ui(ui: &mut Ui, cx: &Cx<'_>, removed: &mut Vec<BreakTaken>, evening: &mut Evening) {
    if evening.breaks.is_empty() && removed.is_empty() {
        return;
    }
    group(ui, cx, &cx.t("evening-page-breaks"));
    let mut rows: Vec<(BreakTaken, bool)> = evening.breaks.iter().map(|taken| (taken.clone(), true)).collect();
    rows.extend(removed.iter().map(|taken| (taken.clone(), false)));
    rows.sort_by_key(|(taken, _)| taken.at);
    let mut pressed = None;
    for (index, (taken, kept)) in rows.iter_mut().enumerate() {
        card(ui, cx.theme, |ui| {
            if *kept {
                break_ui(ui, cx, index, taken);
            } else {
                soft(ui, cx, &cx.tw("evening-page-removed", &[("mark", break_words(cx, taken).into())]));
            }
            // The same button both ways, so that the focus stays where it is.
            let press = if *kept { cx.t("remove") } else { cx.t("evening-page-put-back") };
            let about = cx.tw("evening-page-break-at", &[("time", cx.time(taken.at.time()).into())]);
            if button_about(ui, cx, ("break", index), &press, &about, Look::Quiet) {
                pressed = Some(index);
            }
        });
    }
    if let Some((_, kept)) = pressed.and_then(|index| rows.get_mut(index)) {
        *kept = !*kept;
    }
    let (kept, gone): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, kept)| *kept);
    evening.breaks = kept.into_iter().map(|(taken, _)| taken).collect();
    *removed = gone.into_iter().map(|(taken, _)| taken).collect();
}

fn break_ui(ui: &mut Ui, cx: &Cx<'_>, index: usize, taken: &mut BreakTaken) {
    label(ui, cx, &break_words(cx, taken), Size::Body);
    let minutes = cx.tw("evening-page-break-minutes", &[("minutes", taken.minutes.into())]);
    let about = cx.tw("evening-page-break-at", &[("time", cx.time(taken.at.time()).into())]);
    let name = format!("{about} {}", cx.t("evening-page-break-length"));
    let steps = stepper(ui, cx, ("break-minutes", index), &name, &minutes, 560.0);
    taken.minutes = taken.minutes.saturating_add_signed(steps).min(MOST_BREAK_MIN);
    let kinds = BreakKind::ALL.map(|kind| (kind, cx.break_kind(kind)));
    let is_one = |kind| taken.kinds.contains(&kind);
    let pressed = choice_chips_about(ui, cx, &format!("break-kinds-{index}"), Some(&about), kinds, is_one);
    take_some(&mut taken.kinds, pressed);
    let helped = Helped::ALL.map(|helped| (helped, cx.helped(helped)));
    let is_it = |helped| taken.helped == Some(helped);
    let pressed = choice_chips_about(ui, cx, &format!("break-helped-{index}"), Some(&about), helped, is_it);
    take_one(&mut taken.helped, pressed);
}

pub(super) fn break_words(cx: &Cx<'_>, taken: &BreakTaken) -> String {
    let kinds: Vec<String> = taken.kinds.iter().map(|kind| cx.break_kind(*kind)).collect();
    let length = cx.tw("evening-page-break-minutes", &[("minutes", taken.minutes.into())]);
    let kinds = (!kinds.is_empty()).then(|| kinds.join(", "));
    let helped = taken.helped.map(|helped| cx.helped(helped));
    let parts = [Some(cx.time(taken.at.time())), Some(length), kinds, helped];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What was written: reflections to open, and small joys in full.
fn words_ui(ui: &mut Ui, cx: &mut Cx<'_>, evening: Uuid, related: &Related) {
    group(ui, cx, &cx.t("evening-page-words"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        for (letter, words) in [(false, key("journal-write")), (true, key("journal-letter"))] {
            if button(ui, cx, ("evening-write", letter), &cx.t(words), Look::Small) {
                cx.ask(Command::Open(Page::Write { evening: Some(evening), letter }));
            }
        }
    });
    for reflection in &related.reflections {
        let words = written_words(cx, &reflection.prompt, &reflection.text);
        let side = with_mark(cx.t("evening-page-open"), mark_of(cx, &cx.model.journal.reflections, reflection.id));
        if row_button(ui, cx, ("reflection", reflection.id), &words, &side) {
            cx.ask(Command::Open(Page::Reflection(reflection.id)));
        }
    }
    for joy in &related.joys {
        let words = cx.tw("journal-joy", &[("text", shortened(&joy.text, 80).into())]);
        let side = with_mark(happened_words(cx, joy.happened), mark_of(cx, &cx.model.journal.joys, joy.id));
        if row_button(ui, cx, ("joy", joy.id), &words, &side) {
            cx.ask(Command::Open(Page::Joy(joy.id)));
        }
    }
}

/// The ways off the page: whether it is done, and whether the evening is to go.
fn end_ui(ui: &mut Ui, cx: &Cx<'_>) -> (bool, bool) {
    ui.add_space(14.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        // The focus starts at the top, so that the page does too.
        let done = button(ui, cx, "evening-done", &cx.t("done"), Look::Amber);
        let delete = button(ui, cx, "evening-delete", &cx.t("evening-page-delete"), Look::Quiet);
        (done, delete)
    })
    .inner
}
