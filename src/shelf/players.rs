//! Where a title can be looked for: search pages that the desktop's own opener opens, on a press and never otherwise.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use crate::list_file::{self, FileError, ListFile};

/// What stands for the name in a search page's address.
const QUERY: &str = "{q}";

/// The bundled list.
pub const BUNDLED: &str = include_str!("../../assets/players.ron");

#[derive(Deserialize)]
struct PlayersFile {
    format: String,
    version: u32,
    players: Vec<Player>,
}

impl ListFile for PlayersFile {
    const FORMAT: &'static str = "sunshower/players";
    fn head(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// A place where films are found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Player {
    /// Names it for ever.
    pub id: String,
    /// As the person knows it.
    pub name: String,
    /// The address of its search page with `{q}` for the name; or, without that, of its first page.
    pub search: String,
}

/// Why an address is not opened, or a list not used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It does not begin with `https://` and a place.
    #[error("{0} is no https address")]
    NotHttps(String),
    /// The list of places cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
}

/// The places that come with the program.
///
/// # Errors
/// Where the bundled file makes no sense; a test makes sure that it does.
pub fn bundled() -> Result<Vec<Player>, LinkError> {
    parse(BUNDLED)
}

/// Reads a list of places, the bundled one or a person's own.
///
/// # Errors
/// Says what makes no sense. Not one address that is not https gets through.
pub fn parse(text: &str) -> Result<Vec<Player>, LinkError> {
    let file: PlayersFile = list_file::read(text)?;
    file.players.iter().try_for_each(|player| checked(&player.search).map(|_| ()))?;
    Ok(file.players)
}

impl Player {
    /// The address of the page that looks for this name.
    #[must_use]
    pub fn page_for(&self, name: &str) -> String {
        self.search.replace(QUERY, &utf8_percent_encode(name.trim(), NON_ALPHANUMERIC).to_string())
    }
}

/// An address that may be opened: https, a place, and no spaces or control characters.
///
/// # Errors
/// Where it is anything else.
pub fn checked(address: &str) -> Result<&str, LinkError> {
    let address = address.trim();
    let place = address.get(..8).filter(|start| start.eq_ignore_ascii_case("https://")).map(|_| &address[8..]);
    let is_plain = !address.chars().any(|c| c.is_whitespace() || c.is_control());
    match place.filter(|place| is_plain && place.starts_with(|c: char| c.is_alphanumeric())) {
        Some(_) => Ok(address),
        None => Err(LinkError::NotHttps(address.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_places_are_https_and_take_any_name() {
        let players = bundled().expect("whole");
        assert!(players.len() >= 6);
        for player in &players {
            let page = player.page_for("Amélie & 50 % \"you\"\n?x=1#y");
            assert_eq!(checked(&page), Ok(page.as_str()), "{}", player.name);
            assert!(!page.contains(QUERY) && !page.contains('&') && !page.contains('#'), "{page}");
        }
        let found = players[0].page_for("Amélie & you");
        assert!(found.ends_with("Am%C3%A9lie%20%26%20you"), "{found}");
    }

    #[test]
    fn nothing_but_https_is_opened() {
        for address in ["https://example.org/watch?v=1", " HTTPS://example.org "] {
            assert!(checked(address).is_ok(), "{address}");
        }
        for address in [
            "http://example.org",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://",
            "https:// a",
            "",
            "é",
            "https:///x",
        ] {
            assert!(matches!(checked(address), Err(LinkError::NotHttps(_))), "{address}");
        }
        let list =
            "(format: \"sunshower/players\", version: 1, players: [(id: \"a\", name: \"A\", search: \"ftp://a\")])";
        assert_eq!(parse(list), Err(LinkError::NotHttps("ftp://a".into())));
        assert!(matches!(parse("(\nnonsense"), Err(LinkError::File(FileError::NotRon { line: 2, .. }))));
    }
}
