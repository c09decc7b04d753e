//! Minifies HTML that many pages share, once, when it is made. Pages themselves are never minified: that costs five
//! times the rendering and saves a sixtieth of what is sent (`docs/decisions/0009-minify-shared-parts.md`).

/// The same HTML in fewer bytes; as it was when the feature `minify` is off.
#[cfg(feature = "minify")]
pub(crate) fn shrink(html: &str) -> String {
    let mut settings = minify_html::Cfg::new();
    settings.keep_closing_tags = true;
    settings.keep_html_and_head_opening_tags = true;
    settings.minify_css = false;
    settings.minify_js = false;
    let bytes = minify_html::minify(guard_spaces(html).as_bytes(), &settings);
    String::from_utf8(bytes).map_or_else(|_| html.to_owned(), |small| small.replace(SPACE_GUARD, " "))
}

/// The same HTML: this program was built without the minifier.
#[cfg(not(feature = "minify"))]
pub(crate) fn shrink(html: &str) -> String {
    html.to_owned()
}

/// Stands for a space between two inline elements, which the minifier would take away so that words glue together.
#[cfg(feature = "minify")]
const SPACE_GUARD: char = '\u{E00F}';

/// Protects every single space between a closing and an opening tag; line ends between blocks may go.
#[cfg(feature = "minify")]
fn guard_spaces(html: &str) -> String {
    html.replace("> <", &format!(">{SPACE_GUARD}<"))
}

#[cfg(test)]
mod tests {
    use super::shrink;

    #[test]
    fn words_in_neighbouring_elements_do_not_glue_together() {
        let small = shrink("<div>\n  <a href=\"x/\">een</a> <span>twee</span>\n</div>\n<p>drie <b>vier</b> <i>vijf</i></p>");
        assert!(small.contains("een</a> <span>twee"), "{small}");
        assert!(small.contains("<b>vier</b> <i>vijf</i>"), "{small}");
    }

    #[test]
    fn the_mark_of_the_root_survives() {
        assert!(shrink("<a href=\"\u{E000}klacht/\">klacht</a>").contains("\u{E000}klacht/"));
    }
}
