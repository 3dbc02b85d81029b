//! What the tests share: a window without a screen, a world with a clock of its own, and a renderer without a GPU.
#![allow(dead_code, reason = "each test uses what it needs")]

pub mod render;
pub mod world;
