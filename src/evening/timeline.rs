//! The evening laid out over the clock, and fitted to a bedtime.

use chrono::{NaiveDateTime, TimeDelta};

use crate::evening::plan::{BreakMark, Breaks, EveningPlan, Item};
use crate::journal::entry::Plan;

/// Minutes a break is reckoned with. A real one lasts as long as the person likes.
pub const USUAL_BREAK_MIN: u32 = 10;

/// Minutes to settle in, and the least of them.
const SETTLE_MIN: Flexible = Flexible { usual: 10, least: 5 };
/// Minutes of a break, and the least of them.
const BREAK_MIN: Flexible = Flexible { usual: USUAL_BREAK_MIN, least: 5 };
/// Minutes for what follows the film, and the least of them.
const AFTERCARE_MIN: Flexible = Flexible { usual: 20, least: 10 };
/// No break is planned so close to an item's end, in minutes.
const TOO_CLOSE_TO_THE_END_MIN: u32 = 10;

struct Flexible {
    usual: u32,
    least: u32,
}

/// One stretch of the evening.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// What it is for.
    pub kind: SegmentKind,
    /// When it starts.
    pub starts: NaiveDateTime,
    /// How long it is, in minutes; `None` where that is not known.
    pub minutes: Option<u32>,
}

/// What a stretch of the evening is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// Making the room ready and the first check-in.
    Settle,
    /// The item with this key, or a part of it.
    Film(u32),
    /// A break, in or after the item with this key.
    Break(u32),
    /// What follows the film.
    Aftercare,
    /// Nothing, until bedtime.
    Quiet,
}

/// Whether the evening fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There is nothing to hold it against.
    NoBedtime,
    /// It fits, with `spare_min` minutes of quiet before bed.
    Fits {
        /// Minutes left before bed.
        spare_min: u32,
    },
    /// It fits once settling in, breaks and aftercare are kept short.
    FitsKeptShort,
    /// It does not fit, even kept short.
    TooLong {
        /// Minutes past bedtime.
        over_min: u32,
    },
    /// The bedtime lies before the start.
    BedtimePassed,
    /// A length is not known. To be in bed in time the film has to end by then.
    UnknownLength {
        /// When the film would have to end; `None` without a bedtime.
        film_ends_by: Option<NaiveDateTime>,
    },
}

/// The evening laid out over the clock.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Without gaps or overlaps, in order. Ends at the first stretch whose length is not known.
    pub segments: Vec<Segment>,
    /// When the last item ends, where that is known.
    pub film_ends: Option<NaiveDateTime>,
    /// When everything but the quiet is over, where that is known.
    pub ends: Option<NaiveDateTime>,
    /// When the person wants to be in bed.
    pub bedtime: Option<NaiveDateTime>,
    /// Whether it fits.
    pub verdict: Verdict,
}

impl Timeline {
    /// When the check-in `minutes` after the film would be, and whether that is before bed.
    #[must_use]
    pub fn check_in_after(&self, minutes: i64) -> Option<(NaiveDateTime, bool)> {
        let at = self.film_ends?.checked_add_signed(TimeDelta::minutes(minutes))?;
        Some((at, self.bedtime.is_none_or(|bedtime| at <= bedtime)))
    }
}

/// Lays `plan` out from `starts` on. Where the usual lengths do not fit before `bedtime`, aftercare, settling in and
/// breaks are kept short, in this order, before it is called too long.
#[must_use]
pub fn fit(plan: &EveningPlan, starts: NaiveDateTime, bedtime: Option<NaiveDateTime>) -> Timeline {
    let parts = parts_of(plan);
    let breaks = parts.iter().filter(|part| matches!(part.kind, SegmentKind::Break(_))).count();
    let breaks = u32::try_from(breaks).unwrap_or(u32::MAX);
    let film_min = plan.runtime_min();
    let mut lengths = Lengths { settle: SETTLE_MIN.usual, a_break: BREAK_MIN.usual, aftercare: AFTERCARE_MIN.usual };

    let verdict = match (bedtime, film_min) {
        (Some(bedtime), _) if bedtime <= starts => Verdict::BedtimePassed,
        (bedtime, None) => {
            let aftercare = TimeDelta::minutes(i64::from(AFTERCARE_MIN.usual));
            Verdict::UnknownLength { film_ends_by: bedtime.and_then(|bed| bed.checked_sub_signed(aftercare)) }
        }
        (None, Some(_)) => Verdict::NoBedtime,
        (Some(bedtime), Some(film_min)) => {
            let room = u32::try_from((bedtime - starts).num_minutes()).unwrap_or(0);
            let usual = lengths.total(film_min, breaks);
            if usual <= room {
                Verdict::Fits { spare_min: room - usual }
            } else {
                lengths.keep_short(usual - room, breaks);
                match lengths.total(film_min, breaks).saturating_sub(room) {
                    0 => Verdict::FitsKeptShort,
                    over_min => Verdict::TooLong { over_min },
                }
            }
        }
    };
    lay_out(&parts, &lengths, starts, bedtime, verdict)
}

struct Lengths {
    settle: u32,
    a_break: u32,
    aftercare: u32,
}

impl Lengths {
    fn total(&self, film_min: u32, breaks: u32) -> u32 {
        (self.settle + self.aftercare).saturating_add(film_min).saturating_add(self.a_break.saturating_mul(breaks))
    }

    /// Gives up to `over_min` minutes back.
    fn keep_short(&mut self, over_min: u32, breaks: u32) {
        let from_aftercare = over_min.min(AFTERCARE_MIN.usual - AFTERCARE_MIN.least);
        let over_min = over_min - from_aftercare;
        let from_settling = over_min.min(SETTLE_MIN.usual - SETTLE_MIN.least);
        let over_min = over_min - from_settling;
        let from_each_break = match breaks {
            0 => 0,
            breaks => over_min.div_ceil(breaks).min(BREAK_MIN.usual - BREAK_MIN.least),
        };
        self.aftercare -= from_aftercare;
        self.settle -= from_settling;
        self.a_break -= from_each_break;
    }
}

/// A stretch of film, or a break between two.
struct Part {
    kind: SegmentKind,
    minutes: Option<u32>,
}

fn parts_of(plan: &EveningPlan) -> Vec<Part> {
    let mut parts = Vec::new();
    let marks = planned_breaks(plan);
    for (index, item) in plan.items.iter().enumerate() {
        let mut from = 0;
        for mark in marks.iter().filter(|mark| mark.item == item.key) {
            // How many breaks a film of unknown length has is not known either.
            if item.runtime_min.is_some_and(|runtime| mark.film_min < runtime) {
                parts.push(Part { kind: SegmentKind::Film(item.key), minutes: Some(mark.film_min - from) });
                parts.push(Part { kind: SegmentKind::Break(item.key), minutes: None });
                from = mark.film_min;
            }
        }
        let rest = item.runtime_min.map(|runtime| runtime - from);
        parts.push(Part { kind: SegmentKind::Film(item.key), minutes: rest });
        if index + 1 < plan.items.len() && rests_after(plan, index) {
            parts.push(Part { kind: SegmentKind::Break(item.key), minutes: None });
        }
    }
    parts
}

/// Whether a break is planned between the item at `index` and the next.
#[must_use]
pub fn rests_after(plan: &EveningPlan, index: usize) -> bool {
    index + 1 < plan.items.len() && plan.breaks == Breaks::BetweenItems
}

/// The film minutes at which a break is planned, in order. Minutes count within each item and start again with the
/// next. None lies outside its item; those every so many minutes keep ten minutes away from its end.
#[must_use]
pub fn planned_breaks(plan: &EveningPlan) -> Vec<BreakMark> {
    let mut marks = match &plan.breaks {
        Breaks::None | Breaks::BetweenItems => Vec::new(),
        Breaks::AtMarks(marks) => marks.clone(),
        Breaks::Every(minutes) => {
            let every = (*minutes).clamp(10, 240);
            let of_item = |item: &Item| {
                let key = item.key;
                // Six hours stand in for a length that is not known.
                let last = item.runtime_min.unwrap_or(360).saturating_sub(TOO_CLOSE_TO_THE_END_MIN);
                (1..)
                    .map(move |n| n * every)
                    .take_while(move |at| *at <= last)
                    .map(move |film_min| BreakMark { item: key, film_min })
            };
            plan.items.iter().flat_map(of_item).collect()
        }
    };
    marks.retain(|mark| {
        let inside = |item: &Item| item.runtime_min.is_none_or(|runtime| mark.film_min < runtime);
        mark.film_min > 0 && plan.item(mark.item).is_some_and(inside)
    });
    marks.sort_unstable();
    marks.dedup();
    marks
}

fn lay_out(
    parts: &[Part],
    lengths: &Lengths,
    starts: NaiveDateTime,
    bedtime: Option<NaiveDateTime>,
    verdict: Verdict,
) -> Timeline {
    let mut timeline = Timeline { segments: Vec::new(), film_ends: None, ends: None, bedtime, verdict };
    let mut at = Some(starts);
    let mut push = |kind, minutes: Option<u32>| {
        let starts = at?;
        timeline.segments.push(Segment { kind, starts, minutes });
        at = minutes.and_then(|minutes| starts.checked_add_signed(TimeDelta::minutes(i64::from(minutes))));
        at
    };
    let mut film_ends = push(SegmentKind::Settle, Some(lengths.settle));
    for part in parts {
        let minutes = match part.kind {
            SegmentKind::Break(_) => Some(lengths.a_break),
            _ => part.minutes,
        };
        film_ends = push(part.kind, minutes);
    }
    let ends = push(SegmentKind::Aftercare, Some(lengths.aftercare));
    if let (Some(ends), Some(bedtime)) = (ends, bedtime)
        && let Ok(quiet @ 1..) = u32::try_from((bedtime - ends).num_minutes())
    {
        push(SegmentKind::Quiet, Some(quiet));
    }
    timeline.film_ends = film_ends.filter(|_| !parts.is_empty());
    timeline.ends = ends;
    timeline
}

/// The first of `others` that is kept for hours which an evening that starts at `when` needs too, and its hours. Where a
/// length is not known, what is known of it counts.
#[must_use]
pub fn collision<'a>(
    plan: &EveningPlan,
    when: NaiveDateTime,
    others: impl Iterator<Item = &'a Plan>,
) -> Option<(&'a Plan, NaiveDateTime, NaiveDateTime)> {
    let hours = |plan: &EveningPlan, starts: NaiveDateTime| {
        let timeline = fit(plan, starts, None);
        let known = timeline.segments.iter().filter_map(|segment| segment.minutes).sum::<u32>();
        let ends = timeline.ends.unwrap_or(starts + TimeDelta::minutes(i64::from(known)));
        (starts, ends)
    };
    let (starts, ends) = hours(plan, when);
    let mut others = others.filter_map(|other| Some((other, hours(&other.plan, other.when?))));
    let overlaps = |(_, (from, until)): &(&Plan, _)| starts < *until && *from < ends;
    others.find(overlaps).map(|(other, (from, until))| (other, from, until))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveDateTime {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let day = if hour < 12 { day.succ_opt().expect("a day") } else { day };
        day.and_hms_opt(hour, minute, 0).expect("a time")
    }

    fn film(minutes: Option<u32>) -> EveningPlan {
        EveningPlan { items: vec![Item { runtime_min: minutes, ..Item::default() }], ..EveningPlan::default() }
    }

    #[test]
    fn a_film_of_93_minutes_with_a_break_from_half_past_eight_fits_before_half_past_eleven() {
        let mut plan = film(Some(93));
        plan.breaks = Breaks::AtMarks(vec![BreakMark { item: 0, film_min: 47 }]);
        let timeline = fit(&plan, at(20, 30), Some(at(23, 30)));
        let kinds: Vec<_> = timeline.segments.iter().map(|s| (s.kind, s.starts, s.minutes)).collect();
        assert_eq!(
            kinds,
            [
                (SegmentKind::Settle, at(20, 30), Some(10)),
                (SegmentKind::Film(0), at(20, 40), Some(47)),
                (SegmentKind::Break(0), at(21, 27), Some(10)),
                (SegmentKind::Film(0), at(21, 37), Some(46)),
                (SegmentKind::Aftercare, at(22, 23), Some(20)),
                (SegmentKind::Quiet, at(22, 43), Some(47)),
            ]
        );
        assert_eq!(timeline.film_ends, Some(at(22, 23)));
        assert_eq!(timeline.verdict, Verdict::Fits { spare_min: 47 });
        assert_eq!(timeline.check_in_after(90), Some((at(23, 53), false)), "after bedtime: next morning instead");
        assert_eq!(timeline.check_in_after(20), Some((at(22, 43), true)));
    }

    #[test]
    fn a_tight_evening_is_kept_short_before_it_is_called_too_long() {
        let plan = film(Some(120));
        assert_eq!(fit(&plan, at(20, 30), Some(at(23, 0))).verdict, Verdict::Fits { spare_min: 0 });
        let tight = fit(&plan, at(20, 30), Some(at(22, 50)));
        assert_eq!(tight.verdict, Verdict::FitsKeptShort);
        assert_eq!(tight.ends, Some(at(22, 50)));
        assert_eq!(fit(&plan, at(20, 30), Some(at(22, 44))).verdict, Verdict::TooLong { over_min: 1 });
    }

    #[test]
    fn an_unknown_length_says_when_the_film_has_to_end() {
        let timeline = fit(&film(None), at(20, 30), Some(at(23, 30)));
        assert_eq!(timeline.verdict, Verdict::UnknownLength { film_ends_by: Some(at(23, 10)) });
        assert_eq!(timeline.film_ends, None);
        assert_eq!(fit(&film(None), at(20, 30), None).verdict, Verdict::UnknownLength { film_ends_by: None });
    }

    #[test]
    fn a_bedtime_before_now_is_said_and_harms_nothing() {
        let timeline = fit(&film(Some(93)), at(23, 40), Some(at(23, 30)));
        assert_eq!(timeline.verdict, Verdict::BedtimePassed);
        assert_eq!(timeline.segments.len(), 3);
    }

    #[test]
    fn breaks_fall_between_episodes_or_every_so_many_minutes() {
        let mut plan = EveningPlan {
            items: (0..3).map(|key| Item { key, runtime_min: Some(24), ..Item::default() }).collect(),
            breaks: Breaks::BetweenItems,
            ..EveningPlan::default()
        };
        let kinds: Vec<_> = fit(&plan, at(20, 30), None).segments.iter().map(|s| s.kind).collect();
        use SegmentKind::{Aftercare, Break, Film, Settle};
        assert_eq!(kinds, [Settle, Film(0), Break(0), Film(1), Break(1), Film(2), Aftercare]);

        plan = film(Some(100));
        plan.breaks = Breaks::Every(45);
        let marks = planned_breaks(&plan);
        assert_eq!(marks.iter().map(|mark| mark.film_min).collect::<Vec<_>>(), [45, 90]);
        plan.items[0].runtime_min = Some(99);
        assert_eq!(planned_breaks(&plan).len(), 1, "not nine minutes before the end");
    }

    fn any_plan() -> impl Strategy<Value = EveningPlan> {
        let runtime = prop_oneof![Just(None), (1_u32..1441).prop_map(Some)];
        let breaks = prop_oneof![
            Just(Breaks::None),
            Just(Breaks::BetweenItems),
            (0_u32..500).prop_map(Breaks::Every),
            proptest::collection::vec((0_u32..5, 0_u32..2000), 0..6).prop_map(|marks| Breaks::AtMarks(
                marks.into_iter().map(|(item, film_min)| BreakMark { item, film_min }).collect()
            )),
        ];
        (proptest::collection::vec(runtime, 0..5), breaks).prop_map(|(runtimes, breaks)| EveningPlan {
            items: (0..).zip(runtimes).map(|(key, runtime_min)| Item { key, runtime_min, ..Item::default() }).collect(),
            breaks,
            ..EveningPlan::default()
        })
    }

    proptest! {
        #[test]
        fn segments_follow_each_other_and_hold_the_whole_film(plan in any_plan(), bed in -600_i64..1200) {
            let starts = at(20, 30);
            let timeline = fit(&plan, starts, Some(starts + TimeDelta::minutes(bed)));
            prop_assert_eq!(timeline.segments[0].starts, starts);
            for pair in timeline.segments.windows(2) {
                let minutes = i64::from(pair[0].minutes.expect("only the last length may be unknown"));
                prop_assert_eq!(pair[0].starts + TimeDelta::minutes(minutes), pair[1].starts);
            }
            if let Some(runtime) = plan.runtime_min() {
                let film: u32 = timeline.segments.iter().filter(|s| matches!(s.kind, SegmentKind::Film(_)))
                    .map(|s| s.minutes.expect("known")).sum();
                prop_assert_eq!(film, runtime);
            }
            if matches!(timeline.verdict, Verdict::Fits { .. } | Verdict::FitsKeptShort) {
                prop_assert!(timeline.ends <= timeline.bedtime);
            }
            if let Verdict::TooLong { over_min } = timeline.verdict {
                prop_assert_eq!(timeline.ends.zip(timeline.bedtime).map(|(e, b)| (e - b).num_minutes()), Some(i64::from(over_min)));
            }
        }
    }
}
