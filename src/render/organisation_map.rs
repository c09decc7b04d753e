//! From the roles, their words and what is known of a municipality to the map of organisations (needs N-11, N-12, N-13).

use super::diagram::organisations::{Group, Member, OrganisationMap, organisation_map};
use super::hyphens::hyphenate;
use super::local::LocalWriter;
use super::plain::Plain;
use super::unit::general_value;
use crate::model::markup::Markup;

/// Which role stands in which group. A role that the content does not have is left out.
const HELPERS: [&str; 3] = ["lokaal-team", "gemeente", "gi"];
// Veilig Thuis may investigate against the will of the parents: it does not only offer help (S-03).
const RESEARCHERS: [&str; 3] = ["veilig-thuis", "voorzitter-tafel", "raad"];
const DECIDERS: [&str; 1] = ["kinderrechter"];
const SUPPORTERS: [&str; 3] = ["jeugdstem", "clientondersteuning", "advocaat"];
/// How many lines of a role stand in its box: the content names the most important first.
const SOME: Lines = Lines { may: 2, may_not: 1 };
/// Who decides about a measure shows more: nobody else has that power.
const MANY: Lines = Lines { may: 4, may_not: 3 };
/// Whose words stand in the middle.
const FAMILY: &str = "ouders";

#[derive(Clone, Copy)]
struct Lines {
    may: usize,
    may_not: usize,
}

/// The map of one municipality as SVG.
pub(crate) fn draw(writer: &LocalWriter<'_>) -> String {
    organisation_map(&input(writer))
}

fn input(writer: &LocalWriter<'_>) -> OrganisationMap {
    let finder = writer.finder;
    let word = |name: &str| breakable(writer, &finder.ui().text(&format!("organisation_map.{name}")));
    let group = |title: &str, keys: &[&str], lines: Lines| Group {
        title: word(title),
        members: keys.iter().filter_map(|key| national(writer, key, lines)).collect(),
    };
    let mut helpers = group("helpers", &HELPERS, SOME);
    let local = local(writer);
    helpers.members.splice(0..0, local);
    OrganisationMap {
        id: "organisatiekaart".to_owned(),
        language: finder.lang.tag().to_owned(),
        direction: finder.lang.direction(),
        title: word("title"),
        description: word("description"),
        family: (word("family"), family_lines(writer, &word)),
        helpers,
        researchers: group("researchers", &RESEARCHERS, SOME),
        deciders: group("deciders", &DECIDERS, MANY),
        supporters: group("supporters", &SUPPORTERS, SOME),
    }
}

/// What the parent may do, and who has the lead here.
fn family_lines(writer: &LocalWriter<'_>, word: &dyn Fn(&str) -> String) -> Vec<String> {
    let may = national(writer, FAMILY, SOME).and_then(|parents| parents.may.into_iter().next());
    let lead = match writer.municipality.practice.lead.known() {
        Some(lead) => format!("{} {}", word("lead"), breakable(writer, lead)),
        None => format!("{} {}", word("lead"), word("lead_unknown")),
    };
    may.into_iter().chain([lead]).collect()
}

fn national(writer: &LocalWriter<'_>, key: &str, lines: Lines) -> Option<Member> {
    let finder = writer.finder;
    let organisation = finder.model.organisations.iter().find(|one| one.key == key)?;
    let words = finder.organisation(key)?.words;
    let first = |lines: &[Markup], count: usize| {
        lines.iter().take(count).map(|line| breakable(writer, &plain(writer, line))).collect()
    };
    Some(Member {
        name: breakable(writer, words.name.as_ref().unwrap_or(&organisation.name)),
        here: None,
        may: first(&words.may, lines.may),
        may_not: first(&words.may_not, lines.may_not),
    })
}

fn local(writer: &LocalWriter<'_>) -> Vec<Member> {
    let known = writer.municipality.practice.organisations.known();
    let first = |lines: &[String], count: usize| lines.iter().take(count).map(|line| breakable(writer, line)).collect();
    known
        .into_iter()
        .flatten()
        .map(|one| Member {
            name: breakable(writer, &one.naam),
            here: Some(breakable(writer, one.rol.as_deref().unwrap_or(&writer.municipality.name))),
            may: first(&one.mag_wel, SOME.may),
            may_not: first(&one.mag_niet, SOME.may_not),
        })
        .collect()
}

fn plain(writer: &LocalWriter<'_>, markup: &Markup) -> String {
    let ui = writer.finder.ui();
    Plain::new(markup).fill(&|name| general_value(ui, name))
}

/// The text with soft hyphens, also in Dutch terms that stand in a text of another language.
fn breakable(writer: &LocalWriter<'_>, text: &str) -> String {
    let finder = writer.finder;
    let own = hyphenate(text, &finder.words().language.breaks);
    let fallback = finder.model.words.get(&finder.model.site.fallback);
    fallback.map_or(own.clone(), |words| hyphenate(&own, &words.language.breaks))
}
