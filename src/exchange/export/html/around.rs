//! Before, after and later: how pleasant it was around evenings, and what can be said of that.

use maud::{Markup, html};

use crate::insights::around::{self, Around, AroundSeries, MOMENTS};
use crate::insights::relief::{LEAST_EVENINGS, Later, relief};
use crate::insights::span::Span;
use crate::text::Text;
use crate::text::insights::{answer, around_summary, around_under, moment_word};

use super::Seen;
use super::draw::{Below, Line, chart, frame, lines, percent_levels};

/// So many evenings have a line of their own, as on the screen; more would be one grey patch.
const MOST_LINES: usize = 200;

/// Before, right after, and later.
pub(super) fn around(seen: Seen<'_>) -> Markup {
    let text = seen.text;
    let series = around::series(seen.facts, Span::Everything, seen.until);
    let answer = answer(text, &relief(seen.facts, Later::Plus90, Span::Everything, seen.until), None);
    let (title, sentence) = (text.get("around-title"), around_summary(text, &series));
    html! {
        section {
            h2 { (title) }
            p { (around_under(text, &series)) }
            @if !series.evenings.is_empty() {
                (chart("around", &title, &sentence, &inside(text, &series)))
                p { (text.with("export-around-legend", &[("least", LEAST_EVENINGS.into())])) }
                p { (text.get("export-scale")) }
                @if series.evenings.len() > MOST_LINES { p { (text.get("around-latest")) } }
                p { (sentence) }
            }
            @for said in &answer { p { (said) } }
        }
    }
}

fn inside(text: &Text, series: &AroundSeries) -> Markup {
    let latest = series.evenings.iter().skip(series.evenings.len().saturating_sub(MOST_LINES));
    let thin = latest.map(|one: &Around| Line {
        places: places(one.pleasant.map(|value| value.map(f64::from))),
        is_dashed: one.tears != Some(true),
        is_thick: false,
    });
    let groups = [(&series.without, true), (&series.with, false)].into_iter();
    let thick = groups.filter(|(group, _)| group.n >= LEAST_EVENINGS).map(|(group, is_dashed)| Line {
        places: places(group.median.map(|value| value.map(|(median, _)| median))),
        is_dashed,
        is_thick: true,
    });
    let all: Vec<Line> = thin.chain(thick).collect();
    let below = [0, 1, 2, 3].map(|moment| Below { across: share(moment), words: moment_word(text, moment) });
    html! {
        (frame(&percent_levels(), &below))
        (lines(&all))
    }
}

/// The moments of which something is known.
fn places(heights: [Option<f64>; MOMENTS]) -> Vec<[f64; 2]> {
    let known = heights.into_iter().enumerate();
    known.filter_map(|(moment, height)| Some([share(moment), height? / 100.0])).collect()
}

/// Where a moment stands, as a share of the width.
fn share(moment: usize) -> f64 {
    f64::from(u8::try_from(moment).unwrap_or(u8::MAX)) / 3.0
}
