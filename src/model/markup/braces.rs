//! What stands between braces in a text: facts in `{C-02}`, values and blocks in `{{ … }}`.

use std::ops::Range;

use super::directive::{Directive, VALUES, block_or_condition, parse_directive};
use super::link::{BadLink, known};
use super::parse::Reader;
use super::{BlockName, Piece};
use crate::diag::nearest;

impl Reader<'_, '_, '_> {
    /// Text with marks for facts, values and blocks.
    pub(super) fn marked_text(&mut self, text: &str, range: &Range<usize>) {
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
            let place = self.place_of("{", range);
            self.error(
                "accolade",
                "de accolade `{` opent hier en sluit niet",
                &place,
                "zet `}` achter het feitnummer, zoals `{C-02}`",
            );
            return "";
        };
        let place = self.place_of(&text[..=end], range);
        let inner = text[1..end].trim();
        if VALUES.iter().any(|(name, _)| *name == inner) {
            let help = format!("schrijf twee accolades: `{{{{ {inner} }}}}`");
            self.error("accolade", format!("om `{inner}` staat één accolade"), &place, help);
        } else if inner.starts_with('#') {
            let help = "schrijf een kop als `## Uw kind {#kind}`, met een spatie achter de hekjes";
            self.error("anker", format!("het anker `{inner}` staat niet achter een kop"), &place, help);
        } else {
            inner.split([',', ' ']).filter(|id| !id.is_empty()).for_each(|id| self.fact(id, &place));
        }
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

    pub(super) fn fact(&mut self, id: &str, range: &Range<usize>) {
        let span = self.span(range);
        if let Some(id) = self.place.evidence.fact_id(id, span, self.problems) {
            self.markup.facts.insert(id);
        }
    }

    /// Takes `{{ … }}` from the front and gives what follows.
    fn double_brace<'t>(&mut self, text: &'t str, range: &Range<usize>) -> &'t str {
        let Some(end) = text.find("}}") else {
            let place = self.place_of("{{", range);
            self.error("accolade", "de accolades `{{` openen hier en sluiten niet", &place, "zet `}}` aan het einde");
            return "";
        };
        let whole = &text[..end + 2];
        let place = self.place_of(whole, range);
        match block_or_condition(whole) {
            Some(inner) => self.directive(inner, &place),
            None => self.value(whole[2..end].trim(), &place),
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
        if !self.is_alone_on_line(range) {
            let help = "zet het blok op een eigen regel, met een lege regel ervoor en erna";
            return self.error("blok-in-een-zin", format!("`{{{{ {inner} }}}}` staat midden in een zin"), range, help);
        }
        match parse_directive(inner) {
            Ok(Directive::Block(BlockName::Contact(key))) => {
                match known("organisatie", &key, &self.place.names.organisations, self.place.names) {
                    Ok(_) => self.push(Piece::Block(BlockName::Contact(key))),
                    Err(BadLink { message, help }) => self.error("onbekend-blok", message, range, help),
                }
            }
            Ok(Directive::Block(block)) => self.push(Piece::Block(block)),
            Ok(Directive::IfKnown(value)) => {
                self.conditions.push(range.clone());
                self.push(Piece::IfKnown(value));
            }
            Ok(Directive::Otherwise) if !self.conditions.is_empty() => self.push(Piece::Otherwise),
            Ok(Directive::EndIf) if !self.conditions.is_empty() => {
                self.conditions.pop();
                self.push(Piece::EndIf);
            }
            Ok(_) => self.error(
                "losse-voorwaarde",
                format!("`{{{{ {inner} }}}}` staat hier los"),
                range,
                "zet er `{{ als bekend: … }}` boven",
            ),
            Err(choices) => {
                let argument = inner.split_once(':').map_or(inner, |(_, argument)| argument.trim());
                let help = match nearest(argument, choices.iter().map(String::as_str)) {
                    Some(meant) => format!("bedoelt u `{meant}`?"),
                    None => format!("u kunt kiezen uit: {}", choices.join(", ")),
                };
                self.error("onbekend-blok", format!("`{inner}` bestaat niet"), range, help);
            }
        }
    }

    fn is_alone_on_line(&self, range: &Range<usize>) -> bool {
        let before = self.text[..range.start].rsplit('\n').next().unwrap_or_default();
        let after = self.text[range.end..].split('\n').next().unwrap_or_default();
        before.trim().is_empty() && after.trim().is_empty()
    }
}
