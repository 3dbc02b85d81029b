//! Everything that is to be heard, in one.

use fastrand::Rng;

use super::{
    DECLICK, FADE, bed::Bed, bell::Bell, cue::CueKind, frames_in, glide::Glide, limiter::limited, voice::Voice,
};

/// Cues at once, waiting or sounding, at the most; one more is not taken.
const BELLS: usize = 8;

/// What is to be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scene {
    /// What lies under everything, or `None` for cues alone.
    pub bed: Option<Bed>,
    /// How loud beds and cues are, 0 (silence) to 100 (still quiet); above counts as 100. Even steps sound even.
    pub volume: u8,
}

/// Makes the sound. A voice is ready for every bed, so that any number of changes in a row goes on from what is heard,
/// and nothing is ever allocated.
#[derive(Clone, Debug)]
pub struct Mixer {
    voices: [Voice; Bed::ALL.len()],
    bells: [Option<Bell>; BELLS],
    cue_gain: Glide,
}

impl Mixer {
    /// Silent, at volume 0. The same `seed` and the same calls make the same sound.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        Self {
            voices: Bed::ALL.map(|bed| Voice::new(bed, rng.u64(..))),
            bells: [None; BELLS],
            cue_gain: Glide::resting_at(0.0),
        }
    }

    /// Fades to `scene` over [`FADE`], from whatever is heard now. Asking again for what is on its way changes nothing.
    pub fn play(&mut self, scene: Scene) {
        let gain = gain_of(scene.volume);
        for voice in &mut self.voices {
            voice.fade(if scene.bed == Some(voice.bed()) { gain } else { 0.0 }, frames_in(FADE));
        }
        if self.bells.iter().flatten().any(|bell| !bell.waits()) {
            self.cue_gain.send(gain, frames_in(FADE));
        } else {
            self.cue_gain = Glide::resting_at(gain);
        }
    }

    /// Fades to silence over [`FADE`], cues too; those that wait are forgotten.
    pub fn fade_out(&mut self) {
        self.silence_over(frames_in(FADE));
    }

    /// To silence within [`DECLICK`], cues too: the break was left.
    pub fn stop_at_once(&mut self) {
        self.silence_over(frames_in(DECLICK));
    }

    /// Lets a cue begin `after_frames` frames into what is filled next, as loud as the scene. While eight wait or sound
    /// already, another is not taken.
    pub fn cue(&mut self, kind: CueKind, after_frames: usize) {
        if let Some(slot) = self.bells.iter_mut().find(|slot| slot.is_none()) {
            *slot = Some(Bell::new(kind, after_frames));
        }
    }

    /// Whether nothing sounds and nothing waits: until something is asked, all that is filled is zero.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.voices.iter().all(Voice::is_silent) && self.bells.iter().all(Option::is_none)
    }

    /// Fills `out` with interleaved stereo, whole frames; half a frame at its end stays zero. How `out` is cut into
    /// blocks makes no difference to the sound.
    pub fn fill(&mut self, out: &mut [f32]) {
        let (frames, rest) = out.as_chunks_mut::<2>();
        for frame in frames {
            *frame = self.next();
        }
        rest.fill(0.0);
    }

    fn next(&mut self) -> [f32; 2] {
        let cues = self.next_of_cues() * self.cue_gain.next();
        let mut frame = [cues; 2];
        for voice in &mut self.voices {
            let [left, right] = voice.next();
            frame[0] += left;
            frame[1] += right;
        }
        frame.map(limited)
    }

    fn next_of_cues(&mut self) -> f32 {
        let mut sum = 0.0;
        for slot in &mut self.bells {
            let Some(bell) = slot else { continue };
            sum += bell.next();
            if bell.is_over() {
                *slot = None;
            }
        }
        sum
    }

    fn silence_over(&mut self, frames: u32) {
        for voice in &mut self.voices {
            voice.fade(0.0, frames);
        }
        for slot in &mut self.bells {
            if let Some(bell) = slot {
                bell.hush(frames);
                if bell.is_over() {
                    *slot = None;
                }
            }
        }
    }
}

/// Amplitude for a volume: its square, so that half way (12 dB less) is about half as loud to the ear, and not nearly
/// all.
fn gain_of(volume: u8) -> f32 {
    let share = f32::from(volume.min(100)) / 100.0;
    share * share
}
