//! A disk made of memory that can fail any single operation, or lose its power after it.
//!
//! It keeps apart what a program sees and what would survive: content is safe after the file was synced, names are safe
//! after their folder was. When the power goes, every combination of what was not yet safe is a possible outcome.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what it expects, and looks at the real disk"
)]
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use sunshower::store::disk::{DirEntry, Disk, Held, NewFile};

/// Handles to one disk are clones of each other.
#[derive(Clone, Default)]
pub struct SimDisk(Arc<Mutex<State>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Dir,
    File(usize),
}

/// A change of names that is not safe yet.
#[derive(Clone, Debug)]
enum NameOp {
    Put(PathBuf, Node),
    Rename(PathBuf, PathBuf, Node),
    Remove(PathBuf),
}

impl NameOp {
    fn dir(&self) -> Option<&Path> {
        match self {
            Self::Put(path, _) | Self::Rename(_, path, _) | Self::Remove(path) => path.parent(),
        }
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, Node>) {
        match self {
            Self::Put(path, node) => {
                names.insert(path.clone(), *node);
            }
            Self::Rename(from, to, node) => {
                names.remove(from);
                names.insert(to.clone(), *node);
            }
            Self::Remove(path) => {
                names.remove(path);
            }
        }
    }
}

#[derive(Clone, Default)]
struct Content {
    live: Vec<u8>,
    safe: Vec<u8>,
}

#[derive(Default)]
struct State {
    live: BTreeMap<PathBuf, Node>,
    safe: BTreeMap<PathBuf, Node>,
    pending: Vec<NameOp>,
    contents: Vec<Content>,
    locks: BTreeSet<PathBuf>,
    /// What was asked for, in order.
    ops: Vec<Op>,
    power_goes_after: Option<usize>,
    fault: Option<Fault>,
    fault_happened: bool,
}

/// One thing that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Op {
    pub what: &'static str,
    pub path: PathBuf,
    pub is_write: bool,
}

/// Something that goes wrong.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// At this operation, counted from 0 since the fault was set.
    pub at: usize,
    pub how: How,
    /// And at all that follow.
    pub lasting: bool,
}

/// How an operation goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Nothing happens but the error.
    Error(ErrorKind),
    /// The same, but only for operations that write: disks that are full or read-only can still be read.
    WriteError(ErrorKind),
    /// It happens, and an error is returned all the same.
    DoneAndError(ErrorKind),
    /// Half of the bytes are written and success is returned.
    ShortWrite,
}

enum Verdict {
    Go,
    GoThenFail(io::Error),
    Short,
}

/// Everything that is on a disk: folders as `None`.
pub type Snapshot = BTreeMap<PathBuf, Option<Vec<u8>>>;

impl SimDisk {
    /// A disk with this on it, all of it safe.
    pub fn with(snapshot: &Snapshot) -> Self {
        let mut state = State::default();
        for (path, content) in snapshot {
            let node = match content {
                None => Node::Dir,
                Some(bytes) => {
                    state.contents.push(Content { live: bytes.clone(), safe: bytes.clone() });
                    Node::File(state.contents.len() - 1)
                }
            };
            for dir in path.ancestors().skip(1).filter(|dir| dir.parent().is_some()) {
                state.live.entry(dir.to_owned()).or_insert(Node::Dir);
            }
            state.live.insert(path.clone(), node);
        }
        state.safe = state.live.clone();
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no test panics while it holds the disk")
    }

    /// What a program sees.
    pub fn snapshot(&self) -> Snapshot {
        let state = self.state();
        let content = |node: &Node| match node {
            Node::Dir => None,
            Node::File(file) => Some(state.contents[*file].live.clone()),
        };
        state.live.iter().map(|(path, node)| (path.clone(), content(node))).collect()
    }

    /// Puts a file there, safely, without counting.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        self.change(|snapshot| {
            snapshot.insert(path.to_owned(), Some(bytes.to_owned()));
        });
    }

    /// Changes what is there behind everybody's back, safely, without counting.
    pub fn change(&self, how: impl FnOnce(&mut Snapshot)) {
        let mut snapshot = self.snapshot();
        how(&mut snapshot);
        let fresh = Self::with(&snapshot);
        let mut state = self.state();
        let mut fresh = fresh.state();
        state.live = std::mem::take(&mut fresh.live);
        state.safe = std::mem::take(&mut fresh.safe);
        state.contents = std::mem::take(&mut fresh.contents);
        state.pending.clear();
    }

    /// What was asked for so far.
    pub fn ops(&self) -> Vec<Op> {
        self.state().ops.clone()
    }

    /// The power goes after this many operations in all; what is asked for later does nothing.
    pub fn cut_power_after(&self, ops: usize) {
        self.state().power_goes_after = Some(ops);
    }

    /// Something goes wrong, from now on.
    pub fn set_fault(&self, fault: Fault) {
        let mut state = self.state();
        let at = state.ops.len() + fault.at;
        (state.fault, state.fault_happened) = (Some(Fault { at, ..fault }), false);
    }

    /// Nothing goes wrong any more. Says whether anything did.
    pub fn heal(&self) -> bool {
        let mut state = self.state();
        state.fault = None;
        state.fault_happened
    }

    /// The disk after the process was killed: all that it did is there, and its locks are gone.
    pub fn after_kill(&self) -> Self {
        Self::with(&self.snapshot())
    }

    /// All disks that may be found after the power went.
    pub fn after_power_cut(&self) -> Vec<Self> {
        let state = self.state();
        assert!(state.pending.len() <= 12, "too many names in the air to try them all: {:?}", state.pending);
        let mut found: BTreeSet<Snapshot> = BTreeSet::new();
        for happened in 0_u32..1 << state.pending.len() {
            let mut names = state.safe.clone();
            for (index, op) in state.pending.iter().enumerate() {
                if happened & (1 << index) != 0 {
                    op.apply(&mut names);
                }
            }
            let mut disks = vec![Snapshot::new()];
            for (path, node) in &names {
                let mut above = path.ancestors().skip(1).filter(|dir| dir.parent().is_some());
                if !above.all(|dir| names.get(dir) == Some(&Node::Dir)) {
                    continue;
                }
                let options = match node {
                    Node::Dir => vec![None],
                    Node::File(file) => state.contents[*file].after_power_cut().into_iter().map(Some).collect(),
                };
                disks = disks
                    .iter()
                    .flat_map(|disk| options.iter().map(move |option| (disk, option)))
                    .map(|(disk, option)| {
                        let mut disk = disk.clone();
                        disk.insert(path.clone(), option.clone());
                        disk
                    })
                    .collect();
            }
            found.extend(disks);
        }
        found.iter().map(Self::with).collect()
    }

    /// Opens a file for writing and empties it, as no part of the program ever does.
    pub fn truncate(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut state = self.state();
        let Some(Node::File(file)) = state.live.get(path).copied() else {
            return Err(ErrorKind::NotFound.into());
        };
        state.step("truncate", path, true)?;
        state.contents[file].live.clear();
        Ok(Box::new(SimFile { disk: self.clone(), file, path: path.to_owned() }))
    }
}

impl Content {
    /// What may be left of it: content that was not synced may be there, or in part, or not at all.
    fn after_power_cut(&self) -> BTreeSet<Vec<u8>> {
        let mut options = BTreeSet::from([self.safe.clone()]);
        if self.live != self.safe {
            let half = self.live[..self.live.len() / 2].to_vec();
            options.extend([Vec::new(), half, vec![0; self.live.len()], self.live.clone()]);
        }
        options
    }
}

impl State {
    /// Counts an operation and says how it goes.
    fn step(&mut self, what: &'static str, path: &Path, is_write: bool) -> io::Result<Verdict> {
        if self.power_goes_after.is_some_and(|ops| self.ops.len() >= ops) {
            return Err(io::Error::other("the power is off"));
        }
        let now = self.ops.len();
        self.ops.push(Op { what, path: path.to_owned(), is_write });
        let Some(fault) = self.fault else { return Ok(Verdict::Go) };
        if !(now == fault.at || fault.lasting && now > fault.at) {
            return Ok(Verdict::Go);
        }
        match fault.how {
            How::WriteError(_) | How::DoneAndError(_) if !is_write => return Ok(Verdict::Go),
            How::ShortWrite if what != "write" => return Ok(Verdict::Go),
            // Near the root, a folder that may not be synced is one in which nothing could have been created.
            How::Error(ErrorKind::PermissionDenied) | How::WriteError(ErrorKind::ReadOnlyFilesystem)
                if what == "sync_dir" && !fault.lasting && path.components().count() <= 2 =>
            {
                return Ok(Verdict::Go);
            }
            _ => self.fault_happened = true,
        }
        match fault.how {
            How::Error(kind) | How::WriteError(kind) => Err(kind.into()),
            How::DoneAndError(kind) => Ok(Verdict::GoThenFail(kind.into())),
            How::ShortWrite => Ok(Verdict::Short),
        }
    }

    fn dir(&self, dir: &Path) -> io::Result<()> {
        for above in dir.ancestors().filter(|above| above.parent().is_some()) {
            match self.live.get(above) {
                Some(Node::Dir) => {}
                Some(Node::File(_)) => return Err(ErrorKind::NotADirectory.into()),
                None if self.live.keys().any(|path| above.starts_with(path) && self.live[path] != Node::Dir) => {
                    return Err(ErrorKind::NotADirectory.into());
                }
                None => return Err(ErrorKind::NotFound.into()),
            }
        }
        Ok(())
    }

    fn parent(&self, path: &Path) -> io::Result<()> {
        self.dir(path.parent().ok_or(ErrorKind::NotFound)?)
    }

    fn change(&mut self, op: NameOp) {
        op.apply(&mut self.live);
        self.pending.push(op);
    }

    fn create(&mut self, path: &Path) -> usize {
        self.contents.push(Content::default());
        let file = self.contents.len() - 1;
        self.change(NameOp::Put(path.to_owned(), Node::File(file)));
        file
    }
}

impl Verdict {
    fn finish<T>(self, value: T) -> io::Result<T> {
        match self {
            Self::GoThenFail(error) => Err(error),
            Self::Go | Self::Short => Ok(value),
        }
    }
}

impl Disk for SimDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        let verdict = state.step("read", path, false)?;
        state.parent(path)?;
        match state.live.get(path) {
            Some(Node::File(file)) => verdict.finish(state.contents[*file].live.clone()),
            Some(Node::Dir) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<DirEntry>> {
        let mut state = self.state();
        let verdict = state.step("list", dir, false)?;
        state.dir(dir)?;
        let inside = state.live.iter().filter(|(path, _)| path.parent() == Some(dir));
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let entry = |(path, node): (&PathBuf, &Node)| DirEntry {
            name: name(path),
            is_dir: *node == Node::Dir,
            is_mangled: false,
        };
        let mut entries: Vec<_> = inside.map(entry).collect();
        entries.sort();
        verdict.finish(entries)
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        let mut state = self.state();
        let verdict = state.step("create_dir", dir, true)?;
        state.parent(dir)?;
        if state.live.contains_key(dir) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        state.change(NameOp::Put(dir.to_owned(), Node::Dir));
        verdict.finish(())
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut state = self.state();
        let verdict = state.step("create_new", path, true)?;
        state.parent(path)?;
        if state.live.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let file = state.create(path);
        verdict.finish(Box::new(SimFile { disk: self.clone(), file, path: path.to_owned() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        let verdict = state.step("rename", to, true)?;
        state.parent(to)?;
        let Some(node @ Node::File(_)) = state.live.get(from).copied() else {
            return Err(ErrorKind::NotFound.into());
        };
        if state.live.get(to) == Some(&Node::Dir) {
            return Err(ErrorKind::IsADirectory.into());
        }
        assert_eq!(from.parent(), to.parent(), "names only ever change within a folder");
        state.change(NameOp::Rename(from.to_owned(), to.to_owned(), node));
        verdict.finish(())
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        let mut state = self.state();
        let verdict = state.step("sync_dir", dir, true)?;
        state.dir(dir)?;
        let (safe, pending) =
            std::mem::take(&mut state.pending).into_iter().partition::<Vec<_>, _>(|op| op.dir() == Some(dir));
        state.pending = pending;
        for op in safe {
            op.apply(&mut state.safe);
        }
        verdict.finish(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        let verdict = state.step("remove", path, true)?;
        match state.live.get(path) {
            Some(Node::File(_)) => state.change(NameOp::Remove(path.to_owned())),
            Some(Node::Dir) => return Err(ErrorKind::IsADirectory.into()),
            None => return Err(ErrorKind::NotFound.into()),
        }
        verdict.finish(())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        let mut state = self.state();
        let verdict = state.step("lock", path, true)?;
        state.parent(path)?;
        if !state.live.contains_key(path) {
            state.create(path);
        }
        if !state.locks.insert(path.to_owned()) {
            return verdict.finish(None);
        }
        // Given back at once where the verdict is an error, as by closing the file.
        let lock = Box::new(SimLock { disk: Arc::clone(&self.0), path: path.to_owned() });
        drop(state);
        verdict.finish(Some(lock as Box<dyn Held>))
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        let mut state = self.state();
        let verdict = state.step("canonical", path, false)?;
        if path.parent().is_some() {
            state.parent(path)?;
            state.live.get(path).ok_or(ErrorKind::NotFound)?;
        }
        verdict.finish(path.to_owned())
    }
}

struct SimFile {
    disk: SimDisk,
    file: usize,
    path: PathBuf,
}

impl NewFile for SimFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.disk.state();
        let verdict = state.step("write", &self.path, true)?;
        let bytes = if matches!(verdict, Verdict::Short) { &bytes[..bytes.len() / 2] } else { bytes };
        state.contents[self.file].live.extend_from_slice(bytes);
        verdict.finish(())
    }

    fn sync_all(&mut self) -> io::Result<()> {
        let mut state = self.disk.state();
        let verdict = state.step("sync", &self.path, true)?;
        let content = &mut state.contents[self.file];
        content.safe = content.live.clone();
        verdict.finish(())
    }
}

struct SimLock {
    disk: Arc<Mutex<State>>,
    path: PathBuf,
}

impl Held for SimLock {}

impl Drop for SimLock {
    fn drop(&mut self) {
        if let Ok(mut state) = self.disk.lock() {
            state.locks.remove(&self.path);
        }
    }
}
