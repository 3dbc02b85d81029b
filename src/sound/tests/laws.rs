//! What holds whatever is asked.

use fastrand::Rng;

use super::{measure::*, smoothness::torn};
use crate::sound::{Bed, CueKind, Mixer, Scene, glide::Glide};

#[derive(Clone, Copy, Debug)]
enum Ask {
    Play(Scene),
    FadeOut,
    StopAtOnce,
    Cue(CueKind, usize),
}

impl Ask {
    fn any(rng: &mut Rng) -> Self {
        let bed = [None, Some(Bed::Rain), Some(Bed::Brown), Some(Bed::Pad)][rng.usize(..4)];
        match rng.u8(..10) {
            0..5 => Self::Play(Scene { bed, volume: [0, 100, rng.u8(..)][rng.usize(..3)] }),
            5 => Self::FadeOut,
            6 => Self::StopAtOnce,
            _ => Self::Cue(if rng.bool() { CueKind::In } else { CueKind::Out }, rng.usize(..20_000)),
        }
    }

    fn of(self, mixer: &mut Mixer) {
        match self {
            Self::Play(scene) => mixer.play(scene),
            Self::FadeOut => mixer.fade_out(),
            Self::StopAtOnce => mixer.stop_at_once(),
            Self::Cue(kind, after) => mixer.cue(kind, after),
        }
    }
}

#[test]
fn whatever_is_asked_it_stays_in_bounds_clicks_nowhere_and_blocks_make_no_difference() {
    for seed in 0..30 {
        let mut rng = Rng::with_seed(seed);
        let (mut whole, mut cut) = (Mixer::new(seed), Mixer::new(seed));
        for _ in 0..40 {
            let ask = Ask::any(&mut rng);
            let torn = torn(&whole, |mixer| ask.of(mixer));
            assert!(torn < 1e-3, "seed {seed}, {ask:?}: {torn}");
            ask.of(&mut whole);
            ask.of(&mut cut);
            let long = if rng.bool() { 600 * MS } else { 20 * MS };
            let count = rng.usize(..long);
            let heard = frames(&mut whole, count);
            assert!(heard.as_flattened().iter().all(|x| x.abs() <= 1.0), "seed {seed}: beyond ±1, or not a number");
            let mut in_blocks = Vec::new();
            while in_blocks.len() < count {
                let block = rng.usize(1..=2_000).min(count - in_blocks.len());
                in_blocks.extend(frames(&mut cut, block));
            }
            assert!(heard == in_blocks, "seed {seed}: blocks made a difference");
            assert_eq!(whole.is_silent(), cut.is_silent());
        }
        whole.fade_out();
        frames(&mut whole, 1_500 * MS);
        assert!(whole.is_silent(), "seed {seed}: everything ends");
    }
}

#[test]
fn silence_is_told_only_when_there_is_nothing_more_to_hear() {
    for seed in 100..130 {
        let mut rng = Rng::with_seed(seed);
        let mut mixer = Mixer::new(seed);
        for _ in 0..6 {
            Ask::any(&mut rng).of(&mut mixer);
            frames(&mut mixer, rng.usize(..100 * MS));
            if mixer.is_silent() {
                assert!(peak(frames(&mut mixer.clone(), SEC).as_flattened()) == 0.0, "seed {seed}");
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_sound_and_another_another() {
    for bed in Bed::ALL {
        let sound = of_source(bed, 1, SEC);
        assert!(sound == of_source(bed, 1, SEC), "{bed:?}");
        let other = of_source(bed, 2, SEC);
        assert!(sound.iter().zip(&other).filter(|(a, b)| (a[0] - b[0]).abs() < 1e-9).count() < SEC / 100, "{bed:?}");
    }
}

#[test]
fn a_glide_never_turns_back_nor_goes_past_its_end() {
    let mut rng = Rng::with_seed(3);
    for _ in 0..2_000 {
        let mut glide = Glide::resting_at(rng.f32());
        for _ in 0..6 {
            let (from, to, over) = (glide.value(), rng.f32(), rng.u32(1..400));
            glide.send(to, over);
            assert!((glide.value() - from).abs() < 1e-6, "it sets out from where it is");
            let way: Vec<_> = (0..rng.usize(1..450)).map(|_| glide.next() * (to - from).signum()).collect();
            assert!(way.windows(2).all(|pair| pair[1] > pair[0] - 1e-6));
            assert!(way.iter().all(|at| *at < to * (to - from).signum() + 1e-6));
            assert!(way.len() <= over as usize || glide.rests());
        }
    }
}

#[test]
fn a_glide_that_goes_on_keeps_its_speed_and_one_that_is_turned_round_sets_out_from_rest() {
    let mut glide = Glide::resting_at(0.5);
    glide.send(1.0, 1_000);
    (0..500).for_each(|_| _ = glide.next());
    let (mut on, mut back) = (glide, glide);
    let here = glide.value();
    on.send(0.99, 1_000);
    back.send(0.0, 1_000);
    assert!(on.next() - here > 5e-4, "it was going 0.75 in a thousand frames");
    assert!((here - back.next()).abs() < 1e-5);
}

#[test]
fn two_breaks_do_not_hear_the_same_rain() {
    let mut mixer = Mixer::new(1);
    let mut listen = || {
        mixer.play(play(Bed::Rain, 100));
        let heard = frames(&mut mixer, 2 * SEC);
        mixer.stop_at_once();
        frames(&mut mixer, SEC);
        heard
    };
    let (first, second) = (listen(), listen());
    assert!(first[SEC..] != second[SEC..]);
}
