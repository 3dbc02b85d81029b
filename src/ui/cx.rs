//! What a view is handed: the model to read, the words and colours to use, and a list to put requests on.

use fluent_bundle::FluentValue;

use crate::app::command::{Command, Commands};
use crate::app::model::Model;
use crate::clock::Now;
use crate::text::Text;

use super::theme::Theme;

/// What a view is handed.
pub struct Cx<'a> {
    /// What is known. Views read it; they never change it.
    pub model: &'a Model,
    /// The words.
    pub text: &'a Text,
    /// The colours.
    pub theme: &'a Theme,
    /// The time this picture is of.
    pub now: Now,
    /// What is asked for.
    pub commands: &'a mut Commands,
}

impl Cx<'_> {
    /// The words for `key`.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.text.get(key)
    }

    /// The words for `key`, with what stands in them.
    #[must_use]
    pub fn tw(&self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        self.text.with(key, values)
    }

    /// Asks for something.
    pub fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }
}
