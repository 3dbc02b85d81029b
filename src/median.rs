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
    }
}
