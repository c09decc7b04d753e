//! The values of a municipality that stand inside sentences.

use std::collections::BTreeMap;

use super::copies::Hole;
use super::html::escape;
use super::local::LocalWriter;
use super::tongue::isolated;
use super::ui::Ui;
use crate::model::markup::ValueName;
use crate::model::municipality::Municipality;

/// Values as HTML and as plain text, and whether each is known.
#[derive(Clone)]
pub(crate) struct LocalValues {
    html: BTreeMap<ValueName, String>,
    plain: BTreeMap<ValueName, String>,
    known: BTreeMap<ValueName, bool>,
}

impl LocalValues {
    /// The values of one municipality in one language.
    pub(crate) fn new(municipality: &Municipality, ui: Ui<'_>, writer: &LocalWriter<'_>) -> LocalValues {
        let mut values = LocalValues { html: BTreeMap::new(), plain: BTreeMap::new(), known: BTreeMap::new() };
        let practice = &municipality.practice;
        let child_from = practice.child_from.known().map(u8::to_string);
        let local = [
            (ValueName::MunicipalityName, Some(municipality.name.clone()), ""),
            (ValueName::TermHelp, practice.terms.help.known().cloned(), "terms.help"),
            (ValueName::TermTeam, practice.terms.team.known().cloned(), "terms.team"),
            (ValueName::TermTable, practice.terms.table.known().cloned(), "terms.table"),
            (ValueName::DurationAim, practice.aim.known().cloned(), "terms.unknown_value"),
            (ValueName::DurationMaximum, practice.maximum.known().cloned(), "terms.unknown_value"),
            (ValueName::ChildFrom, child_from, "terms.unknown_value"),
        ];
        for (name, value, general) in local {
            values.known.insert(name, value.is_some());
            let html = match &value {
                Some(value) => writer.in_dutch(&escape(value)),
                None => escape(&ui.text(general)),
            };
            values.html.insert(name, html);
            let own = |value: String| isolated(&value, writer.finder.model.site.fallback, writer.finder.lang);
            values.plain.insert(name, value.map_or_else(|| ui.text(general), own));
        }
        values
    }

    /// A value as HTML.
    pub(crate) fn html(&self, name: ValueName) -> &str {
        self.html.get(&name).map_or("", String::as_str)
    }

    /// A value as plain text.
    pub(crate) fn plain(&self, name: ValueName) -> &str {
        self.plain.get(&name).map_or("", String::as_str)
    }

    /// The same with holes in the place of values; whether they are known stays.
    pub(crate) fn with_holes(&self) -> LocalValues {
        let in_holes = |values: &BTreeMap<ValueName, String>, hole: fn(ValueName) -> Hole| {
            let own = values.iter().map(|(name, text)| (*name, hole(*name).letter().map_or(text.clone(), String::from)));
            own.collect()
        };
        let (html, plain) = (in_holes(&self.html, Hole::Html), in_holes(&self.plain, Hole::Plain));
        LocalValues { html, plain, known: self.known.clone() }
    }

    /// Whether it is known here.
    pub(crate) fn is_known(&self, name: ValueName) -> bool {
        self.known.get(&name).copied().unwrap_or(false)
    }
}
