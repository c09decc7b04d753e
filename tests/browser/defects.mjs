// Tests of the tests: every tool is green on the clean page and red on each page with
// a defect that it must see. A tool that has fallen silent is found here.

import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as alfa from "./alfa.mjs";
import * as axe from "./axe.mjs";
import { createWindows, launch, withFolder } from "./browser.mjs";
import { DEFECTS } from "./defects/list.mjs";
import * as exitLink from "./exit-link.mjs";
import * as focus from "./focus.mjs";
import * as forcedColors from "./forced-colors.mjs";
import * as ibm from "./ibm.mjs";
import * as letters from "./letters.mjs";
import * as listOnPaper from "./list-on-paper.mjs";
import * as noScript from "./no-script.mjs";
import * as nu from "./nu.mjs";
import * as ownRules from "./own-rules.mjs";
import * as pictureContrast from "./picture-contrast.mjs";
import * as policy from "./policy.mjs";
import * as print from "./print.mjs";
import * as privacy from "./privacy.mjs";
import * as readingOrder from "./reading-order.mjs";
import * as reflow from "./reflow.mjs";
import { createReport, demandAll, printReport } from "./report.mjs";
import { parseHeaders, serveFolder } from "./server.mjs";
import * as styleRules from "./style-rules.mjs";
import * as titles from "./titles.mjs";
import * as weight from "./weight.mjs";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "defects");
const LOCAL_PAGE = { municipality: "voorbeeldstad" };

/** How each tool that needs a browser sees a page. */
const VISITS = {
  axe: [{ width: 320 }, axe.look],
  contrast: [{ width: 320, scheme: "dark" }, axe.lookAtContrast],
  alfa: [{ width: 1280 }, alfa.look],
  ibm: [{ width: 1280 }, ibm.look],
  own: [{ width: 320 }, ownRules.look],
  letters: [{ width: 1280 }, letters.lookAtBoxes],
  picture: [{ width: 1280 }, pictureContrast.look],
  "picture-at-night": [{ width: 1280, scheme: "dark" }, pictureContrast.lookOnScreen],
  "reading-order": [{ width: 1280 }, readingOrder.look],
  reflow: [{ width: 320 }, reflow.look],
  focus: [{ width: 1280 }, focus.look],
  "forced-colors": [{ width: 1280 }, forcedColors.look],
  print: [{ width: 1280 }, print.look],
  "list-on-paper": [{ width: 1280 }, listOnPaper.look],
  privacy: [{ width: 320 }, privacy.look],
  "exit-link": [{ width: 320 }, exitLink.look],
  "no-script": [{ width: 320, scripts: false }, noScript.look],
};
const EMPTY = { name: "empty" };
const CLEAN = { name: "clean", red: {} };
const TOOLS = [...Object.keys(VISITS), "nu", "style"];

await withFolder(async (folder) => {
  const pages = [CLEAN, ...DEFECTS];
  for (const page of pages) writePage(folder, page);
  const { origin, close } = await serveFolder(folder);
  const browser = await launch();
  const files = await lookAtFiles(folder, pages);
  const queue = pages.values();
  const failures = [...(await silentTools(folder)), ...toolsWithoutDefect()];
  failures.push(...(await toolsThatNeedNothing(browser, origin, folder)));
  let passed = 0;
  const work = async () => {
    const windows = createWindows(browser, origin);
    for (const page of queue) {
      for (const tool of page === CLEAN ? TOOLS : Object.keys(page.red)) {
        const result = files[tool]?.get(page) ?? (await visit(windows, origin, page, tool));
        const failure = judge(page, tool, result);
        if (failure) failures.push(failure);
        else passed += 1;
      }
    }
  };
  await Promise.all([work(), work()]);
  await browser.close();
  await close();
  for (const failure of failures) console.log(`FAIL  ${failure}`);
  console.log(`defects: ${DEFECTS.length} pages with a defect, ${TOOLS.length} tools`);
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 && passed > DEFECTS.length ? 0 : 1;
});

/** Writes the clean page with one change under its own name; its style and script beside it. */
function writePage(folder, { name, file, from, to }) {
  mkdirSync(join(folder, "server"), { recursive: true });
  copyFileSync(join(SOURCE, "server/_headers"), join(folder, "server/_headers"));
  copyFileSync(join(SOURCE, "dot.svg"), join(folder, "dot.svg"));
  for (const file of ["_redirects", "htaccess.txt", "nginx.conf"]) copyFileSync(join(SOURCE, "server", file), join(folder, "server", file));
  for (const source of ["clean.html", "clean.css", "clean.js"]) {
    const text = readFileSync(join(SOURCE, source), "utf8");
    const changed = source === file ? text.replace(from, to) : text;
    if (source === file && changed === text) throw new Error(`defect ${name} changes nothing in ${file}`);
    writeFileSync(join(folder, source.replace("clean", name)), changed.replace(/clean\.(css|js)/g, `${name}.$1`));
  }
}

async function lookAtFiles(folder, pages) {
  const paths = pages.map(({ name, file }) => join(folder, `${name}${file === "clean.css" ? ".css" : ".html"}`));
  const results = await nu.lookAtFiles(paths);
  const styles = pages.map(({ name }) => styleRules.lookAtStyle(readFileSync(join(folder, `${name}.css`), "utf8")));
  return {
    nu: new Map(pages.map((page, at) => [page, results[at]])),
    style: new Map(pages.map((page, at) => [page, styles[at]])),
  };
}

async function visit(windows, origin, { name }, tool) {
  const [visitor, look] = VISITS[tool];
  const { page, notes } = await windows.windowFor(visitor);
  await page.goto(`${origin}/${name}.html`);
  const result = await look(page, tool === "privacy" ? notes : LOCAL_PAGE).catch((error) => {
    return { findings: [{ rule: "broke-off", text: error.message.split("\n")[0] }], looked: 1 };
  });
  return result;
}

function judge(page, tool, { findings, looked }) {
  const said = findings.map(({ rule, text }) => `${rule}: ${text}`);
  if (looked === 0) return `${tool} looked at nothing on ${page.name}`;
  if (page === CLEAN) return said.length > 0 ? `${tool} finds faults on the clean page: ${said.join("; ")}` : null;
  if (said.some((line) => line.toLowerCase().includes(page.red[tool].toLowerCase()))) return null;
  return `${tool} does not see ${page.name} (${page.red[tool]}); it says: ${said.join("; ") || "nothing"}`;
}

function toolsWithoutDefect() {
  const silent = TOOLS.filter((tool) => !DEFECTS.some((defect) => tool in defect.red));
  return silent.map((tool) => `no defect proves that ${tool} works`);
}

/** On a page with nothing in it every tool must say that something is wrong, or that it saw nothing. */
async function toolsThatNeedNothing(browser, origin, folder) {
  writeFileSync(join(folder, "empty.html"), "<!DOCTYPE html>\n");
  const failures = [];
  const windows = createWindows(browser, origin);
  for (const tool of Object.keys(VISITS).filter((tool) => tool !== "privacy")) {
    const { findings, looked } = await visit(windows, origin, EMPTY, tool);
    if (looked > 0 && findings.length === 0) failures.push(`${tool} is content with an empty page`);
  }
  await windows.closeAll();
  return failures;
}

/** Ways to be green without having looked. */
async function silentTools(folder) {
  const failures = [];
  const [absent] = await nu.lookAtFiles([join(folder, "not-there.html")]);
  if (absent.looked > 0) failures.push("nu says that it read a file that is not there");
  const twice = titles.compare([{ address: "a/", title: "Hulp" }, { address: "b/", title: "Hulp" }]);
  if (twice[1].findings.length === 0) failures.push("titles does not see two pages with one title");
  if (weight.weigh(randomBytes(weight.LIMITS.page), "page").findings.length === 0) failures.push("weight does not see a page that is too heavy");
  if (weight.weigh(Buffer.from(""), "page").looked > 0) failures.push("weight says that it weighed an empty page");
  const strictRules = parseHeaders(readFileSync(join(folder, "server/_headers"), "utf8"));
  const strict = policy.lookAtPolicy(folder, strictRules);
  if (strict.findings.length > 0) failures.push(`policy finds faults in the clean policy: ${JSON.stringify(strict.findings)}`);
  const lax = policy.lookAtPolicy(folder, parseHeaders("/*\n  Content-Security-Policy: default-src 'self' 'unsafe-inline'"));
  if (lax.findings.length < 6) failures.push("policy does not see a weak policy");
  const loose = policy.lookAtPolicy(folder, parseHeaders(""));
  if (!loose.findings.some(({ rule }) => rule === "other-servers")) failures.push("policy is content with servers when there is no policy");
  writeFileSync(join(folder, "server/_redirects"), "/oud/* /nieuw/:splat 302\n  Content-Security-Policy: none\n");
  const odd = policy.lookAtPolicy(folder, strictRules);
  if (odd.findings.length !== 2) failures.push("policy does not see lines in _redirects that are not permanent redirects");
  rmSync(join(folder, "server/_redirects"));
  if (policy.lookAtPolicy(folder, strictRules).findings.length === 0) failures.push("policy does not miss a file for a server");
  const report = createReport();
  demandAll(report, "site", ["axe"]);
  if (printReport(report, () => {})) failures.push("a check that never ran is not missed");
  if (styleRules.lookAtStyle("/* niets */").looked > 0) failures.push("style says that it saw something in an empty style sheet");
  const unprotected = await serveFolder(SOURCE + "/server").then(({ close }) => close().then(() => true), () => false);
  if (unprotected) failures.push("the server starts without a server configuration");
  return failures;
}
