//! No sentence the app can form about a person holds a diagnosis, a judgement, a claim or a cheer: looked for in all that
//! is said of many journals, made up and random.

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use uuid::Uuid;

use super::shown::{Key, Others, Shown};
use super::*;
use crate::app::model::Model;
use crate::clock::{Now, Wall};
use crate::evening::check_in::Moment;
use crate::evening::plan::Item;
use crate::evening::tears::{TearMark, Tears};
use crate::exchange::export::html;
use crate::journal::entry::{BreakKind, BreakTaken, Breath, CheckIn, Cry, Day, Evening, Helped};
use crate::journal::log::Journal;
use crate::journal::record::DeviceId;
use crate::text::Text;
use crate::ui::theme::Themes;

/// In small letters; a part of a word is enough.
const NEVER: [&str; 46] = [
    "abnormal",
    "normal",
    "diagnos",
    "disorder",
    "depress",
    "symptom",
    "patholog",
    "patient",
    "healthy",
    "unhealthy",
    "heal ",
    "healed",
    "healing",
    "cure",
    "toxin",
    "detox",
    "hormone",
    "endorphin",
    "oxytocin",
    "immun",
    "cortisol",
    "should",
    "must ",
    "need to",
    "have to",
    "too much",
    "too often",
    "too many",
    "excess",
    "alarm",
    "warning",
    "worrying",
    "concern",
    "streak",
    "score",
    "goal",
    "target",
    "well done",
    "congrat",
    "great job",
    "percentile",
    "prove",
    "works for you",
    "because of the tears",
    "thanks to",
    "!",
];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn wall() -> Wall {
    "2026-11-22T20:30:00+01:00".parse().expect("a time")
}

/// Everything that is said of a journal, in all spans.
fn said(journal: Journal) -> Vec<String> {
    let mut model = Model::new(String::new(), true);
    model.journal = journal;
    let text = Text::english().expect("whole");
    let themes = Themes::bundled().expect("whole");
    let (now, mut commands) = (Now { wall: wall(), mono: std::time::Duration::ZERO }, Vec::new());
    let cx = Cx { model: &model, text: &text, theme: themes.get("dusk"), now, commands: &mut commands };
    let facts = Facts::of(&model.journal);
    let mut said = Vec::new();
    for span in Span::ALL {
        for (step, later) in [Step::Week, Step::Month].into_iter().zip([Later::Plus90, Later::After]) {
            let others = Others { lines: true, by_gender: step == Step::Week };
            let key = Key { revision: 0, words: 0, span, step, later, year: 2026, others, today: today() };
            say_all(&cx, &Shown::new(key, &cx, &facts, None), &facts, &mut said);
        }
    }
    let page = html::page(&model.journal, &text, &html::Options::default(), today());
    // What stands between the tags.
    said.extend(page.split('>').filter_map(|part| part.split('<').next()).map(str::to_owned));
    said
}

fn say_all(cx: &Cx<'_>, shown: &Shown, facts: &Facts, said: &mut Vec<String>) {
    for chart in Chart::ALL {
        said.push(page::under_of(shown, chart).to_owned());
        said.push(page::summary_of(shown, chart).to_owned());
        said.push(cx.t(page::title_of(chart)));
    }
    said.extend(shown.tears.caption.clone());
    said.push(shown.tears.lately_words(cx));
    said.extend(shown.around.answer.clone());
    said.extend(shown.times.lengths.clone());
    for index in 0..3 {
        said.push(shown.mood.about(cx, facts, index));
        said.push(shown.tears.about_bar(cx, index));
        said.push(shown.around.about(cx, index));
        said.push(shown.pauses.about(cx, index));
        said.push(shown.year.about(cx, index));
        said.push(shown.times.about_hour(cx, index));
        said.push(shown.times.about_weekday(cx, index));
    }
    for table in
        [shown.around.table(cx, 0), shown.moves.table(cx, 0), shown.pauses.table(cx, 0), shown.year.table(cx, 0)]
    {
        said.extend(table.sentences().map(str::to_owned));
    }
}

fn assert_honest(said: &[String]) -> Result<(), TestCaseError> {
    for sentence in said {
        let small = sentence.to_lowercase();
        // That no measure is claimed is said with such a word.
        let small = small.replace("<!doctype html", "");
        for never in NEVER {
            prop_assert!(!small.contains(never), "{never:?} in {sentence:?}");
        }
        prop_assert!(!small.contains("nan") || small.contains("nancy") || small.contains("finan"), "{sentence:?}");
        prop_assert!(!small.contains("{$") && !small.contains("inf "), "{sentence:?}");
    }
    Ok(())
}

/// One evening, as random as evenings can be.
#[derive(Clone, Debug)]
struct Lived {
    days_ago: i64,
    tears: Option<Tears>,
    pressed: bool,
    pleasant: [Option<u8>; 4],
    helped: Option<Helped>,
    breathed_secs: u32,
}

fn lived() -> impl Strategy<Value = Lived> {
    let tears = proptest::option::of(prop_oneof![Just(Tears::None), Just(Tears::WelledUp), Just(Tears::Wept)]);
    let value = || proptest::option::weighted(0.8, 0_u8..=100);
    let helped = proptest::option::of(prop_oneof![Just(Helped::Easier), Just(Helped::Same), Just(Helped::Harder)]);
    (0_i64..500, tears, any::<bool>(), [value(), value(), value(), value()], helped, 0_u32..900).prop_map(
        |(days_ago, tears, pressed, pleasant, helped, breathed_secs)| Lived {
            days_ago,
            tears,
            pressed,
            pleasant,
            helped,
            breathed_secs,
        },
    )
}

fn journal(lived: &[Lived], cries: &[i64], known: &[i64]) -> Journal {
    let mut journal = Journal::new(DeviceId("here".into()));
    for (n, one) in lived.iter().enumerate() {
        let day = today() - TimeDelta::days(one.days_ago);
        let began = wall() - TimeDelta::days(one.days_ago);
        let mut evening: Evening = journal.create(day, Some(began));
        evening.plan.items = vec![Item { name: format!("Film {}", n % 4), runtime_min: Some(90), ..Item::default() }];
        evening.began = Some(began);
        evening.watched = vec![crate::journal::entry::Watched { item: 0, film_secs: 5_400, to_the_end: true }];
        evening.film_ended_at = Some(began + TimeDelta::minutes(90));
        evening.closed = Some(began + TimeDelta::minutes(120));
        evening.tears = one.tears;
        if one.pressed {
            evening.marks = vec![TearMark { item: 0, film_secs: Some(1_800), at: began + TimeDelta::minutes(30) }];
        }
        evening.breaks = vec![BreakTaken {
            at: began + TimeDelta::minutes(40),
            item: 0,
            film_secs: Some(2_400),
            kinds: vec![BreakKind::Breathe],
            minutes: 5,
            breathed_secs: one.breathed_secs,
            helped: one.helped,
        }];
        let id: Uuid = evening.id;
        journal.put(evening);
        let moments = [(Moment::Before, 0), (Moment::After, 91), (Moment::Plus20, 111), (Moment::Plus90, 181)];
        for ((moment, minutes), pleasant) in moments.into_iter().zip(one.pleasant) {
            let check_in = CheckIn {
                evening: Some(id),
                moment,
                pleasant,
                ..journal.create(day, Some(began + TimeDelta::minutes(minutes)))
            };
            journal.put(check_in);
        }
    }
    for days_ago in cries {
        let cry: Cry = journal.create(today() - TimeDelta::days(*days_ago), Some(wall() - TimeDelta::days(*days_ago)));
        journal.put(cry);
    }
    for days_ago in known {
        let day = Day { opened: true, ..journal.create(today() - TimeDelta::days(*days_ago), None) };
        journal.put(day);
        let breath = Breath { secs: 120, ..journal.create(today() - TimeDelta::days(*days_ago), None) };
        journal.put(breath);
    }
    journal
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nothing_is_said_that_judges_claims_or_cheers(
        evenings in proptest::collection::vec(lived(), 0..40),
        cries in proptest::collection::vec(0_i64..200, 0..60),
        known in proptest::collection::vec(0_i64..200, 0..120),
    ) {
        assert_honest(&said(journal(&evenings, &cries, &known)))?;
    }
}

#[test]
fn nor_of_a_year_that_was_made_up() {
    let journal = crate::demo::journal(1, false, today(), wall(), DeviceId("here".into()));
    assert_honest(&said(journal)).expect("honest");
}

#[test]
fn clear_evenings_in_either_direction_are_told_with_their_numbers_and_without_a_cause() {
    let evening = |n: i64, by: i8| Lived {
        days_ago: n * 3,
        tears: Some(Tears::Wept),
        pressed: true,
        pleasant: [Some(50), Some(40), Some(50), Some(50_u8.saturating_add_signed(by))],
        helped: None,
        breathed_secs: 0,
    };
    for (by, words) in [(30, "usually brighter"), (-30, "more often lower"), (0, "No clear pattern yet")] {
        let evenings: Vec<Lived> = (0..12).map(|n| evening(n, by)).collect();
        let said = said(journal(&evenings, &[], &[])).join("\n");
        assert!(said.contains(words), "{by}");
        assert!(said.contains("12 evenings"), "with its n");
    }
    let few: Vec<Lived> = (0..5).map(|n| evening(n, 40)).collect();
    let said = said(journal(&few, &[], &[])).join("\n");
    assert!(said.contains("5 of 6 evenings with tears") && !said.contains("usually brighter"));
}
