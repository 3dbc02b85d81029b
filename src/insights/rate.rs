//! How often there were tears lately, held against how often before.
//!
//! Nothing here raises an alarm. Checked every week, a rule of this kind would ring for a quarter to two thirds of all
//! people within a year in which nothing changed, and would miss most real changes. It answers when it is asked.

use statrs::distribution::{Beta, Binomial, ContinuousCDF, Discrete, DiscreteCDF, NegativeBinomial, Normal};

/// How many weeks something has to be known of before what is usual can be told.
pub const LEAST_WEEKS: u32 = 8;

/// How many cries there have to be among them.
pub const LEAST_CRIES: u32 = 5;

/// How much more weeks differ from each other than chance alone would have them, before anything is known.
const USUAL_SPREAD: f64 = 1.5;

/// How many weeks that guess is worth.
const SPREAD_WEIGHT: f64 = 8.0;

/// Counts of two times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counts {
    /// How many there were lately.
    pub lately: u32,
    /// In so many days, at least 1.
    pub lately_days: u32,
    /// How many there were before that.
    pub before: u32,
    /// In so many days, at least 1.
    pub before_days: u32,
}

impl Counts {
    /// How many times as often lately as before; infinite where there were none before, and `NaN` where there were none
    /// at all.
    #[must_use]
    pub fn ratio(&self) -> f64 {
        self.rate_lately() / self.rate_before()
    }

    /// How many there were before in as many days as lately.
    #[must_use]
    pub fn usual(&self) -> f64 {
        self.rate_before() * f64::from(self.lately_days)
    }

    fn rate_lately(&self) -> f64 {
        f64::from(self.lately) / f64::from(self.lately_days)
    }

    fn rate_before(&self) -> f64 {
        f64::from(self.before) / f64::from(self.before_days)
    }

    /// Between which ratios the true one lies with a chance of at least `chance` (0 to 1), if cries came independently
    /// of each other: exact, after Clopper and Pearson, given how many there were in all.
    #[must_use]
    pub fn exact_limits(&self, chance: f64) -> [f64; 2] {
        let (lately, before) = (f64::from(self.lately), f64::from(self.before));
        let tail = (1.0 - chance) / 2.0;
        let quantile = |a: f64, b: f64, at: f64| Beta::new(a, b).map_or(f64::NAN, |beta| beta.inverse_cdf(at));
        let low = if self.lately == 0 { 0.0 } else { quantile(lately, before + 1.0, tail) };
        let high = if self.before == 0 { 1.0 } else { quantile(lately + 1.0, before, 1.0 - tail) };
        let days = f64::from(self.before_days) / f64::from(self.lately_days);
        [low, high].map(|share| if share < 1.0 { share / (1.0 - share) * days } else { f64::INFINITY })
    }

    /// Between which ratios the true one lies with a chance of about `chance` (0 to 1), where weeks differ `spread`
    /// times as much as chance alone would have them. `None` where one of the two counts is zero.
    #[must_use]
    pub fn likely(&self, spread: f64, chance: f64) -> Option<[f64; 2]> {
        if self.lately == 0 || self.before == 0 {
            return None;
        }
        let error = (spread * (f64::from(self.lately).recip() + f64::from(self.before).recip())).sqrt();
        let reach = Normal::standard().inverse_cdf(f64::midpoint(1.0, chance)) * error;
        let middle = self.ratio().ln();
        Some([(middle - reach).exp(), (middle + reach).exp()])
    }

    /// The chance of at least as many lately, if nothing had changed: given how many there were in all.
    #[must_use]
    pub fn chance_of_as_many(&self) -> f64 {
        let share = f64::from(self.lately_days) / f64::from(self.lately_days + self.before_days);
        let Ok(all) = Binomial::new(share, u64::from(self.lately + self.before)) else { return f64::NAN };
        all.sf(u64::from(self.lately)) + all.pmf(u64::from(self.lately))
    }
}

/// How many times as much weeks differ from each other as chance alone would have them, at least 1. A few weeks say
/// little about it, so the guess is drawn towards what is usual.
#[must_use]
pub fn spread(weeks: &[u32]) -> f64 {
    let n = f64::from(u32::try_from(weeks.len()).unwrap_or(u32::MAX));
    let mean = weeks.iter().copied().map(f64::from).sum::<f64>() / n;
    if weeks.is_empty() || mean <= 0.0 {
        return USUAL_SPREAD;
    }
    let squares: f64 = weeks.iter().map(|count| (f64::from(*count) - mean).powi(2) / mean).sum();
    ((SPREAD_WEIGHT * USUAL_SPREAD + squares) / (SPREAD_WEIGHT + n - 1.0)).max(1.0)
}

/// How many are usual in so many days, given how many there were in others: eight in ten times lie within it. `None`
/// where nothing is known of any day.
///
/// The predictive distribution of a Poisson count under a gamma prior with a shape of one half (Jeffreys).
#[must_use]
pub fn usual_range(cries: u32, known_days: u32, in_days: f64) -> Option<[u32; 2]> {
    let counts = predictive(cries, known_days, in_days)?;
    let quantile = |chance| u32::try_from(counts.inverse_cdf(chance)).unwrap_or(u32::MAX);
    Some([quantile(0.1), quantile(0.9)])
}

fn predictive(cries: u32, known_days: u32, in_days: f64) -> Option<NegativeBinomial> {
    if known_days == 0 {
        return None;
    }
    let known_days = f64::from(known_days);
    NegativeBinomial::new(0.5 + f64::from(cries), known_days / (known_days + in_days)).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counts(lately: u32, before: u32) -> Counts {
        Counts { lately, lately_days: 28, before, before_days: 84 }
    }

    fn assert_close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
    }

    fn assert_both(found: [f64; 2], expected: [f64; 2]) {
        assert_close(found[0], expected[0]);
        assert_close(found[1], expected[1]);
    }

    #[test]
    fn the_ratio_agrees_with_the_reference_numbers() {
        let nine = counts(9, 15);
        assert_close(nine.ratio(), 1.8);
        assert_close(nine.usual(), 5.0);
        assert_both(nine.exact_limits(0.95), [0.694_549_1, 4.390_320_5]);
        assert_both(nine.exact_limits(0.90), [0.805_009_0, 3.863_307_0]);
        assert_close(nine.chance_of_as_many(), 0.121_318_3);
        assert_both(nine.likely(1.0, 0.95).expect("some"), [0.787_724_6, 4.113_112_5]);
        assert_both(nine.likely(2.0, 0.95).expect("some"), [0.559_389_1, 5.792_033_2]);
        assert_both(nine.likely(1.4, 0.95).expect("some"), [0.677_046_6, 4.785_490_4]);
        assert_both(nine.likely(1.4, 0.80).expect("some"), [0.949_743_2, 3.411_448_3]);

        assert_close(counts(12, 12).ratio(), 3.0);
        assert_both(counts(12, 12).exact_limits(0.95), [1.232_755_1, 7.300_719_9]);
        assert_both(counts(4, 6).exact_limits(0.95), [0.415_114_9, 8.433_882_1]);
        assert_both(counts(6, 15).exact_limits(0.95), [0.381_460_5, 3.272_884_5]);
        let none_before = counts(3, 0);
        assert!(none_before.ratio().is_infinite() && none_before.exact_limits(0.95)[1].is_infinite());
        assert_close(none_before.exact_limits(0.95)[0], 1.239_694_1);
        assert_eq!(none_before.likely(1.0, 0.95), None);
    }

    #[test]
    fn the_spread_of_weeks_agrees_with_the_reference_numbers() {
        assert_close(spread(&[1, 0, 2, 1, 0, 3, 1, 0, 1, 2, 4, 0]), 1.4);
        assert_close(spread(&[]), USUAL_SPREAD);
        assert_close(spread(&[0, 0, 0]), USUAL_SPREAD);
        assert_close(spread(&[2; 60]), 1.0);
    }

    #[test]
    fn what_is_usual_agrees_with_the_reference_numbers() {
        let counts = predictive(15, 84, 28.0).expect("some");
        assert_close(counts.sf(8), 0.108_419_4);
        let mean: f64 = (0_u32..400).map(|n| f64::from(n) * counts.pmf(u64::from(n))).sum();
        assert_close(mean, 5.166_666_7);
        let [low, high] = usual_range(15, 84, 28.0).expect("some");
        assert!(counts.cdf(u64::from(low)) >= 0.1 && counts.cdf(u64::from(low - 1)) < 0.1, "{low}");
        assert!(counts.cdf(u64::from(high)) >= 0.9 && counts.cdf(u64::from(high - 1)) < 0.9, "{high}");
        assert_eq!(usual_range(0, 0, 28.0), None, "nothing is known");
    }

    proptest! {
        #[test]
        fn more_lately_is_a_greater_ratio_with_greater_limits(lately in 1..60_u32, before in 1..200_u32) {
            let (fewer, more) = (counts(lately, before), counts(lately + 1, before));
            prop_assert!(fewer.ratio() < more.ratio());
            for chance in [0.8, 0.95] {
                let [low, high] = fewer.exact_limits(chance);
                let more = more.exact_limits(chance);
                prop_assert!(low < more[0] && high < more[1]);
                prop_assert!(low <= fewer.ratio() && fewer.ratio() <= high);
            }
        }

        #[test]
        fn counting_in_other_units_of_time_changes_nothing(
            lately in 1..60_u32, before in 1..200_u32, times in 1..20_u32
        ) {
            let one = counts(lately, before);
            let other = Counts { lately_days: 28 * times, before_days: 84 * times, ..one };
            for (a, b) in one.exact_limits(0.9).into_iter().zip(other.exact_limits(0.9)) {
                prop_assert!((a / b - 1.0).abs() < 1e-9);
            }
        }

        #[test]
        fn the_order_of_weeks_makes_no_difference_to_their_spread(
            mut weeks in proptest::collection::vec(0..9_u32, 1..60)
        ) {
            let found = spread(&weeks);
            weeks.reverse();
            prop_assert!((found - spread(&weeks)).abs() < 1e-9 && found >= 1.0);
        }

        #[test]
        fn what_is_usual_holds_what_is_expected(cries in 0..300_u32, days in 56..4000_u32) {
            let [low, high] = usual_range(cries, days, 7.0).expect("some");
            let expected = (f64::from(cries) + 0.5) / f64::from(days) * 7.0;
            prop_assert!(low <= high && f64::from(low) <= expected + 1.0 && expected - 1.0 <= f64::from(high));
        }
    }
}
