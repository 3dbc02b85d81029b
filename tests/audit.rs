//! An audit over the accessibility trees of every screen: what a screen reader is told.

#![allow(clippy::disallowed_methods, reason = "a test looks at the real disk")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "../examples/gallery/screens.rs"]
mod screens;
mod support;

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::TimeDelta;
use egui::accesskit::Live;
use egui::{Key, Role, Vec2};
use egui_kittest::kittest::NodeT;
use sunshower::app::command::Command;
use sunshower::clock::Clock;
use sunshower::evening::plan::Breaks;
use sunshower::evening::run::Step;
use sunshower::store::Settings;
use support::world::{Home, World};

const TV: Vec2 = Vec2::new(1280.0, 720.0);

/// What can be pressed, moved or written in.
const CONTROLS: &[Role] = &[
    Role::Button,
    Role::CheckBox,
    Role::Link,
    Role::MultilineTextInput,
    Role::RadioButton,
    Role::Slider,
    Role::SpinButton,
    Role::Tab,
    Role::TextInput,
];

/// What is wrong with the tree of the screen that is shown.
fn faults(world: &World) -> Vec<String> {
    let mut faults = Vec::new();
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut level = 0;
    for node in world.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let name = node.label().unwrap_or_default();
        let role = node.role();
        if name.ends_with(", ") || name.contains(", ,") {
            faults.push(format!("a name with a hole: {name:?}"));
        }
        if CONTROLS.contains(&role) {
            if name.trim().is_empty() {
                faults.push(format!("a {role:?} without a name"));
            }
            // Rows of different days may say the same, and are told apart by what describes them.
            let about = node.description().map(|about| format!(", {about}")).unwrap_or_default();
            *names.entry(format!("{name}{about}")).or_default() += 1;
        }
        if role == Role::Heading {
            let this = node.data().level().unwrap_or(0);
            match (level, this) {
                (_, 0) => faults.push(format!("the heading {name:?} has no level")),
                (0, 1) => {}
                (0, _) => faults.push(format!("the first heading, {name:?}, is of level {this}")),
                (_, 1) => faults.push(format!("a second title: {name:?}")),
                (before, this) if this > before + 1 => faults.push(format!("{name:?} of level {this} after {before}")),
                _ => {}
            }
            level = this;
        }
        if matches!(role, Role::Figure | Role::Image | Role::GraphicsDocument) && name.trim().is_empty() {
            faults.push(format!("a {role:?} without words"));
        }
    }
    if level == 0 {
        faults.push("no heading".to_owned());
    }
    faults.extend(
        names.into_iter().filter(|(_, count)| *count > 1).map(|(name, count)| format!("{count} times {name:?}")),
    );
    faults
}

#[test]
fn every_control_has_a_name_of_its_own_and_every_screen_a_title_with_its_headings_in_order() {
    let mut all = Vec::new();
    for (name, full, prepare) in screens::all() {
        let home = Home::new();
        let mut world = screens::open(&home, *full, TV);
        prepare(&mut world);
        all.extend(faults(&world).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

/// What is said by itself when it changes.
fn live(world: &World) -> Vec<String> {
    let nodes = world.harness.root().children_recursive();
    let polite = nodes.filter(|node| node.accesskit_node().live() == Live::Polite);
    // What is only read is named by its value.
    polite.filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value())).collect()
}

#[test]
fn that_it_is_saved_and_that_a_break_is_offered_is_said_by_itself() {
    for text_percent in [100, 200] {
        hold_to_what_is_said_by_itself(text_percent);
    }
}

fn hold_to_what_is_said_by_itself(text_percent: u32) {
    let home = Home::new();
    let mut world = World::open(&home);
    let settings = Settings { text_percent, ..world.app().model.settings.clone() };
    world.ask(Command::SetSettings(Box::new(settings)));
    let mut plan = world.app().model.usual_plan();
    plan.items[0].runtime_min = Some(93);
    plan.breaks = Breaks::Every(30);
    world.ask(Command::SetPlan(plan.clone()));
    let tomorrow = world.app().model.next_half_past_eight(world.clock.now()) + TimeDelta::days(1);
    world.ask(Command::SetWhen(Some(tomorrow)));
    world.ask(Command::KeepPlan);
    // The disk answers when it does; each picture asks again.
    for _ in 0..10_000 {
        if !world.app().model.saving.under_way {
            break;
        }
        world.harness.step();
    }
    assert!(live(&world).iter().any(|words| words.starts_with("Saved 20:30")), "{:?}", live(&world));
    assert!(live(&world).iter().any(|words| words == "Kept for later."), "{:?}", live(&world));
    world.wait_min(1);
    assert!(!live(&world).iter().any(|words| words.starts_with("Saved")), "it is no news: {:?}", live(&world));
    world.ask(Command::SetPlan(plan));
    world.ask(Command::Begin);
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    world.clock.advance(Duration::from_mins(30));
    world.press(Key::ArrowRight);
    assert!(live(&world).iter().any(|words| words.starts_with("A break was planned")), "{:?}", live(&world));
}
