// The real YAML language server over standard input and output, as an editor program talks to it.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require("vscode-jsonrpc/node");

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, "node_modules/yaml-language-server/bin/yaml-language-server");

/** Starts a server for a site folder; with settings it does not need the line at the top of a file. */
export async function start(site, settings = { "yaml.schemaStore.enable": false }) {
  const child = spawn(process.execPath, ["--require", join(here, "no-network.cjs"), program, "--stdio"], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (bytes) => (said += bytes));
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const marks = new Map();
  const waiting = new Map();
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
    marks.set(uri, diagnostics);
    waiting.get(uri)?.(diagnostics);
  });
  connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => part(settings, section)));
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const root = pathToFileURL(site).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "site" }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: true } },
        hover: { contentFormat: ["markdown"] },
      },
    },
  });
  connection.sendNotification("initialized", {});
  connection.sendNotification("workspace/didChangeConfiguration", { settings: nested(settings) });

  // Every text has a name of its own: what is said about a closed file can then not be taken for an answer.
  let count = 0;
  const open = async (folder, text) => {
    count += 1;
    const uri = pathToFileURL(join(site, folder, `proef-${count}.yaml`)).href;
    const checked = new Promise((done) => waiting.set(uri, done));
    connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    const diagnostics = await withLimit(checked, `the server said nothing about ${uri}`);
    return { uri, diagnostics };
  };
  const close = (uri) => connection.sendNotification("textDocument/didClose", { textDocument: { uri } });

  return {
    /** What is marked in a text: `[line, message]`. */
    async marked(folder, text) {
      const { uri, diagnostics } = await open(folder, text);
      close(uri);
      return diagnostics.map(({ range, message }) => [range.start.line + 1, message]);
    },
    /** What can be typed at the place of `|`. */
    async completions(folder, text) {
      const { uri, position } = await at(folder, text, open);
      const found = await connection.sendRequest("textDocument/completion", { textDocument: { uri }, position });
      close(uri);
      return (found.items ?? found).map(({ label, documentation }) => [label, documentation?.value ?? documentation ?? ""]);
    },
    /** What is said about the word at the place of `|`. */
    async hover(folder, text) {
      const { uri, position } = await at(folder, text, open);
      const found = await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
      close(uri);
      return found?.contents?.value ?? "";
    },
    /** Ends the server; gives what it tried on the network. */
    async stop() {
      await connection.sendRequest("shutdown");
      const ended = new Promise((done) => child.once("exit", done));
      await connection.sendNotification("exit");
      await ended;
      connection.dispose();
      return said.split("\n").filter((line) => line.startsWith("NETWORK"));
    },
  };
}

async function at(folder, text, open) {
  const before = text.slice(0, text.indexOf("|"));
  const plain = text.replace("|", "");
  const lines = before.split("\n");
  const { uri } = await open(folder, plain);
  return { uri, position: { line: lines.length - 1, character: lines.at(-1).length } };
}

function withLimit(promise, message) {
  let timer;
  const limit = new Promise((_, refuse) => (timer = setTimeout(() => refuse(new Error(message)), 20_000)));
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

function part(settings, section) {
  return nested(settings)[section] ?? null;
}

function nested(settings) {
  const all = {};
  for (const [name, value] of Object.entries(settings)) {
    if (!name.includes(".") || name.startsWith("[")) {
      all[name] = value;
      continue;
    }
    const keys = name.split(".");
    const last = keys.pop();
    keys.reduce((inner, key) => (inner[key] ??= {}), all)[last] = value;
  }
  return all;
}
