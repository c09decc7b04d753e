//! A finished page or style sheet, read once: what the rules about pages look at.

use std::cell::RefCell;

use lol_html::html_content::{Element, TextChunk};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) text: String,
}

/// A link of the main part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageLink {
    pub(super) href: String,
    /// What is read aloud: the label, or else the text.
    pub(super) text: String,
    /// A word that leads to the glossary looks different, and may stand beside a link with the same text.
    pub(super) is_term: bool,
    in_main: bool,
}

/// A part with a language of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speech {
    pub(super) element: String,
    pub(super) lang: String,
    pub(super) dir: Option<String>,
}

/// A table, and whether it has a cell that is a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) has_heading: bool,
}

/// What stands on a page, or in a style sheet.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    /// The style sheet, without its comments; `None` for a page.
    pub(super) style: Option<String>,
    /// Whether the page belongs to a municipality, and so has sources of its own.
    pub(super) is_local: bool,
    /// Bytes of the page without its pictures.
    pub(super) bytes: usize,
    pub(super) has_title: bool,
    pub(super) lang: Option<String>,
    pub(super) dir: Option<String>,
    pub(super) headings: Vec<Heading>,
    links: Vec<PageLink>,
    /// Addresses of images that say nothing to who cannot see them.
    pub(super) silent_images: Vec<String>,
    pub(super) tables: Vec<Table>,
    pub(super) speech: Vec<Speech>,
    /// Elements with a style of their own.
    pub(super) inline_styles: Vec<String>,
    /// Elements with a script of their own.
    pub(super) inline_scripts: Vec<String>,
    /// Addresses that the page asks for by itself.
    pub(super) requests: Vec<String>,
    pub(super) has_exit: bool,
    pub(super) has_sources: bool,
    pub(super) has_helpline: bool,
    /// Text of the foot of the page.
    pub(super) foot: String,
}

impl Sight {
    /// Reads a page, or a style sheet when `path` ends in `.css`. `exit_address` is the neutral site of the exit link.
    pub fn read(path: &str, text: &str, exit_address: &str) -> Sight {
        if path.ends_with(".css") {
            return Sight { style: Some(without_comments(text)), bytes: text.len(), ..Sight::default() };
        }
        let sight = RefCell::new(Sight::default());
        // Our own templates made this page: it is well formed, and an error here would show as missing parts.
        let _ = rewrite_str(text, handlers(&sight, exit_address));
        let mut sight = sight.into_inner();
        sight.bytes = text.len().saturating_sub(picture_bytes(text));
        sight
    }

    /// The same page, as one of a municipality.
    #[must_use]
    pub fn of_municipality(self, is_local: bool) -> Sight {
        Sight { is_local, ..self }
    }

    /// Whether this is a page, and no style sheet.
    pub(super) fn is_page(&self) -> bool {
        self.style.is_none()
    }

    /// Links of the main part: what repeats on every page is judged by the theme.
    pub(super) fn main_links(&self) -> impl Iterator<Item = &PageLink> {
        self.links.iter().filter(|link| link.in_main)
    }

    /// All links.
    pub(super) fn links(&self) -> &[PageLink] {
        &self.links
    }
}

/// The title of a page, without reading the rest.
pub(super) fn title(html: &str) -> Option<String> {
    let inside = html.split_once("<title>")?.1.split_once("</title>")?.0;
    Some(inside.trim().to_owned())
}

/// The language of a page, without reading the rest.
pub(super) fn language(html: &str) -> String {
    let head = html.split_once("<html").map_or("", |(_, rest)| rest.split('>').next().unwrap_or_default());
    let value = head.split_once("lang=").map_or("", |(_, rest)| rest.split([' ', '>']).next().unwrap_or_default());
    value.trim_matches(['"', '\'']).to_owned()
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("*/").map_or("", |(_, rest)| rest))
}

fn picture_bytes(html: &str) -> usize {
    let pictures = html.split("<svg").skip(1);
    pictures.map(|part| part.find("</svg>").unwrap_or(part.len())).sum()
}

type Settings<'h> = RewriteStrSettings<'h, 'static>;

fn handlers<'h>(sight: &'h RefCell<Sight>, exit_address: &'h str) -> Settings<'h> {
    RewriteStrSettings::new()
        .append_element_content_handler(element!("*", |element| {
            sight.borrow_mut().any(element);
            Ok(())
        }))
        // Letters in a picture have their own order; the handler above has just written them down.
        .append_element_content_handler(element!("svg[lang], svg [lang]", |_| {
            sight.borrow_mut().speech.pop();
            Ok(())
        }))
        .append_element_content_handler(element!("a[href]", |element| {
            sight.borrow_mut().link(element, exit_address);
            Ok(())
        }))
        .append_element_content_handler(element!("main a[href]", |_| {
            if let Some(link) = sight.borrow_mut().links.last_mut() {
                link.in_main = true;
            }
            Ok(())
        }))
        .append_element_content_handler(text!("a[href]", |chunk| {
            sight.borrow_mut().link_text(chunk);
            Ok(())
        }))
        .append_element_content_handler(text!("h1, h2, h3, h4, h5, h6", |chunk| {
            if let Some(heading) = sight.borrow_mut().headings.last_mut() {
                heading.text.push_str(chunk.as_str());
            }
            Ok(())
        }))
        .append_element_content_handler(text!("footer", |chunk| {
            sight.borrow_mut().foot.push_str(chunk.as_str());
            Ok(())
        }))
}

impl Sight {
    /// What every element may carry, and what the element itself is.
    fn any(&mut self, element: &Element<'_, '_>) {
        let name = element.tag_name();
        self.attributes(element, &name);
        match name.as_str() {
            "html" => (self.lang, self.dir) = (element.get_attribute("lang"), element.get_attribute("dir")),
            "title" => self.has_title = true,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                self.headings.push(Heading { level, text: element.get_attribute("aria-label").unwrap_or_default() });
            }
            "style" => self.inline_styles.push("style".to_owned()),
            "script" if !element.has_attribute("src") => self.inline_scripts.push("script".to_owned()),
            "table" if element.get_attribute("role").as_deref() != Some("presentation") => {
                self.tables.push(Table::default());
            }
            "th" => self.tables.iter_mut().for_each(|table| table.has_heading = true),
            "img" | "input" => self.image(element, &name),
            _ => {}
        }
        self.requests_of(element, &name);
    }

    fn attributes(&mut self, element: &Element<'_, '_>, name: &str) {
        for attribute in element.attributes() {
            let key = attribute.name();
            if key == "style" {
                self.inline_styles.push(name.to_owned());
            } else if key.starts_with("on") {
                self.inline_scripts.push(format!("{name} {key}"));
            } else if key == "lang" && !matches!(name, "link" | "meta") {
                let dir = element.get_attribute("dir");
                self.speech.push(Speech { element: name.to_owned(), lang: attribute.value(), dir });
            } else if key == "class" || key == "id" {
                self.has_sources |= is_source_list(&attribute.value());
            }
        }
    }

    fn image(&mut self, element: &Element<'_, '_>, name: &str) {
        let is_image = name == "img" || element.get_attribute("type").as_deref() == Some("image");
        if is_image && !element.has_attribute("alt") {
            self.silent_images.push(element.get_attribute("src").unwrap_or_default());
        }
    }

    fn requests_of(&mut self, element: &Element<'_, '_>, name: &str) {
        let attribute = match name {
            "img" | "script" | "iframe" | "audio" | "video" | "source" | "embed" | "track" | "input" => "src",
            "object" => "data",
            "use" | "image" => "href",
            "link" if is_loaded(element) => "href",
            _ => return,
        };
        if let Some(address) = element.get_attribute(attribute).filter(|address| leaves_the_site(address)) {
            self.requests.push(address);
        }
    }

    fn link(&mut self, element: &Element<'_, '_>, exit_address: &str) {
        let href = element.get_attribute("href").unwrap_or_default();
        let rel = element.get_attribute("rel").unwrap_or_default();
        self.has_exit |= href == exit_address && rel.split_whitespace().any(|word| word == "noreferrer");
        self.has_helpline |= href == "tel:112";
        let is_term = element.get_attribute("class").is_some_and(|class| class.split(' ').any(|one| one == "ow-term"));
        let text = element.get_attribute("aria-label").unwrap_or_default();
        self.links.push(PageLink { href, text, is_term, in_main: false });
    }

    fn link_text(&mut self, chunk: &TextChunk<'_>) {
        let text = chunk.as_str().replace(['\u{ad}', '\n'], "");
        if let Some(link) = self.links.last_mut() {
            link.text.push_str(&text);
        }
    }
}

/// The list under a page, or the list of all sources.
fn is_source_list(words: &str) -> bool {
    words.split_whitespace().any(|word| matches!(word, "bronnen" | "ow-page-sources" | "ow-sources-list"))
}

fn is_loaded(element: &Element<'_, '_>) -> bool {
    let rel = element.get_attribute("rel").unwrap_or_default();
    rel.split_whitespace().any(|word| matches!(word, "stylesheet" | "icon" | "preload" | "preconnect" | "dns-prefetch"))
}

/// An address with a scheme or a host of its own.
pub(super) fn leaves_the_site(address: &str) -> bool {
    address.starts_with("//") || address.starts_with("http:") || address.starts_with("https:")
}
