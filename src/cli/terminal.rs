//! The terminal: colours, and a bar when the work takes longer than half a second.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use ouderwijzer::report::Look;

/// How long work may take before a bar appears.
const PATIENCE: Duration = Duration::from_millis(500);

/// Colours on a terminal, plain text in a pipe.
pub(crate) fn look() -> Look {
    if std::io::stderr().is_terminal() { Look::Styled } else { Look::Plain }
}

/// A progress bar; it stays hidden in a pipe and when the work is quick.
pub(crate) struct Bar {
    bar: Option<ProgressBar>,
    started: Instant,
}

impl Bar {
    /// A bar with a Dutch label.
    pub(crate) fn new(label: &'static str) -> Bar {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos} van {len} sites")
                .expect("the template of the bar is fixed")
                .progress_chars("=> ");
            ProgressBar::hidden().with_style(style).with_message(label)
        });
        #[expect(clippy::disallowed_methods, reason = "only the terminal measures time")]
        let started = Instant::now();
        Bar { bar, started }
    }

    /// Shows how far it is.
    pub(crate) fn show(&self, done: usize, all: usize) {
        if let Some(bar) = &self.bar
            && self.started.elapsed() > PATIENCE
        {
            if bar.is_hidden() {
                bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
            }
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
