//! `check` and `explain` as an editor or a program uses them.

use assert_cmd::Command;
use serde_json::Value;

use super::site::Site;

const THREAT: &str = "Beste ouder,\n\nAls u niet meewerkt, doen wij een melding bij Veilig Thuis.\n";

fn ouderwijzer(arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut command = Command::cargo_bin("ouderwijzer").expect("built");
    let output = command.args(arguments).write_stdin(input).output().expect("run");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("not killed"), text(output.stdout), text(output.stderr))
}

fn letter(text: &str) -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("brief.txt");
    std::fs::write(&path, text).expect("written");
    (dir, path.to_string_lossy().into_owned())
}

#[test]
fn a_letter_with_a_threat_is_shown_with_its_line_and_what_to_write_instead() {
    let (_dir, path) = letter(THREAT);
    let (code, out, err) = ouderwijzer(&["check", &path, "--kader", "vrijwillig"], "");
    assert_eq!(code, 1);
    assert!(err.contains("fout[als-dan-dreiging]") && err.contains("brief.txt:3:1"), "{err}");
    assert!(err.contains("hulp: schrijf eerst ‘Dit is uitleg, geen dreigement’"), "{err}");
    assert!(out.contains("1 fout"), "{out}");
}

#[test]
fn a_letter_through_the_pipe_is_read_too_and_a_kind_one_is_clean() {
    let (code, out, _) = ouderwijzer(&["check", "-"], "Wij nodigen u uit. U mag nee zeggen.\n");
    let expected = "Geen fouten gevonden.
Leesniveau: te kort om te meten (8 woorden).
Vier vragen over deze brief
1. Is het waar en volledig? kijk zelf: de regels vonden niets, maar dat bewijst niets. Vergelijk de brief zelf met de uitleg over rechten.
2. Staat er wie er beslist? nee: Schrijf erbij: ‘U beslist of u hulp wilt. Over een maatregel beslist alleen de kinderrechter.’
3. Staat er nog een andere mogelijkheid? ja: ‘U mag nee zeggen’
4. Zegt u dit ook tegen een ouder die ja zegt? kijk zelf: de regels vonden niets, maar dat bewijst niets. Lees de brief nog eens alsof de ouder al ja heeft gezegd.
";
    assert_eq!((code, out.as_str()), (0, expected));
}

#[test]
fn a_letter_of_a_word_processor_is_read_and_what_is_none_has_a_message() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("brief.docx");
    let xml = "<w:document><w:body><w:p><w:r><w:t>Beste ouder,</w:t></w:r></w:p><w:p><w:r><w:t>U moet meewerken.</w:t></w:r></w:p></w:body></w:document>";
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).expect("created"));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("begun");
    std::io::Write::write_all(&mut zip, xml.as_bytes()).expect("written");
    zip.finish().expect("finished");
    let name = path.to_string_lossy().into_owned();
    let (code, _, err) = ouderwijzer(&["check", &name, "--kader", "vrijwillig"], "");
    assert!(code == 1 && err.contains("fout[verplicht-meewerken]") && err.contains("brief.docx:3:1"), "{err}");
    std::fs::write(&path, "geen document").expect("written");
    let (code, _, err) = ouderwijzer(&["check", &name], "");
    assert!(code == 2 && err.contains("dit is geen document, of het is beschadigd"), "{err}");
}

#[test]
fn a_duty_in_a_measure_is_no_finding_with_the_frame_of_a_measure() {
    let text = "U moet meewerken aan het plan.\n";
    assert_eq!(ouderwijzer(&["check", "-", "--kader", "vrijwillig"], text).0, 1);
    assert_eq!(ouderwijzer(&["check", "-", "--kader", "gedwongen"], text).0, 0);
    let (code, _, err) = ouderwijzer(&["check", "-", "--kader", "drang"], text);
    assert_eq!(code, 2);
    assert!(err.contains("het kader `drang` bestaat niet"), "{err}");
}

#[test]
fn a_warning_counts_only_when_it_is_asked_to() {
    let text = "Wij bespreken de casus.\n";
    assert_eq!(ouderwijzer(&["check", "-"], text).0, 0);
    assert_eq!(ouderwijzer(&["check", "-", "--strict"], text).0, 1);
    assert_eq!(ouderwijzer(&["check", "-", "--strict", "--regel", "laatste-kans"], text).0, 0);
}

#[test]
fn a_letter_is_also_read_for_long_sentences_and_its_tips_come_on_request() {
    let long = "De medewerker van het team belt u binnen twee weken op om samen een dag voor het gesprek te kiezen.\n";
    let (code, _, err) = ouderwijzer(&["check", "-"], long);
    assert!(code == 0 && err.contains("let op[lange-zin]") && err.contains("-:1:1"), "{err}");
    let unknown = "Wij praten over de gezinssituatieanalyse.\n";
    assert!(!ouderwijzer(&["check", "-"], unknown).2.contains("tip["));
    assert!(ouderwijzer(&["check", "-", "--tips"], unknown).2.contains("tip[lang-woord]"));
    assert!(ouderwijzer(&["check", "-", "--regel", "lang-woord"], unknown).2.contains("tip[lang-woord]"));
    let (_, out, _) = ouderwijzer(&["check", "-", "--leesniveau"], long);
    assert!(out.contains("pagina") && out.contains("te kort"), "{out}");
}

#[test]
fn json_names_the_rule_its_family_its_facts_and_the_place() {
    let (_, out, _) = ouderwijzer(&["check", "-", "--format", "json"], THREAT);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let finding = &report["bevindingen"][0];
    assert_eq!(finding["regel"], "als-dan-dreiging");
    assert_eq!(finding["familie"], "neutraal");
    assert_eq!(finding["feiten"][0], "L-02");
    assert_eq!(
        (finding["ernst"].as_str(), finding["regelnummer"].as_u64(), finding["kolom"].as_u64()),
        (Some("fout"), Some(3), Some(1))
    );
    assert!(finding["tekst"].as_str().is_some_and(|text| text.starts_with("Als u niet meewerkt")), "{finding}");
    assert_eq!(report["leesniveau"]["paginas"][0]["pagina"], "-");
    assert_eq!(report["leesniveau"]["site"]["leesniveau"], "te kort");
}

#[test]
fn sarif_has_the_version_the_rules_and_the_places() {
    let (_, out, _) = ouderwijzer(&["check", "-", "--format", "sarif"], THREAT);
    let log: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "als-dan-dreiging");
    assert_eq!(run["results"][0]["level"], "error");
    assert_eq!(run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"], 3);
}

#[test]
fn github_gets_one_line_for_each_finding() {
    let (_, out, _) = ouderwijzer(&["check", "-", "--format", "github"], THREAT);
    assert!(out.starts_with("::error file=-,line=3,col=1,title=fout[als-dan-dreiging]::"), "{out}");
    assert_eq!(out.lines().count(), 1);
}

#[test]
fn explain_prints_the_page_of_a_rule_or_the_list_or_the_nearest_name() {
    let (code, out, _) = ouderwijzer(&["explain", "laatste-kans"], "");
    assert!(code == 0 && out.starts_with("# laatste-kans\n"), "{out}");
    let (code, out, _) = ouderwijzer(&["uitleg"], "");
    assert!(code == 0 && out.lines().count() > 35, "{out}");
    let (code, _, err) = ouderwijzer(&["uitleg", "laatste-kan"], "");
    assert_eq!((code, err.as_str()), (2, "fout: er is geen regel `laatste-kan`\nhulp: bedoelt u `laatste-kans`?\n"));
}

#[test]
fn a_permission_needs_a_rule_a_reason_and_something_to_allow() {
    let site = Site::basis();
    let page = "content/nl/paginas/home.md";
    let text = std::fs::read_to_string(site.path().join(page)).expect("readable");
    let add = |lines: &str| site.write(page, format!("{text}\n{lines}\n"));
    add("Dit is uw laatste kans. {C-01}");
    assert!(site.messages().contains("fout[laatste-kans]"), "{}", site.messages());
    add("<!-- mag: laatste-kans voorbeeld van een zin -->\n\nDit is uw laatste kans. {C-01}");
    assert!(!site.messages().contains("home.md"), "{}", site.messages());
    add("<!-- mag: laatste-kans -->\n\nDit is uw laatste kans. {C-01}");
    assert!(site.messages().contains("fout[mag-zonder-reden]"), "{}", site.messages());
    add("<!-- mag: laatste-kans voorbeeld -->\n\nU bent welkom. {C-01}");
    assert!(site.messages().contains("let op[mag-ongebruikt]"), "{}", site.messages());
    add("<!-- mag: laatste-kan voorbeeld -->\n\nU bent welkom. {C-01}");
    assert!(site.messages().contains("bedoelt u `laatste-kans`?"), "{}", site.messages());
}

#[test]
fn a_finding_in_a_municipality_file_has_its_line() {
    let site = Site::basis();
    let path = "municipalities/leiden.yaml";
    let text = std::fs::read_to_string(site.path().join(path)).expect("readable");
    let lines = text.lines().count();
    site.write(path, format!("{text}bijzonderheden:\n  - tekst: Als u niet meewerkt, volgt een OTS.\n    peildatum: 2020-01-01\n    bron: [\"P:1\"]\n"));
    let messages = site.messages();
    assert!(messages.contains(&format!("{path}:{}:12", lines + 2)), "{messages}");
    assert!(messages.contains("fout[als-dan-dreiging]") && messages.contains("fout[maatregel-voorspeld]"), "{messages}");
}

/// A long easy letter with threats, jargon and long sentences: every kind of finding and a measured level.
fn rich_letter() -> String {
    let page =
        std::fs::read_to_string(super::site::project().join("content/nl/paginas/klacht.md")).expect("the page is there");
    format!("{THREAT}\n{}\n\nWij bespreken de casus. De toeleiding geschiedt conform het kader.\n", page.replace("---", ""))
}

fn violations(schema: &str, report: &str) -> Vec<String> {
    let path = super::site::project().join("tests/schemas").join(schema);
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("the schema is there")).expect("JSON");
    let report: Value = serde_json::from_str(report).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    validator.iter_errors(&report).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn sarif_follows_the_official_schema() {
    let (_, out, _) = ouderwijzer(&["check", "-", "--tips", "--format", "sarif"], &rich_letter());
    assert!(out.contains("\"note\"") && out.contains("\"warning\"") && out.contains("\"error\""), "every level is there");
    assert_eq!(violations("sarif-schema-2.1.0.json", &out), Vec::<String>::new());
    assert!(!violations("sarif-schema-2.1.0.json", &out.replace("\"runs\"", "\"loop\"")).is_empty());
}

#[test]
fn json_follows_our_own_schema() {
    for text in [rich_letter(), THREAT.to_owned(), String::new()] {
        let (_, out, _) = ouderwijzer(&["check", "-", "--tips", "--format", "json"], &text);
        assert_eq!(violations("check-report.json", &out), Vec::<String>::new());
        assert!(!violations("check-report.json", &out.replace("\"bevindingen\"", "\"vondsten\"")).is_empty());
    }
}
