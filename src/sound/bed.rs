//! What can be heard under a break.

use fastrand::Rng;
use serde::{Deserialize, Serialize};

use super::{noise::Brown, one_pole::OnePole, pad::Pad, rain::Rain};

/// A sound to rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bed {
    /// Rain on a roof at night.
    Rain,
    /// Brown noise, a far waterfall.
    Brown,
    /// A slow chord.
    Pad,
}

impl Bed {
    /// Every bed, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Rain, Self::Brown, Self::Pad];
}

/// How far each bed is turned down. An RMS of about -30 dBFS; the darker a bed, the more its share of the two decibels
/// between them, since the ear and small loudspeakers take away from the bottom.
const RAIN_LEVEL: f32 = 0.053;
const BROWN_LEVEL: f32 = 0.077;
const PAD_LEVEL: f32 = 0.026;

/// Below this the brown bed is taken back, in Hz: there it would move a loudspeaker and no ear.
const BROWN_LOW_HZ: f32 = 60.0;
/// How much of one side of the brown bed is heard on the other.
const BROWN_SPILL: f32 = 0.3;

/// One bed, playing for ever at volume 100: RMS about -30 dBFS, peaks below -12 dBFS.
#[derive(Clone, Debug)]
pub struct Source {
    bed: Bed,
    kind: Kind,
}

#[derive(Clone, Debug)]
// Without a box: that would be freed where sound is made.
enum Kind {
    Rain(Rain),
    Brown([(Brown, OnePole); 2]),
    Pad(Pad),
}

impl Source {
    /// `bed`, as `seed` alone decides.
    #[must_use]
    pub fn new(bed: Bed, seed: u64) -> Self {
        let kind = match bed {
            Bed::Rain => Kind::Rain(Rain::new(seed)),
            Bed::Brown => {
                let mut rng = Rng::with_seed(seed);
                Kind::Brown([(); 2].map(|()| (Brown::new(rng.u64(..)), OnePole::new(BROWN_LOW_HZ))))
            }
            Bed::Pad => Kind::Pad(Pad::new(seed)),
        };
        Self { bed, kind }
    }

    /// What it plays.
    #[must_use]
    pub fn bed(&self) -> Bed {
        self.bed
    }

    /// The next frame, left and right.
    pub fn next(&mut self) -> [f32; 2] {
        match &mut self.kind {
            Kind::Rain(rain) => rain.next().map(|side| RAIN_LEVEL * side),
            Kind::Brown(sides) => {
                let [one, other] = sides.each_mut().map(|(brown, low)| BROWN_LEVEL * low.high(brown.next()));
                [one + BROWN_SPILL * other, other + BROWN_SPILL * one]
            }
            Kind::Pad(pad) => pad.next().map(|side| PAD_LEVEL * side),
        }
    }
}
