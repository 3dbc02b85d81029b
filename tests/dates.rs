//! The day that was lived stays the day that is shown: in every time zone, in the nights in which the clocks change, and
//! with a clock that was never set or is far ahead.
//!
//! For what depends on the system's own zone this test starts itself again, as another computer somewhere else.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use chrono::{DateTime, Local, NaiveDate, NaiveTime, SecondsFormat};
use sunshower::clock::{Clock, SystemClock, Wall};
use sunshower::journal::day::{DAY_STARTS_HOUR, Month, lived_day};
use sunshower::journal::entry::Cry;
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::store::{FileKey, Job, OpenError, Opened, Places, RealDisk, Writer, check, open, sheet_text};
use tempfile::TempDir;

/// Moments in one zone, by the clock on the wall there, and the day each is lived on. None but the first of a change
/// lies within half a minute of it, so that a slow computer still starts on the right side.
struct Zone {
    name: &'static str,
    moments: &'static [(&'static str, &'static str)],
}

const ZONES: [Zone; 12] = [
    Zone {
        name: "UTC",
        moments: &[
            ("1970-01-01T00:00:10+00:00", "1969-12-31"),
            ("2026-12-01T00:00:00+00:00", "2026-11-30"),
            ("2026-12-01T03:59:00+00:00", "2026-11-30"),
            ("2026-12-01T04:00:00+00:00", "2026-12-01"),
            ("2099-12-31T23:59:50+00:00", "2099-12-31"),
        ],
    },
    Zone {
        name: "Europe/Berlin",
        moments: &[
            // The hour after two is left out.
            ("2026-03-29T01:59:00+01:00", "2026-03-28"),
            ("2026-03-29T03:00:00+02:00", "2026-03-28"),
            ("2026-03-29T03:59:00+02:00", "2026-03-28"),
            ("2026-03-29T04:00:00+02:00", "2026-03-29"),
            // The hour after two comes twice.
            ("2026-10-25T02:30:00+02:00", "2026-10-24"),
            ("2026-10-25T02:30:00+01:00", "2026-10-24"),
            ("2026-10-25T03:59:00+01:00", "2026-10-24"),
            ("2026-10-25T04:01:00+01:00", "2026-10-25"),
            ("2026-12-01T00:30:00+01:00", "2026-11-30"),
            ("2027-01-01T00:00:00+01:00", "2026-12-31"),
            ("2099-12-31T23:59:50+01:00", "2099-12-31"),
        ],
    },
    Zone {
        name: "America/New_York",
        moments: &[
            ("2026-03-08T01:59:00-05:00", "2026-03-07"),
            ("2026-03-08T03:00:00-04:00", "2026-03-07"),
            ("2026-03-08T04:01:00-04:00", "2026-03-08"),
            // The night between two months has an hour twice.
            ("2026-11-01T00:00:00-04:00", "2026-10-31"),
            ("2026-11-01T01:30:00-04:00", "2026-10-31"),
            ("2026-11-01T01:30:00-05:00", "2026-10-31"),
            ("2026-11-01T03:59:00-05:00", "2026-10-31"),
            ("2026-11-01T04:00:00-05:00", "2026-11-01"),
        ],
    },
    Zone {
        name: "Pacific/Chatham",
        moments: &[
            ("2026-04-05T03:30:00+13:45", "2026-04-04"),
            ("2026-04-05T02:45:00+12:45", "2026-04-04"),
            ("2026-04-05T03:30:00+12:45", "2026-04-04"),
            ("2026-04-05T04:00:00+12:45", "2026-04-05"),
            ("2026-09-27T02:44:00+12:45", "2026-09-26"),
            ("2026-09-27T03:45:00+13:45", "2026-09-26"),
            ("2026-09-27T04:01:00+13:45", "2026-09-27"),
        ],
    },
    Zone {
        name: "Australia/Lord_Howe",
        moments: &[
            // Half an hour comes twice, and half an hour is left out.
            ("2026-04-05T01:45:00+11:00", "2026-04-04"),
            ("2026-04-05T01:45:00+10:30", "2026-04-04"),
            ("2026-04-05T04:00:00+10:30", "2026-04-05"),
            ("2026-10-04T01:59:00+10:30", "2026-10-03"),
            ("2026-10-04T02:30:00+11:00", "2026-10-03"),
            ("2026-10-04T04:00:00+11:00", "2026-10-04"),
        ],
    },
    Zone {
        name: "Pacific/Apia",
        moments: &[
            ("2011-12-29T03:59:00-10:00", "2011-12-28"),
            ("2011-12-29T23:59:00-10:00", "2011-12-29"),
            // The islands went over the date line, and the 30th did not take place: its small hours did.
            ("2011-12-31T00:00:00+14:00", "2011-12-30"),
            ("2011-12-31T03:59:00+14:00", "2011-12-30"),
            ("2011-12-31T04:01:00+14:00", "2011-12-31"),
        ],
    },
    Zone {
        name: "Africa/Casablanca",
        moments: &[
            // Summer time rests in the month of fasting.
            ("2026-02-15T02:59:00+01:00", "2026-02-14"),
            ("2026-02-15T02:30:00+00:00", "2026-02-14"),
            ("2026-02-15T04:00:00+00:00", "2026-02-15"),
        ],
    },
    Zone {
        name: "Pacific/Kiritimati",
        moments: &[
            ("2026-12-01T00:00:00+14:00", "2026-11-30"),
            ("2026-12-01T00:30:00+14:00", "2026-11-30"),
            ("2026-12-01T03:59:00+14:00", "2026-11-30"),
            ("2026-12-01T04:01:00+14:00", "2026-12-01"),
        ],
    },
    Zone {
        name: "Etc/GMT+12",
        moments: &[
            ("2026-12-01T00:00:00-12:00", "2026-11-30"),
            ("2026-12-01T00:30:00-12:00", "2026-11-30"),
            ("2026-12-01T03:59:00-12:00", "2026-11-30"),
            ("2026-12-01T04:01:00-12:00", "2026-12-01"),
        ],
    },
    Zone {
        name: "Asia/Kathmandu",
        moments: &[
            ("2026-12-01T00:00:00+05:45", "2026-11-30"),
            ("2026-12-01T00:30:00+05:45", "2026-11-30"),
            ("2026-12-01T03:59:00+05:45", "2026-11-30"),
            ("2026-12-01T04:01:00+05:45", "2026-12-01"),
        ],
    },
    Zone {
        name: "Pacific/Marquesas",
        moments: &[
            ("2026-12-01T00:00:00-09:30", "2026-11-30"),
            ("2026-12-01T00:30:00-09:30", "2026-11-30"),
            ("2026-12-01T03:59:00-09:30", "2026-11-30"),
            ("2026-12-01T04:01:00-09:30", "2026-12-01"),
        ],
    },
    Zone {
        name: "America/St_Johns",
        moments: &[
            ("2026-12-01T00:00:00-03:30", "2026-11-30"),
            ("2026-12-01T00:30:00-03:30", "2026-11-30"),
            ("2026-12-01T03:59:00-03:30", "2026-11-30"),
            ("2026-12-01T04:01:00-03:30", "2026-12-01"),
        ],
    },
];

fn wall(text: &str) -> Wall {
    Wall::parse_from_rfc3339(text).expect("a time")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// As precise as the table above.
fn text_of(at: Wall) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn all_moments() -> impl Iterator<Item = (&'static str, &'static str)> {
    ZONES.iter().flat_map(|zone| zone.moments.iter().copied())
}

/// A folder, and what two computers remember about it.
struct Home {
    dir: TempDir,
}

impl Home {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    fn places(&self, computer: &str) -> Places {
        Places::new(self.dir.path().join("Sunshower"), self.dir.path().join(computer))
    }
}

fn cry_at(journal: &mut Journal, at: Wall, day_starts_hour: u32) -> Cry {
    let mut cry: Cry = journal.create(lived_day(at, day_starts_hour), Some(at));
    cry.note = "now".into();
    journal.put(cry.clone());
    cry
}

fn save_all(opened: &Opened) {
    let mut writer = Writer::new(opened.vault.clone(), Arc::new(RealDisk));
    let months: BTreeSet<Month> = opened.journal.cries.iter().map(|cry| Month::of(cry.day)).collect();
    for month in months {
        writer
            .run_now(Job::Records(Sheet::Month(month), sheet_text(&opened.journal, Sheet::Month(month))))
            .result
            .expect("saved");
    }
}

/// The day and the time of every cry, as they are kept, by time.
fn told(opened: &Opened) -> Vec<String> {
    let mut cries: Vec<&Cry> = opened.journal.cries.iter().collect();
    cries.sort_by_key(|cry| (cry.at, cry.day, cry.id));
    cries.iter().map(|cry| format!("{} {}", cry.day, cry.at.map(text_of).unwrap_or_default())).collect()
}

#[test]
fn half_past_midnight_belongs_to_the_day_before_in_every_zone() {
    for (at, lived) in all_moments() {
        assert_eq!(lived_day(wall(at), DAY_STARTS_HOUR), day(lived), "{at}");
    }
    for minutes in (-12 * 60..=14 * 60).step_by(15) {
        let offset = chrono::FixedOffset::east_opt(minutes * 60).expect("an offset");
        for (hour, minute, lived) in [(0, 0, 30), (0, 30, 30), (3, 59, 30), (4, 0, 1), (12, 0, 1), (23, 59, 1)] {
            let time = NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
            let at = day("2026-12-01").and_time(time).and_local_timezone(offset).single().expect("one such moment");
            let expected = if lived == 30 { "2026-11-30" } else { "2026-12-01" };
            assert_eq!(lived_day(at, DAY_STARTS_HOUR), day(expected), "{at}");
        }
    }
}

/// Opens a journal that was just closed. Another test of this program may be starting a process right now, which holds a
/// copy of everything that is open, the lock among it, until it has become that other process.
fn open_again(places: &Places) -> Opened {
    for _ in 0..1_000_000 {
        match open(&RealDisk, places) {
            Err(OpenError::InUse) => std::thread::yield_now(),
            opened => return opened.expect("it opens"),
        }
    }
    panic!("somebody holds the lock")
}

#[test]
fn what_was_saved_is_shown_with_the_same_day_and_the_same_time_to_the_letter() {
    let home = Home::new();
    let mut opened = open(&RealDisk, &home.places("here")).expect("it opens");
    let moments: Vec<_> = all_moments().collect();
    let kept: Vec<Cry> = moments.iter().map(|(at, _)| cry_at(&mut opened.journal, wall(at), DAY_STARTS_HOUR)).collect();
    save_all(&opened);
    let months: BTreeSet<Month> = kept.iter().map(|cry| Month::of(cry.day)).collect();
    let files = |opened: &Opened| -> Vec<Vec<u8>> {
        months
            .iter()
            .map(|month| fs::read(opened.vault.path_of(FileKey::Records(Sheet::Month(*month)))).expect("readable"))
            .collect()
    };
    let written = files(&opened);
    let told_before = told(&opened);
    drop(opened);

    let opened = open_again(&home.places("here"));
    assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    for (cry, (at, lived)) in kept.iter().zip(&moments) {
        let found = opened.journal.cries.get(cry.id).expect("it is there");
        assert_eq!(found.day, day(lived));
        let found_at = found.at.expect("a time");
        assert_eq!((found_at, *found_at.offset()), (wall(at), *wall(at).offset()), "{at}");
        assert_eq!(text_of(found_at), *at);
    }
    assert_eq!(told(&opened), told_before);
    save_all(&opened);
    assert!(files(&opened) == written, "saved again, not a byte is different");
    let texts = months.iter().map(|month| sheet_text(&opened.journal, Sheet::Month(*month)).into_bytes());
    assert!(texts.eq(written), "and each file is the text of its month");
}

#[test]
fn a_day_that_starts_at_another_hour_from_now_on_leaves_the_days_that_were_as_they_were() {
    let home = Home::new();
    let mut opened = open(&RealDisk, &home.places("here")).expect("it opens");
    let at = wall("2026-12-01T00:30:00+01:00");
    let (before, after) = (cry_at(&mut opened.journal, at, DAY_STARTS_HOUR), cry_at(&mut opened.journal, at, 0));
    save_all(&opened);
    drop(opened);
    let opened = open_again(&home.places("here"));
    assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    let day_of = |cry: &Cry| opened.journal.cries.get(cry.id).expect("it is there").day;
    assert_eq!((day_of(&before), day_of(&after)), (day("2026-11-30"), day("2026-12-01")));
}

/// What the test that was started again is to do, and where it tells what it found.
const TASK: &str = "SUNSHOWER_DATES_TASK";
const FOLDER: &str = "SUNSHOWER_DATES_FOLDER";
const COMPUTER: &str = "SUNSHOWER_DATES_COMPUTER";
const MOMENTS: &str = "SUNSHOWER_DATES_MOMENTS";
const TOLD: &str = "SUNSHOWER_DATES_TOLD";

/// Does nothing, unless it was started by one of the tests below: then it is a computer somewhere else.
#[test]
fn another_computer() {
    let Ok(task) = env::var(TASK) else { return };
    let path = |name: &str| PathBuf::from(env::var(name).expect("a path"));
    let mut opened = open(&RealDisk, &Places::new(path(FOLDER), path(COMPUTER))).expect("it opens");
    assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    let hour = opened.settings.day_starts_hour;
    let lines = match task.as_str() {
        "read" => told(&opened),
        "write these" => {
            let moments = env::var(MOMENTS).expect("moments");
            let seconds = moments.split(' ').map(|seconds| seconds.parse().expect("a number"));
            let here = |seconds| DateTime::from_timestamp(seconds, 0).expect("a time").with_timezone(&Local);
            seconds.for_each(|seconds| drop(cry_at(&mut opened.journal, here(seconds).fixed_offset(), hour)));
            save_all(&opened);
            told(&opened)
        }
        "write now" => {
            let cry = cry_at(&mut opened.journal, SystemClock::default().now().wall, hour);
            save_all(&opened);
            vec![format!("{} {}", cry.day, cry.at.map(text_of).unwrap_or_default())]
        }
        _ => panic!("an unknown task: {task}"),
    };
    fs::write(path(TOLD), lines.join("\n")).expect("told");
}

/// Starts this test as a computer in `zone`, at `faked` by its clock, and hands back what it told.
fn elsewhere(home: &Home, task: &str, zone: &str, computer: &str, faked: Option<&str>, moments: &str) -> Vec<String> {
    let test = env::current_exe().expect("this test");
    let mut command = match faked {
        None => Command::new(test),
        Some(at) => {
            let mut command = Command::new("faketime");
            command.arg(at).arg(test);
            command
        }
    };
    let Places { data_dir, state_root, .. } = home.places(computer);
    let told = home.dir.path().join(format!("{computer}.told"));
    command.args(["--exact", "another_computer", "--nocapture", "--test-threads=1"]);
    command.env("TZ", zone).env(TASK, task).env(MOMENTS, moments);
    command.env(FOLDER, data_dir).env(COMPUTER, state_root).env(TOLD, &told);
    let output = command.output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{zone} at {faked:?}: {said}");
    let lines = fs::read_to_string(told).unwrap_or_else(|error| panic!("{zone} at {faked:?}: {error}: {said}"));
    lines.lines().map(str::to_owned).collect()
}

fn has_zones() -> bool {
    let has =
        cfg!(target_os = "linux") && ZONES.iter().all(|zone| Path::new("/usr/share/zoneinfo").join(zone.name).exists());
    if !has {
        println!("left out: this system has no /usr/share/zoneinfo with all the zones");
    }
    has
}

fn can_fake_time() -> bool {
    let can = Command::new("faketime").args(["@10", "true"]).status().is_ok_and(|status| status.success());
    if !can {
        println!("left out: there is no faketime here (Debian: apt install faketime)");
    }
    can
}

/// By time, as they are told.
fn expected(moments: &[(&str, &str)]) -> Vec<String> {
    let mut moments: Vec<_> = moments.to_vec();
    moments.sort_by_key(|(at, _)| wall(at));
    moments.iter().map(|(at, lived)| format!("{lived} {at}")).collect()
}

#[test]
fn a_folder_from_any_zone_shows_the_same_days_in_every_other() {
    if !has_zones() {
        return;
    }
    for writing in &ZONES {
        let home = Home::new();
        let seconds: Vec<_> = writing.moments.iter().map(|(at, _)| wall(at).timestamp().to_string()).collect();
        let written = elsewhere(&home, "write these", writing.name, "writer", None, &seconds.join(" "));
        assert_eq!(written, expected(writing.moments), "in {}", writing.name);
        let files = files_of(&home);
        for reading in &ZONES {
            let read = elsewhere(&home, "read", reading.name, reading.name.rsplit('/').next().unwrap(), None, "");
            assert_eq!(read, written, "from {} to {}", writing.name, reading.name);
        }
        assert_eq!(files_of(&home), files, "looking changes nothing");
        assert!(check(&RealDisk, &home.places("here")).is_fine());
    }
}

#[test]
fn what_is_said_at_any_hour_of_any_zone_is_kept_for_the_day_that_was_lived() {
    if !has_zones() || !can_fake_time() {
        return;
    }
    for zone in &ZONES {
        let home = Home::new();
        for (at, lived) in zone.moments {
            let faked = format!("@{}", wall(at).timestamp());
            let said = elsewhere(&home, "write now", zone.name, "writer", Some(&faked), "");
            let (day, said_at) = said[0].split_once(' ').expect("a day and a time");
            let late = wall(said_at) - wall(at);
            assert!((0..30).contains(&late.num_seconds()), "{said_at} is {late} after {at}");
            assert_eq!(wall(said_at).offset(), wall(at).offset(), "{said_at} in {}", zone.name);
            assert_eq!(day, *lived, "{said_at} in {}", zone.name);
        }
        // By a clock that is elsewhere, was never set, or is far ahead, all of it is as it was.
        let told: Vec<String> = ["@10", "2026-11-22 20:00:00", "2099-12-31 23:59:50"]
            .map(|faked| elsewhere(&home, "read", "Europe/Berlin", "reader", Some(faked), "").join("\n"))
            .into();
        assert!(told.windows(2).all(|pair| pair[0] == pair[1]), "{told:?}");
        let days: Vec<&str> = told[0].lines().map(|line| line.split(' ').next().unwrap()).collect();
        let lived = expected(zone.moments);
        assert_eq!(days, lived.iter().map(|line| line.split(' ').next().unwrap()).collect::<Vec<_>>());
    }
}

#[test]
fn a_clock_before_1970_or_far_ahead_opens_and_saves_and_leaves_earlier_days_alone() {
    if !has_zones() || !can_fake_time() {
        return;
    }
    for zone in ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12"] {
        let home = Home::new();
        let evening = wall("2026-11-22T20:40:00+01:00").timestamp().to_string();
        let earlier = elsewhere(&home, "write these", zone, "writer", None, &evening);
        let mut all = earlier.clone();
        // East of Greenwich the first of these is still before 1970; the two after it are everywhere.
        for faked in
            ["1970-01-01 00:00:10", "1969-07-20 20:17:40 UTC", "1904-01-01 00:00:00 UTC", "2099-12-31 23:59:50"]
        {
            let said = elsewhere(&home, "write now", zone, "writer", Some(faked), "");
            let (day, at) = said[0].split_once(' ').expect("a day and a time");
            let at = wall(at);
            if faked.starts_with("2099") {
                assert_eq!(day, "2099-12-31", "{zone}");
            } else {
                assert!((0..13 * 3600).contains(&at.timestamp()), "{faked} in {zone} reads as {at}");
                assert_eq!(day, lived_day(at, DAY_STARTS_HOUR).to_string(), "{zone}");
            }
            all.extend(said);
            let read = elsewhere(&home, "read", zone, "reader", Some(faked), "");
            assert_eq!(read.len(), all.len(), "nothing is missing");
            assert!(all.iter().all(|line| read.contains(line)), "{read:?}");
            assert!(read.contains(&earlier[0]), "the evening of 2026 is where it was");
        }
    }
}

/// What every month holds.
fn files_of(home: &Home) -> Vec<(PathBuf, Vec<u8>)> {
    let journal = home.places("here").data_dir.join("journal");
    let inside = |dir: &Path| -> Vec<PathBuf> {
        fs::read_dir(dir).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
    };
    let mut files: Vec<_> = inside(&journal).iter().flat_map(|device| inside(device)).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read(path).expect("readable"))).collect()
}
