//! The names of countries and languages.

use crate::text::key;

use super::cx::Cx;

impl Cx<'_> {
    /// A country by its code (ISO 3166-1); the code itself where its name is not known.
    #[must_use]
    pub(super) fn country(&self, code: &str) -> String {
        self.t(match code {
            "AU" => key("country-au"),
            "AT" => key("country-at"),
            "BR" => key("country-br"),
            "CA" => key("country-ca"),
            "CH" => key("country-ch"),
            "DE" => key("country-de"),
            "ES" => key("country-es"),
            "FR" => key("country-fr"),
            "GB" => key("country-gb"),
            "IE" => key("country-ie"),
            "IN" => key("country-in"),
            "IT" => key("country-it"),
            "JP" => key("country-jp"),
            "KR" => key("country-kr"),
            "LI" => key("country-li"),
            "NL" => key("country-nl"),
            "NO" => key("country-no"),
            "NZ" => key("country-nz"),
            "SE" => key("country-se"),
            "SG" => key("country-sg"),
            "US" => key("country-us"),
            "ZA" => key("country-za"),
            unknown => return unknown.to_owned(),
        })
    }

    /// A language by its code (ISO 639-1); the code itself where its name is not known.
    #[must_use]
    pub(super) fn tongue(&self, code: &str) -> String {
        self.t(match code {
            "de" => key("tongue-de"),
            "en" => key("tongue-en"),
            "es" => key("tongue-es"),
            "fr" => key("tongue-fr"),
            "hi" => key("tongue-hi"),
            "id" => key("tongue-id"),
            "it" => key("tongue-it"),
            "ja" => key("tongue-ja"),
            "ko" => key("tongue-ko"),
            "ms" => key("tongue-ms"),
            "ne" => key("tongue-ne"),
            "nl" => key("tongue-nl"),
            "no" => key("tongue-no"),
            "pt" => key("tongue-pt"),
            "sv" => key("tongue-sv"),
            "ta" => key("tongue-ta"),
            "th" => key("tongue-th"),
            "tl" => key("tongue-tl"),
            "vi" => key("tongue-vi"),
            "zh" => key("tongue-zh"),
            unknown => return unknown.to_owned(),
        })
    }
}
