//! Links of a stage page to rights, remedies and organisations.

use super::UnitRenderer;
use crate::model::markup::LinkTarget;
use crate::render::context::Link;
use crate::render::html::ROOT_MARK;

impl UnitRenderer<'_> {
    pub(super) fn stage_links(&self, keys: &[String], base: &str, of: LinkKind) -> Vec<Link> {
        keys.iter().filter_map(|key| self.link_to(key, base, of)).collect()
    }

    pub(super) fn link_to(&self, key: &str, base: &str, of: LinkKind) -> Option<Link> {
        let finder = self.texts.finder();
        match of {
            LinkKind::Right | LinkKind::Remedy => {
                let (item, folder) = match of {
                    LinkKind::Right => (self.texts.right_card(key)?, "rechten"),
                    _ => (self.texts.remedy_card(key)?, "klacht"),
                };
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
                let href = finder.writer(self.lang()).href(&LinkTarget::Organisation(key.to_owned()));
                Some(Link { href: href.replace(ROOT_MARK, base), title, summary: String::new(), lang })
            }
        }
    }
}

/// What a link on a stage page leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LinkKind {
    Right,
    Remedy,
    Role,
}
