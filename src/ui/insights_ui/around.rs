//! Before, after and later: how pleasant it was around evenings, and whether it helps.

use crate::app::nav::Page;
use crate::insights::around::{self, Around, AroundSeries, Group, MOMENTS};
use crate::insights::facts::Facts;
use crate::insights::relief::{LEAST_EVENINGS, Later, Relief, relief};
use crate::text::insights::{answer, around_summary, around_under, moment_value, moment_word};
use crate::text::key;
use crate::ui::chart::{Line, Lines, Tick};
use crate::ui::cx::Cx;
use crate::ui::table_ui::{Row, Table};

use super::shown::Key;

/// Before, after and later.
#[derive(Debug)]
pub(in crate::ui) struct AroundShown {
    /// What it shows.
    pub series: AroundSeries,
    /// The same, ready to be drawn.
    pub lines: Lines,
    /// How many evenings there are.
    pub under: String,
    /// What is to be seen, in one sentence.
    pub summary: String,
    /// The answer to "Does it help me?", sentence by sentence.
    pub answer: Vec<String>,
}

impl AroundShown {
    pub(super) fn new(Key { span, later, today, .. }: Key, cx: &Cx<'_>, facts: &Facts) -> Self {
        let series = around::series(facts, span, today);
        let thin = series.evenings.iter().map(|one| Line::new(places(one), one.tears != Some(true))).collect();
        let few = u32::try_from(series.evenings.len()).is_ok_and(|n| n < LEAST_EVENINGS);
        let groups = [(&series.without, true), (&series.with, false)];
        let thick = groups.into_iter().filter(|(group, _)| group.n >= LEAST_EVENINGS);
        let thick = thick.map(|(group, dashed)| Line::new(middle(group), dashed)).collect();
        let ticks = (0..MOMENTS).map(|moment| Tick { x: place(moment), words: moment_word(cx.text, moment) });
        Self {
            lines: Lines::new(thin, thick, few, ticks.collect()),
            under: around_under(cx.text, &series),
            summary: around_summary(cx.text, &series),
            answer: answer_for_me(cx, &relief(facts, later, span, today)),
            series,
        }
    }

    /// One evening in words.
    pub fn about(&self, cx: &Cx<'_>, index: usize) -> String {
        let Some(one) = self.series.evenings.get(index) else { return String::new() };
        format!("{}\n{}", head(cx, one), values(cx, one).join("\n"))
    }

    /// What is behind a line.
    pub fn page(&self, index: usize) -> Option<Page> {
        self.series.evenings.get(index).map(|one| Page::Evening(one.evening))
    }

    /// The same as a table.
    pub fn table(&self, cx: &Cx<'_>, page: usize) -> Table {
        let mut heads = vec![cx.t("table-day"), cx.t("around-head-tears")];
        heads.extend((0..MOMENTS).map(|moment| moment_word(cx.text, moment)));
        let row = |one: &Around| {
            let mut cells = vec![cx.day(one.day), tears_word(cx, one.tears)];
            cells.extend(one.pleasant.map(|value| value.map_or_else(|| cx.t("around-not-said"), |n| n.to_string())));
            Row { cells, sentence: format!("{}: {}", head(cx, one), values(cx, one).join(", ")) }
        };
        Table::of(
            cx,
            cx.tw("around-table-under", &[("under", self.under.clone().into())]),
            heads,
            page,
            |skip, take| {
                let rows = self.series.evenings.iter().rev().skip(skip).take(take).map(row).collect();
                (rows, self.series.evenings.len())
            },
        )
    }
}

fn place(moment: usize) -> f64 {
    f64::from(u8::try_from(moment).unwrap_or(u8::MAX))
}

fn places(one: &Around) -> Vec<[f64; 2]> {
    let known = one.pleasant.iter().enumerate();
    known.filter_map(|(moment, value)| Some([place(moment), f64::from((*value)?)])).collect()
}

fn middle(group: &Group) -> Vec<[f64; 2]> {
    let known = group.median.iter().enumerate();
    known.filter_map(|(moment, value)| Some([place(moment), (*value)?.0])).collect()
}

fn tears_word(cx: &Cx<'_>, tears: Option<bool>) -> String {
    cx.t(match tears {
        Some(true) => key("around-with"),
        Some(false) => key("around-without"),
        None => key("around-unanswered"),
    })
}

fn head(cx: &Cx<'_>, one: &Around) -> String {
    cx.tw("around-head", &[("day", cx.day(one.day).into()), ("tears", tears_word(cx, one.tears).into())])
}

/// What is known of the four moments.
fn values(cx: &Cx<'_>, one: &Around) -> Vec<String> {
    let known = one.pleasant.iter().enumerate();
    known.filter_map(|(moment, value)| Some(moment_value(cx.text, moment, (*value)?.to_string()))).collect()
}

/// The answer, with what is for the person alone where it was lower.
fn answer_for_me(cx: &Cx<'_>, relief: &Relief) -> Vec<String> {
    // Right after the film a dip says nothing about how it goes on.
    let line = if relief.later == Later::After { key("relief-dip-line") } else { key("relief-lower-line") };
    answer(cx.text, relief, Some(line))
}
