//! Two computers and one record: when there are two versions of it, how one is chosen, and what happens where both go by
//! the same name.
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
use std::path::PathBuf;
use std::sync::Arc;

use computers::{Computer, NOVEMBER, Synced, day, save, save_all};
use proptest::prelude::*;
use sunshower::clock::Wall;
use sunshower::journal::entry::{Cry, Plan, Reflection};
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::store::backup::Why;
use sunshower::store::{FileKey, Job, RealDisk, SaveError, Writer, check, sheet_text};
use uuid::Uuid;

fn write(journal: &mut Journal, words: &str) -> Uuid {
    let mut note: Reflection = journal.create(day("2026-11-22"), None);
    note.text = words.into();
    let id = note.id;
    journal.put(note);
    id
}

fn rewrite(journal: &mut Journal, id: Uuid, words: &str) {
    let mut note = journal.reflections.get(id).expect("there").clone();
    note.text = words.into();
    journal.put(note);
}

fn shown(journal: &Journal, id: Uuid) -> Option<&str> {
    journal.reflections.get(id).map(|note| note.text.as_str())
}

/// What can be chosen from, in no order.
fn choices(journal: &Journal, id: Uuid) -> Vec<&str> {
    let shown = journal.reflections.get(id).into_iter();
    let mut all: Vec<_> = shown.chain(journal.reflections.other_versions(id)).map(|note| note.text.as_str()).collect();
    all.sort_unstable();
    all
}

fn in_two_versions(computer: &Computer) -> usize {
    let report = check(&RealDisk, &computer.places);
    assert!(report.is_fine(), "{:?}", report.problems);
    report.in_two_versions
}

/// Two computers that both hold one note.
fn two_computers() -> (Computer, Computer, Synced, Uuid) {
    let first = Computer::new();
    let id = first.change(|journal| write(journal, "as it was"));
    let second = Computer::beside(&first);
    let mut synced = Synced::default();
    synced.sync(&first, &second, true);
    (first, second, synced, id)
}

#[test]
fn what_two_computers_wrote_of_the_same_is_there_on_both_until_one_is_chosen() {
    let (first, second, mut synced, id) = two_computers();
    first.change(|journal| rewrite(journal, id, "from the sofa"));
    second.change(|journal| rewrite(journal, id, "from the train"));
    assert_eq!((in_two_versions(&first), in_two_versions(&second)), (0, 0));
    synced.sync(&first, &second, true);
    assert_eq!(synced.conflicts(), 0, "every file has one writer");
    let one = first.journal();
    for computer in [&first, &second] {
        assert_eq!(in_two_versions(computer), 1);
        let journal = computer.journal();
        assert_eq!(choices(&journal, id), ["from the sofa", "from the train"]);
        assert_eq!(journal.in_two_versions(), 1);
        assert_eq!(journal.reflections.len(), 1, "and it is counted once");
        assert_eq!(shown(&journal, id), shown(&one, id), "both show the same one");
    }
    second.change(|journal| rewrite(journal, id, "from the sofa"));
    assert_eq!((in_two_versions(&first), in_two_versions(&second)), (1, 0));
    synced.sync(&first, &second, true);
    for computer in [&first, &second] {
        assert_eq!(in_two_versions(computer), 0);
        assert_eq!(choices(&computer.journal(), id), ["from the sofa"]);
        assert_eq!(computer.journal().reflections.versions().count(), 1);
    }
}

#[test]
fn one_after_another_is_never_two_versions() {
    let (first, second, mut synced, id) = two_computers();
    for round in 0..3 {
        for (writer, name) in [(&second, "second"), (&first, "first"), (&first, "first again")] {
            let words = format!("{name} {round}");
            writer.change(|journal| rewrite(journal, id, &words));
            synced.sync(&first, &second, true);
            for computer in [&first, &second] {
                assert_eq!(in_two_versions(computer), 0);
                assert_eq!(choices(&computer.journal(), id), [words.as_str()]);
            }
        }
    }
}

#[test]
fn two_who_wrote_the_same_words_have_nothing_to_choose() {
    let (first, second, mut synced, id) = two_computers();
    first.change(|journal| rewrite(journal, id, "the same"));
    second.change(|journal| rewrite(journal, id, "the same"));
    synced.sync(&first, &second, true);
    assert_eq!(in_two_versions(&first), 0);
    assert_eq!(choices(&first.journal(), id), ["the same"]);
}

#[test]
fn what_was_changed_here_and_deleted_there_is_there() {
    let (first, second, mut synced, id) = two_computers();
    first.change(|journal| rewrite(journal, id, "still dear"));
    second.change(|journal| journal.delete::<Reflection>(id).expect("there"));
    synced.sync(&first, &second, true);
    for computer in [&first, &second] {
        assert_eq!(choices(&computer.journal(), id), ["still dear"]);
        assert_eq!(in_two_versions(computer), 0, "a tombstone is nothing to choose");
    }
    first.change(|journal| journal.delete::<Reflection>(id).expect("there"));
    synced.sync(&first, &second, true);
    assert_eq!(shown(&second.journal(), id), None, "now both have said so");
    assert_eq!(second.journal().reflections.with_tombstones().count(), 1);
}

#[test]
fn a_record_that_moved_to_another_day_on_one_computer_and_was_changed_on_the_other_is_one_record() {
    let first = Computer::new();
    let id = first.change(|journal| {
        let mut plan: Plan = journal.create(day("2026-11-30"), None);
        plan.plan.intention = "cry".into();
        journal.put(plan.clone());
        plan.id
    });
    let second = Computer::beside(&first);
    let mut synced = Synced::default();
    let change = |computer: &Computer, how: &dyn Fn(&mut Plan)| {
        computer.change(|journal| {
            let mut plan = journal.plans.get(id).expect("there").clone();
            how(&mut plan);
            journal.put(plan);
        });
    };
    change(&first, &|plan| plan.day = day("2026-12-01"));
    change(&second, &|plan| plan.plan.intention = "laugh".into());
    synced.sync(&first, &second, true);
    let journal = first.journal();
    assert_eq!((journal.plans.len(), journal.in_two_versions()), (1, 1));
    change(&first, &|plan| plan.day = day("2026-12-01"));
    synced.sync(&first, &second, true);
    assert_eq!(second.journal().plans.versions().count(), 1);
}

#[test]
fn what_another_computer_wrote_while_this_one_was_running_makes_two_versions_as_well() {
    let (first, second, mut synced, id) = two_computers();
    let mut running = first.open();
    rewrite(&mut running.journal, id, "not saved yet");
    second.change(|journal| rewrite(journal, id, "from the train"));
    synced.sync(&first, &second, true);
    let reloaded = running.vault.reload(&RealDisk, &mut running.journal).expect("there");
    assert!(reloaded.files.contains(&FileKey::Records(Sheet::Month(NOVEMBER))), "what was not saved is to be saved");
    assert_eq!(choices(&running.journal, id), ["from the train", "not saved yet"]);
    save_all(&running).expect("saved");
    drop(running);
    synced.sync(&first, &second, true);
    assert_eq!(choices(&second.journal(), id), ["from the train", "not saved yet"]);
}

#[test]
fn what_was_erased_on_one_computer_does_not_come_back_from_the_other() {
    let (first, second, mut synced, id) = two_computers();
    let kept = first.change(|journal| write(journal, "kept"));
    synced.sync(&first, &second, true);
    second.change(|journal| rewrite(journal, id, "written meanwhile"));
    first.change(|journal| journal.erase([id]));
    synced.sync(&first, &second, true);
    for computer in [&first, &second] {
        let journal = computer.journal();
        assert_eq!(choices(&journal, id), Vec::<&str>::new());
        assert_eq!(choices(&journal, kept), ["kept"]);
        assert_eq!(journal.known_records(), 2);
    }
    synced.sync(&first, &second, true);
    for computer in [&first, &second] {
        let mut opened = computer.open();
        let made = Wall::parse_from_rfc3339("2026-11-22T21:00:00+01:00").expect("a time");
        save(&opened, Job::Backup { made, why: Why::BeforeMerge }).expect("backed up");
        let (files, erasing) = (std::mem::take(&mut opened.to_save), std::mem::take(&mut opened.erasing));
        let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
        writer.put_in_order(&opened.journal, files, &erasing, Vec::new(), day("2026-11-22")).expect("put in order");
        for words in ["written meanwhile", "as it was"] {
            assert_eq!(computer.holding(words), Vec::<PathBuf>::new(), "{words}");
        }
    }
}

/// Synchronises and opens both, until there is nothing left to put in order.
fn come_to_rest(first: &Computer, second: &Computer, synced: &mut Synced, first_wins: bool) {
    for _ in 0..4 {
        synced.sync(first, second, first_wins);
        first.journal();
        synced.sync(first, second, first_wins);
        second.journal();
    }
    synced.sync(first, second, first_wins);
    assert_eq!(first.files().len(), second.files().len());
}

fn all_words(journal: &Journal) -> BTreeSet<String> {
    journal.reflections.versions().map(|note| note.text.clone()).collect()
}

#[test]
fn two_computers_by_the_same_name_lose_nothing_and_one_takes_a_new_name() {
    for first_wins in [true, false] {
        let first = Computer::new();
        let id = first.change(|journal| write(journal, "as it was"));
        let second = Computer::copied_from(&first);
        let mut synced = Synced::default();
        synced.sync(&first, &second, true);
        first.change(|journal| rewrite(journal, id, "from the sofa"));
        second.change(|journal| rewrite(journal, id, "from the train"));
        first.change(|journal| write(journal, "only the sofa"));
        second.change(|journal| write(journal, "only the train"));
        come_to_rest(&first, &second, &mut synced, first_wins);
        assert!(synced.conflicts() > 0);
        for computer in [&first, &second] {
            let journal = computer.journal();
            assert_eq!(choices(&journal, id), ["from the sofa", "from the train"], "first wins: {first_wins}");
            let words: Vec<_> = all_words(&journal).into_iter().collect();
            assert_eq!(words, ["from the sofa", "from the train", "only the sofa", "only the train"]);
            assert!(computer.open().copies.is_empty());
        }
        assert_ne!(first.device(), second.device());
        first.change(|journal| rewrite(journal, id, "chosen"));
        come_to_rest(&first, &second, &mut synced, first_wins);
        assert_eq!((in_two_versions(&first), in_two_versions(&second)), (0, 0));
        assert_eq!(choices(&second.journal(), id), ["chosen"]);
    }
}

#[test]
fn a_second_writer_under_the_same_name_is_found_out_while_both_run() {
    let first = Computer::new();
    first.change(|journal| write(journal, "as it was"));
    let second = Computer::copied_from(&first);
    let mut synced = Synced::default();
    synced.sync(&first, &second, true);
    let mut running = first.open();
    second.change(|journal| write(journal, "only the train"));
    synced.sync(&first, &second, true);
    write(&mut running.journal, "only the sofa");
    let text = sheet_text(&running.journal, Sheet::Month(NOVEMBER));
    assert_eq!(save(&running, Job::Records(Sheet::Month(NOVEMBER), text)), Err(SaveError::ChangedOnDisk));
    let before = running.journal.device.clone();
    running.vault.reload(&RealDisk, &mut running.journal).expect("there");
    assert_ne!(running.journal.device, before, "it takes a new name");
    save_all(&running).expect("saved");
    drop(running);
    synced.sync(&first, &second, true);
    assert_eq!(synced.conflicts(), 0);
    let expected = ["as it was", "only the sofa", "only the train"].map(str::to_owned);
    for computer in [&first, &second] {
        assert_eq!(all_words(&computer.journal()), BTreeSet::from(expected.clone()));
    }
}

#[test]
fn a_greater_number_under_the_same_name_does_not_swallow_what_the_other_one_wrote() {
    let first = Computer::new();
    let id = first.change(|journal| write(journal, "as it was"));
    let second = Computer::copied_from(&first);
    let mut synced = Synced::default();
    synced.sync(&first, &second, true);
    first.change(|journal| rewrite(journal, id, "from the sofa"));
    second.change(|journal| write(journal, "something else first"));
    second.change(|journal| rewrite(journal, id, "from the train"));
    come_to_rest(&first, &second, &mut synced, false);
    for computer in [&first, &second] {
        assert_eq!(choices(&computer.journal(), id), ["from the sofa", "from the train"]);
    }
}

/// What one of two computers by the same name does while they are apart.
#[derive(Clone, Copy, Debug)]
enum Apart {
    WriteAnother,
    /// Once on each, or nothing could tell the other one's text from an older one of its own.
    Rewrite,
}

fn any_days() -> impl Strategy<Value = Vec<(bool, Apart)>> {
    let what = prop_oneof![Just(Apart::WriteAnother), Just(Apart::Rewrite)];
    proptest::collection::vec((any::<bool>(), what), 1..7)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_two_computers_by_the_same_name_wrote_is_there(days in any_days(), first_wins in any::<bool>()) {
        let first = Computer::new();
        let id = first.change(|journal| write(journal, "as it was"));
        let second = Computer::copied_from(&first);
        let mut synced = Synced::default();
        synced.sync(&first, &second, true);
        let mut last = [None, None];
        let mut others = BTreeSet::new();
        for (number, (on_first, what)) in days.into_iter().enumerate() {
            let (computer, last) = if on_first { (&first, &mut last[0]) } else { (&second, &mut last[1]) };
            let what = if last.is_some() { Apart::WriteAnother } else { what };
            let words = format!("day {number}");
            computer.change(|journal| match what {
                Apart::WriteAnother => { write(journal, &words); }
                Apart::Rewrite => rewrite(journal, id, &words),
            });
            match what {
                Apart::WriteAnother => { others.insert(words); }
                Apart::Rewrite => *last = Some(words),
            }
        }
        come_to_rest(&first, &second, &mut synced, first_wins);
        let expected: BTreeSet<String> = last.into_iter().flatten().chain(others).collect();
        for computer in [&first, &second] {
            let words = all_words(&computer.journal());
            prop_assert!(expected.is_subset(&words), "{:?} are missing of {:?}", &expected - &words, expected);
        }
    }
}

#[test]
fn a_cry_of_each_computer_in_the_same_evening_counts_twice() {
    let (first, second, mut synced, id) = two_computers();
    for computer in [&first, &second] {
        computer.change(|journal| {
            let mut cry: Cry = journal.create(day("2026-11-22"), None);
            cry.evening = Some(id);
            journal.put(cry);
        });
    }
    synced.sync(&first, &second, true);
    assert_eq!(check(&RealDisk, &first.places).counts.tears, 2);
    assert_eq!(in_two_versions(&first), 0, "they are two records");
}
