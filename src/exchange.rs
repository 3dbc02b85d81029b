//! What leaves the journal for other programs and other people, when the person asks for it.

pub mod export;
