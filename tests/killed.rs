//! The real process is killed with SIGKILL at many random moments of its evenings. After each time the folder is whole,
//! every save that was acknowledged in the log is there, and the evening goes on where it was.
//!
//! One journal grows over all rounds. Half of the kills come at any time, from before the window is there; the other
//! half just after the program has said that it is about to save, where there is most to lose. Between two rounds a
//! moment, an hour or days may pass.
//!
//! `SUNSHOWER_KILLS` sets how many rounds, `SUNSHOWER_SEED` repeats a run as nearly as real processes can.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a real process is watched from outside, by its files and by the clock")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "support/screen.rs"]
mod screen;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{SecondsFormat, TimeDelta};
use fastrand::Rng;
use screen::{Home, PATIENCE, Screen, Window, number_from, say, wait_for};
use sunshower::clock::{Now, Wall};
use sunshower::evening::check_in::Feeling;
use sunshower::evening::resume::{Draft, Question};
use sunshower::evening::run::{Run, Stage};
use sunshower::store::{Hash, Opened, RealDisk, open};

/// The program's clock runs so many times as fast as the real one.
const SPEED: &str = "60";
/// No round lasts longer than this in real time.
const LONGEST_ROUND: Duration = Duration::from_millis(3500);
/// Short of this many app seconds after the last save an evening goes on without a question, even on a slow machine.
const CLOCK_SET_BACK: TimeDelta = TimeDelta::minutes(20);

/// What a file holds: the beginning of its hash, or nothing where there is no file.
type Content = Option<String>;

/// What the log promises about a file.
#[derive(Default)]
struct Promise {
    acknowledged: Content,
    /// Begun since then, and not said to be done.
    under_way: Vec<Content>,
}

#[derive(Default)]
struct Figures {
    rounds: u64,
    in_a_save: u64,
    landed_unacknowledged: u64,
    acknowledged: u64,
    resumed: u64,
    asked: u64,
    evenings_closed: usize,
}

/// Everything that has to hold from one round to the next.
struct Story {
    home: Home,
    promises: BTreeMap<String, Promise>,
    /// How much of each log was read.
    read: BTreeMap<PathBuf, usize>,
    draft: Option<Draft>,
    counts: BTreeMap<String, u64>,
    wall: Wall,
    figures: Figures,
}

#[test]
fn an_evening_killed_at_a_hundred_random_moments_loses_nothing_that_was_called_saved() {
    let Some(screen) = Screen::open() else { return };
    let rounds = number_from("SUNSHOWER_KILLS", 100);
    let seed = number_from("SUNSHOWER_SEED", fastrand::u64(..));
    say(&format!("seed {seed}: SUNSHOWER_SEED={seed} repeats it"));
    let mut rng = Rng::with_seed(seed);
    let mut story = Story::new();
    for round in 0..rounds {
        let lines = story.live_and_die(&screen, &mut rng, round);
        story.look_at_what_is_left(&lines);
    }
    let Figures { rounds, in_a_save, landed_unacknowledged, acknowledged, resumed, asked, evenings_closed } =
        story.figures;
    say(&format!(
        "killed {rounds} times, {in_a_save} of them during a save (after {landed_unacknowledged} of those the new file \
         was there); {acknowledged} acknowledged saves; resumed {resumed} times, {asked} of them with a question; \
         {evenings_closed} evenings came to their end; lost 0, corrupt 0"
    ));
    if rounds >= 50 {
        assert!(in_a_save > 0 && resumed > 0 && asked > 0, "the kills came where they matter");
    }
}

impl Story {
    fn new() -> Self {
        Self {
            home: Home::new(),
            promises: BTreeMap::new(),
            read: BTreeMap::new(),
            draft: None,
            counts: BTreeMap::new(),
            wall: Wall::parse_from_rfc3339("2026-11-22T20:30:00+01:00").expect("a date"),
            figures: Figures::default(),
        }
    }

    /// Starts the program, lives through a piece of an evening, and ends it in the middle. Gives back what it said.
    fn live_and_die(&mut self, screen: &Screen, rng: &mut Rng, round: u64) -> Vec<String> {
        let gap = match (&self.draft, rng.u32(0..10)) {
            (Some(_), 0..6) => -CLOCK_SET_BACK,
            (Some(_), 6..9) => TimeDelta::minutes(rng.i64(1..60)),
            (Some(_), _) => TimeDelta::hours(5),
            (None, _) => TimeDelta::minutes(rng.i64(10..5000)),
        };
        self.wall = self.draft.as_ref().map_or(self.wall, Draft::saved_at) + gap;
        let starting_at = self.wall.to_rfc3339_opts(SecondsFormat::Secs, false);
        let window = screen.start(&self.home, &["--speed", SPEED, "--starting-at", &starting_at]);
        let began = Instant::now();
        // At any time, or in the middle of a save.
        let ends = if round.is_multiple_of(2) {
            Duration::from_millis(rng.u64(200..3000))
        } else {
            window.kill_in_save(rng.usize(1..20), Duration::from_micros(rng.u64(0..2500)));
            LONGEST_ROUND
        };
        let is_over = || began.elapsed() >= ends || !window.is_running();
        let lived = std::thread::scope(|scope| {
            let killer = scope.spawn(|| {
                wait_for(LONGEST_ROUND + PATIENCE, || is_over().then_some(()));
                window.kill();
            });
            let lived = self.live(&window, rng, &is_over);
            killer.join().expect("killed");
            lived
        });
        if let Err(why) = lived {
            panic!("round {round}: {why}\n{}", window.lines().join("\n"));
        }
        let (_, lines) = window.wait_until_gone();
        lines
    }

    /// Presses keys until it is over. What was interrupted has to be there again first.
    fn live(&mut self, window: &Window<'_>, rng: &mut Rng, is_over: &dyn Fn() -> bool) -> Result<(), String> {
        let over = |window: &Window<'_>| is_over() || !window.is_running();
        if !window.is_shown_before(&|| over(window)) {
            return Ok(());
        }
        if let Some(draft) = self.draft.take() {
            let asked = draft.question(self.now());
            match &asked {
                // Of one that had not begun, the first answer is that it did not happen; this one goes on.
                Some(Question::EndedAbout { .. }) if draft.is_before_the_film() => {
                    window.press_at_once(&["Down", "Return"]);
                }
                Some(_) => window.press_at_once(&["Return"]),
                None => {}
            }
            let saved = wait_for(PATIENCE, || {
                (over(window) || window.lines().iter().any(|line| line.contains("INFO saved draft.ron"))).then_some(())
            });
            let resumed = self.home.draft();
            if !over(window) {
                saved.ok_or("the evening was not taken up again")?;
                let resumed = resumed.and_then(|text| Draft::parse(&text).ok()).ok_or("the evening is gone")?;
                self.is_the_same(&draft, &resumed, asked.as_ref())?;
                self.figures.resumed += 1;
                self.figures.asked += u64::from(asked.is_some());
            }
        }
        while !over(window) {
            let draft = self.home.draft().and_then(|text| Draft::parse(&text).ok());
            let keys = match &draft {
                Some(draft) => during(&draft.resume_stopped(self.now()), rng),
                None => on_tonight(rng),
            };
            // OK means what has the focus when the picture is drawn, so it ends what is pressed at once.
            for keys in keys.split_inclusive(|key| *key == "Return") {
                window.press_at_once(keys);
                window.settle(Duration::from_millis(rng.u64(20..200)));
                if over(window) {
                    break;
                }
            }
        }
        Ok(())
    }

    /// An evening that was taken up again is the one that was interrupted, with every mark, at the same film minute.
    fn is_the_same(&self, was: &Draft, is: &Draft, asked: Option<&Question>) -> Result<(), String> {
        let (mut then, now) = (was.resume_stopped(self.now()), is.resume_stopped(self.now()));
        if then.stage == Stage::Tears {
            // What was half said right after the film became a check-in when the evening was taken up hours later.
            then.feeling = Feeling::default();
        }
        if was.evening().id != is.evening().id || was.evening().marks != is.evening().marks {
            return Err(format!("another evening, or other marks:\n{was:#?}\n{is:#?}"));
        }
        let (secs_then, secs_now) = (then.film.secs(self.now().mono), now.film.secs(self.now().mono));
        match asked {
            Some(Question::EndedAbout { .. }) => Ok(()),
            // It stands, as was answered.
            Some(Question::StoppedOrWentOn { .. }) if secs_then == secs_now => Ok(()),
            // It may have gone on since, but never back.
            None if secs_then <= secs_now && (then.stage, &then.feeling) == (now.stage, &now.feeling) => Ok(()),
            _ => Err(format!("not where it was:\n{was:#?}\n{is:#?}")),
        }
    }

    /// The program's time at the start of the round.
    fn now(&self) -> Now {
        Now { wall: self.wall, mono: Duration::ZERO }
    }

    /// Everything that has to hold once the process is dead.
    fn look_at_what_is_left(&mut self, lines: &[String]) {
        self.figures.rounds += 1;
        let (report, code) = self.home.check();
        let told = || lines.join("\n");
        assert_eq!(code, Some(0), "check says:\n{report}\nthe program said:\n{}", told());
        let trouble = |line: &&String| line.contains("WARN") || line.contains("ERROR") || line.contains("panicked");
        assert_eq!(lines.iter().find(trouble), None, "{}", told());
        for line in report.lines() {
            let (kind, count) = line.split_once(' ').expect("a kind and a count");
            let count = count.parse().expect("a number");
            let before = self.counts.insert(kind.to_owned(), count).unwrap_or(0);
            // How the tears were may be answered anew; nothing else ever becomes less.
            assert!(count >= before || kind == "tears", "{kind}: {before} became {count}\n{}", told());
        }
        let opened = open(&RealDisk, &self.home.places()).expect("it opens");
        assert_eq!(opened.problems, [], "{}", told());
        self.hold_to_the_log(&opened, &told());
        let before =
            std::mem::replace(&mut self.draft, opened.draft.as_deref().map(|text| Draft::parse(text).expect("whole")));
        self.nothing_fell_between(before.as_ref(), &opened, &told());
        self.figures.evenings_closed =
            opened.journal.evenings.iter().filter(|evening| evening.closed.is_some()).count();
    }

    /// Every file holds what was last called saved, or what was being saved since.
    fn hold_to_the_log(&mut self, opened: &Opened, told: &str) {
        for line in self.new_lines(&opened.vault.state_dir().join("log.txt")) {
            let words: Vec<&str> = line.split_whitespace().skip_while(|word| !word.starts_with(['D', 'I'])).collect();
            let content = words.get(3).map(|hash| (*hash).to_owned());
            match words[..] {
                ["DEBUG", "saving" | "removing", path, ..] => {
                    self.promises.entry(path.to_owned()).or_default().under_way.push(content);
                }
                ["INFO", "saved" | "removed", path, ..] => {
                    let promise = Promise { acknowledged: content, under_way: Vec::new() };
                    self.promises.insert(path.to_owned(), promise);
                    self.figures.acknowledged += 1;
                }
                _ => {}
            }
        }
        let (mut was_saving, mut landed) = (false, false);
        for (path, promise) in &mut self.promises {
            let dir = if ["draft.ron", "tonight.ron"].contains(&&**path) {
                opened.vault.state_dir()
            } else {
                opened.vault.dir()
            };
            let content = content_of(&dir.join(path));
            was_saving |= !promise.under_way.is_empty();
            if content != promise.acknowledged {
                landed = true;
                assert!(
                    promise.under_way.contains(&content),
                    "{path} holds {content:?}; {:?} was called saved, {:?} was under way\n{told}",
                    promise.acknowledged,
                    promise.under_way
                );
            }
            *promise = Promise { acknowledged: content, under_way: Vec::new() };
        }
        self.figures.in_a_save += u64::from(was_saving);
        self.figures.landed_unacknowledged += u64::from(landed);
    }

    /// What leaves the draft is in the journal by then.
    fn nothing_fell_between(&self, before: Option<&Draft>, opened: &Opened, told: &str) {
        let evenings = &opened.journal.evenings;
        let running = self.draft.as_ref().map(|draft| draft.evening().id);
        for evening in evenings.iter() {
            assert!(
                evening.closed.is_some() || running == Some(evening.id) || evening.watched.is_empty(),
                "an evening is neither running nor over: {evening:#?}\n{told}"
            );
        }
        if let Some(id) = before.map(|draft| draft.evening().id) {
            let known = evenings.get(id);
            assert!(running == Some(id) || known.is_some_and(|known| known.closed.is_some()), "gone: {id}\n{told}");
        }
    }

    /// The lines a log has grown by since the last round.
    fn new_lines(&mut self, log: &Path) -> Vec<String> {
        let text = fs::read_to_string(log).unwrap_or_default();
        let read = self.read.insert(log.to_owned(), text.len()).unwrap_or(0);
        text[read..].lines().map(str::to_owned).collect()
    }
}

fn content_of(path: &Path) -> Content {
    fs::read(path).ok().map(|bytes| Hash::of(&bytes).short())
}

/// Begins an evening, or says in the journal how it is.
fn on_tonight(rng: &mut Rng) -> Vec<&'static str> {
    match rng.u32(0..10) {
        0..3 => {
            let rail = [vec!["Left", "Left"], vec!["Up"; 6]].concat();
            let to_the_journal = [rail.clone(), vec!["Down", "Down", "Return", "Right"], vec!["Up"; 12]].concat();
            let back = [rail, vec!["Return", "Right"]].concat();
            [to_the_journal, vec!["Return"], check_in(rng, true), back].concat()
        }
        3 => vec!["Escape", "Return"],
        _ => vec!["Return"],
    }
}

/// Moves both sliders, then keeps that or not.
fn check_in(rng: &mut Rng, keep: bool) -> Vec<&'static str> {
    let mut keys = vec!["Right"; rng.usize(1..6)];
    keys.push("Down");
    keys.extend(vec!["Left"; rng.usize(1..5)]);
    keys.extend(["Down"; 14]);
    keys.extend([if keep { "Left" } else { "Right" }, "Return"]);
    keys
}

/// A few keys that make sense at this stage; never one that undoes or leaves the evening.
fn during(run: &Run, rng: &mut Rng) -> Vec<&'static str> {
    let any = rng.u32(0..10);
    match run.stage {
        Stage::Before | Stage::After if any < 3 => vec!["Right", "Down", "Left"],
        Stage::Before | Stage::After => {
            let keep = rng.u32(0..4) > 0;
            check_in(rng, keep)
        }
        Stage::Watching => match any {
            0..5 => vec!["Return"],
            5..7 => vec!["Down"],
            7 => vec!["Escape", "Escape"],
            8 => vec!["Right", "Right", "Right", "Return"],
            _ => Vec::new(),
        },
        Stage::Break => match any {
            0..2 => vec!["Left", "Return"],
            2..4 => vec!["Left", "Up", "Return"],
            _ => vec!["Right", "Right", "Right", "Right", "Down", "Return"],
        },
        Stage::Tears if any < 6 => {
            let mut keys = vec!["Up"; 16];
            keys.extend(vec!["Right"; rng.usize(0..5)]);
            keys.extend(vec!["Down"; rng.usize(0..3)]);
            keys.push("Return");
            keys
        }
        Stage::Tears => [vec!["Down"; 20], vec!["Return"]].concat(),
        Stage::Aftercare if any < 4 => vec!["Up", "a", "n", "a", "Down"],
        Stage::Aftercare => vec!["Down", "Down", "Return"],
    }
}
