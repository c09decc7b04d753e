//! From Markdown to checked pieces.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::directive::{Directive, VALUES, alone_on_line, parse_directive};
use super::link::{BadLink, Names, known, parse_link};
use super::{BlockName, CallOutKind, Element, LinkTarget, Markup, Piece};
use crate::diag::{Diagnostic, FileId, Span, nearest};
use crate::model::fact::Evidence;
use crate::model::problems::Problems;

/// What a text is held against, and where it stands.
pub(crate) struct Place<'a> {
    pub(crate) names: &'a Names,
    pub(crate) evidence: &'a Evidence,
    pub(crate) file: FileId,
    /// First byte of the text in its file.
    pub(crate) offset: usize,
}

/// Reads a body of several blocks.
pub(crate) fn parse_block(text: &str, place: &Place<'_>, problems: &mut Problems<'_>) -> Markup {
    let mut reader = Reader { place, problems, markup: Markup::default(), open: Vec::new(), in_head: false, depth: 0 };
    for (event, range) in events(text) {
        reader.event(event, range);
    }
    if reader.depth > 0 {
        reader.error(
            "geen-einde",
            "`{{ als bekend: … }}` heeft geen `{{ einde }}`",
            &(0..0),
            "zet `{{ einde }}` op een eigen regel",
        );
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

struct Reader<'a, 'p, 'b> {
    place: &'a Place<'a>,
    problems: &'p mut Problems<'b>,
    markup: Markup,
    open: Vec<Element>,
    in_head: bool,
    depth: usize,
}

impl Reader<'_, '_, '_> {
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.place.file, self.place.offset + range.start, self.place.offset + range.end)
    }

    fn error(&mut self, rule: &'static str, message: impl Into<String>, range: &Range<usize>, help: impl Into<String>) {
        let problem = Diagnostic::error(rule, message).at(self.span(range)).help(help);
        self.problems.push(problem);
    }

    fn push(&mut self, piece: Piece) {
        self.markup.pieces.push(piece);
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, &range),
            Event::SoftBreak => self.push(Piece::SoftBreak),
            Event::HardBreak => self.push(Piece::HardBreak),
            Event::Rule => self.push(Piece::Rule),
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
            Tag::HtmlBlock | Tag::MetadataBlock(_) => return,
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
                    "schrijf het als gewone tekst; laat regels niet met vier spaties beginnen",
                );
            }
        };
        self.open.push(element.clone());
        self.push(Piece::Open(element));
    }

    fn end(&mut self, tag: TagEnd) {
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
        if !(comment.starts_with("<!--") && comment.ends_with("-->")) {
            self.error(
                "html-in-tekst",
                "HTML kan hier niet",
                range,
                "gebruik Markdown: `**vet**`, `[tekst](pagina:…)`, een lijst met `-`",
            );
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        let mut rest = text;
        while let Some(at) = rest.find('{') {
            self.words(&rest[..at]);
            let marked = &rest[at..];
            rest = if marked.starts_with("{{") { self.double_brace(marked, range) } else { self.fact_mark(marked, range) };
        }
        self.words(rest);
    }

    fn words(&mut self, words: &str) {
        if !words.is_empty() {
            self.push(Piece::Text(words.to_owned()));
        }
    }

    /// Takes `{C-02, R-01}` from the front and gives what follows.
    fn fact_mark<'t>(&mut self, text: &'t str, range: &Range<usize>) -> &'t str {
        let Some(end) = text.find('}') else {
            self.error("accolade", "hier staat een losse `{`", range, "sluit met `}`, of haal het teken weg");
            return "";
        };
        text[1..end].split([',', ' ']).filter(|id| !id.is_empty()).for_each(|id| self.fact(id, range));
        self.trim_space_before_mark();
        &text[end + 1..]
    }

    fn trim_space_before_mark(&mut self) {
        if let Some(Piece::Text(words)) = self.markup.pieces.last_mut() {
            words.truncate(words.trim_end().len());
        }
        if matches!(self.markup.pieces.last(), Some(Piece::SoftBreak)) {
            self.markup.pieces.pop();
        }
    }

    fn fact(&mut self, id: &str, range: &Range<usize>) {
        let span = self.span(range);
        if let Some(id) = self.place.evidence.fact_id(id, span, self.problems) {
            self.markup.facts.insert(id);
        }
    }

    /// Takes `{{ … }}` from the front and gives what follows.
    fn double_brace<'t>(&mut self, text: &'t str, range: &Range<usize>) -> &'t str {
        let Some(end) = text.find("}}") else {
            self.error("accolade", "hier staat een losse `{{`", range, "sluit met `}}`");
            return "";
        };
        let whole = &text[..end + 2];
        match alone_on_line(whole) {
            Some(inner) => self.directive(inner, range),
            None => self.value(whole[2..end].trim(), range),
        }
        &text[end + 2..]
    }

    fn value(&mut self, name: &str, range: &Range<usize>) {
        if let Some((_, value)) = VALUES.iter().find(|(known, _)| *known == name) {
            return self.push(Piece::Value(*value));
        }
        let names: Vec<&str> = VALUES.iter().map(|(name, _)| *name).collect();
        let help = match nearest(name, names.iter().copied()) {
            Some(meant) => format!("bedoelt u `{{{{ {meant} }}}}`?"),
            None => format!("u kunt kiezen uit: {}", names.join(", ")),
        };
        self.error("onbekende-waarde", format!("de waarde `{name}` bestaat niet"), range, help);
    }

    fn directive(&mut self, inner: &str, range: &Range<usize>) {
        match parse_directive(inner) {
            Ok(Directive::Block(BlockName::Contact(key))) => {
                match known("organisatie", &key, &self.place.names.organisations) {
                    Ok(_) => self.push(Piece::Block(BlockName::Contact(key))),
                    Err(BadLink { message, help }) => self.error("onbekend-blok", message, range, help),
                }
            }
            Ok(Directive::Block(block)) => self.push(Piece::Block(block)),
            Ok(Directive::IfKnown(value)) => {
                self.depth += 1;
                self.push(Piece::IfKnown(value));
            }
            Ok(Directive::Otherwise) if self.depth > 0 => self.push(Piece::Otherwise),
            Ok(Directive::EndIf) if self.depth > 0 => {
                self.depth -= 1;
                self.push(Piece::EndIf);
            }
            Ok(_) => self.error(
                "losse-voorwaarde",
                format!("`{{{{ {inner} }}}}` staat hier los"),
                range,
                "zet er `{{ als bekend: … }}` boven",
            ),
            Err(choices) => {
                let help = format!("u kunt kiezen uit: {}", choices.join(", "));
                self.error("onbekend-blok", format!("`{inner}` bestaat niet"), range, help);
            }
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

/// Blocks and conditions come out of the paragraph in which Markdown put them; empty paragraphs disappear.
fn split_directive_lines(pieces: &mut Vec<Piece>) {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut in_paragraph = false;
    for piece in pieces.drain(..) {
        match piece {
            Piece::Open(Element::Paragraph) => {
                in_paragraph = true;
                out.push(piece);
            }
            Piece::Close(Element::Paragraph) => {
                in_paragraph = false;
                close_paragraph(&mut out);
            }
            Piece::Block(_) | Piece::IfKnown(_) | Piece::Otherwise | Piece::EndIf if in_paragraph => {
                close_paragraph(&mut out);
                out.push(piece);
                out.push(Piece::Open(Element::Paragraph));
            }
            Piece::SoftBreak if out.last() == Some(&Piece::Open(Element::Paragraph)) => {}
            other => out.push(other),
        }
    }
    *pieces = out;
}

fn close_paragraph(out: &mut Vec<Piece>) {
    while matches!(out.last(), Some(Piece::SoftBreak)) {
        out.pop();
    }
    if out.last() == Some(&Piece::Open(Element::Paragraph)) {
        out.pop();
    } else {
        out.push(Piece::Close(Element::Paragraph));
    }
}
