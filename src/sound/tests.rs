//! What a person would hear, in numbers.

#![expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "counts here are small")]

mod laws;
mod levels;
mod measure;
mod mixing;
mod smoothness;
mod spectra;
