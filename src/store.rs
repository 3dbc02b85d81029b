//! The person's folder: RON files, written so that "Saved" survives the plug being pulled.
//!
//! - [`disk`] is the only place that touches files; everything else here is handed a [`disk::Disk`], so that tests can
//!   pull the plug on a simulated one after every single operation.
//! - [`save`] is the one recipe by which any file is replaced.
//! - [`folder`] opens a folder, or says why not. Opening creates and changes nothing in it.
//! - [`worker`] saves in the background, in order, and says what became of it.
//! - [`mod@check`] reads everything and reports, without needing the folder to itself.
//!
//! Three rules carry the rest. Every file has one writer: a computer writes into files that carry its name, and merging
//! is done on reading. A file that cannot be read in full is never overwritten; when it is one of this computer's own,
//! the computer takes a new name and goes on beside it (see [`vault::Vault`]). And what cannot be read is never taken
//! for a first run.

pub mod backup;
pub mod check;
mod chores;
pub mod disk;
mod erase;
mod files;
pub mod folder;
pub mod job;
mod load;
pub mod log;
pub mod memory;
pub mod problem;
mod read;
pub mod repair;
pub mod restore;
pub mod save;
pub mod settings;
mod state;
mod syntax;
pub mod text;
pub mod vault;
mod walk;
pub mod worker;
mod writer;

pub use check::{Count, Report, check};
pub use disk::{Disk, RealDisk};
pub use files::{FileKey, OwnList};
pub use folder::{OpenError, Opened, Places, ReadOnlyWhy, Writable, open};
pub use job::{Job, Outcome, SavedFile};
pub use load::Aside;
pub use memory::Vanished;
pub use problem::{Problem, ProblemKind};
pub use save::{Hash, SaveError};
pub use settings::Settings;
pub use text::{erased_text, settings_text, sheet_text, trash_text};
pub use vault::{Reloaded, Vault};
pub use worker::Saver;
pub use writer::Writer;
