// The administration page as an editor meets it: a site with `new beheer`, built and served, and a folder of files that the
// browser may change in place of the folder that an editor would choose.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { fillIn, makeSite } from "./desk.mjs";
import { serveFolder } from "./server.mjs";

/** The folder of the project whose packages are installed. */
export const INSTALLED = join(dirname(fileURLToPath(import.meta.url)), "../../beheer");

/** A site with a file of Leiden that an editor filled in, and its administration page, built. */
export function buildAdmin(program, months = 3) {
  const site = makeSite(program);
  fillIn(site, months);
  site.run("fmt");
  const said = site.run("new", "beheer", "--opslag", "gemeente/ouderwijzer");
  const folder = join(site.folder, "beheer");
  for (const name of ["package.json", "package-lock.json"]) {
    const [made, installed] = [join(folder, name), join(INSTALLED, name)].map((path) => readFileSync(path, "utf8"));
    if (made !== installed) throw new Error(`${name} of the new page is not the one that is installed`);
  }
  symlinkSync(join(INSTALLED, "node_modules"), join(folder, "node_modules"));
  execFileSync(process.execPath, [join(INSTALLED, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { ...site, said, admin: folder };
}

export function serveAdmin({ admin }) {
  return serveFolder(join(admin, "dist"));
}

/** All files that an editor may open, as [path, text]. */
export function siteFiles({ folder }) {
  const listed = (dir) =>
    readdirSync(dir).flatMap((name) => {
      const path = join(dir, name);
      return statSync(path).isDirectory() ? listed(path) : [path];
    });
  const paths = ["content", "municipalities"].flatMap((name) => listed(join(folder, name)));
  return paths.filter((path) => /\.(yaml|md)$/.test(path)).map((path) => [relative(folder, path), readFileSync(path, "utf8")]);
}

/** Puts the files in a folder of the browser itself, and gives that folder when the page asks for one. */
export async function lendFolder(page, files) {
  await page.addInitScript(() => {
    window.showDirectoryPicker = () => navigator.storage.getDirectory();
  });
  return async () => {
    await page.evaluate(async (files) => {
      const root = await navigator.storage.getDirectory();
      await root.getDirectoryHandle(".git", { create: true });
      for (const [path, text] of files) {
        const names = path.split("/");
        let folder = root;
        for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
        const file = await folder.getFileHandle(names.at(-1), { create: true });
        const stream = await file.createWritable();
        await stream.write(text);
        await stream.close();
      }
    }, files);
  };
}

/** The text of a file in the folder of the browser. */
export function lentFile(page, path) {
  return page.evaluate(async (path) => {
    const names = path.split("/");
    let folder = await navigator.storage.getDirectory();
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
    return (await (await folder.getFileHandle(names.at(-1))).getFile()).text();
  }, path);
}


/** Presses the button for working with a folder, with the keyboard, and waits for the list of files. */
export async function startWorking(page) {
  const button = page.getByRole("button", { name: /lokale repository/ });
  await button.waitFor();
  await page.keyboard.press("Tab");
  for (let step = 0; step < 10 && !(await button.evaluate((element) => element === document.activeElement)); step += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.getByText("Regio's", { exact: true }).first().waitFor();
}

/** Opens a file in the editor of the CMS. */
export async function openFile(page, origin, path) {
  await page.goto(`${origin}/#/collections/${path}`);
  await page.getByRole("button", { name: "Opslaan" }).waitFor();
}

/** Saves, and waits until the CMS says so by closing the editor. */
export async function save(page) {
  const button = page.getByRole("button", { name: "Opslaan" });
  await button.click();
  await button.waitFor({ state: "detached" });
}

/**
 * A field in a block that is folded in. While the editor is still being drawn its parts move, and a click may land on the
 * mark beside the button, which takes the block away: a key goes to the button itself. One that comes too soon is lost.
 */
export async function fieldIn(page, block, label) {
  const section = page.getByRole("group", { name: block }).first();
  const field = section.getByRole("textbox", { name: label }).first();
  await section.waitFor();
  for (let attempt = 0; attempt < 60 && !(await field.isVisible()); attempt += 1) {
    const fold = section.getByRole("button", { name: "Uitvouwen" }).first();
    if (await fold.isVisible()) await fold.press("Enter");
    await page.waitForTimeout(500);
  }
  return field;
}
