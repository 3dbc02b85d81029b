//! The least a window can cost: one label, with the program's own window options, size and fonts, built like it. What
//! Sunshower needs for its first picture and in memory is measured against this.
//!
//! `cargo build --release --example floor`, then `.ci/light`.

use sunshower::app::launch::{APP_ID, native_options};
use sunshower::ui::fonts;

struct Floor;

impl eframe::App for Floor {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("Sunshower");
    }
}

fn main() -> eframe::Result {
    let create: eframe::AppCreator<'_> = Box::new(|creation| {
        creation.egui_ctx.set_fonts(fonts::definitions());
        Ok(Box::new(Floor))
    });
    eframe::run_native(APP_ID, native_options(false), create)
}
