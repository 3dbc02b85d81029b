//! What the log says about saving. A test of its own, because the log is shared by all threads of a program.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/store_home.rs"]
mod store_home;

use std::fmt::Debug;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use store_home::{Home, NOVEMBER, note, save, save_month};
use sunshower::journal::sheet::Sheet;
use sunshower::store::{FileKey, Job, sheet_text};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Keeps the lines of the log.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<String>>>);

impl Visit for Lines {
    fn record_debug(&mut self, _: &Field, value: &dyn Debug) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{value:?}"));
    }
}

impl Subscriber for Lines {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        about.target().starts_with("sunshower")
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[test]
fn the_log_names_each_saved_file_and_its_hash_and_never_what_is_in_it() {
    let home = Home::with_a_journal();
    let mut opened = home.open();
    note(&mut opened.journal, "a secret");
    let lines = Lines::default();
    tracing::subscriber::with_default(lines.clone(), || {
        save_month(&opened).expect("saved");
        save(&opened, Job::Draft(Some("a secret".into()))).expect("saved");
        save(&opened, Job::Draft(None)).expect("removed");
        fs::remove_file(opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)))).expect("removed");
        save_month(&opened).expect_err("it was changed");
    });
    let lines = lines.0.lock().unwrap_or_else(PoisonError::into_inner);
    let month = format!("journal/{}/2026-11.ron", opened.vault.device());
    let text = sheet_text(&opened.journal, Sheet::Month(NOVEMBER));
    let month_hash = sunshower::store::Hash::of(text.as_bytes()).short();
    let draft_hash = sunshower::store::Hash::of(b"a secret").short();
    assert_eq!(
        *lines,
        [
            format!("saving {month} {month_hash}"),
            format!("saved {month} {month_hash}"),
            format!("saving draft.ron {draft_hash}"),
            format!("saved draft.ron {draft_hash}"),
            "removing draft.ron".into(),
            "removed draft.ron".into(),
            format!("saving {month} {month_hash}"),
            format!("not saved {month}: the file was changed by something else"),
        ]
    );
}
