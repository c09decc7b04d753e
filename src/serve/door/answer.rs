//! From an address to a file of the site, with the script of the preview added to pages.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;

use super::headers::kind;
use super::page_headers;
use crate::serve::shown::{Good, Shown};

/// Shown when there is no good page to show errors over.
const EMPTY_PAGE: &str = include_str!("../leeg.html");
/// The page for an address that nothing has.
const NOT_FOUND: &str = "404.html";

/// The path of an address: without the slash in front, and with letters in place of `%..`.
pub(super) fn inside(address: &str) -> String {
    percent_decode_str(address.trim_start_matches('/')).decode_utf8_lossy().into_owned()
}

/// The file that a server gives for a path.
pub(super) fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// Answers with a file, with the way to a folder, or with the page that says that there is nothing.
pub(super) fn page(shown: &Shown, path: &str, asked: &HeaderMap) -> Response {
    let file = file_of(path);
    let Some((good, part)) = shown.look_at(&file) else { return empty("", asked) };
    let files = match good.edition.make(part) {
        Ok(files) => files,
        Err(problem) => {
            shown.cannot_make(&good, &problem);
            return empty(&good.mark, asked);
        }
    };
    if let Some(bytes) = files.get(&file) {
        return give(StatusCode::OK, &file, bytes, &good.mark, asked);
    }
    let inside = format!("{file}/index.html");
    if is_there(&good, &inside) {
        return (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, format!("/{file}/"))]).into_response();
    }
    match files.get(NOT_FOUND) {
        Some(bytes) => give(StatusCode::NOT_FOUND, NOT_FOUND, bytes, &good.mark, asked),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn is_there(good: &Good, file: &str) -> bool {
    good.edition.make(good.edition.part_of(file)).is_ok_and(|files| files.contains_key(file))
}

fn give(status: StatusCode, file: &str, bytes: &[u8], mark: &str, asked: &HeaderMap) -> Response {
    let body = if file.ends_with(".html") { with_script(bytes, mark) } else { bytes.to_vec() };
    let mut response = (status, page_headers(asked), [(header::CONTENT_TYPE, kind(file))], body).into_response();
    if has_name_of_its_content(file) {
        let keep = HeaderValue::from_static("max-age=31536000, immutable");
        response.headers_mut().insert(header::CACHE_CONTROL, keep);
    }
    response
}

/// A style sheet with other content has another name: a browser need not ask for it at every save.
fn has_name_of_its_content(file: &str) -> bool {
    file.starts_with("style-")
}

/// There is nothing to show yet: the script comes with a page of our own.
fn empty(mark: &str, asked: &HeaderMap) -> Response {
    let body = with_script(EMPTY_PAGE.as_bytes(), mark);
    (StatusCode::SERVICE_UNAVAILABLE, page_headers(asked), [(header::CONTENT_TYPE, kind("leeg.html"))], body).into_response()
}

/// The page with our script behind its `<head>`; everything else stays byte for byte. The mark holds letters and digits only.
fn with_script(page: &[u8], mark: &str) -> Vec<u8> {
    const HEAD: &[u8] = b"<head>";
    let at = page.windows(HEAD.len()).position(|piece| piece == HEAD).map_or(0, |at| at + HEAD.len());
    let script = format!("<script src=\"/__voorbeeld/voorbeeld.js\" data-editie=\"{mark}\" defer></script>");
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}

#[cfg(test)]
mod tests {
    use super::{file_of, inside, with_script};

    #[test]
    fn an_address_becomes_the_path_of_a_file() {
        assert_eq!(file_of(&inside("/")), "index.html");
        assert_eq!(file_of(&inside("/leiden/stap/vto/")), "leiden/stap/vto/index.html");
        assert_eq!(inside("/een%20naam%"), "een naam%");
    }

    #[test]
    fn a_page_gets_the_script_and_stays_the_same_otherwise() {
        let page = "<!doctype html><html lang=nl><head><title>é</title>";
        let served = String::from_utf8(with_script(page.as_bytes(), "0a")).expect("text");
        let script = "<script src=\"/__voorbeeld/voorbeeld.js\" data-editie=\"0a\" defer></script>";
        assert_eq!(served.replace(script, ""), page);
        assert!(served.contains(&format!("<head>{script}<title>")));
    }
}
