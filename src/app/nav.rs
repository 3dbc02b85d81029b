//! Where in the house we are.

use std::hash::{DefaultHasher, Hash, Hasher};

use uuid::Uuid;

use crate::care::guide::Card;
use crate::evening::check_in::Moment;
use crate::shelf::collection::TitleRef;

/// A room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Room {
    /// Planning, kept evenings.
    #[default]
    Tonight,
    /// Titles to watch or to read.
    Shelf,
    /// Breathing, at any time.
    Breathe,
    /// What was.
    Journal,
    /// The charts.
    Insights,
    /// The guide, the four signs, and people to talk to.
    Care,
    /// The settings.
    Settings,
}

impl Room {
    /// All rooms, in the order of the rail.
    pub const ALL: [Self; 7] =
        [Self::Tonight, Self::Shelf, Self::Breathe, Self::Journal, Self::Insights, Self::Care, Self::Settings];
}

/// A page opened from a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// What to watch.
    Items,
    /// When it starts.
    Start,
    /// When the film rests.
    Breaks,
    /// What follows the film.
    Aftercare,
    /// When to be in bed.
    Bedtime,
    /// Where the film plays.
    Place,
    /// What the evening is for.
    Intention,
    /// Checks in, or changes a check-in.
    CheckIn {
        /// The one to change.
        id: Option<Uuid>,
        /// The evening it belongs to.
        evening: Option<Uuid>,
        /// When it belongs to.
        moment: Moment,
    },
    /// Logs tears, or changes logged ones.
    Cry(Uuid),
    /// One evening of the past.
    Evening(Uuid),
    /// What was watched in an evening of the past, to be changed.
    EveningItems(Uuid),
    /// The day, the times and what was around an evening of the past, to be changed.
    EveningAround(Uuid),
    /// One reflection, or one letter.
    Reflection(Uuid),
    /// Something new is written.
    Write {
        /// The evening it belongs to.
        evening: Option<Uuid>,
        /// It is a letter to nobody.
        letter: bool,
    },
    /// One small joy.
    Joy(Uuid),
    /// One chart, and what it says in words.
    Chart(Chart),
    /// A chart as a table.
    Table(Chart),
    /// What goes into a page to take along.
    TakeAlong,
    /// What was deleted.
    Trash,
    /// What would be erased for good; all of the trash without one.
    Erase(Option<Uuid>),
    /// The question whether to burn a letter.
    Burn(Uuid),
    /// The backups.
    Backups,
    /// One backup.
    Backup(u64),
    /// The versions of one record.
    Versions(Uuid),
    /// Choosing what to watch tonight.
    Choose,
    /// What the person does not want to meet.
    Skip,
    /// One title of the shelf.
    Title(TitleRef),
    /// A title is changed; without one, a new one.
    EditTitle(Option<TitleRef>),
    /// Where a title can be opened.
    Plays(TitleRef),
    /// The kept evenings, day by day.
    Calendar,
    /// A way to breathe of one's own is changed; without one, a new one is made.
    EditPattern(Option<Uuid>),
    /// The cards of the guide.
    Guide,
    /// The four signs to look at oneself by.
    SelfCheck,
    /// Whom to ask for support, and how to begin.
    Reach,
}

/// What may lie over any screen, also over a running evening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Over {
    /// Someone to talk to.
    Talk,
    /// The person's own contact, to be named.
    Contact,
    /// The country whose lines are shown, to be chosen.
    Country,
    /// One card of the guide.
    Card(Card),
}

/// A screen of the first start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Welcome {
    /// What this is, and what it is not.
    WhatItIs,
    /// Where the person's data is.
    YourData,
    /// Whether this is a television or a desk.
    WhichScreen,
}

impl Welcome {
    /// The one after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self {
            Self::WhatItIs => Some(Self::YourData),
            Self::YourData => Some(Self::WhichScreen),
            Self::WhichScreen => None,
        }
    }

    /// The one before it.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        match self {
            Self::WhatItIs => None,
            Self::YourData => Some(Self::WhatItIs),
            Self::WhichScreen => Some(Self::YourData),
        }
    }
}

/// A chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chart {
    /// Mood over time.
    Mood,
    /// Tears per week or month.
    Tears,
    /// Before, after and later.
    Around,
    /// Which titles came with tears.
    Moves,
    /// When tears come.
    Times,
    /// Breaks and breathing.
    Pauses,
    /// A year in pixels.
    Year,
}

impl Chart {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Mood, Self::Tears, Self::Around, Self::Moves, Self::Times, Self::Pauses, Self::Year];
}

/// The room, and the pages opened from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nav {
    /// The room.
    pub room: Room,
    pages: Vec<Page>,
}

impl Nav {
    /// The page on top, if any was opened.
    #[must_use]
    pub fn page(&self) -> Option<Page> {
        self.pages.last().copied()
    }

    /// How many pages were opened from the room.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.pages.len()
    }

    /// Into a room, leaving all pages.
    pub fn enter(&mut self, room: Room) {
        self.room = room;
        self.pages.clear();
    }

    /// Onto a page.
    pub fn open(&mut self, page: Page) {
        self.pages.push(page);
    }

    /// One level back. Says whether there was one: from a room it leads to Tonight, and from there nowhere.
    pub fn back(&mut self) -> bool {
        if self.pages.pop().is_some() {
            return true;
        }
        let elsewhere = self.room != Room::Tonight;
        self.room = Room::Tonight;
        elsewhere
    }

    /// Leaves every page that shows a record that is no longer there.
    pub fn leave_pages_of(&mut self, id: Uuid) {
        self.pages.retain(|page| match page {
            // Of a title of the catalogue only what the person said of it is gone.
            Page::Cry(shown)
            | Page::Evening(shown)
            | Page::EveningItems(shown)
            | Page::EveningAround(shown)
            | Page::Reflection(shown)
            | Page::Burn(shown)
            | Page::Joy(shown)
            | Page::Versions(shown)
            | Page::EditPattern(Some(shown))
            | Page::Title(TitleRef::Own(shown))
            | Page::EditTitle(Some(TitleRef::Own(shown)))
            | Page::Plays(TitleRef::Own(shown)) => *shown != id,
            Page::CheckIn { id: shown, evening, .. } => *shown != Some(id) && *evening != Some(id),
            _ => true,
        });
    }

    /// Leaves the page on which a letter is written, once it is burnt.
    pub fn leave_letter(&mut self) {
        self.pages.retain(|page| !matches!(page, Page::Write { letter: true, .. }));
    }

    /// Leaves the question whether to erase.
    pub fn leave_erase_page(&mut self) {
        self.pages.retain(|page| !matches!(page, Page::Erase(_)));
    }

    /// Tells places apart, so that focus can be remembered for each.
    #[must_use]
    pub fn key(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.room, &self.pages).hash(&mut hasher);
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_always_leads_out() {
        let mut nav = Nav::default();
        nav.enter(Room::Journal);
        nav.open(Page::Evening(Uuid::nil()));
        assert!(nav.back() && nav.page().is_none() && nav.room == Room::Journal);
        assert!(nav.back() && nav.room == Room::Tonight);
        assert!(!nav.back());
    }
}
