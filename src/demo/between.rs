//! What lies between evenings: ordinary days, tears that came by themselves, and evenings still to come.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

use super::Calendar;
use super::evening::{fill_in, kinds, plan};
use super::film::Program;
use super::words::CRY_NOTES;
use super::writer::Writer;
use crate::breathing::pattern::DEFAULT;
use crate::evening::check_in::Moment;
use crate::evening::tears::{Company, Reason, Tears};
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Plan};

/// A day of the usual journal: a check-in now and then, sometimes tears, sometimes a few breaths.
pub(super) fn write_ordinary_day(writer: &mut Writer, day: NaiveDate, has_evening: bool) {
    if writer.chance(24) {
        write_check_in(writer, day, has_evening);
    }
    if writer.chance(4) {
        write_check_in(writer, day, has_evening);
    }
    if writer.chance(10) {
        let counts = !writer.chance(8);
        write_cry(writer, day, has_evening, counts);
    }
    if writer.chance(5) {
        write_breath(writer, day);
    }
}

/// A few minutes of breathing outside any break.
pub(super) fn write_breath(writer: &mut Writer, day: NaiveDate) {
    let at = writer.time(day, 7 * 60, 18 * 60);
    let mut breath: Breath = writer.create(day, Some(at));
    DEFAULT.clone_into(&mut breath.pattern);
    breath.secs = writer.count(60, 300);
    writer.keep(breath);
}

/// A check-in at any time of the day, before the evening where there is one.
pub(super) fn write_check_in(writer: &mut Writer, day: NaiveDate, has_evening: bool) {
    let at = writer.time(day, 7 * 60, latest_minute(has_evening));
    let mut check_in: CheckIn = writer.create(day, Some(at));
    check_in.moment = Moment::Free;
    let pleasant = writer.mood(day) + writer.between(-9, 9);
    fill_in(writer, &mut check_in, pleasant);
    writer.keep(check_in);
}

/// The last minute of a day that is not taken by its evening.
fn latest_minute(has_evening: bool) -> i32 {
    if has_evening { 18 * 60 + 30 } else { 23 * 60 }
}

/// Tears outside an evening, with whatever was said of them. Where they do not count, they only welled up.
pub(super) fn write_cry(writer: &mut Writer, day: NaiveDate, has_evening: bool, counts: bool) {
    let at = writer.time(day, 7 * 60, latest_minute(has_evening));
    // Of some, only the day is known.
    let at = writer.maybe(92, at);
    let mut cry: Cry = writer.create(day, at);
    let amount = writer.pick(&[Tears::Few, Tears::Few, Tears::Wept, Tears::Wept, Tears::Sobbed]);
    cry.tears = if counts { writer.maybe(80, amount) } else { Some(Tears::WelledUp) };
    if writer.chance(70) {
        cry.kinds = kinds(writer);
    }
    let company = writer.pick(&Company::ALL);
    cry.company = writer.maybe(40, Company::Alone).or_else(|| writer.maybe(70, company));
    let reason = writer.pick(&Reason::ALL);
    cry.reason = writer.maybe(70, reason);
    let minutes = writer.count(1, 18);
    cry.minutes = writer.maybe(60, minutes);
    if writer.chance(35) {
        writer.pick(&CRY_NOTES).clone_into(&mut cry.note);
    }
    writer.keep(cry);
}

/// What is known of the days as such. Of many, nothing is. The program was opened on days something was written down,
/// and on so many of a hundred other days.
pub(super) fn write_days(writer: &mut Writer, calendar: &Calendar, opened_percent: u32) {
    let written: BTreeSet<NaiveDate> = {
        let journal = &writer.journal;
        let check_ins = journal.check_ins.iter().map(|record| record.day);
        let cries = journal.cries.iter().map(|record| record.day);
        let breaths = journal.breaths.iter().map(|record| record.day);
        calendar.evenings.iter().copied().chain(check_ins).chain(cries).chain(breaths).collect()
    };
    for day in writer.days_so_far() {
        let is_paused = calendar.paused.contains(&day);
        let is_silent = calendar.silent.contains(&day) && !is_paused;
        let was_opened = written.contains(&day) || (!is_paused && !is_silent && writer.chance(opened_percent));
        let was_nothing = !was_opened && !is_paused && !is_silent && writer.chance(20);
        if was_opened || was_nothing || is_paused {
            let at = writer.time(day, 7 * 60, 7 * 60 + 40);
            let mut record: Day = writer.create(day, Some(at));
            record.opened = was_opened;
            record.nothing = was_nothing;
            record.paused = is_paused;
            writer.keep(record);
        }
    }
}

/// Three evenings still to come: tomorrow, on a Friday after that, and in three weeks.
pub(super) fn write_plans(writer: &mut Writer) {
    let to_friday = i64::from((11 - writer.today.weekday().num_days_from_monday()) % 7);
    let to_friday = if to_friday < 2 { to_friday + 7 } else { to_friday };
    let programs = [Program::film(writer), Program::episodes(writer), Program::film(writer)];
    let times = [(1, 20, 30), (to_friday, 20, 0), (21, 19, 30)];
    for (program, (days, hour, minute)) in programs.into_iter().zip(times) {
        let yesterday = writer.today - TimeDelta::days(1);
        let at = writer.time(yesterday, 17 * 60, 18 * 60);
        let mut record: Plan = writer.create(yesterday, Some(at));
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        record.when = Some((writer.today + TimeDelta::days(days)).and_time(time));
        record.plan = plan(writer, &program);
        writer.keep(record);
    }
}
