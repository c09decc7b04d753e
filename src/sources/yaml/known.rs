//! A value that may be `onbekend`. Unknown is a value: it is shown, with a question to ask (fact M-R4).

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, SeqAccess, Visitor, value};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// The word that stands for a value that nobody knows.
pub(super) const UNKNOWN: &str = "onbekend";

/// A value, or `onbekend`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known<T> {
    /// The value.
    Value(T),
    /// Nobody knows.
    Unknown,
}

impl<T> Known<T> {
    /// The value, when it is known.
    pub fn value(&self) -> Option<&T> {
        match self {
            Known::Value(value) => Some(value),
            Known::Unknown => None,
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Known<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KnownVisitor(PhantomData))
    }
}

struct KnownVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for KnownVisitor<T> {
    type Value = Known<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "een waarde of `{UNKNOWN}`")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Known<T>, E> {
        if text == UNKNOWN {
            return Ok(Known::Unknown);
        }
        T::deserialize(value::StrDeserializer::new(text)).map(Known::Value)
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Known<T>, E> {
        T::deserialize(value::U64Deserializer::new(number)).map(Known::Value)
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Known<T>, E> {
        T::deserialize(value::I64Deserializer::new(number)).map(Known::Value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Known<T>, A::Error> {
        T::deserialize(value::SeqAccessDeserializer::new(items)).map(Known::Value)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Known<T>, A::Error> {
        T::deserialize(value::MapAccessDeserializer::new(entries)).map(Known::Value)
    }
}

impl<T: JsonSchema> JsonSchema for Known<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Known_{}", T::schema_name()).into()
    }

    /// For plain text `onbekend` is one of the texts: a mark says that it means something.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut inner = generator.subschema_for::<T>();
        let fields = inner.ensure_object();
        let plain_text = fields.get("type") == Some(&Value::String("string".to_owned())) && !fields.contains_key("pattern");
        if plain_text {
            fields.insert("x-onbekend".to_owned(), Value::Bool(true));
            return inner;
        }
        json_schema!({ "anyOf": [inner, { "const": UNKNOWN }] })
    }
}
