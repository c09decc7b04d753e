//! A value that is a text or a block of keys.

/// Deserializes and describes a value that is a text or a block of keys.
macro_rules! text_or_block {
    ($name:ident, $block:ty, $text:expr, $make:expr, $help:literal) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Both;
                impl<'de> Visitor<'de> for Both {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($help)
                    }
                    fn visit_str<E>(self, text: &str) -> Result<$name, E> {
                        Ok($text(text.to_owned()))
                    }
                    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$name, A::Error> {
                        <$block>::deserialize(value::MapAccessDeserializer::new(map)).map($make)
                    }
                }
                deserializer.deserialize_any(Both)
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            /// `if` and not `anyOf`: a mistake inside a block is then reported at its own place.
            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "if": { "type": "object" },
                    "then": generator.subschema_for::<$block>(),
                    "else": { "type": "string" }
                })
            }
        }
    };
}

pub(super) use text_or_block;
