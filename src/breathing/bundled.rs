//! The patterns that come with the program.

use serde::Deserialize;

use crate::list_file::{self, FileError, ListFile};

use super::pattern::Pattern;
use super::timing::Timing;

#[derive(Deserialize)]
struct BreathingFile {
    format: String,
    version: u32,
    patterns: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    timing: Timing,
}

impl ListFile for BreathingFile {
    const FORMAT: &'static str = "sunshower/breathing";
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// The patterns that come with the program, the usual one first.
///
/// # Errors
/// Where the bundled file makes no sense; a test makes sure that it does.
pub fn patterns() -> Result<Vec<Pattern>, FileError> {
    let file: BreathingFile = list_file::read(include_str!("../../assets/breathing.ron"))?;
    Ok(file.patterns.into_iter().map(|entry| Pattern { id: entry.id, name: None, timing: entry.timing }).collect())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// Seconds of the parts, breaths a minute, breaths nearest to five minutes and the seconds they take, and where
    /// it stops. The table and its sources are named in `assets/breathing.ron`.
    #[expect(clippy::type_complexity, reason = "the table as it stands")]
    const TABLE: [(&str, [f64; 5], f64, (u32, u64), Option<u32>); 6] = [
        ("longer-out", [4.0, 0.0, 0.0, 6.0, 0.0], 6.0, (30, 300), None),
        ("equal", [5.0, 0.0, 0.0, 5.0, 0.0], 6.0, (30, 300), None),
        ("coherent", [5.5, 0.0, 0.0, 5.5, 0.0], 5.4545, (27, 297), None),
        ("sigh", [2.5, 1.0, 0.0, 6.5, 0.0], 6.0, (30, 300), None),
        ("box", [4.0, 0.0, 4.0, 4.0, 4.0], 3.75, (19, 304), None),
        ("four-seven-eight", [4.0, 0.0, 7.0, 8.0, 0.0], 3.158, (16, 304), Some(4)),
    ];

    #[test]
    fn the_patterns_are_those_of_the_table() {
        let patterns = patterns().expect("whole");
        assert_eq!(patterns.iter().map(|pattern| pattern.id.as_str()).collect::<Vec<_>>(), TABLE.map(|row| row.0));
        for (pattern, (id, secs, per_minute, (breaths, lasts), stops)) in patterns.iter().zip(TABLE) {
            let timing = pattern.timing;
            assert_eq!(timing.checked(), Ok(timing), "{id}");
            assert_eq!(timing.parts().map(|(_, length)| length), secs.map(Duration::from_secs_f64), "{id}");
            let found = 60.0 / timing.cycle().as_secs_f64();
            assert!((found - per_minute).abs() < 0.001, "{id}: {found}");
            assert_eq!(timing.breaths_in(Duration::from_mins(5)), breaths, "{id}");
            assert_eq!(timing.cycle() * breaths, Duration::from_secs(lasts), "{id}");
            assert_eq!(timing.stops_after(), stops, "{id}");
            assert!(stops.is_none_or(|stops| timing.lasts(stops) == Duration::from_secs(76)), "{id}");
        }
    }

    #[test]
    fn the_first_is_the_usual_one_and_what_is_held_is_never_offered() {
        let patterns = patterns().expect("whole");
        assert_eq!(patterns[0], Pattern::default());
        let held: Vec<&str> =
            patterns.iter().filter(|pattern| !pattern.may_be_offered()).map(|pattern| pattern.id.as_str()).collect();
        assert_eq!(held, ["box", "four-seven-eight"]);
    }
}
