//! From text to nodes. Takes what the `ron` crate takes.

use crate::store::syntax::{Field, Kind, Node};

/// Deeper than this nothing is followed, so that no text can exhaust the stack. Readers of RON stop at half of it.
pub(super) const MAX_DEPTH: usize = 128;

/// The value of a whole document: comments, attributes and a byte order mark may stand before it.
pub(super) fn document(text: &str) -> Option<Node<'_>> {
    let mut parser = Parser::new(text);
    parser.header()?;
    parser.last_value()
}

/// The same, with the parts of its value, but not the parts of those: for reading much text of which little is asked.
pub(super) fn outline(text: &str) -> Option<Node<'_>> {
    let mut parser = Parser { levels: 1, ..Parser::new(text) };
    parser.header()?;
    parser.last_value()
}

/// The value that a text is: comments may stand around it.
pub(super) fn value(text: &str) -> Option<Node<'_>> {
    let mut parser = Parser::new(text);
    parser.trivia()?;
    parser.last_value()
}

/// Whether this can be the name of a field.
pub(super) fn is_identifier(text: &str) -> bool {
    !text.is_empty() && Parser::new(text).identifier() == text
}

/// The bytes that the inside of a string or character stands for.
pub(super) fn unescape(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let mut chars = after.chars();
        let escape = chars.next()?;
        rest = chars.as_str();
        match escape {
            '\\' => bytes.push(b'\\'),
            '\'' => bytes.push(b'\''),
            '"' => bytes.push(b'"'),
            'n' => bytes.push(b'\n'),
            'r' => bytes.push(b'\r'),
            't' => bytes.push(b'\t'),
            '0' => bytes.push(0),
            'x' => {
                bytes.push(u8::try_from(hex(rest.get(..2)?)?).ok()?);
                rest = rest.get(2..)?;
            }
            'u' => {
                let (digits, after) = rest.strip_prefix('{')?.split_once('}')?;
                let letter = char::from_u32(hex(digits)?)?;
                bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                rest = after;
            }
            '\n' => rest = rest.trim_start_matches([' ', '\t', '\n', '\r']),
            '\r' if rest.starts_with('\n') => rest = rest.trim_start_matches([' ', '\t', '\n', '\r']),
            _ => return None,
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    Some(bytes)
}

fn hex(digits: &str) -> Option<u32> {
    let fits = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}

fn is_white(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_in_name(letter: char) -> bool {
    letter == '_' || letter.is_alphanumeric()
}

/// A place in a text. What reads on answers `None` where the text is not what it should be; the place is then as far
/// as was read.
pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// How deep parts are remembered.
    levels: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self::at(text, 0)
    }

    pub(super) fn at(text: &'a str, at: usize) -> Self {
        Self { text, at, levels: MAX_DEPTH }
    }

    fn remembers(&self, depth: usize) -> bool {
        MAX_DEPTH.saturating_sub(depth) <= self.levels
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes this, if it is what comes next.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let comes = self.rest().starts_with(text);
        if comes {
            self.at += text.len();
        }
        comes
    }

    /// Takes the letters that come next, as far as they are of this kind.
    fn take(&mut self, is_kind: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let taken = rest.find(|letter| !is_kind(letter)).and_then(|end| rest.get(..end)).unwrap_or(rest);
        self.at += taken.len();
        taken
    }

    /// Takes everything up to the end of this, if it still comes. Zero bytes are what a crash left, not text.
    fn through(&mut self, end: &str) -> Option<&'a str> {
        let rest = self.rest();
        let Some(taken) = rest.find(end).and_then(|found| rest.get(..found)) else {
            self.at = self.text.len();
            return None;
        };
        self.at += taken.len() + end.len();
        (!taken.contains('\0')).then_some(taken)
    }

    /// Space and comments.
    pub(super) fn trivia(&mut self) -> Option<()> {
        loop {
            self.take(is_white);
            if self.eat("//") {
                if self.take(|letter| letter != '\n').contains('\0') {
                    return None;
                }
            } else if self.eat("/*") {
                let mut open = 1_usize;
                while open > 0 {
                    self.take(|letter| !matches!(letter, '/' | '*' | '\0'));
                    if self.eat("/*") {
                        open += 1;
                    } else if self.eat("*/") {
                        open -= 1;
                    } else if !self.eat("/") && !self.eat("*") {
                        return None;
                    }
                }
            } else {
                return Some(());
            }
        }
    }

    /// What may stand before the value of a document.
    pub(super) fn header(&mut self) -> Option<()> {
        self.eat("\u{feff}");
        self.trivia()?;
        while self.eat("#") {
            self.trivia()?;
            let opens = self.eat("!") && self.trivia().is_some() && self.eat("[");
            opens.then_some(())?;
            loop {
                self.trivia()?;
                if self.eat("]") {
                    break;
                }
                if !["(", ")", ",", "="].iter().any(|sign| self.eat(sign)) && self.identifier().is_empty() {
                    self.scalar()?;
                }
            }
            self.trivia()?;
        }
        Some(())
    }

    fn last_value(&mut self) -> Option<Node<'a>> {
        let node = self.value()?;
        self.trivia()?;
        (self.at == self.text.len()).then_some(node)
    }

    /// One value, from its first byte to its last.
    pub(super) fn value(&mut self) -> Option<Node<'a>> {
        self.node(MAX_DEPTH)
    }

    fn node(&mut self, depth: usize) -> Option<Node<'a>> {
        let depth = depth.checked_sub(1)?;
        let start = self.at;
        let name = self.identifier();
        let name_end = self.at;
        if !name.is_empty() {
            self.trivia()?;
        }
        let inside = self.at + 1;
        let kind = match self.peek() {
            Some('(') => self.parens(depth)?,
            _ if !name.is_empty() => {
                self.at = name_end;
                Kind::Plain
            }
            Some('[') => {
                self.at += 1;
                Kind::List(self.nodes("]", depth)?)
            }
            Some('{') => {
                self.at += 1;
                Kind::Map(self.pairs("}", |parser| parser.node(depth), depth)?)
            }
            _ => {
                self.scalar()?;
                Kind::Plain
            }
        };
        Some(Node { text: self.text.get(start..self.at)?, start, inside, name, kind })
    }

    fn parens(&mut self, depth: usize) -> Option<Kind<'a>> {
        self.at += 1;
        self.trivia()?;
        let first = self.at;
        let named = self.key().is_some() && self.trivia().is_some() && self.peek() == Some(':');
        self.at = first;
        if named {
            self.pairs(")", Self::key, depth).map(Kind::Struct)
        } else {
            self.nodes(")", depth).map(Kind::Tuple)
        }
    }

    /// The name of a field.
    pub(super) fn key(&mut self) -> Option<Node<'a>> {
        let start = self.at;
        let name = self.identifier();
        (!name.is_empty()).then_some(Node { text: name, start, inside: self.at, name, kind: Kind::Plain })
    }

    fn nodes(&mut self, close: &str, depth: usize) -> Option<Vec<Node<'a>>> {
        let mut nodes = Vec::new();
        loop {
            self.trivia()?;
            if self.eat(close) {
                return Some(nodes);
            }
            let node = self.node(depth)?;
            if self.remembers(depth) {
                nodes.push(node);
            }
            self.trivia()?;
            if !self.eat(",") {
                return self.eat(close).then_some(nodes);
            }
        }
    }

    fn pairs(
        &mut self,
        close: &str,
        key: impl Fn(&mut Self) -> Option<Node<'a>>,
        depth: usize,
    ) -> Option<Vec<Field<'a>>> {
        let mut pairs = Vec::new();
        loop {
            self.trivia()?;
            if self.eat(close) {
                return Some(pairs);
            }
            let start = self.at;
            let key = key(self)?;
            self.trivia()?;
            self.eat(":").then_some(())?;
            self.trivia()?;
            let value = self.node(depth)?;
            if self.remembers(depth) {
                pairs.push(Field { text: self.text.get(start..self.at)?, key, value });
            }
            self.trivia()?;
            if !self.eat(",") {
                return self.eat(close).then_some(pairs);
            }
        }
    }

    /// A name, or nothing where none comes next.
    pub(super) fn identifier(&mut self) -> &'a str {
        let rest = self.rest();
        let strings = ["b\"", "b'", "br\"", "br#", "r\"", "r#\"", "r##"];
        if rest.starts_with(['b', 'r']) && strings.iter().any(|string| rest.starts_with(string)) {
            return "";
        }
        let start = self.at;
        if self.eat("r#") {
            if self.take(|letter| is_in_name(letter) || matches!(letter, '.' | '+' | '-')).is_empty() {
                self.at = start;
            }
        } else if rest.starts_with(|letter: char| letter == '_' || letter.is_alphabetic()) {
            self.take(is_in_name);
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// A string, a character or a number.
    pub(super) fn scalar(&mut self) -> Option<()> {
        if self.eat("\"") || self.eat("b\"") {
            return self.quoted();
        }
        if self.eat("b'") || self.eat("'") {
            return self.character();
        }
        if self.eat("br") || self.eat("r") {
            let hashes = self.take(|letter| letter == '#');
            self.eat("\"").then_some(())?;
            return self.through(&format!("\"{hashes}")).map(|_| ());
        }
        let number = self.number().is_some();
        // A range is one value, too.
        if self.eat("..") {
            self.eat("=");
            let end = self.at;
            if self.number().is_none() {
                self.at = end;
            }
            return Some(());
        }
        number.then_some(())
    }

    fn quoted(&mut self) -> Option<()> {
        let start = self.at;
        let mut is_escaped = false;
        loop {
            self.take(|letter| !matches!(letter, '"' | '\\' | '\0'));
            let end = self.at;
            if self.eat("\"") {
                return (!is_escaped || unescape(self.text.get(start..end)?).is_some()).then_some(());
            }
            self.eat("\\").then_some(())?;
            self.at += self.peek()?.len_utf8();
            is_escaped = true;
        }
    }

    fn character(&mut self) -> Option<()> {
        let start = self.at;
        let first = self.peek().filter(|letter| *letter != '\0')?;
        self.at += first.len_utf8();
        if first == '\\' {
            self.at += self.peek()?.len_utf8();
            self.take(|letter| letter.is_ascii_hexdigit() || matches!(letter, '{' | '}'));
            unescape(self.text.get(start..self.at)?)?;
        }
        self.eat("'").then_some(())
    }

    fn number(&mut self) -> Option<()> {
        let _ = self.eat("+") || self.eat("-");
        let start = self.at;
        while !self.rest().starts_with("..") {
            let before = self.text.get(start..self.at)?;
            let exponent = before.ends_with(['e', 'E']) && !before.starts_with("0x");
            match self.peek() {
                Some('+' | '-') if exponent => self.at += 1,
                Some(letter) if letter == '.' || letter == '_' || letter.is_ascii_alphanumeric() => self.at += 1,
                _ => break,
            }
        }
        is_number(self.text.get(start..self.at)?).then_some(())
    }
}

/// Whether this is a number without its sign.
fn is_number(text: &str) -> bool {
    const TYPES: [&str; 12] = ["i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128", "f32", "f64"];
    let is_digits = |digits: &str, base: u32| {
        let digits = TYPES.iter().take(10).find_map(|suffix| digits.strip_suffix(suffix)).unwrap_or(digits);
        digits.starts_with(|digit: char| digit.is_digit(base))
            && digits.chars().all(|digit| digit == '_' || digit.is_digit(base))
    };
    for (prefix, base) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            return is_digits(digits, base);
        }
    }
    let number = TYPES.iter().find_map(|suffix| text.strip_suffix(suffix)).unwrap_or(text);
    matches!(number, "inf" | "NaN")
        || number.starts_with(|first: char| first == '.' || first.is_ascii_digit())
            && number.replace('_', "").parse::<f64>().is_ok()
}
