//! Small lists of words that belong to the rules, built in. Each list is a file in `words/`, with its reason in the first line.

use std::collections::BTreeSet;
use std::sync::LazyLock;

type List = BTreeSet<&'static str>;

macro_rules! list {
    ($name:literal) => {
        LazyLock::new(|| entries(include_str!(concat!("words/", $name))).collect())
    };
}

static EVERYDAY_NOUNS: LazyLock<List> = list!("gewone-zaken.txt");
static EVERYDAY_WORDS: LazyLock<List> = list!("gewone-woorden.txt");
static NO_PARTICIPLE: LazyLock<List> = list!("geen-deelwoord.txt");
static OTHER_VERB_FORMS: LazyLock<List> = list!("hele-werkwoorden.txt");
static STRONG_PARTICIPLES: LazyLock<List> = list!("sterke-deelwoorden.txt");
static PREPOSITIONS: LazyLock<List> = list!("voorzetsels.txt");
static JARGON: LazyLock<List> = list!("vaktaal.txt");
static KNOWN_CAPITALS: LazyLock<List> = list!("bekende-hoofdletters.txt");

/// Lines of a list: no comments, no empty lines.
pub(super) fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A word that looks like an action in disguise and is an everyday thing; also at the end of a compound.
pub(super) fn is_everyday_noun(word: &str) -> bool {
    EVERYDAY_NOUNS.iter().any(|noun| word.strip_suffix(noun).is_some_and(|first| first.is_empty() || first.len() > 2))
}

/// A word that nearly everybody knows, although the list of frequent words has it late or not at all.
pub(super) fn is_everyday_word(word: &str) -> bool {
    EVERYDAY_WORDS.contains(word)
}

/// Looks like a participle and is none.
pub(super) fn is_no_participle(word: &str) -> bool {
    NO_PARTICIPLE.contains(word)
}

/// Another form of a verb that begins with `ge`: `geven`, `doorgeeft`.
pub(super) fn is_other_verb_form(word: &str) -> bool {
    OTHER_VERB_FORMS.contains(word)
}

/// A participle that its form does not give away.
pub(super) fn is_strong_participle(word: &str) -> bool {
    STRONG_PARTICIPLES.contains(word)
}

/// A preposition.
pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(word)
}

/// A word of the law or of policy, also when the news uses it often.
pub(super) fn is_jargon(word: &str) -> bool {
    JARGON.contains(word)
}

/// Capitals that everybody knows.
pub(super) fn is_known_in_capitals(word: &str) -> bool {
    KNOWN_CAPITALS.contains(word)
}
