//! `coverage` as an editor, a program and a reader of the hub see it.

use assert_cmd::Command;
use serde_json::Value;

use super::site::Site;

/// What `coverage` prints for the small site.
fn coverage(site: &Site, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("ouderwijzer").expect("built");
    let folder = site.path();
    command.args(["dekking", "--map", folder.as_str(), "--datum", "2026-11-22"]).args(arguments);
    let output = command.output().expect("run");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

const ANOTHER: &str = "gemeente: { naam: Goes, code: GM0664, provincie: Zeeland }\npeildatum: 2026-10-01\nstatus: actueel\n\
    bevestigd_door: gemeente Goes\nbevestigd_op: 2026-10-02\nuitvoering: { regie: de gemeente, bron: [P] }\n";

#[test]
fn one_municipality_is_told_what_is_known_and_what_to_ask_first() {
    let text = coverage(&Site::basis(), &["--gemeente", "leiden"]);
    let wanted = "Leiden\n\nVan 28 gegevens zijn er 6 bekend, en 6 met een dag.\n\
        Het oudste is van 2018-12-31, het jongste van 2019-12-31.\nDe gemeente heeft dit nog niet bevestigd.\n\n\
        Vraag dit als eerste na:\n  1. Wie is de baas van het plan? (niet bekend)\n  2. Wie zitten er aan tafel, en waarom? (niet bekend)\n  \
        3. Wie beslist aan tafel, en waarover? (niet bekend)\n";
    assert_eq!(text, wanted);
}

#[test]
fn a_confirmed_municipality_counts_as_confirmed_and_its_answer_is_no_question_any_more() {
    let site = Site::basis();
    site.write("municipalities/goes.yaml", ANOTHER);
    let text = coverage(&site, &[]);
    assert!(text.contains("Eigen bestand: 2 van 2 gemeenten. Bevestigd door de gemeente: 1.\n"), "{text}");
    assert!(text.contains("  1. Wie zitten er aan tafel, en waarom? (open in 2 gemeenten)\n"), "{text}");
    assert!(
        text.contains("Goes      1 van 28  2026-10-01  2026-10-01  ja         Wat is de langste tijd, en waar staat dat?\n"),
        "{text}"
    );
}

#[test]
fn programs_get_the_same_numbers_as_json_and_csv() {
    let site = Site::basis();
    let json: Value = serde_json::from_str(&coverage(&site, &["--format", "json"])).expect("JSON");
    let leiden = &json["gemeenten"][0];
    assert_eq!((&leiden["sleutel"], &leiden["gegevens"]["bekend"]), (&Value::from("leiden"), &Value::from(6)));
    assert_eq!(leiden["vragen"][0]["reden"], "onbekend");
    assert_eq!(json["gegevens"]["onbekend"], 22);
    let csv = coverage(&site, &["--format", "csv"]);
    assert!(
        csv.lines().nth(1).is_some_and(|row| row.starts_with("leiden,Leiden,ja,nee,28,6,6,22,2018-12-31,2019-12-31,")),
        "{csv}"
    );
}

#[test]
fn the_hub_shows_what_is_known_without_the_day_of_the_run() {
    let site = Site::basis();
    assert!(site.build().published.is_some(), "{}", site.messages());
    let page = site.page("dekking/index.html");
    for words in
        ["Wij weten iets over 1 van de 1 gemeenten.", "Nog geen gemeente heeft haar gegevens zelf bevestigd.", "6 van 28"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("href=\"../leiden/\"") && page.contains("href=\"../data/dekking.csv\""), "{page}");
    let data: Value = serde_json::from_str(&site.page("data/dekking.json")).expect("JSON");
    assert_eq!(data["gemeenten"][0]["gegevens"]["bekend"], 6);
}

#[test]
fn an_error_in_a_file_is_shown_and_nothing_is_counted() {
    let site = Site::basis();
    site.replace("municipalities/leiden.yaml", "maximum: 6 maanden", "maximun: 6 maanden");
    let mut command = Command::cargo_bin("ouderwijzer").expect("built");
    let output = command.args(["coverage", "--map", site.path().as_str()]).output().expect("run");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("fout[onbekende-sleutel]"));
    assert!(output.stdout.is_empty());
}
