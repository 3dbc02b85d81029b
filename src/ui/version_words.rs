//! What the versions of a record say, field by field, so that the ones that differ can be shown.

use uuid::Uuid;

use crate::app::command::Command;
use crate::evening::plan::EveningPlan;
use crate::journal::entry::{Breath, CheckIn, Cry, Day, Evening, Joy, OwnPattern, Plan, Reflection, Shelved};
use crate::journal::log::{Journal, Kind, KindVisitor, Table, visit_kinds};
use crate::journal::record::{Record, Rev};
use crate::journal::trash::Records;

use super::cry_ui::minute_words;
use crate::shelf::title::Note;

use super::cx::Cx;
use super::evening_page_ui::{break_words, mark_words, times};
use super::trash_ui::what_words;

/// The name of a field, and what it says.
pub(super) type Told = Vec<(String, String)>;

/// One version of a record.
#[derive(Clone, Debug)]
pub(super) struct Version {
    /// Which one.
    pub rev: Rev,
    /// What it says where the versions differ.
    pub fields: Told,
}

/// The versions of a record between which the person may choose.
#[derive(Clone, Debug)]
pub(super) struct Versions {
    /// What the record is.
    pub what: String,
    /// The one that is shown first.
    pub all: Vec<Version>,
    /// Keeps the texts of all of them, where they differ in the person's own words.
    pub keep_both: Option<Command>,
}

/// The versions of the record with this id, where there are several.
pub(super) fn versions_of(cx: &Cx<'_>, id: Uuid) -> Option<Versions> {
    let journal = &cx.model.journal;
    let what = || what_words(cx, &record_of(journal, id));
    let several = |all: Option<Vec<Version>>| all.map(|all| Versions { what: what(), all, keep_both: None });
    several(gather(cx, &journal.evenings, id, evening_told))
        .or_else(|| several(gather(cx, &journal.check_ins, id, check_in_told)))
        .or_else(|| {
            let all = gather(cx, &journal.cries, id, cry_told)?;
            let note = joined(&journal.cries, id, |cry| &cry.note);
            let both = knowing_all(&journal.cries, id).zip(note).map(|(cry, note)| Cry { note, ..cry });
            Some(Versions { what: what(), all, keep_both: both.map(|cry| Command::KeepCry(Box::new(cry))) })
        })
        .or_else(|| {
            let all = gather(cx, &journal.reflections, id, reflection_told)?;
            let text = joined(&journal.reflections, id, |reflection| &reflection.text);
            let both = knowing_all(&journal.reflections, id).zip(text).map(|(one, text)| Reflection { text, ..one });
            Some(Versions { what: what(), all, keep_both: both.map(|one| Command::KeepReflection(Box::new(one))) })
        })
        .or_else(|| {
            let all = gather(cx, &journal.joys, id, joy_told)?;
            let text = joined(&journal.joys, id, |joy| &joy.text);
            let both = knowing_all(&journal.joys, id).zip(text).map(|(joy, text)| Joy { text, ..joy });
            Some(Versions { what: what(), all, keep_both: both.map(|joy| Command::KeepJoy(Box::new(joy))) })
        })
        .or_else(|| several(gather(cx, &journal.breaths, id, breath_told)))
        .or_else(|| several(gather(cx, &journal.days, id, day_told)))
        .or_else(|| several(gather(cx, &journal.plans, id, plan_told)))
        .or_else(|| several(gather(cx, &journal.titles, id, title_told)))
        .or_else(|| several(gather(cx, &journal.patterns, id, pattern_told)))
}

/// The record that is shown, as somebody holds it who has read all of its versions.
fn knowing_all<R: Record + Clone>(table: &Table<R>, id: Uuid) -> Option<R> {
    let mut shown = table.get(id)?.clone();
    let all = table.versions_of(id).flat_map(|version| std::iter::once(version.rev()).chain(version.after()));
    let all = all.cloned().collect();
    shown.set_rev(shown.rev().clone(), all);
    Some(shown)
}

/// The record that is shown, of whichever kind it is.
fn record_of(journal: &Journal, id: Uuid) -> Records {
    let mut records = Records::default();
    records.evenings.extend(journal.evenings.get(id).cloned());
    records.check_ins.extend(journal.check_ins.get(id).cloned());
    records.cries.extend(journal.cries.get(id).cloned());
    records.reflections.extend(journal.reflections.get(id).cloned());
    records.joys.extend(journal.joys.get(id).cloned());
    records.breaths.extend(journal.breaths.get(id).cloned());
    records.days.extend(journal.days.get(id).cloned());
    records.plans.extend(journal.plans.get(id).cloned());
    records.titles.extend(journal.titles.get(id).cloned());
    records.patterns.extend(journal.patterns.get(id).cloned());
    records
}

/// How many records wait for a choice, and the first of them.
pub(super) fn waiting(journal: &Journal) -> Option<(usize, Uuid)> {
    struct First<'a>(&'a Journal, Option<Uuid>);
    impl KindVisitor for First<'_> {
        fn visit<R: Kind>(&mut self) {
            self.1 = self.1.or_else(|| R::table(self.0).in_several_versions().next().map(Record::id));
        }
    }
    let mut first = First(journal, None);
    visit_kinds(&mut first);
    first.1.map(|id| (journal.in_two_versions(), id))
}

/// "two versions", for where a record has several.
pub(super) fn mark_of<R: Record>(cx: &Cx<'_>, table: &Table<R>, id: Uuid) -> Option<String> {
    let others = table.other_versions(id).count();
    (others > 0).then(|| cx.tw("versions-mark", &[("n", (others + 1).into())]))
}

/// All versions, with the fields in which they differ; nothing where there is only one.
fn gather<R: Record>(
    cx: &Cx<'_>,
    table: &Table<R>,
    id: Uuid,
    told: impl Fn(&Cx<'_>, &R) -> Told,
) -> Option<Vec<Version>> {
    let shown = table.get(id)?;
    let all: Vec<&R> = std::iter::once(shown).chain(table.other_versions(id)).collect();
    if all.len() < 2 {
        return None;
    }
    let day = |record: &R| (cx.t("cry-day"), cx.day(record.day()));
    let texts: Vec<Told> =
        all.iter().map(|record| told(cx, record).into_iter().chain([day(record)]).collect()).collect();
    let differs = |at: usize| texts.iter().any(|told| told.get(at) != texts[0].get(at));
    let fields = |told: &Told| {
        let fields = told.iter().enumerate().filter(|(at, _)| differs(*at));
        fields.map(|(_, field)| field.clone()).collect()
    };
    let versions =
        all.iter().zip(&texts).map(|(record, told)| Version { rev: record.rev().clone(), fields: fields(told) });
    Some(versions.collect())
}

/// The texts of all versions under each other, where there are several.
fn joined<'a, R: Record>(table: &'a Table<R>, id: Uuid, text: impl Fn(&'a R) -> &'a String) -> Option<String> {
    let mut texts: Vec<&str> = Vec::new();
    for version in table.get(id).into_iter().chain(table.other_versions(id)) {
        let text = text(version).trim();
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    (texts.len() > 1).then(|| texts.join("\n\n"))
}

/// Words one after the other; nothing where there are none.
fn list(words: impl IntoIterator<Item = String>) -> String {
    words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
}

fn evening_told(cx: &Cx<'_>, evening: &Evening) -> Told {
    let marks = evening.marks.iter().map(|mark| mark_words(cx, &evening.plan, Some(mark.item), mark.film_secs));
    let mut told = plan_words(cx, &evening.plan);
    told.extend([
        (cx.t("tonight-evening"), times(cx, evening).unwrap_or_default()),
        (cx.t("evening-page-tears"), evening.tears.map(|tears| cx.tears_then(tears)).unwrap_or_default()),
        (cx.t("evening-page-kinds"), list(evening.kinds.iter().map(|kind| cx.tear_kind(*kind)))),
        (cx.t("evening-page-feel"), evening.feel.map(|feel| cx.feel(feel)).unwrap_or_default()),
        (cx.t("evening-page-chips"), list(evening.chips.iter().map(|chip| cx.chip(*chip)))),
        (cx.t("evening-page-marks"), list(marks)),
        (cx.t("evening-page-breaks"), list(evening.breaks.iter().map(|taken| break_words(cx, taken)))),
    ]);
    told
}

fn plan_words(cx: &Cx<'_>, plan: &EveningPlan) -> Told {
    let lengths = plan.items.iter().filter_map(|item| item.runtime_min).map(|minutes| cx.length(minutes));
    vec![
        (cx.t("evening-page-name"), plan.title()),
        (cx.t("items-length"), list(lengths)),
        (cx.t("evening-page-intention"), plan.intention.clone()),
        (cx.t("tonight-room"), cx.known_words(&plan.room)),
        (cx.t("breaks-title"), cx.breaks(&plan.breaks)),
        (cx.t("aftercare-plan-title"), cx.known_words(&plan.aftercare)),
        (cx.t("bedtime-title"), plan.bedtime.map(|time| cx.time(time)).unwrap_or_default()),
        (cx.t("place-title"), cx.place(plan.place)),
    ]
}

fn check_in_told(cx: &Cx<'_>, check_in: &CheckIn) -> Told {
    let percent = |n: Option<u8>, key| n.map(|n| cx.tw(key, &[("n", n.into())])).unwrap_or_default();
    vec![
        (cx.t("version-moment"), cx.moment(check_in.moment)),
        (cx.t("pleasant-name"), percent(check_in.pleasant, crate::text::key("evening-page-pleasant"))),
        (cx.t("stirred-name"), percent(check_in.stirred, crate::text::key("evening-page-stirred"))),
        (cx.t("version-words"), list(check_in.words.iter().map(|word| cx.known_word(word)))),
    ]
}

fn cry_told(cx: &Cx<'_>, cry: &Cry) -> Told {
    vec![
        (cx.t("cry-note"), cry.note.clone()),
        (cx.t("cry-how-much"), cry.tears.map(|tears| cx.tears(tears)).unwrap_or_default()),
        (cx.t("cry-kinds"), list(cry.kinds.iter().map(|kind| cx.tear_kind(*kind)))),
        (cx.t("cry-company"), cry.company.map(|company| cx.company(company)).unwrap_or_default()),
        (cx.t("cry-reason"), cry.reason.map(|reason| cx.reason(reason)).unwrap_or_default()),
        (cx.t("cry-how-long"), cry.minutes.map(|minutes| cx.length(minutes)).unwrap_or_default()),
        (cx.t("cry-in-film"), minute_words(cx, cry.film_secs)),
    ]
}

fn reflection_told(cx: &Cx<'_>, reflection: &Reflection) -> Told {
    vec![(cx.t("reflection-name"), reflection.text.clone())]
}

fn joy_told(cx: &Cx<'_>, joy: &Joy) -> Told {
    let happened = match joy.happened {
        Some(true) => cx.t("evening-page-joy-happened"),
        Some(false) => cx.t("evening-page-joy-not-yet"),
        None => String::new(),
    };
    vec![(cx.t("evening-page-joy"), joy.text.clone()), (cx.t("version-happened"), happened)]
}

fn breath_told(cx: &Cx<'_>, breath: &Breath) -> Told {
    vec![(cx.t("breathe-title"), cx.length(breath.secs.div_ceil(60)))]
}

fn day_told(cx: &Cx<'_>, day: &Day) -> Told {
    let said = [
        (day.opened, crate::text::key("version-opened")),
        (day.nothing, crate::text::key("version-nothing")),
        (day.paused, crate::text::key("version-paused")),
    ];
    vec![(cx.t("version-day"), list(said.into_iter().filter(|(is, _)| *is).map(|(_, key)| cx.t(key))))]
}

fn plan_told(cx: &Cx<'_>, plan: &Plan) -> Told {
    let when = (cx.t("start-title"), plan.when.map(|when| cx.day_and_time(when)).unwrap_or_default());
    std::iter::once(when).chain(plan_words(cx, &plan.plan)).collect()
}

fn pattern_told(cx: &Cx<'_>, pattern: &OwnPattern) -> Told {
    vec![(cx.t("pattern-name"), pattern.name.clone()), (cx.t("pattern-timing"), cx.timing(&pattern.timing))]
}

fn title_told(cx: &Cx<'_>, title: &Shelved) -> Told {
    let said = |words: &Option<String>| words.clone().unwrap_or_default();
    let listed = |words: Option<Vec<String>>| words.unwrap_or_default().join(", ");
    let yes = |on: Option<bool>| if on == Some(true) { cx.t("title-said-yes") } else { String::new() };
    let kinds = title.kinds.as_ref().map(|kinds| kinds.iter().map(|tone| cx.tone(*tone)).collect());
    let noted = |notes: &[Note]| notes.iter().map(|note| cx.content_note(*note)).collect::<Vec<_>>().join(", ");
    vec![
        (cx.t("edit-name"), said(&title.name)),
        (cx.t("edit-form"), title.form.map(|form| cx.form(form)).unwrap_or_default()),
        (cx.t("edit-length"), title.runtime_min.map(|minutes| cx.length(minutes)).unwrap_or_default()),
        (cx.t("edit-year"), title.year.map(|year| year.to_string()).unwrap_or_default()),
        (cx.t("edit-kinds"), listed(kinds)),
        (cx.t("edit-themes"), listed(title.themes.clone())),
        (cx.t("edit-notes"), noted(&title.notes_added)),
        (cx.t("edit-notes-removed"), noted(&title.notes_removed)),
        (cx.t("edit-found-at"), said(&title.found_at)),
        (cx.t("edit-link"), said(&title.link)),
        (cx.t("edit-note"), said(&title.note)),
        (cx.t("title-want"), yes(title.wanted)),
        (cx.t("title-seen"), yes(title.seen)),
        (cx.t("shelf-hidden"), yes(title.hidden)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::record::DeviceId;

    #[test]
    fn both_texts_are_joined_and_the_same_text_is_there_once() {
        let journal = |name: &str| Journal::new(DeviceId(name.into()));
        let (mut here, mut there) = (journal("here"), journal("there"));
        let first: Joy = here.create("2026-11-22".parse().expect("a day"), None);
        here.put(Joy { text: "ring Ana".into(), ..first.clone() });
        let known = here.joys.get(first.id).expect("kept").clone();
        there.merge(known.clone());
        here.put(Joy { text: "ring Ana on Sunday".into(), ..known.clone() });
        there.put(Joy { text: "a walk".into(), ..known });
        here.merge(there.joys.get(first.id).expect("kept").clone());
        let both = joined(&here.joys, first.id, |joy| &joy.text).expect("they differ");
        let mut lines: Vec<_> = both.split("\n\n").collect();
        lines.sort_unstable();
        assert_eq!(lines, ["a walk", "ring Ana on Sunday"]);
        assert_eq!(waiting(&here), Some((1, first.id)));
        assert_eq!(waiting(&there), None);
    }
}
