//! The app: the outside world and time in `logic`, drawing in `ui`, and one place where requests change the model.

pub mod apply;
pub mod command;
pub mod company;
mod keep;
pub mod launch;
pub mod model;
pub mod nav;
mod outside;
pub mod reminder;
mod tasks;
mod tonight;
pub mod wakeup;

use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Key, Modifiers, Ui, ViewportCommand};

use crate::breathing;
use crate::care::support;
use crate::clock::{Clock, Now};
use crate::evening::run::Stage;
use crate::evening::stretch;
use crate::shelf::{catalogue, players};
use crate::store::{Disk, Places};
use crate::system::Desktop;
use crate::text::locale::{Locale, SystemTags};
use crate::text::{Text, TextError};
use crate::ui::cx::Cx;
use crate::ui::focus::Focus;
use crate::ui::shell::{Views, shell, theme_for};
use crate::ui::theme::{ThemeError, Themes};
use crate::ui::{fonts, scale};

use apply::{Effect, apply};
use command::{Command, Commands};
use keep::Keeper;
use model::Model;
use outside::Outside;
use wakeup::{Wakeup, next_wakeup};

/// A gap this long between the wall's time and the time the program was awake for means that the computer slept.
const SLEPT_SECS: i64 = 60;

/// In pixels; see `raw_input_hook`.
const WIDEST_TEXTURE: usize = 4096;

/// How long leaving waits for the disk.
const LAST_SAVES: Duration = Duration::from_secs(5);

/// What the app is built with.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Setup {
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where files are.
    pub disk: Arc<dyn Disk>,
    /// The folder, and where this computer keeps its own things.
    pub places: Places,
    /// The journal is made up.
    pub demo: bool,
    /// Start on the whole screen.
    pub fullscreen: bool,
    /// Where there is no journal yet, say first what this is.
    pub welcomes: bool,
    /// Read the folder while the first picture is drawn, rather than before it.
    pub in_background: bool,
    /// What the computer says about languages.
    pub system: SystemTags,
    /// The world outside.
    pub desktop: Desktop,
    /// Told the state folder once it is known, so that the log can be kept there.
    pub on_open: Box<dyn FnMut(&std::path::Path)>,
}

/// Why the app could not be built. Tests see to it that it can.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The words are not whole.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A theme is not whole.
    #[error(transparent)]
    Theme(#[from] ThemeError),
}

/// Where the words come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Words {
    /// They are of the language that is chosen.
    Followed,
    /// They are others, to be tried out.
    Own,
    /// Those of this locale cannot be used, so they stay as they were.
    NotWhole(Locale),
}

/// The app.
pub struct App {
    /// Everything it knows. Public for tests to look at.
    pub model: Model,
    views: Views,
    clock: Arc<dyn Clock>,
    text: Text,
    system: SystemTags,
    words: Words,
    themes: Themes,
    keeper: Keeper,
    last: Now,
    drafted_minute: Option<(Stage, u64)>,
    wants_fullscreen: Option<bool>,
    may_close: bool,
    out_of_scale: bool,
    opening: Opening,
    /// Something was drawn since `logic` ran last.
    is_seen: bool,
    theme_shown: String,
    outside: Outside,
}

/// When the folder is opened: reading ten years beside the first picture would hold the picture up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    AfterTheFirstPicture,
    Now,
    Begun,
}

impl App {
    /// Builds the app and begins to open the folder.
    ///
    /// # Errors
    /// Where a bundled file is not whole.
    pub fn new(ctx: &Context, setup: Setup) -> Result<Self, SetupError> {
        ctx.set_fonts(fonts::definitions());
        ctx.add_plugin(Focus::default());
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.all_styles_mut(|style| {
            // Nothing moves or blinks by itself: a still screen costs nothing.
            style.animation_time = 0.0;
            style.visuals.text_cursor.blink = false;
            style.scroll_animation = egui::style::ScrollAnimation::none();
            style.spacing.scroll = egui::style::ScrollStyle::thin();
        });
        let now = setup.clock.now();
        let data_dir = setup.places.data_dir.display().to_string();
        let mut app = Self {
            model: Model::new(data_dir, setup.demo),
            views: Views::default(),
            clock: setup.clock,
            words: Words::Followed,
            text: Text::of(setup.system.locale(None, None))?,
            system: setup.system,
            themes: Themes::bundled()?,
            keeper: Keeper::new(setup.disk, setup.places, setup.welcomes, setup.on_open),
            last: now,
            drafted_minute: None,
            wants_fullscreen: setup.fullscreen.then_some(true),
            may_close: false,
            out_of_scale: false,
            opening: Opening::AfterTheFirstPicture,
            is_seen: true,
            theme_shown: String::new(),
            outside: Outside::new(setup.desktop),
        };
        app.model.last_input = now.mono;
        app.model.folder = model::Folder::Opening(now.mono);
        if !setup.in_background {
            app.opening = Opening::Begun;
            app.keeper.open(ctx, false);
            app.take_in_opened(ctx, now);
        }
        Ok(app)
    }

    /// Time and the outside world. May run without anything being drawn, and twice for one picture.
    pub fn logic(&mut self, ctx: &Context) {
        let now = self.clock.now();
        self.out_of_scale = scale::follow_window(ctx, self.model.settings.text_percent);
        if self.opening == Opening::Now {
            self.opening = Opening::Begun;
            self.keeper.open(ctx, true);
        }
        self.take_in_opened(ctx, now);
        self.keeper.take_in_outcomes(&mut self.model, now);
        self.keeper.take_in_errands(ctx, &mut self.model, now);
        if ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::WindowFocused(true)))) {
            self.keeper.look_again(ctx, &self.model, now);
        }
        self.notice_sleep(ctx, now);
        self.end_pace(ctx, now);
        self.outside.remind(ctx, &mut self.model, &self.text, now);
        self.outside.keep_company(ctx, &mut self.model, self.is_seen, now);
        self.is_seen = false;
        self.draft_each_minute(now);
        self.keeper.try_again_in_a_while(&mut self.model, now);
        self.follow_language(ctx);
        self.follow_fullscreen(ctx);
        self.show_theme(ctx);
        self.answer_close_request(ctx);
        self.schedule(ctx);
        self.last = now;
    }

    /// Draws, then does what was asked for.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.is_seen = true;
        let now = self.clock.now();
        let first_pass = ui.ctx().current_pass_index() == 0;
        if self.out_of_scale && first_pass && ui.input(|input| input.events.is_empty()) {
            // In the wrong size nothing is worth drawing; the next pass has the right one.
            ui.ctx().request_discard("another size");
            return;
        }
        if ui.input(|input| !input.events.is_empty()) {
            self.model.last_input = now.mono;
            self.model.has_slept = false;
        }
        let mut commands = Commands::new();
        if first_pass {
            read_keys(ui.ctx(), &mut commands);
        }
        let theme = theme_for(&self.themes, &self.model);
        let mut cx = Cx { model: &self.model, text: &self.text, theme, now, commands: &mut commands };
        shell(ui, &mut cx, &mut self.views);
        if !commands.is_empty() {
            for command in commands {
                self.run(ui.ctx(), command);
            }
            ui.ctx().request_repaint();
        }
        if self.opening == Opening::AfterTheFirstPicture {
            self.opening = Opening::Now;
            ui.ctx().request_repaint();
        }
        self.schedule(ui.ctx());
    }

    /// Does one thing that was asked for.
    pub fn run(&mut self, ctx: &Context, command: Command) {
        let now = self.clock.now();
        if matches!(command, Command::Enter(_)) {
            self.keeper.look_again(ctx, &self.model, now);
        }
        let effects = apply(&mut self.model, command, now);
        self.carry_out(ctx, effects, now);
        self.keeper.keep_tonight(&self.model);
    }

    /// Waits until everything is saved, at most for a few seconds. Says whether it is.
    pub fn finish_saving(&mut self) -> bool {
        let done = self.keeper.flush(LAST_SAVES);
        self.keeper.take_in_outcomes(&mut self.model, self.clock.now());
        done && self.model.saving.failed.is_none()
    }

    fn carry_out(&mut self, ctx: &Context, effects: Vec<Effect>, now: Now) {
        for effect in effects {
            match effect {
                Effect::ToggleFullscreen => {
                    let full = ctx.input(|input| input.viewport().fullscreen).unwrap_or(false);
                    self.wants_fullscreen = Some(!full);
                }
                Effect::Fullscreen(full) => self.wants_fullscreen = Some(full),
                Effect::OpenAgain => {
                    let was_open = self.model.is_read_only();
                    self.model.folder = model::Folder::Opening(now.mono);
                    if was_open {
                        self.keeper.open_with_what_was_said(ctx);
                    } else {
                        self.keeper.open(ctx, true);
                    }
                }
                Effect::Quit if !self.finish_saving() => self.model.asks_to_quit = true,
                Effect::Quit | Effect::QuitAnyway => {
                    self.may_close = true;
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
                Effect::AcceptVanished => {
                    let effects = self.keeper.accept_vanished(&mut self.model, now);
                    self.carry_out(ctx, effects, now);
                }
                Effect::LookForBackups => self.keeper.look_for_backups(ctx),
                Effect::LookIntoBackup(number) => self.keeper.look_into_backup(ctx, number),
                Effect::Restore(number) => self.keeper.restore(ctx, &mut self.model, number, now),
                Effect::CopyElsewhere => self.keeper.copy_elsewhere(ctx, &mut self.model, now),
                Effect::TakeAlong(wanted) => {
                    let locale = self.text.locale();
                    self.keeper.take_along(ctx, &self.model, locale, *wanted, now);
                }
                Effect::OpenAddress(address) => self.outside.open(&mut self.model, address),
                Effect::SaveDraft => {
                    self.drafted_minute = self.minute(now);
                    self.keeper.save(&mut self.model, &Effect::SaveDraft, now);
                }
                saves => self.keeper.save(&mut self.model, &saves, now),
            }
        }
    }

    /// None of it is on the first picture, so nobody waits for it there.
    fn take_in_bundled(&mut self) {
        fn whole<T, E: std::fmt::Display>(list: Result<Vec<T>, E>) -> Vec<T> {
            // Tests see to it that they are whole.
            list.inspect_err(|error| tracing::error!("what comes with the program is not whole: {error}"))
                .unwrap_or_default()
        }
        let model = &mut self.model;
        (model.catalogue, model.players) = (whole(catalogue::bundled()), whole(players::bundled()));
        model.support = whole(support::bundled());
        (model.patterns, model.stretches) = (whole(breathing::bundled::patterns()), whole(stretch::bundled()));
    }

    fn take_in_opened(&mut self, ctx: &Context, now: Now) {
        if self.opening == Opening::Begun && self.model.catalogue.is_empty() {
            self.take_in_bundled();
        }
        let effects = self.keeper.take_in_opened(ctx, &mut self.model, now);
        if let Some(effects) = effects {
            if self.model.settings.fullscreen {
                self.wants_fullscreen.get_or_insert(true);
            }
            self.carry_out(ctx, effects, now);
            ctx.request_repaint();
        }
    }

    /// What the running evening is kept again for when it changes: the stage, and the minute of the film or the break.
    fn minute(&self, now: Now) -> Option<(Stage, u64)> {
        let run = self.model.run.as_ref()?;
        let minute = match &run.pause {
            Some(pause) => pause.lasted(now).as_secs() / 60,
            None => u64::from(run.film.is_running().then(|| run.film.minute(now.mono))?),
        };
        Some((run.stage, minute))
    }

    /// While the film runs, or a breath is drawn, the evening is kept every minute, so that a power cut costs less.
    fn draft_each_minute(&mut self, now: Now) {
        let minute = self.minute(now);
        if minute.is_some() && minute != self.drafted_minute {
            self.drafted_minute = minute;
            self.keeper.save(&mut self.model, &Effect::SaveDraft, now);
        }
    }

    /// A pace that was for a while is over by itself.
    fn end_pace(&mut self, ctx: &Context, now: Now) {
        let mut effects = Vec::new();
        if apply::breath::end_pace(&mut self.model, now, &mut effects) {
            self.carry_out(ctx, effects, now);
            ctx.request_repaint();
        }
    }

    /// A lid that was closed during the film is asked about like a crash.
    fn notice_sleep(&mut self, ctx: &Context, now: Now) {
        let by_the_wall = now.wall - self.last.wall;
        let awake = chrono::TimeDelta::from_std(now.mono.saturating_sub(self.last.mono)).unwrap_or_default();
        let slept = by_the_wall - awake;
        if slept.num_seconds() < SLEPT_SECS {
            return;
        }
        let mut effects = Vec::new();
        apply::slept(&mut self.model, slept, now, &mut effects);
        self.carry_out(ctx, effects, now);
    }

    /// Uses these words from now on, whatever the settings say: to try out others.
    pub fn use_words(&mut self, text: Text) {
        self.words = Words::Own;
        self.set_words(text);
    }

    fn set_words(&mut self, text: Text) {
        self.text = text;
        // What views worked out holds words of the language before.
        self.model.revision += 1;
        self.model.words += 1;
    }

    /// The words are those of the language that is chosen.
    fn follow_language(&mut self, ctx: &Context) {
        let settings = &self.model.settings;
        let wanted = self.system.locale(settings.language.as_deref(), settings.twelve_hours);
        if wanted == self.text.locale() || matches!(self.words, Words::Own) || self.words == Words::NotWhole(wanted) {
            return;
        }
        match Text::of(wanted) {
            Ok(text) => self.set_words(text),
            Err(error) => {
                // Tests see to it that all are whole.
                tracing::error!("{error}");
                self.words = Words::NotWhole(wanted);
            }
        }
        ctx.request_repaint();
    }

    /// Some window managers ignore the wish of a window that is not shown yet, so it is repeated until it is true.
    fn follow_fullscreen(&mut self, ctx: &Context) {
        let Some(wanted) = self.wants_fullscreen else { return };
        let is = ctx.input(|input| input.viewport().fullscreen);
        if is == Some(wanted) {
            self.wants_fullscreen = None;
        } else {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(wanted));
            if is.is_none() {
                self.wants_fullscreen = None;
            }
        }
    }

    fn show_theme(&mut self, ctx: &Context) {
        let theme = theme_for(&self.themes, &self.model);
        if theme.name == self.theme_shown {
            return;
        }
        self.theme_shown.clone_from(&theme.name);
        ctx.set_theme(if theme.dark { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.all_styles_mut(|style| {
            style.visuals.override_text_color = Some(theme.text);
            style.visuals.selection.bg_fill = crate::ui::theme::mix(theme.raised, theme.rain, 0.45);
            style.visuals.selection.stroke.color = theme.text;
            style.visuals.text_cursor.stroke = egui::Stroke::new(3.0, theme.text);
            style.visuals.panel_fill = theme.sky[1];
        });
    }

    /// The window's own ways to close lead past the question too.
    fn answer_close_request(&mut self, ctx: &Context) {
        if self.may_close || !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        if self.model.breathing_since.is_some() {
            self.run(ctx, Command::Breathe(false));
        }
        if self.model.run.is_some() || !self.finish_saving() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            // The question has to be seen to be answered.
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            self.run(ctx, Command::Quit);
        }
    }

    fn schedule(&self, ctx: &Context) {
        match next_wakeup(&self.model, self.clock.now()) {
            Wakeup::Never => {}
            Wakeup::After(time) => ctx.request_repaint_after(self.clock.real_wait(time)),
            Wakeup::Animating(time) => {
                let hidden = ctx.input(|input| input.viewport().minimized == Some(true));
                if !hidden {
                    ctx.request_repaint_after(time);
                }
            }
        }
    }
}

/// The keys that mean the same everywhere.
fn read_keys(ctx: &Context, commands: &mut Commands) {
    if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F11)) {
        commands.push(Command::ToggleFullscreen);
    }
    let backs = ctx.with_plugin(Focus::take_back_presses).unwrap_or(0);
    commands.extend((0..backs).map(|_| Command::Back));
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
    }

    fn raw_input_hook(&mut self, _ctx: &Context, raw_input: &mut egui::RawInput) {
        // The picture all letters are kept in is as wide as the graphics card allows, which is four megabytes of mostly
        // nothing, twice. A quarter of that holds every letter of a screen of any size.
        raw_input.max_texture_side = raw_input.max_texture_side.map(|side| side.min(WIDEST_TEXTURE));
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        theme_for(&self.themes, &self.model).sky[0].to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.outside.leave();
        if !self.finish_saving() {
            tracing::error!("left before everything was saved");
        }
    }
}
