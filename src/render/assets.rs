//! The style sheet: all parts of the theme in one file. It and the letters that it names are called after their content,
//! so that they may be cached for ever.

use std::collections::BTreeMap;

use crate::lang::Lang;
use crate::output::OutputFile;
use crate::render::diagram::letters::{self, ServedFont};

/// The style sheet, and the letters of the pictures if it uses them. The letters come first: who has the sheet finds them.
pub(crate) fn style(theme: &BTreeMap<String, String>, languages: &[Lang]) -> (Vec<OutputFile>, OutputFile) {
    let mut css = joined(theme);
    // A house style may set its own letters for pictures; then nobody needs ours.
    if !css.contains(letters::FAMILY) {
        return (Vec::new(), style_sheet(css));
    }
    let mut files = Vec::new();
    for font in letters::served(languages.iter().map(|lang| lang.tag())) {
        let file = font_file(&font);
        css.push_str(&letters::font_face(&font, file.path.as_str()));
        files.push(file);
    }
    (files, style_sheet(css))
}

fn font_file(font: &ServedFont) -> OutputFile {
    let hash = blake3::hash(font.bytes).to_hex();
    OutputFile::bytes(format!("{}-{}.woff2", font.name, &hash[..12]), font.bytes.to_vec())
}

fn style_sheet(css: String) -> OutputFile {
    let hash = blake3::hash(css.as_bytes()).to_hex();
    OutputFile::text(format!("style-{}.css", &hash[..12]), css)
}

/// Joins the style sheets of the theme: tokens first, then components by name.
fn joined(theme: &BTreeMap<String, String>) -> String {
    let mut css = String::new();
    let tokens = theme.iter().filter(|(path, _)| path.as_str() == "tokens.css");
    let components = theme.iter().filter(|(path, _)| path.starts_with("components/") && path.ends_with(".css"));
    for (_, text) in tokens.chain(components) {
        css.push_str(&compact(text));
    }
    css
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
    use std::collections::BTreeMap;

    use super::{compact, style};
    use crate::lang::Lang;
    use crate::render::diagram::letters::FAMILY;

    fn sheet_for(css: &str, tags: &[&str]) -> (Vec<String>, String) {
        let theme = BTreeMap::from([("components/picture/picture.css".to_owned(), css.to_owned())]);
        let languages: Vec<Lang> = tags.iter().filter_map(|tag| Lang::from_tag(tag)).collect();
        let (fonts, sheet) = style(&theme, &languages);
        let names = fonts.into_iter().map(|font| font.path.as_str().to_owned()).collect();
        (names, String::from_utf8(sheet.bytes).expect("a style sheet is text"))
    }

    #[test]
    fn a_style_sheet_names_the_letters_that_its_languages_need_after_their_content() {
        let css = format!(".ow-picture {{ font-family: \"{FAMILY}\" }}");
        for (tags, count) in [(vec!["nl", "en"], 2), (vec!["nl", "ar"], 4), (vec!["nl", "ar", "uk"], 6)] {
            let (names, sheet) = sheet_for(&css, &tags);
            assert_eq!(names.len(), count, "{tags:?}: {names:?}");
            assert!(names.iter().all(|name| sheet.contains(&format!("src:url({name})"))), "{sheet}");
        }
    }

    #[test]
    fn a_house_style_with_its_own_letters_gets_none_of_ours() {
        let (names, sheet) = sheet_for(".ow-picture { font-family: Huisletter }", &["nl"]);
        assert_eq!((names.len(), sheet.contains("@font-face")), (0, false));
    }

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
