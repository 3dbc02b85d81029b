//! Choosing for tonight: by what is wished for and by the time there is, without what the person does not want to meet.
//!
//! The rules, in full. A title is left out if it has one of the notes the person skips, if it does not fit before bed,
//! or if it does not answer the wish. "Surprise me, gently" besides leaves out what is heavy or was watched in the last
//! ninety days, and what the app never proposes by itself. Of what is left it takes at most three: first what moved the
//! person before, then what they want to see, then what they have not seen for the longest; each for a reason that is
//! said, and of different kinds where it can be. Among equals the order changes from day to day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};

use crate::shelf::history::History;
use crate::shelf::title::{Note, Title, Tone};

/// What is wished for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wish {
    /// Nothing that weighs much.
    Gentle,
    /// Let it all out.
    LetItOut,
    /// Tears of joy.
    HappyTears,
    /// A comedy that lifts.
    Comedy,
    /// Not more than [`SHORT_MIN`].
    Short,
    /// Something that is known to work for this person.
    Works,
}

impl Wish {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Gentle, Self::LetItOut, Self::HappyTears, Self::Comedy, Self::Short, Self::Works];
}

/// The length of something short, in minutes.
pub const SHORT_MIN: u32 = 30;

/// What was watched so many days ago or fewer is not proposed as a surprise.
pub const SEEN_LATELY_DAYS: i64 = 90;

/// What was not watched for so many days can be proposed for that.
pub const LONG_AGO_DAYS: i64 = 365;

/// How many surprises there are at most.
pub const SURPRISES: usize = 3;

/// A title, and what the person has to do with it.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The title.
    pub title: &'a Title,
    /// What it did so far; `None` where it was never watched.
    pub history: Option<History>,
    /// The person wants to see it.
    pub wanted: bool,
    /// They say that they have seen it, also where no evening says so.
    pub seen: bool,
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// What is wished for; `None` asks for anything.
    pub wish: Option<Wish>,
    /// What the person does not want to meet.
    pub skip: BTreeSet<Note>,
    /// How many minutes of film still fit before bed; `None` where that does not matter.
    pub fits_min: Option<u32>,
}

/// Why a title was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// It has something in it that the person skips.
    Skipped(Note),
    /// It has something in it with which the app proposes nothing by itself.
    NeverProposed,
    /// It ends after bedtime.
    TooLong,
}

/// What there is to choose from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// The places of the titles that answer, among those that were asked about, in their order.
    pub found: Vec<usize>,
    /// How many titles that answer the wish were left out, and why. Each is counted once.
    pub left_out: BTreeMap<LeftOut, usize>,
}

/// The titles that answer. What does not answer the wish is not counted as left out.
#[must_use]
pub fn choose(candidates: &[Candidate<'_>], question: &Question) -> Choice {
    let mut choice = Choice::default();
    for (index, candidate) in candidates.iter().enumerate() {
        if question.wish.is_some_and(|wish| !answers(candidate, wish)) {
            continue;
        }
        match left_out(candidate.title, question) {
            Some(why) => *choice.left_out.entry(why).or_default() += 1,
            None => choice.found.push(index),
        }
    }
    choice
}

/// Why a title is left out of an answer, if it is.
#[must_use]
pub fn left_out(title: &Title, question: &Question) -> Option<LeftOut> {
    if let Some(note) = title.has_any(&question.skip) {
        return Some(LeftOut::Skipped(note));
    }
    if !title.may_be_proposed() {
        return Some(LeftOut::NeverProposed);
    }
    // What has no known length may fit where anything does.
    let fits = question.fits_min.is_none_or(|fits| title.runtime_min.unwrap_or(1) <= fits);
    (!fits).then_some(LeftOut::TooLong)
}

/// Whether a title answers a wish.
#[must_use]
pub fn answers(candidate: &Candidate<'_>, wish: Wish) -> bool {
    let Candidate { title, history, .. } = candidate;
    let has = |tone| title.kinds.contains(&tone);
    match wish {
        Wish::Gentle => is_light(title),
        Wish::LetItOut => has(Tone::TenderSad) || has(Tone::GrimSad),
        Wish::HappyTears => has(Tone::HappyTears),
        Wish::Comedy => has(Tone::ComfortComedy),
        Wish::Short => title.runtime_min.is_some_and(|runtime| runtime <= SHORT_MIN),
        Wish::Works => history.is_some_and(History::works),
    }
}

/// Whether it is gentle all through: nothing heavy, nobody dies in it or is ill, and it does more than make sad.
#[must_use]
pub fn is_light(title: &Title) -> bool {
    let warms = |tone: &Tone| !matches!(tone, Tone::TenderSad | Tone::GrimSad);
    let is_loss = |note: &Note| {
        matches!(
            note,
            Note::PetDeath
                | Note::ParentDeath
                | Note::PartnerDeath
                | Note::TerminalIllness
                | Note::Cancer
                | Note::Dementia
                | Note::BirthLoss
        )
    };
    let tones = &title.kinds;
    is_gentle(title) && !title.notes.iter().any(is_loss) && (tones.is_empty() || tones.iter().any(warms))
}

/// Whether nothing in it weighs too much for a surprise.
#[must_use]
pub fn is_gentle(title: &Title) -> bool {
    !title.kinds.contains(&Tone::GrimSad) && !title.notes.iter().any(|note| note.is_heavy())
}

/// Why a surprise was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It moved the person so many times of so many.
    Moved {
        /// How many times it did.
        times: u32,
        /// Of how many.
        of: u32,
    },
    /// The person wants to see it.
    Wanted,
    /// It was not watched for a year or longer.
    LongAgo,
    /// It was never watched, and it fits before bed.
    NewAndFits,
    /// It was never watched.
    New,
}

/// At most three titles, each with a reason. `seed` is another one each day, and for each further asking.
#[must_use]
pub fn surprise(
    candidates: &[Candidate<'_>],
    question: &Question,
    today: NaiveDate,
    seed: u64,
) -> Vec<(usize, Reason)> {
    let question = Question { wish: None, ..question.clone() };
    let mut possible: Vec<(u8, u64, usize, Reason)> = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let seen_days = candidate.history.and_then(|history| history.last).map(|last| today - last);
        let is_lately = seen_days.is_some_and(|ago| ago <= TimeDelta::days(SEEN_LATELY_DAYS));
        if is_lately || !is_gentle(candidate.title) || left_out(candidate.title, &question).is_some() {
            continue;
        }
        let Some((rank, reason)) = reason_for(candidate, seen_days, question.fits_min.is_some()) else { continue };
        possible.push((rank, shuffled(seed, index), index, reason));
    }
    possible.sort_unstable_by_key(|(rank, order, index, _)| (*rank, *order, *index));
    let mut chosen: Vec<(usize, Reason)> = Vec::new();
    let first_kind = |index: usize| candidates[index].title.kinds.first().copied();
    // One of each kind first, then whatever comes next.
    for is_second_round in [false, true] {
        for (_, _, index, reason) in &possible {
            if chosen.len() == SURPRISES {
                return chosen;
            }
            let is_there = chosen.iter().any(|(there, _)| there == index);
            let is_like = chosen.iter().any(|(there, _)| first_kind(*there) == first_kind(*index));
            if !is_there && (is_second_round || !is_like) {
                chosen.push((*index, *reason));
            }
        }
    }
    chosen
}

/// What was found, the best first: what moved the person before, what they want to see, what is new to them or long ago,
/// then the rest. Among equals the order is another one for each `seed`.
#[must_use]
pub fn in_order(candidates: &[Candidate<'_>], mut found: Vec<usize>, today: NaiveDate, seed: u64) -> Vec<usize> {
    let rank = |index: &usize| {
        let candidate = &candidates[*index];
        let ago = candidate.history.and_then(|history| history.last).map(|last| today - last);
        reason_for(candidate, ago, false).map_or(u8::MAX, |(rank, _)| rank)
    };
    found.sort_by_cached_key(|index| (rank(index), shuffled(seed, *index)));
    found
}

/// Why a title would be a good surprise, and how good a reason that is: 0 is the best.
fn reason_for(candidate: &Candidate<'_>, seen: Option<TimeDelta>, has_bedtime: bool) -> Option<(u8, Reason)> {
    if let Some(history) = candidate.history.filter(|history| history.works()) {
        return Some((0, Reason::Moved { times: history.moved, of: history.known }));
    }
    match seen {
        // What was wanted and then watched is not wanted for ever.
        None if candidate.wanted && !candidate.seen => Some((1, Reason::Wanted)),
        Some(ago) if ago >= TimeDelta::days(LONG_AGO_DAYS) => Some((2, Reason::LongAgo)),
        // It was watched not so long ago, or nobody knows when, and did not do much.
        Some(_) => None,
        None if candidate.seen => None,
        None if has_bedtime && candidate.title.runtime_min.is_some() => Some((2, Reason::NewAndFits)),
        None => Some((3, Reason::New)),
    }
}

/// An order that looks like none and is the same for the same seed (the finaliser of `SplitMix64`; Steele, Lea, Flood
/// 2014).
fn shuffled(seed: u64, index: usize) -> u64 {
    let mut mixed = seed ^ (index as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::shelf::catalogue::bundled;

    fn today() -> NaiveDate {
        "2026-11-22".parse().expect("a day")
    }

    fn candidates(titles: &[Title]) -> Vec<Candidate<'_>> {
        titles.iter().map(|title| Candidate { title, history: None, wanted: false, seen: false }).collect()
    }

    #[test]
    fn every_wish_has_an_answer_in_the_catalogue_but_what_only_the_person_can_know() {
        let titles = bundled().expect("whole");
        for wish in Wish::ALL {
            let question = Question { wish: Some(wish), ..Question::default() };
            let found = choose(&candidates(&titles), &question).found.len();
            assert!((wish == Wish::Works) == (found == 0), "{wish:?}: {found}");
        }
    }

    #[test]
    fn what_works_is_what_moved_more_often_than_not() {
        let title = Title { kinds: vec![Tone::TenderSad], ..Title::default() };
        for (moved, known, works) in [(2, 2, true), (1, 2, true), (1, 3, false), (0, 0, false)] {
            let history = History { times: 3, moved, known, ..History::default() };
            let one = Candidate { title: &title, history: Some(history), wanted: false, seen: false };
            assert_eq!(answers(&one, Wish::Works), works, "{moved} of {known}");
        }
    }

    #[test]
    fn a_surprise_says_why_and_what_moved_before_comes_first() {
        let named =
            |name: &str, tone| Title { id: name.into(), name: name.into(), kinds: vec![tone], ..Title::default() };
        let titles = [
            named("new", Tone::HeartWarming),
            named("moved", Tone::TenderSad),
            named("wanted", Tone::Romance),
            named("lately", Tone::HappyTears),
            named("long ago", Tone::HappyTears),
            named("grim", Tone::GrimSad),
        ];
        let last = |days| Some(today() - TimeDelta::days(days));
        let moved = History { times: 2, known: 2, moved: 2, last: last(200), ..History::default() };
        let lately = History { times: 1, known: 1, moved: 1, last: last(30), ..History::default() };
        let long_ago = History { times: 1, known: 1, last: last(400), ..History::default() };
        let mut all = candidates(&titles);
        (all[1].history, all[3].history, all[4].history) = (Some(moved), Some(lately), Some(long_ago));
        all[2].wanted = true;
        let found = surprise(&all, &Question::default(), today(), 7);
        let expected = [(1, Reason::Moved { times: 2, of: 2 }), (2, Reason::Wanted), (4, Reason::LongAgo)];
        assert_eq!(found, expected);
        assert_eq!(found, surprise(&all, &Question::default(), today(), 7), "the same when asked the same");
    }

    #[test]
    fn the_three_are_of_different_kinds_and_others_another_day() {
        let titles = bundled().expect("whole");
        let all = candidates(&titles);
        let mut seen = BTreeSet::new();
        for seed in 0..30 {
            let found = surprise(&all, &Question::default(), today(), seed);
            assert_eq!(found.len(), SURPRISES);
            let kinds: BTreeSet<_> = found.iter().map(|(index, _)| titles[*index].kinds[0]).collect();
            assert_eq!(kinds.len(), SURPRISES, "{found:?}");
            seen.extend(found.into_iter().map(|(index, _)| index));
        }
        assert!(seen.len() > 20, "{} titles in thirty days", seen.len());
    }

    prop_compose! {
        fn any_question()(
            wish in proptest::option::of(proptest::sample::select(&Wish::ALL[..])),
            skip in proptest::collection::btree_set(proptest::sample::select(&Note::ALL[..]), 0..6),
            fits_min in proptest::option::of(0_u32..240),
        ) -> Question {
            Question { wish, skip, fits_min }
        }
    }

    proptest! {
        /// No filter ever leaks a title, nothing proposed is too long, and every title is somewhere once.
        #[test]
        fn nothing_that_was_not_wanted_is_proposed(question in any_question(), seed: u64) {
            let titles = bundled().expect("whole");
            let all = candidates(&titles);
            let choice = choose(&all, &question);
            let surprises = surprise(&all, &question, today(), seed);
            for index in choice.found.iter().copied().chain(surprises.iter().map(|(index, _)| *index)) {
                let title = &titles[index];
                prop_assert!(title.has_any(&question.skip).is_none(), "{}", title.name);
                prop_assert!(title.may_be_proposed(), "{}", title.name);
                let fits = question.fits_min.zip(title.runtime_min).is_none_or(|(fits, runtime)| runtime <= fits);
                prop_assert!(fits, "{}", title.name);
            }
            let answering = all.iter().filter(|one| question.wish.is_none_or(|wish| answers(one, wish))).count();
            prop_assert_eq!(choice.found.len() + choice.left_out.values().sum::<usize>(), answering);
            prop_assert!(surprises.len() <= SURPRISES);
        }
    }
}
