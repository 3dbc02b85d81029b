//! Everything the app knows. Views read it; only `apply` changes it.

use std::collections::BTreeSet;
use std::io;
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::breathing::{Pace, Pattern};
use crate::care::support::Line;
use crate::clock::{Now, Wall};
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::plan::{EveningPlan, Item};
use crate::evening::resume::Draft;
use crate::evening::run::{Run, Stage};
use crate::evening::stretch::Stretch;
use crate::journal::day::{lived_day, lived_day_of, moment_of};
use crate::journal::entry::{OwnPattern, Shelved};
use crate::journal::log::Journal;
use crate::journal::record::{DeviceId, Rev};
use crate::shelf::players::Player;
use crate::shelf::title::Title;
use crate::store::backup::Backup;
use crate::store::restore::Preview;
use crate::store::{OpenError, OwnList, Problem, ReadOnlyWhy, SaveError, Settings, Vanished};

use super::nav::{Nav, Over, Page, Welcome};

/// Everything the app knows.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Model {
    /// Whether the folder is open.
    pub folder: Folder,
    /// Everything that is remembered.
    pub journal: Journal,
    /// Grows with each change of the journal, so that what is computed from it is computed once.
    pub revision: u64,
    /// Counts up whenever there are other words.
    pub words: u64,
    /// The settings.
    pub settings: Settings,
    /// What was found wrong in the folder.
    pub problems: Vec<Problem>,
    /// What is being erased for good, until nothing of it is left anywhere.
    pub erasing: BTreeSet<Uuid>,
    /// The backups there are, and what one of them would bring back.
    pub backups: Backups,
    /// Where in the house we are.
    pub nav: Nav,
    /// What lies over the screen, the topmost last.
    pub over: Vec<Over>,
    /// The screen of the first start that is shown.
    pub welcome: Option<Welcome>,
    /// The evening being planned.
    pub tonight: Tonight,
    /// A check-in that was begun and not kept yet.
    pub half_check_in: Option<HalfCheckIn>,
    /// Titles that were begun, or are being changed, and not kept yet: one of each at most.
    pub half_titles: Vec<HalfTitle>,
    /// The running evening.
    pub run: Option<Run>,
    /// The lived day on which an evening ended, until the person goes on to something else.
    pub over_on: Option<NaiveDate>,
    /// What Back offers during the film is open.
    pub menu_open: bool,
    /// A found evening, waiting for an answer.
    pub found: Option<Draft>,
    /// A draft was found that could not be taken up.
    pub draft_trouble: Option<DraftTrouble>,
    /// The day whose note is written, or on its way.
    pub noted_day: Option<NaiveDate>,
    /// Since when the breathing room breathes, on the monotonic clock.
    pub breathing_since: Option<Now>,
    /// Breathing to a pace, in the room or in a break.
    pub pace: Option<Pace>,
    /// A pace that came to its end by itself, until something else is done.
    pub pace_ended: Option<Pace>,
    /// The way to breathe that was chosen for this time only, by its id: one with a hold is never chosen again by itself.
    pub pattern_once: Option<String>,
    /// Soft music plays while settling in, or after the film.
    pub music: bool,
    /// What became of the latest saves.
    pub saving: Saving,
    /// Where the page to take along lies that was made last, or why there is none.
    pub taken_along: Option<Result<String, SaveError>>,
    /// One line, until the next thing is done.
    pub notice: Option<Notice>,
    /// The question whether to leave is open.
    pub asks_to_quit: bool,
    /// When the person last pressed or moved anything, on the monotonic clock.
    pub last_input: Duration,
    /// The computer slept since then.
    pub has_slept: bool,
    /// The titles that come with the program.
    pub catalogue: Vec<Title>,
    /// Where titles can be looked for.
    pub players: Vec<Player>,
    /// Lines one can ring.
    pub support: Vec<Line>,
    /// The ways to breathe that come with the program.
    pub patterns: Vec<Pattern>,
    /// The stretches that come with the program.
    pub stretches: Vec<Stretch>,
    /// What of the world outside cannot be used.
    pub outside: Outside,
    /// Where the folder is, for the person to read.
    pub data_dir: String,
    /// The journal is made up.
    pub demo: bool,
}

/// Why a list of the person's own cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListTrouble {
    /// It cannot be read from this line on.
    Line(usize),
    /// What in it cannot be, in the English of the file.
    Odd(String),
}

/// Whether the folder is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Folder {
    /// It is being read, since then on the monotonic clock.
    Opening(Duration),
    /// It is open.
    Open,
    /// It is open, but nothing can be saved.
    ReadOnly(ReadOnlyWhy),
    /// It is open, but something that was there last time is missing. Nothing is saved before the person has said
    /// that this is right.
    Vanished(Vanished),
    /// It could not be opened.
    Closed(OpenError),
}

/// The backups there are, and what one of them would bring back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backups {
    /// All of them, the oldest first; `None` before they were looked at.
    pub all: Option<Vec<Backup>>,
    /// What the one that was chosen would bring back; `None` while it is being read.
    pub preview: Option<Preview>,
    /// Files of it that cannot be read any more.
    pub unreadable: usize,
    /// The backup that is being brought back.
    pub under_way: Option<u64>,
    /// What became of the latest one that was brought back.
    pub done: Option<Result<(), NotDone>>,
}

/// Why a backup was not looked into, or not brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// Something could not be written.
    NotSaved(SaveError),
    /// Something could not be read: why, in the system's words.
    NotRead(String),
    /// This file is there but could not be read, and would be taken for missing.
    Unread(String),
    /// The backup is not there, or cannot be read, any more.
    Gone,
}

impl From<SaveError> for NotDone {
    fn from(error: SaveError) -> Self {
        Self::NotSaved(error)
    }
}

impl From<io::Error> for NotDone {
    fn from(error: io::Error) -> Self {
        Self::NotRead(error.to_string())
    }
}

/// Why an interrupted evening could not be taken up. The draft is never deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftTrouble {
    /// It cannot be read.
    Damaged,
    /// A newer version wrote it.
    Newer,
}

/// The evening being planned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tonight {
    /// The kept plan this was taken from.
    pub id: Option<Uuid>,
    /// When it starts; `None` is now.
    pub when: Option<NaiveDateTime>,
    /// What it is to hold.
    pub plan: EveningPlan,
    /// The version of the kept plan it was taken from: its own, and those it was made from.
    #[serde(default)]
    pub base: Option<(Rev, Vec<Rev>)>,
}

/// A check-in outside an evening's stages that was begun and not kept yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HalfCheckIn {
    /// The check-in that is being changed; `None` is a new one.
    pub id: Option<Uuid>,
    /// The evening it belongs to.
    pub evening: Option<Uuid>,
    /// When in the evening.
    pub moment: Moment,
    /// The day on which it was begun.
    pub day: NaiveDate,
    /// What was said so far.
    pub feeling: Feeling,
    /// A word of one's own that is still being typed.
    pub own: String,
}

/// A title that was begun, or is being changed, and not kept yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HalfTitle {
    /// The id of the title that is being changed; `None` is a new one.
    pub of: Option<String>,
    /// The record as it was when this was begun.
    pub base: Shelved,
    /// The record as it would be kept now.
    pub said: Shelved,
    /// The length as it is being typed.
    pub length: String,
    /// The year as it is being typed.
    pub year: String,
    /// A theme that is still being typed.
    pub theme: String,
}

/// What became of the latest saves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saving {
    /// When something was last saved, by the clock on the wall.
    pub saved_at: Option<Wall>,
    /// The folder can only be read, and what was said is kept beside it.
    pub is_beside: bool,
    /// Something is on its way to the disk.
    pub under_way: bool,
    /// Why something could not be saved. It is still in memory.
    pub failed: Option<SaveError>,
    /// Why no backup could be made before the first save of the day. What was said is saved all the same.
    pub no_backup: Option<SaveError>,
    /// Where a copy of everything was put, because it could not be saved in its place; or why that failed too.
    pub copied_to: Option<Result<String, SaveError>>,
}

/// What of the world outside cannot be used. Said where it is missed, and nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of the world outside")]
pub struct Outside {
    /// Why the person's own list of places where titles play cannot be used.
    pub players_trouble: Option<ListTrouble>,
    /// Why the person's own list of lines to ring cannot be used.
    pub support_trouble: Option<ListTrouble>,
    /// The desktop could not be asked to show a note.
    pub notes_fail: bool,
    /// There is nothing that sound could be played with.
    pub sound_fails: bool,
    /// The desktop could not be asked to keep the screen awake.
    pub awake_fails: bool,
    /// The desktop is set to as little motion as possible.
    pub wants_stillness: bool,
}

/// One line at the foot of the screen.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What it says.
    pub kind: NoticeKind,
    /// What Undo brings back, by its name in the trash.
    pub undo: Option<Uuid>,
}

/// What a line at the foot of the screen says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// An evening was kept for later.
    PlanKept,
    /// Something was deleted.
    Deleted,
    /// Something was brought back from the trash.
    BroughtBack,
    /// Something was erased for good.
    Erased,
    /// A letter was burnt.
    Burnt,
    /// There is nothing to note of today.
    NothingToday,
    /// Of several versions one was chosen.
    Chosen,
    /// A title was put on the shelf.
    TitleKept,
    /// A way to breathe was kept.
    PatternKept,
    /// A kept evening was copied.
    PlanCopied,
    /// A list that comes with the program lies in the folder.
    ListCopied(OwnList),
    /// An address was handed to the browser.
    Opened,
    /// An address could not be opened.
    NotOpened {
        /// Which.
        address: String,
    },
}

impl Model {
    /// What is known before the folder was read.
    #[must_use]
    pub fn new(data_dir: String, demo: bool) -> Self {
        Self {
            folder: Folder::Opening(Duration::ZERO),
            journal: Journal::new(DeviceId::random()),
            revision: 0,
            words: 0,
            settings: Settings::default(),
            problems: Vec::new(),
            erasing: BTreeSet::new(),
            backups: Backups::default(),
            nav: Nav::default(),
            over: Vec::new(),
            welcome: None,
            tonight: Tonight::default(),
            half_check_in: None,
            half_titles: Vec::new(),
            run: None,
            menu_open: false,
            found: None,
            draft_trouble: None,
            noted_day: None,
            breathing_since: None,
            pace: None,
            pace_ended: None,
            pattern_once: None,
            music: false,
            saving: Saving::default(),
            taken_along: None,
            over_on: None,
            notice: None,
            asks_to_quit: false,
            last_input: Duration::ZERO,
            has_slept: false,
            catalogue: Vec::new(),
            players: Vec::new(),
            support: Vec::new(),
            patterns: Vec::new(),
            stretches: Vec::new(),
            outside: Outside::default(),
            data_dir,
            demo,
        }
    }

    /// All ways to breathe: those that come with the program, then the person's own by their names.
    #[must_use]
    pub fn all_patterns(&self) -> Vec<Pattern> {
        let mut own: Vec<Pattern> = self.journal.patterns.iter().map(OwnPattern::pattern).collect();
        own.sort_by(|one, other| one.name.cmp(&other.name));
        self.patterns.iter().cloned().chain(own).collect()
    }

    /// The way to breathe with this id.
    #[must_use]
    pub fn pattern(&self, id: &str) -> Option<Pattern> {
        let bundled = self.patterns.iter().find(|pattern| pattern.id == id).cloned();
        bundled.or_else(|| self.journal.patterns.get(id.parse().ok()?).map(OwnPattern::pattern))
    }

    /// The way to breathe that is chosen: for this time, or else always, or else the usual one.
    #[must_use]
    pub fn pattern_now(&self) -> Pattern {
        let once = self.pattern_once.as_ref().and_then(|id| self.pattern(id));
        let always = || self.pattern(&self.settings.pattern).filter(Pattern::may_be_offered);
        once.or_else(always).unwrap_or_default()
    }

    /// Whether nothing moves that need not: as the person said, or else as the desktop is set.
    #[must_use]
    pub fn is_still(&self) -> bool {
        let settings = &self.settings;
        settings.reduced_motion || (self.outside.wants_stillness && !settings.motion_chosen)
    }

    /// The day that is being lived.
    #[must_use]
    pub fn today(&self, now: Now) -> NaiveDate {
        lived_day(now.wall, self.settings.day_starts_hour)
    }

    /// Whether a later check-in was opened while the evening is at its last page.
    #[must_use]
    pub fn checks_in_during_aftercare(&self) -> bool {
        let last_page = self.run.as_ref().is_some_and(|run| run.stage == Stage::Aftercare);
        last_page && matches!(self.nav.page(), Some(Page::CheckIn { .. }))
    }

    /// Whether the folder's own page takes the place of the rooms: it is not open, or a question about it is. Only the
    /// backups can be looked at meanwhile.
    #[must_use]
    pub fn waits_for_folder(&self) -> bool {
        match self.folder {
            Folder::Opening(_) => true,
            Folder::Closed(_) | Folder::Vanished(_) => {
                !matches!(self.nav.page(), Some(Page::Backups | Page::Backup(_)))
            }
            Folder::Open | Folder::ReadOnly(_) => false,
        }
    }

    /// Whether an evening ended today, and nothing else was begun since.
    #[must_use]
    pub fn is_over(&self, now: Now) -> bool {
        self.over_on == Some(self.today(now))
    }

    /// Whether nothing can be saved in the folder.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        matches!(self.folder, Folder::ReadOnly(_))
    }

    /// Whether what is said is kept on this computer, though the folder can only be read.
    #[must_use]
    pub fn keeps_beside(&self) -> bool {
        matches!(self.folder, Folder::ReadOnly(ReadOnlyWhy::Disk | ReadOnlyWhy::Permission))
    }

    /// When the evening being planned starts: its own time, or now, at the next full five minutes.
    #[must_use]
    pub fn starts(&self, now: Now) -> NaiveDateTime {
        self.tonight.when.unwrap_or_else(|| next_five_minutes(now))
    }

    /// The moment of bedtime on the day the planned evening starts.
    #[must_use]
    pub fn bedtime(&self, now: Now) -> Option<NaiveDateTime> {
        let starts = self.starts(now);
        let hour = self.settings.day_starts_hour;
        let day = lived_day_of(starts, hour);
        self.tonight.plan.bedtime.map(|time| moment_of(day, time, hour))
    }

    /// Half past eight this evening, or tomorrow where that has passed.
    #[must_use]
    pub fn next_half_past_eight(&self, now: Now) -> NaiveDateTime {
        let today = self.today(now);
        let this_evening = today.and_time(half_past_eight());
        if this_evening > now.wall.naive_local() { this_evening } else { this_evening + TimeDelta::days(1) }
    }

    /// An empty plan, with what the person chose last time where it is likely to be the same.
    #[must_use]
    pub fn usual_plan(&self) -> EveningPlan {
        EveningPlan {
            bedtime: self.settings.bedtime.or(NaiveTime::from_hms_opt(23, 30, 0)),
            place: self.settings.place,
            aftercare: self.settings.aftercare.clone(),
            items: vec![Item::default()],
            ..EveningPlan::default()
        }
    }
}

/// When evenings begin where nobody said otherwise.
#[must_use]
pub fn half_past_eight() -> NaiveTime {
    NaiveTime::from_hms_opt(20, 30, 0).unwrap_or_default()
}

/// The start of the next five minutes; the present ones for their first few seconds.
#[must_use]
pub fn next_five_minutes(now: Now) -> NaiveDateTime {
    use chrono::DurationRound;
    let local = now.wall.naive_local();
    local.duration_round_up(TimeDelta::minutes(5)).unwrap_or(local)
}
