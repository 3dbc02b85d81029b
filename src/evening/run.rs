//! The evening while it happens: one state machine, moved by what the person does. Time is passed in.

use std::time::Duration;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::clock::{Now, Wall};
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::film_clock::FilmClock;
use crate::evening::plan::{BreakMark, Item, MAX_RUNTIME_MIN};
use crate::evening::tears::{Chip, Feel, TearKind, TearMark, Tears};
use crate::evening::timeline;
use crate::journal::entry::{BreakKind, BreakTaken, Evening, Helped, Watched};

/// How long a planned break is offered for, in film minutes.
const BREAK_OFFERED_MIN: u32 = 5;

/// What is left this soon in a break was not done.
const ONLY_ON_THE_WAY: Duration = Duration::from_secs(30);

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

/// A break while it lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct Pause {
    /// What is being done.
    pub kind: BreakKind,
    /// All that has been done in it.
    pub kinds: Vec<BreakKind>,
    /// How it is, if the person said.
    pub helped: Option<Helped>,
    /// When it began, or was taken up again.
    pub began: Now,
    /// How long it was already when it was taken up again.
    pub earlier: Duration,
    /// When what is being done began, on the monotonic clock.
    pub kind_began: Duration,
    /// Whether the film goes on by itself afterwards; between two items it waits for a press.
    pub film_goes_on: bool,
    /// The key of the item it interrupted, or followed, and the seconds into it where they are known.
    pub in_film: (u32, Option<u32>),
}

impl Pause {
    /// How long it has been, without the time the program was not running.
    #[must_use]
    pub fn lasted(&self, now: Now) -> Duration {
        self.earlier.saturating_add(now.mono.saturating_sub(self.began.mono))
    }
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
    /// Planned breaks the person did not want.
    pub(super) put_off: Vec<BreakMark>,
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
    /// Not the break that was planned here.
    PutOffBreak,
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
            put_off: Vec::new(),
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

    /// What the planned breaks that lie ahead in this item are reckoned with.
    fn breaks_ahead_secs(&self, now: Now) -> u32 {
        let minute = self.film.minute(now.mono);
        let ahead = |mark: &BreakMark| mark.item == self.item && mark.film_min > minute && !self.put_off.contains(mark);
        let breaks = timeline::planned_breaks(&self.evening.plan).into_iter().filter(ahead).count();
        u32::try_from(breaks).unwrap_or(0).saturating_mul(timeline::USUAL_BREAK_MIN * 60)
    }

    /// The next planned break of the present item that lies ahead, or is being offered.
    #[must_use]
    pub fn next_break(&self, now: Now) -> Option<BreakMark> {
        let minute = self.film.minute(now.mono);
        let since = |mark: &BreakMark| {
            let reached = mark.film_min * 60;
            self.evening.breaks.iter().any(|taken| {
                taken.item == mark.item && taken.film_secs.is_some_and(|secs| secs >= reached.saturating_sub(180))
            })
        };
        timeline::planned_breaks(&self.evening.plan).into_iter().find(|mark| {
            mark.item == self.item
                && minute < mark.film_min + BREAK_OFFERED_MIN
                && !self.put_off.contains(mark)
                && !since(mark)
        })
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
            Step::DoInBreak(kind) => self.do_in_break(kind, now),
            Step::BreakHelped(helped) => {
                if let Some(pause) = &mut self.pause {
                    pause.helped = other_than(pause.helped, helped);
                }
            }
            Step::EndBreak if self.stage == Stage::Break => self.end_break(now),
            Step::PutOffBreak => self.put_off.extend(self.next_break(now)),
            Step::ItemOver if self.stage == Stage::Watching => self.item_over(now),
            Step::LeaveFilm if matches!(self.stage, Stage::Watching | Stage::Break) => {
                self.end_break(now);
                self.end_film(false, now);
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
        let film_goes_on = self.film.is_running();
        let film_secs = (!self.waits_for_film(now)).then(|| self.film.secs(now.mono));
        self.film.pause(now.mono);
        self.rest(film_goes_on, (self.item, film_secs), now);
    }

    fn rest(&mut self, film_goes_on: bool, in_film: (u32, Option<u32>), now: Now) {
        self.pause = Some(Pause {
            kind: BreakKind::Breathe,
            kinds: vec![BreakKind::Breathe],
            helped: None,
            began: now,
            earlier: Duration::ZERO,
            kind_began: now.mono,
            film_goes_on,
            in_film,
        });
        self.stage = Stage::Break;
    }

    fn do_in_break(&mut self, kind: BreakKind, now: Now) {
        if let Some(pause) = &mut self.pause
            && pause.kind != kind
        {
            // What was only on the way to something else was not done.
            if now.mono.saturating_sub(pause.kind_began) < ONLY_ON_THE_WAY {
                pause.kinds.retain(|known| *known != pause.kind);
            }
            pause.kind = kind;
            pause.kind_began = now.mono;
            if !pause.kinds.contains(&kind) {
                pause.kinds.push(kind);
            }
        }
    }

    fn end_break(&mut self, now: Now) {
        let Some(pause) = self.pause.take() else { return };
        let secs = pause.lasted(now).as_secs();
        let (item, film_secs) = pause.in_film;
        self.evening.breaks.push(BreakTaken {
            at: pause.began.wall,
            item,
            film_secs,
            kinds: pause.kinds,
            minutes: whole_minutes(secs),
            helped: pause.helped,
        });
        self.stage = Stage::Watching;
        if pause.film_goes_on {
            self.film.start(now.mono);
        }
    }

    fn item_over(&mut self, now: Now) {
        let index = self.index();
        let Some(next) = self.next().map(|item| item.key) else {
            self.end_film(true, now);
            return;
        };
        let ended = (self.item, Some(self.note_watched(true, now)));
        self.item = next;
        self.film = FilmClock::default();
        if timeline::rests_after(&self.evening.plan, index) {
            self.rest(false, ended, now);
        }
    }

    fn end_film(&mut self, to_the_end: bool, now: Now) {
        self.film.pause(now.mono);
        self.note_watched(to_the_end, now);
        self.evening.film_ended_at = Some(now.wall);
        self.stage = Stage::After;
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

/// Whole minutes of a break, rounded; a break that was left over a weekend is a day and a night long.
pub(super) fn whole_minutes(secs: u64) -> u32 {
    u32::try_from(secs.saturating_add(30) / 60).map_or(MAX_RUNTIME_MIN, |minutes| minutes.min(MAX_RUNTIME_MIN))
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
