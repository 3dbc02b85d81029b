//! The settings.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::store::Settings;
use crate::text::key;
use crate::text::locale::Language;

use super::backups_ui::open_backups;
use super::cx::Cx;
use super::status_ui::{last_save_words, no_backup_words};
use super::trash_ui::how_many;
use super::widgets::{Look, button, card, check_row, chip, chip_about, heading, section, soft, stepper, title};

/// The room of the settings.
pub fn settings_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut settings = cx.model.settings.clone();
    title(ui, cx, &cx.t("settings-title"));
    card(ui, cx.theme, |ui| {
        heading(ui, cx, &cx.t("settings-look"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
            for (name, words) in
                [("dusk", key("theme-dusk")), ("morning", key("theme-morning")), ("contrast", key("theme-contrast"))]
            {
                if chip(ui, cx, ("theme", name), &cx.t(words), settings.theme == name) {
                    name.clone_into(&mut settings.theme);
                }
            }
        });
        language_ui(ui, cx, &mut settings);
        let shown = cx.tw("settings-text-percent", &[("percent", settings.text_percent.into())]);
        let steps = stepper(ui, cx, "text-size", &cx.t("settings-text"), &shown, 620.0);
        let percent = i64::from(settings.text_percent) + 5 * i64::from(steps);
        settings.text_percent = u32::try_from(percent).unwrap_or(100).clamp(80, 200);
        if check_row(ui, cx, "settings-black", &cx.t("breath-true-black"), settings.true_black) {
            settings.true_black = !settings.true_black;
        }
        if check_row(ui, cx, "reduced-motion", &cx.t("settings-reduced-motion"), cx.model.is_still()) {
            let wanted = !cx.model.is_still();
            // As the desktop is set is no choice of one's own: where that changes, this does.
            settings.motion_chosen = wanted != cx.model.outside.wants_stillness;
            settings.reduced_motion = wanted && settings.motion_chosen;
        }
        if cx.model.is_still() && !settings.reduced_motion {
            soft(ui, cx, &cx.t("settings-motion-of-desktop"));
        }
        if check_row(ui, cx, "start-fullscreen", &cx.t("settings-fullscreen"), settings.fullscreen) {
            settings.fullscreen = !settings.fullscreen;
        }
    });
    card(ui, cx.theme, |ui| {
        heading(ui, cx, &cx.t("settings-days"));
        let shown = cx.tw(
            "settings-day-starts",
            &[("time", cx.hour(u8::try_from(settings.day_starts_hour).unwrap_or(0)).into())],
        );
        let steps = stepper(ui, cx, "day-starts", &cx.t("settings-day-starts-name"), &shown, 620.0);
        let hour = i64::from(settings.day_starts_hour) + i64::from(steps);
        settings.day_starts_hour = u32::try_from(hour).unwrap_or(0).min(12);
        soft(ui, cx, &cx.t("settings-day-starts-line"));
        if check_row(ui, cx, "paused", &cx.t("settings-paused"), settings.paused) {
            settings.paused = !settings.paused;
        }
        soft(ui, cx, &cx.t("settings-paused-line"));
    });
    card(ui, cx.theme, |ui| {
        heading(ui, cx, &cx.t("settings-shelf"));
        if check_row(ui, cx, "catalogue", &cx.t("settings-catalogue"), settings.catalogue) {
            settings.catalogue = !settings.catalogue;
        }
        if check_row(ui, cx, "notify", &cx.t("settings-notify"), settings.notify) {
            settings.notify = !settings.notify;
        }
        soft(ui, cx, &cx.t(if cx.model.outside.notes_fail { "settings-notify-fails" } else { "settings-notify-line" }));
        ui.horizontal_wrapped(|ui| {
            if button(ui, cx, "settings-skip", &cx.tw("shelf-skip", &[("n", settings.skip.len().into())]), Look::Small)
            {
                cx.ask(Command::Open(Page::Skip));
            }
        });
    });
    card(ui, cx.theme, |ui| {
        heading(ui, cx, &cx.t("settings-data"));
        section(ui, cx, &cx.t("settings-data-line"));
        soft(ui, cx, &cx.model.data_dir);
        if cx.model.demo {
            soft(ui, cx, &cx.t("settings-demo"));
        }
        data_ui(ui, cx);
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, 18.0);
        if button(ui, cx, "fullscreen", &cx.t("settings-toggle-fullscreen"), Look::Plain) {
            cx.ask(Command::ToggleFullscreen);
        }
        if button(ui, cx, "quit", &cx.t("settings-quit"), Look::Plain) {
            cx.ask(Command::Quit);
        }
    });
    if settings != cx.model.settings {
        cx.ask(Command::SetSettings(Box::new(settings)));
    }
}

/// The language of the words and the clock: as the computer has them, or as the person does.
fn language_ui(ui: &mut Ui, cx: &Cx<'_>, settings: &mut Settings) {
    let system = cx.t("settings-as-system");
    let languages = Language::ALL.map(|language| (Some(language.id()), language.own_name().to_owned()));
    let languages = [(None, system.clone())].into_iter().chain(languages);
    let name = cx.t("settings-language");
    section(ui, cx, &name);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 14.0);
        for (id, words) in languages {
            if chip_about(ui, cx, ("language", id), &words, &name, settings.language.as_deref() == id) {
                settings.language = id.map(str::to_owned);
            }
        }
    });
    let name = cx.t("settings-clock");
    section(ui, cx, &name);
    let clocks = [(None, system), (Some(false), cx.t("settings-clock-24")), (Some(true), cx.t("settings-clock-12"))];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 14.0);
        for (twelve, words) in clocks {
            if chip_about(ui, cx, ("clock", twelve), &words, &name, settings.twelve_hours == twelve) {
                settings.twelve_hours = twelve;
            }
        }
    });
}

/// How safe everything is, and the ways to what was.
fn data_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    soft(ui, cx, &last_save_words(cx));
    if let Some(words) = no_backup_words(cx) {
        soft(ui, cx, &words);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 18.0);
        let lying = how_many(&cx.model.journal);
        if button(ui, cx, "trash", &cx.tw("settings-trash", &[("n", lying.into())]), Look::Small) {
            cx.ask(Command::Open(Page::Trash));
        }
        if button(ui, cx, "backups", &cx.t("settings-backups"), Look::Small) {
            open_backups(cx);
        }
    });
}
