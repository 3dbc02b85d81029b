//! The breath drawn in one of three looks, with its word, count and ring; or, without motion, word, count and a bar.

mod circle;
mod light;
mod paint;
mod still;
mod tide;

use egui::{Align2, Color32, Pos2, Rect, Ui, pos2, vec2};

use crate::breathing::look::Drawn;
use crate::breathing::{Look, Pace, Phase, PhaseKind};

use super::cx::Cx;
use super::fonts;
use super::theme::{Theme, mix, size};
use super::watching_ui::text;
use super::words::key;

/// The radius of the ring where there is room for it.
const RING: f32 = 374.0;

/// The radius of what breathes inside it, at its fullest.
const INSIDE: f32 = 295.0;

/// The brightest a large shape may be in a dark room, in relative luminance after WCAG 2.2.
const BRIGHTEST: f32 = 0.32;

/// One moment of a breath, and where it is drawn.
struct Scene<'a> {
    phase: &'a Phase,
    drawn: Drawn,
    centre: Pos2,
    /// How much smaller than at its full size.
    fit: f32,
    theme: &'a Theme,
    /// What breathes: bluer on its way in, more violet on its way out.
    colour: Color32,
}

/// Draws where in the breath one is, with what it is called above and how it goes below.
pub fn breath_ui(ui: &mut Ui, cx: &Cx<'_>, pace: &Pace, rect: Rect) {
    let Some(phase) = pace.phase(cx.now.mono) else { return };
    let name = cx.pattern_line(&pace.pattern);
    text(ui, rect.center_top(), Align2::CENTER_TOP, &name, fonts::body(size::SMALL), cx.theme.soft);
    let room = Rect::from_min_max(rect.min + vec2(0.0, 56.0), rect.max - vec2(0.0, 190.0));
    breath_itself_ui(ui, cx, &phase, room);
    let secs = cx.now.mono.saturating_sub(pace.began).as_secs();
    let time = format!("{}:{:02}", secs / 60, secs % 60);
    let line = cx.tw("breathe-line", &[("n", (phase.breaths + 1).into()), ("time", time.into())]);
    let below = pos2(rect.center().x, rect.bottom() - 82.0);
    text(ui, below, Align2::CENTER_CENTER, &line, fonts::body(size::SMALL), cx.theme.soft);
}

/// The breath without any lines around it, as large as there is room.
pub fn breath_itself_ui(ui: &mut Ui, cx: &Cx<'_>, phase: &Phase, room: Rect) {
    let fit = (room.height().min(room.width()) / (2.0 * RING + 8.0)).clamp(0.1, 1.0);
    let centre = pos2(room.center().x, room.top() + (RING + 4.0) * fit);
    if cx.model.settings.reduced_motion {
        still::still_ui(ui, cx, phase, centre, fit);
        return;
    }
    let look = cx.model.settings.look;
    let scene = Scene { phase, drawn: look.at(phase), centre, fit, theme: cx.theme, colour: colour(cx.theme, phase) };
    let (ink, word_at) = match look {
        Look::Circle => circle::paint(ui, &scene),
        Look::Tide => tide::paint(ui, &scene),
        Look::Light => light::paint(ui, &scene),
    };
    paint::ring(ui, &scene);
    let word_size = 66.0 * fit.max(0.6);
    let up = word_at - vec2(0.0, 0.36 * word_size);
    text(ui, up, Align2::CENTER_CENTER, &word(cx, phase.kind), fonts::display(word_size), ink);
    let down = word_at + vec2(0.0, 0.88 * word_size);
    text(ui, down, Align2::CENTER_CENTER, &phase.count.to_string(), fonts::body(0.9 * word_size), ink);
}

/// What the breath does, in words.
fn word(cx: &Cx<'_>, kind: PhaseKind) -> String {
    cx.t(match kind {
        PhaseKind::In => key("breathe-in"),
        PhaseKind::TopUp => key("breathe-top-up"),
        PhaseKind::Hold | PhaseKind::Rest => key("breathe-hold"),
        PhaseKind::Out => key("breathe-out"),
    })
}

/// In and out have colours of their own, and go over into each other as gently as the breath itself.
fn colour(theme: &Theme, phase: &Phase) -> Color32 {
    let towards = if phase.airflow > 0.0 { theme.rain } else { theme.lilac };
    let between = mix(theme.rain, theme.lilac, 0.35);
    mix(between, towards, phase.airflow.abs())
}

/// The same colour, no brighter than a dark room allows. In daylight, and where contrast comes first, as it is.
fn capped(theme: &Theme, colour: Color32) -> Color32 {
    if !theme.dark || theme.name == "contrast" {
        return colour;
    }
    let linear = egui::Rgba::from(colour);
    let luminance = 0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b();
    if luminance <= BRIGHTEST { colour } else { (linear * (BRIGHTEST / luminance)).to_opaque().into() }
}
