//! The RON lists that come with the program or are written by hand: what they begin with, and what is wrong with one that cannot be used.

use serde::de::DeserializeOwned;

/// The version of all of them.
const VERSION: u32 = 1;

/// Why such a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is not what it should be.
    #[error("line {line}: {what}")]
    NotRon {
        /// Where.
        line: usize,
        /// What the parser says.
        what: String,
    },
    /// It is something else, or a newer program's.
    #[error("it is {found}, version {version}")]
    OtherFormat {
        /// What it says it is.
        found: String,
        /// Its version.
        version: u32,
    },
}

/// What such a file holds.
pub(crate) trait ListFile: DeserializeOwned {
    /// What it says it is.
    const FORMAT: &'static str;
    /// Its format and version, as it says.
    fn head(&self) -> (&str, u32);
}

/// Reads one.
pub(crate) fn read<T: ListFile>(text: &str) -> Result<T, FileError> {
    let file: T = ron::from_str(text)
        .map_err(|error| FileError::NotRon { line: error.span.start.line, what: error.code.to_string() })?;
    let (found, version) = file.head();
    if (found, version) != (T::FORMAT, VERSION) {
        return Err(FileError::OtherFormat { found: found.to_owned(), version });
    }
    Ok(file)
}
