//! All Dutch prose of the input files: Markdown of the languages, and the values of YAML files that a reader sees.

use std::collections::BTreeSet;
use std::ops::Range;

use super::visible::{VisibleBlock, align, visible};
use super::{BlockKind, Permission, Places, Prose, ProseBlock, ProseFile, ProseKind};
use crate::diag::{FileId, SourceMap, Span};
use crate::sources::text_values;

/// Keys whose values are names, codes, places or lists of ids.
const NOT_PROSE: &[&str] = &[
    "bron",
    "feiten",
    "peildatum",
    "code",
    "naam",
    "provincie",
    "website",
    "telefoon",
    "email",
    "vindplaats",
    "status",
    "vorm",
    "door",
    "regio",
    "binnen",
    "bronnen",
    "opgegaan_in",
    "gemeente",
    "woord",
    "ook",
    "bevestigd_door",
    "bevestigd_op",
    "ombudsman",
    "kader",
];

/// Reads all files of one language.
pub fn of_site(files: &SourceMap, language: &str) -> Vec<ProseFile> {
    files.ids().filter_map(|file| of_file(files, file, language)).collect()
}

fn of_file(files: &SourceMap, file: FileId, language: &str) -> Option<ProseFile> {
    let path = files.path(file).to_owned();
    let parts: Vec<&str> = path.iter().collect();
    let kind = match parts[..] {
        ["content", tag, "taal.yaml"] if tag == language => return None,
        ["content", tag, "stappen", name] if tag == language => ProseKind::Stage(name.trim_end_matches(".md").to_owned()),
        ["content", tag, ..] if tag == language && path.extension() == Some("md") => ProseKind::Page,
        ["content", tag, _] if tag == language => ProseKind::Values,
        ["content", "landelijk.yaml"] | ["municipalities", _] | ["municipalities", "regios", _] => ProseKind::Values,
        ["municipalities", _, tag, "paginas", _] if tag == language => ProseKind::Page,
        _ => return None,
    };
    let text = files.text(file);
    Some(match kind {
        ProseKind::Values => values_file(file, text),
        kind => of_markdown(file, text, kind),
    })
}

/// A Markdown file with or without front matter.
pub fn of_markdown(file: FileId, text: &str, kind: ProseKind) -> ProseFile {
    let body = body_start(text);
    let mut found = ProseFile { file, kind, frame: None, blocks: Vec::new(), permissions: Vec::new() };
    if body > 0 {
        let end = text[..body].trim_end().trim_end_matches('-').len();
        add_values(&mut found, text, 4..end);
    }
    let first_outer = found.blocks.len();
    let seen = visible(&text[body..]);
    for block in seen.blocks {
        let outer = first_outer + block.outer;
        found.blocks.push(prose_block(file, block, outer, |at| body + at));
    }
    for (range, words, outer) in seen.comments {
        let place = Span::new(file, body + range.start, body + range.end);
        found.permissions.extend(permission(&words, place, first_outer + outer));
    }
    found
}

/// A letter in plain text: a line that ends a sentence ends a block.
pub fn of_plain_text(file: FileId, text: &str) -> ProseFile {
    let mut found = ProseFile { file, kind: ProseKind::Letter, frame: None, blocks: Vec::new(), permissions: Vec::new() };
    let mut range: Option<Range<usize>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let inside = at + (line.len() - line.trim_start().len())..at + line.trim_end().len();
        at += line.len();
        if !line.trim().is_empty() {
            let begin = range.as_ref().map_or(inside.start, |range| range.start);
            range = Some(begin..inside.end);
        }
        if line.trim().is_empty() || line.trim_end().ends_with(['.', '?', '!', ':', ';', '’', '”', '"']) {
            found.blocks.extend(range.take().map(|range| plain_block(file, text, range)));
        }
    }
    found.blocks.extend(range.map(|range| plain_block(file, text, range)));
    found
}

fn plain_block(file: FileId, text: &str, range: Range<usize>) -> ProseBlock {
    let prose = Prose {
        text: text[range.clone()].replace('\n', " "),
        places: Places::straight(file, range.start, range.len()),
        kind: BlockKind::Paragraph,
        facts: BTreeSet::new(),
        glossary: Vec::new(),
    };
    ProseBlock { outer: range.start, frame: None, prose }
}

fn values_file(file: FileId, text: &str) -> ProseFile {
    let mut found = ProseFile { file, kind: ProseKind::Values, frame: None, blocks: Vec::new(), permissions: Vec::new() };
    add_values(&mut found, text, 0..text.len());
    found
}

/// Every text value of the YAML in `range`, each a block of its own; `# mag: …` stands behind its value or on the line above it.
fn add_values(found: &mut ProseFile, text: &str, range: Range<usize>) {
    for value in text_values(&text[range.clone()]) {
        if value.path.last().is_some_and(|key| key == "kader") {
            found.frame = Some(value.text.clone());
        }
        if value.path.iter().any(|key| NOT_PROSE.contains(&key.as_str())) || !value.text.contains(char::is_alphabetic) {
            continue;
        }
        let start = range.start + value.range.start;
        let starts = align(&value.text, &text[start..], start);
        let is_title = value.path.last().is_some_and(|key| matches!(key.as_str(), "titel" | "kort"));
        for mut block in visible(&value.text).blocks {
            block.kind = if is_title { BlockKind::Heading } else { BlockKind::Value };
            let outer = found.blocks.len();
            found.blocks.push(prose_block(found.file, block, outer, |at| starts[at.min(starts.len() - 1)]));
        }
    }
    add_yaml_permissions(found, text, range);
}

fn add_yaml_permissions(found: &mut ProseFile, text: &str, range: Range<usize>) {
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        if let Some((before, words)) = line.split_once("# mag:") {
            let place = Span::new(found.file, at + before.len(), at + line.trim_end().len());
            // Behind a value it holds for that value, on a line of its own for the next one.
            let next =
                found.blocks.iter().find(|block| block.prose.places.begin() >= at).map_or(usize::MAX, |block| block.outer);
            found.permissions.extend(permission(&format!("mag:{}", words.trim_end()), place, next));
        }
        at += line.len();
    }
}

/// `mag: regel reden`
fn permission(words: &str, place: Span, outer: usize) -> Option<Permission> {
    let words = words.strip_prefix("mag:")?.trim();
    let (rule, reason) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    Some(Permission { rule: rule.to_owned(), reason: reason.trim().to_owned(), place, outer })
}

fn prose_block(file: FileId, block: VisibleBlock, outer: usize, place: impl Fn(usize) -> usize) -> ProseBlock {
    let VisibleBlock { text, starts, kind, facts, glossary, outer: _, frame } = block;
    let places = Places::new(file, starts.into_iter().map(place).collect());
    ProseBlock { outer, frame, prose: Prose { text, places, kind, facts, glossary } }
}

/// First byte behind the front matter; 0 when there is none.
fn body_start(text: &str) -> usize {
    let end = text.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n"));
    end.map_or(0, |end| 4 + end + 5)
}

#[cfg(test)]
mod tests {
    use super::{of_markdown, of_plain_text};
    use crate::diag::SourceMap;
    use crate::model::prose::ProseKind;

    #[test]
    fn front_matter_and_body_are_read_with_their_places_and_permissions() {
        let text = "---\n# mag: casus het is een voorbeeld\ntitel: De casus\nfeiten: [C-01]\n---\n<!-- mag: drang het woord zelf -->\nDrang.\n";
        let file = SourceMap::default().add("a.md".into(), text.into());
        let found = of_markdown(file, text, ProseKind::Page);
        let shown: Vec<(&str, usize)> = found.blocks.iter().map(|block| (block.prose.text.as_str(), block.outer)).collect();
        assert_eq!(shown, [("De casus", 0), ("Drang.", 2)]);
        let allowed: Vec<(&str, usize)> = found.permissions.iter().map(|one| (one.rule.as_str(), one.outer)).collect();
        assert_eq!(allowed, [("casus", 0), ("drang", 2)]);
        let drang = &found.blocks[1].prose;
        let span = drang.places.span(&drang.text, &(0..5));
        assert_eq!(&text[span.start..span.end], "Drang");
    }

    #[test]
    fn lines_of_a_letter_that_go_on_are_one_sentence() {
        let text = "Beste ouder,\n\nU bent van harte\nwelkom.\nTot dan.\n";
        let file = SourceMap::default().add("brief.txt".into(), text.into());
        let found = of_plain_text(file, text);
        let shown: Vec<&str> = found.blocks.iter().map(|block| block.prose.text.as_str()).collect();
        assert_eq!(shown, ["Beste ouder,", "U bent van harte welkom.", "Tot dan."]);
    }
}
