//! Every refusal with its whole Dutch message: the fixtures of `tests/refusals/`.
//!
//! A fixture is Markdown: `# name`, blocks that change the small site (`write`, `bytes`, `replace`, `remove`), and a block `message` with what an editor gets.
//! `UPDATE=1 cargo test refusals` writes the messages; read the difference before you commit it.

use std::fs;
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::site::{Site, files};

#[test]
fn every_refusal_says_where_what_and_what_to_type() {
    let update = std::env::var_os("UPDATE").is_some();
    let fixtures = files("tests/refusals", ".md");
    assert!(fixtures.len() >= 180, "only {} fixtures were found", fixtures.len());
    let wrong: Vec<String> = fixtures.par_iter().filter_map(|path| judge(path, update)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is wrong with the message of a fixture; with `update` the new message is written.
fn judge(path: &Path, update: bool) -> Option<String> {
    let text = fs::read_to_string(path).expect("readable");
    let fixture = Fixture::parse(&text);
    let given = fixture.messages();
    if given.is_empty() {
        return Some(format!("{} changes the site, and nothing is said", path.display()));
    }
    if given == fixture.expected {
        return None;
    }
    if update {
        update_message(path, &text, &given);
        return None;
    }
    Some(format!("{}\n--- expected\n{}\n--- given\n{given}", path.display(), fixture.expected))
}

#[test]
fn the_small_site_itself_is_not_refused() {
    let messages = Site::basis().messages();
    assert!(messages.is_empty(), "{messages}");
}

/// One mistake and its message.
pub(crate) struct Fixture {
    /// What it is called.
    pub(crate) title: String,
    /// What is done to the small site: word, path, text.
    pub(crate) changes: Vec<(String, String, String)>,
    /// What an editor gets.
    pub(crate) expected: String,
}

impl Fixture {
    /// Reads a fixture.
    pub(crate) fn parse(text: &str) -> Fixture {
        let title = text.lines().next().unwrap_or_default().trim_start_matches("# ").to_owned();
        let mut fixture = Fixture { title, changes: Vec::new(), expected: String::new() };
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            let Some(head) = line.strip_prefix("````") else { continue };
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "````").collect();
            let (word, path) = head.split_once(' ').unwrap_or((head, ""));
            if word == "message" {
                fixture.expected = body.join("\n");
            } else {
                fixture.changes.push((word.to_owned(), path.to_owned(), body.join("\n")));
            }
        }
        fixture
    }

    fn messages(&self) -> String {
        let site = Site::basis();
        for (word, path, body) in &self.changes {
            match word.as_str() {
                "write" => site.write(path, format!("{body}\n")),
                "bytes" => site.write(path, bytes(body)),
                "remove" => site.remove(path),
                "replace" => {
                    let (from, to) = body.split_once("\n=>\n").expect("`from`, a line `=>`, `to`");
                    site.replace(path, from, to);
                }
                other => panic!("unknown block `{other}`"),
            }
        }
        site.messages().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }
}

/// Text in which `\xE9` is one byte: for files in another encoding, and signs that cannot be seen.
fn bytes(body: &str) -> Vec<u8> {
    let mut parts = body.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("two hexadecimal digits"));
        bytes.extend(&part.as_bytes()[2..]);
    }
    bytes
}

fn update_message(path: &Path, text: &str, message: &str) {
    let start = text.find("````message").expect("a block `message`");
    fs::write(path, format!("{}````message\n{message}\n````\n", &text[..start])).expect("written");
}
