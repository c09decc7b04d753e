//! A value that remembers where it stood.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::typed::{PLACED, placed};
use crate::diag::{FileId, Span};

thread_local! {
    /// First byte of the YAML inside its file while that file is being read (front matter does not start at 0).
    static OFFSET: Cell<usize> = const { Cell::new(0) };
}

/// Runs `read` for YAML that starts at byte `offset` of its file.
pub(crate) fn with_offset<R>(offset: usize, read: impl FnOnce() -> R) -> R {
    OFFSET.set(offset);
    let result = read();
    OFFSET.set(0);
    result
}

/// A value and the bytes of its file where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    start: usize,
    end: usize,
}

impl<T> At<T> {
    /// First byte and one past the last.
    pub fn range(&self) -> (usize, usize) {
        (self.start, self.end)
    }

    /// The place in `file`.
    pub fn span(&self, file: FileId) -> Span {
        Span::new(file, self.start, self.end)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(PLACED, AtVisitor(PhantomData))
    }
}

struct AtVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for AtVisitor<T> {
    type Value = At<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("een waarde met haar plaats")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<At<T>, A::Error> {
        let (start, end, value) = placed(list)?;
        let offset = OFFSET.get();
        Ok(At { value, start: offset + start, end: offset + end })
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}
