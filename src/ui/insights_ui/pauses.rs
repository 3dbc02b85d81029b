//! Breaks and breathing: minutes breathed, and how it was after a break.

use chrono::NaiveDate;
use egui::Ui;

use crate::insights::crying::Step;
use crate::insights::facts::Facts;
use crate::insights::pauses::{Breathed, HelpedCounts, Pauses, pauses};
use crate::text::insights::{minutes, pauses_summary};
use crate::text::key;
use crate::ui::chart::{Bar, Bars};
use crate::ui::cx::Cx;
use crate::ui::table_ui::{Row, Table};
use crate::ui::theme::size;
use crate::ui::widgets::{section, soft};

use super::shown::{Key, date, labels};

/// Breaks and breathing.
#[derive(Debug)]
pub(in crate::ui) struct PausesShown {
    /// What it shows.
    pub pauses: Pauses,
    /// Weeks or months.
    step: Step,
    /// Minutes breathed: in breaks filled, outside them outlined.
    pub bars: Bars,
    /// How many minutes and breaks there are.
    pub under: String,
    /// What is to be seen, in one sentence.
    pub summary: String,
}

impl PausesShown {
    pub(super) fn new(Key { span, step, today, .. }: Key, cx: &Cx<'_>, facts: &Facts) -> Self {
        // Weeks of years would be too thin to see.
        let step = if span.first_day(today).is_none() { Step::Month } else { step };
        let pauses = pauses(facts, step, span, today);
        let bar = |breathed: &Breathed| Bar {
            filled: minutes(breathed.in_breaks_secs),
            outlined: minutes(breathed.outside_secs),
            known: breathed.known,
        };
        let ends = [pauses.breathed.first(), pauses.breathed.last()];
        let ends = ends.map(|end| end.map_or(today, |(start, _)| *start));
        let place = |day: NaiveDate| {
            let index = pauses.breathed.iter().rposition(|(start, _)| *start <= day).unwrap_or(0);
            f64::from(u32::try_from(index).unwrap_or(u32::MAX))
        };
        let bars = Bars::new(pauses.breathed.iter().map(|(_, one)| bar(one)).collect(), labels(cx, ends, step, place));
        Self { step, bars, under: under(cx, &pauses), summary: pauses_summary(cx.text, &pauses), pauses }
    }

    /// One week or month in words.
    pub fn about(&self, cx: &Cx<'_>, index: usize) -> String {
        let Some((start, breathed)) = self.pauses.breathed.get(index) else { return String::new() };
        let when = match self.step {
            Step::Week => cx.tw("crying-chart-week-from", &[("day", date(cx, *start).into())]),
            Step::Month => cx.month_and_year(*start),
        };
        let values = [
            ("when", when.into()),
            ("inside", minutes(breathed.in_breaks_secs).into()),
            ("outside", minutes(breathed.outside_secs).into()),
        ];
        cx.tw(if breathed.known { key("pauses-bar") } else { key("pauses-gap") }, &values)
    }

    /// How it was after breaks, kind by kind.
    pub fn helped_ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        if self.pauses.by_kind.is_empty() {
            return;
        }
        ui.add_space(size::GAP);
        section(ui, cx, &cx.t("pauses-helped"));
        ui.spacing_mut().item_spacing.y = 8.0;
        for (kind, counts) in &self.pauses.by_kind {
            soft(ui, cx, &helped_words(cx, &cx.break_kind(*kind), counts));
        }
    }

    /// The same as a table: breaks by kind, then the weeks or months, newest first.
    pub fn table(&self, cx: &Cx<'_>, page: usize) -> Table {
        let kinds = self.pauses.by_kind.iter().map(|(kind, counts)| {
            let name = cx.break_kind(*kind);
            let cells = [counts.breaks, counts.easier, counts.same, counts.harder].map(|n| n.to_string());
            Row {
                sentence: helped_words(cx, &name, counts),
                cells: [vec![name], cells.to_vec(), vec![String::new()]].concat(),
            }
        });
        let months = (0..self.pauses.breathed.len()).rev().map(|index| {
            let (start, breathed) = self.pauses.breathed[index];
            let name = if self.step == Step::Week { date(cx, start) } else { cx.month_and_year(start) };
            let all = minutes(breathed.in_breaks_secs + breathed.outside_secs).to_string();
            let all = if breathed.known { all } else { cx.t("table-not-known") };
            let cells = [vec![name], vec![String::new(); 4], vec![all]].concat();
            Row { cells, sentence: self.about(cx, index).replace('\n', ": ") }
        });
        let mut all: Vec<Row> = kinds.chain(months).collect();
        let heads = vec![
            cx.t("pauses-head-what"),
            cx.t("pauses-head-breaks"),
            cx.t("pauses-head-easier"),
            cx.t("pauses-head-same"),
            cx.t("pauses-head-harder"),
            cx.t("pauses-head-minutes"),
        ];
        let n = all.len();
        Table::of(cx, self.under.clone(), heads, page, |skip, take| {
            (all.drain(skip.min(n)..(skip + take).min(n)).collect(), n)
        })
    }
}

fn helped_words(cx: &Cx<'_>, name: &str, counts: &HelpedCounts) -> String {
    let values = [
        ("kind", name.to_owned().into()),
        ("n", counts.breaks.into()),
        ("answered", counts.answered().into()),
        ("easier", counts.easier.into()),
        ("same", counts.same.into()),
        ("harder", counts.harder.into()),
    ];
    cx.tw("pauses-kind", &values)
}

fn under(cx: &Cx<'_>, pauses: &Pauses) -> String {
    if pauses.breathed.is_empty() && pauses.breaks.breaks == 0 {
        return cx.t("pauses-none");
    }
    let all = minutes(pauses.all.in_breaks_secs + pauses.all.outside_secs);
    cx.tw("pauses-under", &[("minutes", all.into()), ("n", pauses.breaks.breaks.into())])
}
