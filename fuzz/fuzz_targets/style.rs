//! Token files: `tokens.css` of a site is anything. It becomes part of the style sheet, and the rules about pages read it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ouderwijzer::check::pages::{Sight, look};
use ouderwijzer_fuzz::site::style_sheet;

fuzz_target!(|css: &str| {
    let (path, style) = style_sheet(css);
    assert!(!style.contains('\n'), "lines are joined");
    look(&Sight::read(&path, &style, "https://www.knmi.nl/"));
    look(&Sight::read("tokens.css", css, "https://www.knmi.nl/"));
});
