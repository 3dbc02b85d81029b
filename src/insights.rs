//! What the records say over weeks and years: numbers for charts, for one sentence and for a table.
//!
//! No words are formed here. A sentence is put together by whoever shows it, from the numbers handed back.
//!
//! What belongs to a deleted evening is left out with it, and comes back with it.

use std::collections::HashSet;

use uuid::Uuid;

use crate::journal::log::Journal;

pub mod crying;
pub mod mood;
pub mod span;

/// The evenings that were deleted.
fn deleted_evenings(journal: &Journal) -> HashSet<Uuid> {
    journal.evenings.with_tombstones().filter(|evening| evening.deleted).map(|evening| evening.id).collect()
}
