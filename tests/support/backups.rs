//! A person's folder and some backups of it, on a disk made of memory.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects"
)]
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sunshower::clock::Wall;
use sunshower::store::backup::{Backup, Why, list, make, snapshot};
use sunshower::store::disk::Disk;
use sunshower::store::{Hash, SaveError};

use crate::sim_disk::{SimDisk, Snapshot};

pub const DATA: &str = "/person/Sunshower";
pub const STATE: &str = "/machine/sunshower/a-journal";

pub fn data() -> &'static Path {
    Path::new(DATA)
}

pub fn state() -> &'static Path {
    Path::new(STATE)
}

pub fn noon(day: &str) -> Wall {
    Wall::parse_from_rfc3339(&format!("{day}T12:00:00+01:00")).expect("a time")
}

/// What a folder of two computers holds, and what else lies there.
pub const FILES: [(&str, &[u8]); 12] = [
    ("sunshower-vault.ron", b"(format: \"sunshower/vault\", version: 1, id: \"0\")"),
    ("README.txt", b"This folder is a Sunshower journal."),
    ("journal/aaaa/2026-10.ron", b"(evenings: [\"in October\"])"),
    ("journal/aaaa/2026-11.ron", b"(evenings: [\"in November\"])"),
    ("journal/aaaa/2026-11.sync-conflict-20261122-142434-NXPKH7W.ron", b"(evenings: [\"somewhere else\"])"),
    ("journal/bbbb/2026-11.ron", b"(evenings: [\"in Nov"),
    ("journal/bbbb/2026-12.ron", b"\0\0\0\xff"),
    ("plans/aaaa.ron", b"(plans: [])"),
    ("settings/aaaa.ron", b"(settings: ())"),
    ("settings/bbbb.ron", b"(settings: ())"),
    ("trash/aaaa/deep/down/2026-10.ron", b"(evenings: [\"deleted\"])"),
    ("erased/aaaa.ron", b""),
];

/// What no backup holds.
pub const NOT_COPIED: [&str; 7] = [
    ".stignore",
    ".stfolder/marker",
    ".stversions/journal/aaaa/2026-10.ron",
    "journal/aaaa/.save-aaaa-0123.tmp",
    "journal/desktop.ini",
    "film.mkv",
    "films/film.mkv",
];

pub fn path(path: &str) -> PathBuf {
    data().join(path)
}

/// The folder, and no backup yet.
pub fn a_folder() -> SimDisk {
    let disk = SimDisk::default();
    for (name, content) in FILES {
        disk.put(&path(name), content);
    }
    for name in NOT_COPIED {
        disk.put(&path(name), b"not ours");
    }
    disk
}

pub fn back_up(disk: &SimDisk, day: &str) -> Result<Option<Backup>, SaveError> {
    make(disk, data(), state(), noon(day), Why::FirstOfDay, &BTreeMap::new())
}

/// One backup more, of a folder in which this month holds this.
pub fn back_up_with(disk: &SimDisk, day: &str, content: &[u8]) -> Backup {
    disk.put(&path("journal/aaaa/2026-11.ron"), content);
    back_up(disk, day).expect("a healthy disk").expect("something changed")
}

/// What all files hold, as they were last read.
pub fn known(disk: &SimDisk) -> BTreeMap<String, Hash> {
    let inside = |path: &Path| Some(path.strip_prefix(data()).ok()?.to_str()?.to_owned());
    let files = disk.snapshot();
    files.iter().filter_map(|(path, content)| Some((inside(path)?, Hash::of(content.as_ref()?)))).collect()
}

pub fn of_the_person(disk: &SimDisk) -> Snapshot {
    let mut files = disk.snapshot();
    files.retain(|path, content| path.starts_with("/person") && content.is_some());
    files
}

/// The files of all backups, by their numbers. All of them have to be there and right.
pub fn whole_backups(disk: &SimDisk, when: &str) -> BTreeMap<u64, BTreeMap<String, Vec<u8>>> {
    let (backups, problems) = list(disk, state()).unwrap_or_else(|error| panic!("{when}: {error}"));
    assert_eq!(problems, [], "{when}");
    let files = |backup: &Backup| {
        let (snapshot, problems) = snapshot(disk, state(), backup);
        assert_eq!(problems, [], "{when}: backup {} is not whole", backup.number);
        for file in &backup.files {
            let content = snapshot.get(&file.path).unwrap_or_else(|| panic!("{when}: {}", file.path));
            assert_eq!((content.len() as u64, Hash::of(content)), (file.bytes, file.hash), "{when}: {}", file.path);
        }
        assert_eq!(snapshot.len(), backup.files.len(), "{when}");
        (backup.number, snapshot.files().map(|(path, content)| (path.to_owned(), content.to_owned())).collect())
    };
    backups.iter().map(files).collect()
}

/// All that lies among the backups, by its name there.
pub fn shelf(disk: &SimDisk) -> BTreeMap<String, Vec<u8>> {
    let inside = |path: &Path| Some(path.strip_prefix(state().join("backups")).ok()?.to_str()?.to_owned());
    let files = disk.snapshot().into_iter();
    files.filter_map(|(path, content)| Some((inside(&path)?, content?))).collect()
}

pub fn read(disk: &dyn Disk, name: &str) -> Vec<u8> {
    disk.read(&path(name)).expect("it is there")
}
