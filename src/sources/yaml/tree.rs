//! Untyped YAML in which every key and value knows its place.

use std::fmt;
use std::ops::Range;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};
use serde_saphyr::{Location, Spanned};

/// A value with its place, as byte offsets inside the YAML text.
#[derive(Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) range: Range<usize>,
    pub(super) kind: Kind,
}

/// What a node is.
#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    Scalar(Value),
    List(Vec<Node>),
    Map(Vec<MapEntry>),
}

/// A key with its place, and its value.
#[derive(Debug, PartialEq)]
pub(super) struct MapEntry {
    pub(super) key: String,
    pub(super) key_range: Range<usize>,
    pub(super) node: Node,
}

/// A text of a YAML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextValue {
    /// The keys that lead to it.
    pub path: Vec<String>,
    /// The value.
    pub text: String,
    /// Its bytes in the YAML text.
    pub range: Range<usize>,
}

/// Where a library location lies in the text.
pub(crate) fn byte_range(location: Location) -> Range<usize> {
    let start = usize::try_from(location.span().byte_offset().unwrap_or(0)).unwrap_or(0);
    let length = usize::try_from(location.span().byte_len().unwrap_or(0)).unwrap_or(0);
    start..start + length
}

impl Node {
    /// The same tree as JSON, to hold it against a schema.
    pub(crate) fn to_json(&self) -> Value {
        match &self.kind {
            Kind::Scalar(value) => value.clone(),
            Kind::List(items) => Value::Array(items.iter().map(Node::to_json).collect()),
            Kind::Map(entries) => {
                let fields: Map<String, Value> =
                    entries.iter().map(|entry| (entry.key.clone(), entry.node.to_json())).collect();
                Value::Object(fields)
            }
        }
    }

    /// The node that a JSON pointer (`/duur/maximum`) leads to; the deepest one on the way when it leads nowhere.
    pub(crate) fn follow(&self, pointer: &str) -> &Node {
        pointer.split('/').skip(1).fold(self, |node, part| node.child(&unescape(part)).unwrap_or(node))
    }

    /// Place of a key of this map.
    pub(crate) fn key_range(&self, name: &str) -> Option<Range<usize>> {
        let Kind::Map(entries) = &self.kind else { return None };
        entries.iter().find(|entry| entry.key == name).map(|entry| entry.key_range.clone())
    }

    /// Shows all texts in this node.
    pub(crate) fn each_text(&self, see: &mut impl FnMut(&Node)) {
        match &self.kind {
            Kind::Scalar(Value::String(_)) => see(self),
            Kind::Scalar(_) => {}
            Kind::List(items) => items.iter().for_each(|item| item.each_text(see)),
            Kind::Map(entries) => entries.iter().for_each(|entry| entry.node.each_text(see)),
        }
    }

    /// All texts below this node, each with the keys that lead to it.
    pub(crate) fn texts_with_keys(&self, path: &mut Vec<String>, found: &mut Vec<TextValue>) {
        match &self.kind {
            Kind::Scalar(Value::String(text)) => {
                found.push(TextValue { path: path.clone(), text: text.clone(), range: self.range.clone() });
            }
            Kind::Scalar(_) => {}
            Kind::List(items) => items.iter().for_each(|item| item.texts_with_keys(path, found)),
            Kind::Map(entries) => {
                for entry in entries {
                    path.push(entry.key.clone());
                    entry.node.texts_with_keys(path, found);
                    path.pop();
                }
            }
        }
    }

    fn child(&self, part: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Scalar(_) => None,
            Kind::List(items) => part.parse::<usize>().ok().and_then(|index| items.get(index)),
            Kind::Map(entries) => entries.iter().find(|entry| entry.key == part).map(|entry| &entry.node),
        }
    }
}

/// Undoes the two escapes of a JSON pointer.
pub(crate) fn unescape(part: &str) -> String {
    part.replace("~1", "/").replace("~0", "~")
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Kind>::deserialize(deserializer)?;
        Ok(Node { range: byte_range(spanned.referenced), kind: spanned.value })
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KindVisitor)
    }
}

struct KindVisitor;

impl<'de> Visitor<'de> for KindVisitor {
    type Value = Kind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Kind, E> {
        Ok(Kind::Scalar(Value::Null))
    }

    fn visit_none<E>(self) -> Result<Kind, E> {
        Ok(Kind::Scalar(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Kind, E> {
        Ok(Kind::Scalar(Value::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Kind, E> {
        Ok(Kind::Scalar(Value::Number(value.into())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Kind, E> {
        Ok(Kind::Scalar(Value::Number(value.into())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Kind, E> {
        Ok(Kind::Scalar(Number::from_f64(value).map_or(Value::Null, Value::Number)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Kind, E> {
        Ok(Kind::Scalar(Value::String(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Kind, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Kind::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kind, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, node)) = map.next_entry::<Spanned<String>, Node>()? {
            entries.push(MapEntry { key_range: byte_range(key.referenced), key: key.value, node });
        }
        Ok(Kind::Map(entries))
    }
}
