//! From a tree that fits its schema to a typed value. The tree was parsed once; parsing the text again for the types
//! would cost as much as everything else that is done to read a file.

use std::fmt;
use std::ops::Range;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::Value;

use super::tree::{Kind, MapEntry, Node};

/// Name under which a value asks for its place: it then comes as a list of first byte, one past the last, and value.
pub(super) const PLACED: &str = "ouderwijzer::At";

/// Why a tree is not a value of a type. A tree that fits its schema is one, so this is a mistake of ours.
#[derive(Debug)]
pub(super) struct NotTyped {
    reason: String,
    /// Innermost value that was being read.
    pub(super) range: Option<Range<usize>>,
}

impl fmt::Display for NotTyped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for NotTyped {}

impl serde::de::Error for NotTyped {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        NotTyped { reason: reason.to_string(), range: None }
    }
}

/// Reads a tree as `T`.
pub(super) fn typed<T: DeserializeOwned>(tree: &Node) -> Result<T, NotTyped> {
    read(tree, std::marker::PhantomData::<T>)
}

fn read<'de, S: DeserializeSeed<'de>>(node: &'de Node, seed: S) -> Result<S::Value, NotTyped> {
    seed.deserialize(Typed { node }).map_err(|error| {
        let range = error.range.or_else(|| Some(node.range.clone()));
        NotTyped { range, ..error }
    })
}

/// A node that is read as a type.
struct Typed<'de> {
    node: &'de Node,
}

impl<'de> Deserializer<'de> for Typed<'de> {
    type Error = NotTyped;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTyped> {
        match &self.node.kind {
            Kind::Scalar(value) => scalar(value, visitor),
            Kind::List(items) => visitor.visit_seq(Items { rest: items.iter() }),
            Kind::Map(entries) => visitor.visit_map(Fields { rest: entries.iter(), value: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTyped> {
        match &self.node.kind {
            Kind::Scalar(Value::Null) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, NotTyped> {
        if name != PLACED {
            return visitor.visit_newtype_struct(self);
        }
        let range = self.node.range.clone();
        visitor.visit_seq(Placed { range, value: Some(Placement::Node(self.node)), next: 0 })
    }

    /// A choice without values is a word.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotTyped> {
        match &self.node.kind {
            Kind::Scalar(Value::String(word)) => visitor.visit_enum(StrDeserializer::new(word)),
            _ => Err(serde::de::Error::invalid_type(Unexpected::Other("a list or a block"), &visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

fn scalar<'de, V: Visitor<'de>>(value: &'de Value, visitor: V) -> Result<V::Value, NotTyped> {
    match value {
        Value::Null => visitor.visit_unit(),
        Value::Bool(value) => visitor.visit_bool(*value),
        Value::String(text) => visitor.visit_borrowed_str(text),
        Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), _, _) => visitor.visit_u64(number),
            (_, Some(number), _) => visitor.visit_i64(number),
            (_, _, number) => visitor.visit_f64(number.unwrap_or_default()),
        },
        Value::Array(_) | Value::Object(_) => unreachable!("lists and blocks are kinds of their own"),
    }
}

struct Items<'de> {
    rest: std::slice::Iter<'de, Node>,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = NotTyped;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotTyped> {
        self.rest.next().map(|node| read(node, seed)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

struct Fields<'de> {
    rest: std::slice::Iter<'de, MapEntry>,
    value: Option<&'de Node>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = NotTyped;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotTyped> {
        let Some(entry) = self.rest.next() else { return Ok(None) };
        self.value = Some(&entry.node);
        seed.deserialize(KeyOf { entry }).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotTyped> {
        let node = self.value.take().expect("serde asks for a value after its key");
        read(node, seed)
    }
}

/// A key, which may ask for its place too.
struct KeyOf<'de> {
    entry: &'de MapEntry,
}

impl<'de> Deserializer<'de> for KeyOf<'de> {
    type Error = NotTyped;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTyped> {
        visitor.visit_borrowed_str(&self.entry.key)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, NotTyped> {
        if name != PLACED {
            return visitor.visit_newtype_struct(self);
        }
        let range = self.entry.key_range.clone();
        visitor.visit_seq(Placed { range, value: Some(Placement::Key(self.entry)), next: 0 })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotTyped> {
        visitor.visit_enum(StrDeserializer::new(&self.entry.key))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}

/// What stands at a place.
enum Placement<'de> {
    Node(&'de Node),
    Key(&'de MapEntry),
}

/// A value with its place, as a list of three.
struct Placed<'de> {
    range: Range<usize>,
    value: Option<Placement<'de>>,
    next: u8,
}

impl<'de> SeqAccess<'de> for Placed<'de> {
    type Error = NotTyped;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotTyped> {
        self.next += 1;
        let number = |at: usize| serde::de::value::U64Deserializer::new(at as u64);
        match self.next {
            1 => seed.deserialize(number(self.range.start)).map(Some),
            2 => seed.deserialize(number(self.range.end)).map(Some),
            _ => match self.value.take() {
                Some(Placement::Node(node)) => read(node, seed).map(Some),
                Some(Placement::Key(entry)) => seed.deserialize(KeyOf { entry }).map(Some),
                None => Ok(None),
            },
        }
    }
}

/// Reads first byte, one past the last, and value.
pub(super) fn placed<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(mut list: A) -> Result<(usize, usize, T), A::Error> {
    let missing = || serde::de::Error::custom("a place without a value");
    let start = list.next_element()?.ok_or_else(missing)?;
    let end = list.next_element()?.ok_or_else(missing)?;
    let value = list.next_element()?.ok_or_else(missing)?;
    Ok((start, end, value))
}
