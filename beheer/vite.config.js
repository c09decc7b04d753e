// Makes the folder dist/: everything that the administration page needs, and a policy that lets it talk to the git host only.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { defineConfig } from "vite";

const CONFIG = "config.yml";

/** Where the CMS sends its requests, for each git host that it knows. */
const ADDRESSES = {
  github: ["https://api.github.com", "https://*.githubusercontent.com"],
  gitlab: ["https://gitlab.com"],
  gitea: ["https://gitea.com"],
};

function policy() {
  const { backend } = parse(readFileSync(CONFIG, "utf8"));
  // For GitHub the base address is that of a window for signing in, which is no part of this page.
  const own = [backend.api_root, backend.name === "github" ? undefined : backend.base_url].filter(Boolean);
  const hosts = own.length > 0 ? [...new Set(own.map((address) => new URL(address).origin))] : (ADDRESSES[backend.name] ?? []);
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The CMS sets colours and sizes with styles of its own making.
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...hosts].join(" "),
    "font-src 'self'",
    ["connect-src 'self' data: blob:", ...hosts].join(" "),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The same policy for a server, with what only a server may say. */
function headers() {
  return [
    "/*",
    `  Content-Security-Policy: ${policy()}; frame-ancestors 'none'`,
    "  X-Content-Type-Options: nosniff",
    "  X-Frame-Options: DENY",
    "  Referrer-Policy: same-origin",
    "  X-Robots-Tag: noindex",
    "  Cache-Control: no-cache",
    "/assets/*",
    "  Cache-Control: public, max-age=31536000, immutable",
    "",
  ].join("\n");
}

function addOwnFiles() {
  copyFileSync(CONFIG, `dist/${CONFIG}`);
  mkdirSync("dist/server", { recursive: true });
  writeFileSync("dist/server/_headers", headers());
  // What others made may be passed on with its licence beside it.
  mkdirSync("dist/licenties", { recursive: true });
  copyFileSync("node_modules/@sveltia/cms/LICENSE.txt", "dist/licenties/sveltia-cms.txt");
  copyFileSync("node_modules/yaml/LICENSE", "dist/licenties/yaml.txt");
}

/**
 * What the CMS would ask of others by itself, and what it gets in place of that: its letters come along in its package, and
 * whether a host has trouble or there is a newer version is not its business here.
 */
const INSTEAD = [
  ["@font-face {font-family:", "@unused {font-family:"],
  ["https://www.githubstatus.com/api/v2/status.json", 'data:application/json,{"status":{"indicator":"none"}}'],
  [
    "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7",
    'data:application/json,{"result":{"status_overall":{"status_code":100}}}',
  ],
  ["https://unpkg.com/@sveltia/cms", "data:application/json,{}#"],
];

function askNobody(code) {
  for (const [asked] of INSTEAD) {
    if (!code.includes(asked)) throw new Error(`this version of the CMS has no ${asked}: look again at what it asks of others`);
  }
  return INSTEAD.reduce((text, [asked, instead]) => text.replaceAll(asked, instead), code);
}

/** Colours for three hundred programming languages: no field of ours holds code. */
const UNUSED = /^@shikijs\/langs\//;

const quietCms = {
  name: "quiet-cms",
  enforce: "pre",
  resolveId: (id) => (UNUSED.test(id) ? "\0unused" : null),
  load: (id) => (id === "\0unused" ? "export default [];" : null),
  transform: (code, id) => (id.endsWith("@sveltia/cms/npm/index.js") ? { code: askNobody(code), map: null } : null),
};

const ownFiles = {
  name: "ouderwijzer-beheer",
  transformIndexHtml: () => [
    { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy() }, injectTo: "head-prepend" },
    { tag: "meta", attrs: { name: "referrer", content: "same-origin" }, injectTo: "head" },
  ],
  closeBundle: addOwnFiles,
};

export default defineConfig({
  // Works at every address, also in a folder of another site.
  base: "./",
  plugins: [quietCms, ownFiles],
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    // The CMS is one large piece, and how long that takes is no news.
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
    rolldownOptions: { checks: { bundlerTimings: false, pluginTimings: false } },
  },
});
