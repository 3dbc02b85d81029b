//! The file that says what a backup holds.

use std::collections::BTreeSet;

use ron::ser::PrettyConfig;
use ron::value::RawValue;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use crate::clock::Wall;
use crate::store::backup::selection::is_inside;
use crate::store::backup::{BackedUp, Backup, Why};
use crate::store::problem::ProblemKind;
use crate::store::read::{self, Document, Read, VERSION};
use crate::store::save::{Hash, SaveError};

const FORMAT: &str = "sunshower/backup";

#[derive(Serialize, Deserialize)]
struct ManifestFile {
    format: String,
    version: u32,
    number: u64,
    made: Wall,
    why: Why,
    files: Vec<BackedUp>,
    #[serde(default)]
    left_out: Vec<String>,
}

impl Document for ManifestFile {
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// The text of a manifest, one line for each file, and the backup as it will be read from it.
pub(super) fn text(backup: &Backup) -> Result<(String, Backup), SaveError> {
    let Backup { number, made, why, files, left_out } = backup.clone();
    let file = ManifestFile { format: FORMAT.into(), version: VERSION, number, made, why, files, left_out };
    let style = PrettyConfig::new().indentor("  ").new_line("\n").depth_limit(2);
    let mut text =
        ron::Options::default().to_string_pretty(&file, style).map_err(|error| SaveError::Other(error.to_string()))?;
    text.push('\n');
    match read(text.as_bytes(), number).value {
        Some(again) if again.files == backup.files && again.left_out == backup.left_out => Ok((text, again)),
        _ => Err(SaveError::Other("the list of the backup could not be read back".into())),
    }
}

/// Reads the manifest that is named by `number`. Only one that is right in all it says can be used.
pub(super) fn read(bytes: &[u8], number: u64) -> Read<Backup> {
    let Read { value, mut problems, newer } = read::document::<ManifestFile>(bytes, FORMAT);
    let value = value.and_then(|file| {
        if let Some(what) = bad_value(&file, number) {
            problems.push(ProblemKind::BadValue { what: what.into() });
            return None;
        }
        let ManifestFile { number, made, why, files, left_out, .. } = file;
        Some(Backup { number, made, why, files, left_out })
    });
    Read { value, problems, newer }
}

fn bad_value(file: &ManifestFile, number: u64) -> Option<&'static str> {
    let mut paths = BTreeSet::new();
    if file.number != number {
        Some("number")
    } else if !file.files.iter().all(|file| is_inside(&file.path) && paths.insert(&file.path)) {
        Some("path")
    } else {
        None
    }
}

impl Why {
    fn word(&self) -> &str {
        match self {
            Self::FirstOfDay => "FirstOfDay",
            Self::BeforeRestore => "BeforeRestore",
            Self::BeforeRepair => "BeforeRepair",
            Self::BeforeMerge => "BeforeMerge",
            Self::BeforeMigration => "BeforeMigration",
            Self::ByHand => "ByHand",
            Self::Other(word) => word,
        }
    }
}

impl Serialize for Why {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_ron(self.word()).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

/// Any value at all is a reason: a word that is not known here must not cost the backup.
impl<'de> Deserialize<'de> for Why {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Ok(match raw.trim().get_ron() {
            "FirstOfDay" => Self::FirstOfDay,
            "BeforeRestore" => Self::BeforeRestore,
            "BeforeRepair" => Self::BeforeRepair,
            "BeforeMerge" => Self::BeforeMerge,
            "BeforeMigration" => Self::BeforeMigration,
            "ByHand" => Self::ByHand,
            word => Self::Other(word.to_owned()),
        })
    }
}

/// A hash as 64 lower-case hexadecimal digits.
pub(super) mod hex {
    use super::{Deserialize, Deserializer, Hash, Serializer, de, parse_hash};

    pub fn serialize<S: Serializer>(hash: &Hash, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hash.hex(64))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Hash, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse_hash(&text).ok_or_else(|| de::Error::custom("not a SHA-256"))
    }
}

/// The hash that is written like this.
pub(super) fn parse_hash(text: &str) -> Option<Hash> {
    let mut bytes = [0; 32];
    let digits: &[u8; 64] = text.as_bytes().try_into().ok()?;
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        for digit in pair {
            let value = match digit {
                b'0'..=b'9' => digit - b'0',
                b'a'..=b'f' => digit - b'a' + 10,
                _ => return None,
            };
            *byte = *byte << 4 | value;
        }
    }
    Some(Hash(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn backup(made: &str, why: Why) -> Backup {
        Backup {
            number: 123,
            made: Wall::parse_from_rfc3339(made).expect("a time"),
            why,
            files: vec![BackedUp { path: "journal/abc/2026-11.ron".into(), hash: Hash::of(b"text"), bytes: 4 }],
            left_out: vec!["plans/abc.ron".into()],
        }
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let backup = backup("2026-11-22T20:53:09+01:00", Why::FirstOfDay);
        let (text, again) = text(&backup).expect("a text");
        assert_eq!(again, backup);
        assert!(text.contains("why: FirstOfDay,"), "{text}");
        assert!(text.contains("made: \"2026-11-22T20:53:09+01:00\","), "{text}");
        let lines: Vec<_> = text.lines().filter(|line| line.contains("sha256")).collect();
        assert!(matches!(lines[..], [line] if line.contains("path") && line.contains("bytes")), "{text}");
    }

    #[test]
    fn a_reason_of_a_newer_version_is_kept_as_it_is() {
        for word in ["BeforeTheFuture", "Asked(by: \"me\", twice: true)"] {
            let (text, again) = text(&backup("2026-11-22T20:53:09+01:00", Why::Other(word.into()))).expect("a text");
            assert_eq!(again.why, Why::Other(word.into()));
            assert!(text.contains(word), "{text}");
        }
    }

    #[test]
    fn a_clock_that_is_very_wrong_does_not_keep_a_backup_from_being_made() {
        for made in ["1970-01-01T00:00:00+00:00", "0000-01-01T00:00:00+00:00", "9999-12-31T23:59:60-12:00"] {
            let backup = backup(made, Why::ByHand);
            assert_eq!(text(&backup).expect("a text").1, backup);
        }
        let far = chrono::DateTime::from_timestamp(8_000_000_000_000, 0).expect("a time").fixed_offset();
        let backup = Backup { made: far, ..backup("1970-01-01T00:00:00+00:00", Why::ByHand) };
        assert_eq!(text(&backup).expect("a text").1, backup);
    }

    #[test]
    fn a_manifest_that_leads_out_of_the_folder_or_has_another_number_is_not_used() {
        let good = backup("2026-11-22T20:53:09+01:00", Why::ByHand);
        let (text, _) = text(&good).expect("a text");
        assert_eq!(read(text.as_bytes(), 123).value, Some(good));
        for (from, to, what) in [
            ("journal/abc/", "../", "path"),
            ("journal/abc/", "/", "path"),
            ("journal/abc/", "C:/", "path"),
            ("number: 123", "number: 124", "number"),
        ] {
            let read = read(text.replace(from, to).as_bytes(), 123);
            assert!(read.value.is_none(), "{to}");
            assert_eq!(read.problems, [ProblemKind::BadValue { what: what.into() }]);
        }
        let twice = text.replace("files: [", "files: [(path:\"journal/abc/2026-11.ron\",sha256:\"");
        assert!(read(twice.as_bytes(), 123).value.is_none());
    }

    #[test]
    fn a_hash_is_64_lower_case_digits_and_nothing_else() {
        let hash = Hash::of(b"text");
        assert_eq!(parse_hash(&hash.hex(64)), Some(hash));
        for text in ["", &hash.hex(63), &format!("{}g", hash.hex(63)), &hash.hex(64).to_uppercase()] {
            assert_eq!(parse_hash(text), None, "{text}");
        }
    }
}
