//! The screens about what is kept: saved or not, deleted, brought back, in two versions, missing.

use chrono::{NaiveDate, TimeDelta};
use sunshower::app::command::Command;
use sunshower::app::model::Folder;
use sunshower::app::nav::{Page, Room};
use sunshower::clock::Clock;
use sunshower::evening::check_in::{Feeling, Moment};
use sunshower::evening::tears::{Feel, Tears};
use sunshower::journal::entry::{Cry, Evening, Reflection};
use sunshower::journal::log::{Journal, Kind};
use sunshower::journal::record::DeviceId;
use sunshower::store::backup::{BackedUp, Backup, Why};
use sunshower::store::restore::Preview;
use sunshower::store::{Hash, OpenError, Problem, ProblemKind, ReadOnlyWhy, SaveError, Vanished};
use uuid::Uuid;

use super::super::support::world::World;
use super::Screen;

const LONG: &str = "It began with the dog at the station, and then it was not about the dog any more. I thought of the \
    kitchen in the old flat, how the light came in over the sink, and of everybody who sat there.\n\nAfterwards it was \
    quiet, and that was good. I want to remember that it was quiet.";

/// The screens, as in the list of all.
pub const SCREENS: &[Screen] = &[
    ("status-saved", true, |world| {
        let feeling = Feeling { pleasant: Some(60), ..Feeling::default() };
        world.ask(Command::KeepCheckIn { id: None, evening: None, moment: Moment::Free, feeling });
        world.ask(Command::Enter(Room::Settings));
        to_your_data(world);
    }),
    ("status-saving", true, |world| {
        // Without a folder there is nobody to say that it is done.
        take_folder_away(world);
        world.ask(Command::OpenAgain);
        while matches!(world.app().model.folder, Folder::Opening(_)) {
            world.harness.step();
            std::thread::yield_now();
        }
        let model = &mut world.app_mut().model;
        model.folder = Folder::Open;
        model.saving.under_way = true;
        world.ask(Command::Enter(Room::Settings));
        to_your_data(world);
    }),
    ("status-not-saved", true, |world| {
        lose_folder(world);
        world.app_mut().model.saving.copied_to =
            Some(Ok("/home/ana/Documents/Sunshower-2026-11-22-203000.zip".to_owned()));
        world.settle();
    }),
    ("status-not-copied", true, |world| {
        lose_folder(world);
        world.app_mut().model.saving.copied_to = Some(Err(SaveError::Missing));
        world.ask(Command::Enter(Room::Settings));
    }),
    ("status-no-backup", true, |world| {
        world.app_mut().model.saving.no_backup = Some(SaveError::DiskFull);
        world.settle();
    }),
    ("status-read-only-newer", true, |world| {
        world.app_mut().model.folder = Folder::ReadOnly(ReadOnlyWhy::Newer { version: 3 });
        world.settle();
    }),
    ("status-newer-parts", true, |world| {
        let kind = ProblemKind::NewerParts { what: "weather".to_owned() };
        let problem = Problem { file: "journal/8f2c1a90/2026-10.ron".to_owned(), kind };
        world.app_mut().model.problems = vec![problem];
        world.settle();
    }),
    ("folder-vanished", true, |world| {
        let files = ["09", "10", "11", "12"].map(|month| format!("journal/8f2c1a90/2026-{month}.ron"));
        vanish(world, 148, &files);
    }),
    ("folder-vanished-one", true, |world| vanish(world, 1, &[])),
    ("folder-damaged-marker", false, |world| {
        world.app_mut().model.folder = Folder::Closed(OpenError::MarkerMissing);
        world.settle();
    }),
    ("folder-closed-backups", false, |world| {
        world.app_mut().model.folder = Folder::Closed(OpenError::NotFound);
        backups(world, 4);
    }),
    ("folder-closed-backup", false, |world| {
        world.app_mut().model.folder = Folder::Closed(OpenError::NotFound);
        backups(world, 4);
        world.ask(Command::Open(Page::Backup(4)));
    }),
    ("folder-closed-not-brought-back", false, |world| {
        world.app_mut().model.folder = Folder::Closed(OpenError::NotFound);
        world.app_mut().model.backups.done = Some(Err(SaveError::DiskFull.into()));
        world.settle();
    }),
    ("trash-empty", false, |world| open(world, Page::Trash)),
    ("trash", true, |world| {
        fill_trash(world, 1);
        open(world, Page::Trash);
    }),
    ("trash-full", true, |world| {
        fill_trash(world, 20);
        open(world, Page::Trash);
    }),
    ("trash-read-only", true, |world| {
        fill_trash(world, 1);
        world.app_mut().model.folder = Folder::ReadOnly(ReadOnlyWhy::Disk);
        open(world, Page::Trash);
    }),
    ("erase-one", true, |world| {
        fill_trash(world, 1);
        open(world, Page::Trash);
        let bundle = world.app().model.journal.trash.first().map(|bundle| bundle.id);
        world.ask(Command::Open(Page::Erase(bundle)));
    }),
    ("erase-all", true, |world| {
        fill_trash(world, 20);
        open(world, Page::Trash);
        world.ask(Command::Open(Page::Erase(None)));
    }),
    ("backups-looking", true, |world| open(world, Page::Backups)),
    ("backups-none", false, |world| backups(world, 0)),
    ("backups", true, |world| backups(world, 31)),
    ("backup-reading", true, |world| {
        backups(world, 31);
        world.ask(Command::Open(Page::Backup(31)));
    }),
    ("backup-preview", true, |world| {
        let come_back = [("evenings", 3), ("check_ins", 5), ("reflections", 1)].into_iter().collect();
        preview(world, Preview { come_back, change_back: 2, stay: 8, same: 940, erased: 4 });
    }),
    ("backup-same", true, |world| preview(world, Preview { stay: 1, same: 940, ..Preview::default() })),
    ("backup-under-way", true, |world| {
        preview(world, Preview::default());
        world.app_mut().model.backups.under_way = Some(31);
        world.settle();
    }),
    ("backup-done", true, |world| {
        preview(world, Preview::default());
        world.app_mut().model.backups.done = Some(Ok(()));
        world.settle();
    }),
    ("backup-not-done", true, |world| {
        preview(world, Preview::default());
        world.app_mut().model.backups.done = Some(Err(SaveError::DiskFull.into()));
        world.settle();
    }),
    ("versions-tonight", true, |world| {
        two_evenings(world);
        two_reflections(world);
    }),
    ("versions-journal", true, |world| {
        two_evenings(world);
        two_cries(world);
        world.ask(Command::Enter(Room::Journal));
    }),
    ("versions-evening", true, |world| {
        let id = two_evenings(world);
        world.ask(Command::Enter(Room::Journal));
        world.ask(Command::Open(Page::Versions(id)));
    }),
    ("versions-evening-page", true, |world| {
        let id = two_evenings(world);
        world.ask(Command::Enter(Room::Journal));
        world.ask(Command::Open(Page::Evening(id)));
    }),
    ("versions-reflection", true, |world| {
        let id = two_reflections(world);
        world.ask(Command::Enter(Room::Journal));
        world.ask(Command::Open(Page::Versions(id)));
    }),
    ("versions-reflection-page", true, |world| {
        let id = two_reflections(world);
        world.ask(Command::Open(Page::Reflection(id)));
    }),
    ("versions-three", true, |world| {
        let id = two_cries(world);
        let third = Cry { note: "On the train, nobody saw.".to_owned(), ..cry(world, id) };
        elsewhere(world, "c0ffee11", third);
        world.ask(Command::Open(Page::Versions(id)));
    }),
];

fn open(world: &mut World, page: Page) {
    world.ask(Command::Enter(Room::Settings));
    world.ask(Command::Open(page));
}

fn to_your_data(world: &mut World) {
    world.tab_to("Backups");
}

fn take_folder_away(world: &World) {
    let dir = std::path::PathBuf::from(&world.app().model.data_dir);
    std::fs::rename(&dir, dir.with_extension("away")).expect("it was there");
}

/// Takes the folder away and says something.
fn lose_folder(world: &mut World) {
    take_folder_away(world);
    world.ask(Command::NewCry { evening: None });
    world.ask(Command::Back);
}

fn vanish(world: &mut World, records: usize, files: &[String]) {
    world.app_mut().model.folder = Folder::Vanished(Vanished { records, files: files.to_vec() });
    world.settle();
}

/// Deletes the newest things of each kind.
fn fill_trash(world: &mut World, each: usize) {
    fn newest<R: Kind>(journal: &Journal, each: usize) -> Vec<Uuid> {
        let mut all: Vec<_> = R::table(journal).iter().map(|record| (record.day(), record.id())).collect();
        all.sort_unstable();
        all.into_iter().rev().take(each).map(|(_, id)| id).collect()
    }
    let journal = &world.app().model.journal;
    let ids = [
        newest::<Evening>(journal, each),
        newest::<Cry>(journal, each),
        newest::<Reflection>(journal, each + 2),
        newest::<sunshower::journal::entry::CheckIn>(journal, each + 6),
        newest::<sunshower::journal::entry::Plan>(journal, each),
    ];
    for id in ids.concat() {
        world.ask(Command::Delete(id));
    }
    world.app_mut().model.notice = None;
}

fn backups(world: &mut World, count: u32) {
    let file = |number: u32| BackedUp {
        path: format!("journal/8f2c1a90/2026-{number}.ron"),
        hash: Hash::of(number.to_string().as_bytes()),
        bytes: 4_000,
    };
    let today = world.clock.now().wall;
    let why = |number: u32| match number % 7 {
        3 => Why::BeforeMerge,
        5 => Why::BeforeRestore,
        _ => Why::FirstOfDay,
    };
    let all = (1..=count).map(|number| Backup {
        number: number.into(),
        made: today - TimeDelta::hours(23 * i64::from(count - number)),
        why: why(number),
        files: (0..20 + number).map(file).collect(),
        left_out: Vec::new(),
    });
    world.app_mut().model.backups.all = Some(all.collect());
    open(world, Page::Backups);
}

fn preview(world: &mut World, preview: Preview) {
    backups(world, 31);
    world.app_mut().model.backups.preview = Some(preview);
    world.ask(Command::Open(Page::Backup(31)));
}

/// Another computer, which knows what there is here, says something else about a record.
fn elsewhere<R: Kind>(world: &mut World, device: &str, record: R) {
    let model = &mut world.app_mut().model;
    let mut there = Journal::new(DeviceId(device.to_owned()));
    let id = record.id();
    there.put(record);
    let other = R::table(&there).get(id).expect("put there").clone();
    model.journal.merge(other);
    model.revision += 1;
    world.settle();
}

fn today(world: &World) -> NaiveDate {
    world.clock.now().wall.date_naive()
}

fn cry(world: &World, id: Uuid) -> Cry {
    world.app().model.journal.cries.get(id).expect("it is here").clone()
}

fn two_cries(world: &mut World) -> Uuid {
    let (day, at) = (today(world), world.clock.now().wall);
    let model = &mut world.app_mut().model;
    let cry: Cry = model.journal.create(day, Some(at));
    let here = Cry { note: "On the train.".to_owned(), tears: Some(Tears::Few), ..cry };
    model.journal.put(here.clone());
    let there = Cry { note: "On the train, by the window.".to_owned(), tears: Some(Tears::Wept), ..here.clone() };
    elsewhere(world, "8f2c1a90", there);
    here.id
}

fn two_reflections(world: &mut World) -> Uuid {
    let (day, at) = (today(world), world.clock.now().wall);
    let model = &mut world.app_mut().model;
    let reflection: Reflection = model.journal.create(day, Some(at));
    let here = Reflection { text: "Further than yesterday.".to_owned(), ..reflection };
    model.journal.put(here.clone());
    elsewhere(world, "8f2c1a90", Reflection { text: LONG.to_owned(), ..here.clone() });
    here.id
}

fn two_evenings(world: &mut World) -> Uuid {
    let evenings = world.app().model.journal.evenings.iter();
    let evening = evenings.max_by_key(|evening| evening.began).expect("the demo has some").clone();
    let mut there = Evening { tears: Some(Tears::Sobbed), feel: Some(Feel::Same), ..evening.clone() };
    "To miss her properly, for once".clone_into(&mut there.plan.intention);
    elsewhere(world, "8f2c1a90", there);
    evening.id
}
