// Starts Debian's Chromium and opens pages in it, as a given visitor sees them.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium without a sandbox only for root, who cannot have one. */
export function launch() {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: asRoot ? [...QUIET, "--no-sandbox"] : QUIET,
  });
}

/** A visitor: how wide the window is, light or dark, with scripts or without. */
export async function openPage(browser, { width, scheme = "light", scripts = true }) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 640 : 900 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
    locale: "nl-NL",
  });
  return context.newPage();
}

/** Runs `work` with a new empty folder, and removes the folder afterwards. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "ouderwijzer-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
