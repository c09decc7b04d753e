// Starts Debian's Chromium and opens pages in it, as a given visitor sees them.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { listen } from "./privacy.mjs";

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

/**
 * One window for each kind of visitor, opened when first needed and used again for the
 * next page. A visitor is `{ width, scheme, scripts }`: how wide the window is, light
 * or dark, with scripts or without.
 */
export function createWindows(browser, origin) {
  const windows = new Map();
  return {
    async windowFor(visitor) {
      if (!windows.has(visitor)) {
        const page = await openPage(browser, visitor);
        windows.set(visitor, { page, notes: listen(page, origin) });
      }
      return windows.get(visitor);
    },
    async closeAll() {
      for (const { page } of windows.values()) await page.context().close();
    },
  };
}

async function openPage(browser, { width, scheme = "light", scripts = true }) {
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
