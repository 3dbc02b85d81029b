//! One evening, and what was written down around it.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use uuid::Uuid;

use super::film::{Program, Reel};
use super::words::{BRIGHT_WORDS, DARK_WORDS, GUESTS, INTENTIONS, JOYS, OWN_WORDS, PLAIN_WORDS, REFLECTIONS};
use super::writer::Writer;
use crate::clock::Wall;
use crate::evening::check_in::{Feeling, Moment};
use crate::evening::plan::{AFTERCARE, EveningPlan, Place, ROOM};
use crate::evening::tears::{Chip, Feel, TearKind, Tears};
use crate::journal::cries::cries_in;
use crate::journal::entry::{CheckIn, Cry, Evening, Guest, Joy, Reflection};

/// How pleasant an evening was at each moment, 0 to 100, whether or not anybody asked.
struct Course {
    before: i32,
    after: i32,
    plus20: i32,
    plus90: i32,
    morning: i32,
}

/// Writes an evening on a day, and hands back how many cries it holds.
pub(super) fn write(writer: &mut Writer, day: NaiveDate) -> usize {
    let program = Program::choose(writer);
    let plan = plan(writer, &program);
    let began = writer.time(day, 19 * 60, 21 * 60);
    let film_began = writer.later(began, 5, 12);
    let reel = Reel::watch(writer, &program, &plan.breaks, film_began);
    let ended = reel.ended();

    // The last evening is the first that is looked at, so there is something in it to see.
    let is_last = day == writer.last_evening();
    let tearful = is_last || writer.chance(program.tears_percent);
    let course = course(writer, day, tearful);
    let mut evening: Evening = writer.create(day, Some(began));
    evening.plan = plan;
    evening.began = Some(began);
    evening.watched = reel.watched();
    evening.breaks.clone_from(&reel.breaks);
    evening.film_ended_at = Some(ended);
    evening.closed = Some(writer.later(ended, 8, 30));
    answer_tears(writer, &mut evening, tearful, &reel);
    evening.feel = feel(writer, &course);
    evening.guests = guests(writer);
    evening.chips = chips(writer, &evening, tearful);

    let remembered = usize::from(tearful && writer.chance(5));
    if remembered > 0 {
        remember_tears(writer, &evening, &reel);
    }
    write_check_ins(writer, day, evening.id, &course, began, ended);
    write_afterthoughts(writer, &evening, ended);
    let cries = cries_in(&evening, remembered);
    writer.keep(evening);
    cries
}

/// The plan for a program.
pub(super) fn plan(writer: &mut Writer, program: &Program) -> EveningPlan {
    let bedtime = writer.maybe(70, ()).and_then(|()| {
        let (hour, minute) = writer.pick(&[(22, 30), (23, 0), (23, 30), (23, 45), (0, 15), (0, 30)]);
        NaiveTime::from_hms_opt(hour, minute, 0)
    });
    let place = writer.pick(&[Place::AnotherScreen, Place::AnotherScreen, Place::ThisScreen, Place::Elsewhere]);
    let intention = writer.pick(&INTENTIONS);
    EveningPlan {
        items: program.items.clone(),
        room: writer.some(&ROOM, 55).into_iter().map(str::to_owned).collect(),
        breaks: program.plan_breaks(writer),
        aftercare: writer.some(&AFTERCARE, 30).into_iter().map(str::to_owned).collect(),
        bedtime,
        place: writer.maybe(85, place),
        intention: writer.maybe(25, intention).unwrap_or_default().to_owned(),
    }
}

/// Usually lower right after tears; ninety minutes later brighter in half the evenings, the same in a third, and
/// heavier in the rest.
fn course(writer: &mut Writer, day: NaiveDate, tearful: bool) -> Course {
    let before = (writer.mood(day) - writer.between(0, 12)).clamp(24, 78);
    let change = match writer.between(1, 100) {
        1..=50 => writer.between(6, if tearful { 20 } else { 13 }),
        51..=83 => writer.between(-4, 4),
        _ => -writer.between(6, if tearful { 17 } else { 11 }),
    };
    let dip = if tearful && writer.chance(85) { -writer.between(4, 16) } else { writer.between(-4, 6) };
    Course {
        before,
        after: before + dip,
        plus20: before + change / 2 - writer.between(0, 4),
        plus90: before + change,
        morning: writer.mood(day + TimeDelta::days(1)) + change / 4 + writer.between(-6, 6),
    }
}

fn answer_tears(writer: &mut Writer, evening: &mut Evening, tearful: bool, reel: &Reel<'_>) {
    if !tearful {
        evening.tears = match writer.between(1, 100) {
            1..=62 => Some(Tears::None),
            63..=84 => Some(Tears::WelledUp),
            _ => None,
        };
        return;
    }
    let amount = match writer.between(1, 100) {
        1..=50 => Tears::Few,
        51..=85 => Tears::Wept,
        _ => Tears::Sobbed,
    };
    evening.tears = writer.maybe(88, amount);
    if evening.tears.is_none() || evening.day == writer.last_evening() || writer.chance(80) {
        evening.marks = reel.marks(writer);
    }
    if evening.tears.is_some() {
        evening.kinds = kinds(writer);
    }
}

/// What tears were made of: nothing said, one thing, or two.
pub(super) fn kinds(writer: &mut Writer) -> Vec<TearKind> {
    let likely = [TearKind::Sad, TearKind::Sad, TearKind::Moved, TearKind::Moved, TearKind::Moved];
    let first = if writer.chance(65) { writer.pick(&likely) } else { writer.pick(&TearKind::ALL) };
    let mut kinds: Vec<_> = writer.maybe(85, first).into_iter().collect();
    let second = writer.pick(&TearKind::ALL);
    if writer.chance(25) && !kinds.contains(&second) {
        kinds.push(second);
    }
    kinds.sort_unstable();
    kinds
}

fn feel(writer: &mut Writer, course: &Course) -> Option<Feel> {
    use Feel::{Heavier, Lighter, Same};
    let likely = match course.plus90 - course.before {
        5.. => [Lighter, Lighter, Lighter, Lighter, Same],
        -4.. => [Same, Same, Same, Lighter, Heavier],
        _ => [Heavier, Heavier, Heavier, Same, Same],
    };
    let feel = writer.pick(&likely);
    writer.maybe(86, feel)
}

fn guests(writer: &mut Writer) -> Vec<Guest> {
    if !writer.chance(12) {
        return Vec::new();
    }
    let tears = writer.pick(&Tears::ALL);
    let pleasant = u8::try_from(writer.between(30, 85)).ok();
    let feeling = Feeling { pleasant, ..Feeling::default() };
    let name = writer.pick(&GUESTS).to_owned();
    vec![Guest { name, tears: writer.maybe(60, tears), feeling: writer.maybe(40, feeling) }]
}

fn chips(writer: &mut Writer, evening: &Evening, tearful: bool) -> Vec<Chip> {
    let mut chips = Vec::new();
    if !evening.guests.is_empty() || writer.chance(6) {
        chips.push(Chip::WithSomeone);
    }
    if writer.chance(if tearful { 10 } else { 4 }) {
        chips.push(Chip::HeldBack);
    }
    if tearful && writer.chance(6) {
        chips.push(Chip::Embarrassed);
    }
    if writer.chance(if evening.feel == Some(Feel::Lighter) { 28 } else { 8 }) {
        chips.push(Chip::MakesSense);
    }
    chips
}

/// Tears added the next morning, with the film's minute or without.
fn remember_tears(writer: &mut Writer, evening: &Evening, reel: &Reel<'_>) {
    let at = writer.time(evening.day + TimeDelta::days(1), 8 * 60, 11 * 60);
    let mut cry: Cry = writer.create(evening.day, Some(at));
    cry.evening = Some(evening.id);
    cry.tears = writer.maybe(50, Tears::Few);
    if let Some((item, film_secs)) = reel.any_spot(writer) {
        cry.item = Some(item);
        cry.film_secs = writer.maybe(60, film_secs / 60 * 60);
    }
    writer.keep(cry);
}

fn write_check_ins(writer: &mut Writer, day: NaiveDate, id: Uuid, course: &Course, began: Wall, ended: Wall) {
    let moments = [
        (Moment::Before, 88, writer.later(began, 1, 3), course.before),
        (Moment::After, 80, ended, course.after),
        (Moment::Plus20, 45, writer.later(ended, 16, 39), course.plus20),
        (Moment::Plus90, 62, writer.later(ended, 76, 149), course.plus90),
        (Moment::Morning, 35, writer.time(day + TimeDelta::days(1), 7 * 60, 11 * 60 + 30), course.morning),
    ];
    for (moment, percent, at, pleasant) in moments {
        if writer.chance(percent) {
            let mut check_in: CheckIn = writer.create(day, Some(at));
            check_in.evening = Some(id);
            check_in.moment = moment;
            fill_in(writer, &mut check_in, pleasant);
            writer.keep(check_in);
        }
    }
}

/// Fills in a check-in about `pleasant`. Now and then it is words alone, or says nothing of how stirred up it was.
pub(super) fn fill_in(writer: &mut Writer, check_in: &mut CheckIn, pleasant: i32) {
    let calm = match check_in.moment {
        Moment::Before => 45,
        Moment::After => 62,
        Moment::Plus20 => 42,
        Moment::Plus90 | Moment::Morning => 30,
        Moment::Free => 40,
    };
    let stirred = scale(calm + writer.between(-18, 18));
    let words = words(writer, pleasant);
    if !words.is_empty() && writer.chance(6) {
        check_in.words = words;
        return;
    }
    check_in.pleasant = Some(scale(pleasant));
    check_in.stirred = writer.maybe(92, stirred);
    check_in.words = words;
}

fn words(writer: &mut Writer, pleasant: i32) -> Vec<String> {
    let fitting: &[&str] = match pleasant {
        58.. => &BRIGHT_WORDS,
        45.. => &PLAIN_WORDS,
        _ => &DARK_WORDS,
    };
    let mut words = writer.some(fitting, 16);
    words.truncate(3);
    if writer.chance(7) {
        words.push(writer.pick(&OWN_WORDS));
    }
    words.into_iter().map(str::to_owned).collect()
}

fn scale(value: i32) -> u8 {
    u8::try_from(value.clamp(0, 100)).unwrap_or(50)
}

fn write_afterthoughts(writer: &mut Writer, evening: &Evening, ended: Wall) {
    let at = writer.later(ended, 4, 8);
    if writer.chance(30) {
        let mut reflection: Reflection = writer.create(evening.day, Some(at));
        reflection.evening = Some(evening.id);
        writer.pick(&REFLECTIONS).clone_into(&mut reflection.text);
        writer.keep(reflection);
    }
    if writer.chance(38) {
        let mut joy: Joy = writer.create(evening.day, Some(at));
        joy.evening = Some(evening.id);
        writer.pick(&JOYS).clone_into(&mut joy.text);
        joy.happened = writer.pick(&[Some(true), Some(true), Some(true), Some(false), None]);
        writer.keep(joy);
    }
}
