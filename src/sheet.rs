//! All values of all municipalities as a sheet, for people who live in spreadsheets, and back again.
//!
//! One row for each value of each municipality, also for values that nobody has filled in yet: every row carries its own
//! explanation and its own list of choices, a filter on a question puts all municipalities under each other, and nothing
//! that a file can hold falls outside the sheet. What a row does not change stays as it is in the file, remarks too.

mod cell;
mod compare;
mod csv_file;
mod excel;
mod fields;
mod old_letters;
mod read;

pub use self::compare::{Proposal, compare};
pub use self::csv_file::to_csv;
pub use self::excel::{ExcelError, to_excel};
pub use self::fields::{Row, rows};
pub use self::read::{Sheet, from_csv, from_excel};

/// The name of the sheet with the values.
pub const SHEET: &str = "Gegevens";

/// The columns in their order. `Sleutel` and `Veld` say which value it is, `Waarde` is the one to change.
pub const COLUMNS: [&str; 7] = ["Gemeente", "Sleutel", "Onderdeel", "Vraag", "Waarde", "Uitleg", "Veld"];
const KEY: usize = 1;
const VALUE: usize = 4;
const FIELD: usize = 6;

/// A letter for a column: A, B, C …
fn letter(column: usize) -> char {
    u8::try_from(column).ok().filter(|number| *number < 26).map_or('?', |number| char::from(b'A' + number))
}
