//! Everything that draws or counts, asked once, so that a value it cannot bear shows.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use sunshower::clock::{Now, Wall};
use sunshower::evening::check_in::Feeling;
use sunshower::evening::later;
use sunshower::evening::offers::Answer;
use sunshower::evening::plan::EveningPlan;
use sunshower::evening::resume::{Draft, Question};
use sunshower::evening::run::{Run, Step};
use sunshower::evening::timeline::{fit, planned_breaks, rests_after};

use sunshower::insights::facts::Facts;
use sunshower::insights::moves::moves;
use sunshower::insights::pauses::pauses;
use sunshower::insights::relief::{LEAST_EVENINGS, Later, Verdict, relief};
use sunshower::insights::span::Span;
use sunshower::insights::times::times;
use sunshower::insights::year::{year, years};
use sunshower::insights::{around, crying, mood, usual};
use sunshower::journal::cries;
use sunshower::journal::day::moment_of;
use sunshower::journal::log::{Journal, Kind, KindVisitor, visit_kinds};
use sunshower::journal::record::Rev;
use sunshower::journal::sheet::Sheet;
use sunshower::shelf::title::Tone;
use sunshower::store::Count;
use uuid::Uuid;

/// A clock that was never set, an ordinary evening, and one far ahead.
const NOWS: [&str; 3] = ["1970-01-01T00:00:10+00:00", "2026-11-22T20:39:00+01:00", "2099-12-31T23:59:50+13:45"];

/// Every insight but the two oldest charts.
fn insights(facts: &Facts, span: Span, today: NaiveDate) {
    let around = around::series(facts, span, today);
    assert!(around.with.n + around.without.n + around.unanswered == u32::try_from(around.evenings.len()).expect("few"));
    for later in Later::ALL {
        let relief = relief(facts, later, span, today);
        assert!(relief.with.estimate.is_none_or(|estimate| estimate.mean.is_finite() && estimate.sd > 0.0));
        assert!((relief.verdict == Verdict::TooFew) == (relief.with.n() < LEAST_EVENINGS));
    }
    let moves = moves(facts, |_| None, |_| vec![Tone::Romance], span, today);
    assert!(moves.titles.iter().all(|title| title.history.moved <= title.history.known));
    let times = times(facts, span, today);
    assert_eq!(times.weekdays.iter().sum::<u32>(), times.n);
    assert_eq!(times.hours.iter().sum::<u32>(), times.timed);
    for step in [crying::Step::Week, crying::Step::Month] {
        let pauses = pauses(facts, step, span, today);
        assert!(pauses.breaks.answered() <= pauses.breaks.breaks);
        assert!(usual::range(facts, step, today).is_none_or(|[low, high]| low <= high));
    }
    assert!(usual::lately(facts, today).is_none_or(|lately| lately.usual > 0.0));
    for shown in years(facts, today).rev().take(3) {
        let year = year(facts, shown, today);
        assert!(year.days.values().all(|day| day.pleasant.is_none_or(|mean| (0.0..=100.0).contains(&mean))));
    }
}

/// Charts, counts and offers, over all spans, on days with a clock gone wrong among them.
pub fn every_way(journal: &Journal) {
    assert_in_range(journal);
    let count = Count::of(journal);
    assert_eq!(count.tears, cries::all(journal).len());
    let _ = (journal.last_check_in(), journal.deleted_evenings(), cries::by_evening(journal));
    let facts = Facts::of(journal);
    assert_eq!(facts.tears().len(), count.tears);
    for now in NOWS.map(wall) {
        let today = now.date_naive();
        for span in Span::ALL {
            for series in [crying::per_week(&facts, span, today), crying::per_month(&facts, span, today)] {
                let days: u32 = series.buckets.iter().map(|bucket| bucket.days).sum();
                assert_eq!(series.summary.days, days);
                assert!(series.buckets.iter().all(|bucket| bucket.known_days <= bucket.days), "{:?}", series.summary);
                let _ = (series.summary.most, series.buckets.iter().map(crying::Bucket::total).max());
            }
            insights(&facts, span, today);
            let mood = mood::series(&facts, span, today);
            let is_place = |x: f64| x.is_finite() && mood::day_at(x).is_some();
            assert!(facts.points()[mood.points.clone()].iter().all(|point| is_place(point.x) && point.pleasant <= 100));
            assert!(mood.days.iter().all(|day| (0.0..=100.0).contains(&day.smoothed.unwrap_or(day.mean))));
            assert!(mood.line.iter().flatten().all(|point| is_place(point.x) && (0.0..=100.0).contains(&point.y)));
        }
        let _ = (later::offer(journal, now, 4), later::next_change(journal, now, 4), facts.known_days(today).len());
        for plan in journal.open_plans() {
            laid_out(&plan.plan, plan.when.unwrap_or(now.naive_local()));
        }
        for evening in journal.evenings.iter() {
            laid_out(&evening.plan, evening.began.unwrap_or(now).naive_local());
            for moment in later::LATER {
                let window = later::window(evening, moment, 4);
                assert!(window.is_none_or(|(from, until)| from <= until || moment == later::LATER[2]));
            }
        }
    }
}

fn laid_out(plan: &EveningPlan, starts: NaiveDateTime) {
    let starts_day = starts.date();
    let late = plan.bedtime.unwrap_or(NaiveTime::MIN);
    for bedtime in [None, Some(moment_of(starts_day, late, 4)), Some(starts + TimeDelta::minutes(150))] {
        let timeline = fit(plan, starts, bedtime);
        let _ = (timeline.check_in_after(20), timeline.check_in_after(90));
    }
    for mark in planned_breaks(plan) {
        assert!(mark.film_min <= 24 * 60, "{mark:?}");
    }
    assert!(plan.item(plan.next_key()).is_none(), "the next key is new");
    let _ = (plan.title(), plan.runtime_min(), (0..plan.items.len()).filter(|index| rests_after(plan, *index)).count());
}

/// All that can become of a draft, whenever it is found.
pub fn every_way_on(draft: &Draft) -> Vec<Run> {
    let away = [-86_400, 9, 3600, 400 * 86_400].map(TimeDelta::seconds);
    let nows = away.into_iter().filter_map(|away| draft.saved_at().checked_add_signed(away));
    let mut runs = Vec::new();
    for wall in nows.chain(NOWS.map(wall)) {
        let now = Now { wall, mono: Duration::from_secs(1) };
        let mut ways = vec![draft.resume_stopped(now), draft.resume_went_on(now)];
        match draft.question(now) {
            Some(Question::EndedAbout { ended }) => ways.push(draft.resume_ended(ended, now)),
            Some(Question::StoppedOrWentOn { stopped_min, went_on_min }) => assert!(stopped_min <= went_on_min),
            None => ways.push(draft.resume_ended(draft.saved_at(), now)),
        }
        runs.extend(ways.iter().cloned());
        for run in &mut ways {
            to_its_end(run, now);
        }
    }
    runs
}

/// Everything a person can press, in an order in which most of it means something.
fn to_its_end(run: &mut Run, now: Now) {
    let later = Now { wall: now.wall + TimeDelta::minutes(7), mono: now.mono + Duration::from_mins(7) };
    let steps = [
        Step::Feel(Feeling { pleasant: Some(40), ..Feeling::default() }),
        Step::KeepCheckIn,
        Step::StartFilm,
        Step::MarkTears,
        Step::Nudge(-30),
        Step::AnswerOffer(Answer::Later),
        Step::TakeBreak,
        Step::EndBreak,
        Step::ItemOver,
        Step::NotOver,
        Step::Nudge(i64::MAX),
        Step::LeaveFilm,
        Step::SkipCheckIn,
        Step::AnswersDone,
        Step::Close,
    ];
    for step in steps {
        for now in [now, later] {
            let _ = (run.item_ends(now), run.next_break(now), run.offered_break(now), run.has_fresh_tears(now));
            let _ = (run.is_untouched(now), run.current(), run.next(), run.waits_for_film(now));
        }
        let _ = run.take(step, later);
    }
    let text = Draft::of(run, later).to_text().expect("it can be written");
    assert!(Draft::parse(&text).is_ok(), "what is written can be taken up");
}

fn wall(text: &str) -> Wall {
    Wall::parse_from_rfc3339(text).expect("a time")
}

/// Nothing a calendar cannot show. Over ten thousand years a chart of weeks takes the memory of the machine.
fn assert_in_range(journal: &Journal) {
    let is_in_range = |day: NaiveDate| (1900..=2200).contains(&day.year());
    for stamp in stamps(journal) {
        assert!(is_in_range(stamp.day), "a day out of range: {}", stamp.day);
        assert!(stamp.at.is_none_or(|at| is_in_range(at.date_naive())), "a time out of range: {:?}", stamp.at);
    }
    let percent = |value: Option<u8>| value.is_none_or(|value| value <= 100);
    assert!(journal.check_ins.iter().all(|check_in| percent(check_in.pleasant) && percent(check_in.stirred)));
}

/// What all records have in common.
pub struct Stamp {
    pub id: Uuid,
    pub rev: Rev,
    pub day: NaiveDate,
    pub at: Option<Wall>,
    /// It stands in this computer's own files.
    pub is_own: bool,
}

/// Of all versions of all records of all kinds, and of what is left of deleted ones.
pub fn stamps(journal: &Journal) -> Vec<Stamp> {
    struct Stamps<'a>(&'a Journal, Vec<Stamp>);
    impl KindVisitor for Stamps<'_> {
        fn visit<R: Kind>(&mut self) {
            let stamp = |record: &R| Stamp {
                id: record.id(),
                rev: record.rev().clone(),
                day: record.day(),
                at: record.at(),
                is_own: self.0.is_own(record),
            };
            self.1.extend(R::table(self.0).versions().map(stamp));
        }
    }
    let mut stamps = Stamps(journal, Vec::new());
    visit_kinds(&mut stamps);
    stamps.1
}

/// Whether there is more in the text of a record than this program knows. Values that cannot be are no such parts.
fn has_unknown_parts<R: Kind>(text: &str) -> bool {
    let mut parts = 0;
    let mut reader = ron::Deserializer::from_str(text).expect("RON");
    serde_ignored::deserialize::<_, _, R>(&mut reader, |_| parts += 1).expect("a record");
    parts > 0
}

/// What a newer program wrote into this computer's files: whole fields and records, as they are written, and the ids of
/// records that have parts which are not known here.
pub fn unknown(journal: &Journal) -> BTreeSet<String> {
    struct Ids<'a>(&'a Journal, BTreeSet<String>);
    impl KindVisitor for Ids<'_> {
        fn visit<R: Kind>(&mut self) {
            let shown = R::table(self.0).iter().filter(|record| self.0.is_own(*record));
            let strange = shown.filter(|record| self.0.newer.of_record(*record).is_some_and(has_unknown_parts::<R>));
            self.1.extend(strange.map(|record| format!("{} {}", R::NAME, record.id())));
        }
    }
    let mut unknown = Ids(journal, BTreeSet::new());
    visit_kinds(&mut unknown);
    for sheet in [Sheet::Plans, Sheet::Library, Sheet::Month(super::healthy::NOVEMBER)] {
        let of_sheet = journal.newer.of_sheet(sheet).into_iter();
        let parts = of_sheet.flat_map(|unknown| unknown.fields.iter().chain(&unknown.records));
        unknown.1.extend(parts.map(|(name, text)| format!("{name}: {text}")));
    }
    unknown.1
}
