//! What holds of every page, whatever an editor writes: only elements and attributes that the templates make.

use ouderwijzer::output::OutputFile;

/// Elements that a page may have: those of the templates, of Markdown and of pictures.
const ELEMENTS: &[&str] = &[
    "!doctype",
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "blockquote",
    "body",
    "br",
    "caption",
    "circle",
    "dd",
    "defs",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "li",
    "line",
    "link",
    "main",
    "marker",
    "meta",
    "nav",
    "ol",
    "p",
    "path",
    "polygon",
    "polyline",
    "rect",
    "q",
    "section",
    "small",
    "span",
    "strong",
    "style",
    "summary",
    "sup",
    "svg",
    "symbol",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "tspan",
    "ul",
    "use",
];

/// How an address on a page may begin, besides the ways inside the site.
const SCHEMES: &[&str] = &["https", "mailto", "tel"];

/// A start tag with its attributes.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

/// Stops the run when a page has something that no template made.
///
/// # Panics
/// Then.
pub fn expect_harmless(file: &OutputFile) {
    if !file.path.as_str().ends_with(".html") {
        return;
    }
    let page = std::str::from_utf8(&file.bytes).expect("a page is UTF-8");
    for tag in tags(page) {
        let name = tag.name.to_ascii_lowercase();
        assert!(ELEMENTS.contains(&name.as_str()), "{}: an element `{name}`", file.path);
        for (attribute, value) in tag.attributes {
            let attribute = attribute.to_ascii_lowercase();
            assert!(!attribute.starts_with("on") && attribute != "srcdoc", "{}: `{name} {attribute}`", file.path);
            if matches!(attribute.as_str(), "href" | "src" | "action" | "formaction" | "xlink:href") {
                let scheme = value.split(['/', '#', '?']).next().and_then(|start| start.split_once(':'));
                let known = scheme.is_none_or(|(scheme, _)| SCHEMES.contains(&scheme));
                assert!(known, "{}: the address `{value}`", file.path);
            }
        }
    }
}

/// All start tags. Outside a tag a `<` never stands for itself: the program escapes it.
fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    page.split('<').skip(1).filter(|rest| !rest.starts_with('/')).map(tag)
}

fn tag(rest: &str) -> Tag<'_> {
    let end = rest.find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '>' | '/')).unwrap_or(rest.len());
    let (name, mut rest) = rest.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|sign: char| sign.is_ascii_whitespace() || sign == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return Tag { name, attributes };
        }
        let end =
            rest.find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '=' | '>' | '/')).unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(end.max(1));
        let (value, after) = after.strip_prefix('=').map_or(("", after), value);
        attributes.push((attribute, value));
        rest = after;
    }
}

/// The value behind `=`, and what follows it.
fn value(rest: &str) -> (&str, &str) {
    match rest.chars().next().filter(|sign| matches!(sign, '"' | '\'')) {
        Some(quote) => rest[1..].split_once(quote).unwrap_or((&rest[1..], "")),
        None => rest.split_at(rest.find(|sign: char| sign.is_ascii_whitespace() || sign == '>').unwrap_or(rest.len())),
    }
}

#[cfg(test)]
mod tests {
    use ouderwijzer::output::OutputFile;

    use super::expect_harmless;

    fn is_refused(page: &str) -> bool {
        let file = OutputFile::text("x/index.html", page);
        std::panic::catch_unwind(|| expect_harmless(&file)).is_err()
    }

    #[test]
    fn what_templates_make_is_harmless() {
        assert!(!is_refused(
            "<!doctype html><p class=\"a > b\" hidden>1 &lt; 2</p><a href='../x/#y' rel=noreferrer>z</a><br/>"
        ));
        assert!(!is_refused("<a href=\"https://a.example/javascript:x\">b</a><a href=\"tel:112\">112</a>"));
    }

    #[test]
    fn an_element_a_handler_and_an_address_that_no_template_makes_are_seen() {
        for page in [
            "<script>x</script>",
            "<p><IMG src=x></p>",
            "<p onclick=\"x\">y</p>",
            "<p class='a' ONload=x>y</p>",
            "<a href=\"javascript:x\">y</a>",
            "<a class=\"b\"href=data:x>y</a>",
        ] {
            assert!(is_refused(page), "{page}");
        }
    }
}
