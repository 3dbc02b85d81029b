//! The check-ins after the film: when each is offered. Offered, never nagged; a missed one stays empty.

use std::ops::RangeInclusive;

use chrono::{DateTime, Days, FixedOffset, NaiveTime, TimeDelta};
use uuid::Uuid;

use crate::clock::Wall;
use crate::evening::check_in::Moment;
use crate::journal::entry::Evening;
use crate::journal::log::Journal;

/// A check-in that can be filled in now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer {
    /// The evening it belongs to.
    pub evening: Uuid,
    /// Which of them it is.
    pub moment: Moment,
    /// Until when it is offered.
    pub until: Wall,
}

/// The moments after the film, in order.
pub const LATER: [Moment; 3] = [Moment::Plus20, Moment::Plus90, Moment::Morning];

/// The check-in about twenty minutes after the film: from when until when, in minutes after its end.
pub const PLUS20_MIN: RangeInclusive<i64> = 15..=40;

/// The check-in about ninety minutes after the film: from when until when, in minutes after its end.
pub const PLUS90_MIN: RangeInclusive<i64> = 75..=150;

/// From when until when a later check-in is offered: [`PLUS20_MIN`] and [`PLUS90_MIN`] after the film's end, and the next
/// morning from the day's start until noon.
#[must_use]
pub fn window(evening: &Evening, moment: Moment, day_starts_hour: u32) -> Option<(Wall, Wall)> {
    let ended = evening.film_ended_at?;
    let after = |minutes: RangeInclusive<i64>| {
        Some((ended + TimeDelta::minutes(*minutes.start()), ended + TimeDelta::minutes(*minutes.end())))
    };
    match moment {
        Moment::Plus20 => after(PLUS20_MIN),
        Moment::Plus90 => after(PLUS90_MIN),
        Moment::Morning => {
            let morning = evening.day.checked_add_days(Days::new(1))?;
            let on_that_morning = |time: NaiveTime| -> Option<DateTime<FixedOffset>> {
                morning.and_time(time).and_local_timezone(*ended.offset()).single()
            };
            let from = on_that_morning(NaiveTime::from_hms_opt(day_starts_hour.min(12), 0, 0)?)?;
            Some((from.max(ended), on_that_morning(NaiveTime::from_hms_opt(12, 0, 0)?)?))
        }
        Moment::Before | Moment::After | Moment::Free => None,
    }
}

/// What is offered now: at most one check-in, of the latest evening that has one open and unanswered.
#[must_use]
pub fn offer(journal: &Journal, now: Wall, day_starts_hour: u32) -> Option<Offer> {
    offers(journal, now, day_starts_hour)
        .find(|(from, offer)| *from <= now && now <= offer.until)
        .map(|(_, offer)| offer)
}

/// When the next one will be offered, so that an open screen can show it in time.
#[must_use]
pub fn next_change(journal: &Journal, now: Wall, day_starts_hour: u32) -> Option<Wall> {
    offers(journal, now, day_starts_hour)
        .flat_map(|(from, offer)| [from, offer.until + TimeDelta::seconds(1)])
        .filter(|at| *at > now)
        .min()
}

/// What is still unanswered of the evenings of the last day and a half, the latest first.
fn offers(journal: &Journal, now: Wall, day_starts_hour: u32) -> impl Iterator<Item = (Wall, Offer)> {
    let mut recent: Vec<&Evening> = journal
        .evenings
        .iter()
        .filter(|evening| evening.film_ended_at.is_some_and(|ended| ended <= now && now - ended < TimeDelta::hours(36)))
        .collect();
    recent.sort_by_key(|evening| std::cmp::Reverse(evening.film_ended_at));
    recent.into_iter().flat_map(move |evening| {
        let answered: Vec<Moment> = journal.check_ins_of(evening.id).map(|check_in| check_in.moment).collect();
        LATER.into_iter().filter(move |moment| !answered.contains(moment)).filter_map(move |moment| {
            let (from, until) = window(evening, moment, day_starts_hour)?;
            Some((from, Offer { evening: evening.id, moment, until }))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::entry::CheckIn;
    use crate::journal::record::DeviceId;

    fn at(text: &str) -> Wall {
        Wall::parse_from_rfc3339(&format!("{text}+01:00")).expect("a date")
    }

    fn evening_ended(at_text: &str) -> (Journal, Uuid) {
        let mut journal = Journal::new(DeviceId("here".into()));
        let mut evening: Evening = journal.create("2026-11-22".parse().expect("a day"), Some(at(at_text)));
        evening.film_ended_at = Some(at(at_text));
        let id = evening.id;
        journal.put(evening);
        (journal, id)
    }

    fn offered(journal: &Journal, now: &str) -> Option<Moment> {
        offer(journal, at(now), 4).map(|offer| offer.moment)
    }

    #[test]
    fn each_check_in_is_offered_in_its_window_only() {
        let (journal, _) = evening_ended("2026-11-22T22:18:00");
        for (now, expected) in [
            ("2026-11-22T22:32:00", None),
            ("2026-11-22T22:33:00", Some(Moment::Plus20)),
            ("2026-11-22T22:58:00", Some(Moment::Plus20)),
            ("2026-11-22T23:00:00", None),
            ("2026-11-22T23:33:00", Some(Moment::Plus90)),
            ("2026-11-23T00:48:00", Some(Moment::Plus90)),
            ("2026-11-23T01:00:00", None),
            ("2026-11-23T04:00:00", Some(Moment::Morning)),
            ("2026-11-23T11:59:00", Some(Moment::Morning)),
            ("2026-11-23T12:01:00", None),
            ("2026-11-24T09:00:00", None),
        ] {
            assert_eq!(offered(&journal, now), expected, "{now}");
        }
    }

    #[test]
    fn an_answered_one_is_not_offered_again() {
        let (mut journal, id) = evening_ended("2026-11-22T22:18:00");
        let mut check_in: CheckIn = journal.create("2026-11-22".parse().expect("a day"), None);
        check_in.evening = Some(id);
        check_in.moment = Moment::Plus20;
        journal.put(check_in);
        assert_eq!(offered(&journal, "2026-11-22T22:40:00"), None);
        assert_eq!(next_change(&journal, at("2026-11-22T22:40:00"), 4), Some(at("2026-11-22T23:33:00")));
    }

    #[test]
    fn an_evening_that_ends_at_two_at_night_has_its_morning_the_same_calendar_day() {
        let (journal, _) = evening_ended("2026-11-23T02:00:00");
        assert_eq!(offered(&journal, "2026-11-23T09:00:00"), Some(Moment::Morning));
    }
}
