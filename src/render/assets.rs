//! The style sheet: all parts of the theme in one file, named after its content so that it may be cached for ever.

use std::collections::BTreeMap;

use crate::output::OutputFile;

/// Joins the style sheets of the theme: tokens first, then components by name.
pub(crate) fn style_sheet(theme: &BTreeMap<String, String>) -> OutputFile {
    let mut css = String::new();
    let tokens = theme.iter().filter(|(path, _)| path.as_str() == "tokens.css");
    let components = theme.iter().filter(|(path, _)| path.starts_with("components/") && path.ends_with(".css"));
    for (_, text) in tokens.chain(components) {
        css.push_str(&compact(text));
    }
    let hash = blake3::hash(css.as_bytes()).to_hex();
    OutputFile::text(format!("style-{}.css", &hash[..12]), css)
}

/// The icon of the site: without it browsers ask for a file that does not exist.
pub(crate) fn icon(theme: &BTreeMap<String, String>) -> Option<OutputFile> {
    theme.get("icon.svg").map(|svg| OutputFile::text("icon.svg", svg.as_str()))
}

/// Leaves out comments, indentation and line ends. Nothing inside a rule is changed.
fn compact(css: &str) -> String {
    let mut without_comments = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        without_comments.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    without_comments.push_str(rest);
    let mut out = String::with_capacity(without_comments.len());
    for line in without_comments.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let needs_space = out.ends_with(|last: char| !matches!(last, '{' | '}' | ';' | ',' | ':'));
        if needs_space && !out.is_empty() && !line.starts_with(['{', '}']) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn comments_and_indentation_go_and_rules_stay() {
        let css = "/* a */\n.x {\n  margin: 0 auto;\n}\n@media print {\n  .x,\n  .y { color: red }\n}\n";
        assert_eq!(compact(css), ".x {margin: 0 auto;}@media print {.x,.y { color: red }}");
    }

    #[test]
    fn a_selector_over_two_lines_keeps_its_space() {
        assert_eq!(compact(".a\n.b { top: 0 }"), ".a .b { top: 0 }");
    }
}
