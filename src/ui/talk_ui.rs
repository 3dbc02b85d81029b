//! Someone to talk to: three signposts at most, over whatever screen there was.

use egui::{Ui, vec2};
use unicode_normalization::UnicodeNormalization;

use crate::app::command::Command;
use crate::app::model::Folder;
use crate::app::nav::Over;
use crate::care::support::{Contact, DIRECTORY, Hours, Line, Signpost, countries, signposts};
use crate::store::{OwnList, Settings};
use crate::text::key;

use super::cx::Cx;
use super::theme::size;
use super::widgets::{
    Look, Size, button, card, centred_column, choice_chips, heading, label, link, paragraph, reading, reads_in_steps,
    same_column, section, side_by_side, soft, text_line, title,
};

/// What is looked at.
#[derive(Clone, Debug, Default)]
pub struct TalkView {
    /// Which of several lines of a country.
    turn: usize,
}

/// The way here, at the foot of every page.
pub fn talk_link_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    same_column(ui, |ui| talk_button_ui(ui, cx));
}

/// The same, where there is no column.
pub fn talk_button_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if talk_pressed(ui, cx) {
        cx.ask(Command::Lay(Over::Talk));
    }
}

/// The same, for a view that is handed no list to put requests on. Says whether it was pressed.
pub fn talk_pressed(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    button(ui, cx, "talk", &cx.t("talk-title"), Look::Aside)
}

/// The page.
pub fn talk_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut TalkView) {
    let model = cx.model;
    let settings = &model.settings;
    let own = Contact { name: &settings.contact_name, number: &settings.contact_number };
    let shown = signposts(Some(own), &model.support, settings.country.as_deref(), view.turn);
    let (mut contact, mut country, mut another) = (false, false, false);
    centred_column(ui, 1500.0, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            title(ui, cx, &cx.t("talk-title"));
            soft(ui, cx, &cx.t("talk-line"));
        });
        let own = shown.iter().find_map(|signpost| if let Signpost::Own(own) = signpost { Some(*own) } else { None });
        let line = shown
            .iter()
            .find_map(|signpost| if let Signpost::Line { line, of } = signpost { Some((*line, *of)) } else { None });
        side_by_side(
            ui,
            cx.theme,
            "talk",
            0.42,
            |ui| contact = own_ui(ui, cx, own),
            |ui| (country, another) = line_ui(ui, cx, line),
        );
        world_ui(ui, cx);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            // Where not all of it is seen at once, it is read from its beginning.
            let look = if reads_in_steps(ui) { Look::Amber } else { Look::Primary };
            if button(ui, cx, "talk-done", &cx.t("done"), look) {
                cx.ask(Command::Back);
            }
            if !cx.model.is_read_only() && button(ui, cx, "support-list", &cx.t("talk-list-change"), Look::Quiet) {
                cx.ask(Command::CopyList(OwnList::Support));
            }
        });
        if let Some(why) = &cx.model.outside.support_trouble {
            soft(ui, cx, &cx.tw("talk-list-odd", &[("why", cx.list_trouble(why).into())]));
        }
    });
    view.turn += usize::from(another);
    if contact {
        cx.ask(Command::Lay(Over::Contact));
    }
    if country {
        cx.ask(Command::Lay(Over::Country));
    }
}

/// Says whether the contact is to be named or changed.
fn own_ui(ui: &mut Ui, cx: &Cx<'_>, own: Option<Contact<'_>>) -> bool {
    heading(ui, cx, &cx.t("talk-own"));
    let words = if let Some(own) = own {
        reading(ui, cx, "own-name", own.name, Size::Body);
        reading(ui, cx, "own-number", own.number, Size::Large);
        cx.t("talk-own-change")
    } else {
        // Read from here on where not all of it is seen at once.
        reading(ui, cx, "own-none", &cx.t("talk-own-none"), Size::Small);
        cx.t("talk-own-add")
    };
    button(ui, cx, "contact-change", &words, Look::Small)
}

/// Says whether a country is to be chosen, and whether another line of this one is asked for.
fn line_ui(ui: &mut Ui, cx: &Cx<'_>, line: Option<(&Line, usize)>) -> (bool, bool) {
    let Some((line, of)) = line else {
        let is_chosen = cx.model.settings.country.is_some();
        heading(ui, cx, &cx.t("talk-country-line"));
        soft(ui, cx, &cx.t(if is_chosen { "talk-country-missing" } else { "talk-country-none" }));
        let words = cx.t(if is_chosen { "talk-country-other" } else { "talk-country" });
        return (button(ui, cx, "country", &words, Look::Small), false);
    };
    ui.spacing_mut().item_spacing.y = 10.0;
    heading(ui, cx, &line.service);
    if let Some(numbers) = numbers_words(cx, line) {
        reading(ui, cx, "line-number", &numbers, Size::Large);
    }
    if let Some(text) = &line.text {
        reading(ui, cx, "line-text", &cx.tw("talk-text", &[("number", text.clone().into())]), Size::Body);
    }
    reading(ui, cx, "line-about", &about_words(cx, line), Size::Small);
    if !line.answers_at(cx.now.wall.time()) {
        label(ui, cx, &cx.t("talk-closed"), Size::Small);
    }
    let values = [("day", cx.day(line.checked).into()), ("source", place_of(&line.source).into())];
    reading(ui, cx, "line-checked", &cx.tw("talk-checked", &values), Size::Small);
    if line.is_old(cx.model.today(cx.now)) {
        label(ui, cx, &cx.t("talk-old"), Size::Small);
    }
    let mut pressed = (false, false);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, size::GAP);
        pressed.1 = of > 1 && button(ui, cx, "another-line", &cx.t("talk-another-line"), Look::Small);
        pressed.0 = button(ui, cx, "country", &cx.t("talk-country-other"), Look::Small);
    });
    pressed
}

/// The page on which the person names somebody of their own. What is typed is kept at once.
pub fn contact_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut settings = cx.model.settings.clone();
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("talk-own"));
        paragraph(ui, cx, &cx.t("talk-own-none"));
        let fields = [
            ("contact-name", key("talk-own-name"), key("talk-own-name-hint"), &mut settings.contact_name),
            ("contact-number", key("talk-own-number"), key("talk-own-number-hint"), &mut settings.contact_number),
        ];
        for (name, words, hint, text) in fields {
            section(ui, cx, &cx.t(words));
            text_line(ui, cx, name, &cx.t(words), text, &cx.t(hint), 760.0);
        }
        not_kept_ui(ui, cx);
        ui.add_space(8.0);
        // The focus starts in the field for the name.
        if button(ui, cx, "contact-done", &cx.t("done"), Look::Amber) {
            cx.ask(Command::Back);
        }
    });
    if settings != cx.model.settings {
        cx.ask(Command::SetSettings(Box::new(settings)));
    }
}

/// The page on which a country is chosen, once.
pub fn country_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut TalkView) {
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("talk-country"));
        let chosen = cx.model.settings.country.clone();
        let codes = countries(&cx.model.support).into_iter();
        let mut choices: Vec<_> = codes.map(|code| (code, cx.country(code))).collect();
        choices.sort_by_cached_key(|(_, name)| name.nfd().filter(char::is_ascii).collect::<String>());
        if let Some(code) = choice_chips(ui, cx, "country", choices, |code| Some(code) == chosen.as_deref()) {
            let settings = Settings { country: Some(code.to_owned()), ..cx.model.settings.clone() };
            cx.ask(Command::SetSettings(Box::new(settings)));
            cx.ask(Command::Back);
            view.turn = 0;
        }
        if chosen.is_some() && link(ui, cx, "no-country", &cx.t("talk-country-no")) {
            let settings = Settings { country: None, ..cx.model.settings.clone() };
            cx.ask(Command::SetSettings(Box::new(settings)));
            cx.ask(Command::Back);
        }
        soft(ui, cx, &cx.t("talk-country-about"));
        not_kept_ui(ui, cx);
        done_ui(ui, cx);
    });
}

/// Where nothing can be written, what is said here does not last.
fn not_kept_ui(ui: &mut Ui, cx: &Cx<'_>) {
    if cx.model.folder != Folder::Open {
        soft(ui, cx, &cx.t("talk-not-kept"));
    }
}

fn world_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    card(ui, cx.theme, |ui| {
        heading(ui, cx, &cx.t("talk-world"));
        let address = place_of(DIRECTORY);
        reading(ui, cx, "world", &cx.tw("talk-world-line", &[("address", address.into())]), Size::Body);
        if button(ui, cx, "directory", &cx.t("talk-world-open"), Look::Small) {
            cx.ask(Command::OpenAddress(DIRECTORY.to_owned()));
        }
    });
}

/// Its numbers, as they are dialled.
fn numbers_words(cx: &Cx<'_>, line: &Line) -> Option<String> {
    let join = |one: String, other: &String| {
        let values = [("one", one.into()), ("other", other.clone().into())];
        cx.tw("talk-or", &values)
    };
    let (first, rest) = line.numbers.split_first()?;
    Some(rest.iter().fold(first.clone(), join))
}

/// For a mouse, which has no Back.
pub(super) fn done_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if button(ui, cx, "done", &cx.t("done"), Look::Plain) {
        cx.ask(Command::Back);
    }
}

/// When somebody answers, what it costs, and in which languages.
fn about_words(cx: &Cx<'_>, line: &Line) -> String {
    let hours = match line.hours {
        Hours::Always => cx.t("talk-always"),
        Hours::Daily { from, until } => {
            cx.tw("talk-daily", &[("from", cx.hour(from).into()), ("until", cx.hour(until).into())])
        }
    };
    let cost = match line.free {
        Some(true) => Some(cx.t("talk-free")),
        Some(false) => Some(cx.t("talk-costs")),
        None => None,
    };
    let tongues: Vec<String> = line.languages.iter().map(|code| cx.tongue(code)).collect();
    let values = [("languages", tongues.join(", ").into())];
    let speaks = if line.more_languages { cx.tw("talk-speaks-more", &values) } else { cx.tw("talk-speaks", &values) };
    [Some(hours), cost, Some(speaks)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The place an address names; of a house for many projects, also which of them.
fn place_of(address: &str) -> String {
    let place = address.split_once("://").map_or(address, |(_, place)| place);
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.trim_start_matches("www.");
    match path.split('/').nth(1) {
        Some(project) if host == "github.com" => format!("{project} ({host})"),
        _ => host.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_called_by_its_place() {
        assert_eq!(place_of("https://www.samaritans.org/about/x?y"), "samaritans.org");
        assert_eq!(place_of(DIRECTORY), "findahelpline.com");
        assert_eq!(place_of("https://github.com/somebody/some-lines"), "some-lines (github.com)");
        assert_eq!(place_of("nowhere"), "nowhere");
    }
}
