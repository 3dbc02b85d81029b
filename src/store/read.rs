//! From bytes to records, with everything said that was not as it should be.

use std::sync::LazyLock;

use ron::error::{Error as RonError, SpannedError};
use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, Plan, Reflection};
use crate::store::problem::ProblemKind;
use crate::store::settings::Settings;

/// The version of every format that this program writes.
pub(crate) const VERSION: u32 = 1;
/// Marks the folder itself.
pub(crate) const VAULT_FORMAT: &str = "sunshower/vault";
/// A month of records.
pub(crate) const JOURNAL_FORMAT: &str = "sunshower/journal";
/// Evenings kept for later.
pub(crate) const PLANS_FORMAT: &str = "sunshower/plans";
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

/// What was read, as far as it could be, and everything that was wrong with it.
pub(crate) struct Read<T> {
    pub value: Option<T>,
    pub problems: Vec<ProblemKind>,
}

impl<T> Read<T> {
    fn nothing(problem: ProblemKind) -> Self {
        Self { value: None, problems: vec![problem] }
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

/// Reads a month; where parts are not known here, record by record.
pub(crate) fn month(bytes: &[u8]) -> Read<MonthFile> {
    #[derive(Deserialize)]
    struct Raw<'a> {
        #[serde(borrow, default)]
        evenings: Vec<&'a RawValue>,
        #[serde(borrow, default)]
        check_ins: Vec<&'a RawValue>,
        #[serde(borrow, default)]
        cries: Vec<&'a RawValue>,
        #[serde(borrow, default)]
        reflections: Vec<&'a RawValue>,
        #[serde(borrow, default)]
        joys: Vec<&'a RawValue>,
        #[serde(borrow, default)]
        breaths: Vec<&'a RawValue>,
        #[serde(borrow, default)]
        days: Vec<&'a RawValue>,
    }
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err(problem) => return Read::nothing(problem),
    };
    whole(text, JOURNAL_FORMAT).unwrap_or_else(|stuck| {
        let Stuck::Part(problem) = stuck else { return Read::nothing(stuck.problem()) };
        let mut problems = Vec::new();
        let Ok(raw) = OPTIONS.from_str::<Raw<'_>>(text) else { return Read::nothing(problem) };
        let value = MonthFile {
            format: JOURNAL_FORMAT.into(),
            version: VERSION,
            evenings: one_by_one(text, &raw.evenings, &mut problems),
            check_ins: one_by_one(text, &raw.check_ins, &mut problems),
            cries: one_by_one(text, &raw.cries, &mut problems),
            reflections: one_by_one(text, &raw.reflections, &mut problems),
            joys: one_by_one(text, &raw.joys, &mut problems),
            breaths: one_by_one(text, &raw.breaths, &mut problems),
            days: one_by_one(text, &raw.days, &mut problems),
        };
        still_frozen(&mut problems, problem);
        Read { value: Some(value), problems }
    })
}

/// Reads plans; where parts are not known here, record by record.
pub(crate) fn plans(bytes: &[u8]) -> Read<PlansFile> {
    #[derive(Deserialize)]
    struct Raw<'a> {
        #[serde(borrow, default)]
        plans: Vec<&'a RawValue>,
    }
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err(problem) => return Read::nothing(problem),
    };
    whole(text, PLANS_FORMAT).unwrap_or_else(|stuck| {
        let Stuck::Part(problem) = stuck else { return Read::nothing(stuck.problem()) };
        let mut problems = Vec::new();
        let Ok(raw) = OPTIONS.from_str::<Raw<'_>>(text) else { return Read::nothing(problem) };
        let plans = one_by_one(text, &raw.plans, &mut problems);
        still_frozen(&mut problems, problem);
        Read { value: Some(PlansFile { format: PLANS_FORMAT.into(), version: VERSION, plans }), problems }
    })
}

/// A file whose whole was not understood stays frozen, even if each record on its own somehow was.
fn still_frozen(problems: &mut Vec<ProblemKind>, of_the_whole: ProblemKind) {
    if problems.is_empty() {
        problems.push(of_the_whole);
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
    Ok(Read { value: Some(value), problems })
}

fn check_head(document: &impl Document, format: &str) -> Result<(), Stuck> {
    Err(Stuck::File(match document.head() {
        (found, _) if found != format => ProblemKind::WrongFormat { found: found.to_owned() },
        (_, 0) => ProblemKind::BadValue { what: "version".into() },
        (_, version) if version > VERSION => ProblemKind::NewerVersion { version },
        _ => return Ok(()),
    }))
}

/// Reads a value, and the names of what was in the text but is not in the type.
fn typed<T: DeserializeOwned>(text: &str) -> Result<(T, Vec<String>), SpannedError> {
    let mut ignored = Vec::new();
    let mut reader = ron::Deserializer::from_str_with_options(text, &OPTIONS)?;
    let value = serde_ignored::deserialize(&mut reader, |path| ignored.push(path.to_string()))
        .map_err(|error| reader.span_error(error))?;
    reader.end().map_err(|error| reader.span_error(error))?;
    Ok((value, ignored))
}

fn one_by_one<T: DeserializeOwned>(text: &str, list: &[&RawValue], problems: &mut Vec<ProblemKind>) -> Vec<T> {
    let mut records = Vec::new();
    for raw in list {
        match typed::<T>(raw.get_ron()) {
            Ok((record, ignored)) => {
                problems.extend(ignored.into_iter().next().map(|what| ProblemKind::NewerParts { what }));
                records.push(record);
            }
            Err(error) => {
                // The piece borrows from the text, so the distance between the two tells its line.
                let before = (raw.get_ron().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
                let lines = text.as_bytes().iter().take(before).filter(|byte| **byte == b'\n').count();
                problems.push(bad_record(&error, lines + error.span.start.line));
            }
        }
    }
    records
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
