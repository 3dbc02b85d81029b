//! Backups: what is in them, what they cost, what becomes of old and of damaged ones, and erasing for good.
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
use std::io::ErrorKind;

use backups::{
    FILES, a_folder, back_up, back_up_with, data, known, noon, of_the_person, path, read, shelf, state, whole_backups,
};
use sim_disk::{Fault, How, SimDisk};
use sunshower::store::backup::{Erased, Snapshot, Why, erase, list, make, of_folder, snapshot};
use sunshower::store::disk::Disk;
use sunshower::store::{Hash, Places, Problem, ProblemKind, RealDisk, SaveError, check, open};

const NOVEMBER: &str = "journal/aaaa/2026-11.ron";

fn files() -> BTreeMap<String, Vec<u8>> {
    FILES.iter().map(|(name, content)| ((*name).to_owned(), content.to_vec())).collect()
}

fn reads_of(disk: &SimDisk, below: &str) -> usize {
    disk.ops().iter().filter(|op| op.what == "read" && op.path.starts_with(below)).count()
}

#[test]
fn a_backup_holds_everything_of_ours_byte_for_byte_and_nothing_else() {
    let disk = a_folder();
    let before = of_the_person(&disk);
    let backup = back_up(&disk, "2026-11-22").expect("made").expect("there was none");
    assert_eq!((backup.number, &backup.why, &*backup.left_out), (1, &Why::FirstOfDay, &[][..]));
    assert_eq!(list(&disk, state()).expect("listed"), (vec![backup], vec![]));
    assert_eq!(whole_backups(&disk, "")[&1], files());
    assert_eq!(of_the_person(&disk), before);
    let objects = shelf(&disk).keys().filter(|name| name.starts_with("objects/")).count();
    assert_eq!(objects, FILES.len() - 1, "two files of the same content are one copy");
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let disk = a_folder();
    back_up(&disk, "2026-11-22").expect("made");
    let before = disk.snapshot();
    assert_eq!(back_up(&disk, "2026-11-23"), Ok(None));
    assert_eq!(disk.snapshot(), before);
    disk.change(|files| drop(files.remove(&path("plans/aaaa.ron"))));
    assert_eq!(back_up(&disk, "2026-11-24").expect("made").map(|backup| backup.number), Some(2), "a file is gone");
}

#[test]
fn a_second_backup_of_an_unchanged_folder_reads_no_file_and_no_copy() {
    let disk = a_folder();
    back_up(&disk, "2026-11-22").expect("made");
    let (disk, known) = (disk.after_kill(), known(&disk));
    assert_eq!(make(&disk, data(), state(), noon("2026-11-23"), Why::FirstOfDay, &known), Ok(None));
    assert_eq!(
        (reads_of(&disk, backups::DATA), reads_of(&disk, "/machine/sunshower/a-journal/backups/objects")),
        (0, 0)
    );
}

#[test]
fn a_day_on_which_one_month_changed_copies_one_month() {
    let disk = a_folder();
    back_up(&disk, "2026-11-22").expect("made");
    disk.put(&path(NOVEMBER), b"(evenings: [\"in November\", \"another\"])");
    let (disk, mut known) = (disk.after_kill(), known(&disk));
    let count = |what: &str| disk.ops().iter().filter(|op| op.what == what).count();
    make(&disk, data(), state(), noon("2026-11-23"), Why::FirstOfDay, &known).expect("made").expect("changed");
    assert_eq!(reads_of(&disk, backups::DATA), 1);
    assert_eq!(count("create_new"), 2, "the month and the manifest");

    // What was last read may be behind; then the backup is, too, and not wrong.
    known.insert(NOVEMBER.into(), Hash::of(b"something that was never backed up"));
    assert_eq!(make(&disk, data(), state(), noon("2026-11-24"), Why::FirstOfDay, &known), Ok(None));
}

#[test]
fn what_it_costs_does_not_grow_with_the_years() {
    let disk = a_folder();
    back_up(&disk, "2026-11-20").expect("made");
    back_up_with(&disk, "2026-11-21", b"one");
    let cost = |disk: &SimDisk| {
        disk.put(&path(NOVEMBER), b"tonight");
        let disk = disk.after_kill();
        let known = known(&disk);
        make(&disk, data(), state(), noon("2026-11-22"), Why::FirstOfDay, &known).expect("made").expect("changed");
        disk.ops().len()
    };
    let few = cost(&disk);
    for month in 0..120 {
        disk.put(&path(&format!("journal/aaaa/{}-{:02}.ron", 2010 + month / 12, 1 + month % 12)), &vec![b'x'; 20_000]);
    }
    back_up_with(&disk, "2026-11-21", b"two");
    assert_eq!(cost(&disk), few + 1, "one more manifest is there to read");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_kept() {
    let disk = a_folder();
    let how = How::Error(ErrorKind::PermissionDenied);
    disk.set_fault(Fault { at: at_read_of(&disk, NOVEMBER), how, lasting: false });
    let backup = back_up(&disk, "2026-11-22").expect("made").expect("there was none");
    assert_eq!(backup.left_out, [NOVEMBER]);
    let mut expected = files();
    expected.remove(NOVEMBER);
    assert_eq!(whole_backups(&disk, "")[&1], expected);
    assert_eq!(list(&disk, state()).expect("listed").0, [backup]);
    disk.heal();
    assert_eq!(back_up(&disk, "2026-11-22").expect("made").expect("readable again").left_out, [""; 0]);

    // A new file that cannot be read is worth a new list, though it holds the same.
    disk.put(&path("journal/aaaa/2026-12.ron"), b"new");
    disk.set_fault(Fault { at: at_read_of(&disk, "journal/aaaa/2026-12.ron"), how, lasting: false });
    let backup = back_up(&disk, "2026-11-23").expect("made").expect("something changed");
    assert_eq!((backup.files.len(), &*backup.left_out), (FILES.len(), &["journal/aaaa/2026-12.ron".to_owned()][..]));
}

/// Which operation of the next backup reads this file.
fn at_read_of(disk: &SimDisk, name: &str) -> usize {
    let disk = disk.after_kill();
    back_up(&disk, "2026-11-22").expect("made");
    disk.ops().iter().position(|op| op.what == "read" && op.path == path(name)).expect("it is read")
}

#[test]
fn a_folder_of_which_nothing_can_be_read_is_not_a_backup() {
    let disk = SimDisk::default();
    disk.put(&path("README.txt"), b"all there is");
    let at = at_read_of(&disk, "README.txt");
    disk.set_fault(Fault { at, how: How::Error(ErrorKind::PermissionDenied), lasting: false });
    assert_eq!(back_up(&disk, "2026-11-22"), Err(SaveError::NoPermission));
    disk.heal();
    assert_eq!(whole_backups(&disk, ""), BTreeMap::new());
}

#[test]
fn a_drive_that_is_not_there_is_never_backed_up_as_nothing() {
    let disk = a_folder();
    back_up(&disk, "2026-11-22").expect("made");
    disk.change(|files| files.retain(|path, _| !path.starts_with(data()) || path == data()));
    let before = disk.snapshot();
    assert_eq!(back_up(&disk, "2026-11-23"), Ok(None), "the empty folder where it was");
    assert_eq!(disk.snapshot(), before);
    disk.change(|files| files.retain(|path, _| !path.starts_with(data())));
    assert_eq!(back_up(&disk, "2026-11-23"), Err(SaveError::Missing));
    assert_eq!(whole_backups(&disk, "")[&1], files());
}

#[test]
fn a_damaged_manifest_is_told_left_alone_and_its_number_is_not_used_again() {
    let disk = a_folder();
    back_up(&disk, "2026-11-20").expect("made");
    back_up_with(&disk, "2026-11-21", b"only in the second");
    let second = state().join("backups/000002.ron");
    for bytes in
        [&b""[..], b"(format: \"sunshower/backup\", version: 1, num", b"\0\0\0\0", b"(format: \"other\", version: 1)"]
    {
        let disk = disk.after_kill();
        disk.put(&second, bytes);
        // Dated so late that nothing but the newest five and the last of each month stays.
        for n in 0..8 {
            let backup = back_up_with(&disk, "2031-01-01", format!("{n}").as_bytes());
            assert_eq!(backup.number, 3 + n);
        }
        back_up_with(&disk, "2041-01-01", b"much later");
        let (backups, problems) = list(&disk, state()).expect("listed");
        assert_eq!(backups.iter().map(|backup| backup.number).collect::<Vec<_>>(), [1, 7, 8, 9, 10, 11]);
        assert!(matches!(&problems[..], [Problem { file, .. }] if file == "backups/000002.ron"), "{problems:?}");
        assert_eq!(disk.read(&second).expect("still there"), bytes);
        assert!(shelf(&disk).values().any(|content| content == b"only in the second"), "nobody knows what it names");
        disk.change(|files| drop(files.remove(&second)));
        back_up_with(&disk, "2041-01-02", b"later still");
        assert!(!shelf(&disk).values().any(|content| content == b"only in the second"), "nothing names it any more");
    }
}

#[test]
fn a_newer_versions_manifest_is_left_alone_and_one_with_newer_words_is_used() {
    let disk = a_folder();
    back_up(&disk, "2026-11-20").expect("made");
    let path = state().join("backups/000001.ron");
    let text = String::from_utf8(disk.read(&path).expect("there")).expect("text");
    disk.put(&path, text.replace("FirstOfDay", "BeforeTheFuture(by: [1])").as_bytes());
    let (backups, problems) = list(&disk, state()).expect("listed");
    assert_eq!((&backups[0].why, &*problems), (&Why::Other("BeforeTheFuture(by: [1])".into()), &[][..]));

    disk.put(&path, text.replace("version: 1", "version: 2").as_bytes());
    let (backups, problems) = list(&disk, state()).expect("listed");
    assert_eq!((&*backups, &problems[0].kind), (&[][..], &ProblemKind::NewerVersion { version: 2 }));
    assert_eq!(back_up_with(&disk, "2026-11-21", b"tonight").number, 2);
}

#[test]
fn old_backups_become_fewer_and_what_only_they_held_goes_with_them() {
    let disk = a_folder();
    for day in 1..=30 {
        back_up_with(&disk, &format!("2026-09-{day:02}"), format!("day {day}").as_bytes());
    }
    let backup = back_up_with(&disk, "2026-12-31", b"the last day");
    let backups = whole_backups(&disk, "");
    assert_eq!(backups.keys().copied().collect::<Vec<_>>(), [27, 28, 29, 30, 31]);
    let needed = list(&disk, state()).expect("listed").0.into_iter().flat_map(|one| one.files);
    let needed: BTreeSet<_> = needed.map(|file| format!("objects/{}", file.hash.hex(64))).collect();
    let there = shelf(&disk).into_keys().filter(|name| name.starts_with("objects/")).collect::<BTreeSet<_>>();
    assert_eq!(there, needed);
    assert_eq!(backup.number, 31);
}

#[test]
fn a_damaged_copy_is_told_and_mended_by_the_next_careful_backup() {
    let disk = a_folder();
    let backup = back_up(&disk, "2026-11-22").expect("made").expect("there was none");
    let copy = |name: &str| {
        let file = backup.files.iter().find(|file| file.path == name).expect("it is in it");
        state().join("backups/objects").join(file.hash.hex(64))
    };
    disk.put(&copy(NOVEMBER), b"(evenings: [\"in Novembre\"])");
    disk.change(|files| drop(files.remove(&copy("plans/aaaa.ron"))));
    let (found, problems) = snapshot(&disk, state(), &backup);
    let told: Vec<_> = problems.iter().map(|problem| &*problem.file).collect();
    assert_eq!(told, [NOVEMBER, "plans/aaaa.ron"]);
    assert_eq!((found.len(), found.get(NOVEMBER)), (FILES.len() - 2, None));

    assert_eq!(back_up(&disk, "2026-11-23"), Ok(None), "the folder is the same");
    assert_eq!(whole_backups(&disk, "mended")[&1], files());
}

#[test]
fn what_an_interrupted_backup_left_behind_is_removed() {
    let disk = a_folder();
    back_up(&disk, "2026-11-22").expect("made");
    for name in ["backups/.save-state-0123.tmp", "backups/objects/.save-state-0123.tmp"] {
        disk.put(&state().join(name), b"half of some");
    }
    assert_eq!(back_up(&disk, "2026-11-23"), Ok(None));
    assert!(!shelf(&disk).keys().any(|name| name.contains(".save-")));
}

#[test]
fn a_backup_can_be_read_like_the_folder_itself() {
    let places = Places::new(data().to_owned(), "/machine/sunshower".into());
    let disk = SimDisk::default();
    disk.put(
        &path("sunshower-vault.ron"),
        b"(format:\"sunshower/vault\",version:1,id:\"6b3f6c9e-52a3-4a07-9c6a-0d6b7c1f2e11\")",
    );
    let cry = "(id: \"6b3f6c9e-52a3-4a07-9c6a-0d6b7c1f2e12\", rev: (1, \"aaaa\"), day: \"2026-11-22\")";
    disk.put(&path(NOVEMBER), format!("(format: \"sunshower/journal\", version: 1, cries: [{cry}])").as_bytes());
    let real = check(&disk, &places);
    assert_eq!((real.counts.tears, &*real.problems), (1, &[][..]));

    let backup = back_up(&disk, "2026-11-22").expect("made").expect("there was none");
    let (found, problems) = snapshot(&disk, state(), &backup);
    assert_eq!(problems, []);
    let inside = Places::new(Snapshot::ROOT.into(), "/nowhere".into());
    assert_eq!(check(&found, &inside), real);
    let opened = open(&found, &inside).expect("it opens");
    assert_eq!((opened.journal.cries.len(), opened.first_time), (1, false));
    assert_ne!(opened.writable, sunshower::store::Writable::Yes);
    assert_eq!(of_folder(&disk, data()).expect("read"), (found, vec![]));
}

#[test]
fn a_real_disk_keeps_them_as_well() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let (data, state) = (dir.path().join("person"), dir.path().join("machine/a-journal"));
    for (name, content) in FILES {
        let path = data.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        std::fs::write(path, content).expect("written");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(&data, data.join("journal/loop")).expect("linked");
    let backup = make(&RealDisk, &data, &state, noon("2026-11-22"), Why::ByHand, &BTreeMap::new());
    let backup = backup.expect("made").expect("there was none");
    let (found, problems) = snapshot(&RealDisk, &state, &backup);
    assert_eq!(problems, []);
    for (name, content) in FILES {
        assert_eq!(found.get(name), Some(content), "{name}");
    }
    assert_eq!(list(&RealDisk, &state).expect("listed").0, [backup]);
}

fn cut(text: &str) -> Option<String> {
    text.contains("CANARY").then(|| text.replace("CANARY", ""))
}

#[test]
fn what_is_erased_for_good_is_in_no_backup_any_more() {
    let disk = a_folder();
    back_up(&disk, "2026-11-19").expect("made");
    back_up_with(&disk, "2026-11-20", b"one CANARY");
    back_up_with(&disk, "2026-11-21", b"one CANARY and two");
    back_up_with(&disk, "2026-11-22", b"and two");
    disk.put(&state().join("backups/objects/.save-state-0123.tmp"), b"half a CANARY");
    let of_nothing = Hash::of(b"named by none CANARY").hex(64);
    disk.put(&state().join("backups/objects").join(of_nothing), b"named by none CANARY");
    disk.put(&state().join("backups/objects/copy of something"), b"CANARY as well");
    let mut expected = whole_backups(&disk, "");
    expected.get_mut(&2).expect("the second").insert(NOVEMBER.into(), b"one ".to_vec());
    expected.get_mut(&3).expect("the third").insert(NOVEMBER.into(), b"one  and two".to_vec());

    let person = of_the_person(&disk);
    let erased = erase(&disk, state(), &cut).expect("a healthy disk");
    assert_eq!(erased, Erased { changed: 4 });
    assert_eq!(whole_backups(&disk, ""), expected);
    for (name, content) in shelf(&disk) {
        assert!(!String::from_utf8_lossy(&content).contains("CANARY"), "{name}");
    }
    assert_eq!(of_the_person(&disk), person);
    assert_eq!(erase(&disk, state(), &cut).expect("again").changed, 0);
}

#[test]
fn a_damaged_copy_is_cleaned_and_does_not_pass_for_a_whole_one() {
    let disk = a_folder();
    back_up(&disk, "2026-11-19").expect("made");
    let backup = back_up_with(&disk, "2026-11-20", b"one CANARY");
    let file = backup.files.iter().find(|file| file.path == NOVEMBER).expect("it is in it");
    disk.put(&state().join("backups/objects").join(file.hash.hex(64)), b"onf CANARY");
    assert_eq!(erase(&disk, state(), &cut).expect("a healthy disk").changed, 1);
    assert!(shelf(&disk).values().any(|content| content == b"onf "));
    let (_, problems) = snapshot(&disk, state(), &backup);
    assert!(matches!(&problems[..], [Problem { file, .. }] if file == NOVEMBER), "{problems:?}");
}

#[test]
fn erasing_where_there_is_no_backup_changes_nothing() {
    let disk = a_folder();
    let before = disk.snapshot();
    assert_eq!(erase(&disk, state(), &cut), Ok(Erased::default()));
    assert_eq!(disk.snapshot(), before);
    assert_eq!(list(&disk, state()).expect("listed"), (vec![], vec![]));
    assert_eq!(read(&disk, NOVEMBER), b"(evenings: [\"in November\"])");
}
