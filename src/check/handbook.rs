//! All pages of rules in one list, whoever looks: the rules of language, those about truth, those about finished pages, and the
//! findings of earlier rooms that have a page.

use std::sync::LazyLock;

use crate::check::rules::{Family, RULES, Rule};
use crate::check::{pages, truth};

/// Every rule with a page, by name.
pub static HANDBOOK: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let of_truth = truth::RULES.iter().map(|rule| Rule::elsewhere(rule.name, rule.page));
    let of_pages = pages::RULES.iter().map(|rule| Rule::elsewhere(rule.name, rule.page));
    let earlier = truth::EARLIER.iter().chain(pages::EARLIER).map(|(name, page)| Rule::elsewhere(name, page));
    let mut all: Vec<Rule> = RULES.iter().copied().chain(of_truth).chain(of_pages).chain(earlier).collect();
    all.sort_by_key(|rule| rule.name);
    all
});

/// The rule with this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    HANDBOOK.iter().find(|rule| rule.name == name)
}

/// What a finding is about. What has no page is about the form of a file or of a page.
pub fn family_of(name: &str) -> Family {
    rule(name).map_or(Family::Pagina, Rule::family)
}

/// The examples of a page that stand in fences under `## Gevonden` or `## Goed`.
pub fn fenced_examples(page: &str, heading: &str) -> Vec<String> {
    let section = page.split("\n## ").find_map(|section| section.strip_prefix(heading)?.strip_prefix('\n'));
    let parts = section.unwrap_or_default().split("```");
    // Every second part lies between two fences; its first line is the word behind the fence.
    parts.skip(1).step_by(2).filter_map(|part| part.split_once('\n')).map(|(_, text)| text.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{HANDBOOK, fenced_examples};

    #[test]
    fn every_name_stands_once_and_every_page_has_a_head_a_sentence_and_examples() {
        assert!(HANDBOOK.windows(2).all(|pair| pair[0].name < pair[1].name));
        for rule in HANDBOOK.iter() {
            let name = rule.name;
            assert!(rule.page.starts_with(&format!("# {name}\n")), "{name}: the page has another title");
            assert!(rule.severity().is_some(), "{name}: no `Ernst`");
            assert!(rule.summary().ends_with('.'), "{name}: {}", rule.summary());
            for heading in ["Gevonden", "Goed"] {
                let examples = rule.examples(heading).len() + fenced_examples(rule.page, heading).len();
                assert!(examples >= 1, "{name}: no example under `{heading}`");
            }
        }
    }
}
