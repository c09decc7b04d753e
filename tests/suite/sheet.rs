//! `export` and `import`: the way to a spreadsheet and back, with what spreadsheet programs do on the way.

use std::fs;

use assert_cmd::Command;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use rust_xlsxwriter::{Formula, Workbook};

use super::site::{Site, project};

const LEIDEN: &str = "\
# Gemeente Leiden
gemeente: { naam: Leiden, code: GM0546 } # de stad
peildatum: 2019-12-31
uitvoering:
  organisaties: onbekend
duur:
  # uit de brief
  streef: 3 maanden # ongeveer
  maximum: onbekend
  bron: [leiden-brief]
klacht:
  gi: { naam: Bureau, telefoon: \"0715165000\" }
  bron: [leiden-brief]
bijzonderheden:
  - tekst: >-
      Een lange tekst over deze gemeente. Hij staat in het bestand op meer dan één regel,
      want anders past hij niet op het scherm.
    bron: [leiden-brief]
bronnen:
  leiden-brief: { titel: \"=Brief\", soort: brief, jaar: 2019 }
";

fn site() -> Site {
    let site = Site::basis();
    for old in fs::read_dir(site.path().join("municipalities")).expect("a folder").filter_map(Result::ok) {
        match old.path().is_dir() {
            true => fs::remove_dir_all(old.path()).expect("removed"),
            false => fs::remove_file(old.path()).expect("removed"),
        }
    }
    site.write("municipalities/leiden.yaml", LEIDEN);
    site
}

fn run(site: &Site, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("ouderwijzer").expect("built");
    let output = command.current_dir(site.path()).args(arguments).output().expect("ran");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

fn leiden(site: &Site) -> String {
    fs::read_to_string(site.path().join("municipalities/leiden.yaml")).expect("there")
}

/// A site with its sheet as CSV, and the text of that sheet.
fn with_csv() -> (Site, String) {
    let site = site();
    let (code, said, wrong) = run(&site, &["export", "--formaat", "csv", "-o", "g.csv"]);
    assert_eq!((code, wrong.as_str()), (0, ""), "{said}");
    let text = fs::read_to_string(site.path().join("g.csv")).expect("UTF-8");
    (site, text)
}

/// The sheet with another value in one field.
fn changed(csv: &str, field: &str, value: &str) -> Vec<u8> {
    let text = csv.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let mut found = 0;
    for record in reader.records() {
        let mut cells: Vec<String> = record.expect("a row").iter().map(str::to_owned).collect();
        if cells[6] == field {
            cells[4] = value.to_owned();
            found += 1;
        }
        writer.write_record(&cells).expect("written");
    }
    assert_eq!(found, 1, "`{field}` is in the sheet once");
    writer.into_inner().expect("whole")
}

#[test]
fn a_sheet_that_nobody_changed_changes_nothing() {
    for (format, name) in [("csv", "g.csv"), ("xlsx", "g.xlsx")] {
        let site = site();
        assert_eq!(run(&site, &["export", "--formaat", format, "-o", name]).0, 0);
        let (code, said, wrong) = run(&site, &["import", name, "--ja"]);
        assert_eq!((code, wrong.as_str()), (0, ""));
        assert_eq!(said, "Het rekenblad zegt hetzelfde als de bestanden. Er is niets veranderd.\n");
        assert_eq!(leiden(&site), LEIDEN);
    }
}

#[test]
fn all_our_own_files_come_back_as_they_went() {
    let folder = Site::basis();
    for name in ["alles.xlsx", "alles.csv"] {
        let sheet = folder.path().join(name);
        let format = sheet.extension().expect("has one");
        let mut command = Command::cargo_bin("ouderwijzer").expect("built");
        let export = command.current_dir(project()).args(["export", "--formaat", format, "-o", sheet.as_str()]).output();
        assert!(export.expect("ran").status.success());
        let mut command = Command::cargo_bin("ouderwijzer").expect("built");
        let import = command.current_dir(project()).args(["import", sheet.as_str(), "--proef"]).output().expect("ran");
        let said = String::from_utf8(import.stdout).expect("UTF-8");
        assert_eq!(said, "Het rekenblad zegt hetzelfde als de bestanden. Er is niets veranderd.\n");
    }
}

#[test]
fn one_cell_changes_one_value_and_no_remark() {
    let (site, csv) = with_csv();
    site.write("g.csv", changed(&csv, "duur.streef", "6 maanden"));
    let (code, said, wrong) = run(&site, &["import", "g.csv", "--ja"]);
    assert_eq!((code, wrong.as_str()), (0, ""));
    assert!(said.contains("-  streef: 3 maanden # ongeveer\n+  streef: 6 maanden # ongeveer\n"), "{said}");
    assert!(said.ends_with("1 bestand veranderd. Kijk het na met `ouderwijzer check`.\n"), "{said}");
    assert_eq!(leiden(&site), LEIDEN.replace("3 maanden", "6 maanden"));
}

#[test]
fn every_kind_of_value_can_be_changed_added_and_taken_away() {
    for (field, value, from, to) in [
        ("klacht.gi.telefoon", "0800-2000", "0715165000", "0800-2000"),
        ("peildatum", "31-12-2020", "2019-12-31", "2020-12-31"),
        (
            "duur.bron",
            "leiden-brief\nJw:7.3.4 lid 1",
            "ongeveer\n  maximum: onbekend\n  bron: [leiden-brief]",
            "ongeveer\n  maximum: onbekend\n  bron: [leiden-brief, \"Jw:7.3.4 lid 1\"]",
        ),
        ("duur.maximum", "", "  maximum: onbekend\n", ""),
        ("overleg.kind_vanaf", "12", "klacht:\n", "overleg:\n  kind_vanaf: 12\nklacht:\n"),
        ("overleg.iemand_meenemen", "ja", "klacht:\n", "overleg:\n  iemand_meenemen: ja\nklacht:\n"),
        ("bronnen.leiden-brief.titel", "Brief; en meer", "\"=Brief\"", "Brief; en meer"),
        (
            "bijzonderheden.1.peildatum",
            "2018-12-31",
            "    bron: [leiden-brief]\nbronnen",
            "    peildatum: 2018-12-31\n    bron: [leiden-brief]\nbronnen",
        ),
    ] {
        let (site, csv) = with_csv();
        site.write("g.csv", changed(&csv, field, value));
        let (code, said, wrong) = run(&site, &["import", "g.csv", "--ja"]);
        assert_eq!((code, wrong.as_str()), (0, ""), "{said}");
        assert_eq!(leiden(&site), LEIDEN.replacen(from, to, 1), "{field}");
    }
}

#[test]
fn a_bad_cell_is_named_by_row_and_column_and_nothing_changes() {
    let (site, csv) = with_csv();
    let wrong = changed(&csv, "duur.streef", "3 maandn");
    let wrong = changed(&String::from_utf8(wrong).expect("UTF-8"), "overleg.kind_vanaf", "twaalf");
    let wrong = String::from_utf8(wrong).expect("UTF-8").replace("duur.verlenging", "duur.verlengin");
    site.write("g.csv", &wrong);
    let (code, said, found) = run(&site, &["import", "g.csv", "--ja"]);
    assert_eq!((code, said.as_str()), (1, "Er is niets veranderd: los eerst de fouten op.\n"));
    for message in [
        "fout[verkeerde-vorm]: `3 maandn` kan niet bij `streef`",
        "kolom E (`Waarde`)",
        "fout[verkeerde-soort]: bij `kind_vanaf` hoort een heel getal, maar er staat de tekst `twaalf`",
        "fout[onbekend-veld]: het veld `duur.verlengin` bestaat niet",
        "verander `duur.verlengin` in `duur.verlenging`",
    ] {
        assert!(found.contains(message), "{message}\n{found}");
    }
    let row = wrong.lines().position(|line| line.contains("3 maandn"));
    assert!(row.is_some());
    assert_eq!(leiden(&site), LEIDEN);
}

#[test]
fn a_trial_and_a_run_without_somebody_to_ask_change_nothing() {
    let (site, csv) = with_csv();
    site.write("g.csv", changed(&csv, "duur.streef", "6 maanden"));
    let (code, said, _) = run(&site, &["import", "g.csv", "--proef"]);
    assert_eq!(code, 0);
    assert!(said.ends_with("Dit was een proef: er is niets veranderd.\n"), "{said}");
    let (code, _, wrong) = run(&site, &["import", "g.csv"]);
    assert_eq!(code, 2);
    assert!(wrong.contains("er is niemand om het aan te vragen; geef `--ja`"), "{wrong}");
    assert_eq!(leiden(&site), LEIDEN);
}

#[test]
fn a_sheet_from_another_program_is_read_all_the_same() {
    let (site, csv) = with_csv();
    let text = String::from_utf8(changed(&csv, "duur.streef", "6 maanden")).expect("UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    reader.records().for_each(|record| writer.write_record(&record.expect("a row")).expect("written"));
    site.write("g.csv", writer.into_inner().expect("whole"));
    assert_eq!(run(&site, &["import", "g.csv", "--ja"]).0, 0);
    assert_eq!(leiden(&site), LEIDEN.replace("3 maanden", "6 maanden"));
}

/// A text in the letters of an old Windows, as Excel saves it: what does not exist there is a question mark.
fn in_old_letters(text: &str) -> Vec<u8> {
    let one = |letter: char| match letter {
        '€' => 0x80,
        '…' => 0x85,
        '‘' => 0x91,
        '’' => 0x92,
        '–' => 0x96,
        other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
    };
    text.trim_start_matches('\u{feff}').chars().map(one).collect()
}

#[test]
fn a_sheet_that_a_dutch_excel_saved_as_plain_csv_changes_what_somebody_changed_and_nothing_else() {
    let (site, _) = with_csv();
    let own = LEIDEN.replace("uitvoering:", "termen:\n  drang: \"Cliëntplan → één\"\nuitvoering:");
    site.write("municipalities/leiden.yaml", &own);
    assert_eq!(run(&site, &["export", "--formaat", "csv", "-o", "g.csv"]).0, 0);
    let csv = fs::read_to_string(site.path().join("g.csv")).expect("UTF-8");
    site.write("g.csv", in_old_letters(&csv));
    let (code, said, wrong) = run(&site, &["import", "g.csv", "--ja"]);
    assert_eq!((code, wrong.as_str()), (0, ""), "{said}");
    assert_eq!(said, "Het rekenblad zegt hetzelfde als de bestanden. Er is niets veranderd.\n");
    let csv = String::from_utf8(changed(&csv, "duur.streef", "1 jaar")).expect("UTF-8");
    let csv = String::from_utf8(changed(&csv, "duur.verlenging", "Na één gesprek.")).expect("UTF-8");
    site.write("g.csv", in_old_letters(&csv));
    assert_eq!(run(&site, &["import", "g.csv", "--ja"]).0, 0);
    let expected = own
        .replace("3 maanden", "1 jaar")
        .replace("  maximum: onbekend\n", "  maximum: onbekend\n  verlenging: Na één gesprek.\n");
    assert_eq!(leiden(&site), expected);
}

/// What people and spreadsheet programs do to a sheet without changing a value.
#[test]
fn a_sheet_that_was_turned_about_says_the_same() {
    let (site, csv) = with_csv();
    let rows: Vec<Vec<String>> = read_rows(&csv);
    let title = [vec![vec!["Onze lijst".to_owned()], vec![]], rows.clone()].concat();
    let moved = rows.iter().map(|row| row.iter().rev().cloned().collect()).collect();
    let small: Vec<Vec<String>> =
        [vec![rows[0].iter().map(|head| head.to_lowercase()).collect()], rows[1..].to_vec()].concat();
    let fewer = [rows[..4].to_vec(), rows[8..].to_vec(), vec![vec![String::new(); 7]; 2]].concat();
    let doubled = [rows.clone(), rows[3..6].to_vec()].concat();
    let capitals = rows.iter().map(|row| row.iter().map(|cell| cell.replace("onbekend", "Onbekend")).collect()).collect();
    for (what, rows) in [
        ("title", title),
        ("moved", moved),
        ("small", small),
        ("fewer", fewer),
        ("doubled", doubled),
        ("capitals", capitals),
    ] {
        let text = written(&rows, b';');
        let utf16: Vec<u8> =
            [0xfeff].into_iter().chain(written(&rows, b'\t').encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for bytes in [text.clone().into_bytes(), in_old_letters(&text), utf16] {
            site.write("g.csv", bytes);
            let (code, said, wrong) = run(&site, &["import", "g.csv", "--ja"]);
            assert_eq!((code, wrong.as_str()), (0, ""), "{what}: {said}");
            assert_eq!(said, "Het rekenblad zegt hetzelfde als de bestanden. Er is niets veranderd.\n", "{what}");
            assert_eq!(leiden(&site), LEIDEN, "{what}");
        }
    }
}

fn read_rows(csv: &str) -> Vec<Vec<String>> {
    let text = csv.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn written(rows: &[Vec<String>], delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).expect("written"));
    String::from_utf8(writer.into_inner().expect("whole")).expect("UTF-8")
}

#[test]
fn a_day_that_a_program_of_another_country_may_have_turned_round_is_refused_and_not_guessed() {
    let (site, csv) = with_csv();
    site.write("g.csv", changed(&csv, "peildatum", "05/06/2020"));
    let (code, said, wrong) = run(&site, &["import", "g.csv", "--ja"]);
    assert_eq!((code, said.as_str()), (1, "Er is niets veranderd: los eerst de fouten op.\n"));
    assert!(wrong.contains("`05/06/2020` kan niet bij `peildatum`"), "{wrong}");
    assert!(wrong.contains("schrijf `2020-06-05` voor 5 juni, of `2020-05-06` voor 6 mei"), "{wrong}");
    assert_eq!(leiden(&site), LEIDEN);
    // No month has the number 31.
    site.write("g.csv", changed(&csv, "peildatum", "12/31/2020"));
    assert_eq!(run(&site, &["import", "g.csv", "--ja"]).0, 0);
    assert!(leiden(&site).contains("peildatum: 2020-12-31\n"), "{}", leiden(&site));
}

#[test]
fn a_phone_number_that_lost_its_nought_is_refused() {
    let (site, csv) = with_csv();
    site.write("g.csv", changed(&csv, "klacht.gi.telefoon", "715165000"));
    let (code, _, wrong) = run(&site, &["import", "g.csv", "--ja"]);
    assert_eq!(code, 1);
    assert!(wrong.contains("`715165000` is geen telefoonnummer"), "{wrong}");
    assert_eq!(leiden(&site), LEIDEN);
}

#[test]
fn a_sheet_in_other_old_letters_is_refused_with_what_to_choose() {
    let (site, _) = with_csv();
    site.write("g.csv", b"Gemeente;Sleutel;Waarde;Veld\nFrysl\x89n, cli\x91nt;x;\x8e\x8en;z\n");
    let (code, _, wrong) = run(&site, &["import", "g.csv"]);
    assert_eq!(code, 1);
    assert!(wrong.contains("dit bestand is niet opgeslagen als UTF-8"), "{wrong}");
    assert!(wrong.contains("`CSV UTF-8`"), "{wrong}");
}

#[test]
fn a_formula_in_a_workbook_is_never_taken_for_a_value() {
    let site = site();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("Gegevens").expect("a name");
    for (column, head) in (0u16..).zip(["Sleutel", "Veld", "Waarde"]) {
        page.write_string(0, column, head).expect("written");
    }
    page.write_string(1, 0, "leiden").expect("written");
    page.write_string(1, 1, "duur.streef").expect("written");
    page.write_formula(1, 2, Formula::new("=\"6 \"&\"maanden\"").set_result("6 maanden")).expect("written");
    site.write("g.xlsx", book.save_to_buffer().expect("made"));
    let (code, _, wrong) = run(&site, &["import", "g.xlsx", "--ja"]);
    assert_eq!(code, 1);
    assert!(wrong.contains("in deze cel staat een formule"), "{wrong}");
    assert!(wrong.contains("g.xlsx:2:") && wrong.contains("blad `Gegevens`, kolom C (`Waarde`)"), "{wrong}");
    assert_eq!(leiden(&site), LEIDEN);
}

#[test]
fn a_workbook_holds_texts_and_never_a_formula() {
    let site = site();
    assert_eq!(run(&site, &["export", "-o", "g.xlsx"]).0, 0);
    let bytes = fs::read(site.path().join("g.xlsx")).expect("made");
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Gegevens", "Uitleg"]);
    let values = book.worksheet_range("Gegevens").expect("a page");
    let cells: Vec<&Data> = values.rows().map(|row| &row[4]).collect();
    assert!(cells.len() > 40, "only {} rows", cells.len());
    assert!(cells.contains(&&Data::String("0715165000".into())));
    assert!(cells.contains(&&Data::String("=Brief".into())));
    assert!(cells.iter().all(|cell| matches!(cell, Data::String(_) | Data::Empty)), "only texts");
    let formulas = book.worksheet_formula("Gegevens").expect("a page");
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
}

#[test]
fn in_csv_a_formula_is_shielded() {
    let (_, csv) = with_csv();
    assert!(csv.starts_with('\u{feff}'));
    assert!(csv.contains(";'=Brief;"), "{csv}");
    assert!(!csv.contains(";=Brief"));
}

#[test]
fn a_municipality_without_a_file_is_answered_with_the_one_that_was_meant() {
    let (site, csv) = with_csv();
    site.write("g.csv", csv.replace(";leiden;", ";leidn;"));
    let (code, _, wrong) = run(&site, &["import", "g.csv"]);
    assert_eq!(code, 1);
    assert!(wrong.contains("er is geen bestand `municipalities/leidn.yaml`"), "{wrong}");
    assert!(wrong.contains("hulp: bedoelt u `leiden`?"), "{wrong}");
}
