//! Every single operation fails in turn, in every way, while reading and while saving.
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
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use sim_disk::{Fault, How, SimDisk, Snapshot};
use sunshower::journal::day::Month;
use sunshower::journal::entry::Cry;
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::store::disk::Disk;
use sunshower::store::{
    FileKey, Job, OpenError, Opened, Places, ReadOnlyWhy, SaveError, Settings, Writable, Writer, check, open,
    settings_text, sheet_text,
};

const OCTOBER: Month = Month { year: 2026, month: 10 };
const NOVEMBER: Month = Month { year: 2026, month: 11 };

/// Every way in which an operation can fail and say so.
const HOWS: [How; 6] = [
    How::Error(ErrorKind::Other),
    How::Error(ErrorKind::PermissionDenied),
    How::WriteError(ErrorKind::StorageFull),
    How::WriteError(ErrorKind::QuotaExceeded),
    How::WriteError(ErrorKind::ReadOnlyFilesystem),
    How::DoneAndError(ErrorKind::Other),
];

fn places() -> Places {
    Places::new("/person/Sunshower".into(), "/machine/sunshower".into())
}

fn note(journal: &mut Journal, on: &str, note: &str) {
    let mut cry: Cry = journal.create(on.parse::<NaiveDate>().expect("a day"), None);
    cry.note = note.into();
    journal.put(cry);
}

fn notes(journal: &Journal) -> Vec<String> {
    let mut notes: Vec<_> = journal.cries.iter().map(|cry| cry.note.clone()).collect();
    notes.sort();
    notes
}

fn writer(opened: &Opened, disk: &SimDisk) -> Writer {
    Writer::new(opened.vault.clone(), Arc::new(disk.clone()))
}

fn reopen(disk: &SimDisk) -> Opened {
    open(&disk.after_kill(), &places()).expect("a healthy disk opens")
}

/// Two months, plans, settings and a draft, all saved.
fn a_journal() -> SimDisk {
    let disk = SimDisk::default();
    let mut opened = open(&disk, &places()).expect("an empty disk");
    note(&mut opened.journal, "2026-10-03", "in October");
    note(&mut opened.journal, "2026-11-03", "in November");
    let mut writer = writer(&opened, &disk);
    for job in [
        Job::Records(Sheet::Month(OCTOBER), sheet_text(&opened.journal, Sheet::Month(OCTOBER))),
        Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER))),
        Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans)),
        Job::Records(Sheet::Library, sheet_text(&opened.journal, Sheet::Library)),
        Job::Settings(settings_text(&Settings { text_percent: 130, ..Settings::default() })),
        Job::Draft(Some("an evening that runs".into())),
    ] {
        writer.run_now(job).result.expect("a healthy disk saves");
    }
    disk.after_kill()
}

/// Calls `story` with every fault at every operation, until operations run out. It says whether the fault happened.
fn for_every_fault(mut story: impl FnMut(Fault, &str) -> bool) {
    for how in HOWS {
        for lasting in [false, true] {
            let mut misses = 0;
            for at in 0.. {
                let happened =
                    story(Fault { at, how, lasting }, &format!("{how:?} at operation {at}, lasting: {lasting}"));
                // Faults of writing alone pass over operations that read.
                misses = if happened { 0 } else { misses + 1 };
                if misses > 60 {
                    assert!(at > 70, "only {at} operations: did the story take place?");
                    break;
                }
            }
        }
    }
}

fn files_of_the_person(disk: &SimDisk) -> Snapshot {
    let mut snapshot = disk.snapshot();
    snapshot.retain(|path, content| path.starts_with("/person") && content.is_some());
    snapshot
}

#[test]
fn a_disk_that_fails_while_reading_is_never_a_first_run_and_costs_nothing() {
    let start = a_journal();
    for_every_fault(|fault, when| {
        let disk = start.after_kill();
        disk.set_fault(fault);
        let result = open(&disk, &places());
        let happened = disk.heal();
        if let Ok(mut opened) = result {
            assert!(!opened.first_time, "{when}: taken for a first run");
            let whole = opened.problems.iter().all(|problem| problem.file == "draft.ron");
            assert!(!whole || notes(&opened.journal) == ["in November", "in October"], "{when}: silently incomplete");
            let own = opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)));
            let before = files_of_the_person(&disk);
            note(&mut opened.journal, "2026-11-20", "new");
            let outcome = writer(&opened, &disk)
                .run_now(Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER))));
            let after = files_of_the_person(&disk);
            for (path, content) in &before {
                let may_change = whole && *path == own;
                assert!(may_change || after.get(path) == Some(content), "{when}: {} was changed", path.display());
            }
            let saved = outcome.result.is_ok();
            assert!(saved || opened.writable != Writable::Yes, "{when}: {:?}", outcome.result);
            let kept_beside = matches!(opened.writable, Writable::No(ReadOnlyWhy::Disk | ReadOnlyWhy::Permission));
            drop(opened);
            let again = reopen(&disk);
            assert_eq!(again.problems, [], "{when}");
            let expected: &[&str] = if saved || kept_beside {
                &["in November", "in October", "new"]
            } else {
                &["in November", "in October"]
            };
            assert_eq!(notes(&again.journal), expected, "{when}");
        } else {
            assert_eq!(files_of_the_person(&disk), files_of_the_person(&start), "{when}");
        }
        let again = reopen(&disk);
        assert_eq!(again.draft.as_deref(), Some("an evening that runs"), "{when}: the draft is still there");
        assert_eq!(again.settings.text_percent, 130, "{when}: and so are the settings");
        happened
    });
}

#[test]
fn a_disk_that_fails_while_checking_is_never_reported_as_fine_and_empty() {
    let start = a_journal();
    for_every_fault_of_reading(|fault, when| {
        let disk = start.after_kill();
        disk.set_fault(fault);
        let report = check(&disk, &places());
        let happened = disk.heal();
        assert!(!report.is_fine() || report.counts.tears == 2, "{when}: {report:?}");
        assert_eq!(disk.snapshot(), start.snapshot(), "{when}: checking changes nothing");
        happened
    });
}

fn for_every_fault_of_reading(mut story: impl FnMut(Fault, &str) -> bool) {
    for kind in [ErrorKind::Other, ErrorKind::PermissionDenied] {
        let mut at = 0;
        let mut story = |at| story(Fault { at, how: How::Error(kind), lasting: false }, &format!("{kind:?} at {at}"));
        while story(at) {
            at += 1;
        }
        assert!(at >= 5, "only {at} operations");
    }
}

/// What was asked to be saved, in order.
fn asked(journal: &mut Journal) -> Vec<Job> {
    note(journal, "2026-11-20", "new");
    let november = sheet_text(journal, Sheet::Month(NOVEMBER));
    note(journal, "2026-10-20", "new, of October");
    vec![
        Job::Draft(Some("an evening that ran".into())),
        Job::Records(Sheet::Month(NOVEMBER), november),
        Job::Records(Sheet::Month(OCTOBER), sheet_text(journal, Sheet::Month(OCTOBER))),
        Job::Records(Sheet::Plans, sheet_text(journal, Sheet::Plans)),
        Job::Records(Sheet::Library, sheet_text(journal, Sheet::Library)),
        Job::Settings(settings_text(&Settings { text_percent: 140, ..Settings::default() })),
        Job::Draft(None),
    ]
}

/// Saves while things go wrong; pulls the plug; looks whether all that was said to be saved is there; and, without the
/// power cut, whether everything can be saved once the disk is well again.
fn saving_survives(start: &SimDisk) {
    for_every_fault(|fault, when| {
        let disk = start.after_kill();
        let mut opened = open(&disk, &places()).expect("a healthy disk opens");
        let mut writer = writer(&opened, &disk);
        disk.set_fault(fault);
        let mut saved: BTreeMap<PathBuf, Vec<Option<Vec<u8>>>> = BTreeMap::new();
        let mut failed = Vec::new();
        for job in asked(&mut opened.journal) {
            let text = job.text().map(|text| text.as_bytes().to_owned());
            let outcome = writer.run_now(job.clone());
            let path = opened.vault.path_of(outcome.file);
            if let Err(error) = outcome.result {
                assert_ne!(error, SaveError::ChangedOnDisk, "{when}: nobody else was here");
                // It may have happened after the last moment at which it could be undone.
                saved.entry(path.clone()).or_insert_with(|| vec![start.read(&path).ok()]).push(text);
                failed.push(job);
            } else {
                failed.retain(|other: &Job| other.file() != outcome.file);
                saved.insert(path, vec![text]);
            }
        }
        let happened = disk.heal();
        if !happened {
            assert!(failed.is_empty(), "{when}: {failed:?} failed for no reason");
            return false;
        }
        for found in disk.after_power_cut() {
            let again = open(&found, &places()).unwrap_or_else(|error| panic!("{when}: {error}"));
            assert_eq!(again.problems, [], "{when}");
            for (path, texts) in &saved {
                let there = found.read(path).ok();
                assert!(texts.contains(&there), "{when}: {} holds {there:?}", path.display());
            }
        }
        for job in failed {
            let file = job.file();
            let outcome = writer.run_now(job);
            assert!(outcome.result.is_ok(), "{when}: {file:?} when the disk is well again: {:?}", outcome.result);
        }
        drop((opened, writer));
        let again = reopen(&disk);
        assert_eq!(again.problems, [], "{when}");
        assert!(notes(&again.journal).ends_with(&["new".into(), "new, of October".into()]), "{when}");
        assert_eq!((again.draft, again.settings.text_percent), (None, 140), "{when}");
        true
    });
}

#[test]
fn the_first_saves_of_all_survive_every_fault() {
    saving_survives(&SimDisk::default());
}

#[test]
fn later_saves_survive_every_fault() {
    saving_survives(&a_journal());
}

#[test]
fn a_disk_that_writes_half_and_says_done_is_found_out() {
    let start = a_journal();
    let mut found_out = 0;
    for at in 0..80 {
        let disk = start.after_kill();
        let mut opened = open(&disk, &places()).expect("it opens");
        let mut writer = writer(&opened, &disk);
        disk.set_fault(Fault { at, how: How::ShortWrite, lasting: false });
        let mut is_one_unsaved = false;
        for job in asked(&mut opened.journal) {
            let (path, text) = (opened.vault.path_of(job.file()), job.text().map(|text| text.as_bytes().to_owned()));
            match writer.run_now(job).result {
                Ok(_) => assert_eq!(disk.read(&path).ok(), text, "said to be saved at {at}"),
                Err(SaveError::ReadBack) if text.is_some() => {
                    // What comes after it waits for it.
                    found_out += u32::from(!std::mem::replace(&mut is_one_unsaved, true));
                    assert_eq!(disk.read(&path).ok(), start.read(&path).ok(), "the old one is still there");
                }
                Err(error) => assert_eq!(text, None, "only the draft waits for the others: {error}"),
            }
        }
    }
    assert_eq!(found_out, 6, "each of six writes once");
}

#[test]
fn a_full_disk_is_said_so_and_the_draft_stays_until_the_evening_is_saved() {
    let disk = a_journal();
    let mut opened = open(&disk, &places()).expect("it opens");
    let mut writer = writer(&opened, &disk);
    note(&mut opened.journal, "2026-11-22", "tonight");
    let month = Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER)));
    disk.set_fault(Fault { at: 0, how: How::WriteError(ErrorKind::StorageFull), lasting: true });
    assert_eq!(writer.run_now(month.clone()).result, Err(SaveError::DiskFull));
    disk.heal();
    assert_eq!(writer.run_now(Job::Draft(None)).result, Err(SaveError::DiskFull), "the month is still not saved");
    assert_eq!(reopen(&disk).draft.as_deref(), Some("an evening that runs"));
    assert!(writer.run_now(month).result.is_ok());
    assert!(writer.run_now(Job::Draft(None)).result.is_ok());
    assert_eq!(reopen(&disk).draft, None);
}

#[test]
fn a_read_only_disk_is_opened_to_read_and_says_so() {
    let disk = a_journal();
    disk.set_fault(Fault { at: 0, how: How::WriteError(ErrorKind::ReadOnlyFilesystem), lasting: true });
    let opened = open(&disk, &places()).expect("it can be read");
    assert!(matches!(opened.writable, Writable::No(ReadOnlyWhy::NoLock { .. })), "the state folder is on it, too");
    assert_eq!(notes(&opened.journal), ["in November", "in October"]);
    let outcome = writer(&opened, &disk).run_now(Job::Draft(None));
    assert_eq!(outcome.result, Err(SaveError::ReadOnly));
    drop(opened);

    // Now the person's folder alone.
    disk.heal();
    let probe = {
        let healthy = disk.after_kill();
        open(&healthy, &places()).expect("it opens");
        healthy.ops().iter().position(|op| op.what == "create_new").expect("it is tried")
    };
    for (kind, why) in
        [(ErrorKind::ReadOnlyFilesystem, ReadOnlyWhy::Disk), (ErrorKind::PermissionDenied, ReadOnlyWhy::Permission)]
    {
        let disk = disk.after_kill();
        disk.set_fault(Fault { at: probe, how: How::WriteError(kind), lasting: false });
        assert_eq!(open(&disk, &places()).expect("it can be read").writable, Writable::No(why));
    }
}

#[test]
fn a_drive_that_is_pulled_while_the_program_runs_is_not_written_around() {
    let disk = a_journal();
    let opened = open(&disk, &places()).expect("it opens");
    let mut writer = writer(&opened, &disk);
    let month = Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER)));
    assert!(writer.run_now(month.clone()).result.is_ok());

    pull_the_drive(&disk);
    let without = of_the_person(&disk);
    let plans = Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans));
    for job in [month, plans] {
        assert_eq!(writer.run_now(job.clone()).result, Err(SaveError::Missing));
        assert_eq!(
            Writer::new(opened.vault.clone(), Arc::new(disk.clone())).run_now(job).result,
            Err(SaveError::Missing)
        );
    }
    assert_eq!(of_the_person(&disk), without, "nothing was created");
    drop((opened, writer));
    assert_eq!(open(&disk, &places()).map(|_| ()), Err(OpenError::NotFound));
}

fn of_the_person(disk: &SimDisk) -> Snapshot {
    disk.snapshot().into_iter().filter(|(path, _)| path.starts_with("/person")).collect()
}

#[test]
fn what_could_not_be_saved_is_there_again_when_the_drive_is_back() {
    let disk = a_journal();
    let whole = of_the_person(&disk);
    let mut opened = open(&disk, &places()).expect("it opens");
    note(&mut opened.journal, "2026-11-22", "while the drive was away");
    pull_the_drive(&disk);
    let month = Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER)));
    assert_eq!(writer(&opened, &disk).run_now(month).result, Err(SaveError::Missing));
    // The computer is switched off, and on again with the drive.
    drop(opened);
    disk.change(|files| files.extend(whole.clone()));
    let opened = open(&disk, &places()).expect("it opens");
    assert_eq!(notes(&opened.journal), ["in November", "in October", "while the drive was away"]);
    assert_eq!(opened.to_save.iter().copied().collect::<Vec<_>>(), [FileKey::Records(Sheet::Month(NOVEMBER))]);
    let mut writer = writer(&opened, &disk);
    assert!(
        writer
            .run_now(Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER))))
            .result
            .is_ok()
    );
    let on = "2026-11-23".parse().expect("a day");
    assert!(writer.run_now(Job::PutAside(opened.copies.clone(), on)).result.is_ok());
    drop((opened, writer));
    let again = open(&disk, &places()).expect("it opens");
    assert_eq!(notes(&again.journal), ["in November", "in October", "while the drive was away"]);
    assert!(again.copies.is_empty() && again.to_save.is_empty(), "it is in its place now");
}

/// Leaves the empty folder on which the drive was mounted.
fn pull_the_drive(disk: &SimDisk) {
    let folder = Path::new("/person/Sunshower");
    disk.change(|files| files.retain(|path, _| !path.starts_with(folder) || path == folder));
}

#[test]
fn a_missing_drive_on_a_failing_disk_is_not_a_first_run_either() {
    let start = a_journal();
    pull_the_drive(&start);
    for_every_fault_of_reading(|fault, when| {
        let disk = start.after_kill();
        disk.set_fault(fault);
        let result = open(&disk, &places()).map(|opened| opened.first_time);
        assert!(result.is_err(), "{when}: opened, for the first time: {result:?}");
        disk.heal()
    });
}
