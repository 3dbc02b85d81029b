//! Mood, tears, what moves me, and breaks.

use std::collections::HashMap;

use maud::{Markup, html};

use crate::insights::crying::{Bucket, CryingSeries, Step, per_month};
use crate::insights::mood::{self, MoodSeries, days_since_epoch};
use crate::insights::moves::{Moved, moves};
use crate::insights::pauses::pauses;
use crate::insights::span::Span;
use crate::shelf::history::ids_by_name;
use crate::text::Text;
use crate::text::insights::{mood_summary, mood_under, pauses_summary, signed};

use super::Seen;
use super::draw::{Bar, Below, Level, Line, bars, chart, dots, frame, lines, percent_levels};
use super::words::{break_word, date, month};

/// How pleasant it was, over time.
pub(super) fn mood(seen: Seen<'_>) -> Markup {
    let text = seen.text;
    let series = mood::series(seen.facts, Span::Everything, seen.until);
    let (title, sentence) = (text.get("mood-title"), mood_summary(text, &series, |day| date(text, day)));
    html! {
        section {
            h2 { (title) }
            p { (mood_under(text, &series)) }
            @if let Some(inside) = mood_chart(seen, &series) {
                (chart("mood", &title, &sentence, &inside))
                p { (sentence) }
            }
        }
    }
}

fn mood_chart(seen: Seen<'_>, series: &MoodSeries) -> Option<Markup> {
    let points = seen.facts.points().get(series.points.clone())?;
    let (first, last) = (points.first()?, points.last()?);
    let first_day = series.days.first()?.day;
    // A check-in after midnight stands a day later than the day it was lived on, where the line has its place.
    let begins = first.x.floor().min(days_since_epoch(first_day));
    let ends = last.x.floor().max(days_since_epoch(seen.until)) + 1.0;
    let across = |x: f64| (x - begins) / (ends - begins);
    let line = |piece: &Vec<mood::LinePoint>| Line {
        places: piece.iter().map(|place| [across(place.x), place.y / 100.0]).collect(),
        is_dashed: false,
        is_thick: true,
    };
    let pieces: Vec<Line> = series.line.iter().map(line).collect();
    let below = [(0.0, first_day), (1.0, seen.until)];
    let below = below.map(|(across, day)| Below { across, words: date(seen.text, day) });
    Some(html! {
        (frame(&percent_levels(), &below))
        (dots(points.iter().map(|point| [across(point.x), f64::from(point.pleasant) / 100.0])))
        (lines(&pieces))
    })
}

/// Tears, month by month.
pub(super) fn tears(seen: Seen<'_>) -> Markup {
    let text = seen.text;
    let series = per_month(seen.facts, Span::Everything, seen.until);
    let summary = series.summary;
    let values =
        [("n", summary.total.into()), ("inside", summary.in_evenings.into()), ("outside", summary.outside.into())];
    let (title, sentence) = (text.get("crying-chart-title"), text.with("export-tears", &values));
    html! {
        section class="long" {
            h2 { (title) }
            p { (sentence) }
            @if let Some(inside) = tears_chart(text, &series) {
                (chart("tears", &title, &sentence, &inside))
                p { (text.get("export-tears-legend")) }
                table {
                    thead {
                        tr {
                            th { (text.get("table-month")) }
                            th class="number" { (text.get("table-inside")) }
                            th class="number" { (text.get("table-outside")) }
                            th class="number" { (text.get("table-known")) }
                        }
                    }
                    tbody { @for bucket in &series.buckets { (tears_row(seen, bucket)) } }
                }
            }
        }
    }
}

fn tears_chart(text: &Text, series: &CryingSeries) -> Option<Markup> {
    let (first, last) = (series.buckets.first()?, series.buckets.last()?);
    let most = series.buckets.iter().map(Bucket::total).max()?.max(1);
    let levels = [(0.0, 0), (1.0, most)].map(|(up, n)| Level { up, words: n.to_string() });
    let mut below = vec![Below { across: 0.0, words: month(text, first.start) }];
    if first.start < last.start {
        below.push(Below { across: 1.0, words: month(text, last.start) });
    }
    let bar =
        |bucket: &Bucket| Bar { filled: bucket.in_evenings, outlined: bucket.outside, is_known: bucket.is_known() };
    let of_months: Vec<Bar> = series.buckets.iter().map(bar).collect();
    Some(html! {
        (frame(&levels, &below))
        (bars(&of_months, most))
    })
}

fn tears_row(seen: Seen<'_>, bucket: &Bucket) -> Markup {
    let text = seen.text;
    // The days of the first month that lie before the period were not asked for.
    let begins = seen.from.map_or(bucket.start, |from| from.max(bucket.start));
    let days = u32::try_from((bucket.end - begins).num_days() + 1).unwrap_or(0);
    let number = |n: u32| if bucket.is_known() { n.to_string() } else { text.get("around-not-said") };
    let known = if bucket.is_known() {
        text.with("table-known-days", &[("known", bucket.known_days.into()), ("days", days.into())])
    } else {
        text.get("table-not-known")
    };
    html! {
        tr {
            td { (month(text, bucket.start)) }
            td class="number" { (number(bucket.in_evenings)) }
            td class="number" { (number(bucket.outside)) }
            td class="number" { (known) }
        }
    }
}

/// What was watched, and what it did.
pub(super) fn moves_me(seen: Seen<'_>) -> Markup {
    let text = seen.text;
    let ids: HashMap<String, String> = ids_by_name(seen.journal).collect();
    let moves = moves(seen.facts, |name| ids.get(name).cloned(), |_| Vec::new(), Span::Everything, seen.until);
    let under = if moves.n == 0 { text.get("moves-none") } else { text.with("moves-under", &[("n", moves.n.into())]) };
    html! {
        section class="long" {
            h2 { (text.get("moves-title")) }
            p { (under) }
            @if !moves.titles.is_empty() {
                table {
                    thead {
                        tr {
                            th { (text.get("moves-head-title")) }
                            th class="number" { (text.get("moves-head-tears")) }
                            th class="number" { (text.get("moves-head-minute")) }
                            th class="number" { (text.get("moves-head-change")) }
                        }
                    }
                    tbody { @for title in &moves.titles { (moved_row(text, title)) } }
                }
            }
        }
    }
}

fn moved_row(text: &Text, moved: &Moved) -> Markup {
    let name = moved.name.trim();
    let name = if name.is_empty() { text.get("item-unnamed") } else { name.to_owned() };
    let history = moved.history;
    let counts = [("moved", history.moved.into()), ("known", history.known.into())];
    html! {
        tr {
            td dir="auto" { (name) }
            td class="number" { (text.with("moves-counts", &counts)) }
            td class="number" { (history.typical_min.map(|minute| minute.to_string()).unwrap_or_default()) }
            td class="number" { (history.change.map(signed).unwrap_or_default()) }
        }
    }
}

/// Breaks and breathing.
pub(super) fn breaks(seen: Seen<'_>) -> Markup {
    let text = seen.text;
    let pauses = pauses(seen.facts, Step::Month, Span::Everything, seen.until);
    html! {
        section {
            h2 { (text.get("pauses-title")) }
            p { (pauses_summary(text, &pauses)) }
            @if !pauses.by_kind.is_empty() {
                table {
                    thead {
                        tr {
                            th { (text.get("pauses-head-what")) }
                            th class="number" { (text.get("pauses-head-breaks")) }
                            th class="number" { (text.get("pauses-head-easier")) }
                            th class="number" { (text.get("pauses-head-same")) }
                            th class="number" { (text.get("pauses-head-harder")) }
                        }
                    }
                    tbody {
                        @for (kind, counts) in &pauses.by_kind {
                            tr {
                                td { (break_word(text, *kind)) }
                                td class="number" { (counts.breaks) }
                                td class="number" { (counts.easier) }
                                td class="number" { (counts.same) }
                                td class="number" { (counts.harder) }
                            }
                        }
                    }
                }
            }
        }
    }
}
