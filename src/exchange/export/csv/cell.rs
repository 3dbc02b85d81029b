//! Cells, and how a person's own words become one that no spreadsheet takes for a formula.

use std::borrow::Cow;
use std::fmt::{Debug, Display};

use crate::clock::Wall;
use crate::journal::record::Source;

/// What stands between the parts of a list.
const BETWEEN: &str = "; ";

/// With these a formula begins, also where a spreadsheet takes the wide forms for the narrow ones.
pub(super) const FORMULA: [char; 12] = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '｜', '％'];

/// A person's own words as a cell.
///
/// Spreadsheets run what begins like a formula, and such a formula can read other cells, ask the network or start
/// programs ("CSV injection": OWASP). A title may come from anywhere, so an apostrophe before it keeps it text. What
/// nobody sees in front, white space and control characters and marks of direction, is looked through, because
/// spreadsheets do that too; and a tab or the end of a line in front can begin another cell. So can a semicolon anywhere,
/// which is what separates cells in many countries. Nothing is taken away.
#[must_use]
pub fn as_text(text: &str) -> Cow<'_, str> {
    let begins_a_cell = |part: &str| part.trim_start_matches(is_unseen).starts_with(FORMULA);
    let unseen = text.len() - text.trim_start_matches(is_unseen).len();
    let first = begins_a_cell(text) || text[..unseen].contains(['\t', '\r', '\n']);
    if !first && !text.split(';').skip(1).any(begins_a_cell) {
        return Cow::Borrowed(text);
    }
    let guarded = |(index, part): (usize, &str)| {
        let is_guarded = if index == 0 { first } else { begins_a_cell(part) };
        if is_guarded { format!("'{part}") } else { part.to_owned() }
    };
    Cow::Owned(text.split(';').enumerate().map(guarded).collect::<Vec<_>>().join(";"))
}

/// Whether nothing is drawn for it.
pub(super) fn is_unseen(c: char) -> bool {
    let is_mark = matches!(
        c,
        '\u{ad}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    );
    is_mark || c.is_whitespace() || c.is_control()
}

/// The cells of a row. What was not answered is an empty one.
#[derive(Debug, Default)]
pub(super) struct Cells(pub(super) Vec<String>);

impl Cells {
    /// The person's own words, or any others that were read from a file.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.0.push(as_text(text).into_owned());
        self
    }

    /// Such words where there are any.
    pub(super) fn maybe_text(self, text: Option<&str>) -> Self {
        self.text(text.unwrap_or_default())
    }

    /// A list of such words. Each is kept from being a formula: where `;` is what separates cells, each becomes one.
    pub(super) fn texts<'a>(self, texts: impl IntoIterator<Item = &'a str>) -> Self {
        self.list(texts.into_iter().map(|text| as_text(text).into_owned()))
    }

    /// A number, or whatever else is written here and by nobody else.
    pub(super) fn value(mut self, value: impl Display) -> Self {
        self.0.push(value.to_string());
        self
    }

    /// Such a value where there is one.
    pub(super) fn maybe(mut self, value: Option<impl Display>) -> Self {
        self.0.push(or_empty(value));
        self
    }

    /// The name of a choice.
    pub(super) fn name(mut self, choice: Option<impl Debug>) -> Self {
        self.0.push(choice.map(|choice| format!("{choice:?}")).unwrap_or_default());
        self
    }

    /// The names of several choices.
    pub(super) fn names(self, choices: &[impl Debug]) -> Self {
        self.list(choices.iter().map(|choice| format!("{choice:?}")))
    }

    /// A moment, with its offset from UTC.
    pub(super) fn time(self, at: Option<Wall>) -> Self {
        self.maybe(at.map(|at| at.to_rfc3339()))
    }

    /// A list of what is written here.
    pub(super) fn list(mut self, parts: impl Iterator<Item = String>) -> Self {
        self.0.push(parts.collect::<Vec<_>>().join(BETWEEN));
        self
    }

    /// Where an import brought it from.
    pub(super) fn source(self, source: Option<&Source>) -> Self {
        self.maybe_text(source.map(|source| source.kind.as_str()))
            .maybe_text(source.map(|source| source.key.as_str()))
            .maybe(source.map(|source| source.batch))
            .maybe_text(source.map(|source| source.original.as_str()))
    }
}

/// A value, or nothing.
pub(super) fn or_empty(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
