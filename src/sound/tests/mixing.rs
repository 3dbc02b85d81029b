//! What comes, goes and waits.

use fastrand::Rng;

use super::measure::*;
use crate::sound::{Bed, CueKind, Mixer, Scene, Source};

const SEED: u64 = 21;
const BLOCK: usize = 10 * MS;
const FADE_BLOCKS: usize = 150;

/// The bed as the mixer hears it when it is first asked for, without any gain: the same seed makes the same sound.
fn dry(bed: Bed, count: usize) -> Vec<[f32; 2]> {
    let mut rng = Rng::with_seed(SEED);
    let seeds = Bed::ALL.map(|bed| (bed, rng.u64(..)));
    of_source(bed, seeds.iter().find(|seed| seed.0 == bed).unwrap().1, count)
}

/// How much of `one` and of `other` is in `heard`, for every hundredth of a second: least squares.
fn gains(heard: &[[f32; 2]], one: &[[f32; 2]], other: &[[f32; 2]]) -> Vec<[f64; 2]> {
    let dot = |a: &[[f32; 2]], b: &[[f32; 2]]| -> f64 {
        a.as_flattened().iter().zip(b.as_flattened()).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
    };
    let blocks = heard.chunks(BLOCK).zip(one.chunks(BLOCK).zip(other.chunks(BLOCK)));
    blocks
        .map(|(heard, (a, b))| {
            let (aa, ab, bb, ha, hb) = (dot(a, a), dot(a, b), dot(b, b), dot(heard, a), dot(heard, b));
            let det = aa * bb - ab * ab;
            [(ha * bb - hb * ab) / det, (hb * aa - ha * ab) / det]
        })
        .collect()
}

/// How much of `dry` is in `heard`, for every hundredth of a second.
fn gain(heard: &[[f32; 2]], dry: &[[f32; 2]]) -> Vec<f64> {
    let mut noise = Source::new(Bed::Brown, 99);
    let unrelated: Vec<_> = dry.iter().map(|_| noise.next()).collect();
    gains(heard, dry, &unrelated).iter().map(|gain| gain[0]).collect()
}

fn rises(gain: &[f64]) -> bool {
    gain.windows(2).all(|pair| pair[1] > pair[0] - 1e-4)
}

fn falls(gain: &[f64]) -> bool {
    gain.windows(2).all(|pair| pair[1] < pair[0] + 1e-4)
}

#[test]
fn rain_fades_in_over_a_second_and_a_half() {
    let mut mixer = Mixer::new(SEED);
    mixer.play(play(Bed::Rain, 100));
    let gain = gain(&frames(&mut mixer, 2 * SEC), &dry(Bed::Rain, 2 * SEC));
    assert!(rises(&gain) && gain[0] < 0.02, "{gain:?}");
    assert!((gain[FADE_BLOCKS / 2] - 0.71).abs() < 0.02, "{}", gain[FADE_BLOCKS / 2]);
    assert!(gain[FADE_BLOCKS - 3] < 0.9999, "it takes the whole of it");
    assert!(gain[FADE_BLOCKS..].iter().all(|gain| (gain - 1.0).abs() < 1e-4));
}

#[test]
fn rain_fades_out_over_a_second_and_a_half_and_then_there_is_silence() {
    let mut mixer = Mixer::new(SEED);
    mixer.play(play(Bed::Rain, 100));
    frames(&mut mixer, 2 * SEC);
    let mut on = mixer.clone();
    mixer.fade_out();
    let (heard, dry) = (frames(&mut mixer, 1_500 * MS), frames(&mut on, 1_500 * MS));
    let gain = gain(&heard, &dry);
    assert!(falls(&gain) && gain[0] > 0.999, "{gain:?}");
    assert!(gain[FADE_BLOCKS - 2] > 0.01, "it takes the whole of it");
    assert!(mixer.is_silent());
    assert!(peak(frames(&mut mixer, SEC).as_flattened()) == 0.0);
}

#[test]
fn while_rain_becomes_the_pad_the_power_stays() {
    let mut mixer = Mixer::new(SEED);
    mixer.play(play(Bed::Rain, 100));
    frames(&mut mixer, 2 * SEC);
    let mut on = mixer.clone();
    mixer.play(play(Bed::Pad, 100));
    let gains = gains(&frames(&mut mixer, 1_500 * MS), &frames(&mut on, 1_500 * MS), &dry(Bed::Pad, 1_500 * MS));
    for [rain, pad] in &gains {
        assert!((rain * rain + pad * pad - 1.0).abs() < 0.01, "{rain} {pad}");
    }
    // A gain that moves within a block leaks a little from the one fit to the other; a tenth of a second hides it.
    let every_tenth: Vec<_> = gains.iter().step_by(10).collect();
    assert!(falls(&every_tenth.iter().map(|gain| gain[0]).collect::<Vec<_>>()));
    assert!(rises(&every_tenth.iter().map(|gain| gain[1]).collect::<Vec<_>>()));
}

#[test]
fn the_volume_glides() {
    let mut mixer = Mixer::new(SEED);
    mixer.play(play(Bed::Brown, 100));
    frames(&mut mixer, 2 * SEC);
    let mut on = mixer.clone();
    mixer.play(play(Bed::Brown, 50));
    let gain = gain(&frames(&mut mixer, 2 * SEC), &frames(&mut on, 2 * SEC));
    assert!(falls(&gain) && gain[0] > 0.999 && gain[FADE_BLOCKS - 3] > 0.25 + 1e-6, "{gain:?}");
    assert!(gain[FADE_BLOCKS..].iter().all(|gain| (gain - 0.25).abs() < 1e-4));
}

#[test]
fn a_window_that_asks_on_every_frame_holds_nothing_back() {
    let mut mixer = Mixer::new(SEED);
    let mut heard = Vec::new();
    for _ in 0..125 {
        mixer.play(play(Bed::Rain, 100));
        heard.extend(frames(&mut mixer, 16 * MS));
    }
    let gain = gain(&heard, &dry(Bed::Rain, 2 * SEC));
    assert!(rises(&gain) && (gain[FADE_BLOCKS] - 1.0).abs() < 1e-4, "{gain:?}");
}

#[test]
fn a_volume_that_is_dragged_follows_the_hand() {
    let mut mixer = Mixer::new(SEED);
    mixer.play(play(Bed::Brown, 20));
    frames(&mut mixer, 2 * SEC);
    let mut on = mixer.clone();
    let mut heard = Vec::new();
    for step in 0..120 {
        mixer.play(play(Bed::Brown, 20 + step / 2));
        heard.extend(frames(&mut mixer, 16 * MS));
    }
    let gain = gain(&heard, &frames(&mut on, 120 * 16 * MS));
    assert!(rises(&gain));
    assert!(gain[150] > 3.0 * gain[0], "while the hand still moves: {}", gain[150] / gain[0]);
}

#[test]
fn a_break_that_is_left_is_silent_after_thirty_milliseconds() {
    for bed in Bed::ALL {
        let mut mixer = Mixer::new(SEED);
        mixer.play(play(bed, 100));
        frames(&mut mixer, SEC);
        mixer.cue(CueKind::In, 0);
        mixer.cue(CueKind::Out, 2 * SEC);
        frames(&mut mixer, 100 * MS);
        mixer.fade_out();
        frames(&mut mixer, 100 * MS);
        mixer.stop_at_once();
        mixer.fade_out();
        assert!(!mixer.is_silent());
        assert!(peak(frames(&mut mixer, 30 * MS).as_flattened()) > 0.0);
        assert!(mixer.is_silent(), "a fade does not slow a stop down, and what waited is forgotten");
        assert!(peak(frames(&mut mixer, 3 * SEC).as_flattened()) == 0.0);
    }
}

#[test]
fn a_cue_begins_on_its_frame_as_loud_as_the_scene() {
    for (volume, gain) in [(100, 1.0), (50, 0.25), (0, 0.0)] {
        let mut mixer = Mixer::new(SEED);
        mixer.cue(CueKind::Out, 1_000);
        mixer.play(Scene { bed: None, volume });
        assert!(!mixer.is_silent(), "it waits");
        let heard = frames(&mut mixer, 1_000 + 900 * MS);
        let alone = of_cue(CueKind::Out);
        assert!(peak(heard[..1_000].as_flattened()) == 0.0);
        assert!(heard[1_000..].iter().zip(&alone).all(|(heard, cue)| (heard[0] - gain * cue).abs() < 1e-7));
        assert!(mixer.is_silent());
    }
}

#[test]
fn a_cue_that_begins_with_the_next_frame_waits_until_then() {
    let mut mixer = Mixer::new(SEED);
    mixer.cue(CueKind::In, 0);
    let mut left = mixer.clone();
    mixer.play(Scene { bed: None, volume: 100 });
    assert!(
        db(peak(frames(&mut mixer, SEC).as_flattened())) > -25.0,
        "asked for before the scene, heard at its volume"
    );
    left.stop_at_once();
    assert!(left.is_silent(), "not yet begun, it need not fade");
}

#[test]
fn a_new_mixer_is_silent_and_a_crowd_of_cues_stays_within_bounds() {
    let mut mixer = Mixer::new(SEED);
    assert!(mixer.is_silent() && peak(frames(&mut mixer, SEC).as_flattened()) == 0.0);
    mixer.play(play(Bed::Pad, 0));
    assert!(mixer.is_silent(), "volume 0 is silence");
    mixer.play(play(Bed::Pad, 100));
    for _ in 0..1_000 {
        mixer.cue(CueKind::In, 0);
    }
    let heard = peak(frames(&mut mixer, SEC).as_flattened());
    assert!(heard <= 1.0 && heard > 0.5, "loud enough to meet the limiter: {heard}");
    mixer.fill(&mut [0.0; 3]);
    mixer.fill(&mut []);
}
