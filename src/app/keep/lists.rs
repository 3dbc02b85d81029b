//! Lists that come with the program, and that the person may have a copy of in the folder, which is used instead.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::app::model::{ListTrouble, Model};
use crate::care::support::{self, LinesError};
use crate::list_file::FileError;
use crate::shelf::players::{self, LinkError};
use crate::store::OwnList;

/// The person's own lists take the place of the bundled ones, where they can be read.
pub(super) fn take_in(model: &mut Model, own: &BTreeMap<OwnList, String>) {
    let of_players = |error: &LinkError| if let LinkError::File(error) = error { line_of(error) } else { None };
    let of_support = |error: &LinesError| if let LinesError::File(error) = error { line_of(error) } else { None };
    let (players, support) = (OwnList::Players, OwnList::Support);
    model.outside.players_trouble = take_one(&mut model.players, own, players, players::parse, of_players);
    model.outside.support_trouble = take_one(&mut model.support, own, support, support::parse, of_support);
}

/// Gives back why the person's own list cannot be used: the line, where it cannot be read at all.
fn take_one<T, E: Display>(
    known: &mut Vec<T>,
    own: &BTreeMap<OwnList, String>,
    list: OwnList,
    parse: impl Fn(&str) -> Result<Vec<T>, E>,
    line_of: impl Fn(&E) -> Option<usize>,
) -> Option<ListTrouble> {
    let text = own.get(&list).map_or_else(|| bundled_list(list), String::as_str);
    match parse(text) {
        Ok(theirs) => {
            *known = theirs;
            None
        }
        Err(error) => {
            let line = line_of(&error);
            // What the error quotes are the person's own words, which the log never holds.
            tracing::warn!(line, "{} cannot be used, the list that comes with the program is", list.file());
            *known = parse(bundled_list(list)).unwrap_or_default();
            Some(line.map_or_else(|| ListTrouble::Odd(error.to_string()), ListTrouble::Line))
        }
    }
}

fn line_of(error: &FileError) -> Option<usize> {
    if let FileError::NotRon { line, .. } = error { Some(*line) } else { None }
}

/// A list as it comes with the program.
pub(super) fn bundled_list(list: OwnList) -> &'static str {
    match list {
        OwnList::Players => players::BUNDLED,
        OwnList::Support => support::BUNDLED,
    }
}
