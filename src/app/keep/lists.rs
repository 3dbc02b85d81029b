//! Lists that come with the program, and that the person may have a copy of in the folder, which is used instead.

use crate::app::model::Model;
use crate::care::support::{self, LinesError};
use crate::list_file::FileError;
use crate::shelf::players::{self, LinkError};
use crate::store::OwnList;

/// The person's own list takes the place of the bundled one, if it can be read.
pub(super) fn take_in_players(model: &mut Model, own: Option<&str>) {
    model.outside.players_trouble = None;
    match own.map(players::parse) {
        None => {}
        Some(Ok(players)) => model.players = players,
        Some(Err(error)) => {
            tracing::warn!("the list of places where titles play: {error}");
            model.outside.players_trouble = Some(match error {
                LinkError::File(FileError::NotRon { line, .. }) => format!("line {line}"),
                other => other.to_string(),
            });
            model.players = players::bundled().unwrap_or_default();
        }
    }
}

/// The same with the person's own list of lines to ring.
pub(super) fn take_in_support(model: &mut Model, own: Option<&str>) {
    model.outside.support_trouble = None;
    match own.map(support::parse) {
        None => {}
        Some(Ok(lines)) => model.support = lines,
        Some(Err(error)) => {
            tracing::warn!("the list of lines to ring: {error}");
            model.outside.support_trouble = Some(match error {
                LinesError::File(FileError::NotRon { line, .. }) => format!("line {line}"),
                other => other.to_string(),
            });
            model.support = support::bundled().unwrap_or_default();
        }
    }
}

/// A list as it comes with the program.
pub(super) fn bundled_list(list: OwnList) -> &'static str {
    match list {
        OwnList::Players => players::BUNDLED,
        OwnList::Support => support::BUNDLED,
    }
}
