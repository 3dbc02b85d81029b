//! A year in pixels.

use std::iter::successors;

use chrono::{Datelike, NaiveDate};

use crate::app::nav::Page;
use crate::insights::facts::Facts;
use crate::insights::year::{Year, YearDay, year};
use crate::text::insights::rounded;
use crate::ui::chart::{Pixel, Pixels};
use crate::ui::cx::Cx;
use crate::ui::table_ui::{Row, Table};

use super::shown::Key;

/// A year in pixels.
#[derive(Debug)]
pub(in crate::ui) struct YearShown {
    /// What it shows.
    pub year: Year,
    /// The days that have been, in order.
    days: Vec<NaiveDate>,
    /// The same, ready to be drawn.
    pub pixels: Pixels,
    /// How many days something is known of.
    pub under: String,
    /// What is to be seen, in one sentence.
    pub summary: String,
    /// The evenings of days that have one.
    evenings: Vec<(NaiveDate, uuid::Uuid)>,
}

impl YearShown {
    pub(super) fn new(Key { year: shown, today, .. }: Key, cx: &Cx<'_>, facts: &Facts) -> Self {
        let year = year(facts, shown, today);
        let first = NaiveDate::from_ymd_opt(shown, 1, 1);
        let days: Vec<NaiveDate> =
            successors(first, NaiveDate::succ_opt).take_while(|day| day.year() == shown && *day <= today).collect();
        let pixel = |day: &NaiveDate| {
            let known = year.days.get(day).copied().unwrap_or_default();
            (day.month0() as usize, day.day0() as usize, pixel(&known))
        };
        let months = (1..=12_u32).map(|n| cx.tw("insights-short-month", &[("n", n.into())])).collect();
        let pixels = Pixels::new(days.iter().map(pixel), months);
        let of_year = facts.evenings().iter().filter(|evening| evening.day.year() == shown);
        let evenings = of_year.map(|evening| (evening.day, evening.id)).collect();
        Self { pixels, under: under(cx, &year), summary: summary(cx, &year), evenings, days, year }
    }

    /// One day in words.
    pub fn about(&self, cx: &Cx<'_>, index: usize) -> String {
        let Some(day) = self.days.get(index) else { return String::new() };
        let known = self.year.days.get(day).copied().unwrap_or_default();
        let parts = parts(cx, &known);
        let what = if parts.is_empty() { cx.t("year-nothing-known") } else { parts.join("\n") };
        format!("{}\n{what}", cx.day(*day))
    }

    /// The evening of a day.
    pub fn page(&self, index: usize) -> Option<Page> {
        let day = self.days.get(index)?;
        self.evenings.iter().find(|(of, _)| of == day).map(|(_, id)| Page::Evening(*id))
    }

    /// The days of which something was said, as a table, newest first.
    pub fn table(&self, cx: &Cx<'_>, page: usize) -> Table {
        let told: Vec<(&NaiveDate, &YearDay)> = self
            .year
            .days
            .iter()
            .filter(|(_, day)| day.pleasant.is_some() || day.cries > 0 || day.evenings > 0)
            .collect();
        let row = |(date, day): &(&NaiveDate, &YearDay)| {
            let cells = vec![
                cx.day(**date),
                day.pleasant.map(rounded).unwrap_or_default(),
                day.cries.to_string(),
                day.evenings.to_string(),
            ];
            let sentence = format!("{}: {}", cx.day(**date), parts(cx, day).join(", "));
            Row { cells, sentence }
        };
        let heads =
            vec![cx.t("table-day"), cx.t("year-head-pleasant"), cx.t("year-head-tears"), cx.t("year-head-evenings")];
        Table::of(cx, self.under.clone(), heads, page, |skip, take| {
            (told.iter().rev().skip(skip).take(take).map(row).collect(), told.len())
        })
    }
}

fn pixel(day: &YearDay) -> Pixel {
    #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
    let filled = day.pleasant.map(|mean| (mean / 100.0) as f32);
    Pixel { filled, tears: day.cries > 0, known: day.known }
}

/// What is known of a day.
fn parts(cx: &Cx<'_>, day: &YearDay) -> Vec<String> {
    let pleasant =
        day.pleasant.map(|mean| cx.tw("year-pleasant", &[("mean", rounded(mean).into()), ("n", day.check_ins.into())]));
    let cries = (day.cries > 0).then(|| cx.tw("year-cries", &[("n", day.cries.into())]));
    let evenings = (day.evenings > 0).then(|| cx.tw("year-evenings", &[("n", day.evenings.into())]));
    let quiet = (day.known && day.pleasant.is_none() && day.cries == 0).then(|| cx.t("year-no-tears"));
    [pleasant, cries, evenings, quiet].into_iter().flatten().collect()
}

fn under(cx: &Cx<'_>, year: &Year) -> String {
    let values = [("year", year.year.to_string().into()), ("n", year.days.len().into())];
    cx.tw("year-under", &values)
}

fn summary(cx: &Cx<'_>, year: &Year) -> String {
    let values = [
        ("year", year.year.to_string().into()),
        ("mood", year.days_with_mood.into()),
        ("tears", year.days_with_tears.into()),
        ("n", year.cries.into()),
    ];
    cx.tw("year-summary", &values)
}
