//! Files for servers and crawlers: headers, redirects, site map, robots, security.txt.

use jiff::ToSpan;

use super::Frame;
use crate::output::OutputFile;

/// What a page may load: its own style sheet, pictures and fonts, nothing else (`ux.md` §3.3).
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src 'none'";

/// Headers of every file.
const HEADERS: &[(&str, &str)] = &[
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
];

/// For a file of which the name changes with its content.
const KEPT_FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// All of them.
pub(crate) fn files(frame: &Frame<'_>) -> Vec<OutputFile> {
    vec![
        OutputFile::text("server/nginx.conf", nginx(frame)),
        OutputFile::text("server/htaccess.txt", apache(frame)),
        OutputFile::text("server/_headers", netlify_headers()),
        OutputFile::text("server/_redirects", netlify_redirects(frame)),
        OutputFile::text("robots.txt", format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", base(frame))),
        OutputFile::text(".well-known/security.txt", security(frame)),
        OutputFile::text("sitemap.xml", site_map(frame)),
    ]
}

fn base<'a>(frame: &'a Frame<'_>) -> &'a str {
    &frame.model.site.base_address
}

/// Old and new folder of every municipality that merged.
fn redirects(frame: &Frame<'_>) -> Vec<(String, String)> {
    let forwards = frame.plan.forwards.iter();
    forwards.map(|forward| (forward.from.clone(), format!("{}/", frame.model.municipalities[forward.to].key))).collect()
}

fn nginx(frame: &Frame<'_>) -> String {
    let mut conf =
        String::from("# Zet dit in het `server`-blok van nginx. Pas `root` aan.\n# root /var/www/ouderwijzer;\n\n");
    conf.push_str("charset utf-8;\ncharset_types text/css text/csv text/plain text/xml application/json;\n");
    conf.push_str("index index.html;\nerror_page 404 /404.html;\n\n");
    conf.push_str("# Stuurt de kleine bestanden van `build --gecomprimeerd`, als die er zijn.\n");
    conf.push_str("gzip_static on;\ngzip_vary on;\n# Met de module voor brotli ook: brotli_static on;\n\n");
    for (name, value) in HEADERS {
        conf.push_str(&format!("add_header {name} \"{value}\" always;\n"));
    }
    conf.push('\n');
    for (from, to) in redirects(frame) {
        conf.push_str(&format!("rewrite ^/{from}(.*)$ /{to}$1 permanent;\n"));
    }
    conf.push_str("\nlocation ~ \\.csv$ {\n    types { text/csv csv; }\n}\n");
    conf.push_str("\n# De naam van het stijlblad en van de letters verandert mee met de inhoud.\n");
    conf.push_str("location ~ ^/[a-z0-9-]+-[0-9a-f]+\\.(css|woff2)$ {\n    expires 1y;\n");
    for (name, value) in HEADERS {
        conf.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    conf.push_str("}\n");
    conf
}

fn apache(frame: &Frame<'_>) -> String {
    let mut conf = String::from("# Hernoem dit bestand naar .htaccess en zet het in de map van de site.\n");
    conf.push_str(
        "AddDefaultCharset utf-8\nAddType font/woff2 .woff2\nDirectoryIndex index.html\nErrorDocument 404 /404.html\n<IfModule mod_headers.c>\n",
    );
    for (name, value) in HEADERS {
        conf.push_str(&format!("  Header always set {name} \"{value}\"\n"));
    }
    conf.push_str("  # De naam van het stijlblad en van de letters verandert mee met de inhoud.\n");
    conf.push_str(&format!(
        "  <FilesMatch \"-[0-9a-f]{{12}}\\.(css|woff2)$\">\n    Header set Cache-Control \"{KEPT_FOR_A_YEAR}\"\n  </FilesMatch>\n"
    ));
    conf.push_str("</IfModule>\n");
    for (from, to) in redirects(frame) {
        conf.push_str(&format!("RedirectMatch 301 ^/{from}(.*)$ /{to}$1\n"));
    }
    conf
}

fn netlify_headers() -> String {
    let lines: Vec<String> = HEADERS.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("/*\n{}/*.woff2\n  Cache-Control: {KEPT_FOR_A_YEAR}\n", lines.concat())
}

fn netlify_redirects(frame: &Frame<'_>) -> String {
    redirects(frame).iter().map(|(from, to)| format!("/{from}* /{to}:splat 301\n")).collect()
}

/// RFC 9116 asks for an end within a year; the as-of date keeps the bytes equal from run to run.
fn security(frame: &Frame<'_>) -> String {
    let expires = frame.as_of.checked_add(330.days()).unwrap_or(frame.as_of);
    let site = &frame.model.site;
    let languages: Vec<&str> = site.languages.iter().map(|lang| lang.tag()).collect();
    format!(
        "Contact: {}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: {}\n",
        site.security_address,
        languages.join(", ")
    )
}

fn site_map(frame: &Frame<'_>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let base = base(frame);
    // Tens of thousands of lines: put together, not formatted.
    let mut add = |root: &str, address: &str| {
        ["<url><loc>", base, root, address, "</loc></url>\n"].iter().for_each(|part| xml.push_str(part));
    };
    frame.plan.hubs.iter().for_each(|hub| add(&hub.root, ""));
    for unit in &frame.plan.units {
        frame.plan.pages.get(&unit.lang).into_iter().flatten().for_each(|page| add(&unit.root, &page.address));
    }
    xml.push_str("</urlset>\n");
    xml
}
