//! Escaping, and ready HTML with holes. Everything that writes `<` in this room escapes with these functions.

use crate::model::markup::{BlockName, ValueName};

/// Text made safe for HTML, also inside a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    push_escaped(&mut safe, text);
    safe
}

/// The same, behind what is there already.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let safe = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(safe);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Stands in shared HTML for the way back to the root of a municipality's site.
pub(crate) const ROOT_MARK: char = '\u{E000}';

/// HTML that was made once, with holes for what differs per page and per municipality.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Fragment {
    parts: Vec<Part>,
}

/// A piece of a fragment.
#[derive(Clone, Debug, Hash)]
pub(crate) enum Part {
    /// Ready HTML.
    Html(String),
    /// The way to the root of this municipality and language, such as `../../`.
    Root,
    /// A value of the municipality.
    Value(ValueName),
    /// A block.
    Block(BlockName),
    /// Shown when the value is known, else the other one.
    Choice { value: ValueName, known: Fragment, unknown: Fragment },
}

/// What fills the holes of a fragment.
pub(crate) trait Filling {
    /// Way to the root.
    fn base(&self) -> &str;
    /// A value as HTML.
    fn value(&self, name: ValueName) -> &str;
    /// Whether a value is known here.
    fn is_known(&self, name: ValueName) -> bool;
    /// A block as HTML.
    fn block(&self, name: &BlockName) -> String;
}

impl Fragment {
    /// HTML in which the way to the root is marked.
    pub(crate) fn from_marked(html: &str) -> Fragment {
        let mut fragment = Fragment::default();
        for (index, piece) in html.split(ROOT_MARK).enumerate() {
            if index > 0 {
                fragment.parts.push(Part::Root);
            }
            fragment.push_html(piece);
        }
        fragment
    }

    /// Adds ready HTML.
    pub(crate) fn push_html(&mut self, html: &str) {
        if html.is_empty() {
            return;
        }
        match self.parts.last_mut() {
            Some(Part::Html(last)) => last.push_str(html),
            _ => self.parts.push(Part::Html(html.to_owned())),
        }
    }

    /// Adds a hole.
    pub(crate) fn push(&mut self, part: Part) {
        self.parts.push(part);
    }

    /// Takes it apart.
    pub(crate) fn into_parts(self) -> Vec<Part> {
        self.parts
    }

    /// The HTML with all holes filled.
    pub(crate) fn fill(&self, filling: &dyn Filling) -> String {
        let mut out = String::new();
        self.fill_into(&mut out, filling);
        out
    }

    fn fill_into(&self, out: &mut String, filling: &dyn Filling) {
        for part in &self.parts {
            match part {
                Part::Html(html) => out.push_str(html),
                Part::Root => out.push_str(filling.base()),
                Part::Value(name) => out.push_str(filling.value(*name)),
                Part::Block(name) => out.push_str(&filling.block(name)),
                Part::Choice { value, known, unknown } => {
                    let chosen = if filling.is_known(*value) { known } else { unknown };
                    chosen.fill_into(out, filling);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_that_an_editor_types_becomes_markup() {
        assert_eq!(escape("<b a='\"'>&"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;");
        assert_eq!(escape("één & ’s < é"), "één &amp; ’s &lt; é");
    }
}
