//! Headers of the preview: the published policy, opened for our own script and nothing else.

use axum::http::{HeaderMap, header};

use super::OWN;
use crate::pipeline::CONTENT_SECURITY_POLICY;

/// The name under which the browser asked.
pub(super) fn host(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::HOST).and_then(|value| value.to_str().ok())
}

/// The content security policy of a page in the preview. The page itself stays under the rules of the published site.
pub(super) fn policy(host: &str) -> String {
    format!("{CONTENT_SECURITY_POLICY}; script-src http://{host}{OWN}voorbeeld.js; connect-src http://{host}{OWN}")
}

/// The kind of a file, by its ending.
pub(super) fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        "pdf" => "application/pdf",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn the_policy_lets_in_our_script_and_no_other() {
        let policy = policy("127.0.0.1:4000");
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(policy.contains("; script-src http://127.0.0.1:4000/__voorbeeld/voorbeeld.js; "), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
    }
}
