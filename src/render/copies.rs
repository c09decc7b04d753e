//! Pages with holes: made once, copied for every municipality that has the same one.

/// Stands for the name in pages that several municipalities share. Input files cannot hold it.
pub(crate) const NAME_HOLE: char = '\u{E001}';
/// Stands for the key.
pub(crate) const KEY_HOLE: char = '\u{E002}';
/// Stands for the banner that says how sure the local values are.
pub(crate) const BANNER_HOLE: char = '\u{E003}';
/// Stands for the website.
pub(crate) const WEBSITE_HOLE: char = '\u{E004}';

/// What goes into the holes, as HTML.
#[derive(Clone, Debug, Default)]
pub(crate) struct Copied {
    pub(crate) name: String,
    pub(crate) key: String,
    pub(crate) banner: String,
    pub(crate) website: String,
}

impl Copied {
    /// The banner may name the municipality too.
    pub(crate) fn with_its_name_in_the_banner(self) -> Copied {
        Copied { banner: self.banner.replace(NAME_HOLE, &self.name), ..self }
    }
}

/// A page with holes, taken apart.
pub(crate) struct WithHoles {
    html: String,
    /// First byte of each hole, and which it is.
    holes: Vec<(usize, char)>,
}

impl WithHoles {
    pub(crate) fn new(html: String) -> WithHoles {
        let is_hole = |letter: char| matches!(letter, NAME_HOLE | KEY_HOLE | BANNER_HOLE | WEBSITE_HOLE);
        let holes = html.match_indices(is_hole).filter_map(|(at, hole)| Some((at, hole.chars().next()?))).collect();
        WithHoles { html, holes }
    }

    /// The page of one municipality.
    pub(crate) fn fill(&self, copied: &Copied) -> String {
        let Copied { name, key, banner, website } = copied;
        let filling = |hole: char| match hole {
            NAME_HOLE => name,
            KEY_HOLE => key,
            BANNER_HOLE => banner,
            _ => website,
        };
        let room: usize = self.holes.iter().map(|(_, hole)| filling(*hole).len()).sum();
        let mut page = String::with_capacity(self.html.len() + room);
        let mut from = 0;
        for (at, hole) in &self.holes {
            page.push_str(&self.html[from..*at]);
            page.push_str(filling(*hole));
            from = at + hole.len_utf8();
        }
        page.push_str(&self.html[from..]);
        page
    }
}

#[cfg(test)]
mod tests {
    use super::{Copied, WithHoles};

    #[test]
    fn a_page_is_filled_at_its_holes() {
        let page = WithHoles::new("<a href=\"\u{E002}/\">\u{E001}</a>\u{E003}".to_owned());
        let copied = Copied {
            name: "Leiden".into(),
            key: "leiden".into(),
            banner: "<p>van \u{E001}</p>".into(),
            website: String::new(),
        };
        let copied = copied.with_its_name_in_the_banner();
        assert_eq!(page.fill(&copied), "<a href=\"leiden/\">Leiden</a><p>van Leiden</p>");
    }
}
