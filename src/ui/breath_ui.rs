//! The breath drawn in one of three looks, with its word, count and ring; or, without motion, word, count and a bar.

mod circle;
mod light;
mod paint;
mod still;
mod tide;

use egui::{Align2, Color32, Pos2, Rect, Ui, pos2, vec2};

use crate::breathing::look::Drawn;
use crate::breathing::{Look, Pace, Phase, PhaseKind};
use crate::text::key;

use super::cx::Cx;
use super::fonts;
use super::theme::{Theme, luminance, mix, size};
use super::watching_ui::text;

/// The radius of the ring where there is room for it.
const RING: f32 = 374.0;

/// The radius of what breathes inside it, at its fullest.
const INSIDE: f32 = 295.0;

/// A breath smaller than this share of its full size has its word below it.
const SMALL: f32 = 0.62;

/// The room for that, in points.
const BELOW: f32 = 64.0;

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
    let room = Rect::from_min_max(rect.min + vec2(0.0, 56.0), rect.max - vec2(0.0, 60.0));
    breath_itself_ui(ui, cx, &phase, room);
    let secs = cx.now.mono.saturating_sub(pace.began).as_secs();
    let time = format!("{}:{:02}", secs / 60, secs % 60);
    let line = cx.tw("breathe-line", &[("n", (phase.breaths + 1).into()), ("time", time.into())]);
    let below = pos2(rect.center().x, rect.bottom() - 26.0);
    text(ui, below, Align2::CENTER_CENTER, &line, fonts::body(size::SMALL), cx.theme.soft);
}

/// The breath without any lines around it, as large as there is room.
pub fn breath_itself_ui(ui: &mut Ui, cx: &Cx<'_>, phase: &Phase, room: Rect) {
    let whole = fit(room.size());
    if cx.model.is_still() {
        still::still_ui(ui, cx, phase, room.center(), whole);
        return;
    }
    // In a small ring there is no room for words: they stand below it.
    let is_small = whole < SMALL;
    let fit = if is_small { fit(room.size() - vec2(0.0, BELOW)) } else { whole };
    let centre = pos2(room.center().x, room.top() + (RING + 4.0) * fit);
    let look = cx.model.settings.look;
    let scene = Scene { phase, drawn: look.at(phase), centre, fit, theme: cx.theme, colour: colour(cx.theme, phase) };
    let (ink, word_at) = match look {
        Look::Circle => circle::paint(ui, &scene),
        Look::Tide => tide::paint(ui, &scene),
        Look::Light => light::paint(ui, &scene),
    };
    paint::ring(ui, &scene);
    if is_small {
        let (theme, below) = (cx.theme, pos2(centre.x, centre.y + (RING + 4.0) * fit + BELOW / 2.0));
        let count = phase.count.to_string();
        text(ui, word_at, Align2::CENTER_CENTER, &count, fonts::body(120.0 * fit.max(0.3)), ink);
        text(ui, below, Align2::CENTER_CENTER, &word(cx, phase.kind), fonts::display(44.0), theme.text);
        return;
    }
    let word_size = 66.0 * fit;
    let up = word_at - vec2(0.0, 0.36 * word_size);
    text(ui, up, Align2::CENTER_CENTER, &word(cx, phase.kind), fonts::display(word_size), ink);
    let down = word_at + vec2(0.0, 0.88 * word_size);
    text(ui, down, Align2::CENTER_CENTER, &phase.count.to_string(), fonts::body(0.9 * word_size), ink);
}

/// How much of its full size the breath can be drawn in.
fn fit(room: egui::Vec2) -> f32 {
    (room.min_elem() / (2.0 * RING + 8.0)).clamp(0.1, 1.0)
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

/// What is light behind words: so much of the colour that they can still be read.
fn ground(theme: &Theme, colour: Color32, share: f32) -> Color32 {
    let share = if theme.name == "contrast" { 0.55 * share } else { share };
    mix(theme.sky[1], colour, share)
}

/// The same colour, no brighter than a dark room allows. In daylight, and where contrast comes first, as it is.
fn capped(theme: &Theme, colour: Color32) -> Color32 {
    if !theme.dark || theme.name == "contrast" {
        return colour;
    }
    let bright = luminance(colour);
    if bright <= BRIGHTEST {
        return colour;
    }
    let (linear, share) = (egui::Rgba::from(colour), BRIGHTEST / bright);
    egui::Rgba::from_rgb(linear.r() * share, linear.g() * share, linear.b() * share).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{Themes, contrast};

    #[test]
    fn every_word_can_be_read_on_the_breath_in_or_out() {
        let themes = Themes::bundled().expect("whole");
        for theme in [themes.dusk(), themes.black(), themes.get("morning"), themes.get("contrast")] {
            let least = if theme.name == "contrast" { 7.0 } else { 4.5 };
            for colour in [theme.rain, theme.lilac, mix(theme.rain, theme.lilac, 0.35)] {
                // The line along the water is thin, and letters stand on both of its sides.
                for share in tide::WATER.into_iter().skip(1).chain([light::HEART]) {
                    let found = contrast(theme.text, ground(theme, colour, share));
                    assert!(found >= least, "{}: {found} on {share} of {colour:?}", theme.name);
                }
                let heart = capped(theme, mix(colour, theme.text, 0.16));
                let found = contrast(theme.on_rain, heart);
                assert!(found >= 4.5, "{}: {found} on the circle", theme.name);
            }
        }
    }

    #[test]
    fn no_large_shape_is_bright_in_a_dark_room() {
        let themes = Themes::bundled().expect("whole");
        for theme in [themes.dusk(), themes.black()] {
            for colour in [theme.rain, theme.lilac, theme.text] {
                let bright = luminance(capped(theme, colour));
                assert!(bright <= BRIGHTEST + 0.01, "{}: {bright}", theme.name);
            }
        }
    }
}
