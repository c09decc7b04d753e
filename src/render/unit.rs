//! The pages of one municipality in one language.

mod addition;
mod fillings;
mod pages;

use std::collections::BTreeMap;
use std::sync::Mutex;

use tera::Value;

pub(crate) use self::fillings::{MarkedFilling, NoFilling};
use super::blocks::{SharedBlocks, local_card, map_of_organisations, own_organisations};
use super::context::{Helpline, Link, MunicipalityContext, NavLink, Outcome, ShortOutcome, StageCard, StageTarget};
use super::crowded::Crowded;
use super::date::written;
use super::frames::{frame_label_path, frame_name, kind_name, kind_order};
use super::html::{Filling, ROOT_MARK, escape};
use super::local::LocalWriter;
use super::picture::{self, PictureMaker};
use super::prepared::Prepared;
use super::templates::{Templates, shared};
use super::tongue::isolated;
use super::ui::{Ui, fill_tree};
use super::values::LocalValues;
use super::{Frame as SiteFrame, HELPLINES, RenderError, SmallPrint, helpline};
use crate::lang::Lang;
use crate::model::Model;
use crate::model::addition::Spot;
use crate::model::markup::{BlockName, LocalPart, ValueName};
use crate::model::municipality::{Municipality, Status, TableForm};
use crate::model::pathway::{Edge, Topic, is_compulsory};
use crate::plan::{PageKind, PagePlan};

/// What is local about a stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LocalStage {
    /// Local name; empty when there is none.
    pub(crate) name: String,
    /// Local duration; empty when it is not known.
    pub(crate) duration: String,
    /// Whether it is known that the stage exists here.
    pub(crate) known_here: bool,
}

/// Everything that the pages of one unit share.
pub(crate) struct UnitRenderer<'a> {
    pub(crate) site: &'a SiteFrame<'a>,
    pub(crate) prepared: &'a Prepared<'a>,
    pub(crate) blocks: &'a SharedBlocks,
    pub(crate) pages: &'a [PagePlan],
    /// Folder of the unit.
    pub(crate) root: &'a str,
    municipality: &'a Municipality,
    ui: Value,
    municipality_value: Value,
    ui_words: serde_json::Value,
    values: LocalValues,
    local_stages: Vec<LocalStage>,
}

impl<'a> UnitRenderer<'a> {
    /// Prepares a unit.
    pub(crate) fn new(
        site: &'a SiteFrame<'a>,
        prepared: &'a Prepared<'a>,
        blocks: &'a SharedBlocks,
        pages: &'a [PagePlan],
        (municipality, root): (&'a Municipality, &'a str),
    ) -> UnitRenderer<'a> {
        let name = isolated(&municipality.name, site.model.site.fallback, prepared.finder.lang);
        let ui_words = fill_tree(prepared.finder.ui().words, "gemeente", &name);
        let writer = LocalWriter { finder: prepared.finder, municipality };
        let local_stages = local_stages(site.model, municipality);
        let mut renderer = UnitRenderer {
            site,
            prepared,
            blocks,
            pages,
            root,
            municipality,
            ui: shared(&ui_words),
            municipality_value: Value::none(),
            values: LocalValues::new(municipality, prepared.finder.ui(), &writer),
            ui_words,
            local_stages,
        };
        renderer.municipality_value = shared(&renderer.municipality_context());
        renderer
    }

    fn lang(&self) -> Lang {
        self.prepared.finder.lang
    }

    fn ui(&self) -> Ui<'_> {
        Ui { words: &self.ui_words }
    }

    fn local_writer(&self) -> LocalWriter<'_> {
        LocalWriter { finder: self.prepared.finder, municipality: self.municipality }
    }

    fn plain(&self, text: &super::plain::Plain) -> String {
        text.fill(&|name| self.values.plain(name))
    }

    /// Text without links as HTML, in which a local value keeps its own language.
    fn line(&self, text: &super::plain::Plain) -> String {
        text.fill_html(&|name| self.values.html(name))
    }

    fn municipality_context(&self) -> MunicipalityContext {
        let status = match self.municipality.status {
            Status::Actueel => "actueel",
            Status::Gedateerd => "gedateerd",
            Status::Onbekend => "onbekend",
        };
        let language = &self.prepared.finder.words().language;
        let date = self.municipality.as_of.map(|date| written(date, language)).unwrap_or_default();
        let who = self.municipality.confirmed_by.clone().unwrap_or_default();
        let banner = self.ui().fill(
            &format!("banner.{status}"),
            &[("datum", &date), ("wie", &isolated(&who, self.site.model.site.fallback, self.lang()))],
        );
        MunicipalityContext {
            name: self.municipality.name.clone(),
            key: self.municipality.key.clone(),
            status,
            banner: format!("<p>{}</p>", escape(&banner)),
            website: self.municipality.website.clone().unwrap_or_default(),
            former: self.municipality.former_names.clone(),
        }
    }

    /// A stage as a card, with the short answers: the full ones stand on the page of the stage.
    fn stage_card(&self, index: usize, base: &str, outcomes: Outcomes) -> StageCard {
        let stage = &self.site.model.pathway.stages[index];
        let words = &self.prepared.stages[index];
        let local = &self.local_stages[index];
        StageCard {
            key: stage.key.clone(),
            number: index + 1,
            anchor: format!("stap-{}", stage.key),
            href: format!("{base}stap/{}/", stage.key),
            title: words.title_html.clone(),
            frame: frame_name(stage.frame),
            frame_label: self.ui().text(frame_label_path(stage.frame)),
            voluntary: !is_compulsory(stage.frame),
            summary: self.plain(&words.summary),
            local_name: local.name.clone(),
            local_lang: self.prepared.finder.local_tongue(),
            known_here: local.known_here,
            unknown_note: if local.known_here { String::new() } else { self.ui().text("steps.unknown_here") },
            decides: words.decides_short.clone(),
            refuse: words.refuse_short.clone(),
            duration: self.line(&words.duration_plain),
            current: false,
            lang: words.lang,
            outcomes: match outcomes {
                Outcomes::None => Vec::new(),
                Outcomes::OnSteps => self.short_outcomes(index, base),
            },
        }
    }

    /// What can happen after a stage, for the page of that stage.
    fn outcomes(&self, index: usize, base: &str) -> Vec<Outcome> {
        self.edges_of(index).into_iter().filter_map(|edge| self.outcome(edge, base)).collect()
    }

    /// The same for the list of all stages, with links inside the list. What may happen at every stage is said there
    /// once, and not at each.
    fn short_outcomes(&self, index: usize, base: &str) -> Vec<ShortOutcome> {
        let mut outcomes: Vec<ShortOutcome> = Vec::new();
        for edge in self.edges_of(index).into_iter().filter(|edge| !edge.from_everywhere) {
            let Some(outcome) = self.outcome(edge, base) else { continue };
            let target = self.target_in_list(edge, outcome.target_title);
            match outcomes.last_mut() {
                Some(last) if (last.kind, &last.when, &last.who) == (outcome.kind, &outcome.when, &outcome.who) => {
                    last.targets.push(target);
                }
                _ => outcomes.push(ShortOutcome {
                    kind: outcome.kind,
                    kind_label: outcome.kind_label,
                    when: outcome.when,
                    who: outcome.who,
                    targets: vec![target],
                    lang: outcome.lang,
                }),
            }
        }
        outcomes
    }

    fn target_in_list(&self, edge: &Edge, outside: String) -> StageTarget {
        match edge.to {
            Some(to) => StageTarget {
                href: format!("#stap-{}", self.site.model.pathway.stages[to].key),
                title: self.prepared.stages[to].short_html.clone(),
                number: to + 1,
            },
            None => StageTarget { href: String::new(), title: outside, number: 0 },
        }
    }

    fn edges_of(&self, index: usize) -> Vec<&Edge> {
        let mut edges: Vec<&Edge> = self.site.model.pathway.edges_from(index).collect();
        edges.sort_by_key(|edge| kind_order(edge.kind));
        edges
    }

    fn outcome(&self, edge: &Edge, base: &str) -> Option<Outcome> {
        let road = self.prepared.roads.get(&edge.fact)?;
        let target = edge.to.map(|to| &self.site.model.pathway.stages[to]);
        let when = target.and_then(|target| road.when_to.get(&target.key)).unwrap_or(&road.when);
        let filling = PageFilling { unit: self, base, fallback: false };
        let (href, title, number) = match (edge.to, target) {
            (Some(to), Some(target)) => {
                (format!("{base}stap/{}/", target.key), self.prepared.stages[to].title_html.clone(), to + 1)
            }
            _ => (String::new(), escape(&self.ui().text("steps.outside")), 0),
        };
        Some(Outcome {
            kind: kind_name(edge.kind),
            kind_label: self.ui().text(&format!("kinds.{}", kind_name(edge.kind))),
            when: when.fill(&filling),
            who: self.line(&road.who),
            target_title: title,
            target_href: href,
            target_number: number,
            lang: road.lang,
        })
    }

    fn picture_maker(&self) -> PictureMaker<'_> {
        PictureMaker { prepared: self.prepared, local: &self.local_stages, municipality: &self.municipality.name }
    }

    fn overview(&self) -> Result<String, RenderError> {
        let key = (self.lang(), None, self.local_stages.clone());
        let (svg, crowded) = self.site.pictures.get(key, || self.picture_maker().overview())?;
        if let Some(crowded) = crowded {
            let municipality = self.municipality.key.clone();
            self.site.pictures.remember(SmallPrint { lang: self.lang(), municipality, crowded });
        }
        Ok(svg)
    }

    fn mini_map(&self, current: Option<usize>) -> Result<String, RenderError> {
        let flags =
            self.local_stages.iter().map(|stage| LocalStage { known_here: stage.known_here, ..LocalStage::default() });
        let key = (self.lang(), Some(current), flags.collect());
        let made = self.site.pictures.get(key, || self.picture_maker().mini_map(current).map(|svg| (svg, None)))?;
        Ok(made.0)
    }

    fn navigation(&self, page: &PagePlan, base: &str) -> Vec<NavLink> {
        let items = [
            ("steps", "stappen/"),
            ("where", "waar-sta-ik/"),
            ("rights", "rechten/"),
            ("refuse", "mag-ik-nee-zeggen/"),
            ("complaint", "klacht/"),
            ("help", "hulp/"),
            ("young", "jongeren/"),
        ];
        items
            .into_iter()
            .filter(|(_, address)| self.has_page(address))
            .map(|(name, address)| NavLink {
                href: format!("{base}{address}"),
                label: self.ui().text(&format!("nav.{name}")),
                current: page.address == address,
            })
            .collect()
    }

    fn has_page(&self, address: &str) -> bool {
        self.pages.iter().any(|page| page.address == address)
    }

    fn helplines(&self, base: &str) -> Vec<Helpline> {
        let on_help_page = self.has_page("hulp/");
        HELPLINES
            .iter()
            .filter_map(|(key, when)| {
                let mut line = helpline(self.prepared.finder, key, when)?;
                if on_help_page {
                    line.href = format!("{base}hulp/#contact-{key}");
                }
                Some(line)
            })
            .collect()
    }

    fn stage_links(&self, keys: &[String], base: &str, of: LinkKind) -> Vec<Link> {
        keys.iter().filter_map(|key| self.link_to(key, base, of)).collect()
    }

    fn link_to(&self, key: &str, base: &str, of: LinkKind) -> Option<Link> {
        let finder = self.prepared.finder;
        match of {
            LinkKind::Right | LinkKind::Remedy => {
                let (items, folder) = match of {
                    LinkKind::Right => (&self.prepared.rights, "rechten"),
                    _ => (&self.prepared.remedies, "klacht"),
                };
                let item = items.iter().find(|item| item.key == key)?;
                Some(Link {
                    href: format!("{base}{folder}/{}/#{key}", item.group),
                    title: item.title.clone(),
                    summary: self.plain(&item.summary),
                    lang: item.lang,
                })
            }
            LinkKind::Role => {
                let organisation = self.site.model.organisations.iter().find(|one| one.key == key)?;
                finder.organisation(key)?;
                let (title, lang) = finder.organisation_name(organisation);
                let href = finder.writer(self.lang()).href(&crate::model::markup::LinkTarget::Organisation(key.to_owned()));
                Some(Link { href: href.replace(ROOT_MARK, base), title, summary: String::new(), lang })
            }
        }
    }
}

/// Whether a card lists what can happen next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcomes {
    None,
    OnSteps,
}

/// What a link on a stage page leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LinkKind {
    Right,
    Remedy,
    Role,
}

/// What is local about every stage, in their order.
pub(crate) fn local_stages(model: &Model, municipality: &Municipality) -> Vec<LocalStage> {
    model.pathway.stages.iter().map(|stage| local_stage(stage.topic, municipality)).collect()
}

fn local_stage(topic: Option<Topic>, municipality: &Municipality) -> LocalStage {
    let practice = &municipality.practice;
    let text = |local: &crate::model::municipality::Local<String>| local.known().cloned().unwrap_or_default();
    match topic {
        None => LocalStage { known_here: true, ..LocalStage::default() },
        Some(Topic::LokaalTeam) => {
            LocalStage { name: text(&practice.terms.team), duration: String::new(), known_here: true }
        }
        Some(Topic::Drang) => LocalStage {
            name: text(&practice.terms.help),
            duration: text(&practice.aim),
            known_here: practice.terms.help.known().is_some() || practice.carriers.known().is_some(),
        },
        Some(Topic::Overleg) => LocalStage {
            name: text(&practice.terms.table),
            duration: String::new(),
            known_here: practice.terms.table.known().is_some()
                || practice.table_form.known().is_some_and(|form| *form != TableForm::Geen),
        },
        Some(Topic::UitgesteldOnderzoek) => LocalStage {
            name: String::new(),
            duration: text(&practice.postponed),
            known_here: practice.postponed.known().is_some(),
        },
    }
}

/// A value when no municipality is meant: the general word.
pub(crate) fn general_value(ui: Ui<'_>, name: ValueName) -> String {
    match name {
        ValueName::TermHelp => ui.text("terms.help"),
        ValueName::TermTeam => ui.text("terms.team"),
        ValueName::TermTable => ui.text("terms.table"),
        _ => ui.text("terms.unknown_value"),
    }
}

/// Fills holes on a page of a municipality.
struct PageFilling<'a> {
    unit: &'a UnitRenderer<'a>,
    base: &'a str,
    /// Whether the text around is in the fallback language: a block then says that it is in the language of the page.
    fallback: bool,
}

impl Filling for PageFilling<'_> {
    fn base(&self) -> &str {
        self.base
    }

    fn value(&self, name: ValueName) -> &str {
        self.unit.values.html(name)
    }

    fn is_known(&self, name: ValueName) -> bool {
        self.unit.values.is_known(name)
    }

    fn block(&self, name: &BlockName) -> String {
        let html = self.block_html(name);
        if !self.fallback || html.is_empty() {
            return html;
        }
        let lang = self.unit.lang();
        format!("<div lang=\"{}\" dir=\"{}\">{html}</div>", lang.tag(), lang.direction().attribute())
    }
}

impl PageFilling<'_> {
    fn block_html(&self, name: &BlockName) -> String {
        if let Some(fragment) = self.unit.blocks.get(name) {
            return fragment.fill(self);
        }
        let writer = self.unit.local_writer();
        let templates = self.unit.site.templates;
        let html = match name {
            BlockName::Local(part) => self.local(*part, &writer, templates),
            BlockName::Space(name) => self.unit.addition(&Spot::Space(name.clone()), self.base),
            BlockName::Organisations => own_organisations(&writer, &self.unit.ui, templates),
            BlockName::OrganisationMap => map_of_organisations(&writer, &self.unit.ui, templates),
            _ => Ok(String::new()),
        };
        html.unwrap_or_else(|error| {
            self.unit.site.remember(error);
            String::new()
        })
    }

    /// The card; who carries the help also shows what else is known here.
    fn local(&self, part: LocalPart, writer: &LocalWriter<'_>, templates: &Templates) -> Result<String, RenderError> {
        let mut html = local_card(&writer.card(part), &self.unit.ui, templates)?;
        if part == LocalPart::Practice {
            html.push_str(&local_card(&writer.notes(), &self.unit.ui, templates)?);
        }
        Ok(html)
    }
}

/// Language, current stage of a mini-map (`None` for the overview), and what is local.
type PictureKey = (Lang, Option<Option<usize>>, Vec<LocalStage>);

/// The SVG, and what makes its letters too small to print.
type MadePicture = (String, Option<Crowded>);

/// Pictures by their input: most municipalities have the same, because nothing is known of them.
#[derive(Default)]
pub(crate) struct Pictures {
    made: Mutex<BTreeMap<PictureKey, MadePicture>>,
    small_print: Mutex<Vec<SmallPrint>>,
}

impl Pictures {
    fn get(
        &self,
        key: PictureKey,
        make: impl FnOnce() -> Result<MadePicture, super::diagram::DrawingError>,
    ) -> Result<MadePicture, RenderError> {
        if let Some(found) = self.made.lock().expect("no thread panics while it holds the pictures").get(&key) {
            return Ok(found.clone());
        }
        let made = make().map_err(|error| picture::refusal(&error))?;
        self.made.lock().expect("no thread panics while it holds the pictures").insert(key, made.clone());
        Ok(made)
    }
}

impl Pictures {
    fn remember(&self, small: SmallPrint) {
        self.small_print.lock().expect("no thread panics while it holds the list").push(small);
    }

    /// Pictures whose letters are too small, one for each municipality and language, whichever page was made first.
    pub(crate) fn small_print(self) -> Vec<SmallPrint> {
        let mut all = self.small_print.into_inner().expect("no thread panics while it holds the list");
        all.sort_by(|one, other| (one.lang, &one.municipality).cmp(&(other.lang, &other.municipality)));
        all.dedup();
        all
    }
}

/// Kinds of page as templates know them.
pub(crate) fn kind_template(kind: &PageKind) -> &'static str {
    match kind {
        PageKind::Home => "home",
        PageKind::Steps => "steps",
        PageKind::Stage(_) => "stage",
        PageKind::Page(_) => "page",
        PageKind::RightsGroup(_) => "rights-group",
        PageKind::RemediesGroup(_) => "remedies-group",
        PageKind::Young(_) => "young",
    }
}
