//! The sheet as an Excel workbook: values as text, lists to choose from, and a page that explains it.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{COLUMNS, Row, SHEET, VALUE};

/// Why a workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error("het blad past niet in een Excel-bestand: {0}")]
pub struct ExcelError(#[from] XlsxError);

const WIDTHS: [f64; COLUMNS.len()] = [22.0, 18.0, 26.0, 28.0, 60.0, 70.0, 34.0];

/// What the second page says.
const EXPLANATION: &[&str] = &[
    "Zo werkt dit bestand",
    "Op het blad Gegevens staat elke vraag van elke gemeente op een eigen regel.",
    "Verander alleen de kolom Waarde. De kolommen Sleutel en Veld zeggen bij welke gemeente en vraag de waarde hoort.",
    "Maak een cel leeg om een waarde weg te halen. Schrijf onbekend als niemand het weet.",
    "Een lijst heeft elk onderdeel op een eigen regel in de cel. Een nieuwe regel in een cel maakt u met Alt en Enter.",
    "Een datum schrijft u als jaar-maand-dag, zoals 2026-11-22. Gebruik geen formules.",
    "Bij een bekende waarde horen een bron en een peildatum.",
    "Nieuwe bijzonderheid of organisatie? Voeg regels toe, en geef in de kolom Veld het volgende nummer, zoals bijzonderheden.3.tekst.",
    "Regels die u weghaalt, veranderen niets. U mag filteren en sorteren.",
    "Terug naar de site: ouderwijzer import met de naam van dit bestand. U ziet dan eerst wat er verandert.",
];

/// The rows as a workbook.
///
/// # Errors
/// When there are more rows or longer texts than Excel can hold.
pub fn to_excel(rows: &[Row]) -> Result<Vec<u8>, ExcelError> {
    let mut workbook = Workbook::new();
    // The same rows give the same bytes: the day of making is not in the file.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook
        .set_properties(&DocProperties::new().set_title("Ouderwijzer: gegevens van gemeenten").set_creation_datetime(&day));
    write_values(workbook.add_worksheet(), rows)?;
    write_explanation(workbook.add_worksheet())?;
    Ok(workbook.save_to_buffer()?)
}

fn write_values(page: &mut Worksheet, rows: &[Row]) -> Result<(), XlsxError> {
    page.set_name(SHEET)?;
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_background_color(Color::RGB(0xE8_EE_F4))
        .set_border_bottom(FormatBorder::Thin);
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let to_change = text.clone().set_background_color(Color::RGB(0xFF_FB_E6));
    for (column, width) in (0u16..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
        page.set_column_format(column, &text)?;
        page.write_string_with_format(0, column, COLUMNS[usize::from(column)], &head)?;
    }
    for (line, row) in (1u32..).zip(rows) {
        let cells = [&row.municipality, &row.key, &row.part, &row.question, &row.value, &row.explanation, &row.field];
        for ((column, cell), index) in (0u16..).zip(cells).zip(0..) {
            page.write_string_with_format(line, column, cell, if index == VALUE { &to_change } else { &text })?;
        }
        if !row.choices.is_empty() {
            page.add_data_validation(line, VALUE as u16, line, VALUE as u16, &choice(row)?)?;
        }
    }
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    page.autofilter(0, 0, last, (COLUMNS.len() - 1) as u16)?;
    page.set_freeze_panes(1, 2)?;
    Ok(())
}

/// The list that opens in a cell.
fn choice(row: &Row) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&row.choices)?
        .set_error_title("Deze waarde kan hier niet")?
        .set_error_message("Kies een woord uit de lijst, of maak de cel leeg.")
}

fn write_explanation(page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name("Uitleg")?;
    page.set_column_width(0, 110)?;
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let head = text.clone().set_bold();
    for (line, sentence) in (0u32..).zip(EXPLANATION) {
        page.write_string_with_format(line, 0, *sentence, if line == 0 { &head } else { &text })?;
    }
    Ok(())
}
