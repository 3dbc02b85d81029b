//! The text of RON, with the place of everything in it.
//!
//! A newer program may write fields, variants and lists that this one does not know, and a person may write comments.
//! A value that went through a type, or through `ron::Value`, has lost them; text has not. So what is not known here is
//! kept as the text it was, to the byte.
//!
//! Everything here answers `None` to text that is not RON, and to text nested deeper than any reader of RON follows.

mod cut;
mod keep;
mod parser;
#[cfg(test)]
#[path = "syntax_properties.rs"]
mod properties;
mod rescue;
#[cfg(test)]
mod tests;

pub(crate) use cut::without_items;
pub(crate) use keep::keep_unknown;
pub(crate) use rescue::whole_items;

use parser::{is_identifier, outline, unescape, value};

/// A value, and where it stands.
struct Node<'a> {
    /// From its first byte to its last.
    text: &'a str,
    /// Where that begins, in bytes of the whole text.
    start: usize,
    /// Where its inside begins: after the bracket that opens it.
    inside: usize,
    /// Of a struct, a variant or a unit; empty where there is none.
    name: &'a str,
    kind: Kind<'a>,
}

enum Kind<'a> {
    /// A number, a string, a character, a name alone.
    Plain,
    /// `(a: 1)`. The form `()` is a tuple that may as well be a struct.
    Struct(Vec<Field<'a>>),
    /// `(1, 2)`
    Tuple(Vec<Node<'a>>),
    /// `[1, 2]`
    List(Vec<Node<'a>>),
    /// `{"a": 1}`
    Map(Vec<Field<'a>>),
}

/// A field of a struct, or an entry of a map.
struct Field<'a> {
    /// From the first byte of its key to the last of its value.
    text: &'a str,
    key: Node<'a>,
    value: Node<'a>,
}

impl<'a> Field<'a> {
    /// What it is called. A name may be written `r#name`, and has to be only where it is none otherwise.
    fn name(&self) -> &'a str {
        let raw = self.key.text.strip_prefix("r#");
        raw.filter(|name| is_identifier(name)).unwrap_or(self.key.text)
    }

    /// The same for the same key, however that is written.
    fn label(&self) -> String {
        match self.key.text.strip_prefix("r#").filter(|name| !name.starts_with(['"', '#'])) {
            Some(name) => name.to_owned(),
            None => self.key.label(),
        }
    }
}

impl<'a> Node<'a> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The fields of a struct. An empty one looks like an empty tuple.
    fn fields(&self) -> Option<&[Field<'a>]> {
        match &self.kind {
            Kind::Struct(fields) => Some(fields),
            Kind::Tuple(items) if items.is_empty() => Some(&[]),
            _ => None,
        }
    }

    /// The entries of a map.
    fn entries(&self) -> Option<&[Field<'a>]> {
        match &self.kind {
            Kind::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The items of a list.
    fn items(&self) -> Option<&[Self]> {
        match &self.kind {
            Kind::List(items) => Some(items),
            _ => None,
        }
    }

    /// The value in `Some(value)`.
    fn some(&self) -> Option<&Self> {
        match &self.kind {
            Kind::Tuple(items) if self.name == "Some" && items.len() == 1 => items.first(),
            _ => None,
        }
    }

    /// What a string says.
    fn string(&self) -> Option<String> {
        if !matches!(self.kind, Kind::Plain) {
            return None;
        }
        if let Some(quoted) = self.text.strip_prefix('"') {
            return String::from_utf8(unescape(quoted.strip_suffix('"')?)?).ok();
        }
        let raw = self.text.strip_prefix('r')?;
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let raw = raw.get(hashes..raw.len().checked_sub(hashes)?)?;
        Some(raw.strip_prefix('"')?.strip_suffix('"')?.to_owned())
    }

    /// Its tokens, without what may stand between them: the same for values that differ only in layout.
    fn tokens(&self) -> String {
        let mut tokens = String::new();
        self.put_tokens(&mut tokens);
        tokens
    }

    fn put_tokens(&self, out: &mut String) {
        let (open, close) = match &self.kind {
            Kind::Plain => return out.push_str(self.text),
            Kind::Struct(_) | Kind::Tuple(_) => ('(', ')'),
            Kind::List(_) => ('[', ']'),
            Kind::Map(_) => ('{', '}'),
        };
        out.push_str(self.name);
        out.push(open);
        match &self.kind {
            Kind::Plain => {}
            Kind::Struct(fields) | Kind::Map(fields) => {
                for field in fields {
                    field.key.put_tokens(out);
                    out.push(':');
                    field.value.put_tokens(out);
                    out.push(',');
                }
            }
            Kind::Tuple(items) | Kind::List(items) => {
                for item in items {
                    item.put_tokens(out);
                    out.push(',');
                }
            }
        }
        out.push(close);
    }

    /// The same for the same value, also where one hand writes `Some`, or escapes a letter, and another does not.
    fn label(&self) -> String {
        match self.some() {
            Some(inner) => inner.label(),
            None => self.string().map_or_else(|| self.tokens(), |string| format!("\"{string}")),
        }
    }

    /// This text with other values in the place of its own, and with more after the last of them.
    fn with(&self, values: &[(&Self, String)], more: &[String]) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut done = self.start;
        let piece = |from: usize, to: usize| self.text.get(from - self.start..to - self.start).unwrap_or_default();
        for (value, text) in values {
            out.push_str(piece(done, value.start));
            out.push_str(text);
            done = value.end();
        }
        if values.is_empty() && !more.is_empty() {
            out.push_str(piece(done, self.inside));
            out.push_str(&more.join(", "));
            done = self.inside;
        } else {
            let between = self.between();
            for text in more {
                out.push(',');
                out.push_str(&between);
                out.push_str(text);
            }
        }
        out.push_str(piece(done, self.end()));
        out
    }

    /// What stands between two of its parts: a new line as deep as the first one, or a space.
    fn between(&self) -> String {
        let first = match &self.kind {
            Kind::Plain => None,
            Kind::Struct(fields) | Kind::Map(fields) => fields.first().map(|field| field.key.start),
            Kind::Tuple(items) | Kind::List(items) => items.first().map(|item| item.start),
        };
        first
            .and_then(|first| self.text.get(self.inside - self.start..first - self.start))
            .and_then(|before| before.rfind('\n').and_then(|line| before.get(line..)))
            .filter(|line| line.chars().all(char::is_whitespace))
            .map_or_else(|| " ".to_owned(), str::to_owned)
    }
}

/// The fields of a struct: their names and the text of their values. It may be a whole document.
pub(crate) fn fields(text: &str) -> Option<Vec<(&str, &str)>> {
    let node = outline(text)?;
    Some(node.fields()?.iter().map(|field| (field.name(), field.value.text)).collect())
}

/// The text of the items of a list.
pub(crate) fn items(text: &str) -> Option<Vec<&str>> {
    let node = outline(text)?;
    Some(node.items()?.iter().map(|item| item.text).collect())
}

/// The document, a struct, with more fields after its own. Fields that it has already stay as they are.
pub(crate) fn with_fields(text: &str, more: &[(String, String)]) -> Option<String> {
    let node = outline(text)?;
    let fields = node.fields()?;
    let mut names: Vec<String> = fields.iter().map(Field::label).collect();
    let mut added = Vec::new();
    for (name, text) in more {
        if !is_identifier(name) {
            return None;
        }
        let label = name.strip_prefix("r#").unwrap_or(name);
        let end = value(text)?.end();
        if names.iter().any(|known| known == label) {
            continue;
        }
        names.push(label.to_owned());
        // A comment to the end of the line would take the comma or the bracket that follows with it.
        let open_comment = text.get(end..).is_some_and(|after| after.contains("//")) && !text.ends_with('\n');
        added.push(format!("{name}: {text}{}", if open_comment { "\n" } else { "" }));
    }
    let own: Vec<_> = fields.iter().map(|field| (&field.value, field.value.text.to_owned())).collect();
    let (before, after) = (text.get(..node.start)?, text.get(node.end()..)?);
    Some([before, &node.with(&own, &added), after].concat())
}
