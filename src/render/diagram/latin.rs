//! Latin words in a picture that is read from right to left: they keep their own order.
//!
//! `3 tot 6` would be drawn as `tot 6 3`, and the hyphen of a word that goes on below would stand before it. This is the
//! last step before drawing, because the signs that it adds are invisible and must not be measured.

use std::ops::Range;

use crate::render::diagram::layout::Layout;
use crate::render::diagram::text::TextBlock;

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const POP_ISOLATE: char = '\u{2069}';
/// The first letter after the Latin blocks.
const LATIN_END: char = '\u{0250}';

/// The same layout with isolated Latin words in all its lines.
pub(super) fn kept_together(mut layout: Layout) -> Layout {
    layout.texts.iter_mut().chain(&mut layout.gate.texts).for_each(isolate);
    isolate(&mut layout.plaque.text);
    layout.legend.items.iter_mut().for_each(|item| isolate(&mut item.text));
    for shape in &mut layout.boxes {
        isolate(&mut shape.name);
        isolate(&mut shape.details);
        shape.voluntary.iter_mut().chain(&mut shape.here).for_each(|label| isolate(&mut label.text));
    }
    layout
}

fn isolate(block: &mut TextBlock) {
    for line in &mut block.lines {
        *line = line_kept_together(line);
    }
}

fn line_kept_together(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut done = 0;
    for run in latin_runs(line) {
        out.push_str(&line[done..run.start]);
        out.push(LEFT_TO_RIGHT_ISOLATE);
        out.push_str(&line[run.clone()]);
        out.push(POP_ISOLATE);
        done = run.end;
    }
    out.push_str(&line[done..]);
    out
}

/// Pieces with Latin letters, from the first letter or digit to the last one before another script, with its hyphen.
fn latin_runs(line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for (at, letter) in line.char_indices() {
        let is_latin = letter.is_alphanumeric() && letter < LATIN_END;
        let after = at + letter.len_utf8();
        match &mut open {
            Some(run) if is_latin || (letter == '-' && run.end == at) => run.end = after,
            None if is_latin => open = Some(at..after),
            Some(_) if letter.is_alphanumeric() => runs.extend(open.take()),
            _ => {}
        }
    }
    runs.extend(open);
    runs.retain(|run| line[run.clone()].contains(char::is_alphabetic));
    runs
}

#[cfg(test)]
mod tests {
    use super::line_kept_together;

    #[test]
    fn dutch_words_and_their_digits_keep_their_order_in_an_arabic_line() {
        assert_eq!(line_kept_together("المدة: 3 tot 6"), "المدة: \u{2066}3 tot 6\u{2069}");
        assert_eq!(line_kept_together("هنا: jeugd-"), "هنا: \u{2066}jeugd-\u{2069}");
        assert_eq!(line_kept_together("(OTS) ثم VTO"), "(\u{2066}OTS\u{2069}) ثم \u{2066}VTO\u{2069}");
    }

    #[test]
    fn a_line_without_dutch_stays_as_it_is() {
        assert_eq!(line_kept_together("أنتم، مع طفل من 12 سنة"), "أنتم، مع طفل من 12 سنة");
    }
}
