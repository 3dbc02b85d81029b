//! The kinds of record a journal holds. Their fields are decided for good: see the tests of `store`.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::breathing::{Pattern, Timing};
use crate::clock::Wall;
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::plan::EveningPlan;
use crate::evening::tears::{Chip, Company, Feel, Reason, TearKind, TearMark, Tears};
use crate::journal::record::{Rev, is_default, record};
use crate::shelf::title::{Form, Note, Season, Tone};

record! {
    /// An evening, from its plan to how it felt.
    pub struct Evening {
        /// The plan as it was.
        pub plan: EveningPlan,
        /// When it began.
        pub began: Option<Wall>,
        /// How far each item was watched.
        pub watched: Vec<Watched>,
        /// The breaks that were taken.
        pub breaks: Vec<BreakTaken>,
        /// The presses of "Tears".
        pub marks: Vec<TearMark>,
        /// When the film was over, from which twenty and ninety minutes count.
        pub film_ended_at: Option<Wall>,
        /// When the evening was closed.
        pub closed: Option<Wall>,
        /// How the tears were. `None`: not answered, which is not "none".
        pub tears: Option<Tears>,
        /// What the tears were made of.
        pub kinds: Vec<TearKind>,
        /// Lighter, the same or heavier.
        pub feel: Option<Feel>,
        /// What else was true of it.
        pub chips: Vec<Chip>,
        /// Who else was there. A list of their own, so that nobody's tears are counted as the person's.
        pub guests: Vec<Guest>,
    }
}

/// How far an item was watched.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Watched {
    /// The item's key.
    pub item: u32,
    /// Seconds of it that were played.
    #[serde(default, skip_serializing_if = "is_default")]
    pub film_secs: u32,
    /// It was watched to its end.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to_the_end: bool,
}

/// A break that was taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreakTaken {
    /// When it began.
    pub at: Wall,
    /// The key of the item it interrupted, or followed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: u32,
    /// Seconds into that item.
    #[serde(default, skip_serializing_if = "is_default")]
    pub film_secs: Option<u32>,
    /// What was done in it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kinds: Vec<BreakKind>,
    /// How long it was, in whole minutes, rounded.
    #[serde(default, skip_serializing_if = "is_default")]
    pub minutes: u32,
    /// Seconds of it that were spent breathing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub breathed_secs: u32,
    /// How it was afterwards.
    #[serde(default, skip_serializing_if = "is_default")]
    pub helped: Option<Helped>,
}

impl Evening {
    /// The keys of its items, and of those that were removed while something still speaks of them.
    #[must_use]
    pub fn keys_in_use(&self) -> BTreeSet<u32> {
        let items = self.plan.items.iter().map(|item| item.key);
        let watched = self.watched.iter().map(|watched| watched.item);
        let marks = self.marks.iter().map(|mark| mark.item);
        items.chain(watched).chain(marks).chain(self.breaks.iter().map(|taken| taken.item)).collect()
    }
}

/// What can be done in a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BreakKind {
    /// Breathe.
    Breathe,
    /// Stretch.
    Stretch,
    /// Walk.
    Walk,
    /// A sip of something.
    Sip,
    /// Just sit.
    Sit,
}

impl BreakKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Breathe, Self::Stretch, Self::Walk, Self::Sip, Self::Sit];
}

/// How it was after a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Helped {
    /// Easier.
    Easier,
    /// The same.
    Same,
    /// Harder.
    Harder,
}

impl Helped {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Easier, Self::Same, Self::Harder];
}

/// Someone who watched along.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Guest {
    /// As the person calls them.
    pub name: String,
    /// How their tears were, if they said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tears: Option<Tears>,
    /// How it was for them, if they said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub feeling: Option<Feeling>,
}

record! {
    /// How it was at one moment. Skipped check-ins are not records.
    pub struct CheckIn {
        /// When it belongs to.
        pub moment: Moment,
        /// From 0, unpleasant, to 100, pleasant.
        pub pleasant: Option<u8>,
        /// From 0, calm, to 100, stirred up.
        pub stirred: Option<u8>,
        /// Words of `check_in::WORDS`, or the person's own. Words alone are a check-in.
        pub words: Vec<String>,
    }
}

impl From<&CheckIn> for Feeling {
    fn from(check_in: &CheckIn) -> Self {
        Self { pleasant: check_in.pleasant, stirred: check_in.stirred, words: check_in.words.clone() }
    }
}

record! {
    /// Tears outside an evening, or remembered after one. All but the fact is optional.
    pub struct Cry {
        /// How much.
        pub tears: Option<Tears>,
        /// What they were made of.
        pub kinds: Vec<TearKind>,
        /// Where, or with whom.
        pub company: Option<Company>,
        /// What they were about.
        pub reason: Option<Reason>,
        /// How long, in minutes.
        pub minutes: Option<u32>,
        /// The item of the evening they belong to.
        pub item: Option<u32>,
        /// Seconds into that item.
        pub film_secs: Option<u32>,
        /// The person's own words.
        pub note: String,
    }
}

/// What is asked of a letter to nobody: nothing.
pub const LETTER: &str = "letter";

record! {
    /// Something written to look back.
    pub struct Reflection {
        /// What was asked, by the key of its text; empty where nothing was, and [`LETTER`] where it is a letter.
        pub prompt: String,
        /// The person's own words.
        pub text: String,
    }
}

record! {
    /// A small joy to plan.
    pub struct Joy {
        /// The person's own words.
        pub text: String,
        /// Whether it happened. `None`: not asked yet.
        pub happened: Option<bool>,
    }
}

record! {
    /// Breathing outside a break.
    pub struct Breath {
        /// The pattern's id: a word of ours, or the id of the person's own.
        pub pattern: String,
        /// How long, in seconds.
        pub secs: u32,
    }
}

record! {
    /// A way to breathe that the person made.
    pub struct OwnPattern {
        /// What they call it.
        pub name: String,
        /// How long its parts are.
        pub timing: Timing,
    }
}

record! {
    /// What is known of a day as such. A day without one is not a day without tears.
    pub struct Day {
        /// The program was opened.
        pub opened: bool,
        /// The person said there was nothing to log.
        pub nothing: bool,
        /// Tracking was paused.
        pub paused: bool,
    }
}

record! {
    /// An evening kept for later. Keeps its id when it begins; then the evening wins.
    pub struct Plan {
        /// When, by the clock on the wall wherever the person is then.
        pub when: Option<NaiveDateTime>,
        /// What it is to hold.
        pub plan: EveningPlan,
        /// It comes every week: when it begins, or its day has passed, the next one is kept for a week later.
        pub weekly: bool,
    }
}

record! {
    /// A title on the shelf that the person put there, or what they say about one of the catalogue. Of the latter, what is
    /// `None` here is as the catalogue has it, now and after any change of the catalogue.
    pub struct Shelved {
        /// The title of the catalogue that this is about; `None`: the person's own.
        pub over: Option<String>,
        /// Its name.
        pub name: Option<String>,
        /// Its name where it comes from.
        pub original: Option<String>,
        /// The year it came out.
        pub year: Option<i32>,
        /// What sort of thing it is.
        pub form: Option<Form>,
        /// In minutes, 1 to `MAX_RUNTIME_MIN`, of one episode where it is a series.
        pub runtime_min: Option<u32>,
        /// What it does to whoever watches.
        pub kinds: Option<Vec<Tone>>,
        /// What it is about.
        pub themes: Option<Vec<String>>,
        /// What a person may want to know of beforehand, besides what the catalogue says.
        pub notes_added: Vec<Note>,
        /// What the catalogue says is in it, and the person says is not.
        pub notes_removed: Vec<Note>,
        /// The seasons of a series.
        pub seasons: Option<Vec<Season>>,
        /// Where it is to be found, in the person's own words: a service, a shelf at home.
        pub found_at: Option<String>,
        /// Where it plays: an address with https.
        pub link: Option<String>,
        /// The person's own words about it.
        pub note: Option<String>,
        /// They want to see it.
        pub wanted: Option<bool>,
        /// They have seen it, also where no evening says so.
        pub seen: Option<bool>,
        /// They do not want it on the shelf.
        pub hidden: Option<bool>,
    }
}

impl OwnPattern {
    /// The way to breathe that it is.
    #[must_use]
    pub fn pattern(&self) -> Pattern {
        Pattern { id: self.id.to_string(), name: Some(self.name.clone()), timing: self.timing }
    }
}

impl Plan {
    /// The version it is and those it was made from: what a change to it is made from.
    #[must_use]
    pub fn base(&self) -> (Rev, Vec<Rev>) {
        (self.rev.clone(), self.after.clone())
    }
}
