//! One stretch of sound, from the moment something is to be heard until the last of it has faded; and one such stretch
//! after the other. How it gets to the person's ears is a function of its own, one for each system.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::clock::Clock;
use crate::sound::{Heard, Player};

use super::{Ends, Sound};

/// Whoever has not asked for more sound for so long is stuck, or gone without a word.
const STUCK_AFTER: Duration = Duration::from_secs(4);

/// One stretch of sound. The drawing thread says what is to be heard, another thread asks for it piece by piece.
pub(super) struct Session {
    clock: Arc<dyn Clock>,
    player: Mutex<Player>,
    /// Nothing more will be heard of it.
    is_over: AtomicBool,
    /// It could not be heard, or not to its end.
    has_failed: AtomicBool,
    /// When a piece was asked for last, in milliseconds on the monotonic clock.
    asked_ms: AtomicU64,
}

impl Session {
    fn begin(clock: Arc<dyn Clock>, heard: &Heard) -> Self {
        let mut player = Player::new(fastrand::u64(..));
        player.play(heard);
        let session = Self {
            clock,
            player: Mutex::new(player),
            is_over: AtomicBool::new(false),
            has_failed: AtomicBool::new(false),
            asked_ms: AtomicU64::new(0),
        };
        session.note_asked();
        session
    }

    fn with_player<R>(&self, what: impl FnOnce(&mut Player) -> R) -> R {
        what(&mut self.player.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.clock.now().mono.as_millis()).unwrap_or(u64::MAX)
    }

    fn note_asked(&self) {
        self.asked_ms.store(self.now_ms(), Ordering::Relaxed);
    }

    fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Acquire)
    }

    fn is_stuck(&self) -> bool {
        let since_ms = self.now_ms().saturating_sub(self.asked_ms.load(Ordering::Relaxed));
        !self.is_over() && u128::from(since_ms) >= STUCK_AFTER.as_millis()
    }

    fn has_failed(&self) -> bool {
        self.has_failed.load(Ordering::Relaxed) || self.is_stuck()
    }

    /// Goes over to something else, or comes to its end. Says whether it is still there to do so.
    fn change(&self, heard: Option<&Heard>, ends: Ends) -> bool {
        self.with_player(|player| {
            match heard {
                Some(heard) => player.play(heard),
                None => player.end(ends == Ends::AtOnce),
            }
            // Looked at behind the lock: the last of it may have been played just before.
            !self.is_over()
        })
    }

    /// Fills the next piece, interleaved stereo, which is heard so far ahead of now. `false`: there is nothing more.
    pub(super) fn fill(&self, samples: &mut [f32], ahead: Duration) -> bool {
        self.note_asked();
        self.with_player(|player| {
            if player.is_over() {
                self.is_over.store(true, Ordering::Release);
                return false;
            }
            player.fill(samples, self.clock.now().mono.saturating_add(ahead));
            true
        })
    }
}

/// Plays a session to its end, in a thread of its own.
pub(super) type Play = fn(&Arc<Session>) -> Result<(), String>;

/// One stretch of sound after the other. Nothing is connected or open between them.
pub(super) struct Sessions {
    clock: Arc<dyn Clock>,
    play: Play,
    latest: Option<Arc<Session>>,
}

impl Sessions {
    pub(super) fn new(clock: Arc<dyn Clock>, play: Play) -> Self {
        Self { clock, play, latest: None }
    }

    fn begin(&mut self, heard: &Heard) {
        let session = Arc::new(Session::begin(Arc::clone(&self.clock), heard));
        self.latest = Some(Arc::clone(&session));
        let (playing, play) = (Arc::clone(&session), self.play);
        let work = move || {
            let outcome = play(&playing);
            playing.is_over.store(true, Ordering::Release);
            if let Err(error) = outcome {
                // What the machine has or has not, as with keeping the screen awake; the screen says it.
                tracing::info!("no sound: {error}");
                playing.has_failed.store(true, Ordering::Relaxed);
            }
        };
        if let Err(error) = std::thread::Builder::new().name("sound".into()).spawn(work) {
            tracing::warn!("no sound: {error}");
            session.is_over.store(true, Ordering::Release);
            session.has_failed.store(true, Ordering::Relaxed);
        }
    }
}

impl Sound for Sessions {
    fn play(&mut self, heard: Option<&Heard>, ends: Ends) {
        let latest = self.latest.as_ref().filter(|session| !session.is_stuck());
        let goes_on = latest.is_some_and(|session| session.change(heard, ends));
        if let Some(heard) = heard.filter(|_| !goes_on) {
            self.begin(heard);
        }
    }

    fn has_failed(&self) -> bool {
        self.latest.as_ref().is_some_and(|session| session.has_failed())
    }
}

impl Drop for Sessions {
    fn drop(&mut self) {
        self.play(None, Ends::AtOnce);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{ManualClock, Wall};
    use crate::sound::{Bed, Scene};

    fn heard(bed: Bed) -> Heard {
        Heard { scene: Scene { bed: Some(bed), volume: 100 }, cues: None }
    }

    fn clock() -> Arc<ManualClock> {
        Arc::new(ManualClock::new(Wall::parse_from_rfc3339("2026-11-22T20:30:00+01:00").expect("a date")))
    }

    fn nothing_to_play_with(_session: &Arc<Session>) -> Result<(), String> {
        Err("there is nothing to play with".into())
    }

    /// Leaves the session to the test.
    #[expect(clippy::unnecessary_wraps, reason = "the form of all that play")]
    fn nobody_asks(session: &Arc<Session>) -> Result<(), String> {
        while !session.is_over() {
            std::thread::yield_now();
        }
        Ok(())
    }

    fn wait_until(is_so: impl Fn() -> bool) {
        while !is_so() {
            std::thread::yield_now();
        }
    }

    #[test]
    fn where_there_is_nothing_to_play_with_each_new_try_says_so() {
        let mut sessions = Sessions::new(clock(), nothing_to_play_with);
        assert!(!sessions.has_failed());
        for bed in [Bed::Rain, Bed::Pad] {
            sessions.play(Some(&heard(bed)), Ends::Gently);
            wait_until(|| sessions.has_failed());
            sessions.play(None, Ends::AtOnce);
        }
    }

    #[test]
    fn a_session_ends_with_its_sound_and_the_next_sound_begins_another() {
        let mut sessions = Sessions::new(clock(), nobody_asks);
        sessions.play(Some(&heard(Bed::Rain)), Ends::Gently);
        let first = sessions.latest.clone().expect("begun");
        let mut piece = vec![0.0; 9_600];
        assert!(first.fill(&mut piece, Duration::ZERO));
        sessions.play(Some(&heard(Bed::Brown)), Ends::Gently);
        assert!(
            Arc::ptr_eq(&first, sessions.latest.as_ref().expect("there")),
            "another bed is a change, not another session"
        );
        sessions.play(None, Ends::AtOnce);
        assert!(first.fill(&mut piece, Duration::ZERO), "the last of it");
        assert!(!first.fill(&mut piece, Duration::ZERO), "and then nothing");
        sessions.play(Some(&heard(Bed::Rain)), Ends::Gently);
        assert!(!Arc::ptr_eq(&first, sessions.latest.as_ref().expect("there")));
        assert!(!sessions.has_failed());
        sessions.latest.as_ref().expect("there").is_over.store(true, Ordering::Release);
    }

    #[test]
    fn whoever_asks_for_no_more_is_taken_for_gone() {
        let clock = clock();
        let mut sessions = Sessions::new(clock.clone(), nobody_asks);
        sessions.play(Some(&heard(Bed::Rain)), Ends::Gently);
        let first = sessions.latest.clone().expect("begun");
        clock.advance(Duration::from_secs(3));
        assert!(!sessions.has_failed());
        clock.advance(Duration::from_secs(1));
        assert!(sessions.has_failed(), "the person is told");
        sessions.play(Some(&heard(Bed::Pad)), Ends::Gently);
        assert!(!Arc::ptr_eq(&first, sessions.latest.as_ref().expect("there")) && !sessions.has_failed());
        first.is_over.store(true, Ordering::Release);
        sessions.latest.as_ref().expect("there").is_over.store(true, Ordering::Release);
    }
}
