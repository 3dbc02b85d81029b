//! A small folder with nothing wrong in it, into which one file is put; and what holds of it whatever that file is.

#[path = "sim_disk.rs"]
pub mod sim_disk;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use sim_disk::{SimDisk, Snapshot};
use sunshower::journal::day::Month;
use sunshower::journal::entry::{Cry, Evening, Plan};
use sunshower::journal::log::{Journal, Kind};
use sunshower::journal::record::DeviceId;
use sunshower::journal::sheet::Sheet;
use sunshower::store::disk::Disk;
use sunshower::store::folder::MARKER;
use sunshower::store::{
    Count, FileKey, Job, Opened, Places, ProblemKind, Writable, Writer, check, erased_text, open, settings_text,
    sheet_text, trash_text,
};
use uuid::Uuid;

use super::uses;

/// The name this computer writes under in the healthy folder.
pub const OWN: &str = "here";
/// And the name of another one.
pub const OTHER: &str = "there";
/// The month whose files are read.
pub const NOVEMBER: Month = Month { year: 2026, month: 11 };
/// A month that is healthy.
pub const OCTOBER: Month = Month { year: 2026, month: 10 };
/// From this version on the next one would be out of range. No record ever gets there by being written.
const LAST_VERSION: u64 = 1 << 53;

pub fn places() -> Places {
    Places::new("/person/Sunshower".into(), "/machine/sunshower".into())
}

pub fn month_path(device: &str, month: Month) -> String {
    format!("journal/{device}/{month}.ron")
}

/// A small folder with nothing wrong in it.
pub struct Healthy {
    pub disk: Snapshot,
    pub state_dir: PathBuf,
    /// What says that the folder was seen.
    pub memory: PathBuf,
    pub journal: Journal,
}

/// Made once, by the program itself; then the names that are random are replaced, so that it is always the same.
pub fn healthy() -> &'static Healthy {
    static HEALTHY: OnceLock<Healthy> = OnceLock::new();
    HEALTHY.get_or_init(|| {
        let disk = SimDisk::default();
        let opened = open(&disk, &places()).expect("an empty disk");
        for job in [
            Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans)),
            Job::Settings(settings_text(&opened.settings)),
        ] {
            writer(&opened, &disk).run_now(job).result.expect("saved");
        }
        let (own, id) = (opened.vault.device().0, opened.vault.id().to_string());
        let same = |text: &str| text.replace(&own, OWN).replace(&id, &Uuid::from_u128(7).to_string());
        let same_path = |path: &Path| PathBuf::from(same(&path.to_string_lossy()));
        let state_dir = same_path(opened.vault.state_dir());
        let bytes = |content: &[u8]| same(&String::from_utf8_lossy(content)).into_bytes();
        let snapshot: Snapshot =
            disk.snapshot().iter().map(|(path, content)| (same_path(path), content.as_deref().map(bytes))).collect();
        let is_memory = |path: &&PathBuf| path.parent().is_some_and(|dir| dir.ends_with("folders"));
        let memory = snapshot.keys().find(is_memory).expect("the folder is remembered").clone();

        let disk = SimDisk::with(&snapshot);
        for (number, name) in (1..).zip([OWN, OTHER]) {
            let mut journal = Journal::new(DeviceId(name.into()));
            let cry: Cry = journal.create("2026-10-03".parse().expect("a day"), None);
            journal.put(Cry { id: Uuid::from_u128(number), ..cry });
            put(&disk, &month_path(name, OCTOBER), &sheet_text(&journal, Sheet::Month(OCTOBER)));
        }
        let journal = open(&disk, &places()).expect("a healthy folder").journal;
        Healthy { disk: disk.after_kill().snapshot(), state_dir, memory, journal }
    })
}

fn put(disk: &SimDisk, path_in_folder: &str, text: &str) {
    disk.put(&places().data_dir.join(path_in_folder), text.as_bytes());
}

pub fn writer(opened: &Opened, disk: &SimDisk) -> Writer {
    Writer::new(opened.vault.clone(), Arc::new(disk.clone()))
}

/// The healthy folder with these bytes in this file.
pub fn disk_with(path: &Path, bytes: &[u8]) -> SimDisk {
    let mut disk = healthy().disk.clone();
    disk.insert(path.to_owned(), Some(bytes.to_owned()));
    SimDisk::with(&disk)
}

/// What is in the person's folder.
pub fn persons(disk: &SimDisk) -> Snapshot {
    let dir = places().data_dir;
    disk.snapshot().into_iter().filter(|(path, _)| path.starts_with(&dir)).collect()
}

/// Whether these bytes are still in a file, wherever it is.
pub fn is_kept(disk: &SimDisk, bytes: &[u8]) -> bool {
    disk.snapshot().values().any(|content| content.as_deref() == Some(bytes))
}

/// Whether a file of the machine's own was put aside with just these bytes.
pub fn is_put_aside(disk: &SimDisk, stem: &str, bytes: &[u8]) -> bool {
    let name = format!("{stem}-damaged-1.ron");
    disk.read(&healthy().state_dir.join(name)).is_ok_and(|found| found == bytes)
}

/// One bad file may hold newer versions of the healthy records, but it cannot make them unheard of.
pub fn assert_nothing_healthy_is_missing(journal: &Journal) {
    for cry in healthy().journal.cries.with_tombstones() {
        let is_there = journal.cries.with_tombstones().any(|found| found.id == cry.id);
        assert!(is_there || journal.erased().contains(&cry.id), "one bad file hides no other");
    }
}

/// The command line tells the same as the window.
pub fn assert_check_agrees(disk: &SimDisk, opened: &Opened) {
    let report = check(disk, &places());
    assert_eq!(report.refused, None);
    assert_eq!(report.counts, Count::of(&opened.journal), "a check counts what is told");
    let told = opened.problems.iter().filter(|problem| problem.file != "device.ron" && problem.file != "draft.ron");
    assert!(report.problems.iter().eq(told), "a check finds what is told");
}

fn assert_same(found: &Journal, expected: &Journal, when: &str) {
    assert!(found.evenings == expected.evenings, "evenings {when}");
    assert!(found.check_ins == expected.check_ins, "check-ins {when}");
    assert!(found.cries == expected.cries, "cries {when}");
    assert!(found.reflections == expected.reflections, "reflections {when}");
    assert!(found.joys == expected.joys, "joys {when}");
    assert!(found.breaths == expected.breaths, "breaths {when}");
    assert!(found.days == expected.days, "days {when}");
    assert!(found.plans == expected.plans, "plans {when}");
    assert!(found.titles == expected.titles, "titles {when}");
    assert!(found.patterns == expected.patterns, "patterns {when}");
    assert!(found.trash == expected.trash, "what was deleted {when}");
    assert!(found.erased() == expected.erased(), "what was erased {when}");
}

/// The evening goes on: something old is changed, something new is said, all is saved, and all is there next time, also
/// what this program does not know.
pub fn go_on(disk: &SimDisk, opened: &mut Opened) {
    let unknown = uses::unknown(&opened.journal);
    let strange = strange_parts(opened);
    let journal = &mut opened.journal;
    if uses::stamps(journal).iter().all(|stamp| stamp.rev.0 < LAST_VERSION) {
        put_again::<Evening>(journal);
        put_again::<Cry>(journal);
        put_again::<Plan>(journal);
        let cry: Cry = journal.create("2026-11-22".parse().expect("a day"), None);
        journal.put(Cry { note: "said now".into(), ..cry });
    }
    save_all(disk, opened, &[]);
    let reopened = open(&disk.after_kill(), &places()).expect("it opens again");
    assert_same(&reopened.journal, &opened.journal, "are there next time");
    assert!(reopened.settings == opened.settings, "what was chosen is there next time");
    assert!(!reopened.first_time && reopened.vanished.is_none(), "nothing seems to be missing");
    assert!(reopened.to_save.is_empty() && reopened.copies.is_empty(), "nothing is left to be done");
    if reopened.vault.device().0 == OWN {
        assert!(unknown.is_subset(&uses::unknown(&reopened.journal)), "what a newer program wrote is kept");
    }
    assert_strange_parts_stay(&reopened, &strange);
    let is_temporary = |path: &PathBuf| path.to_string_lossy().ends_with(".tmp");
    assert!(!disk.snapshot().keys().any(is_temporary), "nothing is left lying about");
}

/// What is told of parts that are not known here, in files that are not kept record by record. They do not go away by
/// being told of.
pub fn strange_parts(opened: &Opened) -> Vec<(String, String)> {
    let by_record = |file: &str| ["journal/", "plans/", "library/"].iter().any(|dir| file.starts_with(dir));
    let problems = opened.problems.iter().filter(|problem| !by_record(&problem.file));
    let what = |kind: &ProblemKind| match kind {
        ProblemKind::NewerParts { what } | ProblemKind::BadRecord { what, .. } => Some(what.clone()),
        _ => None,
    };
    let in_folder = problems.filter(|problem| problem.file.contains('/'));
    in_folder.filter_map(|problem| Some((problem.file.clone(), what(&problem.kind)?))).collect()
}

/// None of them is gone. A computer that had to take another name may have written some of them a second time.
pub fn assert_strange_parts_stay(reopened: &Opened, before: &[(String, String)]) {
    let now = strange_parts(reopened);
    assert!(before.iter().all(|part| now.contains(part)), "what is not known here is kept: {before:?}, {now:?}");
    if reopened.vault.device().0 == OWN {
        assert_eq!(now, before, "and nothing else is found");
    }
}

fn put_again<R: Kind>(journal: &mut Journal) {
    let some = R::table(journal).iter().next().cloned();
    if let Some(record) = some {
        journal.put(record);
    }
}

/// Saves everything there is to save, as the app does, and makes sure that it can be; `erasing` is erased for good.
pub fn save_all(disk: &SimDisk, opened: &mut Opened, erasing: &[Uuid]) {
    let mut erasing: BTreeSet<Uuid> = erasing.iter().copied().collect();
    erasing.append(&mut opened.erasing);
    opened.journal.erase(erasing.clone());
    let journal = &opened.journal;
    let mut months = months_of(journal);
    months.extend([OCTOBER, NOVEMBER]);
    let mut jobs = Vec::new();
    if !erasing.is_empty() || opened.to_save.contains(&FileKey::Erased) {
        jobs.push(Job::Erased { ids: erasing.clone(), text: erased_text(journal.erased()) });
    }
    jobs.extend(
        months.into_iter().map(|month| Job::Records(Sheet::Month(month), sheet_text(journal, Sheet::Month(month)))),
    );
    jobs.extend([
        Job::Records(Sheet::Plans, sheet_text(journal, Sheet::Plans)),
        Job::Settings(settings_text(&opened.settings)),
        Job::Trash(trash_text(journal)),
        Job::Draft(Some("an evening".into())),
        Job::Draft(None),
        Job::PutAside(std::mem::take(&mut opened.copies), "2026-11-22".parse().expect("a day")),
        if opened.vanished.is_some() {
            Job::RememberAnew(journal.known_records())
        } else {
            Job::Remember(journal.known_records())
        },
    ]);
    if !erasing.is_empty() {
        jobs.push(Job::Clean(erasing));
    }
    let mut writer = writer(opened, disk);
    for job in jobs {
        let file = job.file();
        let saved = writer.run_now(job).result;
        assert!(saved.is_ok(), "{file:?}: {saved:?}");
    }
    opened.to_save.clear();
}

/// In a folder that is only read, nothing is saved and nothing is changed.
pub fn assert_only_read(disk: &SimDisk, opened: &Opened) {
    assert_ne!(opened.writable, Writable::Yes);
    let before = persons(disk);
    let mut writer = writer(opened, disk);
    for job in [
        Job::Records(Sheet::Month(NOVEMBER), sheet_text(&opened.journal, Sheet::Month(NOVEMBER))),
        Job::Records(Sheet::Plans, sheet_text(&opened.journal, Sheet::Plans)),
        Job::Records(Sheet::Library, sheet_text(&opened.journal, Sheet::Library)),
    ] {
        assert!(writer.run_now(job).result.is_err());
    }
    assert_eq!(persons(disk), before);
}

/// The months in which this computer's files hold anything.
fn months_of(journal: &Journal) -> BTreeSet<Month> {
    uses::stamps(journal).into_iter().filter(|stamp| stamp.is_own).map(|stamp| Month::of(stamp.day)).collect()
}

/// Writing all that was read, whoever wrote it, and reading it again changes nothing.
pub fn assert_fixed_point(opened: &Opened) {
    let mut journal = opened.journal.clone();
    for stamp in uses::stamps(&journal) {
        journal.adopt(stamp.id, stamp.rev);
    }
    let mut files = healthy().disk.clone();
    let dir = places().data_dir;
    files.retain(|path, content| !path.starts_with(&dir) || content.is_none() || path.ends_with(MARKER));
    let bare = SimDisk::with(&files);
    let texts = texts_of(&journal);
    for (path, text) in texts.iter().chain(&[(format!("settings/{OWN}.ron"), settings_text(&opened.settings))]) {
        put(&bare, path, text);
    }
    put(&bare, &format!("erased/{OWN}.ron"), &erased_text(journal.erased()));
    let again = open(&bare, &places()).expect("it opens");
    assert!(again.problems.is_empty(), "what is written is understood: {:?}", again.problems);
    assert_same(&again.journal, &journal, "are as they were written");
    assert!(again.settings == opened.settings, "settings too");
    assert!(texts_of(&again.journal) == texts, "the second time is like the first");
}

/// This computer's files of records, by their paths.
fn texts_of(journal: &Journal) -> Vec<(String, String)> {
    let months = months_of(journal).into_iter();
    let mut texts: Vec<_> =
        months.map(|month| (month_path(OWN, month), sheet_text(journal, Sheet::Month(month)))).collect();
    texts.push((format!("plans/{OWN}.ron"), sheet_text(journal, Sheet::Plans)));
    texts.push((format!("library/{OWN}.ron"), sheet_text(journal, Sheet::Library)));
    texts.push((format!("trash/{OWN}.ron"), trash_text(journal)));
    texts
}
