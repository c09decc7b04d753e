//! A new site and a new municipality: what is made is good, and nothing that was there is touched.

use std::fs;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::date;
use ouderwijzer::diag::Severity;
use ouderwijzer::new::{Answers, Ground, municipality_file, path_of};
use ouderwijzer::output::OutputFile;
use ouderwijzer::pipeline::read_for_preview;
use ouderwijzer::report::{Look, human};
use ouderwijzer::settings::Settings;
use ouderwijzer::write::found;

use super::site::{files, project};

struct Folder {
    dir: tempfile::TempDir,
}

impl Folder {
    fn empty() -> Folder {
        Folder { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    fn path(&self) -> &Utf8Path {
        Utf8Path::from_path(self.dir.path()).expect("UTF-8")
    }

    fn ouderwijzer(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_ouderwijzer")).args(arguments).current_dir(self.path()).output();
        let output = output.expect("run");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().expect("not killed"), text(output.stdout), text(output.stderr))
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let (code, _, err) = self.ouderwijzer(arguments);
        assert_eq!(code, 2, "{err}");
        err
    }

    fn made(&self, arguments: &[&str]) -> String {
        let (code, out, err) = self.ouderwijzer(arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        out
    }

    fn names(&self) -> Vec<String> {
        names_in(self.path())
    }
}

fn names_in(folder: &Utf8Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("listed");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("listed").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_new_site_with_a_new_municipality_passes_check_and_build() {
    let folder = Folder::empty();
    let out = folder.made(&["nieuw"]);
    assert!(out.starts_with("Klaar: een nieuwe site in `.`, met "), "{out}");
    folder.made(&["new", "gemeente", "Leiden", "--website", "https://gemeente.leiden.nl"]);
    let day = ["--gemeente", "leiden", "--datum", "2026-11-22"];
    let (code, out, err) = folder.ouderwijzer(&[&["check"], &day[..]].concat());
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    folder.made(&[&["build"], &day[..]].concat());
    let page = fs::read_to_string(folder.path().join("public/leiden/index.html")).expect("the page was built");
    assert!(page.contains("Leiden"), "{page}");
}

#[test]
fn a_new_site_has_all_standard_content_and_nothing_else() {
    let folder = Folder::empty();
    folder.made(&["new", "mijn-site"]);
    let site = folder.path().join("mijn-site");
    for path in files("content", "").into_iter().filter(|path| path.is_file()) {
        let inside = path.strip_prefix(project()).expect("inside");
        let made = fs::read(site.join(Utf8Path::from_path(inside).expect("UTF-8")));
        let made =
            made.unwrap_or_else(|error| panic!("{}: {error}; was the program built after it changed?", inside.display()));
        let is_own = inside.ends_with("content/site.yaml");
        assert!(is_own || made == fs::read(&path).expect("readable"), "{}", inside.display());
    }
    let expected = [".gitignore", ".vscode", "LICENSE-CONTENT.md", "README.md", "content", "schema"];
    assert_eq!(names_in(&site), expected);
}

#[test]
fn a_folder_with_something_in_it_is_left_as_it_is() {
    let folder = Folder::empty();
    fs::write(folder.path().join("brief.txt"), "Beste ouder").expect("written");
    let err = folder.refused(&["new"]);
    let expected = "fout: de map `.` is niet leeg: er staat al `brief.txt` in\nhulp: kies een lege map, bijvoorbeeld `ouderwijzer new mijn-site`\n";
    assert_eq!(err, expected);
    assert_eq!(folder.names(), ["brief.txt"]);
}

#[test]
fn the_hidden_files_of_git_may_be_there_and_hidden_files_of_ours_may_not() {
    let folder = Folder::empty();
    fs::create_dir(folder.path().join(".git")).expect("made");
    folder.made(&["new"]);
    assert!(
        folder.names().contains(&".git".to_owned()) && folder.names().contains(&"content".to_owned()),
        "{:?}",
        folder.names()
    );

    let folder = Folder::empty();
    fs::write(folder.path().join(".gitignore"), "eigen").expect("written");
    assert!(folder.refused(&["new"]).contains("er staat al `.gitignore` in"));
    assert_eq!(fs::read_to_string(folder.path().join(".gitignore")).expect("readable"), "eigen");
}

#[test]
fn a_stop_half_way_is_finished_or_begun_again() {
    let files = [OutputFile::text("a.txt", "een"), OutputFile::text("content/b.txt", "twee")];
    let folder = Folder::empty();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("in a folder")).expect("made");
        fs::write(path, text).expect("written");
    };
    write(".ouderwijzer-half/a.txt", "e");
    found(folder.path(), &files).expect("begun again");
    assert_eq!(folder.names(), ["a.txt", "content"]);

    let folder = Folder::empty();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("in a folder")).expect("made");
        fs::write(path, text).expect("written");
    };
    write("a.txt", "een");
    write(".ouderwijzer-klaar/content/b.txt", "twee");
    found(folder.path(), &files).expect("finished");
    assert_eq!(folder.names(), ["a.txt", "content"]);
    assert_eq!(fs::read_to_string(folder.path().join("content/b.txt")).expect("readable"), "twee");
}

#[test]
fn a_municipality_that_has_a_file_is_refused_and_the_file_stays() {
    let folder = small_site();
    folder.made(&["new", "gemeente", "Leiden"]);
    let path = folder.path().join("municipalities/leiden.yaml");
    fs::write(&path, "eigen werk").expect("written");
    let err = folder.refused(&["new", "gemeente", "leiden"]);
    let expected = "fout: `municipalities/leiden.yaml` bestaat al, en is niet veranderd\nhulp: open het bestand en verander wat u wilt\n";
    assert_eq!(err, expected);
    assert_eq!(fs::read_to_string(&path).expect("readable"), "eigen werk");
}

/// The official lists are enough to begin a municipality.
fn small_site() -> Folder {
    let folder = Folder::empty();
    let register = folder.path().join("content/register");
    fs::create_dir_all(&register).expect("made");
    for name in ["gemeenten.csv", "herindelingen.csv", "plaatsen.csv"] {
        fs::copy(project().join("content/register").join(name), register.join(name)).expect("copied");
    }
    folder
}

#[test]
fn a_name_that_is_not_certain_gets_what_to_type() {
    let folder = small_site();
    let cases = [
        (
            "Bergen",
            "fout: `Bergen` komt in meer gemeenten voor\nhulp: typ `ouderwijzer new gemeente bergen-nh` of `ouderwijzer new gemeente bergen-l`\n",
        ),
        ("Delfzijl", "fout: de gemeente Delfzijl bestaat niet meer\nhulp: typ `ouderwijzer new gemeente eemsdelta`\n"),
        ("Leidn", "fout: er is geen gemeente of plaats `Leidn`\nhulp: bedoelt u `Leiden`?\n"),
        (
            "Xyzzyx",
            "fout: er is geen gemeente of plaats `Xyzzyx`\nhulp: kijk in `content/register/gemeenten.csv`, kolom `naam`\n",
        ),
        ("", "fout: welke gemeente? Schrijf de naam erachter, bijvoorbeeld `ouderwijzer new gemeente Leiden`\n"),
    ];
    for (typed, expected) in cases {
        let name: Vec<&str> = if typed.is_empty() { Vec::new() } else { vec![typed] };
        assert_eq!(folder.refused(&[&["new", "gemeente"], name.as_slice()].concat()), expected);
    }
    assert_eq!(folder.names(), ["content"], "nothing was made");
}

#[test]
fn a_place_leads_to_its_municipality_and_the_program_says_so() {
    let folder = small_site();
    let out = folder.made(&["new", "gemeente", "'s-Gravenhage"]);
    assert!(out.starts_with("'s-Gravenhage hoort bij de gemeente Den Haag.\nKlaar: `municipalities/den-haag.yaml`, Den Haag (GM0518, Zuid-Holland).\n"), "{out}");
    assert!(folder.path().join("municipalities/den-haag.yaml").is_file());
}

#[test]
fn a_flag_that_is_wrong_is_refused_before_anything_is_made() {
    let folder = small_site();
    let cases: [(&[&str], &str); 3] = [
        (
            &["--website", "leiden.nl"],
            "fout: `leiden.nl` is geen adres dat begint met https://\nhulp: schrijf bijvoorbeeld `--website https://www.leiden.nl`\n",
        ),
        (
            &["--regio", "holland"],
            "fout: er is geen regio `holland`\nhulp: deze site heeft nog geen regio's in `municipalities/regios/`: laat `--regio` weg\n",
        ),
        (
            &["--lokaal-team", "Wijkteam"],
            "fout: een bekende naam heeft een bron en een dag nodig\nhulp: geef `--lokaal-team`, `--bron` en `--peildatum` samen\n",
        ),
    ];
    for (flags, expected) in cases {
        assert_eq!(folder.refused(&[&["new", "gemeente", "Leiden"], flags].concat()), expected);
    }
    assert_eq!(folder.names(), ["content"], "nothing was made");
}

#[test]
fn what_the_region_knows_is_left_out_so_that_it_reaches_the_page() {
    let folder = Folder::empty();
    folder.made(&["new", "--met-gemeenten"]);
    fs::remove_file(folder.path().join("municipalities/leiden.yaml")).expect("it came along");
    folder.made(&["new", "gemeente", "Leiden", "--regio", "holland-rijnland"]);
    let text = fs::read_to_string(folder.path().join("municipalities/leiden.yaml")).expect("readable");
    assert!(text.contains("\n  # uitgesteld_onderzoek: onbekend   (nu bekend van het land of de regio)\n"), "{text}");
    assert!(text.contains("\n# vertrouwenspersoon: onbekend   (nu bekend van het land of de regio)\n"), "{text}");
    let messages = messages_of(folder.path().to_owned());
    assert!(messages.is_empty(), "{messages}");
}

#[test]
fn the_file_of_every_municipality_is_read_without_a_finding() {
    let folder = Folder::empty();
    folder.made(&["new"]);
    let ground = Ground::read(folder.path()).expect("a site");
    let rows = &ground.register.municipalities;
    assert_eq!(rows.len(), 342);
    fs::create_dir(folder.path().join("municipalities")).expect("made");
    for row in rows {
        let text = municipality_file(row, &Answers::default(), &ground);
        fs::write(folder.path().join(path_of(row)), text).expect("written");
    }
    let messages = messages_of(folder.path().to_owned());
    assert!(messages.is_empty(), "{messages}");
}

fn messages_of(site_dir: Utf8PathBuf) -> String {
    let settings = Settings {
        site_dir,
        output_dir: Utf8PathBuf::new(),
        municipalities: Vec::new(),
        languages: Vec::new(),
        as_of: date(2026, 11, 22),
    };
    let read = read_for_preview(&settings).expect("the folder can be read");
    assert_eq!(read.edition.is_some(), read.problems.count(Severity::Error) == 0);
    human(&read.problems, &read.files, Look::Plain)
}
