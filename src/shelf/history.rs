//! What a title did for the person so far, from their own evenings.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::evening::check_in::Moment;
use crate::evening::plan::Item;
use crate::evening::tears::Tears;
use crate::journal::cries;
use crate::journal::entry::{Evening, Watched};
use crate::journal::log::Journal;
use crate::median::median;

/// What was left within the first minute was not watched.
const LEAST_SECS: u32 = 60;

/// What one title did so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct History {
    /// In how many evenings it was watched, at least in part.
    pub times: u32,
    /// In how many of those it is known whether there were tears: they were answered, or marked.
    pub known: u32,
    /// In how many of those there were.
    pub moved: u32,
    /// Of the evenings with marks in it, the middle one's first minute in the film.
    pub typical_min: Option<u32>,
    /// The middle one of all changes in how pleasant it was from before to after, -100 to 100.
    pub change: Option<f64>,
    /// In how many evenings both were said.
    pub change_n: u32,
    /// When it was last watched.
    pub last: Option<NaiveDate>,
    /// The episode that was watched to its end last, as season and episode.
    pub last_episode: Option<(u32, u32)>,
}

impl History {
    /// Whether it moved the person more often than not, and at least once.
    #[must_use]
    pub fn works(self) -> bool {
        self.moved > 0 && self.moved * 2 >= self.known
    }
}

/// The histories of all titles that were ever watched.
#[derive(Clone, Debug, Default)]
pub struct Histories {
    /// By their ids, and, of what was only named, by the name in lower case.
    of: BTreeMap<Key, Gathering>,
}

/// What an item goes by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The id of a title on the shelf.
    Id(String),
    /// A name as names are compared, where it is not on the shelf.
    Name(String),
}

impl Histories {
    /// Of all evenings that began.
    #[must_use]
    pub fn of(journal: &Journal) -> Self {
        let around = pleasant_around(journal);
        let remembered = remembered(journal);
        let mut histories = Self::default();
        let mut evenings: Vec<&Evening> =
            journal.evenings.iter().filter(|evening| evening.began.is_some() || !evening.watched.is_empty()).collect();
        evenings.sort_by_key(|evening| (evening.day, evening.began, evening.id));
        for evening in evenings {
            let tears = remembered.get(&evening.id).map_or(&[][..], Vec::as_slice);
            for (item, look) in of_evening(evening, around.get(&evening.id), tears) {
                histories.of.entry(key_of_item(item)).or_default().looks.push(look);
            }
        }
        histories
    }

    /// That of a title. An evening that only names it counts as well. `None` where it was never watched.
    #[must_use]
    pub fn get(&self, id: &str, name: &str) -> Option<History> {
        let of = |key: Key| self.of.get(&key).into_iter().flat_map(|gathering| &gathering.looks);
        let mut all: Vec<&Look> = of(Key::Id(id.to_owned())).chain(of(Key::Name(key_of(name)))).collect();
        if all.is_empty() {
            return None;
        }
        all.sort_by_key(|one| one.day);
        let mut gathered = Gathered::default();
        for one in all {
            gathered.add(one);
        }
        Some(gathered.history())
    }
}

/// How names are compared.
#[must_use]
pub fn key_of(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The ids of the person's own titles by their names, as names are compared. What they say about a title of the catalogue
/// goes by that one's id.
pub fn ids_by_name(journal: &Journal) -> impl Iterator<Item = (String, String)> {
    journal.titles.iter().filter_map(|title| {
        let name = key_of(title.name.as_deref()?);
        let id = title.over.clone().unwrap_or_else(|| title.id.to_string());
        (!name.is_empty()).then_some((name, id))
    })
}

/// What one title did in one evening.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The evening's day.
    pub day: NaiveDate,
    /// Whether there were tears in it, where that is known.
    pub tears: Option<bool>,
    /// The first minute of it in which tears were marked.
    pub first_min: Option<u32>,
    /// How much pleasanter it was after the evening than before, -100 to 100.
    pub change: Option<f64>,
    /// The episode that was watched to its end last, as season and episode.
    pub last_episode: Option<(u32, u32)>,
}

impl Look {
    /// Takes in what the same evening says of the same title, or kind of title, a second time.
    pub(crate) fn join(&mut self, later: &Self) {
        // Not known is less than none, and none is less than some.
        self.tears = self.tears.max(later.tears);
        self.first_min = self.first_min.or(later.first_min);
        self.last_episode = later.last_episode.or(self.last_episode);
    }
}

#[derive(Clone, Debug, Default)]
struct Gathering {
    looks: Vec<Look>,
}

/// Tears that were remembered after an evening: which item they belong to, if that was said, and the second.
pub(crate) type Remembered = (Option<u32>, Option<u32>);

fn remembered(journal: &Journal) -> BTreeMap<Uuid, Vec<Remembered>> {
    let mut by_evening: BTreeMap<Uuid, Vec<Remembered>> = BTreeMap::new();
    for cry in journal.cries.iter().filter(|cry| cries::counts(cry)) {
        if let Some(evening) = cry.evening {
            by_evening.entry(evening).or_default().push((cry.item, cry.film_secs));
        }
    }
    by_evening
}

/// How pleasant it was before and after each evening.
pub(crate) type Around = (Option<u8>, Option<u8>);

fn pleasant_around(journal: &Journal) -> BTreeMap<Uuid, Around> {
    let mut around: BTreeMap<Uuid, Around> = BTreeMap::new();
    for check_in in journal.check_ins.iter() {
        let Some(evening) = check_in.evening else { continue };
        let known = around.entry(evening).or_default();
        match check_in.moment {
            Moment::Before => known.0 = check_in.pleasant,
            Moment::After => known.1 = check_in.pleasant,
            _ => {}
        }
    }
    around
}

/// What an item of a plan goes by.
pub(crate) fn key_of_item(item: &Item) -> Key {
    item.title_id.as_ref().map_or_else(|| Key::Name(key_of(&item.name)), |id| Key::Id(id.clone()))
}

/// Whether two names are the same as names are compared. Most differ in their first letter.
fn is_one_name(one: &str, other: &str) -> bool {
    let first = |name: &str| name.chars().find(|letter| !letter.is_whitespace()).map(char::to_lowercase);
    first(one).into_iter().flatten().eq(first(other).into_iter().flatten()) && key_of(one) == key_of(other)
}

fn are_one_title(one: &Item, other: &Item) -> bool {
    match (&one.title_id, &other.title_id) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.name == other.name || is_one_name(&one.name, &other.name),
        _ => false,
    }
}

/// What an evening says of each title that was watched in it, each once, with the first item it was.
pub(crate) fn of_evening<'a>(
    evening: &'a Evening,
    around: Option<&Around>,
    remembered: &[Remembered],
) -> Vec<(&'a Item, Look)> {
    let change = around.and_then(|(before, after)| before.zip(*after));
    let change = change.map(|(before, after)| f64::from(after) - f64::from(before));
    // Remembered without an item, they belong to the only one there is.
    let only = evening.plan.items.first().filter(|_| evening.plan.items.len() == 1).map(|item| item.key);
    let tears = || {
        let marks = evening.marks.iter().map(|mark| (mark.item, mark.film_secs));
        marks.chain(remembered.iter().filter_map(|(item, secs)| Some((item.or(only)?, *secs))))
    };
    let is_any = tears().next().is_some();
    let mut found: Vec<(&Item, Look)> = Vec::with_capacity(evening.plan.items.len());
    for item in &evening.plan.items {
        let watched = evening.watched.iter().find(|watched| watched.item == item.key);
        let is_watched = |watched: &&Watched| watched.to_the_end || watched.film_secs >= LEAST_SECS;
        let Some(watched) = watched.filter(is_watched) else { continue };
        if item.title_id.is_none() && item.name.trim().is_empty() {
            continue;
        }
        let own = || tears().filter(|(of, _)| *of == item.key);
        let first_min = own().filter_map(|(_, secs)| secs).min().map(|secs| secs / 60);
        // An answer speaks of the whole evening; where tears are known by item, the other items had none that are known.
        let answer = evening.tears.map(Tears::is_cry);
        let tears = match (own().next().is_some(), is_any) {
            (true, _) => Some(true),
            (false, false) => answer,
            (false, true) => answer.map(|_| false),
        };
        let last_episode = item.season.zip(item.episode).filter(|_| watched.to_the_end);
        let one = Look { day: evening.day, tears, first_min, change, last_episode };
        match found.iter_mut().find(|(known, _)| are_one_title(known, item)) {
            None => found.push((item, one)),
            Some((_, known)) => known.join(&one),
        }
    }
    found
}

/// A history that is being gathered, evening by evening.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gathered {
    history: History,
    minutes: Vec<f64>,
    changes: Vec<f64>,
}

impl Gathered {
    /// Takes in the next evening.
    pub(crate) fn add(&mut self, one: &Look) {
        let history = &mut self.history;
        history.times = history.times.saturating_add(1);
        history.known += u32::from(one.tears.is_some());
        history.moved += u32::from(one.tears == Some(true));
        history.last = Some(one.day);
        history.last_episode = one.last_episode.or(history.last_episode);
        self.minutes.extend(one.first_min.map(f64::from));
        self.changes.extend(one.change);
    }

    /// What all of them say.
    pub(crate) fn history(mut self) -> History {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a film")]
        let typical_min = median(&mut self.minutes).map(|minute| minute.round() as u32);
        let change_n = u32::try_from(self.changes.len()).unwrap_or(u32::MAX);
        History { typical_min, change_n, change: median(&mut self.changes), ..self.history }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Wall;
    use crate::evening::tears::TearMark;
    use crate::journal::entry::{CheckIn, Cry};
    use crate::journal::record::DeviceId;

    fn wall(text: &str) -> Wall {
        Wall::parse_from_rfc3339(text).expect("a time")
    }

    /// An evening with one item, its marks in minutes, an answer, and how pleasant it was before and after.
    fn add(
        journal: &mut Journal,
        day: &str,
        item: Item,
        marks: &[u32],
        tears: Option<Tears>,
        around: Option<(u8, u8)>,
    ) {
        let at = wall(&format!("{day}T20:30:00+01:00"));
        let mut evening: Evening = journal.create(day.parse().expect("a day"), Some(at));
        evening.began = Some(at);
        evening.watched = vec![Watched { item: item.key, film_secs: 5400, to_the_end: true }];
        let mark = |minute: &u32| TearMark { item: item.key, film_secs: Some(minute * 60), at };
        evening.marks = marks.iter().map(mark).collect();
        evening.tears = tears;
        evening.plan.items = vec![item];
        if let Some((before, after)) = around {
            for (moment, pleasant) in [(Moment::Before, before), (Moment::After, after)] {
                let mut check_in: CheckIn = journal.create(evening.day, Some(at));
                (check_in.evening, check_in.moment, check_in.pleasant) = (Some(evening.id), moment, Some(pleasant));
                journal.put(check_in);
            }
        }
        journal.put(evening);
    }

    fn hachi() -> Item {
        Item { title_id: Some("hachi".into()), name: "Hachi".into(), ..Item::default() }
    }

    #[test]
    fn tears_in_two_of_three_with_a_typical_minute_and_what_changed() {
        let mut journal = Journal::new(DeviceId("test".into()));
        add(&mut journal, "2026-01-05", hachi(), &[61, 80], None, Some((40, 60)));
        add(&mut journal, "2026-02-05", hachi(), &[71], Some(Tears::Few), Some((50, 40)));
        add(&mut journal, "2026-03-05", hachi(), &[], Some(Tears::None), None);
        add(&mut journal, "2026-04-05", hachi(), &[], None, None);
        let histories = Histories::of(&journal);
        let history = histories.get("hachi", "whatever").expect("watched");
        assert_eq!((history.times, history.known, history.moved), (4, 3, 2), "what was not answered is not known");
        assert_eq!(history.typical_min, Some(66));
        assert_eq!((history.change, history.change_n), (Some(5.0), 2));
        assert_eq!(history.last, Some("2026-04-05".parse().expect("a day")));
        assert!(history.works());
        assert_eq!(histories.get("another", "Another"), None);

        let named = Item { name: "HACHI".into(), ..Item::default() };
        add(&mut journal, "2026-05-05", named, &[], Some(Tears::Sobbed), None);
        let all = Histories::of(&journal).get("hachi", "Hachi").expect("watched");
        assert_eq!((all.times, all.moved, all.works()), (5, 3, true), "what was only named counts as well");
    }

    #[test]
    fn tears_remembered_later_count_and_those_of_one_part_are_not_those_of_another() {
        let mut journal = Journal::new(DeviceId("test".into()));
        add(&mut journal, "2026-01-05", hachi(), &[], None, None);
        let id = journal.evenings.iter().next().expect("one").id;
        let mut cry: Cry = journal.create("2026-01-06".parse().expect("a day"), None);
        (cry.evening, cry.tears, cry.film_secs) = (Some(id), Some(Tears::Wept), Some(4200));
        journal.put(cry);
        let history = Histories::of(&journal).get("hachi", "").expect("watched");
        assert_eq!((history.known, history.moved, history.typical_min), (1, 1, Some(70)));

        let mut journal = Journal::new(DeviceId("test".into()));
        add(&mut journal, "2026-01-05", hachi(), &[61], Some(Tears::Sobbed), None);
        let mut evening = journal.evenings.iter().next().expect("one").clone();
        evening.plan.items.push(Item { key: 1, title_id: Some("up".into()), ..Item::default() });
        evening.watched.push(Watched { item: 1, film_secs: 5000, to_the_end: true });
        journal.put(evening);
        let histories = Histories::of(&journal);
        let moved = |id| histories.get(id, "").map(|history| (history.moved, history.known));
        assert_eq!((moved("hachi"), moved("up")), (Some((1, 1)), Some((0, 1))));
    }

    #[test]
    fn what_was_only_named_is_found_by_its_name_and_two_episodes_of_an_evening_are_one_time() {
        let mut journal = Journal::new(DeviceId("test".into()));
        let named = Item { name: "  paper   BOATS ".into(), ..Item::default() };
        add(&mut journal, "2026-01-05", named, &[], Some(Tears::Sobbed), None);
        let histories = Histories::of(&journal);
        assert_eq!(histories.get("x", "Paper Boats").map(|history| history.moved), Some(1));

        let episode = |key, episode| Item {
            key,
            title_id: Some("series".into()),
            season: Some(1),
            episode: Some(episode),
            ..Item::default()
        };
        add(&mut journal, "2026-01-06", episode(0, 1), &[], None, None);
        let mut evening = journal.evenings.iter().find(|one| one.day.to_string() == "2026-01-06").expect("it").clone();
        evening.plan.items.push(episode(1, 2));
        evening.watched.push(Watched { item: 1, film_secs: 600, to_the_end: false });
        journal.put(evening);
        let histories = Histories::of(&journal);
        let history = histories.get("series", "").expect("watched");
        assert_eq!((history.times, history.last_episode), (1, Some((1, 1))), "the second was not seen to its end");
    }
}
