//! How loud it is.

use super::measure::*;
use crate::sound::{Bed, CueKind, Mixer, Source, limiter::limited};

#[test]
fn every_bed_is_quiet_and_as_loud_as_the_others() {
    for seed in 1..=2 {
        let beds = Bed::ALL.map(|bed| of_source(bed, seed, 30 * SEC));
        let rms = beds.each_ref().map(|sound| db(rms(sound)));
        let loudness = beds.each_ref().map(|sound| loudness(sound));
        let peaks = beds.each_ref().map(|sound| db(peak(sound.as_flattened())));
        println!("rms {rms:.1?} dBFS, peaks {peaks:.1?} dBFS, {loudness:.1?} LUFS");
        for (bed, sound) in Bed::ALL.iter().zip(&beds) {
            let sides = [0, 1].map(|side| db(rms_of_side(sound, side)));
            assert!((sides[0] - sides[1]).abs() < 1.5, "{bed:?} leans to one side: {sides:?}");
        }
        assert!(rms.iter().all(|rms| (rms + 30.0).abs() < 2.0));
        assert!(peaks.iter().all(|peak| *peak < -12.0));
        let apart = |levels: &[f64]| {
            levels.iter().copied().fold(f64::MIN, f64::max) - levels.iter().copied().fold(f64::MAX, f64::min)
        };
        assert!(apart(&rms.map(f64::from)) < 2.0, "alike on a meter");
        assert!(apart(&loudness) < 2.0, "alike to the ear");
    }
}

fn rms_of_side(sound: &[[f32; 2]], side: usize) -> f32 {
    rms(&sound.iter().map(|frame| [frame[side]; 2]).collect::<Vec<_>>())
}

#[test]
fn the_volume_is_even_to_the_ear_and_its_top_is_the_bed_itself() {
    let level = |volume| {
        let mut mixer = Mixer::new(4);
        mixer.play(play(Bed::Brown, volume));
        frames(&mut mixer, 2 * SEC);
        db(rms(&frames(&mut mixer, 10 * SEC)))
    };
    let full = level(100);
    assert!((full + 30.0).abs() < 2.0);
    assert!((level(50) - full + 12.04).abs() < 0.1, "half way is about half as loud: 12 dB less");
    assert!((level(255) - full).abs() < 1e-3, "there is no more than all");
    assert!(level(0) < -120.0, "zero is silence");
}

fn ten_minutes_of(bed: Bed) {
    let mut source = Source::new(bed, 7);
    // Finite, and below -12 dBFS all along.
    assert!((0..600 * SEC).all(|_| source.next().iter().all(|side| side.abs() < 0.25)), "{bed:?}");
}

#[test]
fn ten_minutes_of_rain_stay_quiet_and_finite() {
    ten_minutes_of(Bed::Rain);
}

#[test]
fn ten_minutes_of_brown_noise_stay_quiet_and_finite() {
    ten_minutes_of(Bed::Brown);
}

#[test]
fn ten_minutes_of_the_pad_stay_quiet_and_finite() {
    ten_minutes_of(Bed::Pad);
}

#[test]
fn a_cue_comes_softly_and_dies_away() {
    for kind in [CueKind::In, CueKind::Out] {
        let cue = of_cue(kind);
        assert_eq!(cue.len(), 900 * MS);
        assert!((-30.0..-20.0).contains(&db(peak(&cue))), "{kind:?}: {}", db(peak(&cue)));
        // Peaks of 10 ms, three or four periods each.
        let envelope: Vec<_> = cue.chunks(10 * MS).map(peak).collect();
        let highest = (0..envelope.len()).max_by(|a, b| envelope[*a].total_cmp(&envelope[*b])).unwrap();
        assert!(highest >= 4, "it takes 40 ms at least to come");
        // The tone and its fifth meet again every two turns, so two peaks together are what must fall.
        let pairs: Vec<_> = envelope.chunks(2).map(peak).collect();
        assert!(pairs[highest / 2 + 1..].is_sorted_by(|a, b| a >= b), "{kind:?} dies away: {pairs:?}");
        assert!(db(peak(&cue[cue.len() - MS..])) < -90.0, "to nothing");
    }
}

#[test]
fn nothing_goes_beyond_full_scale_and_what_is_quiet_is_left_alone() {
    let bent: Vec<_> = (-4_000..=4_000_i16).map(|x| limited(f32::from(x) / 1_000.0)).collect();
    assert!(bent.iter().all(|x| x.abs() <= 1.0));
    assert!(bent.is_sorted());
    assert!(bend(&bent) < 1e-5, "no corner");
    assert!((-500..=500_i16).all(|x| limited(f32::from(x) / 1_000.0).to_bits() == (f32::from(x) / 1_000.0).to_bits()));
    assert!(limited(f32::INFINITY) <= 1.0 && limited(f32::MIN) >= -1.0);
}
