//! Which episode comes next.

use crate::shelf::title::Season;

/// The episode after the one that was watched to its end last, as season and episode; the very first where none was.
/// `None` where the last one there is was watched. Where it is not known how many there are, there is always another one
/// in the same season.
#[must_use]
pub fn next_episode(seasons: &[Season], last: Option<(u32, u32)>) -> Option<(u32, u32)> {
    let Some((season, episode)) = last else {
        return Some((seasons.iter().map(|one| one.season).min().unwrap_or(1), 1));
    };
    let is_over = seasons.iter().find(|one| one.season == season).is_some_and(|one| episode >= one.episodes);
    if !is_over {
        return Some((season, episode.saturating_add(1)));
    }
    seasons.iter().map(|one| one.season).filter(|other| *other > season).min().map(|next| (next, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_one_is_proposed_over_the_end_of_a_season_and_not_over_the_end() {
        let seasons = [Season { season: 1, episodes: 2 }, Season { season: 2, episodes: 1 }];
        let next = |last| next_episode(&seasons, last);
        assert_eq!(next(None), Some((1, 1)));
        assert_eq!(next(Some((1, 1))), Some((1, 2)));
        assert_eq!(next(Some((1, 2))), Some((2, 1)));
        assert_eq!(next(Some((2, 1))), None);
    }

    #[test]
    fn where_nobody_knows_how_many_there_are_there_is_one_more() {
        assert_eq!(next_episode(&[], None), Some((1, 1)));
        assert_eq!(next_episode(&[], Some((3, 7))), Some((3, 8)));
        assert_eq!(next_episode(&[], Some((3, u32::MAX))), Some((3, u32::MAX)));
    }
}
