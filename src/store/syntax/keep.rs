//! What a newer program wrote, kept through an edit by this one.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::syntax::parser::document;
use crate::store::syntax::{Field, Kind, Node};

/// What tells the items of a list apart, the best first.
const IDENTITY: [&str; 5] = ["id", "key", "at", "name", "item"];
/// Two items with different ones of these are never the same item.
const FIRM: [&str; 2] = ["id", "key"];

/// `new`, with everything that is in `old` and not in `known`.
///
/// `old` is a record as it was found, `known` what this program makes of it when it reads and writes it, and `new`
/// what it writes after an edit. Where the edit changed nothing, the text is that of `old`, to the byte.
pub(crate) fn keep_unknown(old: &str, known: &str, new: &str) -> Option<String> {
    let (was, knew, now) = (document(old)?, document(known)?, document(new)?);
    if same(&knew, &now) {
        return Some(old.to_owned());
    }
    // Comments before and after a record belong to it.
    let around =
        |text: &str, node: &Node<'_>| Some((text.get(..node.start)?.to_owned(), text.get(node.end()..)?.to_owned()));
    let ((old_head, old_tail), (head, tail)) = (around(old, &was)?, around(new, &now)?);
    let either = |old: String, new: String| if old.trim().is_empty() { new } else { old };
    Some(either(old_head, head) + &merge(&was, Some(&knew), &now) + &either(old_tail, tail))
}

/// Whether two values are the same but for their layout.
fn same(one: &Node<'_>, other: &Node<'_>) -> bool {
    one.text == other.text || one.tokens() == other.tokens()
}

/// `known` is `None` where it was left out because it says nothing: a struct without fields, a list without items.
fn merge(old: &Node<'_>, known: Option<&Node<'_>>, new: &Node<'_>) -> String {
    if known.is_some_and(|known| same(known, new)) {
        return old.text.to_owned();
    }
    if let (Some(knew), Some(now)) = (known.and_then(Node::some), new.some()) {
        // A person may have left out the `Some`.
        let was = old.some().unwrap_or(old);
        return new.with(&[(now, merge(was, Some(knew), now))], &[]);
    }
    if !of_one_name(old, known, new) {
        return new.text.to_owned();
    }
    for parts in [Node::fields, Node::entries] {
        let knew = known.map_or(Some(&[][..]), parts);
        if let (Some(was), Some(knew), Some(now)) = (parts(old), knew, parts(new)) {
            return merge_fields(new, was, knew, now);
        }
    }
    let knew = known.map_or(Some(&[][..]), Node::items);
    if let (Some(was), Some(knew), Some(now)) = (old.items(), knew, new.items()) {
        return merge_items(new, was, knew, now);
    }
    match (&old.kind, known.map(|known| &known.kind), &new.kind) {
        (Kind::Tuple(was), Some(Kind::Tuple(knew)), Kind::Tuple(now))
            if was.len() == knew.len() && knew.len() == now.len() =>
        {
            let merged = was.iter().zip(knew).zip(now).map(|((was, knew), now)| (now, merge(was, Some(knew), now)));
            new.with(&merged.collect::<Vec<_>>(), &[])
        }
        _ => new.text.to_owned(),
    }
}

/// Variants of different names have nothing in common. The name of a struct may be left out.
fn of_one_name(old: &Node<'_>, known: Option<&Node<'_>>, new: &Node<'_>) -> bool {
    let mut names: Vec<_> = [Some(old), known, Some(new)].into_iter().flatten().map(|node| node.name).collect();
    names.retain(|name| !name.is_empty());
    names.windows(2).all(|two| two.first() == two.last())
}

type Fields<'a, 'b> = BTreeMap<String, &'b Field<'a>>;

fn by_label<'a, 'b>(fields: &'b [Field<'a>]) -> Fields<'a, 'b> {
    fields.iter().map(|field| (field.label(), field)).collect()
}

fn merge_fields(new: &Node<'_>, was: &[Field<'_>], knew: &[Field<'_>], now: &[Field<'_>]) -> String {
    let (was_by, knew_by, now_by) = (by_label(was), by_label(knew), by_label(now));
    let mut values = Vec::new();
    for field in now {
        let label = field.label();
        let merged = match was_by.get(&label) {
            Some(old) => merge(&old.value, knew_by.get(&label).map(|known| &known.value), &field.value),
            None => field.value.text.to_owned(),
        };
        values.push((&field.value, merged));
    }
    new.with(&values, &unknown_fields(was, &knew_by, &now_by))
}

/// What is left of a value when all that is known of it was cleared. Such a value is not written, as it says nothing
/// here, but what is not known of it was not cleared. A variant, or a value in `Some`, goes as a whole.
fn unknown_in(old: &Node<'_>, known: &Node<'_>) -> Option<String> {
    if let (Some(was), Some(knew)) = (old.items(), known.items()) {
        let rest = unknown_items(was, &origins(was, knew));
        return (!rest.is_empty()).then(|| format!("[{}]", rest.join(", ")));
    }
    let (Some(was), Some(knew), "") = (old.fields(), known.fields(), known.name) else { return None };
    let rest = unknown_fields(was, &by_label(knew), &BTreeMap::new());
    (!rest.is_empty()).then(|| format!("{}({})", old.name, rest.join(", ")))
}

/// Of fields that are not in `now`, what is not in `knew`.
fn unknown_fields(was: &[Field<'_>], knew: &Fields<'_, '_>, now: &Fields<'_, '_>) -> Vec<String> {
    let mut unknown = Vec::new();
    for field in was {
        let label = field.label();
        if now.contains_key(&label) {
            continue;
        }
        match knew.get(&label) {
            None => unknown.push(field.text.to_owned()),
            Some(known) => {
                let rest = unknown_in(&field.value, &known.value);
                unknown.extend(rest.map(|rest| format!("{}: {rest}", field.key.text)));
            }
        }
    }
    unknown
}

/// The items of which no known one was made. Where some known item came from nowhere, that cannot be told.
fn unknown_items(was: &[Node<'_>], origins: &[Option<usize>]) -> Vec<String> {
    if origins.iter().any(Option::is_none) {
        return Vec::new();
    }
    let origins: BTreeSet<usize> = origins.iter().flatten().copied().collect();
    let unknown = was.iter().enumerate().filter(|(index, _)| !origins.contains(index));
    unknown.map(|(_, item)| item.text.to_owned()).collect()
}

fn merge_items(new: &Node<'_>, was: &[Node<'_>], knew: &[Node<'_>], now: &[Node<'_>]) -> String {
    let old_of = origins(was, knew);
    let mut values = Vec::new();
    for (item, known) in now.iter().zip(partners(knew, now)) {
        let known = known.and_then(|index| Some((knew.get(index)?, was.get((*old_of.get(index)?)?)?)));
        let merged = known.map_or_else(|| item.text.to_owned(), |(knew, was)| merge(was, Some(knew), item));
        values.push((item, merged));
    }
    new.with(&values, &unknown_items(was, &old_of))
}

/// For every known item the old one it was made of: as a rule the one in its place, unless items were left out.
fn origins(was: &[Node<'_>], knew: &[Node<'_>]) -> Vec<Option<usize>> {
    if was.len() == knew.len() {
        return (0..was.len()).map(Some).collect();
    }
    let name =
        |node: &Node<'_>| identity(node).map_or_else(|| node.label(), |(field, value)| format!("{field}:{value}"));
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, item) in was.iter().enumerate().rev() {
        places.entry(name(item)).or_default().push(index);
    }
    knew.iter().map(|item| places.get_mut(&name(item)).and_then(Vec::pop)).collect()
}

/// For every new item the known one it was: one that is the same, one of the same identity, or the one in its place.
fn partners(knew: &[Node<'_>], now: &[Node<'_>]) -> Vec<Option<usize>> {
    let mut pairs = Pairs { known: vec![None; knew.len()], new: vec![None; now.len()] };
    let tokens = |nodes: &[Node<'_>]| nodes.iter().map(Node::tokens).collect::<Vec<_>>();
    let (knew_tokens, now_tokens) = (tokens(knew), tokens(now));
    for (index, (known, new)) in knew_tokens.iter().zip(&now_tokens).enumerate() {
        if known == new {
            pairs.join(index, index);
        }
    }
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, tokens) in knew_tokens.iter().enumerate().rev() {
        if pairs.known.get(index) == Some(&None) {
            places.entry(tokens).or_default().push(index);
        }
    }
    for (index, tokens) in now_tokens.iter().enumerate() {
        if pairs.new.get(index) == Some(&None)
            && let Some(known) = places.get_mut(tokens.as_str()).and_then(Vec::pop)
        {
            pairs.join(known, index);
        }
    }
    let (known_names, mut new_names) = (names(knew, &pairs.known), names(now, &pairs.new));
    for (name, known) in known_names {
        if let (Some(known), Some(Some(new))) = (known, new_names.remove(&name)) {
            pairs.join(known, new);
        }
    }
    if knew.len() == now.len() {
        for (index, (known, new)) in knew.iter().zip(now).enumerate() {
            let free = pairs.known.get(index) == Some(&None) && pairs.new.get(index) == Some(&None);
            let other = [known, new].map(|node| identity(node).filter(|(field, _)| FIRM.contains(field)));
            if free && other.iter().all(Option::is_none) {
                pairs.join(index, index);
            }
        }
    }
    pairs.new
}

/// Which known item belongs to which new one.
struct Pairs {
    known: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

impl Pairs {
    fn join(&mut self, known: usize, new: usize) {
        if let (Some(one), Some(other)) = (self.known.get_mut(known), self.new.get_mut(new)) {
            (*one, *other) = (Some(new), Some(known));
        }
    }
}

/// What the items that have no partner are called; `None` where two are called the same.
fn names(nodes: &[Node<'_>], partners: &[Option<usize>]) -> BTreeMap<(&'static str, String), Option<usize>> {
    let mut names = BTreeMap::new();
    for (index, (node, partner)) in nodes.iter().zip(partners).enumerate() {
        if let (None, Some(name)) = (partner, identity(node)) {
            names.entry(name).and_modify(|index| *index = None).or_insert(Some(index));
        }
    }
    names
}

/// What an item is called among its like.
fn identity(node: &Node<'_>) -> Option<(&'static str, String)> {
    let fields = node.some().unwrap_or(node).fields()?;
    IDENTITY.iter().find_map(|name| {
        let field = fields.iter().find(|field| field.label() == *name)?;
        Some((*name, field.value.label()))
    })
}
