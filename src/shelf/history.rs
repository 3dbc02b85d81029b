//! What a title did for the person so far, from their own evenings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::evening::check_in::Moment;
use crate::evening::tears::Tears;
use crate::journal::entry::Evening;
use crate::journal::log::Journal;

/// What one title did so far.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// The episodes that were watched to their end, as season and episode.
    pub episodes: BTreeSet<(u32, u32)>,
}

impl History {
    /// Whether it moved the person more often than not, and at least once.
    #[must_use]
    pub fn works(&self) -> bool {
        self.moved > 0 && self.moved * 2 >= self.known
    }
}

/// The histories of all titles that were ever watched, by their ids; and, of what was only named, by the name in lower
/// case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histories {
    by_id: BTreeMap<String, History>,
    by_name: BTreeMap<String, History>,
}

impl Histories {
    /// Of all evenings that began.
    #[must_use]
    pub fn of(journal: &Journal) -> Self {
        let around = pleasant_around(journal);
        let mut gathered: BTreeMap<(bool, String), Gathering> = BTreeMap::new();
        for evening in journal.evenings.iter().filter(|evening| evening.began.is_some()) {
            for (key, one) in of_evening(evening, around.get(&evening.id)) {
                gathered.entry(key).or_default().add(one);
            }
        }
        let mut histories = Self::default();
        for ((is_id, key), gathering) in gathered {
            let map = if is_id { &mut histories.by_id } else { &mut histories.by_name };
            map.insert(key, gathering.finish());
        }
        histories
    }

    /// That of a title. An evening that only names it counts as well.
    #[must_use]
    pub fn get(&self, id: &str, name: &str) -> Option<&History> {
        self.by_id.get(id).or_else(|| self.by_name.get(&key_of(name)))
    }
}

/// How names are compared.
#[must_use]
pub fn key_of(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What one evening says of one title.
struct One {
    day: NaiveDate,
    tears: Option<bool>,
    first_min: Option<u32>,
    change: Option<f64>,
    episodes: Vec<(u32, u32)>,
}

/// How pleasant it was before and after each evening.
type Around = (Option<u8>, Option<u8>);

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

fn of_evening(evening: &Evening, around: Option<&Around>) -> BTreeMap<(bool, String), One> {
    let change = around.and_then(|(before, after)| before.zip(*after));
    let change = change.map(|(before, after)| f64::from(after) - f64::from(before));
    let mut found: BTreeMap<(bool, String), One> = BTreeMap::new();
    for item in &evening.plan.items {
        let watched = evening.watched.iter().find(|watched| watched.item == item.key);
        let Some(watched) = watched.filter(|watched| watched.to_the_end || watched.film_secs > 0) else { continue };
        let key = match &item.title_id {
            Some(id) => (true, id.clone()),
            None if item.name.trim().is_empty() => continue,
            None => (false, key_of(&item.name)),
        };
        let marks = evening.marks.iter().filter(|mark| mark.item == item.key);
        let first_min = marks.clone().filter_map(|mark| mark.film_secs).min().map(|secs| secs / 60);
        let marked = marks.count() > 0;
        // An answer speaks of the whole evening; a mark of its own item only.
        let tears = if marked { Some(true) } else { evening.tears.map(Tears::is_cry) };
        let episode = item.season.zip(item.episode).filter(|_| watched.to_the_end);
        let one = One { day: evening.day, tears, first_min, change, episodes: episode.into_iter().collect() };
        match found.get_mut(&key) {
            None => {
                found.insert(key, one);
            }
            Some(known) => {
                known.tears = match (known.tears, one.tears) {
                    (None, None) => None,
                    (a, b) => Some(a == Some(true) || b == Some(true)),
                };
                known.first_min = known.first_min.or(one.first_min);
                known.episodes.extend(one.episodes);
            }
        }
    }
    found
}

#[derive(Default)]
struct Gathering {
    history: History,
    minutes: Vec<f64>,
    changes: Vec<f64>,
}

impl Gathering {
    fn add(&mut self, one: One) {
        let history = &mut self.history;
        history.times += 1;
        history.known += u32::from(one.tears.is_some());
        history.moved += u32::from(one.tears == Some(true));
        history.last = history.last.max(Some(one.day));
        history.episodes.extend(one.episodes);
        self.minutes.extend(one.first_min.map(f64::from));
        self.changes.extend(one.change);
    }

    fn finish(mut self) -> History {
        self.history.change_n = u32::try_from(self.changes.len()).unwrap_or(u32::MAX);
        self.history.change = median(&mut self.changes);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a film")]
        let minute = median(&mut self.minutes).map(|minute| minute.round() as u32);
        self.history.typical_min = minute;
        self.history
    }
}

/// The middle one; the mean of the two in the middle of an even number.
fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match (values.get(middle), values.len() % 2) {
        (None, _) => None,
        (Some(upper), 0) => Some(f64::midpoint(values[middle - 1], *upper)),
        (Some(one), _) => Some(*one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Wall;
    use crate::evening::plan::Item;
    use crate::evening::tears::TearMark;
    use crate::journal::entry::{CheckIn, Watched};
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
        assert_eq!((history.times, history.episodes.len()), (1, 1), "the second was not seen to its end");
    }
}
