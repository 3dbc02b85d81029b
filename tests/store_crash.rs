//! The plug is pulled after every single operation, and every disk that may be found then is opened.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/sim_disk.rs"]
mod sim_disk;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use sim_disk::SimDisk;
use sunshower::journal::day::Month;
use sunshower::journal::entry::{CheckIn, Cry, Plan, Shelved};
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::store::disk::Disk;
use sunshower::store::save::{Seen, save};
use sunshower::store::{FileKey, Job, Outcome, Places, Settings, Writable, Writer, open, settings_text, sheet_text};

const NOVEMBER: Month = Month { year: 2026, month: 11 };

fn places() -> Places {
    Places::new("/person/Sunshower".into(), "/machine/sunshower".into())
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// What was asked to be saved, and what was said to be.
#[derive(Default)]
struct Said {
    /// Every text of a file, in order, and whether it was said to be saved.
    texts: BTreeMap<FileKey, Vec<(Option<String>, bool)>>,
}

impl Said {
    fn run(&mut self, writer: &mut Writer, job: Job) -> Outcome {
        let text = job.text().map(str::to_owned);
        let outcome = writer.run_now(job);
        self.texts.entry(outcome.file).or_default().push((text, outcome.result.is_ok()));
        outcome
    }

    /// What a file may hold: the last text that was said to be saved, or a later one that was on its way.
    fn allows(&self, file: FileKey, found: Option<&str>) -> bool {
        let texts = self.texts.get(&file).map_or(&[][..], Vec::as_slice);
        match texts.iter().rposition(|(_, is_saved)| *is_saved) {
            Some(last) => texts[last..].iter().any(|(text, _)| text.as_deref() == found),
            None => found.is_none() || texts.iter().any(|(text, _)| text.as_deref() == found),
        }
    }
}

fn note(journal: &mut Journal, on: &str, note: &str) {
    let mut cry: Cry = journal.create(day(on), None);
    cry.note = note.into();
    journal.put(cry);
}

/// A whole visit: an evening begins, is saved, and what was drafted is no longer needed.
fn visit(disk: &SimDisk, said: &mut Said) {
    let Ok(mut opened) = open(disk, &places()) else { return };
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(disk.clone()));
    let journal = &mut opened.journal;
    said.run(&mut writer, Job::Draft(Some("an evening that runs".into())));
    note(journal, "2026-11-22", "one");
    said.run(&mut writer, Job::Records(Sheet::Month(NOVEMBER), sheet_text(journal, Sheet::Month(NOVEMBER))));
    let plan: Plan = journal.create(day("2026-11-24"), None);
    journal.put(plan);
    said.run(&mut writer, Job::Records(Sheet::Plans, sheet_text(journal, Sheet::Plans)));
    let mut title: Shelved = journal.create(day("2026-11-24"), None);
    title.name = Some("Paper Boats".into());
    journal.put(title);
    said.run(&mut writer, Job::Records(Sheet::Library, sheet_text(journal, Sheet::Library)));
    said.run(&mut writer, Job::Settings(settings_text(&Settings { text_percent: 120, ..Settings::default() })));
    said.run(&mut writer, Job::Draft(Some("an evening that runs on".into())));
    let check_in: CheckIn = journal.create(day("2026-11-23"), None);
    journal.put(check_in);
    said.run(&mut writer, Job::Records(Sheet::Month(NOVEMBER), sheet_text(journal, Sheet::Month(NOVEMBER))));
    said.run(&mut writer, Job::Draft(None));
}

/// The folder opens without a problem, holds what was said to be saved, holds no litter, and can be written to again.
fn must_be_whole(disk: &SimDisk, said: &Said, when: &str) {
    let mut opened = open(disk, &places()).unwrap_or_else(|error| panic!("{when}: {error}"));
    assert_eq!(opened.problems, [], "{when}");
    assert_eq!(opened.writable, Writable::Yes, "{when}");
    let read = |file| disk.read(&opened.vault.path_of(file)).ok().map(|bytes| String::from_utf8(bytes).expect("text"));
    let sheets = [Sheet::Month(NOVEMBER), Sheet::Plans, Sheet::Library].map(FileKey::Records);
    for file in sheets.into_iter().chain([FileKey::Settings, FileKey::Draft]) {
        let found = read(file);
        assert!(said.allows(file, found.as_deref()), "{when}: {file:?} holds {found:?}");
    }
    if let Some(text) = read(FileKey::Records(Sheet::Month(NOVEMBER))) {
        assert_eq!(
            sheet_text(&opened.journal, Sheet::Month(NOVEMBER)),
            text,
            "{when}: nothing of it is lost on reading"
        );
    }
    assert_eq!(opened.draft, read(FileKey::Draft), "{when}");
    for path in disk.snapshot().keys() {
        assert!(!path.to_string_lossy().contains(".save-"), "{when}: {} was left behind", path.display());
    }
    note(&mut opened.journal, "2026-11-30", "after it");
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(disk.clone()));
    let outcome =
        writer.run_now(Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER))));
    assert!(outcome.result.is_ok(), "{when}: {:?}", outcome.result);
}

/// Counts the operations of a visit to a disk, then cuts each visit short after each of them.
fn cut_every_visit_short(before: &SimDisk, before_said: impl Fn() -> Said) {
    let whole = before.after_kill();
    visit(&whole, &mut before_said());
    let all = whole.ops().len();
    assert!(all > 50, "only {all} operations: did the visit take place?");
    let mut disks = 0;
    for ops in 0..=all {
        let disk = before.after_kill();
        let mut said = before_said();
        disk.cut_power_after(ops);
        visit(&disk, &mut said);
        let last = disk.ops().last().map_or(String::new(), |op| format!("{} {}", op.what, op.path.display()));
        must_be_whole(&disk.after_kill(), &said, &format!("killed after operation {ops}, {last}"));
        for (which, found) in disk.after_power_cut().iter().enumerate() {
            must_be_whole(found, &said, &format!("power cut after operation {ops}, {last}, outcome {which}"));
            disks += 1;
        }
    }
    assert!(disks > all, "{disks} outcomes of {all} operations");
}

#[test]
fn the_very_first_visit_may_be_cut_short_anywhere() {
    cut_every_visit_short(&SimDisk::default(), Said::default);
}

#[test]
fn a_later_visit_may_be_cut_short_anywhere() {
    let disk = SimDisk::default();
    visit(&disk, &mut Said::default());
    let first = open(&disk, &places()).expect("it was made").journal;
    let text = sheet_text(&first, Sheet::Month(NOVEMBER));
    let plans = sheet_text(&first, Sheet::Plans);
    let library = sheet_text(&first, Sheet::Library);
    let settings = settings_text(&open(&disk.after_kill(), &places()).expect("it was made").settings);
    drop(first);
    cut_every_visit_short(&disk, || Said {
        texts: BTreeMap::from([
            (FileKey::Records(Sheet::Month(NOVEMBER)), vec![(Some(text.clone()), true)]),
            (FileKey::Records(Sheet::Plans), vec![(Some(plans.clone()), true)]),
            (FileKey::Records(Sheet::Library), vec![(Some(library.clone()), true)]),
            (FileKey::Settings, vec![(Some(settings.clone()), true)]),
            (FileKey::Draft, vec![(None, true)]),
        ]),
    });
}

/// How a recipe fails, in numbers of possible disks.
#[derive(Debug, Default, PartialEq, Eq)]
struct Failures {
    /// The file is neither the old nor the new.
    corrupt: usize,
    /// There is no file.
    missing: usize,
    /// It is older than what was said to be saved.
    lost: usize,
}

fn try_recipe(recipe: impl Fn(&SimDisk, &Path, &[u8]) -> io::Result<()>) -> Failures {
    let path = Path::new("/folder/file");
    let versions: [&[u8]; 3] = [b"the first version", b"the second, longer version", b"the third"];
    let start = SimDisk::default();
    start.put(path, versions[0]);
    let run = |disk: &SimDisk| {
        let mut said = 0;
        for (number, version) in versions.iter().enumerate().skip(1) {
            match recipe(disk, path, version) {
                Ok(()) => said = number,
                Err(_) => break,
            }
        }
        said
    };
    let whole = start.after_kill();
    assert_eq!(run(&whole), 2, "without a power cut every recipe works");
    let mut failures = Failures::default();
    for ops in 0..=whole.ops().len() {
        let disk = start.after_kill();
        disk.cut_power_after(ops);
        let said = run(&disk);
        for found in disk.after_power_cut() {
            match found.read(path) {
                Err(_) => failures.missing += 1,
                Ok(bytes) => match versions.iter().position(|version| *version == bytes) {
                    None => failures.corrupt += 1,
                    Some(version) if version < said => failures.lost += 1,
                    Some(_) => {}
                },
            }
        }
    }
    failures
}

/// A temporary file and a rename, with or without the two syncs.
fn rename_over(disk: &SimDisk, path: &Path, bytes: &[u8], sync_file: bool, sync_dir: bool) -> io::Result<()> {
    let temp = path.with_extension("tmp");
    let mut file = disk.create_new(&temp)?;
    file.write_all(bytes)?;
    if sync_file {
        file.sync_all()?;
    }
    disk.rename(&temp, path)?;
    if sync_dir {
        disk.sync_dir(Path::new("/folder"))?;
    }
    Ok(())
}

#[test]
fn the_recipe_survives_and_the_disk_catches_those_that_do_not() {
    let ours = try_recipe(|disk, path, bytes| {
        save(disk, path, "test", bytes, None).map(|_| ()).map_err(|error| io::Error::other(error.to_string()))
    });
    assert_eq!(ours, Failures::default());

    let truncate = try_recipe(|disk, path, bytes| {
        let mut file = disk.truncate(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    });
    assert!(truncate.corrupt > 0, "overwriting in place tears the file: {truncate:?}");

    let no_file_sync = try_recipe(|disk, path, bytes| rename_over(disk, path, bytes, false, true));
    assert!(no_file_sync.corrupt > 0, "without a sync the new file may be empty: {no_file_sync:?}");

    let no_dir_sync = try_recipe(|disk, path, bytes| rename_over(disk, path, bytes, true, false));
    assert!(no_dir_sync.lost > 0 && no_dir_sync.corrupt == 0, "the name may go back: {no_dir_sync:?}");

    let no_sync = try_recipe(|disk, path, bytes| rename_over(disk, path, bytes, false, false));
    assert!(no_sync.lost > 0 && no_sync.corrupt > 0, "nothing is certain: {no_sync:?}");

    let remove_first = try_recipe(|disk, path, bytes| {
        disk.remove(path)?;
        rename_over(disk, path, bytes, true, true)
    });
    assert!(remove_first.missing > 0, "there may be no file at all: {remove_first:?}");
}

#[test]
fn a_file_that_something_else_changed_is_left_alone() {
    let disk = SimDisk::default();
    let path = Path::new("/folder/file");
    disk.put(path, b"old");
    let mut seen = Seen::content(sunshower::store::Hash::of(b"old"));
    save(&disk, path, "test", b"new", Some(&mut seen)).expect("nobody else was here");
    disk.put(path, b"somebody else's");
    let refused = save(&disk, path, "test", b"newer", Some(&mut seen));
    assert_eq!(refused, Err(sunshower::store::SaveError::ChangedOnDisk));
    assert_eq!(disk.read(path).expect("still there"), b"somebody else's");
    assert_eq!(disk.snapshot().len(), 2, "no temporary file is left");
}
