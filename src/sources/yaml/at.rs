//! A value that remembers where it stood.

use std::borrow::Cow;
use std::cell::Cell;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

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
        let spanned = serde_saphyr::Spanned::<T>::deserialize(deserializer)?;
        let range = super::tree::byte_range(spanned.referenced);
        let offset = OFFSET.get();
        Ok(At { value: spanned.value, start: offset + range.start, end: offset + range.end })
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
