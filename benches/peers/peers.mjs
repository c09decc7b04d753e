// The same country made by others, side by side in one run: ours, Hugo, Eleventy and Zola, and the floor under ours.
//   node benches/peers/peers.mjs <program> [municipalities] [pages] [rounds]
// Each makes `municipalities` × 2 languages × `pages` pages (when left out: as many as our own build makes) from our texts and
// our open data, the way its handbook advises. What is not installed is skipped, and the table says so:
//   apt-get install hugo    npm ci --prefix benches/peers    zola on PATH, or its place in ZOLA
// It writes gigabytes below a temporary folder, which goes at the end, and nothing is removed between rounds.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { readCountry } from "./country.mjs";
import * as eleventy from "./eleventy.mjs";
import * as hugo from "./hugo.mjs";
import * as zola from "./zola.mjs";

const [program, ...numbers] = process.argv.slice(2);
if (!program) throw new Error("name the program: node benches/peers/peers.mjs <program> [municipalities] [pages] [rounds]");
const [asked, askedPages, rounds = 1] = numbers.map(Number);
const project = resolve(import.meta.dirname, "../..");
const work = mkdtempSync(join(tmpdir(), "ouderwijzer-peers-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

const site = copyOfOurSite();
const keys = municipalities().slice(0, asked || undefined);
const own = ours();
run(own.build("eerst"));
const country = readCountry(project, join(work, "eerst"), keys, askedPages);
console.log(`${keys.length} municipalities, 2 languages, ${country.pages.length} pages each for the others; ${rounds} round(s)\n`);
console.log("| | pages | kB a page | clean, s | user CPU, s | for 1,000 pages, CPU s | peak, MB | nothing changed, s (CPU) | one value, s (CPU) |");
console.log("|---|---|---|---|---|---|---|---|---|");
report("ours", own);
for (const [name, peer] of [["Hugo", hugo], ["Eleventy", eleventy], ["Zola", zola]]) {
  const version = peer.version();
  if (version) report(`${name} ${version}`, peer.write(country, join(work, name.toLowerCase()), work));
  else console.log(`| ${name} | not measured: it is not installed | | | | | | | |`);
}
floor();

/** Folders that our build reads, so that a value can be changed. */
function copyOfOurSite() {
  const copy = join(work, "site");
  for (const folder of ["content", "municipalities"]) cpSync(join(project, folder), join(copy, folder), { recursive: true });
  return copy;
}

/** Keys of all municipalities; Leiden first, because a value of it is changed. */
function municipalities() {
  const rows = readFileSync(join(site, "content/register/gemeenten.csv"), "utf8").trim().split("\n");
  const column = rows[0].split(",").indexOf("sleutel");
  const keys = rows.slice(1).map((row) => row.split(",")[column]);
  return ["leiden", ...keys.filter((key) => key !== "leiden")];
}

function ours() {
  // All of them is not a choice: a run for a part leaves no mark of the whole.
  const chosen = asked && asked < municipalities().length ? ["--gemeente", keys.join(",")] : [];
  const build = (output) => ({
    command: resolve(program),
    arguments: ["build", "--map", site, "--output", join(work, output), "--datum", "2026-11-22", ...chosen],
  });
  const words = (round) => `klopte dat niet: bladzijde ${241 + round}.`;
  const change = (round) => replace(join(site, "municipalities/leiden.yaml"), /klopte dat niet.*/, words(round));
  return { build, change, output: (name) => join(work, name) };
}

function replace(file, what, by) {
  const text = readFileSync(file, "utf8");
  const changed = text.replace(what, by);
  if (changed === text) throw new Error(`nothing to change in ${file}`);
  writeFileSync(file, changed);
}

/** Runs a command and gives wall seconds, user CPU seconds and peak MB. */
function run({ command, arguments: list, folder, environment = {} }) {
  const notes = join(work, "tijd.txt");
  const timed = ["-o", notes, "-f", "%e %U %M", command, ...list];
  const done = spawnSync("/usr/bin/time", timed, { cwd: folder, env: { ...process.env, ...environment }, encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`${command} failed: ${(done.stderr || done.stdout || String(done.error)).slice(-2000)}`);
  const [wall, cpu, kilobytes] = readFileSync(notes, "utf8").trim().split("\n").at(-1).split(" ").map(Number);
  return { wall, cpu, memory: kilobytes / 1024 };
}

function report(name, peer) {
  const [clean, again, value] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const build = peer.build(`${name.split(" ")[0]}-${round}`);
    clean.push(run(build));
    again.push(run(build));
    peer.change(round);
    value.push(run(build));
  }
  const made = pagesBelow(peer.output(`${name.split(" ")[0]}-0`));
  const middle = (runs, what) => runs.map((one) => one[what]).toSorted((one, other) => one - other)[Math.floor(runs.length / 2)];
  const cpu = middle(clean, "cpu");
  const both = (runs) => `${middle(runs, "wall").toFixed(2)} (${middle(runs, "cpu").toFixed(2)})`;
  const numbers = [
    middle(clean, "wall").toFixed(2), cpu.toFixed(2), ((cpu * 1000) / made.count).toFixed(2),
    middle(clean, "memory").toFixed(0), both(again), both(value),
  ];
  console.log(`| ${name} | ${made.count} | ${(made.bytes / made.count / 1000).toFixed(1)} | ${numbers.join(" | ")} |`);
}

/** What a program takes that only writes our files: `benches/floor.rs`. */
function floor() {
  const list = ["bench", "--quiet", "--bench", "floor", "--", join(work, "ours-0")];
  const said = spawnSync("cargo", list, { cwd: project, encoding: "utf8" });
  const seconds = said.stdout?.match(/floor ([\d.]+) s/)?.[1];
  if (!seconds) throw new Error(`the floor was not measured: ${said.stderr}`);
  console.log(`| floor: writing our files and nothing else | | | ${seconds} | | | | | |`);
}

function pagesBelow(folder) {
  const made = { count: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith(".html")) continue;
    made.count += 1;
    made.bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  if (made.count === 0) throw new Error(`no page in ${folder}`);
  return made;
}
