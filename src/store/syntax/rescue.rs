//! What can be had from a document that is damaged: cut short, or with something else in the midst of it.

use crate::store::syntax::parser::Parser;
use crate::store::syntax::{Kind, Node};

/// For each list that is a field of the document, its name and the text of those of its items that are whole.
///
/// An item that is not whole is passed over. The next one is looked for where items of this list begin: at the start
/// of a line, as far in as the others, or, in a list that is not written so, after the comma that follows.
pub(crate) fn whole_items(text: &str) -> Vec<(String, Vec<String>)> {
    let mut rescue = Rescue {
        parser: Parser::new(text),
        effort: text.len().saturating_mul(4),
        depth_of_fields: None,
        lists: vec![],
    };
    rescue.document();
    rescue.lists
}

struct Rescue<'a> {
    parser: Parser<'a>,
    /// How many bytes may yet be read in vain. Damage that looks like the start of something long in many places must
    /// not take for ever.
    effort: usize,
    /// How far in the fields of the document stand.
    depth_of_fields: Option<usize>,
    lists: Vec<(String, Vec<String>)>,
}

impl<'a> Rescue<'a> {
    fn document(&mut self) {
        if self.parser.header().is_none() {
            self.parser.at = 0;
        }
        let start = self.parser.at;
        self.parser.identifier();
        let opens = self.parser.trivia().is_some() && self.parser.eat("(");
        if !opens {
            self.parser.at = start;
        }
        while self.effort > 0 {
            let start = self.parser.at;
            let name = self.field_start();
            let whole = match &name {
                None => {
                    self.effort = self.effort.saturating_sub(self.parser.at - start);
                    false
                }
                Some(name) => {
                    self.depth_of_fields = self.depth(name.start).or(self.depth_of_fields);
                    if self.parser.eat("[") {
                        self.list(name.text);
                        true
                    } else {
                        self.attempt().is_some()
                    }
                }
            };
            if whole {
                self.space();
                self.parser.eat(",");
            } else {
                self.parser.at = start;
                if !self.seek_field() {
                    return;
                }
            }
        }
    }

    /// `name:`, and what stands around it.
    fn field_start(&mut self) -> Option<Node<'a>> {
        self.parser.trivia()?;
        let name = self.parser.key()?;
        self.parser.trivia()?;
        self.parser.eat(":").then_some(())?;
        self.parser.trivia()?;
        Some(name)
    }

    fn list(&mut self, name: &str) {
        let mut items = Vec::new();
        let inside = self.parser.at;
        let mut depth = None;
        while self.effort > 0 {
            self.space();
            if self.parser.eat("]") {
                break;
            }
            let start = self.parser.at;
            if depth.is_none() && self.at_struct() {
                depth = self.depth(start).filter(|depth| *depth > 0);
            }
            let mut resume = start;
            let item = self.attempt().filter(|item| !depth.is_some_and(|depth| self.has_swallowed(item, depth)));
            if let Some(item) = item {
                let end = self.parser.at;
                self.space();
                let comma = self.parser.eat(",");
                self.space();
                let of_one_kind =
                    item.text.ends_with(')') || !items.last().is_some_and(|last: &String| last.ends_with(')'));
                if of_one_kind && (self.at_end_of_item(depth) || self.is_whole(start, end, depth)) {
                    items.push(item.text.to_owned());
                    if comma || self.parser.rest().starts_with(']') {
                        continue;
                    }
                }
                resume = end;
            }
            self.parser.at = resume;
            if depth.is_none() && self.parser.text.get(inside..start).is_some_and(|before| before.contains('\n')) {
                // Nothing of this list is whole yet; its items stand once further in than the fields do.
                depth = self.depth_of_fields.filter(|depth| *depth > 0).map(|depth| depth * 2);
            }
            let found = match depth {
                Some(depth) => self.seek_item(depth),
                None => self.past_damage(),
            };
            if !found {
                break;
            }
        }
        match self.lists.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => known.append(&mut items),
            None => self.lists.push((name.to_owned(), items)),
        }
    }

    /// Whether what follows an item, and its comma, is what may follow one, and stands where it should.
    fn at_end_of_item(&self, depth: Option<usize>) -> bool {
        let here = self.depth(self.parser.at).filter(|_| depth.is_some());
        if self.parser.rest().starts_with(']') {
            return here.is_none() || here <= depth;
        }
        self.parser.at == self.parser.text.len() || self.at_struct() && (here.is_none() || here == depth)
    }

    /// Whether an item that has damage after it is whole, or the damage only happens to hold its bracket.
    fn is_whole(&self, start: usize, end: usize, depth: Option<usize>) -> bool {
        let (Some(item), Some(after)) = (self.parser.text.get(start..end), self.parser.text.get(end..)) else {
            return false;
        };
        if !item.ends_with(')') {
            return after.starts_with(',');
        }
        // The rest of an item that was closed too soon begins with a field.
        let mut ahead = Parser::at(self.parser.text, self.parser.at);
        if !ahead.identifier().is_empty() && ahead.rest().trim_start_matches([' ', '\t']).starts_with(':') {
            return false;
        }
        match depth {
            Some(_) if item.contains('\n') => self.depth(end - 1) == depth,
            Some(_) => after.trim_start_matches(',').trim_start_matches([' ', '\t']).starts_with(['\n', '\r']),
            None => true,
        }
    }

    /// Reads a value, if there is one.
    fn attempt(&mut self) -> Option<Node<'a>> {
        let start = self.parser.at;
        let value = self.parser.value();
        if value.is_none() {
            self.effort = self.effort.saturating_sub(self.parser.at - start);
        }
        value
    }

    /// Whether there is in it what stands where only another item stands, or another list: then some bracket that
    /// should have closed it was lost, and the next one that was found is not its own.
    fn has_swallowed(&self, node: &Node<'a>, depth: usize) -> bool {
        match &node.kind {
            Kind::Plain => false,
            Kind::Struct(fields) | Kind::Map(fields) => fields.iter().any(|field| {
                let is_list = matches!(field.value.kind, Kind::List(_)) && self.depth(field.key.start).is_some();
                is_list && self.depth(field.key.start) <= self.depth_of_fields
                    || self.has_swallowed(&field.value, depth)
            }),
            Kind::Tuple(items) => items.iter().any(|item| self.has_swallowed(item, depth)),
            Kind::List(items) => items.iter().any(|item| {
                item.text.ends_with(')') && self.depth(item.start) == Some(depth) || self.has_swallowed(item, depth)
            }),
        }
    }

    /// Passes over space and comments, unless they are damaged.
    fn space(&mut self) {
        let start = self.parser.at;
        if self.effort > 0 && self.parser.trivia().is_none() {
            self.effort = self.effort.saturating_sub(self.parser.at - start);
            self.parser.at = start;
        }
    }

    /// How far in something stands that is the first on its line.
    fn depth(&self, at: usize) -> Option<usize> {
        let before = self.parser.text.get(..at)?;
        let line = before.trim_end_matches([' ', '\t']);
        (line.is_empty() || line.ends_with('\n')).then(|| before.len() - line.len())
    }

    /// Goes to the first letter of the next line and says how far in that is.
    fn next_line(&mut self) -> Option<usize> {
        let Some(end) = self.parser.rest().find('\n') else {
            self.parser.at = self.parser.text.len();
            return None;
        };
        self.parser.at += end + 1;
        let line = self.parser.rest();
        let depth = line.len() - line.trim_start_matches([' ', '\t']).len();
        self.parser.at += depth;
        Some(depth)
    }

    /// Goes to the next line on which a list begins that is a field of the document.
    fn seek_field(&mut self) -> bool {
        while let Some(depth) = self.next_line() {
            if self.at_field(depth) {
                return true;
            }
        }
        false
    }

    /// Goes to the next line on which an item begins, unless the list ends before that.
    fn seek_item(&mut self, depth_of_items: usize) -> bool {
        while let Some(depth) = self.next_line() {
            if depth == depth_of_items && self.at_struct() {
                return true;
            }
            if depth < depth_of_items && (self.past_list_end() || self.at_field(depth)) {
                return false;
            }
        }
        false
    }

    /// Goes on to the next item by counting brackets, unless the list ends before that.
    fn past_damage(&mut self) -> bool {
        let mut open = 0_usize;
        while self.effort > 0 {
            self.space();
            let start = self.parser.at;
            match self.parser.peek() {
                None => break,
                Some('(' | '[' | '{') => open += 1,
                Some(']') if open == 0 => {
                    self.parser.at += 1;
                    return false;
                }
                Some(')' | ']' | '}') => open = open.saturating_sub(1),
                Some(',') if open == 0 => {
                    self.parser.at += 1;
                    self.space();
                    if self.at_struct() {
                        return true;
                    }
                    continue;
                }
                Some('"' | '\'') if self.parser.scalar().is_some() => continue,
                Some(_) => {}
            }
            self.parser.at =
                start + self.parser.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        }
        self.parser.at = self.parser.text.len();
        false
    }

    /// Takes the bracket that ends a list, if it is here and the line ends with it.
    fn past_list_end(&mut self) -> bool {
        let ends = self.parser.rest().strip_prefix(']').is_some_and(|after| {
            let line = after.trim_start_matches([',', ' ', '\t']);
            line.is_empty() || line.starts_with(['\r', '\n', '/']) || after.starts_with(')')
        });
        ends && self.parser.eat("]")
    }

    /// Whether a struct may begin here.
    fn at_struct(&self) -> bool {
        let mut ahead = Parser::at(self.parser.text, self.parser.at);
        ahead.identifier();
        ahead.rest().trim_start_matches([' ', '\t']).starts_with('(')
    }

    /// Whether a list begins here, so far in, that is a field of the document.
    fn at_field(&self, depth: usize) -> bool {
        if self.depth_of_fields.is_some_and(|of_fields| depth > of_fields) {
            return false;
        }
        let mut ahead = Parser::at(self.parser.text, self.parser.at);
        !ahead.identifier().is_empty()
            && ahead
                .rest()
                .trim_start_matches([' ', '\t'])
                .strip_prefix(':')
                .is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('['))
    }
}
