//! The letters of the pictures: Noto Sans, as files that a page serves and as fonts that the program measures with.
//!
//! Both are cut from the same font by `letters/make.py`, a test compares them. SIL Open Font License 1.1 (`letters/OFL.txt`).

mod shaping;

pub(in crate::render::diagram) use shaping::shaped;

/// Letters that belong together, and stand in one file for each weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// Also digits, punctuation, and whatever belongs to no other script.
    Latin,
    /// Bulgarian, Russian, Ukrainian.
    Cyrillic,
    /// Arabic, Persian, Pashto, Sorani, Urdu.
    Arabic,
    /// Tigrinya. Measured and not served: the letters are those of the device.
    Ethiopic,
}

impl Script {
    /// The script of a letter by itself; `None` when it takes the script of the letters around it.
    fn of(letter: char) -> Option<Script> {
        match letter {
            '\u{0300}'..='\u{036f}' | '\u{200c}'..='\u{200f}' => None,
            '\u{0400}'..='\u{04ff}' => Some(Script::Cyrillic),
            '\u{0600}'..='\u{06ff}' => Some(Script::Arabic),
            '\u{1200}'..='\u{137f}' => Some(Script::Ethiopic),
            _ => Some(Script::Latin),
        }
    }

    /// The scripts of a picture in the language with this tag. Dutch terms stand in every picture.
    fn spoken(tag: &str) -> &'static [Script] {
        match tag {
            "ar" | "ckb" | "fa" | "ps" | "ur" => &[Script::Latin, Script::Arabic],
            "bg" | "ru" | "uk" => &[Script::Latin, Script::Cyrillic],
            _ => &[Script::Latin],
        }
    }
}

/// A font as a page gets it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ServedFont {
    /// Name of the file, without its ending.
    pub(crate) name: &'static str,
    /// As in a style sheet: 400 or 700.
    pub(crate) weight: u16,
    /// For which letters a browser fetches it, as in a style sheet.
    pub(crate) range: &'static str,
    /// The file, woff2.
    pub(crate) bytes: &'static [u8],
    script: Script,
}

/// The name of the letters in a style sheet: not the name of the font, so that a device with another edition of it keeps
/// to the letters that were measured.
pub(crate) const FAMILY: &str = "Ouderwijzer Sans";

const LATIN: &str = "U+20-24F,U+2BC,U+2C6,U+2DC,U+2010-205E,U+20AC,U+2122,U+2212";
const CYRILLIC: &str = "U+400-4FF";
const ARABIC: &str = "U+600-6FF,U+200C-200F";

const fn served_font(name: &'static str, weight: u16, script: Script, bytes: &'static [u8]) -> ServedFont {
    let range = match script {
        Script::Cyrillic => CYRILLIC,
        Script::Arabic => ARABIC,
        Script::Latin | Script::Ethiopic => LATIN,
    };
    ServedFont { name, weight, range, bytes, script }
}

/// All of them. Where ranges share a letter, a browser takes the last.
const SERVED: [ServedFont; 6] = [
    served_font("noto-sans-400", 400, Script::Latin, include_bytes!("letters/noto-sans-400.woff2")),
    served_font("noto-sans-700", 700, Script::Latin, include_bytes!("letters/noto-sans-700.woff2")),
    served_font("noto-sans-cyrillic-400", 400, Script::Cyrillic, include_bytes!("letters/noto-sans-cyrillic-400.woff2")),
    served_font("noto-sans-cyrillic-700", 700, Script::Cyrillic, include_bytes!("letters/noto-sans-cyrillic-700.woff2")),
    served_font("noto-sans-arabic-400", 400, Script::Arabic, include_bytes!("letters/noto-sans-arabic-400.woff2")),
    served_font("noto-sans-arabic-700", 700, Script::Arabic, include_bytes!("letters/noto-sans-arabic-700.woff2")),
];

/// The fonts for pictures in these languages, by their tags.
pub(crate) fn served<'a>(tags: impl IntoIterator<Item = &'a str>) -> Vec<ServedFont> {
    let spoken: Vec<Script> = tags.into_iter().flat_map(Script::spoken).copied().collect();
    SERVED.into_iter().filter(|font| spoken.contains(&font.script)).collect()
}

/// The rule of a style sheet that makes a browser fetch `font` from `address` when the family is used. Until it is there,
/// or when it never comes, the text stands in letters of the device.
pub(crate) fn font_face(font: &ServedFont, address: &str) -> String {
    format!(
        "@font-face{{font-family:\"{FAMILY}\";font-weight:{};font-display:swap;src:url({address}) format(\"woff2\");unicode-range:{}}}",
        font.weight, font.range
    )
}

/// Whether there are letters for all of `text` in the files that a page serves.
#[cfg(test)]
pub(crate) fn has_letters_for(text: &str, tag: &str) -> bool {
    let spoken = Script::spoken(tag);
    text.chars().all(|letter| {
        let script = Script::of(letter).unwrap_or(Script::Latin);
        spoken.contains(&script) && shaping::knows(letter, script)
    })
}
