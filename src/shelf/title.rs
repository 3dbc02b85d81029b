//! One thing on the shelf: a film, a series, a short, or something that is not a film.

use serde::{Deserialize, Serialize};

use crate::journal::record::is_default;

/// The years in which something can have come out: from the first films to a little after now.
pub const YEARS: std::ops::RangeInclusive<i32> = 1880..=2100;

/// The most seasons of a series, or episodes of a season, that are believed.
pub const MAX_EPISODES: u32 = 9999;

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Form {
    /// A film.
    #[default]
    Film,
    /// A series with episodes.
    Series,
    /// A short film.
    Short,
    /// A clip of a few minutes.
    Clip,
    /// A letter.
    Letter,
    /// An album, or a song.
    Album,
    /// A chapter of a book.
    Chapter,
    /// Anything else.
    Other,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Film, Self::Series, Self::Short, Self::Clip, Self::Letter, Self::Album, Self::Chapter, Self::Other];
}

/// What it does to whoever watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tone {
    /// Sad, with closeness and tenderness in it.
    TenderSad,
    /// Sad and hard.
    GrimSad,
    /// It warms the heart.
    HeartWarming,
    /// A love story is the heart of it.
    Romance,
    /// It ends in tears of joy.
    HappyTears,
    /// A comedy that comforts.
    ComfortComedy,
}

impl Tone {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::TenderSad, Self::GrimSad, Self::HeartWarming, Self::Romance, Self::HappyTears, Self::ComfortComedy];
}

/// Something in it that a person may want to know of beforehand. A list of these may always be incomplete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "plain nouns")]
pub enum Note {
    PetDeath,
    AnimalHarm,
    ChildDeath,
    ChildPeril,
    ParentDeath,
    PartnerDeath,
    Grief,
    TerminalIllness,
    Cancer,
    Dementia,
    BirthLoss,
    Suicide,
    SuicideMention,
    SelfHarm,
    AssistedDying,
    War,
    Genocide,
    Disaster,
    Violence,
    Abuse,
    ChildAbuse,
    SexualContent,
    SexualViolence,
    Addiction,
    Bullying,
    Racism,
    Homophobia,
    Ableism,
    Poverty,
    Breakup,
    Infidelity,
    Execution,
    Medical,
    FlashingLights,
}

impl Note {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 34] = [
        Self::PetDeath,
        Self::AnimalHarm,
        Self::ChildDeath,
        Self::ChildPeril,
        Self::ParentDeath,
        Self::PartnerDeath,
        Self::Grief,
        Self::TerminalIllness,
        Self::Cancer,
        Self::Dementia,
        Self::BirthLoss,
        Self::Suicide,
        Self::SuicideMention,
        Self::SelfHarm,
        Self::AssistedDying,
        Self::War,
        Self::Genocide,
        Self::Disaster,
        Self::Violence,
        Self::Abuse,
        Self::ChildAbuse,
        Self::SexualContent,
        Self::SexualViolence,
        Self::Addiction,
        Self::Bullying,
        Self::Racism,
        Self::Homophobia,
        Self::Ableism,
        Self::Poverty,
        Self::Breakup,
        Self::Infidelity,
        Self::Execution,
        Self::Medical,
        Self::FlashingLights,
    ];

    /// Whether the app never proposes a title with this by itself. Such a title can still be looked for by name.
    #[must_use]
    pub fn is_never_proposed(self) -> bool {
        matches!(self, Self::Suicide | Self::AssistedDying | Self::SelfHarm)
    }

    /// Whether it weighs too much for a gentle evening.
    #[must_use]
    pub fn is_heavy(self) -> bool {
        self.is_never_proposed()
            || matches!(
                self,
                Self::ChildDeath
                    | Self::War
                    | Self::Genocide
                    | Self::Abuse
                    | Self::ChildAbuse
                    | Self::SexualViolence
                    | Self::Execution
                    | Self::SuicideMention
            )
    }
}

/// Why a year was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a year from 1880 to 2100")]
pub struct YearError;

/// Reads a year as it is typed. Empty text is a year that is not known.
///
/// # Errors
/// Where it is no year in which something can have come out.
pub fn parse_year(text: &str) -> Result<Option<i32>, YearError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let year: i32 = text.parse().map_err(|_| YearError)?;
    if YEARS.contains(&year) { Ok(Some(year)) } else { Err(YearError) }
}

/// How many episodes a season has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// Its number, from 1.
    pub season: u32,
    /// How many episodes, from 1.
    pub episodes: u32,
}

impl Season {
    /// Whether there can be such a season.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        (1..=MAX_EPISODES).contains(&self.season) && (1..=MAX_EPISODES).contains(&self.episodes)
    }
}

/// One thing on the shelf, whoever put it there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Title {
    /// Names it for ever: a slug in the catalogue, a UUID where the person added it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name where it comes from, if that is another one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub original: Option<String>,
    /// The year it came out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub year: Option<i32>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub countries: Vec<String>,
    /// What sort of thing it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub form: Form,
    /// In minutes, of one episode where it is a series; `None` where it is not known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub runtime_min: Option<u32>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "is_default")]
    pub runtime_source: String,
    /// What it does to whoever watches.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kinds: Vec<Tone>,
    /// What it is about, in a few words each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub themes: Vec<String>,
    /// What a person may want to know of. Nothing here means that nothing is known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: Vec<Note>,
    /// Some fact about it is not certain.
    #[serde(default, skip_serializing_if = "is_default")]
    pub doubtful: bool,
    /// What else is to be said. May give the story away.
    #[serde(default, skip_serializing_if = "is_default")]
    pub remark: String,
    /// The seasons of a series, where they are known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub seasons: Vec<Season>,
}

impl Title {
    /// Whether the app may propose it without being asked for it by name.
    #[must_use]
    pub fn may_be_proposed(&self) -> bool {
        !self.notes.iter().any(|note| note.is_never_proposed())
    }

    /// The first of these notes that it has.
    #[must_use]
    pub fn has_any<'a>(&self, notes: impl IntoIterator<Item = &'a Note>) -> Option<Note> {
        notes.into_iter().copied().find(|note| self.notes.contains(note))
    }
}
