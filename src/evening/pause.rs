//! A break while it lasts.

use std::time::Duration;

use crate::clock::Now;
use crate::evening::plan::MAX_RUNTIME_MIN;
use crate::journal::entry::{BreakKind, BreakTaken, Helped};

/// What is left this soon in a break was only passed through.
const ONLY_ON_THE_WAY: Duration = Duration::from_secs(30);

/// A break while it lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct Pause {
    /// What is being done.
    pub kind: BreakKind,
    /// What was done in it before that, each for a while.
    pub kinds: Vec<BreakKind>,
    /// How it is, if the person said.
    pub helped: Option<Helped>,
    /// When it began, or was taken up again.
    pub began: Now,
    /// How long it was already when it was taken up again.
    pub earlier: Duration,
    /// When what is being done began, on the monotonic clock.
    pub kind_began: Duration,
    /// How long breathing was being done in it, without the present time.
    pub breathed: Duration,
    /// What comes after it.
    pub then: Then,
    /// The key of the item it interrupted, or followed, and the seconds into it where they are known.
    pub in_film: (u32, Option<u32>),
}

/// What comes after a break.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Then {
    /// The film goes on by itself.
    FilmGoesOn,
    /// The film, or the next one, waits for a press.
    #[default]
    FilmWaits,
    /// The film is over: the check-in after it.
    After,
}

impl Pause {
    /// A break that begins with this.
    #[must_use]
    pub fn begin(kind: BreakKind, then: Then, in_film: (u32, Option<u32>), now: Now) -> Self {
        Self {
            kind,
            kinds: Vec::new(),
            helped: None,
            began: now,
            earlier: Duration::ZERO,
            kind_began: now.mono,
            breathed: Duration::ZERO,
            then,
            in_film,
        }
    }

    /// How long it has been, without the time the program was not running.
    #[must_use]
    pub fn lasted(&self, now: Now) -> Duration {
        self.earlier.saturating_add(now.mono.saturating_sub(self.began.mono))
    }

    /// How long of it was spent breathing.
    #[must_use]
    pub fn breathed(&self, now: Now) -> Duration {
        let present = if self.kind == BreakKind::Breathe { self.in_this(now) } else { Duration::ZERO };
        self.breathed.saturating_add(present)
    }

    fn in_this(&self, now: Now) -> Duration {
        now.mono.saturating_sub(self.kind_began)
    }

    /// All that was done in it until now. What was chosen last counts however short it was; but sitting is also what is
    /// passed through on the way out.
    #[must_use]
    pub fn done(&self, now: Now) -> Vec<BreakKind> {
        let mut done = self.kinds.clone();
        let is_way_out = self.kind == BreakKind::Sit && self.in_this(now) < ONLY_ON_THE_WAY && !done.is_empty();
        if !is_way_out && !done.contains(&self.kind) {
            done.push(self.kind);
        }
        done
    }

    /// Something else, from now on.
    pub fn change(&mut self, kind: BreakKind, now: Now) {
        if self.kind == kind {
            return;
        }
        if self.in_this(now) >= ONLY_ON_THE_WAY {
            self.kinds = self.done(now);
        }
        self.breathed = self.breathed(now);
        self.kind = kind;
        self.kind_began = now.mono;
    }

    /// As it is kept once it is over.
    #[must_use]
    pub fn taken(self, now: Now) -> BreakTaken {
        let (item, film_secs) = self.in_film;
        let kinds = self.done(now);
        let breathed = if kinds.contains(&BreakKind::Breathe) { self.breathed(now) } else { Duration::ZERO };
        BreakTaken {
            at: self.began.wall,
            item,
            film_secs,
            minutes: whole_minutes(self.lasted(now).as_secs()),
            breathed_secs: bounded_secs(breathed.as_secs()),
            kinds,
            helped: self.helped,
        }
    }
}

/// Whole minutes of a break, rounded; a break that was left over a weekend is a day and a night long.
#[must_use]
pub(super) fn whole_minutes(secs: u64) -> u32 {
    u32::try_from(secs.saturating_add(30) / 60).map_or(MAX_RUNTIME_MIN, |minutes| minutes.min(MAX_RUNTIME_MIN))
}

/// Seconds of a break, at most a day and a night.
#[must_use]
pub(super) fn bounded_secs(secs: u64) -> u32 {
    const MAX_SECS: u32 = MAX_RUNTIME_MIN * 60;
    u32::try_from(secs).map_or(MAX_SECS, |secs| secs.min(MAX_SECS))
}
