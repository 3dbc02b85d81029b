//! What is found in folders, on a real disk: damage, strangers, other computers, newer versions.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/store_home.rs"]
mod store_home;

use std::fs;
use std::path::Path;

use store_home::{Home, NOVEMBER, day, kinds, note, notes, save, save_all, save_month};
use sunshower::journal::entry::{CheckIn, Plan};
use sunshower::journal::sheet::Sheet;
use sunshower::store::{
    FileKey, Job, OpenError, Opened, Places, ProblemKind, ReadOnlyWhy, RealDisk, SaveError, Settings, Writable, check,
    open, settings_text, sheet_text,
};
use sunshower::text::Text;

/// The month file was replaced by something else. The folder still opens, says so, goes on saving, and what was found
/// is still there, byte for byte.
fn a_bad_month(bytes: &[u8]) -> (Home, Opened, ProblemKind) {
    let home = Home::with_a_journal();
    let file = home.month_file();
    fs::write(&file, bytes).expect("written");
    let opened = saving_goes_on_beside_it(&home);
    assert_eq!(fs::read(&file).expect("still there"), bytes, "not a byte was changed");
    let mut kinds = kinds(&opened);
    let kind = kinds.pop().expect("a problem");
    assert_eq!(kinds, [], "one problem is enough");
    (home, opened, kind)
}

fn saving_goes_on_beside_it(home: &Home) -> Opened {
    let mut opened = home.open();
    assert!(!opened.first_time);
    note(&mut opened.journal, "kept after");
    save_all(&opened);
    drop(opened);
    let opened = home.open();
    assert!(notes(&opened.journal).contains(&"kept after"));
    opened
}

#[test]
fn nothing_is_created_before_the_first_save_and_the_first_save_explains_the_folder() {
    let home = Home::new();
    let mut opened = home.open();
    assert!(opened.first_time && opened.problems.is_empty() && opened.writable == Writable::Yes);
    assert!(!home.places.data_dir.exists());
    note(&mut opened.journal, "first");
    save_month(&opened).expect("saved");
    for name in ["sunshower-vault.ron", "README.txt", ".stignore"] {
        assert!(home.places.data_dir.join(name).is_file(), "{name}");
    }
    assert_eq!(fs::read_to_string(home.places.data_dir.join(".stignore")).expect("read"), "(?d).save-*.tmp\n");
    let id = opened.vault.id();
    drop(opened);
    let again = home.open();
    assert!(!again.first_time);
    assert_eq!((again.vault.id(), notes(&again.journal)), (id, vec!["first"]));
    let before = home.files();
    drop(again);
    drop(home.open());
    assert_eq!(home.files(), before, "opening changes nothing");
}

#[test]
fn a_folder_that_was_there_before_and_is_not_now_is_never_begun_anew() {
    let home = Home::with_a_journal();
    let away = home.places.data_dir.with_extension("unplugged");
    fs::rename(&home.places.data_dir, &away).expect("moved");
    assert_eq!(home.refusal(), OpenError::NotFound);
    assert!(!home.places.data_dir.exists());
    fs::create_dir(&home.places.data_dir).expect("an empty mount point");
    assert_eq!(home.refusal(), OpenError::NotFound);
    assert_eq!(check(&RealDisk, &home.places).refused, Some(OpenError::NotFound));
    assert_eq!(home.files().len(), 0);
    fs::remove_dir(&home.places.data_dir).expect("removed");
    fs::rename(&away, &home.places.data_dir).expect("plugged in again");
    assert_eq!(notes(&home.open().journal), ["kept before"]);

    fs::remove_file(home.places.data_dir.join("sunshower-vault.ron")).expect("removed");
    assert_eq!(home.refusal(), OpenError::MarkerMissing);
}

#[test]
#[cfg(unix)]
fn a_link_to_a_drive_is_remembered_while_the_drive_is_away() {
    let home = Home::with_a_journal();
    let link = home.places.data_dir.with_extension("link");
    std::os::unix::fs::symlink(&home.places.data_dir, &link).expect("linked");
    let by_link = Places::new(link, home.places.state_root.clone());
    drop(open(&RealDisk, &by_link).expect("it opens"));
    let opened = home.open();
    assert_eq!(open(&RealDisk, &by_link).map(|_| ()).expect_err("the same folder"), OpenError::InUse);
    drop(opened);
    fs::rename(&home.places.data_dir, home.places.data_dir.with_extension("away")).expect("moved");
    assert_eq!(open(&RealDisk, &by_link).map(|_| ()).expect_err("away"), OpenError::NotFound);
}

#[test]
fn a_file_and_a_folder_of_other_things_are_refused_and_left_alone() {
    let home = Home::new();
    fs::write(&home.places.data_dir, "a letter").expect("written");
    assert_eq!(home.refusal(), OpenError::NotAFolder);
    fs::remove_file(&home.places.data_dir).expect("removed");
    fs::create_dir(&home.places.data_dir).expect("created");
    assert!(home.open().first_time, "an empty folder is a place to begin");
    fs::write(home.places.data_dir.join("holiday.jpg"), "a picture").expect("written");
    assert_eq!(home.refusal(), OpenError::NotOurs);
    assert_eq!(home.files().len(), 1);
}

#[test]
fn a_folder_from_a_newer_version_can_only_be_read_and_a_damaged_marker_is_left_alone() {
    let home = Home::with_a_journal();
    let marker = home.places.data_dir.join("sunshower-vault.ron");
    let good = fs::read_to_string(&marker).expect("read");
    fs::write(&marker, good.replace("version: 1", "version: 7")).expect("written");
    let before = home.files();
    let opened = home.open();
    assert_eq!(opened.writable, Writable::No(ReadOnlyWhy::Newer { version: 7 }));
    assert_eq!(notes(&opened.journal), ["kept before"], "what is understood is shown");
    assert_eq!(save_month(&opened), Err(SaveError::ReadOnly));
    drop(opened);
    assert_eq!(home.files(), before);
    fs::write(&marker, "").expect("written");
    assert_eq!(home.refusal(), OpenError::MarkerDamaged { problem: ProblemKind::Empty });
    assert_eq!(fs::read(&marker).expect("read"), b"");
    fs::write(&marker, good).expect("written");
    assert!(home.open().problems.is_empty());
}

#[test]
fn a_folder_that_may_only_be_read_is_opened_to_read() {
    let home = Home::with_a_journal();
    let mut permissions = fs::metadata(&home.places.data_dir).expect("there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&home.places.data_dir, permissions).expect("set");
    if fs::write(home.places.data_dir.join("probe"), "").is_ok() {
        // Permissions do not bind an administrator; the simulated disk tells this story, too.
        fs::remove_file(home.places.data_dir.join("probe")).expect("removed");
        return;
    }
    let opened = home.open();
    assert_eq!(opened.writable, Writable::No(ReadOnlyWhy::Permission));
    assert_eq!(save_month(&opened), Err(SaveError::ReadOnly));
    #[cfg(unix)]
    {
        let writable = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        fs::set_permissions(&home.places.data_dir, writable).expect("set back, so that it can be removed");
    }
}

#[test]
fn a_month_that_is_empty_or_full_of_zeros_or_no_text_is_told_and_kept() {
    assert_eq!(a_bad_month(b"").2, ProblemKind::Empty);
    assert_eq!(a_bad_month(b" \n\n").2, ProblemKind::Empty);
    assert_eq!(a_bad_month("\u{feff}".as_bytes()).2, ProblemKind::Empty);
    assert_eq!(a_bad_month(&[0; 4096]).2, ProblemKind::NulBytes);
    assert_eq!(a_bad_month(b"(format: \"sunshower/journal\", \xff\xfe").2, ProblemKind::NotText);
}

#[test]
fn a_month_that_breaks_off_anywhere_is_told_and_kept() {
    let home = Home::with_a_journal();
    let (file, whole) = (home.month_file(), fs::read(home.month_file()).expect("read"));
    let mut cut_short = 0;
    for length in (1..whole.trim_ascii_end().len()).step_by(7) {
        fs::write(&file, &whole[..length]).expect("written");
        let opened = home.open();
        assert_eq!(opened.problems.len(), 1, "{:?}", String::from_utf8_lossy(&whole[..length]));
        cut_short += usize::from(matches!(opened.problems[0].kind, ProblemKind::CutShort { .. }));
    }
    assert!(cut_short > 20, "most are recognised as what they are, not only {cut_short}");
    let (_, opened, kind) = a_bad_month(&whole[..whole.len() / 2]);
    assert!(matches!(kind, ProblemKind::CutShort { .. }), "{kind:?}");
    assert_eq!(notes(&opened.journal), ["kept after"]);
}

#[test]
fn a_month_in_another_format_is_told_and_kept() {
    let kind = a_bad_month(b"{\"format\": \"sunshower/journal\", \"version\": 1}").2;
    assert!(matches!(kind, ProblemKind::NotRon { line: 1, .. }), "{kind:?}");
    let kind = a_bad_month(b"(format: \"sunshower/plans\", version: 1, plans: [])").2;
    assert_eq!(kind, ProblemKind::WrongFormat { found: "sunshower/plans".into() });
    assert!(matches!(a_bad_month(b"()").2, ProblemKind::NotRon { .. }), "nothing at all is not an empty month");
}

#[test]
fn a_month_that_is_a_folder_is_told_and_kept() {
    let home = Home::with_a_journal();
    let file = home.month_file();
    fs::remove_file(&file).expect("removed");
    fs::create_dir(&file).expect("created");
    let opened = saving_goes_on_beside_it(&home);
    assert!(matches!(kinds(&opened)[..], [ProblemKind::CannotRead { .. }]), "{:?}", opened.problems);
    assert!(file.is_dir());
}

#[test]
fn a_mark_before_the_text_and_windows_line_ends_are_no_problem() {
    let home = Home::with_a_journal();
    let file = home.month_file();
    let text = fs::read_to_string(&file).expect("read");
    fs::write(&file, format!("\u{feff}{}", text.replace('\n', "\r\n"))).expect("written");
    let opened = home.open();
    assert_eq!(opened.problems, []);
    assert_eq!(notes(&opened.journal), ["kept before"]);
}

#[test]
fn a_month_of_a_newer_version_is_not_misread_and_not_overwritten() {
    let month =
        "(format: \"sunshower/journal\", version: 2, evenings: [], weather: Rain(mm: 3.5, since: Some(\"noon\")))";
    let (_, opened, kind) = a_bad_month(month.as_bytes());
    assert_eq!(kind, ProblemKind::NewerVersion { version: 2 });
    assert_eq!(notes(&opened.journal), ["kept after"]);
}

#[test]
fn parts_that_a_newer_version_added_are_kept_and_the_rest_is_used() {
    let home = Home::with_a_journal();
    let file = home.month_file();
    let text = fs::read_to_string(&file).expect("read");
    let newer = [
        ("an unknown field", text.replace("note:", "weather: Rain(mm: 3.5, since: Some(\"noon\")), note:"), true),
        ("an unknown list", text.replace("joys:", "poems: [(id: 7)], joys:"), true),
        ("an unknown word", text.replace("note:", "company: OnTheMoon, note:"), false),
        ("an unknown word with a value", text.replace("note:", "company: Planet(3), note:"), false),
    ];
    for (what, newer, is_used) in newer {
        assert_ne!(newer, text, "{what}");
        // A second record beside it, which must be used whatever becomes of the first.
        let other = "(id: \"00000000-0000-4000-8000-000000000001\", rev: (1, \"DEVICE\"), day: \"2026-11-05\", \
                     note: \"beside it\"), (id";
        let device = file.parent().and_then(Path::file_name).expect("a folder").to_string_lossy().into_owned();
        let newer =
            newer.replacen("cries: [\n    (\n      id", &format!("cries: [{other}"), 1).replace("DEVICE", &device);
        fs::write(&file, &newer).expect("written");
        let mut opened = home.open();
        assert!(matches!(kinds(&opened)[..], [ProblemKind::NewerParts { .. }]), "{what}: {:?}", opened.problems);
        assert!(notes(&opened.journal).contains(&"beside it"), "{what}");
        assert_eq!(notes(&opened.journal).contains(&"kept before"), is_used, "{what}");
        note(&mut opened.journal, "new");
        save_month(&opened).expect("saved into the same file");
        let written = fs::read_to_string(&file).expect("there");
        for part in ["weather: Rain(mm: 3.5, since: Some(\"noon\"))", "poems: [(id: 7)]", "OnTheMoon", "Planet(3)"] {
            assert_eq!(written.contains(part), newer.contains(part), "{what}: {part} in {written}");
        }
        drop(opened);
        let again = home.open();
        assert_eq!(notes(&again.journal).contains(&"kept before"), is_used, "{what}");
        assert!(notes(&again.journal).contains(&"new"), "{what}");
        assert_eq!(
            sheet_text(&again.journal, Sheet::Month(NOVEMBER)),
            written,
            "{what}: a second save changes nothing"
        );
    }
}

#[test]
fn records_that_are_not_where_they_belong_are_used_and_their_file_is_left_alone() {
    let home = Home::with_a_journal();
    let file = home.month_file();
    let text = fs::read_to_string(&file).expect("read");
    let (wrong, expected) =
        (text.replace("2026-11-22", "2026-12-24"), ProblemKind::WrongMonth { day: "2026-12-24".into() });
    assert_ne!(wrong, text);
    fs::write(&file, &wrong).expect("written");
    let opened = saving_goes_on_beside_it(&home);
    let kind = &kinds(&opened)[0];
    assert_eq!(std::mem::discriminant(kind), std::mem::discriminant(&expected), "{kind:?}");
    assert!(notes(&opened.journal).contains(&"kept before"), "{kind:?}");
    assert_eq!(fs::read_to_string(&file).expect("still there"), wrong);
}

#[test]
fn what_is_odd_in_a_file_stays_in_it_word_for_word_until_it_is_changed() {
    let home = Home::with_a_journal();
    let file = home.month_file();
    let text = fs::read_to_string(&file).expect("read");
    let record = text[text.find("cries: [").expect("cries") + 8..].split_once("],").expect("its end").0;
    let second = record.replace("kept before", "the same id");
    let device = format!("\"{}\"", home.open().vault.device());
    for (odd, part, problem) in [
        (text.replace(&device, "\"0ther\""), "\"0ther\"", None),
        (
            text.replace("note:", "minutes: Some(99999), note:"),
            "minutes: Some(99999)",
            Some(ProblemKind::BadValue { what: "minutes".into() }),
        ),
        (text.replacen(record, &format!("{record}{second}"), 1), "the same id", None),
        (text.replacen(record, &format!("{record}{record}"), 1), "kept before", None),
    ] {
        assert_ne!(odd, text);
        fs::write(&file, &odd).expect("written");
        let mut opened = home.open();
        assert_eq!(kinds(&opened), problem.into_iter().collect::<Vec<_>>(), "{part}");
        assert!(opened.journal.cries.iter().all(|cry| cry.minutes.is_none_or(|minutes| minutes <= 1440)));
        let versions: Vec<_> = opened.journal.cries.versions().map(|cry| cry.note.as_str()).collect();
        assert!(versions.contains(&"kept before"), "{part}: {versions:?}");
        note(&mut opened.journal, "new");
        save_month(&opened).expect("saved into the same file");
        let written = fs::read_to_string(&file).expect("there");
        assert!(written.contains(part) && written.contains("kept before"), "{part} in {written}");
        drop(opened);
        assert!(notes(&home.open().journal).contains(&"new"));
        fs::write(&file, &text).expect("put back");
    }
}

#[test]
fn settings_that_cannot_be_read_are_the_default_ones_and_are_not_overwritten() {
    let home = Home::with_a_journal();
    let file = home.open().vault.path_of(FileKey::Settings);
    fs::write(&file, "(format: \"sunshower/settings\", version: 1, settings: (theme: ").expect("written");
    let opened = home.open();
    assert_eq!(opened.settings, Settings::default());
    assert!(matches!(kinds(&opened)[..], [ProblemKind::CutShort { .. }]), "{:?}", opened.problems);
    let mine = Settings { theme: "night".into(), ..Settings::default() };
    save(&opened, Job::Settings(settings_text(&mine))).expect("saved beside it");
    drop(opened);
    assert_eq!(home.open().settings, mine);
    assert!(fs::read_to_string(&file).expect("still there").ends_with("theme: "));
}

#[test]
fn settings_survive_when_another_file_makes_the_computer_take_a_new_name() {
    let home = Home::with_a_journal();
    let opened = home.open();
    let mine = Settings { text_percent: 150, ..Settings::default() };
    save(&opened, Job::Settings(settings_text(&mine))).expect("saved");
    let (device, file) = (opened.vault.device(), opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER))));
    drop(opened);
    fs::write(file, "(").expect("written");
    let opened = home.open();
    assert_ne!(opened.vault.device(), device);
    assert_eq!(opened.journal.device, opened.vault.device());
    assert_eq!(opened.settings, mine);
    save_month(&opened).expect("saved");
    let new = opened.vault.device();
    drop(opened);
    let again = home.open();
    assert_eq!((again.vault.device(), again.settings), (new, mine), "and it keeps the new name");
}

#[test]
fn settings_out_of_range_are_brought_into_range_and_named() {
    let home = Home::with_a_journal();
    let file = home.open().vault.path_of(FileKey::Settings);
    let text = fs::read_to_string(&file).expect("read").replace("text_percent: 100", "text_percent: 5000");
    fs::write(&file, text).expect("written");
    let opened = home.open();
    assert_eq!(opened.settings.text_percent, 200);
    assert_eq!(kinds(&opened), [ProblemKind::BadValue { what: "text_percent".into() }]);
}

#[test]
fn what_another_computer_wrote_is_merged_and_its_files_are_left_alone() {
    let laptop = Home::with_a_journal();
    let television = Home::new();
    let copy = |from: &Home, to: &Home| {
        for (path, bytes) in from.files() {
            let target = to.places.data_dir.join(path.strip_prefix(&from.places.data_dir).expect("inside"));
            fs::create_dir_all(target.parent().expect("a folder")).expect("created");
            fs::write(target, bytes).expect("written");
        }
    };
    copy(&laptop, &television);
    let mut opened = television.open();
    let theirs = laptop.files();
    let mut cry = opened.journal.cries.iter().next().expect("from the laptop").clone();
    cry.note = "changed on the television".into();
    opened.journal.put(cry);
    note(&mut opened.journal, "on the television");
    save_month(&opened).expect("saved");
    for (path, bytes) in &theirs {
        let path = television.places.data_dir.join(path.strip_prefix(&laptop.places.data_dir).expect("inside"));
        assert_eq!(&fs::read(path).expect("still there"), bytes);
    }
    drop(opened);
    copy(&television, &laptop);
    for home in [&laptop, &television] {
        let opened = home.open();
        assert_eq!(opened.problems, []);
        assert_eq!(notes(&opened.journal), ["changed on the television", "on the television"]);
    }
}

#[test]
fn files_nobody_knows_are_named_and_do_no_harm() {
    let home = Home::with_a_journal();
    let device = home.open().vault.device();
    for name in [
        format!("journal/{device}/2026-11.sync-conflict-20261122-142434-NXPKH7W.ron"),
        format!("journal/{device}/2026-13.ron"),
        "plans/notes.txt".into(),
    ] {
        fs::write(home.places.data_dir.join(name), "whatever").expect("written");
    }
    fs::create_dir(home.places.data_dir.join("journal/My Laptop")).expect("created");
    for name in [".DS_Store", "journal/.stversions", "settings/desktop.ini", "holiday.jpg"] {
        fs::write(home.places.data_dir.join(name), "whatever").expect("written");
    }
    let opened = home.open();
    assert_eq!(kinds(&opened), vec![ProblemKind::UnknownFile; 4]);
    assert_eq!(opened.vault.device(), device, "no reason to take another name");
}

#[test]
fn the_check_counts_and_says_what_is_wrong_in_plain_words() {
    let home = Home::new();
    assert!(check(&RealDisk, &home.places).is_fine(), "nothing was saved yet, and that is fine");
    let mut opened = home.open();
    note(&mut opened.journal, "one");
    let check_in: CheckIn = opened.journal.create(day("2026-11-22"), None);
    opened.journal.put(check_in);
    let plan: Plan = opened.journal.create(day("2026-11-24"), None);
    opened.journal.put(plan);
    save_all(&opened);
    let lines = |home: &Home| Text::english().expect("whole").report(&check(&RealDisk, &home.places), "the folder");
    assert_eq!(lines(&home), ["evenings 0", "check-ins 1", "tears 1", "planned 1"]);
    fs::write(opened.vault.path_of(FileKey::Records(Sheet::Plans)), "").expect("written");
    let lines = lines(&home);
    assert_eq!(lines[3], "planned 0");
    assert!(
        lines[4].starts_with("plans/")
            && lines[4].contains("there is nothing in it")
            && lines[4].contains("left as it is")
    );
    assert!(!check(&RealDisk, &home.places).is_fine());
}
