//! The sheets a journal is written on: each is one file of every computer.

use chrono::NaiveDate;

use crate::journal::day::Month;

/// One sheet of the journal, on which records stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// What was lived in a month.
    Month(Month),
    /// Evenings kept for later.
    Plans,
    /// The person's own titles, what they say about others, and their own ways to breathe.
    Library,
}

impl Sheet {
    /// The sheet of the month of a day.
    #[must_use]
    pub fn of_month(day: NaiveDate) -> Self {
        Self::Month(Month::of(day))
    }

    /// The month it is of, where it is of one.
    #[must_use]
    pub fn month(self) -> Option<Month> {
        match self {
            Self::Month(month) => Some(month),
            Self::Plans | Self::Library => None,
        }
    }
}
