//! A journal as a ZIP, and what happens to ZIPs that are not what they should be.
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

use std::io::{Cursor, Write};

use backups::{FILES, a_folder, back_up, data, path, state};
use proptest::prelude::*;
use sunshower::store::backup::{Snapshot, ZipError, of_folder, read_zip, snapshot, write_zip};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MARKER: &str = "sunshower-vault.ron";

/// A ZIP with these names; each file holds its own name. Names that end in `/` are folders, as other programs write
/// them.
fn zip(names: &[&str]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for name in names {
        if name.ends_with('/') {
            zip.add_directory(*name, stored).expect("added");
        } else {
            zip.start_file(*name, stored).expect("started");
            zip.write_all(name.as_bytes()).expect("written");
        }
    }
    zip.finish().expect("a ZIP").into_inner()
}

/// Puts another name of the same length into a ZIP, wherever the name stands.
fn renamed(mut zip: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<_> = (0..zip.len()).filter(|at| zip[*at..].starts_with(from.as_bytes())).collect();
    assert!(places.len() >= 2, "in front of the file and in the list at the end");
    // What lies between is content, and has a checksum.
    for at in [places[0], places[places.len() - 1]] {
        zip[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    zip
}

fn paths(snapshot: &Snapshot) -> Vec<&str> {
    snapshot.files().map(|(path, _)| path).collect()
}

fn refusal(zip: &[u8]) -> ZipError {
    read_zip(zip).expect_err("it is refused")
}

#[test]
fn a_journal_comes_back_from_a_zip_byte_for_byte() {
    let disk = a_folder();
    disk.put(&path("journal/aaaa/2026-11 (Änne's conflicted copy, 日本).ron"), b"as others name them");
    let (now, problems) = of_folder(&disk, data()).expect("read");
    assert_eq!((now.len(), &*problems), (FILES.len() + 1, &[][..]));
    let bytes = write_zip(&now).expect("a ZIP");
    assert_eq!(read_zip(&bytes).expect("read"), now);
    assert_eq!(write_zip(&now).expect("a ZIP"), bytes, "the same journal is the same ZIP");

    let backup = back_up(&disk, "2026-11-22").expect("made").expect("there was none");
    let (kept, _) = snapshot(&disk, state(), &backup);
    assert_eq!(write_zip(&kept).expect("a ZIP"), bytes, "so is a backup of it");
}

#[test]
fn a_folder_that_somebody_packed_by_hand_is_found_in_it() {
    let expected = ["journal/a/2026-11.ron", MARKER];
    for names in [
        vec!["sunshower-vault.ron", "journal/a/2026-11.ron"],
        vec!["Sunshower/", "Sunshower/journal/", "Sunshower/sunshower-vault.ron", "Sunshower/journal/a/2026-11.ron"],
        vec![
            "home/anna/My journal/sunshower-vault.ron",
            "home/anna/My journal/journal/a/2026-11.ron",
            "home/other.ron",
        ],
        vec!["Sunshower\\sunshower-vault.ron", "Sunshower\\journal\\a\\2026-11.ron"],
        vec![
            "Sunshower/sunshower-vault.ron",
            "Sunshower/journal/a/2026-11.ron",
            "Sunshower/journal/a/.save-a-0123.tmp",
            "Sunshower/.stversions/journal/a/2026-11.ron",
            "Sunshower/.DS_Store",
            "Sunshower/film.mkv",
            "Sunshower/old/sunshower-vault.ron",
            "__MACOSX/Sunshower/._sunshower-vault.ron",
            "__MACOSX/Sunshower/journal/a/._2026-11.ron",
        ],
    ] {
        let found = read_zip(&zip(&names)).unwrap_or_else(|error| panic!("{names:?}: {error}"));
        assert_eq!(paths(&found), expected, "{names:?}");
    }
}

#[test]
fn a_zip_that_leads_out_of_its_folder_is_refused() {
    for name in [
        "../../../etc/passwd",
        "journal/../../a.ron",
        "/etc/passwd",
        "C:/Windows/win.ini",
        "c:\\Windows\\win.ini",
        "..\\..\\..\\etc\\passwd",
        "\\\\server\\share\\a.ron",
        "journal//a.ron",
        "journal/./a.ron",
        "../",
    ] {
        // Put in afterwards, in case the one who packs it would not take such a name.
        let plain = "x".repeat(name.len());
        let bad = renamed(zip(&[MARKER, &plain]), &plain, name);
        assert!(matches!(refusal(&bad), ZipError::LeadsOut { .. }), "{name}: {:?}", refusal(&bad));
    }
    let beside = renamed(zip(&["Sunshower/sunshower-vault.ron", "xx/evil.ron"]), "xx/evil.ron", "../evil.ron");
    assert!(matches!(refusal(&beside), ZipError::LeadsOut { .. }), "also where nothing of it would be used");
}

#[test]
fn links_and_two_files_of_one_name_are_refused() {
    let options = SimpleFileOptions::default();
    let mut link = ZipWriter::new(Cursor::new(Vec::new()));
    link.start_file(MARKER, options).expect("started");
    link.add_symlink("journal/a.ron", "/etc/passwd", options).expect("added");
    let link = link.finish().expect("a ZIP").into_inner();
    assert_eq!(refusal(&link), ZipError::Link { name: "journal/a.ron".into() });

    let two = zip(&[MARKER, "journal/a.ron", "journal/b.ron"]);
    assert_eq!(refusal(&renamed(two, "journal/b.ron", "journal/a.ron")), ZipError::Twice);
    assert_eq!(refusal(&zip(&[MARKER, "journal/a.ron", "journal\\a.ron"])), ZipError::Twice);
    assert_eq!(refusal(&zip(&[MARKER, "journal/a", "journal/a/b.ron"])), ZipError::Twice);
    assert_eq!(refusal(&zip(&[MARKER, "journal/a/b.ron", "journal/a"])), ZipError::Twice);
}

#[test]
fn a_zip_without_one_journal_is_refused() {
    assert_eq!(refusal(&zip(&[])), ZipError::NoJournal);
    assert_eq!(refusal(&zip(&["journal/a/2026-11.ron", "not-sunshower-vault.ron"])), ZipError::NoJournal);
    assert_eq!(refusal(&zip(&["sunshower-vault.ron/"])), ZipError::NoJournal);
    assert_eq!(refusal(&zip(&["a/sunshower-vault.ron", "b/sunshower-vault.ron"])), ZipError::ManyJournals);
    assert!(matches!(refusal(b""), ZipError::Broken { .. }));
    assert!(matches!(refusal(b"PK\x03\x04 and then something else"), ZipError::Broken { .. }));
}

#[test]
fn a_zip_with_a_password_is_said_to_be_locked() {
    let mut locked = zip(&[MARKER]);
    // The lowest bit of the flags, in front of the file and in the list at the end.
    let list = locked.windows(4).position(|window| window == b"PK\x01\x02").expect("a list");
    locked[6] |= 1;
    locked[list + 8] |= 1;
    assert_eq!(refusal(&locked), ZipError::Locked);
}

#[test]
fn a_zip_that_was_damaged_is_noticed() {
    let mut names = vec![MARKER];
    names.extend(["journal/a/2026-10.ron", "journal/a/2026-11.ron"]);
    let good = zip(&names);
    let whole = read_zip(&good).expect("read");
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x10;
        // Names and dates have no checksum; what the files hold has one.
        if let Ok(read) = read_zip(&bad) {
            let same = read.files().all(|(_, content)| whole.files().any(|(_, good)| good == content));
            assert!(same, "a bit at {at} changed what was read");
        }
        assert!(read_zip(&good[..at]).is_err(), "the first {at} bytes");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn nothing_that_is_given_to_it_ends_the_program(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        tail in proptest::collection::vec(any::<u8>(), 0..30),
    ) {
        let mut bytes = zip(&[MARKER, "journal/", "journal/a/2026-11.ron"]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.extend(tail);
        if let Ok(read) = read_zip(&bytes) {
            prop_assert!(read.len() <= 2);
        }
    }
}
