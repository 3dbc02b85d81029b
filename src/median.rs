//! The middle one.

/// The middle one of some values, in whatever order; of two in the middle, their mean.
#[must_use]
pub fn median(values: &mut [f64]) -> Option<f64> {
    let middle = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let is_even = values.len().is_multiple_of(2);
    let (below, upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let upper = *upper;
    let lower = if is_even { below.iter().copied().max_by(f64::total_cmp) } else { None };
    Some(lower.map_or(upper, |lower| f64::midpoint(lower, upper)))
}

/// The middle one of whole numbers from 0 to 100, in whatever order; of two in the middle, their mean. Greater ones count
/// as 100. Counting them costs less than putting them in order.
#[must_use]
pub fn median_of_percents(values: impl IntoIterator<Item = u8>) -> Option<f64> {
    let mut counts = [0_usize; 101];
    let mut n = 0;
    for value in values {
        counts[usize::from(value.min(100))] += 1;
        n += 1;
    }
    let at = |place: usize| {
        let mut passed = 0;
        let found = (0_u8..).zip(counts).find(|(_, count)| {
            passed += count;
            place < passed
        });
        found.map(|(value, _)| f64::from(value))
    };
    (n > 0).then(|| Some(f64::midpoint(at((n - 1) / 2)?, at(n / 2)?))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_one_is_found_whatever_the_order() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [4.0]), Some(4.0));
        assert_eq!(median(&mut [9.0, 1.0]), Some(5.0));
        assert_eq!(median(&mut [7.0, -2.0, 3.0]), Some(3.0));
    }

    proptest::proptest! {
        #[test]
        fn half_lie_below_and_half_above(mut values in proptest::collection::vec(-100..100_i32, 1..60)) {
            let mut found: Vec<f64> = values.iter().copied().map(f64::from).collect();
            values.sort_unstable();
            let n = values.len();
            let expected = f64::midpoint(f64::from(values[(n - 1) / 2]), f64::from(values[n / 2]));
            proptest::prop_assert_eq!(median(&mut found), Some(expected));
        }

        #[test]
        fn counting_finds_the_same_one(values in proptest::collection::vec(0..=100_u8, 0..60)) {
            let mut exact: Vec<f64> = values.iter().copied().map(f64::from).collect();
            proptest::prop_assert_eq!(median_of_percents(values), median(&mut exact));
        }
    }
}
