//! Tonight: the evening on one page, ready to begin or to be kept.

use egui::{Ui, vec2};

use crate::app::command::Command;
use crate::app::nav::{Page, Room};
use crate::app::reminder::due;
use crate::evening::later;
use crate::evening::plan::{EveningPlan, Place, ROOM};
use crate::evening::timeline::{Timeline, Verdict, fit};
use crate::journal::day::lived_day_of;

use super::calendar_ui::kept_words;
use super::cx::Cx;
use super::talk_ui::talk_button_ui;
use super::theme::size;
use super::timeline_ui::timeline_ui;
use super::widgets::{
    Look, Size, button, card, check_row, choice_chips, heading, label, live, marked_line, paragraph, row_button,
    section, short_link, side_by_side, soft, title,
};

/// The room where evenings are planned.
pub fn tonight_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if cx.model.is_over(cx.now) {
        over_ui(ui, cx);
        return;
    }
    let starts = cx.model.starts(cx.now);
    let timeline = fit(&cx.model.tonight.plan, starts, cx.model.bedtime(cx.now));

    // In one line, so that what begins the evening is in sight together with it.
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(28.0, 0.0);
        title(ui, cx, &cx.t(if cx.model.tonight.when.is_some() { "tonight-title-later" } else { "tonight-title" }));
        let when = match cx.model.tonight.when {
            Some(when) => cx.day_and_time(when),
            None => cx.day(cx.model.today(cx.now)),
        };
        soft(ui, cx, &when);
    });
    later_offer_ui(ui, cx);
    reminder_ui(ui, cx);
    let mut commands = Vec::new();
    {
        let model = cx.model;
        let mut left = Cx { model, text: cx.text, theme: cx.theme, now: cx.now, commands: &mut commands };
        let mut asked_right = Vec::new();
        let mut right = Cx { model, text: cx.text, theme: cx.theme, now: cx.now, commands: &mut asked_right };
        side_by_side(
            ui,
            cx.theme,
            "tonight",
            0.52,
            |ui| film_card_ui(ui, &mut left),
            |ui| room_card_ui(ui, &mut right),
        );
        commands.append(&mut asked_right);
    }
    cx.commands.append(&mut commands);
    card(ui, cx.theme, |ui| evening_card_ui(ui, cx, &timeline));
    begin_ui(ui, cx);
    kept_ui(ui, cx);
    // Below the evening, which would begin out of sight otherwise.
    super::joy_ui::ask_ui(ui, cx);
}

/// Right after an evening there is nothing to plan. It stays until the person goes on, or the day is another one. No
/// button has the focus: OK pressed once too often does nothing.
fn over_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    live(ui, |ui| {
        title(ui, cx, &cx.t("over-title"));
        paragraph(ui, cx, &cx.t("over-line"));
    });
    later_offer_ui(ui, cx);
    reminder_ui(ui, cx);
    ui.add_space(2.0 * size::GAP);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        if button(ui, cx, "over-plan", &cx.t("over-plan"), Look::Plain) {
            cx.ask(Command::NewPlan);
        }
        if button(ui, cx, "over-journal", &cx.t("over-journal"), Look::Plain) {
            cx.ask(Command::Enter(Room::Journal));
        }
        if button(ui, cx, "over-leave", &cx.t("menu-leave"), Look::Plain) {
            cx.ask(Command::Quit);
        }
        talk_button_ui(ui, cx);
    });
}

/// One quiet line where a later check-in is in its time.
pub(super) fn later_offer_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if cx.model.settings.paused {
        return;
    }
    let hour = cx.model.settings.day_starts_hour;
    let Some(offer) = later::offer(&cx.model.journal, cx.now.wall, hour) else { return };
    card(ui, cx.theme, |ui| {
        let line = vec2(ui.available_width(), 68.0);
        ui.allocate_ui_with_layout(line, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let pressed = button(ui, cx, "later-check-in", &cx.t("later-check-in"), Look::Small);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                label(ui, cx, &cx.t(super::check_in_ui::offer_key(offer.moment)), Size::Body);
            });
            if pressed {
                let evening = Some(offer.evening);
                cx.ask(Command::Open(Page::CheckIn { id: None, evening, moment: offer.moment }));
            }
        });
    });
}

/// One quiet line where the time of a kept evening has come, or comes soon.
fn reminder_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(plan) = due(cx.model, cx.now).filter(|plan| cx.model.tonight.id != Some(plan.id)) else { return };
    let values = [("name", cx.evening_name(&plan.plan).into())];
    let words = match plan.when {
        Some(when) if when > cx.now.wall.naive_local() => {
            let [name] = values;
            cx.tw("remind-soon", &[name, ("time", cx.time(when.time()).into())])
        }
        _ => cx.tw("remind-now", &values),
    };
    card(ui, cx.theme, |ui| {
        label(ui, cx, &words, Size::Body);
        if button(ui, cx, "remind-take", &cx.t("remind-take"), Look::Small) {
            cx.ask(Command::TakePlan(plan.id));
        }
    });
}

fn film_card_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let plan = &cx.model.tonight.plan;
    ui.spacing_mut().item_spacing.y = 10.0;
    section(ui, cx, &cx.t("tonight-watch"));
    let named = !plan.title().is_empty();
    heading(ui, cx, &if named { cx.evening_name(plan) } else { cx.t("tonight-nothing-named") });
    if named || plan.runtime_min().is_some() || plan.place.is_some() {
        soft(ui, cx, &film_line(cx, plan));
    }
    if !plan.intention.trim().is_empty() {
        let intention = super::words::shortened(&plan.intention, 90);
        label(ui, cx, &cx.tw("tonight-intention-quoted", &[("intention", intention.into())]), Size::Body);
    }
    if plan.place.is_none() {
        place_chips_ui(ui, cx, plan);
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        if button(ui, cx, "choose", &cx.t("tonight-choose"), Look::Small) {
            cx.ask(Command::Open(Page::Choose));
        }
        let words = cx.t(if named { "tonight-change-film" } else { "tonight-name-film" });
        if button(ui, cx, "items", &words, Look::Small) {
            cx.ask(Command::Open(Page::Items));
        }
        if button(ui, cx, "intention", &cx.t("tonight-intention"), Look::Small) {
            cx.ask(Command::Open(Page::Intention));
        }
    });
}

/// Where it plays is asked once; the answer is there again the next time.
fn place_chips_ui(ui: &mut Ui, cx: &mut Cx<'_>, plan: &EveningPlan) {
    section(ui, cx, &cx.t("place-question"));
    let places = [Place::AnotherScreen, Place::ThisScreen, Place::Elsewhere];
    let choices = places.map(|place| (place, cx.place(Some(place))));
    if let Some(place) = choice_chips(ui, cx, "place-asked", choices, |_| false) {
        cx.ask(Command::SetPlan(EveningPlan { place: Some(place), ..plan.clone() }));
    }
}

fn film_line(cx: &Cx<'_>, plan: &EveningPlan) -> String {
    let length = plan.runtime_min().map_or_else(|| cx.t("length-unknown"), |minutes| cx.length(minutes));
    let mut parts = vec![length];
    if plan.items.len() > 1 {
        parts.insert(0, cx.tw("tonight-items", &[("n", plan.items.len().into())]));
    }
    if plan.place.is_some() {
        parts.push(cx.place(plan.place));
    }
    parts.join(" · ")
}

fn room_card_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    section(ui, cx, &cx.t("tonight-room"));
    let plan = &cx.model.tonight.plan;
    let mut pressed = None;
    let narrow = ui.available_width() < 460.0;
    ui.spacing_mut().item_spacing.y = 2.0;
    if narrow {
        for word in ROOM {
            room_row_ui(ui, cx, plan, word, &mut pressed);
        }
    } else {
        ui.columns(2, |columns| {
            for (index, word) in ROOM.into_iter().enumerate() {
                let column = usize::from(index >= ROOM.len().div_ceil(2));
                room_row_ui(&mut columns[column], cx, plan, word, &mut pressed);
            }
        });
    }
    if plan.room.iter().any(|word| word == "candle") {
        soft(ui, cx, &cx.t("room-candle-line"));
    }
    if let Some(word) = pressed {
        let mut plan = plan.clone();
        match plan.room.iter().position(|known| known == word) {
            Some(index) => {
                plan.room.remove(index);
            }
            None => plan.room.push(word.to_owned()),
        }
        cx.ask(Command::SetPlan(plan));
    }
}

fn room_row_ui(ui: &mut Ui, cx: &Cx<'_>, plan: &EveningPlan, word: &'static str, pressed: &mut Option<&'static str>) {
    let ready = plan.room.iter().any(|known| known == word);
    if check_row(ui, cx, ("room", word), &cx.known_word(word), ready) {
        *pressed = Some(word);
    }
}

fn evening_card_ui(ui: &mut Ui, cx: &mut Cx<'_>, timeline: &Timeline) {
    ui.spacing_mut().item_spacing.y = 12.0;
    ui.horizontal_wrapped(|ui| {
        section(ui, cx, &cx.t("tonight-evening"));
        ui.add_space(24.0);
        verdict_ui(ui, cx, timeline);
    });
    if let Some(page) = timeline_ui(ui, cx, timeline) {
        cx.ask(Command::Open(page));
    }
    if let Some(line) = later_line(cx, timeline) {
        soft(ui, cx, &line);
    }
    let plan = &cx.model.tonight.plan;
    let starts = match cx.model.tonight.when {
        // Not a time alone that may be tomorrow's.
        Some(when) if lived_day_of(when, cx.model.settings.day_starts_hour) == cx.model.today(cx.now) => {
            cx.time(when.time())
        }
        Some(when) => cx.day_and_time(when),
        None => cx.t("start-now"),
    };
    let bedtime = plan.bedtime.map_or_else(|| cx.t("bedtime-none"), |time| cx.time(time));
    let aftercare = if plan.aftercare.is_empty() { cx.t("aftercare-open") } else { cx.known_words(&plan.aftercare) };
    let lines = [
        (Page::Start, cx.tw("tonight-starts", &[("start", starts.into())])),
        (Page::Breaks, cx.tw("tonight-breaks", &[("breaks", cx.breaks(&plan.breaks).into())])),
        (Page::Aftercare, cx.tw("tonight-aftercare", &[("care", aftercare.into())])),
        (Page::Bedtime, cx.tw("tonight-bedtime", &[("bedtime", bedtime.into())])),
        (Page::Place, cx.tw("tonight-place", &[("place", cx.place(plan.place).into())])),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
        for (page, words) in lines {
            // So that all there is to change stands in one line, where it can.
            let most_chars = if page == Page::Aftercare { 31 } else { usize::MAX };
            if short_link(ui, cx, ("plan", page), &words, most_chars) {
                cx.ask(Command::Open(page));
            }
        }
    });
}

/// Whether it fits, in words and with a mark of its own shape.
fn verdict_ui(ui: &mut Ui, cx: &Cx<'_>, timeline: &Timeline) {
    let ends = timeline.film_ends.map(|at| cx.time(at.time())).unwrap_or_default();
    let bed = timeline.bedtime.map(|at| cx.time(at.time())).unwrap_or_default();
    let values = [("ends", ends.into()), ("bed", bed.into())];
    let (words, fits) = match timeline.verdict {
        Verdict::NoBedtime => (cx.tw("fit-no-bedtime", &values), None),
        Verdict::Fits { .. } => (cx.tw("fit-fits", &values), Some(true)),
        Verdict::FitsKeptShort => (cx.tw("fit-kept-short", &values), Some(true)),
        Verdict::TooLong { over_min } => {
            let over = cx.length(over_min);
            (cx.tw("fit-too-long", &[("over", over.into()), values[1].clone()]), Some(false))
        }
        // Late is no fault: no mark.
        Verdict::BedtimePassed => (cx.tw("fit-bedtime-passed", &values), None),
        Verdict::UnknownLength { film_ends_by: Some(by) } => {
            let by = cx.time(by.time());
            (cx.tw("fit-unknown-by", &[("by", by.into()), values[1].clone()]), None)
        }
        Verdict::UnknownLength { film_ends_by: None } => (cx.t("fit-unknown"), None),
    };
    marked_line(ui, cx, fits, &words);
}

/// When the two later check-ins would fall.
fn later_line(cx: &Cx<'_>, timeline: &Timeline) -> Option<String> {
    let (plus20, fits20) = timeline.check_in_after(20)?;
    let (plus90, fits90) = timeline.check_in_after(90)?;
    let values = [("plus20", cx.time(plus20.time()).into()), ("plus90", cx.time(plus90.time()).into())];
    Some(match (fits20, fits90) {
        (_, true) => cx.tw("later-both", &values),
        (true, false) => cx.tw("later-first", &values),
        (false, false) => cx.tw("later-none", &values),
    })
}

fn begin_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        if button(ui, cx, "begin", &cx.t("tonight-begin"), Look::Primary) {
            cx.ask(Command::Begin);
        }
        if button(ui, cx, "keep", &cx.t("tonight-keep"), Look::Plain) {
            cx.ask(Command::KeepPlan);
        }
        if let Some(id) = cx.model.tonight.id {
            if button(ui, cx, "delete-plan", &cx.t("tonight-delete-plan"), Look::Plain) {
                cx.ask(Command::NewPlan);
                cx.ask(Command::Delete(id));
            }
            if button(ui, cx, "new-plan", &cx.t("tonight-new-plan"), Look::Plain) {
                cx.ask(Command::NewPlan);
            }
            if button(ui, cx, "move-plan", &cx.t("tonight-move-plan"), Look::Plain) {
                cx.ask(Command::Open(Page::Start));
            }
        } else {
            /// With less beside the buttons the line would be a strip.
            const LEAST: f32 = 400.0;
            if ui.available_size_before_wrap().x < LEAST {
                ui.end_row();
            }
            ui.vertical(|ui| {
                ui.add_space(24.0);
                soft(ui, cx, &cx.t("tonight-at-any-time"));
            });
        }
    });
}

fn kept_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut kept: Vec<_> = cx.model.journal.open_plans().collect();
    kept.sort_by_key(|plan| (plan.when, plan.id));
    ui.add_space(size::GAP);
    if !kept.is_empty() {
        heading(ui, cx, &cx.t("kept-title"));
    }
    for plan in kept {
        if row_button(ui, cx, ("kept", plan.id), &cx.evening_name(&plan.plan), &kept_words(cx, plan)) {
            cx.ask(Command::TakePlan(plan.id));
        }
    }
    if button(ui, cx, "calendar", &cx.t("calendar-open"), Look::Quiet) {
        cx.ask(Command::Open(Page::Calendar));
    }
}
