//! What records say, unit by unit.

use std::collections::HashMap;

use uuid::Uuid;

use crate::clock::Wall;
use crate::insights::mood;
use crate::journal::cries::{self, Origin};
use crate::journal::entry::{CheckIn, Cry, Day, Evening};
use crate::journal::log::Journal;

use super::evening::cries_of;
use super::lists::Lists;
use super::own::{Hanging, Own};
use super::{EveningFacts, TearFacts};

/// Evenings by day, and their places among them.
pub(super) struct Evenings<'a> {
    all: Vec<&'a Evening>,
    places: HashMap<Uuid, usize>,
}

impl<'a> Evenings<'a> {
    pub(super) fn of(journal: &'a Journal) -> Self {
        let mut all: Vec<&Evening> = journal.evenings.iter_part(0, 1).collect();
        all.sort_by_key(|evening| (evening.day, evening.id));
        let places = all.iter().enumerate().map(|(place, evening)| (evening.id, place)).collect();
        Self { all, places }
    }
}

/// What was found in one part of a journal.
#[derive(Default)]
pub(super) struct Found<'a> {
    /// What hangs on evenings that are there, by the places of those.
    placed: Vec<(usize, Own<'a>)>,
    /// What hangs on an evening that is not there, because its file has not arrived yet or because it was deleted.
    pub(super) elsewhere: Vec<(Uuid, Own<'a>)>,
    /// Which of them hangs on which evening.
    pub(super) hanging: Vec<Hanging>,
    /// The facts of what stands alone.
    pub(super) alone: Lists,
}

/// Looks through one of so many equal parts of a journal.
pub(super) fn gather<'a>(journal: &'a Journal, evenings: &Evenings<'a>, part: usize, parts: usize) -> Found<'a> {
    let most = Own::most(journal) / parts + 1;
    let mut found = Found {
        placed: Vec::with_capacity(most),
        // What the other parts find is put behind what the first one does.
        hanging: Vec::with_capacity(if part == 0 { most * parts } else { most }),
        ..Found::default()
    };
    // The check-ins of an evening nearly always come one after the other.
    let mut latest: Option<(Uuid, usize)> = None;
    Own::part(journal, part, parts).for_each(|own| {
        let Some(on) = own.hanging() else {
            tell_alone(own, &mut found.alone);
            return;
        };
        found.hanging.push(on);
        if latest.is_none_or(|(evening, _)| evening != on.evening) {
            latest = evenings.places.get(&on.evening).map(|place| (on.evening, *place));
        }
        match latest {
            Some((_, place)) => found.placed.push((place, own)),
            None => found.elsewhere.push((on.evening, own)),
        }
    });
    journal.days.iter_part(part, parts).for_each(|day| tell_day(day, &mut found.alone));
    // It nearly is in order, which this sort makes use of.
    found.placed.sort_by_key(|(place, _)| *place);
    found
}

/// Tells one of so many equal parts of the evenings, with all that was found to hang on them.
pub(super) fn tell_part(
    journal: &Journal,
    evenings: &Evenings<'_>,
    found: &[Found<'_>],
    part: usize,
    parts: usize,
) -> Lists {
    let begins = |part: usize| evenings.all.len() * part / parts;
    // All others are put behind the first ones.
    let room = if part == 0 { parts } else { 1 };
    let mut lists = Lists::with_room(room * evenings.all.len() / parts, room * journal.check_ins.known() / parts);
    let from = |found: &Found<'_>| found.placed.partition_point(|(place, _)| *place < begins(part));
    let own = found.iter().map(|one| one.placed.get(from(one)..).unwrap_or_default().iter().peekable());
    let (mut own, mut desk): (Vec<_>, _) = (own.collect(), Desk::default());
    for (place, evening) in evenings.all.iter().enumerate().take(begins(part + 1)).skip(begins(part)) {
        let own = own.iter_mut().flat_map(|own| std::iter::from_fn(move || own.next_if(|(of, _)| *of == place)));
        tell(journal, evening.id, Some(evening), own.map(|(_, own)| *own), &mut lists, &mut desk);
    }
    lists.sort();
    lists
}

/// Room for what hangs on one evening after the other.
#[derive(Default)]
pub(super) struct Desk<'a> {
    check_ins: Vec<&'a CheckIn>,
    tears: Vec<&'a Cry>,
}

/// Tells the facts of an evening and of what hangs on it, or of what hangs on one that is not there.
pub(super) fn tell<'a>(
    journal: &Journal,
    unit: Uuid,
    evening: Option<&Evening>,
    own: impl IntoIterator<Item = Own<'a>>,
    lists: &mut Lists,
    desk: &mut Desk<'a>,
) {
    let is_deleted = evening.is_none() && journal.evenings.versions_of(unit).next().is_some();
    if is_deleted {
        return;
    }
    let Desk { check_ins, tears } = desk;
    check_ins.clear();
    tears.clear();
    for own in own {
        match own {
            Own::CheckIn(check_in) => check_ins.push(check_in),
            Own::Cry(cry) => tears.push(cry),
            Own::Breath(breath) => lists.breathe(breath, unit),
            Own::Reflection(_) | Own::Joy(_) => {}
        }
        lists.know(own.day(), unit);
    }
    check_ins.sort_by_key(|check_in| (check_in.day, check_in.at, check_in.id));
    tears.sort_by_key(|cry| cry.id);
    tell_evening(evening, check_ins, tears, lists);
    if let Some(evening) = evening {
        lists.know(evening.day, unit);
    }
}

/// An evening, or what hangs on one whose file has not arrived yet.
fn tell_evening(evening: Option<&Evening>, check_ins: &[&CheckIn], tears: &[&Cry], lists: &mut Lists) {
    lists.points.extend(check_ins.iter().filter_map(|check_in| mood::point_of(check_in)));
    match evening {
        Some(evening) => {
            let cries = cries_of(evening, tears);
            let facts = EveningFacts::of(evening, check_ins, cries.len());
            facts.items(evening, tears, &mut lists.titles, &mut lists.items);
            lists.breaks.extend(facts.breaks(evening));
            lists.tears.extend(cries);
            lists.evenings.push(facts);
        }
        None => lists.tears.extend(tears.iter().filter(|cry| cries::counts(cry)).filter_map(|cry| {
            let origin = Origin::Evening(cry.evening?);
            Some(TearFacts { day: cry.day, at: None, origin })
        })),
    }
}

/// A record that hangs on no evening.
pub(super) fn tell_alone(own: Own<'_>, lists: &mut Lists) {
    match own {
        Own::CheckIn(check_in) => lists.points.extend(mood::point_of(check_in)),
        Own::Cry(cry) if cries::counts(cry) => {
            let at = cry.at.as_ref().map(Wall::naive_local);
            lists.tears.push(TearFacts { day: cry.day, at, origin: Origin::Outside(cry.id) });
        }
        Own::Breath(breath) => lists.breathe(breath, breath.id),
        Own::Cry(_) | Own::Reflection(_) | Own::Joy(_) => {}
    }
    lists.know(own.day(), own.id());
}

pub(super) fn tell_day(day: &Day, lists: &mut Lists) {
    if day.nothing || (day.opened && !day.paused) {
        lists.know(day.day, day.id);
    }
}
