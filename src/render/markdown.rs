//! Checked pieces to HTML. Shared text is turned into HTML once per language, with holes for local values.

use crate::model::Model;
use crate::model::markup::{CallOutKind, Element, LinkTarget, Markup, Piece};
use crate::model::words::Words;
use crate::render::html::{Fragment, Part, ROOT_MARK, escape, push_escaped};
use crate::render::hyphens::hyphenate;
use crate::render::ui::Ui;

/// What links and call-outs need to know of the language.
#[derive(Clone, Copy)]
pub(crate) struct Writer<'a> {
    pub(crate) model: &'a Model,
    /// Words of the language of the text: titles of link targets.
    pub(crate) words: &'a Words,
    /// Words of the interface in the language of the text.
    pub(crate) ui: Ui<'a>,
}

impl Writer<'_> {
    /// A whole text.
    pub(crate) fn fragment(&self, markup: &Markup) -> Fragment {
        let mut state = State {
            writer: self,
            stack: vec![Fragment::default()],
            choices: Vec::new(),
            in_heading: false,
            heading: String::new(),
            row_headings: false,
            first_cell: false,
        };
        for (index, piece) in markup.pieces.iter().enumerate() {
            state.piece(piece, markup.pieces.get(index + 1));
        }
        state.stack.pop().unwrap_or_default()
    }

    /// A text of one line with its first sentence strong: the answer before the explanation.
    pub(crate) fn answer(&self, markup: &Markup) -> Fragment {
        self.fragment(&Markup { pieces: with_strong_lead(&markup.pieces), ..Markup::default() })
    }

    /// Where a link leads, with the root marked; and whether it leaves the site.
    pub(crate) fn href(&self, target: &LinkTarget) -> String {
        match target {
            LinkTarget::Stage(key) => format!("{ROOT_MARK}stap/{key}/"),
            LinkTarget::Page(key, anchor) => {
                let folder = if key == "home" { String::new() } else { format!("{key}/") };
                let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
                format!("{ROOT_MARK}{folder}{anchor}")
            }
            LinkTarget::Young(key) if key == "index" => format!("{ROOT_MARK}jongeren/"),
            LinkTarget::Young(key) => format!("{ROOT_MARK}jongeren/{key}/"),
            LinkTarget::Right(key) => format!("{ROOT_MARK}rechten/{}/#{key}", group_of(&self.model.rights, key)),
            LinkTarget::Remedy(key) => format!("{ROOT_MARK}klacht/{}/#{key}", group_of(&self.model.remedies, key)),
            LinkTarget::Term(key) => format!("{ROOT_MARK}woordenlijst/#{key}"),
            LinkTarget::Organisation(key) => format!("{ROOT_MARK}{}", self.organisation_place(key)),
            LinkTarget::Anchor(anchor) => format!("#{anchor}"),
            LinkTarget::Outside(address) => address.clone(),
        }
    }

    /// Helpers have a card on the help page; mere roles only on the page that explains roles.
    fn organisation_place(&self, key: &str) -> String {
        let is_contact = self.model.organisations.iter().any(|one| one.key == key && crate::render::blocks::is_contact(one));
        if is_contact { format!("hulp/#contact-{key}") } else { format!("wie-doet-wat/#rol-{key}") }
    }

    fn title_of(&self, target: &LinkTarget) -> String {
        let page = |key: &str| self.words.pages.get(key).map(|page| page.title.clone());
        let found = match target {
            LinkTarget::Stage(key) => self.words.stages.get(key).map(|stage| stage.title.clone()),
            LinkTarget::Page(key, _) => page(key),
            LinkTarget::Young(key) => self.words.young.get(key).map(|page| page.title.clone()),
            LinkTarget::Right(key) => self.words.rights.get(key).map(|right| right.title.clone()),
            LinkTarget::Remedy(key) => self.words.remedies.get(key).map(|remedy| remedy.page.title.clone()),
            LinkTarget::Term(key) => self.words.glossary.iter().find(|term| &term.key == key).map(|term| term.word.clone()),
            LinkTarget::Organisation(key) => {
                let own = self.words.organisations.get(key).and_then(|words| words.name.clone());
                own.or_else(|| self.model.organisations.iter().find(|one| &one.key == key).map(|one| one.name.clone()))
            }
            LinkTarget::Anchor(_) => None,
            LinkTarget::Outside(address) => Some(address.trim_start_matches("https://").to_owned()),
        };
        found.unwrap_or_else(|| match target {
            LinkTarget::Stage(key) | LinkTarget::Page(key, _) | LinkTarget::Young(key) => key.clone(),
            LinkTarget::Right(key) | LinkTarget::Remedy(key) | LinkTarget::Term(key) => key.clone(),
            LinkTarget::Organisation(key) | LinkTarget::Anchor(key) | LinkTarget::Outside(key) => key.clone(),
        })
    }
}

/// Puts the first sentence of a line into strong. It ends at the top level only: never inside a link or a choice.
fn with_strong_lead(pieces: &[Piece]) -> Vec<Piece> {
    let mut lead = vec![Piece::Open(Element::Strong)];
    let mut depth = 0_usize;
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open(_) | Piece::IfKnown(_) => depth += 1,
            Piece::Close(_) | Piece::EndIf => depth = depth.saturating_sub(1),
            Piece::Text(text) if depth == 0 => {
                if let Some(end) = sentence_end(text) {
                    let (first, rest) = text.split_at(end);
                    lead.extend([Piece::Text(first.to_owned()), Piece::Close(Element::Strong)]);
                    lead.extend((!rest.is_empty()).then(|| Piece::Text(rest.to_owned())));
                    lead.extend_from_slice(&pieces[index + 1..]);
                    return lead;
                }
            }
            _ => {}
        }
        lead.push(piece.clone());
    }
    lead.push(Piece::Close(Element::Strong));
    lead
}

/// Where the first sentence ends, with its sign; `None` when it goes on after this text. A dot inside `7.3.4` ends nothing.
fn sentence_end(text: &str) -> Option<usize> {
    let signs = text.char_indices().filter(|(_, sign)| matches!(sign, '.' | '?' | '!' | '؟' | '۔' | '።' | '。'));
    signs.map(|(at, sign)| at + sign.len_utf8()).find(|end| text[*end..].chars().next().is_none_or(char::is_whitespace))
}

fn group_of<'a>(rights: &'a [crate::model::catalogue::Right], key: &str) -> &'a str {
    rights.iter().find(|right| right.key == key).map_or("", |right| right.group.as_str())
}

struct State<'a> {
    writer: &'a Writer<'a>,
    /// The fragment that is being written; conditions put new ones on top.
    stack: Vec<Fragment>,
    choices: Vec<(crate::model::markup::ValueName, Option<Fragment>)>,
    in_heading: bool,
    /// Words of the last heading: the name of a table that follows.
    heading: String,
    /// Set by an empty first heading cell: the first cell of each row is then the heading of that row.
    row_headings: bool,
    /// Whether the next cell is the first of its row.
    first_cell: bool,
}

impl State<'_> {
    fn top(&mut self) -> &mut Fragment {
        self.stack.last_mut().expect("the outermost fragment is never taken off")
    }

    fn html(&mut self, html: &str) {
        self.top().push_html(html);
    }

    fn piece(&mut self, piece: &Piece, next: Option<&Piece>) {
        match piece {
            Piece::Open(element) => self.open(element, next),
            Piece::Close(element) => self.close(element),
            Piece::Text(text) => self.text(text),
            Piece::SoftBreak => self.html("\n"),
            Piece::HardBreak => self.html("<br>"),
            Piece::Rule => self.html("<hr>"),
            Piece::Value(name) => self.top().push(Part::Value(*name)),
            Piece::Block(name) => self.top().push(Part::Block(name.clone())),
            Piece::IfKnown(name) => {
                self.choices.push((*name, None));
                self.stack.push(Fragment::default());
            }
            Piece::Otherwise => {
                let known = self.stack.pop().unwrap_or_default();
                if let Some((_, slot)) = self.choices.last_mut() {
                    *slot = Some(known);
                }
                self.stack.push(Fragment::default());
            }
            Piece::EndIf => self.end_choice(),
        }
    }

    fn end_choice(&mut self) {
        let last = self.stack.pop().unwrap_or_default();
        let Some((value, known)) = self.choices.pop() else { return };
        let (known, unknown) = match known {
            Some(known) => (known, last),
            None => (last, Fragment::default()),
        };
        self.top().push(Part::Choice { value, known, unknown });
    }

    fn text(&mut self, text: &str) {
        if self.in_heading {
            self.heading.push_str(text);
        }
        let mut safe = String::new();
        if self.in_heading {
            push_escaped(&mut safe, &hyphenate(text, &self.writer.words.language.breaks));
        } else {
            push_escaped(&mut safe, text);
        }
        self.html(&safe);
    }

    fn open(&mut self, element: &Element, next: Option<&Piece>) {
        match element {
            Element::Paragraph => self.html("<p>"),
            Element::Heading { level, anchor } => {
                self.in_heading = true;
                self.heading.clear();
                let id = anchor.as_ref().map(|anchor| format!(" id=\"{}\"", escape(anchor))).unwrap_or_default();
                self.html(&format!("<h{level}{id}>"));
            }
            Element::Quote => self.html("<blockquote>"),
            Element::CallOut(kind) => {
                let class = call_out_class(*kind);
                let title = escape(&self.writer.ui.text(&format!("callouts.{class}")));
                self.html(&format!(
                    "<div class=\"ow-call-out ow-call-out--{class}\" role=\"note\"><p class=\"ow-call-out__title\">{title}</p>"
                ));
            }
            Element::List(None) => self.html("<ul>"),
            Element::List(Some(1)) => self.html("<ol>"),
            Element::List(Some(first)) => self.html(&format!("<ol start=\"{first}\">")),
            Element::Item => self.html("<li>"),
            Element::Table => {
                let label = self.writer.ui.fill("table.label", &[("titel", &self.heading)]);
                let label = escape(label.trim_end_matches([':', ' ']));
                self.html(&format!("<div class=\"ow-table\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>"));
            }
            Element::TableHead => {
                self.row_headings = false;
                self.html("<thead><tr>");
            }
            Element::TableRow => {
                self.first_cell = true;
                self.html("<tr>");
            }
            Element::TableCell { head: true } if matches!(next, Some(Piece::Close(_))) => {
                self.row_headings = true;
                self.html("<td>");
            }
            Element::TableCell { head: true } => {
                self.in_heading = true;
                self.html("<th scope=\"col\">");
            }
            Element::TableCell { head: false } if self.row_headings && self.first_cell => self.html("<th scope=\"row\">"),
            Element::TableCell { head: false } => self.html("<td>"),
            Element::Emphasis => self.html("<em>"),
            Element::Strong => self.html("<strong>"),
            Element::Link(target) => self.link(target, matches!(next, Some(Piece::Close(_)))),
        }
    }

    fn link(&mut self, target: &LinkTarget, empty: bool) {
        let href = self.writer.href(target);
        let extra = match target {
            LinkTarget::Term(_) => " class=\"ow-term\"",
            LinkTarget::Outside(address) if address.starts_with("https") => " rel=\"noreferrer\"",
            _ => "",
        };
        let open = format!("<a href=\"{}\"{extra}>", escape(&href));
        let marked = Fragment::from_marked(&open);
        self.append(marked);
        if empty {
            let title = escape(&self.writer.title_of(target));
            self.html(&title);
        }
    }

    fn append(&mut self, fragment: Fragment) {
        for part in fragment.into_parts() {
            match part {
                Part::Html(html) => self.html(&html),
                other => self.top().push(other),
            }
        }
    }

    fn close(&mut self, element: &Element) {
        match element {
            Element::Paragraph => self.html("</p>\n"),
            Element::Heading { level, .. } => {
                self.in_heading = false;
                self.html(&format!("</h{level}>\n"));
            }
            Element::Quote => self.html("</blockquote>\n"),
            Element::CallOut(_) => self.html("</div>\n"),
            Element::List(None) => self.html("</ul>\n"),
            Element::List(Some(_)) => self.html("</ol>\n"),
            Element::Item => self.html("</li>\n"),
            Element::Table => self.html("</tbody></table></div>\n"),
            Element::TableHead => self.html("</tr></thead><tbody>\n"),
            Element::TableRow => self.html("</tr>\n"),
            Element::TableCell { head } => {
                let had_words = self.in_heading;
                self.in_heading = false;
                let row_heading = !*head && self.row_headings && self.first_cell;
                if !*head {
                    self.first_cell = false;
                }
                self.html(if (*head && had_words) || row_heading { "</th>" } else { "</td>" });
            }
            Element::Emphasis => self.html("</em>"),
            Element::Strong => self.html("</strong>"),
            Element::Link(_) => self.html("</a>"),
        }
    }
}

/// Name of a call-out in classes and in the words of the interface.
fn call_out_class(kind: CallOutKind) -> &'static str {
    match kind {
        CallOutKind::Note => "note",
        CallOutKind::Tip => "tip",
        CallOutKind::Important => "important",
        CallOutKind::Warning => "warning",
    }
}

#[cfg(test)]
mod tests {
    use super::{sentence_end, with_strong_lead};
    use crate::model::markup::{Element, Piece, ValueName};

    #[test]
    fn a_sentence_ends_at_its_sign_and_not_inside_a_number() {
        assert_eq!(sentence_end("Ja. U mag weigeren."), Some(3));
        assert_eq!(sentence_end("Zie artikel 7.3.4 van de wet"), None);
        assert_eq!(sentence_end("هل؟ نعم."), Some("هل؟".len()));
    }

    #[test]
    fn only_the_first_sentence_of_an_answer_is_strong() {
        let strong = with_strong_lead(&[Piece::Text("Ja. U mag weigeren.".into())]);
        let expected = [
            Piece::Open(Element::Strong),
            Piece::Text("Ja.".into()),
            Piece::Close(Element::Strong),
            Piece::Text(" U mag weigeren.".into()),
        ];
        assert_eq!(strong, expected);
    }

    #[test]
    fn a_choice_is_strong_as_a_whole_so_that_elements_stay_closed_in_pairs() {
        let choice = [Piece::IfKnown(ValueName::DurationAim), Piece::Text("Kort. Echt.".into()), Piece::EndIf];
        let strong = with_strong_lead(&choice);
        assert_eq!(strong.first(), Some(&Piece::Open(Element::Strong)));
        assert_eq!(strong.last(), Some(&Piece::Close(Element::Strong)));
        assert_eq!(strong.len(), 5);
    }
}
