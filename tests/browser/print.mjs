// On paper: the PDF that Chromium prints is tagged, holds every heading (so also
// "Stap 3"), and has no buttons that do nothing on paper.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { withFolder } from "./browser.mjs";

export const name = "print";

const NOT_ON_PAPER = [".ow-exit-link", ".ow-skip-link"];

/** A ligature such as "fi" is one glyph in the PDF, and pdfinfo loses it: for this check every letter stands alone. */
const LETTERS_APART = "* { font-variant-ligatures: none !important; font-feature-settings: normal !important; }";

export async function look(page) {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(addStyle, LETTERS_APART);
  const { headings, buttons } = await page.evaluate(whatIsPrinted, NOT_ON_PAPER);
  const structure = await withFolder(async (folder) => {
    const file = join(folder, "page.pdf");
    await page.pdf({ path: file, format: "A4", tagged: true, outline: true, preferCSSPageSize: true });
    return execFileSync("pdfinfo", ["-struct-text", file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  });
  await page.emulateMedia({ media: null });

  const printed = printedHeadings(structure);
  const findings = [
    ...buttons.map((target) => ({ rule: "button-on-paper", text: "is printed, but does nothing on paper", target })),
    ...missingHeadings(headings, printed).map((text) => ({ rule: "heading-not-in-pdf", text, target: "" })),
  ];
  if (printed.length === 0) findings.push({ rule: "untagged", text: "the PDF has no headings in its structure", target: "" });
  return { findings, looked: headings.length };
}

/** Through the object model: the site's policy rightly refuses a style element. */
function addStyle(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

function whatIsPrinted(notOnPaper) {
  const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 2;
  const headings = [...document.querySelectorAll("h1, h2, h3")].filter(shown).map((heading) => ({
    level: Number(heading.localName[1]),
    text: heading.innerText,
  }));
  const buttons = notOnPaper.filter((selector) => [...document.querySelectorAll(selector)].some(shown));
  return { headings, buttons };
}

function missingHeadings(headings, printed) {
  const lost = headings
    .filter(({ level, text }) => !printed.some((other) => other.level === level && other.text.startsWith(readable(text))))
    .map(({ level, text }) => `h${level} is not in the PDF: ${text}`);
  const fewer = [1, 2, 3].filter((level) => count(printed, level) < count(headings, level));
  return [...lost, ...fewer.map((level) => `the PDF has ${count(printed, level)} of ${count(headings, level)} headings h${level}`)];
}

function count(headings, level) {
  return headings.filter((heading) => heading.level === level).length;
}

/**
 * The part of a heading that pdfinfo can read back: it loses what follows a soft hyphen
 * and most of joined scripts such as Arabic, though the PDF has them.
 */
function readable(text) {
  return letters(text.split(/\u00ad|\p{Script=Arabic}/u)[0]);
}

/** Reads `pdfinfo -struct-text`: a line `H2 (block)`, and below it, deeper, the text in quotes. */
function printedHeadings(structure) {
  const headings = [];
  let open = null;
  for (const line of structure.split("\n")) {
    const depth = line.search(/\S/);
    const text = line.trim();
    if (text === "") continue;
    if (open && depth <= open.depth) open = null;
    const level = text.match(/^H([1-6])\b/)?.[1];
    if (level) {
      open = { depth, level: Number(level), text: "" };
      headings.push(open);
    } else if (open && text.startsWith('"')) {
      open.text += text.replace(/^"|"$/g, "");
    }
  }
  return headings.map(({ level, text }) => ({ level, text: letters(text) }));
}

/** A PDF breaks lines and sets quotes in its own way: letters and digits are what must be there. */
function letters(text) {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
}
