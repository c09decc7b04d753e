//! Texts with a fixed form. The keyword `x-vorm` is Dutch: it is the help that an editor gets.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

macro_rules! form {
    ($(#[$doc:meta])* $name:ident, $pattern:literal, $help:literal $(, $format:literal)?) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The text as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern, "x-vorm": $help $(, "format": $format)? })
            }
        }
    };
}

form!(
    /// A day: `2026-11-22`. Whether the day exists is checked when it gets meaning.
    DateText, r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "een datum als `2026-11-22`: jaar, maand, dag"
);
form!(
    /// A key that names something: small letters, digits and hyphens.
    Key, r"^[a-z0-9]+(-[a-z0-9]+)*$", "een sleutel: kleine letters, cijfers en streepjes, zoals `holland-rijnland`"
);
form!(
    /// The ID of a fact.
    FactIdText, r"^[A-Z][A-Z0-9]*-[A-Z]?[0-9]+$", "een feitnummer als `C-02`"
);
form!(
    /// A source id, with or without a place in that source.
    Citation, r"^[A-Za-z0-9][^:\s]*(:\S.*)?$", "een bron als `Jw:7.3.4 lid 1` of `P:225`"
);
form!(
    /// An address on the web; only the safe protocol is accepted.
    Https,
    r"^https://([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}([/?#][^\s<>\x22]*)?$",
    "een adres als `https://www.leiden.nl`"
);
form!(
    /// Where a source lies: on the web, or in another source.
    FoundAt,
    r"^(https://([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}([/?#][^\s<>\x22]*)?|[A-Za-z0-9][A-Za-z0-9-]*(:[^\s/].*)?)$",
    "een adres dat begint met `https://`, of een plaats in een andere bron, zoals `P:242-244`"
);
form!(
    /// The CBS code of a municipality.
    MunicipalityCode, r"^GM[0-9]{4}$", "de code als `GM0546`: GM en vier cijfers"
);
form!(
    /// A phone number as people write it.
    Phone,
    r"^[0-9][0-9 -]{1,14}$",
    "een telefoonnummer tussen aanhalingstekens, met alleen cijfers en een streepje, zoals \"0800-2000\"",
    "telefoonnummer"
);
form!(
    /// A mail address.
    Email, r"^[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}$", "een e-mailadres als `klachten@leiden.nl`"
);
form!(
    /// A period, or a range of it.
    Period,
    r"^(geen|onbekend|[0-9]+( tot [0-9]+)? (dag|dagen|week|weken|maand|maanden|jaar))$",
    "een tijd als `3 maanden` of `3 tot 6 maanden`, of `geen`"
);
form!(
    /// A number of months.
    Months, r"^[1-9][0-9]{0,2} maanden$", "een aantal maanden, zoals `12 maanden`"
);

/// Age of a child, in years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Age(pub u8);

impl JsonSchema for Age {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Age".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": 18 })
    }
}
