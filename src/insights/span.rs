//! How far back a chart looks.

use chrono::{Days, Months, NaiveDate};

/// How far back a chart looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Span {
    /// The last month.
    Month,
    /// The last three months.
    #[default]
    ThreeMonths,
    /// The last year.
    Year,
    /// From the first record on.
    Everything,
}

impl Span {
    /// All of them, shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::ThreeMonths, Self::Year, Self::Everything];

    /// The first day that is looked at, or `None` where all of them are.
    #[must_use]
    pub fn first_day(self, today: NaiveDate) -> Option<NaiveDate> {
        let months = match self {
            Self::Month => 1,
            Self::ThreeMonths => 3,
            Self::Year => 12,
            Self::Everything => return None,
        };
        // A month back is the same date, which would make the last month one day longer than a month.
        today.checked_sub_months(Months::new(months))?.checked_add_days(Days::new(1))
    }
}

/// Those of a list in order of days that lie from the first day, or from the beginning, to the last one.
#[must_use]
pub fn within<T>(entries: &[T], day_of: impl Fn(&T) -> NaiveDate, first: Option<NaiveDate>, last: NaiveDate) -> &[T] {
    let until = entries.partition_point(|one| day_of(one) <= last);
    let from = first.map_or(0, |first| entries.partition_point(|one| day_of(one) < first));
    entries.get(from..until).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_span_ends_today_and_is_as_long_as_its_name_says() {
        let today = day("2026-11-22");
        assert_eq!(Span::Month.first_day(today), Some(day("2026-10-23")));
        assert_eq!(Span::ThreeMonths.first_day(today), Some(day("2026-08-23")));
        assert_eq!(Span::Year.first_day(today), Some(day("2025-11-23")));
        assert_eq!(Span::Everything.first_day(today), None);
    }

    #[test]
    fn tomorrow_is_in_no_span() {
        let today = day("2026-11-22");
        for span in Span::ALL {
            let days = [today, day("2026-11-23")];
            assert_eq!(within(&days, |day| *day, span.first_day(today), today), [today], "{span:?}");
        }
        let days = [day("1970-01-01"), day("2026-10-22"), day("2026-10-23")];
        assert_eq!(within(&days, |day| *day, Span::Month.first_day(today), today), &days[2..]);
        assert_eq!(within(&days, |day| *day, Span::Everything.first_day(today), today), days);
    }
}
