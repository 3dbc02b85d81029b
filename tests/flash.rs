//! Nothing flashes: a whole breath of each look in each theme, picture by picture, after WCAG 2.2, criterion 2.3.1.
//!
//! A flash is a pair of opposing changes of at least a tenth of the greatest relative luminance, the darker of them below
//! 0.80; or such a pair with a saturated red in it. Three in a second are allowed; here there is not one.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test says what it expects")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use egui::Vec2;
use image::RgbaImage;
use sunshower::app::command::Command;
use sunshower::breathing::Look;
use sunshower::clock::{ManualClock, Wall};
use sunshower::evening::run::Step;
use sunshower::store::RealDisk;
use support::world::{EVENING, Home, World};

/// About thirty pictures a second, as on the screen.
const PICTURE: Duration = Duration::from_millis(33);

/// A tenth of the greatest relative luminance.
const STEP: f32 = 0.10;

/// Rows and columns of the parts of the screen that are watched each by itself.
const PARTS: u32 = 6;

/// The linear share of each channel.
fn linear(pixel: [u8; 4]) -> [f32; 3] {
    let one = |channel: u8| {
        let channel = f32::from(channel) / 255.0;
        if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    [one(pixel[0]), one(pixel[1]), one(pixel[2])]
}

/// What matters of one picture.
struct Seen {
    /// The mean relative luminance of each part of the screen.
    parts: Vec<f32>,
    /// The pixels that are a saturated red.
    red: usize,
}

impl Seen {
    fn of(picture: &RgbaImage, luminances: &[f32], red: &[bool]) -> Self {
        let parts = (PARTS * PARTS) as usize;
        let (mut sums, mut counts) = (vec![0.0_f32; parts], vec![0.0_f32; parts]);
        let mut reds = 0;
        for (x, y, pixel) in picture.enumerate_pixels() {
            let part = (y * PARTS / picture.height() * PARTS + x * PARTS / picture.width()) as usize;
            // Fifteen bits of colour are enough to tell a tenth.
            let colour = packed(pixel.0);
            sums[part] += luminances[colour];
            counts[part] += 1.0;
            reds += usize::from(red[colour]);
        }
        Self { parts: sums.iter().zip(counts).map(|(sum, count)| sum / count).collect(), red: reds }
    }

    fn whole(&self) -> f32 {
        self.parts.iter().sum::<f32>() / f32::from(u16::try_from(self.parts.len()).expect("few"))
    }
}

fn packed([red, green, blue, _]: [u8; 4]) -> usize {
    usize::from(red >> 3) << 10 | usize::from(green >> 3) << 5 | usize::from(blue >> 3)
}

/// The relative luminance of every colour, and whether it is a saturated red that can be seen.
fn tables() -> (Vec<f32>, Vec<bool>) {
    let colour = |index: usize| {
        let channel = |shift: usize| u8::try_from(index >> shift & 31).expect("five bits");
        let full = |bits: u8| bits << 3 | bits >> 2;
        linear([full(channel(10)), full(channel(5)), full(channel(0)), 255])
    };
    let luminance = |[r, g, b]: [f32; 3]| 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let is_red = |[r, g, b]: [f32; 3]| r > 0.02 && r / (r + g + b) >= 0.8;
    (0..1 << 15).map(|index| (luminance(colour(index)), is_red(colour(index)))).unzip()
}

/// How often the luminance goes up by a tenth and down again, or the other way.
fn flashes(course: &[f32]) -> usize {
    let (mut turns, mut from, mut direction) = (0, course[0], 0.0_f32);
    for now in course {
        let change = now - from;
        if change * direction > 0.0 || direction == 0.0 && change.abs() < STEP {
            // Further the same way.
            if direction != 0.0 {
                from = *now;
            }
        } else if change.abs() >= STEP {
            (turns, from, direction) = (turns + 1, *now, change.signum());
        }
    }
    turns / 2
}

/// A breath that has just begun, in a small window.
fn breathing(home: &Home, theme: &str, true_black: bool, look: Look) -> World {
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    let mut world = World::open_with(home.places(), Arc::new(RealDisk), clock, Vec2::new(320.0, 180.0));
    let mut settings = world.app().model.settings.clone();
    (settings.theme, settings.true_black, settings.look) = (theme.to_owned(), true_black, look);
    world.ask(Command::SetSettings(Box::new(settings)));
    for command in [Command::Begin, Command::Step(Step::SkipCheckIn), Command::Step(Step::TakeBreak)] {
        world.ask(command);
    }
    world
}

#[test]
fn a_whole_breath_of_each_look_in_each_theme_never_flashes() {
    let (luminances, red) = tables();
    let themes = [("dusk", false), ("dusk", true), ("morning", false), ("contrast", false)];
    for (theme, true_black) in themes {
        for look in Look::ALL {
            let what = format!("{look:?} in {theme}, true black: {true_black}");
            let home = Home::new();
            let mut world = breathing(&home, theme, true_black, look);
            let pictures = 10_000 / PICTURE.as_millis() + 2;
            let seen: Vec<Seen> = (0..pictures)
                .map(|_| {
                    world.clock.advance(PICTURE);
                    world.harness.step();
                    Seen::of(&world.harness.render().expect("a picture"), &luminances, &red)
                })
                .collect();
            let steps = seen.windows(2).map(|pair| (pair[0].whole() - pair[1].whole()).abs());
            let step = steps.fold(0.0_f32, f32::max);
            assert!(step < STEP, "{what}: the whole screen changes by {step} from one picture to the next");
            for part in 0..seen[0].parts.len() {
                let course: Vec<f32> = seen.iter().map(|seen| seen.parts[part]).collect();
                let most = course.windows(2).map(|pair| (pair[0] - pair[1]).abs()).fold(0.0_f32, f32::max);
                assert!(most < STEP, "{what}: part {part} changes by {most} from one picture to the next");
                let second = usize::try_from(1_000 / PICTURE.as_millis()).expect("few");
                let in_a_second = course.windows(second).map(flashes).max().expect("pictures");
                assert_eq!(in_a_second, 0, "{what}: part {part} flashes");
            }
            assert!(seen.iter().all(|seen| seen.red == 0), "{what}: there is a saturated red");
            let spread = seen.iter().map(Seen::whole).fold((1.0_f32, 0.0_f32), |(a, b), v| (a.min(v), b.max(v)));
            assert!(spread.1 - spread.0 > 0.000_5, "{what}: nothing breathes");
        }
    }
}

#[test]
fn a_second_that_was_dropped_leaves_no_trace() {
    for look in Look::ALL {
        let [smooth, dropped] = [true, false].map(|is_drawn| {
            let home = Home::new();
            let mut world = breathing(&home, "dusk", false, look);
            for _ in 0..100 {
                world.clock.advance(PICTURE);
                if is_drawn {
                    world.harness.step();
                }
            }
            world.harness.step();
            world.harness.render().expect("a picture")
        });
        assert!(smooth == dropped, "{look:?}: what is drawn depends on the clock alone");
    }
}

#[test]
fn the_measure_finds_what_flashes() {
    let at = |share: f32| if share.fract() < 0.5 { 0.1 } else { 0.3 };
    let flicker: Vec<f32> = (0..30_u16).map(|picture| at(f32::from(picture) / 6.0)).collect();
    assert!((4..=5).contains(&flashes(&flicker)), "five times a second: {}", flashes(&flicker));
    let slow: Vec<f32> = (0..30_u16).map(|picture| 0.1 + 0.01 * f32::from(picture)).collect();
    assert_eq!(flashes(&slow), 0, "brighter and brighter is no flash");
    let (_, red) = tables();
    assert!(red[packed([255, 0, 0, 255])] && !red[packed([235, 176, 105, 255])] && !red[packed([0, 0, 0, 255])]);
}
