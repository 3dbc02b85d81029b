#![no_main]

#[path = "../../support/loaders.rs"]
mod loaders;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| loaders::load("library", bytes));
