//! Copies that synchronising programs leave beside a file: what is in them is taken in, and they go where they can be
//! looked into for a while, once that is saved.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/computers.rs"]
mod computers;

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use computers::{Computer, NOVEMBER, day, job, put_in_order, text};
use sunshower::journal::entry::{Joy, Plan};
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::journal::trash::{Bundle, Records};
use sunshower::store::{FileKey, Job, Opened, ProblemKind, RealDisk, SaveError, Writer, check, sheet_text};
use uuid::Uuid;

/// What each program puts between a file's name and its ending.
const COPIES: [&str; 6] = [
    ".sync-conflict-20261122-142434-NXPKH7W",
    " (Anna's conflicted copy 2026-11-22)",
    " (conflicted copy 2026-11-22 142434)",
    " (1)",
    " 2",
    "-LIVINGROOM",
];
const FILES: [FileKey; 5] = [
    FileKey::Records(Sheet::Month(NOVEMBER)),
    FileKey::Records(Sheet::Plans),
    FileKey::Settings,
    FileKey::Trash,
    FileKey::Erased,
];

fn joy(journal: &mut Journal, words: &str) -> Uuid {
    let mut joy: Joy = journal.create(day("2026-11-22"), None);
    joy.text = words.into();
    let id = joy.id;
    journal.put(joy);
    id
}

fn joys(journal: &Journal) -> Vec<&str> {
    let mut joys: Vec<_> = journal.joys.iter().map(|joy| joy.text.as_str()).collect();
    joys.sort_unstable();
    joys
}

/// Fills all five files: a joy, a plan, one that was deleted, one that was erased.
fn fill(journal: &mut Journal, whose: &str) {
    joy(journal, &format!("{whose} joy"));
    let mut plan: Plan = journal.create(day("2026-12-01"), None);
    plan.plan.intention = format!("{whose} plan");
    journal.put(plan);
    let (deleted, erased) = (joy(journal, "deleted"), joy(journal, "erased"));
    let joys = journal.delete::<Joy>(deleted).into_iter().collect();
    journal.trash.push(Bundle {
        id: Uuid::new_v4(),
        on: day("2026-11-23"),
        records: Records { joys, ..Records::default() },
    });
    journal.erase([erased]);
}

/// This computer and another one, each with all five files in both folders.
fn two_computers() -> (Computer, Computer) {
    let here = Computer::new();
    here.change(|journal| fill(journal, "own"));
    let there = Computer::beside(&here);
    there.change(|journal| fill(journal, "their"));
    carry(&there, &here);
    here.journal();
    (here, there)
}

/// Carries the files of one computer to another one.
fn carry(from: &Computer, to: &Computer) {
    let device = from.device();
    for (name, bytes) in from.files() {
        if name.contains(&device.0) {
            to.put_file(&name, &bytes);
        }
    }
}

fn beside(name: &str, what: &str) -> String {
    name.replace(".ron", &format!("{what}.ron"))
}

fn shown(opened: &Opened) -> Vec<String> {
    opened.copies.iter().map(|copy| copy.shown.clone()).collect()
}

/// The files of a computer, by their names within any folder.
fn files_of(computer: &Computer) -> Vec<(FileKey, String)> {
    let opened = computer.open();
    FILES.map(|file| (file, computers::name_of(&opened, file))).into()
}

#[test]
fn a_copy_of_what_is_known_already_is_only_put_aside() {
    let (here, there) = two_computers();
    let names: Vec<String> = [files_of(&here), files_of(&there)].concat().into_iter().map(|(_, name)| name).collect();
    let before = here.open().journal.clone();
    for (number, what) in COPIES.iter().enumerate() {
        let mut copies: Vec<String> = names.iter().map(|name| beside(name, what)).collect();
        for (name, copy) in names.iter().zip(&copies) {
            here.put_file(copy, here.text(name).as_bytes());
        }
        copies.sort_unstable();
        let mut report = check(&RealDisk, &here.places).copies;
        report.sort_unstable();
        assert_eq!(report, copies);
        let mut opened = here.open();
        let mut found = shown(&opened);
        found.sort_unstable();
        assert_eq!(found, copies);
        assert_eq!(opened.problems, []);
        assert_eq!(opened.to_save, BTreeSet::new(), "nothing is to be saved for {what}");
        assert_eq!(opened.journal, before);
        put_in_order(&mut opened).expect("put aside");
        drop(opened);
        assert_eq!(here.put_aside().len(), (number + 1) * names.len());
        assert!(copies.iter().all(|copy| !here.path(copy).exists()));
        let again = here.open();
        assert_eq!((shown(&again), &again.journal), (Vec::new(), &before));
    }
}

/// Makes the last thing a computer did one that is in nothing but a copy in `here`: its file there is as before.
fn only_in_a_copy<T>(
    here: &Computer,
    whose: &Computer,
    file: FileKey,
    what: &str,
    how: impl FnOnce(&mut Journal) -> T,
) -> (T, String) {
    let opened = whose.open();
    let name = computers::name_of(&opened, file);
    drop(opened);
    let before = whose.text(&name);
    let done = whose.change(how);
    let copy = beside(&name, what);
    here.put_file(&copy, whose.text(&name).as_bytes());
    here.put_file(&name, before.as_bytes());
    (done, copy)
}

#[test]
fn a_record_in_nothing_but_a_copy_of_another_computers_file_is_kept_as_that_computer_wrote_it() {
    for what in COPIES {
        let (here, there) = two_computers();
        let device = here.device();
        let month = FileKey::Records(Sheet::Month(NOVEMBER));
        let (id, copy) = only_in_a_copy(&here, &there, month, what, |journal| joy(journal, "nowhere else"));
        let written = there.open().journal.joys.get(id).expect("there").clone();
        let mut opened = here.open();
        assert_eq!(opened.journal.joys.get(id), Some(&written));
        assert_eq!(opened.journal.device, device, "that is no second writer under this name");
        assert_eq!((shown(&opened), &opened.to_save), (vec![copy.clone()], &BTreeSet::from([month])));
        put_in_order(&mut opened).expect("saved, then put aside");
        drop(opened);
        assert!(!here.path(&copy).exists());
        assert_eq!(here.put_aside().len(), 1);
        let again = here.open();
        assert_eq!(again.journal.joys.get(id), Some(&written), "as it was written, to the number");
        assert_eq!((shown(&again), &again.to_save), (Vec::new(), &BTreeSet::new()));
        assert!(text(&again.journal, month).contains("nowhere else"), "this computer keeps it from now on");
        // The other one changes it: there is one version, and this computer lets go of it.
        drop(again);
        there.change(|journal| journal.put(Joy { text: "changed".into(), ..written.clone() }));
        carry(&there, &here);
        assert_eq!(here.open().journal.joys.versions_of(id).count(), 1);
        assert!(!text(&here.journal(), month).contains("nowhere else"));
    }
}

#[test]
fn a_plan_in_nothing_but_a_copy_is_kept() {
    let (here, there) = two_computers();
    let (id, _) = only_in_a_copy(&here, &there, FileKey::Records(Sheet::Plans), COPIES[0], |journal| {
        let mut plan: Plan = journal.create(day("2026-12-02"), None);
        plan.plan.intention = "nowhere else".into();
        journal.put(plan.clone());
        plan.id
    });
    let mut opened = here.open();
    assert_eq!(opened.to_save, BTreeSet::from([FileKey::Records(Sheet::Plans)]));
    let found = opened.journal.plans.get(id).expect("there").clone();
    put_in_order(&mut opened).expect("saved, then put aside");
    drop(opened);
    assert_eq!(here.open().journal.plans.get(id), Some(&found));
    assert!(sheet_text(&here.open().journal, Sheet::Plans).contains("nowhere else"));
}

#[test]
fn a_record_in_nothing_but_a_copy_of_this_computers_own_file_means_a_second_writer() {
    let (here, _) = two_computers();
    let device = here.device();
    let month = FileKey::Records(Sheet::Month(NOVEMBER));
    let (id, copy) = only_in_a_copy(&here, &here, month, COPIES[0], |journal| joy(journal, "nowhere else"));
    let mut opened = here.open();
    assert_ne!(opened.journal.device, device);
    assert_eq!((shown(&opened), &opened.to_save), (vec![copy], &BTreeSet::from([month])));
    let found = opened.journal.joys.get(id).expect("there").clone();
    assert_eq!(found.rev.1, device, "its number stays");
    put_in_order(&mut opened).expect("saved, then put aside");
    drop(opened);
    let again = here.open();
    assert_eq!(again.journal.joys.get(id), Some(&found));
    assert_eq!(joys(&again.journal), ["nowhere else", "own joy", "their joy"]);
    assert_eq!((shown(&again), &again.to_save), (Vec::new(), &BTreeSet::new()));
}

#[test]
fn what_was_deleted_or_erased_in_nothing_but_a_copy_is_kept_so() {
    let (here, there) = two_computers();
    let lost = joy_of(&there, "their joy");
    let (bundle, _) = only_in_a_copy(&here, &there, FileKey::Trash, COPIES[0], |journal| {
        let records = Records { joys: vec![journal.joys.get(lost).expect("there").clone()], ..Records::default() };
        let bundle = Bundle { id: Uuid::new_v4(), on: day("2026-11-24"), records };
        journal.trash.push(bundle.clone());
        bundle
    });
    let erased = joy_of(&here, "own joy");
    only_in_a_copy(&here, &there, FileKey::Erased, COPIES[1], |journal| journal.erase([erased]));
    let mut opened = here.open();
    assert!(opened.journal.trash.contains(&bundle));
    assert!(opened.journal.erased().contains(&erased) && !joys(&opened.journal).contains(&"own joy"));
    assert_eq!(opened.to_save, BTreeSet::from([FileKey::Trash, FileKey::Erased]));
    put_in_order(&mut opened).expect("saved, then put aside");
    drop(opened);
    let again = here.open();
    assert!(again.journal.trash.contains(&bundle) && again.journal.erased().contains(&erased));
    assert_eq!(shown(&again), Vec::<String>::new());
}

fn joy_of(computer: &Computer, words: &str) -> Uuid {
    computer.open().journal.joys.iter().find(|joy| joy.text == words).expect("there").id
}

#[test]
fn a_copy_that_cannot_be_read_in_full_stays_where_it_is_and_is_told() {
    let (here, there) = two_computers();
    let names = [files_of(&here), files_of(&there)].concat();
    let mut odd = Vec::new();
    for (file, name) in &names {
        let whole = here.text(name);
        let mut forms =
            vec![whole[..whole.len() / 2].to_owned(), whole.replace("version: 1", "version: 7"), String::new()];
        match file {
            FileKey::Records(Sheet::Month(_)) => {
                forms.push(whole.replace("joys: [", "joys: [(id: \"00000000-0000-0000-0000-0000000000aa\", rev: (1, \"x\"), day: \"2026-11-22\", happened: Perhaps),"));
                forms.push(whole.replace("  joys: [", "  dreams: [(text: \"a house\")],\n  joys: ["));
            }
            FileKey::Settings => forms.push(whole.replace("place: None", "place: Some(OnTheCeiling)")),
            FileKey::Erased => forms.push(whole.replace("ids: [", "ids: [\"not an id\",")),
            _ => {}
        }
        for (number, form) in forms.into_iter().enumerate() {
            assert_ne!(form, whole);
            let copy = beside(name, &format!(".sync-conflict-20261122-14243{number}-NXPKH7W"));
            here.put_file(&copy, form.as_bytes());
            odd.push((copy, form));
        }
    }
    let mut opened = here.open();
    assert_eq!(shown(&opened), Vec::<String>::new());
    let told: BTreeSet<_> = opened.problems.iter().map(|problem| problem.file.clone()).collect();
    assert_eq!(told, odd.iter().map(|(copy, _)| copy.clone()).collect());
    assert!(opened.problems.iter().all(|problem| problem.kind == ProblemKind::UnknownFile));
    assert_eq!(joys(&opened.journal), ["own joy", "their joy"]);
    put_in_order(&mut opened).expect("nothing to do");
    joy(&mut opened.journal, "goes on");
    computers::save_all(&opened).expect("saved");
    drop(opened);
    for (copy, form) in odd {
        assert_eq!(here.text(&copy), form, "{copy} was left alone");
    }
}

#[test]
fn a_copy_that_changed_since_it_was_read_is_left_alone() {
    let (here, there) = two_computers();
    let month = FileKey::Records(Sheet::Month(NOVEMBER));
    let (_, copy) = only_in_a_copy(&here, &there, month, COPIES[0], |journal| joy(journal, "nowhere else"));
    let mut opened = here.open();
    let newer = here.text(&copy).replace("nowhere else", "somewhere else");
    here.put_file(&copy, newer.as_bytes());
    assert_eq!(put_in_order(&mut opened), Err(SaveError::ChangedOnDisk));
    drop(opened);
    assert_eq!(here.text(&copy), newer);
    assert_eq!(here.put_aside().len(), 0);
    // The next time it is read as it is by then: the same number with other words is another version.
    let journal = here.journal();
    assert!(journal.joys.versions().any(|joy| joy.text == "somewhere else"));
    assert!(journal.joys.versions().any(|joy| joy.text == "nowhere else"));
    assert_eq!(here.put_aside().len(), 1);
}

#[test]
fn a_copy_that_another_computer_put_aside_already_is_no_trouble() {
    let (here, there) = two_computers();
    let month = FileKey::Records(Sheet::Month(NOVEMBER));
    let (_, copy) = only_in_a_copy(&here, &there, month, COPIES[0], |journal| joy(journal, "nowhere else"));
    let mut opened = here.open();
    fs::remove_file(here.path(&copy)).expect("removed");
    put_in_order(&mut opened).expect("there is nothing to put aside");
    drop(opened);
    assert!(joys(&here.open().journal).contains(&"nowhere else"));
}

#[test]
fn no_copy_is_put_aside_while_what_was_in_it_is_not_saved() {
    for file in
        [FileKey::Records(Sheet::Month(NOVEMBER)), FileKey::Records(Sheet::Plans), FileKey::Trash, FileKey::Erased]
    {
        let (here, there) = two_computers();
        let ((), copy) = only_in_a_copy(&here, &there, file, COPIES[0], |journal| {
            fill(journal, "another");
        });
        let opened = here.open();
        assert!(opened.to_save.contains(&file), "{file:?} in {:?}", opened.to_save);
        // Something else writes into the file that is to be saved.
        let name = computers::name_of(&opened, file);
        let was = here.text(&name);
        here.put_file(&name, format!("{was}\n").as_bytes());
        let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
        assert_eq!(writer.run_now(job(&opened, file)).result.map(|_| ()), Err(SaveError::ChangedOnDisk));
        let aside = Job::PutAside(opened.copies.clone(), day("2026-12-24"));
        let refused = writer.run_now(aside.clone()).result.map(|_| ());
        assert_eq!(refused, Err(SaveError::ChangedOnDisk), "{file:?} was not saved");
        assert!(here.path(&copy).exists());
        here.put_file(&name, was.as_bytes());
        writer.run_now(job(&opened, file)).result.expect("saved");
        writer.run_now(aside).result.expect("put aside");
        assert!(!here.path(&copy).exists());
    }
}

#[test]
fn copies_that_were_put_aside_are_kept_as_long_as_what_was_deleted() {
    let (here, there) = two_computers();
    let month = FileKey::Records(Sheet::Month(NOVEMBER));
    only_in_a_copy(&here, &there, month, COPIES[0], |journal| joy(journal, "nowhere else"));
    here.journal();
    let opened = here.open();
    assert_eq!(opened.problems, [], "they are no strangers in the trash");
    computers::save(&opened, Job::Expire(day("2027-01-23"))).expect("done");
    assert_eq!(here.put_aside().len(), 1);
    computers::save(&opened, Job::Expire(day("2027-01-24"))).expect("done");
    assert_eq!(here.put_aside().len(), 0);
}
