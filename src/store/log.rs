//! Where the log goes: `log.txt` in the machine's state folder. It names files and hashes, never what they hold.

#![allow(clippy::disallowed_methods, reason = "the log is a file, and it must not wait for the store")]

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Above this many bytes the log begins anew, and the one before is kept as `log.old.txt`.
pub const MAX_BYTES: u64 = 1024 * 1024;

/// Opens `log.txt` in `state_dir` to append to, creating both. Every line that is written to it is out at once.
///
/// # Errors
/// As the operating system says.
pub fn open(state_dir: &Path) -> io::Result<File> {
    std::fs::create_dir_all(state_dir)?;
    let path = state_dir.join("log.txt");
    if std::fs::metadata(&path).is_ok_and(|about| about.len() > MAX_BYTES) {
        std::fs::rename(&path, state_dir.join("log.old.txt"))?;
    }
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn the_log_is_added_to_and_begins_anew_when_it_is_long() {
        let dir = tempfile::tempdir().expect("a folder");
        let state = dir.path().join("not/yet");
        writeln!(open(&state).expect("a log"), "one").expect("written");
        writeln!(open(&state).expect("a log"), "two").expect("written");
        assert_eq!(std::fs::read_to_string(state.join("log.txt")).expect("read"), "one\ntwo\n");
        open(&state).expect("a log").write_all(&vec![b'x'; 1024 * 1024]).expect("written");
        writeln!(open(&state).expect("a log"), "three").expect("written");
        assert_eq!(std::fs::read_to_string(state.join("log.txt")).expect("read"), "three\n");
        assert!(std::fs::read_to_string(state.join("log.old.txt")).expect("read").starts_with("one\ntwo\n"));
    }
}
