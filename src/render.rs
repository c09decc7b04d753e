//! Fourth room: plan to bytes, a pure function per page, so that pages can be made side by side.
//!
//! Nothing is read and nothing is written here; the day is a setting. Only `html`, `markdown` and the diagram's `svg`
//! make markup, and templates place it.

mod assets;
pub(crate) mod blocks;
mod context;
mod copies;
pub mod crowded;
mod date;
pub mod diagram;
mod finder;
mod frames;
mod html;
mod hub;
mod hyphens;
mod kept;
mod later;
mod local;
mod local_html;
mod lookalikes;
mod markdown;
mod open_data;
mod organisation_map;
mod picture;
mod pieces;
mod plain;
mod prepared;
mod ready;
pub mod server_files;
mod sheets;
mod sources;
mod templates;
mod tongue;
mod ui;
mod unit;
mod values;
mod what_now;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock};

use jiff::civil::Date;

use self::context::{Helpline, LanguageLink};
use self::crowded::Crowded;
use self::finder::Finder;
pub use self::kept::Kept;
pub use self::pieces::{TextMarks, mark_of_titles};
pub use self::ready::{PageTaken, Ready, Rendered};
#[cfg(test)]
pub(crate) use self::sheets::posters;
pub use self::sheets::{PosterJob, draw_poster, overview_pictures};
use self::templates::Templates;
use self::ui::Ui;
pub use self::unit::LocalMarks;
use self::unit::Pictures;
use crate::coverage::{self, Coverage};
use crate::lang::Lang;
use crate::model::Model;
use crate::model::municipality::Municipality;
use crate::output::{OutputFile, relative};
use crate::plan::SitePlan;

/// Why a page could not be made. All of these are mistakes of a theme or of the words of the interface.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A template is not valid.
    #[error("een sjabloon van het thema is niet goed: {cause}")]
    Theme {
        /// What the template engine says.
        cause: String,
    },
    /// A template uses something that is not there.
    #[error("het sjabloon `{template}` kan niet gevuld worden: {cause}")]
    Template {
        /// Its path in the theme.
        template: String,
        /// What the template engine says.
        cause: String,
    },
    /// The diagram has no place for a stage or a road.
    #[error("{cause}")]
    Picture {
        /// Key of the stage, or fact of the road.
        subject: String,
        /// What is wrong with it.
        cause: String,
    },
    /// A data file could not be written out.
    #[error("de open gegevens kunnen niet gemaakt worden: {cause}")]
    OpenData {
        /// What went wrong.
        cause: String,
    },
}

/// A picture with letters that are too small to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallPrint {
    /// Its language.
    pub lang: Lang,
    /// Key of a municipality that shows it.
    pub municipality: String,
    /// Which words take the room.
    pub crowded: Crowded,
}

/// What is rendered, for which day.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// Meaning.
    pub model: &'a Model,
    /// Pages.
    pub plan: &'a SitePlan,
    /// Templates and styles by path.
    pub theme: &'a BTreeMap<String, String>,
    /// The day of the run.
    pub as_of: Date,
    /// Keys of the municipalities that the hub lists.
    pub listed: &'a BTreeSet<String>,
    /// Municipalities, by index, whose files stand already: they are named where they belong, and not made again.
    pub kept: &'a BTreeSet<usize>,
    /// Whether the files about all municipalities together are made: hub, comparison, data of all, files for servers.
    pub shared: bool,
    /// Address, inside a municipality, of the one page that is made; all pages when `None`.
    pub only: Option<&'a str>,
    /// Files that earlier runs published and that stay: a page may link to one that this run does not make.
    pub published: &'a BTreeSet<String>,
}

/// What all pages of a run share.
pub(crate) struct Frame<'a> {
    pub(crate) model: &'a Model,
    pub(crate) plan: &'a SitePlan,
    pub(crate) templates: &'a Templates,
    pub(crate) as_of: Date,
    published: &'a BTreeSet<String>,
    pub(crate) site_value: tera::Value,
    pub(crate) pictures: Pictures,
    listed: &'a BTreeSet<String>,
    /// Last day on which a fact was held against its source.
    pub(crate) last_check: Option<Date>,
    failed: Mutex<Option<RenderError>>,
    counted: OnceLock<Coverage>,
}

impl Frame<'_> {
    /// The municipalities that the hub lists.
    pub(crate) fn listed(&self) -> impl Iterator<Item = &Municipality> {
        self.model.municipalities.iter().filter(|municipality| self.listed.contains(&municipality.key))
    }

    /// What is known of the listed municipalities. The day of the count is that of the last check, not of the run: a rebuild must
    /// not make old knowledge look new.
    pub(crate) fn coverage(&self) -> &Coverage {
        self.counted.get_or_init(|| {
            let listed: Vec<String> = self.listed.iter().cloned().collect();
            coverage::coverage(self.model, &listed, self.last_check.unwrap_or(self.as_of))
        })
    }

    /// Links to the same page in the other languages; none when there is no other. `folder` gives the folder of the page in
    /// a language. A run for one language keeps the links to the others. A language is left out only when this run does
    /// not make it and no earlier run published this very page in it: that link would be dead until someone builds it.
    pub(crate) fn language_links(&self, own: Lang, from: &str, folder: &dyn Fn(Lang) -> String) -> Vec<LanguageLink> {
        let is_there = |lang: Lang| {
            self.plan.pages.contains_key(&lang) || self.published.contains(&format!("{}index.html", folder(lang)))
        };
        let offered = self.model.site.languages.iter().copied();
        let links: Vec<LanguageLink> = offered
            .filter(|lang| is_there(*lang))
            .map(|lang| LanguageLink {
                lang: lang.tag(),
                dir: lang.direction().attribute(),
                name: lang.own_name(),
                href: relative(from, &folder(lang)),
                current: lang == own,
            })
            .collect();
        if links.len() < 2 { Vec::new() } else { links }
    }

    /// Keeps the first error of a place that cannot return one.
    pub(crate) fn remember(&self, error: RenderError) {
        self.failed.lock().expect("no thread panics while it holds the error").get_or_insert(error);
    }
}

/// Renders everything. `give` gets each file as soon as it is ready, from several threads; style sheets come first.
/// What comes back are pictures that were made, but whose letters are too small to print.
///
/// # Errors
/// The first template or picture that fails; then the output is not complete and must not be published.
pub fn render(job: &Job<'_>, give: &(dyn Fn(OutputFile) + Sync)) -> Result<Vec<SmallPrint>, RenderError> {
    Ok(Ready::new(*job)?.render(&Kept::default(), give)?.small_print)
}

/// The files that every page names: the style sheet, the letters that it names for these languages, and the icon.
pub fn theme_files(theme: &BTreeMap<String, String>, languages: &[Lang]) -> Vec<OutputFile> {
    let (letters, style) = assets::style(theme, languages);
    letters.into_iter().chain([style]).chain(assets::icon(theme)).collect()
}

/// The open data of one municipality.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn data_file(model: &Model, municipality: &Municipality) -> Result<OutputFile, RenderError> {
    open_data::municipality_file(municipality, Finder { model, lang: model.site.fallback })
}

/// Organisations at the foot of every page (C-08, C-14), with the word that says when.
pub(crate) const HELPLINES: &[(&str, &str)] =
    &[("112", "danger"), ("veilig-thuis", "violence"), ("kindertelefoon", "child"), ("jeugdstem", "support")];

/// A number for the foot of a page; `None` when the site does not know the organisation.
pub(crate) fn helpline(finder: Finder<'_>, key: &str, when: &str) -> Option<Helpline> {
    let organisation = finder.model.organisations.iter().find(|one| one.key == key)?;
    let (name, lang) = finder.organisation_name(organisation);
    let phone = organisation.phone.clone().unwrap_or_default();
    Some(Helpline {
        key: key.to_owned(),
        name,
        lang,
        tel: if phone.is_empty() { String::new() } else { local::tel(&phone) },
        href: organisation.website.clone().unwrap_or_default(),
        when: finder.ui().text(&format!("help.{when}")),
        phone,
    })
}

/// The two sentences that every page carries, never one without the other (facts §1, N-05).
pub(crate) fn core_message(ui: Ui<'_>) -> String {
    let sentence = |name: &str| html::escape(&ui.text(name));
    format!("<p><strong>{}</strong></p><p>{}</p>", sentence("core.first"), sentence("core.second"))
}
