//! Sunshower: company for an evening of watching something moving and having a good cry, on purpose.
//!
//! # The map of the house
//!
//! Five rules, from which everything else follows:
//!
//! 1. The domain knows nothing of screens, files or the time of day: [`evening`], [`breathing`], [`sound`],
//!    [`journal`], [`insights`], [`shelf`],
//!    [`care`] are plain Rust, with time passed in as an argument.
//! 2. Views ([`ui`]) read the model and ask for commands; they never change anything.
//! 3. One place changes the model: [`app::apply`].
//! 4. One place knows the time ([`clock`]), one place touches the disk ([`store`]), one place names a colour
//!    ([`ui::theme`]). `clippy.toml` bans the ways around.
//! 5. What lies outside stands behind small traits: [`clock::Clock`], [`store::Disk`], and those of [`system`].
//!
//! An evening goes from [`evening::plan`] over [`evening::timeline`] to [`evening::run`], the state machine; is
//! drafted by [`evening::resume`]; and ends as records of [`journal::entry`] in files written by [`store`].
//! [`exchange`] makes pages and tables of it to take along; [`text`] has all words a person sees. [`demo`] makes up a
//! journal for trying things out.

pub mod app;
pub mod breathing;
pub mod care;
pub mod clock;
pub mod demo;
pub mod evening;
pub mod exchange;
pub mod insights;
pub mod journal;
pub mod list_file;
mod median;
pub mod shelf;
pub mod sound;
pub mod store;
pub mod system;
pub mod text;
pub mod ui;
