//! How to breathe: the way, the look, the length, the sound.

use egui::Ui;

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::breathing::Look as BreathLook;
use crate::sound::Bed;
use crate::text::key;

use super::cry_ui::question;
use super::cx::Cx;
use super::widgets::{Look, button, check_row, choice_chips, soft, stepper};

/// Minutes that can be chosen for the room; 0 is until the person stops.
const LENGTHS_MIN: [u32; 5] = [0, 1, 3, 5, 10];

/// How much a step of the volume is.
const VOLUME_STEP: i32 = 10;

/// What can be chosen. A break has no length, and nothing is made anew in it.
pub fn breath_choices_ui(ui: &mut Ui, cx: &mut Cx<'_>, in_break: bool) {
    patterns_ui(ui, cx, in_break);
    let mut settings = cx.model.settings.clone();
    if !in_break {
        question(ui, cx, &cx.t("breath-length"));
        let lengths = LENGTHS_MIN.map(|minutes| (minutes, length_words(cx, minutes)));
        let chosen = settings.breathe_min.unwrap_or(0);
        if let Some(minutes) = choice_chips(ui, cx, "breath-length", lengths, |minutes| minutes == chosen) {
            settings.breathe_min = Some(minutes).filter(|minutes| *minutes > 0);
        }
    }
    question(ui, cx, &cx.t("breath-look"));
    let looks = BreathLook::ALL.map(|look| (look, cx.breath_look(look)));
    let present = settings.look;
    if let Some(look) = choice_chips(ui, cx, "breath-look", looks, |look| look == present) {
        settings.look = look;
    }
    if cx.model.is_still() {
        soft(ui, cx, &cx.t("breath-look-still"));
    }
    if check_row(ui, cx, "true-black", &cx.t("breath-true-black"), settings.true_black) {
        settings.true_black = !settings.true_black;
    }
    question(ui, cx, &cx.t("sound-title"));
    let beds = [None].into_iter().chain(Bed::ALL.map(Some)).map(|bed| (bed, cx.bed(bed)));
    let present = settings.bed;
    if let Some(bed) = choice_chips(ui, cx, "sound-bed", beds, |bed| bed == present) {
        settings.bed = bed;
    }
    if check_row(ui, cx, "sound-cues", &cx.t("sound-cues"), settings.cues) {
        settings.cues = !settings.cues;
    }
    if settings.bed.is_some() || settings.cues {
        let shown = cx.tw("sound-volume", &[("percent", settings.volume.into())]);
        let steps = stepper(ui, cx, "sound-volume", &cx.t("sound-volume-name"), &shown, 620.0);
        let volume = i32::from(settings.volume).saturating_add(steps.saturating_mul(VOLUME_STEP));
        settings.volume = u8::try_from(volume.clamp(0, 100)).unwrap_or(100);
        if cx.model.outside.sound_fails {
            soft(ui, cx, &cx.t("sound-fails"));
        }
    }
    if cx.model.outside.awake_fails {
        soft(ui, cx, &cx.t("awake-fails"));
    }
    if settings != cx.model.settings {
        cx.ask(Command::SetSettings(Box::new(settings)));
    }
}

fn patterns_ui(ui: &mut Ui, cx: &mut Cx<'_>, in_break: bool) {
    question(ui, cx, &cx.t("breath-pattern"));
    let (patterns, present) = (cx.model.all_patterns(), cx.model.pattern_now());
    let chips = patterns.iter().enumerate().map(|(index, pattern)| (index, cx.pattern_name(pattern)));
    let pressed = choice_chips(ui, cx, "pattern", chips, |index| patterns[index].id == present.id);
    if let Some(pattern) = pressed.and_then(|index| patterns.get(index)) {
        cx.ask(Command::ChoosePattern(pattern.id.clone()));
    }
    soft(ui, cx, &cx.timing(&present.timing));
    if let Some(note) = cx.pattern_note(&present.timing) {
        soft(ui, cx, &note);
    }
    if in_break {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        if button(ui, cx, "pattern-add", &cx.t("pattern-add"), Look::Small) {
            cx.ask(Command::Open(Page::EditPattern(None)));
        }
        let own = present.id.parse().ok().filter(|id| cx.model.journal.patterns.get(*id).is_some());
        if let Some(id) = own
            && button(ui, cx, "pattern-change", &cx.t("pattern-change"), Look::Small)
        {
            cx.ask(Command::Open(Page::EditPattern(Some(id))));
        }
    });
}

fn length_words(cx: &Cx<'_>, minutes: u32) -> String {
    if minutes == 0 { cx.t(key("breath-until-i-stop")) } else { cx.length(minutes) }
}
