//! What a run is asked to do: complete values, made by the command line from arguments and the clock.

use camino::Utf8PathBuf;
use jiff::civil::Date;

use crate::lang::Lang;

/// Settings of one run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The site folder: the one with `content/` and `municipalities/`.
    pub site_dir: Utf8PathBuf,
    /// The folder that is published.
    pub output_dir: Utf8PathBuf,
    /// Only these municipalities, by key; empty means all.
    pub municipalities: Vec<String>,
    /// Only these languages; empty means all that the site offers.
    pub languages: Vec<Lang>,
    /// The day of the run. Only the end date in `security.txt` depends on it: pages show the days of the content itself.
    pub as_of: Date,
}

impl Settings {
    /// Whether only some municipalities or languages are made.
    pub fn is_partial(&self) -> bool {
        !self.municipalities.is_empty() || !self.languages.is_empty()
    }
}

/// How a build is handed over: whole and plain unless something else is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    /// Also a `.gz` and a `.br` beside every text, for servers that send those as they are.
    pub compressed: bool,
    /// Only this share of the municipalities, for machines that divide the country.
    pub part: Option<Part>,
}

/// One of a number of shares. Together they are everything, and no municipality is in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    number: usize,
    of: usize,
}

impl Part {
    /// Most parts: more than there are municipalities would be empty.
    const MOST: usize = 300;

    /// From `2/4`, the second of four; `None` when it is no such thing.
    pub fn parse(text: &str) -> Option<Part> {
        let (number, of) = text.split_once('/')?;
        let (number, of) = (number.trim().parse().ok()?, of.trim().parse().ok()?);
        (1..=of).contains(&number).then_some(Part { number, of }).filter(|part| part.of <= Part::MOST)
    }

    /// Whether the municipality at this place of the list belongs to it. Neighbours go to different parts, because what is
    /// known of them, and so the work, differs by province.
    pub fn has(self, index: usize) -> bool {
        index % self.of + 1 == self.number
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn every_municipality_is_in_one_part() {
        let parts: Vec<Part> = (1..=4).map(|number| Part::parse(&format!("{number}/4")).expect("a part")).collect();
        for index in 0..342 {
            assert_eq!(parts.iter().filter(|part| part.has(index)).count(), 1, "{index}");
        }
    }

    #[test]
    fn what_is_no_part_is_refused() {
        for text in ["0/4", "5/4", "1/0", "4", "een/4", "-1/4", "1/301", ""] {
            assert_eq!(Part::parse(text), None, "{text}");
        }
    }
}
