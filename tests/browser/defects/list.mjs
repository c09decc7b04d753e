// Every defect is one change of the clean page, its style sheet or its script, with
// the tools that must see it: `tool: word of the finding`.

export const DEFECTS = [
  // Seen by the ready-made checkers.
  html("image-without-alt", ' alt="Een wegwijzer met twee borden"', "", { axe: "image-alt", alfa: "sia-r2", nu: "alt", ibm: "img_alt_valid" }),
  html("field-without-label", '<label for="plaats">Uw woonplaats</label>', "Uw woonplaats", { axe: "label", alfa: "sia-r8", ibm: "input_label_exists" }),
  html("button-without-name", "Uw woonplaats</label>", 'Uw woonplaats</label><button type="button"></button>', { axe: "button-name", alfa: "sia-r12" }),
  html("double-id", '<h1>', '<h1 id="stap-2">', { nu: "duplicate id" }),
  html("unclosed-element", "</ol>", "", { nu: "ol" }),
  html("details-without-summary", "<summary>Bronnen</summary>", "", { nu: "summary" }),
  html("unknown-current-value", 'aria-current="step"', 'aria-current="stap"', { nu: "aria-current" }),
  html("unknown-role", "<footer>", '<footer role="voet">', { axe: "aria-roles", nu: "role" }),
  html("no-page-language", ' lang="nl"', "", { axe: "html-has-lang", alfa: "sia-r4", own: "page-language" }),
  html("no-title", "<title>Stappen in Voorbeeldstad</title>", "", { axe: "document-title", alfa: "sia-r1", nu: "title" }),
  html("no-zoom", "initial-scale=1", "maximum-scale=1", { axe: "meta-viewport", alfa: "sia-r47" }),
  html("jumps-away", "<title>", '<meta http-equiv="refresh" content="60; url=hulp.html"><title>', { axe: "meta-refresh", alfa: "sia-r9" }),
  css("unreadable-by-day", "--text: #1a1a1a", "--text: #9a9a9a", { axe: "color-contrast", alfa: "sia-r69" }),
  css("unreadable-at-night", "--text: #f2f2f2", "--text: #444444", { contrast: "color-contrast" }),
  css("link-only-by-colour", "a { color: var(--link); }", "a { color: var(--link); text-decoration: none; }", { axe: "link-in-text-block", alfa: "sia-r62" }),
  css("style-sheet-fault", "margin: 0 auto;", "margn: 0 auto;", { nu: "margn" }),

  // Seen only by us.
  html("skipped-heading", /<h2>Wie helpt u\?<\/h2>/, "<h4>Wie helpt u?</h4>", { own: "skipped-heading", axe: "heading-order", alfa: "sia-r53" }),
  html("no-h1", /<(\/?)h1>/g, "<$1h2>", { own: "one-h1", axe: "page-has-heading-one" }),
  html("two-h1", "<h2>Wie helpt u?</h2>", "<h1>Wie helpt u?</h1>", { own: "one-h1" }),
  html("arabic-left-to-right", "<p>U leest nu over deze stap.</p>", '<p lang="ar">مساعدة مجانية</p>', { own: "direction" }),
  html("no-exit-link", /<div class="ow-exit-link".*<\/div>/, "", { own: "exit-link" }),
  html("exit-link-with-referrer", ' rel="noreferrer"', "", { own: "noreferrer" }),
  html("no-skip-link", /<a class="ow-skip-link".*<\/a>/, "", { own: "skip-link" }),
  html("skip-link-to-nowhere", 'href="#inhoud"', 'href="#weg"', { own: "skip-link" }),
  html("no-helpline", /<a href="tel:112">(.*)<\/a>/, "$1", { own: "helpline" }),
  html("no-sources", ' class="ow-page-sources"', "", { own: "sources" }),
  html("no-icon", /<link rel="icon".*>/, "", { own: "icon" }),
  html("no-check-date", "22 november 2026", "vandaag", { own: "check-date" }),
  html("style-attribute", "<footer>", '<footer style="color: red">', { own: "inline-style", privacy: "console" }),
  html("style-element", "</head>", "<style>p { color: red }</style></head>", { own: "inline-style", privacy: "console" }),
  html("script-element", "</footer>", "</footer><script>document.title</script>", { own: "inline-script", privacy: "console" }),
  html("inline-handler", "<footer>", '<footer onclick="stop()">', { own: "inline-handler" }),
  html("link-says-nothing", "Verder naar stap 2</a>", "Klik hier</a>", { own: "link-says-nothing" }),
  html("same-words-two-ways", "<h2>Wie helpt u?</h2>", '<h2>Wie helpt u?</h2><p><a href="a.html">Bel Jeugdstem</a> <a href="b.html">Bel Jeugdstem</a></p>', { own: "ambiguous-link" }),
  html("two-words-with-one-text", "<h2>Wie helpt u?</h2>", '<h2>Wie helpt u?</h2><p><a class="ow-term" href="/woordenlijst/#raad">de Raad</a> <a class="ow-term" href="/woordenlijst/#rechter">de Raad</a></p>', { own: "ambiguous-link" }),
  html("word-that-leads-elsewhere", "<h2>Wie helpt u?</h2>", '<h2>Wie helpt u?</h2><p><a class="ow-term" href="/hulp/">de Raad</a></p>', { own: "term-elsewhere" }),
  html("picture-without-list", ' class="ow-step-list"', "", { own: "picture-without-list" }),
  html("picture-that-is-no-image", ' role="img"', "", { own: "not an image" }),
  html("frame-before-heading", /(<h2>Stap 1.*?<\/h2>)(<p class="ow-frame-label">.*?<\/p>)/, "$2$1", { "reading-order": "the frame comes too early" }),
  html("frame-not-read", '<p class="ow-frame-label">', '<p class="ow-frame-label" aria-hidden="true">', { "reading-order": "the frame is not read" }),
  html("outcomes-before-answers", /(<dl>.*?<\/dl>)(<h3>.*?<\/ul>)/, "$2$1", { "reading-order": "what can happen next comes too early" }),
  html("word-wider-than-its-box", "Stap 1, dan stap 2", "Stap 1, dan stap 2, en daarna nog een hele lange stap", { letters: "leaves-its-box" }),
  css("weak-letters-in-picture", ".drawn-word { fill: var(--text); }", ".drawn-word { fill: #9a9a9a; }", { picture: "on screen" }),
  css("weak-letters-in-half-clear-picture", ".drawn-word { fill: var(--text); }", ".drawn-word { fill: var(--text); opacity: .4; }", { picture: "on screen" }),
  css("weak-letters-on-their-box", ".drawn-box { fill: var(--page);", ".drawn-box { fill: #555;", { picture: "on screen" }),
  css("weak-letters-at-night", "@media print {", "@media (prefers-color-scheme: dark) { .drawn-word { fill: #444; } } @media print {", { "picture-at-night": "on screen" }),
  css("weak-letters-on-paper", "@media print {", "@media print { .drawn-word { fill: #aaa; } } @media print {", { picture: "on paper" }),
  css("weak-cell-half-out-of-its-table", ".wide td {", ".wide td { color: #9a9a9a;", { axe: "color-contrast" }),
  html("table-without-header", /<thead>.*<\/thead>/, "", { own: "table-without-header" }),
  html("trace-of-template", "Gratis hulp", "Gratis {{ hulp }}", { own: "template-trace" }),
  html("trace-of-fact-mark", "Gratis hulp", "Gratis hulp {C-02}", { own: "template-trace" }),
  css("small-target", "padding-block: .5rem; }", "font-size: .6rem; line-height: 1; }", { own: "target-size" }),
  css("wider-than-the-phone", ".note {", "h1 { inline-size: 22rem; } .note {", { reflow: "too-wide" }),
  css("too-wide-with-text-spacing", "overflow-wrap: anywhere; }", "} h1 { font: 1.9rem/1 monospace; inline-size: 14ch; white-space: nowrap; overflow-wrap: normal; }", { reflow: "too-wide" }),
  css("cut-off-text", ".note {", ".box { block-size: 6rem; overflow: hidden; } .note {", { reflow: "text-cut-off" }),
  html("word-outside-picture", /<img .*?>/, '<svg viewBox="0 0 100 20" width="100" height="20" aria-hidden="true"><text x="20" y="15">beschermingstafel</text></svg>', { reflow: "text-outside-picture" }),
  css("no-focus-ring", ":focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }", ":focus-visible { outline: none; }", { focus: "focus changes nothing", style: "no-outline" }),
  css("focus-only-by-shadow", "outline: 3px solid var(--link); outline-offset: 3px;", "outline-style: none; box-shadow: 0 0 0 3px var(--link);", { focus: "in forced colours", style: "no-outline" }),
  css("current-step-only-by-shadow", "outline: 4px solid var(--link);", "box-shadow: 0 0 0 4px var(--link);", { "forced-colors": "current-step" }),
  css("gone-in-forced-colours", ".note {", "@media (forced-colors: active) { body > * { display: none; } } .note {", { "forced-colors": "empty-screen" }),
  css("exit-link-on-paper", "@media print { .ow-exit-link, .ow-skip-link { display: none; } }", "", { print: "button-on-paper" }),
  html("number-not-in-pdf", "<h2>Stap 1:", '<h2><span aria-hidden="true">Stap 1:</span>', { print: "heading-not-in-pdf" }),
  css("long-list-on-paper", "@media print {", "@media print { .ow-step-list > li { break-before: page; margin-block-end: 40cm; } } @media print {", { "list-on-paper": "too-many-sheets" }),
  css("small-print", "@media print {", "@media print { .ow-step-list dd { font-size: 7pt; } } @media print {", { "list-on-paper": "small-print" }),
  css("answer-lost-on-paper", "@media print {", "@media print { .ow-step-list dl { display: none; } } @media print {", { "list-on-paper": "lost-on-paper" }),
  css("words-in-style", ".note {", '.box::before { content: "Let op"; } .note {', { style: "words-in-style" }),
  css("physical-side", ".note {", ".box { margin-left: 1rem; } .note {", { style: "physical-side" }),
  css("font-of-another-site", ".note {", '.box { background: url("//example.org/a.png"); } .note {', { style: "other-site", privacy: "console" }),

  // What a page may never do behind the reader's back.
  html("lax-exit-link", ' rel="noreferrer"', "", { "exit-link": "referrer" }),
  html("lax-external-request", "</main>", '<p><img src="https://example.invalid/teller.gif" alt=""></p></main>', { privacy: "external-request" }),
  html("lax-request-without-answer", "</main>", '<p><img src="https://example.invalid/teller.gif" alt=""></p></main>', { privacy: "request-failed" }),
  html("refused-external-request", "</main>", '<p><img src="https://example.invalid/teller.gif" alt=""></p></main>', { privacy: "console" }),
  html("missing-file", 'src="dot.svg"', 'src="weg.svg"', { privacy: "broken-address" }),
  script("console-message", "console.log('hallo')", { privacy: "console" }),
  script("script-error", "geenFunctie()", { privacy: "script-error" }),
  script("cookie", "document.cookie = 'a=1'", { privacy: "cookie" }),
  script("local-storage", "localStorage.a = 1", { privacy: "localStorage" }),
  script("session-storage", "sessionStorage.a = 1", { privacy: "sessionStorage" }),
  script("database", "indexedDB.open('a')", { privacy: "indexedDB" }),
  html("text-made-by-script", /<main id="inhoud">[\s\S]*<\/main>/, '<main id="inhoud"></main>', { "no-script": "no-text" }),
];

function html(name, from, to, red) {
  return { name, file: "clean.html", from, to, red };
}

function css(name, from, to, red) {
  return { name, file: "clean.css", from, to, red };
}

function script(name, to, red) {
  return { name, file: "clean.js", from: /$/, to, red };
}
