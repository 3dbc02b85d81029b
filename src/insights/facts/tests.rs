use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::clock::Wall;
use crate::evening::check_in::Moment;
use crate::evening::plan::Item;
use crate::evening::tears::{TearMark, Tears};
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, Watched};
use crate::journal::record::{DeviceId, Record as _, Rev};

fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day") + TimeDelta::days(n)
}

fn at(n: i64, hour: u32) -> Wall {
    Wall::from_naive_utc_and_offset(
        day(n).and_hms_opt(hour, 30, 0).expect("a time"),
        chrono::FixedOffset::east_opt(3600).expect("an offset"),
    )
}

/// All there is, with the titles by their names: they may stand at other places.
fn told(facts: &Facts) -> String {
    let Lists { points, evenings, items, breaks, tears, breaths, known, .. } = &facts.lists;
    let titles: Vec<_> = items.iter().map(|item| (item.evening, &facts.titles()[item.title], item.look)).collect();
    // What hangs on evenings is kept in no order.
    let mut hanging = facts.hanging.clone();
    hanging.sort_by_key(|on| (on.evening, on.record));
    let [hanging, days] = [format!("{hanging:?}"), format!("{:?}", facts.known_days)];
    format!("{points:?} {evenings:?} {titles:?} {breaks:?} {tears:?} {breaths:?} {known:?} {hanging} {days}")
}

fn same(followed: &Facts, journal: &Journal) -> Result<(), TestCaseError> {
    prop_assert_eq!(told(followed), told(&Facts::of(journal)));
    Ok(())
}

/// Something a person, or another computer, does to a journal.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Evening,
    CheckIn {
        on: Option<usize>,
        moment: Moment,
    },
    Cry {
        on: Option<usize>,
        tears: Option<Tears>,
    },
    Joy {
        on: Option<usize>,
    },
    Breath {
        on: Option<usize>,
    },
    Opened,
    /// Another computer changed a check-in, with or without knowing what was done here.
    Elsewhere {
        to: Option<usize>,
        knows: bool,
    },
    MoveCheckIn {
        to: Option<usize>,
    },
    ChangeDay,
    DeleteEvening,
    DeleteCheckIn,
    BringBack,
    Erase,
}

fn deed() -> impl Strategy<Value = Deed> {
    let on = || proptest::option::of(0_usize..6);
    prop_oneof![
        3 => Just(Deed::Evening),
        4 => (on(), prop_oneof![Just(Moment::Before), Just(Moment::Plus90), Just(Moment::Free)])
            .prop_map(|(on, moment)| Deed::CheckIn { on, moment }),
        3 => (on(), proptest::option::of(prop_oneof![Just(Tears::None), Just(Tears::Wept)]))
            .prop_map(|(on, tears)| Deed::Cry { on, tears }),
        1 => on().prop_map(|on| Deed::Joy { on }),
        1 => on().prop_map(|on| Deed::Breath { on }),
        1 => Just(Deed::Opened),
        1 => on().prop_map(|to| Deed::MoveCheckIn { to }),
        1 => Just(Deed::ChangeDay),
        1 => (on(), any::<bool>()).prop_map(|(to, knows)| Deed::Elsewhere { to, knows }),
        1 => Just(Deed::DeleteEvening),
        1 => Just(Deed::DeleteCheckIn),
        1 => Just(Deed::BringBack),
        1 => Just(Deed::Erase),
    ]
}

/// A journal, and the evenings there were: one of them has not arrived yet.
struct World {
    journal: Journal,
    evenings: Vec<Uuid>,
    deleted: Vec<Evening>,
}

impl World {
    fn new() -> Self {
        let journal = Journal::new(DeviceId("here".into()));
        Self { journal, evenings: vec![Uuid::from_u128(7)], deleted: Vec::new() }
    }

    fn evening(&self, on: Option<usize>) -> Option<Uuid> {
        on.map(|on| self.evenings[on % self.evenings.len()])
    }

    fn act(&mut self, n: i64, deed: Deed) {
        let journal = &mut self.journal;
        match deed {
            Deed::Evening => {
                let mut evening: Evening = journal.create(day(n), Some(at(n, 19)));
                evening.began = Some(at(n, 19));
                evening.plan.items = vec![Item { name: format!("Film {}", n % 3), ..Item::default() }];
                evening.watched = vec![Watched { item: 0, film_secs: 5_000, to_the_end: true }];
                if n % 2 == 0 {
                    evening.marks = vec![TearMark { item: 0, film_secs: Some(600), at: at(n, 20) }];
                }
                self.evenings.push(evening.id);
                journal.put(evening);
            }
            Deed::CheckIn { on, moment } => {
                let evening = self.evening(on);
                let mut check_in: CheckIn = self.journal.create(day(n), Some(at(n, 18)));
                (check_in.evening, check_in.moment) = (evening, moment);
                check_in.pleasant = Some(u8::try_from(n * 7 % 101).expect("small"));
                self.journal.put(check_in);
            }
            Deed::Cry { on, tears } => {
                let evening = self.evening(on);
                let mut cry: Cry = self.journal.create(day(n), None);
                (cry.evening, cry.tears) = (evening, tears);
                self.journal.put(cry);
            }
            Deed::Joy { on } => {
                let evening = self.evening(on);
                let joy = Joy { evening, ..self.journal.create(day(n), None) };
                self.journal.put(joy);
            }
            Deed::Breath { on } => {
                let evening = self.evening(on);
                let breath = Breath { evening, secs: 60, ..self.journal.create(day(n), None) };
                self.journal.put(breath);
            }
            Deed::Opened => {
                let opened = Day { opened: true, ..journal.create(day(n), None) };
                journal.put(opened);
            }
            Deed::MoveCheckIn { to } => {
                let evening = self.evening(to);
                let known = self.journal.check_ins.iter().next().cloned();
                if let Some(mut check_in) = known {
                    check_in.evening = evening;
                    self.journal.put(check_in);
                }
            }
            Deed::Elsewhere { to, knows } => {
                let evening = self.evening(to);
                let known = self.journal.check_ins.iter().next().cloned();
                if let Some(mut check_in) = known {
                    let before: Vec<_> = if knows { vec![check_in.rev.clone()] } else { Vec::new() };
                    let rev = Rev(u64::try_from(n).expect("small") + 1, DeviceId("there".into()));
                    check_in.set_rev(rev, before);
                    (check_in.evening, check_in.pleasant) = (evening, Some(90));
                    self.journal.check_ins.merge(check_in);
                }
            }
            Deed::ChangeDay => {
                let known = journal.evenings.iter().last().cloned();
                if let Some(mut evening) = known {
                    evening.day = day(n);
                    journal.put(evening);
                }
            }
            Deed::DeleteEvening => {
                let known = journal.evenings.iter().next().map(|evening| evening.id);
                if let Some(id) = known {
                    self.deleted.extend(journal.delete::<Evening>(id));
                }
            }
            Deed::DeleteCheckIn => {
                let known = journal.check_ins.iter().last().map(|check_in| check_in.id);
                if let Some(id) = known {
                    journal.delete::<CheckIn>(id);
                }
            }
            Deed::BringBack => {
                if let Some(evening) = self.deleted.pop() {
                    journal.put(evening);
                }
            }
            Deed::Erase => {
                let known = journal.cries.iter().next().map(|cry| cry.id);
                if let Some(id) = known {
                    journal.erase([id]);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn facts_that_follow_a_journal_are_those_that_are_made_anew(
        deeds in proptest::collection::vec((deed(), any::<bool>()), 1..80)
    ) {
        let mut world = World::new();
        let mut facts = Facts::default();
        for (n, (deed, looks)) in (0..).zip(deeds) {
            // Several things happen on a day.
            world.act(n / 3, deed);
            if looks {
                facts.follow(&world.journal);
                same(&facts, &world.journal)?;
            }
        }
        facts.follow(&world.journal);
        same(&facts, &world.journal)?;
    }
}

#[test]
fn a_made_up_journal_is_followed_change_by_change() {
    let now = at(330, 20);
    let mut journal = crate::demo::journal(1, true, now.date_naive(), now, DeviceId("here".into()));
    let mut facts = Facts::of(&journal);
    let evenings: Vec<Uuid> = journal.evenings.iter().map(|evening| evening.id).take(5).collect();
    for id in evenings {
        journal.delete::<Evening>(id);
        facts.follow(&journal);
        let anew = Facts::of(&journal);
        assert_eq!(told(&facts), told(&anew));
    }
}

#[test]
fn in_however_many_parts_a_journal_is_looked_through_it_says_the_same() {
    let now = at(330, 20);
    let mut journal = crate::demo::journal(1, true, now.date_naive(), now, DeviceId("here".into()));
    let evenings: Vec<Uuid> = journal.evenings.iter().map(|evening| evening.id).take(40).collect();
    for id in evenings.chunks(2).map(|ids| ids[0]) {
        journal.delete::<Evening>(id);
    }
    // Some hang on an evening that has not arrived, and days may be there twice.
    for n in 0..9_i64 {
        let evening = (n % 3 > 0).then(|| Uuid::from_u128(7 + u128::from(n.unsigned_abs() % 2)));
        let check_in = CheckIn { evening, pleasant: Some(40), ..journal.create(day(n), Some(at(n, 18))) };
        let cry = Cry { evening, ..journal.create(day(n), None) };
        journal.put(check_in);
        journal.put(cry);
    }
    let whole = told(&Facts::in_parts(&journal, 1));
    for parts in [2, 3, 7] {
        assert!(told(&Facts::in_parts(&journal, parts)) == whole, "{parts} parts");
    }
}

#[test]
fn a_later_check_in_at_another_time_is_not_held_against_the_first() {
    let mut journal = Journal::new(DeviceId("here".into()));
    let mut evening: Evening = journal.create(day(1), Some(at(1, 18)));
    evening.film_ended_at = Some(at(1, 20));
    let id = evening.id;
    journal.put(evening);
    for (moment, hour, minute, pleasant) in
        [(Moment::Before, 18, 0, 30), (Moment::Plus20, 20, 25, 40), (Moment::Plus90, 23, 0, 90)]
    {
        let mut check_in: CheckIn = journal.create(day(1), Some(at(1, hour) + TimeDelta::minutes(minute)));
        (check_in.evening, check_in.moment, check_in.pleasant) = (Some(id), moment, Some(pleasant));
        journal.put(check_in);
    }
    let facts = Facts::of(&journal);
    assert_eq!(
        facts.evenings()[0].pleasant,
        [Some(30), None, Some(40), None],
        "the last one was two and a half hours later"
    );
    assert_eq!(facts.evenings()[0].change(2), Some(10.0));
    assert_eq!(facts.points().len(), 3, "it is a dot all the same");
}
