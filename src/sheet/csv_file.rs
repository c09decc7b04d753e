//! The sheet as CSV, in the form that a Dutch spreadsheet program opens with a double click.

use super::{COLUMNS, Row};

/// Excel only takes a file for UTF-8 when it begins with this mark.
pub(super) const MARK: &str = "\u{feff}";

/// The rows as CSV: a byte order mark, `;` between the cells, Windows line ends.
pub fn to_csv(rows: &[Row]) -> String {
    let builder = || {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(COLUMNS)?;
        for row in rows {
            let cells = [&row.municipality, &row.key, &row.part, &row.question, &row.value, &row.explanation, &row.field];
            writer.write_record(cells.map(|cell| shielded(cell)))?;
        }
        writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    };
    let bytes = builder().expect("memory takes every byte");
    format!("{MARK}{}", String::from_utf8(bytes).expect("cells are UTF-8"))
}

/// A cell that begins with `=`, `+`, `-` or `@` is a formula for a spreadsheet program, also when somebody else wrote it.
/// An apostrophe makes it a text.
fn shielded(text: &str) -> String {
    if is_dangerous(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// Takes the apostrophe away that [`shielded`] put there.
pub(super) fn unshielded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_dangerous(rest.trim_start_matches('\''))).unwrap_or(text)
}

fn is_dangerous(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::{shielded, unshielded};

    #[test]
    fn a_formula_becomes_a_text_and_comes_back_as_it_was() {
        for text in ["=1+1", "-3", "@x", "'=a", "''+b", "'drang'", "gewoon", ""] {
            assert_eq!(unshielded(&shielded(text)), text);
        }
        assert_eq!(shielded("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(shielded("'drang'"), "'drang'");
    }
}
