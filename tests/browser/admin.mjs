// The administration page in a real browser:  node admin.mjs <program>
// Builds it, serves it on loopback under its own policy, lends the browser the files of a site, and edits as an editor does.

import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as axe from "./axe.mjs";
import { launch } from "./browser.mjs";
import { INSTALLED, buildAdmin, fieldIn, lendFolder, lentFile, openFile, save, serveAdmin, siteFiles, startWorking } from "./cms.mjs";

const program = process.argv[2];
if (!program) throw new Error("name the program: node admin.mjs <program>");
const yaml = createRequire(join(INSTALLED, "package.json"))("yaml");
const here = dirname(fileURLToPath(import.meta.url));
const LEIDEN = "municipalities/leiden.yaml";
const STAGE = "content/nl/stappen/vto.md";

const proofs = {
  "every file keeps its letters when it is only opened": async ({ site }) => {
    const config = join(site.admin, "config.yml");
    console.log(execFileSync(process.execPath, [join(here, "cms-forms.mjs"), config, join(here, "../..")], { encoding: "utf8" }).trim());
  },
  "making it again renews nothing, and a changed file of ours is refused": async ({ site }) => {
    assert.match(site.run("new", "beheer"), /was al bij/);
    const file = join(site.admin, "src/page.css");
    writeFileSync(file, "/* van mij */\n");
    assert.throws(() => site.run("new", "beheer"), /src\/page\.css/);
  },
  "our own page is Dutch, and axe finds nothing in it, also when the CMS does not come": async ({ browser, origin }) => {
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ colorScheme, locale: "en-US", viewport: { width: 320, height: 640 } });
      await page.route(/\/assets\/npm-.*\.js$/, (route) => route.abort());
      await page.goto(`${origin}/`);
      await page.getByText("Het beheer kan niet starten.").waitFor();
      assert.equal(await page.locator("html").getAttribute("lang"), "nl");
      const { findings, looked } = await axe.look(page);
      assert.ok(looked > 10, `axe looked at ${looked} rules`);
      assert.deepEqual(findings, []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, "it sticks out");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Opnieuw proberen");
      await page.close();
    }
  },
  "the CMS speaks Dutch to a browser that does not, and its button can be reached with the keyboard": async ({ page, begin }) => {
    await begin();
    assert.equal(await page.title(), "Beheer van Ouderwijzer");
    await startWorking(page);
    await page.getByRole("option", { name: /Gemeenten/ }).or(page.getByText("Gemeenten", { exact: true })).first().waitFor();
    const words = await page.locator("body").innerText();
    for (const word of ["Gemeenten", "Regio's", "Teksten: stappen", "Woorden"]) assert.ok(words.includes(word), `no ${word}`);
    for (const word of ["Collections", "Settings", "Search for"]) assert.ok(!words.includes(word), `it says ${word}`);
  },
  "what holds for the whole country is not in the list": async ({ site }) => {
    const config = yaml.parse(readFileSync(join(site.admin, "config.yml"), "utf8"));
    const files = config.collections.flatMap(({ folder, files }) => folder ?? files.map(({ file }) => file));
    assert.ok(files.length >= 8, `${files.length} groups of files`);
    assert.deepEqual(files.filter((file) => !/^(municipalities|content\/(\{\{locale\}\}|nl|en)\/)/.test(file)), []);
  },
  "a save changes the duration of Leiden and nothing else": async ({ page, site, origin }) => {
    const before = await lentFile(page, LEIDEN);
    await openFile(page, origin, "gemeenten/entries/leiden");
    const field = await fieldIn(page, "Hoe lang?", "Gewone duur");
    assert.equal(await field.inputValue(), "3 maanden");
    await field.fill("4 maandne");
    await page.getByRole("button", { name: "Opslaan" }).click();
    await page.getByText("schrijf een tijd als '3 maanden'").first().waitFor();
    assert.equal(await lentFile(page, LEIDEN), before, "a wrong value is not saved");
    await field.fill("4 maanden");
    await save(page);
    const after = await lentFile(page, LEIDEN);
    const expected = yaml.parse(before);
    expected.duur.streef = "4 maanden";
    assert.deepEqual(yaml.parse(after), expected);
    assert.equal(after, before.replace("streef: 3 maanden", "streef: 4 maanden"), "also every remark stays");
    writeFileSync(site.file, after);
    for (const words of [["check", "--gemeente", "leiden", "--datum", "2026-11-22"], ["fmt", "--check"]]) site.run(...words);
  },
  "a save of a Dutch text changes that text and leaves the English one": async ({ page, origin }) => {
    const [before, english] = [await lentFile(page, STAGE), await lentFile(page, STAGE.replace("/nl/", "/en/"))];
    await openFile(page, origin, "stappen/entries/vto");
    for (const language of ["Nederlands", "Engels"]) await page.getByRole("button", { name: language }).first().waitFor();
    const field = page.getByRole("textbox", { name: "Korte naam" }).first();
    assert.equal(await field.inputValue(), "Verzoek tot onderzoek (VTO)");
    await field.fill("Vraag om onderzoek (VTO)");
    await save(page);
    const after = await lentFile(page, STAGE);
    assert.equal(after, before.replace("kort: Verzoek tot onderzoek (VTO)", "kort: Vraag om onderzoek (VTO)"));
    assert.equal(await lentFile(page, STAGE.replace("/nl/", "/en/")), english);
  },
};

const site = buildAdmin(program);
const server = await serveAdmin(site);
const browser = await launch();
try {
  const { origin } = server;
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const trouble = [];
  const isOurs = (url) => url.startsWith(origin) || /^(data|blob):/.test(url);
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("request", (request) => isOurs(request.url()) || trouble.push(`asked ${request.url()}`));
  const lend = await lendFolder(page, siteFiles(site));
  const begin = async () => {
    await page.goto(`${origin}/`);
    await lend();
  };
  for (const [name, proof] of Object.entries(proofs)) {
    await proof({ page, site, origin, browser, begin });
    console.log(`ok: ${name}`);
  }
  assert.deepEqual(trouble, [], "the policy holds and nothing is asked from elsewhere");
  console.log(`${Object.keys(proofs).length} proofs of the administration page`);
} finally {
  await browser.close();
  await server.close();
  site.close();
}
