//! Something is always focused, the ring is visible, and every control can be reached with four arrows.
//!
//! egui moves focus by itself, but does nothing while nothing is focused, does not scroll, and cannot reach what lies
//! only diagonally. So arrows and Tab are taken out of the input here, and the focus is moved over the controls that
//! were drawn last.

mod neighbour;

use std::collections::HashMap;

use egui::{Context, Event, Id, Key, Modifiers, Plugin, RawInput, Rect, Ui};

pub use neighbour::Direction;
use neighbour::neighbour;

/// Which arrows a control keeps for itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four arrows and typing, each on its own")]
pub struct Takes {
    /// Left.
    pub left: bool,
    /// Right.
    pub right: bool,
    /// Up.
    pub up: bool,
    /// Down.
    pub down: bool,
    /// All typing, so that Backspace deletes and does not lead back.
    pub typing: bool,
}

impl Takes {
    /// Left and right, as a slider does.
    pub const SIDEWAYS: Self = Self { left: true, right: true, up: false, down: false, typing: false };
}

/// A control that can be focused.
#[derive(Clone, Copy, Debug)]
struct Stop {
    id: Id,
    rect: Rect,
    takes: Takes,
    rank: u8,
    group: Group,
    /// It stands beside what a page is for: the focus comes here by the person's own keys, as long as there is anything
    /// else.
    aside: bool,
}

/// What belongs together: arrows stay inside, but for left and right between the rooms and the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    /// The page.
    #[default]
    Page,
    /// The rooms beside it.
    Rail,
}

/// Left and right presses for the control that has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sideways {
    /// Presses to the right less presses to the left.
    pub presses: i32,
    /// Shift was held: finer steps.
    pub fine: bool,
}

/// Keeps the focus.
#[derive(Debug)]
pub struct Focus {
    stops: Vec<Stop>,
    drawn: Vec<Stop>,
    page: u64,
    depth: Option<usize>,
    remembered: HashMap<u64, Id>,
    shown: Option<Id>,
    shown_at: Rect,
    /// The control that is brought into sight in this picture.
    brought: Option<Id>,
    last: Option<Id>,
    /// Where the focus was on the page itself, not on the rooms beside it.
    last_on_page: Option<Id>,
    /// The last thing the person pressed was Back.
    goes_back: bool,
    /// A page is drawn that begins at its beginning, wherever the focus is.
    begins: bool,
    back_presses: u32,
    arrows: Vec<Direction>,
    takes_all: bool,
    sideways: Sideways,
    group: Group,
    deferred: Vec<Event>,
}

impl Default for Focus {
    fn default() -> Self {
        Self {
            stops: Vec::new(),
            drawn: Vec::new(),
            page: 0,
            depth: None,
            remembered: HashMap::new(),
            shown: None,
            shown_at: Rect::NOTHING,
            brought: None,
            last: None,
            last_on_page: None,
            goes_back: false,
            begins: false,
            back_presses: 0,
            arrows: Vec::new(),
            takes_all: false,
            sideways: Sideways::default(),
            group: Group::Page,
            deferred: Vec::new(),
        }
    }
}

impl Focus {
    /// Names the page that is being drawn, and how deep it lies, so that focus is where it was when the person comes
    /// back to it. A page that is opened anew begins at its beginning, and so do those during an evening (`None`), where
    /// one press means much. Going back leads away from the rooms beside it, as the one that has the focus was left.
    pub fn page(&mut self, page: u64, depth: Option<usize>) {
        if self.page != page {
            if let Some(last) = self.last_on_page {
                self.remembered.insert(self.page, last);
            }
            // From what lay over a page of an evening, too.
            let comes_back = if depth.is_some() { depth <= self.depth } else { self.depth.is_some() };
            self.page = page;
            self.depth = depth;
            self.last_on_page = self.remembered.get(&page).copied().filter(|_| comes_back);
            self.last = self.last_on_page;
            self.shown = None;
            // Also where the same control is on both.
            self.begins = depth.is_none() || std::mem::take(&mut self.goes_back);
        }
    }

    /// Something was chosen that begins a page anew: wherever the person goes now, they begin at its beginning.
    pub fn start_anew(&mut self) {
        self.remembered.clear();
    }

    /// How often the person asked to go back since this was last asked.
    pub fn take_back_presses(&mut self) -> u32 {
        let presses = std::mem::take(&mut self.back_presses);
        self.goes_back |= presses > 0;
        presses
    }

    /// The arrows pressed on a page that takes them all itself.
    pub fn take_arrows(&mut self) -> Vec<Direction> {
        std::mem::take(&mut self.arrows)
    }

    /// This page decides itself what up and down mean, for as long as it says so each frame. Left and right lead through
    /// all that can be pressed on it.
    pub fn page_takes_vertical(&mut self, takes: bool) {
        self.takes_all = takes;
    }

    /// What is registered from here on belongs to this.
    pub fn begin_group(&mut self, group: Group) {
        self.group = group;
    }

    fn on_key(&mut self, ctx: &Context, key: Key, modifiers: Modifiers, repeat: bool) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        let stop = focused.and_then(|id| self.drawn.iter().find(|stop| stop.id == id)).copied();
        let takes = stop.map_or_else(Takes::default, |stop| stop.takes);
        if takes.left && takes.right && !takes.typing && matches!(key, Key::ArrowLeft | Key::ArrowRight) {
            // Not left to egui, which would move the focus too.
            self.sideways.presses += if key == Key::ArrowRight { 1 } else { -1 };
            self.sideways.fine = modifiers.shift;
            return true;
        }
        let direction = match key {
            Key::ArrowUp if !takes.up => Direction::Up,
            Key::ArrowDown if !takes.down => Direction::Down,
            Key::ArrowLeft if !takes.left => Direction::Left,
            Key::ArrowRight if !takes.right => Direction::Right,
            Key::Tab => {
                self.step(ctx, focused, !modifiers.shift);
                return true;
            }
            Key::Escape | Key::BrowserBack => {
                self.back_presses += u32::from(!repeat);
                return true;
            }
            Key::Backspace if !takes.typing => {
                self.back_presses += u32::from(!repeat);
                return true;
            }
            // Holding OK down is one press.
            Key::Enter | Key::Space if repeat && !takes.typing => return true,
            _ => return false,
        };
        if modifiers.any() {
            return false;
        }
        if self.takes_all {
            match direction {
                Direction::Up | Direction::Down => self.arrows.push(direction),
                // Where what is pressed stands in several rows, they are read on like one.
                Direction::Left | Direction::Right => self.read_on(ctx, focused, direction == Direction::Right),
            }
            return true;
        }
        let target = match stop {
            // From the rooms into the page: to where it was left, or where it begins, and not to what is level with the room.
            Some(Stop { group: Group::Rail, .. }) if direction == Direction::Right => self.start_in(Group::Page),
            // And back: to the room one is in, and not to the one that is level with what one leaves.
            Some(from) => self.neighbour(from, direction).or_else(|| {
                let leaves = from.group == Group::Page && direction == Direction::Left;
                self.start_in(Group::Rail).filter(|_| leaves)
            }),
            None => self.start(),
        };
        if let Some(target) = target {
            ctx.memory_mut(|memory| memory.request_focus(target));
        }
        true
    }

    fn neighbour(&self, from: Stop, direction: Direction) -> Option<Id> {
        let stops: Vec<&Stop> = self.drawn.iter().filter(|stop| stop.group == from.group).collect();
        let rects: Vec<Rect> = stops.iter().map(|stop| stop.rect).collect();
        let here = stops.iter().position(|stop| stop.id == from.id)?;
        neighbour(&rects, here, direction).map(|index| stops[index].id)
    }

    fn step(&self, ctx: &Context, focused: Option<Id>, forward: bool) {
        let count = self.drawn.len();
        if count == 0 {
            return;
        }
        let here = focused.and_then(|id| self.drawn.iter().position(|stop| stop.id == id));
        let index = match (here, forward) {
            (None, _) => 0,
            (Some(here), true) => (here + 1) % count,
            (Some(here), false) => (here + count - 1) % count,
        };
        ctx.memory_mut(|memory| memory.request_focus(self.drawn[index].id));
    }

    /// To the next control, or the one before it, as they were drawn; not beyond the ends.
    fn read_on(&self, ctx: &Context, focused: Option<Id>, forward: bool) {
        let here = focused.and_then(|id| self.drawn.iter().position(|stop| stop.id == id));
        let next = here.and_then(|here| if forward { here.checked_add(1) } else { here.checked_sub(1) });
        if let Some(stop) = next.and_then(|next| self.drawn.get(next)) {
            ctx.memory_mut(|memory| memory.request_focus(stop.id));
        }
    }

    /// Where the focus goes when it is nowhere: where it was, where the page wants it, or the first control.
    fn start(&self) -> Option<Id> {
        self.start_among(self.last, |_| true)
    }

    /// The same of the page alone, or of the rooms beside it.
    fn start_in(&self, group: Group) -> Option<Id> {
        self.start_among(self.last_on_page, |stop| stop.group == group)
    }

    /// Where the focus goes when what had it is gone, and its page is still there: to what lies nearest to it, and not to
    /// the one thing to press, which may be pressed by mistake.
    fn instead(&self) -> Option<Id> {
        // Beside the film the next best thing may end it.
        if self.shown.is_none() || self.takes_all {
            return None;
        }
        let is_drawn = |id: &Id| self.drawn.iter().any(|stop| stop.id == *id);
        let away = |stop: &Stop| stop.rect.distance_sq_to_pos(self.shown_at.center());
        let on_page = self.drawn.iter().filter(|stop| stop.group == Group::Page && !stop.aside);
        let nearest = on_page.min_by(|one, other| away(one).total_cmp(&away(other)));
        self.last.filter(is_drawn).or(nearest.map(|stop| stop.id))
    }

    fn start_among(&self, last: Option<Id>, counts: impl Fn(&Stop) -> bool) -> Option<Id> {
        let stops = || self.drawn.iter().filter(|stop| counts(stop));
        let still_there = last.filter(|id| stops().any(|stop| stop.id == *id));
        let best = stops().map(|stop| (!stop.aside, stop.rank)).max();
        let wanted = || stops().find(|stop| Some((!stop.aside, stop.rank)) == best).map(|stop| stop.id);
        still_there.or_else(wanted)
    }
}

impl Plugin for Focus {
    fn debug_name(&self) -> &'static str {
        "focus"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let mut kept = Vec::with_capacity(input.events.len());
        let mut events = std::mem::take(&mut self.deferred).into_iter().chain(std::mem::take(&mut input.events));
        for event in events.by_ref() {
            let is_press = matches!(&event, Event::Key { pressed: true, .. } | Event::PointerButton { .. });
            if is_press || matches!(&event, Event::AccessKitActionRequest(_)) {
                self.goes_back = false;
            }
            let taken = match &event {
                Event::Key { key, pressed: true, modifiers, repeat, .. } => self.on_key(ctx, *key, *modifiers, *repeat),
                _ => false,
            };
            if taken {
                continue;
            }
            let presses = matches!(&event, Event::Key { key: Key::Enter | Key::Space, pressed: true, .. });
            kept.push(event);
            if presses {
                // What comes after a press waits for the next picture, or it would move the focus before the press is
                // handled, and something else would be pressed.
                break;
            }
        }
        self.deferred = events.collect();
        if !self.deferred.is_empty() {
            ctx.request_repaint();
        }
        input.events = kept;
    }

    fn on_begin_pass(&mut self, _ui: &mut Ui) {
        self.stops.clear();
        self.brought = None;
        self.takes_all = false;
        self.group = Group::Page;
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        self.sideways = Sideways::default();
        self.arrows.clear();
        std::mem::swap(&mut self.drawn, &mut self.stops);
        let focused = ui.memory(egui::Memory::focused);
        let lost = focused.is_none_or(|id| !self.drawn.iter().any(|stop| stop.id == id));
        let begins = std::mem::take(&mut self.begins);
        if begins || lost {
            // A page that begins is begun on itself, and not in the rooms beside it.
            let start = self.start_in(Group::Page).filter(|_| begins);
            if let Some(start) = start.or_else(|| self.instead()).or_else(|| self.start()) {
                ui.memory_mut(|memory| memory.request_focus(start));
                self.last = Some(start);
                ui.ctx().request_repaint();
            }
        } else {
            self.last = focused;
        }
        let is_on_page = |id: &Id| self.drawn.iter().any(|stop| stop.id == *id && stop.group == Group::Page);
        self.last_on_page = self.last.filter(is_on_page).or(self.last_on_page);
    }
}

/// Makes a control reachable. Call it for each, after it was drawn.
pub fn register(ui: &Ui, response: &egui::Response, takes: Takes) {
    register_as(ui, response, takes, 0, false);
}

/// Makes a control reachable that stands at the foot of every page. The focus never comes to it by itself.
pub fn register_aside(ui: &Ui, response: &egui::Response) {
    register_as(ui, response, Takes::default(), 0, true);
}

/// Makes a control reachable, and the one a page starts with.
pub fn register_first(ui: &Ui, response: &egui::Response, takes: Takes) {
    register_as(ui, response, takes, 2, false);
}

/// Makes words reachable that would otherwise lie above what can be pressed, where no arrow brings them into sight. The
/// first of them comes before anything a page wants to start with.
pub fn register_words(ui: &Ui, response: &egui::Response) {
    register_as(ui, response, Takes::default(), 3, false);
}

/// Makes a control reachable, and the one to start with on a page that names none.
pub fn register_fallback(ui: &Ui, response: &egui::Response, takes: Takes) {
    register_as(ui, response, takes, 1, false);
}

fn register_as(ui: &Ui, response: &egui::Response, takes: Takes, rank: u8, aside: bool) {
    if response.clicked() {
        response.request_focus();
    }
    let focused = response.has_focus();
    let scroll = ui.ctx().with_plugin(|focus: &mut Focus| {
        let group = focus.group;
        focus.stops.push(Stop { id: response.id, rect: response.rect, takes, rank, group, aside });
        let news = focused && focus.shown != Some(response.id);
        // What grew above it may have pushed it away; where the person scrolls, they scroll.
        let pushed_away = focused && focus.shown_at != response.rect && !ui.clip_rect().contains_rect(response.rect);
        let scrolls = ui.input(|input| input.smooth_scroll_delta() != egui::Vec2::ZERO || input.pointer.any_down());
        if focused {
            focus.shown = Some(response.id);
            focus.shown_at = response.rect;
        }
        let brings = news || (pushed_away && !scrolls);
        if brings {
            focus.brought = Some(response.id);
        }
        brings
    });
    if scroll == Some(true) {
        // With what stands above it: a heading, a label.
        let mut shown = response.rect.expand(24.0);
        shown.min.y -= 96.0;
        ui.scroll_to_rect(shown, None);
        // A field tells egui which keys it keeps one picture after it got the focus.
        ui.ctx().request_repaint();
    }
}

/// How many controls were drawn so far.
#[must_use]
pub fn drawn_so_far(ui: &Ui) -> usize {
    ui.ctx().with_plugin(|focus: &mut Focus| focus.stops.len()).unwrap_or(0)
}

/// Brings what stands above the first row of a page, and below the last one, into sight with it: no arrow leads to
/// words. Call it at the end of the page's content, with how many controls were drawn before it.
pub fn bring_edges(ui: &Ui, before: usize) {
    let (whole, room) = (ui.min_rect(), ui.clip_rect().height());
    let edges = ui.ctx().with_plugin(|focus: &mut Focus| {
        if focus.depth.is_none() {
            // During an evening nothing is passed by unseen: a page that is longer than the screen begins at its top.
            let out_of_sight = |stop: &&mut Stop| stop.rect.bottom() > whole.top() + room;
            focus.stops.iter_mut().skip(before).filter(out_of_sight).for_each(|stop| stop.rank = 0);
        }
        let page = focus.stops.get(before..).unwrap_or_default();
        let brought = page.iter().find(|stop| Some(stop.id) == focus.brought)?.rect;
        // The whole row: arrows lead into the middle of it as well.
        let first = page.first().filter(|first| brought.top() < first.rect.bottom());
        let last = page.last().filter(|last| brought.bottom() > last.rect.top());
        Some((first.map(|_| brought), last.map(|_| brought)))
    });
    let Some((first, last)) = edges.flatten() else { return };
    let above = first.map(|rect| Rect::from_min_max(whole.min, rect.max));
    // With room for the ring around it.
    let below = last.map(|rect| Rect::from_min_max(rect.min, whole.max + egui::vec2(0.0, 14.0)));
    for edge in [above, below].into_iter().flatten().filter(|edge| edge.height() < room) {
        ui.scroll_to_rect(edge, None);
    }
}

/// The left and right presses for this control, where it has the focus and keeps them for itself.
#[must_use]
pub fn sideways(ui: &Ui, response: &egui::Response) -> Sideways {
    if !response.has_focus() {
        return Sideways::default();
    }
    ui.ctx().with_plugin(|focus: &mut Focus| std::mem::take(&mut focus.sideways)).unwrap_or_default()
}
