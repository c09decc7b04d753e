//! Markdown → HTML: the body of a page is anything.
#![no_main]

use camino::Utf8Path;
use libfuzzer_sys::fuzz_target;
use ouderwijzer::sources::document_draft;
use ouderwijzer::sources::raw::RawPageWords;
use ouderwijzer_fuzz::site::{language, with_part};

const KEY: &str = "home";
const FRONT: &str = "---\ntitel: Voorbeeld\nsamenvatting: Een voorbeeld.\n---\n";

fuzz_target!(|body: &[u8]| {
    with_part(
        |sources, files| {
            let path = Utf8Path::new("content/nl/paginas/home.md");
            let (page, problems) = document_draft::<RawPageWords>(path, [FRONT.as_bytes(), body].concat(), files);
            let words = sources.words.entry(language()).or_default();
            (page.map(|page| words.pages.insert(KEY.to_owned(), page)), problems)
        },
        |sources, before| {
            sources.words.entry(language()).or_default().pages.extend(before.map(|before| (KEY.to_owned(), before)));
        },
    );
});
