//! Where a quote or bracket opens that is never closed. YAML itself only notices lines later, and then blames those.

/// What went wrong before the place at which YAML stopped.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// A quote or bracket that stays open.
    StaysOpen {
        /// Where it stands.
        at: usize,
        /// Which one.
        sign: char,
    },
    /// A quoted text ends, and more text follows: there are quotes inside quotes.
    QuotesInside {
        /// Where the quoted text begins.
        at: usize,
    },
}

/// Looks for the cause of an error at byte `error`.
pub(super) fn cause(text: &str, error: usize) -> Option<Cause> {
    let error = error.min(text.len());
    let mut scanner = Scanner::new(text);
    while scanner.at < error {
        scanner.step();
    }
    let same_line = |from: usize| !text[from.min(error)..error].trim_end().contains('\n');
    let opens_here = text[error..].chars().next().filter(|sign| scanner.begins && matches!(sign, '"' | '\''));
    if let Some((at, sign)) = scanner.quote.or(opens_here.map(|sign| (error, sign))) {
        return Some(Cause::StaysOpen { at, sign });
    }
    if let Some((at, sign, close)) = scanner.last_quote.filter(|(_, _, close)| same_line(*close)) {
        let spans_lines = text[at..close].contains('\n');
        let text_follows = text[close + 1..].chars().next().is_some_and(char::is_alphanumeric);
        if spans_lines {
            return Some(Cause::StaysOpen { at, sign });
        }
        if text_follows {
            return Some(Cause::QuotesInside { at });
        }
    }
    scanner.brackets.last().filter(|(at, _)| !same_line(*at)).map(|(at, sign)| Cause::StaysOpen { at: *at, sign: *sign })
}

/// Walks over YAML just well enough to know what is a quote and what is an apostrophe.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// Whether a value or key may begin here: only there a quote or bracket means something.
    begins: bool,
    quote: Option<(usize, char)>,
    /// Start, sign and end of the quoted text before.
    last_quote: Option<(usize, char, usize)>,
    brackets: Vec<(usize, char)>,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Scanner { text, at: 0, begins: true, quote: None, last_quote: None, brackets: Vec::new() }
    }

    fn step(&mut self) {
        let Some(sign) = self.text[self.at..].chars().next() else {
            self.at = self.text.len();
            return;
        };
        match self.quote {
            Some((start, quote)) => self.inside_quote(start, quote, sign),
            None => self.outside_quote(sign),
        }
        self.at += sign.len_utf8();
    }

    fn inside_quote(&mut self, start: usize, quote: char, sign: char) {
        let doubled = quote == '\'' && self.text[self.at..].starts_with("''");
        let escaped = quote == '"' && sign == '\\';
        if doubled || escaped {
            let second = self.text[self.at + 1..].chars().next().map_or(0, char::len_utf8);
            self.at += second;
        } else if sign == quote {
            self.last_quote = Some((start, quote, self.at));
            self.quote = None;
            self.begins = false;
        }
    }

    fn outside_quote(&mut self, sign: char) {
        let follows = self.text[self.at + sign.len_utf8()..].chars().next();
        let space_follows = follows.is_none_or(char::is_whitespace);
        match sign {
            '"' | '\'' if self.begins => self.quote = Some((self.at, sign)),
            '[' | '{' if self.begins => self.brackets.push((self.at, sign)),
            ']' | '}' => {
                self.brackets.pop();
            }
            '|' | '>' if self.begins => self.skip_block_text(),
            '#' if self.text[..self.at].ends_with([' ', '\n']) || self.at == 0 => self.skip_to_line_end(),
            ',' if !self.brackets.is_empty() => self.begins = true,
            ':' | '-' if space_follows => self.begins = true,
            '\n' => self.begins = true,
            ' ' => {}
            _ => self.begins = false,
        }
    }

    fn skip_to_line_end(&mut self) {
        self.at += self.text[self.at..].find('\n').map_or(self.text.len() - self.at, |end| end) - 1;
    }

    /// Text below `|` or `>` may hold any sign: all lines that are further in than this one.
    fn skip_block_text(&mut self) {
        let line_start = self.text[..self.at].rfind('\n').map_or(0, |end| end + 1);
        let indent = indent_of(&self.text[line_start..]);
        let Some(first_end) = self.text[self.at..].find('\n') else { return };
        let mut end = self.at + first_end + 1;
        for line in self.text[end..].split_inclusive('\n') {
            if !line.trim().is_empty() && indent_of(line) <= indent {
                break;
            }
            end += line.len();
        }
        self.at = end - 1;
        self.begins = true;
    }
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::{Cause, cause};

    #[test]
    fn a_quote_that_a_later_line_closes_by_accident_is_found_where_it_opens() {
        let text = "drang: \"preventief\nbron: [\"P:242\"]\n";
        assert_eq!(cause(text, text.find("P:").expect("there")), Some(Cause::StaysOpen { at: 7, sign: '"' }));
    }

    #[test]
    fn an_apostrophe_inside_a_word_opens_nothing() {
        let text = "a: zo'n avond\nb: x: y\n";
        assert_eq!(cause(text, text.len() - 3), None);
    }

    #[test]
    fn text_below_a_bar_is_not_read_as_yaml() {
        let text = "a: >-\n  's avonds [of\nb: x: y\n";
        assert_eq!(cause(text, text.len() - 3), None);
    }

    #[test]
    fn a_bracket_of_the_same_line_is_not_blamed() {
        let text = "a: { b: c: d }\n";
        assert_eq!(cause(text, 9), None);
    }
}
