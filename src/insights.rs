//! What the records say over weeks and years: numbers for charts, for one sentence and for a table.
//!
//! No words are formed here. A sentence is put together by whoever shows it, from the numbers handed back.
//!
//! What belongs to a deleted evening is left out with it, and comes back with it.

pub mod around;
pub mod crying;
pub mod estimate;
pub mod facts;
pub mod mood;
pub mod moves;
pub mod pauses;
pub mod rate;
pub mod relief;
pub mod reported;
pub mod span;
pub mod times;
pub mod usual;
pub mod year;
