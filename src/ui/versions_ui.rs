//! The versions of one record, when two computers changed it before either heard of the other: which one stays.

use std::collections::BTreeSet;

use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::journal::log::Table;
use crate::journal::record::{Record, Rev};

use super::cx::Cx;
use super::theme::size;
use super::version_words::{Version, Versions, versions_of};
use super::widgets::{
    Look, Size, button, button_about, card, centred_column, heading, paragraph, reading, section, side_by_side, soft,
    title,
};

/// The versions, worked out once for each change of the journal.
#[derive(Clone, Debug, Default)]
pub struct VersionsView {
    shown: Option<(Uuid, u64, Option<Versions>)>,
}

/// One line on the page of a record that has several versions, which leads to them.
pub(super) fn versions_line_ui<R: Record>(ui: &mut Ui, cx: &mut Cx<'_>, table: &Table<R>, id: Uuid) {
    let has_several = table.other_versions(id).next().is_some();
    if has_several && button(ui, cx, ("versions", id), &cx.t("versions-of-this"), Look::Small) {
        cx.ask(Command::Open(Page::Versions(id)));
    }
}

/// The page on which one version is chosen.
pub fn versions_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut VersionsView, id: Uuid) {
    let revision = cx.model.revision;
    let known = view.shown.take().filter(|(of, at, _)| (*of, *at) == (id, revision));
    let (.., versions) = known.unwrap_or_else(|| (id, revision, versions_of(cx, id)));
    let wide = ui.available_width();
    centred_column(ui, wide.min(1720.0), |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            title(ui, cx, &cx.t("versions-title"));
            if let Some(versions) = &versions {
                soft(ui, cx, &versions.what);
            }
        });
        match &versions {
            Some(versions) => choice_ui(ui, cx, id, versions),
            None => paragraph(ui, cx, &cx.t("versions-one")),
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            let keep_both = versions.as_ref().and_then(|versions| versions.keep_both.as_ref());
            if let Some(keep_both) = keep_both
                && button(ui, cx, "keep-both", &cx.t("versions-keep-both"), Look::Plain)
            {
                cx.ask(keep_both.clone());
                cx.ask(Command::Back);
            }
            let later = if versions.is_some() { cx.t("versions-later") } else { cx.t("journal-back") };
            if button(ui, cx, "versions-later", &later, Look::PlainFirst) {
                cx.ask(Command::Back);
            }
        });
    });
    view.shown = Some((id, revision, versions));
}

fn choice_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: Uuid, versions: &Versions) {
    paragraph(ui, cx, &cx.t("versions-line"));
    let all = &versions.all;
    let names = names(cx, all);
    let mut chosen: Option<Rev> = None;
    if let ([left, right], [left_name, right_name]) = (&all[..], &names[..]) {
        let view: &Cx<'_> = cx;
        let (mut keeps_left, mut keeps_right) = (false, false);
        side_by_side(
            ui,
            view.theme,
            "versions",
            0.5,
            |ui| keeps_left = version_ui(ui, view, left, left_name),
            |ui| keeps_right = version_ui(ui, view, right, right_name),
        );
        let pressed = [(keeps_left, left), (keeps_right, right)].into_iter().find(|(keeps, _)| *keeps);
        chosen = pressed.map(|(_, version)| version.rev.clone());
    } else {
        for (version, name) in all.iter().zip(&names) {
            if card(ui, cx.theme, |ui| version_ui(ui, cx, version, name)) {
                chosen = Some(version.rev.clone());
            }
        }
    }
    if let Some(rev) = chosen {
        cx.ask(Command::ChooseVersion { id, rev });
    }
}

/// Where each version comes from.
fn names(cx: &Cx<'_>, all: &[Version]) -> Vec<String> {
    let here = &cx.model.journal.device;
    let others: BTreeSet<_> = all.iter().map(|version| &version.rev.1).filter(|device| *device != here).collect();
    let name = |version: &Version| match &version.rev.1 {
        device if device == here => cx.t("versions-here"),
        _ if others.len() == 1 => cx.t("versions-elsewhere"),
        device => cx.tw("versions-elsewhere-named", &[("name", device.to_string().into())]),
    };
    all.iter().map(name).collect()
}

/// Says whether it is to stay.
fn version_ui(ui: &mut Ui, cx: &Cx<'_>, version: &Version, name: &str) -> bool {
    heading(ui, cx, name);
    if version.fields.is_empty() {
        soft(ui, cx, &cx.t("versions-small"));
    }
    for (index, (field, value)) in version.fields.iter().enumerate() {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            section(ui, cx, field);
            let value = if value.trim().is_empty() { cx.t("cry-not-said") } else { value.clone() };
            reading(ui, cx, (&version.rev.1.0, version.rev.0, index), &value, Size::Body);
        });
    }
    ui.add_space(6.0);
    let key = ("keep", &version.rev.1.0, version.rev.0);
    button_about(ui, cx, key, &cx.t("versions-keep"), name, Look::Small)
}
