//! From the command line to an open window.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Local, NaiveDate, NaiveDateTime, TimeZone};
use clap::{Args, Parser, Subcommand};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::clock::{Clock, SystemClock, TrialClock, Wall};
use crate::demo;
use crate::exchange::export::Period;
use crate::exchange::export::html::Parts;
use crate::exchange::export::written::{Form, Wanted};
use crate::journal::day::{DAY_STARTS_HOUR, lived_day};
use crate::journal::log::{Journal, Kind, KindVisitor, visit_kinds};
use crate::journal::sheet::Sheet;
use crate::store::{Disk, Job, OpenError, Places, RealDisk, SaveError, Writer, log, open, sheet_text};
use crate::system::{Desktop, locale};
use crate::text::Text;

use super::tasks::Tasks;
use super::{App, Setup};

/// The window's name for the desktop; the stem of the desktop file.
pub const APP_ID: &str = "sunshower";

/// An evening for a good cry: plan it, be kept company through it, breathe, come down gently, and see over months what
/// it does for you. Everything stays on this computer.
#[derive(Debug, Parser)]
#[command(name = "sunshower", version, about, long_about = None, args_conflicts_with_subcommands = false)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Task>,
    #[command(flatten)]
    folder: FolderArguments,
    /// Start on the whole screen
    #[arg(long)]
    fullscreen: bool,
    /// Open a made-up journal of so many years, and leave your own alone
    #[arg(long, value_name = "YEARS", num_args = 0..=1, default_missing_value = "2",
          value_parser = clap::value_parser!(u32).range(1..=100))]
    demo: Option<u32>,
    /// Make the made-up journal a very full one
    #[arg(long, requires = "demo")]
    dense: bool,
    /// Set the app's clock, to try things out (with --demo or --data-dir)
    #[arg(long, value_name = "DATETIME", value_parser = parse_datetime)]
    starting_at: Option<Wall>,
    /// Let the app's clock run this many times as fast (with --demo or --data-dir)
    #[arg(long, value_name = "N")]
    speed: Option<f64>,
}

#[derive(Debug, Args)]
struct FolderArguments {
    /// Where the journal is, instead of your usual folder
    #[arg(long, value_name = "DIR", global = true)]
    data_dir: Option<PathBuf>,
    /// Say on standard error what is saved
    #[arg(short, long, global = true)]
    verbose: bool,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Read the whole journal and say what is in it and what is wrong with it
    Check {
        /// Mend what can be mended without losing anything, after a backup
        #[arg(long)]
        repair: bool,
    },
    /// Put the whole journal into a ZIP file
    Backup {
        /// The file to write; there must be none of that name yet
        file: PathBuf,
    },
    /// Make a page to take along, or tables for a spreadsheet
    Export {
        #[command(subcommand)]
        form: ExportForm,
    },
    /// List the backups, or say what one of them would bring back, or bring it back
    Restore {
        /// The number of a backup, or a ZIP file
        from: Option<String>,
        /// Bring it back; without this it is only said what would come back
        #[arg(long, requires = "from")]
        yes: bool,
    },
}

#[derive(Debug, Subcommand)]
enum ExportForm {
    /// One page to read or to print
    Html {
        /// The file to write; there must be none of that name yet
        file: PathBuf,
        #[command(flatten)]
        period: PeriodArguments,
        /// With your own notes
        #[arg(long)]
        notes: bool,
    },
    /// A folder with a table for each kind of record
    Csv {
        /// The folder to make; there must be none of that name yet
        folder: PathBuf,
        #[command(flatten)]
        period: PeriodArguments,
    },
}

#[derive(Debug, Args)]
struct PeriodArguments {
    /// The first day, such as 2026-01-31
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// The last day
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
}

impl PeriodArguments {
    fn period(&self) -> Period {
        Period { from: self.from, until: self.to }
    }
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum LaunchError {
    /// The system names no folder for a person's data.
    #[error("no folder for your data was found; name one with --data-dir")]
    NoHome,
    /// The clock may only be set where it harms nothing.
    #[error("--starting-at and --speed work only together with --demo or --data-dir")]
    ClockWithoutTrial,
    /// A made-up journal is only put where nothing is.
    #[error("{0} is not empty, so no made-up journal was put there; nothing in it was changed")]
    DemoNotEmpty(PathBuf),
    /// The made-up journal could not be opened.
    #[error("the folder for the made-up journal could not be opened: {0}")]
    DemoOpen(#[from] OpenError),
    /// The made-up journal could not be written.
    #[error("the made-up journal could not be written: {0}")]
    DemoSave(#[from] SaveError),
    /// A folder for it could not be made.
    #[error("no temporary folder could be made: {0}")]
    NoTemp(#[from] io::Error),
    /// The app's own files are not whole.
    #[error(transparent)]
    NotWhole(#[from] crate::text::TextError),
    /// No window could be opened.
    #[error("no window could be opened: {0}")]
    NoWindow(String),
}

/// Does what the command line says. Gives back the exit code.
///
/// # Errors
/// Where there is nothing to show a window for, or no window to be had.
pub fn run(arguments: &Arguments) -> Result<u8, LaunchError> {
    let sink = LogSink::default();
    start_log(&sink, arguments.folder.verbose);
    let Some(task) = &arguments.command else { return open_window(arguments, sink) };
    let text = Text::of(locale::of_this_computer().locale(None, None))?;
    let tasks = Tasks { text: &text, places: usual_places(arguments.folder.data_dir.clone())? };
    Ok(match task {
        Task::Check { repair } => tasks.check(*repair),
        Task::Backup { file } => tasks.backup(file),
        Task::Export { form: ExportForm::Html { file, period, notes } } => {
            let parts = Parts { notes: *notes, ..Parts::default() };
            tasks.export(&Wanted { form: Form::Page(parts), period: period.period() }, file)
        }
        Task::Export { form: ExportForm::Csv { folder, period } } => {
            tasks.export(&Wanted { form: Form::Tables, period: period.period() }, folder)
        }
        Task::Restore { from, yes } => tasks.restore(from.as_deref(), *yes),
    })
}

/// The folder that was named, or the usual one; and this computer's own folder.
fn usual_places(data_dir: Option<PathBuf>) -> Result<Places, LaunchError> {
    let dirs = directories::ProjectDirs::from("", "", APP_ID).ok_or(LaunchError::NoHome)?;
    let state = dirs.state_dir().map_or_else(|| dirs.data_local_dir().join("state"), Path::to_path_buf);
    let mut places = Places::new(data_dir.unwrap_or_else(|| dirs.data_dir().to_path_buf()), state);
    let user = directories::UserDirs::new();
    let documents = user.as_ref().and_then(|dirs| dirs.document_dir()).map(Path::to_path_buf);
    let home = user.as_ref().map(|dirs| dirs.home_dir().to_path_buf());
    places.copy_dirs = documents.into_iter().chain(home).chain([std::env::temp_dir()]).collect();
    Ok(places)
}

fn open_window(arguments: &Arguments, sink: LogSink) -> Result<u8, LaunchError> {
    let trial = arguments.demo.is_some() || arguments.folder.data_dir.is_some();
    let clock: Arc<dyn Clock> = match (arguments.starting_at, arguments.speed) {
        (None, None) => Arc::new(SystemClock::default()),
        _ if !trial => return Err(LaunchError::ClockWithoutTrial),
        (began_at, speed) => Arc::new(TrialClock::new(began_at, speed.unwrap_or(1.0))),
    };
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    // Lives as long as the window: a made-up journal in a temporary folder goes with it.
    let mut temporary = None;
    let places = match (arguments.demo, &arguments.folder.data_dir) {
        (None, _) => usual_places(arguments.folder.data_dir.clone())?,
        (Some(years), named) => {
            let places = if let Some(dir) = named {
                usual_places(Some(dir.clone()))?
            } else {
                let dir = temporary.insert(tempfile::Builder::new().prefix("sunshower-demo-").tempdir()?);
                Places::new(dir.path().join("journal"), dir.path().join("state"))
            };
            write_demo(&disk, &places, years, arguments.dense, &*clock)?;
            places
        }
    };
    let desktop = Desktop::of_this_computer(&clock);
    let setup = Setup {
        clock,
        disk,
        places,
        demo: arguments.demo.is_some(),
        fullscreen: arguments.fullscreen,
        // Whoever names a folder knows what this is.
        welcomes: !trial,
        in_background: true,
        system: locale::of_this_computer(),
        desktop,
        on_open: Box::new(move |state_dir| sink.open(state_dir)),
    };
    show(setup).map(|()| 0)
}

/// Writes a made-up journal, completely, where nothing is.
///
/// # Errors
/// Where the folder is not empty, or cannot be opened or written.
pub fn write_demo(
    disk: &Arc<dyn Disk>,
    places: &Places,
    years: u32,
    dense: bool,
    clock: &dyn Clock,
) -> Result<(), LaunchError> {
    let taken = || LaunchError::DemoNotEmpty(places.data_dir.clone());
    let opened = match open(&**disk, places) {
        Ok(opened) if opened.first_time => opened,
        Ok(_) | Err(OpenError::NotOurs | OpenError::NotAFolder) => return Err(taken()),
        Err(error) => return Err(error.into()),
    };
    let now = clock.now().wall;
    let today = lived_day(now, DAY_STARTS_HOUR);
    let journal = demo::journal(years, dense, today, now, opened.vault.device());
    let mut writer = Writer::new(opened.vault, Arc::clone(disk));
    for job in jobs_of(&journal) {
        writer.run_now(job).result?;
    }
    Ok(())
}

fn jobs_of(journal: &Journal) -> Vec<Job> {
    struct Sheets<'a>(&'a Journal, BTreeSet<Sheet>);
    impl KindVisitor for Sheets<'_> {
        fn visit<R: Kind>(&mut self) {
            self.1.extend(R::table(self.0).iter().map(|record| R::sheet(record.day())));
        }
    }
    let mut sheets = Sheets(journal, BTreeSet::from([Sheet::Plans]));
    visit_kinds(&mut sheets);
    sheets.1.into_iter().map(|sheet| Job::Records(sheet, sheet_text(journal, sheet))).collect()
}

/// How the window is made; the example that measures the least a window can cost uses the same.
#[must_use]
pub fn native_options(fullscreen: bool) -> eframe::NativeOptions {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icons/sunshower-256.png"));
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Sunshower")
        .with_app_id(APP_ID)
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([640.0, 400.0])
        .with_fullscreen(fullscreen);
    match icon {
        Ok(icon) => viewport = viewport.with_icon(icon),
        Err(error) => tracing::warn!("the icon cannot be shown: {error}"),
    }
    let renderer = if cfg!(windows) { eframe::Renderer::default() } else { eframe::Renderer::Glow };
    eframe::NativeOptions { viewport, renderer, ..eframe::NativeOptions::default() }
}

fn show(setup: Setup) -> Result<(), LaunchError> {
    let options = native_options(setup.fullscreen);
    let create: eframe::AppCreator<'_> = Box::new(|creation| Ok(Box::new(App::new(&creation.egui_ctx, setup)?)));
    eframe::run_native(APP_ID, options, create).map_err(|error| LaunchError::NoWindow(error.to_string()))
}

/// Reads a date and time: `2026-11-22T20:30`, with seconds and an offset if wanted. Without an offset it is local.
fn parse_datetime(text: &str) -> Result<Wall, String> {
    if let Ok(exact) = Wall::parse_from_rfc3339(text) {
        return Ok(exact);
    }
    let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .ok_or_else(|| "a date and time looks like 2026-11-22T20:30".to_owned())?;
    let wall = Local.from_local_datetime(&local).earliest().ok_or("this time does not exist here on that day")?;
    Ok(wall.fixed_offset())
}

/// Where log lines go: into the state folder once it is known and there is something to say, so that looking in leaves
/// nothing behind.
#[derive(Clone, Default)]
struct LogSink {
    target: Arc<Mutex<LogTarget>>,
}

#[derive(Default)]
enum LogTarget {
    /// Not known yet.
    #[default]
    Unknown,
    /// Known, but nothing was said yet.
    Folder(PathBuf),
    /// Open.
    File(File),
}

impl LogSink {
    fn open(&self, state_dir: &Path) {
        *self.target.lock().unwrap_or_else(PoisonError::into_inner) = LogTarget::Folder(state_dir.to_path_buf());
    }
}

impl Write for LogSink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut target = self.target.lock().unwrap_or_else(PoisonError::into_inner);
        if let LogTarget::Folder(state_dir) = &*target {
            *target = log::open(state_dir).map_or(LogTarget::Unknown, LogTarget::File);
        }
        match &mut *target {
            LogTarget::File(file) => file.write(bytes),
            _ => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut *self.target.lock().unwrap_or_else(PoisonError::into_inner) {
            LogTarget::File(file) => file.flush(),
            _ => Ok(()),
        }
    }
}

/// Only our own lines are kept: none of them holds anything a person wrote.
fn start_log(sink: &LogSink, verbose: bool) {
    let ours = || tracing_subscriber::filter::filter_fn(|meta| meta.target().starts_with(APP_ID));
    use tracing_subscriber::Layer;
    let sink = sink.clone();
    let to_file = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_target(false)
        .with_writer(move || sink.clone())
        .with_filter(ours());
    let to_stderr = verbose.then(|| {
        tracing_subscriber::fmt::layer()
            .with_ansi(false)
            .with_target(false)
            .without_time()
            .with_writer(io::stderr)
            .with_filter(ours())
    });
    // A second subscriber in one process is one of a test's; the first goes on.
    let _ = tracing_subscriber::registry().with(to_file).with(to_stderr).try_init();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_whole() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_folder_may_be_named_before_and_after_check() {
        for line in [["sunshower", "--data-dir", "d", "check"], ["sunshower", "check", "--data-dir", "d"]] {
            let arguments = Arguments::try_parse_from(line).expect("understood");
            assert_eq!(arguments.folder.data_dir, Some(PathBuf::from("d")));
        }
        let demo = |line: &[&str]| Arguments::try_parse_from(line).expect("understood").demo;
        assert_eq!(demo(&["sunshower", "--demo"]), Some(2));
        assert_eq!(demo(&["sunshower", "--demo", "10", "--dense"]), Some(10));
        assert_eq!(demo(&["sunshower"]), None);
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        assert!(parse_datetime("2026-11-22T20:30").is_ok());
        assert!(parse_datetime("2026-11-22 20:30:10").is_ok());
        assert!(parse_datetime("2026-11-22T20:30:10+01:00").is_ok());
        assert!(parse_datetime("tonight").is_err());
    }
}
