//! The page that puts municipalities side by side: what is known, and for which day.

use super::{Homes, HubRenderer};
use crate::model::municipality::{Local, Municipality};
use crate::render::context::CompareRow;
use crate::render::date::written;
use crate::render::html::escape;
use crate::render::local::{LocalWriter, carrier_path, table_form_path};
use crate::render::templates::Values;

/// Where the page lies.
pub(super) const ADDRESS: &str = "vergelijk/";

impl HubRenderer<'_> {
    /// Values of the page.
    pub(super) fn compare(&self) -> Values {
        let head: Vec<String> = ["name", "term", "carriers", "duration", "maximum", "table", "decides", "as_of"]
            .map(|name| self.text(&format!("compare.{name}")))
            .to_vec();
        let homes = self.homes(ADDRESS);
        let described = self.frame.listed().filter(|municipality| municipality.described);
        let rows: Vec<CompareRow> = described.map(|one| self.compare_row(one, &homes)).collect();
        let title = self.text("hub.compare_title");
        self.common(
            ADDRESS,
            "compare",
            &title,
            &self.text("hub.compare_heading"),
            &self.text("hub.compare_description"),
            None,
        )
        .with("head", &head)
        .with("rows", &rows)
    }

    fn compare_row(&self, municipality: &Municipality, homes: &Homes) -> CompareRow {
        let practice = &municipality.practice;
        let ui = self.prepared.finder.ui();
        let writer = LocalWriter { finder: self.prepared.finder, municipality };
        let unknown = format!("<span class=\"ow-unknown\">{}</span>", escape(&ui.text("compare.unknown")));
        let text = |local: &Local<String>| local.known().map(|text| writer.in_dutch(&escape(text)));
        let maximum = practice
            .maximum
            .known()
            .map(|text| if text == "geen" { escape(&ui.text("local.none")) } else { writer.in_dutch(&escape(text)) });
        let carriers = practice.carriers.known().map(|carriers| {
            carriers
                .iter()
                .map(|one| escape(&ui.text(carrier_path(*one))))
                .collect::<Vec<_>>()
                .join(&ui.text("list.semicolon"))
        });
        let table = text(&practice.terms.table)
            .or_else(|| practice.table_form.known().map(|form| escape(&ui.text(table_form_path(*form)))));
        let language = &self.prepared.finder.words().language;
        let cells = [
            text(&practice.terms.help),
            carriers,
            text(&practice.aim),
            maximum,
            table,
            text(&practice.table_decider),
            municipality.as_of.map(|date| escape(&written(date, language))),
        ];
        CompareRow {
            href: homes.of(&municipality.key),
            name: municipality.name.clone(),
            cells: cells.into_iter().map(|cell| cell.unwrap_or_else(|| unknown.clone())).collect(),
        }
    }
}
