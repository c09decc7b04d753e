//! Pictures of a unit, each different one drawn once.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::{LocalStage, UnitRenderer};
use crate::lang::Lang;
use crate::render::crowded::Crowded;
use crate::render::diagram::DrawingError;
use crate::render::picture::{self, PictureMaker};
use crate::render::{RenderError, SmallPrint};

impl UnitRenderer<'_> {
    fn picture_maker<'s>(&'s self, local: &'s [LocalStage]) -> PictureMaker<'s> {
        PictureMaker { prepared: self.texts.of_all_stages(), local, municipality: self.name() }
    }

    pub(super) fn overview(&self) -> Result<String, RenderError> {
        let key = (self.lang(), None, self.local_stages().to_vec());
        let maker = self.picture_maker(self.local_stages());
        let (svg, crowded) = self.site.pictures.get(key, || maker.overview())?;
        if let Some(crowded) = crowded {
            let municipality = self.face.municipality.key.clone();
            self.small_print.replace(Some(SmallPrint { lang: self.lang(), municipality, crowded }));
        }
        Ok(svg)
    }

    pub(super) fn mini_map(&self, current: Option<usize>) -> Result<String, RenderError> {
        let flags =
            self.stage_shapes().iter().map(|stage| LocalStage { known_here: stage.known_here, ..LocalStage::default() });
        let key = (self.lang(), Some(current), flags.collect());
        let maker = self.picture_maker(self.stage_shapes());
        let made = self.site.pictures.get(key, || maker.mini_map(current).map(|svg| (svg, None)))?;
        Ok(made.0)
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
        make: impl FnOnce() -> Result<MadePicture, DrawingError>,
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
    pub(super) fn remember(&self, small: SmallPrint) {
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
