//! The one place that knows what time it is.
//!
//! Everything else is handed a [`Now`]. Wall time is for what a person reads and for what is kept; the
//! monotonic time is for what is measured, because it never jumps when somebody sets the clock.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, FixedOffset, Local, TimeDelta};

/// A moment as the clock on the wall shows it, with the offset from UTC that held there and then.
pub type Wall = DateTime<FixedOffset>;

/// One reading of both clocks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Now {
    /// What the clock on the wall shows. May jump.
    pub wall: Wall,
    /// Time since the program began. Never jumps, and stands still while the computer sleeps.
    pub mono: Duration,
}

/// A source of time.
pub trait Clock: Send + Sync {
    /// Reads both clocks.
    fn now(&self) -> Now;

    /// How long the program has to wait in real time for `app_time` to pass on this clock.
    fn real_wait(&self, app_time: Duration) -> Duration {
        app_time
    }
}

/// The computer's own clock.
#[derive(Debug)]
pub struct SystemClock {
    started: Instant,
}

impl Default for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the place that knows the time")]
    fn default() -> Self {
        Self { started: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Now {
        Now { wall: wall_of_the_system(), mono: self.started.elapsed() }
    }
}

/// A clock that begins at a chosen moment and may run faster than the real one, for trying things out.
#[derive(Debug)]
pub struct TrialClock {
    started: Instant,
    began_at: Wall,
    speed: f64,
}

impl TrialClock {
    /// A clock that shows `began_at` (or the present, where that is `None`) and runs `speed` times as fast as the
    /// real one. Speeds outside 0.01 to 10,000 are brought into that range.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the place that knows the time")]
    pub fn new(began_at: Option<Wall>, speed: f64) -> Self {
        Self {
            started: Instant::now(),
            began_at: began_at.unwrap_or_else(wall_of_the_system),
            speed: if speed.is_finite() { speed.clamp(0.01, 10_000.0) } else { 1.0 },
        }
    }
}

impl Clock for TrialClock {
    fn now(&self) -> Now {
        let mono = self.started.elapsed().mul_f64(self.speed);
        let passed = TimeDelta::from_std(mono).unwrap_or(TimeDelta::zero());
        Now { wall: self.began_at.checked_add_signed(passed).unwrap_or(self.began_at), mono }
    }

    fn real_wait(&self, app_time: Duration) -> Duration {
        app_time.div_f64(self.speed)
    }
}

/// A clock that stands still until it is told to move. For tests.
#[derive(Debug)]
pub struct ManualClock {
    now: Mutex<Now>,
}

impl ManualClock {
    /// A clock that shows `wall` until it is moved.
    #[must_use]
    pub fn new(wall: Wall) -> Self {
        Self { now: Mutex::new(Now { wall, mono: Duration::from_secs(1) }) }
    }

    /// Lets `time` pass on both clocks.
    pub fn advance(&self, time: Duration) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.mono += time;
        now.wall += time;
    }

    /// Lets `time` pass on the wall alone, as a sleeping computer does.
    pub fn sleep(&self, time: Duration) {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).wall += time;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Now {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Local time. A clock set before 1970 reads as the first second of 1970 rather than ending the program.
#[expect(clippy::disallowed_methods, reason = "this is the place that knows the time")]
fn wall_of_the_system() -> Wall {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since_1970.as_secs()).unwrap_or_default();
    DateTime::from_timestamp(seconds, since_1970.subsec_nanos())
        .unwrap_or(DateTime::UNIX_EPOCH)
        .with_timezone(&Local)
        .fixed_offset()
}
