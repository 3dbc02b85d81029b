//! What a screen reader, or whatever else assists, asks of something that has a value.

use egui::accesskit::{Action, ActionData};
use egui::{Id, Ui};

/// By how many steps a value is to move: upwards less downwards.
pub(super) fn steps(ui: &Ui, id: Id) -> i32 {
    ui.input(|input| {
        let count = |action| i32::try_from(input.num_accesskit_action_requests(id, action)).unwrap_or(0);
        count(Action::Increment) - count(Action::Decrement)
    })
}

/// The number it is to have.
pub(super) fn number(ui: &Ui, id: Id) -> Option<f64> {
    ui.input(|input| {
        let asked = input.accesskit_action_requests(id, Action::SetValue);
        asked
            .filter_map(
                |request| if let Some(ActionData::NumericValue(number)) = request.data { Some(number) } else { None },
            )
            .last()
    })
}

/// Says that a value can be moved by steps.
pub(super) fn can_step(ui: &Ui, id: Id) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
}
