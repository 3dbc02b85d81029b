//! The plug is pulled after every single operation, and every operation fails once, while something is deleted, brought
//! back, erased for good, taken in from a copy, backed up, restored or laid back.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/sim_disk.rs"]
mod sim_disk;

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use sim_disk::{Fault, How, SimDisk};
use sunshower::clock::Wall;
use sunshower::journal::day::Month;
use sunshower::journal::entry::Cry;
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::journal::trash::{Bundle, Records};
use sunshower::store::backup::{self, Snapshot, Why, read_zip, snapshot, write_zip};
use sunshower::store::repair::repair;
use sunshower::store::restore::{backups, bring_back, journal_of, lay_back};
use sunshower::store::{
    Disk, FileKey, Job, Opened, Places, SaveError, Writer, erased_text, open, sheet_text, trash_text,
};
use uuid::Uuid;

const OCTOBER: Month = Month { year: 2026, month: 10 };
const NOVEMBER: Month = Month { year: 2026, month: 11 };
/// Words that must be nowhere once they are erased.
const CANARY: &str = "the canary sings";

fn places() -> Places {
    Places::new("/person/Sunshower".into(), "/machine/sunshower".into())
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn made(text: &str) -> Wall {
    Wall::parse_from_rfc3339(text).expect("a time")
}

fn writer(opened: &Opened, disk: &SimDisk) -> Writer {
    Writer::new(opened.vault.clone(), Arc::new(disk.clone()))
}

fn note(journal: &mut Journal, on: &str, note: &str) -> Uuid {
    let mut cry: Cry = journal.create(day(on), None);
    cry.note = note.into();
    let id = cry.id;
    journal.put(cry);
    id
}

fn id_of(journal: &Journal, note: &str) -> Uuid {
    journal.cries.iter().find(|cry| cry.note == note).expect("it is there").id
}

fn notes(journal: &Journal) -> BTreeSet<String> {
    journal.cries.iter().map(|cry| cry.note.clone()).collect()
}

fn in_trash(journal: &Journal) -> BTreeSet<String> {
    journal.trash.iter().flat_map(|bundle| &bundle.records.cries).map(|cry| cry.note.clone()).collect()
}

fn text(journal: &Journal, month: Month) -> Job {
    Job::Records(Sheet::Month(month), sheet_text(journal, Sheet::Month(month)))
}

/// Two months and two backups.
fn a_journal() -> SimDisk {
    let disk = SimDisk::default();
    let mut opened = open(&disk, &places()).expect("an empty disk");
    note(&mut opened.journal, "2026-10-03", "in October");
    note(&mut opened.journal, "2026-11-03", "in November");
    note(&mut opened.journal, "2026-11-04", CANARY);
    let mut writer = writer(&opened, &disk);
    for job in [
        text(&opened.journal, OCTOBER),
        text(&opened.journal, NOVEMBER),
        Job::Backup { made: made("2026-11-04T20:00:00+01:00"), why: Why::ByHand },
        Job::Remember(opened.journal.known_records()),
    ] {
        writer.run_now(job).result.expect("a healthy disk saves");
    }
    disk.after_kill()
}

/// Opens a folder as the app does, and does what is left to do.
fn settle(disk: &SimDisk, when: &str) -> Opened {
    let mut opened = open(disk, &places()).unwrap_or_else(|error| panic!("{when}: {error}"));
    assert_eq!(opened.problems, [], "{when}");
    assert_eq!(opened.vanished, None, "{when}");
    let (files, erasing) = (std::mem::take(&mut opened.to_save), std::mem::take(&mut opened.erasing));
    let copies = std::mem::take(&mut opened.copies);
    let done = writer(&opened, disk).put_in_order(&opened.journal, files, &erasing, copies, day("2026-11-23"));
    done.unwrap_or_else(|error| panic!("{when}: {error}"));
    opened
}

/// Runs a story, once for each of its operations with the power gone after it, and once for each with that operation
/// failing. What is found then is held against `holds`, which is told whether the story said that it was done.
fn survives(
    start: &SimDisk,
    at_least: usize,
    story: impl Fn(&SimDisk) -> Result<(), SaveError>,
    holds: impl Fn(&SimDisk, bool, &str),
) {
    let whole = start.after_kill();
    story(&whole).expect("on a healthy disk it is done");
    let all = whole.ops().len();
    assert!(all > at_least, "only {all} operations: did the story take place?");
    holds(&whole.after_kill(), true, "nothing went wrong");
    for ops in 0..all {
        let disk = start.after_kill();
        disk.cut_power_after(ops);
        let is_done = story(&disk).is_ok();
        let last = disk.ops().last().map_or(String::new(), |op| format!("{} {}", op.what, op.path.display()));
        holds(&disk.after_kill(), is_done, &format!("killed after operation {ops}, {last}"));
        for found in disk.after_power_cut() {
            holds(&found, is_done, &format!("power cut after operation {ops}, {last}"));
        }
    }
    for how in
        [How::Error(ErrorKind::Other), How::WriteError(ErrorKind::StorageFull), How::DoneAndError(ErrorKind::Other)]
    {
        for at in 0..all {
            let disk = start.after_kill();
            disk.set_fault(Fault { at, how, lasting: false });
            let is_done = story(&disk).is_ok();
            disk.heal();
            holds(&disk.after_kill(), is_done, &format!("{how:?} at operation {at}"));
        }
    }
}

fn delete(disk: &SimDisk, opened: &mut Opened, words: &str) -> Result<(), SaveError> {
    let id = id_of(&opened.journal, words);
    let cries = opened.journal.delete::<Cry>(id).into_iter().collect();
    let bundle = Bundle { id: Uuid::new_v4(), on: day("2026-11-22"), records: Records { cries, ..Records::default() } };
    opened.journal.trash.push(bundle);
    let mut writer = writer(opened, disk);
    writer.run_now(Job::Trash(trash_text(&opened.journal))).result?;
    writer.run_now(text(&opened.journal, NOVEMBER)).result.map(|_| ())
}

fn try_open(disk: &SimDisk) -> Result<Opened, SaveError> {
    open(disk, &places()).map_err(|error| SaveError::Other(error.to_string()))
}

#[test]
fn what_is_deleted_or_brought_back_is_in_the_journal_or_in_the_trash() {
    let story = |disk: &SimDisk| {
        let mut opened = try_open(disk)?;
        if !notes(&opened.journal).contains(CANARY) {
            // A part of the folder could not be read this time.
            return Err(SaveError::Missing);
        }
        delete(disk, &mut opened, CANARY)?;
        let bundle = opened.journal.trash.pop().expect("it was deleted");
        opened.journal.bring_back(&bundle.records);
        let mut writer = writer(&opened, disk);
        writer.run_now(text(&opened.journal, NOVEMBER)).result?;
        writer.run_now(Job::Trash(trash_text(&opened.journal))).result.map(|_| ())
    };
    survives(&a_journal(), 40, story, |disk, is_done, when| {
        let opened = settle(disk, when);
        let there = notes(&opened.journal).contains(CANARY);
        assert!(there || in_trash(&opened.journal).contains(CANARY), "{when}: it is nowhere");
        assert!(there || !is_done, "{when}: it was said to be back");
        assert!(
            notes(&opened.journal).contains("in November") && notes(&opened.journal).contains("in October"),
            "{when}"
        );
    });
}

fn erase(disk: &SimDisk) -> Result<(), SaveError> {
    let mut opened = try_open(disk)?;
    let ids: BTreeSet<Uuid> = opened.journal.trash.iter().flat_map(|bundle| bundle.records.ids()).collect();
    if ids.is_empty() {
        // The trash could not be read this time.
        return Err(SaveError::Missing);
    }
    opened.journal.erase(ids.iter().copied());
    let mut writer = writer(&opened, disk);
    let text_of_erased = erased_text(opened.journal.erased());
    writer.run_now(Job::Erased { ids: ids.clone(), text: text_of_erased }).result?;
    writer.run_now(Job::Trash(trash_text(&opened.journal))).result?;
    writer.run_now(text(&opened.journal, NOVEMBER)).result?;
    writer.run_now(Job::Clean(ids)).result.map(|_| ())
}

fn finds(disk: &SimDisk, words: &str) -> Vec<String> {
    let holds = |bytes: &Vec<u8>| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    let snapshot = disk.snapshot();
    let found = snapshot.iter().filter(|(_, content)| content.as_ref().is_some_and(holds));
    found.map(|(path, _)| path.display().to_string()).collect()
}

/// Deleted, and still in the trash, in two backups, in the files of another computer, in a copy and in a draft.
fn with_a_canary_everywhere() -> (SimDisk, Uuid) {
    let disk = a_journal();
    let mut opened = open(&disk, &places()).expect("it opens");
    let id = id_of(&opened.journal, CANARY);
    let device = opened.vault.device().0;
    let month = sheet_text(&opened.journal, Sheet::Month(NOVEMBER));
    delete(&disk, &mut opened, CANARY).expect("deleted");
    let mut writer = writer(&opened, &disk);
    let again = Job::Backup { made: made("2026-11-22T20:00:00+01:00"), why: Why::ByHand };
    writer.run_now(again).result.expect("backed up");
    let state = opened.vault.state_dir().to_owned();
    drop((opened, writer));
    let disk = disk.after_kill();
    let folder = Path::new("/person/Sunshower");
    disk.put(&folder.join("journal/0ther/2026-11.ron"), month.replace(&device, "0ther").as_bytes());
    let copy = "2026-11-22-0123456789ab-journal-2026-11 (conflicted copy).ron";
    disk.put(&folder.join("trash/copies").join(copy), month.as_bytes());
    disk.put(&state.join("unsaved/2026-11.ron"), month.as_bytes());
    disk.put(&state.join("damaged/.save-state-0123.tmp"), month.as_bytes());
    let object = [b"\xff\xc3 ", month.as_bytes()].concat();
    disk.put(&state.join("backups/objects/damaged"), &object);
    disk.put(&state.join("draft-damaged-1.ron"), format!("(an evening with {id}: {CANARY}").as_bytes());
    (disk, id)
}

#[test]
fn what_is_erased_for_good_is_gone_from_everywhere_and_only_its_id_is_left() {
    let (disk, id) = with_a_canary_everywhere();
    assert!(finds(&disk, CANARY).len() >= 6, "{:?}", finds(&disk, CANARY));
    survives(&disk, 80, erase, |disk, is_done, when| {
        if is_done {
            assert_eq!(finds(disk, CANARY), Vec::<String>::new(), "{when}: said to be erased");
        }
        let opened = open(disk, &places()).unwrap_or_else(|error| panic!("{when}: {error}"));
        let has_begun = !opened.erasing.is_empty() || opened.journal.erased().contains(&id);
        drop(opened);
        let opened = settle(disk, when);
        assert!(
            notes(&opened.journal).contains("in November") && notes(&opened.journal).contains("in October"),
            "{when}"
        );
        if has_begun {
            assert!(opened.journal.erased().contains(&id), "{when}: it was begun, and is done");
            assert_eq!(finds(disk, CANARY), Vec::<String>::new(), "{when}: after the next start");
            assert!(!finds(disk, &id.to_string()).is_empty(), "{when}: its id is left");
            let state_dir = opened.vault.state_dir().to_owned();
            let (all, problems) = backup::list(disk, &state_dir).expect("they can be listed");
            assert!(problems.is_empty() && all.len() >= 2, "{when}: {problems:?}");
            for one in &all {
                let (files, problems) = snapshot(disk, &state_dir, one);
                assert_eq!(problems, [], "{when}: backup {} is whole", one.number);
                assert!(journal_of(&files).1.is_empty(), "{when}");
            }
        }
    });
}

#[test]
fn what_only_a_copy_held_is_never_lost_while_it_is_taken_in() {
    let disk = a_journal();
    let opened = open(&disk, &places()).expect("it opens");
    let path = opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)));
    let mut other = Journal::new(sunshower::journal::record::DeviceId("0ther".into()));
    note(&mut other, "2026-11-09", "only in the copy");
    drop(opened);
    let copy = path.with_file_name("2026-11.sync-conflict-20261122-142434-NXPKH7W.ron");
    disk.put(&copy, sheet_text(&other, Sheet::Month(NOVEMBER)).as_bytes());
    let story = |disk: &SimDisk| {
        let opened = try_open(disk)?;
        let is_seen = !opened.copies.is_empty();
        let Opened { vault, journal, to_save, erasing, copies, .. } = opened;
        let mut writer = Writer::new(vault, Arc::new(disk.clone()));
        writer.run_now(Job::Backup { made: made("2026-11-22T20:00:00+01:00"), why: Why::BeforeMerge }).result?;
        writer.put_in_order(&journal, to_save, &erasing, copies, day("2026-11-22"))?;
        if is_seen { Ok(()) } else { Err(SaveError::Missing) }
    };
    survives(&disk, 60, story, |disk, is_done, when| {
        if is_done {
            assert!(disk.read(&copy).is_err(), "{when}: it is put aside");
        }
        let opened = settle(disk, when);
        assert!(notes(&opened.journal).contains("only in the copy"), "{when}");
        drop(opened);
        let again = open(disk, &places()).expect("it opens");
        assert!(again.copies.is_empty() && again.to_save.is_empty(), "{when}: all is done");
        assert!(notes(&again.journal).contains("only in the copy"), "{when}");
    });
}

#[test]
fn a_backup_that_is_brought_back_loses_nothing_on_the_way() {
    let disk = a_journal();
    let mut opened = open(&disk, &places()).expect("it opens");
    delete(&disk, &mut opened, CANARY).expect("deleted");
    note(&mut opened.journal, "2026-11-20", "made since");
    writer(&opened, &disk).run_now(text(&opened.journal, NOVEMBER)).result.expect("saved");
    drop(opened);
    let story = |disk: &SimDisk| {
        let mut opened = try_open(disk)?;
        let found = backups(disk, &places())?.ok_or(SaveError::Missing)?;
        let first = found.all.first().ok_or(SaveError::Missing)?;
        let (files, problems) = snapshot(disk, &found.state_dir, first);
        let (then, damaged) = journal_of(&files);
        if !problems.is_empty() || !damaged.is_empty() || !notes(&opened.journal).contains("made since") {
            return Err(SaveError::Missing);
        }
        let mut writer = writer(&opened, disk);
        writer.run_now(Job::Backup { made: made("2026-11-22T20:00:00+01:00"), why: Why::BeforeRestore }).result?;
        let files = bring_back(&mut opened.journal, &then);
        writer.put_in_order(&opened.journal, files, &BTreeSet::new(), Vec::new(), day("2026-11-22"))
    };
    survives(&disk, 60, story, |disk, is_done, when| {
        let opened = settle(disk, when);
        let notes = notes(&opened.journal);
        assert!(notes.contains("made since") && notes.contains("in November"), "{when}: {notes:?}");
        assert!(notes.contains(CANARY) || in_trash(&opened.journal).contains(CANARY), "{when}");
        assert!(notes.contains(CANARY) || !is_done, "{when}: said to be back");
    });
}

#[test]
fn a_folder_that_is_gone_comes_back_from_a_zip_whole_or_can_be_tried_again() {
    let disk = a_journal();
    let (files, problems) = backup::of_folder(&disk, &places().data_dir).expect("it can be read");
    assert_eq!(problems, []);
    let zip = write_zip(&files).expect("packed");
    let expected: Vec<_> = files.files().map(|(path, bytes)| (path.to_owned(), bytes.to_owned())).collect();
    let folder = Path::new("/person/Sunshower");
    disk.change(|files| files.retain(|path, _| !path.starts_with(folder)));
    let story = |disk: &SimDisk| {
        let files: Snapshot = read_zip(&zip).map_err(|error| SaveError::Other(error.to_string()))?;
        lay_back(disk, &places(), &files).map(|_| ())
    };
    survives(&disk, 40, story, |disk, is_done, when| {
        if !is_done {
            story(disk).unwrap_or_else(|error| panic!("{when}: {error}"));
        }
        for (path, bytes) in &expected {
            assert_eq!(disk.read(&folder.join(path)).ok().as_ref(), Some(bytes), "{when}: {path}");
        }
        let mut opened = settle(disk, when);
        assert_eq!(notes(&opened.journal).len(), 3, "{when}");
        let old = opened.journal.cries.iter().next().expect("one").rev.1.clone();
        assert_ne!(opened.vault.device(), old, "{when}: numbers that others know are not given twice");
        note(&mut opened.journal, "2026-11-23", "goes on");
        writer(&opened, disk).run_now(text(&opened.journal, NOVEMBER)).result.expect("it goes on");
    });
}

#[test]
fn mending_a_damaged_month_keeps_every_record_that_can_be_had_and_the_damaged_file() {
    let disk = a_journal();
    let opened = open(&disk, &places()).expect("it opens");
    let path = opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)));
    drop(opened);
    let whole = disk.read(&path).expect("read");
    let half = whole[..whole.len() - 90].to_vec();
    disk.put(&path, &half);
    let story = |disk: &SimDisk| {
        let disk: Arc<dyn Disk> = Arc::new(disk.clone());
        let repaired = repair(&disk, &places(), made("2026-11-22T20:00:00+01:00"));
        let repaired = repaired.map_err(|error| SaveError::Other(error.to_string()))?;
        if repaired.damaged.len() == 1 { Ok(()) } else { Err(SaveError::Missing) }
    };
    survives(&disk, 60, story, |disk, is_done, when| {
        let as_disk: Arc<dyn Disk> = Arc::new(disk.clone());
        if is_done {
            assert!(disk.read(&path).is_err(), "{when}: it is out of the way");
        } else {
            repair(&as_disk, &places(), made("2026-11-22T20:00:00+01:00"))
                .unwrap_or_else(|error| panic!("{when}: {error}"));
        }
        let kept = disk.snapshot().iter().any(|(path, content)| {
            path.starts_with("/machine")
                && path.components().any(|part| part.as_os_str() == "damaged")
                && content.as_ref() == Some(&half)
        });
        assert!(kept, "{when}: the damaged file is kept");
        let opened = settle(disk, when);
        assert_eq!(notes(&opened.journal).len(), 3, "{when}: {:?}", notes(&opened.journal));
    });
}

/// What the app does: each file is asked for, whatever became of the one before.
fn ask_all(disk: &SimDisk, opened: &Opened, jobs: Vec<Job>) {
    let mut writer = writer(opened, disk);
    for job in jobs {
        let _ = writer.run_now(job);
    }
}

#[test]
fn where_a_delete_or_a_bringing_back_fails_half_way_the_words_are_in_one_place_at_least() {
    let start = a_journal();
    let mut failed = 0;
    for back in [false, true] {
        let start = start.after_kill();
        if back {
            let mut opened = open(&start, &places()).expect("it opens");
            delete(&start, &mut opened, CANARY).expect("deleted");
        }
        for lasting in [false, true] {
            for at in 0..70 {
                let disk = start.after_kill();
                let mut opened = open(&disk, &places()).expect("it opens");
                let jobs = if back {
                    let bundle = opened.journal.trash.pop().expect("one");
                    opened.journal.bring_back(&bundle.records);
                    vec![text(&opened.journal, NOVEMBER), Job::Trash(trash_text(&opened.journal))]
                } else {
                    let id = id_of(&opened.journal, CANARY);
                    let cries = opened.journal.delete::<Cry>(id).into_iter().collect();
                    let records = Records { cries, ..Records::default() };
                    opened.journal.trash.push(Bundle { id: Uuid::new_v4(), on: day("2026-11-22"), records });
                    vec![Job::Trash(trash_text(&opened.journal)), text(&opened.journal, NOVEMBER)]
                };
                disk.set_fault(Fault { at, how: How::WriteError(ErrorKind::StorageFull), lasting });
                ask_all(&disk, &opened, jobs);
                let when = format!("back {back}, {at}, lasting {lasting}");
                drop(opened);
                disk.heal();
                let opened = open(&disk.after_kill(), &places()).expect("it opens");
                let in_journal = notes(&opened.journal).contains(CANARY);
                failed += usize::from(in_journal != back);
                assert!(in_journal || in_trash(&opened.journal).contains(CANARY), "{when}: it is nowhere");
            }
        }
    }
    assert!(failed > 10, "something did go wrong: {failed}");
}
