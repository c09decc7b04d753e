// Looks at built folders in a browser:  node run.mjs [--beelden <folder>] [--only axe,print] <folder> …
// Ends well only if every check found nothing and looked at something.

import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createWindows, launch } from "./browser.mjs";
import * as nu from "./nu.mjs";
import { listPages } from "./pages.mjs";
import { CHECKS, planVisits } from "./plan.mjs";
import * as policy from "./policy.mjs";
import * as privacy from "./privacy.mjs";
import { addResult, createReport, demandAll, printReport } from "./report.mjs";
import { serveFolder } from "./server.mjs";
import * as styleRules from "./style-rules.mjs";
import * as titles from "./titles.mjs";
import * as weight from "./weight.mjs";

const WORKERS = 2;
const ALL_CHECKS = [...CHECKS, nu.name, styleRules.name, weight.name];

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { beelden: { type: "string" }, only: { type: "string" } },
});
const only = options.only?.split(",");

async function lookAtSite(browser, folder, report) {
  const site = basename(folder);
  const pages = listPages(folder);
  if (pages.length === 0) throw new Error(`${folder} holds no pages`);
  const { origin, rules, close } = await serveFolder(folder);
  addResult(report, `${site} policy`, "server/", policy.lookAtPolicy(folder, rules));
  const visits = planVisits(pages).map(keepOnly).filter((visit) => visit.looks.length > 0);
  const queue = visits.values();
  const work = async () => {
    const windows = createWindows(browser, origin);
    for (const visit of queue) await lookAtPage(windows, origin, visit, site, report);
    await windows.closeAll();
  };
  const files = lookAtFiles(folder, pages, site, report);
  await Promise.all([...Array(WORKERS)].map(work));
  await files;
  await close();
  demandAll(report, site, ALL_CHECKS.filter((name) => !only || only.includes(name)));
  return pages;
}

function keepOnly(visit) {
  return { ...visit, looks: visit.looks.filter((look) => !only || only.includes(look.name)) };
}

async function lookAtPage(windows, origin, { page: where, visitor, looks }, site, report) {
  const { page, notes } = await windows.windowFor(visitor);
  const name = `/${where.address}`;
  const opened = await open(page, origin, where).catch(asFinding);
  addResult(report, `${site} opens`, name, opened);
  if (opened.findings.length > 0) return;
  if (visitor.unfold) await page.evaluate(unfold);
  for (const look of looks) {
    const started = performance.now();
    const result = await look.look(page, look === privacy ? notes : where).catch(asFinding);
    addResult(report, `${site} ${look.name} ${visitor.width} ${visitor.scheme}`, name, result);
    seconds.set(look.name, (seconds.get(look.name) ?? 0) + (performance.now() - started) / 1000);
  }
  if (options.beelden && visitor.picture) await keepPicture(page, where, visitor, site);
}

const seconds = new Map();

async function open(page, origin, where) {
  const response = await page.goto(`${origin}/${where.address}`);
  where.title ??= await page.title();
  const isRight = response.status() === where.status;
  return { findings: isRight ? [] : [{ rule: "status", text: `answers ${response.status()}`, target: "" }], looked: 1 };
}

function unfold() {
  for (const details of document.querySelectorAll("details")) details.open = true;
}

function asFinding(error) {
  return { findings: [{ rule: "broke-off", text: error.message.split("\n")[0], target: "" }], looked: 1 };
}

async function lookAtFiles(folder, pages, site, report) {
  const styles = readdirSync(folder).filter((file) => file.endsWith(".css")).map((file) => join(folder, file));
  const isWanted = (check) => !only || only.includes(check.name);
  if (isWanted(styleRules)) {
    for (const file of styles) addResult(report, `${site} style`, basename(file), styleRules.lookAtStyle(readFileSync(file, "utf8")));
  }
  if (isWanted(weight)) {
    const letters = readdirSync(folder).filter((file) => file.endsWith(".woff2")).map((file) => [join(folder, file), "letters"]);
    const files = [...pages.map(({ file }) => [file, "page"]), ...styles.map((file) => [file, "style"]), ...letters];
    for (const [file, kind] of files) addResult(report, `${site} weight`, file.slice(folder.length + 1), weight.weigh(readFileSync(file), kind));
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
  const unknown = (only ?? []).filter((name) => !ALL_CHECKS.includes(name));
  if (unknown.length > 0) throw new Error(`there is no check ${unknown.join(", ")}`);
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
