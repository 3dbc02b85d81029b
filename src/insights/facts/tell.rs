//! What records say, unit by unit.

use std::ops::Bound;

use uuid::Uuid;

use crate::clock::Wall;
use crate::insights::mood;
use crate::journal::cries::{self, Origin};
use crate::journal::entry::{CheckIn, Cry, Day, Evening};
use crate::journal::log::Journal;

use super::lists::Lists;
use super::own::{Hanging, Own};
use super::{EveningFacts, TearFacts};

/// What hangs on one evening.
pub(super) type OwnOf<'a, 'b> = &'b [(Hanging, Own<'a>)];

/// Looks through one of so many parts of a journal: what hangs on evenings, in order, and the facts of what stands alone.
/// Ids are made by chance, so the parts are of equal size.
pub(super) fn gather(journal: &Journal, part: usize, parts: usize) -> (Vec<(Hanging, Own<'_>)>, Lists) {
    let begins = |part: usize| Uuid::from_u128((u128::MAX / parts as u128).saturating_mul(part as u128));
    let until = if part + 1 < parts { Bound::Excluded(begins(part + 1)) } else { Bound::Unbounded };
    let (mut hanging, mut lists) = (Vec::new(), Lists::default());
    Own::all(journal, (Bound::Included(begins(part)), until)).for_each(|own| match own.hanging() {
        Some(on) => hanging.push((on, own)),
        None => tell_alone(own, &mut lists),
    });
    if part == 0 {
        journal.days.iter().for_each(|day| tell_day(day, &mut lists));
    }
    hanging.sort_unstable_by_key(|(on, _)| *on);
    (hanging, lists)
}

/// All evenings with what hangs on them, which is in order, by day: lists that are nearly in order are put in order soon.
/// Of some evenings only what hangs on them is there, because their file has not arrived yet; that is told at once.
pub(super) fn with_their_own<'a, 'b>(
    journal: &'a Journal,
    hanging: OwnOf<'a, 'b>,
    lists: &mut Lists,
) -> Vec<(&'a Evening, OwnOf<'a, 'b>)> {
    let groups = hanging.chunk_by(|one, next| one.0.evening == next.0.evening);
    let mut groups = groups.filter_map(|own| Some((own.first()?.0.evening, own))).peekable();
    let mut evenings: Vec<(&Evening, OwnOf<'a, 'b>)> = Vec::new();
    for evening in journal.evenings.iter() {
        while let Some((id, own)) = groups.next_if(|(id, _)| *id < evening.id) {
            tell(journal, id, None, own, lists);
        }
        let own = groups.next_if(|(id, _)| *id == evening.id).map_or(&[][..], |(_, own)| own);
        evenings.push((evening, own));
    }
    groups.for_each(|(id, own)| tell(journal, id, None, own, lists));
    evenings.sort_by_key(|(evening, _)| (evening.day, evening.id));
    evenings
}

/// Tells the facts of an evening and of what hangs on it, or of what hangs on one that is not there.
pub(super) fn tell(
    journal: &Journal,
    unit: Uuid,
    evening: Option<&Evening>,
    own: &[(Hanging, Own<'_>)],
    lists: &mut Lists,
) {
    let is_deleted = evening.is_none() && journal.evenings.versions_of(unit).next().is_some();
    if is_deleted {
        return;
    }
    let (mut check_ins, mut tears) = (Vec::with_capacity(own.len()), Vec::new());
    for (_, own) in own {
        match own {
            Own::CheckIn(check_in) => check_ins.push(*check_in),
            Own::Cry(cry) => tears.push(*cry),
            Own::Breath(breath) => lists.breathe(breath, unit),
            Own::Reflection(_) | Own::Joy(_) => {}
        }
        lists.know(own.day(), unit);
    }
    check_ins.sort_by_key(|check_in| (check_in.day, check_in.at));
    tell_evening(evening, &check_ins, &tears, lists);
    if let Some(evening) = evening {
        lists.know(evening.day, unit);
    }
}

/// An evening, or what hangs on one whose file has not arrived yet.
fn tell_evening(evening: Option<&Evening>, check_ins: &[&CheckIn], tears: &[&Cry], lists: &mut Lists) {
    lists.points.extend(check_ins.iter().filter_map(|check_in| mood::point_of(check_in)));
    match evening {
        Some(evening) => {
            let facts = EveningFacts::of(evening, check_ins, tears);
            facts.items(evening, tears, &mut lists.titles, &mut lists.items);
            lists.breaks.extend(facts.breaks(evening));
            lists.tears.extend(facts.cries(evening));
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
