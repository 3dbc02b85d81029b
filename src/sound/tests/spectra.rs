//! What colour and what pitch it has.

use super::measure::*;
use crate::sound::{
    Bed, CueKind,
    noise::{Brown, Pink},
};

/// Decibels per octave from each of eight bands between 40 Hz and 8 kHz to the next; each is about an octave wide.
fn slopes(mut next: impl FnMut() -> f32) -> Vec<f64> {
    let size = 16_384;
    let samples: Vec<_> = (0..60 * SEC).map(|_| next()).collect();
    let power = spectrum(&samples, size);
    let ratio = 200.0_f64.powf(1.0 / 8.0);
    let density = |band: i32| {
        let band = 40.0 * ratio.powi(band)..40.0 * ratio.powi(band + 1);
        let bins: Vec<_> =
            (0..size / 2).filter(|bin| band.contains(&hz_of(*bin, size))).map(|bin| power[bin]).collect();
        10.0 * (bins.iter().sum::<f64>() / bins.len() as f64).log10()
    };
    (0..7).map(|band| (density(band + 1) - density(band)) / ratio.log2()).collect()
}

#[test]
fn pink_loses_three_decibels_an_octave() {
    let mut pink = Pink::new(5);
    let slopes = slopes(|| pink.next());
    println!("{slopes:.2?}");
    assert!(slopes.iter().all(|slope| (slope + 3.01).abs() < 1.0), "{slopes:?}");
    assert!((slopes.iter().sum::<f64>() / 7.0 + 3.01).abs() < 0.3, "{slopes:?}");
}

#[test]
fn brown_loses_six_decibels_an_octave() {
    let mut brown = Brown::new(5);
    let slopes = slopes(|| brown.next());
    println!("{slopes:.2?}");
    assert!(slopes.iter().all(|slope| (slope + 6.02).abs() < 1.0), "{slopes:?}");
    assert!((slopes.iter().sum::<f64>() / 7.0 + 6.02).abs() < 0.3, "{slopes:?}");
}

#[test]
fn pink_and_brown_have_an_rms_of_one() {
    let (mut pink, mut brown) = (Pink::new(6), Brown::new(6));
    let frames: Vec<_> = (0..60 * SEC).map(|_| (pink.next(), brown.next())).collect();
    let [pink, brown] = [
        rms(&frames.iter().map(|x| [x.0; 2]).collect::<Vec<_>>()),
        rms(&frames.iter().map(|x| [x.1; 2]).collect::<Vec<_>>()),
    ];
    assert!((pink - 1.0).abs() < 0.05 && (brown - 1.0).abs() < 0.05, "{pink} {brown}");
}

#[test]
fn the_rain_neither_hisses_nor_rumbles() {
    let sound = left(&of_source(Bed::Rain, 3, 20 * SEC));
    let centroids = centroids(&sound);
    println!("centroids {centroids:.0?} Hz");
    assert!(centroids.iter().all(|hz| (400.0..2_500.0).contains(hz)), "{centroids:?}");
    let power = spectrum(&sound, 8_192);
    let low: f64 = power[..hz_to_bin(80.0)].iter().sum();
    let high: f64 = power[hz_to_bin(8_000.0)..].iter().sum();
    let all: f64 = power.iter().sum();
    assert!(low < all / 20.0, "no thunder");
    assert!(high < all / 500.0, "no spray");
}

fn hz_to_bin(hz: f64) -> usize {
    (0..8_192).find(|bin| hz_of(*bin, 8_192) >= hz).unwrap()
}

#[test]
fn the_pad_is_warm() {
    let centroids = centroids(&left(&of_source(Bed::Pad, 3, 20 * SEC)));
    println!("centroids {centroids:.0?} Hz");
    assert!(centroids.iter().all(|hz| (120.0..400.0).contains(hz)), "{centroids:?}");
}

#[test]
fn in_rises_and_out_falls() {
    let pitch = |kind, from: usize| {
        let power = spectrum(&of_cue(kind)[from * MS..][..8_192], 8_192);
        hz_of((0..power.len()).max_by(|a, b| power[*a].total_cmp(&power[*b])).unwrap(), 8_192)
    };
    let (rises, falls) = ([0, 650].map(|ms| pitch(CueKind::In, ms)), [0, 650].map(|ms| pitch(CueKind::Out, ms)));
    println!("in {rises:.0?} Hz, out {falls:.0?} Hz");
    assert!(rises[1] > 1.05 * rises[0], "in: {rises:?}");
    assert!(falls[1] < 0.95 * falls[0], "out: {falls:?}");
    assert!(rises[0] > 1.1 * falls[0], "told apart from their first moment");
}
