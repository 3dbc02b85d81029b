use super::*;
use crate::clock::Wall;
use crate::journal::entry::{BreakTaken, Breath, Day, Evening};
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn empty() -> Journal {
    Journal::new(DeviceId("here".into()))
}

fn taken(kinds: &[BreakKind], breathed_secs: u32, helped: Option<Helped>) -> BreakTaken {
    let at = Wall::parse_from_rfc3339("2026-11-22T20:40:00+01:00").expect("a time");
    BreakTaken { at, item: 0, film_secs: None, kinds: kinds.to_vec(), minutes: 5, breathed_secs, helped }
}

fn add_evening(journal: &mut Journal, on: &str, breaks: Vec<BreakTaken>) -> Uuid {
    let evening = Evening { breaks, ..journal.create(day(on), None) };
    let id = evening.id;
    journal.put(evening);
    id
}

fn add_breath(journal: &mut Journal, on: &str, secs: u32) {
    let breath = Breath { secs, ..journal.create(day(on), None) };
    journal.put(breath);
}

fn add_opened(journal: &mut Journal, on: &str) {
    let opened = Day { opened: true, ..journal.create(day(on), None) };
    journal.put(opened);
}

/// Each bar: its first day, seconds in breaks and outside them, and whether anything is known of it.
fn bars(pauses: &Pauses) -> Vec<(String, u64, u64, bool)> {
    let bar =
        |(start, one): &(NaiveDate, Breathed)| (start.to_string(), one.in_breaks_secs, one.outside_secs, one.known);
    pauses.breathed.iter().map(bar).collect()
}

fn bar(start: &str, in_breaks: u64, outside: u64, known: bool) -> (String, u64, u64, bool) {
    (start.to_owned(), in_breaks, outside, known)
}

#[test]
fn an_empty_journal_has_no_breaks_and_no_bars() {
    let facts = Facts::of(&empty());
    assert_eq!(pauses(&facts, Step::Week, Span::Everything, day("2026-11-22")), Pauses::default());
}

#[test]
fn a_week_nobody_wrote_in_is_not_a_week_without_breathing() {
    let mut journal = empty();
    add_breath(&mut journal, "2026-11-03", 60);
    add_opened(&mut journal, "2026-11-22");
    add_breath(&mut journal, "2026-11-24", 120);
    add_opened(&mut journal, "2026-12-01");
    let found = pauses(&Facts::of(&journal), Step::Week, Span::Everything, day("2026-12-02"));
    assert_eq!(
        bars(&found),
        [
            bar("2026-11-02", 0, 60, true),
            bar("2026-11-09", 0, 0, false),
            bar("2026-11-16", 0, 0, true),
            bar("2026-11-23", 0, 120, true),
        ]
    );
    assert_eq!(found.all, Breathed { in_breaks_secs: 0, outside_secs: 180, known: true });
}

#[test]
fn a_month_nobody_wrote_in_is_not_a_month_without_breathing() {
    let mut journal = empty();
    add_breath(&mut journal, "2025-11-30", 60);
    add_opened(&mut journal, "2026-01-01");
    add_breath(&mut journal, "2026-02-28", 60);
    let found = pauses(&Facts::of(&journal), Step::Month, Span::Everything, day("2026-02-28"));
    assert_eq!(
        bars(&found),
        [
            bar("2025-11-01", 0, 60, true),
            bar("2025-12-01", 0, 0, false),
            bar("2026-01-01", 0, 0, true),
            bar("2026-02-01", 0, 60, true),
        ]
    );
}

#[test]
fn the_week_a_span_begins_in_is_whole_and_nothing_after_today_is_counted() {
    let mut journal = empty();
    for (on, secs) in [("2026-10-18", 1), ("2026-10-19", 2), ("2026-10-23", 4), ("2026-11-22", 8), ("2026-11-23", 16)] {
        add_breath(&mut journal, on, secs);
        add_evening(&mut journal, on, vec![taken(&[BreakKind::Breathe], secs, None)]);
    }
    // The last month begins on October 23, a Friday.
    let found = pauses(&Facts::of(&journal), Step::Week, Span::Month, day("2026-11-22"));
    let shown = bars(&found);
    assert_eq!(shown.first(), Some(&bar("2026-10-19", 6, 6, true)));
    assert_eq!(shown.last(), Some(&bar("2026-11-16", 8, 8, true)));
    assert_eq!(found.all, Breathed { in_breaks_secs: 14, outside_secs: 14, known: true }, "what the bars show");
    assert_eq!((found.breaks.breaks, found.times_outside), (3, 3));
}

#[test]
fn the_month_a_span_begins_in_is_whole() {
    let mut journal = empty();
    for (on, secs) in [("2026-07-31", 1), ("2026-08-01", 2), ("2026-08-23", 4)] {
        add_breath(&mut journal, on, secs);
    }
    let found = pauses(&Facts::of(&journal), Step::Month, Span::ThreeMonths, day("2026-11-22"));
    assert_eq!(bars(&found), [bar("2026-08-01", 0, 6, true)]);
}

#[test]
fn a_break_of_two_kinds_counts_for_both_and_once_among_all() {
    let mut journal = empty();
    let both = taken(&[BreakKind::Walk, BreakKind::Breathe], 90, Some(Helped::Easier));
    add_evening(&mut journal, "2026-11-22", vec![both, taken(&[BreakKind::Walk], 0, Some(Helped::Harder))]);
    let found = pauses(&Facts::of(&journal), Step::Week, Span::Everything, day("2026-11-22"));
    let easier = HelpedCounts { breaks: 1, easier: 1, ..HelpedCounts::default() };
    let either = HelpedCounts { breaks: 2, easier: 1, harder: 1, ..HelpedCounts::default() };
    assert_eq!(found.by_kind, [(BreakKind::Breathe, easier), (BreakKind::Walk, either)]);
    assert_eq!(found.breaks, either);
    assert_eq!(found.all.in_breaks_secs, 90, "what was breathed in it counts once as well");
}

#[test]
fn a_break_after_which_nothing_was_said_is_a_break_without_an_answer() {
    let mut journal = empty();
    let answers = [Some(Helped::Easier), Some(Helped::Easier), Some(Helped::Same), Some(Helped::Harder), None];
    let breaks = answers.map(|helped| taken(&[BreakKind::Sip], 0, helped)).to_vec();
    add_evening(&mut journal, "2026-11-22", breaks);
    let found = pauses(&Facts::of(&journal), Step::Week, Span::Everything, day("2026-11-22"));
    assert_eq!(found.breaks, HelpedCounts { breaks: 5, easier: 2, same: 1, harder: 1 });
    assert_eq!(found.breaks.answered(), 4);
    assert_eq!(found.by_kind, [(BreakKind::Sip, found.breaks)]);
    assert_eq!(found.breathed, [], "nobody breathed in them");
}

#[test]
fn breathing_outside_a_break_is_told_apart_from_breathing_in_one() {
    let mut journal = empty();
    let evening = add_evening(&mut journal, "2026-11-21", vec![taken(&[BreakKind::Breathe], 100, None)]);
    let after_the_film = Breath { evening: Some(evening), secs: 20, ..journal.create(day("2026-11-21"), None) };
    journal.put(after_the_film);
    add_breath(&mut journal, "2026-11-22", 3);
    let found = pauses(&Facts::of(&journal), Step::Week, Span::Everything, day("2026-11-22"));
    assert_eq!(bars(&found), [bar("2026-11-16", 100, 23, true)]);
    assert_eq!((found.breaks.breaks, found.times_outside), (1, 2));
}
