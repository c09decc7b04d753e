//! Markdown that was not understood stays in the text as signs, and a reader would see those.

/// The piece that was left, what is wrong, and what to type.
type Leftover<'t> = (&'t str, String, &'static str);

/// The first sign in a text that was meant as Markdown.
pub(super) fn leftover(text: &str) -> Option<Leftover<'_>> {
    if !may_have_some(text) {
        return None;
    }
    call_out(text)
        .or_else(|| task(text))
        .or_else(|| link(text))
        .or_else(|| heading(text))
        .or_else(|| bold(text))
        .or_else(|| table(text))
        .or_else(|| address(text))
}

/// Whether there is a sign with which any of them begins or ends: nearly every text has none.
fn may_have_some(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3(b'[', b']', b'#', bytes).is_some()
        || memchr::memchr3(b'*', b'_', b'|', bytes).is_some()
        || memchr::memchr(b'/', bytes).is_some()
        || text.contains("www")
}

fn call_out(text: &str) -> Option<Leftover<'_>> {
    let start = text.find("[!")?;
    let end = text[start..].find(']').map_or(text.len(), |end| start + end + 1);
    let piece = &text[start..end];
    Some((
        piece,
        format!("het kader `{piece}` bestaat niet"),
        "gebruik `> [!NOTE]`, `[!TIP]`, `[!IMPORTANT]` of `[!WARNING]`, alleen op de eerste regel",
    ))
}

fn task(text: &str) -> Option<Leftover<'_>> {
    let piece = ["[ ]", "[x]", "[X]"].into_iter().find(|box_sign| text.contains(box_sign))?;
    Some((piece, format!("`{piece}` maakt hier geen vakje"), "schrijf een gewone lijst met `-`"))
}

fn link(text: &str) -> Option<Leftover<'_>> {
    let help = "schrijf een link zonder spaties als `[tekst](stap:vto)`: eerst de tekst, dan waar de link heen gaat";
    let piece = ["](", ")[", "[", "]"].into_iter().find(|sign| text.contains(sign))?;
    Some((piece, "hier staat geen goede link".to_owned(), help))
}

/// `##Kop`: without a space it is no heading.
fn heading(text: &str) -> Option<Leftover<'_>> {
    let after = text.trim_start_matches('#');
    let is_heading = !text.contains("{#") && after.len() < text.len() && after.starts_with(char::is_alphabetic);
    is_heading.then(|| (text, "achter de hekjes hoort een spatie".to_owned(), "schrijf een kop als `## Uw kind {#kind}`"))
}

fn bold(text: &str) -> Option<Leftover<'_>> {
    let piece = ["**", "__"].into_iter().find(|sign| text.contains(sign))?;
    Some((
        piece,
        format!("`{piece}` maakt hier niets vet"),
        "zet `**` direct voor en direct achter de woorden, zonder spatie ertussen",
    ))
}

fn table(text: &str) -> Option<Leftover<'_>> {
    let is_row = text.starts_with('|') && text.len() > 1;
    is_row.then(|| (text, "dit is geen tabel".to_owned(), "zet onder de eerste rij een regel als `| --- | --- |`"))
}

fn address(text: &str) -> Option<Leftover<'_>> {
    let start = ["https://", "http://", "www."].into_iter().find_map(|start| text.find(start))?;
    let end = text[start..].find(char::is_whitespace).map_or(text.len(), |end| start + end);
    let piece = text[start..end].trim_end_matches(['.', ',', ')']);
    Some((piece, format!("`{piece}` is zo geen link"), "schrijf `[naam van de site](https://…)`"))
}

#[cfg(test)]
mod tests {
    use super::leftover;

    #[test]
    fn ordinary_sentences_hold_no_leftovers() {
        for text in ["U mag nee zeggen (dat kan altijd).", "Nummer 1 | 2", "nr. #1"] {
            assert_eq!(leftover(text), None, "{text}");
        }
    }

    #[test]
    fn failed_markdown_is_seen() {
        for text in ["(stap)[stap:ots]", "## Kop".replace(' ', "").as_str(), "**nee **", "| a | b |", "zie www.leiden.nl."] {
            assert!(leftover(text).is_some(), "{text}");
        }
    }
}
