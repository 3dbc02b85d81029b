use super::*;
use crate::clock::Wall;
use crate::evening::check_in::Moment;
use crate::evening::plan::Item;
use crate::evening::tears::Tears;
use crate::journal::entry::{CheckIn, Cry, Evening, Joy, Reflection};
use crate::journal::record::DeviceId;

const HONEST: &str = "Self-reported in Sunshower; not a clinical measurement.";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn now() -> Wall {
    Wall::parse_from_rfc3339("2026-11-22T18:00:00+01:00").expect("a time")
}

fn journal() -> Journal {
    Journal::new(DeviceId("here".into()))
}

fn demo() -> Journal {
    crate::demo::journal(1, false, now().date_naive(), now(), DeviceId("here".into()))
}

fn with_notes() -> Options {
    Options { parts: Parts { notes: true, ..Parts::default() }, ..Options::default() }
}

fn page_of(journal: &Journal, options: &Options) -> String {
    page(journal, &Text::english().expect("whole"), options, now().date_naive())
}

/// One evening and three records around it, each with words of its own.
fn wordy(words: &str) -> Journal {
    let mut journal = journal();
    let mut evening: Evening = journal.create(day("2026-11-20"), None);
    evening.plan.items.push(Item { name: format!("film {words}"), ..Item::default() });
    evening.plan.intention = format!("intention {words}");
    let mut reflection: Reflection = journal.create(day("2026-11-20"), None);
    (reflection.evening, reflection.text) = (Some(evening.id), format!("reflection {words}"));
    let mut cry: Cry = journal.create(day("2026-11-18"), None);
    cry.note = format!("note {words}");
    let mut joy: Joy = journal.create(day("2026-11-19"), None);
    joy.text = format!("joy {words}");
    journal.put(evening);
    journal.put(reflection);
    journal.put(cry);
    journal.put(joy);
    journal
}

/// The values of an attribute, wherever it stands.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begins = format!(" {attribute}=\"");
    page.split(begins.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}

#[test]
fn the_page_needs_nothing_and_asks_nobody() {
    for journal in [journal(), demo(), wordy("plain")] {
        let page = page_of(&journal, &with_notes()).to_lowercase();
        assert!(!page.replace("http-equiv", "").contains("http"));
        for outside in ["<script", " src=", " href=", "url(", "@import", "<link", "<img", "<iframe", "<form"] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert!(page.contains("default-src 'none'"));
    }
}

#[test]
fn the_page_says_what_it_is_at_its_beginning_and_at_its_end() {
    let page = page_of(&demo(), &Options::default());
    assert_eq!(page.matches(HONEST).count(), 2);
    assert!(page.find(HONEST).expect("there") < page.find("<main").expect("there"));
    assert!(page.rfind(HONEST).expect("there") > page.find("</main>").expect("there"));
    assert!(page.contains("Something is known of "));
}

#[test]
fn the_words_of_the_page_judge_nobody() {
    let page = page_of(&demo(), &Options::default()).to_lowercase();
    for word in ["should", "normal", "disorder", "symptom", "diagnos", "depress", "too much", "healthy"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn whatever_somebody_wrote_is_only_text() {
    let words = "<script>alert(1)</script> \"quoted\" 'too' & =cmd() </style><b>";
    let escaped = "&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; 'too' &amp; =cmd() &lt;/style&gt;&lt;b&gt;";
    let options = Options { title: words.to_owned(), ..with_notes() };
    let page = page_of(&wordy(words), &options);
    assert!(!page.contains("<script") && !page.contains("<b>"));
    for what in ["film", "intention", "reflection", "note", "joy"] {
        assert!(page.contains(&format!("{what} {escaped}")), "{what}");
    }
    assert!(page.contains(&format!("<title>{escaped}</title>")));
}

#[test]
fn own_words_stay_at_home_unless_they_are_asked_for() {
    let page = page_of(&wordy("of mine"), &Options::default());
    assert!(page.contains("film of mine"), "names of films stay");
    for what in ["intention", "reflection", "note", "joy"] {
        assert!(!page.contains(&format!("{what} of mine")), "{what}");
    }
}

#[test]
fn own_words_are_there_also_without_the_table_of_evenings() {
    let mut options = with_notes();
    options.parts.evenings = false;
    let page = page_of(&wordy("of mine"), &options);
    for what in ["intention", "reflection", "note", "joy"] {
        assert_eq!(page.matches(&format!("{what} of mine")).count(), 1, "{what}");
    }
}

#[test]
fn an_empty_journal_is_a_whole_page_that_says_so() {
    let page = page_of(&journal(), &with_notes());
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>"));
    assert!(page.contains("There is nothing in this time."));
    assert_eq!(page.matches(HONEST).count(), 2);
    assert!(!page.contains("<svg"));
}

#[test]
fn every_chart_can_be_drawn_and_says_what_it_shows() {
    let page = page_of(&demo(), &with_notes());
    assert_eq!(page.matches("<svg").count(), 3);
    assert_eq!((page.matches("role=\"img\"").count(), page.matches("</desc>").count()), (3, 3));
    for attribute in ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "width", "height", "points", "d"] {
        for value in values(&page, attribute) {
            let is_number = |c: char| c.is_ascii_digit() || ".-, Mh".contains(c);
            assert!(!value.is_empty() && value.chars().all(is_number), "{attribute} is {value:?}");
        }
    }
    for id in values(&page, "aria-labelledby").into_iter().flat_map(|ids| ids.split(' ')) {
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn a_single_check_in_is_drawn_too() {
    let mut journal = journal();
    let mut check_in: CheckIn = journal.create(day("2026-11-22"), Some(now()));
    (check_in.moment, check_in.pleasant) = (Moment::Free, Some(100));
    journal.put(check_in);
    let page = page_of(&journal, &Options::default());
    assert!(page.contains("Something is known of 1 of one day."));
    let dots = values(&page, "d");
    assert_eq!(dots.len(), 1);
    assert!(dots[0].starts_with('M') && dots[0].ends_with("h0") && !dots[0].contains("NaN"));
}

#[test]
fn only_what_was_asked_for_is_on_the_page() {
    let mut journal = journal();
    for (date, name) in [("2026-10-31", "Before"), ("2026-11-01", "Within"), ("2026-11-11", "After")] {
        let mut evening: Evening = journal.create(day(date), None);
        evening.plan.items.push(Item { name: format!("{name} it"), ..Item::default() });
        evening.tears = Some(Tears::Wept);
        journal.put(evening);
    }
    let period = Period { from: Some(day("2026-11-01")), until: Some(day("2026-11-10")) };
    let mut options = Options { period, ..Options::default() };
    let page = page_of(&journal, &options);
    assert!(page.contains("Within it") && !page.contains("Before it") && !page.contains("After it"));
    assert!(page.contains("1 November 2026 to 10 November 2026"));
    assert!(page.contains("Something is known of 1 of 10 days."));
    assert!(page.contains("Tears came once: 1 in evenings, 0 outside them."));

    options.parts.evenings = false;
    assert!(!page_of(&journal, &options).contains("Within it"));
}

#[test]
fn a_time_to_come_ends_today() {
    let period = Period { from: Some(day("2026-11-13")), until: Some(day("2027-11-13")) };
    let page = page_of(&demo(), &Options { period, ..Options::default() });
    assert!(page.contains("13 November 2026 to 22 November 2026"));
    assert!(page.contains(" of 10 days."));
}
