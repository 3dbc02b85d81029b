//! What the charts show, computed once for each journal, day and choice.

use std::iter::successors;
use std::rc::Rc;

use chrono::{Datelike, Months, NaiveDate, Weekday};

use crate::insights::crying::Step;
use crate::insights::facts::{Facts, List, States};
use crate::insights::relief::Later;
use crate::insights::span::Span;
use crate::insights::{around, crying, mood, moves, pauses, times, year};
use crate::journal::touched::Followed;
use crate::ui::chart::Tick;
use crate::ui::cx::Cx;

use super::around::AroundShown;
use super::mood::MoodShown;
use super::moves::MovesShown;
use super::pauses::PausesShown;
use super::tears::TearsShown;
use super::times::TimesShown;
use super::year::YearShown;

/// What of other people's reports is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct Others {
    /// Faint lines in the chart.
    pub lines: bool,
    /// Women and men apart.
    pub by_gender: bool,
}

/// What all of it was computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Key {
    pub(super) revision: u64,
    pub(super) words: u64,
    pub(super) span: Span,
    pub(super) step: Step,
    pub(super) later: Later,
    pub(super) year: i32,
    pub(super) others: Others,
    pub(super) today: NaiveDate,
}

/// What all charts show. A chart that is made of nothing that changed is kept as it is.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Shown {
    /// What it was computed from.
    pub key: Key,
    made_of: MadeOf,
    /// There is nothing in the journal that a chart could show.
    pub is_empty: bool,
    /// The chart of mood.
    pub mood: Rc<MoodShown>,
    /// The chart of tears.
    pub tears: Rc<TearsShown>,
    /// Before, after and later.
    pub around: Rc<AroundShown>,
    /// What moves me.
    pub moves: Rc<MovesShown>,
    /// When tears come.
    pub times: Rc<TimesShown>,
    /// Breaks and breathing.
    pub pauses: Rc<PausesShown>,
    /// A year in pixels.
    pub year: Rc<YearShown>,
}

/// In what state everything was that charts are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MadeOf {
    lists: [States; CHARTS],
    titles: Followed,
}

/// The lists of facts each chart is made of, in the order of [`MadeOf::lists`].
const USES: [&[List]; CHARTS] =
    [mood::USES, crying::USES, around::USES, moves::USES, times::USES, pauses::USES, year::USES];

const CHARTS: usize = 7;

impl Shown {
    /// `before` is what was shown until now.
    pub(super) fn new(key: Key, cx: &Cx<'_>, facts: &Facts, before: Option<&Self>) -> Self {
        let journal = &cx.model.journal;
        let is_empty = journal.evenings.is_empty() && journal.check_ins.is_empty() && journal.cries.is_empty();
        let made_of = MadeOf { lists: USES.map(|uses| facts.state(uses)), titles: journal.titles.touched().now() };
        let before = before.filter(|before| Key { revision: key.revision, ..before.key } == key);
        let still = |chart: usize| before.filter(|before| before.made_of.lists[chart] == made_of.lists[chart]);
        let with_titles = still(3).filter(|before| before.made_of.titles == made_of.titles);
        Self {
            key,
            made_of,
            is_empty,
            mood: kept(still(0), |shown| &shown.mood, || MoodShown::new(key, cx, facts)),
            tears: kept(still(1), |shown| &shown.tears, || TearsShown::new(key, cx, facts)),
            around: kept(still(2), |shown| &shown.around, || AroundShown::new(key, cx, facts)),
            moves: kept(with_titles, |shown| &shown.moves, || MovesShown::new(key, cx, facts)),
            times: kept(still(4), |shown| &shown.times, || TimesShown::new(key, cx, facts)),
            pauses: kept(still(5), |shown| &shown.pauses, || PausesShown::new(key, cx, facts)),
            year: kept(still(6), |shown| &shown.year, || YearShown::new(key, cx, facts)),
        }
    }
}

fn kept<T>(before: Option<&Shown>, part: impl Fn(&Shown) -> &Rc<T>, new: impl FnOnce() -> T) -> Rc<T> {
    before.map_or_else(|| Rc::new(new()), |before| Rc::clone(part(before)))
}

/// A day without its weekday, and with its year where it is another than this one.
pub(in crate::ui) fn date(cx: &Cx<'_>, day: NaiveDate) -> String {
    date_with(cx, day, day.year() != cx.now.wall.year())
}

pub(super) fn date_with(cx: &Cx<'_>, day: NaiveDate, year: bool) -> String {
    let values = [("day", day.day().into()), ("month", cx.month(day).into()), ("year", day.year().to_string().into())];
    if year { cx.tw("insights-date-of-another-year", &values) } else { cx.tw("insights-date", &values) }
}

/// Ways to label a time under a chart, from the finest to the coarsest. Nothing is labelled finer than by `step`.
pub(super) fn labels(
    cx: &Cx<'_>,
    [from, until]: [NaiveDate; 2],
    step: Step,
    place: impl Fn(NaiveDate) -> f64,
) -> Vec<Vec<Tick>> {
    let days = (until - from).num_days();
    let tick = |day: NaiveDate, words: String| Tick { x: place(day), words };
    let mut ways = Vec::new();
    if days <= 45 && step == Step::Week {
        let every: Vec<_> = successors(Some(from), NaiveDate::succ_opt).take_while(|day| *day <= until).collect();
        let mondays: Vec<_> = every.iter().copied().filter(|day| day.weekday() == Weekday::Mon).collect();
        let mut way = |days: &[NaiveDate]| {
            ways.push(days.iter().map(|day| tick(*day, day_and_short_month(cx, *day))).collect::<Vec<_>>());
        };
        if days <= 20 {
            for stride in 1..=4 {
                way(&every.iter().copied().step_by(stride).collect::<Vec<_>>());
            }
        }
        way(&mondays);
        way(&mondays.iter().copied().step_by(2).collect::<Vec<_>>());
        return ways;
    }
    let first = crate::journal::day::Month::of(from).first_day();
    let starts = || successors(Some(first), |month| month.checked_add_months(Months::new(1)));
    let within = || starts().skip_while(|month| *month < from).take_while(|month| *month <= until);
    for stride in [1, 2, 3, 6] {
        if days <= 366 * i64::from(stride) * 2 {
            let months = within().filter(|month| month.month0().is_multiple_of(stride));
            let words = |month: NaiveDate| match month.month() {
                1 if days > 400 => month.year().to_string(),
                _ => cx.tw("insights-short-month", &[("n", month.month().into())]),
            };
            ways.push(months.map(|month| tick(month, words(month))).collect());
        }
    }
    for stride in [1, 2, 5, 10, 20, 50] {
        let years = within().filter(|month| month.month() == 1 && month.year() % stride == 0);
        ways.push(years.map(|year| tick(year, year.year().to_string())).collect());
    }
    ways
}

fn day_and_short_month(cx: &Cx<'_>, day: NaiveDate) -> String {
    let month = cx.tw("insights-short-month", &[("n", day.month().into())]);
    cx.tw("insights-short-date", &[("day", day.day().into()), ("month", month.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::clock::Now;
    use crate::insights::mood::days_since_epoch;
    use crate::journal::entry::CheckIn;
    use crate::journal::record::DeviceId;
    use crate::text::Text;
    use crate::ui::theme::Themes;

    fn with_cx<R>(years: Option<u32>, look: impl FnOnce(&Cx<'_>) -> R) -> R {
        let wall = "2026-11-22T20:30:00+01:00".parse().expect("a time");
        let now = Now { wall, mono: std::time::Duration::ZERO };
        let mut model = Model::new(String::new(), true);
        if let Some(years) = years {
            let device = DeviceId("abcdef".to_owned());
            model.journal = crate::demo::journal(years, false, model.today(now), wall, device);
        }
        let text = Text::english().expect("whole");
        let themes = Themes::bundled().expect("whole");
        let mut commands = Vec::new();
        look(&Cx { model: &model, text: &text, theme: themes.get("dusk"), now, commands: &mut commands })
    }

    fn shown(cx: &Cx<'_>, span: Span, step: Step) -> Shown {
        let today = cx.model.today(cx.now);
        let (later, others) = (Later::default(), Others::default());
        let key = Key { revision: 0, words: 0, span, step, later, year: today.year(), others, today };
        Shown::new(key, cx, &Facts::of(&cx.model.journal), None)
    }

    #[test]
    fn an_empty_journal_has_nothing_to_show() {
        with_cx(None, |cx| {
            let shown = shown(cx, Span::Everything, Step::Week);
            assert!(shown.is_empty && shown.mood.series.points.is_empty() && shown.tears.series.buckets.is_empty());
        });
    }

    #[test]
    fn every_time_has_labels_in_order() {
        with_cx(Some(1), |cx| {
            let today = cx.model.today(cx.now);
            for days in (0..100).chain([400, 800, 2_000, 10_000, 40_000]) {
                let from = today - chrono::TimeDelta::days(days);
                let ways = labels(cx, [from, today], Step::Week, days_since_epoch);
                assert!(ways.iter().any(|way| !way.is_empty()), "{days} days");
                for tick in ways.iter().flat_map(|way| way.windows(2)) {
                    assert!(tick[0].x < tick[1].x, "{days} days: {tick:?}");
                }
            }
        });
    }

    #[test]
    fn weeks_that_would_be_too_thin_are_months() {
        with_cx(Some(4), |cx| {
            let everything = shown(cx, Span::Everything, Step::Week).tears;
            assert!(everything.months_only && everything.series.step == Step::Month);
            let year = shown(cx, Span::Year, Step::Week).tears;
            assert!(!year.months_only && year.series.step == Step::Week);
        });
    }

    #[test]
    fn only_what_is_made_of_something_new_is_made_anew() {
        with_cx(Some(1), |cx| {
            let mut journal = cx.model.journal.clone();
            let mut facts = Facts::of(&journal);
            let key = shown(cx, Span::Year, Step::Week).key;
            let before = Shown::new(key, cx, &facts, None);
            let day = key.today;
            let check_in: CheckIn = CheckIn { pleasant: Some(9), ..journal.create(day, Some(cx.now.wall)) };
            journal.put(check_in);
            facts.follow(&journal);
            let after = Shown::new(Key { revision: 1, ..key }, cx, &facts, Some(&before));
            assert!(Rc::ptr_eq(&before.around, &after.around) && Rc::ptr_eq(&before.moves, &after.moves));
            assert_eq!(after.mood.series.points.len(), before.mood.series.points.len() + 1);
            let elsewhere = Shown::new(Key { span: Span::Month, ..key }, cx, &facts, Some(&before));
            assert!(!Rc::ptr_eq(&before.around, &elsewhere.around), "another span is another question");
        });
    }
}
