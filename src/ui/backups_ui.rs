//! The backups, and what bringing one of them back would do.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::model::{Folder, Model, NotDone};
use crate::app::nav::Page;
use crate::store::backup::{Backup, Why};
use crate::text::key;

use super::cx::Cx;
use super::insights_ui::date;
use super::theme::size;
use super::trash_ui::pages_ui;
use super::widgets::{Look, Size, button, card, centred_column, paragraph, reading, row_button, soft, title};

/// How many backups are shown at once.
const ROWS: usize = 8;

/// Which part of the list is shown.
#[derive(Clone, Debug, Default)]
pub struct BackupsView {
    page: usize,
}

/// Asks for the page with the backups.
pub(super) fn open_backups(cx: &mut Cx<'_>) {
    cx.ask(Command::LookForBackups);
    cx.ask(Command::Open(Page::Backups));
}

/// The page with all backups, newest first.
pub fn backups_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut BackupsView) {
    let model = cx.model;
    centred_column(ui, 1440.0, |ui| {
        title(ui, cx, &cx.t("backups-title"));
        soft(ui, cx, &cx.t("backups-line"));
        let count = match (&model.backups.all, &model.backups.done) {
            (_, Some(Err(why))) if model.backups.all.as_ref().is_none_or(Vec::is_empty) => {
                paragraph(ui, cx, &cx.tw("backups-trouble", &[("reason", cx.text.not_done(why).into())]));
                0
            }
            (None, _) => {
                paragraph(ui, cx, &cx.t("backups-looking"));
                0
            }
            (Some(all), _) if all.is_empty() => {
                paragraph(ui, cx, &cx.t("backups-none"));
                0
            }
            (Some(all), _) => {
                view.page = view.page.min((all.len() - 1) / ROWS);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 10.0;
                    for backup in all.iter().rev().skip(view.page * ROWS).take(ROWS) {
                        backup_row(ui, cx, backup);
                    }
                });
                all.len()
            }
        };
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            pages_ui(ui, cx, &mut view.page, count.div_ceil(ROWS));
            if button(ui, cx, "backups-done", &cx.t("journal-back"), Look::Plain) {
                cx.ask(Command::Back);
            }
        });
    });
}

fn backup_row(ui: &mut Ui, cx: &mut Cx<'_>, backup: &Backup) {
    let reason = why(cx, &backup.why);
    let when = cx.day_and_time(backup.made.naive_local());
    let words = cx.tw("backups-row", &[("when", when.into()), ("why", reason.into())]);
    let number = cx.tw("backups-number", &[("n", backup.number.to_string().into())]);
    if row_button(ui, cx, ("backup", backup.number), &words, &[number, files(cx, backup)].join(" · ")) {
        // Where there is no journal, there is nothing to compare with.
        let is_closed = matches!(cx.model.folder, Folder::Closed(_));
        let page = Page::Backup(backup.number);
        cx.ask(if is_closed { Command::Open(page) } else { Command::LookIntoBackup(backup.number) });
    }
}

fn files(cx: &Cx<'_>, backup: &Backup) -> String {
    cx.tw("backups-files", &[("n", backup.files.len().into())])
}

fn why(cx: &Cx<'_>, why: &Why) -> String {
    let known = match why {
        Why::FirstOfDay => key("backup-why-first-of-day"),
        Why::BeforeRestore => key("backup-why-before-restore"),
        Why::BeforeRepair => key("backup-why-before-repair"),
        Why::BeforeMerge => key("backup-why-before-merge"),
        Why::BeforeMigration => key("backup-why-before-migration"),
        Why::ByHand => key("backup-why-by-hand"),
        Why::Other(words) => return cx.tw("backup-why-other", &[("why", words.clone().into())]),
    };
    cx.t(known)
}

/// How bringing this backup back stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State<'a> {
    UnderWay,
    Done,
    NotDone(&'a NotDone),
    /// It is being read.
    Reading,
    /// It can be brought back.
    Ready,
    /// Nothing would change.
    Nothing,
    /// Nothing can be written.
    ReadOnly,
}

fn state(model: &Model) -> State<'_> {
    let backups = &model.backups;
    if backups.under_way.is_some() {
        return State::UnderWay;
    }
    match &backups.done {
        Some(Ok(())) => return State::Done,
        Some(Err(why)) => return State::NotDone(why),
        None => {}
    }
    if matches!(model.folder, Folder::Closed(_)) {
        return State::Ready;
    }
    match &backups.preview {
        None => State::Reading,
        Some(_) if model.is_read_only() => State::ReadOnly,
        Some(preview) if preview.is_nothing() && !matches!(model.folder, Folder::Vanished(_)) => State::Nothing,
        Some(_) => State::Ready,
    }
}

/// The page of one backup.
pub fn backup_ui(ui: &mut Ui, cx: &mut Cx<'_>, number: u64) {
    let model = cx.model;
    let backup = model.backups.all.as_ref().and_then(|all| all.iter().find(|backup| backup.number == number));
    let state = state(model);
    centred_column(ui, 1260.0, |ui| {
        title(ui, cx, &cx.tw("backup-title", &[("n", number.to_string().into())]));
        if let Some(backup) = backup {
            let words = cx.day_and_time(backup.made.naive_local());
            soft(ui, cx, &[words, why(cx, &backup.why), files(cx, backup)].join(" · "));
        }
        card(ui, cx.theme, |ui| state_ui(ui, cx, backup, state));
        if state == State::Ready && !matches!(model.folder, Folder::Closed(_)) {
            soft(ui, cx, &cx.t("backup-first"));
        }
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            // Two presses in a row are easily made, so the focus does not start on what changes the journal.
            if state == State::Ready && button(ui, cx, "bring-this-back", &cx.t("backup-bring-back"), Look::Amber) {
                cx.ask(Command::Restore(number));
            }
            if button(ui, cx, "backup-leave", &cx.t("journal-back"), Look::PlainFirst) {
                cx.ask(Command::Back);
            }
        });
    });
}

fn state_ui(ui: &mut Ui, cx: &Cx<'_>, backup: Option<&Backup>, state: State<'_>) {
    let lines = match state {
        State::UnderWay => vec![cx.t("backup-under-way")],
        State::Done => vec![cx.t("backup-done")],
        State::NotDone(why) => vec![cx.tw("backup-not-done", &[("reason", cx.text.not_done(why).into())])],
        State::Reading => vec![cx.t("backup-reading")],
        State::Ready | State::Nothing | State::ReadOnly => content_words(cx, backup),
    };
    for (index, line) in lines.iter().enumerate() {
        reading(ui, cx, ("backup-line", index), line, Size::Body);
    }
    let left_out = backup.map_or(0, |backup| backup.left_out.len());
    if left_out > 0 {
        soft(ui, cx, &cx.tw("backup-left-out", &[("n", left_out.into())]));
    }
    if state == State::ReadOnly {
        soft(ui, cx, &cx.t("backup-read-only"));
    }
}

/// What comes back, and what stays.
fn content_words(cx: &Cx<'_>, backup: Option<&Backup>) -> Vec<String> {
    match (&cx.model.folder, &cx.model.backups.preview) {
        (Folder::Closed(_), _) | (_, None) => {
            let files = backup.map_or(0, |backup| backup.files.len());
            let day = backup.map(|backup| date(cx, backup.made.date_naive())).unwrap_or_default();
            vec![cx.tw("backup-laid-back", &[("n", files.into()), ("day", day.into())])]
        }
        (_, Some(preview)) => {
            let mut lines = cx.text.preview(preview);
            let unreadable = cx.model.backups.unreadable;
            if unreadable > 0 {
                lines.push(cx.tw("preview-unreadable", &[("n", unreadable.into())]));
            }
            lines
        }
    }
}
