//! The cards of the guide: when each is offered, and where its facts come from. Their words are in `assets/text`.
//!
//! A card states a fact only with its source beside it. What the literature does not carry is not said.

use std::collections::BTreeSet;

/// A short text about such evenings, or about tears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Card {
    /// What to watch.
    Choosing,
    /// Light, blankets, the candle.
    Room,
    /// Something to drink.
    Water,
    /// Letting tears come, or not.
    LettingCome,
    /// Resting from the film.
    Breaks,
    /// The phone in another room.
    Phone,
    /// Coming down gently.
    Aftercare,
    /// A line to look back.
    Reflecting,
    /// Something good to plan.
    SmallJoys,
    /// Others cry, too.
    NotAlone,
    /// Looking after oneself is a strength.
    Strength,
    /// The three kinds of tears.
    Tears,
    /// What is known about feeling better, and when.
    Better,
    /// What is not shown.
    NotShown,
    /// Tear-seeking as a practice in Japan.
    Japan,
}

/// A moment of an evening at which a card may be offered, as one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// While it is chosen what to watch.
    Choosing,
    /// At the check-in before the film.
    Before,
    /// In a break.
    Break,
    /// At the check-in right after the film.
    After,
    /// While it is said how the tears were.
    Tears,
    /// In the aftercare.
    Aftercare,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Who found it, when, and where it was printed.
    pub words: &'static str,
    /// Where it can be read about: an `https` address.
    pub address: &'static str,
}

const DIARIES: Source = Source {
    words: "Bylsma, Croon, Vingerhoets & Rottenberg 2011, Journal of Research in Personality 45",
    address: "https://doi.org/10.1016/j.jrp.2011.04.007",
};
const TWO_FILMS: Source = Source {
    words: "Gračanin, Vingerhoets, Kardum and others 2015, Motivation and Emotion 39",
    address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC4608976",
};
const WHEN_CATHARTIC: Source = Source {
    words: "Bylsma, Vingerhoets & Rottenberg 2008, Journal of Social and Clinical Psychology 27",
    address: "https://vdocuments.us/when-is-crying-cathartic-an-international-is-crying-cathartic-an-international.html",
};
const SHAME: Source = Source {
    words: "Becht & Vingerhoets 2002, Cognition & Emotion 16",
    address: "https://research.tilburguniversity.edu/en/publications/crying-and-mood-change-a-cross-cultural-study",
};
const COLD_WATER: Source = Source {
    words: "Sharman, Dingle, Vingerhoets & Vanman 2020, Emotion 20",
    address: "https://pubmed.ncbi.nlm.nih.gov/31282699/",
};
const OPHTHALMOLOGISTS: Source = Source {
    words: "Deutsche Ophthalmologische Gesellschaft 2009, after a review by E. Messmer",
    address: "https://www.welt.de/wissenschaft/article4845573/",
};
const ONIONS: Source = Source {
    words: "The Washington Post, 31 August 1982, on the work of W. H. Frey",
    address: "https://www.washingtonpost.com/archive/lifestyle/1982/08/31/you-for-crying-out-loud/db44cde3-0e40-4792-a499-f8ede4a4623e/",
};
const SELF_SOOTHING: Source = Source {
    words: "Gračanin, Bylsma & Vingerhoets 2014, Frontiers in Psychology 5",
    address: "https://doi.org/10.3389/fpsyg.2014.00502",
};

const TEAR_SEEKING: Source = Source {
    words: "NSU Japan, February 2023, on the gatherings of Hidefumi Yoshida",
    address: "https://www.nsu-japan.com/2023/02/cry-your-eyes-out-with-rui-katsu/",
};

impl Card {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 15] = [
        Self::Choosing,
        Self::Room,
        Self::Water,
        Self::Phone,
        Self::LettingCome,
        Self::Breaks,
        Self::Aftercare,
        Self::Reflecting,
        Self::SmallJoys,
        Self::NotAlone,
        Self::Strength,
        Self::Tears,
        Self::Better,
        Self::NotShown,
        Self::Japan,
    ];

    /// Names it for ever, in the settings.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Choosing => "choosing",
            Self::Room => "room",
            Self::Water => "water",
            Self::LettingCome => "letting-come",
            Self::Breaks => "breaks",
            Self::Phone => "phone",
            Self::Aftercare => "aftercare",
            Self::Reflecting => "reflecting",
            Self::SmallJoys => "small-joys",
            Self::NotAlone => "not-alone",
            Self::Strength => "strength",
            Self::Tears => "tears",
            Self::Better => "better",
            Self::NotShown => "not-shown",
            Self::Japan => "japan",
        }
    }

    /// Whether it is ever offered during an evening; others are only read in the guide.
    #[must_use]
    pub fn is_offered(self) -> bool {
        Occasion::ALL.iter().any(|at| at.fitting().contains(&self))
    }

    /// Where its facts come from; nothing where it states none.
    #[must_use]
    pub fn sources(self) -> &'static [Source] {
        match self {
            Self::LettingCome => &[WHEN_CATHARTIC, SHAME],
            Self::Aftercare => &[TWO_FILMS],
            Self::Reflecting => &[WHEN_CATHARTIC],
            Self::NotAlone => &[DIARIES, WHEN_CATHARTIC],
            Self::Tears => &[ONIONS, OPHTHALMOLOGISTS],
            Self::Better => &[DIARIES, TWO_FILMS],
            Self::NotShown => &[OPHTHALMOLOGISTS, SELF_SOOTHING, COLD_WATER],
            Self::Japan => &[TEAR_SEEKING],
            Self::Choosing
            | Self::Room
            | Self::Water
            | Self::Breaks
            | Self::Phone
            | Self::SmallJoys
            | Self::Strength => &[],
        }
    }
}

impl Occasion {
    /// All of them, as they come in an evening.
    pub const ALL: [Self; 6] = [Self::Choosing, Self::Before, Self::Break, Self::After, Self::Tears, Self::Aftercare];

    /// The cards that fit, the first first.
    fn fitting(self) -> &'static [Card] {
        match self {
            Self::Choosing => &[Card::Choosing, Card::Room, Card::Phone],
            Self::Before => &[Card::LettingCome, Card::Water, Card::Strength],
            Self::Break => &[Card::Breaks],
            Self::After => &[Card::Better],
            Self::Tears => &[Card::NotAlone, Card::Tears, Card::NotShown],
            Self::Aftercare => &[Card::Aftercare, Card::Reflecting, Card::SmallJoys],
        }
    }
}

/// The card to offer at this moment: the first that fits and was not put away, or none.
#[must_use]
pub fn offered(at: Occasion, put_away: &BTreeSet<String>) -> Option<Card> {
    at.fitting().iter().copied().find(|card| !put_away.contains(card.id()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shelf::players::checked;

    #[test]
    fn every_card_has_a_name_of_its_own_and_sources_that_can_be_opened() {
        let ids: BTreeSet<&str> = Card::ALL.iter().map(|card| card.id()).collect();
        assert_eq!(ids.len(), Card::ALL.len());
        for source in Card::ALL.iter().flat_map(|card| card.sources()) {
            assert_eq!(checked(source.address), Ok(source.address));
            assert!(source.words.chars().any(|letter| letter.is_ascii_digit()), "{} says when", source.words);
        }
    }

    #[test]
    fn a_card_that_was_put_away_makes_room_for_the_next_and_in_the_end_for_nothing() {
        let moments = [
            Occasion::Choosing,
            Occasion::Before,
            Occasion::Break,
            Occasion::After,
            Occasion::Tears,
            Occasion::Aftercare,
        ];
        for moment in moments {
            let mut put_away = BTreeSet::new();
            while let Some(card) = offered(moment, &put_away) {
                assert!(put_away.insert(card.id().to_owned()), "{card:?} came back");
            }
            assert!((1..=3).contains(&put_away.len()), "{moment:?}");
        }
        let unknown = BTreeSet::from(["a card of a newer version".to_owned()]);
        assert_eq!(offered(Occasion::Break, &unknown), Some(Card::Breaks));
    }
}
