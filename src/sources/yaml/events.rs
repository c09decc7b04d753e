//! From the events of the YAML parser straight to a tree, for a text in which nothing is unusual.
//!
//! The library reads into any type of Rust and prepares at every value for things that our files do not have: anchors, tags,
//! merged blocks. That takes longer than parsing itself. Here whatever is unusual, too large or wrong gives no tree, and the
//! library has the last word. A test holds both against each other.

use std::collections::HashSet;

use granit_parser::{Event, Parser, ScalarStyle, Span, StrInput};
use serde_json::Value;

use super::syntax;
use super::tree::{Kind, MapEntry, Node};

/// Most values, and deepest nesting: half of the limits of the library, which count a little differently.
const MAX_NODES: usize = syntax::MAX_NODES / 2;
const MAX_DEPTH: usize = syntax::MAX_DEPTH / 2;

/// The tree of a text in which nothing is unusual.
pub(super) fn tree(text: &str) -> Option<Node> {
    let mut reader = Reader { parser: Parser::new_from_str(text), nodes: 0 };
    reader.expect(|event| matches!(event, Event::StreamStart))?;
    reader.expect(|event| matches!(event, Event::DocumentStart(false, None)))?;
    let (event, span) = reader.next()?;
    let tree = reader.node(event, &span, 0)?;
    reader.expect(|event| matches!(event, Event::DocumentEnd))?;
    reader.expect(|event| matches!(event, Event::StreamEnd))?;
    Some(tree)
}

struct Reader<'t> {
    parser: Parser<'t, StrInput<'t>>,
    /// Values so far.
    nodes: usize,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Option<(Event<'t>, Span)> {
        self.parser.next()?.ok()
    }

    fn expect(&mut self, is_expected: impl FnOnce(&Event<'_>) -> bool) -> Option<()> {
        self.next().filter(|(event, _)| is_expected(event)).map(drop)
    }

    fn node(&mut self, event: Event<'t>, span: &Span, depth: usize) -> Option<Node> {
        self.nodes += 1;
        if self.nodes > MAX_NODES || depth > MAX_DEPTH {
            return None;
        }
        let kind = match event {
            Event::Scalar(value, style, 0, None) => Kind::Scalar(scalar(&value, style)?),
            Event::SequenceStart(_, 0, None) => Kind::List(self.items(depth)?),
            Event::MappingStart(_, 0, None) => Kind::Map(self.entries(depth)?),
            _ => return None,
        };
        Some(Node { range: span.byte_range()?, kind })
    }

    fn items(&mut self, depth: usize) -> Option<Vec<Node>> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Some(items),
                (event, span) => items.push(self.node(event, &span, depth + 1)?),
            }
        }
    }

    fn entries(&mut self, depth: usize) -> Option<Vec<MapEntry>> {
        let mut entries: Vec<MapEntry> = Vec::new();
        let mut seen = HashSet::new();
        loop {
            let (key, span) = match self.next()? {
                (Event::MappingEnd, _) => return Some(entries),
                (Event::Scalar(key, style, 0, None), span) => (as_key(key.into_owned(), style)?, span),
                _ => return None,
            };
            self.nodes += 1;
            if !seen.insert(key.clone()) {
                return None;
            }
            let (event, value_span) = self.next()?;
            let node = self.node(event, &value_span, depth + 1)?;
            entries.push(MapEntry { key, key_range: span.byte_range()?, node });
        }
    }
}

/// A value in quotes is a text. One without quotes is a text when it begins with a letter and is no word that means
/// something else; a few numbers and dates are told apart as well.
fn scalar(value: &str, style: ScalarStyle) -> Option<Value> {
    if style != ScalarStyle::Plain || is_plain_text(value) {
        return Some(Value::String(value.to_owned()));
    }
    let is_number = (1..=9).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit());
    match value {
        "true" => Some(Value::Bool(true)),
        "false" => Some(Value::Bool(false)),
        _ if is_number && (value == "0" || !value.starts_with('0')) => value.parse().ok().map(Value::Number),
        _ => None,
    }
}

/// A key is always a text, however it is written; what looks like a sign of YAML itself is left to the library.
fn as_key(key: String, style: ScalarStyle) -> Option<String> {
    let is_text = style != ScalarStyle::Plain || is_plain_text(&key);
    is_text.then_some(key)
}

/// Whether a value without quotes is a text, whatever kinds of values YAML has.
fn is_plain_text(value: &str) -> bool {
    const MEANINGFUL: [&str; 4] = ["null", "true", "false", "nan"];
    let begins_with_letter = value.starts_with(char::is_alphabetic);
    let is_word = begins_with_letter && !MEANINGFUL.iter().any(|word| value.eq_ignore_ascii_case(word));
    // No other kind of value has a space in it, as in `60 tot 90 minuten`.
    let are_words = value.starts_with(char::is_alphanumeric) && value.contains(' ');
    is_word || are_words || is_date(value)
}

/// Whether a value has the form of a day, such as `2026-11-22`.
fn is_date(value: &str) -> bool {
    let form = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    value.len() == 10 && value.bytes().enumerate().all(form)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test reads our own files")]
mod tests {
    use proptest::prelude::{Strategy, proptest};
    use proptest::{collection, sample};

    use super::tree;
    use crate::sources::yaml::syntax;

    /// Both ways must give the same tree, or this one none.
    fn compare(text: &str) -> bool {
        let Some(quick) = tree(text) else { return false };
        let library = syntax::by_library(text).unwrap_or_else(|error| panic!("{text:?} is wrong: {error}"));
        assert_eq!(quick, library, "{text:?}");
        true
    }

    #[test]
    fn our_own_files_give_the_same_tree_and_nearly_all_of_them_this_way() {
        let folder = camino::Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
        let (mut quick, mut all) = (0, 0);
        for name in ["content", "municipalities", "tests/sites"] {
            for entry in walkdir::WalkDir::new(folder.join(name)) {
                let path = entry.expect("listed").into_path();
                let is_yaml = path.extension().is_some_and(|ending| ending == "yaml");
                let Some(text) = std::fs::read_to_string(&path).ok().filter(|_| is_yaml) else { continue };
                all += 1;
                quick += usize::from(compare(&text));
            }
        }
        assert!(all > 100 && quick * 10 >= all * 9, "{quick} of {all}");
    }

    #[test]
    fn what_is_unusual_is_left_to_the_library() {
        for text in [
            "a: &x 1\nb: *x",
            "a: !!str 1",
            "<<: {a: 1}",
            "--- \na: 1",
            "a: 1\n---\nb: 2",
            "a: 1\na: 2",
            "a: 0x1f",
            "a: ~",
            "a:",
            "a: 1.5",
            "a: 007",
            "a: .inf",
            "? [a]\n: b",
            "a: [",
            "a: \"x",
            "null: 1",
            "a: -1",
            "a: 1_000",
            "a: 12:30",
        ] {
            assert!(!compare(text), "{text:?}");
        }
    }

    fn text() -> impl Strategy<Value = String> {
        const PIECES: &[&str] = &[
            "a",
            "naam",
            "é",
            ":",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            " ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "\"",
            "'",
            "# x",
            "|",
            ">",
            "1",
            "0",
            "2026-11-22",
            "true",
            "no",
            "null",
            "~",
            "-",
            "?",
            "&a",
            "*a",
            "!t",
            "3 maanden",
            "%",
            "@",
            "\\n",
            "\u{85}",
            "\u{feff}",
            "\t",
        ];
        collection::vec(sample::select(PIECES), 1..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_text_gives_the_same_tree_both_ways(text in text()) {
            compare(&text);
        }
    }
}
