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
  const own = [backend.api_root, backend.base_url].filter(Boolean).map((address) => new URL(address).origin);
  const hosts = [...new Set(own.length > 0 ? own : (ADDRESSES[backend.name] ?? []))];
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
}

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
  plugins: [ownFiles],
  build: { target: "es2023", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4000, reportCompressedSize: false },
});
