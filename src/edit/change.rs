//! Sets or removes one value in a YAML text, and touches nothing else.

use std::ops::Range;

use serde_json::{Map, Value};
use yaml_parser::{SyntaxKind, SyntaxNode, parse};

use super::EditError;
use super::order::{bytes, key_of};
use super::proof::{meaning, same_remarks};
use super::scalar::{behind_dash, behind_key, on_one_line};

/// The word that stands for a value that nobody knows.
const UNKNOWN: &str = "onbekend";

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Under this key.
    Key(String),
    /// The item with this number, from 0.
    Item(usize),
}

/// The text with `value` at `path`; blocks on the way that are not there yet are made, and an item that is one further
/// than the last is added.
///
/// # Errors
/// When there is no place for it, or when a remark would get lost: somebody then changes the file by hand.
pub fn set(text: &str, path: &[Step], value: &Value) -> Result<String, EditError> {
    let root = Place::of_text(text)?;
    let mut place = root;
    for (depth, step) in path.iter().enumerate() {
        match place.child(step) {
            Some(child) => place = child,
            // What nobody knew makes way for what somebody knows now.
            None if place.node.text() == UNKNOWN => {
                let changed = place.replace(text, &wrap(&path[depth..], value)?).ok_or(EditError::NoPlace)?;
                return proven(text, changed, path, Some(value));
            }
            None => {
                let changed = place.insert(text, step, &wrap(&path[depth + 1..], value)?)?;
                return proven(text, changed, path, Some(value));
            }
        }
    }
    let changed = place.replace(text, value).ok_or(EditError::NoPlace)?;
    proven(text, changed, path, Some(value))
}

/// The text without the value at `path`, and without the block or list around it when that would be empty. A text that
/// has no such value stays as it is.
///
/// # Errors
/// When a remark would get lost, or nothing would be left.
pub fn remove(text: &str, path: &[Step]) -> Result<String, EditError> {
    let mut places = vec![Place::of_text(text)?];
    for step in path {
        match places.last().and_then(|place| place.child(step)) {
            Some(child) => places.push(child),
            None => return Ok(text.to_owned()),
        }
    }
    let mut kept = path.len();
    while kept > 1 && places[kept - 1].entries().len() == 1 {
        kept -= 1;
    }
    let changed = places[kept - 1].without(text, &path[kept - 1]).ok_or(EditError::NoPlace)?;
    proven(text, changed, &path[..kept], None)
}

/// A value below the steps that are still to be made.
fn wrap(steps: &[Step], value: &Value) -> Result<Value, EditError> {
    let Some((step, rest)) = steps.split_first() else { return Ok(value.clone()) };
    let inner = wrap(rest, value)?;
    match step {
        Step::Key(key) => Ok(Value::Object(Map::from_iter([(key.clone(), inner)]))),
        Step::Item(0) => Ok(Value::Array(vec![inner])),
        Step::Item(_) => Err(EditError::NoPlace),
    }
}

/// Holds the result against what it should mean.
fn proven(before: &str, after: String, path: &[Step], value: Option<&Value>) -> Result<String, EditError> {
    let mut expected = meaning(before)?;
    put(&mut expected, path, value).ok_or(EditError::NoPlace)?;
    if meaning(&after)? != expected {
        return Err(EditError::OtherMeaning);
    }
    same_remarks(before, &after)?;
    Ok(after)
}

/// The same change in values without text.
fn put(tree: &mut Value, path: &[Step], value: Option<&Value>) -> Option<()> {
    let (step, rest) = path.split_first()?;
    if *tree == UNKNOWN {
        *tree = wrap(path, value?).ok()?;
        return Some(());
    }
    match (step, tree) {
        (Step::Key(key), Value::Object(fields)) => {
            if rest.is_empty() {
                match value {
                    Some(value) => fields.insert(key.clone(), value.clone()),
                    None => fields.shift_remove(key),
                };
                return Some(());
            }
            match fields.get_mut(key) {
                Some(inner) => put(inner, rest, value),
                None => {
                    fields.insert(key.clone(), wrap(rest, value?).ok()?);
                    Some(())
                }
            }
        }
        (Step::Item(index), Value::Array(items)) if rest.is_empty() && value.is_none() => {
            (*index < items.len()).then(|| items.remove(*index)).map(|_| ())
        }
        (Step::Item(index), Value::Array(items)) if *index == items.len() => {
            items.push(wrap(rest, value?).ok()?);
            Some(())
        }
        (Step::Item(index), Value::Array(items)) => match (rest.is_empty(), items.get_mut(*index)?) {
            (true, item) => {
                *item = value?.clone();
                Some(())
            }
            (false, item) => put(item, rest, value),
        },
        _ => None,
    }
}

/// A value in the tree of a text, with the entry or item that holds it.
struct Place {
    /// The entry (`key: value`) or item (`- value`); none for the whole file.
    holder: Option<SyntaxNode>,
    /// The map, the list or the scalar.
    node: SyntaxNode,
}

impl Place {
    fn of_text(text: &str) -> Result<Place, EditError> {
        let tree = parse(text).map_err(|_| EditError::NotReadable)?;
        let node = tree.descendants().find(|node| is_container(node.kind())).ok_or(EditError::NoPlace)?;
        Ok(Place { holder: None, node })
    }

    /// What a map or list holds.
    fn entries(&self) -> Vec<SyntaxNode> {
        let inner = [SyntaxKind::FLOW_MAP_ENTRIES, SyntaxKind::FLOW_SEQ_ENTRIES];
        let list = self.node.children().find(|child| inner.contains(&child.kind())).unwrap_or(self.node.clone());
        let kinds = [
            SyntaxKind::BLOCK_MAP_ENTRY,
            SyntaxKind::FLOW_MAP_ENTRY,
            SyntaxKind::BLOCK_SEQ_ENTRY,
            SyntaxKind::FLOW_SEQ_ENTRY,
        ];
        list.children().filter(|child| kinds.contains(&child.kind())).collect()
    }

    fn child(&self, step: &Step) -> Option<Place> {
        let holder = match step {
            Step::Key(key) => self.entries().into_iter().find(|entry| key_of(entry).as_ref() == Some(key))?,
            Step::Item(index) if self.is_list() => self.entries().into_iter().nth(*index)?,
            Step::Item(_) => return None,
        };
        let node = value_of(&holder)?;
        Some(Place { holder: Some(holder), node })
    }

    fn is_list(&self) -> bool {
        matches!(self.node.kind(), SyntaxKind::BLOCK_SEQ | SyntaxKind::FLOW_SEQ)
    }

    fn is_on_one_line(&self) -> bool {
        matches!(self.node.kind(), SyntaxKind::FLOW_MAP | SyntaxKind::FLOW_SEQ)
    }

    /// The text with another value in this place.
    fn replace(&self, text: &str, value: &Value) -> Option<String> {
        let holder = self.holder.as_ref()?;
        let whole = bytes(holder);
        let written = match holder.kind() {
            SyntaxKind::FLOW_MAP_ENTRY | SyntaxKind::FLOW_SEQ_ENTRY => {
                return Some(spliced(text, bytes(&self.node), &on_one_line(value, true)));
            }
            SyntaxKind::BLOCK_SEQ_ENTRY => behind_dash(value, column(text, whole.start)),
            _ => behind_key(value, column(text, whole.start)),
        };
        let sign = holder
            .children_with_tokens()
            .filter_map(|element| element.into_token())
            .find(|token| matches!(token.kind(), SyntaxKind::COLON | SyntaxKind::MINUS))?;
        Some(spliced(text, usize::from(sign.text_range().end())..whole.end, &written))
    }

    /// The text with a new entry behind the last one.
    fn insert(&self, text: &str, step: &Step, value: &Value) -> Result<String, EditError> {
        let entries = self.entries();
        let fits = match step {
            Step::Key(_) => !self.is_list() && is_container(self.node.kind()),
            Step::Item(index) => self.is_list() && *index == entries.len(),
        };
        let last = entries.last().filter(|_| fits).map(bytes).ok_or(EditError::NoPlace)?;
        if self.is_on_one_line() {
            let written = match step {
                Step::Key(key) => format!(", {key}: {}", on_one_line(value, true)),
                Step::Item(_) => format!(", {}", on_one_line(value, true)),
            };
            return Ok(spliced(text, last.end..last.end, &written));
        }
        let indent = column(text, entries.first().map(bytes).map_or(0, |first| first.start));
        let margin = " ".repeat(indent);
        let written = match step {
            Step::Key(key) => format!("\n{margin}{key}:{}", behind_key(value, indent)),
            Step::Item(_) => format!("\n{margin}-{}", behind_dash(value, indent)),
        };
        let end = text[last.end..].find('\n').map_or(text.len(), |at| last.end + at);
        Ok(spliced(text, end..end, &written))
    }

    /// The text without one entry. A remark behind it stays.
    fn without(&self, text: &str, step: &Step) -> Option<String> {
        let entries = self.entries();
        let index = match step {
            Step::Key(key) => entries.iter().position(|entry| key_of(entry).as_ref() == Some(key))?,
            Step::Item(index) => *index,
        };
        let ranges: Vec<Range<usize>> = entries.iter().map(bytes).collect();
        let gone = ranges.get(index)?.clone();
        let line = text[..gone.start].rfind('\n').map_or(0, |at| at + 1);
        let begins_a_line = text[line..gone.start].trim().is_empty();
        if self.is_on_one_line() || !begins_a_line {
            let whole = match (ranges.get(index + 1), index.checked_sub(1)) {
                (Some(next), _) => gone.start..next.start,
                (None, Some(before)) => ranges[before].end..gone.end,
                (None, None) => return None,
            };
            return Some(spliced(text, whole, ""));
        }
        let rest = text[gone.end..].lines().next().unwrap_or_default();
        if rest.trim().is_empty() {
            let end = (gone.end + rest.len() + 1).min(text.len());
            return Some(spliced(text, line..end, ""));
        }
        let remark = gone.end + rest.len() - rest.trim_start().len();
        Some(spliced(text, gone.start..remark, ""))
    }
}

fn is_container(kind: SyntaxKind) -> bool {
    matches!(kind, SyntaxKind::BLOCK_MAP | SyntaxKind::FLOW_MAP | SyntaxKind::BLOCK_SEQ | SyntaxKind::FLOW_SEQ)
}

/// The map, list or scalar of an entry or item.
fn value_of(holder: &SyntaxNode) -> Option<SyntaxNode> {
    let keys = [SyntaxKind::BLOCK_MAP_KEY, SyntaxKind::FLOW_MAP_KEY];
    let mut node = holder.children().find(|child| !keys.contains(&child.kind()))?;
    while !is_container(node.kind()) {
        match node.children().next() {
            Some(inner) => node = inner,
            None => break,
        }
    }
    Some(node)
}

/// The number of signs before a place on its line.
fn column(text: &str, place: usize) -> usize {
    let line = text[..place].rfind('\n').map_or(0, |at| at + 1);
    text[line..place].chars().count()
}

fn spliced(text: &str, range: Range<usize>, written: &str) -> String {
    format!("{}{written}{}", &text[..range.start], &text[range.end..])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Step, remove, set};
    use crate::edit::EditError;

    const TEXT: &str = "\
# Boven
gemeente: { naam: Leiden, code: GM0546 } # achter
duur:
  # waarom
  streef: 3 maanden
  bron: [P, \"Jw:2\"]
bijzonderheden:
  - tekst: >-
      Een lange
      tekst.
    bron: [P]
";

    fn path(words: &str) -> Vec<Step> {
        words.split('.').map(|word| word.parse().map_or_else(|_| Step::Key(word.to_owned()), Step::Item)).collect()
    }

    #[test]
    fn one_value_changes_and_nothing_else() {
        for (place, value, from, to) in [
            ("duur.streef", json!("6 maanden"), "streef: 3 maanden", "streef: 6 maanden"),
            ("gemeente.naam", json!("Den Haag"), "naam: Leiden", "naam: Den Haag"),
            ("duur.bron", json!(["P"]), "bron: [P, \"Jw:2\"]", "bron: [P]"),
            ("duur.bron.1", json!("Jw:3"), "\"Jw:2\"", "\"Jw:3\""),
            ("bijzonderheden.0.tekst", json!("Kort."), ">-\n      Een lange\n      tekst.", "Kort."),
        ] {
            assert_eq!(set(TEXT, &path(place), &value), Ok(TEXT.replace(from, to)), "{place}");
        }
    }

    #[test]
    fn a_new_value_comes_behind_the_others_of_its_block() {
        let set = |place, value| set(TEXT, &path(place), &value).expect("there is a place");
        assert!(set("duur.maximum", json!("geen")).contains("  bron: [P, \"Jw:2\"]\n  maximum: geen\nbijzonderheden"));
        assert!(
            set("gemeente.provincie", json!("Zuid-Holland")).contains("code: GM0546, provincie: Zuid-Holland } # achter")
        );
        assert!(set("overleg.kind_vanaf", json!(12)).ends_with("    bron: [P]\noverleg:\n  kind_vanaf: 12\n"));
        assert!(set("bijzonderheden.1.tekst", json!("Nog iets.")).ends_with("    bron: [P]\n  - tekst: Nog iets.\n"));
    }

    #[test]
    fn unknown_makes_way_for_a_block() {
        let text = "uitvoering:\n  organisaties: onbekend # nog\n  bron: [P]\n";
        let known = set(text, &path("uitvoering.organisaties.0.naam"), &json!("Wijkteam"));
        assert_eq!(known.as_deref(), Ok("uitvoering:\n  organisaties:\n    - naam: Wijkteam # nog\n  bron: [P]\n"));
    }

    #[test]
    fn what_is_removed_leaves_its_remarks() {
        let gone = remove(TEXT, &path("duur.streef")).expect("removed");
        assert_eq!(gone, TEXT.replace("  streef: 3 maanden\n", ""));
        let gone = remove(TEXT, &path("gemeente.naam")).expect("removed");
        assert_eq!(gone, TEXT.replace("naam: Leiden, ", ""));
        let gone = remove(TEXT, &path("bijzonderheden.0.tekst")).expect("removed");
        assert!(gone.ends_with("bijzonderheden:\n  - bron: [P]\n"), "{gone}");
        assert_eq!(remove(TEXT, &path("duur.maximum")), Ok(TEXT.to_owned()));
    }

    #[test]
    fn an_empty_block_goes_with_its_last_value() {
        let gone =
            remove(TEXT, &path("bijzonderheden.0.tekst")).and_then(|text| remove(&text, &path("bijzonderheden.0.bron")));
        assert!(gone.expect("removed").ends_with("bron: [P, \"Jw:2\"]\n"));
    }

    #[test]
    fn a_remark_inside_a_value_is_never_lost() {
        let text = "duur:\n  bron:\n    - P # de brief\n    - Q\n";
        assert_eq!(set(text, &path("duur.bron"), &json!(["P"])), Err(EditError::LostRemark));
        assert_eq!(set(text, &path("duur.bron.1"), &json!("R")), Ok(text.replace("Q", "R")));
    }
}
