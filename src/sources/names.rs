//! Names of files: they become addresses, so they are keys.

/// Whether a text is a key: small letters, digits and hyphens.
pub(crate) fn is_key(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Endings that a computer adds or that another program uses.
const ENDINGS: &[&str] = &[".txt", ".yaml", ".yml", ".markdown", ".md", ".docx", ".odt"];

/// The key that was probably meant by a name of a place or a file.
pub fn suggested(name: &str) -> String {
    let mut stem = name.to_lowercase();
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| stem.strip_suffix(ending)) {
        stem = shorter.to_owned();
    }
    let plain: String = stem.chars().map(plain_letter).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

fn plain_letter(letter: char) -> char {
    match letter {
        'a'..='z' | '0'..='9' => letter,
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ï' => 'i',
        'ó' | 'ö' | 'ô' => 'o',
        'ú' | 'ü' | 'û' => 'u',
        _ => '-',
    }
}

#[cfg(test)]
mod tests {
    use super::suggested;

    #[test]
    fn a_name_of_a_place_becomes_a_key() {
        assert_eq!(suggested("Den Haag.yaml"), "den-haag");
        assert_eq!(suggested("Súdwest-Fryslân.yml"), "sudwest-fryslan");
        assert_eq!(suggested("klacht.md.txt"), "klacht");
    }
}
