//! Which addresses stand in the input files, and where each stands first.

use std::collections::BTreeMap;

use crate::diag::{SourceMap, Span};

const BEGIN: &str = "https://";
/// Signs at which an address ends in Markdown and YAML.
const END: &[char] = &[' ', '\n', '\t', '"', '\'', ')', '>', '<', '}', ']', ',', '|', '`'];

/// All addresses of other sites, each with its first place. `own` is the address of the site itself, which may not be on line yet.
pub fn addresses(files: &SourceMap, own: &str) -> BTreeMap<String, Span> {
    let mut found = BTreeMap::new();
    for file in files.ids() {
        let text = files.text(file);
        for (start, _) in text.match_indices(BEGIN).filter(|(at, _)| !is_remark(text, *at)) {
            let rest = &text[start..];
            let address = rest[..rest.find(END).unwrap_or(rest.len())].trim_end_matches(['.', ';', ':']);
            // What comes behind the `#` is a place on the page.
            let address = address.split('#').next().unwrap_or_default();
            if address.len() > BEGIN.len() && !address.starts_with(own) {
                let span = Span::new(file, start, start + address.len());
                found.entry(address.to_owned()).or_insert(span);
            }
        }
    }
    found
}

/// Whether the line of this byte is a remark of YAML.
fn is_remark(text: &str, at: usize) -> bool {
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with("# ")
}

#[cfg(test)]
mod tests {
    use super::addresses;
    use crate::diag::SourceMap;

    #[test]
    fn addresses_of_yaml_and_markdown_are_found_once_and_without_what_stands_behind_them() {
        let mut files = SourceMap::default();
        files.add("a.yaml".into(), "# https://remark.nl/\nx: { a: https://een.nl/a, b: \"https://twee.nl\" }\n".into());
        files.add(
            "b.md".into(),
            "Lees [meer](https://een.nl/a#b) of kijk op https://drie.nl/c. En https://zelf.nl/d\n".into(),
        );
        let found = addresses(&files, "https://zelf.nl/");
        let shown: Vec<&str> = found.keys().map(String::as_str).collect();
        assert_eq!(shown, ["https://drie.nl/c", "https://een.nl/a", "https://twee.nl"]);
        let span = found["https://een.nl/a"];
        assert_eq!((files.path(span.file).as_str(), files.line_column(span)), ("a.yaml", (2, 9)));
    }
}
