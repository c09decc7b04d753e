//! Reads a sheet that somebody changed: CSV from any spreadsheet program, or an Excel workbook.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use camino::Utf8Path;
use encoding_rs::Encoding;

use super::csv_file::{MARK, unshielded};
use super::old_letters;
use super::{COLUMNS, FIELD, KEY, SHEET, VALUE, letter};
use crate::diag::{Diagnostic, Diagnostics, SourceMap, Span, nearest};

/// A sheet that was read. Rows are lines of a text in the source map, so that a message can point at them.
#[derive(Debug)]
pub struct Sheet {
    /// The rows as a text, for messages.
    pub files: SourceMap,
    /// What could not be read.
    pub problems: Diagnostics,
    pub(super) rows: Vec<ReadRow>,
    /// Name of the page in a workbook, in words for a message.
    pub(super) page: String,
    /// Letters of the columns `Sleutel`, `Waarde` and `Veld`.
    pub(super) letters: [char; 3],
    /// Whether it was saved in the letters of an old Windows, which does not have all letters.
    pub(super) has_old_letters: bool,
}

/// A row with what matters of it.
#[derive(Debug)]
pub(super) struct ReadRow {
    pub(super) key: String,
    pub(super) field: String,
    pub(super) value: String,
    pub(super) key_span: Span,
    pub(super) field_span: Span,
    pub(super) value_span: Span,
}

/// A table of cells, or what is wrong with a cell; with the number of the first row.
struct Table {
    page: String,
    rows: Vec<Vec<Result<String, &'static str>>>,
    first: usize,
}

/// Reads CSV, with `;`, `,` or a tab between the cells.
pub fn from_csv(path: &Utf8Path, bytes: &[u8]) -> Sheet {
    let has_old_letters = Encoding::for_bom(bytes).is_none() && std::str::from_utf8(bytes).is_err();
    let decoded = match Encoding::for_bom(bytes) {
        // `Unicode-tekst` of Excel.
        Some((encoding, _)) => Some(encoding.decode(bytes).0),
        None if has_old_letters => old_letters::read(bytes),
        None => Some(String::from_utf8_lossy(bytes)),
    };
    let Some(text) = decoded else {
        let problem = Diagnostic::error("geen-utf-8", "dit bestand is niet opgeslagen als UTF-8")
            .help("kies in Excel bij `Opslaan als` de soort `CSV UTF-8`, of gebruik een Excel-bestand");
        return Sheet::unreadable(path, problem);
    };
    let text = text.strip_prefix(MARK).unwrap_or(&text);
    // Excel writes this line when somebody asks it to name the separator.
    let (named, text) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((sign, rest)) => (sign.bytes().next(), rest),
        None => (None, text),
    };
    let is_head = |line: &&str| line.to_lowercase().contains(&COLUMNS[KEY].to_lowercase());
    let head = text.lines().take(HEAD_ROWS).find(is_head).or(text.lines().next()).unwrap_or_default();
    let delimiter = named.unwrap_or_else(|| {
        *b";,\t".iter().max_by_key(|sign| head.bytes().filter(|byte| byte == *sign).count()).unwrap_or(&b';')
    });
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().map_while(Result::ok);
    let rows = rows.map(|record| record.iter().map(|cell| Ok(unshielded(cell).replace("\r\n", "\n"))).collect()).collect();
    Sheet { has_old_letters, ..Sheet::of(path, Table { page: String::new(), rows, first: 1 }) }
}

/// Reads a workbook: the page `Gegevens`, or else the first one.
pub fn from_excel(path: &Utf8Path, bytes: &[u8]) -> Sheet {
    let unreadable = || {
        let problem = Diagnostic::error("geen-excel", "dit bestand is niet te lezen als Excel-bestand");
        Sheet::unreadable(path, problem.help("sla het op als `Excel-werkmap (.xlsx)`, of als `CSV UTF-8`"))
    };
    let Ok(mut book) = open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes)) else { return unreadable() };
    let names = book.sheet_names();
    let Some(page) = names.iter().find(|name| *name == SHEET).or(names.first()).cloned() else { return unreadable() };
    let (Ok(values), Ok(formulas)) = (book.worksheet_range(&page), book.worksheet_formula(&page)) else {
        return unreadable();
    };
    let start = values.start().unwrap_or((0, 0));
    let (height, width) = values.get_size();
    let rows = (0..height as u32).map(|line| {
        let before = std::iter::repeat_n(Ok(String::new()), start.1 as usize);
        let cells = (0..width as u32).map(|column| {
            let place = (start.0 + line, start.1 + column);
            let has_formula = formulas.get_value(place).is_some_and(|formula| !formula.is_empty());
            if has_formula {
                Err("in deze cel staat een formule")
            } else {
                text(values.get_value(place).unwrap_or(&Data::Empty))
            }
        });
        before.chain(cells).collect()
    });
    Sheet::of(path, Table { page: format!("blad `{page}`, "), rows: rows.collect(), first: start.0 as usize + 1 })
}

/// A cell as text, whatever Excel made of it.
fn text(cell: &Data) -> Result<String, &'static str> {
    match cell {
        Data::Empty => Ok(String::new()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Ok(text.replace("\r\n", "\n")),
        Data::Int(number) => Ok(number.to_string()),
        Data::Float(number) => Ok(number.to_string()),
        Data::Bool(true) => Ok("ja".to_owned()),
        Data::Bool(false) => Ok("nee".to_owned()),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Ok(format!("{year:04}-{month:02}-{day:02}"))
        }
        _ => Err("in deze cel staat een fout van Excel"),
    }
}

impl Sheet {
    fn unreadable(path: &Utf8Path, problem: Diagnostic) -> Sheet {
        let mut files = SourceMap::default();
        let id = files.add(path.to_owned(), "".into());
        let mut problems = Diagnostics::default();
        problems.push(problem.at(Span::whole(id)));
        Sheet { files, problems, rows: Vec::new(), page: String::new(), letters: ['?'; 3], has_old_letters: false }
    }

    fn of(path: &Utf8Path, table: Table) -> Sheet {
        // Somebody may put a title above the sheet.
        let with_heads =
            table.rows.iter().take(HEAD_ROWS).position(|row| places_of(&heads(row)).iter().all(Option::is_some));
        let head_row = with_heads.unwrap_or(0);
        let head = table.rows.get(head_row).map(|row| heads(row)).unwrap_or_default();
        let found = places_of(&head);
        let [Some(key), Some(value), Some(field)] = found[..] else {
            let missing =
                [KEY, VALUE, FIELD].into_iter().zip(&found).find(|(_, place)| place.is_none()).map_or(KEY, |(name, _)| name);
            return Sheet::unreadable(path, missing_column(COLUMNS[missing], &head));
        };
        let mut files = SourceMap::default();
        let (lines, places) = shown(&table, [key, value, field]);
        let id = files.add(path.to_owned(), lines.into());
        let letters = [letter(key), letter(value), letter(field)];
        let mut sheet = Sheet {
            files,
            problems: Diagnostics::default(),
            rows: Vec::new(),
            page: table.page.clone(),
            letters,
            has_old_letters: false,
        };
        for (cells, place) in table.rows.iter().zip(places).skip(head_row + 1) {
            sheet.take(cells, [key, value, field], place.map(|(start, end)| Span::new(id, start, end)));
        }
        sheet
    }

    fn take(&mut self, cells: &[Result<String, &'static str>], columns: [usize; 3], spans: [Span; 3]) {
        let mut texts = Vec::new();
        for (index, (column, span)) in columns.into_iter().zip(spans).enumerate() {
            match cells.get(column) {
                Some(Err(what)) => {
                    let label = self.place(index);
                    self.problems
                        .push(Diagnostic::error("cel", *what).at(span).label(label).help("typ de waarde zelf in de cel"));
                }
                Some(Ok(text)) => texts.push(text.clone()),
                None => texts.push(String::new()),
            }
        }
        let Ok([key, value, field]) = <[String; 3]>::try_from(texts) else { return };
        if key.trim().is_empty() && field.trim().is_empty() {
            return;
        }
        let [key_span, value_span, field_span] = spans;
        let (key, field) = (key.trim().to_owned(), field.trim().to_owned());
        self.rows.push(ReadRow { key, field, value, key_span, field_span, value_span });
    }

    /// Where a cell is, in words: 0 for the key, 1 for the value, 2 for the field.
    pub(super) fn place(&self, index: usize) -> String {
        format!("{}kolom {} (`{}`)", self.page, self.letters[index], COLUMNS[[KEY, VALUE, FIELD][index]])
    }
}

/// How many rows may stand above the one with the heads, with that one.
const HEAD_ROWS: usize = 10;

fn heads<'a>(row: &'a [Result<String, &'static str>]) -> Vec<&'a str> {
    row.iter().map(|cell| cell.as_deref().unwrap_or_default().trim()).collect()
}

/// Where the columns are that matter: key, value and field.
fn places_of(head: &[&str]) -> Vec<Option<usize>> {
    let place = |column: usize| head.iter().position(|name| name.eq_ignore_ascii_case(COLUMNS[column]));
    [KEY, VALUE, FIELD].map(place).to_vec()
}

fn missing_column(name: &str, head: &[&str]) -> Diagnostic {
    let problem = Diagnostic::error("kolom", format!("de kolom `{name}` ontbreekt"));
    match nearest(name, head.iter().copied()) {
        Some(meant) => problem.help(format!("verander de kop `{meant}` in `{name}`")),
        None => problem.help("zet de koppen terug op de eerste regel, zoals `ouderwijzer export` ze maakt"),
    }
}

/// The rows as lines of a text, one for each row of the sheet, and where key, value and field stand in it.
fn shown(table: &Table, columns: [usize; 3]) -> (String, Vec<[(usize, usize); 3]>) {
    let mut lines = "\n".repeat(table.first - 1);
    let mut places = Vec::new();
    for cells in &table.rows {
        let mut place = [(lines.len(), lines.len()); 3];
        for (index, column) in columns.into_iter().enumerate() {
            let cell = cells.get(column).map_or("", |cell| cell.as_deref().unwrap_or("?"));
            let start = lines.len();
            lines.push_str(&cell.replace('\n', " / "));
            // An empty cell has a place too: the sign behind it.
            place[index] = (start, lines.len().max(start + 1));
            lines.push_str(if index < 2 { " | " } else { "\n" });
        }
        places.push(place);
    }
    (lines, places)
}
