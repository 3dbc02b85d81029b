//! Ears.

use std::sync::Arc;

use rustfft::{Fft, FftPlanner, num_complex::Complex};

use crate::sound::{Bed, Cue, CueKind, Mixer, RATE_HZ, Scene, Source};

pub(super) const SEC: usize = RATE_HZ as usize;
pub(super) const MS: usize = SEC / 1_000;

pub(super) fn play(bed: Bed, volume: u8) -> Scene {
    Scene { bed: Some(bed), volume }
}

pub(super) fn frames(mixer: &mut Mixer, count: usize) -> Vec<[f32; 2]> {
    let mut out = vec![0.0; 2 * count];
    mixer.fill(&mut out);
    out.as_chunks().0.to_vec()
}

pub(super) fn of_source(bed: Bed, seed: u64, count: usize) -> Vec<[f32; 2]> {
    let mut source = Source::new(bed, seed);
    (0..count).map(|_| source.next()).collect()
}

pub(super) fn of_cue(kind: CueKind) -> Vec<f32> {
    let mut cue = Cue::new(kind);
    std::iter::from_fn(|| (!cue.is_over()).then(|| cue.next())).collect()
}

pub(super) fn left(frames: &[[f32; 2]]) -> Vec<f32> {
    frames.iter().map(|[left, _]| *left).collect()
}

/// Decibels below full scale.
pub(super) fn db(amplitude: f32) -> f32 {
    20.0 * amplitude.max(1e-9).log10()
}

/// Over both sides.
pub(super) fn rms(frames: &[[f32; 2]]) -> f32 {
    let sum: f64 = frames.as_flattened().iter().map(|x| f64::from(*x).powi(2)).sum();
    (sum / (2 * frames.len()) as f64).sqrt() as f32
}

pub(super) fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak, x| peak.max(x.abs()))
}

/// How far the signal bends between three samples: for a sine its amplitude times the square of its angle per frame,
/// so a smooth low sound has next to none, while a step of height h has h.
pub(super) fn bend(samples: &[f32]) -> f32 {
    samples.windows(3).fold(0.0, |most, x| most.max((x[0] - 2.0 * x[1] + x[2]).abs()))
}

/// Power per bin, by Welch: Hann windows of `size` frames, half over each other. Bin `k` lies at `k * rate / size`.
pub(super) fn spectrum(samples: &[f32], size: usize) -> Vec<f64> {
    let fft: Arc<dyn Fft<f64>> = FftPlanner::new().plan_fft_forward(size);
    let mut power = vec![0.0; size / 2];
    for start in (0..=samples.len() - size).step_by(size / 2) {
        let mut bins: Vec<_> = (0..size)
            .map(|at| {
                let hann = 0.5 - 0.5 * (std::f64::consts::TAU * at as f64 / size as f64).cos();
                Complex::new(hann * f64::from(samples[start + at]), 0.0)
            })
            .collect();
        fft.process(&mut bins);
        for (sum, bin) in power.iter_mut().zip(&bins) {
            *sum += bin.norm_sqr();
        }
    }
    power
}

pub(super) fn hz_of(bin: usize, size: usize) -> f64 {
    bin as f64 * f64::from(RATE_HZ) / size as f64
}

/// Where the middle of a sound lies, in Hz, by power and by amplitude (which gives what is bright more weight).
pub(super) fn centroids(samples: &[f32]) -> [f64; 2] {
    let size = 8_192;
    let power = spectrum(samples, size);
    [1.0, 0.5].map(|exponent| {
        let (moment, sum) = power.iter().enumerate().fold((0.0, 0.0), |(moment, sum), (bin, power)| {
            let weight = power.powf(exponent);
            (moment + weight * hz_of(bin, size), sum + weight)
        });
        moment / sum
    })
}

/// How loud both sides are to the ear, in LUFS: the weighting of ITU-R BS.1770 (its two filters at 48 kHz), ungated.
pub(super) fn loudness(frames: &[[f32; 2]]) -> f64 {
    const SHELF: [f64; 5] = [
        1.535_124_859_586_97,
        -2.691_696_189_406_38,
        1.198_392_810_852_85,
        -1.690_659_293_182_41,
        0.732_480_774_215_85,
    ];
    const HIGH: [f64; 5] = [1.0, -2.0, 1.0, -1.990_047_454_833_98, 0.990_072_250_366_21];
    let mut sum = 0.0;
    for side in 0..2 {
        let mut states = [[0.0; 2]; 2];
        for frame in frames {
            let mut x = f64::from(frame[side]);
            for (state, [b0, b1, b2, a1, a2]) in states.iter_mut().zip([SHELF, HIGH]) {
                let y = b0 * x + state[0];
                *state = [b1 * x - a1 * y + state[1], b2 * x - a2 * y];
                x = y;
            }
            sum += x * x;
        }
    }
    -0.691 + 10.0 * (sum / frames.len() as f64).log10()
}
