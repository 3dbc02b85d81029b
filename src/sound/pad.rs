//! A slow chord.

use fastrand::Rng;

use super::{drift::within, frames_in_secs, note::Note};

/// The notes, in Hz (equal temperament, A at 440): F2 A2 C3 E3 F3 G3 A3 C4 D4 E4.
const NOTES: [f32; 10] = [87.307, 110.0, 130.813, 164.814, 174.614, 195.998, 220.0, 261.626, 293.665, 329.628];

/// Which notes make a chord: D minor, F, A minor, C. Neighbours are a third apart and have two of three tones in
/// common, so that any two that sound together make one soft seventh chord in which no two notes rub a semitone apart.
const CHORDS: [[usize; 4]; 4] = [[1, 4, 6, 8], [0, 2, 6, 7], [1, 3, 7, 9], [2, 5, 7, 9]];

/// A pad: one chord becomes another within 20 to 40 seconds, and stays a while. No beat, no tune. RMS about 1.2.
#[derive(Clone, Debug)]
pub struct Pad {
    notes: [Note; NOTES.len()],
    chord: usize,
    until_change: u32,
    rng: Rng,
}

impl Pad {
    /// A pad that `seed` alone decides.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let chord = rng.usize(..CHORDS.len());
        Self {
            notes: std::array::from_fn(|note| Note::new(NOTES[note], CHORDS[chord].contains(&note), &mut rng)),
            chord,
            until_change: frames_in_secs(within(&(5.0..15.0), &mut rng)),
            rng,
        }
    }

    /// The next frame.
    pub fn next(&mut self) -> [f32; 2] {
        if self.until_change == 0 {
            self.change();
        }
        self.until_change -= 1;
        let mut frame = [0.0; 2];
        for note in &mut self.notes {
            let [left, right] = note.next();
            frame[0] += left;
            frame[1] += right;
        }
        frame
    }

    /// Sets out for a neighbour. Notes that both chords have stay as they are.
    fn change(&mut self) {
        let up = self.chord == 0 || (self.chord + 1 < CHORDS.len() && self.rng.bool());
        self.chord = if up { self.chord + 1 } else { self.chord - 1 };
        let over = frames_in_secs(within(&(20.0..40.0), &mut self.rng));
        for (note, heard) in self.notes.iter_mut().enumerate() {
            heard.fade(CHORDS[self.chord].contains(&note), over);
        }
        self.until_change = over + frames_in_secs(within(&(4.0..12.0), &mut self.rng));
    }
}
