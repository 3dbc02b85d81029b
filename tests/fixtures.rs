//! What a released version wrote opens for ever. `tests/fixtures/vN` holds a folder and a machine's own folder as that
//! version left them; they are never edited again.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/full.rs"]
mod full;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use full::{day, full, wall};
use sunshower::evening::resume::Draft;
use sunshower::evening::tears::Tears;
use sunshower::journal::day::Month;
use sunshower::journal::entry::{Cry, Joy, Reflection};
use sunshower::journal::log::Journal;
use sunshower::journal::record::DeviceId;
use sunshower::journal::sheet::Sheet;
use sunshower::journal::trash::{Bundle, Records};
use sunshower::store::backup::{Why, list, snapshot};
use sunshower::store::restore::journal_of;
use sunshower::store::{
    FileKey, Job, Places, RealDisk, Settings, Writer, check, erased_text, open, settings_text, sheet_text, trash_text,
};
use uuid::Uuid;

const NOVEMBER: Month = Month { year: 2026, month: 11 };
const OCTOBER: Month = Month { year: 2026, month: 10 };
const WORDS: &str = "words of the person: \"rain\", Wüste, 雨, \\n";

fn version(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("created");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.insert(entry.path(), fs::read(entry.path()).expect("readable"));
        }
    }
    found
}

/// The places of a copy of a fixture. What a machine keeps lies under the path of the folder it belongs to, so it is
/// moved to where this copy is.
fn placed(name: &str, dir: &Path) -> Places {
    let places = Places::new(dir.join("folder"), dir.join("state"));
    let from = version(name);
    copy(&from.join("folder"), &places.data_dir);
    let opened = open(&RealDisk, &places).expect("it opens");
    let state_dir = opened.vault.state_dir().to_owned();
    drop(opened);
    copy(&from.join("machine"), &state_dir);
    places
}

#[test]
fn what_version_1_wrote_opens_in_full() {
    let dir = tempfile::tempdir().expect("a folder");
    let places = placed("v1", dir.path());
    let before = files(&places.data_dir);
    let opened = open(&RealDisk, &places).expect("it opens");
    assert_eq!((&opened.problems[..], &opened.vanished), (&[][..], &None));
    let journal = &opened.journal;

    assert_eq!((journal.evenings.len(), journal.check_ins.len(), journal.plans.len()), (2, 2, 2));
    let evening = journal.evenings.iter().find(|evening| evening.rev.1.0 == "laptop").expect("the laptop's");
    assert_eq!((evening.day, evening.tears), (day("2026-11-22"), Some(Tears::Wept)));
    assert_eq!(evening.plan.items[0].name, WORDS);
    assert_eq!(evening.at, Some(wall("2026-11-22T20:53:09+01:00")));
    assert_eq!(evening.source.as_ref().expect("where it came from").original, WORDS);
    assert_eq!(evening.guests[0].name, WORDS);
    assert_eq!((journal.cries.len(), journal.cries.with_tombstones().count()), (2, 3), "and one was deleted");
    let joy = journal.joys.iter().find(|joy| joy.text == "in October").expect("a joy");
    assert_eq!(joy.day, day("2026-10-31"));
    let two = journal.reflections.in_several_versions().next().expect("two versions of one");
    let versions: Vec<_> = journal.reflections.versions_of(two.id).map(|version| version.text.as_str()).collect();
    assert_eq!(versions, ["as the laptop has it", "as the television has it"]);
    assert_eq!(
        journal.trash.iter().map(|bundle| bundle.records.cries[0].note.as_str()).collect::<Vec<_>>(),
        ["deleted"]
    );
    assert_eq!(journal.erased().iter().collect::<Vec<_>>(), [&Uuid::from_u128(77)]);
    assert_eq!((opened.settings.text_percent, &*opened.settings.theme), (140, "morning"));

    let draft = Draft::parse(opened.draft.as_deref().expect("a draft")).expect("it is understood");
    assert_eq!(draft.evening().plan.items[0].name, WORDS);
    let state_dir = opened.vault.state_dir().to_owned();
    let (backups, problems) = list(&RealDisk, &state_dir).expect("they can be listed");
    assert_eq!((backups.len(), problems), (1, Vec::new()));
    let (held, problems) = snapshot(&RealDisk, &state_dir, &backups[0]);
    assert_eq!(problems, []);
    assert_eq!(journal.known_records(), 16);
    assert_eq!(journal_of(&held).0.evenings.len(), 2);

    assert_eq!(
        sheet_text(journal, Sheet::Month(NOVEMBER)).as_bytes(),
        before[&opened.vault.path_of(FileKey::Records(Sheet::Month(NOVEMBER)))]
    );
    assert_eq!(
        sheet_text(journal, Sheet::Plans).as_bytes(),
        before[&opened.vault.path_of(FileKey::Records(Sheet::Plans))]
    );
    assert_eq!(trash_text(journal).as_bytes(), before[&opened.vault.path_of(FileKey::Trash)]);
    drop(opened);
    assert_eq!(files(&places.data_dir), before, "looking changes nothing");
    assert!(check(&RealDisk, &places).is_fine());
}

/// Run once when a version is released, by name; refuses to touch what is there.
#[test]
#[ignore = "writes the fixtures of a version that is being released"]
fn write_the_fixtures_of_this_version() {
    let target = version("v1");
    assert!(!target.exists(), "these are never edited again");
    let dir = tempfile::tempdir().expect("a folder");
    let places = Places::new(dir.path().join("folder"), dir.path().join("state"));
    let opened = open(&RealDisk, &places).expect("an empty folder");
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    writer.run_now(Job::Settings(settings_text(&Settings::default()))).result.expect("saved");
    let own = opened.vault.device();
    let named = |text: &str| text.replace(&format!("\"{own}\""), "\"laptop\"");

    let mut laptop = full(WORDS);
    let mut joy: Joy = laptop.create(day("2026-10-31"), None);
    joy.text = "in October".into();
    laptop.put(joy);
    let mut deleted: Cry = laptop.create(day("2026-11-21"), None);
    deleted.note = "deleted".into();
    let id = deleted.id;
    laptop.put(deleted);
    let mut reflection: Reflection = laptop.create(day("2026-11-20"), None);
    reflection.text = "as both had it".into();
    laptop.put(reflection.clone());

    let mut television = Journal::new(DeviceId("television".into()));
    let other = full(WORDS);
    television.bring_back(&Records {
        evenings: other.evenings.iter().cloned().collect(),
        check_ins: other.check_ins.iter().cloned().collect(),
        cries: other.cries.iter().cloned().collect(),
        plans: other.plans.iter().cloned().collect(),
        ..Records::default()
    });
    television.merge(laptop.reflections.get(reflection.id).expect("it is there").clone());
    let cries = laptop.delete::<Cry>(id).into_iter().collect();
    laptop.trash.push(Bundle {
        id: Uuid::from_u128(5),
        on: day("2026-11-22"),
        records: Records { cries, ..Records::default() },
    });
    for (journal, text) in [(&mut laptop, "as the laptop has it"), (&mut television, "as the television has it")] {
        let mut mine = journal.reflections.get(reflection.id).expect("both know it").clone();
        mine.text = text.into();
        journal.put(mine.clone());
        journal.put(mine);
    }
    laptop.erase([Uuid::from_u128(77)]);

    let data = &places.data_dir;
    let write = |path: &str, text: String| {
        let path = data.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, text).expect("written");
    };
    for (journal, name) in [(&laptop, "laptop"), (&television, "television")] {
        write(&format!("journal/{name}/2026-11.ron"), sheet_text(journal, Sheet::Month(NOVEMBER)));
        write(&format!("journal/{name}/2026-10.ron"), sheet_text(journal, Sheet::Month(OCTOBER)));
        write(&format!("plans/{name}.ron"), sheet_text(journal, Sheet::Plans));
    }
    write("trash/laptop.ron", trash_text(&laptop));
    write("erased/laptop.ron", erased_text(laptop.erased()));
    let settings = Settings { theme: "morning".into(), text_percent: 140, ..Settings::default() };
    write("settings/laptop.ron", settings_text(&settings));
    fs::remove_file(data.join(format!("settings/{own}.ron"))).expect("removed");

    let clock = sunshower::clock::ManualClock::new(wall("2026-11-22T20:30:00+01:00"));
    let mut run = sunshower::evening::run::Run::begin(laptop.evenings.iter().next().expect("one").clone(), {
        use sunshower::clock::Clock;
        clock.now()
    });
    run.evening.closed = None;
    let now = sunshower::clock::Clock::now(&clock);
    writer.run_now(Job::Draft(Some(Draft::of(&run, now).to_text().expect("a draft")))).result.expect("saved");
    let made = wall("2026-11-22T21:00:00+01:00");
    writer.run_now(Job::Backup { made, why: Why::FirstOfDay }).result.expect("backed up");

    copy(data, &target.join("folder"));
    let state = opened.vault.state_dir();
    for name in ["draft.ron", "device.ron"] {
        fs::create_dir_all(target.join("machine")).expect("created");
        let text = fs::read_to_string(state.join(name)).expect("read");
        fs::write(target.join("machine").join(name), named(&text)).expect("written");
    }
    let months = ["laptop", "television"]
        .map(|name| format!("\"journal/{name}/2026-10.ron\", \"journal/{name}/2026-11.ron\", \"plans/{name}.ron\""));
    let files = format!("[{}, \"trash/laptop.ron\"]", months.join(", "));
    let memory = format!("(format: \"sunshower/memory\", version: 1, records: 16, files: {files})\n");
    fs::write(target.join("machine/memory.ron"), memory).expect("written");
    copy(&state.join("backups"), &target.join("machine/backups"));
}
