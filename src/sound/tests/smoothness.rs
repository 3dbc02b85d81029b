//! Nothing clicks.
//!
//! A click is a step that the sound itself did not make. In noise every sample is a step, so two measures are used:
//!
//! - [`torn`], for anything that is asked of the mixer, whatever is heard: of two copies of the mixer one is asked and
//!   the other is not. They have the same seeds, so what is between them in the next fifth of a millisecond is what
//!   the asking did at once. Everything that is asked for sets out from what is heard, so there is next to nothing; a
//!   gain that jumped, a voice cut off or begun anew would show at its full height.
//! - [`bend`], for what is smooth in itself (the pad, the cues), everywhere: a step would stand out of it.
//!
//! Fades on their way are measured by their gain, in `mixing`.

use fastrand::Rng;

use super::measure::*;
use crate::sound::{Bed, CueKind, Mixer, Scene, droplet::Droplet};

/// How long the two are compared, in frames: a fifth of a millisecond. Longer, and a stop would count, that goes on in
/// the one and was taken back in the other.
const AT_ONCE: usize = 10;

/// The most that `change` does to the sound at once.
pub(super) fn torn(mixer: &Mixer, change: impl FnOnce(&mut Mixer)) -> f32 {
    let (mut asked, mut left_alone) = (mixer.clone(), mixer.clone());
    change(&mut asked);
    let (asked, left_alone) = (frames(&mut asked, AT_ONCE), frames(&mut left_alone, AT_ONCE));
    asked.iter().zip(&left_alone).fold(0.0, |most, (a, b)| most.max((a[0] - b[0]).abs()).max((a[1] - b[1]).abs()))
}

/// A mixer in which `bed` has been heard for a while.
fn amid(bed: Bed) -> Mixer {
    let mut mixer = Mixer::new(11);
    mixer.play(play(bed, 100));
    frames(&mut mixer, 3 * SEC);
    mixer
}

#[test]
fn beginning_changing_and_ending_do_not_click() {
    for bed in Bed::ALL {
        assert!(torn(&Mixer::new(11), |mixer| mixer.play(play(bed, 100))) < 1e-3, "{bed:?} begins");
        let mixer = amid(bed);
        for other in Bed::ALL {
            for volume in [0, 30, 100] {
                assert!(torn(&mixer, |mixer| mixer.play(play(other, volume))) < 1e-3, "{bed:?} to {other:?}");
            }
        }
        assert!(torn(&mixer, |mixer| mixer.play(Scene { bed: None, volume: 100 })) < 1e-3);
        assert!(torn(&mixer, Mixer::fade_out) < 1e-3);
        assert!(torn(&mixer, Mixer::stop_at_once) < 1e-3, "{bed:?} stops");
        for kind in [CueKind::In, CueKind::Out] {
            assert!(torn(&mixer, |mixer| mixer.cue(kind, 0)) < 1e-3);
        }
    }
    let all_of_it = torn(&amid(Bed::Rain), |mixer| *mixer = Mixer::new(11));
    assert!(all_of_it > 1e-2, "the measure sees a sound that is cut off: {all_of_it}");
}

#[test]
fn changing_ones_mind_on_the_way_does_not_click() {
    let mut mixer = amid(Bed::Rain);
    mixer.play(play(Bed::Brown, 100));
    frames(&mut mixer, 700 * MS);
    assert!(torn(&mixer, |mixer| mixer.play(play(Bed::Pad, 100))) < 1e-3, "a third while two cross-fade");
    mixer.play(play(Bed::Pad, 100));
    frames(&mut mixer, 700 * MS);
    assert!(torn(&mixer, |mixer| mixer.play(play(Bed::Rain, 100))) < 1e-3, "and back, with all three sounding");
    assert!(torn(&mixer, Mixer::stop_at_once) < 1e-3);
    for ms in [1, 10, 29, 30, 31] {
        let mut mixer = amid(Bed::Rain);
        mixer.cue(CueKind::In, 0);
        frames(&mut mixer, 60 * MS);
        mixer.stop_at_once();
        frames(&mut mixer, ms * MS);
        for bed in Bed::ALL {
            assert!(torn(&mixer, |mixer| mixer.play(play(bed, 100))) < 1e-3, "{bed:?} {ms} ms after a stop");
        }
    }
}

#[test]
fn the_first_and_last_moments_of_sound_are_all_but_silent() {
    for bed in Bed::ALL {
        let mut mixer = Mixer::new(12);
        mixer.play(play(bed, 100));
        let first = frames(&mut mixer, 5 * MS);
        assert!(peak(first.as_flattened()) < 0.005, "{bed:?} begins");
        frames(&mut mixer, 3 * SEC);
        let mut stopped = mixer.clone();
        mixer.fade_out();
        let fading = frames(&mut mixer, 1_500 * MS);
        assert!(peak(fading[1_495 * MS..].as_flattened()) < 0.001, "{bed:?} fades out");
        stopped.stop_at_once();
        let stopping = frames(&mut stopped, 30 * MS);
        assert!(peak(stopping[29 * MS..].as_flattened()) < 0.005, "{bed:?} stops");
        assert!(peak(stopping[30 * MS - 4..].as_flattened()) < 0.0005, "and its very last frames are nothing");
    }
}

#[test]
fn the_pad_changes_chords_as_smoothly_as_it_stands() {
    // Five minutes, some nine changes of chord. There is no phase to wrap and no LFO to turn; this would show one.
    let sound = of_source(Bed::Pad, 8, 300 * SEC);
    for side in [0, 1] {
        let samples: Vec<_> = sound.iter().map(|frame| frame[side]).collect();
        let bends: Vec<_> = samples.chunks(SEC).map(bend).collect();
        assert!(db(peak(&bends)) < -70.0, "{}", db(peak(&bends)));
        let usual = bends.iter().sum::<f32>() / 300.0;
        assert!(peak(&bends) < 2.5 * usual, "{} {usual}", peak(&bends));
    }
    let loudest = sound.chunks(2 * SEC).map(|part| db(rms(part))).fold(f32::MIN, f32::max);
    let softest = sound.chunks(2 * SEC).map(|part| db(rms(part))).fold(f32::MAX, f32::min);
    assert!(loudest - softest < 8.0, "it breathes, and never goes away: {softest} to {loudest}");
}

#[test]
fn the_pad_stays_smooth_through_a_restless_hand() {
    let mut mixer = Mixer::new(13);
    let mut heard = Vec::new();
    let mut rng = Rng::with_seed(1);
    for turn in 0..60 {
        match turn % 4 {
            0 | 2 => mixer.play(play(Bed::Pad, rng.u8(0..=100))),
            1 => mixer.fade_out(),
            _ => mixer.stop_at_once(),
        }
        heard.extend(frames(&mut mixer, rng.usize(1..900 * MS)));
    }
    assert!(db(bend(&left(&heard))) < -65.0, "{}", db(bend(&left(&heard))));
}

#[test]
fn cues_and_drops_begin_and_end_softly() {
    for kind in [CueKind::In, CueKind::Out] {
        let mut cue = of_cue(kind);
        cue.splice(0..0, [0.0; 4]);
        cue.extend([0.0; 4]);
        assert!(db(bend(&cue)) < -65.0, "{kind:?}: {}", db(bend(&cue)));
    }
    let mut rng = Rng::with_seed(2);
    for _ in 0..200 {
        let mut droplet = Droplet::new(&mut rng);
        let sound: Vec<_> = std::iter::from_fn(|| (!droplet.is_over()).then(|| droplet.next())).collect();
        assert!(peak(sound.as_flattened()) < 1.0);
        assert!(peak(sound[..4].as_flattened()) < 0.01, "it taps, it does not tick");
        assert!(peak(sound[sound.len() - 4..].as_flattened()) < 0.001);
        assert!(sound.len() < 150 * MS);
    }
}
