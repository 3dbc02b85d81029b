//! From bytes to records, with everything said that was not as it should be.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ron::error::{Error as RonError, SpannedError};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, OwnPattern, Plan, Reflection, Shelved};
use crate::journal::log::{Kind, KindVisitor, visit_kinds};
use crate::journal::newer::Unknown;
use crate::journal::record::Rev;
use crate::journal::sheet::Sheet;
use crate::journal::trash::{Bundle, Records};
use crate::store::problem::ProblemKind;
use crate::store::settings::Settings;
use crate::store::syntax;

/// The version of every format that this program writes.
pub(crate) const VERSION: u32 = 1;
/// Marks the folder itself.
pub(crate) const VAULT_FORMAT: &str = "sunshower/vault";
/// A month of records.
pub(crate) const JOURNAL_FORMAT: &str = "sunshower/journal";
/// Evenings kept for later.
pub(crate) const PLANS_FORMAT: &str = "sunshower/plans";
/// The person's own titles.
pub(crate) const LIBRARY_FORMAT: &str = "sunshower/library";
/// What one computer deleted.
pub(crate) const TRASH_FORMAT: &str = "sunshower/trash";
/// What was erased for good.
pub(crate) const ERASED_FORMAT: &str = "sunshower/erased";
/// Settings of one computer.
pub(crate) const SETTINGS_FORMAT: &str = "sunshower/settings";

/// People who edit by hand may leave out `Some`. It is always written, so that any reader of RON can follow.
static OPTIONS: LazyLock<ron::Options> =
    LazyLock::new(|| ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME));

/// What every file begins with. Neither has a default, so that `()` is never taken for an empty journal.
pub(crate) trait Document: DeserializeOwned {
    /// Its `format` and `version`.
    fn head(&self) -> (&str, u32);
}

macro_rules! document {
    ($name:ident) => {
        impl Document for $name {
            fn head(&self) -> (&str, u32) {
                (&self.format, self.version)
            }
        }
    };
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}
document!(Head);

/// A month of one computer's records.
#[derive(Serialize, Deserialize)]
pub(crate) struct MonthFile {
    pub format: String,
    pub version: u32,
    #[serde(default)]
    pub evenings: Vec<Evening>,
    #[serde(default)]
    pub check_ins: Vec<CheckIn>,
    #[serde(default)]
    pub cries: Vec<Cry>,
    #[serde(default)]
    pub reflections: Vec<Reflection>,
    #[serde(default)]
    pub joys: Vec<Joy>,
    #[serde(default)]
    pub breaths: Vec<Breath>,
    #[serde(default)]
    pub days: Vec<Day>,
}
document!(MonthFile);

/// One computer's evenings kept for later.
#[derive(Serialize, Deserialize)]
pub(crate) struct PlansFile {
    pub format: String,
    pub version: u32,
    #[serde(default)]
    pub plans: Vec<Plan>,
}
document!(PlansFile);

/// One computer's settings.
#[derive(Serialize, Deserialize)]
pub(crate) struct SettingsFile {
    pub format: String,
    pub version: u32,
    pub settings: Settings,
}
document!(SettingsFile);

/// One computer's titles, what it says about others, and its ways to breathe.
#[derive(Serialize, Deserialize)]
pub(crate) struct LibraryFile {
    pub format: String,
    pub version: u32,
    #[serde(default)]
    pub titles: Vec<Shelved>,
    #[serde(default)]
    pub patterns: Vec<OwnPattern>,
}
document!(LibraryFile);

/// What one computer deleted, in the order in which it did.
#[derive(Serialize, Deserialize)]
pub(crate) struct TrashFile {
    pub format: String,
    pub version: u32,
    #[serde(default)]
    pub bundles: Vec<Bundle>,
}
document!(TrashFile);

impl TrashFile {
    /// Whether what is not known here can be put back into its bundle. Of two that are called the same nobody can tell
    /// into which it belongs, and one without anything that is known is not kept.
    pub(crate) fn has_a_place_for_more(&self) -> bool {
        let ids: BTreeSet<Uuid> = self.bundles.iter().map(|bundle| bundle.id).collect();
        ids.len() == self.bundles.len() && self.bundles.iter().all(|bundle| !bundle.records.is_empty())
    }
}

/// The ids of what was erased for good, and nothing else.
#[derive(Serialize, Deserialize)]
pub(crate) struct ErasedFile {
    pub format: String,
    pub version: u32,
    #[serde(default)]
    pub ids: BTreeSet<Uuid>,
}
document!(ErasedFile);

/// What was read, as far as it could be, and everything that was wrong with it.
pub(crate) struct Read<T> {
    pub value: Option<T>,
    pub problems: Vec<ProblemKind>,
    pub newer: NewerText,
}

/// What is not known here, in the words of whoever wrote it.
#[derive(Default)]
pub(crate) struct NewerText {
    /// Records of which parts are not known, or cannot be.
    pub records: Vec<(Uuid, Rev, String)>,
    /// What is not known at all.
    pub unknown: Unknown,
}

impl<T> Read<T> {
    fn nothing(problem: ProblemKind) -> Self {
        Self { value: None, problems: vec![problem], newer: NewerText::default() }
    }
}

/// The text of a file.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, ProblemKind> {
    // Some editors put this mark before the text.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ProblemKind::Empty);
    }
    if bytes.contains(&0) {
        // Zero bytes in text are written escaped, so bare ones are what a crash left.
        return Err(ProblemKind::NulBytes);
    }
    str::from_utf8(bytes).map_err(|_| ProblemKind::NotText)
}

/// Reads a value of which all parts are needed.
pub(crate) fn document<T: Document>(bytes: &[u8], format: &str) -> Read<T> {
    match text_of(bytes) {
        Err(problem) => Read::nothing(problem),
        Ok(text) => whole(text, format).unwrap_or_else(|stuck| Read::nothing(stuck.problem())),
    }
}

/// Reads a sheet of records; where parts are not known here, record by record.
pub(crate) fn sheet(bytes: &[u8], sheet: Sheet) -> Read<Records> {
    match sheet {
        Sheet::Month(_) => month(bytes),
        Sheet::Plans => {
            let at_once = |file: PlansFile| Records { plans: file.plans, ..Records::default() };
            let one_by_one = |lists: &mut Lists<'_>| Records { plans: lists.take(), ..Records::default() };
            lists(bytes, PLANS_FORMAT, at_once, one_by_one)
        }
        Sheet::Library => {
            let at_once = |LibraryFile { titles, patterns, .. }| Records { titles, patterns, ..Records::default() };
            let one_by_one =
                |lists: &mut Lists<'_>| Records { titles: lists.take(), patterns: lists.take(), ..Records::default() };
            lists(bytes, LIBRARY_FORMAT, at_once, one_by_one)
        }
    }
}

/// Reads a month; where parts are not known here, record by record.
pub(crate) fn month(bytes: &[u8]) -> Read<Records> {
    let one_by_one = |lists: &mut Lists<'_>| Records {
        evenings: lists.take(),
        check_ins: lists.take(),
        cries: lists.take(),
        reflections: lists.take(),
        joys: lists.take(),
        breaths: lists.take(),
        days: lists.take(),
        ..Records::default()
    };
    let at_once = |file: MonthFile| Records {
        evenings: file.evenings,
        check_ins: file.check_ins,
        cries: file.cries,
        reflections: file.reflections,
        joys: file.joys,
        breaths: file.breaths,
        days: file.days,
        ..Records::default()
    };
    lists(bytes, JOURNAL_FORMAT, at_once, one_by_one)
}

/// Reads what was deleted, and keeps the text of records of which parts are not known here.
pub(crate) fn trash(bytes: &[u8]) -> Read<TrashFile> {
    struct Keep<'a>(Vec<(&'a str, &'a str)>, &'a mut Vec<(Uuid, Rev, String)>);
    impl KindVisitor for Keep<'_> {
        fn visit<R: Kind>(&mut self) {
            let lists = self.0.iter().filter(|(name, _)| *name == R::NAME);
            for item in lists.filter_map(|(_, list)| syntax::items(list)).flatten() {
                if let Ok((record, ignored)) = typed::<R>(item)
                    && !ignored.is_empty()
                {
                    self.1.push((record.id(), record.rev().clone(), item.into()));
                }
            }
        }
    }
    let part = |text, part: &str| {
        let fields = syntax::fields(text).unwrap_or_default();
        fields.into_iter().find(|(name, _)| *name == part).map(|(_, value)| value)
    };
    let mut read = document::<TrashFile>(bytes, TRASH_FORMAT);
    if let (false, Ok(text)) = (read.problems.is_empty(), text_of(bytes)) {
        let bundles = part(text, "bundles").and_then(syntax::items).unwrap_or_default();
        for records in bundles.into_iter().filter_map(|bundle| part(bundle, "records")) {
            visit_kinds(&mut Keep(syntax::fields(records).unwrap_or_default(), &mut read.newer.records));
        }
    }
    read
}

/// Reads a document of lists at once, or, where parts are not known here or cannot be, record by record.
fn lists<T: Document>(
    bytes: &[u8],
    format: &str,
    at_once: impl FnOnce(T) -> Records,
    one_by_one: impl FnOnce(&mut Lists<'_>) -> Records,
) -> Read<Records> {
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err(problem) => return Read::nothing(problem),
    };
    let of_the_whole = match whole::<T>(text, format) {
        Ok(mut read) => match (read.problems.pop(), read.value.map(at_once)) {
            (Some(problem), _) => problem,
            (None, mut records) => match records.as_mut().and_then(|records| records.tidy().pop()) {
                None => return Read { value: records, problems: Vec::new(), newer: read.newer },
                Some(what) => ProblemKind::BadValue { what: what.into() },
            },
        },
        Err(Stuck::File(problem)) => return Read::nothing(problem),
        Err(Stuck::Part(problem)) => problem,
    };
    let Some(fields) = syntax::fields(text) else { return Read::nothing(of_the_whole) };
    let mut lists = Lists { text, fields, problems: Vec::new(), newer: NewerText::default(), is_twice: false };
    let value = one_by_one(&mut lists);
    lists.finish(value, of_the_whole)
}

/// The lists of a document of which parts are not known here.
struct Lists<'a> {
    text: &'a str,
    /// Those that were not taken yet.
    fields: Vec<(&'a str, &'a str)>,
    problems: Vec<ProblemKind>,
    newer: NewerText,
    /// Some list stands there more than once.
    is_twice: bool,
}

impl<'a> Lists<'a> {
    /// The records of one kind. What cannot be understood of them is kept as it is.
    fn take<R: Kind>(&mut self) -> Vec<R> {
        // A hand that put two files together may have left a list twice.
        let (own, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.fields).into_iter().partition(|(name, _)| *name == R::NAME);
        self.fields = rest;
        let mut items = Vec::new();
        for (_, list) in &own {
            match syntax::items(list) {
                Some(more) => items.extend(more),
                // Not a list: there is no place for it in what is written here, so the file must stay as it is.
                None => self.problems.push(ProblemKind::NotRon {
                    line: self.line_of(list) + 1,
                    column: 1,
                    what: format!("{} is no list", R::NAME),
                }),
            }
        }
        self.is_twice |= own.len() > 1;
        let mut records = Vec::new();
        for item in items {
            match typed::<R>(item) {
                Ok((mut record, ignored)) => {
                    let wrong = record.tidy();
                    let is_odd = !(ignored.is_empty() && wrong.is_empty());
                    self.problems.extend(wrong.into_iter().map(|what| ProblemKind::BadValue { what: what.into() }));
                    if let Some(what) = ignored.into_iter().next() {
                        self.note(what);
                    }
                    if is_odd {
                        self.newer.records.push((record.id(), record.rev().clone(), item.into()));
                    }
                    records.push(record);
                }
                Err(error) => {
                    match bad_record(&error, self.line_of(item) + error.span.start.line) {
                        ProblemKind::NewerParts { what } => self.note(what),
                        problem => self.problems.push(problem),
                    }
                    self.newer.unknown.records.push((R::NAME.into(), item.into()));
                }
            }
        }
        records
    }

    /// The piece borrows from the text, so the distance between the two tells how many lines are before it.
    fn line_of(&self, piece: &'a str) -> usize {
        let before = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.text.as_bytes().iter().take(before).filter(|byte| **byte == b'\n').count()
    }

    /// One line for each file is enough.
    fn note(&mut self, what: String) {
        if !self.problems.iter().any(|problem| matches!(problem, ProblemKind::NewerParts { .. })) {
            self.problems.push(ProblemKind::NewerParts { what });
        }
    }

    fn finish(mut self, value: Records, of_the_whole: ProblemKind) -> Read<Records> {
        for (name, field) in std::mem::take(&mut self.fields) {
            if !["format", "version"].contains(&name) {
                self.note(name.into());
                self.newer.unknown.fields.push((name.into(), field.into()));
            }
        }
        if self.is_twice {
            self.problems.push(of_the_whole.clone());
        }
        if self.problems.is_empty() {
            // Each part on its own somehow was understood, and the whole was not.
            return Read::nothing(of_the_whole);
        }
        Read { value: Some(value), problems: self.problems, newer: self.newer }
    }
}

/// Why a whole file was not understood at once.
enum Stuck {
    /// There is nothing to be had from it.
    File(ProblemKind),
    /// It is RON of the right kind and version, but some part of it is not known.
    Part(ProblemKind),
}

impl Stuck {
    fn problem(self) -> ProblemKind {
        match self {
            Self::File(problem) | Self::Part(problem) => problem,
        }
    }
}

fn whole<T: Document>(text: &str, format: &str) -> Result<Read<T>, Stuck> {
    let (value, ignored) = match typed::<T>(text) {
        Ok(read) => read,
        Err(error) => {
            // Whether this is damage or only something unknown: the head alone ignores everything else.
            let (head, _) = typed::<Head>(text).map_err(|error| Stuck::File(syntax(text, &error)))?;
            check_head(&head, format)?;
            return Err(Stuck::Part(bad_record(&error, error.span.start.line)));
        }
    };
    check_head(&value, format)?;
    let problems = ignored.into_iter().next().map(|what| ProblemKind::NewerParts { what }).into_iter().collect();
    Ok(Read { value: Some(value), problems, newer: NewerText::default() })
}

fn check_head(document: &impl Document, format: &str) -> Result<(), Stuck> {
    Err(Stuck::File(match document.head() {
        (found, _) if found != format => ProblemKind::WrongFormat { found: found.to_owned() },
        (found, 0) => ProblemKind::WrongFormat { found: format!("{found} 0") },
        (_, version) if version > VERSION => ProblemKind::NewerVersion { version },
        _ => return Ok(()),
    }))
}

/// Reads a value, and the names of what was in the text but is not in the type.
pub(crate) fn typed<T: DeserializeOwned>(text: &str) -> Result<(T, Vec<String>), SpannedError> {
    let mut ignored = Vec::new();
    let mut reader = ron::Deserializer::from_str_with_options(text, &OPTIONS)?;
    let value = serde_ignored::deserialize(&mut reader, |path| ignored.push(path.to_string()))
        .map_err(|error| reader.span_error(error))?;
    reader.end().map_err(|error| reader.span_error(error))?;
    Ok((value, ignored))
}

/// An unknown variant is how an older program meets a newer one's words.
fn bad_record(error: &SpannedError, line: usize) -> ProblemKind {
    match &error.code {
        RonError::NoSuchEnumVariant { found, .. } => ProblemKind::NewerParts { what: found.clone() },
        code => ProblemKind::BadRecord { line, what: code.to_string() },
    }
}

/// No beginning of a document is a document, so a text that ends too soon fails at its end.
fn syntax(text: &str, error: &SpannedError) -> ProblemKind {
    let text = text.trim_end();
    let last_line = text.lines().count().max(1);
    let last_column = text.lines().next_back().map_or(0, |line| line.chars().count());
    let end = &error.span.end;
    let at_the_end = end.line > last_line || (end.line == last_line && end.col >= last_column);
    let unfinished = matches!(error.code, RonError::Eof | RonError::ExpectedStringEnd | RonError::UnclosedBlockComment);
    let missing = matches!(error.code, RonError::MissingStructField { .. });
    if (at_the_end || unfinished) && !missing {
        ProblemKind::CutShort { line: last_line }
    } else {
        let start = &error.span.start;
        ProblemKind::NotRon { line: start.line, column: start.col, what: error.code.to_string() }
    }
}
