//! The closed list of languages: tag, own name, direction. Direction belongs to a language with its script.

use std::fmt;

/// Reading direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// Value of the HTML attribute `dir`.
    pub fn attribute(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// A language in which a site can be shown: an index in the closed list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(u8);

struct Entry {
    tag: &'static str,
    own_name: &'static str,
    direction: Direction,
}

const fn entry(tag: &'static str, own_name: &'static str, direction: Direction) -> Entry {
    Entry { tag, own_name, direction }
}

/// The languages of `ux.md` §7, tiers 0 to 3. Sorani has its own tag with script.
const LANGUAGES: &[Entry] = &[
    entry("ar", "العربية", Direction::Rtl),
    entry("bg", "български", Direction::Ltr),
    entry("ckb", "کوردیی ناوەندی", Direction::Rtl),
    entry("de", "Deutsch", Direction::Ltr),
    entry("en", "English", Direction::Ltr),
    entry("es", "español", Direction::Ltr),
    entry("fa", "فارسی", Direction::Rtl),
    entry("fr", "français", Direction::Ltr),
    entry("nl", "Nederlands", Direction::Ltr),
    entry("pap", "Papiamentu", Direction::Ltr),
    entry("pl", "polski", Direction::Ltr),
    entry("ps", "پښتو", Direction::Rtl),
    entry("pt", "português", Direction::Ltr),
    entry("ro", "română", Direction::Ltr),
    entry("ru", "русский", Direction::Ltr),
    entry("so", "Soomaali", Direction::Ltr),
    entry("ti", "ትግርኛ", Direction::Ltr),
    entry("tr", "Türkçe", Direction::Ltr),
    entry("uk", "українська", Direction::Ltr),
    entry("ur", "اردو", Direction::Rtl),
    entry("zh", "中文", Direction::Ltr),
];

impl Lang {
    /// The language with this tag, when it is in the list.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let index = LANGUAGES.iter().position(|entry| entry.tag == tag)?;
        u8::try_from(index).ok().map(Lang)
    }

    /// All tags, sorted.
    pub fn tags() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|entry| entry.tag)
    }

    /// BCP 47 tag, as in the HTML attribute `lang` and in folder names.
    pub fn tag(self) -> &'static str {
        LANGUAGES[self.0 as usize].tag
    }

    /// Name of the language in that language.
    pub fn own_name(self) -> &'static str {
        LANGUAGES[self.0 as usize].own_name
    }

    /// Reading direction.
    pub fn direction(self) -> Direction {
        LANGUAGES[self.0 as usize].direction
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::{Direction, LANGUAGES, Lang};

    #[test]
    fn sorani_is_known_and_reads_from_right_to_left() {
        let sorani = Lang::from_tag("ckb").expect("in the list");
        assert_eq!(sorani.direction(), Direction::Rtl);
    }

    #[test]
    fn the_list_is_sorted_so_that_messages_are_stable() {
        assert!(LANGUAGES.is_sorted_by_key(|entry| entry.tag));
    }
}
