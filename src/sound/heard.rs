//! What is to be heard.

use crate::breathing::Pace;

use super::mixer::Scene;

/// What is to be heard.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// What plays, and how loud.
    pub scene: Scene,
    /// What the soft sounds for in and out follow.
    pub cues: Option<Pace>,
}
