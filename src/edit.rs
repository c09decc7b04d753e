//! Changes the text of a YAML file and keeps what a person wrote around it: remarks, blank lines, the words themselves.
//!
//! The only room that makes YAML. It works from text to text, and every result is held against what went in: a change
//! that lost a remark, or changed a value that it should not, is an error and never a file.

mod change;
mod layout;
mod order;
mod place;
mod proof;
mod scalar;

pub use self::change::{remove, set};
pub use self::place::Step;
use crate::schema::Kind;

/// Why a text was not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text is not YAML that this room can read; `sources` says why.
    #[error("dit bestand is niet te lezen")]
    NotReadable,
    /// The result would mean something else.
    #[error("een waarde zou dan veranderen")]
    OtherMeaning,
    /// A remark would get lost.
    #[error("een opmerking zou dan verdwijnen")]
    LostRemark,
    /// There is nothing at this path, and nothing can be put there.
    #[error("daar is geen plaats voor een waarde")]
    NoPlace,
}

/// The same file in the standard key order and layout. What is tidy already stays as it is, byte for byte.
///
/// # Errors
/// When the text is not readable, or when tidying would lose a remark or change a value.
pub fn tidy(kind: Kind, text: &str) -> Result<String, EditError> {
    let mut tidy = layout::laid_out(&order::ordered(kind, text)?)?;
    // A remark that moved may need a second look: only a text that stays the same is tidy.
    for _ in 0..3 {
        let again = layout::laid_out(&order::ordered(kind, &tidy)?)?;
        if again == tidy {
            proof::same_meaning(text, &tidy)?;
            proof::same_remarks(text, &tidy)?;
            return Ok(tidy);
        }
        tidy = again;
    }
    Err(EditError::NotReadable)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert_eq, proptest};

    use super::proof::{meaning, remarks};
    use super::tidy;
    use crate::schema::Kind;

    #[test]
    fn keys_come_in_the_standard_order_and_take_their_remarks_along() {
        let untidy = "\
# Boven het bestand blijft boven
duur:   # achter duur
    bron: [ P ]
    # boven streef
    streef:   3 maanden # achter streef
gemeente: {code: GM0546,   naam: 'Leiden'}

# boven de bijzonderheden
bijzonderheden:
   -   bron: [P]
       # boven de tekst
       tekst: >-
          Een tekst.
# onderaan
";
        let expected = "\
# Boven het bestand blijft boven
gemeente: { naam: \"Leiden\", code: GM0546 }
duur: # achter duur
  # boven streef
  streef: 3 maanden # achter streef
  bron: [P]

# boven de bijzonderheden
bijzonderheden:
  - # boven de tekst
    tekst: >-
      Een tekst.
    bron: [P]
# onderaan
";
        assert_eq!(tidy(Kind::Municipality, untidy).as_deref(), Ok(expected));
        assert_eq!(tidy(Kind::Municipality, expected).as_deref(), Ok(expected));
    }

    /// A line of a block, with a remark above it or behind it, or without.
    fn line(key: &'static str, value: &'static str) -> impl Strategy<Value = (String, String)> {
        (any::<bool>(), any::<bool>(), any::<bool>(), 0u8..200).prop_map(move |(above, behind, blank, number)| {
            let above = if above { format!("INDENT# boven {key} {number}\n") } else { String::new() };
            let behind = if behind { format!(" # mag: regel {number}") } else { String::new() };
            let blank = if blank { "\n" } else { "" };
            (format!("{blank}{above}"), format!("{key}: {value}{behind}\n"))
        })
    }

    fn block(lines: Vec<(String, String)>, indent: &str) -> String {
        lines.iter().map(|(above, line)| format!("{}{indent}{line}", above.replace("INDENT", indent))).collect()
    }

    fn shuffled(lines: Vec<impl Strategy<Value = (String, String)>>) -> impl Strategy<Value = Vec<(String, String)>> {
        lines.prop_flat_map(|lines| Just(lines).prop_shuffle())
    }

    fn any_file() -> impl Strategy<Value = String> {
        let duration = shuffled(vec![
            line("streef", "3 maanden"),
            line("maximum", "onbekend"),
            line("verlenging", "'Na een gesprek.'"),
            line("peildatum", "2019-12-31"),
            line("bron", "[P, \"Jw:2\"]"),
        ]);
        let note = || {
            shuffled(vec![
                line("tekst", "\"Een tekst: met # erin.\""),
                line("feiten", "[C-01]"),
                line("peildatum", "2019-12-31"),
                line("bron", "[P]"),
            ])
        };
        let top = shuffled(vec![
            line("gemeente", "{ code: GM0546, naam: Leiden }"),
            line("peildatum", "2019-12-31"),
            line("status", "gedateerd"),
            line("feiten", "[C-01,   C-02]"),
            line("duur", "BLOK"),
            line("bijzonderheden", "LIJST"),
        ]);
        (top, duration, note(), note(), 2usize..5).prop_map(|(top, duration, one, two, indent)| {
            let margin = " ".repeat(indent);
            let item = |lines| format!("{margin}- {}", block(lines, &format!("{margin}  ")).trim_start_matches(['\n', ' ']));
            let blocks = |text: String| {
                let behind = text.find('\n').expect("a line");
                let (line, _) = text.split_at(behind);
                let head = |mark: &str| line.replace(&format!(" {mark}"), "");
                match () {
                    () if line.contains("BLOK") => format!("{}\n{}", head("BLOK"), block(duration.clone(), &margin)),
                    () if line.contains("LIJST") => {
                        format!("{}\n{}{}", head("LIJST"), item(one.clone()), item(two.clone()))
                    }
                    () => text,
                }
            };
            top.into_iter().map(|(above, line)| format!("{}{}", above.replace("INDENT", ""), blocks(line))).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]
        #[test]
        fn no_order_and_no_remark_is_too_wild(text in any_file()) {
            let tidied = tidy(Kind::Municipality, &text);
            let tidied = tidied.unwrap_or_else(|error| panic!("{error}:\n{text}"));
            prop_assert_eq!(meaning(&text), meaning(&tidied));
            prop_assert_eq!(remarks(&text), remarks(&tidied));
            prop_assert_eq!(tidy(Kind::Municipality, &tidied), Ok(tidied.clone()));
            let keys: Vec<&str> = tidied.lines().filter(|line| line.starts_with(char::is_alphabetic))
                .filter_map(|line| line.split(':').next()).collect();
            prop_assert_eq!(keys, ["gemeente", "peildatum", "status", "feiten", "duur", "bijzonderheden"]);
        }
    }
}
