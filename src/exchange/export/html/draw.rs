//! Small charts, drawn as SVG within the page.
//!
//! Every element has an end tag: HTML takes an SVG element without one for the parent of whatever follows.

use maud::{Markup, html};

/// How wide a chart is, in its own units.
const WIDE: f64 = 640.0;
/// How tall it is.
const TALL: f64 = 200.0;
/// Room for the numbers on the left.
const LEFT: f64 = 40.0;
/// Room on the right.
const RIGHT: f64 = 12.0;
/// Room above.
const TOP: f64 = 10.0;
/// Room for the words below.
const FOOT: f64 = 26.0;

/// A height with its number, as a share of the whole height.
pub(super) struct Level {
    pub(super) up: f64,
    pub(super) words: String,
}

/// Words below a chart, at a share of its width.
pub(super) struct Below {
    pub(super) across: f64,
    pub(super) words: String,
}

/// A line through places, each a share of the width and of the height.
pub(super) struct Line {
    pub(super) places: Vec<[f64; 2]>,
    pub(super) is_dashed: bool,
    pub(super) is_thick: bool,
}

/// A bar of two parts, or the dot that stands where nothing is known.
pub(super) struct Bar {
    pub(super) filled: u32,
    pub(super) outlined: u32,
    pub(super) is_known: bool,
}

/// A chart. `name` tells those of one page apart; the title and the sentence are for whoever does not see it.
pub(super) fn chart(name: &str, title: &str, sentence: &str, inside: &Markup) -> Markup {
    html! {
        figure {
            svg viewBox=(format!("0 0 {WIDE} {TALL}")) role="img"
                aria-labelledby=(format!("{name}-title {name}-desc")) {
                title id=(format!("{name}-title")) { (title) }
                desc id=(format!("{name}-desc")) { (sentence) }
                (inside)
            }
        }
    }
}

/// The levels on the left and the words below.
pub(super) fn frame(levels: &[Level], below: &[Below]) -> Markup {
    html! {
        @for level in levels {
            line x1=(number(LEFT)) y1=(number(y(level.up))) x2=(number(WIDE - RIGHT)) y2=(number(y(level.up)))
                stroke="#aaa" stroke-width="0.6" {}
            text x=(number(LEFT - 6.0)) y=(number(y(level.up) + 4.0)) text-anchor="end" { (level.words) }
        }
        @for one in below {
            text x=(number(x(one.across))) y=(number(TALL - 8.0)) text-anchor=(anchor(one.across)) { (one.words) }
        }
    }
}

/// Levels from 0 to 100.
pub(super) fn percent_levels() -> [Level; 3] {
    [(0.0, 0), (0.5, 50), (1.0, 100)].map(|(up, n)| Level { up, words: n.to_string() })
}

/// Dots. One path for all of them, because ten years hold many: ends of no length are drawn round.
pub(super) fn dots(places: impl Iterator<Item = [f64; 2]>) -> Markup {
    let path: Vec<String> = places.map(|[across, up]| format!("M{} {}h0", number(x(across)), number(y(up)))).collect();
    html! {
        path d=(path.concat()) fill="none" stroke="#000" stroke-opacity="0.45" stroke-width="3.6"
            stroke-linecap="round" {}
    }
}

/// Lines.
pub(super) fn lines(lines: &[Line]) -> Markup {
    html! {
        @for line in lines {
            polyline points=(points(&line.places)) fill="none"
                stroke=(if line.is_thick { "#000" } else { "#888" })
                stroke-width=(if line.is_thick { "2.4" } else { "0.7" })
                stroke-dasharray=[line.is_dashed.then_some("5 4")] {}
        }
    }
}

/// Bars side by side, the greatest of which reaches up to `most`.
pub(super) fn bars(bars: &[Bar], most: u32) -> Markup {
    let width = 1.0 / f64::from(u32::try_from(bars.len()).unwrap_or(u32::MAX).max(1));
    let thick = ((WIDE - LEFT - RIGHT) * width * 0.7).min(36.0);
    let share = |n: u32| f64::from(n) / f64::from(most.max(1));
    let middles = (0_u32..).map(|n| (f64::from(n) + 0.5) * width);
    html! {
        @for (middle, bar) in middles.zip(bars) {
            @if !bar.is_known {
                circle cx=(number(x(middle))) cy=(number(y(0.0) - 3.0)) r="1.6" fill="#000" {}
            }
            @if bar.filled > 0 {
                (rect(x(middle) - thick / 2.0, [share(bar.filled), 0.0], thick, "#444"))
            }
            @if bar.outlined > 0 {
                (rect(x(middle) - thick / 2.0, [share(bar.filled + bar.outlined), share(bar.filled)], thick, "#fff"))
            }
        }
    }
}

fn rect(left: f64, [upper, lower]: [f64; 2], thick: f64, fill: &str) -> Markup {
    html! {
        rect x=(number(left)) y=(number(y(upper))) width=(number(thick)) height=(number(y(lower) - y(upper)))
            fill=(fill) stroke="#444" stroke-width="0.8" {}
    }
}

fn points(places: &[[f64; 2]]) -> String {
    let places = places.iter().map(|[across, up]| format!("{},{}", number(x(*across)), number(y(*up))));
    places.collect::<Vec<_>>().join(" ")
}

/// Where the words begin, so that they stay within the chart.
fn anchor(across: f64) -> &'static str {
    match across {
        at if at < 0.1 => "start",
        at if at > 0.9 => "end",
        _ => "middle",
    }
}

fn x(across: f64) -> f64 {
    LEFT + across.clamp(0.0, 1.0) * (WIDE - LEFT - RIGHT)
}

fn y(up: f64) -> f64 {
    TALL - FOOT - up.clamp(0.0, 1.0) * (TALL - FOOT - TOP)
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}
