//! Everything a person can ask for. Buttons, keys and screen readers all end up here.

use chrono::NaiveDateTime;
use uuid::Uuid;

use crate::evening::check_in::{Feeling, Moment};
use crate::evening::plan::EveningPlan;
use crate::evening::run::Step;
use crate::exchange::export::written::Wanted;
use crate::journal::entry::{Cry, Evening, Joy, OwnPattern, Reflection, Shelved};
use crate::journal::record::Rev;
use crate::store::{OwnList, Settings};

use super::model::{HalfCheckIn, HalfTitle};
use super::nav::{Over, Page, Room, Welcome};

/// What a view collects while it is drawn.
pub type Commands = Vec<Command>;

/// Something a person asks for.
#[derive(Clone, Debug)]
pub enum Command {
    /// Into a room.
    Enter(Room),
    /// Onto a page.
    Open(Page),
    /// Lays something over the screen, whatever there is. Back leads away from it.
    Lay(Over),
    /// Onto a screen of the first start.
    Welcome(Welcome),
    /// The first start is over. Says whether to fill the whole screen, where that was answered.
    EndWelcome(Option<bool>),
    /// One level back.
    Back,
    /// The plan reads like this now.
    SetPlan(EveningPlan),
    /// The plan is for then; `None` is now.
    SetWhen(Option<NaiveDateTime>),
    /// Begin what is planned.
    Begin,
    /// Keep what is planned for its time.
    KeepPlan,
    /// Start on an empty plan.
    NewPlan,
    /// Keeps a check-in while it is being filled in; `None` once it is kept or left.
    HoldCheckIn(Option<Box<HalfCheckIn>>),
    /// Keeps a title while it is being filled in.
    HoldTitle(Box<HalfTitle>),
    /// The title with this id, or the new one, is kept or given up.
    LetTitleGo(Option<String>),
    /// Take up a kept plan.
    TakePlan(Uuid),
    /// Something in the running evening.
    Step(Step),
    /// The running evening was begun by mistake.
    Abandon,
    /// Shows or hides what Back offers during the film, or what can be chosen in a break.
    Menu(bool),
    /// The answer to what a found evening asks.
    TakeUp(TakeUp),
    /// Keeps a check-in, as a new one or in place of an old one.
    KeepCheckIn {
        /// The one to change.
        id: Option<Uuid>,
        /// The evening it belongs to.
        evening: Option<Uuid>,
        /// When it belongs to.
        moment: Moment,
        /// What it says.
        feeling: Feeling,
    },
    /// Begins logging tears outside an evening.
    NewCry {
        /// The evening they are remembered from.
        evening: Option<Uuid>,
    },
    /// Adds an evening of the past that was not planned here, and opens it.
    NewEvening,
    /// Burns a letter: nothing of it is left, and it does not come back.
    Burn(Uuid),
    /// There is nothing to note of today.
    NothingToday,
    /// Keeps tears as they read now.
    KeepCry(Box<Cry>),
    /// Keeps an evening as it reads now.
    KeepEvening(Box<Evening>),
    /// Keeps a reflection as it reads now.
    KeepReflection(Box<Reflection>),
    /// Keeps a small joy as it reads now.
    KeepJoy(Box<Joy>),
    /// Keeps what the person says about a title as it reads now.
    KeepTitle(Box<Shelved>),
    /// Opens an address in the person's browser.
    OpenAddress(String),
    /// Puts a list that comes with the program into the folder, to be changed by hand.
    CopyList(OwnList),
    /// Keeps a copy of a kept evening, and takes it up.
    CopyPlan(Uuid),
    /// The kept evening comes again every week, or does not.
    SetWeekly(bool),
    /// Deletes a record, and what hangs on it.
    Delete(Uuid),
    /// Brings back what was deleted last.
    Undo,
    /// Brings back what lies in the trash under this name.
    BringBack(Uuid),
    /// Erases for good what lies in the trash under this name; all of it without one.
    Erase(Option<Uuid>),
    /// Of several versions of a record, keeps the one with this number.
    ChooseVersion {
        /// The record.
        id: Uuid,
        /// The version to keep.
        rev: Rev,
    },
    /// Looks for backups.
    LookForBackups,
    /// Looks into a backup.
    LookIntoBackup(u64),
    /// Brings a backup back, after making one of today.
    Restore(u64),
    /// What is missing is meant to be so.
    AcceptVanished,
    /// Puts a copy of everything where there is room.
    CopyElsewhere,
    /// The settings read like this now.
    SetSettings(Box<Settings>),
    /// Breathing outside an evening begins or ends.
    Breathe(bool),
    /// Breathes in this way from now on; one with a hold only this time.
    ChoosePattern(String),
    /// Keeps a way to breathe as it reads now.
    KeepPattern(Box<OwnPattern>),
    /// Soft music while settling in, or after the film.
    Music(bool),
    /// Makes something of the journal to take along.
    TakeAlong(Box<Wanted>),
    /// Opens what was made.
    OpenTakenAlong,
    /// Into or out of the whole screen.
    ToggleFullscreen,
    /// Tries again what could not be saved.
    SaveAgain,
    /// Tries again to open the folder.
    OpenAgain,
    /// Leaves, after asking where something runs or is not saved.
    Quit,
    /// Leaves.
    QuitNow,
}

/// The answer to what a found evening asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TakeUp {
    /// The film stopped.
    Stopped,
    /// The film went on.
    WentOn,
    /// It ended about then.
    EndedThen,
    /// It ended when it was last seen.
    EndedWhenLastSeen,
    /// It never came to the film.
    DidNotHappen,
}
