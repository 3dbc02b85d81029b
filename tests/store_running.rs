//! What happens to the folder while the program runs.
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
use std::sync::Arc;
use std::time::Duration;

use store_home::{Home, NOVEMBER, day, kinds, note, notes, save, save_month};
use sunshower::journal::entry::Plan;
use sunshower::journal::sheet::Sheet;
use sunshower::store::{FileKey, Job, OpenError, ProblemKind, RealDisk, SaveError, Saver, check, sheet_text};

#[test]
fn a_file_changed_by_hand_while_the_program_runs_is_taken_in_and_not_overwritten() {
    let home = Home::with_a_journal();
    let mut opened = home.open();
    note(&mut opened.journal, "not saved yet");
    let file = opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)));
    let by_hand = fs::read_to_string(&file).expect("read").replace("kept before", "mended by hand");
    fs::write(&file, &by_hand).expect("written");
    assert_eq!(save_month(&opened), Err(SaveError::ChangedOnDisk));
    assert_eq!(fs::read_to_string(&file).expect("still there"), by_hand);

    let reloaded = opened.vault.reload(&RealDisk, &mut opened.journal).expect("it is there");
    assert!(reloaded.problems.is_empty());
    assert_eq!(reloaded.files.into_iter().collect::<Vec<_>>(), [FileKey::Records(Sheet::Month(NOVEMBER))]);
    assert_eq!(notes(&opened.journal), ["mended by hand", "not saved yet"]);
    save_month(&opened).expect("saved now");
    drop(opened);
    assert_eq!(notes(&home.open().journal), ["mended by hand", "not saved yet"]);
}

#[test]
fn a_file_damaged_or_removed_while_the_program_runs_is_written_beside_or_again() {
    let home = Home::with_a_journal();
    let mut opened = home.open();
    note(&mut opened.journal, "not saved yet");
    let plan: Plan = opened.journal.create(day("2026-11-30"), None);
    opened.journal.put(plan);
    let file = opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)));
    fs::write(&file, "(").expect("written");
    assert_eq!(save_month(&opened), Err(SaveError::ChangedOnDisk));
    let reloaded = opened.vault.reload(&RealDisk, &mut opened.journal).expect("it is there");
    assert_eq!(reloaded.problems.len(), 1);
    assert!(
        reloaded.files.contains(&FileKey::Records(Sheet::Month(NOVEMBER)))
            && reloaded.files.contains(&FileKey::Records(Sheet::Plans))
    );
    assert_eq!(opened.journal.device, opened.vault.device());
    save_month(&opened).expect("saved beside it");
    save(&opened, Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans))).expect("saved beside it");
    assert_eq!(fs::read(&file).expect("still there"), b"(");
    fs::remove_file(opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)))).expect("removed");
    assert_eq!(save_month(&opened), Err(SaveError::ChangedOnDisk));
    opened.vault.reload(&RealDisk, &mut opened.journal).expect("it is there");
    save_month(&opened).expect("saved again");
    drop(opened);
    let again = home.open();
    assert_eq!(notes(&again.journal), ["kept before", "not saved yet"]);
    assert_eq!(again.journal.plans.len(), 1);
}

#[test]
fn a_text_made_under_another_name_loses_nothing() {
    let home = Home::with_a_journal();
    let mut opened = home.open();
    note(&mut opened.journal, "new");
    let text = sheet_text(&opened.journal, Sheet::Month(NOVEMBER)).replace(&opened.vault.device().0, "0ther");
    save(&opened, Job::Records(Sheet::Month(NOVEMBER), text.clone())).expect("saved");
    drop(opened);
    let again = home.open();
    assert_eq!(again.problems, []);
    assert_eq!(notes(&again.journal), ["kept before", "new"]);
    assert_eq!(sheet_text(&again.journal, Sheet::Month(NOVEMBER)), text, "and the next save keeps it");
}

#[test]
fn a_text_that_could_not_be_read_again_is_refused_rather_than_written() {
    let home = Home::with_a_journal();
    let opened = home.open();
    let text = sheet_text(&opened.journal, Sheet::Month(NOVEMBER));
    let before = home.files();
    for wrong in [text.replace("2026-11-22", "2026-12-22"), text[..text.len() / 2].to_owned(), String::new()] {
        assert!(matches!(save(&opened, Job::Records(Sheet::Month(NOVEMBER), wrong)), Err(SaveError::Other(_))));
    }
    assert_eq!(home.files(), before);
}

#[test]
fn a_draft_comes_back_and_one_that_is_damaged_is_kept_aside() {
    let home = Home::with_a_journal();
    let opened = home.open();
    save(&opened, Job::Draft(Some("(an evening)".into()))).expect("saved");
    let (file, state) = (opened.vault.path_of(FileKey::Draft), opened.vault.state_dir().to_owned());
    assert!(!file.starts_with(&home.places.data_dir), "drafts are this machine's own");
    drop(opened);
    assert_eq!(home.open().draft.as_deref(), Some("(an evening)"));
    for n in 1..=2 {
        fs::write(&file, [0; 100]).expect("written");
        let opened = home.open();
        assert_eq!((&opened.draft, kinds(&opened)), (&None, vec![ProblemKind::NulBytes]));
        assert_eq!(fs::read(state.join(format!("draft-damaged-{n}.ron"))).expect("kept"), [0; 100]);
    }
    let opened = home.open();
    save(&opened, Job::Draft(Some("no evening at all".into()))).expect("saved");
    opened.vault.set_draft_aside(&RealDisk).expect("moved");
    assert!(state.join("draft-damaged-3.ron").is_file() && !file.exists());
    save(&opened, Job::Draft(None)).expect("there is none, which is what was asked for");
}

#[test]
fn saving_in_the_background_says_what_became_of_each_file() {
    let home = Home::with_a_journal();
    let mut opened = home.open();
    let (woken, wakes) = std::sync::mpsc::channel();
    let wake = Box::new(move || woken.send(()).unwrap_or_default());
    let saver = Saver::start(opened.vault.clone(), Arc::new(RealDisk), wake);
    for n in 0..50 {
        note(&mut opened.journal, &format!("note {n}"));
        saver.save(Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER))));
        saver.save(Job::Draft(Some(format!("draft {n}"))));
    }
    saver.save(Job::Draft(None));
    assert!(saver.flush(Duration::from_mins(1)), "everything is saved");
    assert!(!saver.pending());
    let outcomes = saver.poll();
    assert!(outcomes.iter().all(|outcome| outcome.result.is_ok()), "{outcomes:?}");
    assert!(saver.poll().is_empty(), "each is told once");
    assert!(wakes.try_recv().is_ok(), "and somebody is woken for it");
    let last =
        outcomes.iter().rfind(|outcome| outcome.file == FileKey::Records(Sheet::Month(NOVEMBER))).expect("the month");
    let file = last.result.clone().expect("saved");
    let bytes = fs::read(home.places.data_dir.join(file.path)).expect("where it says");
    assert_eq!(file.hash, sunshower::store::Hash::of(&bytes));
    assert_eq!(bytes, sheet_text(&opened.journal, Sheet::Month(NOVEMBER)).as_bytes());
    drop((saver, opened));
    let again = home.open();
    assert_eq!((again.journal.cries.len(), again.draft), (51, None));
}

#[test]
fn a_second_window_on_the_same_folder_is_told_so() {
    let home = Home::with_a_journal();
    let first = home.open();
    assert_eq!(home.refusal(), OpenError::InUse);
    assert!(check(&RealDisk, &home.places).is_fine(), "checking needs nothing to itself");
    let clone = first.vault.clone();
    drop(first);
    assert_eq!(home.refusal(), OpenError::InUse, "the one who saves still has it");
    drop(clone);
    home.open();
}
