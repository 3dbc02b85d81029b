//! The world outside, behind small traits: each has what really does it, and something that does nothing. Where it is
//! missing the app says so once, and goes on.

pub mod notify;
pub mod opener;
