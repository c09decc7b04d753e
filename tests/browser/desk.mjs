// An editor's desk: a new site in a temporary folder, a municipality in it, and the preview of it.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

/** Makes the site of one municipality with the program; `close` takes it away. */
export function makeSite(program, name = "Leiden", key = "leiden") {
  const { run, ...desk } = emptyDesk(program);
  run("new");
  run("new", "gemeente", name);
  const file = join(desk.folder, "municipalities", `${key}.yaml`);
  const read = () => readFileSync(file, "utf8");
  return {
    ...desk,
    run,
    file,
    read,
    replace(from, to) {
      const text = read();
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      writeFileSync(file, text.replace(from, to));
    },
  };
}

/**
 * A site of Leiden that says how many months help takes, and the preview of it; `close` takes everything away. The file is
 * filled in before the preview starts, so that its first reading finds it whole.
 */
export async function openDesk(program, months) {
  const site = makeSite(program);
  fillIn(site, months);
  return { ...site, ...(await show(program, site, ["--gemeente", "leiden"])) };
}

/** Makes the site of all municipalities with the program, and shows it. */
export async function openCountry(program) {
  const { run, ...desk } = emptyDesk(program);
  run("new", "--met-gemeenten");
  return { ...desk, ...(await show(program, desk, [])) };
}

function emptyDesk(program) {
  const folder = mkdtempSync(join(tmpdir(), "ouderwijzer-"));
  const run = (...words) => execFileSync(resolve(program), words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  return { folder, run, close: () => rmSync(folder, { recursive: true, force: true }) };
}

async function show(program, desk, words) {
  const preview = spawn(resolve(program), ["serve", ...words, "--port", "0", "--datum", "2026-11-22"], {
    cwd: desk.folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const address = (await firstLine(preview)).replace("Voorbeeld: ", "");
  const close = () => {
    preview.kill();
    desk.close();
  };
  return { address, close };
}

async function firstLine(preview) {
  const lines = createInterface({ input: preview.stdout });
  for await (const line of lines) return line;
  throw new Error("the preview stopped before it said its address");
}

/** A known duration with its source, as an editor fills it in. */
export function fillIn(desk, months) {
  desk.replace("# peildatum: 2026-11-22\n\n# Hoe zeker", "peildatum: 2026-11-22\n\n# Hoe zeker");
  desk.replace("status: onbekend", "status: gedateerd");
  desk.replace("  streef: onbekend", `  streef: ${months} maanden`);
  desk.replace("  uitgesteld_onderzoek: onbekend\n  # Waar dit staat.\n  # bron: [naam-van-de-bron]", "  uitgesteld_onderzoek: onbekend\n  # Waar dit staat.\n  bron: [verordening]");
  desk.replace(
    "# bronnen:\n#   naam-van-de-bron:\n#     titel: Verordening jeugdhulp\n#     jaar: 2026\n#     soort: gemeentestuk",
    "bronnen:\n  verordening:\n    titel: Verordening jeugdhulp\n    jaar: 2026\n    soort: gemeentestuk",
  );
}

/** What the panel of the preview says. */
export function panel(page) {
  return page.locator("ouderwijzer-voorbeeld section");
}
