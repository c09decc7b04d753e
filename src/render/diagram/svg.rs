//! The only file of this room that writes `<`: elements, attributes and escaped text.

use std::fmt::{Display, Write};

use crate::render::html::push_escaped;

/// SVG under construction. Numbers are whole, attributes keep the order in which they are given.
#[derive(Debug, Default)]
pub(super) struct Svg {
    out: String,
    open: Vec<&'static str>,
}

impl Svg {
    /// Opens an element; [`Svg::close`] closes it.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &dyn Display)]) {
        self.start(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        let name = self.open.pop().expect("every close follows its open");
        // Writing to a string cannot fail.
        let _ = write!(self.out, "</{name}>");
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &dyn Display)]) {
        self.start(name, attributes);
        self.out.push_str("/>");
    }

    /// An element with only text in it.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[(&str, &dyn Display)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close();
    }

    /// Text inside the open element.
    pub(super) fn text(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    /// The finished picture.
    pub(super) fn finish(self) -> String {
        debug_assert!(self.open.is_empty(), "every open has its close");
        self.out
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        let _ = write!(self.out, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.out, " {key}=\"");
            let _ = write!(Escaping(&mut self.out), "{value}");
            self.out.push('"');
        }
    }
}

/// Escapes what is written through it.
struct Escaping<'a>(&'a mut String);

impl Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        push_escaped(self.0, text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut svg = Svg::default();
        svg.leaf("text", &[("class", &"a\"b")], "u & <ik>");
        assert_eq!(svg.finish(), "<text class=\"a&quot;b\">u &amp; &lt;ik&gt;</text>");
    }
}
