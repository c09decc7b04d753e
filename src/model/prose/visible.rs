//! Markdown to visible text: one text for each block, with the place of every byte in the Markdown.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::BlockKind;
use crate::model::markup::events;

/// What a reader sees of a Markdown text.
#[derive(Debug, Default)]
pub(super) struct Visible {
    pub(super) blocks: Vec<VisibleBlock>,
    /// Comments: place, words, and the number of the outer block that follows.
    pub(super) comments: Vec<(Range<usize>, String, usize)>,
}

/// One block.
#[derive(Debug)]
pub(super) struct VisibleBlock {
    pub(super) text: String,
    /// For every byte of the text its byte in the Markdown, and one for the end.
    pub(super) starts: Vec<usize>,
    pub(super) kind: BlockKind,
    pub(super) facts: BTreeSet<String>,
    pub(super) glossary: Vec<Range<usize>>,
    /// Number of the outer block: all items of a list have the same.
    pub(super) outer: usize,
    /// `kader=` of the heading above it.
    pub(super) frame: Option<String>,
}

/// Reads a Markdown text.
pub(super) fn visible(markdown: &str) -> Visible {
    let mut reader = Reader {
        markdown,
        found: Visible::default(),
        now: None,
        kinds: Vec::new(),
        depth: 0,
        outer: 0,
        link: None,
        frame: None,
    };
    for (event, range) in events(markdown) {
        reader.event(&event, &range);
    }
    reader.finish_block();
    reader.found
}

struct Reader<'a> {
    markdown: &'a str,
    found: Visible,
    now: Option<VisibleBlock>,
    kinds: Vec<BlockKind>,
    depth: usize,
    outer: usize,
    /// Where a link to the glossary or to a stage began in the text of this block.
    link: Option<usize>,
    /// Level of the heading that named a frame, and the frame.
    frame: Option<(u8, String)>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.text(text, range),
            Event::SoftBreak | Event::HardBreak => self.add(" ", &[range.start], range.end),
            Event::Html(html) | Event::InlineHtml(html) => self.comment(html, range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let kind = match tag {
            Tag::Paragraph => Some(self.kinds.last().copied().unwrap_or(BlockKind::Paragraph)),
            Tag::Heading { level, attrs, .. } => {
                self.section(
                    *level as u8,
                    attrs.iter().find(|(name, _)| name.as_ref() == "kader").and_then(|(_, value)| value.as_deref()),
                );
                Some(BlockKind::Heading)
            }
            Tag::Item => Some(BlockKind::Item),
            Tag::TableCell => Some(BlockKind::Cell),
            Tag::Link { dest_url, .. } => {
                // The page of a stage explains its own name.
                let explains = dest_url.starts_with("woord:") || dest_url.starts_with("stap:");
                self.link = explains.then(|| self.now.as_ref().map_or(0, |block| block.text.len()));
                return;
            }
            Tag::BlockQuote(_) | Tag::List(_) | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::HtmlBlock => None,
            _ => return,
        };
        if self.depth == 0 && !matches!(tag, Tag::HtmlBlock) {
            self.outer += 1;
        }
        self.depth += 1;
        self.finish_block();
        if let Some(kind) = kind {
            self.kinds.push(kind);
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => {
                if let (Some(start), Some(block)) = (self.link.take(), self.now.as_mut()) {
                    block.glossary.push(start..block.text.len());
                }
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell => {
                self.finish_block();
                self.kinds.pop();
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::HtmlBlock => {
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
    }

    /// A heading ends the frame of a heading of its own level or below, and may name one.
    fn section(&mut self, level: u8, named: Option<&str>) {
        if self.frame.as_ref().is_some_and(|(opened, _)| level <= *opened) {
            self.frame = None;
        }
        if let Some(frame) = named {
            self.frame = Some((level, frame.to_owned()));
        }
    }

    fn comment(&mut self, html: &str, range: &Range<usize>) {
        if let Some(words) = html.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) {
            let inside = self.depth > 1 || self.now.is_some();
            let applies_to = if inside { self.outer } else { self.outer + 1 };
            self.found.comments.push((range.clone(), words.trim().to_owned(), applies_to));
        }
    }

    /// Text without fact marks and directives; a local value shows as `…`.
    fn text(&mut self, text: &str, range: &Range<usize>) {
        let starts = align(text, &self.markdown[range.clone()], range.start);
        let mut from = 0;
        while let Some(at) = text[from..].find('{').map(|at| from + at) {
            let (close, is_value) = if text[at..].starts_with("{{") { ("}}", true) } else { ("}", false) };
            // A brace that nothing closes is a letter like any other.
            let Some(closing) = text[at..].find(close).map(|found| at + found) else { break };
            self.add(&text[from..at], &starts[from..at], starts[at]);
            let end = closing + close.len();
            if is_value && !text[at..end].contains(':') {
                self.add("…", &[starts[at]; 3], starts[end]);
            } else if !is_value {
                self.facts(&text[at + 1..closing]);
            }
            from = end;
        }
        self.add(&text[from..], &starts[from..text.len()], starts[text.len()]);
    }

    fn facts(&mut self, list: &str) {
        if let Some(block) = self.now.as_mut() {
            block.facts.extend(list.split([',', ' ']).filter(|id| !id.is_empty()).map(str::to_owned));
            let kept = block.text.trim_end().len();
            block.text.truncate(kept);
            block.starts.truncate(kept);
        }
    }

    fn add(&mut self, words: &str, starts: &[usize], end: usize) {
        if words.is_empty() || (self.now.is_none() && words.trim().is_empty()) {
            return;
        }
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        let (outer, frame) = (self.outer, self.frame.as_ref().map(|(_, frame)| frame.clone()));
        let block = self.now.get_or_insert_with(|| VisibleBlock {
            text: String::new(),
            starts: Vec::new(),
            kind,
            facts: BTreeSet::new(),
            glossary: Vec::new(),
            outer,
            frame,
        });
        block.text.push_str(words);
        block.starts.truncate(block.text.len() - words.len());
        block.starts.extend_from_slice(starts);
        block.starts.push(end);
    }

    fn finish_block(&mut self) {
        if let Some(mut block) = self.now.take() {
            let kept = block.text.trim_end().len();
            block.text.truncate(kept);
            let end = block.starts.get(kept).copied().or(block.starts.last().copied()).unwrap_or(0);
            block.starts.truncate(kept);
            block.starts.push(end);
            if !block.text.is_empty() {
                self.found.blocks.push(block);
            }
        }
    }
}

/// For every byte of `text` its byte in `source`, and one for the end. The source may hold more: backslashes, line ends
/// with indents, quotes that were made round.
pub(super) fn align(text: &str, source: &str, offset: usize) -> Vec<usize> {
    let mut starts = Vec::with_capacity(text.len() + 1);
    let mut at = 0;
    for letter in text.chars() {
        let here = next_match(letter, source, at);
        starts.extend(std::iter::repeat_n(offset + here.start, letter.len_utf8()));
        at = here.end;
    }
    starts.push(offset + at);
    starts
}

/// How far ahead the same letter may stand: an indent, the mark of a folded text.
const LOOK_AHEAD: usize = 60;

fn next_match(letter: char, source: &str, from: usize) -> Range<usize> {
    let rest = &source[from..];
    for (offset, found) in rest.char_indices().take(LOOK_AHEAD) {
        let same = found == letter
            || (letter.is_whitespace() && found.is_whitespace())
            || matches!((letter, found), ('‘' | '’', '\'') | ('“' | '”', '"') | ('…', '.') | ('–' | '—', '-'));
        if same {
            let mut end = offset + found.len_utf8();
            if found.is_whitespace() {
                end += rest[end..].len() - rest[end..].trim_start().len();
            }
            return from + offset..from + end;
        }
    }
    from..from
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn visible_text_has_no_markup_and_knows_its_place() {
        let markdown = "## Kop {#kop feiten=C-01}\n\nU mag **nee** zeggen in {{ gemeente.naam }}. {C-02}\n\n- een\n- [twee](woord:twee)\n";
        let found = visible(markdown);
        let texts: Vec<&str> = found.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["Kop", "U mag nee zeggen in ….", "een", "twee"]);
        let nee = found.blocks[1].text.find("nee").expect("there");
        assert!(markdown[found.blocks[1].starts[nee]..].starts_with("nee"));
        assert!(found.blocks[1].facts.contains("C-02"));
        assert_eq!(found.blocks[3].glossary.first(), Some(&(0..4)));
    }

    #[test]
    fn a_brace_that_nothing_closes_is_text() {
        for markdown in ["Zij zei: ‘{kom advies.’", "Een {", "Een {{ gemeente.naam", "U mag nee zeggen. {C-02} Een {é"]
        {
            let found = visible(markdown);
            assert_eq!(found.blocks[0].text, markdown.replace(" {C-02}", ""), "{markdown}");
        }
    }

    #[test]
    fn a_comment_belongs_to_the_whole_list_that_follows() {
        let found = visible("Eerst.\n\n<!-- mag: casus reden -->\n\n- een\n- twee\n\nLaatst.\n");
        let (_, words, outer) = &found.comments[0];
        assert_eq!(words, "mag: casus reden");
        let covered: Vec<&str> =
            found.blocks.iter().filter(|block| block.outer == *outer).map(|block| block.text.as_str()).collect();
        assert_eq!(covered, ["een", "twee"]);
    }

    #[test]
    fn a_heading_gives_its_frame_to_its_own_section_only() {
        let found = visible("## A {#a kader=gedwongen}\n\nEen.\n\n### B\n\nTwee.\n\n## C\n\nDrie.\n");
        let frames: Vec<bool> = found.blocks.iter().map(|block| block.frame.is_some()).collect();
        assert_eq!(frames, [true, true, true, true, false, false]);
    }
}
