//! The plug is pulled after every operation of a backup and of erasing, and every operation fails in turn. Whatever is
//! found then, each backup that is listed is whole, and the next call finishes the work.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects"
)]

#[path = "support/backups.rs"]
mod backups;
#[path = "support/sim_disk.rs"]
mod sim_disk;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::io::ErrorKind;
use std::path::PathBuf;

use backups::{back_up, back_up_with, of_the_person, path, shelf, state, whole_backups};
use sim_disk::{Fault, How, SimDisk};
use sunshower::store::SaveError;
use sunshower::store::backup::{Backup, Erased, erase};

type Whole = BTreeMap<u64, BTreeMap<String, Vec<u8>>>;

/// Every way in which an operation can fail and say so.
const HOWS: [How; 6] = [
    How::Error(ErrorKind::Other),
    How::Error(ErrorKind::PermissionDenied),
    How::WriteError(ErrorKind::StorageFull),
    How::WriteError(ErrorKind::QuotaExceeded),
    How::WriteError(ErrorKind::ReadOnlyFilesystem),
    How::DoneAndError(ErrorKind::Other),
];

/// A folder of a few files, so that all outcomes can be looked at.
fn a_small_folder() -> SimDisk {
    let disk = SimDisk::default();
    for (name, content) in [
        ("sunshower-vault.ron", &b"(format: \"sunshower/vault\")"[..]),
        ("journal/aaaa/2026-10.ron", b"October CANARY"),
        ("journal/aaaa/2026-11.ron", b"November"),
        ("trash/aaaa/2026-10.ron", b"October CANARY"),
    ] {
        disk.put(&path(name), content);
    }
    disk.put(&state().join("device.ron"), b"(format: \"sunshower/device\")");
    disk
}

/// Some backups of which a few are about to be dropped, leftovers of an interrupted one, and something new to copy.
fn with_old_backups() -> SimDisk {
    let disk = a_small_folder();
    for (day, content) in [(1, "1"), (2, "2 CANARY"), (3, "3"), (4, "4 CANARY"), (5, "5"), (6, "6 CANARY")] {
        back_up_with(&disk, &format!("2026-09-{day:02}"), content.as_bytes());
    }
    disk.put(&state().join("backups/objects/.save-state-0123.tmp"), b"half a CANARY");
    disk.put(&state().join("backups/.save-state-0123.tmp"), b"half of a list");
    disk.put(&path("journal/aaaa/2026-11.ron"), b"tonight");
    disk.put(&path("plans/aaaa.ron"), b"soon");
    disk.after_kill()
}

/// Disks that were looked at already. Many roads lead to the same one.
#[derive(Default)]
struct Seen(BTreeSet<(Files, String)>);

type Files = Vec<(PathBuf, Option<Vec<u8>>)>;

impl Seen {
    fn is_new(&mut self, disk: &SimDisk, said: &impl Debug) -> bool {
        // The names of temporary files are made by chance.
        let plain =
            |path: PathBuf| if path.to_string_lossy().contains(".save-") { path.with_file_name("") } else { path };
        let files = disk.snapshot().into_iter().map(|(path, content)| (plain(path), content)).collect();
        self.0.insert((files, format!("{said:?}")))
    }
}

/// Runs a story on a disk whose power goes after each operation in turn, and shows every disk that may be found then.
fn cut_short<T: Debug>(start: &SimDisk, story: impl Fn(&SimDisk) -> T, look: impl Fn(&SimDisk, &T, &str)) {
    let mut seen = Seen::default();
    let whole = start.after_kill();
    story(&whole);
    let all = whole.ops().len();
    assert!(all > 25, "only {all} operations: did the story take place?");
    for ops in 0..=all {
        let disk = start.after_kill();
        disk.cut_power_after(ops);
        let said = story(&disk);
        let last = disk.ops().last().map_or(String::new(), |op| format!("{} {}", op.what, op.path.display()));
        look(&disk.after_kill(), &said, &format!("killed after operation {ops}, {last}"));
        let found = disk.after_power_cut();
        for (which, found) in found.iter().enumerate().filter(|(_, found)| seen.is_new(found, &said)) {
            look(found, &said, &format!("power cut after operation {ops}, {last}, outcome {which}"));
        }
    }
}

/// Runs a story with every fault at every operation, and shows the disk when it is well again, and every disk that may
/// be found if the power goes at that moment.
fn go_wrong<T: Debug>(start: &SimDisk, story: impl Fn(&SimDisk) -> T, look: impl Fn(&SimDisk, &T, &str)) {
    let mut seen = Seen::default();
    for how in HOWS {
        for lasting in [false, true] {
            let mut misses = 0;
            for at in 0.. {
                let disk = start.after_kill();
                disk.set_fault(Fault { at, how, lasting });
                let said = story(&disk);
                misses = if disk.heal() { 0 } else { misses + 1 };
                if misses > 60 {
                    assert!(at > 80, "only {at} operations: did the story take place?");
                    break;
                }
                let when = format!("{how:?} at operation {at}, lasting: {lasting}");
                if seen.is_new(&disk, &said) {
                    look(&disk.after_kill(), &said, &when);
                }
                let found = disk.after_power_cut();
                for (which, found) in found.iter().enumerate().filter(|(_, found)| seen.is_new(found, &said)) {
                    look(found, &said, &format!("{when}, then a power cut, outcome {which}"));
                }
            }
        }
    }
}

/// Runs a story in which the disk once does not make sure of something, and then again on the healthy disk, with the
/// power going after each operation of the second time.
fn cut_short_when_tried_again<T: Debug>(
    start: &SimDisk,
    story: impl Fn(&SimDisk) -> T,
    look: impl Fn(&SimDisk, &T, &str),
) {
    let mut seen = Seen::default();
    let whole = start.after_kill();
    story(&whole);
    let syncs: Vec<_> = (0..).zip(whole.ops()).filter(|(_, op)| op.what == "sync_dir").map(|(at, _)| at).collect();
    assert!(syncs.len() > 5, "only {syncs:?}");
    for at in syncs {
        for more in 0.. {
            let disk = start.after_kill();
            disk.set_fault(Fault { at, how: How::Error(ErrorKind::Other), lasting: false });
            story(&disk);
            disk.heal();
            let power_goes_after = disk.ops().len() + more;
            disk.cut_power_after(power_goes_after);
            let said = story(&disk);
            let found = disk.after_power_cut();
            for (which, found) in found.iter().enumerate().filter(|(_, found)| seen.is_new(found, &said)) {
                look(found, &said, &format!("not synced at {at}, power cut {more} later, outcome {which}"));
            }
            if disk.ops().len() < power_goes_after {
                break;
            }
        }
    }
}

type Made = Result<Option<Backup>, SaveError>;

/// Makes sure that a backup that was interrupted cost nothing, and that the next one is made.
fn backed_up(start: &SimDisk) -> impl Fn(&SimDisk, &Made, &str) {
    let (person, before) = (of_the_person(start), whole_backups(start, "before"));
    let newest: Vec<u64> = before.keys().rev().take(4).copied().collect();
    move |found: &SimDisk, made: &Made, when: &str| {
        let backups = whole_backups(found, when);
        for number in &newest {
            assert_eq!(backups.get(number), before.get(number), "{when}: backup {number}");
        }
        if let Ok(Some(made)) = made {
            assert!(backups.contains_key(&made.number), "{when}: it was said to be made");
        }
        if matches!(made, Ok(None)) {
            let last = backups.last_key_value().expect("there is one").1;
            assert_eq!(last.len(), person.len(), "{when}: it was said to be made before");
        }
        assert_eq!(of_the_person(found), person, "{when}");

        let again = back_up(found, "2026-12-31").unwrap_or_else(|error| panic!("{when}: then {error}"));
        let backups = whole_backups(found, when);
        let (number, last) = backups.last_key_value().expect("there is one");
        assert!(again.is_none_or(|again| again.number == *number), "{when}");
        assert_eq!(last.len(), person.len(), "{when}");
        for (name, content) in last {
            assert_eq!(person.get(&path(name)), Some(&Some(content.clone())), "{when}: {name}");
        }
        assert!(backups.len() >= newest.len(), "{when}");
        assert!(!shelf(found).keys().any(|name| name.contains(".save-")), "{when}: litter");
        assert_eq!(of_the_person(found), person, "{when}");
    }
}

#[test]
fn the_first_backup_of_all_may_be_cut_short_anywhere() {
    let start = a_small_folder();
    cut_short(&start, |disk| back_up(disk, "2026-12-31"), backed_up(&start));
}

#[test]
fn a_later_backup_and_the_thinning_after_it_may_be_cut_short_anywhere() {
    let start = with_old_backups();
    let whole = start.after_kill();
    back_up(&whole, "2026-12-31").expect("made");
    let numbers: Vec<_> = whole_backups(&whole, "").into_keys().collect();
    assert_eq!(numbers, [3, 4, 5, 6, 7], "two are dropped in this story");
    cut_short(&start, |disk| back_up(disk, "2026-12-31"), backed_up(&start));
}

#[test]
fn the_first_backup_of_all_survives_every_fault() {
    let start = a_small_folder();
    go_wrong(&start, |disk| back_up(disk, "2026-12-31"), backed_up(&start));
}

#[test]
fn a_later_backup_survives_every_fault() {
    let start = with_old_backups();
    go_wrong(&start, |disk| back_up(disk, "2026-12-31"), backed_up(&start));
}

#[test]
fn a_backup_that_is_tried_again_on_a_failing_disk_is_still_whole() {
    let start = with_old_backups();
    let twice = |disk: &SimDisk| back_up(disk, "2026-12-31").or_else(|_| back_up(disk, "2026-12-31"));
    go_wrong(&start, twice, backed_up(&start));
}

#[test]
fn a_backup_that_is_tried_again_may_be_cut_short_anywhere() {
    for start in [a_small_folder(), with_old_backups()] {
        cut_short_when_tried_again(&start, |disk| back_up(disk, "2026-12-31"), backed_up(&start));
    }
}

#[test]
fn a_disk_that_writes_half_and_says_done_is_found_out() {
    let start = with_old_backups();
    let mut found_out = 0;
    for at in 0..100 {
        let disk = start.after_kill();
        disk.set_fault(Fault { at, how: How::ShortWrite, lasting: false });
        let made = back_up(&disk, "2026-12-31");
        if disk.heal() {
            assert_eq!(made, Err(SaveError::ReadBack), "at {at}");
            found_out += 1;
        }
        backed_up(&start)(&disk.after_kill(), &made, &format!("half a write at {at}"));
    }
    assert_eq!(found_out, 3, "two contents and the manifest");
}

fn cut(text: &str) -> Option<String> {
    text.contains("CANARY").then(|| text.replace("CANARY", "-"))
}

fn cleaned(before: &Whole) -> Whole {
    let mut after = before.clone();
    for content in after.values_mut().flat_map(BTreeMap::values_mut) {
        let text = String::from_utf8(content.clone()).expect("text");
        *content = cut(&text).unwrap_or(text).into_bytes();
    }
    after
}

/// Makes sure that every backup is the old or the new one, and that the next call finishes the work.
fn erased(start: &SimDisk) -> impl Fn(&SimDisk, &Result<Erased, SaveError>, &str) {
    let (person, before) = (of_the_person(start), whole_backups(start, "before"));
    let after = cleaned(&before);
    assert_ne!(before, after, "there is something to erase");
    move |found: &SimDisk, said: &Result<Erased, SaveError>, when: &str| {
        let backups = whole_backups(found, when);
        assert_eq!(backups.len(), before.len(), "{when}");
        for (number, files) in backups {
            let (old, new) = (&before[&number], &after[&number]);
            assert!(files == *old || files == *new, "{when}: backup {number} is neither");
        }
        if said.is_ok() {
            nothing_is_left(found, when);
        }
        erase(found, state(), &cut).unwrap_or_else(|error| panic!("{when}: then {error}"));
        assert_eq!(whole_backups(found, when), after, "{when}");
        nothing_is_left(found, when);
        assert_eq!(of_the_person(found), person, "{when}");
    }
}

fn nothing_is_left(disk: &SimDisk, when: &str) {
    for (name, content) in shelf(disk) {
        assert!(!String::from_utf8_lossy(&content).contains("CANARY"), "{when}: {name} still holds it");
    }
}

#[test]
fn erasing_may_be_cut_short_anywhere() {
    let start = with_old_backups();
    cut_short(&start, |disk| erase(disk, state(), &cut), erased(&start));
}

#[test]
fn erasing_survives_every_fault() {
    let start = with_old_backups();
    go_wrong(&start, |disk| erase(disk, state(), &cut), erased(&start));
}

#[test]
fn erasing_that_is_tried_again_on_a_failing_disk_is_done_when_it_says_so() {
    let start = with_old_backups();
    let twice = |disk: &SimDisk| erase(disk, state(), &cut).or_else(|_| erase(disk, state(), &cut));
    go_wrong(&start, twice, erased(&start));
}

#[test]
fn erasing_that_is_tried_again_may_be_cut_short_anywhere() {
    let start = with_old_backups();
    cut_short_when_tried_again(&start, |disk| erase(disk, state(), &cut), erased(&start));
}
