//! Every file of the fuzzing corpus, read again. What is broken, and how, is in the files' names; those called `found`
//! are what fuzzing came upon. To look for more:
//!
//! ```sh
//! cargo install cargo-fuzz
//! cargo +nightly fuzz run --fuzz-dir tests/fuzz month -- -max_len=8192 -max_total_time=60
//! ```
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]

#[path = "support/loaders.rs"]
mod loaders;

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use loaders::LOADERS;

const MOST_FILES: usize = 40;
const MOST_BYTES: usize = 8 * 1024;

fn fuzz_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz")
}

fn names_in(dir: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name")).collect()
}

#[test]
fn no_file_of_the_corpus_breaks_a_promise() {
    let mut broken = Vec::new();
    for (name, load) in LOADERS {
        let dir = fuzz_dir().join("corpus").join(name);
        for file in names_in(&dir) {
            let bytes = fs::read(dir.join(&file)).expect("readable");
            println!("{name}/{file}");
            if catch_unwind(|| load(&bytes)).is_err() {
                println!("That was {name}/{file}.");
                broken.push(format!("{name}/{file}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_loader_has_a_fuzz_target_and_a_small_corpus() {
    let loaders: BTreeSet<String> = LOADERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names_in(&fuzz_dir().join("corpus")), loaders);
    let targets = names_in(&fuzz_dir().join("fuzz_targets"));
    assert_eq!(targets, loaders.iter().map(|name| format!("{name}.rs")).collect());
    let manifest = fs::read_to_string(fuzz_dir().join("Cargo.toml")).expect("readable");
    for name in &loaders {
        assert!(manifest.contains(&format!("fuzz_targets/{name}.rs")), "{name} is in the manifest");
        let dir = fuzz_dir().join("corpus").join(name);
        let files = names_in(&dir);
        assert!((1..=MOST_FILES).contains(&files.len()), "{name} has {} files", files.len());
        for file in files {
            let bytes = fs::read(dir.join(&file)).expect("readable").len();
            assert!(bytes <= MOST_BYTES, "{name}/{file} has {bytes} bytes");
        }
    }
}
