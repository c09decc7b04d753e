//! The words that rules know, by class: `@meedoen` in a pattern is every form of every word under `[meedoen]`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words of the class file; a test holds every pattern against them.
static DUTCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("woorden.txt")));

/// Number of a class.
pub(super) type Class = u16;

/// Word forms and the classes to which they belong.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    names: Vec<String>,
    forms: BTreeMap<String, Vec<Class>>,
    /// Beginnings of words, for endings that nobody can list: `uithuisplaats…`.
    beginnings: BTreeMap<String, Vec<Class>>,
    /// Verbs that fall apart: the form that stays, the particle that leaves, the class of both together.
    separable: BTreeMap<String, Vec<(String, Class)>>,
}

impl Lexicon {
    /// The Dutch words.
    pub(super) fn dutch() -> &'static Lexicon {
        &DUTCH
    }

    /// Number of a class; `None` when the file has no such class.
    pub(super) fn class(&self, name: &str) -> Option<Class> {
        self.names.iter().position(|known| known == name).and_then(|at| Class::try_from(at).ok())
    }

    /// Classes of a word that stands in one piece.
    pub(super) fn classes(&self, word: &str) -> Vec<Class> {
        let mut classes = self.forms.get(word).cloned().unwrap_or_default();
        let starts = word.char_indices().map(|(at, letter)| &word[..at + letter.len_utf8()]);
        classes.extend(starts.filter_map(|start| self.beginnings.get(start)).flatten());
        classes
    }

    /// What a word becomes together with a particle elsewhere in its clause.
    pub(super) fn with_particle(&self, word: &str) -> &[(String, Class)] {
        self.separable.get(word).map_or(&[], Vec::as_slice)
    }

    /// Lines are `[class]`, words, beginnings (`maatregel*`) or `particle + forms`.
    pub(super) fn read(text: &str) -> Lexicon {
        let mut lexicon = Lexicon::default();
        let mut class: Class = 0;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                class = Class::try_from(lexicon.names.len()).expect("the class file has a few dozen classes");
                lexicon.names.push(name.to_owned());
            } else if let Some((particle, forms)) = line.split_once('+') {
                lexicon.add_separable(particle.trim(), forms, class);
            } else {
                line.split_whitespace().for_each(|word| lexicon.add(word, class));
            }
        }
        lexicon
    }

    fn add(&mut self, word: &str, class: Class) {
        match word.strip_suffix('*') {
            Some(start) => self.beginnings.entry(start.to_owned()).or_default().push(class),
            None => self.forms.entry(word.to_owned()).or_default().push(class),
        }
    }

    fn add_separable(&mut self, particle: &str, forms: &str, class: Class) {
        for form in forms.split_whitespace() {
            self.add(&format!("{particle}{form}"), class);
            self.separable.entry(form.to_owned()).or_default().push((particle.to_owned(), class));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    #[test]
    fn a_class_holds_forms_beginnings_and_verbs_that_fall_apart() {
        let lexicon = Lexicon::read("[a]\nkom komt\nmaatregel*\nmee + werk werkt\n");
        let class = lexicon.class("a").expect("named");
        assert_eq!(lexicon.classes("komt"), [class]);
        assert_eq!(lexicon.classes("maatregelen"), [class]);
        assert_eq!(lexicon.classes("meewerkt"), [class]);
        assert_eq!(lexicon.with_particle("werkt"), [("mee".to_owned(), class)]);
        assert!(lexicon.classes("werkt").is_empty());
    }
}
