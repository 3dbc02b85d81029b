//! Which backups need not be kept.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

/// By number, whatever any date says.
const ALWAYS_KEPT: usize = 5;
/// All that are younger than this many days.
const ALL_DAYS: i64 = 2;
/// Then one a day, for two weeks.
const DAILY_DAYS: i64 = ALL_DAYS + 14;
/// Then one a week, for ten weeks; then one a month, without end.
const WEEKLY_DAYS: i64 = DAILY_DAYS + 70;

/// Says which of these backups, each with its number and the day it was made, are no longer needed.
///
/// All of the last two days are kept, then the last of each day for two weeks, the last of each week for ten weeks, and
/// the last of each month without end. The five with the greatest numbers always stay, and so do those dated after
/// `today`, because then one of the two dates is wrong and nobody knows which.
#[must_use]
pub fn thin(backups: &[(u64, NaiveDate)], today: NaiveDate) -> BTreeSet<u64> {
    let numbers: BTreeSet<u64> = backups.iter().map(|(number, _)| *number).collect();
    let mut kept: BTreeSet<u64> = numbers.iter().rev().take(ALWAYS_KEPT).copied().collect();

    // Every rule looks at all backups, also those that another rule keeps. What it chooses is then settled when a day,
    // week or month is over, and never depends on what another rule dropped meanwhile.
    let mut last: BTreeMap<Span, (u64, i64)> = BTreeMap::new();
    for (number, date) in backups {
        let age_days = (today - *date).num_days();
        if age_days < ALL_DAYS {
            kept.insert(*number);
        }
        if age_days >= 0 {
            for span in [Span::day(*date), Span::week(*date), Span::month(*date)] {
                let newest = last.entry(span).or_insert((*number, age_days));
                *newest = (*newest).max((*number, age_days));
            }
        }
    }
    kept.extend(last.iter().filter(|(span, (_, age_days))| span.counts_at(*age_days)).map(|(_, (number, _))| *number));
    numbers.difference(&kept).copied().collect()
}

/// A stretch of time of which one backup is kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Span {
    Day(NaiveDate),
    /// Counted from the first Monday of the calendar.
    Week(i32),
    Month(i32, u32),
}

impl Span {
    fn day(date: NaiveDate) -> Self {
        Self::Day(date)
    }

    fn week(date: NaiveDate) -> Self {
        Self::Week((date.num_days_from_ce() - 1).div_euclid(7))
    }

    fn month(date: NaiveDate) -> Self {
        Self::Month(date.year(), date.month())
    }

    fn counts_at(self, age_days: i64) -> bool {
        match self {
            Self::Day(_) => age_days < DAILY_DAYS,
            Self::Week(_) => age_days < WEEKLY_DAYS,
            Self::Month(..) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Numbers from 1, in this order.
    fn dated(dates: &[&str]) -> Vec<(u64, NaiveDate)> {
        (1..).zip(dates.iter().map(|date| day(date))).collect()
    }

    /// The dates that are left, and the number of each, so that two of a day can be told apart.
    fn left(backups: &[(u64, NaiveDate)], today: &str) -> Vec<String> {
        let dropped = thin(backups, day(today));
        let kept = backups.iter().filter(|(number, _)| !dropped.contains(number));
        kept.map(|(number, date)| format!("{date} #{number}")).collect()
    }

    /// Five that are so new that they are kept by their number alone, dated so far ahead that no rule counts them.
    fn and_five_more(mut backups: Vec<(u64, NaiveDate)>) -> Vec<(u64, NaiveDate)> {
        backups.extend((1001..=1005).map(|number| (number, day("2999-01-01"))));
        backups
    }

    fn left_beside_five(dates: &[&str], today: &str) -> Vec<String> {
        let mut left = left(&and_five_more(dated(dates)), today);
        assert_eq!(left.split_off(left.len() - 5).len(), 5);
        left
    }

    #[test]
    fn all_of_today_and_yesterday_stay_and_one_of_each_day_before() {
        let dates = ["2026-11-19", "2026-11-19", "2026-11-20", "2026-11-20", "2026-11-21", "2026-11-21", "2026-11-22"];
        assert_eq!(
            left_beside_five(&dates, "2026-11-22"),
            ["2026-11-19 #2", "2026-11-20 #4", "2026-11-21 #5", "2026-11-21 #6", "2026-11-22 #7"]
        );
    }

    #[test]
    fn days_become_weeks_and_weeks_become_months() {
        // 2026-11-22 is a Sunday. Sixteen days before it is Friday 2026-11-06, eighty-six days before it is Friday
        // 2026-08-28.
        for (dates, kept) in [
            // The last day of the daily ones, and the first that is too old: one week, of which the later one stays.
            (vec!["2026-11-06", "2026-11-07"], vec!["2026-11-07 #2"]),
            (vec!["2026-11-07", "2026-11-08"], vec!["2026-11-07 #1", "2026-11-08 #2"]),
            // Monday to Sunday is a week; Sunday and Monday are two.
            (vec!["2026-10-12", "2026-10-14", "2026-10-18"], vec!["2026-10-18 #3"]),
            (vec!["2026-10-18", "2026-10-19"], vec!["2026-10-18 #1", "2026-10-19 #2"]),
            // The last day of the weekly ones, and the first that is too old.
            (vec!["2026-08-22", "2026-08-29", "2026-08-31"], vec!["2026-08-29 #2", "2026-08-31 #3"]),
            (vec!["2026-08-22", "2026-08-28", "2026-08-30"], vec!["2026-08-30 #3"]),
            (vec!["2026-08-15", "2026-08-21", "2026-08-28"], vec!["2026-08-28 #3"]),
            // One of each month, however long ago, also where a week has a later one in the next month.
            (vec!["2016-01-01", "2016-01-31", "2016-02-29"], vec!["2016-01-31 #2", "2016-02-29 #3"]),
            (vec!["2026-09-30", "2026-10-01"], vec!["2026-09-30 #1", "2026-10-01 #2"]),
        ] {
            assert_eq!(left_beside_five(&dates, "2026-11-22"), kept, "{dates:?}");
        }
    }

    #[test]
    fn the_newest_five_stay_even_if_they_are_of_one_day_long_ago() {
        let dates = ["2020-05-05"; 9];
        let kept: Vec<_> = (5..=9).map(|number| format!("2020-05-05 #{number}")).collect();
        assert_eq!(left(&dated(&dates), "2026-11-22"), kept);
    }

    #[test]
    fn a_dead_clock_drops_nothing() {
        let mut backups: Vec<_> = (1..=400).map(|n| (n, day("2026-11-22") + Days::new(n))).collect();
        for _ in 0..20 {
            backups.push((backups.len() as u64 + 1, day("1970-01-01")));
            assert_eq!(thin(&backups, day("1970-01-01")), BTreeSet::new());
        }
    }

    #[test]
    fn a_clock_far_ahead_leaves_five_and_one_of_each_month() {
        let mut backups: Vec<_> = (1..=30).map(|n| (n, day("2026-10-01") + Days::new(2 * n - 2))).collect();
        backups.push((31, day("2099-01-01")));
        assert_eq!(
            left(&backups, "2099-01-01"),
            [
                "2026-10-31 #16",
                "2026-11-22 #27",
                "2026-11-24 #28",
                "2026-11-26 #29",
                "2026-11-28 #30",
                "2099-01-01 #31"
            ]
        );
        // When the clock is right again, what it did then stays, and is no reason to drop anything else.
        assert_eq!(left(&backups, "2026-11-29").last().map(String::as_str), Some("2099-01-01 #31"));
        assert!(left(&backups, "2026-11-29").len() > 14);
    }

    #[test]
    fn ten_years_of_a_backup_a_day_stay_few_and_reach_back_to_the_beginning() {
        let first = day("2026-01-01");
        let mut backups: Vec<(u64, NaiveDate)> = Vec::new();
        let mut most = 0;
        for n in 0..3653 {
            let today = first + Days::new(n);
            backups.push((n + 1, today));
            let dropped = thin(&backups, today);
            backups.retain(|(number, _)| !dropped.contains(number));
            most = most.max(backups.len());

            let ages: Vec<_> = backups.iter().map(|(_, date)| (today - *date).num_days()).collect();
            let lived = i64::try_from(n).expect("a few thousand");
            for age in 0..=lived.min(15) {
                assert!(ages.contains(&age), "{today}: one of {age} days ago");
            }
            for age in (0..=lived.min(85)).step_by(7) {
                assert!(ages.iter().any(|other| (age - 6..=age + 6).contains(other)), "{today}: about {age} days ago");
            }
            let months: BTreeSet<_> = backups.iter().map(|(_, date)| (date.year(), date.month())).collect();
            let whole = (today.year() - 2026) * 12 + i32::try_from(today.month()).expect("a month");
            assert_eq!(i32::try_from(months.len()), Ok(whole), "{today}: one of each month");
        }
        assert!(most < 150, "{most} backups");
    }

    /// Dates as clocks tell them: mostly in order, some far off.
    fn backups() -> impl Strategy<Value = Vec<(u64, NaiveDate)>> {
        let date = prop_oneof![
            8 => (0_i32..400).prop_map(|days| day("2026-01-01") + chrono::TimeDelta::days(days.into())),
            1 => Just(day("1970-01-01")),
            1 => Just(day("2099-12-31")),
            1 => any::<i16>().prop_map(|days| day("2026-01-01") + chrono::TimeDelta::days(days.into())),
        ];
        proptest::collection::vec((1_u64..400, date), 0..120)
            .prop_map(|backups| backups.into_iter().collect::<BTreeMap<_, _>>().into_iter().collect())
    }

    fn todays() -> impl Strategy<Value = NaiveDate> {
        prop_oneof![
            8 => (0_i64..500).prop_map(|days| day("2026-01-01") + chrono::TimeDelta::days(days)),
            1 => Just(day("1970-01-01")),
            1 => Just(day("2099-12-31")),
            1 => Just(NaiveDate::MIN),
            1 => Just(NaiveDate::MAX),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_the_clock_says_it_keeps_what_it_promises(backups in backups(), today in todays()) {
            let dropped = thin(&backups, today);
            let numbers: BTreeSet<u64> = backups.iter().map(|(number, _)| *number).collect();
            prop_assert!(dropped.is_subset(&numbers));
            for number in numbers.iter().rev().take(5) {
                prop_assert!(!dropped.contains(number), "one of the newest five");
            }
            let kept: Vec<_> = backups.iter().filter(|(number, _)| !dropped.contains(number)).copied().collect();
            for (number, date) in &backups {
                let age = (today - *date).num_days();
                prop_assert!(age >= 2 || !dropped.contains(number), "too young, or of the future");
                let has = |same: &dyn Fn(NaiveDate) -> bool| kept.iter().any(|(_, other)| same(*other));
                prop_assert!(age >= 16 || has(&|other| other == *date), "one of that day");
                let month = (date.year(), date.month());
                prop_assert!(has(&|other| (other.year(), other.month()) == month), "one of that month");
                let week = date.checked_sub_days(Days::new(6)).unwrap_or(NaiveDate::MIN);
                let end = date.checked_add_days(Days::new(6)).unwrap_or(NaiveDate::MAX);
                prop_assert!(age >= 80 || has(&|other| week <= other && other <= end), "one about that week");
            }
            prop_assert_eq!(thin(&kept, today), BTreeSet::new(), "once is enough");
        }

        #[test]
        fn the_order_of_the_list_does_not_matter(backups in backups(), today in todays()) {
            let mut turned = backups.clone();
            turned.reverse();
            prop_assert_eq!(thin(&turned, today), thin(&backups, today));
        }
    }
}
