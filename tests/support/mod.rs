//! What the tests share: a window without a screen, a world with a clock of its own, and a renderer without a GPU.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]
#![allow(dead_code, reason = "each test uses what it needs")]

pub mod render;
pub mod world;
