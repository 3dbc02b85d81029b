//! Words for ways to breathe, looks and sounds.

use crate::breathing::{Look, Nonsense, Pattern, PhaseKind, Timing};
use crate::sound::Bed;
use crate::text::key;

use super::cx::Cx;

impl Cx<'_> {
    /// What a way to breathe is called.
    #[must_use]
    pub fn pattern_name(&self, pattern: &Pattern) -> String {
        if let Some(name) = &pattern.name {
            return name.clone();
        }
        self.t(match pattern.id.as_str() {
            "equal" => key("pattern-equal"),
            "coherent" => key("pattern-coherent"),
            "sigh" => key("pattern-sigh"),
            "box" => key("pattern-box"),
            "four-seven-eight" => key("pattern-four-seven-eight"),
            _ => key("pattern-longer-out"),
        })
    }

    /// What it is called, and how long its parts are.
    #[must_use]
    pub fn pattern_line(&self, pattern: &Pattern) -> String {
        let (name, timing) = (self.pattern_name(pattern), self.timing(&pattern.timing));
        self.tw("pattern-line", &[("name", name.into()), ("timing", timing.into())])
    }

    /// How long the parts of a breath are.
    #[must_use]
    pub fn timing(&self, timing: &Timing) -> String {
        let parts = timing.parts().into_iter().filter(|(_, length)| !length.is_zero());
        let words = parts.map(|(kind, length)| {
            let words = match kind {
                PhaseKind::In => key("timing-in"),
                PhaseKind::TopUp => key("timing-top-up"),
                PhaseKind::Hold | PhaseKind::Rest => key("timing-hold"),
                PhaseKind::Out => key("timing-out"),
            };
            self.tw(words, &[("secs", self.text.decimal(length.as_secs_f64()).into())])
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// What is to be known of a way to breathe before one begins, if anything.
    #[must_use]
    pub fn pattern_note(&self, timing: &Timing) -> Option<String> {
        match timing.stops_after() {
            Some(breaths) => Some(self.tw("pattern-note-stop", &[("n", breaths.into())])),
            None => timing.has_holds().then(|| self.t("pattern-note-hold")),
        }
    }

    /// Why a timing is not kept.
    #[must_use]
    pub fn nonsense(&self, why: Nonsense) -> String {
        self.t(match why {
            Nonsense::Breath => key("pattern-odd-breath"),
            Nonsense::Hold => key("pattern-odd-hold"),
            Nonsense::TopUp => key("pattern-odd-top-up"),
            Nonsense::TooFast => key("pattern-odd-fast"),
        })
    }

    /// What a stretch is called, and how it is done.
    #[must_use]
    pub fn stretch(&self, id: &str) -> (String, String) {
        let (name, how) = match id {
            "stretch-neck" => (key("stretch-neck"), key("stretch-neck-how")),
            "stretch-arms-up" => (key("stretch-arms-up"), key("stretch-arms-up-how")),
            "stretch-hug" => (key("stretch-hug"), key("stretch-hug-how")),
            "stretch-chest" => (key("stretch-chest"), key("stretch-chest-how")),
            "stretch-twist" => (key("stretch-twist"), key("stretch-twist-how")),
            "stretch-side" => (key("stretch-side"), key("stretch-side-how")),
            "stretch-fold" => (key("stretch-fold"), key("stretch-fold-how")),
            _ => (key("stretch-shoulders"), key("stretch-shoulders-how")),
        };
        (self.t(name), self.t(how))
    }

    /// How the breath is drawn.
    #[must_use]
    pub fn breath_look(&self, look: Look) -> String {
        self.t(match look {
            Look::Circle => key("look-circle"),
            Look::Tide => key("look-tide"),
            Look::Light => key("look-light"),
        })
    }

    /// What is heard.
    #[must_use]
    pub fn bed(&self, bed: Option<Bed>) -> String {
        self.t(match bed {
            None => key("sound-none"),
            Some(Bed::Rain) => key("sound-rain"),
            Some(Bed::Brown) => key("sound-brown"),
            Some(Bed::Pad) => key("sound-pad"),
        })
    }
}
