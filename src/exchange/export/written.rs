//! The files of an export, made from a journal and put where the person wants them.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::html::{self, Parts};
use super::{Period, csv};
use crate::journal::log::Journal;
use crate::store::save::{Seen, save};
use crate::store::{Disk, SaveError};
use crate::text::Text;

/// What is made of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One page to read, with these parts.
    Page(Parts),
    /// A folder of tables.
    Tables,
}

/// What is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What it is.
    pub form: Form,
    /// The days it is about.
    pub period: Period,
}

/// The tag of half-written files, should a crash leave one.
const TAG: &str = "export";

/// Makes it and puts it at `target`, a file or a folder that must not be there yet.
///
/// # Errors
/// What the disk said, also where something is there already. A folder may then hold some of the tables.
pub fn write(
    disk: &dyn Disk,
    journal: &Journal,
    text: &Text,
    wanted: &Wanted,
    today: NaiveDate,
    target: &Path,
) -> Result<(), SaveError> {
    match &wanted.form {
        Form::Page(parts) => {
            let options = html::Options { period: wanted.period.clone(), parts: *parts, title: String::new() };
            put(disk, target, html::page(journal, text, &options, today).as_bytes())
        }
        Form::Tables => {
            let files = csv::files(journal, &wanted.period).map_err(|error| SaveError::Other(error.to_string()))?;
            disk.create_dir(target)?;
            files.iter().try_for_each(|file| put(disk, &target.join(file.name), &file.bytes))
        }
    }
}

/// The same in the first of these folders that takes it, under a name of that day.
///
/// # Errors
/// As [`write()`], of the last folder.
pub fn write_into(
    disk: &dyn Disk,
    journal: &Journal,
    text: &Text,
    wanted: &Wanted,
    today: NaiveDate,
    folders: &[PathBuf],
    stamp: &str,
) -> Result<PathBuf, SaveError> {
    let name = match wanted.form {
        Form::Page(_) => format!("Sunshower-{stamp}.html"),
        Form::Tables => format!("Sunshower-{stamp}-tables"),
    };
    let mut last = SaveError::Missing;
    for folder in folders {
        let target = folder.join(&name);
        match write(disk, journal, text, wanted, today, &target) {
            Ok(()) => return Ok(target),
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn put(disk: &dyn Disk, target: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let target = std::path::absolute(target)?;
    save(disk, &target, TAG, bytes, Some(&mut Seen::default())).map(|_| ())
}
