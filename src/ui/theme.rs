//! The one place that names a colour, and the sizes everything is drawn in.
//!
//! All lengths are in points of a canvas 1080 points high, so that they are the pixels of a 1080p television.

use egui::{Color32, Stroke};
use serde::Deserialize;

/// Sizes of text.
pub mod size {
    /// A page's title.
    pub const TITLE: f32 = 68.0;
    /// A card's title.
    pub const CARD_TITLE: f32 = 40.0;
    /// Running text and buttons.
    pub const BODY: f32 = 32.0;
    /// Labels and side notes; nothing on a television is smaller.
    pub const SMALL: f32 = 26.0;
    /// The space around everything, 5 % of the width, for televisions that cut the edges off.
    pub const MARGIN_X: f32 = 96.0;
    /// The space above and below everything, 5 % of the height.
    pub const MARGIN_Y: f32 = 54.0;
    /// The corners of cards.
    pub const CARD_CORNER: u8 = 28;
    /// The corners of controls.
    pub const CONTROL_CORNER: u8 = 22;
    /// Between things that belong together.
    pub const GAP: f32 = 18.0;
    /// Between cards.
    pub const CARD_GAP: f32 = 28.0;
}

/// The colours of one theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Its name in the settings.
    pub name: String,
    /// Whether it is light on dark.
    pub dark: bool,
    /// The sky behind everything, from its top down.
    pub sky: [Color32; 3],
    /// Cards.
    pub card: Color32,
    /// Controls on cards.
    pub raised: Color32,
    /// Hairlines and empty tracks.
    pub line: Color32,
    /// Text.
    pub text: Color32,
    /// Text that steps back.
    pub soft: Color32,
    /// Text that steps back further; still readable.
    pub faint: Color32,
    /// The one thing to press.
    pub accent: Color32,
    /// Text on it.
    pub on_accent: Color32,
    /// Film, and what is chosen.
    pub rain: Color32,
    /// Text on it.
    pub on_rain: Color32,
    /// Tears.
    pub tear: Color32,
    /// Breaks, and what fits.
    pub sage: Color32,
    /// What is stirred up, and what does not fit.
    pub clay: Color32,
    /// Settling in.
    pub lilac: Color32,
    /// Quiet.
    pub slate: Color32,
    /// The ring around what is focused.
    pub focus: Color32,
    /// A line around cards and controls, where their grounds alone do not tell them from what they lie on.
    pub edge: Option<Color32>,
}

impl Theme {
    /// The line around a card or a control; none in most themes.
    #[must_use]
    pub fn edge_stroke(&self) -> Stroke {
        self.edge.map_or(Stroke::NONE, |edge| Stroke::new(2.0, edge))
    }
}

/// A theme as its file writes it.
#[derive(Deserialize)]
struct Tokens {
    name: String,
    dark: bool,
    sky_top: Hex,
    sky_middle: Hex,
    sky_bottom: Hex,
    card: Hex,
    raised: Hex,
    line: Hex,
    text: Hex,
    soft: Hex,
    faint: Hex,
    accent: Hex,
    on_accent: Hex,
    rain: Hex,
    on_rain: Hex,
    tear: Hex,
    sage: Hex,
    clay: Hex,
    lilac: Hex,
    slate: Hex,
    focus: Hex,
    #[serde(default)]
    edge: Option<Hex>,
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Hex(Color32);

impl TryFrom<String> for Hex {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        #[expect(clippy::disallowed_methods, reason = "this is the place that names colours")]
        Color32::from_hex(&text).map(Self).map_err(|_| format!("{text} is not a colour"))
    }
}

/// All themes: the names a person can choose, and the one for watching.
#[derive(Clone, Debug)]
pub struct Themes {
    /// Those that can be chosen.
    offered: Vec<Theme>,
    night: Theme,
    black: Theme,
}

/// Why the bundled themes cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("a bundled theme is not whole: {0}")]
pub struct ThemeError(#[from] ron::error::SpannedError);

impl Themes {
    /// Reads the bundled themes.
    ///
    /// # Errors
    /// Where one is not whole; a test sees to it that none is.
    pub fn bundled() -> Result<Self, ThemeError> {
        let themes = [
            include_str!("../../assets/theme/dusk.ron"),
            include_str!("../../assets/theme/morning.ron"),
            include_str!("../../assets/theme/contrast.ron"),
        ];
        let offered: Vec<Theme> = themes.into_iter().map(read).collect::<Result<_, _>>()?;
        let black = Theme { name: "black".into(), sky: [Color32::BLACK; 3], ..offered[0].clone() };
        Ok(Self { offered, night: read(include_str!("../../assets/theme/night.ron"))?, black })
    }

    /// The theme with this name, or the first.
    #[must_use]
    pub fn get(&self, name: &str) -> &Theme {
        self.offered.iter().find(|theme| theme.name == name).unwrap_or(&self.offered[0])
    }

    /// The evening's own theme, which is dark.
    #[must_use]
    pub fn dusk(&self) -> &Theme {
        &self.offered[0]
    }

    /// The evening's own theme on true black, for screens that light each point by itself.
    #[must_use]
    pub fn black(&self) -> &Theme {
        &self.black
    }

    /// The theme for watching a film.
    #[must_use]
    pub fn night(&self) -> &Theme {
        &self.night
    }
}

fn read(text: &str) -> Result<Theme, ThemeError> {
    let tokens: Tokens = ron::from_str(text)?;
    Ok(Theme {
        name: tokens.name,
        dark: tokens.dark,
        sky: [tokens.sky_top.0, tokens.sky_middle.0, tokens.sky_bottom.0],
        card: tokens.card.0,
        raised: tokens.raised.0,
        line: tokens.line.0,
        text: tokens.text.0,
        soft: tokens.soft.0,
        faint: tokens.faint.0,
        accent: tokens.accent.0,
        on_accent: tokens.on_accent.0,
        rain: tokens.rain.0,
        on_rain: tokens.on_rain.0,
        tear: tokens.tear.0,
        sage: tokens.sage.0,
        clay: tokens.clay.0,
        lilac: tokens.lilac.0,
        slate: tokens.slate.0,
        focus: tokens.focus.0,
        edge: tokens.edge.map(|edge| edge.0),
    })
}

/// Between `from` and `to`, at `share` from 0 to 1.
#[must_use]
pub fn mix(from: Color32, to: Color32, share: f32) -> Color32 {
    from.lerp_to_gamma(to, share.clamp(0.0, 1.0))
}

/// How bright a colour is: its relative luminance after WCAG 2.2, 0 to 1.
#[must_use]
pub fn luminance(colour: Color32) -> f32 {
    let linear = egui::Rgba::from(colour);
    0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
}

/// Contrast of two opaque colours after WCAG 2.2, from 1 to 21.
#[cfg(test)]
pub(crate) fn contrast(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        let themes = Themes::bundled().expect("whole");
        for theme in themes.offered.iter().chain([&themes.night, &themes.black]) {
            let least = if theme.name == "contrast" { 7.0 } else { 4.5 };
            for ground in theme.sky.into_iter().chain([theme.card, theme.raised]) {
                for text in [theme.text, theme.soft] {
                    assert!(contrast(text, ground) >= least, "{}: {text:?} on {ground:?}", theme.name);
                }
            }
            for ground in theme.sky.into_iter().chain([theme.card]) {
                assert!(contrast(theme.faint, ground) >= 4.5, "{}: faint on {ground:?}", theme.name);
            }
            assert!(contrast(theme.on_accent, theme.accent) >= 4.5, "{}", theme.name);
            assert!(contrast(theme.on_rain, theme.rain) >= 4.5, "{}", theme.name);
            for band in [theme.lilac, theme.rain, theme.sage, theme.accent] {
                if theme.name != "night" {
                    assert!(contrast(theme.on_accent, band) >= 4.5, "{}: band {band:?}", theme.name);
                }
            }
            assert!(contrast(theme.focus, theme.sky[1]) >= 3.0, "{}: the ring", theme.name);
            if theme.name == "contrast" {
                let edge = theme.edge.expect("controls have a line around them");
                for ground in theme.sky.into_iter().chain([theme.card, theme.raised]) {
                    assert!(contrast(edge, ground) >= 3.0, "{edge:?} on {ground:?}");
                }
            }
        }
    }

    #[test]
    fn nothing_is_brighter_than_a_television_likes_in_the_dark() {
        let themes = Themes::bundled().expect("whole");
        for theme in themes.offered.iter().chain([&themes.night, &themes.black]).filter(|theme| theme.dark) {
            for colour in [theme.text, theme.soft, theme.accent, theme.rain, theme.tear, theme.sage, theme.focus] {
                assert!(colour.to_array()[..3].iter().all(|channel| *channel <= 235), "{}: {colour:?}", theme.name);
            }
        }
    }
}
