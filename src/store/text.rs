//! From records to the text of a file. The same records always give the same text, byte for byte, so that nothing
//! that watches the folder sees a change where there is none.

use ron::ser::PrettyConfig;
use serde::Serialize;

use crate::journal::day::Month;
use crate::journal::log::{Journal, Kind};
use crate::store::read::{JOURNAL_FORMAT, MonthFile, PLANS_FORMAT, PlansFile, SETTINGS_FORMAT, SettingsFile, VERSION};
use crate::store::settings::Settings;
use crate::store::tidy::Tidy;

/// The file of one month: this computer's records of its days, and what is left of those it deleted.
#[must_use]
pub fn month_text(journal: &Journal, month: Month) -> String {
    pretty(&MonthFile {
        format: JOURNAL_FORMAT.into(),
        version: VERSION,
        evenings: own(journal, Some(month)),
        check_ins: own(journal, Some(month)),
        cries: own(journal, Some(month)),
        reflections: own(journal, Some(month)),
        joys: own(journal, Some(month)),
        breaths: own(journal, Some(month)),
        days: own(journal, Some(month)),
    })
}

/// The file of this computer's plans.
#[must_use]
pub fn plans_text(journal: &Journal) -> String {
    pretty(&PlansFile { format: PLANS_FORMAT.into(), version: VERSION, plans: own(journal, None) })
}

/// The file of this computer's settings.
#[must_use]
pub fn settings_text(settings: &Settings) -> String {
    let mut settings = settings.clone();
    settings.tidy();
    pretty(&SettingsFile { format: SETTINGS_FORMAT.into(), version: VERSION, settings })
}

/// The records this computer wrote last, in the order of the days. Values out of range would freeze the file at the
/// next start, so none gets in.
fn own<R: Kind + Tidy>(journal: &Journal, month: Option<Month>) -> Vec<R> {
    let mut records: Vec<R> = R::table(journal)
        .with_tombstones()
        .filter(|record| record.rev().1 == journal.device)
        .filter(|record| month.is_none_or(|month| Month::of(record.day()) == month))
        .cloned()
        .collect();
    for record in &mut records {
        record.tidy();
    }
    records.sort_by_key(|record| (record.day(), record.at(), record.id()));
    records
}

/// Without struct names, without extensions, one field a line.
pub(crate) fn pretty<T: Serialize>(value: &T) -> String {
    let style = PrettyConfig::new().indentor("  ").new_line("\n");
    let mut text = ron::Options::default().to_string_pretty(value, style).unwrap_or_default();
    text.push('\n');
    text
}
