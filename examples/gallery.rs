//! Draws every screen, in every theme, empty and full, to PNG files: without a window and without a GPU.
//!
//! `cargo run --example gallery -- [--only PAGE] [--theme NAME] [--size WxH] [--text PERCENT] [--language ID] OUT`
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "gallery/screens.rs"]
mod screens;
#[path = "../tests/support/mod.rs"]
mod support;

use clap::Parser;
use egui::Vec2;
use std::path::PathBuf;
use sunshower::app::command::Command;
use support::world::Home;

#[derive(Parser)]
struct Arguments {
    /// Only screens whose name begins like this
    #[arg(long)]
    only: Option<String>,
    /// Only this theme: dusk, morning or contrast
    #[arg(long)]
    theme: Option<String>,
    /// Width and height in pixels
    #[arg(long, default_value = "1920x1080", value_parser = parse_size)]
    size: Vec2,
    /// The size of the text, in percent
    #[arg(long, default_value_t = 100)]
    text: u32,
    /// The language of the words: en or de
    #[arg(long)]
    language: Option<String>,
    /// The folder to draw into
    out: PathBuf,
}

fn parse_size(text: &str) -> Result<Vec2, String> {
    let size = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let (width, height): (u16, u16) = size.ok_or("a size looks like 1920x1080")?;
    Ok(Vec2::new(width.into(), height.into()))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    std::fs::create_dir_all(&arguments.out)?;
    let themes = ["dusk", "morning", "contrast"];
    let themes = themes.into_iter().filter(|name| arguments.theme.as_deref().is_none_or(|only| only == *name));
    for theme in themes {
        for (name, full, prepare) in screens::all() {
            if arguments.only.as_deref().is_some_and(|only| !name.starts_with(only)) {
                continue;
            }
            let home = Home::new();
            let mut world = screens::open(&home, *full, arguments.size);
            let mut settings = world.app().model.settings.clone();
            theme.clone_into(&mut settings.theme);
            settings.text_percent = arguments.text;
            world.ask(Command::SetSettings(Box::new(settings)));
            prepare(&mut world);
            if arguments.language.is_some() {
                let mut settings = world.app().model.settings.clone();
                settings.language.clone_from(&arguments.language);
                // The way there goes by English names.
                world.ask(Command::SetSettings(Box::new(settings)));
            }
            let path = arguments.out.join(format!("{name}-{theme}.png"));
            world.harness.render()?.save(&path)?;
            println!("{}", path.display());
        }
    }
    Ok(())
}
