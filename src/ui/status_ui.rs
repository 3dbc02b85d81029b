//! Whether what was said is safe: saved, saving, or not, and why.

use egui::{Align2, CornerRadius, Frame, Margin, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::command::Command;
use crate::app::model::{DraftTrouble, Folder, NoticeKind};
use crate::store::{ReadOnlyWhy, SaveError};

use super::cx::Cx;
use super::fonts;
use super::theme::size;
use super::widgets::{Look, Size, button, card, label, soft};
use super::words::key;

/// "Saved 21:04", small, where the rooms end.
pub fn saving_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(words) = saving_words(cx) else { return };
    let galley = ui.painter().layout_no_wrap(words.clone(), fonts::body(size::SMALL), cx.theme.faint);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(22.0, 0.0), Sense::hover());
    ui.painter().galley(rect.min + vec2(22.0, 0.0), galley, cx.theme.faint);
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
}

fn saving_words(cx: &Cx<'_>) -> Option<String> {
    let saving = &cx.model.saving;
    if cx.model.is_read_only() {
        Some(cx.t("status-read-only"))
    } else if saving.failed.is_some() {
        Some(cx.t("status-not-saved"))
    } else if saving.under_way {
        Some(cx.t("status-saving"))
    } else {
        saving.saved_at.map(|at| cx.tw("status-saved", &[("time", cx.time(at.time()).into())]))
    }
}

/// On pages without rooms only trouble is shown, in the upper middle.
pub fn status_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let words = match (&cx.model.saving.failed, cx.model.is_read_only()) {
        (_, true) => cx.t("status-read-only"),
        (Some(error), false) => cx.tw("not-saved-short", &[("reason", reason(cx, error).into())]),
        _ => return,
    };
    let galley = ui.painter().layout_no_wrap(words.clone(), fonts::body(size::SMALL), cx.theme.clay);
    let at = Align2::CENTER_CENTER.anchor_size(pos2(rect.center().x, rect.top() - 18.0), galley.size());
    ui.painter().galley(at.min, galley, cx.theme.clay);
    let response = ui.interact(at, egui::Id::unique(("sunshower", "status")), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
}

/// What is wrong, in full, with the ways out. First thing in every room.
pub fn trouble_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if let Some(error) = &cx.model.saving.failed {
        card(ui, cx.theme, |ui| {
            label(ui, cx, &cx.tw("not-saved", &[("reason", reason(cx, error).into())]), Size::Body);
            soft(ui, cx, &cx.t("not-saved-kept"));
            if button(ui, cx, "save-again", &cx.t("save-again"), Look::Plain) {
                cx.ask(Command::SaveAgain);
            }
        });
    }
    if let Folder::ReadOnly(why) = &cx.model.folder {
        let words = match why {
            ReadOnlyWhy::Disk => cx.t("read-only-disk"),
            ReadOnlyWhy::Permission => cx.t("read-only-permission"),
            ReadOnlyWhy::NoLock { reason } => cx.tw("read-only-no-lock", &[("reason", reason.clone().into())]),
        };
        card(ui, cx.theme, |ui| {
            label(ui, cx, &words, Size::Body);
            soft(ui, cx, &cx.t("read-only-kept"));
        });
    }
    if let Some(trouble) = cx.model.draft_trouble {
        let words = cx.t(match trouble {
            DraftTrouble::Damaged => key("draft-damaged"),
            DraftTrouble::Newer => key("draft-newer"),
        });
        card(ui, cx.theme, |ui| label(ui, cx, &words, Size::Body));
    }
    if !cx.model.problems.is_empty() && cx.model.nav.room == crate::app::nav::Room::Tonight {
        problems_ui(ui, cx);
    }
}

fn problems_ui(ui: &mut Ui, cx: &Cx<'_>) {
    const SHOWN: usize = 3;
    let problems = &cx.model.problems;
    card(ui, cx.theme, |ui| {
        label(ui, cx, &cx.tw("problems", &[("n", problems.len().into())]), Size::Body);
        for problem in problems.iter().take(SHOWN) {
            soft(ui, cx, &cx.text.problem(problem));
        }
        if problems.len() > SHOWN {
            soft(ui, cx, &cx.tw("problems-more", &[("n", (problems.len() - SHOWN).into())]));
        }
    });
}

fn reason(cx: &Cx<'_>, error: &SaveError) -> String {
    match error {
        SaveError::DiskFull => cx.t("reason-disk-full"),
        SaveError::ReadOnly => cx.t("reason-read-only"),
        SaveError::NoPermission => cx.t("reason-no-permission"),
        SaveError::Missing => cx.t("reason-missing"),
        SaveError::ChangedOnDisk => cx.t("reason-changed"),
        SaveError::ReadBack => cx.t("reason-read-back"),
        SaveError::Other(words) => cx.tw("reason-in-words", &[("words", words.clone().into())]),
    }
}

/// One line at the foot, with Undo where something was deleted.
pub fn notice_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let Some(notice) = &cx.model.notice else { return };
    let words = cx.t(match notice.kind {
        NoticeKind::PlanKept => key("notice-plan-kept"),
        NoticeKind::EveningClosed => key("notice-evening-closed"),
        NoticeKind::Deleted => key("notice-deleted"),
    });
    let undo = !notice.undo.is_empty();
    let bar = Rect::from_min_max(pos2(rect.right() - 900.0, rect.bottom() - 24.0), rect.max + vec2(0.0, 44.0));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(bar).layout(layout));
    Frame::new()
        .fill(cx.theme.raised)
        .corner_radius(CornerRadius::same(size::CONTROL_CORNER))
        .inner_margin(Margin::symmetric(26, 4))
        .show(&mut child, |ui| {
            ui.set_height(56.0);
            if undo && button(ui, cx, "undo", &cx.t("undo"), Look::Quiet) {
                cx.ask(Command::Undo);
            }
            soft(ui, cx, &words);
        });
}
