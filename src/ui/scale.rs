//! How large everything is.

use egui::{Context, Vec2};

/// The height of the canvas everything is laid out on, in points.
pub const CANVAS_HEIGHT: f32 = 1080.0;
const CANVAS_WIDTH: f32 = 1920.0;

/// Pixels per point for a window of `size_px` pixels and text at `text_percent`: the canvas fills the window, but text
/// on a small window does not shrink below half its size.
#[must_use]
pub fn pixels_per_point(size_px: Vec2, text_percent: u32) -> f32 {
    let fits = (size_px.x / CANVAS_WIDTH).min(size_px.y / CANVAS_HEIGHT);
    let text = f32::from(u16::try_from(text_percent).unwrap_or(100)) / 100.0;
    fits.clamp(0.5, 8.0) * text.clamp(0.5, 3.0)
}

/// Brings the zoom in line with the window, which takes effect with the next pass. Says whether it was out of line.
#[must_use]
pub fn follow_window(ctx: &Context, text_percent: u32) -> bool {
    let native = ctx.native_pixels_per_point().unwrap_or(1.0);
    let size_px = ctx.viewport_rect().size() * ctx.pixels_per_point();
    let zoom = pixels_per_point(size_px, text_percent) / native;
    let out_of_line = size_px.x > 1.0 && (ctx.zoom_factor() - zoom).abs() > 0.001;
    if out_of_line {
        ctx.set_zoom_factor(zoom);
    }
    out_of_line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_television_of_any_resolution_shows_the_same_picture() {
        for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0), (3840.0, 2160.0)] {
            let ppp = pixels_per_point(Vec2::new(width, height), 100);
            assert!((height / ppp - CANVAS_HEIGHT).abs() < 0.1);
        }
    }

    #[test]
    fn a_small_window_keeps_its_text_readable() {
        assert!(pixels_per_point(Vec2::new(400.0, 300.0), 100) >= 0.5);
        assert!(pixels_per_point(Vec2::new(1920.0, 1080.0), 200) > 1.99);
    }
}
