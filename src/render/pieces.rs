//! Pieces of shared text, each with a mark of its content: who knows the pieces that a page took, knows later whether a
//! change reaches that page.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::blocks::SharedBlocks;
use super::prepared::{Prepared, PreparedItem, PreparedPage};
use super::templates::Templates;
use super::work::Language;
use crate::lang::Lang;
use crate::model::Model;
use crate::model::fact::FactId;
use crate::model::markup::BlockName;
use crate::model::words::Words;

/// One piece that a page may take.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Piece {
    /// What other pages show of a stage, by index.
    StageCard(usize),
    /// The rest of its text.
    StageText(usize),
    /// A road.
    Road(FactId),
    /// What other pages show of a page.
    PageCard(String),
    /// The rest of its text.
    PageText(String),
    /// The same two of a page for young people.
    YoungCard(String),
    /// The rest of its text.
    YoungText(String),
    /// What other pages show of a right.
    RightCard(String),
    /// The rest of its text.
    RightText(String),
    /// What other pages show of a remedy.
    RemedyCard(String),
    /// The rest of its text.
    RemedyText(String),
    /// Sources of all stages and roads.
    StepSources,
    /// A block that is the same everywhere.
    Block(BlockName),
    /// Titles of everything to which a text may link: a text of a municipality names them.
    Titles,
}

impl Piece {
    /// A name without spaces, for a list on disk.
    pub(crate) fn name(&self) -> String {
        match self {
            Piece::StageCard(index) => format!("stap:{index}"),
            Piece::StageText(index) => format!("stap-tekst:{index}"),
            Piece::Road(fact) => format!("overgang:{}", fact.0),
            Piece::PageCard(key) => format!("pagina:{key}"),
            Piece::PageText(key) => format!("pagina-tekst:{key}"),
            Piece::YoungCard(key) => format!("jongeren:{key}"),
            Piece::YoungText(key) => format!("jongeren-tekst:{key}"),
            Piece::RightCard(key) => format!("recht:{key}"),
            Piece::RightText(key) => format!("recht-tekst:{key}"),
            Piece::RemedyCard(key) => format!("route:{key}"),
            Piece::RemedyText(key) => format!("route-tekst:{key}"),
            Piece::StepSources => "bronnen-van-stappen".to_owned(),
            Piece::Block(name) => format!("blok:{name:?}"),
            Piece::Titles => "titels".to_owned(),
        }
    }
}

/// What a page or item with a key is as two pieces: what others show of it, and the rest.
pub(crate) type Halves = (fn(String) -> Piece, fn(String) -> Piece);

/// The mark of every piece of one language, by name.
pub(crate) struct PieceMarks {
    marks: BTreeMap<String, blake3::Hash>,
}

impl PieceMarks {
    /// Marks everything that a page in this language can take.
    pub(crate) fn new(prepared: &Prepared<'_>, blocks: &SharedBlocks, templates: &Templates) -> PieceMarks {
        let mut marks = PieceMarks { marks: BTreeMap::new() };
        for (index, stage) in prepared.stages.iter().enumerate() {
            marks.add(&Piece::StageCard(index), &stage.card);
            marks.add(&Piece::StageText(index), &*stage.text);
        }
        for (fact, road) in &prepared.roads {
            marks.add(&Piece::Road(fact.clone()), road);
        }
        marks.add_pages(&prepared.pages, (Piece::PageCard, Piece::PageText));
        marks.add_pages(&prepared.young, (Piece::YoungCard, Piece::YoungText));
        marks.add_items(&prepared.rights, (Piece::RightCard, Piece::RightText));
        marks.add_items(&prepared.remedies, (Piece::RemedyCard, Piece::RemedyText));
        marks.add(&Piece::StepSources, &prepared.step_sources);
        for name in blocks.names() {
            // One that cannot be made has no mark: pages that take it are made, and say what is wrong.
            if let Some(Ok(block)) = blocks.get(name, (prepared, templates)) {
                marks.add(&Piece::Block(name.clone()), block);
            }
        }
        marks.add(&Piece::Titles, &titles(prepared.finder.model, prepared.finder.lang));
        marks
    }

    /// The mark of a piece; `None` when there is no such piece any more.
    pub(crate) fn of(&self, name: &str) -> Option<&blake3::Hash> {
        self.marks.get(name)
    }

    fn add(&mut self, piece: &Piece, content: &impl Hash) {
        self.marks.insert(piece.name(), mark(content));
    }

    fn add_pages(&mut self, pages: &BTreeMap<String, PreparedPage<'_>>, (card, text): Halves) {
        for (key, page) in pages {
            self.add(&card(key.clone()), &page.card);
            self.add(&text(key.clone()), &*page.text);
        }
    }

    fn add_items(&mut self, items: &[PreparedItem<'_>], (card, text): Halves) {
        for item in items {
            self.add(&card(item.card.key.clone()), &item.card);
            self.add(&text(item.card.key.clone()), &*item.text);
        }
    }
}

/// Marks of the pieces of shared text, by language.
pub struct TextMarks<'a> {
    languages: &'a BTreeMap<Lang, Language<'a>>,
    templates: &'a Templates,
    made: OnceLock<BTreeMap<Lang, PieceMarks>>,
}

impl<'a> TextMarks<'a> {
    /// No mark is made before somebody asks for one.
    pub(super) fn new(languages: &'a BTreeMap<Lang, Language<'a>>, templates: &'a Templates) -> TextMarks<'a> {
        TextMarks { languages, templates, made: OnceLock::new() }
    }

    /// One mark of all these pieces; `None` when one of them is not there any more. Several threads share the work of the
    /// first call, so none of them may ask meanwhile.
    pub fn of<'n>(&self, lang: Lang, names: impl Iterator<Item = &'n str>) -> Option<blake3::Hash> {
        let marks_of =
            |(lang, (texts, blocks)): (&Lang, &Language<'_>)| (*lang, PieceMarks::new(texts, blocks, self.templates));
        let marks = self.made.get_or_init(|| self.languages.par_iter().map(marks_of).collect()).get(&lang)?;
        let mut all = Vec::new();
        for name in names {
            all.extend_from_slice(name.as_bytes());
            all.extend_from_slice(marks.of(name)?.as_bytes());
        }
        Some(blake3::hash(&all))
    }
}

/// One mark of the titles in all languages.
pub fn mark_of_titles(model: &Model) -> blake3::Hash {
    mark(&model.site.languages.iter().map(|lang| titles(model, *lang)).collect::<Vec<_>>())
}

/// Titles of stages, pages, rights and remedies in a language and in the fallback language.
fn titles(model: &Model, lang: Lang) -> Vec<Vec<(&str, &str)>> {
    [lang, model.site.fallback].iter().filter_map(|lang| model.words.get(lang)).map(titles_of).collect()
}

fn titles_of(words: &Words) -> Vec<(&str, &str)> {
    let pages = words.pages.iter().chain(&words.young).chain(&words.rights);
    let pages = pages.map(|(key, page)| (key.as_str(), page.title.as_str()));
    let stages = words.stages.iter().map(|(key, stage)| (key.as_str(), stage.title.as_str()));
    let remedies = words.remedies.iter().map(|(key, remedy)| (key.as_str(), remedy.page.title.as_str()));
    pages.chain(stages).chain(remedies).collect()
}

/// A mark of everything that `Hash` looks at: every field, because the implementations are derived.
fn mark(content: &impl Hash) -> blake3::Hash {
    let mut collected = Collected(Vec::new());
    content.hash(&mut collected);
    blake3::hash(&collected.0)
}

/// Everything that `Hash` looks at, in a row: a long text is marked at several places at once, and many short ones are not.
struct Collected(Vec<u8>);

impl Hasher for Collected {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Nobody asks for the short form.
    fn finish(&self) -> u64 {
        u64::from_le_bytes(*blake3::hash(&self.0).as_bytes().first_chunk().expect("a hash has more than eight bytes"))
    }
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn texts_that_read_the_same_when_joined_have_different_marks() {
        assert_ne!(mark(&["ab", "c"]), mark(&["a", "bc"]));
        assert_eq!(mark(&["ab", "c"]), mark(&["ab".to_owned(), "c".to_owned()]));
    }
}
