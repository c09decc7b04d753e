// Serves one built folder on loopback, with exactly the headers of the server
// configuration that was built beside the pages: the test proves the real policy.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/** Starts a server for `folder`; gives its origin, its headers file as rules, and `close`. */
export async function serveFolder(folder) {
  const rules = parseHeaders(await readHeaders(folder));
  const server = createServer((request, response) => {
    answer(folder, rules, request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, rules, close };
}

async function readHeaders(folder) {
  const file = join(folder, "server", "_headers");
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new Error(`${file} is missing: without it the real policy cannot be tested`);
  }
}

/** Reads the `_headers` format: a path pattern, then indented `Name: value` lines. */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    if (/^\s/.test(line)) {
      const colon = line.indexOf(":");
      rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    } else {
      rules.push({ pattern: line.trim(), headers: [] });
    }
  }
  return rules;
}

/** The headers for one path; a later rule wins. */
export function headersFor(rules, path) {
  const found = {};
  for (const { pattern, headers } of rules) {
    const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
    if (!new RegExp(`^${escaped}$`).test(path)) continue;
    for (const [name, value] of headers) found[name.toLowerCase()] = value;
  }
  return found;
}

async function answer(folder, rules, request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const headers = headersFor(rules, path);
  const file = join(folder, normalize(path));
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory() && !path.endsWith("/")) {
    response.writeHead(301, { ...headers, location: `${path}/` }).end();
  } else if (found?.isDirectory()) {
    await send(response, 200, headers, join(file, "index.html"), folder);
  } else {
    await send(response, 200, headers, file, folder);
  }
}

async function send(response, status, headers, file, folder) {
  const body = await readFile(file).catch(() => null);
  if (body !== null) {
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(status, { "content-type": type, ...headers }).end(body);
  } else if (status === 200) {
    await send(response, 404, headers, join(folder, "404.html"), folder);
  } else {
    response.writeHead(404, headers).end();
  }
}
