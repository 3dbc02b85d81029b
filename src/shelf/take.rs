//! From the shelf into an evening.

use chrono::NaiveDateTime;

use crate::evening::plan::{Breaks, EveningPlan, Item, ItemKind, MAX_RUNTIME_MIN};
use crate::evening::timeline::{Timeline, Verdict, fit};
use crate::shelf::choose::SHORT_MIN;
use crate::shelf::series::next_episode;
use crate::shelf::title::{Form, Title};

/// The most episodes that are taken into one evening at once.
pub const MOST_EPISODES: u32 = 12;

/// The items that a title becomes: one, or so many episodes after the one that was watched last. Fewer where the series
/// ends.
#[must_use]
pub fn items_of(title: &Title, last: Option<(u32, u32)>, episodes: u32) -> Vec<Item> {
    let item = Item {
        key: 0,
        title_id: Some(title.id.clone()),
        name: title.name.clone(),
        kind: kind_of(title),
        season: None,
        episode: None,
        runtime_min: title.runtime_min,
    };
    if title.form != Form::Series {
        return vec![item];
    }
    let mut last = last;
    let mut items = Vec::new();
    for key in 0..episodes.clamp(1, MOST_EPISODES) {
        let Some((season, episode)) = next_episode(&title.seasons, last) else { break };
        last = Some((season, episode));
        items.push(Item { key, season: Some(season), episode: Some(episode), ..item.clone() });
    }
    if items.is_empty() {
        // All of it was seen: then from the beginning.
        return items_of(title, None, episodes);
    }
    items
}

fn kind_of(title: &Title) -> ItemKind {
    match title.form {
        Form::Film => ItemKind::Film,
        Form::Series => ItemKind::Episode,
        Form::Short | Form::Clip | Form::Letter => ItemKind::Short,
        Form::Album | Form::Chapter | Form::Other => {
            let is_short = title.runtime_min.is_some_and(|minutes| minutes <= SHORT_MIN);
            if is_short { ItemKind::Short } else { ItemKind::Film }
        }
    }
}

/// The plan with these items in place of its own. Several rest between one another; a rest at a minute of what was there
/// before goes with it.
#[must_use]
pub fn with_items(plan: &EveningPlan, items: Vec<Item>) -> EveningPlan {
    let breaks = match (&plan.breaks, items.len()) {
        (Breaks::Every(minutes), _) => Breaks::Every(*minutes),
        (_, 0 | 1) => Breaks::None,
        _ => Breaks::BetweenItems,
    };
    EveningPlan { items, breaks, ..plan.clone() }
}

/// Whether an evening with these items is over by bedtime, kept short if need be. Without a bedtime everything fits, and
/// so may what has no known length.
#[must_use]
pub fn fits(plan: &EveningPlan, items: Vec<Item>, starts: NaiveDateTime, bedtime: Option<NaiveDateTime>) -> bool {
    is_in_time(&fit(&with_items(plan, items), starts, bedtime), starts)
}

/// The same of an evening that is laid out already.
#[must_use]
pub fn is_in_time(timeline: &Timeline, starts: NaiveDateTime) -> bool {
    match timeline.verdict {
        Verdict::NoBedtime | Verdict::Fits { .. } | Verdict::FitsKeptShort => true,
        Verdict::TooLong { .. } | Verdict::BedtimePassed => false,
        Verdict::UnknownLength { film_ends_by } => film_ends_by.is_none_or(|by| by > starts),
    }
}

/// The longest single thing, in minutes, that is over by bedtime; `None` where there is no bedtime, and 0 where nothing
/// fits any more.
#[must_use]
pub fn most_min(plan: &EveningPlan, starts: NaiveDateTime, bedtime: Option<NaiveDateTime>) -> Option<u32> {
    bedtime?;
    let fits_min = |minutes: u32| {
        let item = Item { runtime_min: Some(minutes), ..Item::default() };
        fits(plan, vec![item], starts, bedtime)
    };
    // The more film, the later it is over.
    let (mut fitting, mut too_long) = (0, MAX_RUNTIME_MIN + 1);
    while too_long - fitting > 1 {
        let middle = u32::midpoint(fitting, too_long);
        if fits_min(middle) {
            fitting = middle;
        } else {
            too_long = middle;
        }
    }
    Some(fitting)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::shelf::title::Season;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a time")
    }

    fn series() -> Title {
        Title {
            id: "series".into(),
            name: "Small Hours".into(),
            form: Form::Series,
            runtime_min: Some(24),
            seasons: vec![Season { season: 1, episodes: 2 }, Season { season: 2, episodes: 3 }],
            ..Title::default()
        }
    }

    fn numbers(items: &[Item]) -> Vec<(u32, u32, u32)> {
        items.iter().map(|item| (item.key, item.season.unwrap_or(0), item.episode.unwrap_or(0))).collect()
    }

    #[test]
    fn two_episodes_go_on_where_the_last_evening_stopped_and_rest_between() {
        let items = items_of(&series(), Some((1, 1)), 2);
        assert_eq!(numbers(&items), [(0, 1, 2), (1, 2, 1)]);
        assert!(items.iter().all(|item| item.kind == ItemKind::Episode && item.runtime_min == Some(24)));
        assert_eq!(with_items(&EveningPlan::default(), items).breaks, Breaks::BetweenItems);
    }

    #[test]
    fn near_its_end_there_are_fewer_and_after_it_the_series_begins_anew() {
        assert_eq!(numbers(&items_of(&series(), Some((2, 2)), 5)), [(0, 2, 3)]);
        assert_eq!(numbers(&items_of(&series(), Some((2, 3)), 2)), [(0, 1, 1), (1, 1, 2)]);
    }

    #[test]
    fn a_film_in_place_of_episodes_takes_their_rests_away() {
        let film = Title { name: "Paper Boats".into(), runtime_min: Some(93), ..Title::default() };
        let plan = EveningPlan { breaks: Breaks::BetweenItems, ..EveningPlan::default() };
        let items = items_of(&film, None, 3);
        assert_eq!((items.len(), with_items(&plan, items.clone()).breaks), (1, Breaks::None));
        let plan = EveningPlan { breaks: Breaks::Every(45), ..EveningPlan::default() };
        assert_eq!(with_items(&plan, items).breaks, Breaks::Every(45), "what was chosen for any film stays");
    }

    proptest! {
        #[test]
        fn what_is_said_to_fit_fits_and_a_minute_more_does_not(
            starts_min in 0..1440_i64, bed_min in 0..1440_i64, every in proptest::option::of(10..=240_u32),
        ) {
            let starts = at("2026-11-22T18:00:00") + chrono::TimeDelta::minutes(starts_min);
            let bedtime = Some(starts + chrono::TimeDelta::minutes(bed_min));
            let plan = EveningPlan { breaks: every.map_or(Breaks::None, Breaks::Every), ..EveningPlan::default() };
            let most = most_min(&plan, starts, bedtime).expect("there is a bedtime");
            let item = |minutes| vec![Item { runtime_min: Some(minutes), ..Item::default() }];
            for minutes in 1..=most {
                prop_assert!(fits(&plan, item(minutes), starts, bedtime), "{minutes} of {most}");
            }
            prop_assert!(most == MAX_RUNTIME_MIN || !fits(&plan, item(most + 1), starts, bedtime));
        }
    }

    #[test]
    fn without_a_bedtime_nothing_is_too_long() {
        assert_eq!(most_min(&EveningPlan::default(), at("2026-11-22T20:30:00"), None), None);
    }
}
