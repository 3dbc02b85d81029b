//! What a newer program wrote and this one does not know is kept, to the byte, whatever is done with the rest.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/computers.rs"]
mod computers;

use computers::{Computer, NOVEMBER, Synced, day, put_in_order, save, save_all, text};
use sunshower::clock::Wall;
use sunshower::evening::check_in::Moment;
use sunshower::evening::plan::{Item, Place};
use sunshower::journal::entry::{BreakTaken, CheckIn, Cry, Evening, Joy, Plan, Reflection};
use sunshower::journal::log::Journal;
use sunshower::journal::sheet::Sheet;
use sunshower::journal::trash::{Bundle, Records};
use sunshower::store::{FileKey, Job, Opened, ProblemKind, settings_text};
use uuid::Uuid;

const MONTH: FileKey = FileKey::Records(Sheet::Month(NOVEMBER));

/// Unknown fields of an evening: in itself, in its plan, in an item, in a break.
const IN_AN_EVENING: [(&str, &str); 4] = [
    ("      day: \"2026-11-22\",\n", "      weather: (rain: true, // all night\n        wind: [1, 2]),\n"),
    ("        items: [\n", "        lamps: {\"door\": r#\"a \"red\" one\"#},\n"),
    ("            name: \"A long film\",\n", "            colour: Some(\"blue\"),\n"),
    ("          minutes: 5,\n", "          smell: [\"tea\", 'x'],\n"),
];
/// Unknown lists and fields of a month.
const IN_A_MONTH: [&str; 2] =
    ["dreams: [(id: \"d1\", text: \"a house\"), (id: \"d2\")]", "weather_of_the_month: Some(Wet(3))"];
/// Records that cannot be understood, because a word in them is not known.
const UNKNOWN_CHECK_IN: &str = "(\n      id: \"00000000-0000-0000-0000-0000000000aa\", rev: (4, \"newer\"), // noon!\n      day: \"2026-11-23\", moment: Noon, pleasant: Some(7),\n    )";

fn wall() -> Wall {
    Wall::parse_from_rfc3339("2026-11-22T20:53:09+01:00").expect("a time")
}

/// One evening with an item and a break, a check-in, a cry, a plan.
fn fill(journal: &mut Journal) {
    let day = day("2026-11-22");
    let mut evening: Evening = journal.create(day, Some(wall()));
    evening.plan.items = vec![
        Item { key: 3, name: "A long film".into(), ..Item::default() },
        Item { key: 4, name: "A short one".into(), ..Item::default() },
    ];
    let taken = BreakTaken {
        at: wall(),
        item: 3,
        film_secs: None,
        kinds: Vec::new(),
        minutes: 5,
        breathed_secs: 0,
        helped: None,
    };
    evening.breaks = vec![taken];
    journal.put(evening);
    let mut check_in: CheckIn = journal.create(day, Some(wall()));
    check_in.moment = Moment::After;
    journal.put(check_in);
    let cry: Cry = journal.create(day, None);
    journal.put(cry);
    let mut plan: Plan = journal.create(day, None);
    plan.plan.items = vec![Item { key: 3, name: "A long film".into(), ..Item::default() }];
    journal.put(plan);
}

fn insert(text: &str, after: &str, what: &str) -> String {
    assert_eq!(text.matches(after).count(), 1, "{after:?} once in {text}");
    text.replace(after, &format!("{after}{what}"))
}

/// A month as a newer program would write it.
fn newer_month(text: &str) -> String {
    let (evenings, rest) = text.split_once("  check_ins: [\n").expect("both lists");
    let mut evenings = evenings.to_owned();
    for (after, what) in IN_AN_EVENING {
        evenings = if after.contains("items") {
            evenings.replace(after, &format!("{what}{after}"))
        } else {
            insert(&evenings, after, what)
        };
    }
    let rest = rest.trim_end().strip_suffix(')').expect("the end");
    let lists: Vec<String> = IN_A_MONTH.iter().map(|field| format!("  {field},\n")).collect();
    format!("{evenings}  check_ins: [\n    {UNKNOWN_CHECK_IN},\n{rest}{})\n", lists.concat())
}

fn newer_plans(text: &str) -> String {
    let text = insert(text, "            name: \"A long film\",\n", "            colour: Some(\"blue\"),\n");
    insert(&text, "  version: 1,\n", "  shelves: [(name: \"top\", plans: [])],\n")
}

fn unknown_parts() -> Vec<&'static str> {
    IN_AN_EVENING.iter().map(|(_, what)| what.trim()).chain(IN_A_MONTH).chain([UNKNOWN_CHECK_IN]).collect()
}

fn has_all(text: &str) {
    for part in unknown_parts() {
        assert_eq!(text.matches(part.trim_end_matches(',')).count(), 1, "{part:?} once in {text}");
    }
}

/// A computer whose month and plans were written by a newer program.
fn newer() -> (Computer, String, String) {
    let computer = Computer::new();
    computer.change(fill);
    let opened = computer.open();
    let (month, plans) =
        (computers::name_of(&opened, MONTH), computers::name_of(&opened, FileKey::Records(Sheet::Plans)));
    drop(opened);
    computer.put_file(&month, newer_month(&computer.text(&month)).as_bytes());
    computer.put_file(&plans, newer_plans(&computer.text(&plans)).as_bytes());
    has_all(&computer.text(&month));
    (computer, month, plans)
}

fn only_notes(opened: &Opened) {
    assert!(opened.problems.iter().all(|problem| problem.kind.is_note()), "{:?}", opened.problems);
}

/// A text without its layout: fields of a file move to its end when they are not known.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<_> = text.split_whitespace().map(|word| word.trim_end_matches(',').to_owned()).collect();
    words.sort_unstable();
    words
}

#[test]
fn opened_and_saved_without_a_change_it_reads_the_same_to_the_byte() {
    let (computer, month, plans) = newer();
    let before = (computer.text(&month), computer.text(&plans));
    let device = computer.device();
    for _ in 0..2 {
        let opened = computer.open();
        only_notes(&opened);
        assert_eq!(opened.journal.evenings.len(), 1, "what is understood is used");
        for file in [MONTH, FileKey::Records(Sheet::Plans)] {
            save(&opened, computers::job(&opened, file)).expect("saved");
        }
        assert_eq!(words(&computer.text(&month)), words(&before.0));
        assert_eq!(words(&computer.text(&plans)), words(&before.1));
        has_all(&computer.text(&month));
        drop(opened);
    }
    let settled = computer.text(&month);
    computer.change(|_| ());
    assert_eq!(computer.text(&month), settled, "the next time it is the same to the byte");
    assert_eq!(computer.device(), device);
}

#[test]
fn an_edit_of_another_field_leaves_it_as_it_was() {
    let (computer, month, plans) = newer();
    computer.change(|journal| {
        let mut evening = journal.evenings.iter().next().expect("one").clone();
        evening.plan.items[0].runtime_min = Some(90);
        evening.plan.items.push(Item { key: 5, name: "One more".into(), ..Item::default() });
        evening.plan.intention = "cry".into();
        evening.breaks[0].item = 4;
        evening.closed = Some(wall());
        journal.put(evening);
        let mut plan = journal.plans.iter().next().expect("one").clone();
        plan.plan.items[0].name = "An even longer film".into();
        journal.put(plan);
    });
    has_all(&computer.text(&month));
    for known in ["runtime_min: Some(90)", "\"One more\"", "intention: \"cry\"", "item: 4"] {
        assert!(computer.text(&month).contains(known), "{known}");
    }
    for part in ["colour: Some(\"blue\")", "shelves: [(name: \"top\", plans: [])]", "An even longer film"] {
        assert!(computer.text(&plans).contains(part), "{part}");
    }
    let opened = computer.open();
    only_notes(&opened);
    let evening = opened.journal.evenings.iter().next().expect("one");
    assert_eq!((evening.plan.items.len(), evening.breaks[0].item), (3, 4));
}

#[test]
fn an_edit_on_another_computer_carries_it_along_and_back() {
    let (first, month, _) = newer();
    let second = Computer::beside(&first);
    let mut synced = Synced::default();
    let edit = |computer: &Computer, words: &str| {
        computer.change(|journal| {
            let mut evening = journal.evenings.iter().next().expect("one").clone();
            evening.plan.intention = words.into();
            journal.put(evening);
        });
    };
    synced.sync(&first, &second, true);
    edit(&second, "from the train");
    synced.sync(&first, &second, true);
    let theirs = month.replace(&first.device().0, &second.device().0);
    for (_, part) in IN_AN_EVENING {
        assert!(second.text(&theirs).contains(part.trim().trim_end_matches(',')), "{part}");
    }
    assert!(!second.text(&theirs).contains("dreams"), "what belongs to a file stays in it");
    first.change(|_| ());
    assert!(!first.text(&month).contains("weather: "), "it is over here");
    edit(&first, "from the sofa");
    synced.sync(&first, &second, true);
    has_all(&first.text(&month));
    second.change(|_| ());
    assert!(!second.text(&theirs).contains("weather: "));
    assert_eq!(second.journal().in_two_versions(), 0);
}

#[test]
fn two_versions_keep_their_own_and_the_chosen_one_keeps_hers() {
    let (first, month, _) = newer();
    let second = Computer::beside(&first);
    let mut synced = Synced::default();
    synced.sync(&first, &second, true);
    for (computer, words) in [(&first, "from the sofa"), (&second, "from the train")] {
        computer.change(|journal| {
            let mut evening = journal.evenings.iter().next().expect("one").clone();
            evening.plan.intention = words.into();
            journal.put(evening);
        });
    }
    synced.sync(&first, &second, true);
    let theirs = month.replace(&first.device().0, &second.device().0);
    for name in [&month, &theirs] {
        assert!(first.text(name).contains("colour: Some(\"blue\")"));
    }
    first.change(|journal| {
        let chosen = journal.evenings.versions().find(|evening| evening.plan.intention == "from the train");
        let chosen = chosen.expect("both are here").clone();
        journal.put(chosen);
    });
    has_all(&first.text(&month));
}

#[test]
fn a_tombstone_carries_nothing_of_it_and_bringing_back_brings_all_of_it() {
    let (computer, month, _) = newer();
    let mut opened = computer.open();
    let id = opened.journal.evenings.iter().next().expect("one").id;
    let evening = opened.journal.delete::<Evening>(id).expect("there");
    let records = Records { evenings: vec![evening], ..Records::default() };
    opened.journal.trash.push(Bundle { id: Uuid::new_v4(), on: day("2026-11-23"), records: records.clone() });
    save_all(&opened).expect("saved");
    for (_, part) in IN_AN_EVENING {
        assert!(!computer.text(&month).contains(part.trim()), "{part} in a tombstone");
    }
    let trash = computers::name_of(&opened, FileKey::Trash);
    for (_, part) in IN_AN_EVENING {
        assert!(computer.text(&trash).contains(part.trim().trim_end_matches(',')), "{part} in the trash");
    }
    opened.journal.trash.clear();
    opened.journal.bring_back(&records);
    save_all(&opened).expect("saved");
    has_all(&computer.text(&month));
}

#[test]
fn what_was_deleted_comes_back_whole_the_next_day_as_well() {
    let (computer, month, _) = newer();
    computer.change(|journal| {
        let id = journal.evenings.iter().next().expect("one").id;
        let evening = journal.delete::<Evening>(id).expect("there");
        let records = Records { evenings: vec![evening], ..Records::default() };
        journal.trash.push(Bundle { id: Uuid::new_v4(), on: day("2026-11-23"), records });
    });
    computer.change(|journal| {
        let bundle = journal.trash.pop().expect("in the trash");
        journal.bring_back(&bundle.records);
    });
    has_all(&computer.text(&month));
}

#[test]
fn a_copy_of_a_synchronising_program_brings_it_along() {
    let (first, month, _) = newer();
    let second = Computer::beside(&first);
    // Only the evening: unknown lists of a file that is not its own no computer may put aside.
    let mut whole = first.text(&month).replace(&format!("    {UNKNOWN_CHECK_IN},\n"), "");
    for field in IN_A_MONTH {
        whole = whole.replace(&format!("  {field},\n"), "");
    }
    second.put_file(&month, text(&Journal::new(first.device()), MONTH).as_bytes());
    second.put_file(&month.replace(".ron", " (conflicted copy 2026-11-22).ron"), whole.as_bytes());
    let mut opened = second.open();
    assert_eq!((opened.copies.len(), opened.to_save.len()), (1, 1), "{:?}", opened.problems);
    put_in_order(&mut opened).expect("saved, then put aside");
    let theirs = computers::name_of(&opened, MONTH);
    for (_, part) in IN_AN_EVENING {
        assert!(second.text(&theirs).contains(part.trim().trim_end_matches(',')), "{part}");
    }
}

#[test]
fn a_known_list_in_a_form_that_is_not_known_is_kept() {
    for form in ["breaths: {\"a\": (secs: 3)}", "breaths: Some(Many(3))", "breaths: None"] {
        let computer = Computer::new();
        computer.change(fill);
        let name = computers::name_of(&computer.open(), MONTH);
        computer.put_file(&name, computer.text(&name).replace("breaths: []", form).as_bytes());
        computer.change(|journal| {
            let reflection: Reflection = journal.create(day("2026-11-24"), None);
            journal.put(reflection);
        });
        let opened = computer.open();
        let counts = (opened.journal.evenings.len(), opened.journal.reflections.len());
        assert_eq!(counts, (1, 1), "{form}: {:?}", opened.problems);
        let kept = computer.files().values().any(|bytes| String::from_utf8_lossy(bytes).contains(form));
        assert!(kept, "{form} is gone");
    }
}

#[test]
fn a_list_that_stands_twice_after_a_merge_by_hand_loses_neither() {
    let list = "joys: [(id: \"00000000-0000-0000-0000-0000000000bb\", rev: (1, \"byhand\"), day: \"2026-11-22\", text: \"twice\")],";
    for twice in [format!("{list} joys: [],"), format!("joys: [], {list}")] {
        let computer = Computer::new();
        computer.change(fill);
        let name = computers::name_of(&computer.open(), MONTH);
        computer.put_file(&name, computer.text(&name).replace("joys: [],", &twice).as_bytes());
        let mut opened = computer.open();
        assert_ne!(opened.problems, [], "it is told: {}", computer.text(&name));
        let joy: Joy = opened.journal.create(day("2026-11-24"), None);
        opened.journal.put(joy);
        save_all(&opened).expect("saved");
        drop(opened);
        let kept = computer.files().values().any(|bytes| String::from_utf8_lossy(bytes).contains("twice"));
        assert!(kept, "what stood in one of the two is gone: {twice}");
        assert_eq!(computer.open().journal.evenings.len(), 1, "and so is everything else: {twice}");
    }
}

#[test]
fn settings_of_a_newer_program_are_kept_through_a_change() {
    let computer = Computer::new();
    let name = computers::name_of(&computer.open(), FileKey::Settings);
    let own = computer.text(&name);
    let odd = insert(&own, "    theme: \"dusk\",\n", "    sound: Rain(Some(\"loud\"), [/* or */ 2]),\n");
    let odd = insert(&odd, "  version: 1,\n", "  profiles: [(name: \"guest\")],\n");
    computer.put_file(&name, odd.as_bytes());
    let mut opened = computer.open();
    only_notes(&opened);
    save(&opened, Job::Settings(settings_text(&opened.settings))).expect("saved");
    assert_eq!(computer.text(&name), odd, "unchanged, it is the same to the byte");
    opened.settings.place = Some(Place::Elsewhere);
    save(&opened, Job::Settings(settings_text(&opened.settings))).expect("saved");
    for part in ["sound: Rain(Some(\"loud\"), [/* or */ 2])", "profiles: [(name: \"guest\")]", "place: Some(Elsewhere)"]
    {
        assert!(computer.text(&name).contains(part), "{part}");
    }
}

/// What the files of this kind held is still somewhere in the folder, whatever was saved.
fn stays_through_a_save(file: FileKey, odd: impl Fn(&str) -> String, change: impl Fn(&mut Opened)) {
    let computer = Computer::new();
    computer.change(|journal| {
        let joy: Joy = journal.create(day("2026-11-22"), None);
        journal.put(joy.clone());
        let joys = journal.delete::<Joy>(joy.id).into_iter().collect();
        let records = Records { joys, ..Records::default() };
        journal.trash.push(Bundle { id: Uuid::new_v4(), on: day("2026-11-23"), records });
        journal.erase([Uuid::from_u128(7)]);
    });
    let name = computers::name_of(&computer.open(), file);
    let own = computer.text(&name);
    let text = odd(&own);
    assert_ne!(own, text);
    computer.put_file(&name, text.as_bytes());
    let mut opened = computer.open();
    assert_ne!(opened.problems, [], "it is told");
    change(&mut opened);
    save(&opened, computers::job(&opened, file)).expect("saved, here or beside");
    drop(opened);
    let kept = computer.files().values().any(|bytes| bytes == text.as_bytes());
    assert!(kept, "{file:?} was written over: {text}\nnow {}", computer.text(&name));
}

fn one_more_in_the_trash(opened: &mut Opened) {
    let joy: Joy = opened.journal.create(day("2026-11-25"), None);
    let records = Records { joys: vec![joy], ..Records::default() };
    opened.journal.trash.push(Bundle { id: Uuid::new_v4(), on: day("2026-11-25"), records });
}

#[test]
fn settings_with_an_unknown_word_are_not_written_over() {
    let odd = |text: &str| text.replace("place: None", "place: Some(OnTheCeiling)");
    stays_through_a_save(FileKey::Settings, odd, |opened| opened.settings.fullscreen = true);
}

#[test]
fn trash_with_an_unknown_word_is_not_written_over() {
    let odd = |text: &str| {
        text.replace("joys: [", "check_ins: [(id: \"00000000-0000-0000-0000-0000000000aa\", rev: (1, \"x\"), day: \"2026-11-22\", moment: Noon)], joys: [")
    };
    stays_through_a_save(FileKey::Trash, odd, one_more_in_the_trash);
}

#[test]
fn trash_with_a_record_that_makes_no_sense_is_not_written_over() {
    let odd = |text: &str| text.replace("on: \"2026-11-23\"", "on: \"the day after\"");
    stays_through_a_save(FileKey::Trash, odd, one_more_in_the_trash);
}

#[test]
fn ids_that_make_no_sense_do_not_cost_those_that_do() {
    let odd = |text: &str| text.replace("ids: [", "ids: [\"not an id\",");
    stays_through_a_save(FileKey::Erased, odd, |opened| opened.journal.erase([Uuid::from_u128(8)]));
}

#[test]
fn unknown_fields_in_the_trash_are_kept_through_another_deletion() {
    let computer = Computer::new();
    computer.change(|journal| {
        let joy: Joy = journal.create(day("2026-11-22"), None);
        journal.put(joy.clone());
        let joys = journal.delete::<Joy>(joy.id).into_iter().collect();
        let records = Records { joys, ..Records::default() };
        journal.trash.push(Bundle { id: Uuid::new_v4(), on: day("2026-11-23"), records });
    });
    let name = computers::name_of(&computer.open(), FileKey::Trash);
    let odd = insert(&computer.text(&name), "      on: \"2026-11-23\",\n", "      why: Some(\"tidied up\"),\n");
    let odd = insert(&odd, "            day: \"2026-11-22\",\n", "            weather: (rain: true),\n");
    let odd = insert(&odd, "  version: 1,\n", "  shelf: [1, 2],\n");
    computer.put_file(&name, odd.as_bytes());
    let mut opened = computer.open();
    assert!(opened.problems.iter().all(|problem| matches!(problem.kind, ProblemKind::NewerParts { .. })));
    one_more_in_the_trash(&mut opened);
    save_all(&opened).expect("saved");
    for part in ["why: Some(\"tidied up\")", "weather: (rain: true)", "shelf: [1, 2]", "2026-11-25"] {
        assert!(computer.text(&name).contains(part), "{part}");
    }
}
