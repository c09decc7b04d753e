//! The handbook: every command in it works, every message in it is the real one, its pictures are there, and it is plain Dutch.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::date;
use ouderwijzer::diag::{Diagnostic, Severity};
use ouderwijzer::pipeline::{check_letter, read_for_preview};
use ouderwijzer::report::{Look, human};
use ouderwijzer::settings::Settings;

use super::site::{files, project};

const MISTAKES: &str = "docs/handleiding/tien-fouten.md";
const LEIDEN: &str = "municipalities/leiden.yaml";

/// Pages of the handbook by name.
fn pages() -> BTreeMap<String, String> {
    let paths = files("docs/handleiding", ".md");
    let name = |path: &std::path::Path| path.file_name().expect("a file").to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).expect("readable"))).collect()
}

/// Kinds of code blocks: commands, what the program says, and pieces of files.
const KINDS: [&str; 4] = ["sh", "text", "yaml", "css"];

/// The lines of all code blocks, each with the kind of its block. Blocks in a list stand further to the right.
fn lines_of_blocks(page: &str, text: &str) -> Vec<(String, String)> {
    let mut kind: Option<String> = None;
    let mut lines = Vec::new();
    for line in text.lines() {
        match (line.trim_start().strip_prefix("```"), &kind) {
            (Some(name), None) => {
                assert!(KINDS.contains(&name), "{page}: a block of the kind `{name}` is not looked at by this test");
                kind = Some(name.to_owned());
            }
            (Some(_), Some(_)) => kind = None,
            (None, Some(kind)) => lines.push((kind.clone(), line.trim().to_owned())),
            (None, None) => {}
        }
    }
    assert_eq!(kind, None, "{page}: a block is not closed");
    lines
}

/// What stands between single backticks and begins with the name of the program.
fn commands_in_sentences(text: &str) -> Vec<String> {
    let text = without_blocks(text);
    let spans = text.split('`').skip(1).step_by(2);
    spans.filter(|words| words.starts_with("ouderwijzer ")).map(str::to_owned).collect()
}

/// A page that comes with every new site shows commands too.
fn pages_with_commands() -> BTreeMap<String, String> {
    let mut pages = pages();
    let readme = fs::read_to_string(project().join("src/new/site/README.md")).expect("readable");
    pages.insert(
        "README.md van een nieuwe site".to_owned(),
        format!("```sh\nouderwijzer new mijn-site\ncd mijn-site\n```\n{readme}"),
    );
    pages
}

#[test]
fn every_command_of_the_handbook_works() {
    let mut ran = 0;
    for (page, text) in pages_with_commands() {
        let lines = lines_of_blocks(&page, &text);
        let is_command = |(kind, line): &&(String, String)| kind == "sh" || line.starts_with("ouderwijzer ");
        let mut desk = Desk::empty();
        for (kind, line) in lines.iter().filter(is_command) {
            assert_eq!(kind, "sh", "{page}: `{line}` stands in a block that nobody runs");
            desk.follow(line, &page);
        }
        ran += desk.ran;
    }
    assert!(ran >= 50, "only {ran} commands were found");
}

#[test]
fn every_command_in_a_sentence_exists_and_every_command_is_in_the_handbook() {
    let help = Desk::empty().output(&["--help"]);
    let help = String::from_utf8(help.stdout).expect("UTF-8");
    let list = help.split("Opdrachten:").nth(1).and_then(|rest| rest.split("Opties:").next()).expect("a list");
    // A line that goes on stands further to the right.
    let lines = list.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let names: Vec<&str> = lines.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() >= 12, "{names:?}");
    let pages = pages_with_commands();
    for (page, text) in &pages {
        for command in commands_in_sentences(text) {
            let word = command.split(' ').nth(1).expect("a command");
            let known = Desk::empty().output(&[word, "--help"]).status.success();
            assert!(known, "{page}: there is no command `{command}`");
        }
    }
    let all: Vec<(String, String)> = pages.iter().flat_map(|(page, text)| lines_of_blocks(page, text)).collect();
    let aliases =
        BTreeMap::from([("serve", "voorbeeld"), ("explain", "uitleg"), ("coverage", "dekking"), ("diagram", "tekening")]);
    for name in names {
        // Who divides the work over computers is no reader of the handbook: docs/publishing.md.
        if name == "samenvoegen" {
            continue;
        }
        let word = aliases.get(name).copied().unwrap_or(name);
        let begin = format!("ouderwijzer {word}");
        assert!(all.iter().any(|(_, line)| line.starts_with(&begin)), "the handbook does not show `{word}`");
    }
}

/// A folder in which somebody follows the handbook.
struct Desk {
    dir: tempfile::TempDir,
    /// Folder in which they work, from the one where they began.
    inside: Utf8PathBuf,
    /// Commands that were run.
    ran: usize,
}

impl Desk {
    fn empty() -> Desk {
        Desk { dir: tempfile::tempdir().expect("a temporary folder"), inside: Utf8PathBuf::new(), ran: 0 }
    }

    fn path(&self) -> Utf8PathBuf {
        Utf8PathBuf::from_path_buf(self.dir.path().to_owned()).expect("UTF-8").join(&self.inside)
    }

    fn output(&self, options: &[&str]) -> std::process::Output {
        program(&self.path(), options).output().expect("run")
    }

    /// Does what a line says. A line that this test cannot do is a failure: nothing is passed over.
    fn follow(&mut self, line: &str, page: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            ["cd", inside] => {
                self.inside.push(inside);
                letters(&self.path());
            }
            ["cp", from, to] => {
                let copied = fs::copy(self.path().join(from), self.path().join(to));
                copied.unwrap_or_else(|error| panic!("{page}: {line}: {error}"));
            }
            ["ouderwijzer", "voorbeeld", ref options @ ..] => preview(&self.path(), options, page),
            ["ouderwijzer", ref options @ .., ">", file] => {
                fs::write(self.path().join(file), self.run(options, page)).expect("written");
            }
            // The whole country is made and checked by the gate; here one municipality shows that the command is right.
            ["ouderwijzer", command @ ("build" | "check")] => drop(self.run(&[command, "--gemeente", "urk"], page)),
            // Somebody says yes.
            ["ouderwijzer", "import", sheet] => drop(self.run(&["import", sheet, "--ja"], page)),
            ["ouderwijzer", ref options @ ..] => drop(self.run(options, page)),
            _ => panic!("{page}: `{line}` is no command that this test can run"),
        }
        self.ran += 1;
    }

    fn run(&self, options: &[&str], page: &str) -> Vec<u8> {
        run(&self.path(), options, page)
    }
}

/// The letters that somebody lets the program look at.
fn letters(folder: &Utf8Path) {
    let sentence = "Dit is uitleg, geen dreigement. U mag ja of nee zeggen.";
    fs::write(folder.join("brief.txt"), format!("{sentence}\n")).expect("written");
    fs::write(folder.join("brief.docx"), document(sentence)).expect("written");
}

/// A paragraph as Word saves it.
fn document(sentence: &str) -> Vec<u8> {
    let xml = format!("<w:document><w:body><w:p><w:r><w:t>{sentence}</w:t></w:r></w:p></w:body></w:document>");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("begun");
    std::io::Write::write_all(&mut zip, xml.as_bytes()).expect("written");
    zip.finish().expect("finished").into_inner()
}

fn program(folder: &Utf8Path, options: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ouderwijzer"));
    command.args(options).current_dir(folder).stdin(Stdio::null());
    command
}

fn run(folder: &Utf8Path, options: &[&str], page: &str) -> Vec<u8> {
    let output = program(folder, options).output().expect("run");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{page}: `ouderwijzer {}` says {said}", options.join(" "));
    output.stdout
}

/// The same preview without a browser: it must say its address.
fn preview(folder: &Utf8Path, options: &[&str], page: &str) {
    let options: Vec<&str> = options.iter().copied().filter(|option| *option != "--open").collect();
    let mut child = program(folder, &[&["voorbeeld"], options.as_slice(), &["--port", "0"]].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
    child.kill().expect("it still ran");
    child.wait().expect("stopped");
    assert!(line.starts_with("Voorbeeld: http://127.0.0.1:"), "{page}: {line}");
}

#[test]
fn every_picture_and_page_that_the_handbook_names_is_there_and_small() {
    let mut pictures = 0;
    for (page, text) in pages() {
        let text = without_blocks(&text);
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split([')', '#']).next().unwrap_or_default();
            if target.is_empty() || target.starts_with("https:") {
                continue;
            }
            let found = fs::metadata(project().join("docs/handleiding").join(target));
            let size = found.unwrap_or_else(|error| panic!("{page} names `{target}`: {error}")).len();
            if target.ends_with(".png") {
                pictures += 1;
                assert!(size < 150_000, "`{target}` has {size} bytes");
            }
        }
    }
    assert_eq!(pictures, 5, "pictures of the real screens");
}

/// Commands and messages are not sentences of the handbook. The lines stay, so that a finding has its place.
fn without_blocks(text: &str) -> String {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        inside ^= is_fence;
        lines.push(if inside || is_fence { "" } else { line });
    }
    lines.join("\n")
}

#[test]
fn the_handbook_is_plain_and_neutral_dutch() {
    for (page, text) in pages() {
        let mut outcome = check_letter(&page, &without_blocks(&text), None);
        // That rule weighs the tone of a letter to a parent; here an editor is told what to type.
        outcome.problems.retain(|problem| problem.rule != "klinkt-als-druk");
        // Words of the trade (`spatie`, `logboek`) stay; a page full of them does not.
        let is_single_word =
            |problem: &Diagnostic| problem.rule == "onbekend-woord" && problem.severity == Severity::Warning;
        outcome.problems.retain(|problem| !is_single_word(problem));
        assert!(!outcome.levels.is_empty() || page == "README.md", "{page} was not read");
        let messages = human(&outcome.problems, &outcome.files, Look::Plain);
        assert!(outcome.problems.count(Severity::Error) + outcome.problems.count(Severity::Warning) == 0, "{messages}");
    }
}

/// A site with a file of Leiden as an editor fills it in.
struct FilledIn {
    dir: tempfile::TempDir,
}

impl FilledIn {
    fn new() -> FilledIn {
        let desk = FilledIn { dir: tempfile::tempdir().expect("a temporary folder") };
        run(&desk.path(), &["new"], "new");
        run(&desk.path(), &["new", "gemeente", "Leiden"], "new gemeente");
        desk.replace("# peildatum: 2026-11-22\n\n# Hoe zeker", "peildatum: 2026-11-22\n\n# Hoe zeker");
        desk.replace("status: onbekend", "status: gedateerd");
        desk.replace("  streef: onbekend", "  streef: 3 maanden");
        let open = "uitgesteld_onderzoek: onbekend\n  # Waar dit staat.\n  ";
        desk.replace(&format!("{open}# bron: [naam-van-de-bron]"), &format!("{open}bron: [verordening]"));
        desk.replace(
            "clientondersteuning: onbekend",
            "clientondersteuning:\n  naam: Hulp in Leiden\n  telefoon: \"071 516 50 05\"\n  bron: [verordening]",
        );
        let example = "# bronnen:\n#   naam-van-de-bron:\n#     titel: Verordening jeugdhulp\n#     jaar: 2026\n#     soort: gemeentestuk";
        let source =
            "bronnen:\n  verordening:\n    titel: \"Verordening jeugdhulp\"\n    jaar: 2026\n    soort: gemeentestuk";
        desk.replace(example, source);
        desk
    }

    fn path(&self) -> Utf8PathBuf {
        Utf8PathBuf::from_path_buf(self.dir.path().to_owned()).expect("UTF-8")
    }

    fn replace(&self, from: &str, to: &str) {
        self.replace_in(LEIDEN, from, to);
    }

    fn replace_in(&self, path: &str, from: &str, to: &str) {
        let path = self.path().join(path);
        let text = fs::read_to_string(&path).expect("readable");
        assert!(text.contains(from), "`{path}` does not contain `{from}`");
        fs::write(path, text.replacen(from, to, 1)).expect("written");
    }

    fn messages(&self) -> String {
        let settings = Settings {
            site_dir: self.path(),
            output_dir: Utf8PathBuf::new(),
            municipalities: vec!["leiden".to_owned()],
            languages: Vec::new(),
            as_of: date(2026, 11, 22),
        };
        let read = read_for_preview(&settings).expect("the folder can be read");
        human(&read.problems, &read.files, Look::Plain)
    }
}

/// Makes the mistake of a section, by its number.
fn make_mistake(number: usize, desk: &FilledIn) {
    let file = desk.path().join(LEIDEN);
    match number {
        1 => desk.replace("  streef: 3 maanden", "\tstreef: 3 maanden"),
        2 => desk.replace("  maximum: onbekend", "    maximum: onbekend"),
        3 => desk.replace("\"Verordening jeugdhulp\"", "\"Verordening jeugdhulp"),
        4 => desk.replace("\npeildatum: 2026-11-22", "\npeildatum: 22-11-2026"),
        5 => desk.replace("\"071 516 50 05\"", "\"071 516 50 0\""),
        6 => desk.replace("  maximum: onbekend", "  maximun: onbekend"),
        7 => {
            let text = fs::read_to_string(&file).expect("readable");
            // The old form has a byte for each of these letters.
            let old: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
            fs::write(&file, old).expect("written");
        }
        8 => desk.replace("  code: GM0546\n", ""),
        9 => fs::rename(&file, file.with_file_name("Leiden.yaml")).expect("renamed"),
        10 => desk.replace_in("content/nl/paginas/klacht.md", "\n\n", "\n\nLees ook [meer over klagen](klagen.md).\n\n"),
        _ => panic!("there are ten mistakes"),
    }
}

/// `UPDATE=1 cargo test handbook` writes the messages; read the difference before you commit it.
#[test]
fn ten_typical_mistakes_get_the_message_that_the_handbook_shows() {
    let update = std::env::var_os("UPDATE").is_some();
    let path = project().join(MISTAKES);
    let text = fs::read_to_string(&path).expect("readable");
    let (head, sections) = text.split_once("\n## ").expect("a first section");
    let mut written = head.to_owned();
    let sections: Vec<&str> = sections.split("\n## ").collect();
    assert_eq!(sections.len(), 10);
    assert_eq!(FilledIn::new().messages(), "", "without a mistake nothing is said");
    for (index, section) in sections.iter().enumerate() {
        let (before, rest) = section.split_once("```text\n").expect("a message");
        let (shown, after) = rest.split_once("```").expect("an end");
        let desk = FilledIn::new();
        make_mistake(index + 1, &desk);
        let given = format!("{}\n", desk.messages());
        assert!(update || given == shown, "mistake {}\n--- shown\n{shown}\n--- given\n{given}", index + 1);
        assert!(given.contains("fout[") && given.contains("hulp: "), "{given}");
        written.push_str(&format!("\n## {before}```text\n{given}```{after}"));
    }
    if update {
        fs::write(path, written).expect("written");
    }
}
