//! The journal: what was kept, month by month and day by day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{Ui, vec2};
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::nav::Page;
use crate::clock::Wall;
use crate::evening::check_in::Moment;
use crate::journal::day::Month;
use crate::journal::entry::{CheckIn, Cry, Evening};
use crate::journal::log::Journal;

use super::cx::Cx;
use super::theme::size;
use super::version_words::mark_of;
use super::widgets::{Look, button, heading, paragraph, row_button, stepper, title};
use super::words::shortened;

/// Characters of a person's own text that a row shows.
const ROW_CHARS: usize = 80;

/// Which month is shown, and what was worked out for it.
#[derive(Clone, Debug, Default)]
pub struct JournalView {
    /// `None` follows the month of today.
    month: Option<Month>,
    unfolded: Option<Uuid>,
    shown: Option<Shown>,
}

/// The rows of a month, worked out once for each change of the journal.
#[derive(Clone, Debug)]
struct Shown {
    revision: u64,
    month: Month,
    today: NaiveDate,
    /// All months that have something.
    months: BTreeSet<Month>,
    /// Newest first.
    days: Vec<ShownDay>,
}

#[derive(Clone, Debug)]
struct ShownDay {
    words: String,
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    day: NaiveDate,
    at: Option<Wall>,
    id: Uuid,
    left: String,
    right: String,
    press: Press,
}

/// What pressing a row does.
#[derive(Clone, Debug)]
enum Press {
    Open(Page),
    /// Shows the whole text in the row, where there is no page for it.
    Unfold(String),
}

impl JournalView {
    fn refresh(&mut self, cx: &Cx<'_>) {
        let today = cx.model.today(cx.now);
        let month = self.month.unwrap_or(Month::of(today));
        let revision = cx.model.revision;
        let is_fresh = |shown: &Shown| (shown.revision, shown.month, shown.today) == (revision, month, today);
        if !self.shown.as_ref().is_some_and(is_fresh) {
            self.shown = Some(gather(cx, month));
        }
    }
}

/// The room where everything that was kept is found again.
pub fn journal_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &mut JournalView) {
    view.refresh(cx);
    let Some(shown) = &view.shown else { return };
    title(ui, cx, &cx.t("journal-title"));
    begin_ui(ui, cx);
    if shown.months.is_empty() {
        ui.add_space(size::GAP);
        paragraph(ui, cx, &cx.t("journal-empty"));
        return;
    }
    let month = month_ui(ui, cx, shown);
    let pressed = days_ui(ui, cx, shown, view.unfolded);
    match pressed.map(|row| (row.id, &row.press)) {
        Some((_, Press::Open(page))) => cx.ask(Command::Open(*page)),
        Some((id, Press::Unfold(_))) => view.unfolded = if view.unfolded == Some(id) { None } else { Some(id) },
        None => {}
    }
    if let Some(month) = month {
        view.month = Some(month).filter(|month| *month != Month::of(shown.today));
        view.unfolded = None;
    }
}

/// What can be kept at any time.
fn begin_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
        if button(ui, cx, "check-in-now", &cx.t("journal-check-in-now"), Look::Primary) {
            cx.ask(Command::Open(Page::CheckIn { id: None, evening: None, moment: Moment::Free }));
        }
        if button(ui, cx, "log-tears", &cx.t("journal-log-tears"), Look::Plain) {
            cx.ask(Command::NewCry { evening: None });
        }
    });
}

/// Which month is shown. Gives back another one where the person went there.
fn month_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) -> Option<Month> {
    let name_of = |month: Month| cx.month_and_year(month.first_day());
    let steps = stepper(ui, cx, "journal-month", &cx.t("journal-month"), &name_of(shown.month), 620.0);
    let mut chosen = moved(shown.month, steps, &shown.months, Month::of(shown.today));
    if shown.days.is_empty() {
        paragraph(ui, cx, &cx.tw("journal-month-empty", &[("month", name_of(shown.month).into())]));
        if let Some(latest) = shown.months.last().copied() {
            let words = cx.tw("journal-go-to", &[("month", name_of(latest).into())]);
            if button(ui, cx, "journal-go-to", &words, Look::Plain) {
                chosen = latest;
            }
        }
    }
    Some(chosen).filter(|month| *month != shown.month)
}

/// By so many months, from the first that has something to the present one.
fn moved(from: Month, steps: i32, months: &BTreeSet<Month>, present: Month) -> Month {
    let first = months.first().copied().unwrap_or(present).min(present);
    let last = months.last().copied().unwrap_or(present).max(present);
    let mut month = from;
    for _ in 0..steps.unsigned_abs() {
        let next = if steps > 0 { month.after() } else { month.before() };
        month = if (first..=last).contains(&next) { next } else { month.clamp(first, last) };
    }
    month
}

fn days_ui<'a>(ui: &mut Ui, cx: &Cx<'_>, shown: &'a Shown, unfolded: Option<Uuid>) -> Option<&'a Row> {
    let mut pressed = None;
    for day in &shown.days {
        ui.add_space(size::GAP);
        heading(ui, cx, &day.words);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            for row in &day.rows {
                let left = match &row.press {
                    Press::Unfold(whole) if unfolded == Some(row.id) => whole,
                    _ => &row.left,
                };
                if row_button(ui, cx, ("journal", row.id), left, &row.right) {
                    pressed = Some(row);
                }
            }
        });
    }
    pressed
}

/// Collects the rows of one month, and which months have any.
struct Gathering<'a, 'b> {
    cx: &'a Cx<'b>,
    month: Month,
    months: BTreeSet<Month>,
    rows: Vec<Row>,
}

impl Gathering<'_, '_> {
    /// The words are only made for the month that is shown.
    fn add(
        &mut self,
        (day, at, id): (NaiveDate, Option<Wall>, Uuid),
        press: impl FnOnce(&Cx<'_>) -> Press,
        words: impl FnOnce(&Cx<'_>) -> (String, String),
    ) {
        let month = Month::of(day);
        self.months.insert(month);
        if month == self.month {
            let (left, right) = words(self.cx);
            self.rows.push(Row { day, at, id, left, right, press: press(self.cx) });
        }
    }
}

fn gather(cx: &Cx<'_>, month: Month) -> Shown {
    let journal = &cx.model.journal;
    let mut found = Gathering { cx, month, months: BTreeSet::new(), rows: Vec::new() };
    for evening in journal.evenings.iter() {
        let head = (evening.day, evening.began.or(evening.at), evening.id);
        let words = |cx: &Cx<'_>| marked(evening_words(cx, evening), mark_of(cx, &journal.evenings, evening.id));
        found.add(head, |_| Press::Open(Page::Evening(evening.id)), words);
    }
    for one in journal.check_ins.iter().filter(|one| stands_alone(journal, one.evening)) {
        let page = Page::CheckIn { id: Some(one.id), evening: one.evening, moment: one.moment };
        let words = |cx: &Cx<'_>| {
            marked((check_in_words(cx, one), time_of(cx, one.at)), mark_of(cx, &journal.check_ins, one.id))
        };
        found.add((one.day, one.at, one.id), |_| Press::Open(page), words);
    }
    for cry in journal.cries.iter().filter(|cry| stands_alone(journal, cry.evening)) {
        let words =
            |cx: &Cx<'_>| marked((cry_words(cx, cry), time_of(cx, cry.at)), mark_of(cx, &journal.cries, cry.id));
        found.add((cry.day, cry.at, cry.id), |_| Press::Open(Page::Cry(cry.id)), words);
    }
    for one in journal.reflections.iter().filter(|one| stands_alone(journal, one.evening)) {
        let words = |cx: &Cx<'_>| {
            marked((reflection_words(cx, &one.text), time_of(cx, one.at)), mark_of(cx, &journal.reflections, one.id))
        };
        found.add((one.day, one.at, one.id), |_| Press::Open(Page::Reflection(one.id)), words);
    }
    for joy in journal.joys.iter() {
        let words_for = |cx: &Cx<'_>, text: &str| cx.tw("journal-joy", &[("text", text.into())]);
        let words = |cx: &Cx<'_>| {
            let left = words_for(cx, &shortened(&joy.text, ROW_CHARS));
            marked((left, time_of(cx, joy.at)), mark_of(cx, &journal.joys, joy.id))
        };
        let has_versions = journal.joys.other_versions(joy.id).next().is_some();
        let press = |cx: &Cx<'_>| match joy.evening.filter(|_| !stands_alone(journal, joy.evening)) {
            _ if has_versions => Press::Open(Page::Versions(joy.id)),
            Some(evening) => Press::Open(Page::Evening(evening)),
            None => Press::Unfold(words_for(cx, &joy.text)),
        };
        found.add((joy.day, joy.at, joy.id), press, words);
    }
    let days = by_day(cx, found.rows);
    Shown { revision: cx.model.revision, month, today: cx.model.today(cx.now), months: found.months, days }
}

/// Rows under their days, newest first.
fn by_day(cx: &Cx<'_>, mut rows: Vec<Row>) -> Vec<ShownDay> {
    rows.sort_by_key(|row| std::cmp::Reverse((row.day, row.at, row.id)));
    let mut days: Vec<ShownDay> = Vec::new();
    let mut present = None;
    for row in rows {
        if present != Some(row.day) {
            present = Some(row.day);
            days.push(ShownDay { words: cx.day(row.day), rows: Vec::new() });
        }
        if let Some(day) = days.last_mut() {
            day.rows.push(row);
        }
    }
    days
}

/// Whether a record is told on its own; what belongs to an evening is told on the evening's page.
fn stands_alone(journal: &Journal, evening: Option<Uuid>) -> bool {
    evening.is_none_or(|id| journal.evenings.get(id).is_none())
}

fn evening_words(cx: &Cx<'_>, evening: &Evening) -> (String, String) {
    let tears = evening.tears.map_or_else(|| cx.t("journal-not-answered"), |tears| cx.tears(tears));
    let began = evening.began.or(evening.at).map(|at| cx.time(at.time()));
    let parts = [began, Some(tears), evening.feel.map(|feel| cx.feel(feel))];
    (cx.evening_name(&evening.plan), parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// A row's words, with what marks it.
fn marked((left, right): (String, String), mark: Option<String>) -> (String, String) {
    (left, with_mark(right, mark))
}

/// Words at the right end of a row, with what marks it.
pub(crate) fn with_mark(words: String, mark: Option<String>) -> String {
    [Some(words), mark].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn time_of(cx: &Cx<'_>, at: Option<Wall>) -> String {
    at.map_or_else(|| cx.t("journal-no-time"), |at| cx.time(at.time()))
}

/// A check-in on one line: its moment, and the words that fitted.
pub(crate) fn check_in_words(cx: &Cx<'_>, check_in: &CheckIn) -> String {
    let moment = cx.moment(check_in.moment);
    if check_in.words.is_empty() {
        return moment;
    }
    let words = shortened(&cx.known_words(&check_in.words), ROW_CHARS);
    cx.tw("journal-check-in", &[("moment", moment.into()), ("words", words.into())])
}

/// Tears on one line: how much, and the beginning of the note.
pub(crate) fn cry_words(cx: &Cx<'_>, cry: &Cry) -> String {
    let note = shortened(&cry.note, ROW_CHARS);
    let parts = [Some(cx.t("journal-tears")), cry.tears.map(|tears| cx.tears(tears)), Some(note)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A reflection on one line.
pub(crate) fn reflection_words(cx: &Cx<'_>, text: &str) -> String {
    let text = shortened(text, ROW_CHARS);
    if text.is_empty() {
        cx.t("journal-reflection-empty")
    } else {
        cx.tw("journal-reflection", &[("text", text.into())])
    }
}

/// What a page shows whose record is no longer there: the way back.
pub(crate) fn gone_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if button(ui, cx, "back", &cx.t("journal-back"), Look::Primary) {
        cx.ask(Command::Back);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::clock::Now;
    use crate::journal::entry::Joy;
    use crate::ui::text::Text;
    use crate::ui::theme::Themes;

    fn month(text: &str) -> Month {
        Month::parse(text).expect("a month")
    }

    fn now() -> Now {
        let wall = Wall::parse_from_rfc3339("2026-12-05T20:40:00+01:00").expect("a date");
        Now { wall, mono: std::time::Duration::from_secs(1) }
    }

    fn shown_of(model: &Model, shown: &str) -> Shown {
        let (text, themes, mut commands) =
            (Text::english().expect("whole"), Themes::bundled().expect("whole"), Vec::new());
        let theme = themes.get("dusk");
        gather(&Cx { model, text: &text, theme, now: now(), commands: &mut commands }, month(shown))
    }

    #[test]
    fn months_stay_between_the_first_with_something_and_the_present() {
        let months = BTreeSet::from([month("2026-09"), month("2026-11")]);
        let present = month("2026-12");
        assert_eq!(moved(month("2026-11"), -1, &months, present), month("2026-10"), "also where there is nothing");
        assert_eq!(moved(month("2026-10"), -5, &months, present), month("2026-09"));
        assert_eq!(moved(month("2026-11"), 5, &months, present), present);
        assert_eq!(moved(month("2026-08"), 1, &months, present), month("2026-09"), "the first may be deleted");
        assert_eq!(moved(present, 1, &BTreeSet::from([month("2027-02")]), present), month("2027-01"), "a wrong clock");
    }

    #[test]
    fn what_belongs_to_an_evening_is_told_there() {
        let mut model = Model::new(String::new(), false);
        let journal = &mut model.journal;
        let day: NaiveDate = "2026-11-22".parse().expect("a day");
        let evening: Evening = journal.create(day, Some(now().wall));
        let within = CheckIn { evening: Some(evening.id), ..journal.create(day, None) };
        let alone: CheckIn = journal.create("2026-11-23".parse().expect("a day"), None);
        let orphan = Cry { evening: Some(Uuid::nil()), ..journal.create(day, None) };
        let joy = Joy { evening: Some(evening.id), ..journal.create(day, None) };
        journal.put(evening.clone());
        journal.put(within);
        journal.put(alone.clone());
        journal.put(orphan.clone());
        journal.put(joy.clone());

        let shown = shown_of(&model, "2026-11");
        let ids: Vec<Vec<Uuid>> = shown.days.iter().map(|day| day.rows.iter().map(|row| row.id).collect()).collect();
        assert_eq!((ids.len(), &ids[0]), (2, &vec![alone.id]), "newest day first");
        assert_eq!(ids[1].len(), 3);
        assert_eq!(ids[1][0], evening.id, "what has no time comes last");
        assert!(ids[1].contains(&orphan.id) && ids[1].contains(&joy.id));
        let opens = |id| shown.days[1].rows.iter().find(|row| row.id == id).map(|row| row.press.clone());
        assert!(matches!(opens(joy.id), Some(Press::Open(Page::Evening(opened))) if opened == evening.id));
        assert_eq!(shown.months, BTreeSet::from([month("2026-11")]));
        assert!(shown_of(&model, "2026-12").days.is_empty());
    }
}
