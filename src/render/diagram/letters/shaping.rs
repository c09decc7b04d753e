//! Text becomes glyphs with their advances, as in a browser: kerning, joined letters, marks.

use std::sync::OnceLock;

use harfrust::{Buffer, Direction, Font, ShapeOptions, ShapePlan, ShaperFont, shape};

use crate::render::diagram::letters::Script;
use crate::render::diagram::metrics::Weight;

/// Advance of a letter that no font has: a full square, the widest that is usual.
const UNKNOWN: i64 = 1000;

/// A font with what was worked out about it, made when the first text asks for it.
struct Shaper {
    font: Font,
    plan: ShapePlan,
    script: harfrust::Script,
    direction: Direction,
}

impl Shaper {
    fn new(bytes: &'static [u8], script: Script) -> Shaper {
        let font = Font::new(bytes, 0).expect("our own fonts are sound, a test reads them all");
        let (script, direction) = match script {
            Script::Latin => (harfrust::Script::LATIN, Direction::LeftToRight),
            Script::Cyrillic => (harfrust::Script::CYRILLIC, Direction::LeftToRight),
            Script::Arabic => (harfrust::Script::ARABIC, Direction::RightToLeft),
            Script::Ethiopic => (harfrust::Script::ETHIOPIC, Direction::LeftToRight),
        };
        let plan = ShapePlan::new(&font, direction, Some(script), None, &[]);
        Shaper { font, plan, script, direction }
    }

    fn advance(&self, run: &str) -> i64 {
        let mut buffer = Buffer::new();
        buffer.push_str(run);
        buffer.set_script(Some(self.script));
        buffer.set_direction(self.direction);
        let options = ShapeOptions::new().plan(Some(&self.plan));
        if shape(&ShaperFont::new(&self.font), &mut buffer, options).is_err() {
            return UNKNOWN * i64::try_from(run.chars().count()).unwrap_or(UNKNOWN);
        }
        let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        // Glyph 0 stands for a letter that is not in the font.
        glyphs.map(|(glyph, at)| if glyph.glyph_id == 0 { UNKNOWN } else { i64::from(at.x_advance) }).sum()
    }
}

/// Advance of `text` on one line, in thousandths of the font size; the fonts have a thousand units to the square.
pub(in crate::render::diagram) fn shaped(text: &str, weight: Weight) -> i64 {
    runs(text).into_iter().map(|(script, run)| shaper(script, weight).advance(run)).sum()
}

/// Pieces of `text` in one script each.
fn runs(text: &str) -> Vec<(Script, &str)> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut script = None;
    for (at, letter) in text.char_indices() {
        let Some(own) = Script::of(letter) else { continue };
        if script.is_some_and(|script| script != own) {
            runs.push((script.unwrap_or(own), &text[start..at]));
            start = at;
        }
        script = Some(own);
    }
    if start < text.len() {
        runs.push((script.unwrap_or(Script::Latin), &text[start..]));
    }
    runs
}

fn shaper(script: Script, weight: Weight) -> &'static Shaper {
    static SHAPERS: [OnceLock<Shaper>; 8] = [const { OnceLock::new() }; 8];
    let (index, regular, bold): (usize, &'static [u8], &'static [u8]) = match script {
        Script::Latin => (0, include_bytes!("noto-sans-400.ttf"), include_bytes!("noto-sans-700.ttf")),
        Script::Cyrillic => (2, include_bytes!("noto-sans-400.ttf"), include_bytes!("noto-sans-700.ttf")),
        Script::Arabic => (4, include_bytes!("noto-sans-arabic-400.ttf"), include_bytes!("noto-sans-arabic-700.ttf")),
        Script::Ethiopic => (6, include_bytes!("noto-sans-ethiopic-400.ttf"), include_bytes!("noto-sans-ethiopic-700.ttf")),
    };
    match weight {
        Weight::Regular => SHAPERS[index].get_or_init(|| Shaper::new(regular, script)),
        Weight::Bold => SHAPERS[index + 1].get_or_init(|| Shaper::new(bold, script)),
    }
}

/// Whether the font of `script` has `letter`.
#[cfg(test)]
pub(super) fn knows(letter: char, script: Script) -> bool {
    let known = |weight| ShaperFont::new(&shaper(script, weight).font).nominal_glyph(u32::from(letter)).is_some();
    known(Weight::Regular) && known(Weight::Bold)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::diagram::letters::SERVED;

    const WORDS: &[(&str, Script)] = &[
        ("Jeugdbeschermingstafel", Script::Latin),
        ("AVTo. VA, Wü Súdwest-Fryslân", Script::Latin),
        ("‘Hoe lang?’ – €\u{a0}0,25", Script::Latin),
        ("żądać Łódź ţară değil İş", Script::Latin),
        ("дитина Гудзь", Script::Cyrillic),
        ("الأسرة والطفل", Script::Arabic),
        ("لا إله كَتَبَ پدر گفتن", Script::Arabic),
    ];

    /// As a browser shapes it, with the file that it gets.
    fn served_advance(bytes: Vec<u8>, text: &str) -> i64 {
        let font = Font::new(bytes, 0).expect("a browser can read the file");
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        shape(&ShaperFont::new(&font), &mut buffer, ShapeOptions::new()).expect("the text can be shaped");
        assert!(buffer.glyph_infos().iter().all(|glyph| glyph.glyph_id != 0), "the served font has all of `{text}`");
        buffer.glyph_positions().iter().map(|at| i64::from(at.x_advance)).sum()
    }

    #[test]
    fn a_page_gets_the_letters_that_were_measured() {
        for font in &SERVED {
            let bytes = wuff::decompress_woff2(font.bytes).expect("the file is woff2");
            let weight = if font.weight == 700 { Weight::Bold } else { Weight::Regular };
            let words: Vec<&str> =
                WORDS.iter().filter(|(_, script)| *script == font.script).flat_map(|(text, _)| text.split(' ')).collect();
            assert!(words.len() > 1, "{}: there are words to compare", font.name);
            for word in words {
                assert_eq!(served_advance(bytes.clone(), word), shaped(word, weight), "{}: {word}", font.name);
            }
        }
    }

    #[test]
    fn letters_are_kerned() {
        let apart = shaped("A", Weight::Regular) + shaped("V", Weight::Regular);
        assert!(shaped("AV", Weight::Regular) < apart);
    }

    #[test]
    fn joined_arabic_letters_are_narrower_than_loose_ones() {
        assert!(shaped("بيت", Weight::Regular) < shaped("ب", Weight::Regular) * 3);
        assert_eq!(shaped("كَتَبَ", Weight::Bold), shaped("كتب", Weight::Bold), "marks take no room");
    }

    #[test]
    fn an_unknown_letter_takes_a_full_square() {
        assert_eq!(shaped("家", Weight::Regular), 1000);
    }

    #[test]
    fn a_text_in_two_scripts_is_measured_with_two_fonts() {
        let parts = shaped("(OTS)", Weight::Bold) + shaped("أمر", Weight::Bold);
        assert_eq!(shaped("(OTS)أمر", Weight::Bold), parts);
        assert_ne!(shaped("ትግርኛ", Weight::Regular), 4000, "Ethiopic letters have widths of their own");
    }
}
