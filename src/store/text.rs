//! From records to the text of a file. The same records always give the same text, byte for byte, so that nothing
//! that watches the folder sees a change where there is none.

use std::collections::BTreeSet;

use ron::ser::PrettyConfig;
use ron::value::RawValue;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::journal::day::Month;
use crate::journal::log::{Journal, Kind};
use crate::journal::newer::Unknown;
use crate::journal::trash::Bundle;
use crate::store::read::{
    self, ERASED_FORMAT, ErasedFile, JOURNAL_FORMAT, PLANS_FORMAT, SETTINGS_FORMAT, SettingsFile, TRASH_FORMAT, VERSION,
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

/// The file of one month: this computer's records of its days, and what is left of those it deleted.
#[must_use]
pub fn month_text(journal: &Journal, month: Month) -> String {
    let out = Out::new(journal, Some(month));
    let text = pretty(&MonthOut {
        format: JOURNAL_FORMAT,
        version: VERSION,
        evenings: out.own(),
        check_ins: out.own(),
        cries: out.own(),
        reflections: out.own(),
        joys: out.own(),
        breaths: out.own(),
        days: out.own(),
    });
    out.with_unknown_fields(text)
}

/// The file of this computer's plans.
#[must_use]
pub fn plans_text(journal: &Journal) -> String {
    let out = Out::new(journal, None);
    let text = pretty(&PlansOut { format: PLANS_FORMAT, version: VERSION, plans: out.own() });
    out.with_unknown_fields(text)
}

/// The file of what this computer deleted.
#[must_use]
pub fn trash_text(journal: &Journal) -> String {
    let out = Out::new(journal, None);
    let bundle = |bundle: &Bundle| {
        let Bundle { id, on, records } = bundle;
        let records = RecordsOut {
            evenings: out.lines(&records.evenings),
            check_ins: out.lines(&records.check_ins),
            cries: out.lines(&records.cries),
            reflections: out.lines(&records.reflections),
            joys: out.lines(&records.joys),
            breaths: out.lines(&records.breaths),
            days: out.lines(&records.days),
            plans: out.lines(&records.plans),
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

/// What goes into one file.
struct Out<'a> {
    journal: &'a Journal,
    /// `None`: the plans.
    month: Option<Month>,
    unknown: Option<&'a Unknown>,
}

impl<'a> Out<'a> {
    fn new(journal: &'a Journal, month: Option<Month>) -> Self {
        Self { journal, month, unknown: journal.newer.of_file(month) }
    }

    /// The versions that stand in this computer's file, in the order of the days, and then what is not known here.
    fn own<R: Kind>(&self) -> Vec<Line<R>> {
        let table = R::table(self.journal);
        let own = |record: &&R| self.journal.is_own(*record);
        let mut records: Vec<R> = match self.month {
            Some(month) => table.versions_in(month.days()).filter(own).cloned().collect(),
            None => table.versions().filter(own).cloned().collect(),
        };
        records.sort_by(|a, b| {
            let place = |record: &R| (record.day(), record.at(), record.id());
            place(a).cmp(&place(b)).then_with(|| a.rev().cmp(b.rev()))
        });
        let mut lines = self.lines(&records);
        let unknown = self.unknown.iter().flat_map(|unknown| &unknown.records);
        let unknown = unknown.filter(|(list, _)| list == R::NAME);
        lines.extend(unknown.filter_map(|(_, text)| raw(text)).map(Line::Raw));
        lines
    }

    /// Values out of range would be brought into it at the next start, so none gets in.
    fn lines<R: Kind>(&self, records: &[R]) -> Vec<Line<R>> {
        let line = |record: &R| {
            let mut record = record.clone();
            record.tidy();
            match self.with_newer_parts(&record) {
                Some(text) => Line::Raw(text),
                None => Line::Known(record),
            }
        };
        records.iter().map(line).collect()
    }

    /// The text of a record of which a newer program wrote parts that are not known here.
    fn with_newer_parts<R: Kind>(&self, record: &R) -> Option<Box<RawValue>> {
        let text = self.journal.newer.of_record(record)?;
        let (mut known, _) = read::typed::<R>(text).ok()?;
        if known.rev() == record.rev() {
            // As it was, also where a value cannot be. Once the record is changed, its values are brought into range.
            known.tidy();
        }
        let kept = syntax::keep_unknown(text, &pretty(&known), &pretty(record))?;
        // Better without what a newer program wrote than with anything else than what is in the record.
        let (mut read, _) = read::typed::<R>(&kept).ok()?;
        read.tidy();
        if read == *record { raw(&kept) } else { None }
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
