//! Records taken out of a document, with the rest left as it is.

use std::ops::Range;

use crate::store::syntax::parser::{Parser, document};
use crate::store::syntax::{Kind, Node};

/// The document without those items of lists, however deep, whose `id` is gone. An item goes with its comma and, where
/// it has them for itself, its lines; everything else stays as it is, to the byte. Fields and items that only name
/// what is gone stay.
pub(crate) fn without_items(text: &str, is_gone: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut cuts = Vec::new();
    find_gone(&document(text)?, text, is_gone, &mut cuts);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for cut in cuts {
        // Two items on one line may both take the space between them.
        out.push_str(text.get(done..cut.start).unwrap_or_default());
        done = done.max(cut.end);
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

fn find_gone(node: &Node<'_>, text: &str, is_gone: &dyn Fn(&str) -> bool, cuts: &mut Vec<Range<usize>>) {
    match &node.kind {
        Kind::Plain => {}
        Kind::Struct(fields) | Kind::Map(fields) => {
            for field in fields {
                find_gone(&field.key, text, is_gone, cuts);
                find_gone(&field.value, text, is_gone, cuts);
            }
        }
        Kind::Tuple(items) => items.iter().for_each(|item| find_gone(item, text, is_gone, cuts)),
        Kind::List(items) => {
            for item in items {
                if id(item).is_some_and(|id| is_gone(&id)) {
                    cuts.push(with_its_lines(text, item.start, item.end()));
                } else {
                    find_gone(item, text, is_gone, cuts);
                }
            }
        }
    }
}

fn id(node: &Node<'_>) -> Option<String> {
    let field = node.fields()?.iter().find(|field| field.label() == "id")?;
    field.value.string()
}

/// From the first byte of an item, or of its line, to its comma, or the end of that line.
fn with_its_lines(text: &str, start: usize, end: usize) -> Range<usize> {
    let mut parser = Parser::at(text, end);
    let end = match (parser.trivia(), parser.eat(",")) {
        (Some(()), true) => parser.at,
        _ => end,
    };
    let is_space = |letter: char| matches!(letter, ' ' | '\t');
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let line_start = before.trim_end_matches(is_space);
    let after_space = after.trim_start_matches(is_space);
    // A comment on the item's own line is about the item.
    let line_end = if after_space.starts_with("//") {
        after_space.find('\n').and_then(|end| after_space.get(end..)).unwrap_or_default()
    } else {
        after_space
    };
    let own_line = line_end.strip_prefix("\r\n").or_else(|| line_end.strip_prefix('\n'));
    match own_line {
        Some(rest) if line_start.is_empty() || line_start.ends_with('\n') => line_start.len()..text.len() - rest.len(),
        _ => start..text.len() - after_space.len(),
    }
}
