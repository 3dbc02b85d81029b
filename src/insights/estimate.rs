//! What a handful of differences says about the next one, drawn towards nothing until there are enough of them.
//!
//! A conjugate normal model with a sceptical prior: on average an evening changes nothing, give or take
//! [`PRIOR_SD`]; and one evening differs from the next by [`NOISE_SD`], which counts as much as [`NOISE_WEIGHT`]
//! differences seen. Reading the experience of one person this way is usual in trials with a single participant
//! ("Bayesian Models for N-of-1 Trials", Harvard Data Science Review 2022).

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

/// How far the average change of a person lies from none, before anything is known of them.
pub const PRIOR_SD: f64 = 10.0;

/// How far one evening lies from the next, before anything is known.
pub const NOISE_SD: f64 = 15.0;

/// How many differences that guess is worth.
pub const NOISE_WEIGHT: f64 = 4.0;

/// Of a standard normal, eight in ten lie within this many deviations.
const EIGHT_IN_TEN: f64 = 1.281_551_565_544_600_4;

/// What differences say of the average one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// How many differences there are, at least 1.
    pub n: u32,
    /// Their own mean.
    pub seen: f64,
    /// The mean as far as it can be trusted: it lies between none and their own.
    pub mean: f64,
    /// How uncertain that is, as a standard deviation.
    pub sd: f64,
}

impl Estimate {
    /// Of these differences; `None` where there are none.
    #[must_use]
    pub fn of(differences: &[f64]) -> Option<Self> {
        let Moments { n, mean: seen, squares } = Moments::of(differences)?;
        let variance = (NOISE_WEIGHT * NOISE_SD.powi(2) + squares) / (NOISE_WEIGHT + n - 1.0);
        let precision = n / variance + PRIOR_SD.powi(-2);
        let (mean, sd) = (n * seen / variance / precision, precision.sqrt().recip());
        Some(Self { n: u32::try_from(differences.len()).unwrap_or(u32::MAX), seen, mean, sd })
    }

    /// In which the average one lies with a chance of eight in ten.
    #[must_use]
    pub fn likely(&self) -> [f64; 2] {
        [self.mean - EIGHT_IN_TEN * self.sd, self.mean + EIGHT_IN_TEN * self.sd]
    }

    /// The chance that the average one is greater than `bound`, 0 to 1.
    #[must_use]
    pub fn chance_above(&self, bound: f64) -> f64 {
        1.0 - self.chance_below(bound)
    }

    /// The chance that the average one is less than `bound`, 0 to 1.
    #[must_use]
    pub fn chance_below(&self, bound: f64) -> f64 {
        // A deviation of a finite number of finite differences is neither zero nor infinite.
        Normal::standard().cdf((bound - self.mean) / self.sd)
    }
}

/// How far the means of two groups lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// The first less the second.
    pub by: f64,
    /// In which it lies with a chance of eight in ten, after Welch (1947).
    pub likely: [f64; 2],
}

impl Apart {
    /// Of two groups; `None` where one of them has fewer than two values, or all values of both are the same.
    #[must_use]
    pub fn of(one: &[f64], other: &[f64]) -> Option<Self> {
        let (one, other) = (Moments::of(one)?, Moments::of(other)?);
        if one.n < 2.0 || other.n < 2.0 {
            return None;
        }
        let [a, b] = [one, other].map(|group| group.squares / (group.n - 1.0) / group.n);
        let freedom = (a + b).powi(2) / (a.powi(2) / (one.n - 1.0) + b.powi(2) / (other.n - 1.0));
        let quantile = StudentsT::new(0.0, 1.0, freedom).ok()?.inverse_cdf(0.9);
        let (by, reach) = (one.mean - other.mean, quantile * (a + b).sqrt());
        Some(Self { by, likely: [by - reach, by + reach] })
    }
}

/// How many, their mean, and the sum of the squares of how far they lie from it.
#[derive(Clone, Copy)]
struct Moments {
    n: f64,
    mean: f64,
    squares: f64,
}

impl Moments {
    fn of(values: &[f64]) -> Option<Self> {
        if values.is_empty() {
            return None;
        }
        let n = f64::from(u32::try_from(values.len()).unwrap_or(u32::MAX));
        let mean = values.iter().sum::<f64>() / n;
        Some(Self { n, mean, squares: values.iter().map(|value| (value - mean).powi(2)).sum() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    const WITH: [f64; 8] = [5.0, 12.0, -3.0, 8.0, 15.0, 0.0, 7.0, 4.0];
    const WITHOUT: [f64; 5] = [2.0, -4.0, 6.0, 1.0, 3.0];

    fn assert_close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
    }

    #[test]
    fn the_estimate_agrees_with_the_reference_numbers() {
        let eight = Estimate::of(&WITH).expect("some");
        assert_close(eight.seen, 6.0);
        assert_close(eight.mean, 5.309_734_5);
        assert_close(eight.sd, 3.391_817_3);
        assert_close(eight.chance_above(0.0), 0.941_261_8);
        assert_close(eight.chance_above(5.0), 0.536_380_1);
        assert_close(eight.chance_below(-5.0), 0.001_184_5);
        assert_close(eight.likely()[0], 0.962_945_7);
        assert_close(eight.likely()[1], 9.656_523_3);
        assert_close(eight.mean / eight.seen, 0.884_955_8);

        let three = Estimate::of(&WITH[..3]).expect("some");
        assert_close(three.mean, 2.986_489_9);
        assert_close(three.sd, 6.000_316_0);
        assert_close(three.chance_above(0.0), 0.690_660_0);
        assert_close(three.chance_above(5.0), 0.368_598_6);
        assert_close(three.chance_below(-5.0), 0.091_592_6);

        let one = Estimate::of(&[30.0]).expect("some");
        assert_close(one.mean, 9.230_769_2);
        assert_close(one.sd, 8.320_502_9);
        assert_close(one.chance_above(0.0), 0.866_371_3);
        assert_close(one.chance_above(5.0), 0.694_439_9);
        assert_eq!(Estimate::of(&[]), None);
    }

    #[test]
    fn two_groups_agree_with_the_reference_numbers() {
        let apart = Apart::of(&WITH, &WITHOUT).expect("some");
        assert_close(apart.by, 4.4);
        assert_close(apart.likely[0], 0.788_050_8);
        assert_close(apart.likely[1], 8.011_949_2);
        assert_eq!(Apart::of(&WITH, &[1.0]), None);
        assert_eq!(Apart::of(&[1.0, 1.0], &[2.0, 2.0]), None, "nothing says how far one lies from the next");
    }

    proptest! {
        #[test]
        fn the_estimate_lies_between_none_and_what_was_seen(values in vec(-100.0..100.0_f64, 1..40)) {
            let estimate = Estimate::of(&values).expect("some");
            prop_assert!(estimate.mean.abs() <= estimate.seen.abs() + 1e-9);
            prop_assert!(estimate.mean * estimate.seen >= -1e-9);
            let [low, high] = estimate.likely();
            prop_assert!(low < estimate.mean && estimate.mean < high);
        }

        #[test]
        fn order_makes_no_difference_and_mirrored_differences_are_a_mirrored_estimate(
            values in vec(-100.0..100.0_f64, 1..40)
        ) {
            let estimate = Estimate::of(&values).expect("some");
            let back: Vec<f64> = values.iter().rev().copied().collect();
            let mirrored: Vec<f64> = values.iter().map(|value| -value).collect();
            let (back, mirrored) = (Estimate::of(&back).expect("some"), Estimate::of(&mirrored).expect("some"));
            prop_assert!((estimate.mean - back.mean).abs() < 1e-9);
            prop_assert!((estimate.mean + mirrored.mean).abs() < 1e-9 && (estimate.sd - mirrored.sd).abs() < 1e-9);
            prop_assert!((estimate.chance_above(5.0) - mirrored.chance_below(-5.0)).abs() < 1e-9);
        }

        #[test]
        fn lifting_one_group_lifts_how_far_they_lie_apart(
            one in vec(-100.0..100.0_f64, 2..30),
            other in vec(-100.0..100.0_f64, 2..30),
            by in -50.0..50.0_f64,
            scale in 0.1..10.0_f64,
        ) {
            let Some(apart) = Apart::of(&one, &other) else { return Ok(()) };
            let lifted: Vec<f64> = one.iter().map(|value| value + by).collect();
            let scaled = [&one, &other].map(|group| group.iter().map(|value| value * scale).collect::<Vec<_>>());
            let lifted = Apart::of(&lifted, &other).expect("some");
            let scaled = Apart::of(&scaled[0], &scaled[1]).expect("some");
            for place in 0..2 {
                prop_assert!((lifted.likely[place] - apart.likely[place] - by).abs() < 1e-6);
                prop_assert!((scaled.likely[place] - apart.likely[place] * scale).abs() < 1e-5);
            }
        }
    }
}
