// Looks at built folders in a browser:  node run.mjs [--beelden <folder>] [--only axe,print] <folder> …
// Ends well only if every check found nothing and looked at something.

import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as alfa from "./alfa.mjs";
import * as axe from "./axe.mjs";
import { launch, openPage } from "./browser.mjs";
import * as focus from "./focus.mjs";
import * as forcedColors from "./forced-colors.mjs";
import * as noScript from "./no-script.mjs";
import * as nu from "./nu.mjs";
import * as ownRules from "./own-rules.mjs";
import { listPages, onePerKind, onePerKindAndLanguage } from "./pages.mjs";
import * as print from "./print.mjs";
import * as privacy from "./privacy.mjs";
import * as reflow from "./reflow.mjs";
import { addResult, createReport, printReport } from "./report.mjs";
import { serveFolder } from "./server.mjs";
import * as styleRules from "./style-rules.mjs";
import * as titles from "./titles.mjs";

const WORKERS = 2;

const PHONE = { width: 320, scheme: "light", unfold: true };
const DESK = { width: 1280, scheme: "light" };
const DARK = { width: 1280, scheme: "dark" };
const NO_SCRIPT = { width: 1280, scheme: "light", scripts: false };

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { beelden: { type: "string" }, only: { type: "string" } },
});
const only = options.only?.split(",");

/** Which looks each page gets. All pages get the quick ones, one page of each kind the slow ones. */
function planVisits(pages) {
  const alive = pages.filter((page) => page.kind !== "forward" && page.kind !== "hub: forward");
  const ofEachKind = new Set(onePerKind(alive));
  const samples = new Set(onePerKindAndLanguage(alive));
  const deep = [...samples].filter((page, at) => page.language === "nl" || at % 3 === 0);
  const visits = [];
  const visit = (pages, visitor, looks) => visits.push(...pages.map((page) => ({ page, visitor, looks })));
  visit(alive.filter((page) => !ofEachKind.has(page)), PHONE, [ownRules, reflow, privacy]);
  visit([...ofEachKind], PHONE, [ownRules, axe, reflow, privacy]);
  visit([...samples], DESK, [ownRules, axe, focus, reflow, forcedColors, print, privacy]);
  visit(deep, DESK, [alfa]);
  visit([...samples], DARK, [contrast]);
  visit([...samples], NO_SCRIPT, [noScript]);
  return visits;
}

const contrast = { name: "contrast", look: axe.lookAtContrast };

async function lookAtSite(browser, folder, report) {
  const site = basename(folder);
  const pages = listPages(folder);
  const { origin, close } = await serveFolder(folder);
  const visits = planVisits(pages).map(keepOnly).filter((visit) => visit.looks.length > 0);
  const queue = visits.values();
  const work = async () => {
    const windows = new Map();
    for (const visit of queue) await lookAtPage(browser, windows, origin, visit, site, report);
    for (const { page } of windows.values()) await page.context().close();
  };
  const files = lookAtFiles(folder, pages, site, report);
  await Promise.all([...Array(WORKERS)].map(work));
  await files;
  await close();
  return pages;
}

function keepOnly(visit) {
  return { ...visit, looks: visit.looks.filter((look) => !only || only.includes(look.name)) };
}

async function lookAtPage(browser, windows, origin, { page: where, visitor, looks }, site, report) {
  const { page, notes } = await windowFor(browser, windows, origin, visitor);
  const response = await page.goto(`${origin}/${where.address}`);
  const status = response.status() === where.status ? [] : [{ rule: "status", text: `answers ${response.status()}`, target: "" }];
  const name = `/${where.address}`;
  addResult(report, `${site} status`, name, { findings: status, looked: 1 });
  where.title ??= await page.title();
  if (visitor.unfold) await page.evaluate(unfold);
  for (const look of looks) {
    const started = performance.now();
    const result = await look.look(page, look === privacy ? notes : where).catch(asFinding);
    addResult(report, `${site} ${look.name} ${visitor.width} ${visitor.scheme}`, name, result);
    seconds.set(look.name, (seconds.get(look.name) ?? 0) + (performance.now() - started) / 1000);
  }
  if (options.beelden && looks.includes(axe)) await keepPicture(page, where, visitor, site);
}

const seconds = new Map();

/** What is folded in is checked too: on the phone everything is unfolded. */
function unfold() {
  for (const details of document.querySelectorAll("details")) details.open = true;
}

function asFinding(error) {
  return { findings: [{ rule: "broke-off", text: error.message.split("\n")[0], target: "" }], looked: 1 };
}

async function windowFor(browser, windows, origin, visitor) {
  if (!windows.has(visitor)) {
    const page = await openPage(browser, visitor);
    windows.set(visitor, { page, notes: privacy.listen(page, origin) });
  }
  return windows.get(visitor);
}

async function lookAtFiles(folder, pages, site, report) {
  const styles = readdirSync(folder).filter((file) => file.endsWith(".css")).map((file) => join(folder, file));
  const isWanted = (check) => !only || only.includes(check.name);
  if (isWanted(styleRules)) {
    for (const file of styles) addResult(report, `${site} style`, basename(file), styleRules.lookAtStyle(readFileSync(file, "utf8")));
  }
  if (isWanted(nu)) {
    const files = [...new Set([...pages.map((page) => page.file), ...styles])];
    for (const { file, ...result } of await nu.lookAtFiles(files)) addResult(report, `${site} nu`, file.slice(folder.length + 1), result);
  }
}

async function keepPicture(page, where, visitor, site) {
  const name = `${site}/${where.address.replace(/\/$/, "") || "hub"}`.replaceAll("/", "-");
  mkdirSync(options.beelden, { recursive: true });
  await page.screenshot({ path: join(options.beelden, `${name}-${visitor.width}-${visitor.scheme}.png`), fullPage: true });
}

async function main() {
  if (folders.length === 0) throw new Error("name at least one built folder");
  const report = createReport();
  const browser = await launch();
  for (const folder of folders.map((folder) => resolve(folder))) {
    const started = performance.now();
    const pages = await lookAtSite(browser, folder, report);
    for (const { page, ...result } of titles.compare(pages.filter((page) => page.title))) {
      if (page.status === 200) addResult(report, `${basename(folder)} titles`, `/${page.address}`, result);
    }
    const kinds = new Set(pages.map((page) => page.kind));
    const took = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${basename(folder)}: ${pages.length} pages of ${kinds.size} kinds, ${took} s`);
  }
  await browser.close();
  console.log([...seconds].map(([name, time]) => `${name} ${time.toFixed(0)} s`).join(", "));
  process.exitCode = printReport(report) ? 0 : 1;
}

await main();
