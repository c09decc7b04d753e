//! What a theme or a language offers is used: a word that nobody shows is never read again by a translator.

use std::collections::BTreeSet;
use std::fs;

use super::site::{files, project};

/// All texts below a folder with an ending, in one.
fn texts(folder: &str, ending: &str) -> String {
    files(folder, ending).into_iter().map(|path| fs::read_to_string(path).expect("readable") + "\n").collect()
}

/// Paths of all words of the interface, such as `local.rows.aim`.
fn ui_paths() -> Vec<String> {
    let text = fs::read_to_string(project().join("content/nl/ui.yaml")).expect("readable");
    let words: serde_json::Value = serde_yaml::from_str(&text).expect("valid YAML");
    let mut paths = Vec::new();
    collect(&words, "", &mut paths);
    paths
}

fn collect(words: &serde_json::Value, at: &str, paths: &mut Vec<String>) {
    match words.as_object() {
        Some(fields) => {
            for (name, inner) in fields {
                let path = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
                collect(inner, &path, paths);
            }
        }
        None => paths.push(at.to_owned()),
    }
}

/// Strings between double quotes in Rust.
fn literals(rust: &str) -> BTreeSet<&str> {
    rust.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .collect()
}

/// Whether a pattern such as `local.rows.{name}` can make the path; what fills a hole must itself be named somewhere.
fn makes(pattern: &str, path: &str, named: &dyn Fn(&str) -> bool) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('.').collect(), path.split('.').collect());
    pattern.len() == path.len()
        && !pattern.iter().all(|part| part.starts_with('{'))
        && pattern.iter().zip(&path).all(|(part, word)| if part.starts_with('{') { named(word) } else { part == word })
}

#[test]
fn every_word_of_the_interface_is_shown_somewhere() {
    let templates = texts("themes", ".html");
    let rust = texts("src", ".rs");
    let literals = literals(&rust);
    // Groups of rights and remedies are named by the content.
    let groups = texts("content", "rechten.yaml") + &texts("content", "routes.yaml");
    let in_content = |word: &str| groups.lines().any(|line| line.trim() == format!("groep: {word}"));
    // Labels of the picture are asked for by the names of fields.
    let labels =
        rust.split("\nwords! {\n").nth(1).and_then(|rest| rest.split("\n}\n").next()).expect("the labels of the picture");
    let is_label = |word: &str| labels.lines().any(|line| line.trim() == format!("{word},"));
    let named = |word: &str| literals.contains(word) || in_content(word) || is_label(word);
    let in_template = |path: &str| {
        let end = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric() || matches!(next, '_' | '.'));
        let wanted = format!("ui.{path}");
        templates.match_indices(&wanted).any(|(at, found)| end(&templates[at + found.len()..]))
    };
    let in_rust = |path: &str| literals.iter().any(|pattern| makes(pattern, path, &named));
    let paths = ui_paths();
    assert!(paths.len() > 150, "only {} words", paths.len());
    let unused: Vec<&String> = paths.iter().filter(|path| !in_template(path) && !in_rust(path)).collect();
    assert!(unused.is_empty(), "nobody shows these words of ui.yaml: {unused:#?}");
}

/// Names that begin with `ow-`.
fn class_names(text: &str) -> BTreeSet<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    text.match_indices("ow-")
        .filter(|(at, _)| !text[..*at].ends_with(is_part))
        .map(|(at, _)| text[at..].chars().take_while(|letter| is_part(*letter)).collect())
        .collect()
}

#[test]
fn every_class_of_the_style_sheet_stands_in_a_template_or_is_written_by_the_program() {
    let css: String = files("themes", ".css").into_iter().map(|path| fs::read_to_string(path).expect("readable")).collect();
    let rust = texts("src", ".rs");
    let written = class_names(&(texts("themes", ".html") + &rust));
    // `ow-frame--{{ stage.frame }}`, `ow-picture__{}`: the first half is written, the rest is a word of Rust.
    let halves: Vec<&String> = written.iter().filter(|name| name.ends_with("--") || name.ends_with("__")).collect();
    let literals = literals(&rust);
    let is_made = |class: &str| {
        halves.iter().any(|half| class.strip_prefix(half.as_str()).is_some_and(|rest| literals.contains(rest)))
    };
    let classes: BTreeSet<String> = (css.match_indices(".ow-").map(|(at, _)| &css[at + 1..]))
        .flat_map(|rest| {
            class_names(
                rest.split(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '_'))
                    .next()
                    .unwrap_or_default(),
            )
        })
        .collect();
    assert!(classes.len() > 80, "only {} classes", classes.len());
    let unused: Vec<&String> = classes.iter().filter(|class| !written.contains(*class) && !is_made(class)).collect();
    assert!(unused.is_empty(), "no page has these classes of the style sheet: {unused:#?}");
}
