//! Saves in the background, so that nobody ever waits for a disk.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::store::disk::Disk;
use crate::store::files::FileKey;
use crate::store::job::{Job, Outcome};
use crate::store::save::SaveError;
use crate::store::vault::Vault;
use crate::store::writer::Writer;

/// How long the end of the program waits for the disk where nobody flushed before.
const LAST_WAIT: Duration = Duration::from_secs(5);

/// Saves in the background.
pub struct Saver {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Job>,
    is_busy: bool,
    is_ending: bool,
    outcomes: Vec<Outcome>,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Saver {
    /// Starts saving to this folder. `wake` is called, on another thread, whenever there is an outcome to poll.
    #[must_use]
    pub fn start(vault: Vault, disk: Arc<dyn Disk>, wake: Box<dyn Fn() + Send + Sync>) -> Self {
        let shared = Arc::new(Shared { state: Mutex::default(), changed: Condvar::new() });
        let writer = Writer::new(vault, disk);
        let worker = Arc::clone(&shared);
        let thread = thread::Builder::new().name("saver".into()).spawn(move || work(&worker, writer, &wake));
        if let Err(error) = &thread {
            tracing::error!("could not start saving in the background: {error}");
        }
        Self { shared, thread: thread.ok() }
    }

    /// Saves when it is this job's turn. A file that is waiting already is saved once, with the newest text.
    pub fn save(&self, job: Job) {
        let mut state = self.shared.lock();
        if self.thread.is_none() {
            let result = Err(SaveError::Other("saving could not be started".into()));
            state.outcomes.push(Outcome { file: job.file(), why: job.why(), result });
            return;
        }
        queue(&mut state.waiting, job);
        self.shared.changed.notify_all();
    }

    /// What became of jobs since the last time this was asked, in the order they were done. Never waits.
    #[must_use]
    pub fn poll(&self) -> Vec<Outcome> {
        std::mem::take(&mut self.shared.lock().outcomes)
    }

    /// Whether anything is still to be saved.
    #[must_use]
    pub fn pending(&self) -> bool {
        let state = self.shared.lock();
        state.is_busy || !state.waiting.is_empty()
    }

    /// Waits until nothing is pending, at most for `timeout`, and says whether that was reached. What became of the
    /// jobs is in the outcomes.
    pub fn flush(&self, timeout: Duration) -> bool {
        let is_pending = |state: &mut State| state.is_busy || !state.waiting.is_empty();
        let waited = self.shared.changed.wait_timeout_while(self.shared.lock(), timeout, is_pending);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }
}

impl Drop for Saver {
    /// Finishes what is waiting. A disk that does not answer must not keep the program from ending.
    fn drop(&mut self) {
        let is_done = self.flush(LAST_WAIT);
        self.shared.lock().is_ending = true;
        self.shared.changed.notify_all();
        if let (true, Some(thread)) = (is_done, self.thread.take())
            && thread.join().is_err()
        {
            tracing::error!("saving ended badly");
        }
    }
}

fn work(shared: &Shared, mut writer: Writer, wake: &(dyn Fn() + Send + Sync)) {
    loop {
        let mut state = shared.lock();
        let job = loop {
            match state.waiting.pop_front() {
                Some(job) => break job,
                None if state.is_ending => return,
                None => state = shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        };
        state.is_busy = true;
        drop(state);
        let outcome = writer.run_now(job);
        let mut state = shared.lock();
        state.outcomes.push(outcome);
        state.is_busy = false;
        drop(state);
        shared.changed.notify_all();
        wake();
    }
}

/// Adds a job, in place of one about the same file where that loses nothing if the plug is pulled in between.
///
/// - Draft: the older one goes and the newer is last, because a draft may shrink or go only after what was in it is
///   saved elsewhere.
/// - Settings, and how much there is: in place; nothing else depends on them.
/// - All others: in place, unless yet another of them came in between. A record may have moved from one to the other,
///   and must be in its new file before it leaves the old one: from a month to the trash, or back, or to another month.
fn queue(waiting: &mut VecDeque<Job>, job: Job) {
    let file = job.file();
    let is_journal =
        |file: FileKey| !matches!(file, FileKey::Settings | FileKey::Memory | FileKey::Draft | FileKey::Tonight);
    if file == FileKey::Draft {
        waiting.retain(|other| other.file() != FileKey::Draft);
        waiting.push_back(job);
        return;
    }
    let same = waiting.iter_mut().rev().take_while(|other| {
        let other = other.file();
        other == file || !(is_journal(file) && is_journal(other))
    });
    // Chores are done as they are asked for; two of them may be about different things.
    let is_chore = |job: &Job| {
        matches!(job.file(), FileKey::Copies | FileKey::Erasing | FileKey::Backups)
            || matches!(job, Job::RememberAnew(_))
    };
    let stays = is_chore(&job);
    let replaces = |other: &&mut Job| other.file() == file && !stays && !is_chore(other);
    match same.into_iter().find(replaces) {
        Some(other) => *other = job,
        None => waiting.push_back(job),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::day::Month;
    use crate::journal::sheet::Sheet;

    const A: Month = Month { year: 2026, month: 11 };
    const B: Month = Month { year: 2026, month: 12 };

    fn queued(jobs: &[(FileKey, &str)]) -> Vec<(FileKey, String)> {
        let mut waiting = VecDeque::new();
        for (file, text) in jobs {
            let text = (*text).to_owned();
            let job = match file {
                FileKey::Records(sheet) => Job::Records(*sheet, text),
                FileKey::Trash => Job::Trash(text),
                FileKey::Draft => Job::Draft((!text.is_empty()).then_some(text)),
                _ => Job::Settings(text),
            };
            queue(&mut waiting, job);
        }
        waiting.iter().map(|job| (job.file(), job.text().unwrap_or_default().to_owned())).collect()
    }

    #[test]
    fn the_newest_text_of_a_waiting_file_is_the_one_that_is_saved() {
        let (month, draft, settings) = (FileKey::Records(Sheet::Month(A)), FileKey::Draft, FileKey::Settings);
        let many = [(month, "1"), (draft, "1"), (month, "2"), (settings, "1"), (draft, "2"), (month, "3")];
        let left = queued(&many);
        assert_eq!(left, [(month, "3".into()), (settings, "1".into()), (draft, "2".into())]);
    }

    #[test]
    fn a_draft_never_goes_before_what_was_in_it_is_saved() {
        let (month, draft) = (FileKey::Records(Sheet::Month(A)), FileKey::Draft);
        assert_eq!(
            queued(&[(draft, "running"), (month, "with the evening"), (draft, "")]),
            [(month, "with the evening".into()), (draft, String::new())]
        );
        assert_eq!(
            queued(&[(month, "with the evening"), (draft, ""), (month, "and a check-in")]),
            [(month, "and a check-in".into()), (draft, String::new())]
        );
    }

    #[test]
    fn a_record_that_moved_to_another_month_is_there_before_it_leaves_the_old_one() {
        let (a, b) = (FileKey::Records(Sheet::Month(A)), FileKey::Records(Sheet::Month(B)));
        assert_eq!(
            queued(&[(a, "1"), (b, "moved here"), (a, "moved away")]),
            [(a, "1".into()), (b, "moved here".into()), (a, "moved away".into())]
        );
    }

    #[test]
    fn what_is_brought_back_is_in_its_month_before_it_leaves_the_trash() {
        let (month, trash) = (FileKey::Records(Sheet::Month(A)), FileKey::Trash);
        assert_eq!(
            queued(&[(trash, "one and two"), (month, "neither"), (month, "one is back"), (trash, "two")]),
            [(trash, "one and two".into()), (month, "one is back".into()), (trash, "two".into())]
        );
    }
}
