//! Taking an evening up again after a crash, a power cut or a closed lid.

use std::time::Duration;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::clock::{Now, Wall};
use crate::evening::check_in::Feeling;
use crate::evening::film_clock::FilmClock;
use crate::evening::offers::Offers;
use crate::evening::pause::{Pause, Then, bounded_secs, whole_minutes};
use crate::evening::plan::MAX_RUNTIME_MIN;
use crate::evening::run::{Run, Stage, Step};
use crate::journal::entry::{BreakKind, BreakTaken, Evening, Helped};
use crate::journal::tidy::{MAX_KEY, Tidy, is_day};

/// An evening found within this time goes on; later, only its end is asked for.
pub const GOES_ON_HOURS: i64 = 4;

const FORMAT: &str = "sunshower/draft";
const VERSION: u32 = 1;

/// A running evening as it is kept on the disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    format: String,
    version: u32,
    saved_at: Wall,
    stage: Stage,
    item: u32,
    film_secs: u32,
    film_runs: bool,
    evening: Evening,
    #[serde(default)]
    feeling: Feeling,
    #[serde(default)]
    reflection: String,
    #[serde(default)]
    joy: String,
    #[serde(default)]
    pause: Option<PauseDraft>,
    #[serde(default)]
    offers: Offers,
}

/// A break as it is kept on the disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct PauseDraft {
    began: Wall,
    secs: u64,
    kind: BreakKind,
    kinds: Vec<BreakKind>,
    helped: Option<Helped>,
    #[serde(default)]
    breathed_secs: u64,
    #[serde(default)]
    then: Then,
    item: u32,
    film_secs: Option<u32>,
}

/// Why a draft was not taken up.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DraftError {
    /// It was written by a newer version.
    #[error("written by a newer version")]
    Newer,
    /// It is not a draft, or not whole.
    #[error("not a draft: {0}")]
    Damaged(String),
}

/// What a found evening asks of the person.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// The film ran when the program ended: did it stop then, or go on?
    StoppedOrWentOn {
        /// The film minute if it stopped.
        stopped_min: u32,
        /// The film minute if it went on.
        went_on_min: u32,
    },
    /// It is long ago: did it end about then?
    EndedAbout {
        /// When the film would have ended; without its length, when it was last seen.
        ended: Wall,
    },
}

impl Draft {
    /// A running evening as it is now.
    #[must_use]
    pub fn of(run: &Run, now: Now) -> Self {
        Self {
            format: FORMAT.into(),
            version: VERSION,
            saved_at: now.wall,
            stage: run.stage,
            item: run.item,
            film_secs: run.film.secs(now.mono),
            film_runs: run.film.is_running() || run.pause.as_ref().is_some_and(|pause| pause.then == Then::FilmGoesOn),
            evening: run.evening.clone(),
            feeling: run.feeling.clone(),
            reflection: run.reflection.clone(),
            joy: run.joy.clone(),
            pause: run.pause.as_ref().map(|pause| PauseDraft {
                began: pause.began.wall,
                secs: pause.lasted(now).as_secs(),
                kind: pause.kind,
                kinds: pause.done(now),
                helped: pause.helped,
                breathed_secs: pause.breathed(now).as_secs(),
                then: pause.then,
                item: pause.in_film.0,
                film_secs: pause.in_film.1,
            }),
            offers: run.offers.clone(),
        }
    }

    /// The draft as text.
    ///
    /// # Errors
    /// Where it cannot be written down, which no evening is known to cause.
    pub fn to_text(&self) -> Result<String, ron::Error> {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
    }

    /// Reads a draft.
    ///
    /// # Errors
    /// Says whether it is from a newer version or not whole.
    pub fn parse(text: &str) -> Result<Self, DraftError> {
        let mut draft: Self = ron::from_str(text).map_err(|error| DraftError::Damaged(error.to_string()))?;
        match (draft.format.as_str(), draft.version) {
            (FORMAT, VERSION) if !draft.has_believable_days() => Err(DraftError::Damaged("a day out of range".into())),
            (FORMAT, VERSION) => {
                draft.tidy();
                Ok(draft)
            }
            (FORMAT, newer) if newer > VERSION => Err(DraftError::Newer),
            _ => Err(DraftError::Damaged("another format".into())),
        }
    }

    fn tidy(&mut self) {
        const MAX_SECS: u32 = MAX_RUNTIME_MIN * 60;
        self.evening.tidy();
        self.film_secs = self.film_secs.min(MAX_SECS);
        self.item = self.item.min(MAX_KEY);
        self.feeling.pleasant = self.feeling.pleasant.map(|percent| percent.min(100));
        self.feeling.stirred = self.feeling.stirred.map(|percent| percent.min(100));
        if let Some(pause) = &mut self.pause {
            pause.secs = pause.secs.min(u64::from(MAX_SECS));
            pause.breathed_secs = pause.breathed_secs.min(u64::from(MAX_SECS));
            pause.item = pause.item.min(MAX_KEY);
            pause.film_secs = pause.film_secs.map(|secs| secs.min(MAX_SECS));
        }
    }

    /// Days beyond all calendars are damage; anything else can be brought into range.
    fn has_believable_days(&self) -> bool {
        let began = self.pause.as_ref().map(|pause| pause.began);
        is_day(self.evening.day) && is_day(self.saved_at.date_naive()) && began.is_none_or(|at| is_day(at.date_naive()))
    }

    /// Names the evening.
    #[must_use]
    pub fn evening(&self) -> &Evening {
        &self.evening
    }

    /// What has to be asked before it goes on, if anything.
    #[must_use]
    pub fn question(&self, now: Now) -> Option<Question> {
        let away = now.wall - self.saved_at;
        let watching = self.stage == Stage::Watching && self.film_runs;
        if self.is_long_ago(now) {
            return self
                .evening
                .film_ended_at
                .is_none()
                .then(|| Question::EndedAbout { ended: self.would_have_ended() });
        }
        // Under ten seconds there is nothing to choose between.
        (watching && away >= TimeDelta::seconds(10)).then(|| Question::StoppedOrWentOn {
            stopped_min: self.film_secs / 60,
            went_on_min: self.went_on_secs(now) / 60,
        })
    }

    /// How long the minute holds that the question names; `None` where it names none, or the film would be over.
    #[must_use]
    pub fn until_question_changes(&self, now: Now) -> Option<Duration> {
        let Question::StoppedOrWentOn { .. } = self.question(now)? else { return None };
        let secs = self.went_on_secs(now);
        let is_over = self.runtime_secs().is_some_and(|runtime| secs >= runtime);
        (!is_over).then(|| Duration::from_secs(u64::from(60 - secs % 60)))
    }

    /// Takes the evening up where it stopped. A check-in for right after the film is not asked for hours later: what
    /// was already said of it stays in `feeling`, to be kept as said then.
    #[must_use]
    pub fn resume_stopped(&self, now: Now) -> Run {
        let mut run = self.run_at(self.film_secs);
        match self.stage {
            // The film was over, and hours later nobody is in that break any more.
            Stage::Break if self.is_long_ago(now) && self.evening.film_ended_at.is_some() => self.leave_break(&mut run),
            Stage::Break => run.pause = Some(self.pause_at(now)),
            Stage::Watching if self.film_runs && self.question(now).is_none() => run.film.start(now.mono),
            Stage::After if self.is_long_ago(now) => run.stage = Stage::Tears,
            _ => {}
        }
        run
    }

    /// Takes the evening up with the film as far on as if it had never stopped.
    #[must_use]
    pub fn resume_went_on(&self, now: Now) -> Run {
        if self.stage != Stage::Watching || !self.film_runs {
            return self.resume_stopped(now);
        }
        let mut run = self.run_at(self.went_on_secs(now));
        run.film.start(now.mono);
        run
    }

    /// Takes up an evening of long ago after the film's end, at the questions that can still be answered.
    #[must_use]
    pub fn resume_ended(&self, ended: Wall, now: Now) -> Run {
        let mut run = self.run_at(self.film_secs);
        if run.stage == Stage::Break && run.evening.film_ended_at.is_some() {
            self.leave_break(&mut run);
        }
        if run.evening.film_ended_at.is_none() {
            let then = Now { wall: ended, ..now };
            if let Some(pause) = &self.pause {
                run.evening.breaks.push(pause.taken());
            }
            run.stage = Stage::Watching;
            if self.film_runs && ended == self.would_have_ended() && self.left_secs().is_some() {
                run.ran_to_the_end(then);
            } else {
                run.take(Step::LeaveFilm, then);
            }
        }
        if run.stage == Stage::After {
            run.stage = Stage::Tears;
        }
        run
    }

    /// The break after the film was as long as is known, and how the tears were can still be said.
    fn leave_break(&self, run: &mut Run) {
        run.evening.breaks.extend(self.pause.as_ref().map(PauseDraft::taken));
        run.stage = Stage::Tears;
    }

    /// The evening had not come to its film.
    #[must_use]
    pub fn is_before_the_film(&self) -> bool {
        self.stage == Stage::Before
    }

    /// When it was last written.
    #[must_use]
    pub fn saved_at(&self) -> Wall {
        self.saved_at
    }

    fn run_at(&self, film_secs: u32) -> Run {
        let mut run = Run::at(self.evening.clone(), self.stage, self.item, FilmClock::standing_at(film_secs));
        run.feeling = self.feeling.clone();
        run.reflection.clone_from(&self.reflection);
        run.joy.clone_from(&self.joy);
        run.offers.clone_from(&self.offers);
        run
    }

    fn runtime_secs(&self) -> Option<u32> {
        Some(self.evening.plan.item(self.item)?.runtime_min?.saturating_mul(60))
    }

    /// Not past the film's end, where that is known.
    fn went_on_secs(&self, now: Now) -> u32 {
        let away = u32::try_from((now.wall - self.saved_at).num_seconds().max(0)).unwrap_or(u32::MAX);
        let went_on = self.film_secs.saturating_add(away);
        self.runtime_secs().map_or(went_on, |runtime| went_on.min(runtime.max(self.film_secs)))
    }

    fn would_have_ended(&self) -> Wall {
        let left = self.left_secs().filter(|_| self.film_runs).unwrap_or(0);
        self.saved_at + TimeDelta::seconds(i64::from(left))
    }

    /// Seconds of film that were left, of this item and those after it, where all lengths are known.
    fn left_secs(&self) -> Option<u32> {
        let items = &self.evening.plan.items;
        let index = items.iter().position(|item| item.key == self.item)?;
        let all =
            items[index..].iter().try_fold(0_u32, |sum, item| sum.checked_add(item.runtime_min?.checked_mul(60)?));
        all.map(|all| all.saturating_sub(self.film_secs))
    }

    fn is_long_ago(&self, now: Now) -> bool {
        now.wall - self.saved_at > TimeDelta::hours(GOES_ON_HOURS)
    }

    /// The break as it was; the time away is not counted, because nobody knows what was done in it.
    fn pause_at(&self, now: Now) -> Pause {
        let kept = self.pause.clone().unwrap_or(PauseDraft {
            began: self.saved_at,
            secs: 0,
            kind: BreakKind::Breathe,
            kinds: Vec::new(),
            helped: None,
            breathed_secs: 0,
            then: if self.film_runs { Then::FilmGoesOn } else { Then::FilmWaits },
            item: self.item,
            film_secs: Some(self.film_secs),
        });
        Pause {
            kind: kept.kind,
            kinds: kept.kinds,
            helped: kept.helped,
            began: Now { wall: kept.began, mono: now.mono },
            earlier: Duration::from_secs(kept.secs),
            kind_began: now.mono,
            breathed: Duration::from_secs(kept.breathed_secs),
            then: kept.then,
            in_film: (kept.item, kept.film_secs),
        }
    }
}

impl PauseDraft {
    fn taken(&self) -> BreakTaken {
        BreakTaken {
            at: self.began,
            item: self.item,
            film_secs: self.film_secs,
            kinds: self.kinds.clone(),
            minutes: whole_minutes(self.secs),
            breathed_secs: bounded_secs(self.breathed_secs),
            helped: self.helped,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Clock, ManualClock};
    use crate::evening::plan::{EveningPlan, Item};
    use crate::journal::record::{DeviceId, Record, Rev};

    const MIN: Duration = Duration::from_mins(1);

    fn watching(clock: &ManualClock) -> Run {
        let day = "2026-11-22".parse().expect("a day");
        let mut evening = Evening::new(uuid::Uuid::nil(), Rev(1, DeviceId("here".into())), day, None);
        evening.plan = EveningPlan {
            items: vec![Item { name: "Paper Boats".into(), runtime_min: Some(93), ..Item::default() }],
            ..EveningPlan::default()
        };
        let mut run = Run::begin(evening, clock.now());
        run.take(Step::SkipCheckIn, clock.now());
        run.take(Step::StartFilm, clock.now());
        clock.advance(39 * MIN);
        run.take(Step::MarkTears, clock.now());
        run
    }

    fn clock() -> ManualClock {
        ManualClock::new(Wall::parse_from_rfc3339("2026-11-22T20:39:00+01:00").expect("a date"))
    }

    fn drafted(run: &Run, clock: &ManualClock) -> Draft {
        let text = Draft::of(run, clock.now()).to_text().expect("it can be written");
        Draft::parse(&text).expect("it can be read")
    }

    #[test]
    fn after_a_crash_the_film_stopped_or_went_on_and_every_mark_is_there() {
        let clock = clock();
        let draft = drafted(&watching(&clock), &clock);
        clock.advance(12 * MIN);
        assert_eq!(draft.question(clock.now()), Some(Question::StoppedOrWentOn { stopped_min: 39, went_on_min: 51 }));
        let stopped = draft.resume_stopped(clock.now());
        assert_eq!((stopped.film.minute(clock.now().mono), stopped.film.is_running()), (39, false));
        let went_on = draft.resume_went_on(clock.now());
        assert_eq!((went_on.film.minute(clock.now().mono), went_on.film.is_running()), (51, true));
        assert_eq!(stopped.evening.marks.len(), 1);
        clock.advance(90 * MIN);
        assert_eq!(draft.resume_went_on(clock.now()).film.minute(clock.now().mono), 93, "not past its end");
    }

    #[test]
    fn a_crash_in_the_break_resumes_at_the_same_minute() {
        let clock = clock();
        let mut run = watching(&clock);
        run.take(Step::TakeBreak, clock.now());
        clock.advance(3 * MIN);
        let draft = drafted(&run, &clock);
        clock.advance(20 * MIN);
        assert_eq!(draft.question(clock.now()), None);
        let mut run = draft.resume_stopped(clock.now());
        assert_eq!((run.stage, run.film.minute(clock.now().mono)), (Stage::Break, 39));
        run.take(Step::EndBreak, clock.now());
        clock.advance(MIN);
        assert_eq!(run.film.minute(clock.now().mono), 40);
    }

    #[test]
    fn an_evening_of_long_ago_is_asked_whether_it_ended_then() {
        let clock = clock();
        let run = watching(&clock);
        let draft = drafted(&run, &clock);
        let would_end = clock.now().wall + TimeDelta::minutes(54);
        clock.advance(MIN * 60 * 9);
        assert_eq!(draft.question(clock.now()), Some(Question::EndedAbout { ended: would_end }));
        let yes = draft.resume_ended(would_end, clock.now());
        assert_eq!((yes.stage, yes.evening.film_ended_at), (Stage::Tears, Some(would_end)));
        assert_eq!(yes.evening.marks.len(), 1);
    }

    #[test]
    fn a_check_in_half_filled_in_is_still_half_filled_in() {
        let clock = clock();
        let mut run = watching(&clock);
        run.take(Step::ItemOver, clock.now());
        run.take(Step::Feel(Feeling { pleasant: Some(40), ..Feeling::default() }), clock.now());
        let resumed = drafted(&run, &clock).resume_stopped(clock.now());
        assert_eq!((resumed.stage, resumed.feeling.pleasant), (Stage::After, Some(40)));
    }

    #[test]
    fn a_draft_that_is_no_draft_is_told_apart_from_a_newer_one() {
        let clock = clock();
        let text = Draft::of(&watching(&clock), clock.now()).to_text().expect("it can be written");
        assert_eq!(Draft::parse(&text.replace("version: 1", "version: 2")), Err(DraftError::Newer));
        for damaged in ["", "\0\0\0", &text[..text.len() / 2], &text.replace("/draft", "/other")] {
            assert!(matches!(Draft::parse(damaged), Err(DraftError::Damaged(_))));
        }
    }
}
