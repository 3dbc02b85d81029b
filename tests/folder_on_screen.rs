//! A folder that is missing, foreign, full, read-only or damaged: each gets a sentence that says what happened and what
//! was kept, and nothing is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what it expects")]
#![allow(clippy::disallowed_methods, reason = "somebody else changes the files behind the program's back")]

#[path = "support/sim_disk.rs"]
mod sim_disk;
mod support;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use egui::{Key, Vec2};
use sim_disk::{Fault, How, SimDisk};
use sunshower::app::command::Command;
use sunshower::app::model::Folder;
use sunshower::app::nav::Room;
use sunshower::clock::{ManualClock, Wall};
use sunshower::evening::plan::{EveningPlan, Item};
use sunshower::evening::run::Step;
use sunshower::store::disk::{DirEntry, Held, NewFile};
use sunshower::store::{Disk, Places, RealDisk, check};
use support::world::{EVENING, Home, World, bytes};

/// A disk whose person's folder can be read-only, and whose syncs can be let through one by one.
#[derive(Clone)]
struct Doubtful {
    disk: SimDisk,
    state: Arc<Mutex<Doubts>>,
}

#[derive(Default)]
struct Doubts {
    read_only: Option<ErrorKind>,
    /// How many more syncs are let through; `None` lets all.
    syncs: Option<usize>,
    /// A sync is waiting to be let through.
    waits: bool,
}

impl Doubtful {
    fn new(disk: &SimDisk) -> Self {
        Self { disk: disk.clone(), state: Arc::default() }
    }

    fn write(&self, path: &Path) -> io::Result<()> {
        match self.state.lock().unwrap().read_only {
            Some(kind) if path.starts_with("/person") => Err(kind.into()),
            _ => Ok(()),
        }
    }

    fn sync(&self) {
        loop {
            let mut state = self.state.lock().unwrap();
            match &mut state.syncs {
                None => return,
                Some(0) => state.waits = true,
                Some(left) => {
                    *left -= 1;
                    state.waits = false;
                    return;
                }
            }
            drop(state);
            std::thread::yield_now();
        }
    }

    fn let_through(&self, syncs: Option<usize>) {
        let mut state = self.state.lock().unwrap();
        (state.syncs, state.waits) = (syncs, false);
    }

    fn waits(&self) -> bool {
        self.state.lock().unwrap().waits
    }
}

struct DoubtfulFile(Box<dyn NewFile>, Doubtful);

impl NewFile for DoubtfulFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync_all(&mut self) -> io::Result<()> {
        self.1.sync();
        self.0.sync_all()
    }
}

impl Disk for Doubtful {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.disk.read(path)
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<DirEntry>> {
        self.disk.list(dir)
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        self.write(dir)?;
        self.disk.create_dir(dir)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.write(path)?;
        Ok(Box::new(DoubtfulFile(self.disk.create_new(path)?, self.clone())))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.write(to)?;
        self.disk.rename(from, to)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.sync();
        self.disk.sync_dir(dir)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.write(path)?;
        self.disk.remove(path)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        self.disk.lock(path)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.disk.canonical(path)
    }
}

fn places() -> Places {
    Places::new("/person/Sunshower".into(), "/machine/sunshower".into())
}

fn open_on(disk: impl Disk + 'static) -> World {
    let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(EVENING).expect("a date")));
    World::open_with(places(), Arc::new(disk), clock, Vec2::new(1920.0, 1080.0))
}

/// All that the files of a disk hold.
fn content(disk: &SimDisk) -> String {
    let files = disk.snapshot().into_iter().filter(|(path, _)| path.starts_with("/person"));
    files.filter_map(|(_, bytes)| bytes).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

fn assert_shows(world: &World, sentence: &str) {
    assert!(world.shows(sentence), "{sentence:?} is not on the screen: {:#?}", world.labels());
}

/// Keeps a check-in from the journal.
fn check_in(world: &mut World) {
    world.ask(Command::Enter(Room::Journal));
    world.choose("Check in now");
    world.tab_to("How pleasant, not set");
    world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
    world.choose("Keep this");
}

/// A whole evening, as short as can be.
fn evening(world: &mut World, name: &str) {
    let item = Item { name: name.into(), runtime_min: Some(93), ..Item::default() };
    world.ask(Command::SetPlan(EveningPlan { items: vec![item], ..EveningPlan::default() }));
    world.ask(Command::Begin);
    for step in [Step::SkipCheckIn, Step::StartFilm, Step::MarkTears, Step::ItemOver, Step::SkipCheckIn] {
        world.ask(Command::Step(step));
    }
    world.ask(Command::Step(Step::AnswersDone));
    world.ask(Command::Step(Step::Close));
}

/// Presses "Try again" and waits until the folder was looked at.
fn try_again(world: &mut World) {
    world.choose("Try again");
    for _ in 0..100_000 {
        world.harness.step();
        if !matches!(world.app().model.folder, Folder::Opening(_)) {
            break;
        }
        std::thread::yield_now();
    }
    world.settle();
}

#[test]
fn a_folder_that_was_there_and_is_gone_is_never_taken_for_a_first_start() {
    let home = Home::new();
    let mut world = World::open(&home);
    evening(&mut world, "Paper Boats");
    drop(world);
    let away = home.data_dir().with_extension("unplugged");
    for leaves_an_empty_folder in [false, true] {
        fs::rename(home.data_dir(), &away).unwrap();
        if leaves_an_empty_folder {
            fs::create_dir(home.data_dir()).unwrap();
        }
        let mut world = World::open(&home);
        assert_shows(&world, "Your journal is not there right now");
        assert_shows(
            &world,
            "before, and now there is nothing. If it is on a drive or a share, connect it and try again.",
        );
        assert_shows(&world, "Nothing was changed.");
        assert_eq!(world.focused(), "Try again");
        try_again(&mut world);
        assert_shows(&world, "Your journal is not there right now");
        assert!(bytes(&home.data_dir()).is_empty(), "nothing was put there");
        if leaves_an_empty_folder {
            fs::remove_dir(home.data_dir()).unwrap();
        }
        fs::rename(&away, home.data_dir()).unwrap();
        try_again(&mut world);
        assert!(!world.focused().is_empty());
        world.ask(Command::Enter(Room::Journal));
        assert_shows(&world, "Paper Boats");
    }
}

#[test]
fn a_folder_that_goes_while_it_is_open_says_so_and_takes_everything_when_it_is_back() {
    let home = Home::new();
    let mut world = World::open(&home);
    evening(&mut world, "Paper Boats");
    let away = home.data_dir().with_extension("unplugged");
    fs::rename(home.data_dir(), &away).unwrap();
    check_in(&mut world);
    assert_shows(&world, "Not saved: the folder is gone.");
    assert_shows(&world, "Everything you said is still here, and what was saved before is untouched.");
    assert_shows(&world, "Check-in, ");
    assert!(!home.data_dir().exists(), "nothing is made in its place");
    world.choose("Try again");
    assert_shows(&world, "Not saved: the folder is gone.");
    fs::rename(&away, home.data_dir()).unwrap();
    world.choose("Try again");
    assert!(!world.shows("Not saved"), "{:?}", world.labels());
    assert!(home.month().contains("pleasant: Some(55)") && home.month().contains("Paper Boats"));
}

#[test]
fn a_file_and_a_folder_of_other_things_are_refused_and_left_alone() {
    let home = Home::new();
    fs::write(home.data_dir(), "my novel").unwrap();
    let mut world = World::open(&home);
    assert_shows(&world, "Your journal could not be opened");
    assert_shows(&world, "is a file. A journal needs a folder of its own.");
    assert_shows(&world, "Nothing was changed.");
    world.press_all(&[Key::ArrowRight, Key::ArrowLeft, Key::Tab]);
    assert_eq!(fs::read_to_string(home.data_dir()).unwrap(), "my novel");

    fs::remove_file(home.data_dir()).unwrap();
    fs::create_dir(home.data_dir()).unwrap();
    fs::write(home.data_dir().join("novel.txt"), "my novel").unwrap();
    world.tab_to("Leave");
    try_again(&mut world);
    assert_shows(&world, "holds other things and no journal. Choose an empty folder, or the one your journal is in.");
    assert_eq!(bytes(&home.data_dir()).len(), 1, "nothing was put beside it");

    fs::remove_file(home.data_dir().join("novel.txt")).unwrap();
    try_again(&mut world);
    assert_eq!(world.focused(), "Begin the evening", "an empty folder is fine");
}

#[test]
fn a_folder_without_its_marker_or_with_a_broken_one_is_left_alone() {
    let home = Home::new();
    let mut world = World::open(&home);
    evening(&mut world, "Paper Boats");
    drop(world);
    let marker = home.data_dir().join("sunshower-vault.ron");
    let whole = fs::read(&marker).unwrap();
    let cases: [(Option<&[u8]>, &str); 4] = [
        (None, "but sunshower-vault.ron is missing."),
        (Some(b""), "cannot be read. Your months are still there."),
        (Some(&whole[..whole.len() / 2]), "cannot be read. Your months are still there."),
        (Some(&[0; 64]), "cannot be read. Your months are still there."),
    ];
    for (bytes_of_marker, sentence) in cases {
        match bytes_of_marker {
            None => fs::remove_file(&marker).unwrap(),
            Some(bytes) => fs::write(&marker, bytes).unwrap(),
        }
        let before = bytes(&home.data_dir());
        let mut world = World::open(&home);
        assert_shows(&world, sentence);
        assert_shows(&world, "Nothing was changed.");
        assert_eq!(bytes(&home.data_dir()), before, "{sentence}");
        fs::write(&marker, &whole).unwrap();
        try_again(&mut world);
        world.ask(Command::Enter(Room::Journal));
        assert_shows(&world, "Paper Boats");
    }
}

#[test]
fn the_folder_of_a_newer_program_can_be_read_and_is_left_alone() {
    let home = Home::new();
    let mut world = World::open(&home);
    evening(&mut world, "Paper Boats");
    drop(world);
    let marker = home.data_dir().join("sunshower-vault.ron");
    let newer = fs::read_to_string(&marker).unwrap().replace("version: 1", "version: 9");
    fs::write(&marker, newer).unwrap();
    let before = bytes(&home.data_dir());
    let mut world = World::open(&home);
    assert_shows(&world, "A newer Sunshower made this journal (version 9).");
    check_in(&mut world);
    world.ask(Command::Enter(Room::Journal));
    assert_shows(&world, "Paper Boats");
    drop(world);
    assert_eq!(bytes(&home.data_dir()), before, "not a byte of it was touched");
}

#[test]
fn a_second_window_is_told_that_there_is_a_first() {
    let home = Home::new();
    let first = World::open(&home);
    let mut second = World::open(&home);
    assert_shows(&second, "Sunshower is open already");
    assert_shows(&second, "Two at once could write over each other.");
    drop(first);
    try_again(&mut second);
    assert_eq!(second.focused(), "Begin the evening");
}

#[test]
fn a_read_only_folder_is_shown_and_what_is_said_goes_into_it_once_it_can_be_written_in() {
    for (kind, why) in [
        (ErrorKind::ReadOnlyFilesystem, "the disk it is on allows no writing."),
        (ErrorKind::PermissionDenied, "you have no permission to write in its folder."),
    ] {
        let disk = SimDisk::default();
        let mut world = open_on(disk.clone());
        evening(&mut world, "Paper Boats");
        drop(world);
        let before = content(&disk);
        let doubtful = Doubtful::new(&disk);
        doubtful.state.lock().unwrap().read_only = Some(kind);
        let mut world = open_on(doubtful.clone());
        for room in [Room::Tonight, Room::Journal, Room::Insights, Room::Settings] {
            world.ask(Command::Enter(room));
            assert_shows(&world, &format!("Your journal can be read but not changed: {why}"));
            assert_shows(&world, "What you say now is kept on this computer");
            assert_shows(&world, "Read only");
            assert!(!world.shows("Saved"), "nothing was");
        }
        world.ask(Command::Enter(Room::Journal));
        assert_shows(&world, "Paper Boats");
        check_in(&mut world);
        assert_shows(&world, "What you say now is kept on this computer");
        assert!(!world.shows("Saved"));
        evening(&mut world, "Kept beside");
        assert_shows(&world, "What you say now is kept on this computer");
        assert_eq!(content(&disk), before, "not a byte");

        doubtful.state.lock().unwrap().read_only = None;
        world.ask(Command::Enter(Room::Tonight));
        world.choose("Try again");
        for _ in 0..100_000 {
            world.harness.step();
            if world.shows("Saved") {
                break;
            }
            std::thread::yield_now();
        }
        assert!(content(&disk).contains("Kept beside"), "it is in the journal now");
        drop(world);
        let mut world = open_on(disk);
        world.ask(Command::Enter(Room::Journal));
        for evening in ["Paper Boats", "Kept beside"] {
            assert_shows(&world, evening);
        }
    }
}

#[test]
fn where_no_lock_can_be_had_the_journal_is_only_read() {
    let disk = SimDisk::default();
    let mut world = open_on(disk.clone());
    evening(&mut world, "Paper Boats");
    drop(world);
    let before = disk.snapshot();
    disk.set_fault(Fault { at: 0, how: How::WriteError(ErrorKind::ReadOnlyFilesystem), lasting: true });
    let mut world = open_on(disk.clone());
    assert_shows(&world, "Your journal can be read but not changed:");
    assert_shows(&world, "Nothing you do here now is kept.");
    world.ask(Command::Enter(Room::Journal));
    assert_shows(&world, "Paper Boats");
    assert_eq!(disk.snapshot(), before);
}

#[test]
fn a_full_disk_says_so_keeps_everything_in_sight_and_saves_it_when_there_is_room() {
    let disk = SimDisk::default();
    let mut world = open_on(disk.clone());
    evening(&mut world, "Paper Boats");
    let before = content(&disk);
    disk.set_fault(Fault { at: 0, how: How::WriteError(ErrorKind::StorageFull), lasting: true });
    check_in(&mut world);
    assert_shows(&world, "Not saved: the disk is full.");
    assert_shows(&world, "Everything you said is still here, and what was saved before is untouched.");
    assert_shows(&world, "Check-in, 20:30");
    assert!(!world.labels().iter().any(|label| label.starts_with("Saved")), "{:?}", world.labels());
    assert_eq!(content(&disk), before);

    world.ask(Command::NewCry { evening: None });
    assert_shows(&world, "Not saved: the disk is full. Everything is still here.");
    world.tab_to("In your own words");
    world.write_anew("There was no room left.");
    assert_eq!(world.value_of("In your own words").as_deref(), Some("There was no room left."));
    world.choose("Done");
    assert_shows(&world, "There was no room left.");

    world.ask(Command::Quit);
    assert_shows(&world, "Something is not saved yet. If you leave now, it may be lost.");
    assert_eq!(world.focused(), "Stay");
    world.press(Key::Enter);

    world.choose("Try again");
    assert_shows(&world, "Not saved: the disk is full.");
    assert!(disk.heal());
    world.choose("Try again");
    assert!(!world.shows("Not saved"), "{:?}", world.labels());
    assert_shows(&world, "Saved 20:30");
    for kept in ["pleasant: Some(55)", "There was no room left.", "Paper Boats"] {
        assert!(content(&disk).contains(kept), "{kept}");
    }
    assert!(check(&disk.after_kill(), &places()).is_fine());
}

#[test]
fn a_disk_that_fills_up_during_an_evening_loses_none_of_it() {
    let disk = SimDisk::default();
    let mut world = open_on(disk.clone());
    world.ask(Command::Begin);
    world.ask(Command::Step(Step::SkipCheckIn));
    world.ask(Command::Step(Step::StartFilm));
    disk.set_fault(Fault { at: 0, how: How::WriteError(ErrorKind::StorageFull), lasting: true });
    world.wait_min(12);
    world.press(Key::Enter);
    assert_shows(&world, "Not saved: the disk is full. Everything is still here.");
    world.wait_min(12);
    for step in [Step::ItemOver, Step::SkipCheckIn, Step::AnswersDone] {
        world.ask(Command::Step(step));
    }
    world.tab_to("How far have you come?");
    world.write_anew("Far enough");
    assert_shows(&world, "Not saved: the disk is full. Everything is still here.");
    assert!(disk.heal());
    world.write_anew("Far enough for tonight.");
    assert!(!world.shows("Not saved"), "the next thing said takes the others along: {:?}", world.labels());
    world.choose("The evening is over");
    let kept = content(&disk);
    assert!(kept.contains("Far enough for tonight.") && kept.contains("film_secs: Some(720)"), "{kept}");
    assert!(check(&disk.after_kill(), &places()).is_fine());
}

#[test]
fn an_evening_that_could_not_be_saved_is_still_in_its_draft_after_a_crash() {
    let disk = SimDisk::default();
    let mut world = open_on(disk.clone());
    world.ask(Command::Begin);
    for step in [Step::SkipCheckIn, Step::StartFilm, Step::MarkTears, Step::ItemOver, Step::SkipCheckIn] {
        world.ask(Command::Step(step));
    }
    world.ask(Command::Step(Step::AnswersDone));
    world.ask(Command::Step(Step::Reflect("Far enough.".into())));
    disk.set_fault(Fault { at: 0, how: How::WriteError(ErrorKind::StorageFull), lasting: true });
    world.ask(Command::Step(Step::Close));
    assert_shows(&world, "Not saved: the disk is full.");
    let crashed = disk.after_kill();
    let world = open_on(crashed);
    assert_eq!(world.value_of("How far have you come?").as_deref(), Some("Far enough."));
    assert_eq!(world.app().model.run.as_ref().expect("it goes on").evening.marks.len(), 1);
}

#[test]
fn a_question_over_a_closed_lid_keeps_its_evening_where_the_disk_was_full() {
    let disk = SimDisk::default();
    let mut world = open_on(disk.clone());
    world.ask(Command::Begin);
    for step in [Step::SkipCheckIn, Step::StartFilm, Step::MarkTears] {
        world.ask(Command::Step(step));
    }
    world.wait_min(10);
    // The draft of the eleventh minute does not fit, and then the lid is closed until the next day.
    disk.set_fault(Fault { at: 0, how: How::WriteError(ErrorKind::StorageFull), lasting: true });
    world.wait_min(1);
    world.clock.sleep(std::time::Duration::from_hours(12));
    world.settle();
    assert_shows(&world, "An evening was interrupted");
    disk.heal();
    // Pressing this saves the note of the new day, and with it what could not be saved before.
    world.press(Key::F11);
    assert_shows(&world, "An evening was interrupted");
    let world = open_on(disk.after_kill());
    let evening = world.app().model.found.as_ref().map(|draft| draft.evening().marks.len());
    let evening = evening.or_else(|| world.app().model.run.as_ref().map(|run| run.evening.marks.len()));
    assert_eq!(evening, Some(1), "the running evening is still there after a crash");
}

#[test]
fn saved_is_said_only_once_no_power_cut_can_take_it_away() {
    let disk = SimDisk::default();
    let doubtful = Doubtful::new(&disk);
    let mut world = open_on(doubtful.clone());
    world.ask(Command::Enter(Room::Journal));
    world.choose("Check in now");
    world.tab_to("How pleasant, not set");
    world.press_all(&[Key::ArrowRight, Key::ArrowRight]);
    world.tab_to("Keep this");
    assert!(!world.labels().iter().any(|label| label.starts_with("Saved")));

    doubtful.let_through(Some(0));
    world.harness.key_press(Key::Enter);
    world.harness.run_steps(4);
    assert_shows(&world, "Check-in, 20:30");
    assert_shows(&world, "Saving");
    let says_saved = |world: &World| world.labels().iter().any(|label| label.starts_with("Saved"));
    let mut syncs = 0;
    while !says_saved(&world) {
        for _ in 0..1_000_000 {
            if doubtful.waits() {
                break;
            }
            std::thread::yield_now();
            world.harness.step();
            if says_saved(&world) {
                break;
            }
        }
        world.harness.run_steps(2);
        if says_saved(&world) {
            break;
        }
        assert_shows(&world, "Saving");
        doubtful.let_through(Some(1));
        syncs += 1;
        assert!(syncs < 100, "it comes to an end");
    }
    for found in disk.after_power_cut() {
        assert!(content(&found).contains("pleasant: Some(55)"), "Saved is true whatever the power cut takes");
    }
    assert!(syncs >= 4, "file, folder and what leads to them: {syncs}");
    doubtful.let_through(None);
    world.settle();
}

/// A journal with an evening in October and one in November, and November's file.
fn two_months(home: &Home) -> PathBuf {
    let mut world = World::open_at(home, "2026-10-20T20:30:00+02:00");
    evening(&mut world, "Autumn");
    drop(world);
    let mut world = World::open(home);
    evening(&mut world, "Paper Boats");
    drop(world);
    let files = bytes(&home.data_dir());
    files.into_iter().map(|(path, _)| path).find(|path| path.ends_with("2026-11.ron")).expect("November")
}

#[test]
fn a_month_that_cannot_be_read_is_left_as_it_is_and_everything_else_goes_on() {
    type Damage = fn(&[u8]) -> Vec<u8>;
    let cases: [(&str, Damage, &str); 7] = [
        ("empty", |_| Vec::new(), "there is nothing in it."),
        ("blank", |_| b"\n\n  \n".to_vec(), "there is nothing in it."),
        ("cut in half", |bytes| bytes[..bytes.len() / 2].to_vec(), "it breaks off in line"),
        ("zero bytes", |bytes| vec![0; bytes.len()], "it holds zero bytes, as files do after some crashes."),
        (
            "half zero bytes",
            |bytes| {
                let half = bytes.len() / 2;
                [&bytes[..half], &vec![0; half]].concat()
            },
            "it holds zero bytes, as files do after some crashes.",
        ),
        (
            "newer",
            |bytes| String::from_utf8_lossy(bytes).replacen("version: 1", "version: 7", 1).into_bytes(),
            "a newer Sunshower wrote it (version 7).",
        ),
        ("no text", |bytes| [&[0xff, 0xfe], bytes].concat(), "it is not text."),
    ];
    for (name, damage, sentence) in cases {
        let home = Home::new();
        let november = two_months(&home);
        let whole = fs::read(&november).unwrap();
        let damaged = damage(&whole);
        fs::write(&november, &damaged).unwrap();

        let mut world = World::open_at(&home, "2026-11-24T20:30:00+01:00");
        assert_shows(&world, "One file needs a look. It was left as it is, and everything else is here.");
        assert_shows(&world, "2026-11.ron");
        assert_shows(&world, sentence);
        assert_shows(&world, "It was left as it is.");
        // A new evening, in the very same month.
        evening(&mut world, "A new one");
        check_in(&mut world);
        assert!(!world.shows("Not saved"), "{name}: {:?}", world.labels());
        assert_shows(&world, "A new one");
        assert_eq!(fs::read(&november).unwrap(), damaged, "{name}: not a byte of it was touched");
        assert_shows(&world, "Autumn");
        drop(world);

        let mut world = World::open_at(&home, "2026-11-25T20:30:00+01:00");
        assert_shows(&world, sentence);
        world.ask(Command::Enter(Room::Journal));
        assert_shows(&world, "A new one");
        assert!(!world.shows("Paper Boats"), "{name}");
        assert_eq!(fs::read(&november).unwrap(), damaged, "{name}: still not");
        drop(world);

        // Mended from a backup, all of it is there.
        fs::write(&november, &whole).unwrap();
        let mut world = World::open_at(&home, "2026-11-26T20:30:00+01:00");
        assert!(!world.shows("needs a look"), "{name}: {:?}", world.labels());
        world.ask(Command::Enter(Room::Journal));
        for evening in ["A new one", "Paper Boats"] {
            assert_shows(&world, evening);
        }
        let report = check(&RealDisk, &home.places());
        assert!(report.is_fine() && report.counts.evenings == 3, "{name}: {report:?}");
    }
}

#[test]
fn a_mark_before_the_text_is_no_damage() {
    let home = Home::new();
    let november = two_months(&home);
    let whole = fs::read(&november).unwrap();
    fs::write(&november, ["\u{feff}".as_bytes(), &whole].concat()).unwrap();
    let mut world = World::open_at(&home, "2026-11-24T20:30:00+01:00");
    assert!(!world.shows("needs a look"));
    evening(&mut world, "A new one");
    assert!(!world.shows("Not saved"));
    world.ask(Command::Enter(Room::Journal));
    for evening in ["A new one", "Paper Boats"] {
        assert_shows(&world, evening);
    }
    let text = String::from_utf8(fs::read(&november).unwrap()).unwrap();
    assert!(text.contains("Paper Boats") && text.contains("A new one"), "the same file, with both");
}

#[test]
fn parts_from_a_newer_program_stay_as_they_are_while_the_rest_is_written() {
    let home = Home::new();
    let november = two_months(&home);
    let text = fs::read_to_string(&november).unwrap();
    let newer = text.replacen("began: Some(", "weather: \"rain\",\n      began: Some(", 1);
    assert_ne!(newer, text);
    fs::write(&november, &newer).unwrap();
    let mut world = World::open_at(&home, "2026-11-24T20:30:00+01:00");
    assert_shows(&world, "a newer Sunshower wrote parts that are not known here");
    evening(&mut world, "A new one");
    world.ask(Command::Enter(Room::Journal));
    for evening in ["A new one", "Paper Boats"] {
        assert_shows(&world, evening);
    }
    let text = fs::read_to_string(&november).unwrap();
    let of = |text: &str| text[..text.find("began:").unwrap()].to_owned();
    assert_eq!(of(&text), of(&newer), "the record with the part that is not known is as it was");
    assert!(text.contains("A new one"), "{text}");
}

#[test]
fn several_files_that_need_a_look_are_counted() {
    let home = Home::new();
    let november = two_months(&home);
    let dir = november.parent().expect("a folder").to_owned();
    for month in ["2026-05", "2026-06", "2026-07", "2026-08"] {
        fs::write(dir.join(format!("{month}.ron")), "").unwrap();
    }
    fs::write(dir.join("2026-11 (copy).ron"), "x").unwrap();
    let world = World::open_at(&home, "2026-11-24T20:30:00+01:00");
    assert_shows(&world, "5 files need a look. They were left as they are, and everything else is here.");
    assert_shows(&world, "And 2 more");
}

#[test]
fn a_draft_that_cannot_be_read_is_put_aside_and_said() {
    for damage in [&b""[..], b"\0\0\0\0\0\0\0\0", b"(format: \"sunshower/draft\", version: 1, "] {
        let home = Home::new();
        let mut world = World::open(&home);
        world.ask(Command::Begin);
        world.ask(Command::Step(Step::SkipCheckIn));
        drop(world);
        let is_draft = |path: &PathBuf| path.file_name().is_some_and(|name| name == "draft.ron");
        let draft = bytes(&home.places().state_root).into_iter().map(|(path, _)| path).find(is_draft).expect("a draft");
        fs::write(&draft, damage).unwrap();
        let mut world = World::open_at(&home, "2026-11-22T20:50:00+01:00");
        assert!(
            world.shows("An interrupted evening was found, but it cannot be read.") || world.shows("draft.ron"),
            "{damage:?}: {:?}",
            world.labels()
        );
        let aside = bytes(draft.parent().expect("a folder"));
        assert!(aside.iter().any(|(_, content)| content == damage), "{damage:?} was not deleted");
        world.ask(Command::Begin);
        world.ask(Command::Step(Step::SkipCheckIn));
        assert!(!world.shows("Not saved"));
        let world = world.reopened_after(&home, 0);
        assert!(world.app().model.run.is_some(), "the next evening has its own draft");
    }
}
