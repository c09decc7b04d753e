// The list of all steps on paper: it lies on a table beside the picture, so it takes two sheets of A4 at most, in
// letters of nine points at least, and every step still has its number, its frame, its answers and its roads.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { withFolder } from "./browser.mjs";

export const name = "list-on-paper";

const MOST_SHEETS = 2;
const SMALLEST_POINTS = 9;
const POINTS_PER_PIXEL = 0.75;

/** What must be on paper of each step, in the words of the style sheet. */
const PARTS = ["h2", ".ow-frame-label", "dt", "dd", "li"];

/** Leaves only the list on paper, without the white of what stands around it. */
const LIST_ONLY = `
  body *:not(:has(.ow-step-list), .ow-step-list, .ow-step-list *) { display: none !important; }
  body :has(.ow-step-list) { margin-block: 0 !important; padding-block: 0 !important; }
`;

export async function look(page) {
  await page.emulateMedia({ media: "print" });
  const { steps, lost, small } = await page.evaluate(whatIsPrinted, [PARTS, SMALLEST_POINTS / POINTS_PER_PIXEL]);
  const sheets = steps === 0 ? 0 : await sheetsOfList(page);
  await page.emulateMedia({ media: null });

  const findings = [
    ...lost.map((target) => ({ rule: "lost-on-paper", text: "is on the screen, but not on paper", target })),
    ...small.map((target) => ({ rule: "small-print", text: `is smaller than ${SMALLEST_POINTS} points`, target })),
  ];
  if (sheets > MOST_SHEETS) findings.push({ rule: "too-many-sheets", text: `the list takes ${sheets} sheets of A4`, target: "" });
  return { findings, looked: steps };
}

async function sheetsOfList(page) {
  await page.evaluate(leaveOnly, LIST_ONLY);
  const sheets = await withFolder(async (folder) => {
    const file = join(folder, "list.pdf");
    await page.pdf({ path: file, format: "A4", preferCSSPageSize: true });
    return Number(execFileSync("pdfinfo", [file], { encoding: "utf8" }).match(/^Pages:\s+(\d+)/m)[1]);
  });
  await page.evaluate(() => document.adoptedStyleSheets.pop());
  return sheets;
}

/** Through the object model: the site's policy rightly refuses a style element. */
function leaveOnly(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

function whatIsPrinted([parts, smallest]) {
  const steps = [...document.querySelectorAll(".ow-step-list > li")];
  const named = (element) => `${element.localName}: ${element.textContent.trim().slice(0, 40)}`;
  const wanted = steps.flatMap((step) => [...step.querySelectorAll(parts.join())]);
  const lost = wanted.filter((element) => !element.checkVisibility()).map(named);
  const shown = steps.flatMap((step) => [...step.querySelectorAll("*")]).filter((element) => element.checkVisibility());
  const small = shown.filter((element) => parseFloat(getComputedStyle(element).fontSize) < smallest - 0.01).map(named);
  return { steps: steps.length, lost, small };
}
