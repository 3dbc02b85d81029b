//! The shelf: titles to watch or to read, where they come from, and choosing one for tonight.

pub mod book;
pub mod catalogue;
pub mod choose;
pub mod collection;
pub mod history;
pub mod players;
pub mod search;
pub mod series;
pub mod take;
pub mod title;
