//! YAML → model → pages: the file of a municipality is anything.
#![no_main]

use camino::Utf8Path;
use libfuzzer_sys::fuzz_target;
use ouderwijzer::sources::raw::RawLayer;
use ouderwijzer::sources::yaml_draft;
use ouderwijzer_fuzz::site::with_part;

const KEY: &str = "leiden";

fuzz_target!(|bytes: &[u8]| {
    with_part(
        |sources, files| {
            let path = Utf8Path::new("municipalities/leiden.yaml");
            let (layer, problems) = yaml_draft::<RawLayer>(path, bytes.to_vec(), files);
            (layer.map(|layer| sources.municipalities.insert(KEY.to_owned(), layer)), problems)
        },
        |sources, before| {
            sources.municipalities.extend(before.map(|before| (KEY.to_owned(), before)));
        },
    );
});
