//! Real disks that are full, or can suddenly only be read. It is said, nothing that was there is touched, and the same
//! save succeeds when there is room again.
//!
//! Needs the right to mount: as root, or where anybody may have a user namespace.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a real disk is filled and watched from outside")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/mounts.rs"]
mod mounts;
#[path = "support/outside.rs"]
mod outside;
#[path = "support/store_home.rs"]
mod store_home;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mounts::SmallDisk;
use outside::{files_below, say};
use store_home::{NOVEMBER, note, notes};
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::store::{
    FileKey, Job, Opened, Places, ReadOnlyWhy, RealDisk, SaveError, Writable, Writer, open, settings_text, sheet_text,
};
use tempfile::TempDir;

/// Six pages: the marker, the two files that explain the folder, a month, its temporary file, and one to spare.
const SMALL: &str = "size=24k";

/// A drive for the journal and one for the machine's own; either may be small.
struct Drives {
    /// The small one. It goes before the folder it is mounted in.
    small: SmallDisk,
    places: Places,
    _dir: TempDir,
}

impl Drives {
    fn new(options: &str, is_the_persons_small: bool) -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let (person, machine) = (dir.path().join("person"), dir.path().join("machine"));
        fs::create_dir(&person).expect("created");
        fs::create_dir(&machine).expect("created");
        let small = SmallDisk::on(if is_the_persons_small { &person } else { &machine }, options);
        let places = Places::new(person.join("Sunshower"), machine.join("sunshower"));
        Self { small, places, _dir: dir }
    }

    fn of_the_person(options: &str) -> Self {
        Self::new(options, true)
    }

    fn of_the_machine(options: &str) -> Self {
        Self::new(options, false)
    }

    fn open(&self) -> Opened {
        open(&RealDisk, &self.places).expect("it opens")
    }

    /// Every file on either drive, with what it holds; not what is only there to be locked, and not what the machine
    /// may keep of a save that failed until there is room for it.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let dirs = [&self.places.data_dir, &self.places.state_root];
        let files = dirs.into_iter().flat_map(|dir| files_below(dir));
        let is_other = |path: &PathBuf| path.extension().is_some_and(|end| end == "lock") || is_in(path, "unsaved");
        let files = files.filter(|path| !is_other(path));
        files.map(|path| (path.display().to_string(), fs::read(&path).expect("readable"))).collect()
    }

    /// What is on the drives beside the journal itself: nothing of a save that failed may stay behind.
    fn assert_no_temporary_files(&self) {
        let left: Vec<_> = self.files().into_iter().map(|(path, _)| path).filter(|path| is_temporary(path)).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

fn is_in(path: &Path, dir: &str) -> bool {
    path.components().any(|part| part.as_os_str() == dir)
}

/// That these notes are there. What was not saved may be there as well: then the machine kept it.
fn assert_has(opened: &Opened, wanted: &[&str]) {
    let notes = notes(&opened.journal);
    assert!(wanted.iter().all(|note| notes.contains(note)), "{wanted:?} in {notes:?}");
}

fn is_temporary(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "tmp")
}

fn writer(opened: &Opened) -> Writer {
    Writer::new(opened.vault.clone(), Arc::new(RealDisk))
}

fn run(writer: &mut Writer, job: Job) -> Result<(), SaveError> {
    writer.run_now(job).result.map(|_| ())
}

fn november(journal: &Journal) -> Job {
    Job::Records(Sheet::Month(NOVEMBER), sheet_text(journal, Sheet::Month(NOVEMBER)))
}

fn draft(words: &str) -> Job {
    Job::Draft(Some(words.into()))
}

/// A journal with one note, saved, and its drive then filled but for so much.
fn one_note_and_then_room_for(drives: &Drives, free: usize) -> (Opened, Writer) {
    let mut opened = drives.open();
    let mut writer = writer(&opened);
    note(&mut opened.journal, "kept before");
    run(&mut writer, november(&opened.journal)).expect("there is room");
    drives.small.fill_but_for(free);
    (opened, writer)
}

#[test]
fn a_journal_that_grows_until_the_disk_is_full_keeps_all_that_was_saved_and_goes_on_when_there_is_room() {
    if !mounts::are_our_own(
        a_journal_that_grows_until_the_disk_is_full_keeps_all_that_was_saved_and_goes_on_when_there_is_room,
    ) {
        return;
    }
    let drives = Drives::of_the_person(SMALL);
    let (mut opened, mut writer) = one_note_and_then_room_for(&drives, 6000);
    let mut saved = opened.journal.clone();
    let mut fitted = 0;
    let refused = loop {
        let before = drives.files();
        note(&mut opened.journal, &format!("{fitted} {}", "a long evening ".repeat(20)));
        let Err(error) = run(&mut writer, november(&opened.journal)) else {
            fitted += 1;
            saved = opened.journal.clone();
            assert!(fitted < 1000, "the disk never fills");
            continue;
        };
        assert_eq!(drives.files(), before, "a save that failed changes nothing and leaves nothing");
        break error;
    };
    assert_eq!(refused, SaveError::DiskFull);
    assert!(fitted > 0, "there was room for some");
    let month = opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)));
    assert_eq!(fs::read_to_string(&month).expect("there"), sheet_text(&saved, Sheet::Month(NOVEMBER)));

    // What did not fit is in the draft, on the other drive, and the draft does not go before it is in the journal.
    let evening = sheet_text(&opened.journal, Sheet::Month(NOVEMBER));
    run(&mut writer, draft(&evening)).expect("that drive is not full");
    assert_eq!(run(&mut writer, Job::Draft(None)), Err(SaveError::DiskFull));
    drives.small.fill_but_for(0);
    assert_eq!(
        run(&mut writer, Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans))),
        Err(SaveError::DiskFull)
    );
    assert_eq!(run(&mut writer, Job::Settings(settings_text(&opened.settings))), Err(SaveError::DiskFull));

    let unsaved = opened.journal.clone();
    drop((opened, writer));
    let opened = drives.open();
    assert_eq!((&opened.problems[..], &opened.writable), (&[][..], &Writable::Yes));
    assert_eq!(opened.draft.as_deref(), Some(&*evening));
    assert_has(&opened, &notes(&saved));
    drives.assert_no_temporary_files();

    drives.small.make_room();
    let mut writer = self::writer(&opened);
    run(&mut writer, november(&unsaved)).expect("there is room now");
    run(&mut writer, Job::Draft(None)).expect("it is in the journal");
    run(&mut writer, Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans))).expect("there is room now");
    drop((opened, writer));
    let opened = drives.open();
    assert_eq!((notes(&opened.journal), opened.draft), (notes(&unsaved), None));
    say(&format!(
        "the journal's disk of 24 KB took {fitted} more saves, then was full; lost 0, and then saved the rest"
    ));
}

#[test]
fn a_disk_without_a_byte_left_takes_nothing_and_loses_nothing() {
    if !mounts::are_our_own(a_disk_without_a_byte_left_takes_nothing_and_loses_nothing) {
        return;
    }
    // Files may still be created, only nothing written into them; or not even that.
    for options in [SMALL, "size=1m,nr_inodes=12"] {
        let drives = Drives::of_the_person(options);
        let (mut opened, mut writer) = one_note_and_then_room_for(&drives, 0);
        let mut more = 0;
        while options != SMALL && fs::write(drives.places.data_dir.with_file_name(format!("{more}.mkv")), []).is_ok() {
            more += 1;
        }
        let before = drives.files();
        note(&mut opened.journal, "new");
        for _ in 0..3 {
            assert_eq!(run(&mut writer, november(&opened.journal)), Err(SaveError::DiskFull), "{options}");
        }
        assert_eq!(drives.files(), before, "{options}");
        let unsaved = opened.journal.clone();
        drop((opened, writer));
        let opened = drives.open();
        assert_eq!(opened.problems, [], "{options}");
        assert_has(&opened, &["kept before"]);
        assert_eq!(opened.writable, Writable::Yes, "it may have room again by the time it is written to");
        drives.small.make_room();
        run(&mut self::writer(&opened), november(&unsaved)).expect("there is room now");
        drop(opened);
        assert_eq!(notes(&drives.open().journal), ["kept before", "new"], "{options}");
    }
}

#[test]
fn a_full_disk_is_no_place_to_begin_and_says_so_until_there_is_room() {
    if !mounts::are_our_own(a_full_disk_is_no_place_to_begin_and_says_so_until_there_is_room) {
        return;
    }
    // At each of the first saves of a new folder something else does not fit any more.
    for pages in 0..6 {
        for drives in [Drives::of_the_person(SMALL), Drives::of_the_machine(SMALL)] {
            drives.small.fill_but_for(pages * 4096);
            let mut opened = drives.open();
            assert!(opened.first_time);
            note(&mut opened.journal, "the first of all");
            let mut writer = writer(&opened);
            let first = run(&mut writer, november(&opened.journal));
            assert!(matches!(first, Ok(()) | Err(SaveError::DiskFull)), "{first:?}");
            drives.assert_no_temporary_files();
            let journal = opened.journal.clone();
            drop((opened, writer));
            let opened = drives.open();
            assert_eq!(opened.problems, []);
            assert!(opened.journal.cries.len() == 1 || first.is_err(), "saved is saved");
            drop(opened);
            drives.small.make_room();
            let mut opened = drives.open();
            if first.is_err() {
                journal.cries.iter().for_each(|cry| opened.journal.put(cry.clone()));
                run(&mut self::writer(&opened), november(&opened.journal)).expect("there is room now");
            }
            drop(opened);
            assert_eq!(notes(&drives.open().journal), ["the first of all"], "{pages} pages");
        }
    }
}

#[test]
fn a_machine_whose_own_disk_is_full_still_saves_the_journal_and_keeps_the_old_draft() {
    if !mounts::are_our_own(a_machine_whose_own_disk_is_full_still_saves_the_journal_and_keeps_the_old_draft) {
        return;
    }
    let drives = Drives::of_the_machine(SMALL);
    let mut opened = drives.open();
    let mut writer = writer(&opened);
    note(&mut opened.journal, "kept before");
    run(&mut writer, november(&opened.journal)).expect("there is room");
    run(&mut writer, draft("an evening")).expect("there is room");
    drives.small.fill_but_for(0);
    let before = drives.files();
    assert_eq!(run(&mut writer, draft("an evening that went on")), Err(SaveError::DiskFull));
    assert_eq!(drives.files(), before);
    note(&mut opened.journal, "new");
    run(&mut writer, november(&opened.journal)).expect("that drive is not full");
    drop((opened, writer));

    // It opens and saves as before also when it is started like this.
    let mut opened = drives.open();
    assert_eq!((&opened.problems[..], &opened.writable), (&[][..], &Writable::Yes));
    assert_eq!(opened.draft.as_deref(), Some("an evening"));
    let mut writer = self::writer(&opened);
    note(&mut opened.journal, "newer");
    run(&mut writer, november(&opened.journal)).expect("that drive is not full");
    assert_eq!(run(&mut writer, draft("an evening that went on")), Err(SaveError::DiskFull));
    drives.small.make_room();
    run(&mut writer, draft("an evening that went on")).expect("there is room now");
    drop((opened, writer));
    let opened = drives.open();
    assert_eq!(notes(&opened.journal), ["kept before", "new", "newer"]);
    assert_eq!(opened.draft.as_deref(), Some("an evening that went on"));
}

#[test]
fn a_disk_that_can_only_be_read_is_read_and_says_so() {
    if !mounts::are_our_own(a_disk_that_can_only_be_read_is_read_and_says_so) {
        return;
    }
    let drives = Drives::of_the_person("size=1m");
    let mut opened = drives.open();
    let mut writer = writer(&opened);
    note(&mut opened.journal, "kept before");
    run(&mut writer, november(&opened.journal)).expect("it can be written to");
    let before = drives.files();

    // While it is open: the disk had an error and the system went on without writing.
    drives.small.becomes_read_only();
    note(&mut opened.journal, "new");
    assert_eq!(run(&mut writer, november(&opened.journal)), Err(SaveError::ReadOnly));
    run(&mut writer, draft("(new)")).expect("that drive can be written to");
    assert_eq!(run(&mut writer, Job::Draft(None)), Err(SaveError::ReadOnly));
    let unsaved = opened.journal.clone();
    drop((opened, writer));

    // From the start.
    let mut opened = drives.open();
    assert_eq!(opened.writable, Writable::No(ReadOnlyWhy::Disk));
    assert_eq!(opened.problems, []);
    assert_has(&opened, &["kept before"]);
    assert_eq!(opened.draft.as_deref(), Some("(new)"));
    note(&mut opened.journal, "newer");
    let mut writer = self::writer(&opened);
    for job in [
        november(&opened.journal),
        Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans)),
        Job::Records(Sheet::Library, sheet_text(&opened.journal, Sheet::Library)),
        draft("(newer)"),
        Job::Draft(None),
    ] {
        assert_eq!(run(&mut writer, job), Err(SaveError::ReadOnly));
    }
    drop((opened, writer));
    let after: Vec<_> = drives.files().into_iter().filter(|(path, _)| !path.ends_with("draft.ron")).collect();
    assert_eq!(after, before);

    drives.small.becomes_writable();
    let opened = drives.open();
    assert_eq!((&opened.writable, opened.draft.as_deref()), (&Writable::Yes, Some("(newer)")));
    assert_has(&opened, &["kept before", "newer"]);
    run(&mut self::writer(&opened), november(&unsaved)).expect("it can be written to again");
    drop(opened);
    assert_eq!(notes(&drives.open().journal), ["kept before", "new", "newer"]);
}

#[test]
fn a_machine_whose_own_disk_can_only_be_read_opens_the_journal_for_reading() {
    if !mounts::are_our_own(a_machine_whose_own_disk_can_only_be_read_opens_the_journal_for_reading) {
        return;
    }
    let drives = Drives::of_the_machine("size=1m");
    let mut opened = drives.open();
    let mut writer = writer(&opened);
    note(&mut opened.journal, "kept before");
    run(&mut writer, november(&opened.journal)).expect("it can be written to");
    run(&mut writer, draft("an evening")).expect("it can be written to");
    drop((opened, writer));
    drives.small.becomes_read_only();
    let before = drives.files();
    let opened = drives.open();
    assert!(matches!(opened.writable, Writable::No(ReadOnlyWhy::NoLock { .. })), "{:?}", opened.writable);
    assert_eq!((notes(&opened.journal), opened.draft.as_deref()), (vec!["kept before"], Some("an evening")));
    assert_eq!(run(&mut self::writer(&opened), november(&opened.journal)), Err(SaveError::ReadOnly));
    drop(opened);
    assert_eq!(drives.files(), before);
}
