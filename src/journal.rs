//! What is remembered: records, the days they belong to, and the log of them all.

pub mod cries;
pub mod day;
pub mod entry;
pub mod log;
pub mod newer;
pub mod record;
pub mod search;
pub mod sheet;
pub mod table;
pub mod tidy;
pub mod touched;
pub mod trash;
