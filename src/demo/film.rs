//! What is watched in an evening, and where in it something happens.

use chrono::TimeDelta;

use super::words::{FILMS, SERIES, SHORTS, Title};
use super::writer::Writer;
use crate::clock::Wall;
use crate::evening::plan::{BreakMark, Breaks, Item, ItemKind};
use crate::evening::tears::TearMark;
use crate::journal::entry::{BreakKind, BreakTaken, Helped, Watched};

/// A place in what is watched: the item's key, and seconds into it.
pub(super) type Place = (u32, u32);

/// What is watched in one evening. The keys of the items are their places in the list.
pub(super) struct Program {
    pub items: Vec<Item>,
    /// How long each item really is, in seconds, also where its length is not written down.
    lengths: Vec<u32>,
    /// Where tears come, if they come.
    spots: Vec<Place>,
    /// In how many of a hundred evenings they do.
    pub tears_percent: u32,
}

impl Program {
    /// Mostly a film, sometimes some episodes or a few short things.
    pub fn choose(writer: &mut Writer) -> Self {
        match writer.between(1, 100) {
            1..=72 => Self::film(writer),
            73..=92 => Self::episodes(writer),
            _ => Self::shorts(writer),
        }
    }

    /// A film.
    pub fn film(writer: &mut Writer) -> Self {
        let film = writer.pick(&FILMS);
        Self::of(writer, &[film], ItemKind::Film)
    }

    /// Two or three episodes of a series, one after the other.
    pub fn episodes(writer: &mut Writer) -> Self {
        let series = writer.pick(&SERIES);
        let count = if writer.chance(60) { 2 } else { 3 };
        let mut program = Self::of(writer, &vec![series; count], ItemKind::Episode);
        let (season, first) = (writer.count(1, 4), writer.count(1, 14));
        for item in &mut program.items {
            item.season = Some(season);
            item.episode = Some(first + item.key);
        }
        program
    }

    /// Three short things.
    pub fn shorts(writer: &mut Writer) -> Self {
        let titles = [writer.pick(&SHORTS[..2]), writer.pick(&SHORTS[2..4]), SHORTS[4]];
        Self::of(writer, &titles, ItemKind::Short)
    }

    /// Of a few, the length is not written down.
    fn of(writer: &mut Writer, titles: &[Title], kind: ItemKind) -> Self {
        let tears_percent = titles.iter().map(|title| title.tears_percent).max().unwrap_or(0);
        let mut program = Self { items: vec![], lengths: vec![], spots: vec![], tears_percent };
        let known_percent = if kind == ItemKind::Short { 60 } else { 95 };
        for (key, title) in (0..).zip(titles) {
            let name = title.name.to_owned();
            let runtime_min = writer.maybe(known_percent, title.minutes);
            program.items.push(Item { key, name, kind, runtime_min, ..Item::default() });
            program.lengths.push(title.minutes * 60);
            program.spots.extend(title.spots.iter().map(|percent| (key, title.minutes * 60 / 100 * percent)));
        }
        program
    }

    /// When the film rests, as far as that is planned.
    pub fn plan_breaks(&self, writer: &mut Writer) -> Breaks {
        if self.items.len() > 1 {
            return if writer.chance(60) { Breaks::BetweenItems } else { Breaks::None };
        }
        match writer.between(1, 100) {
            1..=60 => Breaks::None,
            61..=85 => Breaks::Every(writer.pick(&[45, 50, 60])),
            _ => Breaks::AtMarks(vec![BreakMark { item: 0, film_min: writer.count(30, 55) }]),
        }
    }

    fn length(&self, item: u32) -> u32 {
        usize::try_from(item).ok().and_then(|item| self.lengths.get(item)).copied().unwrap_or(0)
    }

    fn end(&self) -> Place {
        let last = self.items.last().map_or(0, |item| item.key);
        (last, self.length(last))
    }
}

/// How the watching went.
pub(super) struct Reel<'a> {
    program: &'a Program,
    began: Wall,
    /// How far it got.
    end: Place,
    pub breaks: Vec<BreakTaken>,
}

impl<'a> Reel<'a> {
    /// Watches a program that begins at `began`, once in a while not to its end.
    pub fn watch(writer: &mut Writer, program: &'a Program, breaks: &Breaks, began: Wall) -> Self {
        let (last, length) = program.end();
        let end = if program.items.len() == 1 && writer.chance(5) {
            (last, length / 100 * writer.count(30, 75))
        } else {
            (last, length)
        };
        let mut reel = Self { program, began, end, breaks: Vec::new() };
        reel.take_breaks(writer, breaks);
        reel
    }

    fn take_breaks(&mut self, writer: &mut Writer, planned: &Breaks) {
        let mut places: Vec<Place> = match planned {
            Breaks::None if writer.chance(12) => vec![(0, self.program.length(0) / 100 * writer.count(35, 80))],
            Breaks::None => vec![],
            Breaks::BetweenItems => (0..self.end.0).map(|item| (item, self.program.length(item))).collect(),
            // Nobody rests right before the end.
            Breaks::Every(minutes) => {
                let latest = self.program.length(0).saturating_sub(15 * 60);
                (1..=2).map(|n| (0, n * minutes * 60)).filter(|(_, secs)| *secs < latest).collect()
            }
            Breaks::AtMarks(marks) => marks.iter().map(|mark| (mark.item, mark.film_min * 60)).collect(),
        };
        places.retain(|place| *place < self.end);
        for (item, film_secs) in places {
            if writer.chance(15) {
                continue;
            }
            let mut kinds = writer.some(&BreakKind::ALL, 34);
            if kinds.is_empty() && writer.chance(70) {
                kinds.push(BreakKind::Breathe);
            }
            let minutes = writer.count(2, 11);
            let helped = writer.pick(&[Helped::Easier, Helped::Easier, Helped::Easier, Helped::Same, Helped::Harder]);
            self.breaks.push(BreakTaken {
                at: self.wall((item, film_secs)),
                item,
                film_secs: Some(film_secs),
                breathed_secs: if kinds.contains(&BreakKind::Breathe) { minutes * 30 } else { 0 },
                kinds,
                minutes,
                helped: writer.maybe(75, helped),
            });
        }
    }

    /// When a place was reached. Breaks before it count, so they have to be taken in order.
    fn wall(&self, (item, film_secs): Place) -> Wall {
        let before: u32 = (0..item).map(|key| self.program.length(key) + 30).sum();
        let rested: u32 = self
            .breaks
            .iter()
            .filter(|rest| (rest.item, rest.film_secs.unwrap_or(0)) < (item, film_secs))
            .map(|rest| rest.minutes * 60)
            .sum();
        self.began + TimeDelta::seconds(i64::from(before + film_secs + rested))
    }

    /// When the film was over.
    pub fn ended(&self) -> Wall {
        self.wall(self.end)
    }

    /// How far each item was watched.
    pub fn watched(&self) -> Vec<Watched> {
        let watched = |item: &Item| {
            let length = self.program.length(item.key);
            let film_secs = if item.key == self.end.0 { self.end.1 } else { length };
            Watched { item: item.key, film_secs, to_the_end: film_secs == length }
        };
        self.program.items.iter().map(watched).collect()
    }

    /// Presses of "Tears" near the places where the program brings them, at least one where it got that far.
    pub fn marks(&self, writer: &mut Writer) -> Vec<TearMark> {
        let reached: Vec<Place> = self.program.spots.iter().copied().filter(|spot| *spot < self.end).collect();
        let mut spots = writer.some(&reached, 55);
        if spots.is_empty() {
            spots.extend(reached.last());
        }
        let mut places = Vec::new();
        for (item, spot) in spots {
            let first = spot.saturating_add_signed(writer.between(-40, 40));
            places.push((item, first));
            if writer.chance(25) {
                places.push((item, first + writer.count(50, 260)));
            }
        }
        places.retain(|(item, secs)| *secs < self.program.length(*item) && (*item, *secs) < self.end);
        let mark = |(item, secs)| TearMark { item, film_secs: Some(secs), at: self.wall((item, secs)) };
        places.into_iter().map(mark).collect()
    }

    /// A place where tears may have come without a press.
    pub fn any_spot(&self, writer: &mut Writer) -> Option<Place> {
        let reached: Vec<Place> = self.program.spots.iter().copied().filter(|spot| *spot < self.end).collect();
        if reached.is_empty() { None } else { Some(writer.pick(&reached)) }
    }
}
