//! Every kind of file that is ever read, each with the promises that hold whatever is in it.
//!
//! The bytes are put where the program looks for them, in a small healthy folder on a simulated disk, and read by the
//! front door. A new kind of file needs one function and one line in [`LOADERS`], a target in `fuzz/fuzz_targets`, a few
//! lines in `fuzz/Cargo.toml` and a folder in `fuzz/corpus`.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects"
)]
#![allow(dead_code, reason = "each test uses its own part of it")]

#[path = "healthy.rs"]
mod healthy;
#[path = "uses.rs"]
mod uses;

use std::path::Path;

use healthy::sim_disk::SimDisk;
use healthy::{
    NOVEMBER, OTHER, OWN, assert_check_agrees, assert_fixed_point, assert_nothing_healthy_is_missing, assert_only_read,
    assert_strange_parts_stay, disk_with, go_on, healthy, is_kept, is_put_aside, month_path, persons, places, save_all,
    strange_parts,
};
use sunshower::evening::resume::Draft;
use sunshower::journal::day::Month;
use sunshower::journal::entry::Evening;
use sunshower::store::backup::{list, read_zip, snapshot, write_zip};
use sunshower::store::disk::Disk;
use sunshower::store::folder::MARKER;
use sunshower::store::restore::journal_of;
use sunshower::store::{OpenError, Opened, Writable, check, open};

/// What is done with the bytes of a file of one kind. It panics where a promise is broken.
pub type Loader = fn(&[u8]);

/// All kinds, each under the name of its fuzz target and of its folder in the corpus.
pub const LOADERS: &[(&str, Loader)] = &[
    ("month", |bytes| record_file(&month_path(OWN, NOVEMBER), true, bytes)),
    ("foreign_month", |bytes| record_file(&month_path(OTHER, NOVEMBER), false, bytes)),
    ("plans", |bytes| record_file(&format!("plans/{OWN}.ron"), true, bytes)),
    ("library", |bytes| record_file(&format!("library/{OWN}.ron"), true, bytes)),
    ("settings", |bytes| record_file(&format!("settings/{OWN}.ron"), true, bytes)),
    ("trash", |bytes| record_file(&format!("trash/{OWN}.ron"), true, bytes)),
    ("erased", |bytes| record_file(&format!("erased/{OWN}.ron"), true, bytes)),
    ("copy", copy),
    ("unsaved", unsaved),
    ("marker", marker),
    ("device", device),
    ("folder_memory", folder_memory),
    ("memory", |bytes| of_the_machine("memory.ron", bytes)),
    ("erasing", |bytes| of_the_machine("erasing.ron", bytes)),
    ("draft", draft),
    ("backup", backup),
    ("zip", zip),
];

/// Hands bytes to the loader of this name.
pub fn load(name: &str, bytes: &[u8]) {
    let (_, loader) = LOADERS.iter().find(|(known, _)| *known == name).expect("a loader of this name");
    loader(bytes);
}

/// Opens a folder with one strange file in it, which is all that has any problems.
fn open_with(disk: &SimDisk, strange: &str) -> Opened {
    let before = persons(disk);
    let opened = open(disk, &places()).expect("one bad file never keeps a folder from opening");
    assert!(!opened.first_time, "a folder with a marker is never new");
    assert!(opened.problems.iter().all(|problem| problem.file == strange), "{:?}", opened.problems);
    assert_eq!(persons(disk), before, "opening changes nothing");
    assert_nothing_healthy_is_missing(&opened.journal);
    opened
}

/// A file of the person's folder. Whatever is in it, the folder opens, everything else in it is there, what is written
/// from then on is kept, and only a file of this computer's own that can be written back in full is ever changed.
fn record_file(path_in_folder: &str, is_own: bool, bytes: &[u8]) {
    let path = places().data_dir.join(path_in_folder);
    let disk = disk_with(&path, bytes);
    let mut opened = open_with(&disk, path_in_folder);
    assert_check_agrees(&disk, &opened);
    uses::every_way(&opened.journal);
    let is_left_alone = !is_own || opened.vault.device().0 != OWN;
    let freezes = opened.problems.iter().any(|problem| problem.kind.freezes());
    assert!(is_left_alone || !freezes, "what would be lost is not written again");
    if opened.problems.is_empty() {
        assert_eq!(opened.vault.device().0, OWN, "a name is kept as long as there is nothing wrong");
        assert_fixed_point(&opened);
    }
    go_on(&disk, &mut opened);
    if is_left_alone {
        assert_eq!(disk.read(&path).expect("there"), bytes, "a file that is not understood is left as it is");
    }
    erase_one(&disk, &mut opened, &path);
}

/// One of the records that were in the file is erased for good. All others stay.
fn erase_one(disk: &SimDisk, opened: &mut Opened, path: &Path) {
    let strange = uses::stamps(&opened.journal).into_iter().filter(|stamp| Month::of(stamp.day) == NOVEMBER);
    let Some(id) = strange.map(|stamp| stamp.id).min() else { return };
    let before = disk.read(path).expect("there");
    let strange = strange_parts(opened);
    save_all(disk, opened, &[id]);
    let after = disk.read(path).expect("there");
    if str::from_utf8(&before).is_err() {
        assert_eq!(after, before, "what is not text cannot be put together again");
    }
    let reopened = open(&disk.after_kill(), &places()).expect("it opens again");
    assert!(reopened.journal.erased().contains(&id), "it stays erased");
    assert!(uses::stamps(&reopened.journal).iter().all(|stamp| stamp.id != id), "nothing is left of it");
    let ids = |opened: &Opened| uses::stamps(&opened.journal).iter().map(|stamp| stamp.id).collect::<Vec<_>>();
    assert_eq!(ids(&reopened), ids(opened), "all others are there");
    assert_strange_parts_stay(&reopened, &strange);
}

/// What a synchronising program put beside a month. It may go once all of it is in the journal, and no sooner; even then
/// it is only put aside.
fn copy(bytes: &[u8]) {
    let name = format!("journal/{OWN}/2026-11.sync-conflict-20261122-142434-NXPKH7W.ron");
    let path = places().data_dir.join(&name);
    let disk = disk_with(&path, bytes);
    let mut opened = open_with(&disk, &name);
    assert_eq!(opened.copies.is_empty(), !opened.problems.is_empty(), "it is taken in, or told of");
    let is_understood = opened.problems.is_empty();
    uses::every_way(&opened.journal);
    go_on(&disk, &mut opened);
    assert_eq!(disk.read(&path).is_err(), is_understood, "what is not understood stays where it is");
    assert!(is_kept(&disk, bytes), "no word of it is lost");
}

/// What could not be saved in the folder the last time. It is in the journal, and then in the folder.
fn unsaved(bytes: &[u8]) {
    let path = healthy().state_dir.join("unsaved/2026-11.ron");
    let disk = disk_with(&path, bytes);
    let mut opened = open_with(&disk, "2026-11.ron");
    let is_understood = opened.problems.is_empty();
    uses::every_way(&opened.journal);
    go_on(&disk, &mut opened);
    assert!(is_understood || is_kept(&disk, bytes), "what is not understood is kept");
}

/// The file that makes the folder a journal. It may keep the folder from opening, or from being written to; it is never
/// changed, and never does the program believe that there was nothing.
fn marker(bytes: &[u8]) {
    let path = places().data_dir.join(MARKER);
    let disk = disk_with(&path, bytes);
    let before = persons(&disk);
    match open(&disk, &places()) {
        Err(error) => {
            assert!(matches!(error, OpenError::MarkerDamaged { .. }), "{error:?}");
            assert_eq!(persons(&disk), before, "a refusal changes nothing");
            assert_eq!(check(&disk, &places()).refused, Some(error));
        }
        Ok(mut opened) => {
            assert!(!opened.first_time, "a folder with a marker is never new");
            assert_nothing_healthy_is_missing(&opened.journal);
            assert_check_agrees(&disk, &opened);
            match opened.writable {
                Writable::Yes => go_on(&disk, &mut opened),
                Writable::No(_) => assert_only_read(&disk, &opened),
            }
        }
    }
    assert_eq!(disk.read(&path).expect("there"), bytes, "a marker is written once");
}

/// The name this computer writes under. It costs no more than the name, and what is damaged is put aside.
fn device(bytes: &[u8]) {
    let path = healthy().state_dir.join("device.ron");
    let disk = disk_with(&path, bytes);
    let mut opened = open_with(&disk, "device.ron");
    assert!(opened.vault.device().is_valid(), "{:?}", opened.vault.device());
    let is_understood = opened.problems.is_empty();
    go_on(&disk, &mut opened);
    let is_here = disk.read(&path).is_ok_and(|found| found == bytes);
    assert_eq!(is_here, is_understood, "it stays as long as it is of use");
    assert!(is_here || is_put_aside(&disk, "device", bytes), "and no longer it is put aside");
}

/// What says that the folder was seen before. Whatever is in it, it says so.
fn folder_memory(bytes: &[u8]) {
    let (path, dir) = (&healthy().memory, places().data_dir);
    let disk = disk_with(path, bytes);
    let mut opened = open(&disk, &places()).expect("the folder is there");
    assert!(!opened.first_time && opened.problems.is_empty(), "the folder speaks for itself");
    go_on(&disk, &mut opened);

    type Loss = fn(&Path, &Path) -> bool;
    let losses: [(Loss, OpenError); 3] = [
        (|path, dir| path == dir.join(MARKER), OpenError::MarkerMissing),
        (|path, dir| path.starts_with(dir) && path != dir, OpenError::NotFound),
        (|path, dir| path.starts_with(dir), OpenError::NotFound),
    ];
    for (is_lost, refusal) in losses {
        let disk = disk_with(path, bytes);
        disk.change(|files| files.retain(|path, _| !is_lost(path, &dir)));
        assert_eq!(open(&disk, &places()).map(|_| ()), Err(refusal), "a folder that was seen is never new");
        assert_eq!(disk.read(path).expect("there"), bytes, "a refusal changes nothing");
    }
}

/// What the machine keeps for itself, and what is of no worth without the folder: it never stands in the way.
fn of_the_machine(name: &str, bytes: &[u8]) {
    let disk = disk_with(&healthy().state_dir.join(name), bytes);
    let mut opened = open_with(&disk, name);
    assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    go_on(&disk, &mut opened);
}

/// An evening that did not end. What is no draft is put aside before another one takes its place.
fn draft(bytes: &[u8]) {
    let path = healthy().state_dir.join("draft.ron");
    let disk = disk_with(&path, bytes);
    let mut opened = open_with(&disk, "draft.ron");
    assert_eq!(opened.draft.is_some(), opened.problems.is_empty(), "text is text and nothing else is");
    let found = opened.draft.as_deref().map(Draft::parse);
    let Some(Ok(draft)) = found else {
        if found.is_some() {
            assert_eq!(disk.read(&path).expect("there"), bytes, "it stays until its place is needed");
            opened.vault.keep_draft_aside();
        }
        go_on(&disk, &mut opened);
        assert!(is_put_aside(&disk, "draft", bytes), "no word of it is lost");
        return;
    };
    let text = draft.to_text().expect("it can be written");
    let again = Draft::parse(&text).expect("it can be read");
    assert!(again == draft, "what is written is what is read");
    assert_eq!(again.to_text().expect("it can be written"), text, "the second time is like the first");
    let mut evenings: Vec<Evening> = Vec::new();
    for evening in uses::every_way_on(&draft).into_iter().map(|run| run.evening) {
        if !evenings.contains(&evening) {
            evenings.push(evening);
        }
    }
    // As the app does: first the evening is kept, and then the draft may go.
    for evening in evenings {
        opened.journal.put(evening);
        uses::every_way(&opened.journal);
    }
    go_on(&disk, &mut opened);
}

/// What says what a backup holds. Where it says what cannot be, it is told of and left alone.
fn backup(bytes: &[u8]) {
    let state_dir = &healthy().state_dir;
    let path = state_dir.join("backups/000001.ron");
    let disk = disk_with(&path, bytes);
    let (backups, problems) = list(&disk, state_dir).expect("they can be looked at");
    assert_eq!(backups.is_empty(), problems.iter().any(|problem| !problem.kind.is_note()), "{problems:?}");
    for backup in &backups {
        assert_eq!(backup.number, 1);
        let (found, missing) = snapshot(&disk, state_dir, backup);
        assert!(found.len() + missing.len() >= backup.files.len(), "what is not there any more is told");
        uses::every_way(&journal_of(&found).0);
    }
    go_on(&disk, &mut open_with(&disk, ""));
    assert_eq!(disk.read(&path).expect("there"), bytes, "it is left as it is");
}

/// A ZIP that somebody hands over as a journal.
fn zip(bytes: &[u8]) {
    let Ok(found) = read_zip(bytes) else { return };
    let inside = |path: &str| path.split('/').all(|part| !["", ".", ".."].contains(&part));
    assert!(found.files().all(|(path, _)| inside(path)), "no path leads out of the folder");
    let written = write_zip(&found).expect("it can be packed");
    let again = read_zip(&written).expect("it can be unpacked");
    assert!(again == found, "what is packed is what is unpacked");
    assert_eq!(write_zip(&again).expect("it can be packed"), written, "the second time is like the first");
    uses::every_way(&journal_of(&found).0);
}
