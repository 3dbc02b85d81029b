//! Rain on a roof at night.

use fastrand::Rng;

use super::{drift::Drift, droplet::Droplet, frames_in_secs, noise::Pink, one_pole::OnePole};

/// Below this a roof rumbles, in Hz; rumble is a storm's.
const LOW_HZ: f32 = 160.0;
/// Above this rain hisses, in Hz.
const HIGH_HZ: f32 = 2_200.0;
/// Drops a second that stand out.
const DROPS: f32 = 16.0;
/// Drops at once at the most; one more goes unheard.
const POOL: usize = 16;
/// How loud the loudest drop is, beside a rush of RMS 0.5.
const DROP_LEVEL: f32 = 0.7;
/// How much of one side is heard on the other: two rains apart would sit inside the head of who wears headphones.
const SPILL: f32 = 0.3;

/// Rain: a soft rush, drops that stand out a little, and a slow swell. Steady, no wind, no thunder. RMS about 0.6.
#[derive(Clone, Debug)]
pub struct Rain {
    rush: [(Pink, OnePole, [OnePole; 2]); 2],
    swell: Drift,
    drops: [Option<Droplet>; POOL],
    until_drop: u32,
    rng: Rng,
}

impl Rain {
    /// Rain that `seed` alone decides.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        Self {
            rush: [(); 2].map(|()| (Pink::new(rng.u64(..)), OnePole::new(LOW_HZ), [OnePole::new(HIGH_HZ); 2])),
            swell: Drift::new(0.85..1.15, 7.0..16.0, rng.fork()),
            drops: [None; POOL],
            until_drop: 0,
            rng,
        }
    }

    /// The next frame.
    pub fn next(&mut self) -> [f32; 2] {
        let swell = self.swell.next();
        self.let_fall(swell);
        let [one, other] = self.rush.each_mut().map(|(pink, low, high)| {
            let rush = low.high(pink.next());
            high.iter_mut().fold(rush, |rush, pole| pole.low(rush)) * swell
        });
        let mut frame = [one + SPILL * other, other + SPILL * one];
        for slot in &mut self.drops {
            let Some(drop) = slot else { continue };
            let [left, right] = drop.next();
            frame[0] += DROP_LEVEL * left;
            frame[1] += DROP_LEVEL * right;
            if drop.is_over() {
                *slot = None;
            }
        }
        frame
    }

    /// Drops know nothing of each other: the gaps between them are those of Poisson, longer ones ever rarer.
    fn let_fall(&mut self, swell: f32) {
        if self.until_drop > 0 {
            self.until_drop -= 1;
            return;
        }
        self.until_drop = frames_in_secs(-(1.0 - self.rng.f32()).ln() / (DROPS * swell)).min(frames_in_secs(10.0));
        let drop = Droplet::new(&mut self.rng);
        if let Some(slot) = self.drops.iter_mut().find(|slot| slot.is_none()) {
            *slot = Some(drop);
        }
    }
}
