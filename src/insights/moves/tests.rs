use super::*;
use crate::clock::Wall;
use crate::evening::check_in::Moment;
use crate::evening::plan::Item;
use crate::evening::tears::{TearMark, Tears};
use crate::journal::entry::{CheckIn, Evening, Watched};
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn at(hour: u32) -> Wall {
    Wall::parse_from_rfc3339(&format!("2026-11-22T{hour:02}:00:00+01:00")).expect("a time")
}

fn empty() -> Journal {
    Journal::new(DeviceId("here".into()))
}

/// A title of the shelf.
fn shelved(id: &str, name: &str) -> Item {
    Item { title_id: Some(id.into()), name: name.into(), ..Item::default() }
}

/// A title that was only named.
fn named(name: &str) -> Item {
    Item { name: name.into(), ..Item::default() }
}

/// An evening with these titles, how the tears were, and the minutes at which they came, by title.
fn add(journal: &mut Journal, on: &str, items: Vec<Item>, tears: Option<Tears>, marks: &[(u32, u32)]) -> Uuid {
    let mut evening = Evening { tears, ..journal.create(day(on), None) };
    for (key, item) in (0..).zip(items) {
        evening.watched.push(Watched { item: key, film_secs: 5400, to_the_end: true });
        evening.plan.items.push(Item { key, ..item });
    }
    let mark = |(item, minute): &(u32, u32)| TearMark { item: *item, film_secs: Some(minute * 60), at: at(21) };
    evening.marks = marks.iter().map(mark).collect();
    let id = evening.id;
    journal.put(evening);
    id
}

/// How pleasant it was before and after an evening.
fn add_around(journal: &mut Journal, evening: Uuid, before: u8, after: u8) {
    for (moment, pleasant) in [(Moment::Before, before), (Moment::After, after)] {
        let record = journal.create(day("2026-11-22"), None);
        let check_in = CheckIn { evening: Some(evening), moment, pleasant: Some(pleasant), ..record };
        journal.put(check_in);
    }
}

/// The shelf knows Hachi by its name.
fn id_of(name: &str) -> Option<String> {
    (name == "hachi").then(|| "hachi-2009".to_owned())
}

fn tones_of(id: &str) -> Vec<Tone> {
    match id {
        "hachi-2009" => vec![Tone::TenderSad, Tone::HeartWarming],
        "grave" => vec![Tone::GrimSad],
        "up" => vec![Tone::TenderSad],
        _ => Vec::new(),
    }
}

fn moves_of(journal: &Journal) -> Moves {
    moves(&Facts::of(journal), id_of, tones_of, Span::Everything, day("2026-11-22"))
}

fn counts(history: &History) -> (u32, u32, u32) {
    (history.times, history.known, history.moved)
}

fn kind(moves: &Moves, tone: Tone) -> Option<History> {
    moves.kinds.iter().find(|kind| kind.tone == tone).map(|kind| kind.history)
}

#[test]
fn those_with_the_most_tears_come_first_then_by_share_then_the_latest() {
    let mut journal = empty();
    for (on, name, tears) in [
        ("2026-01-01", "Twice of three", Tears::Wept),
        ("2026-01-02", "Twice of three", Tears::Wept),
        ("2026-11-20", "Twice of three", Tears::None),
        ("2026-01-04", "Twice of two", Tears::Few),
        ("2026-01-05", "Twice of two", Tears::Sobbed),
        ("2026-02-01", "Once, long ago", Tears::Wept),
        ("2026-03-01", "Once, lately", Tears::Wept),
        ("2026-11-21", "Never", Tears::None),
    ] {
        add(&mut journal, on, vec![named(name)], Some(tears), &[]);
    }
    let found = moves_of(&journal);
    let names: Vec<&str> = found.titles.iter().map(|title| title.name.as_str()).collect();
    assert_eq!(names, ["Twice of two", "Twice of three", "Once, lately", "Once, long ago", "Never"]);
    assert_eq!(found.titles.iter().map(|title| counts(&title.history).2).collect::<Vec<_>>(), [2, 2, 1, 1, 0]);
    assert_eq!(found.n, 8);
}

#[test]
fn kinds_stand_in_the_same_order_as_titles() {
    let mut journal = empty();
    add(&mut journal, "2026-01-01", vec![shelved("hachi-2009", "Hachi")], Some(Tears::None), &[]);
    add(&mut journal, "2026-01-02", vec![shelved("up", "Up")], Some(Tears::Wept), &[]);
    add(&mut journal, "2026-01-03", vec![shelved("grave", "Grave")], Some(Tears::Wept), &[]);
    let found = moves_of(&journal);
    let kinds: Vec<_> = found.kinds.iter().map(|kind| (kind.tone, kind.history.moved, kind.history.known)).collect();
    assert_eq!(kinds, [(Tone::GrimSad, 1, 1), (Tone::TenderSad, 1, 2), (Tone::HeartWarming, 0, 1)]);
}

#[test]
fn welling_up_is_an_answer_and_no_answer_is_none() {
    let mut journal = empty();
    add(&mut journal, "2026-01-01", vec![shelved("up", "Up")], Some(Tears::WelledUp), &[]);
    add(&mut journal, "2026-01-02", vec![shelved("up", "Up")], None, &[]);
    add(&mut journal, "2026-01-03", vec![shelved("grave", "Grave")], None, &[]);
    let found = moves_of(&journal);
    assert_eq!(found.n, 1);
    assert_eq!(found.titles.iter().map(|title| counts(&title.history)).collect::<Vec<_>>(), [(2, 1, 0)]);
    assert_eq!(kind(&found, Tone::TenderSad).as_ref().map(counts), Some((2, 1, 0)));
    assert_eq!(kind(&found, Tone::GrimSad), None, "nothing is known of it");
}

#[test]
fn an_evening_with_two_sad_films_is_one_sad_evening() {
    let mut journal = empty();
    let films = vec![shelved("up", "Up"), shelved("hachi-2009", "Hachi")];
    let evening = add(&mut journal, "2026-11-22", films, Some(Tears::Wept), &[]);
    add_around(&mut journal, evening, 40, 60);
    let found = moves_of(&journal);
    let sad = kind(&found, Tone::TenderSad).expect("it is known");
    assert_eq!(counts(&sad), (1, 1, 1));
    assert_eq!((sad.change, sad.change_n), (Some(20.0), 1), "the evening got lighter once");
    assert_eq!(found.titles.iter().map(|title| counts(&title.history)).collect::<Vec<_>>(), [(1, 1, 1); 2]);
    assert_eq!(found.n, 1);
}

#[test]
fn tears_in_one_of_two_sad_films_are_tears_in_a_sad_evening() {
    let films = || vec![shelved("up", "Up"), shelved("hachi-2009", "Hachi")];
    let mut journal = empty();
    add(&mut journal, "2026-11-20", films(), None, &[(1, 70)]);
    let found = moves_of(&journal);
    let sad = kind(&found, Tone::TenderSad).expect("it is known");
    assert_eq!((counts(&sad), sad.typical_min), ((1, 1, 1), Some(70)));
    assert_eq!(found.titles.len(), 1, "of the other one nothing was said");

    add(&mut journal, "2026-11-21", films(), Some(Tears::Wept), &[(1, 72)]);
    let found = moves_of(&journal);
    assert_eq!(kind(&found, Tone::TenderSad).as_ref().map(counts), Some((2, 2, 2)));
    let titles: Vec<_> = found.titles.iter().map(|title| (title.name.as_str(), counts(&title.history))).collect();
    assert_eq!(titles, [("Hachi", (2, 2, 2)), ("Up", (2, 1, 0))]);
}

#[test]
fn two_evenings_of_one_day_are_two() {
    let mut journal = empty();
    add(&mut journal, "2026-11-22", vec![shelved("up", "Up")], Some(Tears::Wept), &[]);
    add(&mut journal, "2026-11-22", vec![shelved("up", "Up")], Some(Tears::None), &[]);
    let found = moves_of(&journal);
    assert_eq!(kind(&found, Tone::TenderSad).as_ref().map(counts), Some((2, 2, 1)));
    assert_eq!(found.titles.iter().map(|title| counts(&title.history)).collect::<Vec<_>>(), [(2, 2, 1)]);
}

#[test]
fn a_title_of_the_shelf_that_was_once_only_named_is_one_title() {
    let (by_id, by_name) = (|| vec![shelved("hachi-2009", "Hachi")], || vec![named("  HACHI ")]);
    for [first, second] in [[by_id(), by_name()], [by_name(), by_id()]] {
        let mut journal = empty();
        add(&mut journal, "2026-01-01", first, Some(Tears::Wept), &[]);
        add(&mut journal, "2026-01-02", second, Some(Tears::Few), &[]);
        let found = moves_of(&journal);
        assert_eq!(found.titles.len(), 1);
        assert_eq!(found.titles[0].key, Key::Id("hachi-2009".into()));
        assert_eq!(counts(&found.titles[0].history), (2, 2, 2));
        assert_eq!(found.titles[0].history.last, Some(day("2026-01-02")));
        assert_eq!(kind(&found, Tone::HeartWarming).as_ref().map(counts), Some((2, 2, 2)), "its kind is known by name");
    }
}

#[test]
fn a_title_named_and_taken_from_the_shelf_in_one_evening_was_watched_in_one_evening() {
    let mut journal = empty();
    let both = vec![shelved("hachi-2009", "Hachi"), named("Hachi")];
    add(&mut journal, "2026-01-01", both, None, &[(1, 70)]);
    let found = moves_of(&journal);
    assert_eq!(found.titles.iter().map(|title| counts(&title.history)).collect::<Vec<_>>(), [(1, 1, 1)]);
    assert_eq!(found.titles[0].history.typical_min, Some(70));
}

#[test]
fn a_title_that_is_not_on_the_shelf_goes_by_its_name_as_it_was_written_last() {
    let mut journal = empty();
    add(&mut journal, "2026-01-01", vec![named("paper boats")], Some(Tears::Wept), &[]);
    add(&mut journal, "2026-01-02", vec![named("Paper  Boats")], Some(Tears::None), &[]);
    let found = moves_of(&journal);
    assert_eq!(found.titles.len(), 1);
    let title = &found.titles[0];
    assert_eq!((&title.key, title.name.as_str()), (&Key::Name("paper boats".into()), "Paper  Boats"));
    assert_eq!(counts(&title.history), (2, 2, 1));
    assert_eq!(found.kinds, [], "nobody said of what kind it is");
}

#[test]
fn only_the_evenings_of_the_span_count_and_none_after_today() {
    let mut journal = empty();
    for on in ["2026-10-22", "2026-10-23", "2026-11-22", "2026-11-23"] {
        add(&mut journal, on, vec![shelved("up", "Up")], Some(Tears::Wept), &[]);
    }
    let found = moves(&Facts::of(&journal), id_of, tones_of, Span::Month, day("2026-11-22"));
    assert_eq!((found.n, counts(&found.titles[0].history)), (2, (2, 2, 2)));
    assert_eq!(kind(&found, Tone::TenderSad).as_ref().map(counts), Some((2, 2, 2)));
}
