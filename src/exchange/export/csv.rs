//! Everything that was recorded, as tables that any spreadsheet opens: one file for each kind.
//!
//! The files are UTF-8 with the mark that some spreadsheets ask for, with the quotes and line ends of RFC 4180. Times
//! are RFC 3339, days are ISO 8601, choices go by the names they have in the code, and lists stand in one cell. What was
//! not answered is an empty cell, which is neither "None" nor 0.

mod cell;
mod evenings;
mod records;

use crate::exchange::export::{Period, within};
use crate::journal::entry::Evening;
use crate::journal::log::Journal;
use crate::journal::record::{Record, Rev};

use self::cell::Cells;

pub use self::cell::as_text;

/// By this some spreadsheets see that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What every record has in common, and what comes before its own columns.
const FIRST_HEADS: [&str; 4] = ["id", "day", "at", "evening_id"];

/// What every record has in common, and nobody looks at first.
const LAST_HEADS: [&str; 7] =
    ["source_kind", "source_key", "source_batch", "source_original", "version", "device", "made_from"];

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvFile {
    /// What it is called.
    pub name: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a journal holds of a period, one file for each kind, those of which there is nothing with their heads alone.
/// Plans, titles and ways to breathe have no time, and are all there. Nothing that was deleted is.
///
/// # Errors
/// Where the tables cannot be written, which memory always lets them be.
pub fn files(journal: &Journal, period: &Period) -> Result<Vec<CsvFile>, csv::Error> {
    let of_period = within(journal, period);
    let all = [
        evenings::evenings(&of_period),
        evenings::films(&of_period),
        evenings::breaks(&of_period),
        evenings::tear_marks(&of_period),
        records::tears(&of_period),
        records::check_ins(&of_period),
        records::reflections(&of_period),
        records::joys(&of_period),
        records::breathing(&of_period),
        records::days(&of_period),
        // Which plans have begun is known from all evenings, not only from those of the period.
        records::plans(journal),
        records::titles(&of_period),
        records::patterns(&of_period),
    ];
    all.into_iter().map(Sheet::file).collect()
}

/// What becomes a file.
struct Sheet {
    name: &'static str,
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A row for each of these records, by time.
    fn of<'a, R: Record + 'a>(
        name: &'static str,
        heads: &[&'static str],
        records: impl Iterator<Item = &'a R>,
        cells: impl Fn(&R, Cells) -> Cells,
    ) -> Self {
        let row = |record: &'a R| {
            let first = Cells::default().value(record.id()).value(record.day()).time(record.at());
            let Rev(version, device) = record.rev();
            let made_from = record.after().iter().map(|Rev(version, device)| format!("{version} by {device}"));
            let row = cells(record, first.maybe(record.evening())).value(version).text(&device.0).list(made_from);
            row.0
        };
        let rows = by_time(records).into_iter().map(row).collect();
        Self { name, heads: [&FIRST_HEADS[..], heads, &LAST_HEADS[..]].concat(), rows }
    }

    /// Sheet for parts of evenings, by the time of the evening, then in the order they have there.
    fn of_parts(
        name: &'static str,
        heads: &[&'static str],
        journal: &Journal,
        parts: impl Fn(&Evening) -> Vec<Cells>,
    ) -> Self {
        let mut rows = Vec::new();
        for evening in by_time(journal.evenings.iter()) {
            let first = Cells::default().value(evening.id).value(evening.day);
            rows.extend(parts(evening).into_iter().map(|Cells(own)| [first.0.clone(), own].concat()));
        }
        Self { name, heads: [&["evening_id", "day"][..], heads].concat(), rows }
    }

    fn file(self) -> Result<CsvFile, csv::Error> {
        let mut bytes = BYTE_ORDER_MARK.to_vec();
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
        writer.write_record(&self.heads)?;
        for row in &self.rows {
            writer.write_record(row)?;
        }
        writer.flush()?;
        drop(writer);
        Ok(CsvFile { name: self.name, bytes })
    }
}

fn by_time<'a, R: Record + 'a>(records: impl Iterator<Item = &'a R>) -> Vec<&'a R> {
    let mut records: Vec<&R> = records.collect();
    records.sort_by_key(|record| (record.day(), record.at(), record.id()));
    records
}

#[cfg(test)]
mod tests;
