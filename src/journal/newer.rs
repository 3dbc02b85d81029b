//! What a newer version of the program wrote into the journal, in its words. Nothing here looks into them: they are
//! kept, and written back as they were.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::journal::record::{Record, Rev};
use crate::journal::sheet::Sheet;

/// What a newer version of the program wrote, in its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Newer {
    /// Records of which parts are not known here: their whole text, by the version it belongs to.
    by_record: BTreeMap<Uuid, Vec<(Rev, Box<str>)>>,
    /// What stands in this computer's own files and is not known here at all.
    by_sheet: BTreeMap<Sheet, Unknown>,
}

/// What stands in one file and is not known here at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// Fields of the file, with their names.
    pub fields: Vec<(String, String)>,
    /// Records that cannot be understood, with the name of the list they stand in.
    pub records: Vec<(String, String)>,
}

impl Unknown {
    /// Whether there is nothing of the kind.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.records.is_empty()
    }
}

impl Newer {
    /// Keeps the text of a record of which parts are not known here.
    pub fn keep_record(&mut self, id: Uuid, rev: Rev, text: &str) {
        let texts = self.by_record.entry(id).or_default();
        texts.retain(|(known, _)| *known != rev);
        texts.push((rev, text.into()));
    }

    /// Keeps what stands in one of this computer's own files.
    pub fn keep_sheet(&mut self, sheet: Sheet, unknown: Unknown) {
        if unknown.is_empty() {
            self.by_sheet.remove(&sheet);
        } else {
            self.by_sheet.insert(sheet, unknown);
        }
    }

    /// The text whose unknown parts belong into this version: its own, or that of the newest version it was made from.
    #[must_use]
    pub fn of_record(&self, record: &impl Record) -> Option<&str> {
        if record.deleted() {
            return None;
        }
        let texts = self.by_record.get(&record.id())?.iter();
        let made_from = texts.filter(|(rev, _)| record.knows(rev));
        made_from.max_by(|(a, _), (b, _)| a.cmp(b)).map(|(_, text)| &**text)
    }

    /// What is to be written back into one of this computer's own files.
    #[must_use]
    pub fn of_sheet(&self, sheet: Sheet) -> Option<&Unknown> {
        self.by_sheet.get(&sheet)
    }

    /// Takes in what a later reading of the folder kept.
    pub fn merge(&mut self, other: Self) {
        self.merge_records(&other);
        self.by_sheet.extend(other.by_sheet);
    }

    /// Takes in what another folder kept of records.
    pub fn merge_records(&mut self, other: &Self) {
        for (id, texts) in &other.by_record {
            for (rev, text) in texts {
                self.keep_record(*id, rev.clone(), text);
            }
        }
    }

    /// Forgets a record that was erased for good.
    pub(super) fn forget(&mut self, id: Uuid) {
        self.by_record.remove(&id);
        let name = id.to_string();
        for unknown in self.by_sheet.values_mut() {
            unknown.records.retain(|(_, text)| !text.contains(&name));
        }
    }
}
