//! Whatever a journal holds, what is written is what is read: every kind of record with every field, several months,
//! several computers, several versions, what was deleted and what was erased. Writing it again gives the same bytes.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/any_record.rs"]
mod any_record;
#[path = "support/computers.rs"]
mod computers;

use std::collections::BTreeSet;
use std::fs;

use any_record::{
    any_breath, any_check_in, any_cry, any_day, any_day_as_such, any_evening, any_joy, any_own_pattern, any_plan,
    any_reflection, any_shelved,
};
use computers::{Computer, MONTHS, record_files, text};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use sunshower::breathing::Look;
use sunshower::evening::plan::Place;
use sunshower::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, OwnPattern, Plan, Reflection, Shelved};
use sunshower::journal::log::{Journal, Kind, KindVisitor, visit_kinds};
use sunshower::journal::record::DeviceId;
use sunshower::journal::sheet::Sheet;
use sunshower::journal::trash::{Bundle, Records};
use sunshower::shelf::title::Note;
use sunshower::sound::Bed;
use sunshower::store::{FileKey, Opened, RealDisk, Settings, check, settings_text};
use uuid::Uuid;

const COMPUTERS: usize = 3;

/// What became of a record.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Kept,
    EditedLater,
    EditedByTwo,
    DeletedByOneAndEditedByTheOther,
    Deleted,
    InTheTrash,
    Erased,
    /// Another computer wrote it, and it was found in nothing but a copy of that one's file.
    Adopted,
}

const FATES: [Fate; 8] = [
    Fate::Kept,
    Fate::EditedLater,
    Fate::EditedByTwo,
    Fate::DeletedByOneAndEditedByTheOther,
    Fate::Deleted,
    Fate::InTheTrash,
    Fate::Erased,
    Fate::Adopted,
];

/// A record, what it becomes when it is edited, and by whom.
#[derive(Clone, Debug)]
struct Life<R> {
    first: R,
    second: R,
    who: usize,
    fate: Fate,
}

fn any_life<R: Kind>(record: fn() -> BoxedStrategy<R>) -> impl Strategy<Value = Vec<Life<R>>> {
    let life = (record(), record(), 0..COMPUTERS, proptest::sample::select(&FATES[..]));
    let life = life.prop_map(|(first, second, who, fate)| Life { first, second, who, fate });
    proptest::collection::vec(life, 0..3)
}

/// A world of records of all kinds.
#[derive(Clone, Debug)]
struct Lives {
    evenings: Vec<Life<Evening>>,
    check_ins: Vec<Life<CheckIn>>,
    cries: Vec<Life<Cry>>,
    reflections: Vec<Life<Reflection>>,
    joys: Vec<Life<Joy>>,
    breaths: Vec<Life<Breath>>,
    days: Vec<Life<Day>>,
    plans: Vec<Life<Plan>>,
    titles: Vec<Life<Shelved>>,
    patterns: Vec<Life<OwnPattern>>,
    deleted_on: chrono::NaiveDate,
}

fn any_lives() -> impl Strategy<Value = Lives> {
    let all = (
        any_life(|| any_evening().boxed()),
        any_life(|| any_check_in().boxed()),
        any_life(|| any_cry().boxed()),
        any_life(|| any_reflection().boxed()),
        any_life(|| any_joy().boxed()),
        any_life(|| any_breath().boxed()),
        any_life(|| any_day_as_such().boxed()),
        any_life(|| any_plan().boxed()),
        any_life(|| any_shelved().boxed()),
        any_life(|| any_own_pattern().boxed()),
        any_day(),
    );
    all.prop_map(
        |(evenings, check_ins, cries, reflections, joys, breaths, days, plans, titles, patterns, deleted_on)| Lives {
            evenings,
            check_ins,
            cries,
            reflections,
            joys,
            breaths,
            days,
            plans,
            titles,
            patterns,
            deleted_on,
        },
    )
}

/// Three computers, and a fourth one of which nothing is left but what was adopted.
struct Making {
    journals: Vec<Journal>,
    gone: Journal,
    deleted_on: chrono::NaiveDate,
}

impl Making {
    fn hear<R: Kind>(&mut self, id: Uuid) {
        let all: Vec<R> = self.journals.iter().flat_map(|journal| R::table(journal).versions_of(id)).cloned().collect();
        for journal in &mut self.journals {
            for version in &all {
                journal.merge(version.clone());
            }
        }
    }

    /// The second record under the first one's id.
    fn edited<R: Kind>(first: &R, mut second: R, set_id: fn(&mut R, Uuid)) -> R {
        set_id(&mut second, first.id());
        second
    }

    fn live<R: Kind>(&mut self, lives: &[Life<R>], set_id: fn(&mut R, Uuid), keep: fn(R) -> Records) {
        for Life { first, second, who, fate } in lives {
            let (who, other, id) = (*who, (*who + 1) % COMPUTERS, first.id());
            let second = Self::edited(first, second.clone(), set_id);
            if matches!(fate, Fate::Adopted) {
                self.gone.put(first.clone());
                let version = R::table(&self.gone).versions_of(id).next().expect("put").clone();
                self.journals[who].merge(version.clone());
                self.journals[who].adopt(id, version.rev().clone());
                self.hear::<R>(id);
                continue;
            }
            self.journals[who].put(first.clone());
            self.hear::<R>(id);
            match fate {
                Fate::Kept | Fate::Adopted => {}
                Fate::EditedLater => self.journals[other].put(second),
                Fate::EditedByTwo => {
                    self.journals[who].put(second.clone());
                    self.journals[other].put(first.clone());
                }
                Fate::DeletedByOneAndEditedByTheOther => {
                    self.journals[who].delete::<R>(id);
                    self.journals[other].put(second);
                }
                Fate::Deleted => {
                    self.journals[who].delete::<R>(id);
                }
                Fate::InTheTrash => {
                    let record = self.journals[other].delete::<R>(id).expect("it was there");
                    let bundle = Bundle { id: Uuid::new_v4(), on: self.deleted_on, records: keep(record) };
                    self.journals[other].trash.push(bundle);
                }
                Fate::Erased => {
                    self.journals[other].erase([id]);
                    let erased = self.journals[other].erased().clone();
                    for journal in &mut self.journals {
                        journal.erase(erased.iter().copied());
                    }
                }
            }
            self.hear::<R>(id);
        }
    }

    fn all(&mut self, lives: &Lives) {
        macro_rules! live {
            ($($field:ident),*) => {
                $(self.live(
                    &lives.$field,
                    |record, id| record.id = id,
                    |record| Records { $field: vec![record], ..Records::default() },
                );)*
            };
        }
        live!(evenings, check_ins, cries, reflections, joys, breaths, days, plans, titles, patterns);
    }
}

/// Whether all tables of two journals hold the same versions and show the same ones.
fn same_records(one: &Journal, other: &Journal) -> Result<(), TestCaseError> {
    struct Same<'a>(&'a Journal, &'a Journal, Result<(), TestCaseError>);
    impl KindVisitor for Same<'_> {
        fn visit<R: Kind>(&mut self) {
            let (one, other) = (R::table(self.0), R::table(self.1));
            if one != other && self.2.is_ok() {
                let what = format!("{}: {one:#?}\n\nis not\n\n{other:#?}", R::NAME);
                self.2 = Err(TestCaseError::fail(what));
            }
        }
    }
    let mut same = Same(one, other, Ok(()));
    visit_kinds(&mut same);
    same.2
}

/// Folders stay for all cases; only what is in them changes.
struct World {
    computers: Vec<Computer>,
    devices: Vec<DeviceId>,
}

impl World {
    fn new() -> Self {
        let mut computers = vec![Computer::new()];
        for _ in 1..COMPUTERS {
            computers.push(Computer::beside(&computers[0]));
        }
        let devices = computers.iter().map(Computer::device).collect();
        Self { computers, devices }
    }

    fn there_and_back(&self, lives: &Lives) -> Result<(), TestCaseError> {
        let journals: Vec<Journal> = self.devices.iter().cloned().map(Journal::new).collect();
        let gone = Journal::new(DeviceId("gone".into()));
        let mut making = Making { journals, gone, deleted_on: lives.deleted_on };
        making.all(lives);
        let Making { journals, .. } = making;
        for computer in &self.computers {
            for sub in ["journal", "plans", "library", "trash", "erased"] {
                let _ = fs::remove_dir_all(computer.path(sub));
            }
            for journal in &journals {
                for file in record_files() {
                    computer.put_file(&file.path(&journal.device), text(journal, file).as_bytes());
                }
            }
        }
        for (computer, journal) in self.computers.iter().zip(&journals) {
            Self::reads(computer, journal, &journals)?;
        }
        Ok(())
    }

    fn reads(computer: &Computer, journal: &Journal, journals: &[Journal]) -> Result<(), TestCaseError> {
        let Opened { journal: read, problems, to_save, copies, vault, .. } = computer.open();
        prop_assert_eq!(&problems, &[]);
        prop_assert!(to_save.is_empty() && copies.is_empty());
        prop_assert_eq!(&read.device, &journal.device);
        same_records(&read, journal)?;
        prop_assert_eq!(&read.trash, &journal.trash);
        let elsewhere = journals.iter().filter(|other| other.device != read.device && !other.trash.is_empty());
        prop_assert_eq!(read.trash_elsewhere.values().collect::<Vec<_>>(), {
            let mut elsewhere: Vec<_> = elsewhere.collect();
            elsewhere.sort_by(|a, b| a.device.cmp(&b.device));
            elsewhere.into_iter().map(|other| &other.trash).collect::<Vec<_>>()
        });
        prop_assert_eq!(read.erased(), journal.erased());
        prop_assert_eq!(read.known_records(), journal.known_records());
        for file in record_files() {
            let name = vault.path_in_folder(file);
            prop_assert_eq!(text(&read, file), computer.text(&name), "{} is not the same to the byte", name);
        }
        let report = check(&RealDisk, &computer.places);
        prop_assert!(report.is_fine() && report.copies.is_empty(), "{:?}", report);
        prop_assert_eq!(report.in_two_versions, journal.in_two_versions());
        Ok(())
    }
}

/// Tries something on many values.
fn for_many<S: Strategy>(cases: u32, values: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    if let Err(error) = TestRunner::new(config).run(&values, test) {
        panic!("{error}");
    }
}

#[test]
fn every_journal_is_read_as_it_was_written() {
    let world = World::new();
    for_many(48, any_lives(), |lives| world.there_and_back(&lives));
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let place =
        proptest::option::of(proptest::sample::select(vec![Place::ThisScreen, Place::AnotherScreen, Place::Elsewhere]));
    let time = proptest::option::of((0..24_u32, 0..60_u32));
    let words = proptest::collection::vec(any_record::words(), 0..3);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let skip = proptest::collection::btree_set(proptest::sample::select(&Note::ALL[..]), 0..4);
    let look = (any_record::words(), 80..=200_u32, flags);
    let breath = (
        any_record::words(),
        proptest::sample::select(&Look::ALL[..]),
        proptest::option::of(1..=60_u32),
        proptest::option::of(proptest::sample::select(&Bed::ALL[..])),
        0..=100_u8,
        any::<bool>(),
        any::<bool>(),
    );
    let country = proptest::option::of(proptest::sample::select(&["DE", "JP", "a country of one's own"][..]));
    let away = proptest::collection::btree_set(any_record::words(), 0..3);
    let care = (any_record::words(), any_record::words(), country, away, any::<bool>());
    (look, 0..=12_u32, time, place, words, skip, breath, care).prop_map(
        |((theme, text_percent, flags), day_starts_hour, time, place, aftercare, skip, breath, care)| Settings {
            theme,
            text_percent,
            reduced_motion: flags.0,
            motion_chosen: flags.3,
            day_starts_hour,
            bedtime: time.and_then(|(hour, minute)| chrono::NaiveTime::from_hms_opt(hour, minute, 0)),
            place,
            aftercare,
            fullscreen: flags.1,
            skip,
            catalogue: flags.2,
            notify: flags.3,
            pattern: breath.0,
            look: breath.1,
            breathe_min: breath.2,
            bed: breath.3,
            volume: breath.4,
            true_black: breath.5,
            cues: breath.6,
            language: care.2.map(str::to_lowercase),
            twelve_hours: (flags.0 != flags.1).then_some(flags.2),
            paused: flags.4,
            contact_name: care.0,
            contact_number: care.1,
            country: care.2.map(str::to_owned),
            put_away: care.3,
            welcomed: care.4,
        },
    )
}

#[test]
fn all_settings_are_read_as_they_were_written() {
    let computer = Computer::new();
    let name = computers::name_of(&computer.open(), FileKey::Settings);
    for_many(64, any_settings(), |settings| {
        computer.put_file(&name, settings_text(&settings).as_bytes());
        let opened = computer.open();
        prop_assert_eq!(&opened.problems, &[]);
        prop_assert_eq!(&opened.settings, &settings);
        Ok(())
    });
}

#[test]
fn every_record_is_in_the_file_of_its_own_month_and_in_no_other() {
    for_many(24, proptest::collection::vec(any_cry(), 1..6), |cries| {
        let mut journal = Journal::new(DeviceId("here".into()));
        let ids: BTreeSet<Uuid> = cries.iter().map(|cry| cry.id).collect();
        for cry in cries {
            journal.put(cry);
        }
        let months: Vec<String> = MONTHS.map(|month| text(&journal, FileKey::Records(Sheet::Month(month)))).into();
        for id in ids {
            let found = months.iter().filter(|month| month.contains(&format!("id: \"{id}\""))).count();
            prop_assert_eq!(found, 1);
        }
        Ok(())
    });
}
