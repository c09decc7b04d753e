//! Every internal link and anchor of the finished pages leads somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::diag::{Diagnostic, Diagnostics};
use crate::output::OutputFile;

/// Collects pages one by one, from several threads, and judges at the end.
#[derive(Debug)]
pub struct LinkChecker {
    /// Path of the base address: links of a page that is shown at any depth begin with it.
    base_path: String,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    files: BTreeSet<String>,
    anchors: BTreeMap<String, BTreeSet<String>>,
    /// Target and anchor, with the first page that has it.
    links: BTreeMap<(String, String), String>,
    /// Anchors that stand twice on a page, with the first such page: the same mistake of a theme shows everywhere.
    double: BTreeMap<String, String>,
}

impl LinkChecker {
    /// Starts with nothing seen.
    pub fn new(base_address: &str) -> LinkChecker {
        let base_path = url::Url::parse(base_address).map_or("/".to_owned(), |url| url.path().to_owned());
        LinkChecker { base_path, seen: Mutex::new(Seen::default()) }
    }

    /// Looks at one finished file.
    pub fn look(&self, file: &OutputFile) {
        let path = file.path.as_str();
        let mut own = Own { ids: BTreeSet::new(), double: Vec::new(), links: Vec::new() };
        if path.ends_with(".html") {
            collect(&String::from_utf8_lossy(&file.bytes), &mut own);
        }
        let mut seen = self.seen.lock().expect("no thread panics while it holds what was seen");
        seen.files.insert(path.to_owned());
        for id in &own.double {
            seen.double.entry(id.clone()).or_insert_with(|| path.to_owned());
        }
        for link in &own.links {
            if let Some((target, anchor)) = self.resolve(path, link) {
                seen.links.entry((target, anchor)).or_insert_with(|| path.to_owned());
            }
        }
        if path.ends_with(".html") {
            seen.anchors.insert(path.to_owned(), own.ids);
        }
    }

    /// File and anchor that a link means; `None` when it leaves the site.
    fn resolve(&self, page: &str, link: &str) -> Option<(String, String)> {
        let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
        if path.contains(':') || path.starts_with("//") {
            return None;
        }
        if path.is_empty() {
            return Some((page.to_owned(), anchor.to_owned()));
        }
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        let relative = match path.strip_prefix(&self.base_path) {
            Some(from_root) => {
                parts.clear();
                from_root
            }
            None => path,
        };
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop();
                }
                name => parts.push(name),
            }
        }
        let mut target = parts.join("/");
        if relative.ends_with('/') || relative.ends_with("..") || relative.is_empty() || relative == "." {
            target.push_str(if target.is_empty() { "index.html" } else { "/index.html" });
        }
        Some((target, anchor.to_owned()))
    }

    /// What leads nowhere, and how many links and pages were judged.
    pub fn finish(self) -> (Diagnostics, Judged) {
        let Seen { files, anchors, links, double } = self.seen.into_inner().expect("no thread panics while it holds it");
        let judged = Judged { pages: anchors.len(), links: links.len() };
        let mut problems = Diagnostics::default();
        for (id, page) in &double {
            let twice = Diagnostic::error("dubbel-anker", format!("op `{page}` staat het anker `{id}` twee keer"));
            problems.push(twice.help("geef de kop in de tekst een ander anker: een blok op deze pagina heeft dit al"));
        }
        for ((target, anchor), page) in &links {
            if !files.contains(target) {
                let dead = Diagnostic::error(
                    "kapotte-link",
                    format!("op `{page}` leidt een link naar `{target}`, en dat bestaat niet"),
                );
                problems.push(dead.help("maak de pagina, of verander de link"));
            } else if !anchor.is_empty() && !anchors.get(target).is_some_and(|ids| ids.contains(anchor)) {
                let dead = Diagnostic::error(
                    "kapot-anker",
                    format!("op `{page}` leidt een link naar `{target}#{anchor}`, en dat anker bestaat niet"),
                );
                problems.push(dead.help("zet het anker op die pagina, of verander de link"));
            }
        }
        (problems, judged)
    }
}

/// How much was looked at: a checker that saw nothing has proved nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// HTML pages.
    pub pages: usize,
    /// Different internal links.
    pub links: usize,
}

struct Own {
    ids: BTreeSet<String>,
    double: Vec<String>,
    links: Vec<String>,
}

fn collect(html: &str, own: &mut Own) {
    let own = std::cell::RefCell::new(own);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[id]", |element| {
            if let Some(id) = element.get_attribute("id") {
                let mut own = own.borrow_mut();
                if !own.ids.insert(id.clone()) {
                    own.double.push(id);
                }
            }
            Ok(())
        }))
        .append_element_content_handler(element!("a[href], link[href]", |element| {
            if let Some(href) = element.get_attribute("href") {
                own.borrow_mut().links.push(href);
            }
            Ok(())
        }));
    // Our own templates made this page: it is well formed, and an error here would show as missing anchors.
    let _ = rewrite_str(html, settings);
}

#[cfg(test)]
mod tests {
    use super::LinkChecker;
    use crate::output::OutputFile;

    #[test]
    fn a_link_to_a_page_or_anchor_that_is_not_there_is_found() {
        let checker = LinkChecker::new("https://example.org/");
        checker.look(&OutputFile::text(
            "a/index.html",
            "<p id=x><a href='../b/#y'>b</a><a href='#x'>x</a><a href='../c/'>c</a>",
        ));
        checker.look(&OutputFile::text("b/index.html", "<p id=z>"));
        let (problems, judged) = checker.finish();
        assert_eq!(problems.count(crate::diag::Severity::Error), 2);
        assert_eq!((judged.pages, judged.links), (2, 3));
    }

    #[test]
    fn a_link_from_any_depth_starts_at_the_root_of_the_site() {
        let checker = LinkChecker::new("https://example.org/deel/");
        checker.look(&OutputFile::text("404.html", "<a href='/deel/'>begin</a>"));
        checker.look(&OutputFile::text("index.html", "<p>"));
        let (problems, _) = checker.finish();
        assert!(!problems.has_errors());
    }
}
