//! The command line as a person uses it: Dutch words and exit codes.

use assert_cmd::Command;

use super::site::{Site, project};

fn ouderwijzer(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("ouderwijzer").expect("built").args(arguments).output().expect("run");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("not killed"), text(output.stdout), text(output.stderr))
}

#[test]
fn without_a_command_it_explains_and_does_nothing() {
    let (code, out, _) = ouderwijzer(&[]);
    assert_eq!(code, 0);
    assert!(out.contains("ouderwijzer build --gemeente leiden"), "{out}");
}

#[test]
fn help_is_dutch() {
    let (code, out, _) = ouderwijzer(&["--help"]);
    assert_eq!(code, 0);
    assert!(out.contains("Zo gebruikt u het:") && !out.contains("Usage"), "{out}");
}

#[test]
fn a_misspelled_option_is_answered_in_dutch_with_the_right_one() {
    let (code, _, err) = ouderwijzer(&["build", "--gemeent", "leiden"]);
    assert_eq!(code, 2);
    assert_eq!(err, "fout: `--gemeent` is geen bekende optie\nhulp: bedoelt u `--gemeente`?\n");
}

#[test]
fn a_folder_that_is_no_site_is_a_failure() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().to_string_lossy().into_owned();
    let (code, _, err) = ouderwijzer(&["check", "--map", &path]);
    assert_eq!(code, 2);
    assert!(err.contains("dit is geen map van een site"), "{err}");
}

#[test]
fn findings_give_exit_code_one_and_a_clean_site_zero() {
    let site = Site::basis();
    let path = site.path();
    assert_eq!(ouderwijzer(&["controleer", "--map", path.as_str(), "--datum", "2026-11-22"]).0, 0);
    site.replace("municipalities/leiden.yaml", "maximum", "maximun");
    let (code, out, err) = ouderwijzer(&["check", "--map", path.as_str(), "--datum", "2026-11-22"]);
    assert_eq!(code, 1);
    assert!(out.contains("1 fout"), "{out}");
    assert!(err.contains("bedoelt u `maximum`?"), "{err}");
}

#[test]
fn an_unknown_municipality_is_answered_with_the_nearest() {
    let site = Site::basis();
    let (code, _, err) = ouderwijzer(&["check", "--map", site.path().as_str(), "--gemeente", "leide"]);
    assert_eq!(code, 1);
    assert!(err.contains("er is geen gemeente `leide`") && err.contains("bedoelt u `leiden`?"), "{err}");
}

#[test]
fn a_build_says_what_it_did_and_where_to_look() {
    let site = Site::basis();
    let out_dir = site.path().join("uit");
    let (code, out, _) =
        ouderwijzer(&["bouw", "--map", site.path().as_str(), "--output", out_dir.as_str(), "--datum", "2026-11-22"]);
    assert_eq!(code, 0);
    assert!(out.contains("1 gemeente en") && out.contains("Bekijk"), "{out}");
    assert!(out_dir.join("leiden/index.html").exists());
}

/// Draws the picture of Leiden of our own content in a temporary folder, in `plaat.svg`.
fn draw(folder: &tempfile::TempDir, more: &[&str]) -> (i32, String, String) {
    let file = folder.path().join("plaat.svg").to_string_lossy().into_owned();
    let place = ["tekening", "--map", project().as_str(), "--gemeente", "leiden", "--datum", "2026-11-22"];
    ouderwijzer(&[&place[..], &["-o", &file], more].concat())
}

#[test]
fn a_drawing_is_a_file_of_its_own_with_the_mark_of_the_reader() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let drawn = |paper: &str| {
        let (code, out, err) = draw(&folder, &["--hier", "beschermingstafel", "--formaat", paper]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains("De plaat staat in"), "{out}");
        std::fs::read_to_string(folder.path().join("plaat.svg")).expect("the drawing is there")
    };
    let (small, large) = (drawn("a4"), drawn("a3"));
    assert!(small.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && small.contains("width=\"297mm\""), "{small}");
    assert!(large.contains("width=\"420mm\" height=\"297mm\""), "{large}");
    assert_eq!(small.matches(">u bent hier<").count(), 1);
    assert!(small.contains("stand 22 november 2026") && small.contains("nee zeggen"), "{small}");
    assert!(!small.contains("<a ") && !small.contains("@import"), "{small}");
    let letters = small.matches("url(data:font/woff2;base64,").count();
    assert_eq!((letters, small.matches("url(").count()), (2, 2), "its letters are inside, and it asks for nothing");
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("readable").filter_map(Result::ok).collect();
    assert_eq!(left.len(), 1, "only the drawing is left: {left:?}");
}

#[test]
fn a_drawing_of_an_unknown_stage_is_answered_with_the_nearest_and_leaves_the_old_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("plaat.svg"), "oud").expect("written");
    let (code, _, err) = draw(&folder, &["--hier", "beschermingstafl"]);
    assert_eq!(code, 1);
    assert!(err.contains("er is geen stap `beschermingstafl`") && err.contains("bedoelt u `beschermingstafel`?"), "{err}");
    assert_eq!(std::fs::read_to_string(folder.path().join("plaat.svg")).expect("there"), "oud");
}

#[test]
fn a_drawing_of_an_unknown_municipality_is_answered_with_the_nearest() {
    let site = Site::basis();
    let (code, _, err) = ouderwijzer(&["diagram", "--map", site.path().as_str(), "--gemeente", "leide"]);
    assert_eq!(code, 1);
    assert!(err.contains("bedoelt u `leiden`?"), "{err}");
}

#[test]
fn a_drawing_that_cannot_be_written_is_a_failure() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::create_dir_all(folder.path().join("plaat.svg/vol")).expect("a folder in the way");
    let (code, _, err) = draw(&folder, &[]);
    assert_eq!(code, 2);
    assert!(err.contains("is niet te schrijven"), "{err}");
}

#[test]
fn a_drawing_without_a_municipality_says_what_is_missing() {
    let (code, _, err) = ouderwijzer(&["diagram"]);
    assert_eq!(code, 2);
    assert!(err.starts_with("fout: `--gemeente` hoort er nog bij\nhulp: noem een gemeente"), "{err}");
}

/// What a person types by mistake, and what they read.
#[test]
fn a_mistake_in_a_command_gets_what_to_type() {
    let cases: [(&[&str], &str); 10] = [
        (
            &["build", "--gemeente"],
            "fout: achter `--gemeente` hoort een waarde\nhulp: bekijk de opties met `ouderwijzer build --help`\n",
        ),
        (
            &["--gemeente", "leiden"],
            "fout: `--gemeente` is geen bekende optie\nhulp: zet eerst een opdracht, bijvoorbeeld `ouderwijzer build --gemeente leiden`\n",
        ),
        (
            &["new", "mijn", "site"],
            "fout: hier staat een woord te veel\nhulp: een nieuwe site: `ouderwijzer new mijn-site`, zonder spaties in de naam; een gemeente: `ouderwijzer new gemeente Leiden`\n",
        ),
        (
            &["check", "brieff.txt"],
            "fout: `brieff.txt` is niet te lezen: dat bestand bestaat niet\nhulp: kijk of de naam klopt, en of u in de goede map werkt\n",
        ),
        (
            &["import"],
            "fout: `BESTAND` hoort er nog bij\nhulp: noem het rekenblad, bijvoorbeeld `ouderwijzer import gemeenten.xlsx`\n",
        ),
        (
            &["voorbeeld", "--port", "abc"],
            "fout: `abc` kan niet bij `--port`\nhulp: bekijk de opties met `ouderwijzer serve --help`\n",
        ),
        (&["export", "--formaat", "pdf"], "fout: `pdf` kan niet bij `--formaat`\nhulp: kies `csv` of `xlsx`\n"),
        (
            &["dekking", "--datum", "05/06/2026"],
            "fout: `05/06/2026` is geen datum\nhulp: schrijf jaar-maand-dag, zoals 2026-11-22\n",
        ),
        (
            &["dekking", "--datum", "gisteren"],
            "fout: `gisteren` is geen datum\nhulp: schrijf jaar-maand-dag, zoals 2026-11-22\n",
        ),
        (&["uitleg", "dreiging"], "fout: er is geen regel `dreiging`\nhulp: bedoelt u `als-dan-dreiging`?\n"),
    ];
    for (arguments, expected) in cases {
        let (code, _, err) = ouderwijzer(arguments);
        assert_eq!((code, err.as_str()), (2, expected), "{arguments:?}");
    }
}

#[test]
fn asking_for_help_in_words_gives_help() {
    let (_, expected, _) = ouderwijzer(&["build", "--help"]);
    for words in [["help", "build"], ["hulp", "build"]] {
        let (code, out, _) = ouderwijzer(&words);
        assert_eq!((code, out.as_str()), (0, expected.as_str()));
    }
}

#[test]
fn a_municipality_may_be_named_as_people_write_it_and_a_day_as_in_a_letter() {
    let site = Site::basis();
    let count =
        |name: &str| ouderwijzer(&["dekking", "--map", site.path().as_str(), "--gemeente", name, "--datum", "22-11-2026"]);
    let (code, out, _) = count("Leiden");
    assert_eq!(code, 0);
    assert!(out.starts_with("Leiden\n"), "{out}");
    assert_eq!(out, count("leiden").1);
}

#[test]
fn who_stands_beside_the_site_or_inside_it_is_told_where_to_go() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let inside = |folder: &str, arguments: &[&str]| {
        let mut command = Command::cargo_bin("ouderwijzer").expect("built");
        let output = command.current_dir(dir.path().join(folder)).args(arguments).output().expect("run");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    };
    let none = "fout: in `.` staat geen map `content`: dit is geen map van een site\nhulp: ";
    for command in ["check", "build", "voorbeeld", "dekking", "export", "netjes"] {
        let expected =
            format!("{none}ga naar de map van uw site met `cd`, of maak een site met `ouderwijzer new mijn-site`\n");
        assert_eq!(inside("", &[command]), (Some(2), expected), "{command}");
    }
    assert_eq!(std::fs::read_dir(dir.path()).expect("listed").count(), 0, "nothing is made in a folder that is no site");
    std::fs::create_dir_all(dir.path().join("mijn-site/content/nl")).expect("made");
    let beside = format!("{none}uw site staat in de map `mijn-site`; ga er eerst naartoe met `cd mijn-site`\n");
    assert_eq!(inside("", &["check"]), (Some(2), beside));
    let within = format!("{none}u werkt in een map van een site; ga eerst terug met `cd ../..`\n");
    assert_eq!(inside("mijn-site/content/nl", &["check"]), (Some(2), within));
}
