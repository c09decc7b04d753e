//! Verbs in disguise: nouns on -ing, -heid, -atie and the like that hide who does what.

use super::lists;

const ENDINGS: [(&str, &str); 14] = [
    ("ingen", "ing"),
    ("heden", "heid"),
    ("aties", "atie"),
    ("iteiten", "iteit"),
    ("ismen", "isme"),
    ("schappen", "schap"),
    ("nissen", "nis"),
    ("ing", "ing"),
    ("heid", "heid"),
    ("atie", "atie"),
    ("iteit", "iteit"),
    ("isme", "isme"),
    ("schap", "schap"),
    ("nis", "nis"),
];

/// Letters before the ending: shorter is a root word (`ding`, `ring`, `kring`).
const SHORTEST_STEM: usize = 3;

/// Verbs that end like a plural: `dringen`, `gingen`, `ontvingen`.
const VERBS: [&str; 9] = ["dringen", "dwingen", "springen", "zingen", "wringen", "slingen", "gingen", "vingen", "hingen"];

/// Whether a word (small letters) is such a noun, and not an everyday thing like `woning`.
pub(super) fn is_nominalisation(word: &str) -> bool {
    let Some((stem, ending)) = ENDINGS.iter().find_map(|(seen, single)| Some((word.strip_suffix(seen)?, single))) else {
        return false;
    };
    if VERBS.iter().any(|verb| word.ends_with(verb)) {
        return false;
    }
    let has_vowel = stem.contains(['a', 'e', 'i', 'o', 'u', 'y', 'ë', 'ï', 'ö']);
    has_vowel && stem.chars().count() >= SHORTEST_STEM && !lists::is_everyday_noun(&format!("{stem}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::is_nominalisation;

    #[test]
    fn nouns_that_hide_a_verb_are_found_also_in_the_plural() {
        for word in ["uitvoering", "beperkingen", "coördinatie", "verantwoordelijkheden", "toetsing"] {
            assert!(is_nominalisation(word), "{word}");
        }
    }

    #[test]
    fn everyday_things_are_not_also_in_a_compound() {
        for word in [
            "woning",
            "huurwoningen",
            "koning",
            "ring",
            "gezondheid",
            "informatie",
            "bijstandsuitkering",
            "school",
            "aandringen",
        ] {
            assert!(!is_nominalisation(word), "{word}");
        }
    }
}
