//! From records to the text of a file. The same records always give the same text, byte for byte, so that nothing
//! that watches the folder sees a change where there is none.

use std::collections::BTreeSet;

use ron::ser::PrettyConfig;
use ron::value::RawValue;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::journal::log::{Journal, Kind};
use crate::journal::newer::Unknown;
use crate::journal::sheet::Sheet;
use crate::journal::trash::Bundle;
use crate::store::read::{
    self, ERASED_FORMAT, ErasedFile, JOURNAL_FORMAT, LIBRARY_FORMAT, PLANS_FORMAT, SETTINGS_FORMAT, SettingsFile,
    TRASH_FORMAT, VERSION,
};
use crate::store::settings::Settings;
use crate::store::syntax;

/// A record as it is written: from what is known of it, or with parts that a newer program wrote.
enum Line<R> {
    Known(R),
    Raw(Box<RawValue>),
}

impl<R: Serialize> Serialize for Line<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(record) => record.serialize(serializer),
            Self::Raw(text) => text.serialize(serializer),
        }
    }
}

macro_rules! lists {
    ($($(#[$skip:meta])? $name:ident: $kind:ident),*) => {
        /// A document of lists, as it is written.
        #[derive(Serialize)]
        struct MonthOut {
            format: &'static str,
            version: u32,
            $($name: Vec<Line<crate::journal::entry::$kind>>,)*
        }

        /// What was deleted, as it is written.
        #[derive(Serialize)]
        struct RecordsOut {
            $(#[serde(skip_serializing_if = "Vec::is_empty")] $name: Vec<Line<crate::journal::entry::$kind>>,)*
            #[serde(skip_serializing_if = "Vec::is_empty")]
            plans: Vec<Line<crate::journal::entry::Plan>>,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            titles: Vec<Line<crate::journal::entry::Shelved>>,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            patterns: Vec<Line<crate::journal::entry::OwnPattern>>,
        }
    };
}
lists!(
    evenings: Evening, check_ins: CheckIn, cries: Cry, reflections: Reflection, joys: Joy, breaths: Breath, days: Day
);

#[derive(Serialize)]
struct PlansOut {
    format: &'static str,
    version: u32,
    plans: Vec<Line<crate::journal::entry::Plan>>,
}

#[derive(Serialize)]
struct LibraryOut {
    format: &'static str,
    version: u32,
    titles: Vec<Line<crate::journal::entry::Shelved>>,
    patterns: Vec<Line<crate::journal::entry::OwnPattern>>,
}

#[derive(Serialize)]
struct BundleOut {
    id: Uuid,
    on: chrono::NaiveDate,
    records: RecordsOut,
}

#[derive(Serialize)]
struct TrashOut {
    format: &'static str,
    version: u32,
    bundles: Vec<BundleOut>,
}

/// The file of one sheet: this computer's records that stand on it, and what is left of those it deleted.
#[must_use]
pub fn sheet_text(journal: &Journal, sheet: Sheet) -> String {
    let out = Out { journal, sheet, unknown: journal.newer.of_sheet(sheet) };
    let text = match sheet {
        Sheet::Month(_) => pretty(&MonthOut {
            format: JOURNAL_FORMAT,
            version: VERSION,
            evenings: out.own(),
            check_ins: out.own(),
            cries: out.own(),
            reflections: out.own(),
            joys: out.own(),
            breaths: out.own(),
            days: out.own(),
        }),
        Sheet::Plans => pretty(&PlansOut { format: PLANS_FORMAT, version: VERSION, plans: out.own() }),
        Sheet::Library => {
            pretty(&LibraryOut { format: LIBRARY_FORMAT, version: VERSION, titles: out.own(), patterns: out.own() })
        }
    };
    out.with_unknown_fields(text)
}

/// The file of what this computer deleted.
#[must_use]
pub fn trash_text(journal: &Journal) -> String {
    let bundle = |bundle: &Bundle| {
        let Bundle { id, on, records } = bundle;
        let records = RecordsOut {
            evenings: lines(journal, &records.evenings),
            check_ins: lines(journal, &records.check_ins),
            cries: lines(journal, &records.cries),
            reflections: lines(journal, &records.reflections),
            joys: lines(journal, &records.joys),
            breaths: lines(journal, &records.breaths),
            days: lines(journal, &records.days),
            plans: lines(journal, &records.plans),
            titles: lines(journal, &records.titles),
            patterns: lines(journal, &records.patterns),
        };
        BundleOut { id: *id, on: *on, records }
    };
    pretty(&TrashOut { format: TRASH_FORMAT, version: VERSION, bundles: journal.trash.iter().map(bundle).collect() })
}

/// The file of what was erased for good, here or elsewhere.
#[must_use]
pub fn erased_text(ids: &BTreeSet<Uuid>) -> String {
    pretty(&ErasedFile { format: ERASED_FORMAT.into(), version: VERSION, ids: ids.clone() })
}

/// The file of this computer's settings.
#[must_use]
pub fn settings_text(settings: &Settings) -> String {
    let mut settings = settings.clone();
    settings.tidy();
    pretty(&SettingsFile { format: SETTINGS_FORMAT.into(), version: VERSION, settings })
}

/// What goes onto one sheet.
struct Out<'a> {
    journal: &'a Journal,
    sheet: Sheet,
    unknown: Option<&'a Unknown>,
}

impl Out<'_> {
    /// The versions that stand in this computer's file, in the order of the days, and then what is not known here.
    fn own<R: Kind>(&self) -> Vec<Line<R>> {
        let table = R::table(self.journal);
        let own = |record: &&R| self.journal.is_own(*record);
        let mut records: Vec<R> = match self.sheet.month() {
            Some(month) => table.versions_in(month.days()).filter(own).cloned().collect(),
            None => table.versions().filter(own).cloned().collect(),
        };
        records.sort_by(|a, b| {
            let place = |record: &R| (record.day(), record.at(), record.id());
            place(a).cmp(&place(b)).then_with(|| a.rev().cmp(b.rev()))
        });
        let mut lines = lines(self.journal, &records);
        let unknown = self.unknown.iter().flat_map(|unknown| &unknown.records);
        let unknown = unknown.filter(|(list, _)| list == R::NAME);
        lines.extend(unknown.filter_map(|(_, text)| raw(text)).map(Line::Raw));
        lines
    }

    fn with_unknown_fields(&self, text: String) -> String {
        let fields = self.unknown.map_or(&[][..], |unknown| &unknown.fields);
        if fields.is_empty() {
            return text;
        }
        syntax::with_fields(&text, fields).map_or(text, |mut text| {
            if !text.ends_with('\n') {
                text.push('\n');
            }
            text
        })
    }
}

/// Values out of range would be brought into it at the next start, so none gets in.
fn lines<R: Kind>(journal: &Journal, records: &[R]) -> Vec<Line<R>> {
    let line = |record: &R| {
        let mut record = record.clone();
        record.tidy();
        match with_newer_parts(journal, &record) {
            Some(text) => Line::Raw(text),
            None => Line::Known(record),
        }
    };
    records.iter().map(line).collect()
}

/// The text of a record of which a newer program wrote parts that are not known here.
fn with_newer_parts<R: Kind>(journal: &Journal, record: &R) -> Option<Box<RawValue>> {
    let text = journal.newer.of_record(record)?;
    let (known, _) = read::typed::<R>(text).ok()?;
    let mut tidied = known.clone();
    tidied.tidy();
    // Better without what a newer program wrote than with anything else than what is in the record.
    let kept_with = |known: &R| {
        let kept = syntax::keep_unknown(text, &pretty(known), &pretty(record))?;
        let (mut read, unknown) = read::typed::<R>(&kept).ok()?;
        read.tidy();
        (read == *record).then_some((kept, unknown.len()))
    };
    let in_full = kept_with(&tidied);
    if known.rev() == record.rev() {
        // As it was, also where a value cannot be.
        return raw(&in_full?.0);
    }
    // Once the record is changed, its values are brought into range, unless what is not known hangs on one of them.
    let in_range = kept_with(&known);
    let is_less = in_range.as_ref().map(|(_, unknown)| unknown) < in_full.as_ref().map(|(_, unknown)| unknown);
    let (kept, _) = if is_less { in_full? } else { in_range? };
    raw(&kept)
}

fn raw(text: &str) -> Option<Box<RawValue>> {
    RawValue::from_boxed_ron(text.trim().into()).ok()
}

/// Without struct names, without extensions, one field a line.
pub(crate) fn pretty<T: Serialize>(value: &T) -> String {
    let style = PrettyConfig::new().indentor("  ").new_line("\n");
    let mut text = ron::Options::default().to_string_pretty(value, style).unwrap_or_default();
    text.push('\n');
    text
}
