//! The least a breath can cost: one circle that grows and shrinks before the evening's sky, as large as Sunshower's and
//! as often drawn, with the program's own window options. What a breathing break costs is measured against this.
//!
//! `cargo build --release --example circle`, then `.ci/light`.

use std::time::Duration;

use sunshower::app::launch::{APP_ID, native_options};
use sunshower::clock::{Clock, SystemClock};
use sunshower::ui::theme::Themes;
use sunshower::ui::widgets::paint_sky;
use sunshower::ui::{fonts, scale};

struct Circle {
    clock: SystemClock,
    themes: Themes,
}

impl eframe::App for Circle {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let _ = scale::follow_window(ui.ctx(), 100);
        let theme = self.themes.dusk();
        let whole = ui.max_rect();
        paint_sky(ui, theme, whole);
        let secs = self.clock.now().mono.as_secs_f32();
        let fullness = 0.5 - 0.5 * (std::f32::consts::TAU * secs / 10.0).cos();
        ui.painter().circle_filled(whole.center(), 295.0 * (0.68 + 0.32 * fullness), theme.rain);
        ui.ctx().request_repaint_after(Duration::from_millis(33));
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let circle = Circle { clock: SystemClock::default(), themes: Themes::bundled()? };
    let create: eframe::AppCreator<'_> = Box::new(|creation| {
        creation.egui_ctx.set_fonts(fonts::definitions());
        Ok(Box::new(circle))
    });
    Ok(eframe::run_native(APP_ID, native_options(true), create)?)
}
