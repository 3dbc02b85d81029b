//! What is wrong with a file, in terms that can be said to a person.

/// Something that was found wrong in the folder. The file it is about is left exactly as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path within the folder, with `/` between its parts.
    pub file: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// There is nothing in it.
    Empty,
    /// It breaks off in this line.
    CutShort {
        /// The last line, counted from 1.
        line: usize,
    },
    /// It cannot be read as RON, from here on.
    NotRon {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// What the parser says, in English.
        what: String,
    },
    /// It holds zero bytes, as files do after some crashes.
    NulBytes,
    /// It is not text.
    NotText,
    /// It is some other kind of file.
    WrongFormat {
        /// What it says it is.
        found: String,
    },
    /// A newer program wrote it, in a form this one would misread. Nothing of it was used.
    NewerVersion {
        /// The version it says it has.
        version: u32,
    },
    /// A newer program wrote parts that are not known here: a field, or a word in a field. Everything else was used; of
    /// a record with an unknown word, nothing.
    NewerParts {
        /// The first of them.
        what: String,
    },
    /// The system did not let it be read.
    CannotRead {
        /// In the system's words.
        reason: String,
    },
    /// One record could not be understood. The others were used.
    BadRecord {
        /// The line, counted from 1.
        line: usize,
        /// What the parser says, in English.
        what: String,
    },
    /// Two records have the same id. The greater version was used.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A record is in the file of another month. It was used.
    WrongMonth {
        /// The record's day.
        day: String,
    },
    /// A record of one computer is in a file of another. It was used.
    WrongDevice {
        /// Whose record it is.
        device: String,
    },
    /// A value lies outside what is possible. It was brought into range in memory.
    BadValue {
        /// The field.
        what: String,
    },
    /// It is not known what this is: a copy made by a synchronising program, or something a person put there.
    UnknownFile,
}

impl ProblemKind {
    /// Whether the file must not be written again by this program. All but strangers, which it would not write anyway.
    #[must_use]
    pub fn freezes(&self) -> bool {
        *self != Self::UnknownFile
    }
}
