//! Titles, what they do, and what they did so far, in words.

use crate::shelf::choose::{LeftOut, Reason, Wish};
use crate::shelf::collection::Entry;
use crate::shelf::history::History;
use crate::shelf::title::{Form, Note, Tone};
use crate::text::key;

use super::cx::Cx;

impl Cx<'_> {
    /// What sort of thing it is.
    #[must_use]
    pub fn form(&self, form: Form) -> String {
        self.t(match form {
            Form::Film => key("form-film"),
            Form::Series => key("form-series"),
            Form::Short => key("form-short"),
            Form::Clip => key("form-clip"),
            Form::Letter => key("form-letter"),
            Form::Album => key("form-album"),
            Form::Chapter => key("form-chapter"),
            Form::Other => key("form-other"),
        })
    }

    /// What it does to whoever watches.
    #[must_use]
    pub fn tone(&self, tone: Tone) -> String {
        self.t(match tone {
            Tone::TenderSad => key("tone-tender-sad"),
            Tone::GrimSad => key("tone-grim-sad"),
            Tone::HeartWarming => key("tone-heart-warming"),
            Tone::Romance => key("tone-romance"),
            Tone::HappyTears => key("tone-happy-tears"),
            Tone::ComfortComedy => key("tone-comfort-comedy"),
        })
    }

    /// Something in it that a person may want to know of.
    #[must_use]
    pub fn content_note(&self, note: Note) -> String {
        self.t(match note {
            Note::PetDeath => key("note-pet-death"),
            Note::AnimalHarm => key("note-animal-harm"),
            Note::ChildDeath => key("note-child-death"),
            Note::ChildPeril => key("note-child-peril"),
            Note::ParentDeath => key("note-parent-death"),
            Note::PartnerDeath => key("note-partner-death"),
            Note::Grief => key("note-grief"),
            Note::TerminalIllness => key("note-terminal-illness"),
            Note::Cancer => key("note-cancer"),
            Note::Dementia => key("note-dementia"),
            Note::BirthLoss => key("note-birth-loss"),
            Note::Suicide => key("note-suicide"),
            Note::SuicideMention => key("note-suicide-mention"),
            Note::SelfHarm => key("note-self-harm"),
            Note::AssistedDying => key("note-assisted-dying"),
            Note::War => key("note-war"),
            Note::Genocide => key("note-genocide"),
            Note::Disaster => key("note-disaster"),
            Note::Violence => key("note-violence"),
            Note::Abuse => key("note-abuse"),
            Note::ChildAbuse => key("note-child-abuse"),
            Note::SexualContent => key("note-sexual-content"),
            Note::SexualViolence => key("note-sexual-violence"),
            Note::Addiction => key("note-addiction"),
            Note::Bullying => key("note-bullying"),
            Note::Racism => key("note-racism"),
            Note::Homophobia => key("note-homophobia"),
            Note::Ableism => key("note-ableism"),
            Note::Poverty => key("note-poverty"),
            Note::Breakup => key("note-breakup"),
            Note::Infidelity => key("note-infidelity"),
            Note::Execution => key("note-execution"),
            Note::Medical => key("note-medical"),
            Note::FlashingLights => key("note-flashing-lights"),
        })
    }

    /// What is wished for.
    #[must_use]
    pub fn wish(&self, wish: Wish) -> String {
        self.t(match wish {
            Wish::Gentle => key("wish-gentle"),
            Wish::LetItOut => key("wish-let-it-out"),
            Wish::HappyTears => key("wish-happy-tears"),
            Wish::Comedy => key("wish-comedy"),
            Wish::Short => key("wish-short"),
            Wish::Works => key("wish-works"),
        })
    }

    /// Why a surprise was chosen.
    #[must_use]
    pub fn surprise_reason(&self, reason: Reason, bed: &str) -> String {
        match reason {
            Reason::Moved { times, of } => self.tw("reason-moved", &[("times", times.into()), ("of", of.into())]),
            Reason::Wanted => self.t("reason-wanted"),
            Reason::LongAgo => self.t("reason-long-ago"),
            Reason::NewAndFits => self.tw("reason-new-and-fits", &[("bed", bed.to_owned().into())]),
            Reason::New => self.t("reason-new"),
        }
    }

    /// Why so many titles were left out.
    #[must_use]
    pub fn left_out(&self, why: LeftOut, n: usize) -> String {
        match why {
            LeftOut::Skipped(note) => {
                self.tw("left-out-skipped", &[("n", n.into()), ("note", self.content_note(note).into())])
            }
            LeftOut::NeverProposed => self.tw("left-out-never", &[("n", n.into())]),
            LeftOut::TooLong => self.tw("left-out-long", &[("n", n.into())]),
        }
    }

    /// The name of a title. A person may have left it empty.
    #[must_use]
    pub fn title_name(&self, entry: &Entry) -> String {
        let name = entry.title.name.trim();
        if name.is_empty() { self.t("item-unnamed") } else { name.to_owned() }
    }

    /// The plain facts of a title on one line.
    #[must_use]
    pub fn title_facts(&self, entry: &Entry) -> String {
        let title = &entry.title;
        let form = (title.form != Form::Film).then(|| self.form(title.form));
        let year = title.year.map(|year| year.to_string());
        let length = title.runtime_min.map_or_else(|| self.t("length-unknown"), |minutes| self.length(minutes));
        let tones = title.kinds.iter().map(|tone| self.tone(*tone)).collect::<Vec<_>>().join(", ");
        let parts = [form, year, Some(length), Some(tones).filter(|tones| !tones.is_empty())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// In how many evenings it moved the person, where that is known of any.
    #[must_use]
    pub fn moved(&self, history: Option<&History>) -> Option<String> {
        let history = history.filter(|history| history.known > 0)?;
        Some(self.tw("title-moved", &[("moved", history.moved.into()), ("known", history.known.into())]))
    }

    /// What a title did so far, in a few lines.
    #[must_use]
    pub fn title_history(&self, history: Option<&History>) -> Vec<String> {
        let Some(history) = history.filter(|history| history.times > 0) else { return vec![self.t("title-never")] };
        let last = history.last.map(|day| self.day(day)).unwrap_or_default();
        let mut parts = vec![self.tw("title-times", &[("n", history.times.into()), ("day", last.into())])];
        if let (Some(minute), true) = (history.typical_min, history.known > 0) {
            let values = [("moved", history.moved.into()), ("known", history.known.into()), ("minute", minute.into())];
            parts.push(self.tw("title-minute", &values));
        } else {
            parts.extend(self.moved(Some(history)));
        }
        if let Some(change) = history.change {
            let by = change.abs().round();
            let words = match change {
                _ if by < 1.0 => key("title-change-same"),
                change if change > 0.0 => key("title-change-up"),
                _ => key("title-change-down"),
            };
            parts.push(self.tw(words, &[("by", by.into()), ("n", history.change_n.into())]));
        }
        parts
    }

    /// Content notes as plain nouns.
    #[must_use]
    pub fn content_notes(&self, notes: &[Note]) -> String {
        if notes.is_empty() {
            return self.t("title-no-notes");
        }
        let notes = notes.iter().map(|note| self.content_note(*note)).collect::<Vec<_>>().join(", ");
        self.tw("title-notes", &[("notes", notes.into())])
    }
}
