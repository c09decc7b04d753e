//! Text in another language than the page: what its element says of it, and how it is kept apart where no element can stand.

use serde::Serialize;

use crate::lang::Lang;

/// Language and direction of a text that is not in the language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub(crate) struct Tongue {
    pub(crate) tag: &'static str,
    pub(crate) dir: &'static str,
}

impl Tongue {
    /// `None` when the text is in the language of the page, so that nothing needs to be said.
    pub(crate) fn of(text: Lang, page: Lang) -> Option<Tongue> {
        (text != page).then(|| Tongue { tag: text.tag(), dir: text.direction().attribute() })
    }

    /// HTML of this tongue. `dir` also keeps its digits and signs from mixing with the sentence around it.
    pub(crate) fn wrap(tongue: Option<Tongue>, html: &str) -> String {
        match tongue {
            Some(Tongue { tag, dir }) if !html.is_empty() => format!("<bdi lang=\"{tag}\" dir=\"{dir}\">{html}</bdi>"),
            _ => html.to_owned(),
        }
    }
}

/// The same for text without elements, such as a title: `'s-Hertogenbosch` would lose its apostrophe to the other side of
/// an Arabic sentence. The signs are invisible, and are left out where both languages read in one direction.
pub(crate) fn isolated(text: &str, own: Lang, page: Lang) -> String {
    if own.direction() == page.direction() || text.is_empty() {
        return text.to_owned();
    }
    format!("{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}")
}

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

#[cfg(test)]
mod tests {
    use super::{Tongue, isolated};
    use crate::lang::Lang;

    fn lang(tag: &str) -> Lang {
        Lang::from_tag(tag).expect("in the list")
    }

    #[test]
    fn dutch_on_an_arabic_page_says_so_and_is_kept_apart() {
        let tongue = Tongue::of(lang("nl"), lang("ar"));
        assert_eq!(Tongue::wrap(tongue, "3 tot 6 maanden"), "<bdi lang=\"nl\" dir=\"ltr\">3 tot 6 maanden</bdi>");
        assert_eq!(isolated("'s-Hertogenbosch", lang("nl"), lang("ar")), "\u{2068}'s-Hertogenbosch\u{2069}");
    }

    #[test]
    fn text_in_the_language_of_the_page_stays_as_it_is() {
        assert_eq!(Tongue::wrap(Tongue::of(lang("ar"), lang("ar")), "نعم"), "نعم");
        assert_eq!(isolated("Leiden", lang("nl"), lang("en")), "Leiden");
    }
}
