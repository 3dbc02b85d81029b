//! What fills the next moments of sound: the mixer, and the cues when their time comes.

use std::time::Duration;

use crate::breathing::{Pace, PhaseKind};

use super::cue::CueKind;
use super::heard::Heard;
use super::mixer::Mixer;
use super::{RATE_HZ, frames_in};

/// What lies further back than this is not caught up on.
const CATCHES_UP: Duration = Duration::from_millis(500);

/// Fills the next moments of sound.
#[derive(Clone, Debug)]
pub struct Player {
    mixer: Mixer,
    cues: Option<Pace>,
    /// Until when, on the monotonic clock, all cues have been given.
    cued_until: Duration,
    is_ending: bool,
}

impl Player {
    /// Silent. The same seed makes the same sound.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { mixer: Mixer::new(seed), cues: None, cued_until: Duration::ZERO, is_ending: false }
    }

    /// Goes over to this.
    pub fn play(&mut self, heard: &Heard) {
        self.mixer.play(heard.scene);
        if heard.cues != self.cues {
            self.cues.clone_from(&heard.cues);
            self.cued_until = self.cues.as_ref().map(|pace| pace.began).unwrap_or_default();
        }
        self.is_ending = false;
    }

    /// Comes to its end: at once, or fading away.
    pub fn end(&mut self, at_once: bool) {
        if at_once {
            self.mixer.stop_at_once();
        } else {
            self.mixer.fade_out();
        }
        self.cues = None;
        self.is_ending = true;
    }

    /// Whether it came to its end, and nothing more will be heard.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.is_ending && self.mixer.is_silent()
    }

    /// Fills `out`, interleaved stereo, of which the first frame is heard at `starts` on the monotonic clock.
    pub fn fill(&mut self, out: &mut [f32], starts: Duration) {
        let frames = u32::try_from(out.len() / 2).unwrap_or(u32::MAX);
        let length = Duration::from_secs_f64(f64::from(frames) / f64::from(RATE_HZ));
        self.give_cues(starts, starts.saturating_add(length));
        self.mixer.fill(out);
    }

    fn give_cues(&mut self, starts: Duration, until: Duration) {
        let Some(pace) = &self.cues else { return };
        let mut from = self.cued_until.max(starts.saturating_sub(CATCHES_UP));
        while let Some((at, kind)) = pace.next_change(from).filter(|(at, _)| *at < until) {
            let cue = match kind {
                PhaseKind::In | PhaseKind::TopUp => Some(CueKind::In),
                PhaseKind::Out => Some(CueKind::Out),
                PhaseKind::Hold | PhaseKind::Rest => None,
            };
            if let Some(cue) = cue {
                let after = usize::try_from(frames_in(at.saturating_sub(starts))).unwrap_or(0);
                self.mixer.cue(cue, after);
            }
            from = at + Duration::from_nanos(1);
        }
        self.cued_until = from.max(until);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breathing::{Pattern, Timing};
    use crate::sound::{Bed, Scene};

    const BLOCK: usize = 1_024;

    fn heard(timing: Timing, bed: Option<Bed>, breaths: Option<u32>) -> Heard {
        let pattern = Pattern { timing, ..Pattern::default() };
        let pace = Pace { pattern, began: Duration::from_secs(10), breaths };
        Heard { scene: Scene { bed, volume: 100 }, cues: Some(pace) }
    }

    /// Plays for so many seconds from the pace's beginning on, and gives back when a sound began after silence.
    fn onsets(heard: &Heard, secs: f64) -> Vec<f64> {
        let mut player = Player::new(1);
        player.play(heard);
        let (mut starts, mut out) = (Duration::from_millis(10_040), vec![0.0_f32; 2 * BLOCK]);
        let (mut onsets, mut was_silent) = (Vec::new(), true);
        while starts.as_secs_f64() < 10.0 + secs {
            player.fill(&mut out, starts);
            let is_silent = out.iter().all(|sample| sample.abs() < 1e-4);
            if was_silent && !is_silent {
                onsets.push(starts.as_secs_f64() - 10.0);
            }
            was_silent = is_silent;
            starts += Duration::from_secs_f64(f64::from(u32::try_from(BLOCK).unwrap_or(0)) / f64::from(RATE_HZ));
        }
        onsets
    }

    #[test]
    fn there_is_a_sound_at_each_change_from_the_first_breath_on_and_none_for_holds() {
        let boxed = Timing { hold_ms: 4_000, rest_ms: 4_000, ..Timing::of(4_000, 4_000) };
        for (timing, expected) in
            [(Timing::of(4_000, 6_000), vec![0.0, 4.0, 10.0, 14.0, 20.0, 24.0]), (boxed, vec![0.0, 8.0, 16.0, 24.0])]
        {
            let found = onsets(&heard(timing, None, None), 29.0);
            assert_eq!(found.len(), expected.len(), "{found:?}");
            for (found, expected) in found.iter().zip(expected) {
                assert!((found - expected).abs() < 0.1, "{found} is {expected}");
            }
        }
    }

    #[test]
    fn after_the_last_breath_there_is_none() {
        assert_eq!(onsets(&heard(Timing::of(4_000, 6_000), None, Some(2)), 60.0).len(), 4);
    }

    #[test]
    fn it_is_over_once_what_was_left_has_faded() {
        for (at_once, frames) in [(true, 2_000), (false, 80_000)] {
            let mut player = Player::new(1);
            player.play(&heard(Timing::of(4_000, 6_000), Some(Bed::Rain), None));
            let mut out = vec![0.0_f32; 2 * 100_000];
            player.fill(&mut out, Duration::from_secs(10));
            player.end(at_once);
            assert!(!player.is_over());
            player.fill(&mut out[..2 * frames], Duration::from_secs(13));
            assert!(player.is_over());
        }
    }
}
