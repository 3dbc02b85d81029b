//! What the records say over weeks and years: numbers for charts, for one sentence and for a table.
//!
//! No words are formed here. A sentence is put together by whoever shows it, from the numbers handed back.
//!
//! What belongs to a deleted evening is left out with it, and comes back with it.

pub mod crying;
pub mod mood;
pub mod span;
