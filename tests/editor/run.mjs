// What somebody sees who types in a municipality file in VS Code, asked of the real language server, without a network.
// Use: node run.mjs <command that runs ouderwijzer …>

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { start } from "./server.mjs";

const project = join(dirname(fileURLToPath(import.meta.url)), "../..");
const [program, ...first] = process.argv.slice(2);
const site = mkdtempSync(join(tmpdir(), "ouderwijzer-editor-"));
for (const folder of ["content", "municipalities"]) cpSync(join(project, folder), join(site, folder), { recursive: true });
execFileSync(program, [...first, "schema", "--map", site], { cwd: project, stdio: ["ignore", "ignore", "inherit"] });

const line = "# yaml-language-server: $schema=../schema/gemeente.schema.json\n";
const leiden = `${line}gemeente: { naam: Leiden, code: GM0546 }\n`;
const folder = "municipalities";
const server = await start(site);
let passed = 0;
let failed = 0;

async function test(name, look) {
  try {
    await look();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED: ${name}\n${error.message}\n`);
  }
}

const labels = (found) => found.map(([label]) => label);
const said = (found, label) => found.find(([other]) => other === label)?.[1] ?? "";

await test("the keys of a block are offered, in Dutch", async () => {
  const found = await server.completions(folder, `${leiden}duur:\n  |`);
  assert.deepEqual(labels(found), ["streef", "maximum", "verlenging", "uitgesteld_onderzoek", "bron", "peildatum"]);
  assert.match(said(found, "streef"), /De tijd waar de gemeente naar streeft\./);
  assert.match(said(found, "streef"), /Bijvoorbeeld: `3 maanden`/);
});

await test("a key of another kind of file is not offered", async () => {
  const found = labels(await server.completions(folder, `${line}|`));
  assert.ok(found.includes("overleg") && found.includes("opgegaan_in"));
  assert.ok(!found.includes("binnen"));
  const region = "# yaml-language-server: $schema=../../schema/regio.schema.json\n";
  const inRegion = labels(await server.completions("municipalities/regios", `${region}|`));
  assert.ok(inRegion.includes("binnen") && !inRegion.includes("opgegaan_in"));
});

await test("the values of a choice are offered, each with its meaning", async () => {
  const found = await server.completions(folder, `${leiden}status: |`);
  assert.deepEqual(labels(found), ["actueel", "gedateerd", "onbekend"]);
  assert.match(said(found, "gedateerd"), /oudere stukken/);
});

await test("a list of choices offers its words", async () => {
  const found = await server.completions(folder, `${leiden}uitvoering:\n  door: [|]`);
  assert.deepEqual(labels(found), ["gi", "lokaal_team", "gemeentelijke_consulent", "veilig_thuis", "geen_apart_traject"]);
});

await test("unknown is offered where it is a value, with what it does", async () => {
  const found = await server.completions(folder, `${leiden}duur:\n  maximum: |`);
  assert.ok(labels(found).includes("geen"));
  assert.match(said(found, "onbekend"), /een vraag die een ouder kan stellen/);
});

await test("the names of the site are offered, with what they stand for", async () => {
  assert.match(said(await server.completions(folder, `${leiden}regio: |`), "holland-rijnland"), /Holland Rijnland/);
  assert.match(said(await server.completions(folder, `${leiden}duur:\n  bron: [|]`), "Jw"), /Jeugdwet/);
  assert.ok(labels(await server.completions(folder, `${leiden}feiten: [|]`)).includes("C-02"));
  assert.ok(labels(await server.completions(folder, `${leiden}klacht:\n  ombudsman: |`)).includes("nationale-ombudsman"));
  assert.match(said(await server.completions(folder, `${line}gemeente:\n  code: |`), "GM0546"), /Leiden/);
});

await test("a contact is a sentence or a card, and the keys of a card are offered", async () => {
  const found = labels(await server.completions(folder, `${leiden}klacht:\n  gi:\n    |`));
  for (const key of ["naam", "website", "telefoon", "email"]) assert.ok(found.includes(key), key);
});

await test("a hover explains a key and a choice", async () => {
  const key = await server.hover(folder, `${leiden}duur:\n  str|eef: 3 maanden\n`);
  assert.match(key, /Gewone duur/);
  assert.match(key, /De tijd waar de gemeente naar streeft\./);
  const choice = await server.hover(folder, `${leiden}overleg:\n  vorm: cas|usoverleg\n`);
  assert.match(choice, /Een overleg van hulpverleners over één gezin\./);
});

await test("a wrong key is marked at its line, with the keys that there are", async () => {
  const found = await server.marked(folder, `${leiden}duur:\n  maximun: 3 maanden\n`);
  assert.equal(found.length, 1, JSON.stringify(found));
  assert.equal(found[0][0], 4);
  assert.match(found[0][1], /hier kunnen alleen deze sleutels staan: `streef`, `maximum`/);
});

await test("a wrong choice, a wrong form and a wrong kind are marked in Dutch", async () => {
  const found = await server.marked(folder, `${leiden}status: misschien\npeildatum: 22-11-2026\nfeiten: C-02\n`);
  const about = (number) => found.filter(([line]) => line === number).map(([, message]) => message).join();
  assert.match(about(3), /u kunt kiezen uit: `actueel`, `gedateerd`, `onbekend`/);
  assert.match(about(4), /schrijf een datum als `2026-11-22`/);
  assert.match(about(5), /hier hoort een lijst/);
});

await test("a name that the site does not have is marked", async () => {
  const found = await server.marked(folder, `${leiden}regio: holand-rijnland\nfeiten: [C-99]\n`);
  assert.deepEqual(found.map(([number]) => number).sort(), [3, 4], JSON.stringify(found));
});

await test("our own files have no marks", async () => {
  const names = readdirSync(join(project, folder)).filter((name) => name.endsWith(".yaml"));
  assert.ok(names.length > 40);
  for (const name of names) {
    const found = await server.marked(folder, line + readFileSync(join(project, folder, name), "utf8"));
    assert.deepEqual(found, [], name);
  }
});

await test("our own files of content have no marks, with every kind of schema", async () => {
  const kinds = { site: "site", stappen: "stappen", feiten: "feiten", bronnen: "bronnen", rechten: "rechten", routes: "routes", organisaties: "organisaties", landelijk: "landelijk", "nl/overgangen": "overgang-woorden", "nl/organisaties": "organisatie-woorden", "nl/woordenlijst": "woordenlijst", "nl/taal": "taal" };
  for (const [file, kind] of Object.entries(kinds)) {
    const text = readFileSync(join(project, "content", `${file}.yaml`), "utf8");
    const found = await server.marked("content", `# yaml-language-server: $schema=../schema/${kind}.schema.json\n${text}`);
    assert.deepEqual(found, [], file);
  }
});

await test("nothing is asked of the network", async () => assert.deepEqual(await server.stop(), []));

rmSync(site, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
