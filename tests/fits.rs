//! Whatever language comes, and however large the text is: nothing is cut off and nothing lies on something else.

#![allow(clippy::disallowed_methods, reason = "a test looks at the real disk")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "../examples/gallery/screens.rs"]
mod screens;
mod support;

use std::borrow::Cow;

use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Key, Rect, Vec2};
use sunshower::app::command::Command;
use sunshower::store::Settings;
use sunshower::text::Text;
use sunshower::text::locale::{Language, Locale};
use support::world::{Home, World};

const TV: Vec2 = Vec2::new(1280.0, 720.0);
/// How much longer the words are.
const LONGER_PERCENT: usize = 40;

fn accented(letter: char) -> char {
    let from = "aceinouyACEINOUY";
    let to = "áçéíñóúýÁÇÉÍÑÓÚÝ";
    from.chars().position(|c| c == letter).and_then(|at| to.chars().nth(at)).unwrap_or(letter)
}

/// Words accented, and with vowels drawn out.
fn stretched(words: &str) -> Cow<'_, str> {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let mut owed = (letters * LONGER_PERCENT).div_ceil(100);
    let mut drawn = String::new();
    for letter in words.chars() {
        let accented = accented(letter);
        drawn.push(accented);
        if owed > 0 && "aeiouAEIOU".contains(letter) {
            drawn.extend(accented.to_lowercase());
            owed -= 1;
        }
    }
    // What the vowels could not take stands after the last letter.
    let end =
        drawn.rfind(char::is_alphabetic).map_or(0, |at| at + drawn[at..].chars().next().map_or(0, char::len_utf8));
    drawn.insert_str(end, &"ó".repeat(owed));
    drawn.into()
}

fn pseudo() -> Text {
    Text::english().expect("whole").transformed(stretched)
}

/// All words that were drawn, where they are, and within what they can be seen.
fn drawn(world: &World) -> Vec<(String, Rect, Rect, bool)> {
    let mut found = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &world.harness.output().shapes {
        texts(shape, &mut |text| {
            let rect = text.galley.rect.translate(text.pos.to_vec2());
            found.push((text.galley.text().to_owned(), rect, *clip_rect, text.galley.elided));
        });
    }
    found
}

fn texts(shape: &Shape, seen: &mut impl FnMut(&TextShape)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, seen)),
        Shape::Text(text) => seen(text),
        _ => {}
    }
}

/// What is cut off at a side, left out, or lies on something else.
fn faults(world: &World) -> Vec<String> {
    const SLACK: f32 = 4.0;
    let mut faults = Vec::new();
    let texts: Vec<_> = drawn(world).into_iter().filter(|(words, ..)| !words.trim().is_empty()).collect();
    let screen = world.harness.ctx.content_rect();
    // What a page scrolls to counts as what is seen at first.
    for (words, rect, clip, elided) in &texts {
        let seen = clip.x_range().intersection(screen.x_range());
        if rect.left() < seen.min - SLACK || rect.right() > seen.max + SLACK {
            faults.push(format!("cut at a side: {words:?} {rect:?} in {seen:?}"));
        }
        // Where a page scrolls, what is cut can be scrolled to; where nothing scrolls it can not.
        let scrolls = clip.height() < screen.height() - 1.0;
        if !scrolls && (rect.top() < screen.top() - SLACK || rect.bottom() > screen.bottom() + SLACK) {
            faults.push(format!("cut above or below: {words:?} {rect:?} on {screen:?}"));
        }
        if *elided {
            faults.push(format!("left out: {words:?}"));
        }
    }
    for (index, (words, rect, clip, _)) in texts.iter().enumerate() {
        for (other, other_rect, other_clip, _) in &texts[index + 1..] {
            let both = rect.intersect(*other_rect);
            // What scrolls past something else does not lie on it.
            let both = if clip == other_clip { both } else { both.intersect(*clip).intersect(*other_clip) };
            if both.width() > SLACK && both.height() > 2.0 * SLACK {
                faults.push(format!("{words:?} lies on {other:?}: {both:?}"));
            }
        }
    }
    faults
}

/// Every screen, changed first.
fn hold_on_every_screen(change: impl Fn(&mut World)) {
    hold_on(|_| true, change);
}

fn hold_on(wanted: impl Fn(&str) -> bool, change: impl Fn(&mut World)) {
    let mut all = Vec::new();
    let mut count = 0;
    for (name, full, prepare) in screens::all().filter(|(name, ..)| wanted(name)) {
        count += 1;
        let home = Home::new();
        let mut world = screens::open(&home, *full, TV);
        prepare(&mut world);
        change(&mut world);
        world.settle();
        all.extend(faults(&world).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(count > 0, "there are such screens");
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

fn set(world: &mut World, change: impl FnOnce(&mut Settings)) {
    let mut settings = world.app().model.settings.clone();
    change(&mut settings);
    world.ask(Command::SetSettings(Box::new(settings)));
}

#[test]
fn with_words_longer_by_two_fifths_nothing_is_cut_off_and_nothing_overlaps() {
    hold_on_every_screen(|world| world.app_mut().use_words(pseudo()));
}

#[test]
fn german_fits_everywhere_with_either_clock() {
    for twelve_hours in [false, true] {
        hold_on_every_screen(|world| {
            set(world, |settings| {
                (settings.language, settings.twelve_hours) = (Some("de".into()), Some(twelve_hours));
            });
        });
    }
}

#[test]
fn text_of_twice_its_size_fits_everywhere() {
    // The canvas fills the screen, so that it is the same on every one of this shape.
    for language in ["en", "de"] {
        hold_on_every_screen(|world| {
            set(world, |settings| (settings.text_percent, settings.language) = (200, Some(language.into())));
        });
    }
}

#[test]
fn text_of_any_size_between_fits_beside_the_film() {
    for (percent, language) in [(110, "en"), (150, "en"), (125, "de"), (140, "de"), (165, "de")] {
        hold_on(
            |name| name.starts_with("evening") || name.starts_with("break"),
            |world| {
                set(world, |settings| (settings.text_percent, settings.language) = (percent, Some(language.into())));
            },
        );
    }
}

/// Beside the film down is a break, so left and right lead through all there is to press, in however many rows it stands.
#[test]
fn everything_beside_the_film_is_reached_with_left_and_right_at_every_size_of_text() {
    for (screen, over, count) in [("evening-watching", "watching-over", 3), ("break-offered", "watching-break-not", 5)]
    {
        for (percent, tag) in [(100, "en"), (125, "de"), (150, "de"), (200, "en"), (200, "de")] {
            let home = Home::new();
            let (_, full, prepare) = screens::all().find(|(name, ..)| *name == screen).expect("a film runs");
            let mut world = screens::open(&home, *full, TV);
            prepare(&mut world);
            set(&mut world, |settings| (settings.text_percent, settings.language) = (percent, Some(tag.into())));
            let mut names = vec![world.focused()];
            for _ in 1..count {
                world.press(Key::ArrowRight);
                names.push(world.focused());
            }
            let locale = Locale {
                language: if tag == "de" { Language::German } else { Language::English },
                ..Locale::default()
            };
            let last = Text::of(locale).expect("whole").get(over);
            assert_eq!(names.last(), Some(&last), "{percent} % {tag}: {names:?}");
            world.press(Key::ArrowRight);
            assert_eq!(world.focused(), last, "no further than the end");
            for name in names.iter().rev().skip(1) {
                world.press(Key::ArrowLeft);
                assert_eq!(world.focused(), *name);
            }
        }
    }
}

#[test]
fn the_words_are_longer_by_two_fifths() {
    assert_eq!(stretched(" things."), " thííñgsóó.");
    for words in ["Begin the evening", "Someone to talk to", "OK", "Rhythm", "How is it now?"] {
        let letters = |words: &str| words.chars().filter(|c| c.is_alphabetic()).count();
        let (before, after) = (letters(words), letters(&stretched(words)));
        assert!(after * 100 >= before * 140, "{words}: {}", stretched(words));
    }
    assert!(pseudo().get("room-tonight") != Text::english().expect("whole").get("room-tonight"));
}
