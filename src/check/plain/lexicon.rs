//! Which words most people know: a list by frequency, the base forms of a word, and compounds of known parts.
//!
//! The list is a separate file under its own licence: `data/leesniveau/NOTICE.md`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lists::is_everyday_word;

/// A word of the first five thousand counts as known in the score.
const KNOWN_TO_ALL: usize = 5_000;
/// Parts of a compound must be within this rank.
const KNOWN_IN_COMPOUND: usize = 8_000;
/// Shortest part of a compound, in letters; one part must have more.
const SHORTEST_PART: usize = 3;

static RANKS: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    let words = include_str!("../../../data/leesniveau/nl-frequent-10000.txt");
    words.lines().enumerate().map(|(at, word)| (word, at + 1)).collect()
});

/// Place in the list, from 1.
fn rank(word: &str) -> Option<usize> {
    RANKS.get(word).copied()
}

/// Whether the list has the word at all.
pub(super) fn is_listed(word: &str) -> bool {
    rank(word).is_some()
}

fn is_within(word: &str, limit: usize) -> bool {
    rank(word).is_some_and(|place| place <= limit)
}

/// For the score: the word or one of its base forms is among the first five thousand.
pub(super) fn is_known_to_all(word: &str) -> bool {
    // The `s` of `'s avonds` and the `e` of `3e` are no words to know.
    let is_letter = word.chars().nth(1).is_none();
    is_letter
        || is_within(word, KNOWN_TO_ALL)
        || base_forms(word).iter().any(|form| is_within(form, KNOWN_TO_ALL))
        || without_stress(word).is_some_and(|plain| is_known_to_all(&plain))
}

/// `vóór` → `voor`, `óf` → `of`: the accent says only that the word is stressed.
fn without_stress(word: &str) -> Option<String> {
    let plain = |letter: char| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        other => other,
    };
    let bare: String = word.chars().map(plain).collect();
    (bare != word).then_some(bare)
}

/// For the rule about unknown words: known to all, an everyday word, a form of a known verb (`klaagt`, `bewaar`), a known verb with
/// its particle (`opschrijven`), the opposite of a known word (`onrustig`), or a compound of two known words.
pub(super) fn is_known_or_compound(word: &str) -> bool {
    is_known_to_rule(word)
        || is_verb_with_particle(word)
        || word.strip_prefix("on").is_some_and(|rest| rest.chars().count() > SHORTEST_PART && is_known_to_rule(rest))
        || compound_break(word).is_some()
}

fn is_known_to_rule(word: &str) -> bool {
    is_known_to_all(word)
        || is_everyday_word(word)
        || base_forms(word).iter().any(|form| is_everyday_word(form))
        || infinitives(word).iter().any(|verb| is_listed(verb))
}

/// Strong verbs in the past, whose form does not say that they are verbs.
const PAST_FORMS: [&str; 20] = [
    "ging", "kwam", "nam", "zag", "gaf", "deed", "stond", "hield", "liep", "sprak", "schreef", "bracht", "dacht", "kreeg",
    "vroeg", "trok", "keek", "viel", "riep", "bleef",
];

/// `opschrijven`, `omging`, `nagekeken`, `in te vullen` as one word: the particle says little about whether people know the verb.
fn is_verb_with_particle(word: &str) -> bool {
    let rests = SEPARABLE.iter().filter_map(|particle| word.strip_prefix(particle));
    rests.map(|rest| rest.strip_prefix("te").filter(|verb| is_infinitive(verb)).unwrap_or(rest)).any(|rest| {
        let is_form = infinitives(rest).iter().any(|verb| is_infinitive(verb)) || rest.starts_with("ge");
        let is_verb = is_infinitive(rest) || is_form || PAST_FORMS.contains(&rest);
        rest.chars().count() >= SHORTEST_PART && is_verb && is_known_to_all(rest)
    })
}

/// First parts that never stand apart from their verb.
const VERB_PREFIXES: [&str; 6] = ["be", "ver", "ont", "her", "onder", "over"];
/// A shorter rest may be a plural: `ver-halen`.
const SHORTEST_VERB: usize = 6;

/// Whether a word on -en is a verb and no plural: then the list also has its form with `t`, or its participle.
pub(super) fn is_infinitive(word: &str) -> bool {
    if ["gaan", "staan", "doen", "zien", "slaan", "zijn"].iter().any(|short| word.ends_with(short)) {
        return true;
    }
    let Some(stem) = word.strip_suffix("en").filter(|stem| stem.chars().count() > 1) else { return false };
    let without_prefix = VERB_PREFIXES.iter().chain(&SEPARABLE).filter_map(|prefix| word.strip_prefix(prefix));
    if without_prefix.filter(|verb| verb.len() >= SHORTEST_VERB).any(is_infinitive) {
        return true;
    }
    std::iter::once(stem.to_owned())
        .chain(respelled(stem))
        .any(|verb| is_listed(&format!("{verb}t")) || (verb.ends_with('t') && is_listed(&format!("ge{verb}"))))
}

/// Whole verbs of which a word may be the first person or the third: `klaagt` → `klagen`, `bewaar` → `bewaren`.
fn infinitives(word: &str) -> Vec<String> {
    let stems = std::iter::once(word).chain(word.strip_suffix('t'));
    stems.filter(|stem| stem.chars().count() >= SHORTEST_PART).flat_map(infinitives_of_stem).collect()
}

fn infinitives_of_stem(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    let [before @ .., first, second, last] = letters.as_slice() else { return Vec::new() };
    let before: String = before.iter().collect();
    let voiced = match last {
        'f' => 'v',
        's' => 'z',
        other => *other,
    };
    let long_vowel = first == second && is_vowel(*first);
    let mut verbs = vec![format!("{stem}en")];
    if long_vowel {
        verbs.push(format!("{before}{first}{last}en"));
        verbs.push(format!("{before}{first}{voiced}en"));
    } else {
        verbs.push(format!("{before}{first}{second}{voiced}en"));
        verbs.push(format!("{stem}{last}en"));
    }
    verbs
}

/// Where a compound of two known words breaks, in bytes; a linking `s`, `e`, `en` or `er` stays with the first part.
pub(super) fn compound_break(word: &str) -> Option<usize> {
    let forms = base_forms(word);
    std::iter::once(word).chain(forms.iter().map(String::as_str)).find_map(break_of_form)
}

fn break_of_form(word: &str) -> Option<usize> {
    let length = word.chars().count();
    let cuts = word.char_indices().enumerate().map(|(letters, (byte, _))| (letters, byte));
    let mut possible = cuts.filter(|(letters, _)| *letters >= SHORTEST_PART && length - letters >= SHORTEST_PART);
    possible.find(|(letters, byte)| is_compound(&word[..*byte], &word[*byte..], *letters, length)).map(|(_, byte)| byte)
}

fn is_compound(first: &str, second: &str, first_length: usize, length: usize) -> bool {
    let long_enough = first_length > SHORTEST_PART || length - first_length > SHORTEST_PART;
    if !long_enough || !is_within(second, KNOWN_IN_COMPOUND) {
        return false;
    }
    let without_link = ["s", "en", "er", "e"].iter().filter_map(|link| first.strip_suffix(link));
    std::iter::once(first)
        .chain(without_link)
        .any(|part| part.chars().count() >= SHORTEST_PART && is_within(part, KNOWN_IN_COMPOUND))
}

/// Endings that a base form can lose, longest first.
const ENDINGS: [&str; 21] = [
    "tjes", "ende", "ste", "tje", "end", "jes", "ten", "den", "ere", "je", "te", "de", "er", "st", "en", "'s", "n", "s",
    "e", "t", "d",
];

/// Separable first parts: `op-ge-beld` and `opbellen`.
const SEPARABLE: [&str; 27] = [
    "aan", "achter", "af", "bij", "binnen", "door", "in", "langs", "mee", "na", "neer", "om", "onder", "op", "over",
    "samen", "tegen", "terug", "thuis", "toe", "uit", "vast", "voor", "voort", "weg", "op", "klaar",
];

/// Forms from which a word may have been made; some do not exist, and then the list does not have them.
pub(super) fn base_forms(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    stems(word, &mut forms);
    for rest in participle_rests(word) {
        forms.push(rest.clone());
        forms.push(format!("{rest}en"));
        stems(&rest, &mut forms);
    }
    forms
}

fn stems(word: &str, forms: &mut Vec<String>) {
    for ending in ENDINGS {
        // A bare `d` is only the end of a participle, which has its own way.
        let Some(stem) = word.strip_suffix(ending).filter(|stem| ending != "d" && stem.chars().count() >= SHORTEST_PART)
        else {
            continue;
        };
        forms.push(stem.to_owned());
        forms.extend(respelled(stem));
    }
}

/// `ball` → `bal`, `nam` → `naam`, `huiz` → `huis`, `leev` → `leef`.
fn respelled(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    let Some((&last, before)) = letters.split_last() else { return Vec::new() };
    let mut forms = Vec::new();
    if before.last() == Some(&last) && !is_vowel(last) {
        forms.push(before.iter().collect());
    }
    let lengthened = lengthened(&letters);
    for base in std::iter::once(stem.to_owned()).chain(lengthened.clone()) {
        forms.extend(unvoiced(&base));
    }
    forms.extend(lengthened);
    forms
}

/// A single vowel before one last consonant is long in the open syllable, and is written twice in the closed one.
fn lengthened(letters: &[char]) -> Option<String> {
    let [.., before, vowel, last] = letters else { return None };
    let single = is_vowel(*vowel) && !is_vowel(*before) && !is_vowel(*last) && *vowel != 'i';
    single.then(|| {
        let mut longer: Vec<char> = letters.to_vec();
        longer.insert(letters.len() - 1, *vowel);
        longer.into_iter().collect()
    })
}

fn unvoiced(stem: &str) -> Option<String> {
    let (before, last) = (stem.strip_suffix('v'), stem.strip_suffix('z'));
    before.map(|base| format!("{base}f")).or_else(|| last.map(|base| format!("{base}s")))
}

/// `gewerkt` → `werk`, `opgebeld` → `opbel`, `bel`.
fn participle_rests(word: &str) -> Vec<String> {
    let mut rests = Vec::new();
    let ends = ["d", "t", "en", "de", "te"];
    for first in std::iter::once("").chain(SEPARABLE) {
        let Some(rest) = word.strip_prefix(first).and_then(|rest| rest.strip_prefix("ge")) else { continue };
        for stem in ends.iter().filter_map(|end| rest.strip_suffix(end)) {
            if stem.chars().count() >= 2 {
                rests.push(stem.to_owned());
                rests.push(format!("{first}{stem}"));
            }
        }
    }
    rests
}

fn is_vowel(letter: char) -> bool {
    "aeiouyáéíóúàèëïöü".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::{compound_break, is_infinitive, is_known_or_compound, is_known_to_all, is_listed};

    #[test]
    fn forms_of_a_known_word_are_known() {
        for word in [
            "namen", "ballen", "huizen", "leeft", "gewerkt", "opgebeld", "kinderen", "huisje", "vragende", "oudere",
            "foto's", "vóór", "óf", "wél",
        ] {
            assert!(is_known_to_all(word), "{word}");
        }
    }

    #[test]
    fn words_of_the_law_are_not_known() {
        for word in ["exploot", "dwangsom", "verweerschrift", "ontvankelijk", "ondertoezichtstelling", "griffier"] {
            assert!(!is_known_to_all(word), "{word}");
        }
    }

    #[test]
    fn a_compound_of_known_words_is_known_to_the_rule_but_not_to_the_score() {
        assert!(is_known_or_compound("huisartsen"));
        assert_eq!(compound_break("kinderrechter"), Some("kinder".len()));
        assert!(!is_known_to_all("kinderrechter"));
        assert_eq!(compound_break("exploot"), None);
    }

    #[test]
    fn everyday_words_verbs_with_a_particle_and_opposites_are_known_to_the_rule_only() {
        for word in [
            "formulier",
            "formulieren",
            "tolk",
            "opschrijven",
            "opgeschreven",
            "afspreken",
            "omging",
            "onrustig",
            "onveilige",
        ] {
            assert!(is_known_or_compound(word), "{word}");
        }
        assert!(!is_known_to_all("formulier") && !is_known_or_compound("opwhatsappen"));
        for word in ["exploot", "griffier", "verordening", "berisping", "ontvankelijk", "consulent"] {
            assert!(!is_known_or_compound(word), "{word}");
        }
    }

    #[test]
    fn a_form_of_a_known_verb_is_known_to_the_rule_and_a_plural_is_no_verb() {
        assert!(is_known_or_compound("klaagt") && is_known_or_compound("bewaar"));
        assert!(
            is_infinitive("vragen")
                && is_infinitive("zetten")
                && is_infinitive("veranderen")
                && is_infinitive("voorstellen")
        );
        assert!(!is_infinitive("vrienden") && !is_infinitive("straten"));
    }

    #[test]
    fn the_list_is_whole() {
        assert_eq!(super::RANKS.len(), 10_000);
        assert!(is_listed("de") && !is_listed("qqq"));
    }
}
