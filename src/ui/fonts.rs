//! The bundled faces: Fraunces for headings, Atkinson Hyperlegible Next for all else.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

const REGULAR: &str = "atkinson-regular";
const BOLD: &str = "atkinson-bold";
const DISPLAY: &str = "fraunces";

/// The faces, each standing in for what the others lack. Other scripts come from the system's fonts.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in faces() {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let family = |names: [&str; 3]| names.map(str::to_owned).to_vec();
    fonts.families.insert(FontFamily::Proportional, family([REGULAR, DISPLAY, BOLD]));
    fonts.families.insert(FontFamily::Monospace, family([REGULAR, DISPLAY, BOLD]));
    fonts.families.insert(FontFamily::Name(BOLD.into()), family([BOLD, DISPLAY, REGULAR]));
    fonts.families.insert(FontFamily::Name(DISPLAY.into()), family([DISPLAY, REGULAR, BOLD]));
    fonts
}

fn faces() -> [(&'static str, &'static [u8]); 3] {
    [
        (REGULAR, include_bytes!("../../assets/fonts/atkinson-regular.ttf")),
        (BOLD, include_bytes!("../../assets/fonts/atkinson-bold.ttf")),
        (DISPLAY, include_bytes!("../../assets/fonts/fraunces.ttf")),
    ]
}

/// Running text.
#[must_use]
pub fn body(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Buttons and what is to stand out.
#[must_use]
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}

/// Headings.
#[must_use]
pub fn display(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(DISPLAY.into()))
}
