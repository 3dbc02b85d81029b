//! The map of the house; written when the house stands.

pub mod clock;
pub mod evening;
pub mod journal;
