// Our own rules for what no ready-made checker finds, on the page as it stands in the browser.

export const name = "own";

const SAYS_NOTHING = ["klik hier", "lees meer", "lees verder", "hier", "meer", "link", "click here", "read more", "here", "more"];
const RIGHT_TO_LEFT = ["ar", "ckb", "fa", "he", "ps", "ur"];

/** `where` is the page's entry in the list of pages: a hub page has no local sources. */
export async function look(page, where) {
  return page.evaluate(applyRules, { isLocal: where.municipality !== null, SAYS_NOTHING, RIGHT_TO_LEFT });
}

function applyRules({ isLocal, SAYS_NOTHING, RIGHT_TO_LEFT }) {
  const findings = [];
  const add = (rule, text, target = "") => findings.push({ rule, text, target });
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const nameOf = (element) => `${element.localName}${[...element.classList].map((c) => `.${c}`).join("")}`;
  const textOf = (element) => (element.getAttribute("aria-label") ?? element.textContent).replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();

  // Headings.
  const headings = all("h1, h2, h3, h4, h5, h6");
  const tops = headings.filter((heading) => heading.localName === "h1").length;
  if (tops !== 1) add("one-h1", `${tops} headings h1`);
  let last = 0;
  for (const heading of headings) {
    const level = Number(heading.localName[1]);
    if (level > last + 1) add("skipped-heading", `h${level} after ${last ? `h${last}` : "nothing"}: ${textOf(heading)}`, nameOf(heading));
    if (textOf(heading) === "") add("empty-heading", "a heading without text", nameOf(heading));
    last = level;
  }

  // Languages and their direction.
  if (!document.documentElement.lang) add("page-language", "the page does not say its language");
  for (const element of all("[lang]")) {
    const language = (element.getAttribute("lang") ?? "").split("-")[0].toLowerCase();
    const wanted = RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
    if (element.matches("link, meta, svg, svg *")) continue;
    if (getComputedStyle(element).direction !== wanted) add("direction", `lang=${element.lang} needs dir=${wanted}`, nameOf(element));
  }

  // What every page carries.
  const needs = (rule, selector, what, root = document) => {
    if (!all(selector, root).some((element) => textOf(element) !== "")) add(rule, `no ${what} (${selector})`);
  };
  needs("exit-link", ".ow-exit-link a[href], a.ow-exit-link[href]", "exit link");
  needs("skip-link", "a.ow-skip-link[href^='#']", "skip link");
  needs("helpline", "a[href='tel:112']", "helpline 112");
  needs("main", "main", "main part");
  if (all("link[rel~=icon]").length === 0) add("icon", "no link rel=icon, so every browser asks for /favicon.ico in vain");
  if (isLocal) {
    needs("sources", ".ow-page-sources li, .ow-sources-list li", "source list");
    // A year in the foot of the page, in the digits of any language.
    if (!/\p{Nd}{4}/u.test(textOf(document.querySelector("footer") ?? document.createElement("i")))) add("check-date", "no check date in the foot");
  }
  for (const link of all("a.ow-skip-link")) {
    if (!document.getElementById(link.hash.slice(1))) add("skip-link", `leads to ${link.hash}, which is not there`);
  }
  for (const link of all(".ow-exit-link a[href^='http'], a.ow-exit-link[href^='http']")) {
    if (!link.relList.contains("noreferrer")) add("exit-link", "lets the next site know where the reader was: needs rel=noreferrer");
  }

  // Nothing inside the page that a strict policy forbids.
  for (const element of all("[style]")) add("inline-style", "has a style attribute", nameOf(element));
  for (const element of all("style")) add("inline-style", "a style element", nameOf(element));
  for (const element of all("script:not([src])")) add("inline-script", "a script without src", nameOf(element));
  for (const element of all("*")) {
    const handler = element.getAttributeNames().find((attribute) => attribute.startsWith("on"));
    if (handler) add("inline-handler", `has ${handler}`, nameOf(element));
  }

  // Links.
  for (const link of all("nav a[href], header a[href], footer a[href]").filter((link) => link.checkVisibility())) {
    const { width, height } = link.getBoundingClientRect();
    const forScreenReaders = width <= 2 || link.matches(".ow-skip-link");
    if (!forScreenReaders && (width < 24 || height < 24)) {
      add("target-size", `${Math.round(width)} × ${Math.round(height)} px: ${textOf(link)}`, nameOf(link));
    }
  }
  for (const link of all("a[href]")) {
    if (SAYS_NOTHING.includes(textOf(link).toLowerCase())) add("link-says-nothing", `"${textOf(link)}"`, nameOf(link));
  }
  const destinations = new Map();
  // A glossary link looks different (dotted) and explains the word, so the same word may also lead to a page: each
  // sort of link has one destination for one text. What a link of the glossary is, is told by where it leads.
  for (const link of all("main a[href]")) {
    const text = textOf(link);
    const isTerm = link.matches(".ow-term");
    if (isTerm && !link.pathname.endsWith("/woordenlijst/")) add("term-elsewhere", `"${text}" looks like a word of the glossary and leads to ${link.href}`, nameOf(link));
    const sort = `${isTerm ? "word" : "page"}: ${text}`;
    const known = destinations.get(sort) ?? link.href;
    destinations.set(sort, known);
    if (known !== link.href) add("ambiguous-link", `"${text}" leads to ${known} and to ${link.href}`, nameOf(link));
  }

  // A drawing keeps its own letter spacing (picture.css); that loses nothing only because the same words stand in a list.
  for (const picture of all("svg.ow-picture")) {
    const list = picture.closest(".ow-organisation-map") ? ".ow-role-card li" : ".ow-step-list li, .ow-step-line li";
    if (all(list).length === 0) add("picture-without-list", "no list says what the picture shows", nameOf(picture));
    if (picture.getAttribute("role") !== "img") add("picture-without-list", "the picture is not an image to a screen reader", nameOf(picture));
  }

  // Tables and traces of templates.
  for (const table of all("table:not([role=presentation])")) {
    if (all("th", table).length === 0) add("table-without-header", "a table without th", nameOf(table));
  }
  const left = document.body.textContent.match(/\{\{.{0,30}|\{%.{0,30}|\{[A-Z]{1,2}-\d+.{0,20}|\*\*\S.{0,20}|\]\(\S{0,30}/);
  if (left) add("template-trace", `"${left[0].trim()}" is in the text`);

  return { findings, looked: headings.length + all("a[href]").length };
}
