//! The evening while it happens: one state machine, moved by what the person does. Time is passed in.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::clock::{Now, Wall};
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::film_clock::FilmClock;
use crate::evening::offers::{Answer, Offers};
use crate::evening::pause::{Pause, Then};
use crate::evening::plan::{BreakMark, Item};
use crate::evening::tears::{Chip, Feel, TearKind, TearMark, Tears};
use crate::evening::timeline;
use crate::journal::entry::{BreakKind, Evening, Helped, Watched};

/// Where in the evening we are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// The check-in before the film.
    Before,
    /// The film.
    Watching,
    /// A break.
    Break,
    /// The check-in right after the film.
    After,
    /// How the tears were.
    Tears,
    /// What follows.
    Aftercare,
}

/// An evening while it happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its record, as far as it has come.
    pub evening: Evening,
    /// Where in the evening we are.
    pub stage: Stage,
    /// The key of the item that plays, or waits.
    pub item: u32,
    /// Where in that item we are.
    pub film: FilmClock,
    /// The break, while there is one.
    pub pause: Option<Pause>,
    /// The check-in being filled in.
    pub feeling: Feeling,
    /// The reflection being written.
    pub reflection: String,
    /// The small joy being written.
    pub joy: String,
    /// What the person said to the breaks they had planned.
    pub offers: Offers,
}

/// What the person does.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The check-in being filled in looks like this now.
    Feel(Feeling),
    /// The check-in is as it should be.
    KeepCheckIn,
    /// No check-in now.
    SkipCheckIn,
    /// The film runs.
    StartFilm,
    /// The film stands.
    PauseFilm,
    /// The film is elsewhere by so many seconds.
    Nudge(i64),
    /// Tears, now.
    MarkTears,
    /// The latest tears were a slip.
    UndoTears,
    /// Tears that were not marked then, with the minute where it is known.
    AddTears {
        /// The item's key.
        item: u32,
        /// The film minute.
        film_min: Option<u32>,
    },
    /// This mark was a slip.
    RemoveTears(usize),
    /// A break, now.
    TakeBreak,
    /// Something else in the break.
    DoInBreak(BreakKind),
    /// How the break was; the same answer again takes it back.
    BreakHelped(Helped),
    /// Back to the film.
    EndBreak,
    /// Not now, to the break that was planned here.
    AnswerOffer(Answer),
    /// The item is over: on to the next, or to what follows the last.
    ItemOver,
    /// Enough for tonight, wherever the film is.
    LeaveFilm,
    /// It was not over after all.
    NotOver,
    /// How the tears were; the same answer again takes it back.
    AnswerTears(Tears),
    /// Adds or takes back a kind.
    ToggleKind(TearKind),
    /// How it feels; the same answer again takes it back.
    AnswerFeel(Feel),
    /// Adds or takes back a chip.
    ToggleChip(Chip),
    /// On to what follows.
    AnswersDone,
    /// Back to how the tears were.
    BackToAnswers,
    /// Back to the check-in after the film.
    BackToAfter,
    /// The reflection reads like this now.
    Reflect(String),
    /// The small joy reads like this now.
    PlanJoy(String),
    /// The evening is over.
    Close,
}

/// What a step leaves to be kept as records of their own.
#[derive(Clone, Debug, PartialEq)]
pub enum Keep {
    /// A check-in.
    CheckIn(Moment, Feeling),
    /// Tears that were remembered, not marked.
    Tears {
        /// The item's key.
        item: u32,
        /// The film minute.
        film_min: Option<u32>,
    },
    /// What was written at the end, each only if there is something.
    Words {
        /// The reflection.
        reflection: Option<String>,
        /// The small joy.
        joy: Option<String>,
    },
}

impl Run {
    /// Begins an evening. `evening` holds its id, its day and its plan.
    #[must_use]
    pub fn begin(mut evening: Evening, now: Now) -> Self {
        evening.began = Some(now.wall);
        if evening.plan.items.is_empty() {
            evening.plan.items.push(Item::default());
        }
        let item = evening.plan.items.first().map_or(0, |item| item.key);
        Self::at(evening, Stage::Before, item, FilmClock::default())
    }

    /// An evening taken up again at `stage`.
    #[must_use]
    pub fn at(evening: Evening, stage: Stage, item: u32, film: FilmClock) -> Self {
        Self {
            evening,
            stage,
            item,
            film,
            pause: None,
            feeling: Feeling::default(),
            reflection: String::new(),
            joy: String::new(),
            offers: Offers::default(),
        }
    }

    /// The item that plays, or waits.
    #[must_use]
    pub fn current(&self) -> Option<&Item> {
        self.evening.plan.item(self.item)
    }

    /// The item after it.
    #[must_use]
    pub fn next(&self) -> Option<&Item> {
        self.evening.plan.items.get(self.index() + 1)
    }

    /// Where in the list of items we are.
    #[must_use]
    pub fn index(&self) -> usize {
        self.evening.plan.items.iter().position(|item| item.key == self.item).unwrap_or(0)
    }

    /// Whether the present item has not been started yet.
    #[must_use]
    pub fn waits_for_film(&self, now: Now) -> bool {
        !self.film.is_running() && self.film.secs(now.mono) == 0
    }

    /// When the present item will be over, with its planned breaks, if it runs and its length is known.
    #[must_use]
    pub fn item_ends(&self, now: Now) -> Option<Wall> {
        let runtime_secs = self.current()?.runtime_min?.saturating_mul(60);
        let left = runtime_secs.saturating_sub(self.film.secs(now.mono)).saturating_add(self.breaks_ahead_secs(now));
        self.film.is_running().then(|| now.wall + TimeDelta::seconds(i64::from(left)))
    }

    /// What the breaks that lie ahead in this item are reckoned with.
    fn breaks_ahead_secs(&self, now: Now) -> u32 {
        let (plan, taken) = (&self.evening.plan, &self.evening.breaks);
        let breaks = self.offers.ahead(plan, taken, self.item, self.film.minute(now.mono));
        breaks.saturating_mul(timeline::USUAL_BREAK_MIN * 60)
    }

    /// The next planned break of the present item that lies ahead, or is being offered.
    #[must_use]
    pub fn next_break(&self, now: Now) -> Option<BreakMark> {
        self.offers.next(&self.evening.plan, &self.evening.breaks, self.item, self.film.minute(now.mono))
    }

    /// The planned break that is being offered right now.
    #[must_use]
    pub fn offered_break(&self, now: Now) -> Option<BreakMark> {
        self.next_break(now).filter(|mark| mark.film_min <= self.film.minute(now.mono))
    }

    /// Whether an undo of the latest tears is what a person who just pressed would want: within two minutes.
    #[must_use]
    pub fn has_fresh_tears(&self, now: Now) -> bool {
        self.evening.marks.last().is_some_and(|mark| now.wall - mark.at < TimeDelta::minutes(2))
    }

    /// Nothing has been said or watched yet, so nothing would be lost by not having begun.
    #[must_use]
    pub fn is_untouched(&self, now: Now) -> bool {
        let evening = &self.evening;
        let said = evening.tears.is_some() || evening.feel.is_some() || !evening.chips.is_empty();
        if said || !evening.marks.is_empty() || !evening.breaks.is_empty() {
            return false;
        }
        self.stage == Stage::Before || (self.stage == Stage::Watching && self.waits_for_film(now) && self.index() == 0)
    }

    /// Does what the person did, and hands back what is to be kept as a record of its own. A step that means nothing
    /// at this stage changes nothing.
    pub fn take(&mut self, step: Step, now: Now) -> Option<Keep> {
        match step {
            Step::Feel(feeling) => self.feeling = feeling,
            Step::KeepCheckIn => return self.finish_check_in(true),
            Step::SkipCheckIn => return self.finish_check_in(false),
            Step::StartFilm if self.stage == Stage::Watching => self.film.start(now.mono),
            Step::PauseFilm if self.stage == Stage::Watching => self.film.pause(now.mono),
            Step::Nudge(secs) if self.stage == Stage::Watching => self.film.nudge(secs, now.mono),
            Step::MarkTears if matches!(self.stage, Stage::Watching | Stage::Break) => self.mark_tears(now),
            Step::UndoTears => {
                self.evening.marks.pop();
            }
            Step::AddTears { item, film_min } => return Some(Keep::Tears { item, film_min }),
            Step::RemoveTears(index) if index < self.evening.marks.len() => {
                self.evening.marks.remove(index);
            }
            Step::TakeBreak if self.stage == Stage::Watching => self.take_break(now),
            Step::DoInBreak(kind) => {
                if let Some(pause) = &mut self.pause {
                    pause.change(kind, now);
                }
            }
            Step::BreakHelped(helped) => {
                if let Some(pause) = &mut self.pause {
                    pause.helped = other_than(pause.helped, helped);
                }
            }
            Step::EndBreak if self.stage == Stage::Break => self.end_break(now),
            Step::AnswerOffer(answer) => self.answer_offer(answer, now),
            Step::ItemOver if self.stage == Stage::Watching => self.item_over(now),
            Step::LeaveFilm if matches!(self.stage, Stage::Watching | Stage::Break) => {
                self.end_break(now);
                if self.stage == Stage::Watching {
                    self.end_film(false, now);
                }
            }
            Step::NotOver => self.not_over(now),
            Step::AnswerTears(tears) => self.answer_tears(tears),
            Step::ToggleKind(kind) => toggle(&mut self.evening.kinds, kind),
            Step::AnswerFeel(feel) => self.evening.feel = other_than(self.evening.feel, feel),
            Step::ToggleChip(chip) => toggle(&mut self.evening.chips, chip),
            Step::AnswersDone if self.stage == Stage::Tears => self.stage = Stage::Aftercare,
            Step::BackToAnswers if self.stage == Stage::Aftercare => self.stage = Stage::Tears,
            Step::BackToAfter if self.stage == Stage::Tears => self.stage = Stage::After,
            Step::Reflect(text) => self.reflection = text,
            Step::PlanJoy(text) => self.joy = text,
            Step::Close if self.stage == Stage::Aftercare => return Some(self.close(now)),
            _ => {}
        }
        None
    }

    fn finish_check_in(&mut self, keep: bool) -> Option<Keep> {
        let (moment, next) = match self.stage {
            Stage::Before => (Moment::Before, Stage::Watching),
            Stage::After => (Moment::After, Stage::Tears),
            _ => return None,
        };
        self.stage = next;
        let feeling = std::mem::take(&mut self.feeling);
        (keep && !feeling.is_empty()).then_some(Keep::CheckIn(moment, feeling))
    }

    fn mark_tears(&mut self, now: Now) {
        let known = !self.waits_for_film(now);
        let film_secs = known.then(|| self.film.secs(now.mono));
        self.evening.marks.push(TearMark { item: self.item, film_secs, at: now.wall });
    }

    /// Without tears there is nothing they could be made of.
    fn answer_tears(&mut self, tears: Tears) {
        self.evening.tears = other_than(self.evening.tears, tears);
        if self.evening.tears.is_none_or(|tears| tears == Tears::None) && self.evening.marks.is_empty() {
            self.evening.kinds.clear();
        }
    }

    fn take_break(&mut self, now: Now) {
        let then = if self.film.is_running() { Then::FilmGoesOn } else { Then::FilmWaits };
        let film_secs = (!self.waits_for_film(now)).then(|| self.film.secs(now.mono));
        self.film.pause(now.mono);
        self.rest(then, (self.item, film_secs), now);
    }

    fn rest(&mut self, then: Then, in_film: (u32, Option<u32>), now: Now) {
        self.pause = Some(Pause::begin(BreakKind::Breathe, then, in_film, now));
        self.stage = Stage::Break;
    }

    fn answer_offer(&mut self, answer: Answer, now: Now) {
        if let Some(mark) = self.next_break(now) {
            self.offers.answer(answer, mark, self.film.minute(now.mono), &self.evening.plan);
        }
    }

    fn end_break(&mut self, now: Now) {
        let Some(pause) = self.pause.take() else { return };
        let then = pause.then;
        self.evening.breaks.push(pause.taken(now));
        self.stage = if then == Then::After { Stage::After } else { Stage::Watching };
        if then == Then::FilmGoesOn {
            self.film.start(now.mono);
        }
    }

    fn item_over(&mut self, now: Now) {
        let index = self.index();
        let is_put_off_until_now = self.offers.is_at_the_end_of(self.item);
        self.offers.came_to_the_end_of(self.item);
        let Some(next) = self.next().map(|item| item.key) else {
            let film_secs = self.end_film(true, now);
            if is_put_off_until_now {
                self.rest(Then::After, (self.item, Some(film_secs)), now);
            }
            return;
        };
        let ended = (self.item, Some(self.note_watched(true, now)));
        self.item = next;
        self.film = FilmClock::default();
        let is_planned = self.offers.are_wanted() && timeline::rests_after(&self.evening.plan, index);
        if is_planned || is_put_off_until_now {
            self.rest(Then::FilmWaits, ended, now);
        }
    }

    /// Gives back the seconds of it that were watched.
    fn end_film(&mut self, to_the_end: bool, now: Now) -> u32 {
        self.film.pause(now.mono);
        let film_secs = self.note_watched(to_the_end, now);
        self.evening.film_ended_at = Some(now.wall);
        self.stage = Stage::After;
        film_secs
    }

    /// Never more than there is: a clock that was left running is not a longer film. Gives back the seconds.
    fn note_watched(&mut self, to_the_end: bool, now: Now) -> u32 {
        let runtime_secs = self.current().and_then(|item| item.runtime_min).map(|minutes| minutes.saturating_mul(60));
        let film_secs = self.film.secs(now.mono).min(runtime_secs.unwrap_or(u32::MAX));
        self.evening.watched.retain(|earlier| earlier.item != self.item);
        self.evening.watched.push(Watched { item: self.item, film_secs, to_the_end });
        film_secs
    }

    /// All that was left ran to its end, as nearly as can be told, and it ended at `now`.
    pub(super) fn ran_to_the_end(&mut self, now: Now) {
        loop {
            if let Some(minutes) = self.current().and_then(|item| item.runtime_min) {
                self.film = FilmClock::standing_at(minutes.saturating_mul(60));
            }
            let Some(next) = self.next().map(|item| item.key) else { break };
            self.note_watched(true, now);
            self.item = next;
            self.film = FilmClock::default();
        }
        self.end_film(true, now);
    }

    /// Back to the film that was called over by mistake, also to an episode before the present one.
    fn not_over(&mut self, now: Now) {
        match self.stage {
            Stage::After => {
                self.evening.film_ended_at = None;
                self.stage = Stage::Watching;
            }
            Stage::Watching | Stage::Break if self.waits_for_film(now) => {
                self.end_break(now);
            }
            _ => return,
        }
        if let Some(last) = self.evening.watched.pop() {
            self.item = last.item;
            self.film = FilmClock::standing_at(last.film_secs);
        }
    }

    fn close(&mut self, now: Now) -> Keep {
        self.evening.closed = Some(now.wall);
        let written = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
        Keep::Words { reflection: written(&self.reflection), joy: written(&self.joy) }
    }
}

fn other_than<T: Copy + PartialEq>(present: Option<T>, answer: T) -> Option<T> {
    Some(answer).filter(|answer| present != Some(*answer))
}

fn toggle<T: Ord>(list: &mut Vec<T>, value: T) {
    if let Some(index) = list.iter().position(|known| *known == value) {
        list.remove(index);
    } else {
        list.push(value);
        list.sort_unstable();
    }
}

#[cfg(test)]
mod tests;
