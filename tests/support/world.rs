//! A whole app in a window without a screen, with a clock that only the test moves.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use sunshower::app::command::Command;
use sunshower::app::{App, Setup};
use sunshower::clock::{Clock, ManualClock, Wall};
use sunshower::sound::Heard;
use sunshower::store::{Disk, Places, RealDisk};
use sunshower::system::Desktop;
use sunshower::system::awake::Awake;
use sunshower::system::motion::Stillness;
use sunshower::system::notify::Notifier;
use sunshower::system::opener::Opener;
use sunshower::system::sound::{Ends, Sound};
use sunshower::text::locale::SystemTags;

use super::render::CpuRenderer;

/// The evening most stories begin on.
pub const EVENING: &str = "2026-11-22T20:30:00+01:00";

/// A folder of its own, for a journal and for what a computer keeps beside it.
pub struct Home {
    dir: tempfile::TempDir,
}

impl Home {
    /// An empty one.
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    /// Where the journal is, and where this computer keeps its own things.
    pub fn places(&self) -> Places {
        Places::new(self.data_dir(), self.dir.path().join("state"))
    }

    /// Where the journal is.
    pub fn data_dir(&self) -> PathBuf {
        self.dir.path().join("journal")
    }

    /// All files of the journal, by their path within it, with what they hold.
    pub fn files(&self) -> Vec<(String, String)> {
        let mut files = Vec::new();
        collect(&self.data_dir(), &self.data_dir(), &mut files);
        files.sort();
        files
    }

    /// Every file there is, also what this computer keeps beside the journal, and what it holds.
    pub fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        bytes(self.dir.path())
    }

    /// The one month file of a journal that has only one.
    pub fn month(&self) -> String {
        let mut months: Vec<_> = self.files().into_iter().filter(|(path, _)| path.starts_with("journal/")).collect();
        assert_eq!(months.len(), 1, "one month file");
        months.remove(0).1
    }
}

fn collect(root: &Path, dir: &Path, files: &mut Vec<(String, String)>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            files.push((name, String::from_utf8_lossy(&std::fs::read(&path).expect("readable")).into_owned()));
        }
    }
}

fn desktop(
    notes: &Rc<RefCell<Vec<String>>>,
    opened: &Rc<RefCell<Vec<String>>>,
    heard: &Rc<RefCell<Vec<Asked>>>,
    awake: &Rc<Cell<bool>>,
    still: &Rc<Cell<bool>>,
) -> Desktop {
    Desktop {
        notifier: Box::new(Notes(Rc::clone(notes))),
        opener: Box::new(Recording(Rc::clone(opened))),
        sound: Box::new(Ears(Rc::clone(heard))),
        awake: Box::new(Lid(Rc::clone(awake))),
        stillness: Box::new(Wish(Rc::clone(still))),
    }
}

/// An app in a window without a screen.
pub struct World {
    /// The window.
    pub harness: Harness<'static, Option<App>>,
    /// Its clock.
    pub clock: Arc<ManualClock>,
    /// The addresses that were handed to the browser.
    pub opened: Rc<RefCell<Vec<String>>>,
    /// The notes that the desktop was asked to show.
    pub notes: Rc<RefCell<Vec<String>>>,
    /// What was to be heard, and how it ended, in order.
    pub heard: Rc<RefCell<Vec<Asked>>>,
    /// Whether the screen is kept awake.
    pub awake: Rc<Cell<bool>>,
    /// Whether the desktop is set to as little motion as possible.
    pub still: Rc<Cell<bool>>,
}

/// What was to be heard, and how what was heard before was to end.
pub type Asked = (Option<Heard>, Ends);

/// Plays nothing, and remembers what it was asked to.
struct Ears(Rc<RefCell<Vec<Asked>>>);

impl Sound for Ears {
    fn play(&mut self, heard: Option<&Heard>, ends: Ends) {
        self.0.borrow_mut().push((heard.cloned(), ends));
    }

    fn has_failed(&self) -> bool {
        false
    }
}

/// Keeps nothing awake, and remembers whether it was asked to.
struct Lid(Rc<Cell<bool>>);

impl Awake for Lid {
    fn keep(&mut self, awake: bool) {
        assert_ne!(self.0.replace(awake), awake, "asked only where it changes");
    }

    fn has_failed(&self) -> bool {
        false
    }
}

/// Wants what the test says.
struct Wish(Rc<Cell<bool>>);

impl Stillness for Wish {
    fn is_wanted(&mut self) -> bool {
        self.0.get()
    }
}

/// Shows nothing, and remembers what it was asked to.
struct Notes(Rc<RefCell<Vec<String>>>);

impl Notifier for Notes {
    fn notify(&mut self, title: &str, body: &str) {
        self.0.borrow_mut().push(format!("{title}: {body}"));
    }

    fn has_failed(&mut self) -> bool {
        false
    }
}

/// Opens nothing, and remembers what it was asked to.
struct Recording(Rc<RefCell<Vec<String>>>);

impl Opener for Recording {
    fn open(&mut self, address: &str) -> Result<(), String> {
        if address.contains("nowhere") {
            return Err("there is no browser".into());
        }
        self.0.borrow_mut().push(address.to_owned());
        Ok(())
    }
}

impl World {
    /// Opens the journal in `home` on the evening most stories begin on.
    pub fn open(home: &Home) -> Self {
        Self::open_at(home, EVENING)
    }

    /// Opens the journal in `home` at a time.
    pub fn open_at(home: &Home, at: &str) -> Self {
        let clock = Arc::new(ManualClock::new(Wall::parse_from_rfc3339(at).expect("a date")));
        Self::open_with(home.places(), Arc::new(RealDisk), clock, Vec2::new(1920.0, 1080.0))
    }

    /// Opens a journal on this disk, in a window of `size_px` pixels.
    pub fn open_with(places: Places, disk: Arc<dyn Disk>, clock: Arc<ManualClock>, size_px: Vec2) -> Self {
        Self::open_drawn(places, disk, clock, size_px, false)
    }

    /// As [`Self::open_with`]; `any_glyph` allows letters that only a system's fonts have.
    pub fn open_drawn(
        places: Places,
        disk: Arc<dyn Disk>,
        clock: Arc<ManualClock>,
        size_px: Vec2,
        any_glyph: bool,
    ) -> Self {
        let scale = sunshower::ui::scale::pixels_per_point(size_px, 100);
        let mut builder = Harness::builder()
            .with_size(size_px / scale)
            .with_pixels_per_point(scale)
            .with_max_steps(12)
            .with_render_cursor(false)
            .renderer(CpuRenderer::default());
        if any_glyph {
            builder = builder.allow_missing_glyphs();
        }
        let setup_clock: Arc<dyn Clock> = Arc::clone(&clock) as Arc<dyn Clock>;
        let opened = Rc::new(RefCell::new(Vec::new()));
        let notes = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::new(RefCell::new(Vec::new()));
        let (awake, still) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
        let setup = Setup {
            clock: setup_clock,
            disk,
            places,
            demo: false,
            fullscreen: false,
            welcomes: false,
            system: SystemTags::default(),
            in_background: false,
            desktop: desktop(&notes, &opened, &heard, &awake, &still),
            on_open: Box::new(|_| {}),
        };
        // The app sets the fonts, so it has to be there before the first picture.
        let built = Rc::new(RefCell::new(None));
        let builder = builder.with_context_setup({
            let built = Rc::clone(&built);
            move |ctx| *built.borrow_mut() = Some(App::new(ctx, setup).expect("the bundled files are whole"))
        });
        let harness = builder.build_ui_state(
            move |ui: &mut egui::Ui, app: &mut Option<App>| {
                let ctx = ui.ctx().clone();
                let app = app.get_or_insert_with(|| built.borrow_mut().take().expect("built once"));
                app.logic(&ctx);
                let mut root = ui.new_child(egui::UiBuilder::new().max_rect(ctx.content_rect()));
                root.set_clip_rect(ctx.content_rect());
                app.ui(&mut root);
            },
            None,
        );
        let mut world = Self { harness, clock, opened, notes, heard, awake, still };
        world.settle();
        world
    }

    /// The world around the app, remembered in the same places.
    pub fn desktop(&self) -> Desktop {
        desktop(&self.notes, &self.opened, &self.heard, &self.awake, &self.still)
    }

    /// The app.
    pub fn app(&self) -> &App {
        self.harness.state().as_ref().expect("built")
    }

    /// The app, to change.
    pub fn app_mut(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().expect("built")
    }

    /// Asks for something, as a button would.
    pub fn ask(&mut self, command: Command) {
        let ctx = self.harness.ctx.clone();
        self.app_mut().run(&ctx, command);
        self.settle();
    }

    /// Draws until nothing changes any more, and everything is saved.
    pub fn settle(&mut self) {
        self.harness.run_steps(4);
        self.app_mut().finish_saving();
        self.harness.run_steps(2);
    }

    /// Presses and releases a key.
    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses keys one after the other.
    pub fn press_all(&mut self, keys: &[Key]) {
        for key in keys {
            self.press(*key);
        }
    }

    /// Lets time pass.
    pub fn wait_min(&mut self, minutes: u64) {
        self.clock.advance(Duration::from_secs(60 * minutes));
        self.settle();
    }

    /// The name of what is focused.
    pub fn focused(&self) -> String {
        let focused = self.harness.root().children_recursive().find(egui_kittest::Node::is_focused);
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// Whether these words are on the screen.
    pub fn shows(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// The value of what has this name: what stands in a field, or what a stepper shows.
    pub fn value_of(&self, name: &str) -> Option<String> {
        let mut nodes = self.harness.root().children_recursive();
        let has_name = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label == name);
        nodes.find_map(|node| if has_name(&node) { node.value() } else { None })
    }

    /// All names and texts on the screen.
    pub fn labels(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let words = |node: egui_kittest::Node<'_>| [node.accesskit_node().label(), node.value()];
        nodes.flat_map(words).flatten().filter(|label| !label.is_empty()).collect()
    }

    /// Presses Tab until what has this name has the focus.
    pub fn tab_to(&mut self, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..120 {
            if self.focused() == name {
                return;
            }
            seen.push(self.focused());
            self.press(Key::Tab);
        }
        assert_eq!(self.focused(), name, "not reached by Tab; on the way: {seen:?}");
    }

    /// Goes to a control by Tab and presses Enter on it.
    pub fn choose(&mut self, name: &str) {
        self.tab_to(name);
        self.press(Key::Enter);
    }

    /// Pastes text into what has the focus.
    pub fn paste(&mut self, text: &str) {
        self.harness.event(egui::Event::Paste(text.to_owned()));
        self.settle();
    }

    /// Writes this in place of what the field that has the focus holds.
    pub fn write_anew(&mut self, text: &str) {
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        if text.is_empty() {
            self.harness.key_press(Key::Delete);
        } else {
            self.harness.event(egui::Event::Text(text.to_owned()));
        }
        self.settle();
    }

    /// Draws until the screen has come to rest. Says when it wants to be drawn again.
    pub fn rest(&mut self) -> Duration {
        for _ in 0..40 {
            self.harness.step();
            if !self.repaint_delay().is_zero() {
                break;
            }
        }
        self.repaint_delay()
    }

    /// Ends like a crash, without a word, and is opened again in the same place after some time.
    pub fn reopened_after(self, home: &Home, minutes: i64) -> Self {
        let wall = self.clock.now().wall + chrono::TimeDelta::minutes(minutes);
        drop(self);
        Self::open_at(home, &wall.to_rfc3339())
    }

    /// How long until the app wants to be drawn again by itself.
    pub fn repaint_delay(&self) -> Duration {
        self.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay
    }
}

/// Every file of a folder, and what it holds.
pub fn bytes(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut dirs = vec![dir.to_owned()];
    while let Some(dir) = dirs.pop() {
        for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                dirs.push(entry.path());
            } else {
                found.push((entry.path(), std::fs::read(entry.path()).expect("readable")));
            }
        }
    }
    found.sort();
    found
}

/// Presses an arrow until this has the focus.
pub fn go(world: &mut World, towards: Key, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..25 {
        if world.focused() == name {
            return;
        }
        seen.push(world.focused());
        world.press(towards);
    }
    assert_eq!(world.focused(), name, "not reached by {towards:?}; on the way: {seen:?}");
}

/// Skips a check-in.
pub fn not_now(world: &mut World) {
    go(world, Key::ArrowDown, "Keep this");
    go(world, Key::ArrowRight, "Not now");
    world.press(Key::Enter);
}
