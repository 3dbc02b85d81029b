//! A test with mounts of its own: small disks that fill up, disks that can only be read. They are gone with the
//! process, and nothing else on the machine ever sees them.

#![allow(dead_code, reason = "each test file uses its own part of it")]
#![allow(clippy::disallowed_methods, reason = "a real disk is filled and watched from outside")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::outside::{is_installed, say, this_program_again};

const INSIDE: &str = "SUNSHOWER_TEST_HAS_ITS_OWN_MOUNTS";

/// Whether this process may mount what it likes. Where it may not, `test` is run in one that may, and has passed when it
/// has there; or it is skipped, with a word about it, where the machine allows none.
pub fn are_our_own(test: impl Fn()) -> bool {
    if std::env::var_os(INSIDE).is_some() {
        return true;
    }
    // The first works for root, the second for anybody where the system allows it.
    let Some(how) = ["-m", "-Urm"].into_iter().find(|how| can_mount(how)) else {
        say("skipped: needs unshare and mount, and the right to use them");
        return false;
    };
    let again = this_program_again(test);
    let mut command = Command::new("unshare");
    command.arg(how).arg(again.get_program()).args(again.get_args()).env(INSIDE, "1");
    let out = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().expect("it starts");
    let said = String::from_utf8_lossy(&out.stdout);
    assert!(out.status.success() && said.contains("1 passed"), "it failed among mounts of its own:\n{said}");
    false
}

fn can_mount(how: &str) -> bool {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let mut command = Command::new("unshare");
    command.args([how, "mount", "-t", "tmpfs", "-o", "size=24k", "none"]).arg(dir.path());
    let out = command.stdin(Stdio::null()).output();
    is_installed("unshare") && is_installed("mount") && out.is_ok_and(|out| out.status.success())
}

/// A small disk, unmounted when it is dropped.
pub struct SmallDisk {
    dir: PathBuf,
}

impl SmallDisk {
    /// Mounts one on a folder that exists, with options such as `size=24k`.
    pub fn on(dir: &Path, options: &str) -> Self {
        mount(["-t".as_ref(), "tmpfs".as_ref(), "-o".as_ref(), options.as_ref(), "none".as_ref(), dir.as_os_str()]);
        Self { dir: dir.to_owned() }
    }

    /// From now on it can only be read. No file on it may be open for writing then.
    pub fn becomes_read_only(&self) {
        mount(["-o".as_ref(), "remount,bind,ro".as_ref(), self.dir.as_os_str()]);
    }

    /// It can be written to again.
    pub fn becomes_writable(&self) {
        mount(["-o".as_ref(), "remount,bind,rw".as_ref(), self.dir.as_os_str()]);
    }

    /// Puts a file there that leaves room for about `free` bytes and no more.
    pub fn fill_but_for(&self, free: usize) {
        let all = vec![b'x'; 1 << 20];
        fs::write(self.filler(), &all).expect_err("more than there is room for");
        let fits = usize::try_from(fs::metadata(self.filler()).expect("as much as fits").len()).expect("a small disk");
        fs::write(self.filler(), &all[..fits - free.min(fits)]).expect("less than before");
    }

    /// Removes it.
    pub fn make_room(&self) {
        fs::remove_file(self.filler()).expect("it was there");
    }

    fn filler(&self) -> PathBuf {
        self.dir.join("film.mkv")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Or the folder it is mounted on could not be removed.
        let _ = Command::new("umount").arg("--lazy").arg(&self.dir).status();
    }
}

fn mount<const N: usize>(arguments: [&OsStr; N]) {
    let out = Command::new("mount").args(arguments).output().expect("it starts");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}
