//! Every call by which the program reaches its files goes wrong once, in every way in which it can: with an error, with
//! a lie about how much was written, with the death of the process in the middle of it. After each run a healthy
//! program opens the folder: everything that was acknowledged is there, and so is everything that was there before.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/child.rs"]
mod child;
#[path = "support/outside.rs"]
mod outside;
#[path = "support/promises.rs"]
mod promises;
#[path = "support/store_home.rs"]
mod store_home;
#[path = "support/strace.rs"]
mod strace;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use child::{count_to_a_hundred, sent_to, tell, tell_the_log, told};
use outside::{files_below, say, this_program_again};
use promises::{Promises, temporary_files};
use store_home::{NOVEMBER, day, note, notes};
use strace::{Figures, Run, Story, sweep};
use sunshower::journal::day::Month;
use sunshower::journal::entry::{Cry, Plan};
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::store::{Job, Opened, Places, RealDisk, Settings, Writable, Writer, open, settings_text, sheet_text};
use tempfile::TempDir;

const OCTOBER: Month = Month { year: 2026, month: 10 };

/// The jobs of one evening, in order.
const JOBS: [&str; 7] = ["draft", "november", "october", "plans", "library", "settings", "draft-goes"];

const OLD_DRAFT: &str = "an evening that was interrupted";
const EDITED: &str = "kept in October, and thought of again";

/// One evening with the program, in a folder that is always the same before it.
struct Evening {
    dir: TempDir,
    places: Places,
    /// Every file that is there before, by its path in `dir`.
    before: BTreeMap<PathBuf, Vec<u8>>,
    promises: Promises,
    outcomes: Outcomes,
}

/// How the runs ended.
#[derive(Debug, Default)]
struct Outcomes {
    saved: usize,
    saved_when_tried_again: usize,
    opened_to_read: usize,
    not_opened: usize,
    killed: usize,
}

impl Evening {
    /// Nothing was ever there.
    fn the_first() -> Self {
        // In memory, where there is such a disk: nothing here depends on what a sync makes sure of.
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a temporary folder");
        let places = Places::new(dir.path().join("person/Sunshower"), dir.path().join("machine/sunshower"));
        let (promises, outcomes) = (Promises::default(), Outcomes::default());
        Self { dir, places, before: BTreeMap::new(), promises, outcomes }
    }

    /// Two months, plans, settings, and an evening that was interrupted.
    fn after_others() -> Self {
        let mut evening = Self::the_first();
        evening.prepare();
        let mut opened = open(&RealDisk, &evening.places).expect("an empty disk");
        let mut october: Cry = opened.journal.create(day("2026-10-03"), None);
        october.note = "kept in October".into();
        opened.journal.put(october);
        note(&mut opened.journal, "kept in November");
        note(&mut opened.journal, "to be deleted");
        plan(&mut opened.journal, "kept for later");
        let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
        for job in [
            Job::Records(Sheet::Month(OCTOBER), sheet_text(&opened.journal, Sheet::Month(OCTOBER))),
            Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER))),
            Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans)),
            Job::Records(Sheet::Library, sheet_text(&opened.journal, Sheet::Library)),
            Job::Settings(settings_text(&Settings { text_percent: 130, ..Settings::default() })),
            Job::Draft(Some(OLD_DRAFT.into())),
        ] {
            writer.run_now(job).result.expect("a healthy disk saves");
        }
        evening.promises = Promises::of_what_is_there(&opened);
        let inside = |path: &Path| path.strip_prefix(evening.dir.path()).expect("inside").to_owned();
        let files = files_below(evening.dir.path()).into_iter();
        evening.before = files.map(|path| (inside(&path), fs::read(&path).expect("readable"))).collect();
        evening
    }

    fn is_the_first(&self) -> bool {
        self.before.is_empty()
    }
}

impl Story for Evening {
    fn prepare(&mut self) {
        for name in ["person", "machine"] {
            let dir = self.dir.path().join(name);
            if dir.exists() {
                fs::remove_dir_all(&dir).expect("removed");
            }
        }
        fs::create_dir(self.dir.path().join("person")).expect("created");
        for (path, bytes) in &self.before {
            let path = self.dir.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("created");
            fs::write(path, bytes).expect("written");
        }
    }

    fn root(&self) -> &Path {
        self.dir.path()
    }

    fn command(&self) -> Command {
        let mut command = this_program_again(the_evening_in_which_something_goes_wrong);
        child::send_to(&mut command, &self.places);
        command
    }

    fn judge(&mut self, run: &Run) {
        let lines: Vec<String> = run.out.lines().filter_map(told).map(str::to_owned).collect();
        if run.was_killed() {
            assert_eq!(run.status.signal(), Some(9), "{run}");
        } else {
            assert!(run.status.success(), "an error was never a reason to fall over: {run}");
        }
        self.count(run, &lines);

        let opened = open(&RealDisk, &self.places).unwrap_or_else(|error| panic!("{error}: {run}"));
        assert_eq!(opened.problems, [], "{run}");
        assert_eq!(opened.writable, Writable::Yes, "{run}");
        assert_eq!(temporary_files(&self.places), 0, "{run}");
        let mut promises = self.promises.clone();
        promises.hear(&lines);
        promises.hold(&opened).unwrap_or_else(|why| panic!("{why}: {run}"));
        self.look_for_records(&opened, run, &lines);
        self.look_for_the_draft(&opened, run, &lines);
    }
}

impl Evening {
    /// A fault that happens once may keep the folder closed, or closed to writing, for that time. Where it does not, it
    /// costs no more than one more attempt.
    fn count(&mut self, run: &Run, lines: &[String]) {
        let is_told = |words: &str| lines.iter().any(|line| line == words);
        let outcomes = &mut self.outcomes;
        if run.was_killed() {
            outcomes.killed += 1;
        } else if lines.iter().any(|line| line.starts_with("not opened")) {
            outcomes.not_opened += 1;
        } else if is_told("opened to read") {
            outcomes.opened_to_read += 1;
        } else if JOBS.iter().all(|job| is_told(&format!("done {job}"))) {
            let is_failed = lines.iter().any(|line| line.starts_with("failed"));
            *(if is_failed { &mut outcomes.saved_when_tried_again } else { &mut outcomes.saved }) += 1;
        } else {
            panic!("it could be written to and was not: {run}");
        }
        assert!(self.is_the_first() || !is_told("nothing was there"), "taken for a first run: {run}");
    }

    /// What was called saved is there; what was not is as it was before, or as it was to be.
    fn look_for_records(&self, opened: &Opened, run: &Run, lines: &[String]) {
        let is_told = |words: &str| lines.iter().any(|line| line == words);
        let notes = notes(&opened.journal);
        let has = |note: &str| notes.contains(&note);
        assert!(has("new") || !is_told("done november"), "{notes:?}, {run}");
        let plans: Vec<_> = opened.journal.plans.iter().map(|plan| &*plan.plan.intention).collect();
        assert!(plans.contains(&"soon") || !is_told("done plans"), "{plans:?}, {run}");
        let percent = opened.settings.text_percent;
        assert!(percent == 150 || !is_told("done settings"), "{percent}, {run}");
        if self.is_the_first() {
            return;
        }
        let is_edited = is_told("edited") && is_told("done october");
        assert!(has(EDITED) || has("kept in October") && !is_edited, "{notes:?}, {run}");
        let is_deleted = is_told("deleted") && is_told("done november");
        assert!(!has("to be deleted") || !is_deleted, "{notes:?}, {run}");
        assert!(has("to be deleted") || is_told("deleted"), "{notes:?}, {run}");
        assert!(has("kept in November") && plans.contains(&"kept for later"), "{notes:?}, {plans:?}, {run}");
        assert!([130, 150].contains(&percent), "{percent}, {run}");
    }

    /// The draft that was there before was taken in, or it is still somewhere.
    fn look_for_the_draft(&self, opened: &Opened, run: &Run, lines: &[String]) {
        if self.is_the_first() || lines.iter().any(|line| line == "took the draft in") {
            return;
        }
        let files = files_below(opened.vault.state_dir());
        let is_there = files.iter().any(|path| fs::read(path).is_ok_and(|bytes| bytes == OLD_DRAFT.as_bytes()));
        assert!(is_there, "the draft is gone: {run}");
    }
}

fn plan(journal: &mut Journal, words: &str) {
    let mut plan: Plan = journal.create(day("2026-11-30"), None);
    plan.plan.intention = words.into();
    journal.put(plan);
}

fn cry(journal: &Journal, note: &str) -> Option<Cry> {
    journal.cries.iter().find(|cry| cry.note == note).cloned()
}

#[test]
#[ignore = "the process in which something goes wrong: the tests below start it"]
fn the_evening_in_which_something_goes_wrong() {
    let Some(places) = sent_to() else { return };
    count_to_a_hundred();
    tell_the_log();
    let mut opened = match open(&RealDisk, &places) {
        Ok(opened) => opened,
        Err(error) => return tell(&format!("not opened: {error}")),
    };
    if opened.first_time {
        tell("nothing was there");
    }
    if opened.writable != Writable::Yes {
        tell("opened to read");
    }
    if opened.draft.is_some() {
        tell("took the draft in");
    }
    if let Some(mut cry) = cry(&opened.journal, "kept in October") {
        cry.note = EDITED.into();
        opened.journal.put(cry);
        tell("edited");
    }
    if let Some(cry) = cry(&opened.journal, "to be deleted") {
        opened.journal.delete::<Cry>(cry.id);
        tell("deleted");
    }
    note(&mut opened.journal, "new");
    plan(&mut opened.journal, "soon");
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    for job in JOBS {
        // Once more, as the program does.
        for _ in 0..2 {
            match writer.run_now(made(job, &opened)).result {
                Ok(_) => {
                    tell(&format!("done {job}"));
                    break;
                }
                Err(error) => tell(&format!("failed {job}: {error}")),
            }
        }
    }
}

fn made(job: &str, Opened { journal, settings, .. }: &Opened) -> Job {
    match job {
        "draft" => Job::Draft(Some("an evening that runs".into())),
        "november" => Job::Records(Sheet::Month(NOVEMBER), sheet_text(journal, Sheet::Month(NOVEMBER))),
        "october" => Job::Records(Sheet::Month(OCTOBER), sheet_text(journal, Sheet::Month(OCTOBER))),
        "plans" => Job::Records(Sheet::Plans, sheet_text(journal, Sheet::Plans)),
        "library" => Job::Records(Sheet::Library, sheet_text(journal, Sheet::Library)),
        "settings" => Job::Settings(settings_text(&Settings { text_percent: 150, ..settings.clone() })),
        _ => Job::Draft(None),
    }
}

fn say_how_it_went(what: &str, figures: &Figures, outcomes: &Outcomes) {
    let calls: Vec<_> = figures.calls.iter().map(|(call, count)| format!("{count} {call}")).collect();
    say(&format!(
        "{what}: {} injections, 0 silent losses, in {} s; at every one of {}; {outcomes:?}",
        figures.injections,
        figures.took.as_secs(),
        calls.join(", "),
    ));
    assert!(figures.injections > 300, "the whole evening was swept");
}

#[test]
fn an_evening_in_which_any_call_goes_wrong_in_any_way_loses_nothing_of_what_was_there_or_was_called_saved() {
    let mut evening = Evening::after_others();
    if let Some(figures) = sweep(&mut evening) {
        say_how_it_went("a journal that was there", &figures, &evening.outcomes);
    }
}

#[test]
fn a_first_evening_in_which_any_call_goes_wrong_in_any_way_is_kept_or_was_never_called_saved() {
    let mut evening = Evening::the_first();
    if let Some(figures) = sweep(&mut evening) {
        say_how_it_went("a folder that is new", &figures, &evening.outcomes);
    }
}
