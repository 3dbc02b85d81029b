//! Short stretches for a break, as line figures.

use serde::Deserialize;

use crate::list_file::{self, FileError, ListFile};

/// A place in a figure's square, from (0, 0) at the top left to (1, 1).
pub type At = (f32, f32);

/// One stretch, drawn.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Stretch {
    /// Names it, and is the key of its words.
    pub id: String,
    /// What it is drawn of, from the back to the front.
    pub parts: Vec<Part>,
}

/// A part of a figure.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Part {
    /// A filled head.
    Head {
        /// Its middle.
        at: At,
        /// Its radius, as a share of the square.
        radius: f32,
    },
    /// A limb or the trunk: a smooth line through these places.
    Limb(Vec<At>),
    /// The chair or the floor, fainter: straight lines through these places.
    Prop(Vec<At>),
    /// Which way it moves: a smooth line with a head at its end.
    Way(Vec<At>),
}

#[derive(Deserialize)]
struct StretchesFile {
    format: String,
    version: u32,
    stretches: Vec<Stretch>,
}

impl ListFile for StretchesFile {
    const FORMAT: &'static str = "sunshower/stretches";
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// The stretches that come with the program.
///
/// # Errors
/// Where the bundled file makes no sense; a test makes sure that it does.
pub fn bundled() -> Result<Vec<Stretch>, FileError> {
    Ok(list_file::read::<StretchesFile>(include_str!("../../assets/stretches.ron"))?.stretches)
}

/// A smooth line through all of `places`: a Catmull-Rom spline (Catmull and Rom 1974), with `steps` pieces between two.
#[must_use]
pub fn smooth(places: &[At], steps: u8) -> Vec<At> {
    let last = places.len().saturating_sub(1);
    if places.len() < 3 {
        return places.to_vec();
    }
    let place = |index: usize| places[index.min(last)];
    let mut line = Vec::with_capacity(last * usize::from(steps) + 1);
    for index in 0..last {
        let around = [place(index.saturating_sub(1)), place(index), place(index + 1), place(index + 2)];
        for step in 0..steps {
            let through = f32::from(step) / f32::from(steps.max(1));
            line.push((between(around.map(|at| at.0), through), between(around.map(|at| at.1), through)));
        }
    }
    line.push(place(last));
    line
}

/// One coordinate, `through` from the second of four to the third.
fn between([before, from, to, after]: [f32; 4], through: f32) -> f32 {
    let bend = 2.0 * before - 5.0 * from + 4.0 * to - after;
    let twist = 3.0 * from - before - 3.0 * to + after;
    0.5 * (2.0 * from + (to - before) * through + bend * through.powi(2) + twist * through.powi(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_figures_each_with_one_head_inside_their_square() {
        let stretches = bundled().expect("whole");
        assert_eq!(stretches.len(), 8);
        for Stretch { id, parts } in &stretches {
            let heads = parts.iter().filter(|part| matches!(part, Part::Head { .. })).count();
            assert_eq!(heads, 1, "{id}");
            assert!(parts.iter().any(|part| matches!(part, Part::Way(_))), "{id} says which way it moves");
            for part in parts {
                let places = match part {
                    Part::Head { at: (x, y), radius } => vec![(x - radius, y - radius), (x + radius, y + radius)],
                    Part::Limb(line) | Part::Way(line) => smooth(line, 8),
                    Part::Prop(line) => line.clone(),
                };
                assert!(places.len() >= 2, "{id}");
                assert!(places.iter().all(|(x, y)| (0.04..=0.96).contains(x) && (0.04..=0.96).contains(y)), "{id}");
            }
        }
    }

    #[test]
    fn a_smooth_line_goes_through_its_places() {
        let places = [(0.1, 0.1), (0.5, 0.2), (0.4, 0.9)];
        let line = smooth(&places, 8);
        for (index, (x, y)) in places.iter().enumerate() {
            let (lx, ly) = line[index * 8];
            assert!((lx - x).abs() < 1e-6 && (ly - y).abs() < 1e-6);
        }
    }
}
