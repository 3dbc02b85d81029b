//! Whether what was said is safe: saved, saving, or not, and why.

use std::collections::BTreeSet;

use egui::{Align2, CornerRadius, Frame, Margin, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::command::Command;
use crate::app::model::{DraftTrouble, Folder, NoticeKind};
use crate::app::nav::{Page, Room};
use crate::store::{OwnList, Problem, ProblemKind, ReadOnlyWhy, SaveError};
use crate::text::key;

use super::backups_ui::open_backups;
use super::cx::Cx;
use super::fonts;
use super::theme::size;
use super::version_words::waiting;
use super::widgets::{Look, Size, button, card, label, link, live, make_live, reading, soft};
use super::words::shortened;

/// "Saved 21:04", small, where the rooms end.
pub fn saving_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(words) = saving_words(cx) else { return };
    let galley = ui.painter().layout_no_wrap(words.clone(), fonts::body(size::SMALL), cx.theme.faint);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(22.0, 0.0), Sense::hover());
    ui.painter().galley(rect.min + vec2(22.0, 0.0), galley, cx.theme.faint);
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
    if is_news(cx) {
        make_live(ui, &response);
    }
}

/// Whether a screen reader says it by itself: it would say it again wherever this comes into sight.
fn is_news(cx: &Cx<'_>) -> bool {
    const SECS: i64 = 3;
    let saving = &cx.model.saving;
    let just_saved = saving.saved_at.is_some_and(|at| (cx.now.wall - at).num_seconds().abs() < SECS);
    !cx.model.is_read_only() && (saving.failed.is_some() || (just_saved && !saving.under_way))
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

/// How the latest save stands, in a sentence.
pub(super) fn last_save_words(cx: &Cx<'_>) -> String {
    let saving = &cx.model.saving;
    match (&saving.failed, saving.saved_at) {
        _ if cx.model.is_read_only() => cx.t("read-only-kept"),
        (Some(error), _) => cx.tw("not-saved-short", &[("reason", cx.text.not_saved(error).into())]),
        (None, _) if saving.under_way => cx.t("settings-saving"),
        (None, Some(at)) => {
            let when = cx.day_and_time(at.naive_local());
            cx.tw("settings-saved", &[("when", when.into())])
        }
        (None, None) => cx.t("settings-nothing-to-save"),
    }
}

/// Why there is no backup of today, where there is none.
pub(super) fn no_backup_words(cx: &Cx<'_>) -> Option<String> {
    let error = cx.model.saving.no_backup.as_ref()?;
    Some(cx.tw("no-backup", &[("reason", cx.text.not_saved(error).into())]))
}

/// On pages without rooms only trouble is shown, in the upper middle.
pub fn status_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let words = match (&cx.model.saving.failed, cx.model.is_read_only()) {
        (_, true) => cx.t("status-read-only"),
        (Some(error), false) => cx.tw("not-saved-short", &[("reason", cx.text.not_saved(error).into())]),
        _ => return,
    };
    let galley = ui.painter().layout_no_wrap(words.clone(), fonts::body(size::SMALL), cx.theme.clay);
    let at = Align2::CENTER_CENTER.anchor_size(pos2(rect.center().x, rect.top() - 18.0), galley.size());
    ui.painter().galley(at.min, galley, cx.theme.clay);
    let response = ui.interact(at, egui::Id::unique(("sunshower", "status")), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
    if is_news(cx) {
        make_live(ui, &response);
    }
}

/// What is wrong, in full, with the ways out. First thing in every room.
pub fn trouble_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if let Some(error) = &cx.model.saving.failed {
        not_saved_ui(ui, cx, error);
    }
    if let Folder::ReadOnly(why) = &cx.model.folder {
        let words = match why {
            ReadOnlyWhy::Disk => cx.t("read-only-disk"),
            ReadOnlyWhy::Permission => cx.t("read-only-permission"),
            ReadOnlyWhy::Newer { version } => cx.tw("read-only-newer", &[("version", version.to_string().into())]),
            ReadOnlyWhy::NoLock { reason } => cx.tw("read-only-no-lock", &[("reason", reason.clone().into())]),
        };
        card(ui, cx.theme, |ui| {
            reading(ui, cx, "read-only", &words, Size::Body);
            soft(
                ui,
                cx,
                &cx.t(if cx.model.saving.is_beside { key("read-only-beside") } else { key("read-only-kept") }),
            );
            if cx.model.keeps_beside() && button(ui, cx, "read-only-again", &cx.t("save-again"), Look::Small) {
                cx.ask(Command::OpenAgain);
            }
        });
    }
    if let Some(trouble) = cx.model.draft_trouble {
        let words = cx.t(match trouble {
            DraftTrouble::Damaged => key("draft-damaged"),
            DraftTrouble::Newer => key("draft-newer"),
        });
        card(ui, cx.theme, |ui| label(ui, cx, &words, Size::Body));
    }
    if matches!(cx.model.nav.room, Room::Tonight | Room::Journal | Room::Insights) {
        problems_ui(ui, cx);
    }
    if cx.model.nav.room == Room::Tonight {
        quiet_ui(ui, cx);
    }
}

fn not_saved_ui(ui: &mut Ui, cx: &mut Cx<'_>, error: &SaveError) {
    card(ui, cx.theme, |ui| {
        reading(ui, cx, "not-saved", &cx.tw("not-saved", &[("reason", cx.text.not_saved(error).into())]), Size::Body);
        soft(ui, cx, &cx.t("not-saved-kept"));
        match &cx.model.saving.copied_to {
            Some(Ok(path)) => soft(ui, cx, &cx.tw("copied-to", &[("path", path.clone().into())])),
            Some(Err(error)) => {
                soft(ui, cx, &cx.tw("not-copied", &[("reason", cx.text.not_saved(error).into())]));
            }
            None => {}
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            if button(ui, cx, "save-again", &cx.t("save-again"), Look::Plain) {
                cx.ask(Command::SaveAgain);
            }
            if button(ui, cx, "copy-elsewhere", &cx.t("copy-elsewhere"), Look::Plain) {
                cx.ask(Command::CopyElsewhere);
            }
        });
    });
}

/// Files that are damaged, with a way to the backups; and, apart from them, what a newer version wrote.
fn problems_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    const SHOWN: usize = 3;
    let (notes, problems): (Vec<_>, Vec<_>) =
        cx.model.problems.iter().partition::<Vec<&Problem>, _>(|problem| problem.kind.is_note());
    if !problems.is_empty() {
        card(ui, cx.theme, |ui| {
            reading(ui, cx, "problems", &cx.tw("problems", &[("n", problems.len().into())]), Size::Body);
            for (index, problem) in problems.iter().take(SHOWN).enumerate() {
                reading(ui, cx, ("problem", index), &cx.text.problem(problem), Size::Small);
            }
            if problems.len() > SHOWN {
                soft(ui, cx, &cx.tw("problems-more", &[("n", (problems.len() - SHOWN).into())]));
            }
            if problems.iter().any(|problem| may_be_in_a_backup(&problem.kind)) {
                soft(ui, cx, &cx.t("problems-backup"));
                if button(ui, cx, "problems-to-backups", &cx.t("problems-to-backups"), Look::Small) {
                    open_backups(cx);
                }
            }
        });
    }
    if !notes.is_empty() {
        let files: BTreeSet<&str> = notes.iter().map(|problem| problem.file.as_str()).collect();
        card(ui, cx.theme, |ui| soft(ui, cx, &cx.tw("problems-newer-parts", &[("n", files.len().into())])));
    }
}

/// Whether something in the file was lost that it once held.
fn may_be_in_a_backup(kind: &ProblemKind) -> bool {
    match kind {
        ProblemKind::Empty
        | ProblemKind::CutShort { .. }
        | ProblemKind::NotRon { .. }
        | ProblemKind::NulBytes
        | ProblemKind::NotText
        | ProblemKind::WrongFormat { .. }
        | ProblemKind::BadRecord { .. } => true,
        ProblemKind::NewerVersion { .. }
        | ProblemKind::NewerParts { .. }
        | ProblemKind::CannotRead { .. }
        | ProblemKind::WrongMonth { .. }
        | ProblemKind::BadValue { .. }
        | ProblemKind::UnknownFile => false,
    }
}

/// What can wait, in one line each.
fn quiet_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if let Some(words) = no_backup_words(cx) {
        soft(ui, cx, &words);
    }
    if let Some((n, first)) = waiting(&cx.model.journal)
        && link(ui, cx, "versions-waiting", &cx.tw("versions-waiting", &[("n", n.into())]))
    {
        cx.ask(Command::Open(Page::Versions(first)));
    }
}

/// One line at the foot, with Undo where something was deleted.
pub fn notice_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let Some(notice) = &cx.model.notice else { return };
    let words = notice_words(cx, &notice.kind);
    let undo = notice.undo.is_some();
    let bar = Rect::from_min_max(pos2(rect.right() - 900.0, rect.bottom() - 24.0), rect.max + vec2(0.0, 44.0));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(bar).layout(layout));
    Frame::new()
        .fill(cx.theme.raised)
        .stroke(cx.theme.edge_stroke())
        .corner_radius(CornerRadius::same(size::CONTROL_CORNER))
        .inner_margin(Margin::symmetric(26, 4))
        .show(&mut child, |ui| {
            ui.set_height(56.0);
            if undo && button(ui, cx, "undo", &cx.t("undo"), Look::Quiet) {
                cx.ask(Command::Undo);
            }
            live(ui, |ui| soft(ui, cx, &words));
        });
}

fn notice_words(cx: &Cx<'_>, kind: &NoticeKind) -> String {
    if let NoticeKind::NotOpened { address } = kind {
        return cx.tw("notice-not-opened", &[("address", shortened(address, 60).into())]);
    }
    cx.t(match kind {
        NoticeKind::PlanKept => key("notice-plan-kept"),
        NoticeKind::Burnt => key("notice-burnt"),
        NoticeKind::NothingToday => key("notice-nothing-today"),
        NoticeKind::Deleted => key("notice-deleted"),
        NoticeKind::BroughtBack => key("notice-brought-back"),
        NoticeKind::Erased if !cx.model.erasing.is_empty() => key("notice-erasing"),
        NoticeKind::Erased => key("notice-erased"),
        NoticeKind::Chosen => key("notice-chosen"),
        NoticeKind::TitleKept => key("notice-title-kept"),
        NoticeKind::PatternKept => key("notice-pattern-kept"),
        NoticeKind::PlanCopied => key("plan-copied"),
        NoticeKind::ListCopied(OwnList::Players) => key("notice-players-copied"),
        NoticeKind::ListCopied(OwnList::Support) => key("notice-support-copied"),
        NoticeKind::Opened | NoticeKind::NotOpened { .. } => key("notice-opened"),
    })
}
