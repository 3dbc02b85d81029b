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
    /// a record with an unknown word, nothing. All of it is kept and written back as it was.
    NewerParts {
        /// The first of them.
        what: String,
    },
    /// The system did not let it be read.
    CannotRead {
        /// In the system's words.
        reason: String,
    },
    /// One record could not be understood. The others were used, and this one is kept as it is.
    BadRecord {
        /// The line, counted from 1.
        line: usize,
        /// What the parser says, in English.
        what: String,
    },
    /// A record is in the file of another month. It was used.
    WrongMonth {
        /// The record's day.
        day: String,
    },
    /// A value lies outside what is possible. It was brought into range.
    BadValue {
        /// The field.
        what: String,
    },
    /// It is not known what this is: a copy made by a synchronising program, or something a person put there.
    UnknownFile,
}

impl ProblemKind {
    /// Whether the file must not be written again by this program, because what is in it would be lost.
    #[must_use]
    pub fn freezes(&self) -> bool {
        !matches!(self, Self::UnknownFile | Self::NewerParts { .. } | Self::BadRecord { .. } | Self::BadValue { .. })
    }

    /// Whether it may be gone when the folder is read again.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::CannotRead { .. })
    }

    /// Whether it is only said, and nothing is wrong.
    #[must_use]
    pub fn is_note(&self) -> bool {
        matches!(self, Self::NewerParts { .. })
    }
}
