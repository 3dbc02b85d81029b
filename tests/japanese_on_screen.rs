//! Japanese, with the system's faces: what is typed by an input method is drawn, breaks where lines may break, and is kept
//! as it was written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

mod support;

use std::sync::Arc;

use egui::{Color32, Event, ImeEvent};
use egui_system_font_provider::SystemFontProvider;
use sunshower::app::command::Command;
use sunshower::app::nav::Room;
use sunshower::ui::fonts;
use support::world::{Home, World};

const SENTENCE: &str = "映画を見て、泣きました。「なみだ活」は、ゆっくり息をしながら、やさしい夜を過ごすことです。";

/// A world with the system's faces behind the bundled ones. `None`, with a word about it, where none of them has kana.
fn with_the_systems_faces(home: &Home) -> Option<World> {
    let world = World::open(home);
    world.harness.ctx.add_font_provider(Arc::new(SystemFontProvider::new()));
    let mut world = world;
    world.settle();
    let font = fonts::body(30.0);
    let has_kana = world.harness.ctx.fonts_mut(|known| {
        // Laid out once, so that a face for it is looked for.
        known.layout_no_wrap(SENTENCE.to_owned(), font.clone(), Color32::WHITE);
        SENTENCE.chars().all(|letter| known.has_glyph(&font, letter))
    });
    if !has_kana {
        eprintln!("skipped: this system has no face with kana");
    }
    has_kana.then_some(world)
}

fn ime(world: &mut World, event: ImeEvent) {
    world.harness.event(Event::Ime(event));
    world.settle();
}

#[test]
fn what_an_input_method_writes_is_drawn_and_kept() {
    let home = Home::new();
    let Some(mut world) = with_the_systems_faces(&home) else { return };
    world.ask(Command::Enter(Room::Journal));
    world.ask(Command::NewCry { evening: None });
    world.tab_to("In your own words");
    ime(&mut world, ImeEvent::Preedit { text: "えいが".into(), active_range_chars: None });
    assert!(world.value_of("In your own words").unwrap_or_default().contains("えいが"), "seen while it is composed");
    ime(&mut world, ImeEvent::Commit(SENTENCE.into()));
    assert_eq!(world.value_of("In your own words").as_deref(), Some(SENTENCE));
    world.choose("Done");
    assert!(world.labels().iter().any(|label| label.contains("映画を見て")), "{:?}", world.labels());
    let again = world.reopened_after(&home, 5);
    let kept: Vec<String> = again.app().model.journal.cries.iter().map(|cry| cry.note.clone()).collect();
    assert_eq!(kept, [SENTENCE]);
}

#[test]
fn lines_break_without_spaces_and_never_before_a_mark_that_ends_something() {
    let home = Home::new();
    let Some(world) = with_the_systems_faces(&home) else { return };
    for width in [180.0, 260.0, 333.0, 400.0, 512.0] {
        let galley = world
            .harness
            .ctx
            .fonts_mut(|known| known.layout(SENTENCE.into(), fonts::body(30.0), Color32::WHITE, width));
        assert!(galley.rows.len() > 2 && galley.size().x <= width + 0.5, "{width}: {}", galley.size());
        for row in &galley.rows[1..] {
            let first = row.glyphs.first().map(|glyph| glyph.chr).expect("no row is empty");
            assert!(!"、。」".contains(first), "{width}: a row begins with {first}");
        }
    }
}
