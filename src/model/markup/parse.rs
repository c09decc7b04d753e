//! From Markdown to checked pieces.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::leftover::leftover;
use super::link::{BadLink, Names, parse_link};
use super::paragraphs::split_directive_lines;
use super::{CallOutKind, Element, LinkTarget, Markup, Piece};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::fact::Evidence;
use crate::model::problems::Problems;

/// What a text is held against, and where it stands.
pub(crate) struct Place<'a> {
    pub(crate) names: &'a Names,
    pub(crate) evidence: &'a Evidence,
    pub(crate) file: FileId,
    /// First byte of the text in its file.
    pub(crate) offset: usize,
    /// The text as it stands in the file, when that is not the text itself: between quotes, or over several lines.
    pub(crate) written: Option<&'a str>,
}

/// Reads a body of several blocks.
pub(crate) fn parse_block(text: &str, place: &Place<'_>, problems: &mut Problems<'_>) -> Markup {
    let mut reader = Reader {
        place,
        problems,
        text,
        markup: Markup::default(),
        open: Vec::new(),
        in_head: false,
        conditions: Vec::new(),
        searched: 0,
        html_reported: false,
        in_code: false,
    };
    for (event, range) in events(text) {
        reader.event(event, range);
    }
    for open in std::mem::take(&mut reader.conditions) {
        let help = "zet `{{ einde }}` op een eigen regel, na het laatste stuk dat erbij hoort";
        reader.error("geen-einde", "`{{ als bekend: … }}` heeft geen `{{ einde }}`", &open, help);
    }
    split_directive_lines(&mut reader.markup.pieces);
    reader.markup
}

/// Our Markdown, piece by piece.
pub(crate) fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_SMART_PUNCTUATION;
    TextMergeWithOffset::new(Parser::new_ext(text, options).into_offset_iter())
}

/// Reads one line of text, such as a value in front matter: inline elements only.
pub(crate) fn parse_line(text: &str, place: &Place<'_>, problems: &mut Problems<'_>) -> Markup {
    let mut markup = parse_block(text, place, problems);
    markup.pieces.retain(|piece| !matches!(piece, Piece::Open(Element::Paragraph) | Piece::Close(Element::Paragraph)));
    markup
}

/// Walks over the events of the Markdown library; `braces` reads what stands between `{` and `}`.
pub(super) struct Reader<'a, 'p, 'b> {
    pub(super) place: &'a Place<'a>,
    pub(super) problems: &'p mut Problems<'b>,
    pub(super) text: &'a str,
    pub(super) markup: Markup,
    open: Vec<Element>,
    in_head: bool,
    /// Places of the conditions that are open.
    pub(super) conditions: Vec<Range<usize>>,
    /// Up to here the text was searched for marks.
    searched: usize,
    html_reported: bool,
    in_code: bool,
}

impl Reader<'_, '_, '_> {
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let (file, offset) = (self.place.file, self.place.offset);
        let Some(written) = self.place.written else { return Span::new(file, offset + range.start, offset + range.end) };
        let piece = self.text.get(range.clone()).map(str::trim_end).filter(|piece| !piece.is_empty());
        match piece.and_then(|piece| written.find(piece).map(|at| (at, piece.len()))) {
            Some((at, length)) => Span::new(file, offset + at, offset + at + length),
            None => Span::new(file, offset, offset + written.len()),
        }
    }

    /// Where `piece` stands in the text of an event; the marks of a text are read from front to back.
    pub(super) fn place_of(&mut self, piece: &str, range: &Range<usize>) -> Range<usize> {
        let from = self.searched.clamp(range.start, range.end);
        let found = self.text.get(from..range.end).and_then(|rest| rest.find(piece));
        found.map_or_else(
            || range.clone(),
            |at| {
                self.searched = from + at + piece.len();
                from + at..self.searched
            },
        )
    }

    pub(super) fn error(
        &mut self,
        rule: &'static str,
        message: impl Into<String>,
        range: &Range<usize>,
        help: impl Into<String>,
    ) {
        let problem = Diagnostic::error(rule, message).at(self.span(range)).help(help);
        self.problems.push(problem);
    }

    pub(super) fn push(&mut self, piece: Piece) {
        self.markup.pieces.push(piece);
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(tag) => self.end(tag),
            Event::Text(_) if self.in_code => {}
            Event::Text(text) => {
                if let Some((piece, message, help)) = leftover(&text) {
                    let place = self.place_of(piece, &range);
                    self.searched = range.start;
                    self.error("opmaak-mislukt", message, &place, help);
                }
                self.marked_text(&text, &range);
            }
            Event::SoftBreak => self.push(Piece::SoftBreak),
            Event::HardBreak => self.push(Piece::HardBreak),
            Event::Rule => self.push(Piece::Rule),
            Event::Html(_) if self.html_reported => {}
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, &range),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.error("code-in-tekst", "code kan hier niet", &range, "haal de schuine aanhalingstekens weg");
            }
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                self.error(
                    "niet-toegestaan",
                    "dit onderdeel van Markdown kan hier niet",
                    &range,
                    "schrijf het als gewone tekst",
                );
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let element = match tag {
            Tag::Paragraph => Element::Paragraph,
            Tag::Heading { level, id, attrs, .. } => self.heading(level, id, &attrs, range),
            Tag::BlockQuote(None) => Element::Quote,
            Tag::BlockQuote(Some(kind)) => Element::CallOut(call_out(kind)),
            Tag::List(first) => Element::List(first),
            Tag::Item => Element::Item,
            Tag::Table(_) => Element::Table,
            Tag::TableHead => {
                self.in_head = true;
                Element::TableHead
            }
            Tag::TableRow => Element::TableRow,
            Tag::TableCell => Element::TableCell { head: self.in_head },
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Link { dest_url, .. } => Element::Link(self.link(&dest_url, range)),
            Tag::HtmlBlock => {
                self.html_reported = false;
                return;
            }
            Tag::MetadataBlock(_) => return,
            Tag::CodeBlock(_) => {
                self.in_code = true;
                let help = "laat regels niet met vier spaties beginnen, en haal schuine aanhalingstekens weg";
                return self.error("code-in-tekst", "code kan hier niet", range, help);
            }
            Tag::Image { .. } => {
                return self.error(
                    "afbeelding",
                    "een afbeelding kan hier niet",
                    range,
                    "beschrijf in woorden wat u wilt laten zien",
                );
            }
            _ => {
                return self.error(
                    "niet-toegestaan",
                    "dit onderdeel van Markdown kan hier niet",
                    range,
                    "schrijf het als gewone tekst",
                );
            }
        };
        self.open.push(element.clone());
        self.push(Piece::Open(element));
    }

    fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::CodeBlock {
            self.in_code = false;
        }
        if matches!(tag, TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) | TagEnd::Image | TagEnd::CodeBlock) {
            return;
        }
        if tag == TagEnd::TableHead {
            self.in_head = false;
        }
        if let Some(element) = self.open.pop() {
            self.push(Piece::Close(element));
        }
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<CowStr<'_>>,
        attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
        range: &Range<usize>,
    ) -> Element {
        if level == HeadingLevel::H1 {
            self.error("kop-1", "de titel van de pagina staat al bovenaan", range, "begin met twee hekjes: `## `");
        }
        for (name, value) in attributes {
            let value = value.as_deref().unwrap_or_default();
            if name.as_ref() == "feiten" {
                value.split(',').for_each(|id| self.fact(id, range));
            } else if name.as_ref() == "kader" {
                self.frame(value, range);
            } else {
                self.error("onbekend-kenmerk", format!("het kenmerk `{name}` bestaat niet"), range, "gebruik `feiten=…`");
            }
        }
        let anchor = id.map(|id| id.to_string());
        if let Some(anchor) = &anchor {
            self.anchor(anchor, range);
        }
        Element::Heading { level: level as u8, anchor }
    }

    /// The legal frame of which a section speaks; the checker uses it.
    fn frame(&mut self, value: &str, range: &Range<usize>) {
        if crate::model::pathway::frame(value).is_none() {
            let help = "gebruik `vrijwillig`, `vrijwillig-intensief`, `overgang` of `gedwongen`";
            self.error("onbekend-kader", format!("het kader `{value}` bestaat niet"), range, help);
        }
    }

    fn anchor(&mut self, anchor: &str, range: &Range<usize>) {
        if !crate::sources::is_key(anchor) {
            self.error(
                "anker",
                format!("het anker `{anchor}` kan niet"),
                range,
                "gebruik kleine letters, cijfers en streepjes",
            );
        }
        if self.markup.anchors.iter().any(|other| other == anchor) {
            self.error(
                "dubbel-anker",
                format!("het anker `{anchor}` staat twee keer op deze pagina"),
                range,
                "geef elke kop een eigen anker",
            );
        }
        self.markup.anchors.push(anchor.to_owned());
    }

    fn link(&mut self, destination: &str, range: &Range<usize>) -> LinkTarget {
        match parse_link(destination, self.place.names) {
            Ok(target) => {
                let span = self.span(range);
                self.markup.links.push((target.clone(), span));
                target
            }
            Err(BadLink { message, help }) => {
                self.error("kapotte-link", message, range, help);
                LinkTarget::Anchor(String::new())
            }
        }
    }

    fn html(&mut self, html: &str, range: &Range<usize>) {
        let comment = html.trim();
        let is_comment = comment.starts_with("<!--") && comment.ends_with("-->");
        let closes_reported = self.html_reported && comment.starts_with("</");
        if !is_comment && !closes_reported {
            self.html_reported = true;
            self.error(
                "html-in-tekst",
                "HTML kan hier niet",
                range,
                "gebruik Markdown: `**vet**`, `[tekst](pagina:…)`, een lijst met `-`",
            );
        }
    }
}

fn call_out(kind: BlockQuoteKind) -> CallOutKind {
    match kind {
        BlockQuoteKind::Note => CallOutKind::Note,
        BlockQuoteKind::Tip => CallOutKind::Tip,
        BlockQuoteKind::Important => CallOutKind::Important,
        BlockQuoteKind::Warning | BlockQuoteKind::Caution => CallOutKind::Warning,
    }
}
