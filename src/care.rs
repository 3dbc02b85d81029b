//! Looking after oneself: short honest cards, four signs to look at oneself by, and people to talk to.

pub mod guide;
pub mod self_check;
pub mod support;
