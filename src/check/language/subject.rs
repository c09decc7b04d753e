//! Who does it: the parent, we who write, an organisation, the judge, the child.

use super::lexicon::Lexicon;
use super::reading::{Found, Patterns, Reading};
use super::sentences::Sentence;

/// Who does what a verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// `u`, the parents.
    Parent,
    /// `wij`, who write.
    We,
    /// An organisation or professional.
    Body,
    /// The judge or the court.
    Judge,
    /// The child.
    Child,
    /// Somebody else.
    Other,
}

const ACTORS: &[(&str, Who)] = &[
    ("ouder", Who::Parent),
    ("wij", Who::We),
    ("rechter", Who::Judge),
    ("instantie", Who::Body),
    ("kind", Who::Child),
    ("derde", Who::Other),
];

/// After these words a name is not the one who does it.
const PREPOSITIONS: &[&str] = &[
    "met", "van", "aan", "door", "bij", "voor", "namens", "over", "naar", "zonder", "volgens", "tot", "tussen", "op", "uit",
    "via",
];

/// In a clause that begins with one of these the subject stands in front and the verb behind.
const SUBORDINATORS: &[&str] = &[
    "als", "indien", "wanneer", "zodra", "zolang", "omdat", "doordat", "dat", "zodat", "totdat", "tenzij", "terwijl", "of",
    "voordat", "nadat",
];

impl Reading<'_> {
    /// Who does what the first word of a place that fits `verbs` says. `None` when nobody is named.
    pub fn who(&self, found: &Found, verbs: &Patterns) -> Option<Who> {
        let sentence = &self.sentences[found.sentence];
        let verb = self
            .find_in(found.sentence, verbs)
            .into_iter()
            .map(|place| place.words.start)
            .find(|at| found.words.contains(at))?;
        subject_of(sentence, verb)
    }
}

/// In a main clause the subject stands just before or just after its verb; in a subordinate clause it stands first.
fn subject_of(sentence: &Sentence, verb: usize) -> Option<Who> {
    let clause = sentence.clause(sentence.words[verb].clause);
    let actors: Vec<(usize, Who)> = clause
        .clone()
        .filter(|at| *at != verb)
        .filter_map(|at| actor(sentence, clause.start, at).map(|who| (at, who)))
        .collect();
    let start = (clause.start..verb)
        .rev()
        .find(|at| SUBORDINATORS.contains(&sentence.words[*at].form.as_str()))
        .map_or(clause.start, |at| at + 1);
    let subordinate = start > clause.start || SUBORDINATORS.contains(&sentence.words[clause.start].form.as_str());
    let before: Vec<&(usize, Who)> = actors.iter().filter(|(at, _)| (start..verb).contains(at)).collect();
    let after = actors.iter().find(|(at, _)| *at > verb);
    let chosen = if subordinate { before.first().copied() } else { before.last().copied() };
    chosen.or(after).map(|(_, who)| *who)
}

fn actor(sentence: &Sentence, clause_start: usize, at: usize) -> Option<Who> {
    let lexicon = Lexicon::dutch();
    let word = &sentence.words[at];
    let who = ACTORS
        .iter()
        .find(|(name, _)| lexicon.class(name).is_some_and(|class| word.classes.contains(&class)))
        .map(|(_, who)| *who)?;
    let behind_preposition = (clause_start.max(at.saturating_sub(3))..at).any(|before| {
        PREPOSITIONS.contains(&sentence.words[before].form.as_str()) && only_small_words(sentence, before + 1, at)
    });
    (!behind_preposition).then_some(who)
}

/// Articles and adjectives between a preposition and its name.
fn only_small_words(sentence: &Sentence, from: usize, to: usize) -> bool {
    sentence.words[from..to].iter().all(|word| {
        matches!(word.form.as_str(), "de" | "het" | "een" | "uw" | "mijn" | "deze" | "onze" | "ons" | "die")
            || word.form.ends_with('e')
    })
}

#[cfg(test)]
mod tests {
    use super::Who;
    use crate::check::language::reading::tests::passage;
    use crate::check::language::reading::{Patterns, Reading};

    fn who(text: &str) -> Option<Who> {
        let passage = passage(text);
        let reading = Reading::new(&passage);
        let verbs = Patterns::new(&["moet|moeten"]);
        let found = reading.find(&verbs);
        reading.who(found.first().expect("there is a duty"), &verbs)
    }

    #[test]
    fn the_subject_is_found_in_every_word_order() {
        assert_eq!(who("U moet meewerken."), Some(Who::Parent));
        assert_eq!(who("Na het gesprek met de hulpverlener moet u tekenen."), Some(Who::Parent));
        assert_eq!(who("Wij vinden dat u moet meewerken."), Some(Who::Parent));
        assert_eq!(who("Wij moeten u vragen of dat mag."), Some(Who::We));
        assert_eq!(who("De hulpverlener moet u uitleg geven."), Some(Who::Body));
        assert_eq!(who("Daarom moet de kinderrechter u horen."), Some(Who::Judge));
        assert_eq!(who("omdat de Raad u moet horen"), Some(Who::Body));
    }
}
