//! The picture as a sheet that stands on its own: for the wall, a folder or a slide.
//!
//! The overview, with a heading above it and the core message below, in a file without a page around it: its own
//! paper and its own letters inside the file. Colours are those of `paint`, black on white.

use std::fmt::Display;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::lang::Direction;
use crate::render::diagram::composition::{HEIGHT, WIDTH};
use crate::render::diagram::drawing::draw_content;
use crate::render::diagram::drawing::words::draw_column;
use crate::render::diagram::geometry::Point;
use crate::render::diagram::layout::{Layout, layout_within};
use crate::render::diagram::letters;
use crate::render::diagram::metrics::Letters;
use crate::render::diagram::mirror::Mirror;
use crate::render::diagram::paint::{INK, PAPER};
use crate::render::diagram::picture::Picture;
use crate::render::diagram::svg::Svg;
use crate::render::diagram::text::TextBlock;
use crate::render::diagram::type_scale::LABEL_SIZE;
use crate::render::diagram::wrap::wrap;
use crate::render::diagram::{DrawingError, in_reading_direction};

/// White around everything: 8 mm of an A4 sheet, at the sides and at head and foot.
const MARGIN: Point = Point { x: 33, y: 32 };
const HEADING: Letters = Letters::bold(22);
const FOOT: Letters = Letters::regular(LABEL_SIZE);
/// White between the picture and the words around it.
const WHITE: i32 = 6;
/// After the letters in the file come those for a program that does not look at them; with these the words still fit.
const FAMILIES: &str = "Ouderwijzer Sans, Noto Sans, Segoe UI, Roboto, Arial, sans-serif";

/// Size of the paper, on its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 297 by 210 mm.
    A4,
    /// 420 by 297 mm.
    A3,
}

impl Paper {
    /// Width and height in millimetres.
    const fn millimetres(self) -> (i32, i32) {
        match self {
            Paper::A4 => (297, 210),
            Paper::A3 => (420, 297),
        }
    }
}

/// What is said around the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PosterWords {
    /// Above the picture: what it is, and of which municipality.
    pub heading: String,
    /// Below the picture: the core message, the day and where to find the newest.
    pub foot: String,
}

/// Draws the sheet.
///
/// # Errors
///
/// When a stage has no place or a road no way in the composition.
pub fn poster(picture: &Picture, words: &PosterWords, paper: Paper) -> Result<String, DrawingError> {
    let heading = wrap(&words.heading, HEADING, WIDTH).lines;
    let foot = wrap(&words.foot, FOOT, WIDTH).lines;
    let heading = TextBlock::below(MARGIN.y, MARGIN.x, heading, HEADING);
    let foot_height = TextBlock::below(0, 0, foot.clone(), FOOT).height();
    let room = HEIGHT - heading.height() - foot_height - 2 * WHITE;
    let plain = layout_within(picture, room)?;
    let top = MARGIN.y + heading.height() + WHITE;
    let foot = TextBlock::below(top + plain.size.y + WHITE, MARGIN.x, foot, FOOT);
    let size = Point::at(WIDTH + 2 * MARGIN.x, foot.area().bottom() + MARGIN.y);
    let layout = in_reading_direction(plain, picture.direction);
    Ok(draw_sheet(picture, &Sheet { layout, top, size, heading, foot, paper }))
}

struct Sheet {
    layout: Layout,
    top: i32,
    size: Point,
    heading: TextBlock,
    foot: TextBlock,
    paper: Paper,
}

fn draw_sheet(picture: &Picture, sheet: &Sheet) -> String {
    let mut svg = Svg::default();
    open_sheet(&mut svg, picture, sheet);
    svg.empty("rect", &[("width", &sheet.size.x), ("height", &sheet.size.y), ("fill", &PAPER)]);
    for (text, weight) in [(&sheet.heading, 700), (&sheet.foot, 400)] {
        draw_words(&mut svg, picture.direction, sheet.size.x, text, weight);
    }
    svg.open("g", &[("transform", &format!("translate({} {})", MARGIN.x, sheet.top))]);
    draw_content(&mut svg, picture, &sheet.layout);
    svg.close();
    svg.close();
    svg.finish()
}

fn open_sheet(svg: &mut Svg, picture: &Picture, sheet: &Sheet) {
    let (title, description) = (format!("{}-titel", picture.id), format!("{}-uitleg", picture.id));
    let (width, height) = sheet.paper.millimetres();
    let attributes: [(&str, &dyn Display); 13] = [
        ("xmlns", &"http://www.w3.org/2000/svg"),
        ("role", &"img"),
        ("aria-labelledby", &title),
        ("aria-describedby", &description),
        ("lang", &picture.language),
        ("direction", &picture.direction.attribute()),
        ("width", &format!("{width}mm")),
        ("height", &format!("{height}mm")),
        ("viewBox", &format!("0 0 {} {}", sheet.size.x, sheet.size.y)),
        ("font-family", &FAMILIES),
        ("fill", &"none"),
        ("stroke-linejoin", &"round"),
        ("color", &INK),
    ];
    svg.open("svg", &attributes);
    svg.leaf("title", &[("id", &title)], &picture.title);
    svg.leaf("desc", &[("id", &description)], &picture.description);
    svg.leaf("style", &[], &own_letters(&picture.language));
}

/// The letters for a picture in this language, in the file itself: a sheet is printed on a computer that we do not know.
fn own_letters(language: &str) -> String {
    let rule = |font: &letters::ServedFont| {
        letters::font_face(font, &format!("data:font/woff2;base64,{}", STANDARD.encode(font.bytes)))
    };
    letters::served([language]).iter().map(rule).collect()
}

fn draw_words(svg: &mut Svg, direction: Direction, width: i32, text: &TextBlock, weight: i32) {
    let x = match direction {
        Direction::Ltr => text.origin.x,
        Direction::Rtl => Mirror { width }.point(text.origin).x,
    };
    svg.open("g", &[("fill", &INK), ("font-size", &text.letters.size), ("font-weight", &weight)]);
    draw_column(svg, x, &[text]);
    svg.close();
}
