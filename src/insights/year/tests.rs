use super::*;
use crate::evening::tears::Tears;
use crate::journal::entry::{CheckIn, Cry, Day, Evening};
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn empty() -> Journal {
    Journal::new(DeviceId("here".into()))
}

fn add_check_in(journal: &mut Journal, on: &str, pleasant: Option<u8>) {
    let check_in = CheckIn { pleasant, ..journal.create(day(on), None) };
    journal.put(check_in);
}

fn add_cry(journal: &mut Journal, on: &str) {
    let cry: Cry = journal.create(day(on), None);
    journal.put(cry);
}

fn add_day(journal: &mut Journal, on: &str, change: impl Fn(&mut Day)) {
    let mut record: Day = journal.create(day(on), None);
    change(&mut record);
    journal.put(record);
}

fn dates(year: &Year) -> Vec<String> {
    year.days.keys().map(ToString::to_string).collect()
}

#[test]
fn a_day_is_as_pleasant_as_its_check_ins_are_in_the_mean() {
    let mut journal = empty();
    for pleasant in [Some(10), Some(20), None, Some(60)] {
        add_check_in(&mut journal, "2026-11-20", pleasant);
    }
    add_check_in(&mut journal, "2026-11-21", None);
    let found = year(&Facts::of(&journal), 2026, day("2026-11-22"));
    let said = found.days[&day("2026-11-20")];
    assert_eq!((said.pleasant, said.check_ins), (Some(30.0), 3));
    let in_words = found.days[&day("2026-11-21")];
    assert_eq!((in_words.pleasant, in_words.check_ins, in_words.known), (None, 0, true), "it is not a day at zero");
    assert_eq!(found.days_with_mood, 1);
}

#[test]
fn a_day_holds_its_cries_and_its_evenings() {
    let mut journal = empty();
    let evening = Evening { tears: Some(Tears::Wept), ..journal.create(day("2026-11-20"), None) };
    journal.put(evening);
    add_cry(&mut journal, "2026-11-20");
    add_cry(&mut journal, "2026-11-21");
    let quiet: Evening = journal.create(day("2026-11-22"), None);
    journal.put(quiet);
    let found = year(&Facts::of(&journal), 2026, day("2026-11-22"));
    let counts: Vec<_> = found.days.values().map(|day| (day.cries, day.evenings)).collect();
    assert_eq!(counts, [(2, 1), (1, 0), (0, 1)]);
    assert_eq!((found.cries, found.days_with_tears), (3, 2));
}

#[test]
fn a_day_nobody_wrote_in_is_not_a_day_without_tears() {
    let mut journal = empty();
    add_day(&mut journal, "2026-11-19", |day| day.nothing = true);
    add_day(&mut journal, "2026-11-21", |day| day.opened = true);
    let found = year(&Facts::of(&journal), 2026, day("2026-11-22"));
    assert_eq!(dates(&found), ["2026-11-19", "2026-11-21"]);
    assert!(found.days.values().all(|day| day.known && day.cries == 0));
}

#[test]
fn a_paused_day_is_not_known_unless_something_was_written_down() {
    let mut journal = empty();
    add_day(&mut journal, "2026-11-18", |day| (day.opened, day.paused) = (true, true));
    add_day(&mut journal, "2026-11-19", |day| day.paused = true);
    add_check_in(&mut journal, "2026-11-19", Some(70));
    let found = year(&Facts::of(&journal), 2026, day("2026-11-22"));
    assert_eq!(dates(&found), ["2026-11-19"]);
    assert!(found.days[&day("2026-11-19")].known);
}

#[test]
fn a_year_goes_from_its_first_day_to_its_last() {
    let mut journal = empty();
    for on in ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"] {
        add_cry(&mut journal, on);
        add_check_in(&mut journal, on, Some(50));
        let evening: Evening = journal.create(day(on), None);
        journal.put(evening);
    }
    let found = year(&Facts::of(&journal), 2025, day("2026-11-22"));
    assert_eq!(dates(&found), ["2025-01-01", "2025-12-31"]);
    assert_eq!((found.year, found.cries, found.days_with_tears, found.days_with_mood), (2025, 2, 2, 2));
    let one = YearDay { pleasant: Some(50.0), check_ins: 1, cries: 1, evenings: 1, known: true };
    assert!(found.days.values().all(|day| *day == one));
}

#[test]
fn the_last_day_of_the_year_is_there_while_it_is_today_and_tomorrow_is_not() {
    let mut journal = empty();
    for on in ["2026-12-30", "2026-12-31"] {
        add_cry(&mut journal, on);
    }
    let facts = Facts::of(&journal);
    assert_eq!(dates(&year(&facts, 2026, day("2026-12-31"))), ["2026-12-30", "2026-12-31"]);
    assert_eq!(dates(&year(&facts, 2026, day("2026-12-30"))), ["2026-12-30"]);
    assert_eq!(dates(&year(&facts, 2027, day("2026-12-31"))), Vec::<String>::new());
}

#[test]
fn the_years_go_from_the_first_known_day_to_today() {
    let mut journal = empty();
    assert_eq!(years(&Facts::of(&journal), day("2026-11-22")), 2026..=2026);
    add_day(&mut journal, "2022-05-01", |day| day.paused = true);
    add_cry(&mut journal, "2024-02-29");
    assert_eq!(years(&Facts::of(&journal), day("2026-11-22")), 2024..=2026, "of a paused day nothing is known");
}
